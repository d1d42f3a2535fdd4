"""Faults of the whole, planted after the ledgers are written: what no single row shows, with near misses beside.

``plant(world, made, seed)`` adds rows to the ledgers of all cities (written by each city's own module, so that they
look like the rest) and returns the record of what was planted: kind -> entries that name items. ``quality`` turns
it into ``samples/quality.json``. The rows that were there before stay as they are, byte for byte.
"""

from __future__ import annotations

import numpy as np
import shapely

from . import cities, plant_events, plant_facilities, plant_roads
from .ledger import Ledger

TABLES = (
    "routes",
    "sections",
    "facilities",
    "requests",
    "damages",
    "contractors",
    "works",
    "patrols",
    "reference",
)


class Record:
    """What was planted. ``pairs``/``rows``: kind -> items; ``near``: kind -> pairs and rows that are no fault."""

    def __init__(self):
        self.pairs: dict = {}
        self.rows: dict = {}
        self.near: dict = {}

    def pair(self, kind: str, one: dict, two: dict) -> None:
        self.pairs.setdefault(kind, []).append((one, two))

    def row(self, kind: str, item: dict) -> None:
        self.rows.setdefault(kind, []).append(item)

    def not_one(self, kind: str, *items: dict) -> None:
        self.near.setdefault(kind, []).append(items)


def plant(world: dict, made: dict, seed: int) -> Record:
    """``made``: city code -> ledgers, dirt and all; they grow."""
    rng = np.random.default_rng([seed, 77])
    record = Record()
    new: dict = {code: {name: [] for name in TABLES} for code in made}
    plant_roads.plant(world, new, record, rng)
    plant_facilities.plant(world, new, record, rng)
    plant_events.plant(world, new, record, rng)
    for n, (code, ledgers) in enumerate(made.items()):
        own = world["cities"][code]
        small = {**new[code], "polygon": own["polygon"], "towns": own["towns"]}
        extra = cities.ledgers(code, small, np.random.default_rng([seed, n, 78]))
        by_source = {ledger.source: ledger for ledger in extra}
        for ledger in ledgers:
            if ledger.table in ("route", "section", "facility", "request", "damage"):
                _append(ledger, by_source[ledger.source], own["polygon"])
    return record


def _append(ledger: Ledger, extra: Ledger, polygon) -> None:
    """New rows behind the last data row of their file and sheet (before the totals)."""
    for row in extra.rows:
        if row.source_row.get("_null"):
            row.geom = None
            row.flags_may += ["E-MISSING", "E-NOPLACE", "E-NULLGEOM"]
        if row.xy is not None and polygon.distance(shapely.Point(row.xy)) > 48:
            raise RuntimeError(f"{row.key} is planted too far outside its city")  # the import would flag it
        last = max(
            n
            for n, r in enumerate(ledger.rows)
            if r.outcome != "skipped" and (r.sheet, r.file) == (row.sheet, row.file)
        )
        ledger.rows.insert(last + 1, row)
