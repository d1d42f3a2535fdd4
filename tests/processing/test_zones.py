"""assignzones through the doors that users use: the mini case by hand, wishes, bad input, plan runs, the chain."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsVectorFileWriter,
)

_spec = importlib.util.spec_from_file_location(
    "test_route_groups_for_zones", Path(__file__).with_name("test_route_groups.py")
)
groups = importlib.util.module_from_spec(_spec)
sys.modules[_spec.name] = groups
_spec.loader.exec_module(groups)
base, scene = groups.base, groups.scene
A, B, TEMP = scene.A, scene.B, scene.TEMP
box, layer, line, rows, run = scene.box, scene.layer, scene.line, scene.rows, scene.run
store = base.store
FIELDS = (
    "section", "node_from", "node_to", "city_code", "rc", "length_m", "twin_of", "through_id", "route_key",
    "section_id", "snow",
)  # fmt: skip
OUTPUTS = ("SECTIONS", "ZONES", "TABLE", "ISSUES")


def piece(name, a, b, at, city=A, **more):
    """A section between two nodes, drawn from ``at[0]`` to ``at[1]``."""
    (x, y), (u, v) = at
    length = ((x - u) ** 2 + (y - v) ** 2) ** 0.5
    return {"section": name, "node_from": a, "node_to": b, "city_code": city, "rc": "C3", "length_m": length,
            "geom": line(*at), **more}  # fmt: skip


def network(pieces, crs=scene.PLANE):
    return layer(pieces, crs=crs, fields=FIELDS)


def mini(gap=False, lengths=(200, 300, 300, 200), **more):
    """A-B-C-D in a line; ``gap``: a river without a bridge after B."""
    made, x, node = [], 0.0, 0
    for name, metres in zip("ABCD", lengths):
        node += gap and name == "C"
        made.append(piece(name, node, node + 1, [(x, 0), (x + metres, 0)], **more))
        x, node = x + metres, node + 1
    return made


def streets(columns=8, size=4, step=200.0, city=lambda x: A if x < 0 else B):
    """A grid of streets over the border x = 0, ``columns`` wide and ``size`` high."""
    made, x0 = [], -columns * step / 2
    for c in range(columns + 1):
        for r in range(size + 1):
            here, at = c * 100 + r, (x0 + c * step, r * step)
            for dc, dr, kind in ((1, 0, "h"), (0, 1, "v")):
                if c + dc > columns or r + dr > size:
                    continue
                to = (at[0] + dc * step, at[1] + dr * step)
                name = f"{kind}{c:02d}{r}"
                made.append(
                    piece(name, here, (c + dc) * 100 + r + dr, [at, to], city((at[0] + to[0]) / 2 - 1e-9))
                )
    return made


def zones(pieces, feedback=None, **more):
    made = pieces if not isinstance(pieces, list) else network(pieces)
    wanted = {"NETWORK": made, **dict.fromkeys(OUTPUTS, TEMP), **more}
    return run("assignzones", feedback, **wanted)


def of(found):
    """Section -> zone."""
    return {row["section"]: row["zone_id"] for row in rows(found["SECTIONS"])}


def parts(found):
    by_zone = {}
    for section, zone in of(found).items():
        by_zone.setdefault(zone, set()).add(section)
    return {frozenset(own) for zone, own in by_zone.items() if zone}


def parted(*texts):
    return {frozenset(text) for text in texts}


def depots(*places, crs=scene.PLANE, **names):
    made = [{"con_id": zone, "name": names.get(zone), "geom": f"Point ({x} {y})"} for zone, x, y in places]
    return layer(made, "Point", crs, ("con_id", "name"))


# -- the mini case of the unified model, section 8.4 -------------------------------------------------------------------


def test_two_zones_are_the_halves_of_the_line(provider):
    found = zones(mini(), K=2)
    assert parts(found) == parted("AB", "CD")
    assert (found["COUNT"], found["UNREACHED"], found["CUT"]) == (2, 0, 1)
    assert found["BALANCE_PCT"] == pytest.approx(0, abs=1e-9) and rows(found["ISSUES"]) == []
    table = {row["zone_id"]: row for row in rows(found["TABLE"])}
    assert table["All"]["road_km"] == pytest.approx(1.0) and table["All"]["km_C3"] == pytest.approx(1.0)
    assert [row["share"] for row in table.values()] == pytest.approx([50, 50, 100])
    assert {row["state"] for row in table.values()} == {"good"}


def test_three_zones_are_50_percent_off_and_that_is_said_not_relaxed(provider):
    feedback = scene.Listener()
    found = zones(mini(), feedback, K=3)
    assert parts(found) == parted("A", "B", "CD")  # of the two that tie, the lowest section stands alone
    assert found["BALANCE_PCT"] == pytest.approx(50)
    issues = rows(found["ISSUES"])
    assert {row["code"] for row in issues} == {"BALANCE"} and not issues[0]["geom"].isNull()
    assert any("Balance: 50%" in text for text in feedback.said)
    assert "too far off" in {row["state"] for row in rows(found["ZONES"])}


def test_a_river_without_a_bridge_makes_one_zone_impossible_but_not_two(provider):
    one = zones(mini(gap=True), K=1)
    assert one["UNREACHED"] == 2 and of(one)["C"] is of(one)["D"] is None
    issues = {row["section"]: row for row in rows(one["ISSUES"])}
    assert set(issues) == {"C", "D"} and {row["code"] for row in issues.values()} == {"CONTINUITY"}
    assert issues["C"]["geom"].length() == pytest.approx(300)
    assert zones(mini(gap=True), K=2)["UNREACHED"] == 0


# -- wishes ------------------------------------------------------------------------------------------------------------


def test_borders_kept_preferred_ignored(provider):
    """10 columns of A, 6 of B: kept, A's zone is larger; ignored, the halves are equal and one crosses the border."""
    made = network(streets(16, 3, city=lambda x: A if x < 400 else B))
    area = layer(
        [{"city_code": A, "name_ja": "守谷市", "geom": box(-2000, -200, 430, 900)},
         {"city_code": B, "name_ja": "坂東市", "geom": box(430, -200, 2000, 900)}],
        "Polygon", fields=("city_code", "name_ja"),
    )  # fmt: skip
    kept, preferred, ignored = (zones(made, K=2, BORDERS=n, CITIES=area) for n in range(3))
    cities = [[json.loads(row["cities"]) for row in rows(found["ZONES"])] for found in (kept, ignored)]
    assert sorted(cities[0]) == [[A], [B]] and [A, B] in [sorted(own) for own in cities[1]]
    assert ignored["BALANCE_PCT"] < 2 < kept["BALANCE_PCT"] and preferred["COUNT"] == 2
    # Kept, the outlines end at the border, to the last metre; ignored, they tile the same area.
    east = next(row for row in rows(kept["ZONES"]) if json.loads(row["cities"]) == [B])["geom"]
    assert east.boundingBox().xMinimum() == pytest.approx(430)
    for found in (kept, preferred, ignored):
        shapes = [row["geom"] for row in rows(found["ZONES"])]
        assert sum(shape.area() for shape in shapes) == pytest.approx(4000 * 1100)
        assert shapes[0].intersection(shapes[1]).area() == pytest.approx(0, abs=1)
    with pytest.raises(QgsProcessingException, match="too few to keep the borders of 2 cities"):
        zones(made, K=1, BORDERS=0)


