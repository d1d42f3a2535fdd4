"""The real ground: city boundaries, town points, and schematic rivers, all in EPSG:6677 (x = east, y = north).

``load_area(folder)`` reads ``cities.geojson`` and ``four_cities_towns.geojson`` (EPSG:4326 degrees).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyproj
import shapely
from shapely.geometry import LineString, shape
from shapely.ops import transform, unary_union

CITY_NAMES = {"082244": "守谷市", "082112": "常総市", "082287": "坂東市", "082350": "つくばみらい市"}
FIVE_DIGITS = {code[:5]: code for code in CITY_NAMES}
POPULATION = {"082244": 69827, "082112": 59083, "082287": 50871, "082350": 51035}

# Approximate courses, drawn by hand from the municipal borders that follow them: schematic, not surveyed.
RIVERS = {
    "鬼怒川": [
        (11200, 17600), (11500, 15300), (11900, 13800), (12150, 12200), (12700, 10400), (13150, 8600),
        (13250, 6600), (12950, 4700), (12750, 2900), (12300, 1300), (12500, 100), (12480, -1300), (12100, -2500),
        (11200, -2750), (10200, -2520), (9560, -2560), (9420, -3500), (9050, -4700),
    ],
    "小貝川": [
        (15100, 17200), (14900, 15000), (15050, 13500), (14950, 12300), (15600, 11200), (15500, 9700),
        (15250, 8600), (15900, 7600), (16500, 6500), (17300, 4900), (17500, 3900), (16500, 3050), (15600, 2250),
        (14900, 1300), (14250, 300), (13950, -900), (14150, -2300), (14800, -3900), (15600, -4650), (16850, -5050),
        (17300, -5900), (18300, -6900), (19300, -7700), (20700, -7200), (22500, -6650), (25800, -6700),
    ],
    "利根川": [
        (-2600, 7900), (-1250, 6300), (900, 4600), (2200, 3100), (3500, 900), (4500, -1100), (6000, -2650),
        (7900, -3500), (9050, -4700), (9150, -6150), (11000, -7400), (13000, -8750), (15000, -9200),
        (17500, -9700),
    ],
}  # fmt: skip


@dataclass
class Area:
    cities: dict  # code6 -> polygon
    towns: dict  # code6 -> list of (name, x, y)
    towns_without_point: dict  # code6 -> list of names
    rivers: dict  # name -> LineString
    union: object

    def city_of(self, x: float, y: float) -> str | None:
        point = shapely.Point(x, y)
        for code, polygon in self.cities.items():
            if polygon.contains(point):
                return code
        return None


to_plane = pyproj.Transformer.from_crs(6668, 6677, always_xy=True)
to_degrees = pyproj.Transformer.from_crs(6677, 6668, always_xy=True)


def load_area(folder: Path) -> Area:
    """Boundaries, towns and rivers from the folder of public inputs."""
    with open(_find(folder, "cities.geojson"), encoding="utf-8") as stream:
        features = json.load(stream)["features"]
    cities = {}
    for feature in features:
        code = FIVE_DIGITS[feature["properties"]["city_code"]]
        cities[code] = transform(to_plane.transform, shape(feature["geometry"])).buffer(0)
    cities = {code: cities[code] for code in CITY_NAMES}
    with open(_find(folder, "four_cities_towns.geojson"), encoding="utf-8") as stream:
        features = json.load(stream)["features"]
    towns = {code: [] for code in cities}
    without = {code: [] for code in cities}
    for feature in features:
        properties = feature["properties"]
        code = FIVE_DIGITS[properties["city_code"]]
        name = properties["town"]
        if feature["geometry"] is None or not feature["geometry"].get("coordinates"):
            without[code].append(name)
            continue
        x, y = to_plane.transform(*feature["geometry"]["coordinates"][:2])
        if properties.get("koaza"):
            continue  # parts of a town that is in the list already
        towns[code].append((name, round(x, 1), round(y, 1)))
    rivers = {name: smooth(LineString(points), 3) for name, points in RIVERS.items()}
    return Area(cities, towns, without, rivers, unary_union(list(cities.values())))


def _find(folder: Path, name: str) -> Path:
    found = sorted(Path(folder).rglob(name))
    if not found:
        raise SystemExit(f"{name} was not found under {folder}")
    return found[0]


def smooth(line: LineString, rounds: int) -> LineString:
    """Chaikin's corner cutting; the ends stay."""
    points = np.asarray(line.coords)
    for _ in range(rounds):
        a, b = points[:-1], points[1:]
        cut = np.empty((2 * len(a), 2))
        cut[0::2] = 0.75 * a + 0.25 * b
        cut[1::2] = 0.25 * a + 0.75 * b
        points = np.vstack([points[:1], cut, points[-1:]])
    return LineString(points).simplify(2)
