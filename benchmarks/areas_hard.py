"""Hard cases at a border, each repeated at sites 500 m apart with its own angles, lengths and misfit.

City 0 lies left of the border, city 1 right of it (``three``: three sectors around each site's point). A site is
made around (0, 0) and moved to its place; the whole is turned so that no border runs along an axis.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely

from .areas_drawing import Area, Extra, cut, finish, shake

SPACING_M = 500.0
TURN = 0.61  # of the whole, radians
ORIGIN = np.array([15_000.0, -6_000.0])


def hard_area(kind: str, repeats: int, rng: np.random.Generator, misfit_m: float) -> Area:
    """``repeats`` sites of one kind; ``kind`` one of ``HARD``."""
    make = {"three": _three}.get(kind, _two)
    site = _Sites(rng)
    for number in range(repeats):
        site.begin(number)
        HARD[kind](site)
    return make(site, misfit_m)


class _Sites:
    """Collects sections, cuts and truth of all sites; places are numbered as they are named."""

    def __init__(self, rng):
        self.rng, self.rows, self.cuts, self.extra = rng, [], [], Extra()
        self.rivers, self.bridges, self.next_place, self.next_road = [], [], 0, 0
        self.number, self.angle = 0, 0.0

    def begin(self, number):
        self.number = number
        self.shift = np.array([0.0, number * SPACING_M])
        self.angle = self.rng.uniform(-0.5, 0.5)
        self.next_leg = number * 10

    def at(self, offset, measure):
        """A point ``measure`` beyond the border on a road that crosses it ``offset`` beside the site's middle."""
        along = np.array([np.cos(self.angle), np.sin(self.angle)])
        return np.array([0.0, offset / np.cos(self.angle)]) + measure * along

    def place(self):
        self.next_place += 1
        return self.next_place

    def road(self):
        self.next_road += 1
        return self.next_road

    def line(self, city, coords, places, road, rank, bend=1.2, **more):
        """A section of a city through ``coords`` (two points get a slightly bent middle); its row number."""
        xy = np.asarray(coords, float)
        if len(xy) == 2 and np.hypot(*(xy[1] - xy[0])) > 40:
            step = xy[1] - xy[0]
            normal = np.array([-step[1], step[0]]) / np.hypot(*step)
            t = np.array([0.35, 0.7])[:, None]
            middle = xy[0] + step * t + normal * self.rng.normal(0, bend, (2, 1))
            xy = np.vstack([xy[:1], middle, xy[1:]])
        row = {"city": city, "place0": places[0], "place1": places[1], "road": road, "rank": rank,
               "grade": 0.0, "bridge": False, "oneway": np.nan, "leg": -1}  # fmt: skip
        self.rows.append(row | {"geom": shapely.linestrings(xy + self.shift)} | more)
        return len(self.rows) - 1

    def cut(self, place, spot, cities=(0, 1)):
        along = (np.cos(self.angle), np.sin(self.angle))
        self.cuts.append((place, *(np.asarray(spot) + self.shift), *cities, *along))


def _two(site, misfit_m):
    count = site.number + 1
    cells = np.array(
        [shapely.box(-450, -450, 0, count * SPACING_M), shapely.box(0, -450, 450, count * SPACING_M)],
        dtype=object,
    )
    return _close(site, cells, pd.DataFrame(site.rows), site.cuts, misfit_m)


def _close(site, cells, drawn, cuts, misfit_m):
    columns = ["place", "x", "y", "city_a", "city_b", "dx", "dy"]
    cuts = cuts if isinstance(cuts, pd.DataFrame) else pd.DataFrame(cuts, columns=columns)
    drawn = drawn.copy()
    drawn["geom"] = shake(drawn, cuts, misfit_m, site.rng)
    drawn["geom"] = _turned(drawn["geom"].to_numpy())
    rivers = pd.DataFrame(
        {
            "ref_id": [f"RV{k:04d}" for k in range(len(site.rivers))],
            "name": ["川"] * len(site.rivers),
            "geom": _turned(np.array(site.rivers, dtype=object)),
        }
    )
    bridges = pd.DataFrame(
        {
            "bridge_id": [f"BR{k:04d}" for k in range(len(site.bridges))],
            "name": [f"第{k + 1}橋" for k in range(len(site.bridges))],
            "geom": _turned(np.array(site.bridges, dtype=object)),
        }
    )
    return finish(drawn, _turned(cells), site.extra, site.rng, rivers=rivers, bridges=bridges)


def _turned(geoms):
    turn = np.array([[np.cos(TURN), np.sin(TURN)], [-np.sin(TURN), np.cos(TURN)]])
    return shapely.transform(geoms, lambda xy: xy @ turn + ORIGIN)


