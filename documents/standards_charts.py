"""Charts of the report about agreeing on standards, as inline SVG: nothing to load, sharp on a wall and on paper.

Told apart by shape and words as well as by colour (CUD palette); every line and bar is labelled where it stands.
"""

from __future__ import annotations

from html import escape

from ..i18n import tr
from . import standards_words as say

BLUE, ORANGE, GREY, INK = "#005aff", "#ff4b00", "#84919e", "#111"
LINES = ("#111111", "#005aff", "#ff4b00", "#03af7a", "#990099", "#804000")
DASHES = ("", "18 7", "4 6", "26 7 4 7", "11 11", "30 6 4 6 4 6")
MARKERS = ("circle", "square", "triangle", "diamond", "cross", "star")
WIDTH = 1800


def cities_chart(rows: list[dict], heads: tuple[str, str, str]) -> str:
    """Repairs before and after by city. ``rows``: name, marks, before, after, before_text, after_text, change, share,
    yen, yen_share, tone ("more", "less", "same"), total (bool); ``heads``: over bars, change and money."""
    height = min(150, 650 / max(len(rows), 1))
    f, head = height / 132, 44
    top = max([max(r["before"], r["after"]) for r in rows if not r["total"]] or [0]) or 1
    bar, left, room, change = 36 * f, 380, 530, 1090
    parts = [_text(left, 32, heads[0], 27, colour="#333"), _text(change, 32, heads[1], 27, colour="#333")]
    parts.append(_text(WIDTH - 10, 32, heads[2], 27, anchor="end", colour="#333"))
    for n, row in enumerate(rows):
        y = head + n * height
        if row["total"]:
            parts.append(f'<rect x="0" y="{y:.1f}" width="{WIDTH}" height="{height:.1f}" fill="#eef2f7"/>')
        parts.append(
            f'<line x1="0" x2="{WIDTH}" y1="{y:.1f}" y2="{y:.1f}" stroke="#c8c8cb" stroke-width="2"/>'
        )
        size = min(48 * f, 265 / max(_letters(row["name"]), 1))
        parts.append(_text(12, y + height * (0.46 if row["marks"] else 0.6), row["name"], size, bold=True))
        parts.append(
            _text(
                12,
                y + height * 0.82,
                row["marks"],
                min(25 * f, 265 / max(_letters(row["marks"]), 1)),
                colour="#333",
            )
        )
        # The total would dwarf the cities' bars: numbers only.
        for k, (value, text) in enumerate(
            ((row["before"], row["before_text"]), (row["after"], row["after_text"]))
        ):
            at = y + height / 2 + (k - 1) * (bar + 5 * f) + 2.5 * f
            label = tr("now") if k == 0 else tr("agreed")
            parts.append(_text(left - 10, at + bar * 0.76, label, 26 * f, anchor="end", colour="#333"))
            length = 0 if row["total"] else room * value / top
            if length:
                paint = 'fill="url(#now)" stroke="#4d5761"' if k == 0 else f'fill="{BLUE}" stroke="{BLUE}"'
                parts.append(_rect(left, at, length, bar, paint))
            parts.append(_text(left + length + 12, at + bar * 0.85, text, 38 * f, bold=k == 1))
        colour = {"more": "#c43a00", "less": BLUE, "same": "#333"}[row["tone"]]
        parts.append(_text(change, y + height * 0.50, row["change"], 50 * f, bold=True, colour=colour))
        parts.append(_text(change, y + height * 0.85, row["share"], 34 * f, colour=colour))
        parts.append(
            _text(WIDTH - 10, y + height * 0.50, row["yen"], 46 * f, bold=True, anchor="end", colour=colour)
        )
        parts.append(
            _text(WIDTH - 10, y + height * 0.85, row["yen_share"], 28 * f, anchor="end", colour="#333")
        )
    pattern = (
        '<defs><pattern id="now" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<rect width="10" height="10" fill="#e4e8ec"/><rect width="4" height="10" fill="#84919e"/></pattern></defs>'
    )
    words = "; ".join(
        f"{r['name']}: {r['before_text']} → {r['after_text']} ({r['change']}, {r['yen']})" for r in rows
    )
    return _svg(WIDTH, head + height * len(rows), pattern + "".join(parts), f"{words}. {heads[2]}")


