"""What a run found, as tables: sections, zones, summary, bounds, what cannot be, and why sections went where."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd
import shapely

from ...i18n import tr
from . import outlines
from .checking import Asked
from .options import GOOD_DEV, KEEP, WARN_DEV, Message, ZoneOptions, some
from .refine import cut_nodes
from .units import Roads, Units

CONTINUITY, TIME, BALANCE, LOCK = "CONTINUITY", "TIME", "BALANCE", "LOCK"


@dataclass(frozen=True)
class Infeasible:
    """A demand that could not be met. ``code``: CONTINUITY, TIME, BALANCE or LOCK."""

    code: str
    text: str
    features: tuple = ()


@dataclass
class Zoning:
    """``sections``: one row a section of the network, sorted by name: section, zone_id (None: no road connects it),
    workload, travel_min, maintained, current, reason. ``zones`` (T13): zone_id, n_sections, road_km, workload, share
    and target (%), balance_dev (%), compact_pp, max_min, mean_min, cities, base_x, base_y, parts, geom. ``summary``:
    one row a zone and one for all: km by class and city, requests, facilities, hours, yen and the figures. ``bounds``:
    travel and the least possible (minutes), gap, imbalance, cut_junctions, late (share of the work over the time
    limit), late_least (the share that no base reaches in time), proven, changed. ``figure`` texts: ``messages``."""

    sections: pd.DataFrame
    zones: pd.DataFrame
    summary: pd.DataFrame
    bounds: dict
    infeasible: list[Infeasible]
    messages: list[Message]


@dataclass
class Drawn:
    """A partition in the making. ``label`` unit -> zone; ``field`` zones x sections: minutes from each zone's base.
    ``shared`` (units): the load that counts for the balance there, that of islands with their nearest unit."""

    asked: Asked
    label: np.ndarray
    field: np.ndarray
    bases: list
    piece: np.ndarray
    block: np.ndarray
    block_names: list
    zones_of: dict
    units: Units
    lock: np.ndarray
    now: np.ndarray
    unlinked: list = field(default_factory=list)
    unzoned: np.ndarray = field(default_factory=lambda: np.zeros(0, int))
    attached: np.ndarray = field(default_factory=lambda: np.zeros(0, int))
    proven: dict = field(default_factory=dict)
    bound: float = 0.0
    any_bound: bool = True
    in_time: bool = True
    minutes: np.ndarray | None = None
    section_zone: np.ndarray | None = None
    loads: np.ndarray | None = None
    shared: np.ndarray | None = None
    deviation: float = 0.0

    def renumber(self, place: np.ndarray) -> None:
        """Nameless zones are numbered from north to south by their middle, so that their names mean something."""
        k = len(self.asked.zone_ids)
        known = self.label >= 0
        mass = np.bincount(self.label[known], self.units.load[known] + 1e-15, k)
        xy = [
            np.bincount(self.label[known], (self.units.load[known] + 1e-15) * place[known, d], k)
            for d in (0, 1)
        ]
        with np.errstate(invalid="ignore", divide="ignore"):
            x, y = (np.nan_to_num(np.round(v / mass, 3), nan=np.inf) for v in xy)
        order = np.lexsort((x, -y))
        to = np.empty(k, int)
        to[order] = np.arange(k)
        self.label = np.where(known, to[self.label], -1)
        self.field, self.bases = self.field[order], [self.bases[z] for z in order]
        self.zones_of = {p: [int(to[z]) for z in own] for p, own in self.zones_of.items()}

    def finish(self, roads: Roads, load: np.ndarray) -> None:
        k = len(self.asked.zone_ids)
        self.section_zone = self.label[self.units.of_section]
        minutes = self.field[self.section_zone, np.arange(len(roads))]
        there = (self.section_zone >= 0) & np.isfinite(
            minutes
        )  # no road leads to an island that was attached
        self.minutes = np.where(there, minutes, np.nan)
        inside = self.section_zone >= 0
        self.loads = np.bincount(self.section_zone[inside], load[inside], k)
        self.deviation = float(np.abs(self.loads / self.loads.sum() / self.asked.target - 1).max())


def gathered(
    network,
    roads: Roads,
    units: Units,
    load,
    drawn: Drawn,
    options: ZoneOptions,
    messages,
    work,
    cities,
    clock,
):
    """All tables of `Zoning`."""
    infeasible = _infeasible(roads, drawn, options, load)
    sections = _sections(network, roads, load, drawn, options)
    zones = _zones(network, roads, load, drawn, options, cities)
    summary = _summary(roads, load, drawn, zones, work)
    label = drawn.label
    travelled = drawn.section_zone >= 0
    finite = travelled & np.isfinite(drawn.minutes)
    zoned = max(float(load[finite].sum()), 1e-15)  # minutes of what a road leads to, not of islands as well
    travel, bound = float((load[finite] * drawn.minutes[finite]).sum()) / zoned, drawn.bound / zoned
    late = travelled & (drawn.minutes > options.max_minutes)
    ceiling = load[finite & (drawn.field > options.max_minutes).all(axis=0)].sum()
    changed = (drawn.now >= 0) & (label >= 0) & (drawn.now != label)
    bounds = {
        "travel": travel, "bound": bound, "gap": travel / bound - 1 if bound > 0 else 0.0,
        "bound_is_for_given_bases": drawn.any_bound, "imbalance": drawn.deviation,
        "cut_junctions": int(cut_nodes(units, label).sum()), "late": float(load[late].sum()),
        "late_least": float(ceiling),
        "proven": all(drawn.proven.get(p, len(own) == 1) for p, own in drawn.zones_of.items() if own),
        "changed": int(changed[units.of_section].sum()), "finished": drawn.in_time and not clock.over(),
    }  # fmt: skip
    return Zoning(
        sections, zones, summary, bounds, infeasible, messages + _notes(drawn, bounds, zones, options)
    )


def _infeasible(roads, drawn: Drawn, options, load) -> list[Infeasible]:
    found = []
    if len(drawn.unzoned):
        of = np.isin(drawn.units.of_section, drawn.unzoned)
        names = roads.key[of].tolist()
        if len(drawn.attached):
            text = tr("Continuity: no road connects {n} sections ({share:.1%} of the work) "
                      "with a zone; they were attached to the nearest one: {names}.",
                      n=len(names), share=float(load[of].sum()), names=some(names))  # fmt: skip
        else:
            text = tr("Continuity: no road connects {n} sections ({share:.1%} of "
                      "the work) with a zone, so they have none: {names}.",
                      n=len(names), share=float(load[of].sum()), names=some(names))  # fmt: skip
        found.append(Infeasible(CONTINUITY, text, tuple(names)))
    if drawn.unlinked:
        names = roads.key[np.isin(drawn.units.of_section, drawn.unlinked)].tolist()
        text = tr("Locks: these sections cannot be connected with their zone: {names}.", names=some(names))
        found.append(Infeasible(LOCK, text, tuple(names)))
    late = np.flatnonzero((drawn.section_zone >= 0) & (drawn.minutes > options.max_minutes))
    if len(late):
        nowhere = (drawn.field[:, late] > options.max_minutes).all(axis=0)
        names = roads.key[late].tolist()
        text = tr("Travel time: {n} sections are further than {limit:.0f} minutes "
                  "from their base ({m} of them from every base): {names}.",
                  n=len(late), limit=options.max_minutes, m=int(nowhere.sum()), names=some(names))  # fmt: skip
        found.append(Infeasible(TIME, text, tuple(names)))
    if drawn.deviation > WARN_DEV:
        share = drawn.loads / drawn.loads.sum()
        off = share / drawn.asked.target - 1
        zones = [
            f"{drawn.asked.zone_ids[z]} {off[z]:+.0%}"
            for z in np.argsort(-np.abs(off))
            if abs(off[z]) > WARN_DEV
        ]
        text = tr("Balance: {dev:.0%} off the target at most, more than "
                  "the {limit:.0%} that contracts accept: {names}.",
                  dev=drawn.deviation, limit=WARN_DEV, names=some(zones))  # fmt: skip
        if options.borders == KEEP and (least := _forced(drawn)) > GOOD_DEV:
            text += " " + tr("With the borders kept, {dev:.0%} cannot be avoided: a city's work is all that its"
                             " zones can have.", dev=least)  # fmt: skip
        found.append(Infeasible(BALANCE, text, tuple(zones)))
    return found


def _forced(drawn: Drawn) -> float:
    """The imbalance that follows from the pieces of the network alone, were each shared out perfectly."""
    worst = 0.0
    for own in drawn.zones_of.values():
        if own:
            worst = max(
                worst, abs(drawn.loads[own].sum() / drawn.loads.sum() / drawn.asked.target[own].sum() - 1)
            )
    return float(worst)


def _notes(drawn: Drawn, bounds, zones, options) -> list[Message]:
    found = []
    if GOOD_DEV < drawn.deviation <= WARN_DEV:
        text = tr(
            "Balance: {dev:.0%} off the target at most; {good:.0%} is good.",
            dev=drawn.deviation,
            good=GOOD_DEV,
        )
        found.append(Message("BALANCE_WARN", text))
    if bounds["late_least"] > 0:
        text = tr("{share:.1%} of the work is further than {limit:.0f} minutes "
                  "from every base: no choice of zones reaches it in time.",
                  share=bounds["late_least"], limit=options.max_minutes)  # fmt: skip
        found.append(Message("CEILING", text))
    if not bounds["finished"]:
        found.append(Message("STOPPED", tr("Stopped before the end: this is the best so far.")))
    split = zones.loc[zones["parts"] > 1, "zone_id"].tolist()
    if split:
        text = tr("Zones in several parts, because of attached islands or locks: {names}.", names=some(split))
        found.append(Message("PARTS", text, tuple(split)))
    return found


def _sections(network, roads: Roads, load, drawn: Drawn, options) -> pd.DataFrame:
    ids = np.array([*drawn.asked.zone_ids, None], object)
    at = roads.leader_of_key
    own = roads.key[at] == roads.all_keys
    now = np.where(drawn.now >= 0, drawn.now, len(ids) - 1)[drawn.units.of_section]
    return pd.DataFrame(
        {
            "section": roads.all_keys.astype(object),
            "zone_id": ids[drawn.section_zone][at],
            "workload": np.where(own, load[at], 0.0),
            "travel_min": np.round(drawn.minutes, 3)[at],
            "maintained": roads.maintained[at],
            "current": ids[now][at],
            "reason": _reasons(roads, drawn, options)[at],
        }
    )


def _reasons(roads: Roads, drawn: Drawn, options) -> np.ndarray:
    """Why a section is not in the zone of the nearest base; "" where it is."""
    n = len(roads)
    reason = np.full(n, "", object)
    zone, every = drawn.section_zone, np.arange(n)
    inside = zone >= 0
    near = drawn.field.argmin(axis=0)
    with np.errstate(invalid="ignore"):
        extra = np.where(inside, drawn.minutes - drawn.field[near, every], 0.0)
    apart = np.flatnonzero(inside & np.isfinite(extra) & (extra > 0.05))
    if len(apart):
        reason[apart] = _why_further(drawn, zone, near, apart, extra[apart])
    _add(reason, inside & (drawn.minutes > options.max_minutes), tr("Over the limit of travel time."))
    now = drawn.now[drawn.units.of_section]
    _add(reason, inside & (now >= 0) & (now != zone), tr("Changes its zone."))
    _add(reason, drawn.lock[drawn.units.of_section] >= 0, tr("Locked."))
    _add(reason, np.isin(drawn.units.of_section, drawn.unlinked), tr("Not connected with its zone."))
    _add(reason, np.isin(drawn.units.of_section, drawn.unzoned), tr("No road connects it with a zone."))
    return reason


def _why_further(drawn: Drawn, zone, near, apart, extra) -> np.ndarray:
    ids = drawn.asked.zone_ids
    block_of_zone = np.full(len(ids), -1)
    for p, own in drawn.zones_of.items():
        block_of_zone[own] = drawn.block[np.flatnonzero(drawn.piece == p)[0]]
    other_block = block_of_zone[near[apart]] != block_of_zone[zone[apart]]
    grouped = np.bincount(drawn.units.of_section)[drawn.units.of_section[apart]] > 1
    kind = np.where(other_block, 0, np.where(grouped, 1, 2))
    tenth = np.round(extra, 1)
    code = pd.MultiIndex.from_arrays([kind, near[apart], tenth])
    codes, distinct = code.factorize()
    words = []
    for what, other, minutes in distinct:
        if what == 0:
            words.append(
                tr(
                    "The base of {zone} is {m:.1f} min nearer, but belongs to another city.",
                    zone=ids[other],
                    m=minutes,
                )
            )
        elif what == 1:
            words.append(
                tr(
                    "The base of {zone} is {m:.1f} min nearer; the route stays whole.",
                    zone=ids[other],
                    m=minutes,
                )
            )
        else:
            words.append(
                tr(
                    "The base of {zone} is {m:.1f} min nearer; balance or a shorter border.",
                    zone=ids[other],
                    m=minutes,
                )
            )
    return np.array(words, object)[codes]


def _add(reason, where, words) -> None:
    some_ = np.flatnonzero(where)
    if len(some_):
        distinct, code = np.unique(reason[some_].astype(str), return_inverse=True)
        reason[some_] = np.array([f"{one} {words}".strip() for one in distinct], object)[code]


def _zones(network, roads: Roads, load, drawn: Drawn, options, cities) -> pd.DataFrame:
    k, zone = len(drawn.asked.zone_ids), drawn.section_zone
    inside = zone >= 0
    kept = inside & roads.maintained
    share = drawn.loads / drawn.loads.sum()
    pieces = drawn.units.components(drawn.label)
    parts = [len(np.unique(pieces[drawn.label == z])) for z in range(k)]
    finite = inside & np.isfinite(drawn.minutes)
    longest = np.zeros(k)
    np.maximum.at(longest, zone[finite & (load > 0)], drawn.minutes[finite & (load > 0)])
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.bincount(zone[finite], (load * np.nan_to_num(drawn.minutes))[finite], k)
        mean /= np.bincount(zone[finite], load[finite], k)
    names = pd.Series(roads.city[kept]).groupby(zone[kept]).unique()
    base = [roads.node_xy[own[0][0]] if own else (np.nan, np.nan) for own in drawn.bases]
    frame = pd.DataFrame(
        {
            "zone_id": drawn.asked.zone_ids,
            "n_sections": np.bincount(zone[kept], minlength=k),
            "road_km": np.bincount(zone[kept], roads.length_m[kept], k) / 1000,
            "workload": drawn.loads,
            "share": 100 * share,
            "target": 100 * drawn.asked.target,
            "balance_dev": 100 * (share / drawn.asked.target - 1),
            "compact_pp": np.nan,
            "max_min": longest,
            "mean_min": mean,
            "cities": [sorted(c for c in names.get(z, []) if c) for z in range(k)],
            "base_x": [b[0] for b in base],
            "base_y": [b[1] for b in base],
            "parts": parts,
        }
    )
    if options.outlines and "geom" in network:
        own = roads.leader_of_key[
            np.searchsorted(roads.all_keys, network["section"].astype(str).to_numpy(object).astype(str))
        ]
        twin = roads.section_of_row < 0
        lines, of_row = network["geom"].to_numpy(object), np.where(twin, -1, zone[own])
        if options.borders == KEEP and hasattr(cities, "columns") and "city_code" in cities:
            outline = _by_city(lines, of_row, roads.city[own], k, cities, options.simplify_m)
        else:
            outline = outlines.tile(lines, of_row, k, cities, options.simplify_m)
        frame["compact_pp"] = outlines.polsby_popper(outline)
        frame["geom"] = outline
    return frame


def _by_city(lines, zone, city, k: int, cities, simplify_m: float) -> np.ndarray:
    """Where borders are kept, outlines end at them: every city's area tiled by itself. The area of a city without a
    zone of its own belongs to nobody."""
    found = np.array([shapely.MultiPolygon()] * k, object)
    areas = cities["city_code"].astype(str).to_numpy()
    for code in np.unique(city[zone >= 0].astype(str)):
        mine = np.where(city.astype(str) == code, zone, -1)
        area = cities[areas == code]
        part = outlines.tile(lines, mine, k, area if len(area) else None, simplify_m)
        found = shapely.union(found, part)
    return found


def _summary(roads: Roads, load, drawn: Drawn, zones, work) -> pd.DataFrame:
    k, zone = len(zones), drawn.section_zone
    kept = (zone >= 0) & roads.maintained
    table = zones[["zone_id", "n_sections", "road_km"]].copy()
    rc = np.where(np.isin(roads.rc.astype(str), ["C1", "C2", "C3"]), roads.rc, "other")
    for kind in ("C1", "C2", "C3", "other"):
        mine = kept & (rc == kind)
        table[f"km_{kind}"] = np.bincount(zone[mine], roads.length_m[mine], k) / 1000
    for city in sorted({str(c) for c in roads.city[kept] if c}):
        mine = kept & (roads.city == city)
        table[f"km_{city}"] = np.bincount(zone[mine], roads.length_m[mine], k) / 1000
    if isinstance(work, pd.DataFrame):
        at = roads.section_named(work.index.to_numpy(object))
        good = at >= 0
        good[good] = zone[at[good]] >= 0
        for source, name in (
            ("requests",) * 2,
            ("facilities",) * 2,
            ("repair_hours", "hours"),
            ("repair_yen", "yen"),
        ):
            if source in work:
                table[name] = np.bincount(zone[at[good]], work[source].to_numpy(float)[good], k)
    sums = table.drop(columns="zone_id").sum()
    for name in ("share", "target", "balance_dev", "compact_pp", "max_min", "mean_min"):
        table[name] = zones[name]
    there = np.isfinite(drawn.minutes)
    whole = {**sums, "zone_id": tr("All"), "share": 100.0, "target": 100.0, "balance_dev": 100 * drawn.deviation,
             "compact_pp": zones["compact_pp"].min(), "max_min": zones["max_min"].max(),
             "mean_min": float(load[there] @ drawn.minutes[there] / max(load[there].sum(), 1e-15))}  # fmt: skip
    table = pd.concat([table, pd.DataFrame([whole])], ignore_index=True)[list(table.columns)]
    return table.astype({"n_sections": int})
