"""What a row lacks and the rest of the row tells: keys, references, levels of place, lengths; and what is missing.

Only what follows with certainty is filled in; a required field that stays empty is flagged E-MISSING.
"""

from __future__ import annotations

import json

import numpy as np
import shapely

from ..account import Example
from .references import NATURAL

# Natural keys that a city numbers for itself: with the city's code before them they are unique in the store.
OWN_NUMBERS = {"fac_id", "dmg_id", "work_id", "pat_id", "con_id", "photo_id", "ref_id"}
PLACED, UNKNOWN_PLACE = "1", "9"  # code list GL


def complete(unifier, state, keys, geometry) -> None:
    """Fill in what follows, in place."""
    _ids(unifier, state, keys)
    _references(unifier, state)
    _from_address(unifier, state)
    _ranges(unifier, state)
    _place_level(unifier, state, geometry)
    _lengths(unifier, state, geometry)
    _required(unifier, state, geometry)


def own_numbers(unifier, state) -> None:
    """A row accepted under a number that is taken: its number in the store gets an ending of its own."""
    types = {f.name: f.type for f in unifier.table.fields}
    for n, entry in state.decided.items():
        if not entry.accepts("E-DUPKEY"):
            continue
        for name in unifier.table.key:
            column = state.values.get(name)
            if types.get(name) == "text" and name != "city_code" and column and column[n] is not None:
                ending = f"#{entry.treatment.tail()}"
                if not column[n].endswith(ending):  # it may have been made of the row's key
                    column[n] += ending


def derived(unifier) -> set[str]:
    """Fields that follow for a row of this ledger without a column of their own."""
    fed = set(unifier._feeds)
    names = {name for name in unifier.table.key if name in OWN_NUMBERS}
    if {"rc", "route_no"} <= fed:
        names.add("route_key")
    if {"route_key", "seq"} <= fed or "section_id" in fed:
        names.add("section_id")
    if unifier.source.geometry.kind != "none":
        names |= {"gl", "length_m"}
        if "from_m" in fed:
            names.add("to_m")
    if "address" in fed:
        names.add("gl")
    return names


def _ids(unifier, state, keys) -> None:
    names = {f.name for f in unifier.table.fields}
    values, city = state.values, unifier.profile.city_code
    count = state.count
    if {"route_key", "rc", "route_no"} <= names and "route_key" not in values:
        branch = values.get("branch", [None] * count)
        values["route_key"] = [
            None if rc is None or no is None else f"{city}-{rc}-{int(no):04d}" + (f"-{b}" if b else "")
            for rc, no, b in zip(
                values.get("rc", [None] * count), values.get("route_no", [None] * count), branch
            )
        ]
    if unifier.table.name == "section" and "route_key" in values:
        sequence = values.get("seq", [None] * count)
        given = values.get("section_id", [None] * count)
        values["section_id"] = [
            _own(city, given_id) if route is None or seq is None else f"{route}:{int(seq):03d}"
            for given_id, route, seq in zip(given, values["route_key"], sequence)
        ]
    for name in unifier.table.key:
        if name in OWN_NUMBERS and name in names:
            given = values.get(name) or keys
            values[name] = [_own(city, g if g is not None else k) for g, k in zip(given, keys)]


def _own(city: str, number) -> str | None:
    if number is None:
        return None
    return number if str(number).startswith(f"{city}-") else f"{city}-{number}"


def _references(unifier, state) -> None:
    references = unifier.references
    for name, feed in unifier._feeds.items():
        if feed.kind != "ref":
            continue
        table, _, column = feed.field.ref.partition(".")
        known: dict = {}
        if not column:
            state.values[name] = [
                known.setdefault(v, references.uuid(table, v)) if v is not None else None
                for v in state.values[name]
            ]
        elif table in NATURAL:
            city = unifier.profile.city_code if column in OWN_NUMBERS else None
            state.values[name] = [references.natural(table, v, city) for v in state.values[name]]


