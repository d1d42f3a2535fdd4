"""Laws of judging, held against random cases, and against a judge that was written apart (reference_judge.py)."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from gunmane.analysis import standards as st
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

_spec = importlib.util.spec_from_file_location(
    "reference_judge", Path(__file__).with_name("reference_judge.py")
)
reference = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(reference)

AS_OF = "2026-06-10T09:00:00+09:00"
BUILTIN = st.builtin()
CELLS = st.effective(BUILTIN, on=AS_OF).cells
KINDS = sorted(set(zip(CELLS["ft"], CELLS["dt"])))
MEASURES = sorted(set(CELLS["measure"]))
CITIES = ["082244", "082112", "082287", "082350"]
QUICK = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
RANK = {level: n for n, level in enumerate(st.LEVELS)}


def numbers_of(measure):
    """Values at, just beside and far from the thresholds: where a judge goes wrong."""
    limits = CELLS.loc[CELLS["measure"] == measure, list(st.THRESHOLDS)].to_numpy().ravel()
    limits = sorted(set(limits[~np.isnan(limits)]))
    near = [
        v for limit in limits for v in (limit, np.nextafter(limit, 0), limit + 0.01, limit * 0.7, limit * 1.4)
    ]
    return some.one_of(
        some.sampled_from(near), some.floats(0, 200), some.sampled_from([None, -1.0, np.nan, np.inf])
    )


@some.composite
def records(draw):
    ft, dt = draw(some.sampled_from([*KINDS, ("F01", "D20"), ("F99", "D01"), (None, "D01"), ("F01", "D01")]))
    city = draw(some.sampled_from([*CITIES, "082198"]))
    rc = draw(some.sampled_from(["C1", "C2", "C3", "C3", "N1", "P2", "X1", "X4", "X9", "Q7"]))
    record = {"city_code": city, "ft": ft, "dt": dt, "route_key": f"{city}-{rc}-0001" if rc != "Q7" else None}
    read = sorted(set(CELLS.loc[(CELLS["ft"] == ft) & (CELLS["dt"] == dt), "measure"]))
    for measure in read:
        record[measure] = draw(numbers_of(measure))
    record["em"] = draw(some.sampled_from([None, "0", "0", "1", "C"]))
    record["ad"] = draw(some.sampled_from([None, "A1", "A3"]))
    record["position"] = draw(some.sampled_from([None, "歩道", "中央"]))
    record["cavity"] = draw(some.sampled_from([None, 0, 0, 1]))
    record["large"] = draw(some.sampled_from([None, 0, 0, 1]))
    flags = [[code, m] for m in read for code in ("W-OPEN", "W-NOUNIT") if draw(some.integers(0, 9)) == 0]
    record["flags"] = flags
    return record


@some.composite
def changed_sets(draw):
    """The shipped set with a few cells of any scope set, emptied or switched off, and a second version."""
    standards = BUILTIN
    for _ in range(draw(some.integers(0, 5))):
        std_id = draw(some.sampled_from(list(CELLS.index)))
        cell = draw(some.sampled_from([*st.THRESHOLDS, *st.RESPONSES]))
        value = draw(
            some.sampled_from(["R0", "R1", "R2", "R5", "R9", "-", None])
            if cell in st.RESPONSES
            else some.sampled_from([1.0, 3.0, 4.0, 8.0, 25.0, 45.0, st.NEVER, None])
        )
        scope, key = draw(
            some.sampled_from([("common", ""), *(("city", c) for c in CITIES), ("route", "082244-C3-0001")])
        )
        standards = standards.with_cell(std_id, cell, value, scope=scope, scope_key=key, on=AS_OF)
    if draw(some.booleans()):
        newer = {"std_id": "S01", "ver": "2026-05", "scope": "city", "scope_key": "082112", "repair": 7.0,
                 "valid_from": draw(some.sampled_from(["2026-05-01", "2026-06-10", "2026-06-11"]))}  # fmt: skip
        standards = standards + st.StandardSet.of([newer])
    return standards


def frame(rows):
    table = pd.DataFrame(rows)
    table["flags"] = [json.dumps([{"code": c, "field": f} for c, f in row["flags"]]) or None for row in rows]
    table["found_at"] = "2026-06-01T10:00:00+09:00"
    return table


def plain_rows(standards):
    rows = standards.rows.astype(object).where(standards.rows.notna(), None)
    return rows.to_dict("records")


@QUICK
@given(some.lists(records(), min_size=1, max_size=25), changed_sets())
def test_the_vectorised_judge_says_what_the_plain_one_says(rows, standards):
    found = st.judge(frame(rows), standards, as_of=AS_OF)
    by_row = found.hits.groupby("row")
    known = plain_rows(standards)
    for n, record in enumerate(rows):
        expected = reference.judge(record, known, AS_OF[:10])
        row = found.frame.iloc[n]
        if expected.get("transfer"):
            assert row["transfer"] and row["level"] is None
            continue
        hits = by_row.get_group(n).set_index("std_id")["level"].to_dict() if n in by_row.groups else {}
        assert hits == expected["hits"], record
        said = {name: row[name] for name in ("level", "rs_tmp", "rs_perm")}
        assert said == {name: expected[name] for name in said}, record
        assert bool(row["needs_measure"]) == expected["needs"], record


@QUICK
@given(some.lists(records(), min_size=1, max_size=15), changed_sets(), some.floats(0, 3))
def test_raising_a_measure_never_lowers_the_judgement(rows, standards, more):
    """Of every measure at once, each in its worse direction."""
    worse = []
    for record in rows:
        raised = dict(record)
        for measure in MEASURES:
            value = record.get(measure)
            if value is not None and np.isfinite(value) and value >= 0:
                raised[measure] = (
                    value / (1 + more) if measure in ("clear_m", "mci") else value * (1 + more) + more
                )
        worse.append(raised)
    before = st.judge(frame(rows), standards, as_of=AS_OF, clocks=False).frame["level"]
    after = st.judge(frame(worse), standards, as_of=AS_OF, clocks=False).frame["level"]
    for a, b in zip(before, after):
        assert a is None or RANK[b] >= RANK[a]


@QUICK
@given(
    some.lists(records(), min_size=1, max_size=25),
    changed_sets(),
    some.sampled_from(list(CELLS.index)),
    some.sampled_from(["watch", "repair", "emerg"]),
    some.floats(0.05, 0.95),
)
def test_a_stricter_standard_never_yields_fewer_repairs(rows, standards, std_id, cell, share):
    ready = st.prepare(frame(rows), as_of=AS_OF)
    old = CELLS.at[std_id, cell]
    if np.isnan(old):
        return
    stricter = old / share if CELLS.at[std_id, "op"] == "<=" else old * share
    levels = [
        st.levels(ready, standards.with_cell(std_id, cell, value, on=AS_OF)) for value in (old, stricter)
    ]
    assert (levels[1] >= levels[0]).all()
    repairs = [(level >= RANK["L2"]).sum() for level in levels]
    assert repairs[1] >= repairs[0]


@QUICK
@given(
    some.sampled_from(list(CELLS.index)),
    some.sampled_from([*st.THRESHOLDS, *st.RESPONSES]),
    some.sampled_from(["city", "route"]),
)
def test_a_cell_set_in_one_scope_moves_that_cell_only(std_id, cell, scope):
    value = "R3" if cell in st.RESPONSES else 77.0
    key = {"city": "082244", "route": "082244-C3-0001"}[scope]
    changed = BUILTIN.with_cell(std_id, cell, value, scope=scope, scope_key=key, on=AS_OF)
    places = {"here": ("082244", "082244-C3-0001"), "city": ("082244", None), "elsewhere": ("082112", None)}
    for name, (city, route) in places.items():
        before, after = (st.effective(s, city, route, AS_OF) for s in (BUILTIN, changed))
        touched = name == "here" or (name == "city" and scope == "city")
        differs = ~(before.cells.eq(after.cells) | (before.cells.isna() & after.cells.isna()))
        same = before.cells.at[std_id, cell] == value
        assert differs.to_numpy().sum() == int(touched and not same)
        assert after.origin.at[std_id, cell] == (scope if touched else before.origin.at[std_id, cell])
        others = after.origin.drop(columns=cell)
        assert others.equals(before.origin.drop(columns=cell))


@QUICK
@given(some.lists(records(), min_size=2, max_size=20), some.randoms(use_true_random=False), changed_sets())
def test_the_order_of_records_and_of_rows_does_not_matter(rows, random, standards):
    order = list(range(len(rows)))
    random.shuffle(order)
    mixed = st.StandardSet.of(standards.rows.sample(frac=1, random_state=random.randint(0, 99)))
    one = st.judge(frame(rows), standards, as_of=AS_OF)
    other = st.judge(frame([rows[n] for n in order]), mixed, as_of=AS_OF)
    pd.testing.assert_frame_equal(one.frame.iloc[order].reset_index(drop=True), other.frame)
    texts = st.hits_json(one)[order]
    assert texts.tolist() == st.hits_json(other).tolist()


@QUICK
@given(some.lists(records(), min_size=1, max_size=20), changed_sets())
def test_deadlines_are_the_earliest_of_the_rows_that_ask_for_work(rows, standards):
    found = st.judge(frame(rows), standards, as_of=AS_OF)
    order = st.responses()
    work = found.hits[found.hits["level"].isin(["L2", "L3"])]
    for row, hits in work.groupby("row"):
        for clock, start in (("tmp", np.datetime64("2026-06-01T10:00")), ("perm", np.datetime64(AS_OF[:19]))):
            codes = [order.index(c) for c in hits[f"rs_{clock}"] if c]
            due = found.frame.at[row, f"due_{clock}"]
            if not codes:
                assert due is pd.NaT
                continue
            dues = st.OfficeCalendar().due(codes, [start] * len(codes), np.datetime64(AS_OF[:19]))
            dues = dues[~np.isnat(dues)]
            assert due == dues.min() if len(dues) else due is pd.NaT


@pytest.mark.parametrize("scope", ["all", "common", "city"])
@pytest.mark.parametrize("cell", ["watch", "repair", "emerg", "repair_c1"])
@pytest.mark.parametrize("std_id", ["S01", "S32"])
def test_a_sweep_is_what_judging_at_each_value_gives(scope, cell, std_id):
    from gunmane.benchmarks.standards import synthetic

    damages = synthetic(4000)
    kind = CELLS.loc[std_id, ["ft", "dt"]].tolist()
    ready = st.prepare(damages, as_of=AS_OF)
    key = "082287" if scope == "city" else ""
    values = [2.0, 4.0, 6.0, 10.0]
    curve = st.sweep(ready, BUILTIN, std_id, cell, values, scope=scope, scope_key=key, years=1)
    whole = curve[curve["city_code"] == "all"].set_index("value")
    here = ((damages["ft"] == kind[0]) & (damages["dt"] == kind[1])).to_numpy() & ~ready.transfer
    price = st.costs(ready)
    now = st.levels(ready, BUILTIN)[here]
    for value in values:
        changed = BUILTIN
        if scope == "city":
            changed = changed.with_cell(std_id, cell, value, scope="city", scope_key=key, on=AS_OF)
        else:
            changed = changed.with_cell(std_id, cell, value, on=AS_OF)
        if scope == "all":
            for city in changed.keys("city"):
                changed = changed.with_cell(std_id, cell, None, scope="city", scope_key=city, on=AS_OF)
        levels = st.levels(ready, changed)[here]
        assert whole.at[value, "repairs"] == (levels >= RANK["L2"]).sum()
        assert [whole.at[value, level] for level in st.LEVELS] == [(levels == n).sum() for n in range(5)]
        assert whole.at[value, "moved"] == (levels != now).sum()
        assert whole.at[value, "yen"] == pytest.approx(np.nansum(price.yen[here][levels >= RANK["L2"]]))
    by_city = curve[curve["city_code"] != "all"].groupby("value")[["repairs", "yen"]].sum()
    assert by_city["repairs"].tolist() == whole["repairs"].tolist()
