"""The quality report: what is wrong in each city's data, by kind, with file and row and the remedy.

A page to print and work through, and a CSV of all findings beside it. Rows are named by their numbers; nothing
personal is in it, and it links to nothing outside itself.
"""

from __future__ import annotations

import csv
from pathlib import Path

import jinja2

from .. import i18n
from ..analysis.quality.catalogue import SEVERITIES, groups, kinds
from ..i18n import tr
from ..schema import model
from .import_report import TEMPLATES, _today, neutralised

SHOWN = 100  # findings of one kind and city on the page; the CSV has all


def write_report(found, frames: dict, options, store: str, path: str | Path, language: str = "ja") -> str:
    """Write the page to ``path`` and all findings to ``<name>_findings.csv`` beside it; returns the page's path.

    ``found``: DataFrame of ``analysis.quality.findings.in_words`` in the same language. ``frames``: the tables
    that were checked, for their sizes. ``options``: the tolerances.
    """
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    with i18n.speaking(language):
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True
        )
        csv_path = path.with_name(f"{path.stem}_findings.csv")
        cities = _cities(found, frames)
        page = environment.get_template("check_report.html").render(
            lang=language,
            t=_labels(),
            store=store,
            made=_today(language),
            as_of=options.as_of.isoformat(),
            tolerances=_tolerances(options),
            cities=cities,
            groups=[(name, entry[language]) for name, entry in groups().items()],
            matrix=_matrix(found, cities),
            severities=_severities(),
            total=len(found),
            by_severity=[(label, int((found["severity"] == s).sum())) for s, label in _severities().items()],
            checked=_checked(frames, language),
            csv_name=csv_path.name,
            shown=SHOWN,
        )
        path.write_text(page, encoding="utf-8")
        _write_csv(found, csv_path, language)
    return str(path)


def _cities(found, frames: dict) -> list[dict]:
    """Cities in the order of their codes, each with its kinds; codes that no city has come last."""
    table = frames.get("city")
    known = dict(zip(table["city_code"], table["name_ja"])) if table is not None else {}
    codes = sorted(known) + sorted(set(found["city"].dropna()) - set(known))
    cities = []
    for code in codes:
        own = found[_of_city(found, code)]
        cities.append(
            {
                "code": code,
                "name": known.get(code) or code,
                "count": len(own),
                "kinds": [_kind(kind, own[own["kind"] == kind]) for kind in kinds() if (own["kind"] == kind).any()],
            }
        )  # fmt: skip
    return cities


def _of_city(found, code: str):
    """What a city has to deal with: its own rows, and what it shares with a neighbour."""
    return (found["city"] == code) | ((found["group"] == "border") & (found["other_city"] == code))


def _kind(kind: str, rows) -> dict:
    entry = kinds()[kind]
    rows = rows.sort_values(["src_file", "src_row"], kind="stable", na_position="last")
    shown = rows.head(SHOWN)
    return {
        "kind": kind,
        "severity": entry.severity,
        "title": entry.label(i18n.language()),
        "remedy": entry.remedy(i18n.language()),
        "count": len(rows),
        "more": max(0, len(rows) - SHOWN),
        "rows": [
            {
                "file": row.src_file or "",
                "row": "" if row.src_row is None or row.src_row != row.src_row else int(row.src_row),
                "text": row.text,
                "place": _place(row),
            }
            for row in shown.itertuples()
        ],
    }


def _place(row) -> str:
    if row.x != row.x:
        return ""
    text = f"{row.x:.1f}, {row.y:.1f}"
    return text if row.located in ("finding", "row", "linked") else f"({text})"


