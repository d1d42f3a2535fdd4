"""Versions that an import records."""

from __future__ import annotations

import configparser
import functools
from pathlib import Path

# Raise when normalisers, readers or the unifying change what they make of the same cells: rows of earlier
# imports are then written anew at the next import, without being taken for changes at the source.
RULES_VERSION = "1"


@functools.lru_cache(maxsize=1)
def app_version() -> str:
    """The plugin's version and that of its rules, e.g. ``0.1.0 rules 1``."""
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(Path(__file__).parents[2] / "metadata.txt", encoding="utf-8")
    return f"{metadata.get('general', 'version', fallback='0')} rules {RULES_VERSION}"
