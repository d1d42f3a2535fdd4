"""Whatever the records and layers look like: a list comes out and says what was doubtful, or words say why not."""

# ruff: noqa: E501  tables
from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely
from gunmane import i18n
from gunmane.analysis import priority as pr
from gunmane.analysis import standards as st
from gunmane.schema import model

AS_OF = "2026-06-15"
COMMON = st.builtin(examples=False)


def judged(rows, as_of=AS_OF, **options):
    frame = rows if isinstance(rows, pd.DataFrame) else pd.DataFrame(rows)
    return st.judge(frame, COMMON, as_of=as_of, **options)


def damage(name="u1", **changes):
    return {"uuid": name, "city_code": "082244", "route_key": "082244-C2-0001", "ft": "F01", "dt": "D01",
            "depth_cm": 6.0, "dia_cm": 5.0, "found_at": "2026-06-10T10:00:00+09:00", "st": "S40",
            "geom": shapely.Point(0, 0), **changes}  # fmt: skip


def codes(ranking):
    return set(ranking.flag_table()["code"])


def test_an_empty_list():
    found = pr.prioritize(judged(pd.DataFrame(columns=list(damage()))))
    assert len(found.frame) == 0 and len(found.table()) == 0 and found.totals()["ranked"] == 0
    assert len(pr.sensitivity(found).frame) == 0


def test_one_damage_is_first_and_solid():
    found = pr.prioritize(judged([damage()]))
    solid = pr.sensitivity(found, 10)
    assert list(found.frame["rank"]) == [1] and solid.frame["worst"].tolist() == [1] and solid.stable


def test_records_with_nothing_in_them_are_ranked_last_of_band_b():
    bare = dict.fromkeys(damage()) | {"uuid": "u2"}
    found = pr.prioritize(judged([bare, damage(), damage("u0", ft="ZZ", dt="?", position="上空", em="7")]))
    assert sorted(found.frame["rank"]) == [1, 2, 3]
    assert found.frame["level"].tolist() == ["NJ", "L2", "NJ"] and set(found.frame["band"]) <= {"A", "B"} | {
        "C"
    }
    assert {"W-PRIOADT", "W-PRIOCODE", "W-PRIONOPLACE"} <= codes(found)
    assert not found.frame["risk"].isna().any()


@pytest.mark.parametrize("kind", [str, object, "float", "string", "bool"])
def test_other_types_mean_the_same(kind):
    plain = pr.prioritize(judged([damage(adt=3000, speed_kmh=50, is_school=1, is_bus=0, em="1")]))
    row = pd.DataFrame([damage(adt=3000, speed_kmh=50, is_school=1, is_bus=0, em=1)])
    for name in (
        ("is_school", "is_bus") if kind == "bool" else ("adt", "speed_kmh", "is_school", "is_bus", "em")
    ):
        row[name] = row[name].astype(kind)
    other = pr.prioritize(judged(row))
    pd.testing.assert_frame_equal(
        plain.frame.drop(columns="em"), other.frame.drop(columns="em"), check_dtype=False
    )


@pytest.mark.parametrize("value", [np.nan, np.inf, -5, "たくさん", ""])
def test_a_traffic_that_is_no_number_is_assumed_and_flagged(value):
    found = pr.prioritize(judged([damage(adt=value), damage("u2", adt=100)]))
    assert found.frame["p_assumed"].tolist() == [True, False] and found.frame["adt"].tolist() == [500, 100]


def test_two_of_one_name_or_none_are_refused_in_words():
    with pytest.raises(pr.OrderError, match=r"2 .*1, 2"), i18n.speaking("en"):
        pr.prioritize(judged([damage(), damage()]))
    with pytest.raises(pr.OrderError, match="neither"), i18n.speaking("en"):
        pr.prioritize(judged([damage(None)]))
    rows = [damage(None, dmg_id="7"), damage(None, dmg_id="7", city_code="082112")]
    assert sorted(pr.prioritize(judged(rows)).frame["rank"]) == [1, 2]


def test_what_is_not_ranked_says_why_and_keeps_its_row():
    rows = [damage("a", st="S99"), damage("b", route_key="082244-N1-0006"),
            damage("c", found_at="2026-06-16T00:00:00+09:00"), damage("d", found_at="2026-06-15T23:59:59+09:00")]  # fmt: skip
    found = pr.prioritize(judged(rows))
    assert found.frame["left_out"].tolist() == ["closed", "transfer", "future", None]
    assert found.frame["rank"].tolist() == [0, 0, 0, 1]
    assert found.table()["rank"].tolist() == [None, None, None, 1] and found.table()["reason"][0] is None
    assert "W-PRIOFUTURE" in codes(found) and found.totals()["transfer"] == 1


