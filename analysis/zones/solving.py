"""One connected piece of the network shared out among its zones."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np

from . import exact, prices
from .connect import joined, tied
from .moves import polished, settled
from .options import ZoneOptions
from .refine import cut_nodes
from .shaping import Border, band_of, drawn
from .units import Units

BLEND = 0.02  # part of straight-line distance in what zones compete by, see `competing`
WALL_MIN = 1e4  # minutes: a zone that a lock or the time limit rules out
POLISH_UP_TO = 4000  # units
ROUNDS_SMALL, SMALL = 3, 30_000  # borders are drawn so often up to so many units, once beyond
HIGH = 0.4  # a large share of the target: pieces of a zone as heavy are linked to it instead of given away


@dataclass
class Region:
    """``units``: those of the region. ``cost`` zones x units: minutes from the zone's base. ``place`` (units, 2),
    ``base`` (zones, 2) metres. ``target`` (zones). ``lock``, ``current`` (units): zone or -1. ``outside`` (zones x
    units, or None): minutes on top where a zone works outside its home city. ``junction_worth`` (nodes, or None).
    ``names``: of the units, for ties. ``median``: travel of a free zone, for a handful of units, or None."""

    units: Units
    cost: np.ndarray
    place: np.ndarray
    base: np.ndarray
    target: np.ndarray
    lock: np.ndarray
    current: np.ndarray
    names: np.ndarray
    outside: np.ndarray | None = None
    junction_worth: np.ndarray | None = None
    median: object = None


@dataclass
class Solved:
    """``label``: unit -> zone. ``price`` (zones). ``unlinked``: locked units that no way leads to. ``proven``: all
    ways were tried. ``in_time``: False where the time limit ended the search."""

    label: np.ndarray
    price: np.ndarray
    unlinked: np.ndarray
    proven: bool = False
    in_time: bool = True


@dataclass
class Clock:
    """When to stop: a person's cancel, or the time limit."""

    until: float | None = None
    cancelled: object = None

    def over(self) -> bool:
        return (self.until is not None and time.monotonic() > self.until) or bool(
            self.cancelled and self.cancelled()
        )


def solve(region: Region, options: ZoneOptions, clock: Clock) -> Solved:
    """Every zone in one piece, loads at their targets within the tolerance as near as units allow, then least travel,
    borders that cut few junctions and few changes."""
    units, k = region.units, len(region.target)
    target = region.target / region.target.sum() * units.load.sum()
    none = np.zeros(0, int)
    if k == 1:
        return Solved(np.zeros(len(units), int), np.zeros(1), none)
    locked = region.lock >= 0
    rival = competing(region, options)
    if (
        len(units) <= options.exact_up_to
        and k <= 5
        and not options.change_minutes
        and not (region.current >= 0).any()
    ):
        label = _tried(region, target, options)
        if label is not None:
            return Solved(label, prices.balance(rival, units.load, target, 1e-3, options.seed), none, True)
    start = _prices_of_current(region, rival, target, options)
    fair = np.maximum(
        options.tolerance * target, units.load.max()
    )  # a unit is as fine as zones can be told apart
    if start is not None and _off(units, prices.nearest_two(rival, start)[0], target, fair) <= 0:
        price = start  # what there is, is balanced: nothing has to move for it
    else:
        price = prices.balance(
            rival, units.load, target, max(options.tolerance / 2, 2e-4), options.seed, start
        )
    label, _, margin = prices.nearest_two(rival, price)
    total = rival + price[:, None]
    label = np.where(locked, region.lock, label)
    label, fixed, unlinked = tied(units, label, total, locked, HIGH * target.min())
    fixed[unlinked] = True
    label = joined(units, label, total, fixed)
    aim = np.maximum(options.tolerance * target, 0) * 0.9
    free = ~fixed
    travel = prices.bound(region.cost, units.load, target, price)
    cuts = int(cut_nodes(units, label).sum())
    changing = options.change_minutes > 0 and (region.current >= 0).any()
    if changing and _off(units, label, target, fair) <= 0:
        return Solved(label, price, unlinked)
    worth = 0.0
    if options.cut_budget > 0 and cuts and not changing:
        worth, width, density = band_of(
            total, units.load, margin, options.cut_budget * max(travel, 1e-12), cuts
        )
        label = _reshaped(
            region, total, target, free, fixed, label, worth, width, density, price, options, clock
        )
    label = settled(units, label, total, target, aim, free, worth, stop=clock.over)
    if len(units) <= POLISH_UP_TO:
        label = polished(units, label, total, target, aim, free, worth, stop=clock.over)
    return Solved(label, price, unlinked, in_time=not clock.over())


