"""What a package says of itself: ``metadata.json`` for programs, a text for people."""

from __future__ import annotations

import json

from ...i18n import tr
from ...schema import model
from ...schema.exchange import exchange
from ..identity import COMMON_CITY
from ..importing.version import app_version
from ..store import Store, now_utc
from .read import WGS84, Rows, count_rows


def describe(
    store: Store, tables: list[Rows], cities: set[str] | None, formats: list[str], language: str
) -> dict:
    """Sources, licences, counts and omissions of a package, ready for JSON."""
    rules = exchange("package")
    names = dict(store.con.execute("SELECT city_code, name_ja FROM city"))
    aside = count_rows(store, "set_aside", cities, "vanished_at IS NULL")
    codes = sorted({code for rows in tables for code in rows.own("city_code")} - {COMMON_CITY})
    return {
        "title": tr("Unified road maintenance data"),
        "made_at": now_utc(),
        "made_by": f"gunmane {app_version()}",
        "model_version": model().version,
        "language": language,
        "formats": formats,
        "crs": {"GeoPackage": store.crs, "GeoJSON": WGS84, "CSV": WGS84, "Open311": WGS84},
        "cities": [
            {
                "city_code": code,
                "name": names.get(code, code),
                "attribution": store.setting(f"attribution/{code}") or None,
                "imports": _imports(store, code),
                "rows": {r.table.name: n for r in tables if (n := r.own("city_code").count(code))},
                "set_aside": aside.get(code, 0),
            }
            for code in codes
        ],
        "tables": [
            {
                "table": rows.table.name,
                "number": rows.table.number,
                "label": rows.table.label(language),
                "geometry": rows.table.geometry,
                "rows": len(rows),
                "without_place": sum(blob is None for blob in rows.blobs) if rows.blobs is not None else None,
                "columns_left_out": rows.left_out,
                "vanished_left_out": rows.vanished,
            }
            for rows in tables
        ],
        "left_out": {
            "petitioners": tr("Names, telephone numbers and addresses of petitioners are never given away."),
            "set_aside_rows": sum(aside.values()),
            "vanished_rows": sum(rows.vanished for rows in tables),
            "tables": [model().tables[name].label(language) for name in rules["tables_left_out"]],
            "columns": {name: words[language] for name, words in rules["columns_left_out"].items()},
        },
    }


def text_of(about: dict, language: str) -> str:
    """The same as a page of text; lines end as Windows' editor wants them."""
    lines = [
        about["title"], "",
        f"{tr('Made at (UTC)')}: {about['made_at']}",
        f"{tr('Made by')}: {about['made_by']}",
        f"{tr('Version of the model')}: {about['model_version']}",
        f"{tr('Formats')}: {', '.join(about['formats'])}",
        f"{tr('Coordinates')}: "
        + ", ".join(f"{name} {crs}" for name, crs in about["crs"].items() if name in about["formats"]),
        "", f"■ {tr('Sources and licences')}",
    ]  # fmt: skip
    for city in about["cities"]:
        licence = city["attribution"] or tr("not stated: ask the city before you publish")
        lines += [
            f"{city['name']} ({city['city_code']})",
            f"  {tr('Attribution, licence')}: {licence}",
        ]
        lines += [
            f"  {tr('Imported at (UTC)')}: {run['finished_at']} ({run['profile']})" for run in city["imports"]
        ]
        files = {file["name"]: None for run in city["imports"] for file in run["files"]}
        lines += [f"    {name}" for name in files]
    lines += ["", f"■ {tr('Rows')}"]
    for table in about["tables"]:
        extra = (
            f" ({tr('without a place')}: {table['without_place']:,})" if table["without_place"] else ""
        )  # fmt: skip
        lines.append(f"{table['number']} {table['label']}: {table['rows']:,}{extra}")
    left = about["left_out"]
    lines += [
        "", f"■ {tr('What was left out')}",
        f"・{left['petitioners']}",
        f"・{tr('Rows set aside at the import')}: {left['set_aside_rows']:,}",
        f"・{tr('Rows that have vanished from their source')}: {left['vanished_rows']:,}",
        f"・{tr('Tables that only the store needs')}: {', '.join(left['tables'])}",
        f"・{tr('Columns')}: " + ", ".join(f"{name} ({why})" for name, why in left["columns"].items()),
        f"・{tr('The source cells as they were written (raw data) and the flags of the import')}",
        "", f"■ {tr('How to read it')}",
    ]  # fmt: skip
    explain = {
        "GeoPackage": tr("For GIS. Coded columns have a second column with the words."),
        "GeoJSON": tr("RFC 7946, longitude and latitude; one file a table. Tables without any place are not among"
                      " them."),
        "CSV": tr("UTF-8 with BOM. Latitude and longitude stand in the last columns. A cell that a spreadsheet"
                  " would take for a formula begins with an apostrophe."),
        "Open311": tr("The requests in the form of GeoReport v2 (requests.json, services.json)."),
    }  # fmt: skip
    lines += [f"{name}: {explain[name]}" for name in about["formats"]]
    return "\r\n".join(lines) + "\r\n"


def json_of(about: dict) -> str:
    return json.dumps(about, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _imports(store: Store, code: str) -> list[dict]:
    """The city's imports, the latest first; of each what was read and when."""
    found = []
    for profile, files, finished, read, kept, aside in store.con.execute(
        "SELECT profile, files, finished_at, n_read, n_kept, n_set_aside FROM import_run WHERE city_code = ?"
        " AND undone_at IS NULL ORDER BY finished_at DESC",
        (code,),
    ):
        listed = [
            {key: file.get(key) for key in ("name", "sheet", "sha256", "rows")}
            for file in json.loads(files or "[]")
        ]
        found.append(
            {
                "profile": profile, "finished_at": finished, "read": read, "kept": kept, "set_aside": aside,
                "files": listed,
            }
        )  # fmt: skip
    return found
