"""comparescenarios through the doors that users use: plans of a store, layers, models, qgis_process, wrong input."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import openpyxl
import pandas as pd
import pytest
import shapely
from gunmane.layers import planning
from qgis.core import (
    QgsProcessingException,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
)

sys.path.insert(0, str(Path(__file__).parent))
import test_network as base
from test_route_groups import process

A, B, C = base.net.A, base.net.B, base.net.C
TEMP, net, rows, run, scene = base.TEMP, base.net, base.rows, base.run, base.scene
SECTIONS = ("a1", "a2", "b1", "b2", "c1")
SEPARATE = ("Z01", "Z01", "Z02", "Z02", "Z03")
JOINT = ("Z01", "Z01", "Z01", "Z02", "Z02")


def keep(store, name, zones, minutes=(1, 2, 3, 4, 9), work=(0.2,) * 5, **more) -> str:
    """A zone plan in the store, as ``assignzones`` keeps it."""
    sections = pd.DataFrame(
        {
            "section": [net.uuid_of(s) for s in SECTIONS],
            "zone_id": zones,
            "workload": work,
            "travel_min": minutes,
        }
    )
    ids = sorted({z for z in zones if z})
    share = [100 * sum(w for w, own in zip(work, zones) if own == z) for z in ids]
    lines = {s: shapely.LineString(net.LINES[s][2]) for s in SECTIONS}
    areas = []
    for own in ids:
        mine = shapely.union_all([lines[s] for s, z in zip(SECTIONS, zones) if z == own])
        areas.append(shapely.MultiPolygon([mine.convex_hull.buffer(20)]))
    facts = pd.DataFrame(
        {
            "zone_id": ids,
            "name": ids,
            "share": share,
            "balance_dev": [s * len(ids) - 100 for s in share],
            "geom": areas,
        }
    )
    return planning.write_network_plan(
        store, planning.ZONING, {"zone": facts, "plan_section": sections}, {"options": {"borders": name}}, name,
        name=name, **more,
    ).plan_id  # fmt: skip


@pytest.fixture
def store(tmp_path):
    path = str(net.make(tmp_path / "store.gpkg"))
    keep(path, "joint", JOINT, minutes=(1, 2, 3, 4, 5))
    planning.adopt(path, keep(path, "separate", SEPARATE))
    return path


def compare(store=None, feedback=None, **more):
    given = {"STORE": store} if store else {}
    return run("comparescenarios", feedback, **{**given, "TABLE": TEMP, "DIFFERENCE": TEMP, **more})


def sections_layer(zones, name, minutes=(1, 2, 3, 4, 9), work=(0.2,) * 5, key=str):
    """A result of ``assignzones``; ``key``: what a section is called there."""
    found = [
        {"section": key(s), "city_code": net.LINES[s][0], "rc": "C3", "zone_id": z, "workload": w, "travel_min": m,
         "geom": scene.line(*net.LINES[s][2])}
        for s, z, w, m in zip(SECTIONS, zones, work, minutes)
    ]  # fmt: skip
    made = scene.layer(found, fields=("section", "city_code", "rc", "zone_id", "workload", "travel_min"))
    made.setName(name)
    return made


def test_all_zone_plans_of_a_store_are_compared_the_adopted_one_first(provider, store):
    found = compare(store)
    table = rows(found["TABLE"])
    assert [r["plan"] for r in table if r["scope"] == "plan"] == ["separate", "joint"]
    assert [r["base"] for r in table if r["scope"] == "plan"] == [1, 0]
    assert found["COUNT"] == 2 and found["CHANGED"] == 2
    assert {r["scope"] for r in table} == {"plan", "city", "zone"}
    assert sum(r["km"] for r in table if r["scope"] == "city" and r["plan"] == "joint") == pytest.approx(
        next(r["km"] for r in table if r["scope"] == "plan" and r["plan"] == "joint")
    )


def test_sections_that_change_hands_are_a_layer_with_from_and_to(provider, store):
    made = rows(compare(store, PLANS=["separate", "joint"])["DIFFERENCE"], "section")
    # The joint plan's Z02 has c1, 580 m long, in common with Z03, and b2, 98 m, with Z02: it continues Z03.
    assert set(made) == {net.id_of("b1"), net.id_of("b2")}
    assert made[net.id_of("b2")]["in_words"].startswith("Z02 → Z02 (was Z03)")
    b1 = made[net.id_of("b1")]
    assert (b1["zone_from"], b1["zone_to"], b1["kind"], b1["city"]) == ("Z02", "Z01", "moved", "下妻市")
    assert b1["km"] == pytest.approx(0.098) and b1["in_words"] == "Z02 → Z01, as far as before"
    assert b1["geom"].length() == pytest.approx(98)


def test_the_first_plan_asked_for_is_the_one_to_measure_against(provider, store):
    table = rows(compare(store, PLANS="joint,separate", NAMES=["Together", "Apart"])["TABLE"])
    assert [r["plan"] for r in table if r["scope"] == "plan"] == ["Together", "Apart"]
    words = {r["city"]: r["in_words"] for r in table if r["scope"] == "city" and r["plan"] == "Apart"}
    assert "Farthest place 5.0 → 9.0 min." in words["常総市"]


def test_one_plan_twice_has_no_differences(provider, store):
    keep(store, "again", SEPARATE, note="the same zones")
    found = compare(store, PLANS=["separate", "again"])
    assert found["CHANGED"] == 0 and found["CHANGED_KM"] == 0 and rows(found["DIFFERENCE"]) == []
    said = [r["in_words"] for r in rows(found["TABLE"]) if r["scope"] == "city" and r["plan"] == "again"]
    assert len(said) == 3 and all("No section changes hands." in text for text in said)


def test_an_unknown_plan_is_named_with_those_that_are_there(provider, store):
    with pytest.raises(QgsProcessingException, match=r"no zone plan June[\s\S]*zone-\w+ \(separate\)"):
        compare(store, PLANS=["separate", "June"])
    keep(store, "joint", JOINT, minutes=(2, 2, 2, 2, 2), work=(0.4, 0.15, 0.15, 0.15, 0.15))
    assert (
        compare(store, PLANS=["separate", "joint"])["COUNT"] == 2
    )  # kept once: its id follows from the inputs


def test_a_name_that_two_plans_have_asks_for_the_id(provider, store):
    sections = pd.DataFrame({"section": [net.uuid_of("a1")], "zone_id": ["X"], "workload": [1.0]})
    zone = pd.DataFrame({"zone_id": ["X"], "geom": [shapely.box(0, 0, 1, 1)]})
    planning.write_network_plan(
        store, planning.ZONING, {"zone": zone, "plan_section": sections}, {}, "other", name="joint"
    )
    with pytest.raises(QgsProcessingException, match=r"Several zone plans are called joint[\s\S]*zone-"):
        compare(store, PLANS=["separate", "joint"])


def test_less_than_two_plans_is_said(provider, store, tmp_path):
    with pytest.raises(QgsProcessingException, match="At least two zone plans"):
        compare(store, PLANS=["separate"])
    with pytest.raises(QgsProcessingException, match="nothing to compare"):
        compare()


def test_layers_are_compared_without_a_store(provider):
    layers = [sections_layer(SEPARATE, "別々"), sections_layer(JOINT, "共同", minutes=(1, 2, 3, 4, 5))]
    found = compare(LAYERS=layers)
    assert found["PLAN"] is None
    assert [r["plan"] for r in rows(found["TABLE"]) if r["scope"] == "plan"] == ["別々", "共同"]
    assert found["CHANGED"] == 2 and all(r["geom"].length() > 0 for r in rows(found["DIFFERENCE"]))


def test_layers_and_plans_of_the_store_agree_on_the_same_zones(provider, store):
    layer = sections_layer(SEPARATE, "as a layer", key=net.uuid_of)
    found = compare(store, PLANS=["separate"], LAYERS=[layer])
    assert found["COUNT"] == 2 and found["CHANGED"] == 0


def test_a_layer_without_zones_is_named(provider):
    bare = scene.layer([scene.road("a", A, [(0, 0), (9, 0)])])
    bare.setName("bare")
    with pytest.raises(
        QgsProcessingException, match=r"bare: The layer has no field zone_id[\s\S]*Sections with zones"
    ):
        compare(LAYERS=[bare, bare])


def test_an_empty_layer_and_a_layer_without_any_zone_are_errors_with_words(provider):
    good = sections_layer(SEPARATE, "good")
    none = sections_layer([None] * 5, "none")
    with pytest.raises(QgsProcessingException, match="none: no section is in a zone"):
        compare(LAYERS=[good, none])
    empty = scene.layer([], fields=("section", "city_code", "zone_id", "workload", "travel_min"))
    empty.setName("empty")
    with pytest.raises(QgsProcessingException, match="empty"):
        compare(LAYERS=[good, empty])


@pytest.mark.parametrize(("language", "words"), [(0, "守谷市"), (1, "What changes hands")])
def test_the_report_says_for_each_city_what_changes_and_loads_nothing(
    provider, store, tmp_path, language, words
):
    report, book = tmp_path / "r.html", tmp_path / "b.xlsx"
    compare(store, REPORT=str(report), XLSX=str(book), LANGUAGE=language)
    page = report.read_text(encoding="utf-8")
    assert words in page and all(name in page for name in net.NAMES.values())
    assert "<script" not in page and "src=" not in page and "href=" not in page
    assert page.count('class="map"') == 3 and page.count('class="chart"') == 2  # two plans, one difference
    sheets = openpyxl.load_workbook(book)
    assert len(sheets.sheetnames) == 6
    assert [c.value for c in sheets.worksheets[0][1]][1:] == ["separate", "joint"]
    assert len(list(sheets.worksheets[4].rows)) == 3  # head and two sections that change hands


def test_worse_is_said_in_the_same_place_as_better(provider, store, tmp_path):
    report = tmp_path / "r.html"
    compare(store, PLANS="joint,separate", REPORT=str(report))
    page = report.read_text(encoding="utf-8")
    assert '<li class="worse"><b class="m">worse</b>Farthest place 5.0 → 9.0 min.</li>' in page


def test_assumptions_are_marked_and_gone_once_figures_are_given(provider, store, tmp_path):
    report = tmp_path / "r.html"
    compare(store, REPORT=str(report))
    assert "nobody gave the figure" in report.read_text(encoding="utf-8")
    table = rows(
        compare(store, REPORT=str(report), HOURS=1000, CREW_HOURS=100, JOURNEYS=0, YEN_PER_HOUR=5000)["TABLE"]
    )
    page = report.read_text(encoding="utf-8")
    assert "nobody gave the figure" not in page and "no price of a crew" not in page
    plans = [r for r in table if r["scope"] == "plan"]
    assert [r["crews"] for r in plans] == [10, 10] and [r["yen"] for r in plans] == [5_000_000, 5_000_000]


def test_a_comparison_is_kept_once_and_only_where_wanted(provider, store):
    before = len(net.rows(store, "plan_run"))
    assert compare(store, KEEP=False)["PLAN"] is None and len(net.rows(store, "plan_run")) == before
    first, again = compare(store)["PLAN"], compare(store)["PLAN"]
    assert first == again and len(net.rows(store, "plan_run")) == before + 1
    ((kind, note),) = net.rows(store, "plan_run", "kind, note", f"plan_id = '{first}'")
    assert kind == "比較" and "joint:" in note


def test_what_a_work_plan_says_of_deadlines_is_quoted(provider, store, tmp_path):
    report = tmp_path / "r.html"
    compare(store, REPORT=str(report))
    assert "no work plan that says how many are met" in report.read_text(encoding="utf-8")
    empty = pd.DataFrame({"damage": pd.Series([], dtype=object)})
    planning.write_plan(
        store, "作業計画", empty, {}, "p", name="year", note="7 of 374 repairs in time", marks={}
    )
    compare(store, REPORT=str(report), WORKPLAN="year")
    assert "7 of 374 repairs in time" in report.read_text(encoding="utf-8")
    with pytest.raises(QgsProcessingException, match="no work plan nowhere"):
        compare(store, WORKPLAN="nowhere")


def test_a_cancelled_run_writes_nothing(provider, store, tmp_path):
    feedback = (
        base.Listener(stop_at="Comparing")
        if hasattr(base, "Listener")
        else scene.Listener(stop_at="Comparing")
    )
    out = tmp_path / "t.gpkg"
    before = len(net.rows(store, "plan_run"))
    found = run(
        "comparescenarios", feedback, STORE=store, TABLE=str(out), DIFFERENCE=str(tmp_path / "d.gpkg")
    )
    assert "CHANGED" not in found and not out.exists() and len(net.rows(store, "plan_run")) == before


def test_results_of_assignzones_chain_in_a_model_without_a_store(provider):
    network = base.link([*scene.ring(), scene.road("a9", A, [(-1000, 1000), (-2000, 1000)], "C3", 9)])[
        "NETWORK"
    ]
    network.setName("network")
    from qgis.core import QgsProject

    QgsProject.instance().addMapLayer(network, False)
    static = QgsProcessingModelChildParameterSource.fromStaticValue
    model = QgsProcessingModelAlgorithm("chain", "test")
    for name, borders in (("keep", 0), ("joint", 2)):
        drawn = QgsProcessingModelChildAlgorithm("gunmane:assignzones")
        drawn.setChildId(name)
        for key, value in {"NETWORK": network.id(), "K": 2, "BORDERS": borders, "LANGUAGE": 1}.items():
            drawn.addParameterSources(key, [static(value)])
        model.addChildAlgorithm(drawn)
    last = QgsProcessingModelChildAlgorithm("gunmane:comparescenarios")
    last.setChildId("compare")
    last.addParameterSources(
        "LAYERS",
        [QgsProcessingModelChildParameterSource.fromChildOutput(n, "SECTIONS") for n in ("keep", "joint")],
    )
    last.addParameterSources("LANGUAGE", [static(1)])
    model.addChildAlgorithm(last)
    from qgis import processing

    context_results = processing.run(model, {}, feedback=scene.Listener())
    assert context_results["CHILD_RESULTS"]["compare"]["COUNT"] == 2


def test_by_qgis_process(provider, store, tmp_path, root):
    table = tmp_path / "t.gpkg"
    found = process(root, "gunmane:comparescenarios", "--", f"STORE={store}", "PLANS=separate,joint", f"TABLE={table}",
                    f"REPORT={tmp_path / 'r.html'}")  # fmt: skip
    assert found["COUNT"] == 2 and found["CHANGED"] == 2
    assert "下妻市" in (tmp_path / "r.html").read_text(encoding="utf-8")
    zones = [r for r in rows(str(table)) if r["scope"] == "zone" and r["plan"] == "joint"]
    assert json.loads(zones[0]["km_by_city"]) and np.isfinite(zones[0]["share_pct"])


def test_a_plan_asked_for_twice_is_said(provider, store):
    with pytest.raises(QgsProcessingException, match="The zone plan separate is asked for twice"):
        compare(store, PLANS=["separate", "joint", "separate"])


def test_areas_without_geometry_are_named_and_empty_ones_do_no_harm(provider, tmp_path):
    layers = [sections_layer(SEPARATE, "a"), sections_layer(JOINT, "b")]
    table = scene.layer([{"city_code": A}], "None", fields=("city_code",))
    with pytest.raises(QgsProcessingException, match="CITIES: The layer has no geometry"):
        compare(LAYERS=layers, CITIES=table)
    bare = scene.layer([{"city_code": A}, {"city_code": None}], "Polygon", fields=("city_code",))
    assert compare(LAYERS=layers, CITIES=bare, REPORT=str(tmp_path / "r.html"))["COUNT"] == 2


def test_plans_of_different_networks_are_said(provider):
    layers = [sections_layer(SEPARATE, "here"), sections_layer(SEPARATE, "elsewhere", key=lambda s: f"x{s}")]
    with pytest.raises(QgsProcessingException, match="no section in common with the first one: elsewhere"):
        compare(LAYERS=layers)


@pytest.mark.parametrize("name", ["REPORT", "XLSX"])
def test_files_that_cannot_be_written_are_told_in_words(provider, store, tmp_path, name):
    with pytest.raises(QgsProcessingException, match=r"cannot be written[\s\S]*Close it where it is open"):
        compare(store, **{name: str(tmp_path)})
