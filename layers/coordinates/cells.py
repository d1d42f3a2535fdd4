"""Two text columns to coordinate numbers, with what was odd about each cell.

Public: ``parse_cells``. The reading of a cell itself (full width, DMS, signs, units) is the normalisers'.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np

from ..normalise import Context, normalise_column
from ..normalise.angles import LATITUDES, LONGITUDES

# What nearly every cell holds and needs no reading: it means the number it says.
_PLAIN = {
    "angle": re.compile(r"[0-9]{1,3}(?:\.[0-9]+)?"),
    "number": re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?"),
}


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
    plain = reading == "angle" or context is None
    if context is None and reading == "number":
        context = Context(unit="m", source_unit="m")
    a, flags_a, rules_a = _column(reading, first, context, plain)
    b, flags_b, rules_b = _column(reading, second, context, plain)
    return Cells(a, b, flags_a + flags_b, rules_a + rules_b)


def _column(reading: str, texts, context, plain: bool):
    """Numbers and tuples of codes per row. Plain decimals are taken as they are, other texts once each."""
    texts = list(texts)
    numbers, known = (
        _plain_numbers(reading, texts) if plain else (np.zeros(len(texts)), np.zeros(len(texts), bool))
    )
    rest = np.flatnonzero(~known)
    column = normalise_column(reading, [texts[n] for n in rest], context)
    rows = np.full(len(texts), len(column.results), dtype=np.intp)
    rows[rest] = column.codes
    read = [r.value if isinstance(r.value, (int, float)) else np.nan for r in column.results]
    numbers[rest] = np.append(np.array(read, dtype=float), np.nan)[rows[rest]]
    return (
        numbers,
        _tuples([r.flags for r in column.results])[rows],
        _tuples([r.rules for r in column.results])[rows],
    )


def _plain_numbers(reading: str, texts: list) -> tuple[np.ndarray, np.ndarray]:
    """(numbers, whether the cell is such a one): decimals that their reader would take without a word."""
    fits = _PLAIN[reading].fullmatch
    known = np.fromiter((isinstance(t, str) and fits(t) is not None for t in texts), bool, len(texts))
    numbers = np.array([float(t) if k else 0.0 for t, k in zip(texts, known.tolist())], dtype=float)
    if reading == "angle":
        known &= (numbers == 0) | _within(numbers, LATITUDES) | _within(numbers, LONGITUDES)
    return numbers, known


def _within(numbers: np.ndarray, limits: tuple[float, float]) -> np.ndarray:
    return (limits[0] <= numbers) & (numbers <= limits[1])


def _tuples(items: list) -> np.ndarray:
    out = np.empty(len(items) + 1, dtype=object)
    for position, item in enumerate([*items, ()]):
        out[position] = tuple(item)
    return out
