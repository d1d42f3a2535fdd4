"""Damage to bytes, encodings and whole files."""

from __future__ import annotations

import shutil
import zipfile

from . import base
from .kinds import ALL, TEXT, Job, NotApplicable, kind


def _part(job: Job):
    """One of the files that make the ledger."""
    return job.rng.choice(base.parts_of(job.path))


def _change(job: Job, change) -> None:
    path = _part(job)
    data = path.read_bytes()
    if len(data) < 8:
        raise NotApplicable
    path.write_bytes(bytes(change(bytearray(data))))
    job.say(path.suffix)


@kind("bytes", "flip some")
def flip(job):
    def change(data):
        for _ in range(job.rng.choice([1, 1, 2, 8, 64])):
            data[job.rng.randrange(len(data))] = job.rng.randrange(256)
        return data

    _change(job, change)


@kind("bytes", "flip one bit")
def flip_bit(job):
    def change(data):
        data[job.rng.randrange(len(data))] ^= 1 << job.rng.randrange(8)
        return data

    _change(job, change)


@kind("bytes", "flip in the head")
def flip_head(job):
    def change(data):
        for _ in range(job.rng.choice([1, 2, 4])):
            data[job.rng.randrange(min(len(data), 256))] = job.rng.randrange(256)
        return data

    _change(job, change)


@kind("bytes", "truncate")
def truncate(job):
    _change(job, lambda data: data[: job.rng.randrange(len(data))])


@kind("bytes", "truncate near the end")
def truncate_end(job):
    _change(job, lambda data: data[: -job.rng.randrange(1, min(len(data), 40))])


@kind("bytes", "zero bytes inside")
def nul(job):
    def change(data):
        for _ in range(job.rng.choice([1, 1, 3, 20])):
            at = job.rng.randrange(len(data))
            data[at:at] = b"\0" * job.rng.choice([1, 1, 2, 100])
        return data

    _change(job, change)


@kind("bytes", "a block of zeros over")
def nul_block(job):
    def change(data):
        size = job.rng.choice([4, 64, 512, 4096])
        at = job.rng.randrange(len(data))
        data[at : at + size] = b"\0" * len(data[at : at + size])
        return data

    _change(job, change)


@kind("bytes", "a piece cut out")
def cut(job):
    def change(data):
        at = job.rng.randrange(len(data))
        del data[at : at + job.rng.choice([1, 3, 50, 1000, 5000])]
        return data

    _change(job, change)


@kind("bytes", "a piece twice")
def twice(job):
    def change(data):
        at = job.rng.randrange(len(data))
        piece = data[at : at + job.rng.choice([1, 10, 300, 4000])]
        data[at:at] = piece
        return data

    _change(job, change)


@kind("bytes", "rubbish behind")
def behind(job):
    _change(job, lambda data: data + job.rng.randbytes(job.rng.choice([1, 100, 5000])))


@kind("bytes", "rubbish inside")
def inside(job):
    def change(data):
        at = job.rng.randrange(len(data))
        data[at:at] = job.rng.randbytes(job.rng.choice([1, 5, 200]))
        return data

    _change(job, change)


