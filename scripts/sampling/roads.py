"""What each city has of the true network: routes with numbers, sections cut at its border, their attributes.

``city_roads(area, network, rng)`` -> (routes, sections) as lists of dicts whose keys are the unified model's
field names, plus ``_geom`` (EPSG:6677), ``_city``, ``_urban``, ``_i``.
"""

from __future__ import annotations

import numpy as np
import shapely
from shapely.geometry import LineString, Point
from shapely.ops import substring

STUB_M = 6.0
WIDTHS = {
    "N2": (13, 2),
    "P1": (10.5, 1.5),
    "P2": (8.5, 1.2),
    "C1": (7.4, 1.1),
    "C2": (5.8, 0.8),
    "C3": (4.5, 0.8),
}
ADT = {"N2": 15500, "P1": 8200, "P2": 4600, "C1": 2700, "C2": 1050, "C3": 210}


def city_roads(area, network, schools, rng):
    """Cut, displace, number and describe; the order is that of roads, so it is stable."""
    routes, sections = [], []
    numbers = {(c, k): 0 for c in area.cities for k in ("C1", "C2", "C3")}
    border = shapely.union_all([p.boundary for p in area.cities.values()])
    shapely.prepare(border)
    for polygon in area.cities.values():
        shapely.prepare(polygon)
    school_points = shapely.MultiPoint([p for p in schools])
    cut_points: dict = {}
    for r, road in enumerate(network.roads):
        parts: dict = {}
        for i, backwards in road.pieces:
            line = network.pieces[i]
            line = LineString(list(line.coords)[::-1]) if backwards else line
            for code, piece in _cut(line, area.cities, border, cut_points, r, rng):
                parts.setdefault(code, []).append((piece, network.urban[i]))
        for code, pieces in parts.items():
            length = sum(p.length for p, _ in pieces)
            if length < 15:
                continue
            route = _number(code, road, numbers, rng, length)
            _describe(route, pieces, area, school_points, rng, sections)
            routes.append(route)
    network.cuts = cut_points.get("ends", [])  # (road, true place, city, where the city drew its end)
    _border_roads(area, cut_points, numbers, school_points, rng, routes, sections)
    _names(routes, sections, area)
    for n, section in enumerate(sections):
        section["_i"] = n
    return routes, sections


def _cut(line, cities, border, cut_points, road, rng):
    """(city, piece) in order along the line; ends made at a border are 0-6 m off, so facing ends 0-12 m."""
    if not border.intersects(line):
        for code, polygon in cities.items():
            if polygon.contains(line):
                return [(code, line)]
        return []
    found = []
    for code, polygon in cities.items():
        inside = polygon.intersection(line)
        for piece in getattr(inside, "geoms", [inside]):
            if piece.geom_type == "LineString" and piece.length > 12:
                found.append((line.project(Point(piece.coords[0])), code, piece))
    out = []
    for _, code, piece in sorted(found, key=lambda f: (f[0], f[1])):
        coords = [tuple(c) for c in piece.coords]
        if line.project(Point(coords[0])) > line.project(Point(coords[-1])):
            coords = coords[::-1]
        for end in (0, -1):
            if border.distance(Point(coords[end])) < 0.5 and coords[end] not in (
                line.coords[0],
                line.coords[-1],
            ):
                cut_points.setdefault(code, []).append((coords[end], road))
                where = coords[end]
                coords = _displace(coords, end, rng)
                cut_points.setdefault("ends", []).append((road, where, code, coords[end]))
        out += _stub(code, LineString(np.round(coords, 2)), border, rng)
    return out


def _displace(coords, end, rng):
    """Move a cut end by up to 6 m; vertices near it go, so that the last stretch keeps its bearing."""
    points = coords if end == -1 else coords[::-1]
    tip = points[-1]
    while len(points) > 2 and np.hypot(points[-2][0] - tip[0], points[-2][1] - tip[1]) < 45:
        points = [*points[:-2], tip]
    r, a = 6 * np.sqrt(rng.random()), rng.uniform(0, 2 * np.pi)
    length = np.hypot(points[-2][0] - tip[0], points[-2][1] - tip[1])
    r = min(r, length / 8)
    points = [*points[:-1], (tip[0] + r * np.cos(a), tip[1] + r * np.sin(a))]
    return points if end == -1 else points[::-1]


