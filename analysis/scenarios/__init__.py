"""Several zone plans side by side: what each city gains or loses. Plain DataFrames; no QGIS, no store.

``compare(roads, [Scenario(...), ...], ScenarioOptions(...)) -> Comparison``: the first scenario is what the others are
measured against. ``city_blocks`` and ``headlines`` say it in sentences.
"""

from __future__ import annotations

from .changes import called
from .comparing import Comparison, compare
from .matching import matched
from .options import ASSUMED_CREW_HOURS, ASSUMED_HOURS_PER_KM, Scenario, ScenarioError, ScenarioOptions
from .reading import junctions, whole_sections
from .sentences import Block, Said, city_blocks, headlines

__all__ = [
    "ASSUMED_CREW_HOURS",
    "ASSUMED_HOURS_PER_KM",
    "Block",
    "Comparison",
    "Said",
    "Scenario",
    "ScenarioError",
    "ScenarioOptions",
    "called",
    "city_blocks",
    "compare",
    "headlines",
    "junctions",
    "matched",
    "whole_sections",
]
