"""The road network across borders: links, through routes, crossings, groups, zones, agreements on boundary roads.

These styles serve the map of a store and the results of the algorithms, which lack some fields: those are asked
for by ``attribute()``, which is empty where a field is not there.
"""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsGeometryGeneratorSymbolLayer,
    QgsMarkerLineSymbolLayer,
    QgsMarkerSymbol,
    QgsProperty,
    QgsSimpleMarkerSymbolLayer,
    QgsSymbolLayer,
)
from qgis.PyQt.QtCore import Qt

from .roads import gone
from .symbols import (
    INK,
    PALETTE,
    area,
    built,
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
    text,
)

_SHAPE = Qgis.MarkerShape
# Colours of groups by number, and of cities by rank; outlines have dashes too, sections the casing of their half.
SERIES = ("blue", "orange", "green", "red", "brown", "sky", "pink", "black")
DASHES = ((), (4, 1.5), (), (1.5, 1), (6, 1.5, 1.5, 1.5), (), (4, 1.5), (1.5, 1))
NUMBER = (
    "coalesce(attribute(@feature, 'colour'),"
    " to_int(regexp_substr(attribute(@feature, 'group_id'), '([0-9]+)')) % 8 + 1, 1)"
)
# Zones of a store say no colour: their place among the ids (a plan has 12 at most).
ZONE_ID = "attribute(@feature, 'zone_id')"
ZONE_NUMBER = (
    "coalesce(attribute(@feature, 'colour'),"
    f" array_find(array_sort(array_distinct(array_agg({ZONE_ID}))), {ZONE_ID}) % 8 + 1, 1)"
)
ALONG = {"placement": Qgis.LabelPlacement.Line, "repeatDistance": 110}


def _of(name: str) -> str:
    return f"attribute(@feature, '{name}')"


def _series() -> str:
    known = {**PALETTE["accent"], **PALETTE["base"], **PALETTE["achromatic"]}
    return "array(" + ", ".join(f"'{known[name]}'" for name in SERIES) + ")"


def _cross(where: str, mark: QgsMarkerSymbol) -> QgsGeometryGeneratorSymbolLayer:
    """A mark at the middle of a line, of a line without length too."""
    made = QgsGeometryGeneratorSymbolLayer.create({"geometryModifier": where, "SymbolType": "Marker"})
    made.setSubSymbol(mark)
    return made


def _mark(shape, fill: str, pen: str, size: float, width: float = 0.35) -> QgsMarkerSymbol:
    layer = QgsSimpleMarkerSymbolLayer(shape, size)
    layer.setColor(colour(fill))
    layer.setStrokeColor(colour(pen))
    layer.setStrokeWidth(width)
    return built(QgsMarkerSymbol, [layer])


def border_link():
    """A link is some metres long: a mark says where it is, its shape what it is; near by the line itself is seen."""

    def link(name: str, dashes, mark, level: int = 2) -> object:
        shown = _cross("centroid(@geometry)", mark)
        shown.setRenderingPass(level)
        return line(mm_line("white", 1.6), mm_line(name, 0.9, dashes), shown)

    state = _of("state")
    tops = [
        rule(
            text("要確認の連結", "Link to be checked"),
            link("purple", (2, 1), _mark(_SHAPE.Diamond, "white", "purple", 4.0, 0.8), 3),
            f"{state} = '要確認' OR {state} IS NULL",
        ),
        rule(
            text("橋で連結", "Linked by a bridge"),
            link("black", (), _mark(_SHAPE.Square, "black", "white", 2.8)),
            f"{state} IN ('自動', '採用') AND {_of('bd')} = 'B3'",
        ),
        rule(
            text("市境の連結", "Link across the border"),
            link("green", (), _mark(_SHAPE.Circle, "green", "white", 2.8)),
            f"{state} IN ('自動', '採用') AND coalesce({_of('bd')}, '') <> 'B3'",
        ),
        rule(
            text("却下した連結", "Rejected link"),
            link("grey", (1, 1), _mark(_SHAPE.Cross2, "grey", "grey", 2.6, 0.6)),
            f"{state} = '却下'",
        ),
    ]
    renderer = rules(*tops)
    renderer.setUsingSymbolLevels(True)  # what is to be checked lies on top
    return {"type": "LineString", "renderer": renderer, "scales": (60_000, 0)}