@kind("bytes", "a wrong mark in front", TEXT | {"geojson", "kml"})
def mark(job):
    marks = [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf\xef\xbb\xbf", b"\x1a", b"\n\n"]
    job.path.write_bytes(job.rng.choice(marks) + job.path.read_bytes())


@kind("bytes", "mark lost", TEXT)
def no_mark(job):
    data = job.path.read_bytes()
    for head in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        if data.startswith(head):
            job.path.write_bytes(data[len(head) :])
            job.encoding = "utf-8" if len(head) == 3 else "utf-16-le"
            return
    raise NotApplicable


@kind("bytes", "line ends", TEXT)
def line_ends(job):
    ledger = job.ledger
    text = job.path.read_bytes().decode(ledger.extra["encoding"], "surrogateescape")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    how = job.rng.choice(["\r", "\n", "\r\n", "\r\r\n", "mixed", "\n\n", "\v", "\x85"])
    job.say(repr(how))
    ends = ["\r", "\n", "\r\n"] if how == "mixed" else [how]
    out = "".join(line + job.rng.choice(ends) for line in lines)
    job.path.write_bytes(
        out.encode(ledger.extra["encoding"], "ledger" if ledger.extra["encoding"] != "utf-16" else "replace")
    )


@kind("bytes", "quotes out of balance", TEXT)
def quotes(job):
    ledger = job.ledger
    encoding = ledger.extra["encoding"]
    text = job.path.read_bytes().decode(encoding, "surrogateescape" if encoding != "utf-16" else "replace")
    for _ in range(job.rng.choice([1, 1, 2, 5])):
        at = job.rng.randrange(len(text))
        comma = text.find(ledger.extra["delimiter"], at) + 1
        at = comma if comma and job.rng.random() < 0.6 else at
        text = text[:at] + job.rng.choice(['"', '"', '""', "'", "”"]) + text[at:]
    job.path.write_bytes(text.encode(encoding, "ledger" if encoding != "utf-16" else "replace"))


# -- encodings ------------------------------------------------------------------------------------------

OTHERS = (
    "utf-8",
    "utf-8-sig",
    "cp932",
    "euc_jp",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "iso2022_jp",
    "utf-32",
    "gb18030",
)


def _decoded(job) -> tuple[str, str]:
    encoding = job.ledger.extra["encoding"]
    return encoding, job.path.read_bytes().decode(encoding, "replace")


@kind("encoding", "saved as another", TEXT)
def another(job):
    encoding, text = _decoded(job)
    other = job.rng.choice([e for e in OTHERS if e != encoding])
    job.say(f"{encoding} -> {other}")
    job.path.write_bytes(text.encode(other, "replace"))
    job.encoding = other


@kind("encoding", "two in one file", TEXT)
def two(job):
    encoding, text = _decoded(job)
    other = job.rng.choice([e for e in ("utf-8", "cp932", "euc_jp") if e != encoding.replace("-sig", "")])
    lines = text.splitlines(keepends=True)
    chosen = job.rng.choice([1, 3, len(lines) // 2])
    for n in job.rng.sample(range(1, len(lines)), min(chosen, len(lines) - 1)):
        lines[n] = lines[n].encode(other, "replace").decode("latin-1")
        lines[n] = "\0" + lines[n]
    head = b"" if encoding != "utf-8-sig" else b"\xef\xbb\xbf"
    plain = encoding.replace("-sig", "")
    parts = [
        line[1:].encode("latin-1") if line[:1] == "\0" else line.encode(plain, "replace") for line in lines
    ]
    job.path.write_bytes(head + b"".join(parts))
    job.say(f"{chosen} lines as {other}")


@kind("encoding", "read wrongly and saved", TEXT)
def mojibake(job):
    encoding, text = _decoded(job)
    wrong = job.rng.choice(["cp932", "latin-1", "euc_jp", "utf-8"])
    raw = text.encode(encoding.replace("utf-16", "utf-16-le"), "replace")
    job.path.write_bytes(raw.decode(wrong, "replace").encode("utf-8", "replace"))
    job.encoding = "utf-8"
    job.say(wrong)


@kind("encoding", ".cpg says another", {"shp", "dbf"})
def cpg(job):
    said = job.rng.choice(
        ["UTF-8", "932", "SJIS", "ISO-8859-1", "1252", "EUC-JP", "nonsense", "", "\ufeffUTF-8"]
    )
    job.path.with_suffix(".cpg").write_bytes(said.encode("utf-8"))
    job.say(said)
    job.unreadable = True


@kind("encoding", "attributes in another", {"shp", "dbf"})
def dbf_other(job):
    ledger = job.ledger
    ledger.extra["encoding"] = job.rng.choice(["utf-8", "cp932", "euc_jp"])
    ledger.save()
    job.say(ledger.extra["encoding"])
    job.unreadable = True


# -- files ----------------------------------------------------------------------------------------------


@kind("files", "no bytes")
def empty(job):
    _part(job).write_bytes(b"")


@kind("files", "missing")
def missing(job):
    for part in base.parts_of(job.path):
        part.unlink()


@kind("files", "a folder of that name")
def folder(job):
    job.path.unlink()
    job.path.mkdir()


CONTENTS = (
    b"\x89PNG\r\n\x1a\n" + bytes(500), b"%PDF-1.7\n%\xe2\xe3",
    b"<html><body><table><tr><td>1</td></tr></table></body></html>",
    b"PK\x03\x04 cut off", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), b"SQLite format 3\x00" + bytes(200),
    b"{}", b"[]", b'{"type":"FeatureCollection"}', b"<?xml version='1.0'?><kml/>", b"\n" * 50, b"a",
    b"\xff\xfe", b"\x1a",
    b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n", b'<?xml version="1.0"?><!DOCTYPE a><kml/>',
    b"\x03" + bytes(40), b"\x00\x00\x27\x0a" + bytes(120), b"\x1f\x8b\x08" + bytes(50),
)  # fmt: skip


@kind("files", "something else of that name")
def other(job):
    job.path.write_bytes(job.rng.choice(CONTENTS))


@kind("files", "another ledger's content")
def swapped(job):
    others = sorted(p for p in job.path.parent.iterdir() if p != job.path and p.stem != job.path.stem)
    if not others:
        raise NotApplicable
    chosen = job.rng.choice(others)
    shutil.copyfile(chosen, job.path)
    job.say(chosen.name)
    job.unreadable = True


@kind("files", "archive damaged", {"xlsx"})
def archive(job):
    with zipfile.ZipFile(job.path) as opened:
        parts = {info.filename: opened.read(info) for info in opened.infolist()}
    name = job.rng.choice(sorted(parts))
    how = job.rng.choice(["lost", "cut", "flipped", "empty", "twice"])
    job.say(f"{name} {how}")
    with zipfile.ZipFile(job.path, "w", zipfile.ZIP_DEFLATED) as out:
        for part, content in parts.items():
            if part == name:
                if how == "lost":
                    continue
                if how == "cut":
                    content = content[: job.rng.randrange(len(content) or 1)]
                elif how == "empty":
                    content = b""
                elif how == "flipped" and content:
                    content = bytearray(content)
                    for _ in range(3):
                        content[job.rng.randrange(len(content))] = job.rng.randrange(256)
            out.writestr(part, bytes(content))
        if how == "twice":
            import warnings

            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                out.writestr(name, parts[name][: len(parts[name]) // 2])


@kind("files", "a part missing", {"shp"})
def part_missing(job):
    suffix = job.rng.choice([".shx", ".dbf", ".prj", ".cpg", ".shp"])
    path = job.path.with_suffix(suffix)
    if not path.exists():
        raise NotApplicable
    path.unlink()
    job.say(suffix)
    job.unreadable = suffix in (".dbf", ".cpg")


@kind("files", "a part of another", {"shp"})
def part_other(job):
    suffix = job.rng.choice([".shx", ".dbf", ".shp"])
    others = sorted(base_shp for base_shp in _all_parts(suffix) if base_shp.stem != job.path.stem)
    chosen = job.rng.choice(others)
    shutil.copyfile(chosen, job.path.with_suffix(suffix))
    job.say(f"{suffix} of {chosen.stem}")
    job.unreadable = True


def _all_parts(suffix: str):
    return [p for p in (base.ROOT / "samples").glob(f"*/*{suffix}") if p.with_suffix(".shp").exists()]


PRJ = (
    'GEOGCS["GCS_Tokyo",DATUM["D_Tokyo",SPHEROID["Bessel_1841",6377397.155,299.1528128]],PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]]',
    'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]]',
    "nonsense", "", "EPSG:6676", 'PROJCS["x"', "\ufeffEPSG:4326",
)  # fmt: skip


@kind("files", ".prj says another", {"shp"}, geometry=True)
def prj(job):
    text = job.rng.choice(PRJ)
    job.path.with_suffix(".prj").write_text(text, encoding="utf-8")
    job.say(text[:30])


@kind("files", "the ledger twice", ALL - {"shp", "dbf"})
def again(job):
    job.unreadable = True
    copy = job.path.with_name(job.path.stem + "_コピー" + job.path.suffix)
    shutil.copyfile(job.path, copy)
