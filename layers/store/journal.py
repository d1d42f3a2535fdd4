"""What a city's last import changed, kept in the store so that it can be taken back.

The journal is written by SQLite itself: for the time of one transaction, temporary triggers copy the content of
every older row that is about to be changed or deleted, by whatever part of the import, into ``journal_<table>``
(same columns). New rows need no copy: their numbers lie above the highest number at the start. So a first import
pays nothing, and a savepoint or a crash takes the journal back together with what it is about.

Of a city there is one journal, that of its last import that changed something. The tables are in no list of the
GeoPackage, so that programs do not show them. ``importing/undo.py`` reads them.
"""

from __future__ import annotations

import json
import secrets
import sqlite3
from dataclasses import dataclass

from ...schema import model
from .geopackage import Store

# Not part of an import's effects: an import that was taken back stays on record.
UNRECORDED = ("import_run",)
UNDOABLE, UNDONE, CLOSED = "undoable", "undone", "closed"
# What tells whether a person was at a row after the import: an expression, and its usual value after an import.
# Importable tables have ``edited_at``, which a trigger stamps.
MARKS = {
    "review_item": ("coalesce(decision, '未定') || ' ' || coalesce(decided_at, '')", "'未定 '"),
    "set_aside": ("coalesce(state, '')", "'未対応'"),
    "decision": ("coalesce(undone_at, '')", "''"),
    "settings": ("coalesce(value, '')", None),
}
_RUNS = (
    "CREATE TABLE IF NOT EXISTS journal_run (run INTEGER PRIMARY KEY AUTOINCREMENT, city_code TEXT NOT NULL,"
    " token TEXT NOT NULL, state TEXT NOT NULL, import_id TEXT, finished_at TEXT, spans TEXT, counts TEXT,"
    " kept TEXT)"
)
_MARKS = (
    "CREATE TABLE IF NOT EXISTS journal_mark (run INTEGER NOT NULL, tbl TEXT NOT NULL, fid INTEGER NOT NULL,"
    " mark TEXT, PRIMARY KEY (run, tbl, fid)) WITHOUT ROWID"
)


@dataclass
class Run:
    """The journal of one city: ``spans`` = table -> row numbers before, highest given before, and after."""

    run: int
    city_code: str
    token: str
    state: str
    import_id: str | None
    finished_at: str | None
    spans: dict[str, dict[str, int]]
    counts: dict[str, int]
    kept: list[str]  # owners whose petitioners stay although the import was taken back


class Recorder:
    """Copies of the rows that the open transaction of a connection changes, under the number ``run``."""

    def __init__(self, con: sqlite3.Connection, tables: list[str], run: int):
        self.con, self.run = con, run
        self.spans: dict[str, dict[str, int]] = {}
        self._triggers: list[str] = []
        for table in tables:
            before = _highest(con, table)
            self.spans[table] = {"before": before, "given": _given(con, table)}
            if before:
                self._watch(table, before)

    def stop(self) -> None:
        """The transaction is complete: no triggers any more, nor tables that nothing was copied into."""
        for trigger in self._triggers:
            self.con.execute(f"DROP TRIGGER temp.{trigger}")
        for table, span in self.spans.items():
            span["after"] = _given(self.con, table)
            if span["before"]:
                drop_if_empty(self.con, table)

    def _watch(self, table: str, before: int) -> None:
        names = columns(self.con, table)
        columns_sql = ", ".join(f'"{n}"' for n in ("run", *names))
        if not self._fits(table, names):
            # No types but for the key: contents stay as they are, and a number without a type would not be
            # looked up in the index.
            typed = ", ".join(f'"{n}" INTEGER' if n in ("run", "fid") else f'"{n}"' for n in ("run", *names))
            self.con.execute(f'CREATE TABLE "journal_{table}" ({typed}, PRIMARY KEY (run, fid))')
        old = ", ".join(f'OLD."{n}"' for n in names)
        for event in ("update", "delete"):
            trigger = f'"journal_{event}_{table}"'
            self._triggers.append(trigger)
            # Before, not after: another trigger of the same statement may already have changed the row.
            self.con.execute(
                f'CREATE TEMP TRIGGER {trigger} BEFORE {event} ON main."{table}" WHEN OLD.fid <= {before}'  # nosec B608
                f' AND NOT EXISTS (SELECT 1 FROM "journal_{table}" WHERE run = {self.run} AND fid = OLD.fid)'
                f' BEGIN INSERT INTO "journal_{table}" ({columns_sql}) VALUES ({self.run}, {old}); END'
            )

    def _fits(self, table: str, names: list[str]) -> bool:
        """Whether the journal's table is there with the right columns; one of an older model is given up."""
        there = columns(self.con, f"journal_{table}")
        if not there or set(there) == {"run", *names}:
            return bool(there)
        self.con.execute(
            f"UPDATE journal_run SET state = ? WHERE state = ? AND run IN (SELECT run FROM journal_{table})",  # nosec B608
            (CLOSED, UNDOABLE),
        )
        self.con.execute(f'DROP TABLE "journal_{table}"')
        return False


