"""grouproutes through the doors that users use, worked by hand on rings; the chain as a model, and by qgis_process."""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
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
    "test_network_base", Path(__file__).with_name("test_network.py")
)
base = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(base)

A, B, TEMP, scene = base.A, base.B, base.TEMP, base.scene
line, link, road, rows, run, through = base.line, base.link, base.road, base.rows, base.run, base.through
store = base.store
KM = {"MIN_KM": 1.0, "MAX_KM": 10.0}


def two_rings():
    """The ring over the border, and one in each city 20 m behind the far sides: 3 x 100 m and back on the ring."""
    roads = scene.ring()
    for city, side, name in ((A, -1, "a"), (B, 1, "b")):
        corners = [(side * 1000, 300), (side * 1300, 300), (side * 1300, 600), (side * 1000, 600)]
        roads.append(road(f"{name}9", city, corners, "C3", 9))
    return roads


def network(roads=None, **more):
    """The network with through routes, by the two algorithms before."""
    found = link(roads or scene.ring())
    return through(found, CITIES=scene.cities(), **more)["SECTIONS"]


def group(layer=None, feedback=None, **more):
    sinks = dict.fromkeys(("SECTIONS", "GROUPS", "TABLE", "CROSSINGS", "DRIVING"), TEMP)
    wanted = {"NETWORK": layer or network(), "CITIES": scene.cities(), **sinks, **KM, **more}
    return run("grouproutes", feedback, **wanted)


# -- worked by hand ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", [0, 1])
def test_a_ring_over_the_border_has_no_dead_running_but_each_half_alone_doubles(provider, mode):
    found = group(MODE=mode, PASSES=12)
    assert found["COUNT"] == 1 and found["OUT_OF_BOUNDS"] == 0
    assert found["LENGTH_KM"] == pytest.approx(5.98) and found["DEAD_KM"] == pytest.approx(0)
    assert found["SEPARATE_PCT"] == pytest.approx(100) and found["BOUND_PCT"] == found["GAP_PCT"] == 0
    (made,) = rows(found["GROUPS"])
    assert (made["group_id"], json.loads(made["cities"])) == ("G01", [A, B])
    assert json.loads(made["length_by_city"]) == {A: pytest.approx(2.99), B: pytest.approx(2.99)}
    assert (made["crossings"], made["crossings_cut"], made["status"], made["sections"]) == (2, 0, "within", 6)
    assert "守谷市, 坂東市" in made["name"] and "2 border crossings" in made["reason"]
    table = {row["city"]: row for row in rows(found["TABLE"])}
    assert set(table) == {"守谷市", "坂東市", "All"}
    # Back over 2.99 km of class 1 roads at 30 km/h, twelve times a year, at the example's 9,000 yen an hour.
    assert table["守谷市"]["gain_km"] == pytest.approx(2.99)
    assert table["All"]["gain_h_year"] == pytest.approx(2 * 2.99 / 30 * 12)
    assert table["All"]["gain_yen_year"] == pytest.approx(2 * 2.99 / 30 * 12 * 9000)
    assert table["All"]["yen_is_example"] == 1
    assert {row["group_id"] for row in rows(found["CROSSINGS"])} == {"G01"} and rows(found["DRIVING"]) == []


def test_defaults_are_the_engines_own(provider):
    from gunmane.analysis.groups import GroupOptions
    from gunmane.processing_provider.network.group_parameters import CLASSES
    from gunmane.processing_provider.network.group_routes import GroupRoutes

    algorithm, usual = GroupRoutes().create(), GroupOptions()
    names = {"MIN_KM": "min_km", "MAX_KM": "max_km", "N_GROUPS": "n_groups", "CORRIDOR": "corridor_m",
             "LINK": "link_m", "ATTACH": "attach_islands", "ATTACH_M": "attach_m", "ISLAND_KM": "island_km",
             "CHANGE_PENALTY": "change_penalty", "TIME_LIMIT": "time_limit_s", "SEED": "seed", "COMPARE": "compare",
             "PASSES": "passes_per_year", "YEN_PER_HOUR": "yen_per_hour"}  # fmt: skip
    for name, field in names.items():
        assert algorithm.parameterDefinition(name).defaultValue() == getattr(usual, field), name
    left_out = algorithm.parameterDefinition("EXCLUDE").defaultValue()
    assert tuple(CLASSES[n] for n in left_out) == tuple(usual.exclude_rc)


