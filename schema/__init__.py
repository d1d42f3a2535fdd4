"""The unified model as data: tables, fields, code lists and rules, read from the TOML files beside this module.

``model()`` is the one way in. Everything else (the store's DDL, forms, aliases, value maps, the mapping
wizard, documents) reads it, so that adding a field is one edit in ``schema/tables``. Source: unified model,
sections 2 and 2.1.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

try:
    import tomllib
except ModuleNotFoundError:  # Python 3.9 and 3.10
    import tomli as tomllib

VERSION = 3  # raise when tables or fields are added: an older store is then migrated
TYPES = ("text", "int", "real", "date", "datetime", "bool", "json")
GEOMETRIES = (None, "Point", "LineString", "MultiLineString", "MultiPolygon", "Geometry")
GROUPS = MappingProxyType(
    {
        "行政": "Administration",
        "道路": "Roads",
        "施設": "Facilities",
        "要望": "Requests",
        "損傷": "Damage",
        "維持管理": "Maintenance",
        "計画": "Plans",
        "記録": "Records",
        "参考": "Reference",
    }
)
RULE_CLASSES = ("conversion", "repair", "warning", "error", "set_aside", "skipped")
_ORIGINS = ("source", "plan", "system")
_FOLDER = Path(__file__).parent


class ModelError(ValueError):
    """A TOML file of the model contradicts itself or another one; the text says which file and why."""


@dataclass(frozen=True)
class Code:
    """One value of a code list; ``aliases`` are the spellings that cities' ledgers use for it."""

    code: str
    ja: str
    en: str
    aliases: tuple[str, ...] = ()
    parent: str | None = None

    def label(self, lang: str) -> str:
        return self.ja if lang == "ja" else self.en


@dataclass(frozen=True)
class CodeList:
    """A closed list of codes in display order; ``unknown`` is the code for what cannot be read (or None)."""

    name: str
    ja: str
    en: str
    codes: dict[str, Code]
    unknown: str | None = None

    def label(self, lang: str) -> str:
        return self.ja if lang == "ja" else self.en

    def find(self, text: str) -> Code | None:
        """The code that a text means by its code, label or alias, or None."""
        return self._by_spelling.get(spelling_key(text))

    @functools.cached_property
    def _by_spelling(self) -> dict[str, Code]:
        return {
            spelling_key(spelling): code
            for code in self.codes.values()
            for spelling in (code.code, code.ja, code.en, *code.aliases)
        }


@dataclass(frozen=True)
class Field:
    """One column. ``origin``: "source" (cities' files and people), "plan" (analysis), "system" (bookkeeping)."""

    name: str
    type: str
    ja: str
    en: str
    required: bool = False
    unit: str | None = None
    codes: str | None = None
    ref: str | None = None
    note: str | None = None
    note_en: str | None = None
    length: int | None = None
    origin: str = "source"

    def label(self, lang: str) -> str:
        return self.ja if lang == "ja" else self.en

    def help(self, lang: str) -> str | None:
        return self.note if lang == "ja" else self.note_en


@dataclass(frozen=True)
class Table:
    """One table. Its geometry column, where there is a geometry, is always ``geom``."""

    name: str
    number: str
    ja: str
    en: str
    group: str
    key: tuple[str, ...]
    fields: tuple[Field, ...]
    geometry: str | None = None
    geometry_required: bool = False
    store: str = "main"
    importable: bool = False
    note: str | None = None
    note_en: str | None = None

    def label(self, lang: str) -> str:
        return self.ja if lang == "ja" else self.en

    def help(self, lang: str) -> str | None:
        return self.note if lang == "ja" else self.note_en

    def field(self, name: str) -> Field:
        """The own or common field of that name; KeyError if the table has none."""
        return self._by_name[name]

    @functools.cached_property
    def columns(self) -> tuple[Field, ...]:
        """The common fields that the table does not define itself (uuid first), then its own."""
        own = {field.name for field in self.fields}
        return tuple(field for field in common_fields() if field.name not in own) + self.fields

    @functools.cached_property
    def _by_name(self) -> dict[str, Field]:
        return {field.name: field for field in self.columns}


@dataclass(frozen=True)
class Rule:
    """What the code of a conversion, repair, warning, error, set-aside or skipped row means."""

    code: str
    cls: str
    ja: str
    en: str
    remedy_ja: str = ""
    remedy_en: str = ""

    def label(self, lang: str) -> str:
        return self.ja if lang == "ja" else self.en

    def remedy(self, lang: str) -> str:
        return self.remedy_ja if lang == "ja" else self.remedy_en


