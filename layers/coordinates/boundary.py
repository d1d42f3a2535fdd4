"""Municipal boundaries: is a point in its city, and if not, how far outside?

Public: ``boundaries``, ``Boundary``, ``complete_city_code``, ``is_foreign``.
Unified model, section 1 (check digit, buffer).
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import shapely

from ...i18n import tr
from ..boundaries import CITIES
from ..errors import GunmaneError
from .crs import CrsInfo, accepted, plane_zone_at, transformer

# The values of the National Land Numerical Information are JGD2011, whatever a GeoJSON's header says.
_FILE_CRS = "EPSG:6668"
_CODE_FIELDS = ("city_code", "N03_007", "code", "団体コード", "全国地方公共団体コード")
_NAME_FIELDS = ("name_ja", "N03_004", "name", "市区町村名", "自治体名")
_WEIGHTS = (6, 5, 4, 3, 2)


def boundaries(path=None) -> dict[str, Boundary]:
    """The cities of a GeoJSON file (the shipped one by default) by six-digit code.

    Raises GunmaneError: E-BOUNDARY when the file cannot be read as such, E-CITYCD for a wrong check digit.
    """
    file = Path(path) if path is not None else CITIES
    try:
        stamp = file.stat().st_mtime_ns
    except OSError as error:
        raise _unreadable(file, error) from error
    return dict(_load(str(file), stamp))


def complete_city_code(text) -> str:
    """Five digits get their check digit, six digits must have the right one.

    Raises GunmaneError E-CITYCD. The rule is that of 全国地方公共団体コード: weights 6 to 2, sum S, then
    (11 - S mod 11) mod 10. Six digits that begin with 9 are a person's own code for a city outside Japan (no
    prefecture is numbered so), and have no check digit.
    """
    code = str(text).strip()
    if code.isascii() and code.isdigit() and len(code) in (5, 6):
        if is_foreign(code):
            return code
        total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, code))
        full = code[:5] + str((11 - total % 11) % 10)
        if len(code) == 5 or code == full:
            return full
    raise GunmaneError(
        tr("{code} is not a municipality's code, or its check digit is wrong.", code=code),
        code="E-CITYCD",
        remedy=tr("Give the code with five digits, or with six and the right check digit."),
    )


def is_foreign(code: str | None) -> bool:
    """Whether a city's code is a person's own, for a city outside Japan: six digits, the first a 9."""
    return bool(code) and len(code) == 6 and code[0] == "9"


class Boundary:
    """One city's area. ``geometry`` is in longitude and latitude (JGD2011)."""

    def __init__(self, code: str, name_ja: str, geometry):
        self.code = complete_city_code(code)
        self.name_ja = name_ja
        self.geometry = shapely.force_2d(geometry)
        self._areas: dict[tuple[str, float], object] = {}
        self._edges: dict[str, tuple[shapely.STRtree, np.ndarray]] = {}

    def __repr__(self):
        return f"Boundary({self.code} {self.name_ja})"

    @classmethod
    def from_geometries(cls, code: str, name_ja: str, geometries: Iterable, crs) -> Boundary:
        """From polygons in any CRS, or from lines that enclose an area (a city's border kept as lines).

        Raises GunmaneError E-BOUNDARY when they enclose nothing.
        """
        moved = transformer(crs, _FILE_CRS).transform_geometries([g for g in geometries if g is not None])
        areas = moved[shapely.get_dimensions(moved) == 2]
        if not len(areas):
            areas = shapely.get_parts(shapely.polygonize([shapely.union_all(moved)]))
        union = shapely.union_all(shapely.make_valid(areas)) if len(areas) else None
        if union is None or union.is_empty or shapely.get_dimensions(union) < 2:
            raise GunmaneError(
                tr("The boundary of {name} encloses no area.", name=name_ja), code="E-BOUNDARY"
            )
        return cls(code, name_ja, union)

    @functools.cached_property
    def home(self) -> CrsInfo:
        """A metric CRS for this place: its JGD2011 plane rectangular zone, abroad its UTM zone."""
        centre = self.geometry.centroid
        return plane_zone_at(centre.x, centre.y)

    def projected(self, crs):
        """The area in ``crs``, prepared for point tests; kept for the next call."""
        return self._area(accepted(crs), 0.0)

    def contains(self, x, y, crs, buffer_m: float = 0.0) -> np.ndarray:
        """For each point whether it lies in the city or within ``buffer_m`` of it; NaN lies nowhere."""
        x, y, metric = self._metric(x, y, crs)
        inside = shapely.contains_xy(self._area(metric, 0.0), x, y)
        if buffer_m > 0:
            rest = np.flatnonzero(~inside & np.isfinite(x) & np.isfinite(y))
            inside[rest] = shapely.contains_xy(self._area(metric, float(buffer_m)), x[rest], y[rest])
        return inside

    def distance_m(self, x, y, crs) -> np.ndarray:
        """For each point how far outside the city it lies, in metres; 0 inside, NaN without a place."""
        x, y, metric = self._metric(x, y, crs)
        known = np.isfinite(x) & np.isfinite(y)
        distance = np.where(known, 0.0, np.nan)
        outside = np.flatnonzero(known & ~shapely.contains_xy(self._area(metric, 0.0), x, y))
        if len(outside):
            # Files repeat places (town centres, a default): measure each once.
            places, back = np.unique(np.column_stack([x[outside], y[outside]]), axis=0, return_inverse=True)
            tree = self._edge_tree(metric)
            points = shapely.points(places)
            (which, _), found = tree.query_nearest(points, return_distance=True, all_matches=False)
            nearest = np.full(len(places), np.nan)
            nearest[which] = found
            distance[outside] = nearest[back.reshape(-1)]
        return distance

    def _metric(self, x, y, crs):
        """Points in a CRS whose unit is the metre: the given one, or the place's own zone."""
        x = np.atleast_1d(np.asarray(x, dtype=float))
        y = np.atleast_1d(np.asarray(y, dtype=float))
        info = accepted(crs)
        if info.unit_m == 1.0 and info.grid is not None:
            return x, y, info
        # Degrees and feet have no metres; Web Mercator's are too long by a quarter here.
        return *transformer(info, self.home)(x, y), self.home

    def _area(self, info: CrsInfo, buffer_m: float):
        key = (info.code, buffer_m)
        if key not in self._areas:
            area = transformer(_FILE_CRS, info).transform_geometries([self.geometry])[0]
            area = area if area.is_valid else shapely.make_valid(area)
            if buffer_m:
                area = area.buffer(buffer_m)
            shapely.prepare(area)
            self._areas[key] = area
        return self._areas[key]

    def _edge_tree(self, info: CrsInfo) -> shapely.STRtree:
        if info.code not in self._edges:
            rings = shapely.get_parts(shapely.boundary(self._area(info, 0.0)))
            points, ring = shapely.get_coordinates(rings, return_index=True)
            joined = ring[1:] == ring[:-1]
            pairs = np.stack([points[:-1], points[1:]], axis=1)[joined]
            self._edges[info.code] = shapely.STRtree(shapely.linestrings(pairs))
        return self._edges[info.code]


