"""``gunmane:coveragematrix``: the cities' data items against the unified model."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
)

from ...i18n import tr
from ..base import GunmaneAlgorithm, usual_store


class CoverageMatrix(GunmaneAlgorithm):
    ID = "coveragematrix"
    NEEDS = ("numpy", "pandas", "shapely", "pyproj", "openpyxl", "jinja2")
    GROUP_ID = "data"

    def title(self):
        return tr("Compare the cities' data items")

    def group_title(self):
        return tr("1 Data: several cities, one map")

    def keywords(self):
        return ["項目", "対応表", "網羅", "充足率", "coverage", "matrix", "items", "fill rate"]

    def declare(self):
        self.add(
            QgsProcessingParameterFile(
                "STORE", tr("Unified store"), extension="gpkg", optional=True,
                defaultValue=usual_store(existing=True),
            ),
            tr("Its rows tell how full each item is. Without it only the profiles are compared."),
        )  # fmt: skip
        self.add(
            QgsProcessingParameterFile(
                "PROFILES",
                tr("Folder of profiles"),
                QgsProcessingParameterFile.Behavior.Folder,
                optional=True,
            ),
            tr(
                "The cities' profiles (*.toml). Empty: the shipped profiles of the cities that are in the store."
            ),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "REPORT", tr("Coverage report"), tr("HTML files (*.html)"), optional=True
            ),
            tr("A page with a heat map, to read and to print."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "XLSX", tr("Coverage as a workbook"), tr("Excel workbooks (*.xlsx)"), optional=True,
                createByDefault=False,
            ),
            tr("The same for Excel: cities, items, columns without a place."),
        )  # fmt: skip
        self.add(
            QgsProcessingParameterFileDestination(
                "TABLE",
                tr("Coverage as a table"),
                tr("CSV files (*.csv)"),
                optional=True,
                createByDefault=False,
            ),
            tr("One line an item, for other programs."),
        )
        self.add(
            QgsProcessingParameterNumber(
                "MIN_FILL", tr("Partial below this fill rate (%)"), QgsProcessingParameterNumber.Type.Double,
                defaultValue=50.0, minValue=0.0, maxValue=100.0,
            ),
            tr("Items that fewer rows fill are marked △ (in part)."),
            advanced=True,
        )  # fmt: skip
        self.add_language()
        self.add_numbers(
            ITEMS=tr("Items compared"), CITIES=tr("Cities"), UNREASONED=tr("Columns without place and reason")
        )

    def checkParameterValues(self, parameters, context):
        if not parameters.get("STORE") and not parameters.get("PROFILES"):
            return False, tr("Give a store, a folder of profiles, or both.")
        return super().checkParameterValues(parameters, context)

    def work(self, parameters, context, feedback):
        from ...analysis.coverage import coverage
        from ...documents import coverage_report as report
        from ...layers.coverage_source import gather, profiles_for
        from ...layers.errors import GunmaneError
        from ...layers.store import open_store

        path = self.parameterAsFile(parameters, "STORE", context)
        folder = self.parameterAsFile(parameters, "PROFILES", context)
        if not path and not folder:
            raise GunmaneError(tr("Give a store, a folder of profiles, or both."), code="E-NOFILE")
        store = open_store(path, readonly=True) if path else None
        try:
            evidence = gather(profiles_for(folder, store), store)
        finally:
            if store is not None:
                store.close()
        feedback.setProgress(60)
        matrix = coverage(evidence, self.parameterAsDouble(parameters, "MIN_FILL", context))
        language = self.chosen_language(parameters, context)
        results = {
            "ITEMS": len(matrix.rows), "CITIES": len(matrix.cities), "UNREASONED": len(matrix.unreasoned)
        }  # fmt: skip
        target = self.parameterAsFileOutput(parameters, "REPORT", context)
        if target:
            results["REPORT"] = report.write_html(matrix, target, language, path)
        target = self.parameterAsFileOutput(parameters, "XLSX", context)
        if target:
            results["XLSX"] = report.write_xlsx(matrix, target, language)
        target = self.parameterAsFileOutput(parameters, "TABLE", context)
        if target:
            results["TABLE"] = report.write_csv(matrix, target, language)
        self._tell(matrix, feedback)
        feedback.setProgress(100)
        return results

    def _tell(self, matrix, feedback) -> None:
        for city in matrix.cities:
            percent = matrix.percent(city["code"])
            feedback.pushInfo(
                tr(
                    "{city}: {percent} % of the items covered.",
                    city=city["ja"],
                    percent="?" if percent is None else f"{percent:.1f}",
                )
            )
        for stray in matrix.unreasoned:
            feedback.pushWarning(
                tr(
                    "{city}, {ledger}: column “{column}” has no place and no reason.",
                    city=stray["city"],
                    ledger=stray["ledger"],
                    column=stray["column"],
                )
            )
