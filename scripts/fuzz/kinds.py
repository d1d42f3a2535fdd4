"""The kinds of damage: a registry, and what a damaging function may ask of the case at hand."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from . import ledger as ledgers

TEXT, TABLES, MAPS = (
    {"csv"},
    {"csv", "xlsx", "dbf", "shp", "gpkg", "geojson"},
    {"shp", "gpkg", "geojson", "kml"},
)
ALL = {"csv", "xlsx", "dbf", "shp", "gpkg", "geojson", "kml"}
KINDS: dict[str, Kind] = {}


class NotApplicable(Exception):  # noqa: N818 - asks for another ledger
    """This damage makes no sense on this file."""


@dataclass(frozen=True)
class Kind:
    name: str  # "family: what"
    family: str
    formats: frozenset
    damage: Callable
    geometry: bool  # needs a ledger with places


def kind(family: str, name: str, formats=ALL, geometry: bool = False):
    """Register a function ``damage(job)`` under ``family: name``."""

    def register(function):
        full = f"{family}: {name}"
        KINDS[full] = Kind(full, family, frozenset(formats), function, geometry)
        return function

    return register


@dataclass
class Job:
    """What a damaging function works on."""

    rng: random.Random
    source: object  # layers.profile.Source
    path: Path  # in a folder of its own, to be damaged in place
    encoding: str | None = None  # what a damaged csv is to be read in, where it changed
    said: list[str] = field(default_factory=list)  # what was done
    unreadable: bool = False  # an independent reading would not say what a person would see
    _ledger: ledgers.Ledger | None = None
    sheet_at: int = 0

    @property
    def ledger(self) -> ledgers.Ledger:
        if self._ledger is None:
            self._ledger = ledgers.load(self.path)
            self.sheet_at = self.rng.randrange(len(self._ledger.sheets))
        return self._ledger

    @property
    def sheet(self) -> ledgers.Sheet:
        return self.ledger.sheets[self.sheet_at]

    def say(self, text: str) -> None:
        self.said.append(text)

    def save(self) -> None:
        self.ledger.save()

    def rows(self, most: int | None = None) -> list[int]:
        """One row, some or all: indexes into the sheet's rows."""
        count = len(self.sheet.rows)
        if not count:
            raise NotApplicable
        wanted = self.rng.choice([1, 1, min(3, count), max(1, count // 10), max(1, count // 2), count])
        return sorted(self.rng.sample(range(count), min(wanted, most or count, count)))

    def column(self, types: set | None = None, personal: bool | None = None) -> int:
        """A column at random: of one that feeds a field of these types, or by whether it is personal."""
        found = [j for j, label in enumerate(self.sheet.labels) if self._fits(label, types, personal)]
        if not found:
            raise NotApplicable
        return self.rng.choice(found)

    def _fits(self, label, types, personal) -> bool:
        from gunmane.schema import model

        targets = self.source.columns.get(str(label), ())
        if personal is not None and any(t.personal for t in targets) != personal:
            return False
        if types is None:
            return True
        table = model().tables[self.source.table]
        return any(t.field and table.field(t.field).type in types for t in targets)

    def put(self, row: int, column: int, value) -> None:
        cells = self.sheet.rows[row]
        while len(cells) <= column:
            cells.append(None)
        cells[column] = value

    def xy(self) -> tuple[int, int] | None:
        """The two coordinate columns of the ledger, None where places are geometries."""
        spec = self.source.geometry
        if spec.kind not in ("xy", "latlon"):
            return None
        labels = [str(x).replace("\n", "") for x in self.sheet.labels]
        if spec.a not in labels or spec.b not in labels:
            raise NotApplicable
        return labels.index(spec.a), labels.index(spec.b)

    @property
    def text(self) -> str:
        """The file's bytes as Latin-1, for damage that does not care about characters."""
        return self.path.read_bytes().decode("latin-1")
