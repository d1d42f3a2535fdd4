"""Standards as they were read and as they stand now: versions, drafts, and what an edit does to rows of T11.

Nothing here is changed in place: an edit is planned as a ``Step`` (what was, what will be), and a step can be done
and taken back. No Qt.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from ...analysis.standards import CELLS, NO_RESPONSE, RESPONSES, THRESHOLDS, Effective, StandardSet, effective
from ...layers.standards.table import fields, row_key

COMMON = ("common", "")
ALWAYS = "1900-01-01"
OPEN_END = "9999-12-31"
VALUES = (*THRESHOLDS[:2], "repair_c1", "emerg", *RESPONSES)  # in the order in which officials read them


@dataclass(frozen=True)
class Draft:
    """The version of a place that is being written. ``correcting``: it stands in the store already."""

    ver: str
    valid_from: str
    author: str = ""
    reason: str = ""
    approved_by: str = ""
    correcting: bool = False


@dataclass(frozen=True)
class Step:
    """One edit: key of a row (or a place) -> (what was, what will be); None: nothing there."""

    rows: dict = field(default_factory=dict)
    drafts: dict = field(default_factory=dict)

    def __bool__(self) -> bool:
        return any(old != new for old, new in (*self.rows.values(), *self.drafts.values()))


class Document:
    """``base``: rows as they were read; ``rows``: as they stand now; both by key. ``drafts``: by place."""

    def __init__(self, rows: Iterable[Mapping] = (), titles=None, examples=(), shipped: bool = False):
        self.base = {row_key(row): tidy(row) for row in rows}
        self.rows = dict(self.base)
        self.drafts: dict[tuple, Draft] = {}
        self.titles, self.examples = dict(titles or {}), frozenset(examples)
        # Rows that stand in no store yet, though they are shown like stored ones.
        self.borrowed: set[tuple] = set(self.base) if shipped else set()

    def borrow(self, rows: Iterable[Mapping]) -> None:
        """Rows that ship with the plugin, in place of what the store does not have."""
        for row in map(tidy, rows):
            key = row_key(row)
            self.base[key] = self.rows[key] = row
            self.borrowed.add(key)

    @property
    def shipped(self) -> bool:
        """Whether saving would put rows into the store that nobody has edited."""
        return bool(self.borrowed)

    def saved(self) -> None:
        """Everything stands in the store now, and is kept as it is."""
        self.base, self.borrowed = dict(self.rows), set()
        self.drafts.clear()

    # -- edits -----------------------------------------------------------------------------------------------

    def apply(self, step: Step, back: bool = False) -> None:
        """Do a step, or take it back."""
        side = 0 if back else 1
        for table, changes in ((self.rows, step.rows), (self.drafts, step.drafts)):
            for key, pair in changes.items():
                if pair[side] is None:
                    table.pop(key, None)
                else:
                    table[key] = pair[side]

    def set_cells(self, values: Mapping[tuple, object]) -> Step:
        """{(place, std_id, cell): value} in the drafts of these places; None empties a cell. KeyError: no draft."""
        rows: dict = {}
        for (place, std_id, cell), value in values.items():
            draft = self.drafts[place]
            key = (std_id, draft.ver, *place)
            old = self.rows.get(key)
            new = rows[key][1] if key in rows else old or self._first_row(place, std_id, draft)
            new = {**new, cell: stored_value(place, cell, value)}
            rows[key] = (old, self._corrected(new, draft) if new != old else new)
        return Step({key: pair for key, pair in rows.items() if pair[0] != pair[1]})

    def new_version(self, place: tuple, draft: Draft, day: str, ver: str | None = None) -> Step:
        """A draft with all rows that are in force in a place on a day (or those that ``ver`` shows there)."""
        shown = self.in_force(day, prefer={place: ver} if ver else None)
        own = {key[0]: row for key, row in shown.items() if key[2:] == place}
        rows = {}
        for std_id, row in own.items():
            rows[(std_id, draft.ver, *place)] = (None, self._stamped(row, place, draft))
        return Step(rows, {place: (self.drafts.get(place), draft)})

    def correct(self, place: tuple, draft: Draft) -> Step:
        """A stored version is opened for correction; what is corrected names who did it, and why."""
        first = self.versions(place)[draft.ver]
        draft = replace(draft, valid_from=first, correcting=True)
        return Step({}, {place: (self.drafts.get(place), draft)})

    def describe(self, place: tuple, draft: Draft) -> Step:
        """Other words for the version that is being written."""
        old = self.drafts[place]
        rows: dict = {}
        for key, row in self.rows.items():
            if key[1] != old.ver or key[2:] != place:
                continue
            if draft.correcting:
                if row != self.base.get(key):
                    rows[key] = (row, self._corrected(row, draft))
                continue
            rows[key] = (row, None)
            new_key = (key[0], draft.ver, *place)
            rows[new_key] = (self.rows.get(new_key), self._stamped(row, place, draft))
        return Step(rows, {place: (old, draft)})

    def add_row(self, place: tuple, std_id: str, identity: Mapping) -> Step:
        """A standard that nobody has yet."""
        draft = self.drafts[place]
        row = {**self._stamped(dict.fromkeys(fields()), place, draft), **identity, "std_id": std_id}
        return Step({(std_id, draft.ver, *place): (None, tidy(row))})

    def remove_rows(self, place: tuple, std_ids: Iterable[str]) -> Step:
        """Standards that end with the draft; in a city those that the common standard has are inherited again.

        ValueError: the row belongs to a stored version that is being corrected; such a row stays.
        """
        draft = self.drafts[place]
        common = {key[0] for key in self.in_force(draft.valid_from) if key[2:] == COMMON}
        changes: dict = {}
        for std_id in std_ids:
            key = (std_id, draft.ver, *place)
            if place != COMMON and std_id in common:
                changes |= self.set_cells({(place, std_id, cell): None for cell in CELLS}).rows
                continue
            if key in self.base:
                raise ValueError(std_id)
            if key in self.rows:
                changes[key] = (self.rows[key], None)
            for other, row in self.rows.items():
                if (
                    other != key
                    and (other[0], *other[2:]) == (std_id, *place)
                    and _valid(row, draft.valid_from)
                ):
                    changes[other] = (row, {**row, "valid_to": day_before(draft.valid_from)})
        return Step(changes)

    def load(self, rows: Iterable[Mapping]) -> Step:
        """Rows of a workbook: others than the present ones come in, each place's newest new version as its draft."""
        changes, drafts = {}, {}
        for row in rows:
            key, new = row_key(row), tidy(row)
            old = self.rows.get(key)
            if old is None or any(old.get(name) != new.get(name) for name in fields()):
                changes[key] = (old, new)
                place, seen = key[2:], drafts.get(key[2:])
                if seen is None or (new["valid_from"] or "") >= seen.valid_from:
                    stored = any(other[1] == key[1] and other[2:] == place for other in self.base)
                    drafts[place] = Draft(key[1], new["valid_from"] or "", new["author"] or "", new["reason"] or "",
                                          new["approved_by"] or "", stored)  # fmt: skip
        return Step(changes, {place: (self.drafts.get(place), draft) for place, draft in drafts.items()})

    # -- looking -------------------------------------------------------------------------------------------

    @property
    def changed(self) -> list[dict]:
        """Rows that the store does not have like this."""
        return [row for key, row in self.rows.items() if key in self.borrowed or self.base.get(key) != row]

    def places(self) -> list[tuple]:
        """Common, cities, routes that have rows."""
        order = {"common": 0, "city": 1, "route": 2}
        return sorted({COMMON, *(key[2:] for key in self.rows)}, key=lambda p: (order.get(p[0], 9), p[1]))

    def versions(self, place: tuple) -> dict[str, str]:
        """Version -> its first day, the newest first."""
        found: dict[str, str] = {}
        for key, row in self.rows.items():
            if key[2:] == place:
                found[key[1]] = min(found.get(key[1], OPEN_END), row["valid_from"] or OPEN_END)
        return dict(sorted(found.items(), key=lambda item: (item[1], item[0]), reverse=True))

    def in_force(self, day: str, prefer: Mapping | None = None, stored: bool = False) -> dict[tuple, dict]:
        """The rows that count on a day, by key: of each place and standard the newest version.

        ``prefer``: place -> version that is looked at there instead (a draft, or one that was chosen); ``stored``:
        as they were read, without any edit.
        """
        prefer = dict(prefer or {})
        if not stored:
            for place, draft in self.drafts.items():
                if draft.valid_from <= day:
                    prefer.setdefault(place, draft.ver)
        best: dict[tuple, tuple] = {}
        for key, row in (self.base if stored else self.rows).items():
            if not _valid(row, day):
                continue
            rank = (key[1] == prefer.get(key[2:]), row["valid_from"] or "", key[1])
            at = (key[0], *key[2:])
            if at not in best or rank > best[at][0]:
                best[at] = (rank, key, row)
        return {key: row for _, key, row in best.values()}

    def picture(self, day: str, prefer: Mapping | None = None, stored: bool = False) -> StandardSet:
        """What counts on a day as a set that is in force always: it is judged by whatever today is."""
        rows = [
            {**row, "valid_from": ALWAYS, "valid_to": None}
            for row in self.in_force(day, prefer, stored).values()
        ]
        return StandardSet.of(rows, self.titles, self.examples)

    def title(self, std_id: str, lang: str) -> str:
        return self.titles.get(std_id, {}).get(lang, "")

    # -- rows -----------------------------------------------------------------------------------------------

    def _first_row(self, place: tuple, std_id: str, draft: Draft) -> dict:
        """What a draft's new row of a standard begins with: the one of the place that is in force, else nothing."""
        there = self.in_force(draft.valid_from)
        own = next((row for key, row in there.items() if (key[0], *key[2:]) == (std_id, *place)), None)
        return self._stamped(own or {**dict.fromkeys(fields()), "std_id": std_id}, place, draft)

    def _corrected(self, row: Mapping, draft: Draft) -> dict:
        if not draft.correcting:
            return dict(row)
        return {**row, "author": draft.author or row["author"], "reason": draft.reason or row["reason"]}

    def _stamped(self, row: Mapping, place: tuple, draft: Draft) -> dict:
        return tidy(
            {
                **row, "ver": draft.ver, "scope": place[0], "scope_key": place[1], "valid_from": draft.valid_from,
                "valid_to": None, "author": draft.author, "reason": draft.reason, "approved_by": draft.approved_by,
            }
        )  # fmt: skip


