"""Islands: what no road joins to the rest goes to the nearest group or is listed; it is no group by itself."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import shapely
from scipy.sparse import csgraph

from .linking import with_links
from .options import GroupOptions
from .roads import Roads
from .solving import Partition

NEAR_PIECES = 64  # pieces of an island compared with the roads around them at a time


@dataclass
class Attached:
    """By unit: metres to the group it was put to, nan where its own roads lead there."""

    metres: np.ndarray

    @property
    def units(self) -> np.ndarray:
        return np.isfinite(self.metres)


def left_out(roads: Roads, units, links, options: GroupOptions) -> np.ndarray:
    """(pieces,) bool: pieces of components that are too short for a group and have none to go to.

    Decided before anything is grouped, so that plan, comparison and bound are of the same roads: a component below
    both ``island_km`` and the minimum, and, where islands are attached, none that is longer within ``attach_m``.
    """
    out = np.zeros(len(roads.length), bool)
    component = _components(units, links)
    length = np.bincount(component, units.length)
    least = 1000.0 * min(options.island_km, options.min_km)
    small = length < least - 1e-6
    if not small.any():
        return out
    of_piece = np.append(component, -1)[units.of_piece]
    mine = np.append(small, False)[of_piece]
    if options.attach_islands:
        island, _, _ = _near(roads, mine, (of_piece >= 0) & ~mine, of_piece, np.zeros(len(of_piece), np.int64),
                             options.attach_m)  # fmt: skip
        small[island] = False
        mine = np.append(small, False)[of_piece]
    return mine


def attach(roads: Roads, part: Partition, options: GroupOptions, barrier: np.ndarray | None = None):
    """(the partition with islands put to the nearest group, ``Attached``).

    An island is a component below the minimum. It goes to the nearest group of a longer component within
    ``attach_m`` that has room below the maximum; one below ``island_km`` also to one that has none (the excess is
    small and the group says so). Others stay groups of their own. From an existing grouping, an island goes back to
    its old group where that is within reach. ``barrier``: number of each unit's city where borders stay cut.
    """
    units = part.units
    metres = np.full(units.n, np.nan)
    component = part.component
    length = np.bincount(component, units.length) if units.n else np.zeros(0)
    low, tiny = 1000.0 * options.min_km, 1000.0 * min(options.island_km, options.min_km)
    short = length < low - 1e-6
    if not options.attach_islands or not short.any():
        return part, Attached(metres)
    group_length = np.bincount(part.group, units.length, part.n)
    into = np.arange(part.n)
    of_piece = np.append(component, -1)[units.of_piece]
    group = np.append(part.group, -1)[units.of_piece]
    city = None if barrier is None else np.append(barrier, -1)[units.of_piece]
    # First those that could be groups, to groups proper; then the short ones, to whatever is a group by then.
    for mine, full in ((short & (length >= tiny - 1e-6), False), (short & (length < tiny - 1e-6), True)):
        goals = ~mine & (length >= (tiny if full else low) - 1e-6)
        if not mine.any() or not goals.any():
            continue
        island, goal, far = _near(roads, np.append(mine, False)[of_piece], np.append(goals, False)[of_piece],
                                  of_piece, into[np.maximum(group, 0)], options.attach_m, city)  # fmt: skip
        home = _homes(part, component, into)
        order = np.lexsort((goal, island, np.round(far, 3), home[island] != goal))
        choices: dict[int, list] = {}
        for k in order.tolist():
            choices.setdefault(int(island[k]), []).append((int(goal[k]), float(far[k])))
        for c, near in choices.items():  # nearest islands first
            room = [(g, m) for g, m in near if group_length[g] + length[c] <= 1000.0 * options.max_km + 1e-6]
            own = np.flatnonzero(component == c)
            fits = [(g, m) for g, m in (room or (near if full else [])) if not _clash(part, own, into, g)]
            if fits:
                g, m = fits[0]
                into[part.group[own]] = g
                group_length[g] += length[c]
                metres[own] = m
    return _merged(part, into), Attached(metres)


def _components(units, links):
    return csgraph.connected_components(with_links(units.adjacent, links), directed=False)[1].astype(np.int64)


def _near(roads, mine, others, island_of, goal_of, distance_m, city=None):
    """(island, goal, metres): straight distances of lines up to ``distance_m``, the least of each island and goal."""
    geoms = shapely.force_2d(roads.frame["geom"].to_numpy(object))
    usable = ~(shapely.is_missing(geoms) | shapely.is_empty(geoms))
    own, rest = np.flatnonzero(mine & usable), np.flatnonzero(others & usable)
    none = np.zeros(0, np.int64)
    if not len(own) or not len(rest):
        return none, none, np.zeros(0)
    tree = shapely.STRtree(geoms[rest])
    found = []
    for start in range(0, len(own), NEAR_PIECES):
        some = own[start : start + NEAR_PIECES]
        i, j = tree.query(geoms[some], predicate="dwithin", distance=distance_m)
        a, b = some[i], rest[j]
        if city is not None:
            a, b = a[city[a] == city[b]], b[city[a] == city[b]]
        if not len(a):
            continue
        metres = shapely.distance(geoms[a], geoms[b])
        order = np.lexsort((metres, goal_of[b], island_of[a]))
        a, b, metres = island_of[a][order], goal_of[b][order], metres[order]
        first = np.r_[True, (a[1:] != a[:-1]) | (b[1:] != b[:-1])]
        found.append((a[first], b[first], metres[first]))
    if not found:
        return none, none, np.zeros(0)
    a, b, metres = (np.concatenate(v) for v in zip(*found))
    order = np.lexsort((metres, b, a))
    a, b, metres = a[order], b[order], metres[order]
    first = np.r_[True, (a[1:] != a[:-1]) | (b[1:] != b[:-1])]
    return a[first], b[first], metres[first]


def _homes(part, component, into):
    """Group that took over the former one of each component, -1 for none."""
    n = int(component.max()) + 1
    out = np.full(n, -1)
    if part.home is not None:
        known = np.flatnonzero(part.home >= 0)
        out[component[known[::-1]]] = into[part.home[known[::-1]]]
    return out


def _clash(part, own, into, g):
    u = part.units
    if not u.apart[own].any():
        return False
    there = np.flatnonzero(into[part.group] == g)
    mine, theirs = u.apart_label[own], u.apart_label[there]
    return any(
        len(np.union1d(mine[mine[:, s] >= 0, s], theirs[theirs[:, s] >= 0, s])) > 1
        for s in range(mine.shape[1])
    )


def _merged(part: Partition, into: np.ndarray) -> Partition:
    """Groups put together; numbers closed up in the old order."""
    kept = np.unique(into)
    rank = np.full(part.n, -1)
    rank[kept] = np.arange(len(kept))
    new = rank[into]
    link = (
        np.where(part.link_group >= 0, new[np.maximum(part.link_group, 0)], -1) if part.n else part.link_group
    )
    home = None if part.home is None else np.where(part.home >= 0, new[np.maximum(part.home, 0)], -1)
    return replace(part, group=new[part.group], n=len(kept), pair_group=new[part.pair_group], link_group=link,
                   home=home)  # fmt: skip
