"""The SVG family: one grid of 24 units, one pen, a frame that says the group, a glyph that says the type.

Frames differ in shape and (through ``param(fill)``) in colour, so that a symbol still tells its group in grey
print. The glyph and nothing else takes ``param(outline)``: white on dark fills, black on light ones.
"""

from __future__ import annotations

from pathlib import Path

FRAMES = {
    "square": '<rect x="2" y="2" width="20" height="20" rx="3.5"/>',
    "circle": '<circle cx="12" cy="12" r="10.2"/>',
    "octagon": '<path d="M7.9 2h8.2L22 7.9v8.2L16.1 22H7.9L2 16.1V7.9z"/>',
    "leaf": '<path d="M2 12A10 10 0 0 1 12 2h10v10A10 10 0 0 1 12 22 10 10 0 0 1 2 12z"/>',
    "hexagon": '<path d="M6.8 2.4h10.4L22.8 12l-5.6 9.6H6.8L1.2 12z"/>',
    "diamond": '<path d="M10.9 1.3a1.6 1.6 0 0 1 2.2 0l9.6 9.6a1.6 1.6 0 0 1 0 2.2l-9.6 9.6a1.6 1.6 0 0 1-2.2 0'
    'l-9.6-9.6a1.6 1.6 0 0 1 0-2.2z"/>',
    "bubble": '<path d="M4.2 1.8h15.6A2.4 2.4 0 0 1 22.2 4.2v11.2a2.4 2.4 0 0 1-2.4 2.4H12L7.6 22.6 7 17.8H4.2'
    'a2.4 2.4 0 0 1-2.4-2.4V4.2A2.4 2.4 0 0 1 4.2 1.8z"/>',
}

