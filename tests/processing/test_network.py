"""linkborders and buildroutes through the doors that users use: the worked vectors, any CRS, bad input, plan runs."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

import pytest
from qgis.core import QgsProcessingException, QgsVectorLayer


def _module(name, path):
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


HERE = Path(__file__).parent
scene = _module("network_scene", HERE / "network_scene.py")
net = _module("network_store_of_processing", HERE.parent / "layers" / "network_store.py")
A, B, TEMP = scene.A, scene.B, scene.TEMP
line, link, road, rows, run = scene.line, scene.link, scene.road, scene.rows, scene.run
RIVER = {"kind": "RV", "geom": line((0, -200), (0, 200))}
BRIDGE = {"ft": "F16", "fac_id": "小貝橋", "geom": "Point (0 0)"}


def river():
    return scene.layer([RIVER], fields=("kind",))


def bridge(crs=scene.PLANE):
    return scene.layer([BRIDGE], "Point", crs, ("ft", "fac_id"))


# -- the vectors of the unified model, section 8.2 ---------------------------------------------------------------


def test_x01_ends_14_9_m_apart_and_29_degrees_off_with_classes_1_and_2_are_joined(provider):
    found = link(scene.facing(14.9, 29, "C1", "C2"))
    (joined,) = rows(found["LINKS"])
    assert (joined["section_a"], joined["end_a"], joined["section_b"], joined["end_b"]) == (
        "a",
        "終点",
        "b",
        "始点",
    )
    assert (joined["city_a"], joined["city_b"], joined["state"], joined["bd"]) == (A, B, "自動", "B1")
    assert (joined["gap_m"], joined["bearing_diff"]) == (pytest.approx(14.9), pytest.approx(29))
    assert joined["class_diff"] == 1 and joined["reason"]
    pieces = rows(found["NETWORK"], "section")
    assert pieces["a"]["node_to"] == pieces["b"]["node_from"]
    assert [found[name] for name in ("LINKED", "TO_CHECK", "COMPONENTS", "OPEN")] == [1, 0, 1, 0]


def test_x02_ends_15_1_m_apart_are_proposed_not_joined(provider):
    found = link(scene.facing(15.1))
    (proposed,) = rows(found["LINKS"])
    (waiting,) = rows(found["REVIEW"])
    assert proposed["state"] == "要確認" and (found["LINKED"], found["TO_CHECK"]) == (0, 1)
    assert (waiting["kind"], waiting["gap_m"]) == ("連結候補", pytest.approx(15.1))
    pieces = rows(found["NETWORK"], "section")
    assert pieces["a"]["node_to"] != pieces["b"]["node_from"]


@pytest.mark.parametrize(
    "roads",
    [
        pytest.param(scene.facing(5, 31), id="X03 31 degrees"),
        pytest.param(scene.facing(5, 0, "C1", "C3"), id="X04 class 1 and 3"),
        pytest.param(scene.facing(8, city_b=A), id="X08 one city"),
    ],
)
def test_x03_x04_x08_are_not_linked_nor_proposed(provider, roads):
    found = link(roads)
    assert rows(found["LINKS"]) == [] and found["TO_CHECK"] == 0 and found["COMPONENTS"] == 2


def test_x05_nothing_is_joined_across_a_river_without_a_bridge(provider):
    found = link(scene.facing(8), RIVERS=river())
    assert found["LINKED"] == 0 and found["COMPONENTS"] == 2


def test_x06_a_bridge_lets_them_be_joined(provider):
    found = link(scene.facing(8), RIVERS=river(), BRIDGES=bridge())
    (joined,) = rows(found["LINKS"])
    assert (joined["bd"], joined["bridge_id"], joined["state"]) == ("B3", "小貝橋", "自動")


@pytest.mark.parametrize(("along", "n"), [(694, 0), (695, 1)])
def test_x07_a_road_of_which_70_percent_runs_along_the_border_is_a_candidate(provider, along, n):
    # 5 m beside the border for so long, then away from it: 5 m more lie within 10 m of it, 1,000 m in all.
    points = [(-5, 0), (-5, along), (-5 - (1000 - along), along)]
    found = link([road("a", A, points), road("b", B, [(500, 0), (900, 0)])])
    candidates = rows(found["CANDIDATES"])
    assert len(candidates) == n == found["ALONG"]
    if n:
        assert (candidates[0]["ct"], candidates[0]["overlap_pct"]) == ("C1", pytest.approx(70, abs=0.01))
        assert {candidates[0]["city_a"], candidates[0]["city_b"]} == {A, B}
        assert candidates[0]["length_m"] == pytest.approx(1000)


# -- roads drawn twice, junctions, geometry ----------------------------------------------------------------------


def twice():
    return [
        road("a", A, [(-300, 0), (300, 0)], width_m=6.0), road("b", B, [(-300, 2), (300, 2)], width_m=5.0),
        road("a2", A, [(-300, 0), (-600, 0)]), road("b2", B, [(300, 2), (600, 2)]),
    ]  # fmt: skip


def test_a_road_drawn_by_both_cities_has_one_reference_and_both_widths(provider):
    found = link(twice())
    (pair,) = rows(found["DUPLICATES"])
    assert {pair["kept"], pair["other"]} == {"a", "b"} and pair["mean_dist_m"] == pytest.approx(2)
    assert pair["overlap_pct"] == pytest.approx(100) and found["TWICE"] == 1
    pieces = rows(found["NETWORK"], "section")
    twin = pieces[pair["other"]]
    assert twin["twin_of"] == pair["kept"] and pieces[pair["kept"]]["twin_of"] is None
    assert {pieces["a"]["width_m"], pieces["b"]["width_m"]} == {6.0, 5.0}
    assert found["COMPONENTS"] == 1  # the twin's ends are the reference's


def test_crossing_lines_are_cut_unless_one_lies_above(provider):
    roads = [road("a", A, [(-200, 0), (-100, 0)]), road("x", A, [(-150, -50), (-150, 50)], number=2)]
    flat = link(roads)
    assert len(rows(flat["NETWORK"])) == 4 and flat["COMPONENTS"] == 1
    assert [(r["part"], r["from_m"], r["to_m"]) for r in rows(flat["NETWORK"]) if r["section"] == "a"] == [
        (1, 0, 50), (2, 50, 100),
    ]  # fmt: skip
    fields = (*scene.FIELDS, "bridge")
    raised = scene.layer([roads[0], {**roads[1], "bridge": 1}], fields=fields)
    assert len(rows(link(raised)["NETWORK"])) == 2


def test_uncut_sections_keep_their_line_to_the_last_digit_and_all_their_fields(provider):
    fields = (*scene.FIELDS, "remark", "PART", "fid")
    a, b = scene.facing(7.123456789, 11)
    a = {**a, "remark": "橋の手前", "PART": "user's own"}
    sections = scene.layer([a, b], crs="EPSG:4326", fields=fields)
    before = {f["uuid"]: f.geometry().asWkb() for f in sections.getFeatures()}
    made = rows(link(sections)["NETWORK"], "section")
    assert {name: row["geom"].asWkb() for name, row in made.items()} == before
    assert made["a"]["remark"] == "橋の手前" and made["a"]["part"] == 1
    assert [n.lower() for n in made["a"]].count("part") == 1 and "fid" not in made["a"]


def test_the_network_goes_into_files_that_do_not_tell_part_from_PART(provider, tmp_path):
    sections = scene.layer(scene.facing(8), fields=(*scene.FIELDS, "PART", "FID"))
    for name in ("n.gpkg", "n.shp", "n.geojson"):
        found = link(sections, NETWORK=str(tmp_path / name), outputs=())
        assert len(rows(found["NETWORK"])) == 2


def test_snapped_ends_meet_in_one_point_and_the_network_itself_is_not_moved(provider):
    found = link(scene.facing(8, 10), outputs=("SNAPPED",))
    at = {name: row["geom"].asPolyline() for name, row in rows(found["SNAPPED"], "section").items()}
    assert at["a"][-1] == at["b"][0] and at["a"][-1].distance(0, 0) < 1e-9
    assert rows(found["NETWORK"], "section")["a"]["geom"].asPolyline()[-1].x() == -4
    assert "LINKS" not in found and "REVIEW" not in found  # outputs that nobody wanted


def test_any_mixture_of_coordinate_systems_gives_the_same_network(provider):
    roads = [*scene.facing(8, 5), *twice_moved(1000)]
    plain = link(roads, RIVERS=river(), BRIDGES=bridge())
    other = link(
        scene.layer(roads, crs="EPSG:4326"), CITIES=scene.cities("EPSG:6668"),
        RIVERS=scene.layer([RIVER], crs="EPSG:3857", fields=("kind",)), BRIDGES=bridge("EPSG:2451"),
    )  # fmt: skip
    names = ("PIECES", "LINKED", "TO_CHECK", "TWICE", "ALONG", "OPEN", "COMPONENTS")
    assert [other[n] for n in names] == [plain[n] for n in names] and plain["LINKED"] and plain["TWICE"]
    assert other["NETWORK"].crs().authid() == "EPSG:4326"
    nodes = [
        {r["section"]: (r["node_from"], r["node_to"]) for r in rows(f["NETWORK"])} for f in (plain, other)
    ]
    assert nodes[0] == nodes[1]


def twice_moved(y):
    return [{**r, "geom": r["geom"].replace(" 0", f" {y}").replace(" 2", f" {y + 2}")} for r in (
        road("ta", A, "LineString (-300 0, 300 0)"), road("tb", B, "LineString (-300 2, 300 2)"))]  # fmt: skip


def test_the_order_of_the_sections_does_not_matter(provider):
    roads = [*scene.facing(8, 5), *twice_moved(1000), *scene.ring()[1:3]]
    found = [link(order) for order in (roads, roads[::-1])]
    said = [
        {
            (r["section"], r["part"]): (r["node_from"], r["node_to"], r["comp"], r["twin_of"])
            for r in rows(f["NETWORK"])
        }
        for f in found
    ]
    assert said[0] == said[1]


def test_multipart_heights_and_lines_that_cannot_be_used_are_coped_with_and_named(provider):
    odd = [
        road("ok", A, "MultiLineStringZ ((-304 0 5, -104 0 5), (-104 0 5, -4 0 6))"),
        road("b", B, "MultiLineStringZ ((4 0 1, 300 0 2))", number=2),
        road("parts", A, "MultiLineStringZ ((-900 900 1, -800 900 1), (-700 900 1, -600 900 1))", number=3),
        road("zero", A, "MultiLineStringZ ((-50 700 1, -50 700 1))", number=4), road("none", A, "", number=5),
    ]  # fmt: skip
    feedback = scene.Listener()
    found = link(scene.layer(odd, "MultiLineStringZ"), feedback)
    made = rows(found["NETWORK"])
    assert sorted(r["section"] for r in made) == ["b", "ok", "parts", "parts"] and found["LINKED"] == 1
    whole = next(r for r in made if r["section"] == "ok")["geom"]
    assert whole.length() == 300 and not whole.isMultipart()  # both halves, not the first alone
    issues = {(r["code"], r["section"]): r for r in rows(found["ISSUES"])}
    assert ("E-NOLINE", "none") in issues and issues[("E-ZERO", "zero")]["city_code"] == A
    assert ("W-MULTIPART", "parts") in issues and any("E-ZERO" in text for text in feedback.said)


def test_fields_of_other_names_can_be_chosen(provider):
    fields = ("key", "muni", "class", "no", "label")
    renamed = [
        {"key": r["uuid"], "muni": r["city_code"], "class": r["rc"], "no": r["route_key"], "geom": r["geom"]}
        for r in scene.facing(8, 0, "C1", "C3")
    ]
    sections = scene.layer(renamed, fields=fields)
    with pytest.raises(QgsProcessingException, match="(?s)city_code.*advanced parameters"):
        link(sections)
    with pytest.raises(QgsProcessingException, match="missing"):
        link(sections, CITY_FIELD="missing")
    chosen = {"CITY_FIELD": "muni", "SECTION_FIELD": "key"}
    assert link(sections, **chosen, CLASS_FIELD="label")["LINKED"] == 1  # no class is known there: any fits
    assert link(sections, **chosen, CLASS_FIELD="class")["LINKED"] == 0
    assert link(sections, **chosen, ROUTE_FIELD="no")["LINKED"] == 0  # the number says the class


def test_city_codes_as_numbers_have_their_zero_again(provider):
    numbers = [{**r, "city_code": int(r["city_code"])} for r in scene.facing(8)]
    scene.KINDS["city_code"] = "integer"
    try:
        found = link(scene.layer(numbers))
    finally:
        del scene.KINDS["city_code"]
    assert [(r["city_a"], r["city_b"]) for r in rows(found["LINKS"])] == [(A, B)]


def test_vanished_sections_are_left_out_and_said(provider):
    feedback = scene.Listener()
    a, b = scene.facing(8)
    found = link([a, {**b, "vanished_at": "2026-01-01"}], feedback)
    assert found["PIECES"] == 1 and any("1 sections that have vanished" in text for text in feedback.said)


def test_empty_layers_give_empty_results(provider):
    beside = {"CITIES": scene.layer([], "Polygon", fields=("city_code",)), "RIVERS": scene.layer([], fields=("kind",)),
              "BRIDGES": scene.layer([], "Point", fields=("ft",))}  # fmt: skip
    found = link([], **beside, outputs=("LINKS", "REVIEW", "ISSUES", "SNAPPED"))
    assert found["PIECES"] == 0 and rows(found["NETWORK"]) == [] == rows(found["SNAPPED"])
    through = run(
        "buildroutes", NETWORK=found["NETWORK"], ROUTES=TEMP, CROSSINGS=TEMP, BORDERS=TEMP, SECTIONS=TEMP
    )
    assert through["COUNT"] == 0
    groups = run("grouproutes", NETWORK=through["SECTIONS"], SECTIONS=TEMP, GROUPS=TEMP, TABLE=TEMP)
    assert groups["COUNT"] == 0


def test_areas_must_be_areas_and_say_their_city(provider):
    with pytest.raises(QgsProcessingException, match="CITIES.*no areas"):
        link(
            scene.facing(8),
            CITIES=scene.layer([{"city_code": A, "geom": "Point (0 0)"}], "Point", fields=("city_code",)),
        )
    with pytest.raises(QgsProcessingException, match="CITIES.*city_code"):
        link(scene.facing(8), CITIES=scene.layer([], "Polygon", fields=("x",)))


def test_tolerances_are_the_engines_own_unless_set(provider):
    from gunmane.analysis.network import Options
    from gunmane.processing_provider.network.link_borders import _USUAL, _limits

    usual = Options()
    for name, (field, *_) in _limits().items():
        assert getattr(usual, field) * (100 if name == "ALONG_SHARE" else 1) == _USUAL[name], name
    assert link(scene.facing(15.1), GAP=16, CANDIDATE_GAP=30)["LINKED"] == 1
    assert link(scene.facing(5, 31), BEARING=32)["LINKED"] == 1
    with pytest.raises(QgsProcessingException, match="proposed must not be smaller"):
        link(scene.facing(5), GAP=20, CANDIDATE_GAP=10)


def test_names_and_classes_come_from_the_register(provider):
    bare = [{**r, "rc": None, "route_key": f"{r['city_code']}-T-1"} for r in scene.facing(8)]
    register = [
        {"route_key": f"{A}-T-1", "rc": "C1", "name_ja": "守谷通り"},
        {"route_key": f"{B}-T-1", "rc": "C3"},
    ]
    table = scene.layer(register, "None", fields=("route_key", "rc", "name_ja"))
    found = link(bare, ROUTES=table)
    assert found["LINKED"] == 0 and rows(found["NETWORK"], "section")["a"]["name"] == "守谷通り"


def test_a_shapefile_whose_lines_are_all_multipart_is_a_network(provider, tmp_path):
    files = {name: str(tmp_path / f"{name}.shp") for name in ("NETWORK", "LINKS")}
    found = link(scene.ring(), **files, outputs=())
    built = through(found, CITIES=scene.cities())
    assert built["COUNT"] == 1 and built["CROSSING"] == 1
    (whole,) = rows(built["ROUTES"])
    assert whole["length_m"] == pytest.approx(5980)


def test_a_network_without_lengths_is_measured_and_rows_without_nodes_are_named(provider):
    pieces = [{**r, "section": r["uuid"], "node_from": n, "node_to": n + 1}
              for n, r in enumerate(scene.ring()[:2], 1)]  # fmt: skip
    pieces.append({**scene.ring()[2], "section": "bare", "node_from": 3})
    fields, feedback = ("section", "city_code", "node_from", "node_to", "length_m"), scene.Listener()
    made = scene.layer(pieces, fields=fields)
    built = run("buildroutes", feedback, NETWORK=made, ROUTES=TEMP, SECTIONS=TEMP)
    assert [r["length_m"] for r in rows(built["SECTIONS"])] == [pytest.approx(995), pytest.approx(1000)]
    assert any("1 rows without a section" in text and "row 3 (bare)" in text for text in feedback.said)


def test_layers_without_places_are_refused_in_words(provider):
    fields = ("section", "city_code", "node_from", "node_to")
    table = scene.layer(
        [{"section": "a", "city_code": A, "node_from": 1, "node_to": 2}], "None", fields=fields
    )
    with pytest.raises(QgsProcessingException, match="^NETWORK: The layer has no geometry"):
        run("buildroutes", NETWORK=table, ROUTES=TEMP)
    with pytest.raises(QgsProcessingException, match="^SECTIONS: The layer has no geometry"):
        link(table)


def test_links_of_another_run_are_named_and_an_empty_network_takes_any(provider):
    fields, feedback = ("section_a", "section_b", "end_a", "end_b"), scene.Listener()
    strange = scene.layer(
        [{"section_a": "a1", "section_b": "gone", "end_a": "終点", "end_b": "始点"}], "None", fields=fields
    )
    run("buildroutes", feedback, NETWORK=link(scene.ring())["NETWORK"], LINKS=strange, ROUTES=TEMP)
    assert any("1 of 1 links are of sections" in text and "a1 – gone" in text for text in feedback.said)
    assert run("buildroutes", NETWORK=link([])["NETWORK"], LINKS=strange, ROUTES=TEMP)["COUNT"] == 0


def test_an_output_over_an_input_or_another_output_is_refused_before_the_work(provider, tmp_path):
    file = str(tmp_path / "n.gpkg")
    link(scene.ring(), NETWORK=file, outputs=())
    for source in (file, f"{file}|layername=n"):
        with pytest.raises(QgsProcessingException, match="(?s)would be written over.*n.gpkg"):
            run("buildroutes", NETWORK=source, ROUTES=TEMP, SECTIONS=file)
    assert len(rows(file)) == 6
    with pytest.raises(QgsProcessingException, match="would be written over"):
        link(scene.ring(), NETWORK=file, LINKS=file, outputs=())
    tables = {name: f"ogr:dbname='{file}' table=\"{name.lower()}\" (geom)" for name in ("ROUTES", "SECTIONS")}
    assert run("buildroutes", NETWORK=f"{file}|layername=n", **tables)["COUNT"] == 1
    assert len(rows(f"{file}|layername=sections")) == 6 == len(rows(f"{file}|layername=n"))
    with pytest.raises(QgsProcessingException, match="would be written over"):
        run("buildroutes", NETWORK=f"{file}|layername=n", ROUTES=f"ogr:dbname='{file}' table=\"n\" (geom)")


def test_coordinates_beyond_the_earth_are_left_out_and_named(provider):
    far = road("far", A, [(1e15, 1e15), (1e15, 1e300)], number=4)
    found = link([*scene.ring(), far])
    assert found["PIECES"] == 6
    assert [(r["code"], r["section"]) for r in rows(found["ISSUES"])] == [("E-COORD", "far")]


def test_one_way_words_of_any_case_are_read_and_others_are_named(provider):
    words = ["YES", "False", "Reverse", "rechts", None, "1"]
    fields, feedback = (*scene.FIELDS, "oneway"), scene.Listener()
    made = link(
        scene.layer([{**r, "oneway": w} for r, w in zip(scene.ring(), words)], fields=fields), feedback
    )
    ways = {name: row["oneway"] for name, row in rows(made["NETWORK"], "section").items()}
    assert list(ways.values()) == [1, 0, -1, None, None, 1]
    assert any("1 sections have a one-way direction" in text and "rechts" in text for text in feedback.said)


# -- cancelling ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("stop_at", ["Reading the roads", "Joining the roads", "Numbering", "Writing", 85])
def test_cancelling_leaves_nothing(provider, tmp_path, stop_at):
    feedback = scene.Listener(stop_at)
    files = {name: str(tmp_path / f"{name}.gpkg") for name in ("NETWORK", "LINKS")}
    found = run("linkborders", feedback, SECTIONS=scene.layer(scene.facing(8)), **files)
    assert found == {} and list(tmp_path.iterdir()) == []
    assert "Cancelled; nothing was written." in feedback.said


def test_cancelling_leaves_no_part_of_a_shapefile(provider, tmp_path):
    file = str(tmp_path / "n.shp")
    found = run(
        "linkborders", scene.Listener(85), SECTIONS=scene.layer(scene.facing(8)), NETWORK=file, LINKS=TEMP
    )
    assert found == {} and list(tmp_path.iterdir()) == []


def test_cancelled_before_it_began(provider, tmp_path):
    feedback = scene.Listener()
    feedback.cancel()
    assert (
        run("linkborders", feedback, SECTIONS=scene.layer(scene.facing(8)), NETWORK=str(tmp_path / "n.gpkg"))
        == {}
    )
    assert list(tmp_path.iterdir()) == []


# -- plan runs -------------------------------------------------------------------------------------------------------


@pytest.fixture
def store(tmp_path):
    return str(net.make(tmp_path / "store.gpkg"))


def linked(store, **more):
    return run("linkborders", SECTIONS=f"{store}|layername=section", ROUTES=f"{store}|layername=route",
               CITIES=f"{store}|layername=city", NETWORK=TEMP, LINKS=TEMP, STORE=store, **more)  # fmt: skip


def test_a_run_is_kept_once_named_and_adopted(provider, store):
    first, again = (linked(store, NAME="六月", ADOPT=True, AUTHOR="係長") for _ in range(2))
    assert first["PLAN"] == again["PLAN"]
    assert net.rows(store, "plan_run", "kind, name, adopted, author") == [("連結", "六月", 1, "係長")]
    kept = net.rows(store, "border_link", "state, gap_m", f"plan_id = '{first['PLAN']}'")
    assert sorted(kept) == sorted((r["state"], r["gap_m"]) for r in rows(first["LINKS"]))
    assert len(net.rows(store, "plan_section", "section")) == len(net.LINES)
    wider = linked(store, GAP=10)
    assert wider["PLAN"] != first["PLAN"] and len(net.rows(store, "plan_run")) == 2


@pytest.mark.parametrize(("action", "state"), [("accept", "採用"), ("reject", None)])
def test_what_a_person_decides_holds_in_the_next_run(provider, tmp_path, monkeypatch, action, state):
    from gunmane.layers.review import decide as deciding
    from gunmane.layers.review.queue import waiting
    from gunmane.layers.store import open_store

    monkeypatch.setitem(net.LINES, "b1", (net.B, "B-1", [(100, 0), (18, 0)]))  # 20 m: to be checked
    monkeypatch.setitem(net.LINES, "b2", (net.B, "B-2", [(100, 300), (2, 300)]))
    monkeypatch.setitem(net.LINES, "c1", (net.C, "C-1", [(300, 520), (300, 600)]))
    store = str(net.make(tmp_path / "s.gpkg"))
    assert (linked(store)["LINKED"], linked(store)["TO_CHECK"]) == (0, 1)
    with open_store(store) as opened:
        (item,) = waiting(opened)
    deciding.decide(store, [deciding.Decision(item.id, action)], "係員")
    after = linked(store)
    assert [r["state"] for r in rows(after["LINKS"])] == ([state] if state else [])
    assert after["TO_CHECK"] == 0 and after["LINKED"] == (1 if state else 0)
    with open_store(store) as opened:
        assert waiting(opened) == []
    assert len(net.rows(store, "plan_run")) == 2  # what people decided is part of what a run follows from


def test_sections_of_another_store_are_refused_and_a_wrong_file_before_the_work(provider, store, tmp_path):
    with pytest.raises(QgsProcessingException, match="None of the sections"):
        link(scene.facing(8), STORE=store)
    with pytest.raises(QgsProcessingException):
        link(scene.facing(8), STORE=str(tmp_path / "none.gpkg"))


# -- through routes --------------------------------------------------------------------------------------------------


def through(found, feedback=None, **more):
    wanted = dict.fromkeys(("ROUTES", "CROSSINGS", "BORDERS", "SECTIONS"), TEMP)
    return run(
        "buildroutes", feedback, NETWORK=found["NETWORK"], LINKS=found.get("LINKS"), **{**wanted, **more}
    )


def standards(tmp_path):
    """By the examples that ship: A repairs holes from 4 cm, B from 6."""
    from gunmane.layers.standards import write_workbook
    from gunmane.processing_provider.standards.common import builtin_rows

    return str(write_workbook(builtin_rows(), tmp_path / "基準.xlsx"))


def test_numbers_continue_over_the_border_and_the_crossing_says_what_changes(provider, tmp_path):
    a, b = scene.facing(8, 0, "C1", "C2")
    roads = [{**a, "name_ja": "守谷 1-12", "width_m": 6.0}, {**b, "name_ja": "坂東 2-3", "width_m": 4.0},
             road("side", A, [(-304, 0), (-304, 100)], number=9)]  # fmt: skip
    found = through(link(roads), CITIES=scene.cities(), STANDARDS=standards(tmp_path))
    routes = sorted(rows(found["ROUTES"]), key=lambda r: -r["length_m"])
    assert [r["length_m"] for r in routes] == [pytest.approx(600), pytest.approx(100)]
    assert json.loads(routes[0]["length_by_city"]) == {A: pytest.approx(300), B: pytest.approx(300)}
    assert "守谷 1-12" in routes[0]["name"] and "坂東 2-3" in routes[0]["name"]
    assert routes[0]["crossings"] == 1 and routes[0]["join_dist_m"] == pytest.approx(8)
    (crossing,) = rows(found["CROSSINGS"])
    assert (crossing["city_a"], crossing["city_b"], crossing["kind"]) == (A, B, "link")
    assert (
        json.loads(crossing["changes"]) == ["rc", "width"] and crossing["n_breaks"] > 0 and crossing["reason"]
    )
    (border,) = rows(found["BORDERS"])
    assert (border["routes"], border["crossings"], border["breaks"]) == (1, 1, 1)
    assert border["through_km"] == pytest.approx(0.6) and border["border_km"] == pytest.approx(12, abs=0.1)
    assert [found[n] for n in ("COUNT", "CROSSING", "CROSSED", "BREAKS")] == [2, 1, 1, 1]
    by_section = {r["section"]: r["through_id"] for r in rows(found["SECTIONS"])}
    assert by_section["a"] == by_section["b"] != by_section["side"]


def test_requests_near_the_border_are_counted(provider):
    points = [{"received_at": "2026-01-01", "geom": f"Point ({x} 0)"} for x in (-499, 499, 501)]
    requests = scene.layer(points, "Point", "EPSG:4326", ("received_at",))
    (border,) = rows(through(link(scene.facing(8)), CITIES=scene.cities(), REQUESTS=requests)["BORDERS"])
    assert border["requests"] == 2 and border["damages"] is None


def test_a_result_given_as_input_again_is_replaced_not_doubled(provider):
    found = link(scene.ring())
    once = through(found)
    again = through({"NETWORK": once["SECTIONS"], "LINKS": found["LINKS"]})
    plain = [{(r["section"], r["part"]): r["through_id"] for r in rows(f["SECTIONS"])} for f in (once, again)]
    assert plain[0] == plain[1] and all(plain[0].values())
    assert again["SECTIONS"].fields().names() == once["SECTIONS"].fields().names()
    relinked = link(once["SECTIONS"], SECTION_FIELD="section", NAME_FIELD="name")
    assert relinked["LINKED"] == found["LINKED"] == 2
    assert sorted(relinked["NETWORK"].fields().names()) == sorted(set(relinked["NETWORK"].fields().names()))


def test_buildroutes_names_what_is_missing(provider):
    with pytest.raises(QgsProcessingException, match="(?s)node_from.*Join the cities' roads"):
        through({"NETWORK": scene.layer(scene.facing(8), fields=("section", "city_code"))})
    found = link(scene.facing(8))
    with pytest.raises(QgsProcessingException, match="LINKS.*section_a"):
        through({"NETWORK": found["NETWORK"], "LINKS": scene.layer([], fields=("x",))})


def test_through_routes_are_kept_as_a_plan_run(provider, store):
    found = linked(store)
    plans = [
        through(found, CITIES=f"{store}|layername=city", STORE=store, NAME="通し", ADOPT=True)["PLAN"]
        for _ in "12"
    ]
    assert plans[0] == plans[1]
    (plan,) = net.rows(store, "plan_run", "name, adopted", f"plan_id = '{plans[0]}'")
    assert plan == ("通し", 1)
    kept = net.rows(store, "through_route", "length_m", f"plan_id = '{plans[0]}'")
    assert sum(n for (n,) in kept) == pytest.approx(
        sum(r["length_m"] for r in rows(found["NETWORK"])), abs=0.1
    )


def test_cancelling_buildroutes_leaves_nothing(provider, tmp_path):
    found = link(scene.ring())
    file = tmp_path / "r.gpkg"
    for stop_at in ("Reading the network", "Writing"):
        assert through(found, scene.Listener(stop_at), ROUTES=str(file)) == {}
        assert not file.exists()


def test_lengths_are_conserved_from_sections_to_routes(provider):
    roads = [*scene.ring(), *twice_moved(3000), road("x", A, [(-500, -100), (-500, 1100)], number=8)]
    found = link(roads)
    made = through(found)
    drawn = sum(QgsVectorLayer.getFeatures(scene.layer([r])).__next__().geometry().length() for r in roads)
    network = rows(found["NETWORK"])
    twin = sum(r["length_m"] for r in network if r["twin_of"])
    assert sum(r["length_m"] for r in network) == pytest.approx(drawn) and twin == pytest.approx(600)
    routes = rows(made["ROUTES"])
    assert sum(r["length_m"] for r in routes) == pytest.approx(drawn - twin)
    assert sum(sum(json.loads(r["length_by_city"]).values()) for r in routes) == pytest.approx(drawn - twin)
