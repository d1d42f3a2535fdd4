"""Possible links across borders: one item a pair of ends, decided once, handed to the next linking run."""

from __future__ import annotations

import sqlite3

import network_store as net
import pandas as pd
import pytest
from gunmane.layers import planning
from gunmane.layers.review import decide as deciding
from gunmane.layers.review.decide import Decision
from gunmane.layers.review.links import add_links, link_decisions
from gunmane.layers.review.queue import counts, subject, waiting
from gunmane.layers.store import open_store
from network_store import END, START, A, B, C


@pytest.fixture
def path(tmp_path):
    return net.make(tmp_path / "store.gpkg")


def add(path, rows, **more):
    with open_store(path) as store:
        return add_links(store, rows, **more)


def items(path, decided=False):
    with open_store(path) as store:
        return waiting(store, decided=decided)


def take(path, action, item=None, **values):
    item = item or items(path)[0]
    return deciding.decide(path, [Decision(item.id, action, values=values)], "係員")


def pairs(path):
    """What the next linking run is told: {(section, end, section, end): decision}, by the names of the drawing."""
    name = {net.uuid_of(n): n for n in net.LINES}
    with open_store(path) as store:
        found = link_decisions(store)
    return {
        (*sorted(((name[r.section_a], r.end_a), (name[r.section_b], r.end_b))),): r.decision
        for r in found.itertuples()
    }


A1, B1, B2, C1 = ("a1", END), ("b1", END), ("b2", END), ("c1", START)


def test_a_candidate_is_one_item_with_both_sections_and_the_alternatives(path):
    assert add(path, net.review()).added == 1
    (item,) = items(path)
    assert (item.kind, item.table, item.city_code) == ("連結候補", "section", item.detail["a"]["city"])
    assert {item.row_uuid, item.other_uuid} == {net.uuid_of("a1"), net.uuid_of("b1")}
    assert (
        item.point == (0.0, 0.0)
        and item.detail["gap_m"] == 4.0
        and item.detail["text"] == "近い候補が二つある"
    )
    sides = {item.detail[side]["city_name"]: item.detail[side] for side in "ab"}
    assert sides["守谷市"]["name"] == "a1号線" and sides["守谷市"]["end"] == END
    (other,) = item.detail["alternatives"]
    assert other["name"] == "b2号線" and other["score"] == 0.7
    assert item.detail[other["keep"]]["section"] == net.uuid_of("a1")
    with open_store(path) as store:
        assert counts(store) == {(item.city_code, "連結候補"): (1, 0)}


def test_the_other_way_round_and_by_number_it_is_the_same_item(path):
    add(path, net.review())
    before = items(path)
    turned = net.review(("b1", END, "a1", END))
    turned["alternatives"] = [[{
        "section_a": net.id_of("a1"), "end_a": END, "section_b": net.id_of("b2"), "end_b": END, "score": 0.7,
        "gap_m": 12.6,
    }]]  # fmt: skip
    turned["section_a"] = net.id_of("b1")
    done = add(path, turned)
    assert (done.added, done.kept, done.withdrawn) == (0, 1, 0) and items(path) == before


def test_what_changed_is_told_anew_and_what_is_not_found_goes_unless_decided(path):
    add(path, net.review(("a1", END, "b1", END), ("a2", END, "c1", START)))
    take(path, "reject", next(i for i in items(path) if net.uuid_of("a2") in (i.row_uuid, i.other_uuid)))
    done = add(path, net.review(score=0.5))
    assert (done.kept, done.withdrawn, items(path)[0].detail["score"]) == (1, 0, 0.5)
    done = add(path, net.review()[:0])
    assert (done.withdrawn, items(path), len(items(path, True))) == (1, [], 1)
    done = add(path, net.review(("a2", END, "c1", START)))
    assert (done.added, done.decided, items(path)) == (0, 1, [])
    con = sqlite3.connect(path)
    assert con.execute("SELECT count(*) FROM rtree_review_item_geom").fetchone() == (1,)
    con.close()


def test_a_run_of_two_cities_withdraws_nothing_of_others(path):
    add(path, net.review(("a1", END, "b1", END), ("a2", END, "c1", START)))
    assert add(path, None, cities=(A, B)).withdrawn == 1
    assert [C in (i.detail["a"]["city"], i.detail["b"]["city"]) for i in items(path)] == [True]


