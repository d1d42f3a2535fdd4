"""Facilities, works and what waits for a person."""

from __future__ import annotations

from gunmane.schema import model
from qgis.core import (
    Qgis,
    QgsLinePatternFillSymbolLayer,
    QgsSingleSymbolRenderer,
)
from qgis.PyQt.QtCore import Qt

from .clusters import cluster, count
from .roads import GONE, gone
from .symbols import (
    INK,
    area,
    categories,
    dot,
    label,
    lettering,
    line,
    mm_line,
    outline,
    rule,
    rules,
    svg,
    text,
    ticks,
)

# Frame, fill and pen of each group; a facility type's icon is its code.
GROUPS = {
    "brown": ("F01", "F02", "F03", "F12", "F19", "F20"),
    "blue": ("F04", "F05", "F06", "F07"),
    "orange": ("F08", "F09", "F10", "F11", "F13"),
    "green": ("F14", "F15"),
    "#1a1a1a": ("F16", "F17", "F18"),
    "grey": ("F99",),
}
PENS = {"orange": "black"}
COLOUR_OF = {code: fill for fill, codes in GROUPS.items() for code in codes}
FACILITY = f'if("vanished_at" is null, "ft", \'{GONE}\')'


def _facility(code: str) -> str:
    words = model().code_lists["FT"].codes[code]
    return text(words.ja, words.en)


def facility_point():
    rows = [
        (code, svg(code, COLOUR_OF[code], PENS.get(COLOUR_OF[code], "white"), 2.4, 5.0, 12), _facility(code))
        for code in sorted(COLOUR_OF)
    ]
    rows.append((GONE, svg("vanished", "white", "grey", 1.6, 2.6, 8), gone()))
    rows.append(
        ("", svg("F99", "grey", "white", 2.2, 4.0, 10), text("種別不明の施設", "Facility of unknown type"))
    )
    renderer = cluster(categories(FACILITY, rows), count("#ececee", "#46505a", 3.2), 2.0)
    beside = {"placement": Qgis.LabelPlacement.OrderedPositionsAroundPoint, "dist": 1.4}
    spans = "\"ft\" IN ('F16', 'F17')"
    name = 'coalesce("fac_name", "pole_no")'
    names = [
        (spans, label(name, lettering(8, INK, bold=True, halo=0.8), (10_000, 0), priority=7, **beside)),
        (f"NOT ({spans})", label(name, lettering(8, INK, halo=0.8), (2_600, 0), priority=2, **beside)),
    ]
    return {"type": "Point", "renderer": renderer, "rule_labels": names, "scales": (10_000, 0)}


def bridge():
    """Bridges and overpasses carry the network over rivers: seen from farther away than other facilities."""
    rows = [(code, svg(code, INK, "white", 2.2, 4.4, 30), _facility(code)) for code in ("F16", "F17")]
    rows.append((GONE, svg("vanished", "white", "grey", 1.6, 2.6, 8), gone()))
    name = label(
        '"fac_name"',
        lettering(8, INK, bold=True, halo=0.8),
        (26_000, 0),
        placement=Qgis.LabelPlacement.OrderedPositionsAroundPoint,
        priority=7,
        dist=1.2,
    )
    return {
        "type": "Point",
        "renderer": categories(FACILITY, rows),
        "labels": name,
        "scales": (80_000, 10_000),
    }


_DASHES = {"brown": (4, 1), "blue": (), "orange": (), "green": (1, 1), INK: (), "grey": (2, 2)}


def facility_line():
    rows = []
    for code in sorted(COLOUR_OF):
        name = COLOUR_OF[code]
        layers = [mm_line("white", 1.3), mm_line(name, 0.6, _DASHES[name])]
        if name in ("orange", INK):
            layers.append(ticks("brown" if name == "orange" else INK, 1.6, 5))
        rows.append((code, line(*layers), _facility(code)))
    rows.append((GONE, line(mm_line("grey", 0.3, (1, 1.5))), gone()))
    rows.append(("", line(mm_line("grey", 0.5, (2, 2))), text("種別不明の施設", "Facility of unknown type")))
    return {"type": "LineString", "renderer": categories(FACILITY, rows), "scales": (10_000, 0)}


