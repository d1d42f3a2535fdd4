"""The checks on small hand-made tables with known answers: precision and recall are 1 or the test fails."""

from __future__ import annotations

import datetime
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
import shapely
from gunmane.analysis import quality
from gunmane.analysis.quality import (
    borders,
    catalogue,
    dates,
    duplicates,
    findings,
    geometry,
    managers,
    references,
    topology,
)
from gunmane.schema import model
from shapely.geometry import LineString, Point, box

A, B = "082244", "082287"
OPTIONS = quality.Options(as_of=datetime.date(2026, 3, 31))
AREAS = {A: box(0, 0, 1000, 1000), B: box(1000, 0, 2000, 1000)}


def table(name, rows):
    """A frame as ``needed`` asks for; rows: dicts (uuid is the row's number unless given)."""
    columns = [*quality.needed()[name]]
    frame = pd.DataFrame({c: pd.Series([r.get(c) for r in rows], dtype=object) for c in columns})
    frame["uuid"] = [r.get("uuid", f"{name}{n}") for n, r in enumerate(rows)]
    frame["city_code"] = [r.get("city_code", A) for r in rows]
    if model().tables[name].geometry:
        geoms = np.empty(len(rows), dtype=object)
        geoms[:] = [r.get("geom") for r in rows]
        frame["geom"] = geoms
        frame["geom_broken"] = [bool(r.get("broken")) for r in rows]
    return frame


def cities():
    return table("city", [{"city_code": c, "uuid": c, "geom": g, "name_ja": c} for c, g in AREAS.items()])


def frames(**rows):
    found = {name: table(name, rows.get(name, [])) for name in quality.needed()}
    if "city" not in rows:
        found["city"] = cities()
    return found


def pairs(found, kind):
    rows = found[found["kind"] == kind]
    return {frozenset(pair) for pair in zip(rows["uuid"], rows["other_uuid"])}


def kinds(found):
    return sorted(found["kind"])


def request(n, x, y, day, dt="D01", ft="F01", city=A, **more):
    stamp = f"{day}T10:00:00+09:00"
    return {
        "uuid": n,
        "geom": Point(x, y),
        "received_at": stamp,
        "dt": dt,
        "ft": ft,
        "city_code": city,
        **more,
    }


# -- duplicates --------------------------------------------------------------------------------------------


def test_requests_of_one_event_and_those_that_only_look_so():
    rows = [
        request("first", 100, 100, "2025-05-01"),
        request("same", 110, 105, "2025-05-20"),
        request("again", 112, 105, "2025-05-25", dt="D06"),  # a hole is called pothole or sinkhole
        request("far", 100, 116, "2025-05-02"),
        request("late", 100, 100, "2025-09-30"),
        request("grass", 100, 100, "2025-05-02", dt="D15"),
        request("lamp", 100, 100, "2025-05-02", ft="F10"),
        request("typeless", 300, 300, "2025-05-02", ft=None),
        request("typed", 301, 300, "2025-05-03"),
        request("vague", 500, 500, "2025-05-02", dt="D99", ft=None),
        request("vague2", 500, 500, "2025-05-02", dt="D99", ft="F01"),
        request("placeless", 0, 0, "2025-05-02", geom=None),
        request("dateless", 100, 100, "2025-05-02", received_at=None),
    ]
    found = duplicates.events("request", table("request", rows), "received_at", OPTIONS)
    assert pairs(found, "duplicate_request") == {
        frozenset(p) for p in (("first", "same"), ("same", "again"), ("typed", "typeless"))
    }
    assert set(found["kind"]) == {"duplicate_request"}
    later = dict(zip(found["uuid"], found["other_uuid"]))
    assert later["same"] == "first" and later["typed"] == "typeless"  # the later one names the earlier


def test_the_limits_are_inside():
    def count(distance, days):
        day = datetime.date(2025, 1, 1) + datetime.timedelta(days=days)
        rows = [request("a", 0, 0, "2025-01-01"), request("b", distance, 0, day.isoformat())]
        return len(duplicates.events("request", table("request", rows), "received_at", OPTIONS))

    assert count(15.0, 90) == 1 and count(15.1, 0) == 0 and count(0, 91) == 0


def requests_found(rows):
    frame = table("request", rows)
    return duplicates.events("request", frame, "received_at", OPTIONS, frame["closed_at"])


