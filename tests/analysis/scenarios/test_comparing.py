"""Zone plans side by side, worked by hand on eight sections of 1 km: a to d of city A, e to h of city B."""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely
from gunmane.analysis.scenarios import (
    ScenarioError,
    ScenarioOptions,
    city_blocks,
    compare,
    headlines,
    junctions,
    matched,
    whole_sections,
)
from gunmane.i18n import speaking

sys.path.insert(0, str(Path(__file__).parent))
from scenario_scene import KEYS, NAMES, A, B, plan, roads, row

SEPARATE = plan("ppppqqqq", "separate", minutes=[5, 5, 5, 9, 5, 5, 5, 9])
JOINT = plan("xxxxxyyy", "joint", minutes=[5, 5, 5, 5, 12, 5, 5, 9])


@pytest.fixture(autouse=True)
def english():
    with speaking("en"):
        yield


def both(*plans, options=None, **more):
    table = roads(**more)
    return compare(table, list(plans or (SEPARATE, JOINT)), options, junctions(table))


def test_a_plan_beside_itself_changes_nothing():
    found = both(SEPARATE, dataclasses.replace(SEPARATE, key="again", name="again"))
    assert len(found.changes) == len(found.moves) == 0
    figures = found.plans.drop(columns=["plan_id", "plan"])
    pd.testing.assert_series_equal(figures.iloc[0], figures.iloc[1], check_names=False)
    tones = {said.tone for block in (*headlines(found), *city_blocks(found, NAMES)) for said in block.said}
    assert tones == {"same"}


def test_zones_with_other_names_are_the_same_zones():
    found = both(SEPARATE, plan("22221111", "renamed", minutes=[5, 5, 5, 9, 5, 5, 5, 9]))
    assert len(found.changes) == 0
    assert dict(zip(found.zones["zone_id"], found.zones["base_zone"])) == {
        "p": "p",
        "q": "q",
        "1": "q",
        "2": "p",
    }
    assert found.colour["renamed", "2"] == found.colour["separate", "p"]


def test_what_changes_hands_is_named_with_from_to_city_and_work():
    found = both()
    (change,) = found.changes.to_dict("records")
    assert (change["section"], change["zone_from"], change["zone_to"]) == ("e", "q", "x")
    assert (change["city_code"], change["kind"], change["km"]) == (B, "moved", 1.0)
    assert change["work_pct"] == pytest.approx(12.5) and (change["min_from"], change["min_to"]) == (5, 12)
    (move,) = found.moves.to_dict("records")
    assert (move["sections"], move["km"], move["city_code"]) == (1, 1.0, B)


def test_figures_of_the_plans():
    found = both()
    separate, joint = found.plans.to_dict("records")
    assert (separate["balance_dev"], joint["balance_dev"]) == (pytest.approx(0), pytest.approx(25))
    assert (separate["mean_min"], joint["mean_min"]) == (pytest.approx(6), pytest.approx(51 / 8))
    assert (separate["max_min"], joint["max_min"]) == (9, 12)
    assert (separate["borders_inside"], joint["borders_inside"], joint["borders"]) == (0, 1, 1)
    assert (separate["joint_zones"], joint["joint_zones"]) == (0, 1)


def test_figures_of_a_city_and_what_it_gains_or_loses():
    found = both()
    beta = row(found.cities, plan_id="joint", city_code=B)
    assert (beta["zones"], beta["shared_km"], beta["partners"]) == (2, 1.0, [A])
    assert (beta["changed"], beta["changed_km"], beta["changed_work_pct"]) == (1, 1.0, pytest.approx(12.5))
    alpha, other = city_blocks(found, NAMES)
    assert (alpha.city, other.city) == ("Alpha", "Beta")
    assert alpha.of("better") == ["Farthest place 9.0 → 5.0 min.", "Mean travel of the crew 6.0 → 5.0 min."]
    assert alpha.of("worse") == []
    assert "4.0 km are in one zone with Beta (before: 0.0 km)." in alpha.of("fact")
    assert "The work on the city's roads stays 50.0 % of all." in alpha.of("same")
    assert other.of("worse") == [
        "Farthest place 9.0 → 12.0 min.",
        "Mean travel of the crew 6.0 → 7.8 min.",
        "Zones (and so contractors to turn to) in the city 1 → 2.",
    ]
    assert "1 sections, 1.0 km, change hands: 25.0 % of the city's work." in other.of("fact")


