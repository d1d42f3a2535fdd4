"""Stages of an analysis on the progress bar, and the cancel button inside it."""

from __future__ import annotations

import contextlib

from ... import i18n
from ...i18n import tr
from .files import overwriting
from .keeping import Keeping


class Cancelled(Exception):  # noqa: N818 it is no error
    """The user cancelled; nothing has been written yet."""


class Steps:
    """What the engines call as ``progress(stage, share)``: names each stage once, hears of cancelling."""

    def __init__(self, feedback, low: float = 0.0, high: float = 100.0, names: dict[str, str] | None = None):
        self._feedback, self._low, self._high = feedback, low, high
        self._names, self._said = names or {}, None

    def __call__(self, stage: str, share: float = 0.0) -> None:
        if self._feedback.isCanceled():
            raise Cancelled
        if stage and stage != self._said:
            self._said = stage
            self._feedback.setProgressText(self._names.get(stage, stage))
        self._feedback.setProgress(self._low + (self._high - self._low) * min(max(share, 0.0), 1.0))


class Cancellable:
    """A mix-in: what the cancel button leaves behind is nothing. The class gives ``_run`` and, once it writes,
    ``_sinks``."""

    _sinks = None

    def checkParameterValues(self, parameters, context):
        clash = overwriting(self, parameters, context)
        return (False, clash) if clash else super().checkParameterValues(parameters, context)

    def work(self, parameters, context, feedback):
        keeping = Keeping(self, parameters, context)
        with contextlib.suppress(Cancelled), i18n.speaking(self.chosen_language(parameters, context)):
            return self._run(keeping, parameters, context, feedback)
        # Here the sinks are closed: Windows deletes no open file.
        if self._sinks is not None:
            self._sinks.discard()
            self._sinks = None
        feedback.pushWarning(tr("Cancelled; nothing was written."))
        return {}

    def postProcessAlgorithm(self, context, feedback):
        if self._sinks is not None:
            self._sinks.dress(context)
        return super().postProcessAlgorithm(context, feedback)


def first_of(items, most: int = 5) -> str:
    """The first few of many, for one line of the log."""
    items = [str(item) for item in items]
    more = len(items) - most
    return tr(", ").join(items[:most]) + (tr(" and {n} more", n=f"{more:,}") if more > 0 else "")
