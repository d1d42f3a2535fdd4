"""Standards as cities write them: "深さ約５ｃｍ以上", "5〜10cm", "概ね20cm未満", "すみやかに", "３開庁日以内".

``read_standard(text)`` reads a cell or a sentence of a written standard into conditions on measures and a response
code. What is no exact statement is flagged, never made exact in silence. Source: unified model, sections 3.10 and 4.
"""

from __future__ import annotations

import functools
import re
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from .. import schema
from .normalise.quantities import VAGUE, Quantity, read_quantities
from .normalise.text import clean
from .normalise.units import unit_of

try:
    import tomllib
except ModuleNotFoundError:  # Python 3.9 and 3.10
    import tomli as tomllib

GE, GT, LE, LT, RANGE, EXACT = ">=", ">", "<=", "<", "range", "="
_SIDES = {"ge": GE, "gt": GT, "le": LE, "lt": LT}
_NUMBER = r"(?:\d+(?:\.\d+)? ?[〜~-] ?)?(\d+(?:\.\d+)?)"
# Terms with a number: (pattern, what one of it is).
_TERMS = (
    (re.compile(_NUMBER + r" ?(?:開庁日|営業日|執務日|稼働日)"), "office"),
    (re.compile(_NUMBER + r" ?(?:時間)"), "hours"),
    (re.compile(_NUMBER + r" ?(?:週間)"), "weeks"),
    (re.compile(_NUMBER + r" ?(?:[かカヶケヵ箇]月|月以内)"), "months"),
    (re.compile(_NUMBER + r" ?(?:日間|日)(?!付)"), "days"),
)
# Terms in words: (words, code, whether that is all that can be meant).
_WORDS = (
    (("年度計画", "計画的に", "年度内", "翌年度", "次年度", "来年度", "今年度"), "R5", True),
    (("経過観察", "様子を見", "要観察", "観察する"), "R9", True),
    (("即時", "直ちに", "ただちに", "即刻", "至急"), "R0", True),
    (("即日", "当日中", "当日", "その日のうち"), "R0", False),
    (("翌日", "一両日"), "R1", False),
    (("速やかに", "すみやかに", "早急に", "早急", "早期に", "早めに"), "R1", False),
    (("遅滞なく",), "R2", False),
)
# Units that nobody writes: points of an index, grades, numbers of things.
_BARE = ("点", "段階", "個")
_CODE = re.compile(r"(?<![A-Za-z0-9])R([0-59])(?![A-Za-z0-9])")
_LEVELS = (("緊急", "emerg"), ("危険", "emerg"), ("補修", "repair"), ("修繕", "repair"), ("観察", "watch"))
_SMALL_KANJI = str.maketrans("一二三四五六七八九", "123456789")


class Condition(NamedTuple):
    """One condition. ``low``/``high``: bounds in ``unit`` (None: no such bound). ``side``: ">=", ">", "<=", "<",
    "range" (both ends), "=" (a bare value). ``measure``: a field of T07 or T03, None where the text names none."""

    measure: str | None
    side: str
    low: float | None
    high: float | None
    unit: str | None
    approx: bool = False
    flags: tuple[str, ...] = ()

    @property
    def threshold(self) -> float | None:
        """The number for a threshold cell: where the condition begins to hold, coming from the better side."""
        if self.side in (LE, LT):
            return self.high
        if self.side == RANGE and _worse_below(self.measure):
            return self.high
        return self.low

    @property
    def op(self) -> str:
        """T11's comparison: the side that is written; of a range or a bare value the measure's worse side."""
        if self.side in (LE, LT):
            return "<="
        if self.side in (GE, GT):
            return ">="
        return "<=" if _worse_below(self.measure) else ">="


class Written(NamedTuple):
    """What a text says. ``any_of``: whether one of the conditions is enough ("または")."""

    conditions: tuple[Condition, ...] = ()
    any_of: bool = True
    response: str | None = None
    level: str | None = None
    flags: tuple[str, ...] = ()


def read_standard(text: str | None, measure: str | None = None, unit: str | None = None) -> Written:
    """Conditions and response of a written standard; never raises.

    ``measure``: what the column or row is about, for texts that do not say ("5〜10cm"); ``unit``: the unit of numbers
    that state none. A text that says nothing readable has the flag E-STDTEXT, an empty one none.
    """
    cleaned = clean(text or "").text.strip()
    if not cleaned or cleaned in ("-", "ー", "なし", "無し", "—"):
        return Written()
    response, rest, flags = _response(cleaned)
    conditions, vague = _conditions(rest, measure, unit)
    flags += [flag for condition in conditions for flag in condition.flags]
    if vague:
        flags.append("W-VAGUE")
    # "または" is what standards mean; "かつ" must be written.
    any_of = not re.search(r"かつ|及び|および", rest)
    level = next((name for word, name in _LEVELS if word in cleaned), None)
    if not conditions and response is None:
        flags.append("E-STDTEXT")
    return Written(tuple(conditions), any_of, response, level, tuple(dict.fromkeys(flags)))


def read_response(text: str | None) -> Written:
    """Only the response of a text: the cells of 応急 and 本復旧; a bare number is a number of office days."""
    cleaned = clean(text or "").text.strip()
    if not cleaned or cleaned in ("-", "ー", "なし", "無し", "—"):
        return Written()
    response, _, flags = _response(cleaned)
    return Written(response=response, flags=tuple(flags if response else [*flags, "E-STDTEXT"]))


