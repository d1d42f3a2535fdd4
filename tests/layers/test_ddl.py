"""The store's DDL: a GeoPackage that any program reads, with Japanese labels, code lists and stamped edits."""

from __future__ import annotations

import sqlite3
import struct

import pyproj
import pytest
from gunmane.layers.store import ddl
from gunmane.schema import model

TABLES = model().tables
SPATIAL = [table.name for table in TABLES.values() if table.geometry]
UUID = "00000000-0000-5000-8000-{:012d}"


def make(path, statements) -> sqlite3.Connection:
    con = sqlite3.connect(path, isolation_level=None)
    con.execute("BEGIN IMMEDIATE")
    for statement in statements:
        con.execute(statement)
    con.execute("COMMIT")
    return con


def empty_store(path) -> sqlite3.Connection:
    crs = pyproj.CRS("EPSG:6677")
    return make(path, ddl.store_ddl(model(), 6677, crs.name, crs.to_wkt("WKT1_GDAL")))


def point(x: float, y: float) -> bytes:
    header = struct.pack("<2sBBi", b"GP", 0, 1, 6677)
    return header + struct.pack("<BIdd", 1, 1, x, y)


def run(con, statements) -> None:
    for statement in statements:
        con.execute(statement)


@pytest.fixture
def con(tmp_path):
    connection = empty_store(tmp_path / "store.gpkg")
    yield connection
    connection.close()


@pytest.fixture
def filled(tmp_path):
    """A store with two requests, written as an import writes them; its path."""
    path = tmp_path / "store.gpkg"
    con = empty_store(path)
    con.execute("BEGIN")
    run(con, ddl.rtree_triggers_drop("request"))
    for n in (1, 2):
        con.execute(
            "INSERT INTO request (fid, geom, uuid, city_code, src_file, src_row, import_id, row_hash, req_no,"
            " received_at, imported_at, ch, st, is_urgent) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            (
                n, point(100 * n, 200 * n), UUID.format(n), "082244", "台帳.xlsx", n, "run-1", "hash",
                f"082244-2025-0000{n}", "2025-06-03T09:15:00+09:00", "2025-06-04T00:00:00.000Z", "T1", "S00", 0,
            ),
        )  # fmt: skip
        con.execute(
            "INSERT INTO rtree_request_geom VALUES (?,?,?,?,?)", (n, 100 * n, 100 * n, 200 * n, 200 * n)
        )
    run(con, ddl.rtree_triggers_create("request"))
    con.execute("COMMIT")
    con.close()
    return path


def stored(path, columns: str, fid: int):
    con = sqlite3.connect(path)
    try:
        return con.execute(f"SELECT {columns} FROM request WHERE fid = ?", (fid,)).fetchone()
    finally:
        con.close()


# -- the file itself -----------------------------------------------------------------------------------


def test_the_file_says_that_it_is_a_geopackage_1_3(con):
    assert con.execute("PRAGMA application_id").fetchone()[0] == 0x47504B47
    assert con.execute("PRAGMA user_version").fetchone()[0] == 10300
    assert con.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert con.execute("PRAGMA foreign_key_check").fetchall() == []


def test_every_table_of_the_model_is_registered_with_its_kind(con):
    contents = dict(con.execute("SELECT table_name, data_type FROM gpkg_contents"))
    wanted = {
        table.name: "features" if table.geometry else "attributes"
        for table in TABLES.values()
        if table.store == "main"
    }
    assert contents == {**wanted, "settings": "attributes"}
    types = dict(con.execute("SELECT table_name, geometry_type_name FROM gpkg_geometry_columns"))
    assert types == {name: TABLES[name].geometry.upper() for name in SPATIAL}


def test_the_stores_crs_is_the_one_asked_for(con):
    assert {row[0] for row in con.execute("SELECT srs_id FROM gpkg_spatial_ref_sys")} == {-1, 0, 4326, 6677}
    assert {row[0] for row in con.execute("SELECT srs_id FROM gpkg_geometry_columns")} == {6677}
    wkt = con.execute("SELECT definition FROM gpkg_spatial_ref_sys WHERE srs_id = 6677").fetchone()[0]
    assert wkt.endswith('AUTHORITY["EPSG","6677"]]')
    assert pyproj.CRS(wkt).is_projected
    wkt = con.execute("SELECT definition FROM gpkg_spatial_ref_sys WHERE srs_id = 4326").fetchone()[0]
    assert pyproj.CRS(wkt).to_authority() == ("EPSG", "4326")


