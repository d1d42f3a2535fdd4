"""Arms: what leaves a node, and in which direction. Only nodes near a border are ever looked at."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from .reading import Strands
from .topology import Topology

LAST = 15.0  # metres of a bend that say where it leads


class Arms(NamedTuple):
    """Arrays, one value an arm: ``place`` (root of its node), ``strand``, ``at`` metres along it, ``sign`` (+1: the
    arm runs on towards the strand's finish, -1 towards its start), ``side`` (0 start, 1 finish, -1 in the middle).
    Sorted by place, so that ``first[p]:first[p + 1]`` are the arms of place p.
    """

    place: np.ndarray
    strand: np.ndarray
    at: np.ndarray
    sign: np.ndarray
    side: np.ndarray
    first: np.ndarray

    def take(self, where: np.ndarray) -> tuple:
        return self.strand[where], self.at[where], self.sign[where]


def arms(strands: Strands, topology: Topology, root: np.ndarray, left_out: np.ndarray) -> Arms:
    """All arms but those of strands ``left_out`` (n, bool)."""
    n = np.flatnonzero(~left_out)
    split = np.flatnonzero(~left_out[topology.strand])
    split = split[np.lexsort((topology.along[split], topology.strand[split]))]
    on = topology.strand[split]
    ends = topology.end_node[n]
    # Strand by strand: its start, twice each split, its finish; then one stable sort by place.
    before = np.searchsorted(on, n)
    after = np.searchsorted(on, n, side="right")
    start, finish = 2 * np.arange(len(n)) + 2 * before, 2 * np.arange(len(n)) + 2 * after + 1
    middle = 2 * np.arange(len(on)) + 2 * np.searchsorted(n, on) + 1
    total = 2 * len(n) + 2 * len(on)
    strand, node, side, sign = (np.empty(total, dtype=int) for _ in range(4))
    at = np.empty(total)
    for where, values in (
        (start, (n, ends[:, 0], 0, 1, 0.0)),
        (middle, (on, topology.node[split], -1, -1, topology.along[split])),
        (middle + 1, (on, topology.node[split], -1, 1, topology.along[split])),
        (finish, (n, ends[:, 1], 1, -1, strands.length[n])),
    ):
        strand[where], node[where], side[where], sign[where], at[where] = values
    place = root[node] if len(node) else node
    order = np.argsort(place, kind="stable")
    first = np.r_[0, np.cumsum(np.bincount(place, minlength=int(root.max()) + 1 if len(root) else 0))]
    return Arms(place[order], strand[order], at[order], sign[order], side[order], first)


def count(topology: Topology, root: np.ndarray, left_out: np.ndarray) -> np.ndarray:
    """How many arms each place has."""
    node = np.concatenate(
        [topology.end_node[~left_out].ravel(), np.repeat(topology.node[~left_out[topology.strand]], 2)]
    )
    return (
        np.bincount(root[node], minlength=int(root.max()) + 1)
        if len(node)
        else np.zeros(len(root), dtype=int)
    )


def others(all_arms: Arms, place: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(row of ``place``, arm) for every arm of each place."""
    count = all_arms.first[place + 1] - all_arms.first[place]
    row = np.repeat(np.arange(len(place)), count)
    step = np.arange(len(row)) - np.repeat(np.cumsum(count) - count, count)
    return row, all_arms.first[place][row] + step


def inward(strands: Strands, strand, at, sign, over) -> np.ndarray:
    """Unit vectors (k, 2) along arms away from their node, over ``over`` metres or what there is."""
    far = np.clip(at + sign * over, 0, strands.length[strand])
    way = strands.spot(strand, far) - strands.spot(strand, at)
    return way / np.maximum(np.hypot(*way.T), 1e-9)[:, None]


def angle(one: np.ndarray, two: np.ndarray) -> np.ndarray:
    """Degrees between unit vectors, 0 to 180."""
    return np.degrees(
        np.arctan2(np.abs(one[:, 0] * two[:, 1] - one[:, 1] * two[:, 0]), (one * two).sum(axis=1))
    )


class Ways(NamedTuple):
    """How ends point out of their road: ``out`` over the last 30 m, followed into the road behind a short section;
    ``own`` of the section alone, over its last 15 m; ``beyond`` the road's own direction before a stub (``out`` where
    there is none); ``tip`` and ``back`` (from where ``out`` is taken) coordinates. ``owner``: of a short section the
    end (2 * strand + side) of the road that it belongs to, at their common node; -1 none.
    """

    out: np.ndarray
    own: np.ndarray
    beyond: np.ndarray
    tip: np.ndarray
    back: np.ndarray
    owner: np.ndarray


def ways(
    strands: Strands, topology: Topology, root, all_arms: Arms, strand, side, over: float, stub: float
) -> Ways:
    """Directions of the ends (``strand``, ``side``). A strand shorter than ``over`` is followed into the road that it
    belongs to: the only one at its other end, or that of its route, name and class, or the straightest.
    """
    length = strands.length[strand]
    at = np.where(side == 0, 0.0, length)
    sign = np.where(side == 0, 1, -1)
    tip = strands.ends[strand, side]
    back = strands.spot(strand, np.clip(at + sign * over, 0, length))
    plain = _unit(tip - back)
    beyond = plain.copy()
    owner = np.full(len(strand), -1)
    alone = _unit(tip - strands.spot(strand, np.clip(at + sign * LAST, 0, length)))
    short = np.flatnonzero(length < over)
    far = root[topology.end_node[strand[short], 1 - side[short]]] if len(short) else short
    row, arm = others(all_arms, far)
    own = all_arms.strand[arm] == strand[short][row]
    row, arm = row[~own], arm[~own]
    if len(row):
        way = inward(strands, *all_arms.take(arm), over)
        s, o = strand[short[row]], all_arms.strand[arm]
        turn = angle(plain[short[row]], -way)
        apart = (strands.route[s] != strands.route[o]) | (strands.route[s] < 0)
        unlike = np.where(strands.cls[s] == strands.cls[o], 0, 1)
        foreign = strands.city[s] != strands.city[o]
        order = np.lexsort((arm, turn, unlike, apart, foreign, row))
        row, arm, way, turn = row[order], arm[order], way[order], turn[order]
        best = np.r_[True, row[1:] != row[:-1]]
        row, arm, way = row[best], arm[best], way[best]
        end = short[row]
        o, at_o, sign_o = all_arms.take(arm)
        rest = np.clip(at_o + sign_o * (over - length[end]), 0, strands.length[o])
        back[end] = strands.spot(o, rest)
        owner[end] = np.where(all_arms.side[arm] >= 0, 2 * o + all_arms.side[arm], -1)
        plain[end] = _unit(tip[end] - back[end])
        stubs = length[end] <= stub
        beyond[end] = plain[end]
        beyond[end[stubs]] = -way[stubs]
    return Ways(plain, alone, beyond, tip, back, owner)


def turn(way: Ways, a, b, over, length) -> np.ndarray:
    """Degrees between ends that face each other. Of a short section nobody knows whether it is the road's last bend
    or the road, and in a bend 30 m look back too far: each of the directions may speak for the end. Where a section
    is shorter than ``over`` a misfit turns it: then the middle between the ends is taken for both tips, too.
    """
    best = np.full(len(a), 180.0)
    for left in (way.out, way.own, way.beyond):
        for right in (way.out, way.own, way.beyond):
            best = np.minimum(best, angle(left[a], -right[b]))
    short = np.flatnonzero(np.minimum(length[a], length[b]) < over)
    a, b = a[short], b[short]
    middle = (way.tip[a] + way.tip[b]) / 2
    best[short] = np.minimum(best[short], angle(_unit(middle - way.back[a]), _unit(way.back[b] - middle)))
    return best


def stubs_at(strands: Strands, topology: Topology, root, all_arms: Arms, place, but, most: float):
    """(row of ``place``, coordinates of the dead end) of sections of ``most`` metres that leave each place, but the
    strand ``but``, and end with no other road.
    """
    row, arm = others(all_arms, place)
    strand, side = all_arms.strand[arm], all_arms.side[arm]
    good = (strand != but[row]) & (side >= 0) & (strands.length[strand] <= most)
    row, strand, side = row[good], strand[good], side[good]
    good = degree(all_arms)[root[topology.end_node[strand, 1 - side]]] == 1
    return row[good], strands.ends[strand[good], 1 - side[good]]


def straight_on(strands: Strands, all_arms: Arms, strand, place, out) -> np.ndarray:
    """Degrees by which the straightest other arm of the same city at the end's place turns off; inf for none."""
    row, arm = others(all_arms, place)
    other = (all_arms.strand[arm] != strand[row]) & (
        strands.city[all_arms.strand[arm]] == strands.city[strand[row]]
    )
    row, arm = row[other], arm[other]
    best = np.full(len(strand), np.inf)
    if len(row):
        way = inward(strands, *all_arms.take(arm), 30.0)
        np.minimum.at(best, row, angle(out[row], way))
    return best


def passed_by(strands: Strands, all_arms: Arms, strand, place, most: float) -> np.ndarray:
    """Whether, at each end's place, two other arms of its city are one road that runs by (within ``most`` degrees)."""
    found = np.zeros(len(strand), dtype=bool)
    row, arm = others(all_arms, place)
    other = (all_arms.strand[arm] != strand[row]) & (
        strands.city[all_arms.strand[arm]] == strands.city[strand[row]]
    )
    row, arm = row[other], arm[other]
    count = np.bincount(row, minlength=len(strand))
    first = np.cumsum(count) - count
    one = np.repeat(np.arange(len(row)), count[row])
    step = np.arange(len(one)) - np.repeat(np.cumsum(count[row]) - count[row], count[row])
    two = first[row[one]] + step
    one, two = one[one < two], two[one < two]
    if len(one):
        way = inward(strands, *all_arms.take(arm), 30.0)
        straight = angle(way[one], -way[two]) <= most
        found[row[one[straight]]] = True
    return found


def degree(all_arms: Arms) -> np.ndarray:
    """Arms of each place."""
    return np.diff(all_arms.first)


def _unit(way: np.ndarray) -> np.ndarray:
    return way / np.maximum(np.hypot(*way.T), 1e-9)[:, None]
