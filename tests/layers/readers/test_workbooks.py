"""xlsx: what a person sees in the cell, as text."""

from __future__ import annotations

import datetime
import shutil
import zipfile

import pytest
from gunmane.layers.errors import GunmaneError
from gunmane.layers.readers import ReadOptions, open_tables

openpyxl = pytest.importorskip("openpyxl")


def save(folder, *sheets, name="台帳 令和7年.xlsx", prepare=None):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, lines in sheets:
        sheet = book.create_sheet(title)
        for line in lines:
            sheet.append(line)
    if prepare:
        prepare(book)
    book.save(folder / name)
    return folder / name


def rows(table):
    return [
        (int(n), *cells) for block in table.blocks() for n, cells in zip(block.rows, block.cells.to_numpy())
    ]


def test_values_as_text(tmp_path):
    when = datetime.datetime(2026, 3, 5, 9, 5)
    line = [
        1,
        2.0,
        0.1 + 0.2,
        1e15,
        True,
        datetime.date(2026, 3, 5),
        when,
        datetime.time(9, 5),
        "0012",
        "=文字",
        None,
    ]
    labels = [f"項目{i}" for i in range(len(line))]

    def text_cell(book):
        book["a"].cell(2, 10).data_type = "s"

    (table,) = open_tables(save(tmp_path, ("a", [labels, line]), prepare=text_cell))
    expected = ("1", "2", "0.3", "1000000000000000", "TRUE", "2026-03-05", "2026-03-05T09:05:00", "09:05:00")
    assert rows(table) == [(2, *expected, "0012", "=文字", None)]


def test_numbers_as_the_sheet_shows_them(tmp_path):
    def formats(book):
        book["a"]["A2"].number_format = "0000"
        book["a"]["B2"].number_format = "0.0%"

    path = save(tmp_path, ("a", [["路線番号", "ひび割れ率", "延長"], [12, 0.45, 3.5]]), prepare=formats)
    (table,) = open_tables(path)
    assert rows(table) == [(2, "0012", "45%", "3.5")]
    assert [note.code for note in table.warnings] == ["C-NUMFORMAT", "C-NUMFORMAT"]


def test_serial_numbers_without_a_date_format_stay_numbers_and_the_1904_system_is_told(tmp_path):
    def epoch(book):
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904

    (table,) = open_tables(save(tmp_path, ("a", [["番号", "日付"], ["1", 44624]]), prepare=epoch))
    assert table.date1904
    assert rows(table) == [(2, "1", "44624")]


def test_error_cells_are_none_with_a_note(tmp_path):
    (table,) = open_tables(save(tmp_path, ("a", [["番号", "値"], ["1", "#N/A"], ["2", "x"]])))
    assert rows(table) == [(2, "1", None), (3, "2", "x")]
    assert [(n.code, n.row, n.column) for n in table.warnings] == [("W-CELLERROR", 2, "値")]


def test_formulas_are_never_evaluated(tmp_path):
    path = save(tmp_path, ("a", [["番号", "値"], ["1", "=1+1"], ["2", '=HYPERLINK("http://x")']]))
    (table,) = open_tables(path)
    assert rows(table) == [(2, "1", "=1+1"), (3, "2", '=HYPERLINK("http://x")')]
    assert [n.code for n in table.warnings] == ["W-FORMULA", "W-FORMULA"]


def test_a_formulas_stored_value_is_taken(tmp_path):
    path = save(tmp_path, ("a", [["番号", "値"], ["1", "=1+1"]]))
    patched = tmp_path / "b.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(patched, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.startswith("xl/worksheets/"):
                assert b"<f>1+1</f><v />" in data or b"<f>1+1</f><v/>" in data or b"<v></v>" in data
                data = (
                    data.replace(b"<v />", b"<v>2</v>")
                    .replace(b"<v/>", b"<v>2</v>")
                    .replace(b"<v></v>", b"<v>2</v>")
                )
            new.writestr(name, data)
    (table,) = open_tables(patched)
    assert rows(table) == [(2, "1", "2")]
    assert table.warnings == []


def test_vertical_merges_fill_down_horizontal_ones_do_not(tmp_path):
    def merge(book):
        book["a"].merge_cells("A2:A4")
        book["a"].merge_cells("B3:C3")

    lines = [
        ["地区", "番号", "内容"],
        ["大柏", "1", "穴"],
        [None, "2", None],
        [None, "3", "溝"],
        ["本町", "4", "草"],
    ]
    (table,) = open_tables(save(tmp_path, ("a", lines), prepare=merge))
    assert rows(table) == [
        (2, "大柏", "1", "穴"),
        (3, "大柏", "2", None),
        (4, "大柏", "3", "溝"),
        (5, "本町", "4", "草"),
    ]
    assert [(n.code, n.row) for n in table.warnings] == [("C-MERGED", 3), ("C-MERGED", 4)]


def test_a_ledger_as_cities_keep_it(tmp_path):
    """Title, two header rows with merged cells, line breaks, units, subtotal, repeated header, trailing blanks."""
    lines = [
        ["令和7年度 道路損傷台帳"],
        [],
        ["受付\n番号", "規模", None, "内容"],
        [None, "深さ", "延長", None],
        [None, "(cm)", "(m)", None],
        [1, 5, 2.5, "穴\nが2つ"],
        [],
        ["小計", 5, 2.5],
        ["受付番号", "深さ", "延長", "内容"],
        [2, 6, None, "草"],
        ["合　計", 11],
    ]

    def merge(book):
        for area in ("A1:D1", "A3:A4", "B3:C3", "D3:D4"):
            book["a"].merge_cells(area)
        book["a"].cell(400, 3).font = openpyxl.styles.Font(bold=True)

    path = save(tmp_path, ("a", lines), prepare=merge)
    (table,) = open_tables(path, ReadOptions(columns=["受付番号", "深さ", "延長", "内容"]))
    assert (table.header_row, table.header_rows) == (3, 2)
    assert table.columns == ["受付番号", "深さ", "延長", "内容"]
    assert rows(table) == [(6, "1", "5", "2.5", "穴\nが2つ"), (10, "2", "6", None, "草")]
    assert [(s.row, s.code) for s in table.skipped] == [
        (1, "S-TITLE"),
        (2, "S-BLANK"),
        (5, "S-UNITS"),
        (7, "S-BLANK"),
        (8, "S-TOTAL"),
        (9, "S-HEADER"),
        (11, "S-TOTAL"),
    ]


