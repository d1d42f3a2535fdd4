"""Where a ledger's places come from: geometry of the file or a pair of columns, its order, its CRS.

Public: ``PlaceProposal``, ``propose_place``. The vote is that of the import (layers.coordinates.settle.Survey):
with a boundary it checks the file's own statement, without one the statement is taken and flagged.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

import numpy as np

from ...i18n import tr
from ..coordinates.boundary import Boundary
from ..coordinates.cells import parse_cells
from ..coordinates.crs import accepted, datum_twin, friendly_name, plane_codes, plane_zone_at, transformer
from ..coordinates.decision import Decision, explain
from ..coordinates.settle import STORE_CRS, Survey, representative_points
from ..errors import GunmaneError
from .labels import Dictionary
from .ledgers import Ledger

_TOKYO = re.compile(r"日本測地系|旧測地系|tokyo ?datum|東京測地系", re.IGNORECASE)
_WORLD = "EPSG:4326"
_READABLE = 0.5
_INSIDE = 0.5  # at least so many points in the city, or the place is doubted


@dataclass
class PlaceProposal:
    """``kind``: file, latlon, xy, none. ``problem``: why the places cannot be taken, in words."""

    kind: str = "none"
    a: str | None = None
    b: str | None = None
    order: str = "auto"
    crs: str | None = None
    confirmed: bool = False
    confidence: float = 1.0
    reasons: list[str] = field(default_factory=list)
    flags: tuple[str, ...] = ()
    checked: bool = False  # by a boundary
    problem: str | None = None
    inside: float | None = None  # share of points in the city
    stated: str | None = None  # what the file itself says

    @property
    def columns(self) -> set[str]:
        return {c for c in (self.a, self.b) if c}


def propose_place(
    ledger: Ledger, words: Dictionary, city: Boundary | None, abroad: bool = False
) -> PlaceProposal:
    """The places of a ledger; kind "none" where it has none, ``problem`` where it has some that cannot be used.

    ``abroad``: the city is outside Japan, so that no range of numbers is wrong.
    """
    if ledger.has_geometry:
        return _of_file(ledger, city)
    if abroad:
        return _degrees_abroad(ledger, words, city) or PlaceProposal()
    pair = _angles(ledger, words)
    if pair:
        return _of_degrees(ledger, *pair, city)
    pair = _planes(ledger, words)
    if pair:
        return _of_planes(ledger, *pair, city)
    return _foreign(ledger, words) or PlaceProposal()


# -- geometry of the file ---------------------------------------------------------------------------------


def _of_file(ledger: Ledger, city) -> PlaceProposal:
    stated = ledger.raw.crs
    if stated:
        try:
            info = accepted(stated)
            # a datum that no known operation reaches is refused here, in words
            transformer(info, city.home if city else _WORLD)
        except GunmaneError as error:
            return PlaceProposal("none", problem=str(error), stated=stated, confidence=0.0)
        found = PlaceProposal("file", stated=info.code, confidence=0.95)
        found.reasons.append(tr("the file states {crs}", crs=friendly_name(info)))
        found.crs = None
        decision = _survey_file(ledger, city, None, stated)
        if decision.error == "E-DATUM" and decision.proposed_crs:
            found.crs, found.confidence = decision.proposed_crs, 0.7
            found.reasons.append(explain(decision))
            decision = _survey_file(ledger, city, found.crs, None)
        return _judged(found, decision, ledger, city, stated)
    return _unstated(ledger, city)


def _unstated(ledger: Ledger, city) -> PlaceProposal:
    """Geometry without a CRS: the one candidate that puts it into its city."""
    tried = []
    for code in _candidates(city):
        decision = _survey_file(ledger, city, code, None)
        tried.append((_share_inside(ledger, decision, city), code, decision))
    best = max(tried, key=lambda t: t[0], default=None)
    if city is not None and best and best[0] >= _INSIDE:
        found = PlaceProposal("file", crs=best[1], confidence=0.75)
        found.reasons.append(tr("the file states no coordinate system; only in {crs} it lies in the city",
                                crs=friendly_name(best[1])))  # fmt: skip
        return _judged(found, best[2], ledger, city, best[1])
    if city is None and _sample_in_japan(ledger):
        found = PlaceProposal("file", crs="EPSG:6668", confidence=0.65, flags=("W-UNCHECKED",))
        found.reasons.append(tr("degrees within Japan, datum not stated: taken as JGD2011, unchecked"))
        return found
    return PlaceProposal(
        problem=tr("The file has geometry but states no coordinate system, and none could be found."),
        confidence=0.0,
    )


def _survey_file(ledger: Ledger, city, declared, stated) -> Decision:
    survey = Survey(city, declared, "auto", "file", None, stated_crs=stated, target_crs=_home(city))
    for block in ledger.blocks:
        if block.geometry is not None:
            survey.add_geometries(block.geometry)
    return survey.decide()


def _points(ledger: Ledger):
    parts = [representative_points(b.geometry) for b in ledger.blocks if b.geometry is not None]
    return (
        (np.concatenate([p[0] for p in parts]), np.concatenate([p[1] for p in parts])) if parts else ((), ())
    )


def _sample_in_japan(ledger: Ledger) -> bool:
    x, y = _points(ledger)
    known = np.isfinite(x) & np.isfinite(y)
    inside = (x > 122) & (x < 154) & (y > 20) & (y < 46)
    return bool(known.any() and (inside & known).sum() >= 0.95 * known.sum())


def _share_inside(ledger: Ledger, decision: Decision, city) -> float:
    points = decision.evidence.get("points", 0)
    hits = decision.evidence.get("polygon", {})
    return max(hits.values(), default=0) / points if points and city is not None else 0.0


# -- two columns --------------------------------------------------------------------------------------------


def _angles(ledger: Ledger, words: Dictionary) -> tuple[str, str, list[str]] | None:
    """(latitude column, longitude column, notes): by label and by what the cells can be."""
    evidence = ledger.evidence
    role = {c: words.place_role(c) for c in ledger.columns}
    lat = [c for c in ledger.columns if evidence[c].share("lat") >= _READABLE]
    lon = [c for c in ledger.columns if evidence[c].share("lon") >= _READABLE]
    if not lat or not lon:
        return None
    named = [c for c in lat if role[c] == "lat"], [c for c in lon if role[c] == "lon"]
    if named[0] and named[1]:
        return named[0][0], named[1][0], []
    crossed = [c for c in lat if role[c] == "lon"], [c for c in lon if role[c] == "lat"]
    if crossed[0] and crossed[1]:
        return (
            crossed[0][0],
            crossed[1][0],
            [tr("the labels latitude and longitude are swapped: taken by the cells")],
        )
    if any(role.values()):
        named_any = [c for c in lat if role[c]], [c for c in lon if role[c]]
        if named_any[0] and named_any[1]:
            return named_any[0][0], named_any[1][0], []
    if len(lat) == len(lon) == 1:
        return lat[0], lon[0], [tr("found by the range of the cells, not by the labels")]
    return None


def _of_degrees(ledger: Ledger, lat: str, lon: str, notes: list[str], city) -> PlaceProposal:
    found = PlaceProposal("latlon", lat, lon, confidence=0.95 if not notes else 0.8)
    found.reasons += [tr("degrees in the columns {lat} and {lon}", lat=lat, lon=lon), *notes]
    says_tokyo = _says_tokyo(ledger, lat, lon)
    if says_tokyo:
        found.crs, found.stated = "EPSG:4301", "EPSG:4301"
        found.reasons.append(tr("the file says: old Japanese datum (Tokyo)"))
    try:
        decision = _survey_columns(ledger, lat, lon, "latlon", found.crs, city)
    except GunmaneError as error:
        found.kind, found.problem = "none", str(error)
        return found
    found.crs = found.crs or "EPSG:6668"
    if not says_tokyo:
        found.reasons.append(tr("datum not stated: taken as JGD2011"))
    return _judged(found, decision, ledger, city, found.crs)


def _planes(ledger: Ledger, words: Dictionary) -> tuple[str, str] | None:
    evidence = ledger.evidence
    by_role: dict[str, str] = {}
    for column in ledger.columns:
        role = words.place_role(column)
        if role in ("x", "y") and evidence[column].share("number") >= _READABLE:
            by_role.setdefault(role, column)
    return (by_role["x"], by_role["y"]) if len(by_role) == 2 else None


def _of_planes(ledger: Ledger, x: str, y: str, city) -> PlaceProposal:
    """Plane coordinates state no zone: the city's own place tells it, if there is a boundary."""
    if city is None:
        return PlaceProposal(
            problem=tr(
                "The columns {x} and {y} are plane coordinates, but the zone cannot be known without a boundary.",
                x=x, y=y,
            ),
            confidence=0.3,
        )  # fmt: skip
    tokyo = _says_tokyo(ledger, x, y)
    tried = []
    for code in _zones(city, tokyo):
        try:
            decision = _survey_columns(ledger, x, y, "xy", code, city)
        except GunmaneError:
            continue
        tried.append((_share_inside(ledger, decision, city), decision.error is None, code, decision))
    tried.sort(key=lambda t: (-t[0], not t[1]))
    if not tried or tried[0][0] < _INSIDE:
        return PlaceProposal(
            problem=tr("The columns {x} and {y} do not lie in the city in any plane zone.", x=x, y=y),
            confidence=0.2,
        )
    share, _, code, decision = tried[0]
    found = PlaceProposal("xy", x, y, "auto", code, confidence=0.9)
    found.reasons.append(tr("plane coordinates in the columns {x} and {y}", x=x, y=y))
    found.reasons.append(tr("zone by the city's area: {crs}", crs=friendly_name(code)))
    if not tokyo:
        found.reasons.append(tr("datum not stated: taken as JGD2011"))
    found = _judged(found, decision, ledger, city, code)
    if decision.error == "E-XYAMBIG":
        # Both orders lie in the city: the import asks the routes; nothing is fixed here.
        found.problem, found.confidence, found.kind = None, 0.65, "xy"
        found.reasons.append(explain(decision))
    return found


