"""What each pair of neighbouring cities shares along its border."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely
from shapely.ops import substring

from .options import RouteOptions
from .pieces import Pieces
from .zones import edges_of, metres_inside, touching

_ALONG_M = 10.0  # unified model, section 8.2
COLUMNS = [
    "city_a", "city_b", "name_a", "name_b", "border_km", "routes", "crossings", "links", "through_km", "through_km_a",
    "through_km_b", "road_km", "road_km_a", "road_km_b", "requests", "requests_per_year",
    "damages", "damages_per_year", "breaks", "severity", "changes", "review", "geom",
]  # fmt: skip


def borders(
    pieces: Pieces,
    tree: shapely.STRtree | None,
    lines: dict,
    routes: pd.DataFrame,
    found: pd.DataFrame,
    requests: pd.DataFrame | None,
    damages: pd.DataFrame | None,
    names: dict,
    options: RouteOptions,
) -> pd.DataFrame:
    """A row for each two cities with a common border, or a through route from one into the other.

    routes, crossings, links (crossings by T23); through_km: of the through routes that cross here (``_a``, ``_b``: the
    part in each city); road_km: roads within ``near_m`` of the border, drawn once; requests and damages there,
    ``_per_year``: a year (None without dates); breaks: crossings where standards differ; severity: their sum; changes:
    crossings where class, width, lanes or pavement change; review: routes to be checked; border_km and geom:
    the shared line, None without the cities' areas.
    """
    pairs = sorted(set(lines) | set(zip(found["city_a"], found["city_b"])))
    if not pairs:
        return pd.DataFrame({name: pd.Series(dtype=object) for name in COLUMNS})
    rows = {pair: dict.fromkeys(COLUMNS) for pair in pairs}
    for pair, counts in zip(pairs, _crossings(pairs, found, routes)):
        a, b = pair
        rows[pair].update(city_a=a, city_b=b, name_a=names.get(a, a), name_b=names.get(b, b), **counts)
        line = lines.get(pair)
        if line is not None:
            rows[pair].update(border_km=round(float(line.length) / 1000, 3), geom=line)
    with_line = [pair for pair in pairs if pair in lines]
    if with_line:
        _near(rows, with_line, lines, pieces, tree, options)
    for name, table, moment in (("requests", requests, "received_at"), ("damages", damages, "found_at")):
        _points(rows, with_line, lines, name, table, moment, options)
    return pd.DataFrame(list(rows.values()), columns=COLUMNS)


def shared_lines(cities: pd.DataFrame | None, gap_m: float) -> dict[tuple[str, str], object]:
    """(code, code) -> the border of the first that lies on, within ``gap_m`` of, or inside the second's area.

    So a sliver between two areas, or an overlap, still is one border. Cities of several rows are taken together.
    """
    if cities is None or not len(cities) or "geom" not in cities:
        return {}
    areas: dict[str, list] = {}
    for code, area in zip(cities["city_code"].astype(str), cities["geom"]):
        if area is not None and not area.is_empty and area.geom_type in ("Polygon", "MultiPolygon"):
            areas.setdefault(code, []).append(shapely.make_valid(shapely.force_2d(area)))
    codes = sorted(areas)
    shapes = np.array([shapely.union_all(areas[code]) for code in codes], object)
    if len(shapes) < 2:
        return {}
    tree = shapely.STRtree(shapes)
    one, two = tree.query(shapes, predicate="dwithin", distance=gap_m)
    edges, wider = shapely.boundary(shapes), shapely.buffer(shapes, gap_m)
    found = {}
    for a, b in sorted(zip(one.tolist(), two.tolist())):
        if a >= b:
            continue
        line = shapely.intersection(edges[a], wider[b])
        parts = [p for p in shapely.get_parts(line) if p.geom_type == "LineString" and p.length > 0]
        # Corners that only come near each other (four areas at a point) leave stubs of about the gap.
        merged = shapely.line_merge(shapely.multilinestrings(parts)) if parts else None
        long = [p for p in shapely.get_parts(merged) if p.length > 2.5 * gap_m] if parts else []
        if long:
            found[codes[a], codes[b]] = shapely.multilinestrings(
                [_trimmed(p, shapes[b], gap_m) for p in long]
            )
    return found


def _trimmed(line, area, gap_m: float):
    """Without what runs on past the end of the border, away from the other area but still within the gap."""
    if line.is_ring or not gap_m:
        return line
    cuts = []
    for start, way in ((0.0, 1.0), (line.length, -1.0)):
        at = start + way * np.arange(0.0, min(1.5 * gap_m, line.length / 2), gap_m / 60)
        points = shapely.line_interpolate_point(line, at)
        # Nothing of the area beyond 2.5 gaps is the nearest: the line is within one, and is walked for one and a half.
        west, south, east, north = shapely.total_bounds(points)
        near = shapely.clip_by_rect(
            area, west - 3 * gap_m, south - 3 * gap_m, east + 3 * gap_m, north + 3 * gap_m
        )
        far = np.round(shapely.distance(points, area if near.is_empty else near), 2)
        cuts.append(at[far.argmin()])
    return substring(line, *cuts)


def strip(lines: dict) -> np.ndarray:
    """What lies within 10 m of a border between two cities: an array of one area."""
    parts = shapely.buffer(shapely.simplify(list(lines.values()), 0.5), _ALONG_M)
    return np.array([shapely.union_all(parts)], object)


def in_strip(tree: shapely.STRtree, lines: dict, zone: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(pieces that touch the strip, whether each is wholly inside), sorted."""
    # The strip's box is that of all cities; its border's straight pieces are each near few roads.
    edges = edges_of(shapely.simplify(list(lines.values()), 0.5))
    rows = np.unique(tree.query(edges, predicate="dwithin", distance=_ALONG_M + 0.01)[1])
    shapely.prepare(zone)
    rows = rows[shapely.intersects(zone[0], tree.geometries[rows])]
    return rows, shapely.contains_properly(zone[0], tree.geometries[rows])


