"""Page 3: ledger by ledger, what it is, what its columns are, where its places come from."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QBrush, QFont, QKeySequence
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QInputDialog,
    QLabel,
    QPushButton,
    QShortcut,
    QSplitter,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from ...i18n import language, tr
from ...layers.errors import GunmaneError
from ...layers.propose.draft_check import table_names
from ...schema import model
from .codes_tab import CodesTab
from .columns_model import UNDECIDED
from .columns_tab import ColumnsTab
from .compare_tab import CompareTab, rule_text
from .place_tab import PlaceTab
from .reading_tab import ReadingTab

NUMBER = Qt.ItemDataRole.UserRole
WAIT_MS = 150
COLUMNS, CODES, PLACE, READING, COMPARE = range(5)


class LedgersPage(QWizardPage):
    """Shows ``wizard().draft``; every operation goes through it and can be taken back."""

    def __init__(self, wizard):
        super().__init__(wizard)
        self.setTitle(tr("3. What the ledgers are"))
        self.setSubTitle(
            tr("Orange waits for you. What was guessed can be changed; every step can be taken back.")
        )
        self.number = -1
        self.tree = QTreeWidget()
        self.tree.setObjectName("ledgers")
        self.tree.setHeaderLabels([tr("Ledger"), tr("To decide")])
        self.tree.setRootIsDecorated(False)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().resizeSection(1, 72)
        self.tree.currentItemChanged.connect(lambda *_: self._chosen())
        self.tabs = QTabWidget()
        self.columns, self.codes, self.place = ColumnsTab(), CodesTab(), PlaceTab()
        self.reading, self.compare = ReadingTab(), CompareTab()
        for tab, text in (
            (self.columns, tr("&Columns")),
            (self.codes, tr("&Words of codes")),
            (self.place, tr("&Places")),
            (self.reading, tr("R&eading and key")),
            (self.compare, tr("Before and &after")),
        ):
            self.tabs.addTab(tab, text)
            if tab is not self.compare:
                tab.changed.connect(lambda _label: self._changed())
                tab.refused.connect(wizard.say)
        self.columns.codes_wanted.connect(self._to_codes)
        self.tabs.currentChanged.connect(lambda _n: self._refresh_tab())
        self.counts, self.todo = QLabel(), QLabel()
        for label in (self.counts, self.todo):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.counts.setObjectName("counts")
        self.todo.setObjectName("todo")
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._head())
        column.addWidget(self.todo)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.counts)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.tree)
        splitter.addWidget(right)
        splitter.setSizes([290, 950])
        splitter.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.addWidget(splitter, 1)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self._count)
        standard = QKeySequence.StandardKey
        for keys, slot in (
            (standard.Undo, self.undo_step),
            (standard.Redo, self.redo_step),
            ("F8", self.next_todo),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def _head(self) -> QHBoxLayout:
        self.table = QComboBox()
        self.table.setObjectName("table")
        self.kind = QComboBox()
        self.kind.setObjectName("kind")
        for code in model().code_lists["RK"].codes.values():
            self.kind.addItem(code.label(language()), code.code)
        self.table.activated.connect(lambda _n: self._set_table())
        self.kind.activated.connect(lambda _n: self._set_table())
        row = QHBoxLayout()
        row.addWidget(QLabel(tr("This is")))
        row.addWidget(self.table)
        row.addWidget(self.kind)
        row.addStretch(1)
        for name, text, slot in (
            ("skip", tr("&Leave this ledger out…"), self._skip),
            ("undo", tr("&Undo"), self.undo_step),
            ("redo", tr("Red&o"), self.redo_step),
            ("next_todo", tr("Next to decide (F8)"), self.next_todo),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _c, slot=slot: slot())
            setattr(self, f"{name}_button", button)
            row.addWidget(button)
        return row

    @property
    def draft(self):
        return self.wizard().draft

    # -- page --------------------------------------------------------------------------------------------

    def initializePage(self):
        self.number = -1
        self._fill_tree()
        first = next(
            (n for n in range(len(self.draft.ledgers)) if self._todos(n)), next(iter(self.draft.kept), 0)
        )
        self.choose(first)
        QTimer.singleShot(0, self.columns.grid.setFocus)  # after the wizard has given it to Next

    def cleanupPage(self):
        """Nothing is forgotten by going back."""

    def isComplete(self):
        draft = self.draft
        return (
            draft is not None and bool(draft.kept) and not any(p.level == "error" for p in draft.problems())
        )

    def choose(self, number: int, label: str | None = None, tab: int | None = None) -> None:
        """Go to a ledger, and to a column or tab of it."""
        for n in range(self.tree.topLevelItemCount()):
            if self.tree.topLevelItem(n).data(0, NUMBER) == number:
                self.tree.setCurrentItem(self.tree.topLevelItem(n))
        if tab is not None:
            self.tabs.setCurrentIndex(tab)
        if label is not None and tab in (None, COLUMNS):
            self.tabs.setCurrentIndex(COLUMNS)
            self.columns.choose(label)
        elif label is not None and tab == CODES:
            self.codes.choose(label)

    def _todos(self, number: int) -> list:
        if self.draft.ledgers[number].refusal is not None:
            return []
        return [p for p in self.draft.problems(number) if p.level in ("todo", "error")]

    def _fill_tree(self) -> None:
        current = self.number
        self.tree.blockSignals(True)
        self.tree.clear()
        counts = {n: len(self._todos(n)) for n in range(len(self.draft.ledgers))}
        order = sorted(counts, key=lambda n: (self.draft.ledgers[n].refusal is not None, n))
        for n in order:
            item = self._item(n, counts[n])
            self.tree.addTopLevelItem(item)
            if n == current:
                self.tree.setCurrentItem(item)
        self.tree.blockSignals(False)

    def _item(self, n: int, todo: int) -> QTreeWidgetItem:
        source, table = self.draft.ledgers[n], self.draft.table(n)
        kind = source.constants.get("kind") if table is not None and table.name == "reference" else None
        what = table.label(language()) if table else tr("unknown")
        if kind:
            what = f"{what}: {model().code_lists['RK'].codes[kind].label(language())}"
        left = source.refusal is not None
        if left:
            what = tr("left out")
        text = f"{source.title}\n  " + tr("{what}, {rows} rows", what=what, rows=f"{source.ledger.rows:,}")
        item = QTreeWidgetItem([text, str(todo) if todo else "" if left else "✓"])
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignCenter)
        item.setData(0, NUMBER, n)
        item.setToolTip(0, source.refusal or ", ".join(p.name for p in source.ledger.paths))
        if left:
            for section in (0, 1):
                item.setForeground(
                    section, QBrush(self.palette().color(self.palette().ColorRole.PlaceholderText))
                )
        elif todo:
            item.setForeground(1, QBrush(UNDECIDED))
            font = QFont()
            font.setBold(True)
            item.setFont(1, font)
        return item

    # -- one ledger --------------------------------------------------------------------------------------

    def _chosen(self) -> None:
        item = self.tree.currentItem()
        if item is None or item.data(0, NUMBER) == self.number:
            return
        self.number = item.data(0, NUMBER)
        for tab in (self.columns, self.codes, self.place, self.reading, self.compare):
            tab.show_ledger(self.draft, self.number)
        self._show_head()
        self.timer.start(0)

    def _show_head(self) -> None:
        source, table = self.draft.ledgers[self.number], self.draft.table(self.number)
        readable = source.ledger.problem is None
        self.table.clear()
        if table is None:
            self.table.addItem(tr("— choose what it is —"), None)
        for name in table_names():
            self.table.addItem(model().tables[name].label(language()), name)
        self.table.setCurrentIndex(self.table.findData(table.name if table else None))
        self.table.setEnabled(readable)
        self.kind.setVisible(table is not None and table.name == "reference")
        self.kind.setCurrentIndex(self.kind.findData(source.constants.get("kind")))
        self.skip_button.setText(
            tr("&Leave this ledger out…") if source.refusal is None else tr("&Take this ledger")
        )
        self.skip_button.setEnabled(readable)
        self.undo_button.setEnabled(self.draft.undo_text is not None)
        self.redo_button.setEnabled(self.draft.redo_text is not None)
        self.undo_button.setToolTip(self.draft.undo_text or "")
        self.redo_button.setToolTip(self.draft.redo_text or "")
        self._show_todo()

    def _show_todo(self) -> None:
        problems = self.draft.problems(self.number)
        if self.draft.ledgers[self.number].refusal is not None:
            text = tr("Left out: {why}", why=self.draft.ledgers[self.number].refusal)
        else:
            undecided = sum(p.level == "todo" and p.part == "columns" for p in problems)
            parts = [tr("Columns to decide: {count}", count=undecided)] if undecided else []
            parts += [
                p.text for p in problems if p.level == "error" or (p.level == "todo" and p.part != "columns")
            ]
            lacking = [f.label(language()) for f in self.draft.lacking(self.number)]
            if lacking:
                parts.append(tr("Required items without a column: {items}", items=", ".join(lacking)))
            parts += [p.text for p in problems if p.level == "warning" and p.part in ("key", "place")]
            text = " ／ ".join(parts) or tr("Nothing to decide here.")
        self.todo.setText(text.replace("\n", " "))
        waits = any(p.level in ("todo", "error") for p in problems)
        self.todo.setStyleSheet("color: #b34700; font-weight: bold" if waits else "")

    def _count(self) -> None:
        """The import's counts on a sample of the ledger's rows, after each change."""
        if self.number < 0 or self.draft.table(self.number) is None:
            self.counts.clear()
            return
        account = self.draft.sample(self.number)
        if account.problem:
            self.counts.setText(
                tr("As it is now, this ledger could not be imported: {why}", why=account.problem)
            )
            return
        reasons = [
            f"{rule_text(code)} {count}" for code, count in account.rules.most_common()
            if not code.startswith("C-")
        ]  # fmt: skip
        text = tr(
            "Sample of {read} rows: kept {kept}, of these repaired or to be checked {repaired}, set aside {aside}.",
            read=account.read, kept=account.kept, repaired=account.repaired, aside=account.set_aside,
        )  # fmt: skip
        self.counts.setText(text + (f"  {' ・ '.join(reasons[:5])}" if reasons else ""))

    # -- operations --------------------------------------------------------------------------------------

    def _changed(self) -> None:
        """After any operation on the draft."""
        if self.number >= len(self.draft.ledgers):
            self.number = 0
        self._fill_tree()
        self._show_head()
        self._refresh_tab()
        self.timer.start(WAIT_MS)
        self.wizard().draft_changed()
        self.completeChanged.emit()

    def _refresh_tab(self) -> None:
        if self.number < 0 or self.draft is None:
            return
        self.tabs.currentWidget().refresh()
        if self.tabs.currentWidget() is not self.columns:
            self.columns.refresh()

    def _to_codes(self, label: str) -> None:
        self.tabs.setCurrentIndex(CODES)
        self.codes.choose(label)

    def _set_table(self) -> None:
        name = self.table.currentData()
        if name is None:
            return
        kind = self.kind.currentData() if name == "reference" and self.kind.isVisible() else None
        if self._try(lambda: self.draft.set_table(self.number, name, kind)):
            self.columns.show_ledger(self.draft, self.number)

    def _skip(self) -> None:
        if self.draft.ledgers[self.number].refusal is not None:
            self._try(lambda: self.draft.take(self.number))
            return
        reason, good = QInputDialog.getText(
            self, tr("Leave this ledger out"), tr("Why is it left out?"), text=tr("not a ledger of roads")
        )
        if good:
            self._try(lambda: self.draft.skip(self.number, reason))

    def undo_step(self) -> None:
        if self.draft.undo():
            self._reshow()

    def redo_step(self) -> None:
        if self.draft.redo():
            self._reshow()

    def _reshow(self) -> None:
        for tab in (self.columns, self.codes, self.place, self.reading, self.compare):
            label = self.columns.label if tab is self.columns else None
            tab.show_ledger(self.draft, self.number)
            if label:
                self.columns.choose(label)
        self._changed()

    def next_todo(self) -> None:
        """The next column or code that waits, in this ledger or one below it."""
        numbers = [self.tree.topLevelItem(n).data(0, NUMBER) for n in range(self.tree.topLevelItemCount())]
        at = numbers.index(self.number) if self.number in numbers else 0
        for n in [*numbers[at:], *numbers[:at]]:
            here = self.columns.label if n == self.number else None
            waiting = [p for p in self._todos(n) if p.part != "columns" or p.label != here]
            if waiting:
                first = waiting[0]
                tab = {"codes": CODES, "place": PLACE, "key": READING, "reading": READING}.get(
                    first.part, COLUMNS
                )
                self.choose(n, first.label, tab)
                if tab == COLUMNS:
                    self.columns.item.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return
        self.wizard().say(tr("Nothing is left to decide."))

    def _try(self, operation) -> bool:
        try:
            operation()
        except GunmaneError as error:
            self.wizard().say(error)
            self._show_head()
            return False
        self._changed()
        return True
