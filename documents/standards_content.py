"""What the report about agreeing on standards says, page by page, as plain data for its template.

Call inside ``i18n.speaking(language)``. Source: unified model, section 4.2.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from ..analysis.standards import ALL, RESPONSES, Prices
from ..analysis.standards.agreement import Agreement, Curve
from ..analysis.standards.effects import by
from ..analysis.standards.words import measure_label
from ..i18n import language, tr
from . import standards_charts as charts
from . import standards_explained as explain
from . import standards_words as say

# Rows of a table on one page of the wall.
ROWS = {"ja": 13, "en": 9}  # English labels take two lines
KINDS = 15
MANY = 6  # cities: more of them get narrow columns


@dataclass(frozen=True)
class Setting:
    """What the numbers do not say themselves. ``names``: city code -> name; ``titles``: std_id -> {"ja", "en"};
    ``damages``: where the damages are from; ``prices``: the table and where it is from; ``without_standard``: DataFrame
    of ``Judgements.without_standard``."""

    names: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, dict] = field(default_factory=dict)
    damages: str = ""
    prices: Prices | None = None
    price_source: str = ""


def content(found: Agreement, setting: Setting) -> dict:
    names = {code: setting.names.get(code, code) for code in found.cities} | {"": tr("city unknown")}
    parts = {
        "before": say.side_label(found.before, names), "after": say.side_label(found.after, names),
        "before_full": say.side_full(found.before, names), "after_full": say.side_full(found.after, names),
        "invented": found.before.invented or found.after.invented,
        "example_prices": bool(setting.prices is not None and setting.prices.example),
        "matrix": _matrix(found, names, setting), "responses": say.response_legend(),
        "cities": [names[c] for c in found.cities], "many": len(found.cities) > MANY, "effects": None, "curves": [],
    }  # fmt: skip
    parts["uniform"] = _uniform(found)
    if found.effects is not None:
        parts["dated"] = found.effects.dated
        parts.update(_first(found, names, parts))
        parts["kinds"] = _kinds(found, names)
        parts["classes"] = _classes(found)
        parts["curves"] = [_curve(curve, names, setting, found.effects.dated) for curve in found.curves]
        parts["explained"] = explain.explained(found, names)
        parts["example_sum"] = explain.worked(found, names)
        parts["notes"] = explain.notes(found, setting, parts)
        parts["price_rows"] = explain.price_rows(found, setting)
        parts["effects"] = True
    else:
        parts["notes"] = []
        parts["lead"] = [tr("There are no damages: what agreeing would change cannot be reckoned.")]
    return parts


# -- the first page ---------------------------------------------------------------------------------------


def _first(found: Agreement, names: Mapping, parts: dict) -> dict:
    effects = found.effects
    places = None if effects.dated else 0
    rows = [r for r in effects.cities.to_dict("records") if r["city_code"] != ALL]
    marks = _marks(found)
    shown = [
        _city_row(row, names[row["city_code"]], marks.get(row["city_code"], (0, 0)), places) for row in rows
    ]
    whole = effects.cities.iloc[-1].to_dict()
    if len(rows) > 1:
        total = _city_row(whole, tr("all {n} cities", n=len(rows)), None, places)
        shown.append({**total, "total": True})
    tones = {
        tone: [r["name"] for r in shown if r["tone"] == tone and not r["total"]]
        for tone in ("more", "less", "same")
    }
    last = shown[-1]
    same = all(r["tone"] == "same" for r in shown) and not whole["moved"]
    period = tr("Repairs a year") if effects.dated else tr("Repairs in all records")
    if same:
        head = tr("Nothing changes: no damage is judged otherwise.")
    else:
        values = {"before": last["before_text"], "after": last["after_text"]}
        head = (
            tr("Repairs a year: {before} → {after}", **values)
            if effects.dated
            else tr("Repairs in all records: {before} → {after}", **values)
        )
    listed = {tone: say.joined(cities) for tone, cities in tones.items()}
    directions = [
        words
        for words, tone in (
            (tr("More work: {cities}", cities=listed["more"]), "more"),
            (tr("Less work: {cities}", cities=listed["less"]), "less"),
            (tr("As before: {cities}", cities=listed["same"]), "same"),
        )
        if tones[tone]
    ]
    urgent = []
    for row in rows:
        gap = row["emergencies_after_y"] - row["emergencies_before_y"]
        if say.rounded(abs(gap), places):
            urgent.append(f"{names[row['city_code']]} {say.signed(gap, places)}")
    money = tr("yen a year") if effects.dated else tr("yen, all records")
    money += " " + tr("(example)") if parts["example_prices"] else ""
    nj = sum(whole[f"{k}_y"] for k in ("nj_both", "nj_before", "nj_after"))
    return {
        "head": head,
        "head_change": "" if same else f"{last['change']} ({last['share']})",
        "directions": [] if same or len(rows) < 2 else directions,
        "urgent": say.joined(urgent),
        "nj": say.number(nj, places),
        "has_nj": nj > 0,
        "has_marks": any(r["marks"] for r in shown),
        "chart": charts.cities_chart(shown, (period, tr("change"), money)),
        "rows": shown,
    }


def _city_row(row: dict, name: str, marks: tuple[int, int] | None, places: int | None) -> dict:
    before, after = row["repairs_before_y"], row["repairs_after_y"]
    if places is None:  # one precision for a line, or its difference would look more exact than it is
        places = 0 if max(before, after) >= 1000 else 1
    gap = say.rounded(after, places) - say.rounded(before, places)
    paid = say.yen_rounded(row["yen_after_y"]) - say.yen_rounded(row["yen_before_y"])
    tone = "same" if not say.rounded(gap, places) else "more" if gap > 0 else "less"
    words = {
        "more": tr("{n} more", n=say.number(gap, places)),
        "less": tr("{n} fewer", n=say.number(abs(gap), places)),
        "same": tr("as before"),
    }[tone]
    signs = ""
    if marks is not None and any(marks):
        signs = tr("now ▲{n} ▼{m}", n=marks[0], m=marks[1])
    return {
        "name": name, "marks": signs, "before": before, "after": after,
        "before_text": say.number(before, places), "after_text": say.number(after, places),
        "change": words, "signed": say.signed(gap, places), "share": say.percent(before, after), "tone": tone,
        "yen": say.yen(paid, sign=True),
        "yen_share": f"{say.yen(row['yen_before_y'])} → {say.yen(row['yen_after_y'])}", "total": False,
    }  # fmt: skip


def _marks(found: Agreement) -> dict[str, tuple[int, int]]:
    """city -> (cells in which it is stricter now than agreed, looser now)."""
    counts = {}
    for city, rows in found.cells.groupby("city_code"):
        counts[city] = (int((rows["direction"] == 1).sum()), int((rows["direction"] == -1).sum()))
    return counts


# -- what moves -------------------------------------------------------------------------------------------


def _kinds(found: Agreement, names: Mapping) -> list[list[dict]]:
    """Kinds of damage of which the work changes, most first, in pages."""
    places = None if found.effects.dated else 0
    whole = by(found.effects.groups, "ft", "dt")
    whole["most"] = whole["newly_y"] + whole["released_y"]
    whole["urgent"] = whole["emergencies_after_y"] - whole["emergencies_before_y"]
    whole = whole[(whole["most"] > 0) | (whole["urgent"] != 0)].sort_values(
        ["most", "moved"], ascending=False, kind="stable"
    )
    each = by(found.effects.groups, "ft", "dt", "city_code").set_index(["ft", "dt", "city_code"])
    most = float(max(whole["newly_y"].max(), whole["released_y"].max())) if len(whole) else 0.0
    codes = [c for c in found.effects.cities["city_code"] if c != ALL]
    rows = []
    for row in whole.to_dict("records"):
        cells = []
        for code in codes:
            key = (row["ft"], row["dt"], code)
            net = each.at[key, "newly_y"] - each.at[key, "released_y"] if key in each.index else 0.0
            cells.append(say.signed(net, places) if say.rounded(net, places) else "")
        urgent = row["urgent"]
        rows.append(
            {
                "label": say.kind_label(row["ft"], row["dt"]), "cells": cells,
                "newly": say.number(row["newly_y"], places) if row["newly"] else "",
                "released": say.number(row["released_y"], places) if row["released"] else "",
                "net": say.signed(row["newly_y"] - row["released_y"], places), "moved": row["moved"],
                "urgent": say.signed(urgent, places) if say.rounded(urgent, places) else "",
                "bar": charts.balance_bar(row["newly_y"], row["released_y"], most),
            }
        )  # fmt: skip
    return [rows[n : n + KINDS] for n in range(0, len(rows), KINDS)]


def _classes(found: Agreement) -> list[dict]:
    places = None if found.effects.dated else 0
    rows = []
    for row in by(found.effects.groups, "road").to_dict("records"):
        gap = row["newly_y"] - row["released_y"]
        label = {"C1": tr("class 1 and emergency roads"), "C2": tr("class 2"), "C3": tr("other")}[row["road"]]
        rows.append(
            {
                "label": label, "before": say.number(row["repairs_before_y"], places),
                "after": say.number(row["repairs_after_y"], places), "gap": say.signed(gap, places),
                "share": say.percent(row["repairs_before_y"], row["repairs_after_y"]),
            }
        )  # fmt: skip
    return rows


# -- the matrix -------------------------------------------------------------------------------------------


def _uniform(found: Agreement) -> bool:
    """Whether the agreed standard is the same for all: then it is one column."""
    if found.after.kind != "own":
        return True
    columns = [pair[1].cells for pair in found.states.values()]
    return all(columns[0].equals(other) for other in columns[1:]) if columns else True


def _matrix(found: Agreement, names: Mapping, setting: Setting) -> list[list[dict]]:
    """Standards × cities, in pages; the lines of one standard stay together where a page can hold them."""
    table = {(r["std_id"], r["cell"], r["city_code"]): r for r in found.cells.to_dict("records")}
    order = {name: n for n, name in enumerate(("ft", "dt", "measure", "unit", "op", "watch", "repair", "repair_c1",
                                               "emerg", *RESPONSES))}  # fmt: skip
    keys = sorted({(std, cell) for std, cell, _ in table}, key=lambda k: (k[0], order[k[1]]))
    uniform = _uniform(found)
    blocks: list[list[dict]] = []
    for std_id, cell in keys:
        row = _line(found, table, std_id, cell, uniform, setting)
        if blocks and blocks[-1][0]["std_id"] == std_id:
            blocks[-1].append(row)
        else:
            blocks.append([row])
    pages: list[list[dict]] = []
    most = ROWS[language()]
    for block in blocks:
        for start in range(0, len(block), most):
            part = block[start : start + most]
            part[0]["span"] = len(part)
            if not pages or len(pages[-1]) + len(part) > most:
                pages.append([])
            pages[-1] += part
    return pages


def _line(found: Agreement, table: dict, std_id: str, cell: str, uniform: bool, setting: Setting) -> dict:
    cells, then, row = [], "–", None
    short = len(found.cities) > MANY  # codes of responses alone; the legend has the words
    for city in found.cities:
        now_all, then_all = (state.cells for state in found.states[city])
        source = then_all if std_id in then_all.index else now_all
        row = source.loc[std_id] if std_id in source.index and row is None else row
        now = now_all.at[std_id, cell] if std_id in now_all.index else None
        agreed = then_all.at[std_id, cell] if std_id in then_all.index else None
        entry = table.get((std_id, cell, city))
        direction = entry["direction"] if entry else None
        text = _value(cell, now, now_all, std_id)
        then = _value(cell, agreed, then_all, std_id)
        cells.append(
            {
                "text": text.split()[0]
                if short and cell in RESPONSES
                else text
                if uniform or entry is None
                else f"{text} → {then}",
                "cls": {1: "up", -1: "down", 0: "other"}.get(direction, "same"),
                "mark": {1: "▲", -1: "▼", 0: "◆"}.get(direction, ""),
            }
        )
    unit = "" if cell in RESPONSES or row is None else say.unit_of(row["measure"])
    bound = "" if cell in RESPONSES or row is None or not row["op"] else say.comparison(row["op"])
    return {
        "std_id": std_id, "title": say.title_of(setting.titles, std_id, row), "cell": say.cell_label(cell),
        "unit": f"{unit} {bound}".strip() if language() == "en" else f"{unit}{bound}", "cells": cells, "agreed": then,
        "span": 0, "resp": cell in RESPONSES,
    }  # fmt: skip


def _value(cell: str, value, cells, std_id: str) -> str:
    if cell == "repair_c1" and (value is None or value != value):
        return tr("(as in general)") if std_id in cells.index else "–"
    return say.cell_value(cell, value)


# -- sweeps -----------------------------------------------------------------------------------------------


def _curve(curve: Curve, names: Mapping, setting: Setting, dated: bool) -> dict:
    table = curve.table
    lines = []
    size = say.unit_of(curve.measure)
    for code in [c for c in table["city_code"].unique() if c != ALL]:
        own = table[table["city_code"] == code].sort_values("value")
        xs, ys = own["value"].to_numpy(float), own["repairs_y"].to_numpy(float)
        now = curve.now.get(code)
        undecided = (own["NJ_y"] - own["NJ_y"].min()).to_numpy(float)
        inside = now is not None and xs[0] <= now <= xs[-1]
        lines.append(
            {
                "name": names.get(code, code), "points": list(zip(xs.tolist(), ys.tolist())),
                "upper": list(zip(xs.tolist(), (ys + undecided).tolist())),
                "now": (now, float(np.interp(now, xs, ys))) if inside else None,
                "label": tr("now {value}", value=f"{now:g} {size}".strip()) if now is not None else "",
            }
        )  # fmt: skip
    whole = table[table["city_code"] == ALL].sort_values("value")
    heading = say.title_of(setting.titles, curve.std_id, None)
    x_title = tr("{cell}: {measure}", cell=say.cell_label(curve.cell), measure=measure_label(curve.measure))
    x_title += f" ({size})" if size else ""
    strict_left = curve.op != "<="
    class1 = curve.cell == "repair"
    return {
        "title": heading, "std_id": curve.std_id, "cell": say.cell_label(curve.cell), "x_title": x_title,
        "chart": charts.curve_chart(lines, list(curve.then.values()), x_title, _per(dated), strict_left),
        "values": [f"{v:g}" for v in whole["value"]], "repairs": [say.number(v) for v in whole["repairs_y"]],
        "yen": [say.yen(v) for v in whole["yen_y"]],
        "open": [say.signed(v) if v else "0" for v in whole["NJ_y"] - whole["NJ_y"].min()],
        "agreed": sorted({f"{v:g}" for v in curve.then.values()}), "empty": not lines, "class1": class1,
    }  # fmt: skip


def _per(dated: bool) -> str:
    return tr("Repairs of this kind a year") if dated else tr("Repairs of this kind in all records")


def invented() -> str:
    return tr("The cities' own standards are invented examples, not their practice.")
