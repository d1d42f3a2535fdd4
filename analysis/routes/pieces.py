"""The network's pieces as arrays, in an order that the input's order does not show in."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from ...i18n import tr
from ...schema import model, spelling_key
from .options import RouteOptions

# Class scale of the unified model, section 8.1; roads outside it are as minor as other city roads.
SCALE = {"C1": 1, "C2": 2, "C3": 3, "P1": 0, "P2": 0, "N1": -1, "N2": -1, "X1": 3, "X2": 3, "X3": 3, "X4": 3}
# Names that say only that there is none; the words for road classes are taken from the schema.
_NO_NAME = {
    "",
    "-",
    "無名",
    "無名道路",
    "名称なし",
    "名称未定",
    "なし",
    "不明",
    "市道",
    "町道",
    "村道",
    "道路",
    "none",
    "nan",
}
_KEY = re.compile(r"^(\d{5,6})-([A-Z]\d?)-(.+)$")
_TURN = 1 << 20  # steps of a full turn in which bearings are compared for order


@dataclass
class Pieces:
    """One entry a piece, sorted by place. Codes are -1 where nothing is known.

    An *end* is 2 * piece (start) or 2 * piece + 1 (end); ``node`` and ``bearing`` have one entry an end. ``bearing``:
    degrees clockwise from north in which the piece leaves its node.
    """

    rows: np.ndarray  # place in the input
    section: np.ndarray  # code into sections
    sections: np.ndarray
    part: np.ndarray
    length: np.ndarray
    city: np.ndarray
    cities: list
    key: np.ndarray  # (city, route_key or name) as written: what a person calls one road
    keys: list  # (city_code, route_key or None, name or None)
    parts: list  # (road class, number) of each of keys, as ``key_parts`` has it
    unit: np.ndarray  # one number: pieces of one unit that touch are one road
    name: np.ndarray
    beyond: np.ndarray  # numbered by the state or the prefecture
    scale: np.ndarray  # float, NaN unknown
    width: np.ndarray
    oneway: np.ndarray
    twin: np.ndarray  # code of the reference's section
    node: np.ndarray
    bearing: np.ndarray
    geom: np.ndarray

    def __len__(self) -> int:
        return len(self.rows)


def read(network: pd.DataFrame, options: RouteOptions) -> tuple[Pieces, list[tuple]]:
    """The pieces that can be used, and (code, section, reason) of those that cannot or only in part.

    Raises KeyError with the column's name where one that is needed is missing.
    """
    needed = ["section", "city_code", "node_from", "node_to", "geom"]
    missing = [name for name in needed if name not in network]
    if missing:
        raise KeyError(", ".join(missing))
    geom = network["geom"].to_numpy(object)
    is_line = shapely.get_type_id(geom) == 1
    full = is_line & ~shapely.is_empty(geom)
    start, end = _ints(network["node_from"]), _ints(network["node_to"])
    usable = full & (start > 0) & (end > 0) & network["section"].notna().to_numpy()
    findings = [
        ("E-NETPIECE", network["section"].iloc[n], tr("No line or no nodes: the piece is in no route."))
        for n in np.flatnonzero(~usable)
    ]
    rows = np.flatnonzero(usable)
    geom, start, end = geom[rows], start[rows], end[rows]
    length = _numbers(network, "length_m", rows)
    unknown = ~np.isfinite(length)
    if unknown.any():
        length[unknown] = shapely.length(geom[unknown])
    section, sections = pd.factorize(network["section"].to_numpy(object)[rows])
    part = _numbers(network, "part", rows)
    part = np.where(np.isfinite(part), part, 1).astype(np.int64)
    order = _by_place(start, end, length, section, sections, part)
    bearing = bearings(geom, options.bearing_m).reshape(-1, 2)  # in the order in which lines lie in memory
    rows, geom, length, section, part = (a[order] for a in (rows, geom, length, section, part))
    node = np.column_stack([start[order], end[order]]).ravel()
    city, cities = pd.factorize(network["city_code"].to_numpy(object)[rows])
    key, keys, parts, unit, name = _roads(network, rows, city, cities)
    rc, classes = _codes(network, "rc", rows)
    oneway = _numbers(network, "oneway", rows)
    found = Pieces(
        rows=rows,
        section=section,
        sections=np.asarray(sections, object),
        part=part,
        length=length,
        city=city,
        cities=[str(c) for c in cities],
        key=key,
        keys=keys,
        parts=parts,
        unit=unit,
        name=name,
        beyond=np.array([*(p is not None and p[0][0] in "NP" for p in parts), False])[key],
        scale=np.array([*(SCALE.get(c, np.nan) for c in classes), np.nan])[rc],
        width=_positive(_numbers(network, "width_m", rows)),
        oneway=np.where(np.isfinite(oneway), np.sign(oneway), 0).astype(np.int8),
        twin=_twins(network, rows, section, sections),
        node=node,
        bearing=bearing[order].ravel(),
        geom=geom,
    )
    return found, findings


def bearings(lines: np.ndarray, reach: float) -> np.ndarray:
    """For the start and the end of each line the direction in which it leaves, degrees clockwise from north.

    Towards the point ``reach`` metres along the line, or its other end where it is shorter; 0: the next vertex.
    """
    xy, owner = shapely.get_coordinates(lines, return_index=True)
    counts = np.bincount(owner, minlength=len(lines))
    last = np.cumsum(counts) - 1
    at = np.column_stack([last - counts + 1, last]).ravel()
    step = np.tile([1, -1], len(lines))
    left = np.repeat(counts - 1, 2)  # segments still ahead
    tip = xy[np.minimum(at + step * (left > 0), len(xy) - 1)] if len(xy) else np.empty((0, 2))
    origin = xy[at] if len(xy) else tip
    went = np.hypot(*(tip - origin).T)
    # Walk on only where the first segment was too short: k-th vertex of all such ends at once.
    walk = np.flatnonzero((left > 1) & (went < max(reach, 1e-9)))
    here, ahead, gone = at[walk] + step[walk], left[walk] - 1, went[walk]
    while len(walk):
        nxt = xy[here + step[walk]]
        base = xy[here]
        seg = np.hypot(*(nxt - base).T)
        share = np.where(seg > 0, np.clip((reach - gone) / np.where(seg > 0, seg, 1), 0, 1), 1)
        share = np.where((reach <= 0) & (seg > 0), 1, share)
        tip[walk] = base + (nxt - base) * share[:, None]
        gone, ahead, here = gone + seg, ahead - 1, here + step[walk]
        on = (ahead > 0) & (gone < max(reach, 1e-9))
        walk, here, ahead, gone = walk[on], here[on], ahead[on], gone[on]
    dx, dy = (tip - origin).T
    return np.degrees(np.arctan2(dx, dy)) % 360.0


def deflection(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """By how much a way turns that comes in by one end and leaves by the other: 0 straight on, 180 back."""
    turn = np.abs((a - b) % 360.0 - 180.0)
    return np.round(turn, 6)  # what differs by rounding of floats alone is equal


def around(node: np.ndarray, bearing: np.ndarray) -> np.ndarray:
    """Ends sorted by node and then around it; of equal bearings the earlier piece first."""
    turn = np.round(bearing * (_TURN / 360.0)).astype(np.int64) % _TURN
    return np.argsort(node * _TURN + turn, kind="stable")


def normal_name(text) -> str | None:
    """A road's name in its comparison form, None where it names nothing."""
    if text is None or text != text:
        return None
    name = spelling_key(str(text))
    return None if name in _NO_NAME or name in _classes() else name


