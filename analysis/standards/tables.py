"""The standards in force as arrays over (place, standard), and the damages of each kind that they speak of."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from . import catalogue, columns
from .preparing import Prepared
from .rows import IDENTITY, RESPONSES, THRESHOLDS, Effective, StandardSet, effective

NO_CODE = 99  # no response


@dataclass
class Tables:
    """Arrays over (place, standard); a place is a city, or a route with rows of its own."""

    effectives: list[Effective]
    place: np.ndarray  # damage -> place
    keys: list[tuple]  # standard -> (std_id, ft, dt, measure, op)
    exists: np.ndarray  # [place, standard]
    unit_ok: np.ndarray
    limits: dict[
        str, np.ndarray
    ]  # threshold -> [place, standard], signed so that greater is worse; inf: none
    signs: np.ndarray  # standard -> 1 or -1
    tmp: np.ndarray  # [place, standard, column] response numbers
    perm: np.ndarray
    versions: np.ndarray  # [place, standard] texts

    @classmethod
    def of(cls, ready: Prepared, standards: StandardSet) -> Tables:
        places, place = _places(ready, standards)
        on = str(ready.judged)[:10]
        states = [effective(standards, city, route, on) for city, route in places]
        found: dict[tuple, None] = {}
        for state in states:
            for std_id, *identity in state.cells[list(IDENTITY)].itertuples(name=None):
                ft, dt, measure, _, op = identity
                if ft and dt and measure and op:
                    found.setdefault((std_id, ft, dt, measure, op))
        keys = sorted(found)
        shape = (len(states), len(keys))
        made = cls(
            effectives=states,
            place=place,
            keys=keys,
            exists=np.zeros(shape, bool),
            unit_ok=np.ones(shape, bool),
            limits={name: np.full(shape, np.inf) for name in THRESHOLDS},
            signs=np.array([-1.0 if key[4] == "<=" else 1.0 for key in keys]),
            tmp=np.full((*shape, 3), NO_CODE, np.int16),
            perm=np.full((*shape, 3), NO_CODE, np.int16),
            versions=np.full(shape, "", object),
        )
        at = {key: n for n, key in enumerate(keys)}
        for n, state in enumerate(states):
            made._fill(n, state, at)
        return made

    def _fill(self, n: int, state: Effective, at: dict) -> None:
        numbers = {code: i for i, code in enumerate(catalogue.responses())}
        known = catalogue.measures()
        for std_id, row in zip(state.cells.index, state.cells.to_dict("records")):
            s = at.get((std_id, row["ft"], row["dt"], row["measure"], row["op"]))
            if s is None:
                continue
            self.exists[n, s] = True
            measure = known.get(row["measure"])
            self.unit_ok[n, s] = measure is None or measure.takes(row["unit"])
            for name in THRESHOLDS:
                value = row[name]
                if np.isfinite(value):
                    self.limits[name][n, s] = value * self.signs[s]
            # A class-1 cell that is empty is the general one; NEVER means that class 1 has no such level.
            if np.isnan(row["repair_c1"]):
                self.limits["repair_c1"][n, s] = self.limits["repair"][n, s]
            for k, name in enumerate(RESPONSES):
                target = self.tmp if k < 3 else self.perm
                target[n, s, k % 3] = numbers.get(row[name], NO_CODE)
            self.versions[n, s] = state.versions[std_id]


def kinds(ready: Prepared, tables: Tables):
    """(rows, standards) of each kind of damage that a standard speaks of; another administrator's left out."""
    by_kind: dict[tuple, list[int]] = {}
    for s, key in enumerate(tables.keys):
        by_kind.setdefault(key[1:3], []).append(s)
    ft, fts = columns.distinct(ready.ft)
    dt, dts = columns.distinct(ready.dt)
    known = {(fts.index(a), dts.index(b)): (a, b) for a, b in by_kind if a in fts and b in dts}
    code = np.where((ft < 0) | (dt < 0) | ready.transfer, -1, ft * max(len(dts), 1) + dt)
    order = np.argsort(code, kind="stable")
    ordered = code[order]
    for (a, b), kind in sorted(known.items(), key=lambda item: item[1]):
        wanted = a * max(len(dts), 1) + b
        rows = order[np.searchsorted(ordered, wanted) : np.searchsorted(ordered, wanted, "right")]
        if len(rows):
            yield rows, by_kind[kind]


def _places(ready: Prepared, standards: StandardSet) -> tuple[list[tuple], np.ndarray]:
    """The places that differ in what is in force, and which of them each damage is in."""
    codes, cities = columns.distinct(ready.city)
    places = [(None, None), *((city, None) for city in cities)]
    place = codes + 1
    own = set(standards.keys("route"))
    if own:
        at, routes = columns.distinct(ready.route)
        for n, route in enumerate(routes):
            if route in own:
                here = at == n
                for city in np.unique(place[here]):
                    places.append((places[city][0], route))
                    place = np.where(here & (place == city), len(places) - 1, place)
    return places, place
