"""Points that lie together become one mark with their number."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsFontMarkerSymbolLayer,
    QgsMarkerSymbol,
    QgsPointClusterRenderer,
    QgsProperty,
    QgsSimpleMarkerSymbolLayer,
    QgsSymbolLayer,
)
from qgis.PyQt.QtCore import QPointF

from .symbols import PALETTE, built, colour


def cluster(embedded, symbol, tolerance_mm: float) -> QgsPointClusterRenderer:
    renderer = QgsPointClusterRenderer()
    renderer.setEmbeddedRenderer(embedded)
    renderer.setClusterSymbol(symbol)
    renderer.setTolerance(tolerance_mm)
    renderer.setToleranceUnit(Qgis.RenderUnit.Millimeters)
    return renderer


def count(fill: str, ink: str, size: float, shape=Qgis.MarkerShape.Circle) -> QgsMarkerSymbol:
    """A disc with the number of features; it grows with the digits, not with the count."""
    disc = QgsSimpleMarkerSymbolLayer(shape, size)
    disc.setColor(colour(fill))
    disc.setStrokeColor(colour("white" if ink == "white" else ink))
    disc.setStrokeWidth(0.35)
    grow = QgsProperty.fromExpression(f"{size} + 0.75 * (length(to_string(@cluster_size)) - 1)")
    disc.setDataDefinedProperty(QgsSymbolLayer.Property.Size, grow)
    digits = QgsFontMarkerSymbolLayer(PALETTE["fonts"]["families"][0], "9", size * 0.62, colour(ink))
    digits.setFontStyle("Bold")
    digits.setDataDefinedProperty(
        QgsSymbolLayer.Property.Character, QgsProperty.fromExpression("@cluster_size")
    )
    digits.setOffset(QPointF(0, 0))
    return built(QgsMarkerSymbol, [disc, digits])
