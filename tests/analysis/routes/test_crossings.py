"""What is told of a border: attributes, standards, and what lies along it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pandas as pd
import pytest
import shapely
from gunmane.analysis import standards as st
from gunmane.analysis.routes import RouteOptions, build_routes, shared_lines, vectors
from gunmane.i18n import speaking

sys.path.insert(0, str(Path(__file__).parent))
from routes_small import A, B, C, network, road

ON = "2026-04-01"
CITIES = pd.DataFrame({
    "city_code": [A, B],
    "name_ja": ["守谷市", "つくばみらい市"],
    "geom": [shapely.box(-2000, -2000, 0, 2000), shapely.box(0, -2000, 2000, 2000)],
})  # fmt: skip


def across(rc_a="C1", rc_b="C1", standards=None, cities=CITIES, more_a=None, more_b=None, **given):
    """One road over the border at x = 0."""
    key = {"route_key": f"{A}-C1-0012"}, {"route_key": f"{B}-C1-0003"}
    frame = network(
        road("a", (-300, 0), (0, 0), city_code=A, rc=rc_a, **{**key[0], **(more_a or {})}),
        road("b", (0, 0), (500, 0), city_code=B, rc=rc_b, **{**key[1], **(more_b or {})}),
    )
    return build_routes(frame, None, RouteOptions(on=ON), standards, cities=cities, **given)


def standard(*rows):
    """The common standard of potholes' depths, with cells of cities: (city, cell, value)."""
    row = {"std_id": "S01", "ver": "1", "valid_from": "2020-01-01"}
    common = {
        **row, "scope": "common", "ft": "F01", "dt": "D01", "measure": "depth_cm", "unit": "cm", "op": ">=", "watch": 2,
        "repair": 5, "emerg": 10, "rs_tmp_c1": "R1", "rs_perm_c1": "R3",
    }  # fmt: skip
    own = [
        {**row, "scope": "city", "scope_key": city, **{cell: value for c, cell, value in rows if c == city}}
        for city in sorted({c for c, _, _ in rows})
    ]
    return st.StandardSet.of([common, *own], {"S01": {"ja": "ポットホール", "en": "Pothole"}})


def test_the_test_damages_are_the_seventeen_vectors():
    assert sorted({v["id"] for v in vectors()}) == [f"J{n:02d}" for n in range(1, 18)]
    assert len(vectors()) == 22  # J10 has two values, J11 and J12 three


def test_the_test_damages_reach_the_levels_that_the_unified_model_says():
    frame = pd.DataFrame(
        [{**v, "city_code": A, "measures": json.dumps(v.get("measures", {}))} for v in vectors()]
    )
    judged = st.judge(frame, st.builtin(examples=False), as_of=f"{ON}T12:00:00+09:00", clocks=False).frame
    found = judged["level"].groupby(frame["id"]).agg(list).to_dict()
    assert found == {
        "J01": ["L0"], "J02": ["L1"], "J03": ["L1"], "J04": ["L2"], "J05": ["L2"], "J06": ["L2"], "J07": ["L3"],
        "J08": ["L2"], "J09": ["NJ"], "J10": ["L1", "L2"], "J11": ["NJ", "L2", "L2"], "J12": ["L2", "L1", "L3"],
        "J13": ["L3"], "J14": ["L3"], "J15": ["L2"], "J16": [None], "J17": ["L2"],
    }  # fmt: skip


def test_severity_is_the_sum_of_the_differences_of_levels():
    """Repair at 5 and at 7: J05 (5.0) and J15 (5 or more) are L2 here; there L1 and, for its open bound, not judged.

    |2 - 1| + |2 - 1.5| = 1.5; J04 and J17 (4.0) are L1 in both, J06 (9.99) L2 in both.
    """
    found = across(standards=standard((B, "repair", 7))).crossings.iloc[0]
    assert found["severity"] == 1.5
    assert found["std_breaks"] == [
        {"std_id": "S01", "cell": "repair", "a": 5.0, "b": 7.0, "severity": 1.5, "cause": "standard"}
    ]
    assert found["std_cells"] == 1


def test_the_sentence_names_both_cities_and_both_values():
    found = across(standards=standard((B, "repair", 7))).crossings["reason"]
    with speaking("en"):
        text = across(standards=standard((B, "repair", 7))).crossings.at[0, "reason"]
    assert text == "Pothole: 守谷市 repairs at 5 cm, つくばみらい市 at 7 cm"
    assert all(word in found[0] for word in ("守谷市", "5 cm", "つくばみらい市", "7 cm"))


