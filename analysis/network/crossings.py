"""Where lines cross each other: segments of lines whose boxes overlap against each other, in numpy."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import shapely

from .neighbours import Neighbours, spread

_FLAT = 1e-9  # sine of the angle below which two segments are parallel
BLOCK = 50_000  # pairs at a time: what they need stays in the cache


class Crossings(NamedTuple):
    """Points inside both lines; arrays, one value a crossing. ``a`` < ``b``: strands; metres along each."""

    a: np.ndarray
    b: np.ndarray
    at_a: np.ndarray
    at_b: np.ndarray
    xy: np.ndarray


class Segments:
    """All segments of lines, each with its line and the metres before it."""

    def __init__(self, lines: np.ndarray):
        xy, line = shapely.get_coordinates(lines, return_index=True)
        inner = np.flatnonzero(line[1:] == line[:-1])
        self.start, self.stop, self.line = xy[inner], xy[inner + 1], line[inner]
        size = np.hypot(*(self.stop - self.start).T)
        self.size = size
        before = np.cumsum(size) - size
        first = np.r_[True, self.line[1:] != self.line[:-1]] if len(inner) else np.zeros(0, dtype=bool)
        self.before = before - before[first][np.cumsum(first) - 1] if len(inner) else before
        self.count = np.bincount(self.line, minlength=len(lines))
        self.first = np.cumsum(self.count) - self.count
        # Columns for themselves: many times faster to gather.
        self.x0, self.y0 = np.minimum(self.start, self.stop).T.copy()
        self.x1, self.y1 = np.maximum(self.start, self.stop).T.copy()

    @property
    def lines(self) -> np.ndarray:
        with np.errstate(invalid="ignore"):  # GEOS leaves a flag of its own behind, of good coordinates too
            return shapely.linestrings(np.stack([self.start, self.stop], axis=1))


def crossings(lines: np.ndarray, length: np.ndarray, near: Neighbours, inside_m: float) -> Crossings:
    """Crossings of ``lines`` that lie more than ``inside_m`` from the ends of both. A vertex that two lines share
    counts once; stretches that lie on each other do not count.
    """
    seg = Segments(lines)
    if not len(seg.line):
        return Crossings(*(np.empty(0, dtype=t) for t in (int, int, float, float)), np.empty((0, 2)))
    one, two = near.within(0.0)
    # Straight lines with an end in common do not cross, and most of a network are.
    plain = np.flatnonzero((seg.count[one] == 1) & (seg.count[two] == 1))
    p, q = seg.first[one[plain]], seg.first[two[plain]]
    shared = np.zeros(len(plain), dtype=bool)
    ends = [np.ascontiguousarray(end.T) for end in (seg.start, seg.stop)]
    for (x, y), (u, v) in ((i, j) for i in ends for j in ends):
        shared |= (x[p] == u[q]) & (y[p] == v[q])
    keep = np.ones(len(one), dtype=bool)
    keep[plain[shared]] = False
    one, two = one[keep], two[keep]
    found = []
    for start in range(0, max(len(one), 1), BLOCK):
        block = slice(start, start + BLOCK)
        found.append(_meet(seg, *_close(seg, one[block], two[block], near.bounds), length, inside_m))
    a, b, at_a, at_b, xy = (np.concatenate(column) for column in zip(*found))
    swap = a > b
    a, b = np.where(swap, b, a), np.where(swap, a, b)
    at_a, at_b = np.where(swap, at_b, at_a), np.where(swap, at_a, at_b)
    order = np.lexsort((at_b, at_a, b, a))
    a, b, at_a, at_b, xy = a[order], b[order], at_a[order], at_b[order], xy[order]
    again = (
        (np.diff(a) == 0)
        & (np.diff(b) == 0)
        & (np.abs(np.diff(at_a)) < 1e-3)
        & (np.abs(np.diff(at_b)) < 1e-3)
    )
    new = np.r_[True, ~again][: len(a)]
    return Crossings(a[new], b[new], at_a[new], at_b[new], xy[new])


def _close(seg: Segments, one: np.ndarray, two: np.ndarray, bounds: np.ndarray):
    """Pairs of segments of the lines ``one`` and ``two`` whose boxes overlap."""
    x0, y0, x1, y1 = np.ascontiguousarray(bounds.T)
    row, s = spread(seg.first[one], seg.count[one])
    other = two[row]
    good = (
        (seg.x0[s] <= x1[other])
        & (seg.x1[s] >= x0[other])
        & (seg.y0[s] <= y1[other])
        & (seg.y1[s] >= y0[other])
    )
    other, s = other[good], s[good]
    back, t = spread(seg.first[other], seg.count[other])
    s = s[back]
    good = (seg.x0[t] <= seg.x1[s]) & (seg.x1[t] >= seg.x0[s])
    s, t = s[good], t[good]
    good = (seg.y0[t] <= seg.y1[s]) & (seg.y1[t] >= seg.y0[s])
    return s[good], t[good]


def _meet(seg: Segments, one, two, length, inside_m):
    p, q = seg.start[one], seg.start[two]
    r, s = seg.stop[one] - p, seg.stop[two] - q
    cross = r[:, 0] * s[:, 1] - r[:, 1] * s[:, 0]
    flat = np.abs(cross) <= _FLAT * seg.size[one] * seg.size[two]
    d = q - p
    with np.errstate(divide="ignore", invalid="ignore"):
        t = (d[:, 0] * s[:, 1] - d[:, 1] * s[:, 0]) / cross
        u = (d[:, 0] * r[:, 1] - d[:, 1] * r[:, 0]) / cross
    slack = 1e-9
    hit = ~flat & (t >= -slack) & (t <= 1 + slack) & (u >= -slack) & (u <= 1 + slack)
    one, two, t, u = one[hit], two[hit], t[hit], u[hit]
    at = [seg.before[n] + w * seg.size[n] for n, w in ((one, t), (two, u))]
    lines = [seg.line[one], seg.line[two]]
    inside = np.ones(len(one), dtype=bool)
    for line, along in zip(lines, at):
        inside &= (along > inside_m) & (along < length[line] - inside_m)
    xy = seg.start[one] + t[:, None] * (seg.stop[one] - seg.start[one])
    return lines[0][inside], lines[1][inside], at[0][inside], at[1][inside], xy[inside]