def _response(text: str) -> tuple[str | None, str, list[str]]:
    """(response code, the text without what said so, flags)."""
    code = _CODE.search(text)
    if code:
        return f"R{code[1]}", text[: code.start()] + text[code.end() :], []
    plain = re.sub("[一二三四五六七八九](?= ?(?:開庁日|営業日|日|週間|時間|[かカヶケヵ箇]月))",
                   lambda m: m.group().translate(_SMALL_KANJI), text)  # fmt: skip
    plain = plain.replace("十日", "10日").replace("半月", "15日")
    for pattern, kind in _TERMS:
        found = pattern.search(plain)
        if found:
            answer, exact = _in_time(kind, Decimal(found[1]))
            rest = plain[: found.start()] + re.sub("^(?: ?(?:以内|まで|後))", "", plain[found.end() :])
            return answer, rest, [] if exact else ["W-STDNEAREST"]
    for words, answer, exact in _WORDS:
        for word in words:
            if word in text:
                return answer, text.replace(word, " "), [] if exact else ["W-STDWORD"]
    return None, text, []


def _in_time(kind: str, n: Decimal) -> tuple[str, bool]:
    """(the slowest response that is in time, whether it is exactly that)."""
    if kind == "office":
        return _slowest(n, ((Decimal(5), "R3"), (Decimal(3), "R2"), (Decimal(1), "R1")))
    if kind == "hours":
        if n < 24:
            return "R0", n == 2
        return ("R1", True) if n == 24 else _in_time("days", n / 24)
    days = n * {"weeks": 7, "months": 30, "days": 1}[kind]
    # Five office days are a week or, with holidays, more: two weeks hold them always, a week does not.
    answer, exact = _slowest(
        days, ((Decimal(28), "R4"), (Decimal(14), "R3"), (Decimal(7), "R2"), (Decimal(1), "R1"))
    )
    return answer, exact and days in (1, 28)


def _slowest(n: Decimal, steps) -> tuple[str, bool]:
    for limit, code in steps:
        if n >= limit:
            return code, n == limit
    return "R0", False


def _conditions(text: str, measure: str | None, unit: str | None) -> tuple[list[Condition], bool]:
    """(each quantity with the name of the measure that stands before it, whether one is vague: "数cm")."""
    found, vague = [], False
    spellings, by_name, _ = _measures()
    names = list(spellings.finditer(text))
    spans = [(text[: names[0].start()] if names else text, None)]
    for n, name in enumerate(names):
        end = names[n + 1].start() if n + 1 < len(names) else len(text)
        spans.append((text[name.end() : end], by_name[name.group()]))
    for piece, named in spans:
        piece = re.sub(r"^[\s:=がはの]+", "", piece)
        vague = vague or VAGUE.search(piece) is not None
        for quantity in read_quantities(piece).quantities:
            found.append(_condition(quantity, named or measure or _part(quantity), unit))
    return found, vague


def _part(quantity: Quantity) -> str | None:
    named = {
        "dia": "dia_cm",
        "depth": "depth_cm",
        "height": "height_cm",
        "width": "width_cm",
        "length": "length_m",
    }
    if quantity.part in named:
        return named[quantity.part]
    kind = unit_of(quantity.unit)
    by_unit = {
        "count": "count",
        "area": "area_m2",
        "volume": "volume_m3",
        "angle": "angle_deg",
        "ratio": "ratio_pct",
    }
    return by_unit.get(kind[0]) if kind else None


def _condition(quantity: Quantity, measure: str | None, unit: str | None) -> Condition:
    flags = []
    stated, target = unit_of(quantity.unit or unit), unit_of(_measures()[2].get(measure, {}).get("unit"))
    factor, name = Decimal(1), (quantity.unit or unit)
    if stated and target:
        if stated[0] != target[0]:
            flags.append("E-UNIT")
        else:
            factor, name = stated[1] / target[1], target[2]
    elif target and not stated and target[2] not in _BARE:
        flags.append("W-NOUNIT")
    elif stated:
        name = stated[2]
    low, high = (float(bound * factor) for bound in (quantity.low, quantity.high))
    side = _SIDES.get(quantity.open or "", EXACT if low == high else RANGE)
    if quantity.open and low != high:
        side = RANGE
    bounds = {GE: (low, None), GT: (low, None), LE: (None, high), LT: (None, high)}.get(side, (low, high))
    return Condition(measure, side, *bounds, name, quantity.approx, tuple(flags))


def _worse_below(measure: str | None) -> bool:
    return bool(_measures()[2].get(measure, {}).get("lower_is_worse"))


@functools.lru_cache(maxsize=1)
def _measures() -> tuple[re.Pattern, dict[str, str], dict[str, dict]]:
    """(spellings of measures, spelling -> measure, measure -> its entry) of schema/standards/measures.toml."""
    path = Path(schema.__file__).parent / "standards" / "measures.toml"
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["measures"]
    by_name: dict[str, str] = {}
    for measure, entry in entries.items():
        for word in entry["words"]:
            by_name.setdefault(word, measure)
    longest = sorted(by_name, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest))), by_name, entries
