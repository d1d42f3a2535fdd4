"""The dock 確認待ち, by its widgets: what a clerk sees, clicks and types, and what the store holds afterwards."""

from __future__ import annotations

import importlib.util
import json
import sqlite3
import time
from pathlib import Path

import pytest
from qgis.core import QgsPointXY, QgsProject, QgsRectangle, QgsSettings, QgsVectorLayer
from qgis.gui import QgsRubberBand, QgsVertexMarker
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QMainWindow

SPEC = importlib.util.spec_from_file_location(
    "city_fixture", Path(__file__).parent.parent / "layers" / "city_fixture.py"
)
city_fixture = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(city_fixture)

ROWS = [
    "R7-1,R7.4.1,電話,通報,穴があいている,,,大柏950-1,35.95142,139.97542,082244",
    "R7-2,R7.4.2,窓口,要望,草が伸びている,試験花子,0297-00-0002,大柏地内,,,082244",
    "R7-3,R7.4.3,電話,通報,街灯が消えている,,,大柏950-1,,,082244",
    "R7-4,R7.4.4,電話,たより,側溝の蓋,,,大柏950-1,35.9512,139.9755,082244",
    "R7-5,R7.4.5,電話,たより,舗装の段差,,,大柏950-1,35.9513,139.9755,082244",
    "R7-6,R7.4.6,電話,たより,白線が薄い,試験太郎,,大柏950-1,35.9513,139.9757,082244",
    ",R7.4.7,電話,通報,番号のない行,試験次郎,0297-00-0003,大柏950-1,35.9513,139.9758,082244",
    "R7-1,R7.4.8,電話,通報,同じ番号の行,,,大柏950-1,35.9514,139.9758,082244",
]
PLACE, CODE, ASIDE, CONFLICT, TWIN = "位置未特定", "コード不明", "保留行", "値の衝突", "重複候補"


@pytest.fixture
def city(tmp_path):
    city = city_fixture.City(tmp_path)
    city.requests(ROWS)
    city.run()
    return city


@pytest.fixture
def panel(city, qgis_iface, qgis_new_project, monkeypatch):
    """A panel that has read the city's store, at the widest the tests need."""
    from gunmane.ui.review_dock import actions

    QgsSettings().remove("gunmane")
    # Not by the setting itself: test runs beside this one share the profile, and clear it.
    monkeypatch.setattr(actions, "who", lambda: "係長")
    made = make_panel(qgis_iface)
    made.open_store(city.store, by_hand=True)
    wait(made)
    yield made
    made.close_down()
    made.deleteLater()
    settle()
    QgsSettings().remove("gunmane")


def make_panel(qgis_iface):
    from gunmane.ui.review_dock.panel import ReviewPanel

    canvas = qgis_iface.mapCanvas()
    canvas.resize(400, 300)
    canvas.window().show()
    panel = ReviewPanel(canvas)
    panel.resize(460, 700)
    panel.show()
    return panel


def settle():
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def wait(panel, seconds=20):
    """Until the list has been read."""
    until = time.monotonic() + seconds
    QCoreApplication.processEvents()
    while panel.jobs.busy() and time.monotonic() < until:
        QCoreApplication.processEvents()
        time.sleep(0.01)
    assert not panel.jobs.busy()


def show(panel, kind, number=None):
    """Filter by kind, as a clerk does; then select the first rows of the list."""
    box = panel.filters.kind
    assert box.findData(kind) >= 0, [box.itemText(n) for n in range(box.count())]
    box.setCurrentIndex(box.findData(kind))
    if number:
        panel.select(list(range(number)))
        panel.selection_changed()
    return shown(panel)


def shown(panel):
    return [panel.model.item(row) for row in range(panel.model.rowCount())]


def click(button):
    assert button.isEnabled() and button.isVisible(), button.text()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def sql(city, statement, *values):
    con = sqlite3.connect(city.store)
    try:
        found = con.execute(statement, values).fetchall()
        con.commit()
        return found
    finally:
        con.close()


def messages(panel):
    return [panel.bar.words.text()] if panel.bar.isVisible() else []


# --- the list -------------------------------------------------------------------------------------------------


