"""Who decided what and when; each batch can be taken back, and done again."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...i18n import language, tr
from ...schema import model
from . import words

LIMIT = 200


class HistoryPage(QWidget):
    """``undo_wanted(batch)`` and ``redo_wanted(batch)``; it writes nothing itself."""

    undo_wanted = pyqtSignal(str)
    redo_wanted = pyqtSignal(str)
    closed = pyqtSignal()
    failed = pyqtSignal(object)

    def __init__(self, parent=None):
        super().__init__(parent)
        self.path: Path | None = None
        self.item = None  # the item that is selected in the list
        self._batches: list = []
        self.only_item = QCheckBox(tr("Only the selected item"), self)
        self.only_item.toggled.connect(lambda _on: self.load())
        self.table = QTableWidget(0, 5, self)
        self.table.setObjectName("gunmaneReviewHistory")
        self.table.setAccessibleName(tr("History of decisions"))
        self.table.setHorizontalHeaderLabels(
            [tr("When"), tr("Who"), tr("What"), tr("How many"), tr("State and note")]
        )
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setAlternatingRowColors(True)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self.table.itemSelectionChanged.connect(self._buttons)
        self.none = QLabel(tr("Nothing has been decided yet."), self)
        self.undo_button = QPushButton(tr("Take back"), self)
        self.redo_button = QPushButton(tr("Do again"), self)
        self.back_button = QPushButton(tr("Back to the list"), self)
        self.undo_button.clicked.connect(lambda: self._emit(self.undo_wanted))
        self.redo_button.clicked.connect(lambda: self._emit(self.redo_wanted))
        self.back_button.clicked.connect(lambda: self.closed.emit())
        row = QHBoxLayout()
        for button in (self.undo_button, self.redo_button):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.back_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.only_item)
        layout.addWidget(self.none)
        layout.addWidget(self.table, 1)
        layout.addLayout(row)
        self._buttons()

    def load(self) -> None:
        """Read the batches of the store, newest first."""
        from ...layers.review import decide as engine
        from ...layers.store import open_store

        self._batches = []
        self.only_item.setVisible(self.item is not None)
        try:
            if self.path is not None:
                with open_store(self.path, readonly=True) as store:
                    one = self.item.id if self.only_item.isChecked() and self.item else None
                    self._batches = engine.history(store, item=one, limit=LIMIT)
        except Exception as error:
            self.failed.emit(error)
        chosen = self.selected()
        self.table.setRowCount(len(self._batches))
        for n, batch in enumerate(self._batches):
            for column, text in enumerate(_cells(batch)):
                cell = QTableWidgetItem(text)
                cell.setToolTip(text)
                if column == 3:
                    cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                if batch.undone:
                    font = cell.font()
                    font.setStrikeOut(column == 2)
                    cell.setFont(font)
                self.table.setItem(n, column, cell)
        self.none.setVisible(not self._batches)
        self.table.setVisible(bool(self._batches))
        at = next((n for n, b in enumerate(self._batches) if chosen is not None and b.id == chosen.id), 0)
        if self._batches:
            self.table.selectRow(at)
        self._buttons()

    def selected(self):
        rows = {index.row() for index in self.table.selectedIndexes()}
        return self._batches[min(rows)] if rows and min(rows) < len(self._batches) else None

    def _emit(self, signal) -> None:
        batch = self.selected()
        if batch is not None:
            signal.emit(batch.id)

    def _buttons(self) -> None:
        batch = self.selected()
        self.undo_button.setEnabled(batch is not None and not batch.undone)
        self.redo_button.setEnabled(batch is not None and batch.undone)
        number = batch.count if batch is not None else 1
        self.undo_button.setText(words.numbered(tr("Take back"), number))
        self.redo_button.setText(words.numbered(tr("Do again"), number))


def action_text(action: str) -> str:
    if not action:
        return tr("several")
    code = model().code_lists["DCACT"].codes.get(action)
    return code.label(language()) if code else action


def _cells(batch) -> tuple[str, ...]:
    state = ""
    if batch.undone:
        state = tr("taken back ({who}, {when})", when=words.when(batch.undone_at), who=batch.undone_by or "?")
    return (
        words.when(batch.when),
        batch.who or "",
        action_text(batch.action),
        f"{batch.count:,}",
        "  ".join(part for part in (state, batch.note or "") if part),
    )
