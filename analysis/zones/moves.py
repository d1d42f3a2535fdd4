"""Units moved one by one over a border, the zones staying in one piece: for the last of the balance."""

from __future__ import annotations

import heapq

import numpy as np

from .refine import neighbours
from .shaping import flows
from .units import Units

LOOK = 400  # units looked at to see whether a zone stays in one piece; beyond, the move is not made


class Moving:
    """Labels as plain lists, which single steps are fastest on."""

    def __init__(self, units: Units, label: np.ndarray, cost: np.ndarray, worth: float, free: np.ndarray):
        self.units, self.cost, self.worth, self.k = units, cost, worth, len(cost)
        self.label = label.tolist()
        self.free = free.tolist()
        self.load = units.load.tolist()
        self.j0, self.j = units.junction_start.tolist(), units.junction.tolist()
        self.u0, self.u = units.unit_start.tolist(), units.unit.tolist()
        self.loads = np.bincount(label[label >= 0], units.load[label >= 0], self.k)
        self.count = np.bincount(label[label >= 0], minlength=self.k)

    def junctions(self, unit):
        return self.j[self.j0[unit] : self.j0[unit + 1]]

    def at(self, node):
        return self.u[self.u0[node] : self.u0[node + 1]]

    def touches(self, unit, zone) -> bool:
        label = self.label
        return any(label[v] == zone for node in self.junctions(unit) for v in self.at(node) if v != unit)

    def price(self, unit, to) -> float:
        """What moving costs: load x minutes, and the junctions cut more."""
        label, own = self.label, self.label[unit]
        more = 0
        for node in self.junctions(unit):
            zones = {label[v] for v in self.at(node) if v != unit}
            zones.discard(-1)
            more += (len(zones | {to}) > 1) - (len(zones | {own}) > 1)
        return self.load[unit] * float(self.cost[to, unit] - self.cost[own, unit]) + self.worth * more

    def stays_whole(self, unit) -> bool:
        """Whether the zone of ``unit`` is in one piece without it, as far as its surroundings show."""
        label, own = self.label, self.label[unit]
        goals = {v for node in self.junctions(unit) for v in self.at(node) if v != unit and label[v] == own}
        if not goals:
            return self.count[own] == 1
        start = min(goals)
        seen, todo = {start, unit}, [start]
        missing = goals - {start}
        passed = set()
        while todo and missing:
            coming = []
            for one in todo:
                for node in self.junctions(one):
                    if node in passed:
                        continue
                    passed.add(node)
                    for v in self.at(node):
                        if v not in seen and label[v] == own:
                            seen.add(v)
                            missing.discard(v)
                            coming.append(v)
            if len(seen) > LOOK:
                break
            todo = coming
        return not missing

    def move(self, unit, to) -> None:
        own = self.label[unit]
        self.label[unit] = to
        self.loads[own] -= self.load[unit]
        self.loads[to] += self.load[unit]
        self.count[own] -= 1
        self.count[to] += 1


def settled(units: Units, label, cost, target, aim, free, worth, rounds: int = 40, stop=None) -> np.ndarray:
    """Moves load from zone to zone until every one is within ``aim`` (k, load) of its ``target``, as near as units
    allow. No zone loses its last unit or its coherence."""
    state = Moving(units, label, cost, worth, free)
    best, best_error, idle = None, np.inf, 0
    for _ in range(rounds):
        excess = state.loads - target * (state.loads.sum() / target.sum())
        error = float(np.maximum(np.abs(excess) - aim, 0).sum())
        if error < best_error * (1 - 1e-9):
            idle = 0 if error < 0.9 * best_error else idle + 1
            best, best_error = list(state.label), error
        else:
            idle += 1
        if best_error <= 0 or idle > 3 or (stop is not None and stop()):
            break
        now = np.array(state.label)
        shared = neighbours(units, now, state.k)
        flow = flows(excess, shared)
        flow[flow < np.maximum(aim.min(), 1e-15) * 0.02] = 0
        moved = 0
        for a, b in sorted(zip(*np.nonzero(flow > 0)), key=lambda ab: (-flow[ab], ab)):
            moved += _pass(state, int(a), int(b), float(flow[a, b]), now)
        if not moved:
            break
    return np.array(best)