def _home(city: Boundary | None) -> str:
    """The metric CRS in which the places are judged."""
    return city.home.code if city is not None else STORE_CRS


def _degrees_abroad(ledger: Ledger, words: Dictionary, city) -> PlaceProposal | None:
    """Columns of degrees outside Japan. They are given as a pair of numbers (east first) in a stated CRS, because
    the reading of 緯度 and 経度 refuses what Japan has none of."""
    named = {words.place_role(c): c for c in reversed(ledger.columns) if words.place_role(c)}
    if not {"lat", "lon"} <= set(named):
        return None
    lat, lon = named["lat"], named["lon"]
    found = PlaceProposal("xy", lon, lat, "auto", _WORLD, confidence=0.8)
    found.reasons.append(tr("degrees in the columns {lat} and {lon}", lat=lat, lon=lon))
    if _no_latitude(ledger.evidence[lat]) and not _no_latitude(ledger.evidence[lon]):
        found.a, found.b, found.confidence = lat, lon, 0.75
        found.reasons.append(tr("the labels latitude and longitude are swapped: taken by the cells"))
    found.reasons.append(tr("datum not stated: taken as WGS 84"))
    try:
        decision = _survey_columns(ledger, found.a, found.b, "xy", _WORLD, city)
    except GunmaneError as error:
        found.kind, found.problem = "none", str(error)
        return found
    return _judged(found, decision, ledger, city, _WORLD)


