"""Standards side by side: which cells differ, what a change would move and cost, one threshold swept, a proposal.

Source: unified model, section 4.2. All of it works on what ``prepare`` made, so that an edit is answered at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from . import catalogue, columns
from .applying import L2, LEVELS, NJ, Row
from .judging import levels
from .preparing import Prepared
from .prices import Costs, Prices, costs
from .rows import (
    IDENTITY,
    NEVER,
    NO_RESPONSE,
    RESPONSES,
    THRESHOLDS,
    Effective,
    StandardSet,
    effective,
    iso,
)
from .tables import Tables, kinds

ALL = "all"
_ROADS = ("C1", "C2", "C3")


@dataclass
class Change:
    """What another standard would change.

    ``moves``: city_code, road (C1-C3), ft, dt, before, after, n: every damage, those that stay included.
    ``cities``: by city (and ``ALL``): n, moved, harder (to a worse level), softer, repairs_before, repairs_after (of
    damages that both can judge), nj_before, nj_after, yen_before, yen_after (per year), unpriced (repairs without
    a price).
    ``quantities``: ft, dt, unit, before, after (per year). ``years``: what was divided by; ``example``: the prices
    are invented.
    """

    moves: pd.DataFrame
    cities: pd.DataFrame
    quantities: pd.DataFrame
    before: np.ndarray  # level names a damage, None for transfers
    after: np.ndarray
    years: float
    example: bool


def states(standards: StandardSet, cities: Iterable[str] | None = None, on=None) -> dict[str, Effective]:
    """``common`` and each city (default: those with rows of their own) with what is in force there."""
    named = standards.keys("city") if cities is None else list(cities)
    return {"common": effective(standards, on=on), **{c: effective(standards, c, on=on) for c in named}}


def differences(sides: Mapping[str, Effective], base: str | None = None) -> pd.DataFrame:
    """The cells that are not the same on all sides: std_id, cell, one column a side, and ``<side> vs`` columns:
    1 stricter than ``base`` (default: the first side), -1 looser, 0 the same or not comparable.

    A value is a number, a text, ``NEVER``/``NO_RESPONSE``, or None where there is none.
    """
    base = base or next(iter(sides))
    rows = []
    for std_id in sorted(set().union(*(side.cells.index for side in sides.values()))):
        there = {
            name: side.cells.loc[std_id].to_dict() if std_id in side.cells.index else None
            for name, side in sides.items()
        }
        for cell in (*IDENTITY, *THRESHOLDS, *RESPONSES):
            values = {name: _value(row[cell]) if row else None for name, row in there.items()}
            if all(_same(value, values[base]) for value in values.values()):
                continue
            marks = {f"{n} vs": _direction(cell, there[n], there[base]) for n in sides if n != base}
            rows.append({"std_id": std_id, "cell": cell, **values, **marks})
    names = ["std_id", "cell", *sides, *(f"{n} vs" for n in sides if n != base)]
    return pd.DataFrame({n: pd.Series([row[n] for row in rows], dtype=object) for n in names})


def unified(standards: StandardSet, city: str | None = None, on=None, ver: str | None = None) -> StandardSet:
    """The same standard for everybody: what is in force in one city (None: the common one), as common rows."""
    state = effective(standards, city, on=on)
    day = iso(on)
    rows = [
        {"std_id": std_id, "ver": ver or f"{day}*", "scope": "common", "valid_from": day, **cells}
        for std_id, cells in zip(state.cells.index, state.cells.to_dict("records"))
    ]
    return StandardSet.of(rows, standards.titles)


def what_if(
    ready: Prepared,
    before: StandardSet | np.ndarray,
    after: StandardSet,
    prices: Prices | Costs | None = None,
    years: float | None = None,
) -> Change:
    """Judge the same damages by two sets and count what moves.

    ``before``: a set, or the ``levels`` of one that was judged already: an editor asks after every keystroke.
    ``prices``: unit prices, or the ``costs`` made of them. ``years``: how long the damages took to come up (default:
    their span without dates in the future, at least one).
    """
    price = prices if isinstance(prices, Costs) else costs(ready, prices)
    years = years or span_years(ready)
    a = before if isinstance(before, np.ndarray) else levels(ready, before)
    b = levels(ready, after)
    city, names = columns.distinct(ready.city)
    moves = _moves(ready, a, b)
    words = np.array([*LEVELS, None], object)
    cities = pd.DataFrame(
        [
            {"city_code": code, **_counts(a[mask], b[mask], price.yen[mask], years)}
            for code, mask in [
                *((c, city == n) for n, c in enumerate(names)),
                (ALL, np.ones(len(ready), bool)),
            ]
        ]
    )
    return Change(
        moves, cities, _quantities(ready, price, a, b, years), words[a], words[b], years, price.example
    )


def sweep(
    ready: Prepared,
    standards: StandardSet,
    std_id: str,
    cell: str,
    values: Sequence[float],
    *,
    scope: str = ALL,
    scope_key: str = "",
    prices: Prices | Costs | None = None,
    years: float | None = None,
) -> pd.DataFrame:
    """The workload as one threshold runs through ``values``; only the damages that it concerns are looked at again.

    ``scope``: ``ALL`` sets the cell everywhere (what agreeing on it would mean), "common", "city" or "route" set it
    there and leave cells of narrower scope as they are. Returns value, city_code (and ``ALL``), L0-L3 and NJ (of
    this kind of damage), repairs (L2 and L3), moved (from the level in force), quantity and unit, yen (per year).
    Raises KeyError for a cell that is no threshold or a standard that is nowhere in force.
    """
    if cell not in THRESHOLDS:
        raise KeyError(cell)
    price = prices if isinstance(prices, Costs) else costs(ready, prices)
    years = years or span_years(ready)
    tables = Tables.of(ready, standards)
    wanted = {s for s, key in enumerate(tables.keys) if key[0] == std_id}
    if not wanted:
        raise KeyError(std_id)
    touched = _touched(tables, std_id, cell, scope, scope_key)
    city, names = columns.distinct(ready.city)
    city = np.where(city < 0, len(names), city)
    names = [*names, ""]
    values = [float(value) for value in values]
    counts = np.zeros((len(values), len(names), len(LEVELS)))
    moved, quantity, yen = (np.zeros((len(values), len(names))) for _ in range(3))
    unit = ""
    for rows, columns_of_kind in kinds(ready, tables):
        if not wanted & set(columns_of_kind):
            continue
        speak = [Row(ready, tables, rows, s) for s in columns_of_kind]
        now = np.max([row.level for row in speak], axis=0)
        rest = [row.level for row in speak if row.s not in wanted]
        rest = np.max(rest, axis=0) if rest else np.full(len(rows), -1, np.int8)
        unit = price.units.get((speak[0].ft, speak[0].dt), unit)
        where, pay, amount = city[rows], np.nan_to_num(price.yen[rows]), np.nan_to_num(price.quantity[rows])
        for n, value in enumerate(values):
            best = rest
            for row in speak:
                if row.s in wanted:
                    best = np.maximum(best, _under(row, cell, value, touched[row.place]))
            said = best >= 0
            table = np.bincount(where[said] * len(LEVELS) + best[said], minlength=counts[n].size)
            counts[n] += table.reshape(counts[n].shape)
            work = best >= L2
            moved[n] += np.bincount(where[best != now], minlength=len(names))
            quantity[n] += np.bincount(where[work], amount[work], minlength=len(names)) / years
            yen[n] += np.bincount(where[work], pay[work], minlength=len(names)) / years
    return _curve(values, names, counts, moved, quantity, yen, unit)


def propose_unified(standards: StandardSet, cities: Iterable[str] | None = None, on=None) -> pd.DataFrame:
    """A value to agree on for every cell in which the cities differ: their median, rounded to the stricter
    measurable step (responses: the median response, of two the faster).

    std_id, cell, one column a city, ``common`` (now), ``proposal``. The user decides: see ``adopt``.
    """
    named = standards.keys("city") if cities is None else list(cities)
    sides = {city: effective(standards, city, on=on) for city in named}
    common = effective(standards, on=on).cells
    found = differences(sides) if sides else pd.DataFrame({"std_id": [], "cell": []})
    found = found[~found["cell"].isin(IDENTITY)]
    rows = []
    for entry in found.to_dict("records"):
        std_id, cell = entry["std_id"], entry["cell"]
        with_it = [side for side in sides.values() if std_id in side.cells.index]
        identity = with_it[0].cells.loc[std_id]
        values = [entry[city] for city in named]
        proposal = _median(values, cell, identity)
        now = _value(common.at[std_id, cell]) if std_id in common.index else None
        rows.append(
            {
                "std_id": std_id,
                "cell": cell,
                **{c: entry[c] for c in named},
                "common": now,
                "proposal": proposal,
            }
        )
    names = ["std_id", "cell", *named, "common", "proposal"]
    return pd.DataFrame({n: pd.Series([row[n] for row in rows], dtype=object) for n in names})


def adopt(
    standards: StandardSet, chosen: Mapping[tuple, object], on=None, ver: str | None = None
) -> StandardSet:
    """The common standard with the chosen values, for everybody: {(std_id, cell): value}. Cities' own rows go."""
    agreed = unified(standards, None, on, ver)
    for (std_id, cell), value in chosen.items():
        agreed = agreed.with_cell(std_id, cell, value, on=on)
    return agreed


