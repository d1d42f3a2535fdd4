"""Deciding, undoing, doing again: one transaction each, and what stands in the way told in words."""

from __future__ import annotations

import getpass
from pathlib import Path

from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication

from ...i18n import tr
from ...layers.errors import GunmaneError
from .. import settings
from . import stores, words
from .editors import Answer
from .work import Jobs

MANY = 300  # more decisions than this run beside the window
LOCK_SECONDS = 0.4  # how long a click waits for another writer before it says so


class Deciding(QObject):
    """Writes decisions to one store at a time. Nothing is written while a layer of the store is being edited.

    ``decided(ids, outcome)``, ``taken_back(outcome, back)`` after an undo (True) or redo,
    ``told(text, level)`` for the bar.
    """

    decided = pyqtSignal(object, object)
    taken_back = pyqtSignal(object, bool)
    told = pyqtSignal(str, object)
    stacks_changed = pyqtSignal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self.path: Path | None = None
        self.jobs = Jobs()
        self._undo: list[tuple[str, frozenset]] = []
        self._redo: list[tuple[str, frozenset]] = []

    def work_on(self, path: Path | None) -> None:
        """Another store has another past."""
        if path != self.path:
            self._undo, self._redo = [], []
        self.path = path
        self.stacks_changed.emit()

    @property
    def can_undo(self) -> bool:
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        return bool(self._redo)

    def decide(
        self, items: list, answer: Answer, note: str = "", standing: bool = False, keep: dict | None = None
    ) -> bool:
        """Decide on all ``items`` as one batch. ``keep``: item id -> which of two rows stays.

        False where it could not begin (the person was told).
        """
        from ...layers.review import decide as engine

        if not items or not self.free():
            return False
        decisions = [decision_of(item, answer, note, standing, (keep or {}).get(item.id)) for item in items]
        path, name = self.path, who()
        tables = frozenset(item.table for item in items if item.table)

        def done(outcome):
            if outcome.done:
                self._undo.append((outcome.batch, tables))
                self._redo = []
            refused = {item for item, _ in outcome.refused}
            self._after(path, tables)
            self.decided.emit({item.id for item in items} - refused, outcome)
            self._tell_refused(outcome)

        return self._run(
            tr("Deciding {number} items", number=len(items)),
            lambda: engine.decide(path, decisions, name),
            done,
            len(items),
        )

    def undo(self, batch: str | None = None) -> bool:
        """Take back the last batch of this session, or the batch that is named."""
        from ...layers.review import decide as engine

        return self._turn(batch, self._undo, self._redo, engine.undo, tr("Taking a decision back"))

    def redo(self, batch: str | None = None) -> bool:
        """Do again what was taken back last, or the batch that is named."""
        from ...layers.review import decide as engine

        return self._turn(batch, self._redo, self._undo, engine.redo, tr("Deciding again"))

    # --- helpers ------------------------------------------------------------------------------------------

    def _turn(self, batch, source: list, target: list, call, title: str) -> bool:
        if batch is None:
            if not source:
                return False
            batch, tables = source[-1]
        else:
            tables = next((t for b, t in source if b == batch), frozenset())
        if not self.free():
            return False
        path, name = self.path, who()

        def done(outcome):
            if outcome.done:
                source[:] = [entry for entry in source if entry[0] != batch]
                target.append((batch, tables))
            self._after(path, tables or all_tables())
            self.taken_back.emit(outcome, source is self._undo)
            self._tell_refused(outcome)

        return self._run(title, lambda: call(path, batch, name), done, 1)

    def _run(self, title: str, what, done, number: int) -> bool:
        if number > MANY:
            self.jobs.start("decide", title, what, done, self._failed)
            self.told.emit(title + "…", Qgis.MessageLevel.Info)
            return True
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            outcome = what()
        except Exception as error:
            self._failed(error)
            return False
        finally:
            QApplication.restoreOverrideCursor()
        done(outcome)
        return True

    def free(self) -> bool:
        """Is the store free to be written? Says what stands in the way; nothing that was typed is lost."""
        if self.path is None:
            return False
        if self.jobs.busy("decide"):
            self.told.emit(tr("The decision before is still being written."), Qgis.MessageLevel.Info)
            return False
        edited = stores.in_edit_mode(self.path)
        if edited:
            names = tr(", ").join(layer.name() for layer in edited)
            self.told.emit(
                tr(
                    "{layers}: being edited in QGIS. Save or end the edit session, then decide again.",
                    layers=names,
                ),
                Qgis.MessageLevel.Warning,
            )
            return False
        try:
            probe(self.path)
        except GunmaneError as error:
            self._failed(error)
            return False
        return True

    def _after(self, path: Path, tables) -> None:
        stores.refresh(path, {*tables, *stores.REVIEW_TABLES})
        self.stacks_changed.emit()

    def _failed(self, error: Exception) -> None:
        text = f"{error.message} {error.remedy or ''}" if isinstance(error, GunmaneError) else str(error)
        if not isinstance(error, GunmaneError):
            QgsApplication.messageLog().logMessage(
                f"{type(error).__name__}: {error}", "gunmane", Qgis.MessageLevel.Critical
            )
        self.told.emit(tr("Nothing was decided. {why}", why=text.strip()), Qgis.MessageLevel.Critical)

    def _tell_refused(self, outcome) -> None:
        if outcome.refused:
            reasons = list(dict.fromkeys(reason for _, reason in outcome.refused))
            self.told.emit(
                tr("Not decided: {number}. {why}", number=len(outcome.refused), why=" / ".join(reasons[:3])),
                Qgis.MessageLevel.Warning,
            )


def decision_of(item, answer: Answer, note: str = "", standing: bool = False, keep: str | None = None):
    """What the engine is told for one of the items that were decided together."""
    from ...layers.review.decide import Decision

    action, values = answer.action, dict(answer.values)
    fields = item.detail.get("values") or {}
    if item.kind == words.CONFLICT and action == "accept":  # “keep what is stored”
        action, values = "choose", dict.fromkeys(fields, "store")
    elif action == "choose" and "*" in values:  # one side for several items
        values = dict.fromkeys(fields, values["*"])
    elif item.kind == words.TWIN and action == "accept" and "keep" not in values:
        values = {"keep": keep or item.row_uuid}
    return Decision(
        item=item.id, action=action, point=answer.point, values=values, note=note.strip() or None, standing=standing
    )  # fmt: skip


def who() -> str:
    """Who decides: the setting, else the computer's user."""
    name = settings.value("user_name").strip()
    if name:
        return name
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # no such user on this computer
        return tr("unknown")


def probe(path: Path) -> None:
    """Raise GunmaneError (E-LOCKED, E-READONLY, ...) where nothing can be written now, without a long wait."""
    from ...layers.store import Patience, friendly, open_store

    with open_store(path, patience=Patience(LOCK_SECONDS)) as store, friendly(path):
        store.con.execute(f"PRAGMA busy_timeout = {int(1000 * LOCK_SECONDS)}")
        store.con.execute("BEGIN IMMEDIATE")
        store.con.execute("ROLLBACK")


def all_tables() -> frozenset:
    from ...schema import model

    return frozenset(table.name for table in model().tables.values() if table.store == "main")
