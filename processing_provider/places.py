"""Layers as tables with shapely geometry in one plane CRS in metres: what analyses read of any layers."""

from __future__ import annotations

from qgis.core import Qgis, QgsFeatureRequest, QgsGeometry, QgsProcessingFeatureSource, QgsWkbTypes

from ..i18n import tr
from ..layers.errors import GunmaneError
from .frames import attributes, positions, values

_BARE = QgsFeatureRequest().setNoAttributes()
NOWHERE = "EPSG:6677"  # where there is nothing to measure, any plane will do


def plane_of(source, context):
    """The CRS in which distances are measured: the layer's own where it is a plane one in metres, else the plane
    zone (outside of Japan UTM) at its middle. None for a table without places."""
    import numpy as np
    import shapely

    from ..layers.coordinates.crs import plane_zone_at, transformer

    if not is_spatial(source):
        return None
    crs, name = source.sourceCrs(), _code(source)
    # Mercator's metres are a quarter too long in Japan.
    plane = not crs.isGeographic() and crs.projectionAcronym() not in ("merc", "webmerc", "")
    if plane and crs.mapUnits() == Qgis.DistanceUnit.Meters:
        return name
    # The middle of most, not of the extent: one place at 0, 0 would move that to another continent.
    places = shapely.get_coordinates(_raw(source))
    places = places[np.isfinite(places).all(axis=1)]
    if not len(places):
        return NOWHERE
    lon, lat = transformer(name, "EPSG:4326")(*(np.median(places, axis=0)[:, None]))
    return plane_zone_at(float(lon[0]), float(lat[0])).code if np.isfinite(lon[0]) else NOWHERE


def is_spatial(source) -> bool:
    return QgsWkbTypes.geometryType(source.wkbType()) != QgsWkbTypes.geometryType(QgsWkbTypes.Type.NoGeometry)


def read(source, names, plane: str | None, feedback, points: bool = False):
    """A source's attributes (those of ``names``), with ``geom`` in the plane CRS where it has places."""
    # Neither refused nor left out, whatever the settings say: invalid areas are mended below.
    source.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
    if plane is None or not is_spatial(source):
        return attributes(source, names, feedback)
    # One pass over the layer: in a second one the rows may come in another order.
    wanted = positions(source.fields(), names)
    held = source.materialize(QgsFeatureRequest().setSubsetOfAttributes(wanted), feedback)
    table = values(held, source.fields(), wanted, feedback)
    if held is None or feedback.isCanceled():
        return table
    return table.assign(geom=_in_plane(_shapes(held.getFeatures(_BARE)), _code(source), plane, points))


def geometries(source, plane: str, points: bool = False):
    """Shapely geometries in the plane CRS, None where there is none; areas made valid.

    ``points``: what is no single point is stood for by a point on it.
    """
    return _in_plane(_raw(source), _code(source), plane, points)


def _in_plane(found, crs: str, plane: str, points: bool):
    import numpy as np
    import shapely

    from ..layers.coordinates.crs import transformer

    found = transformer(crs, plane).transform_geometries(found)
    if points:
        other = ~shapely.is_missing(found) & (shapely.get_type_id(found) != 0)
        found[other] = shapely.point_on_surface(found[other])
        lost = ~shapely.is_missing(found) & ~np.isfinite(shapely.get_x(found))
    else:
        wrong = ~shapely.is_missing(found) & ~np.isfinite(shapely.bounds(found)).all(axis=1)
        found[wrong] = None
        broken = np.isin(shapely.get_type_id(found), (3, 6, 7)) & ~shapely.is_valid(found)
        found[broken] = shapely.make_valid(found[broken])
        lost = np.zeros(len(found), bool)
    found[lost] = None
    return found


def _raw(source):
    flag = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    return _shapes(source.getFeatures(_BARE, flag))


def _shapes(features):
    """Geometries as they are, curves as the lines that follow them; None for empty ones and what cannot be read."""
    import numpy as np
    import shapely

    shapes = (_straight(feature.geometry()) for feature in features)
    blobs = [None if shape.isNull() else bytes(shape.asWkb()) for shape in shapes]
    found = np.full(len(blobs), None, object)
    if blobs:
        found[:] = shapely.from_wkb(np.array([*blobs, None], object), on_invalid="ignore")[:-1]
    found[shapely.is_empty(found)] = None
    return found


def _straight(shape: QgsGeometry) -> QgsGeometry:
    """shapely knows no arcs."""
    curved = not shape.isNull() and QgsWkbTypes.isCurvedType(shape.wkbType())
    return QgsGeometry(shape.constGet().segmentize()) if curved else shape


def _code(source) -> str:
    crs = source.sourceCrs()
    if not crs.isValid():
        raise GunmaneError(
            tr("The layer {name} has no coordinate system.", name=source.sourceName()),
            code="E-CRS",
            remedy=tr("Set it in the layer's properties, then run again."),
        )
    return crs.authid() if crs.authid().startswith("EPSG:") else crs.toWkt()
