"""What only cannot be judged any more is no saving, and what has no date does not stretch the period."""

from __future__ import annotations

import pandas as pd
from gunmane.analysis import standards as st

COMMON = st.builtin(examples=False)


def pothole(**own) -> dict:
    return {"city_code": "082244", "route_key": "082244-C3-1001", "ft": "F01", "dt": "D01",
            "found_at": "2025-05-01T09:00:00+09:00", **own}  # fmt: skip


def test_a_repair_that_turns_unjudgeable_is_counted_apart():
    # 5 cm deep, diameter not taken: L2 at 5 cm; at 6 cm the depth says L1, and the missing diameter NJ.
    ready = st.prepare(
        pd.DataFrame([pothole(depth_cm=5.0), pothole(depth_cm=7.0, dia_cm=8.0)]), as_of="2026-05-01"
    )
    change = st.what_if(ready, COMMON, COMMON.with_cell("S01", "repair", 6, on="2026-05-01"))
    row = change.cities.set_index("city_code").loc[st.ALL]
    assert list(change.after) == ["NJ", "L2"]
    assert (row["repairs_before"], row["repairs_after"], row["nj_after"]) == (1, 1, 1)
    assert row["yen_before"] == row["yen_after"] > 0


def test_undated_damages_do_not_stretch_the_period():
    rows = [pothole(depth_cm=5.0), pothole(depth_cm=5.0, found_at=None)]
    dated = st.span_years(st.prepare(pd.DataFrame(rows), as_of="2035-05-01"))
    assert dated == 1.0
