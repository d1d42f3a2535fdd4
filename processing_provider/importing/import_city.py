"""``gunmane:importcity``: one city's files into the store."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterFile

from ...i18n import tr
from .common import ImportAlgorithm


class ImportCity(ImportAlgorithm):
    ID = "importcity"
    ICON = "icons/import-city.svg"

    def title(self):
        return tr("Import one city")

    def keywords(self):
        return ["取込", "台帳", "import", "ledger", "csv", "xlsx", "shp"]

    def declare(self):
        self.add(
            QgsProcessingParameterFile(
                "PROFILE", tr("City profile"), fileFilter=tr("Profiles (*.toml);;All files (*)")
            ),
            tr("The TOML file that says how the city keeps its ledgers, or the name or code of a shipped one"
               " (e.g. moriya, 082244)."),
        )  # fmt: skip
        self.add(
            QgsProcessingParameterFile(
                "FOLDER", tr("Folder of the city's files"), QgsProcessingParameterFile.Behavior.Folder
            ),
            tr("Sub-folders are searched too; the profile says which file is which ledger."),
        )
        self.declare_import()

    def jobs(self, parameters, context, feedback):
        from ...layers.profile import load_profile, resolve_profile

        profile = load_profile(resolve_profile(self.parameterAsString(parameters, "PROFILE", context)))
        folder = self.parameterAsFile(parameters, "FOLDER", context)
        self.check_folder(folder)
        return [(profile, folder)]
