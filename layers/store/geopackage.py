"""The store: one GeoPackage that holds the unified model, written in transactions.

Plain ``sqlite3`` writes it, because a whole city (a dozen tables) must land in ONE transaction and in bulk,
which no vector library offers; the DDL keeps to the GeoPackage standard, so QGIS, GDAL and others read and
edit it like any other. Petitioners' data stands in a second file (``petitioners.py``).
"""

from __future__ import annotations

import contextlib
import datetime
import json
import os
import secrets
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pyproj

from ...i18n import tr
from ...schema import model
from ..errors import GunmaneError
from ..identity import COMMON_CITY, row_uuids
from . import ddl, locks
from .locks import Patience

DEFAULT_CRS = "EPSG:6677"


class Store:
    """An open store. Use ``open_store`` or ``create_store``; ``close`` it, or use it as a context manager."""

    def __init__(self, path: Path, connection: sqlite3.Connection, readonly: bool):
        self.path = path
        self.con = connection
        self.readonly = readonly
        self.patience = Patience()  # how ``transaction`` waits for others
        self._srs_id: int | None = None

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_exc) -> None:
        self.close()

    def close(self) -> None:
        self.con.close()

    @property
    def crs(self) -> str:
        """The store's CRS as an authority code, e.g. ``EPSG:6677``."""
        return self.setting("crs") or DEFAULT_CRS

    @property
    def srs_id(self) -> int:
        if self._srs_id is None:
            self._srs_id = int(self.crs.split(":")[1])
        return self._srs_id

    @property
    def schema_version(self) -> int:
        return int(self.setting("schema_version") or 0)

    def setting(self, key: str) -> str | None:
        row = self.con.execute("SELECT value FROM settings WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def count(self, table: str, city_code: str | None = None) -> int:
        """Rows of a table, of one city or of all."""
        if city_code is None:
            return self.con.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]  # nosec B608
        return self.con.execute(
            f'SELECT count(*) FROM "{table}" WHERE city_code = ?',  # nosec B608
            (city_code,),
        ).fetchone()[0]

    def has_rows(self, table: str, city_code: str) -> bool:
        return (
            self.con.execute(
                f'SELECT 1 FROM "{table}" WHERE city_code = ? LIMIT 1',  # nosec B608
                (city_code,),
            ).fetchone()
            is not None
        )

    @contextlib.contextmanager
    def transaction(self, what: str = "") -> Iterator[sqlite3.Connection]:
        """One write transaction: all of it lands, or nothing; disk-full, locks and the like become messages.

        Waits for another's transaction as ``patience`` says. ``what`` is told to those who wait for this one.
        """
        with friendly(self.path):
            self._patiently("BEGIN IMMEDIATE")
        try:
            with locks.announced(self.path, what), friendly(self.path):
                yield self.con
                if self.con.in_transaction:  # the caller may have rolled back what changed nothing
                    self._patiently("COMMIT")  # a reader may still be at work
        except BaseException:
            if self.con.in_transaction:
                self.con.execute("ROLLBACK")
            raise

    def _patiently(self, statement: str) -> None:
        locks.patiently(self.path, lambda: self.con.execute(statement), self.patience, self.con)


def open_store(path: str | Path, readonly: bool = False, patience: Patience | None = None) -> Store:
    """Open an existing store; ``patience``: how to wait while another writes it.

    Raises GunmaneError: E-NOSTORE (no such file), E-NOTSTORE (not one of ours), E-NEWER (made by a newer
    version), E-MIGRATE (older: ``migrate_store`` brings it up to date), E-LOCKED, E-READONLY.
    """
    path = Path(path)
    if not path.exists():
        raise GunmaneError(tr("There is no store at {path}.", path=str(path)), code="E-NOSTORE")
    if path.is_dir():
        raise GunmaneError(tr("{path} is a folder, not a store.", path=str(path)), code="E-NOTSTORE")
    if not readonly and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise read_only_error(path)
    patience = patience or Patience()
    with friendly(path):
        con = locks.patiently(path, lambda: connect(path, readonly), patience)
    store = Store(path, con, readonly)
    store.patience = patience
    try:
        with friendly(path):
            locks.patiently(path, lambda: _check(store), patience, con)
    except BaseException:
        con.close()
        raise
    return store


def create_store(path: str | Path, crs: str = DEFAULT_CRS) -> Store:
    """Make a new, empty store and open it. Never overwrites: raises GunmaneError E-EXISTS.

    The file is built under another name and renamed when complete, so a killed run leaves no half store.
    """
    path = Path(path)
    if path.exists():
        raise GunmaneError(tr("{path} exists already.", path=str(path)), code="E-EXISTS")
    name, wkt, srs_id = _srs(crs)
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    with friendly(path):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            con = connect(part, readonly=False)
        except OSError as error:
            raise GunmaneError(
                tr("The store cannot be made at {path}: {reason}", path=str(path), reason=str(error)),
                code="E-READONLY",
            ) from error
        try:
            con.execute("BEGIN IMMEDIATE")
            for statement in ddl.store_ddl(model(), srs_id, name, wkt):
                con.execute(statement)
            for key, value in {
                "schema_version": str(model().version),
                "crs": crs.upper(),
                "created_at": now_utc(),
            }.items():
                con.execute("INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)", (key, value))
            write_code_lists(con)
            con.execute("COMMIT")
            con.close()
            _put_in_place(part, path)
        except BaseException:
            con.close()
            part.unlink(missing_ok=True)
            raise
    return open_store(path)


