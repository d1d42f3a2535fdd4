"""The dock's message bar: as high as its words need (QGIS's own shows one line, too little in a narrow dock)."""

from __future__ import annotations

from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton

from ...i18n import tr

INFO_MS = 8000
# Colours of styles/palette.toml under black words; the icon says the same without colour.
LOOKS = {
    Qgis.MessageLevel.Info: ("#bfe4ff", "mIconInfo"),
    Qgis.MessageLevel.Success: ("#77d9a8", "mIconSuccess"),
    Qgis.MessageLevel.Warning: ("#ffff80", "mIconWarning"),
    Qgis.MessageLevel.Critical: ("#ffcabf", "mIconCritical"),
}


class Notice(QFrame):
    """One message at a time; infos go by themselves, the others when they are closed or answered."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setObjectName("gunmaneReviewNotice")
        self.icon, self.words = QLabel(self), QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.close_button = QToolButton(self)
        self.close_button.setIcon(QgsApplication.getThemeIcon("/mIconClose.svg"))
        self.close_button.setAutoRaise(True)
        self.close_button.setToolTip(tr("Close"))
        self.close_button.setAccessibleName(tr("Close"))
        self.close_button.clicked.connect(lambda: self.clear())
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 3, 3, 3)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        self.hide()

    def push(self, text: str, level) -> None:
        colour, icon = LOOKS.get(level, LOOKS[Qgis.MessageLevel.Info])
        self.setStyleSheet(f"#gunmaneReviewNotice {{ background: {colour}; }} QLabel {{ color: #000000; }}")
        self.icon.setPixmap(QgsApplication.getThemeIcon(f"/{icon}.svg").pixmap(18, 18))
        self.words.setText(text)
        self.words.setAccessibleName(text)
        self.show()
        self._timer.stop()
        if level == Qgis.MessageLevel.Info:
            self._timer.start(INFO_MS)

    def clear(self) -> None:
        self._timer.stop()
        self.words.clear()
        self.hide()
