"""Roads that two cities have drawn: which sections lie on each other, and which drawing is the reference.

Lines are compared at points ``sample_m`` apart: beside the other line, within ``twin_m``, in a like direction. So a
road drawn as one section here and three there, or the other way round, is found from the share of each section
that the other city's drawings cover *together*.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from .neighbours import Neighbours
from .options import Options
from .reading import Strands

MOST_SAMPLES = 400


@dataclass
class Twins:
    """``reference`` (strands): the strand whose drawing counts, -1 where a strand is its own. ``pairs``: one row two
    strands of two cities that lie on each other: kept, other, share (of the shorter), metres, apart (mean metres),
    sure. ``cover``: (twin strand, strand of the reference city) for every stretch.
    """

    reference: np.ndarray
    pairs: pd.DataFrame
    cover: np.ndarray

    @property
    def is_twin(self) -> np.ndarray:
        return self.reference >= 0


def twins(strands: Strands, near: Neighbours, options: Options) -> Twins:
    """Decide; see the module. A road with another number, level or one-way sense is another road."""
    found = _beside(strands, near, options)
    same = strands.same
    reference = same.copy()
    cover = [np.column_stack([np.flatnonzero(same >= 0), same[same >= 0]])]
    if not len(found.one):
        return Twins(reference, _frame([]), np.concatenate(cover).astype(int))
    left_out = same >= 0
    rows: list[tuple] = []
    one, two = found.one, found.two
    some = np.unique(np.concatenate([one, two]))
    known = np.zeros(len(strands))
    known[some] = strands.known(some)
    graph = coo_array((np.ones(len(one), dtype=np.int8), (one, two)), shape=(len(strands), len(strands)))
    group = connected_components(graph, directed=False)[1]
    order = np.lexsort((two, one, group[one]))
    starts = np.flatnonzero(np.r_[True, np.diff(group[one][order]) != 0, True])
    for k in range(len(starts) - 1):  # a few drawings of one road each
        pairs = order[starts[k] : starts[k + 1]]
        _settle(strands, found, pairs, left_out, reference, rows, cover, known, options)
    # A twin of a twin follows the last one.
    for _ in range(8):
        further = (reference >= 0) & (reference[reference] >= 0)
        if not further.any():
            break
        reference[further] = reference[reference[further]]
    return Twins(reference, _frame(rows), np.concatenate(cover).astype(int))


def _frame(rows: list[tuple]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["kept", "other", "share", "metres", "apart", "sure", "why"])


@dataclass
class _Beside:
    """Pairs of strands of two cities, ``one`` < ``two``; ``good``: for each direction, metres that lie beside the
    other; ``apart`` mean distance there.
    """

    one: np.ndarray
    two: np.ndarray
    metres: np.ndarray  # (pairs, 2): of one beside two, of two beside one
    apart: np.ndarray
    samples: list  # for each direction: arrays (pair, sample number) that lie beside
    count: np.ndarray  # samples a strand


def _beside(strands: Strands, near: Neighbours, options: Options) -> _Beside:
    reach = options.twin_m
    one, two = _close(strands, near, options)
    count = np.clip(np.ceil(strands.length / options.sample_m), 5, MOST_SAMPLES).astype(int)
    metres = np.zeros((len(one), 2))
    apart = np.zeros(len(one))
    samples = []
    for k, (s, t) in enumerate(((one, two), (two, one))):
        pair = np.repeat(np.arange(len(s)), count[s])
        step = np.arange(len(pair)) - np.repeat(np.cumsum(count[s]) - count[s], count[s])
        at = (step + 0.5) / count[s[pair]] * strands.length[s[pair]]
        spot = strands.spot(s[pair], at)
        low, high = near.bounds[t[pair], :2] - reach, near.bounds[t[pair], 2:] + reach
        some = np.flatnonzero((spot[:, 0] >= low[:, 0]) & (spot[:, 0] <= high[:, 0])
                              & (spot[:, 1] >= low[:, 1]) & (spot[:, 1] <= high[:, 1]))  # fmt: skip
        point = shapely.points(spot[some])
        distance = shapely.distance(point, strands.geom[t[pair[some]]])
        close = distance <= reach
        point, distance, some = point[close], distance[close], some[close]
        pair, step, at, spot = pair[some], step[some], at[some], spot[some]
        other = strands.geom[t[pair]]
        along = shapely.line_locate_point(other, point)
        inside = (along > 1e-6) & (along < strands.length[t[pair]] - 1e-6)
        way, there = _way(strands, s[pair], at), _way(strands, t[pair], along)
        sine = np.abs(way[:, 0] * there[:, 1] - way[:, 1] * there[:, 0])
        good = inside & (sine <= np.sin(np.radians(options.twin_deg)))
        if k == 0:  # two one-way roads against each other are two carriageways
            against = np.bincount(pair[good], np.sign((way * there).sum(axis=1))[good], minlength=len(s))
            against = np.sign(against) * strands.flow[s] * strands.flow[t] < 0
        hits = np.bincount(pair[good], minlength=len(s))
        metres[:, k] = hits * strands.length[s] / count[s]
        if k == 0:
            n = np.maximum(hits, 1)
            apart = np.bincount(pair[good], distance[good], minlength=len(s)) / n
        samples.append((pair[good], step[good]))
    shorter = np.minimum(strands.length[one], strands.length[two])
    most = metres.max(axis=1)
    keep = ~against if len(one) else np.zeros(0, dtype=bool)
    keep &= most >= np.minimum(options.twin_part_m, np.maximum(options.twin_share * shorter, 20.0))
    number = np.cumsum(keep) - 1
    samples = [(number[p[keep[p]]], n[keep[p]]) for p, n in samples]
    return _Beside(one[keep], two[keep], metres[keep], apart[keep], samples, count)


def _close(strands: Strands, near: Neighbours, options: Options) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of strands of two cities of which a common stretch is possible at all."""
    reach, s = options.twin_m, strands
    one, two = near.within(reach)
    keep = s.city[one] != s.city[two]
    one, two = one[keep], two[keep]
    keep = s.level[one] == s.level[two]
    keep &= ~((s.number[one] >= 0) & (s.number[two] >= 0) & (s.number[one] != s.number[two]))
    one, two = one[keep], two[keep]
    # Nine points along the shorter one: a stretch of 20 m holds one of them, two if it counts at all.
    swap = s.length[one] > s.length[two]
    short, long = np.where(swap, two, one), np.where(swap, one, two)
    marks = np.zeros(len(one), dtype=int)
    for share in np.linspace(0.02, 0.98, 9):
        point = shapely.points(s.spot(short, share * s.length[short]))
        marks += shapely.dwithin(point, s.geom[long], reach)
    keep = marks >= 2
    return one[keep], two[keep]


