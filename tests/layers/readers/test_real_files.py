"""Files that no one here made (../shared/data): encoding, header and number of rows come out right."""

from __future__ import annotations

import pytest
from gunmane.layers.readers import open_tables

TABLES = [
    # file, encoding, columns, rows, crs
    ("tables/police/kosokuhyo_2021.csv", "cp932", 17, 4863, None),
    ("tables/police/fukui_accidents.csv", "utf-8-sig", 68, 2948, None),
    ("tables/heritage/heritage_ibaraki.csv", "utf-8-sig", 13, 2263, None),
    ("tables/syracuse/potholes.csv", "utf-8", 10, 7538, None),
    ("tables/yaizu/222127_nouen.csv", "cp932", 7, 9, None),
    ("tables/yaizu/要配慮者利用施設/yohairyosya.csv", "cp932", 16, None, None),
    ("tables/yaizu/公園一覧/222127_park_info.csv", "utf-8", 14, 142, None),
    ("tables/yaizu/アンダーパス/アンダーパス.csv", "utf-8-sig", 4, 48, None),
    ("tables/yaizu/消防水利施設一覧/222127_fire_hydrant.csv", "utf-8", 16, 193, None),
    ("tables/yaizu/土のうステーション/222127_dono_station.csv", "utf-8", 12, 30, None),
    ("tables/yaizu/交通事故_2022/222127_traffic_accident_2022.csv", "utf-8-sig", 27, 675, None),
    ("tables/yaizu/AED設置箇所一覧/222127_aed.csv", "utf-8", 22, 82, None),
    ("tables/yaizu/ドライブコンテスト_急ブレーキ/急ブレーキ.csv", "utf-8", 9, 570, None),
    ("tables/yaizu/浸水履歴_令和元年/浸水履歴_令和元年.shp", "cp932", 7, 60, "EPSG:4326"),
    ("tables/yaizu/浸水履歴_令和4年/浸水履歴_令和4年.shp", "utf-8", 6, 62, "EPSG:4326"),
    ("tables/yaizu/浸水履歴_平成26年/浸水履歴_平成26年.shp", "cp932", 7, 22, "EPSG:4612"),
    ("tables/yaizu/行政区域界/行政区域界.shp", None, 1, 123, "EPSG:2450"),
    ("tables/yaizu/自治会区域/自治会区域.shp", "cp932", 3, 35, "EPSG:2450"),
    ("tables/yaizu/緊急輸送路_一次緊急輸送路/一次緊急輸送路.shp", "cp932", 4, 31, "EPSG:6668"),
    ("tables/yaizu/通学路_豊田小学校/豊田小学校.shp", "cp932", 2, 35, "EPSG:6668"),
    ("roads/ube_roads.gpkg", "utf-8", 17, 11507, "EPSG:6668"),
    ("boundaries/cities.geojson", "utf-8", 2, 4, "EPSG:4326"),
    ("boundaries/ibaraki_municipalities.geojson", "utf-8", 2, 44, "EPSG:4326"),
    ("places/four_cities_towns.geojson", "utf-8", 6, 329, "EPSG:4326"),
]


@pytest.mark.parametrize(("name", "encoding", "columns", "n", "crs"), TABLES)
def test_real_file(name, encoding, columns, n, crs, shared_data):
    path = shared_data / name
    if not path.exists():
        pytest.skip(f"../shared/data/{name} is not here")
    table = open_tables(path)[0]
    read = sum(len(block.rows) for block in table.blocks())
    assert encoding in (None, table.encoding)
    assert len(table.columns) == columns
    assert n is None or read == n
    assert table.crs == crs
    assert table.bad_rows == []
    assert "W-ENCODING" not in table.note_counts


def test_syracuse_streets_keep_their_own_crs(shared_data):
    streets, potholes = open_tables(shared_data / "tables/syracuse/syracuse_streets_ratings2015.gpkg")
    assert (streets.n_rows, potholes.n_rows, potholes.crs) == (6825, 7538, "EPSG:4326")
    assert "New York" in streets.crs


def test_every_yaizu_file_opens(shared_data):
    files = [p for p in (shared_data / "tables" / "yaizu").rglob("*") if p.suffix in (".csv", ".shp")]
    assert files
    for path in files:
        for table in open_tables(path):
            assert sum(len(block.rows) for block in table.blocks()) + len(table.bad_rows) >= 0
            assert table.columns