def home_of(ledger: Ledger, place: PlaceProposal) -> str | None:
    """A metric CRS for a ledger's places, to make a store in; None where it has none."""
    if place.kind == "none" or place.problem or not ledger.blocks:
        return None
    block = ledger.blocks[0]
    if place.kind == "file":
        x, y = representative_points(block.geometry)
    else:
        cells = parse_cells(block.cells[place.a], block.cells[place.b], place.kind)
        x, y = (cells.b, cells.a) if place.kind == "latlon" else (cells.a, cells.b)
    x, y = transformer(place.crs or place.stated, _WORLD)(x, y)
    known = np.isfinite(x) & np.isfinite(y)
    return plane_zone_at(float(np.median(x[known])), float(np.median(y[known]))).code if known.any() else None


def _no_latitude(column) -> bool:
    """No city lies south of 56 degrees south or north of 80 degrees north."""
    middle = _middle(column)
    return middle is not None and not -56 <= middle <= 80


def _survey_columns(ledger: Ledger, a: str, b: str, kind: str, crs, city) -> Decision:
    survey = Survey(city, crs, "auto", kind, None, target_crs=_home(city))
    for block in ledger.blocks:
        cells = parse_cells(block.cells[a], block.cells[b], kind)
        survey.add(cells.a, cells.b)
    return survey.decide()


