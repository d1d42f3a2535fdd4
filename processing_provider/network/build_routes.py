"""``gunmane:buildroutes``: through routes across borders, and what changes where they cross."""

from __future__ import annotations

import dataclasses

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsWkbTypes,
)

from ...i18n import tr
from ..base import GunmaneAlgorithm
from ..standards.common import load_standards
from .joined import declare_network, read_areas, read_links, read_network, read_points
from .keeping import add_plan_parameters
from .link_borders import ATTRIBUTES, GROUP_ID, LINE, NODES, network_group, node_titles
from .outputs import Sinks, titles_of
from .parameters import number
from .progress import Cancellable, Steps

ROUTES = (
    ("through_id", "string"), ("name", "string"), ("routes", "string"), ("cities", "string"), ("length_m", "double"),
    ("length_by_city", "string"), ("sections", "integer"), ("bd", "string"), ("crossings", "integer"),
    ("join_dist_m", "double"), ("bearing_diff", "double"), ("class_diff", "integer"), ("std_breaks", "string"),
    ("n_breaks", "integer"), ("severity", "double"), ("bridge_id", "string"), ("status", "string"),
    ("reason", "string"),
)  # fmt: skip
CROSSINGS = (
    ("through_id", "string"), ("city_a", "string"), ("city_b", "string"), ("route_a", "string"),
    ("route_b", "string"), ("name_a", "string"), ("name_b", "string"), ("section_a", "string"),
    ("section_b", "string"), ("node", "integer"), ("kind", "string"),
    ("link_id", "string"), ("state", "string"), ("gap_m", "double"), ("bearing_diff", "double"), ("changes", "string"),
    ("n_breaks", "integer"), ("severity", "double"), ("std_breaks", "string"), ("reason", "string"),
)  # fmt: skip
BORDERS = (
    ("city_a", "string"), ("city_b", "string"), ("name_a", "string"), ("name_b", "string"), ("border_km", "double"),
    ("routes", "integer"), ("crossings", "integer"), ("through_km", "double"), ("road_km", "double"),
    ("requests", "integer"),
    ("requests_per_year", "double"), ("damages", "integer"), ("damages_per_year", "double"), ("breaks", "integer"),
)  # fmt: skip
LINES = 30  # borders in the log
THROUGH = (("through_id", "string"), ("role", "string"), ("bd", "string"))