# name -> (frame, default fill, default pen, glyph). "fill" marks inside a glyph are solid parts.
ICONS = {
    "F01": ("square", "#804000", "#ffffff", "M7 18.5 10.2 5.5M17 18.5 13.8 5.5M12 6v2M12 11v2M12 16v2.4"),
    "F02": (
        "square",
        "#804000",
        "#ffffff",
        "!12,6.2,2|M12 9.6v4.6M12 14.2l-3 4.6M12 14.2l3 4.6M7.8 11.6h8.4",
    ),
    "F03": (
        "square",
        "#804000",
        "#ffffff",
        "!7.6,15.6,2.3|!16,16.2,2|!12,9.4,2.6|!17.2,10.2,1.5|!6.6,9.4,1.4|!12,17.6,1.2",
    ),
    "F12": ("square", "#804000", "#ffffff", "M6.6 6.5v11M10.2 6.5v11M13.8 6.5v11M17.4 6.5v11"),
    "F19": (
        "square",
        "#804000",
        "#fff100",
        "!7.5,7.5,1.7|!12,7.5,1.7|!16.5,7.5,1.7|!7.5,12,1.7|!12,12,1.7|!16.5,12,1.7|!7.5,16.5,1.7|!12,16.5,1.7|!16.5,16.5,1.7",
    ),
    "F20": (
        "square",
        "#804000",
        "#ffffff",
        "M6.2 7.2h3M14.8 7.2h3v2.4M17.8 14.4v2.4h-3M9.2 16.8h-3v-2.4M6.2 9.6V7.2",
    ),
    "F04": ("circle", "#005aff", "#ffffff", "M6.8 7v9.6h10.4V7M9.4 12.2q1.3-1.6 2.6 0t2.6 0"),
    "F05": ("circle", "#005aff", "#ffffff", "M5.6 8.4h12.8v7.2H5.6zM9.2 10.8v2.4M12 10.8v2.4M14.8 10.8v2.4"),
    "F06": ("circle", "#005aff", "#ffffff", "M7 7h10v10H7zM10.4 7v10M13.6 7v10"),
    "F07": ("circle", "#005aff", "#ffffff", "o12,12,5.8|M12 6.2v11.6M6.2 12h11.6"),
    "F08": ("octagon", "#f6aa00", "#000000", "M4.8 9.4h14.4M4.8 13.4h14.4M8 7.2v10.4M16 7.2v10.4"),
    "F09": ("octagon", "#f6aa00", "#000000", "o12,9,4.2|M12 13.2v6.2M10.4 9.6l2.2-2.4"),
    "F10": (
        "octagon",
        "#f6aa00",
        "#000000",
        "M8 19.4V8.6q0-3.4 3.4-3.4h3.8v2.2M12.8 11l-1 2.4M15.2 11v3M17.6 11l1 2.4",
    ),
    "F11": ("octagon", "#f6aa00", "#000000", "M6.2 5.6h11.6L12 14zM12 14v5.6"),
    "F13": ("octagon", "#f6aa00", "#000000", "M9 19V8.4a3 3 0 0 1 6 0V19zM9 11h6M9 14h6"),
    "F14": ("leaf", "#03af7a", "#ffffff", "!12,9.6,4.8|M12 13v6"),
    "F15": ("leaf", "#03af7a", "#ffffff", "M12 18V7.4M8.8 18q.2-5.4-3-8.2M15.2 18q-.2-5.4 3-8.2"),
    "F16": ("hexagon", "#1a1a1a", "#ffffff", "M4.6 9.6h14.8M6.8 17q5.2-8.4 10.4 0"),
    "F17": ("hexagon", "#1a1a1a", "#ffffff", "M5.4 16.6h3.3v-3.2H12v-3.2h3.3V7h3.3"),
    "F18": ("hexagon", "#1a1a1a", "#ffffff", "M6.4 16.8h11.2V7.2zM11 16.8v-3.4M14.4 16.8v-6"),
    "F99": ("circle", "#84919e", "#ffffff", "!7.2,12,1.6|!12,12,1.6|!16.8,12,1.6"),
    "damage_surface": ("diamond", "#ff4b00", "#ffffff", "M12 5.6l-2.6 4 4.4 2.6-3.4 2.6 1.6 3.8"),
    "damage_broken": ("diamond", "#ff4b00", "#ffffff", "M12 6v7|!12,17.2,1.5"),
    "damage_water": ("diamond", "#ff4b00", "#ffffff", "f12 5.4q5 6 5 8.6a5 5 0 0 1-10 0q0-2.6 5-8.6z"),
    "damage_light": ("diamond", "#ff4b00", "#ffffff", "o12,11,3.6|M10.4 17.6h3.2M8 15 16 7"),
    "damage_green": (
        "diamond",
        "#ff4b00",
        "#ffffff",
        "M12 18v-7M12 13.4q-4.4 0-4.6-4.4M12 11.4q4.4 0 4.6-4.4",
    ),
    "damage_object": ("diamond", "#ff4b00", "#ffffff", "M8.4 8.4h7.2v7.2H8.4zM8.4 12h7.2"),
    "damage_other": ("diamond", "#ff4b00", "#ffffff", "!7.8,12,1.5|!12,12,1.5|!16.2,12,1.5"),
    "request_report": ("bubble", "#ff4b00", "#ffffff", "M12 4.8v5.4|!12,13.9,1.5"),
    "request_wish": ("bubble", "#ff4b00", "#ffffff", "M12 5v9.6M7.2 9.8h9.6"),
    "request_petition": ("bubble", "#ff4b00", "#ffffff", "M7 6.4h10M7 9.8h10M7 13.2h6"),
    "request_complaint": ("bubble", "#ff4b00", "#ffffff", "M7.4 13.4q4.6-4.4 9.2 0M8 7.2v.4M16 7.2v.4"),
    "request_inquiry": (
        "bubble",
        "#ff4b00",
        "#ffffff",
        "M8.9 6.8a3.2 3.2 0 1 1 4.6 2.9q-1.5.6-1.5 1.7|!12,14.4,1.4",
    ),
    "ref_school": (
        "square",
        "#ffffff",
        "#2b4a6b",
        "M12 5.4v3M6 8.6h12M8.4 9q2 6.4 8.8 9M15.6 9q-2 6.4-8.8 9",
    ),
    "ref_shelter": ("square", "#03af7a", "#ffffff", "M5.4 12.4 12 6.2l6.6 6.2M7.6 11.6v6.6h8.8v-6.6"),
    "ref_hospital": ("square", "#ffffff", "#2b4a6b", "M12 6v12M6 12h12"),
    "ref_park": ("square", "#ffffff", "#2b4a6b", "!9.4,9.6,3.4|M9.4 12v6M15.4 18v-5h3.2M15.4 13h-2"),
    "ref_hydrant": (
        "circle",
        "#ffffff",
        "#2b4a6b",
        "M8.4 18V9.4a3.6 3.6 0 0 1 7.2 0V18M6.4 18h11.2M5.8 12.4h12.4",
    ),
    "ref_underpass": ("square", "#ffffff", "#2b4a6b", "M5.4 7h13.2M7.4 18v-5a4.6 4.6 0 0 1 9.2 0v5"),
    "ref_accident": ("octagon", "#ffffff", "#2b4a6b", "M7.6 7.6l8.8 8.8M16.4 7.6l-8.8 8.8"),
    "ref_aed": ("circle", "#ffffff", "#2b4a6b", "M12 17.6 6.8 12a3 3 0 0 1 5.2-3.4A3 3 0 0 1 17.2 12z"),
    "ref_other": ("circle", "#ffffff", "#2b4a6b", "!12,12,2.4"),
    "city_hall": ("circle", "#ffffff", "#000000", "o12,12,6.6|!12,12,3.2"),
    "vanished": ("circle", "#ffffff", "#84919e", "M8.4 8.4l7.2 7.2M15.6 8.4l-7.2 7.2"),
    "review": ("diamond", "#990099", "#ffffff", "M9.4 9.4a2.8 2.8 0 1 1 4 2.5q-1.4.7-1.4 1.9|!12,17,1.4"),
    "work": ("octagon", "#4dc4ff", "#000000", "M7 17.4 13.4 11M11.4 6.6q3.4-1.4 6 1.2t1.2 6z"),
    "photo": ("square", "#ffffff", "#2b4a6b", "M5.4 8.6h3.2l1.4-2h4l1.4 2h3.2v8.6H5.4z|o12,12.6,2.4"),
    "depot": ("hexagon", "#804000", "#ffffff", "M6.4 16.8v-6L12 6.8l5.6 4v6zM12 16.8v-3.4"),
}