def test_what_comes_after_the_first_was_closed_has_come_again():
    closed = {"closed_at": "2025-05-05T12:00:00+09:00"}
    rows = [request("a", 0, 0, "2025-05-01", **closed), request("b", 1, 0, "2025-05-06")]
    assert not len(requests_found(rows))
    rows[1]["st"] = "S05"  # but the city says that it is the same
    found = requests_found(rows)
    assert kinds(found) == ["duplicate_request"] and found["values"][0]["marked"]


def test_a_case_marked_as_a_duplicate_ends_with_the_case_that_it_repeats():
    closed = {"closed_at": "2025-05-05T12:00:00+09:00"}
    rows = [
        request("a", 0, 0, "2025-05-01", **closed),
        request("b", 1, 0, "2025-05-03", st="S05"),
        request("c", 2, 0, "2025-05-20"),
    ]
    assert pairs(requests_found(rows), "duplicate_request") == {frozenset("ab")}
    del rows[0]["closed_at"]
    assert pairs(requests_found(rows), "duplicate_request") == {frozenset("ab"), frozenset("bc")}


def test_a_row_that_says_whose_duplicate_it_is_is_settled():
    rows = [request("a", 0, 0, "2025-05-01"), request("b", 1, 0, "2025-05-06", dup_of="082244-2025-00001")]
    assert not len(requests_found(rows))


def test_a_damage_found_after_the_repair_is_another_one():
    def damage(n, day, **more):
        row = request(n, 0, 0, day, **more)
        return {**row, "found_at": row.pop("received_at")}

    def found(*ends):
        rows = table("damage", [damage("a", "2025-05-01"), damage("b", "2025-05-20")])
        works = table(
            "work", [{"uuid": n, "dmg_uuid": "a", "finished_at": end} for n, end in enumerate(ends)]
        )
        over = duplicates.repaired(rows, works)
        return len(duplicates.events("damage", rows, "found_at", OPTIONS, over))

    assert found() == 1 and found("2025-06-01T09:00:00+09:00") == 1
    assert found("2025-05-10T09:00:00+09:00") == 0
    assert found("2025-05-10T09:00:00+09:00", None) == 1, "the permanent repair is not done yet"


def test_damages_of_two_named_facilities_are_two():
    rows = [
        {**request("a", 0, 0, "2025-05-01", fac_id="x"), "found_at": "2025-05-01"},
        {**request("b", 1, 0, "2025-05-02", fac_id="y"), "found_at": "2025-05-02"},
        {**request("c", 2, 0, "2025-05-03"), "found_at": "2025-05-03"},
    ]
    found = duplicates.events("damage", table("damage", rows), "found_at", OPTIONS)
    assert pairs(found, "duplicate_damage") == {frozenset("cb")}


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ({"install_year": 2001}, {"install_year": 2002}, True),  # the turn of the fiscal year
        ({"install_year": 2001}, {"install_year": 2009}, False),
        ({"install_year": 2001}, {}, True),
        ({"pole_no": "1"}, {"pole_no": "2"}, False),
        ({"pole_no": "1"}, {}, True),
        ({"hl": "LE"}, {"hl": "FL"}, False),
        ({"count": 20.0, "qty_unit": "m"}, {"count": 21.0, "qty_unit": "m"}, True),
        ({"count": 20.0, "qty_unit": "m"}, {"count": 40.0, "qty_unit": "m"}, False),
        ({"count": 1.0, "qty_unit": "基"}, {"count": 2.0, "qty_unit": "基"}, True),
        ({}, {"dup_of": "x"}, False),
    ],
)
def test_two_entries_of_one_facility_do_not_contradict_each_other(one, two, same):
    rows = [
        {"uuid": n, "geom": Point(k, 0), "ft": "F10", **more} for n, k, more in (("a", 0, one), ("b", 1, two))
    ]
    found = duplicates.facilities(table("facility", rows), OPTIONS)
    assert (len(found) == 1) == same


def test_plates_of_two_cities_are_each_citys_own():
    rows = [
        {"uuid": "a", "geom": Point(0, 0), "ft": "F10", "pole_no": "1", "city_code": A},
        {"uuid": "b", "geom": Point(2, 0), "ft": "F10", "pole_no": "2", "city_code": B},
    ]
    assert kinds(duplicates.facilities(table("facility", rows), OPTIONS)) == ["border_facility"]


