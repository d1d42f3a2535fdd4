"""Days as other countries write them: 4/12/2016 7:54. Which number comes first, one cell cannot tell: the kind says.

Kinds ``date_mdy``, ``date_dmy``, ``datetime_mdy``, ``datetime_dmy``. The clock is taken as it stands (see dates).
"""

from __future__ import annotations

import re

from .core import Context, Result, reader
from .dates import read_date, read_datetime

_DAY = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(.*)", re.DOTALL)


@reader("date_mdy")
def read_date_mdy(text: str, context: Context) -> Result:
    return read_date(_turned(text, month_first=True), context)


@reader("date_dmy")
def read_date_dmy(text: str, context: Context) -> Result:
    return read_date(_turned(text, month_first=False), context)


@reader("datetime_mdy")
def read_datetime_mdy(text: str, context: Context) -> Result:
    return read_datetime(_turned(text, month_first=True), context)


@reader("datetime_dmy")
def read_datetime_dmy(text: str, context: Context) -> Result:
    return read_datetime(_turned(text, month_first=False), context)


def _turned(text: str, month_first: bool) -> str:
    """The year first; a text of another form stays, and is read (or refused) as any other."""
    match = _DAY.fullmatch(text.strip())
    if match is None:
        return text
    month, day = (match[1], match[3]) if month_first else (match[3], match[1])
    return f"{match[4]}-{month}-{day}{match[5]}"