def test_the_worst_break_is_named_first_and_stands_on_the_route():
    standards = standard((B, "watch", 1), (B, "repair", 7), (B, "rs_tmp_c1", "R2"))
    found = across(standards=standards)
    assert [e["cell"] for e in found.crossings.at[0, "std_breaks"]] == ["repair", "watch", "rs_tmp"]
    told = found.routes.at[0, "std_breaks"]
    assert [(e["city_a"], e["city_b"], e["cell"]) for e in told][0] == (A, B, "repair")
    assert found.routes.at[0, "severity"] == found.crossings.at[0, "severity"] > 0


def test_equal_standards_are_no_break():
    found = across(standards=standard())
    assert found.crossings.at[0, "std_breaks"] == [] and found.crossings.at[0, "severity"] == 0
    assert found.routes.at[0, "std_breaks"] == []
    with speaking("en"):
        assert "nothing known changes" in across(standards=standard()).crossings.at[0, "reason"]


def test_a_change_of_class_alone_is_a_break_of_its_own_kind():
    standards = standard().with_cell("S01", "repair_c1", 4, on="2020-01-01")
    found = across(rc_b="C2", standards=standards).crossings.iloc[0]
    breaks = {e["cell"]: e for e in found["std_breaks"]}
    assert (breaks["repair"]["a"], breaks["repair"]["b"], breaks["repair"]["cause"]) == (4.0, 5.0, "class")
    assert found["severity"] == 0  # both cities judge the same damages alike
    assert found["changes"] == ["rc"] and found["class_diff"] == 1


def test_values_of_another_class_do_not_count_here():
    assert across(standards=standard((B, "rs_tmp_c3", "R5"))).crossings.at[0, "std_breaks"] == []
    there = across(rc_a="C3", rc_b="C3", standards=standard((B, "rs_tmp_c3", "R5"))).crossings.at[
        0, "std_breaks"
    ]
    assert [(e["cell"], e["a"], e["b"]) for e in there] == [("rs_tmp", None, "R5")]


def test_a_standard_of_one_route_counts_there():
    own = {
        "std_id": "S01",
        "ver": "1",
        "scope": "route",
        "scope_key": f"{B}-C1-0003",
        "repair": 8,
        "valid_from": "2020-01-01",
    }
    standards = standard() + st.StandardSet.of([own])
    assert across(standards=standards).crossings.at[0, "std_breaks"][0]["b"] == 8.0
    other = {"more_b": {"route_key": f"{B}-C1-0004"}}
    assert across(standards=standards, **other).crossings.at[0, "std_breaks"] == []


def test_a_state_road_has_no_citys_standard():
    key = {"more_a": {"route_key": f"{A}-N1-0294"}, "more_b": {"route_key": f"{B}-N1-0294"}}
    found = across("N1", "N1", standard((B, "repair", 7)), **key)
    assert found.crossings.at[0, "severity"] == 0 and found.crossings.at[0, "kind"] == "continuous"
    assert found.routes.at[0, "routes"] == f'["{A}-N1-0294", "{B}-N1-0294"]'


def test_the_shipped_examples_break_between_all_four_cities():
    found = across(rc_a="C3", rc_b="C3", standards=st.builtin()).crossings.iloc[0]
    first = found["std_breaks"][0]
    assert (first["std_id"], first["cell"], first["a"], first["b"]) == ("S01", "repair", 4.0, 5.0)
    # J03 and J17 differ for no one: 4 cm on C3 is L2 in 守谷 (4) and L1 beyond (5); J17 is read by class 1: 3 and 4.
    assert found["severity"] == 1.0


def test_what_changes_of_the_road_itself():
    found = across(
        more_a={"width_m": 6.0, "ln": "2", "pt": "AS"}, more_b={"width_m": 4.5, "ln": 1.0, "pt": None}
    ).crossings.iloc[0]
    assert found["changes"] == ["width", "ln"]
    assert (found["width_a"], found["width_b"], found["ln_a"], found["ln_b"]) == (6.0, 4.5, "2", "1")
    assert "6.0 m" in found["reason"] and "4.5 m" in found["reason"]
    unknown = across(
        more_a={"ln": "9", "pt": "XX", "width_m": 6.0}, more_b={"ln": "2", "pt": "AS", "width_m": 6.3}
    )
    assert unknown.crossings.at[0, "changes"] == []


def test_a_crossing_in_a_number_of_both_sides_is_counted_once_with_its_fork():
    key = {"route_key": f"{A}-N1-0006"}, {"route_key": f"{B}-N1-0006"}
    frame = network(
        road("a", (-100, 0), (0, 0), **key[0]), road("b", (0, 0), (100, 5), city_code=B, **key[1]),
        road("c", (0, 0), (100, 60), city_code=B, **key[1]),
    )  # fmt: skip
    found = build_routes(frame)
    assert len(found.routes) == 1 and found.crossings[["section_a", "section_b"]].values.tolist() == [
        ["a", "b"]
    ]


