"""Maintenance standards: ``judge`` damages by them, compare them, and find what agreeing would change.

Pure functions on DataFrames and arrays; no QGIS, no files beside ``schema/standards``. Source: unified model,
section 4. Order of use: a ``StandardSet`` (``builtin``, or rows of T11), ``prepare`` the damages once, then ``judge``,
``what_if``, ``sweep`` as often as needed.
"""

from __future__ import annotations

from .applying import LEVELS
from .calendar import CalendarError, Calendars, OfficeCalendar, holidays
from .catalogue import measures, responses
from .comparing import (
    ALL,
    Change,
    adopt,
    differences,
    propose_unified,
    span_years,
    states,
    sweep,
    unified,
    what_if,
)
from .judging import judge, levels
from .pavement import Mci, mci, pavement_class
from .preparing import Prepared, prepare
from .prices import Costs, Prices, builtin_prices, costs
from .receipts import with_receipts
from .results import Judgements, hits_json
from .rows import (
    CELLS,
    NEVER,
    NO_RESPONSE,
    RESPONSES,
    THRESHOLDS,
    Effective,
    Problem,
    StandardSet,
    builtin,
    check,
    effective,
)
from .words import sentence, sentences

__all__ = [
    "ALL",
    "CELLS",
    "LEVELS",
    "NEVER",
    "NO_RESPONSE",
    "RESPONSES",
    "THRESHOLDS",
    "CalendarError",
    "Calendars",
    "Change",
    "Costs",
    "Effective",
    "Judgements",
    "Mci",
    "OfficeCalendar",
    "Prepared",
    "Prices",
    "Problem",
    "StandardSet",
    "adopt",
    "builtin",
    "builtin_prices",
    "check",
    "costs",
    "differences",
    "effective",
    "hits_json",
    "holidays",
    "judge",
    "levels",
    "mci",
    "measures",
    "pavement_class",
    "prepare",
    "propose_unified",
    "responses",
    "sentence",
    "sentences",
    "span_years",
    "states",
    "sweep",
    "unified",
    "what_if",
    "with_receipts",
]
