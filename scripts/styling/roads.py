"""Cities, boundaries, roads and reference features."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsGeometryGeneratorSymbolLayer,
    QgsLinePatternFillSymbolLayer,
    QgsPointPatternFillSymbolLayer,
    QgsSingleSymbolRenderer,
)
from qgis.PyQt.QtCore import Qt

from .symbols import (
    PALETTE,
    area,
    categories,
    colour,
    dot,
    label,
    lettering,
    line,
    mm_line,
    outline,
    rule,
    rules,
    stroke,
    svg,
    text,
    ticks,
)

GONE = "vanished"
CLASS = f'if("vanished_at" is null, substr("route_key", 8, 2), \'{GONE}\')'
NUMBER = 'to_int(substr("route_key", 11, 4))'


def city():
    """Hatched areas, from 1:40,000 outwards (nearer, hatches would drown the roads).

    The values 1, 2, ... are places in the order of city codes: the project puts the codes in.
    """
    rows = [(str(n), area(*_hatch(slot)), f"{n}") for n, slot in enumerate(PALETTE["city"], start=1)]
    rows.append(("", area(outline("grey", 0.2)), text("その他の市", "Other city")))
    return {"type": "MultiPolygon", "renderer": categories("city_code", rows), "scales": (5_000_000, 40_000)}


def _hatch(slot: dict) -> list:
    name, pattern = slot["colour"], slot["pattern"]
    if pattern == "dots":
        dots = QgsPointPatternFillSymbolLayer()
        dots.setSubSymbol(dot(name, 0.75, name))
        for setter in (dots.setDistanceX, dots.setDistanceY):
            setter(2.6)
        dots.setDisplacementX(1.3)
        return [dots]
    angles = [slot["angle"]] if pattern == "lines" else [0, 90]
    made = []
    for angle in angles:
        lines = QgsLinePatternFillSymbolLayer()
        lines.setLineAngle(angle)
        lines.setDistance(2.4 if pattern == "lines" else 3.0)
        lines.setSubSymbol(line(mm_line(name, 0.3)))
        made.append(lines)
    return made


def boundary():
    """The border over the roads, the city halls and the cities' names."""
    casing, dashes = outline("white", 1.5), outline("black", 0.55)
    dashes.setStrokeStyle(Qt.PenStyle.DashDotLine)
    hall = QgsGeometryGeneratorSymbolLayer.create(
        {
            "geometryModifier": 'transform(make_point("seat_lon", "seat_lat"), \'EPSG:6668\', @layer_crs)',
            "SymbolType": "Marker",
        }
    )
    hall.setSubSymbol(svg("city_hall", "white", "black", 3.4, 5.0, 40))
    for layer in (casing, dashes):
        layer.setRenderingPass(0)
    hall.setRenderingPass(3)
    across = {"placement": Qgis.LabelPlacement.Horizontal, "priority": 10, "centroidInside": True}
    words = 'coalesce("name_ja", "city_code")'
    names = [
        (
            "",
            label(
                words, lettering(15, "black", bold=True, halo=1.1), (5_000_000, 40_000), zIndex=10.0, **across
            ),
        ),
        ("", label(words, lettering(13, "grey", bold=True, halo=0.9), (40_000, 5_000), **across)),
    ]
    return {
        "type": "MultiPolygon",
        "renderer": QgsSingleSymbolRenderer(area(casing, dashes, hall)),
        "rule_labels": names,
    }


def _roads():
    """(class, symbol, legend text): width by class, casing; colour for state and prefecture, white for cities."""
    national = text("国道(直轄)", "National road (MLIT)")
    national2 = text("国道(県管理)", "National road (prefecture)")
    major = text("主要地方道(県)", "Major prefectural road")
    prefectural = text("一般県道", "Prefectural road")
    first = text("1級市道", "City road, class 1")
    second = text("2級市道", "City road, class 2")
    return [
        (
            "N1",
            line(
                stroke("brown", 18, 1.5, 5.6, level=1),
                stroke("orange", 14, 1.0, 4.8, level=6),
                stroke("brown", 2, 0.2, 0.7, level=7),
            ),
            national,
        ),
        (
            "N2",
            line(stroke("brown", 15, 1.3, 5.0, level=1), stroke("orange", 11.5, 0.8, 4.2, level=6)),
            national2,
        ),
        ("P1", line(stroke("brown", 13, 1.1, 4.6, level=1), stroke("beige", 10, 0.7, 3.9, level=5)), major),
        (
            "P2",
            line(stroke("brown", 11, 0.95, 4.2, level=1), stroke("cream", 8.2, 0.55, 3.5, level=4)),
            prefectural,
        ),
        (
            "C1",
            line(stroke("#555c63", 10, 0.62, 4.0, level=1), stroke("white", 7.6, 0.3, 3.4, level=3)),
            first,
        ),
        (
            "C2",
            line(stroke("#6b747c", 8, 0.42, 3.6, level=1), stroke("white", 6, 0.14, 3.1, level=2)),
            second,
        ),
        (GONE, line(stroke("grey", 3, 0.3, 0.6, Qt.PenStyle.DotLine, level=1)), gone()),
    ]


