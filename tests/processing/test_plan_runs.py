"""``judgestandards`` with a store: the judgement kept as a plan run and adopted, by every door."""

import os
import sqlite3
import subprocess
import sys

import pytest
from qgis.core import QgsProcessingException, QgsProcessingFeedback, QgsVectorLayer

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "layers"))
from city_fixture import City

AS_OF = "2026-06-10T09:00:00"


class Listener(QgsProcessingFeedback):
    def __init__(self):
        super().__init__(False)
        self.said = []

    def pushInfo(self, text):
        self.said.append(text)

    def pushWarning(self, text):
        self.said.append(text)


@pytest.fixture
def city(tmp_path, provider):
    made = City(tmp_path)
    made.run()
    return made


def judge(city, feedback=None, **more):
    from qgis import processing

    parameters = {
        "INPUT": f"{city.store}|layername=damage", "AS_OF": AS_OF, "STORE": str(city.store), "OUTPUT": "memory:",
    }  # fmt: skip
    return processing.run("gunmane:judgestandards", parameters | more, feedback=feedback or Listener())


def outdated(city):
    from gunmane.layers import planning
    from gunmane.layers.store import open_store

    with open_store(city.store, readonly=True) as store:
        return dict(planning.outdated(store)[["dmg_id", "why"]].itertuples(index=False))


def test_a_run_is_kept_and_adopted(city):
    results = judge(city, NAME="協議会", AUTHOR="係長", ADOPT=True)
    plan = results["PLAN"]
    assert city.rows("plan_run", "plan_id, name, author, adopted, std_ver, kind") == [
        (plan, "協議会", "係長", 1, "2025-04", "水準判定")
    ]
    stored = city.rows("damage", "judge, judge_plan, judge_at, judge_reason, due_tmp, visit_due, edited_at")
    layer = {f["uuid"]: f for f in results["OUTPUT"].getFeatures()}
    kept = city.rows("judgement", "damage, level, reason, due_tmp, visit_due, hits IS NOT NULL")
    assert len(kept) == len(stored) == 2 and {row[0] for row in stored} == {"L2", "NJ"}
    for uuid, level, reason, due_tmp, visit_due, _ in kept:
        assert (layer[uuid]["judge"], layer[uuid]["judge_reason"]) == (level, reason)
        assert (layer[uuid]["due_tmp"] or None, layer[uuid]["visit_due"] or None) == (due_tmp, visit_due)
    assert {row[1] for row in stored} == {plan} and {row[2] for row in stored} == {AS_OF + "+09:00"}
    assert all(row[6] is None for row in stored) and outdated(city) == {}


def test_the_same_run_is_kept_once_and_another_day_is_another_run(city):
    first = judge(city)["PLAN"]
    listener = Listener()
    assert judge(city, listener, NAME="別名", ADOPT=True)["PLAN"] == first
    assert any("already" in text or "既に" in text or "すでに" in text for text in listener.said)
    assert city.rows("plan_run", "count(*), max(adopted)") == [(1, 1)]
    assert judge(city, AS_OF="2026-06-11T09:00:00")["PLAN"] != first
    # Adopting wrote judgement into the damages: that is no other input.
    assert judge(city)["PLAN"] == first


def test_without_a_store_nothing_is_kept(city):
    assert "PLAN" not in judge(city, STORE=None)
    assert city.rows("plan_run") == []


def test_a_changed_measure_is_listed_until_it_is_judged_again(city):
    judge(city, ADOPT=True)
    city.edit("UPDATE damage SET depth_cm = 11 WHERE dmg_id LIKE '%D1'")
    assert outdated(city) == {"082244-D1": "changed"}
    judge(city, ADOPT=True)
    assert outdated(city) == {} and city.rows("damage", "judge", "dmg_id LIKE '%D1'") == [("L3",)]


def test_damages_of_another_store_are_said(city):
    layer = QgsVectorLayer("None?field=uuid:string&field=ft:string&field=dt:string", "x", "memory")
    with pytest.raises(QgsProcessingException, match="E-PLANROWS"):
        judge(city, INPUT=_with_row(layer, ["x", "F01", "D01"]))
    bare = QgsVectorLayer("None?field=ft:string&field=dt:string", "x", "memory")
    with pytest.raises(QgsProcessingException, match="uuid"):
        judge(city, INPUT=_with_row(bare, ["F01", "D01"]))
    assert city.rows("plan_run") == []


def test_layers_are_read_as_they_are(provider):
    """Empty numbers stay empty, times keep their offset, texts their quotes, and the order is the source's."""
    from gunmane.processing_provider.frames import attributes
    from qgis.core import QgsFeature
    from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

    spec = "field=n:double&field=i:integer&field=t:string&field=b:boolean&field=d:date&field=m:datetime&field=x y:int"
    layer = QgsVectorLayer(f"Point?crs=EPSG:6677&{spec}", "x", "memory")
    moment = QDateTime(QDate(2026, 4, 1), QTime(9, 5, 0), Qt.TimeSpec.OffsetFromUTC, 9 * 3600)
    rows = [
        [0.1 + 0.2, 0, '"引用"\n\\', True, QDate(2026, 4, 1), moment, 7],
        [None] * 7,
        [0.0, -3, "", False, None, None, 0],
    ]
    for row in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(row)
        layer.dataProvider().addFeatures([feature])
    read = attributes(layer)
    assert read.to_numpy().tolist() == [
        [0.1 + 0.2, 0, '"引用"\n\\', True, "2026-04-01", "2026-04-01T09:05:00+09:00", 7],
        [None] * 7,
        [0.0, -3, None, False, None, None, 0],
    ]
    assert list(attributes(layer, ["x y", "nowhere", "n"]).columns) == ["n", "x y"]
    assert attributes(layer, ["nowhere"]).shape == (3, 0)
    empty = QgsVectorLayer(f"None?{spec}", "x", "memory")
    assert attributes(empty).shape == (0, 7)


def test_qgis_process_keeps_a_run(city, root):
    script = (
        f'. "{root}/scripts/env.sh"; headless; qgis_process plugins enable gunmane >/dev/null 2>&1;'
        f' qgis_process run gunmane:judgestandards -- INPUT="{city.store}|layername=damage" AS_OF={AS_OF}'
        f' STORE="{city.store}" ADOPT=true OUTPUT="{city.store.parent}/judged.gpkg"'
    )
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, timeout=180)
    assert done.returncode == 0, done.stdout + done.stderr
    ((plan,),) = city.rows("plan_run", "plan_id", "adopted = 1")
    assert f"PLAN:\t{plan}" in done.stdout
    con = sqlite3.connect(city.store.parent / "judged.gpkg")
    assert con.execute("SELECT count(*) FROM judged").fetchone() == (2,)
    con.close()


def _with_row(layer, row):
    from qgis.core import QgsFeature

    feature = QgsFeature(layer.fields())
    feature.setAttributes(row)
    layer.dataProvider().addFeatures([feature])
    return layer