def test_ones_own_price_is_no_example(provider):
    table = rows(group(YEN_PER_HOUR=6000, PASSES=1)["TABLE"])
    assert table[-1]["gain_yen_year"] == pytest.approx(2 * 2.99 / 30 * 6000)
    assert table[-1]["yen_is_example"] == 0
    none = group(COMPARE=False)
    assert none["SEPARATE_PCT"] is None and "gain_km" in rows(none["TABLE"])[-1]


def test_along_the_borders_only_what_lies_near_belongs_whole_area_takes_all(provider):
    far = [*two_rings(), road("far", A, [(-1300, 450), (-3000, 450)], "C3", 30)]
    made = network(far)
    along = {r["section"]: r for r in rows(group(made, MODE=0, CORRIDOR=50)["SECTIONS"])}
    assert along["far"]["group_id"] is None and "stays with its city" in along["far"]["group_reason"]
    assert along["a1"]["group_id"] and "Belongs to group" in along["a1"]["group_reason"]
    whole = group(made, MODE=1)
    assert all(r["group_id"] for r in rows(whole["SECTIONS"]))
    wide = {r["section"]: r["group_id"] for r in rows(group(made, MODE=0, CORRIDOR=5000)["SECTIONS"])}
    assert wide["far"]


def test_lengths_are_conserved_between_the_outputs(provider):
    made = network([*two_rings(), *base.twice_moved(3000)])
    found = group(made, MODE=1, MIN_KM=0.1)
    groups, sections, table = (rows(found[name]) for name in ("GROUPS", "SECTIONS", "TABLE"))
    total = sum(g["length_km"] for g in groups)
    own = sum(s["length_m"] for s in sections if s["group_id"] and not s["twin_of"]) / 1000
    assert (
        total
        == pytest.approx(found["LENGTH_KM"])
        == pytest.approx(own)
        == pytest.approx(table[-1]["length_km"])
    )
    assert sum(r["length_km"] for r in table[:-1]) == pytest.approx(total)
    assert sum(g["dead_running_km"] for g in groups) == pytest.approx(found["DEAD_KM"])
    by_city = [json.loads(g["length_by_city"]) for g in groups]
    for row in table[:-1]:
        assert sum(c.get(row["city_code"], 0) for c in by_city) == pytest.approx(row["length_km"])
    by_section = {s["section"]: s["group_id"] for s in sections}
    assert by_section["ta"] == by_section["tb"]  # a road drawn twice is one road
    driven = sum(r["length_m"] * r["times"] for r in rows(found["DRIVING"])) / 1000
    assert driven == pytest.approx(found["DEAD_KM"])
    assert {r["section"]: r["geom"].asWkb() for r in sections} == {
        r["section"]: r["geom"].asWkb() for r in rows(made)
    }


# -- wishes ------------------------------------------------------------------------------------------------------------


def groups_of(found):
    return {r["section"]: r["group_id"] for r in rows(found["SECTIONS"])}


def test_locks_hold_apart_and_together(provider):
    made = network(two_rings())
    free = groups_of(group(made, MODE=1))
    assert free["a2"] == free["b2"]
    apart = groups_of(group(made, MODE=1, APART=["a2,b2"]))
    assert apart["a2"] != apart["b2"]
    tight = {"MIN_KM": 0.3, "MAX_KM": 3.5}
    together = groups_of(group(made, MODE=1, TOGETHER=["a9,b9"], **tight))
    assert together["a9"] == together["b9"]


def test_locks_that_contradict_each_other_are_named_and_nothing_is_written(provider, tmp_path):
    file = tmp_path / "g.gpkg"
    with pytest.raises(QgsProcessingException) as error:
        group(MODE=1, TOGETHER=["a1,a2"], APART=["a2,a1"], SECTIONS=str(file))
    assert "a1" in str(error.value) and "a2" in str(error.value) and "nothing was relaxed" in str(error.value)
    assert not file.exists()


def test_a_lock_of_a_road_that_is_not_there_is_said(provider):
    with pytest.raises(QgsProcessingException, match="nobody"):
        group(MODE=1, TOGETHER=["a1,nobody"])


