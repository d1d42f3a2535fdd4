"""Shapefile, GeoPackage, GeoJSON, FlatGeobuf and whatever else OGR opens, through pyogrio or fiona.

The one module that reads vector files outside QGIS. Geometry: shapely, two-dimensional; attributes: text.
"""

from __future__ import annotations

import contextlib
import fnmatch
import json
import math
import shutil
import tempfile
import weakref
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import shapely

from ...i18n import tr
from ..errors import GunmaneError
from . import dbf as dbfs
from . import encoding as encodings
from .engine import engine
from .header import _unique
from .tables import Block, RawTable, ReadOptions, Sink, label_key

FORMATS = {".shp": "shp", ".gpkg": "gpkg", ".geojson": "geojson", ".json": "geojson", ".fgb": "flatgeobuf"}
SURE = 70  # per cent: below this pyproj's identification of a CRS is not trusted
WHOLE = {
    "GeoJSON",
    "TopoJSON",
    "ESRIJSON",
    "GML",
    "KML",
    "LIBKML",
    "GPX",
    "DXF",
}  # parsed whole at each opening


def open_vector(path: Path, options: ReadOptions, kind: str) -> list[RawTable]:
    """One table a layer (those that ``options.layer`` names). Raises GunmaneError for what OGR cannot open."""
    if kind in ("kml", "kmz"):
        from .kml import open_kml

        return open_kml(path, options, kind)
    if kind == "dbf":
        return dbfs.open_dbf(path, options)
    if kind == "shp" or path.suffix.lower() == ".shp":
        return [_open_shapefile(path, options)]
    source = _as_utf8(path, options) if kind == "geojson" else (path, "utf-8", "", 1.0)
    layers = _layers(source[0], path)
    return [
        _open_layer(path, source, name, geometry, options)
        for name, geometry in _chosen(layers, path, options)
    ]


def _layers(source, path: Path) -> list[tuple[str, str | None]]:
    layers = _ask(path, lambda: engine().layers(source))
    if not layers:
        raise GunmaneError(tr("The file has no layer."), code="E-EMPTY", file=path.name)
    return layers


def _ask(path: Path, question):
    """OGR's answer; whatever it raises becomes one clear error."""
    try:
        return question()
    except (GunmaneError, FileNotFoundError, PermissionError):
        raise
    except Exception as error:  # pyogrio and fiona have exception trees of their own
        raise GunmaneError(
            tr(
                "The file cannot be read as map data: {reason}",
                reason=str(error).replace(str(path), path.name)[:300],
            ),
            code="E-VECTOR",
            file=path.name,
            remedy=tr("Check that all parts of the file were copied and that it opens in QGIS."),
        ) from None


def _chosen(layers, path: Path, options: ReadOptions):
    patterns = [options.layer] if isinstance(options.layer, str) else list(options.layer or ())
    patterns = [pattern for pattern in patterns if pattern]
    if not patterns:
        return layers
    found = [(n, g) for n, g in layers if any(n == p or fnmatch.fnmatchcase(n, p) for p in patterns)]
    if not found:
        raise GunmaneError(
            tr("There is no layer “{wanted}”.", wanted=", ".join(patterns)),
            code="E-LAYER",
            file=path.name,
            remedy=tr(
                "The file has: {layers}. Correct the profile.", layers=", ".join(name for name, _ in layers)
            ),
        )
    return found


