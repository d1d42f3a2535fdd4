"""How well and how fast zones are drawn, beside METIS, spopt and gerrychain on the same graph in the same run.

    PYTHONPATH=.build/plugins .venv/bin/python -m gunmane.benchmarks.zones [--sizes 6000] [--peers PYTHON]

The peers need an environment of their own (pymetis, spopt, gerrychain; no network is used): give its python. CPU
seconds of the assignment with given bases, reading of the network included; outlines apart. A peer's time is that of
its partition alone, without reading and travel. Exit code 1 where a target of docs/algorithms/zones.md is missed.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess  # nosec B404: our own module, and the peers' python that a person names
import sys
import tempfile
import time

import numpy as np
import pandas as pd
import shapely
from scipy import sparse
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csgraph
from scipy.spatial import cKDTree

CITIES = ("990018", "990026", "990034", "990042")
PEER = r"""
import json, resource, sys, time
import numpy as np
name, source, k = sys.argv[1], sys.argv[2], int(sys.argv[3])
data = np.load(source)
start, beside, load, xy = data["start"], data["beside"], data["load"], data["xy"]
n = len(load)
edges = [(i, int(j)) for i in range(n) for j in beside[start[i]:start[i + 1]] if j > i] if name != "metis" else None
if name == "metis":
    import pymetis
elif name == "gerrychain":
    import networkx as nx
    import gerrychain
    from gerrychain.tree import recursive_tree_part
else:
    import geopandas as gpd
    import libpysal
    import spopt.region
    import shapely
begin = time.process_time()
if name == "metis":
    weights = np.maximum(np.round(load / load.mean() * 100), 0).astype(int)
    label = pymetis.part_graph(k, xadj=start, adjncy=beside, vweights=weights)[1]
elif name == "gerrychain":
    import random
    random.seed(0)
    graph = nx.Graph()
    graph.add_nodes_from((i, {"load": float(load[i])}) for i in range(n))
    graph.add_edges_from(edges)
    graph = gerrychain.Graph.from_networkx(graph)
    parts = recursive_tree_part(graph, range(k), float(load.sum() / k), "load", 0.05)
    label = [parts[i] for i in range(n)]
