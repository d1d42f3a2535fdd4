"""How a city's road lines join: ends that stop short or run past, lines on each other, crossings without a node.

Only lines of one city are compared: how lines join across a border is the network's question, not a fault.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely
from scipy.spatial import cKDTree

from . import findings
from .catalogue import settings
from .options import Options

TOUCH = 1e-6
LEAST_OVERLAP = 0.01  # metres
BESIDE = 0.5  # metres: one road drawn again by hand, not the other side of it
LEAST_BESIDE = 5.0  # metres: shorter common stretches are junctions at a narrow angle


def roads(
    frame: pd.DataFrame, facilities: pd.DataFrame, cities: pd.DataFrame, options: Options
) -> pd.DataFrame:
    """Findings for sections. Columns: geom (LineString), city_code, route_key; facilities: geom, ft (bridges);
    cities: city_code, geom (to know ends that stop at the border).
    """
    lines = frame["geom"].to_numpy()
    usable = shapely.get_type_id(lines) == 1
    usable[usable] &= ~shapely.is_empty(lines[usable]) & (shapely.length(lines[usable]) > TOUCH)
    usable[usable] &= np.isfinite(shapely.bounds(lines[usable])).all(axis=1)
    rows = np.flatnonzero(usable)
    if not len(rows):
        return findings.empty()
    net = _Net(frame.iloc[rows], options)
    parts = [net.stubs(), net.overlaps()]
    crossings, past = net.crossings(_bridges(facilities))
    parts += [crossings, past, *net.loose_ends(past, _borders(cities))]
    return findings.joined(parts)


class _Net:
    """The lines of all cities with their ends and a tree of them."""

    def __init__(self, frame: pd.DataFrame, options: Options):
        self.frame, self.options = frame, options
        self.uuid = frame["uuid"].to_numpy(dtype=object)
        self.code = frame["city_code"].to_numpy(dtype=object)
        self.city = pd.factorize(self.code)[0]
        self.route = pd.factorize(frame["route_key"].to_numpy(dtype=object))[0]
        self.lines = frame["geom"].to_numpy()
        self.length = shapely.length(self.lines)
        self.tree = shapely.STRtree(self.lines)
        size = len(self.lines)
        self.ends = np.concatenate(
            [shapely.get_coordinates(shapely.get_point(self.lines, n)) for n in (0, -1)]
        )  # starts, then finishes
        self.owner = np.tile(np.arange(size), 2)
        self.joined = self._joined()

    def _joined(self) -> np.ndarray:
        """Whether another end of the same city lies within ``gap`` of each end."""
        reach = max(self.options.gap, TOUCH)
        axes = np.column_stack([self.ends, self.city[self.owner] * reach * 10])
        pairs = cKDTree(axes).query_pairs(reach, output_type="ndarray").reshape(-1, 2)
        # A stub's own two ends are no junction; a ring's are one.
        own = self.owner[pairs[:, 0]] == self.owner[pairs[:, 1]]
        pairs = pairs[~own | (self.length[self.owner[pairs[:, 0]]] > 4 * reach)]
        joined = np.zeros(len(self.ends), dtype=bool)
        joined[pairs.ravel()] = True
        return joined

    def report(self, kind, one, two, at, **values) -> pd.DataFrame:
        return findings.make(kind, "section", self.uuid[one], self.code[one], other_uuid=self.uuid[two],
                             x=at[:, 0], y=at[:, 1], **values)  # fmt: skip

    def stubs(self) -> pd.DataFrame:
        rows = np.flatnonzero(self.length < self.options.stub)
        at = shapely.get_coordinates(shapely.line_interpolate_point(self.lines[rows], 0.5, normalized=True))
        return findings.make("line_stub", "section", self.uuid[rows], self.code[rows],
                             x=at[:, 0], y=at[:, 1], length=self.length[rows])  # fmt: skip

    def pairs(self, predicate: str) -> tuple[np.ndarray, np.ndarray]:
        a, b = self.tree.query(self.lines, predicate=predicate)
        wanted = (self.city[a] == self.city[b]) & (a != b)
        pairs = np.unique(np.sort(np.column_stack([a[wanted], b[wanted]]), axis=1), axis=0)
        return pairs[:, 0], pairs[:, 1]

    def overlaps(self) -> pd.DataFrame:
        """Lines of which a stretch is the very same, or was drawn again beside the other within ``BESIDE``."""
        found = [np.column_stack(self.pairs(predicate)) for predicate in ("overlaps", "covers")]
        a, b = np.unique(np.concatenate(found), axis=0).T
        shared = shapely.intersection(self.lines[a], self.lines[b])
        long = shapely.length(shared) > LEAST_OVERLAP
        a, b, shared = a[long], b[long], shared[long]
        at = shapely.get_coordinates(shapely.point_on_surface(shared))
        same = self.report("line_overlap", a, b, at, length=shapely.length(shared))
        return findings.joined([same, self._beside(set(zip(a.tolist(), b.tolist())))])

    def _beside(self, told: set) -> pd.DataFrame:
        """Stretches drawn twice, not on the same vertices: an end lies along another line, and so does what is
        before it. Such a stretch has an end of one of the two at its end, so only ends are looked at.
        """
        n, line = self.tree.query(shapely.points(self.ends), predicate="dwithin", distance=BESIDE)
        own = self.owner[n]
        wanted = (self.city[line] == self.city[own]) & (line != own) & (self.length[own] > LEAST_BESIDE)
        n, line, own = n[wanted], line[wanted], own[wanted]
        start = n < len(self.lines)
        far = np.full(len(n), True)
        along = []
        for step in (0.0, LEAST_BESIDE / 2, LEAST_BESIDE):
            where = np.where(start, step, self.length[own] - step)
            point = shapely.line_interpolate_point(self.lines[own], where)
            far &= shapely.distance(point, self.lines[line]) <= BESIDE
            along.append(shapely.line_locate_point(self.lines[line], point))
        # The two run side by side, not one past the other's end; and they do not part from one node, as roads do.
        far &= np.abs(along[2] - along[0]) > 0.8 * LEAST_BESIDE
        far &= np.minimum(along[0], self.length[line] - along[0]) > LEAST_BESIDE
        n, line, own, start = n[far], line[far], own[far], start[far]
        found: dict = {}
        for end, one, two, first in zip(n.tolist(), own.tolist(), line.tolist(), start.tolist()):
            pair = (min(one, two), max(one, two))
            if pair not in told and pair not in found:
                found[pair] = (self.ends[end], self._stretch(one, two, first))
        if not found:
            return findings.empty()
        one, two = np.array(list(found)).T
        at, length = (np.array(values) for values in zip(*found.values()))
        return self.report("line_overlap", one, two, at, length=length)

    def _stretch(self, one: int, two: int, start: bool) -> float:
        """How far a line stays beside another, from its start or its finish."""
        steps = np.arange(0, self.length[one], 1.0)
        points = shapely.line_interpolate_point(self.lines[one], steps if start else self.length[one] - steps)
        off = np.flatnonzero(shapely.distance(points, self.lines[two]) > BESIDE)
        return float(steps[off[0] - 1] if len(off) else self.length[one])

    def crossings(self, bridges) -> tuple[pd.DataFrame, pd.DataFrame]:
        """(crossings without a node, ends that run past a junction)."""
        a, b = self.pairs("crosses")
        met = shapely.intersection(self.lines[a], self.lines[b])
        points, pair = shapely.get_parts(met, return_index=True)
        dots = shapely.get_type_id(points) == 0
        points, pair = points[dots], pair[dots]
        one, two = a[pair], b[pair]
        at = shapely.get_coordinates(points)
        tails, loose = [], []
        for line in (one, two):
            along = shapely.line_locate_point(self.lines[line], points)
            first = along < self.length[line] / 2
            tails.append(np.where(first, along, self.length[line] - along))
            end = np.where(first, line, line + len(self.lines))
            loose.append(~self.joined[end])
        gap, reach = self.options.gap, self.options.gap_max
        node = (tails[0] <= gap) | (tails[1] <= gap)
        past = [~node & (tail <= reach) & free for tail, free in zip(tails, loose)]
        past[1] &= ~past[0]
        over = findings.joined(
            [
                self.report("line_overshoot", one[past[0]], two[past[0]], at[past[0]], distance=tails[0][past[0]]),
                self.report("line_overshoot", two[past[1]], one[past[1]], at[past[1]], distance=tails[1][past[1]]),
            ]
        )  # fmt: skip
        plain = ~node & ~past[0] & ~past[1]
        # Ends that are joined a step from the crossing: a junction drawn crooked, not a crossing.
        plain &= ~((tails[0] <= reach) & (tails[1] <= reach))
        if bridges is not None and plain.any():
            plain[plain] = shapely.distance(bridges, points[plain]) > settings()["bridge_reach_m"]
        return self.report("line_crossing", one[plain], two[plain], at[plain]), over

    def loose_ends(self, past: pd.DataFrame, borders) -> list[pd.DataFrame]:
        """[ends that stop short of another line, ends on a line that is not split there]."""
        gap, reach = self.options.gap, self.options.gap_max
        free = np.flatnonzero(~self.joined)
        points = shapely.points(self.ends[free])
        n, line = self.tree.query(points, predicate="dwithin", distance=max(gap, reach))
        own = self.owner[free[n]]
        wanted = (line != own) & (self.city[line] == self.city[own])
        n, line, own = n[wanted], line[wanted], own[wanted]
        distance = shapely.distance(points[n], self.lines[line])
        order = np.lexsort((line, distance, n))
        n, line, own, distance = n[order], line[order], own[order], distance[order]
        _, first = np.unique(n, return_index=True)
        n, line, own, distance = n[first], line[first], own[first], distance[first]
        at = self.ends[free[n]]
        on = distance <= gap
        new = ~self._told(past, own, line, at)
        short = ~on & new & (distance <= reach) & ~self._through_neighbour(points[n], line, own, borders)
        # Two ends that face each other are one fault.
        key = np.sort(np.column_stack([own, line]), axis=1)
        cell = np.column_stack([key, np.arange(len(key))])
        _, once = np.unique(cell[short][:, :2], axis=0, return_index=True)
        rows = np.flatnonzero(short)[np.sort(once)]
        return [
            self.report("line_undershoot", own[rows], line[rows], at[rows], distance=distance[rows]),
            self.report("line_no_node", own[on & new], line[on & new], at[on & new]),
        ]

    def _told(self, past: pd.DataFrame, own, line, at) -> np.ndarray:
        """Ends that have been told as running past the line; the same road's other end is another matter."""
        spots: dict = {}
        for one, two, x, y in past[["uuid", "other_uuid", "x", "y"]].itertuples(index=False):
            spots.setdefault((one, two), []).append((x, y))
        found = np.zeros(len(own), dtype=bool)
        for n, pair in enumerate(zip(self.uuid[own], self.uuid[line])) if spots else ():
            near = spots.get(pair, ())
            found[n] = any(
                np.hypot(x - at[n, 0], y - at[n, 1]) <= self.options.gap_max + TOUCH for x, y in near
            )
        return found

    def _through_neighbour(self, points, line, own, borders) -> np.ndarray:
        """Ends of one route at the border: the road goes on in the neighbour's data and comes back."""
        result = np.zeros(len(points), dtype=bool)
        same = np.flatnonzero((self.route[line] == self.route[own]) & (self.route[own] >= 0))
        for n in same:
            border = borders.get(self.code[own[n]])
            result[n] = border is not None and shapely.distance(border, points[n]) <= self.options.border
        return result


def _bridges(facilities: pd.DataFrame):
    geoms = facilities["geom"].to_numpy()[facilities["ft"].isin(settings()["bridges"]).to_numpy()]
    geoms = geoms[~shapely.is_missing(geoms)]
    if not len(geoms):
        return None
    found = shapely.geometrycollections(geoms)
    shapely.prepare(found)
    return found


def _borders(cities: pd.DataFrame) -> dict:
    return {c: g.boundary for c, g in zip(cities["city_code"], cities["geom"]) if g is not None}
