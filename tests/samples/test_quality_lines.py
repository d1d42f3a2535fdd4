"""The generator's own measure of two cities' lines: what it calls one road drawn twice, and what it leaves open."""

import sys
from pathlib import Path

import pytest
from shapely.geometry import LineString

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
from sampling.quality_lines import _lie_together

LONG = LineString([(0, 0), (400, 0)])


@pytest.mark.parametrize(
    ("short", "kinds"),
    [
        ([(50, 4), (300, 6)], {"border_section": True}),
        ([(350, 3), (600, 3)], {"border_overlap": True}),  # the one ends in the other, and the other in it
        ([(50, 4), (200, 5), (300, 90)], {"border_overlap": True}),  # beside it for long, and only then away
        ([(0, 3), (200, 60)], {}),  # they part from one node
        ([(100, -40), (300, 40)], {}),  # they cross
        ([(100, 2), (100, 90)], {}),  # a side road
        ([(100, 14), (300, 14)], {}),  # two roads, side by side
        ([(390, 3), (600, 3)], {}),  # a junction's worth
    ],
)
def test_two_cities_lines(short, kinds):
    assert _lie_together(LineString(short), LONG) == kinds


def test_what_lies_at_the_limit_is_left_open():
    assert _lie_together(LineString([(380, 3), (600, 3)]), LONG) == {"border_overlap": False}
    seventy = _lie_together(LineString([(260, 3), (460, 3)]), LONG)
    assert set(seventy.values()) == {False} and len(seventy) == 2
