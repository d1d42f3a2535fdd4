"""Text whose bytes were read in the wrong encoding before it reached the file. Source: unified model, 3.3.

Only UTF-8 read as cp932 or as cp1252 can be told from a text alone; a text that lost a byte cannot be repaired.
"""

from __future__ import annotations

import re


def _of_utf8_leads() -> str:
    """Characters that the first two bytes of Japanese UTF-8 (E3-E9, 80-BF) make when read as cp932."""
    found = []
    for lead in range(0xE3, 0xEA):
        for trail in range(0x80, 0xC0):
            try:
                found.append(bytes((lead, trail)).decode("cp932"))
            except UnicodeDecodeError:
                continue
    return "".join(found)


_CP1252_TAIL = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_AS_CP1252 = re.compile(f"[\u00e3-\u00e9\u00ef][{_CP1252_TAIL}]")
_AS_CP932 = re.compile(f"[{_of_utf8_leads()}]")
_SUSPECT = re.compile(f"{_AS_CP1252.pattern}|{_AS_CP932.pattern}")
_JAPANESE = re.compile("[\u3000-\u30ff\u4e00-\u9fff\uff01-\uff9f]")
_TRIM = 3  # characters at the end that may have been added or cut after the damage


def redecode(text: str) -> tuple[str, bool] | None:
    """None if the text is sound; else (text, whether it was repaired). An unrepaired text comes back as it is."""
    if not _SUSPECT.search(text):
        return None
    mended = _decoded(_cp1252(text))
    if mended is not None:
        return mended, True
    for size in range(len(text), max(len(text) - _TRIM, 1) - 1, -1):
        mended = _decoded(_cp932(text[:size]))
        if mended is not None:
            return mended + text[size:], True
    if _looks_damaged(text):
        return text, False
    return None


def may_be_damaged(text: str) -> bool:
    """A fast test that is true for every text that ``redecode`` changes."""
    return _SUSPECT.search(text) is not None


def _decoded(data: bytes | None) -> str | None:
    if data is None:
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    japanese = len(_JAPANESE.findall(text))
    letters = sum(not c.isascii() for c in text)
    return text if letters and japanese * 10 >= letters * 8 else None


def _cp932(text: str) -> bytes | None:
    try:
        return text.encode("cp932")
    except UnicodeEncodeError:
        return None


def _cp1252(text: str) -> bytes | None:
    """cp1252 has five holes, which programs pass through as control characters."""
    out = bytearray()
    for char in text:
        try:
            out += char.encode("cp1252")
        except UnicodeEncodeError:
            if not 0x80 <= ord(char) <= 0x9F:
                return None
            out.append(ord(char))
    return bytes(out)


def _looks_damaged(text: str) -> bool:
    """Beyond repair: several telling pairs and little sound Japanese (real texts hold such kanji one at a time)."""
    western = len(_AS_CP1252.findall(text))
    if western and not _JAPANESE.search(text):
        return western * 2 >= 2
    telling = len(re.findall("[\u7e3a\u7e67\u7e5d\u8b28\u8709\u90e2\u87f6\u9039\u8373\u8b41\u96b1]", text))
    return telling >= 2 and telling * 8 >= len(text)
