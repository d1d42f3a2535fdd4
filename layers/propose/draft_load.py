"""A profile that is there already, with its files, as the state of a draft. Public: ``load_state``.

Confidence and reasons stand in the comments that ``toml_text`` writes; they are read back from there. A
profile written by hand has none: its lines count as decided.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from ...i18n import tr
from ...schema import model
from ..coordinates.boundary import boundaries
from ..errors import GunmaneError
from ..profile import Source, Target, load_profile, source_files
from ..readers import RawTable, ReadOptions, open_tables
from ..unify.columns import match_columns
from .assignment import Assignment, Choice
from .city import CityFound
from .codemap import propose_codes
from .coordinates import PlaceProposal
from .draft_state import DECIDED, State, evidence_of
from .labels import dictionary
from .ledgers import Ledger, ledger_of, list_files, read_ledgers
from .proposal import SourceProposal, propose_source
from .tables import TableChoice
from .toml_text import UNDECIDED

try:
    import tomllib
except ModuleNotFoundError:  # Python 3.9 and 3.10
    import tomli as tomllib

_HEAD = ("version", "name_en", "note", "retain_years", "public_phones", "attribution", "city")
_NOTED = re.compile(r"(\d\.\d\d)(?:\s+(?:/ )?(.*))?")
_CANDIDATE = re.compile(r"\((@?\w+)\) (\d\.\d\d)")


def load_state(profile_path: str | Path, folder: str | Path, progress=None) -> State:
    """Raises GunmaneError where the profile is wrong or a file cannot be read.

    A ledger whose files are not in ``folder`` is kept as the profile has it; files that no ledger of the
    profile takes are there too, left out, so that a person may take them.
    """
    path, folder = Path(profile_path), Path(folder)
    profile = load_profile(path)
    text = path.read_text(encoding="utf-8-sig")
    data = tomllib.loads(text)
    noted = _comments(text)
    boundary_file = path.parent / profile.boundary if profile.boundary else None
    areas = {**boundaries(), **(boundaries(boundary_file) if boundary_file else {})}
    city = CityFound(
        profile.city_code, profile.name_ja, areas.get(profile.city_code), DECIDED, [tr("as the profile says")]
    )
    head = {k: data[k] for k in _HEAD if k in data} | {"folder": list(profile.folders)}
    by_id = {s.id: s for s in profile.sources}
    sources, used = [], set()
    for number, entry in enumerate(data["source"]):
        if progress is not None:
            progress(0.7 * number / len(data["source"]), entry["id"])
        notes = noted[number] if number < len(noted) else _Noted()
        sources.append(_source(by_id[entry["id"]], entry, folder, notes))
        used |= {(raw.path, raw.sheet) for raw in sources[-1].ledger.raws}
    return State(city, (*sources, *_rest(folder, used, city, areas)), folder, boundary_file, False, head)


def _source(source: Source, entry: dict, folder: Path, noted: _Noted) -> SourceProposal:
    reading = ReadOptions(
        encoding=source.encoding, header=source.header, header_rows=source.header_rows, sheet=source.sheet,
        layer=source.layer, columns=source.labels, delimiter=source.delimiter, skip_rows=source.skip,
    )  # fmt: skip
    raws = [raw for file in source_files(source, folder) for raw in open_tables(file, reading)]
    ledger = ledger_of(raws, folder) if raws else _absent(source, folder)
    matching = match_columns(source, ledger.columns, ledger.cut)
    actual = {label: matching.by_profile.get(label, label) for label in source.columns}
    table = model().tables[source.table]
    spec = source.geometry
    place = PlaceProposal(
        spec.kind, actual.get(spec.a, spec.a), actual.get(spec.b, spec.b), spec.order, spec.crs, spec.confirmed,
        *noted.place, stated=ledger.raw.crs,
    )  # fmt: skip
    # A column that is only the place's is no entry of the profile's own, but a line of the file's all the same.
    choices = {}
    for label, targets in source.columns.items():
        choices[actual[label]] = _choice(actual[label], targets, entry, noted.columns.get(label), place)
    for label in matching.unknown:
        choices.setdefault(
            label,
            Choice(label, "undecided", [], 0.0, [], [], tr("the profile does not know this column")),
        )
    found = SourceProposal(
        ledger, source.id, place, TableChoice(Assignment(table, choices, 1.0, 1.0), noted.table, noted.why),
        [actual.get(k, k) for k in source.key], *noted.key, source.key_prefix, source.wareki, {},
        dict(source.constants), list(source.files), reading=reading, required=source.required,
    )  # fmt: skip
    found.table.kind = source.constants.get("kind") if source.table == "reference" else None
    for label, choice in choices.items():
        own = table.field(choice.field) if choice.field else None
        if own is not None and own.codes:
            choice.unread = _unread(own, found, label, choice)
    return found


def _choice(label: str, targets: tuple[Target, ...], entry: dict, noted, place: PlaceProposal) -> Choice:
    confidence, reasons, candidates = noted or (DECIDED, [], [])
    written = [_written(t) for t in targets]
    ignored = next((t.ignore for t in targets if t.ignore), None)
    if ignored is None:
        role = next(k for k in ("personal", "link", "context", "field") if any(k in t for t in written))
        return Choice(label, role, written, confidence, reasons, candidates)
    if label in place.columns:
        return Choice(label, "place", [], confidence, reasons, candidates, ignored)
    raw = entry["columns"].get(label)
    if isinstance(raw, dict) and raw.get("note") == UNDECIDED:
        return Choice(label, "undecided", [], confidence, reasons, candidates, ignored)
    return Choice(label, "ignore", [], confidence, reasons, candidates, ignored)


def _written(target: Target) -> dict:
    names = ("field", "personal", "context", "link", "kind", "part", "unit", "source_unit", "codes", "wareki")
    found = {name: getattr(target, name) for name in names}
    return {k: dict(v) if isinstance(v, dict) else v for k, v in found.items() if v not in (None, {})}


def _unread(own, source: SourceProposal, label: str, choice: Choice) -> list[str]:
    known = next((t.get("codes", {}) for t in choice.targets if t.get("field") == own.name), {})
    mapped, unread = propose_codes(own, evidence_of(source, label))
    return [text for text in [*mapped, *unread] if text not in known]


def _absent(source: Source, folder: Path) -> Ledger:
    """A ledger whose files are not there: the profile's own columns, no rows."""
    path = folder / source.files[0]
    kind = path.suffix.lower().lstrip(".") or "csv"
    sheet = source.sheet if isinstance(source.sheet, str) else source.layer
    raw = RawTable(path, {"shp": "shapefile"}.get(kind, kind), sheet, columns=list(source.columns))
    raw.encoding = source.encoding if source.encoding != "auto" else None
    raw.header_rows = source.header_rows
    return Ledger([raw], folder=folder, path=path)


