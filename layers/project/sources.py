"""The store as the project sees it: CRS, cities, which tables have rows and of which shapes; opening layers."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass, field
from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle, QgsVectorLayer

from ...i18n import tr
from ..errors import GunmaneError

# WKB types by the shape that a QGIS layer draws them as (a layer of lines draws multi-lines too).
_SHAPE = {1: "Point", 4: "Point", 2: "LineString", 5: "LineString", 3: "Polygon", 6: "Polygon"}


@dataclass(frozen=True)
class City:
    code: str
    name_ja: str
    name_en: str
    dept: str
    extent: QgsRectangle | None


@dataclass
class Survey:
    """What a project has to know of a store before it opens layers."""

    path: Path
    crs: QgsCoordinateReferenceSystem
    cities: list[City]
    runs: list[tuple[str, str, str]]  # city code, profile, finished at: the newest of each city
    credits: dict[str, str] = field(default_factory=dict)  # city code: whose data it is, as its licence wants
    judged: bool = False  # some damage has a judgement
    _rows: dict[str, bool] = field(default_factory=dict)
    _shapes: dict[str, frozenset[str]] = field(default_factory=dict)

    def rows(self, table: str) -> bool:
        return self._rows.get(table, False)

    def shapes(self, table: str) -> frozenset[str]:
        return self._shapes.get(table, frozenset())


def survey(store_path: str | Path) -> Survey:
    """Look into the store without changing it. Raises GunmaneError E-NOSTORE, E-NOTSTORE."""
    path = Path(store_path).resolve()
    if not path.is_file():
        raise GunmaneError(
            tr("There is no store at {path}.", path=str(path)),
            code="E-NOSTORE",
            remedy=tr("Import a city first, or choose the store (.gpkg) that an import made."),
        )
    try:
        with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as con:
            return _survey(path, con)
    except sqlite3.DatabaseError as error:
        raise GunmaneError(
            tr("{path} is not a store of this plugin: {reason}", path=str(path), reason=str(error)),
            code="E-NOTSTORE",
            remedy=tr("Choose the store (.gpkg) that an import made."),
        ) from error


def _survey(path: Path, con: sqlite3.Connection) -> Survey:
    geometry = dict(
        con.execute("SELECT table_name, geometry_type_name FROM gpkg_geometry_columns").fetchall()
    )
    srs = con.execute("SELECT srs_id FROM gpkg_geometry_columns WHERE table_name = 'section'").fetchone()
    if srs is None:
        raise sqlite3.DatabaseError(tr("it has no table {table}", table="section"))
    tables = [name for (name,) in con.execute("SELECT table_name FROM gpkg_contents").fetchall()]
    # (a store of an older version does not know of imports that were undone)
    undo_known = any(row[1] == "undone_at" for row in con.execute("PRAGMA table_info(import_run)"))
    return Survey(
        path=path,
        crs=QgsCoordinateReferenceSystem(f"EPSG:{srs[0]}"),
        cities=_cities(con),
        runs=con.execute(
            "SELECT city_code, profile, max(coalesce(finished_at, '')) FROM import_run"
            f"{' WHERE undone_at IS NULL' if undo_known else ''} GROUP BY city_code"  # nosec B608
        ).fetchall(),
        credits={
            key.partition("/")[2]: text
            for key, text in con.execute("SELECT key, value FROM settings WHERE key LIKE 'attribution/%'")
            if text
        },
        judged=con.execute('SELECT 1 FROM damage WHERE "judge" IS NOT NULL LIMIT 1').fetchone() is not None,
        _rows={
            name: con.execute(f'SELECT 1 FROM "{name}" LIMIT 1').fetchone() is not None  # nosec B608
            for name in tables
        },
        _shapes={name: _shapes(con, name) for name, kind in geometry.items() if kind == "GEOMETRY"},
    )


def _cities(con: sqlite3.Connection) -> list[City]:
    rows = con.execute(
        'SELECT city_code, name_ja, name_en, dept_ja, substr("geom", 1, 40) FROM city ORDER BY city_code'
    ).fetchall()
    return [
        City(code, ja or code, en or ja or code, dept or "", _envelope(blob))
        for code, ja, en, dept, blob in rows
    ]


def _envelope(blob: bytes | None) -> QgsRectangle | None:
    """The envelope in a GeoPackage geometry's header (minx, maxx, miny, maxy after 8 bytes), if it has one."""
    import struct

    if not blob or len(blob) < 40 or (blob[3] >> 1) & 7 == 0:
        return None
    order = "<" if blob[3] & 1 else ">"
    west, east, south, north = struct.unpack(f"{order}4d", blob[8:40])
    return QgsRectangle(west, south, east, north)


def _shapes(con: sqlite3.Connection, table: str) -> frozenset[str]:
    """Shapes that a table of mixed geometry holds, from the blobs' headers alone (100,000 rows in 0.1 s).

    A GeoPackage blob is GP, version, flags, SRS, an envelope of 0 to 8 doubles, then WKB: byte order, type.
    """
    sql = f"""
        SELECT DISTINCT substr("geom", 4, 1), substr("geom", CASE (instr('0123456789ABCDEF',
               substr(hex(substr("geom", 4, 1)), 2, 1)) - 1) / 2
               WHEN 0 THEN 9 WHEN 1 THEN 41 WHEN 2 THEN 57 WHEN 3 THEN 57 ELSE 73 END, 5)
        FROM "{table}" WHERE "geom" IS NOT NULL"""  # nosec B608: a table name of the model
    found = set()
    for _flags, head in con.execute(sql):
        if head and len(head) == 5:
            kind = int.from_bytes(head[1:5], "little" if head[0] else "big")
            found.add(_SHAPE.get(kind % 1000 & 0xFF, ""))
    return frozenset(found - {""})


def open_layer(store: Survey, spec) -> QgsVectorLayer:
    """The OGR layer of a spec. Raises GunmaneError E-LAYER where the store lacks the table."""
    uri = f"{store.path}|layername={spec.table.name}"
    if spec.shape:
        uri += f"|geometrytype={spec.shape}"
    if spec.subset:
        uri += f"|subset={spec.subset}"
    options = QgsVectorLayer.LayerOptions(loadDefaultStyle=False)
    layer = QgsVectorLayer(uri, spec.name, "ogr", options)
    if not layer.isValid():
        raise GunmaneError(
            tr("The table {table} of the store cannot be opened.", table=spec.table.name),
            code="E-LAYER",
            file=str(store.path),
            remedy=tr("Import into a new store, or migrate this one."),
        )
    layer.setReadOnly(spec.read_only)
    return layer
