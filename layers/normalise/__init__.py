"""Raw text of a ledger -> values, one kind of text at a time. Source: unified model, section 3.

``normalise(kind, text, context)`` reads one text, ``normalise_column`` a column; ``canonical(kind, result)``
writes a value so that it reads back. Kinds: text, freetext, date, datetime, fy, mark, number, int, code,
address, route, req_no, angle, citycode; date_mdy, date_dmy, datetime_mdy, datetime_dmy (other countries' order).
"""

from . import abroad as abroad  # registers its readers
from . import address, angles, codes, dates, marks, numbers, pii, plain, routes
from .core import ColumnResult, Context, Result, normalise, normalise_column

__all__ = ["ColumnResult", "Context", "Result", "canonical", "normalise", "normalise_column"]

_CANONICAL = {
    "code": codes.canonical,
    "citycode": codes.canonical,
    "date": dates.canonical,
    "datetime": dates.canonical,
    "fy": dates.canonical,
    "date_mdy": dates.canonical,
    "date_dmy": dates.canonical,
    "datetime_mdy": dates.canonical,
    "datetime_dmy": dates.canonical,
    "mark": marks.canonical,
    "number": numbers.canonical,
    "int": numbers.canonical,
    "angle": angles.canonical,
    "address": address.canonical,
    "route": routes.canonical,
    "freetext": pii.canonical,
}


def canonical(kind: str, result: Result) -> str:
    """The text that reads back as this value (and unit, and precision); "" for None."""
    write = _CANONICAL.get(kind, plain.canonical)
    return write(result)
