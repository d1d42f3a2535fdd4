"""How many metres of roads lie in zones along borders: in time that grows with the roads near the zones alone.

Overlaying a line with a polygon reads all of the polygon, and the strips along all borders are one of many thousand
vertices. Here the tree says which edges of a zone a segment can meet, and the segment is cut there.
"""

from __future__ import annotations

import numpy as np
import shapely


def touching(
    tree: shapely.STRtree, borders: np.ndarray, metres: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """(areas within ``metres`` of each border, area, line, whether that is wholly inside) of all the tree's lines that
    touch an area, sorted.
    """
    zones = shapely.buffer(shapely.simplify(borders, 1.0), metres)
    shapely.prepare(zones)
    # The box of a border that runs askew is mostly far from it; boxes along it are not.
    rough = shapely.segmentize(shapely.simplify(borders, metres / 10), max(metres, 100.0))
    xy, owner = shapely.get_coordinates(rough, return_index=True)
    at = np.flatnonzero(owner[1:] == owner[:-1])
    reach = 1.1 * metres + 1.1  # what both simplifications may have moved the border by
    low, high = np.minimum(xy[at], xy[at + 1]) - reach, np.maximum(xy[at], xy[at + 1]) + reach
    box, line = tree.query(shapely.box(*low.T, *high.T))
    wide = len(tree.geometries)
    zone, line = np.divmod(np.unique(owner[at][box] * wide + line), max(wide, 1))
    whole = shapely.contains_properly(zones[zone], tree.geometries[line])
    there = whole.copy()
    there[~whole] = shapely.intersects(zones[zone[~whole]], tree.geometries[line[~whole]])
    return zones, zone[there], line[there], whole[there]


def metres_inside(lines: np.ndarray, zones: np.ndarray, zone: np.ndarray) -> np.ndarray:
    """Metres of each line in ``zones[zone]`` (one entry a line), as their intersection has them, its edge included."""
    xy, owner = shapely.get_coordinates(lines, return_index=True)
    at = np.flatnonzero(owner[1:] == owner[:-1])
    start, along, owner = xy[at], xy[at + 1] - xy[at], owner[at]
    if not len(at):
        return np.zeros(len(lines))
    segment, share = _cuts(start, along, zone[owner], *_edges(zones))
    every = np.arange(len(at))
    segment = np.concatenate([every, every, segment])
    share = np.concatenate([np.zeros(len(at)), np.ones(len(at)), share])
    order = np.lexsort((share, segment))
    segment, share = segment[order], share[order]
    step = np.flatnonzero((segment[1:] == segment[:-1]) & (share[1:] > share[:-1]))
    segment, low, high = segment[step], share[step], share[step + 1]
    middle = start[segment] + along[segment] * ((low + high) / 2)[:, None]
    shapely.prepare(zones)
    there = shapely.intersects_xy(zones[zone[owner[segment]]], *middle.T)
    metres = (high - low) * np.hypot(*along[segment].T)
    return np.bincount(owner[segment], np.where(there, metres, 0.0), len(lines))


def edges_of(lines: np.ndarray) -> np.ndarray:
    """The straight pieces of lines, as lines of two points."""
    xy, owner = shapely.get_coordinates(lines, return_index=True)
    at = np.flatnonzero(owner[1:] == owner[:-1])
    return shapely.linestrings(np.stack([xy[at], xy[at + 1]], axis=1))


def _edges(zones: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(start, vector, zone) of the edges of polygons, their holes' too."""
    parts, of_part = shapely.get_parts(zones, return_index=True)
    rings, of_ring = shapely.get_rings(parts, return_index=True)
    xy, owner = shapely.get_coordinates(rings, return_index=True)
    at = np.flatnonzero(owner[1:] == owner[:-1])
    return xy[at], xy[at + 1] - xy[at], of_part[of_ring[owner[at]]]


def _cuts(start, along, zone, edge_start, edge_along, edge_zone) -> tuple[np.ndarray, np.ndarray]:
    """(segment, share of its length) where segments may enter or leave their zone.

    A cut too many does no harm: what lies between two is looked at by itself. So edges that run in a segment's own
    direction cut it where they begin and end.
    """
    edges = shapely.linestrings(np.stack([edge_start, edge_start + edge_along], axis=1))
    segment, edge = shapely.STRtree(edges).query(
        shapely.linestrings(np.stack([start, start + along], axis=1))
    )
    same = edge_zone[edge] == zone[segment]
    segment, edge = segment[same], edge[same]
    d, f, w = along[segment], edge_along[edge], edge_start[edge] - start[segment]
    size = (d * d).sum(axis=1)
    cross = d[:, 0] * f[:, 1] - d[:, 1] * f[:, 0]
    flat = np.abs(cross) <= 1e-12 * np.sqrt(size * (f * f).sum(axis=1))
    with np.errstate(invalid="ignore", divide="ignore"):
        here = (w[:, 0] * f[:, 1] - w[:, 1] * f[:, 0]) / cross
        there = (w[:, 0] * d[:, 1] - w[:, 1] * d[:, 0]) / cross
        begin, end = (w * d).sum(axis=1) / size, ((w + f) * d).sum(axis=1) / size
    met = ~flat & (there >= -1e-9) & (there <= 1 + 1e-9)
    segment = np.concatenate([segment[met], segment[flat], segment[flat]])
    share = np.concatenate([here[met], begin[flat], end[flat]])
    real = (share > 0) & (share < 1)  # false for what is not a number
    return segment[real], share[real]
