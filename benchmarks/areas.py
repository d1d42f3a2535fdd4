"""Synthetic areas whose truth is known: roads of several cities as each would draw them up to its own border.

    area(6_000, seed=1, misfit_m=8).roads          # the input of link_roads; .cities, .rivers, .bridges, .truth
    area(200, seed=1, misfit_m=8, hard="stubs")    # 200 repetitions of one hard case (names: HARD)

Written without a look at the linking, which is judged on it (``network_score``). What the areas hold: a ground of
curved and straight roads, urban and rural; cities with bent borders; roads that end at the border without a
partner, some beside one that has one; roads along the border drawn by both, by one, or two roads on either side; a
border along a river with few bridges and roads that face each other over it; dual carriageways; overpasses;
numbers, names and classes by each city's own rule. Deterministic for a seed.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely
from shapely.ops import linemerge, substring

from .areas_along import along_borders, clear, runs_of
from .areas_base import city_cells, ground, smooth_field
from .areas_drawing import Area, Extra, Truth, cut, finish, shake
from .areas_hard import HARD, hard_area

__all__ = ["HARD", "Area", "Truth", "area"]

ALONE = 0.10  # of the roads at a border end there
BESIDE = 0.04  # and so many have a stranger's end beside them
BRIDGED = 0.2  # of the roads that reach a river on the border
DUAL_M = (8.0, 12.0)


def area(n_sections: int, seed: int, misfit_m: float, hard: str | None = None) -> Area:
    """An area of about ``n_sections``; with ``hard`` that many repetitions of a hard case."""
    rng = np.random.default_rng([seed, n_sections])
    if hard is not None:
        return hard_area(hard, n_sections, rng, misfit_m)
    land = ground(n_sections, rng)
    count = max(4, int(round(4 * (n_sections / 6000) ** 0.5)))
    cells = city_cells(land.box, count, rng)
    borders = _borders(cells, land.box)
    edges, extra = land.edges, Extra()
    wet = _wet(borders, rng)
    brook, edges = _brook(edges, land, rng)
    runs = [run for k, line in enumerate(borders["geom"]) if k not in wet for run in runs_of(line, rng)]
    edges = clear(edges, runs)
    edges = _dual(edges, borders, rng)
    drawn, cuts = cut(edges, cells, next_place=len(land.xy))
    extra.turns = dict(zip(cuts["place"], cuts["turn"]))
    state = _State(drawn, cuts, int(max(cuts["place"].max(), len(land.xy))) + 1, extra, rng)
    river, bridges = _at_river(state, borders, wet)
    _lonely(state)
    _beside(state)
    state.close()
    along_borders(state, runs, cells, misfit_m)
    state.close()
    state.drawn["geom"] = shake(state.drawn, state.cuts, misfit_m, rng)
    _careless_inside(state)
    rivers = pd.DataFrame(
        {
            "ref_id": [f"RV{k:03d}" for k in range(len(river) + 1)],
            "name": [f"第{k + 1}川" for k in range(len(river) + 1)],
            "geom": np.array([*river, brook], dtype=object),
        }
    )
    return finish(state.drawn, cells, extra, rng, rivers=rivers, bridges=bridges)


class _State:
    def __init__(self, drawn, cuts, next_place, extra, rng):
        self.drawn, self.cuts, self.next, self.extra, self.rng = drawn, cuts, next_place, extra, rng
        self.added = []

    def place(self) -> int:
        self.next += 1
        return self.next - 1

    def add(self, rows: list[dict]) -> int:
        """Sections to append (``close`` does it); the row number that the first will have."""
        first = len(self.drawn) + len(self.added)
        self.added += rows
        return first

    def close(self):
        if self.added:
            new = pd.DataFrame(self.added).assign(grade=0.0, bridge=False, oneway=np.nan)
            self.drawn, self.added = pd.concat([self.drawn, new], ignore_index=True), []


def _borders(cells, box):
    inner = shapely.box(*box).buffer(-100)
    rows = []
    for a, b in shapely.STRtree(cells).query(cells, predicate="intersects").T:
        if a < b:
            line = shapely.intersection(shapely.boundary(cells[a]), shapely.boundary(cells[b]))
            parts = [p for p in shapely.get_parts(line) if p.geom_type == "LineString"]
            if parts:
                merged = linemerge(parts) if len(parts) > 1 else parts[0]
                for part in shapely.get_parts(shapely.intersection(merged, inner)):
                    if part.length > 300:
                        rows.append((a, b, part))
    return pd.DataFrame(rows, columns=["a", "b", "geom"])


def _wet(borders, rng):
    """Borders along which a river runs: one in five, the first long enough always."""
    long = np.flatnonzero(shapely.length(borders["geom"].to_numpy()) > 900)
    count = max(1, len(borders) // 5)
    return set(rng.choice(long, min(count, len(long)), replace=False).tolist())


def _brook(edges, land, rng):
    """A river as a centre line across the area; the roads over it are bridges or end (are left out)."""
    x0, y0, x1, y1 = land.box
    turn = rng.uniform(0.2, 0.8)
    line = shapely.segmentize(
        shapely.linestrings([(x0, y0 + (y1 - y0) * turn), (x1, y0 + (y1 - y0) * (1.05 - turn))]), 25.0
    )
    warp = smooth_field(rng)
    line = shapely.transform(line, lambda xy: np.round(xy + warp(xy), 2))
    over = shapely.STRtree(edges["geom"].to_numpy()).query(line, predicate="intersects")
    kept = over[rng.random(len(over)) < 0.3]
    edges = edges.copy()
    edges.loc[edges.index[kept], "bridge"] = True
    edges.loc[edges.index[kept], "grade"] = 1.0
    return line, edges.drop(edges.index[np.setdiff1d(over, kept)]).reset_index(drop=True)


def _dual(edges, borders, rng):
    """Main roads over a border as two carriageways that part and meet again."""
    lines = edges["geom"].to_numpy()
    hit = np.unique(shapely.STRtree(lines).query(borders["geom"].to_numpy(), predicate="intersects")[1])
    hit = hit[
        (edges["rank"].to_numpy()[hit] < 3)
        & (shapely.length(lines[hit]) > 60)
        & ~edges["bridge"].to_numpy()[hit]
    ]
    hit = hit[rng.random(len(hit)) < 0.5]
    if not len(hit):
        return edges
    left, right = edges.iloc[hit].copy(), edges.iloc[hit].copy()
    gap = rng.uniform(*DUAL_M, len(hit))
    for lanes, side in ((left, 1), (right, -1)):
        lanes["geom"] = [_bowed(line, side * g / 2) for line, g in zip(lines[hit], gap)]
        lanes["oneway"] = 1.0 * side
    return pd.concat([edges.drop(edges.index[hit]), left, right], ignore_index=True)


def _bowed(line, offset):
    xy = shapely.get_coordinates(shapely.segmentize(line, line.length / 7))
    t = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(xy, axis=0).T))])
    t = t / t[-1]
    along = xy[-1] - xy[0]
    normal = np.array([-along[1], along[0]]) / np.hypot(*along)
    return shapely.linestrings(xy + normal * (offset * np.minimum(1, np.minimum(t, 1 - t) / 0.15))[:, None])


def _at_river(state, borders, wet):
    """A river along a border: few bridges; the other roads end at the banks, face to face."""
    river = [shapely.buffer(borders["geom"].iat[k], state.rng.uniform(5, 6.5)) for k in sorted(wet)]
    points, cuts, drawn = [], state.cuts, state.drawn
    at = shapely.points(cuts[["x", "y"]].to_numpy())
    tree = shapely.STRtree(at)
    by_place = _rows_of_places(drawn)
    gone, drop = [], []
    for water in river:
        for k in np.sort(tree.query(water, predicate="intersects")):
            place = int(cuts["place"].iat[k])
            rows = by_place.get(place, [])
            if len(rows) != 2:
                continue
            banked = [_dry(drawn.at[row, "geom"], column, water) for row, column in rows]
            if state.rng.random() < BRIDGED or drawn.loc[[r for r, _ in rows], "bridge"].any():
                how = state.rng.random()
                if how < 0.75:
                    points.append(at[k])
                if how < 0.5 or how >= 0.75:
                    drawn.loc[[row for row, _ in rows], "bridge"] = True
                if how < 0.25:
                    drawn.loc[[row for row, _ in rows], "grade"] = 1.0
                continue
            gone.append(k)
            new = []
            for (row, column), line in zip(rows, banked):
                if line is None:
                    drop.append(row)
                    continue
                drawn.at[row, "geom"] = line
                new.append(state.place())
                drawn.at[row, column] = new[-1]
            if len(new) == 2:
                state.extra.apart.append((new[0], new[1], "river"))
    state.drawn = drawn.drop(index=drop).reset_index(drop=True)
    state.cuts = _still_cut(state.drawn, cuts.drop(cuts.index[gone]))
    bridges = pd.DataFrame(
        {
            "bridge_id": [f"BR{k:04d}" for k in range(len(points))],
            "name": [f"第{k + 1}橋" for k in range(len(points))],
            "geom": np.array(points, dtype=object),
        }
    )
    return river, bridges


def _dry(line, column, water):
    """The part of a line from its end away from the river up to the bank; None where it is under 12 m."""
    parts = shapely.get_parts(shapely.difference(line, water))
    far = shapely.get_point(line, -1 if column == "place0" else 0)
    parts = [part for part in parts if part.length >= 12 and part.distance(far) < 1e-6]
    return parts[0] if parts else None


def _rows_of_places(drawn):
    out: dict[int, list] = {}
    for column in ("place0", "place1"):
        for row, place in enumerate(drawn[column].to_numpy()):
            out.setdefault(int(place), []).append((row, column))
    return out


def _lonely(state):
    """Roads that end at the border: the other city's piece is left out (a few stop short of the border)."""
    drawn, rng = state.drawn, state.rng
    own = state.cuts["place"].to_numpy()
    chosen = own[rng.random(len(own)) < ALONE]
    by_place = _rows_of_places(drawn)
    drop, gone = [], []
    for place in chosen:
        rows = by_place.get(int(place), [])
        if len(rows) != 2 or {r for r, _ in rows} & set(drop):
            continue
        lost, kept = (rows[0], rows[1]) if rng.random() < 0.5 else (rows[1], rows[0])
        drop.append(lost[0])
        gone.append(place)
        line = drawn.at[kept[0], "geom"]
        short = rng.uniform(3, 15)
        if rng.random() < 0.4 and line.length > 3 * short:
            span = (short, line.length) if kept[1] == "place0" else (0, line.length - short)
            drawn.at[kept[0], "geom"] = substring(line, *span)
    state.drawn = drawn.drop(index=drop).reset_index(drop=True)
    state.cuts = _still_cut(state.drawn, state.cuts[~state.cuts["place"].isin(gone)])


