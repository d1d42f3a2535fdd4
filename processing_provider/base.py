"""What all algorithms share: names, help, icon, dependencies, errors for people, progress, common parameters."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
)
from qgis.PyQt.QtCore import QStandardPaths
from qgis.PyQt.QtGui import QIcon
from qgis.utils import iface

from .. import dependencies
from ..i18n import language, tr
from ..layers.errors import GunmaneError

HERE = Path(__file__).parent
ICONS = HERE.parent / "styles"
LANGUAGES = ("ja", "en")


class GunmaneAlgorithm(QgsProcessingAlgorithm):
    """Base of every algorithm.

    A subclass sets ``ID``, ``ICON`` and ``NEEDS``, gives ``title``, ``group_title``, ``keywords`` and ``declare``
    (its parameters) and does its work in ``work``. ``work`` may raise GunmaneError: the user sees its text.
    """

    ID = ""
    ICON = "icon.svg"
    NEEDS: tuple[str, ...] = ()
    GROUP_ID = ""

    def title(self) -> str:
        raise NotImplementedError

    def group_title(self) -> str:
        raise NotImplementedError

    def keywords(self) -> list[str]:
        return []

    def declare(self) -> None:
        raise NotImplementedError

    def work(self, parameters, context, feedback) -> dict:
        raise NotImplementedError

    # -- Processing's side -------------------------------------------------------------------------------

    def createInstance(self):
        return type(self)()

    def name(self):
        return self.ID

    def displayName(self):
        return self.title()

    def group(self):
        return self.group_title()

    def groupId(self):
        return self.GROUP_ID

    def tags(self):
        return ["群マネ", "道路", "gunmane", "road maintenance", *self.keywords()]

    def icon(self):
        return QIcon(str(ICONS / self.ICON))

    def shortHelpString(self):
        for code in (language(), "en"):
            path = HERE / "help" / f"{self.ID}_{code}.html"
            if path.exists():
                return path.read_text(encoding="utf-8")
        return ""

    def canExecute(self):
        lacking = dependencies.missing(self.NEEDS)
        return (False, dependencies.explain(lacking)) if lacking else (True, "")

    def initAlgorithm(self, configuration=None):
        self.declare()

    def processAlgorithm(self, parameters, context, feedback):
        dependencies.keep_thread_state()
        lacking = dependencies.missing(self.NEEDS)
        if lacking:
            raise QgsProcessingException(dependencies.explain(lacking))
        try:
            return self.work(parameters, context, feedback)
        except GunmaneError as error:
            raise QgsProcessingException(str(error)) from error

    # -- parameters ----------------------------------------------------------------------------------------

    def add(self, parameter, help_text: str, advanced: bool = False):
        """Declare a parameter with its hint; ``advanced`` ones stand in the folded part of the dialog."""
        parameter.setHelp(help_text)
        if advanced:
            flags = parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced
            parameter.setFlags(flags)
        self.addParameter(parameter)

    def add_store_to_write(self) -> None:
        self.add(
            QgsProcessingParameterFileDestination(
                "STORE", tr("Unified store"), tr("GeoPackage (*.gpkg)"), defaultValue=usual_store()
            ),
            tr("The GeoPackage that holds all cities. It is made where there is none; an existing one is"
               " brought up to date, never replaced."),
        )  # fmt: skip

    def add_store_to_read(self) -> None:
        parameter = QgsProcessingParameterFile(
            "STORE", tr("Unified store"), extension="gpkg", defaultValue=usual_store(existing=True)
        )
        self.add(parameter, tr("The GeoPackage that an import has made."))

    def add_language(self) -> None:
        default = LANGUAGES.index(_setting("report_language") or "ja")
        self.add(
            QgsProcessingParameterEnum(
                "LANGUAGE",
                tr("Language of the result"),
                [tr("Japanese"), tr("English")],
                defaultValue=default,
            ),
            tr("The language of the report or map, whatever the language of QGIS is."),
            advanced=True,
        )

    def add_numbers(self, **titles: str) -> None:
        for name, title in titles.items():
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def chosen_language(self, parameters, context) -> str:
        return LANGUAGES[self.parameterAsEnum(parameters, "LANGUAGE", context)]


def usual_store(existing: bool = False) -> str | None:
    """The store that dialogs offer: the one of the settings, else one in the user's documents.

    Never a temporary file: it would be gone with the session. Batch runs have to name theirs.
    """
    chosen = _setting("store")
    if chosen or iface is None:
        return chosen
    path = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    path = path / "gunmane" / "gunmane.gpkg"
    return str(path) if path.exists() or not existing else None


def _setting(name: str):
    """A plugin setting as a parameter's default; None where it is not set."""
    from ..ui import settings

    return settings.value(name) or None
