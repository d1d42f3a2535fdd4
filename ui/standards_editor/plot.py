"""The curve of one threshold, drawn: how many repairs a year, as the value runs. No plotting library."""

from __future__ import annotations

import math

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPen, QPolygonF
from qgis.PyQt.QtWidgets import QSizePolicy, QToolTip, QWidget

from ...i18n import tr
from .words import number

INK, CURVE, NOW, BEFORE, GRID = (QColor(c) for c in ("#333333", "#0072b2", "#d55e00", "#767676", "#dfe3e8"))


class SweepPlot(QWidget):
    """``show_curve(values, repairs, yen, now, before, unit)``; the mouse reads a point off."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setMinimumSize(200, 130)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Repairs a year over the value of this cell"))
        self.clear("")

    def clear(self, why: str) -> None:
        """Nothing to draw, and why."""
        self.values, self.repairs, self.yen = [], [], []
        self.now = self.before = None
        self.unit, self.why = "", why
        self.update()

    def show_curve(self, values, repairs, yen, now=None, before=None, unit="") -> None:
        self.values, self.repairs, self.yen = list(values), list(repairs), list(yen)
        self.now, self.before, self.unit, self.why = now, before, unit, ""
        self.update()

    def at_value(self, value: float) -> tuple[float, float]:
        """(repairs, yen) a year at the value of the curve that is nearest."""
        n = min(range(len(self.values)), key=lambda i: abs(self.values[i] - value))
        return self.repairs[n], self.yen[n]

    def paintEvent(self, _event):
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor("#ffffff"))
        if len(self.values) < 2:
            painter.setPen(BEFORE)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(8, 8, -8, -8), flags, self.why)
            return
        box = self._box()
        self._axes(painter, box)
        # A step: the threshold counts from its value on, nothing lies between two measurable values.
        line = QPolygonF([self._point(box, v, r) for v, r in zip(self.values, self.repairs)])
        painter.setPen(QPen(CURVE, 2))
        painter.drawPolyline(line)
        if self.before is not None and self.before != self.now:
            self._marker(painter, box, self.before, BEFORE, Qt.PenStyle.DashLine, tr("before"))
        if self.now is not None:
            self._marker(painter, box, self.now, NOW, Qt.PenStyle.SolidLine, tr("now"))

    def mouseMoveEvent(self, event):
        if len(self.values) < 2:
            return
        box = self._box()
        share = (event.pos().x() - box.left()) / max(box.width(), 1)
        value = self.values[0] + share * (self.values[-1] - self.values[0])
        n = min(range(len(self.values)), key=lambda i: abs(self.values[i] - value))
        text = tr(
            "{value} {unit}: {repairs} repairs, {yen} yen a year (example prices)",
            value=f"{self.values[n]:.10g}", unit=self.unit, repairs=number(self.repairs[n], 1),
            yen=number(self.yen[n]),
        )  # fmt: skip
        QToolTip.showText(self.mapToGlobal(event.pos()), text, self)

    # -- drawing ---------------------------------------------------------------------------------------------

    def _box(self) -> QRectF:
        letter = self.fontMetrics()
        left = letter.horizontalAdvance(f"{number(_top(self.repairs))}") + 12
        return QRectF(self.rect()).adjusted(left, letter.height() + 6, -12, -letter.height() - 8)

    def _point(self, box: QRectF, value: float, repairs: float) -> QPointF:
        span = (self.values[-1] - self.values[0]) or 1
        return QPointF(
            box.left() + box.width() * (value - self.values[0]) / span,
            box.bottom() - box.height() * repairs / _top(self.repairs),
        )

    def _axes(self, painter: QPainter, box: QRectF) -> None:
        height = painter.fontMetrics().height()
        top = _top(self.repairs)
        for n in range(5):
            y = box.bottom() - box.height() * n / 4
            painter.setPen(GRID)
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
            if n % 2 == 0:
                painter.setPen(INK)
                text = number(top * n / 4, 0 if top >= 8 else 1)
                painter.drawText(
                    QRectF(0, y - height / 2, box.left() - 5, height), Qt.AlignmentFlag.AlignRight, text
                )
        painter.setPen(INK)
        painter.drawText(
            QRectF(2, 1, self.width() - 4, height), Qt.AlignmentFlag.AlignLeft, tr("repairs a year")
        )
        step = max(1, math.ceil(len(self.values) * 34 / max(box.width(), 1)))
        for n, value in enumerate(self.values):
            if n % step == 0:
                x = self._point(box, value, 0).x()
                painter.drawLine(QPointF(x, box.bottom()), QPointF(x, box.bottom() + 3))
                painter.drawText(
                    QRectF(x - 24, box.bottom() + 3, 48, height),
                    Qt.AlignmentFlag.AlignHCenter,
                    f"{value:.10g}",
                )
        painter.drawText(
            QRectF(box.left(), 1, box.width() + 10, height), Qt.AlignmentFlag.AlignRight, self.unit
        )

    def _marker(self, painter, box, value, ink, style, word) -> None:
        if not self.values[0] <= value <= self.values[-1]:
            return
        repairs = self.at_value(value)[0]
        at = self._point(box, value, repairs)
        painter.setPen(QPen(ink, 1.4, style))
        painter.drawLine(QPointF(at.x(), box.top()), QPointF(at.x(), box.bottom()))
        painter.setPen(QPen(QColor("#ffffff"), 1))
        painter.setBrush(ink)
        painter.drawEllipse(at, 4.5, 4.5)
        painter.setPen(ink)
        text = f"{word} {value:.10g}"
        width = painter.fontMetrics().horizontalAdvance(text)
        left = min(max(at.x() + 4, 0), self.width() - width - 2)
        row = box.top() if word == tr("now") else box.top() + painter.fontMetrics().height()
        painter.drawText(QPointF(left, row + painter.fontMetrics().ascent()), text)


def _top(values) -> float:
    """A round number above the greatest."""
    most = max([*values, 0.5])
    unit = 10 ** math.floor(math.log10(most))
    return next(unit * n for n in (1, 1.5, 2, 3, 4, 5, 6, 8, 10) if unit * n >= most * 1.02 or n == 10)
