"""One pothole told to two cities, one damage entered twice, cases on others' roads; and cases that only look alike."""

from __future__ import annotations

import datetime as dt

import shapely
from shapely.geometry import Point

from . import people, texts
from .codes import CODES
from .events import LAST_DAY, MIX, fy_of, later, stamp_of
from .plant_ground import Ground, Spread, along_borders, off, step

PER_CITY = 6
PER_BORDER = 28
# What two people may call the same thing.
ALSO = {"D01": "D06", "D03": "D04", "D11": "D12", "D15": "D16"}


class _Maker:
    def __init__(self, world, new):
        self.new = new
        self.sequence: dict = {}
        self.damages: dict = {}
        self.models: dict = {}
        for code, city in world["cities"].items():
            for item in city["requests"]:
                key = code, item["_fy"]
                self.sequence[key] = max(self.sequence.get(key, 0), item["_seq"])
            self.damages[code] = max(int(d["dmg_id"].split("-")[1]) for d in city["damages"])
            self.models[code] = [
                r
                for r in city["requests"]
                if r["ad"] == "A1" and not r["dup_of"] and r["_located"] and r.get("p_name")
            ]

    def request(self, ground, x, y, stamp, ft, damage, rng, **extra) -> dict:
        """A request of this city at a place; still open unless ``closed_at`` is given."""
        fy = fy_of(stamp)
        self.sequence[ground.code, fy] = seq = self.sequence.get((ground.code, fy), 0) + 1
        models = self.models[ground.code]
        item = {
            k: v
            for k, v in models[int(rng.integers(len(models)))].items()
            if k not in ("_truth", "_lat", "_lon", "_form", "_planted", "_field")
        }
        section = ground.nearest(x, y, 60)
        town = ground.town(x, y)
        item.update(
            req_no=f"{ground.code}-{fy}-{seq:05d}", _fy=fy, _seq=seq, received_at=stamp, ft=ft, dt=damage, ad="A1",
            title=texts.TITLES[damage], landmark=None, _facility=None, _section=section, _town=town, dup_of=None,
            body=texts.body(rng, CODES["FT"][ft].split("・")[0].split("(")[0], damage, None), st="S10",
            route_key=section["route_key"] if section else None, _x=round(x, 2), _y=round(y, 2), _located=True,
            first_visit_at=None, closed_at=None, replied_at=None, transfer_to=None, transferred_at=None,
            is_urgent=False, injury=False, rs=None, _lot=(int(rng.integers(5, 4200)), None),
        )  # fmt: skip
        item.update(people.person(rng, ground.code, town))
        item.update(extra)
        self.new[ground.code]["requests"].append(item)
        return item

    def damage(self, ground, x, y, stamp, ft, kind, rng, **extra) -> dict:
        self.damages[ground.code] = n = self.damages[ground.code] + 1
        section = ground.nearest(x, y, 60)
        item = {
            "dmg_id": f"{fy_of(stamp)}-{n:05d}", "found_at": stamp, "found_by": "巡視", "ft": ft, "dt": kind,
            "route_key": section["route_key"] if section else None, "fac_id": None, "position": "路肩",
            "_x": round(x, 2), "_y": round(y, 2), "_req": None, "_section": section, "measured_on": stamp[:10],
            "measurer": str(rng.choice(["直営班1", "直営班2", "委託A"])), "cavity": None, "large": None,
            "_town": ground.town(x, y), "cause": None, "st": "S40", **extra,
        }  # fmt: skip
        if kind == "D01":
            item["depth_cm"] = float(rng.integers(2, 9))
        self.new[ground.code]["damages"].append(item)
        return item


def _stamp(rng, first=dt.date(2017, 4, 10), last=dt.date(2025, 9, 30)) -> str:
    day = first + dt.timedelta(days=int(rng.integers(0, (last - first).days)))
    return stamp_of(day, int(rng.integers(102, 200)) * 5)


