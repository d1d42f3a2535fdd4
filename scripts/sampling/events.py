"""Facilities on the roads and ten years of requests, damages, works and patrols (the true world's events).

All functions return lists of dicts with the unified model's field names; ``_x``, ``_y`` are true plane metres.
"""

from __future__ import annotations

import datetime as dt

import numpy as np
import shapely
from shapely.geometry import Point

from . import people, texts
from .area import POPULATION
from .codes import CODES

FIRST_FY, LAST_FY = 2016, 2025


LAST_DAY = dt.date(2026, 3, 31)


REQUESTS_A_YEAR = 1520


# facility: code -> (per km in town, per km elsewhere, only on)
FACILITIES = {
    "F01": (0.08, 0.05, "C1 C2 C3"),
    "F02": (0.5, 0.1, "C1 C2 N2 P1"),
    "F03": (0.02, 0.08, "C3"),
    "F04": (3.4, 1.7, "C1 C2 C3"),
    "F05": (1.3, 0.5, "C1 C2 C3"),
    "F06": (1.7, 0.6, "C1 C2 C3"),
    "F07": (1.5, 0.2, "C1 C2 C3"),
    "F08": (0.8, 0.9, "C1 C2 C3 P2"),
    "F09": (1.1, 0.9, "C1 C2 C3"),
    "F10": (2.6, 1.4, "C1 C2 C3 P1 P2 N2"),
    "F11": (1.5, 0.9, "C1 C2 C3"),
    "F12": (0.9, 0.35, "C1 C2"),
    "F13": (0.5, 0.4, "C1 C2"),
    "F14": (1.6, 0.05, "C1 C2"),
    "F15": (0.1, 0.5, "C1 C2 C3"),
    "F17": (0.03, 0.002, "C1 P1 N2"),
    "F18": (0.04, 0.09, "C1 C2 C3"),
    "F19": (0.3, 0.0, "C1 C2"),
    "F20": (0.02, 0.02, "C3"),
    "F99": (0.06, 0.05, "C1 C2 C3"),
}


UNITS = {
    "F01": "m2",
    "F02": "m2",
    "F03": "m2",
    "F04": "m",
    "F05": "枚",
    "F06": "基",
    "F07": "基",
    "F08": "m",
    "F09": "基",
    "F10": "基",
    "F11": "基",
    "F12": "m",
    "F13": "本",
    "F14": "本",
    "F15": "m2",
    "F16": "橋",
    "F17": "基",
    "F18": "m",
    "F19": "枚",
    "F20": "箇所",
    "F99": "箇所",
}


PREFIX = {"F10": "防", "F09": "鏡", "F14": "樹", "F16": "橋", "F08": "柵", "F11": "標"}


# kind of request: (ft, dt, share %, month weights Apr..Mar or None)
SUMMER = [8, 12, 16, 16, 14, 10, 7, 4, 2, 2, 3, 6]


RAIN = [6, 9, 14, 13, 12, 14, 11, 6, 4, 3, 3, 5]


WINTER = [5, 5, 6, 6, 6, 7, 9, 11, 12, 13, 11, 9]


MIX = [
    ("F20", "D19", 15, None),
    ("F20", "D18", 10, None),
    ("F15", "D15", 13, SUMMER),
    ("F14", "D16", 5, SUMMER),
    ("F14", "D17", 2, RAIN),
    ("F01", "D01", 8.2, RAIN),
    ("F01", "D02", 1.4, None),
    ("F01", "D03", 0.5, None),
    ("F01", "D04", 0.7, None),
    ("F01", "D05", 1.2, None),
    ("F01", "D06", 0.7, RAIN),
    ("F03", "D01", 0.9, RAIN),
    ("F02", "D05", 0.9, None),
    ("F02", "D07", 0.5, None),
    ("F04", "D11", 3.4, RAIN),
    ("F04", "D09", 1.8, None),
    ("F05", "D08", 2.8, None),
    ("F06", "D11", 1.7, RAIN),
    ("F07", "D05", 0.5, None),
    ("F07", "D08", 0.5, None),
    ("F10", "D13", 5, WINTER),
    ("F10", "D09", 0.4, None),
    ("F09", "D09", 1.5, None),
    ("F09", "D08", 1.3, None),
    ("F11", "D09", 1.4, None),
    ("F19", "D08", 0.3, None),
    ("F16", "D05", 0.3, None),
    ("F12", "D14", 2.4, None),
    ("F08", "D09", 1.5, None),
    ("F08", "D08", 1.0, None),
    ("F08", "D10", 0.4, None),
    ("F13", "D08", 0.8, None),
    ("F20", "D20", 5, None),
    ("F01", "D12", 3, RAIN),
    ("F01", "D22", 0.6, [0, 0, 0, 0, 0, 0, 0, 1, 6, 10, 8, 1]),
    ("F99", "D21", 0.3, None),
    ("F99", "D99", 5.1, None),
]


