"""The linear program of least-cost pairing with odd sets: exact pairs where it comes out whole, bounds in any case."""

from __future__ import annotations

import numpy as np
from scipy import sparse
from scipy.optimize import linprog
from scipy.sparse import csgraph

CUT_ROUNDS = 12  # for exact pairs; a bound is content with fewer
LEVELS = (1e-6, 0.26, 0.5 + 1e-6, 0.7)  # odd sets are looked for among ways used more than this
ROOM_M = 1e6  # stands for "no other way out"
WHOLE = 1e-6


def pairing_program(a, b, metres, free, rounds: int = CUT_ROUNDS):
    """Cover each of n junctions once, by ways a[i]-b[i] or alone at the price ``free`` (n,), as cheaply as it goes.

    Returns (chosen share of each given way, radii (n,), moats (list of position arrays), their heights). The last
    three are a feasible dual to the last digit: their sum is a bound from below. Source: Edmonds 1965; odd sets as
    cuts: Groetschel and Holland 1985.
    """
    n = len(free)
    bounded = np.minimum(free, ROOM_M)
    share = np.zeros(len(a))
    useful = np.flatnonzero(metres < bounded[a] + bounded[b])  # a longer way can never be filled
    a, b, metres = a[useful], b[useful], metres[useful]
    m = len(a)
    cost = np.r_[metres, bounded]
    column = np.arange(m)
    rows = [
        sparse.csr_matrix(
            (np.ones(2 * m + n), (np.r_[a, b, np.arange(n)], np.r_[column, column, m + np.arange(n)])),
            shape=(n, m + n),
        )
    ]
    moats: list[np.ndarray] = []
    known: set = set()
    radii, heights = np.zeros(n), []
    for step in range(rounds):
        matrix = sparse.vstack(rows).tocsr()
        # Presolving finds nothing in these programs and takes as long as solving them.
        solved = linprog(cost, A_ub=-matrix, b_ub=-np.ones(matrix.shape[0]), bounds=(0, None), method="highs",
                         options={"presolve": False})  # fmt: skip
        if solved.status != 0:
            break
        share[useful] = solved.x[:m]
        dual = np.maximum(-solved.ineqlin.marginals, 0)
        radii, heights = dual[:n], dual[n:]
        if step == rounds - 1:
            break
        new = _odd_sets(a, b, solved.x[:m], solved.x[m:], known, moats)
        if not new:
            break
        rows.append(_rows_of(new, a, b, n))
    return share, *_feasible(a, b, metres, bounded, radii.copy(), moats, list(heights))


def _odd_sets(a, b, used, alone, known, moats):
    """Sets of an odd number of junctions that nothing leaves: components of the ways in use, at several levels."""
    n = len(alone)
    new = []
    fractional = (used > WHOLE) & (used < 1 - WHOLE)
    for level in LEVELS:
        on = used > level
        graph = sparse.csr_matrix((np.ones(on.sum()), (a[on], b[on])), shape=(n, n))
        count, label = csgraph.connected_components(graph, directed=False)
        size = np.bincount(label, minlength=count)
        leaving = np.bincount(label, alone, count)
        out = label[a] != label[b]
        leaving += np.bincount(label[a[out]], used[out], count) + np.bincount(label[b[out]], used[out], count)
        wanted = np.flatnonzero((size % 2 == 1) & (size >= 3) & (leaving < 1 - 1e-6))
        order = np.argsort(label, kind="stable")
        ptr = np.searchsorted(label[order], np.arange(count + 1))
        for c in wanted.tolist():
            nodes = order[ptr[c] : ptr[c + 1]]
            key = nodes.tobytes()
            if key not in known:
                known.add(key)
                moats.append(nodes)
                new.append(nodes)
    return new if fractional.any() or new else []