def test_a_list_of_an_earlier_day_shows_what_was_open_then():
    rows = [
        damage("a", st="S99", closed_at="2026-06-20T10:00:00+09:00"),
        damage("b", st="S99", closed_at="2026-06-14"),
    ]
    found = pr.prioritize(judged(rows))
    assert found.frame["left_out"].tolist() == [None, "closed"]
    later = pr.prioritize(judged(rows), as_of="2026-06-21")
    assert later.frame["left_out"].tolist() == ["closed", "closed"]


def test_absent_and_empty_layers_are_named_and_their_weight_goes_to_the_others():
    empty = pd.DataFrame({"kind": [], "geom": []})
    found = pr.prioritize(judged([damage()]), pr.Layers(references=empty, requests=empty))
    assert found.absent == {"school": "empty_layer", "bus": "empty_layer", "emergency": "empty_layer",
                            "poi": "empty_layer", "traffic": "no_layer", "repeat": "empty_layer"}  # fmt: skip
    with i18n.speaking("en"):
        said = pr.absences(found)
    assert (
        "School route does not count: its layer is empty. Its weight of 20 was shared out among the others."
        in said
    )
    row = found.frame.iloc[0]
    # Only being overdue is left: 5 days over the R1 of a class-2 road; all of the 40 points are its.
    assert row["f_overdue"] == 1 and row["wf"] == 100 and np.isnan(row["f_school"])


def test_with_no_factor_at_all_the_score_is_the_risk():
    preset = pr.Preset.of({"factors": {"overdue": {"weight": 0}}})
    found = pr.prioritize(judged([damage()]), preset=preset)
    assert found.frame["score"][0] == round(100 * (found.frame["risk"][0] / 25) ** 0.5, 2)
    assert len(pr.sensitivity(found, 5).runs) == 0


def test_layers_of_all_kinds_of_geometry():
    square = shapely.box(-50, 5, 50, 20)
    bowtie = shapely.Polygon([(200, 200), (220, 220), (220, 200), (200, 220)])
    references = pd.DataFrame(
        {
            "kind": ["SR", "BR", "ER", "SC", "SC", "SC", "HO", None, "SR"],
            "geom": [shapely.multilinestrings([[(0, 9), (9, 9)]]), shapely.linestrings([(0, 11), (9, 11)]), square, None,
                     shapely.Point(), bowtie, shapely.MultiPoint([(280, 0), (900, 0)]), square, shapely.from_wkt(
                         "LINESTRING EMPTY")],
            "em": [None, None, "2", None, None, None, None, None, None],
        }
    )  # fmt: skip
    found = pr.prioritize(judged([damage(), damage("u2", geom=None)]), pr.Layers(references=references))
    row = found.frame.iloc[0]
    assert [row[f"f_{name}"] for name in ("school", "bus", "emergency", "poi")] == [1, 0, 0.7, 1]
    assert found.frame.loc[1, ["f_school", "f_bus", "f_emergency", "f_poi"]].tolist() == [0, 0, 0, 0]


def test_the_stronger_class_of_road_and_line_counts_and_an_unknown_one_is_said():
    lines = pd.DataFrame({"kind": "ER", "geom": [shapely.linestrings([(-9, 0), (9, 0)])], "em": [None]})
    for own, expected in ((None, "3"), ("0", "3"), ("1", "1")):
        found = pr.prioritize(judged([damage(em=own)]), pr.Layers(references=lines))
        assert found.frame["em"][0] == expected
        assert ("W-PRIOEMCLASS" in codes(found)) == (expected == "3")


def test_sections_and_routes_are_looked_up_and_the_nearest_section_taken():
    sections = pd.DataFrame(
        {"section_id": ["s:2", "s:1", "s:1", None], "adt": [9000, 700, 1, 5], "is_school": [0, 1, 0, 1],
         "geom": [shapely.linestrings([(0, y), (9, y)]) for y in (30, 2, 3, 1)]}
    )  # fmt: skip
    routes = pd.DataFrame({"route_key": ["082244-C2-0001"], "adt": [20], "speed_kmh": [60], "is_bus": [True]})
    rows = pd.DataFrame([damage("a", section_id="s:2"), damage("b"), damage("c", geom=shapely.Point(0, 900))])
    assert pr.with_sections(rows.iloc[1:2], sections)["section_id"].tolist() == [None]
    sections = sections[sections["section_id"].notna()]
    assert pr.with_sections(rows, sections)["section_id"].tolist() == ["s:2", "s:1", None]
    found = pr.prioritize(judged(rows), pr.Layers(sections=sections, routes=routes))
    assert found.frame["adt"].tolist() == [9000, 700, 20] and found.frame["f_school"].tolist() == [0, 1, 0]
    assert found.frame["f_bus"].tolist() == [1, 1, 1] and found.frame["risk_i"].tolist() == [4, 4, 4]
    assert "W-PRIOUNKNOWN" in codes(found)


def request(name="r1", **changes):
    return {
        "uuid": name,
        "received_at": "2026-06-01T09:00:00+09:00",
        "dt": "D01",
        "geom": shapely.Point(3, 4),
        **changes,
    }


@pytest.mark.parametrize(
    ("changes", "counts"),
    [
        ({}, 1),
        ({"dt": "D06"}, 1),  # the same kind of damage
        ({"dt": "D02"}, 0),
        ({"dt": None}, 0),
        ({"geom": shapely.Point(9, 12)}, 1),  # 15 m
        ({"geom": shapely.Point(9, 12.001)}, 0),
        ({"geom": None}, 0),
        ({"received_at": "2026-03-12T10:00:00+09:00"}, 1),  # 90 days
        ({"received_at": "2026-03-12T09:59:59+09:00"}, 0),
        ({"received_at": "2026-06-15T23:00:00+09:00"}, 1),
        ({"received_at": "2026-06-16T00:00:00+09:00"}, 0),  # after the list's day
        ({"received_at": None}, 0),
    ],
)
def test_which_requests_count(changes, counts):
    other = request("far", geom=shapely.Point(999, 999))
    layers = pr.Layers(requests=pd.DataFrame([request(**changes), other]))
    assert pr.prioritize(judged([damage()]), layers).frame["repeats"][0] == counts


def test_the_request_that_a_damage_was_reported_by_does_not_count():
    requests = pd.DataFrame([request(), request("r2")])
    links = pd.DataFrame([{"req_uuid": "r1", "dmg_uuid": "u1", "link_type": "主"},
                          {"req_uuid": "r2", "dmg_uuid": "u1", "link_type": "重複"}])  # fmt: skip
    for found_by, own, expected in (
        ("巡視", None, 2),
        ("通報", None, 1),
        ("通報", links, 1),
        ("巡視", links, 1),
    ):
        layers = pr.Layers(requests=requests, links=own)
        assert pr.prioritize(judged([damage(found_by=found_by)]), layers).frame["repeats"][0] == expected


def test_without_deadlines_being_overdue_does_not_count():
    found = pr.prioritize(judged([damage()], clocks=False))
    assert found.absent["overdue"] == "no_clocks" and found.frame["rank"].tolist() == [1]


def test_every_flag_has_its_rule_and_every_rule_its_flag():
    folder = Path(pr.__file__).parent
    used = set(re.findall(r'"([WE]-PRIO[A-Z]+)"', "".join(p.read_text("utf-8") for p in folder.glob("*.py"))))
    assert used == {code for code in model().rules if "-PRIO" in code}


def test_on_one_day_the_standards_code_is_kept_though_the_categorys_hour_is_earlier():
    late = damage(dt="D05", step_mm=35, route_key="082244-C1-0001", adt=12000, speed_kmh=50)
    for hour, expected in (("23:00", ("2026-06-11T23:00:00", "R1", "standard")),
                           ("10:00", ("2026-06-10T12:00:00", "R0", "category"))):  # fmt: skip
        found = pr.prioritize(judged([{**late, "found_at": f"2026-06-10T{hour}:00+09:00"}])).frame.iloc[0]
        assert found["category"] == "1" and found["first"] == "R1"
        assert (found["due"].isoformat(), found["due_code"], found["due_of"]) == expected


def test_equal_scores_are_ordered_by_due_receipt_route_and_name():
    """Watched damages have no due: receipt decides, missing ones last; then route, missing last; then the name."""
    calm = {"depth_cm": 3.0, "city_code": "082244", "rc": "C3"}
    rows = [
        damage("f", **calm | {"route_key": None, "found_at": None}),
        damage("e", **calm | {"route_key": "082244-C3-0001", "found_at": None}),
        damage("d", **calm | {"route_key": None}),
        damage("a", **calm | {"route_key": "082244-C3-0002"}),
        damage("c", **calm | {"route_key": "082244-C3-0001"}),
        damage("b", **calm | {"route_key": "082244-C3-0001"}),
        damage("g", **calm | {"route_key": None, "found_at": "2026-06-09T10:00:00+09:00"}),
    ]
    found = pr.prioritize(judged(rows))
    assert found.frame["score"].nunique() == 1 and found.frame["due"].isna().all()
    assert "".join(rows[n]["uuid"] for n in found.list().index) == "gbcadef"


def test_what_has_been_made_safe_waits_for_its_permanent_repair():
    urgent = damage(depth_cm=12.0)
    found = pr.prioritize(judged([urgent, damage("u2", depth_cm=12.0, st="S50")])).frame
    assert found["first"].tolist() == ["R0", "R3"] and found["top"].tolist() == [True, False]
    assert found["rank"].tolist() == [1, 2]
