"""A plan: which damages are repaired when, and which miss their deadline. ``workplan``, ``compare``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...i18n import tr
from .capacity import PARTS, Capacity, PlanError
from .choosing import choose
from .sequencing import sequence

WEIGHTS = {"A": 4, "B": 2, "C": 1}
EXACT_UP_TO, TIME_LIMIT_S = 2000, 20.0
POOL = ""
MET, LATE, MISSED, DONE, OPEN = "met", "late", "missed", "done", "open"
_NEEDED = ("uuid", "city_code", "rank", "band", "top", "due", "work")


@dataclass
class Plan:
    """``frame``: one row a job in the order of ``jobs``, with their index: uuid, city_code, rank, done_on (day; NaT:
    not within the plan), place (1: the first that its crew does), state, overdue (its deadline passed before the plan).

    State: met (done by its deadline), late (done after it), missed (its deadline lies within the plan or before, and
    it is not done), done (without a deadline within the plan), open (the same, not done).

    ``value``, ``bound``: sum of the weights of deadlines kept among those that can be chosen, and what no plan can
    exceed; ``exact``: they are equal.
    """

    frame: pd.DataFrame
    capacity: Capacity
    pooled: bool
    value: int
    bound: int
    exact: bool

    @property
    def gap(self) -> float:
        """Share of the bound that the plan may be short of it; 0 where it is the best there is."""
        return (self.bound - self.value) / self.bound if self.bound else 0.0

    def totals(self) -> pd.DataFrame:
        """One row a city: jobs, work, done, deadlines (within the plan and not over before it), met, and jobs late
        and missed. Last row: all."""
        frame = self.frame
        table = pd.DataFrame(
            {
                "jobs": 1,
                "work": frame["work"],
                "done": frame["done_on"].notna(),
                "deadlines": frame["state"].isin([MET, LATE, MISSED]) & ~frame["overdue"],
                "met": frame["state"] == MET,
                "late": frame["state"] == LATE,
                "missed": frame["state"] == MISSED,
                "overdue": frame["overdue"],
            }
        ).astype(float)
        found = table.groupby(frame["city_code"]).sum()
        found.loc["all"] = found.sum()
        whole = [name for name in found if name != "work"]
        found[whole] = found[whole].astype(int)
        return found

    def months(self) -> pd.DataFrame:
        """Jobs and work by the month in which they are done, and by city."""
        done = self.frame[self.frame["done_on"].notna()]
        month = done["done_on"].to_numpy("datetime64[M]").astype(str)
        grouped = done.groupby([month, "city_code"])["work"].agg(jobs="size", work="sum")
        return grouped.rename_axis(["month", "city_code"]).reset_index()


@dataclass
class Comparison:
    """``gain``: by city and for all, deadlines met by each city alone, by all together, and the difference."""

    separate: Plan
    pooled: Plan
    gain: pd.DataFrame


def workplan(
    jobs: pd.DataFrame,
    capacity: Capacity,
    *,
    pooled: bool = False,
    weights: Mapping[str, int] | None = None,
    exact_up_to: int = EXACT_UP_TO,
    time_limit_s: float = TIME_LIMIT_S,
) -> Plan:
    """When each job is done by a city's own crew, or by one crew for all.

    ``jobs`` (see ``jobs_of``): uuid, city_code, rank, band, top, due (day or moment; NaT: none), work (in the unit of
    ``capacity``). Three rules, in this order: what is on top of the list is done first, by rank; then as many
    deadlines as possible are kept, counted by ``weights`` of their bands (whole numbers); else the rank decides.
    A damage's work may run over from one day or month into the next. Raises PlanError.
    """
    weights = dict(weights or WEIGHTS)
    _check(jobs, capacity, pooled, weights)
    parts, value, bound = [], 0, 0
    cities = jobs["city_code"].to_numpy(object)
    for city, limit in {POOL: capacity.pooled()}.items() if pooled else capacity.cumulative.items():
        own = np.arange(len(jobs)) if pooled else np.flatnonzero(cities == city)
        part, found = _planned(jobs, own, limit, capacity.days, weights, exact_up_to, time_limit_s)
        parts.append(part)
        value, bound = value + found[0], bound + found[1]
    frame = pd.concat(parts).sort_index(kind="stable")
    frame.index = jobs.index
    return Plan(frame, capacity, pooled, value, bound, value == bound)


def compare(jobs: pd.DataFrame, capacity: Capacity, **options) -> Comparison:
    """The same jobs and the same total capacity, city by city and pooled: what joint management gains."""
    separate = workplan(jobs, capacity, pooled=False, **options)
    pooled = workplan(jobs, capacity, pooled=True, **options)
    a, b = separate.totals(), pooled.totals()
    gain = pd.DataFrame({"deadlines": a["deadlines"], "separate": a["met"], "pooled": b["met"]})
    gain["gain"] = gain["pooled"] - gain["separate"]
    gain["done_separate"], gain["done_pooled"] = a["done"], b["done"]
    return Comparison(separate, pooled, gain)


def _planned(jobs, own, limit, days, weights, exact_up_to, time_limit_s):
    """(frame of these jobs, indexed by their position; (weights of deadlines kept, bound))."""
    part = jobs.iloc[own]
    order = np.argsort(part["rank"].to_numpy(), kind="stable")
    part, own = part.iloc[order], own[order]
    work = np.ceil(part["work"].to_numpy(float) * PARTS - 1e-6).astype(np.int64)
    top = part["top"].to_numpy(bool)
    due = part["due"].to_numpy("datetime64[D]")
    overdue = ~np.isnat(due) & (due < days[0])
    within = ~np.isnat(due) & ~overdue & (due <= days[-1])
    slot = np.where(within, (due - days[0]).astype("timedelta64[D]").astype(np.int64), 0)
    weight = np.array([weights[band] for band in part["band"]], np.int64)
    free = np.flatnonzero(within & ~top)
    found = choose(work[free], slot[free], weight[free], limit - work[top].sum(), exact_up_to=exact_up_to,
                   time_limit_s=time_limit_s)  # fmt: skip
    kept = np.zeros(len(part), bool)
    kept[free[found.kept]] = True
    steps = sequence(work, slot, kept, top, limit)
    ends = np.searchsorted(limit, np.cumsum(work[steps]))
    done_on = np.full(len(part), np.datetime64("NaT", "D"))
    inside = ends < len(days)
    done_on[steps[inside]] = days[ends[inside]]
    place = np.empty(len(part), np.int64)
    place[steps] = np.arange(1, len(part) + 1)
    done, near = ~np.isnat(done_on), within | overdue
    state = np.select(
        [done & within & (done_on <= due), done & near, near, done], [MET, LATE, MISSED, DONE], OPEN
    ).astype(object)
    frame = pd.DataFrame(
        {
            "uuid": part["uuid"].to_numpy(object),
            "city_code": part["city_code"].to_numpy(object),
            "rank": part["rank"].to_numpy(),
            "work": part["work"].to_numpy(float),
            "due": due.astype("datetime64[s]"),
            "done_on": done_on.astype("datetime64[s]"),
            "place": place,
            "state": state,
            "overdue": overdue,
        },
        index=own,
    )
    # The order may keep a deadline more than the choice promised.
    value = int(weight[free][state[free] == MET].sum())
    return frame, (value, max(value, found.bound))


def _check(jobs: pd.DataFrame, capacity: Capacity, pooled: bool, weights: dict) -> None:
    missing = [name for name in _NEEDED if name not in jobs]
    if missing:
        raise PlanError(tr("The list has no column {names}.", names=", ".join(missing)))
    work = pd.to_numeric(jobs["work"], errors="coerce").to_numpy(float)
    if not (np.isfinite(work) & (work >= 0)).all():
        bad = jobs["uuid"].to_numpy(object)[~(np.isfinite(work) & (work >= 0))]
        raise PlanError(
            tr("{n} damages have no amount of work (first: {first}). Enter it, or let it be assumed.", n=len(bad),
               first=bad[0])
        )  # fmt: skip
    if jobs["rank"].duplicated().any() or not (jobs["rank"] > 0).all():
        raise PlanError(tr("Every damage needs a rank of its own: rank the list first."))
    strange = sorted({str(band) for band in jobs["band"]} - set(weights))
    whole = all(
        isinstance(w, (int, np.integer)) and not isinstance(w, bool) and w > 0 for w in weights.values()
    )
    if strange or not whole:
        raise PlanError(tr("Each band needs a weight that is a whole number above 0 (bands: {bands}).",
                           bands=", ".join(strange or sorted(weights))))  # fmt: skip
    unknown = sorted({str(city) for city in jobs["city_code"]} - set(capacity.cumulative))
    if unknown and not pooled:
        raise PlanError(tr("Nothing is entered for these cities: {cities}. Enter 0 where nothing can be done.",
                           cities=", ".join(unknown)))  # fmt: skip
