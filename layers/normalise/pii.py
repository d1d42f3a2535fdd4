"""Personal data inside free text: phones, mail addresses, names, number plates. Source: unified model, 3.11."""

from __future__ import annotations

import re
import unicodedata

from . import pii_words as words
from .core import Context, Result, reader
from .gazetteer import place_names
from .mojibake import may_be_damaged
from .text import DASHES, KANJI

PHONE, MAIL, NAME, PLATE = "[電話]", "[メール]", "[氏名]", "[車両番号]"
_SEP = rf"[ ]?[{DASHES}()./・]?[ ]?"
_PHONE = re.compile(
    rf"(?<![0-9])(?<![0-9][-.,/])(?:\(?0\d{{1,4}}\)?{_SEP}\d{{1,4}}{_SEP}\d{{3,4}}|\+81{_SEP}(?:\(0\))?\d{{1,4}}{_SEP}\d{{1,4}}{_SEP}\d{{3,4}}"
    r"|[789]0-\d{4}-\d{4}|[789]0\d{8})(?![0-9])(?!-[0-9])(?!\.[0-9])(?! ?(?:円|千円|m|km))"
)
_MAIL = re.compile(r"[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+")
_PLATE = re.compile(
    rf"(?:つくば|なにわ|とちぎ|いわき|いわて|とやま|[{KANJI}]{{1,4}}) ?\d[0-9A-Z]{{1,2}} ?[あ-んABEHKMTY] ?"
    rf"(?:\d{{1,2}}[{DASHES}]\d{{2}}|\d{{4}}|[・.]{{1,3}} ?\d{{1,3}})(?![0-9])"
    rf"|(?<![0-9])\d{{3}} ?[あ-ん] ?(?:\d{{2}}[{DASHES}]\d{{2}}|[・.]{{1,3}} ?\d{{1,3}})(?![0-9])"
)
_TITLE = (
    r"様(?![子式態々相似変])|さま|さん(?!か(?!ら)|ざ|ば)|氏(?![名子神族姓])|宅(?![地配急盤造建])|殿(?!下)|邸"
)
_BEFORE = re.compile(
    rf"(?:(?P<kanji>(?:(?![様氏宅])[{KANJI}ヶケ]){{1,12}})|(?P<katakana>[ァ-ヺー・]{{2,12}})"
    rf"|(?P<hiragana>[ぁ-ん]{{1,8}})|(?P<latin>[A-Za-z]{{2,20}})) ?(?P<title>{_TITLE})"
)
_FIRST_NAME_BEFORE = re.compile(rf"(?:^|[^{KANJI}])([{KANJI}]{{1,3}}) $")
_LABELLED = re.compile(
    rf"(?:氏名|名前|姓名|申出者|申請者|通報者|要望者|相談者|連絡者|電話者"
    rf"|担当者?)[:=] ?(?P<name>[{KANJI}ヶ]{{1,4}}(?: ?[{KANJI}ヶ]{{1,4}})?|[ァ-ヺー]{{2,6}} ?[ァ-ヺー]{{0,6}})"
)
# One look decides whether the detailed scan is worth its time. It also serves raw texts, so it puts up with blanks
# and invisible characters that cleaning takes away.
_HIDDEN = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_ANY = re.compile(
    rf"[@様氏宅殿邸]|さ[{_HIDDEN}]*[まん]|[名者当][ {_HIDDEN}]*[:=]"
    rf"|[0789](?:[0-9{DASHES}()./・{_HIDDEN}]|[^\S\n]){{8,}}"
    rf"|\+[{_HIDDEN}]*8[{_HIDDEN}]*1|[0-9A-Z](?:[^\S\n]|[{_HIDDEN}])*[あ-んABEHKMTY](?:[^\S\n]|[{_HIDDEN}])*[・.\d]"
)


@reader("freetext")
def read_freetext(text: str, context: Context) -> Result:
    """The text with tokens for personal data; ``extra["tokens"]``: [(token, what it stands for)]."""
    if not _ANY.search(text):
        return Result(text)
    redacted, tokens = redact(text, context.allow_phones, place_names(context))
    if not tokens:
        return Result(text)
    return Result(redacted, None, None, (), ("C-PII",), {"tokens": tokens})


def may_hold_personal(text: str) -> bool:
    """A fast test for a raw text (or many, joined by line breaks): true whenever the scan would find something."""
    if not text:
        return False
    if not text.isascii():
        if may_be_damaged(text):
            return True
        text = unicodedata.normalize("NFKC", text)
    return _ANY.search(text) is not None


def redact(
    text: str, allow_phones=None, places: frozenset[str] = frozenset()
) -> tuple[str, list[tuple[str, str]]]:
    """(text with tokens, [(token, original)]) of a cleaned text; phones in ``allow_phones`` may stay."""
    if not _ANY.search(text):
        return text, []
    spans: list[tuple[int, int, str]] = []
    allowed = {re.sub(r"\D", "", unicodedata.normalize("NFKC", phone)) for phone in allow_phones or ()}
    for match in _MAIL.finditer(text):
        spans.append((*match.span(), MAIL))
    for match in _PLATE.finditer(text):
        spans.append((*match.span(), PLATE))
    for match in _PHONE.finditer(text):
        if _is_phone(match.group()) and re.sub(r"\D", "", match.group()) not in allowed:
            spans.append((*_trimmed(text, *match.span()), PHONE))
    for match in _LABELLED.finditer(text):
        name = match["name"]
        if not words.is_no_name(name):
            spans.append((*match.span("name"), NAME))
    spans += _names(text, places)
    redacted, tokens = _replaced(text, spans)
    if not tokens:
        return text, []
    # A token in place of a word may uncover the next name.
    again, more = redact(redacted, allow_phones, places)
    return again, tokens + more


def canonical(result: Result) -> str:
    return "" if result.value is None else result.value


def _is_phone(found: str) -> bool:
    digits = re.sub(r"\D", "", found)
    if found.startswith("+81"):
        return 11 <= len(digits) <= 13
    if found[0] in "789":
        return True
    return (
        len(digits) in (10, 11)
        and digits[1] != "0"
        and not (len(digits) == 11 and digits[2] != "0" and not digits.startswith("0800"))
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """An opening bracket that closes behind the number is the text's, not the number's."""
    if text[start] == "(" and ")" not in text[start:end]:
        start += 1
    return start, end


def _names(text: str, places: frozenset[str]) -> list[tuple[int, int, str]]:
    spans = []
    for match in _BEFORE.finditer(text):
        kind = match.lastgroup if match.lastgroup != "title" else _kind(match)
        start, end = match.span(kind)
        name = words.name_in(text[start:end], kind, match["title"], places)
        if not name:
            continue
        start = end - len(name)
        if kind == "kanji" and len(name) <= 3 and start == match.start(kind):
            family = _FIRST_NAME_BEFORE.search(text[max(0, start - 6) : start])
            if family and family[1] not in places and not words.is_no_name(family[1]):
                start -= len(family[1]) + 1
        spans.append((start, end, NAME))
    return spans


def _kind(match: re.Match) -> str:
    return next(kind for kind in ("kanji", "katakana", "hiragana", "latin") if match[kind])


def _replaced(text: str, spans: list[tuple[int, int, str]]) -> tuple[str, list[tuple[str, str]]]:
    tokens, pieces, done = [], [], 0
    for start, end, token in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start < done:
            continue
        tokens.append((token, text[start:end]))
        pieces += [text[done:start], token]
        done = end
    pieces.append(text[done:])
    return "".join(pieces), tokens
