"""What judging reads beside the standards themselves: measures, clocks, built-in sets, from ``schema/standards``."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from pathlib import Path

from ... import schema

try:
    import tomllib
except ModuleNotFoundError:  # Python 3.9 and 3.10
    import tomli as tomllib

FOLDER = Path(schema.__file__).parent / "standards"
# Files of the folder that hold no set of standards.
NOT_SETS = ("measures", "clocks", "prices")


@dataclass(frozen=True)
class Measure:
    """One quantity that standards read. ``bounds(dt)``: outside of them a value is suspicious, not wrong."""

    name: str
    ja: str
    en: str
    unit: str
    step: float
    plausible: tuple[float, float]
    also: tuple[str, ...] = ()
    damages: dict = field(default_factory=dict)
    section: dict = field(default_factory=dict)
    words: tuple[str, ...] = ()
    lower_is_worse: bool = False

    def label(self, lang: str) -> str:
        return self.ja if lang == "ja" else self.en

    def takes(self, unit: str | None) -> bool:
        """Whether a standard written in this unit can be compared with the stored number."""
        return (unit or "").strip() in (self.unit, *self.also)

    def bounds(self, dt: str) -> tuple[float, float]:
        return tuple(self.damages.get(dt, self.plausible))

    def section_field(self, dt: str) -> str | None:
        """The field of T03 that stands in where a damage of this type has no value of its own."""
        return self.section.get(dt, self.section.get("*"))


@functools.lru_cache(maxsize=1)
def measures() -> dict[str, Measure]:
    found = {}
    for name, entry in read("measures")["measures"].items():
        entry = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
        found[name] = Measure(name, **entry)
    return found


def immediate() -> list[dict]:
    """Facts that make an emergency whatever the measure says: {"ft", "dt", "field", "ja", "en"}."""
    return read("measures").get("immediate", [])


@functools.lru_cache(maxsize=1)
def cases() -> dict[str, dict]:
    """std_id -> {"field", "only" or "except"}: which records a row is about, where two read the same measure."""
    return {entry["std_id"]: entry for entry in read("measures").get("cases", [])}


def clocks() -> dict:
    return read("clocks")


@functools.lru_cache(maxsize=1)
def responses() -> tuple[str, ...]:
    """Response codes from the fastest to the slowest."""
    return tuple(entry["code"] for entry in clocks()["responses"])


def set_files() -> list[str]:
    """Names of the built-in sets, the common one first."""
    names = sorted(path.stem for path in FOLDER.glob("*.toml") if path.stem not in NOT_SETS)
    return sorted(names, key=lambda name: name != "common")


@functools.lru_cache(maxsize=32)
def read(name: str) -> dict:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