def _after(stamp: str, days: float) -> str:
    return later(stamp, days) or stamp_of(LAST_DAY, 900)


def _kind(rng) -> tuple[str, str]:
    """A facility type and a damage that people can name: not "other"."""
    known = [(ft, damage) for ft, damage, _, months in MIX if "99" not in ft + damage and damage != "D22"]
    return known[int(rng.integers(len(known)))]


def plant(world, new, record, rng) -> None:
    maker = _Maker(world, new)
    grounds = {code: Ground(code, world) for code in world["cities"]}
    used = Spread(
        (i["_x"], i["_y"]) for c in world["cities"].values() for t in ("requests", "damages") for i in c[t]
    )
    for ground in grounds.values():
        for _ in range(PER_CITY):
            _unmarked(ground, maker, used, record, rng)
            _alike(ground, maker, used, record, rng)
            _twice(ground, maker, used, record, rng)
            _not_twice(ground, maker, used, record, rng)
            _others_roads(ground, maker, used, record, rng)
    for table in ("request", "damage"):
        _borders(world, grounds, maker, used, record, rng, table)


def _spot(ground, used, rng, kinds="C1 C2 C3"):
    edge = ground.polygon.boundary
    shapely.prepare(edge)
    spot = ground.spot(rng, kinds, lambda x, y: used.free(x, y, 70) and edge.distance(Point(x, y)) > 150)
    used.take(spot[1], spot[2])
    return spot[1], spot[2]


def _near(x, y, move):
    return x + move[0], y + move[1]


def _unmarked(ground, maker, used, record, rng) -> None:
    """Two callers, one thing; the city has not noticed."""
    (x, y), (ft, damage), stamp = _spot(ground, used, rng), _kind(rng), _stamp(rng)
    one = maker.request(ground, x, y, stamp, ft, damage, rng)
    second = ALSO.get(damage, damage) if rng.random() < 0.3 else damage
    spot = _near(x, y, off(rng, 2.5, 7))
    two = maker.request(ground, *spot, _after(stamp, float(rng.uniform(0.1, 40))), ft, second, rng)
    two["_same"] = one["req_no"]
    record.pair("duplicate_request", one, two)


def _alike(ground, maker, used, record, rng) -> None:
    """Word for word the same on one day, at two places; or one place, but two things; or again after the repair."""
    (x, y), (ft, damage), stamp = _spot(ground, used, rng), _kind(rng), _stamp(rng)
    form = int(rng.integers(3))
    if form == 0:
        one = maker.request(ground, x, y, stamp, ft, damage, rng)
        spot = _near(x, y, step(rng, 35, 160))
        two = maker.request(
            ground, *spot, _after(stamp, 0.05), ft, damage, rng, title=one["title"], body=one["body"]
        )
    elif form == 1:
        one = maker.request(ground, x, y, stamp, "F10", "D13", rng)
        two = maker.request(ground, *_near(x, y, off(rng, 2, 6)), _after(stamp, 3), "F15", "D15", rng)
    else:
        done = _after(stamp, float(rng.uniform(4, 15)))
        one = maker.request(
            ground, x, y, stamp, ft, damage, rng, closed_at=done, st="S99", first_visit_at=done
        )
        two = maker.request(
            ground, *_near(x, y, off(rng, 2, 6)), _after(done, float(rng.uniform(5, 50))), ft, damage, rng
        )
    record.not_one("duplicate_request", one, two)


def _twice(ground, maker, used, record, rng) -> None:
    """One damage measured by two crews within weeks."""
    (x, y), stamp = _spot(ground, used, rng), _stamp(rng)
    ft, kind = [("F01", "D01"), ("F01", "D05"), ("F05", "D08"), ("F08", "D09"), ("F15", "D15")][
        int(rng.integers(5))
    ]
    one = maker.damage(ground, x, y, stamp, ft, kind, rng)
    two = maker.damage(
        ground, *_near(x, y, off(rng, 2, 6)), _after(stamp, float(rng.uniform(0.2, 30))), ft, kind, rng
    )
    record.pair("duplicate_damage", one, two)