def _rest(folder: Path, used: set, city: CityFound, areas: dict) -> list[SourceProposal]:
    """The tables that no ledger of the profile takes, proposed but left out."""
    whole = {
        path
        for path, sheet in used
        if sheet is None or path.suffix.lower() not in (".xlsx", ".xlsm", ".gpkg")
    }
    try:
        files = [p for p in list_files([folder]) if p not in whole]
    except GunmaneError:
        return []
    found = []
    for ledger in read_ledgers(files) if files else []:
        ledger.folder = folder
        if ledger.problem is None:
            ledger.raws = [r for r in ledger.raws if (r.path, r.sheet) not in used]
            if not ledger.raws:
                continue
        source = propose_source(ledger, dictionary(), city, areas)
        source.refusal = source.refusal or tr("the profile does not take it")
        source.id = source.id or f"left_{len(found) + 1}"
        found.append(source)
    return found


# -- comments -------------------------------------------------------------------------------------------


@dataclass
class _Noted:
    """What the comments of one [[source]] say."""

    table: float = DECIDED
    why: list[str] = field(default_factory=list)  # it is that table
    key: tuple[float, str] = (DECIDED, "")
    place: tuple[float, list[str]] = (DECIDED, [])
    columns: dict[str, tuple[float, list[str], list[tuple[str, float]]]] = field(default_factory=dict)


def _comments(text: str) -> list[_Noted]:
    found: list[_Noted] = []
    above: list[str] = []  # the comments on the lines above
    for line in text.splitlines():
        bare, said = _split(line)
        key = _key(bare)
        if bare.startswith("[[source]]"):
            found.append(_Noted(why=above[:1]))
        elif found and bare == "[source.geometry]":
            noted = next(filter(None, map(_NOTED.fullmatch, above)), None)
            if noted:
                found[-1].place = (float(noted[1]), [noted[2] or ""])
        elif found and key is not None:
            _note(found[-1], key, said, above)
        above = [*above, said] if said and not bare else []
    return found


def _note(found: _Noted, key: str, said: str, above: list[str]) -> None:
    noted = _NOTED.fullmatch(said)
    if noted is None:
        return
    sure, rest = float(noted[1]), noted[2] or ""
    if key == "table":
        found.table = sure
    elif key == "key":
        found.key = (sure, rest)
    elif key not in ("encoding", "header"):
        candidates = [(name, float(score)) for name, score in _CANDIDATE.findall(" ".join(above))]
        found.columns[key] = (sure, [part for part in rest.split(" / ") if part], candidates)


def _split(line: str) -> tuple[str, str]:
    """A line of TOML and its comment; a # inside quotes is none."""
    quote = ""
    skip = False
    for n, c in enumerate(line):
        if skip:
            skip = False
        elif quote:
            skip = c == "\\" and quote == '"'
            quote = "" if c == quote else quote
        elif c in "\"'":
            quote = c
        elif c == "#":
            return line[:n].strip(), line[n + 1 :].strip()
    return line.strip(), ""


def _key(line: str) -> str | None:
    """The key that a line of TOML sets; None where it sets none, or goes on below."""
    try:
        return next(iter(tomllib.loads(line)), None)
    except tomllib.TOMLDecodeError:
        return None
