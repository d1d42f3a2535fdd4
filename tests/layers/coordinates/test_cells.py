"""Cells of coordinate columns: V083, V089 and plain numbers, through the normalisers, row by row."""

from __future__ import annotations

import numpy as np
import pytest
from gunmane.layers.coordinates.cells import parse_cells


def test_degrees_in_several_spellings():
    cells = parse_cells(
        ["36°00'12.3\"", "36.0.12.3", None, "なし"], ["139°58'31.5\"", "139.975417", "", "139.9"], "latlon"
    )
    assert cells.a[:2] == pytest.approx([36.003417, 36.003417], abs=1e-6)
    assert cells.b[:2] == pytest.approx([139.975417, 139.975417], abs=1e-6)
    assert np.isnan(cells.a[2:]).all() and np.isnan(cells.b[2]) and cells.b[3] == pytest.approx(139.9)


def test_unreadable_angle_keeps_its_reason():
    cells = parse_cells(["36.75.10", "35.951417"], ["139.975417"] * 2, "latlon")
    assert np.isnan(cells.a[0]) and "E-DMS" in cells.flags[0]
    assert cells.a[1] == 35.951417 and cells.flags[1] == ()


def test_plane_metres():
    first = ["-5380.5", "－５３８０．５", "-5,380.5", "−5380.5", None]
    cells = parse_cells(first, ["12817.6", "12817.6", "12,817.6", "12817.6m", "1"], "xy")
    assert cells.a[:4].tolist() == [-5380.5] * 4 and np.isnan(cells.a[4])
    assert cells.b[:4].tolist() == [12817.6] * 4
    assert len(cells.rules) == 5