def _stub(code, piece, border, rng):
    """Now and then a city's last six metres are a section of their own."""
    tip = Point(piece.coords[-1])
    if piece.length > 80 and border.distance(tip) < 8 and rng.random() < 0.09:
        at = piece.length - STUB_M
        return [
            (code, _rounded(substring(piece, 0, at))),
            (code, _rounded(substring(piece, at, piece.length))),
        ]
    return [(code, piece)]


def _rounded(line):
    return LineString(np.round(np.asarray(line.coords), 2))


def _number(code, road, numbers, rng, length):
    rc, no, branch = road.kind, road.number, None
    if no is None:
        last = numbers[code, rc]
        if rc == "C3" and last and last not in numbers.setdefault((code, "b"), set()) and rng.random() < 0.03:
            no, branch = 1000 + last, "2"
            numbers[code, "b"].add(last)
        else:
            numbers[code, rc] = last = last + 1
            no = last + 1000 if rc == "C3" else last
    route = {"_city": code, "rc": rc, "route_no": int(no), "branch": branch, "name_ja": road.name or None}
    return route


def route_key(city, rc, no, branch=None):
    return f"{city}-{rc}-{no:04d}" + (f"-{branch}" if branch else "")


def _describe(route, pieces, area, schools, rng, sections):
    rc, code = route["rc"], route["_city"]
    base, spread = WIDTHS[rc]
    adt = int(ADT[rc] * float(np.exp(rng.normal(0, 0.45))))
    bus = bool(rng.random() < {"N2": 0.8, "P1": 0.7, "P2": 0.5, "C1": 0.4, "C2": 0.12, "C3": 0.01}[rc])
    em = {
        "N2": "1",
        "P1": rng.choice(["1", "2"]),
        "P2": rng.choice(["2", "3", "0"]),
        "C1": rng.choice(["0", "0", "0", "C"]),
        "C2": "0",
        "C3": "0",
    }[rc]
    speed = {"N2": 50, "P1": 50, "P2": 40, "C1": 40, "C2": 40, "C3": 30}[rc]
    width = round(max(2.6, rng.normal(base, spread)), 1)
    measured = rc != "C3" and rng.random() < 0.8
    certified = (
        f"{int(rng.integers(1958, 2020)):04d}-{int(rng.integers(1, 13)):02d}-{int(rng.integers(1, 28)):02d}"
    )
    route.update(
        route_key=route_key(code, rc, route["route_no"], route["branch"]),
        ad={"N2": "A3", "P1": "A3", "P2": "A3"}.get(rc, "A1"),
        em=str(em),
        width_m=width,
        certified_on=certified,
        is_bus=bus,
        adt=adt,
        speed_kmh=speed,
        adt_src="測定" if measured else "推定",
        pt="AS",
        _sections=[],
    )
    at, school_m, total = 0.0, 0.0, 0.0
    for seq, (line, urban) in enumerate(pieces, 1):
        length = round(line.length, 1)
        middle = line.interpolate(0.5, normalized=True)
        school = rc in ("C1", "C2", "C3", "P2") and schools.distance(middle) < 650 and rng.random() < 0.55
        age = int(rng.integers(1985, 2025))
        wear = (2026 - age) / 40 * float(np.exp(rng.normal(0, 0.35)))
        crack = round(float(np.clip(wear * 28 + rng.normal(0, 4), 0, 85)), 1)
        rut = round(float(np.clip(wear * 19 + rng.normal(3, 3) + adt / 2500, 0, 75)), 1)
        sigma = round(float(np.clip(1.4 + wear * 2.8 + rng.normal(0, 0.4), 0.8, 12)), 2)
        iri = round(float(np.clip(1.6 + wear * 3.6 + rng.normal(0, 0.5), 0.8, 14)), 2)
        surveyed = rng.random() < (0.95 if rc != "C3" else 0.35)
        pave = (
            "AS"
            if rc != "C3"
            else str(rng.choice(["AS", "SC", "GR", "CO", "UN"], p=[0.72, 0.16, 0.07, 0.03, 0.02]))
        )
        ap = "U1" if urban >= 5 else "U2" if urban >= 2 else "U3"
        if area_near_river(area, middle):
            ap = "U5"
        w = round(max(2.2, width + rng.normal(0, 0.25)), 1)
        ln = "4" if w > 15 else "2" if w >= 5.5 else "1" if w >= 4 and rc != "C3" else "0"
        section = {
            "_city": code,
            "_geom": line,
            "_urban": urban,
            "_route": route,
            "route_key": route["route_key"],
            "seq": seq,
            "section_id": f"{route['route_key']}:{seq:03d}",
            "from_m": round(at, 1),
            "to_m": round(at + length, 1),
            "length_m": length,
            "width_m": w,
            "ln": ln,
            "pt": pave,
            "paved_year": age,
            "crack_pct": crack if surveyed else None,
            "rut_mm": rut if surveyed else None,
            "sigma_mm": sigma if surveyed and rc != "C3" else None,
            "iri": iri if surveyed else None,
            "insp_date": _random_day(rng) if surveyed else None,
            "insp_method": (str(rng.choice(["車載", "スマホ"])) if rc != "C3" else "目視")
            if surveyed
            else None,
            "is_bus": bus,
            "is_school": bool(school),
            "em": str(em),
            "adt": adt,
            "ap": ap,
            "speed_kmh": speed,
            "sidewalk": "両" if w > 11 else "片" if w > 7.5 else "無",
        }
        at += length
        total += length
        school_m += length if school else 0
        sections.append(section)
        route["_sections"].append(section)
    route["length_m"] = round(total, 1)
    route["is_school"] = school_m > total * 0.3


