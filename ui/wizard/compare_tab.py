"""Rows as they stand in the file and as they would be stored, side by side, with their flags."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QBrush, QColor
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...i18n import language, tr
from ...schema import model

ROWS = 60
_FLAG, _ERROR, _ASIDE, _NEW = QColor("#fff2cc"), QColor("#fbd5c0"), QColor("#f4b6a0"), QColor("#eaf4fb")


class CompareTab(QWidget):
    """Read only."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.draft, self.number = None, -1
        self.table = QTableWidget()
        self.table.setObjectName("compare")
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().setDefaultSectionSize(22)
        self.note = QLabel(
            tr("Left of each pair: the file. Right (blue): the store. Yellow: to be checked; red: unreadable or set"
               " aside. The first rows of the ledger; a person's cells are hidden.")
        )  # fmt: skip
        self.note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.note)
        layout.addWidget(self.table)

    def show_ledger(self, draft, number: int) -> None:
        self.draft, self.number = draft, number
        self.refresh()

    def showEvent(self, event):
        super().showEvent(event)
        if self.draft is not None:
            self.refresh()

    def refresh(self) -> None:
        if not self.isVisible():
            return
        table = self.draft.table(self.number)
        rows = self.draft.preview(self.number, ROWS) if table else []
        pairs = self._pairs(table) if table else []
        self.table.clear()
        self.table.setColumnCount(len(pairs) + 1)
        self.table.setRowCount(len(rows))
        self.table.setHorizontalHeaderLabels([tr("Result"), *(text for _kind, _name, text in pairs)])
        self.table.setVerticalHeaderLabels([str(row.number) for row in rows])
        for n, row in enumerate(rows):
            self.table.setItem(n, 0, _result(row))
            for m, (kind, name, _text) in enumerate(pairs, start=1):
                if kind == "raw":
                    self.table.setItem(n, m, QTableWidgetItem(row.raw.get(name) or ""))
                else:
                    self.table.setItem(n, m, _value(row, name, table))
        self.table.resizeColumnsToContents()
        for m in range(self.table.columnCount()):
            self.table.setColumnWidth(m, min(self.table.columnWidth(m), 220))

    def _pairs(self, table) -> list[tuple[str, str, str]]:
        """(raw or value, label or field, heading): each column followed by what it fills."""
        found = []
        for label in self.draft.labels(self.number):
            choice = self.draft.choice(self.number, label)
            found.append(("raw", label, label))
            for target in choice.targets:
                if "field" in target:
                    own = table.field(target["field"])
                    found.append(("value", own.name, f"→ {own.label(language())}"))
        return found


def _value(row, name: str, table) -> QTableWidgetItem:
    value = row.values.get(name)
    own = table.field(name)
    text = "" if value is None else str(value)
    if own.codes and value is not None:
        code = model().code_lists[own.codes].codes.get(value)
        text = f"{code.label(language())} ({code.code})" if code else text
    if own.type in ("date", "datetime"):
        text = text.partition("T00:00:00")[0].replace("T", " ").replace(":00+09:00", "")
    item = QTableWidgetItem(text)
    flags = row.flags.get(name, [])
    item.setBackground(QBrush(_NEW if not flags else _ERROR if any(f[0] == "E" for f in flags) else _FLAG))
    item.setToolTip("\n".join(rule_text(f) for f in flags))
    return item


def _result(row) -> QTableWidgetItem:
    if row.aside is not None:
        item = QTableWidgetItem(tr("set aside"))
        item.setBackground(QBrush(_ASIDE))
        item.setToolTip(rule_text(row.aside[0]))
        return item
    item = QTableWidgetItem(tr("to be checked") if row.flags else tr("good"))
    item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
    if row.flags:
        item.setBackground(QBrush(_FLAG))
        item.setToolTip("\n".join(rule_text(f) for fs in row.flags.values() for f in fs))
    return item


def rule_text(code: str) -> str:
    rule = model().rules.get(code)
    return f"{rule.label(language())} ({code})" if rule else code
