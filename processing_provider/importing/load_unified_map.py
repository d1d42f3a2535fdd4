"""``gunmane:loadunifiedmap``: a store -> a QGIS project, opened where there is a Desktop."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    Qgis,
    QgsProcessingAlgorithm,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFileDestination,
    QgsProject,
)
from qgis.PyQt.QtCore import QTimer
from qgis.utils import iface

from ...i18n import tr
from ..base import GunmaneAlgorithm, usual_store


class LoadUnifiedMap(GunmaneAlgorithm):
    ID = "loadunifiedmap"
    ICON = "icons/load-map.svg"
    NEEDS = ("pyproj",)
    GROUP_ID = "data"

    def __init__(self):
        super().__init__()
        self.made: Path | None = None

    def title(self):
        return tr("Make the unified map")

    def group_title(self):
        return tr("1 Data: several cities, one map")

    def keywords(self):
        return ["地図", "プロジェクト", "map", "project", "layout"]

    def flags(self):
        # It builds layers and a print layout, which belong to the main thread.
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def declare(self):
        self.add_store_to_read()
        self.add(
            QgsProcessingParameterFileDestination(
                "PROJECT",
                tr("QGIS project"),
                tr("QGIS projects (*.qgz)"),
                defaultValue=_beside(usual_store()),
            ),
            tr("Written with relative paths: put it beside the store and both can be moved together."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "MAP", tr("Print of the whole area"), tr("PDF or picture (*.pdf *.png)"), optional=True,
                createByDefault=False,
            ),
            tr("The A3 sheet of the project, exported as PDF or PNG."),
            advanced=True,
        )  # fmt: skip
        self.add(
            QgsProcessingParameterBoolean("OPEN", tr("Open the map when it is made"), defaultValue=True),
            tr("In Desktop the project is opened. A project with unsaved changes is never replaced."),
        )
        self.add_language()

    def checkParameterValues(self, parameters, context):
        project = self.parameterAsFileOutput(parameters, "PROJECT", context)
        current = QgsProject.instance()
        if iface is not None and current.isDirty() and _same_file(current.fileName(), project):
            return False, tr(
                "The open project has unsaved changes and would be replaced: save it, or choose another file."
            )
        return super().checkParameterValues(parameters, context)

    def work(self, parameters, context, feedback):
        from ...documents.layout import export_map
        from ...documents.map_project import build_project
        from ...layers.store import open_store

        store = self.parameterAsFile(parameters, "STORE", context)
        open_store(store, readonly=True).close()  # says what is wrong with it, in words
        path = self.parameterAsFileOutput(parameters, "PROJECT", context)
        language = self.chosen_language(parameters, context)
        project = build_project(store, path, feedback=feedback, language=language)
        results = {"PROJECT": path}
        sheet = self.parameterAsFileOutput(parameters, "MAP", context)
        if sheet:
            results["MAP"] = export_map(project, sheet)
        del project
        self.made = Path(path) if self.parameterAsBool(parameters, "OPEN", context) else None
        return results

    def postProcessAlgorithm(self, context, feedback):
        if iface is None or self.made is None:
            return {}
        current = QgsProject.instance()
        if current.isDirty() and current.mapLayers():
            text = tr(
                "The map was saved as {path}. Save your present project, then open it.", path=str(self.made)
            )
            feedback.pushWarning(text)
            iface.messageBar().pushMessage(tr("Gunmane Roads"), text, Qgis.MessageLevel.Warning)
            return {}
        path = str(self.made)
        # After the dialog has finished with this algorithm: replacing the project under it is not safe.
        QTimer.singleShot(0, lambda: iface.addProject(path))
        return {}


def _beside(store: str | None) -> str | None:
    """The project that dialogs offer: beside the usual store, so that both can be moved together."""
    return str(Path(store).with_suffix(".qgz")) if store and iface is not None else None


def _same_file(first: str, second: str) -> bool:
    return bool(first and second) and Path(first).resolve() == Path(second).resolve()
