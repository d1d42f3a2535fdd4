"""Roads of the true world: main roads between towns, streets in the blocks between them, bridges.

``build_network(area, rng)`` -> Network of noded pieces (no city borders yet), each piece with the road it
belongs to; ``roads`` carry class and number. Units: metres in EPSG:6677.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import Delaunay, cKDTree
from shapely.geometry import LineString, MultiLineString, Point
from shapely.ops import polygonize, substring

NATIONAL = [
    (
        "N2",
        294,
        "国道294号",
        [
            (15000, -9600),
            (13100, -5300),
            (13400, -1700),
            (13800, 1900),
            (14300, 6500),
            (13900, 11700),
            (13700, 17300),
        ],
    ),
    (
        "N2",
        354,
        "国道354号",
        [
            (-1300, 8900),
            (4800, 6300),
            (7700, 3700),
            (11500, 3200),
            (13800, 1900),
            (17300, 1700),
            (20500, 2700),
        ],
    ),
]
PREFECTURAL = [
    ("P1", 58, "取手豊岡線", [(17800, -7200), (13100, -5300), (10200, -3300), (10700, -1400), (11500, 3200)]),
    ("P1", 46, "野田牛久線", [(6500, -3300), (9100, -1200), (13800, 1900), (18300, -4000), (25400, -5800)]),
    ("P1", 47, "守谷流山線", [(13100, -5300), (11200, -6400), (11000, -8000)]),
    ("P1", 3, "つくば野田線", [(1800, 2700), (4800, 6300), (9000, 9500), (13500, 12200), (17300, 12300)]),
    ("P1", 20, "結城坂東線", [(4800, 6300), (6100, 11400), (8100, 17600)]),
    ("P1", 19, "取手つくば線", [(20000, -8200), (19300, -5000), (19200, -1300), (19600, 5400)]),
    ("P1", 24, "土浦境線", [(-700, 13200), (6100, 11400), (13900, 11700), (16700, 9500)]),
    ("P2", 123, "土浦坂東線", [(4800, 6300), (9200, 6500), (14300, 6500), (17600, 5600)]),
    ("P2", 136, "高崎坂東線", [(600, 17300), (2900, 11000), (4800, 6300)]),
    ("P2", 137, "若境線", [(-900, 15600), (1800, 15200), (6900, 14800), (11900, 14500)]),
    ("P2", 252, "谷井田水海道線", [(19300, -5000), (15100, -2100), (13400, -1700), (10700, -1400)]),
    ("P2", 130, "谷井田停車場線", [(22800, -6700), (19300, -5000), (17300, -1900), (16900, 3400)]),
    ("P2", 133, "赤浜谷田部線", [(14900, 16700), (14600, 9000), (17400, 7700)]),
    ("P2", 328, "菅生中妻線", [(9100, -1200), (8600, 3300), (9200, 6500), (13600, 6900)]),
]
BRIDGE_GAP = 2300.0
MIN_PIECE = 30.0


@dataclass
class Road:
    """One road of the true world, before cities number it."""

    kind: str  # N2, P1, P2, C1, C2, C3
    number: int | None
    name: str
    pieces: list = field(default_factory=list)  # (piece index, reversed) in order along the road


@dataclass
class Network:
    pieces: list  # LineString
    piece_road: list  # road index
    roads: list  # Road
    bridges: list  # (x, y, river, road index)
    urban: list  # density figure a piece: towns within 1.2 km of its middle
    cuts: list = field(
        default_factory=list
    )  # (road, true place, city, the city's own end) where a border cuts


def build_network(area, rng) -> Network:
    """Everything: nodes, main edges, classes, streets, noding."""
    nodes, n_towns = _nodes(area, rng)
    edges, lines, crossing = _main_edges(area, nodes, n_towns, rng)
    kinds, paths, edges, lines, crossing = _classes(area, nodes, edges, lines, crossing, rng)
    town_tree = cKDTree([(x, y) for towns in area.towns.values() for _, x, y in towns])
    streets = _streets(area, lines, town_tree, rng)
    return _node_all(area, edges, lines, crossing, paths, streets, town_tree)


def _nodes(area, rng):
    towns = np.array([(x, y) for items in area.towns.values() for _, x, y in items])
    rivers = shapely.union_all(list(area.rivers.values()))
    kept: list = []
    for x, y in towns:
        near = kept and np.min(np.hypot(*(np.array(kept) - (x, y)).T)) < 330
        if not near and rivers.distance(Point(x, y)) > 220:
            kept.append((x, y))
    n_towns = len(kept)
    ring = area.union.buffer(2600)
    x0, y0, x1, y1 = ring.bounds
    shapely.prepare(ring)
    for x, y in zip(rng.uniform(x0, x1, 9000), rng.uniform(y0, y1, 9000)):
        spot = Point(x, y)
        inside = area.union.contains(spot)
        reach = 760 if inside else 1500
        if not ring.contains(spot) or rivers.distance(spot) < 250:
            continue
        if np.min(np.hypot(*(np.array(kept) - (x, y)).T)) > reach:
            kept.append((x, y))
    return np.array(kept), n_towns


def _main_edges(area, nodes, n_towns, rng):
    triangles = Delaunay(nodes).simplices
    pairs = np.unique(
        np.sort(np.vstack([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]]), 1), axis=0
    )
    middle = (nodes[pairs[:, 0]] + nodes[pairs[:, 1]]) / 2
    radius = np.hypot(*(nodes[pairs[:, 0]] - nodes[pairs[:, 1]]).T) / 2
    nearest, _ = cKDTree(nodes).query(middle)
    keep = (nearest >= radius * 0.985) & (radius < 1900)  # Gabriel's test: nobody inside the circle
    edges, out, crossing = [], [], []
    for (a, b), half in zip(pairs[keep], radius[keep]):
        line = _curve(nodes[a], nodes[b], half * 2, rng)
        names = [n for n, river in area.rivers.items() if river.crosses(line)]
        hits = sum(_count(area.rivers[n].intersection(line)) for n in names)
        if hits > 1 or not area.union.intersects(line):
            continue
        edges.append((int(a), int(b)))
        out.append(line)
        crossing.append(names[0] if names else None)
    tree = shapely.STRtree(out)
    left, right = tree.query(out, predicate="crosses")
    drop = {int(max(i, j)) for i, j in zip(left, right) if i < j}
    keep = [i for i in range(len(out)) if i not in drop]
    return [edges[i] for i in keep], [out[i] for i in keep], [crossing[i] for i in keep]


def _count(geometry) -> int:
    return len(geometry.geoms) if hasattr(geometry, "geoms") else 1


def _curve(a, b, length, rng) -> LineString:
    n = max(3, int(length / 110))
    t = np.linspace(0, 1, n + 1)
    normal = np.array([-(b - a)[1], (b - a)[0]]) / length
    sag = rng.uniform(-0.055, 0.055) * length
    wave = rng.uniform(-0.018, 0.018) * length
    offset = sag * 4 * t * (1 - t) + wave * np.sin(2 * np.pi * t) * np.sin(np.pi * t)
    points = a + np.outer(t, b - a) + np.outer(offset, normal)
    return LineString(np.round(points, 2))


def _classes(area, nodes, edges, lines, crossing, rng):
    length = np.array([line.length for line in lines])
    index = {edge: i for i, edge in enumerate(edges)}
    used: dict[int, int] = {}  # edge -> road
    roads, paths = [], []
    tree = cKDTree(nodes)
    a, b = np.array(edges).T
    middle = np.array([line.interpolate(0.5, normalized=True).coords[0] for line in lines])
    city_of_edge = np.array([area.city_of(*m) or "" for m in middle])

    def route(stops, cost):
        graph = coo_matrix((cost, (a, b)), shape=(len(nodes), len(nodes))).tocsr()
        graph = graph.maximum(graph.T)
        walk = []
        for s, e in zip(stops, stops[1:]):
            _, before = dijkstra(graph, indices=s, return_predecessors=True)
            node, leg = e, []
            while node != s and node >= 0:
                if before[node] < 0:
                    return []
                leg.append((int(before[node]), int(node)))
                node = int(before[node])
            walk += leg[::-1]
        return walk

    def add(kind, number, name, walk):
        steps, seen = [], set()
        for u, v in walk:
            i = index[(min(u, v), max(u, v))]
            if i in used or i in seen:
                continue
            seen.add(i)
            steps.append((i, edges[i][0] != u))
        if steps:
            for i, _ in steps:
                used[i] = len(roads)
            roads.append((kind, number, name))
            paths.append(steps)

    river_cost = np.array([700.0 if c else 0.0 for c in crossing])
    for kind, number, name, stops in NATIONAL + PREFECTURAL:
        cost = (
            length + river_cost + np.array([length[i] * 0.6 if i in used else 0 for i in range(len(lines))])
        )
        add(kind, number, name, route([int(tree.query(p)[1]) for p in stops], cost))
    for kind, per_km2, reach in (("C1", 0.10, (2300, 6000)), ("C2", 0.22, (1400, 3800))):
        for code, polygon in area.cities.items():
            inside = [i for i, p in enumerate(nodes) if polygon.contains(Point(p))]
            wanted, number, tries = int(polygon.area / 1e6 * per_km2) + 5, 1, 0
            while number <= wanted and tries < 400:
                tries += 1
                s, e = rng.choice(inside, 2, replace=False)
                if not reach[0] < np.hypot(*(nodes[s] - nodes[e])) < reach[1]:
                    continue
                penalty = np.array([3.0 if i in used else 1.0 for i in range(len(lines))])
                penalty = np.where(city_of_edge == code, penalty, penalty * 4)
                walk = route([int(s), int(e)], length * penalty + river_cost * 3)
                free = sum(
                    length[index[(min(u, v), max(u, v))]]
                    for u, v in walk
                    if index[(min(u, v), max(u, v))] not in used
                )
                if free > reach[0] * 0.6:
                    add(kind, None, "", walk)
                    number += 1
    # Bridges: those the classed roads need, others only far from the next one.
    spots: list = []
    drop = set()
    order = sorted(range(len(lines)), key=lambda i: (i not in used, i))
    for i in order:
        if crossing[i]:
            spot = area.rivers[crossing[i]].intersection(lines[i]).coords[0]
            near = min((np.hypot(spot[0] - x, spot[1] - y) for x, y in spots), default=1e9)
            limit = 500 if i in used else BRIDGE_GAP
            if near < limit:
                drop.add(i)
            else:
                spots.append(spot)
    for i in range(len(lines)):
        if i not in used and i not in drop:
            used[i] = len(roads)
            roads.append(("C3", None, ""))
            paths.append([(i, False)])
    keep = [i for i in range(len(lines)) if i not in drop]
    new = {old: n for n, old in enumerate(keep)}
    paths = [[(new[i], r) for i, r in steps if i in new] for steps in paths]
    roads = [r for r, steps in zip(roads, paths) if steps]
    paths = [steps for steps in paths if steps]
    return (
        roads,
        (roads, paths),
        [edges[i] for i in keep],
        [lines[i] for i in keep],
        [crossing[i] for i in keep],
    )


def _streets(area, lines, town_tree, rng):
    """Streets that fill the blocks between main roads; they stop short of rivers."""
    rivers = shapely.union_all([r.buffer(170) for r in area.rivers.values()])
    streets = []
    for face in sorted(
        polygonize(MultiLineString(lines)), key=lambda f: (round(f.centroid.x), round(f.centroid.y))
    ):
        block = face.intersection(area.union).difference(rivers)
        if block.area < 40_000:
            continue
        blocks = (
            [block] if block.geom_type == "Polygon" else [g for g in block.geoms if g.geom_type == "Polygon"]
        )
        for part in blocks:
            if part.area < 40_000:
                continue
            centre = part.representative_point()
            density = len(town_tree.query_ball_point((centre.x, centre.y), 1100))
            gap_a, gap_b = (275, 440) if density >= 5 else (440, 800) if density >= 2 else (640, 1200)
            streets += _grid(part, face, gap_a, gap_b, rng)
    return streets


def _grid(part, face, gap_a, gap_b, rng):
    box = face.minimum_rotated_rectangle.exterior.coords
    dx, dy = box[1][0] - box[0][0], box[1][1] - box[0][1]
    angle = np.arctan2(dy, dx) + rng.uniform(-0.1, 0.1)
    cx, cy = face.centroid.coords[0]
    reach = np.sqrt(part.area) * 1.5 + 400
    phase = rng.uniform(0, 2 * np.pi, 4)
    found = []
    for turn, gap in ((0, gap_a), (np.pi / 2, gap_b)):
        ux, uy = np.cos(angle + turn), np.sin(angle + turn)
        for k in np.arange(-reach, reach, gap):
            k = k + rng.uniform(-0.22, 0.22) * gap
            s = np.arange(-reach, reach + 1, 55)
            wobble = 9 * np.sin(s / 170 + phase[0]) + 16 * np.sin(s / 430 + phase[1] + k / 600)
            x, y = cx + s * ux - (k + wobble) * uy, cy + s * uy + (k + wobble) * ux
            for line in _lines(LineString(np.column_stack([x, y])).intersection(part)):
                line = line.simplify(1.2)
                if line.length < 95 or rng.random() < 0.16:
                    continue
                if rng.random() < 0.13 and line.length > 220:
                    cut = rng.uniform(0.4, 0.75) * line.length
                    line = substring(line, 0, cut)
                found.append(LineString(np.round(np.asarray(line.coords), 2)))
    return found


def _lines(geometry):
    if geometry.is_empty:
        return []
    return (
        [geometry]
        if geometry.geom_type == "LineString"
        else [g for g in getattr(geometry, "geoms", []) if g.geom_type == "LineString"]
    )


def _node_all(area, edges, mains, crossing, classed, streets, town_tree):
    roads_in, paths = classed
    tree = shapely.STRtree(mains)
    main_cuts: list[list] = [[] for _ in mains]
    ready = []
    for street in streets:
        for end in (0, -1):
            point = Point(street.coords[end])
            near = int(tree.nearest(point))
            if mains[near].distance(point) > 0.6:
                continue
            at = mains[near].project(point)
            edge = min(at, mains[near].length - at)
            crowd = min((abs(at - m) for m, _ in main_cuts[near]), default=1e9)
            if edge < MIN_PIECE or crowd < MIN_PIECE:
                street = _shorten(street, end, 28)
                if street is None:
                    break
            else:
                main_cuts[near].append((at, street.coords[end]))
        if street is not None and street.length > 60:
            ready.append(street)
    streets = ready
    cuts: list[list] = [[] for _ in streets]
    stree = shapely.STRtree(streets)
    left, right = stree.query(streets, predicate="intersects")
    for i, j in sorted((int(i), int(j)) for i, j in zip(left, right) if i < j):
        hit = streets[i].intersection(streets[j])
        if hit.geom_type != "Point":
            continue
        where = (round(hit.x, 2), round(hit.y, 2))
        for k in (i, j):
            at = streets[k].project(hit)
            if 2.0 < at < streets[k].length - 2.0:
                cuts[k].append((at, where))
    pieces, piece_road, roads = [], [], []
    for (kind, number, name), steps in zip(roads_in, paths):
        road = Road(kind, number, name)
        for i, backwards in steps:
            parts = _split(mains[i], main_cuts[i])
            for part in parts[::-1] if backwards else parts:
                road.pieces.append((len(pieces), backwards))
                pieces.append(part)
                piece_road.append(len(roads))
        roads.append(road)
    for line, marks in zip(streets, cuts):
        road = Road("C3", None, "")
        for part in _split(line, marks):
            road.pieces.append((len(pieces), False))
            pieces.append(part)
            piece_road.append(len(roads))
        roads.append(road)
    bridges = []
    by_edge = {i: r for r, steps in enumerate(paths) for i, _ in steps}
    for i, river in enumerate(crossing):
        if river:
            spot = area.rivers[river].intersection(mains[i])
            bridges.append((round(spot.x, 1), round(spot.y, 1), river, by_edge[i]))
    urban = [
        len(n)
        for n in town_tree.query_ball_point(
            [p.interpolate(0.5, normalized=True).coords[0] for p in pieces], 1200
        )
    ]
    return Network(pieces, piece_road, roads, bridges, urban)


def _shorten(street, end, by):
    if street.length < by + 70:
        return None
    return substring(street, by, street.length) if end == 0 else substring(street, 0, street.length - by)


def _split(line, marks):
    """Pieces of a line at marks (measure, exact point); marks closer than 3 m are one."""
    stops = [(0.0, line.coords[0])]
    for at, where in sorted(marks):
        if at - stops[-1][0] > 3.0 and line.length - at > 3.0:
            stops.append((at, where))
    stops.append((line.length, line.coords[-1]))
    out = []
    for (m0, p0), (m1, p1) in zip(stops, stops[1:]):
        inner = [c for c in substring(line, m0, m1).coords][1:-1]
        out.append(LineString([p0, *[(round(x, 2), round(y, 2)) for x, y in inner], p1]))
    return out
