"""``compare``: figures of every plan, zone and city, and what changes hands against the first plan."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ...i18n import tr
from . import changes, figures
from .matching import matched
from .options import ASSUMED_CREW_HOURS, ASSUMED_HOURS_PER_KM, Scenario, ScenarioOptions
from .reading import Read, read


@dataclass
class Comparison:
    """Tables, the first plan first. Shares and work in % of the first plan's whole work, minutes, km, hours a year.

    ``plans``: one row a plan. ``zones``: one a plan and zone. ``cities``: one a plan and city. ``pairs``: km of each
    city in each zone. ``changes``: one row a section that is in other hands than in the first plan, with ``kind``
    (moved, leaves, joins). ``moves``: those summed by city, from and to. ``colour``: (plan, zone) -> number that a
    zone shares with the one it continues. ``assumed``: sentences on figures that nobody gave. ``left_out``: sentences
    on figures that are missing, and why.
    """

    plans: pd.DataFrame
    zones: pd.DataFrame
    cities: pd.DataFrame
    pairs: pd.DataFrame
    changes: pd.DataFrame
    moves: pd.DataFrame
    colour: dict[tuple[str, str], int]
    options: ScenarioOptions
    assumed: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def compare(
    roads: pd.DataFrame,
    scenarios: list[Scenario],
    options: ScenarioOptions | None = None,
    joints: pd.DataFrame | None = None,
) -> Comparison:
    """Zone plans side by side; the first is what the others are measured against. Unified model, sections 8.4, T13.

    ``roads``: one row a section: section, city_code, length_m, and what is known of rc, twin (a second drawing),
    through_id, route_key, yen (paid a year so far), geom. Sections that a plan does not have are outside of it
    (a partner fewer). ``joints``: section, node (``junctions``): without it crossings of borders are not counted.
    The order of rows never shows. Raises ScenarioError.
    """
    options = options or ScenarioOptions()
    options.check()
    got = read(roads, scenarios)
    assumed, left_out = [], []
    hours = _hours(got, options, assumed)
    crew = options.crew_hours
    if crew is None:
        crew = ASSUMED_CREW_HOURS
        assumed.append(
            tr("A crew is assumed to work {n} hours a year; nobody gave the figure.", n=f"{crew:,.0f}")
        )
    match = [_match(got, p) for p in range(len(scenarios))]
    zones, pairs = figures.zone_table(got, scenarios, options, hours, crew, match)
    hands = changes.hands(got, scenarios, match)
    moved = changes.sections_that_change(got, scenarios, hands, match)
    cities = figures.city_table(got, scenarios, options, moved)
    plans = figures.plan_table(got, scenarios, joints, zones, moved, hours, crew, options)
    _gaps(got, roads, scenarios, options, joints, plans, left_out)
    return Comparison(
        plans, zones, cities, pairs, moved, changes.moves(moved), _colours(got, scenarios, match), options,
        assumed, left_out,
    )  # fmt: skip


def _hours(got: Read, options: ScenarioOptions, assumed: list[str]) -> float:
    if options.hours is not None:
        return options.hours
    km = float(got.km[got.there[0]].sum())
    assumed.append(
        tr("Work is assumed to take {n} hours a year for each of {km} km of roads, {all} hours in all; nobody gave the"
           " figure. Crews and hours are for comparing only.", n=f"{ASSUMED_HOURS_PER_KM:g}", km=f"{km:,.0f}",
           all=f"{ASSUMED_HOURS_PER_KM * km:,.0f}")
    )  # fmt: skip
    return ASSUMED_HOURS_PER_KM * km


def _match(got: Read, p: int) -> np.ndarray:
    if p == 0:
        return np.arange(len(got.zones[0]))
    weight = got.work[0] + 1e-9 * got.roads["length_m"].to_numpy(
        float
    )  # zones without work are matched by length
    return matched(got.zone[0], got.zone[p], weight, len(got.zones[0]), len(got.zones[p]))


def _colours(got: Read, scenarios: list[Scenario], match) -> dict[tuple[str, str], int]:
    """A zone has the number of the one it continues; a new one the lowest that its plan has free."""
    found = {}
    for plan, names, of in zip(scenarios, got.zones, match):
        free = iter(sorted(set(range(len(got.zones[0]) + len(names))) - set(of.tolist())))
        for name, base in zip(names, of.tolist()):
            found[plan.key, name] = base if base >= 0 else next(free)
    return found


def _gaps(got: Read, roads, scenarios, options, joints, plans, left_out: list[str]) -> None:
    """What the tables cannot say is said."""
    if options.yen_per_hour is None:
        left_out.append(tr("Yen of the work: no price of a crew's hour was given."))
    if not plans["yen_contracts"].notna().any():
        left_out.append(tr("Contract sums: none of the plans' zones has one."))
    if "yen" not in roads or not (pd.to_numeric(roads["yen"], errors="coerce") > 0).any():
        left_out.append(tr("Yen paid so far: no works with a sum are known on these sections."))
    if "through_id" not in roads or not roads["through_id"].notna().any():
        left_out.append(tr("Through routes cut: the sections do not say to which through route they belong."))
    if joints is None or not len(joints):
        left_out.append(tr("Crossings of borders: the sections have neither junctions nor places."))
    if options.journeys is None:
        left_out.append(
            tr("Travel is not in the hours and crews: the number of journeys a year was not given. So plans differ"
               " there by whole crews a zone only.")
        )  # fmt: skip
    dark = [plan.name for p, plan in enumerate(scenarios) if not np.isfinite(got.minutes[p]).any()]
    if dark:
        left_out.append(tr("Travel: these plans have no travel times: {names}.", names=", ".join(dark)))
    other = [plan.name for plan, like in zip(scenarios, got.like) if not like]
    if other:
        left_out.append(
            tr("{names}: the work of the sections was reckoned in another way than in {base} (other weights or another"
               " standard). In all it was set equal on the sections that both have, so that only its distribution"
               " differs.", names=", ".join(other), base=scenarios[0].name)
        )  # fmt: skip
