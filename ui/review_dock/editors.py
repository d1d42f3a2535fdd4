"""One editor for each kind of question. An editor asks; it decides nothing and writes nothing.

``show(items, subject)`` fills it, ``answer()`` is what the person has entered (None while something is missing),
``changed`` says that the answer may be another one, ``first()`` is where the keyboard goes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QCompleter,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr
from . import words
from .map_link import ITEM, OTHER
from .tables import CellsTable, SidesTable, square

DATE = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class Answer:
    """What the editor adds to a decision (``layers.review.decide.Decision``)."""

    action: str
    point: tuple[float, float] | None = None
    values: dict = field(default_factory=dict)


class Editor(QWidget):
    """Base: the frame of an editor."""

    changed = pyqtSignal()
    MAIN = ""  # words on the button that decides

    def show_items(self, items: list, subject) -> None:
        raise NotImplementedError

    def answer(self) -> Answer | None:
        return None

    def accepting(self) -> dict:
        """Values that go with “accept” for this kind."""
        return {}

    def first(self) -> QWidget:
        return self

    def main_text(self) -> str:
        return ""


class NoEditor(Editor):
    """Nothing to enter: accept or reject only."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.label = QLabel(self)
        self.label.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.label)

    def show_items(self, items, subject):
        mixed = len({item.kind for item in items}) > 1
        self.label.setText(
            tr("Items of several kinds are selected: they can be accepted or rejected together.")
            if mixed
            else tr("They can be accepted or rejected together. To enter a value, select items of one field.")
        )
        self.label.setVisible(len(items) > 1)


class ValueEditor(Editor):
    """A code from the list, or a text, in place of what could not be read."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.written = QLabel(self)
        self.written.setTextFormat(Qt.TextFormat.PlainText)
        self.written.setWordWrap(True)
        self.written.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.now = QLabel(self)
        self.now.setTextFormat(Qt.TextFormat.PlainText)
        self.now.setWordWrap(True)
        self.codes = QComboBox(self)
        self.codes.setObjectName("gunmaneReviewCode")
        self.codes.setEditable(True)  # type a part of the name
        self.codes.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.codes.completer().setFilterMode(Qt.MatchFlag.MatchContains)
        self.codes.completer().setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.codes.lineEdit().setPlaceholderText(tr("Choose, or type a part of the name"))
        self.text = QLineEdit(self)
        self.text.setObjectName("gunmaneReviewText")
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.codes)
        self.stack.addWidget(self.text)
        self.name = QLabel(self)
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        for row, (label, widget) in enumerate(
            ((tr("As written"), self.written), (tr("Stored now"), self.now), (None, self.stack))
        ):
            head = self.name if label is None else QLabel(label, self)
            grid.addWidget(head, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(widget, row, 1)
        self.codes.currentIndexChanged.connect(lambda _n: self.changed.emit())
        self.codes.editTextChanged.connect(lambda _t: self.changed.emit())
        self.text.textChanged.connect(lambda _t: self.changed.emit())
        self._field = None
        self._before = ""

    def show_items(self, items, subject):
        item = items[0]
        self._field = item.field
        view = field_of(subject, item.field)
        raws = list(dict.fromkeys(str(i.raw) for i in items if i.raw not in (None, "")))
        more = tr(" and {number} more", number=len(raws) - 3) if len(raws) > 3 else ""
        self.written.setText(" / ".join(raws[:3]) + more)
        self.now.setText(
            str(view.shown if view is not None and view.shown is not None else "") or tr("(empty)")
        )
        self.name.setText(words.field_text(item.table, item.field))
        choices = view.choices if view is not None else None
        self.blockSignals(True)
        self.codes.clear()
        for code, label in choices or ():
            self.codes.addItem(f"{code} {label}" if str(code) != str(label) else str(label), code)
        self.codes.setCurrentIndex(-1)
        self.codes.clearEditText()
        self._before = "" if view is None or view.value is None else str(view.value)
        self.text.setText(self._before or (str(item.raw) if item.raw is not None else ""))
        self.blockSignals(False)
        self.stack.setCurrentWidget(self.codes if choices else self.text)
        for widget in (self.codes, self.text):
            widget.setAccessibleName(self.name.text())
        self.name.setBuddy(self.codes if choices else self.text)

    def answer(self):
        if self._field is None:
            return None
        if self.stack.currentWidget() is self.codes:
            code = self._code()
            return None if code is None else Answer("correct", values={self._field: str(code)})
        text = self.text.text().strip()
        return Answer("correct", values={self._field: text}) if text else None

    def _code(self):
        """The code meant by the text in the box: an entry, or its code alone."""
        typed = self.codes.currentText().strip()
        at = self.codes.findText(typed, Qt.MatchFlag.MatchExactly)
        if at < 0 and typed:
            at = self.codes.findData(typed.upper())
        return self.codes.itemData(at) if at >= 0 else None

    def first(self):
        return self.stack.currentWidget()

    def main_text(self):
        return tr("Take this value")


class ConflictEditor(Editor):
    """Per field: what is stored, or what the file says now."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.table = SidesTable(tr("Stored (edited by hand)"), tr("The file now"), choosing=True, parent=self)
        self.table.setObjectName("gunmaneReviewConflict")
        self.table.setAccessibleName(tr("Values in conflict"))
        self.all_store = QPushButton(tr("All as stored"), self)
        self.all_file = QPushButton(tr("All from the file"), self)
        self.several = QLabel(
            tr("Several conflicts are selected: one side is taken for every field of all of them."), self
        )
        self.several.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.all_store)
        row.addWidget(self.all_file)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.several)
        layout.addWidget(self.table)
        layout.addLayout(row)
        self.all_store.clicked.connect(lambda: self._all(1))
        self.all_file.clicked.connect(lambda: self._all(2))
        self.table.changed.connect(self.changed)
        self._many = False
        self._side = 0

    def show_items(self, items, subject):
        self._many, self._side = len(items) > 1, 0
        self.several.setVisible(self._many)
        self.table.setVisible(not self._many)
        self.table.fill_sides(
            [
                (view.name, view.label, plain(view.shown), plain(view.incoming_shown or view.incoming))
                for view in (subject.fields if subject is not None else ())
                if view.name in (items[0].detail.get("values") or {})
            ]
        )
        self.table.setFixedHeight(min(40 + 24 * max(self.table.rowCount(), 2), 190))

    def answer(self):
        if self._many:
            side = {1: "store", 2: "file"}.get(self._side)
            return Answer("choose", values={"*": side}) if side else None
        sides = self.table.sides()
        if not sides or 0 in sides.values():
            return None
        return Answer("choose", values={n: "store" if side == 1 else "file" for n, side in sides.items()})

    def _all(self, side: int) -> None:
        self._side = side
        for button, own in ((self.all_store, 1), (self.all_file, 2)):
            button.setDown(self._many and own == side)
        self.table.take(side)

    def first(self):
        return self.all_store if self._many else self.table

    def main_text(self):
        return tr("Take what is chosen")


