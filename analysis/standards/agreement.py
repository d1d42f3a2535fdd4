"""Two standards chosen, and everything that a council wants to know of passing from one to the other.

``side`` chooses (each city's own, the common one, one city's, the proposed), ``agree`` reckons. Source: unified
model, section 4.2. Errors are ValueErrors whose text is for people.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ...i18n import tr
from . import catalogue
from .comparing import adopt, propose_unified, sweep, unified
from .effects import Effects, cell_table, day_of_version, effects, frozen, yearly
from .judging import judge
from .preparing import Prepared
from .prices import Costs, Prices, costs
from .rows import THRESHOLDS, Effective, StandardSet, effective, iso

KINDS = ("own", "common", "city", "proposed")
MOST_VALUES = 200  # of one sweep
_INVENTED = ("架空", "invented")
_SWEEP = re.compile(r"^(?P<std>[^.\s]+)\.(?P<cell>\w+)(?:=(?P<values>.+))?$")
_RANGE = re.compile(r"^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)(?:/(\d+(?:\.\d+)?))?$")


@dataclass(frozen=True)
class Side:
    """One standard of the comparison. ``standards``: valid on every day (``frozen``); ``kind``: one of ``KINDS``;
    ``city``: whose (kind "city"); ``origin``: where the rows are from, in words; ``invented``: rows of the examples
    take part; ``proposal``: what ``propose_unified`` found (kind "proposed")."""

    kind: str
    standards: StandardSet
    on: str
    city: str | None = None
    ver: str | None = None
    origin: str = ""
    invented: bool = False
    proposal: pd.DataFrame | None = None


@dataclass(frozen=True)
class Sweep:
    std_id: str
    cell: str
    values: tuple[float, ...] = ()


@dataclass
class Curve:
    """``table``: see ``effects.yearly``. ``now``, ``then``: the value in force in each city, before and after."""

    std_id: str
    cell: str
    measure: str
    op: str
    table: pd.DataFrame
    now: dict[str, float]
    then: dict[str, float]


@dataclass
class Agreement:
    """``cells``: see ``cell_table``; ``states``: city -> what is in force before and after; ``cities``: all codes,
    in order. ``effects`` and ``moved`` are None where there are no damages. ``moved``: one row a damage whose level
    changes: row (position), city_code, road, ft, dt, before, after, and std_id, measure, value, threshold of both
    sides (``_before``, ``_after``)."""

    before: Side
    after: Side
    cities: list[str]
    cells: pd.DataFrame
    states: dict[str, tuple[Effective, Effective]]
    effects: Effects | None = None
    moved: pd.DataFrame | None = None
    curves: list[Curve] = field(default_factory=list)
    ready: Prepared | None = None


def side(
    standards: StandardSet,
    kind: str,
    *,
    city: str | None = None,
    on=None,
    ver: str | None = None,
    cities: Iterable[str] = (),
    origin: str = "",
) -> Side:
    """Choose a standard out of a set of rows.

    ``on``: the day whose rows count (default: today; with ``ver``, the day from which that version is valid).
    ``cities``: those that have damages: without rows of their own they follow the common standard, and have their
    say in a proposal.
    """
    if ver:
        found = day_of_version(standards, ver)
        if found is None:
            known = ", ".join(sorted(set(standards.rows["ver"].dropna())))
            raise ValueError(
                tr("There is no version {ver}; there are: {known}.", ver=ver, known=known or "–")
            )
        on = on or found
    day = iso(on)
    base = frozen(standards, day, ver)
    if not (base.rows["scope"] == "common").any():
        raise ValueError(
            tr("No common standard is in force on {day} ({origin}).", day=day, origin=origin or "–")
        )
    own = base.keys("city")
    proposal = None
    if kind == "city":
        known = sorted({*own, *cities})
        if city not in known:
            raise ValueError(
                tr(
                    "The city {city} is not known here; there are: {known}.",
                    city=city or "–",
                    known=", ".join(known),
                )
            )
        chosen = unified(base, city, day)
    elif kind == "common":
        chosen = unified(base, None, day)
    elif kind == "proposed":
        voters = sorted({*own, *(c for c in cities if c)})
        proposal = propose_unified(base, voters, day)
        if not voters:
            raise ValueError(tr("A value cannot be proposed: no city is known."))
        wanted = zip(proposal["std_id"], proposal["cell"], proposal["proposal"])
        common = set(base.rows["std_id"][base.rows["scope"] == "common"])
        chosen = adopt(base, {(std, cell): value for std, cell, value in wanted if std in common}, day)
    else:
        chosen = base
    invented = base.rows["basis"].fillna("").str.contains("|".join(_INVENTED)) & (
        base.rows["scope"] != "common"
    )
    keys = set(base.rows["scope_key"][invented].str[:6]) | set(base.examples)
    touched = {"own": bool(keys), "city": city in keys, "proposed": bool(keys)}.get(kind, False)
    return Side(
        kind, frozen(chosen, day), day, city if kind == "city" else None, ver, origin, touched, proposal
    )


def agree(
    before: Side,
    after: Side,
    ready: Prepared | None,
    prices: Prices | Costs | None = None,
    sweeps: Sequence[Sweep] = (),
    years: float | None = None,
) -> Agreement:
    """What changes where ``before`` gives way to ``after``: cells, and with damages their effects and curves."""
    here = sorted({c for c in ready.city if c}) if ready is not None else []
    cities = sorted({*here, *before.standards.keys("city"), *after.standards.keys("city")})
    cells, states = cell_table(before.standards, after.standards, cities)
    found = Agreement(before, after, cities, cells, states, ready=ready)
    if ready is None or not len(ready):
        return found
    price = prices if isinstance(prices, Costs) else costs(ready, prices)
    found.effects = effects(ready, before.standards, after.standards, price, years)
    found.moved = _moved(ready, before, after, found.effects)
    for wanted in sweeps:
        found.curves.append(_curve(ready, found, wanted, price))
    return found


def parse_sweeps(text: str, standards: StandardSet) -> list[Sweep]:
    """``S01.repair=2-10`` (by the step of its measure), ``S01.repair=2-10/0.5``, ``S01.repair=3,4,5``; several with
    ``;`` between them. Raises ValueError naming what is wrong with which part."""
    found = []
    cells = effective(standards).cells
    for part in re.split(r"[;\n]", unicodedata.normalize("NFKC", text or "")):
        part = re.sub(r"\s", "", part).replace("~", "-").replace("〜", "-").replace("–", "-")
        if not part:
            continue
        match = _SWEEP.match(part)
        if not match or match["values"] is None:
            raise ValueError(tr("“{part}”: write it like S01.repair=2-10 or S01.repair=3,4,5.", part=part))
        std_id, cell = match["std"], match["cell"]
        if std_id not in cells.index:
            raise ValueError(tr("“{part}”: there is no common standard {std}.", part=part, std=std_id))
        if cell not in THRESHOLDS:
            names = ", ".join(THRESHOLDS)
            raise ValueError(
                tr("“{part}”: {cell} is no threshold; there are {names}.", part=part, cell=cell, names=names)
            )
        found.append(Sweep(std_id, cell, _values(part, match["values"], cells.at[std_id, "measure"])))
    return found


def _values(part: str, text: str, measure: str) -> tuple[float, ...]:
    span = _RANGE.match(text)
    known = catalogue.measures().get(measure)
    if span:
        low, high = sorted(map(float, span.groups()[:2]))
        step = float(span[3]) if span[3] else known.step if known else 1.0
        if step <= 0 or (high - low) / step > MOST_VALUES:
            raise ValueError(tr("“{part}”: more than {most} values.", part=part, most=MOST_VALUES))
        return tuple(np.round(low + step * np.arange(int((high - low) / step + 1e-9) + 1), 9).tolist())
    try:
        values = sorted({float(value) for value in text.split(",") if value})
    except ValueError:
        values = []
    if not values or len(values) > MOST_VALUES or not all(np.isfinite(v) and v >= 0 for v in values):
        raise ValueError(tr("“{part}”: write it like S01.repair=2-10 or S01.repair=3,4,5.", part=part))
    return tuple(values)


def _moved(ready: Prepared, before: Side, after: Side, found: Effects) -> pd.DataFrame:
    at = found.moved
    table = pd.DataFrame(
        {"row": at, "city_code": ready.city[at], "road": None, "ft": ready.ft[at], "dt": ready.dt[at]}
    )
    if not len(at):
        at_all = dict.fromkeys(("before", "after"))
    else:
        at_all = {
            "before": judge(ready, before.standards, clocks=False).frame,
            "after": judge(ready, after.standards, clocks=False).frame,
        }
        table["road"] = at_all["before"]["road"].to_numpy(object)[at]
    for name, frame in at_all.items():
        table[name] = None if frame is None else frame["level"].to_numpy(object)[at]
    for name, frame in at_all.items():
        for column in ("std_id", "measure", "value", "threshold"):
            table[f"{column}_{name}"] = None if frame is None else frame[column].to_numpy()[at]
    return table


def _curve(ready: Prepared, found: Agreement, wanted: Sweep, price: Costs) -> Curve:
    try:
        table = sweep(
            ready, found.before.standards, wanted.std_id, wanted.cell, wanted.values, prices=price, years=1.0
        )
    except KeyError:  # nothing to judge by it: the curve is flat at nothing, and says so
        table = pd.DataFrame(columns=["value", "city_code", "L0", "L1", "NJ", "L2", "L3", "repairs", "moved",
                                      "quantity", "unit", "yen"])  # fmt: skip
    row = effective(found.before.standards).cells.loc[wanted.std_id]
    return Curve(
        wanted.std_id, wanted.cell, row["measure"], row["op"], yearly(table, found.effects.periods),
        _in_force(found.states, wanted, 0), _in_force(found.states, wanted, 1),
    )  # fmt: skip


def _in_force(states: Mapping, wanted: Sweep, which: int) -> dict[str, float]:
    values = {}
    for city, pair in states.items():
        cells = pair[which].cells
        if wanted.std_id in cells.index:
            value = cells.at[wanted.std_id, wanted.cell]
            if wanted.cell == "repair_c1" and value != value:
                value = cells.at[wanted.std_id, "repair"]
            if np.isfinite(value):
                values[city] = float(value)
    return values