def gone() -> str:
    return text("元データから消えた行", "Vanished from the source")


def road_main():
    """National, prefectural, class 1 and 2: at every scale."""
    shield = lettering(8.5, "black", bold=True, halo=0.9)
    street = lettering(8, "#3c4248", halo=0.8)
    along = {"placement": Qgis.LabelPlacement.Line, "repeatDistance": 90, "priority": 7}
    # The name comes from the register: the project joins it as route_name_ja.
    names = [
        (
            _of("N1", "N2"),
            label(f"coalesce(\"route_name_ja\", '国道' || {NUMBER} || '号')", shield, (160_000, 0), **along),
        ),
        (
            _of("P1", "P2"),
            label(f"'県道' || {NUMBER} || '号'", lettering(8, "black", halo=0.9), (90_000, 30_000), **along),
        ),
        (
            _of("P1", "P2"),
            label(
                f"'県道' || {NUMBER} || '号' || coalesce(' ' || \"route_name_ja\", '')",
                lettering(8, "black", halo=0.9),
                (30_000, 0),
                **along,
            ),
        ),
        (
            _of("C1", "C2"),
            label(
                f"coalesce(\"route_name_ja\", substr(\"route_key\", 9, 1) || '級' || {NUMBER} || '号')",
                street,
                (25_000, 0),
                **along,
            ),
        ),
    ]
    return {"type": "LineString", "renderer": categories(CLASS, _roads(), True), "rule_labels": names}


def _of(*classes: str) -> str:
    return f'substr("route_key", 8, 2) IN ({", ".join(repr(name) for name in classes)})'


def road_other():
    """Other city roads, farm and forest roads: only nearer than 1:60,000, names nearer than 1:6,000."""
    city_road = line(stroke("#6b747c", 5.5, 0.34, 2.8, level=0), stroke("white", 4.2, 0.12, 2.4, level=1))
    farm = line(stroke("brown", 3.0, 0.2, 0.7, Qt.PenStyle.DashLine, level=0))
    forest = line(stroke("green", 3.0, 0.2, 0.7, Qt.PenStyle.DashLine, level=0))
    private = line(stroke("grey", 3.0, 0.2, 0.7, Qt.PenStyle.DotLine, level=0))
    rows = [
        ("C3", city_road, text("その他市道", "Other city road")),
        ("X1", farm, text("農道", "Farm road")),
        ("X2", forest, text("林道", "Forest road")),
        ("X3", private.clone(), text("法定外道路", "Unclassified public road")),
        ("X4", private, text("私道", "Private road")),
        (GONE, line(stroke("grey", 3, 0.2, 0.5, Qt.PenStyle.DotLine, level=0)), gone()),
        ("", line(stroke("grey", 4, 0.2, 1.2, level=0)), text("種別不明", "Class unknown")),
    ]
    name = label(
        f"coalesce(\"route_name_ja\", {NUMBER} || '号')",
        lettering(8, "#555c63", halo=0.8),
        (6_000, 0),
        placement=Qgis.LabelPlacement.Line,
        repeatDistance=120,
        priority=3,
    )
    return {
        "type": "LineString",
        "renderer": categories(CLASS, rows, True),
        "labels": name,
        "scales": (60_000, 0),
    }


def section():
    """Planning units: end marks and ids, only close by, for editing."""
    ends = ticks("blue", 1.1, 10)
    ends.setPlacements(
        Qgis.MarkerLinePlacements(Qgis.MarkerLinePlacement.FirstVertex | Qgis.MarkerLinePlacement.LastVertex)
    )
    ends.setSubSymbol(dot("white", 1.1, "blue"))
    faded = line(mm_line("grey", 0.25, (1, 1)))
    renderer = rules(
        rule(text("区間", "Section"), line(mm_line("sky", 0.18, (2, 2)), ends), '"vanished_at" IS NULL'),
        rule(gone(), faded, '"vanished_at" IS NOT NULL'),
    )
    name = label(
        '"section_id"',
        lettering(8, "blue", halo=0.8),
        (1_500, 0),
        placement=Qgis.LabelPlacement.Line,
        priority=2,
    )
    return {"type": "LineString", "renderer": renderer, "labels": name, "scales": (5_000, 0)}