def test_bases_name_the_zones_and_draw_them(provider):
    made = network(streets())
    where = depots(("C1", -800, 400), ("C2", 800, 400), C1="西組", C2="東組")
    found = zones(made, DEPOTS=where)
    assert found["COUNT"] == 2 and found["BALANCE_PCT"] < 3
    sections = {row["section"]: row for row in rows(found["SECTIONS"])}
    assert sections["h000"]["contractor"] == "西組" and sections["h070"]["zone_id"] == "C2"
    assert sections["h000"]["travel_min"] < 5
    assert {(r["zone_id"], r["con_id"], r["name"]) for r in rows(found["ZONES"])} == {
        ("C1", "C1", "西組"), ("C2", "C2", "東組"),
    }  # fmt: skip
    assert {r["colour"] for r in rows(found["ZONES"])} == {1, 2}  # side by side, two colours
    named = zones(made, DEPOTS=where, DEPOT_FIELD="name")
    assert set(of(named).values()) == {"西組", "東組"}
    one = zones(made, DEPOTS=depots(("C1", -800, 400)), K=2)
    assert set(of(one).values()) == {"C1", "Z01"}  # the other zone gets a centre


def test_shares_of_contractors_of_different_size(provider):
    where = depots(("C1", -800, 400), ("C2", 800, 400), C2="東組")
    found = zones(streets(), DEPOTS=where, SHARES=["C1", "1", "東組", "3"])
    share = {row["zone_id"]: row["share"] for row in rows(found["ZONES"])}
    assert share == {"C1": pytest.approx(25, abs=2), "C2": pytest.approx(75, abs=2)}
    with pytest.raises(QgsProcessingException, match="must be above 0"):
        zones(mini(), K=2, SHARES=["x", "0", "y", "1"])
    with pytest.raises(QgsProcessingException, match="“much” is no number"):
        zones(mini(), K=2, SHARES=["x", "much"])
    with pytest.raises(QgsProcessingException, match="pairs"):
        zones(mini(), K=2, SHARES=["x"])


