"""Figures of zones, cities and plans as tables."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from .options import Scenario, ScenarioOptions
from .reading import Read, _said

CLASSES = ("C1", "C2", "C3", "other")


def zone_table(got: Read, scenarios, options: ScenarioOptions, hours: float, crew_hours: float, match):
    """(one row a plan and zone; one row a plan, zone and city with its km and work)."""
    rows, pairs = [], []
    for p, plan in enumerate(scenarios):
        k, zone = len(got.zones[p]), got.zone[p]
        inside = zone >= 0
        load = np.bincount(zone[inside], got.work[p][inside], k)
        km = np.bincount(zone[inside], got.km[inside], k)
        count = np.bincount(zone[inside & got.counted], minlength=k)
        mean, longest = _travel(zone, got.work[p], got.minutes[p], k)
        share = load / load.sum() if load.sum() > 0 else np.full(k, np.nan)
        known = _zone_facts(plan, got.zones[p])
        target = _targets(known["target"].to_numpy(float), k)
        by_class = _by_class(got, zone, k)
        by_city = _by_city(got, zone, k, got.km)
        work_by_city = _by_city(got, zone, k, got.work[p])
        for z, name in enumerate(got.zones[p]):
            own = work_by_city[z]
            member = own >= options.joint_share * own.sum() if own.sum() > 0 else by_city[z] > 0
            member &= (own > 0) | (by_city[z] > 0)
            fact = known.iloc[z]
            travel = 0.0 if options.journeys is None or not np.isfinite(mean[z]) else (
                options.journeys * load[z] * 2 * mean[z] / 60
            )  # fmt: skip
            need = hours * load[z] + travel
            rows.append(
                {
                    "plan_id": plan.key, "plan": plan.name, "zone_id": name,
                    "base_zone": got.zones[0][match[p][z]] if match[p][z] >= 0 else None,
                    "con_id": fact["con_id"], "contractor": fact["contractor"], "sections": int(count[z]),
                    "km": km[z], "work_pct": 100 * load[z], "share_pct": 100 * share[z],
                    "target_pct": 100 * target[z], "balance_dev": 100 * (share[z] / target[z] - 1),
                    "mean_min": mean[z], "max_min": longest[z], "hours": need,
                    "crews_exact": need / crew_hours, "crews": math.ceil(need / crew_hours - 1e-9) if need > 0 else 0,
                    "yen": need * options.yen_per_hour if options.yen_per_hour is not None else np.nan,
                    "yen_contracts": fact["yen"], "yen_paid": _paid(got, zone == z),
                    "cities": [got.cities[c] for c in np.flatnonzero(member) if got.cities[c]],
                    **{f"km_{name}": by_class[z, c] for c, name in enumerate(CLASSES)},
                }
            )  # fmt: skip
            for c in np.flatnonzero((by_city[z] > 0) | (own > 0)):
                pairs.append(
                    {"plan_id": plan.key, "plan": plan.name, "zone_id": name, "city_code": got.cities[c],
                     "km": by_city[z, c], "work_pct": 100 * own[c], "member": bool(member[c])}
                )  # fmt: skip
    return pd.DataFrame(rows), pd.DataFrame(
        pairs, columns=["plan_id", "plan", "zone_id", "city_code", "km", "work_pct", "member"]
    )


def city_table(got: Read, scenarios, options: ScenarioOptions, moved: pd.DataFrame) -> pd.DataFrame:
    """One row a plan and city; the same cities for every plan."""
    n_city = len(got.cities)
    route = _routes(got)
    rows = []
    for p, plan in enumerate(scenarios):
        zone, k = got.zone[p], len(got.zones[p])
        inside = zone >= 0
        work = np.bincount(got.city, got.work[p] * got.there[p], n_city)
        km = np.bincount(got.city, got.km * got.there[p], n_city)
        lost = got.there[p] & ~inside
        mean, longest = _travel(np.where(inside, got.city, -1), got.work[p], got.minutes[p], n_city)
        with np.errstate(invalid="ignore"):
            late = inside & (got.minutes[p] > options.max_minutes)
        late_km = np.bincount(got.city, got.km * late, n_city)
        of = _by_city(got, zone, k, got.work[p])
        km_of = _by_city(got, zone, k, got.km)
        member = (of >= options.joint_share * of.sum(axis=1, keepdims=True)) & (of > 0)
        none = of.sum(axis=1) <= 0
        member[none] = km_of[none] > 0
        joint = member.sum(axis=1) > 1
        cut = cut_routes(got, zone, route)
        cut_here = np.zeros(n_city, int)
        touched = (route >= 0) & inside & got.counted
        if touched.any():
            seen = np.unique(route[touched].astype(np.int64) * n_city + got.city[touched])
            seen = seen[cut[seen // n_city]]
            np.add.at(cut_here, seen % n_city, 1)
        own = moved[moved["plan_id"] == plan.key] if len(moved) else moved
        by_city = own.groupby("city_code")[["km", "work_pct"]].sum() if len(own) else None
        counts = own.groupby("city_code").size() if len(own) else None
        for c, code in enumerate(got.cities):
            mine = np.flatnonzero(member[:, c])
            shared = mine[joint[mine]]
            partners = sorted(
                {got.cities[o] for z in shared for o in np.flatnonzero(member[z]) if o != c and got.cities[o]}
            )
            here = got.there[p] & (got.city == c)
            rows.append(
                {
                    "plan_id": plan.key, "plan": plan.name, "city_code": code, "in_plan": bool(here.any()),
                    "work_pct": 100 * work[c], "km": km[c], "sections": int((here & got.counted).sum()),
                    "mean_min": mean[c], "max_min": longest[c], "late_km": late_km[c],
                    "zones": len(mine), "zone_ids": [got.zones[p][z] for z in mine],
                    "shared_km": float(km_of[shared, c].sum()), "partners": partners, "cut_routes": int(cut_here[c]),
                    "unassigned_km": float(got.km[lost & (got.city == c)].sum()),
                    "yen_paid": _paid(got, here),
                    "changed": int(counts.get(code, 0)) if counts is not None else 0,
                    "changed_km": float(by_city["km"].get(code, 0.0)) if by_city is not None else 0.0,
                    "changed_work_pct": float(by_city["work_pct"].get(code, 0.0)) if by_city is not None else 0.0,
                }
            )  # fmt: skip
    return pd.DataFrame(rows)


def plan_table(
    got: Read, scenarios, joints, zones, moved, hours: float, crew_hours: float, options: ScenarioOptions
) -> pd.DataFrame:
    """One row a plan. Hours are of all its work, in a zone or not: roads in no zone are to be looked after too."""
    route = _routes(got)
    rows = []
    for p, plan in enumerate(scenarios):
        zone, inside, there = got.zone[p], got.zone[p] >= 0, got.there[p]
        own = zones[zones["plan_id"] == plan.key]
        change = moved[moved["plan_id"] == plan.key] if len(moved) else moved
        mean, longest = _travel(np.where(inside, 0, -1), got.work[p], got.minutes[p], 1)
        with np.errstate(invalid="ignore"):
            late = inside & (got.minutes[p] > options.max_minutes)
        crossed, all_crossings = _crossings(got, zone, joints)
        cut = cut_routes(got, zone, route)
        whole = float(own["hours"].sum()) + hours * float(got.work[p][there & ~inside].sum())
        sums = {
            name: float(own[name].sum()) if own[name].notna().all() else np.nan
            for name in ("yen", "yen_contracts")
        }
        rows.append(
            {
                "plan_id": plan.key, "plan": plan.name, "adopted": plan.adopted, "zones": len(own),
                "sections": int((there & got.counted).sum()), "km": float(got.km[there].sum()),
                "work_pct": 100 * float(got.work[p].sum()),
                "unassigned": int((there & ~inside & got.counted).sum()),
                "unassigned_km": float(got.km[there & ~inside].sum()),
                "unassigned_work_pct": 100 * float(got.work[p][there & ~inside].sum()),
                "balance_dev": float(own["balance_dev"].abs().max()),
                "heaviest_pct": float(own["share_pct"].max()), "lightest_pct": float(own["share_pct"].min()),
                "mean_min": float(mean[0]), "max_min": float(longest[0]), "late_km": float(got.km[late].sum()),
                "hours": whole, "crews_exact": whole / crew_hours,
                "crews": int(own["crews"].sum()), **sums, "yen_paid": _paid(got, there),
                "routes_cut": int(cut.sum()) if (route >= 0).any() else None,
                "routes": int(len(np.unique(route[(route >= 0) & inside & got.counted]))),
                "borders_inside": crossed, "borders": all_crossings,
                "joint_zones": int((own["cities"].map(len) > 1).sum()),
                "most_cities": int(own["cities"].map(len).max()),
                "changed": len(change), "changed_km": float(change["km"].sum()) if len(change) else 0.0,
                "changed_work_pct": float(change["work_pct"].sum()) if len(change) else 0.0,
            }
        )  # fmt: skip
    return pd.DataFrame(rows)


def cut_routes(got: Read, zone: np.ndarray, route: np.ndarray) -> np.ndarray:
    """For each through route: whether its sections with work lie in two zones or more."""
    n = int(route.max(initial=-1)) + 1
    use = (route >= 0) & (zone >= 0) & got.counted
    low, high = np.full(n, np.iinfo(np.int64).max), np.full(n, -1)
    np.minimum.at(low, route[use], zone[use])
    np.maximum.at(high, route[use], zone[use])
    return (high >= 0) & (low != high)


def _routes(got: Read) -> np.ndarray:
    if "through_id" not in got.roads:
        return np.full(len(got.roads), -1)
    return pd.factorize(got.roads["through_id"].where(got.roads["through_id"].map(_said), None), sort=True)[0]


def _crossings(got: Read, zone: np.ndarray, joints) -> tuple[int | None, int | None]:
    """(junctions where roads of two cities meet within one zone, all where roads of two cities meet)."""
    if joints is None or not len(joints):
        return None, None
    at = pd.Index(got.roads["section"]).get_indexer(joints["section"].astype(str))
    known = (at >= 0) & (zone[at] >= 0) & got.counted[at]  # a highway through all zones joins none of them
    at, node = at[known], pd.factorize(joints["node"].to_numpy()[known])[0].astype(np.int64)
    n_city = len(got.cities)
    every = np.unique(node * n_city + got.city[at])
    borders = int((np.bincount(every // n_city) > 1).sum())
    group = np.unique(np.stack([node, zone[at], got.city[at]], axis=1), axis=0)
    pair, count = np.unique(group[:, :2], axis=0, return_counts=True)
    return len(np.unique(pair[count > 1, 0])), borders


def _travel(group: np.ndarray, work, minutes, k: int) -> tuple[np.ndarray, np.ndarray]:
    """(mean by work, longest) of each group of sections; NaN where no travel is known."""
    use = (group >= 0) & np.isfinite(minutes) & (work > 0)
    weight = np.bincount(group[use], work[use], k)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.bincount(group[use], work[use] * minutes[use], k) / weight
    longest = np.full(k, -np.inf)
    np.maximum.at(longest, group[use], minutes[use])
    return mean, np.where(np.isfinite(longest), longest, np.nan)


def _zone_facts(plan: Scenario, names: list[str]) -> pd.DataFrame:
    facts = pd.DataFrame(index=names, columns=["target", "con_id", "contractor", "yen"], dtype=object)
    if plan.zones is not None and len(plan.zones):
        given = plan.zones.assign(zone_id=plan.zones["zone_id"].astype(str)).drop_duplicates("zone_id")
        given = given.set_index("zone_id").reindex(names)
        for name in facts.columns:
            if name in given:
                facts[name] = given[name].map(lambda v: v if _said(v) else None)
    facts = facts.astype(object).where(facts.notna(), None)
    for name in ("target", "yen"):
        facts[name] = pd.to_numeric(facts[name], errors="coerce")
    return facts


def _targets(percent: np.ndarray, k: int) -> np.ndarray:
    """Parts of 1; equal ones where they are not known."""
    if not (np.isfinite(percent) & (percent > 0)).all():
        return np.full(k, 1 / k)
    return percent / percent.sum()


def _by_class(got: Read, zone, k: int) -> np.ndarray:
    rc = got.roads["rc"] if "rc" in got.roads else pd.Series(None, got.roads.index, dtype=object)
    code = rc.map({name: n for n, name in enumerate(CLASSES)}).fillna(len(CLASSES) - 1).astype(int).to_numpy()
    inside = zone >= 0
    cell = zone[inside] * len(CLASSES) + code[inside]
    return np.bincount(cell, got.km[inside], k * len(CLASSES)).reshape(k, -1)


def _by_city(got: Read, zone, k: int, amount) -> np.ndarray:
    inside, n = zone >= 0, len(got.cities)
    cell = zone[inside] * n + got.city[inside]
    return np.bincount(cell, amount[inside], k * n).reshape(k, n)


def _paid(got: Read, use: np.ndarray) -> float:
    if "yen" not in got.roads:
        return np.nan
    paid = pd.to_numeric(got.roads["yen"], errors="coerce").fillna(0.0).to_numpy(float)
    return float(paid[use].sum()) if paid.any() else np.nan