def _open_layer(path: Path, source, name: str, geometry_type, options: ReadOptions) -> RawTable:
    data, encoding, note, confidence = source
    info = _ask(path, lambda: engine().info(data, name))
    table = RawTable(
        path,
        FORMATS.get(path.suffix.lower(), info.driver.lower()),
        sheet=path.stem if isinstance(data, bytes) else name,
        encoding=encoding,
        encoding_note=note or tr("{encoding}: fixed by the format.", encoding=encoding),
        encoding_confidence=confidence,
        crs=stated_crs(info.crs),
        n_rows=info.n if info.n >= 0 else None,
        geometry_type=geometry_type,
    )
    table.columns, notes = _unique(list(info.fields), 0)
    table.open_notes += [item._replace(row=None) for item in notes]
    _finish(table, options)
    if note and confidence < 1:
        table.note("W-ENCODING", note)

    def read(table: RawTable, size: int, sink: Sink) -> Iterator[Block]:
        step = max(size, info.n) if info.driver in WHOLE else size
        for chunk in _chunks(path, data, name, step, info.n):
            for start in range(0, chunk.n, size):
                part = slice(start, min(start + size, chunk.n))
                rows = np.arange(chunk.start + part.start + 1, chunk.start + part.stop + 1, dtype=np.int64)
                columns = {column: _texts(chunk.columns[i][part]) for i, column in enumerate(table.columns)}
                frame = pd.DataFrame(columns, columns=table.columns, dtype=object, index=range(len(rows)))
                shapes = None if geometry_type is None else _shapes(chunk.wkb[part], rows, sink)
                yield Block(frame, rows, shapes)

    table.read = read
    return table


def _chunks(path: Path, data, name: str | None, step: int, n: int, attributes: bool = True):
    start = 0
    while True:
        chunk = _ask(path, lambda start=start: engine().read(data, name, start, step, attributes))
        if chunk.n:
            yield chunk
        start += chunk.n
        if chunk.n < step or start == n:
            return


def _finish(table: RawTable, options: ReadOptions) -> None:
    if table.geometry_type is not None and table.crs is None:
        table.note("W-NOCRS", tr("The file does not say which coordinate system it uses."))
    keys = {label_key(column) for column in table.columns}
    if table.field_bytes is None:
        table.missing_columns = [
            c for c in options.columns or () if label_key(c) and label_key(c) not in keys
        ]
    if table.missing_columns:
        text = tr("Expected columns that are not there: {columns}", columns=", ".join(table.missing_columns))
        table.note("W-NOCOLUMN", text)
    if table.n_rows == 0:
        table.note("W-NOROWS", tr("The layer has no feature."))


def stated_crs(text: str | None) -> str | None:
    """What the file says, as “EPSG:n” where pyproj recognises it with confidence, else as it is; None if nothing."""
    if not text:
        return None
    import pyproj

    try:
        crs = pyproj.CRS.from_user_input(text)
        crs = _flat(crs)
        code = crs.to_epsg(min_confidence=SURE)
    except (pyproj.exceptions.CRSError, ValueError):
        return text
    return f"EPSG:{code}" if code else text


def _flat(crs):
    """The CRS without its height, as our geometries are (``CRS.to_2d`` came only with pyproj 3.6)."""
    if not crs.is_geographic or len(crs.axis_info) < 3:
        return crs
    parts = crs.to_json_dict()
    parts["coordinate_system"]["axis"] = parts["coordinate_system"]["axis"][:2]
    for key in ("id", "ids", "scope", "area", "bbox", "usages"):
        parts.pop(key, None)
    return type(crs).from_json_dict(parts)


def _shapes(wkb: np.ndarray, rows: np.ndarray, sink: Sink) -> np.ndarray:
    """Two-dimensional geometries; what cannot be one becomes None with a note."""
    present = np.array([item is not None for item in wkb], dtype=bool)
    try:
        shapes = shapely.from_wkb(wkb)
    except shapely.errors.ShapelyError:
        shapes = shapely.from_wkb(wkb, on_invalid="ignore")
    shapes = shapely.force_2d(shapes)
    useless = shapely.is_empty(shapes) | ~np.isfinite(shapely.bounds(shapes)).all(axis=1)
    # bounds() passes over a NaN among good vertices, so look at the vertices where the whole has one
    if not np.isfinite(shapely.get_coordinates(shapes)).all():
        useless |= np.array([not np.isfinite(shapely.get_coordinates(shape)).all() for shape in shapes])
    for row in rows[present & useless]:
        sink.note("W-GEOM", tr("The geometry is broken or empty; read as none."), int(row))
    out = np.asarray(shapes, dtype=object)
    out[useless] = None
    return out


