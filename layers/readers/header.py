"""Where the table starts: header row, header rows above each other, labels, a row of units.

A profile's expected columns decide; without them the first row that is filled, short, distinct and text wins.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from ...i18n import tr
from ..errors import GunmaneError
from .encoding import WORDS
from .tables import Note, ReadOptions, is_blank, label_key

LOOK = 100  # records that are looked at for a header
_NUMBER = re.compile(r"^[\s　]*[-−△]?[\d０-９][\d０-９,.:/\-年月日時分 ]*[\s　]*$")
_UNIT = re.compile(
    r"^[（(\[〔［]?(mm|cm|m|km|㎜|㎝|㎞|㎡|m2|m²|㎥|m3|ｍ|ｃｍ|ｍｍ|ｋｍ|%|％|‰|度|°|秒|分|時間|日|年|年度|円|千円|万円|"
    r"基|枚|本|箇所|か所|ヶ所|件|台|台/日|人|灯|W|Ｗ|km/h|mm/m|西暦|和暦|半角|全角|必須|任意|yyyy/mm/dd)[)）\]〕］]?$",
    re.IGNORECASE,
)

Record = tuple[int, Sequence]
Merge = tuple[int, int, int, int]  # first row, first column, last row, last column; 1-based


@dataclass
class Layout:
    """How the records of a table are to be taken. Rows are 1-based record numbers."""

    header_row: int
    header_rows: int
    columns: list[str]
    units_row: int | None = None
    missing: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    certain: bool = True

    @property
    def last_row(self) -> int:
        return self.header_row + self.header_rows - 1

    @property
    def width(self) -> int:
        return len(self.columns)


def find(records: Sequence[Record], options: ReadOptions, merges: Sequence[Merge] = ()) -> Layout:
    """The layout of a table from its first records (row number, cells).

    ``merges`` are a sheet's merged ranges. Raises GunmaneError E-HEADER where a demanded header row is not
    there or where there is nothing at all.
    """
    rows = {row: cells for row, cells in records}
    if not any(not is_blank(cell) for cells in rows.values() for cell in cells):
        raise GunmaneError(tr("There is no header and no row."), code="E-EMPTY")
    expected = [label_key(column) for column in options.columns or [] if label_key(column)]
    certain, notes = True, []
    if options.header == "auto":
        row, count, certain = _best(rows, expected, options, merges)
    else:
        row = int(options.header)
        count = options.header_rows if isinstance(options.header_rows, int) else _span(rows, row, merges)
        if row not in rows or all(is_blank(cell) for cell in rows[row]):
            raise GunmaneError(tr("The header row {row} is empty.", row=row), code="E-HEADER", row=row)
    labels = _labels(rows, row, count, merges, expected)
    units = _units_row(rows, row + count)
    labels = labels[: _width(rows, labels, units or row + count - 1)]
    labels += [""] * (_modal_width(rows, units or row + count - 1, len(labels)) - len(labels))
    columns, found_notes = _unique(labels, row)
    notes += found_notes
    if units:
        notes.append(Note("C-UNITS", tr("Row {row} holds only units; it is not data.", row=units), units))
    keys = {label_key(column) for column in columns}
    missing = [
        column for column in options.columns or [] if label_key(column) and label_key(column) not in keys
    ]
    if missing:
        text = tr("Expected columns that are not there: {columns}", columns=", ".join(missing))
        notes.append(Note("W-NOCOLUMN", text, row))
    if not certain:
        text = tr("The header was guessed: row {row} ({labels}).", row=row, labels=", ".join(columns[:4]))
        notes.append(Note("W-HEADER", text, row))
    return Layout(row, count, columns, units, missing, notes, certain)


def _best(rows, expected, options, merges) -> tuple[int, int, bool]:
    """The likeliest header row, how many rows it has, and whether that is certain."""
    wanted = options.header_rows if isinstance(options.header_rows, int) and options.header_rows > 1 else None
    best = None
    for row, cells in rows.items():
        if all(is_blank(cell) for cell in cells):
            continue
        counts = [wanted] if wanted else sorted({1, _span(rows, row, merges)})
        for count in counts:
            labels = [label_key(label) for label in _labels(rows, row, count, merges, expected)]
            hits = len(set(labels) & set(expected))
            # More hits win, then the header that ends first, then the one of fewer rows.
            if hits and (best is None or (hits, 1 - row - count, -count) > best[0]):
                best = ((hits, 1 - row - count, -count), row, count)
    if best and best[0][0] >= max(1, min(len(expected), 2), 0.3 * len(expected)):
        return best[1], best[2], True
    row, certain = _without_expectation(rows, options, merges)
    count = wanted or _span(rows, row, merges)
    return row, count, certain and not (expected and not best)


def _without_expectation(rows, options, merges) -> tuple[int, bool]:
    filled = {row: sum(1 for cell in cells if not is_blank(cell)) for row, cells in rows.items()}
    width = _typical([count for count in filled.values() if count])
    words = {label_key(word) for word in options.dictionary} | set(WORDS)
    candidates = []
    for row in (row for row, count in filled.items() if count):
        texts = [cell for cell in rows[row] if not is_blank(cell)]
        keys = [label_key(text) for text in texts]
        covered = _covered(rows, row, merges)
        if covered < 0.6 * width or (width > 1 and covered < 2):
            continue
        label_like = sum(1 for text in texts if not _NUMBER.match(text) and len(text) <= 40) / len(texts)
        if label_like < 0.7:
            continue
        known = sum(1 for key in keys if any(word in key for word in words)) / len(keys)
        score = label_like + 0.5 * len(set(keys)) / len(keys) + 0.3 * known + 0.5 * _contrast(rows, row)
        score += 0.3 * min(1.0, covered / width)
        candidates.append((score - 0.3 * len(candidates), -row))
    if candidates:
        return -max(candidates)[1], True
    return next(row for row, count in filled.items() if count), False


def _contrast(rows, row) -> float:
    """Share of this row's text columns below which mostly numbers stand."""
    below = [cells for number, cells in rows.items() if number > row][:30]
    texts = [i for i, cell in enumerate(rows[row]) if not is_blank(cell) and not _NUMBER.match(cell)]
    if not texts or not below:
        return 0.0
    numeric = 0
    for i in texts:
        values = [cells[i] for cells in below if i < len(cells) and not is_blank(cells[i])]
        numeric += bool(values) and sum(1 for value in values if _NUMBER.match(value)) > len(values) / 2
    return numeric / len(texts)


