"""Route groups as one page, to print on A4 or to project: what was grouped, what joining gains, and why each group.

Roads, cities and figures; nothing of petitioners.
"""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import jinja2
import numpy as np
import pandas as pd

from .. import i18n
from ..analysis.groups import CORRIDORS, EXAMPLE_YEN_PER_HOUR, Grouping, GroupOptions
from ..analysis.standards.words import code_label
from ..i18n import tr
from ..layers.planning.colours import colour_numbers
from . import groups_map
from .import_report import TEMPLATES, _today

LISTED_KM = 1.0  # a group below its bounds stands in a row of its own from this length on
LISTED = 30  # of those at most
SENTENCES = 300  # groups on the page; the layer has all


def write_report(
    path: str | Path,
    answer: Grouping,
    options: GroupOptions,
    names: dict[str, str],
    language: str = "ja",
    areas=(),
) -> str:
    """Write the page to ``path``; returns it.

    ``answer``: its texts in ``language``, geometries in one plane CRS. ``names``: city code -> name; ``areas``:
    (city code, polygon) of the cities in the same CRS, for the map.
    """
    with i18n.speaking(language):
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True
        )
        page = environment.get_template("groups_report.html").render(
            lang=language, t=_words(), made=tr("Made on"), today=_today(language),
            **content(answer, options, names, areas),
        )  # fmt: skip
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, encoding="utf-8")
    return str(path)


def content(answer: Grouping, options: GroupOptions, names: dict[str, str], areas=()) -> dict:
    """What the page shows, in the language that is spoken."""
    groups = answer.groups
    if len(groups) and "colour" not in groups:
        groups = groups.assign(colour=colour_numbers(groups["geom"].to_numpy(object)))
    held = groups[groups["status"] != "below"] if len(groups) else groups
    below = groups[groups["status"] == "below"] if len(groups) else groups
    total = answer.comparison.iloc[-1] if len(answer.comparison) else None
    along = options.mode == CORRIDORS
    yen = options.yen_per_hour if options.yen_per_hour is not None else EXAMPLE_YEN_PER_HOUR
    example = options.compare and options.yen_per_hour is None
    return {
        "title": tr("Route groups along the borders") if along else tr("Route groups of the whole area"),
        "head": _headline(answer),
        "second": _second(answer, held, below),
        "warnings": _warnings(answer, held, below, options, example),
        "facts": _facts(answer, options, names, held, below, yen, example),
        "bars": _bars(answer),
        "map": _map(groups, answer, names, areas),
        "cities_head": _cities_head(example) if options.compare else [],
        "cities": _cities(answer, names, total) if options.compare else [],
        "pairs": _pairs(answer.crossings, names),
        "groups": [_group(row, names) for row in held.head(SENTENCES).to_dict("records")],
        "more": max(len(held) - SENTENCES, 0),
        "known": [name for name in ("requests_year", "damages_year") if name in groups],
        "small": _small(below, names),
        "notes": _notes(options, answer),
    }


# -- words ---------------------------------------------------------------------------------------------------


def _headline(answer: Grouping) -> str:
    if not len(answer.groups):
        return tr("No road is left to be grouped.")
    joint = _percent(answer.dead_m, answer.required_m)
    if answer.separate_dead_m is None:
        return tr("Dead running: {joint} % of {km} km of roads.", joint=joint, km=_km(answer.required_m))
    saved = (answer.separate_dead_m - answer.dead_m) / 1000
    values = {
        "joint": joint,
        "alone": _percent(answer.separate_dead_m, answer.required_m),
        "km": f"{abs(saved):,.1f}",
    }
    if saved >= 0:
        return tr("Joint: dead running {joint} % instead of {alone} %, {km} km less on each pass.", **values)
    return tr("Joint: dead running {joint} % instead of {alone} %, {km} km more on each pass.", **values)


def _second(answer: Grouping, held, below) -> str:
    parts = [tr("{n} groups of {km} km in all.", n=len(held), km=f"{_sum(held):,.1f}")] if len(held) else []
    if len(below):
        parts.append(
            tr("{n} roads or islands of {km} km in all are below the shortest length.", n=f"{len(below):,}",
               km=f"{_sum(below):,.1f}")
        )  # fmt: skip
    if len(answer.crossings):
        joined = int(answer.crossings["group_id"].notna().sum())
        parts.append(
            tr("{n} of {all} border crossings lie inside a group.", n=joined, all=len(answer.crossings))
        )
    return ("" if i18n.language() == "ja" else " ").join(parts)


def _warnings(answer: Grouping, held, below, options, example: bool) -> list[str]:
    found = list(answer.messages)
    above = int((held["status"] == "above").sum()) if len(held) else 0
    if above:
        found.append(tr("{n} groups are longer than {km} km.", n=above, km=f"{options.max_km:g}"))
    if len(answer.groups) and not len(held):
        found.append(tr("No group reaches {km} km.", km=f"{options.min_km:g}"))
    return found


