"""Networks that one can draw on a napkin: roads as points, nodes found by place."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely

A, B, C = "082244", "082350", "082112"


def network(*roads: dict) -> pd.DataFrame:
    """``road("s1", (0, 0), (100, 0), city_code=..., ...)`` each; ends at one place share a node."""
    frame = pd.DataFrame(list(roads))
    return with_nodes(frame)


def road(section: str, *points, **attributes) -> dict:
    line = shapely.LineString(points)
    return {
        "section": section,
        "part": 1,
        "city_code": A,
        "geom": line,
        "length_m": line.length,
        **attributes,
    }


def with_nodes(frame: pd.DataFrame, join=()) -> pd.DataFrame:
    """Number the ends by place; ``join``: places ((x, y), (x, y)) that a link makes one node."""
    same = {tuple(map(float, b)): tuple(map(float, a)) for a, b in join}
    ends = [
        [same.get(p, p) for p in (tuple(g.coords[0][:2]), tuple(g.coords[-1][:2]))] for g in frame["geom"]
    ]
    places = sorted({p for pair in ends for p in pair})
    number = {p: n for n, p in enumerate(places, 1)}
    return frame.assign(node_from=[number[a] for a, _ in ends], node_to=[number[b] for _, b in ends])


def partition(routes) -> set[frozenset]:
    """The routes as sets of sections: what does not depend on how anything is called."""
    return {frozenset(g) for g in routes.sections.groupby("through_id")["section"].agg(list)}


def grid(n: int, rng: np.random.Generator, cities=(A, B, C), spread: float = 30.0) -> pd.DataFrame:
    """A crooked grid of n x n junctions, some roads missing, with numbers, names, classes and one-way roads."""
    at = np.stack(np.meshgrid(np.arange(n), np.arange(n)), -1) * 100.0
    at = np.round(at + rng.uniform(-spread, spread, at.shape), 3)
    rows = []
    for i in range(n):
        for j in range(n):
            for di, dj in ((0, 1), (1, 0), (1, 1)):
                if i + di >= n or j + dj >= n or rng.random() < (0.75 if di and dj else 0.1):
                    continue
                city = cities[min(j * len(cities) // n, len(cities) - 1)]
                number = int(rng.integers(1, 6))
                rc = str(rng.choice(["C1", "C2", "C3", "P1", "N2"]))
                rows.append(
                    road(
                        f"s{i:02d}{j:02d}{di}{dj}",
                        at[i, j],
                        at[i + di, j + dj],
                        city_code=city,
                        rc=rc,
                        route_key=f"{city}-{rc}-{number:04d}" if rng.random() < 0.6 else None,
                        name=str(rng.choice(["本通り", "中央線", "市道"])) if rng.random() < 0.3 else None,
                        width_m=float(rng.choice([4.0, 6.0, 9.0])) if rng.random() < 0.8 else None,
                        oneway=int(rng.choice([0, 0, 0, 1, -1])),
                    )
                )
    return network(*rows)
