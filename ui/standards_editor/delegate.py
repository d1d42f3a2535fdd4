"""How a cell is drawn and edited: a corner for what is not saved, a frame for what is wrong, a list of responses."""

from __future__ import annotations

from qgis.PyQt.QtCore import QPoint, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QPen, QPolygon
from qgis.PyQt.QtWidgets import QCompleter, QLineEdit, QStyledItemDelegate

from ...analysis.standards import RESPONSES
from ...i18n import language
from ...schema import model
from .model import CHANGED, GROUP_START, KEY, TROUBLE

CHANGED_INK, TROUBLE_INK, GROUP_INK = QColor("#009e73"), QColor("#c0392b"), QColor("#8a94a0")
CORNER = 7


class CellDelegate(QStyledItemDelegate):
    def paint(self, painter, option, index):
        super().paint(painter, option, index)
        box = option.rect
        painter.save()
        if index.data(GROUP_START):
            painter.setPen(QPen(GROUP_INK, 1.4))
            painter.drawLine(box.topLeft(), box.topRight())
        if index.data(CHANGED):
            corner = box.topRight()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(CHANGED_INK)
            painter.drawPolygon(QPolygon([corner, corner - QPoint(CORNER, 0), corner + QPoint(0, CORNER)]))
        if index.data(TROUBLE):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(TROUBLE_INK, 1.6, Qt.PenStyle.DashLine))
            painter.drawRect(QRectF(box).adjusted(1, 1, -2, -2))
        painter.restore()

    def createEditor(self, parent, option, index):
        editor = QLineEdit(parent)
        editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        editor.setFrame(False)
        key = index.data(KEY)
        if key and key[2] in RESPONSES:
            codes = model().code_lists["RS"].codes.values()
            completer = QCompleter([f"{code.code} {code.label(language())}" for code in codes], editor)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.popup().setMinimumWidth(280)
            editor.setCompleter(completer)
        return editor

    def setEditorData(self, editor, index):
        editor.setText(index.data(Qt.ItemDataRole.EditRole) or "")
        editor.selectAll()

    def setModelData(self, editor, model, index):
        model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)
