"""Zone plans side by side as a page to project or to print: what each city gains or loses.

Roads, zones and figures; nothing of petitioners. What gets worse stands beside what gets better, in the same size.
"""

from __future__ import annotations

from pathlib import Path

import jinja2

from .. import i18n
from ..analysis.scenarios import Comparison, called, city_blocks, headlines
from ..analysis.scenarios.sentences import BETTER, FACT, SAME, WORSE, alike, base_blocks
from ..i18n import tr
from . import scenarios_charts
from .import_report import TEMPLATES, _today

MOVES = 40  # rows of what changes hands on the page; the workbook has all


def write_report(
    path: str | Path, found: Comparison, names: dict[str, str], language: str = "ja", **beside
) -> str:
    """Write the page to ``path``; returns it.

    ``names``: city code -> name. ``beside``: roads (section, geom), scenarios, areas ((city code, polygon) in the same
    plane CRS), deadlines and said (sentences).
    """
    with i18n.speaking(language):
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True
        )
        page = environment.get_template("scenarios_report.html").render(
            lang=language, t=_words(), today=_today(language), **content(found, names, **beside)
        )
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, encoding="utf-8")
    return str(path)


def content(
    found: Comparison,
    names: dict[str, str],
    *,
    roads=None,
    scenarios=(),
    areas=(),
    deadlines=(),
    said=(),
    maps=True,
) -> dict:
    """What the page shows, in the language that is spoken."""
    plans = found.plans.to_dict("records")
    shown = []
    heads = {block.plan_id: block for block in headlines(found)}
    facts = {one.key: dict(one.facts) for one in scenarios}
    for n, plan in enumerate(plans):
        head = heads.get(plan["plan_id"])
        shown.append(
            {"name": plan["plan"], "base": n == 0, "adopted": bool(plan["adopted"]),
             "facts": facts.get(plan["plan_id"], {}),
             "said": [] if head is None else [(one.tone, one.text) for one in head.said]}
        )  # fmt: skip
    if maps:
        for one, drawn in zip(shown, _maps(found, roads, scenarios, areas, names)):
            one.update(drawn)
    return {
        "title": tr("Zone plans side by side: what does each city gain or lose?"),
        "plans": shown,
        "rows": _rows(found, plans),
        "cities": _cities(found, names),
        "load": _load(found) if maps else "",
        "travel": _travel(found, names, plans) if maps else "",
        "zones": _zones(found, names),
        "moves": _moves(found, names),
        "assumed": found.assumed,
        "left_out": found.left_out,
        "deadlines": list(deadlines),
        "said_lines": list(said),
        "notes": _notes(found),
    }


# -- side by side --------------------------------------------------------------------------------------------------


def _rows(found: Comparison, plans: list[dict]) -> list[dict]:
    """Figures as rows, plans as columns. ``good``: -1 less is better, +1 more is better, 0 neither."""
    spec = (
        ("zones", tr("Zones"), 0, "n"), ("km", tr("Roads with work (km)"), 0, "f"),
        ("heaviest_pct", tr("Heaviest zone (% of the work)"), 0, "f"),
        ("lightest_pct", tr("Lightest zone (% of the work)"), 0, "f"),
        ("balance_dev", tr("Most uneven zone (% off its share)"), -1, "f"),
        ("mean_min", tr("Mean travel (min)"), -1, "f"), ("max_min", tr("Longest travel (min)"), -1, "f"),
        ("late_km", tr("Roads more than {n} min away (km)", n=f"{found.options.max_minutes:g}"), -1, "f"),
        ("hours", tr("Hours a year") + _mark(found, "hours"), -1, "n"),
        ("crews", tr("Crews needed, whole ones a zone") + _mark(found, "crews"), -1, "n"),
        ("crews_exact", tr("Crews by hours alone") + _mark(found, "crews"), -1, "f"),
        ("yen", tr("Yen a year, by hours"), -1, "n"), ("yen_contracts", tr("Yen a year, contracts"), -1, "n"),
        ("yen_paid", tr("Yen a year, paid so far on these roads"), 0, "n"),
        ("routes_cut", tr("Through routes cut by zones"), -1, "n"),
        ("borders_inside", tr("Border crossings inside a zone"), 0, "n"),
        ("joint_zones", tr("Zones of several cities"), 0, "n"),
        ("most_cities", tr("Most cities in one zone"), 0, "n"),
        ("unassigned_km", tr("Roads in no zone (km)"), -1, "f"),
        ("changed", tr("Sections that change hands"), 0, "n"),
        ("changed_km", tr("Length that changes hands (km)"), 0, "f"),
        ("changed_work_pct", tr("Work that changes hands (%)"), 0, "f"),
    )  # fmt: skip
    rows = []
    for name, label, good, kind in spec:
        values = [plan[name] for plan in plans]
        if all(_none(value) for value in values):
            continue
        cells = []
        for n, value in enumerate(values):
            tone, change = "", ""
            if n and not _none(value) and not _none(values[0]):
                same = alike(float(value), float(values[0]))
                digits = (
                    1 if kind == "f" else 0
                )  # of the figures as they are shown, so that readers can check it
                diff = round(float(value), digits) - round(float(values[0]), digits)
                if not same and not name.startswith("changed"):
                    change = f"{diff:+,.1f}" if kind == "f" else f"{diff:+,.0f}"
                    tone = "" if not good else BETTER if diff * good > 0 else WORSE
            cells.append({"text": _number(value, kind), "tone": tone, "change": change,
                          "value": None if _none(value) else float(value)})  # fmt: skip
        rows.append({"label": label, "cells": cells})
    return rows


