"""A place for every finding: of the row, of its partner, else of its road or city, and which of these it is."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely

from .managers import middles


def locate(found: pd.DataFrame, frames: dict) -> pd.DataFrame:
    """The findings with ``x`` and ``y`` filled and ``located`` = finding, row, linked, section, route or city.

    Only "finding", "row" and "linked" are places in earnest; a point of a road or a city says where to look.
    """
    found = found.copy()
    x, y = found["x"].to_numpy(copy=True), found["y"].to_numpy(copy=True)
    how = found["located"].to_numpy(dtype=object, copy=True)

    def put(rows, points, name):
        good = ~shapely.is_missing(points)
        good[good] &= ~shapely.is_empty(points[good])
        rows, points = rows[good], points[good]
        x[rows], y[rows], how[rows] = shapely.get_x(points), shapely.get_y(points), name

    def lacking(table):
        return np.flatnonzero(np.isnan(x) & (found["table"] == table).to_numpy())

    for table in found["table"].unique():
        frame = frames[table]
        rows = lacking(table)
        if not len(rows):
            continue
        at = pd.Index(frame["uuid"]).get_indexer(found["uuid"].iloc[rows])
        rows, at = rows[at >= 0], at[at >= 0]
        if "geom" in frame:
            put(rows, middles(frame["geom"].to_numpy()[at]), "row")
        for column, target, key, name in (
            ("dmg_uuid", "damage", "uuid", "linked"),
            ("req_uuid", "request", "uuid", "linked"),
            ("fac_id", "facility", "fac_id", "linked"),
            ("section_id", "section", "section_id", "section"),
            ("route_key", "section", "route_key", "route"),
        ):
            open_ = np.isnan(x[rows])
            if column not in frame or target not in frames or (table == target and key == column):
                continue
            if not open_.any():
                break
            goal = frames[target]
            first = goal.loc[~goal[key].duplicated() & goal[key].notna()]
            hit = pd.Index(first[key]).get_indexer(frame[column].to_numpy(dtype=object)[at[open_]])
            geoms = first["geom"].to_numpy()[hit[hit >= 0]]
            put(rows[open_][hit >= 0], middles(geoms), name)
    cities = frames.get("city")
    if cities is not None:
        centre = dict(zip(cities["city_code"], middles(cities["geom"].to_numpy())))
        rows = np.flatnonzero(np.isnan(x))
        points = np.array([centre.get(code) for code in found["city"].iloc[rows]], dtype=object)
        put(rows, points.reshape(-1), "city")
    found["x"], found["y"], found["located"] = x, y, how
    return found
