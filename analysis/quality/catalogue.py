"""The kinds of findings with their words, severities and remedies, read from ``schema/findings.toml``."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

from ... import schema

try:
    import tomllib
except ModuleNotFoundError:  # Python 3.9 and 3.10
    import tomli as tomllib

PATH = Path(schema.__file__).with_name("findings.toml")
SEVERITIES = ("error", "warning", "info")


@dataclass(frozen=True)
class Kind:
    """One kind of finding; ``text_*`` are format strings over a finding's values and names."""

    kind: str
    group: str
    severity: str
    ja: str
    en: str
    text_ja: str
    text_en: str
    remedy_ja: str
    remedy_en: str

    def label(self, lang: str) -> str:
        return self.ja if lang == "ja" else self.en

    def text(self, lang: str) -> str:
        return self.text_ja if lang == "ja" else self.text_en

    def remedy(self, lang: str) -> str:
        return self.remedy_ja if lang == "ja" else self.remedy_en


@functools.lru_cache(maxsize=1)
def kinds() -> dict[str, Kind]:
    """All kinds in the order of the file, which is the order of the report."""
    found = {name: Kind(name, **entry) for name, entry in _file()["kinds"].items()}
    for kind in found.values():
        if kind.severity not in SEVERITIES or kind.group not in _file()["groups"]:
            raise ValueError(f"findings.toml: {kind.kind} has an unknown severity or group")
    return found


def groups() -> dict[str, dict[str, str]]:
    """Group -> its label by language."""
    return _file()["groups"]


def settings() -> dict:
    """The lists that the checks read: code groups, orders of dates, exceptions."""
    return _file()["settings"]


@functools.lru_cache(maxsize=1)
def _file() -> dict:
    return tomllib.loads(PATH.read_text(encoding="utf-8"))
