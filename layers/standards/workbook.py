"""Standards as a workbook that officials edit in Excel: one sheet for the common rows and one for each city or route.

``write_workbook`` then ``read_workbook`` gives the same rows back, whatever their versions. People may write cells
their own way ("5cm以上", "３開庁日以内", "F01 車道"); what cannot be read is refused with the name of its cell, all
cells at once, and nothing of the book is taken.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from ...i18n import language, tr
from ...schema import Field, model
from ..errors import GunmaneError
from .cells import NEVER, RESPONSES, read_cell, show_cell, text_of
from .table import KEY, row_key

SPARE = 20  # empty rows below the last one that already offer the lists
_OWN = PatternFill("solid", fgColor="FFF2CC")
_HEAD = PatternFill("solid", fgColor="DCE6F1")
_GREY = Font(color="7F7F7F", italic=True)
_THIN = Side(style="thin", color="BFBFBF")
_WIDTHS = {"basis": 34, "reason": 30, "measure": 18, "ft": 16, "dt": 18, "scope_key": 14}
ORDER = (
    "std_id", "ft", "dt", "measure", "unit", "op", "watch", "repair", "repair_c1", "emerg", *RESPONSES,
    "ver", "valid_from", "valid_to", "basis", "approved_by", "author", "reason", "scope", "scope_key",
)  # fmt: skip


def write_workbook(
    rows: Iterable[Mapping],
    path: str | Path,
    *,
    names: Mapping[str, str] | None = None,
    titles: Mapping[str, Mapping] | None = None,
    examples: Iterable[str] = (),
) -> str:
    """Write rows of T11 to ``path`` (.xlsx).

    ``names``: city code or route key -> name for the sheets; ``titles``: std_id -> {"ja", "en"}; ``examples``: scope
    keys whose values are invented, which their sheets say. An empty cell of a city or route inherits; the value that
    it inherits stands in the cell's note.
    """
    rows = [dict(row) for row in rows]
    sheets: dict[tuple[str, str], list[dict]] = {("common", ""): []}
    for row in rows:
        sheets.setdefault((row_key(row)[2], row_key(row)[3]), []).append(row)
    common = {row["std_id"]: row for row in sheets[("common", "")]}
    book = openpyxl.Workbook()
    _help_sheet(book.active)
    taken: set[str] = set()
    for (scope, key), own in sheets.items():
        name = _sheet_name(scope, key, names or {}, taken)
        sheet = book.create_sheet(name)
        missing = [] if scope == "common" else [s for s in common if s not in {row["std_id"] for row in own}]
        blanks = [{"std_id": std_id, "scope": scope, "scope_key": key} for std_id in missing]
        _rows_sheet(sheet, sorted([*own, *blanks], key=_position), common if scope != "common" else {}, titles or {},
                    tr("Example: invented values, not the city's practice.") if key in examples else "")  # fmt: skip
    book.active = min(1, len(book.sheetnames) - 1)
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return str(path)


def read_workbook(path: str | Path) -> list[dict]:
    """The rows of a workbook of this form, as dicts of T11's fields (dates as ISO texts).

    A row of a city or route in which only the key stands says nothing and is left out. Raises GunmaneError
    (E-STDBOOK) naming every cell that cannot be read, and E-FILETYPE for a file that is no workbook.
    """
    path = Path(path)
    try:
        book = openpyxl.load_workbook(path, data_only=True)
        formulas = openpyxl.load_workbook(path)
    except Exception as error:  # openpyxl raises whatever the broken package made it raise
        raise GunmaneError(
            tr("The workbook cannot be read: {reason}", reason=type(error).__name__),
            code="E-FILETYPE", file=path.name, remedy=tr("Save it from Excel as .xlsx and try again."),
        ) from error  # fmt: skip
    mistakes: list[str] = []
    rows: list[dict] = []
    tables = 0
    for sheet in book.worksheets:
        head = _header(sheet)
        if head is None:
            continue
        tables += 1
        rows += _read_sheet(sheet, *head, mistakes)
        mistakes += _not_computed(sheet, formulas[sheet.title], *head)
    book.close()
    if not tables:
        mistakes.append(
            tr(
                "No sheet has a header with “{label}”.",
                label=_label(model().tables["standard"].field("std_id")),
            )
        )
    mistakes += _twice(rows)
    if mistakes:
        shown = "\n".join(mistakes[:30]) + (f"\n… +{len(mistakes) - 30}" if len(mistakes) > 30 else "")
        raise GunmaneError(
            shown, code="E-STDBOOK", file=path.name,
            remedy=tr("Correct these cells and read the workbook again; nothing of it was taken."),
        )  # fmt: skip
    for row in rows:
        row.pop("_at", None)
    return rows


# -- writing --------------------------------------------------------------------------------------------


def _sheet_name(scope: str, key: str, names: Mapping[str, str], taken: set[str]) -> str:
    if scope == "common":
        name = model().code_lists["SCOPE"].codes["common"].ja
    else:
        name = f"{names.get(key, '')}({key})" if names.get(key) else key
    name = re.sub(r"[\[\]:*?/\\]", "_", name)[:31] or scope
    number = 1
    base = name
    while name in taken:
        number += 1
        name = f"{base[:27]}_{number}"
    taken.add(name)
    return name


def _help_sheet(sheet) -> None:
    sheet.title = tr("How to edit")[:31]
    lines = [
        tr("Maintenance standards"),
        "",
        tr("One sheet for the common standard, one for each city (or route) that departs from it."),
        tr("In a city's sheet an empty cell takes the value of the common sheet; yellow cells are the city's own."),
        tr("“{never}” in a city's cell: there is no such level here, though the common standard has one.", never=NEVER),
        tr("A version that is in force stays as it is: to change a value, copy the row, give it a new version and the"
           " day from which it is valid."),
        tr("Class 1 is the city road of class 1; responses are R0 (at once) to R5 (next year's plan), R9 (watch)."),
        tr("Do not rename the columns. Columns to the right that are not known are left alone."),
    ]  # fmt: skip
    for number, line in enumerate(lines, 1):
        sheet.cell(number, 1, line)
    sheet["A1"].font = Font(bold=True, size=14)
    sheet.column_dimensions["A"].width = 100


def _rows_sheet(sheet, rows: list[dict], common: dict, titles: Mapping, remark: str) -> None:
    fields = _fields()
    sheet.cell(1, 1, sheet.title).font = Font(bold=True, size=14)
    if remark:
        sheet.cell(1, 4, remark).font = Font(bold=True, color="C00000")
    heads = [_label(own) for own in fields.values()]
    shown = [heads[0], tr("Title"), *heads[1:]]
    for column, head in enumerate(shown, 1):
        cell = sheet.cell(2, column, head)
        cell.font, cell.fill = Font(bold=True), _HEAD
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
        cell.border = Border(bottom=_THIN, right=_THIN)
    for number, row in enumerate(rows, 3):
        title = titles.get(row["std_id"], {}).get(language(), "")
        sheet.cell(number, 2, title).font = _GREY
        for column, (name, own) in enumerate(fields.items(), 1):
            cell = sheet.cell(number, column if column == 1 else column + 1)
            _fill(cell, own, row.get(name), common.get(row["std_id"], {}).get(name) if common else None,
                  own_value=bool(common) and name not in (*KEY, "valid_from", "valid_to", "basis"))  # fmt: skip
    last = len(rows) + 2
    _lists(sheet, fields, last + SPARE)
    sheet.freeze_panes = "C3"
    sheet.auto_filter.ref = f"A2:{get_column_letter(len(shown))}{max(last, 3)}"
    sheet.row_dimensions[2].height = 34
    for column, name in enumerate([next(iter(fields)), "title", *list(fields)[1:]], 1):
        sheet.column_dimensions[get_column_letter(column)].width = (
            24 if name == "title" else _WIDTHS.get(name, 10)
        )
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 8  # A3
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "2:2"


def _fill(cell, own: Field, value, inherited, *, own_value: bool) -> None:
    cell.border = Border(bottom=_THIN, right=_THIN)
    if _empty(value):
        if not _empty(inherited):
            cell.comment = Comment(tr("Common: {value}", value=show_cell(own, inherited)), "")
        return
    cell.value = show_cell(own, value)
    if cell.data_type == "f":  # a text that begins with "=" is a text
        cell.data_type = "s"
    if own_value:
        cell.fill = _OWN
    if own.type in ("text", "date"):
        cell.number_format = "@"
    if own.name in ("basis", "reason"):
        cell.alignment = Alignment(wrap_text=True, vertical="top")


def _lists(sheet, fields: Mapping[str, Field], last: int) -> None:
    for column, own in enumerate(fields.values(), 1):
        if not own.codes:
            continue
        letter = get_column_letter(column if column == 1 else column + 1)
        codes = model().code_lists[own.codes].codes.values()
        choices = ",".join(c.code for c in codes) + (f",{NEVER}" if own.name in RESPONSES else "")
        if (
            len(choices) > 250
        ):  # Excel's limit of a list in a rule: then the labels stand in the note of the head
            continue
        rule = DataValidation(type="list", formula1=f'"{choices}"', allow_blank=True, showErrorMessage=False)
        rule.promptTitle, rule.prompt = (
            own.label(language())[:32],
            "\n".join(f"{c.code} {c.label(language())}" for c in codes)[:250],
        )
        sheet.add_data_validation(rule)
        rule.add(f"{letter}3:{letter}{last}")


# -- reading --------------------------------------------------------------------------------------------


def _header(sheet) -> tuple[int, dict[int, str]] | None:
    """(row of the header, column -> field), found by the label of the standard's id in the first ten rows."""
    labels = {}
    for own in _fields().values():
        for label in (own.ja, own.en, own.name):
            labels[_plain(label)] = own.name
    for number, row in enumerate(sheet.iter_rows(min_row=1, max_row=10), 1):
        found = {cell.column: labels[_plain(cell.value)] for cell in row if _plain(cell.value) in labels}
        if "std_id" in found.values() and len(found) >= 4:
            return number, found
    return None


