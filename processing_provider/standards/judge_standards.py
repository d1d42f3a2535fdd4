"""``gunmane:judgestandards``: every damage judged by the maintenance standards, with both deadlines."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ... import i18n
from ...i18n import language, tr
from ..base import ICONS, GunmaneAlgorithm
from ..frames import attributes, cells, fields_of, missing_column, without, write_beside, write_rows
from ..plan_runs import Keeping, add_plan_parameters
from .common import (
    GROUP_ID,
    ROUTE_COLUMNS,
    calendars_of,
    load_standards,
    name_fields,
    section_columns,
    set_city,
    standards_group,
    wanted_columns,
)

# What is added to each damage: (name, kind of a memory layer's field, column of Judgements.frame or of the words).
ADDED = (
    ("judge", "string", "level"),
    ("judge_reason", "string", "reason"),
    ("std_id", "string", "std_id"),
    ("std_ver", "string", "std_ver"),
    ("measure", "string", "measure"),
    ("value", "double", "value"),
    ("threshold", "double", "threshold"),
    ("rs_tmp", "string", "rs_tmp"),
    ("rs_perm", "string", "rs_perm"),
    ("due_tmp", "string", "due_tmp"),
    ("due_perm", "string", "due_perm"),
    ("judge_at", "string", "judge_at"),
    ("needs_measure", "integer", "needs_measure"),
    ("transfer", "integer", "transfer"),
    ("visit_due", "string", "visit_due"),
    ("road_class", "string", "road"),
    ("judge_flags", "string", "flags"),
)
HITS = (
    ("uuid", "string"),
    ("dmg_id", "string"),
    ("std_id", "string"),
    ("std_ver", "string"),
    ("measure", "string"),
    ("value", "double"),
    ("threshold", "double"),
    ("level", "string"),
    ("rs_tmp", "string"),
    ("rs_perm", "string"),
    ("why", "string"),
)


class JudgeStandards(GunmaneAlgorithm):
    ID = "judgestandards"
    ICON = "icons/judge.svg"
    NEEDS = ("numpy", "pandas", "jpholiday")
    GROUP_ID = GROUP_ID

    def title(self):
        return tr("Judge damages by the maintenance standards")

    def group_title(self):
        return standards_group()

    def keywords(self):
        return ["判定", "維持管理水準", "期限", "judge", "standard", "deadline", "level of service"]

    def declare(self):
        any_layer = [QgsProcessing.SourceType.TypeVector]
        self.add(
            QgsProcessingParameterFeatureSource("INPUT", tr("Damages"), any_layer),
            tr("Fields as in the unified model (ft, dt, depth_cm, found_at, route_key …), with or without places. A"
               " field that is not there counts as not measured, never as fine."),
        )  # fmt: skip
        self.add(
            QgsProcessingParameterFeatureSource("SECTIONS", tr("Road sections"), any_layer, optional=True),
            tr("For what is measured of the road (cracks, ruts, IRI, MCI) and for emergency roads."),
        )
        self.add(
            QgsProcessingParameterFeatureSource("ROUTES", tr("Route register"), any_layer, optional=True),
            tr("For class and administrator of the road. Without it they are read from the route key."),
        )
        for name, title, help_text in (
            ("REQUESTS", tr("Requests"), tr("With “links”: the make-safe clock of a reported damage starts at the"
                                            " receipt of the first request, not when somebody went to look.")),
            ("LINKS", tr("Links between requests and damages"), tr("The store's table of links (req_uuid, dmg_uuid).")),
        ):  # fmt: skip
            self.add(
                QgsProcessingParameterFeatureSource(name, title, any_layer, optional=True),
                help_text,
                advanced=True,
            )
        self.add(
            QgsProcessingParameterFile(
                "STANDARDS", tr("Standards (store or workbook)"), optional=True,
                fileFilter=tr("Store or workbook (*.gpkg *.xlsx);;All files (*)"),
            ),
            tr("A store with standards, or a workbook. Empty: the common standard that ships with the plugin."),
        )  # fmt: skip
        self.add(
            QgsProcessingParameterDateTime("AS_OF", tr("Judged at"), optional=True),
            tr("Judges as on that day, with the standards then in force. Empty: now."),
        )
        self.add(
            QgsProcessingParameterField(
                "CITY_FIELD", tr("Field with the city's code"), "city_code", "INPUT", optional=True
            ),
            tr("Says whose standard counts and whose office days."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterString("CITY", tr("City (code)"), optional=True),
            tr(
                "For a layer without such a field: all damages are of this city. Empty: only the common standard."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBoolean("CLOCKS", tr("Reckon deadlines"), defaultValue=True),
            tr("Both deadlines: make safe, and permanent repair."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Judged damages")),
            tr(
                "The damages with judgement, standard, deciding measure, responses, deadlines and the reason in words."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "HITS", tr("All standards that spoke"), QgsProcessing.SourceType.TypeVector, optional=True,
                createByDefault=False,
            ),
            tr("A table with one row for each damage and standard, also those that did not decide."),
        )  # fmt: skip
        add_plan_parameters(self)
        self.add_language()
        self.add_numbers(
            COUNT=tr("Damages"), L3=tr("L3 emergency"), L2=tr("L2 repair"), L1=tr("L1 watch"),
            L0=tr("L0 within the standard"), NJ=tr("NJ cannot be judged"), TRANSFER=tr("Other administrators' roads"),
            NEEDS_MEASURE=tr("Still to be measured"), DOUBTS=tr("Doubts"),
        )  # fmt: skip

    def work(self, parameters, context, feedback):
        source = self.parameterAsSource(parameters, "INPUT", context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, "INPUT"))
        keeping = Keeping(self, parameters, context)
        if keeping and source.fields().indexOf("uuid") < 0:
            raise QgsProcessingException(missing_column("uuid"))
        with i18n.speaking(self.chosen_language(parameters, context)):
            judged, doubts = self._judge(source, parameters, context, feedback)
            if judged is None:
                return {}
            results = self._write(source, judged, doubts, parameters, context, feedback)
            self._tell(judged, doubts, feedback)
            if keeping and not feedback.isCanceled():
                results["PLAN"] = self._keep(keeping, judged, parameters, context, feedback)
        totals = judged.totals()
        return results | {
            "COUNT": len(judged.frame),
            **{name.upper(): count for name, count in totals.items()},
            "NEEDS_MEASURE": int(judged.frame["needs_measure"].sum()),
            "DOUBTS": len(judged.flags),
        }

    # -- judging -------------------------------------------------------------------------------------------

    def _judge(self, source, parameters, context, feedback):
        from ...analysis.standards import CalendarError, judge, prepare
        from ...layers.errors import GunmaneError

        path = self.parameterAsFile(parameters, "STANDARDS", context) or None
        standards, origin = load_standards(path, feedback)
        feedback.pushInfo(tr("Standards: {origin}", origin=origin))
        field = self.parameterAsString(parameters, "CITY_FIELD", context)
        damages = attributes(source, wanted_columns(field), feedback)
        set_city(damages, field, self.parameterAsString(parameters, "CITY", context).strip())
        others = {}
        for name, columns in (("SECTIONS", section_columns()), ("ROUTES", ROUTE_COLUMNS)):
            layer = self.parameterAsSource(parameters, name, context)
            others[name] = None if layer is None else attributes(layer, columns, feedback)
        for name, key in (("SECTIONS", "section_id"), ("ROUTES", "route_key")):
            if others[name] is not None and key not in others[name]:
                raise QgsProcessingException(f"{name}: {missing_column(key)}")
        damages = self._reported(damages, parameters, context, feedback)
        if feedback.isCanceled():
            return None, None
        feedback.setProgress(25)
        when = self.parameterAsDateTime(parameters, "AS_OF", context)
        as_of = when.toString("yyyy-MM-ddTHH:mm:ss") if when.isValid() else None
        ready = prepare(damages, others["SECTIONS"], others["ROUTES"], as_of)
        self._inputs = [damages, *others.values(), standards.rows]
        self._origin = Path(path).name if origin == path else origin
        clocks = self.parameterAsBool(parameters, "CLOCKS", context)
        try:
            judged = judge(
                ready, standards, calendar=self._calendars(path) if clocks else None, clocks=clocks
            )
        except CalendarError as error:
            raise GunmaneError(str(error)) from error
        feedback.setProgress(50)
        return judged, self._doubts(judged)

    def _reported(self, damages, parameters, context, feedback):
        """The damages with the receipt of the requests that reported them."""
        from ...analysis.standards import with_receipts
        from ...analysis.standards.receipts import LINK_COLUMNS, REQUEST_COLUMNS

        tables = []
        for name, columns in (("REQUESTS", REQUEST_COLUMNS), ("LINKS", LINK_COLUMNS)):
            layer = self.parameterAsSource(parameters, name, context)
            if layer is None:
                continue
            tables.append(attributes(layer, columns, feedback))
            for column in columns:
                if column not in tables[-1]:
                    raise QgsProcessingException(f"{name}: {missing_column(column)}")
        if len(tables) == 1:
            feedback.pushWarning(tr("Requests and links only help together; receipts are left out."))
        return with_receipts(damages, *tables) if len(tables) == 2 else damages

    def _calendars(self, path: str | None):
        calendars, self._offices = calendars_of(path)
        return calendars

    def _doubts(self, judged) -> list[str]:
        """For each damage the codes of what is doubtful about it, joined."""
        found = [""] * len(judged.frame)
        for row, codes in judged.flags.groupby("row")["code"]:
            found[row] = " ".join(dict.fromkeys(codes))
        return found

    # -- results -------------------------------------------------------------------------------------------

    def _write(self, source, judged, doubts, parameters, context, feedback) -> dict:
        from ...analysis.standards import sentences
        from ...schema import model

        frame = judged.frame.copy()
        frame["reason"] = sentences(judged)
        frame["flags"] = doubts
        frame["judge_at"] = moments(judged.as_of, len(frame))
        for name in ("due_tmp", "due_perm", "visit_due"):
            frame[name] = iso(frame[name]) if name in frame else None
        damage = model().tables["damage"]
        labels = {own.name: own.label(language()) for own in damage.columns}
        labels |= {own.name: own.label(language()) for own in model().tables["judgement"].fields} | labels
        labels |= {"transfer": tr("Other administrator"), "visit_due": tr("Visit by"),
                   "road_class": tr("Class applied"),
                   "judge_flags": tr("Doubts")}  # fmt: skip
        # Times as texts with their offset: a layer's datetime would be shown in the time zone of the PC.
        added = fields_of([(name, kind, labels.get(name, name)) for name, kind, _ in ADDED])
        fields = without(source.fields(), [name for name, _, _ in ADDED])
        for field in added:
            fields.append(field)
        sink, identity = self.parameterAsSink(
            parameters, "OUTPUT", context, fields, source.wkbType(), source.sourceCrs()
        )
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, "OUTPUT"))
        self._words = frame["reason"].to_numpy()
        frame = frame[[column for _, _, column in ADDED]]
        more = cells(frame, [(column, kind) for _, kind, column in ADDED])
        written = write_beside(source, sink, fields, more, feedback, (50, 95))
        if written < len(more) and not feedback.isCanceled():
            raise QgsProcessingException(self.writeFeatureError(sink, parameters, "OUTPUT"))
        results = {"OUTPUT": identity}
        self._style, self._titles = identity, {name: labels.get(name, name) for name, _, _ in ADDED}
        return results | self._write_hits(judged, parameters, context, feedback)

    def _keep(self, keeping, judged, parameters, context, feedback) -> str:
        from ...layers.planning import JUDGING, input_hash

        rows = judged.table()
        rows["damage"] = judged.prepared.frame["uuid"].to_numpy(object)
        rows["reason"] = self._words
        rows["visit_due"] = iso(judged.frame["visit_due"]) if "visit_due" in judged.frame else None
        for name in ("transfer", "rp"):
            rows[name] = judged.frame[name].to_numpy()
        params = {
            "as_of": moments(judged.as_of, 1)[0],
            "clocks": self.parameterAsBool(parameters, "CLOCKS", context),
            "offices": getattr(self, "_offices", []),
            "language": language(),
        }
        versions = "+".join(
            sorted({part for v in rows["std_ver"].dropna().unique() for part in v.split("+")})
        )
        note = tr("Standards: {origin}", origin=self._origin)
        return keeping.keep(JUDGING, rows, params, input_hash(*self._inputs), versions, feedback, note)

    def _write_hits(self, judged, parameters, context, feedback) -> dict:
        fields = fields_of(HITS)
        sink, identity = self.parameterAsSink(
            parameters, "HITS", context, fields, QgsWkbTypes.Type.NoGeometry
        )
        if sink is None:
            return {}
        hits = judged.hits.copy()
        source = judged.prepared.frame
        for name in ("uuid", "dmg_id"):
            column = source[name].to_numpy(object) if name in source else None
            hits[name] = None if column is None else column[hits["row"].to_numpy()]
        rows = cells(hits, HITS)
        if write_rows(sink, fields, rows, feedback) < len(rows) and not feedback.isCanceled():
            raise QgsProcessingException(self.writeFeatureError(sink, parameters, "HITS"))
        return {"HITS": identity}

    def _tell(self, judged, doubts, feedback) -> None:
        from ...analysis.standards.words import code_label
        from ...schema import model

        for level, count in judged.totals().items():
            label = code_label("JUDGE", level) if level != "transfer" else tr("other administrators' roads")
            feedback.pushInfo(f"{level if level != 'transfer' else '-'} {label}: {count:,}")
        nobody = judged.without_standard()
        for ft, dt, n in nobody.itertuples(index=False):
            feedback.pushWarning(
                tr("No standard for {ft}, {dt}: {n} damages cannot be judged.", ft=code_label("FT", ft) or "-",
                   dt=code_label("DT", dt) or "-", n=n)
            )  # fmt: skip
        for code, n in judged.flags.groupby("code").size().items():
            rule = model().rules.get(code)
            feedback.pushWarning(f"{rule.label(language()) if rule else code}: {n:,}")

    def postProcessAlgorithm(self, context, feedback):
        """Its style and the titles of its fields, where the result goes into a project."""
        identity = getattr(self, "_style", None)
        layer = name_fields(identity, self._titles, context) if identity else None
        style = ICONS / "judged.qml"
        if layer is not None and layer.isSpatial() and style.exists():
            layer.loadNamedStyle(str(style))
        return super().postProcessAlgorithm(context, feedback)


def iso(column):
    """Times as texts with Japan's offset; None where there is none."""
    import numpy as np

    values = column.to_numpy("datetime64[s]")
    texts = np.datetime_as_string(values).astype(object) + "+09:00"
    texts[np.isnat(values)] = None
    return texts


def moments(moment, count: int) -> list[str]:
    return [f"{moment}+09:00"] * count
