"""The network as arrays in an order that does not depend on the input's, and which of it is to be grouped."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from ...i18n import tr
from .options import CORRIDORS, GroupOptions

FLOOR_M = 1e-3  # a piece without length would vanish from a sparse graph
REASONS = ("", "excluded", "twin", "no_city", "beyond", "unusable", "island")


@dataclass
class Roads:
    """Pieces (rows of NETWORK) sorted by section and part. Node numbers run from 0, by place."""

    frame: pd.DataFrame  # NETWORK in canonical order, index 0..n-1
    order: np.ndarray  # row of the input for each piece
    length: np.ndarray  # metres
    a: np.ndarray  # node of the piece's start
    b: np.ndarray
    x: np.ndarray  # of nodes, metres
    y: np.ndarray
    city: np.ndarray  # position in cities
    cities: list
    section: np.ndarray  # position in sections
    sections: np.ndarray  # keys
    through: np.ndarray  # position in throughs, -1 for none
    throughs: np.ndarray
    travel: np.ndarray  # bool: a crew may drive here
    required: np.ndarray  # bool: is to be in a group
    why_not: np.ndarray  # position in REASONS, of pieces that are not required

    @property
    def n_nodes(self) -> int:
        return len(self.x)


def read_roads(network: pd.DataFrame, routes: pd.DataFrame | None, options: GroupOptions) -> Roads:
    """The contract's NETWORK frame, and the through route of each section, as ``Roads``.

    Raises ValueError where a needed column is missing or a (section, part) comes twice.
    """
    missing = {"section", "node_from", "node_to", "length_m", "city_code", "geom"} - set(network.columns)
    if missing:
        raise ValueError(tr("The network lacks the columns {names}.", names=", ".join(sorted(missing))))
    part = network["part"] if "part" in network else pd.Series(1, index=network.index)
    keys = network["section"].astype(str).to_numpy(object)
    order = np.lexsort((part.to_numpy(np.int64), keys.astype(str)))
    frame = network.iloc[order].reset_index(drop=True)
    part = part.to_numpy(np.int64)[order]
    sections, section = np.unique(keys[order].astype(str), return_inverse=True)
    twice = np.flatnonzero((section[1:] == section[:-1]) & (part[1:] == part[:-1]))
    if len(twice):
        names = ", ".join(sections[section[twice[:5]]])
        raise ValueError(tr("Sections that come twice in the network: {names}", names=names))
    if "twin_of" in frame:
        frame["twin_of"] = _references(frame, section, sections)
    ends = np.concatenate([frame["node_from"].to_numpy(np.int64), frame["node_to"].to_numpy(np.int64)])
    nodes, where = np.unique(ends, return_inverse=True)
    n = len(frame)
    x, y = _places(frame["geom"].to_numpy(), where, n, len(nodes))
    codes = frame["city_code"].astype(object).where(frame["city_code"].notna(), "").astype(str)
    cities, city = np.unique(codes.to_numpy(str), return_inverse=True)
    length = pd.to_numeric(frame["length_m"], errors="coerce").to_numpy(float)
    broken = ~np.isfinite(length) | (length < 0)
    length = np.where(broken, 0.0, length)
    through, throughs, bd = _through(sections, section, routes)
    roads = Roads(frame, order, np.maximum(length, FLOOR_M), where[:n], where[n:], x, y, city, list(cities),
                  section, sections, through, throughs, np.ones(n, bool), np.ones(n, bool),
                  np.zeros(n, np.int8))  # fmt: skip
    _choose(roads, options, broken, bd)
    return roads


def text_column(frame: pd.DataFrame, name: str) -> np.ndarray:
    """A column as text, "" where it is missing or empty."""
    if name not in frame:
        return np.full(len(frame), "", "<U1")
    column = frame[name]
    return column.astype(object).where(column.notna(), "").astype(str).to_numpy(str)


def _references(frame: pd.DataFrame, section: np.ndarray, sections: np.ndarray) -> np.ndarray:
    """The section that each piece's section follows, "" for none. Whose reference is not in the network, or who
    follows himself in a circle, is a road of his own: as through routes have it, and no road is lost."""
    names = text_column(frame, "twin_of")
    known = pd.Index(sections.astype(object)).get_indexer(np.char.strip(names).astype(object))
    of = np.full(len(sections), -1)
    np.maximum.at(of, section, known)
    own = np.arange(len(of))
    of[of == own] = -1
    end = np.where(of >= 0, of, own)
    for _ in range(8):  # who follows a follower follows the last
        end = np.where(of[end] >= 0, of[end], end)
    end[(of[end] >= 0) | (end == own)] = -1
    return np.append(sections, "").astype(object)[end[section]]


def number_column(frame: pd.DataFrame, name: str) -> np.ndarray:
    if name not in frame:
        return np.zeros(len(frame))
    return np.nan_to_num(pd.to_numeric(frame[name], errors="coerce").to_numpy(float))


def group_sum(keys: np.ndarray, values: np.ndarray, n: int) -> np.ndarray:
    return np.bincount(keys, values, n) if len(keys) else np.zeros(n)


def _places(geoms, where, n, n_nodes):
    """Mean place of each node's ends. Ends that were joined over a gap have one node."""
    ok = ~(shapely.is_missing(geoms) | shapely.is_empty(geoms))
    x, y = np.zeros(n_nodes), np.zeros(n_nodes)
    seen = np.zeros(n_nodes)
    lines = geoms[ok]
    at = shapely.get_coordinates(lines)
    count = shapely.get_num_coordinates(lines)
    last = np.cumsum(count) - 1
    for node, point in ((where[:n][ok], at[last - count + 1]), (where[n:][ok], at[last])):
        # Sums in a fixed order, so that the order of the input does not show in the last digits.
        np.add.at(x, node, point[:, 0])
        np.add.at(y, node, point[:, 1])
        np.add.at(seen, node, 1)
    seen = np.maximum(seen, 1)
    return x / seen, y / seen


