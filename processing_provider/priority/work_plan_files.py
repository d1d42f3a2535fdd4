"""Tables that people keep beside a plan, xlsx or csv: what each city can do in a month, and crew-hours of repairs.

What cannot be read is refused with its row and column.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from ...i18n import language, tr
from ...layers.errors import GunmaneError
from ...layers.normalise import Context, normalise
from ...layers.readers import label_key, open_tables
from ...layers.standards.prices import EXAMPLE, EXAMPLE_EN, QUANTITIES
from ...schema import model

# (name, 日本語, English, further spellings); the headers that are read are these and the names themselves.
CAPACITY = (
    ("city", "市", "city", "市コード", "団体コード", "city_code", "市名"),
    ("month", "月", "month", "年月"),
    ("amount", "1か月の量", "amount", "量", "人時", "作業時間", "時間", "予算", "金額", "hours", "yen", "円"),
)
EFFORTS = (
    ("ft", "施設", "facility"), ("dt", "損傷", "damage"), ("wk", "作業", "work"), ("unit", "単位", "unit"),
    ("quantity", "数量の取り方", "quantity by"), ("assumed", "記録がないときの数量", "quantity if not recorded"),
    ("least", "最小数量", "least quantity"), ("hours", "単位数量あたりの時間", "hours per unit"),
    ("call_out", "1件ごとの時間", "hours per damage"), ("remark", "備考", "remark"),
)  # fmt: skip
_NUMBERS = ("amount", "assumed", "least", "hours", "call_out")
_CODES = {"ft": "FT", "dt": "DT", "wk": "WK"}
_SHOWN = 20


def read_capacity(path: str | Path, find_city: Callable[[str], str | None]) -> dict[str, dict]:
    """City -> {month "2026-06", or None for every month: amount}. ``find_city``: code of what a cell says, or None.

    Raises GunmaneError E-CAPACITY with every cell that cannot be read; the readers' own errors.
    """
    remedy = tr("One row a city and month, with the columns city, month and amount; no month: every month.")
    found: dict[str, dict] = {}
    mistakes: list[str] = []
    for number, given in _rows(path, CAPACITY, ("city", "amount"), "E-CAPACITY", remedy):
        values = {}
        for name in ("city", "month", "amount"):
            text = given.get(name)
            if text is None:
                if name != "month":
                    mistakes.append(_lacks(number, CAPACITY, name))
                continue
            values[name] = {"city": find_city, "month": _month, "amount": _number}[name](text)
            if values[name] is None:
                mistakes.append(_bad(number, CAPACITY, name, text))
        if values.get("city") is None or values.get("amount") is None:
            continue
        own, month = found.setdefault(values["city"], {}), values.get("month")
        if month in own:
            mistakes.append(tr("row {row}: the same city and month stand there twice", row=number))
        own[month] = values["amount"]
    _refuse(mistakes, found, path, "E-CAPACITY", remedy)
    return found


def read_efforts(path: str | Path) -> tuple[list[dict], bool]:
    """(rows as ``Prices.of`` takes them, with hours in ``yen``; whether any is still marked as an example).

    Raises GunmaneError E-EFFORTS with every cell that cannot be read; the readers' own errors.
    """
    remedy = tr("Have an example table written, and put your own hours into it.")
    rows, mistakes, seen, example = [], [], {}, False
    needed = ("ft", "dt", "quantity", "hours")
    for number, given in _rows(path, EFFORTS, needed, "E-EFFORTS", remedy):
        row = {}
        mistakes += [_lacks(number, EFFORTS, name) for name in needed if name not in given]
        for name, text in given.items():
            if name in ("remark", "unit"):
                row[name] = text
                continue
            row[name] = (
                _code(name, text)
                if name in _CODES
                else _quantity(text)
                if name == "quantity"
                else _number(text)
            )
            if row[name] is None:
                mistakes.append(_bad(number, EFFORTS, name, text))
        remark = str(row.pop("remark", "")).lower()
        example |= any(word in remark for word in ("架空", "例", "example"))
        key = (row.get("ft"), row.get("dt"))
        if None not in key and key in seen:
            mistakes.append(
                tr("row {row}: the same kind of damage as in row {other}", row=number, other=seen[key])
            )
        seen.setdefault(key, number)
        rows.append({**row, "yen": row.pop("hours", None)})
    _refuse(mistakes, rows, path, "E-EFFORTS", remedy)
    return rows, example


def write_efforts(rows: Iterable[Mapping], path: str | Path, example: bool) -> str:
    """Rows of ``Prices`` with hours in ``yen`` as .xlsx or .csv: the form that ``read_efforts`` takes."""
    import openpyxl
    from openpyxl.styles import Alignment, Font, PatternFill

    ja = language() == "ja"
    remark = (EXAMPLE if ja else EXAMPLE_EN) if example else None
    lines = [[entry[1 if ja else 2] for entry in EFFORTS]]
    for row in rows:
        cells = {**row, "hours": row["yen"], "remark": remark}
        lines.append([_shown(name, cells.get(name)) for name, *_ in EFFORTS])
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix.lower() == ".csv":
        with path.open("w", encoding="utf-8-sig", newline="") as stream:
            csv.writer(stream).writerows(lines)
        return str(path)
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = tr("Crew-hours")[:31]
    for line in lines:
        sheet.append(line)
    for cell in sheet[1]:
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="DCE6F1")
        cell.alignment = Alignment(wrap_text=True, vertical="center")
    for letter, width in zip("ABCDEFGHIJ", (24, 26, 28, 8, 14, 12, 10, 12, 14, 18)):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "C2"
    book.save(path)
    return str(path)


def _rows(path, known, needed, code: str, remedy: str):
    """(row number, column -> text) of the first table that has the needed columns; empty rows are passed over."""
    path = Path(path)
    spellings = {label_key(word): entry[0] for entry in known for word in entry}
    for table in open_tables(path):
        labels: dict[str, str] = {}
        for label in table.columns:
            # "1か月の量(時間)" is the same column as without the unit behind it.
            name = spellings.get(label_key(label)) or spellings.get(
                label_key(label.split("(")[0].split("（")[0])
            )
            if name is not None:
                labels.setdefault(name, label)
        if set(needed) <= set(labels):
            break
    else:
        names = ", ".join(_label(known, name) for name in needed)
        raise GunmaneError(
            tr("There is no table with the columns {columns}.", columns=names),
            code=code,
            file=path.name,
            remedy=remedy,
        )
    for block in table.blocks():
        for number, cells in zip(block.rows, block.cells[list(labels.values())].to_numpy(object)):
            given = {n: str(v).strip() for n, v in zip(labels, cells) if v is not None and str(v).strip()}
            if set(given) - {"remark"}:
                yield int(number), given


def _refuse(mistakes: list[str], found, path, code: str, remedy: str) -> None:
    name = Path(path).name
    if mistakes:
        more = f"\n… +{len(mistakes) - _SHOWN}" if len(mistakes) > _SHOWN else ""
        raise GunmaneError("\n".join(mistakes[:_SHOWN]) + more, code=code, file=name,
                           remedy=tr("Correct these cells and run it again."))  # fmt: skip
    if not found:
        raise GunmaneError(tr("The table has no rows."), code=code, file=name, remedy=remedy)


def _month(text: str) -> str | None:
    read = normalise("date", text, Context(wareki=False)).value
    return read[:7] if read else None


def _number(text: str) -> float | None:
    read = normalise("number", text, Context())
    bad = read.value is None or read.value < 0 or any(flag.startswith("E-") for flag in read.flags)
    return None if bad else float(read.value)


def _code(name: str, text: str) -> str | None:
    codes = model().code_lists[_CODES[name]]
    found = (codes.find(candidate) for candidate in (text, text.split()[0]))
    return next((entry.code for entry in found if entry is not None), None)


def _quantity(text: str) -> str | None:
    return next((key for key, words in QUANTITIES.items() if text.lower() in (key, *words)), None)


def _shown(name: str, value):
    if value is None or value != value:
        return None
    if name in _CODES:
        entry = model().code_lists[_CODES[name]].codes.get(value)
        return f"{value} {entry.label(language())}" if entry else value
    return QUANTITIES[value][0 if language() == "ja" else 1] if name == "quantity" else value


def _label(known, name: str) -> str:
    return next(entry[1 if language() == "ja" else 2] for entry in known if entry[0] == name)


def _lacks(number: int, known, name: str) -> str:
    return tr("row {row}: {column} is missing", row=number, column=_label(known, name))


def _bad(number: int, known, name: str, text: str) -> str:
    label = _label(known, name)
    return tr("row {row}, {column}: “{text}” cannot be read", row=number, column=label, text=text)
