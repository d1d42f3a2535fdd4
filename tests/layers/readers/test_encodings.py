"""Which characters the bytes mean: unified model, section 3.3."""

from __future__ import annotations

import pytest
from gunmane.layers.errors import GunmaneError
from gunmane.layers.readers import ReadOptions, open_tables
from gunmane.layers.readers import encoding as encodings

LEDGER = "受付番号,受付年月日,所在地,内容\r\n1,令和8年3月5日,守谷市大柏950番地1,舗装の穴\r\n2,R8.3.6,本町,ｶﾞｰﾄﾞﾚｰﾙ①\r\n"


def write(folder, data: bytes, name="要望 受付簿.csv"):
    path = folder / name
    path.write_bytes(data)
    return path


def read(path, **options):
    (table,) = open_tables(path, ReadOptions(**options))
    rows = [list(row) for block in table.blocks() for row in block.cells.itertuples(index=False)]
    return table, rows


@pytest.mark.parametrize(
    ("vector", "data", "encoding"),
    [
        ("V049", "EF BB BF E5 B8 82 E9 81 93", "utf-8-sig"),
        ("V050", "E5 B8 82 E9 81 93", "utf-8"),
        ("V051", "8E 73 93 B9", "cp932"),
        ("V052", "FF FE 02 5E 53 90", "utf-16-le"),
        ("V053", "BB D4 C6 BB", "euc_jp"),
    ],
)
def test_vectors_of_shidou(vector, data, encoding, tmp_path):
    data = bytes.fromhex(data)
    assert encodings.detect(data).encoding == encoding, vector
    table, _ = read(write(tmp_path, data))
    assert (table.encoding, table.columns) == (encoding, ["市道"]), vector


def test_v056_cp932_full_width_minus_and_wave_dash(tmp_path):
    data = "番号,値\n1,".encode("cp932") + bytes.fromhex("817C") + b"\n2," + bytes.fromhex("8160") + b"\n"
    _, rows = read(write(tmp_path, data))
    assert rows == [["1", "\uff0d"], ["2", "\uff5e"]]


@pytest.mark.parametrize("declared", ["shift_jis", "Shift_JIS", "SJIS", "windows-31j", "auto"])
def test_v057_circled_digit_is_read_because_shift_jis_means_cp932(declared, tmp_path):
    data = "番号,内容\n1,".encode("cp932") + bytes.fromhex("8740") + b"\n"
    table, rows = read(write(tmp_path, data), encoding=declared)
    assert rows == [["1", "①"]]
    assert table.encoding == "cp932"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp932", "euc_jp", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_a_ledger_reads_alike_in_every_encoding(encoding, tmp_path):
    circled = "(1)" if encoding == "euc_jp" else "①"
    table, rows = read(write(tmp_path, LEDGER.replace("①", circled).encode(encoding)))
    assert table.columns == ["受付番号", "受付年月日", "所在地", "内容"]
    assert rows[1] == ["2", "R8.3.6", "本町", "ｶﾞｰﾄﾞﾚｰﾙ" + circled]
    assert table.encoding.replace("-le", "") == encoding.replace("-le", "") or encoding == "utf-16"
    assert table.encoding in table.encoding_note
    assert not [note for note in table.warnings if note.code == "W-ENCODING"]


def test_iso_2022_jp_by_its_escapes(tmp_path):
    table, rows = read(write(tmp_path, "番号,内容\n1,舗装\n".encode("iso2022_jp")))
    assert (table.encoding, rows) == ("iso2022_jp", [["1", "舗装"]])


def test_ascii_counts_as_utf8(tmp_path):
    table, _ = read(write(tmp_path, b"id,name\n1,a\n"))
    assert (table.encoding, table.encoding_confidence) == ("utf-8", 1.0)


def test_half_width_kana_alone_is_not_taken_for_cp932_but_true_half_width_files_are():
    assert encodings.detect("市道".encode("euc_jp")).encoding == "euc_jp"
    kana = "ﾊﾞﾝｺﾞｳ,ﾅｲﾖｳ\r\n1,ｶﾞｰﾄﾞﾚｰﾙﾊｿﾝ\r\n2,ｽｲﾛﾌﾀﾊﾝ\r\n3,ﾎｿｳﾉｱﾅ\r\n"
    assert encodings.detect(kana.encode("cp932")).encoding == "cp932"


