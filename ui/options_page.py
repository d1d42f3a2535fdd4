"""The plugin's page in QGIS's options."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem
from qgis.gui import (
    QgsFileWidget,
    QgsOptionsPageWidget,
    QgsOptionsWidgetFactory,
    QgsProjectionSelectionWidget,
)
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout

from ..i18n import tr
from . import settings

ICON = Path(__file__).parent.parent / "styles" / "icon.svg"


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page when the options dialog opens."""

    def __init__(self):
        super().__init__(tr("Gunmane Roads"), QIcon(str(ICON)), "gunmane")

    def createWidget(self, parent=None):
        return OptionsPage(parent)


class OptionsPage(QgsOptionsPageWidget):
    """One row a setting."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setObjectName("gunmaneOptions")
        self.store = QgsFileWidget()
        self.store.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.store.setConfirmOverwrite(False)
        self.store.setFilter(tr("GeoPackage (*.gpkg)"))
        self.profiles = QgsFileWidget()
        self.profiles.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.report_language = QComboBox()
        self.report_language.addItem("日本語", "ja")
        self.report_language.addItem("English", "en")
        self.department = QLineEdit()
        self.department.setPlaceholderText(tr("e.g. Road Management Division"))
        self.user_name = QLineEdit()
        self.user_name.setPlaceholderText(tr("Empty: the computer's user name"))
        self.store_crs = QgsProjectionSelectionWidget()

        form = QFormLayout()
        form.addRow(tr("Unified store (offered first)"), self.store)
        form.addRow(tr("Folder of your own city profiles"), self.profiles)
        form.addRow(tr("Language of the import report"), self.report_language)
        form.addRow(tr("Department shown on printed maps"), self.department)
        form.addRow(tr("Your name, kept with every decision"), self.user_name)
        form.addRow(tr("CRS of a new store"), self.store_crs)
        note = QLabel(tr("A store that exists keeps the CRS that it was made with."))
        note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(note)
        layout.addStretch(1)
        self._show()

    def apply(self):
        """Called by QGIS when the options dialog is accepted."""
        settings.set_value("store", self.store.filePath())
        settings.set_value("profiles", self.profiles.filePath())
        settings.set_value("report_language", self.report_language.currentData())
        settings.set_value("department", self.department.text().strip())
        settings.set_value("user_name", self.user_name.text().strip())
        crs = self.store_crs.crs()
        settings.set_value("store_crs", crs.authid() if crs.isValid() else settings.DEFAULTS["store_crs"])

    def _show(self):
        self.store.setFilePath(settings.value("store"))
        self.profiles.setFilePath(settings.value("profiles"))
        self.report_language.setCurrentIndex(self.report_language.findData(settings.value("report_language")))
        self.department.setText(settings.value("department"))
        self.user_name.setText(settings.value("user_name"))
        self.store_crs.setCrs(QgsCoordinateReferenceSystem(settings.value("store_crs")))
