"""Japanese eras: first western year, first and last day. Source: unified model, section 3.1."""

from __future__ import annotations

import datetime

FIRST_YEAR, LAST_YEAR = 1868, 2100
# First western year -> first and last day; 明治 by its public use.
ERA_RANGES = {
    1868: (datetime.date(1868, 1, 25), datetime.date(1912, 7, 29)),
    1912: (datetime.date(1912, 7, 30), datetime.date(1926, 12, 25)),
    1926: (datetime.date(1926, 12, 25), datetime.date(1989, 1, 7)),
    1989: (datetime.date(1989, 1, 8), datetime.date(2019, 4, 30)),
    2019: (datetime.date(2019, 5, 1), None),
}
ERA_NAME = r"(?:明治|大正|昭和|平成|令和|[MTSHRmtshr明大昭平令])"
_FIRST = {
    "明": 1868,
    "m": 1868,
    "大": 1912,
    "t": 1912,
    "昭": 1926,
    "s": 1926,
    "平": 1989,
    "h": 1989,
    "令": 2019,
    "r": 2019,
}
# A year without an era: the latest era in which it is not far in the future, so R up to 19 (2037), H to 31, S to 64.
_WITHOUT_ERA = ((19, 2019), (31, 1989), (64, 1926))


def era_of(name: str) -> int:
    """The first western year of an era by its name, first kanji or letter."""
    return _FIRST[name[0].lower()]


def year_without_era(number: int, near: int | None) -> int | None:
    """The western year of a wareki year whose era is not stated; ``near`` a year that it should be close to."""
    if number < 1:
        return None
    if near is not None:
        years = [first + number - 1 for _, first in _WITHOUT_ERA if _lives(first, number)]
        return min(years, key=lambda year: abs(year - near)) if years else None
    return next((first + number - 1 for last, first in _WITHOUT_ERA if number <= last), None)


def _lives(first: int, number: int) -> bool:
    end = ERA_RANGES[first][1]
    return end is None or first + number - 1 <= end.year