def _way(strands: Strands, strand, at) -> np.ndarray:
    way = strands.spot(strand, at + 2) - strands.spot(strand, at - 2)
    return way / np.maximum(np.hypot(*way.T), 1e-9)[:, None]


def _settle(strands, found, pairs, left_out, reference, rows, cover, known, options) -> None:
    """One road's drawings: choose the city whose drawing is the reference, pair of cities by pair of cities."""
    one, two = found.one[pairs], found.two[pairs]
    cities = np.unique(np.column_stack([strands.city[one], strands.city[two]]), axis=0)
    seen = {tuple(sorted(pair)) for pair in cities.tolist()}
    for low, high in sorted(seen):
        mine = ((strands.city[one] == low) & (strands.city[two] == high)) | (
            (strands.city[one] == high) & (strands.city[two] == low)
        )
        _two_cities(
            strands, found, pairs[mine], (low, high), left_out, reference, rows, cover, known, options
        )


def _two_cities(strands, found, pairs, cities, left_out, reference, rows, cover, known, options) -> None:
    one, two = found.one[pairs], found.two[pairs]
    free = ~left_out[one] & ~left_out[two] & (reference[one] < 0) & (reference[two] < 0)
    pairs, one, two = pairs[free], one[free], two[free]
    if not len(pairs):
        return
    of = {
        city: np.unique(np.concatenate([one[strands.city[one] == city], two[strands.city[two] == city]]))
        for city in cities
    }
    covered = {city: _covered(strands, found, pairs, of[city]) for city in cities}
    full = {city: bool((covered[city] >= options.twin_share).all()) for city in cities}
    # The other city's sections are all covered: this drawing says all that theirs does.
    low, high = cities
    keep = _richer(known, of, low, high)
    if full[high] != full[low]:
        keep = low if full[high] else high
    lose = high if keep == low else low
    before = len(cover)
    gone = of[lose][covered[lose] >= options.twin_share]
    _follow(strands, found, pairs, gone, reference, cover)
    # What the loser's drawing covers of the keeper's beyond that: only drawings that still stand can be references.
    if not full[lose]:
        stand = pairs[(reference[one] < 0) & (reference[two] < 0)]
        again = _covered(strands, found, stand, of[keep])
        held = np.unique(reference[gone]) if len(gone) else gone
        more = of[keep][(again >= options.twin_share) & ~np.isin(of[keep], held)]
        _follow(strands, found, stand, more, reference, cover)
    told = {(int(t), int(r)) for block in cover[before:] for t, r in block}
    for p, a, b in zip(pairs.tolist(), one.tolist(), two.tolist()):
        size = found.metres[p].max()
        short = min(strands.length[a], strands.length[b])
        share = min(1.0, size / short)
        twin = reference[a] >= 0 or reference[b] >= 0
        kept, other = (b, a) if reference[a] >= 0 else (a, b)
        if not twin and strands.city[a] != keep:
            kept, other = b, a
        if twin and (share < 0.5 or (other, kept) not in told):
            continue
        if not twin and (size < options.twin_part_m or share < options.twin_part_share):
            continue
        rows.append((kept, other, share, size, found.apart[p], twin, "" if twin else "part"))