@functools.lru_cache(maxsize=16)
def _load(path: str, stamp: int) -> tuple[tuple[str, Boundary], ...]:
    file = Path(path)
    try:
        features = json.loads(file.read_text(encoding="utf-8-sig"))["features"]
        parts: dict[str, tuple[str, list]] = {}
        for feature in features:
            code = complete_city_code(_first(feature["properties"], _CODE_FIELDS))
            name = _first(feature["properties"], _NAME_FIELDS)
            parts.setdefault(code, (str(name), []))[1].append(
                shapely.from_geojson(json.dumps(feature["geometry"]))
            )
    except (OSError, ValueError, KeyError, TypeError, shapely.errors.ShapelyError) as error:
        raise _unreadable(file, error) from error
    return tuple(
        (code, Boundary.from_geometries(code, name, shapes, _FILE_CRS))
        for code, (name, shapes) in parts.items()
    )


def _first(properties: dict, fields: tuple[str, ...]):
    for field in fields:
        if properties.get(field) not in (None, ""):
            return properties[field]
    raise KeyError(fields[0])


def _unreadable(file: Path, error: Exception) -> GunmaneError:
    return GunmaneError(
        tr("This cannot be read as a file of municipal boundaries ({error}).", error=error),
        code="E-BOUNDARY",
        file=file.name,
        remedy=tr("Give a GeoJSON file in longitude and latitude with the fields city_code and name_ja."),
    )
