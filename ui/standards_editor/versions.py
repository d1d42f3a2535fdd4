"""Versions: which one is looked at, what is compared with it; the questions for a new one or a correction."""

from __future__ import annotations

import datetime

from qgis.PyQt.QtCore import QDate, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr
from .book import SAME_PLACE, STORED, Book
from .document import COMMON, Draft, free_version

ISO = "yyyy-MM-dd"


class VersionBar(QWidget):
    """``chosen(ver or None)``: a version to look at; ``compared(against)``: what to compare with."""

    chosen = pyqtSignal(object)
    compared = pyqtSignal(object)
    day_chosen = pyqtSignal(str)

    def __init__(self, parent=None):
        super().__init__(parent)
        self.version = QComboBox(self)
        self.version.setObjectName("gunmaneStandardsVersion")
        self.version.setAccessibleName(tr("Version"))
        self.version.setMinimumContentsLength(17)
        self.version.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.day = QDateEdit(self)
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat(ISO)
        self.day.setAccessibleName(tr("Day that is looked at"))
        self.state = QLabel(self)
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.against = QComboBox(self)
        self.against.setObjectName("gunmaneStandardsAgainst")
        self.against.setAccessibleName(tr("Compared with"))
        self.against.setMinimumContentsLength(10)
        self.against.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(QLabel(tr("Version:"), self))
        row.addWidget(self.version)
        row.addWidget(QLabel(tr("as of"), self))
        row.addWidget(self.day)
        row.addWidget(self.state, 1)
        row.addWidget(QLabel(tr("Compared with:"), self))
        row.addWidget(self.against)
        self.version.activated.connect(lambda n: self.chosen.emit(self.version.itemData(n)))
        self.against.activated.connect(lambda n: self.compared.emit(self.against.itemData(n)))
        self.day.dateChanged.connect(lambda day: self.day_chosen.emit(day.toString(ISO)))

    def show_place(self, book: Book, place: tuple, against, beside: bool) -> None:
        """Offer the versions of a place; say what is shown."""
        self.day.blockSignals(True)
        self.day.setDate(QDate.fromString(book.day, ISO))
        self.day.blockSignals(False)
        self.version.setEnabled(not beside)
        self.against.setEnabled(not beside)
        self.version.clear()
        draft = book.document.drafts.get(place)
        self.version.addItem(tr("in force on that day"), None)
        for ver, first in book.document.versions(place).items():
            mark = " *" if draft and draft.ver == ver else ""
            self.version.addItem(tr("{ver} (from {first})", ver=ver, first=first) + mark, ver)
        shown = book.draft_shown(place)
        ver = shown.ver if shown else book.chosen.get(place)
        self.version.setCurrentIndex(max(self.version.findData(ver), 0) if ver else 0)
        self._offer_sides(book, place, against)
        self.state.setText(self._words(book, place, shown, beside))

    def _offer_sides(self, book: Book, place: tuple, against) -> None:
        self.against.clear()
        self.against.addItem(tr("what is stored"), STORED)
        for other in book.places():
            if other != place:
                self.against.addItem(book.name(other), other)
        for ver in book.document.versions(place):
            self.against.addItem(tr("version {ver}", ver=ver), (SAME_PLACE, ver))
        at = [self.against.itemData(n) for n in range(self.against.count())]
        # itemData gives a list for a tuple in some versions of PyQt.
        at = [tuple(data) if isinstance(data, (list, tuple)) else data for data in at]
        self.against.setCurrentIndex(at.index(against) if against in at else 0)

    def _words(self, book: Book, place: tuple, shown: Draft | None, beside: bool) -> str:
        if shown and shown.correcting:
            return tr("✎ correcting a stored version")
        if shown:
            return tr("✎ new version, not saved yet")
        if beside:
            return tr("all cities on that day")
        own = {key[1] for key in book.document.in_force(book.day, book.chosen) if key[2:] == place}
        if not own:
            return (
                tr("no version of its own: everything is inherited") if place != COMMON else tr("no version")
            )
        return tr("in force: {versions} (kept as it is)", versions=", ".join(sorted(own)))