class Journal:
    """The journal of one city's import, within the transaction that the caller holds open."""

    def __init__(self, store: Store, city_code: str, token: str):
        con = store.con
        self.store, self.city_code = store, city_code
        con.execute(_MARKS)
        self.run = open_run(con, city_code, token)
        self.recorder = Recorder(con, recorded_tables(con), self.run)

    def finish(self, import_id: str, finished_at: str, counts: dict[str, int]) -> None:
        """The import is complete and changed something: its journal takes the place of the city's older one."""
        con = self.store.con
        self.recorder.stop()
        spans = self.recorder.spans
        for table in spans:
            self._note_marks(table)
        discard(con, self.city_code, but=self.run)
        con.execute(
            "UPDATE journal_run SET state = ?, import_id = ?, finished_at = ?, spans = ?, counts = ? WHERE run = ?",
            (UNDOABLE, import_id, finished_at, json.dumps(spans), json.dumps(counts), self.run),
        )
        # The same files imported again after they were taken back: the run counts again.
        con.execute(
            "UPDATE import_run SET undone_at = NULL, undone_by = NULL WHERE city_code = ? AND import_id = ?"
            " AND undone_at IS NOT NULL",
            (self.city_code, import_id),
        )

    def _note_marks(self, table: str) -> None:
        """What the import itself left as a person's mark, so that it is not taken for a later one."""
        con, span = self.store.con, self.recorder.spans[table]
        mark, usual = mark_of(table)
        if mark is None:
            return
        touched = []
        if has_table(con, f"journal_{table}"):
            touched.append(f'fid IN (SELECT fid FROM "journal_{table}" WHERE run = {self.run})')  # nosec B608
            con.execute(
                f"INSERT INTO journal_mark SELECT {self.run}, '{table}', j.fid, '-' FROM \"journal_{table}\" j"  # nosec B608
                f' WHERE j.run = {self.run} AND NOT EXISTS (SELECT 1 FROM "{table}" t WHERE t.fid = j.fid)'
            )
        if table in MARKS:  # new rows of the others are without a mark
            touched.append(f"fid > {span['before']}")
        if touched:
            con.execute(
                f"INSERT INTO journal_mark SELECT {self.run}, '{table}', fid, '+' || {mark} FROM \"{table}\""  # nosec B608
                f" WHERE ({' OR '.join(touched)}) AND ({mark}) IS NOT {usual or 'NULL'}"
            )


def open_run(con: sqlite3.Connection, city_code: str, token: str) -> int:
    """A new journal, empty yet; returns its number."""
    con.execute(_RUNS)
    return con.execute(
        "INSERT INTO journal_run (city_code, token, state) VALUES (?, ?, 'open')", (city_code, token)
    ).lastrowid


def new_token() -> str:
    """The name of one import's journal in the store and in the petitioners' file."""
    return secrets.token_hex(8)


def run_of(con: sqlite3.Connection, city_code: str) -> Run | None:
    """The journal of a city; None where it has none."""
    found = [run for run in runs(con) if run.city_code == city_code]
    return found[-1] if found else None


