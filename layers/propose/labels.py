"""What a column's label says: the model's own labels, ``schema/synonyms.toml``, units in the label.

Public: ``Dictionary``, ``dictionary``, ``Label``, ``read_label``.
"""

from __future__ import annotations

import difflib
import functools
import itertools
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from ...i18n import language
from ...schema import model

try:
    import tomllib
except ModuleNotFoundError:  # Python 3.9 and 3.10
    import tomli as tomllib

SYNONYMS = Path(__file__).parents[2] / "schema" / "synonyms.toml"
TABLES = ("route", "section", "facility", "request", "damage", "work", "patrol", "contractor", "standard",
          "photo", "reference")  # fmt: skip
_BRACKETS = re.compile(r"[(\[〔【<][^()\[\]〔〕【】<>]*[)\]〕】>]?")
_SAME = [
    "mm",
    "cm",
    "m",
    "km",
    "m2",
    "m3",
    "%",
    "度",
    "円",
    "千円",
    "万円",
    "百万円",
    "km/h",
    "台/日",
    "件",
    "mm/m",
    "ha",
    "枚",
    "基",
    "本",
]
_UNITS = {**{unit: unit for unit in _SAME}, "㎡": "m2", "w": "W", "kw": "kW"}
_TAIL = re.compile(r"(.*?[^a-z])(mm|cm|km|m2|m3|m|%)")
_FILLERS = re.compile(r"[\s_・./\-‐'\"]+")


@dataclass(frozen=True)
class Label:
    """A label taken apart: ``key`` for comparison, ``bare`` without brackets and units, the unit it states."""

    text: str
    key: str
    bare: str
    unit: str | None
    bracket: str | None


@dataclass(frozen=True)
class Meaning:
    """What a label may mean: a field of a table with how alike the words are (0 to 1)."""

    field: str
    likeness: float
    word: str  # the spelling of the dictionary


def spread(words: list[str]) -> list[str]:
    """Every word that a list stands for: "{点検|調査}{日|年月日}" is four."""
    found: list[str] = []
    for word in words:
        pieces = [
            p[1:-1].split("|") if p.startswith("{") else [p] for p in re.findall(r"\{[^}]*\}|[^{]+", word)
        ]
        found += ["".join(parts) for parts in itertools.product(*pieces)]
    return found


def plain(text: str) -> str:
    return _FILLERS.sub("", unicodedata.normalize("NFKC", text or "")).lower()


@functools.lru_cache(maxsize=4096)
def read_label(text: str) -> Label:
    """Take a label apart; 「延長(m)」 and 「草丈cm」 state their unit."""
    key = unicodedata.normalize("NFKC", text or "").lower().strip()
    bracket = next(iter(_BRACKETS.findall(key)), None)
    inner = bracket.strip("()[]〔〕【】<>").strip() if bracket else None
    unit = _UNITS.get(inner or "")
    bare = plain(_BRACKETS.sub("", key)) or plain(key)
    if unit is None:
        tail = _TAIL.fullmatch(bare)
        if tail:
            bare, unit = tail[1], _UNITS[tail[2]]
    return Label(text, plain(key), bare, unit, inner)


