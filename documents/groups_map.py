"""A small map of route groups as inline SVG: nothing to load, sharp on a wall and on paper.

Told apart by their labels and by the casing of their lines as well as by colour (CUD palette).
"""

from __future__ import annotations

import math
from html import escape

import numpy as np
import pandas as pd
import shapely

from ..i18n import tr

INK = "#111111"
# As the map's style of sections with groups has them: four with a white edge, four with a dark one.
SERIES = ("#005aff", "#f6aa00", "#03af7a", "#ff4b00", "#804000", "#4dc4ff", "#ff8082", "#c8c8cb")
CASED = 4
WIDTH, HEIGHT, EDGE = 1600.0, 1040.0, 24.0
LEAST = 420.0  # room for the scale bar and north beside a strip
LABELLED = 80  # longest groups; more names than these would cover the roads
TOO_MANY = 150_000  # vertices on the page: above it the outlines stand for the roads
LETTER = 24.0


def group_map(groups: pd.DataFrame, crossings: pd.DataFrame, areas: list[tuple[str, object]]) -> str:
    """The map, or an empty text where nothing lies anywhere.

    ``groups``: group_id, colour (1 ... 8), length_km, status, ``lines`` and ``geom`` (one plane CRS in metres).
    ``crossings``: x, y, group_id (None: it is cut). ``areas``: (name, polygon) of the cities, in the same CRS.
    """
    places = [*groups["lines"], *(area for _, area in areas if area is not None)] if len(groups) else []
    places = np.array([*places, None], object)[:-1]
    places = places[~shapely.is_missing(places) & ~shapely.is_empty(places)]
    if not len(places):
        return ""
    paper = _Paper(shapely.total_bounds(places))
    named = groups["status"] != "below"
    parts = [_areas(areas, paper), _groups(groups[~named], paper, small=True), _groups(groups[named], paper)]
    parts += [
        _crossings(crossings, paper),
        _area_names(areas, paper),
        _labels(groups[named], paper),
        _furniture(paper),
    ]
    return (
        f'<svg class="map" viewBox="0 0 {paper.width:.0f} {paper.height:.0f}" role="img"'
        f' xmlns="http://www.w3.org/2000/svg"><rect width="100%" height="100%" fill="#fff"/>{"".join(parts)}</svg>'
    )


class _Paper:
    """From metres to units of the picture, north up."""

    def __init__(self, bounds):
        west, south, east, north = bounds
        wide, high = max(east - west, 1.0), max(north - south, 1.0)
        self.scale = min((WIDTH - 2 * EDGE) / wide, (HEIGHT - 2 * EDGE) / high)
        self.width, self.height = wide * self.scale + 2 * EDGE, high * self.scale + 2 * EDGE
        self.west, self.north = west, north
        lack = (max(self.width, LEAST) - self.width) / 2, (max(self.height, LEAST) - self.height) / 2
        self.width, self.height = self.width + 2 * lack[0], self.height + 2 * lack[1]
        self.left, self.top = EDGE + lack[0], EDGE + lack[1]

    def xy(self, points: np.ndarray) -> np.ndarray:
        points = np.asarray(points, float).reshape(-1, 2)
        return np.column_stack(
            [
                self.left + (points[:, 0] - self.west) * self.scale,
                self.top + (self.north - points[:, 1]) * self.scale,
            ]
        )

    def path(self, shapes, closed: bool = False) -> str:
        """The ``d`` of lines or rings, thinned to what the eye can see."""
        parts = shapely.get_parts(np.array([*shapes, None], object)[:-1])
        if closed:
            parts = shapely.get_parts(shapely.boundary(parts))
        parts = shapely.simplify(parts, 0.7 / self.scale)
        parts = parts[shapely.get_num_coordinates(parts) > 1]
        xy, owner = shapely.get_coordinates(parts, return_index=True)
        if not len(xy):
            return ""
        first = np.r_[True, owner[1:] != owner[:-1]]
        return "".join(
            f"{'M' if new else 'L'}{x:.1f} {y:.1f}"
            for new, (x, y) in zip(first.tolist(), self.xy(xy).tolist())
        )


def _areas(areas, paper: _Paper) -> str:
    path = paper.path([area for _, area in areas if area is not None], closed=True)
    return (
        f'<path d="{path}" fill="none" stroke="#84919e" stroke-width="2.5" stroke-dasharray="14 5 3 5"/>'
        if path
        else ""
    )