def through_route():
    """Routes that cross a border stand out by colour, width and casing; those within one city are thin."""
    bd = f"coalesce({_of('bd')}, 'B0')"
    rejected = f"coalesce({_of('status')}, '') = '却下'"
    across = line(
        stroke("black", 14, 1.05, 3.2, level=1), stroke("white", 12, 0.85, 2.7, level=2),
        stroke("blue", 7, 0.5, 1.7, level=3),
    )  # fmt: skip
    dashed = stroke("blue", 7, 0.5, 1.7, level=3)
    dashed.setUseCustomDashPattern(True)
    dashed.setCustomDashVector([3.0, 2.2])
    dashed.setPenCapStyle(Qt.PenCapStyle.FlatCap)
    beside = line(stroke("black", 14, 1.05, 3.2, level=1), stroke("white", 12, 0.85, 2.7, level=2), dashed)
    within = line(stroke("white", 6, 0.5, 1.5, level=0), stroke("blue", 3, 0.25, 0.7, level=0))
    tops = [
        rule(text("市境をまたぐ連続路線", "Through route across a border"), across,
             f"{bd} IN ('B1', 'B3', 'B5') AND NOT {rejected}"),
        rule(text("市境に沿う連続路線", "Through route along a border"), beside, f"{bd} = 'B2' AND NOT {rejected}"),
        rule(text("市内の連続路線", "Through route within a city"), within,
             f"{bd} NOT IN ('B1', 'B2', 'B3', 'B5') AND NOT {rejected}", (40_000, 0)),
        rule(text("却下した連続路線", "Rejected through route"), line(mm_line("grey", 0.5, (1, 1.5))), rejected),
    ]  # fmt: skip
    renderer = rules(*tops)
    renderer.setUsingSymbolLevels(True)
    name = f"coalesce({_of('name')}, {_of('through_id')})"
    crossing = f"{bd} IN ('B1', 'B2', 'B3', 'B5') AND NOT {rejected}"
    labels = [
        (
            crossing,
            label(name, lettering(8.5, "#003a9e", bold=True, halo=0.9), (60_000, 0), priority=8, **ALONG),
        ),
        (
            f"NOT ({crossing})",
            label(name, lettering(8, "#003a9e", halo=0.8), (8_000, 0), priority=2, **ALONG),
        ),
    ]
    return {"type": "MultiLineString", "renderer": renderer, "rule_labels": labels}


def crossing():
    """Crossings of borders on through routes: does a standard break there, does the road itself change, or neither?"""
    breaks = f"coalesce({_of('severity')}, 0) > 0 OR coalesce({_of('std_breaks')}, '[]') NOT IN ('', '[]')"
    changes = f"coalesce({_of('changes')}, '[]') NOT IN ('', '[]')"
    tops = [
        rule(text("管理水準が変わる市境", "The standard changes at the border"),
             _mark(_SHAPE.Star, "red", "black", 5.6), breaks),
        rule(text("道路の規格が変わる市境", "The road changes at the border"),
             _mark(_SHAPE.Diamond, "orange", "black", 4.2), f"NOT ({breaks}) AND ({changes})"),
        rule(text("同じまま続く市境", "It continues unchanged"), _mark(_SHAPE.Circle, "white", "black", 2.8, 0.5),
             f"NOT ({breaks}) AND NOT ({changes})"),
    ]  # fmt: skip
    names = label(
        f"coalesce({_of('reason')}, '')", lettering(8, INK, halo=0.9), (6_000, 0), dist=2.2, priority=5,
        wrapChar="。", autoWrapLength=28, multilineAlign=Qgis.LabelMultiLineAlignment.Left,
        placement=Qgis.LabelPlacement.OrderedPositionsAroundPoint,
    )  # fmt: skip
    return {"type": "Point", "renderer": rules(*tops), "rule_labels": [(breaks, names)]}


