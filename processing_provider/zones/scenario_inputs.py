"""Zone plans of a store or of layers as what ``analysis.scenarios`` takes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qgis.core import QgsProcessingFeatureSource

from ...i18n import tr
from ...layers.errors import GunmaneError
from ..frames import missing_column
from ..network.inputs import read
from ..places import plane_of

if TYPE_CHECKING:  # the plugin loads without them; each function takes them when it is called
    import pandas as pd

WORKING = "作業計画"  # kind of plan runs: schema/codes.toml, PLANKIND
NAMES = ("section", "uuid", "section_id")
COLUMNS = (
    *NAMES, "zone_id", "workload", "travel_min", "city_code", "rc", "route_key", "through_id", "con_id", "contractor",
    "length_m", "part", "twin_of", "maintained", "node_from", "node_to", "yen",
)  # fmt: skip
NEAR_M = 30.0  # of a section: works farther off are nobody's
YEARS = 3  # of works that count as paid so far


@dataclass
class Given:
    """``roads``: one row a section; ``joints``: section, node; ``scenarios``: in the order asked for; ``areas``: (city
    code, polygon); ``names``: city code -> name; ``deadlines``: what a work plan says of them, its name first;
    ``said``: lines for the log and the report; ``id_of``: uuid or section_id -> section_id of the store."""

    roads: pd.DataFrame | None = None
    joints: pd.DataFrame | None = None
    scenarios: list = field(default_factory=list)
    areas: list = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    deadlines: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    plane: str | None = None
    id_of: dict[str, str] = field(default_factory=dict)
    hashes: list[str] = field(default_factory=list)


def from_store(path: str, wanted: list[str], workplan: str, with_plans: bool) -> Given:
    """Plans by id or name, with the store's sections. Raises GunmaneError E-NOPLAN, listing those that are there."""
    from ...layers.planning import ZONING, plans
    from ...layers.store import open_store
    from ..standards.common import city_names

    with open_store(path, readonly=True) as store:
        found = Given(names=city_names(store), plane=store.crs)
        found.areas = _areas(store)
        found.deadlines = _deadlines(plans(store, WORKING), workplan)
        chosen = choose(plans(store, ZONING), wanted) if with_plans else []
        found.hashes = [plan.plan_id for plan in chosen]
        found.id_of = _ids(store)
        if chosen:
            found.scenarios = [_scenario(store, plan) for plan in chosen]
            found.roads, found.joints = _roads(store, chosen, found)
    return found


def choose(there, wanted: list[str]):
    """The plans asked for, in that order; where none is, all: the adopted one first, then from the oldest on."""
    if not wanted:
        return sorted(there[::-1], key=lambda plan: not plan.adopted)
    chosen = []
    for text in wanted:
        fits = [p for p in there if p.plan_id == text] or [p for p in there if p.name == text]
        if len(fits) != 1:
            raise _not_one(text, fits, there)
        if fits[0] in chosen:
            raise GunmaneError(
                tr("The zone plan {plan} is asked for twice.", plan=text), code="E-NOPLAN",
                remedy=tr("Name each plan once."),
            )  # fmt: skip
        chosen.append(fits[0])
    return chosen


def _not_one(text: str, fits, there) -> GunmaneError:
    listed = (
        ", ".join(f"{p.plan_id} ({p.name})" if p.name != p.plan_id else p.plan_id for p in fits or there)
        or "-"
    )
    if fits:
        return GunmaneError(tr("Several zone plans are called {plan}.", plan=text), code="E-NOPLAN",
                            remedy=tr("Give the id of one of them: {plans}.", plans=listed))  # fmt: skip
    return GunmaneError(tr("The store has no zone plan {plan}.", plan=text), code="E-NOPLAN",
                        remedy=tr("Those that it has: {plans}.", plans=listed))  # fmt: skip


def from_layers(layers, id_of: dict[str, str], plane: str | None, context, feedback) -> Given:
    """Plans of layers; sections by the store's numbers where it knows them."""
    import pandas as pd

    from ...analysis.scenarios import Scenario, ScenarioError, junctions, whole_sections

    found, taken, parts, every = Given(plane=plane), {}, [], []
    for layer in layers:
        source = QgsProcessingFeatureSource(layer, context)
        found.plane = found.plane or plane_of(source, context)
        pieces = _pieces(read(source, COLUMNS, found.plane, context, feedback), layer.name(), id_of)
        taken[layer.name()] = n = taken.get(layer.name(), 0) + 1
        name = layer.name() if n == 1 else f"{layer.name()} ({n})"
        try:
            whole = whole_sections(pieces)
        except ScenarioError as error:
            raise GunmaneError(f"{name}: {error}") from error
        zones = None
        if "contractor" in whole or "con_id" in whole:
            zones = whole.dropna(subset="zone_id").drop_duplicates("zone_id")
            zones = zones[["zone_id", *(c for c in ("con_id", "contractor") if c in zones)]]
            if "con_id" not in zones:
                zones = zones.assign(con_id=zones["contractor"])
        found.scenarios.append(Scenario(name, name, whole, zones))
        parts.append(whole)
        known = {section for one in every for section in one["section"]}
        every.append(pieces[~pieces["section"].isin(known)])
    found.roads = pd.concat(parts, ignore_index=True).drop_duplicates("section", ignore_index=True)
    pieces = pd.concat(every, ignore_index=True)
    found.joints = junctions(pieces)
    return found


