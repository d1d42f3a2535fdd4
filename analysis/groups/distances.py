"""Shortest ways over the whole network between the places where a crew's tour may have to double back."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from .roads import FLOOR_M, Roads

NEIGHBOURS = 40  # nearest terminals kept for each terminal
TILE = 300  # terminals whose ways are computed together
REACH_M = 64_000.0  # no farther
DIRECT_M = 500.0  # direct ways are looked for within this at first


@dataclass
class Streets:
    """The drivable network with chains contracted; nodes 0..n-1, the first ones are not special."""

    graph: sparse.csr_matrix  # metres, symmetric
    node: np.ndarray  # contracted node -> node of Roads
    index: np.ndarray  # node of Roads -> contracted node or -1
    x: np.ndarray
    y: np.ndarray
    edge_a: np.ndarray  # contracted edges, a < b, one (the shortest) a pair, sorted by (a, b)
    edge_b: np.ndarray
    edge_piece_ptr: np.ndarray  # edge -> pieces
    edge_piece: np.ndarray


@dataclass
class Near:
    """Terminals and the ways between close ones. ``complete_m``: every way shorter than this is listed."""

    node: np.ndarray  # terminal -> contracted node of Streets
    of_node: np.ndarray  # node of Roads -> terminal or -1
    ways: sparse.csr_matrix  # (t, t) metres, symmetric, > 0
    complete_m: np.ndarray


def make_streets(roads: Roads, terminals: np.ndarray) -> Streets:
    """``terminals``: bool by node of Roads; they are kept, other nodes where just two pieces meet are not."""
    use = np.flatnonzero(roads.travel & (roads.a != roads.b))
    a, b, length = roads.a[use], roads.b[use], roads.length[use]
    degree = np.bincount(a, minlength=roads.n_nodes) + np.bincount(b, minlength=roads.n_nodes)
    inner = (degree == 2) & ~terminals
    # Pieces that share an inner node are one edge.
    end_node = np.concatenate([a, b])
    end_edge = np.tile(np.arange(len(use)), 2)
    at = inner[end_node]
    order = np.argsort(end_node[at], kind="stable")
    pair = end_edge[at][order].reshape(-1, 2)
    joins = sparse.coo_matrix((np.ones(len(pair), np.int8), (pair[:, 0], pair[:, 1])), shape=(len(use),) * 2)
    n_edges, edge = csgraph.connected_components(joins.tocsr(), directed=False)
    total = np.bincount(edge, length, n_edges)
    outer_node, outer_edge = end_node[~at], end_edge[~at]
    order = np.argsort(edge[outer_edge], kind="stable")
    ends = outer_node[order].reshape(
        -1, 2
    )  # a closed ring of inner nodes has no end and is no way to anywhere
    which = edge[outer_edge][order].reshape(-1, 2)[:, 0]
    keep = (degree > 0) & ~inner | terminals
    node = np.flatnonzero(keep)
    index = np.full(roads.n_nodes, -1)
    index[node] = np.arange(len(node))
    low, high = index[ends.min(axis=1)], index[ends.max(axis=1)]
    order = np.lexsort((total[which], high, low))
    low, high, which = low[order], high[order], which[order]
    first = np.r_[True, (low[1:] != low[:-1]) | (high[1:] != high[:-1])] if len(low) else np.zeros(0, bool)
    first &= low != high
    low, high, which = low[first], high[first], which[first]
    weight = np.maximum(total[which], FLOOR_M)
    rows, cols = np.r_[low, high], np.r_[high, low]
    graph = sparse.csr_matrix((np.r_[weight, weight], (rows, cols)), shape=(len(node),) * 2)
    order = np.argsort(edge, kind="stable")
    ptr = np.searchsorted(edge[order], np.arange(n_edges + 1))
    count = (ptr[1:] - ptr[:-1])[which]
    begin = np.cumsum(count) - count
    taken = np.repeat(ptr[which] - begin, count) + np.arange(count.sum())
    return Streets(graph, node, index, roads.x[node], roads.y[node], low, high,
                   np.r_[0, np.cumsum(count)], use[order][taken])  # fmt: skip


def near_ways(streets: Streets, terminals: np.ndarray, tick=None) -> Near:
    """The nearest terminals of each terminal (nodes of Roads), by the network, tile by tile: memory stays flat."""
    node = streets.index[terminals]
    n = len(node)
    of_node = np.full(len(streets.index), -1)
    of_node[terminals] = np.arange(n)
    complete = np.zeros(n)
    _, piece = csgraph.connected_components(streets.graph, directed=False)
    need = np.bincount(piece[node], minlength=1)[piece[node]] - 1  # how many there are to be found
    rows, cols, metres = [], [], []
    todo = np.arange(n)
    reach = None
    while len(todo):
        short = []
        tiles = _tiles(streets.x[node[todo]], streets.y[node[todo]], TILE)
        for t, tile in enumerate(tiles):
            here = todo[tile]
            span = reach if reach else _reach(streets, node[here])
            r, c, m, done, limit = _tile_ways(streets, node, of_node, here, span, need)
            rows.append(r), cols.append(c), metres.append(m)
            complete[here] = limit
            short.append(here[~done])
            if tick:
                tick(t / len(tiles))
        todo = np.concatenate(short) if short else todo[:0]
        reach = min(REACH_M, (reach or 1000.0) * 4) if reach is None or reach < REACH_M else None
        if reach is None:
            break
        todo = np.sort(todo)
    r, c, m = (np.concatenate(v) if v else np.array([]) for v in (rows, cols, metres))
    r, c = r.astype(np.int64), c.astype(np.int64)
    key = np.minimum(r, c) * n + np.maximum(r, c)
    order = np.lexsort((m, key))
    key, m = key[order], m[order]
    first = np.r_[True, key[1:] != key[:-1]] if len(key) else np.zeros(0, bool)
    low, high = np.divmod(key[first], max(n, 1))
    m = np.maximum(m[first], FLOOR_M)
    ways = sparse.csr_matrix((np.r_[m, m], (np.r_[low, high], np.r_[high, low])), shape=(n, n))
    ways.sort_indices()
    return Near(node, of_node, ways, complete)


def _tiles(x, y, size):
    """Halves of halves, so that each tile is compact; the same whatever the order of the input."""
    stack, out = [np.arange(len(x))], []
    while stack:
        part = stack.pop()
        if len(part) <= size:
            out.append(part)
            continue
        value = x[part] if np.ptp(x[part]) >= np.ptp(y[part]) else y[part]
        order = part[np.argsort(value, kind="stable")]
        stack += [order[: len(order) // 2], order[len(order) // 2 :]]
    return out


def _reach(streets, at):
    x, y = streets.x[at], streets.y[at]
    area = max((np.ptp(x) + 100) * (np.ptp(y) + 100), 1.0)
    return float(np.clip(1.5 * np.sqrt(area / len(at) * NEIGHBOURS / np.pi), 200.0, 4000.0))


def _tile_ways(streets, node, of_node, here, span, need):
    at = node[here]
    x, y = streets.x[at], streets.y[at]
    local = _window(streets, x, y, span)
    part = streets.graph[local][:, local]
    source = np.searchsorted(local, at)
    is_terminal = of_node[streets.node[local]]
    target = np.flatnonzero(is_terminal >= 0)
    metres = csgraph.dijkstra(part, directed=True, indices=source, limit=span)[:, target]
    metres[np.arange(len(at)), np.searchsorted(target, source)] = np.inf
    # The list must not depend on the tile: the nearest ones and all that are equally far, or all there are.
    k = np.minimum(NEIGHBOURS, need[here])
    count = np.isfinite(metres).sum(axis=1)
    done = (count >= k) | (span >= REACH_M)
    rank = min(NEIGHBOURS, len(target)) - 1
    farthest = np.partition(metres, rank, axis=1)[:, rank] if rank >= 0 else np.full(len(at), np.inf)
    limit = np.where(np.isfinite(farthest), farthest, span)
    keep = np.isfinite(metres) & (metres <= limit[:, None] * (1 + 1e-9)) & done[:, None]
    row, column = np.nonzero(keep)
    # Every terminal of the component is listed: complete for any distance.
    limit = np.where(count >= need[here], np.maximum(limit, REACH_M), limit)
    return here[row], is_terminal[target[column]], metres[row, column], done, limit


def ways_between(streets: Streets, sources: np.ndarray, targets: np.ndarray) -> np.ndarray:
    """(s, t) metres between contracted nodes; inf where no road leads. Looked for in ever wider windows, at last on
    the whole network: a way of at most a window's span is the shortest of all, whatever lies outside."""
    x, y = streets.x[np.r_[sources, targets]], streets.y[np.r_[sources, targets]]
    span = 1.5 * float(np.hypot(np.ptp(x), np.ptp(y))) + 500.0
    everything = float(np.hypot(np.ptp(streets.x), np.ptp(streets.y)))
    while span < everything:
        local = _window(streets, x, y, span)
        part = streets.graph[local][:, local]
        at = np.searchsorted(local, sources)
        found = csgraph.dijkstra(part, directed=True, indices=at, limit=span)[
            :, np.searchsorted(local, targets)
        ]
        if np.isfinite(found).all():
            return found
        span *= 3.0
    return csgraph.dijkstra(streets.graph, directed=True, indices=sources)[:, targets]


