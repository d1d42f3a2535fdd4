"""Roads of several cities joined into one network: the steps in their order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from . import findings, tables
from .arms import angle, arms, count, inward
from .assignment import ALONE, assign
from .borders import Borders, agreements
from .chains import around_stubs, too_many_borders, twice
from .decisions import Decided, decided
from .joining import pieces, share_nodes
from .meets import Meets, meets
from .neighbours import neighbours
from .options import Options
from .pairs import Pairs, candidates
from .reading import Strands, read
from .rivers import Water
from .topology import Topology, inside
from .twins import Twins, twins

Progress = Callable[[str, float], None]


@dataclass
class Joined:
    """Frames: see docs/algorithms/linking.md and the unified model, T15, T23, T24."""

    network: pd.DataFrame
    links: pd.DataFrame
    duplicates: pd.DataFrame
    candidates: pd.DataFrame
    review: pd.DataFrame
    findings: pd.DataFrame


@dataclass
class State:
    """All that is known after the last step; what ``tables`` makes frames of."""

    strands: Strands
    borders: Borders | None
    water: Water
    options: Options
    topology: Topology
    twins: Twins
    degree: np.ndarray
    root: np.ndarray
    pairs: Pairs
    accepted: np.ndarray
    asked: np.ndarray
    margin: np.ndarray
    manual: np.ndarray
    chained: np.ndarray
    meets: Meets
    met: np.ndarray
    met_manual: np.ndarray
    rejected: Decided
    crossed: tuple


def link_roads(
    roads: pd.DataFrame,
    cities: pd.DataFrame | None,
    rivers=None,
    bridges: pd.DataFrame | None = None,
    options: Options | None = None,
    decisions: pd.DataFrame | None = None,
    progress: Progress | None = None,
) -> Joined:
    """Join the road sections of several cities into one network. All geometries in one projected CRS, metres.

    ``roads``: section (unique text), city_code, geom; where there: section_id, route_key, rc, name, width_m, oneway,
    grade, bridge, and any others, which the network carries on. ``cities``: city_code, geom (polygons; slivers, gaps
    and overlaps of up to ``sliver_m`` do no harm); None: the border condition is not asked. ``rivers``: lines or
    polygons, as an array or a frame with geom. ``bridges``: bridge_id, geom. ``decisions``: section_a, end_a,
    section_b, end_b (LINKEND codes; end_b empty where an end meets the middle of a section), state (採用 joined
    whatever it costs, 却下 never joined).
    ``progress``: called with a stage and a share of 1; may raise to cancel: nothing has been changed.

    The result does not depend on the order of rows. No geometry is moved. Raises ValueError for a missing column or
    a key that stands twice; every other fault of a row stands in ``findings``.
    """
    options = options or Options()
    tell = progress or (lambda stage, share: None)
    tell("read", 0.0)
    strands, told = read(roads)
    water = Water(rivers, bridges, strands, options)
    borders = Borders(cities, strands.cities, options) if cities is not None and len(cities) else None
    tell("topology", 0.1)
    tree = shapely.STRtree(strands.geom)
    near = neighbours(strands.geom, tree, max(options.twin_m, options.snap_m))
    topology, across = inside(strands, near, water.given, options)
    local = topology.root()
    tell("duplicates", 0.35)
    twin = twins(strands, near, options)
    del near
    share_nodes(strands, topology, twin, options)
    root = topology.root()
    all_arms = arms(strands, topology, root, twin.is_twin)
    tell("links", 0.55)
    said = decided(decisions, strands)
    pairs = candidates(strands, topology, local, root, all_arms, twin.is_twin, tree, borders, water, options)
    pairs, cost, manual = said.apply(pairs, strands)
    accepted, asked, margin = _choose(pairs, cost, manual, strands, options)
    wrong = around_stubs(pairs, accepted | asked, strands, topology, options.candidate_gap_m) & ~manual
    accepted, asked = accepted & ~wrong, asked & ~wrong
    over = np.flatnonzero(accepted & ~manual)
    second = water.second_users(over, pairs.bridge, pairs.link)
    second = np.union1d(
        second, water.other_road(strands, tree, over, pairs.bridge, pairs.link, pairs.a, pairs.b)
    ).astype(int)
    accepted[second], asked[second], pairs.doubt[second] = False, True, True
    chained = too_many_borders(pairs, accepted & ~manual, strands, options.max_borders)
    accepted, asked = accepted & ~chained, asked | chained
    for p in (np.flatnonzero(accepted),):
        topology.join(
            topology.end_node[pairs.a[p], pairs.side_a[p]], topology.end_node[pairs.b[p], pairs.side_b[p]]
        )
    tell("meetings", 0.7)
    root = topology.root()
    all_arms = arms(strands, topology, root, twin.is_twin)
    found = meets(strands, topology, tree, root, all_arms, twin.is_twin, borders, water, options)
    ends = np.column_stack([2 * pairs.a + pairs.side_a, 2 * pairs.b + pairs.side_b])
    found.doubt |= _waits(found, pairs, asked, ends, options)
    found, met, met_manual = said.apply_meets(found, strands, options)
    settled = np.isin(ends, (2 * found.a + found.side_a)[met]).any(axis=1)
    asked = asked & ~settled
    _join_meets(topology, found.take(met), strands, options)
    crossed = _crossings(across, strands, topology, twin, options)
    root = topology.root()
    tell("tables", 0.8)
    state = State(
        strands, borders, water, options, topology, twin, count(topology, root, twin.is_twin), root, pairs,
        accepted, asked, margin, manual, chained, found, met, met_manual, said, crossed,
    )  # fmt: skip
    cut = pieces(strands, topology, root)
    network, node_of = tables.network(state, cut)
    reference = tables.reference_rows(state)
    joined = Joined(
        network=network,
        links=tables.links(state),
        duplicates=tables.duplicates(state),
        candidates=agreements(strands, tree, borders, reference, options)
        if borders is not None
        else tables.no_agreements(),
        review=tables.review(state),
        findings=findings.joined([told, tables.faults(state, network)]),
    )
    tell("done", 1.0)
    return joined


def _choose(pairs: Pairs, cost, manual, strands: Strands, options: Options):
    """(accepted, asked, margin) a pair: what is joined, and what a person is asked."""
    ends = np.concatenate([2 * pairs.a + pairs.side_a, 2 * pairs.b + pairs.side_b])
    side = np.repeat(strands.city, 2)
    forced = np.isin(2 * pairs.a + pairs.side_a, ends[np.tile(manual, 2)])
    forced |= np.isin(2 * pairs.b + pairs.side_b, ends[np.tile(manual, 2)])
    chosen, margin = np.zeros(len(pairs), dtype=bool), np.zeros(len(pairs))
    one, two = np.split(ends, 2)
    near = pairs.gap <= options.gap_m + 1e-9
    # Two ends at one place are one node. Far ends do not compete with near ones: they are proposed for what is left.
    same = pairs.alone & (pairs.gap <= options.same_m)
    for part in (same, near & ~same, ~near):
        used = ends[np.tile(chosen, 2)]
        free = np.flatnonzero(part & ~forced & (cost < ALONE) & ~np.isin(one, used) & ~np.isin(two, used))
        chosen[free], margin[free] = assign(one[free], two[free], cost[free], side, len(side))
    chosen &= ~twice(pairs, chosen, strands) | manual
    sure = (pairs.gap <= options.gap_m + 1e-9) & (margin >= options.margin) & (cost <= options.max_cost)
    sure &= pairs.at_border & ~pairs.doubt
    return (chosen & sure) | manual, chosen & ~sure, margin


def _waits(found: Meets, pairs: Pairs, asked, ends, options: Options) -> np.ndarray:
    """Meetings (bool) of an end that stands in a proposed link too: a person sees both. Another end that is farther
    than any link comes after a road beside the end.
    """
    return np.isin(2 * found.a + found.side_a, ends[asked & (pairs.gap <= options.gap_m)])


def _join_meets(topology: Topology, found: Meets, strands: Strands, options: Options) -> None:
    end = topology.end_node[found.a, found.side_a]
    at_end = found.side_b >= 0
    topology.join(end[at_end], topology.end_node[found.b[at_end], found.side_b[at_end]])
    middle = ~at_end
    topology.split(found.b[middle], found.along[middle], end[middle])
    topology.settle(strands.length, options.snap_m)


def _crossings(across, strands: Strands, topology: Topology, twin: Twins, options: Options) -> tuple:
    """Roads of two cities that cross far from all their ends are one crossing: no misfit explains them."""
    a, b, at_a, at_b, xy = across
    keep = ~twin.is_twin[a] & ~twin.is_twin[b]
    for line, along in ((a, at_a), (b, at_b)):
        keep &= (along > options.gap_m) & (along < strands.length[line] - options.gap_m)
    part = twin.pairs[["kept", "other"]].to_numpy(dtype=int)
    beside = set(map(tuple, np.sort(part, axis=1).tolist()))
    keep &= np.array([(x, y) not in beside for x, y in zip(a.tolist(), b.tolist())], dtype=bool)
    a, b, at_a, at_b, xy = a[keep], b[keep], at_a[keep], at_b[keep], xy[keep]
    one = inward(strands, a, np.maximum(at_a - 5, 0), np.ones(len(a)), 10.0)
    two = inward(strands, b, np.maximum(at_b - 5, 0), np.ones(len(b)), 10.0)
    turn = angle(one, two)
    turn = np.minimum(turn, 180 - turn)
    good = turn >= options.bearing_deg
    a, b, at_a, at_b, xy, turn = a[good], b[good], at_a[good], at_b[good], xy[good], turn[good]
    node = topology.add_nodes(xy)
    topology.split(a, at_a, node)
    topology.split(b, at_b, node)
    topology.settle(strands.length, options.snap_m)
    return a, b, xy, turn
