"""Quality of the store itself: ``check(frames, options)`` finds what is wrong in the unified data, and where.

Pure functions on DataFrames (see ``needed`` for their columns); no QGIS, no files. Every check hands over the
same columns (``findings.COLUMNS``); ``findings.in_words`` makes them readable.
"""

from __future__ import annotations

import functools
from collections.abc import Callable

import pandas as pd

from ...schema import model
from . import borders, dates, duplicates, findings, geometry, managers, places, references, topology
from .catalogue import settings
from .options import Options

__all__ = ["Options", "check", "needed"]

# Columns that the checks read besides keys, references and dates.
_MORE = {
    "city": ("name_ja",),
    "route": ("ad",),
    "section": ("length_m",),
    "facility": (
        "ft",
        "status",
        "pole_no",
        "owner",
        "install_year",
        "count",
        "qty_unit",
        "hl",
        "dg",
        "dup_of",
    ),
    "request": ("ft", "dt", "ad", "st", "dup_of"),
    "damage": ("ft", "dt", "dup_of"),
}

_MEETINGS = ("line_undershoot", "line_overshoot", "line_no_node", "line_crossing")


def needed() -> dict[str, list[str]]:
    """Table -> columns that ``check`` reads (with ``geom`` and ``geom_broken`` where the table has a geometry)."""
    wanted = {}
    for table in model().tables.values():
        if table.store != "main":
            continue
        names = ["uuid", "city_code", "src_file", "src_row", *table.key]
        names += [f.name for f in table.columns if f.ref]
        if table.name not in settings()["not_checked"]:
            names += [n for n in dates.date_fields(table.name) if n not in dates.SYSTEM]
        wanted[table.name] = list(dict.fromkeys([*names, *_MORE.get(table.name, ())]))
    return wanted


def check(frames: dict, options: Options, step: Callable[[float], bool] | None = None) -> pd.DataFrame:
    """All findings of a store, with places. ``frames``: table -> DataFrame as ``needed`` says.

    ``step(share done)`` is called between checks; a false answer ends the run (returns what was found so far).
    """
    work = [*_checks(frames, options)]
    parts = []
    for n, job in enumerate(work):
        if step is not None and step(n / len(work)) is False:
            break
        parts.append(job())
    found = _without_twins(findings.joined(parts))
    return places.locate(found, frames)


def add_names(frames: dict) -> None:
    """Give every frame ``name``: what people call a row, its natural key (in place)."""
    for name, frame in frames.items():
        key = [k for k in model().tables[name].key if k in frame and k not in ("city_code", "plan_id")]
        if name == "city" or not key:
            key = ["city_code"] if name == "city" else ["uuid"]
        frame["name"] = frame[key[0]]


def _checks(frames: dict, options: Options):
    """The checks as functions without arguments."""
    here = {n: f for n, f in frames.items() if len(f) and n not in settings()["not_checked"]}
    yield lambda: references.dangling(frames)
    for name, frame in here.items():
        if "geom" in frame:
            yield lambda name=name, frame=frame: geometry.faults(name, frame)
        yield lambda name=name, frame=frame: dates.future(name, frame, options.as_of)
        yield lambda name=name, frame=frame: dates.order(name, frame)
        if name in settings()["placed"]:
            yield lambda name=name, frame=frame: managers.without_place(name, frame)
            yield lambda name=name, frame=frame: managers.elsewhere(
                name, frame, frames["city"], options.border
            )
    yield lambda: managers.foreign_roads(frames)
    if "request" in here:
        closed = here["request"]["closed_at"]
        yield lambda: duplicates.events("request", here["request"], "received_at", options, closed)
    if "damage" in here:
        yield lambda: duplicates.events(
            "damage", here["damage"], "found_at", options, duplicates.repaired(here["damage"], frames["work"])
        )
    if "facility" in here:
        yield lambda: duplicates.facilities(here["facility"], options)
    if "section" in here:
        twice = functools.cache(lambda: duplicates.sections(here["section"], options))
        yield twice
        yield lambda: topology.roads(here["section"], frames["facility"], frames["city"], options)
        yield lambda: borders.gaps(here["section"], options, twice())


def _without_twins(found: pd.DataFrame) -> pd.DataFrame:
    """Two lines on each other meet in many ways: told once, as one road drawn twice or else as an overlap."""
    for kind, others in (
        ("duplicate_section", ("line_overlap", *_MEETINGS)),
        ("line_overlap", _MEETINGS),
    ):
        twice = found["kind"] == kind
        told = set(zip(found["uuid"][twice], found["other_uuid"][twice]))
        told |= {(b, a) for a, b in told}
        pairs = zip(found["uuid"], found["other_uuid"])
        again = [one in others and pair in told for one, pair in zip(found["kind"], pairs)]
        found = found[~pd.Series(again, index=found.index, dtype=bool)].reset_index(drop=True)
    return found
