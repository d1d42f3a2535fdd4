"""Damages in the order in which they should be repaired (unified model, section 5).

``prioritize(judged, layers)`` is the one way in. Whole columns; scores are whole hundredths, so that equal is equal
on every machine, and the order is total: it depends neither on the order of the input nor on the processor.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..standards import LEVELS, Calendars, Judgements, columns, responses
from ..standards.preparing import now
from . import order, scoring
from .catalogue import FACTORS
from .gathering import Facts, Layers, gather
from .preset import Preset
from .results import Basis, Ranking

_DAY, _SECOND = "datetime64[D]", "datetime64[s]"
_NAT = np.datetime64("NaT", "s")
REPAIR, UNJUDGED = ("L2", "L3"), "NJ"
TRANSFER, CLOSED, FUTURE = "transfer", "closed", "future"


def prioritize(
    judged: Judgements,
    layers: Layers | None = None,
    preset: Preset | None = None,
    *,
    as_of=None,
    calendar: Calendars | None = None,
    facts: Facts | None = None,
) -> Ranking:
    """Risk, factors, score, band and rank of every damage that waits for the city.

    ``judged``: from ``standards.judge``, with clocks; ``layers``: what the map knows; ``facts``: instead of layers,
    if they have been gathered before. ``as_of``: the day of the list (default: of the judgement); damages found and
    requests received later are left out. ``calendar``: office days, as in judging.

    Damages need ``uuid`` (or ``city_code`` and ``dmg_id``); raises order.OrderError where two have the same.
    Not ranked (``left_out`` says why): other administrators' damages, closed ones, those found after the day.
    """
    preset, layers = preset or Preset.of(), layers or Layers()
    ready = judged.prepared
    moment = judged.as_of if as_of is None else now(as_of)
    day = moment.astype(_DAY)
    until = (day + 1).astype(_SECOND)
    facts = facts or gather(ready, layers, preset, until)
    flags = list(facts.flags)
    names = order.names(ready.frame)
    left_out = _left_out(judged, preset, until)
    risk = scoring.risks(judged, facts, preset, flags)
    category = scoring.categories(risk.value, preset)
    dues = _dues(judged, category, preset, calendar or Calendars())
    over = _days_over(dues.moment, day)
    absent = dict(facts.absent)
    if "due_tmp" not in judged.frame:
        absent["overdue"] = "no_clocks"
    factors = scoring.factors(facts, risk.adt, over, dues.code, preset)
    top = np.isin(category.astype(str), preset["category.always_first"])
    top |= np.isin(dues.first.astype(str), preset["category.first_response"])
    level = judged.frame["level"].to_numpy(object)
    basis = Basis(
        rows=np.flatnonzero(left_out == None),  # noqa: E711 elementwise
        root=np.sqrt(risk.value / 25),
        factors=factors,
        present=tuple(name for name in FACTORS if name not in absent),
        top=top,
        unjudged=level == UNJUDGED,
        after=order.static(dues.moment, _received(judged), ready.route, names),
    )
    hundredths = scoring.hundredths(basis, preset)
    band = scoring.bands(hundredths, basis.unjudged, preset)
    rank = _ranks(basis, hundredths, band)
    frame = pd.DataFrame(
        {
            "rank": rank,
            "left_out": left_out,
            "level": level,
            "first": dues.first,
            "due": dues.moment,
            "due_code": dues.code,
            "due_of": dues.of,
            "days_over": over,
            "risk_i": risk.impact,
            "risk_p": risk.probability,
            "risk": risk.value,
            "category": category,
            **{f"f_{name}": factors[n] for n, name in enumerate(FACTORS)},
            "wf": scoring.weighted(basis, preset),
            "score": hundredths / 100,
            "band": band,
            "top": top,
            "p_assumed": risk.assumed,
            "adt": risk.adt,
            "em": facts.em,
            "repeats": facts.repeats,
        }
    )
    for name in absent:
        frame[f"f_{name}"] = np.nan
    gone = rank == 0
    frame.loc[gone, ["score", "wf"]] = np.nan
    frame.loc[gone, ["band", "category"]] = None
    frame.loc[gone, "top"] = False
    if (left_out == FUTURE).any():
        flags.append(("W-PRIOFUTURE", "found_at", np.flatnonzero(left_out == FUTURE)))
    if "geom" not in ready.frame or ready.frame["geom"].isna().any():
        bare = ready.frame["geom"].isna().to_numpy() if "geom" in ready.frame else np.ones(len(ready), bool)
        flags.append(("W-PRIONOPLACE", "geom", np.flatnonzero(bare)))
    return Ranking(frame, basis, judged, preset, facts, absent, flags, moment)


class _Dues:
    """When something must be done first, by which code, and who says so."""

    def __init__(self, first, moment, code, of):
        self.first, self.moment, self.code, self.of = first, moment, code, of


def _dues(judged: Judgements, category: np.ndarray, preset: Preset, calendar: Calendars) -> _Dues:
    """The earlier of the standard's first action and the category's; on one day, the standard's."""
    frame, ready = judged.frame, judged.prepared
    n, codes = len(frame), list(responses())
    level = frame["level"].to_numpy(object)
    repair, unjudged = np.isin(level.astype(str), REPAIR), level == UNJUDGED
    tmp, perm = frame["rs_tmp"].to_numpy(object), frame["rs_perm"].to_numpy(object)
    safe = np.isin(columns.texts(ready.frame, "st").astype(str), preset["scope.made_safe"])
    none = (tmp == None) | safe  # noqa: E711 elementwise
    first = np.where(none, perm, tmp)
    visit = preset["scope.unjudged_response"]
    first = np.where(repair, first, np.where(unjudged, visit, np.where(level == None, None, "R9")))  # noqa: E711
    moment = np.full(n, _NAT)
    if "due_tmp" in frame:
        due = [frame[name].to_numpy(_SECOND) for name in ("due_tmp", "due_perm")]
        moment = np.where(repair, np.where(none, due[1], due[0]), _NAT)
        going = np.full(n, codes.index(visit))
        moment[unjudged] = calendar.due(going, ready.start, ready.city, ready.judged)[unjudged]
        wanted = preset["category.response"]
        kinds, found = columns.distinct(category)
        number = np.array([codes.index(wanted[c]) if wanted[c] else -1 for c in found] + [-1])[kinds]
        number = np.where(repair | unjudged, number, -1)
        other = calendar.due(number, ready.start, ready.city, ready.judged)
        sooner = ~np.isnat(other) & (np.isnat(moment) | (other.astype(_DAY) < moment.astype(_DAY)))
        code = np.where(sooner, np.array([*codes, None], object)[number], first)
        of = np.where(sooner, "category", np.where(unjudged, "visit", "standard")).astype(object)
        moment = np.where(sooner, other, moment)
    else:
        code, of = first.copy(), np.full(n, None, object)
    nothing = np.isnat(moment)
    code[nothing], of[nothing] = None, None
    return _Dues(first, moment, code, of)


