"""Zones for contractors: every section in one of k connected zones of fair load, near its base. ``assign_zones``."""

from __future__ import annotations

import dataclasses
import time

import numpy as np
import pandas as pd
from scipy.spatial import cKDTree

from ...i18n import tr
from . import centres, checking, prices, regions, results, travel
from . import units as reading
from .allotting import allotted
from .options import AUTO, K_MAX, KEEP, PREFER, WARN_DEV, Message, ZoneError, ZoneOptions, some
from .reach import centre_within
from .refine import cut_nodes, ranges
from .solving import Clock, Region, solve

BORDER_WORTH = 0.2  # a junction on a city's border counts so much of another one where borders are preferred


def assign_zones(
    network: pd.DataFrame, load, options: ZoneOptions | None = None, depots=None, locks=None, current=None,
    cities=None, progress=None,
) -> results.Zoning:  # fmt: skip
    """Shares the network out among k zones. Unified model, sections 8.4 and T13; methods: docs/algorithms/zones.md.

    ``network``: contract NETWORK, one row a piece, metres in a plane CRS. ``load``: what `workloads` returns, a Series
    by section, or one number a row. ``depots``: zone -> place (x, y or Point; several in a list): zones without one get
    a centre. ``locks``, ``current``: section -> zone. ``cities``: a table with city_code and geom, whose union the
    outlines tile (without it: the surroundings of the roads). ``progress(part, text)`` -> False cancels: the best so
    far is returned.

    Hard: one zone a section, each zone connected over shared junctions, travel within the limit where a base can. What
    cannot be is named in ``infeasible``, never relaxed silently. Deterministic for a seed, whatever the order of the
    rows. Raises ZoneError for input that contradicts itself.
    """
    options = options or ZoneOptions()
    options.check()
    checking.columns(network)
    told = _Told(progress)
    clock = Clock(
        time.monotonic() + options.time_limit_s if options.time_limit_s else None, lambda: told.cancelled
    )
    told(0.0, tr("Reading the network"))
    messages: list[Message] = []
    roads = reading.read(network, options.speed_kmh, 20.0, options.detour, options.not_maintained)
    section_load = checking.loads(roads, network, load, messages)
    units = reading.unite(roads, section_load, _groups(roads, network, options))
    job = _Job(network, roads, section_load, units, options, depots, locks, current, clock, told)
    if options.k == AUTO:
        drawn, more = _fewest(job)
    else:
        drawn, more = _with(job, options.k)
    messages += more
    told(0.75, tr("Outlines"))
    found = results.gathered(
        network, roads, units, section_load, drawn, options, messages, load, cities, clock
    )
    told(1.0, "")
    return found


@dataclasses.dataclass
class _Job:
    network: pd.DataFrame
    roads: reading.Roads
    section_load: np.ndarray
    units: reading.Units
    options: ZoneOptions
    depots: object
    locks: object
    current: object
    clock: Clock
    told: _Told


class _Told:
    def __init__(self, progress):
        self.progress, self.cancelled = progress, False

    def __call__(self, part: float, text: str) -> None:
        if self.progress is not None and self.progress(part, text) is False:
            self.cancelled = True


def _groups(roads, network, options):
    if not options.groups:
        return None
    if options.groups not in network:
        raise ZoneError(
            tr("The network has no column {name} to keep routes together by.", name=options.groups)
        )
    group = network[options.groups].astype(object).to_numpy()[roads.row]
    group = np.array(["" if pd.isna(value) else str(value) for value in group], object)
    group[~roads.maintained] = ""  # a highway that nobody maintains here would tie far places together
    if options.borders == "keep":  # a route cannot be whole across a border that is kept
        group = np.array([f"{g}|{c}" if g else "" for g, c in zip(group, roads.city)], object)
    return group


def _fewest(job: _Job):
    """The fewest zones that reach everything in time with a balance that is accepted; else the least bad number."""
    low, high = job.options.k_bounds
    low = max(low, checking.fewest(job.options, job.depots, job.locks), 1)
    if job.options.borders == KEEP:
        low = max(low, len(np.unique(job.roads.city[job.section_load > 0].astype(str))))
    if low > K_MAX:
        raise ZoneError(tr("{n} zones are wanted, more than {most}.", n=low, most=K_MAX))
    high = min(max(high, low), len(job.units))
    best = None
    for k in range(min(low, high), high + 1):
        drawn, messages = _with(job, k)
        late = job.section_load[drawn.minutes > job.options.max_minutes].sum()
        rank = (len(drawn.unzoned), round(float(late), 6), max(drawn.deviation - WARN_DEV / 2, 0), k)
        if best is None or rank < best[0]:
            best = (rank, drawn, messages)
        if rank[:3] == (0, 0.0, 0) or job.clock.over():
            break
    text = tr("{k} zones were chosen, within {low} to {high}.", k=best[0][3], low=low, high=high)
    return best[1], [*best[2], Message("K_CHOSEN", text)]


