"""Petitioners' personal data, in a file of its own beside the store.

Nothing here is ever joined into a layer, an export, a report or a log. A transaction over two SQLite files is
not atomic. So an import writes this file BEFORE the store, with a journal of what it changed under the name
(token) that the store's journal bears too; the store decides. What stands here under a token that never reached
the store, or whose import the store has taken back, is taken back by the next one who has the store's lock
(``settle``). Orphans (people whose row was deleted from the store) are purged at the same moment.
"""

from __future__ import annotations

import contextlib
import json
import secrets
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from ...i18n import tr
from ...schema import model
from ..errors import GunmaneError
from ..identity import row_uuids
from . import ddl, journal, locks
from .geopackage import Store, connect, friendly, now_utc
from .locks import Patience

PERSONAL_FIELDS = (
    "kind",
    "name",
    "kana",
    "phone",
    "email",
    "postal",
    "address",
    "ward",
    "reply_method",
    "consent",
)


def petitioner_path(store_path: str | Path) -> Path:
    """Where the petitioners of a store stand: ``petitioner.gpkg`` beside ``gunmane.gpkg``.

    Another store in the same folder gets a file of its own (``<name>_petitioner.gpkg``), so that purging the
    orphans of one never touches the other's.
    """
    store_path = Path(store_path)
    name = "petitioner.gpkg" if store_path.stem == "gunmane" else f"{store_path.stem}_petitioner.gpkg"
    return store_path.with_name(name)