def facility_polygon():
    rows = []
    for code in sorted(COLOUR_OF):
        name = COLOUR_OF[code]
        hatch = QgsLinePatternFillSymbolLayer()
        hatch.setLineAngle(45 if name in ("green", "brown") else 135)
        hatch.setDistance(1.4)
        hatch.setSubSymbol(line(mm_line(name, 0.25)))
        rows.append((code, area(hatch, outline(name, 0.35)), _facility(code)))
    rows.append((GONE, area(outline("grey", 0.25, Qt.PenStyle.DotLine)), gone()))
    rows.append(("", area(outline("grey", 0.35)), text("種別不明の施設", "Facility of unknown type")))
    return {"type": "Polygon", "renderer": categories(FACILITY, rows), "scales": (15_000, 0)}


def _simple(kind: str, symbol, words: str, scales=(0, 0), labels=None):
    made = {
        "type": kind,
        "renderer": rules(
            rule(words, symbol, '"vanished_at" IS NULL'),
            rule(gone(), _faded(kind), '"vanished_at" IS NOT NULL'),
        ),
    }
    return {**made, "scales": scales, **({"labels": labels} if labels else {})}


def _faded(kind: str):
    if kind.endswith("Point"):
        return svg("vanished", "white", "grey", 1.6, 2.4, 6)
    return (
        line(mm_line("grey", 0.25, (1, 1.5)))
        if kind.endswith("LineString")
        else area(outline("grey", 0.2, Qt.PenStyle.DotLine))
    )


def work_point():
    return _simple(
        "Point", svg("work", "sky", "black", 2.4, 4.0, 11), text("作業・工事", "Work"), (10_000, 0)
    )


def work_line():
    return _simple(
        "LineString",
        line(mm_line("white", 1.8), mm_line("sky", 1.1, (3, 1))),
        text("作業・工事(線)", "Work (line)"),
        (25_000, 0),
    )


def work_polygon():
    return _simple("Polygon", area(outline("sky", 0.6)), text("作業・工事(面)", "Work (area)"), (25_000, 0))


def patrol():
    return _simple(
        "LineString",
        line(mm_line("purple", 0.5, (4, 1.5)), ticks("purple", 1.8, 9, Qgis.MarkerShape.ArrowHead)),
        text("巡視の軌跡", "Patrol track"),
        (60_000, 0),
    )


def photo():
    return _simple("Point", svg("photo", "white", "#2b4a6b", 2.2, 3.6, 8), text("写真", "Photo"), (5_000, 0))


def contractor():
    name = label(
        '"name"',
        lettering(8, "brown", bold=True, halo=0.8),
        (30_000, 0),
        placement=Qgis.LabelPlacement.OrderedPositionsAroundPoint,
        dist=1.2,
    )
    return _simple(
        "Point",
        svg("depot", "brown", "white", 3.0, 4.6, 40),
        text("事業者の拠点", "Contractor's base"),
        (80_000, 0),
        name,
    )


def review_item():
    one = rules(rule(text("確認事項", "Review item"), svg("review", "purple", "white", 2.8, 4.4, 16)))
    many = count("purple", "white", 3.4, Qgis.MarkerShape.Diamond)
    return {"type": "Point", "renderer": cluster(one, many, 3.0), "scales": (25_000, 0)}


def fallback(kind: str):
    """For a table of the model that has no style of its own yet."""
    symbol = {
        "point": dot("grey", 2.0),
        "line": line(mm_line("grey", 0.5)),
        "polygon": area(outline("grey", 0.4)),
    }[kind]
    return {
        "type": {"point": "Point", "line": "LineString", "polygon": "Polygon"}[kind],
        "renderer": QgsSingleSymbolRenderer(symbol),
    }


MAKERS = {
    "facility_point": facility_point,
    "facility_line": facility_line,
    "facility_polygon": facility_polygon,
    "bridge": bridge,
    "work_point": work_point,
    "work_line": work_line,
    "work_polygon": work_polygon,
    "patrol": patrol,
    "photo": photo,
    "contractor": contractor,
    "review_item": review_item,
    "default_point": lambda: fallback("point"),
    "default_line": lambda: fallback("line"),
    "default_polygon": lambda: fallback("polygon"),
}
