"""Dates, times and fiscal years, in wareki or western years. Source: unified model, section 3.1."""

from __future__ import annotations

import calendar
import datetime
import re

from .clock import TIME, read_time
from .core import Context, Result, reader
from .eras import ERA_NAME, ERA_RANGES, era_of, year_without_era
from .kanji_numbers import kanji_to_digits
from .null_words import is_null
from .stamps import ISO, SERIAL, NotADateError, check_range, read_iso, read_serial

_S = r"[ ]?"
_ERA = rf"(?:(?P<era>{ERA_NAME})\.?{_S})?"
_YEAR = r"(?P<y>\d{1,4}|元)"
_WESTERN = r"(?:西暦|公元)?"
_DAY = re.compile(
    rf"{_WESTERN}{_ERA}{_YEAR}{_S}[年./・-]{_S}(?P<m>\d{{1,2}}){_S}[月./・-]{_S}(?P<d>\d{{1,2}})(?!\d){_S}日?"
)
_PLAIN = re.compile(rf"{_DAY.pattern}(?: ?{TIME.pattern})?", re.IGNORECASE)
_FISCAL = re.compile(rf"(?:FY{_S}(?P<fy>\d{{4}})|{_WESTERN}{_ERA}{_YEAR}{_S}年度)(?:[分中内])?")
_MONTH = re.compile(
    rf"{_WESTERN}{_ERA}{_YEAR}{_S}[年./・-]{_S}(?P<m>\d{{1,2}})(?![\d./-]){_S}月?(?:分|中)?"
    rf"(?:の?(?P<part>上旬|中旬|下旬|初旬|初め|初|末|頭))?"
)
_YEAR_ONLY = re.compile(
    rf"(?:{_WESTERN}{_ERA}{_YEAR}{_S}年|(?P<era2>{ERA_NAME}){_S}(?P<y2>\d{{1,2}}|元)|(?P<y4>\d{{4}}))中?"
)
_MONTH_DAY = re.compile(rf"(?P<m>\d{{1,2}}){_S}[月./・-]{_S}(?P<d>\d{{1,2}})(?!\d){_S}日?")
_COMPACT_ERA = re.compile(rf"(?P<era>{ERA_NAME})(?P<y>\d\d)(?P<m>\d\d)(?P<d>\d\d)(?!\d)")
_COMPACT = re.compile(r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)(?:[T ]?(?P<h>\d\d)(?P<mi>\d\d)(?:\d\d)?)?(?!\d)")
_COMPACT_BARE = re.compile(r"(?P<y>\d\d)(?P<m>\d\d)(?P<d>\d\d)")
_DOW = re.compile(
    r"[(\[]([月火水木金土日])(?:曜日?)?[)\]]|([月火水木金土日])曜日?|\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b\.?,?",
    re.I,
)
_OTHER_YEAR = re.compile(r"[(\[](?:西暦)?(\d{4})年?[)\]](?=年|/|\.|-|$)|(?<=年)[(\[](?:西暦)?(\d{4})年?[)\]]")
_OTHER_ERA = re.compile(rf"(?<=\d)(年?)[(\[]({ERA_NAME})(\d{{1,2}}|元)年?[)\]](年?)")
_ABOUT = re.compile(r"(?:頃|ごろ|ころ|前後|付け?|現在|時点|受付|受理|済み?|完了|実施|施工)+$")
_SPACED = re.compile(r"(?<=[\d年月元])\s+(?=[年月日/.\-\d]?[年月日/.\-])|(?<=[年月/.\-])\s+(?=\d)")
_SPREAD = re.compile("(?<=[明大昭平令]) +(?=[治正和成])|(?<=[治正和成]) +(?=[\\d元])")
_RANGE = re.compile(rf"\s*(?:〜|~|から|-(?={ERA_NAME}))\s*")
# The commonest cells: a western day, with or without hour and minute.
_WESTERN_DAY = re.compile(r"([12][0-9]{3})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?: ([0-9]{1,2}):([0-9]{2}))?")
_WEEKDAYS = "月火水木金土日"
_ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_PARTS = {"上旬": (1, 10), "初旬": (1, 10), "初め": (1, 10), "初": (1, 10), "頭": (1, 10), "中旬": (11, 20),
          "下旬": (21, 31), "末": (21, 31)}  # fmt: skip


@reader("date")
def read_date(text: str, context: Context) -> Result:
    """A day ("YYYY-MM-DD"), or the first day of a period with its last in ``extra["end"]`` and its precision."""
    return _without_time(read_moment(text, context))


