"""Plans keep as many deadlines as any plan could, do what is on top first, and else follow the rank."""

from __future__ import annotations

import itertools

import numpy as np
import pandas as pd
import pytest
from gunmane.analysis import workplan as wp
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

QUICK = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
START = "2026-06-15"  # a Monday
CITIES = ["082112", "082244"]


def jobs(rows):
    """(city, band, top, due, work) in the order of their rank."""
    return pd.DataFrame(
        [
            {"uuid": f"u{n}", "city_code": city, "rank": n + 1, "band": band, "top": top,
             "due": np.datetime64(due, "s") if due else np.datetime64("NaT"), "work": work}
            for n, (city, band, top, due, work) in enumerate(rows)
        ],
        columns=["uuid", "city_code", "rank", "band", "top", "due", "work"],
    )  # fmt: skip


def days_after(n):
    return str(np.datetime64(START) + n)


some_jobs = some.lists(
    some.tuples(
        some.sampled_from(CITIES),
        some.sampled_from("ABC"),
        some.just(False),
        some.one_of(some.none(), some.integers(-3, 25).map(days_after)),
        some.sampled_from([0.0, 1.0, 2.5, 4.0, 7.25, 12.0]),
    ),
    min_size=1,
    max_size=6,
)


def first_on_top(rows, n):
    """The same list with the first n on top, as a ranking would have it."""
    return [(c, b, k < n, d, w) for k, (c, b, _, d, w) in enumerate(rows)]


def plain_optimum(rows, capacity, limit):
    """The most weight of deadlines that any order of working keeps, by trying all orders."""
    best = 0
    tops = [row for row in rows if row[2]]
    rest = [row for row in rows if not row[2]]
    for order in itertools.permutations(rest):
        work = sum(row[4] for row in tops)
        value = 0
        for _, band, _, due, amount in order:
            work += amount
            at = next((k for k, there in enumerate(limit) if there >= round(work * 100)), None)
            if due and at is not None and np.datetime64(due) >= capacity.days[at]:
                value += wp.WEIGHTS[band] if np.datetime64(due) <= capacity.days[-1] else 0
        best = max(best, value)
    return best


@QUICK
@given(some_jobs, some.integers(0, 2), some.floats(5, 60))
def test_as_many_deadlines_as_any_order_keeps(rows, tops, amount):
    rows = first_on_top(rows, tops)
    capacity = wp.Capacity.of(dict.fromkeys(CITIES, amount), START, months=1)
    plan = wp.workplan(jobs(rows), capacity, pooled=True)
    assert plan.exact and plan.value == plan.bound == plain_optimum(rows, capacity, capacity.pooled())
    alone = wp.workplan(jobs(rows), capacity)
    parts = [
        plain_optimum([r for r in rows if r[0] == city], capacity, capacity.cumulative[city])
        for city in CITIES
    ]
    assert alone.exact and alone.value == sum(parts)


@QUICK
@given(some_jobs, some.integers(0, 3), some.floats(5, 60), some.integers(0, 2**16))
def test_laws_of_a_plan(rows, tops, amount, seed):
    table = jobs(first_on_top(rows, tops))
    capacity = wp.Capacity.of(dict.fromkeys(CITIES, amount), START, months=1)
    plan = wp.workplan(table, capacity, pooled=True)
    frame = plan.frame.sort_values("place")
    # Never more work done by a day than there is.
    done = frame[frame["done_on"].notna()]
    ends = np.searchsorted(capacity.days, done["done_on"].to_numpy("datetime64[D]"))
    assert (np.cumsum(np.round(done["work"] * 100)) <= capacity.pooled()[ends]).all()
    assert done["done_on"].is_monotonic_increasing
    # Top first, by rank.
    assert list(frame["rank"][: min(tops, len(rows))]) == list(range(1, min(tops, len(rows)) + 1))
    # The order of the input does not matter.
    moved = np.random.default_rng(seed).permutation(len(table))
    again = wp.workplan(table.iloc[moved], capacity, pooled=True).frame
    pd.testing.assert_frame_equal(again.loc[plan.frame.index], plan.frame)
    assert list(again.index) == list(moved)


@QUICK
@given(some_jobs, some.floats(5, 60), some.floats(5, 60))
def test_pooling_never_keeps_less_where_nothing_is_on_top(rows, a, b):
    capacity = wp.Capacity.of(dict(zip(CITIES, (a, b))), START, months=1)
    both = wp.compare(jobs(rows), capacity)
    assert both.pooled.value >= both.separate.value