def balance_bar(more: float, less: float, most: float) -> str:
    """Work that is added to the right of the middle, work that ends to the left; one scale for all rows."""
    middle, room = 250, 235
    parts = [f'<line x1="{middle}" x2="{middle}" y1="0" y2="44" stroke="{INK}" stroke-width="2"/>']
    most = most or 1
    if less:
        w = room * less / most
        parts.append(_rect(middle - w, 9, w, 26, f'fill="#bfe4ff" stroke="{BLUE}"', 3))
    if more:
        w = room * more / most
        parts.append(_rect(middle, 9, w, 26, f'fill="{ORANGE}" stroke="#c43a00"', 3))
    return _svg(500, 44, "".join(parts), f"{say.signed(more)} {say.signed(-less)}")


def curve_chart(lines: list[dict], then: list[float], x_title: str, y_title: str, strict_left: bool) -> str:
    """Work against a threshold. ``lines``: name, label, points [(x, y)], upper (points with what is undecided), now
    (x, y) or None. ``then``: agreed values."""
    height, left, right, top, bottom = 700, 118, 1310, 66, 592
    xs = sorted({x for line in lines for x, _ in line["points"]})
    if not xs:
        return ""
    high = max([y for line in lines for _, y in line["upper"]] or [0]) or 1
    ticks = _ticks(high)
    high = ticks[-1]
    low_x, span = xs[0], (xs[-1] - xs[0]) or 1

    def at(x, y):
        return left + 30 + (right - left - 60) * (x - low_x) / span, bottom - (bottom - top) * y / high

    parts = []
    for tick in ticks:
        y = at(low_x, tick)[1]
        parts.append(
            f'<line x1="{left}" x2="{right}" y1="{y:.1f}" y2="{y:.1f}" stroke="#d3d9df" stroke-width="2"/>'
        )
        parts.append(_text(left - 12, y + 10, f"{tick:g}", 29, anchor="end"))
    every = max(1, -(-len(xs) // 14))
    for n, x in enumerate(xs):
        if n % every == 0:
            parts.append(_text(at(x, 0)[0], bottom + 38, f"{x:g}", 29, anchor="middle"))
    parts.append(
        f'<line x1="{left}" x2="{right}" y1="{bottom}" y2="{bottom}" stroke="{INK}" stroke-width="3"/>'
    )
    parts.append(_text((left + right) / 2, bottom + 84, x_title, 31, anchor="middle", bold=True))
    strict, loose = (
        ("← " + tr("stricter"), tr("looser") + " →")
        if strict_left
        else ("← " + tr("looser"), tr("stricter") + " →")
    )
    parts.append(_text(left + 10, bottom + 84, strict, 28, colour="#333"))
    parts.append(_text(right - 10, bottom + 84, loose, 28, anchor="end", colour="#333"))
    parts.append(_text(left - 90, 36, y_title, 29, bold=True))
    for value in sorted(set(then)):
        if xs[0] <= value <= xs[-1]:
            x = at(value, 0)[0]
            parts.append(
                f'<rect x="{x - 21:.1f}" y="{top - 8}" width="42" height="{bottom - top + 8}" fill="#fff1a8"/>'
            )
            parts.append(_text(x, top - 16, f"{tr('agreed')} {value:g}", 29, anchor="middle", bold=True))
    ends = []
    for n, line in enumerate(lines):
        colour, dash, shape = LINES[n % 6], DASHES[n % 6], MARKERS[n % 6]
        points = [at(x, y) for x, y in line["points"]]
        if not points:
            continue
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        if line["upper"] != line["points"]:
            band = " ".join(f"{x:.1f},{y:.1f}" for x, y in [at(*p) for p in line["upper"]][::-1])
            parts.append(f'<polygon points="{path} {band}" fill="{colour}" fill-opacity="0.16"/>')
        parts.append(
            f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="5" stroke-dasharray="{dash}"/>'
        )
        parts += [_marker(shape, x, y, 9, colour) for x, y in points]
        if line["now"]:
            x, y = at(*line["now"])
            parts.append(
                f'<circle cx="{x:.1f}" cy="{y:.1f}" r="20" fill="none" stroke="{colour}" stroke-width="5"/>'
            )
        ends.append([points[-1][1], line["name"], colour, shape, line["label"], points[-1]])
    for y, name, colour, shape, label, (px, py) in _apart(ends, 80, top + 10, bottom + 20):
        parts.append(
            f'<line x1="{px + 12:.1f}" y1="{py:.1f}" x2="{right + 34}" y2="{y:.1f}" stroke="{colour}"'
            ' stroke-width="2"/>'
        )
        parts.append(_marker(shape, right + 48, y, 12, colour))
        parts.append(_text(right + 70, y + 4, name, 34, bold=True))
        parts.append(_text(right + 70, y + 33, label, 25, colour="#333"))
    words = "; ".join(
        f"{line['name']}: " + ", ".join(f"{x:g} → {y:.1f}" for x, y in line["points"]) for line in lines
    )
    return _svg(WIDTH, height, "".join(parts), f"{x_title}, {y_title}. {words}")


def _svg(width: float, height: float, inside: str, words: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" role="img">'
        f"<title>{escape(words)}</title>{inside}</svg>"
    )


def _rect(x, y, width, height, paint: str, pen: float = 2) -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
    return f'<rect {place} {paint} stroke-width="{pen:g}"/>'


def _text(x, y, text, size, *, bold=False, anchor="start", colour=INK) -> str:
    weight = ' font-weight="700"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:.1f}" text-anchor="{anchor}" fill="{colour}"{weight}>'
        f"{escape(str(text))}</text>"
    )


def _letters(text: str) -> float:
    """Width of a text in letters of full width."""
    return sum(1 if ord(c) > 0x2E7F else 0.58 for c in text)


def _marker(shape: str, x: float, y: float, r: float, colour: str) -> str:
    if shape == "circle":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r}" fill="{colour}"/>'
    if shape == "square":
        return f'<rect x="{x - r:.1f}" y="{y - r:.1f}" width="{2 * r}" height="{2 * r}" fill="{colour}"/>'
    corners = {
        "triangle": [(0, -1.3), (1.2, 0.9), (-1.2, 0.9)],
        "diamond": [(0, -1.4), (1.2, 0), (0, 1.4), (-1.2, 0)],
        "cross": [(-1, -0.4), (-0.4, -0.4), (-0.4, -1.2), (0.4, -1.2), (0.4, -0.4), (1, -0.4), (1, 0.4), (0.4, 0.4),
                  (0.4, 1.2), (-0.4, 1.2), (-0.4, 0.4), (-1, 0.4)],
        "star": [(0, -1.5), (0.4, -0.4), (1.4, -0.4), (0.6, 0.3), (0.9, 1.3), (0, 0.7), (-0.9, 1.3), (-0.6, 0.3),
                 (-1.4, -0.4), (-0.4, -0.4)],
    }[shape]  # fmt: skip
    path = " ".join(f"{x + r * a:.1f},{y + r * b:.1f}" for a, b in corners)
    return f'<polygon points="{path}" fill="{colour}"/>'


def _ticks(high: float) -> list[float]:
    """Round steps from 0 to at least ``high``."""
    from math import floor, log10

    rough = high / 5
    power = 10.0 ** floor(log10(rough))
    step = next(s * power for s in (1, 2, 2.5, 5, 10) if s * power >= rough * 0.999)
    count = int(-(-high // step))
    return [round(step * n, 9) for n in range(count + 1)]


def _apart(ends: list[list], gap: float, low: float, high: float) -> list[list]:
    """Labels at the ends of lines, moved so that none covers another."""
    ends = sorted(ends, key=lambda e: e[0])
    gap = min(gap, (high - low) / max(len(ends) - 1, 1))
    for n, end in enumerate(ends):
        end[0] = max(end[0], low if n == 0 else ends[n - 1][0] + gap)
    for n in range(len(ends) - 1, -1, -1):
        ends[n][0] = min(ends[n][0], high if n == len(ends) - 1 else ends[n + 1][0] - gap)
    return ends
