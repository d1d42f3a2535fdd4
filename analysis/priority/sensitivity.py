"""How solid the ranks are: each weight moved alone, and all of them at random (unified model, section 5).

A score is whole hundredths, so with the order that decides between equals it is a number of 16 bits: a draw is one
product of matrices, one cast and one radix sort. All ranks of all draws are exact; nothing is sampled or bounded. A
few draws are held at a time, so the memory does not grow with their number.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.stats import kendalltau

from . import scoring
from .catalogue import FACTORS
from .preset import BANDS
from .results import Ranking

DRAWS, SEED, SPREAD = 1000, 5, 0.2
SPLIT = "risk_share"
OVERLAP_AT_LEAST, RHO_AT_LEAST = 0.8, 0.9  # a list is stable from here on
_TAU_WORK = 2_000_000  # damages x draws that Kendall's tau is worked out for, if nobody says how many
_BLOCK = 4  # draws that are held at once: few enough for the processor's cache
_FULL = 10_000  # hundredths of the best score


@dataclass
class Sensitivity:
    """``frame``: one row a ranked damage (index: its row in the input): rank, best and worst (over the draws),
    in_band and in_top (shares of the draws in which it keeps its band, and in which it is among the first ``top``),
    moves (the most places it moves in the runs), solid (at most 2 places or 5 % of the list), border (its band
    changes in a run).

    ``runs``: one row a single change: factor (or "risk_share"), times, overlap of the first ``k``, rho, tau,
    band_changes. ``draws``: one row a draw: rho, overlap of the first ``top``, tau (NaN in draws where it was not
    worked out). ``stable``: every overlap of the runs is at least 0.8 and every rho at least 0.9.
    """

    frame: pd.DataFrame
    runs: pd.DataFrame
    draws: pd.DataFrame
    k: int
    top: int
    seed: int
    stable: bool


def sensitivity(
    ranking: Ranking,
    draws: int = DRAWS,
    seed: int = SEED,
    *,
    spread: float = SPREAD,
    top: int | None = None,
    tau_draws: int | None = None,
) -> Sensitivity:
    """``draws``: random sets in which each weight and the risk's share is multiplied by a number of its own, uniform
    in 1 +- ``spread`` (0 to 1), and weights are brought back to the same sum. ``top``: how many of the first are
    compared in the draws (default: as in the runs, 20 or half of the list). ``tau_draws``: in how many draws Kendall's
    tau is worked out (it costs 20 times a ranking; default: as many as two million ranks allow).
    Raises ValueError for numbers that make no sense."""
    if draws < 0 or not 0 <= spread <= 1 or (top is not None and top < 1) or (tau_draws or 0) < 0:
        raise ValueError(f"draws={draws}, spread={spread}, top={top}, tau_draws={tau_draws}")
    sheet = _Sheet(ranking)
    n = len(sheet.base)
    k = max(1, min(20, n // 2))
    top = min(top or k, max(n, 1))
    tau_draws = min(draws, _TAU_WORK // max(n, 1) if tau_draws is None else tau_draws)
    changes = _changes(ranking, spread)
    single = _single(sheet, changes, ranking, k)
    shares = _drawn(ranking, draws, seed, spread)
    many = _tallied(sheet, shares, top, tau_draws)
    runs = pd.DataFrame(single.rows, columns=["factor", "times", "overlap", "rho", "tau", "band_changes"])
    found = pd.DataFrame(many.rows, columns=["rho", "overlap", "tau"])
    frame = pd.DataFrame(
        {
            "rank": sheet.base + 1,
            "best": (many.best if draws else sheet.base) + 1,
            "worst": (many.worst if draws else sheet.base) + 1,
            "in_band": many.in_band / draws if draws else np.ones(n),
            "in_top": many.in_top / draws if draws else (sheet.base < top).astype(float),
            "moves": single.moves,
            "solid": single.moves <= max(2, 0.05 * n),
            "border": single.border,
        },
        index=sheet.rows,
    ).sort_index()
    good = (runs["overlap"] >= OVERLAP_AT_LEAST).all() and (runs["rho"] >= RHO_AT_LEAST).all()
    return Sensitivity(frame, runs, found, k, top, seed, bool(good))


class _Sheet:
    """The ranked damages in the order that decides between equals, ready to be scored by any weights."""

    def __init__(self, ranking: Ranking):
        basis, preset = ranking.basis, ranking.preset
        rows = basis.rows[np.argsort(basis.after[basis.rows], kind="stable")]
        self.rows = rows
        # Points of the risk, of each factor, and the half that makes cutting off rounding.
        self.terms = np.vstack([basis.root[rows], basis.factors[:, rows], np.ones(len(rows))])
        self.terms = np.ascontiguousarray(self.terms)
        unjudged = basis.unjudged[rows]
        a, b, _ = scoring.limits(preset)
        least = dict(zip(BANDS, (a, b, 0)))[preset["score.unjudged_at_least"]]
        # Judged damages below the band that unjudged ones are lifted into come after all of those.
        self.lift = np.where(unjudged, 0, least).astype(np.uint16)
        self.least = np.uint16(least)
        self.shift = np.where(basis.top[rows], 0, _FULL + 1 + least).astype(np.uint16)
        band = ranking.frame["band"].to_numpy(object)[rows]
        begins = np.select([band == "A", band == "B"], [a, b], 0)
        ends = np.select([band == "A", band == "B"], [_FULL + 1, a], b)
        begins = np.where(unjudged & (band == preset["score.unjudged_at_least"]), 0, begins)
        self.begins, self.width = begins.astype(np.uint16), (ends - begins).astype(np.uint16)
        self.base = ranking.frame["rank"].to_numpy()[rows] - 1
        self.base_float = self.base.astype(float)
        self.places = np.arange(len(rows), dtype=np.int32)

    def hundredths(self, shares: np.ndarray) -> np.ndarray:
        """Scores under several sets of shares (one a row): whole hundredths, uint16."""
        own = np.column_stack([100 * shares, np.full(len(shares), scoring._HALF)])
        return (own @ self.terms).astype(np.int32).astype(np.uint16)

    def sequence(self, hundredths: np.ndarray) -> np.ndarray:
        """The damages from first to last; the sort keeps the order of equals."""
        key = np.uint16(_FULL) - hundredths
        key += self.lift * (hundredths < self.least)
        key += self.shift
        return np.argsort(key, kind="stable")

    def in_band(self, hundredths: np.ndarray) -> np.ndarray:
        """Whether each score lies in the damage's own band; below its beginning the difference wraps round."""
        return (hundredths - self.begins) < self.width


