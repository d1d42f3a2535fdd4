"""Lines taken apart into straight segments, and what a point is to a segment."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely


@dataclass(frozen=True)
class Segments:
    """Arrays of one entry a segment: its ``line``, ends (``ax``, ``ay``) to (``bx``, ``by``), metres from the line's
    start to its beginning (``start_m``), and whether another segment of its line joins at each end."""

    line: np.ndarray
    ax: np.ndarray
    ay: np.ndarray
    bx: np.ndarray
    by: np.ndarray
    length: np.ndarray
    start_m: np.ndarray
    joins_before: np.ndarray
    joins_after: np.ndarray

    def __len__(self) -> int:
        return len(self.line)

    @property
    def xmin(self):
        return min(self.ax.min(), self.bx.min())

    @property
    def xmax(self):
        return max(self.ax.max(), self.bx.max())

    @property
    def ymin(self):
        return min(self.ay.min(), self.by.min())

    @property
    def ymax(self):
        return max(self.ay.max(), self.by.max())

    def lines(self) -> np.ndarray:
        ends = np.stack([np.column_stack([self.ax, self.ay]), np.column_stack([self.bx, self.by])], axis=1)
        return shapely.linestrings(ends)

    def pieces(self, longest: float) -> tuple[np.ndarray, ...]:
        """(segment, ax, ay, bx, by) of pieces of at most this length: a long slanting one fills its box badly."""
        count = np.maximum(1, np.ceil(self.length / longest)).astype(np.int64)
        own = np.repeat(np.arange(len(self)), count)
        step = np.arange(len(own)) - np.repeat(np.cumsum(count) - count, count)
        t0, t1 = step / count[own], (step + 1) / count[own]
        dx, dy = (self.bx - self.ax)[own], (self.by - self.ay)[own]
        ax, ay = self.ax[own], self.ay[own]
        return own, ax + t0 * dx, ay + t0 * dy, ax + t1 * dx, ay + t1 * dy

    def along(self, own, px, py) -> np.ndarray:
        """Where the foot of a point lies on its segment: 0 at the beginning, 1 at the end."""
        ax, ay = self.ax[own], self.ay[own]
        dx, dy = self.bx[own] - ax, self.by[own] - ay
        return np.clip(((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy), 0.0, 1.0)

    def squared_distance(self, own, px, py) -> np.ndarray:
        ax, ay, bx, by = self.ax[own], self.ay[own], self.bx[own], self.by[own]
        dx, dy = bx - ax, by - ay
        px, py = px - ax, py - ay
        t = np.clip((px * dx + py * dy) / (dx * dx + dy * dy), 0.0, 1.0)
        return (px - t * dx) ** 2 + (py - t * dy) ** 2

    def measure(self, own, px, py) -> np.ndarray:
        return self.start_m[own] + self.along(own, px, py) * self.length[own]

    def turn(self, own, px, py) -> np.ndarray:
        """Positive: the point is left of the line. Nearest to a bend, it lies outside of the bend, whatever the
        prolongation of the one segment says; in front of the ends the prolongation decides."""
        t = self.along(own, px, py)
        cross = self._cross(own, px, py)
        for ends, other in (((t >= 1) & self.joins_after[own], 1), ((t <= 0) & self.joins_before[own], -1)):
            at = own[ends]
            first, second = (at, at + 1) if other > 0 else (at - 1, at)
            bend = (self.bx[first] - self.ax[first]) * (self.by[second] - self.ay[second])
            bend = bend - (self.by[first] - self.ay[first]) * (self.bx[second] - self.ax[second])
            cross[ends] = np.where(bend == 0, cross[ends], -bend)
        return cross

    def _cross(self, own, px, py) -> np.ndarray:
        ax, ay = self.ax[own], self.ay[own]
        return (self.bx[own] - ax) * (py - ay) - (self.by[own] - ay) * (px - ax)


def explode(lines: np.ndarray) -> Segments:
    """Segments of LineStrings and MultiLineStrings in their order; measures run on over the parts of a line, gaps
    between them not counted. Segments without length, or with a coordinate that is no number, are left out."""
    kinds = shapely.get_type_id(lines)
    usable = np.flatnonzero(np.isin(kinds, (1, 2, 5)) & ~shapely.is_empty(lines))
    parts, owner = shapely.get_parts(lines[usable], return_index=True)
    owner = usable[owner]
    xy, part = shapely.get_coordinates(parts, return_index=True)
    same = part[1:] == part[:-1]
    a, b = xy[:-1][same], xy[1:][same]
    part = part[:-1][same]
    length = np.hypot(*(b - a).T) if len(a) else np.zeros(0)
    good = np.isfinite(length) & (length > 0)
    a, b, part, length = a[good], b[good], part[good], length[good]
    line = owner[part] if len(part) else np.zeros(0, int)
    # Sums of whole micrometres are exact: a line's measures do not depend on the lines before it.
    whole = np.rint(length * 1e6).astype(np.int64)
    total = np.cumsum(whole)
    first = np.flatnonzero(np.append(True, line[1:] != line[:-1])) if len(line) else np.zeros(0, int)
    offset = (
        np.repeat(total[first] - whole[first], np.diff(np.append(first, len(line)))) if len(line) else total
    )
    joined = (part[1:] == part[:-1]) & (b[:-1] == a[1:]).all(axis=1) if len(part) > 1 else np.zeros(0, bool)
    before = np.append(False, joined) if len(part) else np.zeros(0, bool)
    after = np.append(joined, False) if len(part) else np.zeros(0, bool)
    return Segments(
        line,
        a[:, 0].copy(),
        a[:, 1].copy(),
        b[:, 0].copy(),
        b[:, 1].copy(),
        length,
        (total - whole - offset) / 1e6,
        before,
        after,
    )
