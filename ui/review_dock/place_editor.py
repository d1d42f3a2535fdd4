"""Giving a row its place: from the map, from a candidate, or by typed coordinates."""

from __future__ import annotations

import math

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
)

from ...i18n import tr
from ...layers.errors import GunmaneError
from .editors import Answer, Editor

DEGREES, METRES = "degrees", "metres"
GEOGRAPHIC = "EPSG:6668"


class PlaceEditor(Editor):
    """``point`` is what will be decided, in the store's CRS. The map tool belongs to the panel.

    ``tool_wanted(on)`` asks for the map tool; ``proposed(point or None, go there)`` is for the preview mark.
    """

    tool_wanted = pyqtSignal(bool)
    proposed = pyqtSignal(object, bool)

    def __init__(self, parent=None):
        super().__init__(parent)
        self.crs = ""
        self.point: tuple[float, float] | None = None
        self.map_button = QPushButton(tr("Show on the map"), self)
        self.map_button.setObjectName("gunmaneReviewPlace")
        self.map_button.setCheckable(True)
        self.map_button.setToolTip(tr("Click the place on the map (M). Enter on the map decides, Esc ends."))
        self.hints = QListWidget(self)
        self.hints.setObjectName("gunmaneReviewHints")
        self.hints.setAccessibleName(tr("Candidate places"))
        self.hints.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.no_hints = QLabel(tr("No candidate was found from the address, route or landmark."), self)
        self.no_hints.setWordWrap(True)
        self.kind = QComboBox(self)
        self.kind.addItem(tr("Latitude, longitude"), DEGREES)
        self.kind.addItem(tr("X (north), Y (east) in m"), METRES)
        self.kind.setAccessibleName(tr("Kind of coordinates"))
        self.typed = QLineEdit(self)
        self.typed.setObjectName("gunmaneReviewCoordinates")
        self.typed.setAccessibleName(tr("Coordinates"))
        self.typed.setClearButtonEnabled(True)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        first = QHBoxLayout()
        first.addWidget(self.map_button)
        first.addWidget(self.said, 1)
        second = QHBoxLayout()
        second.addWidget(self.kind)
        second.addWidget(self.typed, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(first)
        layout.addWidget(self.hints)
        layout.addWidget(self.no_hints)
        layout.addLayout(second)
        self.map_button.toggled.connect(self.tool_wanted)
        self.hints.itemClicked.connect(self._hint)
        self.hints.itemActivated.connect(self._hint)
        self.typed.editingFinished.connect(self._typed)
        self.kind.currentIndexChanged.connect(lambda _n: self._example())
        self._example()

    def show_items(self, items, subject):
        self.typed.clear()
        self.hints.clear()
        for hint in subject.hints if subject is not None else ():
            entry = QListWidgetItem(f"{hint.label}  -  {hint.why}")
            entry.setToolTip(f"{hint.label}\n{hint.why}")
            entry.setData(Qt.ItemDataRole.UserRole, tuple(hint.point))
            self.hints.addItem(entry)
        self.hints.setVisible(self.hints.count() > 0)
        line = max(self.hints.sizeHintForRow(0), 16)
        self.hints.setFixedHeight(line * min(max(self.hints.count(), 1), 4) + 6)
        self.no_hints.setVisible(self.hints.count() == 0)
        self.take(None)

    def take(self, point: tuple[float, float] | None, go: bool = False) -> None:
        """Propose a point (from the map, a candidate or the keyboard)."""
        self.point = point
        self.said.setText(self._words() if point else tr("No place chosen yet."))
        self.proposed.emit(point, go)
        self.changed.emit()

    def answer(self):
        return None if self.point is None else Answer("place", point=self.point)

    def first(self):
        return self.hints if self.hints.count() else self.map_button

    def main_text(self):
        return tr("Take this place")

    # --- helpers ------------------------------------------------------------------------------------------

    def _hint(self, entry) -> None:
        self.take(entry.data(Qt.ItemDataRole.UserRole), go=True)

    def _example(self) -> None:
        degrees = self.kind.currentData() == DEGREES
        self.typed.setPlaceholderText(
            tr("e.g. 35.9514, 139.9754") if degrees else tr("e.g. -5390.1, 12870.4")
        )

    def _typed(self) -> None:
        text = self.typed.text().strip()
        if not text:
            return
        try:
            point = parse(text, self.kind.currentData(), self.crs)
        except GunmaneError as error:
            self.take(None)
            self.said.setText(error.message)
            return
        self.take(point, go=True)

    def _words(self) -> str:
        x, y = self.point
        try:
            lon, lat = _moved(self.crs, GEOGRAPHIC, x, y)
        except GunmaneError:
            return f"X {y:.1f}  Y {x:.1f}"
        return tr("Latitude {lat}, longitude {lon}", lat=f"{lat:.6f}", lon=f"{lon:.6f}")


def parse(text: str, kind: str, crs: str) -> tuple[float, float]:
    """Typed coordinates -> (east, north) in the store's CRS. Raises GunmaneError with words for the person.

    Degrees may be decimal or in degrees, minutes, seconds; metres are in the store's CRS, north first as on
    Japanese survey sheets.
    """
    from ...layers.normalise import normalise

    parts = [part for part in text.replace("、", ",").replace("，", ",").split(",") if part.strip()]
    if len(parts) != 2:
        parts = text.split()
    wrong = GunmaneError(tr("Two numbers are needed, with a comma between them."))
    if len(parts) != 2:
        raise wrong
    numbers = [normalise("angle" if kind == DEGREES else "number", part.strip()).value for part in parts]
    if any(n is None or isinstance(n, str) or not math.isfinite(n) for n in numbers):
        raise wrong
    north, east = numbers
    if kind == METRES:
        return east, north
    if not (-90 <= north <= 90 and -180 <= east <= 180):
        raise GunmaneError(tr("Latitude first, then longitude."))
    return _moved(GEOGRAPHIC, crs, east, north)


def _moved(start: str, end: str, x: float, y: float) -> tuple[float, float]:
    import numpy as np

    from ...layers.coordinates.crs import transformer

    xs, ys = transformer(start, end)(np.array([x]), np.array([y]))[:2]
    if not (math.isfinite(xs[0]) and math.isfinite(ys[0])):
        raise GunmaneError(tr("These coordinates cannot be transformed."))
    return float(xs[0]), float(ys[0])
