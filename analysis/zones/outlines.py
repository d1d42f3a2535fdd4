"""Outlines of the zones: the area tiled without gaps or overlaps, borders half-way between the zones' roads.

Points along the roads, their Voronoi cells, and of these only the sides between cells of different zones: these sides
are the borders. Far from every border a few points stand for all (their cells can only meet their own zone's), so the
work grows with the length of the borders. The borders are simplified together, as a network: shared once, they stay
shared. With the edge of the area they are cut into faces; a face has the zone of the road points in it.
"""

from __future__ import annotations

import numpy as np
import shapely
from scipy import ndimage, sparse
from scipy.sparse import csgraph
from scipy.spatial import Voronoi, cKDTree

STEP_M = 35.0  # points along roads near borders
NEAR_M, NEAR_CELLS = 100.0, 3  # "near": another zone's road within so many cells
MIDDLE_M, MIDDLE_CELLS = 400.0, 2  # a point every 100 m there
MIDDLE_STEP_M = 100.0
CELL_M = 600.0  # one point a cell in the rest
SMALL_M2 = 500_000.0  # detached parts and holes below go to the zone around them (unified model, section 8.4)
SMALL_PART = 0.05  # of a mean zone, where that is less
VOTES = 20_000  # road points asked for the zone of large faces
AROUND_M = 300.0  # of the roads, where no area is given
GENERAL_M = 75.0  # detail that does not count as outline for the measure of compactness


def tile(lines: np.ndarray, zone: np.ndarray, k: int, cities=None, simplify_m: float = 40.0) -> np.ndarray:
    """``lines``: road pieces, metres; ``zone``: of each (-1: does not count). ``cities``: a table with ``geom``, or a
    polygon. One (Multi)Polygon a zone; together they are the area. A zone without roads in the area: empty."""
    good = np.flatnonzero((zone >= 0) & ~(shapely.is_missing(lines) | shapely.is_empty(lines)))
    empty = np.array([shapely.MultiPolygon()] * k, object)
    if not len(good):
        return empty
    xy, own = _points(lines[good], zone[good])
    area = _area(cities, xy)
    if len(np.unique(own)) == 1:
        empty[own[0]] = area
        return empty
    sides = _sides(xy, own, area)
    borders = _simplified(sides, simplify_m)
    faces = _faces(borders, area)
    inside = shapely.point_on_surface(faces)
    tree = cKDTree(xy)
    label = own[tree.query(shapely.get_coordinates(inside))[1]]
    label = _majority(faces, label, xy, own)
    label = _tidied(faces, label, k)
    found = empty
    for z in range(k):
        mine = faces[label == z]
        if len(mine):
            found[z] = shapely.unary_union(mine)
    return found


def polsby_popper(outlines: np.ndarray, general_m: float = GENERAL_M) -> np.ndarray:
    """4 pi area / perimeter squared, 1 for a circle; the edge of the area's own wriggles (rivers) smoothed out."""
    smooth = shapely.simplify(outlines, general_m)
    length = shapely.length(smooth)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(length > 0, 4 * np.pi * shapely.area(smooth) / length**2, np.nan)


def _points(lines, zone):
    """Points every STEP_M near the borders, fewer further away, one a cell in the rest."""
    length = shapely.length(lines)
    middle = shapely.get_coordinates(shapely.line_interpolate_point(lines, 0.5, normalized=True))
    near = _meets_others(middle, zone, NEAR_M, NEAR_CELLS) | (length > 2 * MIDDLE_M)
    around = _meets_others(middle, zone, MIDDLE_M, MIDDLE_CELLS)
    cell = np.floor(middle / CELL_M).astype(np.int64)
    far = np.flatnonzero(~near & ~around)
    order = far[np.lexsort((middle[far, 1], middle[far, 0], cell[far, 1], cell[far, 0]))]
    fresh = np.ones(len(order), bool)
    fresh[1:] = (np.diff(cell[order], axis=0) != 0).any(axis=1)
    far = order[fresh]
    step = np.where(near, STEP_M, MIDDLE_STEP_M)
    chosen = np.flatnonzero(near | around)
    count = np.maximum(np.ceil(length[chosen] / step[chosen]).astype(int), 1)
    line = np.repeat(chosen, count)
    position = np.arange(len(line)) - np.repeat(np.cumsum(count) - count, count) + 0.5
    dense = shapely.line_interpolate_point(lines[line], position / np.repeat(count, count), normalized=True)
    xy = np.concatenate([middle[far], shapely.get_coordinates(dense)])
    own = np.concatenate([zone[far], zone[line]])
    # points that coincide would have no cell: the lowest zone keeps the place
    order = np.lexsort((own, xy[:, 1], xy[:, 0]))
    xy, own = xy[order], own[order]
    fresh = np.concatenate([[True], (np.abs(np.diff(xy, axis=0)) > 0.01).any(axis=1)])
    return xy[fresh], own[fresh]


def _meets_others(middle, zone, cell_m: float, cells: int) -> np.ndarray:
    """Whether a line of another zone lies within so many cells, of each line."""
    at = np.floor(middle / cell_m).astype(np.int64)
    at -= at.min(axis=0) - 1
    shape = at.max(axis=0) + 2
    low, high = np.full(shape, 127, np.int8), np.full(shape, -1, np.int8)
    np.minimum.at(low, (at[:, 0], at[:, 1]), zone.astype(np.int8))
    np.maximum.at(high, (at[:, 0], at[:, 1]), zone.astype(np.int8))
    for _ in range(cells):
        low, high = _spread(low, np.minimum), _spread(high, np.maximum)
    return (low != high)[at[:, 0], at[:, 1]]


