"""Office days and the response clocks R0-R9 (unified model, section 4.3).

Times are Japanese wall time without an offset (datetime64[s]), as the offices' clocks show it.
"""

from __future__ import annotations

import datetime
import functools
import json
from collections.abc import Iterable, Mapping

import numpy as np

from . import catalogue

DAY, SECOND = "datetime64[D]", "datetime64[s]"
# The law of 1948 and the equinox formula's end: beside these years nothing can be said of holidays.
FIRST_YEAR, LAST_YEAR = 1949, 2099
_WEEK = np.timedelta64(7, "D")


class CalendarError(ValueError):
    """An office calendar that cannot be read; the text names the entry."""


class OfficeCalendar:
    """The office days of one city.

    ``closures``: T01.office_calendar, as text or decoded: a list of closed days, or {"closed": [...], "open":
    [...]}; a day is "YYYY-MM-DD", or "MM-DD" for every year. ``hours``: T01.office_hours, "08:30-17:15".
    Raises CalendarError where an entry is no day.
    """

    def __init__(self, closures=None, hours: str | None = None):
        entry = json.loads(closures) if isinstance(closures, str) and closures.strip() else closures
        entry = entry if isinstance(entry, Mapping) else {"closed": entry or []}
        self._closed = [_day_key(day) for day in entry.get("closed", [])]
        self._open = [_day_key(day) for day in entry.get("open", [])]
        self.close = _closing(hours)
        self._days: dict[int, np.ndarray] = {}

    def office_days(self, year: int) -> np.ndarray:
        """The days of a year on which the office is open, in order (datetime64[D])."""
        if year not in self._days:
            self._days[year] = self._year(year)
        return self._days[year]

    def is_open(self, days) -> np.ndarray:
        """Whether the office is open, for an array of days; False for NaT and beyond the known years."""
        days = np.asarray(days, DAY)
        return np.isin(days, self._table(days)) & ~np.isnat(days)

    def due(self, codes, start, judged=None) -> np.ndarray:
        """When each response is due (datetime64[s]); NaT for R9, unknown codes and a start that is not known.

        ``codes``: numbers into ``catalogue.responses()`` (others: none); ``start``: receipt, finding or judging;
        ``judged``: the moment of judging, whose fiscal year R5 counts from (default: ``start``).
        """
        codes, start = np.asarray(codes), np.asarray(start, SECOND)
        judged = start if judged is None else np.broadcast_to(np.asarray(judged, SECOND), start.shape)
        due = np.full(start.shape, "NaT", SECOND)
        for n, entry in enumerate(catalogue.clocks()["responses"]):
            here = codes == n
            if not here.any():
                continue
            if "hours" in entry:
                due[here] = start[here] + np.timedelta64(int(entry["hours"] * 3600), "s")
            elif "office_days" in entry:
                due[here] = self._after(start[here], int(entry["office_days"])) + self.close
            elif "days" in entry:
                day = start[here].astype(DAY) + np.timedelta64(int(entry["days"]), "D")
                due[here] = self._step(day, 0) + self.close
            elif entry.get("fiscal"):
                due[here] = _fiscal_end(judged[here]) + self.close
        due[_unknown(start)] = np.datetime64("NaT")
        return due

    def _after(self, start: np.ndarray, n: int) -> np.ndarray:
        """The n-th office day after the day of receipt; a receipt after closing counts from the next office day."""
        day = start.astype(DAY)
        late = start - day.astype(SECOND) > self.close
        return self._step(day + late.astype("timedelta64[D]"), n)

    def _step(self, day: np.ndarray, n: int) -> np.ndarray:
        """The n-th office day after the first one that is not before ``day``."""
        table = self._table(day)
        if not len(table):
            return np.full(day.shape, "NaT", DAY)
        at = np.searchsorted(table, day) + n
        found = table[np.minimum(at, len(table) - 1)]
        found[(at >= len(table)) | np.isnat(day)] = np.datetime64("NaT")
        return found

    def _table(self, days: np.ndarray) -> np.ndarray:
        """The office days of the years that occur and of what follows them: holidays are dear to work out."""
        days = days[~_unknown(days)]
        ahead = (
            np.unique(np.concatenate([days, days + 12 * _WEEK]).astype("datetime64[Y]")).astype(int) + 1970
        )
        parts = [self.office_days(int(year)) for year in ahead if FIRST_YEAR <= year <= LAST_YEAR]
        return np.concatenate(parts) if parts else np.zeros(0, DAY)

    def _year(self, year: int) -> np.ndarray:
        days = np.arange(f"{year}-01-01", f"{year + 1}-01-01", dtype=DAY)
        names = np.datetime_as_string(days)
        month_day = np.array([name[5:] for name in names])
        office = catalogue.clocks()["office"]
        first, last = office["closed_from"], office["closed_to"]
        closed = (month_day >= first) | (month_day <= last) if first > last else (
            (month_day >= first) & (month_day <= last)
        )  # fmt: skip
        closed |= ~np.is_busday(days) | np.isin(days, holidays(year))
        closed |= np.isin(names, self._closed) | np.isin(month_day, self._closed)
        closed &= ~(np.isin(names, self._open) | np.isin(month_day, self._open))
        return days[~closed]


