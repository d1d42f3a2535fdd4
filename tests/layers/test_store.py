"""The store: made whole, opened with care, migrated with a copy kept."""

import os
import sqlite3

import numpy as np
import pytest
import shapely
from gunmane.layers.errors import GunmaneError
from gunmane.layers.store import create_store, migrate, open_or_create, open_store
from gunmane.layers.store.geometry_blob import decode, encode
from gunmane.schema import model


def refused(code, path, **options):
    with pytest.raises(GunmaneError) as caught:
        open_store(path, **options)
    assert caught.value.code == code
    return str(caught.value)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "道路 台帳" / "gunmane.gpkg"
    create_store(path).close()
    return path


def test_a_new_store_knows_its_version_and_crs(path):
    with open_store(path) as store:
        assert store.crs == "EPSG:6677" and store.schema_version == model().version


def test_a_store_can_be_in_another_zone(tmp_path):
    with create_store(tmp_path / "a.gpkg", "EPSG:6671") as store:
        assert store.crs == "EPSG:6671" and store.srs_id == 6671


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:99999", "nonsense", "EPSG:2263"])
def test_a_crs_without_metres_is_refused(tmp_path, crs):
    with pytest.raises(GunmaneError) as caught:
        create_store(tmp_path / "a.gpkg", crs)
    assert caught.value.code == "E-CRS" and not (tmp_path / "a.gpkg").exists()


def test_a_store_is_never_overwritten(path):
    with pytest.raises(GunmaneError, match="exists already"):
        create_store(path)


def test_an_empty_file_becomes_a_store_other_files_are_refused(tmp_path):
    empty = tmp_path / "empty.gpkg"
    empty.touch()
    open_or_create(empty).close()
    text = tmp_path / "text.gpkg"
    text.write_text("no database, but long enough to look at" * 50)
    assert "not a GeoPackage" in refused("E-NOTSTORE", text)
    assert text.read_text().startswith("no database")
    refused("E-NOSTORE", tmp_path / "absent.gpkg")
    refused("E-NOTSTORE", tmp_path)


def test_another_geopackage_is_not_taken_for_a_store(tmp_path):
    other = tmp_path / "other.gpkg"
    sqlite3.connect(other).execute("CREATE TABLE gpkg_contents (x)").connection.commit()
    assert "not a store" in refused("E-NOTSTORE", other)


def test_a_newer_store_is_refused(path):
    with open_store(path) as store:
        store.con.execute("UPDATE settings SET value = '99' WHERE key = 'schema_version'")
    assert "newer version" in refused("E-NEWER", path)


def test_a_locked_store_says_so(path, monkeypatch):
    monkeypatch.setattr("gunmane.layers.store.locks.BUSY_SECONDS", 0.1)
    one, two = open_store(path), open_store(path)
    with one, two, one.transaction(), pytest.raises(GunmaneError) as caught, two.transaction():
        pass
    assert caught.value.code == "E-LOCKED" and f"process {os.getpid()}" in str(caught.value)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_store(path) as one, pytest.raises(GunmaneError) as caught, one.transaction():
        pass
    assert caught.value.code == "E-LOCKED" and "QGIS" in str(caught.value)
    other.close()
    assert os.listdir(path.parent) == [path.name]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everything")
def test_a_read_only_store_says_so(path):
    path.chmod(0o444)
    refused("E-READONLY", path)


def test_a_full_disk_leaves_the_store_as_it_was(path):
    with open_store(path) as store:
        store.con.execute(
            f"PRAGMA max_page_count = {store.con.execute('PRAGMA page_count').fetchone()[0] + 3}"
        )
        with pytest.raises(GunmaneError) as caught, store.transaction():
            store.con.executemany(
                "INSERT INTO settings (key, value) VALUES (?, ?)", [(str(n), "x" * 1000) for n in range(1000)]
            )
        assert caught.value.code == "E-DISKFULL"
        assert store.con.execute("SELECT count(*) FROM settings").fetchone()[0] < 10


def test_an_older_store_is_migrated_and_a_copy_is_kept(path):
    with open_store(path) as store:
        con = store.con
        con.execute("UPDATE settings SET value = '0' WHERE key = 'schema_version'")
        con.execute("DROP TRIGGER IF EXISTS gunmane_edited_standard")
        con.execute("DROP TABLE workflow_profile")
        con.execute("ALTER TABLE field_map DROP COLUMN confidence")
        con.execute("DELETE FROM gpkg_contents WHERE table_name = 'workflow_profile'")
        con.execute("DELETE FROM gpkg_data_columns WHERE table_name = 'workflow_profile'")
    refused("E-MIGRATE", path)
    copy, done = migrate.migrate_store(path)
    assert copy.exists() and len(done) == 3
    with open_store(path) as store:
        assert store.count("workflow_profile") == 0
        store.con.execute("SELECT confidence FROM field_map")
    refused("E-MIGRATE", copy)
    assert migrate.migrate_store(path) == (None, [])


def test_geometry_blobs_come_back_as_they_were():
    geoms = np.array(
        [shapely.Point(1, 2), None, shapely.LineString([(0, 0), (3, 4)]), shapely.Point()], dtype=object
    )
    back = decode(encode(geoms, 6677))
    assert back[1] is None and back[3].is_empty
    assert back[0].equals(geoms[0]) and back[2].equals(geoms[2])
    assert all(shapely.equals(decode(encode(geoms[:1], 6677)), geoms[:1]))
