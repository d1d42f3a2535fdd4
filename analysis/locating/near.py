"""What lies within a distance: lines, places, other points; and chainages from measures."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import shapely
from scipy.spatial import cKDTree

from .index import LineIndex

_POINTS = (0, 4)
_LINES = (1, 2, 5)


def near_lines(x, y, lines: Iterable, within_m: float) -> np.ndarray:
    """Whether a line lies within ``within_m`` metres of each point (included); False for NaN."""
    return LineIndex.of(lines).near(x, y, within_m)


def near_places(x, y, places: Iterable, within_m: float) -> np.ndarray:
    """Whether any place lies within ``within_m`` metres (straight line, included). Places may be points, lines or
    areas: a point inside of an area is at 0 m. Empty geometries and None are nowhere."""
    x, y = np.asarray(x, float), np.asarray(y, float)
    places = np.asarray(places, object)
    found = np.zeros(len(x), bool)
    there = np.flatnonzero(np.isfinite(x) & np.isfinite(y))
    places = places[~(shapely.is_missing(places) | shapely.is_empty(places))]
    kinds = shapely.get_type_id(places)
    points = shapely.get_coordinates(places[np.isin(kinds, _POINTS)])
    points = points[np.isfinite(points).all(axis=1)]
    xy = np.column_stack([x[there], y[there]])
    if len(points) and len(there):
        # The tree leaves out what lies beyond the bound or on it: ask a hair further, then compare.
        distance, _ = cKDTree(points).query(xy, distance_upper_bound=np.nextafter(within_m, np.inf))
        found[there] |= distance <= within_m
    lines = places[np.isin(kinds, _LINES)]
    areas = places[~np.isin(kinds, (*_POINTS, *_LINES))]
    if len(areas):
        inside = shapely.STRtree(areas).query(shapely.points(xy), predicate="intersects")[0]
        found[there[inside]] = True
        lines = np.concatenate([lines, _outlines(areas)])
    if len(lines) and len(there):
        rest = there[~found[there]]
        found[rest] |= LineIndex.of(lines).near(x[rest], y[rest], within_m)
    return found


def pairs_within(x, y, other_x, other_y, within_m: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(position in the first, position in the other, metres) of all pairs at most ``within_m`` apart, in order."""
    first, second = _known(x, y), _known(other_x, other_y)
    if not len(first[0]) or not len(second[0]):
        return np.zeros(0, int), np.zeros(0, int), np.zeros(0)
    near = cKDTree(first[1]).sparse_distance_matrix(
        cKDTree(second[1]), np.nextafter(within_m, np.inf), output_type="ndarray"
    )
    near = near[near["v"] <= within_m]
    order = np.lexsort((near["j"], near["i"]))
    return first[0][near["i"]][order], second[0][near["j"]][order], near["v"][order]


def points_of(geometries: Iterable) -> tuple[np.ndarray, np.ndarray]:
    """x and y of points (NaN for None, empty and anything that is no point)."""
    geometries = np.asarray(geometries, object)
    return shapely.get_x(geometries), shapely.get_y(geometries)


def chainage(measure_m, length_m, from_m, to_m) -> np.ndarray:
    """Metres from the route's start: the measure on a section's line of ``length_m``, scaled to its chainages."""
    measure_m, length_m = np.asarray(measure_m, float), np.asarray(length_m, float)
    from_m, to_m = np.asarray(from_m, float), np.asarray(to_m, float)
    with np.errstate(invalid="ignore", divide="ignore"):
        return from_m + np.where(length_m > 0, measure_m / length_m, 0.0) * (to_m - from_m)


def _outlines(areas: np.ndarray) -> np.ndarray:
    flat = shapely.get_parts(areas)
    flat = shapely.get_parts(flat)  # collections of multipolygons
    polygons = flat[shapely.get_type_id(flat) == 3]
    if not len(polygons):
        return np.zeros(0, object)
    coordinates, ring = shapely.get_coordinates(shapely.get_rings(polygons), return_index=True)
    return shapely.linestrings(coordinates, indices=ring)


def _known(x, y) -> tuple[np.ndarray, np.ndarray]:
    x, y = np.asarray(x, float), np.asarray(y, float)
    rows = np.flatnonzero(np.isfinite(x) & np.isfinite(y))
    return rows, np.column_stack([x[rows], y[rows]])