class VersionDialog(QDialog):
    """A new version of a place, or the correction of the one that is shown. ``draft()`` after ``accepted``."""

    def __init__(self, book: Book, place: tuple, author: str, parent=None, *, editing: Draft | None = None,
                 may_correct: str | None = None, note: str = ""):  # fmt: skip
        super().__init__(parent)
        self.book, self.place, self.editing = book, place, editing
        self.setWindowTitle(tr("Version of {place}", place=book.name(place)))
        self.new = QRadioButton(tr("A new version from what is shown"), self)
        self.correct = QRadioButton(
            tr("Correct the stored version {ver} itself", ver=may_correct or ""), self
        )
        self.new.setChecked(True)
        self._correctable = may_correct
        self.ver, self.author = QLineEdit(self), QLineEdit(self)
        self.reason, self.approved = QLineEdit(self), QLineEdit(self)
        self.first = QDateEdit(self)
        self.first.setCalendarPopup(True)
        self.first.setDisplayFormat(ISO)
        self._fill(author)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setStyleSheet("color: #a93226")
        form = QFormLayout()
        form.addRow(tr("Valid from"), self.first)
        form.addRow(tr("Name of the version"), self.ver)
        form.addRow(tr("Author"), self.author)
        form.addRow(tr("Reason of the revision"), self.reason)
        form.addRow(tr("Approved by"), self.approved)
        ok = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(ok.Ok | ok.Cancel, self)
        self.buttons.button(ok.Cancel).setText(tr("Cancel"))
        layout = QVBoxLayout(self)
        if note:
            label = QLabel(note, self)
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addWidget(self.new)
        layout.addWidget(self.correct)
        layout.addLayout(form)
        layout.addWidget(self.said)
        layout.addWidget(self.buttons)
        self.new.setVisible(editing is None and may_correct is not None)
        self.correct.setVisible(editing is None and may_correct is not None)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.first.dateChanged.connect(self._date_changed)
        self.new.toggled.connect(self._enable)
        self.resize(440, self.sizeHint().height())
        self.reason.setFocus()

    def draft(self) -> Draft:
        if self.correct.isChecked():
            words = (self.author.text().strip(), self.reason.text().strip(), self.approved.text().strip())
            return Draft(self._correctable, "", *words, correcting=True)
        return Draft(
            self.ver.text().strip(), self.first.date().toString(ISO), self.author.text().strip(),
            self.reason.text().strip(), self.approved.text().strip(), bool(self.editing and self.editing.correcting),
        )  # fmt: skip

    def accept(self):
        wrong = self._wrong()
        if wrong:
            self.said.setText(wrong)
            return
        super().accept()

    def _wrong(self) -> str:
        draft = self.draft()
        if not draft.correcting:
            wrong = self._wrong_name(draft) or self._wrong_day(draft)
            if wrong:
                return wrong
        if not draft.author:
            return tr("Name the author.")
        if not draft.reason:
            return tr("Write why the standard is revised.")
        return ""

    def _wrong_name(self, draft: Draft) -> str:
        taken = set(self.book.document.versions(self.place)) - ({self.editing.ver} if self.editing else set())
        if not draft.ver:
            return tr("Give the version a name.")
        return tr("There is a version {ver} already.", ver=draft.ver) if draft.ver in taken else ""

    def _wrong_day(self, draft: Draft) -> str:
        """Of two versions that begin on one day nobody could say which counts; and a new one follows its origin."""
        versions = self.book.document.versions(self.place)
        if self.editing:
            versions.pop(self.editing.ver, None)
            source = ""
        else:
            shown = self.book.document.in_force(self.book.day, self.book.chosen)
            source = max(
                (row["valid_from"] for key, row in shown.items() if key[2:] == self.place), default=""
            )
        for ver, first in versions.items():
            if first == draft.valid_from:
                return tr("Version {ver} begins on that day already: choose another day.", ver=ver)
        if draft.valid_from <= source:
            return tr(
                "It must begin after {first}, when the version that it is made from begins.", first=source
            )
        return ""

    def _fill(self, author: str) -> None:
        if self.editing:
            first, ver = self.editing.valid_from, self.editing.ver
            self.reason.setText(self.editing.reason)
            self.approved.setText(self.editing.approved_by)
            author = self.editing.author or author
            if self.editing.correcting:  # what a stored version is told by stays
                self.ver.setEnabled(False)
                self.first.setEnabled(False)
        else:
            first = self._first_day()
            ver = free_version(self.book.document, self.place, first[:7])
        self.first.setDate(QDate.fromString(first, ISO))
        self.ver.setText(ver)
        self._named = ver
        self.author.setText(author)

    def _first_day(self) -> str:
        """The next fiscal year; or, where other drafts wait already, their day."""
        others = [draft.valid_from for draft in self.book.document.drafts.values() if not draft.correcting]
        if others:
            return max(others)
        today = datetime.date.today()
        return f"{today.year + (today.month >= 4)}-04-01"

    def _date_changed(self, day) -> None:
        if self.ver.text() == self._named and not self.editing:
            self._named = free_version(self.book.document, self.place, day.toString("yyyy-MM"))
            self.ver.setText(self._named)

    def _enable(self, new: bool) -> None:
        for widget in (self.first, self.ver, self.approved):
            widget.setEnabled(new)
        self.said.setText(
            ""
            if new
            else tr("Past judgements name this version; a correction changes what they were judged by.")
        )
