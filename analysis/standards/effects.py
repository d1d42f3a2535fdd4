"""What it would mean for each city to pass from one standard to another: the numbers that councils negotiate over.

Source: unified model, section 4.2. Counted are damages that both standards can judge: one that cannot be judged under
either of them (NJ: a measure is missing) is counted apart and is never a saving. So before + change = after, and the
way back is the mirror image of the way there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from . import catalogue, columns
from .applying import L2, L3, NJ
from .comparing import ALL, differences
from .judging import levels
from .preparing import Prepared
from .prices import Costs, Prices, costs
from .rows import RESPONSES, Effective, StandardSet, _in_force, _newest, effective, iso

ALWAYS = "0001-01-01"
COUNTS = (
    "n", "both", "repairs_before", "repairs_after", "newly", "released", "emergencies_before", "emergencies_after",
    "moved", "nj_both", "nj_before", "nj_after", "transfer", "undated", "future", "unpriced", "assumed",
)  # fmt: skip
MONEY = ("yen_before", "yen_after")
YEARLY = (
    "repairs_before", "repairs_after", "newly", "released", "emergencies_before", "emergencies_after", "nj_both",
    "nj_before", "nj_after", *MONEY,
)  # fmt: skip


@dataclass
class Effects:
    """``cities``: one row a city and ``ALL`` last: city_code, ``COUNTS`` (damages in the records), ``MONEY`` (yen for
    the whole of the records), years, and for each of ``YEARLY`` a column ``<name>_y``: a year (``ALL``: the sum of
    the cities'). ``groups``: the same by city, road (C1-C3), ft and dt. ``before``, ``after``: places in ``LEVELS``
    by damage, -1 for another administrator's. ``moved``: positions of the damages whose level changes.

    ``periods``: city_code -> Period. ``dated``: whether anything is known of the period; if not, years are 1 and the
    numbers are those of the whole records. Repairs: L2 and L3. ``example``: the prices are invented.
    """

    cities: pd.DataFrame
    groups: pd.DataFrame
    before: np.ndarray
    after: np.ndarray
    moved: np.ndarray
    periods: dict[str, Period]
    dated: bool
    example: bool


@dataclass(frozen=True)
class Period:
    """When a city's damages came up: first and last day (None: no date), years to divide by, and whether these are
    the city's own (else those of all cities together, or given by hand)."""

    first: str | None
    last: str | None
    years: float
    own: bool


def effects(
    ready: Prepared,
    before: StandardSet,
    after: StandardSet,
    prices: Prices | Costs | None = None,
    years: float | None = None,
) -> Effects:
    """Judge the same damages by two standards; ``years``: the same period for all cities, instead of their own."""
    price = prices if isinstance(prices, Costs) else costs(ready, prices)
    a, b = levels(ready, before), levels(ready, after)
    codes, names = columns.distinct(ready.city)
    names = [*names, ""]
    codes = np.where(codes < 0, len(names) - 1, codes)
    periods, dated = _periods(ready, codes, names, years)
    ours = a >= 0
    both = ours & (a != NJ) & (b != NJ)
    work_a, work_b = both & (a >= L2), both & (b >= L2)
    undated, future = _no_start(ready)
    no_price = np.isnan(price.yen)
    parts = {
        "n": ours,
        "both": both,
        "repairs_before": work_a,
        "repairs_after": work_b,
        "newly": work_b & ~work_a,
        "released": work_a & ~work_b,
        "emergencies_before": both & (a == L3),
        "emergencies_after": both & (b == L3),
        "moved": a != b,
        "nj_both": ours & (a == NJ) & (b == NJ),
        "nj_before": ours & (a == NJ) & (b != NJ),
        "nj_after": ours & (a != NJ) & (b == NJ),
        "transfer": ~ours,
        "undated": ours & undated,
        "future": ours & future,
        "unpriced": (work_a | work_b) & no_price,
        "assumed": (work_a | work_b) & price.assumed,
        "yen_before": np.where(work_a & ~no_price, np.nan_to_num(price.yen), 0.0),
        "yen_after": np.where(work_b & ~no_price, np.nan_to_num(price.yen), 0.0),
    }
    frame = pd.DataFrame({k: v.astype(float if k in MONEY else np.int64) for k, v in parts.items()})
    span = np.array([periods[name].years for name in names])[codes]
    for name in YEARLY:
        frame[f"{name}_y"] = frame[name] / span
    frame.insert(0, "city_code", np.array(names, object)[codes])
    keys = frame[["city_code"]].assign(
        road=np.array(["C1", "C2", "C3"], object)[ready.column],
        ft=pd.Series(ready.ft, dtype=object).fillna(""),
        dt=pd.Series(ready.dt, dtype=object).fillna(""),
    )
    cities = frame.groupby("city_code", sort=True).sum().reset_index()
    whole = {"city_code": ALL, **frame.drop(columns="city_code").sum().to_dict()}
    cities = (
        pd.concat([cities, pd.DataFrame([whole])], ignore_index=True)
        if len(cities)
        else pd.DataFrame([whole])
    )
    cities = cities.astype(dict.fromkeys(COUNTS, np.int64))
    cities["years"] = [periods[code].years if code != ALL else np.nan for code in cities["city_code"]]
    groups = pd.concat([keys, frame.drop(columns="city_code")], axis=1)
    groups = groups.groupby(["city_code", "road", "ft", "dt"], sort=True).sum().reset_index()
    moved = np.flatnonzero(a != b)
    return Effects(
        cities, groups, a, b, moved, {c: periods[c] for c in set(keys["city_code"])}, dated, price.example
    )


def by(groups: pd.DataFrame, *names: str) -> pd.DataFrame:
    """``Effects.groups`` summed up by some of its keys (city_code, road, ft, dt)."""
    values = [c for c in groups if c not in ("city_code", "road", "ft", "dt")]
    return groups.groupby(list(names), sort=True)[values].sum().reset_index()


def frozen(standards: StandardSet, on=None, ver: str | None = None) -> StandardSet:
    """The rows in force on a day, valid on every day: so that a standard of another year can judge today's damages.

    ``ver``: that version's rows go before others of the same standard and scope.
    """
    rows = _in_force(standards.rows, iso(on))
    if ver:
        rows = rows.assign(valid_from=rows["valid_from"].where(rows["ver"] != ver, "9998"))
    return StandardSet(
        _newest(rows).assign(valid_from=ALWAYS, valid_to=None).reset_index(drop=True),
        standards.titles,
        standards.examples,
    )


def day_of_version(standards: StandardSet, ver: str) -> str | None:
    """The first day on which all rows of a version are valid; None where no row has it."""
    rows = standards.rows[standards.rows["ver"] == ver]
    days = rows["valid_from"].dropna()
    return None if not len(days) else days.max()[:10]


def cell_table(
    before: StandardSet, after: StandardSet, cities: Iterable[str], on=None
) -> tuple[pd.DataFrame, dict[str, tuple[Effective, Effective]]]:
    """The cells in which a city's row would change, and what is in force on both sides: city -> (before, after).

    Columns: std_id, cell, city_code, before, after, direction (1: the city is stricter before than after, -1: looser,
    0: not comparable), distance (after - before; responses: steps, more is slower; None where a side has no value).
    """
    sides = {c: (effective(before, c, on=on), effective(after, c, on=on)) for c in cities}
    order = [*catalogue.responses()]
    rows = []
    for city, (a, b) in sides.items():
        for row in differences({"after": b, "before": a}).to_dict("records"):
            old, new = row["before"], row["after"]
            far = None
            if row["cell"] in RESPONSES:
                far = order.index(new) - order.index(old) if old in order and new in order else None
            elif all(isinstance(v, (int, float)) and np.isfinite(v) for v in (old, new)):
                far = float(round(new - old, 9))
            rows.append({"std_id": row["std_id"], "cell": row["cell"], "city_code": city, "before": old, "after": new,
                         "direction": row["before vs"], "distance": far})  # fmt: skip
    names = ["std_id", "cell", "city_code", "before", "after", "direction", "distance"]
    return pd.DataFrame({n: pd.Series([row[n] for row in rows], dtype=object) for n in names}), sides


def yearly(curve: pd.DataFrame, periods: Mapping[str, Period]) -> pd.DataFrame:
    """``sweep`` made with ``years=1``, with repairs_y, NJ_y, quantity_y, yen_y: a year; ``ALL``: the cities' sum."""
    curve = curve.copy()
    span = curve["city_code"].map(lambda code: periods[code].years if code in periods else 1.0)
    for name in ("repairs", "NJ", "quantity", "yen"):
        curve[f"{name}_y"] = curve[name] / span
    own = curve[curve["city_code"] != ALL].groupby("value")
    here = curve["city_code"] == ALL
    for name in ("repairs_y", "NJ_y", "quantity_y", "yen_y"):
        curve.loc[here, name] = curve.loc[here, "value"].map(own[name].sum()).fillna(0.0)
    return curve


def _no_start(ready: Prepared) -> tuple[np.ndarray, np.ndarray]:
    """Damages without a date, and with one in the future: part of the numbers, not of the period."""
    masks = []
    for code in ("W-STDNOSTART", "W-STDFUTURE"):
        mask = np.zeros(len(ready), bool)
        for found, _, rows in ready.flags:
            if found == code:
                mask[rows] = True
        masks.append(mask)
    return masks[0], masks[1]


def _periods(ready: Prepared, codes, names, years) -> tuple[dict[str, Period], bool]:
    undated, future = _no_start(ready)
    told = ~undated & ~future & ~ready.transfer
    whole = _period(ready.start[told])
    if years:
        whole = Period(whole.first, whole.last, float(years), False)
    found = {}
    for n, name in enumerate(names):
        own = _period(ready.start[told & (codes == n)])
        if years or own.first is None:
            own = Period(own.first, own.last, whole.years, False)
        found[name] = own
    return found, bool(years) or whole.first is not None


def _period(start: np.ndarray) -> Period:
    """First to last day, both included; less than a year counts as one, or a month would be taken for a year's work."""
    if not len(start):
        return Period(None, None, 1.0, False)
    first, last = start.min().astype("datetime64[D]"), start.max().astype("datetime64[D]")
    years = ((last - first) / np.timedelta64(1, "D") + 1) / 365.25
    return Period(str(first), str(last), max(1.0, float(years)), True)
