"""``gunmane:judgestandards`` and the exchange of standards through the doors that users use."""

from __future__ import annotations

import openpyxl
import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProject,
    QgsVectorLayer,
)

MORIYA = "082244"
NOON = "2026-06-10T12:00:00"
SPEC = {"uuid": "string", "dmg_id": "string", "city_code": "string", "ft": "string", "dt": "string",
        "depth_cm": "double", "dia_cm": "double", "ratio_pct": "double", "route_key": "string", "section_id": "string",
        "found_at": "string", "measures": "string", "flags": "string"}  # fmt: skip


class Listener(QgsProcessingFeedback):
    def __init__(self):
        super().__init__(False)
        self.said: list[str] = []

    def pushInfo(self, text):
        self.said.append(text)

    def pushWarning(self, text):
        self.said.append(text)


def layer(rows, kind="Point?crs=EPSG:6677&", spec=SPEC):
    fields = "&".join(f"field={name}:{type_}" for name, type_ in spec.items())
    made = QgsVectorLayer(f"{kind or 'None?'}{fields}", "損傷", "memory")
    for n, row in enumerate(rows):
        feature = QgsFeature(made.fields())
        for name, value in row.items():
            feature.setAttribute(name, value)
        if kind:
            feature.setGeometry(QgsGeometry.fromWkt(f"POINT({n} {n})"))
        assert made.dataProvider().addFeature(feature)
    return made


def hole(depth=None, road="C3", city=MORIYA, **more):
    row = {"uuid": f"u{depth}{road}", "city_code": city, "ft": "F01", "dt": "D01", "depth_cm": depth, "dia_cm": 5.0,
           "route_key": f"{city}-{road}-0001", "found_at": "2026-06-09T10:00:00+09:00"}  # fmt: skip
    return {**row, **more}


def judge(source, feedback=None, **parameters):
    from qgis import processing

    wanted = {"INPUT": source, "AS_OF": NOON, "OUTPUT": "TEMPORARY_OUTPUT", "LANGUAGE": 1, **parameters}
    return processing.run("gunmane:judgestandards", wanted, feedback=feedback or Listener())


def rows(made):
    names = made.fields().names()
    return [
        dict(zip(names, [None if str(v) == "NULL" else v for v in f.attributes()]))
        for f in made.getFeatures()
    ]


def test_levels_responses_and_deadlines_of_a_small_layer(provider):
    results = judge(layer([hole(1.9), hole(4.0), hole(4.0, "C1"), hole(5.0), hole(10.0, "C2")]))
    found = rows(results["OUTPUT"])
    assert [r["judge"] for r in found] == ["L0", "L1", "L2", "L2", "L3"]  # J01, J03, J04, J05, J07
    assert [(r["rs_tmp"], r["rs_perm"]) for r in found[2:]] == [("R1", "R3"), ("R2", "R4"), ("R0", "R3")]
    assert (
        found[3]["due_tmp"] == "2026-06-12T17:15:00+09:00"
    )  # found on a Tuesday, the third office day after
    assert found[3]["std_id"] == "S01" and found[3]["threshold"] == 5.0 and found[3]["value"] == 5.0
    assert {k: results[k] for k in ("COUNT", "L0", "L1", "L2", "L3", "NJ", "TRANSFER")} == {
        "COUNT": 5, "L0": 1, "L1": 1, "L2": 2, "L3": 1, "NJ": 0, "TRANSFER": 0,
    }  # fmt: skip


def test_own_attributes_and_places_stay_and_old_results_are_replaced(provider):
    first = judge(layer([hole(5.0), hole(1.0)]))["OUTPUT"]
    again = judge(first, STANDARDS="")["OUTPUT"]
    assert again.fields().names() == first.fields().names()
    assert [f.geometry().asWkt() for f in again.getFeatures()] == ["Point (0 0)", "Point (1 1)"]
    assert [r["uuid"] for r in rows(again)] == ["u5.0C3", "u1.0C3"] and again.crs().authid() == "EPSG:6677"


