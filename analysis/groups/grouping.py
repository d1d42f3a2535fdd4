"""Routes into groups that neighbouring cities manage together, beside the same computed city by city."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.sparse import csgraph

from ...i18n import tr
from .bounding import NEAREST, lower_bound
from .describing import comparison, crossings_joined, describe, section_rows
from .distances import direct_ways, make_streets, near_ways
from .driving import Driving, lay_out
from .islands import Attached, attach, left_out
from .linking import at_terminals, find_links
from .options import EXAMPLE_YEN_PER_HOUR, GroupOptions, Locks
from .roads import REASONS, Roads, crossings, number_column, read_roads, text_column
from .solving import Partition, solve
from .units import make_units, resolve_locks

CHAIN_SHARE = 0.125  # of max_km: a longer chain stays in sections


@dataclass
class Grouping:
    """The answer. Frames have plain columns; texts are in the present language.

    ``sections``: section, group_id (None where not grouped), reason, attached_m (metres to its group of an island,
    else nan); in the order of first appearance of the input.
    ``groups``: T27 and figures, ``geom`` the outline (MultiPolygon), ``lines`` the roads (MultiLineString).
    ``driving``: group_id, section, part, times, length_m, geom: what a crew drives besides its roads, or twice.
    ``crossings``: one row a border crossing of a through route, with the group that joins it or None.
    ``separate``: groups of the same computed with all borders cut (no geometry), empty unless compared.
    ``comparison``: by city and total, dead running apart and together.
    ``bound_m``: no grouping at all has less dead running; ``bound_exact`` False where time ran out.
    """

    sections: pd.DataFrame
    groups: pd.DataFrame
    driving: pd.DataFrame
    crossings: pd.DataFrame
    separate: pd.DataFrame
    comparison: pd.DataFrame
    required_m: float
    dead_m: float
    separate_dead_m: float | None
    bound_m: float
    gap: float  # dead_m / bound_m - 1
    cut_short: bool
    messages: list
    seconds: dict


def group_routes(network: pd.DataFrame, routes: pd.DataFrame | None = None, options: GroupOptions | None = None,
                 locks: Locks | None = None, start=None, progress: Callable | None = None) -> Grouping:  # fmt: skip
    """Groups of roads, connected and within bounds, with as little dead running as a search finds.

    ``network``: the joined network, one row a piece (metres in a projected CRS). ``routes``: section -> through_id
    (and ``bd``). ``start``: section -> group, a mapping or Series, to change as little as ``change_penalty`` says.
    ``progress(share, text)`` is called between 0 and 1; what it raises ends the run and leaves nothing behind.
    Rivers need no option: without a bridge the network has no way across, and no group and no crew crosses there.

    The same input gives the same answer, in any order and on any machine, unless ``time_limit_s`` cut the search
    short (``cut_short`` says so). Raises GroupingError for options or locks that contradict each other, ValueError
    for a network that lacks what is needed.
    """
    options = options or GroupOptions()
    options.check()
    clock = _Clock(options, progress)
    clock.at(0.0, tr("Reading the network"))
    roads = read_roads(network, routes, options)
    task = _Task.of(roads, options, locks)
    clock.at(0.05, tr("Shortest ways"))
    roads.travel |= roads.required
    streets = make_streets(roads, _terminals(roads, task.units) | _contacts(roads))
    links = task.links(streets, options)
    out = left_out(roads, task.units[0], links[0], options)
    if out.any():
        roads.required &= ~out
        roads.why_not[out] = REASONS.index("island")
        task = _Task.of(roads, options, locks)
        links = task.links(streets, options)
    units, apart = task.units[0], task.units[1] if options.compare else None
    terminal = _terminals(roads, task.units)
    for found in links:
        terminal[found.terminal_a] = terminal[found.terminal_b] = True
    near = near_ways(streets, np.flatnonzero(terminal), clock.part(0.05, 0.3))
    clock.at(0.3, tr("Groups"))
    joint = solve(units, streets, near, at_terminals(links[0], near.of_node), options,
                  _labels(roads, units, start), clock.until(0.55 if options.compare else 0.85),
                  clock.part(0.3, 0.6))  # fmt: skip
    joint, attached = attach(roads, joint, options)
    driving = lay_out(roads, streets, near, joint, options)
    clock.at(0.6, tr("The same city by city"))
    alone = alone_driving = None
    if apart is not None:
        alone = solve(apart, streets, near, at_terminals(links[1], near.of_node), options,
                      None, clock.until(0.85), clock.part(0.6, 0.8), _joint_size(apart, joint))  # fmt: skip
        alone, _ = attach(roads, alone, options, task.barriers[1])
        alone_driving = lay_out(roads, streets, near, alone, options)
    clock.at(0.8, tr("Lower bound"))
    bound = 0.0
    if options.certify and units.n:
        odd = np.sort(near.node[_odd(units, near)])
        bound = lower_bound(*direct_ways(streets, odd, NEAREST), streets.x[odd], streets.y[odd],
                            clock.until(0.95), clock.part(0.8, 0.9))  # fmt: skip
    clock.at(0.9, tr("Figures"))
    answer = _assemble(roads, joint, attached, driving, alone, alone_driving, task, options, bound)
    answer.messages += _messages(roads, joint, attached, alone, options, task, locks, start, clock)
    clock.at(1.0, "")
    answer.seconds = clock.laps
    answer.cut_short = joint.cut_short or bool(alone is not None and alone.cut_short) or clock.over
    return answer


@dataclass
class _Task:
    """What is to be grouped: units, once as they are and (where compared) once with borders cut."""

    crossed: pd.DataFrame
    breaks: np.ndarray
    known_breaks: bool
    load_message: str | None
    units: list
    barriers: list  # number of each unit's city where borders stay cut, else 0

    @classmethod
    def of(cls, roads: Roads, options: GroupOptions, locks):
        crossed = crossings(roads, roads.required)
        breaks, known = _breaks(roads, crossed, options)
        load, message = _load(roads, options)
        cap_m = CHAIN_SHARE * options.max_km * 1000.0
        units = [make_units(roads, crossed, breaks, locks, load, cap_m, by_city)
                 for by_city in (False, True)[: 1 + options.compare]]  # fmt: skip
        barriers = [np.zeros(units[0].n, np.int64), *(_city_of(roads, u) for u in units[1:])]
        return cls(crossed, breaks, known, message, units, barriers)

    def links(self, streets, options):
        low = options.min_km * 1000.0
        return [find_links(u, streets, b, low, options.link_m) for u, b in zip(self.units, self.barriers)]


class _Clock:
    def __init__(self, options, progress):
        self.begin = time.monotonic()
        self.limit = options.time_limit_s
        self.progress = progress
        self.laps: dict[str, float] = {}
        self.text, self.last = "", self.begin

    def at(self, share, text):
        now = time.monotonic()
        if self.text:
            self.laps[self.text] = self.laps.get(self.text, 0.0) + now - self.last
        self.text, self.last = text, now
        if self.progress:
            self.progress(share, text)

    def part(self, low, high):
        if not self.progress:
            return None
        return lambda share: self.progress(low + (high - low) * min(max(share, 0.0), 1.0), self.text)

    def until(self, share):
        return None if self.limit is None else self.begin + share * self.limit

    @property
    def over(self):
        return self.limit is not None and time.monotonic() - self.begin > self.limit


def _first_pieces(units):
    first = np.full(units.n, len(units.of_piece))
    grouped = np.flatnonzero(units.of_piece >= 0)
    np.minimum.at(first, units.of_piece[grouped], grouped)
    return first


def _city_of(roads, units):
    return roads.city[_first_pieces(units)]


def _joint_size(apart, joint: Partition) -> np.ndarray:
    """Units of the joint component that each unit of the plan with borders cut lies in."""
    size = np.bincount(joint.component)[joint.component]
    return size[joint.units.of_piece[_first_pieces(apart)]]


def _contacts(roads) -> np.ndarray:
    """Nodes of roads to be grouped that other roads reach: where a link may begin."""
    own, other = np.zeros(roads.n_nodes, bool), np.zeros(roads.n_nodes, bool)
    for ends in (roads.a, roads.b):
        own[ends[roads.required]] = True
        other[ends[roads.travel & ~roads.required]] = True
    return own & other


def _terminals(roads: Roads, many) -> np.ndarray:
    """Nodes where some unit has an odd number of ends; one node of each unit that has none (a ring)."""
    terminal = np.zeros(roads.n_nodes, bool)
    for units in many:
        terminal[units.odd] = True
        rings = np.flatnonzero(units.odd_ptr[1:] == units.odd_ptr[:-1])
        terminal[units.node[units.node_ptr[rings]]] = True
    return terminal


def _odd(units, near) -> np.ndarray:
    value, count = np.unique(near.of_node[units.odd], return_counts=True)
    return value[count % 2 == 1]


def _breaks(roads, crossed, options):
    """Breaks of standard at each crossing: by pair of cities, or by the column ``std_ver``; and whether known."""
    a, b = crossed["piece_a"].to_numpy(), crossed["piece_b"].to_numpy()
    if options.breaks_by_cities is not None:
        n = len(roads.cities)
        table = np.zeros((n, n))
        for (one, two), count in options.breaks_by_cities.items():
            if str(one) in roads.cities and str(two) in roads.cities:
                i, j = roads.cities.index(str(one)), roads.cities.index(str(two))
                table[i, j] = table[j, i] = count
        return table[roads.city[a], roads.city[b]], True
    if "std_ver" in roads.frame:
        version = text_column(roads.frame, "std_ver")
        return (version[a] != version[b]).astype(float), True
    return np.zeros(len(a)), False


def _load(roads, options):
    """What groups are balanced by, scaled so that all of it together equals the length."""
    if options.balance_by in ("length", ""):
        return roads.length, None
    if options.balance_by not in roads.frame:
        raise ValueError(tr("The network lacks the columns {names}.", names=options.balance_by))
    first = np.r_[True, roads.section[1:] != roads.section[:-1]] if len(roads.section) else np.zeros(0, bool)
    value = np.where(first, np.maximum(number_column(roads.frame, options.balance_by), 0), 0.0)
    total = value[roads.required].sum()
    if total <= 0:
        return roads.length, tr("{column} is zero everywhere: balanced by length.", column=options.balance_by)
    return value * roads.length[roads.required].sum() / total, None


def _labels(roads, units, start):
    """Old group of each unit (the one with most of its length), as numbers in order of the groups' names."""
    if start is None or units.n == 0:
        return None
    given = pd.Series(start, dtype=object).dropna()
    names, code = np.unique(given.astype(str).to_numpy(str), return_inverse=True)
    keys = pd.Index(given.index.astype(str))
    place = keys.get_indexer(pd.Index(roads.sections.astype(str)))
    label = np.where(place >= 0, code[np.maximum(place, 0)] if len(code) else -1, -1)[roads.section]
    mine = np.flatnonzero((units.of_piece >= 0) & (label >= 0))
    out = np.full(units.n, -1)
    if not len(mine):
        return None
    key, where = np.unique(units.of_piece[mine] * len(names) + label[mine], return_inverse=True)
    length = np.bincount(where, roads.length[mine])
    unit, old = np.divmod(key, len(names))
    order = np.lexsort((old, -length, unit))
    first = order[np.r_[True, np.diff(unit[order]) != 0]]
    out[unit[first]] = old[first]
    return out