def _mark(found: Comparison, what: str) -> str:
    own = found.options.hours if what == "hours" else (found.options.hours and found.options.crew_hours)
    return "" if own else " *"


def _cities(found: Comparison, names) -> list[dict]:
    """One block a city: how it is under the first plan, then gains, losses and facts under each other."""
    blocks = city_blocks(found, names)
    cities = []
    for first in base_blocks(found, names):
        others = [
            {"plan": one.plan, "said": [(s.tone, s.text) for s in _ordered(one.said)],
             "gains": len(one.of(BETTER)), "losses": len(one.of(WORSE))}
            for one in blocks
            if one.city_code == first.city_code
        ]  # fmt: skip
        cities.append(
            {
                "name": first.city,
                "base": first.plan,
                "first": [one.text for one in first.said],
                "plans": others,
            }
        )
    return cities


def _ordered(said) -> list:
    return sorted(said, key=lambda one: (BETTER, WORSE, FACT, SAME).index(one.tone))


# -- pictures ------------------------------------------------------------------------------------------------------


def _maps(found: Comparison, roads, scenarios, areas, names) -> list[dict]:
    if roads is None or "geom" not in roads or not len(roads):
        return [{"map": "", "change": ""} for _ in scenarios]
    section = roads["section"].astype(str)
    lines = roads["geom"].to_numpy(object)
    known = [(names.get(str(code), str(code)), area) for code, area in areas]
    made = []
    for n, plan in enumerate(scenarios):
        ids = sorted(plan.sections["zone_id"].dropna().astype(str).unique())
        own = plan.sections.assign(section=plan.sections["section"].astype(str)).set_index("section")[
            "zone_id"
        ]
        zone = section.map(own).map({z: k for k, z in enumerate(ids)}).fillna(-1).astype(int).to_numpy()
        there = section.isin(own.index).to_numpy()
        colours = [found.colour[plan.key, z] for z in ids]
        outlines = _outlines(plan, ids)
        changed = found.changes[found.changes["plan_id"] == plan.key].set_index("section")
        minutes = section.map((changed["min_to"] - changed["min_from"]).astype(float)).to_numpy(float)
        made.append(
            {
                "map": scenarios_charts.zone_map(lines[there], zone[there], colours, ids, outlines, known),
                "change": scenarios_charts.change_map(lines, section.isin(changed.index).to_numpy(), minutes, known)
                if n else "",
            }
        )  # fmt: skip
    return made


def _outlines(plan, ids: list[str]):
    if plan.zones is None or "geom" not in plan.zones:
        return None
    shapes = plan.zones.assign(zone_id=plan.zones["zone_id"].astype(str)).drop_duplicates("zone_id")
    shapes = shapes.set_index("zone_id")["geom"]
    found = [shapes.get(z) for z in ids]
    return None if any(shape is None for shape in found) else found


def _load(found: Comparison) -> str:
    plans = []
    for plan, own in found.zones.groupby("plan_id", sort=False):
        zones = [
            (_called(row), row["share_pct"], row["target_pct"], found.colour[plan, row["zone_id"]])
            for row in own.to_dict("records")
        ]
        plans.append({"name": own["plan"].iloc[0], "zones": zones})
    return scenarios_charts.load_chart(plans)


def _travel(found: Comparison, names, plans) -> str:
    cities = []
    for code, own in found.cities[found.cities["city_code"] != ""].groupby("city_code", sort=True):
        own = own.set_index("plan_id").reindex([plan["plan_id"] for plan in plans])
        cities.append({"name": names.get(code, code), "rows": list(zip(own["mean_min"], own["max_min"]))})
    return scenarios_charts.travel_chart(cities, [plan["plan"] for plan in plans])


# -- tables --------------------------------------------------------------------------------------------------------


def _zones(found: Comparison, names) -> list[dict]:
    plans = []
    km = {key: own for key, own in found.pairs.groupby(["plan_id", "zone_id"])}
    for plan, own in found.zones.groupby("plan_id", sort=False):
        rows = []
        for row in own.to_dict("records"):
            by_city = km[plan, row["zone_id"]].to_dict("records")
            cities = tr(", ").join(
                f"{names.get(r['city_code'], r['city_code'])} {r['km']:,.1f}" for r in by_city
            )
            classes = " / ".join(f"{row[f'km_{c}']:,.1f}" for c in ("C1", "C2", "C3", "other"))
            colour = found.colour[plan, row["zone_id"]]
            rows.append(
                {"colour": scenarios_charts.FILLS[colour % len(scenarios_charts.FILLS)],
                 "cells": [_called(row), row["base_zone"] or tr("new"), f"{row['km']:,.1f}", cities, classes,
                           f"{row['share_pct']:.1f}", scenarios_charts.signed(row["balance_dev"]),
                           _number(row["mean_min"], "f"), _number(row["max_min"], "f"), str(row["crews"]),
                           _number(row["yen_paid"], "n")]}
            )  # fmt: skip
        plans.append({"name": own["plan"].iloc[0], "rows": rows})
    return plans


