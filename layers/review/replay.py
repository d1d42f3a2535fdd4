"""Decisions put in their place again at every import.

A decision holds as long as the source says of that field what it said when the decision was taken. Then the
decided value takes the place of the imported one before the rows are merged, so that everything else of the row
goes on as usual. Where the source's own value changed, the decided value stays and both wait as 値の衝突.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace

import numpy as np
import shapely

from ..identity import content_hash
from ..store import Store
from ..store.geometry_blob import decode
from .rows import cell_print, without

SAME_PLACE_M = 0.01


@dataclass
class Kept:
    """One field of one row as a person decided it. ``source``: {"hash", "values", "cells"} of T29."""

    value: object
    source: dict
    follows: dict  # fields that go with it, e.g. the level of a place


@dataclass
class Treatment:
    """What a person decided on a row set aside, recognised by its cells (``content``)."""

    code: str
    action: str  # correct or accept
    content: str
    cells: dict
    twin: bool  # the row that was kept under its key is the same in every cell
    times: int = 2  # the how-many-eth row with these cells

    def tail(self) -> str:
        """What follows a key that several rows would bear: from the cells, so the same at every import."""
        return self.content[:6] + (f"-{self.times}" if self.times > 2 else "")

    @property
    def own_hash(self) -> str:
        """The row's print once the decision is applied: another correction is a change of the row."""
        return treated_hash(self.content, self.action, self.cells)


@dataclass
class Decided:
    """What replaying changed in a batch."""

    conflicts: dict[int, dict] = field(default_factory=dict)  # row -> field -> {"store", "file", "raw"}
    added: set[str] = field(default_factory=set)  # columns that the ledger itself does not feed
    fields: dict[str, set[str]] = field(default_factory=dict)  # uuid -> decided fields


def treated_hash(content: str, action: str, cells: dict | None) -> str:
    return content_hash([content, action, json.dumps(cells or {}, ensure_ascii=False, sort_keys=True)])


def decisions_print(store: Store, city_code: str) -> str:
    """Which decisions are in force for a city; "" where there are none."""
    uuids = store.con.execute(
        "SELECT uuid FROM decision WHERE city_code = ? AND undone_at IS NULL ORDER BY uuid", (city_code,)
    ).fetchall()
    return content_hash([uuid for (uuid,) in uuids]) if uuids else ""


class Replay:
    """The decisions in force for one city, as its import needs them."""

    def __init__(self, store: Store, city_code: str):
        self._kept: dict[str, dict[str, dict[str, Kept]]] = defaultdict(lambda: defaultdict(dict))
        self._accepted: dict[str, dict[str, dict[tuple, dict]]] = defaultdict(lambda: defaultdict(dict))
        self._codes: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
        self._aside: dict[str, dict[str, Treatment]] = defaultdict(dict)
        self._met: Counter = Counter()
        for entry in store.con.execute(
            'SELECT origin, "table", row_uuid, field, action, raw, standing, source, after FROM decision'
            " WHERE city_code = ? AND undone_at IS NULL ORDER BY fid",
            (city_code,),
        ):
            origin, table, row_uuid, name, action, raw, standing, source, after = entry
            after = json.loads(after or "{}")
            if origin == "set_aside":
                self._add_aside(table, action, after)
            elif row_uuid:
                self._add_row(
                    self._kept[table][row_uuid], table, row_uuid, action, json.loads(source or "{}"), after
                )
                if standing and raw and name in (after.get("values") or {}):
                    self._codes[table, name][raw] = after["values"][name]

    def _add_aside(self, table: str, action: str, after: dict) -> None:
        content = after["content"]
        if action == "reject":
            self._aside[table].pop(content, None)
        else:
            cells = after.get("cells") or {}
            self._aside[table][content] = Treatment(
                after["code"], action, content, cells, bool(after.get("twin"))
            )

    def _add_row(self, kept: dict, table: str, row_uuid: str, action: str, source: dict, after: dict) -> None:
        if "accepted" in after:
            mark = after["accepted"]
            values = after.get("values") or {}
            self._accepted[table][row_uuid][mark["field"], mark["code"]] = (source, values)
            return
        values = dict(after.get("values") or {})
        follows = {"gl": values.pop("gl")} if action == "place" and "gl" in values else {}
        for name, value in values.items():
            if (after.get("choice") or {}).get(name) == "file":
                kept.pop(name, None)  # from now on the source rules again
            else:
                kept[name] = Kept(value, source, follows if name == "geom" else {})

    # -- codes and rows set aside ------------------------------------------------------------------------------

    def codes(self, table: str, name: str) -> dict[str, str]:
        """Source text -> code, by standing decisions."""
        return self._codes.get((table, name), {})

    def treatment(self, table: str, content: str, code: str | None) -> Treatment | None:
        """The decision on a row with these cells. ``code``: why it is set aside; None: it is not (yet), which a
        second row with a key is not either before it is merged."""
        found = self._aside.get(table, {}).get(content)
        if found is None or found.code != (code or "E-DUPKEY"):
            return None
        if code is None and found.twin:
            self._met[table, content] += 1
            if self._met[table, content] == 1:
                return None  # the one that keeps the key
            return replace(found, times=self._met[table, content])
        return found

    def nothing_aside(self, table: str) -> bool:
        return not self._aside.get(table)

    # -- rows --------------------------------------------------------------------------------------------------

    def apply(self, unifier, batch) -> Decided:
        """Put decided values into a batch (unify.Batch), in place."""
        table, done = unifier.table.name, Decided()
        kept, accepted = self._kept.get(table), self._accepted.get(table)
        if not kept and not accepted:
            return done
        rows = batch.rows
        known = {*(kept or ()), *(accepted or ())}
        hits = [i for i, uuid in enumerate(rows.columns["uuid"]) if uuid in known]
        if not hits:
            return done
        row = _Incoming(unifier, rows)
        for i in hits:
            row.at(i)
            uuid = rows.columns["uuid"][i]
            for (name, code), (source, values) in (accepted or {}).get(uuid, {}).items():
                if row.says_the_same(name, source):
                    if name in values:  # what was right as it was is not read in another way since
                        row.put(name, values[name], done.added)
                    row.settle(batch, {name}, code)
            for name, entry in (kept or {}).get(uuid, {}).items():
                same = row.says_the_same(name, entry.source) or row.has(name, entry.value)
                if not same:
                    done.conflicts.setdefault(i, {})[name] = row.both(name, entry.value)
                row.put(name, entry.value, done.added)
                for follower, value in entry.follows.items():
                    row.put(follower, value, done.added)
                row.settle(batch, {name})
                done.fields.setdefault(uuid, set()).update((name, *entry.follows))
        return done


