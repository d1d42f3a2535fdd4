"""Invariants that an import must keep, whatever its ledgers look like.

Each check yields sentences about what is wrong; none of them knows what kind of damage was done.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np

from .views import PLACE

VOLATILE = {
    "src_row", "imported_at", "import_id", "row_hash", "raw_json", "flags", "edited_at", "edited_by", "vanished_at",
    "petitioner_ref", "fid", "src_file",
}  # fmt: skip
# Fields that other fields or cells of the row tell.
FOLLOW = {
    "route_key",
    "section_id",
    "from_m",
    "to_m",
    "length_m",
    "gl",
    "landmark",
    "ad",
    "measures",
    "address_raw",
    "geom",
}

MISSING = object()  # the column is not there any more


def snapshot(store: Path) -> dict[str, dict[str, dict]]:
    """Table -> uuid -> row of everything that comes from ledgers."""
    from gunmane.schema import model

    found = {}
    with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as con:
        con.row_factory = sqlite3.Row
        for table in model().tables.values():
            if table.store == "main" and table.importable:
                rows = con.execute(f'SELECT * FROM "{table.name}"')
                found[table.name] = {row["uuid"]: dict(row) for row in rows}
    return found


def dump(path: Path) -> list[str]:
    """A whole file as SQL, with the counters of no meaning left out."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as con:
        return [line for line in con.iterdump() if "sqlite_sequence" not in line]


def store_is_sound(store: Path) -> list[str]:
    """Integrity of the file, of its spatial indexes and of its registration as a GeoPackage."""
    from gunmane.schema import model

    wrong = []
    with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as con:
        (said,) = con.execute("PRAGMA integrity_check").fetchone()
        if said != "ok":
            wrong.append(f"integrity_check: {said}")
        if con.execute("PRAGMA foreign_key_check").fetchone():
            wrong.append("foreign_key_check finds a broken reference")
        (triggers,) = con.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").fetchone()
        for (table,) in con.execute("SELECT table_name FROM gpkg_geometry_columns").fetchall():
            wrong += _index_is_sound(con, table)
        for (table,) in con.execute("SELECT table_name FROM gpkg_contents").fetchall():
            if not con.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone():
                wrong.append(f"{table} is registered and not there")
        expected = sum(
            7 if t.geometry else 1 for t in model().tables.values() if t.store == "main" and t.importable
        )
        if triggers < expected:
            wrong.append(f"{triggers} triggers of {expected}")
    return wrong


def _index_is_sound(con, table: str) -> list[str]:
    from gunmane.layers.store.geometry_blob import decode

    index = f"rtree_{table}_geom"
    wrong = []
    (said,) = con.execute("SELECT rtreecheck(?)", (index,)).fetchone()
    if said != "ok":
        wrong.append(f"{index}: {said}")
    entries = {r[0]: r[1:] for r in con.execute(f'SELECT id, minx, maxx, miny, maxy FROM "{index}"')}
    rows = con.execute(f'SELECT fid, geom FROM "{table}" WHERE geom IS NOT NULL').fetchall()
    if not rows and not entries:
        return wrong
    geoms = decode([blob for _, blob in rows])
    for (fid, _), geom in zip(rows, geoms):
        box = entries.pop(fid, None)
        if geom is None or not np.isfinite(geom.bounds).all():
            wrong.append(f"{table} {fid}: geometry {geom and geom.wkt[:60]}")
        elif box is None:
            wrong.append(f"{index}: {fid} is missing")
        else:
            west, south, east, north = geom.bounds
            if box[0] > west or box[1] < east or box[2] > south or box[3] < north:
                wrong.append(f"{index}: {fid} does not hold its geometry")
    if entries:
        wrong.append(f"{index}: {len(entries)} entries too many")
    return wrong[:5]


def opens_elsewhere(store: Path) -> list[str]:
    """GDAL sees every layer."""
    import pyogrio

    try:
        layers = pyogrio.list_layers(store)
        pyogrio.read_info(store, layer="facility")
    except Exception as error:
        return [f"GDAL cannot open the store: {error}"]
    return [] if len(layers) > 20 else [f"GDAL sees {len(layers)} layers"]


def accounts_add_up(account, store: Path) -> list[str]:
    wrong = []
    for s in account.sources:
        if s.read != s.kept + s.set_aside:
            wrong.append(f"{s.source_id}: READ {s.read} is not KEPT {s.kept} + SET_ASIDE {s.set_aside}")
        if s.set_aside != len(s.aside):
            wrong.append(f"{s.source_id}: SET_ASIDE {s.set_aside}, listed {len(s.aside)}")
        if s.kept != s.new + s.updated + s.unchanged + s.conflicts:
            wrong.append(f"{s.source_id}: KEPT {s.kept} is not what became of the rows")
    with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as con:
        query = (
            "SELECT count(*) FROM set_aside WHERE city_code = ? AND vanished_at IS NULL"
            " AND src_file = ? AND target = ?"
        )
        for s in account.sources:
            if s.problem or account.problem:
                continue
            for file in {entry.file for entry in s.aside}:
                listed = sum(entry.file == file for entry in s.aside)
                (held,) = con.execute(query, (account.city_code, file, s.table)).fetchone()
                if held != listed:
                    wrong.append(f"{s.source_id}: {listed} set aside in {file}, {held} in the store")
    return wrong


def words_only(texts: list[str]) -> list[str]:
    """Nothing that only a programmer understands reaches the user."""
    return [f"a fault of ours: {t[:300]}" for t in texts if "E-UNEXPECTED" in t or "Traceback" in t]


