"""``gunmane:comparescenarios``: zone plans side by side, and what each city gains or loses."""

from __future__ import annotations

import contextlib

from qgis.core import QgsCoordinateReferenceSystem, QgsWkbTypes

from ... import i18n
from ...i18n import tr
from ...layers.errors import GunmaneError
from ..base import GunmaneAlgorithm
from ..network.outputs import Sinks
from ..network.progress import Cancelled, Steps
from .assign_zones import GROUP_ID, zones_group
from .files import written
from .scenario_inputs import Given, from_layers, from_store, together
from .scenario_parameters import DIFFERENCE, TABLE, declare, titles

KIND = "比較"  # of plan runs: schema/codes.toml, PLANKIND
MULTILINE = QgsWkbTypes.Type.MultiLineString


class CompareScenarios(GunmaneAlgorithm):
    ID = "comparescenarios"
    ICON = "icons/scenarios.svg"
    NEEDS = ("numpy", "pandas", "shapely", "scipy", "pyproj", "jinja2", "openpyxl")
    GROUP_ID = GROUP_ID
    _sinks = None

    def title(self):
        return tr("Compare zone plans: what each city gains or loses")

    def group_title(self):
        return zones_group()

    def keywords(self):
        return ["工区", "シナリオ", "比較", "案", "得失", "議会", "包括的民間委託", "scenario", "what if", "compare",
                "council"]  # fmt: skip

    def declare(self):
        declare(self)
        self.add_language()
        self.add_numbers(
            COUNT=tr("Plans"), CHANGED=tr("Sections that change hands, in all plans"),
            CHANGED_KM=tr("Length that changes hands, in all plans (km)"),
        )  # fmt: skip

    def work(self, parameters, context, feedback):
        self._sinks = None
        with contextlib.suppress(Cancelled), i18n.speaking(self.chosen_language(parameters, context)):
            return self._run(parameters, context, feedback)
        if self._sinks is not None:
            self._sinks.discard()
            self._sinks = None
        feedback.pushWarning(tr("Cancelled; nothing was written."))
        return {}

    def postProcessAlgorithm(self, context, feedback):
        if self._sinks is not None:
            self._sinks.dress(context)
        return super().postProcessAlgorithm(context, feedback)

    def _run(self, parameters, context, feedback) -> dict:
        from ...analysis.scenarios import ScenarioError, city_blocks, compare, headlines

        steps = Steps(feedback, 0, 50)
        steps(tr("Reading the plans …"))
        given, store = self._given(parameters, context, feedback)
        options = self._options(parameters, context)
        steps(tr("Comparing …"), 0.7)
        try:
            found = compare(given.roads, given.scenarios, options, given.joints)
        except ScenarioError as error:
            raise GunmaneError(str(error)) from error
        if not given.deadlines:
            found.left_out.append(tr("Deadlines: the store has no work plan that says how many are met."))
        heads, blocks = headlines(found), city_blocks(found, given.names)
        steps = Steps(feedback, 50, 100)
        steps(tr("Writing …"))
        results = self._write(found, given, heads, blocks, parameters, context, feedback)
        results |= self._files(found, given, parameters, context)
        steps(tr("Writing …"), 0.9)
        for line in self._tell(heads, blocks):
            feedback.pushInfo(line)
        for line in (*found.assumed, *found.left_out, *given.said):
            feedback.pushInfo(line)
        results["PLAN"] = self._keep(store, found, given, heads, parameters, context, feedback)
        changed = found.changes
        return results | {
            "COUNT": len(found.plans), "CHANGED": len(changed),
            "CHANGED_KM": float(changed["km"].sum()) if len(changed) else 0.0,
        }  # fmt: skip

    # -- what goes in --------------------------------------------------------------------------------------

    def _given(self, parameters, context, feedback) -> tuple[Given, str | None]:
        """(the plans, the store that some of them are of)."""
        path = self.parameterAsFile(parameters, "STORE", context) or None
        wanted = _texts(self.parameterAsMatrix(parameters, "PLANS", context))
        layers = self.parameterAsLayerList(parameters, "LAYERS", context) or []
        if not path and (wanted or not layers):
            raise GunmaneError(
                tr("There is nothing to compare."),
                remedy=tr("Give a store with zone plans, or layers “Sections with zones”."),
            )
        of_store = bool(path) and (bool(wanted) or not layers)
        workplan = self.parameterAsString(parameters, "WORKPLAN", context).strip()
        stored = from_store(path, wanted, workplan, of_store) if path else None
        plane, id_of = (stored.plane, stored.id_of) if of_store else (None, {})
        layered = from_layers(layers, id_of, plane, context, feedback) if layers else None
        given = together(stored, layered)
        if len(given.scenarios) < 2:
            names = ", ".join(one.key for one in given.scenarios) or "-"
            raise GunmaneError(
                tr("At least two zone plans are needed; there is: {plans}.", plans=names), code="E-NOPLAN",
                remedy=tr("Draw zones again with other wishes, each kept in the store or as a layer."),
            )  # fmt: skip
        self._called(given, parameters, context)
        self._places(given, parameters, context, feedback)
        return given, path if of_store else None

    def _called(self, given: Given, parameters, context) -> None:
        import dataclasses

        names = _texts(self.parameterAsMatrix(parameters, "NAMES", context))
        if len(names) > len(given.scenarios):
            raise GunmaneError(
                tr("There are more names ({n}) than plans ({m}).", n=len(names), m=len(given.scenarios))
            )
        for n, name in enumerate(names):
            given.scenarios[n] = dataclasses.replace(given.scenarios[n], name=name)

    def _places(self, given: Given, parameters, context, feedback) -> None:
        """Names of the cities, and their areas."""
        from ..network.joined import read_areas
        from ..standards.common import city_names

        given.names = given.names or city_names(None)
        table = read_areas(self, parameters, context, given.plane, feedback)
        if table is None:
            if given.areas and given.plane and self.parameterAsFile(parameters, "STORE", context):
                given.areas = self._moved(given, parameters, context)
            return
        if "name_ja" in table:
            known = table.dropna(subset=["city_code", "name_ja"])
            given.names = {**given.names, **dict(zip(known["city_code"].astype(str), known["name_ja"]))}
        if "geom" not in table:
            raise GunmaneError(f"CITIES: {tr('The layer has no geometry.')}")
        table = table[table["geom"].notna() & table["city_code"].notna()]
        given.areas = list(zip(table["city_code"].astype(str), table["geom"]))

    def _moved(self, given: Given, parameters, context) -> list:
        """Areas of the store in the plane of the comparison, which may be a layer's."""
        import numpy as np

        from ...layers.coordinates.crs import transformer
        from ...layers.store import open_store

        with open_store(self.parameterAsFile(parameters, "STORE", context), readonly=True) as store:
            crs = store.crs
        if crs == given.plane:
            return given.areas
        shapes = np.array([*(area for _, area in given.areas), None], object)[:-1]
        moved = transformer(crs, given.plane).transform_geometries(shapes)
        return [(code, area) for (code, _), area in zip(given.areas, moved)]

    def _options(self, parameters, context):
        from ...analysis.scenarios import ScenarioOptions

        def number(name):
            return (
                None
                if parameters.get(name) in (None, "")
                else self.parameterAsDouble(parameters, name, context)
            )

        return ScenarioOptions(
            hours=number("HOURS"), crew_hours=number("CREW_HOURS"), journeys=number("JOURNEYS"),
            yen_per_hour=number("YEN_PER_HOUR"), max_minutes=self.parameterAsDouble(parameters, "MAX_MINUTES", context),
        )  # fmt: skip

    # -- what comes out ------------------------------------------------------------------------------------

    def _write(self, found, given: Given, heads, blocks, parameters, context, feedback) -> dict:
        from .scenario_tables import difference_rows, table_rows

        crs = QgsCoordinateReferenceSystem(given.plane or "EPSG:6677")
        sinks = self._sinks = Sinks(self, parameters, context, feedback, given.plane or "EPSG:6677", crs)
        own = titles()
        spec = [(name, kind, own.get(name, "")) for name, kind in TABLE]
        table = table_rows(found, given.names, heads, blocks)
        sinks.write("TABLE", table, spec, QgsWkbTypes.Type.NoGeometry)
        spec = [(name, kind, own.get(name, "")) for name, kind in DIFFERENCE]
        sinks.write("DIFFERENCE", difference_rows(found, given), spec, MULTILINE, "difference")
        return sinks.results

    def _files(self, found, given: Given, parameters, context) -> dict:
        from ...documents import scenarios_book, scenarios_report

        results = {}
        for name, write in (("REPORT", scenarios_report.write_report), ("XLSX", scenarios_book.write_xlsx)):
            path = self.parameterAsFileOutput(parameters, name, context)
            if path:
                with written(path):
                    results[name] = write(
                        path, found, given.names, i18n.language(), roads=given.roads, scenarios=given.scenarios,
                        areas=given.areas, deadlines=given.deadlines, said=given.said,
                    )  # fmt: skip
        return results

    def _tell(self, heads, blocks) -> list[str]:
        gap = "" if i18n.language() == "ja" else " "
        lines = []
        for head in heads:
            lines.append(f"{head.plan}: {gap.join(one.text for one in head.said)}")
            lines += [
                f"  {own.city}: {gap.join(one.text for one in own.said)}"
                for own in blocks
                if own.plan_id == head.plan_id
            ]
        return lines

    def _keep(self, store, found, given: Given, heads, parameters, context, feedback) -> str | None:
        if store is None or not self.parameterAsBool(parameters, "KEEP", context):
            return None
        import dataclasses

        import pandas as pd

        from ...layers.planning import input_hash, write_plan

        params = {"plans": given.hashes, "options": dataclasses.asdict(found.options)}
        note = "\n".join(self._tell(heads, []))
        name = " / ".join(found.plans["plan"])
        empty = pd.DataFrame({"damage": pd.Series([], dtype=object)})
        prints = input_hash(found.zones.drop(columns=["cities"]), found.changes)
        kept = write_plan(store, KIND, empty, params, prints, name=name, note=note, marks={})
        words = tr("Kept as plan run {plan}.", plan=kept.plan_id) if kept.new else tr(
            "The same run stands in the store already: {plan}.", plan=kept.plan_id
        )  # fmt: skip
        feedback.pushInfo(words)
        return kept.plan_id


def _texts(cells) -> list[str]:
    """Cells of a matrix that say something; one that is not given is a NULL of Qt's."""
    return [
        text for text in (str(cell).strip() for cell in cells if cell is not None) if text and text != "NULL"
    ]
