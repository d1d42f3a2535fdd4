"""``gunmane:prioritize`` through the door that users use: the worked example, absent layers, any CRS, bad input."""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from pathlib import Path

import openpyxl
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "layers"))
from city_fixture import City

_path = Path(__file__).parents[1] / "analysis" / "priority" / "golden.py"
_spec = importlib.util.spec_from_file_location("golden_of_processing", _path)
golden = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(golden)

PLANE = "EPSG:6677"
FACTORS = ("school", "emergency", "traffic", "repeat", "overdue", "bus", "poi")


class Listener(QgsProcessingFeedback):
    def __init__(self):
        super().__init__(False)
        self.said: list[str] = []

    def pushInfo(self, text):
        self.said.append(text)

    def pushWarning(self, text):
        self.said.append(text)


def layer(frame, kind="Point", crs=PLANE, order=1):
    """A memory layer of a table with shapely geometry, given in the plane of the example."""
    names = [name for name in frame.columns if name != "geom"]
    numeric = {n: "double" for n in names if not frame[n].map(lambda v: isinstance(v, str)).any()}
    fields = "&".join(f"field={name}:{numeric.get(name, 'string')}" for name in names)
    made = QgsVectorLayer(f"{kind}?{'crs=' + crs + '&' if kind != 'None' else ''}{fields}", "x", "memory")
    move = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem(PLANE), QgsCoordinateReferenceSystem(crs), QgsProject.instance()
    )
    for row in frame.to_dict("records")[::order]:
        feature = QgsFeature(made.fields())
        for name in names:
            if row[name] is not None and row[name] == row[name]:
                feature.setAttribute(name, row[name])
        if kind != "None" and row["geom"] is not None:
            shape = QgsGeometry.fromWkt(row["geom"].wkt)
            shape.transform(move)
            feature.setGeometry(shape)
        assert made.dataProvider().addFeature(feature)
    return made


def run(name, feedback=None, **parameters):
    from qgis import processing

    wanted = {"AS_OF": golden.AS_OF, "OUTPUT": "TEMPORARY_OUTPUT", "LANGUAGE": 1, **parameters}
    return processing.run(f"gunmane:{name}", wanted, feedback=feedback or Listener())


def judged(crs=PLANE, order=1, kind="Point"):
    # Empty measures of other rows make the layer's columns sparse, as in any ledger.
    return run("judgestandards", INPUT=layer(golden.damages(), kind, crs, order))["OUTPUT"]


def around(crs=PLANE):
    found = golden.layers()
    return {"POI": layer(found.references, crs=crs), "REQUESTS": layer(found.requests, crs=crs)}


def rows(made):
    names = made.fields().names()
    found = [
        dict(zip(names, [None if str(v) == "NULL" else v for v in f.attributes()]))
        for f in made.getFeatures()
    ]
    return {row["uuid"]: row for row in found}


def ranks(made):
    return {name: (row["rank"], row["score"], row["band"], row["reason"]) for name, row in rows(made).items()}


def test_the_worked_example_row_by_row(provider):
    results = run("prioritize", INPUT=judged(), **around())
    found = rows(results["OUTPUT"])
    for n, (name, expected) in enumerate(golden.EXPECTED.items(), 1):
        level, first, i, p, category, due, code, over, *factors, wf, score, band = expected
        row = found[name]
        assert (row["rank"], row["judge"], row["first_response"]) == (n, level, first)
        assert (row["risk_i"], row["risk_p"], row["risk"], row["category"]) == (i, p, i * p, category)
        assert ((row["due"] or "")[5:10] or None, row["due_code"], row["days_over"]) == (due, code, over)
        assert [row[f"f_{f}"] for f in FACTORS] == pytest.approx(factors)
        assert (round(row["factors"], 2), row["score"], row["band"]) == (wf, score, band)
        assert row["on_top"] == (name in golden.TOP) and row["not_ranked"] is None
    assert found["P01"]["reason"] == (
        "Rank 1: emergency (depth 12 cm ≥ 10 cm), school route, emergency road (secondary), bus route,"
        " 8,000 vehicles a day, hospital, shelter or school within 300 m, 2 more requests, 3 days overdue"
    )
    names = ("COUNT", "RANKED", "A", "B", "C", "TOP", "ABSENT")
    assert [results[name] for name in names] == [10, 10, 5, 3, 2, 4, 0]