def runs(con: sqlite3.Connection) -> list[Run]:
    """The journals of all cities."""
    if not has_table(con, "journal_run"):
        return []
    return [
        Run(*row[:6], json.loads(row[6] or "{}"), json.loads(row[7] or "{}"), json.loads(row[8] or "[]"))
        for row in con.execute(
            "SELECT run, city_code, token, state, import_id, finished_at, spans, counts, kept FROM journal_run"
            " WHERE state <> 'open' ORDER BY run"
        )
    ]


def fits(con: sqlite3.Connection, run: Run) -> bool:
    """Whether the tables still have the columns that they had when the journal was written."""
    return all(
        set(columns(con, f"journal_{table}")) == {"run", *columns(con, table)}
        for table in run.spans
        if copied(con, table, run.run)
    )


def copied(con: sqlite3.Connection, table: str, run: int) -> bool:
    """Whether the journal holds old contents of rows of a table."""
    return (
        has_table(con, f"journal_{table}")
        and con.execute(f'SELECT 1 FROM "journal_{table}" WHERE run = ? LIMIT 1', (run,)).fetchone()  # nosec B608
        is not None
    )


def discard(con: sqlite3.Connection, city_code: str, but: int | None = None) -> None:
    """Delete the journals of a city, with ``but`` all others than that one."""
    for (run,) in con.execute(
        "SELECT run FROM journal_run WHERE city_code = ? AND run IS NOT ?", (city_code, but)
    ).fetchall():
        empty(con, run)
        con.execute("DELETE FROM journal_run WHERE run = ?", (run,))


def empty(con: sqlite3.Connection, run: int) -> None:
    """Delete what a journal holds."""
    for table in recorded_tables(con):
        if has_table(con, f"journal_{table}"):
            con.execute(f'DELETE FROM "journal_{table}" WHERE run = ?', (run,))  # nosec B608
            drop_if_empty(con, table)
    con.execute("DELETE FROM journal_mark WHERE run = ?", (run,))


def mark_of(table: str) -> tuple[str | None, str | None]:
    """(expression of a person's mark on a row, its usual value after an import), as SQL."""
    if table in MARKS:
        return MARKS[table]
    own = model().tables.get(table)
    return ("datetime(edited_at)", None) if own is not None and own.importable else (None, None)


def recorded_tables(con: sqlite3.Connection) -> list[str]:
    """The store's tables whose rows an import may change."""
    there = {row[0] for row in con.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    own = [t.name for t in model().tables.values() if t.store == "main" and t.name not in UNRECORDED]
    return [name for name in (*own, "settings") if name in there]


def columns(con: sqlite3.Connection, table: str) -> list[str]:
    """The columns that a table has in the file; none where there is no such table."""
    return [row[1] for row in con.execute(f'PRAGMA main.table_info("{table}")')]


def has_table(con: sqlite3.Connection, table: str) -> bool:
    return (
        con.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)).fetchone()
        is not None
    )


def drop_if_empty(con: sqlite3.Connection, table: str) -> None:
    """A journal's table exists only as long as something stands in it."""
    if con.execute(f'SELECT 1 FROM "journal_{table}" LIMIT 1').fetchone() is None:  # nosec B608
        con.execute(f'DROP TABLE "journal_{table}"')


def give_numbers_back(con: sqlite3.Connection, table: str, span: dict[str, int]) -> None:
    """Row numbers that nobody has any more are given again, where no others were given since."""
    if _given(con, table) == span["after"]:
        con.execute(
            "UPDATE sqlite_sequence SET seq = ? WHERE name = ?",
            (max(span["given"], _highest(con, table)), table),
        )


def _highest(con: sqlite3.Connection, table: str) -> int:
    return con.execute(f'SELECT max(fid) FROM "{table}"').fetchone()[0] or 0  # nosec B608


def _given(con: sqlite3.Connection, table: str) -> int:
    row = con.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
    return max(row[0] if row else 0, _highest(con, table))