@reader("datetime")
def read_datetime(text: str, context: Context) -> Result:
    """Japanese time, "YYYY-MM-DDTHH:MM:SS+09:00"; a day without a time is its first moment, C-DATEONLY."""
    return _with_time(read_moment(text, context))


@reader("fy")
def read_fy(text: str, context: Context) -> Result:
    """A fiscal year (April to March) as a number; a date belongs to the fiscal year it lies in."""
    if re.fullmatch(r"\d{1,2}|元", text):
        if not context.wareki:
            return Result(flags=("E-AMBIG",))
        year = year_without_era(1 if text == "元" else int(text), None)
        return (
            Result(year, precision="FY", flags=("W-NOERA",), rules=("C-WAREKI",)) if year else _flag("E-DATE")
        )
    result = read_moment(re.sub(r"(?<=\d)\.0$", "", text), context)
    if result.value is None:
        return result._replace(extra=None)
    year, month = int(result.value[:4]), int(result.value[5:7])
    if result.precision not in ("FY", "year") and month < 4:
        year -= 1
    return Result(year, None, "FY", result.flags, result.rules)


def read_moment(text: str, context: Context) -> Result:
    """Value "YYYY-MM-DD", with ``extra["time"]`` "HH:MM:SS" where the text states one."""
    if is_null(text):
        return Result()
    try:
        return _moment(text, context)
    except NotADateError as bad:
        return _flag(bad.args[0])
    except (ValueError, OverflowError):  # day 30 of February and the like
        return _flag("E-DATE")


def canonical(result: Result) -> str:
    """A text that reads back as the same value."""
    if result.value is None:
        return ""
    if isinstance(result.value, int):
        return str(result.value)
    day = result.value[:10]
    end = (result.extra or {}).get("end")
    if result.precision == "FY":
        return f"{day[:4]}年度"
    if result.precision == "year":
        return f"{day[:4]}年"
    if result.precision == "month":
        return day[:7]
    if result.precision in ("part", "range"):
        return f"{day}〜{end}"
    if "T" in result.value and result.precision == "minute":
        return result.value
    return day


def _flag(code: str) -> Result:
    return Result(flags=(code,))


def _moment(text: str, context: Context) -> Result:
    western = _WESTERN_DAY.fullmatch(text)
    if western:
        return _western(western)
    text = text.replace("\n", " ")
    plain = _PLAIN.fullmatch(text)
    if plain:
        return _plain(plain, context)
    iso = ISO.fullmatch(text)
    if iso:
        return read_iso(iso)
    serial = SERIAL.fullmatch(text)
    if serial and not re.fullmatch(r"\d{4}", text) and not re.fullmatch(r"\d{1,2}\.\d{1,2}", text):
        return read_serial(serial, context.date1904)
    text = kanji_to_digits(text)
    if " " in text:
        text = _SPACED.sub("", kanji_to_digits(_SPREAD.sub("", text)))
    pieces = _RANGE.split(text)
    if len(pieces) == 2 and all(pieces):
        return _span(pieces[0], pieces[1], context)
    if len(pieces) == 2 and pieces[0]:
        text = pieces[0]
    return _single(text, context)


def _western(match: re.Match) -> Result:
    year, month, day, hour, minute = match.groups()
    found = datetime.date(int(year), int(month), int(day))
    extra = None
    if hour is not None:
        if int(minute) > 59 or int(hour) > 24 or (hour == "24" and minute != "00"):
            raise NotADateError("E-DATE")
        if hour == "24":
            found += datetime.timedelta(days=1)
        extra = {"time": f"{int(hour) % 24:02d}:{minute}:00"}
    check_range(found)
    return Result(found.isoformat(), None, "day", (), (), extra)


def _plain(match: re.Match, context: Context) -> Result:
    """A day with or without a time and nothing else: nearly every cell, so it takes the short way."""
    flags: list[str] = []
    rules: list[str] = []
    day = datetime.date(
        _year(match["era"], match["y"], context, flags, rules), int(match["m"]), int(match["d"])
    )
    _check_era(match["era"], day, day, flags)
    extra = None
    if match["h"] or match["noon"]:
        day, clock = _at(match, day, flags)
        extra = {"time": clock}
    check_range(day)
    return Result(day.isoformat(), None, "day", tuple(flags), tuple(rules), extra)


