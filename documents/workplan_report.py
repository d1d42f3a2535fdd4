"""The plan of work as a page to print and as a workbook: joint against separate, month by month, what misses and why.

Damage numbers, routes and places of damages; nothing of petitioners.
"""

from __future__ import annotations

from pathlib import Path

import jinja2
import numpy as np
import openpyxl
import pandas as pd
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from .. import i18n
from ..analysis.workplan import HOURS, Comparison, Plan
from ..analysis.workplan.planning import LATE, MET, MISSED
from ..i18n import tr
from . import workplan_words as say
from .coverage_report import safe
from .import_report import TEMPLATES, _today
from .workplan_words import ALL, Setting

LISTED = 300  # missed deadlines on the page; the workbook has all
_DAY = "datetime64[D]"


def content(both: Comparison, jobs: pd.DataFrame, setting: Setting) -> dict:
    """What both forms show, in the language that is spoken."""
    plan = both.pooled if setting.shown_pooled else both.separate
    unit, gain = plan.capacity.unit, both.gain
    whole = gain.loc[ALL]
    return {
        "title": tr("Plan of work: joint against each city by itself"),
        "head": _headline(whole),
        "second": _second(both),
        "warnings": _warnings(jobs, setting),
        "facts": _facts(both, plan, jobs, setting),
        "cities_head": [tr("City"), tr("Repairs"), tr("Amount of work"), tr("Can be done in the plan"),
                        tr("Deadlines in the plan"),
                        tr("Kept, each by itself"), tr("Kept, joint"), tr("Gain"), tr("Done, each by itself"),
                        tr("Done, joint"), tr("Mean days late, each by itself"), tr("Mean days late, joint")],
        "cities": _cities(both, setting),
        "bars": _bars(both, setting),
        "plans_head": [tr("Plan"), tr("Deadlines kept"), tr("Done late"), tr("Missed, not done"), tr("Repairs done"),
                       tr("Mean days late"), tr("Weight of kept deadlines"), tr("No plan exceeds"), tr("Gap")],
        "plans": [_summary(tr("Each city by itself"), both.separate), _summary(tr("All together"), both.pooled)],
        "months": [
            _months(tr("Month by month: all together"), both.pooled, setting),
            _months(tr("Month by month: each city by itself"), both.separate, setting),
        ],
        "lost_head": [tr("Rank"), tr("Damage no."), tr("City"), tr("Route"), tr("Place"), tr("Facility and damage"),
                      tr("Due"), tr("State"), tr("Done on"), tr("Why"), tr("In the other plan")],
        "lost": _lost(both, plan, jobs, setting),
        "notes": _notes(plan, setting),
        "unit": tr("hours") if unit == HOURS else tr("yen"),
    }  # fmt: skip


def write_html(found: dict, path: str | Path, language: str = "ja") -> str:
    """Write the page to ``path``; returns it."""
    with i18n.speaking(language):
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True
        )
        words = {
            "nothing": tr("There is nothing to plan."),
            "by_city": tr("City by city"),
            "both_plans": tr("The two plans"),
            "lost": tr("Deadlines that are not kept, by rank"),
            "none_lost": tr("Every deadline is kept."),
            "more": tr("{n} more stand in the workbook.", n=f"{max(len(found['lost']) - LISTED, 0):,}"),
            "notes": tr("How to read it"),
            "key": [(state, say.MARKS[state], say.state_label(state)) for state in (MET, LATE, MISSED)],
            "month_cell": tr("repairs done (their work / what the city itself can do)"),
            "separate": tr("Each city by itself"),
            "pooled": tr("All together"),
            "made": tr("Made on"),
            "today": _today(language),
        }
        page = environment.get_template("workplan_report.html").render(
            lang=language,
            t=words,
            limit=LISTED,
            **{k: v for k, v in found.items() if k != "lost"},
            rows=found["lost"],
        )
    return _saved(path, lambda target: target.write_text(page, encoding="utf-8"))


