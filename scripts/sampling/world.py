"""The true world: area, network, and each city's routes, sections, facilities, events and reference features."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import numpy as np
import shapely
from shapely.geometry import MultiLineString, Point

from . import events, upkeep
from .area import CITY_NAMES, FIVE_DIGITS, _find, load_area, to_plane
from .network import build_network
from .roads import city_roads


def make_world(data: Path, seed: int) -> dict:
    """{'area', 'network', 'cities': {code: {...tables...}}}; the same seed gives the same world."""
    rng = np.random.default_rng(seed)
    area = load_area(data)
    network = build_network(area, rng)
    shelters = _shelters(data)
    schools = [p for _, _, name, p in shelters if "小学校" in name]
    routes, sections = city_roads(area, network, schools, rng)
    by_road: dict = {}
    named = {(r["_city"], r["rc"], r["route_no"]): r for r in routes}
    for n, road in enumerate(network.roads):
        if road.number is not None:
            by_road[n] = [
                named[c, road.kind, road.number] for c in area.cities if (c, road.kind, road.number) in named
            ]
    cities = {}
    for code in area.cities:
        city = events.City(code, area, sections, rng)
        facilities = events.facilities(city, network.bridges, by_road, rng)
        requests = events.requests(city, facilities, rng)
        damages = upkeep.damages(city, requests, facilities, rng)
        contractors = upkeep.contractors(city, CITY_NAMES[code], rng)
        cities[code] = {
            "routes": [r for r in routes if r["_city"] == code],
            "sections": city.sections,
            "facilities": facilities,
            "requests": requests,
            "damages": damages,
            "contractors": contractors,
            "works": upkeep.works(city, damages, contractors, rng),
            "patrols": upkeep.patrols(city, damages, contractors, rng),
            "reference": _reference(code, area, city, routes, shelters),
            "polygon": area.cities[code],
            "towns": [t for t, _, _ in area.towns[code]],
        }
    return {"area": area, "network": network, "cities": cities}


def _shelters(data):
    with open(_find(data, "four_cities_shelters.geojson"), encoding="utf-8") as stream:
        features = json.load(stream)["features"]
    out = []
    for feature in features:
        p = feature["properties"]
        x, y = to_plane.transform(*feature["geometry"]["coordinates"][:2])
        out.append(
            (FIVE_DIGITS[p["city_code"]], p["共通ID"], p["施設・場所名"], Point(round(x, 2), round(y, 2)))
        )
    return out


def _reference(code, area, city, routes, shelters):
    """Rivers (schematic), shelters and towns (public), school, emergency and bus routes (invented)."""
    items, polygon = [], area.cities[code]
    seen = set()

    def add(kind, name, geom):
        n = sum(1 for i in items if i["kind"] == kind) + 1
        items.append(
            {
                "ref_id": f"{kind}-{n:03d}",
                "kind": kind,
                "name_ja": name,
                "_geom": geom,
                "_truth": {"name_ja": unicodedata.normalize("NFKC", name)},
            }
        )

    for name, river in area.rivers.items():
        part = river.intersection(polygon.buffer(120))
        lines = [g for g in getattr(part, "geoms", [part]) if g.geom_type == "LineString" and g.length > 300]
        if lines:
            add("RV", name, MultiLineString(lines))
    for owner, _, name, point in shelters:
        if owner == code and (name, point.wkt) not in seen and polygon.buffer(30).contains(point):
            seen.add((name, point.wkt))
            add("SH", name, point)
    for name, x, y in area.towns[code]:
        add("TW", name, Point(x, y))
    own = [r for r in routes if r["_city"] == code]
    for route in own:
        lines = [s["_geom"] for s in route["_sections"]]
        if route["em"] != "0":
            add("ER", f"緊急輸送道路 {route['name_ja']}", MultiLineString(lines))
        if route["is_bus"] and route["rc"] != "C3":
            add("BR", f"バス路線 {route['name_ja']} {route['route_no']}", MultiLineString(lines))
    schools = {}
    for section in city.sections:
        if section["is_school"]:
            near = min(
                (s for s in shelters if "小学校" in s[2]), key=lambda s: s[3].distance(section["_geom"])
            )
            schools.setdefault(near[2], []).append(section["_geom"])
    for name, lines in sorted(schools.items()):
        add("SR", f"通学路 {name}", shapely.MultiLineString(lines))
    return items