def test_sections_that_the_store_lacks_are_counted(path):
    rows = net.review()
    rows["section_b"] = "zz"
    assert add(path, rows).unknown == 1 and items(path) == []


def test_accepted_and_rejected_links_are_handed_on_and_taken_back(path):
    add(path, net.review(("a1", END, "b1", END), ("a1", END, "b2", END)))
    first, second = sorted(items(path), key=lambda i: net.uuid_of("b2") in (i.row_uuid, i.other_uuid))
    done = take(path, "accept", first)
    assert done.refused == [] and pairs(path) == {(A1, B1): "accept"}
    take(path, "reject", second)
    assert pairs(path) == {(A1, B1): "accept", (A1, B2): "reject"}
    assert deciding.undo(path, done.batch, "係員").done == 1
    assert pairs(path) == {(A1, B2): "reject"} and [i.id for i in items(path)] == [first.id]
    assert deciding.redo(path, done.batch, "係員").done == 1
    assert pairs(path) == {(A1, B1): "accept", (A1, B2): "reject"}


def test_an_end_is_joined_once(path):
    add(path, net.review(("a1", END, "b1", END), ("a1", END, "b2", END)))
    both = items(path)
    done = deciding.decide(path, [Decision(i.id, "accept") for i in both], "係員")
    assert done.done == 1 and len(done.refused) == 1 and "joined" in done.refused[0][1]
    deciding.undo(path, done.batch, "係員")
    second = deciding.decide(path, [Decision(both[1].id, "accept")], "係員")
    again = deciding.redo(path, done.batch, "係員")
    assert (second.done, again.done, len(again.refused)) == (1, 0, 1)
    assert list(pairs(path).values()) == ["accept"]


def side(item, name):
    return next(s for s in "ab" if item.detail[s]["section"] == net.uuid_of(name))


@pytest.mark.parametrize("by", [net.uuid_of, net.id_of])
def test_a_redrawn_link_rejects_what_was_proposed_and_joins_what_was_chosen(path, by):
    add(path, net.review())
    item = items(path)[0]
    done = take(path, "correct", section=by("b2"), end=END, keep=side(item, "a1"))
    assert done.refused == [] and pairs(path) == {(A1, B1): "reject", (A1, B2): "accept"}
    assert items(path, True)[0].decision == "修正"
    with open_store(path) as store:
        assert link_decisions(store)["redrawn"].tolist() == [True, True]
    deciding.undo(path, done.batch, "係員")
    assert pairs(path) == {}


def test_the_other_end_may_be_the_one_that_stays_and_a_third_city_may_join(path):
    add(path, net.review())
    item = items(path)[0]
    assert take(path, "correct", item, section=net.uuid_of("c1"), end=START, keep=side(item, "b1")).done == 1
    assert pairs(path) == {(A1, B1): "reject", (B1, C1): "accept"}


@pytest.mark.parametrize(
    "values, word",
    [
        ({"section": "a2", "end": END}, "one city"),
        ({"section": "b1", "end": START}, "apart"),
        ({"section": "nowhere", "end": END}, "no such end"),
        ({"section": "b2", "end": "まんなか"}, "no such end"),
    ],
)
def test_what_cannot_be_joined_is_refused(path, values, word):
    add(path, net.review())
    item = items(path)[0]
    if values["section"] in net.LINES:
        values = {**values, "section": net.uuid_of(values["section"])}
    done = take(path, "correct", item, keep=side(item, "a1"), **values)
    assert done.done == 0 and word in done.refused[0][1] and pairs(path) == {}


def test_a_decision_on_a_link_does_not_touch_the_roads_nor_the_next_import(path):
    from gunmane.layers.review.replay import Replay

    add(path, net.review())
    before = net.rows(path, "section")
    take(path, "accept")
    assert net.rows(path, "section") == before
    with open_store(path) as store:
        assert not Replay(store, A)._kept.get("section", {}).get(net.uuid_of("a1"))