class _Incoming:
    """One row of a batch, against what was known of it when a decision was taken."""

    def __init__(self, unifier, rows):
        self.rows = rows
        self.labels = {name: feed.labels for name, feed in unifier._feeds.items()}
        geometry = unifier.source.geometry
        if geometry.kind in ("xy", "latlon"):
            self.labels["geom"] = [unifier.matching.by_profile[label] for label in (geometry.a, geometry.b)]
        self.own_file_places = geometry.kind == "file"

    def at(self, i: int) -> None:
        self.i = i
        self.cells = json.loads(self.rows.columns["raw_json"][i])

    def value(self, name: str):
        if name == "geom":
            return None if self.rows.geom is None else self.rows.geom[self.i]
        column = self.rows.columns.get(name)
        return None if column is None else column[self.i]

    def says_the_same(self, name: str, source: dict) -> bool:
        """Does the source say of this field what it said then?"""
        if source.get("hash") == self.rows.columns["row_hash"][self.i]:
            return True
        labels, then = self.labels.get(name) or (), source.get("cells") or {}
        comparable = bool(labels) and all(label in then and label in self.cells for label in labels)
        if comparable and all(then[label] == cell_print(self.cells[label]) for label in labels):
            return True
        if name in (source.get("values") or {}):
            # Another way to write the same value is no change; an unreadable one is, whatever became of it.
            flagged = comparable and f'"field": "{name}"' in (self.rows.columns["flags"][self.i] or "")
            return not flagged and self.has(name, source["values"][name])
        return not labels and not (name == "geom" and self.own_file_places)

    def has(self, name: str, value) -> bool:
        own = self.value(name)
        if name == "geom":
            return _same_place(own, _geometry(value))
        if isinstance(own, float) or isinstance(value, float):
            return own is not None and value is not None and abs(float(own) - float(value)) < 1e-9
        return own == value

    def both(self, name: str, value) -> dict:
        """The two values of a conflict, as texts of geometry where it is one, and the source's own text."""
        raw = [self.cells.get(label) for label in self.labels.get(name, ())]
        found = {"store": value, "file": self.value(name)}
        if name == "geom":
            found = {"store": _wkt(_geometry(value)), "file": _wkt(self.value(name))}
        if any(raw):
            found["raw"] = " ".join(text for text in raw if text)
        return found

    def put(self, name: str, value, added: set[str]) -> None:
        if name == "geom":
            if self.rows.geom is None:
                self.rows.geom = np.full(len(self.rows), None, dtype=object)
                added.add("geom")
            self.rows.geom[self.i] = _geometry(value)
            return
        if name not in self.rows.columns:
            self.rows.columns[name] = [None] * len(self.rows)
            added.add(name)
        self.rows.columns[name][self.i] = value

    def settle(self, batch, names: set[str], code: str | None = None) -> None:
        """What was decided is no doubt any more: its flags and reviews go."""
        flags = self.rows.columns["flags"]
        flags[self.i] = without(flags[self.i], names, code)
        reviews = batch.reviews.get(self.i)
        if reviews:
            rest = [r for r in reviews if r.field not in names or (code and r.code != code)]
            placed = self.value("geom")
            for review in rest:
                if review.point is None and placed is not None and placed.geom_type == "Point":
                    review.point = (placed.x, placed.y)
            if rest:
                batch.reviews[self.i] = rest
            else:
                del batch.reviews[self.i]


def _geometry(value):
    return decode([bytes.fromhex(value)])[0] if isinstance(value, str) else value


def _same_place(a, b) -> bool:
    if a is None or b is None:
        return a is b
    return a.equals_exact(b, SAME_PLACE_M)


def _wkt(geom) -> str | None:
    return None if geom is None else shapely.to_wkt(geom, rounding_precision=2)
