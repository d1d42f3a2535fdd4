"""The ground that synthetic areas stand on: roads before any city drew them, and the cities' borders.

Nothing here knows how borders are linked. Roads: a jittered grid that is thinned in rural parts, its Gabriel
graph, some edges dropped (dead ends), nearly half of them curved; consecutive edges that go straight on are one
road with one class. Cities: Voronoi cells whose borders are bent by a smooth field. Plane metres throughout.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import Delaunay

STEP_M = 95.0
ORIGIN = (12_000.0, -8_000.0)
EDGES_PER_POINT = 2.06  # of the thinned Gabriel graph


@dataclass
class Ground:
    """Roads before they were drawn: one row an edge (u, v: places; road, rank: 0 national … 5 farm)."""

    edges: pd.DataFrame
    xy: np.ndarray  # of the places u and v
    box: tuple[float, float, float, float]


def ground(n_sections: int, rng: np.random.Generator) -> Ground:
    """About ``n_sections`` edges in a square."""
    xy, side = _points(n_sections, rng)
    u, v = _gabriel(xy)
    keep = rng.random(len(u)) > 0.12
    u, v = u[keep], v[keep]
    lines = _curved(xy[u], xy[v], rng)
    road = _roads(lines, u, v)
    edges = pd.DataFrame({"u": u, "v": v, "road": road, "geom": lines})
    edges["rank"] = _ranks(edges, rng)
    edges["grade"] = 0.0
    edges["bridge"] = False
    edges["oneway"] = np.nan
    box = (ORIGIN[0], ORIGIN[1], ORIGIN[0] + side, ORIGIN[1] + side)
    over = _overpasses(xy, max(4, n_sections // 400), int(road.max()) + 1, rng)
    return Ground(pd.concat([edges, over], ignore_index=True), xy, box)


def _points(n_sections, rng):
    want = n_sections / EDGES_PER_POINT
    side = int(np.ceil(np.sqrt(want / 0.72)))
    gx, gy = (axis.ravel().astype(float) for axis in np.meshgrid(np.arange(side), np.arange(side)))
    rural = sum(
        np.sin(gx * 2 * np.pi / wave + rng.uniform(0, 6.3))
        * np.sin(gy * 2 * np.pi / wave + rng.uniform(0, 6.3))
        for wave in (37.0, 23.0, 61.0)
    )
    keep = rng.random(len(gx)) < np.clip(0.74 - 0.28 * rural, 0.3, 0.97)
    xy = np.column_stack([gx, gy])[keep]
    xy = (xy + rng.uniform(-0.36, 0.36, xy.shape)) * STEP_M
    return xy + np.asarray(ORIGIN), side * STEP_M


def _gabriel(xy):
    """Pairs of places whose circle on the pair as diameter is empty."""
    tri = Delaunay(xy).simplices
    a = np.concatenate([tri[:, 0], tri[:, 1], tri[:, 2]])
    b = np.concatenate([tri[:, 1], tri[:, 2], tri[:, 0]])
    opposite = np.concatenate([tri[:, 2], tri[:, 0], tri[:, 1]])
    ok = np.einsum("ij,ij->i", xy[a] - xy[opposite], xy[b] - xy[opposite]) > 0
    key = np.minimum(a, b).astype(np.int64) * len(xy) + np.maximum(a, b)
    edge, inverse = np.unique(key, return_inverse=True)
    bad = np.zeros(len(edge), bool)
    np.logical_or.at(bad, inverse, ~ok)
    edge = edge[~bad]
    u, v = edge // len(xy), edge % len(xy)
    short = np.hypot(*(xy[u] - xy[v]).T) < 480
    return u[short], v[short]


def _curved(a, b, rng, share=0.45):
    """Lines from a to b; a share of them bent, with 4 to 11 points."""
    n = len(a)
    points = np.where(rng.random(n) < share, rng.integers(4, 12, n), 2)
    along = b - a
    normal = np.column_stack([-along[:, 1], along[:, 0]])
    bow, wave = rng.normal(0, 0.06, n), rng.normal(0, 0.03, n)
    row = np.repeat(np.arange(n), points)
    first = np.cumsum(points) - points
    t = (np.arange(len(row)) - first[row]) / (points[row] - 1)
    bend = (bow[row] * np.sin(np.pi * t) + wave[row] * np.sin(2 * np.pi * t)) * (points[row] > 2)
    xy = a[row] + along[row] * t[:, None] + normal[row] * bend[:, None]
    xy[t == 1] = b[row[t == 1]]
    return shapely.linestrings(xy, indices=row)


def _roads(lines, u, v, most=45.0):
    """Number of the road of each edge: ends that go straight on at a place (mutual best, <= 45 degrees)."""
    n = len(lines)
    out0 = shapely.get_coordinates(shapely.get_point(lines, 1)) - shapely.get_coordinates(
        shapely.get_point(lines, 0)
    )
    out1 = shapely.get_coordinates(shapely.get_point(lines, -2)) - shapely.get_coordinates(
        shapely.get_point(lines, -1)
    )
    bearing = np.degrees(np.arctan2(*np.concatenate([out0, out1]).T))
    place = np.concatenate([u, v])
    order = np.argsort(place, kind="stable")
    start = np.searchsorted(place[order], place)
    degree = np.bincount(place)[place]
    slot = np.empty(2 * n, int)
    slot[order] = np.arange(2 * n)
    best, partner = np.full(2 * n, 999.0), np.full(2 * n, -1)
    for k in range(1, int(degree.max())):
        other = order[start + (slot - start + k) % degree]
        turn = np.abs(180 - np.abs(bearing - bearing[other]) % 360)
        better = (k < degree) & (turn < best) & (turn <= most)
        best[better], partner[better] = turn[better], other[better]
    have = partner >= 0
    mutual = np.flatnonzero(have)[partner[partner[have]] == np.flatnonzero(have)]
    i, j = mutual % n, partner[mutual] % n
    return connected_components(coo_matrix((np.ones(len(i)), (i, j)), shape=(n, n)), directed=False)[1]


def _ranks(edges, rng):
    """0 national, 1 prefectural, 2-4 city's classes 1-3, 5 farm: long roads rank higher."""
    length = shapely.length(edges["geom"].to_numpy())
    total = np.bincount(edges["road"], weights=length)
    order = np.argsort(-total * rng.uniform(0.6, 1.4, len(total)))
    share = np.empty(len(total))
    share[order] = np.cumsum(total[order]) / total.sum()
    rank = np.searchsorted([0.015, 0.05, 0.12, 0.25, 0.93], share)
    return rank[edges["road"].to_numpy()]


