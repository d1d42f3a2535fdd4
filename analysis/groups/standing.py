"""Groups as they stand during a search: members, lengths, tours, and whether a move would tear one."""

from __future__ import annotations

import numpy as np

from .linking import Links, spans
from .options import Weights
from .program import pair_exactly
from .starting import Bounds
from .tours import Tour, TourBook
from .units import Units


class Standing:
    """Sums of every group, kept up with each move; tours are made when first asked for."""

    def __init__(self, units: Units, adjacent, links: Links, terminal_of: np.ndarray, book: TourBook,
                 group: np.ndarray, bounds: Bounds, weights: Weights, home=None, penalty: float = 0.0,
                 component=None, noise=None):  # fmt: skip
        self.units, self.links, self.book, self.bounds, self.weights = units, links, book, bounds, weights
        self.group = group.copy()
        self.ptr, self.idx = adjacent.indptr, adjacent.indices
        self._ptr, self._idx = self.ptr.tolist(), self.idx.tolist()
        self.rows = np.repeat(np.arange(units.n), np.diff(self.ptr))
        self.odd = terminal_of[units.odd]
        self.odd_ptr = units.odd_ptr
        self.frozen = np.zeros(units.n, bool)
        self.frozen[links.a] = self.frozen[links.b] = True
        self.home, self.penalty = home, penalty
        n = int(group.max()) + 1 if len(group) else 0
        self.n = n
        self.length = np.bincount(group, units.length, n)
        self.load = np.bincount(group, units.load, n)
        self.sx = np.bincount(group, units.length * units.x, n)
        self.sy = np.bincount(group, units.length * units.y, n)
        self.size = np.bincount(group, minlength=n)
        n_cities = units.in_city.shape[1]
        self.city = np.zeros((n, n_cities), np.int64)
        for c in range(n_cities):
            self.city[:, c] = np.bincount(group, units.in_city[:, c], n)
        order = np.argsort(group, kind="stable")
        ptr = np.searchsorted(group[order], np.arange(n + 1))
        self.members = [set(order[ptr[g] : ptr[g + 1]].tolist()) for g in range(n)]
        self.tours: list[Tour | None] = [None] * n
        self.dirty = np.ones(n, bool)
        self.spread = self._spread(component)
        self._cross()
        self.cut_short = False
        self.moves = 0
        self.noise = noise if noise is not None else np.arange(units.n, dtype=np.uint64)

    def odd_of(self, g: int) -> np.ndarray:
        """Terminals with an odd number of the group's road ends, active links included."""
        own = np.fromiter(self.members[g], np.int64, len(self.members[g]))
        return self._odd(own, self.active(g))

    def _odd(self, own, active):
        ends = self.odd[spans(self.odd_ptr, own)]
        if len(active):
            ends = np.concatenate([ends, self.links.terminal_a[active], self.links.terminal_b[active]])
        value, count = np.unique(ends, return_counts=True)
        return value[count % 2 == 1]

    def active(self, g: int) -> np.ndarray:
        return np.flatnonzero((self.group[self.links.a] == g) & (self.group[self.links.b] == g))

    def dead_m(self, g: int) -> float:
        """Metres a crew drives twice, or over other roads, on one closed tour of the group."""
        return self._tour(g).cost + float(self.links.metres[self.active(g)].sum())

    def _tour(self, g: int) -> Tour:
        if self.tours[g] is None:
            own = np.fromiter(self.members[g], np.int64, len(self.members[g]))
            around = np.unique(self.idx[spans(self.ptr, own)])
            around = np.union1d(own, around)
            around = np.union1d(around, self.idx[spans(self.ptr, around)])  # a pair of units may come in
            active = self.active(g)
            ends = np.concatenate(
                [
                    self.odd[spans(self.odd_ptr, around)],
                    self.links.terminal_a[active],
                    self.links.terminal_b[active],
                ]
            )
            self.tours[g] = self.book.make(ends, self._odd(own, active))
        return self.tours[g]

    def _spread(self, component):
        """Squared metres: what is a usual spread of a group about its centre, by component."""
        u = self.units
        weight = np.maximum(self.length, 1e-9)
        cx, cy = self.sx / weight, self.sy / weight
        g = self.group
        about = np.bincount(g, u.length * ((u.x - cx[g]) ** 2 + (u.y - cy[g]) ** 2), self.n) / weight
        if component is None or not len(g):
            return np.maximum(about, 1.0)
        of = np.zeros(self.n, np.int64)
        of[g] = component
        mean = np.bincount(of, about * self.length) / np.maximum(np.bincount(of, self.length), 1e-9)
        return np.maximum(mean[of], 1.0)

    def _cross(self):
        u = self.units
        side = np.concatenate([u.cross_a, u.cross_b])
        other = np.concatenate([u.cross_b, u.cross_a])
        breaks = np.concatenate([u.cross_break, u.cross_break])
        order = np.argsort(side, kind="stable")
        self.cross_ptr = np.searchsorted(side[order], np.arange(u.n + 1))
        self.cross_other, self.cross_break = other[order], breaks[order]

    def polish(self) -> None:
        """Exact pairings of all tours, where the linear program comes out whole."""
        blocks, places = [], []
        for g in range(self.n):
            tour = self._tour(g)
            self.book.pair(tour, self.odd_of(g))
            place = np.flatnonzero(tour.partner >= 0)
            local = np.searchsorted(place, tour.partner[place])
            first = np.flatnonzero(local > np.arange(len(place)))
            blocks.append((tour.metres[place[:, None], place], first, local[first]))
            places.append(place)
        for g, (a, b) in enumerate(pair_exactly(blocks)):
            place, partner = places[g], self.tours[g].partner
            partner[place[a]], partner[place[b]] = place[b], place[a]

    def _allowed(self, moving, b) -> bool:
        own = self.units.apart_label[list(moving)]
        held = self.units.apart_label[list(self.members[b])]
        for s in range(own.shape[1]):
            mine = own[own[:, s] >= 0, s]
            theirs = held[held[:, s] >= 0, s]
            if len(mine) and len(theirs) and (theirs != mine[0]).any():
                return False
        return True

    def _stays_connected(self, moving, a: int) -> bool:
        ptr, idx, inside = self._ptr, self._idx, self.members[a]
        goals = {n for m in moving for n in idx[ptr[m] : ptr[m + 1]] if n in inside} - set(moving)
        if len(goals) <= 1:
            return bool(goals)
        start = min(goals)
        seen = {start, *moving}
        goals.discard(start)
        front = [start]
        while front:
            following = []
            for u in front:
                for n in idx[ptr[u] : ptr[u + 1]]:
                    if n in inside and n not in seen:
                        seen.add(n)
                        following.append(n)
                        goals.discard(n)
            if not goals:
                return True
            front = following
        return False

    def _apply(self, moving, a: int, b: int) -> None:
        u = self.units
        for m in moving:
            self.group[m] = b
            self.members[a].discard(m)
            self.members[b].add(m)
            for g, sign in ((a, -1), (b, 1)):
                self.length[g] += sign * u.length[m]
                self.load[g] += sign * u.load[m]
                self.sx[g] += sign * u.length[m] * u.x[m]
                self.sy[g] += sign * u.length[m] * u.y[m]
                self.size[g] += sign
                self.city[g] += sign * u.in_city[m]
