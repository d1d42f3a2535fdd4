"""Geometries that are broken, empty, invalid, without length, crossing themselves or with repeated vertices."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely

from . import findings
from .catalogue import settings

SAME_PLACE = 0.001  # metres: nearer vertices are one


def faults(table: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Findings for one table: ``uuid``, ``city_code``, ``geom``, ``geom_broken``. One row may have several."""
    geoms = frame["geom"].to_numpy()
    uuids, cities = frame["uuid"].to_numpy(), frame["city_code"].to_numpy()
    parts = []

    def add(kind, rows, **more):
        rows = np.flatnonzero(rows) if rows.dtype == bool else rows
        parts.append(findings.make(kind, table, uuids[rows], cities[rows], **more))

    add("geometry_unreadable", frame["geom_broken"].to_numpy(dtype=bool))
    there = ~shapely.is_missing(geoms)
    empty = there & shapely.is_empty(geoms)
    add("geometry_empty", empty)
    solid = there & ~empty
    finite = np.ones(len(geoms), dtype=bool)
    coords, owner = shapely.get_coordinates(geoms, return_index=True)
    finite[owner[~np.isfinite(coords).all(axis=1)]] = False
    linear = np.isin(shapely.get_type_id(geoms), (1, 2, 5))
    short = solid & finite & linear & (shapely.length(geoms) < SAME_PLACE)
    add("geometry_zero_length", short)
    bad = np.flatnonzero(solid & ~short & (~shapely.is_valid(geoms) | ~finite))
    add("geometry_invalid", bad, reason=_reasons(geoms[bad], finite[bad]))
    fine = solid & finite & ~short
    if table in settings()["lines_that_may_not_cross_themselves"]:
        parts_of, source = shapely.get_parts(np.where(fine & linear, geoms, None), return_index=True)
        crossing = np.unique(source[~shapely.is_simple(parts_of)])
        spots = np.array([_crossing(geoms[n]) for n in crossing]).reshape(-1, 2)
        add("geometry_self_crossing", crossing, x=spots[:, 0], y=spots[:, 1])
    count, spots = _repeated(geoms, fine)
    rows = np.flatnonzero(count)
    add("geometry_duplicate_vertex", rows, x=spots[rows, 0], y=spots[rows, 1], count=count[rows])
    return findings.joined(parts)


def _reasons(geoms, finite) -> list[str]:
    texts = shapely.is_valid_reason(geoms)
    return [str(text) if good else "Invalid Coordinate" for text, good in zip(texts, finite)]


def _repeated(geoms, fine):
    """How often a vertex repeats the one before it in the same ring or line, and where first."""
    count, spots = np.zeros(len(geoms), dtype=int), np.full((len(geoms), 2), np.nan)
    parts, owner = shapely.get_parts(np.where(fine, geoms, None), return_index=True)
    areas = shapely.get_type_id(parts) == 3
    rings, of = shapely.get_rings(parts[areas], return_index=True)
    pieces = np.concatenate([parts[~areas], rings])
    owner = np.concatenate([owner[~areas], owner[areas][of]])
    coords, piece = shapely.get_coordinates(pieces, return_index=True)
    step = np.abs(np.diff(coords, axis=0)).max(axis=1) if len(coords) > 1 else np.empty(0)
    same = np.flatnonzero((step < SAME_PLACE) & (piece[1:] == piece[:-1]))
    rows = owner[piece[same]]
    np.add.at(count, rows, 1)
    spots[rows[::-1]] = coords[same[::-1]]
    return count, spots


def _crossing(line) -> tuple[float, float]:
    """Where a line that is not simple meets itself: a node of its noded form where more than two pieces end."""
    noded = shapely.get_parts(shapely.node(line))
    ends = np.concatenate(
        [
            shapely.get_coordinates(shapely.get_point(noded, 0)),
            shapely.get_coordinates(shapely.get_point(noded, -1)),
        ]
    )
    spots, count = np.unique(ends.round(6), axis=0, return_counts=True)
    x, y = spots[np.argmax(count)]
    return float(x), float(y)
