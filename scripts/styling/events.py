"""Damages and requests: kind by glyph, state by colour, pen and size."""

from __future__ import annotations

from qgis.core import Qgis, QgsMarkerSymbol, QgsSimpleMarkerSymbolLayer

from .clusters import cluster, count
from .roads import gone
from .symbols import built, colour, dot, rule, rules, svg, text

# Damage types drawn by one glyph, and request kinds likewise.
DAMAGES = [
    (
        "damage_surface",
        ("D01", "D02", "D03", "D04", "D05", "D06", "D14"),
        text("路面(穴・ひび・段差・摩耗)", "Surface (hole, crack, step, wear)"),
    ),
    ("damage_broken", ("D07", "D08", "D09", "D10"), text("破損・変形・腐食", "Broken, deformed, corroded")),
    ("damage_water", ("D11", "D12"), text("詰まり・冠水", "Blocked, flooded")),
    ("damage_light", ("D13",), text("不点灯", "Lamp out")),
    ("damage_green", ("D15", "D16", "D17"), text("草木", "Vegetation")),
    ("damage_object", ("D18", "D19", "D20"), text("落下物・死骸・投棄", "Debris, carcass, dump")),
    ("damage_other", (), text("その他の損傷", "Other damage")),
]
REQUESTS = [
    ("request_report", ("K1",), text("通報", "Fault report")),
    ("request_wish", ("K2",), text("要望", "Improvement request")),
    ("request_petition", ("K3",), text("陳情", "Petition")),
    ("request_complaint", ("K4",), text("苦情", "Complaint")),
    ("request_inquiry", (), text("問合せ・情報ほか", "Inquiry, information, other")),
]
# State families: (codes, legend text, fill, pen, least and most size in mm)
STATES = [
    (
        ("S45", "S80", "S90", "S95", "S99"),
        text("完了・経過観察", "Done or under watch"),
        "white",
        "grey",
        2.3,
        3.6,
    ),
    (
        ("S05", "S15", "S97", "S98"),
        text("対象外(重複・転送等)", "Not ours (duplicate, transferred)"),
        "light_grey",
        "grey",
        2.0,
        3.2,
    ),
    (("S50", "S60", "S70", "S85"), text("対応中", "In hand"), "yellow", "black", 3.2, 5.4),
    ((), text("未対応", "Open"), "red", "white", 3.4, 5.8),
]
OPEN = tuple(code for codes, *_ in STATES[:2] for code in codes)


def damage():
    """Open and in hand: state by colour, pen and size; kind by glyph."""
    renderer = _states("dt", DAMAGES, STATES[2:])
    return {
        "type": "Point",
        "renderer": cluster(renderer, count("#8c1c00", "white", 3.6), 1.6),
        "scales": (20_000, 0),
    }


def request():
    square = count("#1f4f8f", "white", 3.6, Qgis.MarkerShape.Square)
    return {
        "type": "Point",
        "renderer": cluster(_states("kd", REQUESTS, STATES[2:]), square, 1.6),
        "scales": (20_000, 0),
    }


def damage_done():
    """Done, not ours or vanished: muted, near by, apart from what is open so that they never hide it."""
    renderer = _states("dt", DAMAGES, STATES[:2], vanished=True)
    return {
        "type": "Point",
        "renderer": cluster(renderer, count("#ececee", "grey", 2.6), 1.2),
        "scales": (5_000, 0),
    }


def request_done():
    square = count("#ececee", "grey", 2.6, Qgis.MarkerShape.Square)
    renderer = _states("kd", REQUESTS, STATES[:2], vanished=True)
    return {"type": "Point", "renderer": cluster(renderer, square, 1.2), "scales": (5_000, 0)}


def _states(field: str, kinds, states, vanished: bool = False):
    """State, and inside it kind. What has no state yet counts as open."""
    known = [code for codes, *_ in STATES for code in codes]
    named = [code for _icon, codes, _words in kinds for code in codes]
    tops = []
    for codes, words, fill, pen, least, most in reversed(states):
        where = f'"st" IN ({_list(codes)})' if codes else f'("st" IS NULL OR "st" NOT IN ({_list(known)}))'
        children = []
        for icon, mine, kind_words in kinds:
            other = f'("{field}" IS NULL OR "{field}" NOT IN ({_list(named)}))'
            which = f'"{field}" IN ({_list(mine)})' if mine else other
            children.append(rule(kind_words, svg(icon, fill, pen, least, most, 14), which))
        tops.append(rule(words, None, f'"vanished_at" IS NULL AND {where}', children=children))
    if vanished:
        tops.append(rule(gone(), svg("vanished", "white", "grey", 1.6, 2.4, 6), '"vanished_at" IS NOT NULL'))
    return rules(*tops)


def damage_urgent():
    """A heavy ring around what is judged an emergency (L3) and not done: seen from farther than its damage."""
    ring = QgsSimpleMarkerSymbolLayer(Qgis.MarkerShape.Circle, 7.0)
    ring.setColor(colour("white", 0))
    ring.setStrokeColor(colour("black"))
    ring.setStrokeWidth(0.6)
    inner = QgsSimpleMarkerSymbolLayer(Qgis.MarkerShape.Circle, 5.8)
    inner.setColor(colour("white", 0))
    inner.setStrokeColor(colour("red"))
    inner.setStrokeWidth(0.6)
    renderer = rules(
        rule(text("緊急(L3)と判定", "Judged an emergency (L3)"), built(QgsMarkerSymbol, [ring, inner]))
    )
    return {"type": "Point", "renderer": renderer, "scales": (80_000, 0)}


def damage_overview():
    """What is not done, counted where it lies: from 1:20,000 outwards."""
    return _overview(
        "#8c1c00",
        Qgis.MarkerShape.Circle,
        text("未完了の損傷(円の数字は件数)", "Damages not done (number = count)"),
    )


def request_overview():
    return _overview(
        "#1f4f8f",
        Qgis.MarkerShape.Square,
        text("未完了の要望(四角の数字は件数)", "Requests not done (number = count)"),
    )


def _overview(fill, shape, words):
    single = dot(fill, 2.4, "white", shape)
    renderer = cluster(rules(rule(words, single, "")), count(fill, "white", 4.2, shape), 10.0)
    return {"type": "Point", "renderer": renderer, "scales": (2_000_000, 20_000)}


def _list(codes) -> str:
    return ", ".join(f"'{code}'" for code in codes)


MAKERS = {
    "damage": damage,
    "damage_overview": damage_overview,
    "damage_done": damage_done,
    "damage_urgent": damage_urgent,
    "request": request,
    "request_overview": request_overview,
    "request_done": request_done,
}
