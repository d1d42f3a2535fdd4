"""The vectors X01-X08 of the unified model, section 8, worked by hand, and the cases around them."""

import warnings

import numpy as np
import pandas as pd
import pytest
import shapely
from gunmane.analysis.network import Options, link_roads

WEST = shapely.box(-1000, -1000, 0, 1000)
EAST = shapely.box(0, -1000, 1000, 1000)
CITIES = pd.DataFrame({"city_code": ["A", "B"], "geom": [WEST, EAST]})
RIVER = [shapely.LineString([(3, -500), (3, 500)])]


def road(section, city, *points, **more):
    return {"section": section, "city_code": city, "geom": shapely.LineString(points), **more}


def joined(*rows, cities=CITIES, **more):
    return link_roads(pd.DataFrame(list(rows)), cities, **more)


def states(result):
    return dict(zip(zip(result.links["section_a"], result.links["section_b"]), result.links["state"]))


def facing(gap, turn=0.0, rc=("C1", "C1")):
    """A road up to the border and one beyond it, ``gap`` metres on and turned by ``turn`` degrees."""
    angle = np.radians(turn)
    far = (gap + 200 * np.cos(angle), 200 * np.sin(angle))
    return road("a", "A", (-200, 0), (0, 0), rc=rc[0]), road("b", "B", (gap, 0), far, rc=rc[1])


def test_x01_ends_within_15_m_and_30_degrees_and_one_class_are_joined():
    result = joined(*facing(14.9, 29, ("C1", "C2")))
    assert states(result) == {("a", "b"): "自動"}
    link = result.links.iloc[0]
    assert (link.end_a, link.end_b, link.bd) == ("終点", "始点", "B1")
    assert (
        link.gap_m == pytest.approx(14.9) and link.bearing_diff == pytest.approx(29) and link.class_diff == 1
    )
    a, b = result.network.set_index("section").loc["a"], result.network.set_index("section").loc["b"]
    assert a.node_to == b.node_from and a.node_from != b.node_to


def test_x02_a_gap_over_15_m_is_only_proposed():
    result = joined(*facing(15.1))
    assert states(result) == {("a", "b"): "要確認"}
    assert list(result.review["kind"]) == ["連結候補"]
    assert result.network["node_to"].iloc[0] != result.network["node_from"].iloc[1]


def test_a_gap_over_30_m_is_not_proposed():
    assert joined(*facing(30.1)).links.empty


def test_x03_a_bearing_over_30_degrees_is_not_joined():
    assert joined(*facing(5, 31)).links.empty


def test_x04_two_classes_apart_are_not_joined():
    assert joined(*facing(5, 0, ("C1", "C3"))).links.empty
    assert len(joined(*facing(5, 0, ("C1", None))).links) == 1  # an unknown class fits any


def test_x05_never_across_a_river_without_a_bridge():
    result = joined(*facing(8), rivers=RIVER)
    assert result.links.empty
    assert list(result.findings["code"]).count("B4") == 2


@pytest.mark.parametrize("river", [RIVER[0], shapely.box(2, -500, 6, 500)])
def test_x06_a_bridge_carries_the_road_over_the_river(river):
    bridges = pd.DataFrame({"bridge_id": ["F16-1"], "geom": [shapely.Point(4, 2)]})
    link = joined(*facing(8), rivers=[river], bridges=bridges).links.iloc[0]
    assert (link.bd, link.bridge_id, link.state) == ("B3", "F16-1", "自動")
    far = bridges.assign(geom=[shapely.Point(4, 20)])
    assert joined(*facing(8), rivers=[river], bridges=far).links.empty


def test_a_section_that_is_a_bridge_carries_the_road():
    a, b = facing(8)
    link = joined({**a, "bridge": True}, b, rivers=RIVER).links.iloc[0]
    assert (link.bd, link.bridge_id) == ("B3", "a")


@pytest.mark.parametrize(("beside", "found"), [(699, 0), (700, 1)])
def test_x07_seventy_percent_along_the_border(beside, found):
    """1,000 m, of which ``beside`` lie within 10 m of the border; the way out crosses the zone's edge at once."""
    rest = 1000 - beside
    line = shapely.LineString([(-10, -500), (-10, -500 + beside), (-10 - rest, -500 + beside)])
    result = link_roads(
        pd.DataFrame([{"section": "a", "city_code": "A", "geom": line, "route_key": "A-C3-1"}]), CITIES
    )
    assert len(result.candidates) == found
    if found:
        row = result.candidates.iloc[0]
        assert (row.city_a, row.city_b, row.ct, row.cost_share_a) == ("A", "B", "C1", 100)
        assert row.overlap_pct == pytest.approx(70, abs=0.01) and row.length_m == pytest.approx(1000)


def test_a_road_along_the_border_shorter_than_50_m_is_no_candidate():
    assert joined(road("a", "A", (-5, 0), (-5, 49.9))).candidates.empty
    assert len(joined(road("a", "A", (-5, 0), (-5, 50))).candidates) == 1


def test_x08_ends_of_one_city_are_not_considered():
    a, b = facing(5)
    assert joined(a, {**b, "city_code": "A"}).links.empty


