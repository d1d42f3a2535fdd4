"""Facilities entered twice, by one city or by two; plates used twice; facilities on others' roads; near misses."""

from __future__ import annotations

from .events import PREFIX, UNITS
from .plant_ground import Ground, Spread, along_borders, off, step

PER_CITY = 8  # of what one city does by itself
PER_BORDER = 28
ON_ROADS = ("F09", "F10", "F11", "F08", "F04", "F06", "F13", "F14")
WITH_QUANTITY = ("F04", "F08")


class _Maker:
    def __init__(self, world, new):
        self.new = new
        self.last: dict = {}
        for code, city in world["cities"].items():
            for item in city["facilities"]:
                number = int(item["fac_id"].split("-")[1])
                key = code, item["ft"]
                self.last[key] = max(self.last.get(key, 0), number)

    def number(self, code, ft) -> int:
        self.last[code, ft] = self.last.get((code, ft), 0) + 1
        return self.last[code, ft]

    def fresh(self, ground, ft, spot, rng, **extra) -> dict:
        """A new facility at (section, x, y, chainage, side)."""
        section, x, y, chain, side = spot
        n = self.number(ground.code, ft)
        item = {
            "fac_id": f"{ft}-{n:05d}", "ft": ft, "fac_name": None,
            "route_key": section["route_key"] if section else None,
            "side": side, "chain_m": chain, "count": round(float(rng.uniform(5, 80)), 1) if UNITS[ft] == "m" else 1.0,
            "qty_unit": UNITS[ft], "material": {"F04": "コンクリート", "F08": "鋼製", "F09": "ステンレス"}.get(ft),
            "install_year": int(rng.integers(1975, 2025)), "dg": "U1" if ft == "F04" else "M1" if ft == "F06" else None,
            "hl": "LE" if ft == "F10" else None, "height_m": 4.5 if ft == "F10" else None, "owner": "A1",
            "pole_no": f"{PREFIX['F10']}{n:04d}" if ft == "F10" else None, "insp_grade": None, "insp_date": None,
            "status": "現存", "address": None, "_town": ground.town(x, y), "_x": x, "_y": y, "_section": section,
            **extra,
        }  # fmt: skip
        self.new[ground.code]["facilities"].append(item)
        return item

    def again(self, ground, item, spot, rng, **extra) -> dict:
        """The same thing entered once more, by someone who left a few cells empty."""
        section, x, y, chain, side = spot
        n = self.number(ground.code, item["ft"])
        twin = {k: v for k, v in item.items() if k not in ("_lat", "_lon", "_old", "_truth")}
        twin.update(
            fac_id=f"{item['ft']}-{n:05d}", _x=x, _y=y, chain_m=chain, side=side, _section=section,
            route_key=section["route_key"] if section else None, _town=ground.town(x, y),
        )  # fmt: skip
        for name in ("install_year", "material", "height_m", "count"):
            if rng.random() < 0.3:
                twin[name] = None
        twin.update(extra)
        self.new[ground.code]["facilities"].append(twin)
        return twin


def plant(world, new, record, rng) -> None:
    maker = _Maker(world, new)
    grounds = {code: Ground(code, world) for code in world["cities"]}
    used = Spread(
        (i["_x"], i["_y"]) for s in (world["cities"], ) for c in s.values() for i in c["facilities"]
    )  # fmt: skip
    for place in record.rows.pop("_bridge_over", []):
        code, section, x, y = place
        maker.fresh(grounds[code], "F16", (section, x, y, 10.0, "C"), rng, fac_name="跨道橋")
        used.take(x, y)
    for ground in grounds.values():
        for _ in range(PER_CITY):
            _twice(ground, maker, used, record, rng)
            _neighbours(ground, maker, used, record, rng)
        for _ in range(PER_CITY - 3):
            _plates(ground, maker, used, record, rng)
            _others_roads(ground, maker, used, record, rng)
    _borders(world, grounds, maker, used, record, rng)


def _free_spot(ground, used, rng, kinds="C1 C2 C3"):
    spot = ground.spot(
        rng, kinds, lambda x, y: used.free(x, y, 40) and ground.polygon.boundary.distance(_point(x, y)) > 60
    )
    used.take(spot[1], spot[2])
    return spot


def _point(x, y):
    from shapely.geometry import Point

    return Point(x, y)


def _moved(spot, dx, dy, **more):
    section, x, y, chain, side = spot
    return section, round(x + dx, 2), round(y + dy, 2), more.get("chain", chain), more.get("side", side)


