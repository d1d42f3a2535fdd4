"""What can be done by which day: crew-hours or money per month and city, laid out over days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from ...i18n import tr
from ..standards import Calendars

_DAY = "datetime64[D]"
PARTS = 100  # whole hundredths of an hour or a yen: sums are exact, so that plans are the same everywhere
MOST = 1e12  # in a month: its parts are added up over ten years and all cities
HOURS, YEN = "hours", "yen"


class PlanError(ValueError):
    """Something that a plan needs is missing or makes no sense; the text says what, and what to do."""


@dataclass(frozen=True)
class Capacity:
    """``days``: all days of the plan. ``cumulative``: city -> hundredths that are there by the end of each day."""

    days: np.ndarray
    cumulative: dict[str, np.ndarray]
    unit: str = HOURS

    @classmethod
    def of(
        cls,
        per_month: Mapping[str, float | Iterable[float]],
        start,
        *,
        months: int = 12,
        unit: str = HOURS,
        calendar: Calendars | None = None,
    ) -> Capacity:
        """``per_month``: city code -> the amount of every month, or a list of one a month (the first: that of
        ``start``). Crew-hours are spread evenly over the office days of each month, and those of the first month
        before ``start`` are gone; money is there on the first day of its month, and what is not spent stays.
        Raises PlanError."""
        if unit not in (HOURS, YEN):
            raise PlanError(tr("The unit must be hours or yen, not {unit}.", unit=unit))
        if not per_month:
            raise PlanError(tr("Enter what each city can do in a month."))
        if not 1 <= months <= 120:
            raise PlanError(tr("A plan covers 1 to 120 months, not {months}.", months=months))
        first = np.datetime64(start, "D")
        month = first.astype("datetime64[M]") + np.arange(months)
        days = np.arange(month[0].astype(_DAY), (month[-1] + 1).astype(_DAY))
        of_month = (days.astype("datetime64[M]") - month[0]).astype(int)
        calendar, kept = calendar or Calendars(), days >= first
        found = {}
        for city in sorted(per_month):
            amounts = _amounts(city, per_month[city], months)
            if unit == HOURS:
                works = calendar[city].is_open(days)
                count = np.bincount(of_month, works, months)
                daily = np.where(works & kept, (amounts / np.maximum(count, 1))[of_month], 0.0)
            else:
                daily = np.zeros(len(days))
                begins = np.searchsorted(days, np.maximum(month.astype(_DAY), first))
                daily[begins] = amounts
            found[city] = np.floor(np.cumsum(daily)[kept] * PARTS + 1e-6).astype(np.int64)
        return cls(days[kept], found, unit)

    def pooled(self) -> np.ndarray:
        return np.sum(list(self.cumulative.values()), axis=0)


def _amounts(city: str, given, months: int) -> np.ndarray:
    values = np.atleast_1d(np.asarray(given, float))
    if (values > MOST).any():
        raise PlanError(
            tr("{amount} in a month is more than can be planned with ({city}; at most {most}).",
               amount=f"{values.max():g}", city=city, most=f"{MOST:g}")
        )  # fmt: skip
    if values.ndim != 1 or not np.isfinite(values).all() or (values < 0).any():
        raise PlanError(tr("The amounts of {city} must be numbers from 0 on.", city=city))
    if len(values) not in (1, months):
        raise PlanError(
            tr("{city} has {n} amounts for {months} months: enter one, or one a month.", city=city, n=len(values),
               months=months)
        )  # fmt: skip
    return np.broadcast_to(values, months).astype(float)
