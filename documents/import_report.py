"""The import report: a page that a clerk prints and works through, and a CSV of the rows set aside.

It shows tokens in place of personal data and links to nothing outside itself.
"""

from __future__ import annotations

import csv
import datetime
from pathlib import Path

import jinja2

from .. import i18n
from ..i18n import tr
from ..layers.account import CityAccount, ImportAccount, SourceAccount
from ..schema import model

TEMPLATES = Path(__file__).with_name("templates")
SHOWN_ASIDE = 1000  # rows set aside on the page, for each city; the CSV has all
SHOWN_SKIPS = 200
CLASS_ORDER = ("set_aside", "error", "warning", "repair", "conversion", "skipped")
COUNTS = (
    "read",
    "kept",
    "repaired",
    "set_aside",
    "skipped",
    "new",
    "updated",
    "unchanged",
    "conflicts",
    "vanished",
)


def write_report(account: ImportAccount, path: str | Path, language: str = "ja") -> str:
    """Write the page to ``path`` (.html) and the rows set aside beside it (``<name>_set_aside.csv``).

    ``language``: "ja" or "en". Returns the page's path.
    """
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    with i18n.speaking(language):
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True
        )
        csv_path = path.with_name(f"{path.stem}_set_aside.csv")
        page = environment.get_template("import_report.html").render(
            lang=language,
            t=_labels(),
            account=account,
            cities=[_city(city) for city in account.cities],
            counts=[(name, _count_labels()[name]) for name in COUNTS],
            made=_today(language),
            csv_name=csv_path.name,
            shown_aside=SHOWN_ASIDE,
        )
        path.write_text(page, encoding="utf-8")
        _write_csv(account, csv_path)
    return str(path)


def neutralised(cell) -> str:
    """A cell that a spreadsheet will not take for a formula."""
    text = "" if cell is None else str(cell)
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def _city(city: CityAccount) -> dict:
    rules = {}
    for source in city.sources:
        for code, count in source.rules.items():
            entry = rules.setdefault(code, {"count": 0, "examples": []})
            entry["count"] += count
            entry["examples"].extend(source.examples.get(code, ()))
    listed = []
    for code, entry in rules.items():
        rule = model().rules.get(code)
        cls = rule.cls if rule else ("warning" if code.startswith("W-") else "error")
        listed.append(
            {
                "code": code,
                "cls": cls,
                "cls_label": _class_labels()[cls],
                "meaning": rule.label(i18n.language()) if rule else code,
                "remedy": rule.remedy(i18n.language()) if rule else "",
                "count": entry["count"],
                "examples": entry["examples"][:3],
            }
        )
    listed.sort(key=lambda r: (CLASS_ORDER.index(r["cls"]), -r["count"]))
    aside = [
        (source, entry)
        for source in city.sources
        for entry in sorted(source.aside, key=lambda e: (e.file, e.sheet or "", e.row))
    ]
    reviews: dict[str, int] = {}
    for source in city.sources:
        for kind, count in source.reviews.items():
            reviews[kind] = reviews.get(kind, 0) + count
    review_list = model().code_lists.get("RVKIND")
    return {
        "account": city,
        "totals": {name: city.total(name) for name in COUNTS},
        "sources": [_source(source) for source in city.sources],
        "rules": listed,
        "aside": [_aside(source, entry) for source, entry in aside[:SHOWN_ASIDE]],
        "aside_more": max(0, len(aside) - SHOWN_ASIDE),
        "reviews": [
            (review_list.codes[k].label(i18n.language()) if review_list and k in review_list.codes else k, n)
            for k, n in sorted(reviews.items())
        ],
        "skips": [
            (file, sheet, row, _meaning(code), text)
            for source in city.sources
            for file, sheet, row, code, text in source.skips
            if code != "S-BLANK"
        ][:SHOWN_SKIPS],
    }


def _source(source: SourceAccount) -> dict:
    table = model().tables[source.table]
    return {
        "account": source,
        "table": table.label(i18n.language()),
        "totals": {name: getattr(source, name) for name in COUNTS},
        "files": [
            {
                "facts": facts,
                "notes": _grouped(facts.notes),
            }
            for facts in source.files
        ],
    }


def _grouped(notes: list[tuple[str, str]]) -> list[tuple[str, str, str]]:
    """(code, meaning, details) with the details of one code together, the first few of them."""
    texts: dict[str, list[str]] = {}
    for code, text in notes:
        texts.setdefault(code, []).append(text)
    return [
        (
            code,
            _meaning(code),
            " / ".join(t for t in found[:3] if t) + (f" … ({len(found)})" if len(found) > 3 else ""),
        )
        for code, found in texts.items()
    ]


