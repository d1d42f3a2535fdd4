"""The frame of the panel in QGIS's window."""

from __future__ import annotations

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel

from ...dependencies import explain, missing
from ...i18n import tr

NEEDS = ("numpy", "pandas", "shapely", "pyproj")


class ReviewDock(QgsDockWidget):
    """確認待ち. Reads nothing before it is seen; says which packages are missing where it cannot work."""

    def __init__(self, canvas, parent=None):
        super().__init__(tr("Waiting for a person"), parent)
        self.setObjectName("gunmaneReviewDock")
        self.panel = None
        lacking = missing(NEEDS)
        if lacking:
            label = QLabel(explain(lacking), self)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.setWidget(label)
            return
        from .panel import ReviewPanel

        self.panel = ReviewPanel(canvas, self)
        self.setWidget(self.panel)
        self.visibilityChanged.connect(self._seen)

    def close_down(self) -> None:
        """Before it is taken out of the window: nothing stays on the map, no signal stays connected."""
        if self.panel is not None:
            self.visibilityChanged.disconnect(self._seen)
            self.panel.close_down()
            self.panel = None

    def _seen(self, visible: bool) -> None:
        if visible:
            self.panel.wake()
        else:
            self.panel.sleep()
