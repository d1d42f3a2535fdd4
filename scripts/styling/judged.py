"""Judged damages: the level by colour, shape and size at once, the worst on top."""

from __future__ import annotations

from qgis.core import Qgis, QgsMarkerSymbol, QgsSimpleMarkerSymbolLayer

from .symbols import built, colour, rule, rules, text

_SHAPE = Qgis.MarkerShape
# (filter, legend, [(shape, fill, pen, size in mm, width of the pen)]), from the bottom to the top.
LEVELS = [
    (
        '"judge" IS NULL',
        text("判定なし(他の管理者の道路など)", "Not judged (another administrator's road)"),
        [(_SHAPE.Pentagon, "light_grey", "grey", 2.6, 0.3)],
    ),
    (
        "\"judge\" = 'L0'",
        text("L0 基準内", "L0 within the standard"),
        [(_SHAPE.Circle, "white", "grey", 2.2, 0.4)],
    ),
    ("\"judge\" = 'L1'", text("L1 経過観察", "L1 watch"), [(_SHAPE.Diamond, "sky", "black", 3.4, 0.3)]),
    (
        "\"judge\" = 'NJ'",
        text("NJ 判定不能(測定が必要)", "NJ cannot be judged (to be measured)"),
        [(_SHAPE.Square, "white", "purple", 3.3, 0.6), (_SHAPE.Cross2, "purple", "purple", 2.0, 0.5)],
    ),
    ("\"judge\" = 'L2'", text("L2 要補修", "L2 repair"), [(_SHAPE.Triangle, "orange", "black", 4.6, 0.35)]),
    ("\"judge\" = 'L3'", text("L3 緊急", "L3 emergency"), [(_SHAPE.Star, "red", "black", 6.2, 0.35)]),
]


def judged():
    """The output of judgestandards; a ring where a measure is missing beside what was judged."""
    tops = []
    for level, (where, words, marks) in enumerate(LEVELS, 1):
        tops.append(rule(words, built(QgsMarkerSymbol, [_mark(level, *mark) for mark in marks]), where))
    ring = _mark(len(LEVELS) + 1, _SHAPE.Circle, "white", "purple", 7.4, 0.5)
    ring.setColor(colour("white", 0))
    where = "\"needs_measure\" AND \"judge\" IN ('L2', 'L3')"
    tops.append(rule(text("要計測(ほかの測定値がない)", "To be measured (another measure is missing)"),
                     built(QgsMarkerSymbol, [ring]), where))  # fmt: skip
    # The legend reads from the worst down, the ring after what it stands around; levels set what is drawn last.
    *others, repair, emergency, ring_rule = tops
    renderer = rules(emergency, repair, ring_rule, *reversed(others))
    renderer.setUsingSymbolLevels(True)
    return {"type": "Point", "renderer": renderer}


def _mark(level: int, shape, fill: str, pen: str, size: float, width: float) -> QgsSimpleMarkerSymbolLayer:
    layer = QgsSimpleMarkerSymbolLayer(shape, size)
    layer.setColor(colour(fill))
    layer.setStrokeColor(colour(pen))
    layer.setStrokeWidth(width)
    layer.setRenderingPass(level)
    return layer


MAKERS = {"judged": judged}
