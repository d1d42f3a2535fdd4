"""Possible links in the dock 確認待ち, by its widgets and the map: joined, not joined, joined with another end."""

from __future__ import annotations

import importlib.util
import sqlite3
import sys
import time
from pathlib import Path

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsProject, QgsRectangle, QgsSettings
from qgis.gui import QgsRubberBand, QgsVertexMarker
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPoint, Qt
from qgis.PyQt.QtTest import QTest

SPEC = importlib.util.spec_from_file_location(
    "network_store", Path(__file__).parent.parent / "layers" / "network_store.py"
)
net = importlib.util.module_from_spec(SPEC)
sys.modules["network_store"] = net
SPEC.loader.exec_module(net)
END, START = net.END, net.START


@pytest.fixture
def store(tmp_path):
    from gunmane.layers.review.links import add_links
    from gunmane.layers.store import open_store

    path = net.make(tmp_path / "store.gpkg")
    with open_store(path) as opened:
        add_links(
            opened, net.review(("a1", END, "b1", END), ("a2", END, "c1", START), ("a2", START, "b2", START))
        )
    return path


@pytest.fixture
def panel(store, qgis_iface, qgis_new_project, monkeypatch):
    from gunmane.ui.review_dock import actions
    from gunmane.ui.review_dock.panel import ReviewPanel

    QgsSettings().remove("gunmane")
    monkeypatch.setattr(actions, "who", lambda: "係長")
    canvas = qgis_iface.mapCanvas()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:6677"))
    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:6677"))
    canvas.resize(600, 400)
    canvas.window().show()
    canvas.setExtent(QgsRectangle(-5000, -5000, 5000, 5000))
    made = ReviewPanel(canvas)
    made.resize(460, 800)
    made.show()
    made.open_store(store, by_hand=True)
    wait(made)
    yield made
    made.close_down()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QgsSettings().remove("gunmane")


def wait(panel, seconds=20):
    until = time.monotonic() + seconds
    QCoreApplication.processEvents()
    while panel.jobs.busy() and time.monotonic() < until:
        QCoreApplication.processEvents()
        time.sleep(0.01)
    assert not panel.jobs.busy()


def look_at(panel, one, other):
    """Select the item of a pair, as by a click in the list; the editor with side ``one`` kept."""
    wanted = {net.uuid_of(one), net.uuid_of(other)}
    (row,) = [
        n for n in range(panel.model.rowCount())
        if {panel.model.item(n).row_uuid, panel.model.item(n).other_uuid} == wanted
    ]  # fmt: skip
    panel.select([row])
    panel.selection_changed()
    editor = panel.detail.link
    assert panel.detail.editor() is editor
    (editor.keep_a if editor.view.a.section == net.uuid_of(one) else editor.keep_b).setChecked(True)
    assert editor.view.kept(editor.keep).section == net.uuid_of(one)
    return editor


def decisions(store):
    from gunmane.layers.review.links import link_decisions
    from gunmane.layers.store import open_store

    names = {net.uuid_of(name): name for name in net.LINES}
    with open_store(store) as opened:
        found = link_decisions(opened)
    return {frozenset((names[r.section_a], names[r.section_b])): r.decision for r in found.itertuples()}


def pair(one, other):
    return frozenset((one, other))


def at(panel, x, y) -> QPoint:
    """Where a place of the store is on the canvas."""
    return panel.map.canvas.getCoordinateTransform().transform(QgsPointXY(x, y)).toQPointF().toPoint()


def map_click(panel, x, y):
    canvas = panel.map.canvas.viewport()
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at(panel, x, y))


def test_the_list_tells_the_two_roads_and_how_far_they_are_apart(panel):
    assert panel.model.rowCount() == 3
    texts = [[panel.model.index(row, c).data() for c in range(6)] for row in range(3)]
    (row,) = [t for t in texts if "a1号線" in t[3]]
    assert row[0] == "Possible link" and "守谷市 a1号線" in row[3] and "下妻市 b1号線" in row[3]
    assert row[4] == "gap 4.0 m, turn 2°, score 0.80"