def test_the_reason_is_japanese_unless_english_is_chosen(provider):
    found = rows(run("prioritize", INPUT=judged(), **around(), LANGUAGE=0)["OUTPUT"])
    assert found["P01"]["reason"].startswith("1位") and "深さ12cm" in found["P01"]["reason"]


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857", "EPSG:6678"])
def test_any_coordinate_system_gives_the_same_list(provider, crs):
    # 300 m and 15 m sharp lie on the edge: another plane's scale of 0.9999 would decide there.
    found = golden.layers()
    found.references["geom"] = [type(g)(g.x - 5, g.y) for g in found.references["geom"]]
    ends = found.requests["uuid"].str.endswith("r2")
    found.requests["geom"] = [type(g)(g.x - e, g.y) for g, e in zip(found.requests["geom"], ends * 1.0)]
    plain = run("prioritize", INPUT=judged(), **around())["OUTPUT"]
    layers = {"POI": layer(found.references, crs="EPSG:4326"), "REQUESTS": layer(found.requests, crs=crs)}
    made = run("prioritize", INPUT=judged(crs), **layers)["OUTPUT"]
    assert made.crs().authid() == crs
    assert ranks(made) == ranks(plain)


def test_the_order_of_the_input_does_not_matter(provider):
    plain = run("prioritize", INPUT=judged(), **around())["OUTPUT"]
    turned = run("prioritize", INPUT=judged(order=-1), **around())["OUTPUT"]
    assert ranks(plain) == ranks(turned) and next(turned.getFeatures())["uuid"] == "P10"


def test_absent_and_empty_layers_are_said_and_have_no_weight(provider, tmp_path):
    feedback = Listener()
    nothing = golden.layers().references.iloc[:0]
    results = run("prioritize", feedback, INPUT=judged(), POI=layer(nothing))
    said = [text for text in feedback.said if "does not count" in text]
    assert len(said) == results["ABSENT"] == 2
    assert any("nearby" in text and "its layer is empty" in text for text in said)
    assert any("requests" in text and "there is no such layer" in text for text in said)
    row = rows(results["OUTPUT"])["P01"]
    assert row["f_poi"] is None and row["f_repeat"] is None and row["f_school"] == 1
    preset = tmp_path / "p.toml"
    preset.write_text("[factors.poi]\nweight = 90\n[factors.repeat]\nweight = 0.5\n", encoding="utf-8")
    other = run("prioritize", INPUT=judged(), POI=layer(nothing), PRESET=str(preset))
    assert ranks(other["OUTPUT"]) == ranks(results["OUTPUT"])


def test_lines_one_by_one_and_as_the_stores_table_count_alike(provider):
    import pandas as pd
    import shapely

    damages = golden.damages().drop(columns=["is_school", "is_bus", "em"])
    source = run("judgestandards", INPUT=layer(damages))["OUTPUT"]
    shapes = [shapely.LineString([(n * 1000 - 50, 9.9), (n * 1000 + 50, 9.9)]) for n in range(3)]
    lines = pd.DataFrame({"kind": ["SR", "ER", "BR"], "em": [None, "1", None], "geom": shapes})
    whole = run("prioritize", INPUT=source, REFERENCE=layer(lines, "LineString"))
    names = ("SCHOOLROUTES", "EMERGENCYROUTES", "BUSROUTES")
    bare = lines.drop(columns="kind")
    parts = {name: layer(bare.iloc[[n]], "LineString", "EPSG:4326") for n, name in enumerate(names)}
    single = run("prioritize", INPUT=source, **parts)
    assert ranks(whole["OUTPUT"]) == ranks(single["OUTPUT"])
    found = rows(whole["OUTPUT"])
    assert [found[f"P0{n}"]["f_school"] for n in (1, 2, 3)] == [1, 0, 0]
    assert [found[f"P0{n}"]["f_emergency"] for n in (1, 2, 3)] == [0, 1, 0]
    # The store's whole table given as school routes: only those of that kind are.
    feedback = Listener()
    again = run("prioritize", feedback, INPUT=source, SCHOOLROUTES=layer(lines, "LineString"))
    assert any(text.startswith("Bus route does not count: there is no such layer") for text in feedback.said)
    assert [rows(again["OUTPUT"])[f"P0{n}"]["f_school"] for n in (1, 2, 3)] == [1, 0, 0]


def test_invalid_areas_and_places_without_geometry_are_no_obstacle(provider):
    import pandas as pd
    import shapely

    bow = shapely.from_wkt("POLYGON ((-100 -100, 100 100, 100 -100, -100 100, -100 -100))")
    places = pd.DataFrame({"name": ["学校", "空"], "geom": [bow, None]})
    found = rows(run("prioritize", INPUT=judged(), POI=layer(places, "Polygon"))["OUTPUT"])
    assert found["P01"]["f_poi"] == 1 and found["P07"]["f_poi"] == 0


