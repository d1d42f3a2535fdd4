"""Input as it comes: each fault is clear, and none is fatal to the rest."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from gunmane.analysis import standards as st

AS_OF = "2026-06-10T09:00:00+09:00"
COMMON = st.builtin(examples=False)
SOUND = {"city_code": "082244", "ft": "F01", "dt": "D01", "route_key": "082244-C3-0001", "depth_cm": 6.0,
         "dia_cm": 5.0, "found_at": "2026-06-01T10:00:00+09:00"}  # fmt: skip


def judge(*records, standards=COMMON, **options):
    return st.judge(pd.DataFrame([{**SOUND, **r} for r in records]), standards, as_of=AS_OF, **options)


def codes(found, row=0):
    return found.flags.loc[found.flags["row"] == row, "code"].tolist()


@pytest.mark.parametrize(
    ("value", "why", "code"),
    [
        (None, "missing", []),
        (-3.0, "negative", ["W-STDNEGATIVE"]),
        (np.inf, "unreadable", ["E-STDVALUE"]),
        ("deep", "unreadable", ["E-STDVALUE"]),
        ("", "missing", []),
    ],
)
def test_a_measure_that_cannot_be_used_is_no_judgement_and_the_next_record_is_judged(value, why, code):
    found = judge({"depth_cm": value}, {})
    assert found.frame["level"].tolist() == ["NJ", "L2"]
    assert found.frame.loc[0, "why"] == why and found.frame.loc[0, "rp"] == "P3"
    assert codes(found) == code and codes(found, 1) == []


def test_millimetres_in_a_column_of_centimetres_are_flagged_and_not_mended():
    found = judge({"depth_cm": 50.0})
    assert codes(found) == ["W-STDSUSPECT"]
    assert found.frame.loc[0, ["level", "value", "rp"]].tolist() == ["L3", 50.0, "P3"]
    found = judge({"ft": "F02", "dt": "D05", "step_mm": 1.5})
    assert codes(found) == ["W-STDSUSPECT"] and found.frame.loc[0, "level"] == "L0"


def test_unknown_types_and_kinds_without_a_standard_are_said_and_listed():
    found = judge(
        {"ft": "F01", "dt": "D20"}, {"ft": "F99"}, {"dt": None}, {"ft": "ZZ"}, {"ft": "F01", "dt": "D20"}, {}
    )
    assert found.frame["level"].tolist() == ["NJ"] * 5 + ["L2"]
    assert codes(found, 0) == ["E-STDNONE"] and codes(found, 1) == codes(found, 2) == codes(found, 3) == [
        "E-STDTYPE"
    ]
    listed = found.without_standard()
    assert listed.iloc[0].tolist() == ["F01", "D20", 2] and listed["n"].sum() == 5
    assert found.totals() == {"L3": 0, "L2": 1, "L1": 0, "L0": 0, "NJ": 5, "transfer": 0}


def test_a_road_that_nobody_knows_is_judged_as_class_1_and_flagged():
    found = judge({"route_key": None, "depth_cm": 4.0}, {"route_key": "082244-X9-0001", "depth_cm": 4.0})
    assert found.frame["level"].tolist() == ["L2", "L2"]
    assert codes(found, 0) == codes(found, 1) == ["W-STDCLASS"]


def test_other_roads_of_the_city_use_the_column_of_class_3_and_others_are_handed_over():
    roads = [("X1", "A1"), ("P2", "A1"), ("X1", "A8"), ("P2", None)]
    found = judge(*({"route_key": f"082244-{rc}-0001", "ad": ad, "depth_cm": 4.5} for rc, ad in roads))
    assert found.frame["level"].tolist() == ["L1", "L1", None, None]
    assert found.frame["transfer"].tolist() == [False, False, True, True]
    routes = pd.DataFrame({"route_key": ["082244-P2-0001"], "rc": ["P2"], "ad": ["A1"], "em": ["1"]})
    found = judge({"route_key": "082244-P2-0001", "depth_cm": 4.0}, routes=routes)
    assert found.frame.loc[0, ["level", "road"]].tolist() == ["L2", "C1"]


def test_dates_missing_in_the_future_and_unreadable():
    found = judge(
        {"found_at": None}, {"found_at": "2030-01-01"}, {"found_at": "soon"}, {"found_at": "2026-06-01"}
    )
    assert [codes(found, n) for n in range(4)] == [["W-STDNOSTART"], ["W-STDFUTURE"], ["W-STDNOSTART"], []]
    due = found.frame["due_tmp"]
    assert str(due[0]) == "2026-06-15 17:15:00"  # from the day of judging
    assert str(due[1]) == "2030-01-09 17:15:00" and str(due[3]) == "2026-06-04 17:15:00"


def test_the_receipt_of_the_request_starts_the_make_safe_clock():
    found = judge({"received_at": "2026-05-29T09:00:00+09:00"}, {"received_at": None})
    assert found.frame["due_tmp"].astype(str).tolist() == ["2026-06-03 17:15:00", "2026-06-04 17:15:00"]
    assert found.frame["due_perm"].nunique() == 1


def test_times_of_other_zones_count_in_japanese_time():
    found = judge(
        {"found_at": "2026-06-01T01:00:00Z"}, {"found_at": pd.Timestamp("2026-06-01T10:00", tz="Asia/Tokyo")}
    )
    assert found.prepared.start.astype(str).tolist() == ["2026-06-01T10:00:00"] * 2


@pytest.mark.parametrize("empty", [pd.DataFrame(), pd.DataFrame({"ft": [], "dt": [], "depth_cm": []})])
def test_an_empty_table_gives_an_empty_answer(empty):
    found = st.judge(empty, COMMON, as_of=AS_OF)
    assert len(found.frame) == len(found.hits) == len(found.flags) == 0
    assert {"level", "due_tmp", "due_perm", "needs_measure"} <= set(found.frame)
    assert list(found.table()) and not len(found.without_standard())
    ready = found.prepared
    assert st.what_if(ready, COMMON, COMMON).cities["n"].tolist() == [0]
    assert (st.sweep(ready, COMMON, "S01", "repair", [4, 5])["repairs"] == 0).all()
    assert not len(st.sentences(found))


def test_a_table_of_nothing_but_types_is_judged():
    found = st.judge(pd.DataFrame({"ft": ["F01"], "dt": ["D01"]}), COMMON, as_of=AS_OF)
    assert found.frame["level"].tolist() == ["NJ"]


def test_no_standard_in_force_is_said_of_every_record():
    for standards in (st.StandardSet.of([]), st.StandardSet.of(COMMON.rows.assign(valid_to="2025-12-31"))):
        found = judge({}, {"dt": "D02"}, standards=standards)
        assert found.frame["why"].tolist() == ["no_standard"] * 2


def test_a_standard_in_another_unit_judges_nothing_and_says_so():
    odd = COMMON.with_cell("S01", "unit", "mm", on=AS_OF)
    found = judge({"dia_cm": 5.0}, {"dia_cm": 25.0}, standards=odd)
    assert found.frame["level"].tolist() == ["NJ", "L2"]
    assert codes(found) == ["E-STDUNIT"] and found.frame.loc[0, "why"] == "wrong_unit"
    assert [p.code for p in st.check(odd)] == ["E-STDUNIT"]


def test_a_cavity_and_a_large_animal_are_emergencies_whatever_was_measured():
    found = judge(
        {"dt": "D06", "depth_cm": None, "cavity": 1},
        {"dt": "D06", "depth_cm": 0.5, "cavity": "True"},
        {"dt": "D06", "depth_cm": 0.5, "cavity": 0},
        {"dt": "D06", "depth_cm": None, "cavity": None},
        {"ft": "F20", "dt": "D19", "count": 1, "large": 1},
        {"ft": "F20", "dt": "D19", "count": 1, "large": 0},
    )
    assert found.frame["level"].tolist() == ["L3", "L3", "L0", "NJ", "L3", "L2"]
    assert found.frame.loc[0, ["rs_tmp", "rs_perm", "why", "needs_measure"]].tolist() == [
        "R0",
        "R3",
        "immediate",
        False,
    ]
    assert found.frame.loc[4, ["rs_tmp", "rs_perm"]].tolist() == ["R0", None]


def test_a_branch_over_the_sidewalk_is_held_against_the_sidewalks_clearance():
    branch = {"ft": "F14", "dt": "D16", "clear_m": 2.6}
    found = judge({**branch, "position": "歩道"}, {**branch, "position": "中央"}, branch)
    assert found.frame["level"].tolist() == ["L1", "L3", "L3"]
    assert [codes(found, n) for n in range(3)] == [[], [], ["W-STDCASE"]]


def test_a_lid_that_is_only_broken_is_no_opening():
    lid = {"ft": "F05", "dt": "D08", "count": 1.0}
    found = judge({**lid, "measures": '{"opening": false}'}, {**lid, "measures": '{"opening": true}'}, lid)
    assert found.frame["level"].tolist() == ["L1", "L3", "L3"]
    assert [codes(found, n) for n in range(3)] == [[], [], ["W-STDCASE"]]


def test_an_open_bound_on_the_safe_side_needs_no_measuring():
    branch = {
        "ft": "F14",
        "dt": "D16",
        "position": "中央",
        "flags": '[{"code": "W-OPEN", "field": "clear_m"}]',
    }
    safe = {**branch, "clear_m": 4.4, "measures": '{"clear_m": {"min": 4.4, "max": null, "open": "ge"}}'}
    unsafe = {**branch, "clear_m": 4.4, "measures": '{"clear_m": {"max": 4.4, "open": "le"}}'}
    worst = {**unsafe, "clear_m": 3.0}
    low = {**unsafe, "clear_m": 4.9}
    found = judge(safe, unsafe, worst, low)
    assert found.frame["level"].tolist() == ["L2", "L2", "L3", "NJ"]
    assert found.frame["needs_measure"].tolist() == [False, True, False, True]


def test_a_range_is_judged_by_its_lower_end_where_less_is_worse():
    found = judge({"ft": "F14", "dt": "D16", "position": "中央", "clear_m": 4.6,
                   "measures": '{"clear_m": {"min": 4.4, "max": 4.6}}'})  # fmt: skip
    assert found.frame.loc[0, ["level", "value"]].tolist() == ["L2", 4.4]


def test_broken_json_is_as_good_as_none():
    found = judge(
        {"flags": "[{", "measures": "{"}, {"flags": "null", "measures": "[]"}, {"flags": [{"code": "W-X"}]}
    )
    assert found.frame["level"].tolist() == ["L2"] * 3


def test_the_section_lends_what_the_damage_lacks_and_its_index_is_made_where_it_has_none():
    sections = pd.DataFrame(
        {
            "section_id": ["a", "a", None],
            "rut_mm": [45.0, 1.0, 99.0],
            "crack_pct": [30.0, 1, 1],
            "iri": [2.0, 9, 9],
        }
    )
    rut = {"dt": "D03", "depth_cm": None}
    found = judge({**rut, "section_id": "a"}, {**rut, "section_id": None}, {**rut, "rut_mm": 10.0, "section_id": "a"},
                  {"dt": "D04", "section_id": "a"}, sections=sections)  # fmt: skip
    assert found.frame["level"].tolist() == ["L2", "NJ", "L0", "L2"]
    assert found.frame.loc[3, ["measure", "value"]].tolist() == ["mci", st.mci([30.0], [45.0]).value[0]]
    assert "W-MCI3" in codes(found, 3)


def test_the_flags_that_judging_gives_are_rules_of_the_schema():
    import re
    from pathlib import Path

    from gunmane.layers import written
    from gunmane.schema import model

    folder = Path(st.__file__).parent
    code = re.compile(r'"([WE]-[A-Z0-9]+)"')
    sources = [*folder.glob("*.py"), Path(written.__file__)]
    emitted = {c for path in sources for c in code.findall(path.read_text("utf-8"))}
    assert emitted <= set(model().rules)
    import gunmane.schema as schema

    rules = (Path(schema.__file__).parent / "rules" / "standards.toml").read_text("utf-8")
    assert set(re.findall(r"^\[(.+)\]$", rules, re.M)) <= emitted


def test_what_the_store_takes_is_iso_text_json_and_0_or_1():
    import json

    table = judge({}, {"depth_cm": None, "dia_cm": None}).table()
    assert table["due_tmp"].tolist() == ["2026-06-04T17:15:00+09:00", None]
    assert table["needs_measure"].tolist() == [0, 1]
    hits = json.loads(table["hits"][0])
    assert [hit["std_id"] for hit in hits] == ["S01", "S02"] and hits[0]["threshold"] == 5
    assert hits[0]["std_ver"] == "2025-04"