def test_everything_that_waits_is_listed_with_reason_and_place_in_the_file(panel, city):
    ((reviews,), (aside,)) = sql(
        city,
        "SELECT count(*) FROM review_item UNION ALL SELECT count(*) FROM set_aside WHERE state = '未対応'",
    )
    assert len(shown(panel)) == reviews + aside == 7
    assert {item.kind for item in shown(panel)} >= {PLACE, CODE, ASIDE}
    (row,) = [n for n, item in enumerate(shown(panel)) if item.code == "E-NOKEY"]
    cells = [panel.model.index(row, column).data() for column in range(6)]
    assert cells[0] == "Row set aside" and "no number" in cells[2] and "要望.csv, row 8" in cells[4]


def test_the_numbers_by_city_and_kind_filter_by_a_click(panel):
    panel.counts_button.click()
    table = panel.counts
    at = next(n for n in range(table.columnCount()) if table.horizontalHeaderItem(n).text() == "Unknown code")
    assert table.item(0, at).text() == "3"
    table.cellClicked.emit(0, at)
    assert [item.kind for item in shown(panel)] == [CODE] * 3
    assert panel.filters.kind.currentData() == CODE


def test_typing_finds_what_holds_all_the_words(panel):
    panel.filters.text.setText("たより 要望.csv")
    QTest.keyClick(panel.filters.text, Qt.Key.Key_Return)
    assert [item.kind for item in shown(panel)] == [CODE] * 3
    panel.filters.text.setText("no such words")
    QTest.keyClick(panel.filters.text, Qt.Key.Key_Return)
    assert shown(panel) == [] and "fits the filter" in panel.empty.text()


def test_a_column_orders_rows_by_number_and_keeps_the_selection(panel):
    show(panel, CODE)
    panel.select([0])
    chosen = panel.selected()[0].id
    panel.table.sortByColumn(4, Qt.SortOrder.DescendingOrder)
    assert [item.row for item in shown(panel)] == [7, 6, 5]
    assert [item.id for item in panel.selected()] == [chosen]


def test_thirty_thousand_items_are_listed_filtered_and_ordered_within_a_second():
    from gunmane.layers.review.queue import Item
    from gunmane.ui.review_dock.model import ItemModel, Wanted

    items = [
        Item(str(n), "review", f"0822{n % 4}4", CODE, "W-CODE", "request", str(n), None, "kd", f"表記{n % 50}",
             None, {}, "要望.csv", None, n, None)
        for n in range(30_000)
    ]  # fmt: skip
    model = ItemModel()
    start = time.perf_counter()
    model.show(items, {})
    for row in range(40):  # a screenful
        for column in range(6):
            model.index(row, column).data()
    assert time.perf_counter() - start < 0.3
    start = time.perf_counter()
    model.want(Wanted(text="表記7"))
    assert model.rowCount() == 600
    model.want(Wanted())
    model.sort(2, Qt.SortOrder.DescendingOrder)
    assert time.perf_counter() - start < 2.0


# --- codes and texts ------------------------------------------------------------------------------------------


def test_a_code_is_chosen_for_all_that_are_written_alike_and_the_next_item_is_selected(panel, city):
    show(panel, CODE)
    panel.select([0])
    panel.selection_changed()
    editor = panel.detail.value
    assert panel.detail.editor() is editor and editor.written.text() == "たより"
    assert not panel.detail.main_button.isEnabled()
    editor.codes.setFocus()
    label = next(
        editor.codes.itemText(n) for n in range(editor.codes.count()) if editor.codes.itemData(n) == "K1"
    )
    editor.codes.setEditText("")
    QTest.keyClicks(editor.codes.lineEdit(), "k1")
    assert panel.detail.main_button.isEnabled() and label
    panel.detail.for_alike.click()
    assert "3 items" in panel.detail.main_button.text()
    click(panel.detail.main_button)
    assert sql(city, "SELECT DISTINCT kd FROM request WHERE src_row IN (5, 7)") == [("K1",)]
    assert sql(city, "SELECT DISTINCT decision, decided_by FROM review_item WHERE kind = ?", CODE) == [
        ("修正", "係長")
    ]
    assert panel.model.rowCount() == 0 and "3" in panel.said.text()


def test_a_standing_code_is_kept_for_later_imports(panel, city):
    show(panel, CODE, 1)
    panel.detail.value.codes.setCurrentIndex(panel.detail.value.codes.findData("K1"))
    panel.detail.standing.click()
    assert panel.detail.for_alike.isChecked() and not panel.detail.for_alike.isEnabled()
    click(panel.detail.main_button)
    assert sql(city, "SELECT count(*), max(standing) FROM decision") == [(3, 1)]


