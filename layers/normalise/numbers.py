"""Numbers with units, ranges, bounds and parts. Source: unified model, section 3.10."""

from __future__ import annotations

import math
import re
from decimal import Decimal, DecimalException

from .core import Context, Result, reader
from .null_words import is_null
from .quantities import VAGUE, Quantity, read_quantities
from .units import unit_of

_PLAIN = re.compile(r"-?\d{1,15}(?:\.\d{1,15})?")
_OPEN_WORDS = {"ge": "以上", "gt": "超", "le": "以下", "lt": "未満"}
_INT_LIMIT = 2**63 - 1
_BROKEN = re.compile(r"\d\.\d+\.|\d,\d{1,2}(?:,|$|\D)|\d{4,},\d")


@reader("number")
def read_number(text: str, context: Context) -> Result:
    """The number that judging uses (a range's upper end), in the unit wanted.

    ``extra``: min, max, approx, open ("ge", "gt", "le", "lt") for what is no exact number, and parts.
    """
    if _PLAIN.fullmatch(text):
        return _exact(float(text), text, context)
    if is_null(text):
        return Result()
    try:
        return _read(text, context)
    except (DecimalException, OverflowError):
        return Result(flags=("E-NUMBER",))


@reader("int")
def read_int(text: str, context: Context) -> Result:
    """A whole number; a fraction is E-INT."""
    result = read_number(text, context)
    if result.value is None:
        return result
    flags = tuple(flag for flag in result.flags if flag != "W-NOUNIT")
    value, extra = result.value, result.extra
    bound = (extra or {}).get("open")
    if bound == "lt":
        value = math.ceil(extra["max"]) - 1
    elif bound == "gt":
        value = math.floor(extra["min"]) + 1
    if value != int(value):
        return Result(flags=(*flags, "E-INT"))
    if abs(value) > _INT_LIMIT:
        return Result(flags=("E-NUMBER",))
    return result._replace(value=int(value), flags=flags)


def canonical(result: Result) -> str:
    """A text that reads back as the same value, unit and bounds."""
    if result.value is None:
        return ""
    extra, unit = result.extra or {}, result.unit or ""
    bound = extra.get("open")
    if bound:
        number = extra["min"] if bound in ("ge", "gt") else extra["max"]
        if bound in ("le", "lt") and 0 < extra["min"] < number:
            return f"{_written(extra['min'])}{unit}以上{_written(number)}{unit}{_OPEN_WORDS[bound]}"
        return f"{'約' if extra.get('approx') else ''}{_written(number)}{unit}{_OPEN_WORDS[bound]}"
    text = _written(result.value) + unit
    if "min" in extra and extra["min"] != extra["max"]:
        text = f"{_written(extra['min'])}〜{text}"
    return f"約{text}" if extra.get("approx") else text


def _written(number) -> str:
    """All digits, no exponent."""
    return str(number) if isinstance(number, int) else format(Decimal(repr(float(number))), "f")


def _no_unit(context: Context) -> bool:
    """Whether a bare number is a guess: no unit at all is known, or a length, area or volume is wanted and neither
    the cell nor the profile says in which unit the ledger is kept."""
    if context.source_unit is not None:
        return False
    if context.field is None:
        return context.unit is None
    return context.unit in _MANY_UNITS


_MANY_UNITS = {"mm", "cm", "m", "km", "m2", "m3", "km2"}


def _exact(value: float, text: str, context: Context) -> Result:
    """A bare number: the commonest cell, so it takes the short way."""
    if context.part == "count" and context.unit is None:
        return Result(value)
    if context.source_unit is None or context.source_unit == context.unit:
        unit = context.unit
        flags = ("W-NOUNIT",) if _no_unit(context) else ()
        return Result(value, unit, flags=flags if context.part in (None, "count") else (*flags, "W-PART"))
    converted, unit, code = _converted(Decimal(text), context.source_unit, context)
    flags = () if context.part in (None, "count") else ("W-PART",)
    return Result(flags=(code,)) if code else Result(converted, unit, None, flags, ("C-UNIT",))


def _read(text: str, context: Context) -> Result:
    reading = read_quantities(text)
    if not reading.quantities or VAGUE.search(text):
        return Result(flags=("W-VAGUE",))
    if reading.mixed or _BROKEN.search(text):
        return Result(flags=("E-AMBIG",))
    if any(char.isdigit() for char in reading.rest):
        return Result(flags=("E-NUMBER",))
    flags = ["W-REST"] if reading.rest else []
    parts = _parts(reading.quantities, context)
    chosen, code = _choose(reading.quantities, context)
    if context.part not in (None, "dia", "count") and any(_part_of(q) is None for q in chosen):
        flags.append("W-PART")
    if code:
        return Result(flags=(code,), extra={"parts": parts} if parts else None)
    if not chosen:
        return Result(extra={"parts": parts} if parts else None)
    if code is None and _is_area(chosen, context):
        return _area(chosen, context, flags, parts)
    results = [_one(quantity, context) for quantity in chosen]
    bad = next((r for r in results if r.value is None), None)
    if bad is not None:
        return bad._replace(extra={"parts": parts} if parts else None)
    best = max(results, key=lambda r: r.value)
    extra = dict(best.extra or {})
    if len(results) > 1:
        extra.update(min=min(_low(r) for r in results), max=max(_high(r) for r in results))
    if parts:
        extra["parts"] = parts
    return best._replace(flags=tuple(dict.fromkeys([*best.flags, *flags])), extra=extra or None)


