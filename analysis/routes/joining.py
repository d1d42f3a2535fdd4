"""What belongs together beside the pairs: forks of one number, parts of a section, roundabouts, dual carriageways."""

from __future__ import annotations

import numpy as np
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from .continuing import Pairs
from .options import RouteOptions
from .pieces import Pieces, around, deflection

# Of a circle 1, of a hexagon 0.91, of a square block 0.79: blocks of houses are no roundabouts.
_ROUND = 0.85
_RING_SIDES = 16


def components(n: int, *edges: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
    """A label for each of n things that the edges connect: the least of those that it is connected with."""
    a = np.concatenate([edge[0] for edge in edges]) if edges else np.zeros(0, np.int64)
    b = np.concatenate([edge[1] for edge in edges]) if edges else a
    graph = coo_matrix((np.ones(len(a), np.int8), (a, b)), shape=(n, n))
    _, label = connected_components(graph, directed=False)
    first = np.full(label.max(initial=-1) + 1, n, np.int64)
    np.minimum.at(first, label, np.arange(n))
    return first[label]


def same_number(pieces: Pieces, usable: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pieces of one unit that meet at a node: a certified road is one road, with its forks and loops."""
    ends = np.flatnonzero(usable & (np.repeat(pieces.unit, 2) >= 0))
    unit = pieces.unit[ends >> 1]
    code = pieces.node[ends] * (unit.max(initial=0) + 1) + unit
    return _runs(ends >> 1, code)


def same_section(pieces: Pieces, usable: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pieces of one section, wherever they lie: it is the unit of planning and is not divided."""
    rows = np.flatnonzero(usable[::2])
    return _runs(rows, pieces.section[rows])


def carriageways(pieces: Pieces, options: RouteOptions, usable: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """At nodes of three ends: a road that goes on as two one-way ones, one away and one back, close together."""
    ends = np.flatnonzero(usable)
    ends = ends[around(pieces.node[ends], pieces.bearing[ends])]
    starts = np.flatnonzero(np.r_[True, np.diff(pieces.node[ends]) != 0]) if len(ends) else np.zeros(0, int)
    degree = np.diff(np.r_[starts, len(ends)])
    table = ends[starts[degree == 3][:, None] + np.arange(3)]
    flow = pieces.oneway[table >> 1] * np.where(table & 1, -1, 1)
    split = (np.sort(flow, axis=1) == [-1, 0, 1]).all(axis=1)
    table, flow = table[split], flow[split]
    order = np.argsort(flow, axis=1)
    back, stem, away = (np.take_along_axis(table, order[:, [k]], 1)[:, 0] for k in range(3))
    bearing, scale, unit = pieces.bearing, pieces.scale[table >> 1], pieces.unit
    with np.errstate(invalid="ignore"):
        alike = ~(np.nanmax(scale, axis=1, initial=-9) - np.nanmin(scale, axis=1, initial=9) > 0)
    same = unit[back >> 1] == unit[away >> 1]
    straight = np.maximum(deflection(bearing[stem], bearing[back]), deflection(bearing[stem], bearing[away]))
    apart = 180.0 - deflection(bearing[back], bearing[away])
    real = alike & same & (straight <= options.angle) & (apart <= options.angle)
    stem, back, away = stem[real] >> 1, back[real] >> 1, away[real] >> 1
    return np.concatenate([stem, stem]), np.concatenate([back, away])


def rings(pieces: Pieces, options: RouteOptions, usable: np.ndarray) -> np.ndarray:
    """For each piece the ring (least piece of it) that it is part of, -1 for none: roundabouts by their shape.

    A ring is a face of the network: from each end on to the next one around, until it closes; few steps, since only
    what is still shorter than the longest roundabout goes on.
    """
    found = np.full(len(pieces), -1, np.int64)
    limit = options.roundabout_m
    ends = np.flatnonzero(usable)
    if not limit or not len(ends):
        return found
    ends = ends[around(pieces.node[ends], pieces.bearing[ends])]
    node = pieces.node[ends]
    first = np.r_[True, node[1:] != node[:-1]]
    start_of = np.maximum.accumulate(np.where(first, np.arange(len(ends)), 0))
    last = np.r_[first[1:], True]
    following = np.arange(len(ends)) + 1
    following[last] = start_of[last]
    turn = np.zeros(len(usable), np.int64)
    turn[ends] = ends[following]
    begin = ends[pieces.length[ends >> 1] <= limit]
    now, gone, least = begin, np.zeros(len(begin)), begin >> 1
    for steps in range(_RING_SIDES):
        gone = gone + pieces.length[now >> 1]
        least = np.minimum(least, now >> 1)
        now = turn[now ^ 1]
        # Legs that end blind would be walked up and down again: a ring meets no piece twice.
        on = (gone <= limit) & (turn[now] != now)
        closed = on & (now == begin) & (least == begin >> 1)
        for one in begin[closed].tolist():
            _take(pieces, turn, one, steps + 1, found)
        on &= now != begin
        begin, now, gone, least = begin[on], now[on], gone[on], least[on]
        if not len(begin):
            break
    return found


def _take(pieces: Pieces, turn: np.ndarray, begin: int, sides: int, found: np.ndarray) -> None:
    """Mark a closed face as a ring if it is round."""
    ends = [begin]
    for _ in range(sides - 1):
        ends.append(int(turn[ends[-1] ^ 1]))
    members = np.array(ends) >> 1
    if len(set(members.tolist())) < len(members) or (found[members] >= 0).any():
        return
    parts = [shapely.get_coordinates(pieces.geom[e >> 1])[:: -1 if e & 1 else 1] for e in ends]
    xy = np.concatenate(parts)
    x, y = (xy - xy[0]).T
    area = 0.5 * abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1)))
    around_m = pieces.length[members].sum()
    if around_m > 0 and 4 * np.pi * area / around_m**2 >= _ROUND:
        found[members] = members.min()


