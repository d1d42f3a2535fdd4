"""The results of ``gunmane:comparescenarios`` as rows of layers."""

from __future__ import annotations

from ...i18n import tr
from .scenario_parameters import TABLE


def table_rows(found, names: dict[str, str], heads, blocks):
    """One row a plan (scope "plan"), a plan and city ("city"), a plan and zone ("zone")."""
    import pandas as pd

    first = found.plans["plan_id"].iloc[0]
    gap = " " if tr(", ") == ", " else ""
    words = {
        (one.plan_id, one.city_code): gap.join(said.text for said in one.said) for one in (*heads, *blocks)
    }
    plans = found.plans.assign(scope="plan", city_code=None)
    cities = found.cities[found.cities["in_plan"] & (found.cities["city_code"] != "")].assign(scope="city")
    cities = cities.rename(columns={"cut_routes": "routes_cut"})
    cities["cities"] = [_named(codes, names) for codes in cities["partners"]]
    zones = found.zones.assign(scope="zone", city_code=None)
    zones["cities"] = [_named(codes, names) for codes in zones["cities"]]
    by_city = {
        key: {
            names.get(row["city_code"], row["city_code"]): round(row["km"], 3)
            for row in own.to_dict("records")
        }
        for key, own in found.pairs.groupby(["plan_id", "zone_id"])
    }
    zones["km_by_city"] = [by_city.get(key, {}) for key in zip(zones["plan_id"], zones["zone_id"])]
    table = pd.concat([part.astype(object) for part in (plans, cities, zones)], ignore_index=True)
    table = table.reindex(columns=[name for name, _ in TABLE])
    order = {plan: n for n, plan in enumerate(found.plans["plan_id"])}
    table["base"] = (table["plan_id"] == first).astype(int)
    table["city"] = [names.get(code, code) if isinstance(code, str) else None for code in table["city_code"]]
    keys = [
        (plan, code if isinstance(code, str) else "") if scope != "zone" else None
        for plan, code, scope in zip(table["plan_id"], table["city_code"], table["scope"])
    ]
    table["in_words"] = [words.get(key) for key in keys]
    return table.assign(_order=table["plan_id"].map(order)).sort_values(
        "_order", kind="stable", ignore_index=True
    )


def difference_rows(found, given):
    """Sections that change hands with their places and a sentence each."""
    import pandas as pd

    table = found.changes.copy()
    roads = given.roads.set_index("section")
    table["city"] = [given.names.get(code, code) for code in table["city_code"]]
    for name in ("route_key", "rc"):
        table[name] = table["section"].map(roads[name]) if name in roads else None
    table["min_diff"] = table["min_to"].astype(float) - table["min_from"].astype(float)
    table["in_words"] = [_words(row) for row in table.to_dict("records")]
    if "geom" in roads:
        from ...layers.planning.network_rows import as_type

        table["geom"] = as_type(roads["geom"].reindex(table["section"]).to_numpy(object), "MultiLineString")
    else:
        table["geom"] = pd.Series([None] * len(table), dtype=object)
    return table


def _words(row: dict) -> str:
    from ...analysis.scenarios import called

    before = _who(row["zone_from"], row["con_from"])
    after = _who(called(row["zone_to"], row["base_to"]), row["con_to"]) if row["kind"] != "leaves" else ""
    if row["kind"] == "leaves":
        return tr("{before} has it no more; nobody in this plan does.", before=before)
    if row["kind"] == "joins":
        return tr("New to the plan: {after}.", after=after)
    said = f"{before} → {after}"
    diff = row["min_diff"]
    if diff != diff:
        return said
    if abs(diff) < 0.05:
        return tr("{who}, as far as before", who=said)
    if diff < 0:
        return tr("{who}, {n} min nearer", who=said, n=f"{-diff:.1f}")
    return tr("{who}, {n} min farther", who=said, n=f"{diff:.1f}")


def _who(zone, contractor) -> str:
    if contractor is None or contractor != contractor:
        return str(zone)
    return str(contractor) if str(contractor) == str(zone) else f"{contractor} ({zone})"


def _named(codes, names) -> str:
    return tr(", ").join(names.get(code, code) for code in codes)
