"""The city that a person names, with its area from whatever map file holds it. Public: ``city_of``, ``area_text``."""

from __future__ import annotations

import functools
import json
from contextlib import suppress
from pathlib import Path

import shapely

from ...i18n import tr
from ..coordinates.boundary import Boundary, boundaries, complete_city_code
from ..errors import GunmaneError
from ..readers import open_tables
from .city import CityFound
from .draft_state import DECIDED


def city_of(code: str, name: str = "", boundary_file=None) -> tuple[CityFound, Path | None, bool]:
    """(city, GeoJSON that a profile can name, whether the area has to be written beside the profile instead).

    Raises GunmaneError: E-CITYCD for a wrong code, E-BOUNDARY where the file holds no area.
    """
    full = complete_city_code(code.strip())
    shipped = boundaries().get(full)
    if boundary_file is None:
        area, file, made = shipped, None, False
    else:
        path = Path(boundary_file)
        stamp = path.stat().st_mtime_ns if path.exists() else 0
        area, file, made = _own_area(full, name, path, stamp)
    name = name.strip() or (area.name_ja if area else "")
    if not name:
        raise GunmaneError(tr("Give the city's name."), code="E-CITY")
    return CityFound(full, name, area, DECIDED, [tr("decided by a person")]), file, made


@functools.lru_cache(maxsize=8)  # asked for again while a person types
def _own_area(code: str, name: str, path: Path, _stamp: int) -> tuple[Boundary, Path | None, bool]:
    if path.suffix.lower() in (".geojson", ".json"):
        with suppress(GunmaneError):
            found = boundaries(path)
            if code in found:
                return found[code], path, False
    shapes, crs = [], None
    for raw in open_tables(path):
        crs = raw.crs or crs
        for block in raw.blocks():
            if block.geometry is not None:
                shapes += [g for g in block.geometry if g is not None]
    if not shapes or crs is None:
        raise GunmaneError(
            tr("The file holds no area with a known coordinate system."), code="E-BOUNDARY", file=path.name
        )
    return Boundary.from_geometries(code, name or code, shapes, crs), None, True


def area_text(area: Boundary) -> str:
    """A city's area as GeoJSON."""
    feature = {
        "type": "Feature",
        "properties": {"city_code": area.code, "name_ja": area.name_ja},
        "geometry": json.loads(shapely.to_geojson(area.geometry)),
    }
    return json.dumps({"type": "FeatureCollection", "features": [feature]}, ensure_ascii=False) + "\n"
