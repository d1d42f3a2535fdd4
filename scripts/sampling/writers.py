"""Files, byte for byte the same at every run: xlsx, csv, dbf and shapefile, GeoPackage, GeoJSON, KML.

Each writer sets ``row.number`` to the row's number in its file (records from 1, headers counted).
"""

from __future__ import annotations

import csv
import io
import json
import struct
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import numpy as np
import shapely

STAMP = (2026, 4, 1, 0, 0, 0)
BROKEN = "\ue000"  # stands for a byte pair that does not decode


def write_csv(
    path: Path, labels, rows, encoding: str, *, delimiter=",", newline="\r\n", bad=b"\x85\x45"
) -> None:
    """``rows``: Row objects whose cells hold text; a row with ``cells == {}`` is a blank record."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator=newline)
    writer.writerow(labels)
    number = 1
    for row in rows:
        number += 1
        row.number = number
        values = [row.cells.get(label) for label in labels]
        if row.reason == "S-BLANK":
            buffer.write(newline)
        else:
            writer.writerow(["" if v is None else str(v) for v in values])
    text = buffer.getvalue()
    codec = {"utf-16": "utf-16-le"}.get(encoding, encoding)
    parts = [part.encode(codec.replace("-sig", "")) for part in text.split(BROKEN)]
    head = {"utf-8-sig": b"\xef\xbb\xbf", "utf-16": b"\xff\xfe"}.get(encoding, b"")
    path.write_bytes(head + bad.join(parts))


def write_xlsx(path: Path, sheets) -> None:
    """``sheets``: list of dicts: name, title rows (lists), header rows (lists), merges, labels, rows."""
    import datetime as dt

    import openpyxl
    from openpyxl.styles import Font, PatternFill

    book = openpyxl.Workbook(write_only=False)
    book.remove(book.active)
    bold, fill = Font(bold=True), PatternFill("solid", fgColor="DDEBF7")
    for spec in sheets:
        sheet = book.create_sheet(spec["name"])
        number = 0
        for line in spec.get("titles", []):
            number += 1
            for column, value in enumerate(line, 1):
                if value is not None:
                    sheet.cell(number, column, value).font = bold
        first = number + 1
        for line in spec["header"]:
            number += 1
            for column, value in enumerate(line, 1):
                if value is not None:
                    cell = sheet.cell(number, column, value)
                    cell.font, cell.fill = bold, fill
        for top, left, bottom, right in spec.get("merges", []):
            sheet.merge_cells(
                start_row=first + top, start_column=left, end_row=first + bottom, end_column=right
            )
        labels = spec["labels"]
        for row in spec["rows"]:
            number += 1
            row.number = number
            for column, label in enumerate(labels, 1):
                value = row.cells.get(label)
                if value is None or value == "":
                    continue
                if isinstance(value, dt.date):
                    cell = sheet.cell(number, column, value)
                    cell.number_format = "yyyy/m/d"
                elif isinstance(value, (bool, np.bool_)):
                    sheet.cell(number, column, int(value))
                elif isinstance(value, (np.integer, np.floating)):
                    sheet.cell(number, column, value.item())
                else:
                    sheet.cell(number, column, value)
        sheet.freeze_panes = sheet.cell(first + len(spec["header"]), 1)
    book.properties.creator = "sample"
    buffer = io.BytesIO()
    book.save(buffer)
    _rezip(buffer, path)


def _rezip(buffer, path: Path) -> None:
    """The archive again with fixed times and properties."""
    import re

    with (
        zipfile.ZipFile(buffer) as old,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new,
    ):
        for info in sorted(old.infolist(), key=lambda i: i.filename):
            data = old.read(info)
            if info.filename == "docProps/core.xml":
                data = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2026-04-01T00:00:00Z", data)
            entry = zipfile.ZipInfo(info.filename, STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            new.writestr(entry, data)


# -- shapefile ---------------------------------------------------------------------------------------------


def write_dbf(path: Path, cols, rows, encoding: str, *, cpg: str | None = None) -> None:
    """dBASE III; names are cut at 10 bytes of the encoding, in the middle of a character if need be."""
    fields = []
    for col in cols:
        name = col.label.encode(encoding)[:10]
        fields.append((name, col.kind, col.wide, col.decimals))
    size = 1 + sum(f[2] for f in fields)
    code_page = {"cp932": 0x13}.get(encoding, 0x00)
    head = struct.pack("<BBBBIHH16xBB2x", 3, 126, 4, 1, len(rows), 33 + 32 * len(fields), size, 0, code_page)
    out = bytearray(head)
    for name, kind, wide, decimals in fields:
        out += struct.pack("<11sc4xBB14x", name, kind.encode(), wide, decimals)
    out += b"\r"
    for n, row in enumerate(rows, 1):
        row.number = n
        out += b" "
        for col in cols:
            value = row.cells.get(col.label)
            if col.kind == "N":
                text = "" if value is None or value == "" else f"{float(value):.{col.decimals}f}"
                if len(text) > col.wide:
                    raise ValueError(f"{path.name} {col.label}: {text} is wider than {col.wide}")
                out += text.rjust(col.wide).encode()
            else:
                data = b"\x85\x45".join(
                    p.encode(encoding) for p in ("" if value is None else str(value)).split(BROKEN)
                )
                if len(data) > col.wide:
                    raise ValueError(f"{path.name} {col.label}: {value} is wider than {col.wide}")
                out += data.ljust(col.wide)
    out += b"\x1a"
    path.write_bytes(bytes(out))
    if cpg:
        path.with_suffix(".cpg").write_text(cpg, encoding="ascii")


def write_shp(path: Path, cols, rows, encoding: str, *, prj: str, cpg: str | None = None) -> None:
    """Points or polylines (one part); geometry None is a null shape."""
    write_dbf(path.with_suffix(".dbf"), cols, rows, encoding, cpg=cpg)
    path.with_suffix(".prj").write_text(prj, encoding="ascii")
    lines = any(row.geom is not None and row.geom.geom_type != "Point" for row in rows)
    body, index, offset = bytearray(), bytearray(), 50
    boxes = []
    for n, row in enumerate(rows, 1):
        g = row.geom
        if g is None:
            record = struct.pack("<i", 0)
        elif g.geom_type == "Point":
            record = struct.pack("<idd", 1, g.x, g.y)
            boxes.append(g.bounds)
        else:
            parts = list(getattr(g, "geoms", [g]))
            points = [c for part in parts for c in part.coords]
            starts = np.cumsum([0] + [len(p.coords) for p in parts[:-1]])
            record = struct.pack("<i4dii", 3, *g.bounds, len(parts), len(points))
            record += struct.pack(f"<{len(parts)}i", *starts)
            record += np.asarray(points, "<f8")[:, :2].tobytes()
            boxes.append(g.bounds)
        index += struct.pack(">ii", offset, len(record) // 2)
        body += struct.pack(">ii", n, len(record) // 2) + record
        offset += 4 + len(record) // 2
    box = np.array(boxes) if boxes else np.zeros((1, 4))
    bounds = (*box[:, :2].min(0), *box[:, 2:].max(0))
    for suffix, data in ((".shp", body), (".shx", index)):
        head = struct.pack(">7i", 9994, 0, 0, 0, 0, 0, 50 + len(data) // 2)
        head += struct.pack("<ii8d", 1000, 3 if lines else 1, *bounds, 0, 0, 0, 0)
        path.with_suffix(suffix).write_bytes(head + bytes(data))


# -- others ------------------------------------------------------------------------------------------------


def write_gpkg(path: Path, layer: str, labels, rows, crs: str, kind: str) -> None:
    """One layer by pyogrio; OGR_CURRENT_DATE keeps the change date fixed."""
    import pandas as pd
    import pyogrio

    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": "2026-04-01T00:00:00.000Z"})
    path.unlink(missing_ok=True)
    frame = {}
    for label in labels:
        values = [row.cells.get(label) for row in rows]
        if all(v is None or isinstance(v, (int, float)) for v in values):
            frame[label] = np.array([np.nan if v is None else float(v) for v in values])
        else:
            frame[label] = np.array([None if v is None else str(v) for v in values], dtype=object)
    for n, row in enumerate(rows, 1):
        row.number = n
    table = pd.DataFrame(frame)
    import geopandas as gpd

    gpd.GeoDataFrame(table, geometry=[row.geom for row in rows], crs=crs).to_file(
        path, layer=layer, driver="GPKG", engine="pyogrio", geometry_type=kind,
        layer_options={"SPATIAL_INDEX": "NO", "FID": "fid"},
    )  # fmt: skip


def write_geojson(path: Path, name: str, labels, rows, places: int = 7) -> None:
    """Longitude, latitude; values JGD2011, written as CRS84 as public files do."""
    features = []
    for n, row in enumerate(rows, 1):
        row.number = n
        geometry = (
            None
            if row.geom is None
            else json.loads(
                shapely.to_geojson(shapely.set_precision(row.geom, 10.0**-places, mode="pointwise"))
            )
        )
        features.append(
            {
                "type": "Feature",
                "properties": {label: row.cells.get(label) for label in labels},
                "geometry": _round(geometry, places),
            }
        )
    lines = ",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features)
    head = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
    path.write_text(
        f'{{"type":"FeatureCollection","name":{json.dumps(name, ensure_ascii=False)},"crs":{json.dumps(head)},'
        f'"features":[\n{lines}\n]}}\n',
        encoding="utf-8",
    )


def _round(geometry, places):
    if geometry is None:
        return None

    def walk(value):
        return [walk(v) for v in value] if isinstance(value, list) else round(value, places)

    return {"type": geometry["type"], "coordinates": walk(geometry["coordinates"])}


def write_kml(path: Path, name: str, rows) -> None:
    """Placemarks with Name and description only."""
    out = ['<?xml version="1.0" encoding="UTF-8"?>', '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>',
           f"<name>{escape(name)}</name><Folder><name>{escape(name)}</name>"]  # fmt: skip
    for n, row in enumerate(rows, 1):
        row.number = n
        parts = "".join(_kml_geometry(g) for g in getattr(row.geom, "geoms", [row.geom]))
        if hasattr(row.geom, "geoms"):
            parts = f"<MultiGeometry>{parts}</MultiGeometry>"
        out.append(
            f"<Placemark><name>{escape(row.cells['Name'])}</name>"
            f"<description>{escape(row.cells.get('description') or '')}</description>{parts}</Placemark>"
        )
    out.append("</Folder></Document></kml>\n")
    path.write_text("\n".join(out), encoding="utf-8")


def _kml_geometry(g) -> str:
    text = " ".join(f"{x:.7f},{y:.7f}" for x, y, *_ in g.coords)
    tag = "Point" if g.geom_type == "Point" else "LineString"
    return f"<{tag}><coordinates>{text}</coordinates></{tag}>"
