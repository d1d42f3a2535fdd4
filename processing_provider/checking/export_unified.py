"""``gunmane:exportunified``: the unified data as a package for others."""

from __future__ import annotations

import re

from qgis.core import (
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)

from ...i18n import tr
from ..base import GunmaneAlgorithm

FORMATS = ("GeoPackage", "GeoJSON", "CSV", "Open311")


class ExportUnified(GunmaneAlgorithm):
    ID = "exportunified"
    NEEDS = ("numpy", "pandas", "shapely", "pyproj")
    GROUP_ID = "data"

    def title(self):
        return tr("Export the unified data for others")

    def group_title(self):
        return tr("1 Data: several cities, one map")

    def keywords(self):
        return ["書き出し", "提供", "オープンデータ", "export", "open data", "GeoJSON", "CSV", "Open311"]

    def declare(self):
        self.add_store_to_read()
        self.add(
            QgsProcessingParameterEnum(
                "FORMAT", tr("Formats"), list(FORMATS), allowMultiple=True,
                defaultValue=list(range(len(FORMATS))),
            ),
            tr("GeoPackage for GIS, GeoJSON for web maps, CSV for spreadsheets, Open311 for request systems."),
        )  # fmt: skip
        self.add(
            QgsProcessingParameterFolderDestination("FOLDER", tr("Folder of the package")),
            tr("Files are written when all are complete. Metadata and a description are always added."),
        )
        self.add(
            QgsProcessingParameterString("CITY", tr("Only these cities"), optional=True),
            tr("Codes or names, separated by commas; empty: all cities."),
        )
        self.add(
            QgsProcessingParameterBoolean("OVERWRITE", tr("Overwrite files of the same names"), defaultValue=False),
            tr("Otherwise a folder that already holds a package is refused."),
            advanced=True,
        )  # fmt: skip
        self.add_language()
        self.add_numbers(ROWS=tr("Rows written"), FILES=tr("Files written"))

    def work(self, parameters, context, feedback):
        from ...layers.export import export_package
        from ...layers.importing.progress import Cancelled, Progress

        progress = Progress(
            lambda share: feedback.setProgress(100 * share),
            feedback.pushInfo,
            feedback.pushWarning,
            feedback.isCanceled,
        )
        wanted = re.split(r"[,、，\s]+", self.parameterAsString(parameters, "CITY", context).strip())
        folder = self.parameterAsFileOutput(parameters, "FOLDER", context)
        try:
            done = export_package(
                self.parameterAsFile(parameters, "STORE", context),
                folder,
                [FORMATS[n] for n in self.parameterAsEnums(parameters, "FORMAT", context)],
                [text for text in wanted if text] or None,
                self.chosen_language(parameters, context),
                self.parameterAsBool(parameters, "OVERWRITE", context),
                progress,
            )
        except Cancelled:
            feedback.pushWarning(tr("Cancelled. Nothing was written."))
            return {}
        for table in done.about["tables"]:
            feedback.pushInfo(f"{table['number']} {table['label']}: {table['rows']:,}")
        return {"FOLDER": folder, "ROWS": sum(done.counts.values()), "FILES": len(done.files)}
