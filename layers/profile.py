"""A city's profile: one TOML file that says how the city keeps its ledgers.

``load_profile`` reads and checks it; every mistake is reported with file, line and what is expected there, all
at once, so that a person can mend the file in one go.
"""

from __future__ import annotations

import dataclasses
import fnmatch
import hashlib
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from ..i18n import tr
from ..schema import model
from .errors import GunmaneError
from .profile_check import Checker

FORMAT = 1
PROFILE_FOLDER = Path(__file__).with_name("profiles")


@dataclass(frozen=True)
class Target:
    """What one source column feeds: exactly one of field, personal, context, ignore or link is set."""

    field: str | None = None
    personal: str | None = None  # field of the petitioner table
    context: str | None = None  # "fy": feeds the year of month/day dates
    ignore: str | None = None  # the reason why the column has no place
    link: str | None = None  # "request": source keys of requests, each a row of request_damage
    kind: str | None = None
    unit: str | None = None
    source_unit: str | None = None
    part: str | None = None
    codes: dict = dataclasses.field(default_factory=dict)
    wareki: bool | None = None


@dataclass(frozen=True)
class GeometrySpec:
    """Where the rows' places come from; ``a`` and ``b`` are the two coordinate columns as labelled."""

    kind: str = "none"  # file, xy, latlon, none
    a: str | None = None  # x, or latitude
    b: str | None = None  # y, or longitude
    order: str = "auto"  # survey (X = north), math (X = east), auto
    crs: str | None = None
    confirmed: bool = False  # the city confirmed the datum: the vote checks it but does not ask again


@dataclass(frozen=True)
class Source:
    """One ledger: which files, how to read them, into which table, which column is what."""

    id: str
    table: str
    title: str
    files: tuple[str, ...]
    columns: dict[str, tuple[Target, ...]]
    key: tuple[str, ...]
    geometry: GeometrySpec = GeometrySpec()
    sheet: str | None = None
    layer: str | None = None
    encoding: str = "auto"
    delimiter: str = "auto"
    header: str | int = "auto"
    header_rows: int = 1
    required: bool = False
    skip: tuple[str, ...] = ()
    key_prefix: str = ""  # tells this ledger's numbers from those of another ledger of the same table
    constants: dict = dataclasses.field(default_factory=dict)
    wareki: bool = False

    @property
    def labels(self) -> list[str]:
        return list(self.columns)


@dataclass(frozen=True)
class Profile:
    """A city's whole way of keeping its data."""

    path: Path
    id: str
    version: str
    city_code: str
    name_ja: str
    name_en: str
    folders: tuple[str, ...]
    sources: tuple[Source, ...]
    city: dict
    retain_years: int
    public_phones: tuple[str, ...]  # numbers of offices: not personal data
    boundary: str | None
    attribution: str | None  # whose data it is, as its licence wants to be named on maps
    note: str
    digest: str  # of the file's text: a changed profile reads the same files anew

    @property
    def label(self) -> str:
        return f"{self.id} {self.version} {self.digest[:8]}"

    @property
    def personal_labels(self) -> set[str]:
        """Columns that are personal in any ledger, in the form in which labels are compared."""
        labels = (k for s in self.sources for k, ts in s.columns.items() if any(t.personal for t in ts))
        return {"".join(unicodedata.normalize("NFKC", label).split()).lower() for label in labels}

    def matches_folder(self, name: str) -> bool:
        return name in (self.city_code, self.city_code[:5], self.id, *self.folders)


