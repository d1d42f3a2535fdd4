"""What the window's parts share: the document on its undo stack, the day that is looked at, what is in force then."""

from __future__ import annotations

import datetime

from qgis.PyQt.QtCore import QObject, pyqtSignal

try:
    from qgis.PyQt.QtGui import QUndoCommand, QUndoStack
except ImportError:  # Qt 5 has them among its widgets
    from qgis.PyQt.QtWidgets import QUndoCommand, QUndoStack

from ...analysis.standards import Effective, StandardSet, differences
from .document import COMMON, Document, Draft, Step, state_of

STORED, SAME_PLACE = "stored", "version"


class _Change(QUndoCommand):
    def __init__(self, book: Book, step: Step, text: str):
        super().__init__(text)
        self._book, self._step = book, step

    def redo(self):
        self._book.apply(self._step)

    def undo(self):
        self._book.apply(self._step, back=True)


class Book(QObject):
    """``changed`` after every edit, undo and redo; ``looked`` where only what is looked at is another."""

    changed = pyqtSignal()
    looked = pyqtSignal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self.document = Document()
        self.names: dict[str, str] = {}  # city code -> name
        self.cities: list[str] = []
        self.day = datetime.date.today().isoformat()
        self.chosen: dict[tuple, str] = {}  # place -> version that is looked at
        self.stack = QUndoStack(self)
        self._forget()

    # -- the document ---------------------------------------------------------------------------------------

    def open(self, document: Document, names: dict[str, str], cities: list[str]) -> None:
        """Another document; its history begins here."""
        self.document, self.names, self.cities = document, names, cities
        self.chosen.clear()
        self.stack.clear()
        self.apply(Step())

    def do(self, step: Step, text: str) -> bool:
        """Do an edit, to be undone in one go; False where it changes nothing."""
        if not step:
            return False
        self.stack.push(_Change(self, step, text))
        return True

    def apply(self, step: Step, back: bool = False) -> None:
        self.document.apply(step, back)
        for place in [p for p, ver in self.chosen.items() if ver not in self.document.versions(p)]:
            del self.chosen[place]
        self._forget()
        self.changed.emit()

    def begin(self, place: tuple, draft: Draft) -> None:
        """A new version of a place, from what is shown of it, and look at it."""
        step = self.document.new_version(place, draft, self.day, self.chosen.get(place))
        text = f"{self.name(place)} {draft.ver}"
        self.chosen.pop(place, None)
        self.do(step, text)
        self.look(max(self.day, draft.valid_from))

    @property
    def dirty(self) -> bool:
        return not self.stack.isClean()

    def draft_shown(self, place: tuple) -> Draft | None:
        """The draft of a place, where it is what is looked at: only then its cells can be edited."""
        draft = self.document.drafts.get(place)
        if draft is None or draft.valid_from > self.day:
            return None
        return draft if self.chosen.get(place, draft.ver) == draft.ver else None

    # -- what is looked at ----------------------------------------------------------------------------------

    def look(self, day: str) -> None:
        self.day = day
        self._forget()
        self.looked.emit()

    def choose(self, place: tuple, ver: str | None) -> None:
        """Look at one version of a place, on its first day at the earliest."""
        self.chosen.pop(place, None)
        if ver is not None:
            self.chosen[place] = ver
            self.day = self.document.versions(place)[ver]
        self._forget()
        self.looked.emit()

    def places(self) -> list[tuple]:
        cities = {*self.cities, *(key for scope, key in self.document.places() if scope == "city")}
        routes = [place for place in self.document.places() if place[0] == "route"]
        return [COMMON, *(("city", code) for code in sorted(cities)), *routes]

    def name(self, place: tuple) -> str:
        from ...analysis.standards.words import code_label

        if place == COMMON:
            return code_label("SCOPE", "common")
        return self.names.get(place[1], place[1])

    def picture(self) -> StandardSet:
        """All that is in force as it is shown."""
        if self._picture is None:
            self._picture = self.document.picture(self.day, self.chosen)
        return self._picture

    def stored_picture(self, day: str | None = None) -> StandardSet:
        """All that is in force by the store, on the day that is looked at or on another."""
        day = day or self.day
        if day not in self._stored:
            self._stored[day] = self.document.picture(day, stored=True)
        return self._stored[day]

    def state(self, place: tuple) -> Effective:
        return self._kept(("now", place), lambda: state_of(self.picture(), place))

    def stored_state(self, place: tuple) -> Effective:
        return self._kept(("stored", place), lambda: state_of(self.stored_picture(), place))

    def version_state(self, place: tuple, ver: str) -> Effective:
        """A place under one of its versions, on that version's first day."""
        first = self.document.versions(place).get(ver, self.day)
        picture = self.document.picture
        return self._kept(("ver", place, ver), lambda: state_of(picture(first, {place: ver}), place))

    def cells(self, place: tuple) -> tuple[dict, dict]:
        """(std_id -> cell -> value, std_id -> cell -> scope it comes from) of what is shown."""
        state = self.state(place)
        return self._kept(
            ("cells", place), lambda: (state.cells.to_dict("index"), state.origin.to_dict("index"))
        )

    def own_values(self, std_id: str, cell: str) -> dict[tuple, object]:
        """The places that have a value of their own in a cell: what the common value does not reach."""
        found = {}
        for place in self.places()[1:]:
            values, origins = self.cells(place)
            if std_id in values and origins[std_id][cell] == place[0]:
                found[place] = values[std_id][cell]
        return found

    def identity(self, std_id: str) -> dict:
        """A standard's row wherever it is in force; {} where it is nowhere."""
        for place in self.places():
            if std_id in self.cells(place)[0]:
                return self.cells(place)[0][std_id]
        return {}

    def stored_cells(self, place: tuple) -> dict:
        return self._kept(("stored cells", place), lambda: self.stored_state(place).cells.to_dict("index"))

    def marks(self, place: tuple, against) -> dict[tuple, int]:
        """(std_id, cell) -> 1 stricter, -1 looser, 0 other, of a place against ``against``: a place, ``STORED`` or
        (``SAME_PLACE``, version)."""

        def found():
            other = self._other(place, against)
            if other is None:
                return {}
            table = differences({"base": other, "here": self.state(place)})
            return {
                (std, cell): int(mark)
                for std, cell, mark in zip(table["std_id"], table["cell"], table["here vs"])
            }

        return self._kept(("marks", place, against), found)

    def base_value(self, place: tuple, against, std_id: str, cell: str):
        """The value that a cell is compared with; None where there is none."""
        other = self._other(place, against)
        if other is None or std_id not in other.cells.index:
            return None
        return other.cells.at[std_id, cell]

    def _other(self, place: tuple, against) -> Effective | None:
        if against == STORED:
            return self.stored_state(place)
        if against and against[0] == SAME_PLACE:
            return self.version_state(place, against[1])
        return None if against in (None, place) else self.state(against)

    def _kept(self, key: tuple, make):
        if key not in self._cache:
            self._cache[key] = make()
        return self._cache[key]

    def _forget(self) -> None:
        self._picture: StandardSet | None = None
        self._stored: dict[str, StandardSet] = {}
        self._cache: dict = {}