NORTH = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 32"><g fill="#1a1a1a" stroke="#1a1a1a" '
    'stroke-width="1" stroke-linejoin="round"><path d="M12 9 18.5 30 12 25.4z"/><path fill="#ffffff" '
    'd="M12 9 5.5 30 12 25.4z"/></g><path d="M9.2 6.8V1.2L14.8 6.8V1.2" fill="none" stroke="#1a1a1a" '
    'stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"/></svg>\n'
)


def write_icons(folder: Path) -> list[str]:
    """Write every icon into ``folder`` and say their names (without ``.svg``)."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (frame, fill, pen, glyph) in ICONS.items():
        (folder / f"{name}.svg").write_text(_svg(frame, fill, pen, glyph), encoding="utf-8")
    (folder / "north_arrow.svg").write_text(NORTH, encoding="utf-8")
    return [*ICONS, "north_arrow"]


def _svg(frame: str, fill: str, pen: str, glyph: str) -> str:
    """A white rim keeps the symbol off the lines below it; a dark edge keeps it in grey print."""
    shape = FRAMES[frame]
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 26 26">\n'
        f'<g fill="#ffffff" stroke="#ffffff" stroke-width="3" stroke-linejoin="round">{shape}</g>\n'
        f'<g fill="param(fill) {fill}" stroke="#1a1a1a" stroke-width="1" stroke-linejoin="round">{shape}</g>\n'
        f'<g fill="none" stroke="param(outline) {pen}" stroke-width="2.1" stroke-linecap="round" '
        f'stroke-linejoin="round">{"".join(_part(part, pen) for part in glyph.split("|"))}</g>\n</svg>\n'
    )


def _part(text: str, pen: str) -> str:
    """``!x,y,r`` a dot, ``ox,y,r`` a ring, ``f…`` a solid path, else a line path."""
    if text[0] in "!o":
        x, y, r = text[1:].split(",")
        solid = f' fill="param(outline) {pen}" stroke="none"' if text[0] == "!" else ""
        return f'<circle cx="{x}" cy="{y}" r="{r}"{solid}/>'
    if text[0] == "f":
        return f'<path d="M{text[1:]}" fill="param(outline) {pen}" stroke="none"/>'
    return f'<path d="{text}"/>'
