"""Small tables of the detail pane: what the source said, what is stored, two rows beside each other."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor, QKeySequence, QPixmap
from qgis.PyQt.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableWidget, QTableWidgetItem

from ...i18n import tr

TAKEN = QColor("#d8f255")  # light lime of the palette, always with a mark beside it
CHANGED = QColor("#ffff80")  # cream
TICK, PEN, DIFFERS = "✓ ", "✎ ", "≠ "


def square(colour: QColor, size: int = 10) -> QPixmap:
    """A small picture of one colour, to stand beside a word."""
    picture = QPixmap(size, size)
    picture.fill(colour)
    return picture


class FactsTable(QTableWidget):
    """Read-only rows of texts; Ctrl+C copies what is selected."""

    def __init__(self, heads: list[str], parent=None):
        super().__init__(0, len(heads), parent)
        self.setHorizontalHeaderLabels(heads)
        self.verticalHeader().hide()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 6)

    def fill(self, rows: list[tuple]) -> None:
        self.setRowCount(len(rows))
        for n, cells in enumerate(rows):
            for column, text in enumerate(cells):
                item = QTableWidgetItem("" if text is None else str(text))
                item.setToolTip(item.text())
                self.setItem(n, column, item)
        self.share_width()

    def share_width(self) -> None:
        """The first column as wide as its words (at most a third), the others alike."""
        room = max(self.viewport().width(), 240)
        first = min(self.sizeHintForColumn(0) + 12, room // 3)
        self.setColumnWidth(0, first)
        rest = self.columnCount() - 1
        for column in range(1, rest):
            self.setColumnWidth(column, (room - first) // rest)

    def resizeEvent(self, event):
        super().resizeEvent(event)
        self.share_width()

    def keyPressEvent(self, event):
        if event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(self.selected_text())
            event.accept()
        else:
            super().keyPressEvent(event)

    def selected_text(self) -> str:
        rows = sorted({index.row() for index in self.selectedIndexes()})
        return "\n".join(
            "\t".join(self.item(row, column).text() for column in range(self.columnCount())) for row in rows
        )


class CellsTable(FactsTable):
    """The cells of a row of a ledger, to be corrected; what was changed is marked."""

    changed = pyqtSignal()

    def __init__(self, parent=None):
        super().__init__([tr("Column of the ledger"), tr("Value (double-click to correct)")], parent)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self._before: dict[str, str] = {}
        self.itemChanged.connect(self._mark)

    def fill_cells(self, views: list, about: str | None) -> None:
        """``views``: FieldViews of the row's cells; ``about``: the column that the row is set aside for."""
        self.blockSignals(True)
        self._before = {view.name: "" if view.stored is None else str(view.stored) for view in views}
        self.fill([(view.label, view.value) for view in views])
        current = 0
        for n, view in enumerate(views):
            self.item(n, 0).setFlags(Qt.ItemFlag.ItemIsEnabled)
            if not view.editable:  # personal data is mended in the file itself, never here
                self.item(n, 1).setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.item(n, 1).setToolTip(tr("Personal data: correct it in the city's file"))
            if view.name == about:
                current = n
                font = self.item(n, 0).font()
                font.setBold(True)
                self.item(n, 0).setFont(font)
        self.blockSignals(False)
        for n in range(len(views)):
            self._mark(self.item(n, 1))
        if views:
            self.setCurrentCell(current, 1)

    def corrected(self) -> dict[str, str]:
        """Column -> new text, of the cells that differ from the source."""
        return {
            label: self.item(n, 1).text()
            for n, (label, before) in enumerate(self._before.items())
            if self.item(n, 1).text() != before
        }

    def _mark(self, item) -> None:
        labels = list(self._before)
        if item.column() != 1 or item.row() >= len(labels):
            return
        differs = item.text() != self._before[labels[item.row()]]
        self.blockSignals(True)
        self.item(item.row(), 0).setText((PEN if differs else "") + labels[item.row()])
        item.setBackground(QBrush(CHANGED) if differs else QBrush())
        if differs:  # the background is light whatever the theme
            item.setForeground(QBrush(QColor("#000000")))
        self.blockSignals(False)
        self.changed.emit()


class SidesTable(FactsTable):
    """Two values of each field beside each other; a click (or space) on a value takes that side."""

    changed = pyqtSignal()

    def __init__(self, first: str, second: str, choosing: bool, parent=None):
        super().__init__([tr("Item"), first, second], parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self._choosing = choosing
        self._names: list[str] = []
        self._labels: list[str] = []
        self._texts: list[tuple[str, str]] = []
        self._sides: list[int] = []  # 0 none yet, 1 first, 2 second
        self.cellClicked.connect(self._clicked)

    def fill_sides(self, rows: list[tuple[str, str, str, str]]) -> None:
        """Rows of (name, label, first text, second text)."""
        self._names = [row[0] for row in rows]
        self._labels = [row[1] for row in rows]
        self._texts = [(row[2], row[3]) for row in rows]
        self._sides = [0] * len(rows)
        self.fill([row[1:] for row in rows])
        self._show()
        if rows and self._choosing:
            self.setCurrentCell(0, 1)

    def take(self, side: int, row: int | None = None) -> None:
        """Take a side for one row, or for all."""
        for n in range(len(self._sides)) if row is None else [row]:
            self._sides[n] = side
        self._show()
        self.changed.emit()

    def sides(self) -> dict[str, int]:
        return dict(zip(self._names, self._sides))

    def keyPressEvent(self, event):
        if self._choosing and event.key() == Qt.Key.Key_Space and self.currentColumn() > 0:
            self.take(self.currentColumn(), self.currentRow())
            event.accept()
        else:
            super().keyPressEvent(event)

    def _clicked(self, row: int, column: int) -> None:
        if self._choosing and column > 0:
            self.take(column, row)

    def _show(self) -> None:
        for n, (texts, side) in enumerate(zip(self._texts, self._sides)):
            if not self._choosing and texts[0] != texts[1]:
                self.item(n, 0).setText(DIFFERS + self._labels[n])
            for column in (1, 2):
                item, taken = self.item(n, column), side == column
                item.setText((TICK if taken else "") + texts[column - 1])
                marked = taken if self._choosing else texts[0] != texts[1]
                item.setBackground(QBrush(TAKEN if self._choosing else CHANGED) if marked else QBrush())
                item.setForeground(QBrush(QColor("#000000")) if marked else QBrush())
