"""The report for the councils: every number of a small case worked by hand, and its promises."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from gunmane.analysis import standards as st
from gunmane.analysis.standards import agreement as ag
from gunmane.analysis.standards.effects import by
from gunmane.documents import standards_report as report
from gunmane.documents import standards_words as say
from gunmane.documents.standards_content import content

ON = "2026-06-10"
MORIYA, JOSO = "082244", "082112"
NAMES = {MORIYA: "守谷市", JOSO: "常総市"}
# Potholes are repaired from 4 cm in Moriya, from 6 cm in Joso, from 5 cm by the common standard.
STANDARDS = (
    st.builtin(examples=False)
    .with_cell("S01", "repair", 4.0, scope="city", scope_key=MORIYA, on=ON)
    .with_cell("S01", "repair", 6.0, scope="city", scope_key=JOSO, on=ON)
)
FIRST, LAST = "2022-01-01", "2025-12-31"  # 1461 days: 4 years exactly


def hole(city, depth, found=FIRST, **more):
    row = {
        "city_code": city,
        "route_key": f"{city}-C3-0001",
        "ft": "F01",
        "dt": "D01",
        "depth_cm": depth,
        "dia_cm": 5.0,
    }
    return {**row, "found_at": f"{found}T09:00:00+09:00", "uuid": f"{city} {depth}", **more}


# Levels now -> agreed in the margin; a diameter of 5 cm is within the standard (S02: from 10 cm).
DAMAGES = pd.DataFrame(
    [
        hole(MORIYA, 4.5),  # L2 -> L1
        hole(MORIYA, 4.2, LAST),  # L2 -> L1
        hole(MORIYA, 6.0),  # L2 -> L2
        hole(MORIYA, 11.0),  # L3 -> L3
        hole(MORIYA, 1.0, "2066-01-01"),  # L0 -> L0, misdated
        hole(MORIYA, None),  # NJ -> NJ
        hole(JOSO, 5.5, area_m2=2.0),  # L1 -> L2
        hole(JOSO, 5.0, LAST),  # L1 -> L2
        hole(JOSO, 3.0),  # L1 -> L1
        hole(JOSO, 12.0, route_key=f"{JOSO}-N1-0294"),  # a national road
    ]
)
SMALL = 6000 + 0.1 * 12000  # call-out and the least area that is paid
LARGE = 6000 + 2.0 * 12000


def compare(
    damages=DAMAGES, before="own", after="common", standards=STANDARDS, sweeps="S01.repair=4-6", **more
):
    ready = None if damages is None else st.prepare(damages, as_of=ON)
    here = [] if ready is None else sorted({c for c in ready.city if c})
    sides = [ag.side(standards, kind, on=ON, cities=here) for kind in (before, after)]
    return ag.agree(*sides, ready, None, ag.parse_sweeps(sweeps, standards), **more)


def setting():
    return report.Setting(NAMES, STANDARDS.titles, "test", st.builtin_prices(), "example")


def read(path):
    return Path(path).read_text(encoding="utf-8")


def numbers(found, city):
    return found.effects.cities.set_index("city_code").loc[city]


def test_every_number_of_the_first_page_follows_by_hand():
    found = compare()
    moriya, joso, whole = (numbers(found, c) for c in (MORIYA, JOSO, "all"))
    names = [
        "n",
        "both",
        "repairs_before",
        "newly",
        "released",
        "repairs_after",
        "nj_both",
        "transfer",
        "future",
    ]
    assert moriya[names].tolist() == [6, 5, 4, 0, 2, 2, 1, 0, 1]
    assert joso[names].tolist() == [3, 3, 0, 2, 0, 2, 0, 1, 0]
    assert whole[names].tolist() == [9, 8, 4, 2, 2, 4, 1, 1, 1]
    assert moriya["years"] == joso["years"] == 4.0
    yearly = ["repairs_before_y", "repairs_after_y", "yen_before_y", "yen_after_y"]
    assert moriya[yearly].tolist() == pytest.approx([1.0, 0.5, SMALL, SMALL / 2])
    assert joso[yearly].tolist() == pytest.approx([0.0, 0.5, 0.0, (SMALL + LARGE) / 4])
    assert whole[yearly].tolist() == pytest.approx([1.0, 1.0, SMALL, SMALL / 2 + (SMALL + LARGE) / 4])
    page = content(found, setting())
    shown = {
        r["name"]: [r["before_text"], r["after_text"], r["change"], r["share"], r["yen"]]
        for r in page["rows"]
    }
    assert shown == {
        "常総市": ["0.0", "0.5", "0.5 more", "–", "+¥9,300"],
        "守谷市": ["1.0", "0.5", "0.5 fewer", "−50.0%", "−¥3,600"],
        "all 2 cities": ["1.0", "1.0", "as before", "±0.0%", "+¥5,700"],
    }
    assert page["head"] == "Repairs a year: 1.0 → 1.0" and page["nj"] == "0.2"
    assert page["directions"] == ["More work: 常総市", "Less work: 守谷市"]
    assert "常総市: 0 + 2 − 0 = 2 repairs; 2 ÷ 4.00 years = 0.5 a year" in page["example_sum"]


def test_the_matrix_says_who_is_stricter_now_and_what_is_agreed():
    page = content(compare(), setting())
    (row,) = [row for rows in page["matrix"] for row in rows]
    assert (row["std_id"], row["cell"], row["unit"], row["agreed"]) == (
        "S01",
        "Repair value",
        "cm or more",
        "5",
    )
    assert [(c["text"], c["mark"], c["cls"]) for c in row["cells"]] == [("6", "▼", "down"), ("4", "▲", "up")]
    cells = compare().cells.set_index("city_code")
    assert cells.loc[MORIYA, ["before", "after", "direction", "distance"]].tolist() == [4, 5, 1, 1]
    assert cells.loc[JOSO, ["before", "after", "direction", "distance"]].tolist() == [6, 5, -1, -1]


def test_the_curve_is_counted_by_hand():
    (curve,) = compare().curves
    table = curve.table.set_index(["city_code", "value"])["repairs"]
    assert table[MORIYA].tolist() == [4, 2, 2] and table[JOSO].tolist() == [2, 2, 0]
    assert table["all"].tolist() == [6, 4, 2]
    assert (curve.now, curve.then) == ({MORIYA: 4.0, JOSO: 6.0}, {MORIYA: 5.0, JOSO: 5.0})
    assert curve.table.set_index(["city_code", "value"])["repairs_y"][("all", 4.0)] == 1.5


def test_a_standard_against_itself_changes_nothing():
    for kind in ag.KINDS[:2]:
        found = compare(before=kind, after=kind)
        whole = numbers(found, "all")
        assert (
            len(found.cells) == whole["moved"] == whole["newly"] == whole["released"] == len(found.moved) == 0
        )
        assert whole["repairs_before"] == whole["repairs_after"] and whole["yen_before"] == whole["yen_after"]
        page = content(found, setting())
        assert page["head"].startswith("Nothing changes") and not page["kinds"] and not page["matrix"]


def test_the_way_back_mirrors_the_way_there():
    there, back = compare(), compare(before="common", after="own")
    pairs = [
        ("repairs_before", "repairs_after"),
        ("newly", "released"),
        ("nj_before", "nj_after"),
        ("yen_before", "yen_after"),
    ]
    for city in (MORIYA, JOSO, "all"):
        for one, other in pairs:
            assert numbers(there, city)[one] == numbers(back, city)[other]
            assert numbers(there, city)[other] == numbers(back, city)[one]
    key = ["std_id", "cell", "city_code"]
    a, b = (found.cells.sort_values(key, ignore_index=True) for found in (there, back))
    assert a["before"].tolist() == b["after"].tolist() and a["direction"].tolist() == [
        -d for d in b["direction"]
    ]
    assert a["distance"].tolist() == [-d for d in b["distance"]]
    assert there.moved["before"].tolist() == back.moved["after"].tolist()


def test_what_becomes_unknown_is_no_saving():
    """Depth is not known; 17 cm of diameter are a repair from 15 cm on, and under 20 cm nobody can say."""
    standards = STANDARDS.with_cell("S02", "repair", 15.0, scope="city", scope_key=MORIYA, on=ON)
    damages = pd.DataFrame([hole(MORIYA, None, dia_cm=17.0), hole(MORIYA, 11.0)])
    found = compare(damages, standards=standards)
    row = numbers(found, MORIYA)
    assert row[["both", "repairs_before", "repairs_after", "released", "nj_after", "moved"]].tolist() == [
        1,
        1,
        1,
        0,
        1,
        1,
    ]
    assert row["yen_before"] == row["yen_after"] > 0
    page = content(found, setting())
    assert page["rows"][0]["change"] == "as before" and page["has_nj"]
    assert not page["head"].startswith("Nothing changes")


def test_four_cities_agree_on_the_median_of_five():
    found = compare(None, "own", "proposed", st.builtin())
    row = found.cells[(found.cells["std_id"] == "S01") & (found.cells["cell"] == "repair")].set_index(
        "city_code"
    )
    assert row["before"].to_dict() == {"082244": 4, "082287": 6} and set(row["after"]) == {5.0}
    states = {city: pair[0].cells.at["S01", "repair"] for city, pair in found.states.items()}
    assert list(states.values()) == [5, 4, 6, 5]
    assert found.before.invented and found.after.invented and not compare().before.invented


def test_each_city_is_divided_by_its_own_years():
    damages = pd.DataFrame(
        [hole(MORIYA, 9.0), hole(MORIYA, 9.0, LAST), hole(JOSO, 9.0, LAST), hole(JOSO, 9.0, LAST)]
    )
    found = compare(damages)
    assert numbers(found, MORIYA)["repairs_before_y"] == 0.5
    assert numbers(found, JOSO)["repairs_before_y"] == 2.0  # one day of records still counts as a year
    assert numbers(found, "all")["repairs_before_y"] == 2.5
    assert numbers(compare(damages, years=10), "all")["repairs_before_y"] == 0.4


def test_damages_without_dates_are_totals_not_a_year():
    found = compare(DAMAGES.drop(columns="found_at"))
    page = content(found, setting())
    assert not found.effects.dated and numbers(found, "all")["undated"] == 9
    assert page["head"] == "Repairs in all records: 4 → 4"
    assert any("No damage has a date" in note for note in page["notes"])


def test_groups_add_up_to_the_cities():
    found = compare()
    whole = numbers(found, "all")
    for keys in (("road",), ("ft", "dt"), ("city_code", "road", "ft", "dt")):
        table = by(found.effects.groups, *keys)
        for name in ("n", "newly", "released", "nj_both", "repairs_after", "yen_after_y"):
            assert table[name].sum() == pytest.approx(whole[name])


def test_the_page_needs_nothing_from_outside_and_says_what_is_invented(tmp_path):
    examples = compare(standards=st.builtin())
    for language in ("ja", "en"):
        path = report.write_html(examples, setting(), tmp_path / f"報告 {language}.html", language)
        page = read(path)
        assert f'<html lang="{language}">' in page
        links = re.findall(r'(?:src|href|url)\s*[=(]\s*["\']?([^"\')>]+)', page)
        assert not [link for link in links if not link.startswith("#")]
        assert not re.findall(r"https?://(?!www\.w3\.org/2000/svg)", page) and "<script" not in page
        assert (
            page.count("▲") > 1
            and page.count("<svg") >= 3
            and "None" not in page
            and "nan" not in page.lower().split()
        )
    assert page.count("EXAMPLE prices, invented") >= 3 and "(example)" in page
    assert "invented examples, not their practice" in page
    own = st.Prices.of(st.builtin_prices().rows, example=False)
    page = read(report.write_html(compare(), report.Setting(NAMES, prices=own), tmp_path / "x.html", "en"))
    assert "EXAMPLE" not in page and "invented" not in page


def test_a_road_with_a_standard_of_its_own_counts_and_is_mentioned():
    road = STANDARDS.with_cell("S01", "repair", 3.0, scope="route", scope_key=f"{JOSO}-C3-0001", on=ON)
    found = compare(standards=road)
    assert numbers(found, JOSO)[["repairs_before", "repairs_after"]].tolist() == [3, 2]
    assert any("1 roads have standards of their own" in note for note in content(found, setting())["notes"])


def test_names_are_escaped(tmp_path):
    bad = report.Setting({MORIYA: "<b>&守谷", JOSO: '"><script>'}, damages="<i>")
    page = read(report.write_html(compare(), bad, tmp_path / "x.html", "en"))
    assert (
        "<script" not in page
        and "<b>&守谷" not in page
        and "<i>" not in page
        and "&lt;b&gt;&amp;守谷" in page
    )


def test_a_page_without_damages_still_has_the_matrix(tmp_path):
    found = compare(None)
    page = read(report.write_html(found, setting(), tmp_path / "x.html", "en"))
    assert "There are no damages" in page and "S01" in page and found.effects is None


def test_the_workbook_holds_the_same_numbers_and_no_formula(tmp_path):
    path = report.write_xlsx(
        compare(),
        report.Setting({**NAMES, JOSO: "=1+1"}, prices=st.builtin_prices()),
        tmp_path / "x.xlsx",
        "en",
    )
    book = openpyxl.load_workbook(path)
    assert book.sheetnames[:2] == ["What changes", "How it is reckoned"] and "S01.repair" in book.sheetnames
    first = list(book["What changes"].values)
    assert "invented" in first[0][0] and first[3][:4] == ("守谷市", "1.0", "0.5", "−0.5")
    cells = [c for sheet in book for row in sheet.iter_rows() for c in row]
    assert not [c for c in cells if c.data_type == "f"]


def test_the_plot_is_a_picture_or_left_out(tmp_path, monkeypatch):
    import sys

    pytest.importorskip("matplotlib")
    path = report.write_plot(compare(), setting(), tmp_path / "x.png", "en")
    assert Path(path).read_bytes().startswith(b"\x89PNG")
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    assert report.write_plot(compare(), setting(), tmp_path / "y.png", "en") is None


def test_what_cannot_be_chosen_is_said():
    for words, choice in (
        ("999999", {"kind": "city", "city": "999999"}),
        ("2000-01-01", {"kind": "own", "on": "2000-01-01"}),
        ("version 9", {"kind": "own", "ver": "9"}),
    ):
        with pytest.raises(ValueError, match=words):
            ag.side(STANDARDS, **choice)
    only_cities = st.StandardSet.of(STANDARDS.rows[STANDARDS.rows["scope"] == "city"])
    with pytest.raises(ValueError, match="No common standard"):
        ag.side(only_cities, "common", on=ON)
    for part in (
        "S01",
        "S01.repair",
        "S99.repair=1-2",
        "S01.rs_tmp_c1=1",
        "S01.repair=x",
        "S01.repair=1-9999",
    ):
        with pytest.raises(ValueError, match=re.escape(part)):
            ag.parse_sweeps(part, STANDARDS)


def test_sweeps_are_written_as_people_write():
    found = ag.parse_sweeps(
        "Ｓ０１．repair＝2〜4 ; S02.repair=10-20; S01.repair=3,5,3; S01.repair=2-3/0.5", STANDARDS
    )
    assert [s.values for s in found] == [(2, 3, 4), (10, 15, 20), (3, 5), (2, 2.5, 3)]


def test_old_against_new_by_day_and_by_version():
    common = st.builtin(examples=False)
    row = common.rows[common.rows["std_id"] == "S01"]
    both = common + st.StandardSet.of(row.assign(ver="2026-10", valid_from="2026-10-01", repair=3.0))
    old, new = ag.side(both, "common", on=ON), ag.side(both, "common", ver="2026-10")
    assert new.on == "2026-10-01"
    found = ag.agree(old, new, st.prepare(DAMAGES, as_of=ON))
    assert found.cells[["cell", "before", "after"]].drop_duplicates().to_numpy().tolist() == [
        ["repair", 5.0, 3.0]
    ]
    assert numbers(found, "all")["newly"] == 3  # 4.5 and 4.2 in Moriya, 3.0 in Joso


@pytest.mark.parametrize(
    ("value", "ja", "en"),
    [
        (123_456_789, "1.23億円", "¥123,457,000"),
        (971_230, "97.1万円", "¥971,000"),
        (3_600, "3,600円", "¥3,600"),
        (0, "±0円", "±¥0"),
    ],
)
def test_yen_are_said_as_people_say_them(value, ja, en):
    from gunmane import i18n

    assert say.yen(value, sign=value == 0) == en
    with i18n.speaking("ja"):
        assert say.yen(value, sign=value == 0) == ja
