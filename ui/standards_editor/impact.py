"""What the shown standards would change, in numbers: the engine's own, on damages that were prepared once. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from ...analysis.standards import (
    ALL,
    LEVELS,
    THRESHOLDS,
    Change,
    Costs,
    Prepared,
    StandardSet,
    costs,
    levels,
    measures,
    prepare,
    span_years,
    sweep,
    what_if,
)

MOST_STEPS = 40
DAMAGE_EXTRA = ("received_at", "rc", "ad", "em")
SECTION = ("section_id", "em", "mci", "crack_pct", "rut_mm", "sigma_mm", "iri")
ROUTE = ("route_key", "rc", "ad", "em")
ROADS = ("C1", "C2", "C3")
SHOWN = ("L3", "L2", "L1", "L0", "NJ")


@dataclass
class Damages:
    """Damages ready for judging, with what their repairs cost; ``name``: where they are from."""

    ready: Prepared
    price: Costs
    years: float
    name: str = ""

    def __len__(self) -> int:
        return len(self.ready)


@dataclass(frozen=True)
class Focus:
    """The cell that is looked at, for the curve: ``scope`` and ``scope_key`` as ``sweep`` takes them, but that a
    common value runs for all cities, whatever they have of their own: that is what agreeing on it would mean."""

    std_id: str
    cell: str
    scope: str
    scope_key: str
    measure: str
    op: str
    value: float | None  # as it is shown; None: no such level
    before: float | None


@dataclass
class Impact:
    """What ``measure`` gives back: the change, the curve of the focus (None: there is none), how many years."""

    change: Change
    curve: pd.DataFrame | None
    focus: Focus | None
    years: float

    def counts(self, city: str | None = None) -> list[tuple[str, int, int]]:
        """(level, before, after) of all damages, or of one city's."""
        moves = self.change.moves
        if city is not None:
            moves = moves[moves["city_code"] == city]
        before, after = (moves.groupby(side)["n"].sum() for side in ("before", "after"))
        return [(level, int(before.get(level, 0)), int(after.get(level, 0))) for level in SHOWN]

    def roads(self) -> list[dict]:
        """By class of road: what moves, to worse, to better, repairs before and after."""
        moves = self.change.moves
        rank = {level: n for n, level in enumerate(LEVELS)}
        a, b = moves["before"].map(rank), moves["after"].map(rank)
        found = []
        for road in ROADS:
            here = (moves["road"] == road).to_numpy()
            n = moves["n"].to_numpy()

            def total(mask, here=here, n=n):
                return int(n[here & mask.to_numpy()].sum())

            work, known = rank["L2"], (a != rank["NJ"]) & (b != rank["NJ"])
            found.append(
                {
                    "road": road,
                    "moved": total(a != b),
                    "harder": total(b > a),
                    "softer": total(b < a),
                    "repairs_before": total(known & (a >= work)),
                    "repairs_after": total(known & (b >= work)),
                }
            )
        return found

    def cities(self) -> list[dict]:
        """As ``Change.cities``: each city, then ``ALL``."""
        return self.change.cities.to_dict("records")


def load_store(path: str | Path) -> Damages:
    """The damages of a store, with its sections and routes."""
    from ...layers.frames import read_table, table_names
    from ...layers.store import open_store
    from ...schema import model

    left_out = {"raw_json", "note", "geom"}
    with open_store(path, readonly=True) as store:
        there = table_names(store)

        def table(name, wanted=None):
            own = [f.name for f in model().tables[name].columns if f.name not in left_out]
            own = [n for n in own if wanted is None or n in wanted]
            return read_table(store, name, own, geometry=False) if name in there else None

        damages = table("damage")
        sections, routes = table("section", SECTION), table("route", ROUTE)
    return damages_of(damages, sections, routes, Path(path).name)


def damages_of(frame: pd.DataFrame, sections=None, routes=None, name: str = "") -> Damages:
    """Any table of damages, made ready."""
    ready = prepare(frame, sections, routes)
    return Damages(ready, costs(ready), span_years(ready), name)


def wanted_columns() -> list[str]:
    """What of a layer of damages judging can use."""
    from ...schema import model

    own = [f.name for f in model().tables["damage"].columns if f.name not in ("raw_json", "note")]
    return [*own, *measures(), *DAMAGE_EXTRA]


def measure(
    damages: Damages, before: StandardSet | np.ndarray, after: StandardSet, focus: Focus | None
) -> Impact:
    """Judge by both and count; the curve only for a threshold."""
    change = what_if(damages.ready, before, after, damages.price, damages.years)
    curve = None
    if focus is not None and focus.cell in THRESHOLDS:
        try:
            curve = sweep(
                damages.ready, after, focus.std_id, focus.cell, steps(focus),
                scope=ALL if focus.scope == "common" else focus.scope,
                scope_key=focus.scope_key, prices=damages.price, years=damages.years,
            )  # fmt: skip
        except KeyError:  # nowhere in force
            curve = None
    return Impact(change, curve, focus, damages.years)


def judged(damages: Damages, standards: StandardSet) -> np.ndarray:
    return levels(damages.ready, standards)


def steps(focus: Focus) -> list[float]:
    """Values to run through: whole measurable steps around what is there now, at most ``MOST_STEPS``."""
    known = measures().get(focus.measure)
    step = known.step if known else 1.0
    there = [v for v in (focus.value, focus.before) if v is not None and np.isfinite(v)]
    middle = there or [10 * step]
    high = max(2 * max(middle), max(middle) + 6 * step)
    if focus.measure in ("ratio_pct", "crack_pct"):
        high = min(high, 100.0)
    low = 0.0 if known is None or min(middle) <= step else step
    while (high - low) / step > MOST_STEPS:
        step *= 2 if step * 2 * MOST_STEPS >= high - low else 5
    found = set(np.round(np.arange(low, high + step / 2, step), 6)) | {round(v, 6) for v in there}
    return sorted(float(v) for v in found)


def of_place(curve: pd.DataFrame, focus: Focus) -> pd.DataFrame:
    """The curve's rows that the focus is about: a city's own, else all cities together."""
    wanted = focus.scope_key[:6] if focus.scope in ("city", "route") else ALL
    found = curve[curve["city_code"] == wanted]
    return found if len(found) else curve[curve["city_code"] == ALL].assign(repairs=0, yen=0.0)