def span_years(ready: Prepared) -> float:
    """How many years the damages came up in: first to last start; without dates, and in the future, left out."""
    dated = ready.start <= ready.judged
    for code, _, rows in ready.flags:
        if code == "W-STDNOSTART":  # these stand at the moment of judging
            dated[rows] = False
    start = ready.start[dated]
    if not len(start):
        return 1.0
    return max(1.0, float((start.max() - start.min()) / np.timedelta64(1, "D")) / 365.25)


def _under(row: Row, cell: str, value: float, touched: np.ndarray) -> np.ndarray:
    """The row's levels with one cell set where ``touched``."""
    value = np.inf if not np.isfinite(value) else value * row.sign
    watch, repair, emerg = row.limit_watch, row.limit_repair, row.limit_emerg
    if cell == "watch":
        watch = np.where(touched, value, watch)
    elif cell == "emerg":
        emerg = np.where(touched, value, emerg)
    elif cell == "repair_c1":
        repair = np.where(touched & (row.road == 0), value, repair)
    else:
        # Class 1 follows the general value only where it has none of its own.
        own = _own_class1(row.tables, row.std_id)[row.place]
        repair = np.where(touched & ((row.road != 0) | ~own), value, repair)
    return row.levels(watch, repair, emerg)[0]


def _own_class1(tables: Tables, std_id: str) -> np.ndarray:
    return np.array(
        [std_id in e.cells.index and not np.isnan(e.cells.at[std_id, "repair_c1"]) for e in tables.effectives]
    )


