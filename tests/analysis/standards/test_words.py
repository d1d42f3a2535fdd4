"""Judgements in words: true, in both languages, with nothing left unfilled."""

from __future__ import annotations

import pandas as pd
import pytest
from gunmane import i18n
from gunmane.analysis import standards as st

AS_OF = "2026-06-10T09:00:00+09:00"
COMMON = st.builtin(examples=False)
RECORDS = [
    {"dt": "D01", "depth_cm": 6.0, "dia_cm": 5.0},
    {"dt": "D01", "depth_cm": None, "dia_cm": 25.0},
    {"dt": "D01"},
    {"dt": "D01", "depth_cm": 1.0, "dia_cm": 5.0},
    {"ft": "F14", "dt": "D16", "clear_m": 4.4, "position": "中央"},
    {"ft": "F14", "dt": "D16", "clear_m": 6.0, "position": "中央"},
    {"dt": "D06", "cavity": 1},
    {"dt": "D20"},
    {"ft": "F99", "dt": "D01"},
    {"route_key": "082244-N1-0006", "dt": "D01"},
    {"dt": "D01", "depth_cm": 6.0, "dia_cm": 5.0, "flags": '[{"code": "W-OPEN", "field": "depth_cm"}]'},
    {"dt": "D01", "depth_cm": 3.0, "dia_cm": 5.0, "flags": '[{"code": "W-OPEN", "field": "depth_cm"}]'},
    {"dt": "D01", "depth_cm": 3.0, "dia_cm": 5.0, "flags": '[{"code": "W-NOUNIT", "field": "depth_cm"}]'},
    {"dt": "D01", "depth_cm": -3.0, "dia_cm": 5.0},
    {"dt": "D01", "depth_cm": float("inf"), "dia_cm": 5.0},
]


@pytest.fixture(scope="module")
def judged():
    rows = [
        {"city_code": "082244", "ft": "F01", "route_key": "082244-C3-0001", **record} for record in RECORDS
    ]
    return st.judge(pd.DataFrame(rows), COMMON, as_of=AS_OF)


def test_english(judged):
    with i18n.speaking("en"):
        said = st.sentences(judged)
    assert said[0] == (
        "Depth 6 cm, at or above the repair value of 5 cm: repair (S01, column C3)."
        " Make safe R2, permanent repair R4."
    )
    assert (
        said[1].startswith("Diameter 25 cm, at or above the repair value of 20 cm")
        and "Still to be measured: depth." in said[1]
    )
    assert (
        said[2]
        == "Depth has not been measured: cannot be judged (S01). Still to be measured: depth, diameter."
    )
    assert said[3].startswith("Depth 1 cm, under the first threshold of 2 cm: within the standard")
    assert said[4].startswith("Clearance 4.4 m, at or below the repair value of 4.5 m: repair")
    assert said[5].startswith("Clearance 6 m, above the first threshold of 5 m: within")
    assert said[6].startswith("A cavity was found: emergency whatever is measured (S08).")
    assert said[7] == "There is no standard for Carriageway, Illegal dump: cannot be judged."
    assert said[8] == "Facility or damage type unknown: cannot be judged."
    assert said[9].startswith("Not the city's road")
    assert "Still to be measured: depth." in said[10]
    assert said[11].startswith("Depth is only known to be 3 cm or worse")
    assert "without a unit" in said[12] and "negative" in said[13] and "no number" in said[14]


def test_the_same_in_japanese_and_nothing_unfilled(judged):
    with i18n.speaking("ja"):
        said = st.sentences(judged)
    assert len(set(said)) == len(RECORDS)
    assert all(text and "{" not in text and "nan" not in text and "None" not in text for text in said)


def test_one_sentence_from_its_parts_alone():
    with i18n.speaking("en"):
        said = st.sentence({"level": "L3", "std_id": "S01", "measure": "depth_cm", "value": 12.0, "threshold": 10.0,
                            "road": "C1", "rs_tmp": "R0"})  # fmt: skip
    assert said == (
        "Depth 12 cm, at or above the emergency value of 10 cm: emergency (S01, column C1). Make safe R0."
    )
