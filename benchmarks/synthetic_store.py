"""A synthetic store of any size inside the shipped boundaries: a bent street grid with things along it.

For benchmarks and for tests of the map. It writes rows as an import leaves them; it does not imitate ledgers
(the samples do). Deterministic for a seed.
"""

from __future__ import annotations

import json
import sqlite3
import uuid
from pathlib import Path

import numpy as np
import pyproj
import shapely
from shapely.geometry import shape

from ..layers.boundaries import CITIES
from ..layers.store import ddl
from ..layers.store.geometry_blob import encode
from ..schema import model

CLASSES = (
    (64, "N2", "A3"),
    (32, "P1", "A3"),
    (16, "P2", "A3"),
    (8, "C1", "A1"),
    (4, "C2", "A1"),
    (1, "C3", "A1"),
)
GONE = "2026-03-01T00:00:00.000Z"


def write_store(
    path: str | Path, sections=3000, facilities=4000, damages=1500, requests=2500, seed=6, srs=6677
) -> Path:
    """Make a new store at ``path`` with about that many rows; returns the path."""
    rng = np.random.default_rng(seed)
    path = Path(path)
    crs = pyproj.CRS.from_epsg(srs)
    cities = _cities(srs)
    con = sqlite3.connect(path)
    with con:
        for statement in ddl.store_ddl(model(), srs, crs.name, crs.to_wkt("WKT1_GDAL")):
            con.execute(statement)
        for table in model().tables.values():
            if table.geometry and table.store == "main":
                for statement in ddl.rtree_triggers_drop(table.name):
                    con.execute(statement)
        writer = _Writer(con, srs)
        writer.add(
            "city",
            [c["geom"] for c in cities],
            **{k: [c[k] for c in cities] for k in cities[0] if k != "geom"},
        )
        lines, keys, code = _network(writer, cities, sections, rng)
        _background(writer, cities, lines, rng)
        _facilities(writer, lines, keys, code, facilities, rng)
        _damages(writer, lines, keys, code, damages, rng)
        _requests(writer, lines, keys, code, requests, rng)
        for table in model().tables.values():
            if table.geometry and table.store == "main":
                for statement in ddl.rtree_triggers_create(table.name):
                    con.execute(statement)
    con.close()
    return path


class _Writer:
    def __init__(self, con, srs: int):
        self.con, self.srs = con, srs

    def add(self, table: str, geoms, **columns) -> None:
        size = len(next(iter(columns.values())))
        columns.setdefault("src_file", ["synthetic.csv"] * size)
        columns.setdefault("src_row", list(range(2, size + 2)))
        columns["uuid"] = [str(uuid.uuid5(uuid.NAMESPACE_URL, f"{table}{n}")) for n in range(size)]
        columns["raw_json"] = [
            json.dumps({"n": n, "text": "元データ" * 20}, ensure_ascii=False) for n in range(size)
        ]
        names = list(columns)
        values = [_plain(columns[name]) for name in names]
        if geoms is not None:
            geoms = np.asarray(geoms, dtype=object)
            names.append("geom")
            values.append(encode(geoms, self.srs))
        marks = ", ".join("?" * len(names))
        quoted = ", ".join(f'"{name}"' for name in names)
        self.con.executemany(f'INSERT INTO "{table}" ({quoted}) VALUES ({marks})', zip(*values))  # nosec B608
        if geoms is not None and any(geom is not None for geom in geoms):
            first = self.con.execute(f'SELECT min(fid) FROM "{table}"').fetchone()[0]  # nosec B608
            boxes = shapely.bounds(geoms)
            rows = [
                (first + n, box[0], box[2], box[1], box[3])
                for n, box in enumerate(boxes.tolist())
                if box[0] == box[0]
            ]
            self.con.executemany(f'INSERT INTO "rtree_{table}_geom" VALUES (?, ?, ?, ?, ?)', rows)  # nosec B608
            whole = np.nanmin(boxes[:, :2], axis=0).tolist() + np.nanmax(boxes[:, 2:], axis=0).tolist()
            self.con.execute(
                "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?",
                (*whole, table),
            )


def _plain(values) -> list:
    return values.tolist() if isinstance(values, np.ndarray) else list(values)


def _cities(srs: int) -> list[dict]:
    to_plane = pyproj.Transformer.from_crs(6668, srs, always_xy=True)
    found = []
    for feature in json.loads(Path(CITIES).read_text(encoding="utf-8"))["features"]:
        five = str(feature["properties"]["city_code"])[:5]
        check = (11 - sum(int(d) * w for d, w in zip(five, (6, 5, 4, 3, 2))) % 11) % 10
        area = shape(feature["geometry"])
        seat = area.representative_point()
        plane = shapely.transform(area, lambda a: np.column_stack(to_plane.transform(a[:, 0], a[:, 1])))
        found.append(
            {
                "city_code": f"{five}{check}",
                "name_ja": feature["properties"]["name_ja"],
                "seat_lat": seat.y,
                "seat_lon": seat.x,
                "geom": shapely.multipolygons([plane]) if plane.geom_type == "Polygon" else plane,
            }
        )
    return sorted(found, key=lambda city: city["city_code"])


