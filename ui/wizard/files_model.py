"""What a first look at files finds, and the widgets that show raw rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAbstractItemView, QComboBox, QTableWidget, QTableWidgetItem

from ...i18n import tr
from ...layers.errors import GunmaneError
from ...layers.propose.ledgers import list_files
from ...layers.readers import RawTable, ReadOptions, open_tables

SHOWN_ROWS = 25
ENCODINGS = ("auto", "utf-8", "cp932", "euc-jp", "utf-16", "iso-2022-jp")


@dataclass
class TableLook:
    """One sheet or layer: what it is and its first rows."""

    raw: RawTable
    rows: list[tuple[int, list]] = field(default_factory=list)  # (row number, cells)


@dataclass
class FileLook:
    """One file; ``problem`` where it cannot be read."""

    path: Path
    tables: list[TableLook] = field(default_factory=list)
    problem: str | None = None


def look(paths, options: dict[Path, ReadOptions], progress) -> list[FileLook]:
    """A first look at files and folders; ``progress(share, text)`` may raise to stop."""
    files = list_files(paths)
    found = []
    for number, path in enumerate(files):
        progress(number / len(files), path.name)
        found.append(look_at(path, options.get(path)))
    return found


def look_at(path: Path, options: ReadOptions | None) -> FileLook:
    try:
        tables = [TableLook(raw, _first_rows(raw)) for raw in open_tables(path, options)]
    except GunmaneError as error:
        return FileLook(path, problem=str(error))
    return FileLook(path, tables)


def _first_rows(raw: RawTable) -> list[tuple[int, list]]:
    for block in raw.blocks(SHOWN_ROWS):
        cells = block.cells.astype(object).where(block.cells.notna(), None).to_numpy().tolist()
        return [(int(n), row) for n, row in zip(block.rows, cells)]
    return []


def rows_text(raw: RawTable) -> str:
    """How many rows, as far as a first look can tell: lines of a text file, else what the file states."""
    if raw.n_rows is not None:
        return f"{raw.n_rows:,}"
    if raw.format not in ("csv", "tsv"):
        return ""
    with raw.path.open("rb") as stream:
        lines = sum(part.count(b"\n") for part in iter(lambda: stream.read(1 << 20), b""))
    return f"≈{max(lines - (raw.header_row or 0), 0):,}"


def encoding_combo() -> QComboBox:
    combo = QComboBox()
    names = {"auto": tr("found by itself"), "cp932": tr("Shift_JIS (cp932)")}
    for code in ENCODINGS:
        combo.addItem(names.get(code, code.upper()), code)
    return combo


def raw_table() -> QTableWidget:
    table = QTableWidget()
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.verticalHeader().setDefaultSectionSize(22)
    table.setTabKeyNavigation(False)
    return table


def show_rows(table: QTableWidget, columns: list[str], rows: list[tuple[int, list]]) -> None:
    """Rows of a file with their numbers in it."""
    table.clear()
    table.setColumnCount(len(columns))
    table.setRowCount(len(rows))
    table.setHorizontalHeaderLabels(columns)
    table.setVerticalHeaderLabels([str(number) for number, _cells in rows])
    for n, (_number, cells) in enumerate(rows):
        for m, text in enumerate(cells):
            item = QTableWidgetItem("" if text is None else str(text).replace("\n", " "))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            table.setItem(n, m, item)
    table.resizeColumnsToContents()
    for m in range(len(columns)):
        table.setColumnWidth(m, min(table.columnWidth(m), 200))
