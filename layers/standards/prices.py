"""The table of unit prices as a file that an official edits: xlsx or csv, one row a kind of damage.

``write_prices`` then ``read_prices`` gives the same rows back. What cannot be read is refused with its row and column.
Meaning of the columns: ``schema/standards/prices.toml``.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

import openpyxl
from openpyxl.styles import Alignment, Font, PatternFill

from ...i18n import language, tr
from ...schema import model
from ..errors import GunmaneError
from ..normalise import Context, normalise
from ..readers import label_key, open_tables

# (name, 日本語, English); the headers that are read are these and the names themselves.
COLUMNS = (
    ("ft", "施設", "facility"), ("dt", "損傷", "damage"), ("wk", "作業", "work"), ("unit", "単位", "unit"),
    ("quantity", "数量の取り方", "quantity by"), ("assumed", "記録がないときの数量", "quantity if not recorded"),
    ("least", "最小数量", "least quantity"), ("yen", "単価(円)", "price per unit (yen)"),
    ("call_out", "1件ごとの出動費(円)", "call-out per damage (yen)"), ("remark", "備考", "remark"),
)  # fmt: skip
NUMBERS = ("assumed", "least", "yen", "call_out")
REQUIRED = ("ft", "dt", "quantity", "yen")
QUANTITIES = {
    "area": ("面積", "area"), "length": ("延長", "length"), "count": ("数", "count"), "volume": ("体積", "volume"),
    "one": ("1件", "one"),
}  # fmt: skip
# Rows with this in their remark count as invented wherever a total is shown: who replaces a price takes it away.
EXAMPLE = "例・架空の値"
EXAMPLE_EN = "example, invented"
_CODES = {"ft": "FT", "dt": "DT", "wk": "WK"}
_SHOWN = 20


def write_prices(rows: Iterable[Mapping], path: str | Path, example: bool) -> str:
    """Write rows (ft, dt, wk, unit, quantity, assumed, least, yen, call_out) as .xlsx or .csv, by the path's name."""
    ja = language() == "ja"
    head = [entry[1 if ja else 2] for entry in COLUMNS]
    remark = (EXAMPLE if ja else EXAMPLE_EN) if example else ""
    lines = [[_shown(name, row.get(name), remark) for name, _, _ in COLUMNS] for row in rows]
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix.lower() == ".csv":
        with path.open("w", encoding="utf-8-sig", newline="") as stream:
            csv.writer(stream).writerows([head, *lines])
        return str(path)
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = tr("Unit prices")[:31]
    for line in [head, *lines]:
        sheet.append(line)
    for cell in sheet[1]:
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="DCE6F1")
        cell.alignment = Alignment(wrap_text=True, vertical="center")
    for letter, width in zip("ABCDEFGHIJ", (24, 26, 28, 8, 14, 12, 10, 12, 14, 18)):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "C2"
    book.save(path)
    return str(path)


def read_prices(path: str | Path) -> tuple[list[dict], bool]:
    """(rows, whether any row is still marked as an example). Codes may stand alone, with their label, or as label.

    Raises GunmaneError: E-PRICES with every cell that cannot be read, for a table without rows and for one without
    the columns; the readers' own errors.
    """
    path = Path(path)
    for table in open_tables(path):
        found = _columns(table.columns)
        if set(REQUIRED) <= set(found):
            break
    else:
        raise GunmaneError(
            tr("There is no table with the columns {columns}.", columns=", ".join(_label(n) for n in REQUIRED)),
            code="E-PRICES", file=path.name,
            remedy=tr("Have an example table written, and put your own prices into it."),
        )  # fmt: skip
    rows, mistakes, example, seen = [], [], False, {}
    for block in table.blocks():
        for number, cells in zip(block.rows, block.cells[[found[n] for n in found]].to_numpy(object)):
            given = {n: str(v).strip() for n, v in zip(found, cells) if v is not None and str(v).strip()}
            if not set(given) - {"remark"}:
                continue
            row = _row(given, int(number), mistakes)
            example |= any(word in given.get("remark", "").lower() for word in ("架空", "例", "example"))
            key = (row.get("ft"), row.get("dt"))
            if None not in key and key in seen:
                mistakes.append(
                    tr("row {row}: the same kind of damage as in row {other}", row=number, other=seen[key])
                )
            seen.setdefault(key, number)
            rows.append(row)
    if mistakes:
        more = f"\n… +{len(mistakes) - _SHOWN}" if len(mistakes) > _SHOWN else ""
        raise GunmaneError(
            "\n".join(mistakes[:_SHOWN]) + more, code="E-PRICES", file=path.name,
            remedy=tr("Correct these cells and run it again."),
        )  # fmt: skip
    if not rows:
        raise GunmaneError(
            tr("The table of unit prices has no rows."), code="E-PRICES", file=path.name,
            remedy=tr("Have an example table written, and put your own prices into it."),
        )  # fmt: skip
    return rows, example


def _row(given: Mapping[str, str], number: int, mistakes: list[str]) -> dict:
    row: dict = {name: None for name, _, _ in COLUMNS if name != "remark"}
    for name in REQUIRED:
        if name not in given:
            mistakes.append(tr("row {row}: {column} is missing", row=number, column=_label(name)))
    for name, text in given.items():
        if name in NUMBERS:
            result = normalise("number", text, Context())
            value = result.value
            if value is None or value < 0 or any(flag.startswith("E-") for flag in result.flags):
                mistakes.append(_bad(number, name, text))
            row[name] = value
        elif name in _CODES:
            row[name] = _code(_CODES[name], text)
            if row[name] is None:
                mistakes.append(_bad(number, name, text))
        elif name == "quantity":
            row[name] = next((k for k, words in QUANTITIES.items() if text.lower() in (k, *words)), None)
            if row[name] is None:
                mistakes.append(_bad(number, name, text))
        elif name == "unit":
            row[name] = text
    return row


def _code(code_list: str, text: str) -> str | None:
    codes = model().code_lists[code_list]
    for candidate in (text, text.split()[0]):
        found = codes.find(candidate)
        if found is not None:
            return found.code
    return None


def _columns(labels: Iterable[str]) -> dict[str, str]:
    known = {label_key(word): entry[0] for entry in COLUMNS for word in entry}
    return {known[label_key(label)]: label for label in labels if label_key(label) in known}


def _shown(name: str, value, remark: str):
    if name == "remark":
        return remark
    if value is None or value != value:
        return None
    if name in _CODES:
        entry = model().code_lists[_CODES[name]].codes.get(value)
        return f"{value} {entry.label(language())}" if entry else value
    if name == "quantity":
        return QUANTITIES[value][0 if language() == "ja" else 1]
    return value


def _label(name: str) -> str:
    return next(entry[1 if language() == "ja" else 2] for entry in COLUMNS if entry[0] == name)


def _bad(number: int, name: str, text: str) -> str:
    return tr("row {row}, {column}: “{text}” cannot be read", row=number, column=_label(name), text=text)
