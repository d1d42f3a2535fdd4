"""What holds for any plans: totals are conserved, order never shows, the same plan twice is no change."""

from __future__ import annotations

import dataclasses
import importlib.util
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from gunmane.analysis.scenarios import Scenario, city_blocks, compare, junctions, whole_sections
from gunmane.analysis.zones import ZoneOptions, assign_zones, workloads
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))
from scenario_scene import NAMES, A, B

_spec = importlib.util.spec_from_file_location("zone_cases", Path(__file__).parents[1] / "zones" / "cases.py")
cases = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(cases)
N = 12
ZONE = st.sampled_from(["p", "q", "r", None])


@st.composite
def two_plans(draw):
    keys = [f"s{n:02d}" for n in range(N)]
    roads = pd.DataFrame(
        {
            "section": keys,
            "city_code": draw(st.lists(st.sampled_from([A, B]), min_size=N, max_size=N)),
            "rc": draw(st.lists(st.sampled_from(["C1", "C3", "N1", None]), min_size=N, max_size=N)),
            "length_m": draw(st.lists(st.integers(1, 2000), min_size=N, max_size=N)),
            "through_id": draw(st.lists(st.sampled_from(["t", "u", None]), min_size=N, max_size=N)),
        }
    )
    joints = pd.DataFrame({"section": keys * 2, "node": [*range(N), *range(1, N + 1)]})
    plans = []
    for name in ("one", "two"):
        zones = draw(st.lists(ZONE, min_size=N, max_size=N).filter(any))
        load = np.array(draw(st.lists(st.integers(0, 9), min_size=N, max_size=N).filter(any)), float)
        minutes = draw(st.lists(st.integers(0, 40), min_size=N, max_size=N))
        sections = pd.DataFrame(
            {"section": keys, "zone_id": zones, "workload": load / load.sum(), "travel_min": minutes}
        )
        plans.append(Scenario(name, name, sections))
    return roads, joints, plans


@settings(max_examples=60, deadline=None)
@given(two_plans())
def test_totals_are_conserved(scene):
    roads, joints, plans = scene
    found = compare(roads, plans, None, joints)
    for plan in found.plans.to_dict("records"):
        zones = found.zones[found.zones["plan_id"] == plan["plan_id"]]
        cities = found.cities[found.cities["plan_id"] == plan["plan_id"]]
        pairs = found.pairs[found.pairs["plan_id"] == plan["plan_id"]]
        assert zones["km"].sum() + plan["unassigned_km"] == pytest.approx(plan["km"])
        assert zones["work_pct"].sum() + plan["unassigned_work_pct"] == pytest.approx(plan["work_pct"])
        assert cities["km"].sum() == pytest.approx(plan["km"])
        assert cities["work_pct"].sum() == pytest.approx(plan["work_pct"])
        assert pairs["km"].sum() == pytest.approx(zones["km"].sum())
        assert zones[["km_C1", "km_C2", "km_C3", "km_other"]].sum().sum() == pytest.approx(zones["km"].sum())
        assert cities["changed"].sum() == plan["changed"]
        assert cities["changed_km"].sum() == pytest.approx(plan["changed_km"])
    assert found.moves["sections"].sum() == len(found.changes)
    assert found.moves["km"].sum() == pytest.approx(found.changes["km"].sum())


@settings(max_examples=40, deadline=None)
@given(two_plans(), st.randoms())
def test_the_order_of_rows_never_shows(scene, random):
    roads, joints, plans = scene
    found = compare(roads, plans, None, joints)

    def shaken(frame):
        order = list(range(len(frame)))
        random.shuffle(order)
        return frame.iloc[order].reset_index(drop=True)

    other = [dataclasses.replace(plan, sections=shaken(plan.sections)) for plan in plans]
    again = compare(shaken(roads), other, None, shaken(joints))
    for name in ("plans", "zones", "cities", "pairs", "changes", "moves"):
        pd.testing.assert_frame_equal(getattr(found, name), getattr(again, name))
    assert city_blocks(found, NAMES) == city_blocks(again, NAMES) and found.colour == again.colour


@settings(max_examples=40, deadline=None)
@given(two_plans(), st.permutations(["p", "q", "r"]))
def test_other_names_of_the_zones_change_nothing(scene, names):
    roads, joints, plans = scene
    to = dict(zip("pqr", names))
    table = plans[0].sections
    zones = [to.get(zone) for zone in table["zone_id"]]
    renamed = Scenario("new", "new", table.assign(zone_id=zones))
    assert len(compare(roads, [plans[0], renamed], None, joints).changes) == 0


def test_zones_of_the_engine_compare_as_it_has_them_itself():
    network = cases.grid(10, 8, seed=3, cities=2)
    load, _ = workloads(network)
    plans, own = [], []
    for borders in ("keep", "ignore"):
        made = assign_zones(network, load, ZoneOptions(k=4, borders=borders, outlines=False))
        plans.append(Scenario(borders, borders, made.sections, made.zones))
        own.append(made)
    found = compare(whole_sections(network), plans, None, junctions(network))
    for plan, made in zip(("keep", "ignore"), own):
        zones = found.zones[found.zones["plan_id"] == plan].set_index("zone_id")
        theirs = made.zones.set_index("zone_id")
        for name, column in (("km", "road_km"), ("share_pct", "share"), ("balance_dev", "balance_dev"),
                             ("max_min", "max_min"), ("mean_min", "mean_min")):  # fmt: skip
            assert zones[name].to_numpy() == pytest.approx(theirs[column].to_numpy(), abs=2e-3), name
    kept = found.plans.set_index("plan_id")
    assert kept.loc["keep", "borders_inside"] == 0 < kept.loc["ignore", "borders_inside"]
