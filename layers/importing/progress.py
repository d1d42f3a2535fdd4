"""How the engine speaks with whoever started it, without knowing QGIS."""

from __future__ import annotations

from collections.abc import Callable


class Cancelled(Exception):  # noqa: N818 - not an error
    """The user pressed Cancel; nothing of the city in work was kept."""


class Progress:
    """What the engine tells while it works; the Processing algorithms pass theirs in."""

    def __init__(
        self,
        report: Callable[[float], None] | None = None,
        say: Callable[[str], None] | None = None,
        warn: Callable[[str], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ):
        self.report = report or (lambda _share: None)
        self.say = say or (lambda _text: None)
        self.warn = warn or (lambda _text: None)
        self._cancelled = cancelled or (lambda: False)

    def check(self) -> None:
        if self._cancelled():
            raise Cancelled
