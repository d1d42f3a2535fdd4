"""Small networks for the tests: a grid of streets cut into cities by columns, given as the joined NETWORK frame."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely
from scipy import sparse
from scipy.sparse import csgraph

STEP_M = 500.0


def grid(
    nx: int,
    ny: int,
    borders=(),
    drop=(),
    step: float = STEP_M,
    x0: float = 0.0,
    prefix: str = "s",
    city0: int = 0,
):
    """Streets between (nx x ny) junctions; ``borders``: columns at which a new city begins. Rows are through routes."""
    rows = []

    def node(i, j):
        return 1 + int(x0) + i * ny + j

    def city(i):
        return f"{990000 + city0 + sum(i >= b for b in borders)}"

    for i in range(nx):
        for j in range(ny):
            for di, dj in ((1, 0), (0, 1)):
                k, m = i + di, j + dj
                name = f"{prefix}{i:03d}{'h' if di else 'v'}{j:03d}"
                if k >= nx or m >= ny or name in drop:
                    continue
                a, b = (x0 + i * step, j * step), (x0 + k * step, m * step)
                through = f"{prefix}row{j}" if di else f"{prefix}col{i}"
                rows.append(
                    (name, 1, step, node(i, j), node(k, m), city(i), through, shapely.LineString([a, b]))
                )
    names = ["section", "part", "length_m", "node_from", "node_to", "city_code", "through_id", "geom"]
    frame = pd.DataFrame(rows, columns=names)
    frame["rc"] = "C3"
    routes = frame[["section", "through_id"]].copy()
    frame["route_key"] = frame["city_code"] + "-" + frame["through_id"]
    return frame.drop(columns="through_id"), routes


def cut_streets(frame: pd.DataFrame, share: float, seed: int) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    return frame[rng.random(len(frame)) >= share].reset_index(drop=True)


def degrees_even(network: pd.DataFrame, answer) -> bool:
    """Roads of a group and what its crew drives besides make every junction even."""
    of = dict(zip(answer.sections["section"], answer.sections["group_id"]))
    own = network.assign(group_id=network["section"].map(of), times=1)
    own = own[own["group_id"].notna() & own.get("twin_of", pd.Series(None, index=own.index)).isna()]
    ends = network.set_index(["section", "part"])[["node_from", "node_to"]]
    dead = answer.driving.join(ends, on=["section", "part"])
    both = pd.concat(
        [
            own[["group_id", "node_from", "node_to", "times"]],
            dead[["group_id", "node_from", "node_to", "times"]],
        ]
    )
    long = both.melt(["group_id", "times"], ["node_from", "node_to"], value_name="node")
    return bool((long.groupby(["group_id", "node"])["times"].sum() % 2 == 0).all())


def parts_of(network: pd.DataFrame, sections) -> int:
    """Connected pieces that sections form by themselves."""
    return int(_labels(network[network["section"].isin(set(sections))]).max()) + 1


def largest_part(network: pd.DataFrame) -> set:
    label = _labels(network)
    return set(network.loc[label == np.bincount(label).argmax(), "section"])


def pieces_m(network: pd.DataFrame) -> pd.Series:
    """Section -> length of the connected piece of network that it lies in."""
    label = _labels(network)
    length = np.bincount(label, network["length_m"])
    return pd.Series(length[label], index=network["section"].to_numpy()).groupby(level=0).first()


def _labels(own: pd.DataFrame) -> np.ndarray:
    node, where = np.unique(np.r_[own["node_from"], own["node_to"]], return_inverse=True)
    n = len(own)
    graph = sparse.csr_matrix((np.ones(n), (where[:n], where[n:])), shape=(len(node),) * 2)
    return csgraph.connected_components(graph, directed=False)[1][where[:n]]
