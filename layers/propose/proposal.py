"""Unknown files -> a proposed profile. Public: ``propose``, ``Proposal``, ``SourceProposal``."""

from __future__ import annotations

import glob
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from ...i18n import tr
from ..coordinates.boundary import boundaries, is_foreign
from ..coordinates.crs import accepted
from ..errors import GunmaneError
from ..readers import ReadOptions
from .assignment import Assignment, Choice
from .city import CityFound, find_city
from .compatibility import is_identifier
from .coordinates import PlaceProposal, home_of, propose_place
from .keys import ROW, key_values, propose_key
from .labels import dictionary, read_label
from .ledgers import Ledger, read_ledgers
from .municipalities import tell_cities_apart
from .refine import refine
from .tables import TableChoice, choose_table, take_table

_SAME_NUMBERS = 0.2  # two ledgers that share so many keys both count 1, 2, 3
_SAME_ROWS = 0.8  # two ledgers of one table that share so many keys hold the same rows


@dataclass
class SourceProposal:
    """One ledger's entry in the profile, or why it has none (``refusal``)."""

    ledger: Ledger
    id: str = ""
    place: PlaceProposal = field(default_factory=PlaceProposal)
    table: TableChoice | None = None
    key: list[str] = field(default_factory=list)
    key_confidence: float = 0.0
    key_reason: str = ""
    key_prefix: str = ""
    wareki: bool = False
    date_forms: dict[str, str] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    refusal: str | None = None
    warnings: list[str] = field(default_factory=list)
    reading: ReadOptions = field(default_factory=ReadOptions)  # what a person said about the reading
    required: bool = False

    @property
    def assignment(self) -> Assignment | None:
        return self.table.assignment if self.table else None

    @property
    def choices(self) -> dict[str, Choice]:
        return self.assignment.choices if self.assignment else {}

    @property
    def title(self) -> str:
        return self.ledger.title if self.ledger.raws else self.ledger.path.name


@dataclass
class Proposal:
    """A whole city's profile as proposed."""

    city: CityFound
    sources: list[SourceProposal]
    folder: Path
    boundary_file: Path | None = None
    head: dict = field(default_factory=dict)  # what a profile that is edited says beside city and ledgers

    @property
    def kept(self) -> list[SourceProposal]:
        return [s for s in self.sources if s.refusal is None]

    @property
    def refused(self) -> list[SourceProposal]:
        return [s for s in self.sources if s.refusal is not None]


def propose(
    inputs, city: str | CityFound | None = None, boundary_file=None, progress=None, ledgers=None
) -> Proposal:
    """Read the files and folders, say what they are.

    ``city``: code or name; asked for (GunmaneError E-CITY) where the files do not tell; or the city itself, where
    a person has settled it. ``boundary_file``: GeoJSON of the city's area; the shipped areas are known
    anyway. ``progress(share, text)`` may raise to stop.
    ``ledgers``: the files where they have been read already (``inputs`` is not looked at then).
    """
    words = dictionary()

    def tell(share: float, text: str) -> None:
        if progress is not None:
            progress(share, text)

    ledgers = ledgers or read_ledgers(inputs, lambda share, text: tell(0.5 * share, text))
    found = city if isinstance(city, CityFound) else find_city(ledgers, words, city, boundary_file)
    areas = {**boundaries(), **(boundaries(boundary_file) if boundary_file else {})}
    sources = []
    for number, ledger in enumerate(ledgers):
        tell(0.5 + 0.45 * number / len(ledgers), ledger.title if ledger.raws else ledger.path.name)
        sources.append(propose_source(ledger, words, found, areas))
    _name(sources)
    _share_tables(sources)
    return Proposal(found, sources, ledgers[0].folder, Path(boundary_file) if boundary_file else None)