def _network(writer, cities, wanted: int, rng):
    """Grid edges, bent by a slow wave; returns sections, their (route key, section id) and city codes."""
    areas = np.array([c["geom"] for c in cities], dtype=object)
    shapely.prepare(areas)
    west, south, east, north = shapely.total_bounds(areas)
    share = sum(area.area for area in areas) / ((east - west) * (north - south))
    step = np.sqrt((east - west) * (north - south) * share * 2 / wanted)
    reach = np.hypot(east - west, north - south) / 2 + step
    ticks = np.arange(-reach, reach, step)
    u, v = np.meshgrid(ticks, ticks, indexing="ij")
    wave = 900.0
    x = u * np.cos(0.35) - v * np.sin(0.35) + wave * np.sin(v / 4100) + rng.normal(0, step / 9, u.shape)
    y = u * np.sin(0.35) + v * np.cos(0.35) + wave * np.cos(u / 3700) + rng.normal(0, step / 9, u.shape)
    x, y = x + (west + east) / 2, y + (south + north) / 2
    parts = []
    for axis in (0, 1):
        a = np.stack([x, y], -1)
        first, second = (a[:-1], a[1:]) if axis == 0 else (a[:, :-1], a[:, 1:])
        i, j = np.meshgrid(*map(np.arange, first.shape[:2]), indexing="ij")
        road, seq = (j, i) if axis == 0 else (i, j)
        ends = np.stack([first, second], 2).reshape(-1, 2, 2)
        parts.append((ends, road.ravel() + (0 if axis == 0 else 3000), seq.ravel()))
    ends = np.concatenate([p[0] for p in parts])
    road = np.concatenate([p[1] for p in parts])
    seq = np.concatenate([p[2] for p in parts])
    middle = shapely.points(ends.mean(axis=1))
    city = np.full(len(ends), -1)
    for n, area in enumerate(areas):
        city[shapely.contains(area, middle)] = n
    keep = city >= 0
    ends, road, seq, city = ends[keep], road[keep], seq[keep], city[keep]
    rank = np.full(len(road), len(CLASSES) - 1)
    for n, (every, *_rest) in reversed(list(enumerate(CLASSES))):
        rank[road % every == 0] = n
    codes = np.array([c["city_code"] for c in cities])[city]
    classes = np.array([c for _, c, _ in CLASSES])[rank]
    owners = np.array([c for _, _, c in CLASSES])[rank]
    keys = np.array([f"{c}-{rc}-{n:04d}" for c, rc, n in zip(codes, classes, road)])
    ids = np.array([f"{key}:{s:03d}" for key, s in zip(keys, seq)])
    lines = shapely.linestrings(ends)
    length = shapely.length(lines)
    distinct, index = np.unique(keys, return_index=True)
    writer.add(
        "route",
        np.full(len(distinct), None),
        route_key=distinct,
        city_code=codes[index],
        rc=classes[index],
        route_no=road[index],
        ad=owners[index],
        name_ja=[f"市道{n}号線" for n in road[index]],
    )
    writer.add(
        "section",
        lines,
        section_id=ids,
        route_key=keys,
        city_code=codes,
        seq=seq,
        from_m=np.zeros(len(ids)),
        to_m=length,
        length_m=length,
        width_m=rng.uniform(3, 12, len(ids)).round(1),
        vanished_at=[None if n % 40 != 7 else GONE for n in range(len(ids))],
    )
    return lines, np.column_stack([keys, ids]), codes


def _background(writer, cities, lines, rng) -> None:
    west, south, east, north = shapely.total_bounds(lines)
    t = np.linspace(0, 1, 60)
    rivers = [
        shapely.linestrings(
            np.column_stack(
                [west + (east - west) * (f + 0.08 * np.sin(5 * t + f * 9)), south + (north - south) * t]
            )
        )
        for f in (0.35, 0.62)
    ]
    middles = shapely.line_interpolate_point(lines[rng.integers(0, len(lines), 160)], 10)
    writer.add(
        "reference",
        [*rivers, *middles],
        ref_id=[f"R{n}" for n in range(162)],
        city_code=[cities[n % len(cities)]["city_code"] for n in range(162)],
        kind=["RV", "RV", *(["TW"] * 100), *(["SC", "SH", "HO", "PK", "HY", "UP"] * 10)],
        name_ja=["北川", "南川", *[f"本町{n}丁目" for n in range(100)], *[f"施設{n}" for n in range(60)]],
    )