def _groups(groups: pd.DataFrame, paper: _Paper, small: bool = False) -> str:
    """Roads of the groups: first all casings, then all lines, so that no casing cuts a neighbour's line."""
    if not len(groups):
        return ""
    lines = groups["lines"].to_numpy(object)
    if small:
        path = paper.path(lines)
        return f'<path d="{path}" fill="none" stroke="#84919e" stroke-width="2"/>' if path else ""
    area = int(shapely.get_num_coordinates(lines).sum()) > TOO_MANY
    paths = [paper.path([shape], closed=area) for shape in (groups["geom"] if area else lines)]
    number = groups["colour"].astype(int).to_numpy() - 1
    casing, core = [], []
    for path, n in zip(paths, (number % len(SERIES)).tolist()):
        edge = "#ffffff" if n < CASED else INK
        draw = f'<path d="{path}" fill="none" stroke-linecap="round" stroke-linejoin="round"'
        casing.append(f'{draw} stroke="{edge}" stroke-width="{6.5 if n < CASED else 5.5}"/>')
        core.append(f'{draw} stroke="{SERIES[n]}" stroke-width="3.6"/>')
    return "".join(casing + core)


def _crossings(crossings: pd.DataFrame, paper: _Paper) -> str:
    if not len(crossings):
        return ""
    marks = []
    joined = crossings["group_id"].notna().tolist()
    for (x, y), whole in zip(paper.xy(crossings[["x", "y"]].to_numpy(float)).tolist(), joined):
        if not math.isfinite(x + y):
            continue
        marks.append(joined_mark(x, y) if whole else cut_mark(x, y))
    return "".join(marks)


def joined_mark(x: float, y: float) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="#fff" stroke="{INK}" stroke-width="2"/>'


def cut_mark(x: float, y: float) -> str:
    path = f"M{x - 6:.1f} {y - 6:.1f}l12 12m0 -12l-12 12"
    return (
        f'<path d="{path}" stroke="#fff" stroke-width="8" fill="none"/>'
        f'<path d="{path}" stroke="#c43a00" stroke-width="4" fill="none"/>'
    )


def _area_names(areas, paper: _Paper) -> str:
    parts = []
    for name, area in areas:
        if area is None or area.is_empty:
            continue
        x, y = paper.xy(shapely.get_coordinates(shapely.point_on_surface(area)))[0]
        parts.append(_text(x, y, name, 34, colour="#4d5761", opacity=0.75))
    return "".join(parts)


def _labels(groups: pd.DataFrame, paper: _Paper) -> str:
    """Id and length of each group on its roads, near their middle; the longest first, none over another."""
    taken: list[tuple[float, float, float, float]] = []
    parts = []
    for row in (
        groups.sort_values("length_km", ascending=False, kind="stable").head(LABELLED).to_dict("records")
    ):
        if row["lines"] is None or row["lines"].is_empty:
            continue
        middle = shapely.centroid(row["lines"])
        place = shapely.get_coordinates(shapely.shortest_line(row["lines"], middle))[:1]
        x, y = paper.xy(place)[0]
        for text in (f"{row['group_id']} {row['length_km']:,.0f} km", str(row["group_id"])):
            box = _room(x, y, text, taken, paper, 4 if text == row["group_id"] else 2)
            if box:
                taken.append(box)
                parts.append(_text((box[0] + box[2]) / 2, (box[1] + box[3]) / 2, text, LETTER, bold=True))
                break
    return "".join(parts)


def _room(x: float, y: float, text: str, taken: list, paper: _Paper, lines: int):
    """A free place for a label at (x, y), or so many lines above or below it: (left, top, right, bottom), or None."""
    half = 0.3 * LETTER * len(text)
    x = min(max(x, half + 4), paper.width - half - 4)
    for step in sorted(range(-lines, lines + 1), key=abs):
        at = min(max(y + step * LETTER, LETTER), paper.height - LETTER)
        box = (x - half, at - LETTER * 0.6, x + half, at + LETTER * 0.6)
        if not any(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in taken):
            return box
    return None


def _furniture(paper: _Paper) -> str:
    """A scale bar, and north: maps without them are refused by councils."""
    most = paper.width / 5 / paper.scale
    step = 10 ** math.floor(math.log10(max(most, 1.0)))
    metres = max(m for m in (step, 2 * step, 5 * step) if m <= max(most, step))
    length, y = metres * paper.scale, paper.height - 20
    label = f"{metres / 1000:g} km" if metres >= 1000 else f"{metres:g} m"
    x = paper.width - 40
    return (
        f'<path d="M20 {y - 10:.1f}v10h{length:.1f}v-10" fill="none" stroke="#fff" stroke-width="7"/>'
        f'<path d="M20 {y - 10:.1f}v10h{length:.1f}v-10" fill="none" stroke="{INK}" stroke-width="3"/>'
        f"{_text(20 + length / 2, y - 22, label, 22)}"
        f'<path d="M{x:.1f} 78V30l-10 20m10 -20l10 20" fill="none" stroke="{INK}" stroke-width="3"/>'
        f"{_text(x, 96, tr('N'), 22)}"
    )


def _text(x, y, text, size, bold=False, colour=INK, opacity=1.0) -> str:
    weight = ' font-weight="700"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y + size * 0.35:.1f}" font-size="{size:g}" text-anchor="middle"{weight} fill="{colour}"'
        f' opacity="{opacity:g}" stroke="#fff" stroke-width="5" stroke-linejoin="round" paint-order="stroke">'
        f"{escape(str(text))}</text>"
    )
