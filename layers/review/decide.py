"""What people decide on items of the queue: taken, undone and taken again, each batch in one transaction.

Every decision is a row of T29 with the state before and after it, and with what the source said then: so it can
be undone, and so every later import can put it in its place again (``replay``).
"""

from __future__ import annotations

import json
import uuid as uuid_module
from dataclasses import dataclass, field
from pathlib import Path

from ...i18n import tr
from ..identity import row_uuids
from ..store import Store, friendly, now_utc, open_store
from ..unify.redaction import redacted
from . import actions, reverting
from .actions import RefusedError
from .queue import Item, alike, by_ids

_ENCODE = json.JSONEncoder(ensure_ascii=False).encode  # made once: thousands of small texts
COLUMNS = (
    "uuid", "city_code", "src_file", "src_row", "imported_at", "src_key", "batch", "origin", "subject", "table",
    "row_uuid", "field", "action", "raw", "source", "before", "after", "standing", "note", "decided_by", "decided_at",
)  # fmt: skip


@dataclass(frozen=True)
class Decision:
    """What to do with one item.

    ``point``: x, y in the store's CRS (place). ``values``: choose: field -> "store" or "file"; correct: field -> text
    (of a row set aside: source column -> text); accept of a possible duplicate: {"keep": uuid of the row that stays}.
    ``standing``: a corrected code also holds for the same text in this city and field, now and at later imports.
    """

    item: str
    action: str  # a code of DCACT: place, choose, correct, accept, reject
    point: tuple[float, float] | None = None
    values: dict = field(default_factory=dict)
    note: str | None = None
    standing: bool = False


@dataclass
class Outcome:
    """``done`` decisions were taken (also of items alike, for standing ones), ``pending`` of them wait for the next
    import; ``refused``: (item id, why)."""

    batch: str
    done: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)
    pending: int = 0


@dataclass(frozen=True)
class Batch:
    """What was decided at once. ``action`` is the one action of all, or "" where they differ."""

    id: str
    when: str
    who: str
    action: str
    count: int
    undone: bool
    undone_at: str | None = None
    undone_by: str | None = None
    note: str | None = None


def decide(path: str | Path, decisions: list[Decision], who: str) -> Outcome:
    """Take decisions, all in one transaction that either lands whole or not at all.

    What cannot be done is refused with a reason and does not hinder the others. Raises GunmaneError as
    ``open_store`` does (locked, read-only, older model ...).
    """
    batch = uuid_module.uuid4().hex
    outcome = Outcome(batch)
    with open_store(path) as store, store.transaction(tr("decisions")) as con:
        _take(store, _with_alike(store, decisions, outcome), who, outcome)
        if not outcome.done:
            con.execute("ROLLBACK")
    return outcome


def history(store: Store, *, item: str | None = None, limit: int = 200) -> list[Batch]:
    """Batches, newest first; with ``item`` only those that decided on it."""
    where, values = "1", []
    if item is not None:
        where, values = "batch IN (SELECT batch FROM decision WHERE subject = ?)", [item]
    with friendly(store.path):
        rows = store.con.execute(
            "SELECT batch, min(decided_at), min(decided_by), CASE WHEN count(DISTINCT action) = 1 THEN min(action)"  # nosec B608
            " ELSE '' END, count(*), min(undone_at IS NOT NULL), max(undone_at), max(undone_by), max(note)"
            f" FROM decision WHERE {where} GROUP BY batch ORDER BY max(fid) DESC LIMIT ?",
            [*values, limit],
        ).fetchall()
    return [Batch(*row[:5], bool(row[5]), row[6], row[7], row[8]) for row in rows]


def undo(path: str | Path, batch: str, who: str) -> Outcome:
    """Take a batch back as one. A decision whose row was changed since stays, and is said with a reason."""
    return _turn(path, batch, who, reverting.undo)


def redo(path: str | Path, batch: str, who: str) -> Outcome:
    """Take again what was undone of a batch; a standing decision also takes the items alike that came since."""
    return _turn(path, batch, who, reverting.redo)