def test_bounds_that_cannot_be_met_are_said_not_relaxed(provider):
    feedback = scene.Listener()
    found = group(feedback=feedback, MIN_KM=20, MAX_KM=60)
    assert found["COUNT"] == found["OUT_OF_BOUNDS"] == 1
    assert rows(found["GROUPS"])[0]["status"] == "below"
    assert sum("Below the minimum" in text for text in feedback.said) == 1
    with pytest.raises(QgsProcessingException, match="must not be shorter"):
        group(MIN_KM=10, MAX_KM=5)


def test_many_groups_out_of_bounds_are_one_line_of_the_log(provider):
    islands = [
        road(f"i{n}", A, [(-2000 - 100 * n, 4000), (-2050 - 100 * n, 4000)], number=50 + n) for n in range(30)
    ]
    feedback = scene.Listener()
    made = network([*scene.ring(), *islands])
    found = group(made, feedback, MODE=1, ATTACH=False, ISLAND_KM=0)
    assert found["OUT_OF_BOUNDS"] == 30
    (said,) = [text for text in feedback.said if "Below the minimum" in text]
    assert said.startswith("30 groups, 1.5 km in all") and "and 25 more" in said
    assert len(feedback.said) < 25
    listed = group(made, MODE=1)
    assert listed["COUNT"] == 1 and groups_of(listed)["i7"] is None
    near = groups_of(group(made, MODE=1, ATTACH_M=6000))
    assert near["i7"] == near["a1"]


def test_cities_that_do_not_take_part_and_unknown_ones(provider):
    found = group(MODE=1, ONLY_CITIES=A)
    sections = {r["section"]: r for r in rows(found["SECTIONS"])}
    assert sections["b1"]["group_id"] is None and "does not take part" in sections["b1"]["group_reason"]
    assert found["LENGTH_KM"] == pytest.approx(2.99)
    assert group(MODE=1, ONLY_CITIES="守谷市, 坂東市")["LENGTH_KM"] == pytest.approx(5.98)
    with pytest.raises(QgsProcessingException, match="123456"):
        group(ONLY_CITIES=f"{A}, 123456")


def test_roads_of_a_class_are_left_out_but_driven_on(provider):
    roads = scene.ring()
    roads[1] = {**roads[1], "rc": "P2", "route_key": f"{A}-P2-0001"}
    found = group(network(roads), MODE=1)
    sections = {r["section"]: r for r in rows(found["SECTIONS"])}
    assert sections["a2"]["group_id"] is None and "excluded" in sections["a2"]["group_reason"]
    assert found["COUNT"] == 1 and found["DEAD_KM"] == pytest.approx(1.0)  # over it without work
    everything = group(network(roads), MODE=1, EXCLUDE=[])
    assert everything["DEAD_KM"] == pytest.approx(0) and everything["LENGTH_KM"] == pytest.approx(5.98)


def test_an_existing_grouping_is_kept_where_changes_cost(provider):
    made = network(two_rings())
    cut = {"a": "west", "b": "east"}
    start = [{"section": r["uuid"], "group_id": cut[r["uuid"][0]]} for r in two_rings()]
    former = scene.layer(start, "None", fields=("section", "group_id"))
    feedback = scene.Listener()
    dear = groups_of(group(made, feedback, MODE=1, START=former, CHANGE_PENALTY=1000))
    assert len(set(dear.values())) == 2
    assert {dear[n] for n in dear if n[0] == "a"}.isdisjoint(dear[n] for n in dear if n[0] == "b")
    assert any("0.0 km of" in text and "left their former group" in text for text in feedback.said)
    with pytest.raises(QgsProcessingException, match="START.*group_id"):
        group(made, START=scene.layer([], "None", fields=("section",)))


def test_number_of_groups_balance_field_seed_and_time_limit(provider):
    made = network(two_rings())
    found = group(made, MODE=1, N_GROUPS=2, MIN_KM=0.5)
    assert found["COUNT"] == 2
    again = [groups_of(group(made, MODE=1, N_GROUPS=2, MIN_KM=0.5, SEED=7)) for _ in "12"]
    assert again[0] == again[1]
    limited = group(made, MODE=1, TIME_LIMIT=20)
    assert limited["COUNT"] >= 1
    assert group(made, MODE=1, BALANCE_FIELD="width_m")["COUNT"] >= 1  # empty everywhere: by length, and said