def test_a_table_without_places(provider):
    results = judge(layer([hole(5.0)], kind=""))
    assert not results["OUTPUT"].isSpatial() and rows(results["OUTPUT"])[0]["judge"] == "L2"


def test_an_empty_layer_gives_an_empty_layer(provider):
    results = judge(layer([]), HITS="TEMPORARY_OUTPUT")
    assert results["COUNT"] == 0 and results["OUTPUT"].featureCount() == results["HITS"].featureCount() == 0


def test_a_layer_that_has_no_field_in_common_is_judged_nj_not_fine(provider):
    results = judge(layer([{"name": "x"}], spec={"name": "string"}))
    assert (results["NJ"], results["L0"], results["NEEDS_MEASURE"]) == (1, 0, 1)


def test_missing_measures_never_pass(provider):
    found = rows(
        judge(layer([hole(None, dia_cm=25.0), hole(None, dia_cm=None), hole(None, dia_cm=5.0)]))["OUTPUT"]
    )
    assert [(r["judge"], r["needs_measure"]) for r in found] == [("L2", 1), ("NJ", 1), ("NJ", 1)]  # J08, J09
    assert "not been measured" in found[1]["judge_reason"] and found[1]["visit_due"]


def test_a_national_road_is_handed_over_at_once(provider):
    feedback = Listener()
    results = judge(layer([hole(12.0, "N1")]), feedback)
    (row,) = rows(results["OUTPUT"])
    assert row["judge"] is None and row["transfer"] == 1 and row["rs_tmp"] == "R0" and row["rs_perm"] is None
    assert results["TRANSFER"] == 1 and "handed over" in row["judge_reason"]


def test_doubts_and_kinds_without_a_standard_are_said(provider):
    feedback = Listener()
    misdated = hole(5.0, found_at="2066-01-01")
    doubtful = [hole(-1.0), hole(55.0), hole(5.0, dt="D20"), hole(5.0, dt="D99"), misdated]
    results = judge(layer(doubtful), feedback)
    found = rows(results["OUTPUT"])
    assert [r["judge"] for r in found] == ["NJ", "L3", "NJ", "NJ", "L2"]
    assert [r["judge_flags"] for r in found] == [
        "W-STDNEGATIVE",
        "W-STDSUSPECT",
        "E-STDNONE",
        "E-STDTYPE",
        "W-STDFUTURE",
    ]
    assert any("No standard for Carriageway" in text for text in feedback.said)


def test_written_measures_and_open_values_of_the_store_are_read(provider):
    row = hole(5.0, measures='{"depth_cm": {"min": 5.0, "max": null, "open": "ge"}}')
    (found,) = rows(judge(layer([row]))["OUTPUT"])
    assert (found["judge"], found["needs_measure"]) == ("L2", 1)  # J15: "5 cm or more"


def test_a_layer_without_a_city_field(provider):
    bare = {name: kind for name, kind in SPEC.items() if name != "city_code"}
    row = {k: v for k, v in hole(4.5).items() if k != "city_code"}
    path_results = [judge(layer([row], spec=bare), CITY=city) for city in ("", MORIYA)]
    assert [rows(r["OUTPUT"])[0]["judge"] for r in path_results] == [
        "L1",
        "L1",
    ]  # only the common standard is there
    other = layer([{**row, "shi": MORIYA}], spec={**bare, "shi": "string"})
    with pytest.raises(QgsProcessingException, match="no field"):
        judge(other, CITY_FIELD="nowhere")


def test_a_workbooks_standards_count_for_their_city(provider, tmp_path):
    book = tmp_path / "基準.xlsx"
    run("exportstandards", OUTPUT=str(book), LANGUAGE=0)
    damages = layer([hole(4.5), hole(4.5, city="082112"), hole(4.5, city=None)])
    found = rows(judge(damages, STANDARDS=str(book))["OUTPUT"])
    assert [r["judge"] for r in found] == ["L2", "L1", "L1"]  # Moriya's example: from 4 cm
    assert found[0]["std_ver"] == "2025-04+082244/2025-04"
    with_field = rows(
        judge(layer([hole(4.5, city=None, dmg_id=MORIYA)]), STANDARDS=str(book), CITY_FIELD="dmg_id")[
            "OUTPUT"
        ]
    )
    assert with_field[0]["judge"] == "L2"