def _touched(tables: Tables, std_id: str, cell: str, scope: str, scope_key: str) -> np.ndarray:
    """The places in which a cell of that scope is the one that counts."""
    found = []
    for state in tables.effectives:
        origin = state.origin.at[std_id, cell] if std_id in state.origin.index else None
        if origin is None:
            found.append(False)
        elif scope == ALL:
            found.append(True)
        elif scope == "common":
            found.append(origin in ("common", ""))
        elif scope == "city":
            found.append(state.key[:6] == scope_key and origin != "route")
        else:
            found.append(state.key == scope_key)
    return np.array(found)


def _curve(values, names, counts, moved, quantity, yen, unit) -> pd.DataFrame:
    parts = []
    for n, name in [*enumerate(names), (None, ALL)]:
        of = (lambda table: table.sum(axis=1)) if n is None else (lambda table, n=n: table[:, n])
        levels = of(counts)
        if not levels.any() and name != ALL:
            continue
        part = {
            "value": values,
            "city_code": name,
            **{c: levels[:, k].astype(int) for k, c in enumerate(LEVELS)},
        }
        part["repairs"] = levels[:, L2:].sum(axis=1).astype(int)
        part.update(moved=of(moved).astype(int), quantity=of(quantity), unit=unit, yen=of(yen))
        parts.append(pd.DataFrame(part))
    return pd.concat(parts, ignore_index=True)