def _pass(state: Moving, a: int, b: int, wanted: float, now: np.ndarray) -> int:
    """Moves about ``wanted`` load from a to b, cheapest first. Returns how many units moved."""
    units, label = state.units, state.label
    heap = []
    for unit in _border(units, now, a, b):
        if label[unit] == a and state.free[unit] and state.load[unit] > 0:
            heap.append((state.price(unit, b) / state.load[unit], unit))
    heapq.heapify(heap)
    moved = 0
    while heap and wanted > 0:
        key, unit = heapq.heappop(heap)
        load = state.load[unit]
        if label[unit] != a or load >= 2 * wanted or not state.touches(unit, b):
            continue
        fresh = state.price(unit, b) / load
        if heap and fresh > heap[0][0] + 1e-15 and fresh > key + 1e-15:
            heapq.heappush(heap, (fresh, unit))
            continue
        if state.count[a] == 1 or not state.stays_whole(unit):
            continue
        state.move(unit, b)
        wanted -= load
        moved += 1
        for node in state.junctions(unit):
            for v in state.at(node):
                if label[v] == a and state.free[v]:
                    if state.load[v] > 0:
                        heapq.heappush(heap, (state.price(v, b) / state.load[v], v))
                    elif state.count[a] > 1 and state.touches(v, b) and state.stays_whole(v):
                        # without load and between two others: it goes along, so that the border can pass it
                        state.move(v, b)
                        for far in state.junctions(v):
                            for u in state.at(far):
                                if label[u] == a and state.free[u] and state.load[u] > 0:
                                    heapq.heappush(heap, (state.price(u, b) / state.load[u], u))
    return moved


def _border(units: Units, label: np.ndarray, a: int, b: int) -> list[int]:
    """Units of a at junctions where b is too, in order."""
    of = np.repeat(np.arange(len(units.unit_start) - 1), np.diff(units.unit_start))
    zone = label[units.unit]
    nodes = len(units.unit_start) - 1
    both = (np.bincount(of[zone == a], minlength=nodes) > 0) & (
        np.bincount(of[zone == b], minlength=nodes) > 0
    )
    return np.unique(units.unit[both[of] & (zone == a)]).tolist()


def polished(
    units: Units, label, cost, target, aim, free, worth, passes: int = 6, swaps_up_to: int = 150, stop=None
):
    """Single moves, and with few units exchanges of two, that cost less and keep the balance (or better it)."""
    state = Moving(units, label, cost, worth, free)
    goal = target * (state.loads.sum() / target.sum())
    room = np.maximum(aim, np.abs(state.loads - goal))
    for _ in range(passes):
        changed = 0
        for unit in range(len(units)):
            own = state.label[unit]
            if own < 0 or not state.free[unit] or state.count[own] == 1:
                continue
            beside = {state.label[v] for node in state.junctions(unit) for v in state.at(node)} - {own, -1}
            for to in sorted(beside):
                if (
                    state.price(unit, to) < -1e-12
                    and _fits(state, unit, to, goal, room)
                    and state.stays_whole(unit)
                ):
                    state.move(unit, to)
                    changed += 1
                    break
        if len(units) <= swaps_up_to:
            changed += _swaps(state, goal, room)
        if not changed or (stop is not None and stop()):
            break
    return np.array(state.label)


def _fits(state: Moving, unit, to, goal, room) -> bool:
    own, load = state.label[unit], state.load[unit]
    return (
        abs(state.loads[own] - load - goal[own]) <= room[own]
        and abs(state.loads[to] + load - goal[to]) <= room[to]
    )


def _swaps(state: Moving, goal, room) -> int:
    done = 0
    movable = [
        u for u in range(len(state.label))
        if state.label[u] >= 0 and state.free[u] and state.count[state.label[u]] > 1
        and any(state.label[v] not in (state.label[u], -1) for j in state.junctions(u) for v in state.at(j))
    ]  # fmt: skip
    for one in movable:
        for other in movable:
            a, b = state.label[one], state.label[other]
            if a >= b or not state.touches(one, b) or state.count[a] == 1 or not state.stays_whole(one):
                continue
            shift = state.load[other] - state.load[one]
            after = (
                abs(state.loads[a] + shift - goal[a]) <= room[a]
                and abs(state.loads[b] - shift - goal[b]) <= room[b]
            )
            if not after:
                continue
            first = state.price(one, b)
            state.move(one, b)
            if (
                state.touches(other, a)
                and first + state.price(other, a) < -1e-12
                and state.stays_whole(other)
            ):
                state.move(other, a)
                done += 1
            else:
                state.move(one, a)
    return done
