"""The packed spatial index is a valid R-tree of SQLite that finds what the rows hold."""

import sqlite3

import numpy as np
import pytest
from gunmane.layers.store import rtree_pack
from gunmane.layers.store.rtree_pack import rebuild
from hypothesis import given
from hypothesis import strategies as st


def tree(count: int, seed: int = 1):
    con = sqlite3.connect(":memory:", isolation_level=None)
    con.execute("CREATE VIRTUAL TABLE t USING rtree(id, minx, maxx, miny, maxy)")
    chance = np.random.default_rng(seed)
    west, south = chance.uniform(-20_000, 20_000, (2, count))
    boxes = np.column_stack(
        [west, west + chance.uniform(0, 300, count), south, south + chance.uniform(0, 300, count)]
    )
    ids = np.arange(1, count + 1) * 3
    assert rebuild(con, "t", ids, boxes)
    return con, ids, boxes


@pytest.mark.parametrize("count", [0, 1, 50, 51, 52, 2000, 60_000])
def test_sqlite_finds_the_index_sound_and_complete(count):
    con, ids, boxes = tree(count)
    assert con.execute("SELECT rtreecheck('t')").fetchone()[0] == "ok"
    assert [r[0] for r in con.execute("SELECT id FROM t ORDER BY id")] == ids.tolist()


def test_a_search_finds_what_a_comparison_of_all_boxes_finds():
    con, ids, boxes = tree(5000)
    for west, south in ((0, 0), (-15_000, 3000), (19_000, 19_000)):
        hit = (
            (boxes[:, 1] >= west)
            & (boxes[:, 0] <= west + 900)
            & (boxes[:, 3] >= south)
            & (boxes[:, 2] <= south + 900)
        )
        found = con.execute(
            "SELECT id FROM t WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?",
            (west, west + 900, south, south + 900),
        )
        assert {r[0] for r in found} >= set(ids[hit].tolist())


def test_rows_can_be_added_changed_and_removed_afterwards():
    con, ids, _ = tree(3000)
    con.execute("DELETE FROM t WHERE id = ?", (int(ids[7]),))
    con.executemany("INSERT INTO t VALUES (?, 1, 2, 3, 4)", [(n,) for n in range(100_000, 100_500)])
    assert con.execute("SELECT rtreecheck('t'), (SELECT count(*) FROM t)").fetchone() == ("ok", 3499)


METRES = st.floats(-1e6, 1e6).filter(lambda value: value == 0 or abs(value) > 1e-6)


@given(st.lists(METRES, min_size=4, max_size=4))
def test_a_rounded_box_never_gets_smaller(values):
    west, east = sorted(values[:2])
    south, north = sorted(values[2:])
    kept = rtree_pack.rounded(np.array([[west, east, south, north]]))[0].astype(float)
    assert kept[0] <= west and kept[1] >= east and kept[2] <= south and kept[3] >= north


def test_where_sqlite_guards_its_inner_tables_nothing_is_changed(monkeypatch):
    con, ids, boxes = tree(100)

    def guarded(*_):
        con.execute("DELETE FROM t_rowid")
        raise sqlite3.OperationalError("table t_node may not be modified")

    monkeypatch.setattr(rtree_pack, "_write", guarded)
    assert rebuild(con, "t", ids[:5], boxes[:5]) is False
    assert con.execute("SELECT rtreecheck('t'), (SELECT count(*) FROM t)").fetchone() == ("ok", 100)
