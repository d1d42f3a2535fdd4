"""The standards editor: what its actions do, and how its parts follow each other."""

from __future__ import annotations

from pathlib import Path

from qgis.core import Qgis
from qgis.PyQt.QtCore import QModelIndex, Qt, QTimer
from qgis.PyQt.QtWidgets import QMessageBox

from ...analysis.standards import CELLS
from ...i18n import tr
from ...layers.errors import GunmaneError
from ..review_dock import stores
from . import keeping
from .asking import Asking
from .dialogs import RowDialog, UnifyDialog
from .document import COMMON, Draft

CHECK_MS = 120
_BUTTON = QMessageBox.StandardButton


class StandardsEditor(Asking):
    """``open_store(path or None)`` reads; nothing is written before ``save``."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._listed: list = []
        self._check = QTimer(self)
        self._check.setSingleShot(True)
        self._check.setInterval(CHECK_MS)
        self._check.timeout.connect(self._look_for_problems)
        self._connect()
        self._title()

    # -- store ----------------------------------------------------------------------------------------------

    def open_first(self) -> None:
        """The store of the open map or of the settings; without one what ships with the plugin."""
        self.open_store(stores.find_store())

    def open_store(self, path: str | Path | None) -> bool:
        """Read the standards of a store, and its damages in the background. False where it cannot be read."""
        self.bar.clearWidgets()
        try:
            document, names, cities, said = keeping.open_document(path)
        except GunmaneError as error:
            self.say(str(error), Qgis.MessageLevel.Critical)
            if self.path is not None or path is None:
                return False
            path = None
            document, names, cities, said = keeping.open_document(None)
        self.path = Path(path) if path else None
        self.book.open(document, names, cities)
        self._fill_tabs()
        if said:
            self.say(said, Qgis.MessageLevel.Info)
        self.panel.use_store(self.path)
        self.view.setFocus()
        return True

    def save(self) -> bool:
        """Everything that is not in the store yet, in one transaction. False where it was not saved."""
        if self.path is None and not self._choose_where():
            return False
        if not self.book.document.changed:
            self.book.stack.setClean()
            return True
        if self.problems.errors and not self.ask(
            tr("{n} errors are listed below the table. Save all the same?", n=self.problems.errors)
        ):
            return False
        editing = [layer.name() for layer in stores.in_edit_mode(self.path)]
        if editing:
            text = tr(
                "Layers of this store are being edited: {layers}. Finish that first.",
                layers=", ".join(editing),
            )
            self.say(text, Qgis.MessageLevel.Warning)
            return False
        try:
            count = keeping.save(self.book.document, self.path, self._who())
        except GunmaneError as error:
            self.say(str(error), Qgis.MessageLevel.Critical)
            return False
        self.book.document.saved()
        self.book.open(self.book.document, self.book.names, self.book.cities)
        stores.refresh(self.path, {"standard"})
        self._title()
        self.say(tr("Saved: {n} rows.", n=count), Qgis.MessageLevel.Success)
        return True

    def closeEvent(self, event):
        if self.may_close():
            self.close_down()
            event.accept()
        else:
            event.ignore()

    def may_close(self) -> bool:
        """Ask where something is not saved."""
        if not self.book.dirty:
            return True
        answer = self.ask_unsaved()
        return self.save() if answer == _BUTTON.Save else answer == _BUTTON.Discard

    def close_down(self) -> None:
        """Stop what runs (the window is closed, or the plugin unloaded)."""
        self._check.stop()
        self.release()
        self.book.stack.blockSignals(True)  # it tells that it is clean while it is being destroyed
        self.panel.close_down()

    # -- versions --------------------------------------------------------------------------------------------

    def place(self) -> tuple:
        """The place of the tab; of the tab with all cities the one of the current column."""
        if not self.source.beside:
            return self.source.place()
        key = self.source.key(self.view.rows.mapToSource(self.view.currentIndex()))
        return key[0] if key else COMMON

    def new_version(self, place: tuple | None = None, note: str = "") -> bool:
        """Ask for a new version (or the correction of the stored one) of a place and open it for editing."""
        place = place or self.place()
        if place in self.book.document.drafts and self.book.draft_shown(place):
            self.say(tr("A version of {place} is being written already.", place=self.book.name(place)))
            return False
        waiting = self.book.document.drafts.get(place)
        if waiting is not None:  # it is there, but another day or version is looked at
            self.book.choose(place, waiting.ver)
            return True
        draft = self.ask_version(place, note)
        if draft is None:
            return False
        if draft.correcting:
            step = self.book.document.correct(place, draft)
            return self.book.do(step, tr("Correct version {ver}", ver=draft.ver))
        self.book.begin(place, draft)
        return True

    def describe_version(self) -> None:
        """Other words for the version that is being written."""
        place = self.place()
        now = self.book.draft_shown(place)
        if now is None:
            self._unlock(place)
            return
        draft = self.ask_version(place, editing=now)
        if draft is not None and draft != now:
            self.book.do(self.book.document.describe(place, draft), tr("About the version…"))
            self.book.look(draft.valid_from)

    def propose(self) -> None:
        """The middle of the cities into a new common version, as far as it is accepted."""
        dialog = UnifyDialog(self.book, self.source, self)
        if not len(dialog.found):
            self.say(tr("The cities do not differ: there is nothing to propose."))
            return
        if not self.run(dialog):
            return
        chosen = dialog.chosen()
        if not chosen:
            return
        note = tr("The accepted values go into a new version of the common standard.")
        if not self.book.draft_shown(COMMON) and not self.new_version(COMMON, note):
            return
        self.book.stack.beginMacro(tr("Propose common values"))
        try:
            self._take(chosen, dialog.cities if dialog.drop_own.isChecked() else [])
        finally:
            self.book.stack.endMacro()
        self.tabs.setCurrentIndex(0)
        self.say(tr("{n} values were put into the new common version; nothing is saved yet.", n=len(chosen)))

    def _take(self, chosen: dict, cities: list[str]) -> None:
        document, text = self.book.document, tr("Propose common values")
        for code in cities:
            place = ("city", code)
            own = {key for key in chosen if self.book.cells(place)[1].get(key[0], {}).get(key[1]) == "city"}
            if not own:
                continue
            if not self.book.draft_shown(place):
                common = document.drafts[COMMON]
                draft = Draft(common.ver, common.valid_from, common.author, common.reason, common.approved_by)
                self.book.begin(place, draft)
            self.book.do(document.set_cells({(place, *key): None for key in own}), text)
        self.book.do(document.set_cells({(COMMON, *key): value for key, value in chosen.items()}), text)

    def add_row(self) -> None:
        place = self.place()
        if not self._unlock(place):
            return
        dialog = RowDialog(set(self.source.identity) | {key[0] for key in self.book.document.rows}, self)
        if self.run(dialog):
            std_id = dialog.std_id.text().strip()
            self.filter.clear()
            self.only.setChecked(False)
            self.book.do(
                self.book.document.add_row(place, std_id, dialog.identity()), tr("Add {std}", std=std_id)
            )
            self.view.go_to(place, std_id, "watch")

    def remove_rows(self) -> None:
        place = self.place()
        picked = {self.source.rows[self.view.rows.mapToSource(i).row()] for i in self.view.selectedIndexes()}
        if not picked or not self._unlock(place):
            return
        names = ", ".join(sorted(picked))
        try:
            step = self.book.document.remove_rows(place, picked)
        except ValueError:
            self.say(tr("A row of a stored version stays: make a new version in which it ends."))
            return
        self.book.do(step, tr("Remove {std}", std=names))

    # -- workbooks -------------------------------------------------------------------------------------------

    def export_workbook(self) -> None:
        path = self.ask_path(True)
        if path:
            try:
                keeping.export_workbook(self.book.document, path, self.book.names)
            except (GunmaneError, OSError) as error:
                self.say(
                    tr("The workbook cannot be written: {reason}", reason=str(error)),
                    Qgis.MessageLevel.Critical,
                )
                return
            self.say(tr("Written: {path}", path=str(path)), Qgis.MessageLevel.Success)

    def load_workbook(self) -> None:
        path = self.ask_path(False)
        if not path:
            return
        try:
            step = self.book.document.load(keeping.load_workbook(path))
        except GunmaneError as error:
            self.tell(str(error))
            return
        stored = [key for key in step.rows if key in self.book.document.base]
        if stored and not self.ask(
            tr("The workbook changes {n} rows of versions that are stored already. Take them as corrections?",
               n=len(stored))
        ):  # fmt: skip
            return
        if not self.book.do(step, tr("Load {file}", file=Path(path).name)):
            self.say(tr("The workbook says nothing that is not here already."))
            return
        newest = max((draft.valid_from for _, draft in step.drafts.values()), default=self.book.day)
        self.book.look(max(self.book.day, newest))
        self._fill_tabs()
        self.say(tr("{n} rows came in as one edit; nothing is saved yet.", n=len(step.rows)))

    # -- following ---------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        for action, slot in (
            (self.open_action, self._choose_store), (self.save_action, self.save),
            (self.new_action, self.new_version), (self.describe_action, self.describe_version),
            (self.unify_action, self.propose), (self.add_action, self.add_row), (self.remove_action, self.remove_rows),
            (self.export_action, self.export_workbook), (self.load_action, self.load_workbook),
        ):  # fmt: skip
            action.triggered.connect(lambda _on=False, slot=slot: slot())
        self.tabs.currentChanged.connect(self._tab_changed)
        self.cell.currentIndexChanged.connect(lambda _n: self._tab_changed(self.tabs.currentIndex()))
        self.filter.textChanged.connect(self.view.rows.look_for)
        self.only.toggled.connect(self.view.rows.only_different)
        for signal in (self.filter.textChanged, self.only.toggled):
            signal.connect(lambda _on: self.view.lay_out())
        self.versions.chosen.connect(lambda ver: self.book.choose(self.place(), ver))
        self.versions.compared.connect(self._compared)
        self.versions.day_chosen.connect(self._day_chosen)
        self.view.locked.connect(self._locked)
        self.view.current.connect(self._current)
        self.source.refused.connect(lambda text: self.say(text, Qgis.MessageLevel.Warning))
        self.source.told.connect(lambda text: self.say(text, Qgis.MessageLevel.Info))
        self.problems.wanted.connect(self._go_to)
        self.panel.failed.connect(lambda text: self.say(text, Qgis.MessageLevel.Critical))
        self.book.changed.connect(self._follow)
        self.book.looked.connect(self._follow)
        self.book.stack.cleanChanged.connect(self._title)

    def _follow(self) -> None:
        if self._listed and self._listed != self.book.places():
            self._fill_tabs()
        place = self.place()
        self.versions.show_place(self.book, place, self.source.against(place), self.source.beside)
        self.save_action.setEnabled(self.book.dirty or self.book.document.shipped)
        self.describe_action.setEnabled(self.book.draft_shown(place) is not None)
        self._title()
        self._check.start()
        self.panel.refresh()
        self._current(self.view.rows.mapToSource(self.view.currentIndex()))

    def _look_for_problems(self) -> None:
        self.source.set_troubles(self.problems.look(self.book))

    def _fill_tabs(self) -> None:
        at = self.tabs.currentIndex()
        self._listed = self.book.places()
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for place in self._listed:
            example = tr(" (example)") if place[1] in self.book.document.examples else ""
            self.tabs.addTab(self.book.name(place) + example)
        self.tabs.addTab(tr("All cities side by side"))
        self.tabs.blockSignals(False)
        self.tabs.setCurrentIndex(min(max(at, 0), self.tabs.count() - 1))
        self._tab_changed(self.tabs.currentIndex())

    def _tab_changed(self, number: int) -> None:
        if not 0 <= number < self.tabs.count():
            return
        key = self.source.key(self.view.rows.mapToSource(self.view.currentIndex()))
        beside = number >= len(self._listed)
        self.cell.setVisible(beside)
        if beside:
            self.source.show_all(self.cell.currentData())
        else:
            self.source.show_place(self._listed[number])
        place = self.source.place()
        std_id = key[1] if key else (self.source.rows or [""])[0]
        cell = self.source.columns[0][1] if beside else (key[2] if key else "repair")
        index = self.view.rows.mapFromSource(self.source.find(place, std_id, cell))
        if index.isValid():
            self.view.setCurrentIndex(index)
        self._follow()

    def _compared(self, against) -> None:
        against = tuple(against) if isinstance(against, list) else against
        if isinstance(against, tuple) and isinstance(against[1], list):
            against = (against[0], tuple(against[1]))
        self.source.compare(self.source.place(), against)
        self._follow()

    def _day_chosen(self, day: str) -> None:
        self.book.chosen.clear()
        self.book.look(day)

    def _current(self, index: QModelIndex) -> None:
        key = self.source.key(index)
        if key is not None:
            self.said.setText(self.source.explain(*key).replace("\n", "  ｜  "))
            self.panel.focus(key)
        elif index.isValid():
            self.said.setText(str(index.data(Qt.ItemDataRole.ToolTipRole) or "").replace("\n", "  ｜  "))

    def _go_to(self, place: tuple, std_id: str, cell: str) -> None:
        self.filter.clear()
        self.only.setChecked(False)
        if place in self._listed:
            self.tabs.setCurrentIndex(self._listed.index(place))
        self.view.go_to(place, std_id, cell if cell in CELLS else "repair")

    def _locked(self, index: QModelIndex) -> None:
        key = self.source.key(index)
        if key is not None and self._unlock(key[0]):
            self.view.go_to(*key)

    def _unlock(self, place: tuple) -> bool:
        """Whether a place can be edited; a stored version asks for a new one first."""
        if self.book.draft_shown(place):
            return True
        return self.new_version(place, tr("A stored version is kept as it is: past judgements name it."))

    # -- small things ----------------------------------------------------------------------------------------

    def _choose_store(self) -> None:
        if not self.may_close():
            return
        path = self.ask_store()
        if path:
            self.open_store(path)

    def _title(self, _clean: bool = True) -> None:
        name = self.path.name if self.path else tr("shipped with the plugin")
        star = " *" if self.book.dirty else ""
        self.setWindowTitle(f"{tr('Maintenance standards')} — {name}{star}")