def _random_day(rng) -> str:
    year, month, day = int(rng.integers(2019, 2026)), int(rng.integers(4, 13)), int(rng.integers(1, 29))
    return f"{year}-{month:02d}-{day:02d}"


def area_near_river(area, point) -> bool:
    return any(river.distance(point) < 260 for river in area.rivers.values())


def _border_roads(area, cut_points, numbers, schools, rng, routes, sections):
    """Roads that run along a border between two cut roads, drawn by both cities, each a few metres off."""
    codes = list(area.cities)
    rivers = shapely.union_all(list(area.rivers.values()))
    made = 0
    for n, one in enumerate(codes):
        for two in codes[n + 1 :]:
            shared = area.cities[one].boundary.intersection(area.cities[two].boundary.buffer(0.5))
            shared = shapely.line_merge(shared)
            for line in sorted(getattr(shared, "geoms", [shared]), key=lambda g: -g.length):
                if line.geom_type != "LineString" or line.length < 400:
                    continue
                marks = sorted(
                    {
                        round(line.project(Point(p)), 1)
                        for p, _ in cut_points.get(one, [])
                        if line.distance(Point(p)) < 1
                    }
                )
                for a, b in zip(marks, marks[1:]):
                    stretch = substring(line, a, b)
                    straight = np.hypot(*np.subtract(stretch.coords[0], stretch.coords[-1]))
                    if not 180 < b - a < 1300 or straight < 0.6 * (b - a) or rivers.distance(stretch) < 250:
                        continue
                    if rng.random() < 0.6:
                        continue
                    stretch = stretch.simplify(4)
                    made += 1
                    for code, side in ((one, 1), (two, -1)):
                        drawn = stretch.offset_curve(side * float(rng.uniform(0.8, 3.2)))
                        if drawn.geom_type != "LineString" or drawn.length < 100:
                            continue
                        numbers[code, "C3"] += 1
                        route = {
                            "_city": code,
                            "rc": "C3",
                            "route_no": 1000 + numbers[code, "C3"],
                            "branch": None,
                            "name_ja": None,
                            "_border": made,
                        }
                        _describe(route, [(_rounded(drawn), 1)], area, schools, rng, sections)
                        routes.append(route)


def _names(routes, sections, area):
    trees = {}
    for code, towns in area.towns.items():
        trees[code] = (towns, shapely.STRtree([Point(x, y) for _, x, y in towns]))

    def town(code, point):
        towns, tree = trees[code]
        return towns[int(tree.nearest(point))][0]

    for section in sections:
        section["_town"] = town(section["_city"], section["_geom"].interpolate(0.5, normalized=True))
    for route in routes:
        first, last = route["_sections"][0]["_geom"], route["_sections"][-1]["_geom"]
        route["start_ja"] = town(route["_city"], Point(first.coords[0]))
        route["end_ja"] = town(route["_city"], Point(last.coords[-1]))
        if not route["name_ja"]:
            a, b = route["start_ja"], route["end_ja"]
            route["name_ja"] = f"{a}{b}線" if a != b else f"{a}{route['route_no'] % 1000}号線"