def test_ends_away_from_the_border_are_not_joined():
    a, b = facing(5)
    moved = [{**row, "geom": shapely.affinity.translate(row["geom"], -300, 0)} for row in (a, b)]
    assert joined(*moved).links.empty
    assert len(joined(*moved, cities=None).links) == 1  # without polygons the border is not asked


def test_slivers_and_gaps_between_polygons_do_no_harm():
    cities = CITIES.assign(geom=[shapely.box(-1000, -1000, -6, 1000), shapely.box(4, -1000, 1000, 1000)])
    assert states(joined(*facing(8), cities=cities)) == {("a", "b"): "自動"}
    cities = CITIES.assign(geom=[shapely.box(-1000, -1000, 9, 1000), shapely.box(-9, -1000, 1000, 1000)])
    assert states(joined(*facing(8), cities=cities)) == {("a", "b"): "自動"}


def test_the_assignment_costs_least_in_all_and_is_not_greedy():
    """a1 is nearest to b2's end, but then a2 and b1 would be left far apart."""
    rows = [
        road("a1", "A", (-200, 0), (0, 0)), road("a2", "A", (-200, 6), (0, 6)),
        road("b1", "B", (1, 4), (200, 4)), road("b2", "B", (1, 10), (200, 10)),
    ]  # fmt: skip
    found = states(joined(*rows))
    assert found.get(("a1", "b2")) is None and found.get(("a2", "b1")) is None


def test_two_partners_as_good_go_to_review():
    rows = [
        road("a", "A", (-200, 0), (0, 0)), road("b1", "B", (2, 3), (200, 3)), road("b2", "B", (2, -3), (200, -3)),
    ]  # fmt: skip
    result = joined(*rows)
    assert "自動" not in set(result.links["state"])
    assert len(result.review) == 1 and '"gap_m"' in result.review["alternatives"].iloc[0]


def test_a_common_number_decides_between_two_partners():
    rows = [
        road("a", "A", (-200, 0), (0, 0), rc="P2", route_key="A-P2-0046"),
        road("b1", "B", (2, 3), (200, 3), rc="P2", route_key="B-P2-0046"),
        road("b2", "B", (2, -3), (200, -3), rc="P2", route_key="B-P2-0123"),
    ]
    assert states(joined(*rows))[("a", "b1")] == "自動"


def test_carriageways_are_paired_by_their_sense():
    rows = [
        road("a1", "A", (-200, 0), (0, 0), oneway=1), road("a2", "A", (0, 8), (-200, 8), oneway=1),
        road("b1", "B", (1, 5), (200, 5), oneway=1), road("b2", "B", (200, 13), (1, 13), oneway=1),
    ]  # fmt: skip
    assert states(joined(*rows)) == {("a1", "b1"): "自動", ("a2", "b2"): "自動"}


def test_a_stub_at_the_border_takes_the_direction_of_its_road():
    rows = [
        road("a", "A", (-200, 0), (-6, 0)), road("stub", "A", (-6, 0), (-3, 5)), road("b", "B", (3, 2), (200, 2)),
    ]  # fmt: skip
    assert states(joined(*rows)) == {("stub", "b"): "自動"}


def test_side_streets_of_stubs_are_no_road_across_the_border():
    rows = [
        road("a", "A", (-200, 0), (-4, 0)), road("as", "A", (-4, 0), (0, 0)), road("bs", "B", (0, 0), (4, 0)),
        road("b", "B", (4, 0), (200, 0)), road("side_a", "A", (-4, 0), (-9, 90)), road("side_b", "B", (4, 0), (9, -90)),
    ]  # fmt: skip
    assert states(joined(*rows)) == {("as", "bs"): "自動"}


def test_an_end_at_the_middle_of_the_other_citys_road_splits_it():
    rows = [road("a", "A", (-2, -100), (-2, 100)), road("b", "B", (3, 10), (150, 10))]
    result = joined(*rows)
    link = result.links.iloc[0]
    assert (link.section_a, link.end_a, link.section_b, link.end_b, link.state) == (
        "b",
        "始点",
        "a",
        None,
        "自動",
    )
    pieces = result.network[result.network["section"] == "a"]
    assert pieces["length_m"].tolist() == pytest.approx([110, 90])
    node = result.network.loc[result.network["section"] == "b", "node_from"].item()
    assert pieces["node_to"].iloc[0] == pieces["node_from"].iloc[1] == node


def test_three_cities_at_a_point_are_paired_by_direction():
    cities = pd.DataFrame(
        {
            "city_code": ["A", "B", "C"],
            "geom": [WEST, shapely.box(0, 0, 1000, 1000), shapely.box(0, -1000, 1000, 0)],
        }
    )
    rows = [
        road("a", "A", (-200, 0), (-1, 0)), road("b", "B", (2, 1), (200, 30)), road("c", "C", (0, -2), (10, -200)),
    ]  # fmt: skip
    assert states(joined(*rows, cities=cities))[("a", "b")] == "自動"


