"""A first partition: connected, compact, within the bounds as far as a component allows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from .units import Units

LLOYD_ROUNDS = 12
TREES = 8


@dataclass(frozen=True)
class Bounds:
    """In metres; ``target`` in the unit that is balanced by."""

    low: float
    high: float
    target: float


def counts(
    length: np.ndarray, bounds: Bounds, target_m: float, n_groups: int | None, aside=None
) -> np.ndarray:
    """How many groups each component gets. Where no number keeps both bounds, the fewest that keep the upper one.
    ``aside`` (bool): islands that will go to another component's group; they take none of ``n_groups``."""
    least = np.maximum(np.ceil(length / bounds.high - 1e-9), 1)
    most = np.floor(length / bounds.low + 1e-9) if bounds.low > 0 else np.full(len(length), np.inf)
    if n_groups is not None:
        counted = length if aside is None or aside.all() else np.where(aside, 0.0, length)
        share = counted / max(counted.sum(), 1e-9) * n_groups
        wanted = np.where(counted > 0, np.maximum(np.floor(share), 1), 0)
        for c in np.argsort(-(share - np.floor(share)), kind="stable"):
            if wanted.sum() >= n_groups:
                break
            wanted[c] += share[c] >= 1
        return np.maximum(np.minimum(wanted, np.maximum(most, 1)), 1).astype(int)
    wanted = np.clip(np.round(length / target_m), least, np.maximum(most, least))
    return np.where(most < least, least, wanted).astype(int)


def first_partition(units: Units, adjacent, component, k, angle: float = 0.0) -> np.ndarray:
    """Group of each unit: cells of shortest ways to seeds plus a price per seed that evens out the loads.

    A shortest way stays in its cell, so every cell is connected. Same components, same answer: nothing passes from
    one component to another.
    """
    if not units.n:
        return np.zeros(0, np.int64)
    seeds, of_component = _seeds(units, component, k, angle)
    graph = walk(units, adjacent)
    price = np.zeros(len(seeds))
    mean = np.bincount(component, units.load) / k
    span = np.sqrt(np.maximum(np.bincount(component, units.length) / k, 1.0)) * 8
    best, best_off = None, np.inf
    for step in range(LLOYD_ROUNDS):
        group = cells(graph, seeds, price)
        load = np.bincount(group, units.load, len(seeds))
        off = load / mean[of_component] - 1
        # The best rounds are chosen by component, so that components never influence each other.
        worst = np.bincount(of_component, off**2, len(k))
        if best is None:
            best, best_off = group.copy(), worst.copy()
        better = worst < best_off - 1e-12
        best[better[component]] = _shift(group, better[component])
        best_off = np.minimum(best_off, worst)
        if step < LLOYD_ROUNDS - 5:
            seeds = _centres(units, group, seeds)
        price = np.maximum(price + 0.6 * span[of_component] * np.clip(off, -0.7, 0.7) / (1 + step / 6), 0)
        lowest = np.full(len(k), np.inf)
        np.minimum.at(lowest, of_component, price)
        price -= lowest[of_component]
    return best


def _shift(group, mask):
    return group[mask]


def walk(units, adjacent):
    rows, cols = adjacent.nonzero()
    metres = np.hypot(units.x[rows] - units.x[cols], units.y[rows] - units.y[cols]) + 1.0
    # Equal ways (on grids) would be told apart by the order of the heap, in which other components take part.
    uneven = ((units.noise[rows] ^ units.noise[cols]) >> np.uint64(40)).astype(float) / (1 << 24)
    return sparse.csr_matrix((metres * (1 + 0.01 * uneven), (rows, cols)), shape=adjacent.shape)


def cells(graph, seeds, price):
    n = graph.shape[0]
    source = sparse.csr_matrix((price + 1.0, (np.zeros(len(seeds), int), seeds)), shape=(1, n))
    whole = sparse.vstack([sparse.hstack([graph, sparse.csr_matrix((n, 1))]), sparse.hstack([source, [[0]]])])
    _, before = csgraph.dijkstra(whole.tocsr(), directed=True, indices=n, return_predecessors=True)
    root = before[:n].copy()
    own = root == n
    root[own] = np.flatnonzero(own)
    while True:
        further = root[root]
        if (further == root).all():
            break
        root = further
    cell = np.full(n, -1)
    cell[seeds] = np.arange(len(seeds))
    return cell[root]


