"""What the editor asks and says; apart, so that tests can answer in a person's place."""

from __future__ import annotations

import getpass
from pathlib import Path

from qgis.core import Qgis
from qgis.gui import QgsApplicationExitBlockerInterface
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog, QFileDialog, QMessageBox
from qgis.utils import iface

from ...i18n import tr
from .. import settings
from .document import Draft
from .frame import Frame
from .versions import VersionDialog

_BUTTON = QMessageBox.StandardButton


class _Blocker(QgsApplicationExitBlockerInterface):
    """QGIS asks before it closes, as it does for layers that are being edited."""

    def __init__(self, may_close):
        super().__init__()
        self._may_close = may_close

    def allowExit(self):
        return self._may_close()


class Asking(Frame):
    """The window with its questions. ``path``: the store that is open, or None."""

    path: Path | None = None
    _blocker: _Blocker | None = None

    def hold(self) -> None:
        """From now on QGIS does not close over what is not saved."""
        if hasattr(iface, "registerApplicationExitBlocker"):  # there is none without a Desktop
            self._blocker = _Blocker(self.may_close)
            iface.registerApplicationExitBlocker(self._blocker)

    def release(self) -> None:
        if self._blocker is not None:
            iface.unregisterApplicationExitBlocker(self._blocker)
            self._blocker = None

    def may_close(self) -> bool:
        raise NotImplementedError

    def run(self, dialog: QDialog) -> bool:
        return dialog.exec() == QDialog.DialogCode.Accepted

    def ask_version(self, place: tuple, note: str = "", editing: Draft | None = None) -> Draft | None:
        dialog = VersionDialog(
            self.book,
            place,
            self._who(),
            self,
            editing=editing,
            note=note,
            may_correct=self._correctable(place),
        )
        return dialog.draft() if self.run(dialog) else None

    def ask(self, text: str) -> bool:
        return QMessageBox.question(self, self.windowTitle(), text) == _BUTTON.Yes

    def ask_unsaved(self):
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(tr("Changes of the standards are not saved."))
        box.setStandardButtons(_BUTTON.Save | _BUTTON.Discard | _BUTTON.Cancel)
        for button, text in ((_BUTTON.Save, tr("Save")), (_BUTTON.Discard, tr("Do not save")),
                             (_BUTTON.Cancel, tr("Cancel"))):  # fmt: skip
            box.button(button).setText(text)
        return box.exec()

    def ask_path(self, writing: bool) -> str:
        ask = QFileDialog.getSaveFileName if writing else QFileDialog.getOpenFileName
        folder = str(self.path.parent) if self.path else ""
        return ask(self, self.windowTitle(), folder, tr("Workbooks (*.xlsx)"))[0]

    def ask_store(self) -> str:
        folder = str(self.path.parent) if self.path else ""
        return QFileDialog.getOpenFileName(self, tr("Unified store"), folder, tr("Store (*.gpkg)"))[0]

    def tell(self, text: str) -> None:
        """Longer than a line: cells of a workbook that cannot be read."""
        box = QMessageBox(QMessageBox.Icon.Warning, tr("Gunmane Roads"), text, _BUTTON.Ok, self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.exec()

    def say(self, text: str, level=Qgis.MessageLevel.Info) -> None:
        self.bar.clearWidgets()
        self.bar.pushMessage(text.replace("\n", " "), level, 0 if level == Qgis.MessageLevel.Critical else 12)

    def _choose_where(self) -> bool:
        path = QFileDialog.getSaveFileName(self, tr("Unified store"), "", tr("Store (*.gpkg)"),
                                           options=QFileDialog.Option.DontConfirmOverwrite)[0]  # fmt: skip
        self.path = Path(path) if path else None
        return bool(path)

    def _who(self) -> str:
        try:
            return settings.value("user_name") or getpass.getuser()
        except (OSError, KeyError):  # no name in the environment
            return ""

    def _correctable(self, place: tuple) -> str | None:
        """The stored version that is shown of a place."""
        document = self.book.document
        own = {key for key in document.in_force(self.book.day, self.book.chosen) if key[2:] == place}
        found = {key[1] for key in own if key in document.base and key not in document.borrowed}
        chosen = self.book.chosen.get(place)
        return chosen if chosen in found else max(found, default=None)
