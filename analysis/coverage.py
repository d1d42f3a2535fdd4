"""The coverage matrix: which city holds which item of the unified model, and how well (Req-R1-b, section 10).

``coverage(evidence)`` is the one way in; it takes plain data, so that it knows neither profiles nor stores:

``evidence["cities"]``  list of {"code", "ja", "en", "ledgers": {table: [title of ledger, ...]}}; a table that is
                        not there was not answered ("?"), which never counts as "none"
``evidence["feeds"]``   list of {"city", "table", "item", "ledger", "columns": [label, ...], "how", "free"};
                        how: column, place, constant, context, link, derived; free: read out of free text
``evidence["rows"]``    {(city, table): stored rows}, or None where there is no store
``evidence["filled"]``  {(city, table, item): rows with a value}
``evidence["strays"]``  list of {"city", "ledger", "table", "column", "reason"}: columns without a place
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from dataclasses import dataclass, field

from ..schema import Table, model, spelling_key

SAME, CONVERTIBLE, PARTIAL, NONE, UNANSWERED = "◎", "○", "△", "×", "?"
MARKS = (SAME, CONVERTIBLE, PARTIAL, NONE, UNANSWERED)
GOOD = (SAME, CONVERTIBLE)
# Classes of an item. "open": nobody answered, so that not even "new" can be said of it.
ESSENTIAL, ADVISED, OPTIONAL, NEW, OPEN = "essential", "advised", "optional", "new", "open"
CLASSES = (ESSENTIAL, ADVISED, OPTIONAL, NEW, OPEN)
MIN_FILL = 50.0
GEOMETRY = "geom"
# A city's row comes from its profile and an agreement is made here: neither is an item of a city's ledger.
_NO_LEDGER = ("city", "boundary_agreement")
_GEOMETRY_LABEL = {"ja": "位置・形状", "en": "Place or shape"}
# Keys that the software gives to a petitioner; the other fields of that table come from the cities.
_OUR_KEYS = {"petitioner": {"pet_ref", "retain_until", "owner_table", "owner_uuid", "raw_personal"}}


@dataclass(frozen=True)
class Item:
    """One row of the matrix: a field of the model, or the geometry of a table."""

    table: str
    name: str
    ja: str
    en: str
    required: bool
    unit: str | None = None

    def label(self, lang: str) -> str:
        return self.ja if lang == "ja" else self.en


@dataclass
class Cell:
    """One city and item. ``fill`` in percent, None where unknown."""

    mark: str
    fill: float | None = None
    sources: list[tuple[str, str, str]] = field(default_factory=list)  # (ledger, columns, how)


@dataclass
class Row:
    item: Item
    cells: dict[str, Cell]
    cls: str
    provisional: bool  # an answer that is still out could raise the class

    @property
    def adopted(self) -> bool:
        """Belongs into the trial: essential, advised, or needed by the model to be complete."""
        return self.cls in (ESSENTIAL, ADVISED) or self.item.required


@dataclass
class Matrix:
    """The whole result. ``cities`` and ``strays`` as in the evidence."""

    cities: list[dict]
    rows: list[Row]
    strays: list[dict]
    has_store: bool
    min_fill: float

    def percent(self, city: str, table: str | None = None) -> float | None:
        """Coverage of a city: (◎ + ○) / (all − ?) in percent; None where nothing was answered."""
        marks = [r.cells[city].mark for r in self.rows if table in (None, r.item.table)]
        answered = [mark for mark in marks if mark != UNANSWERED]
        return 100 * sum(mark in GOOD for mark in answered) / len(answered) if answered else None

    def count(self, city: str, mark: str) -> int:
        return sum(row.cells[city].mark == mark for row in self.rows)

    @property
    def tables(self) -> list[str]:
        return list(dict.fromkeys(row.item.table for row in self.rows))

    @property
    def unreasoned(self) -> list[dict]:
        """Columns that have no place and no reason either: there must be none."""
        return [stray for stray in self.strays if not stray["reason"]]


def coverage(evidence: dict, min_fill: float = MIN_FILL) -> Matrix:
    """Judge every item for every city. ``min_fill``: below this share of filled rows (percent) a cell is △."""
    feeds: dict[tuple, list[dict]] = defaultdict(list)
    for feed in evidence["feeds"]:
        feeds[feed["city"], feed["table"], feed["item"]].append(feed)
    rows = []
    for item in items():
        cells = {
            city["code"]: _cell(city, item, feeds[city["code"], item.table, item.name], evidence, min_fill)
            for city in evidence["cities"]
        }
        rows.append(Row(item, cells, *classify([cell.mark for cell in cells.values()])))
    return Matrix(evidence["cities"], rows, evidence["strays"], evidence["rows"] is not None, min_fill)


def tables() -> list[Table]:
    """The tables whose items cities' ledgers can hold, in T-order."""
    return [t for t in model().tables.values() if t.importable and t.name not in _NO_LEDGER]