def test_columns_are_those_of_the_model(con):
    for table in TABLES.values():
        if table.store != "main":
            continue
        names = [row[1] for row in con.execute(f'PRAGMA table_info("{table.name}")')]
        geometry = ["geom"] if table.geometry else []
        assert names == ["fid", *geometry, *(field.name for field in table.columns)]


def test_only_identity_and_origin_may_not_be_empty(con):
    for table in TABLES.values():
        if table.store == "main":
            columns = con.execute(f'PRAGMA table_info("{table.name}")').fetchall()
            assert {row[1] for row in columns if row[3]} == {
                "fid",
                "uuid",
                "city_code",
                "src_file",
                "src_row",
            }


@pytest.mark.parametrize(
    ("column", "value"), [("uuid", "too short"), ("uuid", None), ("city_code", None), ("large", 2)]
)
def test_a_row_without_identity_or_with_a_false_boolean_is_refused(con, column, value):
    row = {
        "uuid": UUID.format(1),
        "city_code": "082244",
        "src_file": "a",
        "src_row": 1,
        "large": 1,
        column: value,
    }
    run(con, ddl.rtree_triggers_drop("damage"))
    with pytest.raises(sqlite3.IntegrityError):
        con.execute(
            f"INSERT INTO damage ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", [*row.values()]
        )


def test_a_uuid_stands_once(con):
    insert = "INSERT INTO standard (uuid, city_code) VALUES (?, '082244')"
    con.execute(insert, (UUID.format(1),))
    with pytest.raises(sqlite3.IntegrityError):
        con.execute(insert, (UUID.format(1),))


def test_petitioners_stand_apart_and_their_secret_is_not_listed(con, tmp_path):
    assert con.execute("SELECT count(*) FROM sqlite_master WHERE name LIKE '%petitioner%'").fetchone()[0] == 0
    apart = make(tmp_path / "petitioner.gpkg", ddl.petitioner_ddl(model()))
    assert [row[0] for row in apart.execute("SELECT table_name FROM gpkg_contents")] == ["petitioner"]
    apart.execute("INSERT OR REPLACE INTO secret (key, value) VALUES ('a', 'b')")
    apart.close()


def test_references_and_cities_are_indexed(con):
    def plan(sql):
        return con.execute("EXPLAIN QUERY PLAN " + sql).fetchone()[3]

    assert "USING INDEX" in plan("SELECT * FROM facility WHERE city_code = '082244'")
    assert "USING INDEX" in plan("SELECT * FROM damage WHERE section_id = 'x'")
    assert "USING INDEX" in plan("SELECT * FROM request WHERE req_no = 'x'")
    assert "INDEX" in plan("SELECT * FROM plan_section WHERE plan_id = 'x'")


# -- the schema extension ------------------------------------------------------------------------------


def test_japanese_labels_are_unique_within_a_table(con):
    rows = con.execute("SELECT table_name, column_name, name, title FROM gpkg_data_columns").fetchall()
    assert len({(table, name) for table, _, name, _ in rows}) == len(rows)
    labels = {(table, column): (ja, en) for table, column, ja, en in rows}
    assert labels["damage", "depth_cm"] == ("深さ", "Depth")
    assert len(rows) == sum(len(t.columns) for t in TABLES.values() if t.store == "main")


def test_code_lists_are_enumerations_with_japanese_words(con):
    words = dict(
        con.execute(
            "SELECT value, description FROM gpkg_data_column_constraints WHERE constraint_name = 'FT'"
            " AND constraint_type = 'enum'"
        )
    )
    assert words["F09"] == "カーブミラー"
    dangling = con.execute(
        "SELECT constraint_name FROM gpkg_data_columns WHERE constraint_name IS NOT NULL EXCEPT"
        " SELECT constraint_name FROM gpkg_data_column_constraints"
    ).fetchall()
    assert dangling == []


# -- the spatial index ---------------------------------------------------------------------------------


def triggers(con, table: str) -> set[str]:
    found = con.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table,))
    return {row[0] for row in found}


def test_dropping_and_making_the_index_triggers_are_opposites(con):
    before = triggers(con, "section")
    assert len(before) == 7
    run(con, ddl.rtree_triggers_drop("section"))
    assert triggers(con, "section") == {"edited_section"}
    run(con, ddl.rtree_triggers_create("section"))
    assert triggers(con, "section") == before


