"""Where through routes cross from one city into the next, and what of the road changes there."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely

from .continuing import Pairs
from .options import RouteOptions
from .pieces import SCALE, Pieces, deflection

COLUMNS = [
    "through_id", "city_a", "city_b", "route_a", "route_b", "name_a", "name_b", "section_a", "section_b",
    "node", "kind", "link_id", "state", "bd", "bridge_id", "gap_m", "bearing_diff", "class_diff", "rc_a", "rc_b",
    "width_a", "width_b", "ln_a", "ln_b", "pt_a", "pt_b", "changes", "geom", "_route", "_a", "_b",
]  # fmt: skip
# Codes that say that nobody knows: a change from or to them is none.
_UNKNOWN = {"rc": "X9", "ln": "9", "pt": "XX"}


def crossings(
    network: pd.DataFrame,
    pieces: Pieces,
    pairs: Pairs,
    node: np.ndarray,
    route: np.ndarray,
    ids: list,
    links: pd.DataFrame | None,
    link_end: np.ndarray | None,
    called: list[str],
    options: RouteOptions,
) -> pd.DataFrame:
    """One row for each node (or roundabout) at which a through route has pieces of two cities.

    ``city_a`` < ``city_b``; ``name_a``: of ``called``, one a key; ``kind``: link (joined across a gap by T23) or
    continuous (the pieces share the node); ``changes``: which of rc, width, ln, pt are known on both sides and differ;
    ``geom``: between the two ends. Columns with an underscore are places in ``pieces``, for the room's own use.
    """
    end_a, end_b = _ends(pieces, pairs, node, route)
    if not len(end_a):
        return pd.DataFrame({name: pd.Series(dtype=object) for name in COLUMNS})
    swap = _later(pieces, end_a, end_b)
    end_a, end_b = np.where(swap, end_b, end_a), np.where(swap, end_a, end_b)
    a, b = end_a >> 1, end_b >> 1
    cities = np.array(pieces.cities, object)
    keys = np.array([*(key for _, key, _ in pieces.keys), None], object)
    names = np.array([*called, None], object)
    tip_a, tip_b = _tips(pieces, end_a), _tips(pieces, end_b)
    found = pd.DataFrame({
        "through_id": np.array(ids, object)[route[a]], "city_a": cities[pieces.city[a]],
        "city_b": cities[pieces.city[b]], "route_a": keys[pieces.key[a]], "route_b": keys[pieces.key[b]],
        "name_a": names[pieces.key[a]], "name_b": names[pieces.key[b]],
        "section_a": pieces.sections[pieces.section[a]], "section_b": pieces.sections[pieces.section[b]],
        "node": pieces.node[end_a], "kind": "continuous",
        "gap_m": np.round(np.hypot(*(tip_a - tip_b).T), 3),
        "bearing_diff": np.round(deflection(pieces.bearing[end_a], pieces.bearing[end_b]), 3),
        "_route": route[a], "_a": a, "_b": b, "geom": shapely.points((tip_a + tip_b) / 2),
    })  # fmt: skip
    _linked(found, links, link_end, end_a, end_b)
    _attributes(found, network, pieces, a, b, options)
    order = np.lexsort((pieces.section[b], pieces.section[a], found["node"], route[a]))
    return found.iloc[order][COLUMNS].reset_index(drop=True)


def _ends(pieces: Pieces, pairs: Pairs, node, route) -> tuple[np.ndarray, np.ndarray]:
    """Two ends a crossing: the pair of the greatest weight, where no pair crosses the ends that turn least."""
    city = np.repeat(pieces.city, 2)
    own = np.repeat(pieces.twin < 0, 2)
    across = np.flatnonzero(city[pairs.a] != city[pairs.b])
    chosen = pd.DataFrame({"a": pairs.a[across], "b": pairs.b[across], "weight": -pairs.weight[across]})
    places, at = np.unique(node[own], return_inverse=True)
    ends = np.flatnonzero(own)
    low, high = np.full(len(places), len(pieces.cities)), np.full(len(places), -1)
    np.minimum.at(low, at, city[ends])
    np.maximum.at(high, at, city[ends])
    border = ends[(low < high)[at]]
    # Nodes of several cities: every two ends of one route and different cities there.
    table = pd.DataFrame(
        {"node": node[border], "route": route[border >> 1], "end": border, "city": city[border]}
    )
    both = table.merge(table, on=["node", "route"], suffixes=("", "_2"))
    both = both[(both["end"] < both["end_2"]) & (both["city"] != both["city_2"])]
    rest = pd.DataFrame({"a": both["end"].to_numpy(np.int64), "b": both["end_2"].to_numpy(np.int64)})
    rest["weight"] = deflection(pieces.bearing[rest["a"]], pieces.bearing[rest["b"]])  # pairs weigh below 0
    found = pd.concat([chosen, rest], ignore_index=True)
    a, b = found["a"].to_numpy(np.int64), found["b"].to_numpy(np.int64)
    low, high = np.minimum(city[a], city[b]), np.maximum(city[a], city[b])
    found = found.assign(node=node[a], route=route[a >> 1], low=low, high=high)
    found = found.sort_values(["weight", "a", "b"], kind="stable")
    found = found.drop_duplicates(["node", "route", "low", "high"])
    return found["a"].to_numpy(np.int64), found["b"].to_numpy(np.int64)


def _later(pieces: Pieces, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Whether the first end's city comes after the second's."""
    rank = np.argsort(np.argsort(np.array(pieces.cities, dtype=str), kind="stable"))
    return rank[pieces.city[a >> 1]] > rank[pieces.city[b >> 1]]


