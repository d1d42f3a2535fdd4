"""The borders of cities as short segments in a tree: how near a place is to whose border, and roads along it.

Polygons of neighbours may leave slivers and gaps or overlap: a border between two cities is where both boundaries
are near, not where they are equal.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely

from ...i18n import tr
from .crossings import Segments
from .neighbours import measurable
from .options import Options
from .reading import Strands

PIECE_M = 100.0  # longer boundary segments are cut, so that a box says where they are
AGREEMENT = ["agr_id", "city_a", "city_b", "route_a", "route_b", "sections", "overlap_pct", "length_m", "length_a_m",
             "length_b_m", "cost_share_a", "ct", "reason", "geom"]  # fmt: skip


class Borders:
    """Boundaries of the cities that have roads and polygons. ``city``: number of the city of each segment."""

    def __init__(self, cities: pd.DataFrame, codes: np.ndarray, options: Options):
        frame = cities.assign(city_code=cities["city_code"].astype(str))
        frame = frame[~shapely.is_missing(frame["geom"].to_numpy())]
        polygon = shapely.make_valid(shapely.force_2d(frame["geom"].to_numpy(dtype=object)))
        self.options = options
        # All cities with polygons count, roads or not: numbers after those of the cities with roads.
        more = np.setdiff1d(frame["city_code"].to_numpy(dtype=str), codes)
        self.codes = np.concatenate([codes, more])
        number = pd.Series(np.arange(len(self.codes)), index=self.codes)
        parts, owner = shapely.get_parts(polygon, return_index=True)
        areas = shapely.get_dimensions(parts) == 2
        self.polygon, self.owner = parts[areas], number[frame["city_code"]].to_numpy()[owner[areas]]
        edge = shapely.segmentize(shapely.boundary(self.polygon), PIECE_M)
        rings, ring = shapely.get_parts(edge, return_index=True)
        seg = Segments(rings)
        self.line, self.city = seg.lines, self.owner[ring[seg.line]]
        self.tree = shapely.STRtree(self.line)
        self.inner = shapely.STRtree(self.polygon)
        self._mark_shared()

    def _mark_shared(self) -> None:
        """``shared``: segments with another city's boundary beside them; the others face no city that we know."""
        one, two = self.tree.query(self.line, predicate="dwithin", distance=self.options.sliver_m)
        foreign = self.city[one] != self.city[two]
        self.shared = np.zeros(len(self.line), dtype=bool)
        self.shared[one[foreign]] = True
        # Where two boundaries are the very same line, one of them is enough to measure by.
        ends = np.round(shapely.get_coordinates(self.line).reshape(-1, 4), 3)
        turned = (ends[:, 0] > ends[:, 2]) | ((ends[:, 0] == ends[:, 2]) & (ends[:, 1] > ends[:, 3]))
        ends[turned] = ends[turned][:, [2, 3, 0, 1]]
        order = np.lexsort((self.city, *ends.T))
        again = np.r_[False, (np.diff(ends[order], axis=0) == 0).all(axis=1)][: len(order)]
        self.double = np.zeros(len(self.line), dtype=bool)
        self.double[order[again]] = True

    def distance(self, geoms: np.ndarray, city: np.ndarray, reach: float) -> np.ndarray:
        """Metres from each geometry to the boundary of its ``city``; inf beyond ``reach``."""
        geoms = measurable(geoms)
        row, seg = self.tree.query(geoms, predicate="dwithin", distance=reach)
        own = self.city[seg] == city[row]
        row, seg = row[own], seg[own]
        best = np.full(len(geoms), np.inf)
        np.minimum.at(best, row, shapely.distance(geoms[row], self.line[seg]))
        return best

    def between(self, links: np.ndarray, one: np.ndarray, two: np.ndarray) -> np.ndarray:
        """Whether each link lies at the border of its two cities (numbers ``one`` and ``two``).

        Within ``border_m`` of one boundary, and of the other but for a sliver. A city without polygon says nothing.
        """
        near, far = self.options.border_m, self.options.border_m + self.options.sliver_m
        there = np.isin(np.arange(len(self.codes)), self.owner)
        a, b = self.distance(links, one, far), self.distance(links, two, far)
        silent_a, silent_b = ~there[one], ~there[two]
        good = (np.minimum(a, b) <= near) & (np.maximum(a, b) <= far)
        good = np.where(silent_a, b <= near, good)
        good = np.where(silent_b, a <= near, good)
        return good | (silent_a & silent_b)

    def faces_city(self, points: np.ndarray, city: np.ndarray, reach: float) -> np.ndarray:
        """Whether another city's border with the end's own city lies within ``reach`` of each end."""
        row, seg = self.tree.query(points, predicate="dwithin", distance=reach)
        good = (self.city[seg] == city[row]) & self.shared[seg]
        found = np.zeros(len(points), dtype=bool)
        found[row[good]] = True
        return found

    def outside(self, strands: Strands) -> np.ndarray:
        """Strands (bool) that lie farther than ``outside_m`` from every polygon."""
        away = np.ones(len(strands), dtype=bool)
        xy = strands.ends[:, 0]
        for polygon, owner in zip(self.polygon, self.owner):
            rows = np.flatnonzero(away & (strands.city == owner))
            _take_inside(polygon, xy, rows, away)
        for polygon in self.polygon:
            _take_inside(polygon, xy, np.flatnonzero(away), away)
        rows = np.flatnonzero(away)
        row, _ = self.inner.query(strands.geom[rows], predicate="dwithin", distance=self.options.outside_m)
        away[rows[row]] = False
        return away

    def along(
        self, strands: Strands, lines: shapely.STRtree
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        """(strand, city, other city, metres within ``along_border_m`` of their border) of strands that run beside
        the border of two cities; a strand stands once for each pair that it runs along, the lower number first.
        """
        reach, options = self.options.along_border_m, self.options
        shared = np.flatnonzero(self.shared & ~self.double)
        empty = (np.empty(0, dtype=int), np.empty(0, dtype=int), np.empty(0, dtype=int), np.empty(0))
        if not len(shared) or not len(strands):
            return empty
        # From the border to the roads, as few roads are near one; then nine points of each tell apart those along it.
        x0, y0, x1, y1 = shapely.bounds(self.line[shared]).T
        wide = np.column_stack([x0 - reach, y0 - reach, x1 + reach, y1 + reach])
        rows = np.unique(lines.query(shapely.linestrings(wide.reshape(-1, 2, 2)))[1])
        tree = shapely.STRtree(self.line[shared])
        count = np.zeros(len(rows), dtype=int)
        for share in (np.arange(9) + 0.5) / 9:
            mark = shapely.points(strands.spot(rows, share * strands.length[rows]))
            count[np.unique(tree.query(mark, predicate="dwithin", distance=reach)[0])] += 1
        rows = rows[count >= 4]
        row, seg = tree.query(strands.geom[rows], predicate="dwithin", distance=reach)
        if not len(row):
            return empty
        seg = shared[seg]
        # Each boundary segment with the other cities whose boundary is beside it.
        uniq = np.unique(seg)
        one, two = self.tree.query(self.line[uniq], predicate="dwithin", distance=options.sliver_m)
        foreign = self.city[uniq[one]] != self.city[two]
        sides = np.unique(np.column_stack([uniq[one[foreign]], self.city[two[foreign]]]), axis=0)
        first = np.searchsorted(sides[:, 0], seg)
        count = np.searchsorted(sides[:, 0], seg, side="right") - first
        rep = np.repeat(np.arange(len(seg)), count)
        step = np.arange(len(rep)) - np.repeat(np.cumsum(count) - count, count)
        other = sides[first[rep] + step, 1]
        own = self.city[seg[rep]]
        key = np.column_stack([row[rep], np.minimum(own, other), np.maximum(own, other)])
        pairs, group = np.unique(key, axis=0, return_inverse=True)
        order = np.argsort(group.reshape(-1), kind="stable")
        near = shapely.multilinestrings(self.line[seg[rep]][order], indices=group.reshape(-1)[order])
        zone = shapely.buffer(near, reach, quad_segs=8)
        strand = rows[pairs[:, 0]]
        length = shapely.length(shapely.intersection(strands.geom[strand], zone))
        return strand, pairs[:, 1], pairs[:, 2], length

    def beside(self, lines: np.ndarray) -> np.ndarray:
        """Metres of each line within ``along_border_m`` of a border of two cities."""
        reach = self.options.along_border_m
        shared = np.flatnonzero(self.shared & ~self.double)
        row, seg = shapely.STRtree(self.line[shared]).query(lines, predicate="dwithin", distance=reach)
        order = np.argsort(row, kind="stable")
        some, number = np.unique(row[order], return_inverse=True)
        zone = shapely.buffer(
            shapely.multilinestrings(self.line[shared[seg[order]]], indices=number), reach, quad_segs=8
        )
        length = np.zeros(len(lines))
        length[some] = shapely.length(shapely.intersection(lines[some], zone))
        return length


def _take_inside(polygon, xy, rows, away) -> None:
    if len(rows):
        shapely.prepare(polygon)
        away[rows[shapely.contains_xy(polygon, xy[rows, 0], xy[rows, 1])]] = False


def agreements(
    strands: Strands, tree: shapely.STRtree, borders: Borders, twin: np.ndarray, options: Options
) -> pd.DataFrame:
    """Candidates for a boundary agreement: roads of which ``along_share`` runs along a border of two cities.

    One row a road and pair of cities: sections of one route (a city's own), with their twins in the other city's
    drawing. ``twin`` (sections): row of the reference drawing, -1 none. Lengths by city are those that each city has
    drawn; the share of costs follows them.
    """
    strand, one, two, near = borders.along(strands, tree)
    if not len(strand):
        return pd.DataFrame({name: pd.Series(dtype=object) for name in AGREEMENT})
    frame, section = strands.frame, strands.section
    whole = np.bincount(strands.row, strands.length, minlength=len(frame))
    table = pd.DataFrame({"row": strands.row[strand], "one": one, "two": two, "near": near})
    table = table.groupby(["row", "one", "two"], as_index=False)["near"].sum()
    code = strands.code
    table["code_a"], table["code_b"] = borders.codes[table["one"]], borders.codes[table["two"]]
    table["own"] = code[table["row"]]
    table = table[(table["own"] == table["code_a"]) | (table["own"] == table["code_b"])]
    length = whole[table["row"]]
    table = table.assign(length=length, near=_winding(table, borders, strands, whole, options))
    keep = (table["near"] >= options.along_share * length - 1e-6) & (length >= options.along_min_m - 1e-6)
    table = table[keep]
    if not len(table):
        return pd.DataFrame({name: pd.Series(dtype=object) for name in AGREEMENT})
    route = frame["route_key"].to_numpy(dtype=object)
    reference = np.where(twin[table["row"]] >= 0, twin[table["row"]], table["row"])
    # A reference that does not run along the border by itself is not asked for; its twin then stands alone.
    reference = np.where(np.isin(reference, table["row"]), reference, table["row"])
    road = route[reference]
    table["road"] = np.where(pd.isna(road), section[reference], road).astype(str)
    table = table.sort_values(["code_a", "code_b", "road", "row"], ignore_index=True)
    # Plain columns: a frame for each road costs more than all the rest.
    column = {name: table[name].to_numpy() for name in table.columns}
    keys = list(zip(column["code_a"], column["code_b"], column["road"]))
    starts = [k for k in range(len(keys)) if not k or keys[k] != keys[k - 1]]
    rows = [
        _agreement(keys[i], {name: value[i:j] for name, value in column.items()}, strands, section, route)
        for i, j in zip(starts, [*starts[1:], len(keys)])
    ]
    return pd.DataFrame(rows, columns=AGREEMENT)


def _winding(table: pd.DataFrame, borders: Borders, strands: Strands, whole, options: Options) -> np.ndarray:
    """Metres beside a border. Where a section turns from one neighbour's border into another's, and only both make
    ``along_share``, they count together for the border beside which more of it lies, and for no other.
    """
    near = table["near"].to_numpy(dtype=float).copy()
    row, least = table["row"].to_numpy(), options.along_share * whole[table["row"]] - 1e-6
    both = np.bincount(row, near, minlength=len(whole))[row]
    alone = np.bincount(row, near >= least, minlength=len(whole))[row] > 0
    some = np.unique(row[~alone & (both >= least)])
    if not len(some):
        return near
    strand = np.flatnonzero(np.isin(strands.row, some))
    length = np.bincount(strands.row[strand], borders.beside(strands.geom[strand]), minlength=len(whole))
    order = np.lexsort((-near, row))
    first = order[np.r_[True, row[order][1:] != row[order][:-1]]]
    first = first[np.isin(row[first], some)]
    near[first] = length[row[first]]
    return near


def _agreement(key, part: dict, strands: Strands, section, route) -> dict:
    code_a, code_b, road = key
    length = {code: float(part["length"][part["own"] == code].sum()) for code in (code_a, code_b)}
    names = {}
    for code in (code_a, code_b):
        there = route[part["row"][part["own"] == code]]
        there = sorted({str(r) for r in there if r is not None and r == r})
        names[code] = there[0] if there else None
    total = sum(length.values())
    share = 100 * float(part["near"].sum()) / total
    first, last = (np.searchsorted(strands.row, part["row"], side=side) for side in ("left", "right"))
    lines = strands.geom[np.concatenate([np.arange(i, j) for i, j in zip(first, last)])]
    if length[code_a] > 0 and length[code_b] > 0:
        reason = tr("{pct:.0f} % runs along the border; both cities have drawn it.", pct=share)
    else:
        reason = tr("{pct:.0f} % runs along the border; one city has drawn it.", pct=share)
    return {
        "agr_id": f"{code_a}-{code_b}-{road}", "city_a": code_a, "city_b": code_b, "route_a": names[code_a],
        "route_b": names[code_b], "sections": sorted(section[part["row"]].tolist()), "overlap_pct": min(share, 100.0),
        "length_m": max(length.values()), "length_a_m": length[code_a], "length_b_m": length[code_b],
        "cost_share_a": 100 * length[code_a] / total, "ct": "C1", "reason": reason,
        "geom": shapely.multilinestrings(lines),
    }  # fmt: skip