class BuildRoutes(Cancellable, GunmaneAlgorithm):
    ID = "buildroutes"
    ICON = "icons/through-route.svg"
    NEEDS = ("numpy", "pandas", "shapely", "scipy", "pyproj", "jpholiday")
    GROUP_ID = GROUP_ID

    def title(self):
        return tr("Build through routes")

    def group_title(self):
        return network_group()

    def keywords(self):
        return [
            "連続路線",
            "市境",
            "基準の不連続",
            "路線",
            "through route",
            "stroke",
            "continuity",
            "border crossing",
        ]

    def declare(self):
        any_layer = [QgsProcessing.SourceType.TypeVector]
        declare_network(self)
        for name, title, help_text in (
            ("LINKS", tr("Links across borders"),
             tr("Of the same run. They carry a road's name and number across the border.")),
            ("CITIES", tr("Areas of the cities"),
             tr("With city_code and name_ja: names of the cities, and what lies along each border.")),
            ("REQUESTS", tr("Requests"), tr("Counted along the borders.")),
            ("DAMAGES", tr("Damages"), tr("Counted along the borders.")),
        ):  # fmt: skip
            self.add(QgsProcessingParameterFeatureSource(name, title, any_layer, optional=True), help_text)
        self.add(
            QgsProcessingParameterFile(
                "STANDARDS", tr("Standards (store or workbook)"), optional=True,
                fileFilter=tr("Store or workbook (*.gpkg *.xlsx);;All files (*)"),
            ),
            tr("For breaks in standard: where two cities judge the same damage differently on one road. Empty: breaks"
               " in standard are not looked for."),
        )  # fmt: skip
        self.add(
            number("ANGLE", tr("Largest turn of a road that goes on (degrees)"), 60.0, 0, 180),
            tr("Roads of one number turn as they like."),
            advanced=True,
        )  # fmt: skip
        self.add(
            QgsProcessingParameterBoolean("NUMBERS", tr("Numbers and names first"), True),
            tr("Off: by geometry alone."),
            advanced=True,
        )
        self.add(
            number("NEAR", tr("Along a border: distance (m)"), 500.0, 0, 100000),
            tr("Roads, requests and damages so near to a border are counted for it."),
            advanced=True,
        )  # fmt: skip
        line, table = QgsProcessing.SourceType.TypeVectorLine, QgsProcessing.SourceType.TypeVector
        for name, title, kind, help_text in (
            ("ROUTES", tr("Through routes"), line,
             tr("One row a through route: its roads, length by city, crossings, breaks in standard.")),
            ("CROSSINGS", tr("Border crossings"), QgsProcessing.SourceType.TypeVectorPoint,
             tr("One row a crossing: what changes there, and how the standards differ, in words.")),
            ("BORDERS", tr("Borders"), table, tr("One row a pair of cities: how much they share.")),
            ("SECTIONS", tr("Network with through routes"), line,
             tr("The network, each piece with its through route: the input of the groups.")),
        ):  # fmt: skip
            self.add(
                QgsProcessingParameterFeatureSink(name, title, kind, optional=name != "ROUTES"), help_text
            )
        add_plan_parameters(self)
        self.add_language()
        self.add_numbers(
            COUNT=tr("Through routes"), CROSSING=tr("Through routes over a border"), CROSSED=tr("Border crossings"),
            BREAKS=tr("Crossings with a break in standard"),
        )  # fmt: skip

    def _run(self, keeping, parameters, context, feedback):
        from ...analysis.routes import RouteOptions, build_routes

        steps = Steps(feedback, 0, 20)
        steps(tr("Reading the network …"))
        network = read_network(self, parameters, context, feedback)
        links = read_links(self, parameters, context, network, feedback)
        steps(tr("Reading what lies beside it …"), 0.5)
        cities = read_areas(self, parameters, context, network.plane, feedback)
        points = {
            "requests": ("REQUESTS", ("received_at",)), "damages": ("DAMAGES", ("found_at", "received_at")),
        }  # fmt: skip
        points = {
            name: read_points(self, parameters, context, own, network.plane, columns, feedback)
            for name, (own, columns) in points.items()
        }
        path = self.parameterAsFile(parameters, "STANDARDS", context)
        standards = load_standards(path, feedback)[0] if path else None
        options = RouteOptions(
            angle=self.parameterAsDouble(parameters, "ANGLE", context),
            numbers=self.parameterAsBool(parameters, "NUMBERS", context),
            near_m=self.parameterAsDouble(parameters, "NEAR", context),
        )
        work = Steps(feedback, 20, 75)
        routes = build_routes(
            network.frame, links, options, standards, points["requests"], points["damages"], cities,
            progress=lambda share, text: work(text, share),
        )  # fmt: skip
        results = self._write(routes, network, parameters, context, feedback)
        self._tell(routes, feedback)
        if keeping and not feedback.isCanceled():
            # What the standards were is part of what the result follows from.
            inputs = [
                network.frame,
                links,
                cities,
                *points.values(),
                None if standards is None else standards.rows,
            ]
            tables = {
                "through_route": routes.routes,
                "plan_section": routes.sections[["section", "part", "through_id"]],
            }
            params = {"options": dataclasses.asdict(options), "plane": network.plane}
            results["PLAN"] = keeping.keep(
                "連続路線", tables, params, inputs, feedback, plane=network.plane, result=self._counts(routes)
            )
        return results | self._counts(routes)

    def _write(self, routes, network, parameters, context, feedback) -> dict:
        sinks = self._sinks = Sinks(
            self, parameters, context, feedback, network.plane, network.source.sourceCrs()
        )
        steps = Steps(feedback, 75, 95)
        steps(tr("Writing …"))
        own = {"length_m": tr("Length (m)"), "length_by_city": tr("Length by city (m)"), "sections": tr("Sections"),
               "crossings": tr("Border crossings"), "n_breaks": tr("Breaks in standard"), "name": tr("Name"),
               "severity": tr("Severity of the breaks"), "reason": tr("Reason"),
               "review": tr("To be checked")}  # fmt: skip
        table = _with_count(routes.routes)
        multi = QgsWkbTypes.Type.MultiLineString
        sinks.write("ROUTES", table, titles_of("through_route", ROUTES, own), multi, "through_route")
        crossing = titles_of("border_link", CROSSINGS, crossing_titles())
        sinks.write("CROSSINGS", _with_count(routes.crossings), crossing, QgsWkbTypes.Type.Point, "crossing")
        sinks.write("BORDERS", routes.borders, titles_of("border_link", BORDERS, border_titles()),
                    QgsWkbTypes.Type.NoGeometry)  # fmt: skip
        steps(tr("Writing …"), 0.5)
        # A network that has through routes already gets these instead.
        pieces = network.frame.drop(columns=["through_id", "role", "bd"], errors="ignore")
        pieces = pieces.join(routes.sections[["through_id", "role"]])
        pieces["feature"] = pieces.index.to_numpy()
        pieces["bd"] = pieces["through_id"].map(table.set_index("through_id")["bd"])
        spec = titles_of("section", NODES + ATTRIBUTES + THROUGH,
                         node_titles() | {"through_id": tr("Through route"), "role": tr("Role in it"),
                                          "bd": tr("Relation to the border")})  # fmt: skip
        spec = [entry for entry in spec if entry[0] in pieces]
        sinks.write_beside("SECTIONS", pieces, spec, LINE, network.source, [True] * len(pieces), "network")
        return sinks.results

    def _counts(self, routes) -> dict[str, int]:
        table, found = routes.routes, _with_count(routes.crossings)
        return {
            "COUNT": len(table),
            "CROSSING": int((table["crossings"] > 0).sum()),
            "CROSSED": len(found),
            "BREAKS": int((found["n_breaks"] > 0).sum()),
        }

    def _tell(self, routes, feedback) -> None:
        counts = self._counts(routes)
        feedback.pushInfo(
            tr("{n} through routes; {crossing} of them cross a border, at {crossed} places, {breaks} with a break in"
               " standard.", n=f"{counts['COUNT']:,}", crossing=counts["CROSSING"], crossed=counts["CROSSED"],
               breaks=counts["BREAKS"])
        )  # fmt: skip
        for row in routes.borders.head(LINES).to_dict("records"):
            feedback.pushInfo(
                tr("{a} and {b}: {routes} routes, {crossings} crossings, {km} km of through routes",
                   a=row.get("name_a") or row["city_a"], b=row.get("name_b") or row["city_b"], routes=row["routes"],
                   crossings=row["crossings"], km=f"{row['through_km']:.1f}")
            )  # fmt: skip
        if len(routes.borders) > LINES:
            feedback.pushInfo(tr("{n} more stand in the table of borders.", n=len(routes.borders) - LINES))
        for code, rows in routes.findings.groupby("code") if len(routes.findings) else ():
            first = rows.iloc[0]
            feedback.pushWarning(
                tr("{n} x {code}, e.g. {reason}", n=f"{len(rows):,}", code=code,
                   reason=f"{first['section']}: {first['reason']}")
            )  # fmt: skip


