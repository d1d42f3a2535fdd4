"""Transformations between coordinate systems that never guess.

Public: ``transformer``, ``SafeTransform``, and everything of ``systems``. Unified model, section 3.7. All
coordinates here are (east, north) or (longitude, latitude), whatever the authority's order.

PROJ, asked for Tokyo datum to JGD2011 without its grid files, answers with a "ballpark" operation that shifts
nothing: every point lands about 460 m off and nothing says so. Here such an operation is an error, unless a
known operation by way of another datum exists (Tokyo to JGD2000 does, to 9 m).
"""

from __future__ import annotations

import functools
import warnings

import numpy as np
import pyproj
import pyproj.network
import shapely
from pyproj.aoi import AreaOfInterest
from pyproj.transformer import TransformerGroup

from ...i18n import tr
from ..errors import GunmaneError
from .systems import (
    GEOGRAPHIC,
    JGD_CLASS,
    CrsInfo,
    accepted,
    datum_twin,
    friendly_name,
    geographic_of,
    plane_codes,
    plane_zone_at,
    same_grid,
    zone_origins,
)

__all__ = [
    "GEOGRAPHIC",
    "CrsInfo",
    "SafeTransform",
    "accepted",
    "datum_twin",
    "friendly_name",
    "geographic_of",
    "plane_codes",
    "plane_zone_at",
    "same_grid",
    "transformer",
    "zone_origins",
]

# The offices' PCs have no internet; a transformation must be the same everywhere and never wait for a server.
pyproj.network.set_network_enabled(active=False)

_EQUAL_DATUM_M = 2.0  # what is stated for datums that are treated as equal


class SafeTransform:
    """From one CRS to another by known operations only; call it with (x, y) arrays.

    ``accuracy_m``: what the authority states (9 for Tokyo datum without the grid file, 2 for
    datums treated as equal, 0 within a datum, NaN where the file brings its own shift parameters). Points
    that cannot be transformed become NaN.
    """

    def __init__(self, source: CrsInfo, target: CrsInfo, legs, accuracy_m: float, description: str):
        self.source, self.target = source, target
        self._legs = legs
        self.accuracy_m = accuracy_m
        self.description = description

    @property
    def is_identity(self) -> bool:
        return not self._legs

    def __call__(self, x, y) -> tuple[np.ndarray, np.ndarray]:
        x, y = np.array(x, dtype=float), np.array(y, dtype=float)
        for leg in self._legs:
            x, y = _apply(leg, x, y)
        lost = ~(np.isfinite(x) & np.isfinite(y))
        if lost.any():
            x, y = np.where(lost, np.nan, x), np.where(lost, np.nan, y)
        return x, y

    def transform_geometries(self, geometries) -> np.ndarray:
        """The same for an array of shapely geometries (None stays None; heights are dropped)."""
        geometries = np.asarray(geometries, dtype=object)

        def move(points):
            return np.column_stack(self(points[:, 0], points[:, 1]))

        return shapely.transform(geometries, move)


def transformer(source, target) -> SafeTransform:
    """A transformation without ballpark steps. Raises GunmaneError E-BALLPARK where none is known."""
    return _transformer(accepted(source).code, accepted(target).code)


@functools.lru_cache(maxsize=256)
def _transformer(source_code: str, target_code: str) -> SafeTransform:
    source, target = accepted(source_code), accepted(target_code)
    if source.code == target.code:
        return SafeTransform(source, target, [], 0.0, "same CRS")
    if same_grid(source, target):
        # The same numbers on datums treated as equal: no arithmetic, so also no difference between machines
        # that have PROJ's grid of the 2011 earthquake and machines that do not.
        return SafeTransform(source, target, [], _EQUAL_DATUM_M, "datums treated as equal")
    start, end = geographic_of(source), geographic_of(target)
    legs, notes = [], []
    if source.code != start.code:
        legs.append(_within(source, start))
        notes.append(f"{source.name} to {start.name}")
    shift, accuracy, note = _datum_shift(start, end)
    legs += shift
    notes.append(note)
    if target.code != end.code:
        legs.append(_within(end, target))
        notes.append(f"{end.name} to {target.name}")
    return SafeTransform(source, target, legs, accuracy, " + ".join(part for part in notes if part))