def _choose(quantities: list[Quantity], context: Context) -> tuple[list[Quantity], str | None]:
    """Which quantities of the text are the one wanted: by part, by dimension, or because there is but one."""
    wanted = context.part
    if wanted is not None:
        named = [q for q in quantities if _part_of(q) == wanted]
        if named:
            return named, None
        bare = [q for q in quantities if _part_of(q) is None]
        if wanted == "dia":
            return bare, None
        if wanted in ("width", "length") and len(bare) == 2 and bare[0].group == bare[1].group:
            return [bare[0 if wanted == "width" else 1]], None
        if wanted == "area" and len(bare) == 2 and bare[0].group == bare[1].group:
            return bare, None
        return (bare, None) if len(bare) == 1 and len(quantities) == 1 else ([], None)
    if len(quantities) == 1:
        return quantities, None
    target = unit_of(context.unit)
    if target is not None:
        fitting = [q for q in quantities if q.unit is None or unit_of(q.unit)[0] == target[0]]
        if len(fitting) == 1:
            return fitting, None
        if _is_area(quantities, context):
            return quantities, None
        quantities = fitting or quantities
    alike = {(q.group, q.part) for q in quantities}
    return (quantities, None) if len(alike) == 1 else ([], "E-AMBIG")


def _part_of(quantity: Quantity) -> str | None:
    if quantity.part is not None:
        return quantity.part
    unit = unit_of(quantity.unit)
    return {"count": "count", "area": "area", "volume": "volume"}.get(unit[0]) if unit else None


def _is_area(quantities: list[Quantity], context: Context) -> bool:
    """ "2×3m" for a field in m2: two lengths joined by a cross."""
    target = unit_of(context.unit)
    if target is None or target[0] != "area" or len(quantities) != 2:
        return False
    first, second = quantities
    units = [unit_of(q.unit or context.source_unit) for q in quantities]
    return first.group == second.group and all(u is not None and u[0] == "length" for u in units)


def _area(chosen: list[Quantity], context: Context, flags: list[str], parts: dict | None) -> Result:
    metres = [q.high * unit_of(q.unit or context.source_unit)[1] for q in chosen]
    value, unit, code = _converted(metres[0] * metres[1], "m2", context)
    extra = {"parts": parts} if parts else None
    return (
        Result(value, unit, None, tuple(flags), ("C-AREA",), extra) if code is None else Result(flags=(code,))
    )


def _one(quantity: Quantity, context: Context) -> Result:
    stated = quantity.unit or context.source_unit
    low, unit, code = _converted(quantity.low, stated, context)
    high, _, code2 = _converted(quantity.high, stated, context)
    if code or code2:
        return Result(flags=(code or code2,))
    flags, extra = [], {}
    if stated is None and _no_unit(context):
        flags.append("W-NOUNIT")
    value = high
    if quantity.open in ("le", "lt"):
        low = min(0.0, high) if low == high else low
        extra = {"min": low, "max": high, "open": quantity.open}
        value = math.nextafter(high, -math.inf) if quantity.open == "lt" else high
    elif quantity.open in ("ge", "gt"):
        extra = {"min": low, "max": math.inf, "open": quantity.open}
        value = math.nextafter(low, math.inf) if quantity.open == "gt" else low
    elif low != high or quantity.approx:
        extra = {"min": low, "max": high}
    if quantity.open:
        flags.append("W-OPEN")
    if quantity.approx:
        extra["approx"] = True
    return Result(
        value, unit, None, tuple(flags), ("C-UNIT",) if quantity.unit else ("C-NUMBER",), extra or None
    )


def _converted(
    value: Decimal, stated: str | None, context: Context
) -> tuple[float | None, str | None, str | None]:
    """(value in the unit wanted, that unit, None) or (None, None, code)."""
    source, target = unit_of(stated), unit_of(context.unit)
    if source is not None and target is not None:
        if source[0] != target[0]:
            return None, None, "E-UNIT"
        value, unit = value * source[1] / target[1], context.unit
    elif source is not None:
        if source[0] == "money":
            value, unit = value * source[1], "円"
        else:
            unit = source[2]
    else:
        unit = context.unit
    number = float(f"{value:.12g}") if abs(value) < 10**11 else float(value)
    if not math.isfinite(number):
        return None, None, "E-NUMBER"
    return number, unit, None


def _parts(quantities: list[Quantity], context: Context) -> dict | list | None:
    """All parts of a composite in the unit that each states, lengths in the unit wanted when it is a length."""
    if len(quantities) == 1 and quantities[0].part is None:
        return None
    read = [(q.part or _part_of(q), _one(q, _lenient(context, q))) for q in quantities]
    if all(part for part, _ in read):
        return {part: result.value for part, result in read}
    return [result.value for _, result in read]


def _lenient(context: Context, quantity: Quantity) -> Context:
    target, own = unit_of(context.unit), unit_of(quantity.unit)
    keep = target is None or own is None or target[0] == own[0]
    return Context(unit=context.unit if keep else None, source_unit=context.source_unit, field="part")


def _low(result: Result) -> float:
    return (result.extra or {}).get("min", result.value)


def _high(result: Result) -> float:
    return (result.extra or {}).get("max", result.value)
