"""Axis order and datum of a file, settled by all its points together.

Public: ``Survey``, ``check_geometries``, and from here also ``Decision``, ``place``, ``place_geometries``.
Unified model, sections 1 (X/Y swap), 3.6 (degrees) and 3.7 (datums).

No single point can decide: near the diagonal both orders of a point lie in its city, and no range of numbers
separates X from Y in this area. So the file votes in its city's polygon, then by distance to the routes that
its rows name, and where neither is clear the import stops and asks.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from .boundary import Boundary
from .crs import (
    CrsInfo,
    accepted,
    datum_twin,
    geographic_of,
    plane_codes,
    same_grid,
    transformer,
    zone_origins,
)
from .decision import (
    CITY_BUFFER_M,
    DATUM_TOLERANCE_M,
    EAST_FIRST,
    LEAD,
    NORTH_FIRST,
    ORDERS,
    ROUTE_NEAR_M,
    SHARE,
    Decision,
    axis_order,
    explain,
)
from .placing import Placed, PlacedGeometries, place, place_geometries, representative_points
from .points import city_in_japan, classes, in_japan, read
from .vote import Sample, route_distance, route_offset, winner

__all__ = [
    "Decision",
    "Placed",
    "PlacedGeometries",
    "RouteLines",
    "Survey",
    "check_geometries",
    "explain",
    "place",
    "place_geometries",
]

RouteLines = Mapping  # route_key -> line geometry in the store's CRS
STORE_CRS = "EPSG:6677"
_SAMPLE = 4000  # rows kept for medians and for the distance to routes
_MEDIAN_OF = 1000  # of them suffice for a median: its error is a thirtieth of their spread
_SHOWN = 20  # points given as evidence, to be shown on the map both ways
_ENOUGH = 5  # fewer points say nothing about a datum


class Survey:
    """Sees all points of one file, block by block (memory stays flat), then decides.

    ``declared_crs``: what the profile says; ``stated_crs``: what the file itself says (a .prj), if it does.
    ``order``: the profile's (auto, survey, math). ``kind``: "xy" (two columns), "latlon" (latitude column,
    longitude column) or "file" (geometry: first ordinate, second ordinate). ``routes``: lines by route key in
    ``target_crs``. ``confirmed``: a person has confirmed the CRS, so that no other datum is proposed.

    Raises GunmaneError E-CRS when neither CRS is given for plane coordinates.
    """

    def __init__(
        self,
        city: Boundary | None,
        declared_crs: str | None,
        order: str = "auto",
        kind: str = "xy",
        routes: RouteLines | None = None,
        *,
        stated_crs: str | None = None,
        target_crs: str = STORE_CRS,
        confirmed: bool = False,
    ):
        self.city, self.kind, self.routes = city, kind, routes or {}
        self.target = accepted(target_crs)
        self.confirmed = confirmed
        self._explicit = axis_order(order)
        self._assumed = kind == "latlon" and not (declared_crs or stated_crs)
        candidates = [c for c in (declared_crs, stated_crs) if c] or [None]
        infos = [self._candidate(c) for c in candidates]
        if len(infos) == 2 and same_grid(*infos):
            infos = infos[:1]
        self._crs: list[CrsInfo] = infos
        self._origins = zone_origins(self.target, *infos)
        self._votes = [_Votes() for _ in infos]
        self._points = self._nulls = self._defaults = self._halves = 0
        self._sample = Sample(_SAMPLE, 2)
        self._routed = Sample(_SAMPLE, 2, seed=20260401)

    def add(self, a, b, route_keys=None) -> None:
        """One block: the two columns as floats (NaN where unreadable), route keys where rows name one."""
        a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
        sorts = classes(a, b, self._crs[0], self._origins)
        self._nulls += int(sorts.null.sum())
        self._defaults += int(sorts.default.sum())
        self._halves += int(sorts.half.sum())
        usable = sorts.usable
        a, b = a[usable], b[usable]
        self._points += len(a)
        if not len(a):
            return
        self._sample.add(np.column_stack([a, b]))
        if route_keys is not None and self.routes:
            keys = np.asarray(route_keys, dtype=object)[usable]
            known = pd.Series(keys).isin(self.routes.keys()).to_numpy()
            self._routed.add(np.column_stack([a[known], b[known]]), keys[known])
        for info, votes in zip(self._crs, self._votes):
            votes.add(a, b, info, self.city)

    def add_geometries(self, geometries, route_keys=None) -> None:
        """One block of file geometry: a point of each geometry votes."""
        x, y = representative_points(geometries)
        self.add(x, y, route_keys)

    def decide(self) -> Decision:
        """What the points seen so far say."""
        info, votes, flags = self._choose_crs()
        order, method, error = self._choose_order(info, votes)
        by_range = self._by_range(info, votes)
        natural = self._natural(info)
        rules = []
        if method in ("convention", "declared") or (self.city is None and method == "range"):
            flags.append("W-UNCHECKED")
        if by_range and votes.swapped_only(natural):
            flags.append("W-LATLON")
        if order != natural and not error:
            rules.append("R-XYSWAP")
        if not same_grid(info, self.target):
            rules.append("C-DATUM" if not info.jgd else "C-CRS")
        evidence = {
            "points": self._points,
            "null_points": self._nulls,
            "default_points": self._defaults,
            "half_points": self._halves,
            "crs": [candidate.code for candidate in self._crs],
            "polygon": dict(votes.hits),
            "polygon_voters": votes.voters,
            "range": dict(votes.ranges),
        }
        proposed = self._other_crs(info, votes) if self._points else None
        if proposed is not None:
            error, evidence["other_crs"] = "E-DATUM", proposed
        if self._points and not error:
            near = self._route_votes(info)
            evidence["routes"], evidence["route_voters"] = near
            datum = self._datum_evidence(info, order, by_range)
            evidence["datum"] = datum
            if self._assumed and datum.get("distance_m", np.inf) > ROUTE_NEAR_M:
                flags.append("W-UNCHECKED")  # degrees of unstated datum: a polygon cannot tell 460 m
            if datum.get("proposes"):
                proposed = datum["twin"]
                flags.append("W-TOKYO" if info.jgd else "W-NOTTOKYO")
        if error or method == "routes":
            evidence["samples"] = self._shown(info)
            evidence.setdefault("routes", self._route_votes(info)[0])
        return Decision(
            order=order,
            crs=info.code,
            kind=self.kind,
            method=method if self._points else "empty",
            by_range=by_range,
            flags=tuple(dict.fromkeys(flags)),
            rules=tuple(rules),
            error=error,
            needs_confirmation=proposed is not None,
            proposed_crs=proposed,
            evidence=evidence,
        )

    def _candidate(self, crs) -> CrsInfo:
        if crs is None and self.kind == "latlon":
            return geographic_of(self.target)
        info = accepted(crs)
        # A profile's CRS may name the plane zone while this file's columns are degrees on the same datum.
        return geographic_of(info) if self.kind == "latlon" and not info.geographic else info

    def _natural(self, info: CrsInfo) -> str:
        """The order that the columns' names, the format or the CRS's own definition imply."""
        if self.kind == "latlon":
            return NORTH_FIRST
        if self.kind == "file" or info.geographic:
            return EAST_FIRST
        return NORTH_FIRST if info.north_first else EAST_FIRST

    def _choose_crs(self) -> tuple[CrsInfo, _Votes, list[str]]:
        if len(self._crs) == 1:
            return self._crs[0], self._votes[0], []
        if self.city is None:
            return self._crs[1], self._votes[1], ["W-CRSDIFF", "W-UNCHECKED"]
        if self._crs[0].geographic != self._crs[1].geographic:
            # Read as metres, degrees all lie at a zone's origin, which is inside this area: no vote there.
            degrees = self._votes[0].in_degrees() >= SHARE * max(self._points, 1)
            chosen = 0 if self._crs[0].geographic == degrees else 1
            return self._crs[chosen], self._votes[chosen], ["W-CRSDIFF"]
        best = [max(votes.hits.values()) for votes in self._votes]
        # Who declared the CRS knows more than a .prj that some program wrote, unless the points contradict.
        share = [hits / max(self._points, 1) for hits in best]
        chosen = 1 if share[1] >= SHARE and share[1] - share[0] >= LEAD else 0
        return self._crs[chosen], self._votes[chosen], ["W-CRSDIFF"]

    def _by_range(self, info: CrsInfo, votes: _Votes) -> bool:
        """Whether pairs are degrees to be tested against Japan's range."""
        abroad = self.kind != "latlon" and self.city is None and votes.in_degrees() == 0
        return info.geographic and city_in_japan(self.city) and not abroad

    def _choose_order(self, info: CrsInfo, votes: _Votes) -> tuple[str, str, str | None]:
        natural = self._natural(info)
        default = self._explicit or natural
        if not self._points:
            return default, "empty", None
        if self._by_range(info, votes):
            return natural, "range", None  # each pair that fits only when swapped is swapped by itself
        won, method = winner(votes.hits, votes.voters), "polygon"
        if won is None:
            won, method = winner(*self._route_votes(info)), "routes"
        if won is not None:
            contradicts = self._explicit is not None and won != self._explicit
            return (self._explicit or won), method, ("E-XYORDER" if contradicts else None)
        if self._explicit:
            return self._explicit, "declared", None
        if self.city is None or self.kind == "file":
            return natural, "convention", None
        return natural, "polygon", "E-XYAMBIG"

    def _read(self, rows: np.ndarray, info: CrsInfo, order: str, by_range: bool = False):
        """Sample rows as points in the store's CRS."""
        x, y = read(rows[:, 0], rows[:, 1], order)
        if by_range:
            swapped = in_japan(y, x) & ~in_japan(x, y)
            x, y = np.where(swapped, y, x), np.where(swapped, x, y)
        return transformer(info, self.target)(x, y)

    def _lines(self) -> np.ndarray:
        return np.array([self.routes[key] for key in self._routed.labels], dtype=object)

    def _route_votes(self, info: CrsInfo) -> tuple[dict[str, int], int]:
        if not len(self._routed):
            return dict.fromkeys(ORDERS, 0), 0
        lines = self._lines()
        near = {
            order: route_distance(*self._read(self._routed.rows, info, order), lines) <= ROUTE_NEAR_M
            for order in ORDERS
        }
        return {order: int(mask.sum()) for order, mask in near.items()}, int(
            np.logical_or(*near.values()).sum()
        )

    def _datum_evidence(self, info: CrsInfo, order: str, by_range: bool) -> dict:
        """Would the points fit better on the other datum? Only a proposal may come of it."""
        twin = datum_twin(info)
        if twin is None:
            return {}
        found: dict = {"twin": twin.code}
        if self.city is not None:
            for name, crs in (("share_declared", info), ("share_twin", twin)):
                x, y = self._read(self._sample.rows, crs, order, by_range)
                found[name] = round(float(self.city.contains(x, y, self.target).mean()), 4)
        if len(self._routed) < _ENOUGH:
            return found
        some = slice(None, None, -(-len(self._routed) // _MEDIAN_OF))  # spread over the whole file
        lines, rows = self._lines()[some], self._routed.rows[some]
        x, y = self._read(rows, info, order, by_range)
        other_x, other_y = self._read(rows, twin, order, by_range)
        known = np.isfinite(x) & np.isfinite(other_x)
        if known.sum() < _ENOUGH:
            return found
        x, y, other_x, other_y, lines = x[known], y[known], other_x[known], other_y[known], lines[known]
        expected = float(np.median(x - other_x)), float(np.median(y - other_y))
        east, north, rest = route_offset(x, y, lines, expected)
        here = float(np.median(route_distance(x, y, lines)))
        there = float(np.median(route_distance(other_x, other_y, lines)))
        found |= {
            "offset_m": [round(east, 1), round(north, 1)],
            "expected_m": [round(expected[0], 1), round(expected[1], 1)],
            "distance_m": round(here, 1),
            "distance_twin_m": round(there, 1),
            "routed_points": int(known.sum()),
        }
        close = max(abs(east - expected[0]), abs(north - expected[1])) <= DATUM_TOLERANCE_M
        if not self.confirmed and close and rest <= ROUTE_NEAR_M < here and there < here:
            found["proposes"] = True
        return found

    def _other_crs(self, info: CrsInfo, votes: _Votes) -> str | None:
        """What the file plainly is instead: degrees, or the one zone in which it lies in its city."""
        if not info.geographic and votes.in_degrees() >= SHARE * self._points:
            return geographic_of(info).code  # degrees in a CRS that counts metres
        if self.city is None or votes.voters or votes.in_degrees() or len(self._sample) < _ENOUGH:
            return None
        rows = self._sample.rows[:200]
        for code in plane_codes():
            for order in ORDERS:
                x, y = read(rows[:, 0], rows[:, 1], order)
                if (
                    self.city.contains(*transformer(code, self.city.home)(x, y), self.city.home).mean()
                    >= SHARE
                ):
                    return code
        return None

    def _shown(self, info: CrsInfo) -> list[dict]:
        rows = self._sample.rows[:_SHOWN]
        shown = [{"a": float(a), "b": float(b)} for a, b in rows]
        for order in ORDERS:
            x, y = self._read(rows, info, order)
            inside = (
                self.city.contains(x, y, self.target, CITY_BUFFER_M) if self.city else np.zeros(len(x), bool)
            )
            for point, east, north, hit in zip(shown, x, y, inside):
                place_xy = [round(float(east), 2), round(float(north), 2)] if np.isfinite(east) else None
                point[order] = {"xy": place_xy, "in_city": bool(hit)}
        return shown


class _Votes:
    """Hits under one CRS, by order: in the city's polygon, and in Japan if the numbers are degrees."""

    def __init__(self):
        self.hits = dict.fromkeys(ORDERS, 0)
        self.voters = 0
        self.ranges = {NORTH_FIRST: 0, EAST_FIRST: 0, "neither": 0}

    def add(self, a, b, info: CrsInfo, city: Boundary | None) -> None:
        fits = {order: in_japan(*read(a, b, order)) for order in ORDERS}
        for order in ORDERS:
            self.ranges[order] += int(fits[order].sum())
        self.ranges["neither"] += int((~np.logical_or(*fits.values())).sum())
        if city is None:
            return
        inside = {order: city.contains(*read(a, b, order), info, CITY_BUFFER_M) for order in ORDERS}
        for order in ORDERS:
            self.hits[order] += int(inside[order].sum())
        self.voters += int(np.logical_or(*inside.values()).sum())

    def in_degrees(self) -> int:
        """How many pairs are degrees in Japan in one order (the two ranges do not overlap)."""
        return self.ranges[NORTH_FIRST] + self.ranges[EAST_FIRST]

    def swapped_only(self, natural: str) -> int:
        """How many pairs of degrees fit Japan only against the order that the columns' names imply."""
        return self.ranges[EAST_FIRST if natural == NORTH_FIRST else NORTH_FIRST]


def check_geometries(
    geometries,
    crs_stated: str | None,
    crs_declared: str | None,
    city: Boundary | None,
    *,
    routes: RouteLines | None = None,
    route_keys=None,
    order: str = "auto",
    target_crs: str = STORE_CRS,
) -> Decision:
    """Axis order and datum of file geometry (points, lines, areas) by one point of each geometry."""
    survey = Survey(city, crs_declared, order, "file", routes, stated_crs=crs_stated, target_crs=target_crs)
    survey.add_geometries(np.asarray(geometries, dtype=object), route_keys)
    return survey.decide()
