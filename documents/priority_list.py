"""The ranked list for the weekly meeting: one row a damage, as a page to print and as a workbook.

Damage numbers, routes and places of damages; nothing of petitioners. Source: unified model, section 5.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import jinja2
import numpy as np
import openpyxl
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from .. import i18n
from ..analysis.priority import FACTORS, Ranking, absences
from ..analysis.priority.words import factor_label
from ..analysis.standards import columns
from ..analysis.standards.words import code_label
from ..i18n import tr
from .coverage_report import safe
from .import_report import TEMPLATES, _today

# CUD colours with a shape before them, as on the map.
MARKS = {"A": "★", "B": "▲", "C": "●"}
FILLS = {"A": "FFCABF", "B": "FFE3B0", "C": "E8EDF3"}
WIDTHS = (6, 6, 8, 14, 12, 18, 16, 16, 22, 20, 12, 8, 70)


@dataclass(frozen=True)
class Content:
    """``head``, ``rows``: the list (texts and numbers); ``bands``: the band of each row; ``parts``: the factors with
    the damage's number before them; ``facts``: (label, text) above the list; ``notes``: what does not count."""

    head: list[str]
    rows: list[list]
    bands: list[str]
    parts_head: list[str]
    parts: list[list]
    facts: list[tuple[str, str]]
    notes: list[str]


def content(
    ranking: Ranking,
    reasons: np.ndarray,
    names: dict[str, str],
    notes: Iterable[str] = (),
    preset: str | None = None,
) -> Content:
    """What both forms show, in the language that is spoken. ``names``: city code -> name; ``notes``: what else is to
    be said below the list; ``preset``: the name of the preset."""
    listed = ranking.list()
    at = listed.index.to_numpy()
    ready, judged = ranking.judged.prepared, ranking.judged.frame
    number, uuid, address = (columns.texts(ready.frame, name)[at] for name in ("dmg_id", "uuid", "address"))
    due = listed["due"].to_numpy("datetime64[D]")
    rows, parts = [], []
    for n, (row, entry) in enumerate(zip(at, listed.to_dict("records"))):
        risk = f"[{entry['risk']}]" if entry["level"] == "NJ" else str(entry["risk"])
        said = str(reasons[row])
        own = number[n] or uuid[n]
        rows.append(
            [int(entry["rank"]), f"{MARKS[entry['band']]}{entry['band']}", float(entry["score"]),
             f"{code_label('PR', entry['category'])} {risk}", own, names.get(ready.city[row], ready.city[row] or ""),
             ready.route[row] or "", address[n] or "",
             f"{code_label('FT', ready.ft[row])} {code_label('DT', ready.dt[row])}".strip(),
             code_label("JUDGE", judged["level"].iat[row]), "" if np.isnat(due[n]) else str(due[n]),
             int(entry["days_over"]), said]
        )  # fmt: skip
        factors = [
            None if entry[f"f_{name}"] != entry[f"f_{name}"] else entry[f"f_{name}"] for name in FACTORS
        ]
        parts.append([int(entry["rank"]), own, int(entry["risk_i"]), int(entry["risk_p"]), int(entry["risk"]),
                      *factors, float(entry["wf"]), float(entry["score"])])  # fmt: skip
    head = [tr("Rank"), tr("Band"), tr("Score"), tr("Category and risk"), tr("Damage no."), tr("City"), tr("Route"),
            tr("Place"), tr("Facility and damage"), tr("Level"), tr("Due"), tr("Days over"), tr("Why")]  # fmt: skip
    parts_head = [tr("Rank"), tr("Damage no."), tr("Impact"), tr("Likelihood"), tr("Risk"),
                  *map(factor_label, FACTORS), tr("Sum of the factors (of 100)"), tr("Score")]  # fmt: skip
    return Content(
        head,
        rows,
        [row[1][-1] for row in rows],
        parts_head,
        parts,
        _facts(ranking, preset),
        [*absences(ranking), *notes],
    )


def left_out_label(why: str | None) -> str | None:
    """Why a damage is not ranked, in words."""
    return {
        "transfer": tr("another administrator's road"),
        "closed": tr("closed"),
        "future": tr("later than the day of the list"),
    }.get(why)


def write_html(found: Content, path: str | Path, language: str = "ja") -> str:
    """Write the page to ``path``; returns it."""
    with i18n.speaking(language):
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True
        )
        page = environment.get_template("priority_list.html").render(
            lang=language,
            title=tr("Damages in the order of repair"),
            nothing=tr("There is nothing to rank."),
            made=tr("Made on"),
            today=_today(language),
            head=found.head,
            rows=list(zip(found.rows, found.bands)),
            facts=found.facts,
            notes=found.notes,
        )
    return _saved(path, lambda target: target.write_text(page, encoding="utf-8"))


def write_xlsx(found: Content, path: str | Path, language: str = "ja") -> str:
    """The list, the parts of each score, and what the list rests on, as a workbook. Values only."""
    with i18n.speaking(language):
        book = openpyxl.Workbook()
        book.remove(book.active)
        sheet = _sheet(book, tr("Ranked list"), found.head, found.rows, WIDTHS)
        for n, band in enumerate(found.bands, 2):
            sheet.cell(n, 2).fill = PatternFill("solid", fgColor=FILLS[band])
        _sheet(
            book,
            tr("Parts of the score"),
            found.parts_head,
            found.parts,
            [12] * len(found.parts_head),
        )
        lines = [*map(list, found.facts), *([note, ""] for note in found.notes)]
        _sheet(book, tr("What it rests on"), [tr("Item"), tr("Content")], lines, (40, 80))
    return _saved(path, book.save)


def _facts(ranking: Ranking, preset_name: str | None) -> list[tuple[str, str]]:
    totals, preset = ranking.totals(), ranking.preset
    left = [(left_out_label(why), totals[why]) for why in ("transfer", "closed", "future") if totals[why]]
    weights = ", ".join(f"{factor_label(name)} {weight:g}" for name, weight in preset.weights.items())
    name = (
        tr("common preset (a proposal)") if not preset.changed else preset_name or tr("preset of one's own")
    )
    return [
        (tr("Day of the list"), str(ranking.as_of)[:10]),
        (tr("Ranked damages"), f"{totals['ranked']:,}"),
        (tr("By band"), ", ".join(f"{MARKS[band]}{band} {totals[band]:,}" for band in MARKS)),
        (tr("Always on top"), f"{totals['top']:,}"),
        (tr("To be visited"), f"{totals['visit']:,}"),
        (tr("Not ranked"), ", ".join(f"{label} {n:,}" for label, n in left) or "0"),
        (tr("Weights"), f"{weights} ({name})"),
    ]


def _sheet(book, title: str, head: list, lines: list[list], widths):
    sheet = book.create_sheet("".join("_" if c in r"[]:*?/\\" else c for c in title)[:31])
    for n, line in enumerate([head, *lines], 1):
        for k, value in enumerate(line, 1):
            cell = sheet.cell(n, k, safe(value) if isinstance(value, str) else value)
            if isinstance(value, str):
                cell.data_type = "s"
            elif isinstance(value, float):
                cell.number_format = "0.00"
            cell.alignment = Alignment(vertical="top", wrap_text=True)
    for cell in sheet[1]:
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="E8EDF3")
    for k, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(k)].width = width
    sheet.freeze_panes, sheet.print_title_rows = "A2", "1:1"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 8  # A3
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    return sheet


def _saved(path: str | Path, save) -> str:
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    save(path)
    return str(path)
