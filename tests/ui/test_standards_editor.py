"""The standards editor, by its widgets: what an official sees, types and saves, and what the store holds then."""

from __future__ import annotations

import datetime
import random
import sqlite3
import time

import numpy as np
import pandas as pd
import pytest
from qgis.core import QgsProject, QgsSettings, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QMessageBox

COMMON = ("common", "")
MORIYA, JOSO, BANDO = ("city", "082244"), ("city", "082112"), ("city", "082287")
TODAY = datetime.date.today()
YEAR = TODAY.year + (TODAY.month >= 4)  # in whose April a new version begins, unless another day is chosen
VER, FIRST, BEFORE = f"{YEAR}-04", f"{YEAR}-04-01", f"{YEAR}-03-31"
DAMAGES = pd.DataFrame(
    [("082244", "F01", "D01", d, "082244-C3-1") for d in (1.0, 3.5, 4.0, 4.5, 5.5, 12.0)]
    + [("082112", "F01", "D01", d, "082112-C1-1") for d in (2.0, 4.5, 5.0, 11.0)]
    + [("082287", "F15", "D15", d, "082287-C3-9") for d in (40.0, 65.0, 75.0, 110.0)],
    columns=["city_code", "ft", "dt", "value", "route_key"],
)


@pytest.fixture
def store(tmp_path):
    """A store with the built-in sets of four cities and a few damages."""
    from gunmane.layers.standards import write_standards
    from gunmane.layers.store import create_store
    from gunmane.processing_provider.standards.common import builtin_rows

    path = tmp_path / "gunmane.gpkg"
    create_store(path).close()
    write_standards(path, builtin_rows(), "始めた人")
    con = sqlite3.connect(path)
    for name in ("IsEmpty", "MinX", "MaxX", "MinY", "MaxY"):  # the spatial index has nothing to do here
        con.create_function(f"ST_{name}", 1, lambda _blob: 1)
    for n, row in enumerate(DAMAGES.itertuples(index=False)):
        measure = "depth_cm" if row.dt == "D01" else "height_cm"
        con.execute(
            f"INSERT INTO damage (fid, uuid, city_code, ft, dt, {measure}, dia_cm, route_key, found_at, import_id,"
            " imported_at, src_file, src_row, src_key) VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?, 'x', 'x', 'f', ?, ?)",
            (n + 1, f"{n:08d}-0000-4000-8000-000000000000", row.city_code, row.ft, row.dt, row.value,
             row.route_key, f"2026-0{n % 9 + 1}-01T09:00:00+09:00", n, str(n)),
        )  # fmt: skip
    con.commit()
    con.close()
    return path


@pytest.fixture
def editor(store, qgis_iface, qgis_new_project):
    QgsSettings().remove("gunmane")
    QgsSettings().setValue("gunmane/user_name", "係長")
    made = make(store)
    yield made
    made.close_down()
    made.setParent(None)
    made.deleteLater()
    settle()
    QgsSettings().remove("gunmane")


def make(path):
    from gunmane.ui.standards_editor.window import StandardsEditor

    editor = StandardsEditor()
    editor.resize(1340, 690)
    editor.open_store(path)
    editor.show()
    editor.activateWindow()
    wait(editor)
    return editor


# -- versions and editing ---------------------------------------------------------------------------------


def test_a_citys_standard_is_taken_to_the_common_one_undone_redone_saved_and_read_again(editor, store):
    show(editor, MORIYA)
    start = dict(editor.book.document.rows)
    new_version(editor, reason="四市協議")
    own = {(std, cell) for (std, cell) in editor.book.marks(MORIYA, COMMON)}
    assert len(own) == 10  # the model's ten cells of this city (4.2)
    for std, cell in sorted(own):
        press(editor, MORIYA, std, cell, Qt.Key.Key_Delete)
    assert editor.book.marks(MORIYA, COMMON) == {}
    assert editor.windowTitle().endswith("*")
    taken = dict(editor.book.document.rows)
    while editor.book.stack.canUndo():
        editor.undo_action.trigger()
    assert editor.book.document.rows == start and not editor.windowTitle().endswith("*")
    while editor.book.stack.canRedo():
        editor.redo_action.trigger()
    assert editor.book.document.rows == taken
    before = held(store)
    editor.save_action.trigger()
    assert not editor.book.dirty and not editor.windowTitle().endswith("*")
    after = held(store)
    assert {k: after[k] for k in before} == before  # old versions are untouched
    assert {key[1] for key in set(after) - set(before)} == {VER}
    assert {after[k]["reason"] for k in set(after) - set(before)} == {"四市協議"}
    assert {after[k]["author"] for k in set(after) - set(before)} == {"係長"}
    again = make(store)
    show(again, MORIYA)
    again.versions.version.setCurrentIndex(again.versions.version.findData(VER))
    again.versions.version.activated.emit(again.versions.version.currentIndex())
    assert again.book.day == FIRST and again.book.marks(MORIYA, COMMON) == {}
    assert {key: row for key, row in again.book.document.rows.items()} == taken
    again.close_down()
    again.deleteLater()


