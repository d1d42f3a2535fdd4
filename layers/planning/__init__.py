"""Plan runs kept in the store (T19, T26): what was judged or ranked from which inputs, and which run is adopted.

A run never overwrites another. ``write_plan`` keeps one, ``adopt`` copies its judgement to the damages (T07),
``outdated`` lists damages that have changed since, ``compare_plans`` tells two runs apart.
"""

from __future__ import annotations

from .adopting import Adopted, adopt, remove_plan
from .comparing import compare_plans
from .marks import marks, outdated
from .runs import JUDGING, RANKING, Plan, Written, input_hash, plan_id_of, plans, write_plan

__all__ = [
    "JUDGING",
    "RANKING",
    "Adopted",
    "Plan",
    "Written",
    "adopt",
    "compare_plans",
    "input_hash",
    "marks",
    "outdated",
    "plan_id_of",
    "plans",
    "remove_plan",
    "write_plan",
]
