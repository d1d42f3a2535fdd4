"""The report that councils negotiate over: what changes for each city where they agree on one standard.

Pages of 16:9 for a projector, the same pages on A4 or A3; large type, no outside resources, nothing personal.
Source: unified model, section 4.2.
"""

from __future__ import annotations

from pathlib import Path

import jinja2
import openpyxl
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from .. import i18n
from ..analysis.standards import ALL
from ..analysis.standards.agreement import Agreement
from ..analysis.standards.words import code_label
from ..i18n import tr
from . import standards_words as say
from .coverage_report import safe
from .import_report import TEMPLATES, _today
from .standards_content import Setting, content, invented
from .standards_plot import write_plot

__all__ = ["Setting", "write_html", "write_plot", "write_xlsx"]


def write_html(found: Agreement, setting: Setting, path: str | Path, language: str = "ja") -> str:
    """Write the page to ``path``; returns it."""
    with i18n.speaking(language):
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True
        )
        parts = content(found, setting)
        page = environment.get_template("standards_report.html").render(
            lang=language, t=_labels(parts), made=_today(language), damages=setting.damages or "–", **parts
        )
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, encoding="utf-8")
    return str(path)


def write_xlsx(found: Agreement, setting: Setting, path: str | Path, language: str = "ja") -> str:
    """The same numbers as a workbook: effects, cells, moved damages counted, curves, notes. Values only."""
    with i18n.speaking(language):
        book = openpyxl.Workbook()
        book.remove(book.active)
        parts, names = (
            content(found, setting),
            {**setting.names, "": tr("city unknown"), ALL: tr("all cities")},
        )
        remark = [tr("Yen: example prices, invented.")] if parts["example_prices"] else []
        remark += [invented()] if parts["invented"] else []
        if found.effects is not None:
            _effects_sheets(book, found, parts, names, remark)
        rows = [
            [row["std_id"], say.title_of(setting.titles, row["std_id"], None), say.cell_label(row["cell"]),
             names.get(row["city_code"], row["city_code"]), say.cell_value(row["cell"], row["before"]),
             say.cell_value(row["cell"], row["after"]),
             {1: "▲ " + tr("stricter"), -1: "▼ " + tr("looser")}.get(row["direction"], ""), row["distance"]]
            for row in found.cells.to_dict("records")
        ]  # fmt: skip
        head = [tr("Standard"), tr("Title"), tr("Cell"), tr("City"), tr("Now"), tr("Agreed")]
        head += [tr("City now, against agreed"), tr("Distance")]
        _sheet(book, tr("Differing cells"), head, rows, [invented()] if parts["invented"] else [])
        for curve in found.curves:
            table = curve.table
            lines = [
                [r["value"], names.get(r["city_code"], r["city_code"]), r["repairs"], r["repairs_y"], r["yen_y"],
                 r["quantity_y"], r["unit"], *(int(r[k]) for k in ("L0", "L1", "NJ", "L2", "L3"))]
                for r in table.to_dict("records")
            ]  # fmt: skip
            head = [tr("Value"), tr("City"), tr("Repairs in the records"), tr("Repairs a year"), tr("Yen a year"),
                    tr("Quantity a year"), tr("Unit"), "L0", "L1", "NJ", "L2", "L3"]  # fmt: skip
            _sheet(book, f"{curve.std_id}.{curve.cell}", head, lines, remark)
        lines = [[note] for note in [*remark, *parts["notes"], parts["before_full"], parts["after_full"]]]
        _sheet(book, tr("Assumptions"), [tr("Assumptions")], lines, [])
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return str(path)


# -- parts of the workbook -------------------------------------------------------------------


def _effects_sheets(book, found: Agreement, parts: dict, names: dict, remark: list[str]) -> None:
    heads = [names.get(code, code) for code in found.effects.cities["city_code"]]
    _sheet(book, tr("What changes"), [tr("City"), tr("Before"), tr("After"), tr("Change"), "%", tr("Yen"), ""],
           [[r["name"], r["before_text"], r["after_text"], r["signed"], r["share"], r["yen"], r["yen_share"]]
            for r in parts["rows"]], remark)  # fmt: skip
    _sheet(
        book,
        tr("How it is reckoned"),
        ["", *heads],
        [[label, *cells] for label, cells in parts["explained"]],
        remark,
    )
    groups = found.effects.groups
    numbers = ("n", "repairs_before", "repairs_after", "newly", "released", "emergencies_before", "emergencies_after",
               "nj_both", "nj_before", "nj_after", "yen_before", "yen_after")  # fmt: skip
    lines = [
        [names.get(r["city_code"], r["city_code"]), r["road"], code_label("FT", r["ft"]), code_label("DT", r["dt"]),
         *(r[k] for k in numbers)]
        for r in groups.to_dict("records")
    ]  # fmt: skip
    head = [tr("City"), tr("Class"), tr("Facility"), tr("Damage"), tr("Damages"), tr("Repairs now"),
            tr("Repairs if agreed"), tr("Newly"), tr("No longer"), tr("Emergencies now"), tr("Emergencies if agreed"),
            tr("NJ both"), tr("NJ only now"), tr("NJ only agreed"), tr("Yen in the records, now"),
            tr("Yen in the records, agreed")]  # fmt: skip
    _sheet(book, tr("By city, class, kind"), head, lines, remark)


