"""Results kept in the store as a plan run: the parameters that algorithms share for it, and the keeping."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ..i18n import tr


def add_plan_parameters(algorithm) -> None:
    """STORE, NAME, ADOPT, AUTHOR and the output PLAN. Nothing is kept where STORE is empty."""
    algorithm.add(
        QgsProcessingParameterFile(
            "STORE", tr("Keep the result in the store as a plan run"), extension="gpkg", optional=True
        ),
        tr("The store whose damages these are (by their field uuid). Every run stands beside the others; the same"
           " run twice is kept once. Empty: nothing is kept."),
        advanced=True,
    )  # fmt: skip
    algorithm.add(
        QgsProcessingParameterString("NAME", tr("Name of the plan run"), optional=True),
        tr("For lists and maps, e.g. “Council of June”. Empty: its id."),
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterBoolean("ADOPT", tr("Adopt the plan run"), defaultValue=False),
        tr("Its results are copied to the damages, where the map, lists and forms show them. The run adopted before"
           " stays in the store."),
        advanced=True,
    )  # fmt: skip
    algorithm.add(
        QgsProcessingParameterString("AUTHOR", tr("Author"), optional=True),
        tr("Kept with the plan run; empty: the user's name of the settings."),
        advanced=True,
    )
    algorithm.addOutput(QgsProcessingOutputString("PLAN", tr("Id of the plan run")))


class Keeping:
    """One run on its way into the store: made before the inputs are read, so that no change meanwhile is missed."""

    def __init__(self, algorithm, parameters, context):
        from ..layers.planning import marks
        from ..layers.store import open_store
        from ..ui import settings

        self.path = algorithm.parameterAsFile(parameters, "STORE", context) or None
        self.name = algorithm.parameterAsString(parameters, "NAME", context).strip() or None
        self.adopts = algorithm.parameterAsBool(parameters, "ADOPT", context)
        author = algorithm.parameterAsString(parameters, "AUTHOR", context).strip()
        self.author = author or settings.value("user_name") or None
        self.marks = None
        if self.path:
            with open_store(self.path, readonly=True) as store:
                self.marks = marks(store)

    def __bool__(self) -> bool:
        return self.path is not None

    def keep(self, kind, rows, params, input_hash, std_ver, feedback, note=None) -> str:
        """Write and, where wanted, adopt the run; says what was done. Returns its id."""
        from ..layers.planning import adopt, write_plan

        plan = write_plan(
            self.path,
            kind,
            rows,
            params,
            input_hash,
            std_ver,
            self.author,
            self.name,
            marks=self.marks,
            note=note,
        )
        if plan.new:
            feedback.pushInfo(
                tr("Kept as plan run {plan}: {n} damages.", plan=plan.plan_id, n=f"{plan.rows:,}")
            )
        else:
            feedback.pushInfo(tr("The same run stands in the store already: {plan}.", plan=plan.plan_id))
        if plan.unknown:
            feedback.pushWarning(
                tr(
                    "{n} damages are not in the store; their results are not kept there.",
                    n=f"{plan.unknown:,}",
                )
            )
        if self.adopts:
            done = adopt(self.path, plan.plan_id, self.author)
            feedback.pushInfo(tr("Adopted: {n} damages changed.", n=f"{done.changed:,}"))
            for former in done.former:
                feedback.pushInfo(tr("Not adopted any more: {plan}.", plan=former))
        return plan.plan_id