_POINTS = [
    ("SC", "ref_school", "white", "#2b4a6b", 40_000, text("学校", "School")),
    ("SH", "ref_shelter", "green", "white", 30_000, text("避難所", "Shelter")),
    ("HO", "ref_hospital", "white", "#2b4a6b", 40_000, text("病院", "Hospital")),
    ("PK", "ref_park", "white", "#2b4a6b", 15_000, text("公園", "Park")),
    ("HY", "ref_hydrant", "white", "#2b4a6b", 4_000, text("消防水利", "Hydrant")),
    ("UP", "ref_underpass", "white", "#2b4a6b", 60_000, text("アンダーパス", "Underpass")),
    ("AC", "ref_accident", "white", "#2b4a6b", 10_000, text("事故", "Accident")),
    ("AE", "ref_aed", "white", "#2b4a6b", 5_000, text("AED", "AED")),
]
_LINES = [
    ("RV", (("sky", 60.0, 1.3, 9.0, 0), ("light_sky", 50.0, 0.9, 8.4, 0)), 0, text("河川", "River")),
    ("RL", (("black", 4.0, 0.55, 1.0, 0), ("white", 2.4, 0.3, 0.6, 1)), 0, text("鉄道", "Railway")),
    # Bands wider than the roads that lie on them.
    ("ER", (("pink", 26.0, 2.2, 6.6, 0),), 100_000, text("緊急輸送道路", "Emergency road")),
    ("SR", (("light_green", 18.0, 1.4, 4.6, 1),), 25_000, text("通学路", "School route")),
    ("BR", (("sky", 20.0, 1.6, 5.4, 3),), 25_000, text("バス路線", "Bus route")),
]
_PENS = [Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine]


def reference_point():
    tops = [
        rule(
            words,
            svg(icon, fill, pen, 2.6, 4.2, 20),
            f'"kind" = \'{kind}\' AND "vanished_at" IS NULL',
            (far, 0),
        )
        for kind, icon, fill, pen, far, words in _POINTS
    ]
    town = rule(text("町丁目・大字", "Town"), dot("white", 0.01, "#ffffff00"), "\"kind\" = 'TW'", (60_000, 0))
    other = rule(
        text("その他の地物", "Other feature"),
        svg("ref_other", "white", "#2b4a6b", 1.8, 3, 12),
        "ELSE",
        (10_000, 0),
    )
    names = [
        (
            "\"kind\" = 'TW'",
            label(
                '"name_ja"',
                lettering(8.5, "#46505a", halo=0.8),
                (60_000, 3_000),
                placement=Qgis.LabelPlacement.OverPoint,
                priority=5,
            ),
        ),
        (
            "\"kind\" <> 'TW'",
            label(
                '"name_ja"',
                lettering(8, "#2b4a6b", halo=0.8),
                (8_000, 0),
                placement=Qgis.LabelPlacement.OrderedPositionsAroundPoint,
                priority=2,
                dist=1.0,
            ),
        ),
    ]
    return {
        "type": "Point",
        "renderer": rules(*tops, town, other),
        "rule_labels": names,
        "scales": (60_000, 0),
    }


def reference_line():
    tops = []
    for kind, pens, far, words in _LINES:
        layers = [stroke(n, m, lo, hi, _PENS[pen], level) for level, (n, m, lo, hi, pen) in enumerate(pens)]
        for layer in layers if kind in ("ER", "SR", "BR") else ():
            layer.setPenCapStyle(Qt.PenCapStyle.FlatCap)
        tops.append(rule(words, line(*layers), f"\"kind\" = '{kind}'", (far, 0)))
    tops.append(
        rule(text("その他の線", "Other line"), line(mm_line("grey", 0.3, (4, 2))), "ELSE", (25_000, 0))
    )
    name = label(
        '"name_ja"',
        lettering(10, "blue", halo=0.9),
        (200_000, 2_000),
        placement=Qgis.LabelPlacement.Line,
        repeatDistance=110,
        priority=8,
    )
    return {
        "type": "LineString",
        "renderer": rules(*tops),
        "rule_labels": [("\"kind\" IN ('RV', 'RL')", name)],
    }


def reference_polygon():
    def fill(kind, name, far, words, alpha=255):
        solid = outline("sky" if kind == "RV" else "grey", 0.15, fill=colour(name, alpha))
        return rule(words, area(solid), f"\"kind\" = '{kind}'", (far, 0))

    flood = QgsLinePatternFillSymbolLayer()
    flood.setLineAngle(0)
    flood.setDistance(1.6)
    flood.setSubSymbol(line(mm_line("blue", 0.18)))
    renderer = rules(
        fill("RV", "light_sky", 0, text("河川(水面)", "River (water)")),
        fill("PK", "light_green", 40_000, text("公園(区域)", "Park (area)")),
        rule(
            text("浸水区域", "Flooded area"),
            area(flood, outline("blue", 0.25)),
            "\"kind\" = 'FL'",
            (80_000, 0),
        ),
        rule(
            text("町丁目・大字(区域)", "Town (area)"),
            area(outline("grey", 0.2, Qt.PenStyle.DotLine)),
            "\"kind\" = 'TW'",
            (25_000, 0),
        ),
        rule(text("その他の区域", "Other area"), area(outline("grey", 0.2)), "ELSE", (25_000, 0)),
    )
    return {"type": "Polygon", "renderer": renderer}


MAKERS = {
    "city": city,
    "boundary": boundary,
    "road_main": road_main,
    "road_other": road_other,
    "section": section,
    "reference_point": reference_point,
    "reference_line": reference_line,
    "reference_polygon": reference_polygon,
}
