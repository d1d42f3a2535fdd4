"""Codes of closed lists, and codes of cities with their check digit. Source: unified model, sections 1 and 2.1."""

from __future__ import annotations

import re

from .core import Context, Result, reader
from .null_words import is_null
from .text import clean

_LED = re.compile(r"([0-9A-Za-z]{1,4}) ?[:. 、,/_-]? ?(\D.*)", re.DOTALL)
_BRACKETED = re.compile(r"(.+?) ?\(([^()]*)\)", re.DOTALL)


@reader("code")
def read_code(text: str, context: Context) -> Result:
    """The code that a text means: the profile's own map first, then codes, labels and aliases of the list."""
    mapped = _mapped(text, context)
    if mapped is not None:
        return Result(mapped, rules=("C-CODE",))
    codes = context.code_list
    found = codes.find(text) if codes is not None else None
    if found is not None:
        return Result(found.code, rules=() if found.code == text else ("C-CODE",))
    if is_null(text):
        return Result()
    found = _in_pieces(text, context)
    if found is not None:
        return Result(found, rules=("C-CODE",))
    unknown = getattr(codes, "unknown", None)
    return Result(unknown, flags=("W-CODE",)) if unknown is not None else Result(flags=("E-CODE",))


@reader("citycode")
def read_citycode(text: str, context: Context) -> Result:
    """Six digits; five digits (or those that lost a leading zero) are completed by the check digit."""
    digits = re.sub(r"(?<=\d)\.0$", "", text).replace(" ", "")
    if re.fullmatch(r"[0-9]{4,6}", digits):
        if len(digits) == 6:
            good = digits[5] == check_digit(digits[:5])
            return Result(digits) if good else Result(flags=("E-CITYCD",))
        if len(digits) == 5 and not digits.startswith("0") and "0" + digits in (context.cities or {}):
            return Result("0" + digits, rules=("C-CITYCD",))  # a spreadsheet ate the zero of a 6-digit code
        five = digits.zfill(5)
        return Result(five + check_digit(five), rules=("C-CITYCD",))
    if is_null(text):
        return Result()
    names = {name: code for code, name in (context.cities or {}).items()}
    for spelling in (text, text.split("県", 1)[-1]):
        if spelling in names:
            return Result(names[spelling], rules=("C-CITYCD",))
    return Result(flags=("E-CITYCD",))


def canonical(result: Result) -> str:
    return "" if result.value is None else str(result.value)


def check_digit(five: str) -> str:
    """Check digit of a five-digit municipal code (weights 6 to 2, modulo 11)."""
    total = sum(weight * int(digit) for weight, digit in zip((6, 5, 4, 3, 2), five))
    return str((11 - total % 11) % 10)


def _mapped(text: str, context: Context) -> object | None:
    if not context.code_map:
        return None
    if text in context.code_map:
        return context.code_map[text]
    key = _key(text)
    return next((code for spelling, code in context.code_map.items() if _key(str(spelling)) == key), None)


def _key(text: str) -> str:
    return "".join(clean(text).text.split()).casefold()


def _in_pieces(text: str, context: Context) -> str | None:
    """ "F01:車道舗装", "1 国道", "車道舗装(F01)": taken when all pieces that mean a code mean the same one."""
    for pattern in (_LED, _BRACKETED):
        match = pattern.fullmatch(text)
        if match is None:
            continue
        found = [_one(piece.strip(), context) for piece in match.groups()]
        meant = {code for code in found if code is not None}
        if len(meant) == 1:
            return meant.pop()
        if meant:
            return None
    return None


def _one(piece: str, context: Context) -> str | None:
    if not piece:
        return None
    mapped = _mapped(piece, context)
    if mapped is not None:
        return mapped
    found = context.code_list.find(piece) if context.code_list is not None else None
    return None if found is None else found.code
