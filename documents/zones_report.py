"""Contractors' zones as one page, to print on A4 or to project: the figures of each, a map, and what could not be met.

Roads, cities and figures; nothing of petitioners.
"""

from __future__ import annotations

from pathlib import Path

import jinja2
import numpy as np
import pandas as pd

from .. import i18n
from ..analysis.standards.words import code_label
from ..analysis.zones.options import GOOD_DEV, WARN_DEV, some
from ..i18n import tr
from . import zones_map
from .import_report import TEMPLATES, _today

NAMED = 12  # sections named on the page, of each city and demand; the layer has all
MARKS = {"good": "○", "warn": "△", "fail": "×"}


def write_report(
    path: str | Path, answer, network, language: str = "ja", areas=(), depots=None, facts=None
) -> str:
    """Write the page to ``path``; returns it.

    ``answer``: `processing_provider.zones.zone_results.Answer`, its texts in ``language``. ``network``: section,
    length_m, rc, city_code, geom (one plane CRS in metres). ``areas``: (city code, polygon) in the same CRS.
    ``depots``: zone -> [(x, y)]. ``facts``: of the workload: weights, as_of, example, and what was given.
    """
    with i18n.speaking(language):
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True
        )
        page = environment.get_template("zones_report.html").render(
            lang=language, t=_words(), made=tr("Made on"), today=_today(language),
            **content(answer, network, areas, depots or {}, facts or {}),
        )  # fmt: skip
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, encoding="utf-8")
    return str(path)


def content(answer, network: pd.DataFrame, areas, depots, facts) -> dict:
    """What the page shows, in the language that is spoken."""
    head, rows = _table(answer, facts)
    return {
        "title": _title(answer.options.borders),
        "head": _headline(answer),
        "second": _second(answer),
        "facts": _facts(answer, depots, facts),
        "bars": _bars(answer),
        "map": _map(answer, network, areas, depots),
        "zone_head": head,
        "zones": rows,
        "unmet": _unmet(answer, network),
        "said": [message.text for message in answer.messages],
        "notes": _notes(facts),
    }


# -- words ---------------------------------------------------------------------------------------------------


def _title(borders: str) -> str:
    return {
        "keep": tr("Contractors' zones, borders of the cities kept"),
        "prefer": tr("Contractors' zones, borders of the cities preferred"),
        "ignore": tr("Contractors' zones across the borders of the cities"),
    }[borders]


def _headline(answer) -> str:
    return tr(
        "{n} zones: at most {dev} % off the wanted share of the work, at most {m} minutes from the base.",
        n=len(answer.zones), dev=_one(100 * answer.bounds["imbalance"]), m=f"{answer.zones['max_min'].max():.0f}",
    )  # fmt: skip


def _second(answer) -> str:
    lost = answer.sections["zone_id"].isna()
    n = sum(len(one.features) for one in answer.infeasible if one.code == "CONTINUITY")
    parts = [tr("{m} minutes on average.", m=_one(answer.bounds["travel"]))]
    if lost.any():
        parts.append(
            tr("{n} sections with {share} % of the work are in no zone.", n=f"{n:,}",
               share=_one(100 * answer.sections["workload"][lost].sum()))
        )  # fmt: skip
    else:
        parts.append(tr("Every section is in a zone."))
    if answer.bounds["changed"]:
        parts.append(tr("{n} sections change their zone.", n=f"{answer.bounds['changed']:,}"))
    return ("" if i18n.language() == "ja" else " ").join(parts)


def _facts(answer, depots, facts) -> list[tuple[str, str]]:
    options, bounds = answer.options, answer.bounds
    borders = {
        "keep": tr("Kept: every zone within one city"),
        "prefer": tr("Preferred: crossing one costs {m} minutes", m=f"{options.border_minutes:g}"),
        "ignore": tr("Ignored: best for all together"),
    }
    given = sum(bool(places) for places in depots.values())
    bases = (
        tr("{n} of {k} zones have bases of their own; the program chose centres for the others.", n=given,
           k=len(answer.zones))
        if given < len(answer.zones) else tr("Given for every zone")
    )  # fmt: skip
    if not given:
        bases = tr("None were given; the program chose a centre for each zone.")
    found = [
        (tr("Borders of the cities"), borders[options.borders]),
        (tr("Bases"), bases),
        (tr("Longest travel wanted"), tr("{m} minutes", m=f"{options.max_minutes:g}")),
        (tr("What counts as work"), _work(facts)),
        (
            tr("Roads only driven on"),
            tr(", ").join(code_label("RC", c) for c in options.not_maintained) or tr("none"),
        ),
        (tr("How good the answer is"), _bound(answer)),
        (tr("Junctions where zones meet"), f"{bounds['cut_junctions']:,}"),
    ]
    if facts.get("as_of") is not None and facts.get("requests"):
        found.insert(
            4, (tr("Requests"), tr("Of the three fiscal years up to {day}", day=f"{facts['as_of']:%Y-%m-%d}"))
        )
    if options.change_minutes:
        found.append((tr("Price of a change"), tr("{m} minutes", m=f"{options.change_minutes:g}")))
    if options.groups:
        found.append((tr("Through routes"), tr("They stay whole.")))
    return found


