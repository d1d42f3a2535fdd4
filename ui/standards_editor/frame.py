"""The widgets of the editor's window and where they stand; ``window.py`` brings them to life."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QGuiApplication, QIcon, QKeySequence
from qgis.PyQt.QtWidgets import (
    QAction,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QSizePolicy,
    QSplitter,
    QTabBar,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr
from . import words
from .book import Book
from .document import VALUES
from .model import INHERITED_TEXT, LOOSER_FILL, OTHER_FILL, STRICTER_FILL, StandardsModel
from .problems import ProblemList
from .versions import VersionBar
from .view import StandardsView
from .whatif import WhatIfPanel

ICON = Path(__file__).parents[2] / "styles" / "icons" / "standards-editor.svg"
SIZE = (1340, 690)  # fits 1366 x 768 with a task bar
PANEL_PX = 400


class Frame(QMainWindow):
    """Tool bar; tabs of places; version; table over problems; the what-if beside them."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setObjectName("gunmaneStandardsEditor")
        self.setWindowIcon(QIcon(str(ICON)))
        self.book = Book(self)
        self.source = StandardsModel(self.book, self)
        self.view = StandardsView(self.source, self)
        self.panel = WhatIfPanel(self.book, self)
        self.problems = ProblemList(self)
        self.versions = VersionBar(self)
        self.bar = QgsMessageBar(self)
        self.bar.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._build_tabs()
        self._build_tools()
        self._build_middle()
        self.said = QLabel(self)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.statusBar().addWidget(self.said, 1)
        screen = (self.screen() or QGuiApplication.primaryScreen()).availableGeometry()
        wide, high = SIZE if screen.width() < 1600 else (1700, 960)
        self.resize(min(wide, screen.width() - 20), min(high, screen.height() - 60))
        panel = max(PANEL_PX, int(self.width() * 0.29))
        self.widths.setSizes([self.width() - panel, panel])

    # -- building -------------------------------------------------------------------------------------------

    def _build_tabs(self) -> None:
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("gunmaneStandardsTabs")
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(True)
        self.cell = QComboBox(self)
        self.cell.setAccessibleName(tr("Column that is compared"))
        for name in VALUES:
            self.cell.addItem(words.short(name), name)
        self.cell.setCurrentIndex(1)
        self.cell.hide()
        self.filter = QLineEdit(self)
        self.filter.setObjectName("gunmaneStandardsFilter")
        self.filter.setPlaceholderText(tr("Filter (Ctrl+F)"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(190)
        self.only = QCheckBox(tr("Differing rows only"), self)

    def _build_tools(self) -> None:
        bar = QToolBar(tr("Maintenance standards"), self)
        bar.setObjectName("gunmaneStandardsTools")
        bar.setMovable(False)
        bar.setIconSize(QSize(18, 18))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.addToolBar(bar)
        self.open_action = self._tool(
            bar, "mActionFileOpen", tr("Store…"), tr("Open the standards of another store")
        )
        self.save_action = self._tool(
            bar, "mActionFileSave", tr("Save"), tr("Save to the store"), QKeySequence.StandardKey.Save
        )
        self.undo_action = self._made(
            bar, self.book.stack.createUndoAction(self, tr("Undo")), "mActionUndo", "Ctrl+Z"
        )
        self.redo_action = self._made(
            bar, self.book.stack.createRedoAction(self, tr("Redo")), "mActionRedo", "Ctrl+Y", "Ctrl+Shift+Z"
        )
        for action in (self.undo_action, self.redo_action):
            bar.widgetForAction(action).setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        bar.addSeparator()
        self.new_action = self._tool(
            bar, "mActionNewTableRow", tr("New version…"), tr("A new version from what is shown"), "Ctrl+N"
        )
        self.describe_action = self._tool(
            bar,
            "mActionEditTable",
            tr("About the version…"),
            tr("First day, name, author and reason of the version"),
        )
        bar.addSeparator()
        self.unify_action = self._tool(
            bar, "mActionMergeFeatureAttributes", tr("Propose common values…"),
            tr("The middle of the cities, cell by cell"),
        )  # fmt: skip
        self.add_action = self._tool(
            bar, "mActionAdd", tr("Add a row…"), tr("A standard that nobody has yet")
        )
        self.remove_action = self._tool(
            bar, "mActionRemove", tr("Remove rows"), tr("The selected standards end")
        )
        bar.addSeparator()
        self.export_action = self._tool(
            bar, "mActionSharingExport", tr("To Excel…"), tr("Write all versions as a workbook")
        )
        self.load_action = self._tool(
            bar, "mActionSharingImport", tr("From Excel…"), tr("Load a workbook as one edit")
        )
        self.addAction(self._shortcut("Ctrl+F", lambda: (self.filter.setFocus(), self.filter.selectAll())))
        self.addAction(self._shortcut("Ctrl+PgDown", lambda: self._turn(1)))
        self.addAction(self._shortcut("Ctrl+PgUp", lambda: self._turn(-1)))

    def _build_middle(self) -> None:
        tabs = QHBoxLayout()
        tabs.addWidget(self.tabs, 1)
        tabs.addWidget(self.cell)
        tabs.addWidget(self.filter)
        tabs.addWidget(self.only)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(tabs)
        column.addWidget(self.versions)
        self.heights = QSplitter(Qt.Orientation.Vertical, self)
        self.heights.addWidget(self.view)
        self.heights.addWidget(self.problems)
        self.heights.setStretchFactor(0, 1)
        self.heights.setSizes([600, 74])
        self.heights.setCollapsible(0, False)
        column.addWidget(self.heights, 1)
        column.addWidget(self._legend())
        self.widths = QSplitter(Qt.Orientation.Horizontal, self)
        self.widths.addWidget(left)
        self.widths.addWidget(self.panel)
        self.widths.setStretchFactor(0, 1)
        whole = QWidget(self)
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(6, 4, 6, 0)
        layout.setSpacing(3)
        layout.addWidget(self.bar)
        layout.addWidget(self.widths, 1)
        self.setCentralWidget(whole)
        chain = [
            self.tabs,
            self.cell,
            self.filter,
            self.only,
            self.versions.version,
            self.view,
            self.problems,
        ]
        for before, after in zip(chain, chain[1:]):
            QWidget.setTabOrder(before, after)

    def _legend(self) -> QLabel:
        def box(color, text):
            return f'<span style="background-color:{color.name()}">&nbsp;{text}&nbsp;</span>'

        parts = [
            box(STRICTER_FILL, tr("▲ stricter")), box(LOOSER_FILL, tr("▼ looser")), box(OTHER_FILL, tr("◆ other")),
            f"<b>{tr('own value')}</b>",
            f'<span style="color:{INHERITED_TEXT.name()}">{tr("inherited")}</span>',
            tr("– no such level"), f'<span style="color:#009e73">◥</span> {tr("not saved")}',
            tr("F2 or typing: edit, Del: inherit again, Ctrl+D: fill down"),
        ]  # fmt: skip
        label = QLabel("　".join(parts), self)
        label.setTextFormat(Qt.TextFormat.RichText)
        return label

    def _tool(self, bar, icon: str, text: str, tip: str, *keys) -> QAction:
        return self._made(bar, QAction(text, self), icon, *keys, tip=tip)

    def _made(self, bar, action: QAction, icon: str, *keys, tip: str = "") -> QAction:
        action.setIcon(QgsApplication.getThemeIcon(f"/{icon}.svg"))
        if keys:
            action.setShortcuts([QKeySequence(key) for key in keys])
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(" ".join(filter(None, (tip or action.text(), f"({shown})" if shown else ""))))
        bar.addAction(action)
        return action

    def _shortcut(self, keys: str, slot) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _on=False: slot())
        return action

    def _turn(self, by: int) -> None:
        if self.tabs.count():
            self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % self.tabs.count())
