"""What the map knows of each damage: school, emergency and bus routes, traffic, places nearby, repeated requests.

A layer that is not there is named in ``Facts.absent``, with the reason; it is never a column of zeros.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
import shapely

from ...schema import model
from .. import locating
from ..standards import Prepared, columns
from .preset import Preset

# Why a factor does not count. The last two are known only to who read the layers.
NO_LAYER, EMPTY_LAYER, NO_VALUES = "no_layer", "empty_layer", "no_values"
NO_PLACES, BARE_DAMAGES = "no_places", "bare_damages"
_RK = {"school": ("SR",), "bus": ("BR",), "emergency": ("ER",)}
_COLUMN = {"school": "is_school", "bus": "is_bus", "emergency": "em", "traffic": "adt"}
_MAIN = "主"
_EM_CODE = re.compile(r"EM[ _-]?([0-9C])", re.IGNORECASE)


@dataclass(frozen=True)
class Layers:
    """Tables of the store, all in one plane CRS in metres; None: there is no such layer.

    ``sections`` T03 (section_id, em, adt, speed_kmh, is_school, is_bus, geom), ``routes`` T02 (route_key and the same),
    ``references`` T28 (kind, geom, ``em`` of emergency lines where it is known), ``requests`` T05 (uuid, received_at,
    dt, geom), ``links`` T08 (req_uuid, dmg_uuid, link_type).
    """

    sections: pd.DataFrame | None = None
    routes: pd.DataFrame | None = None
    references: pd.DataFrame | None = None
    requests: pd.DataFrame | None = None
    links: pd.DataFrame | None = None


@dataclass
class Facts:
    """One entry a damage. ``em``: code or None; ``adt``, ``speed_kmh``: NaN where nobody knows; ``repeats``: number
    of other requests. ``absent``: factor -> why it does not count. ``flags``: (code, field, rows)."""

    school: np.ndarray
    bus: np.ndarray
    poi: np.ndarray
    em: np.ndarray
    adt: np.ndarray
    speed_kmh: np.ndarray
    repeats: np.ndarray
    absent: dict[str, str] = field(default_factory=dict)
    flags: list = field(default_factory=list)


def gather(ready: Prepared, layers: Layers, preset: Preset, until: np.datetime64) -> Facts:
    """The facts of every damage. ``until``: the first moment after the list's day; later requests do not count."""
    look = _Look(ready, layers, preset)
    absent: dict[str, str] = {}
    flags: list = []
    school = look.marked("school", absent, flags)
    bus = look.marked("bus", absent, flags)
    em = look.emergency(absent, flags)
    return Facts(
        school=school,
        bus=bus,
        poi=look.places(absent),
        em=em,
        adt=look.number("adt", absent),
        speed_kmh=look.number("speed_kmh", {}),
        repeats=look.repeats(absent, until),
        absent=absent,
        flags=flags,
    )


def with_sections(
    damages: pd.DataFrame, sections: pd.DataFrame | None, preset: Preset | None = None
) -> pd.DataFrame:
    """The damages with ``section_id`` filled where it was empty: the nearest section within reach of the place.

    To be done before judging, which reads the section's measures and emergency class.
    """
    if sections is None or not len(sections) or "geom" not in damages or "geom" not in sections:
        return damages
    within = (preset or Preset.of())["scope.section_within_m"]
    own = columns.texts(damages, "section_id")
    empty = np.flatnonzero(own == None)  # noqa: E711 elementwise
    if not len(empty):
        return damages
    x, y = locating.points_of(damages["geom"].to_numpy(object)[empty])
    names = columns.texts(sections, "section_id")
    found = locating.LineIndex.of(sections["geom"].to_numpy(object), names.astype(str)).locate(x, y, within)
    filled = own.copy()
    filled[empty] = np.append(names, None)[found.line]
    return damages.assign(section_id=filled)


def em_codes(table: pd.DataFrame) -> np.ndarray:
    """The column ``em`` as codes of the list EM, however it is spelled (第1次, 一次, EM1, 1); else as it stands."""
    known = model().code_lists["EM"]
    codes, found = columns.distinct(columns.texts(table, "em"))
    read = np.full(len(found) + 1, None, object)
    for n, text in enumerate(found):
        short = _EM_CODE.fullmatch(text)
        code = known.find(short.group(1) if short else text)
        read[n] = code.code if code else text
    return read[codes]


