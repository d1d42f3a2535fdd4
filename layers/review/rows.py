"""Rows of the store in work: loaded in bulk, changed in memory, written back in bulk.

Writes bypass two kinds of triggers. Those of the spatial index call functions that plain SQLite does not have, so
the index entries are kept here; and that which stamps ``edited_at``, because a decision is no hand edit: it is
kept in T29 and applied again at every import.
"""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from dataclasses import dataclass, field

import shapely

from ...schema import model
from ..store import Store, ddl
from ..store.geometry_blob import decode


@dataclass
class Row:
    """One row; ``values`` holds every column of the model, ``geom`` the GeoPackage blob."""

    table: str
    uuid: str
    fid: int
    values: dict
    geom: bytes | None = None
    changed: set[str] = field(default_factory=set)

    def set(self, name: str, value) -> None:
        if name == "geom":
            if value != self.geom:
                self.geom = value
                self.changed.add("geom")
        elif self.values[name] != value or type(self.values[name]) is not type(value):
            self.values[name] = value
            self.changed.add(name)

    def get(self, name: str):
        return self.geom if name == "geom" else self.values[name]


class Rows:
    """The rows that one batch of decisions touches."""

    def __init__(self, store: Store):
        self.store = store
        self._rows: dict[tuple[str, str], Row] = {}

    def load(self, wanted) -> None:
        """``wanted``: (table, uuid) pairs; what is not in the store is passed over."""
        groups: dict[str, set[str]] = defaultdict(set)
        for table, uuid in wanted:
            if table in model().tables and uuid and (table, uuid) not in self._rows:
                groups[table].add(uuid)
        for table, uuids in groups.items():
            entry = model().tables[table]
            names = [column.name for column in entry.columns]
            select = ", ".join(f'"{name}"' for name in names) + (", geom" if entry.geometry else "")
            for fid, *found in self.store.con.execute(
                f'SELECT fid, {select} FROM "{table}" WHERE uuid IN (SELECT value FROM json_each(?))',  # nosec B608
                (json.dumps(sorted(uuids)),),
            ):
                values = dict(zip(names, found))
                geom = found[-1] if entry.geometry else None
                self._rows[table, values["uuid"]] = Row(table, values["uuid"], fid, values, geom)

    def get(self, table: str, uuid: str | None) -> Row | None:
        return self._rows.get((table, uuid))

    def write(self) -> None:
        """Write what was changed, within the caller's transaction."""
        groups: dict[str, dict[tuple, list[Row]]] = defaultdict(lambda: defaultdict(list))
        for row in self._rows.values():
            if row.changed:
                groups[row.table][tuple(sorted(row.changed))].append(row)
        con = self.store.con
        for table, by_columns in groups.items():
            entry = model().tables[table]
            for statement in _rest(entry):
                con.execute(statement)
            for names, rows in by_columns.items():
                sets = ", ".join(f'"{name}" = ?' for name in names)
                con.executemany(
                    f'UPDATE "{table}" SET {sets} WHERE fid = ?',  # nosec B608
                    [(*(row.get(name) for name in names), row.fid) for row in rows],
                )
                if "geom" in names:
                    _reindex(con, table, rows)
            for statement in _resume(entry):
                con.execute(statement)
            for rows in by_columns.values():
                for row in rows:
                    row.changed.clear()


def _rest(entry) -> list[str]:
    return (ddl.rtree_triggers_drop(entry.name) if entry.geometry else []) + ddl.edit_trigger_drop(entry)


def _resume(entry) -> list[str]:
    return (ddl.rtree_triggers_create(entry.name) if entry.geometry else []) + ddl.edit_trigger_create(entry)


def _reindex(con, table: str, rows: list[Row]) -> None:
    index = f'"rtree_{table}_geom"'
    con.executemany(f"DELETE FROM {index} WHERE id = ?", [(row.fid,) for row in rows])  # nosec B608
    boxes = shapely.bounds(decode([row.geom for row in rows]))
    con.executemany(
        f"INSERT INTO {index} VALUES (?, ?, ?, ?, ?)",  # nosec B608
        [
            (row.fid, west, east, south, north)
            for row, (west, south, east, north) in zip(rows, boxes.tolist())
            if west == west  # NaN where there is no geometry
        ],
    )


# -- flags and cells -----------------------------------------------------------------------------------------


def flags_of(text: str | None) -> list[dict]:
    """Flags as stored: a list of {"code", "field"}."""
    try:
        found = json.loads(text) if text else []
    except ValueError:
        return []
    return [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []


def flags_text(flags: list[dict]) -> str | None:
    return json.dumps(flags, ensure_ascii=False) if flags else None


def without(text: str | None, names, code: str | None = None) -> str | None:
    """Flags without those of the fields ``names`` (only of rule ``code`` where given)."""
    flags = flags_of(text)
    kept = [f for f in flags if f.get("field") not in names or (code and f.get("code") != code)]
    return text if len(kept) == len(flags) else flags_text(kept)


def prints(raw_json: str | None) -> dict[str, str]:
    """Column -> a print of its cell, to see later whether the source said something else; no text is kept."""
    try:
        found = json.loads(raw_json) if raw_json else {}
    except ValueError:
        return {}
    if not isinstance(found, dict):
        return {}
    crc = zlib.crc32
    return {
        label: "" if cell is None else f"{crc(str(cell).encode('utf-8', 'surrogatepass')):08x}"
        for label, cell in found.items()
    }


def cell_print(cell) -> str:
    """As in ``prints``."""
    return "" if cell is None else f"{zlib.crc32(str(cell).encode('utf-8', 'surrogatepass')):08x}"
