"""How the true road lines lie to each other, measured by plain means: pairwise distances and buffers."""

from __future__ import annotations

import numpy as np
import shapely

GAP, GAP_MAX, STUB, OWN_OVERLAP = 1.0, 5.0, 8.0, 3.0
EDGE = 0.15  # metres: cities' files round coordinates
BESIDE, LEAST = 0.5, 5.0  # metres: drawn on each other, and for how long
TWO_OVERLAP, TWO_LEAST = 10.0, 20.0  # metres: the same for two cities' lines, each with its own survey
TWO_EDGE, TWO_TURN = 5.0, 20.0  # metres; degrees between stretches that run alike
SHARE, SHARE_EDGE = 0.7, 0.05  # of the shorter line: the whole road is drawn twice
FORK, FORK_EDGE = (
    5.0,
    2.0,
)  # degrees at which roads part that have only met; on a short stretch they are not exact
PAIRS = (
    "duplicate_section",
    "line_overlap",
    "line_undershoot",
    "line_overshoot",
    "line_crossing",
    "line_no_node",
    "border_gap",
    "border_section",
    "border_overlap",
)


def measured(truth, planted) -> dict:
    """kind -> entry of ``quality.json``. ``truth``: its rows by table, its cities and where borders cut roads.

    What was planted or is known from the start is in the entries too.
    """
    found: dict = {name: {"pairs": [], "unsure": []} for name in PAIRS}
    found["line_stub"] = {"rows": [], "unsure": []}
    found["line_overlap"]["pairs"] = list(planted.pairs["line_overlap"])
    told = {frozenset(map(tuple, p)) for k in ("line_overlap", "duplicate_section") for p in planted.pairs[k]}
    over = {frozenset(map(tuple, p)) for p in planted.near["line_crossing"]}
    for city in truth.world:
        rows = [r for c, r in truth.rows["section"] if c == city and r.geom is not None]
        rows = [r for r in rows if r.source_row["_geom"].length > 0]
        net = _Net(rows, [truth.name("section", city, row) for row in rows], told, over)
        for name, line in zip(net.names, net.lines):
            if line.length < STUB:
                found["line_stub"]["rows"].append(name)
        net.doubles(found["duplicate_section"])
        net.laid_on(found["line_overlap"])
        net.free_ends(found)
        net.crossings(found)
    _gaps(truth, found["border_gap"])
    found["border_section"]["pairs"] = truth.border_roads()
    found["border_overlap"]["pairs"] = list(planted.pairs["border_overlap"])
    _over_borders(truth, found)
    return found


