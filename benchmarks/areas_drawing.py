"""How cities draw roads: cut at their borders, ends that do not meet, numbers and classes of their own.

Used by synthetic areas and by real networks alike. A *place* is a spot on the ground where ends of sections meet;
ends of two cities at one place belong together however far apart they were drawn.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree
from shapely.ops import substring

START, END = "始点", "終点"
REACH_M = 80.0  # how far inside a city its misfit at a border fades out
ONE_SPOT_M = 25.0  # cuts so near share their misfit but for a little
MIN_PIECE_M = 3.0
BEARING_M, TURN_MAX = 30.0, 30.0  # unified model, section 8.1: bearings over the last 30 m
RC_OF_RANK = np.array(["N1", "P2", "C1", "C2", "C3", "X1"], dtype=object)
WIDTH_OF_RANK = np.array([14.0, 9.0, 7.0, 5.5, 4.0, 3.0])


@dataclass
class Truth:
    """What a perfect judge knows. Frames keyed by section (and end: 始点/終点).

    ``ends``: section, end, place: ends with one place belong together. ``joins``: section_a, end_a, section_b,
    end_b, kind, must: pairs across a border; must = a link is demanded, else it is right but not
    demanded (kind bend: the road itself turns more than 30 degrees at the cut).
    ``meets``: section_a, end_a, section_b, gap_m: an end that meets the middle of the other city's section.
    ``same``: section_a, section_b: one road drawn by both. ``apart``: section_a, end_a, section_b, end_b, kind:
    ends that must never be joined. ``running``: section, share: border-running (share of length within 10 m).
    """

    ends: pd.DataFrame
    joins: pd.DataFrame
    same: pd.DataFrame
    apart: pd.DataFrame
    running: pd.DataFrame
    meets: pd.DataFrame


@dataclass
class Area:
    """Input frames of ``link_roads`` and the truth about them."""

    roads: pd.DataFrame
    cities: pd.DataFrame  # city_code, name, geom (Polygon, MultiPolygon)
    rivers: pd.DataFrame  # ref_id, name, geom (Polygon or LineString)
    bridges: pd.DataFrame  # bridge_id, name, geom (Point)
    truth: Truth


@dataclass
class Extra:
    """Truth that is known while sections are made, by row number of the drawn frame or by place."""

    same: list = field(default_factory=list)  # (row, row)
    apart: list = field(default_factory=list)  # (place, place, kind)
    optional: set = field(default_factory=set)  # places whose links are right but not demanded
    meets: list = field(default_factory=list)  # (place, row)
    turns: dict = field(default_factory=dict)  # place -> degrees that the undisturbed road bends at its cut


def cut(edges: pd.DataFrame, cells: np.ndarray, next_place: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Edges (u, v, geom, …) cut at the borders of ``cells``.

    Returns the pieces (columns of ``edges`` with ``city``, ``place0``, ``place1`` for u and v) and the cuts
    (place, x, y, city_a, city_b, dx, dy: direction of the road, turn: degrees that it bends
    there). Edges outside all cells are left out.
    """
    lines = edges["geom"].to_numpy()
    segments = _segments(shapely.boundary(cells))
    side, line = shapely.STRtree(lines).query(segments, predicate="intersects")
    touched = np.unique(line)
    hits, of = shapely.get_coordinates(shapely.intersection(lines[line], segments[side]), return_index=True)
    of = line[of]
    order = np.argsort(of, kind="stable")
    hits, of = hits[order], of[order]
    shapely.prepare(cells)
    whole = np.setdiff1d(np.arange(len(lines)), touched)
    city_tree = shapely.STRtree(cells)
    city, at = shapely.STRtree(shapely.get_point(lines[whole], 0)).query(cells, predicate="intersects")
    at, first = np.unique(at, return_index=True)
    pieces = [
        (
            whole[at],
            city[first],
            edges["u"].to_numpy()[whole[at]],
            edges["v"].to_numpy()[whole[at]],
            lines[whole[at]],
        )
    ]
    cuts, rows = [], []
    for i in touched:
        own = hits[np.searchsorted(of, i) : np.searchsorted(of, i, side="right")]
        ends = edges["u"].iat[i], edges["v"].iat[i]
        rows += _cut_one(i, lines[i], own, ends, cells, city_tree, next_place + len(cuts), cuts)
    if rows:
        pieces.append(tuple(np.array(part, dtype=object) for part in zip(*rows)))
    index = np.concatenate([part[0] for part in pieces]).astype(int)
    drawn = edges.iloc[index].drop(columns=["u", "v", "geom"]).reset_index(drop=True)
    for k, name in enumerate(("city", "place0", "place1"), 1):
        drawn[name] = np.concatenate([part[k] for part in pieces]).astype(np.int64)
    drawn["geom"] = np.concatenate([part[4] for part in pieces])
    columns = ["place", "x", "y", "city_a", "city_b", "dx", "dy", "turn"]
    return drawn, pd.DataFrame(cuts, columns=columns).astype(
        {"place": np.int64, "city_a": int, "city_b": int}
    )


