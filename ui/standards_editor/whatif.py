"""The panel beside the table: what the shown standards would change, after every edit."""

from __future__ import annotations

import datetime
import time
from pathlib import Path

from qgis.core import Qgis
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...analysis.standards import ALL, RESPONSES, measures
from ...analysis.standards.words import code_label
from ...i18n import language, tr
from ...processing_provider.frames import attributes
from ..review_dock.work import Jobs
from . import impact, words
from .book import Book
from .document import COMMON
from .plot import SweepPlot

DEBOUNCE_MS = 150
ON_THAT_DAY, TODAY = "day", "today"
AS_SHOWN, ONE_FOR_ALL = "shown", "common"


class WhatIfPanel(QWidget):
    """``use_store`` (or ``set_damages``), then ``refresh`` after each edit. ``measured(impact)`` when the numbers
    stand there; ``failed(text)``."""

    measured = pyqtSignal(object)
    failed = pyqtSignal(str)

    def __init__(self, book: Book, parent=None):
        super().__init__(parent)
        self.book = book
        self.damages: impact.Damages | None = None
        self.result: impact.Impact | None = None
        self.took = 0.0
        self._focus_key: tuple | None = None
        self._jobs = Jobs()
        self._again = False
        self._path: Path | None = None
        self._judged: tuple = (None, None, None)  # (damages, set that they were judged by, their levels)
        self._build()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE_MS)
        self._timer.timeout.connect(self._measure)

    # -- what others tell it ----------------------------------------------------------------------------------

    def use_store(self, path: Path | None) -> None:
        """The damages of a store, read in the background, unless a layer is chosen."""
        self._path = path
        if self.source.currentData() == "layer":
            self.refresh()
        elif path is None:
            self.set_damages(None, tr("Without a store there are no damages to count with. Choose a layer."))
        else:
            self._load(lambda: impact.load_store(path))

    def use_layer(self, layer) -> None:
        """The damages of a layer; its features are read here, for it belongs to this thread."""
        frame = attributes(layer, impact.wanted_columns()) if layer is not None else {}
        if not {"ft", "dt"} <= set(frame):
            self.set_damages(None, tr("The layer has no fields ft and dt: it holds no damages."))
            return
        name = layer.name()
        self._load(lambda: impact.damages_of(frame, name=name))

    def set_damages(self, damages: impact.Damages | None, why: str = "") -> None:
        self.damages, self._judged, self.result = damages, (None, None, None), None
        if damages is None or not len(damages):
            self.damages = None
            self.head.setText(why or tr("No damages to count with."))
            self.plot.clear("")
            for table in (self.levels, self.cities):
                _fill(table, [])
            return
        self.refresh()

    def focus(self, key: tuple | None) -> None:
        """The cell that the curve is about: (place, std_id, cell)."""
        if key != self._focus_key:
            self._focus_key = key
            self.refresh()

    def refresh(self) -> None:
        if self.damages is not None:
            self._timer.start()

    @property
    def busy(self) -> bool:
        return self._timer.isActive() or self._jobs.busy()

    def close_down(self) -> None:
        self._timer.stop()
        self._jobs.drop()

    # -- counting -------------------------------------------------------------------------------------------

    def _measure(self) -> None:
        if self.damages is None:
            return
        if self._jobs.busy("measure"):  # one at a time: what is prepared is shared
            self._again = True
            return
        damages, judged = self.damages, self._judged
        before = self.book.stored_picture(_today() if self.since.currentData() == TODAY else None)
        after = self.book.picture()
        if self.of.currentData() == ONE_FOR_ALL:
            after = after.only()
        focus = self._focus()
        began = time.perf_counter()

        def work():
            known = judged[0] is damages and judged[1] is before
            told = judged[2] if known else impact.judged(damages, before)
            result = impact.measure(damages, told, after, focus)
            return (damages, before, told), result, time.perf_counter() - began

        self._jobs.start("measure", tr("What the standards would change"), work, self._done, self._failed)

    def _done(self, answer) -> None:
        judged, result, took = answer
        if self._again:
            self._again = False
            self._measure()
        if judged[0] is not self.damages:  # others were chosen meanwhile
            return
        self._judged, self.took = judged, took
        self.result = result
        self._show(result)
        self.measured.emit(result)

    def _failed(self, error) -> None:
        self._again = False
        self.failed.emit(str(error))

    def _focus(self) -> impact.Focus | None:
        if self._focus_key is None:
            return None
        place, std_id, cell = self._focus_key
        if self.of.currentData() == ONE_FOR_ALL:
            place = COMMON
        row = self.book.cells(place)[0].get(std_id)
        if row is None or cell in RESPONSES:
            return None
        old = self.book.stored_cells(place).get(std_id, {})
        number = [None if words.empty(v) or v == float("inf") else v for v in (row[cell], old.get(cell))]
        return impact.Focus(std_id, cell, *place, row["measure"] or "", row["op"] or ">=", *number)

    # -- showing ---------------------------------------------------------------------------------------------

    def _show(self, result: impact.Impact) -> None:
        damages = self.damages
        self.head.setText(
            tr("{n} damages of {years} years ({name})", n=words.number(len(damages)),
               years=words.number(result.years, 1), name=damages.name)
        )  # fmt: skip
        counts = result.counts()
        rows = [
            (tr("before the change"), *(words.number(before) for _, before, _ in counts)),
            (tr("after the change"), *(words.number(after) for _, _, after in counts)),
            (tr("Difference"), *(words.signed(after - before) for _, before, after in counts)),
        ]
        _fill(self.levels, rows, bold={2})
        rows = []
        for entry in result.cities():
            name = tr("All cities") if entry["city_code"] == ALL else self.book.names.get(entry["city_code"])
            rows.append(self._city_row(name or entry["city_code"] or "-", entry, result.years))
        for entry in result.roads():
            rows.append(self._city_row(code_label("RC", entry["road"]), entry, result.years))
        _fill(self.cities, rows, bold={len(rows) - len(impact.ROADS) - 1})
        self.total.setToolTip(self._quantities(result))
        total = next(entry for entry in result.cities() if entry["city_code"] == ALL)
        self._say_total(total, result.years)
        self._show_curve(result)
        self.plot.parentWidget().layout().activate()  # the tables may have other heights now

    def _city_row(self, name: str, entry: dict, years: float) -> tuple:
        before, after = entry["repairs_before"] / years, entry["repairs_after"] / years
        moved = (
            f"▲{words.number(entry['harder'])} ▼{words.number(entry['softer'])}" if entry["moved"] else "–"
        )
        yen = ("", "")
        if "yen_before" in entry:
            thousand = (entry["yen_before"] / 1000, entry["yen_after"] / 1000)
            yen = (words.number(thousand[1]), words.signed(thousand[1] - thousand[0]))
        return (name, moved, f"{words.number(before, 1)} → {words.number(after, 1)}", *yen)

    def _say_total(self, total: dict, years: float) -> None:
        difference = total["yen_after"] - total["yen_before"]
        moved = words.number(total["moved"])
        said = tr("{moved} damages change their judgement; ", moved=moved) if total["moved"] else ""
        said += tr("repairs a year {repairs}, yen a year {yen} (example prices)",
                   repairs=words.signed((total["repairs_after"] - total["repairs_before"]) / years, 1),
                   yen=words.signed(difference))  # fmt: skip
        self.total.setText(said if total["moved"] else tr("No judgement changes."))

    def _quantities(self, result) -> str:
        """Work a year by kind of damage, where it changes."""
        table = result.change.quantities
        table = table[(table["before"] - table["after"]).abs() > 1e-9]
        lines = [
            f"{code_label('FT', row['ft'])}・{code_label('DT', row['dt'])}: {words.number(row['before'], 1)} →"
            f" {words.number(row['after'], 1)} {row['unit']}"
            for row in table.to_dict("records")
        ]
        return "\n".join([tr("Work a year:"), *lines]) if lines else ""

    def _show_curve(self, result: impact.Impact) -> None:
        focus = result.focus
        if focus is None or result.curve is None:
            key = self._focus_key
            self.curve_of.setText("")
            response = key is not None and key[2] in RESPONSES
            self.plot.clear(
                tr("Responses move deadlines, not judgements: there is no curve.")
                if response
                else tr("Choose a threshold in the table: its curve is drawn here.")
            )
            return
        curve = impact.of_place(result.curve, focus)
        row = {"op": focus.op, "unit": result_unit(focus)}
        place = (focus.scope, focus.scope_key)
        where = tr("if all cities had this value") if place == COMMON else self.book.name(place)
        title = self.book.document.title(focus.std_id, language()) or focus.std_id
        self.curve_of.setText(f"{focus.std_id} {title} {words.short(focus.cell)} ({where})")
        self.plot.show_curve(
            curve["value"],
            curve["repairs"] / result.years,
            curve["yen"],
            focus.value,
            focus.before,
            words.unit(row),
        )

    # -- widgets ---------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setObjectName("gunmaneStandardsWhatIf")
        self.head = QLabel(tr("No damages to count with."), self)
        self.head.setWordWrap(True)
        self.source = QComboBox(self)
        self.source.addItem(tr("the store’s damages"), "store")
        self.source.addItem(tr("a layer:"), "layer")
        self.layer = QgsMapLayerComboBox(self)
        self.layer.setFilters(Qgis.LayerFilter.VectorLayer)
        self.layer.setEnabled(False)
        self.since, self.of = QComboBox(self), QComboBox(self)
        self.since.addItem(tr("stored, on the day shown"), ON_THAT_DAY)
        self.since.addItem(tr("stored, today"), TODAY)
        self.of.addItem(tr("as shown in the table"), AS_SHOWN)
        self.of.addItem(tr("the common standard for all cities"), ONE_FOR_ALL)
        levels = [f"{level}\n{code_label('JUDGE', level)}" for level in impact.SHOWN]
        self.levels = _table([tr("Judgement"), *levels], self)
        self.cities = _table(
            [tr("City, class"), tr("Moved"), tr("Repairs a year"), tr("1000 yen\na year (ex.)"), tr("Difference")], self
        )  # fmt: skip
        self.cities.setToolTip(
            tr("▲ judged worse than before, ▼ judged better.")
            + "\n"
            + tr("Prices are invented examples: they show how amounts compare, not what repairs cost.")
        )
        self.total = QLabel(self)
        self.total.setWordWrap(True)
        self.total.setStyleSheet("font-weight: bold")
        self.curve_of = QLabel(self)
        self.curve_of.setWordWrap(True)
        self.plot = SweepPlot(self)
        for table in (self.levels, self.cities):
            _fill(table, [])
        inside = QWidget(self)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(4, 0, 2, 0)
        layout.setSpacing(3)
        for pairs in (
            ((tr("Damages:"), self.source), ("", self.layer)),
            ((tr("Before:"), self.since), (tr("After:"), self.of)),
        ):
            row = QHBoxLayout()
            for label, widget in pairs:
                if label:
                    row.addWidget(QLabel(label, self))
                widget.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
                widget.setMinimumContentsLength(6)
                row.addWidget(widget, 1)
            layout.addLayout(row)
        for widget in (self.head, self.total, self.levels, self.cities, self.curve_of):
            layout.addWidget(widget)
        layout.addWidget(self.plot, 1)
        scroll = QScrollArea(self)  # a low screen must not squeeze the tables
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self.source.currentIndexChanged.connect(self._source_changed)
        self.layer.layerChanged.connect(self._layer_changed)
        self.since.currentIndexChanged.connect(lambda _n: self.refresh())
        self.of.currentIndexChanged.connect(lambda _n: self.refresh())

    def _source_changed(self, _n: int) -> None:
        chosen = self.source.currentData() == "layer"
        self.layer.setEnabled(chosen)
        if chosen:
            self.use_layer(self.layer.currentLayer())
        else:
            self.use_store(self._path)

    def _layer_changed(self, layer) -> None:
        if self.source.currentData() == "layer":
            self.use_layer(layer)

    def _load(self, what) -> None:
        self.set_damages(None, tr("Reading the damages…"))
        self._jobs.start(
            "damages", tr("Reading the damages…"), what, self.set_damages,
            lambda error: self.set_damages(None, tr("The damages cannot be read: {why}", why=str(error))),
        )  # fmt: skip


def result_unit(focus: impact.Focus) -> str:
    known = measures().get(focus.measure)
    return known.unit if known else ""


def _today() -> str:
    return datetime.date.today().isoformat()


def _table(heads: list[str], parent) -> QTableWidget:
    table = QTableWidget(0, len(heads), parent)
    table.setHorizontalHeaderLabels(heads)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 4)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    head = table.horizontalHeader()
    head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    return table


def _fill(table: QTableWidget, rows: list[tuple], bold=()) -> None:
    table.setRowCount(len(rows))
    for n, texts in enumerate(rows):
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            if column:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if n in bold:
                font = item.font()
                font.setBold(True)
                item.setFont(font)
            table.setItem(n, column, item)
    height = table.horizontalHeader().sizeHint().height() + 3
    table.setFixedHeight(height + len(rows) * table.verticalHeader().defaultSectionSize())
