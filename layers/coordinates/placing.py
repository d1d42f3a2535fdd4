"""Points and geometries in the store's CRS, as the file's decision says, with what is odd about each.

Public: ``place``, ``place_geometries``, ``representative_points``. Unified model, sections 1, 3.6, 3.7.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import shapely

from .boundary import Boundary
from .crs import accepted, transformer, zone_origins
from .decision import CITY_BUFFER_M, OUTSIDE_M, Decision
from .points import classes, in_japan, read

_FLAGS = ("E-NULLGEOM", "W-DEFAULTPT", "E-HALFXY", "E-NOTJAPAN", "E-NOPLACE", "W-LATLON", "W-OUTNEAR")

FARTHEST_M = (
    1e7  # no place of a plane system lies farther from its origin; spatial indexes hold 32-bit numbers
)


class Placed(NamedTuple):
    """Per row: place in the target CRS (NaN where there is none), codes, metres outside the declared city."""

    x: np.ndarray
    y: np.ndarray
    flags: np.ndarray  # of tuples of codes
    outside_m: np.ndarray  # 0 inside; NaN without a place or a city
    accuracy_m: float


class PlacedGeometries(NamedTuple):
    geometries: np.ndarray  # in the target CRS; None where there is no place
    flags: np.ndarray
    outside_m: np.ndarray
    accuracy_m: float


def place(a, b, decision: Decision, target_crs, city: Boundary | None = None) -> Placed:
    """Pairs as columns (a, b) to points. A row 50 to 200 m outside its city is flagged W-OUTNEAR;
    farther ones are the caller's to set aside (``outside_m`` > ``decision.OUTSIDE_M``).

    Raises GunmaneError with the decision's error when the file could not be settled.
    """
    decision.raise_for_error()
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    info, target = accepted(decision.crs), accepted(target_crs)
    sorts = classes(a, b, info, zone_origins(target, info))
    marks = {"E-NULLGEOM": sorts.null, "W-DEFAULTPT": sorts.default, "E-HALFXY": sorts.half}
    east, north = read(a, b, decision.order)
    usable = sorts.usable
    if decision.by_range:
        swapped, neither = _by_range(east, north)
        east, north = np.where(swapped, north, east), np.where(swapped, east, north)
        marks["W-LATLON"], marks["E-NOTJAPAN"] = swapped & usable, neither & usable
        usable = usable & ~neither
    move = transformer(info, target)
    x, y = move(np.where(usable, east, np.nan), np.where(usable, north, np.nan))
    lost = usable & ~((np.abs(x) < FARTHEST_M) & (np.abs(y) < FARTHEST_M))
    x, y = np.where(lost, np.nan, x), np.where(lost, np.nan, y)
    marks["E-NOPLACE"] = lost
    outside = city.distance_m(x, y, target) if city is not None else np.full(len(x), np.nan)
    marks["W-OUTNEAR"] = (outside > CITY_BUFFER_M) & (outside <= OUTSIDE_M)
    return Placed(x, y, _codes(marks, len(x)), outside, move.accuracy_m)


def place_geometries(
    geometries, decision: Decision, target_crs, city: Boundary | None = None
) -> PlacedGeometries:
    """The same for file geometry; a geometry is as far outside as its nearest vertex. Heights are dropped."""
    decision.raise_for_error()
    geometries = np.array(geometries, dtype=object)
    info, target = accepted(decision.crs), accepted(target_crs)
    first, second = representative_points(geometries)
    sorts = classes(first, second, info, zone_origins(target, info))
    marks = {"E-NULLGEOM": sorts.null, "W-DEFAULTPT": sorts.default}
    east, north = read(first, second, decision.order)
    usable, swap = sorts.usable, np.full(len(geometries), decision.order == "yx")
    if decision.by_range:
        swapped, neither = _by_range(east, north)
        marks["W-LATLON"], marks["E-NOTJAPAN"] = swapped & usable, neither & usable
        swap, usable = swap ^ swapped, usable & ~neither
    geometries[~usable] = None
    swap &= usable
    geometries[swap] = shapely.transform(geometries[swap], lambda points: points[:, ::-1])
    move = transformer(info, target)
    moved = move.transform_geometries(geometries)
    lost = usable & shapely.is_empty(moved)  # a point that became NaN is an empty one
    points, owner = shapely.get_coordinates(moved, return_index=True)
    lost[owner[~(np.abs(points) < FARTHEST_M).all(axis=1)]] = True
    moved[lost] = None
    marks["E-NOPLACE"] = lost
    outside = np.full(len(moved), np.nan)
    if city is not None and len(points):
        distance = city.distance_m(points[:, 0], points[:, 1], target)
        nearest = np.full(len(moved), np.inf)
        np.minimum.at(nearest, owner, np.where(np.isnan(distance), np.inf, distance))
        outside = np.where(np.isfinite(nearest) & ~lost, nearest, np.nan)
    marks["W-OUTNEAR"] = (outside > CITY_BUFFER_M) & (outside <= OUTSIDE_M)
    return PlacedGeometries(moved, _codes(marks, len(moved)), outside, move.accuracy_m)


def representative_points(geometries) -> tuple[np.ndarray, np.ndarray]:
    """A point inside each area, the middle vertex of each line; NaN for None and empty geometries."""
    geometries = np.asarray(geometries, dtype=object)
    x, y = np.full(len(geometries), np.nan), np.full(len(geometries), np.nan)
    areas = shapely.get_dimensions(geometries) == 2
    inner = shapely.point_on_surface(geometries[areas])
    x[areas], y[areas] = shapely.get_x(inner), shapely.get_y(inner)
    others = np.flatnonzero(~areas)
    points, owner = shapely.get_coordinates(geometries[others], return_index=True)
    if len(points):
        found, start, count = np.unique(owner, return_index=True, return_counts=True)
        middle = points[start + count // 2]
        x[others[found]], y[others[found]] = middle[:, 0], middle[:, 1]
    return x, y


def _by_range(east, north) -> tuple[np.ndarray, np.ndarray]:
    fits, fits_swapped = in_japan(east, north), in_japan(north, east)
    return fits_swapped & ~fits, ~fits & ~fits_swapped


def _codes(marks: dict[str, np.ndarray], n: int) -> np.ndarray:
    bits = np.zeros(n, dtype=np.int64)
    for position, code in enumerate(_FLAGS):
        if code in marks:
            bits |= marks[code].astype(np.int64) << position
    out = np.empty(n, dtype=object)
    for value in np.unique(bits):
        codes = tuple(code for position, code in enumerate(_FLAGS) if value >> position & 1)
        where = np.flatnonzero(bits == value)
        out[where] = np.fromiter((codes for _ in range(len(where))), dtype=object, count=len(where))
    return out