def _segments(lines):
    """All two-point parts of (multi)lines."""
    parts = shapely.get_parts(lines)
    xy, of = shapely.get_coordinates(parts, return_index=True)
    same = of[1:] == of[:-1]
    return shapely.linestrings(np.stack([xy[:-1], xy[1:]], axis=1)[same])


def _cut_one(i, line, crossing, ends, cells, city_tree, place, cuts):
    """Rows (edge, city, place0, place1, geometry) of one edge; appends to ``cuts``."""
    u, v = ends
    near = city_tree.query(line)
    at = np.unique(np.round(shapely.line_locate_point(line, shapely.points(crossing)), 6))
    length = line.length
    stops = np.concatenate([[0.0], at[(at > 0) & (at < length)], [length]])
    middle = shapely.line_interpolate_point(line, (stops[:-1] + stops[1:]) / 2)
    inside = shapely.intersects(cells[near][:, None], middle[None])
    city = np.where(inside.any(axis=0), near[inside.argmax(axis=0)] if len(near) else -1, -1)
    runs = []  # [city, from, to], short ones taken by the one before
    for c, a, b in zip(city, stops[:-1], stops[1:]):
        if runs and (runs[-1][0] == c or b - a < MIN_PIECE_M):
            runs[-1][2] = b
        elif runs and len(runs) == 1 and runs[0][2] - runs[0][1] < MIN_PIECE_M:
            runs[0] = [c, 0.0, b]
        else:
            runs.append([c, a, b])
    rows, before = [], u
    for k, (c, a, b) in enumerate(runs):
        after = v
        if k < len(runs) - 1:
            after, place = place, place + 1
            p, q, r = (
                shapely.get_coordinates(line.interpolate(m))[0]
                for m in (b, max(b - BEARING_M, 0), min(b + BEARING_M, length))
            )
            step = (r - q) / max(np.hypot(*(r - q)), 1e-9)
            turn = np.degrees(np.arctan2(*(r - p)) - np.arctan2(*(p - q)))
            cuts.append((after, *p, c, runs[k + 1][0], *step, abs((turn + 180) % 360 - 180)))
        if c >= 0:
            rows.append((i, c, before, after, substring(line, a, b)))
        before = after
    return rows


