"""Codes of closed lists, and codes of cities with their check digit. Source: unified model, sections 1 and 2.1."""

from __future__ import annotations

import re

from .core import Context, Result, reader
from .null_words import is_null
from .text import clean

_LED = re.compile(r"([0-9A-Za-z]{1,4}) ?[:. 、,/_-]? ?(\D.*)", re.DOTALL)
FOREIGN = "9"  # a code that begins so is a person's own, for a city outside Japan: prefectures end at 47
# In the order of their numbers: 北海道 is 01.
PREFECTURES = [
    "北海道", "青森県", "岩手県", "宮城県", "秋田県", "山形県", "福島県", "茨城県", "栃木県", "群馬県", "埼玉県",
    "千葉県", "東京都", "神奈川県", "新潟県", "富山県", "石川県", "福井県", "山梨県", "長野県", "岐阜県", "静岡県",
    "愛知県", "三重県", "滋賀県", "京都府", "大阪府", "兵庫県", "奈良県", "和歌山県", "鳥取県", "島根県", "岡山県",
    "広島県", "山口県", "徳島県", "香川県", "愛媛県", "高知県", "福岡県", "佐賀県", "長崎県", "熊本県", "大分県",
    "宮崎県", "鹿児島県", "沖縄県",
]  # fmt: skip
_PREFECTURE = re.compile("|".join(PREFECTURES))
_DISTRICT = re.compile(r"([一-龠ヶケノぁ-ん]{1,5}?郡)([一-龠ぁ-んァ-ヶー]+[町村])")
_MUNICIPALITY = re.compile(r"[一-龠ぁ-んァ-ヶー々]{1,12}[市区町村]")
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
    """Six digits; five digits (or those that lost a leading zero) are completed by the check digit.

    Three digits are a municipality of the own city's prefecture. A name is taken with or without prefecture and
    district (郡). The name of a municipality that is not known is returned as it stands, so that its row is seen
    to be another city's: kept as the own city's, it would be wrong in silence. That needs the own city's name.
    """
    digits = re.sub(r"(?<=\d)\.0$", "", text).replace(" ", "")
    if re.fullmatch(r"[0-9]{4,6}", digits):
        if len(digits) == 6:
            good = digits[5] == check_digit(digits[:5]) or digits[0] == FOREIGN
            return Result(digits) if good else Result(flags=("E-CITYCD",))
        if len(digits) == 5 and not digits.startswith("0") and "0" + digits in (context.cities or {}):
            return Result("0" + digits, rules=("C-CITYCD",))  # a spreadsheet ate the zero of a 6-digit code
        five = digits.zfill(5)
        return Result(five + check_digit(five), rules=("C-CITYCD",))
    own = context.city_code or ""
    if re.fullmatch(r"[0-9]{3}", digits) and own and own[0] != FOREIGN:
        five = own[:2] + digits
        return Result(five + check_digit(five), rules=("C-CITYCD",))
    if is_null(text):
        return Result()
    return _city_by_name("".join(text.split()), context)


def _city_by_name(text: str, context: Context) -> Result:
    cities = context.cities or {}
    number, name = _without_prefecture(text)
    district, short = _without_district(name)
    found = []
    for code, known in cities.items():
        theirs, own_short = _without_district(_without_prefecture(known)[1])
        if own_short == short and code.startswith(number) and district in ("", theirs or district):
            found.append(code)
    if len(found) == 1:
        return Result(found[0], rules=("C-CITYCD",))
    if not found and context.city_code in cities and _MUNICIPALITY.fullmatch(short):
        return Result(text, flags=("E-CITYCD",))
    return Result(flags=("E-CITYCD",))


def _without_prefecture(text: str) -> tuple[str, str]:
    """(the prefecture's number or "", rest) of 茨城県結城郡八千代町."""
    match = _PREFECTURE.match(text)
    if match is None or match.end() == len(text):
        return "", text
    return f"{PREFECTURES.index(match[0]) + 1:02d}", text[match.end() :]


def _without_district(text: str) -> tuple[str, str]:
    """(district, rest): 結城郡八千代町, but not 郡山市, 蒲郡市 or 大和郡山市."""
    match = _DISTRICT.fullmatch(text)
    return (match[1], match[2]) if match else ("", text)


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