def test_one_place_reported_to_two_cities():
    rows = [request("a", 998, 500, "2025-05-01"), request("b", 1006, 500, "2025-06-01", city=B)]
    rows += [request("c", 998, 700, "2025-05-01"), request("d", 1014, 700, "2025-06-01", city=B)]
    found = duplicates.events("request", table("request", rows), "received_at", OPTIONS)
    assert kinds(found) == ["border_request"] and pairs(found, "border_request") == {frozenset("ab")}
    assert found["city"][0] == B and found["other_city"][0] == A


def test_damages_within_and_across():
    rows = [
        {"uuid": n, "geom": Point(x, 0), "found_at": d, "dt": "D01", "ft": "F01", "city_code": c}
        for n, x, d, c in (
            ("a", 0, "2025-05-01", A), ("b", 9, "2025-05-02", A), ("c", 990, "2025-05-01", A),
            ("d", 1001, "2025-05-01", B), ("e", 400, "2025-05-01", A),
        )
    ]  # fmt: skip
    found = duplicates.events("damage", table("damage", rows), "found_at", OPTIONS)
    assert pairs(found, "duplicate_damage") == {frozenset("ab")}
    assert pairs(found, "border_damage") == {frozenset("cd")}


def test_a_default_point_used_a_thousand_times_stays_small():
    rows = [request(str(n), 5, 5, "2025-05-01") for n in range(3000)]
    found = duplicates.events("request", table("request", rows), "received_at", OPTIONS)
    assert len(found) == 2999 and set(found["other_uuid"]) == {"0"}


def test_facilities_by_place_by_number_and_across_the_border():
    def facility(n, x, ft="F10", city=A, status="現存", pole=None):
        return {
            "uuid": n,
            "geom": Point(x, 0),
            "ft": ft,
            "city_code": city,
            "status": status,
            "pole_no": pole,
        }

    rows = [
        facility("a", 0), facility("b", 1.9), facility("mirror", 0.5, "F09"), facility("gone", 0, status="撤去"),
        facility("c", 3.95), facility("n1", 100, pole="防1"), facility("n2", 900, pole="防1"),
        facility("n3", 950, ft="F09", pole="防1"), facility("n4", 1500, city=B, pole="防1"),
        facility("x", 998), facility("y", 1002, city=B), facility("z", 1008, city=B),
        facility("bridge", 990, "F16"), facility("bridge2", 1003, "F16", B),
        facility("p1", 200, pole="防7"), facility("p2", 201, pole="防7"),
    ]  # fmt: skip
    found = duplicates.facilities(table("facility", rows), OPTIONS)
    assert pairs(found, "duplicate_facility_place") == {frozenset(("a", "b")), frozenset(("p1", "p2"))}
    assert pairs(found, "duplicate_facility_number") == {frozenset(("n1", "n2"))}  # p1, p2 are told already
    assert pairs(found, "border_facility") == {frozenset(("x", "y")), frozenset(("bridge", "bridge2"))}


def test_roads_drawn_twice():
    def section(n, coords, city=A):
        return {"uuid": n, "geom": LineString(coords), "city_code": city, "route_key": n}

    rows = [
        section("a", [(0, 0), (200, 0)]),
        section("a2", [(198, 2), (20, 2)]),  # the other way round
        section("lane", [(0, 9), (200, 9)]),  # a carriageway of its own
        section("side", [(100, 0), (100, 50)]),
        section("n", [(990, 0), (990, 400)]),
        section("n2", [(996, 5), (996, 200)], B),
        section("n3", [(996, 200), (996, 395)], B),
        section("far", [(1003, 0), (1003, 400)], B),
        section("end", [(990, 400), (990, 800)]),
        section("facing", [(989, 806), (989, 1200)], B),
        section("stub", [(990, 801), (990, 806)], B),
        section("cross", [(900, 300), (1100, 300)], B),
        section("partly", [(994, 700), (994, 1100)], B),
    ]
    found = duplicates.sections(table("section", rows), OPTIONS)
    assert pairs(found, "duplicate_section") == {frozenset(("a", "a2"))}
    assert pairs(found, "border_section") == {frozenset(("n", "n2")), frozenset(("n", "n3"))}
    one = found[found["uuid"] == "n2"].iloc[0]
    assert one["values"]["share"] == pytest.approx(100) and one["values"]["distance"] == pytest.approx(6)


