"""What each action does to the row, the item and the row set aside; and what it remembers for undo and replay."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass

import numpy as np
import shapely

from ...i18n import language, tr
from ...schema import model
from ..coordinates.decision import OUTSIDE_M
from ..identity import row_uuids
from ..store import Store
from ..store.geometry_blob import decode, encode
from ..unify.places import UNLIMITED
from ..unify.redaction import redacted
from .linking import Linking
from .queue import (
    CODE_KIND,
    CONFLICT_KIND,
    DECISION_OF,
    DONE,
    DRAWN_KIND,
    DUPLICATE_KIND,
    LINK_KIND,
    OUT_OF_SCOPE,
    PLACE_KIND,
    Item,
)
from .reading import Reader, UnreadableError
from .refusing import RefusedError
from .rows import Row, Rows, prints, without
from .subject import holds_personal

ACTIONS = tuple(model().code_lists["DCACT"].codes)
# Reasons to set a row aside that a person may overrule; the others leave nothing that could be taken as it is.
ACCEPTABLE = ("E-OUTSIDE", "E-OTHERCITY", "E-DUPKEY", "E-NOKEY")
# Rows that the reader itself could not read or divide: which cell is which is not known.
UNDIVIDED = ("E-DECODE", "E-RAGGED", "E-QUOTE", "E-SHIFTED")
PLACED = "1"  # code list GL: coordinates
DUPLICATE_TABLES = {"request": "req_no", "facility": "fac_id", "damage": "dmg_id"}


@dataclass
class Record:
    """One row of T29 in the making. ``before`` and ``after``: {"values", "geom", "flags", "item", ...}."""

    row_uuid: str | None
    field: str | None
    raw: str | None
    source: dict | None
    before: dict
    after: dict
    standing: bool = False
    pending: bool = False


def may_stand(item: Item, decision) -> bool:
    """Only a corrected code, with the source's text known, can hold for later imports too."""
    return (
        decision.action == "correct"
        and item.kind == CODE_KIND
        and bool(item.raw)
        and item.field in decision.values
    )