class City:
    """One city's sections with what drawing places on them needs."""

    def __init__(self, code, area, sections, rng):
        self.code, self.polygon = code, area.cities[code]
        shapely.prepare(self.polygon)
        self.sections = [s for s in sections if s["_city"] == code]
        self.inner = self.polygon.buffer(-2)
        shapely.prepare(self.inner)
        base = np.array([s["length_m"] for s in self.sections])
        klass = np.array(
            [
                {"N2": 1.3, "P1": 1.4, "P2": 1.4, "C1": 2.0, "C2": 1.5, "C3": 1.0}[s["route_key"][7:9]]
                for s in self.sections
            ]
        )
        town = np.array([1 + 0.35 * s["_urban"] for s in self.sections])
        hot = np.exp(rng.normal(0, 0.9, len(base)))
        self.heat = base * klass * town * hot
        self.heat /= self.heat.sum()
        self.town_points = area.towns[code]

    def spot(self, section, rng, side=None):
        """A point beside a section, inside the city: (x, y, chainage, side)."""
        line, half = section["_geom"], section["width_m"] / 2
        for _ in range(6):
            at = float(rng.uniform(0.02, 0.98)) * line.length
            p = line.interpolate(at)
            q = (
                line.interpolate(min(at + 1, line.length))
                if at + 1 < line.length
                else line.interpolate(at - 1)
            )
            sign = 1 if at + 1 < line.length else -1
            ux, uy = (q.x - p.x) * sign, (q.y - p.y) * sign
            norm = float(np.hypot(ux, uy)) or 1.0
            which = side or str(rng.choice(["L", "R"]))
            off = 0.0 if which == "C" else (half + 0.6) * (1 if which == "L" else -1)
            x, y = p.x - uy / norm * off, p.y + ux / norm * off
            if self.inner.contains(Point(x, y)):
                return round(x, 2), round(y, 2), round(section["from_m"] + at, 1), which
        return None


def facilities(city: City, network_bridges, routes_by_road, rng) -> list:
    rows, count = [], {}

    def add(section, ft, spot, **extra):
        count[ft] = count.get(ft, 0) + 1
        x, y, chain, side = spot
        year = int(rng.integers(1972, 2025))
        qty = {"m": round(float(rng.uniform(5, 80)), 1), "m2": round(float(rng.uniform(10, 400)), 0)}.get(
            UNITS[ft], float(rng.integers(1, 6)) if ft in ("F05", "F19", "F13") else 1.0
        )
        row = {
            "fac_id": f"{ft}-{count[ft]:05d}",
            "ft": ft,
            "fac_name": None,
            "route_key": section["route_key"],
            "side": side,
            "chain_m": chain,
            "count": qty,
            "qty_unit": UNITS[ft],
            "material": {
                "F04": "コンクリート",
                "F05": "コンクリート",
                "F08": "鋼製",
                "F09": "ステンレス",
                "F14": "ケヤキ",
            }.get(ft),
            "install_year": year,
            "dg": None,
            "hl": None,
            "height_m": None,
            "owner": "A3" if section["route_key"][7:9] in ("N2", "P1", "P2") and ft != "F10" else "A1",
            "pole_no": None,
            "insp_grade": None,
            "insp_date": None,
            "status": str(rng.choice(["現存", "撤去", "休止"], p=[0.965, 0.03, 0.005])),
            "address": None,
            "_town": section["_town"],
            "_x": x,
            "_y": y,
            "_section": section,
        }
        if ft in ("F04", "F06"):
            row["dg"] = (
                "M1"
                if ft == "F06"
                else str(
                    rng.choice(["U1", "U2", "L1", "V1", "P1", "N0"], p=[0.4, 0.25, 0.18, 0.07, 0.06, 0.04])
                )
            )
        if ft == "F10":
            row["hl"] = str(rng.choice(["LE", "FL", "HM", "HN", "CE"], p=[0.72, 0.12, 0.07, 0.07, 0.02]))
            row["height_m"] = round(float(rng.choice([4.5, 5.0, 8.0, 10.0])), 1)
            row["pole_no"] = f"{PREFIX['F10']}{count[ft]:04d}"
        if ft in ("F16", "F17", "F18", "F10", "F11") and rng.random() < 0.6:
            row["insp_grade"] = str(rng.choice(["I", "II", "III", "IV"], p=[0.45, 0.4, 0.14, 0.01]))
            row["insp_date"] = some_day(rng, 2019, 2025)
        if ft in ("F09", "F11", "F10", "F08"):
            row["address"] = f"{section['_town']}{int(rng.integers(5, 3900))}番地先"
        row.update(extra)
        rows.append(row)

    for section in city.sections:
        km, town = section["length_m"] / 1000, section["_urban"] >= 4
        kind = section["route_key"][7:9]
        for ft, (urban, rural, only) in FACILITIES.items():
            if kind not in only:
                continue
            for _ in range(int(rng.poisson((urban if town else rural) * km))):
                spot = city.spot(section, rng, "C" if ft in ("F01", "F03", "F07", "F12") else None)
                if spot:
                    add(section, ft, spot)
    for n, (x, y, river, road) in enumerate(network_bridges):
        keys = {r["route_key"] for r in routes_by_road.get(road, []) if r["_city"] == city.code}
        near = [s for s in city.sections if s["route_key"] in keys]
        point = Point(x, y)
        if near and city.polygon.buffer(-1).contains(point):
            section = min(near, key=lambda s: s["_geom"].distance(point))
            add(
                section,
                "F16",
                (x, y, round(section["from_m"] + section["_geom"].project(point), 1), "C"),
                fac_name=f"{river[:-1]}第{n + 1}橋",
                material="鋼製",
                _river=river,
            )
    small = [s for s in city.sections if s["ap"] in ("U3", "U5") and s["length_m"] > 60]
    for i in rng.choice(len(small), min(len(small), 45), replace=False):
        spot = city.spot(small[int(i)], rng, "C")
        if spot:
            add(small[int(i)], "F16", spot, fac_name=f"{small[int(i)]['_town']}橋", material="コンクリート")
    return rows


