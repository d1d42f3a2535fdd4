"""From records to blocks: blank rows, repeated headers and totals are skipped, ragged rows seen to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

import numpy as np
import pandas as pd

from ...i18n import tr
from ..errors import GunmaneError
from .header import Layout
from .tables import Block, ReadOptions, Sink, is_blank, label_key

# As a row's whole first cell: 合計, 小計, 計, 総計, 累計, 平均, 令和7年度計, 4月計.
TOTAL = re.compile(r"^[(\[【<]?(.*(年度|年|月|期))?(合計|小計|総計|累計|計|平均|総合計)[)\]】>]?$")
_MAYBE_TOTAL = re.compile("[計均]")


def blocks(
    pieces: Iterable[tuple], layout: Layout, options: ReadOptions, size: int, sink: Sink
) -> Iterator[Block]:
    """Blocks of data rows from all records of a table, first to last.

    A piece is (row, cells) of one record, or (first row, grid) of consecutive records of the right width. Cells
    are text, "" or None. Short and long records are judged here: missing cells become None (W-RAGGED), surplus
    cells that say something set the record aside (E-RAGGED).
    """
    patterns = _patterns(options.skip_rows)
    waiting: list[tuple[int, list]] = []
    for row, cells in _below_header(iter(pieces), layout, sink):
        if isinstance(cells, np.ndarray):
            yield from _block(*_grid(waiting, layout.width, sink), layout, patterns, sink)
            waiting.clear()
            for start in range(0, len(cells), size):
                part = cells[start : start + size]
                yield from _block(
                    part, np.arange(row + start, row + start + len(part)), layout, patterns, sink
                )
            continue
        waiting.append((row, cells))
        if len(waiting) >= size:
            yield from _block(*_grid(waiting, layout.width, sink), layout, patterns, sink)
            waiting.clear()
    yield from _block(*_grid(waiting, layout.width, sink), layout, patterns, sink)


def _below_header(pieces, layout, sink):
    """Leaves out the header; what stands above it, and a row of units, is skipped and listed."""
    last = max(layout.last_row, layout.units_row or 0)
    for row, cells in pieces:
        head, rest = [(row, cells)], None
        if isinstance(cells, np.ndarray):
            cut = min(len(cells), max(0, last + 1 - row))
            head, rest = [(row + i, list(cells[i])) for i in range(cut)], cells[cut:]
            row += cut
        for number, record in head:
            if number < layout.header_row:
                sink.skip(number, "S-BLANK" if all(is_blank(cell) for cell in record) else "S-TITLE", record)
            elif number == layout.units_row:
                sink.skip(number, "S-UNITS", record)
            elif number > layout.last_row:
                yield number, record
        if rest is not None and len(rest):
            yield row, rest
        if row > last:
            break
    yield from pieces


def _grid(records, width, sink) -> tuple[np.ndarray, np.ndarray]:
    """Cells as one array and the records' numbers, without those that have too many cells."""
    numbers, lines = [], []
    for row, cells in records:
        if len(cells) != width:
            cells = _fit(row, cells, width, sink)
            if cells is None:
                continue
        numbers.append(row)
        lines.append(cells)
    grid = np.empty((len(lines), width), dtype=object)
    if lines:
        grid[:] = lines
    return grid, np.asarray(numbers, dtype=np.int64)


def _block(grid: np.ndarray, rows: np.ndarray, layout: Layout, patterns, sink: Sink) -> Iterator[Block]:
    grid[grid == ""] = None
    keep = np.ones(len(rows), dtype=bool)
    for i, code in _not_data(grid, layout, patterns):
        keep[i] = False
        sink.skip(int(rows[i]), code, () if code == "S-BLANK" else [c for c in grid[i] if c is not None])
    if not keep.all():
        grid, rows = grid[keep], rows[keep]
    if len(rows):
        yield Block(pd.DataFrame(grid, columns=layout.columns, dtype=object), rows)


def _fit(row, cells, width, sink):
    if len(cells) > width:
        if all(is_blank(cell) for cell in cells[width:]):
            return list(cells[:width])
        detail = tr("{found} cells where the header has {width}.", found=len(cells), width=width)
        sink.set_aside(row, "E-RAGGED", detail, [cell or None for cell in cells])
        return None
    if not all(is_blank(cell) for cell in cells):
        detail = tr("{found} cells where the header has {width}.", found=len(cells), width=width)
        sink.note("W-RAGGED", detail, row)
    return [*cells, *[None] * (width - len(cells))]


def _not_data(grid, layout, patterns) -> Iterator[tuple[int, str]]:
    """Index and code of rows that are no data, by the first cell that says something."""
    if not len(grid):
        return
    first = grid[:, 0].copy()
    for i in np.flatnonzero(_blank_mask(first)):
        first[i] = next((cell for cell in grid[i] if not is_blank(cell)), None)
    codes, texts = pd.factorize(first)
    head = {label_key(column) for column in layout.columns}
    verdict = np.array([_verdict(text, head, patterns) for text in texts] + ["S-BLANK"], dtype=object)
    found = verdict[codes]
    for i in np.flatnonzero(found.astype(bool)):
        if found[i] != "S-HEADER" or _is_header(grid[i], layout):
            yield i, found[i]


def _blank_mask(values: np.ndarray) -> np.ndarray:
    codes, texts = pd.factorize(values)
    blank = np.array([text[0] <= " " or not text[0].isalnum() for text in texts] + [True], dtype=bool)
    for i in np.flatnonzero(blank[:-1]):
        blank[i] = is_blank(texts[i])
    return blank[codes]


def _verdict(text: str, head: set, patterns) -> str:
    if _MAYBE_TOTAL.search(text) and TOTAL.match("".join(unicodedata.normalize("NFKC", text).split())):
        return "S-TOTAL"
    if patterns and any(pattern.search(text) for pattern in patterns):
        return "S-PATTERN"
    if "0" <= text[0] <= "9":  # most first cells are numbers; labels hardly ever start with a digit
        return "S-HEADER" if text in head else ""
    return "S-HEADER" if label_key(text) in head else ""


def _is_header(cells, layout) -> bool:
    """The labels again: most filled cells say what their column is called."""
    filled = [(cell, column) for cell, column in zip(cells, layout.columns) if not is_blank(cell)]
    same = sum(1 for cell, column in filled if label_key(cell) == label_key(column))
    return same >= max(1, 0.8 * len(filled)) and same >= min(2, layout.width)


def _patterns(texts) -> list[re.Pattern]:
    found = []
    for text in texts:
        try:
            found.append(re.compile(text))
        except re.error as error:
            raise GunmaneError(
                tr(
                    "The pattern “{pattern}” for rows to skip cannot be read: {reason}",
                    pattern=text,
                    reason=error,
                ),
                code="E-PATTERN",
            ) from None
    return found
