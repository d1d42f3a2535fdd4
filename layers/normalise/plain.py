"""Texts without a meaning of their own, and request numbers. Source: unified model, sections 2 (T05) and 3.2."""

from __future__ import annotations

import re

from .core import Context, Result, reader
from .eras import ERA_NAME, FIRST_YEAR, LAST_YEAR, era_of, year_without_era
from .null_words import is_null

_CANONICAL_NO = re.compile(r"(\d{6})-(\d{4})-(\d{5,9})")
_NUMBER = re.compile(
    rf"(?P<era>{ERA_NAME})?\.? ?(?P<y>\d{{1,4}}|元) ?(?:年度?)? ?[-/_. ]? ?(?:第"
    rf"|No\.?|#)? ?(?P<no>\d{{1,9}}) ?(?:号|番)?",
    re.IGNORECASE,
)
_SEPARATED = re.compile(r"(?<=[\d元]) ?(?:年度?|[-/_. ]|第|No|#)", re.IGNORECASE)
_BARE = re.compile(r"(?:第|No\.?|#)? ?(\d{1,5}) ?[号番]?", re.IGNORECASE)


@reader("text")
def read_text(text: str, context: Context) -> Result:
    """The text itself, characters mended."""
    return Result(text)


@reader("req_no")
def read_req_no(text: str, context: Context) -> Result:
    """`R7-0123`, `令和7年度第123号`, `2025-00123` -> "{city_code}-{FY}-{number:05d}"."""
    if _CANONICAL_NO.fullmatch(text):
        return Result(text)
    if is_null(text):
        return Result()
    if context.city_code is None:
        return Result(flags=("E-REQNO",))
    bare = _BARE.fullmatch(text)
    if bare:
        if not isinstance(context.fy, int):
            return Result(flags=("E-REQNO",))
        return _numbered(context, context.fy, bare[1], ("W-YEAR",), ("C-REQNO",))
    match = _NUMBER.fullmatch(text)
    if match is None or not _SEPARATED.search(text):
        return Result(flags=("E-REQNO",))
    flags, rules = (), ("C-REQNO",)
    number = 1 if match["y"] == "元" else int(match["y"])
    if match["era"]:
        year, rules = era_of(match["era"]) + number - 1, ("C-REQNO", "C-WAREKI")
    elif len(match["y"]) == 4:
        year = number
    elif context.wareki and len(match["y"]) <= 2:
        year, flags = year_without_era(number, None), ("W-NOERA",)
    else:
        return Result(flags=("E-AMBIG",))
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return Result(flags=("E-REQNO",))
    return _numbered(context, year, match["no"], flags, rules)


def canonical(result: Result) -> str:
    return "" if result.value is None else str(result.value)


def _numbered(context: Context, year: int, number: str, flags: tuple, rules: tuple) -> Result:
    return Result(f"{context.city_code}-{year}-{int(number):05d}", None, None, flags, rules)
