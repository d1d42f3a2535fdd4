"""Two text columns to coordinate numbers, with what was odd about each cell.

Public: ``parse_cells``. The reading of a cell itself (full width, DMS, signs, units) is the normalisers'.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..normalise import Context, normalise_column


class Cells(NamedTuple):
    """Per row: both numbers (NaN where unreadable or empty), the codes of both cells, the rules applied."""

    a: np.ndarray
    b: np.ndarray
    flags: np.ndarray
    rules: np.ndarray


def parse_cells(first, second, kind: str, context=None) -> Cells:
    """``first``, ``second``: texts (None when empty), in the profile's order; ``kind``: "xy" or "latlon".

    Plane coordinates that state a unit (12.8km) come in metres; bare numbers stay as they are, whatever the
    unit of their CRS.
    """
    reading = "angle" if kind == "latlon" else "number"
    if context is None and reading == "number":
        context = Context(unit="m", source_unit="m")
    a, flags_a, rules_a = _column(reading, first, context)
    b, flags_b, rules_b = _column(reading, second, context)
    return Cells(a, b, flags_a + flags_b, rules_a + rules_b)


def _column(reading: str, texts, context):
    """Numbers and tuples of codes per row, made once per distinct text."""
    column = normalise_column(reading, texts, context)
    rows = np.asarray(column.codes, dtype=np.intp)
    numbers = np.array(
        [result.value if isinstance(result.value, (int, float)) else np.nan for result in column.results],
        dtype=float,
    )
    numbers = np.append(numbers, np.nan)  # row code -1, should a column use it for empty cells
    return (
        numbers[rows],
        _tuples([r.flags for r in column.results])[rows],
        _tuples([r.rules for r in column.results])[rows],
    )


def _tuples(items: list) -> np.ndarray:
    out = np.empty(len(items) + 1, dtype=object)
    for position, item in enumerate([*items, ()]):
        out[position] = tuple(item)
    return out
