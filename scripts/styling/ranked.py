"""Ranked damages: the band by colour, shape and size at once, the rank beside it; the first lie on top."""

from __future__ import annotations

from qgis.core import Qgis, QgsMarkerSymbol, QgsSimpleMarkerSymbolLayer

from .symbols import built, colour, label, lettering, rule, rules, text

_SHAPE = Qgis.MarkerShape
UNRANKED = (25000, 0)  # closed damages are many: on a map of a whole city they would hide the list
# (filter, legend, shape, fill, pen, size in mm, width of the pen), from the bottom to the top.
BANDS = [
    (
        '"rank" IS NULL',
        text("順位なし(処理済・他の管理者など)", "Not ranked (closed, another administrator's …)"),
        (_SHAPE.Pentagon, "light_grey", "grey", 2.2, 0.3),
    ),
    ("\"band\" = 'C' AND NOT \"on_top\"", text("C 後順位", "C: later"),
     (_SHAPE.Circle, "light_grey", "black", 2.8, 0.3)),
    ("\"band\" = 'B' AND NOT \"on_top\"", text("B 通常", "B: normal"), (_SHAPE.Diamond, "sky", "black", 3.8, 0.3)),
    ("\"band\" = 'A' AND NOT \"on_top\"", text("A 優先", "A: first"), (_SHAPE.Triangle, "orange", "black", 4.8, 0.35)),
    ('"on_top"', text("最優先(区分1・即日対応)", "Always on top (category 1, at once)"),
     (_SHAPE.Star, "red", "black", 6.2, 0.35)),
]  # fmt: skip


def ranked():
    """The output of prioritize; a ring where somebody has to go and look first."""
    tops = []
    for level, (where, words, mark) in enumerate(BANDS, 1):
        near = UNRANKED if "NULL" in where else (0, 0)
        tops.append(rule(words, built(QgsMarkerSymbol, [_mark(level, *mark)]), where, near))
    ring = _mark(len(BANDS) + 1, _SHAPE.Circle, "white", "purple", 7.4, 0.5)
    ring.setColor(colour("white", 0))
    visit = rule(text("要現地(リスクは仮定)", "To be visited (risk assumed)"), built(QgsMarkerSymbol, [ring]),
                 "\"rank\" IS NOT NULL AND \"judge\" = 'NJ'")  # fmt: skip
    *others, first = tops
    renderer = rules(first, *reversed(others[1:]), visit, others[0])
    renderer.setUsingSymbolLevels(True)
    labels = [
        ("\"on_top\" OR \"band\" = 'A'", label('"rank"', lettering(10, bold=True), (100000, 0), dist=3.0, priority=8)),
        ("\"band\" = 'B' AND NOT \"on_top\"", label('"rank"', lettering(8.5), (25000, 0), dist=2.2, priority=5)),
        ("\"band\" = 'C' AND NOT \"on_top\"", label('"rank"', lettering(8), (10000, 0), dist=1.8, priority=2)),
    ]  # fmt: skip
    return {"type": "Point", "renderer": renderer, "rule_labels": labels}


def _mark(level: int, shape, fill: str, pen: str, size: float, width: float) -> QgsSimpleMarkerSymbolLayer:
    layer = QgsSimpleMarkerSymbolLayer(shape, size)
    layer.setColor(colour(fill))
    layer.setStrokeColor(colour(pen))
    layer.setStrokeWidth(width)
    layer.setRenderingPass(level)
    return layer


# Of prioritysensitivity: whether a rank stays where it is. (filter, legend, shape, fill, pen, size, width of the pen)
RANGES = [
    ('"rank" IS NULL', text("順位なし(処理済・他の管理者など)", "Not ranked (closed, another administrator's …)"),
     (_SHAPE.Pentagon, "light_grey", "grey", 2.2, 0.3)),
    ('"solid" = 1 AND "border" = 0', text("順位が安定", "Rank is solid"),
     (_SHAPE.Circle, "blue", "black", 3.0, 0.3)),
    ('"solid" = 0 AND "border" = 0', text("順位が動く(優先帯は同じ)", "Rank moves, band stays"),
     (_SHAPE.Triangle, "orange", "black", 4.4, 0.35)),
    ('"border" = 1', text("境界(優先帯が変わりうる)", "On a border of bands"),
     (_SHAPE.Diamond, "red", "black", 5.2, 0.35)),
]  # fmt: skip


def rank_range():
    """The output of prioritysensitivity: solid ranks small and blue, those on a border large and red; beside them the
    range of ranks."""
    tops = [
        rule(
            words,
            built(QgsMarkerSymbol, [_mark(level, *mark)]),
            where,
            UNRANKED if "NULL" in where else (0, 0),
        )
        for level, (where, words, mark) in enumerate(RANGES, 1)
    ]
    renderer = rules(*reversed(tops))
    renderer.setUsingSymbolLevels(True)
    spread = """ "rank" || ' (' || "rank_best" || '–' || "rank_worst" || ')' """.strip()
    span = f'if("rank_best" = "rank_worst", to_string("rank"), {spread})'
    labels = [
        ('"border" = 1', label(span, lettering(9, bold=True), (50000, 0), dist=2.6, priority=7)),
        ('"border" = 0 AND "rank" IS NOT NULL', label(span, lettering(8), (10000, 0), dist=2.0, priority=3)),
    ]
    return {"type": "Point", "renderer": renderer, "rule_labels": labels}


MAKERS = {"ranked": ranked, "rank_range": rank_range}
