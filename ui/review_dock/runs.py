"""The algorithms that the dock opens or runs: the import again, the search for duplicates."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QMenu, QToolButton

from ...i18n import tr
from .. import settings

IMPORT, CHECK = "gunmane:importcity", "gunmane:checkdata"
REVIEW = "REVIEW"  # checkdata's parameter that adds suspected duplicates to the store


class Runs(QObject):
    """``told(text, level)`` for the bar; ``finished`` when a run may have changed the store."""

    told = pyqtSignal(str, object)
    finished = pyqtSignal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self.task = None
        self._kept = None

    # --- the import again ---------------------------------------------------------------------------------

    def offer(self, button: QToolButton, cities: list[str], names: dict[str, str], path: Path | None) -> None:
        """Make the button import the one city, or offer a menu of several."""
        old = button.menu()
        button.setMenu(None)
        if old is not None:
            old.deleteLater()
        button.setProperty("city", cities[0] if len(cities) == 1 else "")
        if len(cities) < 2:
            button.setPopupMode(QToolButton.ToolButtonPopupMode.DelayedPopup)
            return
        menu = QMenu(button)
        for code in cities:
            action = menu.addAction(names.get(code, code))
            action.triggered.connect(lambda _on=False, c=code: self.import_again(c, path))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def import_again(self, city: str, path: Path | None) -> None:
        """QGIS's dialog of the import with the profile and the folder of the city's last import."""
        from qgis import processing

        last = remembered(city)
        if not last:
            self.told.emit(
                tr(
                    "Which profile and folder this city was imported with is not known here; choose them once."
                ),
                Qgis.MessageLevel.Info,
            )
        given = {
            "PROFILE": last.get("profile"),
            "FOLDER": last.get("folder"),
            "STORE": str(path) if path else None,
        }
        processing.execAlgorithmDialog(IMPORT, {name: text for name, text in given.items() if text})
        self.finished.emit()

    # --- duplicates ---------------------------------------------------------------------------------------

    def search_duplicates(self, path: Path) -> None:
        """Run the check of the store in the background and let it add its suspects; else open its dialog."""
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(CHECK)
        if algorithm is None:
            self.told.emit(tr("The check of the data is not there."), Qgis.MessageLevel.Warning)
            return
        if algorithm.parameterDefinition(REVIEW) is None:
            from qgis import processing

            processing.execAlgorithmDialog(CHECK, {"STORE": str(path)})
            self.finished.emit()
            return
        if self.task is not None:
            self.told.emit(tr("The search is still running."), Qgis.MessageLevel.Info)
            return
        can, why = algorithm.canExecute()
        if not can:
            self.told.emit(why, Qgis.MessageLevel.Critical)
            return
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        feedback = QgsProcessingFeedback()
        self.task = QgsProcessingAlgRunnerTask(
            algorithm, {"STORE": str(path), REVIEW: True}, context, feedback
        )
        self._kept = (algorithm, context, feedback)  # the task does not keep them alive
        self.task.executed.connect(self._searched)
        self.told.emit(tr("Searching for duplicates…"), Qgis.MessageLevel.Info)
        QgsApplication.taskManager().addTask(self.task)

    def cancel(self) -> None:
        """The plugin is being unloaded."""
        if self.task is not None:
            self.task.executed.disconnect(self._searched)
            self.task.cancel()
            self.task = None

    def _searched(self, good: bool, results: dict) -> None:
        log = self._kept[2].textLog().strip().splitlines()
        self.task = None
        if not good:
            self.told.emit(tr("The search failed: {why}", why=" ".join(log[-2:])), Qgis.MessageLevel.Critical)
            return
        added = next((results[name] for name in ("SUSPECTS", "ADDED", "REVIEWS") if name in results), None)
        self.told.emit(
            tr("The search is done.")
            if added is None
            else tr("The search is done: {number} new items.", number=added),
            Qgis.MessageLevel.Success,
        )
        self.finished.emit()


def remembered(city: str) -> dict:
    """{"profile", "folder"} of the city's last import in Desktop, or {}."""
    return settings.imports().get(city, {})
