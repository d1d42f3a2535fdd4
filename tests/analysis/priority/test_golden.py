"""The worked example of section 5 of the unified model, row by row, and its sensitivity."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from gunmane import i18n
from gunmane.analysis import priority as pr

_spec = importlib.util.spec_from_file_location("golden", Path(__file__).with_name("golden.py"))
golden = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(golden)


@pytest.fixture(scope="module")
def ranking():
    return golden.ranking()


@pytest.mark.parametrize("name", list(golden.EXPECTED))
def test_row(ranking, name):
    rank = list(golden.EXPECTED).index(name) + 1
    level, first, i, p, category, due, code, over, *factors, wf, score, band = golden.EXPECTED[name]
    n = [row[0] for row in golden.DAMAGES].index(name)
    row = ranking.frame.iloc[n]
    assert (row["rank"], row["level"], row["first"]) == (rank, level, first)
    assert (row["risk_i"], row["risk_p"], row["risk"], row["category"]) == (i, p, i * p, category)
    assert (str(row["due"])[5:10] if code else None, row["due_code"], row["days_over"]) == (due, code, over)
    assert [row[f"f_{name}"] for name in pr.FACTORS] == pytest.approx(
        [factors[k] for k in (0, 1, 2, 3, 4, 5, 6)]
    )
    assert (round(row["wf"], 2), row["score"], row["band"]) == (wf, score, band)
    assert row["top"] == (name in golden.TOP)


def test_sensitivity(ranking):
    found = pr.sensitivity(ranking, draws=50)
    runs = found.runs
    assert (len(runs), found.k, found.stable) == (16, 5, True)
    assert (runs["overlap"] == 1).all()
    rho = {(row.factor, row.times): round(row.rho, 3) for row in runs.itertuples()}
    low = {run: value for run, value in rho.items() if value < 0.97}
    assert low == {
        ("risk_share", 0.8): 0.952,
        ("school", 1.2): 0.964,
        ("traffic", 0.8): 0.964,
        ("repeat", 1.2): 0.964,
    }
    moved = {(row.factor, row.times) for row in runs.itertuples() if row.band_changes}
    assert moved == {("school", 0.8), ("emergency", 1.2)}
    assert list(found.frame.index[found.frame["border"]]) == [9]


def test_sentences(ranking):
    with i18n.speaking("en"):
        said = pr.reasons(ranking)
    assert said[0] == (
        "Rank 1: emergency (depth 12 cm ≥ 10 cm), school route, emergency road (secondary), bus route,"
        " 8,000 vehicles a day, hospital, shelter or school within 300 m, 2 more requests, 3 days overdue"
    )
