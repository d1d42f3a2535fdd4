"""Which zone of one plan is which of another: by what they have in common, so that other numbers are no change."""

from __future__ import annotations

import numpy as np
from scipy.optimize import linear_sum_assignment


def matched(base: np.ndarray, other: np.ndarray, weight: np.ndarray, k_base: int, k_other: int) -> np.ndarray:
    """For each zone of ``other`` the zone of ``base`` that it continues, or -1 for a new one.

    ``base``, ``other``: zone number a section, -1 for none; ``weight``: work of each section. One to one, with the
    largest overlap in all; zones without anything in common are never matched. The sections' order must be fixed
    by the caller, then so is the answer.
    """
    both = (base >= 0) & (other >= 0)
    cell = base[both] * k_other + other[both]
    overlap = np.bincount(cell, weight[both], k_base * k_other).reshape(k_base, k_other)
    rows, columns = linear_sum_assignment(overlap, maximize=True)
    found = np.full(k_other, -1)
    for row, column in zip(rows, columns):
        if overlap[row, column] > 0:
            found[column] = row
    return found
