"""Where the table starts, and which rows are no data."""

from __future__ import annotations

import pytest
from gunmane.layers.errors import GunmaneError
from gunmane.layers.readers import ReadOptions, label_key
from gunmane.layers.readers.header import find
from gunmane.layers.readers.rows import TOTAL

DATA = [["1", "R8.3.5", "大柏950", "穴"], ["2", "R8.3.6", "本町1", "草"], ["3", "R8.3.7", "立沢2", "溝"]]
HEAD = ["番号", "受付日", "所在地", "内容"]


def layout(lines, merges=(), **options):
    records = [(i, [cell or None for cell in line]) for i, line in enumerate(lines, start=1)]
    return find(records, ReadOptions(**options), merges)


def test_first_row():
    assert layout([HEAD, *DATA]).header_row == 1


def test_titles_and_blank_rows_above():
    found = layout(
        [["令和7年度 要望一覧", "", "", ""], ["", "", "", ""], ["", "", "担当課", "建設課"], HEAD, *DATA]
    )
    assert (found.header_row, found.columns) == (4, HEAD)


def test_a_sheet_of_nothing_but_text():
    lines = [["路線名", "起点", "終点"], ["市道大柏線", "大柏", "本町"], ["市道本町線", "本町", "立沢"]]
    assert layout(lines).header_row == 1
    assert layout([["守谷市市道一覧表", "", ""], *lines]).header_row == 2


def test_the_profile_decides():
    lines = [["a", "b", "c", "d"], ["e", "f", "g", "h"], HEAD, *DATA]
    assert layout(lines).header_row == 1
    found = layout(lines, columns=["受付日", "内容"])
    assert (found.header_row, found.missing, found.certain) == (3, [], True)


def test_a_renamed_column_does_not_move_the_header():
    found = layout([["一覧", "", "", ""], HEAD, *DATA], columns=["番号", "受付年月日", "所在地", "内容"])
    assert (found.header_row, found.missing) == (2, ["受付年月日"])
    assert "W-NOCOLUMN" in [note.code for note in found.notes]


def test_a_stated_row():
    assert layout([["x", "y", "z", "w"], HEAD, *DATA], header=2).columns == HEAD
    with pytest.raises(GunmaneError, match="E-HEADER"):
        layout([HEAD, ["", "", "", ""], *DATA], header=2)


def test_two_rows_joined_and_the_profile_may_name_either_part():
    lines = [
        ["番号", "位置", "", "申出者", ""],
        ["", "X座標", "Y座標", "氏名", "電話"],
        ["1", "-5380", "12817", "a", "b"],
    ]
    found = layout(lines, header_rows=2)
    assert found.columns == ["番号", "位置X座標", "位置Y座標", "申出者氏名", "申出者電話"]
    found = layout(lines, columns=["番号", "X座標", "Y座標", "申出者氏名"])
    assert (found.header_row, found.header_rows) == (1, 2)
    assert found.columns == ["番号", "X座標", "Y座標", "申出者氏名", "申出者電話"]
    assert layout(lines).header_rows == 2


def test_merged_cells_of_a_sheet_make_the_header_two_rows_high():
    lines = [
        ["一覧", "", "", ""],
        ["番号", "位置", "", "備考"],
        ["", "X座標", "Y座標", ""],
        ["1", "2", "3", "穴"],
    ]
    merges = [(1, 1, 1, 4), (2, 1, 3, 1), (2, 2, 2, 3), (2, 4, 3, 4)]
    found = layout(lines, merges)
    assert (found.header_row, found.header_rows) == (2, 2)
    assert found.columns == ["番号", "位置X座標", "位置Y座標", "備考"]


def test_a_first_data_row_with_gaps_is_no_second_header_row():
    lines = [["番号", "受付日", "所在地", "内容"], ["", "令和8年", "", "穴"], ["2", "令和8年", "本町", "草"]]
    assert layout(lines).header_rows == 1


def test_units_below_the_header():
    found = layout([["番号", "深さ", "延長"], ["", "(cm)", "(m)"], ["1", "5", "12"], ["2", "6", "13"]])
    assert (found.header_row, found.units_row, found.columns) == (1, 2, ["番号", "深さ", "延長"])
    assert "C-UNITS" in [note.code for note in found.notes]


def test_labels_lose_line_breaks_are_unique_and_never_empty():
    found = layout([["受付\n番号", " 氏名 ", "氏名", ""], ["1", "a", "b", "c"], ["2", "a", "b", "c"]])
    assert found.columns == ["受付番号", "氏名", "氏名_2", "列4"]
    assert [note.code for note in found.notes] == ["W-DUPLABEL", "W-NOLABEL"]


def test_label_key_folds_width_space_and_case():
    assert label_key("Ｘ 座標\n（ｍ）") == "x座標(m)"


@pytest.mark.parametrize(
    "text", ["合計", "小計", "計", "総計", "累計", "平均", "令和7年度計", "4月計", "(合計)", "年度合計"]
)
def test_totals(text):
    assert TOTAL.match(text)


@pytest.mark.parametrize("text", ["計画課", "合計金額", "設計", "会計", "平均台", "統計", "時計", "家計"])
def test_not_totals(text):
    assert not TOTAL.match(text)
