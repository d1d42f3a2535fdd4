"""Boundaries: the shipped file, check digits, distances against shapely's own, speed."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import numpy as np
import pytest
import shapely
from gunmane.layers.boundaries import CITIES, attribution
from gunmane.layers.coordinates.boundary import Boundary, boundaries, complete_city_code
from gunmane.layers.coordinates.crs import transformer
from gunmane.layers.errors import GunmaneError

UBE = Path(__file__).parents[4] / "shared" / "data" / "boundaries" / "ube_area_municipalities.geojson"


def test_the_four_cities_are_shipped():
    found = boundaries()
    assert {code: city.name_ja for code, city in found.items()} == {
        "082244": "守谷市",
        "082112": "常総市",
        "082287": "坂東市",
        "082350": "つくばみらい市",
    }
    # Published areas in km2 (unified model, section 1).
    for code, area in (("082244", 35.71), ("082112", 123.64), ("082287", 123.03), ("082350", 79.16)):
        assert found[code].projected("EPSG:6677").area / 1e6 == pytest.approx(area, rel=0.01)
        assert found[code].home.code == "EPSG:6677"


def test_attribution_is_shipped_beside_the_data():
    text = CITIES.with_name("ATTRIBUTION.md").read_text(encoding="utf-8")
    assert attribution() in text
    assert attribution() == "国土数値情報(行政区域データ)(国土交通省)を加工して作成"


@pytest.mark.parametrize(
    "five,six", [("08224", "082244"), ("08211", "082112"), ("08228", "082287"), ("08235", "082350")]
)
def test_check_digits(five, six):
    assert complete_city_code(five) == complete_city_code(six) == six
    for digit in set("0123456789") - {six[-1]}:
        with pytest.raises(GunmaneError) as caught:
            complete_city_code(five + digit)
        assert caught.value.code == "E-CITYCD"


@pytest.mark.parametrize("bad", ["", "8224", "0822440", "０８２２４", "0822a", None])
def test_not_a_code(bad):
    with pytest.raises(GunmaneError):
        complete_city_code(bad)


@pytest.mark.parametrize("crs", ["EPSG:6677", "EPSG:6668", "EPSG:30169", "EPSG:3857", "EPSG:32654"])
def test_inside_and_distance_in_any_crs(crs):
    city = boundaries()["082244"]
    hall = transformer(6677, crs)([12817.6, 12817.6 - 8000], [-5380.5, -5380.5])
    assert city.contains(*hall, crs).tolist() == [True, False]
    expected = shapely.distance(city.projected("EPSG:6677"), shapely.Point(12817.6 - 8000, -5380.5))
    distance = city.distance_m(*hall, crs)
    assert distance[0] == 0
    assert distance[1] == pytest.approx(expected, abs=5)  # Web Mercator must not stretch it by a quarter


def test_distance_agrees_with_shapely_and_buffer():
    city = boundaries()["082287"]
    random = np.random.default_rng(7)
    west, south, east, north = city.projected("EPSG:6677").bounds
    x = random.uniform(west - 2000, east + 2000, 3000)
    y = random.uniform(south - 2000, north + 2000, 3000)
    distance = city.distance_m(x, y, "EPSG:6677")
    exact = shapely.distance(city.projected("EPSG:6677"), shapely.points(x, y))
    assert np.allclose(distance, exact, atol=1e-6)
    near = np.abs(exact - 50) < 0.5  # a buffer's arcs are polygons
    assert (city.contains(x, y, "EPSG:6677", 50) == (exact <= 50))[~near].all()


def test_missing_points_are_nowhere():
    city = boundaries()["082244"]
    x = np.array([np.nan, 12817.6])
    y = np.array([0.0, np.nan])
    assert not city.contains(x, y, "EPSG:6677", 50).any()
    assert np.isnan(city.distance_m(x, y, "EPSG:6677")).all()
    assert city.distance_m([], [], "EPSG:6677").shape == (0,)


def test_a_hundred_thousand_points_are_fast():
    city = boundaries()["082112"]
    random = np.random.default_rng(3)
    west, south, east, north = city.projected("EPSG:6677").bounds
    x, y = random.uniform(west, east, 100_000), random.uniform(south, north, 100_000)
    city.contains(x[:1], y[:1], "EPSG:6677", 50), city.distance_m(x[:1], y[:1], "EPSG:6677")
    start = time.perf_counter()
    city.contains(x, y, "EPSG:6677", 50)
    city.distance_m(x, y, "EPSG:6677")
    assert time.perf_counter() - start < 2.5  # 0.3 s alone on a small machine; room for a busy one


def _write(path, features):
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


def _feature(code, west, name="町", code_field="city_code", name_field="name_ja"):
    ring = [[west, 35], [west + 1, 35], [west + 1, 36], [west, 36], [west, 35]]
    return {
        "type": "Feature",
        "properties": {code_field: code, name_field: name},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


def test_parts_of_one_city_are_joined(tmp_path):
    path = _write(
        tmp_path / "境 界.geojson", [_feature("08224", 139), _feature("082244", 141), _feature("08211", 143)]
    )
    found = boundaries(path)
    assert sorted(found) == ["082112", "082244"]
    assert shapely.get_num_geometries(found["082244"].geometry) == 2


def test_fields_of_the_national_data(tmp_path):
    path = _write(tmp_path / "n03.geojson", [_feature("08224", 139, "守谷市", "N03_007", "N03_004")])
    assert boundaries(path)["082244"].name_ja == "守谷市"


def test_a_changed_file_is_read_again(tmp_path):
    path = _write(tmp_path / "a.geojson", [_feature("08224", 139)])
    assert list(boundaries(path)) == ["082244"]
    _write(path, [_feature("08211", 139)])
    os.utime(path, ns=(1, 1))
    assert list(boundaries(path)) == ["082112"]


def test_unusable_files(tmp_path):
    bad = tmp_path / "bad.geojson"
    bad.write_text("no json")
    for path, code in (
        (bad, "E-BOUNDARY"),
        (tmp_path / "absent.geojson", "E-BOUNDARY"),
        (_write(tmp_path / "nofield.geojson", [_feature("08224", 139, code_field="other")]), "E-BOUNDARY"),
        (_write(tmp_path / "digit.geojson", [_feature("082245", 139)]), "E-CITYCD"),
    ):
        with pytest.raises(GunmaneError) as caught:
            boundaries(path)
        assert caught.value.code == code


def test_border_lines_become_an_area_or_an_error():
    lines = [
        shapely.LineString([(0, 0), (1000, 0), (1000, 1000)]),
        shapely.LineString([(1000, 1000), (0, 1000), (0, 0)]),
    ]
    city = Boundary.from_geometries("08224", "町", [*lines, None], "EPSG:6677")
    assert city.projected("EPSG:6677").area == pytest.approx(1e6, rel=1e-6)
    with pytest.raises(GunmaneError) as caught:
        Boundary.from_geometries("08224", "町", lines[:1], "EPSG:6677")
    assert caught.value.code == "E-BOUNDARY"


@pytest.mark.skipif(not UBE.exists(), reason="../shared/data is not beside this clone")
def test_other_cities():
    found = boundaries(UBE)
    assert found["352021"].name_ja == "宇部市"
    assert found["352021"].contains([131.2467], [33.9517], "EPSG:6668").all()
