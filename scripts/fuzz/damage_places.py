"""Damage to places: coordinates and geometries."""

from __future__ import annotations

import math

import shapely

from .kinds import MAPS, NotApplicable, kind

PLACED = MAPS | {"csv", "xlsx", "dbf"}


def _change(job, geometry, cells, rows=None) -> None:
    """``geometry``: shapely -> shapely or None; ``cells``: (a, b) texts -> (a, b)."""
    if job.source.geometry.kind == "none":
        raise NotApplicable
    rows = job.rows() if rows is None else rows
    pair = job.xy()
    for n in rows:
        if pair is None:
            old = job.sheet.geoms[n]
            job.sheet.geoms[n] = geometry(old) if old is not None else None
        else:
            row = job.sheet.rows[n]
            row.extend([None] * (max(pair) + 1 - len(row)))
            row[pair[0]], row[pair[1]] = cells(row[pair[0]], row[pair[1]])
    job.say(f"{len(rows)} of {len(job.sheet.rows)}")
    job.save()


def _moved(geom, change):
    return shapely.transform(geom, lambda c: change(c))


@kind("places", "axes exchanged", PLACED, geometry=True)
def swapped(job):
    _change(job, lambda g: _moved(g, lambda c: c[:, ::-1]), lambda a, b: (b, a))


@kind("places", "axes exchanged everywhere", PLACED, geometry=True)
def swapped_all(job):
    rows = list(range(len(job.sheet.rows)))
    _change(job, lambda g: _moved(g, lambda c: c[:, ::-1]), lambda a, b: (b, a), rows)


def _shift(cell, by: float):
    try:
        return repr(float(cell) + by)
    except (TypeError, ValueError):
        return cell


@kind("places", "on another datum", PLACED, geometry=True)
def datum(job):
    degrees = _degrees(job)
    dx, dy = (0.00325, -0.0033) if degrees else (290.0, -360.0)
    rows = list(range(len(job.sheet.rows)))
    _change(
        job, lambda g: _moved(g, lambda c: c + [dx, dy]), lambda a, b: (_shift(a, dy), _shift(b, dx)),
        job.rng.choice([rows, rows[: len(rows) // 2]]),
    )  # fmt: skip


def _degrees(job) -> bool:
    if job.xy() is None:
        geom = next((g for g in job.sheet.geoms if g is not None), None)
        return geom is None or abs(shapely.bounds(geom)[0]) < 400
    return job.source.geometry.kind == "latlon"


@kind("places", "another zone", PLACED, geometry=True)
def zone(job):
    by = 2.0 if _degrees(job) else 150_000.0
    rows = list(range(len(job.sheet.rows)))
    _change(job, lambda g: _moved(g, lambda c: c + [by, 0]), lambda a, b: (a, _shift(b, by)), rows)


@kind("places", "not a number", PLACED, geometry=True)
def nan(job):
    values = [math.nan, math.inf, -math.inf]

    def spoil(geom):
        def change(c):
            c = c.copy()
            c[job.rng.randrange(len(c)), job.rng.randrange(2)] = job.rng.choice(values)
            return c

        return _moved(geom, change)

    texts = ["NaN", "inf", "-inf", "Infinity", "#NUM!", "1e999"]
    _change(job, spoil, lambda a, b: (job.rng.choice([a, job.rng.choice(texts)]), job.rng.choice(texts)))


@kind("places", "far too large", PLACED, geometry=True)
def large(job):
    factor = job.rng.choice([1e3, 1e6, 1e100, 1e300, -1])
    _change(
        job, lambda g: _moved(g, lambda c: c * factor),
        lambda a, b: (_times(a, factor), _times(b, factor)),
    )  # fmt: skip


def _times(cell, factor):
    try:
        return repr(float(cell) * factor)
    except (TypeError, ValueError):
        return cell


@kind("places", "none", PLACED, geometry=True)
def null(job):
    _change(job, lambda g: None, lambda a, b: (None, job.rng.choice([None, b])))


@kind("places", "zero", PLACED, geometry=True)
def zero(job):
    _change(job, lambda g: _moved(g, lambda c: c * 0), lambda a, b: ("0", "0"))


@kind("places", "empty geometry", {"gpkg", "geojson"}, geometry=True)
def empty(job):
    if job.xy() is not None:
        raise NotApplicable
    _change(job, lambda g: type(g)(), None)


@kind("places", "crossing itself", MAPS, geometry=True)
def crossing(job):
    def cross(geom):
        x, y = shapely.get_coordinates(geom)[0]
        s = 0.0005 if abs(x) < 400 else 50
        points = [(x, y), (x + s, y + s), (x + s, y), (x, y + s), (x, y)]
        return shapely.Polygon(points) if geom.geom_type.endswith("Polygon") else shapely.LineString(points)

    if job.xy() is not None or (
        job.sheet.geoms and job.sheet.geoms[0] is not None and job.sheet.geoms[0].geom_type == "Point"
    ):
        raise NotApplicable
    _change(job, cross, None)


@kind("places", "a line of no length", MAPS, geometry=True)
def point_line(job):
    if job.xy() is not None:
        raise NotApplicable

    def shrink(geom):
        if geom.geom_type == "Point":
            return geom
        return shapely.LineString([shapely.get_coordinates(geom)[0]] * 2)

    _change(job, shrink, None)


@kind("places", "another type of geometry", {"geojson", "kml", "gpkg"}, geometry=True)
def other_type(job):
    if job.xy() is not None:
        raise NotApplicable

    def other(geom):
        kind_ = job.rng.randrange(5)
        if kind_ == 0:
            return geom.representative_point() if geom.geom_type != "Point" else geom.buffer(0.0003)
        if kind_ == 1:
            return geom.buffer(0.0001 if abs(geom.bounds[0]) < 400 else 10)
        if kind_ == 2:
            return shapely.MultiPoint(shapely.get_coordinates(geom)[:3])
        if kind_ == 3:
            return shapely.GeometryCollection([geom, shapely.Point(shapely.get_coordinates(geom)[0])])
        return shapely.MultiLineString([shapely.get_coordinates(geom).repeat(2, axis=0)[:2]] * 2)

    if job.ledger.kind == "kml":

        def other(geom):
            return (
                shapely.Point(shapely.get_coordinates(geom)[0])
                if geom.geom_type != "Point"
                else geom.buffer(0.0003)
            )

    _change(job, other, None)


@kind("places", "written otherwise", {"csv", "xlsx", "dbf"}, geometry=True)
def written(job):
    def change(cell):
        text = str(cell or "")
        wide = str.maketrans("0123456789.-", "０１２３４５６７８９．－")
        return job.rng.choice(
            [
                text.translate(wide),
                text.replace(".", ","),
                f"N{text}",
                f"{text}°",
                f"'{text}",
                text + "度",
                text.replace(".", "．"),
            ]
        )

    if job.xy() is None:
        raise NotApplicable
    _change(job, None, lambda a, b: (change(a), change(b)))