def _from_address(unifier, state) -> None:
    """An address says more than the address: how exact it is, a landmark, a route, another manager."""
    names = {f.name for f in unifier.table.fields}
    extras = state.extras.get("address")
    if extras:
        for target, source in (("gl", "gl"), ("landmark", "landmark"), ("ad", "ad")):
            if target not in names or target in unifier._feeds:
                continue
            column = state.values.setdefault(target, [None] * state.count)
            for n, extra in extras.items():
                if column[n] is None and extra.get(source) is not None:
                    column[n] = extra[source]


def _ranges(unifier, state) -> None:
    """A measure given as a range keeps both ends beside the one that judging uses."""
    names = {f.name for f in unifier.table.fields}
    found: dict[int, dict] = {}
    for name, extras in state.extras.items():
        if unifier._feeds[name].kind not in ("number", "int"):
            continue
        for n, extra in extras.items():
            bounds = {
                k: extra[k] for k in ("min", "max", "approx", "open") if extra.get(k) not in (None, False)
            }
            if "min" in bounds and bounds.get("min") == bounds.get("max") and len(bounds) == 2:
                continue
            if bounds:
                found.setdefault(n, {})[name] = {
                    k: (None if v in (float("inf"), float("-inf")) else v) for k, v in bounds.items()
                }
    if found:
        unifier.account.note("C-RANGE", len(found))
    if found and "measures" in names:
        column = state.values.setdefault("measures", [None] * state.count)
        for n, bounds in found.items():
            column[n] = json.dumps(bounds, ensure_ascii=False)


def _place_level(unifier, state, geometry) -> None:
    names = {f.name for f in unifier.table.fields}
    if "gl" not in names or geometry is None and unifier.table.geometry is None:
        return
    given = "gl" in unifier._feeds
    column = state.values.setdefault("gl", [None] * state.count)
    placed = np.zeros(state.count, dtype=bool) if geometry is None else ~shapely.is_missing(geometry)
    for n in range(state.count):
        if placed[n] and not (given and column[n]):
            column[n] = PLACED
        elif column[n] is None:
            column[n] = UNKNOWN_PLACE


def _lengths(unifier, state, geometry) -> None:
    if geometry is None or "length_m" not in {f.name for f in unifier.table.fields}:
        return
    if unifier.table.geometry not in ("LineString", "MultiLineString"):
        return
    lengths = shapely.length(geometry)
    column = state.values.setdefault("length_m", [None] * state.count)
    for n in np.flatnonzero(~np.isnan(lengths)):
        if column[n] is None:
            column[n] = round(float(lengths[n]), 2)
    if unifier.table.name == "section":
        start = state.values.setdefault("from_m", [None] * state.count)
        end = state.values.setdefault("to_m", [None] * state.count)
        for n in range(state.count):
            if start[n] is not None and end[n] is None and column[n] is not None:
                end[n] = round(start[n] + column[n], 2)


def _required(unifier, state, geometry) -> None:
    """E-MISSING where the ledger has the item but this row does not; items a city never keeps are reported once,
    with the file, and not on each of its rows."""
    flagged = {}
    for n, found in state.flags.items():
        for _, name in found:
            flagged.setdefault(name, set()).add(n)
    for own in unifier.table.fields:
        if not own.required or own.origin != "source" or own.name == "city_code":
            continue
        column = state.values.get(own.name)
        if column is None or own.name not in unifier._feeds:
            continue
        known = flagged.get(own.name, ())
        empty = [n for n, value in enumerate(column) if value is None and n not in known]
        if empty:
            state.flag(empty, "E-MISSING", own.name)
            state.repaired[empty] = True
            labels = " + ".join(unifier._feeds[own.name].labels)
            example = Example(unifier.src_file, int(state.rows[empty[0]]), labels, None, None)
            unifier.account.note("E-MISSING", len(empty), example)
