"""Which pieces of the network get zones of their own, and how many: by city where borders are kept, by connection."""

from __future__ import annotations

import numpy as np
from scipy.optimize import linear_sum_assignment

from ...i18n import tr
from .options import KEEP, ZoneError, some
from .refine import ranges
from .units import Roads, Units

FAR = 1e7


def split(units: Units, city: np.ndarray, borders: str, k: int) -> tuple[np.ndarray, np.ndarray, list[str]]:
    """(piece, block, names of blocks) of the units. ``city`` (units): code of each."""
    if borders == KEEP:
        names, block = np.unique(city.astype(str), return_inverse=True)
        names = names.tolist()
        working = [c for n, c in enumerate(names) if units.load[block == n].sum() > 0]
        if len(working) > k:
            raise ZoneError(
                tr("{k} zones are too few to keep the borders of {n} cities ({names}): each city needs one of its own.",
                   k=k, n=len(working), names=some(working))
            )  # fmt: skip
    else:
        names, block = [""], np.zeros(len(units), int)
    return units.components(block), block, names


def counts(units: Units, piece, block, n_blocks: int, k: int) -> dict[int, int]:
    """Piece -> number of zones: k shared out over the blocks by largest remainder of their load (each at least one),
    then over the pieces of each block (a piece may get none: its sections have no zone)."""
    whole = units.load.sum()
    of_block = np.bincount(block, units.load, n_blocks)
    per_block = largest_remainder(of_block / whole, k, of_block > 0)
    found = {}
    for b in range(n_blocks):
        if not per_block[b]:
            continue
        mine = np.flatnonzero(block == b)
        pieces = np.unique(piece[mine])
        load = np.bincount(piece[mine], units.load[mine], piece.max() + 1)[pieces]
        size = np.bincount(piece[mine], minlength=piece.max() + 1)[pieces]
        first = (
            np.array([mine[piece[mine] == p][0] for p in pieces])
            if len(pieces) < 50
            else np.zeros(len(pieces))
        )
        order = np.lexsort((first, -size, -load))
        n = largest_remainder(load[order] / load.sum(), per_block[b], np.arange(len(order)) == 0)
        n = _no_more_than(n, size[order])
        found.update({int(pieces[p]): int(count) for p, count in zip(order, n) if count})
    return found


def largest_remainder(share: np.ndarray, k: int, at_least_one: np.ndarray) -> np.ndarray:
    """k seats by the method of Hamilton; those marked get at least one, taken from where there are most too many."""
    ideal = share * k
    seats = np.floor(ideal + 1e-9).astype(int)
    for n in np.lexsort((np.arange(len(share)), -(ideal - seats)))[: k - seats.sum()]:
        seats[n] += 1
    for n in np.flatnonzero(at_least_one & (seats == 0)):
        rich = np.flatnonzero(seats > np.where(at_least_one, 1, 0))
        if not len(rich):
            break
        seats[rich[np.argmax(seats[rich] - ideal[rich])]] -= 1
        seats[n] = 1
    return seats


def _no_more_than(seats: np.ndarray, most: np.ndarray) -> np.ndarray:
    """Never more zones than units: what is over goes to the next piece with room."""
    seats = seats.copy()
    over = int(np.maximum(seats - most, 0).sum())
    seats = np.minimum(seats, most)
    for n in range(len(seats)):
        more = min(over, int(most[n] - seats[n]))
        seats[n] += more
        over -= more
    return seats


def allot(
    number: dict[int, int], bound_to: dict[int, int], nearness: np.ndarray, target, load
) -> dict[int, list[int]]:
    """Which zones a piece gets. ``number``: piece -> how many; ``bound_to``: zone -> piece (by a lock); ``nearness``
    (zones x pieces in the order of ``number``): minutes from a zone's base, 0 without one; the rest by size: large
    targets to pieces with much load a zone."""
    pieces = list(number)
    seats = [p for p in pieces for _ in range(number[p])]
    if len(pieces) == 1:
        return {pieces[0]: list(range(len(target)))}
    per_seat = np.array([load[p] / number[p] for p in pieces])
    size = np.abs(np.subtract.outer(np.asarray(target) / np.mean(target), per_seat / per_seat.mean()))
    cost = np.minimum(nearness, FAR / 10) + size
    for zone, piece in bound_to.items():
        cost[zone] = [0 if p == piece else FAR for p in pieces]
    wide = np.array([cost[:, pieces.index(p)] for p in seats]).T
    rows, cols = linear_sum_assignment(wide)
    found: dict[int, list[int]] = {p: [] for p in pieces}
    for zone, seat in zip(rows, cols):
        found[seats[seat]].append(int(zone))
    return found


def part_of(units: Units, roads: Roads, chosen: np.ndarray) -> Units:
    """The chosen units alone, on the same nodes."""
    place = np.full(len(units), -1)
    place[chosen] = np.arange(len(chosen))
    count = np.diff(units.junction_start)[chosen]
    junction = units.junction[ranges(units.junction_start[chosen], count)]
    start = np.concatenate([[0], np.cumsum(count)])
    keep = place[units.unit] >= 0
    of = np.repeat(np.arange(len(units.unit_start) - 1), np.diff(units.unit_start))[keep]
    unit_start = np.concatenate([[0], np.cumsum(np.bincount(of, minlength=len(units.unit_start) - 1))])
    return Units(np.zeros(0, int), units.load[chosen], start, junction, unit_start, place[units.unit[keep]])
