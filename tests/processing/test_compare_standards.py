"""``gunmane:comparestandards`` through processing.run: stores, layers, workbooks, and what can go wrong with them."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess

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

MORIYA, JOSO = "082244", "082112"
FIELDS = "field=uuid:string&field=city_code:string&field=ft:string&field=dt:string&field=depth_cm:double"
FIELDS += "&field=dia_cm:double&field=route_key:string&field=found_at:string"
FIRST, LAST = "2022-01-01T09:00:00+09:00", "2025-12-31T09:00:00+09:00"  # four years exactly


class Listener(QgsProcessingFeedback):
    def __init__(self):
        super().__init__(False)
        self.said: list[str] = []

    def pushInfo(self, text):
        self.said.append(text)

    def pushWarning(self, text):
        self.said.append(text)


def layer(rows, kind="Point?crs=EPSG:6677&", fields=FIELDS):
    made = QgsVectorLayer(f"{kind}{fields}" if kind else f"None?{fields}", "damages", "memory")
    for n, row in enumerate(rows):
        feature = QgsFeature(made.fields())
        feature.setAttributes(list(row))
        if kind:
            feature.setGeometry(QgsGeometry.fromWkt(f"POINT({n} {n})"))
        assert made.dataProvider().addFeature(feature)
    return made


def hole(city, depth, found=FIRST):
    return (f"{city}/{depth}", city, "F01", "D01", depth, 5.0, f"{city}-C3-0001", found)


# By the examples that ship: Moriya repairs from 4 cm, Bando from 6, the common standard from 5.
HOLES = [hole(MORIYA, 4.5), hole(MORIYA, 9.0, LAST), hole("082287", 5.0), hole("082287", None, LAST)]


def run(provider, source=None, feedback=None, **parameters):
    from qgis import processing

    wanted = {"INPUT": source, "A_FROM": 2, "B_FROM": 2, "AS_OF": "2026-06-10", "LANGUAGE": 1}
    wanted |= dict.fromkeys(("TABLE", "MOVED", "SUMMARY", "SWEEP_TABLE"), "TEMPORARY_OUTPUT")
    return processing.run("gunmane:comparestandards", wanted | parameters, feedback=feedback or Listener())


def rows(made):
    names = made.fields().names()
    return [dict(zip(names, feature.attributes())) for feature in made.getFeatures()]


def test_counts_tables_and_report_of_a_small_layer(provider, tmp_path):
    report, book = tmp_path / "報告.html", tmp_path / "x.xlsx"
    feedback = Listener()
    results = run(
        provider, layer(HOLES), feedback, REPORT=str(report), XLSX=str(book), PLOT=str(tmp_path / "p.svg")
    )
    assert {k: results[k] for k in ("COUNT", "MOVES", "REPAIRS_BEFORE", "REPAIRS_AFTER", "UNJUDGED")} == {
        "COUNT": 4, "MOVES": 2, "REPAIRS_BEFORE": 2, "REPAIRS_AFTER": 2, "UNJUDGED": 1,
    }  # fmt: skip
    values = {(r["std_id"], r["cell"], r["city_code"]): r for r in rows(results["TABLE"])}
    assert [values[("S01", "repair", MORIYA)][k] for k in ("before", "after", "direction", "distance")] == [
        "4",
        "5",
        "stricter",
        1,
    ]
    assert values[("S01", "repair", "082287")]["direction"] == "looser"
    moved = {r["uuid"]: r for r in rows(results["MOVED"])}
    assert set(moved) == {f"{MORIYA}/4.5", "082287/5.0"}
    assert [moved["082287/5.0"][k] for k in ("level_before", "level_after", "work")] == ["L1", "L2", 1]
    assert [moved[f"{MORIYA}/4.5"][k] for k in ("threshold_before", "std_after", "work")] == [4.0, "S01", -1]
    assert {f.name(): f.alias() for f in results["MOVED"].fields()}["level_after"] == "Level if agreed"
    total = next(r for r in rows(results["SUMMARY"]) if r["by"] == "total")
    assert [total[k] for k in ("n", "both", "newly", "released", "nj_both", "example_prices")] == [
        4,
        3,
        1,
        1,
        1,
        1,
    ]
    curve = {(r["city_code"], r["value"]): r["repairs"] for r in rows(results["SWEEP_TABLE"])}
    assert [curve[(MORIYA, v)] for v in (4.0, 5.0, 9.0, 10.0)] == [2, 1, 1, 0]
    page = report.read_text(encoding="utf-8")
    assert (
        "What changes if we agree" in page
        and "EXAMPLE" in page
        and book.exists()
        and (tmp_path / "p.svg").exists()
    )
    assert any("example prices" in text for text in feedback.said)


def test_places_are_kept_and_a_table_without_places_is_fine(provider):
    moved = run(provider, layer(HOLES))["MOVED"]
    assert moved.crs().authid() == "EPSG:6677"
    assert sorted(f.geometry().asWkt() for f in moved.getFeatures()) == ["Point (0 0)", "Point (2 2)"]
    bare = run(provider, layer(HOLES, kind=""))
    assert bare["MOVES"] == 2 and not bare["MOVED"].isSpatial()


def test_proposed_values_are_the_median(provider):
    table = rows(run(provider, layer(HOLES), B=3)["TABLE"])
    found = {
        r["city_code"]: (r["before"], r["after"])
        for r in table
        if (r["std_id"], r["cell"]) == ("S01", "repair")
    }
    assert found == {MORIYA: ("4", "5"), "082287": ("6", "5")}
    with_s31 = {r["after"] for r in table if (r["std_id"], r["cell"]) == ("S31", "repair")}
    assert with_s31 == {"70"}  # of 80, 50, 80 and 60


def test_itself_and_the_way_back(provider):
    same = run(provider, layer(HOLES), A=1, B=1)
    assert same["CELLS"] == same["MOVES"] == same["YEN_CHANGE"] == 0
    there, back = run(provider, layer(HOLES), A=0, B=1), run(provider, layer(HOLES), A=1, B=0)
    assert there["YEN_CHANGE"] == -back["YEN_CHANGE"] and there["MOVES"] == back["MOVES"]
    assert there["REPAIRS_BEFORE"] == back["REPAIRS_AFTER"]


def test_one_citys_standard_for_all(provider):
    results = run(provider, layer(HOLES), B=2, B_CITY=MORIYA)
    assert results["REPAIRS_AFTER"] == 3
    with pytest.raises(QgsProcessingException, match="999999 is not known"):
        run(provider, layer(HOLES), B=2, B_CITY="999999")


def test_no_damages_compare_the_standards_alone(provider, tmp_path):
    for source in (layer([]), None):
        feedback = Listener()
        results = run(provider, source, feedback, REPORT=str(tmp_path / "r.html"))
        assert results["CELLS"] == 37 and results["COUNT"] == 0
        assert any("no damages" in text for text in feedback.said)
        assert "There are no damages" in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_damages_without_dates_are_counted_whole(provider, tmp_path):
    undated = [(*row[:-1], None) for row in HOLES]
    results = run(provider, layer(undated), REPORT=str(tmp_path / "r.html"))
    assert results["MOVES"] == 2
    assert "Repairs in all records: 2 → 2" in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_a_layer_without_the_fields_judges_nothing_and_says_so(provider):
    made = layer([("x",)], fields="field=name:string")
    results = run(provider, made, CITY=MORIYA)
    assert (results["COUNT"], results["UNJUDGED"], results["MOVES"]) == (1, 1, 0)


def test_a_city_for_a_layer_that_does_not_say(provider):
    bare = layer([(r[0], None, *r[2:]) for r in HOLES[:2]])
    assert run(provider, bare, CITY=MORIYA, CITY_FIELD="")["MOVES"] == 1
    assert run(provider, bare)["MOVES"] == 0  # nobody's: only the common standard, before and after


def test_prices_of_ones_own(provider, tmp_path):
    path = tmp_path / "単価.csv"
    run(provider, layer(HOLES), PRICE_TABLE=str(path))
    with path.open(encoding="utf-8-sig", newline="") as stream:
        table = list(csv.reader(stream))
    assert table[0][-1] == "remark" and {row[-1] for row in table[1:]} == {"example, invented"}
    again = Listener()
    run(provider, layer(HOLES), again, PRICES=str(path))
    assert any("still with example prices" in text for text in again.said)
    with path.open("w", encoding="cp932", newline="") as stream:
        csv.writer(stream).writerows(
            [["施設", "損傷", "数量の取り方", "単価(円)"], ["車道舗装", "ポットホール", "1件", "1,000円"]]
        )
    mine = Listener()
    results = run(provider, layer(HOLES[:2]), mine, PRICES=str(path))
    assert results["YEN_CHANGE"] == pytest.approx(-1000 / 4) and not any(
        "invented." in text for text in mine.said
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("施設,損傷,数量の取り方,単価(円)\n", "no rows"),
        ("a,b\n1,2\n", "no table with the columns"),
        ("ft,dt,quantity,yen\nF01,D01,weight,5\n", "row 2, quantity by"),
        ("ft,dt,quantity,yen\nF77,D01,one,-5\n", "F77"),
        ("ft,dt,quantity,yen\nF01,D01,one,5\nF01,D01,one,6\n", "same kind of damage as in row 2"),
    ],
)
def test_a_bad_price_table_is_refused_with_its_cell(provider, tmp_path, text, words):
    path = tmp_path / "p.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(QgsProcessingException, match=words):
        run(provider, layer(HOLES), PRICES=str(path))


def test_bad_sweeps_days_and_versions_are_said(provider):
    for words, bad in (("S99", {"SWEEP": "S99.repair=1-2"}), ("No common standard", {"B_ON": "2001-01-01"}),
                       ("no version 9", {"A_VERSION": "9"}), ("Name the store", {"A_FROM": 1})):  # fmt: skip
        with pytest.raises(QgsProcessingException, match=words):
            run(provider, layer(HOLES), **bad)
    assert run(provider, layer(HOLES), SWEEP="")["SWEEP_TABLE"].featureCount() == 0


def test_a_workbook_of_city_rows_only_has_no_common_standard(provider, tmp_path):
    from gunmane.layers.standards import write_workbook
    from gunmane.processing_provider.standards.common import builtin_rows

    path = write_workbook([r for r in builtin_rows() if r["scope"] == "city"], tmp_path / "x.xlsx")
    with pytest.raises(QgsProcessingException, match="No common standard"):
        run(provider, layer(HOLES), B_FROM=1, B_FILE=path)


@pytest.fixture
def store(tmp_path):
    from gunmane.layers.standards import write_standards
    from gunmane.layers.store import open_or_create
    from gunmane.processing_provider.standards.common import builtin_rows

    path = tmp_path / "s.gpkg"
    open_or_create(path, "EPSG:6677").close()
    write_standards(path, builtin_rows(), "test")
    return path


def test_a_stores_standards_against_a_workbook_that_an_official_edited(provider, store, tmp_path):
    from qgis import processing

    book = tmp_path / "案.xlsx"
    processing.run(
        "gunmane:exportstandards",
        {"STORE": str(store), "OUTPUT": str(book), "LANGUAGE": 0},
        feedback=Listener(),
    )
    edited = openpyxl.load_workbook(book)
    sheet = edited["共通"]
    head = {cell.value: cell.column for cell in sheet[2]}
    row = next(r for r in range(3, 50) if sheet.cell(r, 1).value == "S01")
    sheet.cell(row, head["補修値"]).value = "７ｃｍ以上"
    edited.save(book)
    results = run(provider, layer(HOLES), STORE=str(store), A=1, A_FROM=0, B=1, B_FROM=1, B_FILE=str(book))
    found = rows(results["TABLE"])
    assert {(r["std_id"], r["cell"], r["before"], r["after"]) for r in found} == {("S01", "repair", "5", "7")}


def test_a_store_without_damages_or_standards(provider, tmp_path):
    from gunmane.layers.store import open_or_create

    path = tmp_path / "empty.gpkg"
    open_or_create(path, "EPSG:6677").close()
    feedback = Listener()
    results = run(provider, None, feedback, STORE=str(path), A_FROM=0, B_FROM=0)
    assert results["COUNT"] == 0 and results["CELLS"] == 37
    assert any("no standards yet" in text for text in feedback.said)


def test_qgis_process_runs_it_and_writes_json(store, tmp_path, root):
    program = shutil.which("qgis_process")
    if program is None:
        pytest.skip("qgis_process is not on this machine")
    script = (
        'cd "$1" && . scripts/env.sh && headless && qgis_process plugins enable gunmane >/dev/null 2>&1;'
        ' shift; exec "$@"'
    )
    command = [
        program, "--json", "run", "gunmane:comparestandards", "--", f"STORE={store}",
        f"REPORT={tmp_path / 'r.html'}", f"TABLE={tmp_path / 't.csv'}",
    ]  # fmt: skip
    done = subprocess.run(
        ["bash", "-c", script, "bash", str(root), *command], capture_output=True, text=True, timeout=180
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert json.loads(done.stdout[done.stdout.index("{") :])["results"]["CELLS"] == 37
    assert (tmp_path / "r.html").exists() and (tmp_path / "t.csv").exists()


def test_in_a_model_after_loading_the_standards(provider, tmp_path):
    """Store with the examples -> comparison of a layer of the project; its sink feeds a file."""
    model = QgsProcessingModelAlgorithm("chain", "chain")
    static = QgsProcessingModelChildParameterSource.fromStaticValue
    load = QgsProcessingModelChildAlgorithm("gunmane:importstandards")
    load.setChildId("load")
    load.addParameterSources("SOURCE", [static(2)])
    load.addParameterSources("STORE", [static(str(tmp_path / "s.gpkg"))])
    model.addChildAlgorithm(load)
    step = QgsProcessingModelChildAlgorithm("gunmane:comparestandards")
    step.setChildId("compare")
    step.addParameterSources(
        "STORE", [QgsProcessingModelChildParameterSource.fromChildOutput("load", "STORE")]
    )
    made, project, context = layer(HOLES), QgsProject(), QgsProcessingContext()
    project.addMapLayer(made)
    context.setProject(project)
    step.addParameterSources("INPUT", [static(made.id())])
    step.addParameterSources("MOVED", [static(str(tmp_path / "moved.gpkg"))])
    model.addChildAlgorithm(step)
    _, good = model.run({}, context, Listener())
    assert good
    assert QgsVectorLayer(str(tmp_path / "moved.gpkg"), "moved", "ogr").featureCount() == 2
