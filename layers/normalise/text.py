"""Characters: compatibility forms, look-alike dashes and look-alike kanji, control characters, blanks.

Source: unified model, section 3.2.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

# ー ‐ ‑ − – — ― － - and the box-drawing lines that some keyboards give.
DASHES = "-\u30fc\u2010\u2011\u2012\u2212\u2013\u2014\u2015\u2500\u2501\uff0d\ufe63"
KANJI = "\u3400-\u9fff\uf900-\ufaff々"
KATAKANA = "\u30a1-\u30fa\u30fc"

_DASH = re.compile(f"[{DASHES}]")
_CIRCLED = re.compile("[^\u2460-\u2473]+")
_JUNK = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_ODD = re.compile(f"{_JUNK.pattern}|{_SURROGATE.pattern}")
_BLANKS = re.compile(r"[^\S\n]+")
_LINES = re.compile(r" ?\n ?(?:\n ?)*")
_IDEOGRAPH_ONE = re.compile(f"(?<=[{KANJI}])ー(?=[{KANJI}])")
_ONE_IN_KATAKANA = re.compile("(?<=[\u30a1-\u30fa])一(?=[\u30a1-\u30fa])")
_LOOK_ALIKES = (
    (re.compile(f"(?<![{KATAKANA}])ニ(?=級|丁目|番地|番目|号線|車線|次|月|日)"), "二"),
    (re.compile(f"(?<![{KATAKANA}])ハ(?=丁目|番地|月|日)"), "八"),
    (re.compile(f"(?<![{KATAKANA}])エ(?=事|業|場|区|期|法|務)"), "工"),
    (re.compile(f"(?<=[{KANJI}])エ(?=$|[^{KATAKANA}{KANJI}ぁ-ん])"), "工"),
)
_MAY_LOOK_ALIKE = re.compile("[ニハエ]")
_DIGIT = frozenset("0123456789")
# Characters that nothing is ever done to; a hyphen only between digits, a blank only by itself.
_SOUND = re.compile(
    "[ -~\u3001\u3002\u300c\u300d\u3041-\u3096\u30a1-\u30a7\u30a9-\u30ca\u30cc-\u30ce\u30d0-\u30fa\u30fb\u4e01-\u9fff]+"
)
_MOVED = re.compile("  |^ | $|(?<![0-9])-|-(?![0-9])")


class Cleaned(NamedTuple):
    """Text after 3.2, with what was done to it."""

    text: str
    rules: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


def clean(raw: str) -> Cleaned:
    """NFKC with the exceptions of section 3.2, look-alikes repaired, blanks trimmed and collapsed."""
    if raw.isascii() and raw.isprintable():
        return Cleaned(
            raw if "  " not in raw and raw[:1] != " " and raw[-1:] != " " else " ".join(raw.split())
        )
    if _SOUND.fullmatch(raw) and not _MOVED.search(raw):
        return Cleaned(raw)
    rules: list[str] = []
    flags: tuple[str, ...] = ()
    text = raw
    if _ODD.search(raw):
        text = encodable(_JUNK.sub("", raw))
        rules.append("R-CONTROL")
    folded = fold(text)
    if folded != text and _says_other_characters(text, folded):
        rules.append("C-WIDTH")
    text = folded
    if _DASH.search(text):
        mended = mend_dashes(text)
        if mended != text:
            rules.append("R-DASH")
            text = mended
    if "ー" in text or "一" in text or _MAY_LOOK_ALIKE.search(text):
        mended, flags = mend_kanji(text)
        if flags:
            rules.append("R-KANJI")
            text = mended
    return Cleaned(text, tuple(rules), flags)


def encodable(text: str) -> str:
    """Without lone surrogates, which no file can hold."""
    return _SURROGATE.sub("\ufffd", text)


def fold(text: str) -> str:
    """Compatibility composition that keeps the wave dash and circled numbers; blanks trimmed and collapsed."""
    text = text.replace("\uff5e", "\u301c")
    if "\r" in text or "\x85" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n")
    if unicodedata.is_normalized("NFKC", text):
        folded = text
    else:
        folded = _CIRCLED.sub(lambda m: unicodedata.normalize("NFKC", m.group()), text)
    folded = _BLANKS.sub(" ", folded)
    return (_LINES.sub("\n", folded) if "\n" in folded else folded).strip()


def mend_dashes(text: str) -> str:
    """A dash beside a digit is a hyphen, one after katakana the long vowel mark; others stay as they are."""
    out = list(text)
    for match in _DASH.finditer(text):
        n = match.start()
        before, after = out[n - 1] if n else "", text[n + 1 : n + 2]
        if before in _DIGIT and after in _DIGIT:
            out[n] = "-"
        elif _is_katakana(before):
            if (
                before != "ー"
                and after not in _DIGIT
                and not _is_latin(after)
                and after not in DASHES_OR_NONE
            ):
                out[n] = "ー"
            elif after in _DIGIT and text[n] != "ー":
                out[n] = "-"
        elif (after in _DIGIT and not _is_kana(before)) or (before in _DIGIT and not _is_kana(after)):
            out[n] = "-"
    return "".join(out)


DASHES_OR_NONE = frozenset(DASHES)


def mend_kanji(text: str) -> tuple[str, tuple[str, ...]]:
    """Long vowel mark for 一, katakana ニ for 二 and the like; every repair is a guess and flagged."""
    flags = []
    mended = _ONE_IN_KATAKANA.sub("ー", _IDEOGRAPH_ONE.sub("一", text))
    if mended != text:
        flags.append("W-KANJI1")
    again = mended
    for pattern, kanji in _LOOK_ALIKES:
        again = pattern.sub(kanji, again)
    if again != mended:
        flags.append("W-KANJI2")
    return again, tuple(flags)


def is_blank(text: str) -> bool:
    """Whether a cleaned text says nothing: empty, or dashes alone."""
    return not text or (text[0] in DASHES_OR_NONE and all(c in DASHES_OR_NONE or c == " " for c in text))


def _says_other_characters(text: str, folded: str) -> bool:
    """Blanks trimmed or collapsed alone are not worth a word."""
    return "".join(text.split()) != "".join(folded.split())


def _is_katakana(char: str) -> bool:
    return "\u30a1" <= char <= "\u30fa" or char == "ー"


def _is_kana(char: str) -> bool:
    return "\u3041" <= char <= "\u30fa" or char == "ー"


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()