def direct_ways(streets: Streets, odd: np.ndarray, enough: int):
    """(ways (n, n), reach (n,)) between places ``odd`` (contracted nodes, sorted), over none other of them.

    Any shortest way between two of them is made of such ways. A place's list is complete up to ``reach`` metres (inf:
    all of them); it is not looked for any farther once it has ``enough``. Each place is split into one where ways
    begin and one where they end, so none passes through.
    """
    n, size = len(odd), len(streets.node)
    begins = np.full(size, -1)
    begins[odd] = np.arange(n)
    reach = np.full(n, np.inf)
    rows, cols, metres = [], [], []
    todo, span = np.arange(n), DIRECT_M
    while len(todo):
        late = []
        for tile in _tiles(streets.x[odd[todo]], streets.y[odd[todo]], TILE):
            here = todo[tile]
            local = _window(streets, streets.x[odd[here]], streets.y[odd[here]], span)
            part = streets.graph[local][:, local].tocoo()
            is_odd = begins[local] >= 0
            source = np.searchsorted(local, odd[here])
            entry = np.full(len(local), -1)  # row of the copy where ways begin, of this tile's places only
            entry[source] = len(local) + np.arange(len(here))
            inner, out = ~is_odd[part.row], entry[part.row] >= 0
            graph = sparse.csr_matrix(
                (np.r_[part.data[inner], part.data[out]],
                 (np.r_[part.row[inner], entry[part.row[out]]], np.r_[part.col[inner], part.col[out]])),
                shape=(len(local) + len(here),) * 2,
            )  # fmt: skip
            found = csgraph.dijkstra(graph, directed=True, indices=entry[source], limit=span)[:, : len(local)]
            longest = np.zeros(len(local))
            np.maximum.at(longest, part.row, part.data)
            even = found[:, ~is_odd]
            beyond = np.where(np.isfinite(even), even + longest[~is_odd], 0.0).max(axis=1, initial=0.0)
            closed = np.maximum(beyond, longest[source]) <= span  # nothing was cut off
            stop = ~closed & ((np.isfinite(found[:, is_odd]).sum(axis=1) > enough) | (span >= REACH_M))
            reach[here[stop]] = span
            closed |= stop
            late.append(here[~closed])
            found[np.arange(len(here)), source] = np.inf
            target = np.flatnonzero(is_odd)
            i, j = np.nonzero(np.isfinite(found[:, target]) & closed[:, None])
            rows.append(here[i]), cols.append(begins[local[target[j]]]), metres.append(found[i, target[j]])
        todo, span = np.sort(np.concatenate(late)), min(2.0 * span, REACH_M)
    r, c, m = (np.concatenate(v) if v else np.zeros(0) for v in (rows, cols, metres))
    ways = sparse.csr_matrix((np.maximum(m, FLOOR_M), (r.astype(np.int64), c.astype(np.int64))), shape=(n, n))
    return ways, reach


