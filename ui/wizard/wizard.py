"""The mapping wizard: files, city, ledgers, trial, import."""

from __future__ import annotations

from pathlib import Path

from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QGuiApplication, QIcon
from qgis.PyQt.QtWidgets import QMessageBox, QWizard

from ...i18n import tr
from ...layers.propose.draft import Draft
from .city_page import CityPage
from .files_page import FilesPage
from .finish_page import FinishPage
from .ledgers_page import LedgersPage
from .trial_page import TrialPage

ICON = Path(__file__).parents[2] / "styles" / "icons" / "mapping-wizard.svg"
SIZE = (1300, 690)  # fits 1366 x 768 with a task bar


class MappingWizard(QWizard):
    """Holds what the pages share: ``looks`` and ``options`` (files), ``ledgers`` (read), ``draft``."""

    FILES, CITY, LEDGERS, TRIAL, FINISH = range(5)

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setObjectName("gunmaneWizard")
        self.setWindowTitle(tr("Bring in a new city’s data"))
        self.setWindowIcon(QIcon(str(ICON)))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
        self.setOption(QWizard.WizardOption.NoBackButtonOnStartPage)
        self.setOption(QWizard.WizardOption.NoCancelButtonOnLastPage)  # there is Close
        self.setOption(
            QWizard.WizardOption.NoDefaultButton
        )  # Enter belongs to the field that is being edited
        for button, text in (
            (QWizard.WizardButton.BackButton, tr("< &Back")),
            (QWizard.WizardButton.NextButton, tr("&Next >")),
            (QWizard.WizardButton.FinishButton, tr("&Close")),
            (QWizard.WizardButton.CancelButton, tr("Cancel")),
        ):
            self.setButtonText(button, text)
        self.looks, self.options, self.ledgers = [], {}, None
        self.draft: Draft | None = None
        self.draft_of = None  # the ledgers that the draft was made of
        self.opened = False
        self.bar = QgsMessageBar(self)
        self.files, self.city, self.mapping = FilesPage(self), CityPage(self), LedgersPage(self)
        self.trial, self.finish = TrialPage(self), FinishPage(self)
        for page_id, page in enumerate((self.files, self.city, self.mapping, self.trial, self.finish)):
            self.setPage(page_id, page)
        screen = QGuiApplication.primaryScreen().availableGeometry()
        self.resize(min(SIZE[0], screen.width() - 20), min(SIZE[1], screen.height() - 60))

    # -- what the pages share ------------------------------------------------------------------------------

    def files_changed(self) -> None:
        """The list of files, or how one is read, is another now."""
        self.ledgers, self.opened = None, False

    def use(self, draft: Draft, opened: bool = False) -> None:
        """From now on this draft."""
        if self.draft is not None and self.draft is not draft:
            self.draft.close()
        self.draft, self.draft_of, self.opened = draft, self.ledgers, opened

    def draft_changed(self) -> None:
        """An operation was done; a trial of before says nothing any more."""
        self.trial.account = None

    def back_to_ledgers(self, number: int, label: str | None, tab: int) -> None:
        """From the trial to what causes a reason."""
        while self.currentId() != self.LEDGERS and self.currentId() not in (self.FILES, -1):
            self.back()
        self.mapping.choose(number, label, tab)

    def say(self, what) -> None:
        """A message on top of the page, for a while: an error or a text."""
        self.bar.clearWidgets()
        self.bar.pushWarning(tr("Gunmane Roads"), str(what).replace("\n", " "))
        self._place_bar()

    # -- window --------------------------------------------------------------------------------------------

    def resizeEvent(self, event):
        super().resizeEvent(event)
        self._place_bar()

    def _place_bar(self) -> None:
        self.bar.setGeometry(0, 0, self.width(), max(self.bar.sizeHint().height(), 34))
        self.bar.raise_()

    def reject(self):
        if self._may_close():
            super().reject()

    def accept(self):
        if self._may_close():
            super().accept()

    def _may_close(self) -> bool:
        if self.finish.task is not None:
            self.say(tr("The import is still running: stop it first."))
            return False
        return not self._unsaved() or bool(self.ask(tr("What you decided is not saved. Close all the same?")))

    def _unsaved(self) -> bool:
        return self.draft is not None and self.draft.changed and self.draft.undo_text is not None

    def ask(self, text: str) -> bool:
        """A question with yes and no."""
        return QMessageBox.question(self, tr("Gunmane Roads"), text) == QMessageBox.StandardButton.Yes

    def done(self, result):
        self.close_down()
        super().done(result)

    def close_down(self) -> None:
        """Stop what runs (the window is closed, or the plugin unloaded)."""
        for worker in (self.files.work, self.city.read, self.city.make, self.trial.work):
            worker.drop()
        self.finish.cancel()
        if self.draft is not None:
            self.draft.close()
