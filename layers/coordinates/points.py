"""What the numbers of a pair can be: missing, a default, degrees in or out of Japan.

Public: ``read``, ``classes``, ``in_japan``, ``city_in_japan``. Unified model, section 3.6 and V105, V106.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from .boundary import Boundary
from .crs import CrsInfo
from .decision import NORTH_FIRST

# The only range test there is (section 3.6): wide enough for every island, and the two do not overlap.
LATITUDES, LONGITUDES = (20.0, 46.0), (122.0, 154.0)


class Classes(NamedTuple):
    """Masks over a block's pairs; ``usable`` are those that say a place."""

    usable: np.ndarray
    half: np.ndarray  # one of the two is missing
    null: np.ndarray  # (0, 0)
    default: np.ndarray  # exactly a plane zone's origin


def read(a: np.ndarray, b: np.ndarray, order: str) -> tuple[np.ndarray, np.ndarray]:
    """(east, north) of the pairs in that axis order."""
    return (b, a) if order == NORTH_FIRST else (a, b)


def classes(a, b, crs: CrsInfo, origins: list[tuple[float, float]]) -> Classes:
    """Sort pairs in ``crs`` by what they can be; ``origins``: (latitude, longitude) of plane zones in use."""
    known_a, known_b = np.isfinite(a), np.isfinite(b)
    both = known_a & known_b
    null = both & (a == 0) & (b == 0)
    default = np.zeros(len(a), dtype=bool)
    if crs.geographic:
        for latitude, longitude in origins:
            default |= _is(a, latitude) & _is(b, longitude) | _is(b, latitude) & _is(a, longitude)
    return Classes(both & ~null & ~default, known_a ^ known_b, null, default & both)


def in_japan(longitude, latitude) -> np.ndarray:
    return (
        (latitude >= LATITUDES[0])
        & (latitude <= LATITUDES[1])
        & (longitude >= LONGITUDES[0])
        & (longitude <= LONGITUDES[1])
    )


def city_in_japan(city: Boundary | None) -> bool:
    """Whether the range test may be used: it says nothing about a city elsewhere."""
    if city is None:
        return True
    west, south, east, north = city.geometry.bounds
    return bool(in_japan(west, south) and in_japan(east, north))


def _is(values: np.ndarray, degrees: float) -> np.ndarray:
    """Whether values are ``degrees`` as someone would write it with 3 or more decimals, rounded or cut."""
    written = {round(degrees, k) for k in range(3, 13)} | {
        np.trunc(degrees * 10**k) / 10**k for k in range(3, 13)
    }
    return np.isin(np.round(values, 12), np.round(sorted(written), 12))