def _at(match: re.Match, day: datetime.date, flags: list[str]) -> tuple[datetime.date, str]:
    """(day, "HH:MM:SS"); 24:00 belongs to the next day."""
    seconds, time_flags = read_time(match)
    if seconds is None:
        raise NotADateError("E-DATE")
    flags += time_flags
    minutes, second = divmod(seconds % 86400, 60)
    return day + datetime.timedelta(
        days=seconds // 86400
    ), f"{minutes // 60:02d}:{minutes % 60:02d}:{second:02d}"


def _single(text: str, context: Context) -> Result:
    flags: list[str] = []
    rules: list[str] = []
    bracketed = "(" in text or "[" in text
    weekday, text = _take_weekday(text) if bracketed or "曜" in text or text.isascii() else (None, text)
    text, other_year = _take_other_year(text) if bracketed else (text, None)
    found, rest = _calendar(text.strip(), context, flags, rules)
    first, last, precision = found
    extra = {} if precision == "day" else {"end": last.isoformat()}
    if other_year is not None and other_year != first.year:
        raise NotADateError("E-AMBIG")
    if weekday is not None and precision == "day" and first.weekday() != weekday:
        flags.append("W-DOW")
    rest = rest.strip(" 、,。・T()[]")
    if rest and precision == "day":
        clock = TIME.match(rest)
        if clock:
            first, extra["time"] = _at(clock, first, flags)
            rest = rest[clock.end() :].strip(" 、,。")
    about = _ABOUT.search(rest) if rest else None
    if about:
        if re.search("[頃ごこ前]", about.group()):
            rules.append("C-ABOUT")
            extra["about"] = True
        rest = rest[: about.start()].strip()
    if rest:
        if any(c.isdigit() for c in rest):
            raise NotADateError("E-DATE")
        flags.append("W-REST")
    check_range(first)
    return Result(
        first.isoformat(),
        None,
        precision,
        tuple(dict.fromkeys(flags)),
        tuple(dict.fromkeys(rules)),
        extra or None,
    )


def _calendar(text: str, context: Context, flags: list[str], rules: list[str]):
    """((first day, last day, precision), what follows in the text)."""
    for pattern in (_COMPACT_ERA, _DAY):
        match = pattern.match(text)
        if match:
            year = _year(match["era"], match["y"], context, flags, rules)
            day = datetime.date(year, int(match["m"]), int(match["d"]))
            _check_era(match["era"], day, day, flags)
            return (day, day, "day"), text[match.end() :]
    match = _FISCAL.match(text)
    if match:
        year = int(match["fy"]) if match["fy"] else _year(match["era"], match["y"], context, flags, rules)
        first, last = datetime.date(year, 4, 1), datetime.date(year + 1, 3, 31)
        _check_era(match["era"], first, last, flags)
        return (first, last, "FY"), text[match.end() :]
    match = _COMPACT.match(text)
    if match:
        day = datetime.date(int(match["y"]), int(match["m"]), int(match["d"]))
        rest = text[match.end() :]
        return (day, day, "day"), f"{match['h']}:{match['mi']}{rest}" if match["h"] else rest
    match = _MONTH.match(text)
    if match and (
        match["era"] or len(match["y"]) == 4 or "年" in match.group() or (match["part"] and context.wareki)
    ):
        year = _year(match["era"], match["y"], context, flags, rules)
        return _month(year, int(match["m"]), match["part"], match["era"], flags), text[match.end() :]
    match = _YEAR_ONLY.match(text)
    if match and (match.end() == len(text) or not text[match.end()].isdigit()):
        year = _year(
            match["era"] or match["era2"], match["y"] or match["y2"] or match["y4"], context, flags, rules
        )
        first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
        _check_era(match["era"] or match["era2"], first, last, flags)
        return (first, last, "year"), text[match.end() :]
    match = _MONTH_DAY.match(text)
    if match:
        return _month_day(match, context, flags), text[match.end() :]
    match = _COMPACT_BARE.fullmatch(text)
    if match and context.wareki:
        year = _year(None, match["y"], context, flags, rules)
        day = datetime.date(year, int(match["m"]), int(match["d"]))
        return (day, day, "day"), ""
    raise NotADateError("E-AMBIG" if match or TIME.match(text) else "E-DATE")


