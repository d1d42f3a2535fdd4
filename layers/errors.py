"""The one exception that carries a message for a person."""

from __future__ import annotations


class GunmaneError(Exception):
    """What went wrong, where, and what a person can do about it.

    ``message`` and ``remedy`` are already in the user's language (they come through ``tr``). ``code`` is a
    rule code of ``schema/rules``, so that tests and reports need not compare texts.
    """

    def __init__(self, message, *, code=None, file=None, sheet=None, row=None, field=None, remedy=None):
        super().__init__(message)
        self.message = message
        self.code = code
        self.file = file
        self.sheet = sheet
        self.row = row
        self.field = field
        self.remedy = remedy

    def __str__(self):
        place = [
            str(part) for part in (self.file, self.sheet, self.row, self.field) if part not in (None, "")
        ]
        text = self.message if not place else f"{' / '.join(place)}: {self.message}"
        if self.code:
            text = f"[{self.code}] {text}"
        if self.remedy:
            text = f"{text}\n→ {self.remedy}"
        return text