def test_sections_and_routes_give_what_the_damage_does_not_have(provider):
    sections = layer([{"section_id": "s1", "crack_pct": 45.0, "em": "1"}], kind="",
                     spec={"section_id": "string", "crack_pct": "double", "em": "string"})  # fmt: skip
    routes = layer([{"route_key": f"{MORIYA}-C3-0001", "rc": "C2", "ad": "A1"}], kind="",
                   spec={"route_key": "string", "rc": "string", "ad": "string"})  # fmt: skip
    damages = layer(
        [hole(4.0, section_id="s1"), hole(None, dt="D02", section_id="s1", dia_cm=None), hole(10.0)]
    )
    found = rows(judge(damages, SECTIONS=sections, ROUTES=routes)["OUTPUT"])
    assert [(r["judge"], r["road_class"]) for r in found] == [
        ("L2", "C1"),
        ("L2", "C1"),
        ("L3", "C2"),
    ]  # J17, J10
    with pytest.raises(QgsProcessingException, match="section_id"):
        judge(damages, SECTIONS=routes)


def test_fields_have_titles_in_the_chosen_language(provider):
    aliases = {}
    for number, code in enumerate(("ja", "en")):
        fields = judge(layer([hole(5.0)]), LANGUAGE=number)["OUTPUT"].fields()
        aliases[code] = {f.name(): f.alias() for f in fields}
    assert (
        aliases["en"]["judge"]
        and aliases["en"]["due_tmp"]
        and aliases["ja"]["judge"] != aliases["en"]["judge"]
    )
    assert all(
        aliases[code][name]
        for code in aliases
        for name in ("std_id", "threshold", "visit_due", "judge_reason")
    )


def test_hits_list_every_standard_that_spoke(provider):
    found = rows(judge(layer([hole(5.0, dia_cm=25.0)]), HITS="TEMPORARY_OUTPUT")["HITS"])
    assert [(r["uuid"], r["std_id"], r["level"]) for r in found] == [
        ("u5.0C3", "S01", "L2"),
        ("u5.0C3", "S02", "L2"),
    ]


def test_without_clocks_there_are_no_deadlines(provider):
    (row,) = rows(judge(layer([hole(5.0)]), CLOCKS=False)["OUTPUT"])
    assert row["judge"] == "L2" and row["due_tmp"] is None and row["due_perm"] is None


def test_another_file_as_standards_is_refused_with_words(provider, tmp_path):
    bad = tmp_path / "x.xlsx"
    bad.write_bytes(b"no workbook")
    with pytest.raises(QgsProcessingException, match="E-FILETYPE"):
        judge(layer([hole(5.0)]), STANDARDS=str(bad))


def test_the_style_names_every_level_and_stays_legible(provider, root):
    made = judge(layer([hole(5.0)]))["OUTPUT"]
    message, good = made.loadNamedStyle(str(root / "styles" / "judged.qml"))
    assert good, message
    tops = made.renderer().rootRule().children()
    labels = [rule.label() for rule in tops]
    assert [label[:2] for label in labels if label[0] in "LN"] == ["L3", "L2", "NJ", "L1", "L0"]
    shapes = [rule.symbol().symbolLayer(0).shape() for rule in tops if rule.label()[0] in "LN"]
    assert len(set(shapes)) == 5  # told apart without colour
    assert made.renderer().usingSymbolLevels()


# -- the exchange, and the way from the one to the other ------------------------------------------------------


def run(name, feedback=None, **parameters):
    from qgis import processing

    return processing.run(f"gunmane:{name}", parameters, feedback=feedback or Listener())


