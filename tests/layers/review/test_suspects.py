"""Suspects of the check in the queue: added once, withdrawn when gone, never asked again once decided."""

from __future__ import annotations

import sqlite3

import pandas as pd
import pytest

A, B, C = (letter * 36 for letter in "abc")


@pytest.fixture
def store(tmp_path):
    from gunmane.layers.store import create_store

    store = create_store(tmp_path / "gunmane.gpkg")
    yield store
    store.close()


def pair(one=A, two=B, kind="duplicate_request", table="request", x=10.0):
    return {
        "kind": kind, "table": table, "uuid": one, "other_table": table, "other_uuid": two, "city": "082244",
        "other_city": None, "field": None, "x": x, "y": 20.0, "located": "finding",
        "values": {"distance": 3.14159, "days": 4}, "title": "同じ要望が二度ある", "text": "一と二", "remedy": "直す",
        "src_file": "要望.csv", "src_row": 7.0,
    }  # fmt: skip


def lost(uuid=C, value="082244-F09-99999"):
    return {
        **pair(uuid, None, "dangling_reference", "damage", float("nan")),
        "field": "fac_id", "values": {"value": value, "target": "facility"}, "located": "city", "other_table": None,
    }  # fmt: skip


def add(store, *rows):
    from gunmane.layers.review.suspects import add_suspects

    return add_suspects(store, pd.DataFrame(list(rows) or [pair()]).iloc[: len(rows)])


def items(store):
    from gunmane.layers.review.queue import waiting

    return waiting(store)


def decide(store, decision="却下"):
    from gunmane.layers.store import ddl

    for statement in ddl.rtree_triggers_drop("review_item"):
        store.con.execute(statement)
    store.con.execute("UPDATE review_item SET decision = ?", (decision,))
    for statement in ddl.rtree_triggers_create("review_item"):
        store.con.execute(statement)
    store.con.commit()


def test_a_pair_becomes_one_item_with_both_rows_and_its_place(store):
    counts = add(store, pair(), lost())
    one, two = sorted(items(store), key=lambda item: item.kind, reverse=True)
    assert counts.added == 2
    assert (one.kind, one.row_uuid, one.other_uuid, one.point) == ("重複候補", A, B, (10.0, 20.0))
    assert (one.file, one.row, one.detail["distance"]) == ("要望.csv", 7, 3.14)
    assert (two.kind, two.field, two.raw, two.point) == ("その他", "fac_id", "082244-F09-99999", None)


def test_a_second_run_adds_nothing_whichever_row_comes_first(store):
    add(store, pair(), lost())
    before = {item.id for item in items(store)}
    counts = add(store, pair(B, A), lost())
    assert (counts.added, counts.kept, counts.withdrawn) == (0, 2, 0)
    assert {item.id for item in items(store)} == before


def test_what_is_no_longer_found_is_withdrawn(store):
    add(store, pair(), lost())
    counts = add(store, lost())
    assert (counts.added, counts.withdrawn) == (0, 1)
    assert [item.kind for item in items(store)] == ["その他"]
    left = store.con.execute("SELECT count(*) FROM rtree_review_item_geom").fetchone()[0]
    assert left == 0, "its place stays in the spatial index"


@pytest.mark.parametrize("decision", ["却下", "採用"])
def test_a_decided_pair_is_never_suspected_again(store, decision):
    add(store, pair())
    decide(store, decision)
    for rows in ([pair(B, A)], [pair(kind="border_request")]):
        counts = add(store, *rows)
        assert (counts.added, counts.decided) == (0, 1)
    assert add(store, lost()).withdrawn == 0 and not [i for i in items(store) if i.kind == "重複候補"]
    assert store.con.execute("SELECT count(*) FROM review_item").fetchone()[0] == 2


def test_a_cell_that_the_import_asks_about_is_not_asked_twice(store):
    store.con.execute("DROP TRIGGER IF EXISTS rtree_review_item_geom_insert")
    store.con.execute(
        "INSERT INTO review_item (uuid, city_code, kind, row_uuid, decision, detail, src_key)"
        " VALUES (?, '082244', 'その他', ?, '未定', '{\"field\": \"fac_id\"}', 'damage|x')",
        ("d" * 36, C),
    )
    store.con.commit()
    assert add(store, lost()).added == 0


def test_drawings_are_not_for_the_queue(store):
    assert add(store, pair(kind="duplicate_section", table="section")).added == 0


def test_all_or_nothing(store, monkeypatch):
    from gunmane.layers.review import suspects

    def broken(*_):
        raise sqlite3.OperationalError("database or disk is full")

    add(store, pair())
    monkeypatch.setattr(suspects, "_insert", broken)
    with pytest.raises(Exception, match="."):
        add(store, lost())
    assert [item.kind for item in items(store)] == ["重複候補"]


def test_the_index_triggers_are_there_afterwards(store):
    def triggers():
        sql = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'review_item' ORDER BY 1"
        return store.con.execute(sql).fetchall()

    before = triggers()
    add(store, pair())
    assert triggers() == before
