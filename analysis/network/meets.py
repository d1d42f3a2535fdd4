"""Dead ends of one city that run into another city's road: its middle, or a junction of its own."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.spatial import cKDTree

from .arms import Arms, angle, degree, inward, ways
from .borders import Borders
from .options import Options
from .reading import Strands
from .rivers import Water
from .topology import Topology


@dataclass
class Meets:
    """Arrays, one value a meeting: end ``a``/``side_a`` meets strand ``b`` at ``along`` metres; ``side_b`` 0 or 1
    where that is b's end, -1 in its middle. ``doubt``: a person decides.
    """

    a: np.ndarray
    side_a: np.ndarray
    b: np.ndarray
    along: np.ndarray
    side_b: np.ndarray
    gap: np.ndarray
    turn: np.ndarray
    bridge: np.ndarray
    link: np.ndarray
    doubt: np.ndarray

    def __len__(self) -> int:
        return len(self.a)

    def take(self, where) -> Meets:
        return Meets(**{name: value[where] for name, value in vars(self).items()})


def meets(
    strands: Strands, topology: Topology, tree: shapely.STRtree, root: np.ndarray, all_arms: Arms, twin: np.ndarray,
    borders: Borders | None, water: Water, options: Options,
) -> Meets:  # fmt: skip
    """The nearest road of another city ahead of each dead end, within ``meet_candidate_m``, that passes by.

    A dead end is no road that passes: ends that face each other and do not fit stay apart; and near its dead end a
    road's middle is in doubt, as the two ends may be one; so is a piece that is not longer than a gap may be.
    """
    arms_at = degree(all_arms)
    place = root[topology.end_node] if len(strands) else topology.end_node
    dead = (arms_at[place] == 1) & ~twin[:, None] if len(strands) else np.zeros((0, 2), dtype=bool)
    strand, side = np.nonzero(dead)
    reach = options.meet_candidate_m
    x, y = strands.ends[strand, side].T
    row, line = tree.query(shapely.box(x - reach, y - reach, x + reach, y + reach))
    other = (strands.city[line] != strands.city[strand[row]]) & ~twin[line]
    row, line = row[other], line[other]
    spot = shapely.points(strands.ends[strand[row], side[row]])
    gap = shapely.distance(spot, strands.geom[line])
    near = gap <= reach
    row, line, spot, gap = row[near], line[near], spot[near], gap[near]
    along = shapely.line_locate_point(strands.geom[line], spot)
    length = strands.length[line]
    at_end = np.where(along <= options.snap_m, 0, np.where(along >= length - options.snap_m, 1, -1))
    passes = (at_end < 0) | (arms_at[place[line, np.maximum(at_end, 0)]] > 1)
    # A stub that hangs beside the junction from which it comes has met it already.
    far = place[strand[row], 1 - side[row]]
    passes &= (place[line] != far[:, None]).all(axis=1) | (
        strands.length[strand[row]] > options.candidate_gap_m
    )
    row, line, gap, along, at_end = (v[passes] for v in (row, line, gap, along, at_end))
    if not len(row):
        return _none()
    way = ways(
        strands, topology, root, all_arms, strand[row], side[row], options.bearing_over_m, options.stub_m
    )
    foot = strands.spot(line, along)
    step = foot - way.tip
    size = np.hypot(*step.T)
    ahead = angle(way.out, step / np.maximum(size, 1e-9)[:, None])
    # A road drawn too far has the other one behind its end, across itself.
    past = shapely.intersects(strands.geom[strand[row]], strands.geom[line])
    good = (ahead <= options.meet_ahead_deg) | past | (size < options.snap_m)
    tangent = inward(strands, line, np.clip(along - 5, 0, None), np.ones(len(line)), 10.0)
    cross = angle(way.out, tangent)
    cross = np.minimum(cross, 180 - cross)
    good &= cross >= options.bearing_deg  # else it is the same road, or one beside it
    level = strands.level[strand[row]] == strands.level[line]
    good &= level | (at_end >= 0)
    row, line, gap, along, at_end, cross, foot, tip = (
        v[good] for v in (row, line, gap, along, at_end, cross, foot, way.tip)
    )
    order = np.lexsort((line, at_end < 0, np.round(gap, 3), row))
    row, line, gap, along, at_end, cross, foot, tip = (
        v[order] for v in (row, line, gap, along, at_end, cross, foot, tip)
    )
    first = np.r_[True, row[1:] != row[:-1]][: len(row)]
    row, line, gap, along, at_end, cross, foot, tip = (
        v[first] for v in (row, line, gap, along, at_end, cross, foot, tip)
    )
    a, side_a = strand[row], side[row]
    link = shapely.linestrings(np.stack([tip, foot], axis=1)) if len(a) else np.empty(0, dtype=object)
    keep = np.ones(len(a), dtype=bool)
    if borders is not None and len(a):
        keep = borders.between(link, strands.city[a], strands.city[line])
    wet = water.between(link)
    bridge = np.full(len(a), None, dtype=object)
    bridge[wet] = water.bridge(shapely.points(tip[wet]), shapely.points(foot[wet]))
    keep &= ~(wet & np.array([name is None for name in bridge], dtype=bool))
    doubt = (strands.length[line] <= options.gap_m) & (at_end < 0)
    doubt |= _dead_end_near(strands, dead, tip, strands.city[line], options.gap_m)
    return Meets(a, side_a, line, along, at_end, gap, cross, bridge, link, doubt).take(keep)


def _dead_end_near(strands: Strands, dead: np.ndarray, tip, city, reach: float) -> np.ndarray:
    """Whether a dead end (``dead``: n, 2) of ``city`` lies within ``reach`` of each point."""
    found = np.zeros(len(tip), dtype=bool)
    strand, side = np.nonzero(dead)
    if len(tip) and len(strand):
        near = cKDTree(strands.ends[strand, side]).query_ball_point(tip, reach)
        row = np.repeat(np.arange(len(tip)), [len(n) for n in near])
        other = strands.city[strand[np.concatenate(near).astype(int)]]
        found[row[other == city[row]]] = True
    return found


def _none() -> Meets:
    whole, real, thing, truth = (np.empty(0, dtype=t) for t in (int, float, object, bool))
    return Meets(whole, whole, whole, real, whole, real, real, thing, thing, truth)
