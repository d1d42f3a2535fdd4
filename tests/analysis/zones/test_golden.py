"""The mini case of the unified model, 8.4, and input that contradicts itself."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely
from gunmane.analysis import zones as z
from gunmane.i18n import set_language

_spec = importlib.util.spec_from_file_location("zone_cases", Path(__file__).with_name("cases.py"))
cases = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(cases)
SHARES = [0.2, 0.3, 0.3, 0.2]


@pytest.fixture(autouse=True)
def _english():
    set_language("en")
    yield
    set_language(None)


def of(*groups):
    return {frozenset(group) for group in groups}


def drawn(network, load, **options):
    return z.assign_zones(network, np.asarray(load, float), z.ZoneOptions(**{"outlines": False, **options}))


def test_two_zones_of_the_line_are_its_halves():
    found = drawn(cases.line(), SHARES, k=2)
    assert cases.parts(found) == of("AB", "CD")
    assert found.bounds["imbalance"] == pytest.approx(0, abs=1e-12) and not found.infeasible


def test_three_zones_are_as_fair_as_can_be_and_the_failure_is_told():
    found = drawn(cases.line(), SHARES, k=3)
    assert cases.parts(found) == of("A", "B", "CD")  # of the two that tie, the first section stands alone
    assert found.bounds["imbalance"] == pytest.approx(0.5)
    assert [one.code for one in found.infeasible] == ["BALANCE"] and "50%" in found.infeasible[0].text
    assert found.bounds["proven"]


def test_a_river_without_a_bridge_splits_one_zone_but_not_two():
    river = cases.line(gap_after=2)
    one = drawn(river, SHARES, k=1)
    assert [i.code for i in one.infeasible] == ["CONTINUITY"] and one.infeasible[0].features == ("C", "D")
    assert cases.parts(one) == of("AB") and cases.zones_of(one)[["C", "D"]].isna().all()
    two = drawn(river, SHARES, k=2)
    assert cases.parts(two) == of("AB", "CD") and not two.infeasible


def test_islands_join_the_nearest_zone_only_where_that_is_asked_for():
    network = cases.line(6, gap_after=5)
    network["section"] = list("ABCDEF")
    alone = drawn(network, [1, 1, 1, 1, 1, 0.01], k=2)
    assert cases.zones_of(alone)["F"] is None and "F" in alone.infeasible[0].features
    joined = drawn(network, [1, 1, 1, 1, 1, 0.01], k=2, attach_islands=True)
    zone = cases.zones_of(joined)
    assert zone["F"] == zone["E"] and joined.infeasible[0].code == "CONTINUITY"


def test_borders_kept_give_each_city_zones_by_largest_remainder():
    network = cases.grid(9, 5, cities=2)
    load = np.where(network["city_code"] == "990018", 3.0, 1.0)
    found = z.assign_zones(network, load, z.ZoneOptions(k=3, borders="keep", outlines=False))
    assert sorted(map(len, found.zones["cities"])) == [1, 1, 1]
    assert sorted(c for own in found.zones["cities"] for c in own) == ["990018", "990018", "990026"]
    with pytest.raises(z.ZoneError, match="too few to keep the borders"):
        drawn(network, load, k=1, borders="keep")


def test_roads_of_others_carry_travel_and_connection_but_no_work():
    network = cases.line()
    network["rc"] = ["C3", "P1", "C3", "C3"]
    work, _ = z.workloads(network)
    assert work["workload"].tolist() == pytest.approx([1 / 3, 0, 1 / 3, 1 / 3])
    found = z.assign_zones(network, work, z.ZoneOptions(k=1, outlines=False))
    assert cases.zones_of(found).nunique() == 1 and found.zones["road_km"][0] == pytest.approx(0.3)


def test_second_drawings_follow_the_road_they_are_drawn_beside():
    network = cases.line()
    twin = network.iloc[[3]].assign(section="D2", twin_of="D", city_code="990026")
    network = pd.concat([network, twin], ignore_index=True)
    found = drawn(network, [*SHARES, 0.0], k=2)
    zone = cases.zones_of(found)
    assert zone["D2"] == zone["D"] and found.zones["road_km"].sum() == pytest.approx(0.4)


def test_routes_stay_whole_where_asked():
    network = cases.grid(8, 6)
    south = shapely.get_y(shapely.centroid(network["geom"].to_numpy())) < 40
    network["through_id"] = np.where(south, "T1", None)
    found = drawn(network, np.ones(len(network)), k=3, groups="through_id")
    zone = cases.zones_of(found)
    assert zone[network["section"][south]].nunique() == 1 and cases.connected(network, zone)


def test_travel_beyond_the_limit_is_listed():
    network = cases.line(12)
    found = z.assign_zones(
        network, np.ones(12), z.ZoneOptions(k=1, max_minutes=2, outlines=False), {"K": (0, 0)}
    )
    late = [one for one in found.infeasible if one.code == "TIME"][0]
    # 20 km/h with 1.3 on top: 0.39 min a section; the middle of the sixth is 2.1 min away
    assert late.features == tuple("FGHIJKL") and "Over the limit" in found.sections["reason"].iloc[-1]
    assert found.sections["travel_min"].iloc[5] == pytest.approx(5.5 * 0.39, abs=0.001)


def test_shares_are_met():
    network = cases.grid(14, 12)
    found = drawn(network, np.ones(len(network)), k=3, targets={"A": 1, "B": 2, "C": 3})
    share = found.zones.set_index("zone_id")["share"]
    assert share["A"] == pytest.approx(100 / 6, rel=0.02) and share["C"] == pytest.approx(50, rel=0.02)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"k": 5}, "5 zones cannot be made of 4 sections: A, B, C, D"),
        ({"k": 13}, "1 to 12"),
        ({"load": [1, 1, -1, 1]}, "0 or more: C"),
        ({"load": [1, np.nan, 1, 1]}, "0 or more: B"),
        ({"load": [0, 0, 0, 0]}, "nothing to share"),
        ({"load": [1, 1]}, "2 loads for 4 rows"),
        ({"depots": {"K1": (0, 0), "K2": (99_000, 0)}}, r"outside the area.*K2 \(98.6 km\)"),
        ({"locks": [("A", "K1"), ("A", "K2")]}, r"two zones at once: A \(K1 / K2\)"),
        ({"locks": {"Q": "K1"}}, "not in the network: Q"),
        ({"locks": {"A": "K1", "B": "K2", "C": "K3"}}, "3 zones are named"),
        ({"targets": {"K1": -1}}, "share of zone K1"),
    ],
)
def test_contradictions_are_refused_by_name(given, words):
    load = given.pop("load", [1, 1, 1, 1])
    more = {name: given.pop(name) for name in ("depots", "locks") if name in given}
    with pytest.raises(z.ZoneError, match=words):
        z.assign_zones(
            cases.line(),
            np.asarray(load, float),
            z.ZoneOptions(**{"k": 2, "outlines": False, **given}),
            **more,
        )


def test_heavy_and_unclassed_sections_are_named():
    network = cases.line()
    network["rc"] = ["C3", None, "C3", "C3"]
    found = drawn(network, [1, 1, 1, 9], k=2)
    messages = {one.code: one for one in found.messages}
    assert messages["HEAVY"].features == ("D",) and messages["NO_CLASS"].features == ("B",)


def test_workload_follows_the_model_and_moves_weight_of_what_is_missing():
    network = cases.line()
    network["rc"] = ["C1", "C2", "C3", "X1"]
    asked = pd.DataFrame({"geom": shapely.points([(50, 10), (150, 29), (250, 31)])})
    units = pd.DataFrame({"section": ["D", "D"]})
    work, messages = z.workloads(network, asked, units)
    length = np.array([1.5, 1.2, 1.0, 0.5]) / 4.2
    assert work["requests"].tolist() == [1, 1, 0, 0]  # the third lies more than 30 m away
    assert work["workload"].to_numpy() == pytest.approx(0.5 * length + [0.15, 0.15, 0, 0.2]) and not messages
    work, messages = z.workloads(network, None, units)
    assert work["workload"].to_numpy() == pytest.approx(0.8 * length + [0, 0, 0, 0.2])
    assert [one.code for one in messages] == ["WEIGHT_MOVED"]