def _days_over(due: np.ndarray, day: np.datetime64) -> np.ndarray:
    days = (day - due.astype(_DAY)).astype("timedelta64[D]").astype(np.int64)
    return np.where(np.isnat(due), 0, np.maximum(days, 0))


def _left_out(judged: Judgements, preset: Preset, until: np.datetime64) -> np.ndarray:
    """None, or why a damage is not on the list."""
    ready = judged.prepared
    found = np.full(len(ready), None, object)
    closed = np.isin(columns.texts(ready.frame, "st").astype(str), preset["scope.closed"])
    # A list of an earlier day shows what was open then, where the records know when it was closed.
    ended = columns.moments(ready.frame, "closed_at")
    found[closed & ~(ended >= until)] = CLOSED
    found[ended < until] = CLOSED
    found[judged.frame["transfer"].to_numpy(bool)] = TRANSFER
    found[_received(judged) >= until] = FUTURE
    return found


def _received(judged: Judgements) -> np.ndarray:
    """Receipt or finding; NaT where the record has neither (judging lets the clock start at the judgement)."""
    frame = judged.prepared.frame
    received = columns.moments(frame, "received_at")
    return np.where(np.isnat(received), columns.moments(frame, "found_at"), received)


def _ranks(basis: Basis, hundredths: np.ndarray, band: np.ndarray) -> np.ndarray:
    """1 for the first; 0 for those left out."""
    rows = basis.rows
    sequence = np.lexsort((basis.after[rows], -hundredths[rows], band[rows].astype("U1"), ~basis.top[rows]))
    rank = np.zeros(len(hundredths), np.int64)
    rank[rows[sequence]] = np.arange(1, len(rows) + 1)
    return rank


__all__ = ["LEVELS", "prioritize"]
