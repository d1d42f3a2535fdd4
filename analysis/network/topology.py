"""Which ends are one node, and where sections are split. Geometry is never moved: a node is a number.

First inside each city (``inside``); later steps add what links, twins and meetings across borders join.
"""

from __future__ import annotations

import numpy as np
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from .crossings import Crossings, crossings
from .neighbours import Neighbours
from .options import Options
from .reading import Strands


class Topology:
    """Ends, splits and what is joined.

    ``end_node`` (n, 2): node of each strand's start and finish. Splits: ``strand``, ``along`` (metres), ``node``.
    ``xy`` (nodes, 2): a place for each node. ``joins``: pairs of nodes that are one.
    """

    def __init__(self, end_node: np.ndarray, xy: np.ndarray):
        self.end_node, self.xy = end_node, xy
        self.strand, self.along = np.empty(0, dtype=int), np.empty(0)
        self.node = np.empty(0, dtype=int)
        self.joins = np.empty((0, 2), dtype=int)

    def add_nodes(self, xy: np.ndarray) -> np.ndarray:
        first = len(self.xy)
        self.xy = np.concatenate([self.xy, xy])
        return np.arange(first, first + len(xy))

    def join(self, one: np.ndarray, two: np.ndarray) -> None:
        self.joins = np.concatenate([self.joins, np.column_stack([one, two]).astype(int)])

    def split(self, strand: np.ndarray, along: np.ndarray, node: np.ndarray) -> None:
        self.strand = np.concatenate([self.strand, strand]).astype(int)
        self.along = np.concatenate([self.along, along])
        self.node = np.concatenate([self.node, node]).astype(int)

    def root(self) -> np.ndarray:
        """For each node the number of the place that it belongs to."""
        size = len(self.xy)
        graph = coo_array((np.ones(len(self.joins), dtype=np.int8), self.joins.T), shape=(size, size))
        return connected_components(graph, directed=False)[1]

    def settle(self, length: np.ndarray, tolerance: float) -> None:
        """Splits of a strand nearer than ``tolerance`` to each other, or to one of its ends, are one node."""
        order = np.lexsort((self.node, self.along, self.strand))
        strand, along, node = self.strand[order], self.along[order], self.node[order]
        for side, near in ((0, along <= tolerance), (1, along >= length[strand] - tolerance)):
            self.join(node[near], self.end_node[strand[near], side])
        inner = (along > tolerance) & (along < length[strand] - tolerance)
        strand, along, node = strand[inner], along[inner], node[inner]
        close = (np.diff(strand) == 0) & (np.diff(along) <= tolerance)
        self.join(node[:-1][close], node[1:][close])
        # Of a run of close splits the first one stays.
        keep = np.r_[True, ~close][: len(strand)]
        self.strand, self.along, self.node = strand[keep], along[keep], node[keep]


def inside(
    strands: Strands, near: Neighbours, bridges: np.ndarray | None, options: Options
) -> tuple[Topology, Crossings]:
    """(topology of each city for itself, crossings of lines of different cities).

    ``bridges``: geometries of bridges; two roads that cross within ``bridge_m`` of one, and say nothing of their
    height, do not meet.
    """
    topology = _weld(strands, options.weld_m)
    _snap(strands, topology, near, options)
    found = crossings(strands.geom, strands.length, near, options.snap_m)
    same = strands.city[found.a] == strands.city[found.b]
    level = strands.level[found.a] == strands.level[found.b]
    if bridges is not None and len(bridges) and same.any():
        silent = np.flatnonzero(same & level & ~strands.stated[found.a] & ~strands.stated[found.b])
        near = shapely.STRtree(bridges).query(
            shapely.points(found.xy[silent]), predicate="dwithin", distance=options.bridge_m
        )[0]
        level[silent[near]] = False
    here = Crossings(*(value[same & level] for value in found))
    across = Crossings(*(value[~same & level] for value in found))
    node = topology.add_nodes(here.xy)
    topology.split(here.a, here.at_a, node)
    topology.split(here.b, here.at_b, node)
    topology.settle(strands.length, options.snap_m)
    return topology, across


