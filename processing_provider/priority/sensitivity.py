"""``gunmane:prioritysensitivity``: how solid the ranks are when the weights are others than those agreed."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)

from ... import i18n
from ...i18n import language, tr
from ..frames import cells, fields_of, without, write_beside, write_rows
from ..standards.common import name_fields
from .inputs import declare_inputs
from .prioritize import ADDED as RANKED
from .prioritize import OLDER, Prioritize
from .view import dress

ADDED = (
    ("rank", "integer", "rank"),
    ("band", "string", "band"),
    ("score", "double", "score"),
    ("rank_best", "integer", "best"),
    ("rank_worst", "integer", "worst"),
    ("in_band", "double", "in_band"),
    ("in_top", "double", "in_top"),
    ("moves", "integer", "moves"),
    ("solid", "integer", "solid"),
    ("border", "integer", "border"),
)
RUNS = (
    ("factor", "string"),
    ("times", "double"),
    ("overlap", "double"),
    ("rho", "double"),
    ("tau", "double"),
    ("band_changes", "integer"),
)


class _Store:
    """A store that is only read for its office days: nothing is kept."""

    def __init__(self, path: str | None):
        self.path = path

    def __bool__(self) -> bool:
        return False


class PrioritySensitivity(Prioritize):
    ID = "prioritysensitivity"
    ICON = "icons/prioritize.svg"

    def title(self):
        return tr("How solid are the ranks?")

    def keywords(self):
        return ["感度", "感度分析", "順位の安定", "sensitivity", "monte carlo", "robust"]

    def declare(self):
        declare_inputs(self)
        self.add(
            QgsProcessingParameterFile(
                "STORE", tr("Store with office days"), extension="gpkg", optional=True
            ),
            tr("The same as for the ranking, so that deadlines are reckoned alike. It is not changed."),
            advanced=True,
        )
        for name, title, default, low, high, help_text in (
            ("DRAWS", tr("Random sets of weights"), 1000, 0, 1_000_000,
             tr("In each one every weight and the share of the risk is multiplied by a number of its own.")),
            ("SPREAD", tr("How far weights may be off (%)"), 20, 0, 100,
             tr("20: between 0.8 and 1.2 times the agreed value, each equally likely; also for the single changes.")),
            ("SEED", tr("Seed of the random numbers"), 5, 0, 2_147_483_647,
             tr("The same seed gives the same numbers again.")),
        ):  # fmt: skip
            self.add(
                QgsProcessingParameterNumber(name, title, defaultValue=default, minValue=low, maxValue=high),
                help_text,
            )
        self.add(
            QgsProcessingParameterNumber(
                "TOP", tr("How many of the first are compared"), defaultValue=None, optional=True, minValue=1
            ),
            tr("E.g. as many as can be done this month. Empty: 20, or half of a short list."),
        )
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Damages with the range of their rank")),
            tr("Best and worst rank over all draws, the share of draws in which the damage keeps its band and is among"
               " the first, the most places it moves when one weight changes, and whether it lies on a border of"
               " bands."),
        )  # fmt: skip
        self.add(
            QgsProcessingParameterFeatureSink(
                "RUNS", tr("Single changes"), QgsProcessing.SourceType.TypeVector, optional=True,
                createByDefault=False,
            ),
            tr("A table: each weight alone, and the share of the risk, down and up: overlap of the first, Spearman's"
               " rho, Kendall's tau, bands that change."),
        )  # fmt: skip
        self.add(
            QgsProcessingParameterFileDestination(
                "PLOT", tr("Plot"), tr("Pictures (*.png *.svg *.pdf)"), optional=True, createByDefault=False
            ),
            tr("The range of rank of the first damages as a picture; needs matplotlib."),
        )
        self.add_language()
        self.add_numbers(
            RANKED=tr("Ranked damages"), STABLE=tr("The list is stable (1) or not (0)"),
            OVERLAP_LEAST=tr("Least overlap of the first"), RHO_LEAST=tr("Least Spearman's rho"),
            SOLID=tr("Damages whose rank is solid"), BORDER=tr("Damages on a border of bands"),
        )  # fmt: skip

    def work(self, parameters, context, feedback):
        from ...analysis.priority import absences, sensitivity

        source = self.judged_source(parameters, context)
        store = _Store(self.parameterAsFile(parameters, "STORE", context) or None)
        top = self.parameterAsInt(parameters, "TOP", context) if parameters.get("TOP") is not None else None
        with i18n.speaking(self.chosen_language(parameters, context)):
            ranking = self.rank(source, store, parameters, context, feedback)
            if ranking is None:
                return {}
            for line in absences(ranking):
                feedback.pushWarning(line)
            found = sensitivity(
                ranking,
                self.parameterAsInt(parameters, "DRAWS", context),
                self.parameterAsInt(parameters, "SEED", context),
                spread=self.parameterAsDouble(parameters, "SPREAD", context) / 100,
                top=top,
            )
            feedback.setProgress(75)
            results = self._write_ranges(source, ranking, found, parameters, context, feedback)
            results |= self._write_runs(found, parameters, context, feedback)
            path = self.parameterAsFileOutput(parameters, "PLOT", context)
            if path and not feedback.isCanceled():
                results |= self._plot(ranking, found, path, feedback)
            numbers = {
                "RANKED": len(found.frame),
                "STABLE": int(found.stable),
                "OVERLAP_LEAST": float(found.runs["overlap"].min()) if len(found.runs) else 1.0,
                "RHO_LEAST": float(found.runs["rho"].min()) if len(found.runs) else 1.0,
                "SOLID": int(found.frame["solid"].sum()),
                "BORDER": int(found.frame["border"].sum()),
            }
            verdict = tr("The list is stable") if found.stable else tr("The list is not stable")
            feedback.pushInfo(
                tr("{verdict}: the first {k} overlap by {overlap} or more, rho is {rho} or more; {border} damages lie"
                   " on a border of bands.", verdict=verdict, k=found.k, overlap=f"{numbers['OVERLAP_LEAST']:.2f}",
                   rho=f"{numbers['RHO_LEAST']:.3f}", border=numbers["BORDER"])
            )  # fmt: skip
        return results | numbers

    def _write_ranges(self, source, ranking, found, parameters, context, feedback) -> dict:
        frame = ranking.frame[["band", "score"]].join(found.frame)
        spec = [(name, kind, titles().get(name, name)) for name, kind, _ in ADDED]
        former = [name for name, *_ in (*RANKED, *ADDED)]
        fields = without(source.fields(), [*former, *OLDER])
        for field in fields_of(spec):
            fields.append(field)
        sink, identity = self.parameterAsSink(
            parameters, "OUTPUT", context, fields, source.wkbType(), source.sourceCrs()
        )
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, "OUTPUT"))
        more = cells(frame, [(column, kind) for _, kind, column in ADDED])
        written = write_beside(source, sink, fields, more, feedback, (75, 95))
        if written < len(more) and not feedback.isCanceled():
            raise QgsProcessingException(self.writeFeatureError(sink, parameters, "OUTPUT"))
        self._made, self._titles, self._language = identity, titles(), language()
        return {"OUTPUT": identity}

    def _write_runs(self, found, parameters, context, feedback) -> dict:
        fields = fields_of(RUNS)
        sink, identity = self.parameterAsSink(
            parameters, "RUNS", context, fields, QgsWkbTypes.Type.NoGeometry
        )
        if sink is None:
            return {}
        rows = cells(found.runs, RUNS)
        if write_rows(sink, fields, rows, feedback) < len(rows) and not feedback.isCanceled():
            raise QgsProcessingException(self.writeFeatureError(sink, parameters, "RUNS"))
        return {"RUNS": identity}

    def _plot(self, ranking, found, path: str, feedback) -> dict:
        from ...documents.priority_plot import write_plot

        made = write_plot(ranking, found, path)
        if made is None:
            feedback.pushWarning(tr("No plot: matplotlib is not installed."))
            return {}
        return {"PLOT": made}

    def postProcessAlgorithm(self, context, feedback):
        """Its style and the titles of its fields, where the result goes into a project."""
        identity = getattr(self, "_made", None)
        layer = name_fields(identity, self._titles, context) if identity else None
        if layer is not None:
            dress(layer, "rank_range", self._titles, self._language)
        return {}


def titles() -> dict[str, str]:
    return {
        "rank": tr("Rank"),
        "band": tr("Band"),
        "score": tr("Score"),
        "rank_best": tr("Best rank"),
        "rank_worst": tr("Worst rank"),
        "in_band": tr("Share of draws in its band"),
        "in_top": tr("Share of draws among the first"),
        "moves": tr("Most places it moves"),
        "solid": tr("Rank is solid"),
        "border": tr("On a border of bands"),
    }