class Dictionary:
    """All spellings, by table."""

    def __init__(self, entries: dict):
        self.tables: dict[str, list[str]] = entries["tables"]
        self.kinds: dict[str, list[str]] = entries["kinds"]
        self.kind_columns: dict[str, list[str]] = entries["kind_columns"]
        self.implied: dict[str, dict[str, dict[str, list[str]]]] = entries["implied"]
        self.no_place: dict[str, list[str]] = entries["no_place"]
        self.places = {role: self._keys(words) for role, words in entries["places"].items()}
        self.personal = {name: self._keys(words) for name, words in entries["personal"].items()}
        self.person_words = [plain(w) for w in entries["persons"]["words"]]
        self.person_sure = [plain(w) for w in entries["persons"]["sure"]]
        self.ignored = {
            key: reason for reason, words in entries["ignore"].items() for key in self._keys(words)
        }
        self._reasons: dict[str, dict[str, str]] = entries["reasons"]
        self.fy = self._keys(entries["context"]["fy"])
        self._fields = {name: self._of_table(name, entries["columns"]) for name in TABLES}

    def fields(self, table: str) -> dict[str, dict[str, float]]:
        """field -> {spelling key: weight}; the city's spellings before the model's own labels."""
        return self._fields[table]

    @functools.lru_cache(maxsize=20000)  # noqa: B019  one dictionary lives as long as the program
    def meanings(self, label: str, table: str, cut: bool = False) -> tuple[Meaning, ...]:
        """The fields that a label may mean, best first. ``cut``: DBF labels are cut to ten bytes."""
        read = read_label(label)
        found = []
        for name, spellings in self.fields(table).items():
            likeness, word = max(
                ((weight * _alike(read, key, cut), key) for key, weight in spellings.items()),
                default=(0.0, ""),
            )
            if likeness >= 0.45:
                found.append(Meaning(name, likeness, word))
        return tuple(sorted(found, key=lambda m: -m.likeness))

    def ignore_reason(self, label: str) -> str | None:
        read = read_label(label)
        code = self.ignored.get(read.key) or self.ignored.get(read.bare)
        return self.reason(code) if code else None

    def is_address(self, label: str) -> bool:
        read = read_label(label)
        return any(
            self.ignored.get(k) == "address" or k in self.personal["address"] for k in (read.key, read.bare)
        )

    def reason(self, code: str) -> str:
        """Why a known column or file has no place, in the user's language."""
        return self._reasons[code]["ja" if language() == "ja" else "en"]

    def personal_field(self, label: str) -> tuple[str | None, bool]:
        """(petitioner field, whether the label alone says that it is a person's)."""
        read = read_label(label)
        for key in (read.key, read.bare):
            for name, keys in self.personal.items():
                if key in keys:
                    sure = key in self.person_sure or any(key.startswith(w) for w in self.person_words)
                    return name, sure or name in ("kana", "email")
        for word in self.person_words:
            if read.bare.startswith(word):
                rest = read.bare[len(word) :].lstrip("のＮ")
                for name, keys in self.personal.items():
                    if rest in keys:
                        return name, True
        if any(word in read.bare for word in self.person_sure):
            return "name", True
        return None, False

    def place_role(self, label: str) -> str | None:
        """lat, lon, x or y, where the label says so."""
        read = read_label(label)
        for role, keys in self.places.items():
            if read.key in keys or read.bare in keys:
                return role
        for role, word in (("lat", "緯度"), ("lon", "経度"), ("lat", "latitude"), ("lon", "longitude"),
                           ("x", "x座標"), ("y", "y座標")):  # fmt: skip
            if word in read.key:
                return role
        return None

    @staticmethod
    def _keys(words: list[str]) -> set[str]:
        return {form for w in spread(words) for form in (plain(w), read_label(w).key)}

    def _of_table(self, table: str, columns: dict) -> dict[str, dict[str, float]]:
        found: dict[str, dict[str, float]] = {}
        own = model().tables[table]
        for field in own.columns:
            if field.origin == "plan":
                continue
            shared = columns["common"].get(field.name, ())
            words = [*columns.get(table, {}).get(field.name, ()), *shared]
            if field.origin == "system" and not words:
                continue  # bookkeeping of ours, except what cities state too
            if field.type == "json" and not words:
                continue  # filled by the import itself
            entry = found.setdefault(field.name, {})
            for text, weight in ((field.name, 0.9), (field.ja, 0.95), (field.en, 0.85)):
                entry[read_label(text).bare] = max(weight, entry.get(read_label(text).bare, 0))
            for word in spread(words):
                for form in {read_label(word).key, read_label(word).bare}:
                    entry[form] = 1.0
        return found


@functools.lru_cache(maxsize=1)
def dictionary() -> Dictionary:
    return Dictionary(tomllib.loads(SYNONYMS.read_text(encoding="utf-8")))


def _alike(label: Label, key: str, cut: bool) -> float:
    """How alike a label and a spelling are."""
    if key == label.key:
        return 1.0
    if key == label.bare:
        return 0.97
    name = label.bare
    if cut and len(name) >= 2 and _cut(label.key) and key.startswith(name) and len(key) > len(name):
        return 0.9
    if len(key) >= 2 and name.endswith(key):
        return 0.5 + 0.5 * len(key) / len(name)  # the head noun stands last: 要配慮者利用施設名称 is a 名称
    short, long = sorted((name, key), key=len)
    if len(short) >= 2 and (long.startswith(short) or long.endswith(short)):
        # An English word that only begins alike is another word: a crack rating is no crack ratio.
        return (0.3 if key.isascii() else 0.4) + 0.5 * len(short) / len(long)
    if len(short) >= 3 and abs(len(name) - len(key)) <= 3:
        ratio = difflib.SequenceMatcher(None, name, key).ratio()
        return 0.75 * ratio if ratio >= 0.72 else 0.0
    return 0.0


def _cut(text: str) -> bool:
    """Whether a label has the length at which a DBF cuts: nine or ten bytes in one of its encodings."""
    for encoding in ("utf-8", "cp932"):
        try:
            if 8 <= len(text.encode(encoding)) <= 10:
                return True
        except UnicodeEncodeError:
            continue
    return False