def test_one_partner_fewer_gives_the_others_no_more_work():
    alone = plan("pppp", "without B", keys=KEYS[:4])
    found = both(SEPARATE, alone)
    assert row(found.cities, plan_id="without B", city_code=A)["work_pct"] == pytest.approx(50)
    assert row(found.plans, plan_id="without B")["work_pct"] == pytest.approx(50)
    assert set(found.changes["kind"]) == {"leaves"} and set(found.changes["section"]) == set("efgh")
    beta = next(block for block in city_blocks(found, NAMES) if block.city_code == B)
    assert [said.text for said in beta.said] == [
        "The city takes no part in this plan; its 4.0 km stay outside."
    ]


def test_another_standard_shifts_work_between_cities_and_says_so():
    found = both(SEPARATE, plan("ppppqqqq", "other", load=[0.2] * 4 + [0.05] * 4))
    assert row(found.cities, plan_id="other", city_code=A)["work_pct"] == pytest.approx(80)
    assert any("reckoned in another way" in text for text in found.left_out)
    assert not any("reckoned in another way" in text for text in both().left_out)


def test_hours_and_crews_follow_from_what_was_given_and_zones_share_no_crew():
    found = both(options=ScenarioOptions(hours=8000, crew_hours=1000))
    assert found.zones["hours"].tolist() == pytest.approx([4000, 4000, 5000, 3000])
    assert found.zones["crews"].tolist() == [4, 4, 5, 3] and found.assumed == []
    odd = both(options=ScenarioOptions(hours=8000, crew_hours=3000))
    assert odd.plans["crews"].tolist() == [4, 3]  # 4000 + 4000 and 5000 + 3000, in whole crews
    assert odd.plans["crews_exact"].tolist() == pytest.approx([8 / 3, 8 / 3])


def test_journeys_put_travel_into_the_hours():
    found = both(options=ScenarioOptions(hours=8000, crew_hours=1000, journeys=600))
    # 600 journeys there and back, 6 minutes each way on average.
    assert found.plans["hours"].iloc[0] == pytest.approx(8000 + 600 * 2 * 6 / 60)


def test_what_nobody_gave_is_an_assumption_or_left_out_but_never_a_number_of_yen():
    found = both()
    assert len(found.assumed) == 2 and "80 hours in all" in found.assumed[0]
    assert found.plans[["yen", "yen_contracts", "yen_paid"]].isna().all(axis=None)
    assert sum("Yen" in text or "Contract" in text for text in found.left_out) == 3
    priced = both(options=ScenarioOptions(hours=100, yen_per_hour=3000), yen=[10.0] * 8)
    assert priced.plans["yen"].tolist() == pytest.approx([300_000, 300_000])
    assert priced.plans["yen_paid"].tolist() == [80, 80]


def test_a_through_route_is_cut_where_its_sections_lie_in_two_zones():
    found = both(through_id=["r"] * 4 + ["s"] * 4)
    assert found.plans["routes_cut"].tolist() == [0, 1]
    assert row(found.cities, plan_id="joint", city_code=B)["cut_routes"] == 1
    assert row(found.cities, plan_id="joint", city_code=A)["cut_routes"] == 0


def test_highways_and_second_drawings_are_no_length_and_never_change_hands():
    plans = [plan(z, z, load=[0.25, 0.25, 0.25, 0, 0, 0.25, 0, 0]) for z in ("ppppqqqq", "pppqqqqq")]
    kept = both(*plans, rc=["C3"] * 3 + ["N1"] + ["C3"] * 4, twin=[False] * 4 + [True] + [False] * 3)
    assert kept.plans["km"].tolist() == [6, 6] and len(kept.changes) == 0