def _seeds(units, component, k, angle):
    """Halves of halves by load until there are k parts; the unit nearest to each part's centre."""
    turned = units.x * np.cos(angle) + units.y * np.sin(angle)
    across = -units.x * np.sin(angle) + units.y * np.cos(angle)
    order = np.argsort(component, kind="stable")
    ptr = np.searchsorted(component[order], np.arange(len(k) + 1))
    seeds, owner = [], []
    for c in range(len(k)):
        stack = [(order[ptr[c] : ptr[c + 1]], int(k[c]))]
        while stack:
            part, n = stack.pop()
            if n > 1 and len(part) > 1:
                n = min(n, len(part))
                value = turned[part] if np.ptp(turned[part]) >= np.ptp(across[part]) else across[part]
                part = part[np.argsort(value, kind="stable")]
                reached = np.cumsum(units.load[part])
                cut = int(np.searchsorted(reached, reached[-1] * (n // 2) / n)) + 1
                cut = min(max(cut, n // 2), len(part) - (n - n // 2))
                stack += [(part[cut:], n - n // 2), (part[:cut], n // 2)]
                continue
            weight = np.maximum(units.length[part], 1e-9)
            cx, cy = np.average(units.x[part], weights=weight), np.average(units.y[part], weights=weight)
            seeds.append(part[np.argmin((units.x[part] - cx) ** 2 + (units.y[part] - cy) ** 2)])
            owner.append(c)
    return np.array(seeds, np.int64), np.array(owner, np.int64)


def _centres(units, group, seeds):
    n = len(seeds)
    weight = np.maximum(np.bincount(group, units.length, n), 1e-9)
    cx = np.bincount(group, units.length * units.x, n) / weight
    cy = np.bincount(group, units.length * units.y, n) / weight
    far = (units.x - cx[group]) ** 2 + (units.y - cy[group]) ** 2
    order = np.lexsort((far, group))
    present, first = np.unique(group[order], return_index=True)
    out = seeds.copy()
    out[present] = order[first]
    return out


def split(units: Units, adjacent, part: np.ndarray, bounds: Bounds, seed: int):
    """Cut a connected set of units in two connected ones: the least excess over the bounds, then the shortest cut.

    Random spanning trees (their seed follows from ``seed`` and the set itself); each of a tree's edges is a cut.
    Returns a bool mask over ``part``, or None where it has one unit.
    """
    m = len(part)
    if m < 2:
        return None
    graph = adjacent[part][:, part].tocoo()
    upper = graph.row < graph.col
    row, col = graph.row[upper], graph.col[upper]
    rng = np.random.default_rng([seed, int(part[0]), m])
    length = units.length[part]
    total = length.sum()
    best = None
    for _ in range(TREES):
        weight = sparse.csr_matrix((1 + rng.random(len(row)), (row, col)), shape=(m, m))
        tree = csgraph.minimum_spanning_tree(weight)
        order, before = csgraph.breadth_first_order(tree, 0, directed=False)
        if len(order) < m:
            return None
        below = length.copy().tolist()
        parents = before.tolist()
        for u in order[:0:-1].tolist():
            below[parents[u]] += below[u]
        below = np.array(below)
        excess = _excess(below, bounds) + _excess(total - below, bounds)
        excess[order[0]] = np.inf
        uneven = np.abs(2 * below - total) / total
        for u in np.lexsort((uneven, np.round(excess, 6)))[:3].tolist():
            if not np.isfinite(excess[u]):
                continue
            side = _subtree(parents, order, u, m)
            cut = int((side[row] != side[col]).sum())
            key = (round(float(excess[u]), 6), cut + 10 * float(uneven[u]))
            if best is None or key < best[0]:
                best = (key, side)
    return None if best is None else best[1]


def _excess(length, bounds):
    return np.maximum(length - bounds.high, 0) + np.maximum(bounds.low - length, 0)


def _subtree(parents, order, top, m):
    side = np.zeros(m, bool)
    side[top] = True
    start = int(np.flatnonzero(order == top)[0])
    for u in order[start + 1 :].tolist():
        if side[parents[u]]:
            side[u] = True
    return side


def repair(
    units: Units, adjacent, group: np.ndarray, bounds: Bounds, seed: int, fixed_count: bool
) -> np.ndarray:
    """Groups out of the bounds are merged with a neighbour, split, or both, while that lessens the excess."""
    group = connect(adjacent, group)
    members = {int(g): list(m) for g, m in _by_group(group)}
    fresh = int(group.max()) + 1 if len(group) else 0
    length = {g: float(units.length[m].sum()) for g, m in members.items()}
    todo = sorted((g for g in members if _over(length[g], bounds)), key=lambda g: (length[g], g))
    tries: dict[tuple, int] = {}
    while todo:
        g = todo.pop(0)
        if g not in members or not _over(length[g], bounds):
            continue
        own = np.array(sorted(members[g]))
        if length[g] > bounds.high and not fixed_count:
            side = split(units, adjacent, own, bounds, seed)
            if side is not None:
                one, two = own[side], own[~side]
                sums = units.length[one].sum(), units.length[two].sum()
                if sum(_over(s, bounds) for s in sums) < _over(length[g], bounds) - 1e-6:
                    fresh = _replace(members, length, group, units, [g], [one, two], fresh)
                    todo += [h for h in (fresh - 2, fresh - 1) if _over(length[h], bounds)]
                    continue
        near = np.unique(group[adjacent[own].indices])
        near = sorted((int(h) for h in near if h != g), key=lambda h: (length[h], h))
        for h in near if length[g] < bounds.low else near[:4]:
            if tries.get((g, h), 0) > 1 or (units.apart.any() and _clash(units, members[g], members[h])):
                continue
            tries[(g, h)] = tries.get((g, h), 0) + 1
            both = np.array(sorted(members[g] + members[h]))
            total = length[g] + length[h]
            parts = [both]
            if total > bounds.high or fixed_count:
                side = split(units, adjacent, both, bounds, seed)
                if side is None:
                    continue
                parts = [both[side], both[~side]]
            before = _over(length[g], bounds) + _over(length[h], bounds)
            if sum(_over(float(units.length[p].sum()), bounds) for p in parts) < before - 1e-6:
                fresh = _replace(members, length, group, units, [g, h], parts, fresh)
                todo += [x for x in range(fresh - len(parts), fresh) if _over(length[x], bounds)]
                break
    return np.unique(group, return_inverse=True)[1] if len(group) else group


def _over(length, bounds):
    return max(length - bounds.high, 0.0) + max(bounds.low - length, 0.0)


def _clash(units, one, two):
    a, b = units.apart_label[one], units.apart_label[two]
    return any(len(np.union1d(a[a[:, s] >= 0, s], b[b[:, s] >= 0, s])) > 1 for s in range(a.shape[1]))


def _replace(members, length, group, units, old, parts, fresh):
    for g in old:
        del members[g], length[g]
    for part in parts:
        members[fresh] = part.tolist()
        length[fresh] = float(units.length[part].sum())
        group[part] = fresh
        fresh += 1
    return fresh


def _by_group(group):
    order = np.argsort(group, kind="stable")
    ptr = np.flatnonzero(np.r_[True, np.diff(group[order]) != 0, True]) if len(group) else [0]
    return [(group[order[i]], order[i:j].tolist()) for i, j in zip(ptr[:-1], ptr[1:])]


def connect(adjacent, group: np.ndarray) -> np.ndarray:
    """Each connected part of a group becomes a group of its own (numbered by first unit)."""
    rows, cols = adjacent.nonzero()
    same = group[rows] == group[cols]
    n = len(group)
    graph = sparse.csr_matrix((np.ones(same.sum(), np.int8), (rows[same], cols[same])), shape=(n, n))
    return csgraph.connected_components(graph, directed=False)[1].astype(np.int64)


def keep_apart(units: Units, adjacent, group: np.ndarray) -> np.ndarray:
    """Groups that hold routes locked apart are cut: each unit goes with the locked one nearest to it."""
    if not units.apart.any():
        return group
    group = group.copy()
    graph = walk(units, adjacent)
    for s in range(units.apart_label.shape[1]):
        label = units.apart_label[:, s]
        for _, own in _by_group(group):
            own = np.array(own)
            held = own[label[own] >= 0]
            if len(np.unique(label[held])) < 2:
                continue
            local = graph[own][:, own]
            cell = cells(local, np.searchsorted(own, held), np.zeros(len(held)))
            group[own] = group.max() + 1 + label[held][cell]
    return connect(adjacent, np.unique(group, return_inverse=True)[1])