def _read_sheet(sheet, header: int, columns: dict[int, str], mistakes: list[str]) -> list[dict]:
    rows = []
    own = _fields()
    place = _place_of(sheet.title)
    for cells in sheet.iter_rows(min_row=header + 1):
        given = {columns[c.column]: c for c in cells if c.column in columns and not _blank(c.value)}
        if not given:
            continue
        row = {name: None for name in own}
        unit = text_of(given["unit"].value) if "unit" in given else None
        op = model().code_lists["OP"].find(text_of(given["op"].value)) if "op" in given else None
        for name, cell in given.items():
            try:
                row[name] = read_cell(own[name], cell.value, unit, op.code if op else None)
            except ValueError as error:
                mistakes.append(_at(sheet, cell, str(error)))
        row["scope"], row["scope_key"] = row["scope"] or place[0], row["scope_key"] or place[1]
        if row["scope"] == "common":
            row["scope_key"] = None
        says = [n for n in own if n not in KEY and row[n] is not None]
        if row["scope"] != "common" and not says and row["ver"] is None:
            continue  # a standard in which this city follows the common one
        for name in ("std_id", "ver", "scope", "valid_from"):
            if row[name] is None and name not in given:
                cell = next((c for c in cells if columns.get(c.column) == name), cells[0])
                mistakes.append(_at(sheet, cell, tr("{label} is missing.", label=_label(own[name]))))
        row["_at"] = f"{sheet.title} {cells[0].row}"
        rows.append(row)
    return rows


