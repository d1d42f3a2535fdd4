"""The nearest line of every point, by a grid hash of the segments.

A segment stands in every cell that its surroundings (``reach``) touch. So the cell of a point holds every segment
within ``reach`` of it, and a nearest one found there within ``reach`` is the nearest of all. Points without one go
to a grid four times as coarse, the few that are left after that to a tree.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import shapely

from . import segments as segs
from .segments import Segments

LEFT, RIGHT, CENTRE = "L", "R", "C"
NOWHERE = -1
CELL_M, REACH_M, COARSER, GRIDS = 64.0, 16.0, 4.0, 2
SAME_M = 1e-6  # lines that are nearest to within a micrometre are equally near
_CANDIDATES = 1_000_000  # pairs of point and segment looked at at once: what bounds the memory


@dataclass(frozen=True)
class Located:
    """One entry a point. ``line``: position of the nearest line, ``NOWHERE`` where there is none within reach;
    ``distance_m`` and ``measure_m`` (metres along the line from its start to the foot of the point), NaN there;
    ``side``: "L", "R" in the line's direction, "C" on the line, None nowhere."""

    line: np.ndarray
    distance_m: np.ndarray
    measure_m: np.ndarray
    side: np.ndarray


class LineIndex:
    """Lines made ready for any number of questions. ``of`` is the way to make one."""

    def __init__(self, parts: Segments, rank: np.ndarray):
        self.segments, self.rank = parts, rank
        self._grids: dict[float, _Grid] = {}
        self._tree: shapely.STRtree | None = None

    @classmethod
    def of(cls, lines: Iterable, keys=None) -> LineIndex:
        """``lines``: LineString or MultiLineString (other geometries, empty ones and None are never nearest), in a
        plane CRS in metres. ``keys``: a name a line; of equally near lines the one with the smallest name is taken,
        without names the first one."""
        lines = np.asarray(lines, object)
        rank = np.arange(len(lines))
        if keys is not None:
            order = sorted(range(len(lines)), key=lambda n: (str(keys[n]), n))
            rank[order] = np.arange(len(lines))
        return cls(segs.explode(lines), rank)

    def locate(self, x, y, within_m: float = np.inf) -> Located:
        """The nearest line of each point (float arrays; NaN: a point without a place), if within ``within_m``."""
        x, y = np.asarray(x, float), np.asarray(y, float)
        segment = np.full(len(x), NOWHERE)
        if len(self.segments):
            left = np.flatnonzero(np.isfinite(x) & np.isfinite(y))
            for n in range(GRIDS):
                reach = REACH_M * COARSER**n
                segment[left] = self._by_grid(x[left], y[left], CELL_M * COARSER**n, min(reach, within_m))
                left = left[segment[left] == NOWHERE]
                if not len(left) or within_m <= reach:
                    break
            else:
                segment[left] = self._by_tree(x[left], y[left], within_m)
        return self._told(x, y, segment)

    def near(self, x, y, within_m: float) -> np.ndarray:
        """Whether a line lies within ``within_m`` of each point (that distance included)."""
        return self.locate(x, y, within_m).line != NOWHERE

    def _by_grid(self, x, y, cell: float, reach: float) -> np.ndarray:
        if cell not in self._grids:
            self._grids[cell] = _Grid(self.segments, cell, max(reach, REACH_M * cell / CELL_M))
        found = np.full(len(x), NOWHERE)
        points, first, count = self._grids[cell].candidates(x, y)
        ends = np.cumsum(count)
        start = 0
        while start < len(points):
            done = ends[start - 1] if start else 0
            stop = max(start + 1, int(np.searchsorted(ends, done + _CANDIDATES, side="right")))
            part = slice(start, stop)
            found[points[part]] = self._nearest(
                x, y, points[part], self._grids[cell].members, first[part], count[part], reach
            )
            start = stop
        return found

    def _nearest(self, x, y, points, members, first, count, reach: float) -> np.ndarray:
        """Of each point's candidates (``count`` members from ``first`` on) the nearest segment within reach."""
        begins = np.concatenate([[0], np.cumsum(count)[:-1]])
        segment = members[np.arange(count.sum()) + np.repeat(first - begins, count)]
        owner = np.repeat(points, count)
        distance = np.sqrt(self.segments.squared_distance(segment, x[owner], y[owner]))
        return self._choose(segment, distance, begins, count, reach)

    def _choose(self, segment, distance, begins, count, reach: float) -> np.ndarray:
        """The nearest; of equally near ones that of the smallest key; on one line the one further back."""
        nearest = np.minimum.reduceat(distance, begins)
        tied = distance <= np.repeat(nearest + SAME_M, count)
        # Keys of 53 bits at most: line rank first, then the segment.
        key = self.rank[self.segments.line[segment]] * (len(self.segments) + 1) + segment
        best = np.minimum.reduceat(np.where(tied, key, np.iinfo(np.int64).max), begins)
        return np.where(nearest <= reach, best % (len(self.segments) + 1), NOWHERE)

    def _by_tree(self, x, y, within_m: float) -> np.ndarray:
        if self._tree is None:
            self._tree = shapely.STRtree(self.segments.lines())
        found = np.full(len(x), NOWHERE)
        if not len(x):
            return found
        points = shapely.points(x, y)
        limit = within_m if np.isfinite(within_m) else None
        _, near = self._tree.query_nearest(
            points, max_distance=limit, return_distance=True, all_matches=False
        )
        owner, _ = self._tree.query_nearest(points, max_distance=limit, all_matches=False)
        # The tree's own ties end at the last bit: everything within a micrometre of the nearest is asked for again.
        asked, segment = self._tree.query(points[owner], predicate="dwithin", distance=near + 2 * SAME_M)
        order = np.lexsort((segment, asked))
        asked, segment = asked[order], segment[order]
        distance = np.sqrt(self.segments.squared_distance(segment, x[owner[asked]], y[owner[asked]]))
        here, begins, count = np.unique(asked, return_index=True, return_counts=True)
        found[owner[here]] = self._choose(segment, distance, begins, count, np.inf)
        return found

    def _told(self, x, y, segment: np.ndarray) -> Located:
        there = segment != NOWHERE
        rows, own = np.flatnonzero(there), segment[there]
        line = np.full(len(x), NOWHERE)
        distance, measure = np.full(len(x), np.nan), np.full(len(x), np.nan)
        side = np.full(len(x), None, object)
        if len(rows):
            px, py = x[rows], y[rows]
            line[rows] = self.segments.line[own]
            distance[rows] = np.sqrt(self.segments.squared_distance(own, px, py))
            measure[rows] = self.segments.measure(own, px, py)
            turn = self.segments.turn(own, px, py)
            names = np.array([CENTRE, LEFT, RIGHT], object)
            side[rows] = names[np.where(distance[rows] <= SAME_M, 0, np.sign(turn).astype(int))]
        return Located(line, distance, measure, side)