def _stubs(site):
    """The last 3-8 m before the border are a section of their own; streets leave from its inner end."""
    rng, road = site.rng, site.road()
    rank = int(rng.integers(2, 5))
    border = site.place()
    site.cut(border, site.at(0, 0))
    both = rng.random() < 0.5
    for city, sign in ((0, -1), (1, 1)):
        far = rng.uniform(90, 160)
        if city == 1 and not both:
            site.line(1, [site.at(0, 0), site.at(0, far)], (border, site.place()), road, rank)
            continue
        stub, inner = rng.uniform(3, 8), site.place()
        node = site.at(0, sign * stub)
        site.line(city, [node, site.at(0, 0)], (inner, border), road, rank)
        site.line(city, [site.at(0, sign * far), node], (site.place(), inner), road, rank)
        for side in (-1, 1) if rng.random() < 0.4 else (rng.choice([-1, 1]),):
            turn = site.angle + side * np.radians(rng.uniform(65, 115))
            away = node + rng.uniform(60, 110) * np.array([np.cos(turn), np.sin(turn)])
            if away[0] * sign < 30:
                away[0] = sign * rng.uniform(30, 45)
            site.line(city, [node, away], (inner, site.place()), site.road(), 4)


def _dual(site):
    """Two carriageways 8-20 m apart, one way each; one city in seven draws a single line."""
    rng, road = site.rng, site.road()
    gap, rank = rng.uniform(8, 20), int(rng.integers(0, 3))
    lanes = [(gap / 2, 1.0), (-gap / 2, -1.0)]
    if rng.random() < 1 / 7:
        border = site.place()
        site.extra.optional.add(border)
        for offset, way in lanes:
            spot = site.at(offset, 0)
            site.line(
                0,
                [site.at(offset, -rng.uniform(80, 140)), spot],
                (site.place(), border),
                road,
                rank,
                oneway=way,
            )
        site.line(1, [site.at(0, 0), site.at(0, 120)], (border, site.place()), road, rank)
        site.cut(border, site.at(0, 0))
        return
    for offset, way in lanes:
        border, spot = site.place(), site.at(offset, 0)
        site.cut(border, spot)
        site.line(
            0,
            [site.at(offset, -rng.uniform(40, 140)), spot],
            (site.place(), border),
            road,
            rank,
            0.3,
            oneway=way,
        )
        site.line(
            1,
            [spot, site.at(offset, rng.uniform(40, 140))],
            (border, site.place()),
            road,
            rank,
            0.3,
            oneway=way,
        )


def _bridge(site):
    """A river on the border: a bridge, or two roads that end at its banks, or both 18-40 m apart."""
    rng = site.rng
    kind = rng.choice(["bridge", "banks", "both"], p=[0.4, 0.35, 0.25])
    abutments = kind == "bridge" and rng.random() < 0.3  # each city ends at its own bank
    half = rng.uniform(2.5, 3.5) if abutments else rng.uniform(4.5, 6.5)
    bank = half / np.cos(site.angle) + 0.3
    site.rivers.append(shapely.box(-half, -200 + site.shift[1], half, 200 + site.shift[1]))
    if kind != "banks":
        road, rank, border = site.road(), int(rng.integers(1, 5)), site.place()
        site.cut(border, site.at(0, 0))
        told = rng.choice(["point", "section", "both"]) if not abutments else "point"
        if told != "section":
            site.bridges.append(shapely.Point(site.at(0, 0) + site.shift))
        more = {"bridge": told != "point", "grade": 1.0 if told == "both" else np.nan}
        stop = bank if abutments else 0.0
        site.line(0, [site.at(0, -100), site.at(0, -stop)], (site.place(), border), road, rank, **more)
        site.line(1, [site.at(0, stop), site.at(0, 110)], (border, site.place()), road, rank, **more)
    if kind != "bridge":
        offset = 0.0 if kind == "banks" else rng.uniform(22, 40) * rng.choice([-1, 1])
        left, right, rank = site.place(), site.place(), int(rng.integers(3, 5))
        site.line(0, [site.at(offset, -90), site.at(offset, -bank)], (site.place(), left), site.road(), rank)
        site.line(1, [site.at(offset, bank), site.at(offset, 90)], (right, site.place()), site.road(), rank)
        site.extra.apart.append((left, right, "river"))


def _lanes(site):
    """A main road and a frontage road 6 m beside it, both over the border, both two-way."""
    rng, main = site.rng, int(site.rng.integers(1, 4))
    for offset, rank in ((3.0, main), (-3.0, int(rng.integers(main + 1, 5)) if main < 4 else 4)):
        road, border, spot = site.road(), site.place(), site.at(offset, 0)
        site.cut(border, spot)
        site.line(0, [site.at(offset, -rng.uniform(60, 140)), spot], (site.place(), border), road, rank, 0.2)
        site.line(1, [spot, site.at(offset, rng.uniform(60, 140))], (border, site.place()), road, rank, 0.2)


