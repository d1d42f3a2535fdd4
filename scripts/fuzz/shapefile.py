"""dbf, shp and shx byte by byte, so that damage and counts depend on no library."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

import shapely


@dataclass
class Dbf:
    labels: list
    rows: list
    fields: list  # (kind, length, decimals) a column
    encoding: str


def read_dbf(path: Path, encoding: str | None = None) -> Dbf:
    data = path.read_bytes()
    count, head, length = struct.unpack("<IHH", data[4:12])
    if encoding is None:
        cpg = path.with_suffix(".cpg")
        encoding = (
            "utf-8"
            if cpg.exists() and b"8" in cpg.read_bytes() and b"932" not in cpg.read_bytes()
            else "cp932"
        )
    labels, fields, at = [], [], 32
    while at + 32 <= head and data[at] != 0x0D:
        entry = data[at : at + 32]
        labels.append(entry[:11].split(b"\0")[0].decode(encoding, "ignore"))
        fields.append((chr(entry[11]), entry[16], entry[17]))
        at += 32
    rows = []
    for i in range(min(count, max(0, len(data) - head) // max(1, length))):
        record = data[head + i * length : head + (i + 1) * length]
        at, row = 1, []
        for kind, size, _ in fields:
            raw = (
                record[at : at + size].strip(b" \0")
                if kind in "NF"
                else record[at : at + size].rstrip(b" \0")
            )
            row.append(raw.replace(b"\0", b"").decode(encoding, "surrogateescape") or None)
            at += size
        if record[:1] == b"*":
            continue
        rows.append(row)
    return Dbf(labels, rows, fields, encoding)


def write_dbf(path: Path, labels, rows, fields, encoding: str) -> None:
    fields = list(fields) + [("C", 40, 0)] * (len(labels) - len(fields))
    language = path.read_bytes()[29:30] if path.exists() else b"\0"
    head = 32 + 32 * len(labels) + 1
    length = 1 + sum(f[1] for f in fields[: len(labels)])
    out = bytearray(struct.pack("<B3BIHH", 3, 126, 3, 31, len(rows), head, length).ljust(32, b"\0"))
    out[29:30] = language
    for label, (kind, size, decimals) in zip(labels, fields):
        name = _encoded(label, encoding)[:10].ljust(11, b"\0")
        out += name + kind.encode() + b"\0" * 4 + bytes([size, decimals]) + b"\0" * 14
    out += b"\r"
    for row in rows:
        out += b" "
        for j, (kind, size, _) in enumerate(fields[: len(labels)]):
            cell = _encoded(row[j] if j < len(row) else None, encoding)[:size]
            out += cell.rjust(size) if kind in "NF" else cell.ljust(size)
    path.write_bytes(bytes(out) + b"\x1a")


def _encoded(cell, encoding: str) -> bytes:
    if cell is None:
        return b""
    return str(cell).encode(encoding, "ledger")


# -- shapes ---------------------------------------------------------------------------------------------


def read_shp(path: Path) -> list:
    """Shapely geometries in file order; None for null shapes."""
    data, found, at = path.read_bytes(), [], 100
    while at + 12 <= len(data):
        (words,) = struct.unpack(">i", data[at + 4 : at + 8])
        found.append(_shape(data[at + 8 : at + 8 + 2 * words]))
        at += 8 + 2 * words
    return found


def _shape(content: bytes):
    (kind,) = struct.unpack("<i", content[:4])
    if kind == 1:
        return shapely.Point(struct.unpack("<2d", content[4:20]))
    if kind not in (3, 5):
        return None
    parts, points = struct.unpack("<2i", content[36:44])
    starts = [*struct.unpack(f"<{parts}i", content[44 : 44 + 4 * parts]), points]
    flat = struct.unpack(f"<{2 * points}d", content[44 + 4 * parts : 44 + 4 * parts + 16 * points])
    lines = [
        list(zip(flat[2 * a : 2 * b : 2], flat[2 * a + 1 : 2 * b : 2])) for a, b in zip(starts, starts[1:])
    ]
    if kind == 5:
        return shapely.Polygon(lines[0])
    return shapely.LineString(lines[0]) if parts == 1 else shapely.MultiLineString(lines)


def write_shp(path: Path, geoms: list, keep_kind: bool = False) -> None:
    """Write .shp and .shx; the file's shape type is that of the first geometry."""
    contents = [_content(geom) for geom in geoms]
    kinds = [struct.unpack("<i", c[:4])[0] for c in contents]
    kind = next((k for k in kinds if k), 1)
    bounds = [shapely.bounds(g) for g in geoms if g is not None and not g.is_empty]
    box = (
        [
            min(b[0] for b in bounds),
            min(b[1] for b in bounds),
            max(b[2] for b in bounds),
            max(b[3] for b in bounds),
        ]
        if bounds
        else [0.0] * 4
    )
    body, index, at = bytearray(), bytearray(), 50
    for number, content in enumerate(contents, 1):
        words = len(content) // 2
        body += struct.pack(">2i", number, words) + content
        index += struct.pack(">2i", at, words)
        at += 4 + words
    for target, content in ((path, body), (path.with_suffix(".shx"), index)):
        head = struct.pack(">7i", 9994, 0, 0, 0, 0, 0, 50 + len(content) // 2)
        target.write_bytes(head + struct.pack("<2i4d", 1000, kind, *box) + b"\0" * 32 + bytes(content))


def _content(geom) -> bytes:
    if geom is None or geom.is_empty:
        return struct.pack("<i", 0)
    if geom.geom_type == "Point":
        return struct.pack("<i2d", 1, geom.x, geom.y)
    if geom.geom_type in ("Polygon", "MultiPolygon"):
        first = geom if geom.geom_type == "Polygon" else geom.geoms[0]
        lines, kind = [list(first.exterior.coords)], 5
    else:
        lines = [list(g.coords) for g in getattr(geom, "geoms", [geom])]
        kind = 3
    starts, points = [], []
    for line in lines:
        starts.append(len(points))
        points += line
    flat = [v for p in points for v in p[:2]]
    return (
        struct.pack("<i4d2i", kind, *shapely.bounds(geom), len(lines), len(points))
        + struct.pack(f"<{len(starts)}i", *starts)
        + struct.pack(f"<{len(flat)}d", *flat)
    )
