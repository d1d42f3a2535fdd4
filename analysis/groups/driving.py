"""The doubled ways of every group laid on the pieces of road, and what they cost in time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .distances import Near, Streets, trace_pairs
from .options import GroupOptions
from .roads import Roads, text_column
from .solving import Partition


@dataclass
class Driving:
    """Rows: a group drives a piece once more (or once, where the piece is not its own)."""

    group: np.ndarray
    piece: np.ndarray
    times: np.ndarray
    dead_m: np.ndarray  # by group
    hours: np.ndarray  # by group, at the speed of each piece's class


def lay_out(
    roads: Roads, streets: Streets, near: Near, partition: Partition, options: GroupOptions
) -> Driving:
    """Shortest ways of all pairs; a street that two ways of one group share is not driven at all (they cancel out)."""
    n = partition.n
    links = partition.links
    used = np.flatnonzero(partition.link_group >= 0)
    a = near.node[np.r_[partition.pair_a, links.terminal_a[used]].astype(np.int64)]
    b = near.node[np.r_[partition.pair_b, links.terminal_b[used]].astype(np.int64)]
    metres = np.r_[partition.pair_m, links.metres[used]]
    owner = np.r_[partition.pair_group, partition.link_group[used]].astype(np.int64)
    if not len(a):
        none = np.zeros(0, np.int64)
        return Driving(none, none, none, np.zeros(n), np.zeros(n))
    pair, edge, _ = trace_pairs(streets, a, b, metres)
    link = pair >= len(partition.pair_a)
    key, where = np.unique(owner[pair] * len(streets.edge_a) + edge, return_inverse=True)
    odd = np.bincount(where[~link], minlength=len(key)) % 2
    times = odd + np.bincount(where[link], minlength=len(key))  # links are driven whatever else is
    group, edge = np.divmod(key[times > 0], len(streets.edge_a))
    times = times[times > 0]
    ptr = streets.edge_piece_ptr
    count = ptr[edge + 1] - ptr[edge]
    begin = np.cumsum(count) - count
    piece = streets.edge_piece[np.repeat(ptr[edge] - begin, count) + np.arange(count.sum())]
    group, times = np.repeat(group, count), np.repeat(times, count)
    driven = roads.length[piece] * times
    hours = driven / 1000.0 / speeds(roads, options)[piece]
    return Driving(group, piece, times, np.bincount(group, driven, n), np.bincount(group, hours, n))


def speeds(roads: Roads, options: GroupOptions) -> np.ndarray:
    """km/h of each piece by its class (unified model, section 8.4)."""
    rc, where = np.unique(text_column(roads.frame, "rc"), return_inverse=True)
    rest = float(options.speeds.get("", 20.0))
    known = [float(options.speeds.get(c, options.speeds.get(c[:1], rest))) for c in rc.tolist()]
    return np.maximum(np.array(known), 1e-3)[where]
