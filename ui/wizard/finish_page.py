"""Page 5: save the profile, import, open the map."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
)
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QStandardPaths, Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWizardPage,
)

from ...i18n import tr
from ...layers.errors import GunmaneError
from ...layers.profile import PROFILE_FOLDER, load_profile
from ...processing_provider.base import usual_store
from .. import settings


class FinishPage(QWizardPage):
    """``done``: the import's results once it succeeded."""

    def __init__(self, wizard):
        super().__init__(wizard)
        self.setTitle(tr("5. Save and import"))
        self.setSubTitle(
            tr("The profile keeps all decisions: next time the files are imported with it at once.")
        )
        self.task = self.done = None
        self.profile, self.store, self.report = QgsFileWidget(), QgsFileWidget(), QgsFileWidget()
        for name, widget, kinds in (
            ("profile_path", self.profile, tr("Profiles (*.toml)")),
            ("store_path", self.store, tr("GeoPackage (*.gpkg)")),
            ("report_path", self.report, tr("HTML files (*.html)")),
        ):
            widget.setObjectName(name)
            widget.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
            widget.setConfirmOverwrite(False)
            widget.setFilter(kinds)
        self.save_button = QPushButton(tr("&Save the profile only"))
        self.save_button.setObjectName("save")
        self.save_button.clicked.connect(lambda _c: self.save())
        self.import_button = QPushButton(tr("Save and &import"))
        self.import_button.setObjectName("import")
        self.import_button.clicked.connect(lambda _c: self.save() and self.start())
        self.stop_button = QPushButton(tr("S&top"))
        self.stop_button.setObjectName("stop_import")
        self.stop_button.clicked.connect(lambda _c: self.task and self.task.cancel())
        self.map_button = QPushButton(tr("Open the &map"))
        self.map_button.setObjectName("open_map")
        self.map_button.clicked.connect(lambda _c: self.open_map())
        self.report_button = QPushButton(tr("Open the &report"))
        self.report_button.setObjectName("open_report")
        self.report_button.clicked.connect(lambda _c: self.open_report())
        self.bar, self.note = QProgressBar(), QLabel()
        self.note.setWordWrap(True)
        self.note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        form = QFormLayout()
        form.addRow(tr("Profile"), self.profile)
        form.addRow(tr("Unified store"), self.store)
        form.addRow(tr("Import report"), self.report)
        row = QHBoxLayout()
        for button in (
            self.import_button,
            self.save_button,
            self.stop_button,
            self.report_button,
            self.map_button,
        ):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        self.summary = QLabel()
        self.summary.setObjectName("summary")
        self.summary.setWordWrap(True)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.addWidget(self.summary)
        layout.addLayout(form)
        layout.addLayout(row)
        layout.addWidget(self.bar)
        layout.addWidget(self.note)
        layout.addStretch(1)
        self._show_buttons()

    def initializePage(self):
        draft = self.wizard().draft
        own = draft.saved is not None and draft.saved.parent.resolve() != PROFILE_FOLDER.resolve()
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        folder = Path(settings.value("profiles") or documents / "gunmane" / "profiles")
        if not self.profile.filePath() or own:
            self.profile.setFilePath(str(draft.saved if own else folder / f"{draft.state.city.code}.toml"))
        store = usual_store() or str(documents / "gunmane" / "gunmane.gpkg")
        if not self.store.filePath():
            self.store.setFilePath(store)
        if not self.report.filePath():
            name = f"import_report_{draft.state.city.code}.html"
            self.report.setFilePath(str(Path(store).with_name(name)))
        self.done = None
        self.note.clear()
        self.summary.setText("\n".join(f"・{line}" for line in summary(draft)))
        self._show_buttons()

    def isComplete(self):
        return self.task is None

    def _show_buttons(self) -> None:
        busy = self.task is not None
        self.bar.setVisible(busy)
        self.stop_button.setVisible(busy)
        for button in (self.import_button, self.save_button):
            button.setEnabled(not busy)
        for button in (self.map_button, self.report_button):
            button.setVisible(self.done is not None)
        self.completeChanged.emit()

    # -- saving ------------------------------------------------------------------------------------------

    def save(self) -> bool:
        """Save the profile; asks before a file is overwritten. False where it was not saved."""
        text = self.profile.filePath().strip()
        if not text:
            self.wizard().say(tr("Say where the profile is to be saved."))
            return False
        path = Path(text) if text.lower().endswith(".toml") else Path(text + ".toml")
        draft = self.wizard().draft
        if draft.saved == path and not draft.changed:
            return True
        rival = self._rival(path)
        try:
            try:
                draft.save(path)
            except GunmaneError as error:
                if error.code != "E-EXISTS" or not self.ask(
                    tr(
                        "{name} is there already. Overwrite it? Comments written by hand are lost.",
                        name=path.name,
                    )
                ):
                    raise
                draft.save(path, overwrite=True)
        except (GunmaneError, OSError) as error:
            if getattr(error, "code", None) != "E-EXISTS":
                self.wizard().say(error)
            return False
        self.note.setText(tr("The profile was saved: {path}", path=str(path)))
        if rival:
            self.note.setText(self.note.text() + "\n" + tr(
                "{name} in the same folder is for the same city: when several cities are imported together, only one"
                " may be there.", name=rival))  # fmt: skip
        return True

    def _rival(self, path: Path) -> str | None:
        """Another profile of this city in the folder."""
        for other in sorted(path.parent.glob("*.toml")) if path.parent.is_dir() else ():
            try:
                if other != path and load_profile(other).city_code == self.wizard().draft.state.city.code:
                    return other.name
            except GunmaneError:
                continue
        return None

    def ask(self, text: str) -> bool:
        """A question with yes and no."""
        return QMessageBox.question(self, tr("Gunmane Roads"), text) == QMessageBox.StandardButton.Yes

    # -- importing ---------------------------------------------------------------------------------------

    def start(self) -> None:
        """Import with the saved profile, in the background, by the algorithm that everything else uses too."""
        draft = self.wizard().draft
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("gunmane:importcity")
        can, why = algorithm.canExecute()
        if not can:
            self.wizard().say(why)
            return
        parameters = {
            "PROFILE": str(draft.saved),
            "FOLDER": str(draft.state.folder),
            "STORE": self.store.filePath(),
            "REPORT": self.report.filePath(),
        }
        try:
            for name in ("STORE", "REPORT"):
                Path(parameters[name]).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self.wizard().say(error)
            return
        if draft.home_crs and not Path(parameters["STORE"]).exists():
            # A store made new is in the plane zone of the city's area, unless the settings name one of their own.
            named = settings.value("store_crs") != settings.DEFAULTS["store_crs"]
            parameters["CRS"] = settings.value("store_crs") if named else draft.home_crs
        self.context = QgsProcessingContext()
        self.context.setProject(QgsProject.instance())
        self.feedback = QgsProcessingFeedback()
        self.feedback.progressChanged.connect(lambda share: self.bar.setValue(round(share)))
        self.task = QgsProcessingAlgRunnerTask(algorithm, parameters, self.context, self.feedback)
        self.task.executed.connect(self._imported)
        self.note.setText(tr("The ledgers are being imported…"))
        self._show_buttons()
        QgsApplication.taskManager().addTask(self.task)

    def _imported(self, successful: bool, results: dict) -> None:
        self.task = None
        if successful and "READ" in results:
            self.done = results
            draft = self.wizard().draft
            settings.remember_import(draft.state.city.code, draft.saved, draft.state.folder)
            self.note.setText(
                tr("Imported. Read {read} = kept {kept} + set aside {aside}; {repaired} to be checked. What waits for a"
                   " person is in the dock “Waiting for a person”.", read=results["READ"], kept=results["KEPT"],
                   aside=results["SET_ASIDE"], repaired=results["REPAIRED"])
            )  # fmt: skip
        else:
            last = self.feedback.textLog().strip().splitlines()[-3:]
            self.note.setText(tr("Nothing was imported: {why}", why=" ".join(last)))
        self._show_buttons()

    def cancel(self) -> None:
        """The wizard is being closed."""
        if self.task is not None:
            self.task.executed.disconnect(self._imported)
            self.task.cancel()
            self.task = None

    def open_report(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.done["REPORT"])))

    def open_map(self) -> None:
        from ..sample import open_map

        store = Path(self.done["STORE"])
        if open_map(store, store.with_suffix(".qgz")):
            self.wizard().accept()


