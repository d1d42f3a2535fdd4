"""For any bytes a table or a GunmaneError; for any table what was written is what is read."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

from gunmane.layers.errors import GunmaneError
from gunmane.layers.readers import ReadOptions, open_tables
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
STARTS = [
    b"",
    b"PK\x03\x04",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"a,b\n",
    b'{"type":',
    b"<kml>",
    b"\x00\x00\x27\x0a",
    b"\x03\x7c\x01\x01",
]
NAMES = ["a.csv", "a.xlsx", "a.shp", "a.dbf", "a.gpkg", "a.geojson", "a.kml", "a.kmz", "a.fgb", "a.xyz"]


def drain(path, options=None):
    for table in open_tables(path, options):
        for block in table.blocks():
            assert len(block.rows) == len(block.cells)
        assert table.encoding_note or table.format == "xlsx"


@QUICK
@given(st.sampled_from(STARTS), st.binary(max_size=400), st.sampled_from(NAMES))
def test_random_bytes_raise_nothing_but_our_own_error(start, data, name):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(start + data)
        try:
            drain(path)
        except GunmaneError as error:
            assert error.code


@QUICK
@given(
    st.text(alphabet='ab,"\n\r\t;市道\x00 　0', max_size=120), st.sampled_from(["utf-8", "cp932", "utf-16"])
)
def test_random_text_raises_nothing_but_our_own_error(text, encoding):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.csv"
        path.write_bytes(text.encode(encoding))
        try:
            drain(path)
            drain(path, ReadOptions(encoding=encoding))
        except GunmaneError as error:
            assert error.code


cell = st.text(alphabet='市道穴ｶﾞあア①髙0 9aA,"\n;\t|-.=', max_size=8).filter(
    lambda text: text.strip() or not text
)


@QUICK
@given(
    st.lists(st.lists(cell, min_size=3, max_size=3), min_size=1, max_size=12),
    st.sampled_from(["utf-8", "utf-8-sig", "cp932", "euc_jp", "utf-16"]),
    st.sampled_from([",", "\t", ";", "|"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_a_written_table_reads_back_identical(rows, encoding, delimiter, end):
    head = ["受付番号", "所在地の表示", "内容、備考"]
    rows = [[f"x{i}{row[0]}", *row[1:]] for i, row in enumerate(rows)]
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator=end)
    writer.writerows([head, *rows])
    data = buffer.getvalue().replace("髙", "高") if encoding == "euc_jp" else buffer.getvalue()
    data = data.replace("①", "(1)") if encoding == "euc_jp" else data
    expected = [
        [text or None for text in row]
        for row in csv.reader(io.StringIO(data, newline=""), delimiter=delimiter)
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.csv"
        path.write_bytes(data.encode(encoding))
        (table,) = open_tables(path, ReadOptions(columns=head))
        read = [list(row) for block in table.blocks() for row in block.cells.to_numpy()]
        numbers = [int(n) for block in table.blocks() for n in block.rows]
    assert [table.columns, *read] == expected
    assert numbers == list(range(2, len(rows) + 2))
    assert table.bad_rows == []
