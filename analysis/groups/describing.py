"""Figures of groups: lengths, crossings, dead running, compactness; and who gains what against going it alone."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.sparse import csgraph

from ...i18n import tr
from .driving import Driving, speeds
from .options import CORRIDORS, EXAMPLE_YEN_PER_HOUR, WHOLE, GroupOptions
from .outlines import compactness, group_lines, outlines, together
from .roads import Roads, number_column, text_column
from .solving import Partition
from .words import reasons, section_reasons, status_word

MODE_CODES = {CORRIDORS: "市境沿線", WHOLE: "全域"}  # codes of the list GROUPMODE


def describe(roads: Roads, part: Partition, driving: Driving, crossed, breaks, options: GroupOptions, bound: float,
             ids: list, attached, with_geometry: bool) -> pd.DataFrame:  # fmt: skip
    """One row a group: T27's columns (``bound_pct`` is the whole plan's gap) and further figures, see the code.

    ``attached``: bool by unit, put to its group although no road leads there; None where that is not asked."""
    n = part.n
    group = _piece_group(part)
    mine = np.flatnonzero(group >= 0)
    own = group[mine]
    length = np.bincount(own, roads.length[mine], n)
    by_city = _table(own, roads.city[mine], roads.length[mine], n, len(roads.cities)) / 1000.0
    rc, which = np.unique(text_column(roads.frame, "rc"), return_inverse=True)
    by_class = _table(own, which[mine], roads.length[mine], n, len(rc)) / 1000.0
    side_a, side_b = group[crossed["piece_a"].to_numpy()], group[crossed["piece_b"].to_numpy()]
    inside = side_a == side_b
    joined = np.bincount(side_a[inside], minlength=n)
    cut_at = [(side_a, side_b), (side_b, side_a)]
    lost = sum(np.bincount(one[~inside & (one >= 0)], minlength=n) for one, _ in cut_at)
    broken = np.bincount(side_a[inside], breaks[inside], n)
    link_m = np.zeros(n)
    held = part.link_group >= 0
    np.add.at(link_m, part.link_group[held], part.links.metres[held])
    put = np.zeros(len(group), bool) if attached is None else np.append(attached, False)[part.units.of_piece]
    parts = _own_parts(roads, group, np.flatnonzero((group >= 0) & ~put), n)
    attached_m = np.bincount(group[put], roads.length[put], n)
    links = np.bincount(part.link_group[held], minlength=n)
    low, high = options.min_km * 1000.0, options.max_km * 1000.0
    status = np.select(
        [length < low - 1e-6, length > high + 1e-6], ["below", "above"], "within"
    ) if n else np.zeros(0, "<U6")  # fmt: skip
    dead = driving.dead_m
    first = _first_of_section(roads)
    yearly = {
        name: np.bincount(own, np.where(first, number_column(roads.frame, name), 0.0)[mine], n)
        for name in ("requests_year", "damages_year")
        if name in roads.frame
    }
    cities = [[roads.cities[c] for c in np.flatnonzero(row > 0)] for row in by_city]
    total_dead = float(dead.sum())
    frame = pd.DataFrame(
        {
            "group_id": np.array(ids, object),
            "name": [tr("Group {id} ({cities})", id=g, cities=", ".join(c)) for g, c in zip(ids, cities)],
            "mode": MODE_CODES[options.mode],
            "length_km": length / 1000.0,
            "length_by_city": [_named(row, roads.cities) for row in by_city],
            "length_by_class": [_named(row, rc) for row in by_class],
            "sections": np.bincount(own[first[mine]], minlength=n),
            "crossings": joined,
            "crossings_cut": lost if n else joined,
            "dead_running_km": dead / 1000.0,
            "dead_running_pct": 100.0 * dead / np.maximum(length, 1e-9),
            "dead_running_h": driving.hours,
            "bound_pct": 100.0 * (total_dead / bound - 1) if bound > 0 else np.nan,
            "std_breaks": broken.astype(int),
            "cities": cities,
            "status": status,
            "own_parts": parts,  # pieces of its own roads but islands; more than one: held by other roads
            "link_km": link_m / 1000.0,
            "scattered": parts - 1 > links,
            "attached": np.bincount(group[put & first], minlength=n),  # sections of islands put to it
            "attached_km": attached_m / 1000.0,
            **yearly,
        }
    )
    frame["compact_pp"] = np.nan
    frame["reason"] = reasons(frame, _neighbours(part, length, ids), options)
    by_islands = (length - attached_m <= high + 1e-6) & (attached_m > 0)
    frame["status_text"] = [status_word(s, options, i) for s, i in zip(status, by_islands.tolist())]
    if with_geometry:
        shape = outlines(roads, np.where(put, -1, group), n, options.outline_m)
        frame["compact_pp"] = compactness(
            shape
        )  # of what hangs together: an island says nothing of a group's shape
        held = np.unique(group[put])
        more = outlines(roads, np.where(put, group, -1), n, options.outline_m, held)
        shape[held] = [together(a, b) for a, b in zip(shape[held], more)]
        frame["lines"] = group_lines(roads, group, n)
        frame["geom"] = shape
    return frame


def section_rows(roads: Roads, part: Partition, ids: list, options: GroupOptions, attached_m) -> pd.DataFrame:
    """One row a section, in the order of the input: group and the sentence why, or why not."""
    first = np.flatnonzero(_first_of_section(roads))
    group = _piece_group(part)[first]
    twin = text_column(roads.frame, "twin_of")[first]
    place = pd.Index(roads.sections.astype(str)).get_indexer(pd.Index(twin))
    follows = (roads.why_not[first] == 2) & (place >= 0)
    group = np.where(follows, group[np.maximum(place, 0)], group)
    named = np.append(np.array(ids, object), None)[group]
    of_section = np.full(len(roads.sections), len(roads.order))
    np.minimum.at(of_section, roads.section, roads.order)
    order = np.argsort(of_section, kind="stable")
    far = np.append(attached_m, np.nan)[part.units.of_piece[first]]
    reason = section_reasons(roads.why_not[first], named, twin, far, options)
    return pd.DataFrame(
        {
            "section": roads.sections.astype(object)[order],
            "group_id": named[order],
            "reason": reason[order],
            "attached_m": far[order],
        }
    )


def crossings_joined(roads: Roads, part: Partition, crossed, breaks, ids: list) -> pd.DataFrame:
    """One row a crossing of a border on a through route: who meets, and which group joins it (None: it is cut)."""
    a, b = crossed["piece_a"].to_numpy(), crossed["piece_b"].to_numpy()
    group = _piece_group(part)
    named = np.append(np.array(ids, object), None)
    same = group[a] == group[b]
    city = np.array(roads.cities, object)
    through = np.append(roads.throughs.astype(object), None)[crossed["through"].to_numpy()]
    node = crossed["node"].to_numpy()
    return pd.DataFrame(
        {
            "group_id": named[np.where(same, group[a], -1)],
            "group_a": named[group[a]],
            "group_b": named[group[b]],
            "through_id": through,
            "city_a": city[roads.city[a]],
            "city_b": city[roads.city[b]],
            "section_a": roads.sections[roads.section[a]].astype(object),
            "section_b": roads.sections[roads.section[b]].astype(object),
            "std_breaks": breaks.astype(int),
            "x": roads.x[node],
            "y": roads.y[node],
        }
    )


def comparison(roads: Roads, joint: Partition, driving: Driving, alone, alone_driving, options: GroupOptions):
    """By city and in total: km, groups, dead running, hours and yen a year apart and together.

    A joint group's dead running is shared among its cities by their length in it. Hours a year: dead running at the
    class's speed times the passes a year; yen: those hours at the price given (or the example, see messages).
    """
    mine = np.flatnonzero(roads.required)
    km = np.bincount(roads.city[mine], roads.length[mine], len(roads.cities)) / 1000.0
    out = pd.DataFrame({"city_code": np.array(roads.cities, object), "length_km": km})
    work = roads.length / 1000.0 / speeds(roads, options)
    out["work_h"] = np.bincount(roads.city[mine], work[mine], len(roads.cities))
    for name, part, drive in (("separate", alone, alone_driving), ("joint", joint, driving)):
        if part is None:
            continue
        group = _piece_group(part)
        share = _table(group[mine], roads.city[mine], roads.length[mine], part.n, len(roads.cities))
        share = share / np.maximum(share.sum(axis=1, keepdims=True), 1e-9)
        out[f"{name}_groups"] = (share > 0).sum(axis=0)
        out[f"{name}_dead_km"] = share.T @ drive.dead_m / 1000.0
        out[f"{name}_dead_h_year"] = share.T @ drive.hours * options.passes_per_year
    out = out[out["length_km"] > 0].reset_index(drop=True)
    total = {"city_code": None, **out.drop(columns="city_code").sum().to_dict()}
    for name, part in (("separate", alone), ("joint", joint)):
        if part is not None:
            total[f"{name}_groups"] = part.n  # a joint group counts once, not once a city
    out = pd.concat([out, pd.DataFrame([total])], ignore_index=True).astype({"city_code": object})
    out.loc[len(out) - 1, "city_code"] = None
    for name in ("separate", "joint"):
        if f"{name}_dead_km" in out:
            out[f"{name}_dead_pct"] = 100.0 * out[f"{name}_dead_km"] / np.maximum(out["length_km"], 1e-9)
            out[f"{name}_groups"] = out[f"{name}_groups"].astype(int)
    if alone is not None:
        yen = options.yen_per_hour if options.yen_per_hour is not None else EXAMPLE_YEN_PER_HOUR
        out["gain_km"] = out["separate_dead_km"] - out["joint_dead_km"]
        out["gain_h_year"] = out["separate_dead_h_year"] - out["joint_dead_h_year"]
        out["gain_yen_year"] = out["gain_h_year"] * yen
        out["yen_is_example"] = options.yen_per_hour is None
    return out


def _piece_group(part: Partition) -> np.ndarray:
    return np.append(part.group, -1)[part.units.of_piece]


def _first_of_section(roads):
    if not len(roads.section):
        return np.zeros(0, bool)
    return np.r_[True, roads.section[1:] != roads.section[:-1]]


def _table(row, column, value, n, m):
    return np.bincount(row * m + column, value, n * m).reshape(n, m)


def _named(row, names):
    return {str(names[k]): float(row[k]) for k in np.flatnonzero(row > 0)}


def _own_parts(roads, group, mine, n):
    """How many connected pieces each group's own roads form."""
    key, where = np.unique(
        np.r_[group[mine] * roads.n_nodes + roads.a[mine], group[mine] * roads.n_nodes + roads.b[mine]],
        return_inverse=True,
    )
    m = len(mine)
    graph = sparse.csr_matrix((np.ones(m, np.int8), (where[:m], where[m:])), shape=(len(key),) * 2)
    count, label = csgraph.connected_components(graph, directed=False)
    owner = np.zeros(count, np.int64)
    owner[label] = key // max(roads.n_nodes, 1)
    return np.bincount(owner, minlength=n)


def _neighbours(part: Partition, length, ids):
    """For each group: its neighbours as (id, units that touch across the cut, length of both in m), most first."""
    rows, cols = part.units.adjacent.nonzero()
    a, b = part.group[rows], part.group[cols]
    cut = a != b
    key, count = np.unique(a[cut] * max(part.n, 1) + b[cut], return_counts=True)
    a, b = np.divmod(key, max(part.n, 1))
    out: list[list] = [[] for _ in range(part.n)]
    for i in np.lexsort((b, -count, a)).tolist():
        out[a[i]].append((ids[b[i]], int(count[i]), float(length[a[i]] + length[b[i]])))
    return out
