"""What changes hands against the first plan: sections, and their sums by city, from and to."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...i18n import tr
from .figures import _zone_facts
from .reading import Read

MOVED, LEAVES, JOINS = "moved", "leaves", "joins"
COLUMNS = ("plan_id", "plan", "section", "city_code", "kind", "zone_from", "zone_to", "base_to", "con_from", "con_to",
           "km", "work_pct", "min_from", "min_to")  # fmt: skip


def hands(got: Read, scenarios, match) -> list[tuple[np.ndarray, np.ndarray]]:
    """For each plan, who has each section in the first plan and who in this one, as texts; "" for nobody.

    By contractor where both plans name one for every zone; else by zone, under the name of the one it continues.
    """
    names = [_zone_facts(plan, own)["con_id"].tolist() for plan, own in zip(scenarios, got.zones)]
    found = []
    for p, own in enumerate(got.zones):
        by_contractor = all(v is not None for v in [*names[0], *names[p]])
        first = [f"c{v}" if by_contractor else f"z{n}" for n, v in enumerate(names[0])]
        other = [
            f"c{names[p][z]}" if by_contractor else f"z{match[p][z]}" if match[p][z] >= 0 else f"n{z}"
            for z in range(len(own))
        ]
        found.append((_named(first, got.zone[0]), _named(other, got.zone[p])))
    return found


def sections_that_change(got: Read, scenarios, held, match) -> pd.DataFrame:
    """One row a plan and section with work whose hands differ; ``COLUMNS``. Work in % of the first plan's whole."""
    parts = []
    with_work = got.counted | (got.work > 0).any(axis=0)
    section, city = got.roads["section"].to_numpy(object), np.array(got.cities, object)[got.city]
    base_con = np.array([*_contractors(scenarios[0], got.zones[0]), None], object)
    base_zone = np.array([*got.zones[0], None], object)
    for p, plan in enumerate(scenarios[1:], 1):
        before, after = held[p]
        at = np.flatnonzero(with_work & (before != after))
        own_zone = np.array([*got.zones[p], None], object)
        own_con = np.array([*_contractors(plan, got.zones[p]), None], object)
        z0, z1 = got.zone[0][at], got.zone[p][at]
        parts.append(
            pd.DataFrame(
                {
                    "plan_id": plan.key, "plan": plan.name, "section": section[at], "city_code": city[at],
                    "kind": np.where(z0 < 0, JOINS, np.where(z1 < 0, LEAVES, MOVED)),
                    "zone_from": base_zone[z0], "zone_to": own_zone[z1],
                    "base_to": base_zone[np.append(match[p], -1)[z1]], "con_from": base_con[z0],
                    "con_to": own_con[z1], "km": got.km[at],
                    "work_pct": 100 * np.where(got.there[0], got.work[0], got.work[p])[at],
                    "min_from": got.minutes[0][at], "min_to": got.minutes[p][at],
                }
            )
        )  # fmt: skip
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=list(COLUMNS))


def called(zone, base) -> str:
    """The name of a zone of another plan, with the one it continues where that has another name."""
    if base is None or base != base:
        return tr("{zone} (new)", zone=zone)
    return str(zone) if zone == base else tr("{zone} (was {base})", zone=zone, base=base)


def moves(moved: pd.DataFrame) -> pd.DataFrame:
    """Sums of what changes hands by plan, city, from and to."""
    by = ["plan_id", "plan", "city_code", "kind", "zone_from", "zone_to", "base_to", "con_from", "con_to"]
    if not len(moved):
        return pd.DataFrame(columns=[*by, "sections", "km", "work_pct"])
    table = moved.assign(
        sections=1, order=moved["plan_id"].map({k: n for n, k in enumerate(moved["plan_id"].unique())})
    )
    table[by] = table[by].astype(object).where(table[by].notna(), "")
    summed = table.groupby(["order", *by], sort=True)[["sections", "km", "work_pct"]].sum().reset_index()
    summed[by] = summed[by].where(summed[by] != "", None)
    return summed.drop(columns="order")


def _contractors(plan, names: list[str]) -> list:
    facts = _zone_facts(plan, names)
    return [name if name is not None else con for name, con in zip(facts["contractor"], facts["con_id"])]


def _named(names: list[str], zone: np.ndarray) -> np.ndarray:
    return np.array([*names, ""], object)[zone]