def many(n, seed=3):
    rng = np.random.default_rng(seed)
    due = np.where(rng.random(n) < 0.8, rng.integers(0, 300, n), -1)
    return jobs(
        [
            (
                CITIES[k % 2],
                "ABC"[min(2, 3 * k // n)],
                k < 20,
                days_after(int(d)) if d >= 0 else None,
                float(w),
            )
            for k, (d, w) in enumerate(zip(due, np.round(rng.gamma(2, 3, n), 2)))
        ]
    )


def test_large_lists_show_their_bound_and_come_close():
    table = many(3000)
    capacity = wp.Capacity.of(dict.fromkeys(CITIES, 500.0), START)
    near = wp.workplan(table, capacity, pooled=True, exact_up_to=0)
    best = wp.workplan(table, capacity, pooled=True, exact_up_to=5000)
    assert near.value <= best.value <= best.bound <= near.bound
    assert best.exact and best.gap == 0
    assert near.gap < 0.005 and near.bound - near.value <= 20


def test_the_rank_decides_unless_a_deadline_would_fall():
    capacity = wp.Capacity.of(
        {"082112": 22 * 8.0}, START, months=1
    )  # 22 office days in June 2026: 8 hours each
    rows = [("082112", "B", False, None, 8), ("082112", "C", False, START, 8), ("082112", "B", False, "2026-06-20", 8),
            ("082112", "A", False, None, 8)]  # fmt: skip
    plan = wp.workplan(jobs(rows), capacity)
    assert list(plan.frame["place"]) == [2, 1, 3, 4]
    assert [str(day)[5:10] for day in plan.frame["done_on"]] == ["06-16", "06-15", "06-17", "06-18"]
    assert list(plan.frame["state"]) == ["done", "met", "met", "done"]


def test_states_and_totals():
    capacity = wp.Capacity.of({"082112": 22 * 8.0, "082244": 0}, START, months=1)
    rows = [("082112", "A", True, "2026-06-10", 8), ("082112", "A", False, START, 8), ("082244", "A", False, START, 1),
            ("082112", "B", False, "2026-09-01", 500), ("082112", "B", False, "2026-06-17", 8)]  # fmt: skip
    plan = wp.workplan(jobs(rows), capacity)
    assert list(plan.frame["state"]) == ["late", "late", "missed", "open", "met"]
    assert list(plan.frame["overdue"]) == [True, False, False, False, False]
    totals = plan.totals()
    assert totals.loc["all", ["jobs", "deadlines", "met", "late", "missed", "overdue"]].tolist() == [
        5,
        3,
        1,
        2,
        1,
        1,
    ]
    gain = wp.compare(jobs(rows), capacity).gain
    assert gain.loc["082244", "separate"] == 0 and plan.months()["jobs"].sum() == 3


def test_money_is_there_from_the_first_of_the_month_and_stays():
    capacity = wp.Capacity.of({"082112": [100, 50]}, START, months=2, unit=wp.YEN)
    plan = wp.workplan(jobs([("082112", "A", False, None, 100), ("082112", "A", False, None, 50)]), capacity)
    assert [str(day)[:10] for day in plan.frame["done_on"]] == ["2026-06-15", "2026-07-01"]


@pytest.mark.parametrize(
    "make",
    [
        lambda: wp.Capacity.of({}, START),
        lambda: wp.Capacity.of({"082112": [1, 2]}, START),
        lambda: wp.Capacity.of({"082112": -1}, START),
        lambda: wp.Capacity.of({"082112": float("nan")}, START),
        lambda: wp.Capacity.of({"082112": 1}, START, unit="days"),
        lambda: wp.Capacity.of({"082112": 1}, START, months=0),
    ],
)
def test_capacities_that_make_no_sense_are_refused_in_words(make):
    with pytest.raises(wp.PlanError, match=r"[a-zぁ-ん]{2}"):
        make()


@pytest.mark.parametrize(
    "change",
    [
        {"work": [np.nan]},
        {"work": [-1.0]},
        {"rank": [0]},
        {"city_code": ["082350"]},
        {"band": ["Z"]},
        {"band": [None]},
    ],
)
def test_lists_that_make_no_sense_are_refused_in_words(change):
    capacity = wp.Capacity.of({"082112": 10}, START)
    table = jobs([("082112", "A", False, None, 1)]).assign(**change)
    with pytest.raises(wp.PlanError):
        wp.workplan(table, capacity)
    with pytest.raises(wp.PlanError, match="rank"):
        wp.workplan(table.drop(columns="rank"), capacity)


def test_an_empty_list_is_an_empty_plan():
    capacity = wp.Capacity.of({"082112": 10}, START)
    both = wp.compare(jobs([]), capacity)
    assert len(both.pooled.frame) == 0 and both.pooled.exact and both.pooled.gap == 0


def test_a_plan_of_a_ranked_list_with_the_shipped_hours():
    """From judged damages to a plan: hours by kind and quantity, the typical amount where nothing is known."""
    from gunmane.analysis import priority, standards

    rows = [
        {"uuid": f"u{n}", "city_code": CITIES[n % 2], "route_key": f"{CITIES[n % 2]}-C3-0001", "ft": "F01", "dt": dt,
         "depth_cm": depth, "dia_cm": 5.0, "area_m2": area, "found_at": "2026-06-12T10:00:00+09:00"}
        for n, (dt, depth, area) in enumerate(
            [("D01", 12.0, 2.0), ("D01", 6.0, 4.0), ("D01", 3.0, None), ("D01", 7.0, None), ("D01", None, None)]
        )
    ]  # fmt: skip
    judged = standards.judge(pd.DataFrame(rows), standards.builtin(examples=False), as_of=START)
    ranking = priority.prioritize(judged)
    hours = wp.efforts(ranking)
    assert hours.example and list(hours.yen[:2]) == [2.0, 3.0]
    table = wp.jobs_of(ranking, [2.0, 3.0, 9.0, np.nan, 9.0])
    assert list(table.index) == [n for n in ranking.list().index if n in (0, 1, 3)]
    assert table["work"][3] == 2.5 and table["assumed"].sum() == 1
    with pytest.raises(wp.PlanError):
        wp.jobs_of(ranking, [np.nan] * 5)
    plan = wp.workplan(table, wp.Capacity.of(dict.fromkeys(CITIES, 100), START))
    assert plan.frame["done_on"].notna().all() and plan.frame["place"][0] == 1
    assert len(wp.efforts(ranking, wp.YEN).yen) == 5
