"""Units change their group while that lowers the score, which counts the true cost of each group's tour.

Every round scores all moves of boundary units (alone, and with one neighbour) at once, from the pairings as they are;
the promising ones are then tried one by one, best first, each with its two groups' pairings changed exactly by a
flow of up to two exchanges. Only the two groups touched are ever paired again.
"""

from __future__ import annotations

import time

import numpy as np

from .linking import spans
from .standing import Standing
from .tours import Tour

GAIN_M = 0.5  # a move must gain this much
HEAT_M = 25.0  # metres: losses of this size are accepted in every third case at first


class Search(Standing):
    """Moves of units, scored, tried and made."""

    def run(self, rounds: int, until: float | None = None, tick=None, warm=None) -> None:
        """``warm`` rounds (by unit) in which a loss is accepted now and then, ever less; then ``rounds`` at most until
        no move gains. Chance follows from ``noise`` (one number a unit) and the round, not from the order of units."""
        warm = np.zeros(self.units.n) if warm is None else warm
        longest = int(warm.max(initial=0))
        for step in range(longest + rounds):
            heat = HEAT_M * np.maximum(1 - step / np.maximum(warm, 1), 0) * (warm > 0)
            self.dirty[self.group[warm >= step]] = True
            moved = self._round(until, heat if step < longest else None, step)
            if tick:
                tick((step + 1) / (longest + rounds))
            if self.cut_short or (not moved and step >= longest):
                break

    def _round(self, until, heat=None, step: int = 0) -> int:
        first, second, target, total = self._candidates()
        if not len(first):
            return 0
        allowed = np.full(len(first), -GAIN_M)
        if heat is not None:
            lucky = _chance(
                self.noise[first], self.noise[np.maximum(second, 0)] * (second >= 0).astype(np.uint64), step
            )
            allowed = -heat[first] * np.log(lucky) - GAIN_M
        # Turning the ends p and q of a road odd or even shortens the best tour by no more than the way from p to q,
        # and that is no longer than the road: what cannot be allowed then is not worked out.
        most = self.weights.dead * self._length_of(first, second)
        for entering, times in ((False, 2), (True, 1)):
            open_ = np.flatnonzero(total - times * most < allowed)
            first, second, target, total = first[open_], second[open_], target[open_], total[open_]
            allowed, most = allowed[open_], most[open_]
            total = total + self._parity(first, second, target, entering)
        good = np.flatnonzero(total < allowed)
        order = good[np.lexsort((second[good], first[good], target[good], np.round(total[good], 3)))]
        self.dirty[:] = False
        moved = 0
        fresh = {}
        for k in order.tolist():
            if until is not None and time.monotonic() > until:
                self.cut_short = True
                break
            u, v, b = int(first[k]), int(second[k]), int(target[k])
            a = int(self.group[u])
            if a == b or (v >= 0 and self.group[v] != a):
                continue
            if self._try((u,) if v < 0 else (u, v), a, b, float(allowed[k])):
                moved += 1
                for g in (a, b):
                    fresh[g] = fresh.get(g, 0) + 1
        for g in sorted(fresh):
            self.dirty[g] = True
            if self.tours[g] is not None:
                self.book.tidy(self.tours[g], self.odd_of(g))
        self.moves += moved
        return moved

    def _candidates(self):
        """Boundary units and the group they might join, alone and with a neighbour; costs but the target's tour."""
        u, g = self.units, self.group
        border = np.flatnonzero(g[self.rows] != g[self.idx])
        from_unit, to_group = self.rows[border], g[self.idx[border]]
        live = (self.dirty[g[from_unit]] | self.dirty[to_group]) & ~self.frozen[from_unit]
        key, shared = np.unique(from_unit[live] * self.n + to_group[live], return_counts=True)
        first, target = np.divmod(key, max(self.n, 1))
        inside = np.bincount(self.rows, g[self.rows] == g[self.idx], u.n)
        # With one neighbour of the same group that shares an odd node with it.
        times = self.ptr[first + 1] - self.ptr[first]
        again = np.repeat(np.arange(len(first)), times)
        mate = self.idx[spans(self.ptr, first)]
        fits = (g[mate] == g[first[again]]) & ~self.frozen[mate]
        again, mate = again[fits], mate[fits]
        at = np.searchsorted(key, mate * self.n + target[again])
        at = np.minimum(at, max(len(key) - 1, 0))
        known = key[at] == mate * self.n + target[again] if len(key) else np.zeros(0, bool)
        mate_shared = np.where(known, shared[at], 0) if len(key) else np.zeros(0)
        twice = known & (mate < first[again])  # both on the boundary: once is enough
        again, mate, mate_shared = again[~twice], mate[~twice], mate_shared[~twice]
        one = np.concatenate([first, first[again]])
        two = np.concatenate([np.full(len(first), -1), mate])
        to = np.concatenate([target, target[again]])
        kept = np.concatenate([inside[first], inside[first[again]] + inside[mate] - 2])
        won = np.concatenate([shared, shared[again] + mate_shared])
        cost = self._other(one, two, to) + self.weights.compact / 3 * (kept - won)
        possible = self._in_bounds(one, two, to) & (cost < 4000.0)
        one, two, to, cost = one[possible], two[possible], to[possible], cost[possible]
        return one, two, to, cost

    def _length_of(self, one, two):
        length = self.units.length
        return length[one] + np.where(two >= 0, length[np.maximum(two, 0)], 0)

    def _parity(self, one, two, to, entering: bool):
        """Change of the tours that units enter (or leave), all moves of a group at once."""
        out = np.zeros(len(one))
        count = self.odd_ptr[one + 1] - self.odd_ptr[one]
        mate = np.maximum(two, 0)
        simple = (count == 2) & ((two < 0) | (self.odd_ptr[mate + 1] - self.odd_ptr[mate] == 2))
        p, q = np.zeros(len(one), np.int64), np.zeros(len(one), np.int64)
        s = np.flatnonzero(simple)
        p[s], q[s] = self.odd[self.odd_ptr[one[s]]], self.odd[self.odd_ptr[one[s]] + 1]
        pair = s[two[s] >= 0]
        x, y = self.odd[self.odd_ptr[two[pair]]], self.odd[self.odd_ptr[two[pair]] + 1]
        same_px, same_py = p[pair] == x, p[pair] == y
        same_qx, same_qy = q[pair] == x, q[pair] == y
        joined = same_px | same_py | same_qx | same_qy
        out[pair[~joined]] = 1e6
        nothing = (same_px & same_qy) | (same_py & same_qx)
        new_p = np.where(same_px | same_py, q[pair], p[pair])
        new_q = np.where(same_px | same_qx, y, x)
        p[pair], q[pair] = new_p, new_q
        ask = simple & (out < 1e5)
        ask[pair[nothing]] = False
        # Other shapes (rings, locked routes) are left to the exact trial: no cost assumed for a single one.
        out[(~simple) & (two >= 0)] = 1e6
        k = np.flatnonzero(ask & (p != q))
        owner = to[k] if entering else self.group[one[k]]
        order = np.argsort(owner, kind="stable")
        k, owner = k[order], owner[order]
        edges = np.flatnonzero(np.r_[True, owner[1:] != owner[:-1], True]) if len(k) else []
        for i, j in zip(edges[:-1], edges[1:]):
            mine = k[i:j]
            tour = self._tour(int(owner[i]))
            lp, lq = np.searchsorted(tour.at, p[mine]), np.searchsorted(tour.at, q[mine])
            lp, lq = np.minimum(lp, len(tour.at) - 1), np.minimum(lq, len(tour.at) - 1)
            known = (tour.at[lp] == p[mine]) & (tour.at[lq] == q[mine])
            value = np.zeros(len(mine))
            if known.any():
                value[known] = tour.changes(lp[known], lq[known])
            out[mine] = self.weights.dead * value
        return out

    def _in_bounds(self, one, two, to):
        """The bounds hold after the move, or no bound is broken more than before."""
        length = self._length_of(one, two)
        a, b = self.length[self.group[one]], self.length[to]
        low, high = self.bounds.low, self.bounds.high
        return ((a - length >= low) | (a > high)) & ((b + length <= high) | (b < low))

    def _other(self, one, two, to):
        """All of the score's change but tours and shared junctions."""
        u, w = self.units, self.weights
        mate = np.maximum(two, 0)
        has = two >= 0
        a = self.group[one]
        length = self._length_of(one, two)
        load = u.load[one] + np.where(has, u.load[mate], 0)
        x = (u.x[one] * u.length[one] + np.where(has, u.x[mate] * u.length[mate], 0)) / np.maximum(
            length, 1e-9
        )
        y = (u.y[one] * u.length[one] + np.where(has, u.y[mate] * u.length[mate], 0)) / np.maximum(
            length, 1e-9
        )
        cost = np.zeros(len(one))
        target = self.bounds.target
        scale = w.balance
        cost += scale * ((self.load[a] - load - target) ** 2 - (self.load[a] - target) ** 2) / target
        cost += scale * ((self.load[to] + load - target) ** 2 - (self.load[to] - target) ** 2) / target
        la, lb = np.maximum(self.length[a], 1e-9), np.maximum(self.length[to], 1e-9)
        far_a = (x - self.sx[a] / la) ** 2 + (y - self.sy[a] / la) ** 2
        far_b = (x - self.sx[to] / lb) ** 2 + (y - self.sy[to] / lb) ** 2
        inertia = length * lb / (lb + length) * far_b - length * la / np.maximum(la - length, 1.0) * far_a
        cost += w.compact / 100.0 * inertia / self.spread[a]
        for side, mask in ((one, np.ones(len(one), bool)), (mate, has)):
            self._cross_cost(cost, side, mask, a, to)
        if w.city:
            for c in range(self.city.shape[1]):
                n = u.in_city[one, c].astype(int) + np.where(has, u.in_city[mate, c], 0)
                cost += w.city * ((n > 0) & (self.city[to, c] == 0))
                cost -= w.city * ((n > 0) & (self.city[a, c] == n))
        if self.home is not None and self.penalty:
            for side, mask in ((one, np.ones(len(one), bool)), (mate, has)):
                home = np.where(mask, self.home[side], -1)
                cost += (
                    self.penalty * u.length[side] * ((home == a).astype(float) - (home == to)) * (home >= 0)
                )
        return cost

    def _cross_cost(self, cost, side, mask, a, to):
        has = np.flatnonzero(mask & (self.cross_ptr[side + 1] > self.cross_ptr[side]))
        if not len(has):
            return
        k = spans(self.cross_ptr, side[has])
        row = np.repeat(has, self.cross_ptr[side[has] + 1] - self.cross_ptr[side[has]])
        there = self.group[self.cross_other[k]]
        change = (there == a[row]).astype(float) - (there == to[row])
        np.add.at(cost, row, change * (self.weights.crossing - self.weights.std_break * self.cross_break[k]))

    def _price(self, moving, a: int, b: int):
        """``_in_bounds`` and ``_other`` of one move, and what it changes at shared junctions; None where it may not be
        made. Plain numbers: arrays of one are twenty times slower."""
        u, w = self.units, self.weights
        length = sum(float(u.length[m]) for m in moving)
        load = sum(float(u.load[m]) for m in moving)
        length_a, length_b = float(self.length[a]), float(self.length[b])
        low, high, target = self.bounds.low, self.bounds.high, self.bounds.target
        if not (
            (length_a - length >= low or length_a > high) and (length_b + length <= high or length_b < low)
        ):
            return None
        inside = outside = 0
        cost = 0.0
        for m in moving:
            for n in self._idx[self._ptr[m] : self._ptr[m + 1]]:
                g = self.group[n]
                inside += g == a and n not in moving
                outside += g == b
            if self.home is not None and self.penalty and self.home[m] >= 0:
                cost += self.penalty * float(u.length[m]) * (int(self.home[m] == a) - int(self.home[m] == b))
            for k in range(self.cross_ptr[m], self.cross_ptr[m + 1]):
                there = self.group[self.cross_other[k]]
                change = int(there == a) - int(there == b)
                cost += change * (w.crossing - w.std_break * float(self.cross_break[k]))
        if not outside:
            return None
        load_a, load_b = float(self.load[a]) - target, float(self.load[b]) - target
        cost += w.balance * (load**2 - 2 * load * load_a + load**2 + 2 * load * load_b) / target
        x = sum(float(u.x[m] * u.length[m]) for m in moving) / max(length, 1e-9)
        y = sum(float(u.y[m] * u.length[m]) for m in moving) / max(length, 1e-9)
        la, lb = max(length_a, 1e-9), max(length_b, 1e-9)
        far_a = (x - float(self.sx[a]) / la) ** 2 + (y - float(self.sy[a]) / la) ** 2
        far_b = (x - float(self.sx[b]) / lb) ** 2 + (y - float(self.sy[b]) / lb) ** 2
        inertia = length * lb / (lb + length) * far_b - length * la / max(la - length, 1.0) * far_a
        cost += w.compact / 100.0 * inertia / float(self.spread[a]) + w.compact / 3 * int(inside - outside)
        if w.city:
            for c in self._cities_of(moving):
                here = sum(int(u.in_city[m, c]) for m in moving)
                cost += w.city * (int(self.city[b, c] == 0) - int(self.city[a, c] == here))
        return cost

    def _cities_of(self, moving):
        return np.flatnonzero(self.units.in_city[list(moving)].any(axis=0)).tolist()

    def _try(self, moving, a: int, b: int, allowed: float = -GAIN_M) -> bool:
        u = self.units
        if self.size[a] <= len(moving):
            return False
        if u.apart[list(moving)].any() and not self._allowed(moving, b):
            return False
        cost = self._price(moving, a, b)
        if cost is None:
            return False
        ends: set = set()
        for m in moving:
            ends ^= set(self.odd[self.odd_ptr[m] : self.odd_ptr[m + 1]].tolist())
        ends = sorted(ends)
        tour_a, tour_b = self._covering(a, ends), self._covering(b, ends)
        before, after_a = tour_a.try_flip([tour_a.place[t] for t in ends])
        cost += self.weights.dead * before
        if cost > 3000.0:
            return False
        entering, after_b = tour_b.try_flip([tour_b.place[t] for t in ends])
        cost += self.weights.dead * entering
        if cost > allowed or not self._stays_connected(moving, a):
            return False
        tour_a.partner, tour_b.partner = after_a, after_b
        self._apply(moving, a, b)
        return True

    def _covering(self, g, ends) -> Tour:
        tour = self._tour(g)
        if not tour.covers(ends):
            self.tours[g] = None
            tour = self._tour(g)
        return tour


def _chance(one: np.ndarray, two: np.ndarray, step: int) -> np.ndarray:
    """Numbers in (0, 1) that follow from the units moved and the round alone (splitmix64)."""
    with np.errstate(over="ignore"):
        z = one + np.uint64(0x9E3779B97F4A7C15) * (two * np.uint64(3) + np.uint64(step + 1))
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z ^= z >> np.uint64(31)
    return ((z >> np.uint64(11)).astype(float) + 0.5) / float(1 << 53)