def some_day(rng, first, last) -> str:
    start = dt.date(first, 4, 1)
    return (
        start + dt.timedelta(days=int(rng.integers(0, (dt.date(last + 1, 3, 31) - start).days)))
    ).isoformat()


def fy_of(text: str) -> int:
    year, month = int(text[:4]), int(text[5:7])
    return year if month >= 4 else year - 1


def stamp_of(day: dt.date, minutes: int) -> str:
    return f"{day.isoformat()}T{minutes // 60:02d}:{minutes % 60:02d}:00+09:00"


def later(stamp: str, days: float) -> str | None:
    moment = dt.datetime.fromisoformat(stamp) + dt.timedelta(days=days)
    if moment.date() > LAST_DAY:
        return None
    hour = min(max(moment.hour, 9), 16)
    return moment.replace(hour=hour, minute=moment.minute // 5 * 5, second=0, microsecond=0).isoformat()


def requests(city: City, facs, rng) -> list:
    """Ten years of requests; hotspots are the sections' heat, seasons stand in MIX."""
    share = POPULATION[city.code] / sum(POPULATION.values())
    chance = np.array([m[2] for m in MIX]) / sum(m[2] for m in MIX)
    by_ft: dict = {}
    for f in facs:
        by_ft.setdefault(f["ft"], []).append(f)
    rows = []
    for fy in range(FIRST_FY, LAST_FY + 1):
        n = int(rng.normal(REQUESTS_A_YEAR * share * (0.86 + 0.03 * (fy - FIRST_FY)), 15))
        year = []
        for _ in range(n):
            ft, damage, _, months = MIX[int(rng.choice(len(MIX), p=chance))]
            w = np.array(months or [1] * 12, float)
            month = int(rng.choice(12, p=w / w.sum()))
            day = dt.date(fy + (month >= 9), (month + 3) % 12 + 1, 1) + dt.timedelta(
                days=int(rng.integers(0, 28))
            )
            night = rng.random() < 0.07
            if day.weekday() >= 5 and rng.random() < 0.75:
                day += dt.timedelta(days=2)
            if day > LAST_DAY:
                day = LAST_DAY
            minutes = (
                int(rng.integers(17 * 12 + 6, 23 * 12)) * 5 if night else int(rng.integers(102, 206)) * 5
            )
            year.append((stamp_of(day, minutes), ft, damage, night))
        year.sort()
        for seq, (stamp, ft, damage, night) in enumerate(year, 1):
            rows.append(_request(city, fy, seq, stamp, ft, damage, night, by_ft, rows, rng))
    return rows


def _request(city, fy, seq, stamp, ft, damage, night, by_ft, earlier, rng):
    facility = None
    dup = None
    if ft in by_ft and ft not in ("F01", "F03", "F20", "F99", "F15") and rng.random() < 0.8:
        facility = by_ft[ft][int(rng.integers(len(by_ft[ft])))]
        section, spot = (
            facility["_section"],
            (facility["_x"], facility["_y"], facility["chain_m"], facility["side"]),
        )
    else:
        section = city.sections[int(rng.choice(len(city.heat), p=city.heat))]
        spot = city.spot(section, rng)
        while spot is None:
            section = city.sections[int(rng.choice(len(city.heat), p=city.heat))]
            spot = city.spot(section, rng)
    recent = [r for r in earlier[-30:] if r["ft"] == ft and r["dt"] == damage]
    if recent and rng.random() < 0.12:
        dup = recent[-1]
        section = dup["_section"]
        spot = (round(dup["_x"] + rng.uniform(-6, 6), 2), round(dup["_y"] + rng.uniform(-6, 6), 2), 0, "L")
        facility = dup["_facility"]
        if not city.inner.contains(Point(spot[0], spot[1])):
            spot = (dup["_x"], dup["_y"], 0, "L")
    rc = section["route_key"][7:9]
    ad = "A3" if rc in ("N2", "P1", "P2") else "A1"
    if ad == "A1" and damage == "D99" and rng.random() < 0.3:
        ad = str(rng.choice(["A5", "A6", "A7", "A8", "A9", "A0"]))
    ch = (
        "T2"
        if night
        else str(
            rng.choice(
                ["T1", "W1", "W2", "M1", "M2", "L1", "M3", "G1", "G2", "P1", "P2", "K1", "U1"],
                p=[0.5, 0.09, 0.04, 0.06, 0.06, 0.05, 0.05, 0.06, 0.01, 0.03, 0.02, 0.02, 0.01],
            )
        )
    )
    kd = (
        "K1"
        if damage not in ("D15", "D14", "D16", "D99", "D02", "D04")
        else str(rng.choice(["K1", "K2", "K4"], p=[0.4, 0.5, 0.1]))
    )
    if damage == "D99":
        kd = str(rng.choice(["K5", "K6", "K4", "K2"]))
    if ch == "W2":
        kd = "K3"
    landmark = texts.LANDMARKS[int(rng.integers(len(texts.LANDMARKS)))] if rng.random() < 0.5 else None
    age = (LAST_DAY - dt.date.fromisoformat(stamp[:10])).days
    first = later(stamp, float(rng.exponential(1.6)) + 0.1)
    closed = later(stamp, float(rng.gamma(1.6, 11)) + 1)
    transferred = None
    if ad != "A1":
        st, closed, transferred = "S15", None, later(stamp, float(rng.uniform(0.1, 3)))
    elif dup is not None:
        st, closed = "S05", None
    elif closed is None or (age < 60 and rng.random() < 0.35):
        st, closed = str(rng.choice(["S00", "S10", "S20", "S30", "S40", "S60", "S70"])), None
    else:
        st = str(
            rng.choice(["S99", "S95", "S90", "S45", "S97", "S98"], p=[0.8, 0.07, 0.03, 0.06, 0.03, 0.01])
        )
    reply = bool(rng.random() < 0.3)
    row = {
        "req_no": f"{city.code}-{fy}-{seq:05d}",
        "_fy": fy,
        "_seq": seq,
        "received_at": stamp,
        "ch": ch,
        "kd": kd,
        "title": texts.TITLES[damage],
        "body": texts.body(rng, CODES["FT"][ft].split("・")[0].split("(")[0], damage, landmark),
        "landmark": landmark,
        "ft": ft,
        "dt": damage,
        "ad": ad,
        "route_key": section["route_key"],
        "st": st,
        "is_urgent": bool(damage in ("D06", "D12", "D17") and rng.random() < 0.6),
        "injury": bool(rng.random() < 0.006),
        "assigned_to": str(rng.choice(["維持係", "道路係", "管理係"])),
        "transfer_to": {
            "A3": "県土木事務所",
            "A5": "警察署",
            "A6": "占用者",
            "A7": "上下水道課",
            "A8": "土地改良区",
            "A9": "自治会",
            "A0": "河川事務所",
        }.get(ad),
        "transferred_at": transferred,
        "reply_need": reply,
        "replied_at": closed if reply and closed else None,
        "rs": None
        if ad != "A1" or st in ("S00", "S10")
        else str(
            rng.choice(["R0", "R1", "R2", "R3", "R4", "R5", "R9"], p=[0.04, 0.2, 0.2, 0.25, 0.2, 0.06, 0.05])
        ),
        "first_visit_at": first if st not in ("S00", "S10", "S15", "S05") else None,
        "closed_at": closed,
        "_x": spot[0],
        "_y": spot[1],
        "_section": section,
        "_facility": facility,
        "_town": section["_town"],
        "dup_of": dup["req_no"] if dup is not None else None,
        "_chain": spot[2],
    }
    row["_lot"] = (int(rng.integers(5, 4200)), int(rng.integers(1, 30)) if rng.random() < 0.5 else None)
    if ch not in ("P1", "P2", "K1", "U1", "M3"):
        row.update(people.person(rng, city.code, section["_town"]))
    # People who give only words: no coordinates.
    row["_located"] = bool(rng.random() < 0.9)
    return row
