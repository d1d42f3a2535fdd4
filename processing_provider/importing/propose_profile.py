"""``gunmane:proposeprofile``: unknown files of a city that no one prepared for -> a proposed profile."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
)

from ... import i18n
from ...i18n import tr
from ..base import GunmaneAlgorithm


class _StoppedError(Exception):
    """The person cancelled."""


class ProposeProfile(GunmaneAlgorithm):
    ID = "proposeprofile"
    ICON = "icons/import-city.svg"
    NEEDS = ("numpy", "pandas", "shapely", "pyproj", "scipy", "openpyxl", "jinja2")
    GROUP_ID = "data"

    def title(self):
        return tr("Propose a city profile")

    def group_title(self):
        return tr("1 Data: several cities, one map")

    def keywords(self):
        return ["プロファイル", "対応付け", "推定", "profile", "mapping", "wizard", "guess"]

    def declare(self):
        self.add(
            QgsProcessingParameterMultipleLayers(
                "FILES", tr("Files or folders of the city"), QgsProcessing.SourceType.TypeFile
            ),
            tr(
                "csv, xlsx, shp, dbf, gpkg, geojson, kml: any number of files, or a folder, which is searched."
            ),
        )
        self.add(
            QgsProcessingParameterString("CITY", tr("City (code or name)"), optional=True),
            tr("Code with 5 or 6 digits (with a name after it, if you like), or the name as in the boundary file."
               " Empty: as the files themselves say. A city outside Japan gets six digits of your choice that begin"
               " with 9, and its name: 990001 Springfield. A prefecture's code (08000) takes the rows of all its"
               " municipalities."),
        )  # fmt: skip
        self.add(
            QgsProcessingParameterFile("BOUNDARY", tr("City boundaries"), optional=True),
            tr("A GeoJSON with city_code: coordinates, axis order and datum are checked against it. Without it the"
               " files' own statements are taken, flagged as unchecked."),
        )  # fmt: skip
        self.add(
            QgsProcessingParameterFileDestination("PROFILE", tr("Proposed profile"), tr("Profiles (*.toml)")),
            tr("The TOML for the import, with confidence and reasons as comments."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "REPORT", tr("Report of the proposal"), tr("HTML files (*.html)"), optional=True
            ),
            tr("File by file: table, columns, places, how sure and why, and what a person must decide."),
        )
        self.add_language()
        self.add_numbers(
            LEDGERS=tr("Ledgers proposed"),
            REFUSED=tr("Ledgers without a place"),
            MAPPED=tr("Columns with a field"),
            PERSONAL=tr("Personal columns"),
            UNDECIDED=tr("Columns to be decided"),
        )

    def work(self, parameters, context, feedback):
        from ...layers.propose import propose

        files = self.parameterAsFileList(parameters, "FILES", context)
        if not [f for f in files if f]:
            raise QgsProcessingException(tr("Give at least one file or folder."))

        def progress(share: float, text: str) -> None:
            if feedback.isCanceled():
                raise _StoppedError
            feedback.setProgress(95 * share)
            feedback.setProgressText(text)

        language = self.chosen_language(parameters, context)
        try:
            with i18n.speaking(language):
                proposal = propose(
                    files,
                    self.parameterAsString(parameters, "CITY", context).strip() or None,
                    self.parameterAsFile(parameters, "BOUNDARY", context) or None,
                    progress,
                )
                return self._results(proposal, parameters, context, feedback, language)
        except _StoppedError:
            feedback.pushWarning(tr("Cancelled. Nothing was written."))
            return {}

    def _results(self, proposal, parameters, context, feedback, language) -> dict:
        from ...documents.propose_report import write_propose_report
        from ...layers.propose import write_profile

        for source in proposal.sources:
            if source.refusal is not None:
                feedback.pushWarning(
                    tr("{title}: not proposed: {reason}", title=source.title, reason=source.refusal)
                )
                continue
            feedback.pushInfo(
                tr("{title}: {table} ({confidence})", title=source.title, confidence=source.table.confidence,
                   table=source.assignment.table.label(language))
            )  # fmt: skip
            for warning in source.warnings:
                feedback.pushWarning(f"{source.title}: {warning}")
        results = {}
        report = self.parameterAsFileOutput(parameters, "REPORT", context)
        if report:
            # First: it also tells why nothing could be proposed.
            results["REPORT"] = write_propose_report(proposal, report, language)
        path = write_profile(proposal, self.parameterAsFileOutput(parameters, "PROFILE", context))
        feedback.setProgress(100)
        choices = [c for s in proposal.kept for c in s.choices.values()]
        return results | {
            "PROFILE": str(path),
            "LEDGERS": len(proposal.kept),
            "REFUSED": len(proposal.refused),
            "MAPPED": sum(c.role in ("field", "link", "context") for c in choices),
            "PERSONAL": sum(c.role == "personal" for c in choices),
            "UNDECIDED": sum(c.role == "undecided" for c in choices),
        }