def test_a_stored_version_is_kept_and_typing_into_it_offers_a_new_one(editor):
    show(editor, MORIYA)
    editor.view.go_to(MORIYA, "S01", "repair")
    assert not editor.view.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable
    answer(lambda dialog: dialog.reject())
    QTest.keyClicks(editor.view, "9")
    assert not editor.book.stack.count()
    answer(fill_version)
    QTest.keyClicks(editor.view, "9")
    assert editor.book.draft_shown(MORIYA).ver == VER
    type_in(editor, MORIYA, "S01", "repair", "9")
    assert value(editor, MORIYA, "S01", "repair") == 9


def test_cells_are_typed_as_officials_write_them(editor):
    show(editor, MORIYA)
    new_version(editor)
    for cell, text, expected in (
        ("repair", "５cm以上", 5), ("repair", "6", 6), ("repair", "70mm", 7), ("emerg", "–", np.inf),
        ("rs_tmp_c1", "３開庁日以内", "R2"), ("rs_tmp_c2", "r0", "R0"), ("rs_tmp_c3", "すみやかに", "R1"),
        ("rs_perm_c1", "なし", "-"),
    ):  # fmt: skip
        type_in(editor, MORIYA, "S01", cell, text)
        assert value(editor, MORIYA, "S01", cell) == expected, text
    for text in ("abc", "5cm以下", "5〜10cm", "-3"):
        type_in(editor, MORIYA, "S02", "repair", text)
        assert value(editor, MORIYA, "S02", "repair") == 15, text
        assert editor.bar.currentItem() is not None and "S02" in editor.bar.currentItem().text()


def test_an_emptied_cell_inherits_again_and_says_from_where(editor):
    show(editor, MORIYA)
    index = editor.source.find(MORIYA, "S01", "repair")
    assert index.data() == "▲ 4" and "own value" in index.data(Qt.ItemDataRole.ToolTipRole)
    new_version(editor)
    press(editor, MORIYA, "S01", "repair", Qt.Key.Key_Delete)
    assert index.data() == "5" and "inherited" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert "inherited" in editor.said.text()


def test_a_dash_in_the_common_standard_leaves_the_level_out(editor):
    show(editor, COMMON)
    new_version(editor)
    type_in(editor, COMMON, "S01", "emerg", "–")
    row = editor.book.document.rows[("S01", VER, *COMMON)]
    assert row["emerg"] is None


def test_marks_say_stricter_and_looser_without_colour_for_both_directions_of_comparison(editor):
    show(editor, BANDO)
    assert editor.source.find(BANDO, "S01", "repair").data() == "▼ 6"  # 5 is common
    assert editor.source.find(BANDO, "S32", "watch").data() == "▼ 4.8"  # less height is looser
    show(editor, MORIYA)
    assert editor.source.find(MORIYA, "S33", "repair").data() == "▲ 2.6"
    assert editor.source.find(MORIYA, "S26", "rs_tmp_c1").data() == "▲ R2"


def test_all_cities_stand_side_by_side(editor):
    editor.tabs.setCurrentIndex(editor.tabs.count() - 1)
    assert editor.cell.currentData() == "repair"
    row = [editor.source.find(place, "S01", "repair").data() for place in (COMMON, JOSO, MORIYA, BANDO)]
    assert row == ["5", "5", "▲ 4", "▼ 6"]
    editor.only.setChecked(True)
    shown = {editor.source.rows[editor.view.rows.mapToSource(editor.view.rows.index(n, 0)).row()]
             for n in range(editor.view.rows.rowCount())}  # fmt: skip
    assert "S31" in shown and "S04" not in shown