def _crossings(pairs: list, found: pd.DataFrame, routes: pd.DataFrame) -> list[dict]:
    """What crosses between each two cities."""
    place = {pair: n for n, pair in enumerate(pairs)}
    at = np.array([place[pair] for pair in zip(found["city_a"], found["city_b"])], np.int64)
    n, width = len(pairs), len(routes) + 1

    def count(mask):
        return np.bincount(at[mask], minlength=n)

    route = found["_route"].to_numpy(np.int64)
    pair, here = np.divmod(np.unique(at * width + route), width)
    by_city = routes["length_by_city"].to_numpy()[here]
    km = [
        np.bincount(pair, [m.get(pairs[p][side], 0.0) for p, m in zip(pair.tolist(), by_city)], n) / 1000
        for side in (0, 1)
    ]
    columns = {
        "routes": np.bincount(pair, minlength=n),
        "crossings": np.bincount(at, minlength=n),
        "links": count((found["kind"] == "link").to_numpy(bool)),
        "through_km": np.bincount(pair, routes["length_m"].to_numpy()[here], n) / 1000,
        "through_km_a": km[0],
        "through_km_b": km[1],
        "breaks": count(np.array([len(some) > 0 for some in found["std_breaks"]], bool)),
        "severity": np.bincount(at, found["severity"].to_numpy(float), n),
        "changes": count(np.array([len(some) > 0 for some in found["changes"]], bool)),
        "review": np.bincount(pair, routes["review"].to_numpy(float)[here], n).astype(np.int64),
    }
    told = {k: (np.round(v, 3) if k.startswith("through") else v).tolist() for k, v in columns.items()}
    return [dict(zip(told, row)) for row in zip(*told.values())]


def _near(rows, pairs, lines, pieces: Pieces, tree: shapely.STRtree, options: RouteOptions) -> None:
    at_border = np.array([lines[pair] for pair in pairs], object)
    zones, zone, piece, whole = touching(tree, at_border, options.near_m)
    metres = pieces.length[piece]
    across = np.flatnonzero(~whole)
    metres[across] = metres_inside(pieces.geom[piece[across]], zones, zone[across])
    width = len(pieces.cities) + 1
    owner = np.bincount(zone * width + pieces.city[piece] + 1, metres, len(pairs) * width)
    owner = owner.reshape(-1, width) / 1000
    column = {code: n for n, code in enumerate(pieces.cities, 1)}
    for pair, km in zip(pairs, owner):
        rows[pair]["road_km"] = round(float(km.sum()), 3)
        for side, code in zip("ab", pair):
            rows[pair][f"road_km_{side}"] = round(float(km[column[code]]), 3) if code in column else 0.0


def _points(rows, pairs, lines, name: str, table: pd.DataFrame | None, moment: str, options) -> None:
    if table is None or not len(pairs):
        return
    points = table["geom"].to_numpy(object) if "geom" in table else np.zeros(0, object)
    there = np.array([p is not None and not p.is_empty for p in points], bool)
    points = points[there]
    years = _years(table, moment)
    tree = shapely.STRtree(points)
    at, _ = tree.query(
        np.array([lines[pair] for pair in pairs], object), predicate="dwithin", distance=options.near_m
    )
    counts = np.bincount(at, minlength=len(pairs))
    for pair, count in zip(pairs, counts.tolist()):
        rows[pair][name] = count
        rows[pair][f"{name}_per_year"] = None if years is None else round(count / years, 2)


def _years(table: pd.DataFrame, moment: str) -> float | None:
    """How long the records reach, at least a year; None without a date."""
    if moment not in table:
        return None
    dates = pd.to_datetime(
        table[moment].astype("string"), errors="coerce", utc=True, format="ISO8601"
    ).dropna()
    if not len(dates):
        return None
    days = dates.dt.tz_localize(None).to_numpy().astype("datetime64[s]").astype(np.int64) / 86_400
    # One date misread by decades must not thin out the rate: of many records the middle 98 % tell the span.
    span = (
        np.diff(np.quantile(days, [0.01, 0.99]))[0] / 0.98
        if len(days) >= 100
        else days.max() - days.min() + 1
    )
    return max(1.0, float(span) / 365.25)
