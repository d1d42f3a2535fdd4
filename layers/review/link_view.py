"""A possible link as a person looks at it: its two ends, the line between them, and the ends it could have instead."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, field

import shapely

from ..store import Store
from ..store.geometry_blob import decode
from .links import END, START, ends_of, road_name

REACH_M = 100.0  # how far an end may lie that a person chooses instead
KEPT = ("a", "b")


@dataclass(frozen=True)
class EndView:
    """An end of a section; ``end`` None: where the other one meets its middle.

    ``distance_m`` from the end that stays; ``score`` only of what the run weighed.
    """

    section: str  # uuid
    section_id: str
    end: str | None
    point: tuple[float, float]
    city: str
    label: str  # city and road
    distance_m: float = 0.0
    score: float | None = None
    bearing_diff: float | None = None


@dataclass
class LinkView:
    """``a``, ``b``: the ends as proposed. ``partners[keep]``: ends that the kept one ("a", "b") could be joined with,
    of other cities and within reach, those that the run weighed first, then by distance; the proposed one leads."""

    a: EndView
    b: EndView
    partners: dict[str, list[EndView]] = field(default_factory=dict)

    def kept(self, keep: str) -> EndView:
        return self.a if keep == "a" else self.b

    def nearest(self, keep: str, point: tuple[float, float], tolerance: float) -> EndView | None:
        """The partner whose end lies nearest to a point of the map, no farther than ``tolerance`` (metres)."""
        away = [(math.dist(end.point, point), n, end) for n, end in enumerate(self.partners.get(keep, ()))]
        best = min(away, default=None)
        return best[2] if best is not None and best[0] <= tolerance else None


def link_view(store: Store, detail: dict, reach: float = REACH_M) -> LinkView | None:
    """The view of an item's detail; None where a section is gone or has no geometry."""
    said = {side: detail.get(side) or {} for side in KEPT}
    found = _ends(store, [entry.get("section") for entry in said.values()])
    ends = {side: found.get((entry.get("section"), entry.get("end"))) for side, entry in said.items()}
    for side, other in (("a", "b"), ("b", "a")):
        if ends[side] is None and said[side].get("end") is None and ends[other] is not None:
            ends[side] = _met(store, found, said[side].get("section"), ends[other]["point"])
    if None in ends.values():
        return None
    view = LinkView(*(EndView(**ends[side]) for side in KEPT))
    weighed = detail.get("alternatives") or []
    figures = {(keep, e.get("section"), e.get("end")): e for e in weighed for keep in [e.get("keep", "a")]}
    for keep, other in (("a", "b"), ("b", "a")):
        if ends[keep]["end"] is None:
            continue  # a middle is met by an end, never the other way round
        figures[keep, ends[other]["section"], ends[other]["end"]] = detail
        view.partners[keep] = _partners(store, view.kept(keep), keep, figures, reach)
        if ends[other]["end"] is None:
            gap = math.dist(ends[other]["point"], ends[keep]["point"])
            told = {name: detail.get(name) for name in ("score", "bearing_diff")}
            view.partners[keep].append(EndView(**ends[other], distance_m=gap, **told))
        proposed = (ends[other]["section"], ends[other]["end"])
        view.partners[keep].sort(
            key=lambda e, p=proposed: (e.section, e.end) != p
        )  # stable: the rest as it was
    return view


def _met(store: Store, found: dict, section, point: tuple[float, float]) -> dict | None:
    """The place on a section where an end meets it."""
    own = found.get((section, START))
    row = store.con.execute("SELECT geom FROM section WHERE uuid = ?", (section,)).fetchone()
    geom = decode([row[0]])[0] if row else None
    if own is None or geom is None:
        return None
    spot = shapely.line_interpolate_point(geom, shapely.line_locate_point(geom, shapely.Point(point)))
    return {**own, "end": None, "point": (spot.x, spot.y)}


def find_end(store: Store, section, end) -> EndView | None:
    """An end by uuid or ``section_id``."""
    row = store.con.execute(
        "SELECT uuid FROM section WHERE (uuid = ? OR section_id = ?) AND vanished_at IS NULL",
        (section, section),
    ).fetchone()
    found = _ends(store, [row[0]]).get((row[0], end)) if row else None
    return None if found is None else EndView(**found)


def _partners(store: Store, kept: EndView, keep: str, figures: dict, reach: float) -> list[EndView]:
    x, y = kept.point
    near = store.con.execute(
        "SELECT s.uuid FROM rtree_section_geom r JOIN section s ON s.fid = r.id WHERE r.maxx >= ? AND r.minx <= ?"
        " AND r.maxy >= ? AND r.miny <= ? AND s.city_code <> ? AND s.vanished_at IS NULL",
        (x - reach, x + reach, y - reach, y + reach, kept.city),
    ).fetchall()
    wanted = {uuid for (uuid,) in near} | {section for side, section, _ in figures if side == keep}
    found = []
    for (section, end), own in _ends(store, sorted(w for w in wanted if w)).items():
        distance = math.dist(own["point"], kept.point)
        told = figures.get((keep, section, end), {})
        if own["city"] == kept.city or (distance > reach and not told):
            continue
        figures_of = {name: told.get(name) for name in ("score", "bearing_diff")}
        found.append(EndView(**own, distance_m=distance, **figures_of))
    found.sort(key=lambda e: (e.score is None, -(e.score or 0.0), e.distance_m, e.section, e.end))
    return found


def _ends(store: Store, uuids: list) -> dict[tuple[str, str], dict]:
    """(section, end) -> the fields of an EndView."""
    rows = store.con.execute(
        "SELECT s.uuid, s.section_id, s.city_code, s.route_key, (SELECT name_ja FROM route t WHERE t.route_key ="
        " s.route_key LIMIT 1), (SELECT name_ja FROM city c WHERE c.city_code = s.city_code LIMIT 1), s.geom"
        " FROM section s WHERE s.vanished_at IS NULL AND s.uuid IN (SELECT value FROM json_each(?)) ORDER BY s.uuid",
        (json.dumps([u for u in uuids if u]),),
    ).fetchall()
    found = {}
    for row, points in zip(rows, ends_of([row[6] for row in rows])):
        uuid, section_id, city, route, road, city_name, _ = row
        said = {
            "name": road,
            "route_key": route,
            "section_id": section_id,
            "city": city,
            "city_name": city_name,
        }
        for end, point in zip((START, END), points):
            if math.isfinite(point[0]):
                found[uuid, end] = {
                    "section": uuid, "section_id": section_id or uuid, "end": end, "city": city,
                    "point": (float(point[0]), float(point[1])), "label": road_name(said),
                }  # fmt: skip
    return found