def test_many_selected_say_their_number_on_the_buttons(panel, city):
    show(panel, CODE, 2)
    assert panel.detail.title.text() == "2 items selected"
    assert "2 items" in panel.detail.accept_button.text()
    panel.detail.note.setText("紙の台帳で確認")
    click(panel.detail.accept_button)
    assert sql(city, "SELECT DISTINCT action, note FROM decision") == [("accept", "紙の台帳で確認")]
    assert len(shown(panel)) == 1


def test_keys_alone_go_through_the_list(panel, city):
    show(panel, CODE)
    panel.activateWindow()
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_J)
    assert panel.table.currentIndex().row() == 1
    QTest.keyClick(panel.table, Qt.Key.Key_K)
    for _ in range(3):
        QTest.keyClick(panel.table, Qt.Key.Key_A)
    assert sql(city, "SELECT count(*) FROM decision WHERE action = 'accept'") == [(3,)]


def test_letters_typed_into_a_text_decide_nothing(panel, city):
    show(panel, CODE, 1)
    panel.detail.note.setFocus()
    QTest.keyClicks(panel.detail.note, "AR")
    assert panel.detail.note.text() == "AR" and sql(city, "SELECT count(*) FROM decision") == [(0,)]


# --- places ---------------------------------------------------------------------------------------------------


def test_a_place_is_taken_from_the_map_and_decided_with_enter(panel, city, qgis_iface):
    canvas = qgis_iface.mapCanvas()
    items = show(panel, PLACE)
    first = next(n for n, item in enumerate(items) if item.row == 3)
    panel.select([first])
    panel.selection_changed()
    canvas.setDestinationCrs(panel.map.crs)
    ((x, y),) = sql(city, "SELECT minx, miny FROM rtree_request_geom LIMIT 1")
    canvas.setExtent(QgsRectangle(x - 50, y - 50, x + 50, y + 50))
    click(panel.detail.place.map_button)
    assert canvas.mapTool() is panel.tool
    panel.tool.picked.emit(QgsPointXY(x + 7, y + 3))
    assert panel.detail.place.answer().point == pytest.approx((x + 7, y + 3))
    assert [i for i in canvas.scene().items() if isinstance(i, QgsVertexMarker)]
    uuid = panel.selected()[0].row_uuid
    QApplication.setActiveWindow(canvas.window())
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    ((minx, miny),) = sql(
        city, "SELECT minx, miny FROM rtree_request_geom JOIN request ON fid = id WHERE uuid = ?", uuid
    )
    assert (minx, miny) == pytest.approx((x + 7, y + 3), abs=0.01)
    assert canvas.mapTool() is panel.tool  # the next place can be shown at once
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.mapTool() is not panel.tool and not panel.detail.place.map_button.isChecked()


def test_the_map_point_is_in_the_stores_crs_whatever_the_map_shows(panel, qgis_iface):
    from qgis.core import QgsCoordinateReferenceSystem

    qgis_iface.mapCanvas().setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:6668"))
    x, y = panel.map.to_store(QgsPointXY(139.97542, 35.95142))
    assert panel.detail.place.crs == "EPSG:6677"
    assert (round(x), round(y)) == (12805, -5385) or (12000 < x < 14000 and -6000 < y < -5000)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("35.95142, 139.97542", "degrees"),
        ("35°57′05.112″, 139°58′31.512″", "degrees"),
        ("35.95142 139.97542", "degrees"),
    ],
)
def test_typed_degrees_become_a_place_in_the_stores_crs(text, kind):
    from gunmane.ui.review_dock.place_editor import parse

    assert parse(text, kind, "EPSG:6677") == pytest.approx(
        parse("35.95142,139.97542", "degrees", "EPSG:6677"), abs=0.2
    )


def test_typed_metres_are_north_first_and_nonsense_is_told(panel):
    from gunmane.ui.review_dock.place_editor import METRES, parse

    assert parse("-5390.1, 12870.4", METRES, "EPSG:6677") == (12870.4, -5390.1)
    show(panel, PLACE, 1)
    editor = panel.detail.place
    for wrong in ("北のほう", "1", "139.9, 35.9"):
        editor.typed.setText(wrong)
        editor.typed.editingFinished.emit()
        assert editor.answer() is None and editor.said.text()


