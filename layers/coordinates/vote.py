"""Counting votes and keeping bounded samples, for decisions over files of any length.

Public: ``winner``, ``Sample``, ``route_distance``, ``route_offset``. Unified model, sections 1 and 3.7.
"""

from __future__ import annotations

import numpy as np
import shapely

from .decision import LEAD, SHARE


def winner(hits: dict[str, int], voters: int) -> str | None:
    """The candidate with at least 95 % of the voters' hits and 20 percentage points more than every other.

    ``voters``: how many points hit under at least one candidate. None when nobody wins.
    """
    if voters <= 0:
        return None
    shares = sorted(((count / voters, name) for name, count in hits.items()), reverse=True)
    best, second = shares[0], shares[1] if len(shares) > 1 else (0.0, "")
    # Rounding must not turn exactly 20 points into 19.999...
    if best[0] >= SHARE - 1e-12 and best[0] - second[0] >= LEAD - 1e-12:
        return best[1]
    return None


class Sample:
    """A random sample of bounded size from rows that come in blocks; the same rows give the same sample."""

    def __init__(self, size: int, width: int, seed: int = 20260331):
        self._size = size
        self._random = np.random.default_rng(seed)
        self._lots = np.empty(0)
        self._rows = np.empty((0, width))
        self._labels = np.empty(0, dtype=object)

    def add(self, rows: np.ndarray, labels: np.ndarray | None = None) -> None:
        """``rows``: (n, width) floats; ``labels``: n objects kept with them."""
        if not len(rows):
            return
        labels = np.full(len(rows), None, dtype=object) if labels is None else labels
        lots = np.concatenate([self._lots, self._random.random(len(rows))])
        rows = np.concatenate([self._rows, rows])
        labels = np.concatenate([self._labels, labels])
        if len(lots) > self._size:
            kept = np.sort(np.argpartition(lots, self._size)[: self._size])
            lots, rows, labels = lots[kept], rows[kept], labels[kept]
        self._lots, self._rows, self._labels = lots, rows, labels

    def __len__(self):
        return len(self._lots)

    @property
    def rows(self) -> np.ndarray:
        return self._rows

    @property
    def labels(self) -> np.ndarray:
        return self._labels


def route_distance(x, y, lines: np.ndarray) -> np.ndarray:
    """Distance of each point to its own line, NaN where the point has no place."""
    return shapely.distance(shapely.points(x, y), lines)


def route_offset(x, y, lines: np.ndarray, start: tuple[float, float]) -> tuple[float, float, float]:
    """By how much all points lie off their lines: (east, north, median distance once moved back), in metres.

    A point's distance to a line shows only the part of the offset across the line, so the median of the
    nearest points would understate it (by half for roads of all directions). Instead the one translation is
    sought that brings all points onto their lines, from ``start`` (an offset to try), with weights that make
    it a median rather than a mean. Where all lines run one way, the part along them stays as in ``start``.
    """
    moved = np.column_stack([x, y]) - np.asarray(start, dtype=float)
    offset = np.asarray(start, dtype=float)
    for _ in range(20):
        points = shapely.points(moved)
        nearest = shapely.line_interpolate_point(lines, shapely.line_locate_point(lines, points))
        across = moved - shapely.get_coordinates(nearest)
        distance = np.hypot(across[:, 0], across[:, 1])
        off = distance > 0.01
        if off.sum() < 2:
            break
        normal = across[off] / distance[off, None]
        weight = 1.0 / np.sqrt(np.maximum(distance[off], 1.0))
        step, *_ = np.linalg.lstsq(normal * weight[:, None], distance[off] * weight, rcond=0.01)
        moved, offset = moved - step, offset + step
        if np.hypot(*step) < 0.05:
            break
    rest = route_distance(moved[:, 0], moved[:, 1], lines)
    return float(offset[0]), float(offset[1]), float(np.median(rest))