def test_standards_into_a_store_out_and_in_again(provider, tmp_path):
    store, book = tmp_path / "s.gpkg", tmp_path / "基準.xlsx"
    first = run("importstandards", SOURCE=2, STORE=str(store), AUTHOR="協議会")
    assert (first["NEW"], first["CHANGED"], first["SAME"]) == (71, 0, 0)
    assert run("exportstandards", STORE=str(store), OUTPUT=str(book))["ROWS"] == 71
    again = run("importstandards", SOURCE=0, FILE=str(book), STORE=str(store))
    assert (again["NEW"], again["CHANGED"], again["SAME"]) == (0, 0, 71)


def test_another_value_under_the_same_version_needs_a_yes(provider, tmp_path):
    store, book = tmp_path / "s.gpkg", tmp_path / "基準.xlsx"
    run("importstandards", SOURCE=1, STORE=str(store))
    run("exportstandards", STORE=str(store), OUTPUT=str(book), LANGUAGE=0)
    edited = openpyxl.load_workbook(book)
    sheet = edited["共通"]
    column = next(cell.column for cell in sheet[2] if cell.value == "補修値")
    row = next(r for r in range(3, 50) if sheet.cell(r, 1).value == "S01")
    sheet.cell(row, column).value = 6
    edited.save(book)
    assert run("importstandards", SOURCE=0, FILE=str(book), STORE=str(store), DRY_RUN=True)["CHANGED"] == 1
    with pytest.raises(QgsProcessingException, match="E-STDVERSION"):
        run("importstandards", SOURCE=0, FILE=str(book), STORE=str(store))
    assert rows(judge(layer([hole(5.5)]), STANDARDS=str(store))["OUTPUT"])[0]["judge"] == "L2"
    assert run("importstandards", SOURCE=0, FILE=str(book), STORE=str(store), REPLACE=True)["CHANGED"] == 1
    assert rows(judge(layer([hole(5.5)]), STANDARDS=str(store))["OUTPUT"])[0]["judge"] == "L1"


def test_a_dry_run_makes_no_store(provider, tmp_path):
    store = tmp_path / "s.gpkg"
    assert (
        run("importstandards", SOURCE=1, STORE=str(store), DRY_RUN=True)["NEW"] == 38 and not store.exists()
    )


def test_a_store_without_standards_is_judged_by_the_shipped_ones_and_says_so(provider, tmp_path):
    from gunmane.layers.store import open_or_create

    store, feedback = tmp_path / "s.gpkg", Listener()
    open_or_create(store, "EPSG:6677").close()
    assert judge(layer([hole(5.0)]), feedback, STANDARDS=str(store))["L2"] == 1
    assert any("no standards yet" in text for text in feedback.said)


def test_loading_and_judging_in_a_model(provider, tmp_path):
    model = QgsProcessingModelAlgorithm("chain", "chain")
    load = QgsProcessingModelChildAlgorithm("gunmane:importstandards")
    load.setChildId("load")
    static = QgsProcessingModelChildParameterSource.fromStaticValue
    load.addParameterSources("SOURCE", [static(2)])
    load.addParameterSources("STORE", [static(str(tmp_path / "s.gpkg"))])
    model.addChildAlgorithm(load)
    step = QgsProcessingModelChildAlgorithm("gunmane:judgestandards")
    step.setChildId("judge")
    step.addParameterSources(
        "STANDARDS", [QgsProcessingModelChildParameterSource.fromChildOutput("load", "STORE")]
    )
    made = layer([hole(4.5)])
    project = QgsProject()
    project.addMapLayer(made)
    step.addParameterSources("INPUT", [static(made.id())])
    step.addParameterSources("AS_OF", [static(NOON)])
    step.addParameterSources("OUTPUT", [static(str(tmp_path / "judged.gpkg"))])
    model.addChildAlgorithm(step)
    context = QgsProcessingContext()
    context.setProject(project)
    _, good = model.run({}, context, Listener())
    assert good
    judged = QgsVectorLayer(str(tmp_path / "judged.gpkg"), "judged", "ogr")
    assert [r["judge"] for r in rows(judged)] == ["L2"]  # Moriya's 4 cm, out of the store of the first step
