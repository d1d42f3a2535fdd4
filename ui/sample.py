"""Open the sample: the shipped four cities imported into a folder that the user picks, then their map."""

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
from qgis.PyQt.QtCore import QObject, QStandardPaths, QUrl
from qgis.PyQt.QtWidgets import QFileDialog
from qgis.utils import iface

from ..i18n import tr

SAMPLES = Path(__file__).parent.parent / "samples"
FOLDER_NAME = "gunmane-sample"  # a folder of its own, so that the sample never lands in a real store


def sample_files(folder: Path) -> dict[str, Path]:
    """Where the sample's store, report and project go, under the folder that the user picked."""
    own = folder if folder.name == FOLDER_NAME else folder / FOLDER_NAME
    return {
        "folder": own,
        "store": own / "gunmane.gpkg",
        "report": own / "import_report.html",
        "project": own / "gunmane.qgz",
    }


class SampleRun(QObject):
    """One run: import in the background, then the map. Keep a reference until it is done."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.task = None
        self.files: dict[str, Path] = {}

    def ask_and_start(self) -> bool:
        """Ask for the folder; False where the user cancelled or the sample is not there."""
        if self.task is not None:
            _say(tr("The sample is still being imported."), Qgis.MessageLevel.Info)
            return False
        if not SAMPLES.is_dir():
            _say(tr("This copy of the plugin has no sample in it."), Qgis.MessageLevel.Warning)
            return False
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = QFileDialog.getExistingDirectory(
            iface.mainWindow(), tr("Choose a folder for the sample's files"), documents
        )
        return bool(folder) and self.start(Path(folder))

    def start(self, folder: Path) -> bool:
        """Import into ``folder`` in the background; False where it could not begin (the user was told)."""
        self.files = sample_files(folder)
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("gunmane:unifycities")
        can, why = algorithm.canExecute()
        if not can:
            _say(why, Qgis.MessageLevel.Critical)
            return False
        try:
            self.files["folder"].mkdir(parents=True, exist_ok=True)
        except OSError as error:
            _say(
                tr("Cannot write to {folder}: {error}", folder=folder, error=error),
                Qgis.MessageLevel.Critical,
            )
            return False
        parameters = {
            "FOLDER": str(SAMPLES),
            "STORE": str(self.files["store"]),
            "REPORT": str(self.files["report"]),
        }
        self.context = QgsProcessingContext()
        self.context.setProject(QgsProject.instance())
        self.feedback = QgsProcessingFeedback()
        self.task = QgsProcessingAlgRunnerTask(algorithm, parameters, self.context, self.feedback)
        self.task.executed.connect(self._imported)
        QgsApplication.taskManager().addTask(self.task)
        _say(tr("Importing the sample; the map opens by itself in about a minute."), Qgis.MessageLevel.Info)
        return True

    def cancel(self):
        """Stop a run that is under way (the plugin is being unloaded)."""
        if self.task is not None:
            self.task.executed.disconnect(self._imported)
            self.task.cancel()
            self.task = None

    def _imported(self, successful: bool, results: dict):
        self.task = None
        if not successful:
            last = self.feedback.textLog().strip().splitlines()[-3:]
            _say(
                tr("The sample could not be imported: {why}", why=" ".join(last)), Qgis.MessageLevel.Critical
            )
            return
        if open_map(self.files["store"], self.files["project"]):
            link = QUrl.fromLocalFile(str(self.files["report"])).toString()
            _say(
                tr(
                    "Rows read {read}, kept {kept}, set aside {aside}. <a href='{link}'>Where the report is</a>",
                    read=results["READ"],
                    kept=results["KEPT"],
                    aside=results["SET_ASIDE"],
                    link=link,
                ),
                Qgis.MessageLevel.Success,
            )


def open_map(store: Path, project: Path) -> bool:
    """Make the project of a store and open it. QGIS asks first where there are unsaved changes."""
    from qgis import processing

    try:
        # OPEN is ours: the algorithm opens its map later, and two openings must not meet.
        parameters = {"STORE": str(store), "PROJECT": str(project), "OPEN": False}
        made = processing.run("gunmane:loadunifiedmap", parameters)["PROJECT"]
    except Exception as error:  # whatever it was, the user must hear of it
        _say(tr("The map could not be made: {why}", why=error), Qgis.MessageLevel.Critical)
        return False
    return bool(iface.addProject(str(made)))


def _say(text: str, level):
    seconds = 8 if level == Qgis.MessageLevel.Info else 0  # 0: until the user has seen it
    iface.messageBar().pushMessage(tr("Gunmane Roads"), text, level=level, duration=seconds)