# -- hand edits and imports ----------------------------------------------------------------------------


@pytest.fixture
def one_standard(con):
    con.execute(
        "INSERT INTO standard (fid, uuid, city_code, import_id, row_hash, repair) VALUES (1, ?, '000000', 'a', 'h', 5)",
        (UUID.format(1),),
    )
    return con


def edited_at(con, table="standard"):
    return con.execute(f"SELECT edited_at FROM {table} WHERE fid = 1").fetchone()[0]


def test_a_person_who_changes_a_value_is_stamped(one_standard):
    one_standard.execute("UPDATE standard SET repair = 4 WHERE fid = 1")
    assert edited_at(one_standard).endswith("Z")


@pytest.mark.parametrize("also", ["import_id = 'b', row_hash = 'i'", "import_id = 'b'", "row_hash = 'i'"])
def test_an_import_that_changes_a_value_is_not_stamped(one_standard, also):
    one_standard.execute(f"UPDATE standard SET repair = 4, {also} WHERE fid = 1")
    assert edited_at(one_standard) is None


def test_a_stamp_that_is_set_or_cleared_on_purpose_stays_as_set(one_standard):
    one_standard.execute(
        "UPDATE standard SET repair = 4, edited_at = '2025-01-01T00:00:00.000Z' WHERE fid = 1"
    )
    assert edited_at(one_standard) == "2025-01-01T00:00:00.000Z"
    one_standard.execute("UPDATE standard SET repair = 3, edited_at = NULL WHERE fid = 1")
    assert edited_at(one_standard) is None


def test_writing_the_same_value_again_is_no_edit(one_standard):
    one_standard.execute("UPDATE standard SET repair = 5.0, watch = NULL WHERE fid = 1")
    assert edited_at(one_standard) is None


def test_a_value_that_analysis_fills_is_no_edit(con):
    run(con, ddl.rtree_triggers_drop("damage"))
    con.execute("INSERT INTO damage (fid, uuid, city_code) VALUES (1, ?, '082244')", (UUID.format(1),))
    con.execute("UPDATE damage SET score = 50.0, judge = 'L2' WHERE fid = 1")
    assert edited_at(con, "damage") is None
    con.execute("UPDATE damage SET depth_cm = 6 WHERE fid = 1")
    assert edited_at(con, "damage") is not None


def test_every_importable_table_has_the_stamp_and_plans_have_none(con):
    for table in TABLES.values():
        if table.store == "main":
            assert (f"edited_{table.name}" in triggers(con, table.name)) == table.importable
    assert TABLES["request"].importable and not TABLES["zone"].importable


# -- seen from QGIS ------------------------------------------------------------------------------------


@pytest.fixture
def requests(qgis_app, filled):
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(f"{filled}|layername=request", "要望", "ogr")
    assert layer.isValid()
    yield layer
    del layer


def edit(layer, fid: int, field: str, value) -> None:
    assert layer.startEditing()
    assert layer.changeAttributeValue(fid, layer.fields().indexOf(field), value)
    assert layer.commitChanges(), layer.commitErrors()


def test_qgis_opens_every_layer_and_finds_types_and_code_lists(qgis_app, con, tmp_path):
    from qgis.core import QgsVectorLayer, QgsWkbTypes

    for table in TABLES.values():
        if table.store != "main":
            continue
        layer = QgsVectorLayer(f"{tmp_path / 'store.gpkg'}|layername={table.name}", table.name, "ogr")
        assert layer.isValid(), table.name
        if table.geometry != "Geometry":  # QGIS takes the type of such a layer from its rows: none here
            assert layer.isSpatial() == bool(table.geometry)
        if table.geometry and table.geometry != "Geometry":
            assert QgsWkbTypes.displayString(layer.wkbType()) == table.geometry
            assert layer.crs().authid() == "EPSG:6677"
        for n, field in enumerate(layer.fields()):
            if field.name() in ("fid", "geom") or not table.field(field.name()).codes:
                continue
            assert layer.editorWidgetSetup(n).type() == "ValueMap", f"{table.name}.{field.name()}"
            assert field.alias() in ("", table.field(field.name()).ja)  # GDAL reads aliases from 3.7


