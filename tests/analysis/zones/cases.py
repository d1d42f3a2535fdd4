"""Small networks for the tests of the zones."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely


def network(pieces, xy, **columns) -> pd.DataFrame:
    """``pieces``: (section, node, node); ``xy``: node -> place in metres."""
    frame = pd.DataFrame(pieces, columns=["section", "node_from", "node_to"])
    frame["part"] = frame.groupby("section").cumcount() + 1
    frame["geom"] = [shapely.LineString([xy[a], xy[b]]) for a, b in zip(frame.node_from, frame.node_to)]
    frame["length_m"] = shapely.length(frame["geom"].to_numpy())
    frame["twin_of"], frame["rc"], frame["city_code"] = None, "C3", "990018"
    for name, values in columns.items():
        frame[name] = values
    return frame


def line(n: int = 4, gap_after: int | None = None) -> pd.DataFrame:
    """Sections A, B, C ... of 100 m in a row; a river without a bridge after the ``gap_after``-th."""
    pieces, xy, node = [], {0: (0.0, 0.0)}, 0
    for i in range(n):
        pieces.append((chr(65 + i), node, node + 1))
        xy[node + 1] = (100.0 * (i + 1), 0.0)
        node += 1
        if gap_after == i + 1:
            node += 1
            xy[node] = (100.0 * (i + 1) + 1.0, 0.0)
    return network(pieces, xy)


def grid(columns: int, rows: int, seed: int = 0, drop: float = 0.15, cities: int = 1) -> pd.DataFrame:
    """Streets of 100 m; some are missing, but all hang together. ``cities``: strips from west to east."""
    rng = np.random.default_rng(seed)
    xy = {
        c * rows + r: (100.0 * c + rng.normal(0, 8), 100.0 * r + rng.normal(0, 8))
        for c in range(columns)
        for r in range(rows)
    }
    edges = [(c * rows + r, (c + 1) * rows + r) for c in range(columns - 1) for r in range(rows)]
    edges += [(c * rows + r, c * rows + r + 1) for c in range(columns) for r in range(rows - 1)]
    group = list(range(columns * rows))

    def root(v):
        while group[v] != v:
            v = group[v]
        return v

    kept = []
    for n in rng.permutation(len(edges)):
        a, b = edges[n]
        if root(a) != root(b):
            group[root(a)] = root(b)
        elif rng.random() < 2 * drop:
            continue
        kept.append(n)
    pieces = [(f"S{n:04d}", *edges[n]) for n in sorted(kept)]
    frame = network(pieces, xy)
    middle = shapely.get_x(shapely.centroid(frame["geom"].to_numpy()))
    strip = np.clip((middle / (100.0 * (columns - 1)) * cities).astype(int), 0, cities - 1)
    frame["city_code"] = np.array(["990018", "990026", "990034", "990042"])[strip]
    return frame


def connected(frame: pd.DataFrame, zone: pd.Series) -> bool:
    """Whether the sections of every zone hang together over shared nodes: the plain way, by hand."""
    for name in zone.dropna().unique():
        mine = frame[frame["section"].map(zone) == name]
        reached, todo = set(), [mine["section"].iloc[0]]
        nodes = mine.groupby("section")[["node_from", "node_to"]].agg(list)
        nodes = {s: set(v.iloc[0]) | set(v.iloc[1]) for s, v in nodes.iterrows()}
        while todo:
            one = todo.pop()
            if one in reached:
                continue
            reached.add(one)
            todo += [s for s in nodes if s not in reached and nodes[s] & nodes[one]]
        if len(reached) != mine["section"].nunique():
            return False
    return True


def zones_of(found) -> pd.Series:
    return found.sections.set_index("section")["zone_id"]


def parts(found) -> set[frozenset]:
    zone = zones_of(found)
    return {frozenset(zone.index[zone == name]) for name in zone.dropna().unique()}
