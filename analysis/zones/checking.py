"""What was given, made ready: loads, zones, bases, locks; everything that contradicts itself is named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.spatial import cKDTree

from ...i18n import tr
from .options import Message, ZoneError, ZoneOptions, some
from .units import NEEDED, Roads


@dataclass
class Asked:
    """``zone_ids`` (k); ``anonymous``: nobody named a zone; ``target`` (k), sum 1; ``depots``: a zone -> its places
    [(x, y)]; ``lock``, ``current`` (sections): zone or -1."""

    zone_ids: list[str]
    anonymous: bool
    target: np.ndarray
    depots: list[list[tuple[float, float]]]
    lock: np.ndarray
    current: np.ndarray


def columns(network: pd.DataFrame) -> None:
    """Raises ZoneError where the network lacks a column or has no section."""
    missing = [name for name in NEEDED if name not in network]
    if missing:
        raise ZoneError(tr("The network lacks the columns {names}.", names=", ".join(missing)))
    if not len(network):
        raise ZoneError(tr("The network has no section."))


def loads(roads: Roads, network: pd.DataFrame, load, messages: list[Message]) -> np.ndarray:
    """Load of each section, sum 1. ``load``: a table of `workloads`, a Series by section, or one value a row of the
    network (a section's rows are added up). Loads of twins count for the section that they follow."""
    if isinstance(load, pd.DataFrame):
        load = load["workload"]
    names = network["section"].astype(str).to_numpy(object)
    if isinstance(load, pd.Series) and load.index.name == "section":
        first = ~pd.Series(names).duplicated().to_numpy()
        values = np.where(first, load.reindex(names).to_numpy(float), 0.0)
        lacking = sorted({name for name, value in zip(names[first], values[first]) if not np.isfinite(value)})
        if lacking:
            raise ZoneError(tr("Sections without a workload: {names}.", names=some(lacking)))
    else:
        values = np.asarray(load, float)
        if values.shape != (len(network),):
            raise ZoneError(
                tr("There are {n} loads for {m} rows of the network.", n=values.size, m=len(network))
            )
    bad = ~(np.isfinite(values) & (values >= 0))
    if bad.any():
        raise ZoneError(
            tr(
                "The workload of a section must be a number of 0 or more: {names}.",
                names=some(sorted(set(names[bad]))),
            )
        )
    order = np.argsort(names.astype(str), kind="stable")  # the same sum whatever the order of the rows
    found = np.bincount(roads.leader_of[order], values[order], len(roads))
    if not found.sum() > 0:
        raise ZoneError(tr("The workload of all sections is 0: there is nothing to share out."))
    idle = roads.key[(found <= 0) & roads.maintained].tolist()
    if idle:
        text = tr(
            "{n} sections have no workload; they go with their surroundings: {names}.",
            n=len(idle),
            names=some(idle),
        )
        messages.append(Message("NO_LOAD", text, tuple(idle)))
    unknown = roads.key[roads.rc.astype(str) == ""].tolist()
    if unknown:
        text = tr("{n} sections have no road class; they are driven at the speed of other roads: {names}.",
                  n=len(unknown), names=some(unknown))  # fmt: skip
        messages.append(Message("NO_CLASS", text, tuple(unknown)))
    return found / found.sum()


def zones(options: ZoneOptions, k: int, depots, locks, current, roads: Roads, messages) -> Asked:
    """``depots``: zone -> (x, y), a point or a list of them; ``locks``: section -> zone (mapping, Series, or a table
    with section and zone_id); ``current``: the same, for the existing zones. Raises ZoneError."""
    depots = {str(zone): _places(zone, given) for zone, given in (depots or {}).items()}
    locked = _pairs(locks)
    present = _pairs(current)
    named = list(dict.fromkeys(map(str, options.zone_ids or ())))
    if not named:
        named = sorted({*depots, *(zone for _, zone in locked), *map(str, options.targets or {})})
    if len(named) > k:
        raise ZoneError(
            tr(
                "{n} zones are named ({names}), but only {k} are asked for.",
                n=len(named),
                names=some(named),
                k=k,
            )
        )
    for what, used in (
        (tr("The bases"), depots),
        (tr("The locks"), {z for _, z in locked}),
        (tr("The shares"), map(str, options.targets or {})),
    ):
        unknown = sorted(set(used) - set(named))
        if unknown:
            raise ZoneError(
                tr("{what} name zones that do not exist: {names}.", what=what, names=some(unknown))
            )
    weight = pd.Series([zone for _, zone in present], dtype=object).value_counts()
    for zone in sorted(weight.index, key=lambda z: (-weight[z], z)):
        if zone not in named and len(named) < k:
            named.append(zone)
    gone = sorted(set(weight.index) - set(named))
    if gone:
        text = tr(
            "Existing zones without a place among the new ones: {names}. Their sections are free.",
            names=some(gone),
        )
        messages.append(Message("ZONES_GONE", text, tuple(gone)))
    anonymous = not named
    fresh = (f"Z{n:02d}" for n in range(1, 100))
    while len(named) < k:
        name = next(fresh)
        if name not in named:
            named.append(name)
    given = {str(zone): float(share) for zone, share in (options.targets or {}).items()}
    rest = [zone for zone in named if zone not in given]
    mean = sum(given.values()) / len(given) if given else 1.0
    if given and rest and sum(given.values()) < 1:
        mean = (1 - sum(given.values())) / len(rest)  # shares that leave something leave it to the others
    target = np.array([given.get(zone, mean) for zone in named], float)
    return Asked(
        named, anonymous, target / target.sum(), [depots.get(zone, []) for zone in named],
        _placed(locked, named, roads, messages, strict=True), _placed(present, named, roads, messages, strict=False),
    )  # fmt: skip


def fewest(options: ZoneOptions, depots, locks) -> int:
    """How many zones have a name already."""
    named = {*map(str, options.zone_ids or ()), *map(str, options.targets or {}), *map(str, depots or {})}
    return len(named | {zone for _, zone in _pairs(locks)})


def snapped(
    asked: Asked, roads: Roads, good_nodes: np.ndarray, options: ZoneOptions, messages
) -> list[list[tuple]]:
    """The bases on the network: a zone -> [(node, minutes from the base to it)]. Raises ZoneError for bases too far
    away from every road."""
    if not any(asked.depots):
        return [[] for _ in asked.zone_ids]
    nodes = np.flatnonzero(good_nodes)
    tree = cKDTree(roads.node_xy[nodes])
    everywhere = cKDTree(roads.node_xy)
    found, far, apart = [], [], []
    for zone, places in zip(asked.zone_ids, asked.depots):
        own = []
        for x, y in places:
            if not (np.isfinite(x) and np.isfinite(y)):
                raise ZoneError(tr("The base of zone {zone} has no place.", zone=zone))
            away, which = tree.query([x, y])
            if away > options.depot_reach_m and everywhere.query([x, y])[0] <= options.depot_reach_m:
                apart.append(zone)
            elif away > options.depot_reach_m:
                far.append((zone, away))
            elif away > 200:
                text = tr("The base of zone {zone} lies {m:.0f} m from the nearest road.", zone=zone, m=away)
                messages.append(Message("DEPOT_OFF_ROAD", text, (zone,)))
            own.append((int(nodes[which]), away * options.detour * 0.06 / 30))
        found.append(own)
    if apart:
        raise ZoneError(
            tr("The bases of {names} lie at roads that no road connects with the rest of the network. Move them, or"
               " leave their place empty.", names=some(apart))
        )  # fmt: skip
    if far:
        names = ", ".join(f"{zone} ({away / 1000:.1f} km)" for zone, away in far)
        raise ZoneError(
            tr("Bases outside the area, further than {limit:.1f} km from "
               "every road: {names}. Check the place and the CRS.",
               limit=options.depot_reach_m / 1000, names=names)
        )  # fmt: skip
    return found


def of_units(
    section_zone: np.ndarray, of_section: np.ndarray, n_units: int, roads: Roads, zone_ids, strict: bool
):
    """Zone of each unit from that of its sections (the most frequent; strict: ZoneError where they differ)."""
    known = np.flatnonzero(section_zone >= 0)
    found = np.full(n_units, -1)
    if not len(known):
        return found
    k = len(zone_ids)
    votes = np.bincount(of_section[known] * k + section_zone[known], minlength=n_units * k).reshape(
        n_units, k
    )
    split = np.flatnonzero((votes > 0).sum(axis=1) > 1)
    if strict and len(split):
        names = roads.key[np.isin(of_section, split) & (section_zone >= 0)]
        raise ZoneError(
            tr(
                "Sections that stay together are locked to different zones: {names}.",
                names=some(sorted(names)),
            )
        )
    some_votes = votes.any(axis=1)
    found[some_votes] = votes[some_votes].argmax(axis=1)
    return found


def _places(zone, given) -> list[tuple[float, float]]:
    if given is None:
        return []
    if hasattr(given, "x"):
        return [(float(given.x), float(given.y))]
    given = list(given)
    if len(given) == 2 and all(isinstance(v, (int, float, np.number)) for v in given):
        return [(float(given[0]), float(given[1]))]
    return [place for one in given for place in _places(zone, one)]


def _pairs(given) -> list[tuple[str, str]]:
    if given is None:
        return []
    if isinstance(given, pd.DataFrame):
        pairs = zip(given["section"], given["zone_id"])
    elif isinstance(given, (Mapping, pd.Series)):
        pairs = given.items()
    else:
        pairs = given
    return [(str(s), str(z)) for s, z in pairs if pd.notna(z) and str(z) != ""]


def _placed(pairs, zone_ids, roads: Roads, messages, strict: bool) -> np.ndarray:
    """Zone of each section (-1: none). Strict: unknown sections and contradictions raise."""
    found = np.full(len(roads), -1)
    if not pairs:
        return found
    place = {name: n for n, name in enumerate(zone_ids)}
    section = np.array([s for s, _ in pairs], object)
    zone = np.array([place.get(z, -1) for _, z in pairs])
    at = roads.section_named(section)
    unknown = sorted(set(section[at < 0]))
    if unknown and strict:
        raise ZoneError(tr("Locked sections that are not in the network: {names}.", names=some(unknown)))
    if unknown:
        text = tr("{n} sections of the existing zones are no longer in the network: {names}.",
                  n=len(unknown), names=some(unknown))  # fmt: skip
        messages.append(Message("SECTIONS_GONE", text, tuple(unknown)))
    good = (at >= 0) & (zone >= 0)
    low, high = np.full(len(roads), len(zone_ids)), np.full(len(roads), -1)
    np.minimum.at(low, at[good], zone[good])
    np.maximum.at(high, at[good], zone[good])
    both = np.flatnonzero((high >= 0) & (low != high))
    if len(both) and strict:
        names = [f"{roads.key[n]} ({zone_ids[low[n]]} / {zone_ids[high[n]]})" for n in both]
        raise ZoneError(tr("Sections locked to two zones at once: {names}.", names=some(names)))
    found[high >= 0] = low[high >= 0]
    return found
