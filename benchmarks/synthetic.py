"""Synthetic ledgers of any size for one real city: sections, facilities, damages, requests, and their profile.

They imitate ledgers, not stores (``synthetic_store.py`` does those): a few distinct codes, many distinct dates
in wareki and western notation, free text that differs on every row, invented petitioners, and two rows in a
hundred with one dirty cell. All of it is deterministic for a seed. Points lie a few metres from
the sections of their route, inside the city's boundary.
"""

from __future__ import annotations

import csv
import datetime
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyproj
import shapely
from shapely.geometry import shape

from ..layers.boundaries import CITIES
from ..layers.unify.references import shipped_towns

CITY = "082244"
SIZES = {"sections": 60_000, "facilities": 100_000, "damages": 50_000, "requests": 30_000}
DIRT = 0.02
ROUTES = 300
_TYPES = (
    "車道舗装",
    "歩道舗装",
    "側溝",
    "側溝蓋",
    "集水桝",
    "防護柵",
    "カーブミラー",
    "防犯灯",
    "標識",
    "区画線",
)
_DAMAGES = ("ポットホール", "ひび割れ", "段差", "破損・欠損", "変形・傾き", "詰まり・土砂")
_WORDS = (
    "穴があいている", "水がたまる", "蓋がガタガタする", "段差で自転車が転びそう", "ミラーが曲がっている",
    "草で見通しが悪い",
    "舗装がひび割れている", "灯りがつかない", "白線が消えている", "側溝が詰まっている", "通学路なので早めに",
    "雨のたびに",
    "車が通ると揺れる", "夜間は見えにくい", "以前にも連絡した", "補修をお願いしたい",
)  # fmt: skip
_FAMILY = ("試験", "見本", "仮名", "例示", "架空", "検証")
_GIVEN = ("太郎", "花子", "一郎", "良子", "健", "明美")


@dataclass
class Ledger:
    """One file: its path, its format, its rows, the columns that hold the place (None: in its geometry)."""

    name: str
    path: Path
    rows: int
    columns: int
    place: tuple[str, str] | None  # columns of x and y in the order that OGR wants
    crs: str

    @property
    def is_csv(self) -> bool:
        return self.path.suffix == ".csv"


class Area:
    """The city: its road sections (scattered, each of one route) and places beside them."""

    def __init__(self, rng, sections: int):
        features = json.loads(CITIES.read_text(encoding="utf-8"))["features"]
        own = next(f for f in features if f["properties"]["city_code"] == CITY[:5])
        self.polygon = shape(own["geometry"])
        shapely.prepare(self.polygon)
        self.rng = rng
        self.plane = pyproj.Transformer.from_crs("EPSG:6668", "EPSG:6677", always_xy=True)
        self.towns = sorted(shipped_towns()[CITY])
        self.x, self.y = self.plane.transform(*self._inside(sections))
        self.bearing = rng.uniform(0, np.pi, sections)
        self.length = rng.uniform(20, 180, sections)
        self.route = rng.integers(1, ROUTES + 1, sections)

    def points(self, count: int) -> tuple[np.ndarray, ...]:
        """Longitudes and latitudes a few metres from a road, plane coordinates (east, north), and its route."""
        near = self.rng.integers(0, len(self.x), count)
        along = self.rng.uniform(-0.5, 0.5, count) * self.length[near]
        aside = self.rng.choice([-1, 1], count) * self.rng.uniform(1, 6, count)
        bearing = self.bearing[near]
        x = self.x[near] + along * np.cos(bearing) - aside * np.sin(bearing)
        y = self.y[near] + along * np.sin(bearing) + aside * np.cos(bearing)
        return *self.plane.transform(x, y, direction="INVERSE"), x, y, self.route[near]

    def _inside(self, count: int) -> tuple[np.ndarray, np.ndarray]:
        west, south, east, north = self.polygon.bounds
        found, total = [], 0
        while total < count:
            x, y = self.rng.uniform(west, east, 2 * count), self.rng.uniform(south, north, 2 * count)
            inside = shapely.contains_xy(self.polygon, x, y)
            found.append(np.column_stack([x[inside], y[inside]]))
            total += len(found[-1])
        kept = np.concatenate(found)[:count]
        return kept[:, 0], kept[:, 1]

    def addresses(self, count: int, distinct: int) -> list[str]:
        towns = self.rng.integers(0, len(self.towns), distinct)
        lots = self.rng.integers(1, 2500, distinct)
        branch = self.rng.integers(0, 12, distinct)
        texts = [
            f"守谷市{self.towns[t]}{a}" + (f"-{b}" if b else "番地") for t, a, b in zip(towns, lots, branch)
        ]
        return [texts[n] for n in self.rng.integers(0, distinct, count)]


