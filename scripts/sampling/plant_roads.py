"""Little road works on empty ground, each with one fault of drawing, or with what only looks like one.

A fault is drawn in metres about (0, 0), turned at random, and set down where no road is near.
"""

from __future__ import annotations

import numpy as np
from shapely.geometry import LineString, Point

from .plant_ground import Ground, along_borders
from .roads import _describe, route_key

PER_CITY = 4
FAR = Point(9e6, 9e6)  # no school is near
ROOM = 95.0  # metres from the middle of a work to the next road


def plant(world, new, record, rng) -> None:
    builders = {code: _Builder(code, world, new[code], rng) for code in world["cities"]}
    for builder in builders.values():
        for draw in FAULTS:
            for _ in range(PER_CITY):
                draw(builder, record)
        for draw in NEAR_MISSES:
            for _ in range(2):
                draw(builder, record)
    _over_the_border(world, builders, record, rng)


class _Builder:
    """One city's new roads: numbers, attributes, and the ground they stand on."""

    def __init__(self, code, world, new, rng):
        self.ground, self.world, self.new, self.rng, self.code = Ground(code, world), world, new, rng, code
        own = [r["route_no"] for r in world["cities"][code]["routes"] if r["rc"] == "C3"]
        self.next = max(n for n in own if n < 9000) + 1
        self.spots: list = []

    def place(self, room: float = ROOM):
        """(x, y, turn) of ground without roads."""
        inner = self.ground.polygon.buffer(-room - 60)
        x0, y0, x1, y1 = inner.bounds
        for _ in range(20000):
            x, y = float(self.rng.uniform(x0, x1)), float(self.rng.uniform(y0, y1))
            point = Point(x, y)
            if (
                inner.contains(point)
                and not len(self.ground.tree.query(point, predicate="dwithin", distance=room))
                and all(np.hypot(x - a, y - b) > 2 * room for a, b in self.spots)
            ):
                self.spots.append((x, y))
                return x, y, float(self.rng.uniform(0, 2 * np.pi))
        raise RuntimeError(f"{self.code}: no ground is left")

    def roads(self, spot, *roads) -> list[list[dict]]:
        """Sections of each road; a road is a list of lines in local metres (arrays of x, y)."""
        return [self.road([self.set_down(line, spot) for line in lines]) for lines in roads]

    def set_down(self, line, spot) -> LineString:
        x, y, turn = spot
        c, s = np.cos(turn), np.sin(turn)
        return LineString(np.round(np.asarray(line, float) @ np.array([[c, s], [-s, c]]) + (x, y), 2))

    def road(self, lines) -> list[dict]:
        route = {"_city": self.code, "rc": "C3", "route_no": self.next, "branch": None}
        self.next += 1
        _describe(
            route, [(line, 2) for line in lines], self.world["area"], FAR, self.rng, self.new["sections"]
        )
        first, last = lines[0].coords[0], lines[-1].coords[-1]
        start, end = self.ground.town(*first), self.ground.town(*last)
        route.update(start_ja=start, end_ja=end, name_ja=f"{start}{route['route_no'] % 1000}号線")
        for section in route["_sections"]:
            section["_town"] = start
        assert route["route_key"] == route_key(self.code, "C3", route["route_no"])
        self.new["routes"].append(route)
        return route["_sections"]


def _street(rng, x0=-62.0, x1=62.0, y=0.0, step=16.0) -> np.ndarray:
    """A street along x that wavers a little; its vertex nearest to x = 0 is at 0."""
    x = np.unique(np.concatenate([np.arange(x0, x1, step), [0.0, x1]]))
    x = x[(x == 0) | (np.abs(x) > 3)]
    return np.column_stack([x, y + np.cumsum(rng.normal(0, 0.5, len(x)))])


def _at_zero(street) -> int:
    return int(np.flatnonzero(street[:, 0] == 0)[0])


def _side(rng, end) -> np.ndarray:
    """A street that comes down on a point from above."""
    x, y = end
    lean = rng.uniform(-12, 12)
    return np.array([[x + lean * 2, y + 58], [x + lean, y + 28], [x, y]])


# -- faults ------------------------------------------------------------------------------------------------


def _undershoot(b, record) -> None:
    base = _street(b.rng)
    x, y = base[_at_zero(base)]
    side = _side(b.rng, (x, y + b.rng.uniform(1.5, 4.4)))
    (one,), (two,) = b.roads(b.place(), [side], [base])
    record.pair("line_undershoot", one, two)


