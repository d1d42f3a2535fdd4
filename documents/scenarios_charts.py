"""Charts and small maps of the comparison of zone plans, as inline SVG: nothing to load, sharp on a wall and on paper.

Zones are told apart by number and outline as well as by colour (base colours of the CUD set); a zone has the colour
of the one that it continues.
"""

from __future__ import annotations

import math
from html import escape

import numpy as np
import shapely

from ..i18n import tr
from .groups_map import INK, _furniture, _Paper, _text

# Base colours, then accents for more than seven zones. Side by side in a plan they always carry their numbers.
FILLS = ("#bfe4ff", "#ffca80", "#77d9a8", "#ffcabf", "#ffff80", "#c8c8cb", "#c9ace6", "#4dc4ff", "#f6aa00", "#ff8082",
         "#d8f255", "#84919e")  # fmt: skip
NEARER, FARTHER, OTHER = "#005aff", "#c43a00", "#111111"
LETTER = 44  # of the zones' numbers, in units of a map 1,000 wide


def zone_map(
    lines: np.ndarray, zone: np.ndarray, colours: list[int], labels: list[str], outlines, areas
) -> str:
    """One plan: ``lines`` with ``zone`` (number or -1), ``outlines`` of the zones where they are known."""
    paper = _paper(lines, areas)
    if paper is None:
        return ""
    parts = []
    for z, colour in enumerate(colours):
        fill, mine = FILLS[colour % len(FILLS)], lines[zone == z]
        shape = None if outlines is None else outlines[z]
        if shape is not None:
            path = paper.path([shape], closed=True)
            parts.append(
                f'<path d="{path}" fill="{fill}" fill-rule="evenodd" stroke="{INK}" stroke-width="2.5"/>'
            )
        else:
            parts.append(f'<path d="{paper.path(mine)}" fill="none" stroke="{fill}" stroke-width="11"/>')
    parts.append(_lines(paper, lines, "#4d5761", 1.1))
    parts.append(_lines(paper, lines[zone < 0], "#ff4b00", 3.5))
    parts.append(_borders(paper, areas))
    for z, label in enumerate(labels):
        shape = outlines[z] if outlines is not None else None
        if shape is None:
            mine = lines[zone == z]
            shape = shapely.multipoints(shapely.centroid(mine)) if len(mine) else None
        if shape is None or shape.is_empty:
            continue
        at = (
            shapely.point_on_surface(shape) if shapely.get_dimensions(shape) == 2 else shapely.centroid(shape)
        )
        x, y = paper.xy(shapely.get_coordinates(at))[0]
        parts.append(_text(x, y, label, LETTER, bold=True))
    return _svg(paper, parts, tr("Map of the zones"))


def change_map(lines: np.ndarray, changed: np.ndarray, minutes: np.ndarray, areas) -> str:
    """What changes hands: ``changed`` (bool a line), ``minutes`` that travel grows by (NaN: not known)."""
    paper = _paper(lines, areas)
    if paper is None:
        return ""
    with np.errstate(invalid="ignore"):
        near, far = changed & (minutes < -0.05), changed & (minutes > 0.05)
    parts = [_lines(paper, lines, "#c8c8cb", 1.4), _borders(paper, areas)]
    parts.append(_lines(paper, lines[changed & ~near & ~far], OTHER, 3.5))
    parts.append(_lines(paper, lines[near], NEARER, 4.5))
    parts.append(_lines(paper, lines[far], FARTHER, 5.5, "9 5"))
    return _svg(paper, parts, tr("Map of what changes hands"))


def load_chart(plans: list[dict]) -> str:
    """Load of each zone. ``plans``: name, zones: list of (label, share in %, target in %, colour number)."""
    top = max([max(share, target) for plan in plans for _, share, target, _ in plan["zones"]] or [1.0])
    height, parts = 40, []
    left, room = 330, 620
    for plan in plans:
        parts.append(_left(8, height + 22, plan["name"], 34, True))
        height += 52
        for label, share, target, colour in plan["zones"]:
            parts.append(_end(left - 12, height + 28, _short(label, 15), 28))
            parts.append(
                f'<rect x="{left}" y="{height}" width="{max(room * share / top, 1):.1f}" height="36"'
                f' fill="{FILLS[colour % len(FILLS)]}" stroke="{INK}" stroke-width="1.5"/>'
            )
            x = left + room * target / top
            parts.append(
                f'<path d="M{x:.1f} {height - 5}v46" stroke="{INK}" stroke-width="4" stroke-dasharray="6 4"/>'
            )
            off = 100 * (share / target - 1) if target else 0.0
            parts.append(_left(left + room + 16, height + 28, f"{share:.1f} % ({signed(off)})", 28))
            height += 46
        height += 24
    return _frame(1200, height, parts, tr("Share of the work of each zone"))


