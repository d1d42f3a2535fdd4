"""The coverage matrix: marks, classes and percentages by the definition, columns without a place, the documents."""

import csv
import sys
from pathlib import Path

import openpyxl
import pytest
from gunmane.analysis.coverage import Item, classify, coverage, items, same_name, tables
from gunmane.documents.coverage_report import safe, write_csv, write_html, write_xlsx
from gunmane.layers.coverage_source import gather, profiles_for
from gunmane.layers.profile import load_profile, load_profiles
from gunmane.layers.store import open_store

sys.path.insert(0, str(Path(__file__).parent.parent / "layers"))
from city_fixture import PROFILE, City


def evidence(answers: dict[str, dict]) -> dict:
    """Cities by code; of each the request ledger: item -> (column, filled rows of 100)."""
    found = {"cities": [], "feeds": [], "rows": {}, "filled": {}, "strays": []}
    for code, columns in answers.items():
        ledgers = {} if columns is None else {"request": ["要望"]}
        found["cities"].append({"code": code, "ja": code, "en": code, "ledgers": ledgers})
        for item, (column, filled) in (columns or {}).items():
            found["rows"][code, "request"] = 100
            found["filled"][code, "request", item] = filled
            if column:
                found["feeds"].append(
                    {
                        "city": code, "table": "request", "item": item, "ledger": "要望", "columns": [column],
                        "how": "column", "free": False,
                    }
                )  # fmt: skip
    return found


def marks(matrix, item, table="request"):
    row = next(r for r in matrix.rows if (r.item.table, r.item.name) == (table, item))
    return "".join(cell.mark for cell in row.cells.values()), row.cls


def test_marks_follow_name_and_fill():
    matrix = coverage(
        evidence(
            {
                "a": {
                    "title": ("件名", 100),
                    "ch": ("受付手段", 50),
                    "rs": ("対応", 49),
                    "address": (None, 100),
                },
                "b": {
                    "title": ("ケンメイ", 100),
                    "ch": ("受付 方法", 99),
                    "rs": ("対応", 0),
                    "address": (None, 3),
                },
            }
        )
    )
    assert marks(matrix, "title")[0] == "◎○"
    assert marks(matrix, "ch")[0] == "○◎"
    assert marks(matrix, "rs")[0] == "△×"  # a column that is always empty gives nothing
    assert marks(matrix, "address")[0] == "○△"  # filled without a column: from other items
    assert marks(matrix, "landmark") == ("××", "new")


def test_an_unanswered_city_counts_for_nothing():
    matrix = coverage(evidence({"a": {"title": ("件名", 100)}, "b": None}))
    assert marks(matrix, "title")[0] == "◎?"
    assert matrix.percent("b") is None
    n = sum(row.item.table == "request" for row in matrix.rows)
    assert matrix.percent("a") == pytest.approx(100 / n)
    assert matrix.percent("a", "route") is None


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("◎○◎○", ("essential", False)),
        ("◎○△○", ("advised", False)),
        ("◎◎××", ("optional", False)),
        ("◎×××", ("optional", False)),
        ("△△△△", ("optional", False)),
        ("××××", ("new", False)),
        ("◎◎◎?", ("advised", True)),
        ("×××?", ("new", True)),
        ("????", ("open", True)),
        ("◎", ("essential", False)),
        ("◎×", ("optional", False)),
        ("◎◎×", ("advised", False)),
    ],
)
def test_classes(given, expected):
    assert classify(list(given)) == expected


def test_the_sections_example():
    """Section 10's example for T05 (invented there): the class and what it counts."""
    assert classify(list("◎◎○◎"))[0] == "essential"
    assert classify(list("◎○×◎"))[0] == "advised"
    assert classify(list("○×××"))[0] == "optional"


@pytest.mark.parametrize(
    ("label", "same"),
    [
        ("延長", True),
        ("延長(m)", True),
        ("延 長（ｍ）", True),
        ("Length", True),
        ("総延長", False),
        ("(m)", False),
    ],
)
def test_same_name(label, same):
    assert same_name(label, Item("route", "length_m", "延長", "Length", False, "m")) is same


def test_every_importable_item_is_a_row():
    numbers = {t.number for t in tables()}
    assert numbers == {
        "T02",
        "T03",
        "T04",
        "T05",
        "T06",
        "T07",
        "T08",
        "T09",
        "T10",
        "T11",
        "T12",
        "T16",
        "T28",
    }
    names = {(i.table, i.name) for i in items()}
    assert (
        ("request", "geom") in names
        and ("damage", "score") not in names
        and ("petitioner", "pet_ref") not in names
    )


