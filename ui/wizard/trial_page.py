"""Page 4: the whole import as a trial, by the engine itself; a reason leads back to its column."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QFont
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWizardPage,
)

from ...i18n import language, tr
from ...layers.importing import Cancelled, Progress
from ...schema import model
from .ledgers_page import CODES, COLUMNS, PLACE, READING
from .tasks import Stopped, Worker

CAUSE = Qt.ItemDataRole.UserRole
COUNTS = ("read", "kept", "repaired", "set_aside", "skipped")
CLASSES = ("set_aside", "error", "warning", "repair")  # mere notations are not listed: nothing is to be done
EXAMPLES = 5


class TrialPage(QWizardPage):
    """Starts by itself; ``account`` is the last trial's (CityAccount), None before it ended."""

    def __init__(self, wizard):
        super().__init__(wizard)
        self.setTitle(tr("4. Trial"))
        self.setSubTitle(
            tr("Everything is read as the import will read it, but nothing is written. Double click a reason to go to"
               " its column.")
        )  # fmt: skip
        self.account, self.trial_of = None, None
        self.work = Worker(self)
        self.work.busy_changed.connect(self._busy)
        self.work.told.connect(self._told)
        self.tree = QTreeWidget()
        self.tree.setObjectName("trial")
        self.tree.setHeaderLabels([tr("Ledger, reason, example"), tr("Read"), tr("Kept"), tr("To be checked"),
                                   tr("Set aside"), tr("Skipped")])  # fmt: skip
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for section in range(1, 6):
            self.tree.header().resizeSection(section, 92)
        self.tree.itemDoubleClicked.connect(lambda item, _c: self._back_to(item))
        self.tree.itemActivated.connect(lambda item, _c: self._back_to(item))
        self.total, self.bar = QLabel(), QProgressBar()
        self.total.setWordWrap(True)
        self.again = QPushButton(tr("&Try again"))
        self.again.setObjectName("try_again")
        self.again.clicked.connect(lambda _c: self.start())
        self.stop = QPushButton(tr("&Stop"))
        self.stop.setObjectName("stop_trial")
        self.stop.clicked.connect(lambda _c: self.work.cancel())
        row = QHBoxLayout()
        row.addWidget(self.bar, 1)
        row.addStretch(0)
        for button in (self.again, self.stop):
            button.setAutoDefault(False)
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.addWidget(self.total)
        layout.addWidget(self.tree, 1)
        layout.addLayout(row)

    def initializePage(self):
        if self.trial_of is not self.wizard().draft.state or self.account is None:
            self.start()

    def cleanupPage(self):
        self.work.drop()

    def isComplete(self):
        return self.account is not None and not self.account.problem and self.account.total("kept") > 0

    def start(self) -> None:
        """Try the draft as it is now."""
        draft = self.wizard().draft
        self.account, self.trial_of = None, draft.state
        self.tree.clear()
        self.total.setText(tr("The files are being read…"))
        self.work.start(
            tr("Trial of the import"), lambda told: _trial(draft, told), self._tried, self._failed
        )

    def _told(self, share: float, text: str) -> None:
        self.bar.setValue(round(100 * share))
        if text:
            self.total.setText(text)

    def _busy(self, busy: bool) -> None:
        self.bar.setVisible(busy)
        self.stop.setVisible(busy)
        self.again.setVisible(not busy)
        self.completeChanged.emit()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, (Stopped, Cancelled)):
            self.total.setText(tr("The trial was stopped."))
        else:
            self.total.setText(str(error))
        self.completeChanged.emit()

    def _tried(self, account) -> None:
        self.account = account
        self.tree.clear()
        for source in account.sources:
            item = self._source(source)
            self.tree.addTopLevelItem(item)
            item.setExpanded(True)
        totals = {name: f"{account.total(name):,}" for name in COUNTS}
        text = tr("Read {read} = kept {kept} + set aside {set_aside}; of the kept rows {repaired} were repaired or have"
                  " something to be checked. Skipped (blank, totals): {skipped}.", **totals)  # fmt: skip
        failed = [s.title for s in account.sources if s.problem]
        if failed:
            text += " " + tr("Not readable as it is: {titles}", titles=", ".join(failed))
        self.total.setText(account.problem or text)
        self.completeChanged.emit()

    # -- the tree ----------------------------------------------------------------------------------------

    def _source(self, source) -> QTreeWidgetItem:
        item = QTreeWidgetItem([source.title, *(f"{getattr(source, name):,}" for name in COUNTS)])
        font = QFont()
        font.setBold(True)
        item.setFont(0, font)
        for section in range(1, 6):
            item.setTextAlignment(section, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        number = self._number(source.source_id)
        item.setData(0, CAUSE, (number, None, READING if source.problem else COLUMNS))
        if source.problem:
            child = QTreeWidgetItem([source.problem.replace("\n", " ")])
            child.setData(0, CAUSE, (number, None, _tab_of_problem(source.problem)))
            item.addChild(child)
        for cls in CLASSES:
            for code, count in source.rules.most_common():
                rule = model().rules.get(code)
                if rule is not None and rule.cls == cls and count:
                    item.addChild(self._reason(source, number, rule, count))
        return item

    def _reason(self, source, number: int, rule, count: int) -> QTreeWidgetItem:
        name = class_name(rule.cls)
        item = QTreeWidgetItem([f"{name}: {rule.label(language())} ({rule.code})", "", "", "", "", ""])
        at = 4 if rule.cls == "set_aside" else 3
        item.setText(at, f"{count:,}")
        item.setTextAlignment(at, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setToolTip(0, rule.remedy(language()))
        cause = cause_of(self.wizard().draft, number, source, rule)
        item.setData(0, CAUSE, cause)
        for text in _examples(source, rule.code):
            child = QTreeWidgetItem([text])
            child.setData(0, CAUSE, cause)
            item.addChild(child)
        return item

    def _number(self, source_id: str) -> int:
        return next(
            n for n, s in enumerate(self.wizard().draft.ledgers) if s.id == source_id and s.refusal is None
        )

    def _back_to(self, item) -> None:
        cause = item.data(0, CAUSE)
        if cause is None or item.parent() is None:
            return
        number, label, tab = cause
        self.wizard().back_to_ledgers(number, label, tab)


def _trial(draft, told):
    def cancelled() -> bool:
        try:
            told(shared[0], "")
        except Stopped:
            return True
        return False

    shared = [0.0]

    def report(share: float) -> None:
        shared[0] = share
        told(share, "")

    return draft.trial(Progress(report, lambda text: told(shared[0], text), None, cancelled))


def class_name(cls: str) -> str:
    return {
        "set_aside": tr("Set aside"),
        "error": tr("Could not be read (left empty)"),
        "warning": tr("To be checked"),
        "repair": tr("Repaired"),
    }[cls]


def cause_of(draft, number: int, source, rule) -> tuple[int, str | None, int]:
    """(ledger, column, tab) that a reason comes from."""
    if rule.code in ("E-NOKEY", "E-DUPKEY"):
        return number, None, READING
    example = next(iter(source.examples.get(rule.code, ())), None)
    if example is not None:
        label = example.column.split(" + ")[0]
        if label in draft.labels(number):
            return number, label, CODES if rule.code in ("W-CODE", "E-CODE") else COLUMNS
    aside = next((a for a in source.aside if a.code == rule.code), None)
    if aside is not None and aside.field and aside.field != "geom":
        label = draft.ledgers[number].assignment.fields.get(aside.field)
        if label is not None:
            return number, label, COLUMNS
    placed = (aside is not None and aside.field == "geom") or rule.code in _OF_PLACES
    return number, None, PLACE if placed else COLUMNS


_OF_PLACES = {
    "E-OUTSIDE", "E-NULLGEOM", "E-HALFXY", "E-GEOMTYPE", "E-DMS", "W-OUTNEAR", "W-LATLON", "W-UNCHECKED", "W-TOKYO",
    "W-DEFAULTPT", "W-NOCOORD", "E-DATUM", "E-XYAMBIG", "W-MULTIPART",
}  # fmt: skip


def _tab_of_problem(problem: str) -> int:
    return PLACE if any(code in problem for code in _OF_PLACES) else READING


def _examples(source, code: str) -> list[str]:
    """Rows where it happened; the engine has tokenised personal data already."""
    found = [
        tr("row {row}, “{column}”: {raw} → {value}", row=e.row, column=e.column, raw=e.raw or "-",
           value=e.value or tr("empty"))
        for e in source.examples.get(code, ())
    ]  # fmt: skip
    if not found:
        found = [
            tr("{file}, row {row}: {value} {detail}", file=a.file, row=a.row, value=a.value or "", detail=a.detail)
            for a in source.aside if a.code == code
        ]  # fmt: skip
    return found[:EXAMPLES]