def write_ledgers(folder: str | Path, scale: float = 1.0, seed: int = 9, only=None) -> dict[str, Ledger]:
    """Write the ledgers and the route register into ``folder``; returns them by name."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    area = Area(np.random.default_rng(seed), int(SIZES["sections"] * scale))
    _routes(folder)
    write = {
        "sections": _sections, "facilities": _facilities, "damages": _damages, "requests": _requests,
    }  # fmt: skip
    return {
        name: write[name](folder, area, int(SIZES[name] * scale))
        for name in SIZES
        if only is None or name in only
    }


def write_profile(path: str | Path, ledgers) -> Path:
    """A profile of these ledgers (names), with the route register before them."""
    path = Path(path)
    head = f'format = 1\nid = "{path.stem}"\nversion = "1"\ncity_code = "{CITY}"\nname_ja = "守谷市"\n'
    head += '[defaults]\nencoding = "auto"\ncrs = "EPSG:6677"\nwareki = true\n'
    path.write_text(head + "".join(_PROFILE[name] for name in ("routes", *ledgers)), encoding="utf-8")
    return path


# -- ledgers --------------------------------------------------------------------------------------------


def _routes(folder: Path) -> None:
    rows = [[f"R{n}", "2級市道", n, f"市道{n}号線", f"{1000 + n}.5", "5.5"] for n in range(1, ROUTES + 1)]
    _csv(folder / "路線.csv", ["路線コード", "種別", "番号", "路線名", "延長", "幅員"], rows)


def _sections(folder: Path, area: Area, count: int) -> Ledger:
    rng = area.rng
    x, y, bearing, length, route = area.x, area.y, area.bearing, area.length, area.route
    sequence: dict[int, int] = {}
    names = ["区間コード", "路線", "区間番号", "起点側距離", "延長", "幅員", "車線", "舗装種別", "舗装年度",
    "ひび割れ率",
             "わだち掘れ量", "IRI", "調査年月日", "バス路線", "交通量", "制限速度"]  # fmt: skip
    dates = _dates(rng, count)
    adt, cracks, paved = (
        rng.integers(1, 400, count) * 50,
        rng.integers(0, 600, count),
        rng.integers(50, 66, count),
    )
    part = folder / "sections.geojsonl"
    steps = np.linspace(-0.5, 0.5, 4)
    xs = x[:, None] + steps * (length * np.cos(bearing))[:, None]
    ys = y[:, None] + steps * (length * np.sin(bearing))[:, None] + rng.normal(0, 1.5, (count, 4))
    lons, lats = area.plane.transform(xs, ys, direction="INVERSE")
    with part.open("w", encoding="utf-8") as stream:
        for n in range(count):
            number = sequence[route[n]] = sequence.get(route[n], 0) + 1
            row = [f"S{n + 1}", f"市道{route[n]}号線", number, 0, round(float(length[n]), 1), "5.5", "2車線",
                   ("As舗装", "密粒度", "Co舗装")[n % 3], f"S{paved[n] - 3}" if n % 5 else str(1988 + n % 30),
                   f"{cracks[n] / 10}", f"{n % 30}", f"{n % 80 / 10}", dates[n], "有" if n % 9 == 0 else "無",
                   int(adt[n]), "40"]  # fmt: skip
            line = [[round(float(a), 8), round(float(b), 8)] for a, b in zip(lons[n], lats[n])]
            feature = {"type": "Feature", "properties": dict(zip(names, row)),
                       "geometry": {"type": "LineString", "coordinates": line}}  # fmt: skip
            stream.write(json.dumps(feature, ensure_ascii=False) + "\n")
    return Ledger("sections", part, count, len(names), None, "EPSG:6668")


def _facilities(folder: Path, area: Area, count: int) -> Ledger:
    rng = area.rng
    lon, lat, _, _, route = area.points(count)
    kinds = rng.integers(0, len(_TYPES), count)
    chain = rng.integers(0, 30_000, count)
    dates, places = _dates(rng, count), area.addresses(count, max(1, count // 5))
    header = ["施設番号", "施設種別", "路線", "左右", "距離標", "数量", "単位", "設置年度", "健全性", "点検日",
    "所在地", "緯度",
              "経度"]  # fmt: skip
    rows = [
        [
            f"F{n + 1:07d}", _TYPES[kinds[n]], f"市道{route[n]}号線", "左" if n % 2 else "右", f"{chain[n] / 10}",
            f"{1 + n % 12}", "基" if n % 3 else "m", f"H{1 + n % 30}" if n % 4 else f"{1975 + n % 50}年度",
            ("Ⅰ", "Ⅱ", "Ⅲ", "")[n % 4], dates[n], places[n], f"{lat[n]:.6f}", f"{lon[n]:.6f}",
        ]
        for n in range(count)
    ]  # fmt: skip
    _soil(rng, rows, {1: ["不明施設", "？"], 4: ["約５ｍ", "100m付近"], 9: ["R8.2.30", "未点検", "令和７年４月"],
                      11: ["", "36.9000", "３５．９５"]})  # fmt: skip
    path = folder / "施設台帳.csv"
    _csv(path, header, rows)
    return Ledger("facilities", path, count, len(header), ("経度", "緯度"), "EPSG:6668")


def _damages(folder: Path, area: Area, count: int) -> Ledger:
    rng = area.rng
    _, _, east, north, route = area.points(count)
    kinds = rng.integers(0, len(_TYPES), count)
    dates, times = _dates(rng, count), rng.integers(0, 600, count)
    header = ["損傷番号", "発見日", "発見時刻", "発見区分", "施設", "損傷", "路線", "深さ", "幅", "延長",
    "状況", "原因", "X座標",
              "Y座標"]  # fmt: skip
    rows = [
        [
            f"D{n + 1:07d}", dates[n], f"{8 + times[n] // 60}:{times[n] % 60:02d}", ("巡視", "通報")[n % 2],
            _TYPES[kinds[n]], _DAMAGES[n % len(_DAMAGES)], f"市道{route[n]}号線", f"{n % 17 + 1}", f"{n % 60 + 5}cm",
            f"{n % 90 / 10}", ("受付済", "完了", "業者手配済")[n % 3], f"{_WORDS[n % 16]}ため" if n % 3 else "",
            f"{north[n]:.3f}", f"{east[n]:.3f}",
        ]
        for n in range(count)
    ]  # fmt: skip
    _soil(rng, rows, {1: ["R8.2.30", "R７．４．１", ""], 5: ["謎の損傷"], 7: ["約５ｃｍ", "5〜8", "深い"],
                      12: ["", "90000.0"]})  # fmt: skip
    path = folder / "損傷台帳.csv"
    _csv(path, header, rows)
    return Ledger("damages", path, count, len(header), ("Y座標", "X座標"), "EPSG:6677")


def _requests(folder: Path, area: Area, count: int) -> Ledger:
    rng = area.rng
    lon, lat, *_ = area.points(count)
    kinds = rng.integers(0, len(_TYPES), count)
    dates, times = _dates(rng, count), rng.integers(0, 600, count)
    places, homes = area.addresses(count, max(1, count // 2)), area.addresses(count, max(1, count // 2))
    words = rng.integers(0, len(_WORDS), (count, 3))
    header = ["受付番号", "受付日時", "受付方法", "区分", "件名", "内容", "氏名", "電話", "住所", "場所",
    "施設", "緊急", "担当",
              "状況", "回答日", "緯度", "経度"]  # fmt: skip
    rows = []
    for n in range(count):
        body = (
            f"{places[n][3:]}付近の{_TYPES[kinds[n]]}、"
            + "。".join(_WORDS[w] for w in words[n])
            + f"。({n + 1})"
        )
        if n % 40 == 0:
            body += f"連絡先は090-0000-{n % 10_000:04d}、{_FAMILY[n % 6]}様。"
        rows.append(
            [
                f"R{5 + n % 3}-{n // 3 + 1}", f"{dates[n]} {8 + times[n] // 60}:{times[n] % 60:02d}",
                ("電話", "窓口", "メール", "区長要望")[n % 4], ("通報", "要望", "苦情")[n % 3],
                f"{_TYPES[kinds[n]]}の件", body, f"{_FAMILY[n % 6]}{_GIVEN[n // 6 % 6]}",
                f"0297-00-{n % 10_000:04d}", homes[n], places[n], _TYPES[kinds[n]], "急" if n % 30 == 0 else "",
                ("土木係", "維持係")[n % 2], ("受付済", "完了", "業者手配済")[n % 3], dates[n - 1] if n % 2 else "",
                *((f"{lat[n]:.6f}", f"{lon[n]:.6f}") if n % 10 else ("", "")),
            ]
        )  # fmt: skip
    _soil(rng, rows, {1: ["R8.2.30", "４月１日"], 2: ["伝書鳩"], 10: ["謎の施設"], 15: ["36.9000", "不明"]})
    path = folder / "要望受付簿.csv"
    _csv(path, header, rows)
    return Ledger("requests", path, count, len(header), ("経度", "緯度"), "EPSG:6668")


def _dates(rng, count: int) -> list[str]:
    """Days of 25 years in four notations."""
    first = datetime.date(2000, 4, 1)
    distinct = []
    for n in range(25 * 365):
        day = first + datetime.timedelta(days=n)
        era, year = ("R", day.year - 2018) if day >= datetime.date(2019, 5, 1) else ("H", day.year - 1988)
        kanji = "令和" if era == "R" else "平成"
        distinct.append(
            (
                f"{era}{year}.{day.month}.{day.day}", day.isoformat(), f"{day.year}/{day.month}/{day.day}",
                f"{kanji}{year}年{day.month}月{day.day}日",
            )
        )  # fmt: skip
    which, notation = rng.integers(0, len(distinct), count), rng.integers(0, 4, count)
    return [distinct[a][b] for a, b in zip(which, notation)]


def _soil(rng, rows: list[list], dirt: dict[int, list[str]]) -> None:
    """One dirty cell in two rows of a hundred."""
    columns = list(dirt)
    for n in np.flatnonzero(rng.random(len(rows)) < DIRT):
        column = columns[n % len(columns)]
        rows[n][column] = dirt[column][int(n) // len(columns) % len(dirt[column])]


def _csv(path: Path, header: list[str], rows: list[list]) -> None:
    """As Excel saves it: cp932, CRLF."""
    with path.open("w", encoding="cp932", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(header)
        writer.writerows(rows)


_PROFILE = {
    "routes": """