def test_a_line_that_zigzags_about_another_is_not_the_same_road():
    zigzag = [(n * 2, 2 * (n % 2)) for n in range(50)]
    rows = [
        {"uuid": "straight", "geom": LineString([(0, 1), (98, 1)])},
        {"uuid": "zigzag", "geom": LineString(zigzag)},
    ]
    frame = table("section", rows)
    assert not len(duplicates.sections(frame, OPTIONS))
    assert len(duplicates.sections(frame, replace(OPTIONS, overlap_angle=50))) == 1


def test_a_road_that_goes_on_beyond_the_other_is_not_the_same_road():
    rows = [
        {"uuid": "a", "geom": LineString([(990, 400), (990, 800)])},
        {"uuid": "b", "geom": LineString([(991, 801), (991, 828)]), "city_code": B},
    ]
    assert not len(duplicates.sections(table("section", rows), replace(OPTIONS, overlap_distance=30)))


def test_sections_without_a_route_are_of_no_common_route():
    rows = [
        {"uuid": "a", "geom": LineString([(900, 500), (998, 500)])},
        {"uuid": "b", "geom": LineString([(999, 502), (995, 700)])},
    ]
    found = topology.roads(table("section", rows), table("facility", []), cities(), OPTIONS)
    assert kinds(found) == ["line_undershoot"]


# -- references, geometry, dates -----------------------------------------------------------------------------


def test_every_reference_of_the_model_is_followed():
    data = frames(
        route=[{"uuid": "r", "route_key": "082244-C1-0001"}],
        facility=[{"uuid": "f", "fac_id": "F1", "route_key": "082244-C1-0001"}, {"uuid": "g", "route_key": "no"}],
        damage=[{"uuid": "d", "fac_id": "F1"}, {"uuid": "e", "fac_id": "F9"}],
        request=[{"uuid": "q", "req_no": "Q1", "dup_of": "Q0"}],
        request_damage=[{"uuid": "l", "req_uuid": "q", "dmg_uuid": "lost"}],
        work=[{"uuid": "w", "dmg_uuid": "d", "con_id": "K"}, {"uuid": "v", "dmg_uuid": None}],
    )  # fmt: skip
    found = references.dangling(data)
    got = set(zip(found["table"], found["uuid"], found["field"]))
    assert got == {
        ("facility", "g", "route_key"), ("damage", "e", "fac_id"), ("request", "q", "dup_of"),
        ("request_damage", "l", "dmg_uuid"), ("work", "w", "con_id"),
    }  # fmt: skip


@pytest.mark.parametrize("name, field", [(t.name, f.name) for t, f in references.reference_fields()])
def test_a_lost_row_is_found_in_every_reference_field(name, field):
    data = frames(**{name: [{"uuid": "x", field: "nowhere"}]})
    found = references.dangling(data)
    assert (name, "x", field) in set(zip(found["table"], found["uuid"], found["field"]))


def test_geometries():
    bow = shapely.from_wkt("MULTIPOLYGON(((0 0, 2 2, 2 0, 0 2, 0 0)))")
    rows = {
        "fine": LineString([(0, 0), (5, 0)]),
        "ring": LineString([(0, 0), (5, 0), (5, 5), (0, 0)]),
        "empty": LineString(),
        "zero": LineString([(3, 3), (3, 3)]),
        "eight": LineString([(0, 0), (10, 10), (10, 0), (0, 10)]),
        "twice": LineString([(0, 0), (5, 0), (5, 0), (5, 0), (9, 0)]),
        "nan": LineString([(0, 0), (float("nan"), 1)]),
        "none": None,
    }
    lines = [{"uuid": n, "geom": g} for n, g in rows.items()] + [{"uuid": "broken", "broken": True}]
    found = geometry.faults("section", table("section", lines))
    got = dict(zip(found["uuid"], found["kind"]))
    assert got == {
        "empty": "geometry_empty", "zero": "geometry_zero_length", "eight": "geometry_self_crossing",
        "twice": "geometry_duplicate_vertex", "nan": "geometry_invalid", "broken": "geometry_unreadable",
    }  # fmt: skip
    eight = found[found["uuid"] == "eight"].iloc[0]
    assert (eight["x"], eight["y"]) == (5, 5)
    twice = found[found["uuid"] == "twice"].iloc[0]
    assert twice["values"]["count"] == 2 and (twice["x"], twice["y"]) == (5, 0)
    areas = geometry.faults("facility", table("facility", [{"uuid": "bow", "geom": bow}]))
    assert kinds(areas) == ["geometry_invalid"] and "Self-intersection" in areas["values"][0]["reason"]
    track = geometry.faults("patrol", table("patrol", [{"uuid": "p", "geom": rows["eight"]}]))
    assert not len(track)  # a patrol may cross its own track