def _aside(source: SourceAccount, entry) -> dict:
    rule = model().rules.get(entry.code)
    return {
        "source": source.title,
        "entry": entry,
        "field": _field_label(entry.table, entry.field),
        "reason": _meaning(entry.code),
        "remedy": rule.remedy(i18n.language()) if rule else "",
    }


def _field_label(table: str, name: str | None) -> str:
    if not name:
        return ""
    try:
        return model().tables[table].field(name).label(i18n.language())
    except KeyError:
        return tr("place") if name == "geom" else name


def _meaning(code: str) -> str:
    rule = model().rules.get(code)
    return rule.label(i18n.language()) if rule else code


def _write_csv(account: ImportAccount, path: Path) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(
            [
                tr("City"), tr("Ledger"), tr("File"), tr("Sheet"), tr("Row"), tr("Field"), tr("Value"), tr("Code"),
                tr("Reason"), tr("Detail"), tr("What to do"), tr("Cells"),
            ]
        )  # fmt: skip
        for city in account.cities:
            for source in city.sources:
                for entry in source.aside:
                    row = _aside(source, entry)
                    writer.writerow(
                        [
                            neutralised(cell)
                            for cell in (
                                city.city_name, source.title, entry.file, entry.sheet, entry.row, row["field"],
                                entry.value, entry.code, row["reason"], entry.detail, row["remedy"], entry.raw_json,
                            )
                        ]
                    )  # fmt: skip


def _today(language: str) -> str:
    now = datetime.datetime.now()
    if language != "ja":
        return now.strftime("%Y-%m-%d %H:%M")
    year = now.year - 2018
    return f"令和{'元' if year == 1 else year}年{now.month}月{now.day}日 {now:%H:%M}"


def _class_labels() -> dict[str, str]:
    return {
        "set_aside": tr("set aside"),
        "error": tr("could not be read (empty)"),
        "warning": tr("to be checked"),
        "repair": tr("repaired"),
        "conversion": tr("notation"),
        "skipped": tr("skipped"),
    }


def _count_labels() -> dict[str, str]:
    return {
        "read": tr("Read"),
        "kept": tr("Kept"),
        "repaired": tr("of these repaired or doubtful"),
        "set_aside": tr("Set aside"),
        "skipped": tr("Skipped"),
        "new": tr("New"),
        "updated": tr("Changed"),
        "unchanged": tr("Unchanged"),
        "conflicts": tr("Conflicts"),
        "vanished": tr("Vanished"),
    }


def _labels() -> dict[str, str]:
    return {
        "title": tr("Import report"),
        "dry": tr("Trial run: nothing was written"),
        "store": tr("Store"),
        "made": tr("Made on"),
        "explain": tr(
            "Read = kept + set aside. Kept rows stand in the store, with empty fields where a cell could not be read;"
            " set-aside rows could not become a row and wait for correction at the source. Blank rows, repeated"
            " headers and totals are skipped and counted apart. Personal data is shown as tokens only."
        ),
        "summary": tr("Summary"),
        "city": tr("City"),
        "total": tr("Total"),
        "ledger": tr("Ledger"),
        "table": tr("Table"),
        "files": tr("How the files were read"),
        "file": tr("File"),
        "sheet": tr("Sheet"),
        "row": tr("Row"),
        "rows": tr("Rows"),
        "encoding": tr("Encoding"),
        "header": tr("Header row"),
        "crs": tr("Coordinates"),
        "unmatched": tr("Columns without a place (kept in the raw data)"),
        "absent": tr("Columns of the profile that the file lacks"),
        "notes": tr("Remarks"),
        "rules": tr("What was read differently, repaired or doubtful"),
        "code": tr("Code"),
        "class": tr("Kind"),
        "meaning": tr("Meaning"),
        "count": tr("Times"),
        "examples": tr("Examples (file row: as written → as stored)"),
        "aside": tr("Rows set aside"),
        "aside_none": tr("No row was set aside."),
        "aside_more": tr("more rows are in the CSV"),
        "field": tr("Field"),
        "value": tr("Value"),
        "reason": tr("Reason"),
        "remedy": tr("What to do"),
        "csv": tr("The same as a table for spreadsheets"),
        "reviews": tr("Waiting for a decision"),
        "skips": tr("Skipped rows (totals, repeated headers)"),
        "problem": tr("Not imported"),
        "unused": tr("Files that no ledger of the profile claims"),
        "missing": tr("Ledgers without a file"),
        "unchanged_city": tr("Nothing differed from the last import; nothing was written."),
        "empty": tr("(empty)"),
    }
