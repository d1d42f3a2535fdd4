"""Datum vectors V095 to V101 through pyproj and through QGIS, and what must be refused."""

from __future__ import annotations

import numpy as np
import pyproj
import pytest
import shapely
from gunmane.layers.coordinates.crs import (
    accepted,
    datum_twin,
    friendly_name,
    geographic_of,
    plane_zone_at,
    same_grid,
    transformer,
    zone_origins,
)
from gunmane.layers.coordinates.qgis_crs import pin_operation, safe_qgis_transform
from gunmane.layers.errors import GunmaneError

CITY_HALL = (-5380.5, 12817.6)  # 守谷市役所: north, east in EPSG:6677

# id, source, first and second input as in the document, (north, east) in 6677, tolerance in metres.
# Geographic inputs are latitude, longitude; 2451 and 30169 north, east; 3857 and 32654 east, north.
VECTORS = [
    ("V095", 4326, 35.951417, 139.975417, (-5380.9, 12817.3), 0.5, "lat"),
    ("V096", 6668, 36.003417, 139.975417, (388.4, 12808.9), 0.5, "lat"),
    ("V097", 2451, -5380.5, 12817.6, CITY_HALL, 2.0, "lat"),
    ("V098", 30169, -5736.1, 13110.9, CITY_HALL, 10.0, "lat"),
    ("V099", 4301, 35.948205, 139.978683, CITY_HALL, 10.0, "lat"),
    ("V100", 3857, 15581992.5, 4293938.9, CITY_HALL, 0.5, "east"),
    ("V101", 32654, 407598.9, 3979045.3, CITY_HALL, 0.5, "east"),
]
IDS = [vector[0] for vector in VECTORS]


def _east_north(first, second, axis):
    return (second, first) if axis == "lat" else (first, second)


@pytest.mark.parametrize("vector", VECTORS, ids=IDS)
def test_vector_through_pyproj(vector):
    _, code, first, second, expected, tolerance, axis = vector
    x, y = transformer(code, 6677)(*[[value] for value in _east_north(first, second, axis)])
    assert np.hypot(y[0] - expected[0], x[0] - expected[1]) <= tolerance


@pytest.mark.parametrize("vector", VECTORS, ids=IDS)
def test_vector_through_qgis(vector, qgis_app):
    from qgis.core import Qgis, QgsPointXY

    _, code, first, second, expected, tolerance, axis = vector
    start = QgsPointXY(*_east_north(first, second, axis))
    transform = safe_qgis_transform(f"EPSG:{code}", "EPSG:6677")
    point = transform.transform(start)
    assert np.hypot(point.y() - expected[0], point.x() - expected[1]) <= tolerance
    back = transform.transform(point, Qgis.TransformDirection.Reverse)
    assert back.distance(start) <= 0.01