def _through(sections, section, routes):
    """Through route of each piece, and whether that route runs along a border."""
    if routes is None or not len(routes):
        return np.full(len(section), -1), np.array([], str), np.zeros(len(section), bool)
    given = routes.dropna(subset=["section", "through_id"]).drop_duplicates("section")
    place = np.searchsorted(sections, given["section"].astype(str).to_numpy(str))
    known = (place < len(sections)) & (
        sections[np.minimum(place, len(sections) - 1)] == given["section"].astype(str).to_numpy(str)
    )
    ids = given["through_id"].astype(str).to_numpy(str)[known]
    throughs, own = np.unique(ids, return_inverse=True)
    of_section = np.full(len(sections), -1)
    of_section[place[known]] = own
    along = np.zeros(len(throughs) + 1, bool)
    if "bd" in given:
        along[own[given["bd"].astype(str).to_numpy(str)[known] == "B2"]] = True
    through = of_section[section]
    return through, throughs, along[through]


def _choose(roads: Roads, options: GroupOptions, broken, along) -> None:
    frame = roads.frame
    rc, ad = text_column(frame, "rc"), text_column(frame, "ad")
    why = np.zeros(len(frame), np.int8)
    why[
        _section_any(roads, np.isin(rc, list(options.exclude_rc)) | np.isin(ad, list(options.exclude_ad)))
    ] = 1
    why[_section_any(roads, text_column(frame, "twin_of") != "")] = 2
    if options.cities is not None:
        why[~np.isin(np.array(roads.cities), list(map(str, options.cities)))[roads.city]] = 3
    why[_section_any(roads, broken)] = 5
    roads.travel = ~np.isin(rc, list(options.no_travel_rc)) & (why != 5)
    if options.mode == CORRIDORS:
        # A road drawn by both cities runs along the border, and so does the drawing that was kept.
        drawn_twice = np.isin(roads.sections, np.unique(text_column(frame, "twin_of")))[roads.section]
        flagged = number_column(frame, "along_border") > 0 if "along_border" in frame else False
        near = corridor(roads, (why == 0), along | drawn_twice | flagged, options.corridor_m)
        why[(why == 0) & ~near] = 4
    roads.required, roads.why_not = why == 0, why


def corridor(roads: Roads, allowed: np.ndarray, along: np.ndarray, distance_m: float) -> np.ndarray:
    """Sections of through routes that cross or follow a border, and those wholly within a distance of them."""
    cross = crossings(roads, allowed)
    route = np.where(roads.through >= 0, roads.through, len(roads.throughs) + roads.section)
    chosen = np.zeros(len(roads.throughs) + len(roads.sections), bool)
    chosen[route[cross["piece_a"]]] = True
    chosen[route[cross["piece_b"]]] = True
    chosen[route[along & allowed]] = True
    core = chosen[route] & allowed
    if distance_m <= 0 or not core.any():
        return _section_any(roads, core) & allowed
    geoms = roads.frame["geom"].to_numpy()
    tree = shapely.STRtree(geoms[core])
    others = np.flatnonzero(allowed & ~core)
    within = np.ones(len(others), bool)
    for share in (0.0, 0.5, 1.0):  # both ends and the middle
        points = shapely.line_interpolate_point(geoms[others[within]], share, normalized=True)
        hit = np.zeros(len(points), bool)
        hit[np.unique(tree.query(points, predicate="dwithin", distance=distance_m)[0])] = True
        within[np.flatnonzero(within)[~hit]] = False
    near = core.copy()
    near[others[within]] = True
    inside = group_sum(roads.section, near, len(roads.sections))
    whole = inside == group_sum(roads.section, np.ones(len(near)), len(roads.sections))
    return (_section_any(roads, core) | whole[roads.section]) & allowed


def crossings(roads: Roads, among: np.ndarray) -> pd.DataFrame:
    """Where a through route changes its city: one row a node and pair of cities.

    Without through routes, where sections of two cities meet at a node with none other (or the two that continue
    each other best cannot be told): the first pair in order.
    """
    piece = np.flatnonzero(among)
    node = np.concatenate([roads.a[piece], roads.b[piece]])
    piece = np.concatenate([piece, piece])
    none = len(roads.throughs) == 0
    route = np.zeros(len(piece), np.int64) if none else roads.through[piece]
    keep = route >= 0
    node, piece, route = node[keep], piece[keep], route[keep]
    city = roads.city[piece]
    order = np.lexsort((piece, city, route, node))
    node, piece, route, city = node[order], piece[order], route[order], city[order]
    # The first piece of each city at (node, route), then each city with the next one.
    first = np.ones(len(node), bool)
    first[1:] = (node[1:] != node[:-1]) | (route[1:] != route[:-1]) | (city[1:] != city[:-1])
    node, piece, route, city = node[first], piece[first], route[first], city[first]
    pair = np.flatnonzero((node[1:] == node[:-1]) & (route[1:] == route[:-1]))
    return pd.DataFrame(
        {
            "through": np.full(len(pair), -1) if none else route[pair],
            "node": node[pair],
            "piece_a": piece[pair],
            "piece_b": piece[pair + 1],
        }
    )


def _section_any(roads: Roads, mask: np.ndarray) -> np.ndarray:
    return group_sum(roads.section, mask, len(roads.sections))[roads.section] > 0
