"""The plugin's own windows and docks: each made when it is first asked for, one at a time, all closed at unload."""

from __future__ import annotations

from qgis.core import Qgis
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QMainWindow
from qgis.utils import iface

from ..dependencies import explain, missing
from ..i18n import tr

STANDARDS_NEEDS = ("numpy", "pandas", "openpyxl")
WIZARD_NEEDS = ("numpy", "pandas", "shapely", "pyproj", "scipy", "openpyxl", "jinja2")


class Windows:
    """What stands open; an attribute is None where it does not."""

    def __init__(self):
        self.sample = None
        self.help = None
        self.review = None
        self.wizard = None
        self.standards = None

    def open_sample(self) -> None:
        """Import the shipped sample into a folder and open its map."""
        from .sample import SampleRun

        if self.sample is None:
            self.sample = SampleRun()
        self.sample.ask_and_start()

    def show_help(self) -> None:
        """The user guide, from the plugin's own folder."""
        from .help import HelpWindow, guide_path

        self.help = HelpWindow(guide_path(), iface.mainWindow())
        self.help.destroyed.connect(lambda: self._forget("help"))
        self.help.show()

    def show_wizard(self) -> None:
        """The mapping wizard, in front where it is open already."""
        if not _complete(WIZARD_NEEDS):
            return
        from .wizard import open_wizard

        if self.wizard is None:
            self.wizard = open_wizard(iface.mainWindow())
            self.wizard.finished.connect(lambda _result: self._forget("wizard"))
        _to_front(self.wizard)

    def show_standards(self) -> None:
        """The editor of the standards, in front where it is open already."""
        if not _complete(STANDARDS_NEEDS):
            return
        from .standards_editor import open_editor

        if self.standards is None:
            self.standards = open_editor(iface.mainWindow())
            self.standards.destroyed.connect(lambda: self._forget("standards"))
        _to_front(self.standards)

    def show_review(self, action) -> None:
        """The dock with what waits for a person; ``action`` shows and hides it from then on."""
        if self.review is not None:
            return
        from .review_dock.dock import ReviewDock

        self.review = ReviewDock(iface.mapCanvas(), iface.mainWindow())
        iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.review)
        if isinstance(iface.mainWindow(), QMainWindow):  # where it stood when QGIS was closed
            iface.mainWindow().restoreDockWidget(self.review)
        self.review.setToggleVisibilityAction(action)
        self.review.setUserVisible(True)

    def close_down(self) -> None:
        """Close everything and forget it."""
        if self.sample is not None:
            self.sample.cancel()
        if self.help is not None:
            self.help.close()
        for window in (self.wizard, self.standards, self.review):
            if window is not None:
                window.close_down()
                if window is self.review:
                    iface.removeDockWidget(window)
                window.deleteLater()
        self.__init__()

    def _forget(self, name: str) -> None:
        setattr(self, name, None)


def _complete(packages) -> bool:
    """Whether the packages are there; says what is missing where they are not."""
    lacking = missing(packages)
    if lacking:
        iface.messageBar().pushMessage(tr("Gunmane Roads"), explain(lacking), Qgis.MessageLevel.Critical)
    return not lacking


def _to_front(window) -> None:
    window.raise_()
    window.activateWindow()