def test_both_roads_and_the_link_are_drawn_and_the_map_goes_there(panel):
    editor = look_at(panel, "a1", "b1")
    assert editor.ends.count() == 3 and editor.ends.item(0).text().startswith("Proposed: gap 4.0 m")
    roads = [b for b in panel.map._drawn if isinstance(b, QgsRubberBand)]
    assert sorted(round(b.asGeometry().length()) for b in roads) == [98, 98]
    assert len({b.strokeColor().name() for b in roads}) == 2
    assert len(panel.map._drawn) - len(roads) == 4  # the ends in reach, on either side
    link = panel.map._link.asGeometry()
    assert abs(link.length() - 4) < 0.01
    assert panel.map.canvas.extent().contains(QgsPointXY(0, 0)) and panel.map.canvas.scale() < 5000
    assert "近い候補が二つある" in panel.detail.why.text()
    editor.ends.setCurrentRow(1)
    assert abs(panel.map._link.asGeometry().length() - 12.65) < 0.01


def test_joined_as_proposed_by_a_key(panel, store):
    look_at(panel, "a1", "b1")
    assert (
        not panel.detail.main_button.isVisible()
        and panel.detail.accept_button.text() == "They belong together"
    )
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_A)
    if not decisions(store):  # offscreen windows are not always active
        panel.detail.accept()
    assert decisions(store) == {pair("a1", "b1"): "accept"} and panel.model.rowCount() == 2


def test_another_end_from_the_list(panel, store):
    editor = look_at(panel, "a1", "b1")
    editor.ends.setCurrentRow(1)
    button = panel.detail.main_button
    assert button.isVisible() and button.text() == "Join with this end instead"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert decisions(store) == {pair("a1", "b1"): "reject", pair("a1", "b2"): "accept"}


def test_another_end_from_the_map_marked_before_the_click(panel, store):
    editor = look_at(panel, "a1", "b1")
    QTest.mouseClick(editor.map_button, Qt.MouseButton.LeftButton)
    assert panel.map.canvas.mapTool() is panel.tool
    QTest.mouseMove(panel.map.canvas.viewport(), at(panel, 3, 12.5))
    panel.tool.moved.emit(QgsPointXY(3, 12.5))
    assert panel.map._preview is not None
    map_click(panel, 3, 12.5)
    assert editor.chosen.section == net.uuid_of("b2")
    map_click(panel, 3, 21)  # a third city
    assert editor.chosen.section == net.uuid_of("c1") and editor.chosen.end == START
    QTest.keyClick(panel.map.canvas, Qt.Key.Key_Return)
    if not decisions(store):
        panel.tool.confirmed.emit()
    assert decisions(store) == {pair("a1", "b1"): "reject", pair("a1", "c1"): "accept"}


def test_a_click_beside_every_end_says_so_and_changes_nothing(panel):
    editor = look_at(panel, "a1", "b1")
    editor.map_button.click()
    map_click(panel, -40, -30)
    assert editor.proposed and "No end" in panel.bar.words.text()


def test_enter_on_the_map_takes_what_is_proposed_and_escape_ends_the_tool(panel, store):
    editor = look_at(panel, "a1", "b1")
    editor.map_button.click()
    panel.tool.confirmed.emit()
    assert decisions(store) == {pair("a1", "b1"): "accept"}
    editor.map_button.setChecked(True)
    QTest.keyClick(panel.map.canvas, Qt.Key.Key_Escape)
    if panel.tool.isActive():
        panel.map.canvas.unsetMapTool(panel.tool)
    assert not editor.map_button.isChecked()


def test_the_tool_stays_while_going_from_link_to_link(panel, store):
    look_at(panel, "a1", "b1").map_button.click()
    panel.tool.confirmed.emit()
    assert panel.tool.isActive() and panel.detail.editor() is panel.detail.link


def test_the_other_end_may_stay(panel, store):
    editor = look_at(panel, "b1", "a1")
    assert {editor.ends.item(n).data(256).section for n in range(editor.ends.count())} == {
        net.uuid_of("a1"), net.uuid_of("c1")
    }  # fmt: skip
    editor.ends.setCurrentRow(1)
    panel.detail.take()
    assert decisions(store) == {pair("a1", "b1"): "reject", pair("b1", "c1"): "accept"}


def test_many_at_once_and_taken_back_and_done_again(panel, store):
    panel.select([0, 1, 2])
    panel.selection_changed()
    assert not panel.detail.link.one.isVisible() and "3" in panel.detail.reject_button.text()
    QTest.mouseClick(panel.detail.reject_button, Qt.MouseButton.LeftButton)
    assert set(decisions(store).values()) == {"reject"} and len(decisions(store)) == 3
    assert panel.deciding.undo() and decisions(store) == {}
    assert panel.deciding.redo() and len(decisions(store)) == 3


