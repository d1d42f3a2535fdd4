"""The package's GeoPackage: the given columns and the labels of codes, with a spatial index and the model's labels.

The DDL is that of the store, run over tables that hold only what is given away, so that GIS programs show the
same Japanese names and code lists. Geometries are copied as stored, in the store's CRS.
"""

from __future__ import annotations

import dataclasses
import os
import sqlite3
from pathlib import Path

import numpy as np
import pyproj
import shapely

from ...schema import Field, Model, Table, model
from ..store import ddl, now_utc
from .read import Rows


@dataclasses.dataclass(frozen=True)
class GivenTable(Table):
    """A table of the package: none of the common columns but those in ``given``."""

    given: tuple[Field, ...] = ()

    @property
    def columns(self) -> tuple[Field, ...]:
        return self.given


def write_geopackage(path: Path, tables: list[Rows], crs: str) -> None:
    """Write ``tables`` to a new file in ``crs`` (an authority code)."""
    given = {rows.table.name: _given(rows) for rows in tables}
    parsed = pyproj.CRS.from_user_input(crs)
    srs_id = int(crs.split(":")[1])
    package = Model(model().version, given, model().code_lists, {})
    con = sqlite3.connect(path, isolation_level=None)
    try:
        con.execute("PRAGMA journal_mode = OFF")  # a temporary file until it is complete
        con.execute("PRAGMA synchronous = OFF")
        con.execute("BEGIN")
        for statement in ddl.store_ddl(package, srs_id, parsed.name, parsed.to_wkt("WKT1_GDAL")):
            con.execute(statement)
        con.execute("DROP TABLE settings")
        con.execute("DELETE FROM gpkg_contents WHERE table_name = 'settings'")
        for rows in tables:
            _fill(con, rows)
        con.execute("COMMIT")
    finally:
        con.close()
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def _given(rows: Rows) -> GivenTable:
    table = rows.table
    inherited = {f.name: getattr(table, f.name) for f in dataclasses.fields(Table)}
    names = {f.name for f in rows.fields}
    inherited.update(
        fields=rows.fields,
        importable=False,
        key=tuple(name for name in table.key if name in names) or ("uuid",),
    )
    return GivenTable(**inherited, given=rows.fields)


def _fill(con: sqlite3.Connection, rows: Rows) -> None:
    name = rows.table.name
    columns = ["fid", *(f.name for f in rows.fields)]
    data = [range(1, len(rows) + 1), *(rows.columns[f.name] for f in rows.fields)]
    if rows.blobs is not None:
        for statement in ddl.rtree_triggers_drop(name):
            con.execute(statement)
        columns.append(ddl.GEOMETRY)
        data.append(rows.blobs)
    listed = ", ".join(f'"{column}"' for column in columns)
    con.executemany(
        f'INSERT INTO "{name}" ({listed}) VALUES ({", ".join("?" * len(columns))})',  # nosec B608
        zip(*data),
    )
    extent = (None,) * 4
    if rows.blobs is not None:
        extent = _index(con, name, rows.geometries)
        for statement in ddl.rtree_triggers_create(name):
            con.execute(statement)
    con.execute(
        "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ?, last_change = ?"
        " WHERE table_name = ?",
        (*extent, now_utc(), name),
    )


def _index(con: sqlite3.Connection, name: str, geometries: np.ndarray) -> tuple:
    boxes = shapely.bounds(geometries) if len(geometries) else np.empty((0, 4))
    has = ~np.isnan(boxes[:, 0])
    if not has.any():
        return (None,) * 4
    ids = np.flatnonzero(has) + 1
    west, south, east, north = boxes[has].T
    con.executemany(
        f'INSERT INTO "rtree_{name}_geom" VALUES (?,?,?,?,?)',  # nosec B608
        zip(*(values.tolist() for values in (ids, west, east, south, north))),
    )
    return tuple(float(v) for v in (west.min(), south.min(), east.max(), north.max()))
