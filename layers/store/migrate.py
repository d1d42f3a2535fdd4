"""Bringing a store of an older version of the model up to date.

The model is data, so most of a migration follows from it: tables and fields that the store lacks are added, and
the labels and code lists are written anew. What does not follow (a renamed field, changed codes) stands in
``STEPS``. A copy of the old file is kept beside it.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

from ...i18n import tr
from ...schema import model
from ..errors import GunmaneError
from . import ddl
from .geopackage import Store, connect, friendly, open_store, write_code_lists
from .locks import Patience, patiently

# Version of the model that a step leads to -> what to do on the open connection, within the transaction.
STEPS: dict[int, Callable[[sqlite3.Connection], None]] = {}


def migrate_store(path: str | Path) -> tuple[Path | None, list[str]]:
    """Update the store at ``path`` in one transaction.

    Returns (path of the copy of the old file, what was done in words); (None, []) where it is up to date.
    Raises GunmaneError as ``open_store`` does, but not for being older.
    """
    path = Path(path)
    try:
        open_store(path).close()
        return None, []
    except GunmaneError as error:
        if error.code != "E-MIGRATE":
            raise
    with friendly(path):
        con = patiently(path, lambda: connect(path, readonly=False), Patience())
    store = Store(path, con, readonly=False)
    try:
        old = store.schema_version
        copy = _copy(path, old)
        done = []
        with store.transaction():
            for version in range(old + 1, model().version + 1):
                if version in STEPS:
                    STEPS[version](con)
            done += _add_what_lacks(store)
            con.execute("UPDATE settings SET value = ? WHERE key = 'schema_version'", (str(model().version),))
    finally:
        con.close()
    done.append(tr("The store is now of model version {version}.", version=model().version))
    return copy, done


def _copy(path: Path, version: int) -> Path:
    copy = path.with_name(f"{path.stem}_model{version}{path.suffix}")
    number = 1
    while copy.exists():
        number += 1
        copy = path.with_name(f"{path.stem}_model{version}_{number}{path.suffix}")
    with friendly(path):
        source, target = sqlite3.connect(path), sqlite3.connect(copy)
        try:
            source.backup(target)  # includes what still stands in a write-ahead log
        finally:
            source.close()
            target.close()
    shutil.copystat(path, copy)
    return copy


def _add_what_lacks(store: Store) -> list[str]:
    con = store.con
    done = []
    there = {row[0] for row in con.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for table in model().tables.values():
        if table.store != "main":
            continue
        if table.name not in there:
            for statement in ddl.table_ddl(table, store.srs_id):
                con.execute(statement)
            done.append(tr("Table {table} was added.", table=table.label("ja")))
            continue
        columns = {row[1] for row in con.execute(f'PRAGMA table_info("{table.name}")')}
        lacking = [own for own in table.columns if own.name not in columns]
        for own in lacking:
            con.execute(f'ALTER TABLE "{table.name}" ADD COLUMN {ddl.added_column(own)}')
            done.append(
                tr("Table {table}: field {field} was added.", table=table.label("ja"), field=own.label("ja"))
            )
        if lacking:
            for statement in ddl.edit_trigger_drop(table) + ddl.edit_trigger_create(table):
                con.execute(statement)
    for statement in ddl.refresh_labels_ddl(model()):
        con.execute(statement)
    write_code_lists(con)
    return done