def test_a_correction_changes_the_stored_version_itself(editor, store):
    show(editor, MORIYA)

    def correct(dialog):
        dialog.correct.setChecked(True)
        click_ok(dialog)
        assert dialog.isVisible() and dialog.said.text()
        dialog.reason.setText("誤記の訂正")
        click_ok(dialog)

    answer(correct)
    editor.new_action.trigger()
    type_in(editor, MORIYA, "S01", "repair", "4.5")
    before = held(store)
    editor.save_action.trigger()
    after = held(store)
    changed = {key for key in after if after[key] != before.get(key)}
    assert changed == {("S01", "2025-04", *MORIYA)}
    row = after[changed.pop()]
    assert (row["repair"], row["author"], row["reason"]) == (4.5, "係長", "誤記の訂正")


def test_a_new_version_begins_after_the_one_it_is_made_from_and_on_a_day_of_its_own(editor):
    from qgis.PyQt.QtCore import QDate

    show(editor, MORIYA)
    said = []

    def fill(dialog):
        dialog.reason.setText("x")
        for day in (QDate(2024, 4, 1), QDate(2025, 4, 1)):
            dialog.first.setDate(day)
            click_ok(dialog)
            said.append(dialog.said.text())
        dialog.reject()

    answer(fill)
    editor.new_action.trigger()
    assert len(said) == 2 and "after 2025-04-01" in said[0] and "already" in said[1]
    assert not editor.book.document.drafts


def test_the_version_that_is_written_is_what_is_shown_even_where_a_later_one_waits(editor):
    from gunmane.ui.standards_editor.document import Draft

    show(editor, MORIYA)
    editor.book.begin(MORIYA, Draft("later", f"{YEAR}-10-01", "a", "b"))
    editor.book.do(editor.book.document.set_cells({(MORIYA, "S01", "repair"): 8.0}), "8")
    editor.save_action.trigger()
    editor.book.look(TODAY.isoformat())
    editor.book.begin(MORIYA, Draft("sooner", FIRST, "a", "b"))
    editor.book.look(f"{YEAR}-12-01")
    type_in(editor, MORIYA, "S01", "repair", "6")
    assert value(editor, MORIYA, "S01", "repair") == 6
    editor.book.choose(MORIYA, "later")
    assert value(editor, MORIYA, "S01", "repair") == 8 and editor.book.draft_shown(MORIYA) is None


def test_a_removed_common_row_ends_the_day_before(editor, store):
    show(editor, COMMON)
    new_version(editor)
    editor.view.go_to(COMMON, "S38", "repair")
    editor.remove_action.trigger()
    assert not editor.source.find(COMMON, "S38", "repair").isValid()
    editor.save_action.trigger()
    rows = held(store)
    assert rows[("S38", "2025-04", *COMMON)]["valid_to"] == BEFORE
    assert ("S38", VER, *COMMON) not in rows
    assert rows[("S01", "2025-04", *COMMON)]["valid_to"] is None


def test_an_added_row_is_a_standard_like_any_other(editor, store):
    show(editor, COMMON)
    new_version(editor)

    def fill(dialog):
        dialog.ft.setCurrentIndex(dialog.ft.findData("F17"))
        dialog.dt.setCurrentIndex(dialog.dt.findData("D08"))
        dialog.measure.setCurrentIndex(dialog.measure.findData("count"))
        click_ok(dialog)

    answer(fill)
    editor.add_action.trigger()
    type_in(editor, COMMON, "S39", "repair", "2")
    editor.save_action.trigger()
    row = held(store)[("S39", VER, *COMMON)]
    assert (row["ft"], row["dt"], row["measure"], row["op"], row["repair"]) == (
        "F17",
        "D08",
        "count",
        ">=",
        2,
    )


# -- blocks ----------------------------------------------------------------------------------------------


