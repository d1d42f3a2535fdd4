"""Times of day: 9:05, 9時半, 午後3時30分, 正午."""

from __future__ import annotations

import re

TIME = re.compile(
    r"(?P<half>午前|午後|AM|PM|A\.M\.|P\.M\.)?\s?(?:"
    r"(?P<h>\d{1,2})\s?(?::|時)\s?(?:(?P<mi>\d{1,2})(?!\d)\s?(?:(?::|分)\s?(?:(?P<s>\d{1,2})(?:\.\d+)?秒?)?)?|(?P<half_hour>半))?"
    r"|(?P<noon>正午))\s?(?P<half2>AM|PM|A\.M\.|P\.M\.)?",
    re.IGNORECASE,
)


def read_time(match: re.Match) -> tuple[int | None, list[str]]:
    """Seconds since midnight (None if there is no such time) and flags; 24:00 is the end of the day."""
    if match["noon"]:
        return 12 * 3600, []
    hour, minute, second = (
        int(match["h"]),
        int(match["mi"] or (30 if match["half_hour"] else 0)),
        int(match["s"] or 0),
    )
    half = (match["half"] or match["half2"] or "").upper().replace(".", "")
    flags: list[str] = []
    if half in ("午後", "PM"):
        hour += 12 if hour < 12 else 0
    elif half == "AM" and hour == 12:
        hour = 0
    elif half == "午前" and hour == 12:
        flags.append("W-TIME")  # by law noon, by many a clock midnight
    if minute > 59 or second > 59 or hour > 24 or (hour == 24 and (minute or second)):
        return None, []
    if half and int(match["h"]) > 12:
        flags.append("W-TIME")
    return hour * 3600 + minute * 60 + second, flags
