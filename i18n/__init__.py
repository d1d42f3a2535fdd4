"""Translation of every text that a user sees.

English source texts stand in the code inside ``tr("...")``; their Japanese stands in ``gunmane_ja.ts``, one
context for the whole plugin. ``tr`` reads that file itself, so modules that never import QGIS are translated
too; the compiled ``gunmane_ja.qm`` serves Qt Designer forms.

``scripts/i18n.py`` collects the texts, and fails where one has no Japanese.
"""

from __future__ import annotations

import contextlib
import functools
import os
import xml.etree.ElementTree as ElementTree  # nosec B405: reads only the file shipped beside this module
from collections.abc import Iterator
from pathlib import Path

CONTEXT = "Gunmane"
LANGUAGES = ("ja", "en")
_forced: str | None = None


def tr(source: str, **values) -> str:
    """The text in the current language, with ``{name}`` placeholders filled.

    Call it with a literal, so that the text is collected. A missing translation shows the English source: a
    text is never lost.
    """
    return translate(source, **values)


def mark(source: str) -> str:
    """The source itself, collected for translation: for tables of texts made before the language is known."""
    return source


def translate(source: str, **values) -> str:
    """``tr`` for a text that was ``mark``-ed elsewhere and is held in a variable."""
    text = _catalogue(language()).get(source, source)
    return text.format(**values) if values else text


def language() -> str:
    """``"ja"`` or ``"en"``: what was forced, else QGIS's interface language, else the environment's."""
    if _forced:
        return _forced
    return "ja" if _locale().lower().startswith("ja") else "en"


def set_language(code: str | None) -> None:
    """Force a language (reports have one of their own), or None to follow QGIS again."""
    global _forced
    if code is not None and code not in LANGUAGES:
        raise ValueError(f"language must be one of {LANGUAGES}, not {code!r}")
    _forced = code
    _locale.cache_clear()


@contextlib.contextmanager
def speaking(code: str) -> Iterator[None]:
    """Texts in one language for a while: what goes into a file follows the caller's wish, not the interface."""
    before = _forced
    set_language(code)
    try:
        yield
    finally:
        set_language(before)


@functools.lru_cache(maxsize=1)
def _locale() -> str:
    try:
        from qgis.core import QgsApplication

        if QgsApplication.instance() is not None:
            return QgsApplication.locale()
    except ImportError:
        pass
    return os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or "en"


@functools.lru_cache(maxsize=4)
def _catalogue(code: str) -> dict[str, str]:
    path = Path(__file__).with_name(f"gunmane_{code}.ts")
    if not path.exists():
        return {}
    root = ElementTree.parse(path).getroot()  # nosec B314
    return {
        message.findtext("source", ""): message.findtext("translation", "")
        for message in root.iter("message")
        if message.findtext("translation")
    }
