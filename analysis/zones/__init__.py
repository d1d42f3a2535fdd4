"""Contractors' zones: the network shared out into connected, balanced, drivable pieces.

``workloads`` says how much work each section is, ``assign_zones`` draws the zones. Plain DataFrames and arrays,
metres; methods and sources: docs/algorithms/zones.md.
"""

from __future__ import annotations

from .assigning import assign_zones
from .options import AUTO, IGNORE, KEEP, PREFER, Message, ZoneError, ZoneOptions
from .results import Infeasible, Zoning
from .workload import Weights, workloads

__all__ = [
    "AUTO",
    "IGNORE",
    "KEEP",
    "PREFER",
    "Infeasible",
    "Message",
    "Weights",
    "ZoneError",
    "ZoneOptions",
    "Zoning",
    "assign_zones",
    "workloads",
]
