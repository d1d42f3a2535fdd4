"""The map follows the item: zoom, flash, a mark that stays; and the tool that takes a point from the map."""

from __future__ import annotations

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
FAR_SCALE = 5000  # farther than this, the map zooms in
ITEM, OTHER, HINT, PREVIEW = (QColor(c) for c in ("#ff4b00", "#990099", "#005aff", "#03af7a"))


class MapLink:
    """What the dock draws on the canvas. All coordinates that come in and go out are in the store's CRS."""

    def __init__(self, canvas: QgsMapCanvas):
        self.canvas = canvas
        self.crs = QgsCoordinateReferenceSystem()
        self._drawn: list = []
        self._preview: QgsVertexMarker | None = None

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
    """Takes points from the map, never snapped: a pothole lies where it lies. Changes nothing by itself.

    ``picked`` carries the point in the map's CRS; Enter on the map says ``confirmed``, Esc or the right button
    ends the tool (QgsMapTool's own ``deactivated``).
    """

    picked = pyqtSignal(QgsPointXY)
    confirmed = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas):
        super().__init__(canvas)
        self.setCursor(Qt.CursorShape.CrossCursor)

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