def ring_nodes(pieces: Pieces, ring: np.ndarray) -> np.ndarray:
    """The node of each end, all nodes of a ring as one: the least."""
    inside = np.flatnonzero(ring >= 0)
    node = pieces.node.copy()
    if not len(inside):
        return node
    places, at = np.unique(node[np.concatenate([2 * inside, 2 * inside + 1])], return_inverse=True)
    label = components(len(places), (at[: len(inside)], at[len(inside) :]))
    where = np.searchsorted(places, node)
    hit = (where < len(places)) & (places[np.minimum(where, len(places) - 1)] == node)
    node[hit] = places[label[where[hit]]]
    return node


def through_rings(
    pieces: Pieces, ring: np.ndarray, node: np.ndarray, usable: np.ndarray, pairs: Pairs
) -> tuple[np.ndarray, np.ndarray]:
    """Each ring goes with the best pair that runs through it; one with a single leg goes with that."""
    inside = np.flatnonzero(ring >= 0)
    if not len(inside):
        return inside, inside
    ring_node = node[2 * inside]
    places = np.unique(ring_node)
    chosen = np.full(len(places), -1, np.int64)
    legs = np.flatnonzero(usable & (np.repeat(ring, 2) < 0) & np.isin(node, places))
    at = np.searchsorted(places, node[legs])
    count = np.bincount(at, minlength=len(places))
    alone = count[at] == 1
    chosen[at[alone]] = legs[alone] >> 1
    here = np.flatnonzero(np.isin(node[pairs.a], places))
    here = here[np.lexsort((pairs.a[here], -pairs.weight[here]))][::-1]  # the best is written last
    chosen[np.searchsorted(places, node[pairs.a[here]])] = pairs.a[here] >> 1
    with_leg = chosen[np.searchsorted(places, ring_node)]
    ok = with_leg >= 0
    a, b = inside[ok], with_leg[ok]
    rest = inside[~ok]
    return np.concatenate([a, rest]), np.concatenate([b, ring[rest]])


def _runs(rows: np.ndarray, code: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Edges between neighbours of equal code."""
    order = np.argsort(code, kind="stable")
    rows, code = rows[order], code[order]
    same = np.flatnonzero(code[1:] == code[:-1])
    return rows[same], rows[same + 1]
