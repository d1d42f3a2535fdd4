"""Damages held against the maintenance standards (unified model, sections 4 and 4.1).

``judge(damages, standards, ...)`` is the one way in. Levels have one total order, L0 < L1 < NJ < L2 < L3, and a
damage has the worst level of the rows that speak of it: so a missing measure (NJ) never hides behind L0 or L1, and
never hides an L2 or L3 of another row. A damage type at a time, whole columns; no loop over damages.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...schema import model
from . import catalogue
from .applying import L0, L1, L2, LEVELS, NJ, SILENT, Row
from .calendar import Calendars
from .preparing import WHYS, Prepared, prepare
from .results import Judgements, flag_table, hits_table, lookup
from .rows import StandardSet
from .tables import NO_CODE, Tables, kinds

_NAN = np.nan


def judge(
    damages: pd.DataFrame | Prepared,
    standards: StandardSet,
    sections: pd.DataFrame | None = None,
    calendar: Calendars | None = None,
    as_of=None,
    *,
    routes: pd.DataFrame | None = None,
    clocks: bool = True,
) -> Judgements:
    """Level, standard, responses and both deadlines of every damage.

    ``damages``: T07 (see ``prepare``), or what ``prepare`` made of it; ``sections``: T03, for measures of the road
    and its emergency class; ``routes``: T02, for class, administrator and emergency class; ``calendar``: office
    days by city; ``as_of``: the moment of judging, which also picks the version in force. ``clocks``: whether
    deadlines are wanted.
    """
    ready = damages if isinstance(damages, Prepared) else prepare(damages, sections, routes, as_of)
    tables = Tables.of(ready, standards)
    flags = list(ready.flags)
    outcome = _Outcome(len(ready))
    for rows, columns_of_kind in kinds(ready, tables):
        speak = [Row(ready, tables, rows, s) for s in columns_of_kind]
        for row in speak:
            flags += row.flags
        outcome.take(rows, speak, flags)
    flags += outcome.unjudged(ready)
    return _finished(ready, tables, outcome, flags, calendar if clocks else None, clocks)


def levels(ready: Prepared, standards: StandardSet) -> np.ndarray:
    """Only the levels, as places in ``LEVELS`` (-1: another administrator's): what comparisons count."""
    tables = Tables.of(ready, standards)
    found = np.full(len(ready), NJ, np.int8)
    for rows, columns_of_kind in kinds(ready, tables):
        worst = np.max([Row(ready, tables, rows, s).level for s in columns_of_kind], axis=0)
        found[rows] = np.where(worst == SILENT, NJ, worst)
    found[ready.transfer] = -1
    return found


class _Outcome:
    """What all rows together say of each damage."""

    def __init__(self, n: int):
        self.level = np.full(n, SILENT, np.int8)
        self.std = np.full(n, -1, np.int32)
        self.why = np.zeros(n, np.int8)
        self.value, self.threshold = np.full(n, _NAN), np.full(n, _NAN)
        self.tmp, self.perm = np.full(n, NO_CODE, np.int16), np.full(n, NO_CODE, np.int16)
        self.incomplete = np.zeros(n, bool)
        self.hits: list[dict] = []

    def take(self, rows: np.ndarray, speak: list[Row], flags: list) -> None:
        """The worst level wins; of equals the faster response, then the standard's id. Deadlines: the earliest."""
        best = speak[0].level.copy()
        answers = [row.responses() for row in speak]
        for row in speak[1:]:
            best = np.maximum(best, row.level)
        rank = np.full(len(rows), np.iinfo(np.int32).max)
        tmp = np.full(len(rows), NO_CODE, np.int16)
        perm = tmp.copy()
        for row, (a, b) in zip(speak, answers):
            threshold = row.threshold
            own = a.astype(np.int32) * 100 + b
            decides = (row.level == best) & (row.level != SILENT) & (own < rank)
            here = rows[decides]
            rank = np.where(decides, own, rank)
            self.std[here], self.why[here] = row.s, row.why[decides]
            self.value[here], self.threshold[here] = row.value[decides], threshold[decides]
            counts = row.level >= L2
            tmp = np.where(counts, np.minimum(tmp, a), tmp)
            perm = np.where(counts, np.minimum(perm, b), perm)
            self.incomplete[rows] |= row.incomplete
            self._hit(rows, row, a, b, threshold)
        calm = (best == L0) | (best == L1)
        order = catalogue.responses()
        perm = np.where(calm, order.index(catalogue.clocks()["judging"]["watch"]), perm)
        self.level[rows], self.tmp[rows], self.perm[rows] = best, tmp, perm

    def _hit(self, rows, row: Row, tmp, perm, threshold) -> None:
        said = row.level != SILENT
        self.hits.append(
            {
                "row": rows[said],
                "std": np.full(said.sum(), row.s, np.int32),
                "value": row.value[said],
                "threshold": threshold[said],
                "level": row.level[said],
                "tmp": tmp[said],
                "perm": perm[said],
                "why": row.why[said],
                "incomplete": row.incomplete[said],
            }
        )

    def unjudged(self, ready: Prepared) -> list:
        """Flags of the records that no row speaks of: unknown kinds, and kinds without a standard."""
        lists = model().code_lists
        none = (self.level == SILENT) & ~ready.transfer
        unknown = np.zeros(len(none), bool)
        for values, name in ((ready.ft, "FT"), (ready.dt, "DT")):
            good = set(lists[name].codes) - {lists[name].unknown}
            unknown |= ~np.isin(values.astype(str), sorted(good))
        self.unknown, self.no_standard = none & unknown, none & ~unknown
        self.level[none] = NJ
        self.incomplete |= none & unknown
        pairs = (("E-STDTYPE", self.unknown), ("E-STDNONE", self.no_standard))
        return [(code, "dt", np.flatnonzero(mask)) for code, mask in pairs if mask.any()]


def _finished(ready, tables: Tables, outcome: _Outcome, flags, calendar, clocks: bool) -> Judgements:
    words = catalogue.clocks()["judging"]
    order = catalogue.responses()
    level_names, road_names = np.array([*LEVELS, None], object), np.array(["C1", "C2", "C3"], object)
    responses = lookup(order)
    level = np.where(ready.transfer, -1, outcome.level)
    tmp = np.where(ready.transfer, order.index(words["transfer"]), outcome.tmp)
    nj, judged = level == NJ, level >= 0
    std_ids = np.array([*(key[0] for key in tables.keys), None], object)
    measures = np.array([*(key[3] for key in tables.keys), None], object)
    versions = np.full(len(ready), None, object)
    spoke = outcome.std >= 0
    versions[spoke] = tables.versions[tables.place[spoke], outcome.std[spoke]]
    why = np.array(WHYS, object)[outcome.why]
    for word, mask in (
        ("transfer", ready.transfer),
        ("unknown_type", outcome.unknown),
        ("no_standard", outcome.no_standard),
    ):
        why[mask] = word
    suspect = np.zeros(len(ready), bool)
    for code, _, rows in flags:
        if code == "W-STDSUSPECT":
            suspect[rows] = True
    needs = outcome.incomplete & judged
    frame = pd.DataFrame(
        {
            "level": level_names[level],
            "std_id": std_ids[outcome.std],
            "std_ver": versions,
            "measure": measures[outcome.std],
            "value": outcome.value,
            "threshold": outcome.threshold,
            "rs_tmp": responses[np.minimum(tmp, len(order))],
            "rs_perm": responses[np.minimum(outcome.perm, len(order))],
            "needs_measure": needs,
            "transfer": ready.transfer,
            "rp": np.where(nj | needs | suspect, "P3", np.where(judged, "P1", "P0")).astype(object),
            "road": road_names[ready.column],
            "why": why,
        },
    )
    if clocks:
        calendar = calendar or Calendars()
        frame["due_tmp"] = calendar.due(tmp, ready.start, ready.city, ready.judged)
        same = np.full(len(ready), ready.judged)
        frame["due_perm"] = calendar.due(outcome.perm, same, ready.city, ready.judged)
        visit = np.where(needs | nj, order.index(words["visit"]), NO_CODE)
        visit = np.where((level == L1) & ~needs, order.index(words["remeasure"]), visit)
        begins = np.where(level == L1, same, ready.start)
        frame["visit_due"] = calendar.due(visit, begins, ready.city, ready.judged)
    return Judgements(
        frame,
        hits_table(tables, outcome.hits),
        flag_table(flags),
        ready.judged,
        ready,
        tables.effectives,
    )
