"""The one contract of all normalisers: raw text in, value with unit, precision, flags and rules out.

``normalise`` reads one text, ``normalise_column`` a whole column by its distinct texts. No text raises: what
cannot be read becomes None with a flag. Source: unified model, section 3.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd

from .mojibake import redecode
from .text import Cleaned, clean, encodable, is_blank


class Result(NamedTuple):
    """What a text was read as. ``flags``: W- and E- codes only; ``rules``: C- conversions and R- repairs."""

    value: object | None = None
    unit: str | None = None
    precision: str | None = None
    flags: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    extra: Mapping | None = None


@dataclass
class Context:
    """What a normaliser may know beside the text; every part is optional.

    ``unit``: the unit wanted; ``source_unit``: the unit of numbers that state none; ``fy``: fiscal year of
    dates without a year (one for all, or one per row); ``part``: which part of a composite is wanted (width,
    length, height, depth, thickness, dia, area, count); ``field``: the field that is filled.
    """

    city_code: str | None = None
    cities: Mapping[str, str] | None = None
    towns: Mapping[str, set] | None = None
    unit: str | None = None
    source_unit: str | None = None
    wareki: bool = False
    fy: object | None = None
    date1904: bool = False
    routes: object | None = None
    code_list: object | None = None
    code_map: Mapping | None = None
    allow_phones: Iterable[str] | None = None
    part: str | None = None
    field: str | None = None


@dataclass
class ColumnResult:
    """A column read by its distinct texts: ``codes[row]`` is the index into ``texts`` and ``results``."""

    codes: np.ndarray
    texts: list[str | None]
    results: list[Result]

    @property
    def values(self) -> np.ndarray:
        """The values per row (object array)."""
        distinct = np.empty(len(self.results), dtype=object)
        for n, result in enumerate(self.results):
            distinct[n] = result.value
        return distinct[self.codes]


Reader = Callable[[str, Context], Result]
EMPTY = Result()
MEMO = 60_000  # distinct texts of a column that are remembered from block to block
_READERS: dict[str, Reader] = {}
_DEFAULT = Context()


def reader(*kinds: str) -> Callable[[Reader], Reader]:
    """Registers a function as the reader of these kinds. It gets cleaned text (never blank) and a context."""

    def register(function: Reader) -> Reader:
        for kind in kinds:
            _READERS[kind] = function
        return function

    return register


def normalise(kind: str, text: object, context: Context | None = None) -> Result:
    """The value that ``text`` means as a ``kind``; KeyError if there is no such kind. Never raises for a text."""
    read = _READERS[kind]
    raw = as_text(text)
    if raw is None:
        return EMPTY
    return _read(read, raw, context or _DEFAULT)


def normalise_column(
    kind: str, texts, context: Context | None = None, memo: dict[str, Result] | None = None
) -> ColumnResult:
    """Reads a column (series, array or list of str or None), each distinct text once.

    ``memo`` keeps what was read for the next block of the same column; it must not be shared between contexts.
    """
    context = context or _DEFAULT
    read = _READERS[kind]
    codes, distinct = _factorise(texts)
    if context.fy is None or isinstance(context.fy, (int, np.integer)):
        results = _remembered(read, distinct, context, {} if memo is None else memo)
        return ColumnResult(codes, distinct, results)
    years, distinct_years = pd.factorize(np.array(list(context.fy), dtype=object), use_na_sentinel=False)
    pairs, distinct_pairs = pd.factorize(codes.astype(np.int64) * max(len(distinct_years), 1) + years)
    contexts = [dataclasses.replace(context, fy=_year(fy)) for fy in distinct_years]
    of_pair = [divmod(int(pair), max(len(distinct_years), 1)) for pair in distinct_pairs]
    results = [EMPTY if distinct[t] is None else _read(read, distinct[t], contexts[y]) for t, y in of_pair]
    return ColumnResult(pairs, [distinct[t] for t, _ in of_pair], results)


def _remembered(read: Reader, distinct: list, context: Context, memo: dict) -> list[Result]:
    if len(memo) > MEMO:  # all different: remembering would only cost memory
        memo.clear()
    results = []
    for text in distinct:
        result = EMPTY if text is None else memo.get(text)
        if result is None:
            result = memo[text] = _read(read, text, context)
        results.append(result)
    return results


def as_text(value: object) -> str | None:
    """A cell as text; None for nothing. Readers hand over text, but a typed cell must not hurt."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, (bool, np.bool_)):
        return "1" if value else "0"
    if isinstance(value, (datetime.date, datetime.datetime)):
        return None if value is pd.NaT else value.isoformat()
    if isinstance(value, (float, np.floating)):
        if value != value:
            return None
        return str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else repr(float(value))
    return None if value is pd.NA or value is pd.NaT else str(value)


def merged(*parts: tuple[str, ...]) -> tuple[str, ...]:
    """Codes in order of appearance, each once."""
    return tuple(dict.fromkeys(code for part in parts for code in part))


def _read(read: Reader, raw: str, context: Context) -> Result:
    cleaned = clean(raw)
    if not raw.isascii():
        redecoded = redecode(raw)
        if redecoded is not None:
            text, repaired = redecoded
            cleaned = clean(text) if repaired else Cleaned(encodable(raw).strip())
            cleaned = cleaned._replace(
                rules=merged(("R-MOJIBAKE",) if repaired else (), cleaned.rules),
                flags=merged(("W-MOJIBAKE",), cleaned.flags),
            )
    if is_blank(cleaned.text):
        return EMPTY
    result = read(cleaned.text, context)
    if not cleaned.rules and not cleaned.flags:
        return result
    if result.value is None and not result.flags:
        return result
    flags = merged(cleaned.flags, result.flags)
    return result._replace(flags=flags, rules=merged(cleaned.rules, result.rules))


def _factorise(texts) -> tuple[np.ndarray, list[str | None]]:
    array = np.empty(len(texts), dtype=object)
    array[:] = list(texts)
    codes, distinct = pd.factorize(array, use_na_sentinel=False)
    return codes, [as_text(text) for text in distinct]


def _year(fy) -> int | None:
    return None if fy is None or fy != fy else int(fy)
