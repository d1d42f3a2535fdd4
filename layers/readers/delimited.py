"""csv, tsv and their kin: records of raw text, streamed, with the damage of one record kept to that record."""

from __future__ import annotations

import csv
import functools
import io
from collections import Counter, deque
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from ...i18n import tr
from ..errors import GunmaneError
from . import encoding as encodings
from . import header, rows
from .tables import RawTable, ReadOptions, Sink, label_key

FIRST, CHUNK = 1 << 16, 1 << 23  # the first piece is short: titles above a header need the careful way
DELIMITERS = ",\t;|"
LONGEST_RECORD = 1_000  # lines; a quoted cell beyond this is a quote that was never closed
LONGEST_CELL = 1 << 22


def open_delimited(path: Path, options: ReadOptions, format: str = "csv") -> list[RawTable]:
    """The one table of a delimited text file. Raises GunmaneError (E-ENCODING, E-EMPTY, E-HEADER)."""
    words = tuple(options.columns or ()) + tuple(options.dictionary)
    guess = encodings.settle(path, options.encoding, words, path.name)
    delimiter = _sniff(path, guess, options)
    probe = Sink()
    sample = []
    for record in _records(path, guess, delimiter, probe, CHUNK // 16):
        sample.append(record)
        if len(sample) >= header.LOOK or (
            options.header != "auto" and record[0] > int(options.header) + header.LOOK
        ):
            break
    try:
        layout = header.find(sample, options)
    except GunmaneError as error:
        error.file = path.name
        raise
    _check_header(path, guess, layout, probe)
    table = RawTable(
        path,
        format,
        encoding=guess.encoding,
        encoding_note=guess.note,
        encoding_confidence=guess.confidence,
        header_row=layout.header_row,
        header_rows=layout.header_rows,
        columns=layout.columns,
        missing_columns=layout.missing,
        open_notes=list(layout.notes),
    )
    _warn_of_encoding(table, guess, options)
    if not any(row > layout.last_row and row != layout.units_row for row, _ in sample):
        table.note("W-NOROWS", tr("There is a header and no row below it."))

    def read(table, size, sink):
        return rows.blocks(
            _records(path, guess, delimiter, sink, width=layout.width), layout, options, size, sink
        )

    table.read = read
    return [table]


def _check_header(path, guess, layout, probe) -> None:
    """A record that could not be read above the header may be the header itself: never go on with the next row."""
    for bad in probe.bad:
        if bad.row <= layout.last_row and (bad.code == "E-DECODE" or not layout.certain):
            raise GunmaneError(
                tr("The header cannot be read: {detail}", detail=bad.detail),
                code="E-ENCODING" if bad.code == "E-DECODE" else "E-HEADER",
                file=path.name,
                row=bad.row,
                remedy=tr("Save the file again as UTF-8 or cp932 (Shift_JIS)."),
            )


def _warn_of_encoding(table: RawTable, guess, options: ReadOptions) -> None:
    expected = len([column for column in options.columns or () if label_key(column)])
    if expected:
        found = expected - len(table.missing_columns)
        table.encoding_note += " " + tr(
            "{found} of {expected} expected columns found.", found=found, expected=expected
        )
        if table.missing_columns:
            table.encoding_note += " " + tr("Not found: {columns}", columns=", ".join(table.missing_columns))
    none_found = expected and len(table.missing_columns) == expected
    if guess.confidence < encodings.SURE or (none_found and guess.how != "ascii"):
        table.note("W-ENCODING", table.encoding_note)


def _records(path, guess, delimiter, sink, chunk: int = CHUNK, width: int = 0) -> Iterator[tuple]:
    """(record number from 1, cells) of every record that can be read; the others go to ``sink.bad``.

    Numbers count records, so a quoted line break does not shift them and a blank line counts. With ``width``
    pieces of the file without quotes or irregular lines come as (first number, grid), which is faster.
    """
    if csv.field_size_limit() < LONGEST_CELL:
        csv.field_size_limit(LONGEST_CELL)
    keeper = encodings.BadBytes()
    source = _Lines(_texts(path, guess, keeper, chunk))
    number = 0
    while source.more():
        if width > 1 and source.fresh and not keeper.offsets:
            grid = _even_grid(source.text, delimiter, width)
            if grid is not None:
                yield number + 1, grid
                number += len(grid)
                source.drop()
                continue
        try:
            for cells in csv.reader(source, delimiter=delimiter, strict=True):
                number += 1
                if keeper.offsets or source.nul:
                    cells = _damaged(number, cells, "".join(source.held), keeper, sink)
                source.held.clear()
                if cells is not None:
                    yield number, cells
            continue
        except (csv.Error, _TooLong):
            pass
        # A quote that is never closed, or text after a closing one: only its first line is in doubt.
        number += 1
        cells = _one_line(source, delimiter)
        if cells is None:
            line = encodings.show_bad(source.held[0]).rstrip("\r\n")
            detail = tr("A quotation mark is opened and never closed.")
            sink.set_aside(number, "E-QUOTE", detail, [line[:2000]])
            del keeper.offsets[: len(encodings.BAD.findall(source.held[0]))]
        else:
            sink.note("W-QUOTE", tr("Text stands after a closing quotation mark; read as it is."), number)
            cells = _damaged(number, cells, source.held[0], keeper, sink)
        source.give_back()
        if cells is not None:
            yield number, cells


def _even_grid(text: str, delimiter: str, width: int):
    """The cells of plain text by pandas, or None where it would hide what must be seen (quotes, ragged rows)."""
    if '"' in text or "\x00" in text:
        return None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    if not lines[-1]:
        lines.pop()
    marks = width - 1
    if any(line.count(delimiter) != marks for line in lines):
        return None
    try:
        frame = pd.read_csv(
            io.StringIO(text),
            sep=delimiter,
            header=None,
            names=range(width),
            index_col=False,
            dtype=object,
            na_filter=False,
            quoting=csv.QUOTE_NONE,
            skip_blank_lines=False,
            low_memory=False,
        )
    except (ValueError, MemoryError, UnicodeError):  # ParserError is a ValueError
        return None
    return frame.to_numpy(dtype=object) if len(frame) == len(lines) else None


class _TooLong(Exception):  # noqa: N818
    pass


class _Lines:
    """Physical lines, remembering those of the record under way so that they can be read again.

    Stops at the end of a piece of the file where no record is under way, so that the next piece may be looked
    at as a whole.
    """

    def __init__(self, texts: Iterator[str]):
        self.held: list[str] = []
        self.again: deque[str] = deque()
        self.nul = False
        self.text = ""
        self._texts = texts
        self._lines: Iterator[str] = iter(())
        self._size = 0
        self._open = self._begun = False

    def more(self) -> bool:
        """Is there anything left? Takes the next piece of the file where this one is used up."""
        return bool(self.again) or self._open or self._load()

    @property
    def fresh(self) -> bool:
        """The next line is the first of ``text``."""
        return self._open and not self._begun and not self.again

    def _load(self) -> bool:
        self.text = next(self._texts, "")
        self.nul = self.nul or "\x00" in self.text
        self._lines = io.StringIO(self.text, newline="")
        self._open, self._begun = bool(self.text), False
        return self._open

    def drop(self) -> None:
        self._lines, self._open = iter(()), False

    def __iter__(self):
        return self

    def __next__(self) -> str:
        held = self.held
        if self.again:
            line = self.again.popleft()
        else:
            self._begun = True
            line = next(self._lines, None)
            while line is None:
                self._open = False
                if not held or not self._load():
                    raise StopIteration
                self._begun = True
                line = next(self._lines, None)
        held.append(line)
        if len(held) > 1:
            self._size += len(line)
            if len(held) > LONGEST_RECORD or self._size > LONGEST_CELL:
                raise _TooLong
        else:
            self._size = len(line)
        return line.replace("\x00", "") if self.nul else line

    def give_back(self) -> None:
        self.again.extendleft(reversed(self.held[1:]))
        self.held.clear()


def _texts(path: Path, guess, keeper, chunk: int) -> Iterator[str]:
    """The file decoded piece by piece, cut at line ends; undecodable bytes are kept as lone surrogates."""
    codec = guess.encoding.replace("-sig", "")
    unit = 4 if codec.startswith("utf-32") else 2 if codec.startswith("utf-16") else 1
    ends = [mark.encode(codec) for mark in "\n\r"] if unit > 1 else [b"\n", b"\r"]
    rest, at, size = b"", guess.bom, min(chunk, FIRST)
    with open(path, "rb") as stream:
        stream.seek(guess.bom)
        while True:
            piece, size = stream.read(size), chunk
            data = rest + piece
            cut = _last_line_end(data, ends, unit) if piece else len(data)
            if not data:
                return
            if cut:
                keeper.base = at
                yield keeper.decode(data[:cut], codec)
                at += cut
            rest = data[cut:]
            if not piece:
                return


def _last_line_end(data: bytes, ends, unit: int) -> int:
    """Length of the whole lines in ``data``; 0 where there is no line end. A final CR may belong to CR LF."""
    for end in ends:
        stop = len(data) - (unit if end == ends[1] else 0)
        while (found := data.rfind(end, 0, stop)) >= 0:
            if found % unit == 0:
                return found + unit
            stop = found + len(end) - 1
    return 0


def _damaged(number, cells, raw, keeper, sink):
    """The record if it is whole, else None and a bad row; zero bytes are taken out and noted."""
    bad = len(encodings.BAD.findall(raw))
    if "\x00" in raw:
        sink.note("W-NUL", tr("Zero bytes in the row were left out."), number)
    if not bad:
        return cells
    offset = keeper.offsets[0]
    del keeper.offsets[:bad]
    shown = [encodings.show_bad(cell) or None for cell in cells]
    sink.set_aside(number, "E-DECODE", tr("Byte {offset} cannot be decoded.", offset=offset), shown)
    return None


def _one_line(source: _Lines, delimiter: str) -> list | None:
    """The first held line on its own, leniently; None if its quotes do not close."""
    line = source.held[0]
    if line.count('"') % 2:
        return None
    try:
        read = list(csv.reader([line.replace("\x00", "")], delimiter=delimiter))
    except csv.Error:
        return None
    return read[0] if len(read) == 1 else None


def _sniff(path, guess, options: ReadOptions) -> str:
    """The delimiter that cuts the first records most evenly, or into the expected columns."""
    if options.delimiter not in ("auto", ""):
        return {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";"}.get(
            options.delimiter, options.delimiter
        )[:1]
    expected = {label_key(column) for column in options.columns or ()}
    first = "\t" if path.suffix.lower() in (".tsv", ".tab") else ","
    order = first + DELIMITERS.replace(first, "")
    return max(order, key=functools.partial(_evenness, path, guess, expected))


def _evenness(path, guess, expected, delimiter) -> tuple:
    widths, hits = [], 0
    for _, cells in _records(path, guess, delimiter, Sink(), CHUNK // 16):
        if any(cells):
            widths.append(len(cells))
            hits = max(hits, len(expected & {label_key(cell) for cell in cells}) if expected else 0)
        if len(widths) >= header.LOOK:
            break
    wide = Counter(width for width in widths if width > 1)
    if not wide:
        return hits, 0.0, 0
    width, count = max(wide.items(), key=lambda item: (item[1], item[0]))
    return hits, round(count / len(widths), 1), width