def _moves(found: Comparison, names) -> list[dict]:
    plans = []
    for _, own in found.moves.groupby("plan_id", sort=False):
        rows = [
            [names.get(r["city_code"], r["city_code"] or "-"), _side(r, "from"), _side(r, "to"), f"{r['sections']:,}",
             f"{r['km']:,.1f}", f"{r['work_pct']:.2f}"]
            for r in own.sort_values("km", ascending=False, kind="stable").head(MOVES).to_dict("records")
        ]  # fmt: skip
        plans.append({"name": own["plan"].iloc[0], "rows": rows, "more": max(len(own) - MOVES, 0)})
    return plans


def _side(row: dict, side: str) -> str:
    zone, contractor = row[f"zone_{side}"], row[f"con_{side}"]
    if zone is None or zone != zone:
        return tr("nobody")
    if side == "to" and not isinstance(contractor, str):
        return called(zone, row["base_to"])
    return f"{contractor} ({zone})" if isinstance(contractor, str) and contractor != zone else str(zone)


def _called(row: dict) -> str:
    own = row["contractor"] if isinstance(row["contractor"], str) else row["con_id"]
    return f"{row['zone_id']} {own}" if isinstance(own, str) and own != row["zone_id"] else row["zone_id"]


# -- words ---------------------------------------------------------------------------------------------------------


def _notes(found: Comparison) -> list[str]:
    return [
        tr("The first plan is what the others are measured against. A zone that has most in common with one of the"
           " first plan counts as the same zone, whatever its number; where every zone has a contractor, hands are the"
           " contractors."),
        tr("Work is in % of the whole of the first plan, so that a plan with fewer partners does not seem to give the"
           " others more work."),
        tr("Balance: up to 10 % off is good, up to 20 % is accepted."),
        tr("A zone counts as one of a city from {n} % of its work on.", n=f"{100 * found.options.joint_share:g}"),
        tr("Lengths are of roads with work: no second drawings, no national and prefectural roads. The farthest place"
           " is the section with the longest way from its base. Travel is of roads that are in a zone."),
        tr("Travel is from the bases of each plan; where a plan was given none, from the centres that the program"
           " chose."),
        tr("Hours are of all work; crews are counted for the zones, so that roads in no zone are in nobody's crews."),
        tr("Figures are rounded; sums may differ in the last digit."),
    ]  # fmt: skip


def _words() -> dict:
    return {
        "figure": tr("Figure"), "base": tr("measured against"), "adopted": tr("adopted"),
        "reference": tr("for reference, not adopted"), "made": tr("Made on"),
        "better": tr("better"), "worse": tr("worse"), "same": tr("unchanged"), "fact": tr("to know"),
        "side": tr("Side by side"), "star": tr("* rests on an assumption, see below"),
        "cities": tr("City by city: gains and losses"), "now": tr("Under “{plan}”"),
        "gains": tr("{n} better"), "losses": tr("{n} worse"),
        "maps": tr("Where the zones lie"), "changes": tr("What changes hands"),
        "near": tr("nearer to the base"), "far": tr("farther from the base"), "alike": tr("as far, or not known"),
        "nozone": tr("in no zone"), "border": tr("border of the cities"),
        "load": tr("Load of the zones"), "load_key": tr("Bars: share of the work; dashed: what the zone should have;"
                                                        " in brackets: % off."),
        "travel": tr("Travel to each city's roads"), "travel_key": tr("Bars: mean; diamonds: farthest place; minutes."),
        "zones": tr("Zones in figures"), "moves": tr("From whom to whom"),
        "zone_head": [tr("Zone"), tr("Continues"), tr("Length (km)"), tr("By city (km)"),
                      tr("Class 1 / 2 / 3 / other (km)"), tr("Share (%)"), tr("Off (%)"), tr("Mean (min)"),
                      tr("Longest (min)"), tr("Crews"), tr("Yen a year (paid so far)")],
        "move_head": [tr("City"), tr("From"), tr("To"), tr("Sections"), tr("Length (km)"), tr("Work (%)")],
        "more": tr("{n} more rows stand in the workbook."), "none": tr("Nothing changes hands."),
        "assumed": tr("Assumed"), "left_out": tr("Left out"), "deadlines": tr("Deadlines"),
        "deadline_note": tr("Quoted from the work plan: it compares each city's crews by themselves with shared ones,"
                            " and is not reckoned anew for each zone plan."),
        "notes": tr("How to read it"),
    }  # fmt: skip


def _none(value) -> bool:
    return value is None or value != value


def _number(value, kind: str) -> str:
    if _none(value):
        return "-"
    return f"{value:,.1f}" if kind == "f" else f"{value:,.0f}"
