"""Layers into frames: every row keeps what is its own, whatever way the database takes to answer."""

import sqlite3

import geopandas
import pytest
import shapely
from qgis.core import QgsProcessingContext, QgsProcessingFeatureSource, QgsProcessingFeedback, QgsVectorLayer


@pytest.fixture
def layer(tmp_path, qgis_app):
    """Points whose x is their row, with codes that an index holds in another order."""
    path = str(tmp_path / "points.gpkg")
    places = geopandas.GeoDataFrame(
        {"code": list("dbca")}, geometry=geopandas.points_from_xy(range(4), [0] * 4), crs=6677
    )
    places.to_file(path, layer="points", driver="GPKG")
    with sqlite3.connect(path) as con:
        con.execute("CREATE INDEX codes ON points (code)")
    found = QgsVectorLayer(path, "p", "ogr")
    assert found.featureCount() == 4
    return found


@pytest.mark.parametrize("names", [("code",), None])
def test_a_place_keeps_its_own_attributes_beside_an_index(layer, names):
    from gunmane.processing_provider.places import read

    source = QgsProcessingFeatureSource(layer, QgsProcessingContext())
    table = read(source, names, "EPSG:6677", QgsProcessingFeedback())
    assert dict(zip(table["code"], shapely.get_x(table["geom"].to_numpy()))) == {
        "d": 0,
        "b": 1,
        "c": 2,
        "a": 3,
    }


def test_curves_become_lines(qgis_app):
    from gunmane.processing_provider.places import read
    from qgis.core import QgsFeature, QgsGeometry

    layer = QgsVectorLayer("CompoundCurve?crs=EPSG:6677&field=code:string(0)", "c", "memory")
    feature = QgsFeature(layer.fields())
    feature.setAttributes(["x"])
    feature.setGeometry(QgsGeometry.fromWkt("CompoundCurve(CircularString(0 0, 10 10, 20 0))"))
    layer.dataProvider().addFeatures([feature])
    source = QgsProcessingFeatureSource(layer, QgsProcessingContext())
    (line,) = read(source, None, "EPSG:6677", QgsProcessingFeedback())["geom"]
    assert line.geom_type == "LineString" and line.length == pytest.approx(31.416, rel=1e-3)


def test_attributes_alone_come_in_the_order_of_the_features(layer):
    from gunmane.processing_provider.frames import attributes

    source = QgsProcessingFeatureSource(layer, QgsProcessingContext())
    assert attributes(source, ("code",))["code"].tolist() == [f["code"] for f in source.getFeatures()]
