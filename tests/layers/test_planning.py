"""Plan runs in the store: kept once, adopted without an edit stamp, known to be out of date."""

import os
import sqlite3
import sys

import numpy as np
import pandas as pd
import pytest
from gunmane.analysis.standards import builtin, judge, sentences
from gunmane.layers import planning
from gunmane.layers.errors import GunmaneError
from gunmane.layers.frames import read_table
from gunmane.layers.importing.undo import undo_import
from gunmane.layers.store import open_store

sys.path.insert(0, os.path.dirname(__file__))
from city_fixture import PROFILE, City

AS_OF = "2026-06-10T09:00:00+09:00"
DAMAGES = [
    "番号,発見日,施設,損傷,深さ,直径",
    "D1,R7.4.1,車道舗装,ポットホール,約５ｃｍ,12cm",
    "D2,R7.4.5,側溝,破損,,",
]
MORE = ["D3,R7.4.6,車道舗装,ポットホール,2cm,12cm", "D4,R7.4.7,車道舗装,ポットホール,12cm,"]


@pytest.fixture
def city(tmp_path):
    made = City(tmp_path)
    made.profile(
        PROFILE.replace('"要望" = { link = "request" }', '"直径" = { field = "dia_cm", unit = "cm" }')
    )
    made.write("損傷.csv", "\n".join([*DAMAGES, *MORE]) + "\n")
    made.run()
    return made


def judged(store_path, as_of=AS_OF, standards=None):
    """(rows of T26, print of the inputs, marks) of all damages of a store."""
    with open_store(store_path, readonly=True) as store:
        marks = planning.marks(store)
        damages = read_table(store, "damage", geometry=False)
    found = judge(damages, standards or builtin(examples=False), as_of=as_of)
    rows = found.table()
    rows["damage"] = damages["uuid"].to_numpy()
    rows["reason"] = sentences(found)
    rows["transfer"], rows["rp"] = found.frame["transfer"].to_numpy(), found.frame["rp"].to_numpy()
    rows["visit_due"] = pd.Series(found.frame["visit_due"]).astype(str).replace("NaT", None)
    return rows, planning.input_hash(damages.drop(columns=["imported_at"])), marks


def keep(path, as_of=AS_OF, standards=None, **more):
    rows, print_, marks = judged(path, as_of, standards)
    ver = "2025-04" if standards is None else "stricter"
    return planning.write_plan(
        path, planning.JUDGING, rows, {"as_of": as_of, "standards": ver}, print_, ver, marks=marks, **more
    )


def whole(path, table):
    con = sqlite3.connect(path)
    try:
        return con.execute(f"SELECT * FROM {table} ORDER BY fid").fetchall()
    finally:
        con.close()


def test_a_run_is_kept_with_its_rows_and_the_same_run_writes_nothing(city):
    first = keep(city.store, author="係長", name="6月")
    assert first.new and first.rows == 4 and first.plan_id.startswith("judge-")
    before = whole(city.store, "plan_run"), whole(city.store, "judgement")
    again = keep(city.store, author="別の人", name="もう一度")
    assert again == (first.plan_id, False, 4, 0)
    assert (whole(city.store, "plan_run"), whole(city.store, "judgement")) == before
    assert [r[0] for r in city.rows("judgement", "level")] == ["L2", "NJ", "L1", "L3"]
    assert city.rows("plan_run", "name, author, adopted, n_items, std_ver") == [
        ("6月", "係長", 0, 4, "2025-04")
    ]
    assert keep(city.store, as_of="2026-06-11T09:00:00+09:00").new  # another parameter, another run


def test_the_print_of_the_inputs_does_not_know_the_order_of_rows_but_their_contents():
    frame = pd.DataFrame({"a": [1.0, 2.0, np.nan], "b": ["x", None, "z"]})
    same = planning.input_hash(frame.iloc[[2, 0, 1]][["b", "a"]])
    assert planning.input_hash(frame) == same == planning.input_hash(frame.astype(object))
    swapped = pd.DataFrame({"a": [2.0, 1.0, np.nan], "b": ["x", None, "z"]})
    assert planning.input_hash(swapped) != same
    assert planning.input_hash(frame, None) != planning.input_hash(None, frame)


