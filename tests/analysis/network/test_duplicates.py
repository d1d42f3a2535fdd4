"""One road drawn by two cities: found in pieces too, one drawing is the reference; two roads stay two."""

import numpy as np
import pandas as pd
import pytest
import shapely
from gunmane.analysis.network import link_roads

CITIES = pd.DataFrame(
    {"city_code": ["A", "B"], "geom": [shapely.box(-900, 0, 900, 900), shapely.box(-900, -900, 900, 0)]}
)


def road(section, city, *points, **more):
    return {"section": section, "city_code": city, "geom": shapely.LineString(points), **more}


def joined(*rows):
    return link_roads(pd.DataFrame(list(rows)), CITIES)


def twin_of(result):
    return result.network.groupby("section")["twin_of"].first().to_dict()


def test_a_road_drawn_in_both_directions_is_one_and_the_lower_city_is_kept():
    result = joined(road("a", "A", (0, 3), (300, 4)), road("b", "B", (301, -1), (1, -2)))
    assert result.duplicates[["kept", "other", "state"]].to_numpy().tolist() == [["a", "b", "自動"]]
    assert twin_of(result)["b"] == "a" and twin_of(result)["a"] is None
    a, b = (result.network.set_index("section").loc[s] for s in "ab")
    assert (a.node_from, a.node_to) == (b.node_to, b.node_from)
    assert result.network["comp"].tolist() == [1, 1]


def test_the_drawing_with_more_attributes_is_the_reference():
    result = joined(road("a", "A", (0, 3), (300, 4)), road("b", "B", (0, -1), (300, -2), width_m=5.0))
    assert twin_of(result)["a"] == "b"


def test_one_section_here_is_three_there():
    parts = [road(f"b{k}", "B", (100 * k, -2), (100 * k + 100, -2)) for k in range(3)]
    result = joined(road("a", "A", (0, 3), (300, 3)), *parts)
    assert twin_of(result) == {"a": None, "b0": "a", "b1": "a", "b2": "a"}
    assert len(result.duplicates) == 3
    # The reference is split where the other city's side streets leave.
    assert result.network.loc[result.network["section"] == "a", "length_m"].tolist() == pytest.approx(
        [100] * 3
    )


def test_side_streets_of_both_cities_meet_on_the_reference():
    result = joined(
        road("a", "A", (0, 3), (300, 3)), road("b", "B", (0, -2), (300, -2)),
        road("up", "A", (100, 3), (100, 200)), road("down", "B", (200, -2), (200, -200)),
    )  # fmt: skip
    assert set(result.network["comp"]) == {1}


def test_lengths_of_twins_count_once_for_the_longest_component():
    result = joined(
        road("a", "A", (0, 3), (300, 3)),
        road("b", "B", (0, -2), (300, -2)),
        road("c", "A", (0, 200), (400, 200)),
    )
    assert result.network.set_index("section")["comp"].to_dict() == {"a": 2, "b": 2, "c": 1}


def test_a_road_drawn_twice_in_part_goes_to_review():
    result = joined(road("a", "A", (0, 3), (300, 3)), road("b", "B", (150, -2), (450, -2)))
    assert result.duplicates["state"].tolist() == ["要確認"] and result.network["twin_of"].isna().all()
    assert "二重描画" in set(result.review["kind"])


@pytest.mark.parametrize(
    "more",
    [
        ({"rc": "P2", "route_key": "A-P2-0046"}, {"rc": "P2", "route_key": "B-P2-0123"}),
        ({"oneway": 1}, {"oneway": -1}),
        ({"grade": 0}, {"grade": 1}),
    ],
)
def test_other_numbers_carriageways_and_levels_are_two_roads(more):
    result = joined(
        road("a", "A", (0, 3), (300, 3), **more[0]), road("b", "B", (0, -4), (300, -4), **more[1])
    )
    assert result.duplicates.empty and result.network["twin_of"].isna().all()


def test_roads_on_both_sides_of_a_border_are_two_roads():
    result = joined(road("a", "A", (0, 8), (300, 8)), road("b", "B", (0, -8), (300, -8)))
    assert result.duplicates.empty


def test_roads_that_only_cross_or_continue_are_no_duplicates():
    result = joined(
        road("a", "A", (0, 60), (0, -12)),
        road("b", "B", (1, 5), (1, -80)),
        road("c", "B", (-90, -1), (90, -1)),
    )
    assert result.duplicates.empty


def test_a_bent_road_is_compared_along_its_bends():
    t = np.linspace(0, 3, 60)
    one = np.column_stack([100 * t, 30 * np.sin(2 * t)])
    result = joined(road("a", "A", *one), road("b", "B", *(one[::-1][::3] + [2, -3])))
    assert result.duplicates["state"].tolist() == ["自動"]
    assert result.duplicates["mean_dist_m"].iloc[0] == pytest.approx(3, abs=1)
