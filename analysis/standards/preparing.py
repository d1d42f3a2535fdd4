"""What of the damages does not depend on a standard: road, clocks' starts, measures and doubts about them.

Made once and judged as often as one likes: the editor's what-if, comparisons and sweeps all start from it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ...schema import model
from . import catalogue, columns, pavement

C1, C2, C3 = 0, 1, 2
CITY_CLASSES = {"C1": C1, "C2": C2, "C3": C3}
UNKNOWN_CLASS = "X9"
OURS = "A1"
# Why a row of a standard could not be held against a record.
OK, MISSING, NO_UNIT, NEGATIVE, UNREADABLE, WRONG_UNIT, OPEN, IMMEDIATE = range(8)
WHYS = ("", "missing", "no_unit", "negative", "unreadable", "wrong_unit", "open", "immediate")


@dataclass
class Prepared:
    """Damages ready for judging; every array has one entry a row, in the rows' order."""

    frame: pd.DataFrame
    city: np.ndarray  # codes of 6 digits or None
    route: np.ndarray  # route keys or None
    ft: np.ndarray
    dt: np.ndarray
    rc: np.ndarray  # road class; UNKNOWN_CLASS where nobody says
    column: np.ndarray  # 0, 1, 2: the response column and, for 0, the class-1 threshold
    transfer: np.ndarray  # another administrator's
    start: np.ndarray  # of the make-safe clock, datetime64[s]
    judged: np.datetime64
    sections: pd.DataFrame | None
    flags: list = field(default_factory=list)  # (code, field, rows)
    _values: dict = field(default_factory=dict)
    _json: tuple | None = None
    _flagged: dict | None = None
    _section_rows: np.ndarray | None = None

    def __len__(self) -> int:
        return len(self.frame)

    def values(self, measure: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """(number, reason code, open side) of a measure: the damage's column, else its ``measures``.

        Number: NaN where it cannot be used. Open side: 0 exact, 1 "or more", -1 "or less", 2 open, side unknown.
        """
        if measure not in self._values:
            self._values[measure] = self._read(measure)
        return self._values[measure]

    def section_values(self, name: str) -> np.ndarray | None:
        """A field of each damage's section; the index of section 4.4 where the section has none of its own."""
        if self.sections is None or (name not in self.sections and name != "mci"):
            return None
        key = f"section {name}"
        if key not in self._values:
            own, _ = columns.numbers(self.sections, name)
            if name == "mci" and {"crack_pct", "rut_mm"} <= set(self.sections):
                parts = [columns.numbers(self.sections, n)[0] for n in ("crack_pct", "rut_mm", "sigma_mm")]
                index = pavement.mci(*parts)
                part = np.append(index.partial & np.isnan(own), False)
                self._values["partial mci"] = part[self._at_section()]
                own = np.where(np.isnan(own), index.value, own)
            own = np.append(np.where(np.isfinite(own) & (own >= 0), own, np.nan), np.nan)
            self._values[key] = own[self._at_section()]
        return self._values[key]

    def partial(self, name: str) -> np.ndarray:
        """Whether ``section_values`` made an index without roughness (W-MCI3)."""
        return self._values.get(f"partial {name}", np.zeros(len(self), bool))

    def bounds(self, measure: str, side: str) -> np.ndarray:
        """``min`` or ``max`` of a measure that was written as a range; NaN elsewhere."""
        codes, found = self._measures()
        table = np.full(len(found) + 1, np.nan)
        for n, entry in enumerate(found):
            bound = entry.get(measure) if isinstance(entry, dict) else None
            if isinstance(bound, dict) and bound.get(side) is not None:
                table[n] = bound[side]
        return table[codes]

    def fact(self, name: str) -> np.ndarray:
        """1 true, 0 false, -1 not recorded; ``measures.x`` reads the JSON field."""
        if not name.startswith("measures."):
            return columns.truths(self.frame, name)
        codes, found = self._measures()
        table = np.full(len(found) + 1, -1, np.int8)
        for n, entry in enumerate(found):
            value = entry.get(name.partition(".")[2]) if isinstance(entry, dict) else None
            table[n] = -1 if value is None else int(bool(value))
        return table[codes]

    def flagged(self, code: str, measure: str) -> np.ndarray:
        """Whether a row carries a quality flag on a field."""
        if self._flagged is None:
            codes, found = columns.decoded(self.frame, "flags")
            self._flagged = {"codes": codes}
            for n, entries in enumerate(found):
                for entry in entries if isinstance(entries, list) else ():
                    if isinstance(entry, dict):
                        self._flagged.setdefault((entry.get("code"), entry.get("field")), set()).add(n)
        hits = self._flagged.get((code, measure))
        if not hits:
            return np.zeros(len(self), bool)
        return np.isin(self._flagged["codes"], list(hits))

    def _read(self, measure: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        values, bad = columns.numbers(self.frame, measure)
        codes, found = self._measures()
        if found:
            table, sides = np.full(len(found) + 1, np.nan), np.zeros(len(found) + 1, np.int8)
            for n, entry in enumerate(found):
                own = entry.get(measure) if isinstance(entry, dict) else None
                if isinstance(own, dict):
                    sides[n] = {"ge": 1, "gt": 1, "le": -1, "lt": -1}.get(own.get("open"), 0)
                elif isinstance(own, (int, float)) and not isinstance(own, bool):
                    table[n] = own
            values = np.where(np.isnan(values) & ~bad, table[codes], values)
            side = sides[codes]
        else:
            side = np.zeros(len(self), np.int8)
        side = np.where((side == 0) & self.flagged("W-OPEN", measure), np.int8(2), side)
        why = np.zeros(len(self), np.int8)
        why[np.isnan(values)] = MISSING
        why[bad | np.isinf(values)] = UNREADABLE
        why[values < 0] = NEGATIVE
        why[(why == OK) & self.flagged("W-NOUNIT", measure)] = NO_UNIT
        return np.where((why == OK) | (why == NO_UNIT), values, np.nan), why, side

    def _measures(self) -> tuple[np.ndarray, list]:
        if self._json is None:
            self._json = columns.decoded(self.frame, "measures")
        return self._json

    def _at_section(self) -> np.ndarray:
        if self._section_rows is None:
            index = pd.Index(columns.column(self.sections, "section_id"))
            keep = ~index.duplicated()
            at = index[keep].get_indexer(columns.column(self.frame, "section_id"))
            at = np.where(columns.column(self.frame, "section_id") == None, -1, at)  # noqa: E711 elementwise
            self._section_rows = np.where(
                at >= 0, np.append(np.flatnonzero(keep), -1)[at], len(self.sections)
            )
        return self._section_rows


def prepare(
    damages: pd.DataFrame,
    sections: pd.DataFrame | None = None,
    routes: pd.DataFrame | None = None,
    as_of=None,
) -> Prepared:
    """Read what judging needs of T07 (with T03 and T02 where there are any); no column is obligatory.

    ``damages``: T07; also read where they are there: ``received_at`` (of the request that reported it), ``rc``,
    ``ad``, ``em`` of its road. ``as_of``: the moment of judging (default: now), Japanese time.
    """
    frame = damages.reset_index(drop=True)
    judged = now(as_of)
    route = columns.texts(frame, "route_key")
    section_id = columns.texts(frame, "section_id")
    prefix = _mapped(section_id, lambda text: text.partition(":")[0])
    route = np.where(route == None, prefix, route)  # noqa: E711 elementwise
    found = Prepared(
        frame=frame,
        city=columns.texts(frame, "city_code"),
        route=route,
        ft=columns.texts(frame, "ft"),
        dt=columns.texts(frame, "dt"),
        rc=np.empty(0),
        column=np.empty(0),
        transfer=np.empty(0),
        start=np.empty(0),
        judged=judged,
        sections=None if sections is None or not len(sections) else sections.reset_index(drop=True),
    )
    _road(found, routes)
    _starts(found)
    return found


def now(as_of=None) -> np.datetime64:
    """A moment as Japanese wall time; None is this moment."""
    if as_of is None:
        return pd.Timestamp.now("Asia/Tokyo").tz_localize(None).to_datetime64().astype(columns.SECOND)
    stamp = columns.moments(pd.DataFrame({"t": pd.Series([as_of], dtype=object)}), "t")[0]
    if np.isnat(stamp):
        raise ValueError(f"as_of: {as_of!r} is no moment")
    return stamp


def _road(found: Prepared, routes: pd.DataFrame | None) -> None:
    """Class column, class-1 rule of emergency roads, and whose road it is (unified model, 4 and 4.1)."""
    rc = columns.texts(found.frame, "rc")
    ad = columns.texts(found.frame, "ad")
    em = columns.texts(found.frame, "em")
    if found.sections is not None and "em" in found.sections:
        em = _first(em, np.append(columns.texts(found.sections, "em"), None)[found._at_section()])
    if routes is not None and len(routes):
        index = pd.Index(columns.texts(routes, "route_key"))
        keep = np.flatnonzero(~index.duplicated())
        at = index[keep].get_indexer(found.route)
        at = np.where((at >= 0) & (found.route != None), np.append(keep, -1)[at], len(routes))  # noqa: E711
        rc, ad, em = (
            _first(own, np.append(columns.texts(routes, name), None)[at])
            for own, name in ((rc, "rc"), (ad, "ad"), (em, "em"))
        )
    rc = _first(rc, _mapped(found.route, lambda key: (key.split("-") + [""])[1] or None))
    known = model().code_lists["RC"].codes
    rc = _mapped(rc, lambda code: code if code in known else UNKNOWN_CLASS)
    rc = np.where(rc == None, UNKNOWN_CLASS, rc)  # noqa: E711 elementwise
    found.rc = rc
    codes, classes = columns.distinct(rc)
    class_of = np.array([CITY_CLASSES.get(c, C1 if c == UNKNOWN_CLASS else C3) for c in classes], np.int8)
    others = np.array([c not in CITY_CLASSES and c != UNKNOWN_CLASS for c in classes], bool)
    unknown = np.array([c == UNKNOWN_CLASS for c in classes], bool)
    none = np.zeros(len(rc), bool)
    found.column = class_of[codes] if len(classes) else np.zeros(len(rc), np.int8)
    emergency = np.isin(em.astype(str), ["1", "2", "3", "C"])
    found.column = np.where(emergency, np.int8(C1), found.column)
    found.transfer = others[codes] & (ad != OURS) if len(classes) else none
    rows = np.flatnonzero(unknown[codes]) if len(classes) else np.zeros(0, int)
    if len(rows):
        found.flags.append(("W-STDCLASS", "route_key", rows))


def _starts(found: Prepared) -> None:
    """Receipt for requests, finding for the rest; a record without a time starts at judging, and is flagged."""
    received, seen = columns.moments(found.frame, "received_at"), columns.moments(found.frame, "found_at")
    start = np.where(np.isnat(received), seen, received)
    source = "received_at" if "received_at" in found.frame else "found_at"
    none, future = np.isnat(start), start > found.judged
    for code, rows in (("W-STDNOSTART", np.flatnonzero(none)), ("W-STDFUTURE", np.flatnonzero(future))):
        if len(rows):
            found.flags.append((code, source, rows))
    found.start = np.where(none, found.judged, start)


def _first(own: np.ndarray, other: np.ndarray) -> np.ndarray:
    return np.where(own == None, other, own)  # noqa: E711 elementwise


def _mapped(values: np.ndarray, function) -> np.ndarray:
    """A function on the distinct values; None stays None."""
    codes, found = columns.distinct(values)
    table = np.empty(len(found) + 1, object)
    for n, value in enumerate(found):
        table[n] = function(value)
    table[-1] = None
    return table[codes]


def bounds_of(measure: str, dt: str) -> tuple[float, float]:
    known = catalogue.measures().get(measure)
    return known.bounds(dt) if known else (-np.inf, np.inf)
