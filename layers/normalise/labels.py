"""Column names cut to the ten bytes of a DBF. Source: unified model, section 3.8."""

from __future__ import annotations

import re

_LENGTH = 10
_SUFFIX = re.compile(r"^(.+?)_\d{1,2}$", re.DOTALL)


def match_labels(
    cut_names: list[str], labels: list[str], encodings: tuple[str, ...] = ("utf-8", "cp932")
) -> dict[str, tuple[str | None, str | None]]:
    """Which label each cut name stands for: cut name -> (label or None, code or None).

    A cut name is the first ten bytes of a label in one of the encodings, a character that the cut split
    dropped (or shown as a replacement character). Several labels with one prefix, or a second name that GDAL
    told apart by a suffix, must be asked about: (None, "W-DBFDUP").
    """
    prefixes: dict[str, set[str]] = {}
    for label in labels:
        for encoding in encodings:
            cut = cut_label(label, encoding)
            if cut:
                prefixes.setdefault(cut, set()).add(label)
    whole = set(labels)
    stems = {name: _stem(name, prefixes, whole) for name in cut_names}
    count: dict[str, int] = {}
    for stem in stems.values():
        count[stem] = count.get(stem, 0) + 1
    return {name: _match(stem, count[stem], prefixes, whole) for name, stem in stems.items()}


def cut_label(label: str, encoding: str) -> str | None:
    """What is left of a label in a DBF: ten bytes, without the part of a character at the end."""
    try:
        data = label.encode(encoding)
    except UnicodeEncodeError:
        return None
    return data[:_LENGTH].decode(encoding, "ignore")


def _stem(name: str, prefixes: dict, whole: set[str]) -> str:
    """The name without what the cut or GDAL left at its end."""
    name = re.sub("[\ufffd\x00\udc80-\udcff]+$", "", name)
    if name in whole or name in prefixes:
        return name
    match = _SUFFIX.match(name)
    if match:
        stem = match.group(1)
        if stem in prefixes:
            return stem
        longer = [
            prefix for prefix in prefixes if prefix.startswith(stem)
        ]  # the suffix took the place of bytes
        if len(longer) == 1:
            return longer[0]
    return name


def _match(stem: str, count: int, prefixes: dict, whole: set[str]) -> tuple[str | None, str | None]:
    found = prefixes.get(stem, set())
    if len(found) > 1 or (found and count > 1):
        return None, "W-DBFDUP"
    if found:
        return next(iter(found)), None
    return (stem, None) if stem in whole else (None, None)
