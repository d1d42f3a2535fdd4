"""``gunmane:assignzones``: contractors' zones, connected, balanced and in reach of their bases."""

from __future__ import annotations

import dataclasses

from ... import i18n
from ...i18n import tr
from ...layers.errors import GunmaneError
from ..base import GunmaneAlgorithm
from ..network.group_parameters import CLASSES
from ..network.group_routes import names_of
from ..network.joined import declare_network, read_areas, read_network, read_points
from ..network.keeping import add_plan_parameters
from ..network.link_borders import ATTRIBUTES, LINE, NODES, node_titles
from ..network.outputs import Sinks, titles_of
from ..network.progress import Cancellable, Steps, first_of
from .files import written
from .zone_checks import areas_of, told_points, usable
from .zone_inputs import (
    latest_day,
    named_for_people,
    numbers_of,
    read_current,
    read_depots,
    read_locks,
    read_repairs,
)
from .zone_parameters import BORDERS, IN_ZONE, ISSUES, SHARED, ZONES, declare, table_spec, titles
from .zone_results import Answer, issues_of

GROUP_ID = "zones"
OTHER_CLASSES = "*"
PLAN_KIND = "工区"
THROUGH = (("through_id", "string"),)


def zones_group() -> str:
    return tr("5 Zones: shared out among contractors")