def state_of(picture: StandardSet, place: tuple) -> Effective:
    """What is in force in a place, by a picture."""
    scope, key = place
    if scope == "route":
        return effective(picture, key[:6], key)
    return effective(picture, key if scope == "city" else None)


def tidy(row: Mapping) -> dict:
    """A row of T11 with None wherever it says nothing, and no key for the common standard."""
    found = {}
    for name in fields():
        value = row.get(name)
        if value == "" or (isinstance(value, float) and math.isnan(value)):
            value = None
        if name in THRESHOLDS and value is not None:
            value = float(value)
        found[name] = value
    if found["scope"] == "common":
        found["scope_key"] = None
    return found


def stored_value(place: tuple, cell: str, value):
    """ "There is no such level": in the common standard an empty cell, elsewhere what overrides an inherited one."""
    never = value == NO_RESPONSE or (isinstance(value, float) and math.isinf(value))
    if never and place == COMMON and cell != "repair_c1":
        return None
    if isinstance(value, float) and math.isnan(value):
        return None
    return value


def day_before(day: str) -> str:
    return (datetime.date.fromisoformat(day[:10]) - datetime.timedelta(days=1)).isoformat()


def free_version(document: Document, place: tuple, wanted: str) -> str:
    """``wanted``, or with a number behind it where the place has that version already."""
    taken, name, number = set(document.versions(place)), wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name


def _valid(row: Mapping, day: str) -> bool:
    return (row["valid_from"] or "9999")[:10] <= day <= (row["valid_to"] or OPEN_END)[:10]
