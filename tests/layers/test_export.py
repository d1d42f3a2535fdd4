"""The package for others: nothing personal, nothing overwritten, every format readable by strangers."""

import csv
import json
import os
import sqlite3
import sys
import time
from pathlib import Path

import numpy as np
import pytest
import shapely
from gunmane.layers.errors import GunmaneError
from gunmane.layers.export import export_package
from gunmane.layers.export import package as export
from gunmane.layers.export.open311 import requests as open311_requests
from gunmane.layers.export.read import read_tables
from gunmane.layers.export.text import geojson_shapes, latlon, safe
from gunmane.layers.importing.progress import Cancelled, Progress
from gunmane.layers.store import create_store, open_store
from gunmane.layers.store.geometry_blob import encode
from gunmane.schema import model
from gunmane.schema.exchange import exchange

sys.path.insert(0, str(Path(__file__).parent))
from city_fixture import ROWS, City

PERSONAL = ("試験太郎", "試験花子", "0297-00-0001", "0297-00-0002", "090-0000-1111")


@pytest.fixture
def city(tmp_path):
    made = City(tmp_path)
    made.requests([*ROWS, "R7-4,R7.4.4,電話,通報,=cmd|calc,,,+1丁目,,,"])
    made.run()
    return made


@pytest.fixture
def package(city, tmp_path):
    export_package(city.store, tmp_path / "渡す もの")
    return tmp_path / "渡す もの"


def files(folder):
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def requests_csv(folder):
    with (folder / "csv/T05_要望・通報.csv").open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_package_holds_every_format(package):
    assert files(package) == [
        "csv/T01_市.csv", "csv/T05_要望・通報.csv", "csv/T07_損傷.csv", "csv/T08_対応関係.csv", "geojson/city.geojson",
        "geojson/request.geojson", "metadata.json", "open311/requests.json", "open311/services.json",
        "unified.gpkg", "説明.txt",
    ]  # fmt: skip


def test_no_petitioner_in_any_file(city, package):
    refs = [row[0] for row in city.rows("request", "petitioner_ref") if row[0]]
    assert len(refs) == 2
    con = sqlite3.connect(city.petitioners)
    assert con.execute("SELECT count(*) FROM petitioner WHERE name LIKE '試験%'").fetchone() == (
        2,
    )  # they exist
    con.close()
    for path in package.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            for word in (*PERSONAL, *refs):
                for encoding in ("utf-8", "cp932", "utf-16-le"):
                    assert word.encode(encoding) not in content, (path.name, word)
            if path.name not in ("metadata.json", "説明.txt"):  # these say that it was left out
                assert b"petitioner_ref" not in content and b"raw_json" not in content, path.name


def test_text_changed_by_hand_is_redacted_too(city, tmp_path):
    city.edit("UPDATE request SET body = '山田様より 080-1111-2222' WHERE src_key = 'R7-3'")
    assert city.rows("request", "edited_at", "src_key = 'R7-3'")[0][0]
    export_package(city.store, tmp_path / "p", ["CSV"])
    bodies = [row["内容"] for row in requests_csv(tmp_path / "p")]
    assert "[氏名]様より [電話]" in bodies and not any("080-1111" in b for b in bodies)


def test_geopackage_is_read_by_strangers(city, package):
    import pyogrio

    names = {name: kind for name, kind in pyogrio.list_layers(package / "unified.gpkg")}
    assert set(names) == {"city", "request", "damage", "request_damage"} and names["request"] == "Point"
    info = pyogrio.read_info(package / "unified.gpkg", layer="request")
    assert info["crs"] == "EPSG:6677" and info["features"] == 4
    frame = pyogrio.read_dataframe(package / "unified.gpkg", layer="request")
    assert list(frame["ch_label"])[:2] == ["電話", "窓口"]
    x, y = frame.geometry[0].x, frame.geometry[0].y
    near = pyogrio.read_dataframe(
        package / "unified.gpkg", layer="request", bbox=(x - 1, y - 1, x + 1, y + 1)
    )  # the spatial index
    assert list(near["req_no"]) == [frame["req_no"][0]]
    con = sqlite3.connect(package / "unified.gpkg")
    assert con.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert con.execute("PRAGMA foreign_key_check").fetchall() == []
    stored = con.execute("SELECT uuid, geom FROM request ORDER BY fid").fetchall()
    assert stored == city.rows("request", "uuid, geom")
    con.close()