@dataclass
class _Tally:
    best: np.ndarray
    worst: np.ndarray
    in_band: np.ndarray
    in_top: np.ndarray
    rows: list


@dataclass
class _Single:
    rows: list
    moves: np.ndarray
    border: np.ndarray


def _tallied(sheet: _Sheet, shares: np.ndarray, top: int, tau_draws: int) -> _Tally:
    n = len(sheet.base)
    tally = _Tally(np.full(n, n, np.int32), *(np.zeros(n, np.int32) for _ in range(3)), [])
    rank = np.empty(n, np.int32)
    for start in range(0, len(shares) if n else 0, _BLOCK):
        for draw, scores in enumerate(sheet.hundredths(shares[start : start + _BLOCK]), start):
            sequence = sheet.sequence(scores)
            rank[sequence] = sheet.places
            np.minimum(tally.best, rank, out=tally.best)
            np.maximum(tally.worst, rank, out=tally.worst)
            tally.in_band += sheet.in_band(scores)
            first = sequence[:top]
            tally.in_top[first] += 1
            overlap = (sheet.base[first] < top).sum() / top
            tau = _tau(sheet.base, rank) if draw < tau_draws else np.nan
            tally.rows.append((_rho(sheet.base_float, rank), overlap, tau))
    return tally


def _single(sheet: _Sheet, changes: list, ranking: Ranking, k: int) -> _Single:
    n = len(sheet.base)
    found = _Single([], np.zeros(n, np.int64), np.zeros(n, bool))
    for factor, times, shares in changes:
        scores = sheet.hundredths(shares[None])[0]
        sequence = sheet.sequence(scores)
        rank = np.empty(n, np.int64)
        rank[sequence] = sheet.places
        moved = ~sheet.in_band(scores)
        np.maximum(found.moves, np.abs(rank - sheet.base), out=found.moves)
        found.border |= moved
        overlap = float((sheet.base[sequence[:k]] < k).sum() / min(k, n)) if n else 1.0
        row = (factor, times, overlap, _rho(sheet.base_float, rank), _tau(sheet.base, rank), int(moved.sum()))
        found.rows.append(row)
    return found


def _changes(ranking: Ranking, spread: float) -> list:
    """(factor, times, shares) of the runs: each weight that counts alone, and the split, down and up."""
    found = []
    times = (round(1 - spread, 9), round(1 + spread, 9))
    risk, points = scoring.shares(ranking.basis, ranking.preset)
    for n, name in enumerate(FACTORS):
        for factor in times if points[n] > 0 else ():
            changed = points.copy()
            changed[n] *= factor
            found.append((name, factor, _shares(risk, changed)))
    for factor in times if points.sum() > 0 else ():
        found.append((SPLIT, factor, _shares(min(100.0, risk * factor), points)))
    return found


def _drawn(ranking: Ranking, draws: int, seed: int, spread: float) -> np.ndarray:
    """Shares of the draws; every factor has its own column of numbers, whether or not its layer is there."""
    numbers = np.random.default_rng(seed).uniform(1 - spread, 1 + spread, (draws, len(FACTORS) + 1))
    risk, points = scoring.shares(ranking.basis, ranking.preset)
    if not points.sum() > 0:
        return np.tile(_shares(risk, points), (draws, 1))
    changed = points * numbers[:, :-1]
    total = changed.sum(axis=1, keepdims=True)
    changed = np.divide(changed, total, out=np.tile(points / points.sum(), (draws, 1)), where=total > 0)
    split = np.minimum(100.0, risk * numbers[:, -1:])
    return np.hstack([split, changed * (100 - split)])


def _shares(risk: float, points: np.ndarray) -> np.ndarray:
    total = points.sum()
    return np.append(risk, points * ((100 - risk) / total if total > 0 else 0.0))


def _rho(base: np.ndarray, rank: np.ndarray) -> float:
    """Spearman's rho of two orders without ties; sums of whole numbers below 2^53, so exact but for the division."""
    n = len(base)
    if n < 2:
        return 1.0
    away = rank - base
    return float(1 - 6 * np.dot(away, away) / (n * (float(n) * n - 1)))


def _tau(base: np.ndarray, rank: np.ndarray) -> float:
    """Kendall's tau of two orders without ties (tau-b is tau-a then): all pairs are counted, by merge sort in
    n log n; the p value that scipy may approximate is not used."""
    return float(kendalltau(base, rank)[0]) if len(base) > 1 else 1.0
