"""What the two import algorithms share: parameters, the run itself, the report, the log."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
)
from qgis.utils import iface

from ...i18n import tr
from ..base import GunmaneAlgorithm, _setting


class ImportAlgorithm(GunmaneAlgorithm):
    """Base of ``importcity`` and ``unifycities``: ``jobs`` says which profile reads which folder."""

    NEEDS = ("numpy", "pandas", "shapely", "pyproj", "openpyxl", "jinja2")
    GROUP_ID = "data"

    def group_title(self):
        return tr("1 Data: several cities, one map")

    def jobs(self, parameters, context, feedback) -> list:
        raise NotImplementedError

    def postProcessAlgorithm(self, context, feedback):
        """In Desktop the settings keep what a city was imported with, so that it can be repeated."""
        if iface is not None:
            from ...ui import settings

            for city_code, profile, folder in self.imported:
                settings.remember_import(city_code, profile, folder)
        return {}

    def declare_import(self) -> None:
        """The parameters after those that name profiles and folders."""
        self.add_store_to_write()
        self.add(
            QgsProcessingParameterFileDestination(
                "REPORT", tr("Import report"), tr("HTML files (*.html)"), optional=True
            ),
            tr("What was read, repaired and set aside, and why, as a page to print; a CSV with every row set"
               " aside is written beside it."),
        )  # fmt: skip
        self.add(
            QgsProcessingParameterBoolean("DRY_RUN", tr("Only try (write nothing)"), defaultValue=False),
            tr("Reports what an import would do. The store is not touched."),
        )
        self.add(
            QgsProcessingParameterCrs("CRS", tr("CRS of a new store"), optional=True),
            tr("The plane rectangular zone of the area, e.g. EPSG:6677 (zone IX) for the four cities. Only used"
               " where the store is made; empty: the plugin's setting."),
            advanced=True,
        )  # fmt: skip
        self.add(
            QgsProcessingParameterFile("BOUNDARY", tr("City boundaries"), optional=True),
            tr("A GeoJSON of municipal boundaries with city_code, for cities that the plugin does not ship."),
            advanced=True,
        )
        self.add_language()
        self.add_numbers(
            READ=tr("Rows read"),
            KEPT=tr("Rows kept"),
            REPAIRED=tr("Rows repaired"),
            SET_ASIDE=tr("Rows set aside"),
            SKIPPED=tr("Rows skipped"),
            FAILED=tr("Cities not imported"),
        )

    def work(self, parameters, context, feedback):
        from ...documents.import_report import write_report
        from ...layers.importing import Cancelled, Progress, import_cities

        progress = Progress(
            lambda share: feedback.setProgress(100 * share),
            feedback.pushInfo,
            feedback.pushWarning,
            feedback.isCanceled,
        )
        dry_run = self.parameterAsBool(parameters, "DRY_RUN", context)
        store = self.parameterAsFileOutput(parameters, "STORE", context)
        crs = self.parameterAsCrs(parameters, "CRS", context)
        self.imported = []
        try:
            jobs = self.jobs(parameters, context, feedback)
            account = import_cities(
                jobs,
                store,
                dry_run=dry_run,
                crs=crs.authid() if crs.isValid() else None,
                default_crs=_setting("store_crs"),
                boundary_path=self.parameterAsFile(parameters, "BOUNDARY", context) or None,
                progress=progress,
            )
        except Cancelled:
            feedback.pushWarning(
                tr("Cancelled. What was being imported was taken back; nothing is half done.")
            )
            return {}
        if not dry_run:
            landed = {city.city_code for city in account.cities if not city.problem}
            self.imported = [(p.city_code, p.path, folder) for p, folder in jobs if p.city_code in landed]
        results = {"STORE": store, "FAILED": sum(1 for city in account.cities if city.problem)}
        report = self.parameterAsFileOutput(parameters, "REPORT", context)
        if report:
            results["REPORT"] = write_report(account, report, self.chosen_language(parameters, context))
        for name in ("read", "kept", "repaired", "set_aside", "skipped"):
            results[name.upper()] = account.total(name)
        self._tell(account, feedback)
        self.check_outcome(account)
        return results

    def check_folder(self, folder: str) -> None:
        from pathlib import Path

        from ...layers.errors import GunmaneError

        if not folder or not Path(folder).is_dir():
            raise GunmaneError(tr("There is no folder {folder}.", folder=folder or "-"), code="E-NOFILE")

    def check_outcome(self, account) -> None:
        """Raise where the run as a whole failed; the report is written by then."""
        from ...layers.errors import GunmaneError

        failed = [city for city in account.cities if city.problem]
        if failed and len(failed) == len(account.cities):
            raise GunmaneError("\n".join(f"{city.city_name}: {city.problem}" for city in failed))

    def _tell(self, account, feedback) -> None:
        for city in account.cities:
            if city.problem:
                feedback.reportError(f"{city.city_name}: {city.problem}")
                continue
            feedback.pushInfo(
                tr(
                    "{city}: read {read}, kept {kept} (new {new}, changed {updated}, conflicts {conflicts}),"
                    " repaired {repaired}, set aside {aside}, skipped {skipped}, vanished {vanished}.",
                    city=city.city_name,
                    read=city.total("read"),
                    kept=city.total("kept"),
                    new=city.total("new"),
                    updated=city.total("updated"),
                    conflicts=city.total("conflicts"),
                    repaired=city.total("repaired"),
                    aside=city.total("set_aside"),
                    skipped=city.total("skipped"),
                    vanished=city.total("vanished"),
                )
            )
            if not city.changed and not account.dry_run:
                feedback.pushInfo(
                    tr("{city}: nothing was different from the last import.", city=city.city_name)
                )