def test_an_empty_layer_gives_an_empty_list(provider, tmp_path):
    source = run("judgestandards", INPUT=layer(golden.damages().iloc[:0]))["OUTPUT"]
    target = tmp_path / "l.html"
    results = run("prioritize", INPUT=source, LIST=str(target), XLSX=str(tmp_path / "l.xlsx"))
    assert results["COUNT"] == results["RANKED"] == results["OUTPUT"].featureCount() == 0
    assert "nothing to rank" in target.read_text(encoding="utf-8")


def test_a_table_without_places_is_ranked_and_says_so(provider):
    feedback = Listener()
    results = run("prioritize", feedback, INPUT=judged(kind="None"), **around())
    assert results["RANKED"] == 10 and not results["OUTPUT"].isSpatial()
    assert any("Without a place" in text for text in feedback.said)


def test_damages_that_nobody_judged_are_refused_or_to_be_visited(provider):
    with pytest.raises(QgsProcessingException, match="judge"):
        run("prioritize", INPUT=layer(golden.damages()))
    source, feedback = judged(), Listener()
    at = source.fields().indexOf("judge")
    last = [f.id() for f in source.getFeatures() if f["uuid"] == "P07"][0]
    assert source.dataProvider().changeAttributeValues({last: {at: None}})
    found = rows(run("prioritize", feedback, INPUT=source, **around())["OUTPUT"])
    assert found["P07"]["band"] == "B" and "visit" in found["P07"]["reason"]
    assert any("1 damages have no judgement" in text for text in feedback.said)


def test_closed_transferred_and_later_damages_have_no_rank(provider):
    damages = golden.damages()
    damages.loc[0, "st"] = "S99"
    damages.loc[1, "route_key"] = "082112-N1-0006"
    damages.loc[2, "found_at"] = "2026-06-16T00:00:00+09:00"
    source = run("judgestandards", INPUT=layer(damages))["OUTPUT"]
    results = run("prioritize", INPUT=source, **around())
    found = rows(results["OUTPUT"])
    assert {name: found[name]["not_ranked"] for name in ("P01", "P02", "P03")} == {
        "P01": "closed", "P02": "another administrator's road", "P03": "later than the day of the list",
    }  # fmt: skip
    assert all(found[name]["rank"] is None and found[name]["score"] is None for name in ("P01", "P02", "P03"))
    assert sorted(row["rank"] for row in found.values() if row["rank"]) == list(range(1, 8))
    assert [results[name] for name in ("CLOSED", "TRANSFER", "FUTURE")] == [1, 1, 1]


def test_equal_names_are_refused_with_their_rows(provider):
    damages = golden.damages()
    damages.loc[3, "uuid"] = "P01"
    source = run("judgestandards", INPUT=layer(damages))["OUTPUT"]
    with pytest.raises(QgsProcessingException, match="rows 1, 4"):
        run("prioritize", INPUT=source)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[factors.scool]\nweight = 3", "did you mean “school”"),
        ("[factors.school\nweight = 3", "neither TOML nor JSON"),
        ('{"score": {"risk_share": 160}}', "must lie between 0 and 100"),
        (b"\x82\xa0\xff", "cannot be read"),
    ],
)
def test_a_wrong_preset_is_refused_in_words(provider, tmp_path, text, words):
    path = tmp_path / "preset.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(QgsProcessingException, match=words):
        run("prioritize", INPUT=judged(), PRESET=str(path))


def test_weights_of_the_dialog_go_before_those_of_the_preset(provider, tmp_path):
    path = tmp_path / "preset.json"
    path.write_text(json.dumps({"factors": {"school": {"weight": 50}}}), encoding="utf-8")
    plain = ranks(run("prioritize", INPUT=judged(), **around())["OUTPUT"])
    changed = ranks(run("prioritize", INPUT=judged(), **around(), PRESET=str(path))["OUTPUT"])
    back = ranks(run("prioritize", INPUT=judged(), **around(), PRESET=str(path), W_SCHOOL=20)["OUTPUT"])
    assert changed != plain and back == plain
    only = rows(run("prioritize", INPUT=judged(), **around(), RISK_SHARE=100)["OUTPUT"])
    assert only["P01"]["score"] == 100
    with pytest.raises(QgsProcessingException, match="All weights are 0"):
        run("prioritize", INPUT=judged(), **{f"W_{name.upper()}": 0 for name in FACTORS})