def _work(facts) -> str:
    weights = facts.get("weights")
    if weights is None:
        return "-"
    parts = [(tr("length by class"), weights.length), (tr("requests"), weights.requests),
             (tr("facilities"), weights.facilities), (tr("expected repairs"), weights.repair),
             *weights.seasonal.items()]  # fmt: skip
    whole = sum(weight for _, weight in parts) or 1.0
    words = [f"{name} {100 * weight / whole:.0f} %" for name, weight in parts if weight > 0]
    classes = [f"{name} {weight:g}" for name, weight in weights.classes.items()]
    classes.append(tr("others {weight}", weight=f"{weights.other_class:g}"))
    return tr(", ").join(words) + " / " + tr("a kilometre: {classes}", classes=tr(", ").join(classes))


def _bound(answer) -> str:
    bounds = answer.bounds
    values = {
        "least": f"{bounds['bound']:.2f}",
        "m": f"{bounds['travel']:.2f}",
        "gap": f"{100 * bounds['gap']:.2f}",
    }
    if bounds["gap"] < 1e-6:
        told = tr("Proved: with these bases and these loads no zones of these wishes have less travel.")
    else:
        told = tr("With these bases and these loads no zones at all can have less travel than {least} minutes on"
                  " average; these have {m}, {gap} % more.", **values)  # fmt: skip
    if not bounds["bound_is_for_given_bases"]:
        told += (" " if i18n.language() == "en" else "") + tr(
            "Other centres might do better: that is not proved."
        )
    return told


def _notes(facts) -> list[str]:
    notes = [
        tr("Off the wanted share: up to {good} % is good (○), up to {warn} % is what contracts accept (△), more is too"
           " far (×).", good=f"{100 * GOOD_DEV:.0f}", warn=f"{100 * WARN_DEV:.0f}"),
        tr("Travel: over the roads of the network by the speed of each class times 1.3, from the base to the middle of"
           " each section, weighted by its work."),
        tr("Outlines run half-way between the roads of two zones. The list of sections says which road belongs to whom;"
           " the outline is only its picture."),
        tr("Compactness: 1 is a circle, a long strip comes near 0; 0.3 and more is compact."),
    ]  # fmt: skip
    if facts.get("example"):
        notes.append(tr("Hours of repairs are by invented examples of hours a repair: enter your own."))
    return notes


def _words() -> dict:
    return {
        "map": tr("Where the zones lie"), "zones": tr("The zones"), "unmet": tr("What could not be met"),
        "said": tr("To be known"), "notes": tr("How to read it"), "bars": tr("Share of the work"),
        "key_given": tr("base"), "key_chosen": tr("centre chosen by the program"),
        "key_lost": tr("in no zone"), "key_border": tr("border of the cities"),
        "all_met": tr("Everything that was asked for has been met."),
        "wanted": tr("wanted"),
    }  # fmt: skip


# -- figures -------------------------------------------------------------------------------------------------


def _bars(answer) -> list[dict]:
    """Share and wanted share of each zone, as widths in % of the page."""
    most = max(answer.zones["share"].max(), answer.zones["target"].max() * (1 + WARN_DEV)) * 1.02 or 1.0
    bars = []
    for row in answer.zones.to_dict("records"):
        state = _state(row["balance_dev"])
        bars.append(
            {"name": row["name"], "width": 100 * row["share"] / most, "mark": MARKS[state], "state": state,
             "colour": zones_map.colour_of(row["colour"]), "target": 100 * row["target"] / most,
             "low": 100 * row["target"] * (1 - GOOD_DEV) / most, "span": 200 * row["target"] * GOOD_DEV / most,
             "text": f"{row['share']:.1f} % ({_signed(row['balance_dev'])} %)"}
        )  # fmt: skip
    return bars


def _state(dev: float) -> str:
    off = round(abs(dev) / 100, 9)
    return "good" if off <= GOOD_DEV else "warn" if off <= WARN_DEV else "fail"