def test_dates_in_the_future():
    rows = [
        {"uuid": "today", "received_at": "2026-03-31T23:59:00+09:00"},
        {"uuid": "tomorrow", "received_at": "2026-04-01T00:00:00+09:00"},
        {"uuid": "none"},
    ]
    found = dates.future("request", table("request", rows), OPTIONS.as_of)
    assert set(found["uuid"]) == {"tomorrow"} and found["field"][0] == "received_at"
    works = [{"uuid": "planned", "planned_on": "2027-01-01"}, {"uuid": "done", "finished_at": "2027-01-01"}]
    assert set(dates.future("work", table("work", works), OPTIONS.as_of)["uuid"]) == {"done"}


def test_orders():
    rows = [
        {
            "uuid": "bad",
            "started_at": "2025-05-02T10:00:00+09:00",
            "finished_at": "2025-05-02T09:00:00+09:00",
        },
        {
            "uuid": "day",
            "started_at": "2025-05-02T10:00:00+09:00",
            "finished_at": "2025-05-02T00:00:00+09:00",
        },
        {"uuid": "good", "started_at": "2025-05-02T10:00:00+09:00", "finished_at": "2025-05-03"},
        {"uuid": "open", "started_at": "2025-05-02T10:00:00+09:00"},
        {"uuid": "worse", "started_at": "2025-05-02", "finished_at": "2025-05-01T23:00:00+09:00"},
    ]
    found = dates.order("work", table("work", rows))
    assert set(found["uuid"]) == {"bad", "worse"}


def test_orders_name_fields_of_the_model():
    rules = catalogue.settings()
    for name, entries in rules["orders"].items():
        for first, second in entries:
            assert {model().tables[name].field(f).type for f in (first, second)} <= {"date", "datetime"}
    for name, entries in rules["may_be_future"].items():
        assert all(model().tables[name].field(f) for f in entries)
    codes = model().code_lists
    assert {c for g in rules["damage_groups"] for c in g} <= set(codes["DT"].codes)
    for name in ("vague_facility", "large_facilities", "bridges", "own_on_foreign_roads"):
        assert set(rules[name]) <= set(codes["FT"].codes)


# -- managers and places ------------------------------------------------------------------------------------


def test_rows_on_other_administrators_roads():
    data = frames(
        route=[
            {"uuid": "r1", "route_key": "P", "ad": "A3"}, {"uuid": "r2", "route_key": "C", "ad": "A1"},
            {"uuid": "r3", "route_key": "X", "ad": "AX"},
        ],
        request=[
            {"uuid": "q1", "route_key": "P", "ad": "A1"}, {"uuid": "q2", "route_key": "P", "ad": "A3"},
            {"uuid": "q3", "route_key": "C", "ad": "A1"}, {"uuid": "q4", "route_key": "X", "ad": "A1"},
        ],
        facility=[
            {"uuid": "f1", "fac_id": "f1", "route_key": "P", "owner": "A1", "ft": "F08"},
            {"uuid": "f2", "fac_id": "f2", "route_key": "P", "owner": "A3", "ft": "F08"},
            {"uuid": "f3", "fac_id": "f3", "route_key": "P", "owner": "A1", "ft": "F10"},
        ],
        damage=[
            {"uuid": "d1", "route_key": "P", "ft": "F01"},
            {"uuid": "d2", "route_key": "P", "ft": "F08", "fac_id": "f1"},
            {"uuid": "d3", "route_key": "P", "ft": "F10"}, {"uuid": "d4", "route_key": "C", "ft": "F01"},
            {"uuid": "d5", "route_key": "P", "ft": "F08", "fac_id": "f2"},
        ],
    )  # fmt: skip
    found = managers.foreign_roads(data)
    assert set(zip(found["kind"], found["uuid"])) == {
        ("manager_request", "q1"), ("manager_facility", "f1"), ("manager_damage", "d1"), ("manager_damage", "d5"),
    }  # fmt: skip