def _overshoot(b, record) -> None:
    base = _street(b.rng)
    x, y = base[_at_zero(base)]
    side = _side(b.rng, (x, y - b.rng.uniform(1.6, 4.2)))
    (one,), (two,) = b.roads(b.place(), [side], [base])
    record.pair("line_overshoot", one, two)


def _no_node(b, record) -> None:
    base = _street(b.rng)
    x, y = base[_at_zero(base)]
    side = _side(b.rng, (x, y + b.rng.uniform(0, 0.3)))
    (one,), (two,) = b.roads(b.place(), [side], [base])
    record.pair("line_no_node", one, two)


def _crossing(b, record) -> None:
    one, two = _cross(b)
    record.pair("line_crossing", one, two)


def _cross(b):
    base = _street(b.rng)
    x = b.rng.uniform(-25, 25)
    lean = b.rng.uniform(-20, 20)
    other = np.array([[x - lean, -55], [x - lean / 2, -24], [x + lean / 2, 27], [x + lean, 58]])
    spot = b.place()
    (one,), (two,) = b.roads(spot, [base], [other])
    return one, two


def _overlap(b, record) -> None:
    """The next section begins before the last one ends: on the same vertices, or drawn again beside them."""
    street = _street(b.rng, -62, 62, step=9)
    n = len(street)
    first, last = n // 2 - 1, n // 2 + int(b.rng.integers(1, 3))
    one, two = street[: last + 1], street[first:]
    if b.rng.random() < 0.5:
        two = two.copy()
        two[: last - first + 1] += np.clip(b.rng.normal(0, 0.1, (last - first + 1, 2)), -0.2, 0.2)
    ((one, two),) = b.roads(b.place(), [one, two])
    record.pair("line_overlap", one, two)


def _twice(b, record) -> None:
    """The whole street once more, by another hand."""
    street = _street(b.rng)
    again = _street(b.rng, -60, 59, step=13)
    again[:, 1] = (
        np.interp(again[:, 0], *street.T) + b.rng.uniform(-1.3, 1.3) + b.rng.normal(0, 0.2, len(again))
    )
    (one,), (two,) = b.roads(b.place(), [street], [again])
    record.pair("duplicate_section", one, two)


def _loop(b, record) -> None:
    """A line that runs over itself."""
    r = b.rng.uniform(11, 22)
    turn = np.linspace(-np.pi / 2, 1.5 * np.pi, 9)[:-1] + 0.25
    ring = np.column_stack([r * np.cos(turn), r + r * np.sin(turn)])
    line = np.concatenate([[[-60, 3], [-30, -2]], ring, [[14, -5], [60, 2]]])
    ((one,),) = b.roads(b.place(), [line])
    if one["_geom"].is_simple:
        raise RuntimeError("the loop does not cross itself")
    record.row("geometry_self_crossing", one)


def _repeated(b, record) -> None:
    street = _street(b.rng)
    at = int(b.rng.integers(1, len(street) - 1))
    street = np.insert(street, [at] * int(b.rng.integers(1, 4)), street[at], axis=0)
    ((one,),) = b.roads(b.place(), [street])
    record.row("geometry_duplicate_vertex", one)


def _no_length(b, record) -> None:
    """Begun by a double click."""
    spot = b.place()
    ((one, two),) = b.roads(spot, [_street(b.rng), np.array([[62.0, 8.0], [62.0, 8.0]])])
    record.row("geometry_zero_length", two)


def _no_line(b, record) -> None:
    ((one, two),) = b.roads(b.place(), [_street(b.rng, -62, 0), _street(b.rng, 0, 62)])
    two["_null"] = True
    record.row("missing_location", two)


FAULTS = (
    _undershoot, _overshoot, _no_node, _crossing, _overlap, _twice, _loop, _repeated, _no_length, _no_line,
)  # fmt: skip


# -- near misses -------------------------------------------------------------------------------------------


def _good_junction(b, record) -> None:
    """The main road is split where the side road comes in."""
    base = _street(b.rng)
    n = _at_zero(base)
    side = _side(b.rng, base[n])
    (one, two), (three,) = b.roads(b.place(), [base[: n + 1], base[n:]], [side])
    record.not_one("line_no_node", three, one)
    record.not_one("line_undershoot", three, two)


def _bridge(b, record) -> None:
    """One road passes over the other on a bridge that the city has entered as a facility."""
    one, two = _cross(b)
    met = one["_geom"].intersection(two["_geom"])
    record.rows.setdefault("_bridge_over", []).append(
        (b.code, one, round(met.x + b.rng.normal(0, 3), 2), round(met.y + b.rng.normal(0, 3), 2))
    )
    record.not_one("line_crossing", one, two)