def _typical(counts: list[int]) -> int:
    """The width that most rows have; the wider of equals."""
    tally = Counter(counts)
    return max(tally, key=lambda count: (tally[count], count))


def _covered(rows, row, merges) -> int:
    """Filled cells of a row, counting a merged cell as wide as it is."""
    own = {i for i, cell in enumerate(rows[row]) if not is_blank(cell)}
    below = rows.get(row + 1, ())
    for first, left, last, right in merges:
        if (
            first == row
            and left - 1 in own
            and (last > row or any(not is_blank(c) for c in below[left - 1 : right]))
        ):
            own |= set(range(left - 1, right))
    return len(own)


def _span(rows, row, merges) -> int:
    """How many rows the header has that starts at ``row``: merged cells say so, else the pattern of blanks."""
    last = max((m[2] for m in merges if m[0] == row and m[1] <= len(rows[row])), default=row)
    tall = last > row
    if tall or any(m[0] == m[2] == row and m[3] > m[1] for m in merges):
        return min(max(last - row + 1, 2 if _is_group_row(rows, row) else 1), 5)
    return 2 if not merges and _is_group_row(rows, row, strict=True) else 1


def _is_group_row(rows, row, strict: bool = False) -> bool:
    """The row below fills the gaps of this one with text: labels under groups."""
    upper, lower = rows[row], rows.get(row + 1, ())
    size = max(len(upper), len(lower))
    up = [i < len(upper) and not is_blank(upper[i]) for i in range(size)]
    low = [i < len(lower) and not is_blank(lower[i]) for i in range(size)]
    texts = [lower[i] for i in range(size) if low[i]]
    if (
        sum(up) < 2
        or len(texts) < 2
        or any(_NUMBER.match(t) or len(t) > 30 or _UNIT.match(t.strip()) for t in texts)
    ):
        return False
    gaps = [i for i in range(size) if not up[i]]
    if not gaps or not all(low[i] for i in gaps if any(up[:i])):
        return False
    # A data row whose neighbours are blank looks alike: then labels of the upper row stand alone, or each
    # filled lower cell lies in a group (a filled upper cell followed by a gap).
    grouped = [i for i in range(size) if not up[i] or (i + 1 < size and not up[i + 1])]
    return (not strict) or (
        any(not low[i] for i in range(size)) and all(i in grouped for i in range(size) if low[i])
    )


