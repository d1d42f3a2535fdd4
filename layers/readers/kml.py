"""KML and KMZ: placemarks with their extended data, which GDAL's plain KML driver leaves out."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree  # nosec B405: a document with a DOCTYPE is refused before parsing
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import shapely

from ...i18n import tr
from ..errors import GunmaneError
from .header import _unique
from .tables import Block, RawTable, ReadOptions, Sink, label_key

LARGEST = 512 << 20
_SHAPES = ("Point", "LineString", "LinearRing", "Polygon", "MultiGeometry", "Track")


def open_kml(path: Path, options: ReadOptions, kind: str) -> list[RawTable]:
    """One table of all placemarks. Raises GunmaneError E-XMLDTD, E-VECTOR, E-TRUNCATED, E-ZIPBOMB."""
    data = _document(path) if kind == "kmz" else path.read_bytes()
    plain = data.replace(b"\x00", b"")
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise GunmaneError(
            tr("“{part}” holds a document type definition; Excel never writes one.", part=path.name),
            code="E-XMLDTD",
            file=path.name,
            remedy=tr("Ask for the file in its original form, or as csv."),
        )
    try:
        root = ElementTree.fromstring(data)  # nosec B314: see above
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise GunmaneError(
            tr("The file cannot be read as map data: {reason}", reason=error),
            code="E-VECTOR",
            file=path.name,
            remedy=tr("Check that all parts of the file were copied and that it opens in QGIS."),
        ) from None
    places = list(_placemarks(root, ""))
    labels = list(dict.fromkeys(label for _, values in places for label in values)) or ["name"]
    table = RawTable(path, kind, sheet=path.stem, encoding="utf-8", crs="EPSG:4326", n_rows=len(places))
    table.encoding_note = tr("{encoding}: fixed by the format.", encoding="utf-8")
    table.geometry_type = "Unknown"
    table.columns, _ = _unique(labels, 0)
    keys = {label_key(label) for label in labels}
    table.missing_columns = [c for c in options.columns or () if label_key(c) and label_key(c) not in keys]
    if table.missing_columns:
        text = tr("Expected columns that are not there: {columns}", columns=", ".join(table.missing_columns))
        table.note("W-NOCOLUMN", text)
    if not places:
        table.note("W-NOROWS", tr("The layer has no feature."))

    def read(table: RawTable, size: int, sink: Sink) -> Iterator[Block]:
        for start in range(0, len(places), size):
            part = places[start : start + size]
            rows = np.arange(start + 1, start + len(part) + 1, dtype=np.int64)
            grid = [[values.get(label) or None for label in labels] for _, values in part]
            shapes = np.full(len(part), None, dtype=object)
            for i, (place, _) in enumerate(part):
                shapes[i] = _geometry(place, int(rows[i]), sink)
            yield Block(pd.DataFrame(grid, columns=table.columns, dtype=object), rows, shapes)

    table.read = read
    return [table]


def _document(path: Path) -> bytes:
    try:
        with zipfile.ZipFile(path) as archive:
            info = next(i for i in archive.infolist() if i.filename.lower().endswith(".kml"))
            if info.file_size > LARGEST:
                raise GunmaneError(
                    tr("The KML in the archive would unpack to {size} MB.", size=info.file_size >> 20),
                    code="E-ZIPBOMB",
                    file=path.name,
                )
            return archive.read(info)
    except GunmaneError:
        raise
    except Exception as error:  # zlib.error, BadZipFile, RuntimeError (encrypted) ...
        raise GunmaneError(
            tr("The archive is damaged or incomplete ({reason}).", reason=str(error)[:200]),
            code="E-TRUNCATED",
            file=path.name,
            remedy=tr("Copy the file again from its source."),
        ) from None


def _tag(element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _child(element, name: str):
    return next((child for child in element if _tag(child) == name), None)


def _text(element, name: str) -> str | None:
    child = _child(element, name)
    return "".join(child.itertext()) if child is not None else None


def _placemarks(root, folder: str):
    """(placemark, attributes) in document order; folders nest, so a stack instead of recursion."""
    stack = [(root, folder)]
    while stack:
        element, folder = stack.pop()
        if _tag(element) == "Placemark":
            yield element, _attributes(element, folder)
            continue
        if _tag(element) == "Folder":
            folder = _text(element, "name") or folder
        stack.extend((child, folder) for child in reversed(element))


def _attributes(place, folder: str) -> dict[str, str | None]:
    values = {"name": _text(place, "name"), "description": _text(place, "description")}
    if folder:
        values["folder"] = folder
    extended = _child(place, "ExtendedData")
    for item in extended.iter() if extended is not None else ():
        if _tag(item) == "Data":
            values[item.get("name") or "data"] = _text(item, "value")
        elif _tag(item) == "SimpleData":
            values[item.get("name") or "data"] = "".join(item.itertext())
    return values


def _geometry(place, row: int, sink: Sink):
    shape = next((child for child in place if _tag(child) in _SHAPES), None)
    if shape is None:
        return None
    try:
        return _shape(shape)
    except (ValueError, IndexError, shapely.errors.ShapelyError, RecursionError):
        sink.note("W-GEOM", tr("The geometry is broken or empty; read as none."), row)
        return None


def _shape(element):
    kind = _tag(element)
    if kind == "Point":
        return shapely.Point(_coordinates(element)[0])
    if kind in ("LineString", "LinearRing"):
        return shapely.LineString(_coordinates(element))
    if kind == "Polygon":
        outer = _coordinates(_child(element, "outerBoundaryIs"))
        inner = [_coordinates(child) for child in element if _tag(child) == "innerBoundaryIs"]
        return shapely.Polygon(outer, inner)
    if kind == "Track":
        found = [[float(v) for v in child.text.split()[:2]] for child in element if _tag(child) == "coord"]
        return shapely.LineString(found)
    parts = [_shape(child) for child in element if _tag(child) in _SHAPES]
    if not parts:
        raise ValueError("empty")
    return _collected(parts)


def _collected(parts):
    kinds = {part.geom_type for part in parts}
    several = {
        "Point": shapely.MultiPoint,
        "LineString": shapely.MultiLineString,
        "Polygon": shapely.MultiPolygon,
    }
    if len(kinds) == 1 and (kind := kinds.pop()) in several:
        return several[kind](parts)
    return shapely.GeometryCollection(parts)


def _coordinates(element) -> list[tuple[float, float]]:
    text = (
        next((e.text for e in element.iter() if _tag(e) == "coordinates"), None)
        if element is not None
        else None
    )
    # Some programs put blanks after the commas; a tuple has no other place for them.
    points = [point.split(",") for point in re.sub(r"\s*,\s*", ",", text or "").split()]
    found = [(float(point[0]), float(point[1])) for point in points]
    if not found or not np.isfinite(found).all():
        raise ValueError("no coordinates")
    return found
