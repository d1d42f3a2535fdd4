"""The coverage matrix as a page with a heat map, as a workbook and as a CSV for other programs."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import jinja2
import openpyxl
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from .. import i18n
from ..analysis.coverage import CLASSES, MARKS, Cell, Matrix
from ..i18n import tr
from ..schema import model
from .import_report import TEMPLATES, _today

# Steps of the colour-blind-safe palette of styles/; the mark itself stands in every cell, for prints in grey.
COLOURS = {"◎": "5CB3FF", "○": "BFE4FF", "△": "FFFF80", "×": "FFCABF", "?": "E4E4E4"}
HEAT = ((90, "5CB3FF"), (75, "8FCBFF"), (60, "BFE4FF"), (40, "FFFF80"), (20, "FFCA80"), (0, "FFCABF"))
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def write_html(matrix: Matrix, path: str | Path, language: str = "ja", store: str = "") -> str:
    """Write the page; ``language`` "ja" or "en", ``store``: which store the fill rates are of."""
    with i18n.speaking(language):
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True
        )
        page = environment.get_template("coverage_report.html").render(
            lang=language, t=_labels(), made=_today(language), store=store, **_content(matrix, language)
        )
    return _write(path, page.encode("utf-8"))


def write_csv(matrix: Matrix, path: str | Path, language: str = "ja") -> str:
    """One line an item, four columns a city (mark, ledger, source columns, fill rate); UTF-8 with BOM."""
    with i18n.speaking(language):
        head, lines = _flat(matrix, language)
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(map(safe, head))
        writer.writerows([safe(cell) for cell in line] for line in lines)
    return str(path)


def write_xlsx(matrix: Matrix, path: str | Path, language: str = "ja") -> str:
    """Three sheets: cities, items, columns without a place. Values only, no formulas."""
    with i18n.speaking(language):
        content, labels = _content(matrix, language), _labels()
        book = openpyxl.Workbook()
        _summary_sheet(book.active, content, labels)
        head, lines = _flat(matrix, language)
        _sheet(book.create_sheet(labels["matrix"]), head, lines, freeze="E2")
        head = [labels[k] for k in ("city", "ledger", "table", "column", "reason")]
        lines = [[s["city"], s["ledger"], s["table"], s["column"], s["reason"]] for s in content["strays"]]
        _sheet(book.create_sheet(labels["strays"]), head, lines, freeze="A2")
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return str(path)


def safe(cell):
    """A cell that no spreadsheet takes for a formula; numbers stay numbers."""
    if not isinstance(cell, str):
        return "" if cell is None else cell
    text = _CONTROL.sub("", cell)
    return "'" + text if text.lstrip()[:1] in _FORMULA and text.strip() else text


def class_label(cls: str) -> str:
    return {
        "essential": tr("essential"),
        "advised": tr("advised"),
        "optional": tr("optional"),
        "new": tr("new item"),
        "open": tr("not answered"),
    }[cls]


def origin_text(cell: Cell) -> str:
    """The source columns of a cell, with the words for what has no column."""
    words = {
        "place": tr("shape of the file"),
        "constant": tr("fixed value"),
        "derived": tr("from other items"),
    }
    parts = [columns or words.get(how, "") for _, columns, how in cell.sources]
    return " / ".join(dict.fromkeys(part for part in parts if part))


def ledger_text(cell: Cell) -> str:
    return " / ".join(dict.fromkeys(ledger for ledger, _, _ in cell.sources if ledger))


# -- content --------------------------------------------------------------------------------------------


def _content(matrix: Matrix, language: str) -> dict:
    tables = []
    for name in matrix.tables:
        table = model().tables[name]
        rows = [row for row in matrix.rows if row.item.table == name]
        tables.append(
            {
                "name": name,
                "title": f"{table.number} {table.label(language)}",
                "ledgers": [" / ".join(city["ledgers"].get(name, ())) for city in matrix.cities],
                "percents": [_heat(matrix.percent(city["code"], name)) for city in matrix.cities],
                "rows": [_row(row, matrix, language) for row in rows],
            }
        )
    names = {city["code"]: city[language] for city in matrix.cities}
    strays = [
        {
            "city": names.get(stray["city"], stray["city"]), "ledger": stray["ledger"],
            "table": model().tables[stray["table"]].label(language), "column": stray["column"],
            "reason": stray["reason"] or tr("no reason given"), "bad": not stray["reason"],
        }
        for stray in sorted(matrix.strays, key=lambda s: (bool(s["reason"]), s["city"]))
    ]  # fmt: skip
    classes = [row.cls for row in matrix.rows]
    return {
        "cities": [
            {
                "code": city["code"], "name": city[language], "heat": _heat(matrix.percent(city["code"])),
                "counts": [matrix.count(city["code"], mark) for mark in MARKS],
            }
            for city in matrix.cities
        ],
        "tables": tables,
        "classes": [(class_label(cls), cls, classes.count(cls)) for cls in CLASSES],
        "adopted": sum(row.adopted for row in matrix.rows),
        "marks": list(zip(MARKS, _mark_meanings(matrix), (COLOURS[mark] for mark in MARKS))),
        "colours": COLOURS,
        "total": len(matrix.rows),
        "strays": strays,
        "unreasoned": len(matrix.unreasoned),
        "has_store": matrix.has_store,
        "min_fill": f"{matrix.min_fill:g}",
    }  # fmt: skip


def _row(row, matrix: Matrix, language: str) -> dict:
    return {
        "label": row.item.label(language), "name": row.item.name, "unit": row.item.unit or "",
        "required": row.item.required, "cls": row.cls, "cls_label": class_label(row.cls),
        "provisional": row.provisional, "adopted": row.adopted,
        "cells": [
            {
                "mark": cell.mark, "origin": origin_text(cell), "fill": _percent(cell.fill),
                "colour": COLOURS[cell.mark],
            }
            for cell in (row.cells[city["code"]] for city in matrix.cities)
        ],
    }  # fmt: skip


def _heat(percent: float | None) -> dict:
    if percent is None:
        return {"text": "?", "colour": COLOURS["?"]}
    colour = next(colour for least, colour in HEAT if percent >= least)
    return {"text": f"{percent:.1f} %", "colour": colour, "value": round(percent, 1)}


def _percent(fill: float | None) -> str:
    """A share never rounds to all or nothing unless it is."""
    if fill is None:
        return ""
    if 0 < fill < 1:
        return "<1 %"
    if 99 < fill < 100:
        return ">99 %"
    return f"{fill:.0f} %"


def _flat(matrix: Matrix, language: str) -> tuple[list[str], list[list]]:
    labels = _labels()
    head = [
        labels["number"], labels["table"], labels["item"], labels["name"], labels["required"], labels["class"],
        labels["provisional"], labels["adopted"],
    ]  # fmt: skip
    for city in matrix.cities:
        head += [
            f"{city[language]} {labels[k]}" for k in ("mark", "ledger", "column", "fill")
        ]  # fmt: skip
    lines = []
    for row in matrix.rows:
        table = model().tables[row.item.table]
        line = [
            table.number, table.label(language), row.item.label(language), row.item.name,
            "✓" if row.item.required else "", class_label(row.cls), "✓" if row.provisional else "",
            "✓" if row.adopted else "",
        ]  # fmt: skip
        for city in matrix.cities:
            cell = row.cells[city["code"]]
            fill = None if cell.fill is None else round(cell.fill, 1)
            line += [cell.mark, ledger_text(cell), origin_text(cell), fill]
        lines.append(line)
    return head, lines


# -- the workbook -----------------------------------------------------------------------------------------

_HEAD_FILL = PatternFill("solid", fgColor="E8EDF3")
_THIN = Border(*[Side(style="thin", color="84919E")] * 4)


def _summary_sheet(sheet, content: dict, labels: dict) -> None:
    head = [f"{labels['table']} / {labels['coverage']} %", *(city["name"] for city in content["cities"])]
    lines = [[table["title"], *(p.get("value") for p in table["percents"])] for table in content["tables"]]
    lines.append([labels["all"], *(city["heat"].get("value") for city in content["cities"])])
    lines += [
        [f"{mark} {meaning}", *(city["counts"][n] for city in content["cities"])]
        for n, (mark, meaning, _) in enumerate(content["marks"])
    ]
    lines += [[f"{labels['class']}: {label}", count] for label, _, count in content["classes"]]
    sheet.title = labels["summary"]
    _sheet(sheet, head, lines, freeze="B2")
    percents = [table["percents"] for table in content["tables"]]
    for r, heats in enumerate([*percents, [city["heat"] for city in content["cities"]]], 2):
        for c, heat in enumerate(heats, 2):
            cell = sheet.cell(r, c)
            cell.fill = PatternFill("solid", fgColor=heat["colour"])
            if cell.value is None:
                cell.value = "?"


def _sheet(sheet, head: list, lines: list[list], freeze: str) -> None:
    widths = [_width(label) for label in head]
    sheet.append([safe(label) for label in head])
    for line in lines:
        sheet.append([None if cell is None else safe(cell) for cell in line])
        widths[: len(line)] = [max(w, _width(cell)) for w, cell in zip(widths, line)]
    for row in sheet.iter_rows():
        for cell in row:
            cell.border = _THIN
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            if isinstance(cell.value, str):
                if cell.value in COLOURS:
                    cell.fill = PatternFill("solid", fgColor=COLOURS[cell.value])
                    cell.alignment = Alignment(horizontal="center", vertical="top")
                cell.data_type = "s"  # a text stays a text, whatever it begins with
    for cell in sheet[1]:
        cell.font, cell.fill = Font(bold=True), _HEAD_FILL
    for n, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(n)].width = min(max(width + 2, 6), 44)
    sheet.freeze_panes = freeze
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(head))}{max(1, len(lines) + 1)}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 8  # A3
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"


def _width(cell) -> int:
    """Columns that a text needs: Japanese letters take two."""
    text = "" if cell is None else str(cell)
    return sum(2 if ord(letter) > 0x2E7F or letter in "◎○△×" else 1 for letter in text)


# -- words --------------------------------------------------------------------------------------------------


def _write(path: str | Path, data: bytes) -> str:
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return str(path)


def _mark_meanings(matrix: Matrix) -> list[str]:
    return [
        tr("same name and meaning"),
        tr("can be converted"),
        tr("in part: free text, or filled in less than {share} % of the rows", share=f"{matrix.min_fill:g}"),
        tr("none: no column, or a column that is always empty"),
        tr("not answered: no such ledger was imported"),
    ]


def _labels() -> dict[str, str]:
    return {
        "title": tr("Coverage of the data items"),
        "made": tr("Made on"),
        "store": tr("Store"),
        "no_store": tr("Without a store: from the profiles only, fill rates are not known."),
        "explain": tr(
            "Which item of the unified model each city's ledgers hold. Coverage = (◎ + ○) / (all items − ?)."
            " An item is essential where all cities have it as ◎ or ○, advised where three quarters have it,"
            " optional where fewer have it or all only in part, new where nobody has it. Items that concern few"
            " rows by nature (a branch number, the height of a lamp) are △ although nothing is missing."
        ),
        "summary": tr("Summary"),
        "city": tr("City"),
        "all": tr("All items"),
        "coverage": tr("Coverage"),
        "legend": tr("What the marks mean"),
        "classes": tr("Classes of items"),
        "adopted_n": tr("Items to adopt in the trial (essential, advised, or required by the model)"),
        "matrix": tr("Items"),
        "number": tr("No."),
        "table": tr("Table"),
        "item": tr("Item"),
        "name": tr("Field name"),
        "required": tr("Required"),
        "class": tr("Class"),
        "provisional": tr("Provisional"),
        "provisional_note": tr("* provisional: an answer that is still out could raise the class"),
        "adopted": tr("Adopt"),
        "ledger": tr("Ledger"),
        "mark": tr("Mark"),
        "column": tr("Source column"),
        "fill": tr("Fill rate %"),
        "strays": tr("Columns without a place"),
        "strays_none": tr("Every column of the cities' files has a place in the model."),
        "strays_bad": tr("Columns that have neither a place nor a reason"),
        "strays_good": tr("Every column without a place has its reason."),
        "reason": tr("Reason"),
        "key_note": tr("✓ required by the model"),
    }
