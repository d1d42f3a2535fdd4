"""The same code on files that no one here made: Yaizu's open data, Ube's roads, Syracuse's swapped columns."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely
from gunmane.layers.coordinates.boundary import Boundary, boundaries
from gunmane.layers.coordinates.crs import accepted
from gunmane.layers.coordinates.settle import Survey, check_geometries, place, place_geometries

DATA = Path(__file__).parents[4] / "shared" / "data"
YAIZU = DATA / "tables" / "yaizu"
pytestmark = pytest.mark.skipif(not DATA.exists(), reason="../shared/data is not beside this clone")


def _layer(path, layer=None):
    meta, _, geometry, _ = pyogrio.raw.read(path, layer=layer, columns=[])
    return shapely.from_wkb(geometry), meta["crs"]


def _columns(path, first, second):
    with path.open(encoding="utf-8-sig", newline="") as handle:
        rows = list(csv.DictReader(handle))
    return (np.array([float(row[name] or "nan") for row in rows]) for name in (first, second))


@pytest.fixture(scope="module")
def yaizu():
    shapes, crs = _layer(next(YAIZU.glob("自治会区域/*.shp")))
    return Boundary.from_geometries("22212", "焼津市", shapes, crs)


@pytest.mark.parametrize(
    "name",
    [
        "アンダーパス/アンダーパス.csv",
        "消防水利施設一覧/222127_fire_hydrant.csv",
        "公園一覧/222127_park_info.csv",
    ],
)
def test_yaizu_tables(yaizu, name):
    a, b = _columns(YAIZU / name, "緯度", "経度")
    survey = Survey(yaizu, "EPSG:6668", kind="latlon", target_crs="EPSG:6676")
    survey.add(a, b)
    decision = survey.decide()
    assert decision.error is None and decision.flags == ()
    placed = place(a, b, decision, "EPSG:6676", yaizu)
    assert (placed.outside_m <= 200).all() and set(placed.flags) == {()}


@pytest.mark.parametrize(
    "path", sorted(YAIZU.glob("*/*.shp")), ids=lambda path: getattr(path, "stem", "none")
)
def test_yaizu_shapefiles_of_all_datums(yaizu, path):
    shapes, crs = _layer(path)
    assert accepted(crs).code in {"EPSG:4326", "EPSG:4612", "EPSG:6668", "EPSG:2450"}
    assert accepted(path.with_suffix(".prj").read_text()).code == accepted(crs).code
    decision = check_geometries(shapes, crs, None, yaizu, target_crs="EPSG:6676")
    assert decision.error is None and decision.order == "xy" and decision.flags == ()
    placed = place_geometries(shapes, decision, "EPSG:6676", yaizu)
    assert np.mean(placed.outside_m <= 200) > 0.8  # planned roads go on beyond the city


def test_ube_roads_in_both_orders():
    ube = boundaries(DATA / "boundaries" / "ube_area_municipalities.geojson")["352021"]
    shapes, crs = _layer(DATA / "roads" / "ube_roads.gpkg", "roads")
    decision = check_geometries(shapes, crs, None, ube, target_crs="EPSG:6671")
    assert decision.flags == () and decision.evidence["polygon_voters"] == len(shapes)
    plane = place_geometries(shapes, decision, "EPSG:6671", ube).geometries
    swapped = shapely.transform(plane, lambda points: points[:, ::-1])
    again = check_geometries(swapped, "EPSG:6671", None, ube, target_crs="EPSG:6671")
    assert again.rules == ("R-XYSWAP",)
    back = place_geometries(swapped, again, "EPSG:6671", ube).geometries
    assert shapely.equals_exact(back, plane, 1e-6).all()


def test_syracuse_potholes_do_not_crash():
    a, b = _columns(DATA / "tables" / "syracuse" / "potholes.csv", "Latitude", "Longitude")
    survey = Survey(None, "EPSG:4326", kind="latlon")
    survey.add(a, b)
    decision = survey.decide()
    assert decision.flags == ("W-UNCHECKED",) and decision.error is None
    placed = place(a, b, decision, "EPSG:6677")
    assert np.isnan(placed.x).all() and set(placed.flags) == {("E-NOTJAPAN",)}


def test_syracuse_potholes_with_their_own_area_are_swapped_by_the_vote():
    path = DATA / "tables" / "syracuse" / "syracuse_streets_ratings2015.gpkg"
    streets, crs = _layer(path, "streets")
    hull = shapely.convex_hull(shapely.geometrycollections(streets))
    area = Boundary.from_geometries("08224", "Syracuse", [hull], crs)
    a, b = _columns(DATA / "tables" / "syracuse" / "potholes.csv", "Latitude", "Longitude")
    survey = Survey(area, "EPSG:4326", kind="latlon", target_crs="EPSG:32618")
    survey.add(a, b)
    decision = survey.decide()
    assert (decision.order, decision.method, decision.rules) == ("xy", "polygon", ("R-XYSWAP", "C-CRS"))
    placed = place(a, b, decision, "EPSG:32618", area)
    assert np.mean(placed.outside_m == 0) > 0.95


def test_feet_become_metres():
    streets, crs = _layer(DATA / "tables" / "syracuse" / "syracuse_streets_ratings2015.gpkg", "streets")
    decision = check_geometries(streets, crs, None, None, target_crs="EPSG:32618")
    placed = place_geometries(streets, decision, "EPSG:32618")
    ratio = shapely.length(placed.geometries) / shapely.length(streets)
    assert ratio == pytest.approx(np.full(len(streets), 0.3048), abs=2e-4)
    assert placed.accuracy_m == 4