def summary(draft) -> list[str]:
    """What is about to be imported, and what is not: nothing is left out in silence."""
    kept = [draft.ledgers[n] for n in draft.kept]
    left = [s.title for s in draft.ledgers if s.refusal is not None]
    rows = f"{sum(s.ledger.rows for s in kept):,}"
    lines = [
        tr("{city}: {count} ledgers with {rows} rows", city=draft.state.city.name, count=len(kept), rows=rows)
    ]
    if left:
        lines.append(tr("Left out: {titles}", titles=", ".join(left)))
    undecided = [
        f"{s.title} / {label}" for s in kept for label, c in s.choices.items() if c.role == "undecided"
    ]
    if undecided:
        shown = ", ".join(undecided[:6]) + (" …" if len(undecided) > 6 else "")
        lines.append(
            tr(
                "{count} undecided columns stay in the raw data only: {names}",
                count=len(undecided),
                names=shown,
            )
        )
    personal = [label for s in kept for label, c in s.choices.items() if c.personal]
    if personal:
        lines.append(
            tr(
                "Personal data ({names}) goes into the separate file only.",
                names=", ".join(dict.fromkeys(personal)),
            )
        )
    if draft.state.city.boundary is None:
        lines.append(tr("No boundary: places are taken as the files state them, unchecked."))
    return lines