def propose_source(
    ledger: Ledger, words, city: CityFound, areas: dict, table: str | None = None
) -> SourceProposal:
    """One ledger's entry; ``table``: what it is, where a person has said so."""
    if ledger.problem is not None:
        return SourceProposal(ledger, refusal=str(ledger.problem))
    source = SourceProposal(ledger, files=_patterns(ledger))
    if not ledger.rows:
        source.refusal = tr("there is a header but no row")
        return source
    try:
        source.place = propose_place(ledger, words, city.boundary, abroad=is_foreign(city.code))
        if table is None:
            source.table = choose_table(ledger, words, source.place)
        else:
            source.table = take_table(ledger, words, source.place, table)
    except GunmaneError as error:  # a CRS that no safe transformation reaches, a column too broken to survey
        source.refusal = str(error)
        return source
    if source.place.problem and source.place.kind != "none":
        source.refusal = source.place.problem
    source.refusal = source.refusal or source.table.refusal
    if source.place.checked and source.place.inside == 0 and not source.refusal:
        source.refusal = tr("not one point lies in the city: these are the places of somewhere else")
    if source.assignment is None:
        return source
    refine(ledger, source.assignment)
    source.key, source.key_confidence, source.key_reason = propose_key(
        ledger, source.assignment, source.place.columns
    )
    _identify(source)
    _foreign_units(source)
    if is_foreign(city.code):
        _foreign_addresses(source)
        zone = home_of(ledger, source.place)
        if zone is not None:
            source.warnings.append(tr("outside Japan: import into a store of its own, in {crs}", crs=zone))
    _dates(source)
    _constants(source, city)
    tell_cities_apart(source, city)
    return source


def _identify(source: SourceProposal) -> None:
    """The key columns fill the table's identifier where no column was found for it (joined where several)."""
    table, fields = source.assignment.table, source.assignment.fields
    own = next((f for f in table.fields if is_identifier(f, table)), None)
    if own is None or own.name in fields or own.name == "req_no" or source.key == [ROW]:
        return
    if table.name == "section" and {"route_key", "seq"} <= set(fields):
        return
    free = [c for c in source.key if source.choices[c].role in ("ignore", "undecided")]
    if free == source.key:
        for label in free:
            choice = source.choices[label]
            choice.role, choice.targets, choice.confidence = (
                "field",
                [{"field": own.name}],
                source.key_confidence,
            )
            choice.reasons = [tr("identifies the row")]


def _foreign_units(source: SourceProposal) -> None:
    """A file that counts in feet: numbers without a unit of their own are not taken for metres."""
    stated = source.place.stated or source.place.crs
    info = accepted(stated) if stated else None
    if info is None or info.geographic or info.unit_m in (None, 1.0):
        return
    for label, choice in source.choices.items():
        own = source.assignment.table.field(choice.field) if choice.field else None
        if own is not None and own.unit in ("m", "cm", "mm", "km") and read_label(label).unit is None:
            choice.role, choice.targets = "undecided", []
            choice.confidence = min(choice.confidence, 0.5)
            choice.reason = tr("the file does not count in metres, and the column states no unit")


def _patterns(ledger: Ledger) -> list[str]:
    """File names for the profile; with their folder where another file has the same name."""
    found = []
    for path in ledger.paths:
        try:
            relative = path.resolve().relative_to(ledger.folder.resolve()).as_posix()
        except ValueError:
            relative = path.name
        found.append(glob.escape(relative))
    return found


def _foreign_addresses(source: SourceProposal) -> None:
    """The reading of addresses knows Japan's only: others are kept as they stand."""
    for choice in source.choices.values():
        for target in choice.targets:
            if target.get("field") == "address":
                target["kind"] = "freetext"


def _dates(source: SourceProposal) -> None:
    """The form of each date column; 8.3.5 without an era is taken as 和暦 only where eras fit all its cells."""
    year_known = any("context" in t for c in source.choices.values() for t in c.targets)
    for label, choice in source.choices.items():
        own = source.assignment.table.field(choice.field) if choice.field else None
        column = source.ledger.evidence[label]
        dated = own is not None and own.type in ("date", "datetime")
        if not dated and (
            column.share("date") < 0.9 or column.share("plain") > 0.5 or column.mean_length < 6
        ):
            continue
        source.date_forms[label] = column.date_form
        if dated and (column.date_form == "foreign" or column.date_form == "monthday" and not year_known):
            choice.role, choice.targets, choice.confidence = "undecided", [], min(choice.confidence, 0.5)
            choice.reason = date_doubt(column.date_form)
            continue
        if dated and column.date_form == "bare":
            source.wareki = True