def test_standards_that_differ_and_events_are_counted(provider, tmp_path):
    # Three of the last three years on a1; one beyond 30 m; one of ten years ago.
    points = [("2026-03-01", -500, 5), ("2025-03-01", -500, -5), ("2024-03-01", -400, 0), ("2026-03-01", -500, 31),
              ("2016-03-01", -500, 0)]  # fmt: skip
    requests = scene.layer(
        [{"received_at": day, "geom": f"Point ({x} {y})"} for day, x, y in points],
        "Point",
        "EPSG:4326",
        ("received_at",),
    )
    (made,) = rows(group(REQUESTS=requests, STANDARDS=base.standards(tmp_path))["GROUPS"])
    assert made["requests_year"] == pytest.approx(1.0) and made["std_breaks"] > 0
    (plain,) = rows(group()["GROUPS"])
    assert plain["requests_year"] is None


def test_a_network_without_through_routes_gets_them(provider):
    feedback = scene.Listener()
    found = group(link(scene.ring())["NETWORK"], feedback)
    assert found["COUNT"] == 1 and any("no through routes yet" in text for text in feedback.said)


def test_a_network_in_degrees_gives_the_same_groups(provider):
    degrees = through(link(scene.layer(two_rings(), crs="EPSG:4326")), CITIES=scene.cities("EPSG:6668"))[
        "SECTIONS"
    ]
    assert degrees.crs().authid() == "EPSG:4326"
    found, plain = group(degrees, MODE=1), group(network(two_rings()), MODE=1)
    assert groups_of(found) == groups_of(plain)
    assert found["LENGTH_KM"] == pytest.approx(plain["LENGTH_KM"], rel=1e-4)
    assert found["GROUPS"].crs().authid() == "EPSG:4326"


def test_a_former_result_and_rows_without_lines_as_input(provider):
    first = group(network(two_rings()), MODE=1)
    again = group(first["SECTIONS"], MODE=1, START=first["SECTIONS"])
    assert groups_of(again) == groups_of(first)
    assert again["SECTIONS"].fields().names() == first["SECTIONS"].fields().names()
    layer = first["SECTIONS"]
    bare = next(layer.getFeatures())
    layer.dataProvider().changeGeometryValues({bare.id(): type(bare.geometry())()})
    assert group(layer, MODE=1)["COUNT"] >= 1


# -- cancelling, plan runs, report -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "stop_at", ["Reading the network …", "Shortest ways", "Groups", "Lower bound", "Writing", 92]
)
def test_cancelling_leaves_nothing(provider, tmp_path, stop_at):
    made = network()
    files = {name: str(tmp_path / f"{name}.gpkg") for name in ("SECTIONS", "GROUPS", "TABLE")}
    feedback = scene.Listener(stop_at)
    found = group(made, feedback, **files, CROSSINGS=None, DRIVING=None, REPORT=str(tmp_path / "r.html"))
    assert (
        found == {} and list(tmp_path.iterdir()) == [] and "Cancelled; nothing was written." in feedback.said
    )


def test_a_run_is_kept_with_its_groups_once(provider, store):
    made = through(base.linked(store))["SECTIONS"]
    options = {"MODE": 1, "MIN_KM": 0.01, "MAX_KM": 5, "STORE": store, "NAME": "案1", "ADOPT": True}
    plans = [group(made, CITIES=f"{store}|layername=city", **options) for _ in "12"]
    assert plans[0]["PLAN"] == plans[1]["PLAN"]
    where = f"plan_id = '{plans[0]['PLAN']}'"
    assert base.net.rows(store, "plan_run", "kind, name, adopted", where) == [("路線群", "案1", 1)]
    kept = base.net.rows(store, "route_group", "name, mode, length_km, colour", where)
    assert len(kept) == plans[0]["COUNT"] and {k[1] for k in kept} == {"全域"}
    assert sum(k[2] for k in kept) == pytest.approx(plans[0]["LENGTH_KM"], abs=0.01)
    of_section = dict(base.net.rows(store, "plan_section", "section, group_id", where))
    found = groups_of(plans[0])
    assert of_section == {base.net.id_of(name): found[base.net.uuid_of(name)] for name in base.net.LINES}