def _moves(ready: Prepared, a: np.ndarray, b: np.ndarray) -> pd.DataFrame:
    """Counts by city, road, kind and pair of levels: one number a combination, so that counting is one pass."""
    told = (a >= 0) & (b >= 0)
    parts = {
        "city_code": columns.distinct(ready.city[told]),
        "road": (ready.column[told], list(_ROADS)),
        "ft": columns.distinct(ready.ft[told]),
        "dt": columns.distinct(ready.dt[told]),
        "before": (a[told], list(LEVELS)),
        "after": (b[told], list(LEVELS)),
    }
    shape = tuple(len(names) + 1 for _, names in parts.values())
    code = np.ravel_multi_index(
        [np.where(c < 0, len(n), c).astype(np.int64) for c, n in parts.values()], shape
    )
    found, n = np.unique(code, return_counts=True)
    table = {
        name: np.array([*names, ""], object)[index]
        for (name, (_, names)), index in zip(parts.items(), np.unravel_index(found, shape))
    }
    return pd.DataFrame({**table, "n": n}).sort_values(list(parts), ignore_index=True)


def _repairs(a: np.ndarray, b: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """What is to be repaired before and after, among damages that both sides can judge: one that only cannot be judged
    any more (NJ: a measure is missing) is no saving."""
    both = (a != NJ) & (b != NJ)
    return both & (a >= L2), both & (b >= L2)


def _counts(a: np.ndarray, b: np.ndarray, yen: np.ndarray, years: float) -> dict:
    work_a, work_b = _repairs(a, b)
    return {
        "n": int((a >= 0).sum()),
        "moved": int((a != b).sum()),
        "harder": int((b > a).sum()),
        "softer": int((b < a).sum()),
        "repairs_before": int(work_a.sum()),
        "repairs_after": int(work_b.sum()),
        "nj_before": int((a == NJ).sum()),
        "nj_after": int((b == NJ).sum()),
        "yen_before": float(np.nansum(yen[work_a])) / years,
        "yen_after": float(np.nansum(yen[work_b])) / years,
        "unpriced": int(np.isnan(yen[work_b]).sum()),
    }


def _quantities(ready: Prepared, price: Costs, a: np.ndarray, b: np.ndarray, years: float) -> pd.DataFrame:
    frame = pd.DataFrame({"ft": ready.ft, "dt": ready.dt})
    for name, work in zip(("before", "after"), _repairs(a, b)):
        frame[name] = np.where(work, np.nan_to_num(price.quantity), 0.0) / years
    found = (
        frame[~np.isnan(price.quantity)]
        .groupby(["ft", "dt"], sort=True)[["before", "after"]]
        .sum()
        .reset_index()
    )
    found.insert(2, "unit", [price.units[pair] for pair in zip(found["ft"], found["dt"])])
    return found


def _value(value):
    return None if value is None or value != value else value


def _same(a, b) -> bool:
    return a == b or (a is None and b is None)


def _direction(cell: str, row: Mapping | None, base: Mapping | None) -> int:
    if row is None or base is None or cell in IDENTITY or row["op"] != base["op"]:
        return 0
    a, b = _strength(cell, row), _strength(cell, base)
    return int(np.sign(b - a)) if a != b else 0


def _strength(cell: str, row: Mapping) -> float:
    """Less is stricter, whatever the comparison; no level or no response is the loosest."""
    if cell in RESPONSES:
        order = catalogue.responses()
        return float(order.index(row[cell])) if row[cell] in order else float(len(order))
    value = row[cell]
    if cell == "repair_c1" and value != value:
        value = row["repair"]
    if value != value or np.isinf(value):
        return 1e18
    return -value if row["op"] == "<=" else value


def _median(values: list, cell: str, identity: Mapping):
    """The middle of what the cities have, made stricter where it falls between two measurable values."""
    if cell in RESPONSES:
        order = [*catalogue.responses(), NO_RESPONSE]
        ranks = sorted(order.index(v) if v in order else len(order) - 1 for v in values)
        chosen = order[ranks[(len(ranks) - 1) // 2]]
        return chosen
    sign = -1 if identity["op"] == "<=" else 1
    signed = sorted(np.inf if v is None or np.isinf(v) else sign * v for v in values)
    low, high = signed[(len(signed) - 1) // 2], signed[len(signed) // 2]
    middle = low if np.isinf(high) else (low + high) / 2
    if np.isinf(middle):
        return NEVER
    measure = catalogue.measures().get(identity["measure"])
    step = measure.step if measure else 1.0
    stricter = np.floor(round(middle / step, 9)) * step
    return float(round(sign * stricter, 9))