def date_doubt(form: str) -> str:
    """Why dates of this form cannot be read, in words."""
    if form == "foreign":
        return tr("dates with the year last: whether the month or the day comes first, no cell tells")
    return tr("month and day only, and no column tells the year")


def _constants(source: SourceProposal, city: CityFound) -> None:
    table, fields = source.assignment.table, source.assignment.fields
    if source.table.kind and "kind" not in fields and table.name == "reference":
        source.constants["kind"] = source.table.kind
    source.constants |= source.table.implied
    if table.name == "standard":
        source.constants |= {
            k: v for k, v in (("scope", "city"), ("scope_key", city.code)) if k not in fields
        }


def _name(sources: list[SourceProposal]) -> None:
    """Ids that are unique, stay the same, and say the table."""
    used: dict[str, int] = {}
    for source in sources:
        kind = source.constants.get("kind")
        base = source.table.name if source.table and source.table.name else "file"
        base = f"{base}_{kind.lower()}" if kind else base
        used[base] = used.get(base, 0) + 1
        source.id = base if used[base] == 1 else f"{base}_{used[base]}"


def _share_tables(sources: list[SourceProposal]) -> None:
    """Numbers must be unique in a table: ledgers that both count 1, 2, 3 get a prefix; the same rows twice, one."""
    by_table: dict[str, list[SourceProposal]] = {}
    for source in sources:
        if source.refusal is None and source.table and source.table.name:
            by_table.setdefault(source.table.name, []).append(source)
    for group in by_table.values():
        keys: list[tuple[SourceProposal, set]] = []
        contents: list[SourceProposal] = []
        for source in group:
            if source.key == [ROW]:
                twin = next((s for s in contents if set(s.ledger.columns) == set(source.ledger.columns)
                             and _same_cells(source, s, _SAME_ROWS)), None)  # fmt: skip
                if twin is not None:
                    source.refusal = tr("holds the same rows as “{title}”", title=twin.title)
                contents.append(source)
                continue
            own = {tuple(_plain(v) for v in k) for k in key_values(source.ledger, source.key)}
            for other, others in keys:
                shared = len(own & others)
                if shared < _SAME_NUMBERS * min(len(own), len(others)) or not shared:
                    continue  # a few double numbers are the ledgers' own faults: the import sets them aside
                if source.ledger.columns == other.ledger.columns and shared >= _SAME_ROWS * min(len(own), len(others)) \
                        and _same_cells(source, other):  # fmt: skip
                    source.refusal = tr("holds the same rows as “{title}”", title=other.title)
                    break
                source.key_prefix = f"{source.id}-"
            if source.refusal is None:
                keys.append((source, own))


def _plain(value) -> str:
    return unicodedata.normalize("NFKC", str(value or "")).strip()


def _same_cells(first: SourceProposal, second: SourceProposal, share: float = 0.5) -> bool:
    """Whether rows of the same key also say the same: then they are the same rows, not only the same numbers."""
    import pandas as pd

    frames = []
    for source in (first, second):
        frame = pd.concat([b.cells for b in source.ledger.blocks], ignore_index=True).astype(str)
        frame = frame[sorted(frame.columns)]
        frames.append({tuple(row) for row in frame.itertuples(index=False, name=None)})
    return len(frames[0] & frames[1]) >= share * min(len(f) for f in frames)


def profile_id(proposal: Proposal, path: Path) -> str:
    """The file's stem, in what a profile's id may hold."""
    return re.sub(r"[^\w-]", "_", path.stem) or proposal.city.code
