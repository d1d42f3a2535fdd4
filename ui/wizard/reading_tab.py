"""How a ledger is read: encoding, header row, sheets; which columns identify a row. And the rows as they come."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QApplication,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr
from ...layers.errors import GunmaneError
from ...layers.propose.draft_check import sheet_names
from ...layers.propose.keys import ROW
from .files_model import encoding_combo, raw_table, show_rows


class ReadingTab(QWidget):
    """``changed("")`` after an operation."""

    changed = pyqtSignal(str)
    refused = pyqtSignal(str)

    def __init__(self, parent=None):
        super().__init__(parent)
        self.draft, self.number = None, -1
        self.encoding = encoding_combo()
        self.encoding.setObjectName("ledger_encoding")
        self.header = QSpinBox()
        self.header.setObjectName("ledger_header")
        self.header.setRange(0, 200)
        self.header.setSpecialValueText(tr("found by itself"))
        self.header_rows = QSpinBox()
        self.header_rows.setRange(1, 6)
        self.sheets = _checks("ledger_sheets")
        self.again = QPushButton(tr("&Read again so"))
        self.again.setObjectName("ledger_again")
        self.again.setAutoDefault(False)
        self.again.clicked.connect(lambda _c: self._read())
        self.keys = _checks("ledger_key")
        self.key_note = QLabel()
        self.key_note.setWordWrap(True)
        self.set_key = QPushButton(tr("These columns &identify a row"))
        self.set_key.setObjectName("ledger_set_key")
        self.set_key.setAutoDefault(False)
        self.set_key.clicked.connect(lambda _c: self._set_key())
        self.rows = raw_table()
        form = QFormLayout()
        form.addRow(tr("Encoding"), self.encoding)
        form.addRow(tr("Header row"), self.header)
        form.addRow(tr("Rows of the header"), self.header_rows)
        self.sheets_text = QLabel(tr("Sheets"))
        form.addRow(self.sheets_text, self.sheets)
        form.addRow("", self.again)
        left = QVBoxLayout()
        left.addLayout(form)
        left.addWidget(QLabel(tr("Columns that identify a row (none: its content does)")))
        left.addWidget(self.keys, 1)
        left.addWidget(self.key_note)
        left.addWidget(self.set_key)
        box = QWidget()
        box.setLayout(left)
        box.setMaximumWidth(360)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(box)
        layout.addWidget(self.rows, 1)

    def show_ledger(self, draft, number: int) -> None:
        self.draft, self.number = draft, number
        self.refresh()

    def refresh(self) -> None:
        source = self.draft.ledgers[self.number]
        reading, ledger = source.reading, source.ledger
        raw = ledger.raws[0] if ledger.raws else None
        text_file = raw is None or raw.format in ("csv", "tsv", "dbf", "shp", "shapefile")
        self.encoding.setEnabled(text_file)
        self.encoding.setCurrentIndex(max(0, self.encoding.findData(reading.encoding)))
        headed = raw is None or raw.format in ("csv", "tsv", "xlsx")
        self.header.setEnabled(headed)
        self.header_rows.setEnabled(headed)
        self.header.setValue(reading.header if isinstance(reading.header, int) else 0)
        self.header_rows.setValue(raw.header_rows if raw else 1)
        names = sheet_names(source) if self.isVisible() else []
        self.sheets.setVisible(len(names) > 1)
        self.sheets_text.setVisible(len(names) > 1)
        _fill(self.sheets, names, ledger.sheets if ledger.raws else [])
        _fill(self.keys, ledger.columns if ledger.raws else [], source.key)
        text = "" if source.key != [ROW] else tr("Now: the row's content.")
        self.key_note.setText(" ".join(t for t in (text, source.key_reason) if t))
        columns = ledger.columns if ledger.raws else []
        found = self.draft.preview(self.number, 30) if ledger.raws else []
        show_rows(self.rows, columns, [(row.number, [row.raw.get(c) for c in columns]) for row in found])

    def showEvent(self, event):
        super().showEvent(event)
        if self.draft is not None:
            self.refresh()

    def _read(self) -> None:
        chosen = _checked(self.sheets)
        self._try(
            lambda: self.draft.set_reading(
                self.number,
                encoding=self.encoding.currentData(),
                header=self.header.value() or "auto",
                header_rows=self.header_rows.value(),
                sheets=chosen or None,
            )
        )

    def _set_key(self) -> None:
        self._try(lambda: self.draft.set_key(self.number, _checked(self.keys)))

    def _try(self, operation) -> None:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)  # a workbook takes its time
        try:
            operation()
        except GunmaneError as error:
            self.refused.emit(str(error))
            self.refresh()
            return
        finally:
            QApplication.restoreOverrideCursor()
        self.changed.emit("")


def _checks(name: str) -> QListWidget:
    found = QListWidget()
    found.setObjectName(name)
    found.setMaximumHeight(110 if name.endswith("sheets") else 16777215)
    return found


def _fill(widget: QListWidget, names, checked) -> None:
    widget.clear()
    for name in names:
        item = QListWidgetItem(name)
        item.setFlags(
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable
        )
        item.setCheckState(Qt.CheckState.Checked if name in checked else Qt.CheckState.Unchecked)
        widget.addItem(item)


def _checked(widget: QListWidget) -> list[str]:
    items = (widget.item(n) for n in range(widget.count()))
    return [item.text() for item in items if item.checkState() == Qt.CheckState.Checked]
