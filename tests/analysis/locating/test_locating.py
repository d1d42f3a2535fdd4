"""Points on lines: as near as a plain search finds, on the right side, and the same whatever the order of the input."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from gunmane.analysis import locating as lo
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def line(*points):
    return shapely.linestrings(points)


def plain(x, y, lines):
    """(metres, metres along) of every line, by shapely, one at a time."""
    return [
        (g.distance(shapely.Point(x, y)), g) if g is not None and not g.is_empty else (np.inf, g)
        for g in lines
    ]


coordinates = some.integers(-30, 30).map(lambda n: n * 7.0)
paths = some.lists(some.tuples(coordinates, coordinates), min_size=2, max_size=5).map(lambda p: line(*p))


@QUICK
@given(
    some.lists(paths, min_size=1, max_size=12),
    some.lists(some.tuples(some.floats(-900, 900), some.floats(-900, 900)), min_size=1, max_size=15),
)
def test_it_finds_what_a_plain_search_finds(lines, points):
    lines = [g for g in lines if g.length > 0] or [line((0, 0), (1, 1))]
    x, y = np.array(points).T
    found = lo.LineIndex.of(lines).locate(x, y)
    for n in range(len(x)):
        best = min(distance for distance, _ in plain(x[n], y[n], lines))
        assert found.distance_m[n] == pytest.approx(best, abs=1e-6)
        own = lines[found.line[n]]
        assert own.distance(shapely.Point(x[n], y[n])) == pytest.approx(best, abs=2e-6)
        foot = shapely.line_interpolate_point(own, found.measure_m[n])
        assert foot.distance(shapely.Point(x[n], y[n])) == pytest.approx(best, abs=1e-5)


@QUICK
@given(some.lists(paths, min_size=2, max_size=10), some.integers(0, 2**16), some.floats(5, 400))
def test_order_of_lines_and_points_does_not_matter(lines, seed, within):
    rng = np.random.default_rng(seed)
    keys = np.array([f"r:{n:03d}" for n in range(len(lines))])
    x, y = rng.integers(-250, 250, (2, 40)).astype(float)
    first = lo.LineIndex.of(lines, keys).locate(x, y, within)
    lines_moved, points_moved = rng.permutation(len(lines)), rng.permutation(40)
    again = lo.LineIndex.of([lines[n] for n in lines_moved], keys[lines_moved]).locate(
        x[points_moved], y[points_moved], within
    )
    names = np.append(keys, None)
    assert list(names[first.line[points_moved]]) == list(np.append(keys[lines_moved], None)[again.line])
    assert list(first.side[points_moved]) == list(again.side)
    assert np.array_equal(first.distance_m[points_moved], again.distance_m, equal_nan=True)
    assert np.array_equal(first.measure_m[points_moved], again.measure_m, equal_nan=True)


def test_of_equally_near_lines_the_smallest_key_is_taken():
    lines = [line((0, 0), (0, 10)), line((10, 0), (10, 10))]
    assert lo.LineIndex.of(lines, ["b", "a"]).locate([5.0], [5.0]).line[0] == 1
    assert lo.LineIndex.of(lines).locate([5.0], [5.0]).line[0] == 0
    corner = [line((0, 0), (3.3, 0)), line((3.3, 0), (3.3, 9.1)), line((3.3, 0), (8, 0))]
    assert lo.LineIndex.of(corner, ["c", "b", "a"]).locate([3.3], [-4.0]).line[0] == 2


def test_lines_that_meet_where_a_point_is_nearest_are_equally_near_whatever_the_last_bits_say():
    rng = np.random.default_rng(7)
    crossing = rng.random((300, 2)) * 30_000 + np.arange(300)[:, None] * 100_000
    away = rng.random((2, 300)) * 2 - 1
    a, b = (np.column_stack([crossing[:, 0] + 40 + 30 * turn, crossing[:, 1] + 60 * turn]) for turn in away)
    lines = [
        *shapely.linestrings(np.stack([a, crossing], 1)),
        *shapely.linestrings(np.stack([crossing, b], 1)),
    ]
    keys = [f"{n:03d}b" for n in range(300)] + [f"{n:03d}a" for n in range(300)]
    for reach in (5.3, 40.1, 3000.7):  # the grids and the tree
        found = lo.LineIndex.of(lines, keys).locate(crossing[:, 0] - reach, crossing[:, 1])
        assert list(found.line) == list(range(300, 600))


def test_a_line_drawn_twice_with_other_vertices_is_equally_near():
    rng = np.random.default_rng(8)
    start = rng.random((300, 2)) * 30_000 + np.arange(300)[:, None] * 1000
    end = start + rng.random((300, 2)) * 90
    once = shapely.linestrings(np.stack([start, end], 1))
    again = shapely.linestrings(
        np.stack([start, start + (end - start) * 0.31, start + (end - start) * 0.77, end], 1)
    )
    keys = [f"{n:03d}b" for n in range(300)] + [f"{n:03d}a" for n in range(300)]
    for share in (0.1, 0.5, 0.9):
        x, y = (start + (end - start) * share + rng.normal(0, 3, (300, 2))).T
        assert list(lo.LineIndex.of([*once, *again], keys).locate(x, y).line) == list(range(300, 600))


@pytest.mark.parametrize(
    ("point", "side", "measure"),
    [
        ((5, 1), "L", 5),
        ((5, -1), "R", 5),
        ((5, 0), "C", 5),
        ((-3, 1), "L", 0),
        ((11, -1), "R", 10),  # outside of the bend to the left at (10, 0)
        ((9, 8), "L", 18),
        ((11, 8), "R", 18),
        ((12, 13), "R", 20),
    ],
)
def test_side_and_measure(point, side, measure):
    found = lo.LineIndex.of([line((0, 0), (10, 0), (10, 10))]).locate([point[0]], [point[1]])
    assert (found.side[0], found.measure_m[0]) == (side, pytest.approx(measure))


def test_outside_of_a_hairpin_the_side_is_that_of_the_bend():
    """Behind the tip of a sharp turn to the left, the prolongation of one leg has the point on its left."""
    hairpin = line((0, 0), (100, 0), (0, 10))
    for x, y in ((105, 0.4), (105, -0.4), (103, 3)):
        assert lo.LineIndex.of([hairpin]).locate([x], [y]).side[0] == "R"


def test_measures_run_on_over_the_parts_of_a_line():
    parts = shapely.multilinestrings([line((0, 0), (10, 0)), line((20, 0), (30, 0))])
    found = lo.LineIndex.of([line((0, 50), (9, 50)), parts]).locate([25.0, 3.0], [1.0, 1.0])
    assert list(found.line) == [1, 1] and list(found.measure_m) == [15.0, 3.0]


def test_what_has_no_place_is_nowhere():
    lines = [
        None,
        shapely.from_wkt("LINESTRING EMPTY"),
        shapely.Point(0, 0),
        line((0, 0), (0, 0)),
        line((0, 0), (9, 0)),
    ]
    found = lo.LineIndex.of(lines).locate([np.nan, 5.0, np.inf, 5.0], [0.0, 2.0, 0.0, 5000.0], 1000.0)
    assert list(found.line) == [-1, 4, -1, -1]
    assert found.side[0] is None and np.isnan(found.distance_m[3])
    assert list(lo.LineIndex.of([]).locate([1.0], [1.0]).line) == [-1]
    assert list(lo.LineIndex.of(lines).locate([], []).line) == []


@pytest.mark.parametrize("within", [3.0, 10.0, 50.0, 64.0, 300.0])
def test_reach_includes_its_own_distance(within):
    index = lo.LineIndex.of([line((0, 0), (100, 0))])
    assert list(index.near([50.0, 50.0], [within, np.nextafter(within, 1e9)], within)) == [True, False]
    spot = [shapely.Point(0, 0)]
    assert list(lo.near_places([within, within + 1e-9], [0.0, 0.0], spot, within)) == [True, False]


def test_places_may_be_points_lines_and_areas():
    area = shapely.box(0, 0, 100, 100)
    hole = shapely.Polygon(area.exterior, [shapely.box(40, 40, 60, 60).exterior])
    x, y = np.array([50.0, 5.0, 105.0, 120.0]), np.array([50.0, 5.0, 50.0, 50.0])
    assert list(lo.near_places(x, y, [area], 5)) == [True, True, True, False]
    assert list(lo.near_places(x, y, [None, hole], 5)) == [False, True, True, False]
    assert list(lo.near_places(x, y, [line((120, 40), (120, 60))], 5)) == [False, False, False, True]
    assert list(lo.near_places(x, y, [], 5)) == [False] * 4


def test_pairs_within():
    a, b, metres = lo.pairs_within([0, 100, np.nan], [0, 0, 0], [15, 100, 0], [0, 15.1, 0], 15)
    assert list(zip(a, b, metres)) == [(0, 0, 15.0), (0, 2, 0.0)]


def test_chainage_scales_the_measure_to_the_section():
    assert list(lo.chainage([5, 0, 3], [10, 10, 0], [100, 200, 7], [120, 190, 9])) == [110, 200, 7]
