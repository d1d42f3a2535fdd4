"""The clock of a reported damage starts when the first request about it was received."""

from __future__ import annotations

import numpy as np
import pandas as pd
from gunmane.analysis import standards as st
from gunmane.analysis.standards import with_receipts

DAMAGES = pd.DataFrame(
    {
        "uuid": ["a", "b", "c"],
        "ft": "F01",
        "dt": "D01",
        "depth_cm": 6.0,
        "dia_cm": 5.0,
        "route_key": "082244-C3-1001",
        "found_at": "2026-03-09T10:00:00+09:00",
    }
)
REQUESTS = pd.DataFrame(
    {
        "uuid": ["r1", "r2", "r3"],
        "received_at": ["2026-03-06T09:00:00+09:00", "2026-03-05T16:00:00+09:00", None],
    }
)
LINKS = pd.DataFrame({"req_uuid": ["r1", "r2", "r3", "gone"], "dmg_uuid": ["a", "a", "b", "b"]})


def test_the_earliest_receipt_counts():
    table = with_receipts(DAMAGES, REQUESTS, LINKS)
    assert list(table["received_at"]) == ["2026-03-05T16:00:00+09:00", None, None]
    due = st.judge(table, st.builtin(examples=False), as_of="2026-03-10T09:00:00").frame["due_tmp"]
    # R2 after Thursday 2026-03-05 is 2026-03-10 (section 4.3); without a receipt it runs from the finding, Monday 9th.
    assert list(due.to_numpy("datetime64[s]")) == [
        np.datetime64("2026-03-10T17:15"),
        *[np.datetime64("2026-03-12T17:15")] * 2,
    ]


def test_a_receipt_of_its_own_stays_and_empty_tables_change_nothing():
    own = DAMAGES.assign(received_at=["2026-03-01T08:00:00+09:00", None, None])
    assert with_receipts(own, REQUESTS, LINKS)["received_at"][0] == "2026-03-01T08:00:00+09:00"
    table = with_receipts(DAMAGES, REQUESTS[:0], LINKS[:0])
    assert list(table["received_at"]) == [None] * 3
    assert with_receipts(DAMAGES[:0], REQUESTS, LINKS).empty
