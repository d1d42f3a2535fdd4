"""Inside a city: ends are welded, crossings and T-junctions split, nothing is moved; and bad input is named."""

import numpy as np
import pandas as pd
import pytest
import shapely
from gunmane.analysis.network import link_roads


def network(*rows, **more):
    frame = pd.DataFrame(
        [{"section": s, "city_code": "A", "geom": shapely.LineString(p), **m} for s, p, m in rows]
    )
    return link_roads(frame, None, **more).network


def nodes(frame, section):
    return frame.loc[frame["section"] == section, ["node_from", "node_to"]].to_numpy().tolist()


def test_ends_within_a_metre_are_one_node_and_nothing_is_moved():
    net = network(
        ("a", [(0, 0), (100, 0)], {}), ("b", [(100.8, 0), (200, 0)], {}), ("c", [(300, 0), (301.2, 50)], {})
    )
    assert nodes(net, "a")[0][1] == nodes(net, "b")[0][0]
    assert net["geom"].iloc[1].coords[0] == (100.8, 0)
    assert net["comp"].tolist() == [1, 1, 2]


def test_roads_that_cross_are_split_and_share_the_node():
    net = network(("a", [(0, 0), (100, 0)], {}), ("b", [(40, -50), (40, 50)], {}))
    assert net["part"].tolist() == [1, 2, 1, 2] and net["length_m"].tolist() == pytest.approx(
        [40, 60, 50, 50]
    )
    assert nodes(net, "a")[0][1] == nodes(net, "a")[1][0] == nodes(net, "b")[0][1]
    assert net["from_m"].tolist() == pytest.approx([0, 40, 0, 50])


@pytest.mark.parametrize("high", [{"grade": 1}, {"bridge": True}, {"grade": -1}])
def test_roads_on_two_levels_do_not_meet(high):
    net = network(("a", [(0, 0), (100, 0)], {}), ("b", [(40, -50), (40, 50)], high))
    assert len(net) == 2


def test_a_bridge_at_the_crossing_parts_roads_that_say_nothing():
    bridges = pd.DataFrame({"bridge_id": ["B"], "geom": [shapely.Point(41, 3)]})
    assert len(network(("a", [(0, 0), (100, 0)], {}), ("b", [(40, -50), (40, 50)], {}), bridges=bridges)) == 2


@pytest.mark.parametrize(("miss", "pieces"), [(0.0, 3), (0.9, 3), (-0.9, 3), (1.1, 2)])
def test_a_t_junction_missed_by_less_than_a_metre_is_met(miss, pieces):
    net = network(("a", [(0, 0), (100, 0)], {}), ("b", [(40, 50), (40, miss)], {}))
    assert len(net) == pieces
    if pieces == 3:
        assert nodes(net, "a")[0][1] == nodes(net, "b")[0][1]
        assert net["geom"].iloc[2].coords[-1] == (40, miss)


def test_a_vertex_that_two_roads_share_in_their_middle_is_a_crossing():
    net = network(("a", [(0, 0), (40, 0), (100, 5)], {}), ("b", [(40, -50), (40, 0), (60, 50)], {}))
    assert len(net) == 4 and [g.length for g in net["geom"]] == pytest.approx(net["length_m"].tolist())


def test_nodes_are_numbered_by_place():
    net = network(("z", [(0, 0), (0, 10)], {}), ("a", [(50, 0), (0, 10)], {}))
    assert nodes(net, "z") == [[1, 2]] and nodes(net, "a") == [[3, 2]]


def test_bad_rows_are_named_and_the_others_go_on():
    geoms = {
        "ok": shapely.LineString([(0, 0), (100, 0)]),
        "none": None,
        "point": shapely.Point(0, 0),
        "empty": shapely.LineString(),
        "zero": shapely.LineString([(5, 5), (5, 5)]),
        "nan": shapely.LineString([(0, 0), (np.nan, 5), (9, 9)]),
        "multi": shapely.MultiLineString([[(0, 50), (10, 50)], [(20, 50), (30, 50)]]),
        "merged": shapely.MultiLineString([[(0, 70), (10, 70)], [(10, 70), (30, 70)]]),
        "high": shapely.LineString([(0, 90, 3), (10, 90, 4)]),
        "ring": shapely.LineString([(0, 200), (50, 200), (50, 250), (0, 200)]),
        "twice": shapely.LineString([(100, 0), (0, 0)]),
    }
    frame = pd.DataFrame({"section": list(geoms), "city_code": "A", "geom": list(geoms.values())})
    result = link_roads(frame, None)
    told = set(zip(result.findings["code"], result.findings["section"]))
    assert told >= {
        ("E-NOLINE", "none"), ("E-NOLINE", "point"), ("E-NOLINE", "empty"), ("E-ZERO", "zero"), ("E-COORD", "nan"),
        ("W-MULTIPART", "multi"), ("W-SELFLOOP", "ring"), ("W-SAMELINE", "twice"),
    }  # fmt: skip
    net = result.network
    assert sorted(set(net["section"])) == ["high", "merged", "multi", "ok", "ring", "twice"]
    assert not net["geom"].map(lambda g: g.has_z).any()
    assert net.loc[net["section"] == "multi", "from_m"].tolist() == [0, 10]
    assert net.loc[net["section"] == "twice", "twin_of"].tolist() == ["ok"]


def test_a_key_that_stands_twice_is_refused():
    with pytest.raises(ValueError, match="same|two|Two"):
        network(("a", [(0, 0), (1, 0)], {}), ("a", [(0, 0), (5, 0)], {}))


def test_no_roads_at_all():
    empty = pd.DataFrame({"section": [], "city_code": [], "geom": []})
    cities = pd.DataFrame({"city_code": ["A"], "geom": [shapely.box(0, 0, 1, 1)]})
    for polygons in (None, cities):
        result = link_roads(empty, polygons)
        assert result.network.empty and result.links.empty and result.duplicates.empty
    assert list(result.findings["code"]) == ["W-NOROADS"]


def test_roads_outside_all_cities_and_islands_are_listed():
    cities = pd.DataFrame(
        {"city_code": ["A", "B"], "geom": [shapely.box(0, 0, 100, 100), shapely.box(100, 0, 200, 100)]}
    )
    rows = [
        ("in", [(10, 10), (90, 10)]),
        ("near", [(-150, 50), (-100, 50)]),
        ("far", [(-400, 50), (-301, 50)]),
    ]
    frame = pd.DataFrame([{"section": s, "city_code": "A", "geom": shapely.LineString(p)} for s, p in rows])
    found = link_roads(frame, cities).findings
    assert found.loc[found["code"] == "W-OUTSIDE", "section"].tolist() == ["far"]
    assert found.loc[found["code"] == "W-ISLAND", "section"].tolist() == ["in", "near"]
    assert "W-NOROADS" in set(found["code"])
