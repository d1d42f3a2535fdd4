"""What repairing costs, by an editable table of unit prices. The table that ships is an invented example."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from . import catalogue, columns
from .preparing import Prepared

COLUMNS = ("ft", "dt", "wk", "unit", "quantity", "assumed", "least", "yen", "call_out")
QUANTITIES = ("area", "length", "count", "volume", "one")


@dataclass(frozen=True)
class Prices:
    """``rows``: one a kind of damage, columns ``COLUMNS`` (see schema/standards/prices.toml); ``example``: invented
    values, to be said wherever a sum is shown."""

    rows: pd.DataFrame
    example: bool = True

    @classmethod
    def of(cls, rows: Iterable[Mapping] | pd.DataFrame, *, example: bool = False) -> Prices:
        """Raises ValueError for an unknown kind of quantity, a negative price or a kind of damage that stands twice."""
        table = pd.DataFrame(rows if isinstance(rows, pd.DataFrame) else list(rows)).reindex(
            columns=list(COLUMNS)
        )
        for name in ("assumed", "least", "yen", "call_out"):
            table[name] = pd.to_numeric(table[name]).fillna(1.0 if name == "assumed" else 0.0)
            if (table[name] < 0).any():
                raise ValueError(f"{name}: {table[name].min():g}")
        for name in sorted(set(table["quantity"]) - set(QUANTITIES)):
            raise ValueError(f"quantity: {name}")
        twice = table.duplicated(["ft", "dt"])
        if twice.any():
            first = table[twice].iloc[0]
            raise ValueError(f"{first['ft']} {first['dt']}: twice")
        return cls(table.reset_index(drop=True), example)


@dataclass(frozen=True)
class Costs:
    """For each damage: ``quantity`` and ``yen`` of its repair (NaN where the table has no price for its kind),
    ``assumed``: the record had nothing to measure the quantity by; ``unit`` by (ft, dt)."""

    quantity: np.ndarray
    yen: np.ndarray
    assumed: np.ndarray
    units: dict[tuple, str]
    example: bool


def builtin_prices() -> Prices:
    entry = catalogue.read("prices")
    return Prices.of(entry["prices"], example=bool(entry.get("example")))


def costs(ready: Prepared, prices: Prices | None = None) -> Costs:
    """Quantity and yen of repairing each damage, whether or not it will be repaired."""
    prices = prices or builtin_prices()
    n = len(ready)
    quantity, yen, assumed = np.full(n, np.nan), np.full(n, np.nan), np.zeros(n, bool)
    for row in prices.rows.to_dict("records"):
        here = np.flatnonzero((ready.ft == row["ft"]) & (ready.dt == row["dt"]))
        if not len(here):
            continue
        measured = _measured(ready, row["quantity"])[here]
        none = ~(measured > 0)
        amount = np.maximum(np.where(none, row["assumed"], measured), row["least"])
        quantity[here], assumed[here] = amount, none & (row["quantity"] != "one")
        yen[here] = row["call_out"] + amount * row["yen"]
    units = {(row["ft"], row["dt"]): row["unit"] for row in prices.rows.to_dict("records")}
    return Costs(quantity, yen, assumed, units, prices.example)


def _measured(ready: Prepared, kind: str) -> np.ndarray:
    if kind == "one":
        return np.ones(len(ready))
    if kind == "area":
        width, length, dia = (
            _known(ready, "width_cm") / 100,
            _known(ready, "length_m"),
            _known(ready, "dia_cm") / 100,
        )
        area = _known(ready, "area_m2")
        area = np.where(np.isnan(area), width * length, area)
        return np.where(np.isnan(area), np.pi / 4 * dia**2, area)
    return _known(ready, {"length": "length_m", "count": "count", "volume": "volume_m3"}[kind])


def _known(ready: Prepared, measure: str) -> np.ndarray:
    values, _ = columns.numbers(ready.frame, measure)
    return np.where(np.isfinite(values) & (values > 0), values, np.nan)
