"""Symbols in millimetres and metres, from the palette."""

from __future__ import annotations

from pathlib import Path

import tomllib
from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsMapUnitScale,
    QgsMarkerLineSymbolLayer,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsRendererCategory,
    QgsRuleBasedRenderer,
    QgsSimpleFillSymbolLayer,
    QgsSimpleLineSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSvgMarkerSymbolLayer,
    QgsTextBufferSettings,
    QgsTextFormat,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont

STYLES = Path(__file__).resolve().parents[2] / "styles"
PALETTE = tomllib.loads((STYLES / "palette.toml").read_text(encoding="utf-8"))
_COLOURS = {**PALETTE["accent"], **PALETTE["base"], **PALETTE["achromatic"]}
METRES = Qgis.RenderUnit.MetersInMapUnits
INK = "#1a1a1a"

LABELS: dict[str, str] = {}  # Japanese legend text -> English, collected while the styles are made


def text(ja: str, en: str) -> str:
    """A legend text: Japanese in the style, English in styles/labels_en.json."""
    LABELS[ja] = en
    return ja


def colour(name: str, alpha: int = 255) -> QColor:
    value = QColor(_COLOURS.get(name, name))
    value.setAlpha(alpha)
    return value


def built(kind, layers):
    """A symbol of these layers alone. (A list given to the constructor stays Python's: it crashes later.)"""
    symbol = kind.createSimple({})
    for layer in layers:
        symbol.appendSymbolLayer(layer)
    symbol.deleteSymbolLayer(0)
    return symbol


def limits(least_mm: float, most_mm: float) -> QgsMapUnitScale:
    """Sizes in metres that stop at a least and a most size on paper."""
    scale = QgsMapUnitScale()
    scale.minSizeMMEnabled = scale.maxSizeMMEnabled = True
    scale.minSizeMM, scale.maxSizeMM = least_mm, most_mm
    return scale


def svg(icon: str, fill: str, pen: str, least: float, most: float, metres: float = 12.0) -> QgsMarkerSymbol:
    """A marker of our family; ``fill`` and ``pen`` replace the file's own colours."""
    layer = QgsSvgMarkerSymbolLayer(f"{icon}.svg", least)
    layer.setSizeUnit(METRES)
    layer.setSize(metres)
    layer.setSizeMapUnitScale(limits(least, most))
    layer.setFillColor(colour(fill))
    layer.setStrokeColor(colour(pen))
    layer.setStrokeWidth(0)
    return built(QgsMarkerSymbol, [layer])


def dot(fill: str, size_mm: float, edge: str = INK, shape=Qgis.MarkerShape.Circle) -> QgsMarkerSymbol:
    layer = QgsSimpleMarkerSymbolLayer(shape, size_mm)
    layer.setColor(colour(fill))
    layer.setStrokeColor(colour(edge))
    layer.setStrokeWidth(0.25)
    return built(QgsMarkerSymbol, [layer])


def stroke(name: str, metres: float, least: float, most: float, style=Qt.PenStyle.SolidLine, level: int = 0):
    layer = QgsSimpleLineSymbolLayer(colour(name), metres, style)
    layer.setWidthUnit(METRES)
    layer.setWidthMapUnitScale(limits(least, most))
    layer.setPenCapStyle(Qt.PenCapStyle.RoundCap)
    layer.setPenJoinStyle(Qt.PenJoinStyle.RoundJoin)
    layer.setRenderingPass(level)
    return layer


def line(*layers) -> QgsLineSymbol:
    return built(QgsLineSymbol, layers)


def mm_line(
    name: str, width: float, dashes: tuple[float, ...] = (), alpha: int = 255
) -> QgsSimpleLineSymbolLayer:
    layer = QgsSimpleLineSymbolLayer(colour(name, alpha), width)
    layer.setPenCapStyle(Qt.PenCapStyle.FlatCap)
    layer.setPenJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashes:
        layer.setUseCustomDashPattern(True)
        layer.setCustomDashVector(list(dashes))
    return layer


def ticks(name: str, size: float, interval: float, shape=Qgis.MarkerShape.Line) -> QgsMarkerLineSymbolLayer:
    """Small marks along a line: they keep kinds apart in grey."""
    layer = QgsMarkerLineSymbolLayer(True, interval)
    layer.setSubSymbol(dot(name, size, name, shape))
    return layer


def outline(name: str, width: float, style=Qt.PenStyle.SolidLine, fill=None) -> QgsSimpleFillSymbolLayer:
    layer = QgsSimpleFillSymbolLayer(fill or QColor(0, 0, 0, 0), Qt.BrushStyle.SolidPattern)
    if fill is None:
        layer.setBrushStyle(Qt.BrushStyle.NoBrush)
    layer.setStrokeColor(colour(name))
    layer.setStrokeWidth(width)
    layer.setStrokeStyle(style)
    return layer


def area(*layers) -> QgsFillSymbol:
    return built(QgsFillSymbol, layers)


def categories(field: str, rows, symbol_levels: bool = False) -> QgsCategorizedSymbolRenderer:
    """``rows``: (value, symbol, legend text)."""
    renderer = QgsCategorizedSymbolRenderer(field, [QgsRendererCategory(v, s, t) for v, s, t in rows])
    renderer.setUsingSymbolLevels(symbol_levels)
    return renderer


def reach(scales: tuple[int, int]) -> tuple[int, int]:
    """(farthest, nearest) a little beyond the round figures, so that a map AT 1:10,000 shows what reaches it."""
    return round(scales[0] * 1.04), round(scales[1] * 1.04)


def rule(label: str, symbol=None, filter_: str = "", scales: tuple[int, int] = (0, 0), children=()):
    """A rule; ``scales`` = (farthest, nearest) denominators, 0 = no limit."""
    far, near = reach(scales)
    made = QgsRuleBasedRenderer.Rule(symbol, near, far, filter_, label)
    for child in children:
        made.appendChild(child)
    return made


def rules(*tops) -> QgsRuleBasedRenderer:
    root = QgsRuleBasedRenderer.Rule(None)
    for top in tops:
        root.appendChild(top)
    return QgsRuleBasedRenderer(root)


def lettering(
    size: float, name: str = INK, bold: bool = False, halo: float = 0.8, halo_colour="white"
) -> QgsTextFormat:
    """Gothic with fallbacks for the three systems, white halo."""
    families = PALETTE["fonts"]["families"]
    font = QFont(families[0])
    font.setBold(bold)
    made = QgsTextFormat()
    made.setFont(font)
    made.setFamilies(families)
    made.setNamedStyle("Bold" if bold else "Regular")
    made.setSize(size)
    made.setSizeUnit(Qgis.RenderUnit.Points)
    made.setColor(colour(name))
    if halo:
        buffer = QgsTextBufferSettings()
        buffer.setEnabled(True)
        buffer.setSize(halo)
        buffer.setSizeUnit(Qgis.RenderUnit.Millimeters)
        buffer.setColor(colour(halo_colour))
        buffer.setOpacity(1)
        made.setBuffer(buffer)
    return made


def label(
    expression: str, form: QgsTextFormat, scales: tuple[int, int] = (0, 0), **settings
) -> QgsPalLayerSettings:
    made = QgsPalLayerSettings()
    made.fieldName = expression
    made.isExpression = True
    made.setFormat(form)
    if any(scales):
        made.scaleVisibility = True
        made.minimumScale, made.maximumScale = reach(scales)
    for name, value in settings.items():
        if not hasattr(made, name):
            raise AttributeError(name)
        setattr(made, name, value)
    return made
