"""Petitioners' personal data, in a file of its own beside the store.

Nothing here is ever joined into a layer, an export, a report or a log. The file is written BEFORE the store and
idempotently: a transaction over two SQLite files is not atomic, so a crash between the two leaves at most rows
without an owner, which the next import purges.
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
from . import ddl
from .geopackage import connect, friendly, now_utc

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

    def __init__(self, store_path: str | Path, dry_run: bool = False):
        self.path = petitioner_path(store_path)
        self.dry_run = dry_run
        self.changes = 0  # rows written in the present transaction
        exists = self.path.exists() and self.path.stat().st_size > 0
        if dry_run:
            self.con = connect(self.path, readonly=True) if exists else sqlite3.connect(":memory:")
            if not exists:
                self.con.isolation_level = None
        else:
            with friendly(self.path):
                self.con = connect(self.path, readonly=False)
        with friendly(self.path):
            if not self._is_ours():
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
    def transaction(self) -> Iterator[None]:
        """Opens the transaction; the caller commits with ``commit`` before it commits the store."""
        self.changes = 0
        with friendly(self.path):
            self.con.execute("BEGIN" if self.dry_run else "BEGIN IMMEDIATE")
        try:
            yield
        finally:
            if self.con.in_transaction:
                self.con.execute("ROLLBACK")

    def commit(self) -> None:
        """Keep what was written; a transaction that changed no row leaves the file untouched, byte for byte."""
        if not self.dry_run and self.con.in_transaction:
            with friendly(self.path):
                self.con.execute("COMMIT" if self.changes else "ROLLBACK")

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
            "uuid", "city_code", "src_file", "src_row", "imported_at", "pet_ref", "retain_until", "owner_table",
            "owner_uuid", "raw_personal", *PERSONAL_FIELDS,
        )  # fmt: skip
        watched = ("retain_until", "raw_personal", *PERSONAL_FIELDS)
        updates = ", ".join(f"{c} = excluded.{c}" for c in ("src_file", "src_row", "imported_at", *watched))
        changed = " OR ".join(f"petitioner.{c} IS NOT excluded.{c}" for c in watched)
        self.con.executemany(
            f"INSERT INTO petitioner ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"  # nosec B608
            f" ON CONFLICT(uuid) DO UPDATE SET {updates} WHERE {changed}",
            [
                (
                    uuid, city_code, row["src_file"], row["src_row"], stamp, row["pet_ref"],
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
                tables = [
                    row[0]
                    for row in self.con.execute(
                        "SELECT DISTINCT owner_table FROM petitioner WHERE city_code = ?", (city_code,)
                    )
                ]
                purged = 0
                for table in tables:
                    if table not in model().tables:
                        continue
                    purged += self.con.execute(
                        "DELETE FROM main.petitioner WHERE city_code = ? AND owner_table = ? AND owner_uuid"
                        f' NOT IN (SELECT uuid FROM owners."{table}" WHERE city_code = ?)',  # nosec B608
                        (city_code, table, city_code),
                    ).rowcount
                return purged
            finally:
                self.con.execute("DETACH owners")

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
        self.con.execute("BEGIN")
        for statement in ddl.petitioner_ddl(model()):
            self.con.execute(statement)
        self.con.execute(
            "INSERT OR REPLACE INTO secret (key, value) VALUES ('row_hash', ?)", (secrets.token_hex(32),)
        )
        self.con.execute("COMMIT")
        with contextlib.suppress(OSError):
            if not self.dry_run:
                self.path.chmod(0o600)
