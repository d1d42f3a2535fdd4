"""The table under the hands: keyboard as in Excel, blocks in and out of the clipboard, merged facilities."""

from __future__ import annotations

from qgis.PyQt.QtCore import QItemSelectionModel, QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QTableView,
)

from ...i18n import tr
from .delegate import CellDelegate
from .filtering import RowFilter
from .model import FACILITY, LABELS, MEASURE, TITLE, StandardsModel


class StandardsView(QTableView):
    """``locked(index)``: somebody wants to edit a cell of a version that is kept as it is; ``current(index)``: the
    cell (of the source model) that is looked at."""

    locked = pyqtSignal(QModelIndex)
    current = pyqtSignal(QModelIndex)

    def __init__(self, source: StandardsModel, parent=None):
        super().__init__(parent)
        self.source = source
        self.rows = RowFilter(source, self)
        self.setModel(self.rows)
        self.setObjectName("gunmaneStandards")
        self.setAccessibleName(tr("Maintenance standards"))
        self.setItemDelegate(CellDelegate(self))
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(True)  # as in Excel; Ctrl+F leads out of the table
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 9)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(True)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        head.setMinimumSectionSize(30)
        for signal in (
            self.rows.modelReset,
            self.rows.layoutChanged,
            self.rows.rowsInserted,
            self.rows.rowsRemoved,
        ):
            signal.connect(self.lay_out)
        self.lay_out()

    # -- where things stand ---------------------------------------------------------------------------------

    def lay_out(self, *_args) -> None:
        """Widths of columns, and one merged cell for each facility."""
        self._use_the_rest()
        self.clearSpans()
        start = 0
        for row in range(1, self.rows.rowCount() + 1):
            here = self.rows.index(row, FACILITY).data() if row < self.rows.rowCount() else None
            if here != self.rows.index(start, FACILITY).data():
                if row - start > 1:
                    self.setSpan(start, FACILITY, row - start, 1)
                start = row

    def resizeEvent(self, event):
        super().resizeEvent(event)
        self._use_the_rest()

    def _use_the_rest(self) -> None:
        """What the columns leave of the width goes to titles, facilities and measures, then to the values."""
        letter = self.fontMetrics().horizontalAdvance("漢")
        columns = self.rows.columnCount()
        values = max(columns - LABELS, 1)
        own = 7.5 if self.source.beside else 4.1
        least = {FACILITY: 5.7, TITLE: 12.4, MEASURE: 8.8}
        rest = self.viewport().width() - letter * (sum(least.values()) + values * own)
        for column, most in ((TITLE, 22), (FACILITY, 9), (MEASURE, 12)):
            more = min(max(rest, 0), letter * (most - least[column]))
            rest -= more
            self.setColumnWidth(column, int(letter * least[column] + more))
        more = min(max(rest, 0) / values, letter * own)
        for column in range(LABELS, columns):
            self.setColumnWidth(column, int(letter * own + more))

    def go_to(self, place: tuple, std_id: str, cell: str) -> bool:
        """Make a cell the current one; False where it is not shown."""
        index = self.rows.mapFromSource(self.source.find(place, std_id, cell))
        if not index.isValid():
            return False
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.setFocus()
        return True

    def currentChanged(self, current, previous):
        super().currentChanged(current, previous)
        self.current.emit(self.rows.mapToSource(current))

    # -- editing ---------------------------------------------------------------------------------------------

    def edit(self, index, trigger=QAbstractItemView.EditTrigger.AllEditTriggers, event=None):
        """Start editing; a cell that is kept as it is says so instead."""
        wanted = bool(trigger & self.editTriggers()) and event is not None
        if wanted and trigger == QAbstractItemView.EditTrigger.AnyKeyPressed:
            wanted = event is not None and bool(event.text().strip()) and event.text().isprintable()
        source = self.rows.mapToSource(index)
        if wanted and self.source.key(source) and not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.locked.emit(source)
            return False
        return super().edit(index, trigger, event)

    def closeEditor(self, editor, hint):
        """Enter goes down, as in Excel; Tab goes on."""
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._move(1, 0)

    def keyPressEvent(self, event):
        key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Cut):
            if self.copy():
                self.clear_cells()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear_cells()
        elif control and key == Qt.Key.Key_D:
            self.fill_down()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
            self.edit(self.currentIndex(), QAbstractItemView.EditTrigger.EditKeyPressed, event)
        elif key == Qt.Key.Key_Tab:
            self._move(0, 1)
        elif key == Qt.Key.Key_Backtab:
            self._move(0, -1)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def clear_cells(self) -> None:
        """Del: a city's cell inherits again, a common one has no such level."""
        texts = {index: "" for index in self._editable()}
        if texts:
            self.source.edit(texts, tr("Empty {n} cells", n=len(texts)))

    def fill_down(self) -> None:
        """Ctrl+D: the topmost selected cell of each column into those below it."""
        texts, top = {}, {}
        for index in sorted(self.selectedIndexes(), key=lambda i: i.row()):
            if index.column() < LABELS:
                continue
            if index.column() not in top:
                top[index.column()] = index.data(Qt.ItemDataRole.EditRole)
            elif self._may_edit(index):
                texts[self.rows.mapToSource(index)] = top[index.column()]
        if texts:
            self.source.edit(texts, tr("Fill {n} cells down", n=len(texts)))

    # -- clipboard ------------------------------------------------------------------------------------------

    def copy(self) -> bool:
        """The selected block as Excel takes it: tabs and line breaks."""
        picked = {(index.row(), index.column()): index for index in self.selectedIndexes()}
        if not picked:
            return False
        rows, columns = sorted({r for r, _ in picked}), sorted({c for _, c in picked})
        lines = [
            "\t".join(
                str(picked[(r, c)].data(Qt.ItemDataRole.EditRole) or "") if (r, c) in picked else ""
                for c in columns
            )
            for r in rows
        ]
        QApplication.clipboard().setText("\n".join(lines) + "\n")
        return True

    def paste(self) -> None:
        """A block from the current cell on; one value into all selected cells. All of it or nothing."""
        text = QApplication.clipboard().text()
        block = [line.split("\t") for line in text.replace("\r\n", "\n").rstrip("\n").split("\n")]
        texts, locked = {}, None
        if len(block) == 1 and len(block[0]) == 1:
            targets = [(index, block[0][0]) for index in self.selectedIndexes() or [self.currentIndex()]]
        else:
            corner = self._corner()
            targets = [
                (self.rows.index(corner.row() + r, corner.column() + c), cell)
                for r, line in enumerate(block)
                for c, cell in enumerate(line)
            ]
            if any(not index.isValid() for index, _ in targets):
                self.source.refused.emit(
                    tr("The block is larger than the rest of the table; nothing was pasted.")
                )
                return
        for index, cell in targets:
            if index.column() < LABELS:
                continue
            source = self.rows.mapToSource(index)
            if not self._may_edit(index):
                locked = source
            elif cell.strip() != index.data(Qt.ItemDataRole.EditRole):
                texts[source] = cell
        if locked is not None:
            self.locked.emit(locked)
        elif texts:
            self.source.edit(texts, tr("Paste {n} cells", n=len(texts)))

    # -- helpers ---------------------------------------------------------------------------------------------

    def _corner(self) -> QModelIndex:
        picked = self.selectedIndexes() or [self.currentIndex()]
        return self.rows.index(min(i.row() for i in picked), min(i.column() for i in picked))

    def _may_edit(self, index: QModelIndex) -> bool:
        return bool(index.flags() & Qt.ItemFlag.ItemIsEditable)

    def _editable(self) -> list[QModelIndex]:
        """Selected cells that may be edited; where none may, it is said."""
        picked = [index for index in self.selectedIndexes() if index.column() >= LABELS]
        good = [self.rows.mapToSource(index) for index in picked if self._may_edit(index)]
        if picked and not good:
            self.locked.emit(self.rows.mapToSource(picked[0]))
        return good

    def _move(self, down: int, right: int) -> None:
        now = self.currentIndex()
        index = self.rows.index(now.row() + down, now.column() + right)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
