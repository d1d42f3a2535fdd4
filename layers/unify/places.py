"""Places of a ledger's rows: the whole file is surveyed first, then every block is placed as was decided."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ..coordinates.boundary import Boundary
from ..coordinates.cells import parse_cells
from ..coordinates.decision import OUTSIDE_M, Decision
from ..coordinates.settle import Survey, place, place_geometries
from ..normalise import normalise_column
from ..profile import Source
from .columns import Matching, context_for, feeds

# Rivers, bus lines and the like go on beyond the city that supplies them.
UNLIMITED = {"reference"}
_CELL_ERRORS = {"E-DMS", "E-ANGLE", "E-NUM", "E-NUMBER", "E-AMBIG", "E-UNIT"}


@dataclass
class Places:
    """Places of a block: geometry in the store's CRS (None where there is none), flag code -> rows, metres
    outside the declared city (NaN where unknown)."""

    geometry: np.ndarray
    flags: dict[str, np.ndarray]
    outside_m: np.ndarray


@dataclass
class Placing:
    """How one table's rows get their places."""

    source: Source
    matching: Matching
    decision: Decision
    store_crs: str
    city: Boundary | None
    wanted: str  # geometry type of the target table
    limit_m: float = OUTSIDE_M

    def place(self, block) -> Places:
        """``block``: readers.Block."""
        flags: dict[str, list] = {}
        if self.source.geometry.kind == "file":
            placed = place_geometries(block.geometry, self.decision, self.store_crs, self.city)
            geometry, outside = placed.geometries, placed.outside_m
            _collect(flags, placed.flags)
            geometry = _fit(geometry, self.wanted, flags)
        else:
            cells = _cells(block, self.source, self.matching)
            placed = place(cells.a, cells.b, self.decision, self.store_crs, self.city)
            known = np.isfinite(placed.x) & np.isfinite(placed.y)
            geometry = np.full(len(cells.a), None, dtype=object)
            geometry[known] = shapely.points(placed.x[known], placed.y[known])
            outside = placed.outside_m
            _collect(flags, placed.flags)
            _collect(flags, cells.flags)
            _collect(flags, cells.rules)
            # Where one of the two cells could not be read, the half that is left is no second finding.
            unreadable = {n for code, rows in flags.items() if code in _CELL_ERRORS for n in rows}
            flags["E-HALFXY"] = [n for n in flags.get("E-HALFXY", ()) if n not in unreadable]
        if np.isinf(self.limit_m):
            flags.pop("W-OUTNEAR", None)  # these may lie outside
        return Places(geometry, {c: np.unique(rows) for c, rows in flags.items() if len(rows)}, outside)


def survey(
    source: Source, matching: Matching, raw, unifier, city, store_crs: str, blocks, routes
) -> Decision:
    """Look at all points of a table (readers.RawTable) and settle axis order and datum.

    ``blocks``: the table's blocks, from memory or from a first pass over the file. Route columns take part, so
    that points which the polygon cannot tell apart are judged by the route that their row names.
    """
    spec = source.geometry
    found = Survey(
        city,
        spec.crs,
        spec.order,
        spec.kind,
        routes,
        stated_crs=raw.crs,
        target_crs=store_crs,
        confirmed=spec.confirmed,
    )
    feed = feeds(source, matching, unifier.table).get("route_key")
    for block in blocks:
        keys = None
        if feed is not None and feed.kind == "route":
            keys = normalise_column(
                "route", block.cells[feed.labels[0]], context_for(unifier, feed, None)
            ).values
        if spec.kind == "file":
            found.add_geometries(block.geometry, keys)
        else:
            cells = _cells(block, source, matching)
            found.add(cells.a, cells.b, keys)
    return found.decide()


def _cells(block, source: Source, matching: Matching):
    """The two coordinate columns as numbers; kept with the block, which is surveyed first and placed later."""
    if block.coordinates is None:
        spec = source.geometry
        first = block.cells[matching.by_profile[spec.a]]
        block.coordinates = parse_cells(first, block.cells[matching.by_profile[spec.b]], spec.kind)
    return block.coordinates


def _collect(flags: dict[str, list], per_row: np.ndarray) -> None:
    for n in np.flatnonzero([bool(codes) for codes in per_row]):
        for code in per_row[n]:
            flags.setdefault(code, []).append(n)


def _fit(geometry: np.ndarray, wanted: str, flags: dict[str, list]) -> np.ndarray:
    """Geometries in the type of the table; what does not fit is kept as far as it goes and flagged."""
    geometry = geometry.copy()
    kinds = shapely.get_type_id(geometry)
    missing = shapely.is_missing(geometry)
    empty = ~missing & shapely.is_empty(geometry)
    geometry[empty] = None
    if wanted == "Geometry":
        return geometry
    if wanted == "Point":
        other = np.flatnonzero(~missing & ~empty & (kinds != 0))
        geometry[other] = shapely.point_on_surface(geometry[other])
        _mark(flags, "C-CENTRE", other)
    elif wanted == "LineString":
        multi = np.flatnonzero(~empty & (kinds == 5))
        merged = shapely.line_merge(geometry[multi])
        parts = shapely.get_num_geometries(merged)
        for n, line in zip(multi, merged):
            geometry[n] = line if line.geom_type == "LineString" else _longest(line)
        _mark(flags, "W-MULTIPART", multi[parts > 1])
        _mark(flags, "W-GEOM", multi[parts == 0])  # parts of no length: nothing is left to merge
        wrong = np.flatnonzero(~missing & ~empty & ~np.isin(kinds, (1, 5)))
        geometry[wrong] = None
        _mark(flags, "E-GEOMTYPE", wrong)
    elif wanted in ("MultiLineString", "MultiPolygon"):
        single, multi = (1, 5) if wanted == "MultiLineString" else (3, 6)
        build = shapely.multilinestrings if wanted == "MultiLineString" else shapely.multipolygons
        lone = np.flatnonzero(~missing & ~empty & (kinds == single))
        for n in lone:
            geometry[n] = build([geometry[n]])
        wrong = np.flatnonzero(~missing & ~empty & ~np.isin(kinds, (single, multi)))
        geometry[wrong] = None
        _mark(flags, "E-GEOMTYPE", wrong)
    return geometry


def _mark(flags: dict[str, list], code: str, rows) -> None:
    if len(rows):
        flags.setdefault(code, []).extend(int(n) for n in rows)


def _longest(multi):
    return max(multi.geoms, key=lambda part: part.length, default=None)
