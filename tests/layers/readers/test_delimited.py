"""csv and its kin: nothing lost, nothing shifted, damage kept to its record."""

from __future__ import annotations

import csv
import io
import time
import tracemalloc

import pytest
from gunmane.layers.readers import ReadOptions, open_tables


def read(path, text, size=100_000, **options):
    path = path / "台帳.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    (table,) = open_tables(path, ReadOptions(**options))
    rows = []
    for block in table.blocks(size):
        assert list(block.cells.columns) == table.columns
        assert len(block.rows) == len(block.cells)
        rows += [(int(n), *cells) for n, cells in zip(block.rows, block.cells.to_numpy())]
    return table, [(row[0], *row[1:]) if len(row) != 2 else row for row in rows]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_v058_quoted_newlines_and_any_line_end_make_one_record(end, tmp_path):
    text = f'番号,要望内容{end}1,"穴が{end}あいている"{end}2,草{end}'
    table, rows = read(tmp_path, text)
    assert rows == [(2, "1", f"穴が{end}あいている"), (3, "2", "草")]


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_the_delimiter_is_found(delimiter, tmp_path):
    lines = [["番号", "内容", "規模"], ["1", "穴", "5cm"], ["2", "草", "約1m"]]
    table, rows = read(tmp_path, "\n".join(delimiter.join(line) for line in lines))
    assert table.columns == lines[0]
    assert rows[1] == (3, "2", "草", "約1m")


def test_commas_in_texts_do_not_hide_tabs(tmp_path):
    table, rows = read(tmp_path, "番号\t内容\n1\t穴,草,ごみ\n2\t側溝,蓋\n")
    assert table.columns == ["番号", "内容"]
    assert rows[0] == (2, "1", "穴,草,ごみ")


def test_cells_are_untouched_and_empty_ones_are_none(tmp_path):
    _, rows = read(tmp_path, "番号,内容,備考\n0012,　穴 ,\n=1+1,NA,null\n")
    assert rows == [(2, "0012", "　穴 ", None), (3, "=1+1", "NA", "null")]


def test_short_rows_are_filled_and_noted_long_ones_set_aside(tmp_path):
    table, rows = read(tmp_path, "番号,内容,備考\n1,穴\n2,穴,草,ごみ\n3,穴,草,,\n")
    assert rows == [(2, "1", "穴", None), (4, "3", "穴", "草")]
    assert [(note.code, note.row) for note in table.warnings] == [("W-RAGGED", 2)]
    assert [(bad.row, bad.code, bad.cells) for bad in table.bad_rows] == [
        (3, "E-RAGGED", ("2", "穴", "草", "ごみ"))
    ]


def test_rows_count_records_with_header_and_blank_ones(tmp_path):
    table, rows = read(tmp_path, '番号,内容\n\n1,"a\nb"\n,\n2,c\n')
    assert [row[0] for row in rows] == [3, 5]
    assert [(skipped.row, skipped.code) for skipped in table.skipped] == [(2, "S-BLANK"), (4, "S-BLANK")]


def test_an_unclosed_quote_costs_one_line(tmp_path):
    lines = ["番号,内容"] + [f'{i},"内容{i}"' for i in range(1, 50)]
    lines[20] = '20,"閉じない'
    table, rows = read(tmp_path, "\n".join(lines))
    assert len(rows) == 48
    assert [(bad.row, bad.code) for bad in table.bad_rows] == [(21, "E-QUOTE")]
    assert rows[-1] == (50, "49", "内容49")


def test_an_unclosed_quote_at_the_end_does_not_lose_the_last_row_in_silence(tmp_path):
    table, rows = read(tmp_path, '番号,内容\n1,穴\n2,"草')
    assert len(rows) == 1
    assert table.bad_rows[0].cells == ('2,"草',)


def test_text_after_a_closing_quote_is_kept_and_noted(tmp_path):
    table, rows = read(tmp_path, '番号,内容\n1,"穴"大\n2,草\n')
    assert rows == [(2, "1", "穴大"), (3, "2", "草")]
    assert [(note.code, note.row) for note in table.warnings] == [("W-QUOTE", 2)]


def test_zero_bytes_are_left_out_and_noted(tmp_path):
    table, rows = read(tmp_path, "番号,内容\n1,穴\n2,草\x00木\n3,溝\n")
    assert rows[1] == (3, "2", "草木")
    assert [(note.code, note.row) for note in table.warnings] == [("W-NUL", 3)]


