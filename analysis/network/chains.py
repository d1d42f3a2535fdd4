"""Links that should not be, given the others: around a stub, or too many borders in a row."""

from __future__ import annotations

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from .pairs import Pairs
from .reading import Strands
from .topology import Topology


def too_many_borders(pairs: Pairs, accepted: np.ndarray, strands: Strands, most: int) -> np.ndarray:
    """Links (bool) to be asked about, so that no row of sections joined end to end crosses more than ``most`` borders.

    A border is a pair of cities: a road that winds along one border crosses one, however often. In a row that is too
    long the dearest links of the border that costs most are asked about, until the rest is short enough.
    """
    asked = np.zeros(len(pairs), dtype=bool)
    rows = np.flatnonzero(accepted)
    size = len(strands)
    if not len(rows):
        return asked
    graph = coo_array((np.ones(len(rows), dtype=np.int8), (pairs.a[rows], pairs.b[rows])), shape=(size, size))
    group = connected_components(graph, directed=False)[1][pairs.a[rows]]
    border = strands.city[pairs.a[rows]] * len(strands.cities) + strands.city[pairs.b[rows]]
    kinds = np.unique(np.column_stack([group, border]), axis=0)
    long = np.unique(kinds[:, 0])[np.unique(kinds[:, 0], return_counts=True)[1] > most]
    for number in long:  # hardly ever
        mine = rows[group == number]
        _shorten(mine, pairs, strands, most, asked)
    return asked


def twice(pairs: Pairs, chosen: np.ndarray, strands: Strands) -> np.ndarray:
    """Chosen pairs (bool) of two sections that a cheaper pair joins at their other ends, and whose gap is as long as
    the sections: it leads back beside them. A ring that two cities share is longer.
    """
    wrong = np.zeros(len(pairs), dtype=bool)
    rows = np.flatnonzero(chosen)
    rows = rows[np.lexsort((rows, pairs.cost[rows], pairs.b[rows], pairs.a[rows]))]
    again = np.r_[False, (np.diff(pairs.a[rows]) == 0) & (np.diff(pairs.b[rows]) == 0)][: len(rows)]
    rows = rows[again]
    both = strands.length[pairs.a[rows]] + strands.length[pairs.b[rows]]
    wrong[rows] = pairs.gap[rows] >= both / 2
    return wrong


def around_stubs(
    pairs: Pairs, chosen: np.ndarray, strands: Strands, topology: Topology, reach: float
) -> np.ndarray:
    """Chosen pairs (bool) of two junctions that short sections and the other links join already.

    Side streets leave from the inner ends of two stubs and face each other; the road between their junctions is the
    stubs, and the streets are no road across the border. Pairs at one place stay: they are roads through a junction.
    """
    wrong = np.zeros(len(pairs), dtype=bool)
    rows = np.flatnonzero(chosen & (pairs.dead == 0))
    if not len(rows):
        return wrong
    sure = np.flatnonzero(chosen & (pairs.dead > 0))
    joins = topology.joins
    ends = topology.end_node
    topology.join(ends[pairs.a[sure], pairs.side_a[sure]], ends[pairs.b[sure], pairs.side_b[sure]])
    root = topology.root()
    topology.joins = joins
    short = np.flatnonzero(strands.length <= reach)
    one, two = root[ends[short]].T
    size = len(topology.xy)
    graph = coo_array(
        (np.ones(2 * len(short), dtype=np.int32), (np.r_[one, two], np.r_[two, one])), shape=(size, size)
    )
    graph = graph.tocsr()
    from_place = root[ends[pairs.a[rows], pairs.side_a[rows]]]
    to_place = root[ends[pairs.b[rows], pairs.side_b[rows]]]
    near = graph[from_place]
    hit = np.zeros(len(rows), dtype=bool)
    for hop in range(2):
        hit |= np.asarray(near[np.arange(len(rows)), to_place]).ravel() > 0
        if hop == 0:
            near = near @ graph
    wrong[rows] = hit & (from_place != to_place)
    return wrong


def _shorten(rows, pairs, strands, most, asked) -> None:
    while len(rows):
        graph = coo_array(
            (np.ones(len(rows), dtype=np.int8), (pairs.a[rows], pairs.b[rows])),
            shape=(len(strands), len(strands)),
        )
        group = connected_components(graph, directed=False)[1][pairs.a[rows]]
        border = strands.city[pairs.a[rows]] * len(strands.cities) + strands.city[pairs.b[rows]]
        kinds = np.unique(np.column_stack([group, border]), axis=0)
        value, count = np.unique(kinds[:, 0], return_counts=True)
        long = np.isin(group, value[count > most])
        if not long.any():
            return
        worst = rows[long][np.lexsort((-rows[long], pairs.cost[rows[long]]))[-1]]
        asked[worst] = True
        rows = rows[rows != worst]