def _with(job: _Job, k: int):
    roads, units, options = job.roads, job.units, job.options
    messages: list[Message] = []
    if len(units) < k <= len(roads):
        raise ZoneError(
            tr("{k} zones cannot be made of {n} routes and sections that stay whole: {names}.", k=k, n=len(units),
               names=some(roads.key[np.unique(units.of_section, return_index=True)[1]]))
        )  # fmt: skip
    if k > len(units):
        raise ZoneError(
            tr("{k} zones cannot be made of {n} sections: {names}.", k=k, n=len(units), names=some(roads.key))
        )
    asked = checking.zones(options, k, job.depots, job.locks, job.current, roads, messages)
    lock = checking.of_units(asked.lock, units.of_section, len(units), roads, asked.zone_ids, True)
    now = checking.of_units(asked.current, units.of_section, len(units), roads, asked.zone_ids, False)
    city = _majority(roads.city, units.of_section, section_load=job.section_load)
    piece, block, names = regions.split(units, city, options.borders, k)
    number = regions.counts(units, piece, block, len(names), k)
    _heavy(asked, units, roads, messages)
    good = np.zeros(len(roads.node_xy), bool)
    home = np.isin(piece, list(number))
    good[units.junction[np.repeat(home, np.diff(units.junction_start))]] = True
    bases = checking.snapped(asked, roads, good, options, messages)
    place = _unit_places(roads, units, job.section_load)
    zones_of = allotted(job, asked, units, piece, number, lock, bases)
    drawn = results.Drawn(
        asked, np.full(len(units), -1), np.full((k, len(roads)), np.inf), bases, piece, block, names,
        zones_of, units, lock, now,
    )  # fmt: skip
    drawn.shared = units.load
    if options.attach_islands:  # an island's work counts where it will go, before prices are found
        apart = np.flatnonzero(~np.isin(piece, [p for p, own in zones_of.items() if own]))
        hosts = _hosts(job, drawn, apart, np.setdiff1d(np.arange(len(units)), apart))
        drawn.shared = units.load.copy()
        np.add.at(drawn.shared, hosts, units.load[apart])
        drawn.shared[apart] = 0
    done = 0
    for p in sorted(zones_of, key=lambda one: min(zones_of[one], default=k)):
        if zones_of[p]:
            _region(job, drawn, p, place, city)
        done += len(zones_of[p])
        job.told(0.1 + 0.6 * done / k, tr("{n} of {k} zones", n=done, k=k))
    _islands(job, drawn, place, city)
    if asked.anonymous and not any(bases):
        drawn.renumber(place)
    drawn.finish(roads, job.section_load)
    return drawn, messages


def _region(job: _Job, drawn: results.Drawn, p: int, place, city) -> None:
    roads, zones = job.roads, drawn.zones_of[p]
    chosen = np.flatnonzero(drawn.piece == p)
    part = regions.part_of(job.units, roads, chosen)
    plain, part.load = part.load, drawn.shared[chosen]
    asked = drawn.asked
    target = asked.target[zones]
    here = place[chosen]
    _centred(job, drawn, zones, part, here, target, drawn.now[chosen])
    region, solved = _shared(job, drawn, zones, chosen, part, here, city)
    late = _late(job, drawn, zones, chosen, solved)
    former = drawn.bases.copy()
    if late.any() and _moved(job, drawn, zones, chosen, solved, late) and not job.clock.over():
        again = _shared(job, drawn, zones, chosen, part, here, city)
        if _late(job, drawn, zones, chosen, again[1]).sum() < late.sum():
            region, solved = again
        else:
            drawn.bases = former
            drawn.field[zones] = travel.fields(roads, [former[z] for z in zones])
    cost = region.cost
    drawn.label[chosen] = np.where(solved.label >= 0, np.array(zones)[solved.label], -1)
    drawn.unlinked += chosen[solved.unlinked].tolist()
    drawn.in_time &= solved.in_time
    drawn.proven[p] = solved.proven
    known = solved.label >= 0
    loads = np.bincount(solved.label[known], plain[known], len(zones))  # to islands nobody drives
    drawn.bound += prices.bound(np.where(np.isfinite(cost), cost, 0), plain, loads, solved.price)
    drawn.any_bound &= all(asked.depots[z] for z in zones)
    if region.median is not None and solved.proven:
        _median_bases(job, drawn, zones, chosen, solved.label)


