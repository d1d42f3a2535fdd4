"""Plan runs kept in the store (T19, T26): what was judged or ranked from which inputs, and which run is adopted.
And presets of the ranking by name (table ``settings``).

A run never overwrites another. ``write_plan`` keeps one, ``adopt`` copies its judgement to the damages (T07),
``outdated`` lists damages that have changed since, ``compare_plans`` tells two runs apart. Runs of the network
(links, through routes, groups, zones) are kept by ``write_network_plan`` and read by ``read_plan_table``.
"""

from __future__ import annotations

from .adopting import Adopted, adopt, remove_plan
from .comparing import compare_plans
from .marks import marks, outdated
from .networks import (
    GROUPING,
    LINKING,
    THROUGH,
    ZONING,
    adopted,
    latest,
    read_plan_table,
    write_network_plan,
)
from .presets import SavedPreset, find_preset, preset_name, presets, save_preset
from .runs import JUDGING, RANKING, Plan, Written, input_hash, plan_id_of, plans, write_plan

__all__ = [
    "GROUPING",
    "JUDGING",
    "LINKING",
    "RANKING",
    "THROUGH",
    "ZONING",
    "Adopted",
    "Plan",
    "SavedPreset",
    "Written",
    "adopt",
    "adopted",
    "compare_plans",
    "find_preset",
    "input_hash",
    "latest",
    "marks",
    "outdated",
    "plan_id_of",
    "plans",
    "preset_name",
    "presets",
    "read_plan_table",
    "remove_plan",
    "save_preset",
    "write_network_plan",
    "write_plan",
]
