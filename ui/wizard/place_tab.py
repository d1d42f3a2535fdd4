"""Where a ledger's places come from: columns, datum, axis order, the evidence, and the points on a small map."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr
from ...layers.coordinates.crs import accepted, friendly_name, plane_codes
from ...layers.errors import GunmaneError
from .place_map import PlaceMap

_LATLON = ("EPSG:6668", "EPSG:4612", "EPSG:4301", "EPSG:4326")


class PlaceTab(QWidget):
    """``changed("")`` after an operation."""

    changed = pyqtSignal(str)
    refused = pyqtSignal(str)

    def __init__(self, parent=None):
        super().__init__(parent)
        self.draft, self.number = None, -1
        self.kind = QComboBox()
        self.kind.setObjectName("place_kind")
        for text, data in (
            (tr("No places"), "none"),
            (tr("Drawn in the file itself"), "file"),
            (tr("Latitude and longitude in two columns"), "latlon"),
            (tr("Plane X and Y in two columns"), "xy"),
        ):
            self.kind.addItem(text, data)
        self.a, self.b, self.order, self.crs = QComboBox(), QComboBox(), QComboBox(), QComboBox()
        for name in ("a", "b", "order", "crs"):
            getattr(self, name).setObjectName(f"place_{name}")
        for text, data in (
            (tr("All rows of the file vote at every import"), "auto"),
            (tr("X points north (survey)"), "survey"),
            (tr("X points east (mathematics)"), "math"),
        ):
            self.order.addItem(text, data)
        self.confirmed = QCheckBox(tr("I have made sure of the datum"))
        self.confirmed.setObjectName("place_confirmed")
        self.take = QPushButton(tr("&Set the places so"))
        self.take.setObjectName("place_take")
        self.take.setAutoDefault(False)
        self.take.clicked.connect(lambda _c: self._take())
        self.evidence = QLabel()
        self.evidence.setTextFormat(Qt.TextFormat.PlainText)
        self.evidence.setWordWrap(True)
        self.evidence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.evidence.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.map = PlaceMap()
        self.a_text, self.b_text = QLabel(), QLabel()
        form = QFormLayout()
        form.addRow(tr("Places"), self.kind)
        form.addRow(self.a_text, self.a)
        form.addRow(self.b_text, self.b)
        form.addRow(tr("Coordinate system"), self.crs)
        form.addRow(tr("Axis order"), self.order)
        form.addRow("", self.confirmed)
        form.addRow("", self.take)
        left = QVBoxLayout()
        left.addLayout(form)
        left.addWidget(self.evidence, 1)
        box = QWidget()
        box.setLayout(left)
        box.setMaximumWidth(430)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(box)
        layout.addWidget(self.map, 1)
        self.kind.currentIndexChanged.connect(lambda _n: self._fit())

    def show_ledger(self, draft, number: int) -> None:
        self.draft, self.number = draft, number
        self.refresh()

    def refresh(self) -> None:
        """The ledger's places as they are decided now."""
        source, area = self.draft.ledgers[self.number], self.draft.state.city.boundary
        place = source.place
        for combo, current in ((self.a, place.a), (self.b, place.b)):
            combo.clear()
            for label in self.draft.labels(self.number):
                combo.addItem(label, label)
            combo.setCurrentIndex(combo.findData(current))
        self.kind.blockSignals(True)
        self.kind.setCurrentIndex(self.kind.findData(place.kind))
        self.kind.blockSignals(False)
        self._fit()
        self.crs.setCurrentIndex(max(0, self.crs.findData(place.crs)))
        self.order.setCurrentIndex(self.order.findData(place.order))
        self.confirmed.setChecked(place.confirmed)
        lines = [*place.reasons, *([place.problem] if place.problem else [])]
        if not place.reasons and place.kind == "none" and not place.problem:
            lines.append(tr("No columns of coordinates were found."))
        self.evidence.setText("\n".join(f"・{line}" for line in lines))
        self.evidence.setStyleSheet("color: #d55e00" if place.problem else "")
        if self.isVisible():
            self.map.show_places(self.draft.points(self.number), self.draft.shapes(self.number), area)

    def showEvent(self, event):
        super().showEvent(event)
        if self.draft is not None:
            self.refresh()

    def _fit(self) -> None:
        """Only what the kind of places asks for."""
        kind = self.kind.currentData()
        columns = kind in ("latlon", "xy")
        self.a_text.setText(tr("X column") if kind == "xy" else tr("Latitude column"))
        self.b_text.setText(tr("Y column") if kind == "xy" else tr("Longitude column"))
        for widget in (self.a, self.b, self.a_text, self.b_text):
            widget.setVisible(columns)
        self.order.setEnabled(kind in ("xy", "file"))
        self.crs.setEnabled(kind != "none")
        self.confirmed.setEnabled(kind != "none")
        self.crs.clear()
        if kind == "file":
            self.crs.addItem(tr("as the file states"), None)
        for code in self._systems(kind):
            self.crs.addItem(f"{friendly_name(code)}", code)

    def _systems(self, kind: str) -> list[str]:
        """Those of degrees, or the plane zones, the city's own first; each with its old datum."""
        area = self.draft.state.city.boundary
        place = self.draft.ledgers[self.number].place
        planes = sorted(
            plane_codes(), key=lambda c: (area is not None and c != area.home.code, not accepted(c).jgd)
        )
        found = {"latlon": list(_LATLON), "xy": planes, "file": [*_LATLON, *planes]}.get(kind, [])
        return list(dict.fromkeys([*([place.crs] if place.crs and place.kind == kind else []), *found]))

    def _take(self) -> None:
        kind = self.kind.currentData()
        columns = (self.a.currentData(), self.b.currentData()) if kind in ("latlon", "xy") else (None, None)
        try:
            self.draft.set_place(
                self.number, kind, *columns, self.order.currentData() if kind != "latlon" else "auto",
                self.crs.currentData() if kind != "none" else None, self.confirmed.isChecked(),
            )  # fmt: skip
        except GunmaneError as error:
            self.refused.emit(str(error))
            return
        self.changed.emit("")