def _not_twice(ground, maker, used, record, rng) -> None:
    """Two holes in one street; and two lamps, each named, that fail in one week."""
    (x, y), stamp = _spot(ground, used, rng), _stamp(rng)
    lamps = [f for f in ground.city["facilities"] if f["ft"] == "F10" and f["status"] == "現存"]
    if rng.random() < 0.5:
        one = maker.damage(ground, x, y, stamp, "F01", "D01", rng)
        spot = _near(x, y, step(rng, 22, 120))
        two = maker.damage(ground, *spot, _after(stamp, 0.1), "F01", "D01", rng)
    else:
        a, b = (lamps[int(i)]["fac_id"] for i in rng.choice(len(lamps), 2, replace=False))
        one = maker.damage(ground, x, y, stamp, "F10", "D13", rng, fac_id=a)
        spot = _near(x, y, step(rng, 2, 10))
        two = maker.damage(ground, *spot, _after(stamp, 2), "F10", "D13", rng, fac_id=b)
    record.not_one("duplicate_damage", one, two)


def _others_roads(ground, maker, used, record, rng) -> None:
    """A case on a prefectural road that the city keeps as its own; and one that it passed on."""
    for right in (False, True):
        (x, y), (ft, damage), stamp = _spot(ground, used, rng, "P1 P2 N2"), _kind(rng), _stamp(rng)
        item = maker.request(ground, x, y, stamp, ft, damage, rng)
        section = item["_section"]
        if section is None or section["route_key"][7:9][0] not in "PN":
            continue
        if right:
            item.update(ad="A3", st="S15", transfer_to="県土木事務所", transferred_at=_after(stamp, 1))
            record.not_one("manager_request", item)
        else:
            record.row("manager_request", item)


def _borders(world, grounds, maker, used, record, rng, table) -> None:
    """One thing told to, or found by, two cities; and two things on the two sides."""
    places = along_borders(world, rng)
    done = 0
    while done < 2 * PER_BORDER:
        one, two, _, point = next(places)
        x, y = _near(point.x, point.y, off(rng, 2, 6))
        a, b = grounds[one], grounds[two]
        if not used.free(x, y, 80) or a.nearest(x, y, 150) is None:
            continue
        used.take(x, y)
        make = maker.request if table == "request" else maker.damage
        (ft, kind), stamp = _kind(rng), _stamp(rng)
        if table == "damage":
            ft, kind = [("F01", "D01"), ("F01", "D05"), ("F08", "D09"), ("F15", "D15")][int(rng.integers(4))]
        first = make(a, x, y, stamp, ft, kind, rng)
        if done % 2:
            also = ALSO.get(kind, kind) if table == "request" and rng.random() < 0.25 else kind
            spot, when = _near(x, y, off(rng, 2.5, 7)), _after(stamp, float(rng.uniform(0.1, 35)))
            record.pair(f"border_{table}", first, make(b, *spot, when, ft, also, rng))
        else:
            form = int(rng.integers(3 if table == "request" else 2))
            if form == 0:
                more = {"title": first["title"], "body": first["body"]} if table == "request" else {}
                second = make(b, *_near(x, y, step(rng, 24, 40)), _after(stamp, 1), ft, kind, rng, **more)
            elif form == 1:
                other = ("F10", "D13") if kind != "D13" else ("F01", "D01")
                second = make(b, *_near(x, y, off(rng, 2, 6)), _after(stamp, 4), *other, rng)
            else:
                end = _after(stamp, 6)
                first.update(closed_at=end, st="S99", first_visit_at=end)
                second = make(b, *_near(x, y, off(rng, 2, 6)), _after(end, 20), ft, kind, rng)
            record.not_one(f"border_{table}", first, second)
        done += 1
