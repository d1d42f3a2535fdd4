"""A store with a few roads of three cities, for tests of links and plans of the network.

The border between A and B is x = 0, C lies north of y = 500::

    a1 ----> | <---- b1     y = 0     (ends 4 m apart)
             | <---- b2     y = 12
    a2 ----> |              y = 100   (nothing opposite)
    c1 lies north of both, its start at (2, 20)
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely
from gunmane.layers.identity import row_uuids
from gunmane.layers.planning.network_rows import put
from gunmane.layers.store import create_store, open_store

A, B, C = "082244", "082104", "082112"
NAMES = {A: "守谷市", B: "下妻市", C: "常総市"}
LINES = {
    "a1": (A, "A-1", [(-100, 0), (-2, 0)]),
    "a2": (A, "A-2", [(-100, 100), (-2, 100)]),
    "b1": (B, "B-1", [(100, 0), (2, 0)]),
    "b2": (B, "B-2", [(100, 12), (2, 12)]),
    "c1": (C, "C-1", [(2, 20), (2, 600)]),
}
NUMBER = "082244-C1-0001"
START, END = "始点", "終点"


def uuid_of(section: str) -> str:
    return row_uuids(LINES[section][0], "section", [section])[0]


def make(path):
    """Write the store and close it."""
    store = create_store(path)
    with store.transaction():
        common = {"src_file": "道路.shp", "src_row": 1}
        cities = list(NAMES)
        put(store, "city", {
            "uuid": row_uuids("x", "city", cities), "city_code": cities, **{k: [v] * 3 for k, v in common.items()},
            "name_ja": list(NAMES.values()), "name_en": list(NAMES.values()),
        }, np.array([shapely.box(-500, -500, 0, 500), shapely.box(0, -500, 500, 500),
                     shapely.box(-500, 500, 500, 900)], object))  # fmt: skip
        names = list(LINES)
        n = len(names)
        owners = [LINES[name][0] for name in names]
        routes = [f"{code}-{LINES[name][1]}" for name, code in zip(names, owners)]
        put(store, "route", {
            "uuid": [row_uuids(c, "route", [r])[0] for c, r in zip(owners, routes)], "city_code": owners,
            "src_file": ["路線.csv"] * n, "src_row": [1] * n, "route_key": routes,
            "name_ja": [f"{name}号線" for name in names],
        }, np.full(n, None, object))  # fmt: skip
        put(store, "section", {
            "uuid": [uuid_of(name) for name in names], "city_code": owners, "src_file": ["道路.shp"] * n,
            "src_row": [1] * n, "section_id": [f"{r}:001" for r in routes], "route_key": routes,
        }, np.array([shapely.LineString(LINES[name][2]) for name in names], object))  # fmt: skip
    store.close()
    return path


def id_of(section: str) -> str:
    city, road, _ = LINES[section]
    return f"{city}-{road}:001"


def review(*pairs, **more) -> pd.DataFrame:
    """Rows as a linking run gives them; a pair: (section, end, section, end)."""
    pairs = pairs or [("a1", END, "b1", END)]
    return pd.DataFrame(
        [
            {
                "kind": "連結候補", "section_a": uuid_of(p[0]), "end_a": p[1], "section_b": uuid_of(p[2]),
                "end_b": p[3], "gap_m": 4.0, "bearing_diff": 1.5, "class_diff": 0, "score": 0.8,
                "reason": "近い候補が二つある",
                "alternatives": [{"section": uuid_of("b2"), "end": END, "keep": "a", "score": 0.7, "gap_m": 12.6}],
                "geom": shapely.LineString([(-2, 0), (2, 0)]), **more,
            }
            for p in pairs
        ]
    )  # fmt: skip


def border_links(*pairs) -> pd.DataFrame:
    pairs = pairs or [("a1", "b1")]
    return pd.DataFrame(
        [
            {
                "link_id": f"L{n}", "section_a": uuid_of(a), "section_b": id_of(b), "end_a": END, "end_b": END,
                "gap_m": 4.0, "score": 0.9, "bd": "B1", "state": "自動", "reason": "番号が合う", "city_a": LINES[a][0],
                "geom": shapely.LineString([(-2, 0), (2, 0)]),
            }
            for n, (a, b) in enumerate(pairs, 1)
        ]
    )  # fmt: skip


def candidate(agr_id="K1", route_a="A-1", route_b="B-1", **more) -> dict:
    return {
        "agr_id": agr_id, "city_a": A, "city_b": B, "route_a": f"{A}-{route_a}", "route_b": f"{B}-{route_b}",
        "overlap_pct": 80.0, "length_m": 120.0, "cost_share_a": 50.0, "ct": "C1",
        "geom": shapely.LineString([(0, 0), (0, 120)]), "reason": "x", **more,
    }  # fmt: skip


def rows(path, table, columns="*", where="1"):
    with open_store(path, readonly=True) as store:
        return store.con.execute(f'SELECT {columns} FROM "{table}" WHERE {where} ORDER BY fid').fetchall()