class _Look:
    """The damages' places and their rows in the layers, looked up once."""

    def __init__(self, ready: Prepared, layers: Layers, preset: Preset):
        self.layers, self.preset = layers, preset
        self.ready = ready
        n = len(ready)
        self.x, self.y = np.full(n, np.nan), np.full(n, np.nan)
        if "geom" in ready.frame:
            self.x, self.y = locating.points_of(ready.frame["geom"].to_numpy(object))
        self.sources = [(ready.frame, np.arange(n))]
        frame = with_sections(ready.frame, layers.sections, preset)
        for table, key, own in (
            (layers.sections, "section_id", columns.texts(frame, "section_id")),
            (layers.routes, "route_key", ready.route),
        ):
            if table is not None and len(table):
                self.sources.append((table, _rows_of(columns.texts(table, key), own)))

    def marked(self, factor: str, absent: dict, flags: list) -> np.ndarray:
        """True where the section or route says so, or a line of that layer runs within reach."""
        found, known = np.zeros(len(self.x), bool), np.zeros(len(self.x), bool)
        said = False
        for table, at in self.sources:
            truth = np.append(columns.truths(table, _COLUMN[factor]), -1)
            said |= bool((truth >= 0).any())
            own = truth[at]
            found |= ~known & (own == 1)
            known |= own >= 0
        lines, _ = self._lines(factor)
        if len(lines):
            found |= locating.near_places(self.x, self.y, lines, self.preset[f"factors.{factor}.within_m"])
        elif not said:
            absent[factor] = self._why(self.layers.references)
        elif not known.all():
            flags.append(("W-PRIOUNKNOWN", _COLUMN[factor], np.flatnonzero(~known)))
        return found

    def emergency(self, absent: dict, flags: list) -> np.ndarray:
        values = self.preset["factors.emergency.values"]
        em, said = np.full(len(self.x), None, object), False
        for table, at in self.sources:
            own = np.append(em_codes(table), None)
            said |= bool((own != None).any())  # noqa: E711 elementwise
            em = np.where(em == None, own[at], em)  # noqa: E711 elementwise
        codes, found = columns.distinct(em)
        strange = np.array([code not in values and code != "0" for code in found] + [False])[codes]
        if strange.any():
            flags.append(("W-PRIOCODE", "em", np.flatnonzero(strange)))
            em[strange] = None
        lines, classes = self._lines("emergency")
        if len(lines):
            em = self._stronger(em, lines, classes, flags)
        elif not said:
            absent["emergency"] = self._why(self.layers.references)
        elif (em == None).any():  # noqa: E711 elementwise
            flags.append(("W-PRIOUNKNOWN", "em", np.flatnonzero(em == None)))  # noqa: E711 elementwise
        return em

    def _stronger(self, em, lines, classes, flags) -> np.ndarray:
        """The higher class of what the road says and of the lines within reach, class by class."""
        values, em = self.preset["factors.emergency.values"], em.copy()
        unknown = self.preset["factors.emergency.unknown"]
        vague = np.array([code not in values and code != "0" for code in classes], bool)
        grades = np.where(vague, unknown, classes)
        worth = _worth(em, values)
        for grade in sorted({g for g in grades if g != "0"}, key=lambda g: (values.get(g, 0), g)):
            for doubtful in (True, False):
                mine = lines[(grades == grade) & (vague == doubtful)]
                if not len(mine):
                    continue
                near = locating.near_places(self.x, self.y, mine, self.preset["factors.emergency.within_m"])
                near &= values.get(grade, 0) > worth
                em[near] = grade
                worth[near] = values.get(grade, 0)
                if doubtful and near.any():
                    flags.append(("W-PRIOEMCLASS", "em", np.flatnonzero(near)))
        return em

    def number(self, name: str, absent: dict) -> np.ndarray:
        """A measure of the road: the damage's own, else the section's, else the route's."""
        found, said = np.full(len(self.x), np.nan), False
        for table, at in self.sources:
            values, _ = columns.numbers(table, name)
            values = np.append(np.where(np.isfinite(values) & (values >= 0), values, np.nan), np.nan)
            said |= bool(np.isfinite(values).any())
            found = np.where(np.isnan(found), values[at], found)
        if name == "adt" and not said:
            roads = any(t is not None and len(t) for t in (self.layers.sections, self.layers.routes))
            absent["traffic"] = NO_VALUES if roads else self._why(self.layers.sections)
        return found

    def places(self, absent: dict) -> np.ndarray:
        table = self.layers.references
        places = np.zeros(0, object)
        if table is not None and len(table) and "geom" in table:
            kinds = np.isin(columns.texts(table, "kind").astype(str), self.preset["factors.poi.kinds"])
            places = _usable(table["geom"].to_numpy(object)[kinds])
        if not len(places):
            absent["poi"] = self._why(table)
            return np.zeros(len(self.x), bool)
        return locating.near_places(self.x, self.y, places, self.preset["factors.poi.within_m"])

    def repeats(self, absent: dict, until: np.datetime64) -> np.ndarray:
        """Other requests of the same kind of damage, near in place and time (unified model, section 5)."""
        count = np.zeros(len(self.x), int)
        requests = self.layers.requests
        if requests is None or not len(requests) or "geom" not in requests:
            absent["repeat"] = self._why(requests)
            return count
        x, y = locating.points_of(requests["geom"].to_numpy(object))
        moment = columns.moments(requests, "received_at")
        usable = np.isfinite(x) & ~np.isnat(moment)
        if not usable.any():
            absent["repeat"] = EMPTY_LAYER
            return count
        usable &= moment < until
        reach, days = self.preset["factors.repeat.within_m"], self.preset["factors.repeat.days"]
        mine, other, metres = locating.pairs_within(self.x, self.y, np.where(usable, x, np.nan), y, reach)
        group, other_group = self._groups(self.ready.dt), self._groups(columns.texts(requests, "dt"))
        same = (group[mine] == other_group[other]) & (group[mine] != None)  # noqa: E711 elementwise
        gap = np.abs(self.ready.start[mine] - moment[other])
        near = same & (gap <= np.timedelta64(round(days * 86400), "s"))
        return self._others(mine[near], other[near], requests)

    def _others(self, mine, other, requests) -> np.ndarray:
        """Numbers of requests without the one that the damage itself was reported by."""
        own = columns.texts(self.ready.frame, "uuid")
        linked = np.zeros(len(self.x), bool)
        counts = np.ones(len(mine), bool)
        links = self.layers.links
        if links is not None and len(links):
            main = columns.texts(links, "link_type") == _MAIN
            damage = columns.texts(links, "dmg_uuid")[main]
            request = columns.texts(links, "req_uuid")[main]
            linked = np.isin(own.astype(str), damage.astype(str))
            pairs = pd.MultiIndex.from_arrays([damage.astype(str), request.astype(str)])
            ids = columns.texts(requests, "uuid")
            asked = pd.MultiIndex.from_arrays([own[mine].astype(str), ids[other].astype(str)])
            counts = ~asked.isin(pairs)
        found = np.bincount(mine[counts], minlength=len(self.x))
        words = self.preset["factors.repeat.own_report"]
        reported = np.isin(columns.texts(self.ready.frame, "found_by").astype(str), words)
        return np.where(reported & ~linked, np.maximum(found - 1, 0), found)

    def _groups(self, dt: np.ndarray) -> np.ndarray:
        alias = {code: group[0] for group in self.preset["factors.repeat.same_kind"] for code in group}
        codes, found = columns.distinct(dt)
        return np.array([*(alias.get(code, code) for code in found), None], object)[codes]

    def _lines(self, factor: str) -> tuple[np.ndarray, np.ndarray]:
        table = self.layers.references
        if table is None or not len(table) or "geom" not in table:
            return np.zeros(0, object), np.zeros(0, object)
        here = np.isin(columns.texts(table, "kind").astype(str), _RK[factor])
        lines = table["geom"].to_numpy(object)[here]
        good = ~shapely.is_missing(lines) & ~shapely.is_empty(lines)
        return lines[good], em_codes(table)[here][good]

    @staticmethod
    def _why(table: pd.DataFrame | None) -> str:
        return NO_LAYER if table is None else EMPTY_LAYER


def _usable(geometries: np.ndarray) -> np.ndarray:
    return geometries[~shapely.is_missing(geometries) & ~shapely.is_empty(geometries)]


def _worth(em: np.ndarray, values: dict) -> np.ndarray:
    codes, found = columns.distinct(em)
    return np.array([*(values.get(code, 0.0) for code in found), 0.0], float)[codes]


def _rows_of(keys: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """The row of each wanted key (the first of equal ones), -1 where there is none."""
    index = pd.Index(keys)
    keep = np.flatnonzero(~index.duplicated() & (keys != None))  # noqa: E711 elementwise
    if not len(keep):
        return np.full(len(wanted), -1)
    at = index[keep].get_indexer(wanted)
    return np.where(at >= 0, keep[at], -1)
