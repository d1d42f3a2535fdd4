"""All ways to part a handful of units into connected zones: the best one, proven."""

from __future__ import annotations

import numpy as np
from scipy.optimize import linear_sum_assignment

FORBIDDEN = 1e9


def best(beside: np.ndarray, load, target, cost, tolerance: float, names, median=None):
    """``beside`` (n x n, bool): units that meet; n up to about 10. ``target`` (k); ``cost`` zones x units (load x
    minutes count; FORBIDDEN where a lock says so). Least imbalance (all within ``tolerance`` are equal), then least
    travel, then the first names in the lightest zone. ``median(units)``: travel of a zone whose base is free, used
    instead of ``cost`` where given. Returns unit -> zone, or None where no connected parting exists."""
    n, k = len(load), len(target)
    near = [int(sum(1 << int(v) for v in np.flatnonzero(row))) for row in beside]
    whole = [mask for mask in range(1, 1 << n) if _connected(mask, near)]
    sums = {mask: float(load[[i for i in range(n) if mask >> i & 1]].sum()) for mask in whole}
    starting: list[list[int]] = [[] for _ in range(n)]
    for mask in whole:
        starting[(mask & -mask).bit_length() - 1].append(mask)
    goal = np.asarray(target) / np.sum(target) * load.sum()
    equal = np.allclose(goal, goal[0])
    order = np.argsort(goal, kind="stable")
    free: dict[int, float] = {}
    found: list = [None]

    def value(masks) -> tuple | None:
        heavy = np.array([sums[m] for m in masks])
        off = np.abs(heavy[:, None] / goal[None, :] - 1)
        # with unequal shares the least worst pairing of weights and shares keeps their order
        dev = float(off[:, 0].max() if equal else np.abs(np.sort(heavy) / goal[order] - 1).max())
        dev = round(max(dev, tolerance), 9)
        if found[0] is not None and dev > found[0][0][0] + (0.5 if not equal else 0):
            return None
        if median is not None:
            for m in masks:
                if m not in free:
                    free[m] = median([i for i in range(n) if m >> i & 1])
            travel = np.array([[free[m]] * k for m in masks])
        else:
            travel = np.array(
                [[sum(cost[z, i] * load[i] for i in range(n) if m >> i & 1) for z in range(k)] for m in masks]
            )
        lock = np.array(
            [[any(cost[z, i] >= FORBIDDEN for i in range(n) if m >> i & 1) for z in range(k)] for m in masks]
        )
        weigh = travel + FORBIDDEN * lock + (0 if equal else 1e6 * np.maximum(off, tolerance))
        rows, zones = linear_sum_assignment(weigh)
        if lock[rows, zones].any():
            return None
        dev = round(max(float(off[rows, zones].max()), tolerance), 9)
        light = min(zip(np.round(heavy, 12), masks), key=lambda one: (one[0], sorted(_names(one[1], names))))
        return (
            (dev, round(float(travel[rows, zones].sum()), 9), sorted(_names(light[1], names))),
            masks,
            zones,
        )

    def part(left: int, masks: tuple) -> None:
        if not left:
            if len(masks) == k:
                this = value(masks)
                if this is not None and (found[0] is None or this[0] < found[0][0]):
                    found[0] = this
            return
        if len(masks) == k:
            return
        low = (left & -left).bit_length() - 1
        for mask in starting[low]:
            if mask & left == mask:
                part(left & ~mask, (*masks, mask))

    part((1 << n) - 1, ())
    if found[0] is None:
        return None
    label = np.zeros(n, int)
    for mask, zone in zip(found[0][1], found[0][2]):
        label[[i for i in range(n) if mask >> i & 1]] = zone
    return label


def _connected(mask: int, near: list[int]) -> bool:
    reached = mask & -mask
    while True:
        wider, rest = reached, reached
        while rest:
            low = rest & -rest
            wider |= near[low.bit_length() - 1]
            rest ^= low
        wider &= mask
        if wider == reached:
            return reached == mask
        reached = wider


def _names(mask: int, names) -> list[str]:
    return [str(names[i]) for i in range(len(names)) if mask >> i & 1]
