"""``gunmane:workplan`` through the door that users use: a case reckoned by hand, capacities, bad input, models."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

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

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "layers"))
from city_fixture import City

JOSO, MORIYA = "082112", "082244"
START = "2026-06-01"  # a Monday; June 2026 has 22 office days
# 8 hours a day in the one city, 4 in the other.
HANDS = {"CAPACITY": [JOSO, "176", MORIYA, "88"], "START": START, "MONTHS": 1, "WORK_FIELD": "hours"}
FIELDS = {
    "uuid": "string", "dmg_id": "string", "city_code": "string", "route_key": "string", "ft": "string", "dt": "string",
    "area_m2": "double", "judge": "string", "rank": "integer", "band": "string", "on_top": "integer", "due": "string",
    "due_code": "string", "days_over": "integer", "hours": "double",
}  # fmt: skip


class Listener(QgsProcessingFeedback):
    def __init__(self):
        super().__init__(False)
        self.said: list[str] = []

    def pushInfo(self, text):
        self.said.append(text)

    def pushWarning(self, text):
        self.said.append(text)


def damage(name, city, rank, due=None, hours=None, **more):
    row = {"uuid": name, "dmg_id": f"no {name}", "city_code": city, "ft": "F01", "dt": "D01", "judge": "L2",
           "rank": rank, "band": "B", "on_top": 0, "due": due and f"{due}T17:15:00+09:00", "due_code": "R1",
           "days_over": 0, "hours": hours}  # fmt: skip
    return {**row, **more}


# Reckoned by hand. By itself: Joso does A1 (4 h) and A2 (16 h) by the 3rd day (24 h). Moriya needs two days for B1
# (8 h at 4 h a day), which is due on the first, and is done with B2 on the 4th. Together there are 12 h a day: A1 and
# B1 on the first day, A2 (28 h) and B2 (36 h) on the third.
CASE = [
    damage("A1", JOSO, 1, "2026-06-01", 4),
    damage("B1", MORIYA, 2, "2026-06-01", 8),
    damage("A2", JOSO, 3, "2026-06-03", 16),
    damage("B2", MORIYA, 4, "2026-06-05", 8),
    damage("N1", JOSO, 5, None, None, judge="NJ"),
    damage("N0", MORIYA, 6, None, None, judge="L0"),
    damage("T", MORIYA, None, None, None, judge=None, band=None, on_top=None),
]
JOINT = {"A1": "06-01", "B1": "06-01", "A2": "06-03", "B2": "06-03"}
APART = {"A1": "06-01", "B1": "06-02", "A2": "06-03", "B2": "06-04"}


def layer(rows, crs="EPSG:6677", without=(), kind="Point"):
    fields = "&".join(f"field={name}:{of}" for name, of in FIELDS.items() if name not in without)
    made = QgsVectorLayer(f"{kind}?crs={crs}&{fields}", "ranked", "memory")
    for n, row in enumerate(rows):
        feature = QgsFeature(made.fields())
        for name, value in row.items():
            if value is not None and name not in without:
                feature.setAttribute(name, value)
        if kind == "Point":
            feature.setGeometry(QgsGeometry.fromWkt(f"POINT({n} {n})"))
        assert made.dataProvider().addFeature(feature)
    return made


def run(feedback=None, **parameters):
    from qgis import processing

    wanted = {"OUTPUT": "TEMPORARY_OUTPUT", "LANGUAGE": 1, **parameters}
    return processing.run("gunmane:workplan", wanted, feedback=feedback or Listener())


def rows(made):
    names = made.fields().names()
    found = [
        dict(zip(names, [None if str(v) == "NULL" else v for v in f.attributes()]))
        for f in made.getFeatures()
    ]
    return {row.get("uuid", n): row for n, row in enumerate(found)}


def days(made):
    return {name: row["done_on"][5:] for name, row in rows(made).items() if row["done_on"]}


def test_the_case_reckoned_by_hand(provider):
    joint = run(INPUT=layer(CASE), **HANDS)
    found = rows(joint["OUTPUT"])
    assert days(joint["OUTPUT"]) == JOINT
    assert {n: r["other_on"][5:] for n, r in found.items() if r["other_on"]} == APART
    assert [found[n]["place"] for n in JOINT] == [1, 2, 3, 4]
    assert {r["crew"] for n, r in found.items() if n in JOINT} == {"joint"}
    assert (found["A2"]["month"], found["A2"]["work_h"], found["A2"]["state"]) == ("2026-06", 16, "met")
    names = (
        "COUNT",
        "PLANNED",
        "MET",
        "LATE",
        "MISSED",
        "MET_SEPARATE",
        "MET_POOLED",
        "GAIN",
        "VALUE",
        "BOUND",
        "GAP",
    )
    assert [joint[name] for name in names] == [7, 4, 4, 0, 0, 3, 4, 1, 8, 8, 0]
    apart = run(INPUT=layer(CASE), **HANDS, POOLED=False)
    found = rows(apart["OUTPUT"])
    assert days(apart["OUTPUT"]) == APART
    assert [apart[name] for name in names] == [7, 4, 3, 1, 0, 3, 4, 1, 6, 6, 0]
    assert (found["B1"]["state"], found["B1"]["crew"]) == ("late", "守谷市")
    assert found["B1"]["plan_text"] == (
        "Done on 2026-06-02 (守谷市, no. 1); 1 days after its deadline 2026-06-01 (By then there is less time or money"
        " than this one repair takes); work 8.0 h; all together: 2026-06-01"
    )


def test_none_vanishes_and_what_is_not_planned_is_counted(provider):
    feedback = Listener()
    found = rows(run(feedback, INPUT=layer(CASE), **HANDS)["OUTPUT"])
    assert list(found) == [row["uuid"] for row in CASE]
    added = (
        "month",
        "done_on",
        "place",
        "crew",
        "state",
        "work_h",
        "assumed",
        "overdue",
        "other_on",
        "plan_text",
    )
    assert all(found[name][field] is None for name in ("N1", "N0", "T") for field in added)
    assert any("not ranked 1" in text and "Not planned" in text for text in feedback.said)


def test_the_table_sums_months_and_cities(provider):
    results = run(INPUT=layer(CASE), **HANDS, TABLE="TEMPORARY_OUTPUT")
    found = {(r["plan"], r["city_code"]): r for r in rows(results["TABLE"]).values()}
    assert len(found) == 4 and {r["month"] for r in found.values()} == {"2026-06"}
    moriya = found["separate", MORIYA]
    assert [moriya[n] for n in ("city", "capacity", "work", "jobs", "met", "late")] == [
        "守谷市",
        88,
        16,
        2,
        1,
        1,
    ]
    assert [found["pooled", MORIYA][n] for n in ("work", "met", "late")] == [16, 2, 0]


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857"])
def test_any_coordinate_system_and_none(provider, crs):
    made = run(INPUT=layer(CASE, crs), **HANDS)["OUTPUT"]
    assert made.crs().authid() == crs and days(made) == JOINT
    assert [f.geometry().asWkt() for f in made.getFeatures()][1] == "Point (1 1)"
    bare = run(INPUT=layer(CASE, kind="None"), **HANDS)["OUTPUT"]
    assert days(bare) == JOINT and not bare.isSpatial()


@pytest.mark.parametrize("name", ["judge", "rank", "band", "on_top", "due"])
def test_a_layer_that_is_not_ranked_is_refused_with_the_remedy(provider, name):
    with pytest.raises(QgsProcessingException, match=rf"no field {name}(?s:.*)Rank the damages first"):
        run(INPUT=layer(CASE, without=(name,)), **HANDS)


def test_without_capacities_the_work_of_each_city_is_told(provider):
    wanted = {**HANDS, "CAPACITY": None}
    with pytest.raises(
        QgsProcessingException, match=r"082112\): 2 repairs, 20.0 h(?s:.*)082244\): 2 repairs, 16.0 h"
    ):
        run(INPUT=layer(CASE), **wanted)
    with pytest.raises(QgsProcessingException, match="082244"):
        run(INPUT=layer(CASE), **{**HANDS, "CAPACITY": [JOSO, "176"]})


@pytest.mark.parametrize(
    "cells",
    [["常総市", "176", "守谷市", "88"], ["82112", "176", "*", "88"], [JOSO, "１７６時間", "08224", "88.0"]],
)
def test_cities_as_people_write_them(provider, cells):
    assert days(run(INPUT=layer(CASE), **{**HANDS, "CAPACITY": cells})["OUTPUT"]) == JOINT


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ([JOSO, "176", "082113", "88"], "row 2: “082113”"),
        ([JOSO, "176", "どこか", "88"], "row 2: “どこか”"),
        ([JOSO, "many"], "row 1: “082112”, “many”"),
        ([JOSO, "-1"], "“-1”"),
        ([JOSO, "176", JOSO, "88"], "row 2: 常総市 stands there twice"),
        ([JOSO], "pairs"),
    ],
)
def test_capacities_that_contradict_are_refused_in_words(provider, cells, words):
    with pytest.raises(QgsProcessingException, match=words):
        run(INPUT=layer(CASE), **{**HANDS, "CAPACITY": cells})


def test_a_city_without_repairs_only_helps_the_others_and_is_named(provider):
    feedback = Listener()
    cells = [*HANDS["CAPACITY"], "082350", "880"]
    results = run(feedback, INPUT=layer(CASE), **{**HANDS, "CAPACITY": cells})
    assert set(days(results["OUTPUT"]).values()) == {"06-01"}
    assert any("つくばみらい市" in text and "only counts in the joint plan" in text for text in feedback.said)


def test_an_assumed_share_is_called_an_assumption_everywhere(provider, tmp_path):
    feedback, page, book = Listener(), tmp_path / "計画.html", tmp_path / "計画.xlsx"
    wanted = {**HANDS, "CAPACITY": None, "SHARE": 50, "LANGUAGE": 0, "REPORT": str(page), "XLSX": str(book)}
    assert run(feedback, INPUT=layer(CASE), **wanted)["DONE"] < 4
    words = "できる量は仮定です: 各市の一覧の作業量の 50 %"
    assert words in page.read_text(encoding="utf-8") and any(words in text for text in feedback.said)
    cells = [cell for sheet in openpyxl.load_workbook(book) for row in sheet.values for cell in row]
    assert any(words in str(cell) for cell in cells)
    with pytest.raises(QgsProcessingException, match="not both"):
        run(INPUT=layer(CASE), **HANDS, SHARE=50)


def months_file(path, lines):
    if path.suffix == ".csv":
        path.write_text("\n".join(",".join(map(str, line)) for line in lines), encoding="cp932")
    else:
        book = openpyxl.Workbook()
        for line in lines:
            book.active.append(line)
        book.save(path)
    return str(path)


@pytest.mark.parametrize("name", ["月別.csv", "月別.xlsx"])
def test_a_table_gives_each_month_its_amount(provider, tmp_path, name):
    lines = [
        ["市", "年月", "作業時間(時間)"],
        ["守谷市", "令和8年6月", 0],
        ["守谷市", "2026/7", 88],
        [JOSO, "", 176],
    ]
    wanted = {**HANDS, "CAPACITY": None, "MONTHS": 2, "CAPACITYFILE": months_file(tmp_path / name, lines)}
    found = rows(run(INPUT=layer(CASE), **wanted, POOLED=False)["OUTPUT"])
    assert found["B1"]["month"] == "2026-07" and found["A2"]["month"] == "2026-06"
    with pytest.raises(QgsProcessingException, match="守谷市 has no amount for 2026-08"):
        run(INPUT=layer(CASE), **{**wanted, "MONTHS": 3})


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (["守谷市", "六月", 88], "row 3, month: “六月” cannot be read"),
        (["守谷市", "2026-06", "多い"], "row 3, amount: “多い” cannot be read"),
        (["もりや", "2026-06", 88], "row 3, city: “もりや” cannot be read"),
        (["守谷市", "2026-06", ""], "row 3: amount is missing"),
        ([JOSO, "", 90], "row 3: the same city and month stand there twice"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named(provider, tmp_path, line, words):
    path = months_file(tmp_path / "月別.xlsx", [["市", "月", "量"], ["常総市", "", 176], line])
    with pytest.raises(QgsProcessingException, match=words):
        run(INPUT=layer(CASE), **{**HANDS, "CAPACITY": None, "CAPACITYFILE": path})


def test_a_table_of_something_else_is_refused_with_its_columns(provider, tmp_path):
    path = months_file(tmp_path / "x.csv", [["番号", "名前"], ["1", "a"]])
    with pytest.raises(QgsProcessingException, match="no table with the columns city, amount"):
        run(INPUT=layer(CASE), **{**HANDS, "CAPACITYFILE": path})
    with pytest.raises(QgsProcessingException, match="no table with the columns facility"):
        run(INPUT=layer(CASE), **{**HANDS, "EFFORTS": path})


def test_empty_amounts_of_work_come_from_the_table_and_are_marked(provider, tmp_path):
    case = [dict(row) for row in CASE]
    case[0]["hours"], case[0]["area_m2"] = None, 6.0  # 1 h for going there, half an hour a square metre: 4 h
    case[3]["hours"] = None  # no area either: the table's own 0.2 m2, 1.1 h
    feedback, page = Listener(), tmp_path / "r.html"
    results = run(feedback, INPUT=layer(case), **HANDS, REPORT=str(page))
    found = rows(results["OUTPUT"])
    assert {n: (found[n]["work_h"], found[n]["assumed"]) for n in JOINT} == {
        "A1": (4.0, 0), "B1": (8.0, 0), "A2": (16.0, 0), "B2": (pytest.approx(1.1), 1)
    }  # fmt: skip
    assert results["ASSUMED"] == 1 and "quantity assumed, example table" in found["B2"]["plan_text"]
    assert "example" not in found["B1"]["plan_text"]
    assert "invented" in page.read_text(encoding="utf-8") and any(
        "invented" in text for text in feedback.said
    )
    case[3] |= {"ft": "F19", "dt": "D99"}  # in no table: the middle of all others
    found = rows(run(INPUT=layer(case), **HANDS)["OUTPUT"])
    assert found["B2"]["work_h"] == 8 and "assumed" in found["B2"]["plan_text"]


def test_cells_that_are_no_amounts_are_refused_with_their_row(provider):
    case = [dict(row) for row in CASE]
    case[2]["hours"] = -3
    with pytest.raises(QgsProcessingException, match="hours are no amounts of work .first: row 3, “-3"):
        run(INPUT=layer(case), **HANDS)


@pytest.mark.parametrize("name", ["作業時間.xlsx", "作業時間.csv"])
def test_crew_hours_written_read_and_replaced(provider, tmp_path, name):
    example, wanted = tmp_path / name, {**HANDS, "WORK_FIELD": None}
    first = run(INPUT=layer(CASE), **wanted, EFFORTS_TABLE=str(example), LANGUAGE=0)
    assert first["ASSUMED"] == 4
    feedback = Listener()
    again = run(feedback, INPUT=layer(CASE), **wanted, EFFORTS=str(example))
    assert (
        rows(again["OUTPUT"])["A1"]["work_h"] == rows(first["OUTPUT"])["A1"]["work_h"] == pytest.approx(1.1)
    )
    assert any("invented" in text for text in feedback.said)
    own = months_file(
        tmp_path / "own.xlsx", [["施設", "損傷", "数量の取り方", "hours"], ["F01", "D01", "1件", 8]]
    )
    feedback = Listener()
    results = run(feedback, INPUT=layer(CASE), **wanted, EFFORTS=own)
    assert rows(results["OUTPUT"])["B2"]["work_h"] == 8 and results["ASSUMED"] == 0
    assert not any("invented" in text for text in feedback.said)
    bad = months_file(
        tmp_path / "bad.xlsx", [["施設", "損傷", "数量の取り方", "hours"], ["F01", "D01", "heap", 8]]
    )
    with pytest.raises(QgsProcessingException, match="row 2, quantity by: “heap”"):
        run(INPUT=layer(CASE), **wanted, EFFORTS=bad)


def test_a_budget_in_yen(provider):
    case = [damage("A", JOSO, 1, "2026-06-30", 300), damage("B", JOSO, 2, "2026-06-30", 300)]
    wanted = {"UNIT": 1, "CAPACITY": [JOSO, "400"], "START": START, "MONTHS": 2, "WORK_FIELD": "hours"}
    found = rows(run(INPUT=layer(case), **wanted)["OUTPUT"])
    assert [found[n]["done_on"] for n in "AB"] == ["2026-06-01", "2026-07-01"]  # what is left of June stays
    assert (
        found["A"]["work_yen"] == 300 and "300 yen" in found["A"]["plan_text"] and "work_h" not in found["A"]
    )


def test_the_day_of_the_list_is_the_first_and_what_passed_may_count_anew(provider):
    case = [damage("A", JOSO, 1, "2026-05-29", 8, days_over=3), damage("B", JOSO, 2, "2026-06-30", 8)]
    wanted = {"INPUT": layer(case), "CAPACITY": [JOSO, "176"], "MONTHS": 1, "WORK_FIELD": "hours"}
    old = run(**wanted)
    found = rows(old["OUTPUT"])
    assert [found[n]["done_on"] for n in "AB"] == ["2026-06-01", "2026-06-02"]
    assert (found["A"]["state"], found["A"]["overdue"], old["MET"], old["LATE"]) == ("late", 1, 1, 1)
    new = run(**wanted, RENEW=True)
    found = rows(new["OUTPUT"])  # R1: the next office day
    assert (found["A"]["state"], found["A"]["plan_due"], found["A"]["overdue"]) == ("met", "2026-06-02", 1)
    assert new["MET"] == 2 and "it was 2026-05-29" in found["A"]["plan_text"]


def test_an_empty_layer_is_an_empty_plan(provider, tmp_path):
    page = tmp_path / "r.html"
    results = run(
        INPUT=layer([]), **{**HANDS, "CAPACITY": None}, REPORT=str(page), XLSX=str(tmp_path / "r.xlsx")
    )
    assert (results["COUNT"], results["PLANNED"], results["GAIN"]) == (0, 0, 0)
    assert "nothing to plan" in page.read_text(encoding="utf-8")


def test_ranks_that_stand_twice_are_refused(provider):
    case = [dict(row) for row in CASE]
    case[1]["rank"] = 1
    with pytest.raises(QgsProcessingException, match="rank of its own"):
        run(INPUT=layer(case), **HANDS)


def test_a_cancelled_run_writes_nothing(provider, tmp_path):
    feedback, page = Listener(), tmp_path / "r.html"
    feedback.cancel()
    results = run(feedback, INPUT=layer(CASE), **HANDS, REPORT=str(page))
    assert "MET" not in results and not page.exists()


def test_the_report_shows_both_plans_and_why_deadlines_fall(provider, tmp_path):
    page, book = tmp_path / "計画.html", tmp_path / "計画.xlsx"
    run(INPUT=layer(CASE), **HANDS, POOLED=False, REPORT=str(page), XLSX=str(book))
    text = page.read_text(encoding="utf-8")
    assert (
        "Joint work keeps 1 deadlines more: 4 instead of 3 of 4." in text and "none (best possible)" in text
    )
    assert "no B1" in text and "no A1" not in text  # only B1 misses
    assert "http" not in text
    sheets = openpyxl.load_workbook(book)
    cities = {row[0]: row[4:8] for row in sheets["Cities"].values}
    assert (
        cities["守谷市"] == (2, 1, 2, 1)
        and cities["常総市"] == (2, 2, 2, 0)
        and cities["All"] == (4, 3, 4, 1)
    )
    lost = list(sheets["Deadlines not kept"].values)
    assert len(lost) == 2 and lost[1][:2] == (2, "no B1") and lost[1][10] == "2026-06-01 (kept)"
    assert [row[0] for row in sheets["Repairs"].values][1:] == [1, 2, 3, 4]


def test_the_layer_opens_with_its_style(provider):
    from qgis import processing

    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    wanted = {"INPUT": layer(CASE), "OUTPUT": "memory:", "LANGUAGE": 0, **HANDS}
    made = processing.run("gunmane:workplan", wanted, context=context, feedback=Listener())["OUTPUT"]
    assert made.renderer().type() == "RuleRenderer" and made.labelsEnabled()
    assert made.attributeAlias(made.fields().indexOf("done_on")) == "実施日"
    drawn = {rule.filterExpression() for rule in made.renderer().rootRule().children()}
    assert {f"\"state\" = '{state}'" for state in ("met", "late", "missed", "done", "open")} <= drawn
    words = made.editorWidgetSetup(made.fields().indexOf("state")).config()["map"]
    assert {"● 期限内に実施": "met"} in words


def test_a_second_plan_replaces_the_fields_of_the_first(provider):
    first = run(INPUT=layer(CASE), **HANDS)["OUTPUT"]
    second = run(INPUT=first, **HANDS, POOLED=False)["OUTPUT"]
    assert days(second) == APART and second.fields().names() == first.fields().names()


def chain(store, when):
    """judge -> prioritize -> workplan as in the model designer."""
    model = QgsProcessingModelAlgorithm("chain", "chain")
    source = QgsProcessingModelChildParameterSource
    steps = {
        "judge": {"INPUT": source.fromStaticValue(f"{store}|layername=damage")},
        "prioritize": {"INPUT": source.fromChildOutput("judge", "OUTPUT")},
        "workplan": {"INPUT": source.fromChildOutput("prioritize", "OUTPUT"),
                     "CAPACITY": source.fromStaticValue(["*", "40"]), "STORE": source.fromStaticValue(str(store)),
                     "NAME": source.fromStaticValue("年間"),
                     "OUTPUT": source.fromStaticValue(str(Path(store).with_name("plan.gpkg")))},
    }  # fmt: skip
    for name, parameters in steps.items():
        step = QgsProcessingModelChildAlgorithm(
            "gunmane:judgestandards" if name == "judge" else f"gunmane:{name}"
        )
        step.setChildId(name)
        if name != "workplan":
            parameters["AS_OF"] = source.fromStaticValue(when)
        for key, value in parameters.items():
            step.addParameterSources(key, [value])
        model.addChildAlgorithm(step)
    return model


@pytest.mark.parametrize(
    ("change", "words"),
    [({"due": "soon"}, "due: 1 cells of the field due are no dates .first: row 1"),
     ({"band": "Q"}, "1 damages have no band A, B or C .first: A1"), ({"band": None}, "no band A, B or C .first: A1")],
)  # fmt: skip
def test_deadlines_and_bands_that_cannot_be_read_are_named(provider, change, words):
    with pytest.raises(QgsProcessingException, match=words):
        run(INPUT=layer([{**CASE[0], **change}, *CASE[1:]]), **HANDS)


@pytest.mark.parametrize(
    ("wish", "words"),
    [({"CAPACITY": [JOSO, "1e300", MORIYA, "1"]}, "1e.300 in a month is more than can be planned with .082112"),
     ({"START": "1800-01-01"}, "Office days are known from 1949"),
     ({"START": "2099-12-01", "MONTHS": 12}, "to 2100-11")],
)  # fmt: skip
def test_amounts_and_days_beyond_what_can_be_reckoned_are_refused(provider, wish, words):
    with pytest.raises(QgsProcessingException, match=words):
        run(INPUT=layer(CASE), **{**HANDS, **wish})


@pytest.mark.parametrize("name", ["REPORT", "XLSX", "EFFORTS_TABLE"])
def test_files_that_cannot_be_written_are_told_in_words(provider, tmp_path, name):
    with pytest.raises(QgsProcessingException, match=r"cannot be written[\s\S]*Close it where it is open"):
        run(INPUT=layer(CASE), **HANDS, **{name: str(tmp_path)})


def test_judging_ranking_and_planning_in_a_model_kept_once(provider, tmp_path):
    city = City(tmp_path)
    city.run()
    for _ in range(2):
        _, good = chain(city.store, "2025-04-10").run({}, QgsProcessingContext(), Listener())
        assert good
    planned = rows(QgsVectorLayer(str(city.store.with_name("plan.gpkg")), "plan", "ogr"))
    assert len(planned) == 2 and [r["state"] for r in planned.values() if r["judge"] == "L2"] == ["late"]
    kept = city.rows("plan_run", "plan_id, name, params, note", "kind = '作業計画'")
    assert len(kept) == 1 and kept[0][0].startswith("work-") and kept[0][1] == "年間"
    assert json.loads(kept[0][2])["amounts"] == {MORIYA: [40.0] * 12}
    texts = city.rows("judgement", "damage, reason", f"plan_id = '{kept[0][0]}'")
    assert texts == [(n, r["plan_text"]) for n, r in planned.items() if r["plan_text"]]


def test_the_shipped_model_runs_from_folders_to_a_plan_by_qgis_process(tmp_path, samples, root):
    program = shutil.which("qgis_process")
    if program is None:
        pytest.skip("qgis_process is not on this machine")
    ours = next(path for path in samples.iterdir() if path.name.startswith(MORIYA))
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / ours.name).symlink_to(ours)
    model = samples / "models" / "yearly_plan.model3"
    assert "/" + "work" not in model.read_text(encoding="utf-8")
    script = (
        'cd "$1" && . scripts/env.sh && headless && qgis_process plugins enable gunmane >/dev/null 2>&1;'
        ' shift; exec "$@"'
    )
    command = [
        program, "--json", "run", str(model), "--", f"FOLDER={tmp_path / 'in'}", f"STORE={tmp_path / 's.gpkg'}",
        "AS_OF=2026-03-31", "CAPACITY=*,40", f"workplan={tmp_path / 'plan.gpkg'}", f"plan_report={tmp_path / 'p.html'}",
    ]  # fmt: skip
    done = subprocess.run(
        ["bash", "-c", script, "bash", str(root), *command], capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr[-2000:]
    planned = rows(QgsVectorLayer(str(tmp_path / "plan.gpkg"), "plan", "ogr"))
    assert len(planned) > 1000
    assert {r["crew"] for r in planned.values() if r["state"]} == {"共同"}
    assert "作業計画" in (tmp_path / "p.html").read_text(encoding="utf-8")
