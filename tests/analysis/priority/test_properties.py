"""Laws of ranking, held against random lists, and against a ranker that was written apart (reference_ranker.py)."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from gunmane.analysis import priority as pr
from gunmane.analysis import standards as st
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

_spec = importlib.util.spec_from_file_location(
    "reference_ranker", Path(__file__).with_name("reference_ranker.py")
)
reference = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(reference)

AS_OF = "2026-06-15"
UNTIL = np.datetime64("2026-06-16T00:00:00")
COMMON = st.builtin()
CELLS = st.effective(COMMON, on=AS_OF).cells
KINDS = sorted(set(zip(CELLS["ft"], CELLS["dt"])))
LINES = {"ft": "F01", "dt": "D01"}
QUICK = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
CALENDAR = st.Calendars()


@some.composite
def records(draw):
    ft, dt = draw(some.sampled_from([*KINDS, ("F99", "D01"), ("F01", "D99"), ("F05", "D08"), ("F01", "D12")]))
    rc = draw(some.sampled_from(["C1", "C2", "C3", "C3", "X9"]))
    record = {"city_code": draw(some.sampled_from(["082244", "082112"])), "ft": ft, "dt": dt}
    record["route_key"] = (
        f"{record['city_code']}-{rc}-{draw(some.integers(1, 3)):04d}" if rc != "X9" else None
    )
    for row in CELLS[(CELLS["ft"] == ft) & (CELLS["dt"] == dt)].itertuples():
        limits = [v for v in (row.watch, row.repair, row.emerg) if v == v]
        record[row.measure] = draw(some.sampled_from([None, *limits, limits[0] * 0.5, limits[-1] * 2]))
    day = draw(some.integers(0, 140))
    record["found_at"] = draw(
        some.sampled_from(
            [f"{np.datetime64('2026-06-15') - day}T{h:02d}:00:00+09:00" for h in (9, 10, 18, 23)] + [None]
        )
    )
    record["speed_kmh"] = draw(some.sampled_from([None, 30, 50]))
    record["em"] = draw(some.sampled_from([None, "0", "0", "1", "2", "3", "C"]))
    record["adt"] = draw(
        some.sampled_from([None, 0, 300, 499, 500, 1999, 2000, 4999, 5000, 9999, 10000, 33333])
    )
    record["position"] = draw(some.sampled_from([None, "中央", "車輪通過部", "歩道", "路肩"]))
    record["is_school"] = draw(some.sampled_from([None, 0, 1]))
    record["is_bus"] = draw(some.sampled_from([None, 0, 1]))
    record["poi"] = draw(some.booleans())
    record["repeats"] = draw(some.integers(0, 4))
    return record


lists = some.lists(records(), min_size=1, max_size=12)


def table(rows):
    frame = pd.DataFrame(rows)
    frame["uuid"] = [f"u{n:03d}" for n in range(len(rows))]
    frame["st"] = "S40"
    return frame.astype(object).where(frame.notna(), None)


def ranked(frame, preset=None, absent=(), judged=None):
    """Ranked with the facts of the records: poi and repeats have no columns of their own in the store."""
    judged = judged or st.judge(frame.drop(columns=["poi", "repeats"]), COMMON, as_of=AS_OF)
    facts = pr.gather(judged.prepared, pr.Layers(), preset or pr.Preset.of(), UNTIL)
    facts.poi = frame["poi"].to_numpy(bool)
    facts.repeats = frame["repeats"].to_numpy(int)
    facts.absent = dict.fromkeys(absent, "no_layer")
    return pr.prioritize(judged, preset=preset, facts=facts)


def ranks(ranking):
    return dict(zip(ranking.judged.prepared.frame["uuid"], ranking.frame["rank"]))


def due_of(code, damage):
    number = list(st.responses()).index(code)
    start = np.array([damage["start"]])
    due = CALENDAR.due(
        np.array([number]), start, np.array([damage["city"]], object), np.datetime64(AS_OF, "s")
    )
    return reference.moment(due[0])


@settings(QUICK, max_examples=50)
@given(
    lists,
    some.sets(some.sampled_from(["school", "emergency", "traffic", "repeat", "bus", "poi"]), max_size=3),
)
def test_the_vectorised_ranker_says_what_the_plain_one_says(rows, absent):
    frame = table(rows)
    found = ranked(frame, absent=absent)
    judged = found.judged.frame
    damages = []
    for n, row in enumerate(frame.to_dict("records")):
        j = judged.iloc[n]
        damages.append(
            {"uuid": row["uuid"], "ft": row["ft"], "dt": row["dt"], "level": j["level"], "rs_tmp": j["rs_tmp"],
             "rs_perm": j["rs_perm"], "due_tmp": reference.moment(j["due_tmp"].to_datetime64()),
             "due_perm": reference.moment(j["due_perm"].to_datetime64()), "speed": row["speed_kmh"], "em": row["em"],
             "adt": row["adt"], "position": row["position"], "school": row["is_school"] == 1,
             "bus": row["is_bus"] == 1, "poi": row["poi"], "repeats": row["repeats"],
             "rc": found.judged.prepared.rc[n], "start": found.judged.prepared.start[n], "city": row["city_code"],
             "received": row["found_at"], "route": row["route_key"]}
        )  # fmt: skip
    expected = reference.rank(damages, reference.moment(np.datetime64(AS_OF, "s")).date(), due_of, absent)
    for n, name in enumerate(frame["uuid"]):
        row, wanted = found.frame.iloc[n], expected[name]
        assert (row["risk"], row["category"]) == (wanted["risk"], wanted["category"])
        assert (reference.moment(row["due"].to_datetime64()), row["due_code"]) == (
            wanted["due"],
            wanted["code"],
        )
        assert row["days_over"] == wanted["over"]
        assert (f"{row['score']:.2f}", row["band"], row["top"]) == (
            str(wanted["score"]), wanted["band"], wanted["top"])  # fmt: skip
        assert row["rank"] == wanted["rank"]


@QUICK
@given(lists, some.integers(0, 2**16))
def test_the_order_of_the_input_does_not_matter(rows, seed):
    frame = table(rows)
    moved = frame.iloc[np.random.default_rng(seed).permutation(len(frame))].reset_index(drop=True)
    first, again = ranked(frame), ranked(moved)
    assert ranks(first) == ranks(again)
    assert sorted(first.frame["rank"]) == list(range(1, len(rows) + 1))
    said = dict(zip(frame["uuid"], pr.reasons(first)))
    assert said == dict(zip(moved["uuid"], pr.reasons(again)))
    by_name = [
        pr.sensitivity(r, 20).frame.assign(u=r.judged.prepared.frame["uuid"]).set_index("u")
        for r in (first, again)
    ]
    pd.testing.assert_frame_equal(by_name[0], by_name[1].loc[by_name[0].index])


@QUICK
@given(lists)
def test_what_must_be_done_at_once_and_category_1_are_always_on_top(rows):
    found = ranked(table(rows)).frame.sort_values("rank")
    at_once = (found["category"] == "1") | (found["first"] == "R0")
    assert list(at_once) == sorted(at_once, reverse=True)


RAISED = {
    "is_school": 1,
    "is_bus": 1,
    "poi": True,
    "repeats": 5,
    "em": "1",
    "adt": 50_000,
    "speed_kmh": 60,
    "position": "車輪通過部",
}


@settings(QUICK, max_examples=50)
@given(lists, some.data())
def test_adding_an_impact_factor_never_lowers_a_rank(rows, data):
    """The judgement stands: a stricter standard on an emergency road is another matter."""
    frame = table(rows)
    n = data.draw(some.integers(0, len(rows) - 1))
    name = data.draw(some.sampled_from(sorted(RAISED)))
    absent = data.draw(some.sets(some.sampled_from(["school", "bus", "poi", "repeat"]), max_size=2))
    before = ranked(frame, absent=absent)
    raised = frame.copy()
    raised.at[n, name] = RAISED[name]
    judged = st.judge(raised.drop(columns=["poi", "repeats"]), COMMON, as_of=AS_OF)
    for column in before.judged.frame:
        judged.frame[column] = before.judged.frame[column]
    after = ranked(raised, absent=absent, judged=judged)
    assert after.frame["rank"][n] <= before.frame["rank"][n]


@QUICK
@given(lists, some.sampled_from(pr.FACTORS), some.floats(0, 1000))
def test_the_weight_of_an_absent_layer_has_no_effect(rows, name, weight):
    frame = table(rows)
    first = ranked(frame, absent=[name])
    preset = pr.Preset.of({"factors": {name: {"weight": weight}}})
    again = ranked(frame, preset, absent=[name])
    pd.testing.assert_frame_equal(first.frame, again.frame)
    if name != "overdue":
        assert first.frame[f"f_{name}"].isna().all()
    one, other = pr.sensitivity(first, 30), pr.sensitivity(again, 30)
    pd.testing.assert_frame_equal(one.frame, other.frame)


@QUICK
@given(lists)
def test_what_could_not_be_judged_is_never_in_the_last_band(rows):
    found = ranked(table(rows)).frame
    assert not ((found["level"] == "NJ") & (found["band"] == "C")).any()


@QUICK
@given(lists, some.integers(1, 2**16))
def test_the_draws_are_what_sorting_each_of_them_gives(rows, seed):
    held_against_brute_force(rows, seed)


def test_the_draws_where_unjudged_damages_are_lifted_over_judged_ones():
    """Grass that nobody has measured scores less than a pothole to be watched, but is looked at before."""
    grass = {"ft": "F15", "dt": "D15", "height_cm": None, "adt": 0}
    hole = {"ft": "F01", "dt": "D01", "depth_cm": 3.0, "dia_cm": 5.0, "adt": 0}
    common = {"city_code": "082244", "route_key": "082244-C3-0001", "found_at": "2026-06-15T09:00:00+09:00",
              "speed_kmh": 30, "em": "0", "position": None, "is_school": 0, "is_bus": 0, "poi": False}  # fmt: skip
    rows = [{**common, **kind, "repeats": k} for k in range(3) for kind in (grass, hole)]
    found = ranked(table(rows)).frame
    assert list(found["rank"]) == [3, 6, 2, 5, 1, 4] and found["score"][4] < found["score"][5]
    held_against_brute_force(rows, 1)


def held_against_brute_force(rows, seed):
    """Each draw's weights as a preset, ranked from the start."""
    frame = table(rows)
    base = ranked(frame, absent=["bus"])
    found = pr.sensitivity(base, 6, seed, tau_draws=6)
    numbers = np.random.default_rng(seed).uniform(0.8, 1.2, (6, 8))
    weights = np.array([base.preset.weights[name] for name in pr.FACTORS])
    places, bands, taus, rhos = [], [], [], []
    for row in numbers:
        changed = {name: {"weight": float(w)} for name, w in zip(pr.FACTORS, weights * row[:7])}
        preset = pr.Preset.of({"factors": changed, "score": {"risk_share": float(60 * row[7])}})
        again = ranked(frame, preset, absent=["bus"])
        places.append(again.frame["rank"].to_numpy())
        bands.append((again.frame["band"] == base.frame["band"]).to_numpy())
        pair = pd.DataFrame({"a": base.frame["rank"], "b": again.frame["rank"]})
        if len(rows) > 1:
            taus.append(pair.corr("kendall").iloc[0, 1])
            rhos.append(pair.corr("spearman").iloc[0, 1])
    assert list(found.frame["best"]) == list(np.min(places, axis=0))
    assert list(found.frame["worst"]) == list(np.max(places, axis=0))
    assert list(found.frame["in_band"]) == pytest.approx(np.mean(bands, axis=0))
    top = [(place <= found.top) for place in places]
    assert list(found.frame["in_top"]) == pytest.approx(np.mean(top, axis=0))
    overlap = [(t & (base.frame["rank"] <= found.top)).sum() / found.top for t in top]
    assert list(found.draws["overlap"]) == pytest.approx(overlap)
    if len(rows) > 1:
        assert list(found.draws["tau"]) == pytest.approx(taus)
        assert list(found.draws["rho"]) == pytest.approx(rhos)