def _rows_of(sets, a, b, n):
    """One row a set: the ways that leave it, and its junctions' ways out alone."""
    inside = sparse.csr_matrix(
        (
            np.ones(sum(map(len, sets)), np.int32),
            (np.repeat(np.arange(len(sets)), [len(s) for s in sets]), np.concatenate(sets)),
        ),
        shape=(len(sets), n),
    )
    m = len(a)
    column = np.arange(m)
    ends = sparse.csr_matrix(
        (np.ones(2 * m, np.int32), (np.r_[a, b], np.r_[column, column])), shape=(n, m), dtype=np.int32
    )
    count = (inside @ ends).tocsr()  # 1: leaves the set, 2: lies in it
    count.data = (count.data == 1).astype(float)
    count.eliminate_zeros()
    return sparse.hstack([count, inside.astype(float)]).tocsr()


def _feasible(a, b, metres, free, radii, moats, heights):
    """Rounded numbers may overfill a way by a hair: everything is shrunk by the worst share."""
    heights = heights + [0.0] * (len(moats) - len(heights))
    total = radii.copy()
    both = np.zeros(len(a))
    for nodes, height in zip(moats, heights):
        if height <= 1e-9:
            continue
        total[nodes] += height
        inside = np.zeros(len(radii), bool)
        inside[nodes] = True
        both += 2 * height * (inside[a] & inside[b])
    filled = total[a] + total[b] - both
    held = total > 1e-9
    worst = max(
        float((filled / np.maximum(metres, 1e-9)).max(initial=0)),
        float((total[held] / np.maximum(free[held], 1e-9)).max(initial=0)),
        1.0,
    )
    used = [(nodes, h / worst) for nodes, h in zip(moats, heights) if h > 1e-9]
    return radii / worst, [nodes for nodes, _ in used], [h for _, h in used]


def pair_exactly(blocks, most: int = 10, together: int = 500):
    """Least-cost pairs of several groups at once. ``blocks``: (matrix (n, n) of ways, a, b: pairs known so far) each.

    Returns a list of (a, b), the known pairs where the program did not come out whole or was no better.
    """
    out = [(a, b) for _, a, b in blocks]
    start = 0
    while start < len(blocks):
        stop, size = start, 0
        while stop < len(blocks) and (size == 0 or size + len(blocks[stop][0]) <= together):
            size += len(blocks[stop][0])
            stop += 1
        _pair_some(blocks[start:stop], out, start, most)
        start = stop
    return out


def _pair_some(blocks, out, offset, most):
    low, high, metres, owner, begin = [], [], [], [], [0]
    for i, (matrix, a, b) in enumerate(blocks):
        n = len(matrix)
        near = np.zeros((n, n), bool)
        k = min(most + 1, n)
        if n:
            np.put_along_axis(near, np.argpartition(matrix, k - 1, axis=1)[:, :k], True, axis=1)
            near[a, b] = True
        p, q = np.nonzero(np.triu(near | near.T, 1))
        low.append(p + begin[-1]), high.append(q + begin[-1]), metres.append(matrix[p, q])
        owner.append(np.full(len(p), i))
        begin.append(begin[-1] + n)
    if not begin[-1]:
        return
    low, high, metres, owner = (np.concatenate(v) for v in (low, high, metres, owner))
    share, _, _, _ = pairing_program(low, high, metres, np.full(begin[-1], ROOM_M))
    broken = np.zeros(len(blocks), bool)
    broken[owner[(share > 1e-6) & (share < 1 - 1e-6)]] = True
    whole = share > 0.5
    for i, (matrix, a, b) in enumerate(blocks):
        mine = np.flatnonzero(whole & (owner == i))
        p, q = low[mine] - begin[i], high[mine] - begin[i]
        if broken[i] or len(p) * 2 != len(matrix) or len(np.unique(np.r_[p, q])) != len(matrix):
            continue
        if matrix[p, q].sum() < matrix[a, b].sum() - 1e-9:
            out[offset + i] = (p, q)