def test_an_end_that_is_joined_already_is_refused_with_words(panel, store):
    editor = look_at(panel, "a1", "b1")
    editor.ends.setCurrentRow(1)
    panel.detail.take()
    taken = decisions(store)
    editor = look_at(panel, "a2", "c1")
    names = [editor.ends.item(n).data(256).section for n in range(editor.ends.count())]
    assert names == [net.uuid_of("c1"), net.uuid_of("b2")]
    editor.ends.setCurrentRow(1)
    panel.detail.take()
    assert "joined by another decision" in panel.bar.words.text()
    assert decisions(store) == taken == {pair("a1", "b1"): "reject", pair("a1", "b2"): "accept"}


def test_nothing_stays_on_the_map(panel, qgis_iface):
    look_at(panel, "a1", "b1").map_button.click()
    panel.sleep()
    until = time.monotonic() + 5  # the canvas's own flashing ends by itself
    left = None
    while left is None or (left and time.monotonic() < until):
        QCoreApplication.processEvents()
        items = qgis_iface.mapCanvas().scene().items()
        left = [i for i in items if isinstance(i, (QgsRubberBand, QgsVertexMarker)) and i.isVisible()]
    assert left == [] and not panel.tool.isActive()


def test_a_link_whose_road_is_gone_can_only_be_rejected_or_accepted_as_it_is(panel, store):
    con = sqlite3.connect(store)
    for (name,) in con.execute(
        "SELECT name FROM sqlite_master WHERE type='trigger' AND tbl_name='section'"
    ).fetchall():
        con.execute(f'DROP TRIGGER "{name}"')
    con.execute("UPDATE section SET vanished_at = '2026-01-01' WHERE uuid = ?", (net.uuid_of("b1"),))
    con.commit()
    con.close()
    items = [panel.model.item(n) for n in range(3)]
    (row,) = [n for n, item in enumerate(items) if net.uuid_of("b1") in (item.row_uuid, item.other_uuid)]
    panel.select([0 if row else 1])
    panel.selection_changed()
    panel.select([row])
    panel.selection_changed()
    assert panel.detail.link.gone.isVisible() and panel.detail.link.answer() is None
    panel.detail.reject()
    assert decisions(store) == {pair("a1", "b1"): "reject"}


def test_a_road_drawn_twice_is_shown_side_by_side(panel, store):
    from gunmane.layers.review.links import add_links
    from gunmane.layers.store import open_store

    rows = net.review(("a1", None, "b1", None), kind="二重描画", score=0.72)
    rows["alternatives"] = None
    with open_store(store) as opened:
        add_links(opened, rows)
    panel.load()
    wait(panel)
    assert panel.model.rowCount() == 1
    panel.select([0])
    panel.selection_changed()
    assert panel.detail.editor() is panel.detail.twin and not panel.detail.twin.choice.isVisible()
    assert panel.model.index(0, 4).data() == "overlap 72 %" and len(panel.map._drawn) == 2
    assert panel.detail.accept_button.text() == "One road, drawn twice"
    panel.detail.accept()
    assert decisions(store) == {pair("a1", "b1"): "accept"}


def test_an_end_that_meets_the_middle_of_a_road_stays_and_may_be_joined_with_an_end_instead(panel, store):
    from gunmane.layers.review.links import add_links
    from gunmane.layers.store import open_store

    with open_store(store) as opened:
        add_links(opened, net.review(("b1", END, "a1", None)))
    panel.load()
    wait(panel)
    panel.select([0])
    panel.selection_changed()
    editor = panel.detail.link
    assert editor.view.kept(editor.keep).section == net.uuid_of("b1") and editor.proposed
    middle = editor.keep_b if editor.keep == "a" else editor.keep_a
    assert not middle.isEnabled() and middle.text().endswith("middle")
    assert [editor.ends.item(n).data(256).end for n in range(editor.ends.count())] == [None, END, START]
    editor.ends.setCurrentRow(1)
    panel.detail.take()
    assert decisions(store) == {pair("a1", "b1"): "accept"}  # the same two roads: by their ends now