class Calendars:
    """One calendar a city; a city that is not named has the common one."""

    def __init__(self, cities: Mapping[str, OfficeCalendar] | None = None):
        self._cities = dict(cities or {})
        self._common = OfficeCalendar()

    @classmethod
    def of(cls, cities: Iterable[Mapping]) -> Calendars:
        """From rows of T01 (``city_code``, ``office_calendar``, ``office_hours``); raises CalendarError."""
        return cls(
            {
                row["city_code"]: OfficeCalendar(_value(row, "office_calendar"), _value(row, "office_hours"))
                for row in cities
            }
        )

    def __getitem__(self, city: str | None) -> OfficeCalendar:
        return self._cities.get(city, self._common)

    def due(self, codes, start, cities, judged=None) -> np.ndarray:
        """``OfficeCalendar.due`` for rows of several cities; ``cities``: a code a row."""
        codes, start = np.asarray(codes), np.asarray(start, SECOND)
        due = np.full(start.shape, "NaT", SECOND)
        cities = np.asarray(cities, object)
        rest = np.ones(start.shape, bool)
        judged = None if judged is None else np.broadcast_to(np.asarray(judged, SECOND), start.shape)
        for city, calendar in [*self._cities.items(), (None, self._common)]:
            here = rest if city is None else cities == city
            rest = rest & ~here
            if here.any():
                due[here] = calendar.due(codes[here], start[here], None if judged is None else judged[here])
        return due


@functools.lru_cache(maxsize=200)
def holidays(year: int) -> np.ndarray:
    """The holidays of a year that fall on Monday to Friday, substitutes and special laws included."""
    import jpholiday

    days = np.arange(f"{year}-01-01", f"{year + 1}-01-01", dtype=DAY)
    weekdays = days[np.is_busday(days)]
    return weekdays[[jpholiday.is_holiday(day) for day in weekdays.tolist()]]


def _fiscal_end(judged: np.ndarray) -> np.ndarray:
    """The end of the fiscal year of judging; judged late in it, of the next."""
    fiscal = catalogue.clocks()["fiscal"]
    year = judged.astype("datetime64[Y]")
    day = judged.astype(DAY)
    end = year.astype(DAY) + _offset(year, fiscal["ends"])
    one = np.timedelta64(1, "Y")
    past = day > end
    late = day >= year.astype(DAY) + _offset(year, fiscal["next_from"])
    # Between the turn of the year and the fiscal year's end, "late" is what was judged after the last next_from.
    late |= ~past
    years = year + np.where(past, 1, 0) * one + np.where(late, 1, 0) * one
    return years.astype(DAY) + _offset(years, fiscal["ends"])


def _offset(years: np.ndarray, month_day: str) -> np.ndarray:
    month, day = (int(part) for part in month_day.split("-"))
    months = years.astype("datetime64[M]") + np.timedelta64(month - 1, "M")
    return months.astype(DAY) + np.timedelta64(day - 1, "D") - years.astype(DAY)


def _unknown(moments: np.ndarray) -> np.ndarray:
    years = moments.astype("datetime64[Y]").astype(int) + 1970
    return np.isnat(moments) | (years < FIRST_YEAR) | (years > LAST_YEAR)


def _day_key(day) -> str:
    text = day.isoformat() if isinstance(day, datetime.date) else str(day).strip()
    try:
        datetime.date.fromisoformat(text if len(text) > 5 else f"2024-{text}")
    except ValueError as error:
        raise CalendarError(text) from error
    return text


def _closing(hours: str | None) -> np.timedelta64:
    end = (hours or "").strip().rpartition("-")[2] or catalogue.clocks()["office"]["close"]
    try:
        hour, minute = (int(part) for part in end.split(":"))
    except ValueError as error:
        raise CalendarError(str(hours)) from error
    return np.timedelta64(hour * 60 + minute, "m").astype("timedelta64[s]")


def _value(row: Mapping, name: str):
    value = row.get(name)
    return None if value is None or value != value else value