def _carriageways(b, record) -> None:
    """Two carriageways of one road."""
    street = _street(b.rng)
    other = street[::-1] + [0, b.rng.uniform(7, 15)]
    ((one, two),) = b.roads(b.place(), [street, other])
    record.not_one("duplicate_section", one, two)
    record.not_one("line_overlap", one, two)


def _ring(b, record) -> None:
    """A road that ends where it began; and one that turns back beside itself."""
    turn = np.linspace(0, 2 * np.pi, 13)
    ring = b.rng.uniform(18, 30) * np.column_stack([np.cos(turn), np.sin(turn)])
    ring[-1] = ring[0]
    ((one,),) = b.roads(b.place(), [ring])
    hairpin = np.array([[-50, 0], [10, 1], [30, 2], [33, 5], [30, 8], [10, 7], [-50, 9]], float)
    ((two,),) = b.roads(b.place(), [hairpin])
    record.not_one("geometry_self_crossing", one)
    record.not_one("geometry_self_crossing", two)


def _dense(b, record) -> None:
    """Vertices close together, but not the same."""
    street = _street(b.rng)
    near = street[2] + (b.rng.uniform(0.04, 0.4), 0.0)
    ((one,),) = b.roads(b.place(), [np.insert(street, 3, near, axis=0)])
    record.not_one("geometry_duplicate_vertex", one)


NEAR_MISSES = (_good_junction, _bridge, _carriageways, _ring, _dense)


# -- at the borders ----------------------------------------------------------------------------------------


def _over_the_border(world, builders, record, rng) -> None:
    """A road drawn on into the neighbour's city, over the neighbour's own drawing; one that meets it well; and two
    roads that run along the border on its two sides."""
    places = along_borders(world, rng)
    counts = [0, 0, 0]
    wanted = (14, 6, 4)
    for _ in range(20000):
        if all(n >= w for n, w in zip(counts, wanted)):
            return
        form = int(rng.choice([n for n in range(3) if counts[n] < wanted[n]]))
        one, two, line, point = next(places)
        a, b = builders[one], builders[two]
        turn = _across(line, point, a.ground.polygon, b.ground.polygon, form == 2)
        if turn is None or any(
            len(c.ground.tree.query(point, predicate="dwithin", distance=145))
            or any(np.hypot(point.x - x, point.y - y) < 290 for x, y in c.spots)
            for c in builders.values()
        ):
            continue
        spot = (point.x, point.y, turn)
        for c in (a, b):
            c.spots.append(spot[:2])
        if form == 2:
            gap = rng.uniform(13, 22)
            ((left,),) = a.roads(spot, [np.array([[-gap / 2, -70], [-gap / 2 - 2, 0], [-gap / 2, 70]])])
            ((right,),) = b.roads(spot, [np.array([[gap / 2, -65], [gap / 2, 5], [gap / 2 + 2, 68]])])
            record.not_one("border_section", left, right)
        else:
            past = rng.uniform(28, 58) if form == 0 else 0.0
            shift = rng.uniform(-1.8, 1.8) if form == 0 else rng.uniform(-0.3, 0.3)
            ((left,),) = a.roads(spot, [np.array([[-135, 3], [-70, 0], [past, 0]])])
            ((right,),) = b.roads(spot, [np.array([[0, shift], [70, shift], [130, shift - 3]])])
            if form == 0:
                record.pair("border_overlap", left, right)
            else:
                record.not_one("border_gap", left, right)
                record.not_one("border_overlap", left, right)
        counts[form] += 1
    raise RuntimeError(f"the borders have no more room: {counts}")


def _across(line, point, own, other, beside: bool) -> float | None:
    """The angle of x that leads from the first city over the border into the second, where the border is plain."""
    at = line.project(point)
    if not 75 < at < line.length - 75:
        return None
    p, q = line.interpolate(at - 60), line.interpolate(at + 60)
    turn = float(np.arctan2(q.y - p.y, q.x - p.x)) + np.pi / 2
    for angle in (turn, turn + np.pi):
        ux, uy = np.cos(angle), np.sin(angle)
        ray = LineString([(point.x + d * ux, point.y + d * uy) for d in (4, 132)])
        back = LineString([(point.x - d * ux, point.y - d * uy) for d in (4, 137)])
        along = LineString([(point.x + 6 * ux - d * uy, point.y + 6 * uy + d * ux) for d in (-70, 70)])
        behind = LineString([(point.x - 6 * ux - d * uy, point.y - 6 * uy + d * ux) for d in (-70, 70)])
        there, here = ([along], [behind]) if beside else ([ray], [back])
        if all(other.covers(g) for g in there) and all(own.covers(g) for g in here):
            return angle
    return None