def network():
    """Pieces of the network by city (in the order of their codes), their nodes near by; a second drawing is dashed."""
    rank = 'array_find(array_sort(string_to_array(concatenate_unique("city_code", concatenator:=\',\'))), "city_code")'
    shown = stroke("grey", 6, 0.45, 2.0, level=2)
    shown.setDataDefinedProperty(
        QgsSymbolLayer.Property.PropertyStrokeColor,
        QgsProperty.fromExpression(f"array_get({_series()}, max({rank}, 0) % {len(SERIES)})"),
    )
    nodes = QgsMarkerLineSymbolLayer(True, 10)
    nodes.setPlacements(
        Qgis.MarkerLinePlacements(Qgis.MarkerLinePlacement.FirstVertex | Qgis.MarkerLinePlacement.LastVertex)
    )
    nodes.setSubSymbol(dot("white", 1.5, INK))
    nodes.setRenderingPass(4)
    twin = f"coalesce({_of('twin_of')}, '') <> ''"
    pieces = line(stroke("white", 9, 0.8, 2.8, level=1), shown)
    tops = [
        rule(
            text("路線網の区間(市ごとの色)", "Pieces of the network, a colour a city"),
            pieces,
            f"NOT ({twin})",
        ),
        rule(text("二重に描かれた区間", "Drawn a second time"), line(mm_line("black", 0.5, (2, 2))), twin),
        rule(text("ノード", "Node"), line(nodes), f"NOT ({twin})", (5_000, 0)),
    ]
    renderer = rules(*tops)
    renderer.setUsingSymbolLevels(True)
    return {"type": "LineString", "renderer": renderer}


def group_section():
    """Sections in the colour of their group: eight colours, so that groups side by side differ, four of them with a
    dark edge. No dashes: on short sections they would break up the network."""
    tops, tied = [], f"{_of('group_id')} IS NOT NULL"
    for number, name in enumerate(SERIES, 1):
        edge = mm_line("white", 1.8) if number <= len(SERIES) // 2 else mm_line(INK, 1.5)
        edge.setPenCapStyle(Qt.PenCapStyle.RoundCap)
        core = mm_line(name if name != "black" else "light_grey", 1.0)
        core.setPenCapStyle(Qt.PenCapStyle.RoundCap)
        core.setRenderingPass(1)
        words = text(f"路線群の色{number}", f"Groups of colour {number}")
        tops.append(rule(words, line(edge, core), f"{tied} AND ({NUMBER}) = {number}"))
    tops.append(
        rule(text("路線群に入らない区間", "In no group"), line(mm_line("grey", 0.3)), f"NOT ({tied})")
    )
    renderer = rules(*tops)
    renderer.setUsingSymbolLevels(True)
    name = label(_of("group_id"), lettering(8.5, INK, bold=True, halo=1.0), (60_000, 0), priority=4, **ALONG)
    return {"type": "LineString", "renderer": renderer, "labels": name}


def route_group():
    """Outlines with a little of their colour inside: the roads stay legible; the name with its length in the middle."""
    tops = []
    for number, (name, dashes) in enumerate(zip(SERIES, DASHES), 1):
        tint = outline(name, 0, Qt.PenStyle.NoPen, colour(name, 20 if name == "black" else 38))
        casing = _edge("white", 2.0)
        tops.append(
            rule(
                text(f"路線群の色{number}", f"Groups of colour {number}"),
                area(tint, casing, _edge(name, 1.1, dashes)),
                f"({NUMBER}) = {number}",
            )  # fmt: skip
        )
    length = f"coalesce('\\n' || format_number({_of('length_km')}, 0) || ' km', '')"
    name = f"coalesce({_of('name')}, {_of('group_id')}) || {length}"
    names = label(
        name, lettering(11, INK, bold=True, halo=1.2), (250_000, 0), priority=10, centroidInside=True, zIndex=11.0,
        placement=Qgis.LabelPlacement.Horizontal, multilineAlign=Qgis.LabelMultiLineAlignment.Center,
    )  # fmt: skip
    return {"type": "MultiPolygon", "renderer": rules(*tops), "labels": names}