def test_sections_without_a_zone_count_as_such():
    found = both(SEPARATE, plan("ppppqqq-", "hole"))
    assert row(found.plans, plan_id="hole")["unassigned_km"] == 1
    assert found.changes["kind"].tolist() == ["leaves"]
    assert "Roads of the city in no zone 0.0 → 1.0 km." in city_blocks(found, NAMES)[1].of("worse")


def test_hands_are_contractors_where_every_zone_has_one():
    def with_contractors(zones, name, **who):
        facts = pd.DataFrame({"zone_id": list(who), "con_id": list(who.values())})
        return plan(zones, name, facts=facts)

    first = with_contractors("ppppqqqq", "first", p="K1", q="K2")
    swapped = with_contractors("ppppqqqq", "swapped", p="K2", q="K1")
    assert len(both(first, swapped).changes) == 8
    third = with_contractors("ppppqqrr", "third", p="K1", q="K2", r="K2")
    assert len(both(first, third).changes) == 0


def test_targets_are_what_balance_is_measured_by():
    facts = pd.DataFrame({"zone_id": ["x", "y"], "target": [62.5, 37.5]})
    found = both(SEPARATE, dataclasses.replace(JOINT, zones=facts))
    assert found.plans["balance_dev"].tolist() == pytest.approx([0, 0])


def test_the_best_match_is_that_of_all_zones_together():
    base, other = np.array([0, 0, 0, 1, 1, 1]), np.array([0, 0, 1, 1, 1, 2])
    assert matched(base, other, np.ones(6), 2, 3).tolist() == [0, 1, -1]


def test_pieces_become_sections_whether_each_has_its_part_of_the_work_or_all_of_it():
    pieces = roads().assign(zone_id="p", workload=0.125, travel_min=4.0)
    two = pieces.iloc[[0, 0, 1, 2, 3, 4, 5, 6, 7]].assign(part=[1, 2] + [1] * 7)
    parts = two.assign(length_m=[600, 400] + [1000] * 7, workload=[0.075, 0.05] + [0.125] * 7)
    for given in (parts, two.assign(length_m=[600, 400] + [1000] * 7)):
        whole = whole_sections(given)
        assert whole["workload"].tolist() == pytest.approx([0.125] * 8)
        assert whole["length_m"].tolist() == [1000] * 8 and whole["travel_min"].tolist() == [4] * 8
    with pytest.raises(ScenarioError, match="two zones at once: a"):
        whole_sections(two.assign(zone_id=["p", "q"] + ["p"] * 7))


def test_ends_within_a_metre_are_one_junction():
    apart = roads(("a", "b")).assign(
        geom=[shapely.LineString([(0, 0), (10, 0)]), shapely.LineString([(10.8, 0), (20, 0)])]
    )
    assert junctions(apart)["node"].nunique() == 3


@pytest.mark.parametrize(
    ("plans", "words"),
    [
        ([], "no plan"),
        ([SEPARATE, plan("--------", "empty")], "empty: no section is in a zone"),
        ([SEPARATE, plan("pp", "far", keys=["y", "z"])], "far: none of its sections is known"),
        ([plan("pppp", "left", keys=KEYS[:4]), plan("qqqq", "right", keys=KEYS[4:])], "in common .*: right"),
        ([SEPARATE, plan("ppppqqqq", "twice", keys="aacdefgh")], "twice: sections that stand there twice: a"),
        ([SEPARATE, plan("ppppqqqq", "minus", load=[-1] + [1] * 7)], "minus: .* below 0"),
    ],
)
def test_plans_that_cannot_be_compared_are_named(plans, words):
    with pytest.raises(ScenarioError, match=words):
        compare(roads(), plans)


def test_options_that_make_no_sense_are_named():
    with pytest.raises(ScenarioError, match="Hours a crew works a year must be above 0"):
        both(options=ScenarioOptions(crew_hours=0))
    with pytest.raises(ScenarioError, match="Journeys"):
        both(options=ScenarioOptions(journeys=-1))