@pytest.mark.parametrize(("language", "words"), [(0, "空走"), (1, "Dead running")])
def test_the_report_says_what_joining_gains(provider, tmp_path, language, words):
    report = tmp_path / "報告.html"
    found = group(REPORT=str(report), LANGUAGE=language)
    page = report.read_text(encoding="utf-8")
    assert found["REPORT"] == str(report) and words in page and "守谷市" in page and "<svg" in page
    assert "5,980" not in page and "6.0 km" in page and "http://" not in page.replace("http://www.w3.org", "")
    assert A not in page  # cities by their names


# -- the chain ---------------------------------------------------------------------------------------------------------


def test_the_three_in_a_model(provider, tmp_path):
    source = QgsProcessingModelChildParameterSource
    files = {}
    for name, made in (("sections", scene.layer(scene.ring())), ("cities", scene.cities())):
        files[name] = str(tmp_path / f"{name}.geojson")
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = "GeoJSON"
        context = QgsProcessingContext().transformContext()
        QgsVectorFileWriter.writeAsVectorFormatV3(made, files[name], context, options)
    model = QgsProcessingModelAlgorithm("chain", "chain")
    area = source.fromStaticValue(files["cities"])
    steps = {
        "linkborders": {"SECTIONS": source.fromStaticValue(files["sections"]), "CITIES": area},
        "buildroutes": {"NETWORK": source.fromChildOutput("linkborders", "NETWORK"),
                        "LINKS": source.fromChildOutput("linkborders", "LINKS"), "CITIES": area},
        "grouproutes": {"NETWORK": source.fromChildOutput("buildroutes", "SECTIONS"), "CITIES": area,
                        "MIN_KM": source.fromStaticValue(1), "MAX_KM": source.fromStaticValue(10),
                        "SECTIONS": source.fromStaticValue(str(tmp_path / "out.gpkg")),
                        "REPORT": source.fromStaticValue(str(tmp_path / "r.html"))},
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
    assert len(made) == 6 and {r["group_id"] for r in made} == {"G01"} and (tmp_path / "r.html").exists()


def process(root, *arguments):
    program = shutil.which("qgis_process")
    if program is None:
        pytest.skip("qgis_process is not on this machine")
    script = (
        'cd "$1" && . scripts/env.sh && headless && qgis_process plugins enable gunmane >/dev/null 2>&1;'
        ' shift; exec "$@"'
    )
    command = ["bash", "-c", script, "bash", str(root), program, "--json", "run", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)["results"]


def test_each_of_them_by_qgis_process(provider, tmp_path, root):
    for name, made in (("sections", scene.layer(scene.ring())), ("cities", scene.cities())):
        options = QgsVectorFileWriter.SaveVectorOptions()
        context = QgsProcessingContext().transformContext()
        QgsVectorFileWriter.writeAsVectorFormatV3(made, str(tmp_path / f"{name}.gpkg"), context, options)
    at, area = (lambda name: tmp_path / f"{name}.gpkg"), f"CITIES={tmp_path / 'cities.gpkg'}"
    found = process(root, "gunmane:linkborders", "--", f"SECTIONS={at('sections')}", area, f"NETWORK={at('n')}",
                    f"LINKS={at('l')}")  # fmt: skip
    assert found["LINKED"] == 2
    found = process(root, "gunmane:buildroutes", "--", f"NETWORK={at('n')}", f"LINKS={at('l')}", area,
                    f"ROUTES={at('r')}", f"SECTIONS={at('s')}")  # fmt: skip
    assert found["CROSSED"] == 2
    found = process(root, "gunmane:grouproutes", "--", f"NETWORK={at('s')}", area, "MIN_KM=1", "MAX_KM=10",
                    f"SECTIONS={at('g')}")  # fmt: skip
    assert found["COUNT"] == 1 and found["SEPARATE_PCT"] == pytest.approx(100)


def test_the_shipped_model_makes_groups_of_a_store_by_qgis_process(provider, tmp_path, samples, root):
    model = samples / "models" / "route_groups.model3"
    assert "/" + "work" not in model.read_text(encoding="utf-8")
    store = base.net.make(tmp_path / "store.gpkg")
    files = {name: tmp_path / f"{name}.gpkg" for name in ("groups", "sections", "routes")}
    files["report"] = tmp_path / "r.html"
    outputs = [f"{name}={path}" for name, path in files.items()]
    process(root, model, "--", f"STORE={store}", "MIN_KM=0.01", "MAX_KM=5", "MODE=1", *outputs)
    assert rows(str(files["groups"])) and len(rows(str(files["sections"]))) == len(base.net.LINES)
    assert "空走" in files["report"].read_text(encoding="utf-8")
    assert sorted(k for (k,) in base.net.rows(store, "plan_run", "kind")) == sorted(
        ["連結", "連続路線", "路線群"]
    )


# -- what cannot hold is said ------------------------------------------------------------------------------------------


def test_wishes_that_hold_for_nothing_are_said(provider):
    made = network([*scene.ring(), road("p", A, [(-1000, 500), (-1900, 500)], "P1", 8)])
    feedback = scene.Listener()
    group(made, feedback, TOGETHER=["a1、p"], COMPARE=False)
    assert any("The wish for p holds for nothing" in text and "excluded" in text for text in feedback.said)
    assert not any("wish for a1" in text for text in feedback.said)
    with pytest.raises(QgsProcessingException, match="APART: a1 stands alone"):
        group(made, APART=["a1"])


def test_a_route_alone_in_its_row_stays_in_one_group(provider):
    made, wish = network(two_rings()), f"{A}-C1-0001"
    bounds = {"MODE": 1, "MIN_KM": 0.5, "MAX_KM": 2.0, "COMPARE": False}
    groups = [
        {r["group_id"] for r in rows(group(made, **bounds, **more)["SECTIONS"]) if r["route_key"] == wish}
        for more in ({}, {"TOGETHER": [wish]})
    ]
    assert len(groups[0]) > 1 == len(groups[1])


def test_an_existing_grouping_of_another_network_is_named(provider):
    start = scene.layer(
        [{"section": "a1", "group_id": "G1"}, {"section": "gone", "group_id": "G2"}], "None",
        fields=("section", "group_id"),
    )  # fmt: skip
    feedback = scene.Listener()
    assert group(feedback=feedback, START=start, COMPARE=False)["COUNT"] == 1
    assert "1 of 2 sections of the existing grouping are not in the network: gone." in feedback.said


def test_a_report_that_cannot_be_written_is_said_in_words(provider, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(QgsProcessingException, match="^The report cannot be written"):
        group(REPORT=str(tmp_path / "file" / "r.html"), COMPARE=False)


def test_a_network_without_lengths_is_grouped_by_its_lines(provider):
    pieces = [{**r, "section": r["uuid"], "node_from": n, "node_to": n % 6 + 1} for n, r in
              enumerate([scene.ring()[k] for k in (0, 1, 2, 5, 4, 3)], 1)]  # fmt: skip
    fields = ("section", "city_code", "route_key", "rc", "node_from", "node_to")
    found = group(scene.layer(pieces, fields=fields), MODE=1, COMPARE=False)
    assert found["COUNT"] == 1 and found["LENGTH_KM"] == pytest.approx(5.98)


def test_twins_without_their_reference_are_roads_of_their_own(provider):
    ends = zip([scene.ring()[k] for k in (0, 1, 2, 5, 4, 3)], ["gone", "a3", "a2", "b3", None, "b2"])
    pieces = [{**r, "section": r["uuid"], "node_from": n, "node_to": n % 6 + 1, "twin_of": twin}
              for n, (r, twin) in enumerate(ends, 1)]  # fmt: skip
    fields = ("section", "city_code", "route_key", "rc", "node_from", "node_to", "twin_of")
    found = group(scene.layer(pieces, fields=fields), MODE=1, COMPARE=False)
    # b1 follows b2 and is not counted; a1 lost its reference, a2 and a3 point at one another, b3 at itself.
    assert all(row["group_id"] for row in rows(found["SECTIONS"]))
    assert found["LENGTH_KM"] == pytest.approx(5.98 - 0.995)