@pytest.mark.parametrize("code", [4301, 30169, 3095])
def test_qgis_alone_would_be_hundreds_of_metres_off(code, qgis_app):
    """Why the module exists; should a QGIS do better one day, the pinned operation must not be worse."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsCoordinateTransformContext

    east, north = transformer(6677, code)([CITY_HALL[1]], [CITY_HALL[0]])
    source, target = (QgsCoordinateReferenceSystem(f"EPSG:{c}") for c in (code, 6677))
    alone = QgsCoordinateTransform(source, target, QgsCoordinateTransformContext())
    details = alone.instantiatedCoordinateOperationDetails()
    context = QgsCoordinateTransformContext()
    accuracy = pin_operation(source, target, context)
    assert 0 < accuracy <= 9
    if details.accuracy < 0:
        assert context.hasTransform(source, target)
        from qgis.core import QgsPointXY

        start = QgsPointXY(east[0], north[0])
        true = QgsPointXY(CITY_HALL[1], CITY_HALL[0])
        assert alone.transform(start).distance(true) > 400
        assert QgsCoordinateTransform(source, target, context).transform(start).distance(true) < 10


def test_qgis_context_is_left_alone(qgis_app):
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext

    context = QgsCoordinateTransformContext()
    safe_qgis_transform("EPSG:30169", "EPSG:6677", context)
    assert not context.hasTransform(*(QgsCoordinateReferenceSystem(c) for c in ("EPSG:30169", "EPSG:6677")))


def test_qgis_refuses_a_datum_of_no_name(qgis_app):
    with pytest.raises(GunmaneError) as caught:
        safe_qgis_transform("+proj=longlat +ellps=clrk66 +no_defs", "EPSG:6677")
    assert caught.value.code == "E-BALLPARK"


def test_pyproj_refuses_a_datum_of_no_name():
    for text in (
        "+proj=longlat +ellps=clrk66 +no_defs",
        "+proj=tmerc +lat_0=36 +lon_0=139.8333 +ellps=bessel",
    ):
        with pytest.raises(GunmaneError) as caught:
            transformer(text, 6677)
        assert caught.value.code == "E-BALLPARK"
        assert caught.value.remedy


def test_accuracy_is_told():
    assert transformer(6677, 6677).accuracy_m == 0
    assert transformer(6668, 6677).accuracy_m == 0
    assert transformer(2451, 6677).accuracy_m == 2
    assert 0 < transformer(30169, 6677).accuracy_m <= 9  # 9 without the grid file, less with it


@pytest.mark.parametrize(
    "first,second", [(6677, 2451), (6668, 4612), (4326, 6668), (4326, 4612), (6691, 32654)]
)
def test_equal_datums_keep_every_digit(first, second):
    assert same_grid(first, second)
    x, y = transformer(first, second)([139.1234567890123], [35.98765432109876])
    assert (x[0], y[0]) == (139.1234567890123, 35.98765432109876)


@pytest.mark.parametrize(
    "code",
    [*range(6669, 6693), *range(2443, 2462), *range(30161, 30180), *range(3092, 3102), *range(32651, 32657)]
    + [6668, 4612, 4326, 4301, 3857],
)
def test_every_crs_is_known_in_every_spelling_and_reaches_the_store(code):
    crs = pyproj.CRS.from_epsg(code)
    for version in ("WKT1_ESRI", "WKT1_GDAL", "WKT2_2019"):
        assert accepted(crs.to_wkt(version)).code == f"EPSG:{code}"
    middle = crs.area_of_use
    longitude, latitude = [(middle.west + middle.east) / 2], [(middle.south + middle.north) / 2]
    if code == 3857 or crs.is_geographic:
        longitude, latitude = [139.9], [36.0]
    x, y = transformer(6668, code)(longitude, latitude)
    back = transformer(code, 6668)(x, y)
    assert np.allclose(back, (longitude, latitude), atol=1e-7)
    assert f"EPSG:{code}" in friendly_name(code)


def test_esri_names_and_plain_numbers():
    assert accepted("ESRI:102618").code == "EPSG:6677"
    assert accepted("6677").code == accepted(6677).code == accepted("EPSG:6677").code
    assert accepted(pyproj.CRS.from_epsg(30169).to_wkt("WKT1_ESRI")).datum == "Tokyo"


def test_ellipsoid_alone_is_not_a_datum():
    """PROJ takes any zone IX on GRS 1980 for JGD2000; a file that names no datum has said none."""
    loose = pyproj.CRS.from_epsg(6677).to_proj4()
    assert not accepted(loose).code.startswith("EPSG:")


@pytest.mark.parametrize("base,expected", [(4612, 2.0), (6668, 0.0), (4326, 2.0), (4301, 9.0)])
def test_a_projection_of_the_citys_own(base, expected):
    """No authority has a code for it, but its datum has a name: so its shift is known."""
    conversion = pyproj.crs.coordinate_operation.TransverseMercatorConversion(36, 140, 1000, 2000, 0.9999)
    own = pyproj.crs.ProjectedCRS(conversion, geodetic_crs=pyproj.CRS.from_epsg(base))
    move = transformer(own.to_wkt(), 6677)
    assert 0 <= move.accuracy_m <= expected
    x, y = transformer(base, own)([139.975], [35.951])
    assert np.allclose(move(x, y), transformer(base, 6677)([139.975], [35.951]), atol=0.001)


def test_feet_are_kept_apart():
    feet = accepted("EPSG:2262")
    assert feet.unit_m == pytest.approx(0.3048006096)
    x, _ = transformer("EPSG:2262", "EPSG:32618")([920000.0, 921000.0], [1100000.0, 1100000.0])
    assert x[1] - x[0] == pytest.approx(304.8, abs=0.3)


def test_towgs84_of_the_file_is_used():
    text = "+proj=tmerc +lat_0=36 +lon_0=139.8333333333333 +k=0.9999 +ellps=bessel +units=m"
    shifted = transformer(f"{text} +towgs84=-146.414,507.337,680.507", 6677)
    x, y = shifted([13110.9], [-5736.1])
    assert np.hypot(y[0] + 5380.5, x[0] - 12817.6) < 1
    assert np.isnan(shifted.accuracy_m)


@pytest.mark.parametrize(
    "text", ["", None, "nonsense", "EPSG:5773", "EPSG:4978", 'LOCAL_CS["x",UNIT["m",1]]']
)
def test_not_a_place_on_earth(text):
    with pytest.raises(GunmaneError) as caught:
        accepted(text)
    assert caught.value.code == "E-CRS"


def test_heights_are_left_out():
    assert accepted("EPSG:6667").code == "EPSG:6668"
    assert accepted("EPSG:6677+6695").code == "EPSG:6677"


def test_twins_and_neighbours():
    pairs = {6677: 30169, 2451: 30169, 30169: 6677, 6668: 4301, 4301: 6668, 3100: 3095}
    assert {code: int(datum_twin(code).code[5:]) for code in pairs} == pairs
    assert datum_twin(3857) is None
    assert geographic_of(30169).code == "EPSG:4301"
    assert plane_zone_at(139.975, 35.951).code == "EPSG:6677"
    assert plane_zone_at(138.3, 34.85).code == "EPSG:6676"
    assert zone_origins(accepted(6677), accepted(30169)) == [pytest.approx((36.0, 139.0 + 50 / 60))]


def test_axis_convention_comes_from_the_definition():
    assert accepted(6677).north_first
    assert not accepted(32654).north_first
    assert not accepted(3857).north_first


def test_geometries_and_missing_values():
    move = transformer(30169, 6677)
    line = shapely.LineString([(13110.9, -5736.1, 7.0), (13210.9, -5736.1, 8.0)])
    out = move.transform_geometries([line, None, shapely.Point()])
    assert out[1] is None and out[2].is_empty and not out[0].has_z
    assert out[0].coords[0] == pytest.approx((12817.6, -5380.5), abs=10)
    x, y = move([np.nan, 13110.9], [1.0, -5736.1])
    assert np.isnan([x[0], y[0]]).all() and np.isfinite([x[1], y[1]]).all()
    x, y = transformer(6668, 6677)([35.95], [139.97])  # a latitude of 139 is no place
    assert np.isnan([x[0], y[0]]).all()


def test_input_arrays_are_not_changed():
    x, y = np.array([13110.9]), np.array([-5736.1])
    transformer(30169, 6677)(x, y)
    transformer(6677, 6677)(x, y)[0][0] = 0
    assert x[0] == 13110.9 and y[0] == -5736.1
