"""``gunmane:prioritize``: judged damages of all cities in one list, with every part of the score and the reason."""

from __future__ import annotations

import json

from qgis.core import (
    QgsProcessingException,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
)

from ... import i18n
from ...i18n import language, tr
from ...layers.errors import GunmaneError
from ..base import GunmaneAlgorithm
from ..frames import cells, fields_of, missing_column, without, write_beside
from ..places import is_spatial, plane_of, read
from ..plan_runs import Keeping, add_plan_parameters
from ..standards.common import city_names, name_fields
from .gaps import gaps, said
from .inputs import check_saving, chosen_preset, declare_inputs, declare_saving, save_preset
from .layers import calendars, references, why_absent
from .view import dress

GROUP_ID = "priority"
# What is added to each damage: (name, kind of a memory layer's field, column of Ranking.frame or of the words).
ADDED = (
    ("rank", "integer", "rank"),
    ("band", "string", "band"),
    ("score", "double", "score"),
    ("risk_i", "integer", "risk_i"),
    ("risk_p", "integer", "risk_p"),
    ("risk", "integer", "risk"),
    ("category", "string", "category"),
    ("on_top", "integer", "top"),
    ("first_response", "string", "first"),
    ("due", "string", "due"),
    ("due_code", "string", "due_code"),
    ("days_over", "integer", "days_over"),
    *((f"f_{name}", "double", f"f_{name}") for name in ("school", "emergency", "traffic", "repeat", "overdue", "bus",
                                                        "poi")),
    ("factors", "double", "wf"),
    ("repeats", "integer", "repeats"),
    ("p_assumed", "integer", "p_assumed"),
    ("reason", "string", "reason"),
    ("not_ranked", "string", "left_out"),
    ("prio_flags", "string", "flags"),
)  # fmt: skip
OLDER = (
    "rank_cat",
)  # T07's name of the category: a former ranking's, which must not stand beside the new one
SECTION = ("section_id", "em", "adt", "speed_kmh", "is_school", "is_bus")
ROUTE = ("route_key", "rc", "ad", "em", "adt", "speed_kmh", "is_school", "is_bus")
REQUEST = ("uuid", "received_at", "dt")
LINK = ("req_uuid", "dmg_uuid", "link_type")
SHOWN = ("address",)  # only for the list