def _not_computed(sheet, written, header: int, columns: dict[int, str]) -> list[str]:
    """Formulas that no program has computed: their value is not in the file, and empty would mean something else."""
    return [
        _at(
            sheet,
            cell,
            tr("“{text}” is a formula or its error; write the value itself.", text=str(cell.value)),
        )
        for cells in written.iter_rows(min_row=header + 1)
        for cell in cells
        if cell.data_type == "f" and cell.column in columns and _blank(sheet[cell.coordinate].value)
    ]


def _twice(rows: list[dict]) -> list[str]:
    seen: dict[tuple, str] = {}
    found = []
    for row in rows:
        key = row_key(row)
        if key in seen:
            found.append(
                tr(
                    "{here}: the same standard, version and scope as in {there}.",
                    here=row["_at"],
                    there=seen[key],
                )
            )
        seen.setdefault(key, row["_at"])
    return found


def _place_of(title: str) -> tuple[str, str | None]:
    """(scope, key) that a sheet's name says: a city's code in it, else the common standard."""
    found = re.search(r"(?<!\d)(\d{6})(-[^)]*)?", title)
    if found is None:
        return "common", None
    return ("route", found.group(0)) if found.group(2) else ("city", found.group(1))


def _fields() -> dict[str, Field]:
    """T11's fields in the order in which officials read them; ones that the order does not know come last."""
    own = {f.name: f for f in model().tables["standard"].fields}
    return {
        name: own[name] for name in (*[n for n in ORDER if n in own], *[n for n in own if n not in ORDER])
    }


def _label(own: Field) -> str:
    return own.label(language())


def _at(sheet, cell, words: str) -> str:
    return tr("Sheet “{sheet}”, cell {cell}: {words}", sheet=sheet.title, cell=cell.coordinate, words=words)


def _plain(value) -> str:
    return re.sub(r"\s", "", str(value)).lower() if value is not None else ""


def _blank(value) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _empty(value) -> bool:
    return value is None or value == "" or (isinstance(value, float) and math.isnan(value))


def _position(row: Mapping) -> tuple:
    return (row["std_id"], row.get("valid_from") or "", row.get("ver") or "")
