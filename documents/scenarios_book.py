"""Zone plans side by side as a workbook: plans, zones, cities, what changes hands, sections, and all that is said."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import openpyxl
import pandas as pd

from .. import i18n
from ..analysis.scenarios import Comparison
from ..i18n import tr
from .coverage_report import _sheet
from .scenarios_report import content


def write_xlsx(
    path: str | Path, found: Comparison, names: dict[str, str], language: str = "ja", **beside
) -> str:
    """Write all figures to ``path`` and return it; arguments as of ``scenarios_report.write_report``. Values only."""
    with i18n.speaking(language):
        shown = content(found, names, maps=False, **beside)
        book = openpyxl.Workbook()
        book.active.title = tr("Side by side")
        head = [tr("Figure"), *(plan["name"] for plan in shown["plans"])]
        _sheet(
            book.active, head, [[r["label"], *(c["value"] for c in r["cells"])] for r in shown["rows"]], "B2"
        )
        for title, columns, rows in (
            (tr("Zones"), *_zone_sheet(found, names)),
            (tr("Cities"), *_city_sheet(found, names)),
            (tr("From whom to whom"), *_move_sheet(found, names)),
            (tr("Sections that change hands"), *_section_sheet(found, names)),
        ):
            _sheet(book.create_sheet(title), columns, rows, "A2")
        lines = [[tr("Gains and losses"), f"{b['plan']} / {city['name']}: {text}"] for city in shown["cities"]
                 for b in city["plans"] for _, text in b["said"]]  # fmt: skip
        lines += [[tr("Assumed"), text] for text in shown["assumed"]]
        lines += [[tr("Left out"), text] for text in shown["left_out"]]
        lines += [[tr("Deadlines"), text] for text in shown["deadlines"]]
        lines += [[tr("Notes"), text] for text in (*shown["said_lines"], *shown["notes"])]
        _sheet(book.create_sheet(tr("In words")), [tr("What"), tr("In words")], lines, "A2")
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return str(path)


def _zone_sheet(found: Comparison, names):
    head = [tr("Plan"), tr("Zone"), tr("Zone that it continues"), tr("Contractor"), tr("Sections"), tr("Length (km)"),
            tr("Class 1 roads (km)"), tr("Class 2 roads (km)"), tr("Class 3 roads (km)"), tr("Other roads (km)"),
            tr("Share of the plan's work (%)"), tr("Wanted share (%)"), tr("Off the wanted share (%)"),
            tr("Mean travel (min)"), tr("Longest travel (min)"), tr("Hours a year"), tr("Crews needed"),
            tr("Yen a year (work)"), tr("Yen a year (contracts)"), tr("Yen a year (paid so far)"),
            tr("Cities")]  # fmt: skip
    columns = ["plan", "zone_id", "base_zone", "contractor", "sections", "km", "km_C1", "km_C2", "km_C3", "km_other",
               "share_pct", "target_pct", "balance_dev", "mean_min", "max_min", "hours", "crews", "yen",
               "yen_contracts", "yen_paid"]  # fmt: skip
    cities = [tr(", ").join(names.get(c, c) for c in codes) for codes in found.zones["cities"]]
    codes = [code for code in sorted(found.pairs["city_code"].unique()) if code]
    km = found.pairs.pivot_table(
        index=["plan_id", "zone_id"], columns="city_code", values="km", aggfunc="sum"
    )
    own = km.reindex(pd.MultiIndex.from_frame(found.zones[["plan_id", "zone_id"]])).reindex(columns=codes)
    head += [tr("{city} (km)", city=names.get(code, code)) for code in codes]
    rows = [
        [*map(_plain, row), city, *map(_plain, by_city)]
        for row, city, by_city in zip(
            found.zones[columns].to_numpy(object), cities, own.fillna(0.0).to_numpy(object)
        )
    ]
    return head, rows


def _city_sheet(found: Comparison, names):
    head = [tr("Plan"), tr("City"), tr("Work (% of the first plan's)"), tr("Length (km)"), tr("Mean travel (min)"),
            tr("Longest travel (min)"), tr("Too far (km)"), tr("Zones"), tr("In one zone with another city (km)"),
            tr("Through routes cut"), tr("In no zone (km)"), tr("Sections that change hands"),
            tr("Change hands (km)"), tr("Change hands (% of all work)"), tr("Yen a year (paid so far)")]  # fmt: skip
    columns = ["plan", "city_code", "work_pct", "km", "mean_min", "max_min", "late_km", "zones", "shared_km",
               "cut_routes", "unassigned_km", "changed", "changed_km", "changed_work_pct", "yen_paid"]  # fmt: skip
    return head, [[*map(_plain, row)] for row in _with_names(found.cities, names)[columns].to_numpy(object)]


def _move_sheet(found: Comparison, names):
    head = [tr("Plan"), tr("City"), tr("From zone"), tr("From contractor"), tr("To zone"), tr("To contractor"),
            tr("Sections"), tr("Length (km)"), tr("Work (% of the first plan's)")]  # fmt: skip
    columns = [
        "plan",
        "city_code",
        "zone_from",
        "con_from",
        "zone_to",
        "con_to",
        "sections",
        "km",
        "work_pct",
    ]
    return head, [[*map(_plain, row)] for row in _with_names(found.moves, names)[columns].to_numpy(object)]


def _section_sheet(found: Comparison, names):
    head = [tr("Plan"), tr("Section"), tr("City"), tr("From zone"), tr("To zone"), tr("Length (km)"),
            tr("Work (% of the first plan's)"), tr("Travel before (min)"), tr("Travel after (min)")]  # fmt: skip
    columns = ["plan", "section", "city_code", "zone_from", "zone_to", "km", "work_pct", "min_from", "min_to"]
    return head, [[*map(_plain, row)] for row in _with_names(found.changes, names)[columns].to_numpy(object)]


def _with_names(table: pd.DataFrame, names) -> pd.DataFrame:
    return table.assign(city_code=[names.get(code, code) for code in table["city_code"]])


def _plain(value):
    if isinstance(value, np.generic):
        value = value.item()
    if value is None or value != value:
        return None
    return round(value, 4) if isinstance(value, float) else value
