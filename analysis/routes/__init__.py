"""Through routes (連続路線): sections of one network that are one road to those who drive it, across cities' borders.

``build_routes(network, links, options, ...)`` is the one way in. Numbers first, names, then geometry; plain numpy and
scipy on whole columns, the same result for any order of the input. Source: unified model, sections 8.1 and 8.3.
"""

from __future__ import annotations

from .borders import shared_lines
from .breaks import vectors
from .building import build_routes
from .options import RouteOptions, Routes

__all__ = ["RouteOptions", "Routes", "build_routes", "shared_lines", "vectors"]