def _table(answer, facts) -> tuple[list[str], list[dict]]:
    """Head and rows; columns of which nothing is known are left out."""
    table, limit = answer.table(), answer.options.max_minutes
    cities = [
        name for name in table if name.startswith("km_") and name[3:] not in ("C1", "C2", "C3", "other")
    ]
    named = table["contractor"].notna().any() and (table["contractor"] != table["name"])[:-1].any()
    columns = [(tr("Contractor"), "contractor", "text")] if named else []
    columns += [(tr("Roads (km)"), "road_km", "one")]
    columns += [(label, f"km_{rc}", "one") for rc, label in (
        ("C1", tr("Class 1 (km)")), ("C2", tr("Class 2 (km)")), ("C3", tr("Class 3 (km)")),
        ("other", tr("Others (km)"))) if table[f"km_{rc}"].any()]  # fmt: skip
    columns += [(tr("{city} (km)", city=answer.names.get(c[3:], c[3:])), c, "one") for c in cities]
    for name, title, given in (
        ("requests", tr("Requests"), "requests"), ("facilities", tr("Facilities"), "facilities"),
        ("hours", tr("Repairs (h)"), "repairs"), ("yen", tr("Repairs (yen)"), "yen"),
    ):  # fmt: skip
        if name in table and facts.get(given):
            columns.append((title, name, "whole"))
    columns += [
        (tr("Longest travel (min)"), "max_min", "one"), (tr("Mean travel (min)"), "mean_min", "one"),
        (tr("Compactness"), "compact_pp", "two"), (tr("Share (%)"), "share", "one"),
        (tr("Off the wanted share (%)"), "balance_dev", "state"),
    ]  # fmt: skip
    colour = answer.zones.set_index("zone_id")["colour"]
    rows = []
    for n, row in enumerate(table.to_dict("records")):
        whole = n == len(table) - 1
        cells = []
        for _, name, kind in columns:
            value = row[name]
            bad = (name == "max_min" and value > limit) or (kind == "state" and _state(value) == "fail")
            cells.append((_cell(value, kind, whole), kind, bad))
        rows.append(
            {"name": tr("All") if whole else row["name"], "cells": cells, "all": whole,
             "colour": None if whole else zones_map.colour_of(colour[row["zone_id"]])}
        )  # fmt: skip
    return [tr("Zone"), *(title for title, *_ in columns)], rows


def _cell(value, kind: str, whole: bool) -> str:
    if value is None or value != value:
        return "" if kind == "text" else "-"
    if kind == "text":
        return str(value)
    if kind == "state":
        return f"{_signed(value, whole)} {MARKS[_state(value)]}"
    return f"{value:,.{ {'one': 1, 'two': 2, 'whole': 0}[kind] }f}"


def _signed(value: float, bare: bool = False) -> str:
    value = round(value, 1) + 0.0  # no -0.0
    return f"{value:.1f}" if bare or not value else f"{value:+.1f}"


def _unmet(answer, network: pd.DataFrame) -> list[dict]:
    """Each demand that could not be met, its sections by city with their length."""
    city = dict(zip(network["section"], network["city_code"]))
    metres = network["length_m"].groupby(network["section"]).sum()
    found = []
    for one in answer.infeasible:
        names = [name for name in one.features if name in metres.index]
        by_city: dict[str, list] = {}
        for name in names:
            by_city.setdefault(city[name], []).append(name)
        lines = []
        for code in sorted(by_city, key=str):
            own = by_city[code]
            shown = tr(", ").join(own[:NAMED])
            if len(own) > NAMED:
                shown = tr("{names} and {n} more", names=shown, n=f"{len(own) - NAMED:,}")
            lines.append(
                tr("{city}: {n} sections, {km} km: {names}", city=answer.names.get(code, code or "-"),
                   n=f"{len(own):,}", km=f"{metres[own].sum() / 1000:,.1f}", names=shown)
            )  # fmt: skip
        # Who stands in the lines need not stand in the sentence before them.
        text = one.text.replace(f": {some(one.features)}", "") if lines else one.text
        found.append({"text": text, "lines": lines})
    return found


def _map(answer, network: pd.DataFrame, areas, depots) -> str:
    of_section = answer.sections.set_index("section")[["colour", "maintained"]]
    roads = network[["section", "geom", *(["rc"] if "rc" in network else [])]].join(of_section, on="section")
    bases = []
    for row in answer.zones.to_dict("records"):
        own = depots.get(row["zone_id"]) or []
        bases += [(x, y, True) for x, y in own]
        if not own and np.isfinite(row["base_x"]):
            bases.append((row["base_x"], row["base_y"], False))
    there = set(network["city_code"].dropna().astype(str))
    named = [(answer.names.get(str(c), str(c)), shape) for c, shape in areas if str(c) in there]
    return zones_map.zone_map(answer.zones, roads, named, bases)


def _one(value: float) -> str:
    return f"{value:.1f}"
