"""What continues what: numbers, names, geometry, and the odd shapes of real roads."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely
from gunmane.analysis.routes import RouteOptions, build_routes
from gunmane.analysis.routes.pieces import bearings, unit_of

sys.path.insert(0, str(Path(__file__).parent))
from routes_small import A, B, C, network, partition, road, with_nodes


def routes(*roads, options=None, **more):
    return build_routes(network(*roads), options=options, **more)


def sets(*roads, **more):
    return {"".join(sorted(group)) for group in partition(routes(*roads, **more))}


def test_straight_on_at_a_t_junction():
    t = (road("a", (0, 0), (100, 0)), road("b", (100, 0), (200, 0)), road("c", (100, 0), (100, 90)))
    assert sets(*t) == {"ab", "c"}


def test_a_crossing_is_two_roads():
    x = [road(n, (0, 0), p) for n, p in zip("abcd", [(100, 0), (0, 100), (-100, 0), (0, -100)])]
    assert sets(*x) == {"ac", "bd"}


def test_the_limit_is_met_at_just_the_angle_and_not_beyond():
    def bend(degrees):
        turn = np.radians(degrees)
        return sets(road("a", (-100, 0), (0, 0)), road("b", (0, 0), (100 * np.cos(turn), 100 * np.sin(turn))))

    assert bend(60.0) == {"ab"} and bend(60.1) == {"a", "b"}


def star(**at):
    """One junction, a road to each bearing."""
    return [
        road(n, (0, 0), (100 * np.sin(np.radians(d)), 100 * np.cos(np.radians(d)))) for n, d in at.items()
    ]


def test_the_junction_as_a_whole_goes_before_its_best_pair():
    """a-c turns 20, but leaves b and d over (62); a-d and b-c turn 21 each."""
    assert sets(*star(a=0, b=41, c=200, d=159)) == {"ad", "bc"}


def test_a_straight_road_is_not_given_up_for_two_that_bend():
    """a-c turns 0 and leaves b and d over (60.2); a-d and b-c would turn 30 each."""
    assert sets(*star(a=0, b=329.9, c=180, d=210.1)) == {"ac", "b", "d"}


def test_a_number_turns_where_another_road_goes_straight_on():
    roads = (
        road("a", (0, 0), (100, 0), route_key=f"{A}-C1-0012"),
        road("b", (100, 0), (100, 90), route_key=f"{A}-C1-0012"),
        road("c", (100, 0), (200, 0), route_key=f"{A}-C1-0099"),
    )
    assert sets(*roads) == {"ab", "c"}
    assert sets(*roads, options=RouteOptions(numbers=False)) == {"ac", "b"}


def test_a_name_turns_too_but_words_for_road_classes_are_no_names():
    def turn(name):
        return sets(
            road("a", (0, 0), (100, 0), name=name),
            road("b", (100, 0), (100, 90), name=name),
            road("c", (100, 0), (200, 0)),
        )

    assert turn("さくら通り") == {"ab", "c"}
    assert turn("市道") == turn("その他市道") == turn(" ") == {"ac", "b"}


def test_names_are_compared_in_their_normal_form():
    assert sets(
        road("a", (0, 0), (100, 0), name="３号 線"), road("b", (100, 0), (100, 90), name="3号線")
    ) == {"ab"}


def test_numbers_go_before_names():
    roads = (
        road("a", (0, 0), (100, 0), route_key=f"{A}-C2-0001", name="桜通り"),
        road("b", (100, 0), (100, 90), route_key=f"{A}-C2-0001"),
        road("c", (100, 0), (190, 10), route_key=f"{A}-C2-0002", name="桜通り"),
    )
    assert sets(*roads) == {"ab", "c"}


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ((A, f"{A}-N1-0294"), (B, f"{B}-N2-0294"), True),  # the state's part and the prefecture's
        ((A, f"{A}-P1-0046"), (B, f"{B}-P1-0046"), True),
        ((A, f"{A}-P1-0046"), ("122238", "122238-P1-0046"), False),  # another prefecture numbers anew
        ((A, f"{A}-C1-0012"), (B, f"{B}-C1-0012"), False),
        ((A, "12"), (B, "12"), False),
        ((A, f"{A}-N1-0294"), (A, f"{A}-N1-0294-2"), False),
    ],
)
def test_which_numbers_are_one_road(one, two, same):
    assert (unit_of(*one, None) == unit_of(*two, None)) is same


def test_parts_of_a_number_that_do_not_touch_are_several_routes():
    key = {"route_key": f"{A}-C3-1045"}
    found = routes(road("a", (0, 0), (100, 0), **key), road("b", (500, 0), (600, 0), **key))
    assert len(found.routes) == 2 and found.routes["routes"].tolist() == [f'["{A}-C3-1045"]'] * 2


def test_a_fork_of_one_number_is_one_route_with_a_branch():
    key = {"route_key": f"{A}-C3-1045"}
    found = routes(
        road("a", (0, 0), (100, 0), **key),
        road("b", (100, 0), (200, 10), **key),
        road("c", (100, 0), (150, 60), **key),
    )
    assert partition(found) == {frozenset("abc")}
    assert found.sections.set_index("section")["role"].to_dict() == {"a": "main", "b": "main", "c": "branch"}
    assert len(found.pairs) == 1 and found.routes.at[0, "parts"] == 2


def test_a_loop_road_is_one_route():
    key = {"route_key": f"{A}-C3-0007"}
    square = [(0, 0), (200, 0), (200, 200), (0, 200), (0, 0)]
    loop = [road(n, square[k], square[k + 1], **key) for k, n in enumerate("abcd")]
    found = routes(*loop, road("e", (-100, 0), (0, 0), **key))
    assert partition(found) == {frozenset("abcde")} and found.routes.at[0, "length_m"] == 900


def circle(radius=15.0, sides=4, steps=6, **attributes):
    """A roundabout of quarter arcs (q0 from east to north ...), driven anticlockwise."""
    pieces = []
    for k in range(sides):
        angles = np.linspace(2 * np.pi * k / sides, 2 * np.pi * (k + 1) / sides, steps)
        points = np.round(np.column_stack([np.cos(angles), np.sin(angles)]) * radius, 6) + 0.0
        pieces.append(road(f"q{k}", *points, oneway=1, **attributes))
    return pieces


def test_a_road_goes_on_through_a_roundabout():
    legs = [
        road("a", (-200, 0), (-15, 0)), road("b", (15, 0), (200, 0)),
        road("c", (0, -200), (0, -15)), road("d", (0, 15), (0, 200)),
    ]  # fmt: skip
    found = routes(*legs, *circle())
    assert partition(found) == {frozenset("ab") | {"q0", "q1", "q2", "q3"}, frozenset("cd")} or partition(found) == {
        frozenset("cd") | {"q0", "q1", "q2", "q3"}, frozenset("ab")
    }  # fmt: skip
    assert sets(*legs, *circle(), options=RouteOptions(roundabout_m=0)) & {"ab", "cd"} == set()


def test_a_block_of_houses_is_no_roundabout():
    corners = [(0, 0), (40, 0), (40, 40), (0, 40), (0, 0)]
    block = [road(f"q{k}", corners[k], corners[k + 1]) for k in range(4)]
    found = sets(*block, road("a", (-100, 0), (0, 0)), road("b", (40, 0), (140, 0)))
    assert found == {"abq0", "q1", "q2", "q3"}


def test_the_two_carriageways_of_a_road_are_one_route_with_it():
    roads = (
        road("s", (-300, 0), (0, 0), rc="C1"),
        road("out", (0, 0), (50, -8), (350, -8), (400, 0), rc="C1", oneway=1),
        road("back", (0, 0), (50, 8), (350, 8), (400, 0), rc="C1", oneway=-1),
        road("t", (400, 0), (700, 0), rc="C1"),
    )
    assert partition(routes(*roads)) == {frozenset({"s", "out", "back", "t"})}


def test_two_one_way_roads_that_both_lead_away_do_not_continue_each_other():
    assert sets(road("a", (0, 0), (100, 0), oneway=-1), road("b", (100, 0), (200, 0), oneway=1)) == {"a", "b"}
    assert sets(road("a", (0, 0), (100, 0), oneway=1), road("b", (100, 0), (200, 0), oneway=1)) == {"ab"}


def test_class_and_width_decide_between_two_that_go_on_alike():
    stem, up, down = ((0, 0), (100, 0)), ((100, 0), (190, 40)), ((100, 0), (190, -40))
    assert sets(road("a", *stem, rc="C1"), road("b", *up, rc="C3"), road("c", *down, rc="C1")) == {"ac", "b"}
    assert sets(road("a", *stem, rc="C1"), road("b", *up, rc="C1"), road("c", *down, rc="C3")) == {"ab", "c"}
    wide = sets(road("a", *stem, width_m=9), road("b", *up, width_m=4), road("c", *down, width_m=9))
    assert wide == {"ac", "b"}
    assert sets(road("a", *stem, rc="N1"), road("b", (100, 0), (200, 0), rc="C3")) == {"a", "b"}


def test_pieces_of_one_section_stay_together_whatever_the_bend():
    one, two = road("a", (0, 0), (100, 0)), road("a", (100, 0), (20, 60), part=2)
    cross = road("b", (100, 0), (200, 0))
    assert partition(routes(one, {**two, "section": "a"}, cross)) == {frozenset("a"), frozenset("b")}
    apart = routes(one, {**two, "section": "a"}, cross, options=RouteOptions(keep_sections=False))
    assert apart.sections["through_id"].nunique() == 2
    assert apart.sections.loc[[0, 2], "through_id"].nunique() == 1


def test_a_section_whose_middle_cannot_be_used_is_still_one():
    ends = road("a", (0, 0), (100, 0)), road("a", (200, 0), (300, 0), part=3)
    assert len(routes(*ends).routes) == 1
    assert len(routes(*ends, options=RouteOptions(keep_sections=False)).routes) == 2


def test_a_twin_follows_its_reference_and_is_not_measured_twice():
    found = routes(
        road("a", (0, 0), (100, 0)), road("b", (100, 0), (200, 0)),
        road("x", (0, 0), (100, 0), city_code=B, twin_of="a"),
    )  # fmt: skip
    assert partition(found) == {frozenset("abx")}
    row = found.routes.iloc[0]
    assert (row["length_m"], row["length_by_city"], row["crossings"]) == (200, {A: 200}, 0)
    assert found.sections["role"].tolist() == ["main", "main", "twin"]


def test_a_twin_of_nothing_or_in_a_circle_is_a_road_of_its_own():
    found = routes(road("a", (0, 0), (100, 0), twin_of="b"), road("b", (0, 9), (100, 9), twin_of="a"),
                   road("c", (0, 50), (100, 50), twin_of="gone"))  # fmt: skip
    assert len(found.routes) == 3 and found.routes["length_m"].sum() == 300


def test_what_cannot_be_used_is_named_and_the_rest_goes_on():
    frame = network(road("a", (0, 0), (100, 0)), road("b", (100, 0), (200, 0)))
    bad = [
        {"section": "m", "geom": shapely.MultiLineString([[(0, 0), (1, 1)]])},
        {"section": "e", "geom": shapely.LineString()},
        {"section": "n", "geom": None},
        {"section": "o", "geom": shapely.LineString([(0, 0), (9, 9)]), "node_from": None, "node_to": 3},
    ]
    rows = pd.DataFrame([{"part": 1, "city_code": A, "node_from": 1, "node_to": 2, **row} for row in bad])
    found = build_routes(pd.concat([frame, rows], ignore_index=True))
    assert found.findings["section"].tolist() == ["m", "e", "n", "o"]
    assert partition(found) == {frozenset("ab")}


def test_self_loops_islands_zero_lengths_and_no_attributes_at_all():
    loop = road("l", (0, 0), (50, 0), (50, 50), (0, 0))
    found = routes(
        loop, road("i", (900, 900), (950, 900)), road("z", (0, 0), (0, 0)), road("a", (-90, 0), (0, 0))
    )
    assert sorted(found.sections["section"]) == ["a", "i", "l", "z"]
    assert found.routes["length_m"].sum() == pytest.approx(
        found.routes["length_by_city"].map(lambda d: d[A]).sum()
    )


def test_an_empty_network_and_one_without_a_column():
    empty = network(road("a", (0, 0), (1, 0))).iloc[:0]
    found = build_routes(empty)
    assert len(found.routes) == len(found.crossings) == len(found.borders) == 0
    with pytest.raises(KeyError, match="node_to"):
        build_routes(empty.drop(columns="node_to"))
    with pytest.raises(ValueError, match="angle"):
        RouteOptions(angle=-1)


def test_bearings_look_as_far_ahead_as_asked():
    line = shapely.LineString([(0, 0), (0, 5), (100, 5)])
    assert bearings(np.array([line]), 0)[0] == 0
    assert bearings(np.array([line]), 10)[0] == 45
    assert bearings(np.array([line]), 1e6) == pytest.approx(np.array([87.14, 267.14]), abs=0.01)
    same = shapely.LineString([(0, 0), (0, 0), (10, 0)])
    assert bearings(np.array([same]), 5).tolist() == [90, 270]


def test_a_node_of_many_ends_pairs_each_end_once():
    spokes = [
        road(f"s{k:02d}", (0, 0), (100 * np.cos(k * np.pi / 6), 100 * np.sin(k * np.pi / 6)))
        for k in range(12)
    ]
    found = routes(*spokes, options=RouteOptions(numbers=False))
    assert len(found.pairs) == 6 and (found.pairs["deflection"] < 1e-6).all()


def link(a, end_a, b, end_b, **more):
    row = {"section_a": a, "end_a": end_a, "section_b": b, "end_b": end_b, "city_a": A, "city_b": B}
    return {"link_id": a + b, **row, "gap_m": 4.0, "bearing_diff": 3.0, "bd": "B1", "state": "自動", **more}


def test_a_link_carries_all_of_both_roads_across_the_border():
    """守谷 1-12 meets つくばみらい 1級3号: with what each number is elsewhere, though there is a road straighter on."""
    frame = pd.DataFrame([
        road("m1", (-200, 0), (-100, 0), route_key=f"{A}-C1-0012"),
        road("m2", (-100, 0), (0, 0), route_key=f"{A}-C1-0012"),
        road("t1", (4, 0), (90, 60), city_code=B, route_key=f"{B}-C1-0003"),
        road("t2", (90, 60), (80, 200), city_code=B, route_key=f"{B}-C1-0003"),
        road("u", (4, 0), (200, 0), city_code=B, route_key=f"{B}-C3-0100"),
    ])  # fmt: skip
    frame = with_nodes(frame, join=[((0, 0), (4, 0))])
    links = pd.DataFrame([link("m2", "終点", "t1", "始点")])
    cities = pd.DataFrame({"city_code": [A, B], "name_ja": ["守谷市", "つくばみらい市"]})
    found = build_routes(frame, links, cities=cities)
    assert partition(found) == {frozenset({"m1", "m2", "t1", "t2"}), frozenset("u")}
    row = found.routes.iloc[0]
    assert row["routes"] == f'["{A}-C1-0012", "{B}-C1-0003"]'
    assert row["name"] == " ー ".join(row["names"]) and len(row["names"]) == 2
    assert row["names"][0].startswith("守谷市 ") and row["names"][1].startswith("つくばみらい市 ")
    assert (row["crossings"], row["join_dist_m"], row["bd"], row["status"], row["review"]) == (
        1,
        4.0,
        "B1",
        "候補",
        False,
    )
    cross = found.crossings.iloc[0]
    assert (cross["kind"], cross["link_id"], cross["city_a"], cross["route_b"]) == (
        "link",
        "m2t1",
        A,
        f"{B}-C1-0003",
    )
    # A rejected link carries nothing: then the straighter road goes on.
    rejected = build_routes(frame, links.assign(state="却下"), cities=cities)
    assert frozenset({"m1", "m2", "u"}) in partition(rejected)


def test_a_link_at_a_junction_of_the_other_city_joins_the_network_but_not_the_roads():
    frame = network(road("a", (-100, 0), (0, 0)), road("b", (0, 0), (10, 100), city_code=B))
    straight = pd.DataFrame([link("a", "終点", "b", "始点", bearing_diff=59.0)])
    assert partition(build_routes(frame, straight)) == {frozenset("ab")}
    assert len(build_routes(frame, straight.assign(bearing_diff=84.0)).routes) == 2


def test_a_state_road_ends_with_its_number_where_a_city_road_goes_on_as_another():
    number, city = {"route_key": f"{A}-P1-0046", "rc": "P1"}, {"route_key": f"{A}-C1-0001", "rc": "C1"}
    assert sets(road("a", (0, 0), (100, 0), **number), road("b", (100, 0), (200, 0), **city)) == {"a", "b"}
    assert sets(road("a", (0, 0), (100, 0), **number), road("b", (100, 0), (200, 0), rc="C1")) == {"ab"}


def test_another_number_of_the_same_city_goes_on_only_nearly_straight():
    def turn(degrees):
        at = np.radians(degrees)
        end = (100 + 100 * np.cos(at), 100 * np.sin(at))
        one = road("a", (0, 0), (100, 0), route_key=f"{A}-C3-0001")
        return sets(one, road("b", (100, 0), end, route_key=f"{A}-C3-0002"))

    assert turn(29) == {"ab"} and turn(31) == {"a", "b"}


def chain(n, state):
    codes = [A, B, C, "082287", "082015"]
    frame = network(*[road(f"s{k}", (100 * k, 0), (100 * k + 100, 0), city_code=codes[k]) for k in range(n)])
    links = pd.DataFrame([link(f"s{k}", "終点", f"s{k + 1}", "始点", state=state) for k in range(n - 1)])
    return build_routes(frame, links)


def test_more_than_two_borders_are_reviewed_unless_a_person_accepted_all():
    assert chain(3, "自動").routes["review"].tolist() == [False]
    four = chain(4, "自動").routes.iloc[0]
    assert (four["crossings"], four["status"], bool(four["review"])) == (3, "候補", True) and "3" in four[
        "reason"
    ]
    assert chain(4, "採用").routes[["status", "review"]].values.tolist() == [["確認", False]]


def test_a_bridge_link_makes_the_route_join_by_a_bridge():
    frame = network(road("a", (0, 0), (100, 0)), road("b", (100, 0), (200, 0), city_code=B))
    links = pd.DataFrame([link("b", "始点", "a", "終点", bd="B3", bridge_id="F16-1", city_a=B, city_b=A)])
    row = build_routes(frame, links).routes.iloc[0]
    assert (row["bd"], row["bridge_id"]) == ("B3", "F16-1")