def _junction(site):
    """Roads that cross on the border itself: each goes on straight; or one of them ends there."""
    rng, node = site.rng, site.place()
    site.cut(node, (0, 0))
    second = rng.random() < 0.7
    for k in range(2):
        turn = site.angle + k * np.radians(rng.uniform(50, 90)) * (-1 if site.angle > 0 else 1)
        along = np.array([np.cos(turn), np.sin(turn)])
        if abs(along[0]) < 0.15:
            along = np.array([0.15, np.sign(along[1]) * 0.9887])
        road, rank, leg = site.road(), int(rng.integers(2, 5)), site.next_leg + k
        site.line(0, [-rng.uniform(70, 130) * along, (0, 0)], (site.place(), node), road, rank, leg=leg)
        if k == 0 or second:
            site.line(1, [(0, 0), rng.uniform(70, 130) * along], (node, site.place()), road, rank, leg=leg)


def _middle(site):
    """A road that meets the middle of a section of the other city, which runs just inside the border."""
    rng, inside = site.rng, site.rng.uniform(1, 6)
    stagger = rng.uniform(16, 25) * rng.choice([-1, 1])
    node, road, rank = site.place(), site.road(), int(rng.integers(2, 5))
    far = -np.sign(stagger) * rng.uniform(60, 110)
    top = stagger + np.sign(stagger) * rng.uniform(60, 110)
    row = site.line(0, [(-inside, far), (-inside, stagger)], (site.place(), node), road, rank, 0.0)
    site.line(0, [(-inside, stagger), (-inside - 3, top)], (node, site.place()), road, rank)
    if rng.random() < 0.6:
        end = np.array([-inside, stagger]) - rng.uniform(60, 100) * np.array(
            [np.cos(site.angle), np.sin(site.angle)]
        )
        site.line(0, [end, (-inside, stagger)], (site.place(), node), site.road(), 4)
    meet = site.place()
    site.cut(meet, (0, 0))
    site.line(1, [(0, 0), site.at(0, rng.uniform(70, 120))], (meet, site.place()), site.road(), rank)
    site.extra.meets.append((meet, row))


def _three(site, misfit_m):
    sectors, edges = [[], [], []], []
    for number, (arms, rows) in enumerate(site.rows):
        middle = np.array([0.0, number * SPACING_M])
        for k in range(3):
            a, b = arms[k], arms[(k + 1) % 3] + (2 * np.pi if k == 2 else 0)
            turn = np.linspace(a, b, 9)
            fan = np.vstack([[0, 0], 230 * np.column_stack([np.cos(turn), np.sin(turn)])])
            sectors[k].append(shapely.polygons(fan + middle))
        edges += rows
    cells = np.array([shapely.multipolygons(parts) for parts in sectors], dtype=object)
    drawn, cuts = cut(pd.DataFrame(edges), cells, next_place=site.next_place + 1)
    cuts = pd.concat([cuts, pd.DataFrame(site.cuts, columns=cuts.columns[:-1])], ignore_index=True)
    site.extra.turns = dict(zip(cuts["place"], cuts["turn"].fillna(0)))
    return _close(site, cells, drawn, cuts, misfit_m)


def _point(site):
    """Three cities at a point: a road over a corner of the third, a fork at the point, a fork near it."""
    rng = site.rng
    arms = np.radians(np.array([90, 210, 330]) + rng.uniform(-15, 15, 3))
    centre = (arms + np.roll(arms, -1) + np.array([0, 0, 2 * np.pi])) / 2
    rows, kind = [], rng.choice(["corner", "fork", "near"])

    def edge(a, b, places, road, leg=-1, rank=3):
        rows.append(
            {"u": places[0], "v": places[1], "road": road, "rank": rank, "grade": 0.0, "bridge": False,
             "oneway": np.nan, "leg": leg, "geom": shapely.linestrings(np.array([a, b]) + site.shift)}
        )  # fmt: skip

    def ray(turn, length):
        return length * np.array([np.cos(turn), np.sin(turn)])

    pick = int(rng.integers(0, 3))
    if kind == "corner":  # parallel to the far side of a sector: two borders 10-30 m apart
        across = centre[pick] + np.pi / 2
        start = ray(centre[pick], rng.uniform(5, 14))
        edge(start - ray(across, 120), start + ray(across, 120), (site.place(), site.place()), site.road())
    elif kind == "fork":
        node = site.place()
        for k in range(3):
            edge((0, 0), ray(centre[k], rng.uniform(70, 130)), (node, site.place()), site.road())
        site.cut(node, (0, 0), (0, 1))
    else:  # on one border, 12-25 m from the point: straight over, and a third road into the third city
        node, spot = site.place(), ray(arms[pick], rng.uniform(12, 25))
        over, road = arms[pick] + np.pi / 2 + rng.uniform(-0.3, 0.3), site.road()
        left, right = pick, (pick - 1) % 3  # the sector after the arm and the one before it
        edge(spot, spot + ray(over, 100), (node, site.place()), road, leg=site.next_leg)
        edge(spot, spot - ray(over, 110), (node, site.place()), road, leg=site.next_leg)
        edge(spot, ray(centre[(pick + 1) % 3], 120), (node, site.place()), site.road())
        site.cut(node, spot, (left, right))
    site.rows.append((arms, rows))


HARD = {
    "stubs": _stubs,
    "dual": _dual,
    "bridge": _bridge,
    "lanes": _lanes,
    "three": _point,
    "junction": _junction,
    "middle": _middle,
}