def write_xlsx(found: dict, both: Comparison, jobs: pd.DataFrame, setting: Setting, path: str | Path,
               language: str = "ja") -> str:  # fmt: skip
    """All numbers of the page, every repair with both plans, and what the plan rests on. Values only."""
    with i18n.speaking(language):
        book = openpyxl.Workbook()
        book.remove(book.active)
        _sheet(book, tr("Cities"), found["cities_head"], found["cities"])
        _sheet(book, tr("Plans"), found["plans_head"], found["plans"])
        for name, plan in ((tr("Months, joint"), both.pooled), (tr("Months, each by itself"), both.separate)):
            table = say.month_table(plan, setting)
            lines = [[row[0], setting.city(row[1]), *row[2:]] for row in table.itertuples(index=False)]
            head = [
                tr("Month"),
                tr("City"),
                tr("Can be done"),
                tr("Repairs"),
                tr("Amount of work"),
                tr("Kept"),
                tr("Late"),
            ]
            _sheet(book, name, head, lines)
        _sheet(book, tr("Repairs"), *_repairs(both, jobs, setting))
        _sheet(book, tr("Deadlines not kept"), found["lost_head"], found["lost"])
        lines = [*map(list, found["facts"]), *([text, ""] for text in (*found["warnings"], *found["notes"]))]
        _sheet(book, tr("What it rests on"), [tr("Item"), tr("Content")], lines, (60, 80))
    return _saved(path, book.save)


def _headline(whole) -> str:
    values = {"a": f"{whole['separate']:,}", "b": f"{whole['pooled']:,}", "all": f"{whole['deadlines']:,}"}
    if not whole["deadlines"]:
        return tr("No repair has a deadline within the plan.")
    if whole["gain"] > 0:
        return tr(
            "Joint work keeps {n} deadlines more: {b} instead of {a} of {all}.",
            n=f"{whole['gain']:,}",
            **values,
        )
    if whole["gain"] < 0:
        return tr("Joint work keeps {n} deadlines fewer: {b} instead of {a} of {all}.", n=f"{-whole['gain']:,}",
                  **values)  # fmt: skip
    return tr("Joint work keeps as many deadlines as each city by itself: {a} of {all}.", **values)


def _second(both: Comparison) -> str:
    """What the count of deadlines does not show: those that had passed before, and how long all of them wait."""
    overdue = int(both.pooled.frame["overdue"].sum())
    late = [say.mean_late(plan) for plan in (both.pooled, both.separate)]
    done = [int(plan.totals().loc[ALL, "done"]) for plan in (both.pooled, both.separate)]
    values = {"b": f"{done[0]:,}", "a": f"{done[1]:,}", "d": f"{late[0]:,.1f}", "c": f"{late[1]:,.1f}"}
    if not overdue:
        return tr("Repairs done: {b} instead of {a}. Mean delay: {d} days instead of {c}.", **values)
    return tr("{n} deadlines had passed before the plan begins. Repairs done: {b} instead of {a}. Mean delay: {d} days"
              " instead of {c}.", n=f"{overdue:,}", **values)  # fmt: skip


def _warnings(jobs: pd.DataFrame, setting: Setting) -> list[str]:
    found = []
    if setting.example:
        found.append(
            tr("The amounts of work are those of an example table, invented: replace them before you decide.")
        )
    if setting.share is not None:
        found.append(
            tr("What can be done is an assumption: enough for {share} % of each city's listed work, spread evenly over"
               " the months. Nobody has said what the crews can do.", share=f"{setting.share:g}")
        )  # fmt: skip
    quantity = int((jobs["quantity_assumed"] & ~jobs["assumed"]).sum())
    if quantity:
        found.append(tr("{n} of {all} repairs have no measured quantity: that of the table is assumed.",
                        n=f"{quantity:,}", all=f"{len(jobs):,}"))  # fmt: skip
    if jobs["assumed"].any():
        found.append(tr("{n} of {all} repairs stand in no table: what is typical of their kind, or of all, is assumed.",
                        n=f"{int(jobs['assumed'].sum()):,}", all=f"{len(jobs):,}"))  # fmt: skip
    return found