def _still_cut(drawn, cuts):
    """The cuts at which two pieces are left."""
    counts = pd.Series(np.concatenate([drawn["place0"], drawn["place1"]])).value_counts()
    return cuts[counts.reindex(cuts["place"]).fillna(0).to_numpy() >= 2].reset_index(drop=True)


def _beside(state):
    """A stranger's dead end 12-25 m beside a road that does continue."""
    drawn, rng = state.drawn, state.rng
    by_place, rows = _rows_of_places(drawn), []
    tree = shapely.STRtree(drawn["geom"].to_numpy())
    for place in state.cuts["place"].to_numpy()[rng.random(len(state.cuts)) < BESIDE]:
        row, column = by_place[int(place)][0]
        line = drawn.at[row, "geom"]
        if line.length < 60:
            continue
        line = (
            substring(line, 0, 55) if column == "place0" else substring(line, line.length - 55, line.length)
        )
        moved = line.parallel_offset(rng.uniform(12, 25), rng.choice(["left", "right"]))
        if moved.geom_type != "LineString" or moved.is_empty:
            continue
        if len(np.setdiff1d(tree.query(moved, predicate="dwithin", distance=11.0), [row])):
            continue  # it would touch another road
        rows.append(
            {"city": drawn.at[row, "city"], "place0": state.place(), "place1": state.place(), "geom": moved,
             "road": 10_000_000 + len(rows), "rank": 4}
        )  # fmt: skip
    state.add(rows)


def _careless_inside(state, share=0.02):
    """Ends inside a city that miss their junction by less than a metre."""
    rng, drawn = state.rng, state.drawn
    border = set(state.cuts["place"])
    rows = np.flatnonzero(rng.random(len(drawn)) < share)
    rows = rows[[p not in border for p in drawn["place0"].to_numpy()[rows]]]
    geoms = drawn["geom"].to_numpy().copy()
    for row in rows:
        xy = shapely.get_coordinates(geoms[row]).copy()
        turn = rng.uniform(0, 2 * np.pi)
        xy[0] += rng.uniform(0.05, 0.8) * np.array([np.cos(turn), np.sin(turn)])
        geoms[row] = shapely.linestrings(xy)
    drawn["geom"] = geoms
