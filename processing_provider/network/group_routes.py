"""``gunmane:grouproutes``: roads that neighbouring cities manage together, with little dead running."""

from __future__ import annotations

import dataclasses
import re

from qgis.core import QgsProcessingException, QgsWkbTypes

from ... import i18n
from ...i18n import tr
from ...layers.errors import GunmaneError
from ..base import GunmaneAlgorithm
from .group_parameters import (
    CLASSES,
    COMPARISON,
    CROSSINGS,
    DRIVING,
    GROUPS,
    IN_GROUP,
    MODES,
    declare,
    titles,
)
from .group_wishes import keys_in, read_locks, read_start, tell_idle
from .joined import declare_network, read_areas, read_network, read_points
from .keeping import add_plan_parameters
from .link_borders import ATTRIBUTES, GROUP_ID, LINE, NODES, network_group, node_titles
from .outputs import Sinks, titles_of
from .progress import Cancellable, Steps, first_of


class GroupRoutes(Cancellable, GunmaneAlgorithm):
    ID = "grouproutes"
    ICON = "icons/route-group.svg"
    NEEDS = ("numpy", "pandas", "shapely", "scipy", "pyproj", "jinja2", "jpholiday")
    GROUP_ID = GROUP_ID

    def title(self):
        return tr("Group routes to be managed together")

    def group_title(self):
        return network_group()

    def keywords(self):
        return [
            "路線群",
            "群マネ",
            "共同管理",
            "空走",
            "編成",
            "route group",
            "dead running",
            "postman",
            "partition",
        ]

    def declare(self):
        declare_network(self)
        declare(self)
        add_plan_parameters(self)
        self.add_language()
        self.add_numbers(
            COUNT=tr("Groups"), LENGTH_KM=tr("Length of the groups (km)"), DEAD_KM=tr("Dead running (km)"),
            DEAD_PCT=tr("Dead running (%)"), SEPARATE_PCT=tr("Dead running, each city by itself (%)"),
            BOUND_PCT=tr("Dead running that no grouping can beat (%)"), GAP_PCT=tr("At most above the best (%)"),
            OUT_OF_BOUNDS=tr("Groups out of their bounds"),
        )  # fmt: skip

    def checkParameterValues(self, parameters, context):
        low, high = (self.parameterAsDouble(parameters, name, context) for name in ("MIN_KM", "MAX_KM"))
        if high < low:
            return False, tr("The longest group must not be shorter than the shortest.")
        return super().checkParameterValues(parameters, context)

    def _run(self, keeping, parameters, context, feedback):
        from ...analysis.groups import GroupingError, group_routes

        steps = Steps(feedback, 0, 15)
        steps(tr("Reading the network …"))
        balance = self.parameterAsString(parameters, "BALANCE_FIELD", context).strip()
        network = read_network(self, parameters, context, feedback, more=[balance] if balance else [])
        frame = self._with_events(network, parameters, context, feedback)
        cities = read_areas(self, parameters, context, network.plane, feedback)
        steps(tr("Through routes …"), 0.7)
        routes = self._routes(frame, cities, feedback)
        locks = read_locks(self, parameters, context)
        start = read_start(self, parameters, context, frame, feedback)
        names = names_of(cities)
        options = self._options(frame, balance, names, parameters, context, feedback)
        work = Steps(feedback, 15, 85)
        try:
            answer = group_routes(
                frame, routes, options, locks, start, progress=lambda share, text: work(text, share)
            )
        except GroupingError as error:
            raise GunmaneError(
                str(error),
                remedy=tr("Change one of the wishes: nothing was relaxed, and nothing was written."),
            ) from error
        except ValueError as error:
            raise QgsProcessingException(str(error)) from error
        answer.groups["colour"] = colours_of(answer.groups)
        for column in ("name", "reason"):
            answer.groups[column] = [_named(text, names) for text in answer.groups[column]]
        results = self._write(answer, network, names, parameters, context, feedback)
        self._tell(answer, options, feedback)
        tell_idle(locks, frame, routes, answer, feedback)
        report = self.parameterAsFileOutput(parameters, "REPORT", context)
        if report and not feedback.isCanceled():
            from ...documents.groups_report import write_report

            shapes = (
                [] if cities is None or "geom" not in cities else zip(cities["city_code"], cities["geom"])
            )
            try:
                results["REPORT"] = write_report(
                    report, answer, options, names, i18n.language(), list(shapes)
                )
            except OSError as error:
                raise GunmaneError(
                    tr(
                        "The report cannot be written: {reason}",
                        reason=f"{error.strerror or error} ({report})",
                    ),
                    remedy=tr("Choose another file for it, or close the program that has it open."),
                ) from error
        if keeping and not feedback.isCanceled():
            results["PLAN"] = self._keep(keeping, answer, network, routes, start, options, locks, feedback)
        return results | self._numbers(answer)

    # -- what goes in --------------------------------------------------------------------------------------

    def _with_events(self, network, parameters, context, feedback):
        """Requests and damages a year of each section: those that lie nearest to it, within 30 m."""
        import numpy as np
        import pandas as pd
        import shapely

        frame = network.frame
        for name, own, columns in (
            ("requests_year", "REQUESTS", ("received_at",)),
            ("damages_year", "DAMAGES", ("found_at", "received_at")),
        ):
            points = read_points(self, parameters, context, own, network.plane, columns, feedback)
            if points is None:
                continue
            from ...analysis.locating import LineIndex

            there = points["geom"].notna().to_numpy()
            xy = shapely.get_coordinates(points["geom"].to_numpy(object)[there])
            located = LineIndex.of(frame["geom"].to_numpy(object)).locate(xy[:, 0], xy[:, 1], REACH_M)
            when = None
            for column in columns:
                if column in points:
                    own_when = pd.to_datetime(
                        points[column][there], errors="coerce", utc=True, format="mixed"
                    )
                    when = own_when if when is None else when.fillna(own_when)
            recent, years = np.ones(len(xy), bool), 1.0
            if when is not None and when.notna().any():
                # The latest that is no slip of the pen: one row of the year 2205 must not leave all others out.
                last = when.quantile(0.999)
                recent = ((when > last - pd.DateOffset(years=YEARS)) & (when <= last)).to_numpy()
                years = float(YEARS)
            hit = located.line[(located.line >= 0) & recent]
            section = frame["section"].to_numpy(object)
            count = pd.Series(1.0 / years, index=section[hit]).groupby(level=0).sum()
            frame = frame.assign(**{name: pd.Series(section, index=frame.index).map(count).fillna(0.0)})
            feedback.pushInfo(
                tr("{layer}: {n} within {m} m of a section are counted, as those of {years} years.",
                   layer=self.parameterDefinition(own).description(), n=f"{len(hit):,}", years=int(years),
                   m=int(REACH_M))
            )  # fmt: skip
        return frame

    def _routes(self, frame, cities, feedback):
        """Section -> through route and its relation to the border; built here where the network says nothing of it."""
        if "through_id" in frame and frame["through_id"].notna().any():
            columns = ["section", "through_id", *(["bd"] if "bd" in frame else [])]
            return frame[columns].dropna(subset="through_id").drop_duplicates("section")
        from ...analysis.routes import build_routes

        feedback.pushInfo(tr("The network has no through routes yet; they are built by the usual options."))
        built = build_routes(frame, cities=cities)
        of_route = built.routes.set_index("through_id")["bd"]
        table = built.sections[["section", "through_id"]].drop_duplicates("section")
        return table.assign(bd=table["through_id"].map(of_route))

    def _options(self, frame, balance, names, parameters, context, feedback):
        from ...analysis.groups import GroupOptions

        def number(name):
            usual = self.parameterDefinition(name).defaultValue()
            given = parameters.get(name)
            return (
                None if given is None and usual is None else self.parameterAsDouble(parameters, name, context)
            )

        rc = [CLASSES[n] for n in self.parameterAsEnums(parameters, "EXCLUDE", context)]
        cities = keys_in(self.parameterAsString(parameters, "ONLY_CITIES", context))
        here = set(frame["city_code"].astype(str))
        by_name = {names.get(code, code): code for code in sorted(here)}
        cities = [by_name.get(city, city) for city in cities]
        unknown = sorted(set(cities) - here)
        if unknown:
            raise GunmaneError(
                tr("The network has no roads of these cities: {cities}.", cities=", ".join(unknown)),
                remedy=tr("Give their codes as the field city_code has them, with commas between them."),
            )
        count = parameters.get("N_GROUPS")
        given = dict(
            mode=MODES[self.parameterAsEnum(parameters, "MODE", context)],
            min_km=number("MIN_KM"), max_km=number("MAX_KM"), corridor_m=number("CORRIDOR"), link_m=number("LINK"),
            attach_islands=self.parameterAsBool(parameters, "ATTACH", context), attach_m=number("ATTACH_M"),
            island_km=number("ISLAND_KM"),
            n_groups=None if not count else self.parameterAsInt(parameters, "N_GROUPS", context),
            cities=cities or None, exclude_rc=tuple(rc), balance_by=balance or "length",
            change_penalty=number("CHANGE_PENALTY"), seed=self.parameterAsInt(parameters, "SEED", context),
            time_limit_s=number("TIME_LIMIT") or None, passes_per_year=number("PASSES"),
            yen_per_hour=number("YEN_PER_HOUR"), compare=self.parameterAsBool(parameters, "COMPARE", context),
            breaks_by_cities=self._breaks(frame, parameters, context, feedback),
        )  # fmt: skip
        return GroupOptions(**given)

    def _breaks(self, frame, parameters, context, feedback):
        """How many cells of the standards differ between any two cities; None without standards."""
        path = self.parameterAsFile(parameters, "STANDARDS", context)
        if not path:
            return None
        from itertools import combinations

        from ...analysis.standards import differences, effective
        from ..standards.common import load_standards

        standards = load_standards(path, feedback)[0]
        cities = sorted(frame["city_code"].dropna().astype(str).unique())
        states = {city: effective(standards, city) for city in cities}
        return {
            (a, b): len(differences({"a": states[a], "b": states[b]})) for a, b in combinations(cities, 2)
        }

    # -- what comes out ------------------------------------------------------------------------------------

    def _write(self, answer, network, names, parameters, context, feedback) -> dict:
        import shapely

        sinks = self._sinks = Sinks(
            self, parameters, context, feedback, network.plane, network.source.sourceCrs()
        )
        steps = Steps(feedback, 85, 98)
        steps(tr("Writing …"))
        own = titles()
        frame = network.frame
        rows = answer.sections.set_index("section")
        pieces = frame.assign(
            feature=frame.index.to_numpy(),
            group_id=frame["section"].astype(str).map(rows["group_id"]),
            group_reason=frame["section"].astype(str).map(rows["reason"]),
        )
        pieces["colour"] = pieces["group_id"].map(answer.groups.set_index("group_id")["colour"])
        spec = titles_of("section", NODES + ATTRIBUTES + IN_GROUP, node_titles() | own)
        spec = [entry for entry in spec if entry[0] in pieces]
        sinks.write_beside(
            "SECTIONS", pieces, spec, LINE, network.source, [True] * len(pieces), "group_section"
        )
        steps(tr("Writing …"), 0.6)
        multi = QgsWkbTypes.Type.MultiPolygon
        sinks.write("GROUPS", answer.groups, titles_of("route_group", GROUPS, own), multi, "route_group")
        driving = titles_of("section", DRIVING, own)
        sinks.write("DRIVING", answer.driving, driving, LINE, None)
        points = shapely.points(answer.crossings[["x", "y"]].to_numpy(float))
        crossings = answer.crossings.assign(geom=points)
        sinks.write(
            "CROSSINGS", crossings, titles_of("section", CROSSINGS, own), QgsWkbTypes.Type.Point, "crossing"
        )
        table = answer.comparison.assign(
            city=[tr("All") if c is None else names.get(c, c) for c in answer.comparison["city_code"]]
        )
        sinks.write("TABLE", table, titles_of("section", COMPARISON, own), QgsWkbTypes.Type.NoGeometry)
        return sinks.results

    def _keep(self, keeping, answer, network, routes, start, options, locks, feedback) -> str:
        params = {"options": _plain(dataclasses.asdict(options)), "plane": network.plane,
                  "locks": _plain(dataclasses.asdict(locks)) if locks else None}  # fmt: skip
        mode = MODE_CODES[options.mode]
        sections = answer.sections.dropna(subset="group_id")[["section", "group_id", "reason"]]
        inputs = [network.frame, routes, None if start is None else start.reset_index()]
        return keeping.keep(
            "路線群", {"route_group": answer.groups.assign(mode=mode), "plan_section": sections}, params, inputs,
            feedback, plane=network.plane, seed=options.seed, note="\n".join(answer.messages) or None,
            result=self._numbers(answer),
        )  # fmt: skip

    def _numbers(self, answer) -> dict:
        required = answer.required_m or float("nan")
        status = answer.groups["status"] if len(answer.groups) else answer.groups.get("status", [])
        numbers = {
            "COUNT": len(answer.groups),
            "LENGTH_KM": answer.required_m / 1000,
            "DEAD_KM": answer.dead_m / 1000,
            "DEAD_PCT": 100 * answer.dead_m / required,
            "SEPARATE_PCT": None
            if answer.separate_dead_m is None
            else 100 * answer.separate_dead_m / required,
            "BOUND_PCT": 100 * answer.bound_m / required,
            "GAP_PCT": 100 * answer.gap,
            "OUT_OF_BOUNDS": int(sum(s != "within" for s in status)),
        }
        return {k: v if not isinstance(v, float) or v == v else None for k, v in numbers.items()}

    def _tell(self, answer, options, feedback) -> None:
        found = self._numbers(answer)
        feedback.pushInfo(
            tr("{n} groups of {km} km in all; dead running {pct} % (no grouping can have less than {bound} %).",
               n=found["COUNT"], km=f"{found['LENGTH_KM']:,.1f}", pct=_percent(found["DEAD_PCT"]),
               bound=_percent(found["BOUND_PCT"]))
        )  # fmt: skip
        if found["SEPARATE_PCT"] is not None:
            feedback.pushInfo(tr("Each city by itself: {pct} %.", pct=_percent(found["SEPARATE_PCT"])))
        for line in answer.messages:
            feedback.pushInfo(line)
        for status, rows in answer.groups.groupby("status") if len(answer.groups) else ():
            if status == "within":
                continue
            rows = rows.sort_values("length_km", ascending=False, kind="stable")
            feedback.pushWarning(
                tr("{n} groups, {km} km in all: {why} {names}", n=f"{len(rows):,}",
                   km=f"{rows['length_km'].sum():,.1f}", why=rows["status_text"].iloc[0],
                   names=first_of(f"{name} {km:.1f} km" for name, km in zip(rows["name"], rows["length_km"])))
            )  # fmt: skip


