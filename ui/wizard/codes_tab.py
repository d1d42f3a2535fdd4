"""Words of a code column and what each means."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStyledItemDelegate,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...i18n import language, tr
from ...layers.errors import GunmaneError
from ...schema import model
from . import columns_model as cm

NONE = ("",)


class CodesTab(QWidget):
    """``changed(label)`` after an operation."""

    changed = pyqtSignal(str)
    refused = pyqtSignal(str)

    def __init__(self, parent=None):
        super().__init__(parent)
        self.draft, self.number, self.rows = None, -1, []
        self.columns = QComboBox()
        self.columns.setObjectName("code_column")
        self.columns.currentIndexChanged.connect(lambda _n: self._fill())
        self.note = QLabel()
        self.table = QTableWidget(0, 4)
        self.table.setObjectName("codes")
        self.table.setHorizontalHeaderLabels([tr("Word in the file"), tr("Rows"), tr("Means"), tr("How")])
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(24)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setItemDelegateForColumn(2, _CodeDelegate(self))
        self.table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.table.setTabKeyNavigation(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(0, 220)
        header.resizeSection(1, 70)
        header.resizeSection(3, 130)
        top = QHBoxLayout()
        top.addWidget(QLabel(tr("Column")))
        top.addWidget(self.columns, 1)
        top.addWidget(self.note, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addLayout(top)
        layout.addWidget(self.table)

    def show_ledger(self, draft, number: int) -> None:
        self.draft, self.number = draft, number
        self.refresh()

    def refresh(self) -> None:
        """Columns of codes, those with words that nobody understands first."""
        current = self.columns.currentData()
        table = self.draft.table(self.number)
        labels = [
            label for label in (self.draft.labels(self.number) if table else [])
            if (field := self.draft.choice(self.number, label).field) and table.field(field).codes
        ]  # fmt: skip
        unread = {x: sum(r.how == "unread" for r in self.draft.codes(self.number, x)) for x in labels}
        labels.sort(key=lambda x: -unread[x])
        self.columns.blockSignals(True)
        self.columns.clear()
        for label in labels:
            own = table.field(self.draft.choice(self.number, label).field)
            text = f"{label} → {own.label(language())}"
            if unread[label]:
                text = tr("{text} ({count} unread)", text=text, count=unread[label])
            self.columns.addItem(text, label)
        self.columns.setCurrentIndex(max(0, self.columns.findData(current)) if labels else -1)
        self.columns.blockSignals(False)
        self._fill()

    def choose(self, label: str) -> None:
        self.columns.setCurrentIndex(self.columns.findData(label))

    @property
    def label(self) -> str | None:
        return self.columns.currentData()

    def code_list(self):
        own = self.draft.table(self.number).field(self.draft.choice(self.number, self.label).field)
        return model().code_lists[own.codes]

    def _fill(self) -> None:
        row_before = self.table.currentRow()
        self.rows = self.draft.codes(self.number, self.label) if self.label else []
        self.table.setRowCount(len(self.rows))
        codes = self.code_list().codes if self.rows else {}
        how = {"mapped": tr("by this profile"), "known": tr("known word"), "unread": tr("not understood")}
        for n, row in enumerate(self.rows):
            meaning = code_text(codes[row.code]) if row.code in codes else tr("— choose —")
            for column, text in enumerate((row.text, str(row.count), meaning, how[row.how])):
                item = QTableWidgetItem(text)
                flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
                item.setFlags(flags | Qt.ItemFlag.ItemIsEditable if column == 2 else flags)
                if row.how == "unread":
                    item.setForeground(QBrush(cm.UNDECIDED))
                if column == 1:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(n, column, item)
        if 0 <= row_before < len(self.rows):
            self.table.setCurrentCell(row_before, 2)
        count = sum(r.how == "unread" for r in self.rows)
        self.note.setText(tr("{count} words are not understood; F2 or a double click chooses.", count=count)
                          if self.rows else tr("This ledger has no column of codes."))  # fmt: skip

    def set_code(self, row: int, code: str | None) -> None:
        """What the word of a row means; None: back to what the code list says."""
        try:
            self.draft.set_code(self.number, self.label, self.rows[row].text, code)
        except GunmaneError as error:
            self.refused.emit(str(error))
            return
        self.changed.emit(self.label)


def code_text(code) -> str:
    first, second = (code.ja, code.en) if language() == "ja" else (code.en, code.ja)
    return f"{first} ({code.code} / {second})"


class _CodeDelegate(QStyledItemDelegate):
    def createEditor(self, parent, option, index):
        tab = self.parent()
        found = [(c.code, code_text(c)) for c in tab.code_list().codes.values()]
        row = tab.rows[index.row()]
        if row.how == "mapped":
            found.append((NONE, tr("Not by this profile")))
        combo = cm.searching_combo(parent, found, row.code)
        combo.activated.connect(lambda _n: self.commitData.emit(combo))
        return combo

    def setEditorData(self, editor, index):
        editor.lineEdit().selectAll()

    def setModelData(self, editor, model, index):
        code = cm.chosen(editor)
        if code is not None and code != self.parent().rows[index.row()].code:
            self.parent().set_code(index.row(), None if code == NONE else code)
