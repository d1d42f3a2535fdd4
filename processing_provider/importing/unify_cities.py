"""``gunmane:unifycities``: a folder with one sub-folder a city into one store."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingParameterFile

from ...i18n import tr
from ..base import _setting
from .common import ImportAlgorithm


class UnifyCities(ImportAlgorithm):
    ID = "unifycities"
    ICON = "icons/unify-cities.svg"

    def title(self):
        return tr("Unify several cities")

    def keywords(self):
        return ["統合", "一元化", "取込", "unify", "import"]

    def declare(self):
        self.add(
            QgsProcessingParameterFile(
                "FOLDER",
                tr("Folder with a sub-folder for each city"),
                QgsProcessingParameterFile.Behavior.Folder,
            ),
            tr("Each sub-folder is named by the city's code or as the city's profile says."),
        )
        self.add(
            QgsProcessingParameterFile(
                "PROFILES",
                tr("Folder of profiles"),
                QgsProcessingParameterFile.Behavior.Folder,
                optional=True,
                defaultValue=_setting("profiles"),
            ),
            tr("One TOML file a city. Empty: the profiles that the plugin ships."),
        )
        self.declare_import()

    def jobs(self, parameters, context, feedback):
        from ...layers.errors import GunmaneError
        from ...layers.profile import load_profiles

        folder = self.parameterAsFile(parameters, "FOLDER", context)
        self.check_folder(folder)
        profiles = load_profiles(self.parameterAsFile(parameters, "PROFILES", context) or None)
        jobs, left = [], []
        for path in sorted(p for p in Path(folder).iterdir() if p.is_dir() and not p.name.startswith(".")):
            found = [profile for profile in profiles if profile.matches_folder(path.name)]
            if found:
                jobs.append((found[0], path))
            else:
                left.append(path.name)
        if left:
            feedback.pushWarning(
                tr("No profile is for these sub-folders; they were left out: {names}", names=", ".join(left))
            )
        without = [p.name_ja for p in profiles if all(p is not job[0] for job in jobs)]
        if without and jobs:
            feedback.pushInfo(tr("These profiles have no sub-folder here: {names}", names=", ".join(without)))
        if not jobs:
            raise GunmaneError(
                tr("No sub-folder of {folder} belongs to a profile.", folder=folder),
                code="E-NOFILE",
                remedy=tr(
                    "Name the sub-folders by city code or as the profiles say: {names}.",
                    names=", ".join(p.city_code for p in profiles),
                ),
            )
        return sorted(jobs, key=lambda job: job[0].city_code)