@functools.lru_cache(maxsize=1)
def _classes() -> frozenset[str]:
    """Words for road classes: a road that is called only so has no name."""
    codes = model().code_lists["RC"].codes.values()
    return frozenset(spelling_key(text) for c in codes for text in (c.code, c.ja, c.en, *c.aliases))


def unit_of(city: str, key: str | None, name: str | None) -> tuple | None:
    """What is one road: a city's number; a national one anywhere, a prefectural one in its prefecture; else a name."""
    if key:
        return _unit(city, key, _KEY.match(key))
    return ("name", name) if name else None


def _unit(city: str, key: str, match: re.Match | None) -> tuple:
    if match is None:
        return ("key", city, key)
    place, rc, rest = match.groups()
    if rc[0] == "N":
        return ("N", rest)
    if rc[0] == "P":
        return ("P", place[:2], rest)
    return ("key", key)


def key_parts(key: str | None) -> tuple[str, str] | None:
    """(road class, number with branch) of a route key; None where it is not written as one."""
    return _parts(_KEY.match(key or ""))


def _parts(match: re.Match | None) -> tuple[str, str] | None:
    if match is None:
        return None
    rc, number = match.group(2, 3)
    if number[0] == "0":
        bare = number.lstrip("0")
        number = bare if bare[:1].isdecimal() else "0" + bare
    return rc, number