def _with_count(table):
    if "n_breaks" in table or "std_breaks" not in table:
        return table
    return table.assign(n_breaks=[len(v) if isinstance(v, (list, tuple)) else 0 for v in table["std_breaks"]])


def crossing_titles() -> dict[str, str]:
    return {
        "through_id": tr("Through route"), "city_a": tr("City A"), "city_b": tr("City B"), "route_a": tr("Route A"),
        "route_b": tr("Route B"), "name_a": tr("Road A"), "name_b": tr("Road B"), "node": tr("Node"),
        "kind": tr("Kind"), "changes": tr("What changes"), "n_breaks": tr("Breaks in standard"),
        "severity": tr("Severity of the breaks"), "std_breaks": tr("Breaks in detail"), "reason": tr("In words"),
    }  # fmt: skip


def border_titles() -> dict[str, str]:
    return {
        "city_a": tr("City A"), "city_b": tr("City B"), "name_a": tr("Name of city A"), "name_b": tr("Name of city B"),
        "border_km": tr("Border (km)"), "routes": tr("Through routes that cross"), "crossings": tr("Border crossings"),
        "through_km": tr("Through routes (km)"), "road_km": tr("Roads near the border (km)"),
        "requests": tr("Requests near the border"), "requests_per_year": tr("Requests a year"),
        "damages": tr("Damages near the border"), "damages_per_year": tr("Damages a year"),
        "breaks": tr("Crossings with a break in standard"),
    }  # fmt: skip
