"""Small pieces of network are held to a neighbour by a way over other roads, and it is said which."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from .distances import Streets
from .units import Units


@dataclass
class Links:
    """Ways over other roads that hold a group together: between units a and b, from terminal to terminal."""

    a: np.ndarray
    b: np.ndarray
    terminal_a: np.ndarray
    terminal_b: np.ndarray
    metres: np.ndarray


def no_links() -> Links:
    none = np.zeros(0, np.int64)
    return Links(none, none, none, none, np.zeros(0))


def find_links(units: Units, streets: Streets, barrier: np.ndarray, low_m: float, link_m: float) -> Links:
    """The shortest ways (at most ``link_m``) that make pieces below ``low_m`` part of something larger: a forest.

    ``barrier``: number of the city of each unit where borders stay cut, else 0: no link leads from one to another.
    Nearest pieces by Mehlhorn's construction: one search from all grouped roads at once, then the streets whose ends
    were reached from different pieces. The ends are nodes of Roads; ``at_terminals`` turns them into terminals.
    """
    component = csgraph.connected_components(units.adjacent, directed=False)[1].astype(np.int64)
    length = np.bincount(component, units.length)
    if link_m <= 0 or not (length < low_m).any():
        return no_links()
    found = [_candidates(units, streets, component, np.flatnonzero(barrier == b), link_m)
             for b in np.unique(barrier)]  # fmt: skip
    unit_a, unit_b, node_a, node_b, metres = (np.concatenate(v) for v in zip(*found))
    order = np.lexsort((node_b, node_a, unit_b, unit_a, np.round(metres, 3)))
    parent = list(range(len(length)))
    total = length.tolist()

    def top(c):
        while parent[c] != c:
            parent[c] = parent[parent[c]]
            c = parent[c]
        return c

    chosen = []
    for k in order.tolist():
        one, two = top(int(component[unit_a[k]])), top(int(component[unit_b[k]]))
        if one != two and min(total[one], total[two]) < low_m:
            parent[two] = one
            total[one] += total[two]
            chosen.append(k)
    c = np.array(chosen, np.int64)
    return Links(unit_a[c], unit_b[c], node_a[c], node_b[c], metres[c])


def _candidates(units, streets, component, mine, link_m):
    ends = units.node[spans(units.node_ptr, mine)]
    owner = np.repeat(mine, units.node_ptr[mine + 1] - units.node_ptr[mine])
    known = streets.index[ends] >= 0
    ends, owner = ends[known], owner[known]
    node, first = np.unique(ends, return_index=True)
    unit = owner[first]
    at = streets.index[node]
    empty = np.zeros(0, np.int64)
    if not len(at):
        return empty, empty, empty, empty, np.zeros(0)
    metres, _, source = csgraph.dijkstra(
        streets.graph, directed=True, indices=at, min_only=True, return_predecessors=True, limit=link_m
    )
    place = np.full(len(streets.node), -1)
    place[at] = np.arange(len(at))
    a, b = streets.edge_a, streets.edge_b
    reached = np.isfinite(metres[a]) & np.isfinite(metres[b])
    a, b = a[reached], b[reached]
    way = streets.graph[a, b].A1 if len(a) else np.zeros(0)
    one, two = place[source[a]], place[source[b]]
    total = metres[a] + way + metres[b]
    use = (component[unit[one]] != component[unit[two]]) & (total <= link_m)
    one, two, total = one[use], two[use], total[use]
    swap = unit[one] > unit[two]
    one, two = np.where(swap, two, one), np.where(swap, one, two)
    return unit[one], unit[two], node[one], node[two], total


def at_terminals(links: Links, of_node: np.ndarray) -> Links:
    return Links(links.a, links.b, of_node[links.terminal_a], of_node[links.terminal_b], links.metres)


def with_links(adjacent: sparse.csr_matrix, links: Links) -> sparse.csr_matrix:
    if not len(links.a):
        return adjacent
    n = adjacent.shape[0]
    more = sparse.csr_matrix(
        (np.ones(2 * len(links.a), bool), (np.r_[links.a, links.b], np.r_[links.b, links.a])), shape=(n, n)
    )
    both = (adjacent.astype(np.int8) + more.astype(np.int8)).astype(bool).tocsr()
    both.sort_indices()
    return both


def spans(ptr: np.ndarray, own: np.ndarray) -> np.ndarray:
    """Positions ptr[i]..ptr[i + 1] of each i of ``own``, one after the other."""
    count = ptr[own + 1] - ptr[own]
    begin = np.cumsum(count) - count
    return np.repeat(ptr[own] - begin, count) + np.arange(count.sum())