def _year(era: str | None, digits: str, context: Context, flags: list[str], rules: list[str]) -> int:
    number = 1 if digits == "元" else int(digits)
    if era is not None or digits == "元":
        if era is None:
            raise NotADateError("E-AMBIG")
        if not 1 <= number <= 99:
            raise NotADateError("E-DATE")
        rules.append("C-WAREKI")
        return era_of(era) + number - 1
    if len(digits) == 4:
        return number
    if len(digits) == 3:
        raise NotADateError("E-DATE")
    if number == 0:
        raise NotADateError("E-DATE")
    if not context.wareki:
        raise NotADateError("E-AMBIG")
    year = year_without_era(number, _int_or_none(context.fy))
    if year is None:
        raise NotADateError("E-DATE")
    flags.append("W-NOERA")
    rules.append("C-WAREKI")
    return year


def _month(year: int, month: int, part: str | None, era: str | None, flags: list[str]):
    last_day = calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 31
    start, end = _PARTS.get(part, (1, 31))
    first, last = datetime.date(year, month, start), datetime.date(year, month, min(end, last_day))
    _check_era(era, first, last, flags)
    return first, last, "part" if part else "month"


def _month_day(match: re.Match, context: Context, flags: list[str]):
    fy = _int_or_none(context.fy)
    month, day = int(match["m"]), int(match["d"])
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        raise NotADateError("E-DATE")
    if fy is None:
        raise NotADateError("E-AMBIG")
    found = datetime.date(fy + (month < 4), month, day)
    flags.append("W-YEAR")
    return found, found, "day"


def _span(start: str, end: str, context: Context) -> Result:
    """ "R7.4.1〜5", "4/1〜4/5" (with a year known): a period; what the end leaves out is taken from the start."""
    first = _single(start, context)
    day = datetime.date.fromisoformat(first.value)
    bare = kanji_to_digits(end).strip()
    match = re.fullmatch(r"(?:(\d{1,2}) ?[月./・-] ?)?(\d{1,2}) ?日?", _DOW.sub("", bare).strip())
    if match and first.precision == "day":
        last = datetime.date(day.year, int(match[1] or day.month), int(match[2]))
        if last < day and match[1]:
            last = last.replace(year=day.year + 1)
        closing = Result(last.isoformat())
    else:
        closing = _single(end, context)
        last = datetime.date.fromisoformat((closing.extra or {}).get("end", closing.value))
    if last < day:
        raise NotADateError("E-DATE")
    check_range(last)
    flags = tuple(dict.fromkeys(first.flags + closing.flags))
    rules = tuple(dict.fromkeys(first.rules + closing.rules))
    if last == day:
        return Result(first.value, None, "day", flags, rules)
    precision = "part" if (last - day).days <= 31 else "range"
    return Result(first.value, None, precision, flags, rules, {"end": last.isoformat()})


def _take_weekday(text: str) -> tuple[int | None, str]:
    match = _DOW.search(text)
    if match is None:
        return None, text
    kanji = match[1] or match[2]
    number = _WEEKDAYS.index(kanji) if kanji else _ENGLISH.index(match[3].lower())
    return number, f"{text[: match.start()]} {text[match.end() :]}"


def _take_other_year(text: str) -> tuple[str, int | None]:
    """ "令和7年(2025年)4月1日" and "2025(R7)年4月1日" state the year twice."""
    match = _OTHER_YEAR.search(text)
    if match:
        rest = text[: match.start()] + text[match.end() :]
        return rest.replace("年年", "年"), int(match[1] or match[2])
    match = _OTHER_ERA.search(text)
    if match:
        number = 1 if match[3] == "元" else int(match[3])
        year = "年" if match[1] or match[4] else ""
        return text[: match.start()] + year + text[match.end() :], era_of(match[2]) + number - 1
    return text, None


def _check_era(era: str | None, first: datetime.date, last: datetime.date, flags: list[str]) -> None:
    if era is None:
        return
    start, end = ERA_RANGES[era_of(era)]
    if last < start:
        flags.append("W-ERASTART")
    elif end is not None and first > end:
        flags.append("W-ERAEND")


def _without_time(result: Result) -> Result:
    if not result.extra or "time" not in result.extra:
        return result
    return result._replace(rules=(*result.rules, "C-TIMECUT"))


def _with_time(result: Result) -> Result:
    if result.value is None:
        return result
    extra = dict(result.extra or {})
    time = extra.pop("time", None)
    if time is None:
        return result._replace(value=f"{result.value}T00:00:00+09:00", rules=(*result.rules, "C-DATEONLY"))
    return result._replace(value=f"{result.value}T{time}+09:00", precision="minute", extra=extra or None)


def _int_or_none(value) -> int | None:
    return int(value) if value is not None and not isinstance(value, (list, tuple)) else None
