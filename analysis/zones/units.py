"""The network as arrays: sections, the units that stay together, the junctions where they meet."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely
from scipy import sparse
from scipy.sparse import csgraph

NEEDED = ("section", "length_m", "node_from", "node_to")


@dataclass
class Roads:
    """Sections in the order of their keys (never that of the input), and what lies behind them.

    ``key``: section names (n); ``row``: position in the input of each section's first piece; ``minutes``: time to
    drive along it; ``length_m``; ``rc``, ``city``: text, "" where unknown; ``maintained``. ``entry_*``: where sections
    meet the node graph, one entry a section and node: ``entry_start`` (n + 1, CSR), ``entry_node``, ``entry_ms``
    (milliseconds from the node to the section's middle). ``graph``: nodes x nodes, milliseconds, symmetric.
    ``node_xy``, ``middle`` (n, 2): mean of a section's nodes. ``leader_of``: input row -> section it follows.
    """

    key: np.ndarray
    row: np.ndarray
    minutes: np.ndarray
    length_m: np.ndarray
    rc: np.ndarray
    city: np.ndarray
    maintained: np.ndarray
    entry_start: np.ndarray
    entry_node: np.ndarray
    entry_ms: np.ndarray
    graph: sparse.csr_matrix
    node_xy: np.ndarray
    middle: np.ndarray
    section_of_row: np.ndarray
    leader_of: np.ndarray
    all_keys: np.ndarray
    leader_of_key: np.ndarray

    def __len__(self) -> int:
        return len(self.key)

    def section_named(self, names) -> np.ndarray:
        """Position of each named section, for a twin that of the section it follows; -1: not in the network."""
        names = np.asarray(names, object).astype(str)
        at = np.minimum(np.searchsorted(self.all_keys, names), len(self.all_keys) - 1)
        return np.where(self.all_keys[at] == names, self.leader_of_key[at], -1)


@dataclass
class Units:
    """What is assigned as a whole: sections, or groups of them. ``of_section`` (n): unit of each section; ``load``,
    ``junction_start``/``junction`` (CSR, unit -> nodes), ``unit_start``/``unit`` (CSR, node -> units)."""

    of_section: np.ndarray
    load: np.ndarray
    junction_start: np.ndarray
    junction: np.ndarray
    unit_start: np.ndarray
    unit: np.ndarray

    def __len__(self) -> int:
        return len(self.load)

    @property
    def incidence(self) -> sparse.csr_matrix:
        """Units x nodes, ones."""
        return sparse.csr_matrix(
            (np.ones(len(self.junction), np.int32), self.junction, self.junction_start),
            shape=(len(self), len(self.unit_start) - 1),
        )

    def components(self, label: np.ndarray) -> np.ndarray:
        """Connected pieces of the zones ``label`` (unit -> zone; -1 belongs nowhere): unit -> piece, -1 for -1."""
        n_zones = int(label.max()) + 1
        of_unit = np.repeat(np.arange(len(self)), np.diff(self.junction_start))
        known = label[of_unit] >= 0
        of_unit = of_unit[known]
        # one vertex a unit and one a (node, zone) that touch: units of one zone meet there, others do not
        code = self.junction[known].astype(np.int64) * n_zones + label[of_unit]
        place = _dense(code, (len(self.unit_start) - 1) * n_zones)
        size = len(self) + (int(place.max()) + 1 if len(place) else 0)
        links = sparse.csr_matrix(
            (np.ones(len(of_unit), np.int8), (of_unit, len(self) + place)), shape=(size, size)
        )
        found = csgraph.connected_components(links, directed=False)[1][: len(self)]
        return np.where(label >= 0, found, -1)


def read(network: pd.DataFrame, speed_kmh, other_kmh: float, detour: float, not_maintained) -> Roads:
    """``network``: contract NETWORK (section, part, length_m, node_from, node_to, geom; rc, city_code, twin_of, from_m
    and to_m where known), metres. Twins have no section here: ``leader_of`` says whom their rows follow."""
    n = len(network)
    section = network["section"].astype(str).to_numpy(object)
    keys, code = np.unique(section.astype(str), return_inverse=True)
    part = _column(network, "part", np.arange(n)).astype(float)
    order = np.lexsort((part, code))
    code_o = code[order]
    length = network["length_m"].to_numpy(float)[order]
    twin = _twins(network, keys, code)
    follows = _resolve(twin)
    own = follows[code_o] == code_o
    kept = np.flatnonzero(np.bincount(code_o[own], minlength=len(keys)) > 0)
    place = np.full(len(keys), -1)
    place[kept] = np.arange(len(kept))

    rc_all = _text(network, "rc")[order]
    city_all = _text(network, "city_code")[order]
    first = np.searchsorted(code_o, kept)
    row = order[first]
    rc, city = rc_all[first], city_all[first]
    pace = _pace(rc_all, speed_kmh, other_kmh, detour)  # minutes a metre
    # times are whole milliseconds: their sums are exact, so that neither order nor direction ever shows
    millis = np.maximum(np.round(length * pace * 60_000), 1)
    nodes, ends = np.unique(
        np.concatenate([network["node_from"].to_numpy()[order], network["node_to"].to_numpy()[order]]),
        return_inverse=True,
    )
    a, b = ends[:n], ends[n:]
    graph = _graph(a, b, millis, len(nodes))

    mine = np.flatnonzero(own)
    sec = place[code_o[mine]]
    counted = np.where(_is_twin_piece(network)[order][mine], 0.0, length[mine])
    total_m = np.bincount(sec, counted, len(kept))
    total = np.bincount(sec, millis[mine], len(kept))
    begin = np.concatenate([[0], np.cumsum(np.bincount(sec, minlength=len(kept)))])
    upto = np.cumsum(millis[mine])
    before = upto - millis[mine]
    base = before[begin[:-1]][sec]
    half = total[sec] / 2
    off_a, off_b = np.abs(before - base - half), np.abs(upto - base - half)
    who = np.concatenate([sec, sec])
    node = np.concatenate([a[mine], b[mine]])
    off = np.concatenate([off_a, off_b])
    who, node, off = _least(who, node, off, len(nodes))
    start = np.concatenate([[0], np.cumsum(np.bincount(who, minlength=len(kept)))])
    xy = _node_places(network, order, ends, n, len(nodes))
    count = np.maximum(np.diff(start), 1)
    middle = np.column_stack([np.bincount(who, xy[node, d], len(kept)) / count for d in (0, 1)])
    leader = place[follows[code]]
    return Roads(
        keys[kept].astype(object), row, total / 60_000, total_m, rc, city,
        ~np.isin(rc, list(not_maintained)), start, node, off, graph, xy, middle,
        place[code], leader, keys, place[follows],
    )  # fmt: skip


def unite(roads: Roads, load: np.ndarray, group: np.ndarray | None = None) -> Units:
    """``load`` (n sections). ``group`` (n): sections with equal names (not "") stay together as far as they are
    connected with each other; a group that is not becomes several units."""
    n, nodes = len(roads), roads.graph.shape[0]
    of = np.arange(n)
    if group is not None and (group != "").any():
        label = np.full(n, -1)
        grouped = np.flatnonzero(group != "")
        label[grouped] = np.unique(group[grouped], return_inverse=True)[1]
        single = Units(
            of,
            load,
            roads.entry_start,
            roads.entry_node,
            *_turned(roads.entry_start, roads.entry_node, nodes),
        )
        piece = single.components(label)
        name = np.where(piece >= 0, piece, piece.max() + 1 + np.arange(n))
        first = np.full(name.max() + 1, n)
        np.minimum.at(first, name, np.arange(n))
        of = np.unique(first[name], return_inverse=True)[1]
    m = int(of.max()) + 1 if n else 0
    if m == n:
        start, junction = roads.entry_start, roads.entry_node
    else:
        who = of[np.repeat(np.arange(n), np.diff(roads.entry_start))]
        pairs = np.unique(who.astype(np.int64) * nodes + roads.entry_node)
        start = np.concatenate([[0], np.cumsum(np.bincount(pairs // nodes, minlength=m))])
        junction = pairs % nodes
    return Units(of, np.bincount(of, load, m), start, junction, *_turned(start, junction, nodes))


def _dense(code: np.ndarray, most: int) -> np.ndarray:
    """Codes below ``most`` renumbered without gaps."""
    there = np.zeros(most, bool)
    there[code] = True
    return (np.cumsum(there) - 1)[code]


def _turned(start, junction, nodes):
    of = np.repeat(np.arange(len(start) - 1), np.diff(start))
    turned = sparse.csr_matrix((np.ones(len(of), np.int8), (junction, of)), shape=(nodes, len(start) - 1))
    turned.sort_indices()
    return turned.indptr, turned.indices


def _column(frame, name, default):
    return frame[name].to_numpy() if name in frame else default


def _text(frame, name) -> np.ndarray:
    if name not in frame:
        return np.full(len(frame), "", object)
    values = frame[name].astype(object)
    return values.where(values.notna(), "").to_numpy(object)


def _is_twin_piece(network) -> np.ndarray:
    return network["twin_of"].notna().to_numpy() if "twin_of" in network else np.zeros(len(network), bool)


def _twins(network, keys, code) -> np.ndarray:
    """Section -> the section it is a twin of (all its pieces are twins), itself otherwise."""
    found = np.arange(len(keys))
    twin = _is_twin_piece(network)
    if not twin.any():
        return found
    whole = np.bincount(code[~twin], minlength=len(keys)) == 0
    rows = np.flatnonzero(twin & whole[code])
    if not len(rows):
        return found
    names = network["twin_of"].to_numpy(object)[rows].astype(str)
    there = np.searchsorted(keys, names)
    there[there == len(keys)] = 0
    known = keys[there] == names
    to = np.full(len(keys), len(keys))
    np.minimum.at(to, code[rows[known]], there[known])
    return np.where(to < len(keys), to, found)


def _resolve(twin: np.ndarray) -> np.ndarray:
    """Chains of twins end at their last section; a ring of twins at its first one."""
    follows = twin.copy()
    for _ in range(64):
        further = follows[follows]
        if (further == follows).all():
            return follows
        follows = further
    ring = follows[follows] != follows
    follows[ring] = np.flatnonzero(ring)
    return follows


def _pace(rc, speed_kmh, other_kmh, detour) -> np.ndarray:
    names, code = np.unique(rc.astype(str), return_inverse=True)
    kmh = np.array([float(speed_kmh.get(name, other_kmh)) for name in names])
    return (detour * 60 / 1000 / kmh)[code]


def _graph(a, b, minutes, nodes) -> sparse.csr_matrix:
    keep = a != b
    low, high = np.minimum(a, b)[keep], np.maximum(a, b)[keep]
    low, high, minutes = _least(low, high, minutes[keep], nodes)
    both = (np.concatenate([low, high]), np.concatenate([high, low]))
    return sparse.csr_matrix((np.concatenate([minutes, minutes]), both), shape=(nodes, nodes))


def _least(a, b, value, width):
    """One entry a pair (a, b), sorted, with its least value."""
    code = a.astype(np.int64) * width + b
    order = np.lexsort((value, code))
    code = code[order]
    first = np.concatenate([[True], code[1:] != code[:-1]]) if len(code) else np.zeros(0, bool)
    code = code[first]
    return code // width, code % width, value[order][first]


def _node_places(network, order, ends, n, nodes) -> np.ndarray:
    if "geom" not in network:
        return np.zeros((nodes, 2))
    geom = network["geom"].to_numpy(object)[order]
    one = np.full(nodes, -1)
    one[ends[::-1]] = np.arange(2 * n)[::-1]
    piece, last = one % n, one >= n
    xy = np.empty((nodes, 2))
    for at_end, position in ((False, 0), (True, -1)):
        who = np.flatnonzero(last == at_end)
        lines = geom[piece[who]]
        multi = shapely.get_type_id(lines) != 1
        if multi.any():  # a piece drawn in several parts: its first or last part
            lines = lines.copy()
            lines[multi] = shapely.get_geometry(lines[multi], position)
        point = shapely.get_point(lines, position)
        xy[who, 0], xy[who, 1] = shapely.get_x(point), shapely.get_y(point)
    return xy
