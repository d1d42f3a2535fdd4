"""How clerks write values: eras, widths, units, degrees. Pure functions from a true value to a cell's text."""

from __future__ import annotations

import datetime as dt
import unicodedata

ERAS = [
    ("令和", "R", dt.date(2019, 5, 1), 2018),
    ("平成", "H", dt.date(1989, 1, 8), 1988),
    ("昭和", "S", dt.date(1926, 12, 25), 1925),
]
EPOCH = dt.date(1899, 12, 30)
WEEKDAYS = "月火水木金土日"
_HALF = {unicodedata.normalize("NFKC", chr(c)): chr(c) for c in range(0xFF61, 0xFFA0)}
for _c in range(0xFF66, 0xFF9E):
    for _mark in "\uff9e\uff9f":
        _whole = unicodedata.normalize("NFKC", chr(_c) + _mark)
        if len(_whole) == 1:
            _HALF.setdefault(_whole, chr(_c) + _mark)
_FULL = {c: c + 0xFEE0 for c in (*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B))}


def half_kana(text: str) -> str:
    """ガードレール -> ｶﾞｰﾄﾞﾚｰﾙ; only katakana and its long mark."""
    return "".join(_HALF.get(c, c) if "\u30a1" <= c <= "\u30fc" and c != "・" else c for c in text)


def full_width(text: str) -> str:
    """Digits and Latin letters in full width."""
    return str(text).translate(_FULL)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text[:10])


def era(date: dt.date) -> tuple[str, str, int]:
    for name, letter, start, offset in ERAS:
        if date >= start:
            return name, letter, date.year - offset
    raise ValueError(date)


def wareki_dot(text: str) -> str:
    d = day(text)
    _, letter, year = era(d)
    return f"{letter}{year}.{d.month}.{d.day}"


def wareki_kanji(text: str) -> str:
    d = day(text)
    name, _, year = era(d)
    return f"{name}{'元' if year == 1 else year}年{d.month}月{d.day}日"


def wareki_short(text: str) -> str:
    d = day(text)
    name, _, year = era(d)
    return full_width(f"{name[0]}{year}") + "．" + full_width(d.month) + "．" + full_width(d.day)


def wareki_packed(text: str) -> str:
    d = day(text)
    _, letter, year = era(d)
    return f"{letter}{year:02d}{d.month:02d}{d.day:02d}"


def slash(text: str) -> str:
    d = day(text)
    return f"{d.year}/{d.month}/{d.day}"


def packed(text: str) -> str:
    return text[:10].replace("-", "")


def kanji(text: str) -> str:
    d = day(text)
    return f"{d.year}年{d.month}月{d.day}日"


def kanji_weekday(text: str) -> str:
    d = day(text)
    return f"{kanji(text)}({WEEKDAYS[d.weekday()]})"


def serial(text: str) -> str:
    return str((day(text) - EPOCH).days)


def clock(text: str) -> str:
    return f"{int(text[11:13])}:{text[14:16]}"


def clock_ampm(text: str) -> str:
    hour, minute = int(text[11:13]), int(text[14:16])
    return f"{'午前' if hour < 12 else '午後'}{hour if hour < 13 else hour - 12}時{minute}分"


def wareki_moment(text: str) -> str:
    d = day(text)
    _, letter, year = era(d)
    return f"{letter}{year}/{d.month}/{d.day} {clock_ampm(text)}"


def slash_moment(text: str) -> str:
    return f"{slash(text)} {clock(text)}"


def wareki_fy(year: int) -> str:
    """A year as a fiscal year of its era: 平成12年度."""
    name, _, n = era(dt.date(year, 6, 1))
    return f"{name}{'元' if n == 1 else n}年度"


def number(value) -> str:
    """Shortest text of a number."""
    if value is None:
        return ""
    return str(int(value)) if float(value) == int(value) else repr(round(float(value), 3))


def with_unit(unit: str):
    return lambda value: number(value) + unit


def full_with_unit(unit: str):
    return lambda value: full_width(number(value)).replace(".", "．") + full_width(unit)


def dms(value: float) -> str:
    d, m, s = _parts(value)
    return f"{d}°{m:02d}'{s:05.2f}\""


def dms_kanji(value: float) -> str:
    d, m, s = _parts(value)
    return f"{d}度{m}分{s:.2f}秒"


def dms_dots(value: float) -> str:
    d, m, s = _parts(value)
    return f"{d}.{m}.{s:.2f}"


def dms_packed(value: float) -> str:
    d, m, s = _parts(value)
    return f"{d}{m:02d}{s:05.2f}"


def dms_rounded(value: float) -> float:
    """The degrees that two decimals of a second can say."""
    return round(value * 360000) / 360000


def _parts(value: float) -> tuple[int, int, float]:
    hundredths = round(value * 360000)
    return hundredths // 360000, hundredths // 6000 % 60, hundredths % 6000 / 100


def mojibake(text: str) -> str | None:
    """UTF-8 bytes read as cp932, if every byte gives a character (so that it can be read back)."""
    try:
        wrong = text.encode("utf-8").decode("cp932")
        return wrong if wrong.encode("cp932").decode("utf-8") == text and "\x80" not in wrong else None
    except UnicodeError:
        return None
