"""What people did at the rows of an import after it, in SQL on the journal: which rows must not go unasked.

Works on two temporary tables: ``back`` = the rows that an import changed (table, number, uuid, kind), ``kept`` =
those of them that stay as they are.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from ...i18n import tr
from ...schema import model
from ..store import journal

# Kinds: made by the import; changed by it (old contents in the journal); deleted by it or since.
NEW, OLD, LOST = 0, 1, 2
EDITED, DECIDED, DELETED, REFERRED, PERSON = "edited", "decided", "deleted", "referred", "petitioner"


@dataclass(frozen=True)
class Touched:
    """A row of the import that a person was at since: ``why`` is one of the reasons above."""

    table: str
    uuid: str
    place: str | None  # file and row of the source: keys may be personal
    why: str

    def reason(self) -> str:
        return {
            EDITED: tr("edited since"),
            DECIDED: tr("decided on since"),
            DELETED: tr("deleted since"),
            REFERRED: tr("referred to by a row added since"),
            PERSON: tr("petitioner edited since"),
        }[self.why]


def list_rows(con: sqlite3.Connection, run: journal.Run) -> None:
    """Fill ``back`` with all rows that the import made or changed; ``kept`` is empty."""
    con.execute(
        "CREATE TEMP TABLE IF NOT EXISTS back (tbl TEXT, fid INTEGER, uuid TEXT, kind INTEGER,"
        " PRIMARY KEY (tbl, fid)) WITHOUT ROWID"
    )
    con.execute(
        "CREATE TEMP TABLE IF NOT EXISTS kept (tbl TEXT, fid INTEGER, uuid TEXT, why TEXT,"
        " PRIMARY KEY (tbl, fid)) WITHOUT ROWID"
    )
    con.execute("DELETE FROM temp.back")
    con.execute("DELETE FROM temp.kept")
    for table, span in run.spans.items():
        uuid, ours = _identity(con, table)
        if journal.copied(con, table, run.run):
            # A number whose row the import deleted and gave to another one of its own counts as changed.
            same = f't."{uuid}" = j."{uuid}"' + (" OR t.import_id = :import AND t.city_code = :city" * ours)
            con.execute(
                f'INSERT INTO temp.back SELECT \'{table}\', j.fid, coalesce(t."{uuid}", j."{uuid}"),'  # nosec B608
                f" CASE WHEN t.fid IS NULL THEN {LOST} ELSE {OLD} END"
                f' FROM "journal_{table}" j LEFT JOIN "{table}" t ON t.fid = j.fid AND ({same})'
                " WHERE j.run = :run",
                {"run": run.run, "import": run.import_id, "city": run.city_code},
            )
        # The city too: a number of a row deleted since may have been given to another city's.
        con.execute(
            f'INSERT OR IGNORE INTO temp.back SELECT \'{table}\', fid, "{uuid}", {NEW} FROM "{table}"'  # nosec B608
            " WHERE fid > :low AND fid <= :high" + " AND city_code = :city" * ours,
            {"low": span["before"], "high": span["after"], "city": run.city_code},
        )
    # What was asked since about rows that go (suspected duplicates ...), as long as nobody answered.
    new = f"(SELECT uuid FROM temp.back WHERE kind = {NEW})"  # nosec B608
    con.execute(
        f"INSERT OR IGNORE INTO temp.back SELECT 'review_item', fid, uuid, {NEW} FROM review_item"  # nosec B608
        f" WHERE fid > ? AND coalesce(decision, '未定') = '未定' AND (row_uuid IN {new} OR other_uuid IN {new})",
        (run.spans["review_item"]["after"],),
    )


def touched(con: sqlite3.Connection, run: journal.Run, owners: list[tuple[str, str]]) -> list[Touched]:
    """Find what people did since and put those rows into ``kept``.

    ``owners``: (table, uuid) of rows whose petitioner a person edited.
    """
    for table in run.spans:
        _edited(con, run, table)
        _deleted(con, run, table)
    _decided(con, run)
    _referred(con, run)
    for table, uuid in owners:
        _keep(con, "b.tbl = ? AND b.uuid = ?", (table, uuid), PERSON)
    return _listed(con)


def keep_what_belongs(con: sqlite3.Connection, run: journal.Run) -> None:
    """What belongs to a kept row stays with it: its reviews, and its links where both ends stay.

    Reviews that the rewriting of a kept row had made void are not brought back either.
    """
    con.execute("CREATE TEMP TABLE IF NOT EXISTS going (uuid TEXT PRIMARY KEY) WITHOUT ROWID")
    con.execute("DELETE FROM temp.going")
    con.execute(
        "INSERT OR IGNORE INTO temp.going SELECT b.uuid FROM temp.back b LEFT JOIN temp.kept k"
        f" ON k.tbl = b.tbl AND k.fid = b.fid WHERE b.kind = {NEW} AND k.fid IS NULL AND b.uuid IS NOT NULL"  # nosec B608
    )
    staying = "(SELECT uuid FROM temp.kept)"
    _keep(
        con,
        "b.tbl = 'request_damage' AND EXISTS (SELECT 1 FROM request_damage l WHERE l.fid = b.fid AND"  # nosec B608
        f" (l.req_uuid IN {staying} OR l.dmg_uuid IN {staying}) AND l.req_uuid NOT IN (SELECT uuid FROM temp.going)"
        " AND l.dmg_uuid NOT IN (SELECT uuid FROM temp.going))",
        (),
        "",
    )
    _keep(
        con,
        f"b.tbl = 'review_item' AND b.kind <> {LOST} AND EXISTS (SELECT 1 FROM review_item r WHERE r.fid = b.fid"  # nosec B608
        f" AND (r.row_uuid IN {staying} OR r.other_uuid IN {staying})"
        " AND coalesce(r.row_uuid, '') NOT IN (SELECT uuid FROM temp.going)"
        " AND coalesce(r.other_uuid, '') NOT IN (SELECT uuid FROM temp.going))",
        (),
        "",
    )
    if journal.copied(con, "review_item", run.run):
        _keep(
            con,
            f"b.tbl = 'review_item' AND b.kind = {LOST} AND EXISTS (SELECT 1 FROM journal_review_item r WHERE"  # nosec B608
            f" r.run = {run.run} AND r.fid = b.fid AND r.row_uuid IN {staying})",
            (),
            "",
        )


def _edited(con: sqlite3.Connection, run: journal.Run, table: str) -> None:
    mark, usual = journal.mark_of(table)
    if mark is None:
        return
    _keep(
        con,
        f"b.tbl = '{table}' AND b.kind <> {LOST} AND (SELECT '+' || {mark} FROM \"{table}\" t WHERE t.fid = b.fid)"  # nosec B608
        f" IS NOT coalesce((SELECT m.mark FROM journal_mark m WHERE m.run = {run.run} AND m.tbl = b.tbl AND"
        f" m.fid = b.fid AND m.mark <> '-'), '+' || {usual or 'NULL'})",
        (),
        DECIDED if table in ("review_item", "set_aside", "decision") else EDITED,
    )


def _deleted(con: sqlite3.Connection, run: journal.Run, table: str) -> None:
    """Rows that the import changed and that are gone, without the import having deleted them."""
    _keep(
        con,
        f"b.tbl = ? AND b.kind = {LOST} AND NOT EXISTS (SELECT 1 FROM journal_mark m WHERE m.run = {run.run}"  # nosec B608
        " AND m.tbl = b.tbl AND m.fid = b.fid AND m.mark = '-')",
        (table,),
        DELETED,
    )


def _decided(con: sqlite3.Connection, run: journal.Run) -> None:
    """What decisions taken since are about, and the rows of reviews that were decided in any program."""
    if "decision" in run.spans:
        for subject in ("subject", "row_uuid"):
            _keep(
                con,
                f"b.uuid IN (SELECT d.{subject} FROM decision d WHERE d.fid > ? AND d.city_code = ?"  # nosec B608
                " AND d.undone_at IS NULL)",
                (run.spans["decision"]["after"], run.city_code),
                DECIDED,
            )
    for subject in ("row_uuid", "other_uuid"):
        _keep(
            con,
            f"b.uuid IN (SELECT r.{subject} FROM temp.kept k JOIN review_item r ON r.fid = k.fid"  # nosec B608
            " WHERE k.tbl = 'review_item')",
            (),
            DECIDED,
        )


def _referred(con: sqlite3.Connection, run: journal.Run) -> None:
    """New rows that a row added or edited since refers to (plans do not count: they are made anew)."""
    for own in model().tables.values():
        if not own.importable or own.store != "main" or own.name not in run.spans:
            continue
        for column in own.columns:
            target, _, name = (column.ref or "").partition(".")
            if target not in run.spans:
                continue
            _keep(
                con,
                f"b.tbl = '{target}' AND b.kind = {NEW} AND b.fid IN (SELECT t.fid FROM \"{own.name}\" o"  # nosec B608
                f' CROSS JOIN "{target}" t ON t."{name or "uuid"}" = o."{column.name}"'
                f' WHERE o."{column.name}" IS NOT NULL'
                " AND (o.fid > ? OR datetime(o.edited_at) > datetime(?)) AND NOT EXISTS"
                f" (SELECT 1 FROM temp.back x WHERE x.tbl = '{own.name}' AND x.fid = o.fid))",
                (run.spans[own.name]["after"], run.finished_at),
                REFERRED,
            )


def _keep(con: sqlite3.Connection, where: str, values: tuple, why: str) -> None:
    con.execute(
        "INSERT OR IGNORE INTO temp.kept SELECT b.tbl, b.fid, b.uuid, ? FROM temp.back b WHERE "  # nosec B608
        + where,
        (why, *values),
    )


def _listed(con: sqlite3.Connection) -> list[Touched]:
    found = []
    for (table,) in con.execute("SELECT DISTINCT tbl FROM temp.kept ORDER BY tbl").fetchall():
        place = "t.key" if table == "settings" else "t.src_file || ' ' || t.src_row"
        found += [
            Touched(table, uuid, text, why)
            for uuid, text, why in con.execute(
                f'SELECT k.uuid, {place}, k.why FROM temp.kept k LEFT JOIN "{table}" t ON t.fid = k.fid'  # nosec B608
                " WHERE k.tbl = ? ORDER BY k.fid",
                (table,),
            )
        ]
    return found


def _identity(con: sqlite3.Connection, table: str) -> tuple[str, bool]:
    """(the column that says which row it is, whether rows belong to a city)."""
    return ("key", False) if table == "settings" else ("uuid", True)