def _shared(job: _Job, drawn, zones, chosen, part, here, city):
    """The region of these bases, and how it is shared out."""
    roads, options, asked = job.roads, job.options, drawn.asked
    bases = [drawn.bases[z] for z in zones]
    minutes = travel.fields(roads, bases)
    drawn.field[zones] = minutes
    cost = travel.to_units(job.units.of_section, minutes, job.section_load, len(job.units))[:, chosen]
    base = np.array([roads.node_xy[own[0][0]] for own in bases])
    inside = np.full(len(asked.zone_ids) + 1, -1)
    inside[zones] = np.arange(len(zones))
    outside = worth = None
    if options.borders == PREFER:
        at_home = city[chosen][cKDTree(here).query(base)[1]]
        outside = options.border_minutes * (city[chosen][None, :] != at_home[:, None])
        worth = _border_worth(part, city[chosen])
    region = Region(
        part, cost, here, base, asked.target[zones], inside[drawn.lock[chosen]], inside[drawn.now[chosen]],
        _unit_names(job, chosen), outside, worth, _medians(job, drawn, zones, chosen, part),
    )  # fmt: skip
    return region, solve(region, options, job.clock)


def _late(job: _Job, drawn, zones, chosen, solved) -> np.ndarray:
    """Which sections are over the time limit in zones whose centre may move (bool a section)."""
    label = np.full(len(job.units), -1)
    label[chosen] = np.where(solved.label >= 0, np.array(zones)[solved.label], -1)
    zone = label[job.units.of_section]
    free = np.array([not places for places in drawn.asked.depots] + [False])[zone]
    late = drawn.field[zone, np.arange(len(zone))] > job.options.max_minutes
    return free & late & (zone >= 0)


def _moved(job: _Job, drawn, zones, chosen, solved, late) -> bool:
    """Centres of zones with late sections go where all of the zone is in time, if there is such a place."""
    bases = drawn.bases.copy()
    for n, zone in enumerate(zones):
        mine = chosen[solved.label == n]
        own = np.flatnonzero(np.isin(job.units.of_section, mine))
        if not late[own].any():
            continue
        node = centre_within(
            job.roads, bases[zone][0][0], own, np.unique(_nodes(job.units, mine)), job.options.max_minutes
        )
        if node is not None:
            bases[zone] = [(node, 0.0)]
    changed = bases != drawn.bases
    drawn.bases = bases
    return changed


def _centred(job: _Job, drawn, zones, part, here, target, now) -> None:
    """Zones without a base get a centre: a node of the network."""
    roads, options = job.roads, job.options
    lacking = [n for n, z in enumerate(zones) if not drawn.bases[z]]
    if not lacking:
        return
    nodes = np.unique(part.junction)
    tree = cKDTree(roads.node_xy[nodes])
    given = {n: roads.node_xy[drawn.bases[z][0][0]] for n, z in enumerate(zones) if drawn.bases[z]}
    inside = np.full(len(drawn.asked.zone_ids) + 1, -1)
    inside[zones] = np.arange(len(zones))
    now = inside[now]
    for n in lacking:  # zones that exist keep the centre that they have
        mine = now == n
        if mine.any():
            given[n] = np.average(here[mine], axis=0, weights=np.maximum(part.load[mine], 1e-12))
    known = {
        n: roads.node_xy[nodes[tree.query(where)[1]]] if n in lacking else where for n, where in given.items()
    }
    at = np.flatnonzero(drawn.piece == drawn.piece[_first(drawn, zones)])

    def reach(points):
        snapped = nodes[tree.query(points)[1]]
        minutes = travel.fields(roads, [[(int(node), 0.0)] for node in snapped])
        cost = travel.to_units(job.units.of_section, minutes, job.section_load, len(job.units))[:, at]
        return np.where(np.isfinite(cost), cost, 1e4), roads.node_xy[snapped]

    found = centres.choose(
        here, part.load, target, known, reach, options.seed, options.starts, job.clock.over
    )
    for n in lacking:
        drawn.bases[zones[n]] = [(int(nodes[tree.query(found[n])[1]]), 0.0)]


def _first(drawn, zones) -> int:
    piece = next(p for p, own in drawn.zones_of.items() if own == zones)
    return int(np.flatnonzero(drawn.piece == piece)[0])


