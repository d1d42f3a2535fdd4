"""A ledger's file as plain rows, for damaging it and for counting what stands in it.

An own reading and writing of every format of the sample, that shares nothing with ``layers/readers``: csv by
``csv``, workbooks by openpyxl, dbf and shp byte by byte, GeoPackage by sqlite3 and pyogrio, GeoJSON by json.
"""

from __future__ import annotations

import codecs
import csv
import io
import json
import sqlite3
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

import shapely

from . import shapefile

TEXT_ENCODINGS = ("utf-8", "cp932", "euc_jp")


def _as_programs_do(error):
    """Escaped bytes go back as they were; what an encoding does not have becomes a question mark."""
    text = error.object[error.start : error.end]
    if all(0xDC80 <= ord(c) <= 0xDCFF for c in text):
        return bytes(ord(c) - 0xDC00 for c in text), error.end
    return b"?" * len(text), error.end


codecs.register_error("ledger", _as_programs_do)

KML = "{http://www.opengis.net/kml/2.2}"


@dataclass
class Sheet:
    """One table. ``rows``: data records below the header, not always as long as ``labels``."""

    name: str | None
    labels: list
    rows: list
    geoms: list | None = None  # shapely, one a row
    head: list = field(default_factory=list)  # records above the header
    lower: list = field(default_factory=list)  # second row of a header: labels under merged groups


@dataclass
class Ledger:
    path: Path
    kind: str
    sheets: list[Sheet]
    extra: dict = field(default_factory=dict)

    def save(self) -> None:
        """Write the rows back in the format they came from, in place."""
        SAVE[self.kind](self)


def kind_of(path: Path) -> str:
    suffix = path.suffix.lower().lstrip(".")
    return {"tsv": "csv", "txt": "csv", "json": "geojson"}.get(suffix, suffix)


def load(path: Path, *, like: Ledger | None = None, encoding: str | None = None) -> Ledger:
    """Read a file. ``like``: the undamaged ledger, which tells where the header is; ``encoding``: what a damaged
    csv was written in. Raises whatever the parsers raise."""
    kind = like.kind if like else kind_of(path)
    return LOAD[kind](path, like, encoding)


# -- csv ------------------------------------------------------------------------------------------------