def _tips(pieces: Pieces, ends: np.ndarray) -> np.ndarray:
    lines = pieces.geom[ends >> 1]
    points = shapely.get_point(lines, np.where(ends & 1, -1, 0))
    return shapely.get_coordinates(points)


def _linked(found: pd.DataFrame, links, link_end, end_a, end_b) -> None:
    """What the link says of the crossing: it measured the gap and the bearings at the border."""
    found["link_id"] = found["state"] = found["bridge_id"] = None
    found["bd"] = "B1"
    if link_end is None:
        return
    row = np.where(link_end[end_a] == link_end[end_b], link_end[end_a], -1)
    here = np.flatnonzero(row >= 0)
    link = links.iloc[row[here]]
    found.loc[here, "kind"] = "link"
    for name in ("link_id", "state", "bridge_id", "bd", "gap_m", "bearing_diff"):
        if name in link:
            told = link[name].notna().to_numpy()
            found.loc[here[told], name] = link[name].to_numpy()[told]


def _attributes(found, network, pieces, a, b, options) -> None:
    sides = {}
    for name, column in (("rc", "rc"), ("ln", "ln"), ("pt", "pt")):
        for side, piece in (("a", a), ("b", b)):
            values = np.full(len(piece), None, object)
            if column in network:
                values = network[column].to_numpy(object)[pieces.rows[piece]]
                values = np.array([_code(value) for value in values], object)
            found[f"{name}_{side}"] = values
            sides[name, side] = np.array([v is not None and v != _UNKNOWN[name] for v in values], bool)
    found["width_a"], found["width_b"] = pieces.width[a], pieces.width[b]
    scale = [np.array([SCALE.get(v, np.nan) for v in found[f"rc_{side}"]], float) for side in "ab"]
    steps = np.abs(scale[0] - scale[1])
    found["class_diff"] = steps
    with np.errstate(invalid="ignore"):
        wider = np.abs(found["width_a"] - found["width_b"]).to_numpy() >= options.width_step_m - 1e-9
    differ = {
        name: sides[name, "a"] & sides[name, "b"] & (found[f"{name}_a"] != found[f"{name}_b"]).to_numpy()
        for name in ("rc", "ln", "pt")
    }
    differ = {"rc": differ["rc"], "width": wider, "ln": differ["ln"], "pt": differ["pt"]}
    masks = zip(*(mask.tolist() for mask in differ.values()))
    found["changes"] = [[n for n, there in zip(differ, row) if there] for row in masks]


def _code(value):
    if value is None or value != value:
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip() or None