def competing(region: Region, options: ZoneOptions) -> np.ndarray:
    """What zones compete by: minutes of travel, penalties, walls; and a small part of the distance in a straight line.

    The latter is for places behind a bridge: there all zones that come over it are further away by the same number of
    minutes, so that prices could only give the whole of it to one zone or the other (or cut it at random)."""
    cost = np.where(np.isfinite(region.cost), region.cost, WALL_MIN)
    base = _apart(region)
    straight = np.hypot(
        region.place[None, :, 0] - base[:, None, 0], region.place[None, :, 1] - base[:, None, 1]
    )
    mean = straight.mean()
    rival = (1 - BLEND) * cost + (BLEND * min(cost.mean(), WALL_MIN) / mean * straight if mean > 0 else 0)
    if region.outside is not None:
        rival = rival + region.outside
    late = cost > options.max_minutes
    if late.any():
        rival = rival + WALL_MIN * (late & ~late.all(axis=0))
    known = np.flatnonzero(region.current >= 0)
    if options.change_minutes > 0 and len(known):
        rival = rival + 0.0
        rival[:, known] += options.change_minutes
        rival[region.current[known], known] -= options.change_minutes
    held = np.flatnonzero(region.lock >= 0)
    if len(held):
        rival = rival + 0.0
        rival[:, held] += WALL_MIN
        rival[region.lock[held], held] -= WALL_MIN
    return rival


def _apart(region: Region) -> np.ndarray:
    """Places of the bases (zones, 2); where several zones have theirs at one place (offices in one house), moved apart
    along the area's long axis: else nothing would tell these zones from each other, and one would get everything."""
    base = region.base.astype(float)
    _, group = np.unique(np.round(base), axis=0, return_inverse=True)
    group = group.reshape(-1)
    if len(np.unique(group)) == len(base):
        return base
    middle = region.place - region.place.mean(axis=0)
    axis = np.linalg.eigh(middle.T @ middle)[1][:, -1]
    axis = axis * np.sign(axis[np.argmax(np.abs(axis))])  # which way is no matter of rounding
    step = np.hypot(*middle.T).mean() / 2
    side = np.array([-axis[1], axis[0]])
    for one in np.unique(group):
        own = np.flatnonzero(group == one)
        if len(own) > 1:
            angle = 2 * np.pi * np.arange(len(own)) / len(own)
            base[own] += step * (np.cos(angle)[:, None] * axis - np.sin(angle)[:, None] * side)
    return base


def _prices_of_current(region, rival, target, options):
    """With an existing assignment: the prices that would have made it, so that it is the beginning of the search."""
    known = region.current >= 0
    if not (options.change_minutes > 0 and known.any()):
        return None
    k = len(target)
    loads = np.bincount(region.current[known], region.units.load[known], k)
    if (loads <= 0).any():
        return None
    plain = rival[:, known]
    return prices.balance(plain, region.units.load[known], loads, 1e-6, options.seed)


def _reshaped(region, total, target, free, fixed, label, worth, width, density, price, options, clock):
    """Borders drawn anew; once more with dearer junctions while travel allows it (small cases: time is no matter)."""
    units = region.units
    border = Border(
        units, total, target, free, fixed, region.place, 2 * worth, width, density, region.junction_worth
    )
    best = label
    for _ in range(ROUNDS_SMALL if len(units) <= SMALL else 1):
        label = drawn(border, label, clock.over)
        loads = np.bincount(label[label >= 0], units.load[label >= 0], len(target))
        least = prices.bound(region.cost, units.load, loads, price)
        spent = _travel(region, label) / max(least, 1e-12) - 1
        if spent > options.cut_budget:
            border.worth /= 2
            continue
        best = label
        if spent > options.cut_budget / 2:
            break
        border.worth, border.width = border.worth * 1.5, border.width * 1.25
    return best


def _travel(region, label) -> float:
    known = np.flatnonzero(label >= 0)
    return float((region.units.load[known] * region.cost[label[known], known]).sum())


def _off(units, label, target, aim) -> float:
    loads = np.bincount(label[label >= 0], units.load[label >= 0], len(target))
    return float(np.maximum(np.abs(loads - target) - aim, 0).max())


def _tried(region: Region, target, options):
    incidence = region.units.incidence
    beside = (incidence @ incidence.T).toarray() > 0
    np.fill_diagonal(beside, False)
    cost = np.where(np.isfinite(region.cost), region.cost, WALL_MIN)
    held = np.flatnonzero(region.lock >= 0)
    late = cost > options.max_minutes
    cost = cost + WALL_MIN * (late & ~late.all(axis=0))
    if region.outside is not None:
        cost = cost + region.outside
    for unit in held:
        cost[:, unit] = np.where(np.arange(len(cost)) == region.lock[unit], cost[:, unit], exact.FORBIDDEN)
    median = None if len(held) else region.median
    return exact.best(beside, region.units.load, target, cost, options.tolerance, region.names, median)
