"""When a damage was first reported: the earliest receipt of the requests that are linked to it (T08)."""

from __future__ import annotations

import pandas as pd

from . import columns

REQUEST_COLUMNS = ("uuid", "received_at")
LINK_COLUMNS = ("req_uuid", "dmg_uuid")


def with_receipts(damages: pd.DataFrame, requests: pd.DataFrame, links: pd.DataFrame) -> pd.DataFrame:
    """``damages`` with ``received_at``: its own where it has one, else the earliest of its linked requests.

    The make-safe clock of a request starts at its receipt (unified model, section 4): with ``found_at`` alone the
    days between report and inspection would be given away. ``requests``: T05 (uuid, received_at); ``links``: T08
    (req_uuid, dmg_uuid). Requests without a receipt and links to nothing are passed over.
    """
    if not len(damages) or "uuid" not in damages:
        return damages
    received = pd.Series(columns.moments(requests, "received_at"), index=columns.texts(requests, "uuid"))
    received = received[received.notna() & received.index.notna()]
    at = columns.texts(links, "req_uuid")
    joined = pd.DataFrame(
        {
            "damage": columns.texts(links, "dmg_uuid"),
            "at": received.groupby(level=0).min().reindex(at).to_numpy(),
        }
    ).dropna()
    first = joined.groupby("damage")["at"].min()
    found = first.reindex(columns.texts(damages, "uuid")).to_numpy().astype(columns.SECOND)
    own = columns.moments(damages, "received_at")
    table = damages.copy()
    merged = pd.Series(own).where(pd.Series(own).notna(), pd.Series(found)).to_numpy().astype(columns.SECOND)
    table["received_at"] = columns.iso(merged)
    return table
