"""Prices that balance the zones: the dual of the balanced transport problem.

A unit goes where travel plus price is least. Raising a zone's price makes it smaller everywhere along its border at
once; the prices at which all shares are met are the dual variables of moving the load to the bases at least travel, so
their dual value bounds the travel of *any* zones with these shares and bases, connected or not (Brieden, Gritzmann,
Klemm 2017). Found by Newton's method on the share as a function of the prices, whose derivative is the load near the
borders (as in semi-discrete optimal transport: Kitagawa, Merigot, Thibert 2019), first on a sample.
"""

from __future__ import annotations

import numpy as np

SAMPLE = 6000
BIG = 1e6  # minutes; stands for "not this zone", so that differences stay finite


def nearest_two(cost: np.ndarray, price: np.ndarray):
    """``cost`` zones x units. The zone of least cost + price of each unit (the first of equals), the second one, and
    the margin between them (infinite with one zone)."""
    k, n = cost.shape
    first, second = np.zeros(n, np.int32), np.zeros(n, np.int32)
    low, next_low = cost[0] + price[0], np.full(n, np.inf)
    for zone in range(1, k):
        here = cost[zone] + price[zone]
        wins = here < low
        middle = ~wins & (here < next_low)
        next_low = np.where(wins, low, np.where(middle, here, next_low))
        second = np.where(wins, first, np.where(middle, zone, second))
        low = np.where(wins, here, low)
        first = np.where(wins, zone, first)
    with np.errstate(invalid="ignore"):
        return first, second, next_low - low


def balance(
    cost: np.ndarray, load: np.ndarray, target: np.ndarray, tolerance: float, seed: int = 0, start=None
):
    """Prices (k, least 0) at which every zone's load is within ``tolerance`` of its ``target`` (loads summing to that
    of ``load``), as near as units allow. ``start``: prices to begin from; they are kept where they are good enough."""
    k, n = cost.shape
    price = np.zeros(k) if start is None else np.asarray(start, float).copy()
    if k == 1 or not n:
        return price
    aim = tolerance * target
    if start is not None and (np.abs(_loads(cost, load, price) - target) <= aim).all():
        return price
    if n <= 3 * SAMPLE:
        price = _newton(cost, load, target, _sweeps(cost, load, target, price, 6), aim)
        return price - price.min()
    rows = np.sort(np.random.default_rng(seed).permutation(n)[:SAMPLE])
    weight = load[rows]
    if weight.sum() > 0:
        some, goal = cost[:, rows], target * (weight.sum() / target.sum())
        price = _newton(some, weight, goal, _sweeps(some, weight, goal, price, 6), goal * 1e-3)
    first, _, margin = nearest_two(cost, price)
    reach = np.partition(margin, n // 8)[n // 8]
    near = margin <= reach  # the sample's prices are nearly right: only units near a border can still change
    settled = np.bincount(first[~near], load[~near], k)
    found = _newton(cost[:, near], load[near], target, price, aim, settled)
    if 2 * np.abs(found - price).max() > reach:
        found = _newton(cost, load, target, found, aim)
    return found - found.min()


def bound(cost: np.ndarray, load: np.ndarray, target: np.ndarray, price: np.ndarray) -> float:
    """Least load x minutes that any assignment with these target loads can have, however it looks."""
    return float((load * (cost + price[:, None]).min(axis=0)).sum() - (price * target).sum())


def _loads(cost, load, price) -> np.ndarray:
    return np.bincount(nearest_two(cost, price)[0], load, len(cost))


def _newton(cost, load, target, price, aim, settled=0.0, rounds: int = 30) -> np.ndarray:
    """``settled`` (k): load that the zones have besides ``load``."""
    k = len(cost)
    best, best_error, step = price, np.inf, 1.0
    change, width = np.zeros(k), None
    for _ in range(rounds):
        first, second, margin = nearest_two(cost, price)
        off = np.bincount(first, load, k) + settled - target
        error = np.abs(off / target).max()
        if error < best_error * 0.999:
            best, best_error, step = price, error, min(1.0, step * 2)
        elif step > 1 / 64:
            step /= 2  # too far: back to the best prices, half the way
        else:
            break
        if (np.abs(off) <= aim).all():
            return price
        if best is not price:
            price = best + step * change
            continue
        finite = margin < BIG / 2
        if width is None:
            width = max(float(np.quantile(margin[finite], 0.1)) if finite.any() else 1.0, 1e-9)
        near = finite & (margin < width)
        change = _solved(first[near], second[near], load[near], off, width, k)
        width = max(min(width, 4 * float(np.abs(change).max())), 1e-6)
        price = best + step * change
    if best_error * target.max() > aim.max() and np.ndim(settled) == 0:
        best = _closer(cost, load, target, best, _sweeps(cost, load, target, best, 3))
    return best


def _closer(cost, load, target, one, other):
    errors = [np.abs(_loads(cost, load, price) / target - 1).max() for price in (one, other)]
    return one if errors[0] <= errors[1] else other


def _solved(first, second, load, off, width, k) -> np.ndarray:
    """How prices must change to move ``off`` away, from the load within ``width`` of each border."""
    across = np.bincount(first * k + second, load, k * k).reshape(k, k)
    across = (across + across.T) / (2 * width)
    lone = across.sum(axis=1) <= 0  # no unit near a border: a weak tie to all, so that something moves
    across[lone] += across.max() * 1e-3 + 1e-12
    across[:, lone] += across.max() * 1e-3 + 1e-12
    np.fill_diagonal(across, 0)
    laplace = np.diag(across.sum(axis=1)) - across
    return np.linalg.lstsq(laplace, off, rcond=1e-12)[0]


def _sweeps(cost, load, target, price, rounds: int) -> np.ndarray:
    """One zone after the other gets the price at which it has its target: slow and sure, for the way in."""
    price = price.copy()
    k = len(cost)
    for _ in range(rounds):
        for zone in range(k):
            others = np.delete(np.arange(k), zone)
            margin = (cost[others] + price[others, None]).min(axis=0) - cost[zone]
            order = np.argsort(-margin, kind="stable")
            filled = np.cumsum(load[order])
            at = int(np.searchsorted(filled, target[zone] * (1 - 1e-12)))
            at = min(at, len(order) - 1)
            after = margin[order[min(at + 1, len(order) - 1)]]
            price[zone] = (margin[order[at]] + after) / 2
    return price