class TwinEditor(Editor):
    """Two rows beside each other: one thing or two, and which row stays the main one."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.table = SidesTable(tr("This row"), tr("The other row"), choosing=False, parent=self)
        self.table.setObjectName("gunmaneReviewTwins")
        self.table.setAccessibleName(tr("Two rows beside each other"))
        self.table.setMinimumHeight(120)
        for column, colour in ((1, ITEM), (2, OTHER)):  # as the two rows are drawn on the map
            self.table.horizontalHeaderItem(column).setIcon(QIcon(square(colour)))
        self.keep_this = QRadioButton(tr("Keep this row"), self)
        self.keep_other = QRadioButton(tr("Keep the other row"), self)
        self.keep_this.setChecked(True)
        group = QButtonGroup(self)
        group.addButton(self.keep_this)
        group.addButton(self.keep_other)
        row = QHBoxLayout()
        row.addWidget(QLabel(tr("Where it is a duplicate:"), self))
        row.addWidget(self.keep_this)
        row.addWidget(self.keep_other)
        row.addStretch(1)
        self.choice = QWidget(self)
        self.choice.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.choice)
        layout.addWidget(self.table)
        self._item = None

    def show_items(self, items, subject):
        self._item = items[0] if len(items) == 1 else None
        self.keep_this.setChecked(True)
        self.choice.setVisible(items[0].kind == words.TWIN and self._item is not None)
        other = subject.other if subject is not None and self._item is not None else None
        self.table.setVisible(other is not None)
        if other is None:
            return
        second = {view.name: view for view in other.fields}
        rows = [
            (view.name, view.label, plain(view.shown), plain(second[view.name].shown))
            for view in subject.fields
            if view.name in second and (plain(view.shown) or plain(second[view.name].shown))
        ]
        rows.sort(key=lambda row: row[2] == row[3])  # what differs comes first
        self.table.fill_sides(rows)
        self.keep_other.setChecked(earlier(self._item, subject) == self._item.other_uuid)

    def accepting(self):
        """Who stays; of many at once the panel finds the earlier row of each."""
        if self._item is None or self._item.kind != words.TWIN:
            return {}
        keep = self._item.row_uuid if self.keep_this.isChecked() else self._item.other_uuid
        return {"keep": keep}

    def first(self):
        return self.keep_this if self.choice.isVisible() else self.table


class CellsEditor(Editor):
    """The cells of a row set aside, as the ledger has them."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.table = CellsTable(self)
        self.table.setObjectName("gunmaneReviewCells")
        self.table.setAccessibleName(tr("Cells of the row"))
        self.table.setMinimumHeight(130)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        self.table.changed.connect(self.changed)

    def show_items(self, items, subject):
        self.table.setVisible(len(items) == 1)
        views = subject.fields if subject is not None and len(items) == 1 else []
        self.table.fill_cells(views, items[0].field)

    def answer(self):
        cells = self.table.corrected()
        return Answer("correct", values=cells) if cells else None

    def first(self):
        return self.table

    def main_text(self):
        return tr("Take the corrected row")


def earlier(item, subject) -> str | None:
    """Which of two rows came first (by the first date that both have): it stays, unless a person says otherwise."""
    other = {view.name: view.value for view in subject.other.fields} if subject and subject.other else {}
    for view in subject.fields if subject else ():
        dates = [str(view.value or ""), str(other.get(view.name) or "")]
        if all(DATE.match(text) for text in dates):
            return item.other_uuid if dates[1] < dates[0] else item.row_uuid
    return item.row_uuid


def field_of(subject, name):
    """The view of a field, or None."""
    if subject is None or name is None:
        return None
    return next((view for view in subject.fields if view.name == name), None)


def plain(value) -> str:
    return words.value_text(value)
