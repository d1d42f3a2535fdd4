"""dBASE tables byte by byte: GDAL guesses encodings and mends names, we need what stands in the file.

Names are 10 bytes and may end in the middle of a character (unified model, section 3.8).
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from ...i18n import tr
from ..errors import GunmaneError
from . import encoding as encodings
from .header import _unique
from .tables import Block, RawTable, ReadOptions, Sink, label_key

# Language byte of the header where it means something certain.
LANGUAGE = {0x13: "cp932", 0x7B: "cp932"}
DELETED = b"*"[0]
MARKS = (0x20, DELETED, 0)  # how a record begins


@dataclass
class DbfField:
    name: bytes
    kind: str
    offset: int  # in the record, after the deletion mark
    length: int


@dataclass
class Dbf:
    """The head of a .dbf. ``n`` is what fits into the file, whatever the header claims."""

    path: Path
    n: int
    claimed: int
    head_length: int
    record_length: int
    language: int
    fields: list[DbfField]


def read_head(path: Path) -> Dbf:
    """Parse the header; GunmaneError E-DBF where it makes no sense."""
    with open(path, "rb") as stream:
        head = stream.read(32)
        if len(head) < 32:
            raise _broken(path)
        claimed, head_length, record_length = struct.unpack("<IHH", head[4:12])
        body = stream.read(max(0, head_length - 32))
    fields, offset = [], 1
    for at in range(0, len(body) - 31, 32):
        entry = body[at : at + 32]
        if entry[0] == 0x0D:
            break
        kind = chr(entry[11])
        length = entry[16] + (
            entry[17] << 8 if kind == "C" else 0
        )  # long text: the second byte is the high one
        fields.append(DbfField(entry[:11].split(b"\x00")[0][:10].rstrip(b" "), kind, offset, length))
        offset += length
    if not fields or record_length < offset or any(f.kind not in "CNFDLMBGPYTIO@+0VQW" for f in fields):
        raise _broken(path)
    n = min(claimed, max(0, path.stat().st_size - head_length) // record_length)
    return Dbf(path, n, claimed, head_length, record_length, head[29], fields)


def _broken(path: Path) -> GunmaneError:
    return GunmaneError(
        tr("The attribute table (.dbf) is damaged."),
        code="E-DBF",
        file=path.name,
        remedy=tr("Copy the file again from its source, all its parts together."),
    )


def prepare(dbf: Dbf, table: RawTable, options: ReadOptions) -> None:
    """Settle encoding, labels and notes of ``table`` from the .dbf."""
    _settle_encoding(dbf, table, options)
    labels = []
    for field in dbf.fields:
        label, dropped = decode_cut(field.name, table.encoding)
        if dropped:
            text = tr(
                "The name “{label}” is cut in the middle of a character ({bytes}).",
                label=label,
                bytes=dropped.hex(" "),
            )
            table.note("C-DBFCUT", text, None, label)
        labels.append(label)
    table.columns, notes = _unique(labels, 0)
    table.open_notes += [note._replace(row=None) for note in notes]
    table.field_bytes = [field.name for field in dbf.fields]
    cut = {label_key(label): options for label in labels}
    table.missing_columns = [c for c in options.columns or () if not _has(c, cut, table.encoding)]
    if dbf.n < dbf.claimed:
        text = tr("The .dbf claims {claimed} records and holds {n}.", claimed=dbf.claimed, n=dbf.n)
        table.note("W-SHORT", text)


def _has(column: str, labels, encoding: str) -> bool:
    """An expected label is there whole or cut to 10 bytes."""
    try:
        cut, _ = decode_cut(column.encode(encoding)[:10], encoding)
    except UnicodeEncodeError:
        cut = column
    return label_key(column) in labels or label_key(cut) in labels


def decode_cut(raw: bytes, encoding: str) -> tuple[str, bytes]:
    """Text and the bytes of a last character that was cut off (b"" if none); other bad bytes show as \\x.."""
    for drop in range(min(4, len(raw) + 1)):
        try:
            return raw[: len(raw) - drop].decode(encoding), raw[len(raw) - drop :] if drop else b""
        except UnicodeDecodeError as error:
            if error.start < len(raw) - 3:
                break
    return encodings.show_bad(encodings.BadBytes().decode(raw, encoding)), b""


def _settle_encoding(dbf: Dbf, table: RawTable, options: ReadOptions) -> None:
    """Declared by the profile, else the .cpg, the language byte or the bytes themselves; all are checked."""
    sample = _sample(dbf)
    words = tuple(options.columns or ()) + tuple(options.dictionary)
    guess = _detect(sample, words)
    stated, source = _stated(dbf)
    if options.encoding not in ("auto", "", None):
        name = encodings.canonical(options.encoding).replace("-sig", "")
        bad = _bad(sample, name)
        if bad and guess and guess.encoding != name and _bad(sample, guess.encoding) < bad:
            raise GunmaneError(
                tr("The .dbf is not {encoding}: {n} texts do not fit.", encoding=name, n=bad),
                code="E-ENCODING",
                file=dbf.path.name,
                remedy=tr(
                    "Read it as {better}: set the encoding in the profile, or auto.", better=guess.encoding
                ),
            )
        table.encoding, table.encoding_note = name, tr("{encoding}: declared.", encoding=name)
    elif stated and not (
        _bad(sample, stated) and guess and _bad(sample, guess.encoding) < _bad(sample, stated)
    ):
        table.encoding = stated
        table.encoding_note = tr("{encoding}: stated by the {origin}.", encoding=stated, origin=source)
        rival = guess and guess.how != "ascii" and guess.encoding not in (stated, "utf-8-sig")
        if rival and guess.confidence >= encodings.SURE:
            table.encoding_confidence = 0.3
            table.note(
                "W-ENCODING",
                tr(
                    "The {origin} says {encoding}; the bytes look like {better}.",
                    origin=source,
                    encoding=stated,
                    better=guess.encoding,
                ),
            )
    elif guess:
        table.encoding, table.encoding_note = guess.encoding, guess.note
        table.encoding_confidence = guess.confidence
        if stated:
            text = tr(
                "The {origin} says {encoding}; the bytes look like {better}.",
                origin=source,
                encoding=stated,
                better=guess.encoding,
            )
            table.note("W-ENCODING", text)
        elif guess.confidence < encodings.SURE:
            table.note("W-ENCODING", guess.note)
    else:
        table.encoding, table.encoding_confidence = stated or "cp932", 0.1
        table.encoding_note = tr("{encoding}: no encoding fits every text.", encoding=table.encoding)
        table.note("W-ENCODING", table.encoding_note)


def _stated(dbf: Dbf) -> tuple[str | None, str]:
    for suffix in (".cpg", ".CPG", ".Cpg", ".cst"):
        cpg = dbf.path.with_suffix(suffix)
        if cpg.exists():
            text = cpg.read_bytes()[:64].decode("ascii", "replace").strip().strip("\x00\ufeff")
            number = re.fullmatch(r"(?:ansi|oem|cp|windows-|ms)?\s*(\d{3,5})", text, re.IGNORECASE)
            try:
                if number and number[1] not in ("932", "65001", "51932"):
                    return encodings.canonical(f"cp{number[1]}"), ".cpg"
                return encodings.canonical(number[1] if number else text).replace("-sig", ""), ".cpg"
            except GunmaneError:
                break
    return LANGUAGE.get(dbf.language), tr("language byte")


def _sample(dbf: Dbf) -> list[bytes]:
    """Names and some thousand distinct texts, without padding."""
    texts = dict.fromkeys(field.name for field in dbf.fields)
    step = max(1, dbf.n // 2000)
    records = _memmap(dbf)[::step] if dbf.n else None
    for field in dbf.fields:
        if field.kind == "C" and field.length and records is not None:
            texts.update(dict.fromkeys(text.rstrip(b" \x00") for text in _column(records, field)))
    return [text for text in texts if text and not text.isascii()] or [b"ascii"]


def _detect(sample: list[bytes], words) -> encodings.Guess | None:
    """By the texts as they are; each may end in half a character, so that is taken off per encoding."""
    found = []
    for name in ("utf-8", "cp932", "euc_jp"):
        trimmed = b"\n".join(text[: len(text) - len(decode_cut(text, name)[1])] for text in sample)
        guess = encodings.detect(trimmed, words)
        if guess and guess.encoding == name:
            found.append(guess)
    return max(found, key=lambda guess: guess.confidence, default=None)


def _bad(sample: list[bytes], encoding: str) -> int:
    return sum(
        1 for text in sample if "\\x" in decode_cut(text, encoding)[0] and not _decodes(text, encoding)
    )


def _decodes(text: bytes, encoding: str) -> bool:
    return encodings.first_error(text, encoding) is None


def _memmap(dbf: Dbf):
    shape = (dbf.n, dbf.record_length)
    return np.memmap(dbf.path, dtype=np.uint8, mode="r", offset=dbf.head_length, shape=shape)


def _column(records, field: DbfField) -> np.ndarray:
    """The bytes of one field (numpy takes trailing zero bytes off by itself)."""
    part = np.ascontiguousarray(records[:, field.offset : field.offset + field.length])
    return part.view(f"S{field.length}").ravel()


def live(dbf: Dbf, start: int, stop: int) -> np.ndarray:
    """Which records of the slice are not deleted."""
    return np.asarray(_memmap(dbf)[start:stop, 0]) != DELETED if dbf.n else np.zeros(0, dtype=bool)


def cells(
    dbf: Dbf, table: RawTable, start: int, stop: int, sink: Sink
) -> tuple[pd.DataFrame, dict[int, str]]:
    """Records ``start`` to ``stop`` (0-based) as text and what is wrong with those that cannot be decoded."""
    records = (
        np.asarray(_memmap(dbf)[start:stop]) if dbf.n else np.zeros((0, dbf.record_length), dtype=np.uint8)
    )
    columns, bad = {}, {}
    for name, field in zip(table.columns, dbf.fields):
        if not field.length:
            columns[name] = np.full(len(records), None, dtype=object)
            continue
        codes, texts = pd.factorize(_column(records, field).astype(object))
        values = np.empty(len(texts), dtype=object)
        for i, raw in enumerate(texts):
            value, problem = _value(raw, field, table.encoding)
            values[i] = value
            if problem:
                for row in np.flatnonzero(codes == i):
                    if problem == "E-DECODE":
                        offset = dbf.head_length + (start + int(row)) * dbf.record_length + field.offset
                        offset += encodings.first_error(raw, table.encoding, True) or 0
                        bad[int(row)] = tr("Byte {offset} cannot be decoded.", offset=offset)
                    else:
                        sink.note(problem, _said(problem), start + int(row) + 1, name)
        columns[name] = values[codes] if len(texts) else np.full(len(records), None, dtype=object)
    for row in np.flatnonzero(~np.isin(records[:, 0], MARKS)):
        bad[int(row)] = tr("The record does not begin where it should: bytes were lost or added before it.")
    return pd.DataFrame(columns, columns=table.columns, dtype=object), bad


def _said(code: str) -> str:
    if code == "W-OVERFLOW":
        return tr("The number did not fit its column when it was written (***); read as empty.")
    if code == "W-NUL":
        return tr("Zero bytes in the row were left out.")
    if code == "C-DBFCUT":
        return tr("The text fills its column and ends in half a character; that was left off.")
    return tr("Memo texts (.dbt, .fpt) are not read.")


def _value(raw: bytes, field: DbfField, encoding: str) -> tuple[str | None, str | None]:
    """Text or None, and the code of what is wrong with it."""
    if field.kind in "MGPB@IYTO+0VQW":
        return (None, "W-MEMO") if field.kind == "M" and raw.strip(b" \x000") else (None, None)
    plain = raw.rstrip(b" \x00")
    if not plain:
        return None, None
    if field.kind == "C":
        if b"\0" in plain:
            text, problem = _value(plain.replace(b"\0", b""), field, encoding)
            return text, problem or "W-NUL"
        try:
            return plain.decode(encoding), None
        except UnicodeDecodeError:
            text, dropped = decode_cut(plain, encoding)
            if dropped and len(raw) == field.length:
                return text or None, "C-DBFCUT"
            return encodings.show_bad(encodings.BadBytes().decode(plain, encoding)), "E-DECODE"
    text = plain.decode("latin-1").replace("\0", "").strip()
    if field.kind in "NF":
        if text.startswith("*"):
            return None, "W-OVERFLOW"
        return text or None, None
    if field.kind == "D":
        return (
            f"{text[:4]}-{text[4:6]}-{text[6:]}"
            if re.fullmatch(r"\d{8}", text) and text != "00000000"
            else _date(text)
        ), None
    if field.kind == "L":
        return {"T": "1", "t": "1", "Y": "1", "y": "1", "F": "0", "f": "0", "N": "0", "n": "0"}.get(
            text
        ), None
    return text or None, None


def _date(text: str) -> str | None:
    return None if not text.strip("0 /-") else text


def open_dbf(path: Path, options: ReadOptions) -> list[RawTable]:
    """A .dbf on its own: a table without geometry."""
    dbf = read_head(path)
    table = RawTable(path, "dbf", n_rows=None)
    prepare(dbf, table, options)

    def read(table: RawTable, size: int, sink: Sink) -> Iterator[Block]:
        for start in range(0, dbf.n, size):
            stop = min(start + size, dbf.n)
            frame, bad = cells(dbf, table, start, stop, sink)
            yield from block(frame, bad, np.arange(start + 1, stop + 1), live(dbf, start, stop), None, sink)

    table.read = read
    return [table]


def block(frame, bad, rows, keep, geometry, sink: Sink) -> Iterator[Block]:
    """Take deleted and undecodable records out; ``keep`` marks the living ones."""
    keep = keep.copy()
    for i, detail in bad.items():
        if keep[i]:
            sink.set_aside(int(rows[i]), "E-DECODE", detail, frame.iloc[i])
            keep[i] = False
    if keep.any():
        shapes = geometry[keep] if geometry is not None else None
        yield Block(frame[keep].reset_index(drop=True), rows[keep].astype(np.int64), shapes)