class _Net:
    """One city's lines. ``told``: pairs that lie on each other; ``over``: pairs with a bridge between."""

    def __init__(self, rows, names, told, over):
        self.rows, self.names, self.told, self.over = rows, names, told, over
        self.lines = [row.source_row["_geom"] for row in rows]
        self.tree = shapely.STRtree(self.lines)
        self.ends = np.array([line.coords[k] for line in self.lines for k in (0, -1)])

    def known(self, i, j) -> bool:
        return frozenset((tuple(self.names[i]), tuple(self.names[j]))) in self.told

    def apart(self, n) -> float:
        """From one end to the nearest end of another line."""
        apart = np.hypot(*(self.ends - self.ends[n]).T)
        apart[[n // 2 * 2, n // 2 * 2 + 1]] = np.inf
        if np.hypot(*(self.ends[n // 2 * 2] - self.ends[n // 2 * 2 + 1])) < GAP:
            return 0.0  # a ring
        return float(apart.min())

    def doubles(self, entry) -> None:
        """Pairs of which the shorter lies in a band of 3 m about the other for 70 % of its length."""
        for i, line in enumerate(self.lines):
            for j in self.tree.query(line, predicate="dwithin", distance=OWN_OVERLAP):
                other = self.lines[j]
                if j == i or (line.length, i) > (other.length, j) or line.length < 20:
                    continue
                share = [
                    line.intersection(other.buffer(OWN_OVERLAP + d, cap_style="flat")).length / line.length
                    for d in (-0.2, 0, 0.2)
                ]
                if share[0] >= 0.75:
                    pair = [self.names[i], self.names[int(j)]]
                    entry["pairs"].append(pair)
                    self.told.add(frozenset(map(tuple, pair)))
                elif share[2] >= 0.65:
                    entry["unsure"].append([self.names[i], self.names[int(j)]])

    def laid_on(self, entry) -> None:
        """Ends that lie on another line, away from its ends, with some metres of their own line: by chance."""
        for n, end in enumerate(self.ends):
            i, point, best = n // 2, shapely.Point(end), []
            for j in self.tree.query(point, predicate="dwithin", distance=BESIDE):
                other = self.lines[j]
                at = other.project(point)
                if j == i or self.known(i, j) or min(at, other.length - at) < LEAST:
                    continue
                band = self.lines[i].intersection(other.buffer(BESIDE))
                length = max(
                    (g.length for g in getattr(band, "geoms", [band]) if g.distance(point) < 0.01), default=0
                )
                pair = [self.names[i], self.names[int(j)]]
                best.append((length, pair))
            # It may run on beside the next section of the same road: the longest counts.
            for n_, (length, pair) in enumerate(sorted(best, reverse=True)):
                if n_ or abs(length - LEAST) < 1 or self.apart(n) <= GAP:
                    entry["unsure"].append(pair)
                elif length > LEAST:
                    entry["pairs"].append(pair)
                    self.told.add(frozenset(map(tuple, pair)))

    def free_ends(self, found) -> None:
        """Ends that meet no other end: on another line, or 1 to 5 m before it; and those of border roads."""
        for n, end in enumerate(self.ends):
            i, apart = n // 2, self.apart(n)
            if apart <= GAP - EDGE:
                continue
            point = shapely.Point(end)
            near = sorted(
                (self.lines[j].distance(point), int(j))
                for j in self.tree.query(point, predicate="dwithin", distance=GAP_MAX + EDGE)
                if j != i
            )
            if not near:
                continue
            distance, j = near[0]
            pair = [self.names[i], self.names[j]]
            open_ = apart < GAP + EDGE or self.lines[i].crosses(self.lines[j])
            open_ |= len(near) > 1 and near[1][0] - distance < EDGE  # which of the two is nearest is open
            same_road = self.rows[i].source_row["_route"] is self.rows[j].source_row["_route"]
            for kind, low, high in (("line_no_node", -1, GAP), ("line_undershoot", GAP, GAP_MAX)):
                margin = min(abs(distance - low), abs(distance - high)) < EDGE
                at_limit = (open_ or margin or same_road) and low - EDGE < distance <= high + EDGE
                if at_limit or self.known(i, j):
                    found[kind]["unsure"].append(pair)
                elif low < distance <= high:
                    found[kind]["pairs"].append(pair)

    def crossings(self, found) -> None:
        """Lines that cross more than 5 m from all their ends; and ends that meet none, 1 to 5 m past a crossing."""
        for i, line in enumerate(self.lines):
            for j in self.tree.query(line, predicate="crosses"):
                if j <= i:
                    continue
                pair = [self.names[i], self.names[int(j)]]
                met = line.intersection(self.lines[j])
                for spot in getattr(met, "geoms", [met]):
                    if spot.geom_type == "Point":
                        self._crossing(i, int(j), spot, pair, found)

    def _crossing(self, i, j, spot, pair, found) -> None:
        tails = []
        for k in (i, j):
            at, length = self.lines[k].project(spot), self.lines[k].length
            tails.append((min(at, length - at), self.apart(2 * k + (at > length / 2)) > GAP))
        if min(t for t, _ in tails) > GAP_MAX + EDGE:
            if frozenset(map(tuple, pair)) not in self.over:
                found["line_crossing"]["pairs"].append(pair)
            return
        found["line_crossing"]["unsure"].append(pair)
        past = [k for k, (t, free) in enumerate(tails) if free and GAP + EDGE < t < GAP_MAX - EDGE]
        other = tails[1 - past[0]][0] if len(past) == 1 else 0
        if len(past) == 1 and other > GAP_MAX + EDGE and not self.known(i, j):
            found["line_overshoot"]["pairs"].append(pair if past == [0] else pair[::-1])
        else:
            found["line_overshoot"]["unsure"].append(pair)


def _gaps(truth, entry) -> None:
    """Two cities' ends of one road at their border, as each city has drawn its own."""
    at_end: dict = {}
    for city, row in truth.rows["section"]:
        line = row.source_row["_geom"]
        for k in (0, -1):
            drawn = (city, round(line.coords[k][0], 2), round(line.coords[k][1], 2))
            at_end.setdefault(drawn, []).append((city, row))
    cuts: dict = {}
    for road, where, city, end in truth.cuts:
        drawn = (city, *(round(float(v), 2) for v in end))
        if drawn in at_end:
            cuts.setdefault((road, round(where[0], 1), round(where[1], 1)), {})[city] = drawn
    for sides in cuts.values():
        if len(sides) != 2:
            # The neighbour's piece was too short to be kept: whichever of its roads begins there goes on from here.
            for one in sides.values():
                for other, to in at_end.items():
                    if other[0] != one[0] and np.hypot(one[1] - other[1], one[2] - other[2]) < 25:
                        mine = truth.name("section", *at_end[one][0])
                        entry["unsure"] += [[mine, truth.name("section", *row)] for row in to]
            continue
        one, two = sides.values()
        gap = float(np.hypot(one[1] - two[1], one[2] - two[2]))
        pair = [truth.name("section", *at_end[one][0]), truth.name("section", *at_end[two][0])]
        if gap > GAP + EDGE:
            entry["pairs"].append(pair)
        elif gap > GAP - EDGE:
            entry["unsure"].append(pair)


def _over_borders(truth, found) -> None:
    """Lines of two cities that chance drew on each other: along the border, or the one on over the other."""
    rows = [
        (c, r) for c, r in truth.rows["section"] if r.geom is not None and r.source_row["_geom"].length > 0
    ]
    lines = [row.source_row["_geom"] for _, row in rows]
    known = {
        frozenset(map(tuple, p)) for k in ("border_section", "border_overlap") for p in found[k]["pairs"]
    }
    for i, j in shapely.STRtree(lines).query(lines, predicate="dwithin", distance=TWO_OVERLAP).T:
        if i >= j or rows[i][0] == rows[j][0]:
            continue
        short, long = (i, j) if lines[i].length <= lines[j].length else (j, i)
        pair = [truth.name("section", *rows[short]), truth.name("section", *rows[long])]
        if frozenset(map(tuple, pair)) in known:
            continue
        for kind, sure in _lie_together(lines[short], lines[long]).items():
            found[kind]["pairs" if sure else "unsure"].append(pair)


def _lie_together(short, long) -> dict:
    """kind -> whether it is sure, of two cities' lines: what of the shorter is in a band about the other.

    They lie on each other until one of them ends; or they part, but at so small an angle that no junction is drawn
    so. The angle is that between the chords of the two along the stretch.
    """
    band = short.intersection(long.buffer(TWO_OVERLAP, cap_style="flat"))
    pieces = [g for g in getattr(band, "geoms", [band]) if g.geom_type == "LineString" and g.length > 0]
    if not pieces:
        return {}
    whole = sum(g.length for g in pieces) / short.length
    most = max(pieces, key=lambda g: g.length)
    alike = _alike(most, long)
    if alike < TWO_LEAST - TWO_EDGE:
        return {}
    ends = [shapely.Point(most.coords[k]) for k in (0, -1)]
    beside = [long.interpolate(long.project(end)) for end in ends]
    chords = [np.subtract(b.coords[0], a.coords[0]) for a, b in (ends, beside)]
    size = np.prod([np.hypot(*c) for c in chords])
    angle = float(np.degrees(np.arccos(np.clip(abs(chords[0] @ chords[1]) / size, 0, 1)))) if size else 90.0
    limits = [shapely.Point(line.coords[k]) for line in (short, long) for k in (0, -1)]
    part = sum(
        end.distance(limits[0]) > 1 and end.distance(limits[1]) > 1
        and to.distance(limits[2]) > 1 and to.distance(limits[3]) > 1
        for end, to in zip(ends, beside)
    )  # fmt: skip
    if angle > (FORK + FORK_EDGE if part else TWO_TURN):
        return {}
    sure = alike > TWO_LEAST + TWO_EDGE and angle < (FORK - FORK_EDGE if part else 15)
    if abs(whole - SHARE) <= SHARE_EDGE:
        return {"border_section": False, "border_overlap": False}
    return {"border_section" if whole > SHARE else "border_overlap": sure}


def _alike(stretch, other) -> float:
    """Metres of a stretch, part by part, that run as the other line does beside them; not where it only comes near."""
    coords = shapely.segmentize(stretch, 2.0).coords
    parts = [np.array(part) for part in zip(coords, coords[1:])]
    total = 0.0
    for part in parts:
        own = part[1] - part[0]
        near = np.array([other.interpolate(other.project(shapely.Point(p))).coords[0] for p in part])
        its = near[1] - near[0]
        size = np.hypot(*own), np.hypot(*its)
        if size[1] > size[0] / 2 and abs(own @ its) >= np.cos(np.radians(TWO_TURN)) * size[0] * size[1]:
            total += size[0]
    return float(total)
