"""Short rows of ledgers with personal columns: missing cells are usually empty ones at the end, which spreadsheets
leave out. But where a line broke inside the row, every cell after the break stands under the wrong header, and a
name may stand in a column that is shown. Such a row betrays itself: its dates, numbers, codes or places cannot be
read, or what stands under name and telephone is none.
"""

from __future__ import annotations

import re
import unicodedata

from .redaction import redacted_cells

SHORT, CODE = "W-RAGGED", "E-SHIFTED"
_DIGITS = re.compile(r"[\d\s()+.,:/-]+")
_LIKE = {  # how cells of these personal columns look
    "phone": re.compile(r"[\d\s()+.,/・-]{6,}.*|[なし無不明-]+"),
    "postal": re.compile(r"〒?[\d\s-]{3,}"),
    "email": re.compile(r".*@.*"),
}


def short_rows(unifier, notes, rows) -> set[int]:
    """Positions of the rows that have fewer cells than the header, where that may bring a name into the open."""
    if not (unifier.matching.personal or unifier.matching.hidden):
        return set()
    numbers = {note.row for note in notes if note.code == SHORT}
    return {n for n, row in enumerate(rows) if int(row) in numbers} if numbers else set()


def hide(unifier, cells, state, raw_json: list[str], personal: dict) -> None:
    """Set aside the short rows in which something could not be read; cells that may have shifted are hidden."""
    labels = list(cells.columns)
    for n in state.short:
        codes = [code for code, _ in state.flags.get(n, ()) if code != SHORT]
        unread = any(code.startswith("E-") or code == "W-CODE" for code in codes)
        if not unread and not _odd(unifier.matching.personal, cells.iloc[n]):
            continue
        there = [cell if isinstance(cell, str) else None for cell in cells.iloc[n]]
        while there and there[-1] is None:
            there.pop()
        raw_json[n], taken = redacted_cells(unifier.matching, labels, there, unifier.plain)
        personal[n] = taken or None
        if not taken:
            del personal[n]
        state.aside.pop(n, None)
        state.set_aside([n], CODE)


def _odd(personal, row) -> bool:
    """Whether a telephone is none, or a name is a number."""
    for label, kind in personal.items():
        text = row[label]
        if not isinstance(text, str) or not text.strip():
            continue
        text = unicodedata.normalize("NFKC", text).strip()
        if kind in _LIKE and not _LIKE[kind].fullmatch(text):
            return True
        if kind in ("name", "kana") and _DIGITS.fullmatch(text):
            return True
    return False
