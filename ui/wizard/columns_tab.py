"""Columns of a ledger: the grid, and below it everything about the column that is chosen."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr
from ...layers.errors import GunmaneError
from ...layers.propose.labels import read_label
from . import columns_model as cm
from .entries import key_of

UNITS = (
    "m",
    "cm",
    "mm",
    "km",
    "m2",
    "ha",
    "円",
    "千円",
    "万円",
    "%",
    "度",
    "km/h",
    "台/日",
    "基",
    "本",
    "件",
)


class ColumnsTab(QWidget):
    """``changed(label)`` after an operation, ``refused(text)`` where it was not possible."""

    changed = pyqtSignal(str)
    refused = pyqtSignal(str)
    codes_wanted = pyqtSignal(str)

    def __init__(self, parent=None):
        super().__init__(parent)
        self.draft, self.number = None, -1
        self.model = cm.ColumnsModel(self)
        self.model.changed.connect(self.changed)
        self.model.refused.connect(self.refused)
        self.grid = QTableView()
        self.grid.setObjectName("columns")
        self.grid.setModel(self.model)
        self.grid.setItemDelegateForColumn(cm.ITEM, cm.ItemDelegate(self.grid))
        self.grid.setItemDelegateForColumn(cm.SURE, cm.SureDelegate(self.grid))
        self.grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.grid.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.grid.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.grid.setTabKeyNavigation(False)
        self.grid.verticalHeader().hide()
        self.grid.verticalHeader().setDefaultSectionSize(24)
        header = self.grid.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(cm.ITEM, QHeaderView.ResizeMode.Stretch)
        for section, width in ((cm.COLUMN, 150), (cm.EXAMPLES, 260), (cm.SURE, 70)):
            header.resizeSection(section, width)
        self.grid.selectionModel().currentRowChanged.connect(lambda *_: self._show_detail())
        self.detail = self._detail()
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.grid)
        splitter.addWidget(self.detail)
        splitter.setStretchFactor(0, 1)
        splitter.setCollapsible(0, False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(splitter)

    def _detail(self) -> QWidget:
        box = QWidget()
        self.heading = QLabel()
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setStyleSheet("font-weight: bold")
        self.why = QLabel()
        self.why.setTextFormat(Qt.TextFormat.PlainText)
        self.why.setWordWrap(True)
        self.item = cm.searching_combo(box, [], None)
        self.item.setObjectName("item")
        self.item.activated.connect(lambda _n: self._take_item())
        self.item.lineEdit().returnPressed.connect(self._take_item)
        self.confirm = QPushButton(tr("&Right as it is"))
        self.confirm.setObjectName("confirm")
        self.confirm.setAutoDefault(False)
        self.confirm.clicked.connect(lambda _c: self._do("confirm"))
        self.reason = QLineEdit()
        self.reason.setObjectName("reason")
        self.reason.setPlaceholderText(tr("Why it is not taken (Enter to set)"))
        self.reason.returnPressed.connect(self._take_reason)
        self.unit = QComboBox()
        self.unit.setObjectName("unit")
        self.unit.activated.connect(lambda _n: self._do("set_unit", self.unit.currentData()))
        self.dates = QComboBox()
        self.dates.setObjectName("dates")
        for text, data in (
            (tr("dates as they are written"), None),
            (tr("8.3.5 is a year of an era (wareki)"), True),
            (tr("8.3.5 is no year of an era"), False),
        ):
            self.dates.addItem(text, data)
        self.dates.activated.connect(lambda _n: self._do("set_date_form", self.dates.currentData()))
        self.codes = QPushButton(tr("Meaning of its &words…"))
        self.codes.setAutoDefault(False)
        self.codes.clicked.connect(lambda _c: self.codes_wanted.emit(self.label))
        row = QHBoxLayout()
        row.addWidget(self.item, 1)
        row.addWidget(self.confirm)
        how = QHBoxLayout()
        for widget in (self.unit, self.dates, self.codes):
            how.addWidget(widget)
        how.addStretch(1)
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(tr("Becomes"), row)
        self.how_text = QLabel(tr("Reading"))
        form.addRow(self.how_text, how)
        form.addRow(tr("Not taken"), self.reason)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self.heading)
        layout.addWidget(self.why)
        layout.addLayout(form)
        return box

    # -- shown -------------------------------------------------------------------------------------------

    def show_ledger(self, draft, number: int) -> None:
        self.draft, self.number = draft, number
        self.model.show(draft, number)
        if self.model.labels:
            self.grid.selectRow(0)
        self._show_detail()

    def refresh(self) -> None:
        label = self.label
        self.model.refresh()
        if label and self.label != label:
            self.choose(label)
        self._show_detail()

    def choose(self, label: str) -> None:
        """Go to a column."""
        index = self.model.row_of(label)
        if index.isValid():
            self.grid.setCurrentIndex(index)
            self.grid.scrollTo(index)

    @property
    def label(self) -> str | None:
        row = self.grid.currentIndex().row()
        return self.model.labels[row] if 0 <= row < len(self.model.labels) else None

    def _show_detail(self) -> None:
        label = self.label
        self.detail.setEnabled(label is not None)
        if label is None:
            self.heading.clear()
            self.why.clear()
            return
        choice = self.draft.choice(self.number, label)
        own = self.draft.table(self.number).field(choice.field) if choice.field else None
        examples = ", ".join(self.model.examples(label, 8))
        self.heading.setText(f"{label}: {examples}"[:160])
        self.why.setText(self.model.why(label).replace("\n", " / ")[:300])
        cm.fill(self.item, self._entries(choice), key_of(choice))
        if key_of(choice) is None:
            self.item.setCurrentText("")
        self.confirm.setEnabled(choice.role != "undecided" and choice.confidence < 1.0)
        self.reason.setText(choice.reason or "" if not choice.targets and choice.role == "ignore" else "")
        self._show_reading(label, choice, own)

    def _entries(self, choice) -> list[tuple]:
        """Likely ones first, with their sureness."""
        texts = {e.key: e.text for e in self.model.entries}
        likely = [(("field", name), score) for name, score in choice.candidates if ("field", name) in texts]
        first = [(key, f"{texts[key]}  {round(100 * score)}%") for key, score in likely]
        return [*first, *((e.key, e.text) for e in self.model.entries if e.key not in dict(likely))]

    def _show_reading(self, label: str, choice, own) -> None:
        self.unit.setVisible(bool(own and own.unit))
        self.dates.setVisible(bool(own and own.type in ("date", "datetime")))
        self.codes.setVisible(bool(own and own.codes))
        self.how_text.setVisible(bool(own and (own.unit or own.codes or own.type in ("date", "datetime"))))
        target = next((t for t in choice.targets if "field" in t), {})
        if own and own.unit:
            self.unit.clear()
            self.unit.addItem(tr("unit as written in the cells"), None)
            stated = read_label(label).unit
            for unit in dict.fromkeys([own.unit, *([stated] if stated else []), *UNITS]):
                self.unit.addItem(tr("bare numbers are {unit}", unit=unit), unit)
            self.unit.setCurrentIndex(
                max(0, self.unit.findData(target.get("source_unit") or target.get("unit")))
            )
        wareki = target.get("wareki")
        self.dates.setCurrentIndex({None: 0, True: 1, False: 2}[wareki])

    # -- done --------------------------------------------------------------------------------------------

    def _take_item(self) -> None:
        typed = self.item.currentText()
        key = self.item.itemData(self.item.currentIndex()) if typed == self.item.itemText(
            self.item.currentIndex()) else cm.chosen(self.item)  # fmt: skip
        if key is None:
            if typed.strip():
                self.refused.emit(tr("No single item is called “{text}”.", text=typed))
            return
        self.model.setData(self.model.row_of(self.label), key)

    def _take_reason(self) -> None:
        if self.reason.text().strip():
            self._do("set_ignore", self.reason.text())

    def _do(self, operation: str, *arguments) -> None:
        label = self.label
        try:
            getattr(self.draft, operation)(self.number, label, *arguments)
        except GunmaneError as error:
            self.refused.emit(str(error))
            self._show_detail()
            return
        self.changed.emit(label)
