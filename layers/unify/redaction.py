"""Keeping personal data out of everything but the petitioners' file.

Cells of personal columns, and personal data found inside other cells, are replaced by tokens in ``raw_json``;
the originals are collected per row for the petitioners' file.
"""

from __future__ import annotations

import json
from json.encoder import encode_basestring

import numpy as np
import pandas as pd

from ..normalise import normalise
from ..normalise.pii import may_hold_personal
from .columns import Matching

TOKENS = {
    "name": "[氏名]", "kana": "[氏名かな]", "phone": "[電話]", "email": "[メール]", "postal": "[郵便番号]",
    "address": "[住所]", "ward": "[行政区]",
}  # fmt: skip
OTHER_TOKEN = "[個人情報]"  # nosec B105: a placeholder shown in place of a cell


def redacted(text: str | None, context=None) -> str | None:
    """A text as it may be shown: with personal data replaced by tokens."""
    if text is None or not may_hold_personal(text):
        return text
    return normalise("freetext", text, context).value


class Redactor:
    """Builds ``raw_json`` of a block and collects what was taken out of it."""

    def __init__(self, matching: Matching, cells: pd.DataFrame, context=None):
        self.matching = matching
        self.context = context  # knows the telephone numbers of offices
        self.cells = cells
        self._suspect: dict[str, set[str]] = {}

    def check(self, labels: list[str], text: str) -> None:
        """A strictly read cell that could not be read may hold anything: look into it as well."""
        for label in labels:
            self._suspect.setdefault(label, set()).add(text)

    def finish(self) -> tuple[list[str], dict[int, dict[str, str]]]:
        """``raw_json`` per row, and per row (position) the original texts of its personal cells by column."""
        personal: dict[int, dict[str, str]] = {}
        parts = []
        for label in self.cells.columns:
            codes, distinct = pd.factorize(self.cells[label].to_numpy(dtype=object), use_na_sentinel=False)
            shown = self._shown(label, distinct)
            changed = [k for k, (a, b) in enumerate(zip(distinct, shown)) if isinstance(a, str) and a != b]
            if changed:
                for n in np.flatnonzero(np.isin(codes, changed)):
                    personal.setdefault(int(n), {})[label] = distinct[codes[n]]
            head = json.dumps(label, ensure_ascii=False) + ": "
            pieces = np.array(
                [head + _json(t) if isinstance(t, str) else head + "null" for t in shown], dtype=object
            )
            parts.append(pieces[codes])
        if not parts:
            return ["{}"] * len(self.cells), personal
        return ["{" + ", ".join(row) + "}" for row in zip(*parts)], personal

    def _shown(self, label: str, distinct) -> list:
        field = self.matching.personal.get(label)
        if field is not None:
            token = TOKENS.get(field, OTHER_TOKEN)
            return [token if isinstance(t, str) and t.strip() else t for t in distinct]
        if label in self.matching.hidden:
            return [OTHER_TOKEN if isinstance(t, str) and t.strip() else t for t in distinct]
        texts = [t if isinstance(t, str) else None for t in distinct]
        if self._is_strict(label):
            suspects = self._suspect.get(label, set())
            return [_tokenised(t, self.context) if t in suspects else t for t in texts]
        if not may_hold_personal("\n".join(t for t in texts if t)):
            return texts
        return [_tokenised(t, self.context) if t else t for t in texts]

    def _is_strict(self, label: str) -> bool:
        """Numbers, dates and codes were read already; only the unreadable ones are suspect."""
        roles = self.matching.roles.get(label, ())
        return bool(roles) and all(
            t.context or t.ignore == "geometry" or (t.field and label in self.matching.strict_labels)
            for t in roles
        )


def _tokenised(text: str | None, context=None) -> str | None:
    """The raw text with the personal parts replaced; other characters stay as they were where possible."""
    if text is None or not may_hold_personal(text):
        return text
    result = normalise("freetext", text, context)
    tokens = (result.extra or {}).get("tokens") or ()
    if not tokens:
        return text
    raw = text
    for token, original in tokens:
        raw = raw.replace(original, token)
    again = normalise("freetext", raw, context)
    return raw if not (again.extra or {}).get("tokens") else result.value


def _json(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:  # a lone surrogate, which no file can hold
        text = text.encode("utf-8", "replace").decode("utf-8")
    return encode_basestring(text)


def redacted_cells(matching: Matching, labels: list[str], cells, context=None) -> tuple[str, dict[str, str]]:
    """A single row that no reader could unify, as (raw_json, column -> original text of personal cells).

    Cells beyond the header are kept under their numbers. Where the row has more or fewer cells than the header,
    nobody knows which of them are personal: those that a shift may have brought there are hidden as well.
    """
    personal, hidden = matching.personal, matching.hidden
    trusted = _trusted(labels, len(cells), personal, hidden)
    shown, taken = {}, {}
    for n, cell in enumerate(cells):
        label = labels[n] if n < len(labels) else f"#{n + 1}"
        text = cell if isinstance(cell, str) else None
        if text and text.strip() and label in personal:
            token = TOKENS.get(personal[label], OTHER_TOKEN)
        elif text and text.strip() and (n >= trusted or label in hidden):
            token = OTHER_TOKEN
        else:
            token = _tokenised(text, context)
        shown[label] = token
        if token != text:
            taken[label] = text
    return json.dumps(shown, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8"), taken


def _trusted(labels: list[str], count: int, personal, hidden) -> int:
    """Up to which cell a row of ``count`` cells certainly holds what the header says."""
    first = next((n for n, label in enumerate(labels) if label in personal or label in hidden), None)
    if first is None or count == len(labels):
        return count
    return max(0, first - max(0, len(labels) - count))
