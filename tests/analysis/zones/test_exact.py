"""Against the exact optimum: HiGHS, connection by flow."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from gunmane.analysis import zones as z
from gunmane.analysis.zones import exact, options, travel, units
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

_spec = importlib.util.spec_from_file_location("zone_cases", Path(__file__).with_name("cases.py"))
cases = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(cases)


def optimum(network, load, bases, slack):
    """Least travel of connected zones with loads within ``slack`` of equal shares. x[z, u] assignment, r[z, u] root,
    f[z, a] flow along an arc of units that meet: each unit of a zone takes one from the zone's only root."""
    roads = units.read(network, options.SPEED_KMH, 20.0, 1.3, options.MAINTAINED_NOT)
    whole = units.unite(roads, load)
    cost = travel.fields(roads, [[(node, 0.0)] for node in bases])
    k, n = cost.shape
    incidence = whole.incidence
    arcs = np.argwhere((incidence @ incidence.T).toarray() > 0)
    arcs = arcs[arcs[:, 0] != arcs[:, 1]]
    m = len(arcs)

    def x(zone, u):  # the unit belongs to the zone
        return zone * n + u

    def r(zone, u):  # it is the zone's root
        return (k + zone) * n + u

    def g(zone, u):  # what comes in at the root
        return (2 * k + zone) * n + u

    def f(zone, a):  # what passes along an arc
        return 3 * k * n + zone * m + a

    size = 3 * k * n + k * m
    rows, low, high = [], [], []

    def add(entries, lo, hi):
        rows.append(entries)
        low.append(lo)
        high.append(hi)

    for u in range(n):
        add({x(zone, u): 1 for zone in range(k)}, 1, 1)
    for zone in range(k):
        add({r(zone, u): 1 for u in range(n)}, 1, 1)
        add({x(zone, u): load[u] for u in range(n)}, load.sum() / k - slack, load.sum() / k + slack)
        for u in range(n):
            add({r(zone, u): 1, x(zone, u): -1}, -np.inf, 0)
            add({g(zone, u): 1, r(zone, u): -n}, -np.inf, 0)
            come = {f(zone, a): 1.0 for a in np.flatnonzero(arcs[:, 1] == u)}
            leave = {f(zone, a): -1.0 for a in np.flatnonzero(arcs[:, 0] == u)}
            add({**come, **leave, g(zone, u): 1, x(zone, u): -1}, 0, 0)
        for a, (one, other) in enumerate(arcs):
            add({f(zone, a): 1, x(zone, one): -n}, -np.inf, 0)
            add({f(zone, a): 1, x(zone, other): -n}, -np.inf, 0)
    at = [(i, j, v) for i, row in enumerate(rows) for j, v in row.items()]
    i, j, v = zip(*at)
    matrix = sparse.csr_matrix((v, (i, j)), shape=(len(rows), size))
    objective = np.zeros(size)
    objective[: k * n] = (cost * load).ravel()
    binary = np.zeros(size)
    binary[: 2 * k * n] = 1
    upper = np.full(size, float(n))
    upper[: 2 * k * n] = 1
    found = milp(objective, constraints=LinearConstraint(matrix, low, high), integrality=binary,
                 bounds=Bounds(0, upper), options={"time_limit": 60, "mip_rel_gap": 1e-6})  # fmt: skip
    assert found.status == 0
    return found.fun


@pytest.mark.parametrize(
    ("seed", "columns", "rows", "k"), [(1, 4, 4, 2), (2, 5, 4, 2), (3, 5, 4, 3), (4, 6, 3, 3)]
)
def test_travel_comes_near_the_exact_optimum(seed, columns, rows, k):
    network = cases.grid(columns, rows, seed)
    n = len(network)
    rng = np.random.default_rng(seed)
    load = rng.uniform(0.5, 2.0, n)
    load /= load.sum()
    roads = units.read(network, options.SPEED_KMH, 20.0, 1.3, options.MAINTAINED_NOT)
    bases = rng.choice(len(roads.node_xy), k, replace=False)
    depots = {f"K{i}": tuple(roads.node_xy[node]) for i, node in enumerate(bases)}
    found = z.assign_zones(network, load, z.ZoneOptions(k=k, cut_budget=0.0, outlines=False), depots)
    assert cases.connected(network, cases.zones_of(found))
    least = optimum(network, load, bases, load.max())
    assert found.bounds["imbalance"] / k <= load.max() + 1e-9  # the heaviest unit
    assert found.bounds["bound"] <= found.bounds["travel"] + 1e-9
    assert found.bounds["travel"] <= least * 1.08


def test_all_partings_of_a_handful_are_tried():
    network = cases.grid(3, 3, 5)
    n = len(network)
    load = np.random.default_rng(5).uniform(1, 3, n)
    found = z.assign_zones(
        network, load, z.ZoneOptions(k=2, outlines=False, exact_up_to=12), {"A": (0, 0), "B": (200, 200)}
    )
    assert found.bounds["proven"]
    best = np.inf
    for bits in range(1, 2 ** (n - 1)):  # every parting in two, by brute force
        side = np.array([bits >> i & 1 for i in range(n)], bool)
        zone = dict(zip(network["section"], np.where(side, "A", "B")))
        if cases.connected(network, pd.Series(zone)):
            best = min(best, abs(load[side].sum() / load.sum() * 2 - 1))
    assert found.bounds["imbalance"] <= max(best, 0.005) + 1e-9


def test_no_parting_is_told_apart_from_a_bad_one():
    apart = np.zeros((3, 3), bool)
    assert exact.best(apart, np.ones(3), np.ones(2), np.ones((2, 3)), 0.01, list("abc")) is None
