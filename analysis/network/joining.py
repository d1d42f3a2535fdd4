"""Nodes that twins share with their reference, and pieces cut at nodes."""

from __future__ import annotations

import numpy as np
import shapely

from .options import Options
from .reading import Strands
from .topology import Topology
from .twins import Twins


def share_nodes(strands: Strands, topology: Topology, twins: Twins, options: Options) -> None:
    """Every node on a twin is one with the reference: with its node there if one is near, else it splits it."""
    twin, ref = twins.cover.T
    if not len(twin):
        return
    at_twin = np.flatnonzero(np.isin(topology.strand, twin))
    strand = np.concatenate([np.repeat(np.unique(twin), 2), topology.strand[at_twin]])
    end_node = topology.end_node[np.unique(twin)].ravel()
    node = np.concatenate([end_node, topology.node[at_twin]])
    xy = np.concatenate([strands.ends[np.unique(twin)].reshape(-1, 2), topology.xy[topology.node[at_twin]]])
    # Each node against each reference of its strand; the nearest one counts.
    order = np.argsort(twin, kind="stable")
    first = np.searchsorted(twin[order], strand)
    count = np.searchsorted(twin[order], strand, side="right") - first
    row = np.repeat(np.arange(len(strand)), count)
    step = np.arange(len(row)) - np.repeat(np.cumsum(count) - count, count)
    line = ref[order][first[row] + step]
    spot = shapely.points(xy[row])
    away = shapely.distance(spot, strands.geom[line])
    order = np.lexsort((line, np.round(away, 3), row))
    row, line, spot, away = row[order], line[order], spot[order], away[order]
    new = np.r_[True, row[1:] != row[:-1]][: len(row)]
    row, line, spot, away = row[new], line[new], spot[new], away[new]
    near = away <= options.gap_m
    row, line, spot = row[near], line[near], spot[near]
    along = shapely.line_locate_point(strands.geom[line], spot)
    # Nodes that the reference has: its ends, and where it is split.
    has_strand = np.concatenate([np.arange(len(strands)), np.arange(len(strands)), topology.strand])
    has_along = np.concatenate([np.zeros(len(strands)), strands.length, topology.along])
    has_node = np.concatenate([topology.end_node[:, 0], topology.end_node[:, 1], topology.node])
    of = np.isin(has_strand, line)
    has_strand, has_along, has_node = has_strand[of], has_along[of], has_node[of]
    order = np.lexsort((has_along, has_strand))
    has_strand, has_along, has_node = has_strand[order], has_along[order], has_node[order]
    base = np.searchsorted(has_strand, line)
    count = np.searchsorted(has_strand, line, side="right") - base
    r = np.repeat(np.arange(len(line)), count)
    step = np.arange(len(r)) - np.repeat(np.cumsum(count) - count, count)
    k = base[r] + step
    off = np.abs(has_along[k] - along[r])
    order = np.lexsort((k, np.round(off, 3), r))
    r, k, off = r[order], k[order], off[order]
    best = np.r_[True, r[1:] != r[:-1]][: len(r)]
    k, off = k[best], off[best]
    joined = off <= options.twin_m
    topology.join(node[row[joined]], has_node[k[joined]])
    topology.split(line[~joined], along[~joined], node[row[~joined]])
    topology.settle(strands.length, options.snap_m)


def pieces(strands: Strands, topology: Topology, root: np.ndarray) -> dict[str, np.ndarray]:
    """Strands cut at their splits. Arrays, one value a piece: strand, from_m, to_m (along the section), one, two
    (roots of its nodes), geom; sorted by strand and place along it.
    """
    n = len(strands)
    order = np.lexsort((topology.along, topology.strand))
    cut, along, node = topology.strand[order], topology.along[order], topology.node[order]
    count = np.bincount(cut, minlength=n)
    strand = np.repeat(np.arange(n), count + 1)
    start = np.cumsum(count + 1) - (count + 1)
    first, last = np.zeros(len(strand), dtype=bool), np.zeros(len(strand), dtype=bool)
    first[start], last[start + count] = True, True
    low, high = np.zeros(len(strand)), strands.length[strand].copy()
    low[~first], high[~last] = along, along
    one, two = np.empty(len(strand), dtype=int), np.empty(len(strand), dtype=int)
    one[first], two[last] = root[topology.end_node[:, 0]], root[topology.end_node[:, 1]]
    one[~first], two[~last] = root[node], root[node]
    geom = strands.geom[strand]
    whole = first & last
    if (~whole).any():
        geom[~whole] = _cut(strands, np.unique(cut), cut, along)
    before = strands.start_m[strand]
    return {
        "strand": strand,
        "from_m": before + low,
        "to_m": before + high,
        "one": one,
        "two": two,
        "geom": geom,
    }


def _cut(strands: Strands, rows: np.ndarray, cut: np.ndarray, along: np.ndarray) -> np.ndarray:
    """Pieces of strands ``rows`` (sorted) cut at ``along`` metres of strand ``cut`` (sorted), in order."""
    xy, owner = shapely.get_coordinates(strands.geom[rows], return_index=True)
    step = np.r_[0.0, np.hypot(*np.diff(xy, axis=0).T)]
    new = np.r_[True, owner[1:] != owner[:-1]]
    step[new] = 0.0
    total = np.cumsum(step)
    at = total - total[new][owner]
    at_cut = np.searchsorted(rows, cut)
    spot = strands.spot(cut, along)
    # A cut stands twice: it ends one piece and begins the next.
    owners = np.concatenate([owner, at_cut, at_cut])
    places = np.concatenate([at, along, along])
    rank = np.concatenate([np.zeros(len(at)), np.full(len(along), 1), np.full(len(along), 2)])
    # A vertex at the very place of a cut belongs to the piece before it; numerically it may lie on either side.
    points = np.concatenate([xy, spot, spot])
    order = np.lexsort((rank, places, owners))
    begins = (rank == 2)[order] | np.r_[True, np.diff(owners[order]) != 0]
    piece = np.cumsum(begins) - 1
    points = points[order]
    # Vertices on a cut would double its point.
    double = np.r_[False, (np.abs(np.diff(points, axis=0)) < 1e-9).all(axis=1) & (np.diff(piece) == 0)]
    size = np.bincount(piece)
    double &= size[piece] > 2
    return shapely.linestrings(points[~double], indices=piece[~double])
