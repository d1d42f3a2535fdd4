"""Shapefile, GeoPackage, GeoJSON, KML: features as the file states them."""

from __future__ import annotations

import json
import struct
import zipfile

import numpy as np
import pytest
import shapely
from gunmane.layers.errors import GunmaneError
from gunmane.layers.readers import ReadOptions, open_tables
from gunmane.layers.readers import engine as engines

pyogrio = pytest.importorskip("pyogrio")

JGD2011_9 = (
    'PROJCS["JGD_2011_Japan_Zone_9",GEOGCS["GCS_JGD_2011",DATUM["D_JGD_2011",SPHEROID["GRS_1980",6378137.0,'
    '298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],'
    'PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",139.8333333333333],'
    'PARAMETER["Scale_Factor",0.9999],PARAMETER["Latitude_Of_Origin",36.0],UNIT["Meter",1.0]]'
)


def write_dbf(
    path, names: list[bytes], records: list[list[bytes]], language=0, width=20, kinds=None, deleted=()
):
    kinds = kinds or ["C"] * len(names)
    head = struct.pack(
        "<BBBBIHH16xBB2x",
        3,
        124,
        1,
        1,
        len(records),
        33 + 32 * len(names),
        1 + width * len(names),
        0,
        language,
    )
    fields = b"".join(
        n[:10].ljust(11, b"\0") + k.encode() + bytes(4) + bytes([width, 0]) + bytes(14)
        for n, k in zip(names, kinds)
    )
    body = b"".join(
        (b"*" if i in deleted else b" ")
        + b"".join(cell.ljust(width) if k == "C" else cell.rjust(width) for cell, k in zip(record, kinds))
        for i, record in enumerate(records)
    )
    path.write_bytes(head + fields + b"\r" + body + b"\x1a")


