"""Which ends belong together: the pairing of least total cost, cluster by cluster, and how sure it is."""

from __future__ import annotations

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linear_sum_assignment, milp
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

ALONE = 4.0  # cost of a pair's two ends left without a partner: any pair that may be joined is cheaper


def assign(one: np.ndarray, two: np.ndarray, cost: np.ndarray, side: np.ndarray, size: int):
    """(chosen, margin) a pair. ``one``, ``two``: ends of each pair (numbers below ``size``); ``side`` (size): city.

    ``chosen``: in the pairing of least total cost, in which an end stands at most once. ``margin``: by how much the
    pairing gets dearer when a chosen pair is forbidden (and ``ALONE`` - cost if it has no rival). Pairs must come in
    an order that does not depend on the input's, as ties are broken by it.
    """
    chosen, margin = np.zeros(len(cost), dtype=bool), np.zeros(len(cost))
    if not len(cost):
        return chosen, margin
    graph = coo_array((np.ones(len(cost), dtype=np.int8), (one, two)), shape=(size, size))
    cluster = connected_components(graph, directed=False)[1][one]
    order = np.argsort(cluster, kind="stable")
    starts = np.flatnonzero(np.r_[True, np.diff(cluster[order]) != 0, True])
    single = np.diff(starts) == 1
    lone = order[starts[:-1][single]]
    chosen[lone] = cost[lone] < ALONE
    margin[lone] = ALONE - cost[lone]
    for k in np.flatnonzero(~single):  # a few pairs each
        rows = order[starts[k] : starts[k + 1]]
        picked, by = _cluster(one[rows], two[rows], cost[rows], side)
        chosen[rows[picked]] = True
        margin[rows[picked]] = by
    return chosen, margin


def _cluster(one, two, cost, side):
    """(numbers of the chosen pairs, margin of each)."""
    solve = _bipartite if len(np.unique(side[np.concatenate([one, two])])) == 2 else _general
    gain = ALONE - cost
    picked = solve(one, two, gain, side)
    best = gain[picked].sum()
    margins = []
    for pair in picked:
        without = gain.copy()
        without[pair] = 0.0
        margins.append(best - without[solve(one, two, without, side)].sum())
    return picked, np.array(margins)


def _bipartite(one, two, gain, side):
    low = min(side[one].min(), side[two].min())
    flip = side[one] != low
    left, right = np.where(flip, two, one), np.where(flip, one, two)
    a, i = np.unique(left, return_inverse=True)
    b, j = np.unique(right, return_inverse=True)
    table, number = np.zeros((len(a), len(b))), np.full((len(a), len(b)), -1)
    table[i, j], number[i, j] = np.maximum(gain, 0), np.arange(len(gain))
    r, c = linear_sum_assignment(table, maximize=True)
    picked = number[r, c][table[r, c] > 0]
    return np.sort(picked)


def _general(one, two, gain, side):
    """More than two cities meet: the same by whole numbers, exactly."""
    ends, at = np.unique(np.concatenate([one, two]), return_inverse=True)
    pair = np.tile(np.arange(len(gain)), 2)
    uses = coo_array((np.ones(len(pair)), (at.reshape(-1), pair)), shape=(len(ends), len(gain))).toarray()
    # A trifle by order, so that of equal solutions the same one is found.
    value = np.maximum(gain, 0) - 1e-7 * np.arange(len(gain))
    found = milp(-value, constraints=LinearConstraint(uses, ub=1), integrality=1, bounds=Bounds(0, 1))
    picked = np.flatnonzero(found.x > 0.5)
    return picked[gain[picked] > 0]
