"""The sentence of each damage: true, in both languages, with nothing left unfilled."""

from __future__ import annotations

import pandas as pd
import shapely
from gunmane import i18n
from gunmane.analysis import priority as pr
from gunmane.analysis import standards as st

RECORDS = [
    {"depth_cm": 12, "dia_cm": 5, "is_school": 1, "found_at": "2026-06-12T10:00:00+09:00", "speed_kmh": 50},
    {"depth_cm": None, "dia_cm": 5},
    {"dt": "D06", "cavity": 1},
    {"ft": "F14", "dt": "D16", "clear_m": 4.4, "position": "中央"},
    {"ft": "F14", "dt": "D16", "clear_m": 6.0, "position": "中央"},
    {"depth_cm": 1, "dia_cm": 5},
    {"ft": "F05", "dt": "D08", "count": 2, "measures": '{"opening": false}'},
    {"ft": "F99", "dt": "D01"},
    {"dt": "D05", "step_mm": 35, "route_key": "082244-C1-0007", "adt": 12000, "speed_kmh": 50},
    {"dt": "D12", "depth_cm": 12, "route_key": "082244-C1-0007"},
]


def ranking():
    rows = [
        {"uuid": f"u{n}", "city_code": "082244", "ft": "F01", "dt": "D01", "route_key": "082244-C3-0001",
         "found_at": "2026-06-14T10:00:00+09:00", "geom": shapely.Point(n, 0), **record}
        for n, record in enumerate(RECORDS)
    ]  # fmt: skip
    judged = st.judge(pd.DataFrame(rows), st.builtin(examples=False), as_of="2026-06-15")
    return pr.prioritize(judged)


def test_english():
    found = ranking()
    with i18n.speaking("en"):
        said = [text.partition(": ")[2] for text in pr.reasons(found)]
        ranks = [text.partition(": ")[0] for text in pr.reasons(found)]
    assert ranks == [f"Rank {rank}" for rank in found.frame["rank"]]
    assert said[0] == "emergency (depth 12 cm ≥ 10 cm), school route, 3 days overdue"
    assert said[1].startswith("cannot be judged (visit needed: depth not measured), risk [")
    assert said[2].startswith("emergency (a cavity was found)")
    assert said[3].startswith("repair (clearance 4.4 m ≤ 4.5 m)")
    assert said[4] == "within the standard (clearance 6 m > 5 m)"
    assert said[5] == "within the standard (depth 1 cm < 2 cm)"
    assert said[6].startswith("repair (gutter lid broken or missing: count 2 ≥ 2)")
    assert said[7].startswith("cannot be judged (visit needed), risk [")
    assert said[8].startswith(
        "repair (step 35 mm ≥ 30 mm), risk 20 (Category 1: emergency), 12,000 vehicles a day"
    )
    assert said[9].startswith("repair (depth 12 cm ≥ 10 cm), to be made safe at once")


def test_japanese_has_nothing_unfilled():
    with i18n.speaking("ja"):
        said = pr.reasons(ranking())
    assert all(text and "{" not in text and "nan" not in text and "None" not in text for text in said)


def test_abbreviations_are_not_lowered_and_a_low_band_on_top_says_why():
    parts = {"rank": 1, "level": "NJ", "why": "missing", "measure": "iri", "risk": 6}
    low = {
        "rank": 9,
        "level": "L3",
        "measure": "depth_cm",
        "value": 12.0,
        "threshold": 10.0,
        "top": True,
        "first": "R0",
    }
    with i18n.speaking("en"):
        assert "(visit needed: IRI not measured)" in pr.reason(parts)
        assert pr.reason({**low, "band": "C", "days_over": 3637}).endswith(
            "on top whatever its score, 3,637 days overdue"
        )
        assert "whatever" not in pr.reason({**low, "band": "A"})
        vague = {**parts, "measure": "count", "ft": "F05", "dt": "D08"}
        assert "(visit needed: count of gutter lid broken or missing not measured)" in pr.reason(vague)
    with i18n.speaking("ja"):
        assert "IRI未測定" in pr.reason(parts)


def test_one_sentence_from_its_parts_alone():
    parts = {"rank": 1, "level": "L3", "measure": "depth_cm", "value": 12.0, "threshold": 10.0, "f_school": 1.0,
             "days_over": 3}  # fmt: skip
    with i18n.speaking("en"):
        assert pr.reason(parts) == "Rank 1: emergency (depth 12 cm ≥ 10 cm), school route, 3 days overdue"
