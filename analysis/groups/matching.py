"""Near-exact least-cost pairing of odd junctions, one group at a time, and cheap re-pairing after a move.

A crew's closed tour over a connected group repeats the least-cost T-join of the group's odd junctions (the postman
problem). The assignment problem gives that pairing's half-integral relaxation, and with it a bound; its even cycles
are optimal pairs already, only odd cycles are repaired by exchanges.
"""

from __future__ import annotations

import numpy as np
from scipy.optimize import linear_sum_assignment

FAR = 1e7  # metres: "no way known"; more than any real one


def pair_up(metres: np.ndarray) -> tuple[np.ndarray, np.ndarray, float]:
    """Pairs of a symmetric (n, n) matrix, n even: positions a, b, and their cost."""
    n = len(metres)
    if n == 0:
        empty = np.zeros(0, np.int64)
        return empty, empty, 0.0
    if n == 2:
        return np.array([0]), np.array([1]), float(metres[0, 1])
    cost = metres.copy()
    np.fill_diagonal(cost, 4 * FAR)
    _, to = linear_sum_assignment(cost)
    a, b = _from_cycles(to, cost)
    return improve(metres, a, b)


def improve(metres: np.ndarray, a: np.ndarray, b: np.ndarray, rounds: int = 60, quick: bool = False):
    """Exchanges between two pairs, three, and any way to pair the ends of five close ones, until none gains."""
    a, b = a.copy(), b.copy()
    for _ in range(rounds):
        if not (_two(metres, a, b) or (not quick and (_three(metres, a, b) or _five(metres, a, b)))):
            break
    return a, b, float(metres[a, b].sum())


def _from_cycles(to: np.ndarray, cost: np.ndarray):
    """Even cycles of the assignment fall apart into pairs; of odd ones the best single is left for later."""
    n = len(to)
    here = np.arange(n)
    mutual = (to[to] == here) & (to != here)
    first = np.flatnonzero(mutual & (here < to))
    pairs, single = [], []
    done = mutual.tolist()
    follow = to.tolist()
    for start in np.flatnonzero(~mutual).tolist():
        if done[start]:
            continue
        cycle = []
        step = start
        while not done[step]:
            done[step] = True
            cycle.append(step)
            step = follow[step]
        size = len(cycle)
        if size == 1:
            single.append(start)
            continue
        legs = cost[cycle, cycle[1:] + cycle[:1]].tolist()
        if size % 2 == 0:
            shift = 0 if sum(legs[0::2]) <= sum(legs[1::2]) else 1
        else:
            # Leaving out position s keeps the legs s+1, s+3, ... of the doubled ring.
            double = legs + legs
            sums = [sum(double[s + 1 : s + size : 2]) for s in range(size)]
            shift = sums.index(min(sums)) + 1
            single.append(cycle[shift - 1])
        for k in range(0, size - 1, 2):
            pairs.append((cycle[(shift + k) % size], cycle[(shift + k + 1) % size]))
    if single:
        left = np.array(single)
        pairs += [(int(left[i]), int(left[j])) for i, j in _greedy(cost[left[:, None], left])]
    both = np.array(pairs, np.int64).reshape(-1, 2)
    return np.r_[first, both[:, 0]], np.r_[to[first], both[:, 1]]


def _greedy(cost):
    n = len(cost)
    i, j = np.triu_indices(n, 1)
    free = np.ones(n, bool)
    out = []
    for k in np.argsort(cost[i, j], kind="stable"):
        if free[i[k]] and free[j[k]]:
            free[i[k]] = free[j[k]] = False
            out.append((i[k], j[k]))
            if 2 * len(out) == n:
                break
    return out


def _two(metres, a, b):
    """Apply disjoint gaining exchanges of two pairs. True if any."""
    own = metres[a, b]
    both = own[:, None] + own[None, :]
    straight = metres[a[:, None], a] + metres[b[:, None], b] - both
    crossed = metres[a[:, None], b]
    crossed = crossed + crossed.T - both
    gain = np.minimum(straight, crossed)
    np.fill_diagonal(gain, 0)
    i, j = np.nonzero(np.triu(gain < -1e-6, 1))
    if not len(i):
        return False
    used = np.zeros(len(a), bool)
    for k in np.argsort(gain[i, j], kind="stable"):
        p, q = i[k], j[k]
        if used[p] or used[q]:
            continue
        used[p] = used[q] = True
        if straight[p, q] <= crossed[p, q]:
            b[p], a[q] = a[q], b[p]
        else:
            b[p], b[q] = b[q], b[p]
    return True