def _facts(answer, options, names, held, below, yen: float, example: bool) -> list[tuple[str, str]]:
    along = options.mode == CORRIDORS
    codes = (
        [c for c in answer.comparison["city_code"] if c is not None and c == c]
        if len(answer.comparison)
        else []
    )
    what = (
        tr("Through routes that cross or run along a border, with what lies within {m} m of them",
           m=f"{options.corridor_m:g}")
        if along else tr("Every section of the network")
    )  # fmt: skip
    wanted = tr("{low} to {high} km a group", low=f"{options.min_km:g}", high=f"{options.max_km:g}")
    if options.n_groups:
        wanted += " / " + tr("{n} groups asked for", n=options.n_groups)
    facts = [
        (tr("What is grouped"), what),
        (tr("Cities"), tr(", ").join(names.get(c, c) for c in codes)),
        (tr("Size"), wanted),
        (tr("Roads left out"), tr(", ").join(code_label("RC", c) for c in options.exclude_rc) or tr("none")),
        (tr("Length of the groups"), f"{_km(answer.required_m)} km"),
    ]
    if answer.bound_m > 0:
        facts.append(
            (tr("How good the answer is"),
             tr("No grouping at all of these roads, whatever its size, can have less dead running than {bound} % ({km}"
                " km); this one is at most {gap} % above it.", bound=_percent(answer.bound_m, answer.required_m),
                km=_km(answer.bound_m), gap=f"{100 * answer.gap:.1f}"))
        )  # fmt: skip
    price = tr("{n} passes a year, {yen} yen an hour", n=f"{options.passes_per_year:g}", yen=f"{yen:,.0f}")
    if example:
        price += " " + tr("(an example: enter your own)")
    return [*facts, (tr("Hours and yen"), price)]


def _notes(options: GroupOptions, answer: Grouping) -> list[str]:
    notes = [
        tr("Dead running is what a crew drives without work, or a second time, to run every road of its group once and"
           " come back to where it began. It is counted by pairing the group's odd junctions over shortest ways."),
        tr("Each city by itself: the same search over the same roads with every border closed. A joint group's dead"
           " running is shared among its cities by their length in it."),
        tr("The bound is proved: it counts the least that all these roads need as one tour, without any bound on"
           " sizes. The smaller the groups have to be, the farther any answer lies above it."),
        tr("A group is one crew's tour over connected roads. Roads left out are in no group, but crews drive on them;"
           " rivers are crossed at bridges only."),
        tr("Compactness: 1 is a circle, a long strip comes near 0."),
    ]  # fmt: skip
    if "requests_year" in answer.groups or "damages_year" in answer.groups:
        notes.append(
            tr("Requests and damages a year: those of the last three years within 30 m of the group's roads.")
        )
    return notes


def _words() -> dict:
    return {
        "nothing": tr("There is nothing to group."), "by_city": tr("City by city"), "map": tr("Where the groups lie"),
        "groups": tr("The groups"), "small": tr("Below the shortest length"), "pairs": tr("Borders"),
        "notes": tr("How to read it"), "bars": tr("Dead running on one pass"),
        "key_joined": tr("crossing inside a group"), "key_cut": tr("crossing that is cut"),
        "key_small": tr("below the shortest length"), "key_border": tr("border of the cities"),
        "pairs_head": [tr("Border"), tr("Crossings on through routes"), tr("Inside a group"), tr("Cut"),
                       tr("Values of the standards that differ")],
        "group_head": [tr("Group"), tr("Length (km)"), tr("By city (km)"), tr("Border crossings joined / cut"),
                       tr("Dead running"), tr("Requests a year"), tr("Damages a year"), tr("Breaks in standard"),
                       tr("Compactness"), tr("State")],
        "small_head": [tr("Group"), tr("Cities"), tr("Length (km)"), tr("Sections")],
        "small_why": tr("Islands of the network and roads that no way leads on from to more roads of the groups, or"
                        " that locks and bounds keep apart. The layer of the groups names each of them."),
        "more": tr("{n} more groups stand in the layer of the groups."),
    }  # fmt: skip


# -- figures -------------------------------------------------------------------------------------------------


def _bars(answer: Grouping) -> list[tuple]:
    """(words, km and share in words, width in %, class) of the dead running apart, together, and at least."""
    if not answer.required_m:
        return []
    rows = [(tr("Each city by itself"), answer.separate_dead_m, "alone"), (tr("Joint"), answer.dead_m, "joint"),
            (tr("No grouping has less than"), answer.bound_m or None, "bound")]  # fmt: skip
    rows = [row for row in rows if row[1] is not None]
    most = max(metres for _, metres, _ in rows) or 1.0
    return [
        (label, f"{_km(metres)} km ({_percent(metres, answer.required_m)} %)", 100 * metres / most, kind)
        for label, metres, kind in rows
    ]


def _cities_head(example: bool) -> list[str]:
    yen = tr("Gain (yen a year, example price)") if example else tr("Gain (yen a year)")
    return [tr("City"), tr("Length (km)"), tr("Groups, by itself"), tr("Groups, joint"),
            tr("Dead running by itself (km)"), tr("Dead running joint (km)"),
            tr("Dead running by itself (%)"), tr("Dead running joint (%)"),
            tr("Gain (km a pass)"), tr("Gain (h a year)"), yen]  # fmt: skip


