"""The store's table ``standard``: reading all versions, and adding or replacing versions in one transaction."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ...i18n import tr
from ...schema import model
from ..errors import GunmaneError
from ..identity import COMMON_CITY, row_uuid
from ..store import Patience, Store, now_utc, open_store

KEY = ("std_id", "ver", "scope", "scope_key")
THRESHOLDS = ("watch", "repair", "emerg", "repair_c1")
SOURCE = "standards"  # where rows come from that no city's ledger gave


@dataclass(frozen=True)
class Change:
    """What writing a row would do: ``kind`` is "new" or "changed"; ``cells``: field -> (now, then)."""

    key: tuple[str, str, str, str]
    kind: str
    cells: dict[str, tuple]


def fields() -> list[str]:
    """The names of T11's own fields, in order."""
    return [own.name for own in model().tables["standard"].fields]


def row_key(row: Mapping) -> tuple[str, str, str, str]:
    """What tells a row of T11 from all others; the common standard has no scope key, however it is written."""
    scope_key = "" if row.get("scope") == "common" else row.get("scope_key") or ""
    return (row.get("std_id") or "", row.get("ver") or "", row.get("scope") or "", scope_key)


def read_standards(store: Store) -> list[dict]:
    """All rows of all versions, ordered by scope, key, standard and version; [] where the store has none."""
    names = fields()
    select = ", ".join(f'"{name}"' for name in names)
    found = store.con.execute(
        f"SELECT {select} FROM standard WHERE vanished_at IS NULL"  # nosec B608: names of the model
    )
    rows = [dict(zip(names, row)) for row in found]
    order = {"common": 0, "city": 1, "route": 2}
    return sorted(rows, key=lambda row: (order.get(row["scope"], 9), *(row_key(row)[i] for i in (3, 0, 1))))


def changes(old: Iterable[Mapping], new: Iterable[Mapping]) -> list[Change]:
    """What ``new`` would add to or change in ``old``; rows that ``new`` does not have stay as they are."""
    known = {row_key(row): row for row in old}
    found = []
    for row in new:
        key = row_key(row)
        before = known.get(key)
        if before is None:
            cells = {n: (None, row.get(n)) for n in fields() if n not in KEY and not _empty(row.get(n))}
            found.append(Change(key, "new", cells))
            continue
        cells = {
            n: (before.get(n), row.get(n))
            for n in fields()
            if n not in KEY and not _same(before.get(n), row.get(n))
        }
        if cells:
            found.append(Change(key, "changed", cells))
    return found


def write_standards(
    path: str | Path,
    rows: Iterable[Mapping],
    who: str,
    *,
    replace: bool = False,
    since: Iterable[Mapping] | None = None,
    patience: Patience | None = None,
) -> list[Change]:
    """Add rows to the store's standards in one transaction; returns what changed.

    A version that stands in the store already is part of past judgements: with other cells under the same version
    it is refused (GunmaneError E-STDVERSION, naming the rows) unless ``replace``. Rows that the store has and
    ``rows`` has not stay: versions are never deleted here. ``who`` is kept as the author where a row names none.
    ``since``: the rows as the writer has read them; where the store holds others by now, nothing is written
    (GunmaneError E-STDMEANWHILE). ``patience``: how to wait while another writes the store.
    """
    rows = [dict(row) for row in rows]
    doubled = _doubled(rows)
    if doubled:
        raise GunmaneError(
            tr("These rows stand there twice: {rows}.", rows=", ".join(map(shown_key, doubled))),
            code="E-STDTWICE",
            remedy=tr("Give the second one another version or scope."),
        )
    with open_store(path, patience=patience) as store, store.transaction(tr("Maintenance standards")):
        held = read_standards(store)
        if since is not None:
            _refuse_others_work(list(since), held)
        unnamed = _name_authors(rows, held, who)
        found = changes(held, rows)
        altered = [change for change in found if change.kind == "changed"]
        if altered and not replace:
            raise GunmaneError(
                tr(
                    "These versions stand in the store with other values: {rows}.",
                    rows=", ".join(shown_key(change.key) for change in altered[:10])
                    + ("…" if len(altered) > 10 else ""),
                ),
                code="E-STDVERSION",
                remedy=tr("Give the changed rows a new version, or allow the replacement of versions."),
            )
        by_key = {row_key(row): row for row in rows}
        for change in found:
            row = by_key[change.key]
            _write(store, {**row, "author": who} if change.key in unnamed else row)
    return found


