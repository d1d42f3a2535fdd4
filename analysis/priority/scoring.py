"""Risk, factors and score of damages: the arithmetic of section 5 of the unified model, on whole columns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...schema import model
from ..standards import Judgements, columns
from .catalogue import FACTORS
from .gathering import Facts
from .preset import BANDS, Preset
from .results import Basis

# Half a hundredth counts upwards; so does what only the last bits of a sum keep below it.
_HALF = 0.5 + 1e-7


@dataclass(frozen=True)
class Risk:
    """``adt``: counted or assumed traffic; ``assumed``: whether it was."""

    impact: np.ndarray
    probability: np.ndarray
    value: np.ndarray
    adt: np.ndarray
    assumed: np.ndarray


def risks(judged: Judgements, facts: Facts, preset: Preset, flags: list) -> Risk:
    """Impact, probability and their product. Appends flags: assumed traffic, positions that no list has."""
    ready = judged.prepared
    level = judged.frame["level"].to_numpy(object)
    impact = _base(ready.ft, ready.dt, preset) + _by_code(level, preset["impact.level"])
    fast = facts.speed_kmh >= preset["impact.speed_kmh"]
    fast |= np.isin(facts.em.astype(str), preset["impact.emergency"])
    impact = np.clip(impact + fast * preset["impact.road"], 1, 5).astype(np.int64)
    assumed = np.isnan(facts.adt)
    classes = preset["probability.assumed_adt"]
    adt = np.where(assumed, _by_code(ready.rc, classes, classes["X9"]), facts.adt)
    if assumed.any():
        flags.append(("W-PRIOADT", "adt", np.flatnonzero(assumed)))
    position = columns.texts(ready.frame, "position")
    words = preset["probability.position"]
    known = {*words, *model().code_lists["POSITION"].codes}
    codes, found = columns.distinct(position)
    strange = np.array([word not in known for word in found] + [False])[codes]
    if strange.any():
        flags.append(("W-PRIOCODE", "position", np.flatnonzero(strange)))
    steps = np.searchsorted(np.array(preset["probability.adt"], float), adt, side="right")
    chance = 1 + steps + _by_code(position, words) + _by_code(level, preset["probability.level"])
    chance = np.clip(chance, 1, 5)
    walked = facts.school & np.isin(ready.ft.astype(str), preset["probability.school_ft"])
    chance = np.where(walked, np.maximum(chance, preset["probability.school_at_least"]), chance)
    chance = chance.astype(np.int64)
    return Risk(impact, chance, impact * chance, adt, assumed)


def categories(risk: np.ndarray, preset: Preset) -> np.ndarray:
    """Codes of PR."""
    limits = preset["category.risk"]
    found = np.full(len(risk), None, object)
    for code in reversed(list(model().code_lists["PR"].codes)):
        found[risk >= limits[code]] = code
    return found


def factors(facts: Facts, adt: np.ndarray, days_over: np.ndarray, due_code, preset: Preset) -> np.ndarray:
    """The factors in the order of ``FACTORS``, one row each, 0 to 1."""
    limits = _by_code(due_code, preset["factors.overdue.limit_days"], np.inf)
    found = {
        "school": facts.school.astype(float),
        "emergency": _by_code(facts.em, preset["factors.emergency.values"]),
        "traffic": np.minimum(1.0, adt / preset["factors.traffic.full"]),
        "repeat": np.minimum(1.0, facts.repeats / preset["factors.repeat.full"]),
        "overdue": np.minimum(1.0, days_over / limits),
        "bus": facts.bus.astype(float),
        "poi": facts.poi.astype(float),
    }
    return np.vstack([found[name] for name in FACTORS])


def shares(basis: Basis, preset: Preset) -> tuple[float, np.ndarray]:
    """(points of the risk, points of each factor in the order of ``FACTORS``); absent layers have none, the others
    theirs in proportion. Together 100; all of it the risk's where no factor counts."""
    weights = preset.weights
    own = np.array([weights[name] if name in basis.present else 0.0 for name in FACTORS])
    if not own.sum() > 0:
        return 100.0, np.zeros(len(FACTORS))
    share = float(preset["score.risk_share"])
    return share, (100 - share) * own / own.sum()


def hundredths(basis: Basis, preset: Preset) -> np.ndarray:
    """Scores in whole hundredths of a point, half upwards."""
    risk, points = shares(basis, preset)
    return rounded(risk * basis.root + points @ basis.factors)


def rounded(scores: np.ndarray) -> np.ndarray:
    return np.floor(100 * scores + _HALF).astype(np.int64)


def weighted(basis: Basis, preset: Preset) -> np.ndarray:
    """The sum of weight times factor, of 100."""
    risk, points = shares(basis, preset)
    return points @ basis.factors * (100 / (100 - risk) if risk < 100 else 0.0)


def bands(hundredth: np.ndarray, unjudged: np.ndarray, preset: Preset) -> np.ndarray:
    a, b, _ = limits(preset)
    found = np.where(hundredth >= a, BANDS[0], np.where(hundredth >= b, BANDS[1], BANDS[2])).astype(object)
    least = preset["score.unjudged_at_least"]
    found[unjudged & (found > least)] = least
    return found


def limits(preset: Preset) -> tuple[int, int, int]:
    """Where the bands begin, in hundredths."""
    limit = preset["score.bands"]
    return round(limit["A"] * 100), round(limit["B"] * 100), 0


def _base(ft: np.ndarray, dt: np.ndarray, preset: Preset) -> np.ndarray:
    found = np.zeros(len(ft))
    ft, dt = ft.astype(str), dt.astype(str)
    for entry in preset["impact.base"]:
        here = found == 0
        if "dt" in entry:
            here &= np.isin(dt, entry["dt"])
        if "ft" in entry:
            here &= np.isin(ft, entry["ft"])
        found[here] = entry["points"]
    found[found == 0] = preset["impact.otherwise"]
    return found


def _by_code(values: np.ndarray, table: dict, otherwise: float = 0.0) -> np.ndarray:
    codes, found = columns.distinct(values)
    return np.array([*(table.get(code, otherwise) for code in found), otherwise], float)[codes]
