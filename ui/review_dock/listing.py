"""The list of the dock: which store, loading beside the first paint, filter, counts, selection that lasts."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QItemSelectionModel, pyqtSignal

from ...i18n import tr
from ...layers.errors import GunmaneError
from . import stores, words
from .filters import DECIDED, OPEN, PENDING
from .frame import Frame
from .model import CITY, KIND, STATE
from .work import Jobs


class ItemList(Frame):
    """The list part of the panel. ``panel.ReviewPanel`` says what follows a selection and a change of store."""

    loaded = pyqtSignal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self.facts: stores.StoreFacts | None = None
        self.path: Path | None = None
        self.chosen_by_hand = False
        self.jobs = Jobs()
        self._items: list = []
        self._counts: dict = {}
        self._restoring = False
        self._shown_state = OPEN

    def store_changed(self) -> None:
        """Another store from now on (or none)."""
        raise NotImplementedError

    def store_read(self) -> None:
        """Its facts are known: CRS, cities."""
        raise NotImplementedError

    def pending_changed(self, cities: list[str], names: dict[str, str]) -> None:
        """Cities with decisions that wait for the next import."""
        raise NotImplementedError

    def selection_changed(self) -> None:
        raise NotImplementedError

    def tell_error(self, error) -> None:
        raise NotImplementedError

    # --- store and list -----------------------------------------------------------------------------------

    def find_store(self) -> None:
        """Take the open map's store, unless the person has chosen one."""
        if not self.chosen_by_hand or self.path is None or not self.path.is_file():
            self.open_store(stores.find_store())

    def open_store(self, path: Path | None, by_hand: bool = False) -> None:
        """Work on this store from now on."""
        self.chosen_by_hand = by_hand and path is not None
        if path != self.path:
            self.path, self.facts = path, None
            self.store_changed()
            self._show_items([])
        self.store_name.setText(path.name if path else tr("No store"))
        self.store_name.setToolTip(
            str(path) if path else tr("Open the map of a store, or choose a store here.")
        )
        if path is None:
            self._counts = {}
            self._show_counts()
            self.empty.setText(tr("No store is open. Open its map, or choose the store (.gpkg) above."))
            self.show_empty()
        else:
            self.load()

    def load(self) -> None:
        """Read the items in the background; the list stays as it is until they are there."""
        if self.path is None:
            return
        path = self.path
        self.empty.setText(tr("Reading…"))
        self.show_empty()
        self.jobs.start(
            "items", tr("What waits for a person"), lambda: read_items(path), self._loaded, self._not_loaded
        )

    def _loaded(self, found) -> None:
        facts, items, counts = found
        self.facts, self._counts = facts, counts
        self._items = items
        self.store_read()
        self._show_counts()
        self._show_state()
        self.loaded.emit()

    def _not_loaded(self, error) -> None:
        self._show_items([])
        self.empty.setText(str(error.message if isinstance(error, GunmaneError) else error))
        self.show_empty()
        self.tell_error(error)

    def _show_state(self) -> None:
        """The items of the chosen state (open, decided, pending), through the filter."""
        state = self.filters.state.currentData() or OPEN
        wanted = {
            OPEN: words.is_open,
            DECIDED: lambda item: not words.is_open(item),
            PENDING: lambda item: item.pending,
        }[state]
        self.table.setColumnHidden(STATE, state == OPEN)
        self._hide_columns()
        self._show_items([item for item in self._items if wanted(item)])

    def _show_items(self, items: list) -> None:
        keep = [item.id for item in self.selected()]
        row = self.table.currentIndex().row()
        self._restoring = True
        self.model.want(self.filters.wanted())
        self.model.show(items, self.facts.names if self.facts else {})
        self._restoring = False
        self._select_again(keep, row)
        if self.model.rowCount() == 0 and self.path is not None and not self.jobs.busy("items"):
            self.empty.setText(tr("Nothing waits here.") if not items else tr("Nothing fits the filter."))
        self.show_empty()

    def _filter(self) -> None:
        if self._shown_state != self.filters.state.currentData():
            self._shown_state = self.filters.state.currentData()
            self._show_state()
            return
        keep, row = [item.id for item in self.selected()], self.table.currentIndex().row()
        self._hide_columns()
        self._restoring = True
        self.model.want(self.filters.wanted())
        self._restoring = False
        if self.model.rowCount() == 0:
            self.empty.setText(tr("Nothing fits the filter."))
        self._select_again(keep, row)
        self.show_empty()

    def _hide_columns(self) -> None:
        """What the filter says already needs no column."""
        wanted = self.filters.wanted()
        self.table.setColumnHidden(KIND, wanted.kind is not None)
        self.table.setColumnHidden(CITY, wanted.city is not None)

    def _select_again(self, ids: list[str], row: int) -> None:
        rows = [at for at in map(self.model.row_of, ids[:200]) if at >= 0]
        if not rows and self.model.rowCount():
            rows = [min(max(row, 0), self.model.rowCount() - 1)]
        if rows:
            self.select(rows)
        self.selection_changed()

    def select(self, rows: list[int]) -> None:
        choice = self.table.selectionModel()
        self._restoring = True
        choice.clearSelection()
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for row in rows:
            choice.select(self.model.index(row, 0), flags)
        choice.setCurrentIndex(self.model.index(rows[0], 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        self.table.scrollTo(self.model.index(rows[0], 0))
        self._restoring = False

    def _show_counts(self) -> None:
        names = self.facts.names if self.facts else {}
        pending = [item for item in self._items if item.pending]
        self.filters.fill(self._counts, names, len(pending))
        self.counts.fill(self._counts, names)
        self.pending_bar.setVisible(bool(pending))
        self.pending_text.setText(
            tr("Decided, takes effect with the next import: {number}", number=len(pending))
        )
        self.pending_changed(sorted({item.city_code for item in pending}), names)

    def show_empty(self) -> None:
        self.list_stack.setCurrentWidget(self.table if self.model.rowCount() else self.empty)

    def selected(self) -> list:
        """Selected items, from the top."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [item for item in map(self.model.item, rows) if item is not None]


def read_items(path: Path):
    """(facts, items, counts) of a store: everything that the list needs. Runs beside the window."""
    from ...layers.review import queue
    from ...layers.store import open_store

    facts = stores.facts_of(path)
    with open_store(path, readonly=True) as store:
        return facts, queue.waiting(store, decided=None), queue.counts(store)