def test_qgis_shows_japanese_time_unshifted(requests):
    from qgis.core import QgsApplication

    value = requests.getFeature(1)["received_at"]
    assert value.toString("yyyy-MM-dd HH:mm") == "2025-06-03 09:15"
    assert value.offsetFromUtc() == 9 * 3600
    formatter = QgsApplication.fieldFormatterRegistry().fieldFormatter("DateTime")
    index = requests.fields().indexOf("received_at")
    assert formatter.representValue(requests, index, {}, None, value).startswith("2025-06-03 09:15:00")


def test_an_edit_in_qgis_is_stamped_and_keeps_the_moment(requests, filled):
    edit(requests, 1, "st", "S10")
    status, edited, received = stored(filled, "st, edited_at, received_at", 1)
    assert status == "S10"
    assert edited is not None
    assert received.startswith("2025-06-03T09:15:00") and received.endswith("+09:00")
    assert stored(filled, "edited_at", 2) == (None,)


def test_an_edit_of_a_planned_value_in_qgis_is_not_stamped(requests, filled):
    edit(requests, 1, "dup_score", 0.5)  # OGR writes the whole row, datetimes in a form of its own
    assert stored(filled, "dup_score, edited_at", 1) == (0.5, None)


def test_moving_a_point_in_qgis_is_stamped_and_moves_the_index(requests, filled):
    from qgis.core import QgsGeometry, QgsRectangle

    assert requests.startEditing()
    assert requests.changeGeometry(2, QgsGeometry.fromWkt("Point(5 6)"))
    assert requests.commitChanges(), requests.commitErrors()
    assert stored(filled, "edited_at", 2)[0] is not None
    assert [f.id() for f in requests.getFeatures(QgsRectangle(0, 0, 10, 10))] == [2]
    con = sqlite3.connect(filled)
    assert con.execute("SELECT minx, maxy FROM rtree_request_geom WHERE id = 2").fetchone() == (5.0, 6.0)
    con.close()


def test_qgis_adds_and_deletes_rows_and_the_index_follows(requests, filled):
    from qgis.core import QgsGeometry, QgsVectorLayerUtils

    index = requests.fields().indexOf
    values = {index("uuid"): UUID.format(3), index("city_code"): "082244"}
    feature = QgsVectorLayerUtils.createFeature(requests, QgsGeometry.fromWkt("Point(7 8)"), values)
    assert requests.startEditing()
    assert requests.addFeature(feature)
    assert requests.deleteFeature(1)
    assert requests.commitChanges(), requests.commitErrors()
    assert stored(filled, "src_file, src_row, edited_at", 3) == ("", 0, None)
    con = sqlite3.connect(filled)
    assert [row[0] for row in con.execute("SELECT id FROM rtree_request_geom ORDER BY id")] == [2, 3]
    con.close()


def test_lines_written_in_bulk_survive_an_edit_of_a_planned_value(qgis_app, tmp_path):
    """The blob of ``geometry_blob.encode`` is byte for byte what OGR writes back, so no edit is seen."""
    import shapely
    from gunmane.layers.store.geometry_blob import encode
    from qgis.core import QgsVectorLayer

    path = tmp_path / "store.gpkg"
    con = empty_store(path)
    run(con, ddl.rtree_triggers_drop("facility"))
    for n, wkt in enumerate(
        ("LINESTRING (0 0, 10 5.5)", "POINT (1 2)", "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0)))"), 1
    ):
        (blob,) = encode([shapely.from_wkt(wkt)], 6677)
        con.execute(
            "INSERT INTO facility (fid, geom, uuid, city_code, import_id, count) VALUES (?,?,?,'082244','a',1)",
            (n, blob, UUID.format(n)),
        )
    run(con, ddl.rtree_triggers_create("facility"))
    con.close()
    for kind in ("LineString", "Point", "MultiPolygon"):
        layer = QgsVectorLayer(f"{path}|layername=facility|geometrytype={kind}", "施設", "ogr")
        (feature,) = layer.getFeatures()
        assert layer.startEditing()
        assert layer.changeAttributeValue(feature.id(), layer.fields().indexOf("edited_by"), "担当")
        assert layer.commitChanges(), layer.commitErrors()
    con = sqlite3.connect(path)
    assert con.execute("SELECT edited_by, edited_at FROM facility").fetchall() == [("担当", None)] * 3
    con.close()