def test_a_candidate_place_is_one_click(panel, city):
    items = show(panel, PLACE)
    at = next(n for n, item in enumerate(items) if item.row == 4)  # others with its address are placed
    panel.select([at])
    panel.selection_changed()
    hints = panel.detail.place.hints
    assert hints.count() >= 1
    hints.itemClicked.emit(hints.item(0))
    assert panel.detail.place.answer() is not None
    click(panel.detail.main_button)
    assert sql(city, "SELECT action FROM decision") == [("place",)]


def test_a_place_outside_the_city_is_refused_and_stays_in_the_list(panel, city):
    show(panel, PLACE, 1)
    before = panel.selected()[0].id
    panel.detail.place.take((60000.0, 60000.0))
    click(panel.detail.main_button)
    assert panel.model.row_of(before) >= 0 and "outside the city" in messages(panel)[0]


# --- conflicts, rows set aside --------------------------------------------------------------------------------


@pytest.fixture
def conflict(city):
    """R7-1 was edited by hand, and its ledger changed since."""
    city.edit("UPDATE request SET body = '手で直した', kd = 'K2' WHERE src_key = 'R7-1'")
    city.requests([ROWS[0].replace("穴があいている", "大きな穴").replace("通報", "苦情"), *ROWS[1:]])
    city.run()
    return city


def test_a_conflict_shows_both_values_and_takes_each_field_s_side(conflict, panel):
    show(panel, CONFLICT, 1)
    table = panel.detail.conflict.table
    texts = {
        table.item(n, 0).text(): [table.item(n, c).text() for c in (1, 2)] for n in range(table.rowCount())
    }
    assert ["手で直した", "大きな穴"] in texts.values() and len(texts) == 2
    assert not panel.detail.main_button.isEnabled()
    for n in range(table.rowCount()):
        side = 2 if "大きな穴" in table.item(n, 2).text() else 1
        QTest.mouseClick(
            table.viewport(),
            Qt.MouseButton.LeftButton,
            pos=table.visualItemRect(table.item(n, side)).center(),
        )
    click(panel.detail.main_button)
    assert sql(conflict, "SELECT body, kd FROM request WHERE src_key = 'R7-1'") == [("大きな穴", "K2")]


def test_a_conflict_can_be_kept_as_stored_with_one_key(conflict, panel):
    show(panel, CONFLICT, 1)
    assert not panel.detail.reject_button.isVisible()
    panel.activateWindow()
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_A)
    assert sql(conflict, "SELECT body, kd FROM request WHERE src_key = 'R7-1'") == [("手で直した", "K2")]
    assert sql(conflict, "SELECT action FROM decision") == [("choose",)]


def test_a_cell_of_a_row_set_aside_is_corrected_for_the_next_import(panel, city, monkeypatch):
    from qgis import processing

    show(panel, ASIDE)
    at = next(n for n, item in enumerate(shown(panel)) if item.code == "E-NOKEY")
    panel.select([at])
    panel.selection_changed()
    table = panel.detail.cells.table
    labels = [table.item(n, 0).text() for n in range(table.rowCount())]
    name = table.item(labels.index("氏名"), 1)
    assert "試験" not in name.text() and not name.flags() & Qt.ItemFlag.ItemIsEditable
    table.item(labels.index("番号"), 1).setText("R7-9")
    click(panel.detail.main_button)
    panel.load()
    wait(panel)
    assert panel.pending_bar.isVisible() and "1" in panel.pending_text.text()
    panel.filters.state.setCurrentIndex(panel.filters.state.findData("pending"))
    assert "next import" in panel.model.index(0, 5).data()
    opened = []
    monkeypatch.setattr(processing, "execAlgorithmDialog", lambda *given: opened.append(given))
    last = {"082244": {"profile": str(city.profile_path), "folder": str(city.folder)}}
    QgsSettings().setValue("gunmane/imports", json.dumps(last))
    click(panel.import_button)
    (given,) = opened
    assert given[0] == "gunmane:importcity"
    assert given[1] == {
        "PROFILE": str(city.profile_path),
        "FOLDER": str(city.folder),
        "STORE": str(city.store),
    }


def test_rows_that_nobody_may_take_as_they_are_offer_no_acceptance(panel):
    from gunmane.layers.review.actions import ACCEPTABLE

    show(panel, ASIDE)
    for n, item in enumerate(shown(panel)):
        panel.select([n])
        panel.selection_changed()
        assert panel.detail.accept_button.isVisible() == (item.code in ACCEPTABLE)


