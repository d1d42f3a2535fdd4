"""Sections contracted into what moves between groups as one: chains without a junction, and routes locked together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.sparse import csgraph

from ...i18n import tr
from .options import GroupingError, Locks
from .roads import Roads, group_sum, text_column


@dataclass
class Units:
    """What the search moves. ``of_piece`` is -1 for pieces that are not grouped."""

    n: int
    of_piece: np.ndarray
    length: np.ndarray
    load: np.ndarray  # what groups are balanced by; metres unless asked otherwise
    x: np.ndarray
    y: np.ndarray
    in_city: np.ndarray  # bool (n, cities)
    node_ptr: np.ndarray  # unit -> its nodes
    node: np.ndarray
    odd_ptr: np.ndarray  # unit -> its nodes of odd degree
    odd: np.ndarray
    adjacent: sparse.csr_matrix  # units that share a node (bool)
    cross_a: np.ndarray  # crossing -> unit on either side (crossings inside one unit left out)
    cross_b: np.ndarray
    cross_break: np.ndarray  # breaks of standard at that crossing
    apart: (
        np.ndarray
    )  # unit -> bit mask of apart sets; units of one set and different labels cannot share a group
    apart_label: np.ndarray  # (n, sets) label within the set, -1 outside
    noise: (
        np.ndarray
    )  # a number that follows from the unit's first section: chance that no other road changes


def make_units(roads: Roads, cross, breaks, locks: Locks, load, cap_m: float, by_city: bool) -> Units:
    """``by_city``: borders stay cut, as if each city grouped its own. ``cap_m``: longer chains are not contracted."""
    together, apart = resolve_locks(roads, locks)
    piece = np.flatnonzero(roads.required)
    barrier = roads.city[piece] if by_city else np.zeros(len(piece), np.int64)
    section = roads.section[piece]
    base = _chains(roads, piece, section, barrier, apart[piece], cap_m)
    if not by_city:
        base = _merge(base, together[piece])
    n = int(base.max()) + 1 if len(base) else 0
    # Numbered by their first piece: independent of how they were found.
    first = np.full(n, len(base))
    np.minimum.at(first, base, np.arange(len(base)))
    rank = np.empty(n, np.int64)
    rank[np.argsort(first, kind="stable")] = np.arange(n)
    unit = rank[base]
    of_piece = np.full(len(roads.a), -1)
    of_piece[piece] = unit
    length = group_sum(unit, roads.length[piece], n)
    middle_x = (roads.x[roads.a[piece]] + roads.x[roads.b[piece]]) / 2
    middle_y = (roads.y[roads.a[piece]] + roads.y[roads.b[piece]]) / 2
    in_city = np.zeros((n, len(roads.cities)), bool)
    in_city[unit, roads.city[piece]] = True
    ends_unit = np.concatenate([unit, unit])
    ends_node = np.concatenate([roads.a[piece], roads.b[piece]])
    key, count = np.unique(ends_unit * roads.n_nodes + ends_node, return_counts=True)
    owner, node = np.divmod(key, roads.n_nodes)
    odd = count % 2 == 1
    place = node * (len(roads.cities) + 1)
    if by_city:
        unit_city = np.zeros(n, np.int64)
        unit_city[unit] = barrier
        place = place + unit_city[owner]
    adjacent = _sharing(owner, np.unique(place, return_inverse=True)[1], n)
    side_a, side_b = of_piece[cross["piece_a"].to_numpy()], of_piece[cross["piece_b"].to_numpy()]
    real = (side_a >= 0) & (side_b >= 0) & (side_a != side_b)
    labels = _apart_labels(apart[piece], unit, n)
    return Units(
        n,
        of_piece,
        length,
        group_sum(unit, load[piece], n),
        group_sum(unit, middle_x * roads.length[piece], n) / np.maximum(length, 1e-9),
        group_sum(unit, middle_y * roads.length[piece], n) / np.maximum(length, 1e-9),
        in_city,
        np.searchsorted(owner, np.arange(n + 1)),
        node,
        np.searchsorted(owner[odd], np.arange(n + 1)),
        node[odd],
        adjacent,
        side_a[real],
        side_b[real],
        breaks[real],
        (labels >= 0).any(axis=1) if labels.size else np.zeros(n, bool),
        labels,
        pd.util.hash_array(roads.sections[section[np.sort(first)]].astype(object)).astype(np.uint64),
    )


def resolve_locks(roads: Roads, locks: Locks | None):
    """(piece -> number of its together set or -1, piece x apart sets -> position of its key in that set or -1).

    Raises GroupingError that names keys nobody knows and every pair that is to be both together and apart.
    """
    locks = locks or Locks()
    route = text_column(roads.frame, "route_key")
    through = np.append(roads.throughs.astype(str), "")[roads.through] if len(roads.throughs) else None
    own = roads.sections[roads.section]

    def pieces(key):
        found = (own == key) | (route == key)
        if through is not None:
            found |= through == key
        if not found.any():
            unknown.append(tr("No section, route or through route is called {key}.", key=key))
        return np.flatnonzero(found)

    unknown: list[str] = []
    n = len(own)
    link_from, link_to = [], []
    for keys in locks.together:
        found = np.concatenate([pieces(str(key)) for key in keys]) if len(keys) else np.array([], int)
        link_from.append(found[:-1])
        link_to.append(found[1:])
    # Pieces of one section are one in any case.
    same = np.flatnonzero(roads.section[1:] == roads.section[:-1])
    rows, cols = np.concatenate([same, *link_from]), np.concatenate([same + 1, *link_to])
    _, label = csgraph.connected_components(_graph(rows, cols, n), directed=False)
    locked = np.zeros(n, bool)
    for part in link_from + link_to:
        locked[part] = True
    apart = np.full((n, len(locks.apart)), -1)
    conflicts = []
    shared = set()
    for s, keys in enumerate(locks.apart):
        for k, key in enumerate(keys):
            found = pieces(str(key))
            before = apart[found, s]
            if (before >= 0).any():
                shared.add((s, int(before.max()), k))
                conflicts.append(
                    tr(
                        "{a} and {b} are to be in different groups but share sections.",
                        a=keys[int(before.max())],
                        b=key,
                    )
                )
            apart[found, s] = k
        for k in range(len(keys)):
            for m in range(k + 1, len(keys)):
                common = np.intersect1d(label[apart[:, s] == k], label[apart[:, s] == m])
                if len(common) and (s, k, m) not in shared:
                    conflicts.append(
                        tr("{a} and {b} are to be in one group and in different ones.", a=keys[k], b=keys[m])
                    )
    if unknown or conflicts:
        raise GroupingError(list(dict.fromkeys(unknown + conflicts)))
    return np.where(locked, label, -1), apart


def _graph(rows, cols, n):
    return sparse.coo_matrix((np.ones(len(rows), np.int8), (rows, cols)), shape=(n, n)).tocsr()


def _chains(roads, piece, section, barrier, apart, cap_m):
    """Label of each required piece: its section, and the sections that continue it where nothing else meets."""
    n = len(piece)
    order = np.argsort(section, kind="stable")
    same = np.flatnonzero(section[order][1:] == section[order][:-1])
    rows, cols = order[same], order[same + 1]
    _, base = csgraph.connected_components(_graph(rows, cols, n), directed=False)
    side = np.concatenate([np.arange(n), np.arange(n)])
    node = np.concatenate([roads.a[piece], roads.b[piece]])
    order = np.argsort(node, kind="stable")
    side, node = side[order], node[order]
    start = np.flatnonzero(np.r_[True, node[1:] != node[:-1]]) if n else np.array([], int)
    two = start[np.diff(np.r_[start, len(node)]) == 2]
    one, other = side[two], side[two + 1]
    fits = (barrier[one] == barrier[other]) & (apart[one] == apart[other]).all(axis=1)
    one, other = one[fits], other[fits]
    n_base = int(base.max()) + 1 if n else 0
    _, chain = csgraph.connected_components(_graph(base[one], base[other], n_base), directed=False)
    long = group_sum(chain[base], roads.length[piece], n_base) > cap_m
    if not n:
        return base
    return np.unique(np.where(long[chain[base]], n_base + base, chain[base]), return_inverse=True)[1]


def _merge(base, together):
    locked = np.flatnonzero(together >= 0)
    if len(locked):
        n = int(base.max()) + 1
        k = int(together.max()) + 1
        graph = _graph(base[locked], n + together[locked], n + k)
        _, label = csgraph.connected_components(graph, directed=False)
        base = label[base]
    return np.unique(base, return_inverse=True)[1] if len(base) else base


def _sharing(owner, place, n):
    if not n:
        return sparse.csr_matrix((0, 0), dtype=bool)
    at = sparse.csr_matrix((np.ones(len(owner), np.int8), (owner, place)))
    # Nodes where hundreds of units meet do not occur on roads; the product stays sparse.
    shared = (at.astype(np.int32) @ at.T.astype(np.int32)).tocsr()
    shared.setdiag(0)
    shared.eliminate_zeros()
    shared.sort_indices()
    return shared.astype(bool)


def _apart_labels(apart, unit, n):
    labels = np.full((n, apart.shape[1]), -1)
    for s in range(apart.shape[1]):
        has = apart[:, s] >= 0
        labels[unit[has], s] = apart[has, s]
    return labels