def _assemble(roads, joint: Partition, attached: Attached, driving: Driving, alone, alone_driving, task, options,
              bound):  # fmt: skip
    crossed, breaks = task.crossed, task.breaks
    required_m = float(roads.length[roads.required].sum())
    dead = float(driving.dead_m.sum())
    ids = group_ids(joint.n)
    joined = crossings_joined(roads, joint, crossed, breaks, ids)
    groups = describe(roads, joint, driving, crossed, breaks, options, bound, ids, attached.units,
                      with_geometry=True)  # fmt: skip
    separate = pd.DataFrame()
    if alone is not None:
        separate = describe(roads, alone, alone_driving, crossed, breaks, options, 0.0,
                            group_ids(alone.n, "S"), None, with_geometry=False)  # fmt: skip
    rows = pd.DataFrame(
        {
            "group_id": np.array(ids, object)[driving.group] if len(driving.group) else [],
            "section": roads.sections[roads.section[driving.piece]].astype(object),
            "part": roads.frame["part"].to_numpy()[driving.piece] if "part" in roads.frame else 1,
            "times": driving.times,
            "length_m": roads.length[driving.piece],
            "geom": roads.frame["geom"].to_numpy()[driving.piece],
        }
    )
    return Grouping(
        sections=section_rows(roads, joint, ids, options, attached.metres),
        groups=groups,
        driving=rows,
        crossings=joined,
        separate=separate,
        comparison=comparison(roads, joint, driving, alone, alone_driving, options),
        required_m=required_m,
        dead_m=dead,
        separate_dead_m=float(alone_driving.dead_m.sum()) if alone is not None else None,
        bound_m=bound,
        gap=dead / bound - 1 if bound > 0 else (0.0 if dead == 0 else float("nan")),
        cut_short=False,
        messages=[],
        seconds={},
    )