def test_no_row_of_links_crosses_more_than_two_borders():
    boxes = [shapely.box(100 * k, -500, 100 * k + 100, 500) for k in range(4)]
    cities = pd.DataFrame({"city_code": list("ABCD"), "geom": boxes})
    rows = [road(f"s{k}", "ABCD"[k], (100 * k + 1, k), (100 * k + 99 - k, k)) for k in range(4)]
    result = joined(*rows, cities=cities)
    assert sorted(result.links["state"]) == ["自動", "自動", "要確認"]
    assert (
        len(joined(*rows, cities=cities, options=Options(max_borders=3)).links.query("state == '自動'")) == 3
    )


def test_decisions_are_honoured():
    decisions = pd.DataFrame(
        [{"section_a": "b", "end_a": "始点", "section_b": "a", "end_b": "終点", "state": "却下"}]
    )
    assert joined(*facing(5), decisions=decisions).links.empty
    decisions["state"] = "採用"
    assert states(joined(*facing(60, 80), decisions=decisions)) == {("a", "b"): "採用"}
    result = joined(*facing(20), decisions=decisions)
    assert states(result) == {("a", "b"): "採用"} and result.review.empty


def test_progress_may_cancel():
    def stop(stage, share):
        if stage == "links":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        joined(*facing(5), progress=stop)


def test_the_only_two_ends_at_one_place_are_one_node_whatever_bends():
    rows = [road("a", "A", (-200, 0), (0, 0)), road("b", "B", (0.4, 0), (40, 200))]
    assert states(joined(*rows)) == {("a", "b"): "自動"}
    assert states(joined(*rows, road("c", "B", (0, 0.5), (90, -200)))) != {("a", "b"): "自動"}


def test_another_class_at_one_place_is_asked_about():
    rows = [road("a", "A", (-200, 0), (0, 0), rc="C1"), road("b", "B", (0, 0), (200, 0), rc="C3")]
    assert states(joined(*rows)) == {("a", "b"): "要確認"}


def test_one_name_over_30_degrees_is_asked_about():
    a, b = facing(5, 40)
    assert joined(a, b).links.empty
    assert states(joined({**a, "name": "Mill Road"}, {**b, "name": "Mill Road"})) == {("a", "b"): "要確認"}
    a, b = facing(5, 50)
    assert joined({**a, "name": "Mill Road"}, {**b, "name": "Mill Road"}).links.empty


def test_two_numbers_are_not_joined_without_a_person():
    a, b = facing(5)
    one, two = ({"rc": "N1", "route_key": key} for key in ("A-N1-0214", "B-N1-0479"))
    assert states(joined({**a, **one}, {**b, **two})) == {("a", "b"): "要確認"}
    assert states(joined({**a, **one}, {**b, **one})) == {("a", "b"): "自動"}


def test_two_short_sections_are_linked_at_one_end():
    rows = [
        road("a", "A", (-7, 0), (0, 0)), road("b", "B", (0, 0), (7, 0)),
        road("far_a", "A", (-90, 30), (-7, 0)), road("far_b", "B", (7, 0), (90, 30)),
    ]  # fmt: skip
    links = joined(*rows).links
    assert links[["section_a", "end_a", "section_b", "end_b"]].to_numpy().tolist() == [
        ["a", "終点", "b", "始点"]
    ]


def test_a_farther_end_does_not_take_a_near_ends_partner():
    """Of three ends the far one fits by name; it is proposed for what is left, not instead of the near one."""
    rows = [
        road("a", "A", (-200, 0), (0, 0)), road("b", "B", (4, 0), (200, 3), name="Mill Road"),
        road("c", "A", (-200, -12), (-24, -3), name="Mill Road"),
    ]  # fmt: skip
    assert states(joined(*rows)) == {("a", "b"): "自動"}


def test_a_dead_end_near_the_middle_of_a_stub_is_asked_about():
    rows = [
        road("a", "A", (-200, 0), (-9, 0)), road("stub", "A", (-9, 0), (0, 0)),
        road("b", "B", (-4, 5), (-4, 200)), road("c", "B", (4, 0), (200, 0)),
    ]  # fmt: skip
    assert states(joined(*rows)) == {("stub", "c"): "自動", ("b", "stub"): "要確認"}


def test_rivers_may_be_a_frame():
    frame = pd.DataFrame({"ref_id": ["R1"], "geom": RIVER})
    assert joined(*facing(8), rivers=frame).links.empty


def test_no_warning_where_ends_are_equal():
    with np.errstate(all="raise"), warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(joined(*facing(0)).links) == 1


def test_a_road_along_two_borders_in_turn_is_a_candidate():
    cities = pd.DataFrame(
        {
            "city_code": ["A", "B", "C"],
            "geom": [WEST, shapely.box(0, 0, 1000, 1000), shapely.box(0, -1000, 1000, 0)],
        }
    )
    found = joined(road("a", "A", (-5, -300), (-5, 310)), cities=cities).candidates
    assert found[["city_a", "city_b"]].to_numpy().tolist() == [["A", "B"]]
    assert found["overlap_pct"].item() == pytest.approx(100)
    assert found["length_m"].item() == pytest.approx(610)
