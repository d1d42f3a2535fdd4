"""Standards in the store and as a workbook: nothing lost on the way, every wrong cell named."""

from __future__ import annotations

import datetime
import math

import openpyxl
import pytest
from gunmane import i18n
from gunmane.analysis.standards import rows as standard_rows
from gunmane.layers.errors import GunmaneError
from gunmane.layers.standards import changes, read_standards, read_workbook, write_standards, write_workbook
from gunmane.layers.store import create_store, open_store
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

NAMES = {"082244": "守谷市", "082112": "常総市"}


@pytest.fixture(autouse=True)
def japanese():
    with i18n.speaking("ja"):
        yield


def builtin() -> list[dict]:
    frame = standard_rows.builtin().rows
    return frame.astype(object).where(frame.notna(), None).to_dict("records")


def same(left, right):
    return not changes(left, right) and not changes(right, left)


@pytest.fixture
def store(tmp_path):
    path = tmp_path / "s.gpkg"
    create_store(path).close()
    return path


def test_builtin_standards_survive_workbook_and_store(store, tmp_path):
    rows = builtin()
    book = tmp_path / "基準.xlsx"
    write_workbook(rows, book, names=NAMES)
    read = read_workbook(book)
    assert len(read) == len(rows)
    assert same(rows, read)
    assert all(change.kind == "new" for change in write_standards(store, read, "山田"))
    with open_store(store, readonly=True) as opened:
        kept = read_standards(opened)
    assert same([{**row, "author": "山田"} for row in rows], kept)
    assert write_standards(store, kept, "山田") == []
    write_workbook(kept, book, names=NAMES)
    assert same(kept, read_workbook(book))


def test_a_version_in_the_store_is_not_overwritten_unasked(store):
    rows = builtin()
    write_standards(store, rows, "山田")
    changed = [{**rows[0], "repair": 7.0}]
    with pytest.raises(GunmaneError) as refused:
        write_standards(store, changed, "佐藤")
    assert refused.value.code == "E-STDVERSION" and "S01" in str(refused.value)
    with open_store(store, readonly=True) as opened:
        assert same([{**row, "author": "山田"} for row in rows], read_standards(opened))
    (change,) = write_standards(store, changed, "佐藤", replace=True)
    assert change.cells["repair"] == (5.0, 7.0)
    newer = [{**rows[0], "repair": 6.0, "ver": "2027-04", "valid_from": "2027-04-01"}]
    assert [c.kind for c in write_standards(store, newer, "佐藤")] == ["new"]


def test_the_same_rows_brought_again_are_no_others(store):
    write_standards(store, builtin(), "山田")
    assert write_standards(store, builtin(), "山田") == []
    assert write_standards(store, builtin(), "佐藤") == []
    (change,) = write_standards(store, [{**builtin()[0], "repair": 7.0}], "佐藤", replace=True)
    with open_store(store, readonly=True) as opened:
        authors = {(row["std_id"], row["author"]) for row in read_standards(opened)}
    assert change.key[0] == "S01" and ("S01", "佐藤") in authors and ("S02", "山田") in authors


def test_what_officials_write_by_hand(tmp_path):
    book = tmp_path / "b.xlsx"
    write_workbook(builtin(), book)
    edited = openpyxl.load_workbook(book)
    sheet = edited["共通"]
    columns = {cell.value: cell.column for cell in sheet[2]}
    row = next(r for r in range(3, 60) if sheet.cell(r, 1).value == "S01")
    sheet.cell(row, columns["補修値"], "概ね６ｃｍ以上")
    sheet.cell(row, columns["緊急値"], "120mm")
    sheet.cell(row, columns["応急応答(1級)"], "３開庁日以内")
    sheet.cell(row, columns["応急応答(2級)"], "５執務日以内")
    sheet.cell(row, columns["適用開始"], "令和8年4月1日")
    sheet.cell(row, columns["施設種別"], "F01")
    sheet.cell(row, columns["根拠"], "=住民の声")
    edited.save(book)
    with pytest.raises(GunmaneError, match="=住民の声"):
        read_workbook(book)
    sheet.cell(row, columns["根拠"], "住民の声")
    edited.save(book)
    read = next(r for r in read_workbook(book) if r["std_id"] == "S01" and r["scope"] == "common")
    assert (read["repair"], read["emerg"]) == (6.0, 12.0)
    assert (read["rs_tmp_c1"], read["rs_tmp_c2"]) == ("R2", "R3")
    assert (read["valid_from"], read["ft"], read["basis"]) == ("2026-04-01", "F01", "住民の声")


