"""Which zones each piece of the network gets: by locks, by the nearness of bases, by size."""

from __future__ import annotations

import numpy as np

from ...i18n import tr
from . import regions, travel
from .options import ZoneError, some


def allotted(job, asked, units, piece, number, lock, bases) -> dict[int, list[int]]:
    """Piece -> its zones. ``number``: piece -> how many; ``lock`` (units): zone or -1; ``bases``: on the network.
    Raises ZoneError where locks ask for what no piece can give."""
    pieces = list(number)
    k = len(asked.zone_ids)
    if len(pieces) == 1:
        return {pieces[0]: list(range(k))}
    bound_to: dict[int, int] = {}
    for zone in range(k):
        held = np.unique(piece[lock == zone])
        held = [int(p) for p in held if p in number]
        if len(held) > 1:
            names = job.roads.key[np.isin(units.of_section, np.flatnonzero(lock == zone))]
            raise ZoneError(
                tr("Zone {zone} has locked sections in parts of the network that no allowed road connects: {names}.",
                   zone=asked.zone_ids[zone], names=some(sorted(names)))
            )  # fmt: skip
        if held:
            bound_to[zone] = held[0]
    for p in pieces:
        if sum(q == p for q in bound_to.values()) > number[p]:
            zones = [asked.zone_ids[z] for z, q in bound_to.items() if q == p]
            raise ZoneError(
                tr("The locks want the zones {names} in a part of the network that has load for only {n}.",
                   names=some(zones), n=number[p])
            )  # fmt: skip
    nearness = np.zeros((k, len(pieces)))
    load = {p: float(units.load[piece == p].sum()) for p in pieces}
    for zone, own in enumerate(bases):
        if own:
            minutes = travel.fields(job.roads, [own])
            cost = travel.to_units(units.of_section, minutes, job.section_load, len(units))[0]
            for n, p in enumerate(pieces):
                mine = (piece == p) & np.isfinite(cost)
                nearness[zone, n] = (
                    np.average(cost[mine], weights=units.load[mine] + 1e-15) if mine.any() else regions.FAR
                )
    return regions.allot(number, bound_to, nearness, asked.target, load)
