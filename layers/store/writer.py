"""Merging unified rows into one table of the store: new, changed, unchanged, edited by a person, vanished.

The rules (unified model, section 2): a row is the same row where its uuid is; a changed source row updates the
stored one; a row that a person edited since is never overwritten but listed as a conflict with both values; a
row that vanished from its source file is marked, not deleted. Nothing is written for a row that is unchanged,
so a second import of the same files changes nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import numpy as np
import shapely

from ...schema import Table
from ..identity import short_ids
from . import ddl, rtree_pack
from .geometry_blob import decode, encode
from .geopackage import Store, now_utc

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT")
NEW, UPDATED, UNCHANGED, CONFLICT, DUPLICATE = range(5)


@dataclass
class Rows:
    """Unified rows of one table: equally long columns; ``geom`` is a shapely array or None."""

    columns: dict[str, list]
    geom: np.ndarray | None = None

    def __len__(self) -> int:
        return len(self.columns["uuid"])


@dataclass
class Conflict:
    """A row that both a person and the source changed: field -> (in the store, in the file)."""

    uuid: str
    src_file: str
    src_row: int
    row_hash: str
    fields: dict[str, tuple]


@dataclass
class Existing:
    fid: int
    row_hash: str | None
    import_id: str | None
    edited: bool
    vanished: bool


@dataclass
class TableWriter:
    """Writes one city's rows of one table within the caller's transaction.

    ``stale`` are ids of imports made with another profile or program version: their unedited rows are written
    anew even where the source row is the same. ``dry`` classifies without writing.
    """

    store: Store
    table: Table
    city_code: str
    import_id: str
    stale: set[str] = field(default_factory=set)
    dry: bool = False

    def __post_init__(self):
        self.fresh = not self.store.has_rows(self.table.name, self.city_code)
        self.spatial = self.table.geometry is not None
        self._seen = np.empty(0, dtype=np.uint64)
        self._next_fid = None
        self._bulk = False
        # Boxes of new rows, until they enter the spatial index: (ids, west-east-south-north).
        self._boxes: list[tuple[np.ndarray, np.ndarray]] = []
        self._indexes: list[tuple[str, str]] = []  # indexes taken off while an empty table is filled
        self._names = [c.name for c in self.table.columns]
        self.changes = 0  # rows written so far

    # -- rows ------------------------------------------------------------------------------------------

    def write(self, rows: Rows) -> tuple[np.ndarray, list[Conflict]]:
        """Merge rows; returns what became of each (NEW ... DUPLICATE) and the conflicts."""
        count = len(rows)
        if count == 0:
            return np.empty(0, dtype=int), []
        uuids = rows.columns["uuid"]
        prints = short_ids(uuids)
        state = np.full(count, NEW)
        _, first = np.unique(prints, return_index=True)
        is_first = np.zeros(count, dtype=bool)
        is_first[first] = True
        state[~is_first | np.isin(prints, self._seen)] = DUPLICATE
        self._seen = np.concatenate([self._seen, prints[state == NEW]])
        existing = {} if self.fresh else self._existing(uuids)
        if existing:
            self._classify(rows, state, existing)
        conflicts = self._conflicts(rows, state, existing)
        if not self.dry:
            self._insert(rows, np.flatnonzero(state == NEW))
            self._update(rows, np.flatnonzero(state == UPDATED), existing)
            self.changes += int(np.isin(state, (NEW, UPDATED)).sum())
        return state, conflicts

    def mark_seen(self, uuids: list[str]) -> None:
        """Rows that the source still has though they were set aside now: they did not vanish."""
        if uuids:
            self._seen = np.concatenate([self._seen, short_ids(uuids)])

    def mark_vanished(self, src_files: list[str]) -> int:
        """Mark rows of these files that this import did not meet; returns how many were newly marked."""
        if self.fresh or not src_files:
            return 0
        marks = ",".join("?" * len(src_files))
        cursor = self.store.con.execute(
            f'SELECT fid, uuid FROM "{self.table.name}" WHERE city_code = ? AND vanished_at IS NULL'  # nosec B608
            f" AND src_file IN ({marks})",
            (self.city_code, *src_files),
        )
        gone: list[int] = []
        while batch := cursor.fetchmany(50_000):
            lost = ~np.isin(short_ids([uuid for _, uuid in batch]), self._seen)
            gone.extend(batch[n][0] for n in np.flatnonzero(lost))
        if gone and not self.dry:
            if self.spatial:
                self._start_bulk()
            self.changes += len(gone)
            stamp = now_utc()
            self.store.con.executemany(
                f'UPDATE "{self.table.name}" SET vanished_at = ?, import_id = ? WHERE fid = ?',  # nosec B608
                [(stamp, self.import_id, fid) for fid in gone],
            )
        return len(gone)

    def finish(self) -> None:
        """Complete the indexes after a bulk insert, and put the spatial index's triggers back."""
        self._complete_spatial_index()
        if self._indexes:
            present = {row[0] for row in self.store.con.execute("SELECT name FROM sqlite_master")}
            for name, statement in self._indexes:
                if name not in present:
                    self.store.con.execute(statement)
            self._indexes = []
        if self._bulk:
            for statement in ddl.rtree_triggers_create(self.table.name):
                self.store.con.execute(statement)
            self._bulk = False

    # -- classification --------------------------------------------------------------------------------

    def _existing(self, uuids: list[str]) -> dict[str, Existing]:
        con = self.store.con
        con.execute("CREATE TEMP TABLE IF NOT EXISTS wanted (uuid TEXT PRIMARY KEY) WITHOUT ROWID")
        con.execute("DELETE FROM temp.wanted")
        con.executemany("INSERT OR IGNORE INTO temp.wanted VALUES (?)", [(u,) for u in uuids])
        found = con.execute(
            "SELECT t.uuid, t.fid, t.row_hash, t.import_id, t.edited_at IS NOT NULL, t.vanished_at IS NOT NULL"
            f' FROM temp.wanted w JOIN "{self.table.name}" t ON t.uuid = w.uuid'  # nosec B608
        )
        return {row[0]: Existing(row[1], row[2], row[3], bool(row[4]), bool(row[5])) for row in found}

    def _classify(self, rows: Rows, state: np.ndarray, existing: dict[str, Existing]) -> None:
        hashes = rows.columns["row_hash"]
        for n, uuid in enumerate(rows.columns["uuid"]):
            old = existing.get(uuid)
            if old is None or state[n] == DUPLICATE:
                continue
            changed = old.row_hash != hashes[n]
            if old.edited:
                state[n] = CONFLICT if changed else UNCHANGED
            elif changed or old.vanished or old.import_id in self.stale:
                state[n] = UPDATED
            else:
                state[n] = UNCHANGED

    def _conflicts(self, rows: Rows, state: np.ndarray, existing: dict[str, Existing]) -> list[Conflict]:
        found = []
        own = [f.name for f in self.table.fields if f.origin == "source"]
        for n in np.flatnonzero(state == CONFLICT):
            uuid = rows.columns["uuid"][n]
            names = [name for name in own if name in rows.columns]
            select = ", ".join(f'"{name}"' for name in names) + (", geom" if self.spatial else "")
            stored = self.store.con.execute(
                f'SELECT {select} FROM "{self.table.name}" WHERE fid = ?',  # nosec B608
                (existing[uuid].fid,),
            ).fetchone()
            differing = {
                name: (old, rows.columns[name][n])
                for name, old in zip(names, stored)
                if not _same(old, rows.columns[name][n])
            }
            if self.spatial and rows.geom is not None and rows.geom[n] is not None:
                old_geom = decode([stored[-1]])[0]
                if old_geom is None or not old_geom.equals_exact(rows.geom[n], 0.01):
                    differing["geom"] = (_wkt(old_geom), _wkt(rows.geom[n]))
            found.append(
                Conflict(
                    uuid, rows.columns["src_file"][n], int(rows.columns["src_row"][n]),
                    rows.columns["row_hash"][n], differing,
                )
            )  # fmt: skip
        return found

    # -- writing ---------------------------------------------------------------------------------------

    def _insert(self, rows: Rows, take: np.ndarray) -> None:
        if not len(take):
            return
        con, name = self.store.con, self.table.name
        if self._next_fid is None:
            self._next_fid = (con.execute(f'SELECT max(fid) FROM "{name}"').fetchone()[0] or 0) + 1  # nosec B608
            if self._next_fid == 1:
                self._drop_indexes()
        fids = range(self._next_fid, self._next_fid + len(take))
        self._next_fid += len(take)
        names = [n for n in self._names if n in rows.columns]
        whole = len(take) == len(rows)
        values = [rows.columns[n] if whole else [rows.columns[n][i] for i in take] for n in names]
        if self.spatial:
            self._start_bulk()
            geoms = rows.geom if rows.geom is not None else np.full(len(rows), None, dtype=object)
            geoms = geoms if whole else geoms[take]
            values.append(encode(geoms, self.store.srs_id))
            self._remember_boxes(fids, geoms)
            names = [*names, "geom"]
        columns = ", ".join(f'"{n}"' for n in ("fid", *names))
        con.executemany(
            f'INSERT INTO "{name}" ({columns}) VALUES ({", ".join("?" * (len(names) + 1))})',  # nosec B608
            zip(fids, *values),
        )

    def _update(self, rows: Rows, take: np.ndarray, existing: dict[str, Existing]) -> None:
        if not len(take):
            return
        con, name = self.store.con, self.table.name
        fids = [existing[rows.columns["uuid"][i]].fid for i in take]
        # What the source does not give (any more) is emptied; what analysis has filled stays.
        names = [c.name for c in self.table.columns if _is_written_by_import(c) and c.name != "uuid"]
        empty = [None] * len(rows)
        values = [[rows.columns.get(n, empty)[i] for i in take] for n in names]
        if self.spatial:
            self._start_bulk()
            geoms = rows.geom[take] if rows.geom is not None else np.full(len(take), None, dtype=object)
            con.executemany(f'DELETE FROM "rtree_{name}_geom" WHERE id = ?', [(f,) for f in fids])  # nosec B608
            self._index(fids, geoms)
            names, values = [*names, "geom"], [*values, encode(geoms, self.store.srs_id)]
        assignments = ", ".join(f'"{n}" = ?' for n in names)
        con.executemany(
            f'UPDATE "{name}" SET {assignments}, vanished_at = NULL WHERE fid = ?',  # nosec B608
            zip(*values, fids),
        )

    def _start_bulk(self) -> None:
        """The index's triggers call functions that only spatial libraries register, so they rest meanwhile."""
        if not self._bulk:
            for statement in ddl.rtree_triggers_drop(self.table.name):
                self.store.con.execute(statement)
            self._bulk = True

    def _drop_indexes(self) -> None:
        """An empty table is filled without its indexes (but the unique ones): sorting once is far cheaper."""
        con = self.store.con
        found = con.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql LIKE 'CREATE INDEX %'",
            (self.table.name,),
        ).fetchall()
        for name, _ in found:
            con.execute(f'DROP INDEX "{name}"')
        known = {name for name, _ in self._indexes}
        self._indexes += [entry for entry in found if entry[0] not in known]

    def _index(self, fids, geoms: np.ndarray) -> None:
        self._add_to_index(*rtree_pack.entries(fids, geoms))

    def _add_to_index(self, ids: np.ndarray, boxes: np.ndarray) -> None:
        rtree_pack.add(self.store.con, f"rtree_{self.table.name}_geom", ids, boxes)

    def _remember_boxes(self, fids: range, geoms: np.ndarray) -> None:
        self._forget_boxes(fids.start)
        self._boxes.append(rtree_pack.entries(fids, geoms))

    def _forget_boxes(self, first: int) -> None:
        """Boxes of a file that was taken back: their row numbers were given to others, or to none."""
        self._boxes = [(ids[ids < first], boxes[ids < first]) for ids, boxes in self._boxes]

    def _complete_spatial_index(self) -> None:
        self._forget_boxes(self._next_fid or 0)
        ids = np.concatenate([ids for ids, _ in self._boxes]) if self._boxes else np.empty(0, dtype=np.int64)
        if not len(ids):
            return
        boxes = np.concatenate([boxes for _, boxes in self._boxes])
        self._boxes = []
        index = f"rtree_{self.table.name}_geom"
        con = self.store.con
        (present,) = con.execute(f'SELECT count(*) FROM "{index}_rowid"').fetchone()  # nosec B608
        if len(ids) < rtree_pack.PACKED_FROM or present > 4 * len(ids):
            self._add_to_index(ids, boxes)
            return
        added = ids, boxes
        if present:
            old_ids, old_boxes = rtree_pack.read(con, index)
            ids, boxes = np.concatenate([old_ids, ids]), np.concatenate([old_boxes, boxes])
        if not rtree_pack.rebuild(con, index, ids, boxes):
            self._add_to_index(*added)


def _is_written_by_import(column) -> bool:
    """Columns that an import writes: what comes from a source, and the common ones but a person's marks."""
    return column.origin != "plan" and column.name not in ("vanished_at", "edited_at", "edited_by")


def _same(old, new) -> bool:
    if isinstance(old, float) or isinstance(new, float):
        if old is None or new is None:
            return old is new
        try:
            return abs(float(old) - float(new)) < 1e-9
        except (TypeError, ValueError):
            return False
    return old == new or (_MOMENT.match(str(old)) and _moment(old) == _moment(new))


def _moment(text):
    """A time without its zero milliseconds: programs that edit a row write them into every time of it."""
    return str(text).replace(".000", "")


def _wkt(geom) -> str | None:
    return None if geom is None else shapely.to_wkt(geom, rounding_precision=2)
