"""The worked example of section 5 of the unified model: ten damages as of 2026-06-15, common standards."""

from __future__ import annotations

import pandas as pd
import shapely
from gunmane.analysis import priority as pr
from gunmane.analysis import standards as st

AS_OF = "2026-06-15"
# ruff: noqa: E501  a table
# id, route, ft, dt, measures, received, speed, EM, ADT, position, school, bus, poi, other requests
DAMAGES = [
    ("P01", "082244-C1-0012", "F01", "D01", {"depth_cm": 12, "dia_cm": 5}, "06-12", 50, "2", 8000, "車輪通過部", 1, 1, 1, 2),
    ("P02", "082112-C3-1045", "F05", "D08", {"count": 1, "measures": '{"opening": true}'}, "06-15", 30, "0", 300, "歩道",
     1, 0, 0, 1),
    ("P03", "082287-C2-0003", "F01", "D02", {"ratio_pct": 45}, "03-02", 40, "0", 3000, None, 0, 1, 0, 0),
    ("P04", "082350-C1-0007", "F01", "D05", {"step_mm": 35}, "06-11", 50, "1", 12000, "車輪通過部", 0, 1, 1, 0),
    ("P05", "082244-C3-0210", "F15", "D15", {"height_cm": 70}, "05-20", 30, "0", 300, "路肩", 1, 0, 0, 3),
    ("P06", "082112-C2-0021", "F09", "D09", {"angle_deg": 20}, "06-08", 40, "0", 1500, None, 0, 0, 0, 0),
    ("P07", "082287-C3-2040", "F01", "D01", {"depth_cm": 3, "dia_cm": 5}, "06-10", 30, "0", 200, None, 0, 0, 0, 0),
    ("P08", "082350-C1-0002", "F01", "D12", {"depth_cm": 12}, "06-14", 40, "3", 6000, "車輪通過部", 1, 1, 1, 1),
    ("P09", "082112-C2-0030", "F08", "D08", {"length_m": 1}, "06-09", 40, "0", 2500, "路肩", 0, 0, 0, 0),
    ("P10", "082244-C2-0005", "F10", "D13", {"count": 2}, "06-01", 40, "0", 2000, None, 1, 0, 1, 1),
]  # fmt: skip
# id: level, first, I, P, category, due, code, days over, sch, em, tr, rep, od, bus, poi, wf, score, band
EXPECTED = {
    "P01": ("L3", "R0", 5, 5, "1", "06-12", "R0", 3, 1, 0.7, 0.8, 2 / 3, 1, 1, 1, 87.50, 95.00, "A"),
    "P08": ("L2", "R0", 5, 5, "1", "06-14", "R0", 1, 1, 0.4, 0.6, 1 / 3, 1, 1, 1, 75.00, 90.00, "A"),
    "P04": ("L2", "R1", 4, 5, "1", "06-11", "R0", 4, 0, 1, 1, 0, 1, 1, 1, 65.00, 79.67, "A"),
    "P02": ("L3", "R0", 5, 3, "2H", "06-15", "R0", 0, 1, 0, 0.03, 1 / 3, 0, 0, 0, 25.45, 56.66, "A"),
    "P10": ("L2", "R3", 2, 3, "2M", "06-08", "R3", 7, 1, 0, 0.2, 1 / 3, 1, 0, 1, 53.00, 50.59, "A"),
    "P09": ("L2", "R1", 4, 2, "2M", "06-10", "R1", 5, 0, 0, 0.25, 0, 1, 0, 0, 18.75, 41.44, "B"),
    "P03": ("L2", "R5", 2, 3, "2M", "03-30", "R4", 77, 0, 0, 0.3, 0, 1, 1, 0, 29.50, 41.19, "B"),
    "P05": ("L2", "R3", 1, 3, "2L", "05-27", "R3", 19, 1, 0, 0.03, 1, 1, 0, 0, 50.45, 40.96, "B"),
    "P06": ("L2", "R3", 2, 2, "2L", "06-15", "R3", 0, 0, 0, 0.15, 0, 0, 0, 0, 2.25, 24.90, "C"),
    "P07": ("L1", "R9", 3, 1, "2L", None, None, 0, 0, 0, 0.02, 0, 0, 0, 0, 0.30, 20.90, "C"),
}
TOP = {"P01", "P08", "P04", "P02"}


def damages() -> pd.DataFrame:
    rows = []
    for n, (
        name,
        route,
        ft,
        dt,
        measures,
        received,
        speed,
        em,
        adt,
        position,
        school,
        bus,
        _,
        _,
    ) in enumerate(DAMAGES):
        rows.append(
            {"uuid": name, "dmg_id": name, "city_code": route[:6], "route_key": route, "ft": ft, "dt": dt, **measures,
             "found_at": f"2026-{received}T10:00:00+09:00", "speed_kmh": speed, "em": em, "adt": adt,
             "position": position, "is_school": school, "is_bus": bus, "st": "S40", "geom": shapely.Point(1000 * n, 0)}
        )  # fmt: skip
    return pd.DataFrame(rows)


def layers() -> pr.Layers:
    places, requests = [], []
    for n, row in enumerate(DAMAGES):
        x = 1000 * n
        if row[12]:
            places.append({"kind": ("HO", "SH", "SC")[n % 3], "geom": shapely.Point(x + 300, 0)})
        for k in range(row[13]):
            requests.append({"uuid": f"{row[0]}r{k}", "received_at": "2026-06-01T09:00:00+09:00", "dt": row[3],
                             "geom": shapely.Point(x + 5 * (k + 1), 0)})  # fmt: skip
        # What does not count: too far, too long ago, another kind, tomorrow.
        for dx, on, dt in (
            (15.1, "06-01", row[3]),
            (1, "2025-11-01", row[3]),
            (1, "06-01", "D21"),
            (1, "06-16", row[3]),
        ):
            requests.append({"uuid": f"{row[0]}x{dx}{on}{dt}", "received_at": f"{on if len(on) > 5 else '2026-' + on}T09:00:00+09:00", "dt": dt,
                             "geom": shapely.Point(x + dx, 0)})  # fmt: skip
    return pr.Layers(references=pd.DataFrame(places), requests=pd.DataFrame(requests))


def ranking(preset=None) -> pr.Ranking:
    judged = st.judge(damages(), st.builtin(examples=False), as_of=AS_OF)
    return pr.prioritize(judged, layers(), preset)