def _twice(ground, maker, used, record, rng) -> None:
    """One thing, two entries: the second surveyor stood a little elsewhere."""
    ft = str(rng.choice(ON_ROADS))
    spot = _free_spot(ground, used, rng)
    one = maker.fresh(ground, ft, spot, rng)
    moved = _moved(spot, *off(rng, 0.5, 1.4), chain=round(spot[3] + rng.normal(0, 0.4), 1))
    # The second entry was made without looking at the plate.
    two = maker.again(ground, one, moved, rng, pole_no=None)
    record.pair("duplicate_facility_place", one, two)


def _neighbours(ground, maker, used, record, rng) -> None:
    """Two things of one type side by side: their years, plates or sizes say that they are two."""
    ft = str(rng.choice(["F10", "F11", "F05", "F06", "F04", "F13"]))
    spot = _free_spot(ground, used, rng)
    one = maker.fresh(ground, ft, spot, rng)
    near = rng.random() < 0.6
    moved = _moved(spot, *(step(rng, 0.4, 1.8) if near else step(rng, 3, 12)))
    year = one["install_year"]
    if near:
        year = year - int(rng.integers(4, 20)) if year > 2000 else year + int(rng.integers(4, 20))
    two = maker.fresh(ground, ft, moved, rng, install_year=year)
    record.not_one("duplicate_facility_place", one, two)


def _plates(ground, maker, used, record, rng) -> None:
    """A plate number written twice; and the same number where one of the two has gone, which is none."""
    one = maker.fresh(ground, "F10", _free_spot(ground, used, rng), rng)
    gone = rng.random() < 0.4
    two = maker.fresh(
        ground,
        "F10",
        _free_spot(ground, used, rng),
        rng,
        pole_no=one["pole_no"],
        status="撤去" if gone else "現存",
    )
    if gone:
        record.not_one("duplicate_facility_number", one, two)
    else:
        record.pair("duplicate_facility_number", one, two)


def _others_roads(ground, maker, used, record, rng) -> None:
    """Fences and drains called the city's on a prefectural road; and what is rightly there."""
    kinds = "P1 P2 N2"
    ft = str(rng.choice(["F08", "F04", "F06", "F14"]))
    record.row("manager_facility", maker.fresh(ground, ft, _free_spot(ground, used, rng, kinds), rng))
    right = [("F09", "A1"), ("F10", "A1"), ("F08", "A3")][int(rng.integers(3))]
    spot = _free_spot(ground, used, rng, kinds)
    record.not_one("manager_facility", maker.fresh(ground, right[0], spot, rng, owner=right[1]))


def _bridge_name(town: str, tail: str) -> str:
    """After its place; the narrowest column of the ledgers takes twelve characters."""
    return f"{town[: 12 - len(tail)]}{tail}"


def _borders(world, grounds, maker, used, record, rng) -> None:
    """One thing in two cities' ledgers; and two things that face each other over the border."""
    places = along_borders(world, rng)
    done = 0
    while done < 2 * PER_BORDER:
        one, two, _, point = next(places)
        x, y = point.x, point.y
        if not used.free(x, y, 40):
            continue
        used.take(x, y)
        ft = str(rng.choice(["F09", "F10", "F11", "F08", "F06", "F16"]))
        a, b = grounds[one], grounds[two]
        dx, dy = off(rng, 1.5, 4)
        first = (a.nearest(x, y, 60), round(x + dx, 2), round(y + dy, 2), None, None)
        if done % 2:
            name = _bridge_name(a.town(x, y), "境橋") if ft == "F16" else None
            item = maker.fresh(a, ft, first, rng, fac_name=name)
            # A bridge is large: one city takes its middle, the other its own end of it.
            ex, ey = off(rng, 1.2, 3) if ft != "F16" else step(rng, 2, 11)
            second = (b.nearest(x, y, 60), round(first[1] + ex, 2), round(first[2] + ey, 2), None, None)
            plate = f"{PREFIX['F10']}{maker.last.get((two, 'F10'), 0) + 1:04d}" if ft == "F10" else None
            record.pair("border_facility", item, maker.again(b, item, second, rng, pole_no=plate))
        else:
            item = maker.fresh(
                a, ft, first, rng, fac_name=_bridge_name(a.town(x, y), "橋") if ft == "F16" else None
            )
            kind = int(rng.integers(3))
            far = step(rng, 25, 44) if ft == "F16" else step(rng, 7, 40) if kind else step(rng, 1, 4)
            second = (
                b.nearest(x, y, 60),
                round(first[1] + far[0], 2),
                round(first[2] + far[1], 2),
                None,
                None,
            )
            year = item["install_year"]
            year = year - int(rng.integers(5, 20)) if year > 2000 else year + int(rng.integers(5, 20))
            other = maker.fresh(b, ft, second, rng, install_year=year)
            record.not_one("border_facility", item, other)
        done += 1