def test_a_block_from_excel_is_pasted_as_one_edit_and_copied_back(editor):
    show(editor, COMMON)
    new_version(editor)
    count = editor.book.stack.count()
    QApplication.clipboard().setText("3\t６\r\n15cm以上\t25\r\n")
    press(editor, COMMON, "S01", "watch", Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    got = [value(editor, COMMON, std, cell) for std in ("S01", "S02") for cell in ("watch", "repair")]
    assert got == [3, 6, 15, 25] and editor.book.stack.count() == count + 1
    select(editor, [("S01", "watch"), ("S01", "repair"), ("S02", "watch"), ("S02", "repair")])
    editor.view.copy()
    assert QApplication.clipboard().text() == "3\t6\n15\t25\n"
    editor.undo_action.trigger()
    assert value(editor, COMMON, "S01", "watch") == 2


def test_a_block_with_one_unreadable_cell_changes_nothing_and_names_it(editor):
    show(editor, COMMON)
    new_version(editor)
    rows = dict(editor.book.document.rows)
    QApplication.clipboard().setText("3\tabc\n")
    press(editor, COMMON, "S01", "watch", Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert editor.book.document.rows == rows
    assert "S01 Repair" in editor.bar.currentItem().text() and "abc" in editor.bar.currentItem().text()


def test_fill_down_and_one_value_into_many_cells(editor):
    show(editor, COMMON)
    new_version(editor)
    select(editor, [("S01", "rs_tmp_c1"), ("S02", "rs_tmp_c1"), ("S03", "rs_tmp_c1")])
    QTest.keyClick(editor.view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert [value(editor, COMMON, s, "rs_tmp_c1") for s in ("S01", "S02", "S03")] == ["R1", "R1", "R1"]
    select(editor, [("S01", "rs_tmp_c1"), ("S02", "rs_tmp_c1")])
    QApplication.clipboard().setText("R0")
    editor.view.paste()
    assert [value(editor, COMMON, s, "rs_tmp_c1") for s in ("S01", "S02", "S03")] == ["R0", "R0", "R1"]


def test_keys_move_as_in_excel(editor):
    show(editor, COMMON)
    new_version(editor)
    type_in(editor, COMMON, "S01", "watch", "3")
    assert key(editor) == (COMMON, "S02", "watch")  # Enter goes down
    QTest.keyClick(editor.view, Qt.Key.Key_Tab)
    assert key(editor) == (COMMON, "S02", "repair")
    QTest.keyClick(editor, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    editor.filter.setText("草")
    assert editor.view.rows.rowCount() == 1


# -- proposal, doubts --------------------------------------------------------------------------------------


def test_the_proposal_is_taken_cell_by_cell_into_a_new_common_version(editor):
    from gunmane.analysis.standards import propose_unified

    found = propose_unified(editor.book.picture())
    proposal = {(r["std_id"], r["cell"]): r["proposal"] for r in found.to_dict("records")}
    assert proposal[("S01", "repair")] == 5 and proposal[("S31", "repair")] == 70

    def take(dialog):
        rows = {(r["std_id"], r["cell"]): n for n, r in enumerate(dialog.found.to_dict("records"))}
        dialog._tick(False)
        for at in (("S31", "repair"), ("S01", "watch")):
            dialog.table.item(rows[at], 0).setCheckState(Qt.CheckState.Checked)
        dialog.drop_own.setChecked(True)
        answer(fill_version)
        click_ok(dialog)

    answer(take)
    editor.unify_action.trigger()
    assert value(editor, COMMON, "S31", "repair") == 70 and value(editor, COMMON, "S01", "watch") == 2
    assert editor.book.draft_shown(COMMON).ver == VER
    for place in (MORIYA, JOSO, BANDO):
        assert editor.source.book.cells(place)[0]["S31"]["repair"] == 70
        assert editor.source.book.cells(place)[1]["S31"]["repair"] == "common"
    assert value(editor, MORIYA, "S01", "repair") == 4  # not taken: stays
    start = dict(editor.book.document.base)
    while editor.book.stack.canUndo():
        editor.book.stack.undo()
    assert editor.book.document.rows == start and editor.book.document.drafts == {}


def test_doubts_are_listed_live_and_lead_to_their_cell(editor):
    show(editor, MORIYA)
    new_version(editor)
    wait(editor)
    assert editor.problems.count == 0
    type_in(editor, MORIYA, "S01", "emerg", "3")
    type_in(editor, MORIYA, "S01", "repair_c1", "4.5")
    wait(editor)
    found = {
        editor.problems.topLevelItem(n).data(0, Qt.ItemDataRole.UserRole): n
        for n in range(editor.problems.count)
    }
    assert {(MORIYA, "S01", "emerg"), (MORIYA, "S01", "repair_c1")} == set(found)
    assert editor.problems.errors == 1
    show(editor, COMMON)
    item = editor.problems.topLevelItem(found[(MORIYA, "S01", "repair_c1")])
    box = editor.problems.visualItemRect(item).center()
    QTest.mouseClick(editor.problems.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert key(editor) == (MORIYA, "S01", "repair_c1")


# -- what-if -----------------------------------------------------------------------------------------------


def test_the_numbers_beside_the_table_are_the_engines_and_follow_every_edit(editor):
    from gunmane.analysis.standards import StandardSet, sweep, what_if

    show(editor, MORIYA)
    new_version(editor)
    ready, price = editor.panel.damages.ready, editor.panel.damages.price
    assert len(ready) == len(DAMAGES)
    stored = editor.book.stored_picture()
    for text in ("5", "2", "12"):
        type_in(editor, MORIYA, "S01", "repair", text)
        editor.view.go_to(MORIYA, "S01", "repair")
        wait(editor)
        rows = [r for k, r in editor.book.document.in_force(FIRST).items()]
        after = StandardSet.of([{**r, "valid_from": "2000-01-01", "valid_to": None} for r in rows])
        expected = what_if(ready, stored, after, price, editor.panel.damages.years)
        pd.testing.assert_frame_equal(editor.panel.result.change.cities, expected.cities)
        pd.testing.assert_frame_equal(editor.panel.result.change.moves, expected.moves)
        n = {level: (before, after) for level, before, after in editor.panel.result.counts()}
        assert n["L2"][1] == int((expected.after == "L2").sum()) and n["L2"][0] == int(
            (expected.before == "L2").sum()
        )
        curve = sweep(
            ready, after, "S01", "repair", [float(text)], scope="city", scope_key="082244", prices=price
        )
        curve = curve[curve["city_code"] == "082244"]
        at = editor.panel.plot.at_value(float(text))
        assert at[0] * editor.panel.result.years == pytest.approx(float(curve["repairs"].iloc[0]))
        assert editor.panel.plot.now == float(text)
    roads = editor.panel.result.roads()
    assert sum(r["moved"] for r in roads) == int(expected.cities.set_index("city_code").at["all", "moved"])
    assert "example" in editor.panel.total.text() or "No judgement" in editor.panel.total.text()


def test_the_common_standard_for_all_cities_can_be_tried(editor):
    editor.panel.of.setCurrentIndex(1)
    wait(editor)
    cities = {entry["city_code"]: entry for entry in editor.panel.result.cities()}
    assert cities["082244"]["softer"] == 2  # 4.0 and 4.5 cm: repaired by 守谷, watched by the common standard
    assert cities["082287"]["harder"] == 2  # 65 and 75 cm of grass


def test_damages_of_a_layer_and_a_layer_that_holds_none(editor):
    layer = QgsVectorLayer(
        "None?field=ft:string&field=dt:string&field=depth_cm:double&field=city_code:string", "点検", "memory"
    )
    other = QgsVectorLayer("None?field=name:string", "a", "memory")
    from qgis.core import QgsFeature

    feature = QgsFeature(layer.fields())
    feature.setAttributes(["F01", "D01", 7.0, "082244"])
    layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayers([layer, other])
    editor.panel.layer.setLayer(layer)
    editor.panel.source.setCurrentIndex(1)
    wait(editor)
    assert len(editor.panel.damages) == 1 and "点検" in editor.panel.head.text()
    editor.panel.layer.setLayer(other)
    wait(editor)
    assert editor.panel.damages is None and "no fields" in editor.panel.head.text()


# -- saving ------------------------------------------------------------------------------------------------


def test_nothing_is_saved_until_asked_and_closing_asks(editor, store, monkeypatch):
    before = held(store)
    show(editor, MORIYA)
    new_version(editor)
    type_in(editor, MORIYA, "S01", "repair", "9")
    assert held(store) == before
    monkeypatch.setattr(editor, "ask_unsaved", lambda: QMessageBox.StandardButton.Cancel)
    assert not editor.close() and editor.isVisible()
    monkeypatch.setattr(editor, "ask_unsaved", lambda: QMessageBox.StandardButton.Discard)
    assert editor.may_close() and held(store) == before
    monkeypatch.setattr(editor, "ask_unsaved", lambda: QMessageBox.StandardButton.Save)
    assert editor.may_close()
    assert held(store)[("S01", VER, *MORIYA)]["repair"] == 9


def test_what_somebody_else_saved_meanwhile_is_not_overwritten(editor, store):
    from gunmane.layers.standards import write_standards

    show(editor, MORIYA)
    new_version(editor)
    type_in(editor, MORIYA, "S01", "repair", "9")
    row = {**next(r for k, r in held(store).items() if k == ("S01", "2025-04", *MORIYA)), "ver": VER}
    write_standards(store, [{**row, "repair": 1.0}], "ほかの人")
    editor.save_action.trigger()
    assert "meanwhile" in editor.bar.currentItem().text() and editor.book.dirty
    assert held(store)[("S01", VER, *MORIYA)]["repair"] == 1.0


def test_a_locked_store_is_said_and_the_work_is_kept(editor, store):
    show(editor, MORIYA)
    new_version(editor)
    other = sqlite3.connect(store, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        editor.save_action.trigger()
        assert editor.bar.currentItem() is not None and editor.book.dirty
    finally:
        other.execute("ROLLBACK")
        other.close()
    editor.save_action.trigger()
    assert not editor.book.dirty


def test_a_store_without_standards_shows_the_proposal_says_so_and_takes_it_when_saved(
    tmp_path, qgis_iface, qgis_new_project
):
    from gunmane.layers.store import create_store

    path = tmp_path / "empty.gpkg"
    create_store(path).close()
    editor = make(path)
    assert "ships with the plugin" in editor.bar.currentItem().text() and held(path) == {}
    assert len(editor.source.rows) == 38 and editor.save_action.isEnabled()
    editor.save_action.trigger()
    assert len(held(path)) == 38 and not editor.save_action.isEnabled()
    editor.close_down()
    editor.deleteLater()


def test_without_a_store_the_built_in_sets_are_shown_as_examples(qgis_iface, qgis_new_project):
    QgsSettings().remove("gunmane")
    editor = make(None)
    assert editor.path is None and "(example)" in editor.tabs.tabText(1) and editor.tabs.count() == 6
    editor.close_down()
    editor.deleteLater()


# -- workbooks ---------------------------------------------------------------------------------------------


def test_a_workbook_goes_out_and_comes_in_as_one_edit(editor, tmp_path, monkeypatch):
    import openpyxl

    path = tmp_path / "基準.xlsx"
    monkeypatch.setattr(editor, "ask_path", lambda writing: str(path))
    editor.export_action.trigger()
    editor.load_action.trigger()
    assert not editor.book.stack.count()  # nothing new in it
    book = openpyxl.load_workbook(path)
    sheet = next(s for s in book.worksheets if "082244" in s.title)
    heads = {cell.value: cell.column for cell in sheet[2]}
    row = next(r for r in range(3, 60) if sheet.cell(r, 1).value == "S01")
    repair = next(c for h, c in heads.items() if h == "Repair value")
    version = next(c for h, c in heads.items() if h == "Version")
    first = next(c for h, c in heads.items() if h == "Valid from")
    sheet.cell(row, repair).value = "７cm以上"
    sheet.cell(row, version).value = "2090-04"
    sheet.cell(row, first).value = "2090-04-01"
    book.save(path)
    start = dict(editor.book.document.rows)
    editor.load_action.trigger()
    assert editor.book.stack.count() == 1 and editor.book.day == "2090-04-01"
    assert value(editor, MORIYA, "S01", "repair") == 7 and editor.book.draft_shown(MORIYA).ver == "2090-04"
    editor.undo_action.trigger()
    assert editor.book.document.rows == start
    sheet.cell(row, repair).value = "およそ"
    book.save(path)
    told = []
    monkeypatch.setattr(editor, "tell", told.append)
    editor.load_action.trigger()
    assert editor.book.document.rows == start and sheet.cell(row, repair).coordinate in told[0]


# -- anything ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_edited_undoing_all_gives_the_start_and_redoing_all_the_end(editor, seed):
    dice = random.Random(seed)
    document, book = editor.book.document, editor.book
    start = dict(document.rows)
    places = [COMMON, MORIYA, JOSO, BANDO]
    from gunmane.ui.standards_editor.document import Draft

    seen = {0: (dict(start), {})}
    book.stack.indexChanged.connect(
        lambda at: seen.setdefault(at, (dict(document.rows), dict(document.drafts)))
    )
    for n in range(25):
        place = dice.choice(places)
        show(editor, place)
        if not book.draft_shown(place):
            ver = f"v{n}"
            if place in document.drafts:
                book.choose(place, document.drafts[place].ver)
            else:
                book.begin(place, Draft(ver, dice.choice([FIRST, f"{YEAR}-10-01"]), "a", "b"))
            continue
        act = dice.randrange(6)
        std = dice.choice(editor.source.rows)
        if act == 0:
            book.do(document.remove_rows(place, [std]), "remove")
        elif act == 1:
            now = document.drafts[place]
            ver = dice.choice([f"w{n}", now.ver])
            step = document.describe(place, Draft(ver, now.valid_from, "c", f"d{n}"))
            book.do(step, "describe")
        elif act == 2 and place == COMMON:
            identity = {"ft": "F01", "dt": "D01", "measure": "depth_cm", "unit": "cm", "op": ">="}
            book.do(document.add_row(place, f"S{50 + n}", identity), "add")
        else:
            corner = editor.source.find(place, std, dice.choice(["watch", "repair", "emerg"]))
            editor.view.setCurrentIndex(editor.view.rows.mapFromSource(corner))
            QApplication.clipboard().setText(dice.choice(["7", "", "–", "8\n9", "3\t6"]))
            editor.view.paste()
    assert len(seen) > 10
    for n in reversed(range(book.stack.count())):
        book.stack.undo()
        assert (document.rows, document.drafts) == seen[n]
    assert document.rows == start and document.drafts == {}
    for n in range(1, book.stack.count() + 1):
        book.stack.redo()
        assert (document.rows, document.drafts) == seen[n]


# -- helpers -----------------------------------------------------------------------------------------------


def settle():
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def wait(editor, seconds=20):
    """Until checks and numbers are there."""
    until = time.monotonic() + seconds
    quiet = 0
    while quiet < 3 and time.monotonic() < until:
        QCoreApplication.processEvents()
        time.sleep(0.01)
        busy = editor.panel.busy or editor._check.isActive()
        quiet = 0 if busy else quiet + 1
    assert quiet == 3


def show(editor, place):
    editor.tabs.setCurrentIndex(editor.book.places().index(place))
    assert editor.place() == place


def key(editor):
    return editor.source.key(editor.view.rows.mapToSource(editor.view.currentIndex()))


def value(editor, place, std, cell):
    return editor.book.cells(place)[0][std][cell]


def held(path):
    from gunmane.layers.standards import read_standards
    from gunmane.layers.standards.table import row_key
    from gunmane.layers.store import open_store

    with open_store(path, readonly=True) as store:
        return {row_key(row): row for row in read_standards(store)}


def select(editor, cells):
    place = editor.place()
    indexes = [editor.view.rows.mapFromSource(editor.source.find(place, *cell)) for cell in cells]
    editor.view.setCurrentIndex(indexes[0])
    editor.view.clearSelection()
    for index in indexes:
        editor.view.selectionModel().select(index, editor.view.selectionModel().SelectionFlag.Select)


def press(editor, place, std, cell, pressed, modifier=Qt.KeyboardModifier.NoModifier):
    assert editor.view.go_to(place, std, cell)
    QTest.keyClick(editor.view, pressed, modifier)


def type_in(editor, place, std, cell, text):
    """F2, the text, Enter."""
    press(editor, place, std, cell, Qt.Key.Key_F2)
    line = editor.view.viewport().findChild(QLineEdit)
    assert line is not None, "the cell cannot be edited"
    line.setText(text)
    QTest.keyClick(line, Qt.Key.Key_Return)
    for _ in range(3):  # the line is closed, then taken away
        settle()


def answer(how):
    """What a person does with the next question."""

    def act():
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        how(dialog)

    QTimer.singleShot(50, act)


def click_ok(dialog):
    box = dialog.findChild(QDialogButtonBox)
    QTest.mouseClick(box.button(QDialogButtonBox.StandardButton.Ok), Qt.MouseButton.LeftButton)


def fill_version(dialog):
    dialog.reason.setText("四市協議")
    click_ok(dialog)


def new_version(editor, reason="協議"):
    def fill(dialog):
        assert dialog.ver.text() == VER and dialog.author.text() == "係長"
        click_ok(dialog)
        assert dialog.isVisible() and dialog.said.text()  # a reason is asked for
        dialog.reason.setText(reason)
        click_ok(dialog)

    answer(fill)
    editor.new_action.trigger()
    assert editor.book.draft_shown(editor.place()) is not None