def test_sheets_by_pattern_and_hidden_ones_only_by_name(tmp_path):
    def hide(book):
        book["控え"].sheet_state = "hidden"

    head = [["番号", "内容"], ["1", "穴"]]
    path = save(tmp_path, ("R6年度", head), ("R7年度", head), ("控え", head), ("空", []), prepare=hide)
    assert [t.sheet for t in open_tables(path)] == ["R6年度", "R7年度"]
    assert [t.sheet for t in open_tables(path, ReadOptions(sheet="R*年度"))] == ["R6年度", "R7年度"]
    assert [t.sheet for t in open_tables(path, ReadOptions(sheet="Ｒ７年度"))] == ["R7年度"]
    assert [t.sheet for t in open_tables(path, ReadOptions(sheet=["控え", "R6*"]))] == ["R6年度", "控え"]
    with pytest.raises(GunmaneError) as caught:
        open_tables(path, ReadOptions(sheet="R8*"))
    assert caught.value.code == "E-SHEET"
    assert "R6年度" in caught.value.remedy


def test_a_cover_sheet_without_any_expected_column_is_no_table(tmp_path):
    cover = ("表紙", [["守谷市"], ["建設課"]])
    path = save(tmp_path, cover, ("台帳", [["番号", "内容"], ["1", "穴"]]))
    assert [t.sheet for t in open_tables(path, ReadOptions(columns=["番号", "内容"]))] == ["台帳"]


def rewrite(source, target, change):
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return target


def test_a_document_type_definition_is_refused(tmp_path):
    path = save(tmp_path, ("a", [["番号", "内容"], ["1", "穴"]]))

    def poison(name, data):
        dtd = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
        return dtd + data if name.startswith("xl/worksheets/") else data

    with pytest.raises(GunmaneError) as caught:
        open_tables(rewrite(path, tmp_path / "dtd.xlsx", poison))
    assert caught.value.code == "E-XMLDTD"


def test_a_doctype_without_entities_is_refused_too(tmp_path):
    path = save(tmp_path, ("a", [["番号", "内容"], ["1", "穴"]]))

    def poison(name, data):
        return b'<!DOCTYPE x SYSTEM "file:///etc/hostname">' + data if "worksheets/" in name else data

    with pytest.raises(GunmaneError, match="E-XMLDTD"):
        open_tables(rewrite(path, tmp_path / "dtd.xlsx", poison))


def test_a_wrong_size_stated_by_the_sheet_cuts_nothing(tmp_path):
    path = save(tmp_path, ("a", [["番号", "内容"], ["1", "穴"], ["2", "草"]]))

    def lie(name, data):
        assert "worksheets/sheet" not in name or b'<dimension ref="A1:B3"' in data
        return data.replace(b'<dimension ref="A1:B3"', b'<dimension ref="A1:A2"')

    (table,) = open_tables(rewrite(path, tmp_path / "size.xlsx", lie))
    assert rows(table) == [(2, "1", "穴"), (3, "2", "草")]


def test_a_zip_bomb_is_refused(tmp_path):
    path = save(tmp_path, ("a", [["番号", "内容"], ["1", "穴"]]))

    def swell(name, data):
        return data + b" " * (40 << 20) if name.startswith("xl/worksheets/") else data

    with pytest.raises(GunmaneError) as caught:
        open_tables(rewrite(path, tmp_path / "bomb.xlsx", swell))
    assert caught.value.code == "E-ZIPBOMB"


@pytest.mark.parametrize("keep", [0.2, 0.5, 0.9, 0.999])
def test_a_truncated_workbook(keep, tmp_path):
    path = save(tmp_path, ("a", [["番号", "内容"]] + [[i, f"穴{i}"] for i in range(500)]))
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * keep)])
    with pytest.raises(GunmaneError) as caught:
        open_tables(path)
    assert caught.value.code == "E-TRUNCATED"
    assert caught.value.remedy


def test_a_damaged_sheet_xml(tmp_path):
    path = save(tmp_path, ("a", [["番号", "内容"], ["1", "穴"]]))

    def cut(name, data):
        return data[: len(data) // 2] if name.startswith("xl/worksheets/") else data

    with pytest.raises(GunmaneError) as caught:
        for table in open_tables(rewrite(path, tmp_path / "c.xlsx", cut)):
            list(table.blocks())
    assert caught.value.code == "E-TRUNCATED"


def test_csv_under_the_name_xlsx_is_read_for_what_it_is(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_text("番号,内容\n1,穴\n", encoding="cp932")
    (table,) = open_tables(path)
    assert (table.format, table.columns) == ("csv", ["番号", "内容"])


def test_xlsx_under_the_name_csv(tmp_path):
    path = save(tmp_path, ("a", [["番号", "内容"], ["1", "穴"]]))
    shutil.move(path, tmp_path / "b.csv")
    (table,) = open_tables(tmp_path / "b.csv")
    assert table.format == "xlsx"