# --- duplicates -----------------------------------------------------------------------------------------------


@pytest.fixture
def twins(city):
    """R7-4 and R7-5 are suspected of being one."""
    from osgeo import ogr

    (one,), (two,) = sql(city, "SELECT uuid FROM request WHERE src_key IN ('R7-4', 'R7-5') ORDER BY src_key")
    source = ogr.Open(str(city.store), 1)
    layer = source.GetLayerByName("review_item")
    feature = ogr.Feature(layer.GetLayerDefn())
    for name, value in {
        "uuid": "11111111-1111-4111-8111-111111111111", "city_code": "082244", "kind": TWIN, "table": "request",
        "src_file": "要望.csv", "src_row": 5, "row_uuid": one, "other_uuid": two, "decision": "未定",
        "detail": json.dumps({"code": "duplicate_request", "field": None, "title": "twice", "text": "14 m apart"}),
    }.items():  # fmt: skip
        feature.SetField(name, value)
    layer.CreateFeature(feature)
    feature = layer = source = None
    return city


def test_two_rows_stand_beside_each_other_and_the_one_to_keep_is_chosen(twins, panel):
    show(panel, TWIN, 1)
    assert "14 m apart" in panel.detail.why.text()
    table = panel.detail.twin.table
    assert table.item(0, 0).text().startswith("≠ ")  # what differs comes first, marked by more than a colour
    assert [table.item(0, c).text()[-1] for c in (1, 2)] == ["4", "5"]
    panel.detail.twin.keep_other.click()
    click(panel.detail.accept_button)
    ((gone, kept),) = sql(
        twins,
        "SELECT a.dup_of, b.req_no FROM request a, request b WHERE a.src_key = 'R7-4' AND b.src_key = 'R7-5'",
    )
    assert gone == kept
    assert sql(twins, "SELECT dup_of FROM request WHERE src_key = 'R7-5'") == [(None,)]


def test_of_two_the_earlier_stays_unless_a_person_says_otherwise(twins, panel):
    twins.edit(f"UPDATE review_item SET row_uuid = other_uuid, other_uuid = row_uuid WHERE kind = '{TWIN}'")
    panel.load()
    wait(panel)
    show(panel, TWIN, 1)
    assert panel.detail.twin.keep_other.isChecked()
    panel.table.selectAll()
    panel.filters.kind.setCurrentIndex(0)
    twin = next(n for n, item in enumerate(shown(panel)) if item.kind == TWIN)
    code = next(n for n, item in enumerate(shown(panel)) if item.kind == CODE)
    panel.select([twin, code])
    panel.selection_changed()
    click(panel.detail.accept_button)
    ((gone, kept),) = sql(
        twins,
        "SELECT a.dup_of, b.req_no FROM request a, request b WHERE a.src_key = 'R7-5' AND b.src_key = 'R7-4'",
    )
    assert gone == kept


def test_two_different_things_stay_two(twins, panel):
    show(panel, TWIN, 1)
    click(panel.detail.reject_button)
    assert sql(twins, "SELECT dup_of FROM request WHERE src_key IN ('R7-4', 'R7-5')") == [(None,), (None,)]
    assert sql(twins, "SELECT decision FROM review_item WHERE kind = ?", TWIN) == [("却下",)]


def test_the_search_for_duplicates_runs_the_check_on_this_store(panel, city, provider, monkeypatch):
    from qgis import processing
    from qgis.core import QgsApplication

    city.edit("UPDATE damage SET fac_id = 'F-404' WHERE src_key = 'D1'")  # refers to nothing
    opened, told = [], []
    monkeypatch.setattr(processing, "execAlgorithmDialog", lambda *given: opened.append(given))
    panel.runs.told.connect(lambda text, _level: told.append(text))
    click(panel.duplicates_button)
    check = QgsApplication.processingRegistry().createAlgorithmById("gunmane:checkdata")
    assert check.parameterDefinition("REVIEW") is not None
    until = time.monotonic() + 60
    while panel.runs.task is not None and time.monotonic() < until:
        QCoreApplication.processEvents()
        time.sleep(0.02)
    wait(panel)
    assert "The search is done" in told[-1], told
    assert opened == []
    asked = sql(city, "SELECT count(*) FROM review_item WHERE src_key LIKE 'checkdata|%'")
    assert asked[0][0] > 0 and str(asked[0][0]) in told[-1]
    assert "F-404" in [item.raw for item in show(panel, "その他")]


