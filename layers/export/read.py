"""The rows that a package for others may hold: read from a store, without what is not given away.

What is left out stands in ``schema/exchange/package.toml``. Rows that have vanished from their source are left
out too. Free text that a person changed in the store has not passed the import's redaction and passes it here.
"""

from __future__ import annotations

import dataclasses
import functools
from dataclasses import dataclass, field

import numpy as np

from ...schema import Field, Table, model
from ...schema.exchange import exchange
from ..coordinates.crs import transformer
from ..identity import COMMON_CITY
from ..normalise import Context, normalise_column
from ..store import Store
from ..store.geometry_blob import decode
from ..unify.columns import FREE_TEXT

LABEL = "_label"
WGS84 = "EPSG:4326"


@dataclass
class Rows:
    """The rows of one table, column by column. ``blobs`` as stored; ``geometries`` in ``crs``, ``wgs84`` in
    longitude and latitude (None where there is no place)."""

    table: Table  # the model's
    fields: tuple[Field, ...]  # the given columns; a coded one is followed by that of its labels
    columns: dict[str, list]
    crs: str
    blobs: list | None = None
    left_out: list[str] = field(default_factory=list)  # columns
    vanished: int = 0

    def __len__(self) -> int:
        return len(self.columns["uuid"])

    @functools.cached_property
    def geometries(self) -> np.ndarray:
        return decode(self.blobs or [])

    @functools.cached_property
    def wgs84(self) -> np.ndarray:
        return transformer(self.crs, WGS84).transform_geometries(self.geometries)

    def own(self, name: str) -> list:
        """A column by its name; all None where it is not given away."""
        return self.columns.get(name) or [None] * len(self)


def read_tables(store: Store, cities: set[str] | None, language: str):
    """Yields the Rows of every table that has any, in T-order. ``cities``: only these, or None for all."""
    rules = exchange("package")
    labels = _labels(store, language)
    for table in model().tables.values():
        if table.store != "main" or table.name in rules["tables_left_out"]:
            continue
        rows = _read(store, table, cities, labels, rules)
        if len(rows) or rows.vanished:
            yield rows


def count_rows(store: Store, table: str, cities: set[str] | None, where: str = "1") -> dict[str, int]:
    """Rows of a table for each city."""
    condition, values = _of(cities)
    return dict(
        store.con.execute(
            f'SELECT city_code, count(*) FROM "{table}" WHERE {where} AND {condition} GROUP BY city_code',  # nosec B608
            values,
        )
    )


def _read(store: Store, table: Table, cities: set[str] | None, labels: dict, rules: dict) -> Rows:
    common = {f.name for f in table.columns} - {f.name for f in table.fields}
    withheld = rules["columns_left_out"]
    given = [
        f
        for f in table.columns
        if (f.name in rules["common"] or f.name not in common)
        and f"{table.name}.{f.name}" not in withheld
        and f"*.{f.name}" not in withheld
    ]
    left_out = [f.name for f in table.fields if f not in given]
    condition, values = _of(cities)
    names = [f'"{f.name}"' for f in given] + ["edited_at IS NOT NULL"] + (["geom"] if table.geometry else [])
    found = store.con.execute(
        f'SELECT {", ".join(names)} FROM "{table.name}" WHERE vanished_at IS NULL AND {condition} ORDER BY fid',  # nosec B608
        values,
    ).fetchall()
    stacked = [list(column) for column in zip(*found)] if found else [[] for _ in names]
    blobs = stacked.pop() if table.geometry else None
    edited = stacked.pop()
    columns, fields = {}, []
    for own, column in zip(given, stacked):
        if any(edited) and own.type == "text" and own.name in FREE_TEXT:
            column = _redacted(column, edited)
        columns[own.name] = column
        fields.append(own)
        if own.codes:
            words = labels.get(own.codes, {})
            columns[own.name + LABEL] = [words.get(code) for code in column]
            fields.append(_label_field(own))
    (vanished,) = store.con.execute(
        f'SELECT count(*) FROM "{table.name}" WHERE vanished_at IS NOT NULL AND {condition}',  # nosec B608
        values,
    ).fetchone()
    return Rows(table, tuple(fields), columns, store.crs, blobs, left_out, vanished)


def _of(cities: set[str] | None) -> tuple[str, tuple]:
    if cities is None:
        return "1", ()
    chosen = (*sorted(cities), COMMON_CITY)
    return f"city_code IN ({', '.join('?' * len(chosen))})", chosen


def _labels(store: Store, language: str) -> dict[str, dict[str, str]]:
    """Labels of codes: the store's own, which can be edited there, over those of the model."""
    found = {
        n: {c.code: c.label(language) for c in cl.codes.values()} for n, cl in model().code_lists.items()
    }
    column = "ja" if language == "ja" else "en"
    for name, code, label in store.con.execute(f"SELECT list, code, {column} FROM code_list"):  # nosec B608
        if label:
            found.setdefault(name, {})[code] = label
    return found


def _label_field(own: Field) -> Field:
    return dataclasses.replace(
        own, name=own.name + LABEL, type="text", ja=f"{own.ja}（名称）", en=f"{own.en} (label)", codes=None,
        ref=None, required=False, length=None, note=None, note_en=None,
    )  # fmt: skip


def _redacted(column: list, edited: list) -> list:
    at = [n for n, changed in enumerate(edited) if changed and column[n]]
    for n, text in zip(at, normalise_column("freetext", [column[n] for n in at], Context()).values):
        column[n] = text
    return column
