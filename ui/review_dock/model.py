"""The list of items: one model over plain lists, filtered and ordered in Python at once.

A QSortFilterProxyModel would call Python for every cell that it compares (two seconds for 30,000 items); a list
comprehension over prepared texts takes some milliseconds, so the filter and the order are the model's own.
"""

from __future__ import annotations

import dataclasses

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt
from qgis.PyQt.QtGui import QColor, QFont

from ...i18n import tr
from . import words
from .tables import square

KIND, CITY, REASON, VALUE, SOURCE, STATE = range(6)
ITEM_ROLE = int(Qt.ItemDataRole.UserRole)
# Colours of styles/palette.toml (safe for all kinds of colour vision); the kind's word stands beside each.
KIND_COLOURS = {
    words.PLACE: "#ff4b00",
    words.TWIN: "#990099",
    words.LINK: "#03af7a",
    words.DRAWN: "#4dc4ff",
    words.CONFLICT: "#f6aa00",
    words.CODE: "#005aff",
    words.OTHER: "#84919e",
    words.SET_ASIDE_KIND: "#804000",
}


@dataclasses.dataclass(frozen=True)
class Wanted:
    """What the filter lets through; None means all."""

    city: str | None = None
    kind: str | None = None
    text: str = ""


class ItemModel(QAbstractTableModel):
    """Items of ``layers.review`` as a table; ``show`` replaces them, ``want`` filters, ``sort`` orders."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self._all: list = []
        self._texts: list[str] = []
        self._rows: list[int] = []  # what is shown: positions in _all
        self._names: dict[str, str] = {}
        self._wanted = Wanted()
        self._order: tuple[int, Qt.SortOrder] | None = None
        self._dots = {}

    # --- what the panel asks for -------------------------------------------------------------------------

    def show(self, items: list, city_names: dict[str, str]) -> None:
        """Replace the items, keeping filter and order."""
        self.beginResetModel()
        self._all, self._names = list(items), dict(city_names)
        self._texts = [""] * len(self._all)
        self._rows = self._filtered()
        self.endResetModel()

    def want(self, wanted: Wanted) -> None:
        """Filter; the whole list is reset, the panel selects again what it had."""
        if wanted == self._wanted:
            return
        self.beginResetModel()
        self._wanted = wanted
        self._rows = self._filtered()
        self.endResetModel()

    @property
    def wanted(self) -> Wanted:
        return self._wanted

    def items(self) -> list:
        """All items loaded, filtered or not."""
        return self._all

    def item(self, row: int):
        """The item of a shown row, or None."""
        return self._all[self._rows[row]] if 0 <= row < len(self._rows) else None

    def row_of(self, item_id: str) -> int:
        """The shown row of an item; -1 where it is not shown."""
        return next((n for n, at in enumerate(self._rows) if self._all[at].id == item_id), -1)

    def take_out(self, ids: set[str]) -> None:
        """Remove what was decided, without loading the list anew."""
        shown = [n for n, at in enumerate(self._rows) if self._all[at].id in ids]
        few = len(shown) <= 50
        if few:
            for row in reversed(shown):
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._rows[row]
                self.endRemoveRows()
        else:
            self.beginResetModel()
        keep = [n for n, item in enumerate(self._all) if item.id not in ids]
        moved = {old: new for new, old in enumerate(keep)}
        self._rows = [moved[at] for at in self._rows if at in moved]
        self._all = [self._all[n] for n in keep]
        self._texts = [self._texts[n] for n in keep]
        if not few:
            self.endResetModel()

    def city_name(self, code: str) -> str:
        return self._names.get(code, code)

    # --- Qt -----------------------------------------------------------------------------------------------

    def rowCount(self, parent=None):
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent=None):
        return 0 if parent is not None and parent.isValid() else 6

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("Kind"), tr("City"), tr("Why"), tr("As written"), tr("Where it stands"), tr("Decision"))[
            section
        ]

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        item = self.item(index.row())
        if item is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(item, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(item, index.column())
        if role == Qt.ItemDataRole.DecorationRole and index.column() == KIND:
            return self._dot(item.kind)
        if role == Qt.ItemDataRole.FontRole and item.pending and index.column() == STATE:
            font = QFont()
            font.setItalic(True)
            return font
        if role == ITEM_ROLE:
            return item
        return None

    def sort(self, column, order=Qt.SortOrder.AscendingOrder):
        self.layoutAboutToBeChanged.emit()
        chosen = [(i, self._rows[i.row()]) for i in self.persistentIndexList()]
        self._order = (column, order) if column >= 0 else None
        self._rows = self._ordered(self._rows)
        now = {at: n for n, at in enumerate(self._rows)}
        for old, at in chosen:
            self.changePersistentIndex(old, self.index(now[at], old.column()))
        self.layoutChanged.emit()

    # --- helpers ------------------------------------------------------------------------------------------

    def _filtered(self) -> list[int]:
        wanted = self._wanted
        rows = [
            n
            for n, item in enumerate(self._all)
            if (wanted.city is None or item.city_code == wanted.city)
            and (wanted.kind is None or item.kind == wanted.kind)
        ]
        parts = wanted.text.casefold().split()
        if parts:
            rows = [n for n in rows if all(part in self._text(n) for part in parts)]
        return self._ordered(rows)

    def _text(self, n: int) -> str:
        if not self._texts[n]:
            item = self._all[n]
            cells = [self._cell(item, column) for column in range(6)]
            self._texts[n] = " ".join([*cells, item.code, words.table_text(item.table)]).casefold()
        return self._texts[n]

    def _ordered(self, rows: list[int]) -> list[int]:
        if self._order is None:
            return sorted(rows)
        column, order = self._order
        reverse = order == Qt.SortOrder.DescendingOrder
        if column == SOURCE:  # row 9 before row 10

            def key(n):
                return (self._all[n].file or "", self._all[n].sheet or "", self._all[n].row or 0)
        else:

            def key(n):
                return self._cell(self._all[n], column)

        return sorted(rows, key=key, reverse=reverse)

    def _cell(self, item, column: int) -> str:
        if column == KIND:
            return words.kind_text(item.kind)
        if column == CITY:
            return self.city_name(item.city_code)
        if column == REASON:
            about = "" if item.field == "geom" else words.field_text(item.table, item.field)
            return f"{about}: {words.reason(item)}" if about else words.reason(item)
        if column == VALUE:
            return words.as_written(item)
        if column == SOURCE:
            return words.source_text(item)
        return words.decision_text(item)

    def _tip(self, item, column: int) -> str:
        if column != STATE or words.is_open(item):
            return self._cell(item, column)
        return f"{words.decision_text(item)}\n{item.decided_by or ''} {words.when(item.decided_at)}".strip()

    def _dot(self, kind: str):
        if kind not in self._dots:
            self._dots[kind] = square(QColor(KIND_COLOURS.get(kind, "#84919e")))
        return self._dots[kind]