class AssignZones(Cancellable, GunmaneAlgorithm):
    ID = "assignzones"
    ICON = "icons/zones.svg"
    NEEDS = ("numpy", "pandas", "shapely", "scipy", "pyproj", "jinja2", "jpholiday")
    GROUP_ID = GROUP_ID

    def title(self):
        return tr("Draw contractors' zones")

    def group_title(self):
        return zones_group()

    def keywords(self):
        return [
            "工区",
            "工区割り",
            "包括的民間委託",
            "業務量",
            "均衡",
            "拠点",
            "群マネ最適",
            "zone",
            "district",
            "balance",
            "contractor",
            "partition",
        ]

    def declare(self):
        declare_network(self)
        declare(self)
        add_plan_parameters(self)
        self.add_language()
        self.add_numbers(
            COUNT=tr("Zones"), BALANCE_PCT=tr("Farthest from its wanted share (%)"),
            LONGEST_MIN=tr("Longest travel (min)"), MEAN_MIN=tr("Mean travel (min)"),
            GAP_PCT=tr("Travel above the bound (%)"), CUT=tr("Junctions where zones meet"),
            UNREACHED=tr("Sections without a zone"), LATE=tr("Sections over the time limit"),
            CHANGED=tr("Sections that change their zone"),
        )  # fmt: skip

    def checkParameterValues(self, parameters, context):
        low, high = (self.parameterAsInt(parameters, name, context) for name in ("KMIN", "KMAX"))
        if high < low:
            return False, tr("The most zones must not be fewer than the fewest.")
        return super().checkParameterValues(parameters, context)

    def _run(self, keeping, parameters, context, feedback):
        from ...analysis.zones import ZoneError

        steps = Steps(feedback, 0, 25)
        steps(tr("Reading the network …"))
        seasonal = numbers_of(self, parameters, context, "SEASONAL")
        network = read_network(self, parameters, context, feedback, more=list(seasonal))
        frame = usable(network, feedback)
        network = network._replace(frame=network.frame.loc[frame.index])
        frame, original = named_for_people(frame)
        missing = [name for name in seasonal if name not in frame]
        if missing:
            raise GunmaneError(
                tr("The network has no field {name} of seasonal work.", name=", ".join(missing))
            )
        steps(tr("Reading what lies beside it …"), 0.4)
        cities = read_areas(self, parameters, context, network.plane, feedback)
        depots = read_depots(self, parameters, context, network.plane, feedback)
        locks = read_locks(self, parameters, context, frame, original, feedback)
        current = read_current(self, parameters, context, frame, original, feedback)
        steps(tr("Workload of the sections …"), 0.7)
        try:
            work, messages, facts = self._workload(frame, network, seasonal, parameters, context, feedback)
            options = self._options(frame, depots, parameters, context, feedback)
            found = self._assign(frame, work, options, depots, locks, current, cities, feedback)
        except ZoneError as error:
            raise GunmaneError(
                str(error),
                remedy=tr("Change one of the wishes: nothing was relaxed, and nothing was written."),
            ) from error
        found.messages[:0] = messages
        answer = Answer.of(found, depots, names_of(cities), options, frame)
        results = self._write(answer, network, frame, original, parameters, context, feedback)
        self._tell(answer, feedback)
        report = self.parameterAsFileOutput(parameters, "REPORT", context)
        if report and not feedback.isCanceled():
            from ...documents.zones_report import write_report

            with written(report):
                results["REPORT"] = write_report(
                    report, answer, frame, i18n.language(), _areas(cities), depots.places, facts
                )
        if keeping and not feedback.isCanceled():
            inputs = [network.frame, cities, depots.frame, current, work.reset_index()]
            results["PLAN"] = self._keep(keeping, answer, network, inputs, locks, feedback)
        return results | self._numbers(answer)

    # -- what goes in --------------------------------------------------------------------------------------

    def _workload(self, frame, network, seasonal, parameters, context, feedback):
        """(work of each section, messages, what the report says of it)."""
        import pandas as pd

        from ...analysis.zones import Weights, workloads

        args = (network.plane, ("received_at",), feedback)
        requests, facilities = (
            read_points(self, parameters, context, name, *args) for name in ("REQUESTS", "FACILITIES")
        )
        repairs, example = read_repairs(self, parameters, context, frame, network.plane, feedback)
        chosen = self.parameterAsDateTime(parameters, "AS_OF", context).date()
        day = pd.Timestamp(chosen.toString("yyyy-MM-dd")) if chosen.isValid() else latest_day(requests)
        classes = numbers_of(self, parameters, context, "CLASS_WEIGHTS")
        other = classes.pop(OTHER_CLASSES, 0.0)
        given = {
            name: self.parameterAsDouble(parameters, f"WEIGHT_{name.upper()}", context) for name in SHARED
        }
        left = self._excluded(parameters, context)
        weights = Weights(
            **given, seasonal=seasonal, classes=classes, other_class=other, not_maintained=left
        )  # fmt: skip
        placed = [
            None if points is None else points[points["geom"].notna()] for points in (requests, facilities)
        ]
        work, messages = workloads(frame, *placed, repairs, weights, day)
        told_points(requests, facilities, work, feedback)
        facts = {"weights": weights, "as_of": day, "example": example, "repairs": repairs is not None,
                 "yen": repairs is not None and "yen" in repairs, "requests": requests is not None,
                 "facilities": facilities is not None}  # fmt: skip
        return work, messages, facts

    def _excluded(self, parameters, context) -> tuple[str, ...]:
        return tuple(CLASSES[n] for n in self.parameterAsEnums(parameters, "EXCLUDE", context))

    def _options(self, frame, depots, parameters, context, feedback):
        from ...analysis.zones import AUTO, ZoneError, ZoneOptions

        def number(name):
            return self.parameterAsDouble(parameters, name, context)

        shares = numbers_of(self, parameters, context, "SHARES")
        named = list(dict.fromkeys([*depots.places, *shares]))
        if depots.names:  # a contractor's name says whose share it is as well as its id
            by_name = {name: zone for zone, name in depots.names.items()}
            shares = {
                by_name.get(zone, zone) if zone not in depots.places else zone: v
                for zone, v in shares.items()
            }
            named = list(dict.fromkeys([*depots.places, *shares]))
        baseless = [zone for zone in named if depots.places and zone not in depots.places]
        if baseless:  # perhaps a slip of the pen
            feedback.pushWarning(
                tr("The bases say nothing of {zones}, which has a share: this zone gets a centre of its own.",
                   zones=first_of(baseless))
            )  # fmt: skip
        k = self.parameterAsInt(parameters, "K", context) if parameters.get("K") else (len(named) or AUTO)
        if isinstance(k, int) and not parameters.get("K") and k > 12:
            raise ZoneError(
                tr("The bases and shares name {n} zones, more than 12: {names}.", n=k, names=first_of(named))
            )
        groups = None
        if self.parameterAsBool(parameters, "KEEP_ROUTES", context):
            if "through_id" not in frame or frame["through_id"].isna().all():
                raise GunmaneError(
                    tr("The network has no through routes to be kept whole."),
                    remedy=tr(
                        "Run “Build through routes” first and give its result “Network with through routes”."
                    ),
                )
            groups = "through_id"
        bounds = tuple(self.parameterAsInt(parameters, name, context) for name in ("KMIN", "KMAX"))
        return ZoneOptions(
            k=k, k_bounds=bounds, targets=shares or None,
            borders=BORDERS[self.parameterAsEnum(parameters, "BORDERS", context)],
            border_minutes=number("BORDER_MINUTES"), change_minutes=number("CHANGE_PENALTY"),
            max_minutes=number("MAX_MINUTES"), groups=groups,
            attach_islands=self.parameterAsBool(parameters, "ATTACH_ISLANDS", context),
            seed=self.parameterAsInt(parameters, "SEED", context),
            not_maintained=self._excluded(parameters, context),
            time_limit_s=number("TIME_LIMIT") if parameters.get("TIME_LIMIT") else None,
        )  # fmt: skip

    def _assign(self, frame, work, options, depots, locks, current, cities, feedback):
        from ...analysis.zones import assign_zones

        told = Steps(feedback, 25, 85)
        return assign_zones(
            frame, work, options, depots.places or None, locks or None, current, areas_of(cities, frame, feedback),
            progress=lambda share, text: told(text, share),
        )  # fmt: skip

    # -- what comes out ------------------------------------------------------------------------------------

    def _write(self, answer, network, frame, original, parameters, context, feedback) -> dict:
        from qgis.core import QgsWkbTypes

        sinks = self._sinks = Sinks(
            self, parameters, context, feedback, network.plane, network.source.sourceCrs()
        )
        steps = Steps(feedback, 85, 98)
        steps(tr("Writing …"))
        own = titles()
        pieces = network.frame.drop(columns=[name for name, _ in IN_ZONE], errors="ignore")
        of_section = answer.sections.set_index("section").reindex(frame["section"])
        of_section.index = pieces.index
        pieces = pieces.join(of_section).assign(feature=pieces.index.to_numpy())
        metres = frame["length_m"].groupby(frame["section"]).transform("sum")
        pieces["workload"] *= (frame["length_m"] / metres.where(metres > 0)).fillna(0.0)
        pieces["maintained"] = pieces["maintained"].astype(float)
        spec = titles_of("section", NODES + ATTRIBUTES + THROUGH + IN_ZONE, node_titles() | own)
        spec = [entry for entry in spec if entry[0] in pieces]
        sinks.write_beside(
            "SECTIONS", pieces, spec, LINE, network.source, [True] * len(pieces), "zone_section"
        )
        steps(tr("Writing …"), 0.7)
        multi = QgsWkbTypes.Type.MultiPolygon
        sinks.write("ZONES", answer.zones, titles_of("zone", ZONES, own), multi, "zone")
        table = answer.table()
        spec = table_spec(table, answer.names)
        sinks.write("TABLE", table, spec, QgsWkbTypes.Type.NoGeometry)
        issues = issues_of(answer, frame, original)
        lines = QgsWkbTypes.Type.MultiLineString
        sinks.write("ISSUES", issues, titles_of("section", ISSUES, own), lines)
        return sinks.results

    def _keep(self, keeping, answer, network, inputs, locks, feedback) -> str:
        options = dataclasses.asdict(answer.options)
        params = {"options": options, "plane": network.plane, "locks": sorted(map(list, locks)) or None}
        sections = answer.sections[["section", "zone_id", "workload", "travel_min", "reason"]]
        note = "\n".join([*(one.text for one in answer.infeasible), *(one.text for one in answer.messages)])
        return keeping.keep(
            PLAN_KIND, {"zone": answer.zones, "plan_section": sections}, params, inputs, feedback,
            plane=network.plane, seed=answer.options.seed, note=note or None, result=self._numbers(answer),
        )  # fmt: skip

    def _numbers(self, answer) -> dict:
        bounds = answer.bounds
        unmet = {one.code: len(one.features) for one in answer.infeasible}
        lost = int(answer.sections["zone_id"].isna().any()) * unmet.get("CONTINUITY", 0)
        numbers = {
            "COUNT": len(answer.zones), "BALANCE_PCT": 100 * bounds["imbalance"],
            "LONGEST_MIN": answer.zones["max_min"].max(), "MEAN_MIN": bounds["travel"],
            "GAP_PCT": 100 * bounds["gap"], "CUT": bounds["cut_junctions"],
            "UNREACHED": lost, "LATE": unmet.get("TIME", 0),
            "CHANGED": bounds["changed"],
        }  # fmt: skip
        return {name: float(v) if isinstance(v, float) else int(v) for name, v in numbers.items()}

    def _tell(self, answer, feedback) -> None:
        found = self._numbers(answer)
        feedback.pushInfo(
            tr("{n} zones, at most {dev} % off their wanted share, at most {longest} min from the base, {mean} min on"
               " average; travel is at most {gap} % above the least possible for these bases.", n=found["COUNT"],
               dev=f"{found['BALANCE_PCT']:.1f}", longest=f"{found['LONGEST_MIN']:.0f}",
               mean=f"{found['MEAN_MIN']:.1f}", gap=f"{max(found['GAP_PCT'], 0):.2f}")
        )  # fmt: skip
        for row in answer.zones.to_dict("records"):
            feedback.pushInfo(
                tr("{zone}: {km} km, {share} % of the work, {dev} % off, longest travel {m} min",
                   zone=row["name"], km=f"{row['road_km']:,.0f}", share=f"{row['share']:.1f}",
                   dev=f"{round(row['balance_dev'], 1) + 0.0:+.1f}", m=f"{row['max_min']:.0f}")
            )  # fmt: skip
        for message in answer.messages:
            feedback.pushInfo(message.text)
        for one in answer.infeasible:
            feedback.pushWarning(one.text)


def _areas(cities) -> list:
    return [] if cities is None or "geom" not in cities else list(zip(cities["city_code"], cities["geom"]))
