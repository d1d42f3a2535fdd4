"""A small map: the city's area, the ledger's points inside and outside it."""

from __future__ import annotations

import numpy as np
import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPointXY,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas, QgsMapToolPan
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QLabel, QVBoxLayout, QWidget

from ...i18n import tr
from ...layers.coordinates.crs import plane_zone_at

_DEGREES = "EPSG:6668"


class PlaceMap(QWidget):
    """``show_places`` draws; nothing of it is in the project."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.canvas = QgsMapCanvas(self)
        self.canvas.setCanvasColor(QColor("#ffffff"))
        self.canvas.setMinimumSize(260, 200)
        self.canvas.enableAntiAliasing(True)
        self._pan = QgsMapToolPan(self.canvas)
        self.canvas.setMapTool(self._pan)
        self.note = QLabel()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.canvas, 1)
        layout.addWidget(self.note)
        self.layers: list[QgsVectorLayer] = []

    def show_places(self, points, shapes, area) -> None:
        """``points``: layers.propose Points or None; ``shapes``: lines or areas in degrees; ``area``: Boundary."""
        layers = []
        if points is not None and len(points.x) and not shapes:
            inside = np.ones(len(points.x), dtype=bool) if points.inside is None else points.inside
            for which, colour in ((~inside, "#d55e00"), (inside, "#0072b2")):
                at = np.flatnonzero(which)
                if len(at):
                    found = [QgsGeometry.fromPointXY(QgsPointXY(points.x[n], points.y[n])) for n in at]
                    layers.append(_layer("Point", found, QgsMarkerSymbol.createSimple(
                        {"color": colour, "size": "1.8", "outline_style": "no"})))  # fmt: skip
        if shapes:
            found = [_geometry(g) for g in shapes]
            lines = "Line" in shapes[0].geom_type
            symbol = (
                QgsLineSymbol.createSimple({"color": "#0072b2", "width": "0.6"}) if lines
                else QgsFillSymbol.createSimple({"color": "86,180,233,70", "outline_color": "#0072b2"})
            )  # fmt: skip
            layers.append(_layer("MultiLineString" if lines else "MultiPolygon", found, symbol))
        if area is not None:
            symbol = QgsFillSymbol.createSimple(
                {"color": "240,228,66,40", "outline_color": "#555555", "outline_width": "0.5"}
            )
            layers.append(_layer("MultiPolygon", [_geometry(area.geometry)], symbol))
        self._place(layers)
        self.note.setText(_words(points, area))

    def _place(self, layers) -> None:
        self.canvas.setLayers(layers)
        self.layers = layers
        if layers:
            extent = QgsRectangle(layers[0].extent())
            for layer in layers[1:]:
                extent.combineExtentWith(layer.extent())
            centre = extent.center()
            plane = plane_zone_at(centre.x(), centre.y()).code
            self.canvas.setDestinationCrs(QgsCoordinateReferenceSystem(plane))
            settings = self.canvas.mapSettings()
            shown = settings.layerExtentToOutputExtent(layers[0], extent)
            shown.grow(max(shown.width(), shown.height(), 200) * 0.05)
            self.canvas.setExtent(shown)
        self.canvas.refresh()

    def hideEvent(self, event):
        self.canvas.stopRendering()
        super().hideEvent(event)


def _words(points, area) -> str:
    if points is None or not len(points.x):
        return tr("No places to show.")
    if points.inside is None:
        return tr("{count} places shown; no boundary to check them against.", count=len(points.x))
    inside = int(points.inside.sum())
    return tr(
        "{count} places shown: {inside} in the city (blue), {outside} outside (red).",
        count=len(points.x), inside=inside, outside=len(points.x) - inside,
    )  # fmt: skip


def _geometry(geometry) -> QgsGeometry:
    found = QgsGeometry()
    found.fromWkb(shapely.to_wkb(shapely.force_2d(geometry)))
    return found


def _layer(kind: str, geometries, symbol) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{kind}?crs={_DEGREES}", kind, "memory")
    features = []
    for geometry in geometries:
        feature = QgsFeature()
        if kind.startswith("Multi") and not geometry.convertToMultiType():
            continue
        feature.setGeometry(geometry)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    return layer