def _texts(values: np.ndarray) -> np.ndarray:
    """A column as text: numbers without “.0”, dates ISO, None for nothing."""
    out = np.full(len(values), None, dtype=object)
    if values.dtype == bool:
        out[:] = np.where(values, "1", "0")
    elif values.dtype.kind in "iu":
        out[:] = values.astype(str)
    elif values.dtype.kind == "f":
        good = np.isfinite(values)
        codes, distinct = pd.factorize(values[good])
        texts = np.array([_number(value, values.dtype) for value in distinct], dtype=object)
        out[good] = texts[codes] if len(distinct) else []
    elif values.dtype.kind == "M":
        good = ~np.isnat(values)
        days = values[good].astype("datetime64[D]")
        unit = "D" if (days == values[good]).all() else "s"
        out[good] = np.datetime_as_string(values[good], unit=unit)
    else:
        out[:] = [_object(value) for value in values]
    return out


def _number(value, dtype) -> str:
    if value == math.floor(value) and abs(value) < 1e15:
        return str(int(value))
    return repr(float(value)) if dtype.itemsize == 8 else str(value)


def _object(value) -> str | None:
    if value is None or value is pd.NaT or (isinstance(value, float) and value != value):
        return None
    if isinstance(value, str):
        return value.replace("\0", "") or None  # no key, no label may hold what ends a text elsewhere
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        return _number(value, np.dtype(float))
    if isinstance(value, (bytes, memoryview)):
        return None
    if isinstance(value, np.ndarray):
        value = value.tolist()
    if isinstance(value, (list, tuple, dict)):
        return json.dumps(value, ensure_ascii=False, default=str)
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _as_utf8(path: Path, options: ReadOptions):
    """GeoJSON is UTF-8 by its standard; some are not: those are handed to OGR re-encoded, with a note."""
    guess = encodings.settle(path, options.encoding, tuple(options.columns or ()), path.name)
    if guess.encoding == "utf-8":
        return path, "utf-8", "", 1.0
    text = path.read_bytes()[guess.bom :].decode(guess.encoding.replace("-sig", ""), "replace")
    confidence = 1.0 if guess.encoding == "utf-8-sig" else min(guess.confidence, 0.9)
    return text.encode("utf-8"), guess.encoding, guess.note, confidence


# --- Shapefile ---


