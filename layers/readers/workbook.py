"""xlsx and xlsm by openpyxl, streamed: what a person sees in the cell, as text; nothing is evaluated."""

from __future__ import annotations

import datetime
import fnmatch
import re
import unicodedata
import warnings
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from decimal import Decimal
from pathlib import Path

from ...i18n import tr
from ..errors import GunmaneError
from . import header, package, rows
from .tables import RawTable, ReadOptions, Sink, is_blank, label_key

ERRORS = {
    "#N/A",
    "#REF!",
    "#VALUE!",
    "#DIV/0!",
    "#NAME?",
    "#NULL!",
    "#NUM!",
    "#GETTING_DATA",
    "#SPILL!",
    "#CALC!",
}


def open_workbook(path: Path, options: ReadOptions) -> list[RawTable]:
    """One table a sheet: those that ``options.sheet`` names, else all visible ones that hold something.

    Raises GunmaneError: E-TRUNCATED, E-ZIPBOMB, E-XMLDTD (see package), E-SHEET, E-EMPTY, E-HEADER.
    """
    parts = package.check(path)
    tables, problem = [], None
    with _book(path) as book:
        for name, member in _chosen(book, options, path):
            try:
                table = _open_sheet(path, book, name, parts.get(member) or package.Part(), options)
            except GunmaneError as error:
                error.file, error.sheet = path.name, name
                problem = problem or error
                if error.code != "E-EMPTY":
                    raise
                continue
            table.date1904 = book.epoch.year == 1904
            tables.append(table)
    if not tables:
        raise problem or GunmaneError(
            tr("The workbook has no sheet with a table."), code="E-EMPTY", file=path.name
        )
    return _with_header(tables, options)


def _with_header(tables: list[RawTable], options: ReadOptions) -> list[RawTable]:
    """Where no sheet was named, a cover sheet without a single expected column is not a table."""
    if options.sheet or not options.columns:
        return tables
    expected = len([column for column in options.columns if label_key(column)])
    return [table for table in tables if len(table.missing_columns) < expected] or tables


def _open_sheet(path: Path, book, name: str, part: package.Part, options: ReadOptions) -> RawTable:
    probe, sample = Sink(), []
    last = header.LOOK if options.header == "auto" else int(options.header) + header.LOOK
    for record in _records(path, name, part, probe, book=book):
        sample.append(record)
        if record[0] >= last:
            break
    layout = header.find(sample, options, part.merges)
    table = RawTable(
        path,
        "xlsx",
        sheet=name,
        header_row=layout.header_row,
        header_rows=layout.header_rows,
        columns=layout.columns,
        missing_columns=layout.missing,
        open_notes=list(layout.notes),
    )
    if not any(
        row > layout.last_row and row != layout.units_row and any(map(bool, cells)) for row, cells in sample
    ):
        table.note("W-NOROWS", tr("There is a header and no row below it."))

    def read(table, size, sink):
        records = _without_trailing_blanks(_records(path, name, part, sink, layout))
        return rows.blocks(_padded(records, layout.width), layout, options, size, sink)

    table.read = read
    return table


def _padded(records, width):
    """A sheet has no ragged rows: trailing empty cells are simply not written."""
    for row, cells in records:
        yield row, cells if len(cells) >= width else [*cells, *[None] * (width - len(cells))]


def _without_trailing_blanks(records):
    """A sheet's empty formatted rows below the table are nothing; those between rows are blank rows."""
    waiting = []
    for record in records:
        if all(is_blank(cell) for cell in record[1]):
            waiting.append(record)
        else:
            yield from waiting
            waiting.clear()
            yield record


@contextmanager
def _book(path: Path, values: bool = True):
    import openpyxl

    # A stream, because openpyxl judges a path by its ending.
    with warnings.catch_warnings(), open(path, "rb") as stream:
        warnings.simplefilter("ignore")  # styles, extensions: nothing that a table has
        try:
            book = openpyxl.load_workbook(stream, read_only=True, data_only=values, keep_links=False)
        except (
            Exception
        ) as error:  # openpyxl raises whatever its parser met: KeyError, ValueError, ParseError ...
            raise package.broken(path, error) from None
        with closing(book):
            yield book


def _chosen(book, options: ReadOptions, path: Path) -> list[tuple[str, str]]:
    """(sheet, its part in the archive); hidden sheets only where named without a wildcard."""
    sheets = [(s.title, s._worksheet_path.lstrip("/"), s.sheet_state == "visible") for s in book.worksheets]
    patterns = [options.sheet] if isinstance(options.sheet, str) else list(options.sheet or ())
    patterns = [_plain(pattern) for pattern in patterns if pattern]
    if not patterns:
        return [(title, member) for title, member, visible in sheets if visible]
    found = [
        (title, member)
        for title, member, visible in sheets
        if any(_plain(title) == p or (visible and fnmatch.fnmatchcase(_plain(title), p)) for p in patterns)
    ]
    if not found:
        raise GunmaneError(
            tr("There is no sheet “{wanted}”.", wanted=", ".join(patterns)),
            code="E-SHEET",
            file=path.name,
            remedy=tr(
                "The workbook has: {sheets}. Correct the profile.", sheets=", ".join(s[0] for s in sheets)
            ),
        )
    return found


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKC", name).strip()


