"""A plan of work in words: states, why a deadline falls, one sentence a damage."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..analysis.workplan import YEN, Comparison, Plan
from ..analysis.workplan.capacity import PARTS
from ..analysis.workplan.planning import DONE, LATE, MET, MISSED, OPEN
from ..i18n import tr

STATES = (MET, LATE, MISSED, DONE, OPEN)
# As on the map (styles/planned.qml): a shape before the word, so that it can be told without colour.
MARKS = {MET: "●", LATE: "▲", MISSED: "★", DONE: "◆", OPEN: "□"}
ALL = "all"  # the name of the sums in the engine's tables
PASSED, SHORT, TOP, OTHERS = "passed", "short", "top", "others"
_DAY = "datetime64[D]"


@dataclass
class Setting:
    """What a plan rests on. ``names``: city code -> name; ``shown_pooled``: which of the two plans the layer has;
    ``work_source``: where amounts of work are from; ``example``: invented ones are among them; ``share``: the share of
    the listed work that was assumed as capacity, None where somebody said what can be done; ``amounts``: city -> the
    amount of each month; ``weights``: by band; ``place``, ``number``, ``kind``, ``route``: texts a job, in the jobs'
    order; ``counts``: damages that are not planned, by reason in words."""

    names: dict[str, str]
    shown_pooled: bool
    work_source: str
    example: bool
    share: float | None
    amounts: dict[str, list[float]]
    months: list[str]
    weights: dict[str, int]
    place: np.ndarray
    number: np.ndarray
    kind: np.ndarray
    route: np.ndarray
    counts: dict[str, int]

    def city(self, code: str) -> str:
        return self.names.get(code, code)


def amount_text(value: float, unit: str) -> str:
    """An amount of work in words: "12.5 h", "340,000 yen"."""
    return tr("{n} yen", n=f"{value:,.0f}") if unit == YEN else tr("{n} h", n=f"{value:,.1f}")


def state_label(state: str) -> str:
    return {
        MET: tr("by its deadline"),
        LATE: tr("done after its deadline"),
        MISSED: tr("deadline missed, not done"),
        DONE: tr("done, without a deadline in the plan"),
        OPEN: tr("not done, without a deadline in the plan"),
    }[state]


def cause_label(cause: str | None) -> str:
    return {
        PASSED: tr("The deadline had passed before the plan begins."),
        SHORT: tr("By then there is less time or money than this one repair takes."),
        TOP: tr("What must come first takes all there is by then."),
        OTHERS: tr("Other deadlines that weigh more together take what there is by then."),
    }.get(cause, "")


def crew_label(pooled: bool, city: str) -> str:
    return tr("joint") if pooled else city


def causes(plan: Plan, jobs: pd.DataFrame) -> np.ndarray:
    """Why each deadline that is not kept falls; None for the others. One a job, in the jobs' order."""
    frame, days = plan.frame, plan.capacity.days
    found = np.full(len(frame), None, object)
    lost = frame["state"].isin([LATE, MISSED]).to_numpy()
    work = np.ceil(frame["work"].to_numpy() * PARTS - 1e-6)
    top, cities = jobs["top"].to_numpy(bool), frame["city_code"].to_numpy(object)
    due = frame["due"].to_numpy(_DAY)
    for city in [None] if plan.pooled else sorted(set(cities)):
        own = np.ones(len(frame), bool) if city is None else cities == city
        limit = plan.capacity.pooled() if city is None else plan.capacity.cumulative[city]
        at = np.clip((due - days[0]).astype("timedelta64[D]").astype(np.int64), 0, len(days) - 1)
        there, first = limit[np.where(np.isnat(due), 0, at)], work[own & top].sum()
        cause = np.select(
            [due < days[0], work > there, top | (work > there - first)], [PASSED, SHORT, TOP], OTHERS
        ).astype(object)
        found[own & lost] = cause[own & lost]
    return found


def overdue(plan: Plan, jobs: pd.DataFrame) -> np.ndarray:
    """Whether a deadline had passed before the plan begins, also where it counts anew."""
    return (plan.frame["overdue"] | jobs["renewed"]).to_numpy(bool)


def days_late(plan: Plan) -> np.ndarray:
    """Days from each deadline to the end of its repair, or to the end of the plan; 0 where it is kept, NaN where the
    deadline lies after the plan or there is none."""
    last = plan.capacity.days[-1]
    due, done = (plan.frame[name].to_numpy(_DAY) for name in ("due", "done_on"))
    days = (np.where(np.isnat(done), last, done) - due).astype("timedelta64[D]").astype(float)
    return np.where(np.isnat(due) | (due > last), np.nan, np.maximum(days, 0))


