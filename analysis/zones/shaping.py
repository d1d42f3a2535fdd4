"""Borders drawn anew, pair after pair, with the loads held: fewer cut junctions for a little travel."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .connect import joined, main_pieces
from .refine import DEPTH, cut_nodes, neighbours, recut
from .units import Units

TRIES = 4  # cuts a pair of zones until the load fits; the rest is interpolated
SCATTER = 0.004  # share of a zone that a new border may leave in loose pieces, for its neighbours to take
PAST = 3.0  # how far the shift for balance may go, in widths of the band


@dataclass
class Border:
    """What drawing borders needs. ``cost``: zones x units, minutes, prices, penalties and all; ``worth``: load x
    minutes of a cut junction; ``width``: minutes from the border that may change; ``place`` (units, 2): metres;
    ``junction_worth`` (nodes): factors, or None."""

    units: Units
    cost: np.ndarray
    target: np.ndarray
    free: np.ndarray
    fixed: np.ndarray
    place: np.ndarray
    worth: float
    width: float
    density: float
    junction_worth: np.ndarray | None = None


def band_of(cost: np.ndarray, load: np.ndarray, margin: np.ndarray, budget: float, cuts: int):
    """Worth of a junction and width of the band for an extra travel of ``budget`` (load x minutes): what a band of
    that width costs if half of it changes hands, and the budget spread over the junctions cut now."""
    near = np.quantile(margin, min(1.0, 0.05)) if len(margin) else 0.0
    near = max(float(near), 1e-9)
    density = max(load[margin <= near].sum() / near, 1e-12)
    width = np.sqrt(4 * budget / density)
    return max(budget / max(cuts, 1), 1e-15), max(float(width), 1e-9), float(density)


def drawn(border: Border, label: np.ndarray, stop=None) -> np.ndarray:
    """One round over all pairs of neighbouring zones, heaviest border first. Each zone's load moves to its target as
    far as the band allows; every zone is in one piece again at the end."""
    units, k = border.units, len(border.cost)
    shared = neighbours(units, label, k)
    pairs = [(int(-shared[a, b]), a, b) for a in range(k) for b in range(a + 1, k) if shared[a, b]]
    total = max(shared.sum() / 2, 1)
    for _, a, b in sorted(pairs):
        if stop is not None and stop():
            break
        label = _one(
            border, label, a, b, _wanted(units, label, border.target, shared, a, b), shared[a, b], total
        )
    return joined(units, label, border.cost, border.fixed)


def flows(excess: np.ndarray, shared: np.ndarray) -> np.ndarray:
    """k x k: load that should pass from zone to zone so that no excess is left, spread over the borders."""
    tie = shared.astype(float)
    laplace = np.diag(tie.sum(axis=1)) - tie
    level = np.linalg.lstsq(laplace, excess, rcond=1e-12)[0]
    return tie * (level[:, None] - level[None, :])


def _wanted(units, label, target, shared, a, b) -> float:
    known = label >= 0
    loads = np.bincount(label[known], units.load[known], len(target))
    goal = target * (loads.sum() / target.sum())
    return loads[a] - flows(loads - goal, shared)[a, b]


def _one(border: Border, label, a, b, goal, cuts, total) -> np.ndarray:
    """The pair's border with zone a's load at ``goal``: the shift between the two is searched, and where the load
    jumps over the goal the border follows one solution up to some place and the other one from there on."""
    units, load = border.units, border.units.load
    low, high = -PAST * border.width, PAST * border.width
    under = over = None
    shift = 0.0
    slope = max(border.density * cuts / total, 1e-12)
    most = max(1000, DEPTH * int(cuts))
    close = 5e-4 * border.target[a]
    for n in range(TRIES):
        gain = load * (border.cost[b] - border.cost[a] - shift)
        new = recut(
            units, label, gain, a, b, border.worth, border.width * 2, border.free, most, border.junction_worth
        )
        error = load[new == a].sum() - goal
        if abs(error) <= close:
            return new
        if error > 0:
            low, over = shift, (error, new)
        else:
            high, under = shift, (error, new)
        # the first guess by the load near the border, then by where the two ends would meet, halves otherwise
        shift = shift + 1.5 * error / slope if n == 0 else (low + high) / 2
        shift = float(np.clip(shift, -PAST * border.width, PAST * border.width))
    one_sided = over is None or under is None
    found = [(over or under)[1]] if one_sided else _between(border, over, under, a, b)
    for new in found:
        if _scattered(units, new, a, b, border.fixed) <= SCATTER * border.target[[a, b]].min():
            return new
    return label


def _scattered(units, label, a, b, fixed) -> float:
    """Load of the two zones outside their main pieces."""
    two = np.where(label == a, 0, np.where(label == b, 1, -1))
    return float(units.load[(two >= 0) & ~main_pieces(units, two, 2, fixed)].sum())


def _between(border: Border, over, under, a, b) -> list[np.ndarray]:
    """From the solution with too much in ``a`` take the part at one end of the border: of the four ends (two along
    the longest extent, two across) the one that cuts fewest junctions first."""
    units, load = border.units, border.units.load
    differ = np.flatnonzero(over[1] != under[1])
    moves = differ[over[1][differ] == a]
    back = differ[over[1][differ] != a]  # the other way round: rare, taken as in ``under``
    start = over[1].copy()
    start[back] = under[1][back]
    excess = over[0] + load[back].sum()
    at = border.place[moves] - border.place[moves].mean(axis=0)
    axes = np.linalg.eigh(at.T @ at)[1].T if len(moves) > 2 else np.eye(2)
    found = []
    for axis in axes[::-1]:
        along = at @ axis
        for sign in (1, -1):
            order = np.argsort(sign * along, kind="stable")
            upto = int(np.searchsorted(np.cumsum(load[moves][order]), excess))
            new = start.copy()
            new[moves[order[:upto]]] = b
            found.append((int(cut_nodes(units, new).sum()), len(found), new))
    return [new for _, _, new in sorted(found, key=lambda one: one[:2])]