def together(store: Given | None, layers: Given | None) -> Given:
    """Plans of the store first; what the store knows of a section counts before what a layer says."""
    import pandas as pd

    if store is None or layers is None:
        return store or layers or Given()
    if not store.scenarios:
        for name in ("areas", "names", "deadlines", "id_of"):
            setattr(layers, name, getattr(store, name))
        return layers
    store.roads = pd.concat([store.roads, layers.roads], ignore_index=True).drop_duplicates(
        "section", ignore_index=True
    )
    new = ~layers.joints["section"].isin(set(store.joints["section"]))
    # Numbers of junctions are each network's own: those of a layer must not meet the store's.
    more = layers.joints[new].assign(node=lambda t: -1 - t["node"])
    store.joints = pd.concat([store.joints, more], ignore_index=True)
    store.scenarios += layers.scenarios
    store.hashes += [one.key for one in layers.scenarios]
    return store


# -- of layers -------------------------------------------------------------------------------------------------


def _pieces(table, name: str, id_of: dict[str, str]):
    key = next((own for own in NAMES if own in table), None)
    for wanted in ("zone_id", "section"):
        if wanted not in table and not (wanted == "section" and key):
            raise GunmaneError(f"{name}: {missing_column(wanted)}", remedy=tr(
                "Give results “Sections with zones” of “Draw contractors' zones”."))  # fmt: skip
    table["section"] = table[key].map(lambda v: id_of.get(str(v), str(v)), na_action="ignore")
    if "city_code" not in table:
        table["city_code"] = None
    table["city_code"] = table["city_code"].map(lambda v: str(v), na_action="ignore")
    for column in ("part", "node_from", "node_to", "yen", "length_m"):
        if column in table:
            import pandas as pd

            table[column] = pd.to_numeric(table[column], errors="coerce")
    return table[table["section"].notna()].reset_index(drop=True)


# -- of a store ------------------------------------------------------------------------------------------------


def _scenario(store, plan):
    from ...analysis.scenarios import Scenario
    from ...layers.planning import read_plan_table

    zones = read_plan_table(store, plan.plan_id, "zone")
    sections = read_plan_table(store, plan.plan_id, "plan_section")
    called = dict(store.con.execute("SELECT con_id, name FROM contractor WHERE vanished_at IS NULL"))
    zones = zones.assign(
        target=zones["share"].astype(float) / (1 + zones["balance_dev"].astype(float) / 100),
        contractor=zones["con_id"].map(called),
    )
    columns = ["section", "zone_id", "workload", "travel_min", "through_id"]
    return Scenario(plan.plan_id, plan.name, sections[columns], zones, plan.adopted, _facts(plan))


def _facts(plan) -> dict[str, str]:
    """How a plan was made, as far as it says."""
    options = plan.params.get("options") or {}
    borders = {
        "keep": tr("borders kept"),
        "prefer": tr("borders preferred"),
        "ignore": tr("borders ignored"),
    }.get(options.get("borders"))
    facts = {tr("Plan run"): plan.plan_id, tr("Made on"): plan.run_at[:10]}
    if borders:
        facts[tr("Borders of the cities")] = borders
    if plan.std_ver:
        facts[tr("Standard")] = plan.std_ver
    return facts


