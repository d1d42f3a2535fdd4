"""The grammar of quantities in ledgers: "約30cm", "W0.3×L1.2m", "5〜10", "12万円", "数箇所"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from .kanji_numbers import RUN, kanji_number
from .units import PATTERN as UNIT
from .units import unit_of

_NUM = r"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d{1,3}(?![0-9A-Za-z]))?"
_MULT = "(?:百万|十億|[百千万億])"
_AMOUNT = rf"{_NUM}(?: ?{_MULT}(?:{_NUM}{_MULT})*(?:{_NUM})?)?"
_SIGN = r"[-+△▲−]"
_PRE = r"約|およそ|凡そ|概ね|おおむね|おおよそ|ほぼ|大体|だいたい|推定|最大|最小|計|合計|全長|全|延べ|片側|両側|@|ca\.?"
_LABEL = (
    r"φ|Φ|ø|Ø|⌀|直径|内径|外径|口径|径|横幅|幅員|幅|巾|横|延長|長さ|長|奥行き?|縦|高さ|高|草丈|深さ|深|厚さ|厚み|厚|段差|面積|体積|"
    r"[WwLlHhDdtTABＢ](?![A-Za-z])|箇所数|数量|個数|本数|A"
)
_POST = (
    r"程度|ほど|位|くらい|ぐらい|前後|内外|弱|強|余り|余|以上"
    r"|以下|以内|未満|超過|超え?|を超える|より大きい|まで|台(?!/)"
)
_JOIN = r"[×xX✕*＊╳]"
QUANTITY = re.compile(
    rf"(?P<pre>(?:(?:{_PRE}) ?)*)(?:(?P<label>{_LABEL}) ?(?:{_LABEL})? ?[=:は]? ?)?"
    rf"(?P<pre2>(?:約|およそ|概ね|おおむね|ほぼ)? ?)"
    rf"(?P<sign>{_SIGN})? ?(?P<yen>[¥\\])? ?(?P<amount>{_AMOUNT}) ?(?P<unit>{UNIT})?(?P<post>(?: ?(?:{_POST}))*)"
)
_RANGE = re.compile(r" ?(?:〜|~|から|-|–|—|―|…|…|to) ?")
_JOINED = re.compile(rf" ?{_JOIN} ?")
_SEPARATORS = re.compile(r"[\s、,。・;/()\[\]【】「」と及びおよび。]*")
_KANJI_COUNT = re.compile(rf"{RUN}+(?= ?(?:{UNIT}))")
VAGUE = re.compile(r"数(?: ?\d|箇所|[かカヶケヵ]所|個|本|基|枚|件|台|[十百千]|cm|mm|m|メートル|センチ|回|日)")
_FIRST_OF = {
    "dia": "φΦøØ⌀直内外口径",
    "width": "横幅巾wb",
    "length": "延長縦奥l",
    "height": "高草段h",
    "depth": "深d",
    "thickness": "厚t",
    "area": "面a",
    "volume": "体",
    "count": "箇数個本",
}
PARTS = {first: part for part, firsts in _FIRST_OF.items() for first in firsts}
_SCALES = {"百": 100, "千": 1000, "万": 10_000, "百万": 1_000_000, "億": 100_000_000, "十億": 1_000_000_000}


class Quantity(NamedTuple):
    """One quantity as written: bounds in its own unit. ``open``: "ge", "gt", "le", "lt" or None."""

    low: Decimal
    high: Decimal
    unit: str | None
    part: str | None
    approx: bool
    open: str | None
    group: int  # quantities joined by × share a group


class Reading(NamedTuple):
    quantities: list[Quantity]
    rest: str  # what is left of the text beside quantities and separators
    mixed: bool  # contradicts itself: a range whose ends are the wrong way round


def read_quantities(text: str) -> Reading:
    """All quantities of a cleaned text, in order."""
    text = _KANJI_COUNT.sub(lambda m: _digits(m.group()), text.replace("\n", " "))
    found: list[Quantity] = []
    rest: list[str] = []
    at, group, mixed = 0, 0, False
    pending_upper = re.match(r"^ ?(?:〜|~) ?", text)
    if pending_upper:
        at = pending_upper.end()
    while True:
        match = QUANTITY.search(text, at)
        if match is None or match.end() == match.start():
            break
        between = text[at : match.start()]
        joined = bool(found) and _JOINED.fullmatch(between + (match["pre"] or "")) is not None
        if not joined:
            group += 1
            rest.append(between)
        quantity = _quantity(match, group)
        at = match.end()
        ranged = _RANGE.match(text, at)
        closing = QUANTITY.match(text, ranged.end()) if ranged else None
        if closing and not closing["sign"] and not closing["label"]:
            upper = _quantity(closing, group)
            quantity = _ranged(quantity, upper, match["unit"], closing["unit"])
            mixed = mixed or quantity.low > quantity.high
            at = closing.end()
        elif ranged and text[ranged.start() : ranged.end()].strip() in ("〜", "~", "から"):
            quantity = quantity._replace(open=quantity.open or "ge")
            at = ranged.end()
        found.append(quantity)
    rest.append(text[at:])
    if pending_upper and found and found[0].open is None and found[0].low == found[0].high:
        found[0] = found[0]._replace(open="le")
    return Reading(_bounded(_with_units(found)), _rest(rest), mixed)


def _bounded(found: list[Quantity]) -> list[Quantity]:
    """ "5cm以上10cm未満" is one range."""
    if (
        len(found) == 2
        and found[0].open in ("ge", "gt")
        and found[1].open in ("le", "lt")
        and not found[1].part
    ):
        low, high = found
        if unit_of(low.unit or high.unit)[:1] == unit_of(high.unit)[:1] if high.unit else low.unit is None:
            both = _ranged(low, high, low.unit, high.unit)._replace(open=high.open)
            return [both] if both.low <= both.high else found
    return found


def _rest(pieces: list[str]) -> str:
    """What says something beside the quantities; "1,200-" and "1,200円也" end like sums of money."""
    left = "".join(_SEPARATORS.sub("", piece) for piece in pieces)
    return "" if left in ("-", "也", "税込", "税抜", "税込み", "税抜き") else left


def _digits(kanji: str) -> str:
    return str(kanji_number(kanji)) if not set(kanji) & set("千万億") else kanji


def _quantity(match: re.Match, group: int) -> Quantity:
    value = amount(match["amount"])
    if match["sign"] and match["sign"] != "+":
        value = -value
    post, pre = match["post"] or "", (match["pre"] or "") + (match["pre2"] or "")
    approx = any(
        word in post for word in ("程度", "ほど", "位", "くらい", "ぐらい", "前後", "内外", "弱", "強", "余")
    ) or any(
        word in pre
        for word in (
            "約",
            "およそ",
            "凡そ",
            "概ね",
            "おおむね",
            "おおよそ",
            "ほぼ",
            "大体",
            "だいたい",
            "推定",
            "ca",
        )
    )
    bound = next((sign for word, sign in (("以上", "ge"),
        ("以下", "le"), ("以内", "le"), ("まで", "le"), ("未満", "lt"),
                                          ("超", "gt"), ("より大", "gt")) if word in post), None)  # fmt: skip
    label = match["label"]
    part = PARTS.get(label[0].lower(), PARTS.get(label[0])) if label else None
    return Quantity(
        value, value, match["unit"] or ("円" if match["yen"] else None), part, approx, bound, group
    )


def _ranged(low: Quantity, high: Quantity, low_unit: str | None, high_unit: str | None) -> Quantity:
    """ "5cm〜10cm" and "5〜10cm"; different units at the ends are brought together by the caller's table."""
    unit = high.unit or low.unit
    start = low.low
    if low_unit and high_unit and low_unit != high_unit:
        a, b = unit_of(low_unit), unit_of(high_unit)
        if a[0] == b[0]:
            start = start * a[1] / b[1]
    return Quantity(start, high.high, unit, low.part, low.approx or high.approx, high.open, low.group)


def _with_units(found: list[Quantity]) -> list[Quantity]:
    """ "30×40cm": a part without a unit has the unit of the next one in its group, else of the one before."""
    out = list(found)
    for n in range(len(out) - 1, -1, -1):
        if out[n].unit is None:
            same = [q for q in found[n + 1 :] if q.group == out[n].group and q.unit]
            before = [q for q in found[:n] if q.group == out[n].group and q.unit]
            unit = same[0].unit if same else before[-1].unit if before else None
            out[n] = out[n]._replace(unit=unit)
    return out


def amount(text: str) -> Decimal:
    """ "1,200" -> 1200, "1億2,000万" -> 120000000, "12千" -> 12000."""
    total = Decimal(0)
    for number, scale in re.findall(rf"({_NUM}) ?({_MULT})?", text):
        total += Decimal(number.replace(",", "")) * _SCALES.get(scale, 1)
    return total