def group_ids(n: int, letter: str = "G") -> list[str]:
    width = max(2, len(str(n)))
    return [f"{letter}{k + 1:0{width}d}" for k in range(n)]


def _messages(roads, joint, attached, alone, options, task, locks, start, clock):
    out = []
    if not joint.n:
        out.append(tr("No road is left to be grouped."))
    if joint.cut_short or (alone is not None and alone.cut_short) or clock.over:
        out.append(
            tr("The time limit of {seconds} s cut the search short: another machine may give another answer.",
               seconds=f"{options.time_limit_s:g}")
        )  # fmt: skip
    if options.n_groups is not None and joint.n != options.n_groups:
        out.append(tr("{wanted} groups were asked for, {n} came out: pieces of the network that no road joins, and"
                      " the bounds, allow no other number.", wanted=options.n_groups, n=joint.n))  # fmt: skip
    out += _of_islands(roads, joint, attached, options)
    if not task.known_breaks:
        out.append(tr("Breaks of standard are not known: no standards were given."))
    if task.load_message:
        out.append(task.load_message)
    if options.compare and options.yen_per_hour is None:
        out.append(
            tr("{yen} yen an hour is only an example: enter your own.", yen=f"{EXAMPLE_YEN_PER_HOUR:,.0f}")
        )
    if not len(roads.throughs) and options.mode == "corridors":
        out.append(tr("No through routes were given: a crossing is where sections of two cities meet."))
    if start is not None and joint.home is not None:
        left = (joint.home >= 0) & (joint.home != joint.group)
        out.append(
            tr("{km} km of {total} km left their former group.",
               km=f"{joint.units.length[left].sum() / 1000:.1f}",
               total=f"{joint.units.length[joint.home >= 0].sum() / 1000:.1f}")
        )  # fmt: skip
    together, _ = resolve_locks(roads, locks)
    for s in np.unique(together[(together >= 0) & roads.required]).tolist():
        mine = np.flatnonzero((together == s) & roads.required)
        if len(np.unique(joint.component[joint.units.of_piece[mine]])) > 1:  # cannot be: one unit
            continue
        if _scattered(roads, mine):
            out.append(
                tr("Routes locked together do not touch each other ({name} and others): their crew uses other roads"
                   " between them.", name=roads.sections[roads.section[mine[0]]])
            )  # fmt: skip
    return out


def _of_islands(roads, joint, attached, options):
    """What became of the pieces that no road joins: once each, with totals."""
    out = []
    put = np.append(attached.units, False)[joint.units.of_piece]
    if put.any():
        out.append(
            tr("{n} sections ({km} km) that no road joins were put to the nearest group; the ways to them are not"
               " counted as dead running.", n=f"{len(np.unique(roads.section[put])):,}",
               km=f"{roads.length[put].sum() / 1000:,.1f}")
        )  # fmt: skip
    left = roads.why_not == REASONS.index("island")
    if left.any():
        out.append(
            tr("{n} sections ({km} km) that no road joins are in no group; the reason of each says why.",
               n=f"{len(np.unique(roads.section[left])):,}", km=f"{roads.length[left].sum() / 1000:,.1f}")
        )  # fmt: skip
    return out


def _scattered(roads, pieces) -> bool:
    node, where = np.unique(np.r_[roads.a[pieces], roads.b[pieces]], return_inverse=True)
    n = len(pieces)
    graph = sparse.csr_matrix((np.ones(n), (where[:n], where[n:])), shape=(len(node),) * 2)
    return csgraph.connected_components(graph, directed=False)[0] > 1