@pytest.fixture
def city(tmp_path):
    made = City(tmp_path)
    made.run()
    return made


def test_a_store_and_its_profile(city):
    with open_store(city.store, readonly=True) as store:
        matrix = coverage(gather([load_profile(city.profile_path)], store))
    assert marks(matrix, "kd")[0] == "◎"
    assert marks(matrix, "req_no")[0] == "○"
    assert marks(matrix, "name", "petitioner")[0] == "◎" and marks(matrix, "kana", "petitioner")[0] == "×"
    assert marks(matrix, "geom")[0] == "○"
    assert marks(matrix, "depth_cm", "damage")[0] == "◎"
    row = next(r for r in matrix.rows if (r.item.table, r.item.name) == ("damage", "depth_cm"))
    assert row.cells["082244"].fill == 50.0 and row.cells["082244"].sources == [("損傷", "深さ", "column")]
    assert marks(matrix, "req_uuid", "request_damage")[0] == "○"
    assert marks(matrix, "name", "contractor")[0] == "?"
    assert matrix.unreasoned == []


def test_a_column_without_place_and_reason_is_found(city):
    header = "番号,受付日,方法,種別,内容,氏名,電話,場所,緯度,経度,市コード,謎の列"
    city.requests([row + ",x" for row in ("R7-9,R7.4.9,電話,通報,穴,,,,35.9520,139.9760,",)], header)
    city.run()
    with open_store(city.store, readonly=True) as store:
        matrix = coverage(gather([load_profile(city.profile_path)], store))
    assert [s["column"] for s in matrix.unreasoned] == ["謎の列"]


def test_reasons_come_from_the_profile(city):
    city.profile(PROFILE.replace('"場所" = "address"', '"場所" = { ignore = "使わない" }'))
    matrix = coverage(gather([load_profile(city.profile_path)]))
    assert [(s["column"], s["reason"]) for s in matrix.strays] == [("場所", "使わない")]
    assert marks(matrix, "ch")[0] == "○" and not matrix.has_store
    assert marks(matrix, "address")[0] == "×"


def test_a_city_without_profile_is_read_from_the_store(city):
    with open_store(city.store, readonly=True) as store:
        matrix = coverage(gather([], store))
    assert [c["ja"] for c in matrix.cities] == ["守谷市"]
    assert marks(matrix, "body")[0] == "◎" and marks(matrix, "geom")[0] == "○"


def test_the_shipped_profiles_leave_no_column_without_reason():
    profiles = profiles_for(None, None)
    matrix = coverage(gather(profiles))
    assert len(matrix.cities) == len(load_profiles()) and matrix.unreasoned == [] and matrix.strays
    assert all(matrix.percent(c["code"]) > 50 for c in matrix.cities)


def test_the_documents_say_the_same(city, tmp_path):
    with open_store(city.store, readonly=True) as store:
        matrix = coverage(gather([load_profile(city.profile_path)], store))
    matrix.strays.append(
        {"city": "082244", "ledger": "要望", "table": "request", "column": "=HYPERLINK(1)", "reason": None}
    )
    page = Path(write_html(matrix, tmp_path / "c.html", "ja", "<store>")).read_text("utf-8")
    assert "受付方法" in page and "&lt;store&gt;" in page and "<store>" not in page and "試験太郎" not in page
    table = Path(write_csv(matrix, tmp_path / "c.csv"))
    assert table.read_bytes().startswith(b"\xef\xbb\xbf")
    with table.open(encoding="utf-8-sig", newline="") as stream:
        lines = list(csv.reader(stream))
    assert len(lines) == 1 + len(matrix.rows) and all(len(line) == len(lines[0]) for line in lines)
    book = openpyxl.load_workbook(write_xlsx(matrix, tmp_path / "c.xlsx"))
    assert len(book.sheetnames) == 3 and all(sheet.freeze_panes for sheet in book)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not any(cell.data_type == "f" for cell in cells)
    assert any(cell.value == "'=HYPERLINK(1)" for cell in cells)
    assert all(sheet["A1"].font.bold for sheet in book)


def test_formulas_are_neutralised():
    assert [safe(x) for x in ("=1+1", " @x", "＝A1", "枝番", -5, None)] == [
        "'=1+1",
        "' @x",
        "'＝A1",
        "枝番",
        -5,
        "",
    ]
