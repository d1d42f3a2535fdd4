"""What a file really is, by its first bytes; its name only breaks ties."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from .encoding import utf16

MAGIC = (
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"BM", "bmp"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"%PDF", "pdf"),
    (b"SQLite format 3\x00", "sqlite"),
    (b"fgb\x03", "flatgeobuf"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "rar"),
    (b"PAR1", "parquet"),
    (b"{\\rtf", "rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"\x00\x00\x27\x0a", "shp"),
    (b"\xfd7zXZ", "xz"),
)


def kind(path: Path) -> str:
    """One word for the content: xlsx, xls, encrypted, zip, kmz, brokenzip, ods, csv, geojson, kml, html, xml,
    shp, dbf, gpkg, sqlite, flatgeobuf, image, pdf, empty, folder, binary and so on.
    """
    if path.is_dir():
        return "folder"
    with open(path, "rb") as stream:
        head = stream.read(65536)
    if not head:
        return "empty"
    suffix = path.suffix.lower()
    if head[:4] in (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08") or head[:2] == b"PK" and suffix in _ZIPPED:
        return _zip_kind(path)
    for magic, name in MAGIC:
        if head.startswith(magic):
            if name == "ole":
                return _ole_kind(path)
            if name == "sqlite":
                return "gpkg" if suffix == ".gpkg" else "sqlite"
            if name == "bmp" and not (len(head) > 14 and head[6:10] == b"\x00" * 4):
                continue
            return "image" if name == "bmp" else name
    if suffix == ".dbf" and head[0] in (0x02, 0x03, 0x30, 0x31, 0x43, 0x83, 0x8B, 0xF5):
        return "dbf"
    if not head.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x1a\x00"):
        return "empty" if len(head) < 65536 else "binary"
    return _text_kind(head, suffix)


_ZIPPED = (".xlsx", ".xlsm", ".zip", ".kmz", ".ods")


def _zip_kind(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            kind = ""
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                kind = archive.read("mimetype").decode("ascii", "replace")
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError, KeyError):
        return "brokenzip"
    except Exception:  # zlib.error and the like: whatever it says, the archive cannot be read
        return "brokenzip"
    if any(name.lower() == "xl/workbook.xml" for name in names):
        return "xlsx"
    if "xl/workbook.bin" in names:
        return "xlsb"
    if "spreadsheet" in kind:
        return "ods"
    if any(name.lower().endswith(".kml") for name in names):
        return "kmz"
    if "word/document.xml" in names:
        return "docx"
    return "zip"


def _ole_kind(path: Path) -> str:
    """Old Office files are containers; their directory holds the streams' names in UTF-16."""
    with open(path, "rb") as stream:
        data = stream.read(1 << 24)
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "encrypted"
    if "Workbook".encode("utf-16-le") in data or "Book".encode("utf-16-le") in data:
        return "xls"
    return "ole"


def _text_kind(head: bytes, suffix: str) -> str:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:4096]
    lower = start.lower()
    wide = head[:2] in (b"\xff\xfe", b"\xfe\xff") or head[:4] in (b"\x00\x00\xfe\xff",)
    if lower.startswith((b"<!doctype html", b"<html", b"<table", b"<head")):
        return "html"
    if start.startswith(b"<?xml") or start.startswith(b"<kml"):
        if b"<kml" in head[:8192]:
            return "kml"
        return "xmlsheet" if b"urn:schemas-microsoft-com:office:spreadsheet" in head[:8192] else "xml"
    if start[:1] == b"{" and (suffix in (".geojson", ".json") or re.match(rb'\{\s*"', start)):
        return "geojson"
    if suffix == ".geojson":
        return "geojson"
    if not wide and not (b"\x00" in head and utf16(head)) and _binary(head):
        return "binary"
    return "csv"


def _binary(head: bytes) -> bool:
    """Control bytes that no text has; zero bytes may be UTF-16 without a mark, or dirt in a csv."""
    controls = sum(head.count(bytes([i])) for i in (*range(1, 9), *range(14, 26), *range(28, 32), 127))
    zeros = head.count(0)
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if zeros > 0.3 * len(head) and min(even, odd) > 0.1 * max(even, odd):
        return True
    return controls > max(2, 0.01 * len(head))
