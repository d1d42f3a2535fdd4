"""Which deadlines to keep, where not all can be: the largest sum of weights that the capacity allows.

One crew (or purse) works one damage after the other, so a set of deadlines can be kept exactly if for every day the
work that is due by it fits into what there is by then (Jackson 1955). Choosing the set of the largest weight is
1 || sum w U, a knapsack with nested limits (Lawler and Moore 1969): solved exactly by HiGHS for up to some thousand
damages. For more, its linear relaxation bounds what is possible; it leaves at most one damage a deadline day in
doubt, so that rounding it and filling up comes close, and the distance to the bound is told.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import optimize, sparse

_ALMOST = 1e-7


@dataclass(frozen=True)
class Choice:
    """``kept``: which jobs keep their deadline; ``value``: the sum of their weights; ``bound``: what no plan can
    exceed; ``exact``: the two were proven equal."""

    kept: np.ndarray
    value: int
    bound: int
    exact: bool


def choose(
    work: np.ndarray,
    slot: np.ndarray,
    weight: np.ndarray,
    limit: np.ndarray,
    *,
    exact_up_to: int,
    time_limit_s: float,
) -> Choice:
    """``work``: whole numbers; ``slot``: position of each job's deadline in ``limit``, which says how much can be
    done by then (not falling); ``weight``: whole numbers. Jobs in the order of their rank, which decides between
    equals."""
    n = len(work)
    able = work <= limit[slot] if n else np.zeros(0, bool)
    if not able.any():
        return Choice(np.zeros(n, bool), 0, 0, True)
    at = np.flatnonzero(able)
    part = _Problem(work[at], slot[at], weight[at], np.maximum(limit, 0))
    if part.fits(np.ones(len(at), bool)):
        kept, bound, exact = np.ones(len(at), bool), int(part.weight.sum()), True
    elif len(at) <= exact_up_to:
        kept, bound, exact = part.exactly(time_limit_s)
    else:
        kept, bound = part.nearly()
        exact = int(part.weight[kept].sum()) == bound
    whole = np.zeros(n, bool)
    whole[at[kept]] = True
    return Choice(whole, int(weight[whole].sum()), bound, exact)


class _Problem:
    def __init__(self, work, slot, weight, limit):
        self.work, self.weight = work.astype(np.int64), weight.astype(np.int64)
        slots, self.slot = np.unique(slot, return_inverse=True)
        self.slot = self.slot.reshape(-1)
        # Beyond all the work there is, a limit is none; large numbers would only trouble the solver.
        self.limit = np.minimum(limit[slots], self.work.sum()).astype(np.int64)

    def used(self, kept: np.ndarray) -> np.ndarray:
        own = np.zeros(len(self.limit), np.int64)
        np.add.at(own, self.slot[kept], self.work[kept])
        return np.cumsum(own)

    def fits(self, kept: np.ndarray) -> bool:
        return bool((self.used(kept) <= self.limit).all())

    def exactly(self, time_limit_s: float) -> tuple[np.ndarray, int, bool]:
        n, m = len(self.work), len(self.limit)
        found = optimize.milp(
            -np.append(self.weight, np.zeros(m)).astype(float),
            integrality=np.append(np.ones(n), np.zeros(m)),
            bounds=optimize.Bounds(0, np.append(np.ones(n), self.limit.astype(float))),
            constraints=optimize.LinearConstraint(self._flow(), 0, 0),
            options={"time_limit": time_limit_s, "mip_rel_gap": 0},
        )
        heuristic, relaxed = self.nearly()
        kept, bound = heuristic, relaxed
        if found.x is not None:
            solved = self.filled(found.x[:n] > 0.5)
            if self.weight[solved].sum() >= self.weight[kept].sum():
                kept = solved
        if found.status == 0:
            bound = int(np.floor(-found.fun + 1e-6))
        elif found.mip_dual_bound is not None and np.isfinite(found.mip_dual_bound):
            bound = min(bound, int(np.floor(-found.mip_dual_bound + 1e-6)))
        return kept, bound, int(self.weight[kept].sum()) == bound

    def nearly(self) -> tuple[np.ndarray, int]:
        n, m = len(self.work), len(self.limit)
        found = optimize.linprog(
            -np.append(self.weight, np.zeros(m)).astype(float),
            A_eq=self._flow(),
            b_eq=np.zeros(m),
            bounds=np.column_stack([np.zeros(n + m), np.append(np.ones(n), self.limit.astype(float))]),
            method="highs",
        )
        if found.x is None:  # the solver gave up: everything is possible as far as anybody knows
            return self.filled(np.zeros(n, bool)), int(self.weight.sum())
        return self.filled(found.x[:n] > 1 - _ALMOST), int(np.floor(-found.fun + 1e-6))

    def filled(self, kept: np.ndarray) -> np.ndarray:
        """A set that fits, from one that may not quite (a solver's tolerance): then everything that still fits,
        the heaviest for its work first."""
        kept = kept.copy()
        value = self.weight / np.maximum(self.work, 1)
        order = np.lexsort((np.arange(len(value)), -value))
        for job in order[::-1]:
            if self.fits(kept):
                break
            kept[job] = False
        room = self.limit - self.used(kept)
        for job in order[~kept[order]]:
            # What is due by a day uses up the room of all later days as well.
            if self.work[job] <= room[self.slot[job] :].min():
                kept[job] = True
                room[self.slot[job] :] -= self.work[job]
        return kept

    def _flow(self) -> sparse.csr_matrix:
        """Work due by a day = work due by the day before + work due on it: few numbers for many days."""
        n, m = len(self.work), len(self.limit)
        rows = np.concatenate([self.slot, np.arange(m), np.arange(1, m)])
        columns = np.concatenate([np.arange(n), n + np.arange(m), n + np.arange(m - 1)])
        values = np.concatenate([self.work.astype(float), -np.ones(m), np.ones(m - 1)])
        # The solver takes no other whole numbers than these.
        at = rows.astype(np.int32), columns.astype(np.int32)
        return sparse.csr_matrix((values, at), shape=(m, n + m))