def test_the_list_has_one_row_a_damage_in_order(provider, tmp_path):
    page, book = tmp_path / "一覧.html", tmp_path / "一覧.xlsx"
    run("prioritize", INPUT=judged(), **around(), LIST=str(page), XLSX=str(book), LANGUAGE=0)
    text = page.read_text(encoding="utf-8")
    assert text.index("P01") < text.index("P08") < text.index("P07") and "優先" in text
    assert "http" not in text.replace("http://www.w3.org", "")
    sheet = openpyxl.load_workbook(book).worksheets[0]
    assert [row[4] for row in sheet.iter_rows(min_row=2, values_only=True)] == list(golden.EXPECTED)
    scores = [row[2] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert scores == [row[-2] for row in golden.EXPECTED.values()]


def test_the_layer_opens_with_its_style(provider):
    from qgis import processing

    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    wanted = {"INPUT": judged(), "AS_OF": golden.AS_OF, "OUTPUT": "memory:", "LANGUAGE": 0, **around()}
    made = processing.run("gunmane:prioritize", wanted, context=context, feedback=Listener())["OUTPUT"]
    assert made.renderer().type() == "RuleRenderer" and made.labelsEnabled()
    assert made.attributeAlias(made.fields().indexOf("rank")) == "順位"
    assert "prioritize" not in json.dumps(made.fields().names())
    drawn = {rule.filterExpression() for rule in made.renderer().rootRule().children()}
    assert '"on_top"' in drawn and '"band" = \'B\' AND NOT "on_top"' in drawn


def test_kept_adopted_and_made_again(provider, tmp_path):
    city = City(tmp_path)
    city.run()
    source, store = f"{city.store}|layername=damage", str(city.store)
    when = "2026-06-10"
    run("judgestandards", INPUT=source, STORE=store, ADOPT=True, AS_OF=when, LANGUAGE=0)
    wanted = {"INPUT": source, "STORE": store, "AS_OF": when, "LANGUAGE": 0}
    first = run("prioritize", **wanted, ADOPT=True, NAME="週次")
    plan = first["PLAN"]
    assert city.rows("plan_run", "plan_id, name, adopted", "kind = '優先度'") == [(plan, "週次", 1)]
    found = rows(first["OUTPUT"])
    kept = city.rows("judgement", "damage, rank, score, band, reason", f"plan_id = '{plan}'")
    assert len(kept) == first["RANKED"] > 0
    assert {row[0]: row[1:] for row in kept} == {
        name: tuple(row[k] for k in ("rank", "score", "band", "reason"))
        for name, row in found.items()
        if row["rank"]
    }
    stored = {row[0]: row[1:] for row in city.rows("damage", "uuid, score, band, rank_cat, edited_at")}
    assert stored == {n: (r["score"], r["band"], r["category"], None) for n, r in found.items()}
    assert run("prioritize", **wanted)["PLAN"] == plan
    other = run("prioritize", **wanted, W_SCHOOL=1, RISK_SHARE=90, ADOPT=True)
    assert other["PLAN"] != plan and rows(other["OUTPUT"]).keys() == found.keys()
    assert dict(city.rows("plan_run", "plan_id, adopted", "kind = '優先度'")) == {plan: 0, other["PLAN"]: 1}
    # What measure it was is known again from the adopted judgement.
    assert any("≥" in row[4] for row in kept)
    from gunmane.layers import planning

    planning.remove_plan(city.store, plan)  # not adopted any more: the damages keep the other's
    assert any(row[0] is not None for row in city.rows("damage", "score"))
    planning.remove_plan(city.store, other["PLAN"], even_adopted=True)
    assert set(city.rows("damage", "risk, score, band, rank_cat")) == {(None,) * 4}


def test_sensitivity_of_the_worked_example(provider, tmp_path):
    feedback = Listener()
    picture = tmp_path / "p.png"
    wanted = {"INPUT": judged(), **around(), "RUNS": "TEMPORARY_OUTPUT", "DRAWS": 60, "PLOT": str(picture)}
    results = run("prioritysensitivity", feedback, **wanted)
    assert (results["STABLE"], results["OVERLAP_LEAST"], round(results["RHO_LEAST"], 3)) == (1, 1, 0.952)
    found = rows(results["OUTPUT"])
    assert [name for name, row in found.items() if row["border"]] == ["P10"] and results["BORDER"] == 1
    assert [found[name]["rank"] for name in golden.EXPECTED] == list(range(1, 11))
    assert all(row["rank_best"] <= row["rank"] <= row["rank_worst"] for row in found.values())
    assert results["RUNS"].featureCount() == 16 and picture.stat().st_size > 5000
    again = run("prioritysensitivity", **wanted)
    assert rows(again["OUTPUT"]) == found and any("list is stable" in text for text in feedback.said)


def test_sensitivity_of_nothing_and_of_no_draws(provider):
    source = run("judgestandards", INPUT=layer(golden.damages().iloc[:0]))["OUTPUT"]
    assert run("prioritysensitivity", INPUT=source)["RANKED"] == 0
    results = run("prioritysensitivity", INPUT=judged(), DRAWS=0, TOP=3)
    assert all(
        row["rank_best"] == row["rank"] == row["rank_worst"] for row in rows(results["OUTPUT"]).values()
    )