def _cities(answer: Grouping, names, total) -> list[list]:
    rows = []
    for row in answer.comparison.to_dict("records"):
        code = row["city_code"]
        whole = code is None or code != code
        if "separate_dead_km" not in row:
            return []
        counts = [_counted(frame, None if whole else code) for frame in (answer.separate, answer.groups)]
        rows.append(
            [tr("All") if whole else names.get(code, code), row["length_km"], *counts, row["separate_dead_km"],
             row["joint_dead_km"], row["separate_dead_pct"], row["joint_dead_pct"], row["gain_km"],
             row["gain_h_year"], f"{row['gain_yen_year']:,.0f}"]
        )  # fmt: skip
    return rows


def _counted(groups: pd.DataFrame, code: str | None) -> str:
    """Groups with roads in a city; those below the shortest length apart."""
    if not len(groups):
        return "0"
    here = np.array([code is None or code in cities for cities in groups["cities"]], bool)
    small = (groups["status"] == "below").to_numpy()
    n, few = int((here & ~small).sum()), int((here & small).sum())
    return f"{n:,}" if not few else tr("{n} (+{few} small)", n=f"{n:,}", few=f"{few:,}")


def _pairs(crossings: pd.DataFrame, names) -> list[list]:
    if not len(crossings):
        return []
    sides = np.sort(crossings[["city_a", "city_b"]].astype(str).to_numpy(), axis=1)
    table = pd.DataFrame(
        {"a": sides[:, 0], "b": sides[:, 1], "joined": crossings["group_id"].notna().to_numpy(),
         "breaks": crossings["std_breaks"].to_numpy()}
    )  # fmt: skip
    rows = []
    for (a, b), own in table.groupby(["a", "b"], sort=True):
        joined = int(own["joined"].sum())
        rows.append(
            [
                f"{names.get(a, a)} – {names.get(b, b)}",
                len(own),
                joined,
                len(own) - joined,
                int(own["breaks"].max()),
            ]
        )
    return rows


def _group(row: dict, names) -> dict:
    by_city = [(names.get(c, c), f"{km:,.1f}") for c, km in row["length_by_city"].items()]
    cut = int(row["crossings_cut"])
    cells = [
        f"{row['length_km']:,.1f}", tr(", ").join(f"{name} {km}" for name, km in by_city),
        f"{int(row['crossings'])} / {cut}",
        f"{row['dead_running_km']:,.1f} km ({row['dead_running_pct']:.1f} %)",
        _number(row.get("requests_year")), _number(row.get("damages_year")),
        f"{int(row['std_breaks']):,}", _number(row["compact_pp"], 2), state_label(row["status"]),
    ]  # fmt: skip
    return {
        "id": row["group_id"],
        "name": row["name"],
        "colour": groups_map.SERIES[(int(row["colour"]) - 1) % len(groups_map.SERIES)],
        "cells": cells,
        "reason": row["reason"],
        "good": row["status"] == "within",
    }


def state_label(status: str) -> str:
    return {"within": tr("within the bounds"), "below": tr("too short"), "above": tr("too long")}.get(
        status, status
    )


def _small(below: pd.DataFrame, names) -> dict | None:
    """The longer ones in rows of their own, all others counted by city."""
    if not len(below):
        return None
    order = below.sort_values("length_km", ascending=False, kind="stable")
    single = order[order["length_km"] >= LISTED_KM].head(LISTED)
    rest = order.drop(single.index)
    rows = [
        [row["name"], tr(", ").join(names.get(c, c) for c in row["cities"]), f"{row['length_km']:,.1f}",
         f"{int(row['sections']):,}"]
        for row in single.to_dict("records")
    ]  # fmt: skip
    by_city = []
    where = [tuple(cities) for cities in rest["cities"]]
    for code in sorted(set(chain.from_iterable(where))):
        mine = rest[[cities == (code,) for cities in where]]
        if len(mine):
            by_city.append(_together(names.get(code, code), mine))
    shared = rest[[len(cities) > 1 for cities in where]]
    if len(shared):
        by_city.append(_together(tr("of several cities"), shared))
    return {"rows": rows, "by_city": by_city}


def _together(name: str, rows: pd.DataFrame) -> str:
    return tr("{name}: {n} of {km} km in all, the longest {most} km", name=name, n=f"{len(rows):,}",
              km=f"{_sum(rows):,.1f}", most=f"{rows['length_km'].max():.2f}")  # fmt: skip


def _map(groups, answer: Grouping, names, areas) -> str:
    if not len(groups):
        return ""
    return groups_map.group_map(
        groups, answer.crossings, [(names.get(str(c), str(c)), shape) for c, shape in areas]
    )


def _sum(groups: pd.DataFrame) -> float:
    return float(groups["length_km"].sum()) if len(groups) else 0.0


def _km(metres: float) -> str:
    return f"{metres / 1000:,.1f}"


def _percent(metres: float, of: float) -> str:
    return f"{100 * metres / of:.1f}" if of else "-"


def _number(value, digits: int = 1) -> str:
    return "-" if value is None or value != value else f"{value:,.{digits}f}"
