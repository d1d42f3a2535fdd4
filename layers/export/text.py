"""The package's text files: GeoJSON (RFC 7946) and CSV as cities' spreadsheets read it."""

from __future__ import annotations

import csv
import json
import math
import re
from pathlib import Path

import numpy as np
import shapely

from ...i18n import tr
from ...schema import model
from .read import LABEL, Rows

DECIMALS = 7  # of a degree: a centimetre
# What spreadsheets take for the beginning of a formula; full-width forms too, which Japanese input produces.
_FORMULA = frozenset("=+-@＝＋－＠\t\r\n")
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


def write_geojson(path: Path, rows: Rows) -> None:
    """One FeatureCollection in longitude and latitude; rows without a place have a null geometry."""
    shapes = geojson_shapes(rows.wgs84)
    names = [f.name for f in rows.fields]
    columns = [_json_column(f.type, rows.columns[f.name]) for f in rows.fields]
    dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write('{"type":"FeatureCollection","name":' + dump(rows.table.name) + ',"features":[')
        before = "\n"
        for uuid, shape, values in zip(rows.columns["uuid"], shapes, zip(*columns)):
            stream.write(
                f'{before}{{"type":"Feature","id":{dump(uuid)},"geometry":{shape},'
                f'"properties":{dump(dict(zip(names, values)))}}}'
            )
            before = ",\n"
        stream.write("\n]}\n")


def write_csv(path: Path, rows: Rows, language: str) -> None:
    """UTF-8 with BOM, headers in words, labels beside their codes, latitude and longitude at the end."""
    head = [f.label(language) for f in rows.fields]
    columns = [_safe_column(rows.columns[f.name]) for f in rows.fields]
    if rows.blobs is not None:
        lat, lon = latlon(rows.wgs84)
        words = [model().tables["photo"].field(name).label(language) for name in ("lat", "lon")]
        if rows.table.geometry != "Point":
            words = [tr("{coordinate} of a point on it", coordinate=word) for word in words]
        head += words
        columns += [lat, lon]
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(_unique([safe(label) for label in head], [f.name for f in rows.fields]))
        writer.writerows(zip(*columns))


def safe(cell):
    """A cell that no spreadsheet takes for a formula; numbers stay numbers."""
    if not isinstance(cell, str):
        return cell
    return "'" + cell if cell[:1] in _FORMULA or cell.lstrip()[:1] in _FORMULA else cell


def file_name(text: str) -> str:
    """A text as a part of a file name on every system."""
    return _FORBIDDEN.sub("_", text).strip(" .")


def latlon(geometries: np.ndarray) -> tuple[list, list]:
    """Latitudes and longitudes of points, and of a point on each line or area; None without a place."""
    geometries = np.asarray(geometries, dtype=object)
    points = geometries.copy()
    kinds = shapely.get_type_id(geometries)
    lines = np.isin(kinds, (1, 5))
    if lines.any():
        # The middle of the line, of the longest part where there are several.
        parts, of = shapely.get_parts(geometries[lines], return_index=True)
        order = np.lexsort((-shapely.length(parts), of))
        first = np.unique(of[order], return_index=True)
        middle = np.full(int(lines.sum()), None, dtype=object)
        middle[first[0]] = shapely.line_interpolate_point(parts[order][first[1]], 0.5, normalized=True)
        points[lines] = middle
    others = ~lines & (kinds > 1)
    points[others] = shapely.point_on_surface(geometries[others])
    x, y = (np.round(values, DECIMALS) for values in (shapely.get_x(points), shapely.get_y(points)))
    lost = ~(np.isfinite(x) & np.isfinite(y))
    return tuple([None if gone else value for value, gone in zip(values.tolist(), lost)] for values in (y, x))


def geojson_shapes(geometries: np.ndarray) -> list[str]:
    """Geometries as RFC 7946 wants them: rounded, outer rings against the clock; "null" without a place."""
    if not len(geometries):
        return []
    shapes = shapely.transform(geometries, lambda points: np.round(points, DECIMALS))
    areas = np.isin(shapely.get_type_id(shapes), (3, 6, 7))
    if areas.any():
        shapes = shapes.copy()
        # normalize puts outer rings clockwise and holes against it.
        shapes[areas] = shapely.reverse(shapely.normalize(shapes[areas]))
    boxes = shapely.bounds(shapes)
    usable = np.isfinite(boxes).all(axis=1)
    texts = shapely.to_geojson(np.where(usable, shapes, None))
    return ["null" if text is None else text for text in texts]


def _json_column(kind: str, values: list) -> list:
    if kind == "bool":
        return [None if value is None else bool(value) for value in values]
    if kind == "json":
        return [_parsed(value) for value in values]
    if kind == "real":
        return [None if isinstance(v, float) and not math.isfinite(v) else v for v in values]
    return values


def _parsed(value):
    try:
        return json.loads(value, parse_constant=lambda _word: None) if isinstance(value, str) else value
    except ValueError:
        return value


def _safe_column(values: list) -> list:
    known = {value: safe(value) for value in set(values) if isinstance(value, str)}
    return [known.get(value, value) for value in values]


def _unique(head: list[str], names: list[str]) -> list[str]:
    """No two headers alike: the later one gets its field's name in brackets."""
    seen: set[str] = set()
    found = []
    for n, label in enumerate(head):
        if label in seen and n < len(names):
            label = f"{label}({names[n].removesuffix(LABEL)})"
        seen.add(label)
        found.append(label)
    return found