def load_profile(path: str | Path) -> Profile:
    """Read and check one profile.

    Raises GunmaneError (E-PROFILE) with every mistake found: file, line, what stands there, what is expected.
    """
    path = Path(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise GunmaneError(
            tr("The profile cannot be read: {reason}", reason=str(error)), code="E-PROFILE", file=path.name
        ) from error
    checker = Checker(path.name, text)
    data = checker.parse()
    profile = _build(data, path, text, checker)
    checker.finish()
    return profile


def profile_mistakes(text: str, path: str | Path) -> tuple[Profile | None, list[str]]:
    """A profile that is not (yet) in a file: the profile and what is wrong with it, in words without lines."""
    path = Path(path)
    checker = Checker(path.name, text)
    try:
        profile = _build(checker.parse(), path, text, checker)
    except GunmaneError as error:
        return None, [error.message]
    return profile, [message for _line, message in checker.problems]


def load_profiles(folder: str | Path | None = None) -> list[Profile]:
    """All profiles of a folder (default: those shipped), ordered by city code.

    Raises GunmaneError where the folder holds none or two profiles claim the same city.
    """
    folder = Path(folder) if folder else PROFILE_FOLDER
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        raise GunmaneError(
            tr("No profile (*.toml) was found in {folder}.", folder=str(folder)), code="E-PROFILE"
        )
    profiles = sorted((load_profile(path) for path in paths), key=lambda p: p.city_code)
    for first, second in zip(profiles, profiles[1:]):
        if first.city_code == second.city_code:
            raise GunmaneError(
                tr(
                    "Two profiles are for the same city {city}: {first} and {second}.",
                    city=first.city_code,
                    first=first.path.name,
                    second=second.path.name,
                ),
                code="E-PROFILE",
            )
    return profiles


def resolve_profile(value: str | Path) -> Path:
    """A profile named by path, by file stem or by city code; raises GunmaneError with the choices."""
    path = Path(value)
    if path.suffix == ".toml" and path.exists():
        return path
    shipped = sorted(PROFILE_FOLDER.glob("*.toml"))
    for candidate in shipped:
        if candidate.stem == str(value):
            return candidate
    for candidate in shipped:
        profile = load_profile(candidate)
        if str(value) in (profile.city_code, profile.city_code[:5], profile.name_ja):
            return candidate
    raise GunmaneError(
        tr(
            "There is no profile “{name}”. Give a .toml file or one of: {choices}.",
            name=str(value),
            choices=", ".join(p.stem for p in shipped),
        ),
        code="E-PROFILE",
    )


def source_files(source: Source, folder: Path) -> list[Path]:
    """The files of a source in a city's folder, sub-folders included, in a stable order."""
    found: dict[Path, None] = {}
    every = sorted(p for p in folder.rglob("*") if p.is_file() and not p.name.startswith((".", "~$")))
    for pattern in source.files:
        for path in every:
            relative = path.relative_to(folder).as_posix()
            if fnmatch.fnmatch(relative, pattern) or fnmatch.fnmatch(path.name, pattern):
                found[path] = None
    return list(found)


# -- building -------------------------------------------------------------------------------------------


def _build(data: dict, path: Path, text: str, check) -> Profile:
    check.known(
        data,
        "profile",
        {
            "format", "id", "version", "city_code", "name_ja", "name_en", "folder", "note", "defaults",
            "source", "city", "retain_years", "boundary", "public_phones",
            "attribution",
        },
    )  # fmt: skip
    if data.get("format") != FORMAT:
        check.problem(tr("format must be {expected}", expected=FORMAT), "format")
    city_code = check.text(data, "city_code", required=True)
    if city_code and not re.fullmatch(r"\d{6}", city_code):
        check.problem(tr("city_code must have 6 digits"), "city_code")
    defaults = check.table(data, "defaults")
    check.known(
        defaults,
        "defaults",
        {"encoding", "crs", "wareki", "order", "header", "note", "timezone", "delimiter"},
    )
    sources = []
    for number, entry in enumerate(data.get("source", [])):
        check.enter_source(number)
        sources.append(_source(entry, defaults, check))
    check.enter_source(None)
    if not sources:
        check.problem(tr("a profile needs at least one [[source]]"))
    ids = [s.id for s in sources]
    for twice in sorted({i for i in ids if ids.count(i) > 1}):
        check.problem(tr("two sources have the id “{id}”", id=twice), f'id = "{twice}"')
    city = check.table(data, "city")
    city_fields = {f.name for f in model().tables["city"].fields}
    check.known(city, "city", city_fields)
    return Profile(
        path=path,
        id=check.text(data, "id") or path.stem,
        version=check.text(data, "version") or "1",
        city_code=city_code or "",
        name_ja=check.text(data, "name_ja", required=True) or "",
        name_en=check.text(data, "name_en") or "",
        folders=tuple(check.texts(data, "folder")),
        # Sections before what refers to them, so that references and named routes are known in time.
        sources=tuple(sorted(sources, key=lambda s: _order(s.table))),
        city=city,
        retain_years=int(data.get("retain_years", 5)),
        public_phones=tuple(check.texts(data, "public_phones")),
        boundary=check.text(data, "boundary"),
        attribution=check.text(data, "attribution"),
        note=check.text(data, "note") or "",
        digest=hashlib.sha256(text.encode("utf-8")).hexdigest(),
    )


def _order(table: str) -> int:
    names = list(model().tables)
    return names.index(table) if table in names else len(names)


def _source(entry: dict, defaults: dict, check) -> Source:
    check.known(
        entry,
        "source",
        {
            "id", "table", "title_ja", "title", "files", "sheet", "layer", "encoding", "delimiter", "header",
            "header_rows", "required", "key", "key_prefix", "skip", "constants", "geometry", "columns", "note",
            "wareki",
        },
    )  # fmt: skip
    table_name = check.text(entry, "table", required=True) or ""
    tables = {t.name for t in model().tables.values() if t.store == "main"}
    if table_name and table_name not in tables:
        check.problem(
            tr("there is no table “{table}”{hint}", table=table_name, hint=check.nearest(table_name, tables)),
            "table",
        )
    table = model().tables.get(table_name)
    columns = {}
    for label, value in check.table(entry, "columns").items():
        columns[label] = _targets(label, value, table, check)
    key = tuple(check.texts(entry, "key"))
    if not key:
        check.problem(tr('key is missing: name the identifying columns, or ["@row_content"]'), "key")
    for label in key:
        if not label.startswith("@") and label not in columns:
            check.problem(tr("key column “{label}” is not among the columns", label=label), "key")
        elif any(t.personal for t in columns.get(label, ())):
            check.problem(tr("a personal column cannot be a key: “{label}”", label=label), "key")
    constants = check.table(entry, "constants")
    if table is not None:
        check.known(constants, "constants", {c.name for c in table.columns})
    wareki = entry.get("wareki", defaults.get("wareki", False))
    return Source(
        id=check.text(entry, "id", required=True) or "",
        table=table_name,
        title=check.text(entry, "title_ja") or check.text(entry, "title") or check.text(entry, "id") or "",
        files=tuple(check.texts(entry, "files", required=True)),
        columns=columns,
        key=key,
        geometry=_geometry(check.table(entry, "geometry"), defaults, columns, check),
        sheet=entry.get("sheet") or None,
        layer=check.text(entry, "layer"),
        encoding=entry.get("encoding", defaults.get("encoding", "auto")),
        delimiter=entry.get("delimiter", defaults.get("delimiter", "auto")),
        header=entry.get("header", defaults.get("header", "auto")),
        header_rows=int(entry.get("header_rows", 1)),
        required=bool(entry.get("required", False)),
        skip=tuple(check.patterns(entry, "skip")),
        key_prefix=check.text(entry, "key_prefix") or "",
        constants=constants,
        wareki=bool(wareki),
    )


def _geometry(entry: dict, defaults: dict, columns: dict, check) -> GeometrySpec:
    check.known(entry, "geometry", {"kind", "x", "y", "lat", "lon", "order", "crs", "confirmed", "note"})
    kind = entry.get("kind", "none")
    if kind not in ("file", "xy", "latlon", "none"):
        check.problem(tr("geometry kind must be file, xy, latlon or none"), "kind")
    a, b = (entry.get("x"), entry.get("y")) if kind == "xy" else (entry.get("lat"), entry.get("lon"))
    if kind in ("xy", "latlon"):
        for label in (a, b):
            if not label:
                check.problem(
                    tr("both coordinate columns must be named (x and y, or lat and lon)"), "geometry"
                )
            elif label not in columns:
                columns[label] = (Target(ignore="geometry"),)
    order = entry.get("order", defaults.get("order", "auto"))
    if order not in ("auto", "survey", "math"):
        check.problem(tr("order must be auto, survey (X = north) or math (X = east)"), "order")
    crs = entry.get("crs", defaults.get("crs") if kind == "xy" else None)
    return GeometrySpec(kind, a, b, order, crs, bool(entry.get("confirmed", False)))


def _targets(label: str, value, table, check) -> tuple[Target, ...]:
    entries = value if isinstance(value, list) else [value]
    return tuple(t for t in (_target(label, entry, table, check) for entry in entries) if t is not None)


_TARGET_KEYS = {
    "field", "personal", "context", "ignore", "link", "kind", "unit", "source_unit", "part", "codes", "wareki",
    "note",
}  # fmt: skip


def _target(label: str, entry, table, check) -> Target | None:
    if isinstance(entry, str):
        entry = {"field": entry}
    if not isinstance(entry, dict):
        check.problem(tr("column “{label}”: a field name or a table is expected", label=label), label)
        return None
    check.known(entry, label, _TARGET_KEYS)
    chosen = [name for name in ("field", "personal", "context", "ignore", "link") if entry.get(name)]
    if len(chosen) != 1:
        check.problem(
            tr("column “{label}”: give exactly one of field, personal, context, ignore or link", label=label),
            label,
        )
        return None
    if "field" in entry and table is not None:
        names = {column.name for column in table.columns}
        if entry["field"] not in names:
            check.problem(
                tr(
                    "column “{label}”: table {table} has no field “{field}”{hint}",
                    label=label,
                    table=table.name,
                    field=entry["field"],
                    hint=check.nearest(entry["field"], names),
                ),
                label,
            )
    personal_fields = {f.name for f in model().tables["petitioner"].fields}
    if entry.get("personal") and entry["personal"] not in personal_fields:
        check.problem(
            tr(
                "column “{label}”: “{field}” is no field of the petitioner table{hint}",
                label=label,
                field=entry["personal"],
                hint=check.nearest(entry["personal"], personal_fields),
            ),
            label,
        )
    _check_codes(label, entry, table, check)
    return Target(
        **{k: v for k, v in entry.items() if k in _TARGET_KEYS - {"note"}},
    )


def _check_codes(label: str, entry: dict, table, check) -> None:
    if not entry.get("codes") or table is None or not entry.get("field"):
        return
    names = {c.name: c for c in table.columns}
    code_list = model().code_lists.get(getattr(names.get(entry["field"]), "codes", None) or "")
    if code_list is None:
        return
    valid = set(code_list.codes)
    for text, code in entry["codes"].items():
        if code not in valid:
            check.problem(
                tr(
                    "column “{label}”: “{text}” is mapped to “{code}”, which code list {list} does not have",
                    label=label,
                    text=text,
                    code=code,
                    list=code_list.name,
                ),
                label,
            )
