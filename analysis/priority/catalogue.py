"""The presets that ship, from ``schema/priority``."""

from __future__ import annotations

import functools
from pathlib import Path

from ... import schema

try:
    import tomllib
except ModuleNotFoundError:  # Python 3.9 and 3.10
    import tomli as tomllib

FOLDER = Path(schema.__file__).parent / "priority"
COMMON = "common"
FACTORS = ("school", "emergency", "traffic", "repeat", "overdue", "bus", "poi")


@functools.lru_cache(maxsize=16)
def read(name: str) -> dict:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def parse(text: str) -> dict:
    """TOML; raises ValueError with the line."""
    return tomllib.loads(text)
