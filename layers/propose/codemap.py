"""Words of a code column that the code list does not know: which code they probably mean.

Public: ``propose_codes``. Only what is near a code's own words is proposed; the rest is listed for a person.
"""

from __future__ import annotations

import re

from ...schema import Field, model, spelling_key
from ..normalise import Context, normalise
from .evidence import Evidence

_LED = re.compile(r"^[\W\d①-⑳]+")
_SHOWN = 12


def propose_codes(field: Field, column: Evidence) -> tuple[dict[str, str], list[str]]:
    """(text -> code for texts to be mapped, texts without a code). Needs a field with a code list."""
    codes = model().code_lists[field.codes]
    context = Context(code_list=codes)
    unread = [t for t, _ in column.texts if {"W-CODE", "E-CODE"} & set(normalise("code", t, context).flags)]
    if not unread or column.distinct > 300:
        return {}, unread[:_SHOWN]
    numbered = _numbered(column, codes)
    if numbered:
        return numbered, []
    found: dict[str, str] = {}
    for text in unread:
        code = _near(text, codes)
        if code is not None:
            found[text] = code
    return found, [t for t in unread if t not in found][:_SHOWN]


def _numbered(column: Evidence, codes) -> dict[str, str]:
    """01 -> F01, where the list's codes are one letter and a number and nearly all cells fit."""
    by_number = {}
    for code in codes.codes:
        match = re.fullmatch(r"[A-Z]+(\d+)", code)
        if match is None:
            return {}
        by_number.setdefault(int(match[1]), []).append(code)
    if any(len(same) > 1 for same in by_number.values()):
        return {}
    texts = column.texts
    numeric = {
        t: by_number[int(t)][0] for t, _ in texts if t.isdigit() and len(t) == 2 and int(t) in by_number
    }
    total = sum(count for _, count in texts)
    fitting = sum(count for t, count in texts if t in numeric)
    return numeric if len(numeric) >= 3 and total and fitting / total >= 0.95 else {}


def _near(text: str, codes) -> str | None:
    """The one code whose words contain the text, or are contained in it."""
    key = spelling_key(_LED.sub("", text))
    if len(key) < 2:
        return None
    best: dict[str, float] = {}
    for code in codes.codes.values():
        if code.code == codes.unknown:
            continue
        for word in (code.ja, *code.aliases):
            other = spelling_key(word)
            if len(other) < 2:
                continue
            if key in other or other in key:
                share = min(len(key), len(other)) / max(len(key), len(other))
                best[code.code] = max(best.get(code.code, 0), share)
    ranked = sorted(best.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] < 0.5 or len(ranked) > 1 and ranked[1][1] > ranked[0][1] - 0.1:
        return None
    return ranked[0][0]
