"""Undo and redo of a batch: what was changed since stays as it is, and is said."""

from __future__ import annotations

import functools
import json

from ...i18n import tr
from ..store import Store
from .actions import mark_items
from .linking import Linking
from .queue import CONFLICT_KIND, UNDECIDED
from .rows import Row, Rows, flags_of, flags_text
from .withdrawing import take_out, unread


def undo(store: Store, batch: str, who: str, stamp: str) -> tuple[int, int, list[tuple[str, str]]]:
    """Within the caller's transaction; returns (decisions undone, pending, refused)."""
    return _turn(store, batch, who, stamp, back=True)


def redo(store: Store, batch: str, who: str, stamp: str) -> tuple[int, int, list[tuple[str, str]]]:
    """Within the caller's transaction; returns (decisions taken again, pending, refused)."""
    return _turn(store, batch, who, stamp, back=False)


def _turn(store: Store, batch: str, who: str, stamp: str, back: bool):
    con = store.con
    entries = con.execute(
        'SELECT fid, origin, subject, "table", row_uuid, before, after, action, city_code, field, raw, source,'  # nosec B608
        " coalesce(standing, 0) FROM decision WHERE batch = ? AND"
        f" undone_at IS {'NULL' if back else 'NOT NULL'} ORDER BY fid {'DESC' if back else 'ASC'}",
        (batch,),
    ).fetchall()
    rows = Rows(store)
    disputed = _disputed(store, [row[4] for row in entries]) if back else set()
    rows.load([(table, uuid) for _, origin, _, table, uuid, *_ in entries if origin == "review"])
    marks = _marks(store, [subject for _, _, subject, *_ in entries])
    items, done, refused, pending, standing = [], [], [], 0, {}
    linking = None if back else Linking(store)
    for fid, origin, subject, table, uuid, before, after, action, city, name, raw, source, lasts in entries:
        before, after = json.loads(before), json.loads(after)
        old, new = (after, before) if back else (before, after)
        if origin == "set_aside":
            withdraw = functools.partial(take_out, store, city, table, action, after, stamp)
            reason = _turn_aside(store, subject, old, new, withdraw if back and action != "reject" else None)
            pending += not reason and not back and action != "reject"
        else:
            if any((uuid, own) in disputed for own in after.get("values") or ()):
                reason = tr("The source says something else since; decide on that conflict.")
            else:
                reason = linking and linking.again(subject, new)
                reason = reason or _turn_row(rows.get(table, uuid), old, new, marks.get(subject))
            if not reason:
                items.append((*new["item"].values(), subject))
                marks[subject] = tuple(new["item"].values())
                if lasts and raw:
                    standing[city, table, name, raw] = (json.loads(source), before, after)
        if reason:
            refused.append((subject, reason))
        else:
            done.append(fid)
    rows.write()
    mark_items(store, items)
    con.executemany(
        "UPDATE decision SET undone_at = ?, undone_by = ? WHERE fid = ?",
        [(stamp if back else None, who if back else None, fid) for fid in done],
    )
    if back:
        for key, states in standing.items():
            unread(store, *key, *states)
    return len(done), pending, refused


def _marks(store: Store, subjects: list[str]) -> dict[str, tuple]:
    return {
        uuid: tuple(mark)
        for uuid, *mark in store.con.execute(
            "SELECT uuid, decision, decided_by, decided_at FROM review_item WHERE uuid IN"
            " (SELECT value FROM json_each(?))",
            (json.dumps(subjects),),
        )
    }


def _disputed(store: Store, uuids: list) -> set[tuple[str, str]]:
    """(row, field) of open conflicts: going back to what the source said once would hide what it says now."""
    return {
        (uuid, name)
        for uuid, detail in store.con.execute(
            "SELECT row_uuid, detail FROM review_item WHERE kind = ? AND coalesce(decision, ?) = ? AND row_uuid IN"
            " (SELECT value FROM json_each(?))",
            (CONFLICT_KIND, UNDECIDED, UNDECIDED, json.dumps([uuid for uuid in uuids if uuid])),
        )
        for name in json.loads(detail).get("values") or ()
    }


def _turn_row(row: Row | None, old: dict, new: dict, mark: tuple | None) -> str | None:
    """Bring one row from ``old`` to ``new``; or the reason why not."""
    if row is None:
        return tr("The row is not in the store any more.")
    if mark is not None and mark != tuple(old["item"].values()):
        return tr("It was decided anew since.")
    values = old.get("values") or {}
    for name, value in values.items():
        if row.get(name) != _blob(name, value):
            return tr("The row was changed since.")
    for name in ("row_hash", "raw_json"):
        if name in old and row.values[name] != old[name]:
            return tr("The source has brought the row anew since.")
    for name, value in (new.get("values") or {}).items():
        row.set(name, _blob(name, value))
    for name in ("row_hash", "raw_json"):
        if name in new:
            row.set(name, new[name])
    if "flags" in new:
        row.set("flags", _turned_flags(row.values["flags"], old["flags"], new["flags"]))
    return None


def _turned_flags(present: str | None, old: str | None, new: str | None) -> str | None:
    """The flags as they were; where others came or went since, only those of the decision are turned."""
    if present == old:
        return new
    flags = flags_of(present)
    lost = [flag for flag in flags_of(old) if flag not in flags_of(new)]
    gained = [flag for flag in flags_of(new) if flag not in flags_of(old)]
    return flags_text([f for f in flags if f not in lost] + [f for f in gained if f not in flags])


def _turn_aside(store: Store, subject: str, old: dict, new: dict, withdraw) -> str | None:
    """``withdraw`` marks the row that came in since by the decision, and says whether there was one."""
    found = store.con.execute(
        "SELECT state, vanished_at FROM set_aside WHERE uuid = ?", (subject,)
    ).fetchone()
    if found is None:
        return tr("The item is not in the store any more.")
    state, vanished = found
    if state != old["state"]:
        return tr("It was decided anew since.")
    if vanished is not None and not (withdraw and withdraw()):
        return None  # the source has mended it meanwhile: it is no matter any more
    store.con.execute(
        "UPDATE set_aside SET state = ?, vanished_at = NULL WHERE uuid = ?", (new["state"], subject)
    )
    return None


def _blob(name: str, value):
    return bytes.fromhex(value) if name == "geom" and isinstance(value, str) else value