def _foreign(ledger: Ledger, words: Dictionary) -> PlaceProposal | None:
    """Columns that are called coordinates but hold what Japan has none of: refused in words."""
    evidence = ledger.evidence
    named = {words.place_role(c): c for c in ledger.columns if words.place_role(c)}
    if not {"lat", "lon"} <= set(named):
        return None
    lat, lon = evidence[named["lat"]], evidence[named["lon"]]
    if lat.empty or lon.empty:
        return None
    first, second = (next(iter(e.counts)) for e in (lat, lon))
    text = tr(
        "The columns {lat} and {lon} (for example {first}, {second}) hold no places in Japan.",
        lat=named["lat"], lon=named["lon"], first=first, second=second,
    )  # fmt: skip
    if _beyond(lat, 46) and not _beyond(lon, 90):
        text += " " + tr("They seem to be swapped: the latitude column holds longitudes.")
    return PlaceProposal(problem=text, confidence=0.0)


def _beyond(column, limit: float) -> bool:
    middle = _middle(column)
    return middle is not None and abs(middle) > limit


def _middle(column) -> float | None:
    values = []
    for text in list(column.counts)[:50]:
        try:
            values.append(float(text))
        except ValueError:
            continue
    return float(np.median(values)) if values else None


# -- judging ------------------------------------------------------------------------------------------------


def _judged(found: PlaceProposal, decision: Decision, ledger: Ledger, city, crs) -> PlaceProposal:
    found.reasons.append(explain(decision))
    found.flags = tuple(dict.fromkeys((*found.flags, *decision.flags)))
    if decision.error:
        found.problem, found.confidence = explain(decision), 0.3
        return found
    if decision.method == "empty":
        found.confidence = 0.5
        return found
    if city is None:
        found.flags = tuple(dict.fromkeys((*found.flags, "W-UNCHECKED")))
        found.confidence = min(found.confidence, 0.8)
        found.reasons.append(tr("no boundary: the file's own statement, unchecked"))
        return found
    found.checked = True
    found.inside = _inside(ledger, found, decision, city, crs)
    found.reasons.append(tr("{share}% of the points lie in the city", share=round(100 * found.inside)))
    if found.inside < _INSIDE:
        found.confidence = 0.4 if found.inside > 0 else 0.1
        found.flags = tuple(dict.fromkeys((*found.flags, "W-OUTSIDE")))
    twin = decision.evidence.get("datum", {})
    if twin.get("share_twin", 0) > twin.get("share_declared", 1) + 0.02:
        found.confidence = min(found.confidence, 0.65)
        found.reasons.append(tr("more points would lie in the city on {crs}: check the datum",
                                crs=friendly_name(datum_twin(accepted(crs)))))  # fmt: skip
    return found


def _inside(ledger: Ledger, found: PlaceProposal, decision: Decision, city: Boundary, crs) -> float:
    from ..coordinates.settle import place, place_geometries

    inside = known = 0
    for block in ledger.blocks[:3]:
        if found.kind == "file":
            if block.geometry is None:
                continue
            outside = place_geometries(block.geometry, decision, _home(city), city).outside_m
        else:
            cells = parse_cells(block.cells[found.a], block.cells[found.b], found.kind)
            outside = place(cells.a, cells.b, decision, _home(city), city).outside_m
        known += int(np.isfinite(outside).sum())
        inside += int((outside <= 200).sum())
    return inside / known if known else 0.0


def _candidates(city) -> list[str]:
    if city is None:
        return []
    home = city.home.code
    twin = datum_twin(city.home)
    return ["EPSG:6668", "EPSG:4301", home, *([twin.code] if twin else [])]


def _zones(city: Boundary, tokyo: bool) -> list[str]:
    """Plane zones to try: the city's own first, then its neighbours'."""
    home = city.home.code
    codes = [home, *(c for c in plane_codes() if c != home and accepted(c).jgd)]
    if tokyo:
        codes = [t.code for t in (datum_twin(accepted(c)) for c in codes) if t is not None]
    return codes


def _says_tokyo(ledger: Ledger, *columns: str) -> bool:
    texts = [*columns, *(p.stem for p in ledger.paths), *ledger.sheets]
    return any(_TOKYO.search(unicodedata.normalize("NFKC", t)) for t in texts)
