"""Ranked damages: the band by colour, shape and size at once, the rank beside it; the first lie on top."""

from __future__ import annotations

from qgis.core import Qgis, QgsMarkerSymbol, QgsSimpleMarkerSymbolLayer

from .symbols import built, colour, label, lettering, rule, rules, text

_SHAPE = Qgis.MarkerShape
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
        tops.append(rule(words, built(QgsMarkerSymbol, [_mark(level, *mark)]), where))
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


MAKERS = {"ranked": ranked}
