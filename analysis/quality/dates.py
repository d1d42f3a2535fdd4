"""Dates after the day of the check, and pairs of dates in an order that cannot be."""

from __future__ import annotations

import datetime

import numpy as np
import pandas as pd

from ...schema import model
from . import findings
from .catalogue import settings

SYSTEM = {"imported_at", "vanished_at", "edited_at"}


def future(table: str, frame: pd.DataFrame, as_of: datetime.date) -> pd.DataFrame:
    """Findings for dates after ``as_of`` (the whole day counts as present), except those of plans and terms.

    Dates are ISO texts in the store; a moment counts by its date in the store's own offset (Japan).
    """
    allowed = set(settings()["may_be_future"].get(table, ())) | SYSTEM
    limit = as_of.isoformat()
    parts = []
    for name in date_fields(table):
        if name in allowed or name not in frame:
            continue
        days = _days(frame[name])
        late = np.flatnonzero(days > limit)
        parts.append(
            findings.make(
                "date_future",
                table,
                frame["uuid"].to_numpy()[late],
                frame["city_code"].to_numpy()[late],
                field=name,
                value=days[late],
                as_of=limit,
            )
        )
    return findings.joined(parts)


def order(table: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Findings for later steps that happened before earlier ones (``settings.orders`` of findings.toml)."""
    parts = []
    for first, second in settings()["orders"].get(table, ()):
        if first not in frame or second not in frame:
            continue
        early, late = _texts(frame[first]), _texts(frame[second])
        days_early, days_late = early.astype("U10"), late.astype("U10")
        both = (early != "") & (late != "")
        timed = _timed(early) & _timed(late)
        wrong = both & (days_late < days_early)
        same_day = both & (days_late == days_early) & timed
        wrong[same_day] = late[same_day] < early[same_day]
        rows = np.flatnonzero(wrong)
        parts.append(
            findings.make(
                "date_order",
                table,
                frame["uuid"].to_numpy()[rows],
                frame["city_code"].to_numpy()[rows],
                field=first,
                value=_shown(early[rows]),
                later_field=second,
                later=_shown(late[rows]),
            )
        )
    return findings.joined(parts)


def date_fields(table: str) -> list[str]:
    return [f.name for f in model().tables[table].columns if f.type in ("date", "datetime")]


def day_numbers(column) -> np.ndarray:
    """Days since 1970 of ISO texts as float64, NaN where empty or unreadable."""
    days = _days(column)
    numbers = pd.to_datetime(pd.Series(days).where(days != "", None), format="%Y-%m-%d", errors="coerce")
    found = numbers.to_numpy().astype("datetime64[D]").astype(float)
    found[numbers.isna().to_numpy()] = np.nan
    return found


def _texts(column) -> np.ndarray:
    """Fixed-width texts, empty cells as ""; 25 characters hold a moment with its offset."""
    values = np.asarray(column, dtype=object)
    return np.where(pd.isna(values), "", values).astype("U25")


def _days(column) -> np.ndarray:
    return _texts(column).astype("U10")


def _timed(texts: np.ndarray) -> np.ndarray:
    """Whether a time of day is said; midnight is how the store writes that none is."""
    return (np.char.str_len(texts) > 10) & (np.char.find(texts, "T00:00:00") < 0)


def _shown(texts: np.ndarray) -> list[str]:
    return [f"{t[:10]} {t[11:16]}" if t[11:16] not in ("", "00:00") else t[:10] for t in texts.tolist()]
