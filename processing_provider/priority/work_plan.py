"""``gunmane:workplan``: ranked damages and what crews can do in a month -> done when, by whom, and what misses."""

from __future__ import annotations

from qgis.core import QgsProcessingException, QgsWkbTypes

from ... import i18n
from ...i18n import language, tr
from ...layers.errors import GunmaneError
from ..base import ICONS, GunmaneAlgorithm
from ..frames import cells, fields_of, missing_column, without, write_beside, write_rows
from ..plan_runs import Keeping
from ..standards.common import calendars_of, city_names, name_fields
from ..zones.files import written
from .prioritize import GROUP_ID
from .work_plan_parameters import (
    ADDED,
    LEVELS,
    TABLE,
    UNITS,
    WORK,
    declare_inputs,
    declare_results,
    table_titles,
    titles,
)

KIND = "作業計画"  # of plan runs: schema/codes.toml, PLANKIND


class WorkPlan(GunmaneAlgorithm):
    ID = "workplan"
    ICON = "icons/work-plan.svg"
    NEEDS = ("numpy", "pandas", "scipy", "jpholiday", "jinja2", "openpyxl")
    GROUP_ID = GROUP_ID

    def title(self):
        return tr("Plan the repairs: joint and each city by itself")

    def group_title(self):
        return tr("3 Priority: one list")

    def keywords(self):
        return ["作業計画", "年間計画", "工程", "班", "人時", "予算", "期限", "共同", "広域連携", "work plan",
                "schedule", "capacity", "budget", "crew"]  # fmt: skip

    def declare(self):
        declare_inputs(self)
        declare_results(self)

    # -- work ----------------------------------------------------------------------------------------------

    def work(self, parameters, context, feedback):
        from ...analysis.workplan import PlanError

        with i18n.speaking(self.chosen_language(parameters, context)):
            try:
                return self._plan(parameters, context, feedback)
            except PlanError as error:
                raise GunmaneError(str(error)) from error

    def _plan(self, parameters, context, feedback) -> dict:
        from ...analysis import workplan as wp
        from .work_plan_inputs import Cities, ranked_list, renew, work_of

        source = self.parameterAsSource(parameters, "INPUT", context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, "INPUT"))
        keeping = Keeping(self, parameters, context)
        if keeping and source.fields().indexOf("uuid") < 0:
            raise QgsProcessingException(missing_column("uuid"))
        unit = UNITS[self.parameterAsEnum(parameters, "UNIT", context)]
        levels = [LEVELS[n] for n in self.parameterAsEnums(parameters, "LEVELS", context)]
        field = self.parameterAsString(parameters, "WORK_FIELD", context) or None
        if field and source.fields().indexOf(field) < 0:
            raise QgsProcessingException(missing_column(field))
        listed = ranked_list(source, field, feedback)
        if feedback.isCanceled():
            return {}
        feedback.setProgress(15)
        table, table_source = self._table(unit, parameters, context)
        work = work_of(listed, unit, levels, field, table, table_source)
        cities = Cities(self._city_names(keeping), set(work.jobs["city_code"]))
        start, months = self._span(listed, parameters, context, feedback)
        amounts, share = self._amounts(work.jobs, cities, months, unit, parameters, context, feedback)
        feedback.setProgress(20)
        if feedback.isCanceled():
            return {}
        calendar, offices = calendars_of(keeping.path)
        anew = self.parameterAsBool(parameters, "RENEW", context)
        if anew:
            work.jobs = renew(work.jobs, listed, start, calendar)
        weights = {band: self.parameterAsInt(parameters, f"WEIGHT_{band}", context) for band in "ABC"}
        capacity = wp.Capacity.of(amounts, start, months=len(months), unit=unit, calendar=calendar)
        exact = self.parameterAsInt(parameters, "EXACT_UP_TO", context)
        limit = self.parameterAsDouble(parameters, "TIME_LIMIT", context)
        both = wp.compare(work.jobs, capacity, weights=weights, exact_up_to=exact, time_limit_s=limit)
        feedback.setProgress(60)
        if feedback.isCanceled():
            return {}
        setting = self._setting(listed, work, cities, amounts, months, weights, share, parameters, context)
        results = self._write(
            source, len(listed.frame), both, work, setting, unit, parameters, context, feedback
        )
        results |= self._write_table(both, setting, parameters, context, feedback)
        if feedback.isCanceled():
            return results
        results |= self._write_files(both, work, setting, table, unit, parameters, context)
        self._tell(both, work, setting, feedback)
        if keeping:
            rules = {"unit": unit, "start": str(start), "amounts": amounts, "share": share, "weights": weights,
                     "levels": levels, "renew": anew, "pooled": setting.shown_pooled, "exact_up_to": exact,
                     "time_limit": limit, "work_field": field, "work_source": work.source, "offices": offices,
                     "language": language()}  # fmt: skip
            results["PLAN"] = self._keep(keeping, both, work, setting, rules, feedback)
        feedback.setProgress(100)
        return results | _numbers(both, work, setting, len(listed.frame))

    def _table(self, unit: str, parameters, context):
        """(the table of hours or prices, where it is from in words)."""
        from pathlib import Path

        from ...analysis.standards import Prices
        from ...analysis.workplan import builtin_efforts
        from ..standards.compare_sources import price_table
        from .work_plan_files import read_efforts

        if unit == "yen":
            return price_table(self.parameterAsFile(parameters, "PRICES", context) or None)
        path = self.parameterAsFile(parameters, "EFFORTS", context)
        if not path:
            return builtin_efforts(), tr("example that ships with the plugin, invented values")
        rows, example = read_efforts(path)
        name = Path(path).name
        if example:
            name = tr("{file} (still with example hours, invented)", file=name)
        return Prices.of(rows, example=example), name

    def _city_names(self, keeping) -> dict[str, str]:
        from ...layers.store import open_store

        if not keeping:
            return city_names(None)
        with open_store(keeping.path, readonly=True) as store:
            return city_names(store)

    def _span(self, listed, parameters, context, feedback):
        """(first day, the months of the plan as texts)."""
        import numpy as np

        from ...analysis.standards.calendar import FIRST_YEAR, LAST_YEAR

        when = self.parameterAsDateTime(parameters, "START", context)
        start = np.datetime64(when.toString("yyyy-MM-dd"), "D") if when.isValid() else listed.day()
        if start is None:
            start = np.datetime64("today", "D")
        if not when.isValid():
            feedback.pushInfo(tr("The plan begins on {day}.", day=start))
        count = self.parameterAsInt(parameters, "MONTHS", context)
        months = start.astype("datetime64[M]") + np.arange(count)
        if not FIRST_YEAR <= int(str(start)[:4]) <= int(str(months[-1])[:4]) <= LAST_YEAR:
            raise GunmaneError(
                tr("Office days are known from {first} to {last} only, not from {start} to {end}.", first=FIRST_YEAR,
                   last=LAST_YEAR, start=start, end=months[-1]),
                remedy=tr("Correct the first day of the plan."),
            )  # fmt: skip
        return start, [str(month) for month in months]

    def _amounts(self, jobs, cities, months, unit, parameters, context, feedback):
        """(city -> the amount of each month, the assumed share or None)."""
        from .work_plan_files import read_capacity
        from .work_plan_inputs import OTHERS, matrix_amounts, monthly, shared_amounts

        given = parameters.get("CAPACITY")
        found = matrix_amounts(
            self.parameterAsMatrix(parameters, "CAPACITY", context) if given else [], cities
        )
        path = self.parameterAsFile(parameters, "CAPACITYFILE", context)
        if path:
            for city, own in read_capacity(path, cities.find).items():
                found.setdefault(city, {}).update(own)
        share = None
        if parameters.get("SHARE") is not None:
            share = self.parameterAsDouble(parameters, "SHARE", context)
            if found:
                raise GunmaneError(
                    tr("There are amounts and an assumed share."),
                    remedy=tr("Give what each city can do, or a share of the listed work, not both."),
                )
            found = shared_amounts(jobs, share, len(months))
            if not found:
                found = {OTHERS: {None: 0.0}}
        beyond = sorted({m for own in found.values() for m in own if m and m not in months})
        if beyond:
            feedback.pushInfo(tr("Months outside the plan are not used: {months}.", months=", ".join(beyond)))
        amounts = monthly(found, jobs, months, cities, unit)
        idle = [cities.label(city) for city in amounts if city not in cities.listed]
        if idle:
            feedback.pushWarning(
                tr("No planned repair is of {cities}: what they can do only counts in the joint plan.",
                   cities=", ".join(idle))
            )  # fmt: skip
        # An empty list has no city: a plan of nothing, not an error.
        return amounts or {city: [0.0] * len(months) for city in ["-"]}, share

    def _setting(self, listed, work, cities, amounts, months, weights, share, parameters, context):
        from ...analysis.standards.words import code_label
        from ...documents.workplan_words import Setting

        at, ready, frame = work.jobs.index.to_numpy(), listed.prepared, listed.frame
        ranked = frame["rank"] > 0
        counts = {tr("not ranked"): int((~ranked).sum())}
        others = frame[ranked & ~frame.index.isin(at)]["level"].value_counts()
        counts |= {str(code_label("JUDGE", level) or level): int(n) for level, n in others.items()}
        kinds = [f"{code_label('FT', ready.ft[n])} {code_label('DT', ready.dt[n])}".strip() for n in at]
        return Setting(
            names=cities.names, shown_pooled=self.parameterAsBool(parameters, "POOLED", context),
            work_source=work.source, example=work.example, share=share, amounts=amounts, months=months, weights=weights,
            place=listed.address[at], number=listed.number[at], kind=kinds, route=ready.route[at], counts=counts,
        )  # fmt: skip

    # -- results -------------------------------------------------------------------------------------------

    def _write(self, source, count, both, work, setting, unit, parameters, context, feedback) -> dict:
        import numpy as np
        import pandas as pd

        from ...analysis.standards import columns
        from ...documents import workplan_words as say

        plan, other = (both.pooled, both.separate) if setting.shown_pooled else (both.separate, both.pooled)
        self._sentences = say.sentences(both, work.jobs, setting)
        done, elsewhere = (
            np.datetime_as_string(p.frame["done_on"].to_numpy(columns.SECOND).astype("datetime64[D]")).astype(
                object
            )
            for p in (plan, other)
        )
        planned = pd.DataFrame(
            {
                "month": [None if day == "NaT" else day[:7] for day in done],
                "done_on": [None if day == "NaT" else day for day in done],
                "place": plan.frame["place"].to_numpy(),
                "crew": [say.crew_label(plan.pooled, setting.city(c)) for c in work.jobs["city_code"]],
                "state": plan.frame["state"].to_numpy(object),
                "plan_due": [None if str(day) == "NaT" else str(day)[:10] for day in plan.frame["due"]],
                WORK[unit]: plan.frame["work"].to_numpy(),
                "assumed": (work.jobs["assumed"] | work.jobs["quantity_assumed"]).to_numpy().astype(int),
                "overdue": say.overdue(plan, work.jobs).astype(int),
                "other_on": [None if day == "NaT" else day for day in elsewhere],
                "plan_text": self._sentences,
            },
            index=work.jobs.index,
        )
        kinds = {**dict(ADDED), WORK[unit]: "double"}
        labels = titles(setting.shown_pooled)
        spec = [(name, kinds[name], labels[name]) for name in planned]
        fields = without(source.fields(), [*(name for name, _ in ADDED), *WORK.values()])
        for field in fields_of(spec):
            fields.append(field)
        sink, identity = self.parameterAsSink(
            parameters, "OUTPUT", context, fields, source.wkbType(), source.sourceCrs()
        )
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, "OUTPUT"))
        more = cells(planned.reindex(range(count)), spec)
        written = write_beside(source, sink, fields, more, feedback, (60, 85))
        if written < len(more) and not feedback.isCanceled():
            raise QgsProcessingException(self.writeFeatureError(sink, parameters, "OUTPUT"))
        self._style, self._titles, self._table_titles = identity, labels, table_titles()
        self._states = [{f"{say.MARKS[state]} {say.state_label(state)}": state} for state in say.STATES]
        return {"OUTPUT": identity}

    def _write_table(self, both, setting, parameters, context, feedback) -> dict:
        import pandas as pd

        from ...documents.workplan_words import month_table

        fields = fields_of([(name, kind, table_titles()[name]) for name, kind in TABLE])
        sink, identity = self.parameterAsSink(
            parameters, "TABLE", context, fields, QgsWkbTypes.Type.NoGeometry
        )
        if sink is None:
            return {}
        parts = [month_table(plan, setting).assign(plan=name)
                 for name, plan in (("pooled", both.pooled), ("separate", both.separate))]  # fmt: skip
        table = pd.concat(parts, ignore_index=True)
        table["city"] = [setting.city(code) for code in table["city_code"]]
        rows = cells(table, TABLE)
        if write_rows(sink, fields, rows, feedback) < len(rows) and not feedback.isCanceled():
            raise QgsProcessingException(self.writeFeatureError(sink, parameters, "TABLE"))
        self._table_made = identity
        return {"TABLE": identity}

    def _write_files(self, both, work, setting, table, unit, parameters, context) -> dict:
        from ...documents import workplan_report as report
        from .work_plan_files import write_efforts

        paths = {name: self.parameterAsFileOutput(parameters, name, context)
                 for name in ("REPORT", "XLSX", "EFFORTS_TABLE")}  # fmt: skip
        results = {}
        found = report.content(both, work.jobs, setting) if paths["REPORT"] or paths["XLSX"] else None
        if paths["REPORT"]:
            with written(paths["REPORT"]):
                results["REPORT"] = report.write_html(found, paths["REPORT"], language())
        if paths["XLSX"]:
            with written(paths["XLSX"]):
                results["XLSX"] = report.write_xlsx(
                    found, both, work.jobs, setting, paths["XLSX"], language()
                )
        if paths["EFFORTS_TABLE"]:
            if unit != "hours":
                raise GunmaneError(
                    tr("A plan by yen uses no crew-hours; “Compare standards” writes a table of prices.")
                )
            rows = table.rows.to_dict("records")
            with written(paths["EFFORTS_TABLE"]):
                results["EFFORTS_TABLE"] = write_efforts(rows, paths["EFFORTS_TABLE"], table.example)
        return results

    def _keep(self, keeping, both, work, setting, rules, feedback) -> str:
        import pandas as pd

        from ...documents.workplan_report import content
        from ...layers.planning import input_hash

        jobs = work.jobs
        rows = pd.DataFrame({"damage": jobs["uuid"], "rank": jobs["rank"], "band": jobs["band"],
                             "reason": self._sentences})  # fmt: skip
        seen = jobs[["uuid", "city_code", "rank", "band", "top", "due", "work"]].astype({"due": str})
        said = content(both, jobs, setting)
        note = "\n".join([said["head"], *said["warnings"]])
        return keeping.keep(KIND, rows, rules, input_hash(seen), None, feedback, note)

    def _tell(self, both, work, setting, feedback) -> None:
        from ...documents.workplan_report import content

        found = content(both, work.jobs, setting)
        for line in found["warnings"]:
            feedback.pushWarning(line)
        for name, plan in ((tr("Each city by itself"), both.separate), (tr("All together"), both.pooled)):
            whole = plan.totals().loc["all"].map(lambda n: f"{n:,.0f}")
            feedback.pushInfo(
                tr("{plan}: {met} of {all} deadlines kept, {late} done late, {missed} missed, {done} of {n} repairs"
                   " done.", plan=name, met=whole["met"], all=whole["deadlines"], late=whole["late"],
                   missed=whole["missed"], done=whole["done"], n=whole["jobs"])
            )  # fmt: skip
            if not plan.exact:
                feedback.pushWarning(
                    tr("{plan}: the choice is not proven to be the best; it is at most {n} % short.", plan=name,
                       n=f"{100 * plan.gap:.2f}")
                )  # fmt: skip
        feedback.pushInfo(f"{found['head']} {found['second']}")
        left = ", ".join(f"{why} {n:,}" for why, n in setting.counts.items() if n)
        if left:
            feedback.pushInfo(tr("Not planned, and in the layer without a plan: {left}.", left=left))

    def postProcessAlgorithm(self, context, feedback):
        """Its style and the titles of its fields, where the result goes into a project."""
        from qgis.core import QgsEditorWidgetSetup

        if getattr(self, "_table_made", None):
            name_fields(self._table_made, self._table_titles, context)
        identity = getattr(self, "_style", None)
        layer = name_fields(identity, self._titles, context) if identity else None
        if layer is not None:
            setup = QgsEditorWidgetSetup("ValueMap", {"map": self._states})
            layer.setEditorWidgetSetup(layer.fields().lookupField("state"), setup)
        style = ICONS / "planned.qml"
        if layer is not None and layer.isSpatial() and style.exists():
            layer.loadNamedStyle(str(style))
        return super().postProcessAlgorithm(context, feedback)


def _numbers(both, work, setting, count: int) -> dict:
    plan = both.pooled if setting.shown_pooled else both.separate
    whole, gain = plan.totals().loc["all"], both.gain.loc["all"]
    return {
        "COUNT": count, "PLANNED": len(work.jobs), "DONE": int(whole["done"]), "MET": int(whole["met"]),
        "LATE": int(whole["late"]), "MISSED": int(whole["missed"]), "MET_SEPARATE": int(gain["separate"]),
        "MET_POOLED": int(gain["pooled"]), "GAIN": int(gain["gain"]), "VALUE": int(plan.value),
        "BOUND": int(plan.bound), "GAP": 100 * float(plan.gap),
        "ASSUMED": int((work.jobs["assumed"] | work.jobs["quantity_assumed"]).sum()),
    }  # fmt: skip