def guess_encoding(data: bytes) -> str:
    """Of an undamaged ledger, which may hold a few undecodable bytes all the same."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    if data[:3] == b"\xef\xbb\xbf":
        return "utf-8-sig"
    return min(TEXT_ENCODINGS, key=lambda name: data.decode(name, "replace").count("\ufffd"))


def _load_csv(path: Path, like, encoding) -> Ledger:
    data = path.read_bytes()
    encoding = encoding or (like.extra["encoding"] if like else guess_encoding(data))
    # UTF-16 cannot hold escaped bytes; what cannot be decoded there is replaced.
    text = data.decode(encoding, "replace" if "16" in encoding else "surrogateescape").replace("\x00", "")
    delimiter = like.extra["delimiter"] if like else ("\t" if path.suffix == ".tsv" else ",")
    records = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    at = _header_at(records, like)
    sheet = Sheet(None, records[at], records[at + 1 :], head=records[:at])
    ending = "\r\n" if "\r\n" in text else "\n"
    extra = {
        "encoding": encoding,
        "delimiter": delimiter,
        "ending": ending,
        "slack": data.count(b"\r\0") if data.count(0) < len(data) // 4 else 0,
    }
    return Ledger(path, "csv", [sheet], extra)


def _header_at(records: list, like: Ledger | None) -> int:
    if like is None:
        return 0
    best, most = None, 0
    known = {_plain(x) for x in like.sheets[0].labels}
    for i, record in enumerate(records[:30]):
        hits = len(known & {_plain(x) for x in record if x})
        if hits > most:
            best, most = i, hits
    if best is None or most < 0.3 * len(known):
        raise ValueError("no header")
    return best


def _plain(cell) -> str:
    return "".join(str(cell).split())


def _save_csv(ledger: Ledger) -> None:
    extra = ledger.extra
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=extra["delimiter"], lineterminator=extra["ending"])
    (sheet,) = ledger.sheets
    for record in (*sheet.head, sheet.labels, *sheet.rows):
        writer.writerow(["" if cell is None else cell for cell in record])
    text = stream.getvalue()
    raw = extra.get("raw") or {}  # marks that stand for bytes which no text can hold
    data = text.encode(extra["encoding"], "ledger" if "16" not in extra["encoding"] else "replace")
    for mark, content in raw.items():
        data = data.replace(mark.encode(extra["encoding"].replace("utf-16", "utf-16-le")), content)
    ledger.path.write_bytes(data)


# -- workbooks ------------------------------------------------------------------------------------------


def _load_xlsx(path: Path, like, encoding) -> Ledger:
    import openpyxl

    with open(path, "rb") as stream:
        book = openpyxl.load_workbook(io.BytesIO(stream.read()))
    sheets = []
    for ws in book.worksheets:
        rows = [list(row) for row in ws.iter_rows(values_only=True)]
        while rows and all(cell is None for cell in rows[-1]):
            rows.pop()
        if like is None:
            at = next((i for i, r in enumerate(rows) if sum(c is not None for c in r) >= 0.7 * len(r)), None)
            if at is None:
                continue
            depth = 2 if any(m.max_row == at + 2 and m.min_row == at + 1 for m in ws.merged_cells) else 1
        else:
            twin = next((s for s in like.sheets if s.name == ws.title), like.sheets[0])
            at = _header_at(rows, Ledger(path, "xlsx", [twin]))
            depth = like.extra["depth"]
        labels = list(rows[at])
        sheets.append(Sheet(ws.title, labels, rows[at + depth :], head=rows[:at]))
        if depth == 2:
            sheets[-1].lower = rows[at + 1]
    return Ledger(path, "xlsx", sheets, {"book": book, "depth": depth})


def _save_xlsx(ledger: Ledger) -> None:
    book = ledger.extra["book"]
    for sheet in ledger.sheets:
        ws = book[sheet.name]
        at, depth = len(sheet.head) + 1, ledger.extra["depth"]
        if [c.value for c in ws[at]][: len(sheet.labels)] != sheet.labels:
            for merged in list(ws.merged_cells.ranges):
                ws.unmerge_cells(str(merged))
            ws.delete_cols(len(sheet.labels) + 1, 1000)
        for j, label in enumerate(sheet.labels, 1):
            cell = ws.cell(at, j)
            if type(cell).__name__ != "MergedCell":
                cell.value = label
        first = at + depth
        if ws.max_row >= first:
            ws.delete_rows(first, ws.max_row - first + 1)
        for i, row in enumerate(sheet.rows):
            for j, value in enumerate(row, 1):
                if value is not None and value != "":
                    ws.cell(first + i, j).value = value
        if not sheet.rows:
            ws.delete_rows(first, 1)
    book.save(ledger.path)


# -- map formats ----------------------------------------------------------------------------------------


def _load_dbf(path: Path, like, encoding) -> Ledger:
    base = like.extra if like else {}
    ledger = Ledger(path, kind_of(path), *_with_shapes(path, base.get("encoding")))
    prj = path.with_suffix(".prj")
    ledger.extra["prj"] = prj.read_bytes() if prj.exists() else b""
    return ledger


def _with_shapes(path: Path, encoding: str | None):
    table = shapefile.read_dbf(path.with_suffix(".dbf"), encoding)
    geoms = shapefile.read_shp(path) if path.suffix.lower() == ".shp" else None
    return [Sheet(None, table.labels, table.rows, geoms)], {
        "encoding": table.encoding,
        "fields": table.fields,
    }


def _save_dbf(ledger: Ledger) -> None:
    (sheet,) = ledger.sheets
    fields, encoding = ledger.extra["fields"], ledger.extra["encoding"]
    shapefile.write_dbf(ledger.path.with_suffix(".dbf"), sheet.labels, sheet.rows, fields, encoding)
    if sheet.geoms is not None:
        shapefile.write_shp(ledger.path, sheet.geoms, ledger.extra.get("nan", False))


def _load_gpkg(path: Path, like, encoding) -> Ledger:
    from contextlib import closing

    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as con:
        name, column, kind, srs = con.execute(
            "SELECT table_name, column_name, geometry_type_name, srs_id FROM gpkg_geometry_columns"
        ).fetchone()
        info = con.execute(f'PRAGMA table_info("{name}")').fetchall()
        labels = [row[1] for row in info if row[1] != column and not row[5]]
        chosen = ", ".join(f'"{label}"' for label in labels)
        found = con.execute(f'SELECT "{column}", {chosen} FROM "{name}" ORDER BY 1 * rowid').fetchall()
    geoms = [None if row[0] is None else _from_blob(row[0]) for row in found]
    sheet = Sheet(name, labels, [list(row[1:]) for row in found], geoms)
    return Ledger(path, "gpkg", [sheet], {"type": kind, "crs": f"EPSG:{srs}"})


def _from_blob(blob: bytes):
    size = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}.get((blob[3] >> 1) & 7, 0)
    return shapely.from_wkb(blob[8 + size :], on_invalid="ignore")


def _save_gpkg(ledger: Ledger) -> None:
    import numpy as np
    import pyogrio.raw

    (sheet,) = ledger.sheets
    ledger.path.unlink(missing_ok=True)
    columns = []
    for j in range(len(sheet.labels)):
        values = [row[j] if j < len(row) else None for row in sheet.rows]
        numbers = [v for v in values if v is not None]
        if numbers and all(isinstance(v, int) and abs(v) < 2**62 for v in numbers) and None not in values:
            columns.append(np.array(values, dtype=np.int64))
        elif numbers and all(isinstance(v, (int, float)) for v in numbers):
            columns.append(np.array([float("nan") if v is None else v for v in values], dtype=float))
        else:
            columns.append(np.array([None if v is None else str(v) for v in values], dtype=object))
    labels, seen = [], set()
    for j, label in enumerate(sheet.labels):
        label = str(label or f"field_{j}")
        while label.lower() in seen:
            label += "_"
        seen.add(label.lower())
        labels.append(label)
    kinds = {g.geom_type for g in sheet.geoms if g is not None}
    pyogrio.raw.write(
        str(ledger.path), shapely.to_wkb(np.array(sheet.geoms, dtype=object)), columns, labels, layer=sheet.name,
        driver="GPKG", crs=ledger.extra["crs"], geometry_type=kinds.pop() if len(kinds) == 1 else "Unknown",
    )  # fmt: skip


def _load_geojson(path: Path, like, encoding) -> Ledger:
    document = json.loads(path.read_bytes().decode(encoding or "utf-8-sig"))
    features = document["features"]
    labels = list(dict.fromkeys(k for f in features for k in (f.get("properties") or {})))
    rows = [[(f.get("properties") or {}).get(label) for label in labels] for f in features]
    geoms = [None if not f.get("geometry") else shapely.geometry.shape(f["geometry"]) for f in features]
    top = {k: v for k, v in document.items() if k != "features"}
    return Ledger(path, "geojson", [Sheet(None, labels, rows, geoms)], {"top": top})


def _save_geojson(ledger: Ledger) -> None:
    (sheet,) = ledger.sheets
    features = []
    for i, row in enumerate(sheet.rows):
        pairs = [
            json.dumps(str(k or ""), ensure_ascii=False)
            + ":"
            + json.dumps(v, ensure_ascii=False, default=str)
            for k, v in zip(sheet.labels, row)
        ]
        geometry = "null" if sheet.geoms[i] is None else _mapping(sheet.geoms[i])
        features.append(
            '{"type":"Feature","properties":{' + ",".join(pairs) + '},"geometry":' + geometry + "}"
        )
    top = json.dumps(ledger.extra["top"], ensure_ascii=False)[:-1]
    text = top + ',"features":[\n' + ",\n".join(features) + "\n]}\n"
    ledger.path.write_bytes(text.encode("utf-8", "surrogatepass"))


def _mapping(geom) -> str:
    if geom.is_empty:
        return json.dumps({"type": geom.geom_type, "coordinates": []})
    return json.dumps(shapely.geometry.mapping(geom))


def _load_kml(path: Path, like, encoding) -> Ledger:
    root = ElementTree.fromstring(path.read_bytes())
    rows, geoms = [], []
    for place in root.iter(f"{KML}Placemark"):
        rows.append([place.findtext(f"{KML}name"), place.findtext(f"{KML}description")])
        geoms.append(_kml_shape(place))
    return Ledger(path, "kml", [Sheet(None, ["name", "description"], rows, geoms)], {"name": path.stem})


def _kml_shape(place):
    parts = []
    for tag, make in (
        ("Point", shapely.Point),
        ("LineString", shapely.LineString),
        ("Polygon", shapely.Polygon),
    ):
        for element in place.iter(f"{KML}{tag}"):
            text = next((e.text for e in element.iter(f"{KML}coordinates")), None) or ""
            points = [tuple(float(v) for v in p.split(",")[:2]) for p in text.split()]
            parts.append(make(points[0] if tag == "Point" else points))
    if not parts:
        return None
    several = next(place.iter(f"{KML}MultiGeometry"), None) is not None
    return shapely.MultiLineString(parts) if several and parts[0].geom_type == "LineString" else parts[0]


def _save_kml(ledger: Ledger) -> None:
    from xml.sax.saxutils import escape

    (sheet,) = ledger.sheets
    names = [str(label or "x") for label in sheet.labels]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>',
    ]
    lines.append(f"<name>{ledger.extra['name']}</name><Folder><name>{ledger.extra['name']}</name>")
    for row, geom in zip(sheet.rows, sheet.geoms):
        known = {n: v for n, v in zip(names, row) if n in ("name", "description")}
        others = {n: v for n, v in zip(names, row) if n not in known}
        text = "".join(f"<{n}>{escape(str(v))}</{n}>" for n, v in known.items() if v is not None)
        if others:
            text += "<ExtendedData>" + "".join(
                f'<Data name="{escape(n)}"><value>{escape(str(v or ""))}</value></Data>' for n, v in others.items()
            ) + "</ExtendedData>"  # fmt: skip
        lines.append(f"<Placemark>{text}{_kml_geometry(geom)}</Placemark>")
    lines.append("</Folder></Document></kml>\n")
    ledger.path.write_bytes("\n".join(lines).encode("utf-8", "surrogatepass"))


def _kml_geometry(geom) -> str:
    if geom is None:
        return ""
    if geom.geom_type.startswith("Multi"):
        return "<MultiGeometry>" + "".join(_kml_geometry(g) for g in geom.geoms) + "</MultiGeometry>"
    ring = geom.exterior if geom.geom_type == "Polygon" else geom
    points = " ".join(f"{x!r},{y!r}" for x, y in ring.coords)
    text = f"<coordinates>{points}</coordinates>"
    if geom.geom_type == "Polygon":
        text = f"<outerBoundaryIs><LinearRing>{text}</LinearRing></outerBoundaryIs>"
    return f"<{geom.geom_type}>{text}</{geom.geom_type}>"


LOAD = {
    "csv": _load_csv, "xlsx": _load_xlsx, "dbf": _load_dbf, "shp": _load_dbf, "gpkg": _load_gpkg,
    "geojson": _load_geojson, "kml": _load_kml,
}  # fmt: skip
SAVE = {
    "csv": _save_csv, "xlsx": _save_xlsx, "dbf": _save_dbf, "shp": _save_dbf, "gpkg": _save_gpkg,
    "geojson": _save_geojson, "kml": _save_kml,
}  # fmt: skip