[[source]]
id = "routes"
table = "route"
title_ja = "路線"
files = ["路線.csv"]
key = ["路線コード"]
  [source.columns]
"路線コード" = { ignore = "行の識別にだけ使う" }
"種別" = "rc"
"番号" = "route_no"
"路線名" = "name_ja"
"延長" = { field = "length_m", unit = "m" }
"幅員" = { field = "width_m", unit = "m" }
""",
    "sections": """
[[source]]
id = "sections"
table = "section"
title_ja = "道路区間"
files = ["道路区間.gpkg"]
key = ["区間コード"]
  [source.geometry]
kind = "file"
  [source.columns]
"区間コード" = { ignore = "行の識別にだけ使う" }
"路線" = "route_key"
"区間番号" = "seq"
"起点側距離" = { field = "from_m", unit = "m" }
"延長" = { field = "length_m", unit = "m" }
"幅員" = { field = "width_m", unit = "m" }
"車線" = "ln"
"舗装種別" = "pt"
"舗装年度" = "paved_year"
"ひび割れ率" = { field = "crack_pct", unit = "%" }
"わだち掘れ量" = { field = "rut_mm", unit = "mm" }
"IRI" = { field = "iri", unit = "mm/m" }
"調査年月日" = "insp_date"
"バス路線" = "is_bus"
"交通量" = { field = "adt", unit = "台/日" }
"制限速度" = { field = "speed_kmh", unit = "km/h" }
""",
    "facilities": """
