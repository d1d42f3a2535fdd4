"""Points on lines: the nearest section of every damage, where along it and on which side; and what lies near.

``LineIndex.of(lines).locate(x, y)`` is the one way in for "which line"; ``near_lines`` and ``near_places`` answer
"is there one within so many metres"; ``pairs_within`` lists who lies near whom. Plain numpy, one plane, metres; no
loop over points or lines, and ties have one answer whatever the order of the input.
"""

from __future__ import annotations

from .index import CENTRE, LEFT, NOWHERE, RIGHT, LineIndex, Located
from .near import chainage, near_lines, near_places, pairs_within, points_of

__all__ = [
    "CENTRE",
    "LEFT",
    "NOWHERE",
    "RIGHT",
    "LineIndex",
    "Located",
    "chainage",
    "near_lines",
    "near_places",
    "pairs_within",
    "points_of",
]
