"""What people call a road, and a through route of several roads, in the order in which one drives through them."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd

from ...i18n import language, tr
from ...schema import model
from .continuing import Pairs
from .pieces import Pieces

_SHOWN = 6  # roads named of a longer through route
_HERE = "\0"


def city_names(codes: list, cities: pd.DataFrame | None) -> dict[str, str]:
    """Code -> name, the code itself where nobody says."""
    names = {code: code for code in codes}
    if cities is not None and len(cities):
        column = next((c for c in ("name", "name_ja", "city_name") if c in cities), None)
        if column is not None:
            told = zip(cities["city_code"].astype(str), cities[column])
            names.update({code: str(name) for code, name in told if isinstance(name, str) and name.strip()})
    return names


def road_labels(pieces: Pieces) -> list[str]:
    """What each of ``pieces.keys`` is called: its own name, else its number in words, else that it has none."""
    around: dict[str, tuple[str, str]] = {}  # class -> what stands before and after the number
    nameless = tr("unnamed road")
    found = []
    for (_, key, name), parts in zip(pieces.keys, pieces.parts):
        if name is not None:
            found.append(name)
        elif parts is None:
            found.append(key or nameless)
        else:
            rc, number = parts
            if rc not in around:
                around[rc] = _words(rc, _HERE).split(_HERE)
            before, after = around[rc]
            found.append(before + number + after)
    return found


def _words(rc: str, number: str) -> str:
    """A number in words by the class of its road."""
    if rc[0] == "N":
        return tr("National road {number}", number=number)
    if rc[0] == "P":
        return tr("Prefectural road {number}", number=number)
    if rc == "C1":
        return tr("Class 1 no. {number}", number=number)
    if rc == "C2":
        return tr("Class 2 no. {number}", number=number)
    if rc == "C3":
        return tr("Other no. {number}", number=number)
    entry = model().code_lists["RC"].codes.get(rc)
    return f"{rc if entry is None else entry.label(language())} {number}"


def routes_and_names(
    pieces: Pieces,
    pairs: Pairs,
    rows: np.ndarray,
    route: np.ndarray,
    n: int,
    found: pd.DataFrame,
    names: dict,
    called: list[str],
) -> tuple[list, list, list]:
    """(JSON list of route keys, names, name) a route; ``rows``: its pieces, sorted by route; ``called``: road_labels.

    A road is a number (or a name) of one city. Several are named in the order in which they continue each other.
    """
    starts = np.searchsorted(route[rows], np.arange(n + 1))
    key = pieces.key[rows]
    roads = list(zip([names.get(city, city) for city, _, _ in pieces.keys], called))
    begin = key[starts[:-1]].tolist() if n else []
    texts = [f"{city} {road}" if city else road for city, road in (roads[k] for k in begin)]
    words = [[text] for text in texts]
    keys = _json_each([pieces.keys[k][1] for k in begin])
    joins = _joins(pieces, pairs, route, found)
    unnamed = tr("unnamed road")
    changes = np.zeros(n, bool)
    changes[route[rows[1:]][(key[1:] != key[:-1]) & (route[rows[1:]] == route[rows[:-1]])]] = True
    for r in np.flatnonzero(changes).tolist():
        codes = key[starts[r] : starts[r + 1]]
        here = list(dict.fromkeys(codes.tolist()))  # in the order of their first pieces
        metres = dict.fromkeys(here, 0.0)
        for k, m in zip(codes.tolist(), pieces.length[rows[starts[r] : starts[r + 1]]].tolist()):
            metres[k] += m
        ordered = _driven(here, joins.get(r, ()), metres)
        listed = dict.fromkeys(pieces.keys[k][1] for k in ordered)
        keys[r] = _json([k for k in listed if k])
        words[r] = _merged([roads[k] for k in ordered], unnamed)
        texts[r] = _joined(words[r])
    return keys, words, texts


def _json_each(keys: list[str | None]) -> list[str]:
    """A JSON list of one or no key each; keys without anything to escape, which is nearly all, need no encoder."""
    if _plain("".join(key for key in set(keys) if key)):
        return [f'["{key}"]' if key else "[]" for key in keys]
    return [_json([key] if key else []) for key in keys]


def _json(keys: list[str]) -> str:
    """A JSON list; keys without anything to escape, which is nearly all, need no encoder."""
    if not _plain("".join(keys)):
        return json.dumps(keys, ensure_ascii=False)
    return '["' + '", "'.join(keys) + '"]' if keys else "[]"


def _plain(text: str) -> bool:
    return '"' not in text and "\\" not in text and text.isprintable()


def _joins(pieces: Pieces, pairs: Pairs, route: np.ndarray, found: pd.DataFrame) -> dict[int, list]:
    """Of each route the roads that continue each other, or cross a border into each other."""
    a, b = pieces.key[pairs.a >> 1], pieces.key[pairs.b >> 1]
    other = np.flatnonzero(a != b)
    told = [(route[pairs.a[other] >> 1], a[other], b[other])]
    if len(found):
        one, two = (pieces.key[found[side].to_numpy(np.int64)] for side in ("_a", "_b"))
        told.append((found["_route"].to_numpy(np.int64), one, two))
    joins: dict[int, list[tuple[int, int]]] = {}
    for columns in told:
        for r, one, two in zip(*(column.tolist() for column in columns)):
            joins.setdefault(r, []).append((one, two))
    return joins


def _driven(here: list[int], joins, metres: dict) -> list[int]:
    """Roads in the order of their crossings, from an outer one; what no crossing reaches comes after, longest first."""
    if not joins:
        return [k for _, _, k in sorted((-round(metres[k], 3), n, k) for n, k in enumerate(here))]
    if len(here) == 2 and any(a != b for a, b in joins):
        return here
    beside: dict[int, set[int]] = {k: set() for k in here}
    for a, b in joins:
        if a != b:
            beside[a].add(b)
            beside[b].add(a)
    rank = {k: n for n, k in enumerate(here)}
    outer = sorted(here, key=lambda k: (not beside[k], len(beside[k]) != 1, rank[k]))
    ordered: dict[int, None] = {}
    for start in outer:
        if not beside[start]:
            continue
        stack = [start]
        while stack:
            k = stack.pop()
            if k not in ordered:
                ordered[k] = None
                stack += sorted((n for n in beside[k] if n not in ordered), key=lambda k: -rank[k])
    rest = sorted((k for k in here if k not in ordered), key=lambda k: (-round(metres[k], 3), rank[k]))
    return [*ordered, *rest]


def _merged(roads: list[tuple[str, str]], unnamed: str) -> list[str]:
    """Each road with its city; one road of several cities once, with all of them."""
    merged: dict[str, list[str]] = {}
    for city, road in roads:
        merged.setdefault(road, [])
        if city and city not in merged[road]:
            merged[road].append(city)
    if len(merged) > 1 and unnamed in merged:
        covered = {city for road, cities in merged.items() if road != unnamed for city in cities}
        if set(merged[unnamed]) <= covered:
            merged.pop(unnamed)
    return [f"{'・'.join(cities)} {road}" if cities else road for road, cities in merged.items()]


def _joined(texts: list[str]) -> str:
    """``A市 1-12 ー B市 1級3号``."""
    if len(texts) > _SHOWN:
        texts = [*texts[: _SHOWN - 1], tr("{n} more", n=len(texts) - _SHOWN + 1)]
    return " ー ".join(texts)