def test_fixed_roads_stay_by_section_route_and_layer(provider):
    pieces = streets()
    for row in pieces:
        row["route_key"] = "R-" + row["section"][-1] if row["section"][0] == "h" else None
    where = depots(("C1", -800, 400), ("C2", 800, 400))
    by_row = of(zones(pieces, DEPOTS=where, LOCKS=["h010", "C2"]))
    assert by_row["h010"] == "C2"
    route = of(zones(pieces, DEPOTS=where, LOCKS=["R-0", "C2"]))
    assert {zone for name, zone in route.items() if name[0] == "h" and name[-1] == "0"} == {"C2"}
    as_layer = layer([{"section": "h010", "zone_id": "C2"}], "None", fields=("section", "zone_id"))
    assert of(zones(pieces, DEPOTS=where, LOCK_LAYER=as_layer))["h010"] == "C2"


def test_locks_that_contradict_each_other_or_name_nothing_are_named_and_nothing_is_written(
    provider, tmp_path
):
    file = tmp_path / "s.gpkg"
    with pytest.raises(QgsProcessingException, match=r"B \(x / y\)") as error:
        zones(mini(), K=2, LOCKS=["B", "x", "B", "y"], SECTIONS=str(file))
    assert "nothing was relaxed" in str(error.value) and not file.exists()
    with pytest.raises(QgsProcessingException, match="nobody"):
        zones(mini(), K=2, LOCKS=["nobody", "x"])
    with pytest.raises(QgsProcessingException, match=r"3 zones are named"):
        zones(mini(), K=2, LOCKS=["A", "x", "B", "y", "C", "z"])
    with pytest.raises(QgsProcessingException, match="parts of the network that no allowed road connects"):
        zones(mini(gap=True), K=2, LOCKS=["A", "x", "D", "x", "B", "y"])


def test_through_routes_stay_whole_where_asked(provider):
    pieces = [{**row, "through_id": "T1" if row["section"] in "BC" else None} for row in mini()]
    assert parts(zones(pieces, K=2)) == parted("AB", "CD")
    whole = of(zones(pieces, K=2, KEEP_ROUTES=True))
    assert whole["B"] == whole["C"]
    with pytest.raises(QgsProcessingException, match="no through routes"):
        zones(mini(), K=2, KEEP_ROUTES=True)


def test_existing_zones_with_a_price_change_little_without_one_much(provider):
    pieces = streets()
    first = zones(pieces, K=2)
    heavier = [
        {**row, "length_m": row["length_m"] * (1.3 if row["section"] == "h000" else 1)} for row in pieces
    ]
    dear = zones(heavier, K=2, CURRENT=first["SECTIONS"], CHANGE_PENALTY=30)
    assert dear["CHANGED"] <= 1
    assert {row["section"]: row["current"] for row in rows(dear["SECTIONS"])} == of(first)
    turned = {"DEPOTS": depots(("C1", 0, 0), ("C2", 0, 800)), "CURRENT": zones(
        pieces, DEPOTS=depots(("C1", -800, 400), ("C2", 800, 400)))["SECTIONS"]}  # fmt: skip
    assert zones(pieces, **turned)["CHANGED"] > 20
    assert zones(pieces, **turned, CHANGE_PENALTY=60)["CHANGED"] == 0
    with pytest.raises(QgsProcessingException, match="CURRENT.*zone_id"):
        zones(pieces, K=2, CURRENT=layer([], "None", fields=("section",)))


