"""A small map of contractors' zones as inline SVG: outlines, their roads, bases, and what no zone reaches.

Told apart by names, outlines and casings as well as by colour (CUD palette).
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely

from .groups_map import CASED, INK, LETTER, SERIES, TOO_MANY, _areas, _furniture, _Paper, _text

CITY = 28.0  # size of the cities' names


def zone_map(zones: pd.DataFrame, roads: pd.DataFrame, areas: list[tuple[str, object]], bases=()) -> str:
    """The map, or an empty text where nothing lies anywhere.

    ``zones``: name, share (%), colour (1 ... 8), geom (one plane CRS in metres). ``roads``: geom, colour (NaN: in no
    zone), maintained. ``areas``: (name, polygon) of the cities. ``bases``: (x, y, given): given ones are squares,
    those that the program chose are circles.
    """
    places = [*zones["geom"], *roads["geom"], *(area for _, area in areas if area is not None)]
    places = np.array([*places, None], object)[:-1]
    places = places[~shapely.is_missing(places) & ~shapely.is_empty(places)]
    if not len(places):
        return ""
    paper = _Paper(shapely.total_bounds(places))
    parts = [
        _tints(zones, paper), _roads(roads, paper), _outlines(zones, paper), _areas(areas, paper),
        _lost(roads, paper), *(_base(paper, *base) for base in bases), _labels(zones, areas, bases, paper),
        _furniture(paper),
    ]  # fmt: skip
    return (
        f'<svg class="map" viewBox="0 0 {paper.width:.0f} {paper.height:.0f}" role="img"'
        f' xmlns="http://www.w3.org/2000/svg"><rect width="100%" height="100%" fill="#fff"/>{"".join(parts)}</svg>'
    )


def colour_of(number) -> str:
    return SERIES[(int(number) - 1) % len(SERIES)]


def _tints(zones: pd.DataFrame, paper: _Paper) -> str:
    parts = []
    for shape, number in zip(zones["geom"], zones["colour"]):
        path = paper.path([shape], closed=True)
        parts.append(
            f'<path d="{path}" fill="{colour_of(number)}" fill-opacity=".16" fill-rule="evenodd"/>'
            if path
            else ""
        )
    return "".join(parts)


def _outlines(zones: pd.DataFrame, paper: _Paper) -> str:
    """One dark line with a white casing for all: two zones share each of their borders."""
    path = paper.path(zones["geom"], closed=True)
    if not path:
        return ""
    draw = f'<path d="{path}" fill="none" stroke-linejoin="round"'
    return f'{draw} stroke="#fff" stroke-width="8"/>{draw} stroke="{INK}" stroke-width="4"/>'


def _roads(roads: pd.DataFrame, paper: _Paper) -> str:
    """Roads in their zone's colour; of a very large network the classes 1 and 2 stand for all."""
    here = roads[roads["colour"].notna() & roads["maintained"].astype(bool)]
    if int(shapely.get_num_coordinates(here["geom"].to_numpy(object)).sum()) > TOO_MANY and "rc" in here:
        here = here[here["rc"].isin(["C1", "C2"])]
    casing, core = [], []
    for number, own in here.groupby("colour"):
        path = paper.path(own["geom"])
        draw = f'<path d="{path}" fill="none" stroke-linecap="round"'
        if (int(number) - 1) % len(SERIES) >= CASED:
            casing.append(f'{draw} stroke="{INK}" stroke-width="2.8"/>')
        core.append(f'{draw} stroke="{colour_of(number)}" stroke-width="1.7"/>')
    return "".join(casing + core)


def _lost(roads: pd.DataFrame, paper: _Paper) -> str:
    path = paper.path(roads["geom"][roads["colour"].isna()])
    if not path:
        return ""
    return f'<path d="{path}" fill="none" stroke="#c43a00" stroke-width="3.4" stroke-dasharray="5 2"/>'


def _base(paper: _Paper, x: float, y: float, given: bool) -> str:
    x, y = paper.xy(np.array([[x, y]]))[0]
    return base_mark(x, y, given)


def base_mark(x: float, y: float, given: bool) -> str:
    if given:
        place = f'x="{x - 8:.1f}" y="{y - 8:.1f}" width="16" height="16"'
        return f'<rect {place} fill="{INK}" stroke="#fff" stroke-width="3"/>'
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="7" fill="#fff" stroke="{INK}" stroke-width="3"/>'


def _labels(zones: pd.DataFrame, areas, bases, paper: _Paper) -> str:
    """Names and shares of the zones, then names of the cities in what room is left; nothing over a base's mark."""
    taken = [(x - 12, y - 12, x + 12, y + 12) for x, y in (paper.xy(np.array([b[:2]]))[0] for b in bases)]
    parts = []
    for name, share, shape in zip(zones["name"], zones["share"], zones["geom"]):
        if shape is None or shape.is_empty:
            continue
        place = _free(_inside(shape), 0.62 * LETTER * 1.3 * _wide(name), 1.5 * LETTER, taken, paper)
        if place is not None:
            x, y = place
            parts.append(_text(x, y - 0.6 * LETTER, name, LETTER * 1.3, bold=True))
            parts.append(_text(x, y + 0.65 * LETTER, f"{share:.1f} %", LETTER, bold=True))
    for name, area in areas:
        if area is None or area.is_empty:
            continue
        place = _free(_inside(area), 0.55 * CITY * _wide(name), 0.7 * CITY, taken, paper)
        if place is not None:
            parts.insert(0, _text(*place, name, CITY, colour="#4d5761", opacity=0.85))
    return "".join(parts)


def _wide(text) -> float:
    """Letters of a text, Latin ones as half."""
    return max(sum(1.0 if ord(letter) > 0x2E80 else 0.55 for letter in str(text)), 3.0)


def _inside(shape):
    """A point well inside the largest part."""
    largest = max(shapely.get_parts(shape), key=shapely.area)
    middle = shapely.centroid(largest)
    middle = middle if shapely.contains(largest, middle) else shapely.point_on_surface(largest)
    return shapely.get_coordinates(middle)


def _free(at, half: float, high: float, taken: list, paper: _Paper):
    """The nearest place up or down without a label on it, which is taken from then on; None where there is none."""
    x, y = paper.xy(at)[0]
    half /= 2
    x = min(max(x, half + 4), paper.width - half - 4)
    for step in range(12):
        for sign in (1, -1):
            here = min(max(y + sign * step * high / 2, high), paper.height - high)
            box = (x - half, here - high, x + half, here + high)
            if not any(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in taken):
                taken.append(box)
                return x, here
    return None
