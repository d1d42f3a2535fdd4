"""One group's postman tour: its odd junctions, how they are paired, and what a change of them would cost."""

from __future__ import annotations

import numpy as np

from .distances import Near, Streets, ways_between
from .matching import FAR, improve, pair_up


class Tour:
    """Local matrix of ways between the terminals that a group has or may get, and the pairing of its odd ones."""

    __slots__ = ("at", "place", "metres", "partner")

    def __init__(self, at: np.ndarray, metres: np.ndarray):
        self.at = at  # terminals, sorted
        self.place = {t: i for i, t in enumerate(at.tolist())}
        self.metres = metres
        self.partner = np.full(len(at), -1)

    @property
    def cost(self) -> float:
        ends = np.flatnonzero(self.partner >= 0)
        return float(self.metres[ends, self.partner[ends]].sum()) / 2

    def covers(self, terminals) -> bool:
        return all(t in self.place for t in terminals)

    def changes(self, p: np.ndarray, q: np.ndarray) -> np.ndarray:
        """What it costs (metres, at most) to change the parity of p[i] and q[i], for each i by itself."""
        metres, partner = self.metres, self.partner
        pp, pq = partner[p], partner[q]
        mates = (pp == q) & (pp >= 0)
        r = np.where(pp >= 0, pp, p)
        s = np.where(pq >= 0, pq, q)
        base = np.where(pp >= 0, -metres[p, r], 0.0) + np.where(pq >= 0, -metres[q, s], 0.0)
        best = metres[r, s]
        head = np.flatnonzero(partner >= 0)
        if len(head):
            tail = partner[head]
            through = metres[r[:, None], head] + metres[s[:, None], tail] - metres[head, tail][None, :]
            gone = (head == p[:, None]) | (head == q[:, None]) | (head == r[:, None]) | (head == s[:, None])
            through[gone] = 4 * FAR
            best = np.minimum(best, through.min(axis=1))
        return np.where(mates, -metres[p, q], base + best)

    def try_flip(self, places) -> tuple[float, np.ndarray]:
        """The cost of changing the parity of an even number of places, and the pairing after it."""
        partner = self.partner.copy()
        total = 0.0
        for k in range(0, len(places) - 1, 2):
            total += _flip(self.metres, partner, places[k], places[k + 1])
        return total, partner


def _flip(metres, partner, p, q) -> float:
    change = 0.0
    r, s = p, q
    if partner[p] >= 0:
        r = int(partner[p])
        change -= metres[p, r]
        partner[p] = partner[r] = -1
        if r == q:
            return change
    if partner[q] >= 0:
        s = int(partner[q])
        change -= metres[q, s]
        partner[q] = partner[s] = -1
        if s == r:  # cannot be: r is free
            return change
    head = np.flatnonzero(partner >= 0)
    best, ways = metres[r, s], ()
    if len(head):
        tail = partner[head]
        first = metres[r, head] - metres[head, tail]
        last = metres[tail, s]
        one = first + last
        k = int(np.argmin(one))
        if one[k] < best:
            best, ways = one[k], (k,)
        begin = np.flatnonzero(first < 0)
        if len(begin):
            two = (
                first[begin, None] + metres[tail[begin][:, None], head] + (last - metres[head, tail])[None, :]
            )
            two[(head[begin][:, None] == head) | (tail[begin][:, None] == head)] = 4 * FAR
            k = int(np.argmin(two))
            if two.flat[k] < best - 1e-9:
                x, y = divmod(k, len(head))
                best, ways = two.flat[k], (int(begin[x]), y)
    end = r
    for k in ways:
        x, t = int(head[k]), int(tail[k])
        partner[end], partner[x] = x, end
        end = t
    partner[end], partner[s] = s, end
    return change + float(best)


class TourBook:
    """Makes tours from the table of near ways; what the table lacks is searched for on the whole network and kept."""

    def __init__(self, streets: Streets, near: Near):
        self.streets, self.near = streets, near
        self.extra: dict[int, dict[int, float]] = {}

    def make(self, terminals: np.ndarray, odd: np.ndarray) -> Tour:
        """``terminals``: those that may matter; ``odd``: those to be paired (an even number, among them)."""
        at = np.unique(terminals)
        metres = self.near.ways[at][:, at].toarray()
        metres[metres == 0] = FAR
        np.fill_diagonal(metres, 0)
        if self.extra:
            here = {t: i for i, t in enumerate(at.tolist())}
            for t in self.extra.keys() & here.keys():
                i = here[t]
                for other, value in self.extra[t].items():
                    j = here.get(other)
                    if j is not None:
                        metres[i, j] = metres[j, i] = min(metres[i, j], value)
        tour = Tour(at, metres)
        self.pair(tour, odd)
        return tour

    def tidy(self, tour: Tour, odd: np.ndarray) -> None:
        """Exchanges between the pairs as they are, after moves; from scratch where they are not those of ``odd``."""
        place = np.flatnonzero(tour.partner >= 0)
        first = place[tour.partner[place] > place]
        if not np.array_equal(tour.at[place], odd) or (tour.metres[first, tour.partner[first]] >= FAR).any():
            self.pair(tour, odd)
            return
        a, b, _ = improve(tour.metres, first, tour.partner[first], quick=True)
        tour.partner[a], tour.partner[b] = b, a

    def pair(self, tour: Tour, odd: np.ndarray) -> None:
        """The near-exact pairing of ``odd`` (terminals) from scratch; keeps the present one where that is better."""
        place = np.searchsorted(tour.at, odd)
        for _ in range(4):
            own = tour.metres[place[:, None], place]
            a, b, cost = pair_up(own)
            far = own[a, b] >= FAR
            if not far.any() or not self._look(tour, place, place[np.r_[a[far], b[far]]]):
                break
        now = tour.partner[place]
        if (now >= 0).all() and (np.count_nonzero(tour.partner >= 0) == len(place)):
            where = np.full(len(tour.at), -1)
            where[place] = np.arange(len(place))
            first = np.flatnonzero(where[now] > np.arange(len(place)))
            x, y, other = improve(own, first, where[now][first])
            if other <= cost:
                a, b = x, y
        tour.partner[:] = -1
        tour.partner[place[a]] = place[b]
        tour.partner[place[b]] = place[a]

    def _look(self, tour, place, far) -> bool:
        """Ways from ``far`` to all of ``place``, over the whole network. False where nothing new was found."""
        new = False
        for start in range(0, len(far), 16):
            some = far[start : start + 16]
            found = ways_between(self.streets, self.near.node[tour.at[some]], self.near.node[tour.at[place]])
            for i, row in zip(some, found):
                ok = np.isfinite(row) & (row < tour.metres[i, place]) & (place != i)
                new |= bool(ok.any())
                tour.metres[i, place[ok]] = row[ok]
                tour.metres[place[ok], i] = row[ok]
                known = self.extra.setdefault(int(tour.at[i]), {})
                known.update(zip(tour.at[place[ok]].tolist(), row[ok].tolist()))
        return new