def test_islands_are_named_and_attached_only_where_asked(provider):
    pieces = [*streets(), piece("isle", 9001, 9002, [(3000, 0), (3100, 0)], B)]
    plain = zones(pieces, K=2)
    assert (plain["UNREACHED"], of(plain)["isle"]) == (1, None)
    assert [row["section"] for row in rows(plain["ISSUES"])] == ["isle"]
    attached = zones(pieces, K=2, ATTACH_ISLANDS=True)
    assert attached["UNREACHED"] == 0 and of(attached)["isle"] == of(attached)["h070"]
    (named,) = rows(attached["ISSUES"])
    assert named["section"] == "isle" and "No road connects" in named["reason"]
    split = [row for row in rows(attached["ZONES"]) if row["parts"] > 1]
    assert [row["zone_id"] for row in split] == [of(attached)["isle"]]


def test_the_number_of_zones_is_chosen_within_the_bounds(provider):
    chosen = zones(streets(), KMIN=3, KMAX=5)
    assert chosen["COUNT"] == 3
    assert zones(streets(), BORDERS=0, KMIN=1, KMAX=4)["COUNT"] == 2  # each city needs one
    with pytest.raises(QgsProcessingException, match="fewer"):
        zones(mini(), KMIN=4, KMAX=2)


# -- the work ----------------------------------------------------------------------------------------------------------


def test_work_is_length_by_class_requests_of_three_years_and_facilities(provider):
    """One request of 2025 on A, one of 2021 that is too old, facilities on D: 0.5 length, 0.3 and 0.2."""
    calls = [("2025-05-01", 100, 5), ("2021-05-01", 900, 5), ("2025-06-01", 100, 40)]
    requests = layer([{"received_at": day, "geom": f"Point ({x} {y})"} for day, x, y in calls], "Point",
                     "EPSG:4326", ("received_at",))  # fmt: skip
    lamps = layer([{"name": "lamp", "geom": f"Point ({x} 3)"} for x in (850, 950)], "Point", fields=("name",))
    found = zones(mini(), K=1, REQUESTS=requests, FACILITIES=lamps, AS_OF="2026-03-31")
    work = {row["section"]: row["workload"] for row in rows(found["SECTIONS"])}
    assert work == {"A": pytest.approx(0.1 + 0.3), "B": pytest.approx(0.15), "C": pytest.approx(0.15),
                    "D": pytest.approx(0.1 + 0.2)}  # fmt: skip
    (total,) = [row for row in rows(found["TABLE"]) if row["zone_id"] == "All"]
    assert (total["requests"], total["facilities"]) == (1, 2)
    only = zones(mini(), K=1, REQUESTS=requests, WEIGHT_LENGTH=0, WEIGHT_FACILITIES=0, AS_OF="2026-03-31")
    assert {row["section"]: row["workload"] for row in rows(only["SECTIONS"])}["A"] == pytest.approx(1)


def test_classes_weights_and_seasonal_work_can_be_set(provider):
    pieces = mini()
    pieces[0]["rc"], pieces[3]["snow"] = "C1", 7
    work = {row["section"]: row["workload"] for row in rows(zones(pieces, K=1)["SECTIONS"])}
    assert work["A"] / work["D"] == pytest.approx(1.5)
    own = zones(pieces, K=1, CLASS_WEIGHTS=["C1", "3", "*", "1"], SEASONAL=["snow", "1"])
    work = {row["section"]: row["workload"] for row in rows(own["SECTIONS"])}
    assert work["A"] / work["B"] == pytest.approx(2) and work["D"] > 0.5
    with pytest.raises(QgsProcessingException, match="mud"):
        zones(pieces, K=1, SEASONAL=["mud", "1"])


