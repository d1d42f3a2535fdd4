"""``gunmane:prioritize`` through the door that users use: the worked example, absent layers, any CRS, bad input."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
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


def test_the_table_reads_like_the_list(provider):
    from qgis import processing

    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    wanted = {"INPUT": judged(), "AS_OF": golden.AS_OF, "OUTPUT": "memory:", "LANGUAGE": 0, **around()}
    made = processing.run("gunmane:prioritize", wanted, context=context, feedback=Listener())["OUTPUT"]
    config = made.attributeTableConfig()
    columns = config.columns()
    assert [c.name for c in columns if not c.hidden][:3] == ["rank", "band", "score"]
    assert {c.name: c.hidden for c in columns}["uuid"] and columns[0].width > 0
    assert "rank" in config.sortExpression()
    assert {c.name for c in columns if c.name} == set(made.fields().names())
    styles = made.conditionalStyles().fieldStyles("band")
    assert len({style.backgroundColor().name() for style in styles}) == 3
    words = made.editorWidgetSetup(made.fields().indexOf("ft"))
    assert words.type() == "ValueMap" and {"車道舗装": "F01"} in words.config()["map"]


def test_a_geopackage_takes_its_style_and_table_along(provider, tmp_path):
    path = tmp_path / "順位.gpkg"
    run("prioritize", INPUT=judged(), **around(), OUTPUT=str(path), LANGUAGE=0)
    opened = QgsVectorLayer(f"{path}|layername=順位", "x", "ogr")
    assert opened.featureCount() == 10 and opened.renderer().type() == "RuleRenderer"
    assert opened.attributeTableConfig().columns()[0].name == "rank"
    assert opened.attributeAlias(opened.fields().indexOf("rank")) == "順位"


@pytest.fixture
def store(tmp_path, provider):
    city = City(tmp_path)
    city.run()
    return city


def test_a_preset_is_saved_under_a_name_and_chosen_by_it(store, tmp_path):
    path = str(store.store)
    file = tmp_path / "p.toml"
    file.write_text("[factors.school]\nweight = 60\n", encoding="utf-8")
    source = judged()
    plain = ranks(run("prioritize", INPUT=source, **around())["OUTPUT"])
    source_of_store = run("judgestandards", INPUT=f"{path}|layername=damage", AS_OF="2026-06-10")["OUTPUT"]
    feedback = Listener()
    keep = {"INPUT": source_of_store, "STORE": path, "SAVEPRESET": " 学校重視 "}
    run("prioritize", feedback, **keep, PRESET=str(file), W_BUS=25)
    assert any("saved in the store as “学校重視”" in text for text in feedback.said)
    # The same again is no change; another one is refused, unless it is wanted.
    feedback = Listener()
    run("prioritize", feedback, **keep, PRESET="学校重視")
    assert any("has this preset already" in text for text in feedback.said)
    with pytest.raises(QgsProcessingException, match="E-PRESETEXISTS"):
        run("prioritize", **keep, W_BUS=1)
    from gunmane.layers import planning
    from gunmane.layers.store import open_store

    with open_store(path, readonly=True) as opened:
        assert planning.presets(opened)["学校重視"].values == {
            "factors": {"school": {"weight": 60}, "bus": {"weight": 25}}
        }
    # The sensitivity knows the name too, and ranks by it.
    sensitive = {"INPUT": source, "STORE": path, "DRAWS": 2, **around()}
    named = rows(run("prioritysensitivity", **sensitive, PRESET="学校重視")["OUTPUT"])
    spelled = rows(run("prioritysensitivity", **sensitive, PRESET=str(file), W_BUS=25)["OUTPUT"])
    common = rows(run("prioritysensitivity", **sensitive)["OUTPUT"])
    assert named == spelled and named != common and {n: r["score"] for n, r in common.items()} == {
        n: own[1] for n, own in plain.items()
    }  # fmt: skip
    run("prioritize", **keep, W_BUS=1, REPLACEPRESET=True)
    with open_store(path, readonly=True) as opened:
        assert planning.presets(opened)["学校重視"].values == {"factors": {"bus": {"weight": 1}}}


def test_unknown_and_unusable_names_of_presets_are_said(store):
    path = str(store.store)
    with pytest.raises(QgsProcessingException, match="no preset “学校”"):
        run("prioritize", INPUT=judged(), STORE=path, PRESET="学校")
    with pytest.raises(QgsProcessingException, match="cannot be saved"):
        run("prioritize", INPUT=judged(), SAVEPRESET="学校")
    for name in ("a/b", "学校.toml", "x" * 61):
        with pytest.raises(QgsProcessingException, match="E-PRESETNAME"):
            run("prioritize", INPUT=judged(), STORE=path, SAVEPRESET=name)


def test_an_import_and_its_undoing_leave_presets_alone(store):
    from gunmane.layers import planning
    from gunmane.layers.importing.undo import undo_import
    from gunmane.layers.store import open_store

    planning.save_preset(store.store, "週次", {"factors": {"bus": {"weight": 1}}}, "試験")
    store.run()
    undo_import(store.store, "082244")
    with open_store(store.store, readonly=True) as opened:
        assert planning.presets(opened)["週次"].author == "試験"


def test_office_days_come_from_a_table_of_cities_or_are_said_to_be_unknown(provider):
    import pandas as pd

    # P03 is due by its category after 28 days, on 2026-03-30: closed then, it is due a day later.
    cities = pd.DataFrame(
        {"city_code": ["082287"], "office_calendar": ['["2026-03-30"]'], "office_hours": ["08:30-17:15"]}
    )
    feedback = Listener()
    plain = rows(run("prioritize", feedback, INPUT=judged(), **around())["OUTPUT"])
    closed = Listener()
    table = layer(cities, "None")
    moved = rows(run("prioritize", closed, INPUT=judged(), **around(), CITIES=table)["OUTPUT"])
    assert (plain["P03"]["due"][:10], moved["P03"]["due"][:10]) == ("2026-03-30", "2026-03-31")
    assert (plain["P03"]["days_over"], moved["P03"]["days_over"]) == (77, 76)
    assert any("closing days are not known" in text for text in feedback.said)
    assert not any("closing days are not known" in text for text in closed.said)
    with pytest.raises(QgsProcessingException, match="city_code"):
        run("prioritize", INPUT=judged(), CITIES=layer(cities.drop(columns="city_code"), "None"))


def test_a_table_without_places_is_said_to_be_one(provider):
    feedback = Listener()
    found = golden.layers()
    tables = {"POI": layer(found.references, "None"), "REQUESTS": layer(found.requests, "None")}
    run("prioritize", feedback, INPUT=judged(), **tables)
    said = [text for text in feedback.said if "does not count" in text]
    assert len(said) == 2 and all("table without places" in text for text in said)
    assert any(text.startswith("Hospitals, shelters and schools") for text in feedback.said)


@pytest.mark.parametrize(
    ("spelling", "code", "factor"),
    [
        ("第1次", "1", 1), ("二次", "2", 0.7), ("EM3", "3", 0.4), ("第１次緊急輸送道路", "1", 1),
        ("市指定", "C", 0.4), ("1", "1", 1),
    ],
)  # fmt: skip
def test_classes_of_emergency_roads_as_cities_write_them(provider, spelling, code, factor):
    import pandas as pd
    import shapely

    damages = golden.damages().drop(columns="em")
    source = run("judgestandards", INPUT=layer(damages))["OUTPUT"]
    shape = shapely.LineString([(-50, 9.9), (50, 9.9)])
    lines = pd.DataFrame({"区分": [spelling], "geom": [shape]})
    feedback = Listener()
    results = run(
        "prioritize", feedback, INPUT=source, EMERGENCYROUTES=layer(lines, "LineString"), EM_FIELD="区分"
    )
    assert rows(results["OUTPUT"])["P01"]["f_emergency"] == factor
    assert not any("does not say its class" in text for text in feedback.said)
    # In words in the store's table of references.
    detail = json.dumps({"区分": spelling}, ensure_ascii=False)
    named = {"kind": ["ER"], "name_ja": ["国道"], "detail": [detail], "geom": [shape]}
    named = pd.DataFrame(named)
    named = run("prioritize", INPUT=source, REFERENCE=layer(named, "LineString"))
    assert rows(named["OUTPUT"])["P01"]["f_emergency"] == factor


def test_damages_that_know_only_their_standard_say_their_own_measure(provider):
    source = judged()
    names = [source.fields().indexOf(name) for name in ("measure", "value", "threshold")]
    assert source.dataProvider().deleteAttributes(names)
    source.updateFields()
    found = rows(run("prioritize", INPUT=source, **around())["OUTPUT"])
    assert found["P01"]["reason"].startswith("Rank 1: emergency (depth 12 cm), school route")
    assert found["P09"]["reason"].startswith("Rank 6: repair")


def test_a_layer_that_has_nothing_in_one_city_is_said(provider):
    import pandas as pd
    import shapely

    # Six damages in each of two cities of the sample's area; a shelter in one of them only.
    from gunmane.layers.coordinates.boundary import boundaries

    rows_ = []
    base = golden.damages().iloc[0]
    places = {}
    for city in ("082244", "082112"):
        place = boundaries()[city].projected(PLANE).representative_point()
        places[city] = place
        for n in range(6):
            row = dict(base)
            row |= {
                "uuid": f"{city}{n}",
                "dmg_id": f"{city}{n}",
                "city_code": city,
                "geom": shapely.Point(place.x + n, place.y),
            }
            rows_.append(row)
    source = run("judgestandards", INPUT=layer(pd.DataFrame(rows_)))["OUTPUT"]
    shelter = pd.DataFrame({"kind": ["SH"], "geom": [places["082244"]]})
    feedback = Listener()
    run("prioritize", feedback, INPUT=source, POI=layer(shelter, crs="EPSG:4326"))
    said = [text for text in feedback.said if "have nothing in" in text]
    assert len(said) == 1 and "常総市" in said[0] and "its 6 damages" in said[0]


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


def test_the_ranges_open_with_their_style(provider):
    from qgis import processing

    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    wanted = {
        "INPUT": judged(),
        "AS_OF": golden.AS_OF,
        "OUTPUT": "memory:",
        "LANGUAGE": 0,
        "DRAWS": 5,
        **around(),
    }
    made = processing.run("gunmane:prioritysensitivity", wanted, context=context, feedback=Listener())[
        "OUTPUT"
    ]
    shapes = {
        rule.symbol().symbolLayer(0).shape()
        for rule in made.renderer().rootRule().children()
        if rule.symbol()
    }
    assert len(shapes) == 4 and made.labelsEnabled()
    assert [c.name for c in made.attributeTableConfig().columns()][:5] == [
        "rank", "band", "score", "rank_best", "rank_worst",
    ]  # fmt: skip


@pytest.mark.parametrize("what", ["empty", "invalid", "4326"])
def test_qgis_process_with_empty_invalid_and_geographic_surroundings(provider, root, tmp_path, what):
    """As a nightly batch would run it: files in, JSON out; damages in the plane, surroundings as they come."""
    import pandas as pd
    import shapely

    program = shutil.which("qgis_process")
    if program is None:
        pytest.skip("qgis_process is not on this machine")
    bow = shapely.from_wkt("POLYGON ((-100 -100, 100 100, 100 -100, -100 100, -100 -100))")
    lines = pd.DataFrame({"em": ["第1次"], "geom": [shapely.LineString([(-50, 9), (50, 9)])]})
    places = pd.DataFrame({"kind": ["SC"], "geom": [shapely.Point(10, 10)]})
    crs, kind = ("EPSG:4326" if what == "4326" else PLANE), "Point"
    if what == "empty":
        lines, places = lines.iloc[:0], places.iloc[:0]
    if what == "invalid":
        places, kind = pd.DataFrame({"kind": ["SC"], "geom": [bow]}), "Polygon"
        lines = pd.DataFrame(
            {"em": ["第1次", None], "geom": [shapely.from_wkt("LINESTRING (0 0, 0 0)"), None]}
        )
    files = {
        "INPUT": _saved(judged(), tmp_path / "judged.gpkg"),
        "POI": _saved(layer(places, kind, crs), tmp_path / "poi.gpkg"),
        "EMERGENCYROUTES": _saved(layer(lines, "LineString", crs), tmp_path / "er.gpkg"),
    }
    common = [f"{name}={path}" for name, path in files.items()] + ["AS_OF=2026-06-15", "LANGUAGE=1"]
    results = _batch(
        program,
        root,
        "prioritize",
        [*common, f"OUTPUT={tmp_path / 'out.gpkg'}", f"XLSX={tmp_path / 'l.xlsx'}"],
    )
    assert (results["RANKED"], results["ABSENT"]) == (10, 2 if what == "empty" else 1)
    made = QgsVectorLayer(str(tmp_path / "out.gpkg|layername=out"), "x", "ogr")
    first = {row["rank"]: row for row in rows(made).values()}[1]
    assert first["f_poi"] == (None if what == "empty" else 1) and made.crs().authid() == PLANE
    assert openpyxl.load_workbook(tmp_path / "l.xlsx").worksheets[0].max_row == 11
    if what != "4326":
        return
    found = _batch(
        program, root, "prioritysensitivity", [*common, "DRAWS=10", f"OUTPUT={tmp_path / 's.gpkg'}"]
    )
    assert found["RANKED"] == 10 and (tmp_path / "s.gpkg").exists()


def _saved(made, path):
    """A memory layer as a file of one layer."""
    from qgis.core import QgsVectorFileWriter

    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = path.stem
    error, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(
        made, str(path), QgsProject.instance().transformContext(), options
    )
    assert error == QgsVectorFileWriter.WriterError.NoError
    return path


def _batch(program, root, name, arguments):
    script = (
        'cd "$1" && . scripts/env.sh && headless && qgis_process plugins enable gunmane >/dev/null 2>&1;'
        ' shift; exec "$@"'
    )
    command = [program, "--json", "run", f"gunmane:{name}", "--", *arguments]
    done = subprocess.run(
        ["bash", "-c", script, "bash", str(root), *command], capture_output=True, text=True, timeout=180
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout[done.stdout.index("{") :])["results"]