def _sheet(book, title: str, head: list, lines: list[list], remark: list[str]) -> None:
    taken = {sheet.title.lower() for sheet in book.worksheets}
    name = "".join("_" if c in r"[]:*?/\\" else c for c in title)[:28]
    sheet = book.create_sheet(name if name.lower() not in taken else f"{name}_{len(taken)}")
    start = 1
    for text in remark:
        sheet.cell(start, 1, safe(text)).font = Font(bold=True, color="C00000")
        start += 1
    widths = [8] * len(head)
    for n, line in enumerate([head, *lines], start):
        for k, value in enumerate(line):
            value = None if value is None or value != value else value
            cell = sheet.cell(n, k + 1, safe(value) if isinstance(value, str) else value)
            if isinstance(value, str):
                cell.data_type = "s"
                widths[k] = max(widths[k], sum(2 if ord(c) > 0x2E7F else 1 for c in value))
            elif isinstance(value, float):
                cell.number_format = "#,##0" if abs(value) >= 1000 else "0.0#"
            cell.alignment = Alignment(vertical="top", wrap_text=len(head) == 1)
    for cell in sheet[start]:
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="E8EDF3")
    for k, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(k)].width = min(width + 2, 100 if len(head) == 1 else 42)
    sheet.freeze_panes = sheet.cell(start + 1, 2)
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 8  # A3
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _labels(parts: dict) -> dict[str, str]:
    per = parts.get("dated", True)
    return {
        "title": tr("What changes if we agree on one standard?"),
        "now": tr("Now"),
        "agreed": tr("Agreed"),
        "example_prices": tr("All yen: EXAMPLE prices, invented. Do not use them for a budget before your own prices"
                             " stand in the table."),
        "example_prices_short": tr("All yen: EXAMPLE prices, invented."),
        "example": tr("(example)"),
        "invented": invented(),
        "urgent": tr("Emergencies (L3, safe the same day) a year") if per else tr("Emergencies (L3) in all records"),
        "urgent_short": tr("Emergencies"),
        "nj": tr("Cannot be judged (not measured), a year") if per else tr("Cannot be judged (not measured)"),
        "nj_more": tr(" damages. They stand in no bar and are not counted as savings."),
        "marks_note": tr("▲▼: in how many values the city is stricter or looser now than agreed."),
        "kinds": tr("Where does the work change?"),
        "kinds_lede": tr("Repairs a year, by facility and damage. Right, orange: newly to be repaired. Left, blue: no"
                         " longer.")
        if per else tr("Repairs in all records, by facility and damage. Right, orange: newly to be repaired. Left,"
                       " blue: no longer."),
        "kind": tr("Facility and damage"),
        "newly": tr("newly"),
        "released": tr("no longer"),
        "balance": tr("less ← → more"),
        "net": tr("change"),
        "classes": tr("By class of road"),
        "nothing_moves": tr("No damage is judged otherwise."),
        "matrix": tr("Where do the standards differ?"),
        "stricter": tr("stricter now than agreed (agreeing relaxes it)"),
        "looser": tr("looser now than agreed (agreeing tightens it)"),
        "other": tr("not comparable"),
        "standard": tr("Standard"),
        "cell": tr("Value"),
        "responses": tr("Responses"),
        "no_difference": tr("The two standards do not differ in any value."),
        "curve": tr("What if everybody used another value?"),
        "curve_lede": tr("Rings: each city's value now. Yellow: the agreed value. Pale bands: to be measured"
                         " before it is known; no savings."),
        "class1": tr("Roads of class 1 keep a value of their own where there is one."),
        "curve_empty": tr("No damage in the records is concerned by this value."),
        "curve_repairs": tr("Repairs a year, all cities") if per else tr("Repairs in all records, all cities"),
        "curve_yen": tr("Yen a year") if per else tr("Yen in all records"),
        "curve_nj": tr("To be measured first (no savings)"),
        "notes": tr("What these numbers assume, and what nobody knows"),
        "damages": tr("Damages from"),
        "made": tr("Made on"),
        "explained": tr("How each number is reckoned"),
        "explained_lede": tr("Numbers of damages in the records; divided by the years they give those of the first"
                             " page."),
        "prices": tr("Unit prices that were used"),
        "prices_lede": tr("Yen of a repair = call-out + quantity × price; without a recorded size the quantity of the"
                          " column “if not recorded”."),
        "work": tr("Work"),
        "quantity_by": tr("Quantity by"),
        "assumed": tr("if not recorded"),
        "unit": tr("Unit"),
        "price": tr("Price (yen)"),
        "call_out": tr("Call-out (yen)"),
    }  # fmt: skip
