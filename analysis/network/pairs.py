"""Pairs of ends of two cities that may be one road, and what each pair costs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.spatial import cKDTree

from .arms import Arms, angle, degree, passed_by, straight_on, stubs_at, turn, ways
from .borders import Borders
from .options import Options
from .reading import Strands
from .rivers import Water
from .topology import Topology

BEARING_MOST = 1.5
CLASS_COST = 0.3  # a step of class
NUMBER_BONUS, NUMBER_COST = 0.8, 1.0  # national and prefectural numbers that agree, or do not
NAME_BONUS = 0.6
WIDTH_COST, WIDTH_MOST = 0.3, 0.5  # by the logarithm of the ratio
FLOW_COST = 0.3  # a one-way road that goes on as a two-way one
JUNCTION_COST = 0.15  # each end at which roads of its own city meet
NEARER = 0.8  # of a gap: a road that passes nearer than this to the end may be the one that it meets
FAR_COST = 0.2  # by the square of the gap: two roads side by side are not crossed over


@dataclass
class Pairs:
    """Arrays, one value a pair, in an order that the input's does not change. ``a`` and ``b``: strands, ``side_a``
    and ``side_b`` their ends (0 start, 1 finish); the city of ``a`` has the lower number. ``dead``: how many of the two
    ends have no other road of their city. ``doubt``: see ``_doubtful``; ``bent``: the directions leave it open;
    ``alone``: both ends lie at one place, and no other road does.
    """

    a: np.ndarray
    side_a: np.ndarray
    b: np.ndarray
    side_b: np.ndarray
    gap: np.ndarray
    bearing: np.ndarray
    class_diff: np.ndarray
    cost: np.ndarray
    bridge: np.ndarray
    link: np.ndarray
    same_number: np.ndarray
    same_name: np.ndarray
    at_border: np.ndarray
    dead: np.ndarray
    doubt: np.ndarray
    bent: np.ndarray
    alone: np.ndarray

    def __len__(self) -> int:
        return len(self.a)

    def take(self, where) -> Pairs:
        return Pairs(**{name: value[where] for name, value in vars(self).items()})


def candidates(
    strands: Strands, topology: Topology, local: np.ndarray, root: np.ndarray, all_arms: Arms, twin: np.ndarray,
    tree: shapely.STRtree, borders: Borders | None, water: Water, options: Options,
) -> Pairs:  # fmt: skip
    """Pairs within ``candidate_gap_m`` whose direction, class, one-way sense, river and border allow a link.

    ``local``: place of each node inside its city; ``root``: with what twins join; ``twin`` (n, bool): strands left
    out, as their reference speaks for them.
    """
    a, side_a, b, side_b = _near(strands, topology, local, twin, options.candidate_gap_m)
    tip_a, tip_b = strands.ends[a, side_a], strands.ends[b, side_b]
    gap = np.hypot(*(tip_a - tip_b).T)
    class_diff = np.abs(strands.cls[a] - strands.cls[b])  # NaN where one is unknown: any class fits
    welded = gap <= options.weld_m
    keep = (~(class_diff > options.class_step) | welded) & (gap <= options.candidate_gap_m + 1e-9)
    into_a = strands.flow[a] * np.where(side_a == 1, 1, -1)  # 1: traffic comes to this end
    into_b = strands.flow[b] * np.where(side_b == 1, 1, -1)
    keep &= ~((into_a != 0) & (into_a == into_b))
    a, side_a, b, side_b, gap, class_diff = (v[keep] for v in (a, side_a, b, side_b, gap, class_diff))
    if not len(a):
        return _none()
    one_way = (strands.flow[a] == 0) != (strands.flow[b] == 0)
    bearing, own_a, own_b, dead_a, dead_b, passed, inner, owner_a, owner_b, free = _directions(
        strands, topology, root, all_arms, a, side_a, b, side_b, gap, options
    )
    # A road that goes straight on in its own city does not go on in the other one.
    through = np.minimum(own_a, own_b)
    limit = np.full(len(a), options.bearing_deg)
    shorter = np.minimum(strands.length[a], strands.length[b])
    limit[(shorter <= options.stub_m) & (gap <= options.meet_m)] = options.bearing_stub_deg
    alone = _alone(a, side_a, b, side_b, gap <= options.weld_m) & dead_a & dead_b
    limit[alone] = options.bearing_weld_deg
    # A piece shorter than 30 m is turned by the misfit itself, and a name says more than a direction: a person knows.
    open_ = (shorter < options.bearing_over_m) | _known(strands, a, b)
    open_ &= (gap <= options.gap_m) & dead_a & dead_b
    bent = open_ & (bearing > limit + 1e-9) & (bearing <= options.bearing_ask_deg + 1e-9)
    bent |= class_diff > options.class_step  # at one place only, see above
    keep = (bearing <= limit + 1e-9) | bent
    # Of a piece that hangs on nothing of its city either end may be meant, where the other one is as near.
    bent |= free & (_far_end_nearer(strands, a, side_a, b, side_b, gap) | (bearing > options.bearing_ask_deg))
    bent &= ~alone | (class_diff > options.class_step)
    keep &= ~((through <= options.bearing_deg) & (through <= bearing + 10)) & ~inner
    keep &= ~(class_diff > options.class_step) | alone
    keep &= ~_behind_stub(
        strands, root[topology.end_node], a, side_a, b, side_b, owner_a, owner_b, gap, bearing + gap, keep
    )
    a, side_a, b, side_b, gap, class_diff, bearing, dead_a, dead_b, passed, one_way, bent, alone = (
        v[keep]
        for v in (
            a,
            side_a,
            b,
            side_b,
            gap,
            class_diff,
            bearing,
            dead_a,
            dead_b,
            passed,
            one_way,
            bent,
            alone,
        )
    )
    link = shapely.linestrings(np.stack([strands.ends[a, side_a], strands.ends[b, side_b]], axis=1))
    number = (strands.number[a] >= 0) & (strands.number[b] >= 0)
    same_number = number & (strands.number[a] == strands.number[b])
    same_name = (strands.label[a] == strands.label[b]) & (strands.label[a] >= 0)
    at_border = np.ones(len(a), dtype=bool)
    if borders is not None and len(a):
        at_border = borders.between(link, strands.city[a], strands.city[b])
    wet = water.between(link)
    bridge = np.full(len(a), None, dtype=object)
    points = [shapely.points(strands.ends[s[wet], e[wet]]) for s, e in ((a, side_a), (b, side_b))]
    bridge[wet] = water.bridge(*points)
    drowned = wet & np.array([name is None for name in bridge], dtype=bool)
    dead = dead_a.astype(int) + dead_b
    share = gap / options.gap_m
    ratio = np.abs(np.log(strands.width[a] / strands.width[b])) if len(a) else np.empty(0)
    cost = share + FAR_COST * share**2 + np.minimum(bearing / options.bearing_deg, BEARING_MOST)
    cost += CLASS_COST * np.nan_to_num(class_diff) + JUNCTION_COST * (2 - dead) + FLOW_COST * one_way
    cost += np.nan_to_num(np.minimum(WIDTH_COST * ratio, WIDTH_MOST), nan=0.0)
    cost += np.where(same_number, -NUMBER_BONUS, np.where(number, NUMBER_COST, 0.0)) - NAME_BONUS * same_name
    none = np.zeros(len(a), dtype=bool)
    pairs = Pairs(
        a, side_a, b, side_b, gap, bearing, class_diff, cost, bridge, link, same_number, same_name, at_border, dead,
        none, bent, alone,
    )  # fmt: skip
    section = strands.section
    foreign = wet & (bridge != section[strands.row[a]]) & (bridge != section[strands.row[b]])
    foreign &= np.isin(bridge.astype(str), water.sections)
    pairs.doubt = foreign | _doubtful(strands, pairs, passed, dead_a, tree, borders, options)
    pairs.doubt |= _stub_leaves(strands, topology, root, all_arms, pairs, dead_a, dead_b, options)
    # Two numbers are two roads, but for a place at which one ends and the other begins.
    pairs.doubt |= bent | (number & ~same_number & (gap > options.weld_m))
    # Away from the border only a common number or name speaks for a link, and a person decides.
    return pairs.take(~drowned & (at_border | same_number | same_name))


def _doubtful(
    strands: Strands, pairs: Pairs, passed, dead_a, tree, borders: Borders | None, options: Options
):
    """Pairs (bool) that fit and may still be two roads.

    Two junctions that face each other, each on a road that runs along its side of the border. And a dead end some way
    from a junction of the other city, where the junction does not lie at the border or a road from it passes nearer
    to the end: then the road may end before, or meet that road beside the junction.
    """
    known = pairs.same_number | pairs.same_name
    doubt = (pairs.dead == 0) & passed & (pairs.gap > options.weld_m) & ~known
    rows = np.flatnonzero((pairs.dead == 1) & (pairs.gap > options.meet_m) & ~known)
    if not len(rows):
        return doubt
    tip_a = strands.ends[pairs.a[rows], pairs.side_a[rows]]
    tip_b = strands.ends[pairs.b[rows], pairs.side_b[rows]]
    first = dead_a[rows][:, None]
    dead, junction = np.where(first, tip_a, tip_b), np.where(first, tip_b, tip_a)
    to = np.where(first[:, 0], pairs.b[rows], pairs.a[rows])
    if borders is None:
        doubt[rows] = True
        return doubt
    away = borders.distance(shapely.points(junction), strands.city[to], options.junction_border_m)
    doubt[rows] = ~np.isfinite(away)
    point, reach = shapely.points(dead), pairs.gap[rows] / 2
    box = NEARER * pairs.gap[rows][:, None]
    row, line = tree.query(shapely.box(*(dead - box).T, *(dead + box).T))
    other = (line != to[row]) & (strands.city[line] == strands.city[to[row]])
    row, line = row[other], line[other]
    near = shapely.distance(point[row], strands.geom[line]) < NEARER * pairs.gap[rows][row]
    row, line = row[near], line[near]
    along = shapely.line_locate_point(strands.geom[line], point[row])
    beside = np.hypot(*(strands.spot(line, along) - junction[row]).T) > reach[row]
    # A road that runs the same way is not one that this one meets.
    end = (
        np.where(first[:, 0], pairs.a[rows], pairs.b[rows]),
        np.where(first[:, 0], pairs.side_a[rows], pairs.side_b[rows]),
    )
    back = np.where(end[1] == 0, options.bearing_over_m, strands.length[end[0]] - options.bearing_over_m)
    out = (dead - strands.spot(end[0], back))[row]
    way = strands.spot(line, along + 5.0) - strands.spot(line, along - 5.0)
    turned = angle(out, way)
    beside &= np.minimum(turned, 180.0 - turned) >= options.bearing_deg
    doubt[rows[row[beside]]] = True
    return doubt


def _known(strands: Strands, a, b) -> np.ndarray:
    same = (strands.number[a] == strands.number[b]) & (strands.number[a] >= 0)
    return same | ((strands.label[a] == strands.label[b]) & (strands.label[a] >= 0))


def _alone(a, side_a, b, side_b, near) -> np.ndarray:
    """Pairs (bool) of ``near`` of which both ends stand in no other pair of ``near``: one node, whatever bends."""
    found = near.copy()
    rows = np.flatnonzero(near)
    ends = np.concatenate([2 * a[rows] + side_a[rows], 2 * b[rows] + side_b[rows]])
    _, back, count = np.unique(ends, return_inverse=True, return_counts=True)
    once = count[back.reshape(-1)] == 1
    found[rows] = once[: len(rows)] & once[len(rows) :]
    return found


def _far_end_nearer(strands: Strands, a, side_a, b, side_b, gap) -> np.ndarray:
    found = np.zeros(len(a), dtype=bool)
    for s, e, t, f in ((a, side_a, b, side_b), (b, side_b, a, side_a)):
        found |= np.hypot(*(strands.ends[s, 1 - e] - strands.ends[t, f]).T) <= gap + 1.0
    return found


def _behind_stub(strands, place, a, side_a, b, side_b, owner_a, owner_b, gap, unlike, good) -> np.ndarray:
    """Pairs (bool) of an end with the road behind a stub where the end fits the stub itself and the stub's end is not
    clearly farther: the stub is that road's last piece. And of a section whose two ends are one place the end that
    fits worse.
    """
    one, two = 2 * a + side_a, 2 * b + side_b
    size = 2 * len(strands) + 1
    found = np.zeros(len(a), dtype=bool)
    for owner, here, there in ((owner_a, one, two), (owner_b, two, one)):
        stub = np.flatnonzero(good & (owner >= 0))
        stub = stub[np.argsort(gap[stub], kind="stable")]
        said, first = np.unique(owner[stub] * size + there[stub], return_index=True)
        if len(said):
            key = here * size + there
            at = np.minimum(np.searchsorted(said, key), len(said) - 1)
            found |= (said[at] == key) & (gap[stub[first]][at] <= gap + 2.0)
    for here, strand, there in ((one, a, two), (two, b, one)):
        loop = np.flatnonzero(good & (place[strand, 0] == place[strand, 1]) & (strands.length[strand] <= 4.0))
        order = loop[np.lexsort((here[loop], np.round(unlike[loop], 3), there[loop], strand[loop]))]
        again = (np.diff(strand[order]) == 0) & (np.diff(there[order]) == 0)
        found[order[1:][again]] = True
    return found


def _stub_leaves(strands, topology, root, all_arms, pairs: Pairs, dead_a, dead_b, options) -> np.ndarray:
    """Pairs (bool) of a dead end and a junction from which a short piece leads to a dead end within reach: the city
    has drawn its road up to there, and the piece may be the one that goes on.
    """
    doubt = np.zeros(len(pairs), dtype=bool)
    rows = (dead_a != dead_b) & (pairs.gap > options.weld_m) & (pairs.bearing > options.bearing_deg / 2)
    rows = np.flatnonzero(rows)
    if not len(rows):
        return doubt
    first = dead_a[rows]
    end = (
        np.where(first, pairs.a[rows], pairs.b[rows]),
        np.where(first, pairs.side_a[rows], pairs.side_b[rows]),
    )
    to = (
        np.where(first, pairs.b[rows], pairs.a[rows]),
        np.where(first, pairs.side_b[rows], pairs.side_a[rows]),
    )
    place = root[topology.end_node[to]]
    row, tip = stubs_at(strands, topology, root, all_arms, place, to[0], options.gap_m)
    away = np.hypot(*(tip - strands.ends[end[0][row], end[1][row]]).T)
    doubt[rows[row[away <= options.gap_m]]] = True
    return doubt


def _near(strands: Strands, topology: Topology, local, twin, reach):
    """(strand, side, strand, side) of ends of two cities within ``reach``, the lower city first, sorted."""
    strand = np.flatnonzero(~twin)
    end_strand, side = np.tile(strand, 2), np.repeat([0, 1], len(strand))
    node = topology.end_node[end_strand, side]
    place = local[node] if len(node) else node
    used, first = np.unique(place, return_index=True)
    city = strands.city[end_strand[first]]
    xy = topology.xy[node[first]]
    if len(used) < 2 or city.min() == city.max():
        return tuple(np.empty(0, dtype=int) for _ in range(4))
    origin = xy.min(axis=0)
    # Nodes of one place lie up to a metre or so apart.
    pairs = cKDTree(xy - origin).query_pairs(reach + 3.0, output_type="ndarray").reshape(-1, 2)
    pairs = pairs[city[pairs[:, 0]] != city[pairs[:, 1]]]
    pairs = np.where((city[pairs[:, 0]] > city[pairs[:, 1]])[:, None], pairs[:, ::-1], pairs)
    order = np.argsort(place, kind="stable")
    start = np.searchsorted(place[order], used)
    count = np.diff(np.append(start, len(place)))
    many = count[pairs[:, 0]] * count[pairs[:, 1]]
    row = np.repeat(np.arange(len(pairs)), many)
    step = np.arange(len(row)) - np.repeat(np.cumsum(many) - many, many)
    p, q = pairs[row].T
    one = order[start[p] + step // count[q]]
    two = order[start[q] + step % count[q]]
    a, side_a, b, side_b = end_strand[one], side[one], end_strand[two], side[two]
    # By section and place, not by side: a line drawn the other way round is the same line.
    spot = np.round(np.column_stack([strands.ends[a, side_a], strands.ends[b, side_b]]), 3)
    order = np.lexsort((*spot.T, b, a))
    return a[order], side_a[order], b[order], side_b[order]


def _directions(strands, topology, root, all_arms, a, side_a, b, side_b, gap, options):
    """(degrees between the ends, degrees to the straightest own road at each end, whether each is a dead end,
    whether a road of its own city runs by at both, whether one is the inner end of a stub that ends nearby, the ends
    that stubs belong to, see ``_behind_stub``, whether one is a piece that hangs on nothing)."""
    key = np.concatenate([2 * a + side_a, 2 * b + side_b])
    ends, back = np.unique(key, return_inverse=True)
    back = back.reshape(-1)
    strand, side = ends // 2, ends % 2
    way = ways(strands, topology, root, all_arms, strand, side, options.bearing_over_m, options.stub_m)
    place = root[topology.end_node[strand, side]]
    own = straight_on(strands, all_arms, strand, place, way.out)
    dead = degree(all_arms)[place] == 1
    passed = passed_by(strands, all_arms, strand, place, options.bearing_deg)
    # A stub's inner end: its road goes on at the dead end, and what meets the junction meets the other roads there.
    far = root[topology.end_node[strand, 1 - side]]
    inner = ~dead & (strands.length[strand] <= options.stub_m) & (degree(all_arms)[far] == 1)
    one, two = back[: len(a)], back[len(a) :]
    bearing = turn(
        way, one, two, np.where(gap <= options.gap_m, options.bearing_over_m, 0.0), strands.length[strand]
    )
    owner = np.where(dead & (strands.length[strand] <= options.stub_m), way.owner, -1)
    free = dead & (degree(all_arms)[far] == 1) & (strands.length[strand] <= options.stub_m)
    return (
        bearing, own[one], own[two], dead[one], dead[two], passed[one] & passed[two], inner[one] | inner[two],
        owner[one], owner[two], free[one] | free[two],
    )  # fmt: skip


def _none() -> Pairs:
    whole, real, thing, truth = (np.empty(0, dtype=t) for t in (int, float, object, bool))
    return Pairs(
        whole,
        whole,
        whole,
        whole,
        real,
        real,
        real,
        real,
        thing,
        thing,
        truth,
        truth,
        truth,
        whole,
        truth,
        truth,
        truth,
    )
