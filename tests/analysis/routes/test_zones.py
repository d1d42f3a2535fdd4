"""Metres inside zones are those of shapely's overlay, which looks at one line after the other."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from gunmane.analysis.routes.zones import metres_inside, touching


def crooked(rng, n: int, step: float, corners: int = 5, size: float = 1000.0) -> np.ndarray:
    start = rng.uniform(0, size, (n, 1, 2))
    return shapely.linestrings(start + np.cumsum(rng.uniform(-step, step, (n, corners, 2)), axis=1))


@pytest.mark.parametrize("seed", range(5))
def test_they_are_the_lengths_of_the_intersections(seed):
    rng = np.random.default_rng(seed)
    ring = shapely.difference(shapely.Point(500, 500).buffer(300), shapely.Point(520, 480).buffer(120))
    two = shapely.union(shapely.box(0, 0, 300, 250), shapely.Point(800, 800).buffer(150))
    zones = np.array([*shapely.buffer(crooked(rng, 3, 300), 80), ring, two], object)
    lines = crooked(rng, 400, 120)
    zone = rng.integers(0, len(zones), len(lines))
    expected = shapely.length(shapely.intersection(lines, zones[zone]))
    assert (expected > 1).sum() > 50
    np.testing.assert_allclose(metres_inside(lines, zones, zone), expected, atol=1e-6)


def test_lines_along_an_edge_or_through_a_corner():
    square = np.array([shapely.box(0, 0, 10, 10)], object)
    lines = {
        ((-5, 0), (15, 0)): 10.0,  # along the edge, which belongs to the zone
        ((2, 10), (8, 10)): 6.0,
        ((-5, -5), (15, 15)): 200**0.5,  # through two corners
        ((-5, 5), (5, -5)): 0.0,  # touches one
        ((-5, 5), (5, 5), (5, 5), (5, 20)): 10.0,  # with a doubled vertex
        ((20, 20), (30, 30)): 0.0,
        ((3, 3), (3, 3)): 0.0,
    }
    found = metres_inside(
        np.array([shapely.LineString(xy) for xy in lines]), square, np.zeros(len(lines), np.int64)
    )
    assert found == pytest.approx(list(lines.values()))


def test_nothing_to_measure():
    square = np.array([shapely.box(0, 0, 10, 10)], object)
    assert len(metres_inside(np.zeros(0, object), square, np.zeros(0, np.int64))) == 0


@pytest.mark.parametrize("metres", [0.0, 7.0, 60.0, 400.0])
def test_no_line_near_a_border_is_missed(metres):
    rng = np.random.default_rng(7)
    borders = shapely.multilinestrings([[line] for line in crooked(rng, 6, 250, corners=12)])
    lines = crooked(rng, 800, 30)
    lines[::50] = None  # a twin counts nowhere
    zones, zone, line, whole = touching(shapely.STRtree(lines), borders, metres)
    expected = np.argwhere([[shapely.intersects(z, g) for g in lines] for z in zones])
    np.testing.assert_array_equal(np.column_stack([zone, line]), expected)
    np.testing.assert_array_equal(whole, shapely.contains_properly(zones[zone], lines[line]))
    assert len(zone) > 0 or metres == 0
