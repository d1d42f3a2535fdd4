"""Planned damages: what becomes of each deadline by colour, shape and size at once; missed ones lie on top."""

from __future__ import annotations

from qgis.core import Qgis, QgsMarkerSymbol, QgsSimpleMarkerSymbolLayer

from .symbols import built, colour, label, lettering, rule, rules, text

_SHAPE = Qgis.MarkerShape
# (filter, legend, shape, fill, pen, size in mm, width of the pen), from the bottom to the top.
STATES = [
    (
        '"state" IS NULL',
        text("計画の対象外(補修の対象でない・順位なしなど)", "Not planned (no repair, not ranked …)"),
        (_SHAPE.Pentagon, "light_grey", "grey", 2.0, 0.3),
    ),
    (
        "\"state\" = 'open'",
        text("未実施(期限は計画期間の後、または なし)", "Not done (deadline after the plan, or none)"),
        (_SHAPE.Square, "white", "black", 3.0, 0.4),
    ),
    (
        "\"state\" = 'done'",
        text("実施(期限は計画期間の後、または なし)", "Done (deadline after the plan, or none)"),
        (_SHAPE.Diamond, "light_sky", "black", 3.6, 0.3),
    ),
    ("\"state\" = 'met'", text("期限内に実施", "Done by its deadline"), (_SHAPE.Circle, "sky", "black", 3.6, 0.3)),
    ("\"state\" = 'late'", text("期限後に実施", "Done after its deadline"),
     (_SHAPE.Triangle, "orange", "black", 4.8, 0.35)),
    ("\"state\" = 'missed'", text("期限を守れず未実施", "Deadline missed, not done"),
     (_SHAPE.Star, "red", "black", 6.0, 0.35)),
]  # fmt: skip


def planned():
    """The output of workplan; the month beside what is done."""
    tops = [rule(words, built(QgsMarkerSymbol, [_mark(level, *mark)]), where)
            for level, (where, words, mark) in enumerate(STATES, 1)]  # fmt: skip
    renderer = rules(*reversed(tops))
    renderer.setUsingSymbolLevels(True)
    month = "regexp_replace(right(\"month\", 2), '^0', '') || '月'"
    labels = [
        ("\"state\" = 'late'", label(month, lettering(9, bold=True), (50000, 0), dist=2.8, priority=7)),
        ("\"state\" IN ('met', 'done')", label(month, lettering(8), (15000, 0), dist=2.2, priority=4)),
    ]
    return {"type": "Point", "renderer": renderer, "rule_labels": labels}


def _mark(level: int, shape, fill: str, pen: str, size: float, width: float) -> QgsSimpleMarkerSymbolLayer:
    layer = QgsSimpleMarkerSymbolLayer(shape, size)
    layer.setColor(colour(fill))
    layer.setStrokeColor(colour(pen))
    layer.setStrokeWidth(width)
    layer.setRenderingPass(level)
    return layer


MAKERS = {"planned": planned}