def test_every_wrong_cell_is_named_and_nothing_is_taken(tmp_path):
    book = tmp_path / "b.xlsx"
    write_workbook(builtin(), book)
    edited = openpyxl.load_workbook(book)
    sheet = edited["共通"]
    columns = {cell.value: cell.column for cell in sheet[2]}
    wrong = {
        (3, "補修値"): "5〜10cm", (4, "補修値"): "たくさん", (5, "応急応答(1級)"): "すぐ来て", (6, "比較"): "より多い",
        (7, "適用開始"): "春ごろ", (8, "補修値"): -3, (9, "版"): None, (10, "補修値"): "20mm未満",
        (11, "補修値"): "30mm以下",
    }  # fmt: skip
    for (number, label), value in wrong.items():
        sheet.cell(number, columns[label]).value = value
    edited.save(book)
    with pytest.raises(GunmaneError) as refused:
        read_workbook(book)
    text = str(refused.value)
    for number, label in wrong:
        assert sheet.cell(number, columns[label]).coordinate in text, (number, label, text)


def test_a_city_that_follows_the_common_standard_has_empty_rows_and_notes(tmp_path):
    book = tmp_path / "b.xlsx"
    write_workbook(builtin(), book, names=NAMES, titles=standard_rows.builtin().titles, examples=["082244"])
    sheet = openpyxl.load_workbook(book)["守谷市(082244)"]
    columns = {cell.value: cell.column for cell in sheet[2]}
    rows = {sheet.cell(r, 1).value: r for r in range(3, sheet.max_row + 1)}
    assert len([r for r in rows if r]) == 38
    assert sheet.cell(rows["S01"], columns["補修値"]).value == 4
    inherited = sheet.cell(rows["S01"], columns["緊急値"])
    assert inherited.value is None and "10" in inherited.comment.text
    assert sheet["D1"].value


def test_no_workbook(tmp_path):
    path = tmp_path / "x.xlsx"
    path.write_bytes(b"not a book")
    with pytest.raises(GunmaneError) as refused:
        read_workbook(path)
    assert refused.value.code == "E-FILETYPE"
    openpyxl.Workbook().save(path)
    with pytest.raises(GunmaneError) as refused:
        read_workbook(path)
    assert refused.value.code == "E-STDBOOK"


text = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp")), min_size=1, max_size=20
)
threshold = st.none() | st.floats(0, 1e6).map(lambda v: round(v, 3))
row = st.fixed_dictionaries(
    {
        "std_id": st.from_regex(r"S[0-9]{2}", fullmatch=True),
        "ver": st.from_regex(r"20[0-9]{2}-(0[1-9]|1[0-2])", fullmatch=True),
        "scope": st.just("common") | st.just("city"),
        "ft": st.sampled_from(["F01", "F03", "F16"]),
        "dt": st.sampled_from(["D01", "D05"]),
        "measure": st.sampled_from(["depth_cm", "step_mm"]),
        "unit": st.sampled_from(["cm", "mm"]),
        "op": st.sampled_from([">=", "<="]),
        "watch": threshold, "repair": threshold | st.just(math.inf), "emerg": threshold, "repair_c1": threshold,
        "rs_tmp_c1": st.sampled_from([None, "R0", "R5", "R9", "-"]),
        "valid_from": st.dates(datetime.date(1990, 1, 1), datetime.date(2090, 1, 1)).map(str),
        "basis": st.none() | text.map(lambda t: "根拠" + t),
    }
).map(lambda r: {**r, "scope_key": "082244" if r["scope"] == "city" else None})  # fmt: skip


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much],
)
@given(st.lists(row, min_size=1, max_size=8, unique_by=lambda r: (r["std_id"], r["ver"], r["scope"])))
def test_round_trip_loses_nothing(tmp_path, rows):
    book = tmp_path / "r.xlsx"
    write_workbook(rows, book)
    read = read_workbook(book)
    assert same(rows, read) and len(read) == len(rows)