def _overpasses(xy, count, road, rng):
    """Straight roads above others: between places 220-380 m apart, grade 1."""
    a = rng.integers(0, len(xy), count * 3)
    angle = rng.uniform(0, 2 * np.pi, len(a))
    from scipy.spatial import cKDTree

    aim = xy[a] + rng.uniform(220, 380, len(a))[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
    gap, b = cKDTree(xy).query(aim)
    good = np.flatnonzero((gap < 60) & (a != b))[:count]
    a, b = a[good], b[good]
    return pd.DataFrame(
        {
            "u": a, "v": b, "road": road + np.arange(len(a)), "geom": _curved(xy[a], xy[b], rng, 0.0),
            "rank": rng.integers(1, 4, len(a)), "grade": 1.0, "bridge": True, "oneway": np.nan,
        }
    )  # fmt: skip


def city_cells(box, count: int, rng: np.random.Generator) -> np.ndarray:
    """``count`` polygons that cover the box: Voronoi cells with borders bent by a smooth field."""
    x0, y0, x1, y1 = box
    seeds = _spread(count, rng) * [x1 - x0, y1 - y0] + [x0, y0]
    frame = shapely.box(x0 - 600, y0 - 600, x1 + 600, y1 + 600)
    cells = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(seeds), extend_to=frame))
    edges = shapely.union_all(shapely.boundary(shapely.intersection(cells, frame)))
    warp = smooth_field(rng)
    bent = shapely.transform(shapely.segmentize(edges, 40.0), lambda xy: np.round(xy + warp(xy), 3))
    cells = shapely.get_parts(shapely.polygonize([shapely.union_all(bent)]))
    return cells[np.argsort(-shapely.area(cells))][:count]


def smooth_field(rng, parts=((60, 1500), (24, 520), (7, 190))):
    """A displacement as a smooth function of the place that never folds."""
    waves = [
        (size, 2 * np.pi / length, *rng.uniform(0, 6.3, 2), rng.uniform(0, np.pi))
        for size, length in parts
    ]  # fmt: skip

    def field(xy):
        out = np.zeros_like(xy)
        for size, k, p, q, turn in waves:
            x = xy[:, 0] * np.cos(turn) + xy[:, 1] * np.sin(turn)
            y = -xy[:, 0] * np.sin(turn) + xy[:, 1] * np.cos(turn)
            out += 0.7 * size * np.column_stack([np.sin(k * y + p), np.sin(k * x + q)])
        return out

    return field


def _spread(count, rng):
    """Points of the unit square that keep apart (best of some candidates each)."""
    points = rng.uniform(0.15, 0.85, (1, 2))
    while len(points) < count:
        new = rng.uniform(0.04, 0.96, (30, 2))
        gap = np.hypot(*(new[:, None] - points[None]).transpose(2, 0, 1)).min(axis=1)
        points = np.vstack([points, new[np.argmax(gap)]])
    return points