def test_adopting_copies_the_judgement_and_stamps_no_edit(city):
    plan = keep(city.store).plan_id
    done = planning.adopt(city.store, plan, "係長")
    assert (done.changed, done.former) == (4, [])
    rows = city.rows("damage", "judge, std_id, rp, judge_at, judge_plan, needs_measure, transfer, edited_at")
    assert [row[:3] for row in rows] == [
        ("L2", "S01", "P1"), ("NJ", None, "P3"), ("L1", "S01", "P1"), ("L3", "S01", "P3"),
    ]  # fmt: skip
    assert [row[5:] for row in rows] == [(0, 0, None), (0, 0, None), (0, 0, None), (1, 0, None)]
    assert all(row[3:5] == (AS_OF, plan) for row in rows)
    before = whole(city.store, "damage"), whole(city.store, "plan_run")
    assert planning.adopt(city.store, plan, "係長").changed == 0
    assert (whole(city.store, "damage"), whole(city.store, "plan_run")) == before
    # The triggers are back: a hand edit is stamped, and through OGR, which needs those of the spatial index.
    city.edit("UPDATE damage SET depth_cm = 6 WHERE dmg_id LIKE '%D3'")
    assert city.rows("damage", "edited_at IS NOT NULL", "dmg_id LIKE '%D3'") == [(1,)]


def test_adopting_another_run_puts_the_former_one_away(city):
    a = keep(city.store).plan_id
    planning.adopt(city.store, a)
    b = keep(
        city.store, standards=builtin(examples=False).with_cell("S01", "repair_c1", 2.0, on=AS_OF)
    ).plan_id
    done = planning.adopt(city.store, b)
    assert done.former == [a] and done.changed == 4
    with open_store(city.store, readonly=True) as store:
        assert {p.plan_id: p.adopted for p in planning.plans(store)} == {a: False, b: True}
        moved = planning.compare_plans(store, a, b)
        assert planning.compare_plans(store, a, a).empty
    assert moved[["dmg_id", "level_a", "level_b", "moved"]].to_numpy().tolist() == [
        ["082244-D3", "L1", "L2", "worse"]
    ]
    assert city.rows("damage", "judge", "dmg_id LIKE '%D3'") == [("L2",)]


def test_a_state_that_a_person_set_stays(city):
    city.edit("UPDATE damage SET rp = 'P2' WHERE dmg_id LIKE '%D4'")
    planning.adopt(city.store, keep(city.store).plan_id)
    assert city.rows("damage", "rp", "dmg_id LIKE '%D4'") == [("P2",)]
    assert city.rows("damage", "rp", "dmg_id LIKE '%D2'") == [("P3",)]


def test_an_import_keeps_the_judgement_and_what_changed_is_listed(city):
    plan = keep(city.store).plan_id
    planning.adopt(city.store, plan)
    listed = lambda: _outdated(city.store)  # noqa: E731
    assert listed() == {}
    city.run()  # the same files: nothing changes
    assert listed() == {} and [r[0] for r in city.rows("damage", "judge")] == ["L2", "NJ", "L1", "L3"]
    changed = [*DAMAGES, MORE[0].replace("2cm", "7cm"), MORE[1], "D5,R7.4.8,車道舗装,ポットホール,3cm,5cm"]
    city.write("損傷.csv", "\n".join(changed) + "\n")
    city.run()
    assert city.rows("damage", "depth_cm, judge, judge_plan", "dmg_id LIKE '%D3'") == [(7.0, "L1", plan)]
    assert listed() == {"082244-D3": "changed", "082244-D5": "new"}
    renewed = keep(city.store)
    assert renewed.new
    planning.adopt(city.store, renewed.plan_id)
    assert listed() == {} and city.rows("damage", "judge", "dmg_id LIKE '%D3'") == [("L2",)]


def test_a_hand_edit_and_a_silent_change_of_a_measure_are_listed_and_a_note_is_not(city):
    planning.adopt(city.store, keep(city.store).plan_id)
    city.edit("UPDATE damage SET cause = 'lorries' WHERE dmg_id LIKE '%D4'")
    assert _outdated(city.store) == {}
    city.edit("UPDATE damage SET depth_cm = 3 WHERE dmg_id LIKE '%D4'")
    con = sqlite3.connect(city.store)  # as a decision of the review dock does: without stamps
    for (name,) in con.execute(
        "SELECT name FROM sqlite_master WHERE type='trigger' AND tbl_name='damage'"
    ).fetchall():
        con.execute(f'DROP TRIGGER "{name}"')
    con.execute("UPDATE damage SET dia_cm = 30 WHERE dmg_id LIKE '%D3'")
    con.commit()
    con.close()
    assert _outdated(city.store) == {"082244-D3": "changed", "082244-D4": "changed"}


