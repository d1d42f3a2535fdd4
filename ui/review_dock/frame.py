"""The widgets of the dock and where they stand; ``panel.py`` brings them to life."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr
from .detail import DetailPane
from .filters import CountsTable, FilterBar
from .history import HistoryPage
from .model import CITY, KIND, REASON, SOURCE, VALUE, ItemModel
from .notice import Notice

WIDE_PX = 640
WIDE = 1.25  # wider than this share of its height: list and detail stand beside each other


class Frame(QWidget):
    """Docked at the side the list stands over the detail; at the bottom beside it."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.bar = Notice(self)
        self.filters = FilterBar(self)
        self.counts = CountsTable(self)
        self.counts.hide()
        self.model = ItemModel(self)
        self._build_list()
        self.detail = DetailPane(self)
        self.history = HistoryPage(self)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.list_stack)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setSizes([140, 360])
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.splitter)
        self.pages.addWidget(self.history)
        self.setMinimumWidth(400)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 2, 4, 2)
        layout.setSpacing(3)
        layout.addLayout(self._build_head())
        layout.addWidget(self.filters)
        layout.addWidget(self.counts)
        layout.addWidget(self._build_pending())
        layout.addWidget(self.bar)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.said)
        chain = [self.filters.city, self.filters.kind, self.filters.state, self.filters.text, self.counts]
        chain += [self.table, self.detail]
        for before, after in zip(chain, chain[1:]):
            QWidget.setTabOrder(before, after)

    def sizeHint(self):
        return QSize(430, 640)

    def resizeEvent(self, event):
        super().resizeEvent(event)
        wide = self.width() > max(WIDE * self.height(), WIDE_PX)
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self.splitter.orientation() != wanted:
            self.splitter.setOrientation(wanted)
            self.filters.set_wide(wide)
            whole = self.splitter.width() if wide else self.splitter.height()
            self.splitter.setSizes([whole * 9 // 20, whole * 11 // 20])

    # --- building -----------------------------------------------------------------------------------------

    def _build_list(self) -> None:
        self.table = QTableView(self)
        self.table.setObjectName("gunmaneReviewList")
        self.table.setAccessibleName(tr("What waits for a person"))
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setAlternatingRowColors(True)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.setMinimumHeight(90)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 7)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        letter = self.fontMetrics().horizontalAdvance("漢")
        for column, letters in ((KIND, 7), (CITY, 6), (REASON, 16), (VALUE, 9), (SOURCE, 14)):
            self.table.setColumnWidth(column, letters * letter)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)
        self.empty = QLabel(self)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.list_stack = QStackedWidget(self)
        self.list_stack.addWidget(self.table)
        self.list_stack.addWidget(self.empty)

    def _build_head(self) -> QHBoxLayout:
        self.store_name = QLabel(self)
        self.store_name.setTextFormat(Qt.TextFormat.PlainText)
        self.store_name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.store_button = self._tool("mActionFileOpen", tr("Choose the store…"))
        self.reload_button = self._tool("mActionRefresh", tr("Read the list again (F5)"))
        self.counts_button = self._tool("mActionOpenTable", tr("Numbers by city and kind"), checkable=True)
        self.duplicates_button = self._tool("mActionDuplicateFeature", tr("Search for duplicates"))
        self.undo_button = self._tool("mActionUndo", tr("Take the last decision back (Ctrl+Z)"))
        self.redo_button = self._tool("mActionRedo", tr("Do it again (Ctrl+Shift+Z)"))
        self.history_button = self._tool("mIconHistory", tr("History: who decided what (H)"), checkable=True)
        self.said = QLabel(self)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(QLabel(tr("Store:"), self))
        row.addWidget(self.store_name, 1)
        for button in (
            self.store_button, self.reload_button, self.counts_button, self.duplicates_button, self.undo_button,
            self.redo_button, self.history_button,
        ):  # fmt: skip
            row.addWidget(button)
        return row

    def _build_pending(self) -> QWidget:
        self.pending_bar = QWidget(self)
        self.pending_text = QLabel(self.pending_bar)
        self.pending_text.setWordWrap(True)
        self.import_button = QToolButton(self.pending_bar)
        self.import_button.setObjectName("gunmaneReviewImport")
        self.import_button.setText(tr("Import again now…"))
        self.import_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        row = QHBoxLayout(self.pending_bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.pending_text, 1)
        row.addWidget(self.import_button)
        self.pending_bar.hide()
        return self.pending_bar

    def _tool(self, icon: str, text: str, checkable: bool = False) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(QgsApplication.getThemeIcon(f"/{icon}.svg"))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setCheckable(checkable)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