def _along(lines, count, rng, clumps=False):
    """Indexes of sections and points beside them; ``clumps`` gathers them as towns do."""
    if clumps:
        centres = shapely.get_coordinates(shapely.centroid(lines))
        towns = centres[rng.integers(0, len(lines), 30)]
        near = np.min(np.hypot(*(centres[:, None, :] - towns[None, :, :]).transpose(2, 0, 1)), axis=1)
        weight = 1 / (near + 300) ** 1.5
        index = rng.choice(len(lines), count, p=weight / weight.sum())
    else:
        index = rng.integers(0, len(lines), count)
    at = shapely.get_coordinates(
        shapely.line_interpolate_point(lines[index], rng.random(count), normalized=True)
    )
    return index, at + rng.normal(0, 4, at.shape)


def _facilities(writer, lines, keys, codes, count, rng) -> None:
    index, at = _along(lines, count, rng)
    points = shapely.points(at)
    geoms = points.copy()
    kinds = list(model().code_lists["FT"].codes)
    ft = rng.choice(
        kinds,
        count,
        p=_share(kinds, {"F10": 25, "F09": 18, "F11": 12, "F06": 10, "F08": 6, "F16": 0.6, "F17": 0.1}),
    )
    long = np.isin(ft, ["F08", "F04", "F12"])
    geoms[long] = shapely.linestrings(np.stack([at[long], at[long] + rng.normal(0, 25, at[long].shape)], 1))
    wide = np.isin(ft, ["F15", "F18"])
    geoms[wide] = shapely.buffer(points[wide], 8, quad_segs=2)
    writer.add(
        "facility",
        geoms,
        fac_id=[f"{n:06d}" for n in range(count)],
        city_code=codes[index],
        ft=ft,
        fac_name=[f"{k}-{n}" if k == "F16" else None for n, k in enumerate(ft)],
        route_key=keys[index, 0],
        section_id=keys[index, 1],
        vanished_at=[None if n % 200 else GONE for n in range(count)],
    )


def _damages(writer, lines, keys, codes, count, rng) -> None:
    index, at = _along(lines, count, rng, clumps=True)
    days = rng.integers(0, 3650, count)
    writer.add(
        "damage",
        shapely.points(at),
        dmg_id=[f"D{n:06d}" for n in range(count)],
        city_code=codes[index],
        found_at=_days(days),
        ft=rng.choice(["F01", "F04", "F10", "F11"], count),
        dt=rng.choice(list(model().code_lists["DT"].codes), count),
        route_key=keys[index, 0],
        section_id=keys[index, 1],
        depth_cm=rng.uniform(0, 12, count).round(1),
        st=_states(days, rng),
        judge=rng.choice(np.array([None, "L1", "L2", "L3"], dtype=object), count, p=[0.5, 0.25, 0.22, 0.03]),
        vanished_at=[None if n % 150 else GONE for n in range(count)],
    )


def _requests(writer, lines, keys, codes, count, rng) -> None:
    index, at = _along(lines, count, rng, clumps=True)
    days = rng.integers(0, 3650, count)
    geoms = shapely.points(at)
    geoms[rng.random(count) < 0.05] = None
    kinds = list(model().code_lists["KD"].codes)
    writer.add(
        "request",
        geoms,
        req_no=[f"{c}-2025-{n:05d}" for n, c in enumerate(codes[index])],
        city_code=codes[index],
        received_at=_days(days),
        ch=rng.choice(["T1", "W1", "M2"], count),
        kd=rng.choice(kinds, count, p=_share(kinds, {"K1": 20, "K2": 6})),
        body=["路面に穴がある"] * count,
        gl=rng.choice(["1", "2", "5"], count),
        ad=["A1"] * count,
        st=_states(days, rng),
        vanished_at=[None if n % 120 else GONE for n in range(count)],
        petitioner_ref=[f"ref{n:08x}" for n in range(count)],
    )


def _days(days) -> list[str]:
    start = np.datetime64("2016-04-01")
    return [f"{day}T09:00:00+09:00" for day in (start + days).astype(str)]


def _states(days, rng):
    """Old ones are done; the last year's are open or in hand."""
    recent = days > 3650 - 400
    fresh = rng.choice(["S00", "S10", "S30", "S40", "S60", "S70", "S90", "S99"], len(days))
    old = rng.choice(
        ["S99", "S99", "S99", "S95", "S45", "S05", "S97", "S40"],
        len(days),
        p=[0.3, 0.3, 0.2, 0.1, 0.03, 0.03, 0.02, 0.02],
    )
    return np.where(recent, fresh, old)


def _share(kinds, heavy):
    weights = np.array([heavy.get(kind, 1.0) for kind in kinds], dtype=float)
    return weights / weights.sum()