def _spread(grid, take):
    wide = np.pad(grid, 1, mode="edge")
    across = take(take(wide[:-2], wide[1:-1]), wide[2:])
    return take(take(across[:, :-2], across[:, 1:-1]), across[:, 2:])


def _area(cities, xy):
    if cities is not None:
        shapes = cities["geom"].to_numpy(object) if hasattr(cities, "columns") else np.atleast_1d(cities)
        shapes = shapely.make_valid(shapely.force_2d(np.asarray(shapes, object)))
        whole = shapely.unary_union(shapely.set_precision(shapes, 0.001))
        return shapely.unary_union([p for p in shapely.get_parts([whole]) if shapely.get_dimensions(p) == 2])
    return _around(xy)


def _around(xy):
    """Surroundings of the roads without an area: cells with roads and their neighbours, gaps closed, one outline a
    group, its steps cut off."""
    at = np.floor(xy / AROUND_M).astype(np.int64)
    origin = at.min(axis=0) - 4
    at -= origin
    grid = np.zeros(at.max(axis=0) + 5, bool)
    grid[at[:, 0], at[:, 1]] = True
    grid = ndimage.binary_dilation(grid, np.ones((3, 3), bool))
    grid = ndimage.binary_fill_holes(ndimage.binary_closing(grid, np.ones((3, 3), bool), 2))
    edge = np.diff(np.pad(grid, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    row, begin = np.nonzero(edge == 1)
    end = np.nonzero(edge == -1)[1]
    boxes = shapely.box(row + origin[0], begin + origin[1], row + origin[0] + 1, end + origin[1])
    whole = shapely.transform(shapely.unary_union(boxes), lambda corners: corners * AROUND_M)
    return shapely.simplify(whole, AROUND_M * 0.8)


def _sides(xy, own, area) -> np.ndarray:
    """Sides of Voronoi cells between different zones, as lines."""
    x0, y0, x1, y1 = shapely.total_bounds(shapely.union(area, shapely.box(*xy.min(axis=0), *xy.max(axis=0))))
    far = 4 * max(x1 - x0, y1 - y0, 1.0)
    mid = np.array([(x0 + x1) / 2, (y0 + y1) / 2])
    frame = mid + far * np.array([(-1, -1), (-1, 1), (1, -1), (1, 1), (0, 2), (0, -2), (2, 0), (-2, 0)])
    cells = Voronoi(np.concatenate([xy, frame]) - mid)
    label = np.concatenate([own, np.full(len(frame), -1)])
    a, b = label[cells.ridge_points].T
    ends = np.array(cells.ridge_vertices)
    border = (a != b) & (a >= 0) & (b >= 0) & (ends >= 0).all(axis=1)
    corners = np.round(cells.vertices + mid, 3)
    two = corners[ends[border]]
    two = two[(two[:, 0] != two[:, 1]).any(axis=1)]
    return shapely.linestrings(two)


def _simplified(sides, tolerance):
    """The network of borders with less detail; lines never cross that did not, ends stay."""
    arcs = shapely.line_merge(shapely.multilinestrings(sides))
    if tolerance <= 0:
        return arcs
    return shapely.simplify(arcs, tolerance, preserve_topology=True)


def _faces(borders, area) -> np.ndarray:
    edge = shapely.boundary(area)
    noded = shapely.unary_union(shapely.union_all([borders, edge]))
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(noded)))
    shapely.prepare(area)
    return faces[shapely.intersects(area, shapely.point_on_surface(faces))]


def _majority(faces, label, xy, own) -> np.ndarray:
    """The zone of most road points in a face; that of the nearest point where it has none."""
    k = int(own.max()) + 1
    votes = np.zeros((len(faces), k), int)
    large = shapely.area(faces) > 4 * SMALL_M2
    for which, points in ((~large, xy), (large, xy[:: max(1, len(xy) // VOTES)])):
        chosen = np.flatnonzero(which)
        if len(chosen):
            zone = own if points is xy else own[:: max(1, len(xy) // VOTES)]
            face, point = shapely.STRtree(shapely.points(points)).query(faces[chosen], predicate="contains")
            np.add.at(votes, (chosen[face], zone[point]), 1)
    return np.where(votes.any(axis=1), votes.argmax(axis=1), label)


def _tidied(faces, label, k) -> np.ndarray:
    """Small parts of a zone that lie apart from its largest go to the zone that they share most border with."""
    label = label.copy()
    tree = shapely.STRtree(faces)
    a, b = tree.query(faces, predicate="intersects")
    keep = a < b
    a, b = a[keep], b[keep]
    shared = shapely.length(shapely.intersection(shapely.boundary(faces[a]), shapely.boundary(faces[b])))
    keep = shared > 0
    a, b, shared = a[keep], b[keep], shared[keep]
    area = shapely.area(faces)
    for _ in range(10):
        same = label[a] == label[b]
        links = sparse.csr_matrix((np.ones(same.sum()), (a[same], b[same])), shape=(len(faces),) * 2)
        count, part = csgraph.connected_components(links, directed=False)
        size = np.bincount(part, area, count)
        zone = np.zeros(count, int)
        zone[part] = label
        largest = np.zeros(count, bool)
        for z in range(k):
            mine = np.flatnonzero(zone == z)
            if len(mine):
                largest[mine[np.argmax(size[mine])]] = True
        small = ~largest & (size < min(SMALL_M2, SMALL_PART * area.sum() / k))
        if not small.any():
            break
        pull = np.zeros((count, k))
        for one, other in ((a, b), (b, a)):
            differs = part[one] != part[other]
            np.add.at(pull, (part[one][differs], label[other][differs]), shared[differs])
        go = small & pull.any(axis=1)
        smallest_first = np.flatnonzero(go)
        if not len(smallest_first):
            break
        to = pull.argmax(axis=1)
        label = np.where(go[part], to[part], label)
    return label