class _Grid:
    """Which segments come within ``reach`` of a cell; ``members`` sorted by cell."""

    def __init__(self, parts: Segments, cell: float, reach: float):
        self.cell, self.left, self.bottom = cell, parts.xmin - reach, parts.ymin - reach
        self.columns = int((parts.xmax + reach - self.left) // cell) + 1
        self.rows = int((parts.ymax + reach - self.bottom) // cell) + 1
        piece, ax, ay, bx, by = parts.pieces(cell)
        west, east = np.minimum(ax, bx) - reach, np.maximum(ax, bx) + reach
        south, north = np.minimum(ay, by) - reach, np.maximum(ay, by) + reach
        i0, i1 = self._column(west), self._column(east)
        j0, j1 = self._row(south), self._row(north)
        wide, high = i1 - i0 + 1, j1 - j0 + 1
        count = wide * high
        begins = np.cumsum(count) - count
        step = np.arange(count.sum()) - np.repeat(begins, count)
        wide = np.repeat(wide, count)
        cells = (np.repeat(j0, count) + step // wide) * self.columns + np.repeat(i0, count) + step % wide
        order = np.argsort(cells, kind="stable")
        self.members = np.repeat(piece, count)[order]
        self.cells, self.first, self.count = np.unique(cells[order], return_index=True, return_counts=True)

    def candidates(self, x, y) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """(positions of the points whose cell holds segments, first member, number of members), cell by cell."""
        inside = np.flatnonzero(
            (x >= self.left) & (x < self.left + self.columns * self.cell)
            & (y >= self.bottom) & (y < self.bottom + self.rows * self.cell)
        )  # fmt: skip
        wanted = self._row(y[inside]) * self.columns + self._column(x[inside])
        order = np.argsort(wanted, kind="stable")  # neighbours in the plane are neighbours in memory
        inside, wanted = inside[order], wanted[order]
        at = np.minimum(np.searchsorted(self.cells, wanted), len(self.cells) - 1)
        hit = self.cells[at] == wanted
        return inside[hit], self.first[at[hit]], self.count[at[hit]]

    def _column(self, x):
        return np.clip(((x - self.left) // self.cell).astype(np.int64), 0, self.columns - 1)

    def _row(self, y):
        return np.clip(((y - self.bottom) // self.cell).astype(np.int64), 0, self.rows - 1)
