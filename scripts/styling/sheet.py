"""The A3 sheet (styles/a3_landscape.qpt): every piece that a council's map must carry, by its id.

Texts are expressions on the layout's variables (``@gunmane_title`` ...), so that staff change them in the
layout's panel and the map book fills them page by page.
"""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    Qgis,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutMeasurement,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from .symbols import INK, area, colour, lettering, outline

MM = Qgis.LayoutUnit.Millimeters
LEFT, MIDDLE, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight
PANEL = 316.0  # x of the column right of the map; it is 94 mm wide

# id: (x, y, width, height, points, bold, align, text); margins of 10 mm on 420 x 297.
LABELS = {
    "title": (10, 10, 250, 9.5, 20, True, LEFT, "[% @gunmane_title %]"),
    "subtitle": (262, 12.4, 118, 7, 10, False, LEFT, "[% @gunmane_subtitle %]"),
    "mark": (384, 10, 26, 9, 13, True, MIDDLE, "[% @gunmane_mark %]"),
    "scale_text": (
        PANEL + 22,
        222,
        72,
        6,
        11,
        True,
        LEFT,
        "[% @gunmane_scale_word %] 1:[% format_number(round(item_variables('map')['map_scale']), 0) %] (A3)",
    ),
    "as_of": (PANEL + 2, 245, 92, 5.4, 10, True, LEFT, "[% @gunmane_as_of %]"),
    "department": (PANEL + 2, 250.6, 92, 8.4, 8.5, False, LEFT, "[% @gunmane_department %]"),
    "source": (PANEL + 2, 259.4, 92, 16.4, 8, False, LEFT, "[% @gunmane_source %]"),
    "footer": (10, 279.2, 300, 7, 8, False, LEFT, "[% @gunmane_footer %]"),
    "page": (PANEL + 54, 279.2, 40, 7, 9, False, RIGHT, "[% @gunmane_page %]/[% @gunmane_pages %]"),
}


def write_sheet(path: Path) -> None:
    project = QgsProject()
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName("A3")
    layout.pageCollection().page(0).setPageSize(QgsLayoutSize(420, 297, MM))
    items = [_map(layout), *_frames(layout), _legend(layout), _north(layout), _scale_bar(layout)]
    items += [_label(layout, name, *spec) for name, spec in LABELS.items()]
    for item in items:
        layout.addLayoutItem(item)
    if not layout.saveAsTemplate(str(path), QgsReadWriteContext()):
        raise SystemExit(f"cannot write {path}")


def _put(item, name, x, y, width, height):
    item.setId(name)
    item.attemptMove(QgsLayoutPoint(x, y, MM))
    item.attemptResize(QgsLayoutSize(width, height, MM))
    return item


def _map(layout):
    item = _put(QgsLayoutItemMap(layout), "map", 10, 22, 302, 255)
    item.setFrameEnabled(True)
    item.setFrameStrokeWidth(QgsLayoutMeasurement(0.35, MM))
    item.setBackgroundColor(QColor("#ffffff"))
    return item


def _frames(layout):
    panel = QgsLayoutItemShape(layout)
    panel.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
    panel.setSymbol(area(outline(INK, 0.35)))
    made = [_put(panel, "panel", PANEL, 22, 94, 255)]
    for name, y in (("rule_legend", 203.0), ("rule_scale", 243.6)):
        shape = QgsLayoutItemShape(layout)
        shape.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
        shape.setSymbol(area(outline("grey", 0.1, fill=colour("grey"))))
        made.append(_put(shape, name, PANEL + 2, y, 90, 0.1))
    return made


def _label(layout, name, x, y, width, height, points, bold, align, words):
    item = QgsLayoutItemLabel(layout)
    item.setText(words)
    item.setTextFormat(lettering(points, INK, bold, halo=0))
    item.setHAlign(align)
    item.setVAlign(
        Qt.AlignmentFlag.AlignVCenter if name not in ("source", "department") else Qt.AlignmentFlag.AlignTop
    )
    item.setMarginX(0.4)
    item.setMarginY(0.2)
    if name == "mark":
        item.setFrameEnabled(True)
        item.setFrameStrokeWidth(QgsLayoutMeasurement(0.5, MM))
    return _put(item, name, x, y, width, height)


def _legend(layout):
    item = QgsLayoutItemLegend(layout)
    item.setAutoUpdateModel(False)
    item.setResizeToContents(False)
    item.setColumnCount(1)
    item.setSymbolWidth(8)
    item.setSymbolHeight(3.6)
    item.setBoxSpace(1.5)
    item.setColumnSpace(3)
    for part, points, bold, top in (
        (QgsLegendStyle.Style.Title, 12, True, 0),
        (QgsLegendStyle.Style.Group, 10, True, 3.2),
        (QgsLegendStyle.Style.Subgroup, 9, True, 2.4),
        (QgsLegendStyle.Style.SymbolLabel, 9, False, 1.2),
    ):
        style = item.style(part)
        style.setTextFormat(lettering(points, INK, bold, halo=0))
        style.setMargin(QgsLegendStyle.Side.Top, top)
        item.setStyle(part, style)
    symbol = item.style(QgsLegendStyle.Style.Symbol)
    symbol.setMargin(QgsLegendStyle.Side.Top, 1.2)
    item.setStyle(QgsLegendStyle.Style.Symbol, symbol)
    return _put(item, "legend", PANEL + 1, 23, 92, 179)


def _north(layout):
    item = QgsLayoutItemPicture(layout)
    item.setPicturePath("north_arrow.svg")
    item.setResizeMode(QgsLayoutItemPicture.ResizeMode.Zoom)
    item.setNorthMode(QgsLayoutItemPicture.NorthMode.GridNorth)
    return _put(item, "north_arrow", PANEL + 4, 206, 15, 22)


def _scale_bar(layout):
    item = QgsLayoutItemScaleBar(layout)
    item.setStyle("Single Box")
    item.setUnits(Qgis.DistanceUnit.Kilometers)
    item.setUnitLabel("km")
    item.setMapUnitsPerScaleBarUnit(1)
    item.setNumberOfSegments(2)
    item.setNumberOfSegmentsLeft(0)
    item.setUnitsPerSegment(2.5)
    item.setHeight(2.2)
    item.setTextFormat(lettering(9, INK, halo=0))
    return _put(item, "scale_bar", PANEL + 22, 228, 70, 13)