def test_three_cities_at_one_point_are_crossings_of_each_pair_that_meets():
    key = "N1-0006"
    frame = network(*[
        road(n, (0, 0), p, city_code=city, route_key=f"{city}-{key}")
        for n, p, city in (("a", (100, 0), A), ("b", (-100, 0), B), ("c", (0, 100), C))
    ])  # fmt: skip
    assert sorted(zip(build_routes(frame).crossings["city_a"], build_routes(frame).crossings["city_b"])) == [
        (C, A), (C, B), (A, B)
    ]  # fmt: skip


def test_a_border_counts_what_lies_near_it():
    requests = pd.DataFrame({
        "geom": [shapely.Point(-499, 0), shapely.Point(-501, 0), shapely.Point(10, 100), None],
        "received_at": ["2024-04-01T10:00:00+09:00", "2025-01-01", "2026-03-31", None],
    })  # fmt: skip
    damages = pd.DataFrame({"geom": [shapely.Point(0, 3)]})
    found = across(requests=requests, damages=damages, standards=standard((B, "repair", 7)))
    row = found.borders.iloc[0]
    assert (row["city_a"], row["city_b"], row["border_km"]) == (A, B, pytest.approx(4.0, abs=0.001))
    assert (row["routes"], row["crossings"], row["links"], row["breaks"], row["severity"]) == (
        1,
        1,
        0,
        1,
        1.5,
    )
    assert (row["through_km"], row["through_km_a"], row["through_km_b"]) == (0.8, 0.3, 0.5)
    assert (row["road_km"], row["road_km_a"], row["road_km_b"]) == (0.8, 0.3, 0.5)
    assert (row["requests"], row["requests_per_year"], row["damages"], row["damages_per_year"]) == (
        2,
        1.0,
        1,
        None,
    )


def test_a_road_of_no_known_city_is_near_the_border_but_counts_for_none():
    frame = network(
        road("a", (-300, 0), (-100, 0)),
        road("b", (100, 50), (400, 50), city_code=B),
        road("x", (100, 80), (150, 80), city_code=None),
    )
    found = build_routes(frame, None, RouteOptions(on=ON), cities=CITIES).borders.iloc[0]
    assert (found["road_km"], found["road_km_a"], found["road_km_b"]) == (0.55, 0.2, 0.3)


def test_roads_are_measured_only_as_far_as_they_are_near():
    row = across(
        cities=CITIES, more_b={"geom": shapely.LineString([(0, 0), (900, 0)]), "length_m": 900.0}
    ).borders.iloc[0]
    assert row["road_km_b"] == pytest.approx(0.5, abs=0.001)


def test_slivers_and_overlaps_between_two_areas_are_one_border():
    def length(*boxes):
        cities = pd.DataFrame({"city_code": [A, B], "geom": [shapely.box(*b) for b in boxes]})
        return {pair: line.length for pair, line in shared_lines(cities, 30.0).items()}

    left = (-1000, 0, 0, 1000)
    for gap in (0, 20, -20):
        assert length(left, (gap, 0, 1000, 1000)) == {
            (A, B): pytest.approx(1000, abs=40.5)
        }  # an overlap has ends too
    assert length(left, (0, 0, 1000, 1000))[A, B] == pytest.approx(1000, abs=0.6)
    assert length(left, (40, 0, 1000, 1000)) == {}
    assert length(left, (0, 1000, 1000, 2000)) == {}  # they only touch at a corner


def test_a_road_along_the_border_is_marked_though_nobody_joins_it():
    frame = network(road("a", (-5, -500), (-5, 0), (-60, 0), city_code=A), road("z", (-900, 0), (-900, 300)))
    found = build_routes(frame, cities=CITIES).routes.set_index("length_m")["bd"]
    assert found[555] == "B2" and found[300] == "B0"
    short = network(road("a", (-5, 0), (-5, 49), city_code=A))
    assert build_routes(short, cities=CITIES).routes["bd"].tolist() == ["B0"]


def test_progress_goes_forward_and_what_it_raises_stops_the_work():
    told = []
    across(progress=lambda share, text: told.append((share, text)))
    assert [share for share, _ in told] == sorted(share for share, _ in told) and told[-1][0] == 1.0

    class Stop(Exception):  # noqa: N818
        pass

    def stop(share, text):
        if share > 0.3:
            raise Stop

    with pytest.raises(Stop):
        across(progress=stop)


def test_one_misread_date_does_not_thin_out_the_rate():
    days = pd.date_range("2024-01-01", "2025-12-31", periods=400).strftime("%Y-%m-%d").tolist()
    points = [shapely.Point(0, 0)] * 401
    row = across(requests=pd.DataFrame({"geom": points, "received_at": [*days, "1976-05-01"]})).borders.iloc[
        0
    ]
    assert row["requests_per_year"] == pytest.approx(200, rel=0.03)