def _facts(both: Comparison, plan: Plan, jobs: pd.DataFrame, setting: Setting) -> list[tuple[str, str]]:
    days, unit = plan.capacity.days, plan.capacity.unit
    overdue, anew = int(say.overdue(plan, jobs).sum()), bool(jobs["renewed"].any())
    left = ", ".join(f"{why} {n:,}" for why, n in setting.counts.items() if n)
    weights = ", ".join(f"{band} {weight}" for band, weight in setting.weights.items())
    return [
        (tr("From, to"), tr("{first} to {last}", first=days[0], last=days[-1])),
        (tr("Planned repairs"), f"{len(jobs):,}"),
        (tr("Their work"), say.amount_text(float(jobs["work"].sum()), unit)),
        (tr("Can be done in the plan"), say.amount_text(float(plan.capacity.pooled()[-1]) / 100, unit)),
        (
            tr("Overdue before the plan begins"),
            tr("{n} (their deadlines count anew)", n=f"{overdue:,}") if anew else f"{overdue:,}",
        ),
        (tr("Not planned"), left or "0"),
        (tr("Amounts of work from"), setting.work_source),
        (tr("Weights of deadlines by band"), weights),
        (
            tr("The result layer has"),
            tr("the joint plan") if setting.shown_pooled else tr("the plan of each city"),
        ),
    ]


def _cities(both: Comparison, setting: Setting) -> list[list]:
    separate, gain = both.separate.totals(), both.gain
    capacity = both.separate.capacity
    rows = []
    for code in [*(c for c in gain.index if c != ALL), ALL]:
        there = capacity.pooled() if code == ALL else capacity.cumulative.get(code, np.zeros(1))
        own, row = separate.loc[code], gain.loc[code]
        rows.append([tr("All") if code == ALL else setting.city(code), int(own["jobs"]),
                     say.amount_text(float(own["work"]), capacity.unit),
                     say.amount_text(float(there[-1]) / 100, capacity.unit), int(row["deadlines"]),
                     int(row["separate"]), int(row["pooled"]), int(row["gain"]), int(row["done_separate"]),
                     int(row["done_pooled"]),
                     *(say.mean_late(plan, code) for plan in (both.separate, both.pooled))])  # fmt: skip
    return rows


def _bars(both: Comparison, setting: Setting) -> list[tuple]:
    """(city, [(plan, [(state, number, % of the longest)])]): what becomes of each deadline."""
    tables = {"separate": both.separate.totals(), "pooled": both.pooled.totals()}
    codes = [code for code in both.gain.index if code != ALL]
    most = max((tables["separate"].loc[c, [MET, LATE, MISSED]].sum() for c in codes), default=0)
    if not most:
        return []
    return [
        (
            setting.city(code),
            [
                (name, [(s, int(n), 100 * float(n) / most) for s, n in table.loc[code, [MET, LATE, MISSED]].items()])
                for name, table in tables.items()
            ],
        )
        for code in codes
    ]  # fmt: skip


def _summary(name: str, plan: Plan) -> list:
    whole = plan.totals().loc[ALL]
    gap = tr("none (best possible)") if plan.exact else tr("at most {n} %", n=f"{100 * plan.gap:.2f}")
    return [name, int(whole["met"]), int(whole["late"]), int(whole["missed"]), int(whole["done"]),
            say.mean_late(plan), plan.value, plan.bound, gap]  # fmt: skip


def _months(title: str, plan: Plan, setting: Setting) -> dict:
    table = say.month_table(plan, setting)
    codes = list(dict.fromkeys(table["city_code"]))
    unit, rows = plan.capacity.unit, []
    for month, part in table.groupby("month", sort=True):
        cells = [_cell(row, unit) for row in part.to_dict("records")]
        sums = part[["jobs", "work", "capacity", "met", "late"]].sum().to_dict()
        rows.append((month, [*cells, _cell(sums, unit)]))
    return {"title": title, "cities": [*map(setting.city, codes), tr("All")], "rows": rows}


def _cell(row: dict, unit: str) -> tuple[str, str, bool]:
    """(repairs, "work / capacity", whether nothing is done)."""
    digits = 1 if unit == HOURS else 0
    work, there = (f"{row[name]:,.{digits}f}" for name in ("work", "capacity"))
    return f"{int(row['jobs']):,}", f"{work} / {there}", not row["jobs"]


