"""How long it takes to drive to every section: one field of shortest paths a base."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csgraph

from .units import Roads

MS = 60_000.0  # milliseconds in a minute


def fields(roads: Roads, bases: list[list[tuple[int, float]]]) -> np.ndarray:
    """``bases``: for each zone its bases as (node, minutes from the base to that node). Minutes from a zone's nearest
    base to the middle of every section, zones x sections; infinite where no road leads."""
    nodes = [node for zone in bases for node, _ in zone]
    distinct, place = np.unique(np.asarray(nodes, int), return_inverse=True)
    found = np.full((len(bases), len(roads)), np.inf)
    wanted: dict[int, list[tuple[int, float]]] = {}
    flat = iter(place)
    for zone, own in enumerate(bases):
        for _, access in own:
            wanted.setdefault(int(next(flat)), []).append((zone, access))
    for which, node in enumerate(
        distinct
    ):  # one field at a time: memory stays flat whatever the number of bases
        reach = to_sections(roads, from_node(roads, node)) / MS
        for zone, access in wanted[which]:
            np.minimum(found[zone], reach + access, out=found[zone])
    return found


def from_node(roads: Roads, node: int) -> np.ndarray:
    """Milliseconds from a node to every node."""
    return csgraph.dijkstra(roads.graph, directed=True, indices=int(node))


def to_sections(roads: Roads, at_nodes: np.ndarray) -> np.ndarray:
    """From the nodes' milliseconds to those of the sections' middles."""
    if not len(roads):
        return np.zeros(0)
    return np.minimum.reduceat(at_nodes[roads.entry_node] + roads.entry_ms, roads.entry_start[:-1])


def to_units(of_section: np.ndarray, minutes: np.ndarray, load: np.ndarray, n_units: int) -> np.ndarray:
    """Zones x sections -> zones x units: the mean over a unit's sections, weighted by load (equally where a unit
    has none)."""
    if n_units == minutes.shape[1]:
        return minutes
    total = np.bincount(of_section, load, n_units)
    weight = np.where(total[of_section] > 0, load, 1.0)
    total = np.bincount(of_section, weight, n_units)
    with np.errstate(invalid="ignore"):
        sums = [np.bincount(of_section, np.where(weight > 0, weight * row, 0.0), n_units) for row in minutes]
    return np.array(sums) / total
