"""How the numbers of the report about agreeing on standards were reckoned, and what they assume.

Call inside ``i18n.speaking(language)``; ``setting`` is ``standards_content.Setting``.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..analysis.standards import ALL
from ..analysis.standards.agreement import Agreement
from ..analysis.standards.effects import by
from ..analysis.standards.words import code_label
from ..i18n import language, tr
from ..layers.standards.prices import QUANTITIES
from . import standards_words as say


def explained(found: Agreement, names: Mapping) -> list[tuple[str, list[str]]]:
    """Every number behind the first page: (what it is, one text a city and the total)."""
    rows = found.effects.cities.to_dict("records")
    periods = found.effects.periods

    def line(label, pick):
        return (label, [pick(row) for row in rows])

    def period(row):
        own = periods.get(row["city_code"])
        if own is None or own.first is None:
            return "–"
        return f"{own.first} – {own.last}"

    def pair(name, words):
        return lambda row: f"{words(row[f'{name}_before'])} → {words(row[f'{name}_after'])}"

    def count(name):
        return lambda row: f"{int(row[name]):,}"

    def years(row):
        return "–" if row["years"] != row["years"] or not found.effects.dated else f"{row['years']:.2f}"

    lines = [
        line(tr("Damages of the city's roads in the records"), count("n")),
        line(tr("… of these judged under both standards"), count("both")),
        line(tr("Period of the damages"), period),
        line(tr("Years (first to last day; at least 1)"), years),
        line(tr("Repairs now (L2 and L3)"), count("repairs_before")),
        line(tr("+ newly to be repaired"), count("newly")),
        line(tr("− no longer to be repaired"), count("released")),
        line(tr("= repairs if agreed"), count("repairs_after")),
        line(tr("Emergencies (L3) now → agreed"), pair("emergencies", "{:,}".format)),
        line(tr("Yen in the records now → agreed"), pair("yen", say.yen)),
        line(tr("Repairs without a price (not in the yen)"), count("unpriced")),
        line(tr("Repairs with an assumed quantity"), count("assumed")),
        line(tr("Cannot be judged (NJ): both / only now / only agreed"),
             lambda r: f"{r['nj_both']:,} / {r['nj_before']:,} / {r['nj_after']:,}"),
        line(tr("Other administrators' roads (not counted)"), count("transfer")),
        line(tr("Without a date / dated in the future"), lambda r: f"{r['undated']:,} / {r['future']:,}"),
    ]  # fmt: skip
    return lines


def worked(found: Agreement, names: Mapping) -> str:
    """One city's number reckoned before the reader's eyes."""
    own = found.effects.cities[found.effects.cities["city_code"] != ALL]
    if not len(own) or not found.effects.dated:
        return ""
    row = own.sort_values("moved", ascending=False, kind="stable").iloc[0]
    return tr(
        "Example {city}: {before} + {newly} − {released} = {after} repairs; {after} ÷ {years} years = {yearly} a year.",
        city=names.get(row["city_code"], row["city_code"]), before=f"{row['repairs_before']:,}",
        newly=f"{row['newly']:,}", released=f"{row['released']:,}", after=f"{row['repairs_after']:,}",
        years=f"{row['years']:.2f}", yearly=say.number(row["repairs_after_y"]),
    )  # fmt: skip


def notes(found: Agreement, setting, parts: dict) -> list[str]:
    whole = found.effects.cities.iloc[-1]
    said = [
        tr("The past damages are judged a second time; it is assumed that as many come up in future. Nobody can know"
           " that."),
        tr("A repair is a damage judged L2 (repair) or L3 (emergency). Counted are damages that both standards can"
           " judge."),
        tr("Cannot be judged: {n} damages ({both} under both, {one} under one of the two). A measure is missing, or"
           " there is no standard. They stand in no number of repairs and are no savings: somebody must measure first.",
           n=f"{whole['nj_both'] + whole['nj_before'] + whole['nj_after']:,}", both=f"{whole['nj_both']:,}",
           one=f"{whole['nj_before'] + whole['nj_after']:,}"),
    ]  # fmt: skip
    if not found.effects.dated:
        said.append(tr("No damage has a date: the numbers are those of all records, not of a year."))
    elif not all(p.own for p in found.effects.periods.values()):
        said.append(
            tr(
                "Where a city's damages have no date, or years were given by hand, the same period counts for all."
            )
        )
    if whole["undated"] or whole["future"]:
        said.append(tr("{n} damages without a date and {m} dated in the future are counted, but do not stretch the"
                        " period.", n=f"{whole['undated']:,}", m=f"{whole['future']:,}"))  # fmt: skip
    if whole["unpriced"]:
        said.append(
            tr(
                "{n} repairs have no price in the table: the yen are too low by them.",
                n=f"{whole['unpriced']:,}",
            )
        )
    said.append(tr("Unit prices: {table}.", table=setting.price_source or "–"))
    if whole["assumed"]:
        said.append(
            tr(
                "{n} repairs have no recorded size; the table's assumed quantity counts.",
                n=f"{whole['assumed']:,}",
            )
        )
    said.append(
        tr(
            "Not in the numbers: deadlines. Faster or slower responses change when work is done, not how much."
        )
    )
    routes = {*found.before.standards.keys("route"), *found.after.standards.keys("route")}
    if routes:
        said.append(
            tr(
                "{n} roads have standards of their own: they count, but stand in no table of cities.",
                n=len(routes),
            )
        )
    if parts["curves"]:
        said.append(
            tr("Curves: this one value is set for all cities, all other values stay as they are now.")
        )
    return said


def price_rows(found: Agreement, setting) -> list[dict]:
    """Prices of the kinds of damage of which work changes."""
    if setting.prices is None or found.effects is None:
        return []
    groups = by(found.effects.groups, "ft", "dt")
    kinds = {(r["ft"], r["dt"]) for r in groups.to_dict("records") if r["newly"] or r["released"]}
    rows = []
    for row in setting.prices.rows.to_dict("records"):
        if (row["ft"], row["dt"]) in kinds:
            rows.append(
                {
                    "label": say.kind_label(row["ft"], row["dt"]), "work": code_label("WK", row["wk"]),
                    "by": QUANTITIES[row["quantity"]][0 if language() == "ja" else 1], "unit": row["unit"],
                    "assumed": f"{row['assumed']:g}",
                    "yen": f"{row['yen']:,.0f}", "call_out": f"{row['call_out']:,.0f}",
                }
            )  # fmt: skip
    return rows