def mean_late(plan: Plan, city: str = ALL) -> float:
    """The mean of ``days_late`` of a city, or of all; 0 where there is no deadline."""
    late = days_late(plan)
    if city != ALL:
        late = late[(plan.frame["city_code"] == city).to_numpy()]
    late = late[~np.isnan(late)]
    return float(late.mean()) if len(late) else 0.0


def sentences(both: Comparison, jobs: pd.DataFrame, setting: Setting) -> list[str]:
    """One sentence a job: when, by whom, its deadline, the work, and the other plan. In the jobs' order."""
    plan, other = (both.pooled, both.separate) if setting.shown_pooled else (both.separate, both.pooled)
    why, unit = causes(plan, jobs), plan.capacity.unit
    last = str(plan.capacity.days[-1])
    done, elsewhere = (p.frame["done_on"].to_numpy(_DAY) for p in (plan, other))
    due = plan.frame["due"].to_numpy(_DAY)
    found = []
    for n, (job, row) in enumerate(zip(jobs.to_dict("records"), plan.frame.to_dict("records"))):
        crew = crew_label(plan.pooled, setting.city(job["city_code"]))
        day = str(done[n])
        if np.isnat(done[n]):
            parts = [tr("Not done by {last}, the end of the plan ({crew})", last=last, crew=crew)]
        else:
            parts = [tr("Done on {day} ({crew}, no. {place})", day=day, crew=crew, place=row["place"])]
        parts.append(_deadline(row["state"], due[n], done[n], why[n]))
        if job["renewed"]:
            parts.append(tr("counted anew, it was {due}", due=str(job["first_due"])[:10]))
        parts.append(_work(job, unit, setting))
        seen = tr("not done") if np.isnat(elsewhere[n]) else str(elsewhere[n])
        if plan.pooled:
            parts.append(tr("each city by itself: {day}", day=seen))
        else:
            parts.append(tr("all together: {day}", day=seen))
        found.append(tr("; ").join(filter(None, parts)))
    return found


def _deadline(state: str, due, done, why) -> str:
    if np.isnat(due):
        return tr("no deadline")
    if state == MET:
        return tr("by its deadline {due}", due=due)
    if state in (DONE, OPEN):
        return tr("deadline {due}, after the plan", due=due)
    reason = cause_label(why).rstrip(".。")
    if state == LATE:
        return tr(
            "{n} days after its deadline {due} ({why})", n=int((done - due).astype(int)), due=due, why=reason
        )
    return tr("misses its deadline {due} ({why})", due=due, why=reason)


def _work(job: dict, unit: str, setting: Setting) -> str:
    notes = []
    if job["assumed"]:
        notes.append(tr("typical of its kind, assumed"))
    elif job["quantity_assumed"]:
        notes.append(tr("quantity assumed"))
    if setting.example and not job["own"]:
        notes.append(tr("example table"))
    text = tr("work {amount}", amount=amount_text(job["work"], unit))
    return f"{text} ({tr(', ').join(notes)})" if notes else text


def month_table(plan: Plan, setting: Setting) -> pd.DataFrame:
    """One row a month and city: capacity (of that city), jobs and work done in the month, deadlines met and late."""
    days = plan.capacity.days.astype("datetime64[M]").astype(str)
    frame = plan.frame[plan.frame["done_on"].notna()]
    month = frame["done_on"].to_numpy("datetime64[M]").astype(str)
    rows = []
    for name in setting.months:
        end = np.flatnonzero(days == name)
        for city in sorted(set(plan.capacity.cumulative) | set(plan.frame["city_code"])):
            whole = plan.capacity.cumulative.get(city)
            there = 0.0
            if whole is not None:
                there = (whole[end[-1]] - (whole[end[0] - 1] if end[0] else 0)) / PARTS
            here = frame[(month == name) & (frame["city_code"] == city).to_numpy()]
            rows.append((name, city, there, len(here), float(here["work"].sum()),
                         int((here["state"] == MET).sum()), int((here["state"] == LATE).sum())))  # fmt: skip
    return pd.DataFrame(rows, columns=["month", "city_code", "capacity", "jobs", "work", "met", "late"])