def test_qgis_edits_of_the_geopackage_work(package):
    from osgeo import ogr

    source = ogr.Open(str(package / "unified.gpkg"), 1)
    layer = source.GetLayerByName("request")
    feature = layer.GetNextFeature()
    feature.SetGeometry(ogr.CreateGeometryFromWkt("POINT (1 2)"))
    assert layer.SetFeature(feature) == 0


def test_geojson_is_rfc_7946(package):
    data = json.loads((package / "geojson/request.geojson").read_text("utf-8"))
    assert set(data) == {"type", "name", "features"} and len(data["features"]) == 4
    first = data["features"][0]
    assert first["geometry"]["coordinates"] == pytest.approx([139.97542, 35.95142], abs=2e-7)
    assert first["id"] == first["properties"]["uuid"] and first["properties"]["is_urgent"] in (
        None,
        True,
        False,
    )
    assert data["features"][3]["geometry"] is None
    border = json.loads((package / "geojson/city.geojson").read_text("utf-8"))["features"][0]["geometry"]
    assert all(p.exterior.is_ccw for p in shapely.geometry.shape(border).geoms)


def test_rings_turn_as_the_standard_wants():
    hole = shapely.Polygon([(0, 0), (0, 9), (9, 9), (9, 0)], [[(1, 1), (2, 1), (2, 2), (1, 2)]])
    line = shapely.LineString([(5, 5), (1, 1)])
    shapes = [
        json.loads(t) for t in geojson_shapes(np.array([hole, line, None, shapely.Point()], dtype=object))
    ]
    area = shapely.geometry.shape(shapes[0])
    assert area.exterior.is_ccw and not area.interiors[0].is_ccw
    assert shapes[1]["coordinates"] == [[5, 5], [1, 1]]  # lines keep their direction
    assert shapes[2:] == [None, None]


def test_latlon_of_every_kind():
    line = shapely.MultiLineString([[(0, 0), (1, 0)], [(10, 0), (20, 0)]])
    area = shapely.box(2, 2, 4, 4)
    lat, lon = latlon(np.array([shapely.Point(139.5, 36), line, area, None], dtype=object))
    assert lat == [36, 0, 3, None] and lon == [139.5, 15, 3, None]


def test_csv_as_cities_use_it(package):
    raw = (package / "csv/T05_要望・通報.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf") and b"\r\n" in raw
    rows = requests_csv(package)
    head = list(rows[0])
    assert head[head.index("受付方法") + 1] == "受付方法（名称）" and len(head) == len(set(head))
    assert (rows[0]["受付方法"], rows[0]["受付方法（名称）"]) == ("T1", "電話")
    assert float(rows[0]["緯度"]) == pytest.approx(35.95142) and float(rows[0]["経度"]) == pytest.approx(
        139.97542
    )
    assert rows[3]["緯度"] == "" and rows[3]["内容"] == "'=cmd|calc"
    assert not any(cell[:1] in "=+-@" for row in rows for cell in row.values() if cell)


@pytest.mark.parametrize("text", ["=1", "+1", "-x", "@a", "\t=1", " =1", "＝1", "\r1", "　=1"])
def test_formulas(text):
    assert safe(text) == "'" + text


def test_numbers_stay_numbers():
    assert safe(-5) == -5 and safe(None) is None and safe("枝-1") == "枝-1"