MODE_CODES = {"corridors": "市境沿線", "whole": "全域"}  # of the list GROUPMODE
YEARS = 3  # the unified model counts requests of three years (section 8.4)
REACH_M = 30.0  # unified model, section 8.4: what lies farther from every section belongs to none


def colours_of(groups):
    """A number for the colour of each group, so that groups side by side have different ones."""
    import numpy as np

    from ...layers.planning.colours import colour_numbers

    shapes = np.array([*groups["geom"], None], object)[:-1] if len(groups) else np.zeros(0, object)
    return colour_numbers(shapes)


def names_of(cities) -> dict[str, str]:
    """City code -> name: of the areas that ship with the plugin, and of the layer."""
    from ..standards.common import city_names

    names = city_names(None)
    if cities is not None and "name_ja" in cities:
        known = cities.dropna(subset=["city_code", "name_ja"])
        names |= dict(zip(known["city_code"].astype(str), known["name_ja"]))
    return names


def _named(text: str, names: dict[str, str]) -> str:
    """The engine knows cities by their codes, people by their names."""
    return re.sub(r"\b\d{6}\b", lambda found: names.get(found[0], found[0]), text)


def _percent(value) -> str:
    return "-" if value is None else f"{value:.1f}"


def _plain(value):
    """Keys that JSON takes."""
    if isinstance(value, dict):
        return {k if isinstance(k, str) else "|".join(map(str, k)): _plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(v) for v in value]
    return value