def open_or_create(path: str | Path, crs: str = DEFAULT_CRS, patience: Patience | None = None) -> Store:
    """The store at ``path``, made anew where there is none (or only an empty file)."""
    path = Path(path)
    if path.exists() and path.is_file() and path.stat().st_size == 0:
        path.unlink(missing_ok=True)
    if not path.exists():
        try:
            create_store(path, crs).close()
        except GunmaneError as error:
            if error.code != "E-EXISTS":  # another process was quicker: its store is as good
                raise
    return open_store(path, patience=patience)


def _put_in_place(part: Path, path: Path) -> None:
    """Give a complete new file its name, never over another's: of two processes the second one is refused."""
    exists = GunmaneError(tr("{path} exists already.", path=str(path)), code="E-EXISTS")
    try:
        if os.name == "nt":
            os.rename(part, path)  # Windows refuses to rename over a file
        else:
            os.link(part, path)
            part.unlink()
        return
    except FileExistsError:
        raise exists from None
    except OSError:  # a file system without hard links
        pass
    try:
        with path.open("xb"):
            pass
    except FileExistsError:
        raise exists from None
    os.replace(part, path)


def connect(path: Path, readonly: bool) -> sqlite3.Connection:
    """A connection in manual-transaction mode. Fails soon where the file is locked: see ``locks.patiently``."""
    uri = path.resolve().as_uri() + ("?mode=ro" if readonly else "")
    con = sqlite3.connect(
        uri, uri=True, timeout=locks.POLL_SECONDS, isolation_level=None, check_same_thread=False
    )
    try:
        con.execute("PRAGMA synchronous = FULL")  # reads the file, and so may meet another's lock
        con.execute("PRAGMA cache_size = -65536")
        con.execute(f"PRAGMA busy_timeout = {int(locks.BUSY_SECONDS * 1000)}")
    except BaseException:
        con.close()
        raise
    return con


@contextlib.contextmanager
def friendly(path: Path) -> Iterator[None]:
    """Turns SQLite's errors into messages that say what to do."""
    try:
        yield
    except sqlite3.Error as error:
        text = str(error).lower()
        if locks.is_busy(error):
            raise locks.locked_error(path, locks.holder_of(path)) from error
        if "full" in text:
            raise GunmaneError(
                tr("The disk is full; nothing was changed in {path}.", path=str(path)),
                code="E-DISKFULL",
                remedy=tr("Free some space or choose another folder, then try again."),
            ) from error
        if "readonly" in text or "unable to open" in text:
            raise read_only_error(path) from error
        if "not a database" in text or "malformed" in text:
            raise GunmaneError(
                tr(
                    "{path} is not a GeoPackage or it is damaged: {reason}", path=str(path), reason=str(error)
                ),
                code="E-NOTSTORE",
            ) from error
        raise


def read_only_error(path: Path) -> GunmaneError:
    return GunmaneError(
        tr("{path} cannot be written (read-only file or folder).", path=str(path)),
        code="E-READONLY",
        remedy=tr("Remove the write protection, or choose another place for the store."),
    )


def now_utc() -> str:
    """The present moment as stored in the common columns: UTC, in the form of the GeoPackage standard."""
    return datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def write_code_lists(con: sqlite3.Connection) -> None:
    """The code lists as a table of the store: labels can be edited, other programs can join them."""
    rows = []
    for code_list in model().code_lists.values():
        for sort, code in enumerate(code_list.codes.values(), 1):
            rows.append(
                (
                    COMMON_CITY, "schema/codes.toml", sort, f"{code_list.name}/{code.code}", code_list.name,
                    code.code, code.ja, code.en, sort,
                    json.dumps(list(code.aliases), ensure_ascii=False), code.parent,
                )
            )  # fmt: skip
    uuids = row_uuids(COMMON_CITY, "code_list", [row[3] for row in rows])
    con.executemany(
        "INSERT INTO code_list (uuid, city_code, src_file, src_row, src_key, list, code, ja, en, sort, aliases,"
        " parent) VALUES (?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(uuid) DO NOTHING",
        [(u, *row) for u, row in zip(uuids, rows)],
    )


def _check(store: Store) -> None:
    names = {row[0] for row in store.con.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if "settings" not in names or "gpkg_contents" not in names or store.setting("schema_version") is None:
        raise GunmaneError(
            tr("{path} is not a store of this plugin.", path=str(store.path)),
            code="E-NOTSTORE",
            remedy=tr("Choose a store that was made by an import, or a new file name."),
        )
    ours = model().version
    if store.schema_version > ours:
        raise GunmaneError(
            tr(
                "{path} was made by a newer version of the plugin (model {theirs}; this one knows {ours}).",
                path=str(store.path),
                theirs=store.schema_version,
                ours=ours,
            ),
            code="E-NEWER",
            remedy=tr("Update the plugin on this PC."),
        )
    if store.schema_version < ours:
        raise GunmaneError(
            tr(
                "{path} was made by an older version (model {theirs}; now {ours}).",
                path=str(store.path),
                theirs=store.schema_version,
                ours=ours,
            ),
            code="E-MIGRATE",
            remedy=tr("Run “Update an older store”; a copy of the old file is kept."),
        )


def _srs(crs: str) -> tuple[str, str, int]:
    try:
        parsed = pyproj.CRS.from_user_input(crs)
        authority, code = parsed.to_authority(min_confidence=100) or (None, None)
    except pyproj.exceptions.CRSError as error:
        raise GunmaneError(tr("“{crs}” is not a known CRS.", crs=crs), code="E-CRS") from error
    if authority != "EPSG" or not parsed.is_projected or parsed.axis_info[0].unit_name != "metre":
        raise GunmaneError(
            tr("The store's CRS must be a projected EPSG code in metres, not “{crs}”.", crs=crs),
            code="E-CRS",
            remedy=tr("Take the plane rectangular zone of your area, e.g. EPSG:6677 for zone IX."),
        )
    return parsed.name, parsed.to_wkt("WKT1_GDAL"), int(code)