def shake(
    drawn: pd.DataFrame, cuts: pd.DataFrame, misfit_m: float, rng, sloppy=0.3, spot_m=ONE_SPOT_M
) -> np.ndarray:
    """Geometry of the sections with ends at cuts up to ``misfit_m`` apart (the two cities' ends, not each).

    Each city's drawing is displaced near a cut, fading out over 80 m; at a share ``sloppy`` of the cuts only the
    last point moves, along the road (digitised too far or too short). Cuts within ``spot_m`` share their misfit
    but for a tenth.
    """
    geoms = drawn["geom"].to_numpy().copy()
    if misfit_m <= 0 or not len(cuts):
        return geoms
    xy = cuts[["x", "y"]].to_numpy(float)
    n = len(cuts)
    pairs = cKDTree(xy).query_pairs(spot_m, output_type="ndarray")
    graph = coo_matrix((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(n, n))
    count, spot = connected_components(graph, directed=False)
    angle, size = rng.uniform(0, 2 * np.pi, count), np.sqrt(rng.uniform(0, 1, count)) * misfit_m * 0.9
    gap = (size[:, None] * np.column_stack([np.cos(angle), np.sin(angle)]))[spot]
    turn = rng.uniform(0, 2 * np.pi, n)
    gap += 0.1 * misfit_m * (rng.random(n) * np.array([np.cos(turn), np.sin(turn)])).T
    single = np.bincount(spot)[spot] == 1
    careless = (rng.random(n) < sloppy) & single
    along = cuts[["dx", "dy"]].to_numpy(float)
    amount = rng.uniform(-1, 1, n) * misfit_m
    share = rng.random(count)[spot]
    moved_a, moved_b = gap * share[:, None], -gap * (1 - share)[:, None]
    ends = _ends(drawn)
    for city in np.unique(drawn["city"]):
        own_a, own_b = cuts["city_a"].to_numpy() == city, cuts["city_b"].to_numpy() == city
        own = own_a | own_b
        rows = np.flatnonzero(drawn["city"].to_numpy() == city)
        if not own.any() or not len(rows):
            continue
        vector = np.where(own_a[:, None], moved_a, moved_b)
        vector[careless] = 0
        geoms[rows] = _displaced(geoms[rows], xy[own], vector[own])
    for side, name, part in ((1, "city_a", share), (-1, "city_b", 1 - share)):
        table = cuts.loc[careless, ["place", name]].rename(columns={name: "city"})
        table["shift"] = list((along * (amount * part * side)[:, None])[careless])
        found = table.merge(ends, on=["place", "city"]).drop_duplicates(["place", "city"])
        for row, end, shift in zip(found["row"], found["end"], found["shift"]):
            geoms[row] = _end_moved(geoms[row], end, shift)
    return geoms


def _displaced(geoms, at, vector):
    tree = cKDTree(at)

    def move(xy):
        distance, nearest = tree.query(xy, distance_upper_bound=REACH_M)
        hit = np.isfinite(distance)
        out = xy.copy()
        out[hit] += vector[nearest[hit]] * (1 - distance[hit] / REACH_M)[:, None]
        return out

    return shapely.transform(geoms, move)


def _end_moved(line, end, shift):
    xy = shapely.get_coordinates(line)
    if end == END:
        xy = xy[::-1]
    room = np.hypot(*(xy[1] - xy[0]))
    size = np.hypot(*shift)
    if size > 0 and shift @ (xy[1] - xy[0]) > 0:  # shorter: not past the next point
        shift = shift * min(1.0, 0.7 * room / size)
    xy = xy.copy()
    xy[0] += shift
    return shapely.linestrings(xy[::-1] if end == END else xy)


def _ends(drawn):
    rows = np.arange(len(drawn))
    return pd.DataFrame(
        {
            "row": np.concatenate([rows, rows]),
            "end": [START] * len(rows) + [END] * len(rows),
            "place": np.concatenate([drawn["place0"], drawn["place1"]]),
            "city": np.concatenate([drawn["city"], drawn["city"]]),
        }
    )


def finish(
    drawn: pd.DataFrame, cells, extra: Extra, rng, *, rivers=None, bridges=None, attributes=True
) -> Area:
    """The frames: attributes by each city's rule, directions and order shuffled, truth by section."""
    drawn = drawn.reset_index(drop=True).copy()
    codes = np.array([f"{900011 + 10 * k}" for k in range(len(cells))], dtype=object)
    drawn["city_code"] = codes[drawn["city"]]
    if attributes:
        _attributes(drawn, rng)
    flip = rng.random(len(drawn)) < 0.5
    geoms = drawn["geom"].to_numpy()
    geoms[flip] = shapely.reverse(geoms[flip])
    drawn["geom"] = geoms
    first = np.where(flip, drawn["place1"], drawn["place0"])
    drawn["place1"], drawn["place0"] = np.where(flip, drawn["place0"], drawn["place1"]), first
    if "oneway" in drawn:
        drawn["oneway"] = np.where(flip, -drawn["oneway"].astype(float), drawn["oneway"].astype(float))
    drawn["section"] = [f"s{number:07d}" for number in rng.permutation(len(drawn))]
    drawn["section_id"] = (
        drawn["route_key"].fillna("-")
        + ":"
        + (drawn.groupby("route_key", dropna=False).cumcount() + 1).astype(str).str.zfill(3)
    )
    truth = _truth(drawn, shapely.get_parts(cells) if not isinstance(cells, np.ndarray) else cells, extra)
    wanted = ["section", "section_id", "city_code", "route_key", "rc", "name", "width_m", "ln", "pt", "adt",
              "speed_kmh", "oneway", "grade", "bridge", "geom"]  # fmt: skip
    roads = drawn[wanted].sort_values("section", ignore_index=True)
    cities = pd.DataFrame(
        {"city_code": codes, "name": [f"第{k + 1}市" for k in range(len(codes))], "geom": cells}
    )
    if rivers is None:
        rivers = pd.DataFrame({"ref_id": [], "name": [], "geom": np.array([], dtype=object)})
    if bridges is None:
        bridges = pd.DataFrame({"bridge_id": [], "name": [], "geom": np.array([], dtype=object)})
    return Area(roads, cities, rivers, bridges, truth)


def _attributes(drawn, rng):
    """Numbers and classes as each city gives them: one road has another city route number over the border."""
    key = drawn["road"].to_numpy().astype(np.int64) * 1000 + drawn["city"].to_numpy()
    pair, inverse = np.unique(key, return_inverse=True)
    road, city = pair // 1000, pair % 1000
    rank = np.zeros(len(pair), int)
    rank[inverse] = drawn["rank"].to_numpy()
    own = (rank >= 2) & (rank <= 4)
    step = np.where(rng.random(len(pair)) < 0.10, np.where(road % 2, 1, -1), 0)  # never two apart
    judged = np.where(own, np.clip(rank + step, 2, 4), rank)
    rc = RC_OF_RANK[judged]
    number = pd.Series(1, index=range(len(pair))).groupby([city, rc]).cumsum().to_numpy()
    number = np.where(rank < 2, 1 + (road * 7919) % 480, number)
    codes = drawn.groupby("city")["city_code"].first()
    code = codes.reindex(city).to_numpy()
    route = np.array([f"{c}-{r}-{n:04d}" for c, r, n in zip(code, rc, number)], dtype=object)
    common = (road * 2654435761 % 100) < 15  # a name that people on both sides use
    name = np.array([f"市道{n}号線" for n in number], dtype=object)
    name = np.where(rank == 0, [f"国道{n}号" for n in number], name)
    name = np.where(rank == 1, [f"県道{n}号" for n in number], name)
    name = np.where(own & common, [f"{r}通り" for r in road], name).astype(object)
    name[(rng.random(len(pair)) < 0.2) & own] = None
    rc = rc.astype(object).copy()
    rc[(rng.random(len(pair)) < 0.05) & own] = None
    width = WIDTH_OF_RANK[rank] * rng.uniform(0.85, 1.2, len(pair))
    width[rng.random(len(pair)) < 0.1] = np.nan
    drawn["route_key"], drawn["rc"], drawn["name"] = route[inverse], rc[inverse], name[inverse]
    drawn["width_m"] = np.round(width[inverse], 1)
    drawn["ln"] = np.array(["L2", "L2", "L2", "L1", "L1", "L1"], dtype=object)[rank][inverse]
    drawn["pt"] = np.array(["P1", "P1", "P1", "P2", "P2", "P5"], dtype=object)[rank][inverse]
    drawn["adt"] = np.array([18000, 9000, 3500, np.nan, np.nan, np.nan])[rank][inverse]
    drawn["speed_kmh"] = np.array([60, 50, 40, 30, 30, np.nan])[rank][inverse]


def _truth(drawn, cells, extra):
    section = drawn["section"].to_numpy()
    ends = _ends(drawn)
    ends["section"] = section[ends["row"]]
    joins = ends.merge(ends, on="place", suffixes=("_a", "_b"))
    joins = joins[(joins["row_a"] < joins["row_b"]) & (joins["city_a"] != joins["city_b"])]
    size = ends.groupby("place")["row"].size()
    two = size.reindex(joins["place"]).to_numpy() == 2
    optional = joins["place"].isin(extra.optional).to_numpy()
    joins["must"] = two & ~optional
    if "leg" in drawn:  # a junction on the border: the ends of one leg's line go straight on
        leg = drawn["leg"].to_numpy()
        straight = (leg[joins["row_a"]] == leg[joins["row_b"]]) & (leg[joins["row_a"]] >= 0)
        joins["must"] = np.where(two, joins["must"], straight & ~optional)
    joins["kind"] = np.where(two, "cut", "junction")
    bend = two & (joins["place"].map(extra.turns).fillna(0).to_numpy() > TURN_MAX)
    joins["must"] &= ~bend
    joins.loc[bend, "kind"] = "bend"
    tips = np.concatenate([shapely.get_point(drawn["geom"].to_numpy(), k) for k in (0, -1)])  # as in _ends
    where = ends.reset_index().set_index(["row", "end"])["index"]
    a, b = (where.loc[list(zip(joins[f"row_{s}"], joins[f"end_{s}"]))].to_numpy() for s in "ab")
    joins["gap_m"] = shapely.distance(tips[a], tips[b])
    joins["must"] &= joins["gap_m"] <= 15.0  # farther is for a person to judge
    names = ["section_a", "end_a", "section_b", "end_b"]
    by_place = ends.drop_duplicates("place").set_index("place")
    apart = [
        (
            by_place.at[a, "section"],
            by_place.at[a, "end"],
            by_place.at[b, "section"],
            by_place.at[b, "end"],
            kind,
        )
        for a, b, kind in extra.apart
        if a in by_place.index and b in by_place.index
    ]
    meets = []
    for p, row in extra.meets:
        section_a, end = by_place.at[p, "section"], by_place.at[p, "end"]
        tip = shapely.get_point(drawn["geom"].iat[by_place.at[p, "row"]], 0 if end == START else -1)
        meets.append((section_a, end, section[row], shapely.distance(tip, drawn["geom"].iat[row])))
    return Truth(
        ends[["section", "end", "place"]].reset_index(drop=True),
        joins[[*names, "place", "kind", "must", "gap_m"]].reset_index(drop=True),
        pd.DataFrame([(section[a], section[b]) for a, b in extra.same], columns=["section_a", "section_b"]),
        pd.DataFrame(apart, columns=[*names, "kind"]),
        _running(drawn, cells),
        pd.DataFrame(meets, columns=["section_a", "end_a", "section_b", "gap_m"]),
    )


def _running(drawn, cells, within=10.0, samples=100):
    """Share of each section's length within 10 m of a border between two cities, where it is at least 0.4.

    Measured at ``samples`` points a section, so to about a hundredth.
    """
    lines = drawn["geom"].to_numpy()
    parts = []
    for a, b in shapely.STRtree(cells).query(cells, predicate="dwithin", distance=0.01).T:
        if a < b:
            shared = shapely.intersection(shapely.boundary(cells[a]), shapely.buffer(cells[b], 0.01))
            parts.append(_segments(np.array([shared])))
    border = np.concatenate(parts) if parts else np.array([])
    if not len(border):
        return pd.DataFrame({"section": [], "share": []})
    near = np.unique(shapely.STRtree(lines).query(border, predicate="dwithin", distance=within)[1])
    near = near[shapely.length(lines[near]) >= 50]
    at = (np.arange(samples) + 0.5) / samples
    points = shapely.line_interpolate_point(
        np.repeat(lines[near], samples), np.tile(at, len(near)), normalized=True
    )
    hit = shapely.STRtree(border).query_nearest(points, max_distance=within, all_matches=False)[0]
    share = np.bincount(hit // samples, minlength=len(near)) / samples
    keep = share >= 0.4
    return pd.DataFrame({"section": drawn["section"].to_numpy()[near[keep]], "share": share[keep]})
