"""A centre that nobody gave moves until its zone is in time; figures count only what a road leads to."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely
from gunmane.analysis import zones as z
from gunmane.analysis.zones import reach, travel, units

_spec = importlib.util.spec_from_file_location("zone_cases_reach", Path(__file__).with_name("cases.py"))
cases = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(cases)


@pytest.mark.parametrize("seed", range(4))
def test_the_nearest_place_from_which_all_is_in_time_is_found_as_by_trying_all(seed):
    roads = units.read(cases.grid(9, 6, seed), {}, 20.0, 1.3, ())
    everything = np.arange(len(roads))
    nodes = np.unique(roads.entry_node)
    longest = np.array([travel.fields(roads, [[(int(n), 0.0)]])[0].max() for n in nodes])
    start = int(nodes[longest.argmax()])  # the worst of all places to begin
    for limit in (longest.min() / reach.MARGIN * 1.05, longest.max() / reach.MARGIN):
        found = reach.centre_within(roads, start, everything, nodes, limit)
        away = travel.from_node(roads, start)[nodes]
        best = away[longest <= limit * reach.MARGIN].min()
        assert longest[nodes == found][0] <= limit and away[nodes == found][0] == best
    assert reach.centre_within(roads, start, everything, nodes, longest.min() * 0.95) is None


def test_a_given_base_never_moves():
    line = cases.line(30)
    found = z.assign_zones(
        line, np.ones(30), z.ZoneOptions(k=1, max_minutes=6.0, outlines=False), {"C1": (0.0, 0.0)}
    )
    assert found.zones["base_x"][0] == 0 and [i.code for i in found.infeasible] == ["TIME"]
    free = z.assign_zones(line, np.ones(30), z.ZoneOptions(k=1, max_minutes=6.0, outlines=False))
    assert not free.infeasible


def test_minutes_are_those_of_sections_that_a_road_leads_to():
    islands = cases.line(6, gap_after=4)
    base = {"C1": (0.0, 0.0)}
    apart = z.assign_zones(islands, np.ones(6), z.ZoneOptions(k=1, outlines=False), base)
    joined = z.assign_zones(
        islands, np.ones(6), z.ZoneOptions(k=1, outlines=False, attach_islands=True), base
    )
    mean = np.mean([50, 150, 250, 350]) / 1000 / 20 * 60 * 1.3
    for found in (apart, joined):
        assert found.bounds["travel"] == pytest.approx(mean, rel=1e-3)
        assert found.bounds["travel"] == pytest.approx(found.zones["mean_min"][0], rel=1e-9)
        assert found.bounds["late"] == found.bounds["late_least"] == 0
        assert [one.code for one in found.infeasible] == ["CONTINUITY"]


def test_where_borders_are_kept_outlines_end_at_them():
    network = cases.grid(12, 5, cities=2)
    shapes = [shapely.box(-500, -500, 540, 1000), shapely.box(540, -500, 2000, 1000)]
    areas = pd.DataFrame({"city_code": ["990018", "990026"], "geom": shapes})
    found = z.assign_zones(network, np.ones(len(network)), z.ZoneOptions(k=3, borders=z.KEEP), cities=areas)
    for code, area in zip(areas["city_code"], areas["geom"]):
        own = [g for c, g in zip(found.zones["cities"], found.zones["geom"]) if c == [code]]
        assert shapely.union_all(own).symmetric_difference(area).area == pytest.approx(0, abs=1)


def test_kept_borders_and_names_bound_the_number_of_zones_from_below():
    network = cases.grid(10, 4, cities=3)
    kept = z.ZoneOptions(k=z.AUTO, k_bounds=(1, 5), borders=z.KEEP, outlines=False)
    assert len(z.assign_zones(network, np.ones(len(network)), kept).zones) == 3
    locks = {name: zone for name, zone in zip(network["section"].iloc[[0, 20, 40]], "abc")}
    auto = z.ZoneOptions(k=z.AUTO, k_bounds=(1, 5), outlines=False)
    assert len(z.assign_zones(network, np.ones(len(network)), auto, locks=locks).zones) >= 3


def test_an_imbalance_that_the_borders_force_is_said():
    network = cases.grid(12, 4, cities=1)
    middle = shapely.get_x(shapely.centroid(network["geom"].to_numpy()))
    network["city_code"] = np.where(middle < 250, "990018", "990026")
    found = z.assign_zones(network, np.ones(len(network)), z.ZoneOptions(k=2, borders=z.KEEP, outlines=False))
    (balance,) = [one for one in found.infeasible if one.code == "BALANCE"]
    assert f"{found.bounds['imbalance']:.0%} cannot be avoided" in balance.text


def test_a_route_is_kept_whole_as_far_as_it_is_maintained():
    network = cases.line(6)
    network["through_id"], network["rc"] = "T1", ["C3", "C3", "P1", "P1", "C3", "C3"]
    found = z.assign_zones(
        network, np.array([1.0, 1, 0, 0, 1, 1]), z.ZoneOptions(k=2, groups="through_id", outlines=False)
    )
    zone = cases.zones_of(found)
    assert zone["A"] == zone["B"] != zone["E"] and zone["E"] == zone["F"]


@pytest.fixture(autouse=True)
def _english():
    from gunmane.i18n import set_language

    set_language("en")
    yield
    set_language(None)
