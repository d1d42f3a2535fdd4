"""Moments as machines write them: serial days of spreadsheets and ISO 8601. Source: unified model, section 3.1."""

from __future__ import annotations

import datetime
import re

from .core import Result
from .eras import FIRST_YEAR, LAST_YEAR

_JST = datetime.timezone(datetime.timedelta(hours=9))
ISO = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::(\d\d)(?:\.\d+)?)? ?(Z|[+-]\d\d:?\d\d)?", re.I)
SERIAL = re.compile(r"(\d{1,5})(\.\d{1,20})?")


class NotADateError(Exception):
    """A text that is no date; the argument is its flag."""


def read_serial(match: re.Match, date1904: bool) -> Result:
    """Days of a spreadsheet; those up to 60 lie before the calendar of the 1900 system is right."""
    days = int(match[1]) + (1462 if date1904 else 0)
    day = datetime.date(1899, 12, 30) + datetime.timedelta(days=days)
    if days <= 60 or (day.year < 1905):
        raise NotADateError("E-DATE")
    extra = None
    if match[2]:
        seconds = round(float(match[2]) * 86400)
        day += datetime.timedelta(days=seconds // 86400)
        seconds = round(seconds % 86400 / 60) * 60 if abs(seconds % 60 - 30) > 28 else seconds % 86400
        extra = {"time": str(datetime.timedelta(seconds=min(seconds, 86399))).zfill(8)}
    check_range(day)
    return Result(day.isoformat(), None, "day", (), ("C-SERIAL",), extra)


def read_iso(match: re.Match) -> Result:
    moment = datetime.datetime.fromisoformat(f"{match[1]}T{match[2]}:{match[3] or '00'}")
    zone = match[4]
    if zone and zone.upper() != "+09:00":
        sign = "+00:00" if zone.upper() == "Z" else zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
        moment = (
            datetime.datetime.fromisoformat(moment.isoformat() + sign).astimezone(_JST).replace(tzinfo=None)
        )
        rules = ("C-ZONE",)
    else:
        rules = ()
    check_range(moment.date())
    return Result(moment.date().isoformat(), None, "day", (), rules, {"time": moment.time().isoformat()})


def check_range(day: datetime.date) -> None:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise NotADateError("E-DATE")
