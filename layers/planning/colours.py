"""Numbers of colours for areas on a map, so that areas side by side have different ones."""

from __future__ import annotations

import numpy as np
import shapely

COLOURS = 8  # of styles/route_group.qml and group_section.qml
NEAR_M = 300.0  # areas so near are side by side to the eye


def colour_numbers(geoms: np.ndarray, near: float = NEAR_M, colours: int = COLOURS) -> np.ndarray:
    """A number 1 ... ``colours`` for each geometry (plane CRS in metres; None has one too), int64.

    The geometry with the most neighbours within ``near`` comes first and takes the number least used that none of
    its neighbours has (where all are taken: the one least used among them). The order of the input settles ties.
    """
    geoms = np.asarray(geoms, dtype=object)
    n = len(geoms)
    numbers = np.zeros(n, dtype=np.int64)
    there = np.flatnonzero(~shapely.is_missing(geoms) & ~shapely.is_empty(geoms))
    beside: list[list[int]] = [[] for _ in range(n)]
    if len(there) > 1:
        rough = shapely.simplify(
            geoms[there], near / 10
        )  # outlines of a thousand vertices: only their place counts
        one, other = shapely.STRtree(rough).query(rough, predicate="dwithin", distance=near)
        for a, b in zip(there[one].tolist(), there[other].tolist()):
            if a != b:
                beside[a].append(b)
    used = np.zeros(colours + 1, dtype=np.int64)
    for at in sorted(range(n), key=lambda i: (-len(beside[i]), i)):
        near_used = np.bincount(numbers[beside[at]], minlength=colours + 1)
        best = min(range(1, colours + 1), key=lambda c: (near_used[c], used[c], c))
        numbers[at] = best
        used[best] += 1
    return numbers
