"""Tables of the store as DataFrames with shapely geometry: how analyses get at the data, whole columns at a time.

``read_table(store, "facility", ["ft", "route_key"])`` is one query and one decoding; no loop over rows.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from ..i18n import tr
from ..schema import Table, model
from .errors import GunmaneError
from .store import Store, friendly
from .store.geometry_blob import decode

ALWAYS = ("uuid", "city_code")


def read_table(
    store: Store,
    table: str,
    columns: Iterable[str] | None = None,
    *,
    geometry: bool = True,
    vanished: bool = False,
    city_code: str | None = None,
) -> pd.DataFrame:
    """Rows of one table in the order of their ``fid``.

    ``columns``: field names besides ``uuid`` and ``city_code``; None reads all of the model's. ``geometry``: with
    ``geom`` (object array of shapely geometries in the store's CRS, None where there is none) and ``geom_broken``
    (a blob is there but cannot be read). ``vanished``: also rows that have vanished from their source.
    Numbers come as float64 with NaN where empty, or int64 where none is empty; all else as object.

    Raises GunmaneError: E-NOTABLE for a table or column that the model does not have, and the store's own errors.
    """
    entry = model().tables.get(table)
    if entry is None or entry.store != "main":
        raise GunmaneError(tr("There is no table {table} in the store.", table=table), code="E-NOTABLE")
    names = _names(entry, columns)
    with_geometry = geometry and entry.geometry is not None
    wanted = [*names, "geom"] if with_geometry else names
    where, values = [], []
    if not vanished:
        where.append("vanished_at IS NULL")
    if city_code is not None:
        where.append("city_code = ?")
        values.append(city_code)
    sql = f'SELECT {", ".join(_quoted(n) for n in wanted)} FROM "{table}"'  # nosec B608: names of the model
    sql += f" WHERE {' AND '.join(where)}" if where else ""
    with friendly(store.path):
        rows = store.con.execute(f"{sql} ORDER BY fid", values).fetchall()
    cells = list(zip(*rows)) if rows else [()] * len(wanted)
    data = {name: _column(entry.field(name).type, cell) for name, cell in zip(names, cells)}
    if with_geometry:
        blobs = cells[-1]
        geoms = np.empty(len(blobs), dtype=object)
        if len(blobs):
            geoms[:] = decode(blobs)
        data["geom"] = geoms
        there = np.fromiter((blob is not None for blob in blobs), dtype=bool, count=len(blobs))
        data["geom_broken"] = there & np.equal(geoms, None)
    return pd.DataFrame(data)


def table_names(store: Store) -> list[str]:
    """The model's tables that the store has, in T-order."""
    there = {row[0] for row in store.con.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return [t.name for t in model().tables.values() if t.store == "main" and t.name in there]


def _names(entry: Table, columns) -> list[str]:
    known = [field.name for field in entry.columns]
    wanted = known if columns is None else [*ALWAYS, *columns]
    for name in wanted:
        if name not in known:
            raise GunmaneError(
                tr("There is no column {column} in table {table}.", column=name, table=entry.name),
                code="E-NOTABLE",
            )
    return list(dict.fromkeys(wanted))


def _column(kind: str, cells) -> np.ndarray:
    if kind in ("real", "int", "bool"):
        values = np.array(cells, dtype=object)
        try:
            if kind == "real" or any(cell is None for cell in cells):
                return values.astype(float)
            return values.astype(np.int64)
        except (TypeError, ValueError):  # text that someone put into a number's column by hand
            return pd.to_numeric(pd.Series(values), errors="coerce").to_numpy(dtype=float)
    column = np.empty(len(cells), dtype=object)
    column[:] = cells
    return column


def _quoted(name: str) -> str:
    return f'"{name}"'