def test_declared_encoding_that_fails_names_the_byte_and_what_would_work(tmp_path):
    path = write(tmp_path, LEDGER.encode("cp932"))
    with pytest.raises(GunmaneError) as caught:
        read(path, encoding="utf-8")
    assert caught.value.code == "E-ENCODING"
    assert caught.value.file == path.name
    assert "byte 0" in str(caught.value) or "0" in caught.value.message
    assert "cp932" in caught.value.remedy


def test_declared_encoding_wins_over_the_guess_but_says_what_the_bytes_look_like(tmp_path):
    table, rows = read(write(tmp_path, "市道名,町\n市道本町,本町\n".encode("euc_jp")), encoding="cp932")
    assert table.encoding == "cp932"
    (note,) = [note for note in table.warnings if note.code == "W-ENCODING"]
    assert "euc_jp" in note.text
    assert "市道名" in note.text  # both readings are shown


def test_unknown_encoding_is_refused(tmp_path):
    with pytest.raises(GunmaneError, match="E-ENCODING"):
        read(write(tmp_path, b"a,b\n"), encoding="klingon")
    with pytest.raises(GunmaneError, match="E-ENCODING"):
        read(write(tmp_path, b"a,b\n"), encoding="zlib")


@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "euc_jp"])
def test_a_few_undecodable_bytes_cost_only_their_records(encoding, tmp_path):
    lines = [f"{i},守谷市大柏{i}番地,舗装の穴" for i in range(200)]
    data = bytearray(("番号,所在地,内容\n" + "\n".join(lines) + "\n").encode(encoding))
    at = data.index("大柏77番地".encode(encoding))
    data[at] = 0xFF
    table, rows = read(write(tmp_path, bytes(data)), encoding="auto")
    assert len(rows) == 199
    (bad,) = table.bad_rows
    assert (bad.row, bad.code) == (79, "E-DECODE")
    assert str(at) in bad.detail
    assert bad.cells[0] == "77"
    assert "\\xff" in bad.cells[1]
    table, rows = read(write(tmp_path, bytes(data)), encoding=encoding)
    assert len(rows) == 199


def test_each_bad_record_names_its_own_byte(tmp_path):
    data = bytearray(("番号,内容\n" + "".join(f"{i},舗装の穴\n" for i in range(300))).encode("cp932"))
    places = [data.index(f"\n{i},".encode()) + 5 for i in (120, 121, 250)]
    for at in places:
        data[at] = 0xFF
    table, rows = read(write(tmp_path, bytes(data)))
    assert len(rows) == 297
    assert [bad.row for bad in table.bad_rows] == [122, 123, 252]
    assert [str(at) in bad.detail for at, bad in zip(places, table.bad_rows)] == [True] * 3


def test_a_bad_byte_far_into_a_large_file_is_found_with_its_offset(tmp_path):
    line = "守谷市大柏,舗装の穴と側溝のふた,備考\n".encode("cp932")
    data = bytearray(b"id,a,b\n" * 200_000 + line * 100)
    data[len(data) - 20] = 0xFD
    table, rows = read(write(tmp_path, bytes(data)), header=1)
    assert table.encoding == "cp932"
    assert [bad.code for bad in table.bad_rows] == ["E-DECODE"]
    assert str(len(data) - 20) in table.bad_rows[0].detail


def test_an_undecodable_header_stops_the_file_instead_of_taking_the_next_row(tmp_path):
    data = (
        b"\xff\xfe\xfd" + "番号,所在\n".encode("cp932") + "1,守谷市\n2,常総市\n3,坂東市\n".encode("cp932") * 9
    )
    with pytest.raises(GunmaneError, match="E-ENCODING"):
        read(write(tmp_path, b"x" + data))


def test_expected_columns_that_the_encoding_does_not_show_are_named(tmp_path):
    table, _ = read(write(tmp_path, LEDGER.encode("cp932")), columns=["受付番号", "処理結果"])
    assert table.missing_columns == ["処理結果"]
    assert "処理結果" in table.encoding_note
    table, _ = read(write(tmp_path, LEDGER.encode("cp932")), columns=["整理番号", "処理結果"])
    assert [note.code for note in table.warnings if note.code == "W-ENCODING"]


def test_no_bom_is_left_in_the_first_label(tmp_path):
    table, _ = read(write(tmp_path, LEDGER.encode("utf-8-sig")))
    assert table.columns[0] == "受付番号"