def _labels(rows, row, count, merges, expected) -> list[str]:
    """One label a column: the rows of the header from top to bottom, merged cells spread."""
    grid = [list(rows.get(row + i, ())) for i in range(count)]
    size = max((len(line) for line in grid), default=0)
    grid = [[_clean(cell) for cell in line] + [""] * (size - len(line)) for line in grid]
    for first, left, last, right in merges:
        for at in range(max(first, row), min(last, row + count - 1) + 1):
            for i in range(left - 1, min(right, size)):
                if first >= row and (at, i) != (first, left - 1):
                    # Downwards a merged label is one label, sideways it is the group of each column.
                    grid[at - row][i] = "" if at > first else grid[first - row][left - 1]
    if count == 1:
        return grid[0]
    if not merges:
        _spread(grid)
    return [_joined([line[i] for line in grid], expected) for i in range(size)]


def _spread(grid) -> None:
    """Without merged ranges (csv): a group label goes on to the right where labels stand below a gap."""
    for line, below in zip(grid, grid[1:]):
        group = ""
        for i, label in enumerate(line):
            if label:
                group = label if below[i] else ""
            elif below[i]:
                line[i] = group


def _joined(parts: list[str], expected) -> str:
    parts = [part for i, part in enumerate(parts) if part and (i == 0 or part != parts[i - 1])]
    whole = "".join(parts)
    for choice in (whole, parts[-1] if parts else "", parts[0] if parts else ""):
        if label_key(choice) in expected:
            return choice
    return whole


def _clean(cell) -> str:
    return "" if is_blank(cell) else re.sub(r"[\r\n]+", "", cell).strip().lstrip("\ufeff")


def _units_row(rows, row) -> int | None:
    texts = [cell.strip() for cell in rows.get(row, ()) if not is_blank(cell)]
    bracketed = any(text[0] in "（([〔［" for text in texts)
    if texts and all(_UNIT.match(text) for text in texts) and (bracketed or len(texts) > 1):
        return row
    return None


def _width(rows, labels, last) -> int:
    """Columns up to the last that has a label."""
    return max((i + 1 for i, label in enumerate(labels) if label), default=0)


def _modal_width(rows, last, width) -> int:
    """Wider than the labels only where most rows have cells there."""
    ends = [
        max((i + 1 for i, cell in enumerate(cells) if not is_blank(cell)), default=0)
        for row, cells in rows.items()
        if row > last
    ]
    ends = [end for end in ends if end]
    wide = [end for end in ends if end > width]
    return max(width, _typical(wide)) if len(wide) > len(ends) / 2 else width


def _unique(labels: list[str], row: int) -> tuple[list[str], list[Note]]:
    columns, notes, seen = [], [], set()
    taken = {label for label in labels if label}
    for i, label in enumerate(labels, start=1):
        if not label:
            label = name = f"列{i}"
            notes.append(Note("W-NOLABEL", tr("Column {number} has no label.", number=i), row, name))
        name, number = label, 1
        while name in seen or (number > 1 and name in taken):
            number += 1
            name = f"{label}_{number}"
        if name != label:
            text = tr(
                "The label “{label}” stands twice; the second is read as “{name}”.", label=label, name=name
            )
            notes.append(Note("W-DUPLABEL", text, row, name))
        seen.add(name)
        columns.append(name)
    return columns, notes
