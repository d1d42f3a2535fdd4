"""Results of the network's analyses kept in the store as plan runs."""

from __future__ import annotations

from qgis.core import QgsProcessingOutputString, QgsProcessingParameterBoolean, QgsProcessingParameterFile
from qgis.core import QgsProcessingParameterString as Text

from ...i18n import tr


def add_plan_parameters(algorithm) -> None:
    """STORE, NAME, ADOPT, AUTHOR and the output PLAN. Nothing is kept where STORE is empty."""
    algorithm.add(
        QgsProcessingParameterFile(
            "STORE", tr("Keep the result in the store as a plan run"), extension="gpkg", optional=True
        ),
        tr("The store whose roads these are (by their field uuid). Every run stands beside the others; the same run"
           " twice is kept once. Empty: nothing is kept."),
        advanced=True,
    )  # fmt: skip
    algorithm.add(
        Text("NAME", tr("Name of the plan run"), optional=True),
        tr("For lists and maps, e.g. “Council of June”. Empty: its id."),
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterBoolean("ADOPT", tr("Adopt the plan run"), defaultValue=False),
        tr("The map shows the adopted run of each kind. The run adopted before stays in the store."),
        advanced=True,
    )
    algorithm.add(
        Text("AUTHOR", tr("Author"), optional=True),
        tr("Kept with the plan run; empty: the user's name of the settings."),
        advanced=True,
    )
    algorithm.addOutput(QgsProcessingOutputString("PLAN", tr("Id of the plan run")))


class Keeping:
    def __init__(self, algorithm, parameters, context):
        from ...ui import settings

        self.path = algorithm.parameterAsFile(parameters, "STORE", context) or None
        self.name = algorithm.parameterAsString(parameters, "NAME", context).strip() or None
        self.adopts = algorithm.parameterAsBool(parameters, "ADOPT", context)
        author = algorithm.parameterAsString(parameters, "AUTHOR", context).strip()
        self.author = author or settings.value("user_name") or None
        if self.path:
            self._readable()

    def __bool__(self) -> bool:
        return self.path is not None

    def _readable(self) -> None:
        """A wrong file is to be said before the work, not after it."""
        from ...layers.store import open_store

        with open_store(self.path, readonly=True) as store:
            self.crs = store.crs

    def keep(
        self, kind, tables, params, inputs, feedback, *, plane, result=None, seed=None, note=None
    ) -> str:
        """Write and, where wanted, adopt the run; says what was done. Returns its id.

        ``tables``: name of the model's table -> rows, ``geom`` in the CRS ``plane``; ``inputs``: the frames that the
        result follows from.
        """
        from ...layers.coordinates.crs import transformer
        from ...layers.planning import adopt, input_hash
        from ...layers.planning.networks import write_network_plan

        move = transformer(plane, self.crs).transform_geometries
        moved = {
            name: table.assign(geom=move(table["geom"].to_numpy(object))) if "geom" in table else table
            for name, table in tables.items()
        }
        plan = write_network_plan(
            self.path, kind, moved, params, input_hash(*map(printable, inputs)), author=self.author, name=self.name,
            seed=seed, note=note, result=result,
        )  # fmt: skip
        if plan.new:
            feedback.pushInfo(tr("Kept as plan run {plan}: {n} rows.", plan=plan.plan_id, n=f"{plan.rows:,}"))
        else:
            feedback.pushInfo(tr("The same run stands in the store already: {plan}.", plan=plan.plan_id))
        if plan.unknown:
            feedback.pushWarning(
                tr("{n} sections are not in the store; they are not kept there.", n=f"{plan.unknown:,}")
            )
        if self.adopts:
            for former in adopt(self.path, plan.plan_id, self.author).former:
                feedback.pushInfo(tr("Not adopted any more: {plan}.", plan=former))
        return plan.plan_id


def printable(table):
    """Geometries as text, so that their contents are printed; other values that have no order as text too."""
    import pandas as pd
    import shapely

    if table is None:
        return None
    if not isinstance(table, pd.DataFrame):
        table = pd.DataFrame({"geom": table})
    if "geom" in table:
        table = table.assign(geom=shapely.to_wkb(table["geom"].to_numpy(object), hex=True))
    return table