def test_expected_repairs_are_told_and_count_only_where_their_weight_is_set(provider, tmp_path):
    """A hole of 2 m2 on A and one on D; what is no repair, or 50 m off every road, does not count."""
    names = (
        "uuid",
        "city_code",
        "ft",
        "dt",
        "area_m2",
        "judge",
        "rank",
        "band",
        "on_top",
        "due",
        "days_over",
    )
    made = [
        {"uuid": uuid, "city_code": A, "ft": "F01", "dt": "D01", "area_m2": "2", "judge": judge, "rank": str(n + 1),
         "band": "B", "on_top": "0", "days_over": "0", "geom": f"Point ({x} {y})"}
        for n, (uuid, judge, x, y) in enumerate(
            [("a", "L2", 100, 3), ("d", "L3", 900, 3), ("b", "L0", 300, 3), ("off", "L2", 300, 50)])
    ]  # fmt: skip
    ranked = layer(made, "Point", "EPSG:6668", names)
    told = zones(mini(), K=2, RANKED=ranked)
    plain = {row["section"]: row["workload"] for row in rows(told["SECTIONS"])}
    assert plain["A"] == pytest.approx(0.2)
    table = rows(told["TABLE"])
    assert table[0]["hours"] == table[1]["hours"] > 0 and table[2]["hours"] == 2 * table[0]["hours"]
    assert not table[2]["yen"]
    weighed = zones(
        mini(), K=2, RANKED=ranked, WEIGHT_REPAIR=1, WEIGHT_LENGTH=1, REPORT=str(tmp_path / "r.html")
    )
    work = {row["section"]: row["workload"] for row in rows(weighed["SECTIONS"])}
    whole = (
        1 + 1 + 0.3 + 0.2
    )  # the weights of requests and facilities, of which nothing is known, go to the length
    assert work["A"] == pytest.approx((0.5 + 0.2 * 1.5) / whole) and work["B"] == pytest.approx(
        0.3 * 1.5 / whole
    )
    with pytest.raises(QgsProcessingException, match="Rank the damages first"):
        zones(mini(), K=2, RANKED=layer([], "Point", fields=("uuid",)))


def test_other_administrators_roads_are_driven_on_but_are_no_work(provider):
    pieces = mini()
    pieces[1]["rc"] = "P2"
    found = zones(pieces, K=1)
    made = {row["section"]: row for row in rows(found["SECTIONS"])}
    assert (made["B"]["workload"], made["B"]["maintained"], made["B"]["zone_id"]) == (0, 0, "Z01")
    assert rows(found["TABLE"])[0]["road_km"] == pytest.approx(0.7) and found["UNREACHED"] == 0
    everything = rows(zones(pieces, K=1, EXCLUDE=[])["TABLE"])[0]
    assert everything["road_km"] == pytest.approx(1.0)


def test_a_road_drawn_twice_is_one_road(provider):
    pieces = mini()
    pieces.append(piece("B2", 1, 2, [(200, 3), (500, 3)], B, twin_of="B"))
    found = zones(pieces, K=2)
    assert of(found)["B2"] == of(found)["B"] and found["BALANCE_PCT"] == pytest.approx(0, abs=1e-9)
    assert sum(row["workload"] for row in rows(found["SECTIONS"])) == pytest.approx(1)


def test_sections_are_called_by_their_numbers_and_pieces_share_the_work(provider):
    pieces = mini(gap=True)
    for row in pieces:
        row["section_id"], row["section"] = f"082244-C3-{row['section']}:001", f"uuid-{row['section']}"
    pieces[0]["length_m"] = 100
    pieces.append({**piece("uuid-A", 90, 0, [(-100, 0), (0, 0)]), "section_id": pieces[0]["section_id"]})
    feedback = scene.Listener()
    found = zones(pieces, feedback, K=1)
    assert any("082244-C3-C:001" in text for text in feedback.said) and not any(
        "uuid-" in t for t in feedback.said
    )
    issues = {row["feature"]: row["section"] for row in rows(found["ISSUES"])}
    assert issues == {"082244-C3-C:001": "uuid-C", "082244-C3-D:001": "uuid-D"}
    made = [row for row in rows(found["SECTIONS"]) if row["section"] == "uuid-A"]
    assert len(made) == 2 and sum(r["workload"] for r in made) == pytest.approx(0.2)
    locked = zones(pieces, K=2, LOCKS=["082244-C3-A:001", "x", "uuid-D", "y"])
    assert of(locked)["uuid-A"] == "x" and of(locked)["uuid-D"] == "y"
    again = zones(pieces, K=2, CURRENT=locked["SECTIONS"], CHANGE_PENALTY=30)
    assert {r["section"]: r["current"] for r in rows(again["SECTIONS"])} == of(locked) == of(again)