def test_open311(city, package):
    records = json.loads((package / "open311/requests.json").read_text("utf-8"))
    assert len(records) == 4
    one = next(r for r in records if r["service_request_id"] == city.rows("request", "req_no")[0][0])
    assert one["status"] in ("open", "closed") and one["requested_datetime"] == "2025-04-01T09:05:00+09:00"
    assert one["lat"] == pytest.approx(35.95142) and one["long"] == pytest.approx(139.97542)
    assert one["agency_responsible"] == "守谷市" and one["description"].endswith("[電話]に連絡")
    assert not {"first_name", "last_name", "email", "phone"} & {key for r in records for key in r}
    services = json.loads((package / "open311/services.json").read_text("utf-8"))
    assert {r["service_code"] for r in records} == {s["service_code"] for s in services}


def test_states_are_mapped_as_section_2_2_says(city):
    mapping = exchange("open311")
    assert set(mapping["status"]) - {""} == set(model().code_lists["ST"].codes)
    groups = {
        "open": "S00 S10 S20 S30 S40 S50 S60 S70 S85",
        "closed": "S45 S80 S90 S95 S99 S98 S05 S15 S97",
    }
    for status, codes in groups.items():
        assert all(mapping["status"][code]["status"] == status for code in codes.split())
    fix = {code: entry["fixmystreet"] for code, entry in mapping["status"].items()}
    assert (fix["S05"], fix["S15"], fix["S97"], fix["S99"]) == (
        "duplicate", "not responsible", "unable to fix", "fixed - council",
    )  # fmt: skip
    assert mapping["status"]["S10"]["mcr"] == "対応前" and mapping["status"]["S20"]["mcr"] == "対応中"


def test_the_mapping_may_not_fill_personal_fields(city):
    mapping = {**exchange("open311"), "fields": {"phone": {"field": "req_no"}}}
    with open_store(city.store, readonly=True) as store:
        tables = {rows.table.name: rows for rows in read_tables(store, None, "ja")}
    with pytest.raises(GunmaneError, match="phone"):
        open311_requests(tables, mapping)


def test_due_dates_and_updates_come_from_the_linked_damage(city):
    with sqlite3.connect(city.store) as con:
        for (name,) in con.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            con.execute(f'DROP TRIGGER "{name}"')
        con.execute("UPDATE damage SET due_perm = '2025-05-01T17:15:00+09:00' WHERE src_key = 'D1'")
        con.execute(
            "UPDATE request SET st = 'S45', closed_at = '2025-04-01T00:30:00Z',"
            " replied_at = '2025-04-01T09:20:00+09:00' WHERE src_key = 'R7-1'"
        )
    con.close()
    with open_store(city.store, readonly=True) as store:
        tables = {rows.table.name: rows for rows in read_tables(store, None, "ja")}
    first = open311_requests(tables, exchange("open311"))[0]
    assert first["expected_datetime"] == "2025-05-01T17:15:00+09:00"
    assert first["updated_datetime"] == "2025-04-01T00:30:00Z"  # the moment counts, not the text
    assert first["status"] == "closed" and first["status_notes"] == "経過観察"


def test_metadata(city, package):
    about = json.loads((package / "metadata.json").read_text("utf-8"))
    counts = {t["table"]: t["rows"] for t in about["tables"]}
    assert counts == {"city": 1, "request": 4, "damage": 2, "request_damage": 1}
    (one,) = about["cities"]
    assert (
        one["city_code"] == "082244" and one["imports"][0]["files"][0]["name"] and one["attribution"] is None
    )
    assert about["model_version"] == model().version and about["crs"]["GeoJSON"] == "EPSG:4326"
    assert "*.petitioner_ref" in about["left_out"]["columns"]
    text = (package / "説明.txt").read_text("utf-8-sig")
    assert "守谷市" in text and "要望.csv" in text and "EPSG:6677" in text


def test_attribution_stands_in_the_metadata(city, tmp_path):
    with sqlite3.connect(city.store) as con:
        con.execute("UPDATE settings SET value = 'CC BY 4.0 守谷市' WHERE key = 'attribution/082244'")
    con.close()
    export_package(city.store, tmp_path / "p", ["CSV"])
    assert "CC BY 4.0 守谷市" in (tmp_path / "p/説明.txt").read_text("utf-8-sig")