def write_points(path, points, shx=True):
    """A point Shapefile, written by hand so that nothing mends it."""

    def header(words):
        return struct.pack(">7i", 9994, 0, 0, 0, 0, 0, words) + struct.pack(
            "<2i8d", 1000, 1, 0, 0, 200, 200, 0, 0, 0, 0
        )

    body = b"".join(
        struct.pack(">2i", i + 1, 10) + struct.pack("<i2d", 1, *xy) for i, xy in enumerate(points)
    )
    path.write_bytes(header((100 + len(body)) // 2) + body)
    if shx:
        index = b"".join(struct.pack(">2i", (100 + 28 * i) // 2, 10) for i in range(len(points)))
        path.with_suffix(".shx").write_bytes(header((100 + len(index)) // 2) + index)


def shapefile(folder, names, records, encoding="cp932", cpg=None, prj=JGD2011_9, shx=True, **dbf):
    path = folder / "路線 区間.shp"
    write_points(path, [(12817.6 + i, -5380.5) for i in range(len(records))], shx)
    raw = [name if isinstance(name, bytes) else name.encode(encoding) for name in names]
    cells = [[c if isinstance(c, bytes) else c.encode(encoding) for c in record] for record in records]
    write_dbf(path.with_suffix(".dbf"), raw, cells, **dbf)
    if cpg:
        path.with_suffix(".cpg").write_text(cpg)
    if prj:
        path.with_suffix(".prj").write_text(prj)
    return path


def everything(path, **options):
    (table,) = open_tables(path, ReadOptions(**options))
    blocks = list(table.blocks())
    rows = [tuple(row) for block in blocks for row in block.cells.to_numpy()]
    shapes = (
        np.concatenate([b.geometry for b in blocks]) if blocks and blocks[0].geometry is not None else None
    )
    return table, rows, shapes, [int(n) for block in blocks for n in block.rows]


ROWS = [["1級", "0012", "大柏線"], ["2級", "0003", "本町通り"]]
LABELS = ["道路種別区分", "路線番号", "路線番号名称"]


@pytest.mark.parametrize("cpg", ["cp932", "Shift_JIS", "932", "SJIS", "ANSI 932", None])
def test_v108_v110_cp932_names_cut_at_ten_bytes(cpg, tmp_path):
    table, rows, shapes, numbers = everything(shapefile(tmp_path, LABELS, ROWS, cpg=cpg))
    assert table.columns == ["道路種別区", "路線番号", "路線番号名"]
    assert table.encoding == "cp932"
    assert rows == [tuple(row) for row in ROWS]
    assert numbers == [1, 2]
    assert shapes[0].equals(shapely.Point(12817.6, -5380.5))
    assert table.field_bytes[0] == "道路種別区".encode("cp932")


@pytest.mark.parametrize("cpg", ["UTF-8", "65001", None])
def test_v107_v109_v111_utf8_names_lose_their_partial_character(cpg, tmp_path):
    table, rows, _, _ = everything(shapefile(tmp_path, LABELS, ROWS, encoding="utf-8", cpg=cpg))
    assert table.encoding == "utf-8"
    assert table.columns == ["道路種", "路線番", "路線番_2"]
    assert table.field_bytes[1] == "路線番".encode() + b"\xe5"
    codes = [note.code for note in table.warnings]
    assert codes.count("C-DBFCUT") == 3
    assert "W-DUPLABEL" in codes
    assert rows == [tuple(row) for row in ROWS]


@pytest.mark.parametrize(
    ("vector", "label", "encoding", "name"),
    [
        ("V112", "補修完了年月日", "cp932", "補修完了年"),
        ("V113", "受付年月日", "utf-8", "受付年"),
        ("V113", "受付年月日", "cp932", "受付年月日"),
    ],
)
def test_more_cut_names(vector, label, encoding, name, tmp_path):
    table, _, _, _ = everything(shapefile(tmp_path, [label], [["大柏線"], ["市道の舗装"]], encoding=encoding))
    assert table.columns == [name], vector


def test_expected_columns_count_as_found_when_cut(tmp_path):
    path = shapefile(tmp_path, LABELS[:2], [row[:2] for row in ROWS])
    table, _, _, _ = everything(path, columns=["道路種別区分", "路線番号", "幅員"])
    assert table.missing_columns == ["幅員"]


def test_a_cpg_that_lies_is_overruled_and_said(tmp_path):
    table, rows, _, _ = everything(shapefile(tmp_path, LABELS, ROWS, cpg="UTF-8"))
    assert table.encoding == "cp932"
    assert rows[0] == tuple(ROWS[0])
    assert "W-ENCODING" in [note.code for note in table.warnings]


def test_a_declared_encoding_that_fails_is_an_error(tmp_path):
    path = shapefile(tmp_path, LABELS, ROWS)
    with pytest.raises(GunmaneError) as caught:
        everything(path, encoding="utf-8")
    assert caught.value.code == "E-ENCODING"
    assert "cp932" in caught.value.remedy


def test_one_undecodable_text_costs_its_record(tmp_path):
    records = [[f"{i}級", "番号", "大柏線"] for i in range(30)]
    records[4][2] = b"\x91\x20\x94\x90"
    path = shapefile(tmp_path, LABELS, records, cpg="cp932")
    table, rows, shapes, numbers = everything(path)
    assert len(rows) == len(shapes) == 29
    assert 5 not in numbers
    assert [(bad.row, bad.code) for bad in table.bad_rows] == [(5, "E-DECODE")]


def test_a_text_that_fills_its_column_may_end_in_half_a_character(tmp_path):
    path = shapefile(
        tmp_path,
        ["名称"],
        [["大柏線".encode() + b"\xe5"], ["本町".encode()]],
        encoding="utf-8",
        cpg="UTF-8",
        width=10,
    )
    table, rows, _, _ = everything(path)
    assert rows == [("大柏線",), ("本町",)]
    assert ("C-DBFCUT", 1) in [(note.code, note.row) for note in table.warnings]


def test_numbers_dates_and_marks_as_text(tmp_path):
    records = [["12.50", "20260305", "T"], ["", "", "?"], ["*****", "00000000", "F"]]
    path = shapefile(tmp_path, ["延長", "点検日", "バス"], records, kinds=["N", "D", "L"])
    table, rows, _, _ = everything(path)
    assert rows == [("12.50", "2026-03-05", "1"), (None, None, None), (None, None, "0")]
    assert [(note.code, note.row) for note in table.warnings] == [("W-OVERFLOW", 3)]


def test_deleted_records_are_left_out_and_numbers_stay(tmp_path):
    path = shapefile(tmp_path, ["名称"], [["a"], ["b"], ["c"]], deleted={1})
    table, rows, shapes, numbers = everything(path)
    assert rows == [("a",), ("c",)]
    assert numbers == [1, 3]
    assert shapes[1].x == pytest.approx(12819.6)


def test_crs_of_an_esri_prj_and_none_without(tmp_path):
    assert everything(shapefile(tmp_path, ["名称"], [["a"]]))[0].crs == "EPSG:6677"
    (tmp_path / "路線 区間.prj").unlink()
    table, *_ = everything(tmp_path / "路線 区間.shp")
    assert table.crs is None
    assert "W-NOCRS" in [note.code for note in table.warnings]


def test_a_missing_shx_is_made_anew_elsewhere(tmp_path):
    path = shapefile(tmp_path, ["名称"], [["大柏線"], ["本町"]], shx=False)
    before = sorted(entry.name for entry in tmp_path.iterdir())
    table, rows, shapes, _ = everything(path)
    assert rows == [("大柏線",), ("本町",)]
    assert shapes[1].x == pytest.approx(12818.6)
    assert "W-NOSHX" in [note.code for note in table.warnings]
    assert sorted(entry.name for entry in tmp_path.iterdir()) == before


def test_a_missing_dbf(tmp_path):
    path = shapefile(tmp_path, ["名称"], [["a"], ["b"]])
    path.with_suffix(".dbf").unlink()
    table, _, shapes, numbers = everything(path)
    assert (table.columns, len(shapes), numbers) == ([], 2, [1, 2])
    assert "W-NODBF" in [note.code for note in table.warnings]
    with pytest.raises(GunmaneError) as caught:
        everything(path, columns=["名称"])
    assert caught.value.code == "E-NODBF"


def test_a_dbf_shorter_than_the_shapes(tmp_path):
    path = shapefile(tmp_path, ["名称"], [["a"], ["b"], ["c"]])
    write_dbf(path.with_suffix(".dbf"), ["名称".encode("cp932")], [[b"a"], [b"b"]])
    table, rows, _, _ = everything(path)
    assert rows == [("a",), ("b",)]
    assert "W-SHORT" in [note.code for note in table.warnings]


def test_a_dbf_alone_is_a_table(tmp_path):
    write_dbf(
        tmp_path / "a.dbf",
        ["番号".encode("cp932"), "内容".encode("cp932")],
        [[b"1", "穴".encode("cp932")]] * 3,
        deleted={1},
    )
    table, rows, shapes, numbers = everything(tmp_path / "a.dbf")
    assert (rows, shapes, numbers) == ([("1", "穴")] * 2, None, [1, 3])


def geojson(path, features, **top):
    text = json.dumps({"type": "FeatureCollection", **top, "features": features}, ensure_ascii=False)
    path.write_text(text, encoding="utf-8")
    return path


def feature(geometry, **properties):
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def point(*xyz):
    return {"type": "Point", "coordinates": xyz}


FEATURES = [
    feature(point(139.97, 35.95, 12.0), 番号="0012", 日="2026/03/05", 幅員=4.0, 延長=12.5, 数=3),
    feature(None, 番号="0013", 日=None, 幅員=None, 延長=None, 数=None),
]


def engine(name, monkeypatch):
    if name == "fiona":
        pytest.importorskip("fiona")
        monkeypatch.setattr("gunmane.layers.readers.vector.engine", engines.Fiona)


@pytest.mark.parametrize("ogr", ["pyogrio", "fiona"])
def test_geojson_texts_stay_and_numbers_lose_their_point(ogr, tmp_path, monkeypatch):
    engine(ogr, monkeypatch)
    table, rows, shapes, numbers = everything(geojson(tmp_path / "点.geojson", FEATURES))
    assert table.columns == ["番号", "日", "幅員", "延長", "数"]
    assert rows == [("0012", "2026/03/05", "4", "12.5", "3"), ("0013", None, None, None, None)]
    assert (shapes[0].has_z, shapes[1], numbers, table.crs) == (False, None, [1, 2], "EPSG:4326")


@pytest.mark.parametrize("ogr", ["pyogrio", "fiona"])
def test_shapefile_by_either_engine(ogr, tmp_path, monkeypatch):
    engine(ogr, monkeypatch)
    table, rows, shapes, numbers = everything(shapefile(tmp_path, LABELS, ROWS))
    assert (rows, numbers, table.crs) == ([tuple(row) for row in ROWS], [1, 2], "EPSG:6677")
    assert shapes[1].x == pytest.approx(12818.6)


def test_geojson_crs_member_and_cp932(tmp_path):
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::6677"}}
    path = geojson(tmp_path / "a.geojson", FEATURES, crs=crs)
    assert everything(path)[0].crs == "EPSG:6677"
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp932"))
    table, rows, _, _ = everything(path)
    assert table.columns[0] == "番号"
    assert table.encoding == "cp932"
    assert "W-ENCODING" in [note.code for note in table.warnings]


@pytest.mark.parametrize("ogr", ["pyogrio", "fiona"])
def test_geopackage_layers_blocks_and_tables_without_geometry(ogr, tmp_path, monkeypatch):
    gpd = pytest.importorskip("geopandas")
    import pandas as pd

    path = tmp_path / "台帳.gpkg"
    frame = gpd.GeoDataFrame(
        {"no": [f"{i:04d}" for i in range(25)], "w": np.arange(25) / 2},
        geometry=gpd.points_from_xy(range(25), range(25)),
        crs=6677,
    )
    pyogrio.write_dataframe(frame, path, layer="roads")
    pyogrio.write_dataframe(pd.DataFrame({"a": ["穴", None]}), path, layer="memo")
    engine(ogr, monkeypatch)
    roads, memo = open_tables(path)
    assert (roads.sheet, memo.sheet, roads.crs, roads.n_rows) == ("roads", "memo", "EPSG:6677", 25)
    blocks = list(roads.blocks(10))
    assert [len(block.rows) for block in blocks] == [10, 10, 5]
    assert list(blocks[2].rows) == [21, 22, 23, 24, 25]
    assert list(blocks[2].cells["no"]) == ["0020", "0021", "0022", "0023", "0024"]
    assert list(blocks[0].cells["w"][:3]) == ["0", "0.5", "1"]
    assert blocks[2].geometry[4].x == 24
    assert [block.geometry for block in memo.blocks()] == [None]
    assert [t.sheet for t in open_tables(path, ReadOptions(layer="r*"))] == ["roads"]
    with pytest.raises(GunmaneError, match="E-LAYER"):
        open_tables(path, ReadOptions(layer="区間"))


def test_broken_geometry_is_none_with_a_note(tmp_path):
    features = [feature({"type": "LineString", "coordinates": []}, a="1"), feature(point(1, 2), a="2")]
    table, rows, shapes, _ = everything(geojson(tmp_path / "a.geojson", features))
    assert (shapes[0], shapes[1].x, len(rows)) == (None, 1, 2)
    assert [(n.code, n.row) for n in table.warnings if n.code == "W-GEOM"] == [("W-GEOM", 1)]


KML = """<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder>
<name>本町</name><Placemark><name>穴1</name><ExtendedData><Data name="深さ"><value>5cm</value></Data></ExtendedData>
<Point><coordinates>139.97,35.95,0</coordinates></Point></Placemark></Folder>
<Placemark><name>線</name><ExtendedData><SchemaData><SimpleData name="種別">1級</SimpleData></SchemaData></ExtendedData>
<MultiGeometry><LineString><coordinates>1,2 3,4</coordinates></LineString><LineString><coordinates>5,6 7,8
</coordinates></LineString></MultiGeometry></Placemark>
<Placemark><name>壊</name><Point><coordinates>abc</coordinates></Point></Placemark></Document></kml>"""


@pytest.mark.parametrize("packed", [False, True])
def test_kml_and_kmz_with_their_extended_data(packed, tmp_path):
    path = tmp_path / ("a.kmz" if packed else "a.kml")
    if packed:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("doc.kml", KML)
    else:
        path.write_text(KML, encoding="utf-8")
    table, rows, shapes, _ = everything(path)
    assert table.columns == ["name", "description", "folder", "深さ", "種別"]
    assert rows[0] == ("穴1", None, "本町", "5cm", None)
    assert rows[1] == ("線", None, None, None, "1級")
    assert [shape and shape.geom_type for shape in shapes] == ["Point", "MultiLineString", None]
    assert [(n.code, n.row) for n in table.warnings] == [("W-GEOM", 3)]


def test_flatgeobuf(tmp_path):
    gpd = pytest.importorskip("geopandas")
    path = tmp_path / "a.fgb"
    frame = gpd.GeoDataFrame({"番号": ["0001"]}, geometry=gpd.points_from_xy([1], [2]), crs=6677)
    pyogrio.write_dataframe(frame, path, driver="FlatGeobuf")
    table, rows, _, _ = everything(path)
    assert (table.columns, rows, table.crs) == (["番号"], [("0001",)], "EPSG:6677")