def _roads(store, chosen, found: Given):
    """(sections with class, through route, yen; junctions) of the store, as far as a plan has them."""
    import numpy as np
    import pandas as pd
    import shapely

    from ...analysis.scenarios import junctions
    from ...analysis.zones.options import MAINTAINED_NOT
    from ...layers.frames import read_table
    from ...layers.planning import LINKING, THROUGH, adopted, latest, read_plan_table

    wanted = {section for plan in found.scenarios for section in plan.sections["section"]}
    table = read_table(store, "section", ["section_id", "route_key", "length_m"], vanished=True)
    table = table[table["section_id"].isin(wanted)].drop_duplicates("section_id", ignore_index=True)
    routes = read_table(store, "route", ["route_key", "rc"], geometry=False).drop_duplicates("route_key")
    table["rc"] = table["route_key"].map(routes.set_index("route_key")["rc"])
    drawn = shapely.length(table["geom"].to_numpy(object))
    table["length_m"] = np.where(
        drawn > 0, drawn, pd.to_numeric(table["length_m"], errors="coerce").fillna(0.0)
    )
    left = {
        c
        for plan in chosen
        for c in (plan.params.get("options") or {}).get("not_maintained") or MAINTAINED_NOT
    }
    table["maintained"] = ~table["rc"].isin(left)
    table = table.rename(columns={"section_id": "section"}).drop(columns=["uuid", "geom_broken"])
    linking = adopted(store, LINKING) or latest(store, LINKING)
    joints = junctions(table)
    if linking is not None:
        twins = read_plan_table(store, linking.plan_id, "section_duplicate")
        table["twin"] = table["section"].isin(set(twins["other"][twins["state"] != "却下"]))
        nodes = read_plan_table(store, linking.plan_id, "plan_section").dropna(
            subset=["node_from", "node_to"]
        )
        if len(nodes) and table["section"].isin(set(nodes["section"])).mean() > 0.5:
            joints = junctions(nodes)
    through = adopted(store, THROUGH) or latest(store, THROUGH)
    own = pd.concat([plan.sections[["section", "through_id"]] for plan in found.scenarios]).dropna()
    if not len(own) and through is not None:
        own = read_plan_table(store, through.plan_id, "plan_section")[["section", "through_id"]].dropna()
    if len(own):
        table["through_id"] = table["section"].map(
            own.drop_duplicates("section").set_index("section")["through_id"]
        )
    paid = _paid(store, table, found)
    if paid is not None:
        table["yen"] = table["section"].map(paid).fillna(0.0)
    return table, joints


def _paid(store, table, found: Given):
    """Yen a year of works on each section: of the last years' works with a sum, by their damage's place."""
    import numpy as np
    import pandas as pd

    from ...analysis.locating import LineIndex, points_of
    from ...layers.frames import read_table

    works = read_table(store, "work", ["dmg_uuid", "cost_yen", "finished_at"], geometry=False)
    works = works[pd.to_numeric(works["cost_yen"], errors="coerce") > 0]
    when = pd.to_datetime(works["finished_at"], errors="coerce", utc=True, format="ISO8601")
    works, when = works[when.notna()], when[when.notna()]
    if not len(works):
        return None
    last = when.quantile(0.999)  # one slip of the pen must not leave all others out
    works = works[(when > last - pd.DateOffset(years=YEARS)) & (when <= last)]
    damages = read_table(store, "damage", ["section_id"]).drop_duplicates("uuid")
    damages = damages[damages["uuid"].isin(set(works["dmg_uuid"]))].reset_index(drop=True)
    section = damages["section_id"].to_numpy(object)
    x, y = points_of(damages["geom"].to_numpy(object))
    open_ = pd.isna(section) & np.isfinite(x)
    fit = table["geom"].notna().to_numpy()
    if open_.any() and fit.any():
        index = LineIndex.of(table["geom"].to_numpy(object)[fit])
        line = index.locate(x[open_], y[open_], NEAR_M).line
        names = np.array([*table["section"].to_numpy(object)[fit], None], object)
        section[open_] = names[line]
    at = works["dmg_uuid"].map(dict(zip(damages["uuid"], section)))
    yen = works["cost_yen"].astype(float) / YEARS
    on = at.isin(set(table["section"]))
    found.said.append(
        tr("Yen paid so far: works of the {years} years to {last}; {sum} yen a year lie on the plans' sections, {rest}"
           " yen a year cannot be placed there.", years=YEARS, last=last.strftime("%Y-%m-%d"),
           sum=f"{yen[on].sum():,.0f}", rest=f"{yen[~on].sum():,.0f}")
    )  # fmt: skip
    return yen[on].groupby(at[on]).sum() if on.any() else None


def _areas(store) -> list:
    from ...layers.frames import read_table

    cities = read_table(store, "city", ["name_ja"]).sort_values("city_code", kind="stable")
    return [(code, area) for code, area in zip(cities["city_code"], cities["geom"]) if area is not None]


def _ids(store) -> dict[str, str]:
    rows = store.con.execute("SELECT uuid, section_id FROM section WHERE section_id IS NOT NULL").fetchall()
    return {**{section: section for _, section in rows}, **dict(rows)}


def _deadlines(there, wanted: str) -> list[str]:
    """What a work plan says of deadlines: its own words, because they cannot be reckoned anew from a zone plan."""
    if wanted:
        fits = [p for p in there if p.plan_id == wanted] or [p for p in there if p.name == wanted]
        if len(fits) != 1:
            listed = ", ".join(p.plan_id for p in fits or there) or "-"
            raise GunmaneError(tr("The store has no work plan {plan}.", plan=wanted), code="E-NOPLAN",
                               remedy=tr("Those that it has: {plans}.", plans=listed))  # fmt: skip
        plan = fits[0]
    else:
        plan = next(iter(sorted(there, key=lambda p: not p.adopted)), None)
    if plan is None or not plan.note:
        return []
    return [tr("Work plan “{name}” ({plan})", name=plan.name, plan=plan.plan_id), *plan.note.split("\n")]
