"""Taking back the last import of a city as a whole.

``undoable`` lists what can be taken back, ``undo_import`` does it: afterwards every table is what it was before
that import, the spatial index included; imports of other cities, also later ones, stay. The run stays on record
(T20) as undone. What a person did since is not lost unasked: a row that a person edited, decided on, deleted or
refers to stays as it is, together with what belongs to it (petitioner, links, reviews), and is listed; with
``force`` it is taken back too.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ...i18n import tr
from ...schema import model
from ..errors import GunmaneError
from ..store import IMPORT_SECONDS, Patience, Store, ddl, journal, locks, now_utc, open_store, rtree_pack
from ..store.geometry_blob import decode
from ..store.petitioners import PetitionerFile, petitioner_path
from . import since
from .progress import Progress
from .since import Touched


@dataclass
class Undone:
    """What was (or would be) taken back. ``counts``: new (rows removed), updated (older contents put back),
    vanished (marks taken off), set_aside, reviews, links, others, petitioners, kept. ``touched``: rows that a
    person was at since; ``kept``: those of them that stayed; ``done``: False for a trial."""

    city_code: str
    import_id: str
    finished_at: str
    counts: dict[str, int] = field(default_factory=dict)
    touched: list[Touched] = field(default_factory=list)
    kept: list[Touched] = field(default_factory=list)
    done: bool = False


def undoable(store: Store) -> list[tuple[str, str, str, dict[str, int]]]:
    """The imports that can be taken back, one a city: (city code, import id, when, counts)."""
    return [
        (run.city_code, run.import_id, run.finished_at, run.counts)
        for run in sorted(journal.runs(store.con), key=lambda run: run.city_code)
        if run.state == journal.UNDOABLE and journal.fits(store.con, run)
    ]


def undo_import(
    path: str | Path,
    city_code: str,
    *,
    force: bool = False,
    progress: Progress | None = None,
    who: str | None = None,
    trial: bool = False,
) -> Undone:
    """Take back the last import of a city that changed something, in one transaction.

    ``trial``: only say what would be taken back. ``who``: for the record (default: the user of the system).
    Raises GunmaneError (E-NOUNDO: there is nothing to take back; E-LOCKED and the others of ``open_store``) and
    Cancelled.
    """
    progress = progress or Progress()
    patience = Patience(IMPORT_SECONDS, progress.say, progress.check)
    with open_store(path, readonly=trial, patience=patience) as store:
        personal = None
        if petitioner_path(path).exists():
            personal = PetitionerFile(path, dry_run=trial, patience=patience)
        try:
            if trial:
                return _plan(store, personal, city_code, force)[0]
            with store.transaction(tr("taking back an import of {city}", city=city_code)):
                if personal is not None:
                    personal.settle(store, city_code)
                undone, run = _plan(store, personal, city_code, force)
                progress.check()
                _take_back(store, run, progress)
                _record(store, run, undone, who or locks.user_name())
            undone.done = True
            if personal is not None:
                with store.transaction():  # the store has decided; now the file beside it follows
                    undone.counts["petitioners"] = personal.settle(store, city_code)
            return undone
        finally:
            if personal is not None:
                personal.close()


def _plan(store: Store, personal: PetitionerFile | None, city_code: str, force: bool):
    """What is to be done, in temporary tables ``back`` (rows) and ``kept`` (those that stay); writes nothing."""
    con = store.con
    run = journal.run_of(con, city_code)
    if run is None or run.state != journal.UNDOABLE or not journal.fits(con, run):
        raise GunmaneError(
            tr("There is no import of {city} that can be taken back.", city=city_code),
            code="E-NOUNDO",
            remedy=tr("Only the last import of a city can be taken back, and only once."),
        )
    since.list_rows(con, run)
    owners = personal.edited_since(run.token) if personal is not None else []
    undone = Undone(city_code, run.import_id, run.finished_at)
    undone.touched = since.touched(con, run, owners)
    if force:
        con.execute("DELETE FROM temp.kept")
    else:
        undone.kept = undone.touched
        since.keep_what_belongs(con, run)
    undone.counts = _counts(con, run)
    undone.counts["kept"] = len(undone.kept)
    return undone, run


def _counts(con: sqlite3.Connection, run: journal.Run) -> dict[str, int]:
    counts = dict.fromkeys(
        ("new", "updated", "vanished", "set_aside", "reviews", "links", "others", "petitioners"), 0
    )
    names = {"set_aside": "set_aside", "review_item": "reviews", "request_damage": "links"}
    found = con.execute(
        "SELECT b.tbl, b.kind, count(*) FROM temp.back b LEFT JOIN temp.kept k ON k.tbl = b.tbl AND k.fid = b.fid"
        " WHERE k.fid IS NULL GROUP BY b.tbl, b.kind"
    ).fetchall()
    for table, kind, count in found:
        own = model().tables.get(table)
        if table in names:
            counts[names[table]] += count
        elif own is None or not own.importable or table == "city":
            counts["others"] += count
        elif kind == since.NEW:
            counts["new"] += count
        else:
            vanished = _vanished(con, run, table)
            counts["vanished"] += vanished
            counts["updated"] += count - vanished
    return counts


def _vanished(con: sqlite3.Connection, run: journal.Run, table: str) -> int:
    return con.execute(
        f'SELECT count(*) FROM temp.back b JOIN "{table}" t ON t.fid = b.fid'  # nosec B608
        f' JOIN "journal_{table}" j ON j.run = ? AND j.fid = b.fid'
        " LEFT JOIN temp.kept k ON k.tbl = b.tbl AND k.fid = b.fid"
        " WHERE b.tbl = ? AND b.kind = ? AND k.fid IS NULL AND t.vanished_at IS NOT NULL AND j.vanished_at IS NULL",
        (run.run, table, since.OLD),
    ).fetchone()[0]


def _take_back(store: Store, run: journal.Run, progress: Progress) -> None:
    con = store.con
    tables = [row[0] for row in con.execute("SELECT DISTINCT tbl FROM temp.back")]
    for number, table in enumerate(tables):
        progress.check()
        progress.say(table if table not in model().tables else model().tables[table].label("ja"))
        _take_back_table(store, run, table)
        progress.report((number + 1) / (len(tables) + 1))
    for table, span in run.spans.items():
        journal.give_numbers_back(con, table, span)


def _take_back_table(store: Store, run: journal.Run, table: str) -> None:
    """Delete the new rows and the new contents, put the old contents back, and mend the spatial index."""
    con = store.con
    own = model().tables.get(table)
    spatial = own is not None and own.geometry is not None
    if spatial:  # its triggers call functions that plain SQLite does not have
        for statement in ddl.rtree_triggers_drop(table):
            con.execute(statement)
    back = (
        "SELECT b.fid FROM temp.back b LEFT JOIN temp.kept k ON k.tbl = b.tbl AND k.fid = b.fid"
        f" WHERE b.tbl = '{table}' AND k.fid IS NULL AND b.kind"  # nosec B608
    )
    gone = [row[0] for row in con.execute(f"{back} IN ({since.NEW}, {since.OLD})")]
    con.execute(f'DELETE FROM "{table}" WHERE fid IN ({back} IN ({since.NEW}, {since.OLD}))')  # nosec B608
    restored: list[int] = []
    if journal.copied(con, table, run.run):
        restored = _restore(con, run, table, back)
    if spatial:
        found = _geometries(con, table, restored)
        geoms = np.array(decode([blob for _, blob in found]) if found else [], dtype=object)
        ids, boxes = rtree_pack.entries([fid for fid, _ in found], geoms)
        rtree_pack.replace(con, f"rtree_{table}_geom", np.array(gone, dtype=np.int64), ids, boxes)
        for statement in ddl.rtree_triggers_create(table):
            con.execute(statement)


def _restore(con: sqlite3.Connection, run: journal.Run, table: str, back: str) -> list[int]:
    """Old contents under their old numbers; a number that another row has meanwhile is not taken from it."""
    names = [name for name in journal.columns(con, table) if name != "fid"]
    listed = ", ".join(f'"{name}"' for name in names)
    source = f'FROM "journal_{table}" j WHERE j.run = {run.run} AND j.fid IN ({back} IN ({since.OLD}, {since.LOST}))'  # nosec B608
    taken = f'SELECT 1 FROM "{table}" t WHERE t.fid = j.fid'  # nosec B608
    elsewhere = con.execute(f"SELECT j.fid {source} AND EXISTS ({taken})").fetchall()  # nosec B608
    restored = [row[0] for row in con.execute(f"SELECT j.fid {source} AND NOT EXISTS ({taken})")]  # nosec B608
    con.execute(
        f'INSERT OR IGNORE INTO "{table}" (fid, {listed}) SELECT fid, {listed} {source} AND NOT EXISTS ({taken})'  # nosec B608
    )
    for (fid,) in elsewhere:
        restored.append(
            con.execute(
                f'INSERT OR IGNORE INTO "{table}" ({listed}) SELECT {listed} FROM "journal_{table}"'  # nosec B608
                " WHERE run = ? AND fid = ?",
                (run.run, fid),
            ).lastrowid
        )
    return restored


def _geometries(con: sqlite3.Connection, table: str, fids: list[int]) -> list[tuple[int, bytes]]:
    con.execute("CREATE TEMP TABLE IF NOT EXISTS restored (fid INTEGER PRIMARY KEY)")
    con.execute("DELETE FROM temp.restored")
    con.executemany("INSERT OR IGNORE INTO temp.restored VALUES (?)", [(fid,) for fid in fids])
    return con.execute(
        f'SELECT t.fid, t.geom FROM temp.restored r JOIN "{table}" t ON t.fid = r.fid WHERE t.geom IS NOT NULL'  # nosec B608
    ).fetchall()


def _record(store: Store, run: journal.Run, undone: Undone, who: str) -> None:
    """The run stays on record as undone; the petitioners' file will follow what stands in the journal."""
    con = store.con
    con.execute(
        "UPDATE import_run SET undone_at = ?, undone_by = ? WHERE city_code = ? AND import_id = ?",
        (now_utc(), who, run.city_code, run.import_id),
    )
    kept = [row[0] for row in con.execute("SELECT uuid FROM temp.kept WHERE uuid IS NOT NULL")]
    journal.empty(con, run.run)
    con.execute(
        "UPDATE journal_run SET state = ?, kept = ?, counts = ? WHERE run = ?",
        (journal.UNDONE, json.dumps(kept), json.dumps(undone.counts), run.run),
    )
