"""``gunmane:comparestandards``: two standards side by side, and what passing from one to the other would change."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ... import i18n
from ...i18n import tr
from ..base import GunmaneAlgorithm, usual_store
from ..frames import cells, fields_of
from .common import GROUP_ID, city_names, name_fields, standards_group, titles_of
from .compare_sources import KINDS, SOURCES, layer_damages, price_table, standard_rows, store_damages


class CompareStandards(GunmaneAlgorithm):
    ID = "comparestandards"
    ICON = "icons/standards-compare.svg"
    NEEDS = ("numpy", "pandas", "shapely", "openpyxl", "jinja2")
    GROUP_ID = GROUP_ID

    def title(self):
        return tr("Compare standards: what changes if cities agree")

    def group_title(self):
        return standards_group()

    def keywords(self):
        return [
            "維持管理水準",
            "基準",
            "比較",
            "合意",
            "協議会",
            "統一",
            "費用",
            "compare",
            "agree",
            "what if",
            "council",
        ]

    def declare(self):
        self.add(
            QgsProcessingParameterFile("STORE", tr("Unified store"), extension="gpkg", optional=True,
                                       defaultValue=usual_store(existing=True)),
            tr("Its standards, damages, sections and routes are used. Without it a layer of damages and standards from"
               " elsewhere."),
        )  # fmt: skip
        self._declare_side("A", tr("Now"), 0, tr("What is compared: the standard as it is."))
        self._declare_side(
            "B", tr("Agreed"), 1, tr("With what it is compared: the standard as it might be agreed.")
        )
        any_layer = [QgsProcessing.SourceType.TypeVector]
        self.add(
            QgsProcessingParameterFeatureSource("INPUT", tr("Damages"), any_layer, optional=True),
            tr("With or without places. Empty: the store's damages."),
        )
        self.add(
            QgsProcessingParameterString("SWEEP", tr("Values to run through"), "S01.repair=2-10", optional=True),
            tr("Standard.cell=from-to (by the step that can be measured), or =3,4,5; several with a semicolon. Cells:"
               " watch, repair, emerg, repair_c1."),
        )  # fmt: skip
        self.add(
            QgsProcessingParameterFile("PRICES", tr("Unit prices (xlsx or csv)"), optional=True,
                                       fileFilter=tr("Tables (*.xlsx *.csv);;All files (*)")),
            tr("Empty: an invented example, which every page says. “Example of a price table” gives the form."),
        )  # fmt: skip
        self.add(
            QgsProcessingParameterDateTime("AS_OF", tr("Judged at"), QgsProcessingParameterDateTime.Type.Date,
                                           optional=True),
            tr("Damages dated later count as misdated. Empty: today."),
            advanced=True,
        )  # fmt: skip
        self.add(
            QgsProcessingParameterNumber("YEARS", tr("Years that the damages took to come up"),
                                         QgsProcessingParameterNumber.Type.Double, optional=True, minValue=0.01,
                                         maxValue=1000),
            tr("Empty: from each city's first to its last damage, at least one year."),
            advanced=True,
        )  # fmt: skip
        for name, title, text in (
            (
                "SECTIONS",
                tr("Road sections"),
                tr("Only with a layer of damages: measures of the road, emergency roads."),
            ),
            (
                "ROUTES",
                tr("Route register"),
                tr("Only with a layer of damages: class and administrator of the road."),
            ),
        ):
            self.add(
                QgsProcessingParameterFeatureSource(name, title, any_layer, optional=True),
                text,
                advanced=True,
            )
        self.add(
            QgsProcessingParameterField(
                "CITY_FIELD", tr("Field with the city's code"), "city_code", "INPUT", optional=True
            ),
            tr("Says whose standard counts."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterString("CITY", tr("City (code)"), optional=True),
            tr("For a layer without such a field: all damages are of this city."),
            advanced=True,
        )
        self._declare_outputs()

    def _declare_side(self, letter: str, title: str, default: int, help_text: str) -> None:
        kinds = [
            tr("Each city's own, as it is"), tr("The common standard for all"), tr("One city's standard for all"),
            tr("Proposed unified values (median, rounded to the stricter step)"),
        ]  # fmt: skip
        self.add(QgsProcessingParameterEnum(letter, title, kinds, defaultValue=default), help_text)
        self.add(
            QgsProcessingParameterString(
                f"{letter}_CITY", tr("{side}: city (code)", side=title), optional=True
            ),
            tr("For “One city's standard for all”."),
        )
        self.add(
            QgsProcessingParameterEnum(
                f"{letter}_FROM", tr("{side}: standards from", side=title),
                [tr("The store"), tr("Another store or a workbook"),
                 tr("What ships with the plugin (cities' rows invented)")],
                defaultValue=0,
            ),
            tr("Old against new: the same store with two dates, or the store and a workbook."),
            advanced=True,
        )  # fmt: skip
        self.add(
            QgsProcessingParameterFile(f"{letter}_FILE", tr("{side}: store or workbook", side=title), optional=True,
                                       fileFilter=tr("Store or workbook (*.gpkg *.xlsx);;All files (*)")),
            tr("For “Another store or a workbook”."),
            advanced=True,
        )  # fmt: skip
        self.add(
            QgsProcessingParameterDateTime(f"{letter}_ON", tr("{side}: as in force on", side=title),
                                           QgsProcessingParameterDateTime.Type.Date, optional=True),
            tr("Empty: the day of judging."),
            advanced=True,
        )  # fmt: skip
        self.add(
            QgsProcessingParameterString(
                f"{letter}_VERSION", tr("{side}: version", side=title), optional=True
            ),
            tr("Instead of a day: as it was when this version came into force."),
            advanced=True,
        )

    def _declare_outputs(self) -> None:
        table, point = QgsProcessing.SourceType.TypeVector, QgsProcessing.SourceType.TypeVectorAnyGeometry
        for name, title, kind, default, text in (
            ("TABLE", tr("Differing values"), table, True,
             tr("One row for each value and city that would change: before, after, stricter or looser, how far.")),
            ("MOVED", tr("Damages that move"), point, True,
             tr("Damages of which the judgement changes, with both judgements and what decided them.")),
            ("SUMMARY", tr("Summary"), table, True,
             tr("Counts and yen by city, by class of road, by kind of damage, and by all of them.")),
            ("SWEEP_TABLE", tr("Curves"), table, False, tr("Work for each value that was run through, by city.")),
        ):  # fmt: skip
            self.add(
                QgsProcessingParameterFeatureSink(name, title, kind, optional=True, createByDefault=default),
                text,
            )
        for name, title, mask, default, text in (
            ("REPORT", tr("Report for the councils"), tr("HTML files (*.html)"), True,
             tr("Pages of 16:9 to project, and to print on A4 or A3.")),
            ("PLOT", tr("Plot"), tr("Pictures (*.png *.svg *.pdf)"), False,
             tr("Repairs by city and the curves as a picture; needs matplotlib.")),
            ("XLSX", tr("Workbook"), tr("Excel workbooks (*.xlsx)"), False, tr("All numbers of the report.")),
            ("PRICE_TABLE", tr("Example of a price table"), tr("Tables (*.xlsx *.csv)"), False,
             tr("The unit prices that were used, to put your own into: the form of “Unit prices”.")),
        ):  # fmt: skip
            self.add(
                QgsProcessingParameterFileDestination(
                    name, title, mask, optional=True, createByDefault=default
                ),
                text,
            )
        self.add_language()
        self.add_numbers(
            CELLS=tr("Values that differ"), COUNT=tr("Damages"), MOVES=tr("Damages that move"),
            REPAIRS_BEFORE=tr("Repairs now"), REPAIRS_AFTER=tr("Repairs if agreed"),
            UNJUDGED=tr("Damages that cannot be judged"), YEN_CHANGE=tr("Yen a year, change"),
        )  # fmt: skip

    # -- work ----------------------------------------------------------------------------------------------

    def work(self, parameters, context, feedback):
        from ...layers.errors import GunmaneError

        with i18n.speaking(self.chosen_language(parameters, context)):
            try:
                return self._compare(parameters, context, feedback)
            except ValueError as error:  # the engine's words for what cannot be compared
                raise GunmaneError(str(error)) from error

    def _compare(self, parameters, context, feedback) -> dict:
        from ...analysis.standards import prepare
        from ...analysis.standards.agreement import agree, parse_sweeps
        from ...documents.standards_report import Setting
        from . import compare_tables

        store = self.parameterAsFile(parameters, "STORE", context) or None
        prices, price_source = price_table(self.parameterAsFile(parameters, "PRICES", context) or None)
        source = self.parameterAsSource(parameters, "INPUT", context) if parameters.get("INPUT") else None
        damages = None
        if source is not None:
            damages = layer_damages(self, source, parameters, context, feedback)
        elif store:
            damages = store_damages(store)
        if damages is None or not len(damages.frame):
            feedback.pushWarning(tr("There are no damages: only the standards themselves are compared."))
        if feedback.isCanceled():
            return {}
        feedback.setProgress(20)
        as_of = self._day(parameters, "AS_OF", context)
        ready = None
        if damages is not None and len(damages.frame):
            ready = prepare(
                damages.frame, damages.sections, damages.routes, f"{as_of}T23:59:59" if as_of else None
            )
        here = sorted({code for code in ready.city if code}) if ready is not None else []
        before, after = (
            self._side(letter, store, as_of, here, parameters, context, feedback) for letter in "AB"
        )
        sweeps = parse_sweeps(self.parameterAsString(parameters, "SWEEP", context), before.standards)
        years = (
            self.parameterAsDouble(parameters, "YEARS", context)
            if parameters.get("YEARS") is not None
            else None
        )
        found = agree(before, after, ready, prices, sweeps, years)
        feedback.setProgress(60)
        if feedback.isCanceled():
            return {}
        known, _ = titles_of()
        setting = Setting(_names(store), known, damages.origin if damages else "", prices, price_source)
        results = self._sinks(found, setting, damages, parameters, context, feedback)
        feedback.setProgress(80)
        results |= self._files(found, setting, parameters, context, feedback)
        self._tell(found, setting, feedback)
        feedback.setProgress(100)
        return results | compare_tables.numbers(found)

    def _side(self, letter: str, store, as_of, here, parameters, context, feedback):
        from ...analysis.standards.agreement import side

        choice = SOURCES[self.parameterAsEnum(parameters, f"{letter}_FROM", context)]
        path = self.parameterAsFile(parameters, f"{letter}_FILE", context) or None
        standards, origin = standard_rows(choice, store, path, feedback)
        version = self.parameterAsString(parameters, f"{letter}_VERSION", context).strip() or None
        day = self._day(parameters, f"{letter}_ON", context) or (None if version else as_of)
        return side(
            standards, KINDS[self.parameterAsEnum(parameters, letter, context)], on=day, ver=version, cities=here,
            city=self.parameterAsString(parameters, f"{letter}_CITY", context).strip() or None, origin=origin,
        )  # fmt: skip

    def _day(self, parameters, name: str, context) -> str | None:
        when = self.parameterAsDateTime(parameters, name, context)
        return when.toString("yyyy-MM-dd") if when.isValid() else None

    # -- results -------------------------------------------------------------------------------------------

    def _sinks(self, found, setting, damages, parameters, context, feedback) -> dict:
        from . import compare_tables

        results = {}
        self._made, self._titles = [], compare_tables.titles()
        for name, spec, frame in (
            ("TABLE", compare_tables.TABLE, compare_tables.value_table(found, setting)),
            ("SUMMARY", compare_tables.SUMMARY, compare_tables.summary_table(found)),
            ("SWEEP_TABLE", compare_tables.SWEEP, compare_tables.sweep_table(found)),
        ):
            results |= self._sink(name, spec, frame, None, parameters, context, feedback)
        return results | self._moved(found, damages, parameters, context, feedback)

    def _moved(self, found, damages, parameters, context, feedback) -> dict:
        from . import compare_tables

        frame = compare_tables.moved_table(found)
        rows = [] if found.moved is None else found.moved["row"].tolist()
        wkb, crs, shapes = QgsWkbTypes.Type.NoGeometry, QgsCoordinateReferenceSystem(), None
        if damages is not None and damages.source is not None:
            wkb, crs = damages.source.wkbType(), damages.source.sourceCrs()
            if wkb != QgsWkbTypes.Type.NoGeometry:
                wanted = set(rows)
                request = QgsFeatureRequest().setNoAttributes()
                kept = {
                    n: f.geometry() for n, f in enumerate(damages.source.getFeatures(request)) if n in wanted
                }
                shapes = [kept.get(n, QgsGeometry()) for n in rows]
        elif damages is not None:
            wkb, crs = QgsWkbTypes.Type.Point, QgsCoordinateReferenceSystem(damages.frame.attrs["crs"])
            geoms = damages.frame["geom"].to_numpy(object)
            shapes = [_geometry(geoms[n]) for n in rows]
        return self._sink(
            "MOVED", compare_tables.MOVED, frame, shapes, parameters, context, feedback, wkb, crs
        )

    def _sink(self, name, spec, frame, shapes, parameters, context, feedback,
              wkb=QgsWkbTypes.Type.NoGeometry, crs=None) -> dict:  # fmt: skip
        fields = fields_of(spec)
        sink, identity = self.parameterAsSink(
            parameters, name, context, fields, wkb, crs or QgsCoordinateReferenceSystem()
        )
        if sink is None:
            return {}
        for n, row in enumerate(cells(frame, spec)):
            if n % 2000 == 0 and feedback.isCanceled():
                break
            feature = QgsFeature(fields)
            feature.setAttributes(list(row))
            if shapes is not None and not shapes[n].isNull():
                feature.setGeometry(shapes[n])
            if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                raise QgsProcessingException(self.writeFeatureError(sink, parameters, name))
        self._made.append(identity)
        return {name: identity}

    def postProcessAlgorithm(self, context, feedback):
        for identity in getattr(self, "_made", ()):
            name_fields(identity, self._titles, context)
        return super().postProcessAlgorithm(context, feedback)

    def _files(self, found, setting, parameters, context, feedback) -> dict:
        from ...documents import standards_report as report
        from ...layers.standards.prices import write_prices

        language, results = i18n.language(), {}
        writers = {"REPORT": report.write_html, "XLSX": report.write_xlsx, "PLOT": report.write_plot}
        for name, write in writers.items():
            path = self.parameterAsFileOutput(parameters, name, context)
            if not path:
                continue
            written = write(found, setting, path, language)
            if written is None:
                feedback.pushWarning(
                    tr("No plot: the Python package matplotlib is not installed. The report has the curves.")
                )
            else:
                results[name] = written
        path = self.parameterAsFileOutput(parameters, "PRICE_TABLE", context)
        if path:
            rows = setting.prices.rows.to_dict("records")
            results["PRICE_TABLE"] = write_prices(rows, path, setting.prices.example)
        return results

    def _tell(self, found, setting, feedback) -> None:
        from ...documents.standards_content import content

        parts = content(found, setting)
        for side, text in ((tr("Now"), parts["before_full"]), (tr("Agreed"), parts["after_full"])):
            feedback.pushInfo(f"{side}: {text}")
        if parts["example_prices"]:
            feedback.pushWarning(tr("Yen: example prices, invented."))
        if found.effects is None:
            return
        for row in parts["rows"]:
            change = f"{row['change']} ({row['share']}), {row['yen']}"
            feedback.pushInfo(f"{row['name']}: {row['before_text']} → {row['after_text']}, {change}")
        for note in parts["notes"]:
            feedback.pushInfo(f"- {note}")


def _names(store) -> dict[str, str]:
    from ...layers.store import open_store

    if not store:
        return city_names(None)
    with open_store(store, readonly=True) as opened:
        names = city_names(opened)
        if i18n.language() == "en":
            names.update(
                opened.con.execute(
                    "SELECT city_code, name_en FROM city WHERE ifnull(name_en, '') <> ''"
                ).fetchall()
            )
    return names


def _geometry(shape) -> QgsGeometry:
    geometry = QgsGeometry()
    if shape is not None and not shape.is_empty:
        geometry.fromWkb(shape.wkb)
    return geometry
