"""Possible duplicates, candidate places, and stores of the model before decisions."""

import sqlite3

import numpy as np
import pytest
import shapely
from gunmane.layers.account import Review
from gunmane.layers.importing.followup import ReviewWriter
from gunmane.layers.review.decide import Decision, decide, undo
from gunmane.layers.review.queue import subject, waiting
from gunmane.layers.store import ddl, migrate, open_store
from gunmane.layers.store.geometry_blob import encode
from gunmane.schema import model
from review_city import LEDGER, ReviewCity


@pytest.fixture
def city(tmp_path):
    found = ReviewCity(tmp_path)
    found.again()
    return found


def suspect(city, table="request", keys=("R7-1", "R7-3")):
    one, two = (city.rows(table, "uuid", f"src_key = '{key}'")[0][0] for key in keys)
    with open_store(city.store) as store, store.transaction():
        writer = ReviewWriter(store, "082244", "check")
        writer.add(Review("重複候補", table, one, "", None, {"score": 0.9}, other=two))
        writer.flush()
    return city.item("重複候補"), one, two


@pytest.mark.parametrize(
    ("table", "keys", "own"), [("request", ("R7-1", "R7-3"), "req_no"), ("damage", ("D1", "D2"), "dmg_id")]
)
def test_of_a_pair_the_one_that_goes_names_the_one_that_stays(city, table, keys, own):
    item, one, two = suspect(city, table, keys)
    before = city.content()
    outcome = decide(city.store, [Decision(item.id, "accept")], "係員")
    assert outcome.done == 0 and "stays" in outcome.refused[0][1]
    batch = city.take(item, "accept", values={"keep": two})
    number = city.rows(table, own, f"uuid = '{two}'")[0][0]
    assert city.rows(table, "dup_of", f"uuid = '{one}'") == [(number,)]
    assert not city.again().changed
    if table == "request":  # a change of the row keeps the mark
        city.requests([LEDGER[0].replace("穴が", "陥没が"), *LEDGER[1:]])
        city.again()
        assert city.rows(table, "dup_of", f"uuid = '{one}'") == [(number,)]
    else:
        undo(city.store, batch, "係員")
        assert city.content() == before


def test_a_rejected_pair_is_decided_and_changes_no_row(city):
    item, one, _ = suspect(city)
    with open_store(city.store) as store:
        assert subject(store, item).other.title != subject(store, item).title
    city.take(item, "reject")
    assert city.item("重複候補", decided=True).decision == "却下"
    assert city.rows("request", "dup_of", f"uuid = '{one}'") == [(None,)]


def add_reference(city, kind, name, geom):
    with open_store(city.store) as store, store.transaction() as con:
        for statement in ddl.rtree_triggers_drop("reference"):
            con.execute(statement)
        (blob,) = encode(np.array([geom], dtype=object), store.srs_id)
        con.execute(
            "INSERT INTO reference (uuid, city_code, src_file, src_row, ref_id, kind, name_ja, geom)"
            " VALUES (?, '082244', '', 0, ?, ?, ?, ?)",
            (f"{name:0<36}"[:36], name, kind, name, blob),
        )
        for statement in ddl.rtree_triggers_create("reference"):
            con.execute(statement)


def test_candidate_places_come_from_towns_and_landmarks_the_finest_first(city):
    x, y = city.point()
    town = shapely.box(x - 500, y - 500, x + 500, y + 500)
    add_reference(city, "TW", "大柏", town)
    add_reference(city, "SC", "試験小学校", shapely.Point(x + 40, y))
    city.requests([LEDGER[0], LEDGER[1].replace("草が", "試験小学校の前の草が"), *LEDGER[2:]])
    city.again()
    with open_store(city.store) as store:
        hints = subject(store, city.item("位置未特定")).hints
    assert [(h.label, h.gl) for h in hints] == [("試験小学校", "3"), ("大柏", "6")]
    assert hints[0].point == (x + 40, y) and town.contains(shapely.Point(hints[1].point))
    assert hints[0].radius_m < hints[1].radius_m and all(h.why for h in hints)


def test_a_route_that_the_row_names_is_a_candidate(city):
    with open_store(city.store) as store, store.transaction() as con:
        for table in ("section", "request"):
            for statement in ddl.rtree_triggers_drop(table):
                con.execute(statement)
        line = shapely.LineString([(12000, -5000), (13000, -5000)])
        (blob,) = encode(np.array([line], dtype=object), store.srs_id)
        con.execute(
            "INSERT INTO section (uuid, city_code, src_file, src_row, route_key, section_id, geom)"
            " VALUES (?, '082244', '', 0, 'k', 'k:001', ?)",
            ("s" * 36, blob),
        )
        con.execute("UPDATE request SET route_key = 'k', import_id = 'x' WHERE src_key = 'R7-2'")
        for table in ("section", "request"):
            for statement in ddl.rtree_triggers_create(table):
                con.execute(statement)
    with open_store(city.store) as store:
        hints = subject(store, city.item("位置未特定")).hints
    assert ("k", (12500.0, -5000.0), "7") in [(h.label, h.point, h.gl) for h in hints]


def test_a_store_of_the_model_before_decisions_is_brought_up_to_date(city):
    con = sqlite3.connect(city.store)
    for statement in ddl.edit_trigger_drop(model().tables["facility"]) + ddl.edit_trigger_drop(
        model().tables["damage"]
    ):
        con.execute(statement)
    con.execute("DROP TABLE decision")
    con.execute("DELETE FROM gpkg_contents WHERE table_name = 'decision'")
    con.execute("DELETE FROM gpkg_data_columns WHERE table_name = 'decision' OR column_name = 'dup_of'")
    con.execute("DELETE FROM gpkg_data_column_constraints WHERE constraint_name = 'DCACT'")
    for table in ("facility", "damage"):
        for (name,) in con.execute(
            "SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE ?", (f"%{table}%dup_of%",)
        ).fetchall():
            con.execute(f'DROP INDEX "{name}"')
        for statement in ddl.rtree_triggers_drop(table):
            con.execute(statement)
        con.execute(f"ALTER TABLE {table} DROP COLUMN dup_of")
        for statement in ddl.rtree_triggers_create(table):
            con.execute(statement)
    con.execute("UPDATE settings SET value = '1' WHERE key = 'schema_version'")
    con.commit()
    con.close()
    rows = city.rows("request")
    copy, done = migrate.migrate_store(city.store)
    assert copy.exists() and len(done) == len({*done}) >= 4
    assert city.rows("request") == rows
    assert not city.again().changed
    with open_store(city.store) as store:
        assert store.schema_version == model().version
        item = waiting(store, kinds=["コード不明"])[0]
    city.take(item, "correct", values={"kd": "通報"})
    item, _, two = suspect(city, "damage", ("D1", "D2"))
    city.take(item, "accept", values={"keep": two})
