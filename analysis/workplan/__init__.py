"""From a ranked list and what crews can do to a plan: done when, deadlines missed, pooled or city by city.

Order of use: ``priority.prioritize``, ``efforts`` (or amounts of one's own), ``jobs_of``, ``Capacity.of``, then
``workplan`` or ``compare``. The method and its proof stand in ``choosing`` and ``sequencing``.
"""

from __future__ import annotations

from .capacity import HOURS, YEN, Capacity, PlanError
from .effort import builtin_efforts, efforts, jobs_of
from .planning import WEIGHTS, Comparison, Plan, compare, workplan

__all__ = [
    "HOURS",
    "WEIGHTS",
    "YEN",
    "Capacity",
    "Comparison",
    "Plan",
    "PlanError",
    "builtin_efforts",
    "compare",
    "efforts",
    "jobs_of",
    "workplan",
]
