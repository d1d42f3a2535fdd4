"""What a person has decided before about a link: joined, or never to be."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from .meets import Meets
from .options import Options
from .pairs import Pairs
from .reading import Strands

START, FINISH = "始点", "終点"
ACCEPTED, REJECTED = "採用", "却下"
ENDS = {START: 0, FINISH: 1}


@dataclass
class Decided:
    """``yes`` and ``no``: sets of ((section row, side), (section row, side)), the side -1 for a middle."""

    yes: set
    no: set
    first: np.ndarray  # first strand of each section row, -1 where it has none
    last: np.ndarray

    def apply(self, pairs: Pairs, strands: Strands) -> tuple[Pairs, np.ndarray, np.ndarray]:
        """(pairs with accepted ones added and rejected ones taken out, cost, whether a person joined it)."""
        keys = (
            _keys(pairs.a, pairs.side_a, pairs.b, pairs.side_b, strands, self) if self.yes or self.no else []
        )
        if keys:
            pairs = pairs.take(np.array([key not in self.no for key in keys], dtype=bool))
            keys = [key for key in keys if key not in self.no]
        manual = (
            np.array([key in self.yes for key in keys], dtype=bool)
            if keys
            else np.zeros(len(pairs), dtype=bool)
        )
        known, new, used = set(keys), [], set()
        for key in sorted(self.yes):  # an end is in one link: of two decisions the first one by key holds
            (row_a, side_a), (row_b, side_b) = key
            if side_a < 0 or side_b < 0 or key in known or (row_a, side_a) in used or (row_b, side_b) in used:
                continue
            used |= {(row_a, side_a), (row_b, side_b)}
            a, b = self._strand(row_a, side_a), self._strand(row_b, side_b)
            if a >= 0 and b >= 0 and strands.city[a] != strands.city[b]:
                new.append(
                    (a, side_a, b, side_b) if strands.city[a] < strands.city[b] else (b, side_b, a, side_a)
                )
        if manual.any():
            manual = self._once(pairs, manual)
        if new:
            pairs = _with(pairs, new, strands)
            manual = np.concatenate([manual, np.ones(len(new), dtype=bool)])
        return pairs, pairs.cost, manual

    def _once(self, pairs: Pairs, manual: np.ndarray) -> np.ndarray:
        used: set = set()
        for p in np.flatnonzero(manual):
            ends = {(pairs.a[p], pairs.side_a[p]), (pairs.b[p], pairs.side_b[p])}
            manual[p] = not ends & used
            used |= ends
        return manual

    def _strand(self, row: int, side: int) -> int:
        return int(self.first[row] if side == 0 else self.last[row])

    def apply_meets(
        self, found: Meets, strands: Strands, options: Options
    ) -> tuple[Meets, np.ndarray, np.ndarray]:
        """(meetings without rejected ones, whether joined, whether a person joined it)."""
        joined = (found.gap <= options.meet_m + 1e-9) & (found.turn >= options.meet_deg) & ~found.doubt
        manual = np.zeros(len(found), dtype=bool)
        if not (self.yes or self.no) or not len(found):
            return found, joined, manual
        keys = _keys(found.a, found.side_a, found.b, found.side_b, strands, self)
        good = np.array([key not in self.no for key in keys], dtype=bool)
        manual = np.array([key in self.yes for key in keys], dtype=bool)
        return found.take(good), (joined | manual)[good], manual[good]


def decided(decisions: pd.DataFrame | None, strands: Strands) -> Decided:
    """Decisions about sections that are still there; the others say nothing. A later row wins over an earlier one."""
    size = len(strands.frame)
    first, last = np.full(size, -1), np.full(size, -1)
    last[strands.row] = np.arange(len(strands))
    first[strands.row[::-1]] = np.arange(len(strands))[::-1]
    result = Decided(set(), set(), first, last)
    if decisions is None or not len(decisions):
        return result
    row = pd.Series(np.arange(size), index=strands.section)
    columns = [
        decisions[name].astype(object).to_numpy()
        for name in ("section_a", "end_a", "section_b", "end_b", "state")
    ]
    for section_a, end_a, section_b, end_b, state in zip(*columns):
        if str(section_a) not in row.index or str(section_b) not in row.index:
            continue
        ends = [(int(row[str(s)]), ENDS.get(e, -1)) for s, e in ((section_a, end_a), (section_b, end_b))]
        key = tuple(sorted(ends))
        result.yes.discard(key)
        result.no.discard(key)
        if state == ACCEPTED:
            result.yes.add(key)
        elif state == REJECTED:
            result.no.add(key)
    return result


def _keys(a, side_a, b, side_b, strands: Strands, said: Decided) -> list[tuple]:
    """Section rows and sides; only the outer ends of a multipart section can be named."""
    sides = []
    for strand, side in ((a, side_a), (b, side_b)):
        row = strands.row[strand]
        outer = np.where(side == 0, said.first[row], said.last[row]) == strand
        sides.append(list(zip(row.tolist(), np.where((side >= 0) & ~outer, -2, side).tolist())))
    return [tuple(sorted(pair)) for pair in zip(*sides)]


def _with(pairs: Pairs, new: list[tuple], strands: Strands) -> Pairs:
    """Pairs with those that a person joined although no rule proposes them."""
    a, side_a, b, side_b = np.array(new, dtype=int).T
    one, two = strands.ends[a, side_a], strands.ends[b, side_b]
    size = len(new)
    more = {
        "a": a, "side_a": side_a, "b": b, "side_b": side_b, "gap": np.hypot(*(one - two).T),
        "bearing": np.full(size, np.nan), "class_diff": np.abs(strands.cls[a] - strands.cls[b]),
        "cost": np.zeros(size), "bridge": np.full(size, None, dtype=object),
        "link": shapely.linestrings(np.stack([one, two], axis=1)), "same_number": np.zeros(size, dtype=bool),
        "same_name": np.zeros(size, dtype=bool), "at_border": np.ones(size, dtype=bool), "dead": np.full(size, 2),
        "doubt": np.zeros(size, dtype=bool), "bent": np.zeros(size, dtype=bool), "alone": np.zeros(size, dtype=bool),
    }  # fmt: skip
    return Pairs(**{name: np.concatenate([value, more[name]]) for name, value in vars(pairs).items()})