# --- undo, history --------------------------------------------------------------------------------------------


def test_undo_and_redo_by_keys_and_from_the_history(panel, city):
    show(panel, CODE, 2)
    click(panel.detail.accept_button)
    panel.activateWindow()
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    wait(panel)
    assert len(shown(panel)) == 3 and "2" in panel.said.text()
    QTest.keyClick(
        panel.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    wait(panel)
    assert len(shown(panel)) == 1
    click(panel.history_button)
    table = panel.history.table
    assert table.rowCount() == 1 and [table.item(0, c).text() for c in (1, 3)] == ["係長", "2"]
    click(panel.history.undo_button)
    wait(panel)
    assert "taken back" in table.item(0, 4).text() and not panel.history.undo_button.isEnabled()
    assert sql(city, "SELECT count(*) FROM review_item WHERE decision <> '未定'") == [(0,)]
    click(panel.history.redo_button)
    wait(panel)
    assert sql(city, "SELECT count(*) FROM review_item WHERE decision <> '未定'") == [(2,)]


def test_what_is_decided_says_who_and_when_and_leads_to_its_history(panel, city):
    show(panel, CODE, 1)
    click(panel.detail.accept_button)
    panel.load()
    wait(panel)
    panel.filters.kind.setCurrentIndex(0)
    panel.filters.state.setCurrentIndex(panel.filters.state.findData("decided"))
    assert len(shown(panel)) == 1
    panel.select([0])
    panel.selection_changed()
    assert not panel.detail.foot.isVisible() and "係長" in panel.detail.decided_text.text()
    click(panel.detail.history_button)
    assert panel.history.only_item.isChecked() and panel.history.table.rowCount() == 1
    click(panel.history.undo_button)
    wait(panel)
    assert sql(city, "SELECT count(*) FROM review_item WHERE decision <> '未定'") == [(0,)]


def test_very_many_are_decided_beside_the_window(panel, city, monkeypatch):
    from gunmane.ui.review_dock import actions

    monkeypatch.setattr(actions, "MANY", 1)
    show(panel, CODE, 3)
    click(panel.detail.accept_button)
    assert panel.deciding.jobs.busy("decide")
    panel.detail.accept()  # a second press decides nothing twice
    until = time.monotonic() + 20
    while panel.deciding.jobs.busy() and time.monotonic() < until:
        QCoreApplication.processEvents()
    assert sql(city, "SELECT count(*), count(DISTINCT batch) FROM decision") == [(3, 1)]
    assert shown(panel) == []


# --- locks, stores, life --------------------------------------------------------------------------------------


def test_nothing_is_decided_or_lost_while_a_layer_of_the_store_is_edited(panel, city):
    layer = QgsVectorLayer(f"{city.store}|layername=request", "要望", "ogr")
    QgsProject.instance().addMapLayer(layer)
    layer.startEditing()
    show(panel, CODE, 1)
    panel.detail.note.setText("あとで")
    chosen = panel.selected()
    click(panel.detail.accept_button)
    assert "being edited" in messages(panel)[0] and sql(city, "SELECT count(*) FROM decision") == [(0,)]
    assert panel.selected() == chosen and panel.detail.note.text() == "あとで"
    layer.rollBack()
    click(panel.detail.accept_button)
    assert sql(city, "SELECT count(*) FROM decision") == [(1,)]


def test_who_decides_is_the_setting_else_the_computers_user(monkeypatch):
    import getpass

    from gunmane.ui.review_dock import actions

    name = {"user_name": " 道路課 係長 "}
    monkeypatch.setattr(actions.settings, "value", name.get)
    monkeypatch.setattr(getpass, "getuser", lambda: "pc-user")
    assert actions.who() == "道路課 係長"
    name["user_name"] = ""
    assert actions.who() == "pc-user"


def test_a_locked_store_is_told_at_once(panel, city):
    show(panel, CODE, 1)
    other = sqlite3.connect(city.store, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    start = time.monotonic()
    click(panel.detail.accept_button)
    other.execute("ROLLBACK")
    other.close()
    assert time.monotonic() - start < 5 and "Nothing was decided" in messages(panel)[0]
    click(panel.detail.accept_button)
    assert sql(city, "SELECT count(*) FROM decision") == [(1,)]


def test_only_the_layers_of_the_decided_table_are_drawn_again(panel, city):
    drawn = []
    for table in ("request", "damage", "review_item"):
        layer = QgsVectorLayer(f"{city.store}|layername={table}", table, "ogr")
        QgsProject.instance().addMapLayer(layer)
        layer.repaintRequested.connect(lambda *_a, t=table: drawn.append(t))
    show(panel, CODE, 1)
    drawn.clear()
    click(panel.detail.accept_button)
    assert "request" in drawn and "review_item" in drawn and "damage" not in drawn


def test_what_is_being_typed_survives_reading_the_list_again(panel):
    show(panel, CODE, 1)
    panel.detail.note.setText("途中")
    panel.load()
    wait(panel)
    assert panel.detail.note.text() == "途中"


def test_the_store_is_that_of_the_open_map_else_that_of_the_settings(city, tmp_path, qgis_new_project):
    from gunmane.ui.review_dock.stores import find_store

    assert find_store() is None
    other = tmp_path / "other.gpkg"
    other.write_bytes(b"")
    QgsSettings().setValue("gunmane/store", str(other))
    assert find_store() == other
    layer = QgsVectorLayer(f"{city.store}|layername=review_item|geometrytype=Point", "確認事項", "ogr")
    QgsProject.instance().addMapLayer(layer)
    assert find_store() == city.store
    QgsSettings().remove("gunmane")


def test_a_file_that_is_no_store_is_told(panel, tmp_path):
    wrong = tmp_path / "wrong.gpkg"
    wrong.write_bytes(b"no store")
    panel.open_store(wrong, by_hand=True)
    wait(panel)
    assert panel.model.rowCount() == 0 and messages(panel)


def test_the_samples_four_cities_are_listed_and_every_kind_can_be_looked_at(
    samples, qgis_iface, qgis_new_project, tmp_path_factory
):
    from gunmane.layers.importing import import_cities
    from gunmane.layers.profile import load_profile, resolve_profile

    store = tmp_path_factory.mktemp("sample") / "gunmane.gpkg"
    folder = min(p for p in samples.iterdir() if p.name[:6].isdigit())
    import_cities([(load_profile(resolve_profile(folder.name[:6])), folder)], store)
    panel = make_panel(qgis_iface)
    try:
        panel.open_store(store, by_hand=True)
        wait(panel)
        kinds = {item.kind for item in shown(panel)}
        assert kinds >= {PLACE, CODE, ASIDE} and panel.model.rowCount() > 300
        for kind in kinds:
            show(panel, kind)
            for row in range(0, panel.model.rowCount(), max(panel.model.rowCount() // 5, 1)):
                panel.select([row])
                panel.selection_changed()
                assert panel.detail.title.text() and panel.detail.why.text() and not messages(panel)
    finally:
        panel.close_down()
        panel.deleteLater()
        settle()


def test_hiding_leaves_nothing_on_the_map(panel, qgis_iface):
    def ours():
        items = qgis_iface.mapCanvas().scene().items()
        return [i for i in items if isinstance(i, (QgsRubberBand, QgsVertexMarker)) and i.isVisible()]

    show(panel, CODE, 1)
    assert ours()
    panel.sleep()
    until = time.monotonic() + 5
    while ours() and time.monotonic() < until:  # QGIS's own flash fades away
        QCoreApplication.processEvents()
    assert ours() == []


def test_the_plugin_adds_the_dock_once_and_takes_it_back(qgis_iface, qgis_processing, monkeypatch):
    import gunmane.plugin

    monkeypatch.setattr(gunmane.plugin, "iface", qgis_iface)
    window, docks = QMainWindow(), []
    window.show()

    def add(area, dock):
        docks.append(dock)
        window.addDockWidget(area, dock)

    monkeypatch.setattr(qgis_iface, "addDockWidget", add)
    monkeypatch.setattr(qgis_iface, "removeDockWidget", lambda dock: docks.remove(dock))
    plugin = gunmane.plugin.GunmanePlugin()
    plugin.initGui()
    action = next(a for a in plugin.actions if a.objectName() == "gunmane_review")
    assert action.isCheckable() and not action.isChecked()
    action.trigger()
    (dock,) = docks
    assert action.isChecked() and dock.panel is not None
    action.trigger()
    action.trigger()
    assert len(docks) == 1
    panel = dock.panel
    plugin.unload()
    settle()
    assert docks == [] and sip.isdeleted(dock) and sip.isdeleted(panel)
    QgsProject.instance().clear()  # no signal of the project reaches what is gone
