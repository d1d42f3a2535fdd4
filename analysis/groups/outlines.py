"""Groups as areas and lines for the map."""

from __future__ import annotations

import numpy as np
import shapely

from .roads import Roads

HOLE_M2 = 500_000.0  # unified model, section 8.4: holes below 0.5 square kilometres are filled


def outlines(roads: Roads, group: np.ndarray, n: int, buffer_m: float, only=None) -> np.ndarray:
    """(n,) MultiPolygons: each group's roads buffered and dissolved, small holes filled. ``only``: these groups."""
    lines = group_lines(roads, group, n)
    if only is not None:
        lines, n = lines[only], len(only)
    return (
        np.array([_outline(line, buffer_m or 1.0) for line in lines.tolist()], object)
        if n
        else np.zeros(0, object)
    )


def _outline(lines, buffer_m):
    """Blocks that the roads enclose are filled first: buffering them costs less than buffering every road."""
    blocks = shapely.get_parts(shapely.polygonize([lines]))
    blocks = blocks[shapely.area(blocks) < HOLE_M2]
    inside = shapely.union_all(blocks)
    rest = shapely.get_parts(shapely.difference(lines, inside) if len(blocks) else lines)
    around = shapely.buffer(np.append(rest, inside), buffer_m, quad_segs=3)
    return _filled(shapely.union_all(around))


def together(one, other):
    """Two outlines as one MultiPolygon."""
    return _filled(shapely.union(one, other))


def group_lines(roads: Roads, group: np.ndarray, n: int) -> np.ndarray:
    """(n,) MultiLineStrings of the groups' own pieces; unusable geometry is left out."""
    geoms = shapely.force_2d(roads.frame["geom"].to_numpy())
    usable = (group >= 0) & ~(shapely.is_missing(geoms) | shapely.is_empty(geoms))
    piece = np.flatnonzero(usable)
    parts, source = shapely.get_parts(geoms[piece], return_index=True)
    line = shapely.get_type_id(parts) == 1
    parts, owner = parts[line], group[piece[source[line]]]
    order = np.argsort(owner, kind="stable")
    out = np.full(n, shapely.MultiLineString(), object)
    if len(order):
        return shapely.multilinestrings(parts[order], indices=owner[order], out=out)
    return out


def compactness(areas: np.ndarray) -> np.ndarray:
    """Polsby-Popper 4 pi A / P^2, 1 for a disc."""
    around = shapely.length(areas)
    return 4 * np.pi * shapely.area(areas) / np.maximum(around, 1e-9) ** 2


def _filled(area):
    polygons = []
    for polygon in shapely.get_parts(area).tolist():
        rings = [r for r in polygon.interiors if shapely.area(shapely.polygons(r)) >= HOLE_M2]
        polygons.append(shapely.Polygon(polygon.exterior, rings))
    return shapely.MultiPolygon(polygons)
