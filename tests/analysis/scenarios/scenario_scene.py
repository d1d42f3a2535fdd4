"""Eight sections in a row over the border of two cities, 1 km each, and zone plans of them."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely
from gunmane.analysis.scenarios import Scenario

A, B = "990018", "990026"
NAMES = {A: "Alpha", B: "Beta"}
KEYS = tuple("abcdefgh")  # a to d lie in A, e to h in B


def roads(keys=KEYS, **more) -> pd.DataFrame:
    at = [KEYS.index(key) for key in keys]
    frame = pd.DataFrame(
        {
            "section": list(keys),
            "city_code": [A if n < 4 else B for n in at],
            "rc": "C3",
            "length_m": 1000.0,
            "geom": [shapely.LineString([(1000 * n, 0), (1000 * n + 1000, 0)]) for n in at],
        }
    )
    return frame.assign(**more)


def plan(zones: str, name="plan", minutes=None, load=None, keys=KEYS, facts=None, **more) -> Scenario:
    """``zones``: a letter a section, "-" for none; all have the same work where nothing else is said."""
    n = len(keys)
    frame = pd.DataFrame(
        {
            "section": list(keys),
            "zone_id": [None if z == "-" else z for z in zones],
            "workload": np.full(n, 1 / n) if load is None else load,
            "travel_min": np.full(n, 5.0) if minutes is None else minutes,
        }
    )
    return Scenario(name, name, frame, facts, **more)


def row(table, **wanted) -> dict:
    """The one row of a table with these values."""
    for name, value in wanted.items():
        table = table[table[name] == value]
    (found,) = table.to_dict("records")
    return found
