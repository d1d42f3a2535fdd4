"""assignzones with layers as they come: rows without a line, slips of the pen, bases at one place, areas that miss."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest
from qgis.core import QgsProcessingException

_spec = importlib.util.spec_from_file_location("zones_odd", Path(__file__).with_name("test_zones.py"))
base = importlib.util.module_from_spec(_spec)
sys.modules[_spec.name] = base
_spec.loader.exec_module(base)
A, B, depots, layer, mini, of, piece, rows, scene, streets, zones = (
    base.A, base.B, base.depots, base.layer, base.mini, base.of, base.piece, base.rows, base.scene, base.streets,
    base.zones,
)  # fmt: skip
ISLANDS = [
    piece("i1", 9001, 9002, [(3000, 0), (3800, 0)], B),
    piece("i2", 9003, 9004, [(3000, 900), (3800, 900)], B),
]


def heard(pieces, **more):
    """(result, what was said)."""
    feedback = scene.Listener()
    return zones(pieces, feedback, **more), " / ".join(feedback.said)


def changed(name, **values):
    return [{**row, **values} if row["section"] == name else row for row in streets()]


def areas(*shapes):
    return layer([{"city_code": c, "name_ja": c, "geom": g} for c, g in shapes], "Polygon",
                 fields=("city_code", "name_ja"))  # fmt: skip


def size(found):
    return sum(row["geom"].area() for row in rows(found["ZONES"]))


def test_a_row_without_a_line_is_left_out_and_named(provider):
    found, said = heard(changed("h000", geom=None), K=2)
    assert "1 pieces of sections have no line and are left out: h000" in said
    assert len(of(found)) == 75 and sum(r["workload"] for r in rows(found["SECTIONS"])) == pytest.approx(1)
    with pytest.raises(QgsProcessingException, match="NETWORK: The network has no section"):
        zones([], K=2)


def test_contractors_with_their_bases_in_one_house_share_alike(provider):
    found = zones(streets(), DEPOTS=depots(("C1", 0, 0), ("C2", 0, 0)))
    assert found["BALANCE_PCT"] < 2 and {row["n_sections"] for row in rows(found["ZONES"])} == {38}
    three = zones(streets(), DEPOTS=depots(("C1", 0, 0), ("C2", 0, 0), ("C3", 0, 0)))
    assert three["BALANCE_PCT"] < 6 and three["UNREACHED"] == 0


def test_a_base_at_roads_without_connection_is_named(provider):
    where = depots(("C1", 3400, 0), ("C2", 0, 0))
    with pytest.raises(QgsProcessingException, match="bases of C1 lie at roads that no road connects"):
        zones([*streets(), *ISLANDS], DEPOTS=where)


def test_blank_zones_of_bases_and_shares_of_nobody_are_told(provider):
    blank = layer([{"con_id": "C1", "geom": "Point (0 0)"}, {"con_id": " ", "geom": "Point (9 0)"}], "Point",
                  fields=("con_id",))  # fmt: skip
    found, said = heard(streets(), DEPOTS=blank)
    assert found["COUNT"] == 1 and "1 bases say nothing of their zone" in said
    where = depots(("C1", -800, 400), ("C2", 800, 400))
    found, said = heard(streets(), DEPOTS=where, SHARES=["C1", "1", "C9", "1"])
    assert found["COUNT"] == 3 and "The bases say nothing of C9" in said


@pytest.mark.parametrize("deep", [-3, "deep"])
def test_seasonal_work_that_is_no_amount_is_named(provider, deep):
    with pytest.raises(QgsProcessingException, match="snow: .* on 1 sections: h000"):
        zones(changed("h000", snow=deep), K=2, SEASONAL=["snow", "1"])


def test_a_class_weight_below_0_is_named(provider):
    with pytest.raises(QgsProcessingException, match="weight of a road class .*: C3"):
        zones(mini(), K=2, CLASS_WEIGHTS=["C3", "-1"])


@pytest.mark.parametrize("twins", [{"h000": "nobody"}, {"h000": "h000"}, {"h000": "h010", "h010": "h000"}])
def test_second_drawings_of_nothing_keep_their_work(provider, twins):
    pieces = [{**row, "twin_of": twins.get(row["section"])} for row in streets()]
    work = {r["section"]: r["workload"] for r in rows(zones(pieces, K=2)["SECTIONS"])}
    assert work["h000"] > 0 and sum(work.values()) == pytest.approx(1)


def test_sections_without_a_city_are_told(provider):
    _, said = heard(changed("h000", city_code=None), K=2)
    assert "1 sections have no city code; they are taken as roads of one more city: h000" in said


def test_areas_that_miss_the_roads_or_a_city_are_told(provider):
    plain = size(zones(streets(), K=2))
    far, said = heard(streets(), K=2, CITIES=areas((A, scene.box(90000, 90000, 95000, 95000))))
    assert "No road of its city lies within the areas" in said and size(far) == pytest.approx(plain)
    east = areas((B, scene.box(0, -200, 2000, 1000)))
    half, said = heard(streets(), K=2, CITIES=east)
    assert f"CITIES has no area of {A}: outlines there end 150 m from the roads" in said
    assert all(row["geom"].area() > 1e6 for row in rows(half["ZONES"]))


def test_how_many_requests_and_facilities_count_is_told(provider):
    calls = [("2025-05-01", 100, 5), ("2020-05-01", 100, 5), ("someday", 100, 5), ("2025-05-01", 100, 500)]
    requests = layer([{"received_at": d, "geom": f"Point ({x} {y})"} for d, x, y in calls], "Point",
                     fields=("received_at",))  # fmt: skip
    lamps = layer([{"name": "a", "geom": "Point (100 900)"}], "Point", fields=("name",))
    _, said = heard(mini(), K=1, REQUESTS=requests, FACILITIES=lamps, AS_OF="2026-03-31")
    assert (
        "1 of 4 requests count" in said and "1 requests have no day" in said and "0 of 1 facilities" in said
    )


def test_routes_that_leave_too_few_pieces_are_told_so(provider):
    with pytest.raises(
        QgsProcessingException, match="2 zones cannot be made of 1 routes and sections that stay whole"
    ):
        zones([{**row, "through_id": "T"} for row in mini()], K=2, KEEP_ROUTES=True)


def test_work_of_attached_islands_counts_for_the_balance(provider):
    pieces = [*streets(), *ISLANDS]
    found = zones(pieces, K=2, ATTACH_ISLANDS=True)
    assert found["BALANCE_PCT"] < 2 and found["GAP_PCT"] > -1e-6
    zone = of(found)
    assert zone["i1"] == zone["i2"] == zone["h070"]


def test_a_report_that_cannot_be_written_is_told_in_words(provider, tmp_path):
    with pytest.raises(QgsProcessingException, match="cannot be written.*[\\s\\S]*Close it"):
        zones(mini(), K=2, REPORT=str(tmp_path))


# -- what holds always -------------------------------------------------------------------------------------------------


def test_totals_are_the_networks_whatever_the_wishes(provider):
    pieces = [*streets(), *ISLANDS]
    km = sum(row["length_m"] for row in pieces) / 1000
    for wishes in ({}, {"BORDERS": 0}, {"ATTACH_ISLANDS": True}, {"LOCKS": ["h000", "Z02", "h070", "Z01"]}):
        found = zones(pieces[::-1], K=3, CITIES=scene.cities(), **wishes)
        sections = rows(found["SECTIONS"])
        assert sorted(r["section"] for r in sections) == sorted(r["section"] for r in pieces)
        assert sum(r["workload"] for r in sections) == pytest.approx(1)
        table = {r["zone_id"]: r for r in rows(found["TABLE"])}
        whole = table.pop("All")
        assert sum(r["road_km"] for r in table.values()) == pytest.approx(whole["road_km"])
        left = sum(r["length_m"] for r in sections if r["zone_id"] is None) / 1000
        assert whole["road_km"] == pytest.approx(km) or whole["road_km"] + left == pytest.approx(km)
        if "LOCKS" in wishes:
            zone = of(found)
            assert (zone["h000"], zone["h070"]) == ("Z02", "Z01")


@pytest.mark.parametrize("name", ["h000", "h042", "v083"])
def test_one_sections_load_moves_few_sections_where_changes_cost(provider, name):
    where = {"DEPOTS": depots(("C1", -800, 400), ("C2", 800, 400), ("C3", 0, 0))}
    first = zones(streets(), **where)["SECTIONS"]
    now = zones(changed(name, length_m=400), **where, CURRENT=first, CHANGE_PENALTY=10)
    assert now["CHANGED"] <= 4