def zone_section():
    """Sections in the colour of their zone, as `group_section` has them; roads that are only driven on stay thin, and
    those that no zone reaches stand out."""
    tops, tied = [], f"{_of('zone_id')} IS NOT NULL"
    worked = f"coalesce({_of('maintained')}, 1) = 1"
    for number, name in enumerate(SERIES, 1):
        edge = stroke("white" if number <= len(SERIES) // 2 else "black", 10, 0.55, 1.9, level=1)
        core = stroke(name if name != "black" else "light_grey", 6, 0.35, 1.2, level=2)
        words = text(f"工区の色{number}", f"Zones of colour {number}")
        tops.append(rule(words, line(edge, core), f"{tied} AND {worked} AND ({ZONE_NUMBER}) = {number}"))
    tops.append(
        rule(
            text("走行のみの区間(国道・県道など)", "Only driven on (national and prefectural roads)"),
            line(mm_line("grey", 0.3)),
            f"{tied} AND NOT ({worked})",
        )
    )
    lost = mm_line("red", 0.7, (1.5, 1))
    lost.setRenderingPass(3)
    tops.append(
        rule(
            text("どの工区にも入らない区間", "In no zone"), line(mm_line("white", 1.2), lost), f"NOT ({tied})"
        )
    )
    renderer = rules(*tops)
    renderer.setUsingSymbolLevels(True)
    name = f"coalesce({_of('contractor')}, {_of('zone_id')})"
    names = label(name, lettering(8.5, INK, bold=True, halo=1.0), (15_000, 0), priority=3, **ALONG)
    return {"type": "LineString", "renderer": renderer, "labels": names}


def zone():
    """工区: tints of eight colours and one dark outline for all, because two zones share each of their borders; the
    name with its roads and its share."""
    tops = []
    for number, name in enumerate(SERIES, 1):
        tint = outline(name, 0, Qt.PenStyle.NoPen, colour(name, 25 if name == "black" else 52))
        edge = _edge("black", 0.9)
        edge.setRenderingPass(1)  # no zone's casing over its neighbour's line
        symbol = area(tint, _edge("white", 2.2), edge)
        words = text(f"工区の色{number}", f"Zones of colour {number}")
        tops.append(rule(words, symbol, f"({ZONE_NUMBER}) = {number}"))
    km = f"coalesce('\\n' || format_number({_of('road_km')}, 0) || ' km', '')"
    share = f"coalesce('  ' || format_number({_of('share')}, 1) || ' %', '')"
    names = label(
        f"coalesce({_of('name')}, {_of('zone_id')}) || {km} || {share}", lettering(12, INK, bold=True, halo=1.2),
        placement=Qgis.LabelPlacement.Horizontal, priority=10, centroidInside=True, zIndex=11.0,
        multilineAlign=Qgis.LabelMultiLineAlignment.Center,
    )  # fmt: skip
    return {"type": "MultiPolygon", "renderer": rules(*tops), "labels": names}


def difference():
    """Sections that change hands between two zone plans: nearer to the base or farther, told by dashes too."""
    diff = f"coalesce({_of('min_diff')}, 0)"
    moved = f"coalesce({_of('kind')}, 'moved') = 'moved'"
    rows = [
        (text("担当が替わり、拠点から遠くなる", "Changes hands, farther from the base"), "red", (2.6, 1.2),
         f"{moved} AND {diff} >= 0.05"),
        (text("担当が替わり、拠点に近くなる", "Changes hands, nearer to the base"), "blue", (),
         f"{moved} AND {diff} <= -0.05"),
        (text("担当が替わる(遠さは同じ)", "Changes hands, as far as before"), "black", (),
         f"{moved} AND abs({diff}) < 0.05"),
        (text("担当がなくなる", "Loses its zone"), "brown", (1, 1), f"{_of('kind')} = 'leaves'"),
        (text("新たに担当がつく", "Gets a zone"), "green", (), f"{_of('kind')} = 'joins'"),
    ]  # fmt: skip
    tops = []
    for words, name, dashes, where in rows:
        core = mm_line(name, 1.2, dashes)
        core.setRenderingPass(1)  # no casing over a neighbour's line
        tops.append(rule(words, line(mm_line("white", 2.2), core), where))
    renderer = rules(*tops)
    renderer.setUsingSymbolLevels(True)
    was = f"if({_of('base_to')} <> {_of('zone_to')}, ' (' || {_of('base_to')} || ')', '')"
    hands = f"coalesce({_of('zone_from')}, '-') || ' → ' || coalesce({_of('zone_to')} || coalesce({was}, ''), '-')"
    near = label(hands, lettering(8.5, INK, bold=True, halo=1.0), (15_000, 0), priority=6, **ALONG)
    return {"type": "MultiLineString", "renderer": renderer, "labels": near}


def boundary_agreement():
    """Roads on the border by the state of their agreement: what is not agreed on yet is broken, what ends is red."""
    ct, there = f"coalesce({_of('ct')}, 'C1')", f"{_of('vanished_at')} IS NULL"
    rows = [
        (("C3",), text("境界協定(締結)", "Agreement signed"), "brown", ()),
        (("C2",), text("境界協定(協議中)", "Agreement under negotiation"), "brown", (5, 1.2)),
        (("C1",), text("境界協定の候補", "Candidate for an agreement"), "brown", (1.6, 1.2)),
        (("C4", "C5"), text("境界協定(更新要・失効)", "Agreement to be renewed, or lapsed"), "red", (3, 1.2)),
    ]
    tops = [
        rule(words, line(mm_line("black", 3.0), mm_line("white", 2.6), mm_line(name, 1.6, dashes)),
             f"{there} AND {ct} IN ({', '.join(repr(code) for code in codes)})")
        for codes, words, name, dashes in rows
    ]  # fmt: skip
    none = text("協定なし", "No agreement")
    tops.append(rule(none, line(mm_line("grey", 0.8, (1, 1.5))), f"{there} AND {ct} = 'C0'"))
    tops.append(rule(gone(), line(mm_line("grey", 0.25, (1, 1.5))), f"NOT ({there})"))
    words = (
        f"CASE {ct} WHEN 'C1' THEN '協定候補' WHEN 'C2' THEN '協議中' WHEN 'C3' THEN '協定' WHEN 'C4' THEN '更新要'"
        f" WHEN 'C5' THEN '失効' ELSE '' END || coalesce(' ' || format_number({_of('length_m')}, 0) || ' m', '')"
    )
    names = label(words, lettering(8.5, "brown", bold=True, halo=0.9), (20_000, 0), priority=6, **ALONG)
    return {"type": "MultiLineString", "renderer": rules(*tops), "rule_labels": [(there, names)]}


def _edge(name: str, width: float, dashes: tuple[float, ...] = ()):
    """The outline of an area as a line, which takes any dashes."""
    from qgis.core import QgsSimpleLineSymbolLayer

    layer = QgsSimpleLineSymbolLayer(colour(name), width)
    layer.setPenJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashes:
        layer.setUseCustomDashPattern(True)
        layer.setCustomDashVector([part * width for part in dashes])
        layer.setPenCapStyle(Qt.PenCapStyle.FlatCap)
    return layer


MAKERS = {
    "border_link": border_link,
    "through_route": through_route,
    "crossing": crossing,
    "network": network,
    "group_section": group_section,
    "route_group": route_group,
    "zone": zone,
    "difference": difference,
    "zone_section": zone_section,
    "boundary_agreement": boundary_agreement,
}