# -- bad input ---------------------------------------------------------------------------------------------------------


def test_more_zones_than_sections_and_more_bases_than_twelve(provider):
    with pytest.raises(QgsProcessingException, match="5 zones cannot be made of 4 sections: A, B, C, D"):
        zones(mini(), K=5)
    many = depots(*((f"C{n}", 100 * n, 0) for n in range(13)))
    with pytest.raises(QgsProcessingException, match="name 13 zones, more than 12"):
        zones(streets(), DEPOTS=many)


def test_bases_outside_and_bases_without_a_place(provider):
    with pytest.raises(QgsProcessingException, match=r"outside the area.*C2 \(49\.2 km\)"):
        zones(streets(), DEPOTS=depots(("C1", 0, 0), ("C2", 50000, 400)))
    nowhere = layer(
        [{"con_id": "C1", "geom": "Point (-800 400)"}, {"con_id": "C2"}], "Point", fields=("con_id",)
    )
    feedback = scene.Listener()
    found = zones(streets(), feedback, DEPOTS=nowhere)
    assert found["COUNT"] == 2 and any("No place is known of the bases of C2" in t for t in feedback.said)
    with pytest.raises(QgsProcessingException, match="DEPOTS.*con_id"):
        zones(mini(), DEPOTS=layer([], "Point", fields=("x",)))


def test_time_limit_of_travel_is_told_by_section(provider):
    far = [piece(n, k, k + 1, [(20000.0 * k, 0), (20000.0 * (k + 1), 0)]) for k, n in enumerate("ABCD")]
    found = zones(far, K=1, DEPOTS=depots(("C1", 0, 0)), MAX_MINUTES=90)
    late = {row["section"]: row for row in rows(found["ISSUES"])}
    # 20 km/h times 1.3: the middle of B is 30 km away, 117 minutes.
    assert set(late) == {"B", "C", "D"} and found["LATE"] == 3 and "117 minutes" in late["B"]["reason"]
    assert found["LONGEST_MIN"] == pytest.approx(70 / 20 * 60 * 1.3)


def test_centres_of_the_program_move_so_that_all_is_in_time(provider):
    """Work lies in the west, one road goes 13 km east: the middle of the work is too far from its end."""
    ends = [(802, 800.0), *((9000 + n, 800.0 + 1650 * n) for n in range(1, 9))]
    road = [
        piece(f"r{n}", a, b, [(x, 400), (u, 400)], B)
        for n, ((a, x), (b, u)) in enumerate(zip(ends, ends[1:]))
    ]
    pieces = [*streets(), *road]
    assert zones(pieces, K=1, MAX_MINUTES=600)["LONGEST_MIN"] > 40
    near = zones(pieces, K=1, MAX_MINUTES=32)
    assert near["LATE"] == 0 and near["LONGEST_MIN"] <= 32


def test_zero_and_negative_and_missing_lengths(provider):
    pieces = mini()
    pieces[1]["length_m"] = 0
    feedback = scene.Listener()
    found = zones(pieces, feedback, K=2)
    assert any("1 sections have no workload" in text and "B" in text for text in feedback.said)
    assert found["UNREACHED"] == 0
    pieces[1]["length_m"] = -5
    with pytest.raises(QgsProcessingException, match="usable length: B"):
        zones(pieces, K=2)
    pieces[1]["length_m"] = None  # that of the line
    assert rows(zones(pieces, K=1)["TABLE"])[0]["road_km"] == pytest.approx(1.0)
    with pytest.raises(QgsProcessingException, match="nothing to share out"):
        zones([{**row, "length_m": 0} for row in mini()], K=2)