def _covered(strands, found, pairs, members) -> np.ndarray:
    """Share of each strand of ``members`` that lies beside any other of its ``pairs``."""
    mine = np.zeros(len(members))
    marks: dict[int, list] = {int(m): [] for m in members}
    for k, owner in enumerate((found.one, found.two)):
        pair, step = found.samples[k]
        start, stop = np.searchsorted(pair, pairs), np.searchsorted(pair, pairs, side="right")
        for p, i, j in zip(pairs, start, stop):
            if int(owner[p]) in marks:
                marks[int(owner[p])].append(step[i:j])
    for n, member in enumerate(members):
        hit = marks[int(member)]
        mine[n] = len(np.unique(np.concatenate(hit))) / found.count[member] if hit else 0.0
    return mine


def _follow(strands, found, pairs, gone, reference, cover) -> None:
    """Each strand of ``gone`` points to the nearest of the strands beside which most of it lies."""
    for strand in gone:
        mine = pairs[(found.one[pairs] == strand) | (found.two[pairs] == strand)]
        first = found.one[mine] == strand
        other = np.where(first, found.two[mine], found.one[mine])
        metres = np.where(first, found.metres[mine, 0], found.metres[mine, 1])
        stand = (reference[other] < 0) & (metres > 0)
        other, metres = other[stand], metres[stand]
        if len(other):
            apart = np.round(found.apart[mine][stand], 3)
            # A road beside the drawing covers it as well: of those that cover it alike, the nearest is its drawing.
            best = metres >= metres.max() - 0.2 * strands.length[strand]
            order = np.lexsort((other, apart, ~best))
            reference[strand] = other[order[0]]
            same = metres + metres[order[0]] > 1.3 * strands.length[strand]
            other = other[~same | (other == reference[strand])]
            cover.append(np.column_stack([np.full(len(other), strand), other]))


def _richer(known: np.ndarray, of: dict, low: int, high: int) -> int:
    """Of two drawings of one road: more attributes, then the lower city code."""
    filled = {city: known[of[city]].mean() for city in (low, high)}
    return high if filled[high] > filled[low] + 1e-9 else low
