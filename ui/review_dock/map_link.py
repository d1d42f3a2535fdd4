"""The map follows the item: zoom, flash, a mark that stays; and the tool that takes a point from the map."""

from __future__ import annotations

import math

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas, QgsMapTool, QgsRubberBand, QgsVertexMarker
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor

from ...layers.coordinates.qgis_crs import safe_qgis_transform

NEAR_SCALE = 1500  # 1 : n at which a single place is shown, where the map is farther away
LINK_SCALE = 400  # ends of roads some metres apart
FAR_SCALE = 5000  # farther than this, the map zooms in
ITEM, OTHER, HINT, PREVIEW = (QColor(c) for c in ("#ff4b00", "#990099", "#005aff", "#03af7a"))


class MapLink:
    """What the dock draws on the canvas. All coordinates that come in and go out are in the store's CRS."""

    def __init__(self, canvas: QgsMapCanvas):
        self.canvas = canvas
        self.crs = QgsCoordinateReferenceSystem()
        self._drawn: list = []
        self._preview: QgsVertexMarker | None = None
        self._link: QgsRubberBand | None = None

    def follow(self, geometry: QgsGeometry | None, other=None, hints=(), area: QgsRectangle | None = None):
        """Show an item's place, the other row's, and candidate places; else the area (the city)."""
        self.clear()
        places = [g for g in (geometry, other) if g is not None and not g.isNull()]
        for place, colour in ((geometry, ITEM), (other, OTHER)):
            if place is not None and not place.isNull():
                self._draw(self._to_map(place), colour)
        points = [QgsPointXY(*point) for point in hints]
        if not places and points:
            for point in points:
                self._mark(point, HINT)
            places = [QgsGeometry.fromMultiPointXY(points)]
        if places:
            self._go([self._to_map(place) for place in places])
        elif area is not None and not area.isEmpty():
            self._show_area(area)

    def follow_link(self, one: QgsGeometry, other: QgsGeometry, place: QgsGeometry, ends: list) -> None:
        """Both sections, small marks on ``ends`` that could be joined instead; the map goes to ``place``, the ends."""
        self.clear()
        for section, colour in ((one, ITEM), (other, OTHER)):
            self._draw(self._to_map(section), colour)
        for point in ends:
            mark = self._marker(QgsPointXY(*point), HINT, QgsVertexMarker.IconType.ICON_CIRCLE)
            mark.setIconSize(10)
            mark.setPenWidth(2)
            self._drawn.append(mark)
        where = self._to_map(place)
        if not where.isNull():
            self.canvas.setCenter(where.boundingBox().center())
            if not LINK_SCALE / 3 < self.canvas.scale() < 2 * LINK_SCALE:
                self.canvas.zoomScale(LINK_SCALE)
            self.canvas.refresh()
            self.canvas.flashGeometries([where], self._map_crs())

    def draw_link(self, points: list | None) -> None:
        """The line of the link that would be made, beside what is drawn already; None takes it away."""
        if self._link is not None:
            self.canvas.scene().removeItem(self._link)
            self._link = None
        if not points:
            return
        line = self._to_map(QgsGeometry.fromPolylineXY([QgsPointXY(*point) for point in points]))
        self._link = QgsRubberBand(self.canvas, Qgis.GeometryType.Line)
        self._link.setToGeometry(line, None)
        self._link.setStrokeColor(PREVIEW)
        self._link.setSecondaryStrokeColor(QColor(255, 255, 255))
        self._link.setWidth(5)
        self._link.setLineStyle(Qt.PenStyle.DashLine)

    def metres_of(self, pixels: int, at: tuple[float, float]) -> float:
        """So many pixels of the map in metres of the store's CRS, near ``at``."""
        here = self._to_map(QgsGeometry.fromPointXY(QgsPointXY(*at)))
        if here.isNull():
            return 0.0
        point = here.asPoint()
        point.setX(point.x() + pixels * self.canvas.mapUnitsPerPixel())
        moved = self.to_store(point)
        return 0.0 if moved is None else math.dist(moved, at)

    def preview(self, point: tuple[float, float] | None, go: bool = False) -> None:
        """The mark of a point that is proposed but not yet decided."""
        if self._preview is not None:
            self.canvas.scene().removeItem(self._preview)
            self._preview = None
        if point is None:
            return
        self._preview = self._marker(QgsPointXY(*point), PREVIEW, QgsVertexMarker.IconType.ICON_CROSS)
        if go:
            self._go([self._to_map(QgsGeometry.fromPointXY(QgsPointXY(*point)))], flash=False)

    def clear(self) -> None:
        """Take everything of ours off the canvas."""
        self.preview(None)
        self.draw_link(None)
        for drawn in self._drawn:
            self.canvas.scene().removeItem(drawn)
        self._drawn = []

    def to_store(self, point: QgsPointXY) -> tuple[float, float] | None:
        """A point of the map in the store's CRS; None where it cannot be transformed."""
        try:
            found = self._transform(self._map_crs(), self.crs).transform(point)
        except QgsCsException:
            return None
        return found.x(), found.y()

    # --- helpers ------------------------------------------------------------------------------------------

    def _map_crs(self):
        return self.canvas.mapSettings().destinationCrs()

    def _transform(self, start, end):
        return safe_qgis_transform(start, end, QgsProject.instance().transformContext())

    def _to_map(self, geometry: QgsGeometry) -> QgsGeometry:
        moved = QgsGeometry(geometry)
        if self.crs.isValid() and self._map_crs().isValid() and self.crs != self._map_crs():
            try:
                done = moved.transform(self._transform(self.crs, self._map_crs()))
            except QgsCsException:
                return QgsGeometry()
            if done != Qgis.GeometryOperationResult.Success:
                return QgsGeometry()
        return moved

    def _draw(self, geometry: QgsGeometry, colour: QColor) -> None:
        if geometry.isNull():
            return
        band = QgsRubberBand(self.canvas, geometry.type())
        band.setToGeometry(geometry, None)
        fill = QColor(colour)
        fill.setAlpha(60)
        band.setStrokeColor(colour)
        band.setFillColor(fill)
        band.setWidth(3)
        band.setIcon(QgsRubberBand.IconType.ICON_CIRCLE)
        band.setIconSize(16)
        self._drawn.append(band)

    def _mark(self, point: QgsPointXY, colour: QColor) -> None:
        self._drawn.append(self._marker(point, colour, QgsVertexMarker.IconType.ICON_DOUBLE_TRIANGLE))

    def _marker(self, point: QgsPointXY, colour: QColor, icon) -> QgsVertexMarker:
        marker = QgsVertexMarker(self.canvas)
        moved = self._to_map(QgsGeometry.fromPointXY(point))
        if not moved.isNull():
            marker.setCenter(moved.asPoint())
        marker.setColor(colour)
        marker.setFillColor(QColor(255, 255, 255, 200))
        marker.setIconType(icon)
        marker.setIconSize(18)
        marker.setPenWidth(3)
        return marker

    def _go(self, geometries: list[QgsGeometry], flash: bool = True) -> None:
        geometries = [g for g in geometries if not g.isNull()]
        if not geometries:
            return
        box = QgsRectangle()
        for geometry in geometries:
            box.combineExtentWith(geometry.boundingBox())
        size = max(box.width(), box.height())
        self.canvas.setCenter(box.center())
        if size > 0:
            wide = box.buffered(0.25 * size)
            if self.canvas.scale() > FAR_SCALE or not self.canvas.extent().contains(wide):
                self.canvas.setExtent(wide)
        far, near = self.canvas.scale() > FAR_SCALE, self.canvas.scale() < NEAR_SCALE
        if (far and size == 0) or (near and size > 0):
            self.canvas.zoomScale(NEAR_SCALE)
        self.canvas.refresh()
        if flash:
            self.canvas.flashGeometries(geometries, self._map_crs())

    def _show_area(self, area: QgsRectangle) -> None:
        box = self._to_map(QgsGeometry.fromRect(area)).boundingBox()
        if not box.isEmpty():
            self.canvas.setExtent(box.buffered(0.02 * box.width()))
            self.canvas.refresh()


class PlaceTool(QgsMapTool):
    """Takes points from the map as they are: a pothole lies where it lies. Changes nothing by itself. (Whoever
    looks for ends of roads finds the nearest one to a point.)

    ``picked`` carries the point in the map's CRS; Enter on the map says ``confirmed``, Esc or the right button
    ends the tool (QgsMapTool's own ``deactivated``).
    """

    picked = pyqtSignal(QgsPointXY)
    moved = pyqtSignal(QgsPointXY)
    confirmed = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas):
        super().__init__(canvas)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def canvasMoveEvent(self, event):
        self.moved.emit(self.toMapCoordinates(event.pos()))

    def canvasReleaseEvent(self, event):
        if event.button() == Qt.MouseButton.RightButton:
            self.canvas().unsetMapTool(self)
        elif event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(self.toMapCoordinates(event.pos()))

    def keyPressEvent(self, event):
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.canvas().unsetMapTool(self)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self.confirmed.emit()
        else:
            event.ignore()
