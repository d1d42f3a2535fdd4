"""Coordinate systems as cities and files state them, brought to one name each.

Public: ``accepted``, ``CrsInfo``, ``same_grid``, ``datum_twin``, ``geographic_of``, ``plane_zone_at``,
``plane_codes``, ``zone_origins``, ``friendly_name``. Unified model, section 3.7.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

import numpy as np
import pyproj

from ...i18n import tr
from ..errors import GunmaneError

# EPSG's blocks for Japan: (datum, kind, first code, first zone, number of zones).
_BLOCKS = (
    ("JGD2011", "plane", 6669, 1, 19),
    ("JGD2000", "plane", 2443, 1, 19),
    ("Tokyo", "plane", 30161, 1, 19),
    ("JGD2011", "utm", 6688, 51, 5),
    ("JGD2000", "utm", 3097, 51, 5),
    ("Tokyo", "utm", 3092, 51, 5),
    ("WGS 84", "utm", 32651, 51, 6),
)
GEOGRAPHIC = {"JGD2011": 6668, "JGD2000": 4612, "WGS 84": 4326, "Tokyo": 4301}
JGD_CLASS = ("JGD2000", "JGD2011", "WGS 84")  # treated as one datum: they differ by well under 2 m
_ROMAN = [
    "I",
    "II",
    "III",
    "IV",
    "V",
    "VI",
    "VII",
    "VIII",
    "IX",
    "X",
    "XI",
    "XII",
    "XIII",
    "XIV",
    "XV",
    "XVI",
    "XVII",
    "XVIII",
    "XIX",
]


@dataclass(frozen=True)
class CrsInfo:
    """What the import needs to know of one CRS. ``grid`` is ("plane"|"utm"|"geographic", zone) or None."""

    crs: pyproj.CRS
    code: str  # "EPSG:6677", or the WKT where no authority knows the CRS
    name: str
    datum: str  # JGD2011, JGD2000, WGS 84, Tokyo, or the datum's own name
    grid: tuple[str, int] | None
    north_first: bool  # whether the authority's first axis points north (X of survey coordinates)
    unit_m: float | None  # metres in one unit; None for degrees
    origin: tuple[float, float] | None  # latitude, longitude of a transverse Mercator's origin

    @property
    def geographic(self) -> bool:
        return self.crs.is_geographic

    @property
    def jgd(self) -> bool:
        """Whether the datum is JGD2011 or one that is treated as equal to it."""
        return self.datum in JGD_CLASS


def accepted(crs) -> CrsInfo:
    """Read a CRS as a city or a file states it: code, number, WKT (ESRI's too), PROJ text, pyproj.CRS.

    Raises GunmaneError E-CRS when it cannot be read or gives no place on the earth, E-PROJDATA when PROJ's
    own database is missing.
    """
    if isinstance(crs, CrsInfo):
        return crs
    if isinstance(crs, pyproj.CRS):
        return _accepted(crs.to_wkt())
    text = str(crs).strip() if crs is not None else ""
    return _accepted(f"EPSG:{text}" if re.fullmatch(r"\d{4,6}", text) else text)


def same_grid(first, second) -> bool:
    """Whether two CRSs give one place the same numbers (to the 2 m by which equal datums differ)."""
    a, b = accepted(first), accepted(second)
    return a.code == b.code or (a.grid is not None and a.grid == b.grid and a.jgd and b.jgd)


def datum_twin(crs) -> CrsInfo | None:
    """The same grid on the other datum (6677 -> 30169, 4612 -> 4301, 30169 -> 6677), or None."""
    info = accepted(crs)
    if info.grid is None or not (info.jgd or info.datum == "Tokyo"):
        return None
    return _on_grid("Tokyo" if info.jgd else "JGD2011", info.grid)


def geographic_of(crs) -> CrsInfo:
    """The longitude/latitude CRS on the same datum: 30169 -> 4301."""
    info = accepted(crs)
    if info.datum in GEOGRAPHIC:
        return accepted(f"EPSG:{GEOGRAPHIC[info.datum]}")
    if info.crs.is_bound:
        return info  # its shift to WGS 84 is part of it and would be lost with the projection
    return accepted(info.crs.geodetic_crs)


def plane_zone_at(longitude: float, latitude: float) -> CrsInfo:
    """The JGD2011 plane rectangular zone whose origin lies nearest: a metric CRS for work around a place.

    Far from Japan (a foreign city's tables) such a zone measures nothing: there it is the UTM zone.
    """
    if not (115 <= longitude <= 160 and 15 <= latitude <= 50):
        zone = min(int((longitude + 180) // 6) + 1, 60)
        return accepted(f"EPSG:{(32600 if latitude >= 0 else 32700) + zone}")
    zones = [accepted(f"EPSG:{code}") for code in range(6669, 6688)]
    scale = np.cos(np.radians(latitude))
    return min(zones, key=lambda z: (z.origin[0] - latitude) ** 2 + ((z.origin[1] - longitude) * scale) ** 2)


def plane_codes() -> list[str]:
    """Every plane rectangular zone on JGD2011 and on Tokyo datum (JGD2000's numbers are JGD2011's)."""
    return [f"EPSG:{code}" for code in (*range(6669, 6688), *range(30161, 30180))]


def zone_origins(*infos: CrsInfo) -> list[tuple[float, float]]:
    """The distinct origins (latitude, longitude) of the given CRSs' projections."""
    return sorted({info.origin for info in infos if info.origin is not None and info.grid})


def friendly_name(crs) -> str:
    """A name that a clerk knows, in the user's language, with the code."""
    info = accepted(crs)
    code = info.code if info.code.startswith(("EPSG:", "ESRI:")) else tr("no code")
    kind, zone = info.grid or (None, 0)
    if kind == "plane":
        return tr(
            "Japan Plane Rectangular CS zone {roman} (zone {zone}), {datum} [{code}]",
            roman=_ROMAN[zone - 1],
            zone=zone,
            datum=_datum_name(info.datum),
            code=code,
        )
    if kind == "utm":
        return tr("UTM zone {zone}, {datum} [{code}]", zone=zone, datum=_datum_name(info.datum), code=code)
    if kind == "geographic":
        return tr("Longitude and latitude, {datum} [{code}]", datum=_datum_name(info.datum), code=code)
    return f"{info.name} [{code}]"


def _datum_name(datum: str) -> str:
    return tr("Tokyo datum (the old Japanese datum)") if datum == "Tokyo" else datum


@functools.lru_cache(maxsize=256)
def _accepted(text: str) -> CrsInfo:
    if not text:
        raise GunmaneError(
            tr("No coordinate system is stated."),
            code="E-CRS",
            remedy=tr('Write it in the profile, for example crs = "EPSG:6677".'),
        )
    crs = _flat(_parse(text), text)
    epsg = _epsg(crs)
    if epsg is not None:
        crs = pyproj.CRS.from_epsg(epsg)
    datum, grid = _family(crs, epsg)
    unit = None if crs.is_geographic else crs.axis_info[0].unit_conversion_factor
    return CrsInfo(
        crs=crs,
        code=f"EPSG:{epsg}" if epsg is not None else crs.to_wkt(),
        name=crs.name,
        datum=datum,
        grid=grid,
        north_first=crs.axis_info[0].direction.lower() == "north",
        unit_m=unit,
        origin=_origin(crs),
    )


def _parse(text: str) -> pyproj.CRS:
    try:
        return pyproj.CRS.from_user_input(text)
    except pyproj.exceptions.CRSError as error:
        try:
            pyproj.CRS.from_epsg(4326)
        except pyproj.exceptions.CRSError:
            raise GunmaneError(
                tr("PROJ's database of coordinate systems cannot be found."),
                code="E-PROJDATA",
                remedy=tr("Set PROJ_DATA to the folder that holds proj.db, or install QGIS again."),
            ) from error
        raise _unusable(text) from error


def _flat(crs: pyproj.CRS, text: str) -> pyproj.CRS:
    """The horizontal, two-dimensional part. A CRS wrapped with TOWGS84 is unwrapped where EPSG knows it."""
    if crs.is_compound and crs.sub_crs_list:
        crs = crs.sub_crs_list[0]
    if crs.is_bound and _epsg(crs.source_crs) is not None:
        crs = crs.source_crs
    if len(crs.axis_info) == 3 and not crs.is_geocentric:
        crs = _without_height(crs)
    if not (crs.is_geographic or crs.is_projected) or len(crs.axis_info) < 2:
        raise _unusable(text)
    return crs


def _without_height(crs: pyproj.CRS) -> pyproj.CRS:
    if hasattr(crs, "to_2d"):
        return crs.to_2d()
    parts = crs.to_json_dict()  # pyproj before 3.6
    parts["coordinate_system"]["axis"] = parts["coordinate_system"]["axis"][:2]
    parts.pop("id", None)
    return pyproj.CRS.from_json_dict(parts)


def _unusable(text: str) -> GunmaneError:
    return GunmaneError(
        tr("This is not a coordinate system that gives a place on the earth: {text}", text=text[:80]),
        code="E-CRS",
        remedy=tr('Write the right one in the profile, for example crs = "EPSG:6677".'),
    )


def _epsg(crs: pyproj.CRS) -> int | None:
    """EPSG's code, also for ESRI's and GDAL's spellings; None unless datum, projection and unit are the same.

    PROJ alone is both too strict (another axis order is another CRS) and too lax (it takes a datum of unknown
    name for JGD2000 if the ellipsoid agrees).
    """
    stated = crs.to_json_dict().get("id", {})
    candidates = [crs.to_epsg(min_confidence=70), crs.to_epsg(min_confidence=25)]
    if stated.get("authority") == "EPSG":
        candidates.insert(0, int(stated["code"]))
    for code in candidates:
        if code is not None and _alike(crs, pyproj.CRS.from_epsg(code)):
            return code
    return None


def _alike(crs: pyproj.CRS, known: pyproj.CRS) -> bool:
    if crs.is_bound or crs.is_geographic != known.is_geographic or crs.is_geocentric:
        return False
    scale = np.isclose(crs.axis_info[0].unit_conversion_factor, known.axis_info[0].unit_conversion_factor)
    if not scale or _datum_of(crs) != _datum_of(known):
        return False
    return crs.is_geographic or _projection(crs) == _projection(known)


def _datum_of(crs: pyproj.CRS) -> tuple:
    name = (crs.datum or crs.geodetic_crs).name.lower().replace(" ensemble", "")
    ellipsoid, meridian = crs.ellipsoid, crs.prime_meridian
    return (
        name,
        round(ellipsoid.semi_major_metre, 3),
        round(ellipsoid.inverse_flattening, 6),
        meridian.longitude,
    )


def _projection(crs: pyproj.CRS) -> tuple:
    operation = crs.coordinate_operation
    params = {
        p.code or p.name: round(p.value * p.unit_conversion_factor, 9)
        for p in operation.params
        if p.value  # ESRI leaves zeros out or adds parameters that are zero
    }
    return operation.method_code or operation.method_name, tuple(sorted(params.items()))


def _family(crs: pyproj.CRS, epsg: int | None) -> tuple[str, tuple[str, int] | None]:
    for datum, code in GEOGRAPHIC.items():
        if epsg == code:
            return datum, ("geographic", 0)
    for datum, kind, first, zone, count in _BLOCKS:
        if epsg is not None and first <= epsg < first + count:
            return datum, (kind, zone + epsg - first)
    name = crs.datum.name if crs.datum is not None else crs.geodetic_crs.name
    for datum, pattern in (
        ("JGD2011", r"japanese geodetic datum 2011"),
        ("JGD2000", r"japanese geodetic datum 2000"),
        ("WGS 84", r"world geodetic system 1984"),
        ("Tokyo", r"tokyo$"),
    ):
        if re.match(pattern, name, re.IGNORECASE) and not crs.is_bound:
            return datum, None
    return name, None


def _on_grid(datum: str, grid: tuple[str, int]) -> CrsInfo | None:
    kind, zone = grid
    if kind == "geographic":
        return accepted(f"EPSG:{GEOGRAPHIC[datum]}")
    for name, block_kind, first, first_zone, count in _BLOCKS:
        if (name, block_kind) == (datum, kind) and first_zone <= zone < first_zone + count:
            return accepted(f"EPSG:{first + zone - first_zone}")
    return None


def _origin(crs: pyproj.CRS) -> tuple[float, float] | None:
    operation = crs.coordinate_operation if crs.is_projected else None
    if operation is None or operation.method_code != "9807":
        return None
    degrees = {p.code: np.degrees(p.value * p.unit_conversion_factor) for p in operation.params}
    try:
        return float(degrees["8801"]), float(degrees["8802"])
    except KeyError:
        return None
