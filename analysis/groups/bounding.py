"""A certified lower bound of dead running: no partition of the same roads into tours can have less.

All groups' doublings together make every junction of the whole even, so together they cost at least the least-cost
T-join T of the odd junctions of everything to be maintained, without any bound on sizes: the groups only add
constraints. That least cost is bounded from below by a feasible dual of the matching problem (Edmonds): a radius
around every odd junction and moats around odd sets of them, no way between two junctions being longer filled than it
is long. The dual is built tile by tile with HiGHS (linear program, odd sets found by components of the fractional
solution), first with each tile keeping to its own half of every way that leaves it, then again in shifted tiles with
everything outside as it is: each step stays feasible, so the sum is a bound whatever was left undone.
"""

from __future__ import annotations

import time

import numpy as np
from scipy import sparse

from .program import pairing_program

NEAREST = 14  # ways of each odd junction in the program; the rest is covered by ``free``
TILE = 3000
PASSES = 2
HOPS = 2
LEAST_ROUNDS, MOST_ROUNDS = 8, 40  # of cuts; small networks can afford more of them


def lower_bound(ways: sparse.csr_matrix, reach: np.ndarray, x, y,
                until: float | None = None, tick=None) -> float:  # fmt: skip
    """Metres that pairing n odd junctions at x, y costs at least. ``ways``, ``reach``: from ``direct_ways``.
    ``until``: stop there; what is proved so far is returned.

    Only direct ways are held to: a moat between two junctions lies on one of the direct ways that the way between
    them is made of, so what fits on those fits on it.
    """
    n = len(x)
    if n == 0:
        return 0.0
    ways.sort_indices()
    low, high, metres, reach = _nearest(ways, reach)
    neighbours = sparse.csr_matrix(
        (np.r_[metres, metres], (np.r_[low, high], np.r_[high, low])), shape=(n, n)
    )
    radius = np.zeros(n)  # by junction, all moats around it included
    value = 0.0
    sets: list[tuple[np.ndarray, float]] = []
    alone = np.zeros(n)
    tiles: list[np.ndarray] = []
    rounds = int(np.clip(120_000 // n, LEAST_ROUNDS, MOST_ROUNDS))
    for turn in range(PASSES):
        some = np.arange(n) if turn == 0 else _along(neighbours, tiles, n)
        tiles = [some[tile] for tile in _tiles(x[some], y[some], turn)]
        for t, tile in enumerate(tiles):
            if until is not None and time.monotonic() > until:
                return float(value)
            mine = np.zeros(n, bool)
            mine[tile] = True
            kept = []
            inner = []
            for nodes, height in sets:
                inside = mine[nodes].sum()
                if inside == len(nodes):
                    inner.append((nodes, height))
                elif inside:
                    kept.append(nodes)
            for nodes in kept:
                mine[nodes] = False
            tile = np.flatnonzero(mine)
            if not len(tile):
                continue
            free = np.minimum(reach[tile] / 2, _room(neighbours, tile, mine, radius, turn))
            here, moats, heights = _solve(neighbours, tile, np.maximum(free, 0.0), rounds)
            old = alone[tile].sum() + sum(h for _, h in inner)
            if here.sum() + sum(heights) <= old:
                continue
            value += here.sum() + sum(heights) - old
            alone[tile] = here
            radius[tile] = here
            gone = {id(nodes) for nodes, _ in inner}
            sets = [s for s in sets if id(s[0]) not in gone]
            for nodes, height in zip(moats, heights):
                sets.append((tile[nodes], height))
                radius[tile[nodes]] += height
            if tick:
                tick((turn + t / len(tiles)) / PASSES)
    return float(value) * (1 - 1e-9)


def _nearest(own, complete):
    """The ways used, and how far each junction's list of them is complete."""
    n = own.shape[0]
    row = np.repeat(np.arange(n), np.diff(own.indptr))
    order = np.lexsort((own.data, row))
    rank = np.arange(len(row)) - own.indptr[row[order]]
    row, col, metres = row[order], own.indices[order], own.data[order]
    beyond = rank == NEAREST
    reach = complete.copy()
    reach[row[beyond]] = np.minimum(reach[row[beyond]], metres[beyond])
    taken = rank < NEAREST
    low, high = np.minimum(row[taken], col[taken]), np.maximum(row[taken], col[taken])
    key, first = np.unique(low * n + high, return_index=True)
    return key // n, key % n, metres[taken][first], reach


def _tiles(x, y, turn):
    """Halves of halves; the second time the halves are cut elsewhere, so that old edges lie inside new tiles."""
    stack, out = [(np.arange(len(x)), 0)], []
    while stack:
        part, depth = stack.pop()
        if len(part) <= TILE:
            out.append(part)
            continue
        value = x[part] if np.ptp(x[part]) >= np.ptp(y[part]) else y[part]
        order = part[np.argsort(value, kind="stable")]
        at = len(part) // 2
        if turn and depth < 2:
            at = len(part) // 3
        stack += [(order[:at], depth + 1), (order[at:], depth + 1)]
    return out


def _along(neighbours, tiles, n):
    """Junctions within HOPS ways of another tile: inside, the second time would find what the first one did."""
    of = np.zeros(n, np.int64)
    for t, tile in enumerate(tiles):
        of[tile] = t
    row = np.repeat(np.arange(n), np.diff(neighbours.indptr))
    near = np.zeros(n, bool)
    near[row[of[row] != of[neighbours.indices]]] = True
    for _ in range(HOPS):
        near[neighbours.indices[near[row]]] = True
    return np.flatnonzero(near)


def _room(neighbours, tile, mine, radius, turn):
    part = neighbours[tile]
    row = np.repeat(np.arange(len(tile)), np.diff(part.indptr))
    out = ~mine[part.indices]
    other = part.indices[out]
    # Not solved yet: each keeps to its half. Later: what the other left.
    left = part.data[out] / 2 if turn == 0 else part.data[out] - radius[other]
    room = np.full(len(tile), np.inf)
    np.minimum.at(room, row[out], left)
    return room


def _solve(neighbours, tile, free, rounds):
    part = sparse.triu(neighbours[tile][:, tile], 1).tocoo()
    _, radii, moats, heights = pairing_program(part.row, part.col, part.data, free, rounds)
    return radii, moats, heights