[[source]]
id = "facilities"
table = "facility"
title_ja = "道路施設台帳"
files = ["施設台帳.csv"]
key = ["施設番号"]
  [source.geometry]
kind = "latlon"
lat = "緯度"
lon = "経度"
crs = "EPSG:6668"
  [source.columns]
"施設番号" = "fac_id"
"施設種別" = { field = "ft", codes = { "防犯灯" = "F10" } }
"路線" = "route_key"
"左右" = "side"
"距離標" = { field = "chain_m", unit = "m" }
"数量" = "count"
"単位" = "qty_unit"
"設置年度" = "install_year"
"健全性" = "insp_grade"
"点検日" = "insp_date"
"所在地" = "address"
""",
    "damages": """
[[source]]
id = "damages"
table = "damage"
title_ja = "損傷台帳"
files = ["損傷台帳.csv"]
key = ["損傷番号"]
  [source.geometry]
kind = "xy"
x = "X座標"
y = "Y座標"
order = "survey"
crs = "EPSG:6677"
  [source.columns]
"損傷番号" = "dmg_id"
"発見日" = "found_at"
"発見時刻" = "found_at"
"発見区分" = "found_by"
"施設" = { field = "ft", codes = { "防犯灯" = "F10" } }
"損傷" = "dt"
"路線" = "route_key"
"深さ" = { field = "depth_cm", unit = "cm" }
"幅" = { field = "width_cm", unit = "cm" }
"延長" = { field = "length_m", unit = "m" }
"状況" = { field = "st", codes = { "受付済" = "S00", "業者手配済" = "S60", "完了" = "S99" } }
"原因" = "cause"
""",
    "requests": """
[[source]]
id = "requests"
table = "request"
title_ja = "要望受付簿"
files = ["要望受付簿.csv"]
key = ["受付番号"]
  [source.geometry]
kind = "latlon"
lat = "緯度"
lon = "経度"
crs = "EPSG:6668"
  [source.columns]
"受付番号" = "req_no"
"受付日時" = "received_at"
"受付方法" = { field = "ch", codes = { "区長要望" = "G1" } }
"区分" = "kd"
"件名" = "title"
"内容" = "body"
"氏名" = { personal = "name" }
"電話" = { personal = "phone" }
"住所" = { personal = "address" }
"場所" = ["address_raw", { field = "address", kind = "address" }]
"施設" = { field = "ft", codes = { "防犯灯" = "F10" } }
"緊急" = "is_urgent"
"担当" = "assigned_to"
"状況" = { field = "st", codes = { "受付済" = "S00", "業者手配済" = "S60", "完了" = "S99" } }
"回答日" = "replied_at"
""",
}