def _open_shapefile(path: Path, options: ReadOptions) -> RawTable:
    """Geometry by OGR, attributes by our own reader of the .dbf: names and bytes as they stand."""
    shp = path if path.suffix.lower() == ".shp" else path.with_suffix(".shp")
    table = RawTable(path, "shp", sheet=path.stem)
    dbf_path, shx = _part(shp, ".dbf"), _part(shp, ".shx")
    dbf = None
    if dbf_path is not None and dbf_path.stat().st_size:
        dbf = dbfs.read_head(dbf_path)
        dbfs.prepare(dbf, table, options)
    elif options.columns:
        raise GunmaneError(
            tr("The Shapefile has no .dbf, so it has no attributes."),
            code="E-NODBF",
            file=path.name,
            remedy=tr("Copy all parts of the Shapefile (.shp, .shx, .dbf, .prj, .cpg) together."),
        )
    else:
        table.note("W-NODBF", tr("The Shapefile has no .dbf: shapes without attributes."))
    source = shp
    if shx is None or shx.stat().st_size < 100:
        source = _with_index(shp, table)
        table.note("W-NOSHX", tr("The .shx is missing; it was made anew from the shapes."))
    info = _ask(path, lambda: engine().info(source, None))
    astray = np.zeros(0, dtype=np.int64) if source is not shp else _astray(shp, shx)
    if len(astray):
        mended = whole = None
        with contextlib.suppress(GunmaneError):  # the shapes themselves are damaged: then only those are lost
            mended = _with_index(shp, table)
            whole = _ask(path, lambda: engine().info(mended, None))
        if whole is not None and whole.n >= info.n:
            source, info, astray = mended, whole, astray[:0]
            table.note("W-NOSHX", tr("The .shx does not fit the shapes; it was made anew from them."))
    table.n_rows = info.n
    table.geometry_type = info.geometry_type or "Unknown"
    table.crs = stated_crs(info.crs)
    _finish(table, options)
    shapes = info.n if source is not shp else (shx.stat().st_size - 100) // 8
    if dbf is not None and dbf.n != shapes:
        text = tr(
            "There are {shapes} shapes and {records} records of attributes.", shapes=shapes, records=dbf.n
        )
        table.note("W-SHORT", text)

    def read(table: RawTable, size: int, sink: Sink) -> Iterator[Block]:
        for chunk in _chunks(path, source, None, size, info.n, False):
            rows = chunk.fids + 1
            shapes = _shapes(chunk.wkb, rows, sink)
            for i in np.flatnonzero(np.isin(chunk.fids, astray)):
                shapes[i] = None
                sink.note("W-GEOM", tr("The geometry is broken or empty; read as none."), int(rows[i]))
            if dbf is None:
                yield Block(pd.DataFrame(index=range(len(rows))), rows.astype(np.int64), shapes)
                continue
            start, stop = int(chunk.fids[0]), int(chunk.fids[-1]) + 1
            frame, bad = dbfs.cells(dbf, table, start, min(stop, dbf.n), sink)
            at = chunk.fids - start
            inside = at < len(frame)
            frame = frame.reindex(at).reset_index(drop=True).astype(object)
            frame = frame.where(frame.notna(), None)
            places = {int(fid): i for i, fid in enumerate(at)}
            bad = {places[i]: detail for i, detail in bad.items() if i in places}
            yield from dbfs.block(frame, bad, rows, np.ones(len(rows), dtype=bool), shapes, sink)
            for row in rows[~inside]:
                sink.note("W-SHORT", tr("The shape has no record of attributes."), int(row))

    table.read = read
    return table


def _astray(shp: Path, shx: Path) -> np.ndarray:
    """Shapes (from 0) whose entry in the .shx does not point at their record in the .shp.

    OGR would give them no geometry, or that of another record, without a word.
    """
    data = shx.read_bytes()[100:]
    entries = np.frombuffer(data[: len(data) // 8 * 8], dtype=">i4").reshape(-1, 2).astype(np.int64)
    if not len(entries):
        return np.zeros(0, dtype=np.int64)
    start, size = 2 * entries[:, 0], shp.stat().st_size
    inside = np.flatnonzero((start >= 100) & (entries[:, 1] >= 2) & (start + 8 + 2 * entries[:, 1] <= size))
    good = np.zeros(len(entries), dtype=bool)
    if len(inside):
        file = np.memmap(shp, dtype=np.uint8, mode="r")
        heads = np.ascontiguousarray(file[start[inside][:, None] + np.arange(8)]).view(">i4").astype(np.int64)
        shift = heads[:, 0] - inside  # records count from 1; of some programs from 0
        good[inside] = (heads[:, 1] == entries[inside, 1]) & (shift == np.median(shift))
    return np.flatnonzero(~good)


def _part(shp: Path, suffix: str) -> Path | None:
    for name in (suffix, suffix.upper(), suffix.capitalize()):
        if (part := shp.with_suffix(name)).exists():
            return part
    return None


def _with_index(shp: Path, table: RawTable) -> Path:
    """A copy with a new .shx in a temporary folder: the city's folder is never written to."""
    folder = tempfile.mkdtemp(prefix="gunmane-")
    weakref.finalize(table, shutil.rmtree, folder, ignore_errors=True)
    for suffix in (".shp", ".dbf", ".prj", ".cpg"):
        part = _part(shp, suffix)
        if part is not None:
            shutil.copyfile(part, Path(folder) / f"layer{suffix}")
    copy = Path(folder) / "layer.shp"
    _ask(shp, lambda: engine().restore_index(copy))
    return copy
