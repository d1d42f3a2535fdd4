"""A centre that nobody gave may move until its whole zone lies within the time limit."""

from __future__ import annotations

import numpy as np

from .travel import MS, from_node, to_sections
from .units import Roads

ROUNDS = 12
MARGIN = 0.98  # of the limit: zones change a little when they are drawn again


def centre_within(
    roads: Roads, node: int, sections: np.ndarray, nodes: np.ndarray, limit: float
) -> int | None:
    """The node among ``nodes`` from which all ``sections`` (positions) are reached within ``limit`` minutes, as near to
    ``node`` as can be; None where there is none, or where it takes too many rounds to find.

    A cutting plane: only the sections that a candidate fails to reach are looked at, one more a round, so that it
    takes a few fields of paths whatever the size of the zone. Some room to the limit is left if there is any.
    """
    away = from_node(roads, node)
    worst = np.zeros(len(away))
    at, wanted = node, limit * MARGIN
    for _ in range(ROUNDS):
        minutes = to_sections(roads, away if at == node else from_node(roads, at))[sections] / MS
        minutes = np.where(np.isfinite(minutes), minutes, 0.0)
        if minutes.max(initial=0.0) <= wanted:
            return int(at)
        worst = np.maximum(worst, _to_nodes(roads, int(sections[minutes.argmax()])) / MS)
        good = nodes[worst[nodes] <= wanted]
        if not len(good):
            wanted = limit
            good = nodes[worst[nodes] <= wanted]
        if not len(good):
            return None
        at = int(good[away[good].argmin()])
    return None


def _to_nodes(roads: Roads, section: int) -> np.ndarray:
    """Milliseconds from a section's middle to every node."""
    own = slice(roads.entry_start[section], roads.entry_start[section + 1])
    return np.min(
        [from_node(roads, n) + ms for n, ms in zip(roads.entry_node[own], roads.entry_ms[own])], axis=0
    )
