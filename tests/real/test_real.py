"""The main job on real open data (``../shared/data``): profiles of their own in real/profiles, no line of code.

Ube: roads © OpenStreetMap contributors, ODbL; boundaries 国土数値情報(行政区域データ)(国土交通省)を加工して作成.
Yaizu: CC BY 4.0, 焼津市; accidents 警察庁交通事故統計情報を加工して作成.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import pytest

YAIZU = {  # file -> (kind, rows), counted with pandas and geopandas, not by our readers
    "222127_park_info.csv": ("PK", 142),
    "222127_fire_hydrant.csv": ("HY", 193),
    "アンダーパス.csv": ("UP", 48),
    "一次緊急輸送路.shp": ("ER", 31),
    "二次緊急輸送路.shp": ("ER", 23),
    "三次輸送路.shp": ("ER", 40),
    "豊田小学校.shp": ("SR", 35),
    "浸水履歴_令和4年.shp": ("FL", 62),
    "浸水履歴_令和元年.shp": ("FL", 60),
    "浸水履歴_平成26年.shp": ("FL", 22),
    "浸水履歴_平成16年.shp": ("FL", 34),
    "222127_traffic_accident_2022.csv": ("AC", 675),
    "222127_aed.csv": ("AE", 82),
    "222127_dono_station.csv": ("X9", 30),
}
CARE = {"X9": 246, "SC": 22, "HO": 9}  # yohairyosya.csv: its classes 6 and 3 are schools and clinics
FARM_ROADS = 26


def unify(provider, folder: Path, out: Path, root: Path, crs: str, boundary: Path | None = None):
    """``gunmane:unifycities`` on a folder; its results, and the store opened."""
    from qgis import processing
    from qgis.core import QgsCoordinateReferenceSystem

    parameters = {
        "FOLDER": str(folder),
        "PROFILES": str(root / "real" / "profiles"),
        "STORE": str(out / "store.gpkg"),
        "REPORT": str(out / "report.html"),
        "CRS": QgsCoordinateReferenceSystem(crs),
    }
    if boundary is not None:
        parameters["BOUNDARY"] = str(boundary)
    results = processing.run("gunmane:unifycities", parameters)
    connection = sqlite3.connect(f"file:{out / 'store.gpkg'}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    return SimpleNamespace(
        results=results,
        con=connection,
        report=(out / "report.html").read_text(encoding="utf-8"),
        again=lambda: processing.run("gunmane:unifycities", parameters),
    )


def geometry(row):
    import shapely
    from gunmane.layers.store.geometry_blob import decode

    shape = decode([row["geom"]])[0]
    assert shapely.is_valid(shape)
    return shape


def counts(results) -> dict:
    return {name: results[name] for name in ("READ", "KEPT", "REPAIRED", "SET_ASIDE", "SKIPPED", "FAILED")}


@pytest.fixture(scope="module")
def yaizu(provider, shared_data, root, tmp_path_factory):
    source = shared_data / "tables" / "yaizu"
    if not source.is_dir():
        pytest.skip(f"{source} is not here")
    folder = tmp_path_factory.mktemp("in")
    shutil.copytree(source, folder / "222127", copy_function=shutil.copyfile)
    run = unify(provider, folder, tmp_path_factory.mktemp("yaizu"), root, "EPSG:6676")
    yield run
    run.con.close()


@pytest.fixture(scope="module")
def ube(provider, shared_data, root, tmp_path_factory):
    source = shared_data / "roads" / "ube_roads.gpkg"
    if not source.is_file():
        pytest.skip(f"{source} is not here")
    folder = tmp_path_factory.mktemp("in")
    (folder / "352021").mkdir()
    shutil.copyfile(source, folder / "352021" / source.name)
    boundary = shared_data / "boundaries" / "ube_area_municipalities.geojson"
    run = unify(provider, folder, tmp_path_factory.mktemp("ube"), root, "EPSG:6671", boundary)
    yield run
    run.con.close()


def test_every_row_of_yaizu_is_kept(yaizu):
    rows = sum(n for _, n in YAIZU.values()) + sum(CARE.values()) + FARM_ROADS
    assert rows == 1780
    assert counts(yaizu.results) == {
        "READ": rows, "KEPT": rows, "REPAIRED": 0, "SET_ASIDE": 0, "SKIPPED": 0, "FAILED": 0,
    }  # fmt: skip


def test_each_ledger_of_yaizu_has_its_rows_and_kind(yaizu):
    found = Counter()
    for row in yaizu.con.execute("SELECT src_file, kind FROM reference WHERE geom IS NOT NULL"):
        found[Path(row["src_file"].partition("|")[0]).name, row["kind"]] += 1
    expected = {(name, kind): n for name, (kind, n) in YAIZU.items()}
    expected |= {("yohairyosya.csv", kind): n for kind, n in CARE.items()}
    assert found == expected
    roads = yaizu.con.execute(
        "SELECT count(*) FROM section WHERE geom IS NOT NULL AND length_m > 0"
    ).fetchone()
    assert roads[0] == FARM_ROADS


@pytest.mark.parametrize(
    ("where", "values", "point"),
    [
        # points by hand: pyproj from the file's degrees (JGD2011) to zone VIII
        ("kind = 'PK' AND name_ja = '石津浜公園'", {"src_key": "1|石津浜公園"}, (-15178.74, -128397.39)),
        ("kind = 'UP' AND src_key = '2|アンダーパス'", {"name_ja": "アンダーパス"}, (-15183.84, -122827.50)),
        # cp932, JGD2000 in the .prj, ten-byte field names, a date as part of the key
        ("kind = 'FL' AND src_key = '11|2014-10-06'", {"name_ja": "台風18号 高崎"}, (-15668.71, -122754.14)),
        # full-width digits of the source
        ("kind = 'FL' AND src_key = '1|2022-09-23'", {"name_ja": "台風第15号"}, None),
    ],
)
def test_values_and_places_of_yaizu(yaizu, where, values, point):
    row = yaizu.con.execute(f"SELECT * FROM reference WHERE {where}").fetchone()
    for name, value in values.items():
        assert row[name].startswith(value)
    if point:
        centre = geometry(row).centroid
        assert (centre.x, centre.y) == pytest.approx(point, abs=0.05)


def test_what_yaizu_cannot_prove_is_said(yaizu):
    # no boundary is known: each of the 16 files is taken at its word, and the report says so of each
    assert yaizu.report.count("W-UNCHECKED") >= len(YAIZU) + 2
    assert "急ブレーキ.csv" in yaizu.report and "自治会区域.shp" in yaizu.report  # claimed by no ledger


def test_yaizu_again_changes_nothing(yaizu):
    runs = yaizu.con.execute("SELECT count(*) FROM import_run").fetchone()[0]
    assert yaizu.again()["KEPT"] == 1780
    assert yaizu.con.execute("SELECT count(*) FROM import_run").fetchone()[0] == runs == 1


def test_every_road_of_ube_is_kept_inside_its_city(ube):
    found = counts(ube.results)
    assert (found["READ"], found["KEPT"], found["SET_ASIDE"], found["FAILED"]) == (11507, 11507, 0, 0)
    row = ube.con.execute(
        "SELECT count(*), count(DISTINCT section_id), sum(length_m) FROM section"
    ).fetchone()
    assert (row[0], row[1]) == (11507, 11507)
    assert row[2] / 1000 == pytest.approx(
        786.49, abs=0.01
    )  # as the file states it; the lines measure 777.49 km
    assert "W-UNCHECKED" not in ube.report  # the boundary vouches for the place
    area = ube.con.execute("SELECT name_ja, area_km2 FROM city").fetchone()
    assert area["name_ja"] == "宇部市" and area["area_km2"] == pytest.approx(287, abs=2)


def test_numbered_roads_of_ube_have_their_route(ube):
    query = "SELECT route_key, count(*) FROM section GROUP BY route_key"
    assert dict(tuple(row) for row in ube.con.execute(query)) == {
        None: 10772, "352021-N1-0190": 352, "352021-N2-0490": 128, "352021-P1-0006": 28, "352021-P1-0055": 26,
        "352021-P2-0219": 70, "352021-P2-0220": 35, "352021-P2-0342": 95, "352021-P2-0354": 1,
    }  # fmt: skip


def test_lanes_speeds_and_lines_of_ube(ube):
    lanes = dict(tuple(r) for r in ube.con.execute("SELECT ln, count(*) FROM section GROUP BY ln"))
    assert lanes == {None: 10701, "1": 23, "2": 651, "3": 96, "4": 35, "9": 1}
    speeds = dict(tuple(r) for r in ube.con.execute("SELECT speed_kmh, count(*) FROM section GROUP BY 1"))
    assert speeds == {None: 11344, 20: 1, 30: 4, 40: 62, 50: 96}
    # 5 of the 11,507 multi-lines do not join into one line: the longest part stands, and the row says so
    flagged = ube.con.execute("SELECT count(*) FROM section WHERE flags LIKE '%W-MULTIPART%'").fetchone()
    assert flagged[0] == 5
    row = ube.con.execute("SELECT * FROM section WHERE src_key = '324886414|11740797015|0'").fetchone()
    line = geometry(row)
    assert line.coords[0] == pytest.approx((-81446.54, -227565.73), abs=0.01)
    assert row["length_m"] == pytest.approx(11.06, abs=0.01) and line.length == pytest.approx(11.06, abs=0.05)
    raw = json.loads(row["raw_json"])
    assert raw["highway"] == "tertiary" and raw["name"] == "ときわ公園通り"  # what has no field is not lost


@pytest.mark.parametrize(("name", "part"), [("ube", "roads"), ("yaizu", "tables/yaizu")])
def test_every_column_has_a_place_or_a_reason(name, part, shared_data, root):
    from gunmane.layers.profile import load_profile, source_files
    from gunmane.layers.readers import ReadOptions, open_tables
    from gunmane.layers.unify.columns import match_columns

    profile = load_profile(root / "real" / "profiles" / f"{name}.toml")
    for source in profile.sources:
        files = source_files(source, shared_data / part)
        assert len(files) == 1, source.id
        options = ReadOptions(encoding=source.encoding, layer=source.layer, columns=source.labels)
        for table in open_tables(files[0], options):
            matching = match_columns(source, table.columns, table.format == "shp")
            assert (matching.unknown, matching.absent) == ([], []), source.id


def test_the_script_skips_where_there_is_no_data(root, tmp_path):
    run = subprocess.run(
        ["bash", str(root / "scripts" / "real.sh"), str(tmp_path / "out"), str(tmp_path / "none")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "skipped" in run.stdout and not (tmp_path / "out").exists()