def test_a_section_heavier_than_a_share_is_named(provider):
    feedback = scene.Listener()
    found = zones(mini(lengths=(100, 100, 100, 2000)), feedback, K=2)
    assert any("heavier than a zone's whole share" in text and "D" in text for text in feedback.said)
    assert ("HEAVY", "D") in {(row["code"], row["section"]) for row in rows(found["ISSUES"])}


def test_missing_classes_are_named_and_count_as_other_roads(provider):
    pieces = mini()
    pieces[2]["rc"] = None
    feedback = scene.Listener()
    found = zones(pieces, feedback, K=1)
    work = {row["section"]: row["workload"] for row in rows(found["SECTIONS"])}
    assert work["C"] / work["B"] == pytest.approx(0.5)
    assert any("1 sections have no road class" in text and "C" in text for text in feedback.said)
    assert ("NO_CLASS", "C") in {(row["code"], row["section"]) for row in rows(found["ISSUES"])}


def test_any_mixture_of_coordinate_systems_and_any_order_gives_the_same_zones(provider):
    pieces = streets()
    where = [("C1", -800, 400), ("C2", 800, 400)]
    plain = zones(pieces, DEPOTS=depots(*where), CITIES=scene.cities())
    degrees = network(pieces[::-1], crs="EPSG:4326")
    other = zones(degrees, DEPOTS=depots(*where, crs="EPSG:3857"), CITIES=scene.cities("EPSG:6668"))
    assert of(other) == of(plain)
    assert other["ZONES"].crs().authid() == other["SECTIONS"].crs().authid() == "EPSG:4326"
    assert not any(row["geom"].isNull() for row in rows(other["ZONES"]))


def test_zones_outside_the_given_areas_have_an_outline_all_the_same(provider):
    west = layer([{"city_code": A, "name_ja": "守谷市", "geom": box(-900, -100, -700, 900)}], "Polygon",
                 fields=("city_code", "name_ja"))  # fmt: skip
    found = rows(zones(streets(), K=2, CITIES=west)["ZONES"], "zone_id")
    assert all(row["geom"].area() > 0 for row in found.values()) and len(found) == 2


def test_a_layer_that_is_no_network_says_what_to_run_first(provider):
    with pytest.raises(QgsProcessingException, match="Join the cities' roads"):
        zones(layer(scene.facing(5)))


def test_a_former_result_is_a_network_too(provider):
    first = zones(mini(), K=2)
    again = zones(first["SECTIONS"], K=2, CURRENT=first["SECTIONS"])
    assert of(again) == of(first) and again["CHANGED"] == 0
    assert again["SECTIONS"].fields().names() == first["SECTIONS"].fields().names()


# -- cancelling, plan runs, report -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "stop_at", ["Reading the network …", "Workload", "2 of 2 zones", "Outlines", "Writing"]
)
def test_cancelling_leaves_nothing(provider, tmp_path, stop_at):
    files = {name: str(tmp_path / f"{name}.gpkg") for name in OUTPUTS}
    feedback = scene.Listener(stop_at)
    found = zones(streets(), feedback, K=2, **files, REPORT=str(tmp_path / "r.html"))
    assert found == {} and list(tmp_path.iterdir()) == []
    assert "Cancelled; nothing was written." in feedback.said


def test_a_run_is_kept_with_its_zones_once_and_adopted(provider, store):
    made = groups.through(base.linked(store))["SECTIONS"]
    options = {"K": 2, "ATTACH_ISLANDS": True, "STORE": store, "NAME": "案1", "ADOPT": True}
    plans = [zones(made, CITIES=f"{store}|layername=city", **options) for _ in "12"]
    assert plans[0]["PLAN"] == plans[1]["PLAN"]
    where = f"plan_id = '{plans[0]['PLAN']}'"
    assert base.net.rows(store, "plan_run", "kind, name, adopted", where) == [("工区", "案1", 1)]
    kept = dict(base.net.rows(store, "zone", "zone_id, share", where))
    assert len(kept) == 2 and sum(kept.values()) == pytest.approx(100)
    of_section = dict(base.net.rows(store, "plan_section", "section, zone_id", where))
    found = of(plans[0])
    assert of_section == {base.net.id_of(name): found[base.net.uuid_of(name)] for name in base.net.LINES}
    other = zones(made, CITIES=f"{store}|layername=city", **{**options, "K": 1})
    assert other["PLAN"] != plans[0]["PLAN"]
    assert base.net.rows(store, "plan_run", "adopted", where) == [(0,)]


