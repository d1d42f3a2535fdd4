"""Groups of routes: speed and dead running beside METIS and exact matching, where these are installed.

    PYTHONPATH=.build/plugins .venv/bin/python -m gunmane.benchmarks.groups [--sizes 6000,60000]

Synthetic areas (``area``): Gabriel roads on a jittered grid, cities as Voronoi cells, a river with few bridges.
Everything is invented; ratios within one run count, not seconds. Peers get the same number of groups on the same
graph, and their tours are paired by the same program: only the partition differs. METIS (pymetis) and networkx are
peers only; where they are missing their lines are. Exit code 1 where a target is missed: 10 s of CPU at 60,000 and
180 s at 600,000 for corridors with everything (the plan with borders cut, the bound, outlines), dead running at most
1.08 times the certified bound, every group connected and in its bounds or named.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time

import numpy as np
import pandas as pd
import shapely
from scipy.sparse import coo_matrix, csgraph
from scipy.spatial import Delaunay

STEP_M = 130.0
TARGETS_S = {60_000: 10.0, 600_000: 180.0}
GAP = 0.08


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default="6000,60000")
    parser.add_argument("--modes", default="corridors,whole")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-peers", action="store_true")
    options = parser.parse_args()
    missed = False
    for mode in options.modes.split(","):
        spent = []
        for size in (int(text) for text in options.sizes.split(",")):
            network, routes = area(size, seed=options.seed)
            cpu, met = run(network, routes, mode, not options.no_peers)
            spent.append((np.log(len(network)), np.log(cpu)))
            late = mode == "corridors" and cpu > TARGETS_S.get(size, np.inf)
            missed |= late or not met
        if len(spent) > 1:
            print(f"{mode}: CPU grows with exponent {np.polyfit(*zip(*spent), 1)[0]:.2f}")
    return int(missed)


def run(network: pd.DataFrame, routes: pd.DataFrame, mode: str, peers: bool) -> tuple[float, bool]:
    from ..analysis.groups import GroupOptions, group_routes

    options = GroupOptions(mode=mode)
    clock, cpu = time.perf_counter(), time.process_time()
    answer = group_routes(network, routes, options)
    clock, cpu = time.perf_counter() - clock, time.process_time() - cpu
    km, groups = answer.required_m / 1000, answer.groups
    print(f"{len(network):,} pieces, {mode}: {km:,.0f} km in {len(groups)} groups; {cpu:.1f} s CPU, {clock:.1f} s,"
          f" peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")  # fmt: skip
    print(
        "  " + ", ".join(f"{name} {value:.1f}" for name, value in answer.seconds.items()) + " s by the clock"
    )
    print(f"  dead running {100 * answer.dead_m / answer.required_m:.2f} % = {1 + answer.gap:.3f} x bound"
          f" {100 * answer.bound_m / answer.required_m:.2f} %; borders cut"
          f" {100 * answer.separate_dead_m / answer.required_m:.2f} %; status"
          f" {groups['status'].value_counts().to_dict()},"
          f" {(groups['own_parts'] > 1).sum()} held by other roads,"
          f" compactness {groups['compact_pp'].median():.2f}")  # fmt: skip
    if peers:
        for name, dead, connected, seconds in others(network, routes, options, len(groups)):
            print(
                f"  {name}: {100 * dead / answer.required_m:.2f} %, {connected:.0%} connected, {seconds:.1f} s"
            )
    return cpu, answer.gap <= GAP


def others(network, routes, options, n):
    """(name, dead running in m, share of connected groups, CPU s of the partition) of the same roads cut otherwise."""
    from ..analysis.groups import distances, moving, roads, starting, units
    from ..analysis.groups.linking import no_links
    from ..analysis.groups.tours import TourBook

    net = roads.read_roads(network, routes, options)
    crossed = roads.crossings(net, net.required)
    own = units.make_units(net, crossed, np.zeros(len(crossed)), None, net.length, 7500.0, False)
    terminal = np.zeros(net.n_nodes, bool)
    terminal[own.odd] = True
    streets = distances.make_streets(net, terminal)
    near = distances.near_ways(streets, np.flatnonzero(terminal))
    bounds = starting.Bounds(20e3, 60e3, 40e3)

    def judged(group):
        whole = len(np.unique(starting.connect(own.adjacent, group))) - len(np.unique(group))
        search = moving.Search(own, own.adjacent, no_links(), near.of_node, TourBook(streets, near), group, bounds,
                               options.weights)  # fmt: skip
        search.polish()
        count = len(np.unique(group))
        return sum(search.dead_m(g) for g in range(search.n)), max(1 - whole / count, 0.0)

    component = csgraph.connected_components(own.adjacent, directed=False)[1].astype(np.int64)
    k = starting.counts(np.bincount(component, own.length), bounds, bounds.target, None)
    begun = time.process_time()
    cells = starting.first_partition(own, own.adjacent, component, k)
    spent = time.process_time() - begun
    yield "our start alone (cells of priced shortest ways)", *judged(cells), spent
    try:
        import pymetis
    except ImportError:
        return
    begun = time.process_time()
    tries = []
    for seed in range(8):
        choice = pymetis.Options(seed=seed, contig=len(k) == 1)
        _, part = pymetis.part_graph(n, xadj=own.adjacent.indptr, adjncy=own.adjacent.indices,
                                     vweights=np.maximum(own.length, 1).astype(int), options=choice)  # fmt: skip
        tries.append(np.unique(np.array(part), return_inverse=True)[1])
    spent = time.process_time() - begun
    best = min((judged(part) for part in tries), key=lambda pair: pair[0])
    yield "METIS, best of 8", *best, spent
    from scipy.sparse import csr_matrix  # a walk along nearest neighbours, cut into equal lengths

    order = csgraph.depth_first_order(csr_matrix(own.adjacent, dtype=float), 0, return_predecessors=False)
    order = np.r_[order, np.setdiff1d(np.arange(own.n), order)]
    reached = np.cumsum(own.length[order])
    part = np.empty(own.n, np.int64)
    part[order] = np.minimum((reached / reached[-1] * n).astype(int), n - 1)
    yield "one walk over everything, cut", *judged(np.unique(part, return_inverse=True)[1]), 0.0


def area(
    size: int, cities: int = 4, seed: int = 1, dropped: float = 0.22
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """(NETWORK, routes) of about ``size`` sections. Some sections have two pieces; some roads are prefectural."""
    rng = np.random.default_rng(seed)
    side = max(int(np.sqrt(size / 1.87)), 3)
    at = np.stack(np.meshgrid(np.arange(side) * STEP_M, np.arange(side) * STEP_M), axis=-1).reshape(-1, 2)
    at = at + rng.normal(0, 0.22 * STEP_M, at.shape)
    edges = _gabriel(at)
    edges = edges[rng.random(len(edges)) >= dropped]
    river = at[:, 1] - side * STEP_M * 0.45 - 0.08 * side * STEP_M * np.sin(at[:, 0] / (side * STEP_M) * 7)
    over = (river[edges[:, 0]] > 0) != (river[edges[:, 1]] > 0)
    edges = edges[~over | (rng.random(len(edges)) < 0.08)]
    centre = (0.15 + 0.7 * rng.random((cities, 2))) * side * STEP_M
    city = ((at[:, None] - centre[None]) ** 2).sum(axis=2).argmin(axis=1)
    stroke = _strokes(at, edges)
    length = np.hypot(*(at[edges[:, 0]] - at[edges[:, 1]]).T)
    of_stroke = np.bincount(stroke, length)
    rank = of_stroke.argsort().argsort() / len(of_stroke)
    rc = np.select([rank > 0.998, rank > 0.97, rank > 0.9], ["P1", "C1", "C2"], "C3")[
        stroke
    ]  # the longest roads are the prefecture's
    a, b = edges.T
    cut = np.flatnonzero(city[a] != city[b])
    middle = (at[a[cut]] + at[b[cut]]) / 2
    mid = len(at) + np.arange(len(cut))
    nodes = np.concatenate([at, middle])
    keep = np.ones(len(edges), bool)
    keep[cut] = False
    start = np.concatenate([a[keep], a[cut], mid])
    end = np.concatenate([b[keep], mid, b[cut]])
    owner = np.concatenate([city[a[keep]], city[a[cut]], city[b[cut]]])
    which = np.concatenate([stroke[keep], stroke[cut], stroke[cut]])
    classes = np.concatenate([rc[keep], rc[cut], rc[cut]])
    metres = np.hypot(*(nodes[start] - nodes[end]).T)
    n = len(start)
    section, part = _sections(start, end, which, owner, rng)
    network = pd.DataFrame(
        {
            "section": [f"s{k:07d}" for k in section],
            "part": part,
            "length_m": metres,
            "node_from": start + 1,
            "node_to": end + 1,
            "city_code": np.array([f"99{k:04d}" for k in range(cities)], object)[owner],
            "route_key": [f"{c}-{w}" for c, w in zip(owner, which)],
            "rc": classes,
            "twin_of": None,
            "requests_year": rng.poisson(0.3, n),
            "damages_year": rng.poisson(0.2, n),
            "geom": shapely.linestrings(np.stack([nodes[start], nodes[end]], axis=1)),
        }
    )
    routes = pd.DataFrame({"section": network["section"], "through_id": [f"T{w:06d}" for w in which]})
    return network, routes.drop_duplicates("section").reset_index(drop=True)


def _gabriel(at):
    tri = Delaunay(at).simplices.astype(np.int64)
    a, b, opposite = (
        np.concatenate([tri[:, i] for i in order]) for order in ((0, 1, 2), (1, 2, 0), (2, 0, 1))
    )
    low, high = np.minimum(a, b), np.maximum(a, b)
    inside = ((at[low] - at[opposite]) * (at[high] - at[opposite])).sum(axis=1) < 0
    key, where = np.unique(low * len(at) + high, return_inverse=True)
    bad = np.bincount(where, inside) > 0
    return np.stack(np.divmod(key[~bad], len(at)), axis=1)


def _strokes(at, edges):
    """Label of the road that each edge belongs to: ends that continue each other best, no more than 45 degrees off."""
    n = len(edges)
    node = np.concatenate([edges[:, 0], edges[:, 1]])
    other = np.concatenate([edges[:, 1], edges[:, 0]])
    edge = np.tile(np.arange(n), 2)
    order = np.argsort(node, kind="stable")
    node, other, edge = node[order], other[order], edge[order]
    angle = np.arctan2(*(at[other] - at[node]).T[::-1])
    best = np.full(2 * n, np.pi / 4)
    mate = np.full(2 * n, -1)
    for step in range(1, 9):
        i = np.arange(2 * n - step)
        i = i[node[i] == node[i + step]]
        off = np.abs(np.abs((angle[i] - angle[i + step] + np.pi) % (2 * np.pi) - np.pi) - np.pi)
        for x, y in ((i, i + step), (i + step, i)):
            better = off < best[x]
            best[x[better]], mate[x[better]] = off[better], y[better]
    mutual = np.flatnonzero((mate >= 0) & (mate[mate] == np.arange(2 * n)))
    graph = coo_matrix((np.ones(len(mutual)), (edge[mutual], edge[mate[mutual]])), shape=(n, n))
    return csgraph.connected_components(graph, directed=False)[1]


def _sections(start, end, which, owner, rng):
    """Every tenth piece and the one that continues it in the same city are one section."""
    n = len(start)
    section, part = np.arange(n), np.ones(n, int)
    order = np.lexsort((which, start))
    follow = np.full(n, -1)
    key = start * (which.max() + 1) + which
    place = np.searchsorted(key[order], end * (which.max() + 1) + which)
    place = np.minimum(place, n - 1)
    hit = key[order][place] == end * (which.max() + 1) + which
    follow[hit] = order[place[hit]]
    free = np.ones(n, bool)
    for k in np.flatnonzero((follow >= 0) & (rng.random(n) < 0.1)).tolist():
        m = follow[k]
        if m != k and free[k] and free[m] and owner[k] == owner[m]:
            free[k] = free[m] = False
            section[m], part[m] = k, 2
    return section, part


if __name__ == "__main__":
    sys.exit(main())