def _roads(network, rows, city, cities) -> tuple[np.ndarray, list, list, np.ndarray, np.ndarray]:
    """(place in keys, keys, parts, unit, name) of the pieces; texts are read once for each distinct one."""
    route, routes = _codes(network, "route_key", rows)
    label, labels = _codes(network, "name", rows)
    normal = [normal_name(text) for text in labels]
    names = {text: n for n, text in enumerate(sorted({n for n in normal if n}))}
    name = np.array([*(names.get(n, -1) if n else -1 for n in normal), -1], np.int64)[label]
    # Distinct (city, number or name) at once: a road is called by its number, by its name only where it has none.
    own = np.where(route >= 0, route, np.where(name >= 0, len(routes) + name, -1))
    wide = len(routes) + len(names) + 1
    codes, combos = pd.factorize(city * np.int64(wide) + own + 1)
    first = np.empty(len(combos), np.int64)
    first[codes[::-1]] = np.arange(len(rows))[::-1]  # the first is written last
    named = np.flatnonzero(name >= 0)[::-1]
    called = np.full(len(combos), -1, np.int64)
    called[codes[named]] = label[named]
    place, number, word = city[first], route[first], name[first]
    matches = [_KEY.match(key) for key in routes]
    split = [_parts(match) for match in matches]
    keys = list(
        zip(
            np.array([*map(str, cities), ""], object)[place].tolist(),
            np.array([*routes, None], object)[number].tolist(),
            np.array([*labels, None], object)[called].tolist(),
        )
    )
    parts = [split[n] if n >= 0 else None for n in number.tolist()]
    # What is one road (``unit_of``), as whole numbers: of a number, a name, or a number that is one in its city only.
    known: dict[tuple, int] = {}
    of_number = np.array(
        [*(known.setdefault(_unit("", key, m), len(known)) for key, m in zip(routes, matches)), -1], np.int64
    )
    foreign = np.array([*(match is None for match in matches), False])
    unit = np.where(number >= 0, of_number[number], np.where(word >= 0, len(known) + word, -1))
    bound = foreign[number]
    unit[bound] += len(known) + len(names) + (place[bound] + 1) * np.int64(len(known))
    dense, unit = np.unique(unit, return_inverse=True)
    unit = unit - (len(dense) > 0 and dense[0] < 0)
    return codes, keys, parts, unit[codes], name


def _twins(network, rows, section, sections) -> np.ndarray:
    """Each piece's reference section; -1 for a piece of its own, also where the reference is not in the network."""
    of = np.full(len(sections), -1, np.int64)
    if "twin_of" not in network:
        return of[section]
    twin = np.flatnonzero(network["twin_of"].notna().to_numpy()[rows])
    if not len(twin):
        return of[section]
    texts = network["twin_of"].to_numpy(object)[rows[twin]]
    texts = np.array([str(text).strip() for text in texts], object)
    np.maximum.at(of, section[twin], places(texts, sections))
    of[of == np.arange(len(of))] = -1
    end = np.where(of >= 0, of, np.arange(len(of)))
    for _ in range(8):  # a twin of a twin follows the last; who points in a circle is his own
        end = np.where(of[end] >= 0, of[end], end)
    end[of[end] >= 0] = -1
    end = np.where(end == np.arange(len(of)), -1, end)
    return end[section]


def places(wanted: np.ndarray, things: np.ndarray) -> np.ndarray:
    """Where each of a few wanted things stands among many distinct ones; -1 for none."""
    codes, few = pd.factorize(wanted)
    hit = pd.Index(few, dtype=object).get_indexer(pd.Index(things, dtype=object))
    at = np.full(len(few) + 1, -1, np.int64)
    there = np.flatnonzero(hit >= 0)
    at[hit[there]] = there
    return at[codes]


def _by_place(start, end, length, section, sections, part) -> np.ndarray:
    """Order by nodes, whichever way a line runs; the section's text only where two lie on one another."""
    low, high = np.minimum(start, end), np.maximum(start, end)
    code = low * (high.max(initial=0) + 1) + high
    order = np.argsort(code, kind="stable")
    same = np.flatnonzero(np.diff(code[order]) == 0)
    if len(same):
        tied = np.union1d(same, same + 1)
        at = order[tied]
        ties = pd.DataFrame({
            "code": code[at], "length": np.round(length[at], 3),
            "section": np.asarray(sections, object)[section[at]].astype(str), "part": part[at], "at": at,
        })  # fmt: skip
        order[tied] = ties.sort_values(["code", "length", "section", "part"], kind="stable")["at"].to_numpy()
    return order


def _codes(network: pd.DataFrame, name: str, rows: np.ndarray) -> tuple[np.ndarray, list]:
    """(row -> place in the list, distinct texts); blank is -1. A missing column is blank."""
    if name not in network:
        return np.full(len(rows), -1, np.int64), []
    codes, found = pd.factorize(network[name].to_numpy(object)[rows])
    texts = [str(value).strip() for value in found]
    blank = np.array([*(text == "" for text in texts), True])
    return np.where(blank[codes], -1, codes), texts


def _numbers(network: pd.DataFrame, name: str, rows: np.ndarray) -> np.ndarray:
    if name not in network:
        return np.full(len(rows), np.nan)
    values = pd.to_numeric(network[name], errors="coerce").to_numpy(float, na_value=np.nan)
    return values[rows]


def _ints(column: pd.Series) -> np.ndarray:
    values = pd.to_numeric(column, errors="coerce").to_numpy(float, na_value=np.nan)
    return np.where(np.isfinite(values), values, 0).astype(np.int64)


def _positive(values: np.ndarray) -> np.ndarray:
    with np.errstate(invalid="ignore"):
        return np.where(values > 0, values, np.nan)