def test_places_outside_their_city():
    rows = [
        {"uuid": "in", "geom": Point(999, 5)}, {"uuid": "near", "geom": Point(1019, 5)},
        {"uuid": "there", "geom": Point(1021, 5)}, {"uuid": "out", "geom": Point(500, -21)},
        {"uuid": "none"}, {"uuid": "line", "geom": LineString([(900, 5), (1700, 5)])},
    ]  # fmt: skip
    found = managers.elsewhere("facility", table("facility", rows), cities(), OPTIONS.border)
    got = dict(zip(found["uuid"], found["kind"]))
    assert got == {"there": "place_other_city", "line": "place_other_city", "out": "place_outside"}
    assert set(found.loc[found["kind"] == "place_other_city", "other_city"]) == {B}
    assert list(managers.without_place("facility", table("facility", rows))["uuid"]) == ["none"]


# -- topology ------------------------------------------------------------------------------------------------


def net(lines, bridges=(), city=None):
    rows = [
        {
            "uuid": n,
            "geom": LineString(c),
            "route_key": (n.split("-")[0]),
            "city_code": (city or {}).get(n, A),
        }
        for n, c in lines.items()
    ]
    facilities = table("facility", [{"geom": Point(p), "ft": "F16"} for p in bridges])
    return topology.roads(table("section", rows), facilities, cities(), OPTIONS)


ROAD = {"main": [(100, 500), (300, 500)]}


@pytest.mark.parametrize(
    "end, kind",
    [
        (500.0, "line_no_node"), (500.9, "line_no_node"), (501.5, "line_undershoot"), (504.9, "line_undershoot"),
        (505.2, None), (498.0, "line_overshoot"), (495.1, "line_overshoot"), (494.0, "line_crossing"),
    ],
)  # fmt: skip
def test_an_end_near_another_line(end, kind):
    found = net({**ROAD, "side": [(200, 600), (200, end)]})
    assert kinds(found) == ([kind] if kind else [])
    if kind:
        assert pairs(found, kind) == {frozenset(("main", "side"))}
        assert abs(found["x"][0] - 200) < 0.1 and abs(found["y"][0] - 500) < 6


def test_a_proper_junction_has_nothing():
    lines = {"w": [(100, 500), (200, 500)], "e": [(200, 500.4), (300, 500)], "s": [(200, 500), (200, 600)]}
    assert not len(net(lines))


def test_both_ends_of_one_road_count_on_their_own():
    """Past a road at one end and short of the same road at the other."""
    bend = {"main": [(100, 500), (300, 500)], "arc": [(150, 498), (150, 600), (250, 600), (250, 503)]}
    assert kinds(net(bend)) == ["line_overshoot", "line_undershoot"]


def test_ends_that_face_each_other_are_one_gap():
    found = net({"a": [(0, 500), (200, 500)], "b": [(203, 500), (400, 500)]})
    assert kinds(found) == ["line_undershoot"]


def test_lines_of_two_cities_are_not_compared():
    lines = {"a": [(900, 500), (998, 500)], "b": [(1001, 500), (1200, 500)]}
    assert not len(net(lines, city={"b": B}))
    assert not len(net({**ROAD, "x": [(200, 400), (200, 600)]}, city={"x": B}))


def test_a_road_that_goes_through_the_neighbour_and_comes_back():
    lines = {"r-1": [(900, 500), (998, 500)], "r-2": [(999, 502), (995, 700)]}
    assert not len(net(lines))
    inland = {"r-1": [(400, 500), (498, 500)], "r-2": [(499, 502), (495, 700)]}
    assert kinds(net(inland)) == ["line_undershoot"]


def test_a_bridge_needs_no_node():
    over = {**ROAD, "over": [(200, 400), (200, 600)]}
    assert kinds(net(over)) == ["line_crossing"]
    assert not len(net(over, bridges=[(210, 505)]))
    assert kinds(net(over, bridges=[(240, 505)])) == ["line_crossing"]


