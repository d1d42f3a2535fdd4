"""A standard that nobody has yet, and the proposal of common values, to be accepted one by one."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QBrush, QColor
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from ...analysis.standards import measures, propose_unified
from ...i18n import language, tr
from ...schema import model
from . import words
from .book import Book
from .model import StandardsModel

_BUTTON = QDialogButtonBox.StandardButton


class RowDialog(QDialog):
    """``std_id`` and ``identity()`` of a new standard."""

    def __init__(self, taken: set[str], parent=None):
        super().__init__(parent)
        self.setWindowTitle(tr("Add a standard"))
        self._taken = taken
        numbers = [int(s[1:]) for s in taken if s[:1] == "S" and s[1:].isdigit()]
        self.std_id = QLineEdit(f"S{max(numbers, default=0) + 1:02d}", self)
        self.ft, self.dt, self.measure, self.op = (QComboBox(self) for _ in range(4))
        for box, name in ((self.ft, "FT"), (self.dt, "DT")):
            for code in model().code_lists[name].codes.values():
                box.addItem(f"{code.code} {code.label(language())}", code.code)
        for measure in measures().values():
            self.measure.addItem(f"{measure.label(language())} [{measure.unit}]", measure.name)
        self.op.addItem(tr("worse the greater (≧)"), ">=")
        self.op.addItem(tr("worse the smaller (≦)"), "<=")
        self.measure.currentIndexChanged.connect(self._measured)
        self.said = QLabel(self)
        self.said.setStyleSheet("color: #a93226")
        form = QFormLayout()
        for label, widget in (
            (tr("Standard id"), self.std_id), (tr("Facility"), self.ft), (tr("Damage"), self.dt),
            (tr("Measure"), self.measure), (tr("Comparison"), self.op),
        ):  # fmt: skip
            form.addRow(label, widget)
        buttons = _buttons(self)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.said)
        layout.addWidget(buttons)

    def identity(self) -> dict:
        measure = self.measure.currentData()
        return {
            "ft": self.ft.currentData(), "dt": self.dt.currentData(), "measure": measure,
            "unit": measures()[measure].unit, "op": self.op.currentData(),
        }  # fmt: skip

    def accept(self):
        name = self.std_id.text().strip()
        if not name or name in self._taken:
            self.said.setText(tr("Give the standard an id of its own.") if not name else
                              tr("There is a standard {std} already.", std=name))  # fmt: skip
            return
        super().accept()

    def _measured(self) -> None:
        self.op.setCurrentIndex(int(measures()[self.measure.currentData()].lower_is_worse))


class UnifyDialog(QDialog):
    """The cells in which the cities differ, with the value that is proposed; ``chosen()`` are those accepted."""

    def __init__(self, book: Book, source: StandardsModel, parent=None):
        super().__init__(parent)
        self.book, self.source = book, source
        self.setWindowTitle(tr("Propose common values"))
        self.cities = [place[1] for place in book.places() if place[0] == "city"]
        self.found = propose_unified(book.picture(), self.cities, book.day)
        self.table = QTableWidget(len(self.found), 5 + len(self.cities), self)
        self.table.setObjectName("gunmaneStandardsProposal")
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        heads = [tr("Take"), tr("Standard"), tr("Cell"), *(book.name(("city", c)) for c in self.cities)]
        self.table.setHorizontalHeaderLabels([*heads, tr("Common now"), tr("Proposal")])
        for n, entry in enumerate(self.found.to_dict("records")):
            self._fill(n, entry)
        self.table.resizeColumnsToContents()
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.drop_own = QCheckBox(
            tr("Empty these cells of the cities too, so that they inherit the common value"), self
        )
        all_button, none_button = QPushButton(tr("Take all"), self), QPushButton(tr("Take none"), self)
        all_button.clicked.connect(lambda _on=False: self._tick(True))
        none_button.clicked.connect(lambda _on=False: self._tick(False))
        self.said = QLabel(self)
        buttons = _buttons(self)
        intro = QLabel(
            tr("The middle of what the cities have, rounded to the stricter value that can be measured. A proposal can"
               " be overwritten; nothing is saved yet."), self)  # fmt: skip
        intro.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(all_button)
        row.addWidget(none_button)
        row.addWidget(self.said, 1)
        layout = QVBoxLayout(self)
        layout.addWidget(intro)
        layout.addWidget(self.table, 1)
        layout.addLayout(row)
        layout.addWidget(self.drop_own)
        layout.addWidget(buttons)
        self.table.itemChanged.connect(self._count)
        self._count()
        self.resize(900, 560)

    def chosen(self) -> dict[tuple, object]:
        """{(std_id, cell): value}. ValueError with words for a proposal that cannot be read."""
        found = {}
        for n, entry in enumerate(self.found.to_dict("records")):
            if self.table.item(n, 0).checkState() == Qt.CheckState.Checked:
                text = self.table.item(n, self.table.columnCount() - 1).text()
                found[(entry["std_id"], entry["cell"])] = self.source.read(
                    entry["std_id"], entry["cell"], text
                )[0]
        return found

    def accept(self):
        try:
            self.chosen()
        except ValueError as error:
            self.said.setText(str(error))
            return
        super().accept()

    def _fill(self, n: int, entry: dict) -> None:
        std_id, cell = entry["std_id"], entry["cell"]
        changes = not words.same(entry["common"], entry["proposal"])
        title = words.title(self.book.document, std_id, self.book.identity(std_id))
        texts = [words.shown(cell, entry[c]) for c in self.cities]
        texts = ["", f"{std_id} {title}", words.short(cell), *texts, words.shown(cell, entry["common"]),
                 words.shown(cell, entry["proposal"])]  # fmt: skip
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
            if column > 1:
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            if column == 0:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked)
            if column == len(texts) - 1:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
                font = item.font()
                font.setBold(True)
                item.setFont(font)
                if changes:
                    item.setBackground(QBrush(QColor("#fff2cc")))
            self.table.setItem(n, column, item)

    def _tick(self, on: bool) -> None:
        state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        for n in range(self.table.rowCount()):
            self.table.item(n, 0).setCheckState(state)

    def _count(self, *_args) -> None:
        ticked = [
            n
            for n in range(self.table.rowCount())
            if self.table.item(n, 0).checkState() == Qt.CheckState.Checked
        ]
        last = self.table.columnCount() - 1
        changing = sum(self.table.item(n, last).text() != self.table.item(n, last - 1).text() for n in ticked)
        self.said.setText(
            tr("{n} taken, {changing} of them change the common standard", n=len(ticked), changing=changing)
        )


def _buttons(dialog: QDialog) -> QDialogButtonBox:
    buttons = QDialogButtonBox(_BUTTON.Ok | _BUTTON.Cancel, dialog)
    buttons.button(_BUTTON.Cancel).setText(tr("Cancel"))
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons
