"""Every vector of section 4 of the unified model, by its name."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from gunmane.analysis import standards as st
from gunmane.layers.normalise import Context, normalise

NOON = "2026-03-05T12:00:00+09:00"
COMMON = st.builtin(examples=False)


def judge(standards=COMMON, as_of=NOON, sections=None, **record):
    """The judgement of one record on a C3 road, found at ten in the morning of 2026-03-05 (a Thursday)."""
    record = {
        "found_at": "2026-03-05T10:00:00+09:00",
        "route_key": "082244-C3-0012",
        "city_code": "082244",
        **record,
    }
    return st.judge(pd.DataFrame([record]), standards, sections, as_of=as_of)


def outcome(**record):
    row = judge(**record).frame.iloc[0]
    return row["level"], row["rs_tmp"], row["rs_perm"], bool(row["needs_measure"])


def of_row(std_id, **record):
    hits = judge(**record).hits.set_index("std_id")
    return hits.at[std_id, "level"]


POTHOLE = {"ft": "F01", "dt": "D01", "dia_cm": 5.0}


@pytest.mark.parametrize(
    ("name", "road", "depth", "expected"),
    [
        ("J01", "C3", 1.9, ("L0", None, "R9")),
        ("J02", "C3", 2.0, ("L1", None, "R9")),
        ("J03", "C3", 4.0, ("L1", None, "R9")),
        ("J04", "C1", 4.0, ("L2", "R1", "R3")),
        ("J05", "C3", 5.0, ("L2", "R2", "R4")),
        ("J06", "C3", 9.99, ("L2", "R2", "R4")),
        ("J07", "C2", 10.0, ("L3", "R0", "R3")),
    ],
)
def test_j01_to_j07_pothole_depths(name, road, depth, expected):
    record = {**POTHOLE, "depth_cm": depth, "route_key": f"082244-{road}-0001"}
    assert outcome(**record) == (*expected, False)
    # The row says the same where the diameter is missing, but L0 and L1 do not hide that it is.
    record["dia_cm"] = None
    assert of_row("S01", **record) == expected[0]
    assert outcome(**record)[0] == (expected[0] if expected[0] >= "L2" else "NJ")


def test_j08_a_missing_depth_beside_a_wide_hole_shows_the_repair_and_asks_for_the_depth():
    found = judge(ft="F01", dt="D01", depth_cm=None, dia_cm=25.0)
    assert found.hits["level"].tolist() == ["NJ", "L2"]
    row = found.frame.iloc[0]
    assert (row["level"], row["std_id"], bool(row["needs_measure"]), row["rp"]) == ("L2", "S02", True, "P3")


def test_j09_nothing_measured_is_no_judgement():
    row = judge(ft="F01", dt="D01").frame.iloc[0]
    assert (row["level"], bool(row["needs_measure"]), row["rp"]) == ("NJ", True, "P3")
    assert str(row["visit_due"]) == "2026-03-10 17:15:00"  # R2
    assert row["rs_tmp"] is None and row["rs_perm"] is None


@pytest.mark.parametrize(("value", "expected"), [(39.9, ("L1", None, "R9")), (40.0, ("L2", None, "R5"))])
def test_j10_cracking(value, expected):
    assert outcome(ft="F01", dt="D02", ratio_pct=value) == (*expected, False)
    section = pd.DataFrame({"section_id": ["082244-C3-0012:001"], "crack_pct": [value]})
    found = judge(ft="F01", dt="D02", section_id="082244-C3-0012:001", sections=section)
    assert found.frame["level"].tolist() == [expected[0]]


@pytest.mark.parametrize(("mci", "level"), [(3.38, "L1"), (2.49, "L2"), (0.93, "L2")])
def test_j11_mci(mci, level):
    assert of_row("S06", ft="F01", dt="D04", measures=f'{{"mci": {mci}}}') == level
    section = pd.DataFrame({"section_id": ["082244-C3-0012:001"], "mci": [mci], "iri": [1.0]})
    found = judge(ft="F01", dt="D04", section_id="082244-C3-0012:001", sections=section)
    assert found.frame["level"].tolist() == [level]


@pytest.mark.parametrize(("clear", "level"), [(4.5, "L2"), (4.51, "L1"), (3.8, "L3")])
def test_j12_clearance_over_the_carriageway(clear, level):
    assert outcome(ft="F14", dt="D16", clear_m=clear)[0] == level


def test_j13_one_lid_missing_is_an_emergency():
    assert outcome(ft="F05", dt="D08", count=1.0) == ("L3", "R0", "R2", False)


def read(text, field="depth_cm"):
    """The record that an import makes of a text in a column of centimetres."""
    result = normalise("number", text, Context(unit="cm", field=field))
    record = {field: result.value}
    if result.extra:
        bounds = {
            k: v
            for k, v in result.extra.items()
            if v is not True and (not isinstance(v, float) or np.isfinite(v))
        }
        record["measures"] = {field: bounds}
    record["flags"] = [{"code": code, "field": field} for code in result.flags]
    return record


def test_j14_a_range_is_judged_by_its_worse_end():
    assert outcome(**POTHOLE, **read("5〜10"), **{})[0] == "NJ"  # no unit anywhere: V142
    assert outcome(**POTHOLE, **read("5〜10cm"))[0] == "L3"


def test_j15_five_or_more_is_a_repair_that_still_wants_measuring():
    assert outcome(**POTHOLE, **read("5cm以上")) == ("L2", "R2", "R4", True)


def test_v136_under_five_is_judged_just_below_five():
    assert outcome(**POTHOLE, **read("5cm未満")) == ("L1", None, "R9", False)


def test_v142_a_number_without_a_unit_is_no_judgement():
    found = judge(**POTHOLE, **read("5"))
    assert found.frame.loc[0, ["level", "why"]].tolist() == ["NJ", "no_unit"]


def test_j16_a_national_road_is_told_at_once_and_handed_over():
    row = judge(**POTHOLE, depth_cm=12.0, route_key="082244-N1-0006").frame.iloc[0]
    assert row["level"] is None and row["std_id"] is None and bool(row["transfer"])
    assert (row["rs_tmp"], str(row["due_tmp"])) == ("R0", "2026-03-05 12:00:00")


def test_j17_an_emergency_road_uses_the_column_of_class_1():
    assert outcome(**POTHOLE, depth_cm=4.0, em="1") == ("L2", "R1", "R3", False)
    assert outcome(**POTHOLE, depth_cm=4.0, em="C")[0] == "L2"
    assert outcome(**POTHOLE, depth_cm=4.0, em="0")[0] == "L1"
    section = pd.DataFrame({"section_id": ["082244-C3-0012:001"], "em": ["2"]})
    found = judge(**POTHOLE, depth_cm=4.0, section_id="082244-C3-0012:001", sections=section)
    assert found.frame["level"].tolist() == ["L2"]


@pytest.mark.parametrize(
    ("receipt", "code", "due"),
    [
        ("2026-03-05", "R2", "2026-03-10"),
        ("2026-03-19", "R2", "2026-03-25"),
        ("2026-04-28", "R2", "2026-05-07"),
        ("2026-05-01", "R2", "2026-05-11"),
        ("2026-05-02", "R3", "2026-05-14"),
        ("2026-09-18", "R2", "2026-09-28"),
        ("2026-11-20", "R2", "2026-11-26"),
        ("2026-12-25", "R2", "2027-01-05"),
        ("2026-12-28", "R3", "2027-01-08"),
        ("2027-03-19", "R2", "2027-03-25"),
    ],
)
def test_clock_vectors(receipt, code, due):
    found = st.OfficeCalendar().due([st.responses().index(code)], [np.datetime64(f"{receipt}T10:00")])
    assert str(found[0]) == f"{due}T17:15:00"


@pytest.mark.parametrize(
    ("c", "d", "sigma", "value", "formula"),
    [
        (10, 10, 3, 5.01, "M0"),
        (20, 20, 4.23, 3.38, "M0"),
        (30, 25, 5, 2.49, "M0"),
        (40, 40, 10.88, 0.93, "M0"),
        (50, 5, 2, 2.79, "M2"),
        (0, 20, 3, 5.60, "M3"),
        (0, 0, 0, 10.00, "M0+M1+M2+M3"),
    ],
)
def test_mci_table(c, d, sigma, value, formula):
    found = st.mci([c], [d], [sigma])
    assert (found.value[0], found.formula[0], found.flags()[0]) == (value, formula, ())


def test_mci_without_roughness_is_flagged_and_without_cracking_is_none():
    found = st.mci([10, np.nan, -1], [10, 10, 10], [np.nan, 3, 3])
    assert found.value[0] == 5.48 and found.flags()[0] == ("W-MCI3",)
    assert np.isnan(found.value[1:]).all() and found.formula[1] == ""


def test_iri_becomes_sigma_only_by_the_users_own_regression():
    assert st.mci([10], [10], [np.nan], iri=[4]).flags()[0] == ("W-MCI3",)
    found = st.mci([10], [10], [np.nan], iri=[4], iri_to_sigma=(0.5, 1.0))
    assert found.value[0] == 5.01 and found.flags()[0] == ("W-IRI2SIGMA",)


@pytest.mark.parametrize(
    ("measure", "bounds"), [("crack_pct", (20, 40)), ("rut_mm", (20, 40)), ("iri", (3, 8))]
)
def test_pavement_classes(measure, bounds):
    values = [bounds[0] - 0.1, bounds[0], bounds[1] - 0.1, bounds[1], np.nan, -1]
    assert st.pavement_class(measure, values).tolist() == ["Ⅰ", "Ⅱ", "Ⅱ", "Ⅲ", "", ""]


CITIES = {"082244": 10, "082112": 9, "082287": 10, "082350": 8}


@pytest.mark.parametrize(("city", "count"), CITIES.items())
def test_each_city_differs_in_as_many_cells_as_section_4_2_counts(city, count):
    sides = st.states(st.builtin(), [city], "2026-04-01")
    assert len(st.differences(sides)) == count


def test_the_shipped_cities_are_marked_as_invented():
    assert st.builtin().examples == set(CITIES)
    assert st.builtin_prices().example


def test_s01_repair_4_5_6_5_is_proposed_as_5_the_value_of_the_report():
    found = st.propose_unified(st.builtin(), CITIES, "2026-04-01").set_index(["std_id", "cell"])
    row = found.loc[("S01", "repair")]
    assert [row[city] for city in CITIES] == [4, 5, 6, 5]
    assert row["proposal"] == 5
    # 50/80/80/60: the middle is 70; 2.6/2.5/2.5/2.5 for a clearance; responses take the middle one.
    assert found.loc[("S31", "repair"), "proposal"] == 70
    assert found.loc[("S33", "repair"), "proposal"] == 2.5
    assert found.loc[("S26", "rs_tmp_c1"), "proposal"] == "R3"


def test_the_common_standard_has_the_38_rows_and_no_fault():
    assert len(COMMON.rows) == 38
    assert st.check(st.builtin()) == []


@pytest.mark.parametrize(
    ("usual", "faster"),
    [("R5", "R4"), ("R4", "R3"), ("R2", "R1"), ("R1", "R1"), ("R0", "R0"), ("R9", "R9"), ("-", None)],
)
def test_an_emergency_is_repaired_for_good_one_step_faster(usual, faster):
    standards = COMMON.with_cell("S01", "rs_perm_c3", usual, on=NOON)
    assert judge(standards, **POTHOLE, depth_cm=12.0).frame.loc[0, "rs_perm"] == faster
    assert judge(standards, **POTHOLE, depth_cm=6.0).frame.loc[0, "rs_perm"] == (
        None if usual == "-" else usual
    )
