"""Which ends continue each other: at every node the pairs that together go on best, each end in one pair at most.

A node of d ends has few ways to be paired (3 for d = 4, 15 for 6, 105 for 8): all are weighed for all nodes of one
degree at once, so the result is the best one, not the first found. Beyond 8 ends the best pair is taken, then the next.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np

from .options import RouteOptions
from .pieces import Pieces, around, deflection

SECTION, NUMBER, LINK, NAME, GEOMETRY = 4, 3, 2, 1, 0
# A pair of a level outweighs all pairs that a node may have of the levels below it.
_WEIGHT = np.array([0.0, 1e6, 1e7, 1e8, 1e9])
_ALL_WAYS = 8


@dataclass
class Pairs:
    """Ends ``a`` < ``b`` that continue each other; ``level``: why; ``turn``: deflection, degrees; ``weight``."""

    a: np.ndarray
    b: np.ndarray
    level: np.ndarray
    turn: np.ndarray
    weight: np.ndarray

    def sorted(self) -> Pairs:
        order = np.lexsort((self.b, self.a))
        return Pairs(*(values[order] for values in (self.a, self.b, self.level, self.turn, self.weight)))

    @classmethod
    def none(cls) -> Pairs:
        return cls(*(np.zeros(0, np.int64) for _ in range(3)), *(np.zeros(0) for _ in range(2)))


def pair_ends(
    pieces: Pieces, options: RouteOptions, node: np.ndarray, link: np.ndarray | None, usable: np.ndarray
) -> Pairs:
    """The best pairs at each node.

    ``node``: of each end (roundabouts drawn together share one); ``link``: of each end the border link that ends there,
    -1 none; ``usable``: ends that take part.
    """
    ends = np.flatnonzero(usable)
    ends = ends[around(node[ends], pieces.bearing[ends])]
    if not len(ends):
        return Pairs.none()
    starts = np.flatnonzero(np.r_[True, np.diff(node[ends]) != 0])
    degree = np.diff(np.r_[starts, len(ends)])
    sides = _Sides.of(pieces, options, link)
    found = []
    for d in np.unique(degree[degree > 1]).tolist():
        table = ends[starts[degree == d][:, None] + np.arange(d)]
        found.append(_best(table, sides) if d <= _ALL_WAYS else _greedy(table, sides))
    if not found:
        return Pairs.none()
    one, two, level, turn, weight = (np.concatenate(parts) for parts in zip(*found))
    return Pairs(np.minimum(one, two), np.maximum(one, two), level, turn, weight).sorted()


@dataclass
class _Sides:
    """What speaks for and against two ends continuing each other."""

    pieces: Pieces
    options: RouteOptions
    link: np.ndarray | None

    @classmethod
    def of(cls, pieces: Pieces, options: RouteOptions, link) -> _Sides:
        return cls(pieces, options, link)

    def weigh(self, a: np.ndarray, b: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """(weight, 0 where they do not continue; level; deflection) of ends a and b, arrays of one shape."""
        pieces, options = self.pieces, self.options
        turn = deflection(pieces.bearing[a], pieces.bearing[b])
        level = np.full(a.shape, GEOMETRY, np.int64)
        p, q = a >> 1, b >> 1
        if options.numbers:
            cost = turn + self._doubts(a, b, p, q)
            level[_same(pieces.name, p, q)] = NAME
            if self.link is not None:
                level[_same(self.link, a, b)] = LINK
            level[_same(pieces.unit, p, q)] = NUMBER
        else:
            cost = turn
        if options.whole_sections:
            own = (pieces.section[p] == pieces.section[q]) & (np.abs(pieces.part[p] - pieces.part[q]) == 1)
            level[own & (a != b)] = SECTION
        # Squared, so that a straight road is not given up for two that bend; 1 above the worst case, so that a
        # deflection of just the angle still continues.
        fits = (np.maximum(options.angle - cost, 0) + 1.0) ** 2
        weight = np.where(cost <= options.angle, fits, 0.0)
        weight = np.where(level > GEOMETRY, _WEIGHT[level] + 361.0 - turn, weight)
        # Two ends of one closed piece: it is a ring, whatever else happens to it.
        return np.where((p == q) & (level != SECTION), 0.0, weight), level, turn

    def _doubts(self, a, b, p, q) -> np.ndarray:
        """Degrees by which two ends fit worse than their angle says; infinite where they cannot be one way."""
        pieces, options = self.pieces, self.options
        with np.errstate(invalid="ignore", divide="ignore"):
            steps = np.nan_to_num(np.abs(pieces.scale[p] - pieces.scale[q]))
            ratio = np.abs(np.log2(pieces.width[p] / pieces.width[q]))
        width = np.minimum(np.nan_to_num(ratio, posinf=0.0), 2.0) * options.width_deg
        one, two = pieces.unit[p], pieces.unit[q]
        numbered = (one >= 0) & (two >= 0) & (one != two)
        other = numbered & (pieces.city[p] == pieces.city[q])
        # A road of the state or the prefecture ends where its number ends, and another's begins there.
        ended = numbered & (pieces.beyond[p] | pieces.beyond[q])
        # Traffic that leaves by both ends, or comes in by both, does not go on.
        out_a = pieces.oneway[p] * np.where(a & 1, -1, 1)
        out_b = pieces.oneway[q] * np.where(b & 1, -1, 1)
        clash = (out_a * out_b) > 0
        cost = steps * options.class_deg + width + other * options.number_deg
        return np.where(clash | ended | (steps > options.class_steps), np.inf, cost)


def _best(table: np.ndarray, sides: _Sides):
    """All ways to pair the ends of nodes of one degree, by the total weight; ties: the first in the order around."""
    d = table.shape[1]
    one, two = np.triu_indices(d, 1)
    weight, level, turn = sides.weigh(table[:, one], table[:, two])
    ways = _matchings(d)
    if len(ways) > 1:
        total = np.zeros((len(table), len(ways)))
        for k in range(ways.shape[1]):
            total += weight[:, ways[:, k]]
        chosen = ways[np.argmax(np.round(total, 4), axis=1)]
    else:
        chosen = np.broadcast_to(ways[0], (len(table), ways.shape[1]))
    rows = np.repeat(np.arange(len(table)), ways.shape[1])
    pair = chosen.ravel()
    real = weight[rows, pair] > 0
    rows, pair = rows[real], pair[real]
    return (
        table[rows, one[pair]],
        table[rows, two[pair]],
        level[rows, pair],
        turn[rows, pair],
        weight[rows, pair],
    )


def _greedy(table: np.ndarray, sides: _Sides):
    """Nodes of many ends: the best pair, then the best of what is left."""
    d = table.shape[1]
    one, two = np.triu_indices(d, 1)
    weight, level, turn = sides.weigh(table[:, one], table[:, two])
    weight = np.round(weight, 4)
    left, found = weight.copy(), []
    rows = np.arange(len(table))
    for _ in range(d // 2):
        pair = left.argmax(axis=1)
        real = np.flatnonzero(left[rows, pair] > 0)
        if not len(real):
            break
        at = pair[real]
        found.append((real, at))
        a, b = one[at][:, None], two[at][:, None]
        used = (one == a) | (one == b) | (two == a) | (two == b)
        left[real] = np.where(used, 0.0, left[real])
    if not found:
        nothing = np.zeros(0, np.int64)
        return nothing, nothing, nothing, np.zeros(0), np.zeros(0)
    rows, pair = (np.concatenate(parts) for parts in zip(*found))
    return (
        table[rows, one[pair]],
        table[rows, two[pair]],
        level[rows, pair],
        turn[rows, pair],
        weight[rows, pair],
    )


@functools.lru_cache(maxsize=16)
def _matchings(d: int) -> np.ndarray:
    """The fullest pairings of d ends, each as places in ``np.triu_indices(d, 1)``; of an odd number one stays over."""
    place = {pair: n for n, pair in enumerate(zip(*np.triu_indices(d, 1)))}

    def ways(free: tuple) -> list[list[int]]:
        if len(free) < 2:
            return [[]]
        first, rest = free[0], free[1:]
        found = [
            [place[(first, other)], *way]
            for n, other in enumerate(rest)
            for way in ways(rest[:n] + rest[n + 1 :])
        ]
        return found + (ways(rest) if len(free) % 2 else [])

    return np.array([way for way in ways(tuple(range(d))) if len(way) == d // 2], np.int64)


def _same(codes: np.ndarray, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    one = codes[a]
    return (one >= 0) & (one == codes[b])