def _name_authors(rows: list[dict], held: list[dict], who: str) -> set:
    """The keys of rows that name no author: they are compared as their present author's, for the same row brought by
    somebody else is no other row."""
    known = {row_key(row): row.get("author") for row in held}
    unnamed = {row_key(row) for row in rows if _empty(row.get("author"))}
    for row in rows:
        key = row_key(row)
        if key in unnamed:
            row["author"] = known.get(key) or who
    return unnamed


def _refuse_others_work(since: list[Mapping], held: list[dict]) -> None:
    gone = {row_key(row) for row in since} - {row_key(row) for row in held}
    others = sorted({*gone, *(change.key for change in changes(since, held))})
    if others:
        raise GunmaneError(
            tr(
                "Somebody else has changed the standards of this store meanwhile: {rows}.",
                rows=", ".join(map(shown_key, others[:10])) + ("…" if len(others) > 10 else ""),
            ),
            code="E-STDMEANWHILE",
            remedy=tr("Write yours as a workbook, read the store again, and load the workbook."),
        )


def shown_key(key: tuple[str, str, str, str]) -> str:
    """A row as people name it: standard, version, and for whom."""
    std_id, version, scope, scope_key = key
    code = model().code_lists["SCOPE"].codes.get(scope)
    where = scope_key or (code.ja if code else scope)
    return f"{std_id} {version} ({where})"


def _write(store: Store, row: Mapping) -> None:
    key = row_key(row)
    names = fields()
    values = {**{name: row.get(name) for name in names}, "scope_key": key[3] or None}
    for name in THRESHOLDS:
        if _empty(values[name]):
            values[name] = None
    city = key[3][:6] if key[2] in ("city", "route") and key[3][:6].isdigit() else COMMON_CITY
    text_key = "|".join(key)
    held = store.con.execute(
        "SELECT fid FROM standard WHERE std_id = ? AND ver = ? AND scope = ? AND ifnull(scope_key, '') = ?",
        key,
    ).fetchone()
    if held:
        assignments = ", ".join(f'"{name}" = ?' for name in names)
        # Another import_id in the same statement: this is no edit behind the plugin's back (see ddl.py).
        store.con.execute(
            f"UPDATE standard SET {assignments}, import_id = ?, imported_at = ?, vanished_at = NULL"  # nosec B608
            " WHERE fid = ?",
            (*(values[name] for name in names), f"{SOURCE} {now_utc()}", now_utc(), held[0]),
        )
        return
    common = {
        "uuid": row_uuid(city, "standard", text_key), "city_code": city, "src_file": SOURCE, "src_row": 0,
        "src_key": text_key, "imported_at": now_utc(), "import_id": SOURCE,
    }  # fmt: skip
    columns = {**values, **common}
    select = ", ".join(f'"{name}"' for name in columns)
    store.con.execute(
        f"INSERT INTO standard ({select}) VALUES ({', '.join('?' * len(columns))})",  # nosec B608
        tuple(columns.values()),
    )


def _doubled(rows: list[dict]) -> list[tuple]:
    seen, twice = set(), []
    for row in rows:
        key = row_key(row)
        if key in seen:
            twice.append(key)
        seen.add(key)
    return twice


def _empty(value) -> bool:
    return value is None or value == "" or (isinstance(value, float) and math.isnan(value))


def _same(old, new) -> bool:
    if _empty(old) or _empty(new):
        return _empty(old) and _empty(new)
    if isinstance(old, (int, float)) and isinstance(new, (int, float)):
        return float(old) == float(new)
    return str(old) == str(new)
