"""Numbers written in kanji."""

from __future__ import annotations

import re

DIGITS = {"〇": 0, "○": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
          "壱": 1, "弐": 2, "参": 3}  # fmt: skip
_TENS = {"十": 10, "百": 100, "千": 1000, "拾": 10}
RUN = "[〇一二三四五六七八九十百千零]"
_BEFORE_UNIT = re.compile("[〇○零一二三四五六七八九十]+(?=年|月|日|時|分|秒)")


def kanji_to_digits(text: str) -> str:
    """Kanji numerals before 年 月 日 時 分 秒 as digits; 元年 stays."""
    return _BEFORE_UNIT.sub(lambda m: str(kanji_number(m.group())), text)


def kanji_number(kanji: str) -> int:
    """五 -> 5, 十二 -> 12, 二十 -> 20, 百三 -> 103, 一二 -> 12."""
    if not any(c in _TENS for c in kanji):
        return int("".join(str(DIGITS[c]) for c in kanji))
    total = digit = 0
    for char in kanji:
        if char in _TENS:
            total += (digit or 1) * _TENS[char]
            digit = 0
        else:
            digit = digit * 10 + DIGITS[char]
    return total + digit
