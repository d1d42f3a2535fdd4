"""The dock's content: list, detail and map brought together; keys; loading beside the first paint."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEvent, Qt, QTimer
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QFileDialog, QShortcut

from ...i18n import tr
from ...layers.errors import GunmaneError
from . import stores, words
from .actions import Deciding, all_tables
from .editors import earlier
from .filters import OPEN
from .link_work import LinkWork
from .listing import ItemList
from .map_link import MapLink, PlaceTool
from .rows_on_map import RowsOnMap
from .runs import Runs

RELOAD_MS = 1500  # after the last decision the list is read again: counts, what others decided
READ_SECONDS = 1.5  # how long reading one item waits for a writer


class ReviewPanel(ItemList):
    """Needs a canvas; everything else is found. ``close_down`` before it goes."""

    def __init__(self, canvas: QgsMapCanvas, parent=None):
        super().__init__(parent)
        self.setObjectName("gunmaneReviewPanel")
        self.deciding = Deciding(self)
        self.map = MapLink(canvas)
        self.tool = PlaceTool(canvas)
        self.links = LinkWork(self.detail.link, self.map, self.tool, self)
        self.rows_on_map = RowsOnMap()
        self.runs = Runs(self)
        self._connect()
        self._keys()
        self._reload_timer = QTimer(self)
        self._reload_timer.setSingleShot(True)
        self._reload_timer.setInterval(RELOAD_MS)
        self._reload_timer.timeout.connect(self.load)

    # --- the item that is looked at -----------------------------------------------------------------------

    def selection_changed(self, *_args) -> None:
        if self._restoring:
            return
        items = self.selected()
        if items == self.detail.items and self.detail.subject is not None:
            return  # read again, but nothing new: what is being typed stays
        if not items:
            self._end_tool()
            self.detail.show_items([], None, [])
            self.map.clear()
            self.rows_on_map.clear()
            return
        subject = self._subject(items[0])
        self.detail.show_items(items, subject, self._alike(items[0]) if len(items) == 1 else [])
        if self._map_button() is None:
            self._end_tool()
        self._follow(items, subject)

    def _subject(self, item):
        from ...layers.review import queue
        from ...layers.store import Patience, open_store

        try:
            with open_store(self.path, readonly=True, patience=Patience(READ_SECONDS)) as store:
                store.con.execute(f"PRAGMA busy_timeout = {int(1000 * READ_SECONDS)}")
                return queue.subject(store, item)
        except Exception as error:  # the list stays usable, and the reason is told
            self.tell_error(error)
            return None

    def _alike(self, item) -> list:
        """Open items that say the same: as ``queue.alike``, from the list that is in memory."""
        if item.origin != "review" or item.raw in (None, ""):
            return [item]

        def print_of(i):
            return (i.city_code, i.kind, i.table, i.field, i.code, i.raw)

        own = print_of(item)
        return [other for other in self._items if words.is_open(other) and print_of(other) == own]

    def _follow(self, items: list, subject) -> None:
        self.links.forget()
        if len(items) > 1:
            self.rows_on_map.clear()
            self.map.follow(self._places(items), area=None)
            return
        item = items[0]
        if item.kind == words.LINK and self.links.follow(subject):
            self.rows_on_map.clear()  # both are drawn, and selected lines would hide which is which
            return
        place = QgsGeometry.fromWkt(subject.geom_wkt) if subject and subject.geom_wkt else self._places(items)
        other = subject.other if subject else None
        other_place = QgsGeometry.fromWkt(other.geom_wkt) if other and other.geom_wkt else None
        hints = [hint.point for hint in subject.hints] if subject else []
        area = self.facts.extents.get(item.city_code) if self.facts else None
        self.map.follow(place, other_place, hints, area)
        self.rows_on_map.show(self.path, item.table, [u for u in (item.row_uuid, item.other_uuid) if u])

    def _places(self, items: list) -> QgsGeometry | None:
        points = [QgsPointXY(*item.point) for item in items if item.point]
        if not points:
            return None
        return (
            QgsGeometry.fromPointXY(points[0]) if len(points) == 1 else QgsGeometry.fromMultiPointXY(points)
        )

    def store_changed(self) -> None:
        self._end_tool()
        self.deciding.work_on(self.path)
        self.history.path = self.path

    def store_read(self) -> None:
        self.map.crs = QgsCoordinateReferenceSystem(self.facts.crs)
        self.detail.place.crs = self.facts.crs

    def pending_changed(self, cities, names) -> None:
        self.runs.offer(self.import_button, cities, names, self.path)

    # --- deciding -----------------------------------------------------------------------------------------

    def _decide(self, answer) -> None:
        items = self.detail.chosen()
        standing = self.detail.standing.isVisibleTo(self.detail) and self.detail.standing.isChecked()
        keep = {}
        if answer.action == "accept" and len(items) > 1:
            keep = {i.id: earlier(i, self._subject(i)) for i in items if i.kind == words.TWIN}
        standing = standing and answer.action == "correct"
        self.deciding.decide(items, answer, self.detail.note.text(), standing, keep)

    def _decided(self, ids: set, outcome) -> None:
        self.bar.clear()
        if self.filters.state.currentData() == OPEN:
            first = min((r.row() for r in self.table.selectionModel().selectedRows()), default=0)
            typing = self.focusWidget() is not None and self.detail.isAncestorOf(self.focusWidget())
            self._restoring = True
            self.model.take_out(ids)
            self._restoring = False
            self._items = [item for item in self._items if item.id not in ids]
            refused = [row for row in map(self.model.row_of, (i.id for i in self.detail.items)) if row >= 0]
            if self.model.rowCount():
                self.select(refused or [min(first, self.model.rowCount() - 1)])
            self.selection_changed()
            self.show_empty()
            if typing and self.detail.items and not self.tool.isActive():
                self.table.setFocus()
        self.said.setText(self._said(outcome))
        self._reload_timer.start()

    def _said(self, outcome) -> str:
        if outcome.pending:
            return tr("Decided: {number}, of these {pending} with the next import.",
                      number=outcome.done, pending=outcome.pending)  # fmt: skip
        return tr("Decided: {number}.", number=outcome.done)

    def _taken_back(self, outcome, back: bool) -> None:
        self.bar.clear()
        number = f"{outcome.done:,}"
        self.said.setText(
            tr("Taken back: {number}.", number=number) if back else tr("Done again: {number}.", number=number)
        )
        self.detail.subject = None  # what is shown may have changed: read it anew
        self.load()
        if self.pages.currentWidget() is self.history:
            self.history.load()

    # --- the map tool -------------------------------------------------------------------------------------

    def _tool_wanted(self, on: bool) -> None:
        if on and not self.tool.isActive():
            self.map.canvas.setMapTool(self.tool)
            self.map.canvas.setFocus()
        elif not on and self.tool.isActive():
            self.map.canvas.unsetMapTool(self.tool)

    def _end_tool(self) -> None:
        if self.tool.isActive():
            self.map.canvas.unsetMapTool(self.tool)
        self._tool_ended()

    def _tool_ended(self) -> None:
        for button in (self.detail.place.map_button, self.detail.link.map_button):
            button.blockSignals(True)
            button.setChecked(False)
            button.blockSignals(False)
        if self.detail.editor() is self.detail.link:
            self.map.preview(None)

    def _map_button(self):
        """The button of the editor that takes something from the map, or None."""
        return getattr(self.detail.editor(), "map_button", None)

    def _picked(self, point) -> None:
        if self.detail.editor() is self.detail.place:
            self.detail.place.take(self.map.to_store(point))
        elif not self.links.picked(point):
            self.tell(tr("No end of another city's road lies there."))

    # --- words for the person -----------------------------------------------------------------------------

    def tell(self, text: str, level=Qgis.MessageLevel.Info) -> None:
        self.bar.push(text, level)

    def tell_error(self, error) -> None:
        if isinstance(error, GunmaneError):
            self.tell(f"{error.message} {error.remedy or ''}".strip(), Qgis.MessageLevel.Warning)
            return
        QgsApplication.messageLog().logMessage(
            f"{type(error).__name__}: {error}", "gunmane", Qgis.MessageLevel.Critical
        )
        self.tell(str(error), Qgis.MessageLevel.Critical)

    # --- life ---------------------------------------------------------------------------------------------

    def wake(self) -> None:
        """The dock is seen: look for the store, read it."""
        self._awake = True
        if self.path is None or not self.chosen_by_hand:
            self.find_store()
        else:
            self.load()

    def sleep(self) -> None:
        """The dock is hidden: nothing of ours stays on the map."""
        self._awake = False
        self._end_tool()
        self.map.clear()
        self.rows_on_map.clear()

    def close_down(self) -> None:
        """Take everything back; the panel is about to be destroyed."""
        self.sleep()
        self._reload_timer.stop()
        self.jobs.drop()
        self.deciding.jobs.drop()
        self.runs.cancel()
        project = QgsProject.instance()
        for signal in (project.readProject, project.cleared):
            signal.disconnect(self._project_changed)
        self.tool.deactivated.disconnect(self._tool_ended)

    def event(self, event):
        """Undo and redo are taken before QGIS's own, wherever in the dock the keyboard is (texts have theirs)."""
        if event.type() == QEvent.Type.ShortcutOverride and _undo_key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event):
        turn = _undo_key(event)
        if turn == "undo":
            self.deciding.undo()
        elif turn == "redo":
            self.deciding.redo()
        else:
            super().keyPressEvent(event)

    def _project_changed(self, *_args) -> None:
        self.chosen_by_hand = False
        if self._awake:
            self.find_store()

    def _choose_store(self) -> None:
        start = str(self.path.parent) if self.path else ""
        path, _ = QFileDialog.getOpenFileName(self, tr("Choose the store"), start, tr("GeoPackage (*.gpkg)"))
        if path:
            self.open_store(Path(path), by_hand=True)

    def _show_history(self, on: bool) -> None:
        self.history_button.setChecked(on)
        if on:
            self._end_tool()
            self.history.path = self.path
            self.history.item = (self.selected() or [None])[0]
            self.history.load()
        self.pages.setCurrentWidget(self.history if on else self.splitter)

    def _history_of_item(self) -> None:
        self.history.only_item.setChecked(True)
        self._show_history(True)

    def _open_form(self) -> None:
        item = (self.detail.items or [None])[0]
        if item is None or not item.row_uuid:
            return
        if not self.rows_on_map.open_form(self.path, item.table, item.row_uuid):
            self.tell(tr("The open map has no layer of {table}.", table=words.table_text(item.table)))

    def _stacks(self) -> None:
        self.undo_button.setEnabled(self.deciding.can_undo)
        self.redo_button.setEnabled(self.deciding.can_redo)

    def _connect(self) -> None:
        self._awake = False
        self.table.selectionModel().selectionChanged.connect(self.selection_changed)
        self.model.modelReset.connect(self.selection_changed)
        self.table.doubleClicked.connect(lambda _index: self.detail.edit())
        self.filters.changed.connect(self._filter)
        self.counts.chosen.connect(self.filters.choose)
        self.counts_button.toggled.connect(self.counts.setVisible)
        self.store_button.clicked.connect(lambda: self._choose_store())
        self.reload_button.clicked.connect(lambda: self.load())
        self.history_button.toggled.connect(self._show_history)
        self.duplicates_button.clicked.connect(lambda: self._search())
        self.import_button.clicked.connect(self._import_again)
        self.undo_button.clicked.connect(lambda: self.deciding.undo())
        self.redo_button.clicked.connect(lambda: self.deciding.redo())
        self.detail.decide.connect(self._decide)
        self.detail.form_wanted.connect(self._open_form)
        self.detail.history_wanted.connect(self._history_of_item)
        self.detail.place.tool_wanted.connect(self._tool_wanted)
        self.detail.link.tool_wanted.connect(self._tool_wanted)
        self.detail.place.proposed.connect(self.map.preview)
        self.history.undo_wanted.connect(self.deciding.undo)
        self.history.redo_wanted.connect(self.deciding.redo)
        self.history.closed.connect(lambda: self._show_history(False))
        self.history.failed.connect(self.tell_error)
        self.deciding.decided.connect(self._decided)
        self.deciding.taken_back.connect(self._taken_back)
        self.deciding.told.connect(self.tell)
        self.deciding.stacks_changed.connect(self._stacks)
        self.runs.told.connect(self.tell)
        self.runs.finished.connect(self._ran)
        self.tool.picked.connect(self._picked)
        self.tool.confirmed.connect(self.detail.confirm)
        self.tool.deactivated.connect(self._tool_ended)
        project = QgsProject.instance()
        for signal in (project.readProject, project.cleared):
            signal.connect(self._project_changed)
        self._stacks()

    def _search(self) -> None:
        if self.path is not None and self.deciding.free():
            self.runs.search_duplicates(self.path)

    def _ran(self) -> None:
        """An import or a check may have changed any table."""
        if self.path is not None:
            stores.refresh(self.path, set(all_tables()))
            self.load()

    def _import_again(self) -> None:
        city = self.import_button.property("city")
        if city:
            self.runs.import_again(city, self.path)

    def _keys(self) -> None:
        for keys, slot in (
            ("A", self.detail.accept),
            ("R", self.detail.reject),
            ("J", lambda: self._step(1)),
            ("K", lambda: self._step(-1)),
            ("M", lambda: self._map_button() and self._map_button().click()),
            ("N", self.detail.note.setFocus),
            ("H", self.history_button.click),
            ("F5", self.load),
            ("Ctrl+F", self.filters.text.setFocus),
            ("Ctrl+Return", self.detail.take),
            ("Ctrl+Enter", self.detail.take),
            ("Esc", self._back_to_list),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda s=slot: s())
        for keys in ("Return", "Enter"):
            shortcut = QShortcut(QKeySequence(keys), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda: self.detail.edit())

    def _step(self, by: int) -> None:
        row = self.table.currentIndex().row() + by
        if 0 <= row < self.model.rowCount():
            self.select([row])
            self.selection_changed()

    def _back_to_list(self) -> None:
        if self.pages.currentWidget() is self.history:
            self._show_history(False)
        self.table.setFocus()


def _undo_key(event) -> str:
    """ "undo", "redo" or ""."""
    if event.matches(QKeySequence.StandardKey.Undo):
        return "undo"
    return "redo" if event.matches(QKeySequence.StandardKey.Redo) or _is_ctrl_y(event) else ""


def _is_ctrl_y(event) -> bool:
    return event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier
