"""Words of the editor: heads of columns, values of cells, what a cell's colour means."""

from __future__ import annotations

import math

from ...analysis.standards import NO_RESPONSE, RESPONSES, THRESHOLDS, measures
from ...analysis.standards.words import code_label, measure_label
from ...i18n import language, tr
from ...layers.standards.cells import NEVER
from ...schema import model

STRICTER, LOOSER, OTHER = "▲", "▼", "◆"
MARKS = {1: STRICTER, -1: LOOSER, 0: OTHER}


def head(cell: str) -> str:
    """A column's head, as officials name it; two lines."""
    return {
        "watch": tr("Watch\nvalue"),
        "repair": tr("Repair\nvalue"),
        "repair_c1": tr("Repair\n(class 1)"),
        "emerg": tr("Emergency\nvalue"),
        "rs_tmp_c1": tr("Make safe\nclass 1"),
        "rs_tmp_c2": tr("Make safe\nclass 2"),
        "rs_tmp_c3": tr("Make safe\nother"),
        "rs_perm_c1": tr("Permanent\nclass 1"),
        "rs_perm_c2": tr("Permanent\nclass 2"),
        "rs_perm_c3": tr("Permanent\nother"),
    }[cell]


def short(cell: str) -> str:
    """The same in one line."""
    return head(cell).replace("\n", "" if language() == "ja" else " ")


def shown(cell: str, value) -> str:
    """A value as the table shows it: a dash where there is no such level."""
    if empty(value):
        return "" if cell == "repair_c1" else NEVER
    if cell in THRESHOLDS:
        return NEVER if math.isinf(value) else f"{value:.10g}"
    return NEVER if value == NO_RESPONSE else str(value)


def explained(cell: str, value, row: dict) -> str:
    """A value in words, for tooltips and the status bar."""
    text = shown(cell, value)
    if not text:
        return tr("like the general repair value")
    if text == NEVER:
        return tr("no such level") if cell in THRESHOLDS else tr("no such response")
    if cell in RESPONSES:
        return f"{text} {code_label('RS', text)}"
    return f"{text} {unit(row)} {side(row)}".replace("  ", " ")


def empty(value) -> bool:
    return value is None or value != value


def same(a, b) -> bool:
    return (empty(a) and empty(b)) or a == b


def side(row: dict) -> str:
    return tr("or less") if row.get("op") == "<=" else tr("or more")


def unit(row: dict) -> str:
    text = row.get("unit") or ""
    return "" if text in ("点", "段階", "-") else text


def measure(row: dict) -> str:
    """Measure, unit and side of a row: 深さ cm ≧."""
    name = measure_label(row.get("measure")) if row.get("measure") in measures() else row.get("measure") or ""
    sign = {">=": "≧", "<=": "≦"}.get(row.get("op"), "")
    return " ".join(part for part in (name, f"[{unit(row)}]" if unit(row) else "", sign) if part)


def facility(row: dict) -> str:
    return code_label("FT", row.get("ft"))


def title(document, std_id: str, row: dict) -> str:
    """The standard's title, else the kind of damage."""
    return document.title(std_id, language()) or code_label("DT", row.get("dt")) or std_id


def scope_word(scope: str) -> str:
    return code_label("SCOPE", scope) if scope else ""


def rule_words(code: str) -> tuple[str, str, bool]:
    """(what is wrong, what to do, whether it is an error) of a code of schema/rules."""
    rule = model().rules.get(code)
    if rule is None:
        return code, "", True
    if language() == "ja":
        return rule.ja, rule.remedy_ja, rule.cls == "error"
    return rule.en, rule.remedy_en, rule.cls == "error"


def number(value: float, digits: int = 0) -> str:
    return f"{value:,.{digits}f}"


def signed(value: float, digits: int = 0) -> str:
    """With its sign; a dash where nothing changes."""
    if round(value, digits) == 0:
        return "–"
    return f"{value:+,.{digits}f}".replace("-", "−")
