"""Office days: the holidays of 2019-2030 by the law, written out here apart from the library."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from gunmane.analysis.standards import CalendarError, Calendars, OfficeCalendar, holidays, responses

DAY = dt.timedelta(1)


def monday(year, month, n):
    first = dt.date(year, month, 1)
    return first + dt.timedelta((7 - first.weekday()) % 7 + 7 * (n - 1))


def by_law(year):
    """The law of 1948 and the special laws of 2019-2021; the equinoxes by their formula."""
    tail = 0.242194 * (year - 1980)
    spring = int(20.8431 + tail) - (year - 1980) // 4
    autumn = int(23.2488 + tail) - (year - 1980) // 4
    days = {
        dt.date(year, m, d) for m, d in [(1, 1), (2, 11), (4, 29), (5, 3), (5, 4), (5, 5), (11, 3), (11, 23)]
    }
    days |= {monday(year, 1, 2), monday(year, 9, 3), dt.date(year, 3, spring), dt.date(year, 9, autumn)}
    if year >= 2020:
        days.add(dt.date(year, 2, 23))
    if year == 2019:
        days |= {dt.date(2019, 5, 1), dt.date(2019, 10, 22)}
    moved = {
        2020: [(7, 23), (7, 24), (8, 10)],
        2021: [(7, 22), (7, 23), (8, 8)],
    }.get(year)
    if moved:
        days |= {dt.date(year, m, d) for m, d in moved}
    else:
        days |= {monday(year, 7, 3), dt.date(year, 8, 11), monday(year, 10, 2)}
    between = {
        d + DAY for d in days if d + 2 * DAY in days and d + DAY not in days and (d + DAY).weekday() != 6
    }
    substitutes = set()
    for day in days:
        if day.weekday() == 6:
            while day in days:
                day += DAY
            substitutes.add(day)
    return days | between | substitutes


@pytest.mark.parametrize("year", range(2019, 2031))
def test_the_librarys_holidays_are_those_of_the_law(year):
    expected = {day for day in by_law(year) if day.weekday() < 5}
    assert set(holidays(year).tolist()) == expected


SPECIAL = """
2019-04-30 2019-05-01 2019-05-02 2019-10-22 2020-07-23 2020-07-24 2020-08-10 2021-07-22 2021-07-23 2021-08-09
2026-05-06 2026-09-22 2027-03-22
"""


@pytest.mark.parametrize("day", SPECIAL.split())
def test_special_days_are_closed(day):
    assert not OfficeCalendar().is_open([day])[0]


@pytest.mark.parametrize(
    "day", ["2019-12-23", "2020-07-20", "2020-08-11", "2020-10-12", "2021-07-19", "2021-10-11"]
)
def test_days_that_the_special_laws_gave_back_are_open(day):
    assert OfficeCalendar().is_open([day])[0]


def test_the_turn_of_the_year_is_closed():
    days = np.arange("2026-12-28", "2027-01-06", dtype="datetime64[D]")
    assert days[OfficeCalendar().is_open(days)].astype(str).tolist() == [
        "2026-12-28",
        "2027-01-04",
        "2027-01-05",
    ]


def due(code, start, judged=None, calendar=None):
    found = (calendar or OfficeCalendar()).due(
        [responses().index(code)], [np.datetime64(start)], None if judged is None else np.datetime64(judged)
    )
    return str(found[0])


def test_r0_and_r1_run_round_the_clock():
    assert due("R0", "2026-12-31T23:30") == "2027-01-01T01:30:00"
    assert due("R1", "2026-05-02T10:00") == "2026-05-03T10:00:00"


@pytest.mark.parametrize(
    ("start", "day"),
    [
        ("2026-03-05T17:15:00", "2026-03-10"),  # at closing time still counts
        ("2026-03-05T17:15:01", "2026-03-11"),
        ("2026-03-06T18:00:00", "2026-03-12"),  # Friday evening: day 0 is Monday
        ("2026-03-08T18:00:00", "2026-03-12"),  # Sunday evening too
        ("2026-03-07T09:00:00", "2026-03-12"),
    ],
)
def test_a_receipt_after_closing_counts_from_the_next_office_day(start, day):
    assert due("R2", start) == f"{day}T17:15:00"


def test_r4_is_28_days_moved_to_an_office_day():
    assert due("R4", "2026-03-05T10:00") == "2026-04-02T17:15:00"
    assert due("R4", "2026-04-08T10:00") == "2026-05-07T17:15:00"  # 05-06 is a substitute holiday
    assert due("R4", "2026-12-03T20:00") == "2027-01-04T17:15:00"


@pytest.mark.parametrize(
    ("judged", "end"),
    [
        ("2026-04-01", "2027-03-31"),
        ("2026-09-30", "2027-03-31"),
        ("2026-10-01", "2028-03-31"),
        ("2027-01-10", "2028-03-31"),
        ("2027-03-31", "2028-03-31"),
        ("2028-02-29", "2029-03-31"),
    ],
)
def test_r5_is_the_end_of_the_fiscal_year_of_judging(judged, end):
    assert due("R5", "2020-01-01", judged) == f"{end}T17:15:00"


def test_r9_and_what_is_not_known_have_no_deadline():
    assert due("R9", "2026-03-05") == "NaT"
    assert np.isnat(OfficeCalendar().due([2, 99], np.array(["NaT", "2026-03-05"], "M8[s]"))).all()
    assert np.isnat(OfficeCalendar().due([2, 4], np.array(["1800-01-01", "2350-01-01"], "M8[s]"))).all()


def test_a_citys_own_closures_and_hours_count_for_it_only():
    own = {"city_code": "082244", "office_calendar": '["2026-03-06", "11-13"]', "office_hours": "08:30-16:00"}
    calendars = Calendars.of([own, {"city_code": "082112", "office_calendar": None, "office_hours": None}])
    start = np.full(3, np.datetime64("2026-03-05T16:30", "s"))
    found = calendars.due([2, 2, 2], start, ["082244", "082112", None])
    assert found.astype(str).tolist() == ["2026-03-12T16:00:00", "2026-03-10T17:15:00", "2026-03-10T17:15:00"]
    assert (
        not calendars["082244"].is_open(["2026-11-13"])[0] and calendars["082112"].is_open(["2026-11-13"])[0]
    )
    opened = OfficeCalendar({"closed": [], "open": ["2026-03-07"]})
    assert opened.is_open(["2026-03-07"])[0]


@pytest.mark.parametrize("bad", ['["2026-02-30"]', '["monday"]'])
def test_a_closure_that_is_no_day_is_named(bad):
    with pytest.raises(CalendarError):
        OfficeCalendar(bad)
