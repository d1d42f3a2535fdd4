"""One partition: components, start, search, exact tours. Used for the joint answer and for the one with borders cut."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from .distances import Near, Streets
from .linking import Links, with_links
from .moving import Search
from .options import GroupOptions
from .starting import Bounds, cells, connect, counts, first_partition, keep_apart, repair, walk
from .tours import TourBook
from .units import Units

WARM_ROUNDS = 20
WARM_UNITS = 8_000  # a component with more units is warmed for fewer rounds


@dataclass
class Partition:
    """Groups 0..n-1, numbered by their first unit."""

    group: np.ndarray  # by unit
    n: int
    units: Units
    adjacent: sparse.csr_matrix  # links included
    links: Links
    component: np.ndarray  # by unit, links included
    pair_a: np.ndarray  # terminals that a crew's tour joins by doubling the shortest way
    pair_b: np.ndarray
    pair_m: np.ndarray
    pair_group: np.ndarray
    link_group: np.ndarray  # by link, -1 where its sides are in different groups
    cut_short: bool
    moves: int
    home: np.ndarray | None = None
    start_labels: list = field(default_factory=list)

    @property
    def dead_m(self) -> np.ndarray:
        """By group; an upper bound until the ways are laid on the roads (ways that meet cancel out)."""
        dead = np.bincount(self.pair_group, self.pair_m, self.n)
        used = self.link_group >= 0
        return dead + np.bincount(self.link_group[used], self.links.metres[used], self.n)


def solve(units: Units, streets: Streets, near: Near, links: Links,
          options: GroupOptions, start: np.ndarray | None = None, until: float | None = None,
          tick=None, size: np.ndarray | None = None) -> Partition:  # fmt: skip
    """Groups of units. ``links``: what may hold small pieces, from terminal to terminal.

    ``start``: label by unit, -1 for none; None where nothing is to start from. ``size``: units of the component that
    decides how long a unit is warmed, where that is not its own (with borders cut: the joint one's, so that neither
    of two plans that are compared is searched for longer).
    """
    bounds = Bounds(options.min_km * 1000.0, options.max_km * 1000.0, options.target_m)
    adjacent = with_links(units.adjacent, links)
    component = csgraph.connected_components(adjacent, directed=False)[1].astype(np.int64)
    of_component = np.bincount(component, units.length)
    aside = (of_component < bounds.low) & options.attach_islands
    k = counts(of_component, bounds, bounds.target, options.n_groups, aside)
    if options.n_groups is not None:
        mean = units.length.sum() / max(options.n_groups, 1)
        bounds = Bounds(bounds.low, bounds.high, float(np.clip(mean, bounds.low, bounds.high)))
    if size is None:
        size = np.bincount(component)[component]
    warm = np.round(WARM_ROUNDS * np.clip(WARM_UNITS / np.maximum(size, 1), 0, 1))
    noise = units.noise + np.uint64(options.seed)
    book = TourBook(streets, near)
    best = best_score = None
    cut_short = False
    moves = 0
    for turn in range(options.starts if start is None else 1):
        if start is None:
            group = first_partition(units, adjacent, component, k, angle=0.7 * (turn + options.seed - 1))
            home = None
        else:
            group = from_labels(units, adjacent, start)
        group = keep_apart(units, adjacent, connect(adjacent, group))
        group = repair(units, adjacent, group, bounds, options.seed, options.n_groups is not None)
        if start is not None:
            home = homes(units, group, start)
            warm[:] = 0
        search = Search(units, adjacent, links, near.of_node, book, group, bounds, options.weights,
                        home=home, penalty=options.change_penalty, component=component, noise=noise)  # fmt: skip
        search.run(options.sweeps, until, tick, warm if options.sweeps else None)
        cut_short |= search.cut_short
        score = _score(search)
        moves += search.moves
        if best is None or score < best_score:
            best, best_score = search, score
        if cut_short:
            break
    return _finished(best, units, adjacent, links, component, book, cut_short, moves, until)


def from_labels(units, adjacent, start) -> np.ndarray:
    """An existing grouping, each unit by the label it has; units without one join the label that is nearest."""
    known = np.flatnonzero(start >= 0)
    if not len(known):
        return np.zeros(units.n, np.int64)
    label = start.copy()
    graph = walk(units, adjacent)
    component = csgraph.connected_components(adjacent, directed=False)[1]
    reached = np.isin(component, component[known])
    cell = cells(graph, known, np.zeros(len(known)))
    label[reached] = start[known][np.maximum(cell[reached], 0)]
    label[~reached] = start.max() + 1 + component[~reached]
    return np.unique(label, return_inverse=True)[1]


def homes(units, group, start) -> np.ndarray:
    """The group that took over each unit's old label: the one with most of its length; -1 for units without a label."""
    known = start >= 0
    home = np.full(units.n, -1)
    if known.any():
        n = int(group.max()) + 1
        key, where = np.unique(start[known] * n + group[known], return_inverse=True)
        length = np.bincount(where, units.length[known])
        label, g = np.divmod(key, n)
        order = np.lexsort((g, -length, label))
        first = order[np.r_[True, np.diff(label[order]) != 0]]
        home_of = np.full(int(start.max()) + 1, -1)
        home_of[label[first]] = g[first]
        home[known] = home_of[start[known]]
    return home


def _score(search: Search) -> float:
    w, u = search.weights, search.units
    total = w.dead * sum(search.dead_m(g) for g in range(search.n))
    target = search.bounds.target
    total += w.balance * float(((search.load - target) ** 2).sum()) / target
    cut = search.group[u.cross_a] != search.group[u.cross_b]
    total += w.crossing * cut.sum() + w.std_break * u.cross_break[~cut].sum()
    total += w.city * float((search.city > 0).sum())
    rows = search.rows
    total += w.compact / 6 * float((search.group[rows] != search.group[search.idx]).sum())
    return float(total)


def _finished(search, units, adjacent, links, component, book, cut_short, moves, until) -> Partition:
    if until is None or time.monotonic() < until:
        search.polish()
    group, n = search.group, search.n
    first = np.full(n, units.n)
    np.minimum.at(first, group, np.arange(units.n))
    present = np.flatnonzero(first < units.n)
    rank = np.full(n, -1)
    rank[present[np.argsort(first[present])]] = np.arange(len(present))
    a, b, metres, owner = [], [], [], []
    for g in present.tolist():
        tour = search._tour(g)
        one = np.flatnonzero(tour.partner > np.arange(len(tour.partner)))
        a.append(tour.at[one]), b.append(tour.at[tour.partner[one]])
        metres.append(tour.metres[one, tour.partner[one]])
        owner.append(np.full(len(one), rank[g]))
    a, b, owner = (np.concatenate(v).astype(np.int64) if v else np.zeros(0, np.int64) for v in (a, b, owner))
    metres = np.concatenate(metres) if metres else np.zeros(0)
    same = group[links.a] == group[links.b] if len(links.a) else np.zeros(0, bool)
    link_group = np.where(same, rank[group[links.a]] if len(links.a) else 0, -1)
    home = None
    if search.home is not None:
        home = np.where(search.home >= 0, rank[np.maximum(search.home, 0)], -1)
    return Partition(rank[group] if units.n else group, len(present), units, adjacent, links, component,
                     a, b, metres, owner, link_group, cut_short, moves, home)  # fmt: skip
