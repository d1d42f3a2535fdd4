"""Where things can be planted: places on roads, along borders, and ground without roads."""

from __future__ import annotations

import numpy as np
import shapely
from shapely.geometry import LineString, Point


class Ground:
    """One city's true roads, and spots on them that are far enough from all that stands there already."""

    def __init__(self, code: str, world: dict):
        self.code, self.city = code, world["cities"][code]
        self.polygon = self.city["polygon"]
        self.sections = self.city["sections"]
        self.lines = [s["_geom"] for s in self.sections]
        self.tree = shapely.STRtree(self.lines)
        self.towns = world["area"].towns[code]
        self.town_tree = shapely.STRtree([Point(x, y) for _, x, y in self.towns])
        self.routes = {r["route_key"]: r for r in self.city["routes"]}

    def town(self, x: float, y: float) -> str:
        return self.towns[int(self.town_tree.nearest(Point(x, y)))][0]

    def nearest(self, x: float, y: float, most: float = 80.0) -> dict | None:
        """The section nearest to a point, if it is near."""
        n = int(self.tree.nearest(Point(x, y)))
        return self.sections[n] if self.lines[n].distance(Point(x, y)) <= most else None

    def spot(self, rng, kinds: str = "C1 C2 C3", where=None, tries: int = 400):
        """(section, x, y, chainage, side) of a point beside a road of these kinds; ``where(x, y)`` may refuse."""
        wanted = [s for s in self.sections if s["route_key"][7:9] in kinds and s["length_m"] > 60]
        for _ in range(tries):
            section = wanted[int(rng.integers(len(wanted)))]
            at = float(rng.uniform(0.1, 0.9)) * section["_geom"].length
            side = str(rng.choice(["L", "R"]))
            x, y = beside(section, at, side)
            if self.polygon.contains(Point(x, y)) and (where is None or where(x, y)):
                return section, x, y, round(section["from_m"] + at, 1), side
        return None


def beside(section: dict, at: float, side: str) -> tuple[float, float]:
    """A point at the road's edge, ``at`` metres along it."""
    line = section["_geom"]
    a, b = line.interpolate(max(at - 1, 0)), line.interpolate(min(at + 1, line.length))
    ux, uy = b.x - a.x, b.y - a.y
    norm = float(np.hypot(ux, uy)) or 1.0
    off = (section["width_m"] / 2 + 0.6) * (1 if side == "L" else -1)
    p = line.interpolate(at)
    return round(p.x - uy / norm * off, 2), round(p.y + ux / norm * off, 2)


class Spread:
    """Points already used; new ones keep their distance."""

    def __init__(self, points):
        self.points = [tuple(p) for p in points]
        self.tree = shapely.STRtree([Point(p) for p in self.points])
        self.new: list = []

    def free(self, x: float, y: float, apart: float) -> bool:
        if self.points and len(self.tree.query(Point(x, y), predicate="dwithin", distance=apart)):
            return False
        return all(np.hypot(x - a, y - b) > apart for a, b in self.new)

    def take(self, x: float, y: float) -> None:
        self.new.append((x, y))


def borders(world: dict) -> list[tuple[str, str, LineString]]:
    """(city, city, line) of every stretch of border between two of the cities, the longest first."""
    polygons = world["area"].cities
    codes = list(polygons)
    found = []
    for n, one in enumerate(codes):
        for two in codes[n + 1 :]:
            shared = polygons[one].boundary.intersection(polygons[two].boundary.buffer(0.5))
            shared = shapely.line_merge(shared)
            for line in getattr(shared, "geoms", [shared]):
                if line.geom_type == "LineString" and line.length > 200:
                    found.append((one, two, line))
    return sorted(found, key=lambda f: (-f[2].length, f[0], f[1]))


def along_borders(world: dict, rng):
    """Without end: (city, city, point on their common border), long borders more often, who comes first by chance."""
    lines = borders(world)
    weight = np.array([line.length for _, _, line in lines])
    weight = weight / weight.sum()
    while True:
        one, two, line = lines[int(rng.choice(len(lines), p=weight))]
        point = line.interpolate(float(rng.uniform(0.02, 0.98)), normalized=True)
        yield (one, two, line, point) if rng.random() < 0.5 else (two, one, line, point)


def off(rng, spread: float, most: float) -> tuple[float, float]:
    """An error of survey or of pointing at a map: normal in both axes, never more than ``most`` metres."""
    while True:
        x, y = rng.normal(0, spread, 2)
        if np.hypot(x, y) <= most:
            return float(x), float(y)


def step(rng, low: float, high: float) -> tuple[float, float]:
    """A true distance in any direction."""
    turn, r = rng.uniform(0, 2 * np.pi), rng.uniform(low, high)
    return float(r * np.cos(turn)), float(r * np.sin(turn))