def _three(metres, a, b):
    """Apply disjoint gaining exchanges of three pairs: free one pair's ends, pass them on through two others."""
    m = len(a)
    if m < 3:
        return False
    head = np.concatenate([a, b])  # arriving at head[x], the way leaves at tail[x]
    tail = np.concatenate([b, a])
    own = metres[a, b]
    both = np.concatenate([own, own])
    first = metres[a[:, None], head] - both - own[:, None]
    here = np.arange(m)
    first[here, here] = first[here, m + here] = 4 * FAR
    # What gains as a whole gains at every beginning of it, seen from the right pair on.
    p, x = np.nonzero(first < -1e-6)
    if not len(p):
        return False
    hop = metres[tail[:, None], head] - both
    around = np.arange(2 * m)
    hop[around, around] = hop[around, (around + m) % (2 * m)] = 4 * FAR
    last = metres[b[:, None], tail]
    gain, where = np.empty(len(p)), np.empty(len(p), np.int64)
    for i in range(0, len(p), 256):
        q, z = p[i : i + 256], x[i : i + 256]
        total = hop[z] + last[q]
        row = np.arange(len(q))
        total[row, q] = total[row, m + q] = 4 * FAR
        where[i : i + 256] = total.argmin(axis=1)
        gain[i : i + 256] = first[q, z] + total[row, where[i : i + 256]]
    used = np.zeros(m, bool)
    found = False
    for k in np.argsort(gain, kind="stable").tolist():
        if gain[k] > -1e-6:
            break
        q, z, y = p[k], x[k], where[k]
        px, py = z % m, y % m
        if used[q] or used[px] or used[py]:
            continue
        used[q] = used[px] = used[py] = found = True
        a[q], b[q], a[px], b[px], a[py], b[py] = a[q], head[z], tail[z], head[y], tail[y], b[q]
    return found


def _all_pairings(n: int) -> np.ndarray:
    """(number, n) every way to pair n things: columns 2i and 2i + 1 are a pair."""
    if n == 0:
        return np.zeros((1, 0), np.int64)
    out = []
    for mate in range(1, n):
        rest = np.array([k for k in range(1, n) if k != mate])
        inner = rest[_all_pairings(n - 2)] if n > 2 else np.zeros((1, 0), np.int64)
        out.append(np.column_stack([np.full((len(inner), 2), (0, mate)), inner]))
    return np.concatenate(out)


WINDOW = 5
_PAIRINGS = _all_pairings(2 * WINDOW)
_COLUMN = _PAIRINGS[:, 0::2] * 2 * WINDOW + _PAIRINGS[:, 1::2]


def _five(metres, a, b):
    """Apply the best of all pairings among the ends of each pair and its four closest pairs."""
    m = len(a)
    if m < WINDOW:
        return False
    apart = np.minimum(np.minimum(metres[a[:, None], a], metres[b[:, None], b]), metres[a[:, None], b])
    apart = np.minimum(apart, metres[b[:, None], a])
    np.fill_diagonal(apart, -1)
    window = np.sort(np.argpartition(apart, WINDOW - 1, axis=1)[:, :WINDOW], axis=1)
    window = np.unique(window, axis=0)
    ends = np.concatenate([a[window], b[window]], axis=1)
    local = metres[ends[:, :, None], ends[:, None, :]].reshape(len(window), -1)
    now = metres[a[window], b[window]].sum(axis=1)
    best, cost = np.empty(len(window), np.int64), np.empty(len(window))
    for i in range(0, len(window), 64):
        total = local[i : i + 64][:, _COLUMN[:, 0]]
        for c in range(1, WINDOW):
            total = total + local[i : i + 64][:, _COLUMN[:, c]]
        best[i : i + 64] = total.argmin(axis=1)
        cost[i : i + 64] = total.min(axis=1)
    gain = cost - now
    used = np.zeros(m, bool)
    found = False
    for k in np.argsort(gain, kind="stable").tolist():
        if gain[k] > -1e-6:
            break
        if used[window[k]].any():
            continue
        used[window[k]] = found = True
        chosen = ends[k][_PAIRINGS[best[k]]]
        a[window[k]], b[window[k]] = chosen[0::2], chosen[1::2]
    return found
