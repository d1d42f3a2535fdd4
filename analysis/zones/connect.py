"""One piece a zone: strays join the neighbour that they cost least, locked sections are tied to their zone."""

from __future__ import annotations

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from .refine import ranges
from .units import Units

NONE = -1


def main_pieces(units: Units, label: np.ndarray, k: int, fixed: np.ndarray | None = None) -> np.ndarray:
    """Whether each unit is in its zone's main piece: the one with most of the zone's ``fixed`` units (those that must
    stay), then most load, then most units, then the first."""
    piece = units.components(label)
    known = np.flatnonzero(piece >= 0)
    if not len(known):
        return np.zeros(len(units), bool)
    n = int(piece.max()) + 1
    load = np.bincount(piece[known], units.load[known], n)
    size = np.bincount(piece[known], minlength=n)
    held = np.zeros(n) if fixed is None else np.bincount(piece[known], fixed[known], n)
    zone, first = np.full(n, k), np.full(n, len(units))
    zone[piece[known]] = label[known]
    np.minimum.at(first, piece[known], known)
    order = np.lexsort((first, -size, -load, -held, zone))
    best = order[np.concatenate([[True], zone[order][1:] != zone[order][:-1]])]
    main = np.zeros(n + 1, bool)
    main[best[zone[best] < k]] = True
    return main[piece]


def joined(units: Units, label: np.ndarray, cost: np.ndarray, fixed: np.ndarray | None = None) -> np.ndarray:
    """Labels with every zone in one piece. Units outside their zone's main piece go, from its border inwards, to the
    zone beside them where they cost least; what no zone touches is -1. ``cost``: zones x units, prices included.
    Fixed units keep their label even where that leaves a zone in pieces: ``tied`` has linked what can be linked."""
    k = len(cost)
    stray = (label >= 0) & ~main_pieces(units, label, k, fixed)
    if fixed is not None:
        stray &= ~fixed
    if not stray.any():
        return label
    return grown(units, np.where(stray, NONE, label), cost, stray)


def grown(units: Units, label: np.ndarray, cost: np.ndarray, open_: np.ndarray) -> np.ndarray:
    """Zones grow over the units ``open_``, ring by ring; each goes to the cheapest zone that touches it."""
    label = label.copy()
    k = len(cost)
    waiting = np.flatnonzero(open_)
    while len(waiting):
        begin, count = units.junction_start[waiting], np.diff(units.junction_start)[waiting]
        who = np.repeat(np.arange(len(waiting)), count)
        node = units.junction[ranges(begin, count)]
        many = np.diff(units.unit_start)[node]
        beside = label[units.unit[ranges(units.unit_start[node], many)]]
        by = np.repeat(who, many)
        touches = np.zeros((len(waiting), k), bool)
        known = beside >= 0
        touches[by[known], beside[known]] = True
        price = np.where(touches, cost[:, waiting].T, np.inf)
        zone = price.argmin(axis=1)
        reached = touches.any(axis=1)
        if not reached.any():
            break
        label[waiting[reached]] = zone[reached]
        waiting = waiting[~reached]
    return label


def tied(units: Units, label: np.ndarray, cost: np.ndarray, fixed: np.ndarray, worth_linking: float = np.inf):
    """Links what belongs together: the fixed units of a zone with each other, by the cheapest ways over units that are
    not fixed for another zone; and pieces of a zone with at least ``worth_linking`` load with its main piece.

    The ways are fixed too, so that no other zone's way can cut them. Returns label, fixed, and the fixed units that no
    way leads to."""
    label, fixed, k = label.copy(), fixed.copy(), len(cost)
    lost: list[int] = []
    graph = None
    for zone in range(k):
        held = fixed & (label == zone)
        main, apart = _apart(units, held)
        heavy = [] if np.isinf(worth_linking) else _apart(units, label == zone)[1]
        heavy = [own for own in heavy if units.load[own].sum() >= worth_linking and not held[own].any()]
        if not apart and not heavy:
            continue
        if graph is None:
            graph = _meeting(units)
        step = (
            np.maximum(cost[zone] - cost.min(axis=0), 0) * (units.load / units.load.sum()) * len(units) + 0.01
        )
        step[label == zone] = 1e-6
        step[fixed & (label != zone)] = np.inf
        if not held.any():
            main = _apart(units, label == zone)[0]
        for own in [*apart, *heavy]:
            path = _way(graph, step, np.flatnonzero(main), own)
            if path is None:
                lost += own[fixed[own]].tolist()
                continue
            label[path] = zone
            fixed[path] = True
            main[path] = True
            main[own] = True
            step[path] = 1e-6
    return label, fixed, np.array(sorted(lost), int)


def _apart(units: Units, inside: np.ndarray):
    """(the main piece of the units ``inside`` as a mask, the other pieces as lists of units, heaviest first)."""
    main = main_pieces(units, np.where(inside, 0, -1), 1)
    rest = np.flatnonzero(inside & ~main)
    if not len(rest):
        return main, []
    piece = units.components(np.where(inside, 0, -1))[rest]
    pieces = [rest[piece == p] for p in np.unique(piece)]
    return main, sorted(pieces, key=lambda own: (-units.load[own].sum(), own[0]))


def _meeting(units: Units) -> sparse.csr_matrix:
    incidence = units.incidence
    both = (incidence @ incidence.T).tocsr()
    both.setdiag(0)
    both.eliminate_zeros()
    return both


def _way(graph, step, sources, goals):
    """Units of the cheapest way from any source to any goal; None where there is none."""
    weights = graph.astype(float)
    weights.data = step[weights.indices]  # entering a unit costs its step
    blocked = ~np.isfinite(weights.data)
    weights.data[blocked] = 0
    weights.eliminate_zeros()
    distance, before, _ = csgraph.dijkstra(
        weights, directed=True, indices=sources, min_only=True, return_predecessors=True
    )
    end = goals[np.argmin(distance[goals])]
    if not np.isfinite(distance[end]):
        return None
    path = []
    while end >= 0:
        path.append(end)
        end = before[end]
    return np.array(path)