def test_overlaps_and_stubs():
    found = net({"a": [(0, 0), (100, 0), (100, 50)], "b": [(60, 0), (100, 0), (100, -60)]})
    assert "line_overlap" in kinds(found)
    row = found[found["kind"] == "line_overlap"].iloc[0]
    assert row["values"]["length"] == pytest.approx(40)
    found = net({"a": [(0, 0), (94, 0)], "b": [(94, 0), (100, 0)]})
    assert kinds(found) == ["line_stub"] and found["uuid"][0] == "b"


# -- the whole -------------------------------------------------------------------------------------------------


def test_a_road_drawn_twice_is_told_once():
    line = [(100, 100), (300, 100)]
    data = frames(
        route=[{"uuid": "r", "route_key": "R", "ad": "A1"}],
        section=[{"uuid": n, "section_id": n, "route_key": "R", "geom": LineString(line)} for n in "ab"],
    )  # fmt: skip
    assert kinds(quality.check(data, OPTIONS)) == ["duplicate_section"]


def test_every_finding_has_a_place_and_words_in_both_languages():
    data = frames(
        route=[{"uuid": "r", "route_key": "R", "ad": "A1"}],
        section=[{"uuid": "s", "section_id": "S", "route_key": "R", "geom": LineString([(0, 0), (100, 0)])}],
        request=[request("q", 0, 0, "2027-01-01", geom=None, route_key="R", req_no="1", ad="A1")],
        work=[{"uuid": "w", "work_id": "W", "dmg_uuid": "lost"}, {"uuid": "v", "work_id": "V", "con_id": "lost",
               "dmg_uuid": "d"}],
        damage=[{"uuid": "d", "dmg_id": "D", "geom": Point(40, 40), "dt": "D01"}],
    )  # fmt: skip
    quality.add_names(data)
    found = quality.check(data, OPTIONS)
    located = dict(zip(zip(found["uuid"], found["kind"]), found["located"]))
    assert located == {
        ("q", "missing_location"): "route", ("q", "date_future"): "route",
        ("w", "dangling_reference"): "city", ("v", "dangling_reference"): "linked",
    }  # fmt: skip
    assert not found[["x", "y"]].isna().any().any()
    for lang in ("ja", "en"):
        words = findings.in_words(found, data, lang)
        assert all(words["text"]) and all(words["remedy"]) and all(words["title"])
        assert not words["text"].str.contains("None|[{}]").any()
    assert "1" in set(words["name"])


def test_what_geos_says_is_said_in_japanese():
    bow = shapely.from_wkt("MULTIPOLYGON(((0 0, 2 2, 2 0, 0 2, 0 0)))")
    data = frames(facility=[{"uuid": "f", "fac_id": "F", "geom": bow, "src_row": 3}])
    quality.add_names(data)
    found = geometry.faults("facility", data["facility"])
    text = findings.in_words(found, data, "ja")["text"][0]
    assert "自分自身と交わる [1 1]" in text and "Self" not in text


def test_the_catalogue_is_complete():
    for kind in catalogue.kinds().values():
        assert kind.severity in catalogue.SEVERITIES and kind.remedy_ja and kind.remedy_en
        assert all(ord(c) < 0x3000 for c in kind.en + kind.text_en + kind.remedy_en), kind.kind


def test_a_run_can_be_stopped():
    said = []
    quality.check(frames(), OPTIONS, lambda share: said.append(share) or len(said) < 3)
    assert len(said) == 3


def test_nothing_comes_of_nothing():
    found = quality.check(frames(), OPTIONS)
    assert len(found) == 0 and list(found.columns) == list(findings.COLUMNS)
    assert len(findings.in_words(found, frames(), "ja")) == 0


def line(n, *points, city=A, route=None):
    return {"uuid": n, "geom": LineString(points), "city_code": city, "route_key": route}


def gaps(*rows):
    frame = table("section", list(rows))
    return borders.gaps(frame, OPTIONS, duplicates.sections(frame, OPTIONS))


def test_ends_of_two_cities_that_face_each_other_apart():
    found = gaps(line("a", (0, 0), (100, 0)), line("b", (104, 1), (200, 0), city=B))
    assert kinds(found) == ["border_gap"] and found["values"][0]["distance"] == pytest.approx(17**0.5)
    assert not len(gaps(line("a", (0, 0), (100, 0)), line("b", (100.5, 0), (200, 0), city=B))), "they meet"
    assert not len(gaps(line("a", (0, 0), (100, 0)), line("b", (130, 0), (200, 0), city=B))), "too far"
    assert not len(gaps(line("a", (0, 0), (100, 0)), line("b", (104, 1), (104, 90), city=B))), "a side road"
    assert not len(gaps(line("a", (0, 0), (100, 0)), line("b", (100, 4), (0, 4), city=B))), (
        "beside each other"
    )
    assert not len(gaps(line("a", (0, 0), (100, 0)), line("b", (104, 1), (200, 0)))), "one city"


