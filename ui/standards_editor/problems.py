"""What is wrong with the standards, live: a list in words; a click goes to the cell."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from ...analysis.standards import Problem, check
from ...i18n import tr
from . import words
from .book import Book
from .document import COMMON, VALUES

ERROR_INK, WARNING_INK = QColor("#a93226"), QColor("#7d5a00")


class ProblemList(QTreeWidget):
    """``wanted(place, std_id, cell)``: somebody wants to see the cell."""

    wanted = pyqtSignal(tuple, str, str)

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setObjectName("gunmaneStandardsProblems")
        self.setAccessibleName(tr("Doubts about the standards"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHeaderLabels([tr("Where"), tr("What is wrong"), tr("What to do")])
        letter = self.fontMetrics().horizontalAdvance("漢")
        self.setColumnWidth(0, 18 * letter)
        self.setColumnWidth(1, 26 * letter)
        self.header().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.itemClicked.connect(self._clicked)
        self.itemActivated.connect(self._clicked)
        self.errors = 0
        self.count = 0

    def look(self, book: Book) -> dict[tuple, str]:
        """Check what is shown; returns (place, std_id, cell) -> words, for the table's cells."""
        found = check(book.picture())
        self.clear()
        self.errors, self.count = 0, len(found)
        cells: dict[tuple, str] = {}
        for problem in found:
            cell = problem.cell if problem.cell in VALUES else "repair"
            place = (problem.scope, problem.scope_key)
            wrong, remedy, error = words.rule_words(problem.code)
            self.errors += error
            text = f"{wrong} {problem.detail}".strip()
            cells[(place, problem.std_id, cell)] = text
            item = QTreeWidgetItem([_where(book, problem), text, remedy])
            item.setData(0, Qt.ItemDataRole.UserRole, (place, problem.std_id, cell))
            item.setForeground(1, QBrush(ERROR_INK if error else WARNING_INK))
            item.setText(1, ("✕ " if error else "△ ") + text)
            self.addTopLevelItem(item)
        if not found:
            self.addTopLevelItem(QTreeWidgetItem([tr("No doubts."), "", ""]))
        return cells

    def _clicked(self, item, _column=0) -> None:
        key = item.data(0, Qt.ItemDataRole.UserRole)
        if key:
            self.wanted.emit(*key)


def _where(book: Book, problem: Problem) -> str:
    place = (problem.scope, problem.scope_key)
    name = book.name(place) if place[0] else book.name(COMMON)
    cell = words.short(problem.cell) if problem.cell in VALUES else problem.cell
    return f"{name} {problem.std_id} {cell}"
