"""Checks of a profile's TOML that name the line: what ``profile.py`` uses to report every mistake at once."""

from __future__ import annotations

import difflib
import re

from ..i18n import tr
from .errors import GunmaneError

try:
    import tomllib
except ModuleNotFoundError:  # Python before 3.11: bundled with the plugin
    import tomli as tomllib


class Checker:
    """Collects problems of one profile; ``finish`` raises them together."""

    def __init__(self, name: str, text: str):
        self.name = name
        self.lines = text.splitlines()
        self.text_ = text
        self.problems: list[tuple[int | None, str]] = []
        self._blocks = [n for n, line in enumerate(self.lines) if re.match(r"\s*\[\[\s*source\s*\]\]", line)]
        self._span = (0, len(self.lines))

    def parse(self) -> dict:
        """The TOML as a dict; raises GunmaneError naming the line of a syntax error."""
        try:
            return tomllib.loads(self.text_)
        except tomllib.TOMLDecodeError as error:
            line = re.search(r"line (\d+)", str(error))
            raise GunmaneError(
                tr("The profile is not valid TOML: {reason}", reason=str(error)),
                code="E-PROFILE",
                file=self.name,
                row=int(line.group(1)) if line else None,
                remedy=tr("Mend the named line; quotes and brackets come in pairs."),
            ) from error

    def enter_source(self, number: int | None) -> None:
        """From here on, line numbers are looked for inside the n-th [[source]]."""
        if number is None or number >= len(self._blocks):
            self._span = (0, len(self.lines))
            return
        end = self._blocks[number + 1] if number + 1 < len(self._blocks) else len(self.lines)
        self._span = (self._blocks[number], end)

    def problem(self, message: str, near: str | None = None) -> None:
        self.problems.append((self._line(near), message))

    def finish(self) -> None:
        if not self.problems:
            return
        listed = "\n".join(
            tr("line {line}: {message}", line=line if line else "-", message=message)
            for line, message in sorted(self.problems, key=lambda p: p[0] or 0)
        )
        raise GunmaneError(
            tr("The profile has {count} mistakes:\n{listed}", count=len(self.problems), listed=listed),
            code="E-PROFILE",
            file=self.name,
            row=min((line for line, _ in self.problems if line), default=None),
        )

    # -- typed access ----------------------------------------------------------------------------------

    def text(self, data: dict, key: str, required: bool = False) -> str | None:
        value = data.get(key)
        if value is None or value == "":
            if required:
                self.problem(tr("“{key}” is missing", key=key), key)
            return None
        if not isinstance(value, str):
            self.problem(tr("“{key}” must be a text in quotes", key=key), key)
            return str(value)
        return value

    def texts(self, data: dict, key: str, required: bool = False) -> list[str]:
        value = data.get(key)
        if value is None:
            if required:
                self.problem(tr("“{key}” is missing", key=key), key)
            return []
        value = [value] if isinstance(value, str) else value
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.problem(tr("“{key}” must be a list of texts", key=key), key)
            return []
        return value

    def table(self, data: dict, key: str) -> dict:
        value = data.get(key, {})
        if not isinstance(value, dict):
            self.problem(tr("“{key}” must be a table", key=key), key)
            return {}
        return dict(value)

    def patterns(self, data: dict, key: str) -> list[str]:
        found = []
        for pattern in self.texts(data, key):
            try:
                re.compile(pattern)
            except re.error as error:
                self.problem(
                    tr("“{pattern}” is not a valid pattern: {reason}", pattern=pattern, reason=str(error)),
                    key,
                )
            else:
                found.append(pattern)
        return found

    def known(self, data: dict, where: str, names: set[str]) -> None:
        for key in data:
            if key not in names:
                self.problem(
                    tr(
                        "“{key}” is not known in {where}{hint}",
                        key=key,
                        where=where,
                        hint=self.nearest(key, names),
                    ),
                    key,
                )

    @staticmethod
    def nearest(word: str, choices) -> str:
        close = difflib.get_close_matches(str(word), [str(c) for c in choices], n=1, cutoff=0.6)
        return tr(" (did you mean “{word}”?)", word=close[0]) if close else ""

    def _line(self, near: str | None) -> int | None:
        if near is None:
            return None
        start, end = self._span
        word = re.escape(near)
        # First where it is defined, then where it is named.
        for pattern in (rf"^\s*[\"']?{word}[\"']?\s*=", rf"(^|[\s\"'\[.{{]){word}([\s\"'\]=.]|$)"):
            for number in range(start, end):
                if re.search(pattern, self.lines[number]):
                    return number + 1
        return start + 1 if start else None
