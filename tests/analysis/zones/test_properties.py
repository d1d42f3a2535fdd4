"""What holds for zones of any network."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely
from gunmane.analysis import zones as z
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

_spec = importlib.util.spec_from_file_location("zone_cases", Path(__file__).with_name("cases.py"))
cases = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(cases)
SLOW = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


@SLOW
@given(st.integers(0, 10_000), st.integers(4, 12), st.integers(4, 10), st.integers(1, 6), st.booleans())
def test_zones_part_the_network_into_connected_pieces(seed, columns, rows, k, with_bases):
    network = cases.grid(columns, rows, seed)
    rng = np.random.default_rng(seed)
    load = rng.uniform(0.2, 3, len(network))
    bases = None
    if with_bases:
        bases = {f"K{i}": (rng.uniform(0, 100 * columns), rng.uniform(0, 100 * rows)) for i in range(k)}
    found = z.assign_zones(network, load, z.ZoneOptions(k=k, outlines=False), bases)
    zone = cases.zones_of(found)
    assert zone.notna().all() and sorted(zone.index) == sorted(network["section"])
    assert cases.connected(network, zone) and zone.nunique() == k
    assert found.sections["workload"].sum() == pytest.approx(1) and found.zones[
        "share"
    ].sum() == pytest.approx(100)
    assert found.zones["road_km"].sum() == pytest.approx(network["length_m"].sum() / 1000)
    assert found.bounds["travel"] >= found.bounds["bound"] - 1e-9
    heaviest = load.max() / load.sum()
    if len(network) > 60:
        assert found.bounds["imbalance"] <= max(0.005, 2 * heaviest * k) + 1e-9


@SLOW
@given(st.integers(0, 10_000))
def test_order_of_the_rows_and_direction_of_the_lines_do_not_matter(seed):
    network = cases.grid(8, 7, seed, cities=2)
    load = pd.Series(np.random.default_rng(seed).uniform(0.2, 3, len(network)), network["section"])
    load.index.name = "section"
    mixed = network.sample(frac=1, random_state=seed).reset_index(drop=True)
    turn = np.arange(len(mixed)) % 2 == 0
    mixed.loc[turn, ["node_from", "node_to"]] = mixed.loc[turn, ["node_to", "node_from"]].to_numpy()
    mixed["geom"] = np.where(turn, shapely.reverse(mixed["geom"].to_numpy()), mixed["geom"].to_numpy())
    one, other = (z.assign_zones(n, load, z.ZoneOptions(k=3, outlines=False)) for n in (network, mixed))
    pd.testing.assert_frame_equal(one.sections, other.sections)
    pd.testing.assert_frame_equal(one.zones, other.zones)


@SLOW
@given(st.integers(0, 10_000))
def test_locked_sections_stay(seed):
    network = cases.grid(9, 8, seed)
    rng = np.random.default_rng(seed)
    names = rng.choice(network["section"], 4, replace=False)
    locks = dict(zip(names, ["K1", "K2", "K3", "K1"]))
    found = z.assign_zones(network, np.ones(len(network)), z.ZoneOptions(k=3, outlines=False), locks=locks)
    zone = cases.zones_of(found)
    assert all(zone[name] == locks[name] for name in names)
    unlinked = [one for one in found.infeasible if one.code == "LOCK"]
    assert unlinked or cases.connected(network, zone)


@SLOW
@given(st.integers(0, 10_000), st.booleans())
def test_a_changed_load_moves_few_sections_where_changes_cost(seed, with_bases):
    network = cases.grid(12, 10, seed)
    load = np.random.default_rng(seed).uniform(0.5, 2, len(network))
    bases = {"A": (100, 100), "B": (1000, 100), "C": (100, 800), "D": (1000, 800)} if with_bases else None
    before = z.assign_zones(network, load, z.ZoneOptions(k=4, outlines=False), bases)
    now = cases.zones_of(before)
    same = z.assign_zones(
        network, load, z.ZoneOptions(k=4, outlines=False, change_minutes=5), bases, current=now
    )
    assert same.bounds["changed"] <= 2
    load[seed % len(load)] *= 3
    after = z.assign_zones(
        network, load, z.ZoneOptions(k=4, outlines=False, change_minutes=5), bases, current=now
    )
    assert after.bounds["changed"] <= 0.1 * len(network)
    assert cases.connected(network, cases.zones_of(after))


@SLOW
@given(st.integers(0, 10_000), st.integers(2, 6), st.booleans())
def test_outlines_tile_the_area(seed, k, given_area):
    network = cases.grid(9, 8, seed)
    area = shapely.Point(400, 350).buffer(700) if given_area else None
    cities = pd.DataFrame({"city_code": ["1"], "geom": [area]}) if given_area else None
    found = z.assign_zones(network, np.ones(len(network)), z.ZoneOptions(k=k), cities=cities)
    shapes = found.zones["geom"].to_numpy()
    assert shapely.is_valid(shapes).all() and (found.zones["compact_pp"] > 0.1).all()
    whole = shapely.unary_union(shapes)
    assert shapely.area(shapes).sum() == pytest.approx(whole.area, rel=1e-9)  # no overlap
    if given_area:
        assert whole.symmetric_difference(area).area < 1.0  # no gap
    zone = network["section"].map(cases.zones_of(found))
    place = {name: n for n, name in enumerate(found.zones["zone_id"])}
    middle = shapely.line_interpolate_point(network["geom"].to_numpy(), 0.5, normalized=True)
    own = shapes[[place[name] for name in zone]]
    assert (shapely.distance(own, middle) < 150).all() and shapely.intersects(own, middle).mean() > 0.9