def _take(store: Store, taken, who: str, outcome: Outcome) -> None:
    """Take decisions within the caller's transaction; ``taken``: (item, decision, asked for)."""
    work = actions.Work(store, who, now_utc())
    work.load([item for item, _, _ in taken])
    records = []
    for item, decision, asked in taken:
        try:
            record = work.take(item, decision)
        except RefusedError as error:
            if asked:  # of items alike only the one that was asked about is answered for
                outcome.refused.append((item.id, str(error)))
            continue
        records.append((item, decision, record))
        outcome.pending += record.pending
    if records:
        work.write()
        _keep(store, outcome.batch, records, who, work.stamp)
        outcome.done += len(records)


def _turn(path, batch: str, who: str, how) -> Outcome:
    outcome = Outcome(batch)
    with open_store(path) as store, store.transaction(tr("decisions")) as con:
        before = con.total_changes
        outcome.done, outcome.pending, outcome.refused = how(store, batch, redacted(who), now_utc())
        if how is reverting.redo:
            _take(store, _alike_since(store, batch), who, outcome)
        if con.total_changes == before:
            con.execute("ROLLBACK")
    return outcome


def _with_alike(
    store: Store, decisions: list[Decision], outcome: Outcome
) -> list[tuple[Item, Decision, bool]]:
    """(item, decision, asked for by the caller); a standing decision brings the open items alike with it."""
    items = by_ids(store, [decision.item for decision in decisions], present=False)
    taken, seen = [], set()
    for decision in decisions:
        item = items.get(decision.item)
        if item is None or decision.item in seen:
            reason = (
                tr("The item is not in the store any more.") if item is None else tr("It was named twice.")
            )
            outcome.refused.append((decision.item, reason))
            continue
        seen.add(item.id)
        taken.append((item, decision, True))
    asked, looked = set(seen), set()
    for item, decision, _ in list(taken):
        key = (item.city_code, item.kind, item.table, item.field, item.code, item.raw)
        if not decision.standing or not actions.may_stand(item, decision) or key in looked:
            continue
        looked.add(key)
        for other in alike(store, item):
            if other.id not in seen and other.id not in asked:
                seen.add(other.id)
                taken.append(
                    (other, Decision(other.id, decision.action, None, decision.values, None, True), False)
                )
    return taken


def _alike_since(store: Store, batch: str) -> list[tuple[Item, Decision, bool]]:
    """Open items that the standing decisions of a batch are about though they were not part of it."""
    standing = [
        Decision(subject, action, None, (json.loads(after)).get("values") or {}, None, True)
        for subject, action, after in store.con.execute(
            "SELECT subject, action, after FROM decision WHERE batch = ? AND standing = 1 AND undone_at IS NULL",
            (batch,),
        )
    ]
    return (
        [entry for entry in _with_alike(store, standing, Outcome(batch)) if not entry[2]] if standing else []
    )


def _keep(store: Store, batch: str, records, who: str, stamp: str) -> None:
    """Write T29."""
    city_uuids = {}
    for city in {item.city_code for item, _, _ in records}:
        keys = [f"{batch}|{item.id}" for item, _, _ in records if item.city_code == city]
        city_uuids.update(zip(((city, key) for key in keys), row_uuids(city, "decision", keys)))
    rows = []
    for item, decision, record in records:
        key = f"{batch}|{item.id}"
        rows.append(
            (
                city_uuids[item.city_code, key], item.city_code, item.file, item.row, stamp, key, batch, item.origin,
                item.id, item.table, record.row_uuid, record.field, decision.action, record.raw, _json(record.source),
                _json(record.before), _json(record.after), int(record.standing), redacted(decision.note or None),
                redacted(who), stamp,
            )
        )  # fmt: skip
    names = ", ".join(f'"{name}"' for name in COLUMNS)
    store.con.executemany(
        f"INSERT INTO decision ({names}) VALUES ({', '.join('?' * len(COLUMNS))})",  # nosec B608
        rows,
    )


def _json(found: dict | None) -> str | None:
    return None if found is None else _ENCODE(found)