def _weld(strands: Strands, reach: float) -> Topology:
    """Ends of one city within ``reach`` are one node; a short section's own two ends are not."""
    count = len(strands)
    if not count:
        return Topology(np.empty((0, 2), dtype=int), np.empty((0, 2)))
    ends = strands.ends.reshape(-1, 2)
    city = np.repeat(strands.city, 2)
    # Equal places first: most ends of a network are, and the tree need not pair them.
    origin = ends.min(axis=0)
    x, y = np.round((ends - origin) * 1000).astype(np.int64).T
    wide, high = int(y.max()) + 1, int(x.max()) + 1
    if wide * high * len(strands.cities) < 2**62:  # one number a place
        key = (city * high + x) * wide + y
        order = np.argsort(key, kind="stable")
        new = np.r_[True, np.diff(key[order]) != 0]
    else:
        order = np.lexsort((y, x, city))
        new = np.r_[True, (np.diff(np.column_stack([city, x, y])[order], axis=0) != 0).any(axis=1)]
    place = np.empty(len(ends), dtype=int)
    place[order] = np.cumsum(new) - 1
    first = order[new]
    xy = ends[first]
    axes = np.column_stack([xy - origin, city[first] * (reach * 10 + 1)])
    pairs = cKDTree(axes).query_pairs(reach, output_type="ndarray").reshape(-1, 2)
    short = place.reshape(-1, 2)[strands.length <= 4 * reach]
    own = np.sort(short, axis=1)
    pairs = np.sort(pairs, axis=1)
    size = len(xy) + 1
    pairs = pairs[~np.isin(pairs[:, 0] * size + pairs[:, 1], own[:, 0] * size + own[:, 1])]
    topology = Topology(place.reshape(-1, 2), xy)
    topology.join(pairs[:, 0], pairs[:, 1])
    return topology


def _snap(strands: Strands, topology: Topology, near: Neighbours, options: Options) -> None:
    """Nodes on another line of their city, or less than ``snap_m`` beside it, split it.

    A road that passes over or under is not met, unless one of the roads at the node runs on its level.
    """
    root = topology.root()
    group = root[topology.end_node]
    reach = options.snap_m
    one, two = near.within(reach)
    same = strands.city[one] == strands.city[two]
    one, two = one[same], two[same]
    found = []
    x0, y0, x1, y1 = near.bounds.T + np.array([[-reach], [-reach], [reach], [reach]])
    for strand, line in ((one, two), (two, one)):
        for side in (0, 1):
            x, y = np.ascontiguousarray(strands.ends[:, side].T)
            x, y = x[strand], y[strand]
            wanted = np.flatnonzero((x >= x0[line]) & (x <= x1[line]) & (y >= y0[line]) & (y <= y1[line]))
            wanted = wanted[(group[line[wanted]] != group[strand[wanted], side][:, None]).all(axis=1)]
            found.append(topology.end_node[strand[wanted], side] * len(strands) + line[wanted])
    node, line = np.divmod(np.unique(np.concatenate(found)), max(len(strands), 1))
    spot = shapely.points(topology.xy[node])
    close = shapely.distance(spot, strands.geom[line]) < reach
    node, line, spot = node[close], line[close], spot[close]
    raised = strands.level[line] != 0
    level = np.column_stack([np.repeat(root[topology.end_node].ravel(), 1), np.repeat(strands.level, 2)])
    levels = set(map(tuple, level[np.isin(level[:, 0], root[node[raised]])].tolist()))
    meets = ~raised
    for n in np.flatnonzero(raised):  # few: ends beside a bridge or tunnel
        meets[n] = (root[node[n]], strands.level[line[n]]) in levels
    node, line, spot = node[meets], line[meets], spot[meets]
    topology.split(line, shapely.line_locate_point(strands.geom[line], spot), node)