class Work:
    """The decisions of one batch on rows in memory."""

    def __init__(self, store: Store, who: str, stamp: str):
        self.store, self.who, self.stamp = store, redacted(who), stamp
        self.rows = Rows(store)
        self.reader = Reader(store)
        self._standing_sources: dict[
            tuple[str, str], dict
        ] = {}  # (row, field) -> source of the decision in force
        self._areas: dict[str, object] = {}
        self._items: list[tuple] = []
        self._aside: list[tuple] = []
        self._aside_rows: dict[str, tuple] = {}
        self._linking: Linking | None = None

    def load(self, items: list[Item]) -> None:
        """Everything the decisions look at, in bulk."""
        reviews = [item for item in items if item.origin == "review"]
        wanted = [(item.table, item.row_uuid) for item in reviews]
        wanted += [
            (item.detail.get("other_table") or item.table, item.other_uuid)
            for item in reviews
            if item.other_uuid
        ]
        self.rows.load(wanted)
        uuids = json.dumps([item.row_uuid for item in reviews if item.row_uuid])
        for row_uuid, source, after in self.store.con.execute(
            "SELECT row_uuid, source, after FROM decision WHERE undone_at IS NULL AND row_uuid IN"
            " (SELECT value FROM json_each(?)) ORDER BY fid",
            (uuids,),
        ):
            self._remember(row_uuid, json.loads(source or "{}"), json.loads(after or "{}"))
        ids = json.dumps([item.id for item in items if item.origin == "set_aside"])
        self._aside_rows = {
            uuid: rest
            for uuid, *rest in self.store.con.execute(
                "SELECT uuid, state, src_key, vanished_at FROM set_aside WHERE uuid IN"
                " (SELECT value FROM json_each(?))",
                (ids,),
            )
        }

    def take(self, item: Item, decision) -> Record:
        """One decision; raises RefusedError and then has changed nothing."""
        if decision.action not in ACTIONS:
            raise RefusedError(tr("There is no action “{action}”.", action=decision.action))
        if item.origin == "set_aside":
            return self._take_aside(item, decision)
        row = self.rows.get(item.table, item.row_uuid)
        if row is None:
            raise RefusedError(tr("The row is not in the store any more."))
        if item.kind in (LINK_KIND, DRAWN_KIND):
            if self._linking is None:
                self._linking = Linking(self.store)
            before, after = self._linking.take(item, decision)
            record = Record(row.uuid, None, None, None, before, after)
        else:
            record = getattr(self, f"_{decision.action}")(item, row, decision)
        mark = {"decision": DECISION_OF[decision.action], "decided_by": self.who, "decided_at": self.stamp}
        record.before["item"] = {
            "decision": item.decision, "decided_by": item.decided_by, "decided_at": item.decided_at
        }  # fmt: skip
        record.after["item"] = mark
        self._items.append((*mark.values(), item.id))
        if record.source is not None:
            self._remember(row.uuid, record.source, record.after)
        return record

    def write(self) -> None:
        self.rows.write()
        mark_items(self.store, self._items)
        self.store.con.executemany("UPDATE set_aside SET state = ? WHERE uuid = ?", self._aside)

    # -- review items --------------------------------------------------------------------------------------

    def _place(self, item: Item, row: Row, decision) -> Record:
        entry = model().tables[item.table]
        if entry.geometry not in ("Point", "Geometry"):
            raise RefusedError(
                tr("Rows of {table} cannot be placed by a point.", table=entry.label(language()))
            )
        if decision.point is None or not all(math.isfinite(part) for part in decision.point):
            raise RefusedError(tr("There is no point."))
        point = shapely.Point(decision.point)
        outside = self._outside_m(item, point)
        if outside > OUTSIDE_M:
            raise RefusedError(tr("The point lies {metres} m outside the city.", metres=f"{outside:.0f}"))
        blob = encode(np.array([point], dtype=object), self.store.srs_id)[0]
        new = {"geom": blob}
        if "gl" in row.values:
            new["gl"] = PLACED
        return self._change(item, row, new, "geom", drop_flags={"geom"})

    def _correct(self, item: Item, row: Row, decision) -> Record:
        if not decision.values:
            raise RefusedError(tr("There is no value to correct."))
        new = {}
        for name, text in decision.values.items():
            try:
                new[name] = self.reader.value(item.city_code, item.table, name, text)
            except UnreadableError as error:
                raise RefusedError(str(error)) from error
        main = item.field if item.field in new else next(iter(new))
        record = self._change(item, row, new, main, drop_flags=set(new))
        if decision.standing and may_stand(item, decision):
            record.standing = True
        return record

    def _choose(self, item: Item, row: Row, decision) -> Record:
        both = item.detail.get("values") or {}
        if item.kind != CONFLICT_KIND:
            raise RefusedError(tr("There are no two values to choose from."))
        wrong = [
            name
            for name, side in decision.values.items()
            if name not in both or side not in ("store", "file")
        ]
        if wrong:
            raise RefusedError(tr("“{name}” is not in conflict.", name=wrong[0]))
        sides = {name: decision.values.get(name, "store") for name in both}
        new, theirs = {}, {}
        for name, entry in both.items():
            value = entry.get("file")
            if name == "geom":
                value = self._blob(value)
            theirs[name] = value
            new[name] = value if sides[name] == "file" else row.get(name)
        record = self._change(item, row, new, None, drop_flags=set())
        for name in ("row_hash", "raw_json"):
            value = item.detail.get("row_hash" if name == "row_hash" else "cells")
            if value and value != row.values[name]:
                record.before[name], record.after[name] = row.values[name], value
                row.set(name, value)
        record.after["choice"] = sides
        record.source = {
            "hash": row.values["row_hash"],
            "values": {name: _plain(value) for name, value in theirs.items()},
            "cells": prints(row.values["raw_json"]),
        }
        return record

    def _accept(self, item: Item, row: Row, decision) -> Record:
        if item.kind == CONFLICT_KIND:
            raise RefusedError(tr("Choose which of the two values is right."))
        if item.kind == DUPLICATE_KIND:
            return self._accept_duplicate(item, row, decision)
        if item.field is None:
            return Record(row.uuid, None, item.raw, None, {}, {})
        name = item.field
        known = name == "geom" or name in row.values
        new = {name: row.get(name)} if known and (name != "geom" or row.geom is not None) else {}
        record = self._change(item, row, new, name, drop_flags={name}, code=item.code)
        record.after["accepted"] = {"field": name, "code": item.code}
        return record

    def _accept_duplicate(self, item: Item, row: Row, decision) -> Record:
        name = DUPLICATE_TABLES.get(item.table)
        other = self.rows.get(item.detail.get("other_table") or item.table, item.other_uuid)
        if name is None or other is None or other.table != row.table:
            raise RefusedError(tr("The other row is not in the store any more."))
        keep = decision.values.get("keep")
        if keep not in (row.uuid, other.uuid):
            raise RefusedError(tr("Say which of the two rows stays."))
        kept, gone = (row, other) if keep == row.uuid else (other, row)
        key = kept.values[name]
        if not key:
            raise RefusedError(tr("The row that stays has no number to refer to."))
        if kept.values["dup_of"] == gone.values[name] and gone.values[name]:
            raise RefusedError(tr("The row that stays is itself marked as a duplicate of the other."))
        return self._change(item, gone, {"dup_of": key}, "dup_of", drop_flags=set())

    def _reject(self, item: Item, row: Row, decision) -> Record:
        if item.kind == CONFLICT_KIND:
            raise RefusedError(tr("Choose which of the two values is right."))
        return Record(row.uuid, item.field, item.raw, None, {}, {})

    def _change(self, item, row: Row, new: dict, main: str | None, drop_flags: set[str], code=None) -> Record:
        """Put ``new`` values into a row; what was there goes into the record."""
        raw = redacted(item.raw)
        source = self._source(row, new)
        before = {"values": {name: _plain(row.get(name)) for name in new}}
        after = {"values": {name: _plain(value) for name, value in new.items()}}
        flags = without(row.values["flags"], drop_flags, code)
        if flags != row.values["flags"]:
            before["flags"], after["flags"] = row.values["flags"], flags
            row.set("flags", flags)
        for name, value in new.items():
            row.set(name, value)
        return Record(row.uuid, main, raw, source, before, after)

    def _source(self, row: Row, names) -> dict:
        """What the source said of these fields; of a field that was decided before: what it said then."""
        values = {}
        for name in names:
            earlier = self._standing_sources.get((row.uuid, name))
            if earlier is not None:
                if name in earlier:
                    values[name] = earlier[name]
            elif row.values["edited_at"] is None:
                values[name] = _plain(row.get(name))
        return {"hash": row.values["row_hash"], "values": values, "cells": prints(row.values["raw_json"])}

    def _remember(self, row_uuid: str, source: dict, after: dict) -> None:
        for name in after.get("values") or {}:
            self._standing_sources[row_uuid, name] = source.get("values") or {}

    def _outside_m(self, item: Item, point) -> float:
        if item.table in UNLIMITED:
            return 0.0
        if item.city_code not in self._areas:
            row = self.store.con.execute(
                "SELECT geom FROM city WHERE city_code = ?", (item.city_code,)
            ).fetchone()
            area = decode([row[0]])[0] if row else None
            if area is not None:
                shapely.prepare(area)
            self._areas[item.city_code] = area
        area = self._areas[item.city_code]
        return 0.0 if area is None or area.intersects(point) else area.distance(point)

    def _blob(self, wkt: str | None) -> bytes | None:
        geom = shapely.from_wkt(wkt) if wkt else None
        return encode(np.array([geom], dtype=object), self.store.srs_id)[0]

    # -- rows set aside ------------------------------------------------------------------------------------

    def _take_aside(self, item: Item, decision) -> Record:
        found = self._aside_rows.get(item.id)
        if found is None:
            raise RefusedError(tr("The item is not in the store any more."))
        state, key, vanished = found
        if vanished is not None:
            raise RefusedError(tr("The row is not set aside any more."))
        content, _, again = key.rpartition("|")[2].partition("#")
        after: dict = {"content": content, "code": item.code}
        if decision.action == "correct":
            if item.code in UNDIVIDED:
                raise RefusedError(
                    tr("The row could not be read at all ({code}); correct the file.", code=item.code)
                )
            after["cells"] = self._corrected(item, decision.values)
        elif decision.action == "accept":
            if item.code not in ACCEPTABLE:
                raise RefusedError(
                    tr("The row cannot be taken as it is ({code}); correct it.", code=item.code)
                )
        elif decision.action != "reject":
            raise RefusedError(tr("A row set aside can be corrected, accepted or rejected."))
        if item.code == "E-DUPKEY":
            after["twin"] = self._is_twin(item, content)
        after["state"] = OUT_OF_SCOPE if decision.action == "reject" else DONE
        self._aside.append((after["state"], item.id))
        raw = None if decision.action != "correct" else _cells_text(item, after["cells"])
        return Record(
            None, item.field, raw, None, {"state": state}, after, pending=decision.action != "reject"
        )

    def _corrected(self, item: Item, values: dict) -> dict:
        """Column -> text. Cells with personal data are not here to be seen, so neither to be changed."""
        found = {}
        for label, text in values.items():
            if label not in item.cells:
                raise RefusedError(tr("The row has no column “{column}”.", column=label))
            if holds_personal(item.cells[label]) and text != item.cells[label]:
                raise RefusedError(
                    tr("“{column}” holds personal data; correct it in the file itself.", column=label)
                )
            if text == item.cells[label]:
                continue
            if redacted(text) != text and holds_personal(redacted(text)):
                raise RefusedError(
                    tr("Do not write names or telephone numbers into “{column}”.", column=label)
                )
            found[label] = text or None
        if not found:
            raise RefusedError(tr("There is no value to correct."))
        return found

    def _is_twin(self, item: Item, content: str) -> bool:
        """Is the row that was kept under this key the same in every cell?"""
        return (
            self.store.con.execute(
                f'SELECT 1 FROM "{item.table}" WHERE city_code = ? AND row_hash = ?',  # nosec B608
                (item.city_code, content),
            ).fetchone()
            is not None
        )


def mark_items(store: Store, marks: list[tuple]) -> None:
    """(decision, who, when, uuid) into T22; the triggers of its spatial index rest meanwhile."""
    from ..store import ddl

    if not marks:
        return
    for statement in ddl.rtree_triggers_drop("review_item"):
        store.con.execute(statement)
    store.con.executemany(
        "UPDATE review_item SET decision = ?, decided_by = ?, decided_at = ? WHERE uuid = ?", marks
    )
    for statement in ddl.rtree_triggers_create("review_item"):
        store.con.execute(statement)


def _cells_text(item: Item, cells: dict) -> str:
    return json.dumps({label: item.cells.get(label) for label in cells}, ensure_ascii=False)


def _plain(value):
    """As JSON holds it; a geometry blob as hexadecimal text."""
    return value.hex() if isinstance(value, bytes) else value


__all__ = [
    "ACCEPTABLE",
    "PLACE_KIND",
    "Record",
    "RefusedError",
    "Work",
    "mark_items",
    "may_stand",
    "row_uuids",
]
