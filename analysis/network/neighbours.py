"""Strands whose boxes lie near each other: asked once, for all that compares lines with lines."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import shapely

STRIP_M = 1000.0


class Neighbours(NamedTuple):
    """Pairs of strands ``one`` < ``two``; ``apart``: metres between their boxes, along x or along y, the greater of
    the two (0 or less: they overlap). ``bounds`` (n, 4) of all strands.
    """

    one: np.ndarray
    two: np.ndarray
    apart: np.ndarray
    bounds: np.ndarray

    def within(self, reach: float) -> tuple[np.ndarray, np.ndarray]:
        near = self.apart <= reach
        return self.one[near], self.two[near]


def neighbours(lines: np.ndarray, tree: shapely.STRtree, reach: float) -> Neighbours:
    """Pairs whose boxes are at most ``reach`` metres apart. ``tree``: of ``lines``."""
    bounds = shapely.bounds(lines)
    # Asked in strips from west to east, the tree finds what it needs in the processor's cache.
    order = np.lexsort((bounds[:, 0], bounds[:, 1] // STRIP_M))
    wide = bounds[order] + [-reach, -reach, reach, reach]
    # A diagonal has the same envelope as a box and costs half of it.
    boxes = shapely.linestrings(wide.reshape(-1, 2, 2)) if len(lines) else lines
    one, two = tree.query(boxes)
    one = order[one]
    keep = one < two
    one, two = one[keep], two[keep]
    x0, y0, x1, y1 = np.ascontiguousarray(bounds.T)  # columns for themselves: many times faster to gather
    apart = np.maximum(x0[one], x0[two]) - np.minimum(x1[one], x1[two])
    apart = np.maximum(apart, np.maximum(y0[one], y0[two]) - np.minimum(y1[one], y1[two]))
    return Neighbours(one, two, apart, bounds)


def spread(first: np.ndarray, count: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(row, number) of the ``count`` numbers from ``first`` on of each row."""
    row = np.repeat(np.arange(len(first)), count)
    return row, np.arange(len(row)) - (np.cumsum(count) - count - first)[row]


def measurable(geoms: np.ndarray) -> np.ndarray:
    """Geometries with points for lines of no length: GEOS divides by the length of a line that it measures from."""
    flat = np.flatnonzero((shapely.get_type_id(geoms) == 1) & (shapely.length(geoms) == 0))
    if not len(flat):
        return geoms
    geoms = geoms.copy()
    geoms[flat] = shapely.get_point(geoms[flat], 0)
    return geoms
