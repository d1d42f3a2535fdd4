"""Dirt in places: zeros, defaults, swapped and missing coordinates, points outside the city."""

from __future__ import annotations

import numpy as np
from shapely.geometry import Point
from shapely.ops import nearest_points

from . import forms as f
from .area import to_degrees
from .ledger import spoil


def places(s, ledger) -> None:
    labels = [c.label for c in ledger.cols]
    polygon = s.world["polygon"]
    if "緯度" in labels:
        a, b = "緯度", "経度"
    elif "X座標" in labels:
        a, b = "X座標", "Y座標"
    else:
        a = b = None  # a vector file's own geometry
    swapped_file = ledger.city == "082287" and ledger.source == "damages"
    needed = ledger.table in ("facility", "damage")

    def put(row, x, y, kind, **more):
        """A point at plane metres in the ledger's own form."""
        if a is None:
            p = Point(x, y)
            if ledger.source == "lights":
                from .bando import to_old

                p = Point(*to_old.transform(x, y))
            else:
                p = Point(*to_degrees.transform(x, y))
            row.geom = p
            raw = f"{p.x:.6f} {p.y:.6f}"
        elif a == "緯度":
            lon, lat = to_degrees.transform(x, y)
            row.cells[a], row.cells[b] = _like(row.cells[a], lat), _like(row.cells[b], lon)
            raw = f"{row.cells[a]} {row.cells[b]}"
        else:
            row.cells[a], row.cells[b] = (
                (f"{x:.2f}", f"{y:.2f}") if swapped_file else (f"{y:.2f}", f"{x:.2f}")
            )
            raw = f"{row.cells[a]} {row.cells[b]}"
        spoil(row, ledger, None, raw, kind, field="geom", **more)

    placed = lambda r: r.xy is not None  # noqa: E731
    for low, high, kind in (
        (45, 110, "outside_50m"),
        (270, 420, "outside_300m"),
        (9000, 11000, "outside_10km"),
    ):
        for row in s.take(ledger, placed, 0.8):
            spot = _outside(polygon, row.xy, low, high, s.rng)
            if spot is None:
                continue
            if kind == "outside_50m":
                put(row, *spot, kind, may=["W-OUTNEAR"], repaired=False)
                row.xy = spot
            else:
                put(row, *spot, kind, outcome="set_aside", reason="E-OUTSIDE")
    may = ["E-MISSING", "E-NOPLACE"] if needed else []
    if a is None:
        for row in s.take(ledger, placed, 0.6):
            row.geom, row.xy = None, None
            spoil(row, ledger, None, None, "no_geometry", may=may, repaired=False, field="geom")
        for row in s.take(ledger, placed, 0.6):
            row.geom, row.xy = Point(0, 0), None
            spoil(row, ledger, None, "0 0", "zero_coordinates", flags=["E-NULLGEOM"], field="geom")
        return

    def cells(row, one, two, kind, keep=False, **more):
        row.cells[a], row.cells[b] = one, two
        if not keep:
            row.xy = None
        spoil(row, ledger, None, f"{one} {two}", kind, field="geom", **more)

    for row in s.take(ledger, placed, 1.0):
        cells(row, "0", "0", "zero_coordinates", flags=["E-NULLGEOM"])
    for row in s.take(ledger, placed, 1.0):
        cells(row, None, None, "no_coordinates", may=may, repaired=False)
    for row in s.take(ledger, placed, 0.5):
        cells(row, row.cells[a], None, "half_coordinates", may=["E-HALFXY", *may], repaired=False)
    if a == "緯度":
        for row in s.take(ledger, placed, 1.0):
            cells(row, row.cells[b], row.cells[a], "lat_lon_swapped", keep=True, flags=["W-LATLON"])
        if ledger.city in ("082244", "082112"):
            for row in s.take(ledger, placed, 1.0):
                cells(row, "36.0", "139.8333", "default_point", flags=["W-DEFAULTPT"])
        else:
            for row in s.take(ledger, placed, 1.0):
                cells(row, "36°75'10.0\"", "139°58'31.5\"", "minutes_over_60", flags=["E-DMS"])
            for row in s.take(ledger, placed, 0.5):
                cells(row, "36.0012.3", "139°58'31.5\"", "angle_ambiguous", flags=["E-AMBIG"])
    else:

        def far(row):
            x, y = row.xy
            return placed(row) and polygon.distance(Point(y, x)) > 260

        for row in s.take(ledger, lambda r: placed(r) and far(r), 0.6):
            one, two = row.cells[a], row.cells[b]
            row.cells[a], row.cells[b] = two, one
            spoil(
                row,
                ledger,
                None,
                f"{two} {one}",
                "axes_swapped_in_row",
                outcome="set_aside",
                reason="E-OUTSIDE",
                field="geom",
            )


def _like(text, value: float) -> str:
    """Degrees in the form of another cell."""
    if "°" in str(text):
        return f.dms(value)
    if "度" in str(text):
        return f.dms_kanji(value)
    if str(text).count(".") > 1:
        return f.dms_dots(value)
    if len(str(text).split(".")[0]) > 3:
        return f.dms_packed(value)
    return f"{value:.7f}"


def _outside(polygon, xy, low, high, rng):
    """A point about low..high metres outside the polygon, near ``xy`` where that can be."""
    x, y = xy
    if low > 5000:
        for angle in rng.uniform(0, 2 * np.pi, 24):
            p = Point(x + 2.6 * low * np.cos(angle), y + 2.6 * low * np.sin(angle))
            if low * 0.9 < polygon.distance(p):
                return round(p.x, 2), round(p.y, 2)
        return None
    on, _ = nearest_points(polygon.boundary, Point(x, y))
    dx, dy = on.x - x, on.y - y
    norm = float(np.hypot(dx, dy)) or 1.0
    for turn in (0, 0.6, -0.6, 1.2, -1.2):
        cos, sin = np.cos(turn), np.sin(turn)
        ux, uy = (dx * cos - dy * sin) / norm, (dx * sin + dy * cos) / norm
        for step in np.linspace(low, high * 2.5, 25):
            p = Point(on.x + ux * step, on.y + uy * step)
            if low <= polygon.distance(p) <= high:
                return round(p.x, 2), round(p.y, 2)
    return None
