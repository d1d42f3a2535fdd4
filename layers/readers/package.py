"""Is this .xlsx archive safe and whole? Looked at before any parser sees it; finds merged ranges on the way."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from ...i18n import tr
from ..errors import GunmaneError

LARGEST_ENTRY = 1 << 31
SUSPICIOUS_SIZE, SUSPICIOUS_RATIO = 30 << 20, 250  # real sheets pack 10 to 60 times
_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
_STEP = 1 << 20


class Part:
    """What one pass over a sheet's XML tells: merged ranges and whether there are formulas."""

    def __init__(self):
        self.merges: list[tuple[int, int, int, int]] = []
        self.formulas = False


def check(path: Path) -> dict[str, Part]:
    """Sheets' parts by their name in the archive.

    Raises GunmaneError: E-ZIPBOMB (unpacks beyond all sense), E-XMLDTD (a DOCTYPE: entities could be expanded
    without end), E-TRUNCATED (a part does not unpack).
    """
    parts = {}
    try:
        with zipfile.ZipFile(path) as archive:
            _sizes(archive, path)
            for info in archive.infolist():
                if info.filename.lower().endswith((".xml", ".rels")):
                    parts[info.filename] = _scan(archive, info, path)
    except GunmaneError:
        raise
    except Exception as error:  # zlib.error, BadZipFile, EOFError, RuntimeError (encrypted), OSError ...
        raise broken(path, error) from None
    return parts


def broken(path: Path, error: object) -> GunmaneError:
    return GunmaneError(
        tr(
            "The workbook is damaged or incomplete ({reason}).",
            reason=str(error)[:200] or type(error).__name__,
        ),
        code="E-TRUNCATED",
        file=path.name,
        remedy=tr("Copy the file again from its source, or open it in Excel and save it under a new name."),
    )


def _sizes(archive: zipfile.ZipFile, path: Path) -> None:
    total = 0
    for info in archive.infolist():
        total += info.file_size
        ratio = info.file_size / max(1, info.compress_size)
        if total > LARGEST_ENTRY or (info.file_size > SUSPICIOUS_SIZE and ratio > SUSPICIOUS_RATIO):
            raise GunmaneError(
                tr(
                    "“{part}” would unpack to {size} MB from {packed} MB; that is no ordinary table.",
                    part=info.filename,
                    size=info.file_size >> 20,
                    packed=round(info.compress_size / (1 << 20), 1),
                ),
                code="E-ZIPBOMB",
                file=path.name,
                remedy=tr("Open the file in Excel, delete empty rows and columns, and save it as csv."),
            )


def _scan(archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path) -> Part:
    part, tail, wide = Part(), b"", None
    sheet = info.filename.lower().startswith("xl/worksheets/")
    with archive.open(info) as stream:
        while piece := stream.read(_STEP):
            if wide is None:
                wide = piece[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in piece[:8]
            if wide:  # UTF-16: without its zero bytes the markup reads as ASCII
                piece = piece.replace(b"\x00", b"")
            text = tail + piece
            if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
                raise GunmaneError(
                    tr(
                        "“{part}” holds a document type definition; Excel never writes one.",
                        part=info.filename,
                    ),
                    code="E-XMLDTD",
                    file=path.name,
                    remedy=tr("Ask for the file in its original form, or as csv."),
                )
            if sheet:
                part.formulas = part.formulas or _FORMULA.search(text) is not None
                keep = 0
                for found in _MERGE.finditer(text):
                    left, top, right, bottom = found.groups()
                    part.merges.append((int(top), _column(left), int(bottom), _column(right)))
                    keep = found.end()
                tail = text[max(keep, len(text) - 200) :]
            else:
                tail = text[-10:]
    return part


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