else:
    frame = gpd.GeoDataFrame({"x": xy[:, 0], "y": xy[:, 1], "load": load}, geometry=shapely.points(xy))
    near = {i: [] for i in range(n)}
    for a, b in edges:
        near[a].append(b)
        near[b].append(a)
    weights = libpysal.weights.W(near, silence_warnings=True)
    if name == "spopt SKATER":
        model = spopt.region.Skater(frame, weights, ["x", "y"], n_clusters=k, floor=n // (2 * k))
    elif name == "spopt Ward":
        model = spopt.region.WardSpatial(frame, weights, ["x", "y"], n_clusters=k)
    else:
        model = spopt.region.RegionKMeansHeuristic(xy, k, weights)
    model.solve()
    label = np.asarray(model.labels_)
seconds = time.process_time() - begin
np.save(source + ".label.npy", np.asarray(label, int))
print(json.dumps({"s": seconds, "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""
SLOW = ("gerrychain", "spopt SKATER", "spopt Ward", "spopt RegionKMeans")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default="6000,60000,600000")
    parser.add_argument("--zones", default="4,8,12")
    parser.add_argument(
        "--peers", default="", help="python of an environment with pymetis, spopt and gerrychain"
    )
    parser.add_argument(
        "--slow-zones", default="8", help="numbers of zones for the slow peers, at 6,000 sections"
    )
    parser.add_argument("--bases", default="spread", choices=("spread", "random"))
    parser.add_argument("--one", nargs=2, type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(_ours(*options.one, options.bases)))
        return 0
    missed = []
    print(
        "| sections | k | method | CPU s | MB | imbalance % | extra parts | cut | mean min | over bound % | PP |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|---|")
    for size in (int(v) for v in options.sizes.split(",")):
        for k in (int(v) for v in options.zones.split(",")):
            missed += _case(size, k, options)
    print("missed: " + "; ".join(missed) if missed else "all targets met")
    return int(bool(missed))


def _case(size: int, k: int, options) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(  # a process of its own, for its memory
            [sys.executable, "-m", __spec__.name, "--one", str(size), str(k), "--bases", options.bases],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
        ours = json.loads(done.stdout.splitlines()[-1])
        _row(size, k, "ours, bases given", ours)
        missed = []
        limit = {6000: 0.5, 60_000: 2.0, 600_000: 20.0}.get(size)
        if limit and ours["s"] > limit:
            missed.append(f"{size}/{k}: {ours['s']:.1f} s > {limit} s")
        if ours["mb"] > 2048:
            missed.append(f"{size}/{k}: {ours['mb']:.0f} MB")
        if options.peers:
            world = _world(size, k, options.bases)
            source = os.path.join(folder, "graph.npz")
            np.savez(source, start=world["start"], beside=world["beside"], load=world["load"], xy=world["xy"])
            slow = SLOW if size <= 6000 and k in [int(v) for v in options.slow_zones.split(",")] else ()
            for name in ("metis", *slow):
                try:
                    run = subprocess.run(
                        [options.peers, "-W", "ignore", "-c", PEER, name, source, str(k)],
                        check=True, capture_output=True, text=True, timeout=150,
                    )  # fmt: skip
                except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
                    print(
                        f"| {size} | {k} | {name} | failed: {str(getattr(error, 'stderr', error))[-80:]!r} |"
                    )
                    continue
                peer = json.loads(run.stdout.splitlines()[-1])
                peer.update(_measured(world, np.load(source + ".label.npy"), k))
                peer["gap"] = 100 * (peer["mean"] / ours["bound"] - 1)
                _row(size, k, name, peer)
                if name == "metis" and ours["cut"] > 1.3 * peer["cut"]:
                    missed.append(f"{size}/{k}: cut {ours['cut']} > 1.3 x {peer['cut']}")
                if name != "metis" and peer["s"] < 10 * ours["s"]:
                    missed.append(f"{size}/{k}: {name} only {peer['s'] / ours['s']:.1f} times slower")
    return missed


def _row(size, k, name, f) -> None:
    extra = f" {f['s']:.2f}" + (f" + {f['outline_s']:.2f} outlines" if "outline_s" in f else "")
    pp = f"{f['pp']:.2f}" if "pp" in f else ""
    print(
        f"| {size} | {k} | {name} |{extra} | {f['mb']:.0f} | {f['imbalance']:.2f} | {f['parts']} | {f['cut']} "
        f"| {f['mean']:.3f} | {f['gap']:.2f} | {pp} |",
        flush=True,
    )


def _ours(size: int, k: int, kind: str) -> dict:
    from ..analysis import zones as z

    network = synthetic(size)
    work, _ = z.workloads(network)
    bases = depots(network, k, kind)
    z.assign_zones(
        synthetic(300), z.workloads(synthetic(300))[0], z.ZoneOptions(k=2)
    )  # libraries are loaded once
    begin = time.process_time()
    z.assign_zones(network, work, z.ZoneOptions(k=k, outlines=False, max_minutes=1e9), depots=bases)
    seconds = time.process_time() - begin
    begin = time.process_time()
    found = z.assign_zones(network, work, z.ZoneOptions(k=k, max_minutes=1e9), depots=bases)
    both = time.process_time() - begin
    b = found.bounds
    return {
        "s": seconds, "outline_s": max(both - seconds, 0.0),
        "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "imbalance": 100 * b["imbalance"],
        "parts": int((found.zones["parts"] - 1).sum()), "cut": b["cut_junctions"], "mean": b["travel"],
        "bound": b["bound"], "gap": 100 * b["gap"], "pp": float(found.zones["compact_pp"].min()),
    }  # fmt: skip


def _world(size: int, k: int, kind: str) -> dict:
    """The same graph of sections for the peers, and what measures them."""
    from ..analysis import zones as z
    from ..analysis.zones import options, travel, units

    network = synthetic(size)
    work, _ = z.workloads(network)
    roads = units.read(
        network, options.SPEED_KMH, options.SPEED_OTHER_KMH, options.DETOUR, options.MAINTAINED_NOT
    )
    load = work["workload"].reindex(roads.key).to_numpy()
    whole = units.unite(roads, load)
    incidence = whole.incidence
    graph = (incidence @ incidence.T).tocsr()
    graph.setdiag(0)
    graph.eliminate_zeros()
    tree = cKDTree(roads.node_xy)
    nodes = tree.query(list(depots(network, k, kind).values()))[1]
    return {
        "start": graph.indptr, "beside": graph.indices, "load": load, "xy": roads.middle, "units": whole,
        "cost": travel.fields(roads, [[(int(node), 0.0)] for node in nodes]),
    }  # fmt: skip


def _measured(world: dict, label: np.ndarray, k: int) -> dict:
    """A peer's parts get the bases that suit them best: they know none."""
    from ..analysis.zones.refine import cut_nodes

    load, cost = world["load"], world["cost"]
    label = np.unique(label, return_inverse=True)[1]
    got = int(label.max()) + 1
    travel = np.array([np.bincount(label, load * row, got) for row in cost])
    rows, columns = linear_sum_assignment(travel)
    pieces = world["units"].components(label)
    return {
        "imbalance": 100 * np.abs(np.bincount(label, load, got) * k - 1).max(),
        "parts": len(np.unique(pieces)) - got, "cut": int(cut_nodes(world["units"], label).sum()),
        "mean": float(travel[rows, columns].sum()),
    }  # fmt: skip


def depots(network: pd.DataFrame, k: int, kind: str = "spread") -> dict:
    """Places of bases: by chance ("random"), or each of 20 places by chance the one furthest from the others."""
    rng = np.random.default_rng(5)
    at = shapely.get_coordinates(shapely.centroid(network["geom"].to_numpy()))
    chosen = [at[rng.integers(len(at))]]
    while len(chosen) < k:
        tried = at[rng.integers(0, len(at), 20 if kind == "spread" else 1)]
        away = np.min([np.hypot(*(tried - one).T) for one in chosen], axis=0)
        chosen.append(tried[away.argmax()])
    return {f"K{n:02d}": (float(x), float(y)) for n, (x, y) in enumerate(chosen)}


def synthetic(size: int, seed: int = 1) -> pd.DataFrame:
    """A NETWORK of about ``size`` sections: a bent grid of 130 m blocks with classes by line, a fifth of the minor
    streets missing, a river with few bridges, four cities."""
    rng = np.random.default_rng(seed)
    side = int(np.ceil(np.sqrt(size / 1.66)))
    gx, gy = np.meshgrid(np.arange(side), np.arange(side), indexing="ij")
    x = gx * 130.0 + rng.normal(0, 22, gx.shape) + 260 * np.sin(gy / 17.0)
    y = gy * 130.0 + rng.normal(0, 22, gx.shape) + 260 * np.sin(gx / 23.0)
    node = gx * side + gy
    a = np.concatenate([node[:-1].ravel(), node[:, :-1].ravel()])
    b = np.concatenate([node[1:].ravel(), node[:, 1:].ravel()])
    line = np.concatenate([gy[:-1].ravel(), gx[:, :-1].ravel()])
    rc = np.where(line % 24 == 12, "P1", np.where(line % 12 == 6, "C1", np.where(line % 6 == 3, "C2", "C3")))
    keep = (rc != "C3") | (rng.random(len(a)) > 0.21)
    bx, by = x.ravel(), y.ravel()
    north = by > 0.55 * side * 130 + 900 * np.sin(bx / 3100.0)  # of the river
    crosses = north[a] != north[b]
    keep &= ~crosses | np.isin(rc, ["P1", "C1"])
    a, b, rc = a[keep], b[keep], rc[keep]
    comp = csgraph.connected_components(
        sparse.csr_matrix((np.ones(len(a)), (a, b)), shape=(side * side, side * side)), directed=False
    )[1]
    main = comp[a] == np.bincount(comp[a]).argmax()
    a, b, rc = a[main], b[main], rc[main]
    n = len(a)
    mx, my = (bx[a] + bx[b]) / 2, (by[a] + by[b]) / 2
    half = side * 65.0
    city = np.array(CITIES)[(mx > half + 400 * np.sin(my / 2500.0)).astype(int) * 2 + (my > half).astype(int)]
    ends = np.stack([np.stack([bx[a], by[a]], 1), np.stack([bx[b], by[b]], 1)], 1)
    return pd.DataFrame(
        {
            "section": [f"s{i:07d}" for i in rng.permutation(n)], "part": 1,
            "length_m": np.hypot(bx[a] - bx[b], by[a] - by[b]), "node_from": a + 1, "node_to": b + 1,
            "comp": 1, "twin_of": None, "rc": rc, "city_code": city,
            "geom": shapely.linestrings(ends),
        }
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
