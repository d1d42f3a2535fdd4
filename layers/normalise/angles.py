"""Latitudes and longitudes in degrees, minutes and seconds or decimals. Source: unified model, section 3.6."""

from __future__ import annotations

import re

from .core import Context, Result, reader
from .null_words import is_null

LATITUDES, LONGITUDES = (20.0, 46.0), (122.0, 154.0)
_MARK = "°º˚度"
_DMS = re.compile(
    rf"(\d{{1,3}}(?:\.\d+)?) ?[{_MARK}:] ?(?:(\d{{1,2}}(?:\.\d+)?) ?(?:['′’´`分:]|$) ?)?"
    r"(?:(\d{1,2}(?:\.\d+)?) ?(?:\"|″|”|“|''|′′|’’|秒|$))?"
)
_DOTTED = re.compile(r"(\d{1,3})[.](\d{1,2})[.](\d{1,2})(?:[.](\d+))?")
_SPACED = re.compile(r"(\d{1,3})[ -](\d{1,2})[ -](\d{1,2}(?:\.\d+)?)")
_PLAIN = re.compile(r"(\d+)(\.\d+)?")
_SIDE = re.compile(
    r"(?i)^(北緯|東経|緯度|経度|lat(?:itude)?|lon(?:g(?:itude)?)?|[NE])? ?[:=]? ?(.*?) ?([NE])?$", re.DOTALL
)
_PAIR = re.compile(r"[,、/;\s]+")
_OTHER_SIDES = re.compile(r"(?i)^(南緯|西経|[SW])|[SW]$")


@reader("angle")
def read_angle(text: str, context: Context) -> Result:
    """Degrees. A cell that holds a pair gives ``extra`` lat and lon, and the value that ``part`` asks for."""
    if is_null(text):
        return Result()
    value, code = _degrees(text)
    if code != "form":
        return Result(
            value, None if value is None else "度", None, (code,) if code else (), _rules(text, value)
        )
    text = text.strip("()[] ")
    pieces = [piece for piece in _PAIR.split(text) if piece]
    if len(pieces) == 2:
        return _pair(pieces, context)
    return Result(flags=("E-ANGLE",))


def canonical(result: Result) -> str:
    return "" if result.value is None else repr(float(result.value))


def _rules(text: str, value: float | None) -> tuple[str, ...]:
    return () if value is None or re.fullmatch(r"\d{1,3}(\.\d+)?", text) else ("C-DMS",)


def _pair(pieces: list[str], context: Context) -> Result:
    read = [_degrees(piece) for piece in pieces]
    code = next((code for _, code in read if code), None)
    if code:
        return Result(flags=("E-ANGLE" if code == "form" else code,))
    first, second = read[0][0], read[1][0]
    named_lon_first = re.match(r"(?i)lon|E|東経|経度", pieces[0]) is not None
    lat, lon = (second, first) if named_lon_first else (first, second)
    flags: tuple[str, ...] = ()
    if not _within(lat, LATITUDES) and _within(lon, LATITUDES) and _within(lat, LONGITUDES):
        lat, lon, flags = lon, lat, ("W-LATLON",)
    if not (_within(lat, LATITUDES) and _within(lon, LONGITUDES)):
        return Result(flags=("E-ANGLE",))
    wanted = (context.part or context.field or "").lower()
    value = lon if wanted.startswith("lon") or wanted == "x" else lat
    return Result(value, "度", None, flags, ("C-PAIR",), {"lat": lat, "lon": lon})


def _degrees(text: str) -> tuple[float | None, str | None]:
    """(value, None) or (None, code); "form" for what is no angle at all."""
    if _OTHER_SIDES.search(text) and any(c.isdigit() for c in text):
        return None, "E-ANGLE"
    body = _SIDE.match(text).group(2)
    for pattern in (_DMS, _SPACED):
        match = pattern.fullmatch(body)
        if match:
            return _sum(float(match[1]), match[2], match[3])
    match = _DOTTED.fullmatch(body)
    if match:
        seconds = match[3] + (f".{match[4]}" if match[4] else "")
        return _sum(float(match[1]), match[2], seconds)
    if re.fullmatch(r"\d+\.\d+\.\d+", body):
        return None, "E-AMBIG"
    match = _PLAIN.fullmatch(body)
    if match is None:
        return None, "form"
    whole, fraction = match[1], match[2] or ""
    if len(whole) <= 3:
        return _in_japan(float(body))
    if len(whole) in (4, 5) and fraction:
        return _sum(float(whole[:-2]), whole[-2:] + fraction, None)
    if len(whole) in (6, 7):
        return _sum(float(whole[:-4]), whole[-4:-2], whole[-2:] + fraction)
    return None, "E-AMBIG"


def _sum(degrees: float, minutes: str | None, seconds: str | None) -> tuple[float | None, str | None]:
    m, s = float(minutes or 0), float(seconds or 0)
    if m >= 60 or s >= 60:
        return None, "E-DMS"
    return _in_japan(degrees + m / 60 + s / 3600)


def _in_japan(value: float) -> tuple[float | None, str | None]:
    """Zero passes: it is missing data, which the caller tells from the pair."""
    if value == 0 or _within(value, LATITUDES) or _within(value, LONGITUDES):
        return value, None
    return None, "E-ANGLE"


def _within(value: float, limits: tuple[float, float]) -> bool:
    return limits[0] <= value <= limits[1]
