"""The head of the dock: which store, which city, which kind, which words; and how much waits where."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGridLayout,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ...i18n import tr
from ...schema import model
from . import words
from .model import Wanted

OPEN, DECIDED, PENDING = "open", "decided", "pending"
TYPING_MS = 250


class FilterBar(QWidget):
    """City, kind, text and state. ``changed`` follows each; the text waits until typing pauses."""

    changed = pyqtSignal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self.city, self.kind, self.state = QComboBox(self), QComboBox(self), QComboBox(self)
        for box, name, label in (
            (self.city, "gunmaneReviewCity", tr("City")),
            (self.kind, "gunmaneReviewKind", tr("Kind")),
            (self.state, "gunmaneReviewState", tr("Decision")),
        ):
            box.setObjectName(name)
            box.setAccessibleName(label)
            box.setToolTip(label)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
            box.currentIndexChanged.connect(self._now)
        self.text = QLineEdit(self)
        self.text.setObjectName("gunmaneReviewFilter")
        self.text.setAccessibleName(tr("Find"))
        self.text.setPlaceholderText(tr("Find (Ctrl+F)"))
        self.text.setToolTip(tr("Words of the reason, the text, the file, the city… (Ctrl+F)"))
        self.text.setClearButtonEnabled(True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TYPING_MS)
        self._timer.timeout.connect(self.changed)
        self.text.textChanged.connect(lambda _t: self._timer.start())
        self.text.returnPressed.connect(self._now)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        self.set_wide(False)
        self._silent = False

    def set_wide(self, wide: bool) -> None:
        """One row where there is room, else two."""
        places = ((0, 0), (0, 1), (0, 2), (0, 3)) if wide else ((0, 0), (0, 1), (1, 0), (1, 1))
        for widget, place in zip((self.city, self.kind, self.state, self.text), places):
            self._grid.addWidget(widget, *place)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if wide or column < 2 else 0)

    def wanted(self) -> Wanted:
        return Wanted(self.city.currentData(), self.kind.currentData(), self.text.text())

    def fill(self, counts: dict, names: dict[str, str], pending: int) -> None:
        """Numbers beside every choice; what was chosen stays chosen."""
        self._silent = True
        cities = sorted({city for city, _ in counts} | set(names))
        kinds = [kind for kind in all_kinds() if any(own == kind for _, own in counts)]

        def open_in(city=None, kind=None):
            return sum(n for (c, k), (n, _) in counts.items() if city in (None, c) and kind in (None, k))

        _refill(
            self.city,
            [(tr("All cities"), None, open_in()), *((names.get(c, c), c, open_in(city=c)) for c in cities)],
        )
        _refill(
            self.kind,
            [(tr("All kinds"), None, open_in()), *((words.kind_text(k), k, open_in(kind=k)) for k in kinds)],
        )
        decided = sum(n for _, n in counts.values())
        _refill(
            self.state,
            [
                (tr("Open"), OPEN, open_in()),
                (tr("Decided"), DECIDED, decided),
                (tr("Take effect with the next import"), PENDING, pending),
            ],
        )
        self._silent = False

    def choose(self, city: str | None, kind: str | None) -> None:
        """From the table of counts."""
        self._silent = True
        self.city.setCurrentIndex(max(self.city.findData(city), 0))
        self.kind.setCurrentIndex(max(self.kind.findData(kind), 0))
        self._silent = False
        self.changed.emit()

    def _now(self, *_args) -> None:
        self._timer.stop()
        if not self._silent:
            self.changed.emit()


class CountsTable(QTableWidget):
    """Cities by kinds: open (decided). A click filters by that cell."""

    chosen = pyqtSignal(object, object)

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setObjectName("gunmaneReviewCounts")
        self.setAccessibleName(tr("Open items by city and kind; decided in brackets"))
        self.setToolTip(self.accessibleName())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 6)
        self.cellClicked.connect(self._clicked)
        self.cellActivated.connect(self._clicked)
        self._cities: list = []
        self._kinds: list = []

    def fill(self, counts: dict, names: dict[str, str]) -> None:
        kinds = [kind for kind in all_kinds() if any(own == kind for _, own in counts)]
        self._cities = [*sorted({city for city, _ in counts} | set(names)), None]
        self._kinds = [*kinds, None]
        self.setColumnCount(len(self._kinds))
        self.setRowCount(len(self._cities))
        self.setHorizontalHeaderLabels(
            [tr("All kinds") if kind is None else words.kind_text(kind) for kind in self._kinds]
        )
        self.setVerticalHeaderLabels(
            [tr("All cities") if city is None else names.get(city, city) for city in self._cities]
        )
        for row, city in enumerate(self._cities):
            for column, kind in enumerate(self._kinds):
                cells = [both for (c, k), both in counts.items() if city in (None, c) and kind in (None, k)]
                waiting, decided = sum(a for a, _ in cells), sum(b for _, b in cells)
                text = f"{waiting:,}" + (f" ({decided:,})" if decided else "") if cells else ""
                item = QTableWidgetItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.setItem(row, column, item)
        rows = len(self._cities)
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(min(head + rows * self.verticalHeader().defaultSectionSize() + 4, 190))

    def _clicked(self, row: int, column: int) -> None:
        self.chosen.emit(self._cities[row], self._kinds[column])


def all_kinds() -> list[str]:
    return [*model().code_lists["RVKIND"].codes, words.SET_ASIDE_KIND]


def _refill(box: QComboBox, entries: list[tuple]) -> None:
    had = box.currentData()
    box.clear()
    for text, data, number in entries:
        box.addItem(f"{text} ({number:,})", data)
    box.setCurrentIndex(max(box.findData(had), 0))
    box.view().setMinimumWidth(box.view().sizeHintForColumn(0) + 24)