def _islands(job: _Job, drawn, place, city) -> None:
    """Sections that no road connects with a zone: named; with the option they join the nearest zone."""
    loose = np.flatnonzero(drawn.label < 0)
    if not len(loose):
        return
    drawn.unzoned = loose
    if not job.options.attach_islands:
        return
    home = np.flatnonzero(drawn.label >= 0)
    drawn.label[loose] = drawn.label[_hosts(job, drawn, loose, home)]
    drawn.attached = loose


def _hosts(job: _Job, drawn, loose, home) -> np.ndarray:
    """The unit of ``home`` that lies nearest to each of the units ``loose``, the same for a whole island."""
    found = np.full(len(job.units), -1)
    for b in np.unique(drawn.block[loose]):
        mine = loose[drawn.block[loose] == b]
        there = home[drawn.block[home] == b]
        there = there if len(there) else home
        tree = cKDTree(job.roads.node_xy[_nodes(drawn.units, there)])
        who = np.repeat(there, np.diff(drawn.units.junction_start)[there])
        for p in np.unique(drawn.piece[mine]):  # an island stays whole
            own = mine[drawn.piece[mine] == p]
            away, which = tree.query(job.roads.node_xy[_nodes(drawn.units, own)])
            found[own] = who[which[np.argmin(away)]]
    return found[loose]


def _nodes(units, chosen) -> np.ndarray:
    return units.junction[ranges(units.junction_start[chosen], np.diff(units.junction_start)[chosen])]


def _heavy(asked, units, roads, messages) -> None:
    over = np.flatnonzero(units.load > asked.target.min())
    if not len(over):
        return
    names = [roads.key[np.flatnonzero(units.of_section == u)[0]] for u in over[:20]]
    text = tr("Sections heavier than a zone's whole share ({share:.1%}): "
              "{names}. Balance suffers; more zones make it worse.",
              share=float(asked.target.min()), names=some(names))  # fmt: skip
    messages.append(Message("HEAVY", text, tuple(names)))


def _majority(city, of_section, section_load) -> np.ndarray:
    """City of each unit: that of most of its load."""
    n = int(of_section.max()) + 1
    names, code = np.unique(city.astype(str), return_inverse=True)
    if n == len(of_section):
        return names[code].astype(object)
    votes = np.bincount(of_section * len(names) + code, section_load + 1e-15, n * len(names)).reshape(n, -1)
    return names[votes.argmax(axis=1)].astype(object)


def _unit_places(roads, units, section_load) -> np.ndarray:
    if len(units) == len(roads):
        return roads.middle
    weight = section_load + 1e-15
    total = np.bincount(units.of_section, weight, len(units))
    return np.column_stack(
        [np.bincount(units.of_section, weight * roads.middle[:, d], len(units)) / total for d in (0, 1)]
    )


def _unit_names(job, chosen) -> np.ndarray:
    if len(chosen) > 50:
        return chosen
    first = [np.flatnonzero(job.units.of_section == u)[0] for u in chosen]
    return job.roads.key[first]


def _border_worth(part, city) -> np.ndarray:
    """Factor a node: junctions where sections of two cities meet are cheaper to cut."""
    code = np.unique(city.astype(str), return_inverse=True)[1]
    return np.where(cut_nodes(part, code), BORDER_WORTH, 1.0)


def _medians(job, drawn, zones, chosen, part):
    """For a handful of units without bases: travel of a zone from its best node (exact search only)."""
    if len(chosen) > job.options.exact_up_to or any(drawn.asked.depots[z] for z in zones):
        return None
    nodes, cost = _all_costs(job, chosen, part)
    return lambda mine: float((cost[:, mine] * part.load[mine]).sum(axis=1).min())


def _all_costs(job, chosen, part):
    nodes = np.unique(part.junction)
    minutes = travel.fields(job.roads, [[(int(node), 0.0)] for node in nodes])
    return nodes, travel.to_units(job.units.of_section, minutes, job.section_load, len(job.units))[:, chosen]


def _median_bases(job, drawn, zones, chosen, label) -> None:
    part = regions.part_of(job.units, job.roads, chosen)
    nodes, cost = _all_costs(job, chosen, part)
    for n, zone in enumerate(zones):
        mine = np.flatnonzero(label == n)
        own = np.isin(nodes, part.junction[np.repeat(label == n, np.diff(part.junction_start))])
        value = np.where(own, (cost[:, mine] * part.load[mine]).sum(axis=1), np.inf)
        drawn.bases[zone] = [(int(nodes[value.argmin()]), 0.0)]
    drawn.field[zones] = travel.fields(job.roads, [drawn.bases[z] for z in zones])
