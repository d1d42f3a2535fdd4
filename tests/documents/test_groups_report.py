"""The report of route groups: what it shows, how it holds many islands, and what it must not let through."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
import shapely
from gunmane import i18n
from gunmane.analysis.groups import Grouping, GroupOptions
from gunmane.documents import groups_map, groups_report

A, B = "082244", "082287"
NAMES = {A: "守谷市", B: "坂東市"}


def group(n, km, cities=(A,), status="within", **more):
    x, y = 1000.0 * (n % 6), 1000.0 * (n // 6)
    lines = shapely.MultiLineString([[(x, y), (x + 900, y)], [(x, y), (x, y + 500)]])
    return {
        "group_id": f"G{n:03d}", "name": f"Group G{n:03d}", "mode": "", "length_km": km,
        "length_by_city": {c: km / len(cities) for c in cities}, "length_by_class": {"C1": km}, "sections": 3,
        "crossings": 1 if len(cities) > 1 else 0, "crossings_cut": 0, "dead_running_km": km / 10,
        "dead_running_pct": 10.0, "dead_running_h": 0.1, "bound_pct": 5.0, "std_breaks": 2, "cities": list(cities),
        "status": status, "status_text": "", "own_parts": 1, "link_km": 0.0, "compact_pp": 0.25, "reason": f"Why {n}.",
        "colour": n % 8 + 1, "lines": lines, "geom": shapely.multipolygons([shapely.buffer(lines, 50)]), **more,
    }  # fmt: skip


def answer(groups, **more):
    frame = pd.DataFrame(groups)
    total = float(frame["length_km"].sum()) if len(frame) else 0.0
    by_city = {
        "length_km": total, "separate_groups": 2, "joint_groups": 1, "separate_dead_km": total / 4,
        "joint_dead_km": total / 10, "separate_dead_pct": 25.0, "joint_dead_pct": 10.0, "gain_km": total * 0.15,
        "gain_h_year": 12.5, "gain_yen_year": 112_500.0, "yen_is_example": True,
    }  # fmt: skip
    comparison = pd.DataFrame([{"city_code": A, **by_city}, {"city_code": None, **by_city}])
    crossings = pd.DataFrame(
        {"group_id": ["G001", None], "city_a": [A, B], "city_b": [B, A], "std_breaks": [15, 15], "x": [1000.0, 1200.0],
         "y": [0.0, 100.0]}
    )  # fmt: skip
    made = {
        "sections": pd.DataFrame(), "groups": frame, "driving": pd.DataFrame(), "crossings": crossings,
        "separate": frame, "comparison": comparison, "required_m": total * 1000, "dead_m": total * 100,
        "separate_dead_m": total * 250, "bound_m": total * 80, "gap": 0.25, "cut_short": False, "messages": [],
        "seconds": {},
    }  # fmt: skip
    return Grouping(**{**made, **more})


def page(found, options=None, language="en", areas=(), path=None, names=NAMES):
    return groups_report.content(found, options or GroupOptions(), names, areas)


def test_the_headline_says_both_shares_and_what_is_saved():
    found = page(answer([group(1, 40, (A, B)), group(2, 60)]))
    assert found["head"] == "Joint: dead running 10.0 % instead of 25.0 %, 15.0 km less on each pass."
    assert (
        found["second"].startswith("2 groups of 100.0 km in all.")
        and "1 of 2 border crossings" in found["second"]
    )
    facts = dict(found["facts"])
    assert "8.0 % (8.0 km)" in facts["How good the answer is"] and "25.0 %" in facts["How good the answer is"]
    assert "an example" in facts["Hours and yen"] and "example" in found["cities_head"][-1]
    assert [round(width) for *_, width, _ in found["bars"]] == [100, 40, 32]


def test_a_loss_is_called_a_loss_and_no_comparison_none():
    worse = answer([group(1, 40)], separate_dead_m=3000.0)
    assert "1.0 km more" in page(worse)["head"]
    alone = page(answer([group(1, 40)], separate_dead_m=None), GroupOptions(compare=False))
    assert alone["cities"] == [] and len(alone["bars"]) == 2 and "instead" not in alone["head"]


def test_ones_own_price_is_not_called_an_example():
    found = page(answer([group(1, 40)]), GroupOptions(yen_per_hour=5000.0))
    assert "5,000 yen" in dict(found["facts"])["Hours and yen"] and "example" not in str(found["cities_head"])


def test_hundreds_of_islands_are_counted_by_city_and_only_long_ones_listed():
    few = [group(n, 0.2, (B,), "below") for n in range(10, 400)]
    shared = group(5, 0.5, (A, B), "below")
    found = page(answer([group(1, 40), group(2, 8, (A,), "below"), shared, *few]))
    assert [row[0] for row in found["small"]["rows"]] == ["Group G002"]
    assert found["small"]["by_city"] == [
        "坂東市: 390 of 78.0 km in all, the longest 0.20 km",
        "of several cities: 1 of 0.5 km in all, the longest 0.50 km",
    ]
    assert [g["id"] for g in found["groups"]] == ["G001"]
    assert found["cities"][-1][3] == "1 (+392 small)"


def test_a_group_that_is_too_long_is_marked_and_said():
    found = page(answer([group(1, 80, status="above")]))
    assert not found["groups"][0]["good"] and found["groups"][0]["cells"][-1] == "too long"
    assert "1 groups are longer than 60 km." in found["warnings"]


def test_names_of_roads_and_cities_are_no_markup(tmp_path):
    evil = answer([group(1, 40, reason="<script>alert(1)</script>", name="<b>x</b>")])
    areas = [(A, shapely.box(0, -500, 4000, 2000))]
    path = groups_report.write_report(tmp_path / "r.html", evil, GroupOptions(), {A: "<i>市"}, "en", areas)
    text = Path(path).read_text(encoding="utf-8")
    assert "<script>" not in text and "<i>" not in text and "&lt;i&gt;市" in text
    assert 'lang="en"' in text and "src=" not in text and "href=" not in text  # opens without a network


def test_nothing_to_group_is_a_page_too(tmp_path):
    empty = answer(
        [], crossings=pd.DataFrame(), separate=pd.DataFrame(), dead_m=0.0, separate_dead_m=0.0, bound_m=0.0
    )
    for language in ("ja", "en"):
        path = groups_report.write_report(tmp_path / "r.html", empty, GroupOptions(), NAMES, language)
        assert "<svg class" not in Path(path).read_text(encoding="utf-8")
    i18n.set_language("en")
    assert page(empty)["head"] == "No road is left to be grouped."


def test_the_map_has_every_group_of_its_bounds_labelled_and_stays_small():
    frame = pd.DataFrame([group(n, 40 + n) for n in range(1, 31)] + [group(40, 0.2, status="below")])
    svg = groups_map.group_map(
        frame, answer([group(1, 40)]).crossings, [("守谷市", shapely.box(0, -500, 6500, 7000))]
    )
    assert svg.count("<circle") == 1 and "守谷市" in svg and svg.count(" km</text>") >= 30
    assert "G040" not in svg and len(svg) < 40_000
    assert groups_map.group_map(frame.iloc[:0], frame, []) == ""


@pytest.mark.parametrize("shape", [shapely.MultiLineString(), None])
def test_a_group_without_lines_does_no_harm(shape):
    frame = pd.DataFrame([group(1, 40), group(2, 40, lines=shape)])
    assert "G001" in groups_map.group_map(frame, pd.DataFrame(), [("x", None)])
