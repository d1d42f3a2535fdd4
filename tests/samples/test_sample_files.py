"""The generated files themselves: reproducible, sized, counted, and in step with their manifest."""

from __future__ import annotations

import csv
import gzip
import hashlib
import importlib.metadata
import json
import re
import struct
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
GENERATED = ("082112_", "082244_", "082287_", "082350_", "truth", "expected.json", "quality.json")


@pytest.fixture(scope="module")
def expected() -> dict:
    return json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))


def files(root: Path) -> dict:
    found = {}
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.is_file() and name.startswith(GENERATED):
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def test_the_repository_stays_small():
    size = sum(path.stat().st_size for path in SAMPLES.rglob("*") if path.is_file())
    assert size < 20_000_000


def test_made_again_from_the_clone_alone_it_is_the_same(tmp_path):
    pinned = re.findall(r"^(numpy|shapely)==([\d.]+)", (ROOT / "requirements.txt").read_text("utf-8"), re.M)
    for name, version in pinned:
        if importlib.metadata.version(name) != version:
            pytest.skip(f"the sample was made with {name} {version}; another version rounds otherwise")
    command = [sys.executable, str(ROOT / "scripts" / "make_samples.py")]
    subprocess.run([*command, "--data", str(SAMPLES / "source"), "--out", str(tmp_path)], check=True)
    # GeoPackages carry the version of the library that wrote them; all else is bytes of our own.
    ours = {n: h for n, h in files(SAMPLES).items() if not n.endswith(".gpkg")}
    again = {n: h for n, h in files(tmp_path).items() if not n.endswith(".gpkg")}
    assert ours == again
    assert {n for n in files(SAMPLES)} == {n for n in files(tmp_path)}


def test_the_generator_knows_nothing_of_the_plugin():
    for path in (ROOT / "scripts" / "sampling").glob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert "gunmane" not in text and "layers" not in text.replace("layer_options", ""), path.name


def test_sizes_are_those_of_the_area(expected):
    kept = {}
    for city in expected["cities"].values():
        for table, count in city["kept_by_table"].items():
            kept[table] = kept.get(table, 0) + count
    assert 5_000 <= kept["section"] <= 7_500
    assert 18_000 <= kept["facility"] <= 22_000
    assert 14_000 <= kept["request"] <= 31_000
    assert 6_000 <= kept["damage"] <= 9_000


def test_counts_add_up(expected):
    for city in expected["cities"].values():
        for source in city["sources"].values():
            assert source["READ"] == source["KEPT"] + source["SET_ASIDE"]
            assert source["REPAIRED"] <= source["REPAIRED_MAX"] <= source["KEPT"]
        for name, total in city["total"].items():
            assert total == sum(s[name] for s in city["sources"].values())


def test_truth_has_every_kept_row_once(expected):
    for code, city in expected["cities"].items():
        for table, count in city["kept_by_table"].items():
            with gzip.open(
                SAMPLES / "truth" / f"{code}_{table}.csv.gz", "rt", encoding="utf-8", newline=""
            ) as stream:
                keys = [row["src_key"] for row in csv.DictReader(stream)]
            assert len(keys) == count
            assert len(set(keys)) == count and all(keys), (code, table)


def test_dirt_is_of_many_kinds_and_nowhere_in_one_place(expected):
    kinds = {entry["kind"] for entry in expected["dirt"]}
    assert len(kinds) >= 60
    for code in expected["cities"]:
        own = {entry["kind"] for entry in expected["dirt"] if entry["city"] == code}
        assert len(own) >= 45, code
        assert {e["table"] for e in expected["dirt"] if e["city"] == code} >= {
            "request",
            "damage",
            "facility",
            "work",
        }
    share = len(expected["dirt"]) / expected["counts"]["READ"]
    assert 0.01 < share < 0.06


ENCODINGS = {
    "082112": dict.fromkeys(("csv",), "cp932"),
    "082287": {"csv": "utf-8-sig"},
}
SINGLE = {
    "要望受付.csv": "cp932",
    "補修工事.csv": "cp932",
    "巡視記録.csv": "euc_jp",
    "業者一覧.tsv": "utf-16",
    "管理水準.csv": "utf-8-sig",
}


def records(code: str, path: Path) -> list:
    encoding = ENCODINGS.get(code, {}).get("csv") or SINGLE[path.name]
    text = path.read_bytes().decode(encoding, "replace")
    lines = text.lstrip("\ufeff").splitlines(keepends=True)
    return list(csv.reader(lines, delimiter="\t" if path.suffix == ".tsv" else ","))


def test_the_manifest_names_the_cells_of_text_files(expected):
    cache, checked = {}, 0
    for entry in expected["dirt"]:
        if not entry["file"].endswith((".csv", ".tsv")) or entry["kind"] in ("undecodable",):
            continue
        path = SAMPLES / expected["cities"][entry["city"]]["folder"] / entry["file"]
        table = cache.setdefault(path, None) or records(entry["city"], path)
        cache[path] = table
        row = table[entry["row"] - 1]
        if entry["kind"] == "blank_row":
            assert not any(row)
        elif entry["column"]:
            at = table[0].index(entry["column"])
            assert row[at] == ("" if entry["raw"] is None else str(entry["raw"])), entry
            checked += 1
    assert checked > 800


def test_the_manifest_names_the_cells_of_workbooks(expected):
    openpyxl = pytest.importorskip("openpyxl")
    folder, books, checked = SAMPLES / expected["cities"]["082244"]["folder"], {}, 0
    for entry in expected["dirt"]:
        if entry["city"] != "082244" or not entry["file"].endswith("xlsx") or not entry["column"]:
            continue
        book = books.get(entry["file"])
        if book is None:
            book = books[entry["file"]] = {
                s.title: list(s.iter_rows(values_only=True))
                for s in openpyxl.load_workbook(folder / entry["file"], read_only=True).worksheets
            }
        rows = book[entry["sheet"]] if entry["sheet"] else next(iter(book.values()))
        found = [str(c) for c in rows[entry["row"] - 1] if c is not None]
        assert entry["raw"] is None or str(entry["raw"]) in found, entry
        checked += 1
    assert checked > 300


def test_shapefile_names_are_cut_at_ten_bytes():
    for name, encoding in (
        ("082112_常総市/道路区間.dbf", "utf-8"),
        ("082350_つくばみらい市/道路区間.dbf", "cp932"),
    ):
        data = (SAMPLES / name).read_bytes()
        head = struct.unpack("<H", data[8:10])[0]
        names = [data[at : at + 11].split(b"\0")[0] for at in range(32, head - 1, 32)]
        assert max(map(len, names)) == 10
        assert len(set(names)) == len(names)
        if encoding == "utf-8":
            with pytest.raises(UnicodeDecodeError):
                b"".join(names).decode(encoding)


def test_personal_texts_are_planted_and_fictitious(expected):
    personal = expected["personal"]
    assert len(personal) > 5_000
    for text in personal:
        digits = "".join(c for c in text if c.isascii() and c.isdigit())
        if text.startswith("0") and len(digits) >= 10:
            assert digits.startswith(("029700", "0900000", "0800000")), text
        if "@" in text:
            assert text.endswith("@example.jp")