def test_a_change_between_reading_and_keeping_is_not_missed(city):
    rows, print_, marks = judged(city.store)
    city.edit("UPDATE damage SET depth_cm = 30 WHERE dmg_id LIKE '%D3'")
    plan = planning.write_plan(city.store, planning.JUDGING, rows, {"as_of": AS_OF}, print_, marks=marks)
    planning.adopt(city.store, plan.plan_id)
    assert _outdated(city.store) == {"082244-D3": "changed"}


def test_runs_of_parts_stand_beside_each_other(city):
    rows, print_, marks = judged(city.store)
    a = planning.write_plan(
        city.store, planning.JUDGING, rows.iloc[:2], {"as_of": AS_OF}, print_ + "a", marks=marks
    )
    b = planning.write_plan(
        city.store, planning.JUDGING, rows.iloc[2:], {"as_of": AS_OF}, print_ + "b", marks=marks
    )
    planning.adopt(city.store, a.plan_id)
    assert set(_outdated(city.store).values()) == {"new"}
    assert planning.adopt(city.store, b.plan_id).former == [] and _outdated(city.store) == {}
    with open_store(city.store, readonly=True) as store:
        assert all(plan.adopted for plan in planning.plans(store))
        assert set(planning.compare_plans(store, a.plan_id, b.plan_id)["moved"]) == {"only_a", "only_b"}


def test_removing_an_adopted_run_is_refused_unless_it_is_meant(city):
    plan = keep(city.store).plan_id
    planning.adopt(city.store, plan)
    with pytest.raises(GunmaneError, match="adopted"):
        planning.remove_plan(city.store, plan)
    assert planning.remove_plan(city.store, plan, even_adopted=True) == 4
    assert city.rows("damage", "DISTINCT judge, judge_at, judge_plan, rp") == [(None, None, None, None)]
    assert city.rows("plan_run") == [] and city.rows("judgement") == []


def test_what_does_not_fit_is_refused_with_words(city):
    rows, print_, _ = judged(city.store)
    with pytest.raises(GunmaneError, match="no column colour"):
        planning.write_plan(city.store, planning.JUDGING, rows.assign(colour=1), {}, print_)
    with pytest.raises(GunmaneError, match="twice"):
        planning.write_plan(city.store, planning.JUDGING, pd.concat([rows, rows]), {}, print_)
    with pytest.raises(GunmaneError, match="None of the judged damages"):
        planning.write_plan(city.store, planning.JUDGING, rows.assign(damage=list("abcd")), {}, print_)
    with pytest.raises(GunmaneError, match="no plan run nowhere"):
        planning.adopt(city.store, "nowhere")
    strangers = rows.assign(damage=[*rows["damage"][:3], "x"])
    kept = planning.write_plan(city.store, planning.JUDGING, strangers, {}, print_)
    assert (kept.rows, kept.unknown) == (3, 1)


def test_a_failure_leaves_store_and_triggers_as_they_were(city, monkeypatch):
    plan = keep(city.store).plan_id
    before, triggers = whole(city.store, "damage"), city_triggers(city.store)
    monkeypatch.setattr(
        planning.adopting, "_flag", lambda *_: (_ for _ in ()).throw(RuntimeError("power cut"))
    )
    with pytest.raises(RuntimeError):
        planning.adopt(city.store, plan)
    assert whole(city.store, "damage") == before and city_triggers(city.store) == triggers


def test_an_import_can_still_be_taken_back_after_judging(city):
    city.write("損傷.csv", "\n".join([*DAMAGES, MORE[0].replace("2cm", "7cm"), MORE[1]]) + "\n")
    city.run()
    planning.adopt(city.store, keep(city.store).plan_id)
    undone = undo_import(city.store, "082244")
    assert undone.done and not undone.kept
    assert city.rows("damage", "depth_cm", "dmg_id LIKE '%D3'") == [(2.0,)]
    assert _outdated(city.store).keys() == {"082244-D3"}


def test_levels_and_spatial_index_survive(city):
    planning.adopt(city.store, keep(city.store).plan_id)
    con = sqlite3.connect(city.store)
    assert con.execute("SELECT rtreecheck('rtree_damage_geom')").fetchone() == ("ok",)
    con.close()


def city_triggers(path):
    con = sqlite3.connect(path)
    try:
        return sorted(con.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall())
    finally:
        con.close()


def _outdated(path):
    with open_store(path, readonly=True) as store:
        found = planning.outdated(store)
    return dict(zip(found["dmg_id"], found["why"]))
