"""``gunmane:checkdata``: what is wrong in a store, where, and how to mend it; as a layer, a page and a table."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsGeometry,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterDistance,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate

from ...i18n import tr
from ..base import GunmaneAlgorithm

# Field of the layer -> column of the findings; types as the memory provider writes them.
FIELDS = (
    ("kind", "string(40)", "kind"),
    ("title", "string(80)", "title"),
    ("severity", "string(10)", "severity"),
    ("city_code", "string(6)", "city"),
    ("city", "string(40)", "city_name"),
    ("table", "string(30)", "table"),
    ("name", "string(80)", "name"),
    ("text", "string(400)", "text"),
    ("remedy", "string(400)", "remedy"),
    ("src_file", "string(200)", "src_file"),
    ("src_row", "integer", "src_row"),
    ("field", "string(40)", "field"),
    ("uuid", "string(36)", "uuid"),
    ("other_city", "string(40)", "other_city_name"),
    ("other_table", "string(30)", "other_table"),
    ("other_name", "string(80)", "other_name"),
    ("other_uuid", "string(36)", "other_uuid"),
    ("located", "string(10)", "located"),
)
STEPS = (0.25, 0.75)  # shares of the work: reading until, checking until


class CheckData(GunmaneAlgorithm):
    ID = "checkdata"
    NEEDS = ("numpy", "pandas", "shapely", "scipy", "pyproj", "jinja2")
    GROUP_ID = "data"

    def title(self):
        return tr("Check the data")

    def group_title(self):
        return tr("1 Data: several cities, one map")

    def keywords(self):
        return ["検査", "品質", "重複", "参照切れ", "quality", "check", "duplicate", "topology"]

    def declare(self):
        self.add_store_to_read()
        self.add(
            QgsProcessingParameterDateTime(
                "AS_OF",
                tr("Day of the check"),
                QgsProcessingParameterDateTime.Type.Date,
                defaultValue=QDate.currentDate(),
                optional=True,
            ),
            tr("Dates after this day are reported as lying in the future. Empty: today."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "ISSUES",
                tr("Findings"),
                QgsProcessing.SourceType.TypeVectorPoint,
                optional=True,
                createByDefault=True,
            ),
            tr("A point for each finding, in the store's CRS, with the row, the source's file and line, what is"
               " wrong in words, and the remedy."),
        )  # fmt: skip
        self.add(
            QgsProcessingParameterFileDestination(
                "REPORT",
                tr("Quality report"),
                tr("HTML files (*.html)"),
                optional=True,
                createByDefault=False,
            ),
            tr(
                "The findings by city and kind as a page to print; a CSV with every finding is written beside it."
            ),
        )
        self.add(
            QgsProcessingParameterBoolean(
                "REVIEW", tr("Put suspects into the list of what waits for a person"), defaultValue=False
            ),
            tr(
                "Writes possible duplicates (requests, damages, facilities), dangling references and rows of others'"
                " roads into the store's review table, to be decided one by one. What was decided is not asked again;"
                " what is no longer found and not decided is taken out. Off: the store is not changed."
            ),
        )
        self._declare_tolerances()
        self.add_language()
        self.add_numbers(
            COUNT=tr("Findings"),
            ERRORS=tr("Findings that are wrong for certain"),
            WARNINGS=tr("Findings that are almost certainly wrong"),
            SUSPECTS=tr("Suspects added to what waits for a person"),
        )

    def _declare_tolerances(self) -> None:
        def metres(name, title, default, help_text):
            parameter = QgsProcessingParameterDistance(name, title, defaultValue=default, minValue=0)
            parameter.setDefaultUnit(Qgis.DistanceUnit.Meters)
            self.add(parameter, help_text, advanced=True)

        def number(name, title, default, low, high, help_text):
            parameter = QgsProcessingParameterNumber(
                name, title, defaultValue=default, minValue=low, maxValue=high
            )
            self.add(parameter, help_text, advanced=True)

        metres("DUP_DISTANCE", tr("Duplicates: distance (m)"), 15.0,
               tr("Requests or damages of one kind that lie so near may be one event."))  # fmt: skip
        number("DUP_DAYS", tr("Duplicates: days"), 90, 0, 3650,
               tr("Requests or damages of one kind that are so many days apart may be one event."))  # fmt: skip
        metres("FACILITY_DISTANCE", tr("Same facility, same city (m)"), 2.0,
               tr("Two facilities of one type that lie so near in one city's ledgers are taken for one."))  # fmt: skip
        metres("FACILITY_BORDER", tr("Same facility, two cities (m)"), 5.0,
               tr("Two facilities of one type that lie so near in two cities' ledgers are taken for one; for bridges,"
                  " pedestrian bridges and walls the distance of duplicates counts."))  # fmt: skip
        metres("OVERLAP_DISTANCE", tr("Same road, two cities (m)"), 10.0,
               tr("How far apart two cities may have drawn one road."))  # fmt: skip
        metres("OVERLAP_OWN", tr("Same road, same city (m)"), 3.0,
               tr("How far apart one city may have drawn one road twice. Wider, and roads with two carriageways are"
                  " found as well."))  # fmt: skip
        number("OVERLAP_SHARE", tr("Same road: least overlap (%)"), 70, 10, 100,
               tr("How much of the shorter line must lie along the other."))  # fmt: skip
        metres("GAP", tr("Joined ends (m)"), 1.0,
               tr("Ends of lines that lie so near count as joined."))  # fmt: skip
        metres("GAP_MAX", tr("Largest gap (m)"), 5.0,
               tr("An end that stops so near to another line was probably meant to join it. It must be larger than"
                  " the distance of joined ends."))  # fmt: skip
        metres("BORDER_GAP", tr("Largest gap at a border (m)"), 15.0,
               tr("Ends of two cities' roads that face each other so near are taken for one road;"
                  " 0 looks for none."))  # fmt: skip
        metres("STUB", tr("Very short section (m)"), 8.0,
               tr("Shorter sections are reported; 0 reports none."))  # fmt: skip
        metres("BORDER", tr("Outside the city by (m)"), 20.0,
               tr("A place may lie so far outside its city before it is reported."))  # fmt: skip

    def checkParameterValues(self, parameters, context):
        gap, most = (self.parameterAsDouble(parameters, name, context) for name in ("GAP", "GAP_MAX"))
        if most < gap:
            return False, tr("The largest gap must not be smaller than the distance of joined ends.")
        return super().checkParameterValues(parameters, context)

    def work(self, parameters, context, feedback):
        from ...analysis import quality
        from ...analysis.quality import findings
        from ...documents.check_report import write_report
        from ...layers.frames import read_table, table_names
        from ...layers.store import open_store

        options = self._options(parameters, context)
        path = self.parameterAsFile(parameters, "STORE", context)
        language = self.chosen_language(parameters, context)
        frames = {}
        with open_store(path, readonly=True) as store:
            crs = store.crs
            there = set(table_names(store))
            wanted = {name: columns for name, columns in quality.needed().items() if name in there}
            for n, (name, columns) in enumerate(wanted.items()):
                if feedback.isCanceled():
                    return {}
                frames[name] = read_table(store, name, columns)
                feedback.setProgress(100 * STEPS[0] * (n + 1) / len(wanted))
        quality.add_names(frames)

        def step(share: float) -> bool:
            feedback.setProgress(100 * (STEPS[0] + (STEPS[1] - STEPS[0]) * share))
            return not feedback.isCanceled()

        found = quality.check(frames, options, step)
        if feedback.isCanceled():
            feedback.pushWarning(tr("Cancelled; nothing was written."))
            return {}
        # The review table is read by clerks, whatever the language of the report.
        suspects = None
        if self.parameterAsBool(parameters, "REVIEW", context):
            suspects = self._review(path, findings.in_words(found, frames, "ja"), feedback)
        found = findings.in_words(found, frames, language)
        results = {
            "COUNT": len(found),
            "ERRORS": int((found["severity"] == "error").sum()),
            "WARNINGS": int((found["severity"] == "warning").sum()),
        }
        if suspects is not None:
            results["SUSPECTS"] = suspects.added
        results.update(self._write_layer(found, crs, parameters, context, feedback))
        report = self.parameterAsFileOutput(parameters, "REPORT", context)
        if report:
            results["REPORT"] = write_report(found, frames, options, path, report, language)
        self._tell(found, feedback)
        return results

    def _review(self, path: str, found, feedback):
        from ...layers.review.suspects import add_suspects
        from ...layers.store import open_store

        with open_store(path) as store:
            counts = add_suspects(store, found)
        feedback.pushInfo(
            tr(
                "Waiting for a person: {added} added, {kept} there before, {withdrawn} withdrawn; {decided} were"
                " decided earlier.",
                added=counts.added,
                kept=counts.kept,
                withdrawn=counts.withdrawn,
                decided=counts.decided,
            )
        )
        return counts

    def _options(self, parameters, context):
        from ...analysis import quality

        def value(name):
            return self.parameterAsDouble(parameters, name, context)

        day = self.parameterAsDateTime(parameters, "AS_OF", context).date()
        day = day if day.isValid() else QDate.currentDate()
        return quality.Options(
            as_of=day.toPyDate(),
            dup_distance=value("DUP_DISTANCE"),
            dup_days=self.parameterAsInt(parameters, "DUP_DAYS", context),
            facility_distance=value("FACILITY_DISTANCE"),
            facility_border=value("FACILITY_BORDER"),
            overlap_distance=value("OVERLAP_DISTANCE"),
            overlap_own=value("OVERLAP_OWN"),
            overlap_share=value("OVERLAP_SHARE") / 100,
            gap=value("GAP"),
            gap_max=value("GAP_MAX"),
            stub=value("STUB"),
            border=value("BORDER"),
            border_gap=value("BORDER_GAP"),
        )

    def _write_layer(self, found, crs: str, parameters, context, feedback) -> dict:
        # A memory layer's fields: QgsField's own constructor differs between the versions of QGIS.
        spec = "&".join(f"field={name}:{kind}" for name, kind, _ in FIELDS)
        fields = QgsVectorLayer(f"None?{spec}", "", "memory").fields()
        sink, identity = self.parameterAsSink(
            parameters, "ISSUES", context, fields, Qgis.WkbType.Point, QgsCoordinateReferenceSystem(crs)
        )
        if sink is None:
            return {}
        columns = [found[column].astype(object).where(found[column].notna(), None) for _, _, column in FIELDS]
        places = zip(found["x"].tolist(), found["y"].tolist())
        for n, ((x, y), cells) in enumerate(zip(places, zip(*columns))):
            feature = QgsFeature(fields)
            feature.setAttributes([int(c) if kind == "integer" and c is not None else c
                                   for c, (_, kind, _) in zip(cells, FIELDS)])  # fmt: skip
            if x == x:
                feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
            sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert)
            if n % 1000 == 0:
                if feedback.isCanceled():
                    break
                feedback.setProgress(100 * (STEPS[1] + (1 - STEPS[1]) * n / max(len(found), 1)))
        feedback.setProgress(100)
        return {"ISSUES": identity}

    def _tell(self, found, feedback) -> None:
        if not len(found):
            feedback.pushInfo(tr("Nothing was found."))
        for (city, title), count in found.groupby(["city_name", "title"], sort=False).size().items():
            feedback.pushInfo(tr("{city}: {count} x {finding}", city=city, count=count, finding=title))