@pytest.mark.parametrize(("language", "words"), [(0, "工区"), (1, "Share of the work")])
def test_the_report_has_figures_a_map_and_what_could_not_be_met(provider, tmp_path, language, words):
    report = tmp_path / "工区.html"
    pieces = [*streets(), piece("isle", 9001, 9002, [(3000, 0), (3100, 0)], B)]
    where = depots(("C1", -800, 400), ("C2", 800, 400), C1="西組", C2="東<組>")
    found = zones(pieces, DEPOTS=where, CITIES=scene.cities(), REPORT=str(report), LANGUAGE=language)
    page = report.read_text(encoding="utf-8")
    assert found["REPORT"] == str(report) and words in page and "<svg" in page and "西組" in page
    assert "isle" in page and "東&lt;組&gt;" in page and "東<組>" not in page
    assert "坂東市" in page and "http://" not in page.replace("http://www.w3.org", "")


def test_the_result_is_styled_and_its_fields_have_titles(provider):
    found = zones(mini(), K=2)
    made = found["SECTIONS"]
    assert made.attributeAlias(made.fields().lookupField("zone_id")) == "Zone"
    labels = [rule.label() for rule in made.renderer().rootRule().children()]
    assert len(labels) == 10 and "工区の色1" in labels
    assert len(found["ZONES"].renderer().rootRule().children()) == 8


# -- the chain ---------------------------------------------------------------------------------------------------------


def saved(made, path):
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(
        made, str(path), QgsProcessingContext().transformContext(), options
    )
    return str(path)


def test_linkborders_and_assignzones_in_a_model(provider, tmp_path):
    source = QgsProcessingModelChildParameterSource
    area = source.fromStaticValue(saved(scene.cities(), tmp_path / "c.gpkg"))
    roads = source.fromStaticValue(saved(layer(scene.ring()), tmp_path / "s.gpkg"))
    model = QgsProcessingModelAlgorithm("chain", "chain")
    steps = {
        "linkborders": {"SECTIONS": roads, "CITIES": area},
        "assignzones": {"NETWORK": source.fromChildOutput("linkborders", "NETWORK"), "CITIES": area,
                        "K": source.fromStaticValue(2), "ZONES": source.fromStaticValue(str(tmp_path / "z.gpkg")),
                        "SECTIONS": source.fromStaticValue(str(tmp_path / "out.gpkg"))},
    }  # fmt: skip
    for name, parameters in steps.items():
        step = QgsProcessingModelChildAlgorithm(f"gunmane:{name}")
        step.setChildId(name)
        for key, value in parameters.items():
            step.addParameterSources(key, [value])
        model.addChildAlgorithm(step)
    results, good = model.run({}, QgsProcessingContext(), scene.Listener())
    assert good
    made = rows(str(tmp_path / "out.gpkg"))
    assert len(made) == 6 and {row["zone_id"] for row in made} == {"Z01", "Z02"}
    assert len(rows(str(tmp_path / "z.gpkg"))) == 2


def test_assignzones_by_qgis_process(provider, tmp_path, root):
    made = saved(network(streets()), tmp_path / "n.gpkg")
    where = saved(depots(("C1", -800, 400), ("C2", 800, 400)), tmp_path / "d.gpkg")
    found = groups.process(
        root, "gunmane:assignzones", "--", f"NETWORK={made}", f"DEPOTS={where}", "SHARES=C1,1,C2,3", "BORDERS=2",
        f"SECTIONS={tmp_path / 's.gpkg'}", f"ZONES={tmp_path / 'z.gpkg'}", f"REPORT={tmp_path / 'r.html'}",
    )  # fmt: skip
    assert found["COUNT"] == 2 and (tmp_path / "r.html").exists()
    share = {row["zone_id"]: row["share"] for row in rows(str(tmp_path / "z.gpkg"))}
    assert share == {"C1": pytest.approx(25, abs=2), "C2": pytest.approx(75, abs=2)}
