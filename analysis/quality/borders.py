"""How two cities' road lines meet at their border: ends that face each other but lie apart."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely
from scipy.spatial import cKDTree

from . import findings
from .options import Options

BACK = 20.0  # metres from an end over which its direction is taken
STRAIGHT = 10.0  # the same, where a road of the own city leaves to the side
FACING = 40.0  # degrees by which two ends may miss each other's direction
_NUMBERED = r"^[^-]*-([NPE].*)$"  # what of a route's key is the same in every city


def gaps(frame: pd.DataFrame, options: Options, twice: pd.DataFrame) -> pd.DataFrame:
    """Findings for pairs of ends of two cities, farther apart than ``gap`` and not more than ``border_gap``.

    Columns: geom (LineString), city_code, route_key. ``twice``: findings of ``duplicates.sections``.

    No line of its own city goes straight on from either end, they run towards each other, and each is the other's
    best partner: near and straight on, for where roads meet at a border there may be a nearer end that comes from
    the side. A road along the border that the other city has
    drawn too does not lead into that city: there its own drawing goes on.
    """
    lines = frame["geom"].to_numpy()
    usable = shapely.get_type_id(lines) == 1
    usable[usable] &= ~shapely.is_empty(lines[usable]) & (shapely.length(lines[usable]) > options.gap)
    usable[usable] &= np.isfinite(shapely.bounds(lines[usable])).all(axis=1)
    rows = np.flatnonzero(usable)
    code = frame["city_code"].to_numpy(dtype=object)[rows]
    city = pd.factorize(code)[0]
    if not len(rows) or city.max() == 0 or options.border_gap <= options.gap:
        return findings.empty()
    lines = lines[rows]
    ends = np.concatenate([shapely.get_coordinates(shapely.get_point(lines, n)) for n in (0, -1)])
    owner, side = np.tile(np.arange(len(lines)), 2), np.repeat([0, 1], len(lines))
    pairs = cKDTree(ends).query_pairs(options.border_gap, output_type="ndarray").reshape(-1, 2)
    same = city[owner[pairs[:, 0]]] == city[owner[pairs[:, 1]]]
    distance = np.hypot(*(ends[pairs[:, 0]] - ends[pairs[:, 1]]).T)
    one, two = (_outward(lines[owner[p]], side[p]) for p in pairs.T)
    turn = np.degrees(np.arccos(np.clip(-(one * two).sum(axis=1), -1, 1)))
    towards = turn <= FACING
    uuid = frame["uuid"].to_numpy(dtype=object)[rows]
    drawn = _drawn_there(lines, ends, owner, city, uuid, twice, options.overlap_distance)
    near = same & (distance <= options.gap)
    goes_on, joined = np.zeros(
        (2, len(ends)), dtype=bool
    )  # a line of its own city: straight on, or to the side
    # What runs along the border in both cities' data is no road's way on.
    for one, two in (pairs.T, pairs.T[::-1]):
        goes_on[one[near & (turn <= 2 * STRAIGHT) & ~drawn[two].any(axis=1)]] = True
    joined[pairs[near].ravel()] = True
    towards &= (turn <= STRAIGHT) | ~(joined[pairs[:, 0]] | joined[pairs[:, 1]])
    leads = ~drawn[pairs[:, 0], city[owner[pairs[:, 1]]]] & ~drawn[pairs[:, 1], city[owner[pairs[:, 0]]]]
    across = leads & ~same & towards & ~goes_on[pairs[:, 0]] & ~goes_on[pairs[:, 1]]
    pairs, distance, turn = pairs[across], distance[across], turn[across]
    if not len(pairs):
        return findings.empty()
    cost = distance / options.border_gap + turn / FACING
    # A national or prefectural road has one number on both sides.
    road = pd.factorize(frame["route_key"].iloc[rows].str.extract(_NUMBERED, expand=False).to_numpy())[0]
    road = road[owner]
    cost -= 2.0 * ((road[pairs[:, 0]] == road[pairs[:, 1]]) & (road[pairs[:, 0]] >= 0))
    best = np.full(len(ends), np.inf)
    for column in pairs.T:
        np.minimum.at(best, column, cost)
    mutual = (cost <= best[pairs[:, 0]]) & (cost <= best[pairs[:, 1]]) & (distance > options.gap)
    a, b = owner[pairs[mutual]].T
    at = (ends[pairs[mutual, 0]] + ends[pairs[mutual, 1]]) / 2
    return findings.make("border_gap", "section", uuid[a], code[a], other_uuid=uuid[b], other_city=code[b],
                         x=at[:, 0], y=at[:, 1], distance=distance[mutual])  # fmt: skip


def _drawn_there(lines, ends, owner, city, uuid, twice: pd.DataFrame, reach: float) -> np.ndarray:
    """(ends, cities): whether a city has, beside an end of another's line, its own drawing of that line."""
    drawn = np.zeros((len(ends), city.max() + 1), dtype=bool)
    twice = twice[twice["kind"] == "border_section"]
    number = pd.Series(np.arange(len(uuid)), index=uuid)
    pairs = [twice[name].map(number).to_numpy() for name in ("uuid", "other_uuid")]
    known = ~pd.isna(pairs[0]) & ~pd.isna(pairs[1])
    one, two = (p[known].astype(int) for p in pairs)
    for line, other in ((one, two), (two, one)):
        for end in (line, line + len(lines)):
            beside = shapely.distance(shapely.points(ends[end]), lines[other]) <= reach
            drawn[end[beside], city[other[beside]]] = True
    return drawn


def _outward(lines, side) -> np.ndarray:
    """Unit vectors (n, 2) in which lines leave their start (0) or finish (1)."""
    length = shapely.length(lines)
    back = np.minimum(BACK, length)
    tip = shapely.get_coordinates(shapely.line_interpolate_point(lines, np.where(side == 0, 0.0, length)))
    root = shapely.get_coordinates(
        shapely.line_interpolate_point(lines, np.where(side == 0, back, length - back))
    )
    way = tip - root
    return way / np.maximum(np.hypot(*way.T), 1e-9)[:, None]
