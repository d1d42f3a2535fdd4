"""Rows of roads that someone else manages, rows that lie outside their city, rows without a place."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely

from . import findings
from .catalogue import settings


def foreign_roads(frames: dict) -> pd.DataFrame:
    """Requests, facilities and damages that a city handles as its own on a route with another administrator.

    Columns: route (route_key, ad), request (route_key, ad), facility (route_key, owner, ft, fac_id),
    damage (route_key, fac_id, ft). A damage of a facility that the city owns is the city's, wherever it stands.
    """
    rules = settings()
    own, nobody = rules["own_manager"], rules["no_manager"]
    routes = frames["route"].drop_duplicates("route_key")
    manager = dict(zip(routes["route_key"], routes["ad"]))

    def of_route(frame):
        found = frame["route_key"].map(manager).to_numpy(dtype=object)
        return found, ~pd.isna(found) & (found != own) & ~np.isin(found.astype(str), nobody)

    def add(kind, table, rows, found):
        frame = frames[table]
        rows = np.flatnonzero(rows)
        column = lambda name: frame[name].to_numpy(dtype=object)[rows]  # noqa: E731
        parts.append(
            findings.make(kind, table, column("uuid"), column("city_code"), field="route_key",
                          route=column("route_key"), manager=found[rows])
        )  # fmt: skip

    parts: list = []
    request, facility, damage = frames["request"], frames["facility"], frames["damage"]
    found, foreign = of_route(request)
    add("manager_request", "request", foreign & (request["ad"] == own).to_numpy(), found)
    usual = rules["own_on_foreign_roads"]
    found, foreign = of_route(facility)
    owned = (facility["owner"] == own).to_numpy()
    add("manager_facility", "facility", foreign & owned & ~facility["ft"].isin(usual).to_numpy(), found)
    found, foreign = of_route(damage)
    ours = damage["fac_id"].isin(facility["fac_id"][owned]) | damage["ft"].isin(usual)
    add("manager_damage", "damage", foreign & ~ours.to_numpy(), found)
    return findings.joined(parts)


def elsewhere(table: str, frame: pd.DataFrame, cities: pd.DataFrame, border: float) -> pd.DataFrame:
    """Rows whose place lies more than ``border`` metres outside their own city: in another one, or in none.

    ``cities``: city_code, geom (areas in the store's CRS). A line or area counts by a point in its middle.
    """
    areas = {c: g for c, g in zip(cities["city_code"], cities["geom"]) if g is not None and not g.is_empty}
    geoms = frame["geom"].to_numpy()
    places = middles(geoms)
    codes = frame["city_code"].to_numpy(dtype=object)
    usable = ~shapely.is_missing(places)
    usable[usable] &= ~shapely.is_empty(places[usable])
    rows, far = [], []
    for code, area in areas.items():
        here = np.flatnonzero((codes == code) & usable)
        shapely.prepare(area)
        out = here[~shapely.intersects(area, places[here])]
        if len(out):
            distance = shapely.distance(area, places[out])
            rows.append(out[distance > border])
            far.append(distance[distance > border])
    if not rows:
        return findings.empty()
    at, distance = np.concatenate(rows), np.concatenate(far)
    other = np.full(len(at), None, dtype=object)
    for code, area in areas.items():
        other[shapely.intersects(area, places[at])] = code
    uuids, known = frame["uuid"].to_numpy(), ~pd.isna(other)
    x, y = shapely.get_x(places[at]), shapely.get_y(places[at])
    return findings.joined(
        [
            findings.make("place_other_city", table, uuids[at[known]], codes[at[known]], other_city=other[known],
                          x=x[known], y=y[known], distance=distance[known]),
            findings.make("place_outside", table, uuids[at[~known]], codes[at[~known]],
                          x=x[~known], y=y[~known], distance=distance[~known]),
        ]
    )  # fmt: skip


def without_place(table: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Rows without a geometry in a table whose rows need one (broken ones are the geometry check's)."""
    none = shapely.is_missing(frame["geom"].to_numpy()) & ~frame["geom_broken"].to_numpy(dtype=bool)
    rows = np.flatnonzero(none)
    return findings.make(
        "missing_location", table, frame["uuid"].to_numpy()[rows], frame["city_code"].to_numpy()[rows]
    )


def middles(geoms: np.ndarray) -> np.ndarray:
    """A point of each geometry: half way along a line, inside an area, the point itself; None stays None."""
    geoms = np.asarray(geoms, dtype=object)
    kind = shapely.get_type_id(geoms)
    found = np.where(kind == 0, geoms, None)
    line = kind == 1
    found[line] = shapely.line_interpolate_point(geoms[line], 0.5, normalized=True)
    rest = (kind > 1) & ~shapely.is_empty(geoms)
    found[rest] = shapely.point_on_surface(geoms[rest])
    return found