def _lost(both: Comparison, plan: Plan, jobs: pd.DataFrame, setting: Setting) -> list[list]:
    other = both.separate if plan is both.pooled else both.pooled
    why = say.causes(plan, jobs)
    due, done, elsewhere = (
        f.to_numpy(_DAY) for f in (plan.frame["due"], plan.frame["done_on"], other.frame["done_on"])
    )
    rows = []
    for n, row in enumerate(plan.frame.to_dict("records")):
        if row["state"] not in (LATE, MISSED):
            continue
        seen = tr("not done") if np.isnat(elsewhere[n]) else str(elsewhere[n])
        kept = other.frame["state"].iat[n] == MET
        rows.append([int(row["rank"]), setting.number[n] or row["uuid"] or "", setting.city(row["city_code"]),
                     setting.route[n] or "", setting.place[n] or "", setting.kind[n], str(due[n]),
                     f"{say.MARKS[row['state']]} {say.state_label(row['state'])}",
                     "" if np.isnat(done[n]) else str(done[n]), say.cause_label(why[n]),
                     f"{seen} ({tr('kept')})" if kept else seen])  # fmt: skip
    return rows


def _notes(plan: Plan, setting: Setting) -> list[str]:
    found = [
        tr("What is always on top of the list is done first, by rank. Then as many deadlines as possible are kept,"
           " counted by the weights of their bands. Else the rank decides."),
        tr("The weight is that of deadlines beside what is always on top. “No plan exceeds” is a proven bound for it:"
           " where the plan reaches it, no other plan is better. In the joint plan what is on top in any city comes"
           " first, so that the bound may be lower than for each city by itself."),
        tr("Each city by itself: its crews, its damages. All together: the same amounts, one list; who goes where is"
           " not planned, nor is the way between the cities."),
        tr("A repair counts in the month in which it ends."),
        tr("A deadline that had passed before the plan begins cannot be kept; it counts as done late or missed, and not"
           " among the deadlines in the plan."),
    ]  # fmt: skip
    if plan.capacity.unit == HOURS:
        found.append(
            tr(
                "Hours are spread evenly over the office days of a month; those before the first day are gone."
            )
        )
    else:
        found.append(tr("Money is there from the first day of its month, and what is not spent stays."))
    return found


def _repairs(both: Comparison, jobs: pd.DataFrame, setting: Setting) -> tuple[list, list]:
    head = [tr("Rank"), tr("Damage no."), tr("City"), tr("Route"), tr("Place"), tr("Facility and damage"), tr("Band"),
            tr("Due"), tr("Amount of work"), tr("Assumed"), tr("Done on, joint"), tr("State, joint"),
            tr("Done on, by itself"), tr("State, by itself")]  # fmt: skip
    lines = []
    dates = [p.frame["done_on"].to_numpy(_DAY) for p in (both.pooled, both.separate)]
    due = both.pooled.frame["due"].to_numpy(_DAY)
    for n, job in enumerate(jobs.to_dict("records")):
        states = [p.frame["state"].iat[n] for p in (both.pooled, both.separate)]
        cells = []
        for days, state in zip(dates, states):
            cells += [
                "" if np.isnat(days[n]) else str(days[n]),
                f"{say.MARKS[state]} {say.state_label(state)}",
            ]
        lines.append([int(job["rank"]), setting.number[n] or job["uuid"] or "", setting.city(job["city_code"]),
                      setting.route[n] or "", setting.place[n] or "", setting.kind[n], job["band"],
                      "" if np.isnat(due[n]) else str(due[n]), float(job["work"]),
                      tr("yes") if job["assumed"] or job["quantity_assumed"] else "", *cells])  # fmt: skip
    return head, lines


def _sheet(book, title: str, head: list, lines: list[list], widths=()):
    sheet = book.create_sheet("".join("_" if c in r"[]:*?/\\" else c for c in title)[:31])
    for n, line in enumerate([head, *lines], 1):
        for k, value in enumerate(line, 1):
            cell = sheet.cell(n, k, safe(value) if isinstance(value, str) else value)
            if isinstance(value, str):
                cell.data_type = "s"
            elif isinstance(value, float):
                cell.number_format = "#,##0.00"
            cell.alignment = Alignment(vertical="top", wrap_text=True)
    for cell in sheet[1]:
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="E8EDF3")
    for k in range(1, len(head) + 1):
        sheet.column_dimensions[get_column_letter(k)].width = widths[k - 1] if widths else 18
    sheet.freeze_panes, sheet.print_title_rows = "A2", "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 8  # A3
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    return sheet


def _saved(path: str | Path, save) -> str:
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    save(path)
    return str(path)
