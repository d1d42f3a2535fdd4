"""Route groups: roads that cities manage together, with as little dead running as a search finds.

``group_routes(network, routes, GroupOptions(...), Locks(...), start, progress) -> Grouping`` is the door. How and how
well: docs/algorithms/groups.md. The rooms behind it, in the order of use: ``options``; ``roads`` (the network in an
order of its own), ``units`` (what moves as one); ``distances`` (shortest ways), ``linking`` (small pieces held by
other roads); ``solving``: ``starting``, then ``moving`` on what ``standing`` keeps, with ``tours``, ``matching`` and
``program`` (pairs of odd junctions); ``islands`` (what no road joins); ``driving`` (tours on the roads); ``bounding``
(what no grouping can beat); ``describing``, ``outlines`` and ``words`` (what comes out).
"""

from .grouping import Grouping, group_routes
from .options import CORRIDORS, EXAMPLE_YEN_PER_HOUR, WHOLE, GroupingError, GroupOptions, Locks, Weights

__all__ = [
    "CORRIDORS",
    "EXAMPLE_YEN_PER_HOUR",
    "WHOLE",
    "GroupOptions",
    "Grouping",
    "GroupingError",
    "Locks",
    "Weights",
    "group_routes",
]
