"""Where zones without a base have their centre: several starts on a sample, then rounds on the network."""

from __future__ import annotations

import numpy as np

from . import prices

SAMPLE = 2500
ROUNDS = 10
NETWORK_ROUNDS = 4


def choose(place, load, target, given, reach, seed: int, starts: int, stop=None):
    """Centres (k, 2) for the zones of one region.

    ``place`` (units, 2) metres, ``load``; ``given``: zone -> place of a base that stays; ``reach(centres)``: travel
    of all units from the centres on the network -> (cost zones x units, the places on the network). The
    best of several starts by straight lines is improved on the network as long as travel falls.
    """
    k = len(target)
    goal = target / target.sum() * load.sum()
    rng = np.random.default_rng(seed)
    work = np.flatnonzero(load > 0)
    some = work if len(work) <= SAMPLE else np.sort(rng.permutation(work)[:SAMPLE])
    at, weight = place[some], load[some]
    aim = goal * (weight.sum() / load.sum())
    found = []
    for n in range(max(1, starts)):
        centres = _spread(at, weight, k, given, np.random.default_rng([seed, n]))
        price, last = None, np.inf
        for _ in range(ROUNDS):
            cost = _straight(at, centres)
            price = prices.balance(cost, weight, aim, 0.02, seed, price)
            label = prices.nearest_two(cost, price)[0]
            value = float((weight * cost[label, np.arange(len(some))]).sum())
            if value > last * (1 - 1e-3):
                break
            last = value
            centres = _medians(at, weight, label, centres, given)
        found.append((last, n, centres))
        if k == 1 or len(given) == k or (stop is not None and stop()):
            break
    centres = min(found, key=lambda one: one[:2])[2]
    best = None
    for _ in range(NETWORK_ROUNDS):
        cost, centres = reach(centres)
        price = prices.balance(cost, load, goal, 0.01, seed)
        label = prices.nearest_two(cost, price)[0]
        value = float((load * cost[label, np.arange(len(load))]).sum())
        if best is not None and value > best[0] * (1 - 1e-3):
            break
        best = (value, centres)
        if len(given) == k or (stop is not None and stop()):
            break
        centres = _medians(place[work], load[work], label[work], centres, given)
    return best[1]


def _spread(at, weight, k, given, rng) -> np.ndarray:
    """k-means++: each next centre far from those there are, by chance."""
    centres = np.full((k, 2), np.nan)
    for zone, where in given.items():
        centres[zone] = where
    chance = weight / weight.sum()
    if not given:
        centres[0] = at[rng.choice(len(at), p=chance)]
    for zone in range(k):
        if np.isnan(centres[zone, 0]):
            near = _straight(at, centres[~np.isnan(centres[:, 0])]).min(axis=0)
            far = weight * near**2
            far = far / far.sum() if far.sum() > 0 else chance
            centres[zone] = at[rng.choice(len(at), p=far)]
    return centres


def _straight(at, centres) -> np.ndarray:
    return np.hypot(at[None, :, 0] - centres[:, None, 0], at[None, :, 1] - centres[:, None, 1])


def _medians(at, weight, label, centres, given) -> np.ndarray:
    """The point of least weighted distance to each zone's units (Weiszfeld's steps)."""
    moved = centres.copy()
    for zone in range(len(centres)):
        mine = label == zone
        if zone in given or not mine.any():
            continue
        points, mass = at[mine], weight[mine]
        where = np.average(points, axis=0, weights=mass)
        for _ in range(8):
            pull = mass / np.maximum(np.hypot(*(points - where).T), 1.0)
            where = (points * pull[:, None]).sum(axis=0) / pull.sum()
        moved[zone] = where
    return moved