def test_the_view_has_the_ends_of_other_cities_in_reach_the_weighed_ones_first(path):
    add(path, net.review())
    (item,) = items(path)
    with open_store(path) as store:
        view = subject(store, item).link
    keep = side(item, "a1")
    found = [(e.section_id, e.end, round(e.distance_m, 1), e.score) for e in view.partners[keep]]
    assert found == [
        (net.id_of("b1"), END, 4.0, 0.8), (net.id_of("b2"), END, 12.6, 0.7), (net.id_of("c1"), START, 20.4, None)
    ]  # fmt: skip
    assert view.kept(keep).label == "守谷市 a1号線" and view.kept(keep).point == (-2, 0)
    assert {e.section_id for e in view.partners["b" if keep == "a" else "a"]} == {
        net.id_of("a1"), net.id_of("c1"), net.id_of("a2")
    } - {net.id_of("a2")}  # fmt: skip
    assert view.nearest(keep, (3, 19), 2.0).section_id == net.id_of("c1")
    assert view.nearest(keep, (3, 15), 2.0) is None


def test_a_link_whose_section_is_gone_has_no_view_but_can_be_rejected(path):
    add(path, net.review())
    con = sqlite3.connect(path)
    for (name,) in con.execute(
        "SELECT name FROM sqlite_master WHERE type='trigger' AND tbl_name='section'"
    ).fetchall():
        con.execute(f'DROP TRIGGER "{name}"')
    con.execute("UPDATE section SET vanished_at = '2026-01-01' WHERE uuid = ?", (net.uuid_of("b1"),))
    con.commit()
    con.close()
    with open_store(path) as store:
        assert subject(store, items(path)[0]).link is None
    assert take(path, "reject").done == 1


def test_a_linking_run_brings_the_items_and_the_same_run_brings_back_what_another_withdrew(path):
    def run(rows, print_, *sections):
        tables = {"border_link": net.border_links(), "review_item": rows}
        if sections:
            tables["plan_section"] = pd.DataFrame({"section": map(net.uuid_of, sections)})
        return planning.write_network_plan(path, planning.LINKING, tables, {}, print_)

    run(net.review(), "p1")
    (first,) = items(path)
    run(net.review()[:0], "p0", "a1", "c1")  # of two cities only: nothing is said of the third
    assert [i.id for i in items(path)] == [first.id]
    run(net.review()[:0], "p2", "a1", "b1")
    assert items(path) == []
    assert not run(net.review(), "p1").new
    assert [i.id for i in items(path)] == [first.id]
    take(path, "accept")
    run(net.review()[:0], "p2")
    assert [i.id for i in items(path, True)] == [first.id]


def test_an_end_that_meets_the_middle_of_a_road_is_an_item_too(path):
    rows = net.review(("b1", END, "a2", None))
    rows["alternatives"] = None
    add(path, rows)
    (item,) = items(path)
    with open_store(path) as store:
        view = subject(store, item).link
    keep = side(item, "b1")
    first = view.partners[keep][0]
    assert (first.section_id, first.end, first.point) == (net.id_of("a2"), None, (-2.0, 100.0))
    assert list(view.partners) == [keep]  # a middle is met by an end, never the other way round
    assert take(path, "accept", item).done == 1
    with open_store(path) as store:
        (row,) = link_decisions(store).itertuples()
    ends = {(row.section_a, row.end_a), (row.section_b, row.end_b)}
    assert ends == {(net.uuid_of("b1"), END), (net.uuid_of("a2"), None)}
    assert (row.state, row.decision) == ("採用", "accept")


def test_a_road_that_may_be_drawn_twice_is_asked_too(path):
    rows = net.review(("b1", None, "a1", None), kind="二重描画", reason="七割が重なる", score=0.7)
    rows["alternatives"] = "[]"
    add(path, pd.concat([net.review().drop(columns="gap_m"), rows]))
    link, drawn = sorted(items(path), key=lambda i: i.kind, reverse=True)
    assert (drawn.kind, drawn.detail["text"], link.kind) == ("二重描画", "七割が重なる", "連結候補")
    assert link.detail["gap_m"] == 4.0 and link.id != drawn.id  # of the same two sections
    with open_store(path) as store:
        assert subject(store, drawn).link is None and subject(store, drawn).other.title
    assert "one road" in take(path, "correct", drawn, section="x").refused[0][1]
    done = take(path, "accept", drawn)
    with open_store(path) as store:
        (row,) = link_decisions(store).itertuples()
    assert {row.section_a, row.section_b} == {net.uuid_of("a1"), net.uuid_of("b1")}
    assert (row.end_a, row.end_b, row.state) == (None, None, "採用")
    assert take(path, "accept", link).done == 1  # no end was joined by that
    assert deciding.undo(path, done.batch, "係員").done == 1
    assert add(path, net.review()).withdrawn == 1