def test_a_road_that_goes_on_in_its_own_city_has_no_gap():
    on = line("c", (100, 0), (180, -15))
    assert not len(gaps(line("a", (0, 0), (100, 0)), on, line("b", (104, 1), (200, 0), city=B)))
    side = line("c", (100, 0), (100, 80))  # but a side road at the border leaves it open
    assert len(gaps(line("a", (0, 0), (100, 0)), side, line("b", (104, 1), (200, 0), city=B))) == 1


def test_a_road_along_the_border_that_both_have_drawn_leads_nowhere():
    """At its end the neighbour's own drawing goes on, and that is the neighbour's road."""
    along = line("a", (0, 0), (100, 0)), line("b", (0, 5), (98, 5), city=B)
    on = line("on", (104, 2), (200, 2), city=B)
    assert not len(gaps(*along, on))
    found = gaps(along[0], on)
    assert pairs(found, "border_gap") == {frozenset(("a", "on"))}, "drawn by one city only"
    # And where such a road ends beside the end of a road from inland, that one still goes on over there.
    inland = line("inland", (-80, -20), (100, 0.3))
    found = gaps(inland, *along, on)
    assert pairs(found, "border_gap") == {frozenset(("inland", "on"))}


def test_the_number_of_a_national_road_decides_between_two_partners():
    found = gaps(
        line("a", (0, 0), (100, 0), route="082244-N2-0294"),
        line("near", (102, 0), (200, 5), city=B, route="082287-C3-1001"),
        line("same", (108, 3), (200, 9), city=B, route="082287-N2-0294"),
    )
    assert pairs(found, "border_gap") == {frozenset(("a", "same"))}


def test_a_road_drawn_on_over_the_neighbours():
    a, b = line("a", (0, 0), (140, 0)), line("b", (100, 1), (240, 1), city=B)
    assert kinds(duplicates.sections(table("section", [a, b]), OPTIONS)) == ["border_overlap"]
    b = line("b", (130, 1), (240, 1), city=B)
    assert not len(duplicates.sections(table("section", [a, b]), OPTIONS)), "a junction's worth"


def test_roads_of_two_cities_that_meet_or_cross_at_a_narrow_angle_are_two():
    def found(a, b):
        return kinds(duplicates.sections(table("section", [a, b]), OPTIONS))

    one = line("a", (0, 0), (200, 0))
    assert not found(one, line("b", (0, 2), (190, 52), city=B)), "they part from one node"
    assert not found(one, line("b", (10, -40), (190, 40), city=B)), "they cross"
    assert not found(line("a", (0, 0), (40, 13)), line("b", (0, 0), (200, 0), city=B)), (
        "a short road that turns off"
    )
    # Beside each other for long, and only then apart: a road that both have drawn so far.
    assert found(one, line("b", (0, 4), (120, 5), (180, 60), (220, 120), city=B)) == ["border_overlap"]
    assert found(one, line("b", (0, 4), (170, 5), (190, 40), city=B)) == ["border_section"]


def test_a_stretch_drawn_again_beside_the_other():
    def overlaps(*rows):
        found = topology.roads(table("section", list(rows)), table("facility", []), cities(), OPTIONS)
        return found[found["kind"] == "line_overlap"]

    one = line("a", (0, 0), (50, 0), (100, 0))
    found = overlaps(one, line("b", (80, 0.2), (101, 0.3), (200, 0)))
    assert len(found) == 1 and found["values"].iloc[0]["length"] == pytest.approx(20, abs=1.5)
    assert not len(overlaps(one, line("b", (100, 0), (200, 0)))), "they join"
    assert not len(overlaps(one, line("b", (100, 0), (0, 1.0)))), "they part from one node"
    assert not len(overlaps(one, line("b", (50, 0), (50, 90)))), "a side road"
    assert not len(overlaps(one, line("b", (40, 2), (140, 2)))), "the other carriageway"