def travel_chart(cities: list[dict], plans: list[str]) -> str:
    """Mean (bar) and longest (mark) travel of each city under each plan. ``cities``: name, rows: (mean, longest)."""
    top = max([v for city in cities for row in city["rows"] for v in row if v == v] or [1.0]) or 1.0
    height, parts, left, room = 40, [], 330, 620
    for city in cities:
        parts.append(_left(8, height + 22, city["name"], 34, True))
        height += 52
        for n, (mean, longest) in enumerate(city["rows"]):
            parts.append(_end(left - 12, height + 26, _short(plans[n], 15), 26))
            if mean == mean:
                paint = 'fill="#fff"' if n == 0 else f'fill="{"#4dc4ff" if n % 2 else "#bfe4ff"}"'
                width, x = max(room * mean / top, 1), left + room * longest / top
                parts.append(f'<rect x="{left}" y="{height}" width="{width:.1f}" height="32" {paint} stroke="{INK}"'
                             f' stroke-width="2"/>')  # fmt: skip
                parts.append(
                    f'<path d="M{left + width:.1f} {height + 16}H{x:.1f}" stroke="{INK}" stroke-width="2"/>'
                )
                parts.append(
                    f'<path d="M{x - 9:.1f} {height + 16}l9 -10 9 10 -9 10z" fill="#c43a00" stroke="#fff"/>'
                )
                words = tr("{mean} / {most} min", mean=f"{mean:.1f}", most=f"{longest:.1f}")
            else:
                words = tr("not in the plan")
            parts.append(_left(left + room + 16, height + 26, words, 28))
            height += 40
        height += 20
    return _frame(1200, height, parts, tr("Travel of each city"))


def signed(value: float) -> str:
    """With a sign and one decimal, and no sign where it is nothing."""
    return "0.0" if abs(value) < 0.05 else f"{value:+.1f}"


def _paper(lines, areas) -> _Paper | None:
    shapes = [*lines[~shapely.is_missing(lines)], *(area for _, area in areas if area is not None)]
    if not shapes:
        return None
    return _Paper(shapely.total_bounds(shapes))


def _lines(paper: _Paper, lines, colour: str, width: float, dashes: str = "") -> str:
    there = lines[~shapely.is_missing(lines)]
    path = paper.path(there) if len(there) else ""
    dash = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width}"{dash}/>' if path else ""


def _borders(paper: _Paper, areas) -> str:
    path = paper.path([area for _, area in areas if area is not None], closed=True) if areas else ""
    if not path:
        return ""
    return (
        f'<path d="{path}" fill="none" stroke="#fff" stroke-width="7" opacity="0.7"/>'
        f'<path d="{path}" fill="none" stroke="{INK}" stroke-width="3.5" stroke-dasharray="16 6 4 6"/>'
    )


def _svg(paper: _Paper, parts: list[str], words: str) -> str:
    return (
        f'<svg class="map" viewBox="0 0 {paper.width:.0f} {paper.height:.0f}" role="img" aria-label="{escape(words)}"'
        f' xmlns="http://www.w3.org/2000/svg"><rect width="100%" height="100%" fill="#fff"/>{"".join(parts)}'
        f"{_furniture(paper)}</svg>"
    )


def _frame(width: int, height: float, parts: list[str], words: str) -> str:
    return (
        f'<svg class="chart" viewBox="0 0 {width} {math.ceil(height)}" role="img" aria-label="{escape(words)}"'
        f' xmlns="http://www.w3.org/2000/svg">{"".join(parts)}</svg>'
    )


def _left(x, y, text, size, bold=False, anchor="start") -> str:
    weight = ' font-weight="700"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" fill="{INK}"{weight}>'
        f"{escape(str(text))}</text>"
    )


def _end(x, y, text, size) -> str:
    return _left(x, y, text, size, anchor="end")


def _short(text: str, most: int) -> str:
    """As much as there is room for; a wide letter counts as two."""
    kept, room = "", most + 6
    for letter in str(text):
        room -= 2 if ord(letter) > 0x2E7F else 1
        if room < 0:
            return kept + "…"
        kept += letter
    return kept
