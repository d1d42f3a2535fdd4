"""How the report about agreeing on standards says things: numbers, money, cells, levels; Japanese or English."""

from __future__ import annotations

import math

from ..analysis.standards import NEVER, NO_RESPONSE, RESPONSES, measures
from ..analysis.standards.agreement import Side
from ..analysis.standards.words import code_label, measure_label
from ..i18n import language, tr
from ..schema import model

MINUS = "−"
_UNITLESS = ("点", "段階", "個", "–", None, "")


def number(value: float, decimals: int | None = None) -> str:
    """One decimal under 1000, none above; the minus is a real one."""
    if value is None or value != value:
        return "–"
    places = (1 if abs(value) < 1000 else 0) if decimals is None else decimals
    text = f"{abs(value):,.{places}f}"
    return (MINUS if value < 0 and float(text.replace(",", "")) else "") + text


def signed(value: float, decimals: int | None = None) -> str:
    text = number(abs(value), decimals)
    zero = not float(text.replace(",", ""))
    return ("±" if zero else MINUS if value < 0 else "+") + text


def rounded(value: float, decimals: int | None = None) -> float:
    """What ``number`` shows, as a number: so that differences on the page add up."""
    places = (1 if abs(value) < 1000 else 0) if decimals is None else decimals
    return round(value, places)


def percent(before: float, after: float) -> str:
    if not before:
        return "±0%" if not after else "–"
    return f"{signed(100 * (after - before) / before, 1)}%"


def yen(value: float, sign: bool = False) -> str:
    """Money as people say it: 万円 and 億円 in Japanese."""
    mark = (
        ("±" if abs(value) < 0.5 else MINUS if value < 0 else "+") if sign else (MINUS if value < 0 else "")
    )
    amount = abs(value)
    if language() != "ja":
        return f"{mark}¥{amount if amount < 1e5 else round(amount, -3):,.0f}"
    if amount >= 1e8:
        return f"{mark}{amount / 1e8:,.2f}億円"
    if amount >= 1e4:
        return f"{mark}{amount / 1e4:,.1f}万円"
    return f"{mark}{amount:,.0f}円"


def yen_rounded(value: float) -> float:
    """What ``yen`` shows, as a number."""
    amount = abs(value)
    step = 1.0 if amount < (1e4 if language() == "ja" else 1e5) else 1e3
    if language() == "ja" and amount >= 1e8:
        step = 1e6
    return round(value / step) * step


def kind_label(ft: str | None, dt: str | None) -> str:
    return f"{code_label('FT', ft) or '?'} {code_label('DT', dt) or '?'}"


def cell_label(cell: str) -> str:
    return model().tables["standard"].field(cell).label(language())


def short_response(code: str) -> str:
    """R1 24時間: the legend has the whole of it."""
    label = code_label("RS", code).split("(")[0].strip()
    return f"{code} {label.removesuffix('以内').removesuffix('で対応').removeprefix('Within ')}"


def response_legend() -> list[str]:
    return [
        f"{c.code} {c.label(language())}" for c in model().code_lists["RS"].codes.values() if c.code != "R9"
    ]


def cell_value(cell: str, value) -> str:
    if cell in RESPONSES:
        return "–" if value in (None, NO_RESPONSE) else short_response(value)
    if value is None or value == NEVER:
        return "–"
    if isinstance(value, (int, float)):
        return "–" if not math.isfinite(value) else f"{value:g}"
    return str(value)


def unit_of(measure: str | None) -> str:
    known = measures().get(measure or "")
    unit = known.unit if known else ""
    unit = "" if unit in _UNITLESS else unit
    return {"度": "°"}.get(unit, unit) if language() != "ja" else unit


def comparison(op: str) -> str:
    return tr("or less") if op == "<=" else tr("or more")


def side_label(side: Side, names: dict[str, str]) -> str:
    """What a standard is called on the page."""
    if side.kind == "own":
        return tr("each city's own standard")
    if side.kind == "city":
        return tr("{city}'s standard for all", city=names.get(side.city, side.city))
    if side.kind == "proposed":
        return tr("proposed unified values (median)")
    return tr("the common standard")


def side_full(side: Side, names: dict[str, str]) -> str:
    parts = [side_label(side, names), tr("in force on {day}", day=side.on)]
    if side.ver:
        parts.append(tr("version {ver}", ver=side.ver))
    if side.origin:
        parts.append(side.origin)
    return (" / ").join(parts)


def joined(words: list[str]) -> str:
    return ("、" if language() == "ja" else ", ").join(words)


def title_of(titles: dict, std_id: str, cells) -> str:
    """The standard's title, else what its row says."""
    known = titles.get(std_id)
    if known:
        return known[language()]
    if cells is None:
        return std_id
    return f"{kind_label(cells['ft'], cells['dt'])} {measure_label(cells['measure'])}"
