"""Tables of the store as DataFrames: the same rows, types and shapes as the store has."""

import pytest
import shapely
from gunmane.layers.errors import GunmaneError
from gunmane.layers.frames import read_table, table_names
from gunmane.layers.store import create_store
from gunmane.layers.store.geometry_blob import encode


@pytest.fixture
def store(tmp_path):
    made = create_store(tmp_path / "s.gpkg")
    made.con.execute('DROP TRIGGER IF EXISTS "rtree_facility_geom_insert"')
    rows = [
        ("a", "082244", "F1", "F10", 2015, 8.5, encode([shapely.Point(1, 2)], 6677)[0], None),
        ("b", "082244", "F2", "F09", None, None, None, None),
        ("c", "082112", "F3", "F10", 2020, 4.5, b"GP\x00\x01broken", None),
        ("d", "082112", "F4", "F10", 2020, 4.5, None, "2026-01-01T00:00:00.000Z"),
    ]
    made.con.executemany(
        "INSERT INTO facility (uuid, city_code, src_file, src_row, fac_id, ft, install_year, height_m, geom,"
        " vanished_at) VALUES (?, ?, 'f', 1, ?, ?, ?, ?, ?, ?)",
        [(r[0].ljust(36, "-"), *r[1:]) for r in rows],
    )
    yield made
    made.close()


def test_rows_types_and_shapes(store):
    frame = read_table(store, "facility", ["fac_id", "install_year", "src_row"])
    assert list(frame.columns) == [
        "uuid",
        "city_code",
        "fac_id",
        "install_year",
        "src_row",
        "geom",
        "geom_broken",
    ]
    assert list(frame["fac_id"]) == ["F1", "F2", "F3"]
    assert frame["install_year"].dtype == float and frame["src_row"].dtype == int
    assert (
        frame["geom"][0].equals(shapely.Point(1, 2)) and frame["geom"][1] is None and frame["geom"][2] is None
    )
    assert list(frame["geom_broken"]) == [False, False, True]


def test_vanished_rows_and_one_city_are_a_choice(store):
    assert len(read_table(store, "facility", [], vanished=True)) == 4
    assert list(read_table(store, "facility", ["fac_id"], city_code="082112", geometry=False)["fac_id"]) == [
        "F3"
    ]


def test_all_columns_of_every_table(store):
    for name in table_names(store):
        frame = read_table(store, name)
        assert {"uuid", "city_code"} <= set(frame.columns)


def test_unknown_names_are_refused(store):
    for table, columns in (
        ("nowhere", []),
        ("petitioner", []),
        ("facility", ["no"]),
        ("facility", ['x"; --']),
    ):
        with pytest.raises(GunmaneError, match="E-NOTABLE"):
            read_table(store, table, columns)