def items() -> list[Item]:
    """Every row of the matrix: what comes from a source, not what analyses fill in."""
    found = []
    for table in tables():
        ours = _OUR_KEYS.get(table.name, ())
        found += [
            Item(table.name, f.name, f.ja, f.en, f.required, f.unit)
            for f in table.fields
            if f.origin == "source" and f.name not in ours
        ]
        if table.geometry:
            labels = _GEOMETRY_LABEL
            found.append(Item(table.name, GEOMETRY, labels["ja"], labels["en"], table.geometry_required))
    return found


def classify(marks: list[str]) -> tuple[str, bool]:
    """(class, provisional) of an item: essential = ◎/○ in all cities, advised = in three quarters of them,
    optional = in fewer, or in part (△) only, new = nobody has it (unified model, section 10; written there for
    four cities)."""
    good, partial, total = sum(mark in GOOD for mark in marks), marks.count(PARTIAL), len(marks)
    out = marks.count(UNANSWERED)
    if out == total:
        return OPEN, True
    cls = _class(good, partial, total)
    return cls, _class(good + out, partial, total) != cls


def same_name(label: str, item: Item) -> bool:
    """Whether a city calls the item as the model does; width, blanks, case and a unit in brackets do not count."""
    names = {spelling_key(name) for name in (item.ja, item.en, item.name)}
    bare = re.sub(r"[(\[〔【][^()\[\]]*[)\]〕】]$", "", spelling_key(label))
    return spelling_key(label) in names or bare in names


def _class(good: int, partial: int, total: int) -> str:
    if good == total:
        return ESSENTIAL
    if good >= max(2, min(total - 1, math.ceil(0.75 * total))):
        return ADVISED
    return OPTIONAL if good or partial else NEW


def _cell(city: dict, item: Item, feeds: list[dict], evidence: dict, min_fill: float) -> Cell:
    code = city["code"]
    if item.table not in city["ledgers"]:
        return Cell(UNANSWERED)
    fill = None
    # Petitioners stand in a file of their own, which nothing but the import opens: their fill is not known.
    if evidence["rows"] is not None and model().tables[item.table].store == "main":
        stored = evidence["rows"].get((code, item.table), 0)
        if not stored:
            return Cell(UNANSWERED, sources=_sources(feeds))
        fill = min(100.0, 100 * evidence["filled"].get((code, item.table, item.name), 0) / stored)
    if not feeds:
        # Filled without a column: it follows from other items (a length from the shape, a key from its parts).
        if not fill:
            return Cell(NONE, fill)
        return Cell(CONVERTIBLE if fill >= min_fill else PARTIAL, fill, [("", "", "derived")])
    if fill == 0:
        return Cell(NONE, fill, _sources(feeds))
    if all(feed["free"] for feed in feeds) or (fill is not None and fill < min_fill):
        return Cell(PARTIAL, fill, _sources(feeds))
    same = any(
        feed["how"] == "place" and not feed["columns"]  # the file's own geometry
        or feed["how"] == "column" and len(feed["columns"]) == 1 and same_name(feed["columns"][0], item)
        for feed in feeds
    )  # fmt: skip
    return Cell(SAME if same else CONVERTIBLE, fill, _sources(feeds))


def _sources(feeds: list[dict]) -> list[tuple[str, str, str]]:
    return list(dict.fromkeys((f["ledger"], " + ".join(f["columns"]), f["how"]) for f in feeds))