def test_rows_gone_from_the_source_stay_at_home(city, tmp_path):
    city.requests(ROWS[:2])
    city.run()
    export_package(city.store, tmp_path / "p", ["CSV"])
    assert len(requests_csv(tmp_path / "p")) == 2
    assert json.loads((tmp_path / "p/metadata.json").read_text("utf-8"))["left_out"]["vanished_rows"] == 2


def test_nothing_is_overwritten_unless_asked(city, package):
    before = {name: (package / name).read_bytes() for name in files(package)}
    with pytest.raises(GunmaneError, match="E-EXISTS") as caught:
        export_package(city.store, package, ["CSV"])
    assert "T05_要望・通報.csv" in str(caught.value)
    assert {name: (package / name).read_bytes() for name in files(package)} == before
    (package / "mine.txt").write_text("x")
    export_package(city.store, package, ["CSV"], overwrite=True)
    assert (package / "mine.txt").read_text() == "x"


def test_the_store_is_never_replaced(city, tmp_path):
    city.store.rename(city.store.with_name("unified.gpkg"))
    before = city.store.with_name("unified.gpkg").read_bytes()
    with pytest.raises(GunmaneError, match="replace the store"):
        export_package(city.store.with_name("unified.gpkg"), city.store.parent, overwrite=True)
    assert city.store.with_name("unified.gpkg").read_bytes() == before


def test_a_failure_leaves_nothing(city, tmp_path, monkeypatch):
    def fail(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(export, "write_csv", fail)
    with pytest.raises(GunmaneError, match="No space left"):
        export_package(city.store, tmp_path / "out2" / "p")
    assert list((tmp_path / "out2").iterdir()) == []


def test_cancelling_leaves_nothing(city, tmp_path):
    with pytest.raises(Cancelled):
        export_package(city.store, tmp_path / "out2" / "p", progress=Progress(cancelled=lambda: True))
    assert not (tmp_path / "out2").exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written(city, tmp_path):
    (tmp_path / "ro").mkdir(mode=0o500)
    with pytest.raises(GunmaneError, match="E-READONLY"):
        export_package(city.store, tmp_path / "ro" / "p")


def test_cities_are_chosen_by_code_or_name(city, tmp_path):
    export_package(city.store, tmp_path / "p", ["CSV"], ["08224"])
    assert len(requests_csv(tmp_path / "p")) == 4
    with pytest.raises(GunmaneError, match="守谷市"):
        export_package(city.store, tmp_path / "q", ["CSV"], ["知らない市"])


def test_an_empty_store_is_refused(tmp_path):
    create_store(tmp_path / "s.gpkg").close()
    with pytest.raises(GunmaneError, match="E-NODATA"):
        export_package(tmp_path / "s.gpkg", tmp_path / "p")


def test_english(city, tmp_path):
    export_package(city.store, tmp_path / "p", ["CSV"], language="en")
    assert "Channel (label)" in (tmp_path / "p/csv/T05_Request.csv").read_text("utf-8-sig")
    assert (tmp_path / "p/README.txt").exists()


def test_a_hundred_thousand_rows_take_seconds(tmp_path):
    n = 100_000
    with create_store(tmp_path / "s.gpkg") as store:
        con = store.con
        for (name,) in con.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            con.execute(f'DROP TRIGGER "{name}"')
        rng = np.random.default_rng(1)
        blobs = encode(shapely.points(rng.uniform(-9e3, 9e3, (n, 2))), 6677)
        con.execute("BEGIN")
        con.executemany(
            "INSERT INTO facility (uuid, city_code, src_file, src_row, fac_id, ft, geom) VALUES (?,?,?,?,?,?,?)",
            [(f"{i:036d}", "082244", "x.csv", i, f"F{i}", "F10", blob) for i, blob in enumerate(blobs)],
        )
        con.execute("COMMIT")
    start = time.perf_counter()
    done = export_package(tmp_path / "s.gpkg", tmp_path / "p", ["GeoPackage", "GeoJSON", "CSV"])
    assert done.counts["facility"] == n
    assert time.perf_counter() - start < 20  # about 3 s on an office PC