class Prioritize(GunmaneAlgorithm):
    ID = "prioritize"
    ICON = "icons/prioritize.svg"
    NEEDS = ("numpy", "pandas", "shapely", "scipy", "pyproj", "jpholiday", "jinja2", "openpyxl")
    GROUP_ID = GROUP_ID

    def title(self):
        return tr("Rank damages in one list")

    def group_title(self):
        return tr("3 Priority: one list")

    def keywords(self):
        return ["優先順位", "優先度", "順位", "リスク", "通学路", "priority", "rank", "risk", "score"]

    def declare(self):
        declare_inputs(self)
        declare_saving(self)
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Ranked damages")),
            tr("The damages with rank, band, score, every part of it, deadline and the reason in words. What is not"
               " ranked (closed, other administrators', later than the day) is there without a rank."),
        )  # fmt: skip
        for name, title, mask, help_text in (
            ("LIST", tr("List for the weekly meeting"), tr("HTML files (*.html)"),
             tr("One row a damage, first to last, to print on A3 or A4. Nothing personal is in it.")),
            ("XLSX", tr("Workbook"), tr("Excel workbooks (*.xlsx)"), tr("The same list as a workbook.")),
        ):  # fmt: skip
            self.add(
                QgsProcessingParameterFileDestination(
                    name, title, mask, optional=True, createByDefault=False
                ),
                help_text,
            )
        add_plan_parameters(self)
        self.add_language()
        self.add_numbers(
            COUNT=tr("Damages"), RANKED=tr("Ranked damages"), A=tr("Band A"), B=tr("Band B"), C=tr("Band C"),
            TOP=tr("Always on top"), VISIT=tr("To be visited"), TRANSFER=tr("Other administrators' roads"),
            CLOSED=tr("Closed"), FUTURE=tr("Later than the day of the list"),
            ABSENT=tr("Factors that do not count"), DOUBTS=tr("Doubts"),
        )  # fmt: skip

    def work(self, parameters, context, feedback):
        source = self.judged_source(parameters, context)
        keeping = Keeping(self, parameters, context)
        if keeping and source.fields().indexOf("uuid") < 0:
            raise QgsProcessingException(missing_column("uuid"))
        with i18n.speaking(self.chosen_language(parameters, context)):
            check_saving(self, parameters, context, keeping.path)
            ranking = self.rank(source, keeping, parameters, context, feedback)
            if ranking is None:
                return {}
            save_preset(self, parameters, context, keeping.path, ranking.preset, keeping.author, feedback)
            results = self._write(source, ranking, parameters, context, feedback)
            self._tell(ranking, feedback)
            if not feedback.isCanceled():
                results |= self._write_lists(ranking, keeping, parameters, context)
            if keeping and not feedback.isCanceled():
                results["PLAN"] = self._keep(keeping, ranking, feedback)
        return results | {
            "COUNT": len(ranking.frame),
            **{name.upper(): count for name, count in ranking.totals().items()},
            "ABSENT": len(ranking.absent),
            "DOUBTS": len(ranking.flag_table()),
        }

    def judged_source(self, parameters, context):
        source = self.parameterAsSource(parameters, "INPUT", context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, "INPUT"))
        if source.fields().indexOf("judge") < 0:
            raise GunmaneError(
                missing_column("judge"),
                remedy=tr("Judge the damages first (Judge damages by the maintenance standards)."),
            )
        return source

    def rank(self, source, keeping, parameters, context, feedback):
        """The ranking; None where the user cancelled. ``keeping``: the store, if any, that knows the office days."""
        from ...analysis.priority import OrderError, PresetError

        try:
            return self._rank(source, keeping, parameters, context, feedback)
        except (OrderError, PresetError) as error:
            raise GunmaneError(str(error)) from error

    # -- ranking -------------------------------------------------------------------------------------------

    def _rank(self, source, keeping, parameters, context, feedback):
        from ...analysis.priority import Layers, judgements_of, prioritize

        preset, self._preset_name = chosen_preset(self, parameters, context, keeping.path)
        when = self.parameterAsDateTime(parameters, "AS_OF", context)
        as_of = when.toString("yyyy-MM-dd") if when.isValid() else None
        plane = plane_of(source, context)
        damages = self._damages(source, keeping, plane, feedback)
        others, given_tables, bare_tables = {}, [], []
        for name, columns, points, key in (
            ("SECTIONS", SECTION, False, "section_id"),
            ("ROUTES", ROUTE, None, "route_key"),
            ("REQUESTS", REQUEST, True, "received_at"),
            ("LINKS", LINK, None, "req_uuid"),
        ):
            layer = self.parameterAsSource(parameters, name, context)
            others[name] = None
            if layer is not None:
                given_tables.append(name)
                if points is not None and not is_spatial(layer):
                    bare_tables.append(name)
                where = plane if points is not None else None
                others[name] = read(layer, columns, where, feedback, bool(points))
                if key not in others[name]:
                    raise QgsProcessingException(f"{name}: {missing_column(key)}")
        features, given, bare_layers = references(self, parameters, context, plane, feedback)
        absent_of = ([*given, *given_tables], [*bare_layers, *bare_tables])
        if feedback.isCanceled():
            return None
        feedback.setProgress(30)
        damages = self._reported(damages, others, feedback)
        judged, bare = judgements_of(damages, others["SECTIONS"], others["ROUTES"], as_of)
        if len(bare):
            feedback.pushWarning(
                tr("{n} damages have no judgement; they are ranked as not judged: somebody has to go and look.",
                   n=f"{len(bare):,}")
            )  # fmt: skip
        calendar, self._offices = calendars(self, parameters, context, keeping.path, feedback)
        layers = Layers(others["SECTIONS"], others["ROUTES"], features, others["REQUESTS"], others["LINKS"])
        ranking = prioritize(judged, layers, preset, calendar=calendar)
        # The engine knows one table of references: which of the layers in it were given, only we do.
        ranking.absent.update(why_absent(ranking.absent, *absent_of, plane))
        self._gaps = gaps(ranking, features, others["REQUESTS"], plane)
        self._inputs = [damages, *others.values(), features]
        self._params = {"as_of": str(ranking.as_of)[:10] + "T00:00:00+09:00", "preset": json.loads(preset.text()),
                        "layers": given, "plane": plane}  # fmt: skip
        feedback.setProgress(60)
        return ranking

    def _damages(self, source, keeping, plane, feedback):
        from ...analysis.priority.rebuilding import COLUMNS, DAMAGE_COLUMNS, measure_columns

        own = () if source.fields().indexOf("measure") >= 0 else measure_columns()
        wanted = (*DAMAGE_COLUMNS, *COLUMNS, *SHOWN, *own, "judge_plan")
        return self._with_measures(read(source, wanted, plane, feedback, points=True), keeping)

    def _with_measures(self, damages, keeping):
        """Damages of the store know the level; which measure gave it stands with the adopted run's rows."""
        from ...layers.store import open_store

        if not keeping or "measure" in damages or "judge_plan" not in damages or not len(damages):
            return damages
        names = ["measure", "value", "threshold"]
        with open_store(keeping.path, readonly=True) as store:
            rows = store.con.execute(
                f"SELECT plan_id, damage, {', '.join(names)} FROM judgement"  # nosec B608
                " WHERE plan_id IN (SELECT plan_id FROM plan_run WHERE kind = '水準判定')"
            ).fetchall()
        found = {row[:2]: row[2:] for row in rows}
        wanted = [found.get(key, (None,) * 3) for key in zip(damages["judge_plan"], damages["uuid"])]
        if not any(row[0] for row in wanted):  # judged elsewhere: the damages' own measures say more
            return damages
        return damages.assign(**{name: [row[n] for row in wanted] for n, name in enumerate(names)})

    def _reported(self, damages, others: dict, feedback):
        """The damages with the receipt of the requests that reported them: the clock starts there."""
        from ...analysis.standards import with_receipts

        requests, links = others["REQUESTS"], others["LINKS"]
        if links is not None and requests is None:
            feedback.pushWarning(tr("Requests and links only help together; receipts are left out."))
        if links is None or requests is None or "uuid" not in requests or "dmg_uuid" not in links:
            return damages
        return with_receipts(damages, requests, links)

    # -- results -------------------------------------------------------------------------------------------

    def _write(self, source, ranking, parameters, context, feedback) -> dict:
        from ...analysis.priority import reasons
        from ...analysis.standards import columns
        from ...documents.priority_list import left_out_label

        frame = ranking.frame.copy()
        gone = (frame["rank"] == 0).to_numpy()
        frame["reason"] = self._words = reasons(ranking)
        frame["due"] = columns.iso(frame["due"].to_numpy(columns.SECOND))
        frame["left_out"] = [left_out_label(why) for why in frame["left_out"]]
        frame = frame.astype(object)
        kept = ("reason", "left_out")
        frame.loc[gone, [column for _, _, column in ADDED if column in frame and column not in kept]] = None
        flags = [""] * len(frame)
        for row, codes in ranking.flag_table().groupby("row")["code"]:
            flags[row] = " ".join(dict.fromkeys(codes))
        frame["flags"] = flags
        labels = titles()
        fields = without(source.fields(), [*(name for name, _, _ in ADDED), *OLDER])
        for field in fields_of([(name, kind, labels[name]) for name, kind, _ in ADDED]):
            fields.append(field)
        sink, identity = self.parameterAsSink(
            parameters, "OUTPUT", context, fields, source.wkbType(), source.sourceCrs()
        )
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, "OUTPUT"))
        more = cells(frame, [(column, kind) for _, kind, column in ADDED])
        written = write_beside(source, sink, fields, more, feedback, (60, 90))
        if written < len(more) and not feedback.isCanceled():
            raise QgsProcessingException(self.writeFeatureError(sink, parameters, "OUTPUT"))
        self._style, self._titles, self._language = identity, labels, language()
        return {"OUTPUT": identity}

    def _write_lists(self, ranking, keeping, parameters, context) -> dict:
        from ...documents import priority_list
        from ...layers.store import open_store

        writers = {"LIST": priority_list.write_html, "XLSX": priority_list.write_xlsx}
        paths = {name: self.parameterAsFileOutput(parameters, name, context) for name in writers}
        if not any(paths.values()):
            return {}
        if keeping:
            with open_store(keeping.path, readonly=True) as store:
                names = city_names(store)
        else:
            names = city_names(None)
        notes = said(self._gaps, names)
        content = priority_list.content(ranking, self._words, names, notes, self._preset_name)
        return {name: writers[name](content, path, language()) for name, path in paths.items() if path}

    def _keep(self, keeping, ranking, feedback) -> str:
        from ...analysis.priority import absences
        from ...layers.planning import RANKING, input_hash

        rows = ranking.table()
        rows["reason"] = self._words
        for name in ("level", "std_id", "std_ver", "measure", "value", "threshold"):
            rows[name] = ranking.judged.frame[name].to_numpy()
        rows["damage"] = ranking.judged.prepared.frame["uuid"].to_numpy(object)
        rows = rows[(ranking.frame["rank"] > 0).to_numpy()]
        params = {**self._params, "offices": self._offices, "language": language()}
        lines = [*absences(ranking), *said(self._gaps, city_names(None))]
        if self._preset_name:
            lines.insert(0, tr("Preset: {name}", name=self._preset_name))
        note = "\n".join(lines) or None
        print_ = input_hash(*map(_printable, self._inputs))
        return keeping.keep(RANKING, rows, params, print_, None, feedback, note)

    def _tell(self, ranking, feedback) -> None:
        from ...analysis.priority import absences
        from ...schema import model

        totals = ranking.totals()
        feedback.pushInfo(
            tr("{n} damages ranked as of {day}: {a} in band A, {b} in B, {c} in C; {top} always on top.",
               n=f"{totals['ranked']:,}", day=str(ranking.as_of)[:10], a=totals["A"], b=totals["B"], c=totals["C"],
               top=totals["top"])
        )  # fmt: skip
        for line in [*absences(ranking), *said(self._gaps, city_names(None))]:
            feedback.pushWarning(line)
        for code, n in ranking.flag_table().groupby("code").size().items():
            rule = model().rules.get(code)
            feedback.pushWarning(f"{rule.label(language()) if rule else code}: {n:,}")

    def postProcessAlgorithm(self, context, feedback):
        """Its style and the titles of its fields, where the result goes into a project."""
        identity = getattr(self, "_style", None)
        layer = name_fields(identity, self._titles, context) if identity else None
        if layer is not None:
            dress(layer, "ranked", self._titles, self._language)
        return super().postProcessAlgorithm(context, feedback)


def titles() -> dict[str, str]:
    """The titles of the added fields."""
    from ...schema import model

    labels = {own.name: own.label(language()) for own in model().tables["judgement"].fields}
    own = {
        "on_top": tr("Always on top"),
        "first_response": tr("First action"),
        "due": tr("Due"),
        "due_code": tr("Response that sets it"),
        "days_over": tr("Days overdue"),
        "factors": tr("Sum of the factors (of 100)"),
        "repeats": tr("Other requests"),
        "p_assumed": tr("Traffic assumed"),
        "not_ranked": tr("Why it is not ranked"),
        "prio_flags": tr("Doubts of the ranking"),
    }
    return {name: own.get(name) or labels[name] for name, _, _ in ADDED}


def _printable(table):
    """Geometries as text, so that their contents are printed."""
    import shapely

    if table is None or "geom" not in table:
        return table
    return table.assign(geom=shapely.to_wkb(table["geom"].to_numpy(object), hex=True))