def _matrix(found, cities) -> list[dict]:
    """All kinds with a count for each city; what two cities share counts for both, and once in the total."""
    rows = []
    counts = {
        (kind, city["code"]): n
        for city in cities
        for kind, n in found.loc[_of_city(found, city["code"]), "kind"].value_counts().items()
    }
    totals = found["kind"].value_counts().to_dict()
    for kind, entry in kinds().items():
        numbers = [counts.get((kind, city["code"]), 0) for city in cities]
        rows.append(
            {
                "kind": kind,
                "group": entry.group,
                "severity": entry.severity,
                "title": entry.label(i18n.language()),
                "counts": numbers,
                "total": totals.get(kind, 0),
            }
        )
    return rows


def _checked(frames: dict, language: str) -> str:
    tables = model().tables
    wanted = ("route", "section", "facility", "request", "damage", "work", "patrol")
    parts = [f"{tables[n].label(language)} {len(frames[n]):,}" for n in wanted if n in frames]
    return ("、" if language == "ja" else ", ").join(parts)


def _tolerances(options) -> list[tuple[str, str]]:
    return [
        (tr("Duplicates: distance (m)"), f"{options.dup_distance:g}"),
        (tr("Duplicates: days"), f"{options.dup_days}"),
        (tr("Same facility, same city (m)"), f"{options.facility_distance:g}"),
        (tr("Same facility, two cities (m)"), f"{options.facility_border:g}"),
        (tr("Same road, two cities (m)"), f"{options.overlap_distance:g}"),
        (tr("Same road, same city (m)"), f"{options.overlap_own:g}"),
        (tr("Same road: least overlap (%)"), f"{options.overlap_share * 100:g}"),
        (tr("Joined ends (m)"), f"{options.gap:g}"),
        (tr("Largest gap (m)"), f"{options.gap_max:g}"),
        (tr("Largest gap at a border (m)"), f"{options.border_gap:g}"),
        (tr("Very short section (m)"), f"{options.stub:g}"),
        (tr("Outside the city by (m)"), f"{options.border:g}"),
    ]


def _severities() -> dict[str, str]:
    labels = (tr("wrong"), tr("almost certain"), tr("to be judged"))
    return dict(zip(SEVERITIES, labels))


def _write_csv(found, path: Path, language: str) -> None:
    tables = model().tables
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(
            [
                tr("City"), tr("Severity"), tr("Finding"), tr("Table"), tr("Number"), tr("File"), tr("Row"),
                tr("In words"), tr("What to do"), tr("Other city"), tr("Other number"), "X", "Y", tr("Place of"),
                "uuid", tr("Other uuid"),
            ]
        )  # fmt: skip
        severities = _severities()
        for row in found.itertuples():
            place = ["", ""] if row.x != row.x else [f"{row.x:.2f}", f"{row.y:.2f}"]
            cells = [
                row.city_name, severities[row.severity], row.title, tables[row.table].label(language), row.name,
                row.src_file, "" if row.src_row is None or row.src_row != row.src_row else int(row.src_row),
                row.text, row.remedy, row.other_city_name, row.other_name,
            ]  # fmt: skip
            # Coordinates may be negative: they are our own numbers, not a cell of anyone's file.
            writer.writerow(
                [neutralised(c) for c in cells] + place + [row.located, row.uuid, row.other_uuid or ""]
            )


def _labels() -> dict[str, str]:
    return {
        "title": tr("Quality report"),
        "store": tr("Store"),
        "made": tr("Made on"),
        "as_of": tr("Checked as of"),
        "checked": tr("Rows checked"),
        "explain": tr(
            "Each finding names the file and row of the source: mend it there and import again, so that it does not"
            " come back. Coordinates in brackets are those of the road or city, where the row has no place of its own."
        ),
        "summary": tr("Summary"),
        "finding": tr("Finding"),
        "severity": tr("Severity"),
        "total": tr("Total"),
        "none": tr("Nothing was found."),
        "csv": tr("The same as a table for spreadsheets"),
        "file": tr("File"),
        "row": tr("Row"),
        "words": tr("In words"),
        "place": tr("Coordinates (m)"),
        "remedy": tr("What to do"),
        "more": tr("more are in the CSV"),
        "tolerances": tr("Tolerances"),
        "all": tr("All findings"),
    }
