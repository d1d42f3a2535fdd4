"""Frames of findings: code, section, reason, geom."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

COLUMNS = ["code", "section", "reason", "geom"]


def make(code: str, section: np.ndarray, reason, geom: np.ndarray) -> pd.DataFrame:
    """One row a section; ``reason`` one text for all or one each."""
    size = len(section)
    shapes = np.empty(size, dtype=object)
    shapes[:] = geom
    values = {"code": np.full(size, code, dtype=object), "section": np.asarray(section, dtype=object)}
    values["reason"] = np.full(size, reason, dtype=object) if isinstance(reason, str) else reason
    return pd.DataFrame({**values, "geom": shapes}, columns=COLUMNS)


def joined(parts: Iterable[pd.DataFrame]) -> pd.DataFrame:
    parts = [part for part in parts if len(part)]
    if not parts:
        return pd.DataFrame({name: pd.Series(dtype=object) for name in COLUMNS})
    return pd.concat(parts, ignore_index=True)