@dataclass(frozen=True)
class Model:
    """The whole model; ``tables`` in T-order."""

    version: int
    tables: dict[str, Table]
    code_lists: dict[str, CodeList]
    rules: dict[str, Rule]


@functools.lru_cache(maxsize=1)
def model() -> Model:
    """The model of this version of the software, read once.

    Raises ModelError if a file is wrong: a developer's mistake, found by the tests.
    """
    return load(_FOLDER)


@functools.lru_cache(maxsize=1)
def common_fields() -> tuple[Field, ...]:
    """The columns that every table has: identity, origin, quality and hand edits."""
    return _common(_FOLDER)


def load(folder: Path) -> Model:
    """The model of the TOML files in ``folder``, checked."""
    common = _common(folder)
    paths = sorted(path for path in (folder / "tables").glob("t*.toml"))
    tables = {table.name: table for table in map(_table, paths)}
    code_lists = {name: _code_list(name, entry) for name, entry in _read(folder / "codes.toml").items()}
    found = Model(VERSION, tables, code_lists, _rules(sorted((folder / "rules").glob("*.toml"))))
    problems = list(_problems(found, common))
    if problems:
        raise ModelError("; ".join(problems))
    return found


def spelling_key(text: str) -> str:
    """The form in which spellings of codes are compared: NFKC, without white space, case-folded."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def _read(path: Path) -> dict:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ModelError(f"{path.name}: {error}") from error


def _common(folder: Path) -> tuple[Field, ...]:
    path = folder / "tables" / "common.toml"
    entry = _read(path)
    return _fields(path, entry["fields"], entry["origin"])


def _table(path: Path) -> Table:
    entry = _read(path)
    try:
        fields = _fields(path, entry.pop("fields"), entry.pop("origin", "source"))
        return Table(fields=fields, key=tuple(entry.pop("key")), **entry)
    except (KeyError, TypeError) as error:
        raise ModelError(f"{path.name}: {error}") from error


def _fields(path: Path, entries: dict, origin: str) -> tuple[Field, ...]:
    try:
        return tuple(Field(name=name, **{"origin": origin, **entry}) for name, entry in entries.items())
    except TypeError as error:
        raise ModelError(f"{path.name}: {error}") from error


def _code_list(name: str, entry: dict) -> CodeList:
    codes = {
        code: Code(code, item["ja"], item["en"], tuple(item.get("aliases", ())), item.get("parent"))
        for code, item in entry["codes"].items()
    }
    return CodeList(name, entry["ja"], entry["en"], codes, entry.get("unknown"))


def _rules(paths: list[Path]) -> dict[str, Rule]:
    rules: dict[str, Rule] = {}
    for path in paths:
        for code, entry in _read(path).items():
            if code in rules:
                raise ModelError(f"{path.name}: rule {code} is defined twice")
            try:
                rules[code] = Rule(code, entry["class"], entry["ja"], entry["en"],
                                   entry.get("remedy_ja", ""), entry.get("remedy_en", ""))  # fmt: skip
            except KeyError as error:
                raise ModelError(f"{path.name}: rule {code} has no {error}") from error
    return rules


def _problems(found: Model, common: tuple[Field, ...]) -> Iterator[str]:
    common_names = {field.name for field in common}
    names = {table.name: common_names | {f.name for f in table.fields} for table in found.tables.values()}
    for table in found.tables.values():
        if table.geometry not in GEOMETRIES or table.group not in GROUPS:
            yield f"{table.name}: geometry {table.geometry} or group {table.group} is not known"
        for name in set(table.key) - names[table.name]:
            yield f"{table.name}: key {name} is not a field"
        for field in (*table.fields, *common):
            place = f"{table.name}.{field.name}"
            if field.type not in TYPES or field.origin not in _ORIGINS:
                yield f"{place}: type {field.type} or origin {field.origin} is not known"
            if field.codes and field.codes not in found.code_lists:
                yield f"{place}: there is no code list {field.codes}"
            if field.ref:
                target, _, column = field.ref.partition(".")
                if (column or "uuid") not in names.get(target, ()):
                    yield f"{place}: there is no {field.ref} to refer to"
    for code_list in found.code_lists.values():
        if code_list.unknown and code_list.unknown not in code_list.codes:
            yield f"code list {code_list.name}: unknown {code_list.unknown} is not a code"
    for rule in found.rules.values():
        if rule.cls not in RULE_CLASSES:
            yield f"rule {rule.code}: class {rule.cls} is not known"
