"""Menu, toolbar, options page and algorithms: what QGIS sees. No logic here."""

from __future__ import annotations

from pathlib import Path

from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTimer, QTranslator
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QMenu, QPushButton
from qgis.utils import iface

from .dependencies import use_bundled
from .i18n import language, tr

ROOT = Path(__file__).parent
HINT_AFTER_MS = 1500  # after QGIS's own messages of its start, which would cover the hint


class GunmanePlugin:
    """Made by ``classFactory``. ``qgis_process`` calls only ``initProcessing``; Desktop calls ``initGui``."""

    def __init__(self):
        use_bundled()
        self.provider = None
        self.translator = None
        self.menu = None
        self.toolbar = None
        self.options = None
        self.windows = None
        self.hint = None
        self.timer = None
        self.actions: list[QAction] = []

    def initProcessing(self):
        """Register the algorithms (in a Desktop and without one)."""
        from .processing_provider.provider import GunmaneProvider

        self.provider = GunmaneProvider()
        if not QgsApplication.processingRegistry().addProvider(self.provider):
            self.provider = None

    def initGui(self):
        """Add everything that a person sees."""
        self._translate()
        self.initProcessing()
        if iface is None:
            return
        from .ui.options_page import OptionsFactory
        from .ui.windows import Windows

        self.windows = Windows()
        self.menu = QMenu(tr("Gunmane Roads"), iface.mainWindow().menuBar())
        self.menu.setObjectName("gunmaneMenu")
        self.toolbar = iface.addToolBar(tr("Gunmane Roads"))
        self.toolbar.setObjectName("gunmaneToolbar")
        self._add("open_sample", "icon.svg", tr("Open the sample"), self.open_sample)
        self.menu.addSeparator()
        self._add(
            "import_city", "icons/import-city.svg", tr("Import one city’s data…"), self._dialog("importcity")
        )
        self._add(
            "mapping_wizard",
            "icons/mapping-wizard.svg",
            tr("Bring in a new city’s data…"),
            self.windows.show_wizard,
        )
        self._add(
            "unify_cities",
            "icons/unify-cities.svg",
            tr("Import several cities together…"),
            self._dialog("unifycities"),
        )
        self._add("undo_import", None, tr("Undo the last import…"), self._dialog("undoimport"))
        self._add("load_map", "icons/load-map.svg", tr("Open the map…"), self._dialog("loadunifiedmap"))
        review = self._add(
            "review", "icons/review.svg", tr("Waiting for a person"), lambda: self.windows.show_review(review)
        )
        review.setCheckable(True)
        self._add(
            "standards",
            "icons/standards-editor.svg",
            tr("Maintenance standards…"),
            self.windows.show_standards,
        )
        self.menu.addSeparator()
        self._add("options", None, tr("Settings…"), self.show_options)
        self._add("help", "icons/help.svg", tr("Help"), self.windows.show_help)
        bar = iface.mainWindow().menuBar()
        bar.insertMenu(_help_menu(bar), self.menu)
        self.options = OptionsFactory()
        iface.registerOptionsWidgetFactory(self.options)
        self.timer = QTimer()
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self._hint_once)
        self.timer.start(HINT_AFTER_MS)

    def unload(self):
        """Take back everything that was added."""
        if self.timer is not None:
            self.timer.stop()
        if self.windows is not None:
            self.windows.close_down()
        if self.hint is not None:
            iface.messageBar().popWidget(self.hint)
        if self.options is not None:
            iface.unregisterOptionsWidgetFactory(self.options)
        if self.menu is not None:
            iface.mainWindow().menuBar().removeAction(self.menu.menuAction())
            self.menu.deleteLater()
        if self.toolbar is not None:
            iface.mainWindow().removeToolBar(self.toolbar)
            self.toolbar.deleteLater()
        for action in self.actions:
            action.deleteLater()
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
        if self.translator is not None:
            QCoreApplication.removeTranslator(self.translator)
        self.__init__()

    def open_sample(self):
        """Import the shipped sample into a folder and open its map."""
        self._drop_hint()
        self.windows.open_sample()

    def show_options(self):
        """The plugin's page of QGIS's options."""
        iface.showOptionsDialog(iface.mainWindow(), "gunmaneOptions")

    def _dialog(self, algorithm: str):
        def show():
            from qgis import processing

            from .ui import settings

            store = settings.value("store")
            processing.execAlgorithmDialog(f"gunmane:{algorithm}", {"STORE": store} if store else {})

        return show

    def _add(self, name: str, icon: str | None, text: str, slot):
        action = QAction(QIcon(str(ROOT / "styles" / icon)) if icon else QIcon(), text, iface.mainWindow())
        action.setObjectName(f"gunmane_{name}")
        action.triggered.connect(lambda _checked=False: slot())
        self.menu.addAction(action)
        if icon:
            self.toolbar.addAction(action)
        self.actions.append(action)
        return action

    def _translate(self):
        compiled = ROOT / "i18n" / f"gunmane_{language()}.qm"
        if compiled.exists():
            self.translator = QTranslator()
            if self.translator.load(str(compiled)):
                QCoreApplication.installTranslator(self.translator)

    def _hint_once(self):
        from .ui import settings

        if settings.value("hint_shown"):
            return
        settings.set_value("hint_shown", True)
        bar = iface.messageBar()
        self.hint = bar.createMessage(
            tr("Gunmane Roads"),
            tr("The plugin is ready. Begin with the sample of four cities, or with your own data."),
        )
        button = QPushButton(tr("Open the sample"), self.hint)
        button.clicked.connect(lambda _checked=False: self.open_sample())
        self.hint.layout().addWidget(button)
        self.hint.destroyed.connect(self._forget_hint)
        bar.pushWidget(self.hint, Qgis.MessageLevel.Info)

    def _drop_hint(self):
        if self.hint is not None:
            iface.messageBar().popWidget(self.hint)

    def _forget_hint(self):
        self.hint = None


def _help_menu(bar):
    """The action before which the plugin's menu goes: QGIS's help menu, or None for the end."""
    for action in bar.actions():
        if action.menu() is not None and action.menu().objectName() == "mHelpMenu":
            return action
    return None