def test_two_hundred_columns(tmp_path):
    labels = [f"項目{i}" for i in range(200)]
    text = ",".join(labels) + "\n" + "\n".join(",".join(f"{r}-{c}" for c in range(200)) for r in range(300))
    table, rows = read(tmp_path, text)
    assert table.columns == labels
    assert rows[299][200] == "299-199"


def test_the_fast_and_the_careful_way_agree(tmp_path):
    """Plain text goes through pandas; one quote sends the same text through the csv module."""
    lines = [f"{i},{'　' * (i % 3)}穴{i} ,NA,{i / 7},," for i in range(30_000)]
    plain = "番号,内容,備考,値,空,末\n" + "\n".join(lines) + "\n"
    _, fast = read(tmp_path, plain)
    _, careful = read(tmp_path, plain.replace("\n", '\n"', 1).replace("0,穴", '0",穴', 1) + '"q",1,2,3,4,5\n')
    assert len(fast) == 30_000
    assert fast == careful[:-1]


def test_the_fast_way_does_not_hide_ragged_rows_deep_in_the_file(tmp_path):
    lines = [f"{i},舗装に穴があいている,備考" for i in range(20_000)]
    lines[9_000] = "9000,穴"
    lines[9_001] = "9001,穴,備考,余り"
    table, rows = read(tmp_path, "番号,内容,備考\n" + "\n".join(lines))
    assert len(rows) == 19_999
    assert [(note.code, note.row) for note in table.warnings] == [("W-RAGGED", 9_002)]
    assert [(bad.row, bad.code) for bad in table.bad_rows] == [(9_003, "E-RAGGED")]


def test_blocks_can_be_read_again_and_in_any_size(tmp_path):
    text = "番号,内容\n" + "".join(f"{i},穴\n" for i in range(25)) + "合計,25\n"
    table, rows = read(tmp_path, text, size=7)
    assert [len(block.rows) for block in table.blocks(7)] == [7, 7, 7, 4]
    assert len(table.skipped) == 1  # not doubled by the second pass
    assert [int(n) for block in table.blocks(10) for n in block.rows] == [row[0] for row in rows]


def test_every_record_is_accounted_for(tmp_path):
    text = '市道一覧,,\n\n番号,内容,備考\n1,穴,\n\n番号,内容,備考\n2,草\n3,a,b,c\n小計,2,\n4,"x\n'
    table, rows = read(tmp_path, text)
    assert table.header_row == 3
    assert len(rows) + len(table.skipped) + len(table.bad_rows) + table.header_rows == 10
    codes = [skipped.code for skipped in table.skipped]
    assert codes == ["S-TITLE", "S-BLANK", "S-BLANK", "S-HEADER", "S-TOTAL"]


def test_a_header_only(tmp_path):
    table, rows = read(tmp_path, "番号,内容\n")
    assert rows == []
    assert [note.code for note in table.warnings] == ["W-NOROWS"]


def test_memory_stays_flat(tmp_path):
    path = tmp_path / "大.csv"
    with open(path, "w", encoding="cp932") as stream:
        stream.write("番号,所在地,内容\n")
        for i in range(300_000):
            stream.write(f"{i},守谷市大柏{i % 977}番地,舗装に穴があいているので直してほしい\n")
    peaks = []
    for limit in (60_000, 300_000):
        (table,) = open_tables(path)
        tracemalloc.start()
        read = 0
        for block in table.blocks(20_000):
            read += len(block.rows)
            if read >= limit:
                break
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.3 * peaks[0]


def test_speed_of_cp932(tmp_path):
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(["番号", "受付日", "所在地", "種別", "内容", "規模", "状態", "路線", "担当", "備考"])
    for i in range(50_000):
        writer.writerow(
            [i, "令和8年3月5日", f"大柏{i % 900}", "通報", "穴", "5cm", "完了", f"市道{i % 99}号線", "係", ""]
        )
    path = tmp_path / "速.csv"
    path.write_bytes(buffer.getvalue().encode("cp932"))
    best = 9.0
    for _ in range(3):
        start = time.perf_counter()
        (table,) = open_tables(path)
        n = sum(len(block.rows) for block in table.blocks())
        best = min(best, time.perf_counter() - start)
    assert n == 50_000
    assert best < 1.5  # about 0.2 s on an idle machine: this only catches a row-by-row regression
