"""What stands in a ledger by source key, as the independent reader sees it."""

from __future__ import annotations

import datetime
import math
import unicodedata
from dataclasses import dataclass, field
from decimal import Decimal

import shapely

from . import ledger as ledgers

PLACE = "(geometry)"


@dataclass
class View:
    """``rows``: source key -> profile's label -> text; keys that stand twice are in ``twice`` only."""

    rows: dict[str, dict[str, str]] = field(default_factory=dict)
    twice: set[str] = field(default_factory=set)
    records: int = 0  # records of the file, header and titles included where the format has them
    slack: int = 0  # line ends with zero bytes in them, which may be counted as one or as two
    tables: int = 1
    cells: set[tuple[str | None, str]] = field(
        default_factory=set
    )  # (profile's label or None if unknown, text)


def plain(label) -> str:
    return "".join(unicodedata.normalize("NFKC", str(label or "")).split()).lower()


def key_text(cell) -> str | None:
    return unicodedata.normalize("NFKC", cell).strip() or None if cell else None


def view(ledger: ledgers.Ledger, source) -> View:
    """Raises KeyError where the key's columns are not there."""
    found = View(tables=len(ledger.sheets), slack=ledger.extra.get("slack", 0))
    stated = repr(
        ledger.extra.get("prj") or ledger.extra.get("top") or ""
    )  # a place means nothing without its CRS
    for sheet in ledger.sheets:
        found.records += len(sheet.rows)
        if ledger.kind in ("csv", "xlsx"):
            found.records += len(sheet.head) + ledger.extra.get("depth", 1)
        labels = list(sheet.labels)
        for j, label in enumerate(sheet.lower[: len(labels)]):
            labels[j] = label or labels[j]
        places = _columns(labels, source, ledger.kind in ("dbf", "shp"))
        named = {j: label for label, j in places.items()}
        for n, row in enumerate(sheet.rows):
            cells = {label: _text(row[j]) if j < len(row) else None for label, j in places.items()}
            found.cells.update((named.get(j), text) for j, text in enumerate(map(_text, row)) if text)
            if sheet.geoms is not None:
                geom = sheet.geoms[n] if n < len(sheet.geoms) else None
                cells[PLACE] = None if geom is None else shapely.to_wkb(geom, hex=True) + stated
            parts = [key_text(cells[label]) for label in source.key]
            if not any(parts):
                continue
            key = source.key_prefix + "|".join(p or "" for p in parts)
            if key in found.rows or key in found.twice:
                found.twice.add(key)
                found.rows.pop(key, None)
            else:
                found.rows[key] = cells
    return found


def _columns(labels, source, cut: bool) -> dict[str, int]:
    """Profile's label -> column. Of labels that stand twice the first counts; names in a dbf may be cut."""
    by_key: dict[str, int] = {}
    for j, label in enumerate(labels):
        if plain(label):
            by_key.setdefault(plain(label), j)
    places = {}
    for label in source.columns:
        if plain(label) in by_key:
            places[label] = by_key[plain(label)]
    if cut:
        free = {k: j for k, j in by_key.items() if j not in places.values()}
        for label in source.columns:
            if label not in places:
                start = [j for k, j in free.items() if plain(label).startswith(k)]
                if len(start) == 1:
                    places[label] = start[0]
    return places


def _text(cell) -> str | None:
    """As a sheet shows it."""
    if cell is None or cell == "":
        return None
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float) and math.isfinite(cell):
        return format(Decimal(f"{cell:.15g}"), "f")
    if isinstance(cell, datetime.datetime) and cell.time() == datetime.time():
        return cell.date().isoformat()
    return cell.isoformat() if hasattr(cell, "isoformat") else str(cell)
