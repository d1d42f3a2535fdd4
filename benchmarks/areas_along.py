"""Roads along a border: drawn by both cities, by one of them, or one road on either side."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely
from scipy.spatial import cKDTree
from shapely.ops import substring

RUN_EVERY_M = 1500.0


def runs_of(border, rng):
    """Stretches of a border along which a road runs."""
    at, out = rng.uniform(150, 500), []
    while at + 750 < border.length:
        size = rng.uniform(250, 650)
        line = shapely.segmentize(shapely.simplify(substring(border, at, at + size), 4.0), 30.0)
        if line.length > 100:
            out.append((line, rng.choice(["both", "one", "two"], p=[0.7, 0.15, 0.15])))
        at += RUN_EVERY_M * rng.uniform(0.7, 1.3)
    return out


def clear(edges, runs):
    if not runs:
        return edges
    zones = shapely.buffer([line for line, _ in runs], 30.0)
    hit = np.unique(shapely.STRtree(edges["geom"].to_numpy()).query(zones, predicate="intersects")[1])
    return edges.drop(edges.index[hit]).reset_index(drop=True)


def along_borders(state, runs, cells, misfit_m):
    """Roads along a border: drawn by both cities, by one, or one on either side."""
    rng, city_tree = state.rng, shapely.STRtree(cells)
    ends = pd.DataFrame(
        {
            "place": np.concatenate([state.drawn["place0"], state.drawn["place1"]]),
            "city": np.concatenate([state.drawn["city"], state.drawn["city"]]),
            "geom": np.concatenate([shapely.get_point(state.drawn["geom"].to_numpy(), k) for k in (0, -1)]),
        }
    ).drop_duplicates(["place", "city"])
    ends = ends[~ends["place"].isin(state.cuts["place"])]
    inside = np.concatenate([shapely.get_parts(shapely.buffer(cell, -40.0)) for cell in cells])
    well = shapely.STRtree(ends["geom"].to_numpy()).query(inside, predicate="intersects")[1]
    ends = ends.iloc[np.unique(well)]  # streets to these leave the border at an angle
    near = {
        city: (cKDTree(shapely.get_coordinates(group["geom"].to_numpy())), group["place"].to_numpy())
        for city, group in ends.groupby("city")
    }
    for number, (line, how) in enumerate(runs):
        sides = _sides(line, city_tree, cells)
        if sides is None or any(city not in near for city in sides):
            continue
        road = 20_000_000 + 10 * number
        shared = (state.place(), state.place())
        apart = rng.uniform(0, min(misfit_m, 8.0)) if how == "both" else rng.uniform(28, 40)
        drawings, taken = [], []
        for k, city in enumerate(sides):
            if how == "one" and k == 1:
                break
            offset = (0.0 if how == "one" else apart / 2) * (1 if k == 0 else -1)
            parts = int(rng.integers(2, 6)) if k == 0 else int(rng.integers(1, 3))
            own = shared if how != "two" else (state.place(), state.place())
            drawings.append(
                _drawing(
                    state,
                    line,
                    city,
                    offset,
                    parts,
                    own,
                    road + (k if how == "two" else 0),
                    near,
                    misfit_m,
                    taken,
                )
            )
        if how == "both":
            for row_a, from_a, to_a in drawings[0]:
                for row_b, from_b, to_b in drawings[1]:
                    shared_m = min(to_a, to_b) - max(from_a, from_b)
                    if shared_m > 0.5 * min(to_a - from_a, to_b - from_b):
                        state.extra.same.append((row_a, row_b))
            state.extra.optional.update(shared)


def _sides(line, city_tree, cells):
    """The city left of the line and the one right of it, where each side is all of one city."""
    out = []
    for offset in (12.0, -12.0):
        points = _offset(line, offset, 25.0)
        at, city = city_tree.query(shapely.points(points), predicate="intersects")
        values, counts = np.unique(city, return_counts=True)
        if not len(values) or counts.max() < 0.9 * len(points):
            return None
        out.append(int(values[counts.argmax()]))
    return out if out[0] != out[1] else None


def _offset(line, offset, step):
    xy = shapely.get_coordinates(shapely.segmentize(line, step))
    forward = np.gradient(xy, axis=0)
    forward /= np.maximum(np.hypot(*forward.T), 1e-9)[:, None]
    return xy + offset * np.column_stack([-forward[:, 1], forward[:, 0]])


def _drawing(state, line, city, offset, parts, ends, road, near, misfit_m, taken):
    """One city's drawing of a road along the border: ``parts`` sections and side streets from their joints."""
    rng = state.rng
    xy = _offset(line, offset, 30.0) + rng.normal(0, 0.05 * min(misfit_m, 8.0), (1, 2))
    own = shapely.linestrings(xy)
    inner = np.sort((np.arange(1, parts) + rng.uniform(-0.3, 0.3, parts - 1)) / parts)
    if len(taken):  # joints of the other drawing nearby would be one junction to any eye
        inner = inner[np.abs(inner[:, None] - np.asarray(taken)[None]).min(axis=1) * line.length > 30]
    stops, parts = np.concatenate([[0], inner, [1]]), len(inner) + 1
    taken.extend(inner)
    places = [ends[0], *(state.place() for _ in range(parts - 1)), ends[1]]
    rows, spans = [], []
    for k in range(parts):
        geom = substring(own, stops[k], stops[k + 1], normalized=True)
        rows.append(
            {
                "city": city,
                "place0": places[k],
                "place1": places[k + 1],
                "geom": geom,
                "road": road,
                "rank": 3,
            }
        )
        spans.append((stops[k] * line.length, stops[k + 1] * line.length))
    joints = [
        (place, shapely.get_coordinates(own.interpolate(stop, normalized=True))[0])
        for place, stop in zip(places, stops)
    ]
    tree, known = near[city]
    for place, spot in joints:
        gaps, hits = tree.query(spot, k=6)
        for gap, hit in zip(gaps, hits):
            if not 45 < gap < 260:
                continue
            street = shapely.linestrings([spot, tree.data[hit]])
            if (
                shapely.intersection(street, own).length == 0
                and not street.crosses(line)
                and not street.crosses(own)
            ):
                rows.append(
                    {"city": city, "place0": place, "place1": known[hit], "geom": street,
                     "road": 30_000_000 + state.place(), "rank": 4}
                )  # fmt: skip
                break
    first = state.add(rows)
    return [(first + k, *span) for k, span in enumerate(spans)]
