"""The map beside the editor of a link: both roads, the line, the ends in reach; a click near an end takes it."""

from __future__ import annotations

from qgis.core import QgsGeometry, QgsPointXY
from qgis.PyQt.QtCore import QObject

SNAP_PIXELS = 18


class LinkWork(QObject):
    """Brings ``LinkEditor``, ``MapLink`` and the map tool together. Decides nothing."""

    def __init__(self, editor, link_map, tool, parent=None):
        super().__init__(parent)
        self.editor, self.map, self.tool = editor, link_map, tool
        self._followed = None
        editor.drawn.connect(self._draw)
        tool.moved.connect(self._hover)

    def follow(self, subject) -> bool:
        """Show a link; False where there is none to show (a section is gone)."""
        view = subject.link if subject is not None else None
        self._followed = view
        if view is None:
            return False
        one, other = (
            QgsGeometry.fromWkt(side.geom_wkt) if side is not None and side.geom_wkt else QgsGeometry()
            for side in (subject, subject.other)
        )
        ends = list(dict.fromkeys(end.point for side in view.partners.values() for end in side))
        place = QgsGeometry.fromPolylineXY([QgsPointXY(*view.a.point), QgsPointXY(*view.b.point)])
        self.map.follow_link(one, other, place, ends)
        self.map.draw_link(self.editor.line())
        return True

    def forget(self) -> None:
        """Another kind of item is looked at."""
        self._followed = None

    def picked(self, point) -> bool:
        """A click on the map; whether an end lay near it."""
        end = self._near(point)
        if end is not None:
            self.editor.choose(end)
        return end is not None

    def _hover(self, point) -> None:
        """The end that a click would take is marked before the click."""
        if self._followed is None or self._followed is not self.editor.view:
            return
        end = self._near(point)
        self.map.preview(None if end is None else end.point)

    def _near(self, point):
        view, at = self.editor.view, self.map.to_store(point)
        if view is None or at is None:
            return None
        return view.nearest(self.editor.keep, at, self.map.metres_of(SNAP_PIXELS, at))

    def _draw(self, points) -> None:
        if self._followed is not None and self._followed is self.editor.view:
            self.map.draw_link(points)
