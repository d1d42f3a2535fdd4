"""Borders that cut fewer junctions: between two zones, the cheapest border within a narrow band is a minimum cut.

Cutting a junction costs ``worth`` (load x minutes); giving a unit to the other zone costs its load times what it is
further away (reduced by the prices). A junction is a vertex of capacity ``worth`` between its units, so the cut
counts junctions, not pairs of sections. Exact for each pair of zones within the band, pair after pair.
"""

from __future__ import annotations

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from .units import Units

SCALE = 1000  # integer capacity of a cut junction: what it is worth
WALL = 2**29
DEPTH = 50  # units of the band a junction of the border: what bounds the time of a cut


def cut_nodes(units: Units, label: np.ndarray) -> np.ndarray:
    """Nodes where sections of different zones meet: true per node. Units with label -1 do not count."""
    used = np.flatnonzero(np.diff(units.unit_start) > 0)
    at = label[units.unit]
    high = np.maximum.reduceat(at, units.unit_start[used])
    at = np.where(at < 0, np.iinfo(np.int32).max, at)
    low = np.minimum.reduceat(at, units.unit_start[used])
    cut = np.zeros(len(units.unit_start) - 1, bool)
    cut[used] = (high >= 0) & (low != high)
    return cut


def neighbours(units: Units, label: np.ndarray, k: int) -> np.ndarray:
    """k x k: how many junctions each pair of zones shares."""
    cut = cut_nodes(units, label)
    of = np.repeat(np.arange(len(cut)), np.diff(units.unit_start))
    at = cut[of]
    zone = label[units.unit[at]]
    known = zone >= 0
    there = sparse.csr_matrix(
        (np.ones(known.sum(), np.int32), (of[at][known], zone[known])), shape=(len(cut), k)
    )
    there.data[:] = 1
    there.sum_duplicates()
    there.data[:] = 1
    shared = (there.T @ there).toarray()
    np.fill_diagonal(shared, 0)
    return shared


def recut(
    units: Units, label, gain, a: int, b: int, worth, width: float, free, most: int, junction_worth=None
):
    """The best border between zones ``a`` and ``b``.

    ``gain`` (units): load x minutes that a unit costs more in b than in a (negative: it is better off in b), all
    shifts for balance included. ``width``: units with |gain| / load up to it may change, if ``free``, and of these the
    ``most`` that are nearest to the border. Returns the new label of all units.
    """
    pair = (label == a) | (label == b)
    load = np.maximum(units.load, units.load.mean() * 1e-3)
    band = np.flatnonzero(pair & free & (np.abs(gain) <= width * load))
    if not len(band):
        return label
    if len(band) > most:
        near = np.abs(gain[band]) / load[band]
        band = np.sort(band[np.argpartition(near, most)[:most]])
    n = len(band)
    place = np.full(len(units), -1)
    place[band] = np.arange(n)
    # the junctions of the band, and who else is there
    begin, count = units.junction_start[band], np.diff(units.junction_start)[band]
    who = np.repeat(np.arange(n), count)
    junction = units.junction[ranges(begin, count)]
    nodes, at = np.unique(junction, return_inverse=True)
    m = len(nodes)
    touch_count = np.diff(units.unit_start)[nodes]
    touch_at = np.repeat(np.arange(m), touch_count)
    touch = label[units.unit[ranges(units.unit_start[nodes], touch_count)]]
    outside = place[units.unit[ranges(units.unit_start[nodes], touch_count)]] < 0
    third = np.bincount(touch_at, (touch != a) & (touch != b) & (touch >= 0), m) > 0
    holds_a = np.bincount(touch_at, outside & (touch == a), m) > 0
    holds_b = np.bincount(touch_at, outside & (touch == b), m) > 0
    counts = ~third & ~(holds_a & holds_b)  # the other junctions are cut in any case
    source, sink = n + 2 * m, n + 2 * m + 1
    value = np.ones(m) if junction_worth is None else junction_worth[nodes]
    capacity = np.maximum(np.round(value * SCALE), 1).astype(np.int64)
    links = counts[at]
    w, j = who[links], at[links]
    towards = np.clip(np.round(gain[band] / worth * SCALE), -WALL, WALL).astype(np.int64)
    stays = np.where((towards == 0), np.where(label[band] == a, 1, -1), towards)
    rows = [w, n + m + j, n + np.flatnonzero(counts)]
    cols = [n + j, w, n + m + np.flatnonzero(counts)]
    caps = [np.full(len(w), WALL), np.full(len(w), WALL), capacity[counts]]
    for mask, starts in ((holds_a & counts, True), (holds_b & counts, False)):
        which = np.flatnonzero(mask)
        rows.append(np.full(len(which), source) if starts else n + m + which)
        cols.append(n + which if starts else np.full(len(which), sink))
        caps.append(np.full(len(which), WALL))
    for_a, for_b = np.flatnonzero(stays > 0), np.flatnonzero(stays < 0)
    rows += [np.full(len(for_a), source), for_b]
    cols += [for_a, np.full(len(for_b), sink)]
    caps += [stays[for_a], -stays[for_b]]
    size = n + 2 * m + 2
    graph = sparse.csr_matrix(
        (np.concatenate(caps).astype(np.int32), (np.concatenate(rows), np.concatenate(cols))),
        shape=(size, size),
    )
    side = _source_side(graph, source, sink)[:n]
    found = label.copy()
    found[band] = np.where(side, a, b)
    return found


def _source_side(graph: sparse.csr_matrix, source: int, sink: int) -> np.ndarray:
    flow = csgraph.maximum_flow(graph, source, sink).flow
    left = (graph - flow).tocsr()
    left.data[left.data < 0] = 0
    left.eliminate_zeros()
    reached = csgraph.breadth_first_order(left, source, directed=True, return_predecessors=False)
    side = np.zeros(graph.shape[0], bool)
    side[reached] = True
    return side


def ranges(begin: np.ndarray, count: np.ndarray) -> np.ndarray:
    """The concatenation of range(begin[i], begin[i] + count[i])."""
    total = int(count.sum())
    shift = np.repeat(begin - np.concatenate([[0], np.cumsum(count)[:-1]]), count)
    return shift + np.arange(total)