def _within(source: CrsInfo, target: CrsInfo):
    operations = _operations(source, target)
    if not operations:
        raise _ballpark(source, target)
    return operations


def _datum_shift(start: CrsInfo, end: CrsInfo):
    """(legs, accuracy, description) of the best known way, directly or by a datum treated as equal."""
    if start.code == end.code:
        return [], 0.0, ""
    if start.jgd and end.jgd:
        return [], _EQUAL_DATUM_M, "datums treated as equal"
    best = None
    for a in _equals(start):
        for b in _equals(end):
            operations = _operations(a, b)
            if not operations:
                continue
            equalled = a.code != start.code or b.code != end.code
            stated = operations[0].accuracy
            accuracy = max(stated, _EQUAL_DATUM_M if equalled else 0.0) if stated >= 0 else np.nan
            if best is None or accuracy < best[1]:
                best = ([operations], accuracy, operations[0].description)
    if best is None and not start.jgd and not end.jgd:
        # Two foreign datums rarely have an operation of their own, but each has one to WGS 84.
        middle = accepted("EPSG:4326")
        first, second = _datum_shift(start, middle), _datum_shift(middle, end)
        best = (first[0] + second[0], max(first[1], second[1]), f"{first[2]} + {second[2]}")
    if best is None:
        raise _ballpark(start, end)
    return best


def _equals(info: CrsInfo) -> list[CrsInfo]:
    if not info.jgd:
        return [info]
    others = [accepted(f"EPSG:{GEOGRAPHIC[datum]}") for datum in JGD_CLASS]
    return [info] + [other for other in others if other.code != info.code]


def _operations(source: CrsInfo, target: CrsInfo) -> list[pyproj.Transformer]:
    """PROJ's operations that this machine can carry out, best first, none of them ballpark."""
    area = next(
        (i.crs.area_of_use for i in (source, target) if i.crs.area_of_use and not _worldwide(i)), None
    )
    interest = None
    if area is not None and area.west < area.east:
        interest = AreaOfInterest(area.west, area.south, area.east, area.north)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that a grid is missing shows in accuracy_m
        group = TransformerGroup(
            source.crs, target.crs, always_xy=True, area_of_interest=interest, allow_ballpark=False
        )
    usable = [t for t in group.transformers if "ballpark" not in (t.description or "").lower()]
    if source.datum != target.datum and not (source.crs.is_bound or target.crs.is_bound):
        usable = [t for t in usable if t.accuracy is not None and t.accuracy >= 0]
    return usable


def _worldwide(info: CrsInfo) -> bool:
    area = info.crs.area_of_use
    return area is None or area.east - area.west > 300


def _ballpark(source: CrsInfo, target: CrsInfo) -> GunmaneError:
    return GunmaneError(
        tr(
            "No reliable transformation is known from {start} to {end}; a rough one would move everything "
            "by hundreds of metres without a word.",
            start=friendly_name(source),
            end=friendly_name(target),
        ),
        code="E-BALLPARK",
        remedy=tr("State the coordinate system in the profile, or convert the file in another program."),
    )


def _apply(operations, x, y):
    """The first operation; points outside its grid go through the next one."""
    if x.size == 1:
        # pyproj makes a scalar of a lone element (and numpy warns); two equal ones stay an array.
        out_x, out_y = _apply(operations, np.repeat(x, 2), np.repeat(y, 2))
        return out_x[:1].reshape(x.shape), out_y[:1].reshape(y.shape)
    out_x, out_y = operations[0].transform(x, y)
    for operation in operations[1:]:
        lost = ~np.isfinite(out_x) & np.isfinite(x) & np.isfinite(y)
        if not np.any(lost):
            break
        out_x[lost], out_y[lost] = operation.transform(x[lost], y[lost])
    return out_x, out_y