def _records(
    path: Path, name: str, part: package.Part, sink: Sink, layout=None, book=None
) -> Iterator[tuple[int, list]]:
    """(row number, cells as text) of a sheet, with vertically merged cells filled down below the header."""
    with nullcontext(book) if book else _book(path) as book:
        formulas = _formulas(path, name) if part.formulas else None
        try:
            yield from _filled(_texts(book[name], formulas, sink, layout), part, sink, layout)
        except GunmaneError:
            raise
        except (
            OSError,
            ValueError,
            KeyError,
            TypeError,
            IndexError,
            AttributeError,
            SyntaxError,
            EOFError,
        ) as error:
            raise package.broken(path, error) from None
        except Exception as error:
            if type(error).__module__.split(".")[0] not in (
                "zlib",
                "zipfile",
                "lxml",
                "openpyxl",
                "xml",
                "defusedxml",
            ):
                raise
            raise package.broken(path, error) from None
        finally:
            if formulas is not None:
                formulas.close()


def _formulas(path: Path, name: str) -> Iterator[tuple]:
    with _book(path, values=False) as book:
        sheet = book[name]
        sheet.reset_dimensions()
        yield from sheet.iter_rows()


def _texts(sheet, formulas, sink: Sink, layout) -> Iterator[tuple[int, list]]:
    sheet.reset_dimensions()  # some programs state a wrong size, which would cut the table
    formats = _Formats(sheet)
    noted: set = set()
    for row, cells in enumerate(sheet.iter_rows(), start=1):
        other = next(formulas, ()) if formulas is not None else ()
        texts = []
        for i, cell in enumerate(cells):
            value = cell.value
            if value is None:
                texts.append(_formula(other, i, row, sink, layout) if i < len(other) else None)
            elif isinstance(value, str):
                texts.append(_string(value, cell, row, i, sink, layout))
            else:
                texts.append(formats.text(value, cell, row, i, sink, layout, noted))
        yield row, texts


def _string(value: str, cell, row, i, sink, layout) -> str | None:
    if cell.data_type == "e" or (cell.data_type != "s" and value in ERRORS):
        text = tr("The cell holds Excel's error {error}; read as empty.", error=value)
        sink.note("W-CELLERROR", text, row, _column(layout, i))
        return None
    return value or None


def _formula(other, i, row, sink, layout) -> str | None:
    cell = other[i]
    if getattr(cell, "data_type", None) != "f" or cell.value is None:
        return None
    value = getattr(cell.value, "text", cell.value)  # array formulas are objects
    text = str(value) if str(value).startswith("=") else f"={value}"
    detail = tr("A formula without a stored value; kept as text: {formula}", formula=text[:100])
    sink.note("W-FORMULA", detail, row, _column(layout, i))
    return text


class _Formats:
    """Number formats that change what a number says: percent, and codes padded with zeros."""

    def __init__(self, sheet):
        self._cache: dict = {}
        self._sheet = sheet

    def text(self, value, cell, row, i, sink, layout, noted) -> str:
        if isinstance(value, bool):
            return "TRUE" if value else "FALSE"
        if isinstance(value, (int, float)):
            style = cell._style_id
            if style not in self._cache:
                self._cache[style] = _meaning(cell.number_format)
            kind = self._cache[style]
            if kind:
                if (i, kind) not in noted:
                    noted.add((i, kind))
                    text = tr(
                        "Numbers are read as the sheet shows them ({format}).", format=cell.number_format
                    )
                    sink.note("C-NUMFORMAT", text, row, _column(layout, i))
                return f"{number_text(value * 100)}%" if kind == "%" else number_text(value).zfill(kind)
            return number_text(value)
        return date_text(value)


def _meaning(number_format: str) -> str | int | None:
    shown = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", (number_format or "").split(";")[0])
    if "%" in shown:
        return "%"
    return len(shown) if re.fullmatch("0{2,}", shown) else None


def number_text(value: int | float) -> str:
    """A number as Excel shows it: no “.0”, at most 15 digits, no exponent."""
    if isinstance(value, int):
        return str(value)
    if value != value or value in (float("inf"), float("-inf")):
        return str(value)
    text = f"{value:.15g}"
    if "e" in text:
        text = format(Decimal(text), "f")
    return "0" if text == "-0" else text


def date_text(value) -> str:
    """ISO text; midnight is a date."""
    if isinstance(value, datetime.datetime):
        if value.time() == datetime.time():
            return value.date().isoformat()
        return value.isoformat(timespec="seconds")
    if isinstance(value, datetime.time):
        return value.isoformat(timespec="seconds")
    if isinstance(value, datetime.timedelta):
        seconds = round(value.total_seconds())
        sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
        return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def _filled(records, part: package.Part, sink: Sink, layout) -> Iterator[tuple[int, list]]:
    """Vertically merged data cells hold their value in every row of the range; sideways only the first cell."""
    if layout is None:
        yield from records
        return
    starts: dict = {}
    for first, left, last, _ in part.merges:
        if last > first and first > layout.last_row and left <= layout.width:
            starts.setdefault(first, []).append((left - 1, last))
    active: dict = {}
    for row, cells in records:
        for i, (text, last) in list(active.items()):
            if row > last:
                del active[i]
            elif i >= len(cells) or cells[i] is None:
                cells = [*cells, *[None] * (i + 1 - len(cells))]
                cells[i] = text
                detail = tr("A cell merged over several rows; its value was taken for each row.")
                sink.note("C-MERGED", detail, row, _column(layout, i))
        for i, last in starts.pop(row, ()):
            if i < len(cells) and cells[i] is not None:
                active[i] = (cells[i], last)
        yield row, cells


def _column(layout, i: int) -> str | None:
    return layout.columns[i] if layout is not None and i < layout.width else None
