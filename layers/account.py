"""The account of an import: what was read, what became of every row, which rules spoke, with examples.

Counts keep to the unified model (section 2): READ = KEPT + SET_ASIDE always; SKIPPED rows (blank, repeated
headers, totals) are counted apart; REPAIRED are those kept rows that carry a repair or a warning.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

EXAMPLES = 5


@dataclass
class SetAside:
    """A row that could not become a row of the model; its cells are tokenised already."""

    file: str
    sheet: str | None
    row: int
    table: str
    field: str | None
    value: str | None
    code: str
    detail: str
    raw_json: str | None
    content: str  # print of the cells: the same row is recognised when rows shift


@dataclass
class Review:
    """Something that waits for a person, about one stored row."""

    kind: str
    table: str
    uuid: str
    code: str
    field: str | None
    detail: dict
    point: tuple[float, float] | None = None
    file: str = ""
    row: int = 0
    other: str | None = None  # uuid of the other row, of a pair


@dataclass
class Example:
    file: str
    row: int
    column: str
    raw: str | None
    value: str | None


@dataclass
class FileFacts:
    """How one file (or sheet) was read, for the report: nothing about it may be a silent guess."""

    file: str
    sheet: str | None
    format: str
    encoding: str | None
    encoding_note: str
    header_row: int | None
    rows: int
    sha256: str
    crs: str | None
    decision: str
    unmatched: list[str] = field(default_factory=list)  # columns of the file that the profile does not know
    absent: list[str] = field(default_factory=list)  # columns of the profile that the file does not have
    notes: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class SourceAccount:
    """One ledger (a source of the profile)."""

    source_id: str
    title: str
    table: str
    read: int = 0
    kept: int = 0
    repaired: int = 0
    set_aside: int = 0
    skipped: int = 0
    new: int = 0
    updated: int = 0
    unchanged: int = 0
    conflicts: int = 0
    vanished: int = 0
    rules: Counter = field(default_factory=Counter)
    examples: dict[str, list[Example]] = field(default_factory=dict)
    filled: Counter = field(default_factory=Counter)
    files: list[FileFacts] = field(default_factory=list)
    aside: list[SetAside] = field(default_factory=list)
    skips: list[tuple[str, str | None, int, str, str]] = field(
        default_factory=list
    )  # file, sheet, row, code, text
    reviews: Counter = field(default_factory=Counter)
    problem: str | None = None  # why the source could not be read at all

    def note(self, code: str, count: int, example: Example | None = None) -> None:
        self.rules[code] += count
        if example is not None:
            kept = self.examples.setdefault(code, [])
            if len(kept) < EXAMPLES:
                kept.append(example)


@dataclass
class CityAccount:
    """One city's import."""

    city_code: str
    city_name: str
    profile: str
    import_id: str
    started_at: str
    finished_at: str = ""
    sources: list[SourceAccount] = field(default_factory=list)
    missing_sources: list[str] = field(default_factory=list)
    unused_files: list[str] = field(default_factory=list)
    changed: bool = False
    problem: str | None = None
    remedy: str | None = None

    def total(self, name: str) -> int:
        return sum(getattr(source, name) for source in self.sources)


@dataclass
class ImportAccount:
    """A whole run over one or several cities."""

    store: str
    dry_run: bool
    cities: list[CityAccount] = field(default_factory=list)

    def total(self, name: str) -> int:
        return sum(city.total(name) for city in self.cities)