class PetitionerFile:
    """An open petitioners' file; made where there is none."""

    def __init__(self, store_path: str | Path, dry_run: bool = False, patience: Patience | None = None):
        self.path = petitioner_path(store_path)
        self.dry_run = dry_run
        self.patience = patience or Patience()
        self.changes = 0  # rows written in the present transaction
        self.import_id: str | None = None  # whose transaction it is
        self._recorder: journal.Recorder | None = None
        exists = self.path.exists() and self.path.stat().st_size > 0
        if dry_run and not exists:
            self.con = sqlite3.connect(":memory:", isolation_level=None)
        else:
            with friendly(self.path):
                self.con = locks.patiently(self.path, lambda: connect(self.path, dry_run), self.patience)
        with friendly(self.path):
            if not locks.patiently(self.path, self._is_ours, self.patience, self.con):
                if exists:
                    raise GunmaneError(
                        tr("{path} is not a petitioners' file of this plugin.", path=str(self.path)),
                        code="E-NOTSTORE",
                        remedy=tr("Move it away, or choose another store."),
                    )
                self._create()
        self.secret = bytes.fromhex(
            self.con.execute("SELECT value FROM secret WHERE key = 'row_hash'").fetchone()[0]
        )

    def close(self) -> None:
        self.con.close()

    @contextlib.contextmanager
    def transaction(
        self, city_code: str = "", import_id: str | None = None, token: str | None = None
    ) -> Iterator[None]:
        """Opens the transaction; the caller commits with ``commit`` before it commits the store.

        With ``token`` what the transaction changes is kept in the journal under that name.
        """
        self.changes, self.import_id = 0, import_id
        with friendly(self.path):
            self._begin("BEGIN" if self.dry_run else "BEGIN IMMEDIATE")
        try:
            with friendly(self.path):
                if token:
                    self._recorder = self._record(city_code, token)
            yield
        finally:
            self._recorder = None
            if self.con.in_transaction:
                self.con.execute("ROLLBACK")

    def commit(self, landed: bool = False) -> None:
        """Keep what was written; a transaction that changed no row leaves the file untouched, byte for byte.

        ``landed``: the store changes, so that its journal must be known here too.
        """
        if self.dry_run or not self.con.in_transaction:
            return
        with friendly(self.path):
            if not self.changes and not landed:
                self.con.execute("ROLLBACK")
                return
            if self._recorder is not None:
                self._recorder.stop()
                self.con.execute(
                    "UPDATE journal_run SET spans = ? WHERE run = ?",
                    (json.dumps(self._recorder.spans), self._recorder.run),
                )
            self._begin("COMMIT")

    def settle(self, store: Store, city_code: str) -> int:
        """Bring the file into step with the store, whose lock the caller holds; purge orphans of the city.

        Returns how many petitioners of an import that the store took back were taken back here.
        """
        if self.dry_run:
            return 0
        with friendly(self.path):
            known = journal.run_of(store.con, city_code)
            back = 0
            if self._is_ahead(known, city_code):
                self._begin("BEGIN IMMEDIATE")
                try:
                    back = self._take_back(known, city_code)
                    self._begin("COMMIT")
                finally:
                    if self.con.in_transaction:
                        self.con.execute("ROLLBACK")
            self.purge_orphans(store.path, city_code)
            return back

    def edited_since(self, token: str) -> list[tuple[str, str]]:
        """Owners (table, uuid) of the petitioners that a person edited after the import of that name."""
        found = [run for run in self._runs() if run[1] == token]
        if not found:
            return []
        run, _, span = found[0]
        rows = self.con.execute(
            "SELECT owner_table, owner_uuid FROM petitioner WHERE fid > ? AND fid <= ? AND edited_at IS NOT NULL",
            (span["before"], span["after"]),
        ).fetchall()
        if journal.has_table(self.con, "journal_petitioner"):
            rows += self.con.execute(
                "SELECT p.owner_table, p.owner_uuid FROM petitioner p JOIN journal_petitioner j ON j.fid = p.fid"
                " WHERE j.run = ? AND datetime(p.edited_at) IS NOT datetime(j.edited_at)",
                (run,),
            ).fetchall()
        return rows

    def references(self, owner_table: str, owner_uuids: list[str]) -> list[str]:
        """The petitioners' keys of owners: the known ones, and new random ones (never derived from the name)."""
        known = self._known(owner_table, owner_uuids)
        return [known.get(uuid) or secrets.token_hex(8) for uuid in owner_uuids]

    def upsert(self, city_code: str, owner_table: str, rows: list[dict]) -> int:
        """Write petitioners; each row has owner_uuid, pet_ref, src_file, src_row, retain_until, raw_personal
        (dict of column -> original text) and the PERSONAL_FIELDS that the source has. Returns rows changed."""
        if not rows or self.dry_run:
            return 0
        before = self.con.total_changes
        uuids = row_uuids(city_code, "petitioner", [f"{owner_table}|{row['owner_uuid']}" for row in rows])
        stamp = now_utc()
        columns = (
            "uuid", "city_code", "src_file", "src_row", "imported_at", "import_id", "pet_ref", "retain_until",
            "owner_table", "owner_uuid", "raw_personal", *PERSONAL_FIELDS,
        )  # fmt: skip
        watched = ("retain_until", "raw_personal", *PERSONAL_FIELDS)
        updates = ", ".join(
            f"{c} = excluded.{c}" for c in ("src_file", "src_row", "imported_at", "import_id", *watched)
        )
        changed = " OR ".join(f"petitioner.{c} IS NOT excluded.{c}" for c in watched)
        self.con.executemany(
            f"INSERT INTO petitioner ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"  # nosec B608
            f" ON CONFLICT(uuid) DO UPDATE SET {updates} WHERE {changed}",
            [
                (
                    uuid, city_code, row["src_file"], row["src_row"], stamp, self.import_id, row["pet_ref"],
                    row.get("retain_until"), owner_table, row["owner_uuid"],
                    json.dumps(row["raw_personal"], ensure_ascii=False),
                    *(row.get(name) for name in PERSONAL_FIELDS),
                )
                for uuid, row in zip(uuids, rows)
            ],
        )  # fmt: skip
        changed = self.con.total_changes - before
        self.changes += changed
        return changed

    def purge_orphans(self, store_path: Path, city_code: str) -> int:
        """Delete petitioners of a city whose owner is not (or no longer) in the store."""
        if self.dry_run:
            return 0
        with friendly(self.path):
            self.con.execute("ATTACH ? AS owners", (str(store_path),))
            try:
                return locks.patiently(self.path, lambda: self._purge(city_code), self.patience, self.con)
            finally:
                self.con.execute("DETACH owners")

    def _purge(self, city_code: str) -> int:
        # No transaction around it: BEGIN IMMEDIATE would ask for the store's lock as well.
        tables = self.con.execute(
            "SELECT DISTINCT owner_table FROM petitioner WHERE city_code = ?", (city_code,)
        ).fetchall()
        old = ["journal_petitioner"] if journal.has_table(self.con, "journal_petitioner") else []
        return sum(
            self.con.execute(
                f"DELETE FROM main.{people} WHERE city_code = ? AND owner_table = ? AND owner_uuid"  # nosec B608
                f' NOT IN (SELECT uuid FROM owners."{table}" WHERE city_code = ?)',
                (city_code, table, city_code),
            ).rowcount
            for (table,) in tables
            if table in model().tables
            for people in ("petitioner", *old)
        )

    def _begin(self, statement: str) -> None:
        """BEGIN or COMMIT, waiting for another's lock."""
        locks.patiently(self.path, lambda: self.con.execute(statement), self.patience, self.con)

    def _record(self, city_code: str, token: str) -> journal.Recorder:
        for older, _, _ in self._runs(city_code)[1:]:  # the latest stays until this one has landed
            self._forget(older)
        run = journal.open_run(self.con, city_code, token)
        return journal.Recorder(self.con, ["petitioner"], run)

    def _runs(self, city_code: str | None = None) -> list[tuple[int, str, dict]]:
        """(number, token, span) of the journals of a city, the latest first."""
        if not journal.has_table(self.con, "journal_run"):
            return []
        return [
            (run, token, json.loads(spans)["petitioner"])
            for run, token, spans in self.con.execute(
                "SELECT run, token, spans FROM journal_run WHERE city_code = coalesce(?, city_code) ORDER BY run DESC",
                (city_code,),
            )
        ]

    def _is_ahead(self, known: journal.Run | None, city_code: str) -> bool:
        """Whether something stands here that the store does not have, or not any more."""
        latest = self._runs(city_code)[:1]
        return bool(latest) and (
            known is None or latest[0][1] != known.token or known.state == journal.UNDONE
        )

    def _take_back(self, known: journal.Run | None, city_code: str) -> int:
        """From the latest import down to the one that the store has: take back; what is older is forgotten."""
        back, reached = 0, False
        for run, token, span in self._runs(city_code):
            ours = known is not None and token == known.token
            if not reached and not (ours and known.state != journal.UNDONE):
                count = self._restore(run, city_code, span, known.kept if ours else [])
                back += count if ours else 0
            if not (ours and known.state == journal.UNDOABLE):
                self._forget(run)
            reached = reached or ours
        return back

    def _restore(self, run: int, city_code: str, span: dict, kept: list[str]) -> int:
        """The petitioners as they were before an import, but for those of the owners ``kept``."""
        con = self.con
        con.execute("CREATE TEMP TABLE IF NOT EXISTS staying (uuid TEXT PRIMARY KEY) WITHOUT ROWID")
        con.execute("DELETE FROM temp.staying")
        con.executemany("INSERT OR IGNORE INTO temp.staying VALUES (?)", [(uuid,) for uuid in kept])
        stay = "owner_uuid NOT IN (SELECT uuid FROM temp.staying)"
        copied = journal.copied(con, "petitioner", run)
        older = "OR fid IN (SELECT fid FROM journal_petitioner WHERE run = :run)" if copied else ""
        count = con.execute(
            f"DELETE FROM petitioner WHERE city_code = :city AND ((fid > :low AND fid <= :high) {older}) AND {stay}",  # nosec B608
            {"city": city_code, "low": span["before"], "high": span["after"], "run": run},
        ).rowcount
        names = journal.columns(con, "petitioner")
        if copied and set(journal.columns(con, "journal_petitioner")) == {"run", *names}:
            listed = ", ".join(f'"{n}"' for n in names)
            con.execute(
                f"INSERT OR IGNORE INTO petitioner ({listed}) SELECT {listed} FROM journal_petitioner"  # nosec B608
                f" WHERE run = ? AND {stay}",
                (run,),
            )
        journal.give_numbers_back(con, "petitioner", span)
        return count

    def _forget(self, run: int) -> None:
        if journal.has_table(self.con, "journal_petitioner"):
            self.con.execute("DELETE FROM journal_petitioner WHERE run = ?", (run,))
            journal.drop_if_empty(self.con, "petitioner")
        self.con.execute("DELETE FROM journal_run WHERE run = ?", (run,))

    def _known(self, owner_table: str, owner_uuids: list[str]) -> dict[str, str]:
        known: dict[str, str] = {}
        for start in range(0, len(owner_uuids), 500):
            part = owner_uuids[start : start + 500]
            marks = ",".join("?" * len(part))
            known.update(
                self.con.execute(
                    f"SELECT owner_uuid, pet_ref FROM petitioner WHERE owner_table = ? AND owner_uuid IN ({marks})",  # nosec B608
                    (owner_table, *part),
                )
            )
        return known

    def _is_ours(self) -> bool:
        names = {row[0] for row in self.con.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        return {"petitioner", "secret"} <= names

    def _create(self) -> None:
        self._begin("BEGIN IMMEDIATE")
        if self._is_ours():  # another process was quicker: its secret must stay
            self.con.execute("ROLLBACK")
            return
        for statement in ddl.petitioner_ddl(model()):
            self.con.execute(statement)
        self.con.execute(
            "INSERT OR REPLACE INTO secret (key, value) VALUES ('row_hash', ?)", (secrets.token_hex(32),)
        )
        self._begin("COMMIT")
        with contextlib.suppress(OSError):
            if not self.dry_run:
                self.path.chmod(0o600)
