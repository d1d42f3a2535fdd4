"""How the unified model is written for others: what a package leaves out, how Open311 names things.

Editable data, like the model itself; ``exchange(name)`` reads ``<name>.toml`` beside this module.
"""

from __future__ import annotations

import functools
from pathlib import Path

try:
    import tomllib
except ModuleNotFoundError:  # Python 3.9 and 3.10
    import tomli as tomllib


@functools.lru_cache(maxsize=8)
def exchange(name: str) -> dict:
    """The content of one mapping file."""
    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))