def rows_accounted(s, seen, header_rows: int | None) -> list[str]:
    """Records that an independent reader counts = READ + SKIPPED (+ the header)."""
    if {"E-QUOTE", "W-QUOTE", "W-SHORT"} & set(s.rules) or not s.files or len(s.files) != seen.tables:
        return []
    got = s.read + s.skipped + (header_rows or 0) * len(s.files)
    return (
        []
        if abs(got - seen.records) <= seen.slack
        else [f"{s.source_id}: {got} records accounted for, the file has {seen.records}"]
    )


def same(old, new) -> bool:
    if isinstance(old, float) and isinstance(new, (int, float)):
        return abs(old - new) <= 1e-9 * max(1.0, abs(old))
    return old == new


def _changes(old: dict, new: dict) -> list[str]:
    found = [n for n in old if n not in VOLATILE and n != "geom" and not same(old[n], new.get(n))]
    if "geom" in old and old["geom"] != new["geom"] and not _same_place(old["geom"], new["geom"]):
        found.append("geom")
    return found


def _same_place(a, b) -> bool:
    from gunmane.layers.store.geometry_blob import decode

    if a is None or b is None:
        return a is b
    one, other = decode([a, b])
    return one.equals_exact(other, 1e-6)


def flagged(row: dict) -> set[str]:
    return {f["field"] for f in json.loads(row["flags"] or "[]")}


def _doubted(row: dict) -> set[str]:
    """Fields with a flag, and what cannot be known without them."""
    fields = flagged(row) | {"route_key"}  # follows what the register of routes now says
    return fields | {"section_id"}


def others_unchanged(before, after, file: str, related: bool) -> list[str]:
    """Rows of the ledgers that were not touched. ``related``: they may look things up in the touched one."""
    wrong = []
    for table, rows in before.items():
        for uuid, old in rows.items():
            if old["src_file"].partition("|")[0] == file:
                continue
            new = after[table].get(uuid)
            if new is None or new["vanished_at"]:
                wrong.append(f"{table} {old['src_key']} of {old['src_file']} is gone")
                continue
            changes = set(_changes(old, new)) - (_doubted(new) if related else set())
            if changes:
                wrong.append(f"{table} {old['src_key']} of {old['src_file']}: {_shown(old, new, changes)}")
    return wrong[:3]


def _shown(old, new, changes) -> str:
    return "; ".join(f"{n} {str(old[n])[:40]!r} -> {str(new.get(n))[:40]!r}" for n in sorted(changes))


def nothing_silently_wrong(source, file, before, after, was, now, s) -> tuple[list[str], int]:
    """Rows of the damaged ledger: values differ only where the damage stands in the row itself, or with a flag.

    ``was``, ``now``: views of the ledger before and after (``now`` None where nobody can tell).
    Returns what is wrong, and how many rows follow what the damaged file now says.
    """
    if now is None:
        return [], 0
    table = source.table
    absent = {label for facts in s.files for label in facts.absent}  # said in the report
    old_rows = {r["src_key"]: r for r in before[table].values() if r["src_file"].partition("|")[0] == file}
    new_rows = {
        r["src_key"]: r
        for r in after[table].values()
        if r["src_file"].partition("|")[0] == file and not r["vanished_at"]
    }
    wrong, followed, lost = [], 0, 0
    for key, old in old_rows.items():
        if key in now.twice or key in was.twice or key not in was.rows:
            continue
        cells, new = now.rows.get(key), new_rows.get(key)
        if new is None:
            lost += cells is not None and cells == was.rows[key]
            continue
        if cells is None:
            continue  # counted below as a row that came from nowhere, if it did not stand there before
        touched = {
            label for label, text in was.rows[key].items() if cells.get(label, MISSING) != text
        } | absent
        changes = set(_changes(old, new))
        followed += bool(changes)
        silent = changes - _fed(source, touched) - flagged(new)
        if silent:
            wrong.append(f"{table} {key}: {_shown(old, new, silent)} (touched: {sorted(touched)})")
    if lost > s.set_aside + s.skipped:
        wrong.append(
            f"{lost} untouched rows are neither kept nor set aside ({s.set_aside}) nor skipped ({s.skipped})"
        )
    for key in new_rows.keys() - now.rows.keys() - now.twice:
        if (key in old_rows and not s.read) or flagged(new_rows[key]):
            continue  # of a slipped table both readers make garbage, each its own
        wrong.append(f"{table} {key} stands nowhere in the file")
    return wrong[:4], followed


def _fed(source, touched: set[str]) -> set[str]:
    """Fields that the touched cells may change."""
    fields = set(FOLLOW) | {f"{n}" for n in ("section_id",)} if touched else set()
    for label in touched:
        fields |= {t.field for t in source.columns.get(label, ()) if t.field}
        if any(t.context for t in source.columns.get(label, ())):
            return fields | {
                "received_at",
                "found_at",
                "ordered_at",
                "planned_on",
                "started_at",
                "finished_at",
            }
        if label == PLACE:
            fields.add("geom")
    if touched & set(source.key):
        fields |= {"fac_id", "dmg_id", "work_id", "pat_id", "con_id", "ref_id"}
    return fields


def personal_stays_apart(secrets: list[str], shown: dict[str, bytes | str]) -> list[str]:
    """No text of a personal column in the store, the report or a message. ``shown``: name -> content."""
    wrong = []
    for name, content in shown.items():
        for secret in secrets:
            if (secret.encode() if isinstance(content, bytes) else secret) in content:
                wrong.append(f"personal data in {name}: {secret}")
    return wrong[:3]
