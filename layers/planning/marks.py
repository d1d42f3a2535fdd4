"""Whether a damage is still what was judged: a print of everything that judging reads of it and of its road.

No times are compared. A row may be rewritten by another import, by a person or by a decision, with or without a
stamp; what counts is whether its content is another one than that which the adopted run saw.
"""

from __future__ import annotations

import hashlib

import pandas as pd

from ...schema import model
from ..store import Store

# Fields of T07 that no judgement reads; all others that come from a source count.
UNREAD = (
    "dmg_id",
    "found_by",
    "fac_id",
    "measured_on",
    "measurer",
    "rp",
    "st",
    "cause",
    "address",
    "gl",
    "dup_of",
)
SECTION = ("crack_pct", "rut_mm", "sigma_mm", "iri", "mci", "em")
ROUTE = ("rc", "ad", "em")
CHANGED, NEW = "changed", "new"


def marks(store: Store) -> dict[str, str]:
    """uuid -> print of every damage. Taken before the damages are read, it can only err towards "changed"."""
    damage = model().tables["damage"]
    read = [own for own in damage.fields if own.origin == "source" and own.name not in UNREAD]
    # Times by what they mean: a program that edits a row writes them in its own way.
    columns = [f'datetime("{own.name}")' if own.type == "datetime" else f'"{own.name}"' for own in read]
    con = store.con
    sections = _prints(con, "section", "section_id", SECTION)
    routes = _prints(con, "route", "route_key", ROUTE)
    found = {}
    for uuid, section_id, route_key, own in con.execute(
        f"SELECT uuid, section_id, route_key, json_array(city_code, flags, {', '.join(columns)}) FROM damage"  # nosec B608
    ):
        route = route_key or (section_id or "").partition(":")[0]
        text = f"{own}{sections.get(section_id, '')}{routes.get(route, '')}"
        found[uuid] = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    return found


def outdated(store: Store) -> pd.DataFrame:
    """Damages whose judgement is not that of their present content.

    Columns: uuid, dmg_id, city_code, judge, plan_id, why ("changed": the row or its road is another one than was
    judged; "new": no adopted run has judged it). Empty where no run is adopted. Vanished rows do not count.
    """
    con = store.con
    names = ["uuid", "dmg_id", "city_code", "judge", "plan_id", "why"]
    adopted = con.execute(
        "SELECT 1 FROM plan_run WHERE adopted = 1 AND kind = '水準判定' AND vanished_at IS NULL LIMIT 1"
    ).fetchone()
    if adopted is None:
        return pd.DataFrame(columns=names)
    present = marks(store)
    rows = con.execute(
        "SELECT d.uuid, d.dmg_id, d.city_code, d.judge, d.judge_plan, j.row_hash FROM damage d"
        " LEFT JOIN judgement j ON j.plan_id = d.judge_plan AND j.damage = d.uuid"
        " WHERE d.vanished_at IS NULL ORDER BY d.fid"
    )
    found = [
        (*row[:5], NEW if row[4] is None else CHANGED)
        for row in rows
        if row[4] is None or row[5] != present[row[0]]
    ]
    return pd.DataFrame(found, columns=names)


def _prints(con, table: str, key: str, names) -> dict[str, str]:
    columns = ", ".join(f'"{name}"' for name in names)
    return dict(
        con.execute(
            f'SELECT "{key}", json_array({columns}) FROM "{table}" WHERE vanished_at IS NULL ORDER BY fid DESC'  # nosec B608
        )
    )