def _window(streets, x, y, span):
    """Nodes that a way of ``span`` metres between the places x, y can touch. Along roads distance is no less than
    as the crow flies, but for ends joined over a gap: hence the margin."""
    wide = 1.05 * span + 50
    return np.flatnonzero(
        (streets.x >= x.min() - wide) & (streets.x <= x.max() + wide)
        & (streets.y >= y.min() - wide) & (streets.y <= y.max() + wide)
    )  # fmt: skip


def trace_pairs(streets: Streets, a: np.ndarray, b: np.ndarray, metres: np.ndarray):
    """Edges of the shortest way of each pair of contracted nodes: (pair, edge) rows, and the ways' true lengths."""
    pairs, edges = [], []
    true = np.full(len(a), np.inf)
    for tile in _tiles(streets.x[a], streets.y[a], 200):
        span = float(metres[tile].max()) * (1 + 1e-9) + 1e-6
        local = _window(streets, streets.x[a[tile]], streets.y[a[tile]], span)
        part = streets.graph[local][:, local]
        source, target = np.searchsorted(local, a[tile]), np.searchsorted(local, b[tile])
        starts, row = np.unique(source, return_inverse=True)
        length, before = csgraph.dijkstra(
            part, directed=True, indices=starts, limit=span, return_predecessors=True
        )
        true[tile] = length[row, target]
        ok = np.isfinite(true[tile])
        row, current, goal, who = row[ok], target[ok], source[ok], tile[ok]
        while len(current):
            moving = current != goal
            row, current, goal, who = row[moving], current[moving], goal[moving], who[moving]
            if not len(current):
                break
            previous = before[row, current]
            low, high = local[np.minimum(previous, current)], local[np.maximum(previous, current)]
            pairs.append(who)
            edges.append(_edge_of(streets, low, high))
            current = previous
    if not pairs:
        return np.zeros(0, np.int64), np.zeros(0, np.int64), true
    return np.concatenate(pairs), np.concatenate(edges), true


def _edge_of(streets, low, high):
    n = len(streets.node)
    return np.searchsorted(streets.edge_a * n + streets.edge_b, low * n + high)
