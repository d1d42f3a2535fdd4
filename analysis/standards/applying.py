"""One row of the standards against the damages of its kind: which level, and why (unified model, 4 and 4.1)."""

from __future__ import annotations

import numpy as np

from . import catalogue, columns
from .preparing import (
    IMMEDIATE,
    MISSING,
    NEGATIVE,
    NO_UNIT,
    OK,
    OPEN,
    UNREADABLE,
    WRONG_UNIT,
    Prepared,
    bounds_of,
)
from .tables import NO_CODE, Tables

LEVELS = ("L0", "L1", "NJ", "L2", "L3")  # in their order
L0, L1, NJ, L2, L3 = range(5)
SILENT = -1  # the row says nothing of this record
_NAN = np.nan


class Row:
    """One row of the standards against the damages of its kind: ``level`` and what follows, per damage.

    ``limit_repair`` and the others are signed: greater is worse, whatever the row's comparison.
    """

    def __init__(self, ready: Prepared, tables: Tables, rows: np.ndarray, s: int):
        self.std_id, self.ft, self.dt, self.measure, self.op = tables.keys[s]
        self.s, self.tables, self.rows, self.sign = s, tables, rows, tables.signs[s]
        place = tables.place[rows]
        self.road = ready.column[rows]
        self.place = place
        watch, repair = tables.limits["watch"][place, s], tables.limits["repair"][place, s]
        self.limit_watch = watch
        self.limit_repair = np.where(self.road == 0, tables.limits["repair_c1"][place, s], repair)
        self.limit_emerg = tables.limits["emerg"][place, s]
        self.flags: list = []
        self.why, self.value, self.open = self._measured(ready)
        self.urgent = self._urgent(ready)
        self.speaks, self.unsure = self._speaks(ready)
        self._units_ok = tables.unit_ok[place, s]
        self.level, self.why = self.levels(self.limit_watch, self.limit_repair, self.limit_emerg)
        self._doubts()

    def levels(self, watch, repair, emerg) -> tuple[np.ndarray, np.ndarray]:
        """(level, reason) under these signed thresholds; all else as it stands."""
        signed = self.value * self.sign
        why = np.where((self.why == OK) & ~self._units_ok, np.int8(WRONG_UNIT), self.why)
        with np.errstate(invalid="ignore"):
            level = np.where(signed >= watch, np.int8(L1), np.int8(L0))
            level = np.where(signed >= repair, np.int8(L2), level)
            level = np.where(signed >= emerg, np.int8(L3), level)
        # "5 cm or more" is at least what 5 cm is: below a repair that is no judgement.
        doubt = self.open & (level < L2) & (why == OK)
        why = np.where(doubt, np.int8(OPEN), why)
        level = np.where(why != OK, np.int8(NJ), level)
        level = np.where(self.urgent, np.int8(L3), level)
        why = np.where(self.urgent, np.int8(IMMEDIATE), why)
        return np.where(self.speaks, level, np.int8(SILENT)), why

    @property
    def incomplete(self) -> np.ndarray:
        """Needs measuring: nothing to judge by, or an open bound below the worst level."""
        half = self.open & (self.level == L2) & np.isfinite(self.limit_emerg)
        return (self.level == NJ) | half

    @property
    def threshold(self) -> np.ndarray:
        """The threshold that decided, in the row's own sense; for L0 the one that was not reached."""
        first = np.minimum(np.minimum(self.limit_watch, self.limit_repair), self.limit_emerg)
        found = np.select(
            [self.level == L3, self.level == L2, self.level == L1, self.level == L0],
            [self.limit_emerg, self.limit_repair, self.limit_watch, first],
            _NAN,
        )
        found = np.where(np.isinf(found) | (self.why == IMMEDIATE), _NAN, found)
        return found * self.sign

    def responses(self) -> tuple[np.ndarray, np.ndarray]:
        """Response numbers (make safe, permanent); NO_CODE where there is none."""
        order = catalogue.responses()
        words = catalogue.clocks()["judging"]
        tmp = self.tables.tmp[self.place, self.s, self.road]
        perm = self.tables.perm[self.place, self.s, self.road]
        floor, slowest = order.index(words["fastest_permanent"]), order.index(words["watch"])
        faster = np.where((perm > floor) & (perm < slowest), perm - 1, perm)
        tmp = np.where(
            self.level == L3, order.index(words["emergency"]), np.where(self.level == L2, tmp, NO_CODE)
        )
        watch = np.where((self.level == L0) | (self.level == L1), slowest, NO_CODE)
        perm = np.where(self.level == L3, faster, np.where(self.level == L2, perm, watch))
        return tmp, perm

    def _measured(self, ready: Prepared) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        values, why, side = (part[self.rows] for part in ready.values(self.measure))
        known = catalogue.measures().get(self.measure)
        name = known.section_field(self.dt) if known else None
        if name:
            other = ready.section_values(name)
            if other is not None:
                use = (why == MISSING) & ~np.isnan(other[self.rows])
                values, why = np.where(use, other[self.rows], values), np.where(use, np.int8(OK), why)
                part = self.rows[use & ready.partial(name)[self.rows]]
                if len(part):
                    self.flags.append(("W-MCI3", name, part))
        if self.sign < 0:
            # A range is judged by its worse end, which is the lower one here.
            values = (
                np.fmin(values, ready.bounds(self.measure, "min")[self.rows]) if (why == OK).any() else values
            )
        worse = (side == 2) | (side == (1 if self.sign > 0 else -1))
        return why, np.where((why == OK) | (why == NO_UNIT), values, _NAN), worse

    def _urgent(self, ready: Prepared) -> np.ndarray:
        urgent = np.zeros(len(self.rows), bool)
        for entry in catalogue.immediate():
            if (entry["ft"], entry["dt"]) == (self.ft, self.dt):
                urgent |= ready.fact(entry["field"])[self.rows] == 1
        return urgent

    def _speaks(self, ready: Prepared) -> tuple[np.ndarray, np.ndarray]:
        """(whether the row is about the record, whether that had to be assumed)."""
        speaks = self.tables.exists[self.place, self.s].copy()
        entry = catalogue.cases().get(self.std_id)
        if entry is None:
            return speaks, np.zeros(len(speaks), bool)
        wanted = entry.get("only", entry.get("except"))
        if all(isinstance(value, bool) for value in wanted):
            facts = ready.fact(entry["field"])[self.rows]
            known, inside = facts >= 0, np.isin(facts, [int(value) for value in wanted])
        else:
            texts = columns.texts(ready.frame, entry["field"])[self.rows]
            known, inside = texts != None, np.isin(texts.astype(str), wanted)  # noqa: E711 elementwise
        return speaks & (~known | (inside if "only" in entry else ~inside)), ~known & speaks

    def _doubts(self) -> None:
        low, high = bounds_of(self.measure, self.dt)
        with np.errstate(invalid="ignore"):
            odd = (self.value > high) | ((self.value < low) & (self.value > 0))
        here = self.rows[odd & self.speaks & (self.why != IMMEDIATE)]
        if len(here):
            self.flags.append(("W-STDSUSPECT", self.measure, here))
        if self.unsure.any():
            self.flags.append(("W-STDCASE", self.measure, self.rows[self.unsure]))
        for code, why in (("E-STDUNIT", WRONG_UNIT), ("E-STDVALUE", UNREADABLE), ("W-STDNEGATIVE", NEGATIVE)):
            rows = self.rows[(self.why == why) & self.speaks]
            if len(rows):
                self.flags.append((code, self.measure, rows))
