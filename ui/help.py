"""The user guide in a window of its own: local files, no network."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QTextDocument
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout

from ..i18n import language, tr

DOCS = Path(__file__).parent.parent / "docs"


def guide_path(code: str | None = None) -> Path:
    """The user guide in the language, or the English one where there is none."""
    path = DOCS / f"user-guide.{code or language()}.md"
    return path if path.exists() else DOCS / "user-guide.en.md"


class HelpWindow(QDialog):
    """Shows a page of ``docs/``; links to other pages stay in the window, web links go to the browser."""

    def __init__(self, path: Path, parent=None):
        super().__init__(parent)
        self.setObjectName("gunmaneHelp")
        self.setWindowTitle(tr("Gunmane Roads: help"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(820, 720)
        self.browser = QTextBrowser(self)
        self.browser.setOpenLinks(False)
        self.browser.anchorClicked.connect(self._follow)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("Close"))
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(self.browser)
        layout.addWidget(buttons)
        self._open(QUrl.fromLocalFile(str(path)))

    def _follow(self, url: QUrl):
        target = self.browser.source().resolved(url)
        if target.isLocalFile() and target.toLocalFile().endswith(".md"):
            self._open(target)
        else:
            QDesktopServices.openUrl(target)

    def _open(self, url: QUrl):
        self.browser.setSource(url, QTextDocument.ResourceType.MarkdownResource)
