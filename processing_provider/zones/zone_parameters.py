"""Parameters and result fields of ``gunmane:assignzones``, with their titles."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMatrix,
    QgsProcessingParameterNumber,
)

from ...i18n import language, tr
from ..network.group_parameters import CLASSES, EXCLUDED

BORDERS = ("keep", "prefer", "ignore")  # as the engine names them
IN_ZONE = (
    ("zone_id", "string"), ("contractor", "string"), ("workload", "exact"), ("travel_min", "double"),
    ("maintained", "integer"), ("current", "string"), ("colour", "integer"), ("reason", "string"),
)  # fmt: skip
ZONES = (
    ("zone_id", "string"), ("name", "string"), ("con_id", "string"), ("contractor", "string"),
    ("n_sections", "integer"), ("road_km", "double"), ("workload", "exact"), ("share", "double"),
    ("target", "double"), ("balance_dev", "double"), ("state", "string"), ("compact_pp", "double"),
    ("max_min", "double"), ("mean_min", "double"), ("cities", "string"), ("parts", "integer"), ("colour", "integer"),
)  # fmt: skip
ISSUES = (
    ("code", "string"), ("severity", "string"), ("feature", "string"), ("section", "string"), ("zone_id", "string"),
    ("city_code", "string"), ("reason", "string"),
)  # fmt: skip
SHARED = ("length", "requests", "facilities", "repair")  # parts of the workload, as the engine names them


def declare(algorithm) -> None:
    _layers(algorithm)
    _main(algorithm)
    _wishes(algorithm)
    _workload(algorithm)
    _outputs(algorithm)


def _number(name, title, default, low, high, whole=False):
    kind = QgsProcessingParameterNumber.Type.Integer if whole else QgsProcessingParameterNumber.Type.Double
    return QgsProcessingParameterNumber(name, title, kind, default, default is None, low, high)


def _layers(algorithm) -> None:
    any_layer = [QgsProcessing.SourceType.TypeVector]
    for name, title, help_text in (
        ("CITIES", tr("Areas of the cities"),
         tr("With city_code and name_ja. The zones tile the areas of the network's cities; without them, the"
            " surroundings of the roads.")),
        ("REQUESTS", tr("Requests"),
         tr("Those of the last three fiscal years count for the nearest section within 30 m.")),
        ("FACILITIES", tr("Facilities"), tr("Each counts for the nearest section within 30 m.")),
        ("RANKED", tr("Ranked damages"),
         tr("The result of “Rank damages in one list”: hours (and, with prices, yen) of the repairs of each zone. They"
            " count for the balance only where their weight is set.")),
        ("DEPOTS", tr("Bases of the contractors"),
         tr("Places with the field of the zone or contractor; several of one contractor are allowed. Zones without one"
            " get a centre of their own.")),
    ):  # fmt: skip
        algorithm.add(QgsProcessingParameterFeatureSource(name, title, any_layer, optional=True), help_text)
    algorithm.add(
        QgsProcessingParameterField(
            "DEPOT_FIELD", tr("Field of the zone or contractor"), None, "DEPOTS", optional=True
        ),
        tr("Empty: con_id, zone_id or name, whichever the layer has first."),
    )  # fmt: skip


def _main(algorithm) -> None:
    algorithm.add(
        _number("K", tr("Number of zones"), None, 1, 12, whole=True),
        tr("Empty: as many as the bases or shares name; else the fewest within the bounds that reach everything in"
           " time and are balanced."),
    )  # fmt: skip
    algorithm.add(
        QgsProcessingParameterEnum(
            "BORDERS",
            tr("Borders of the cities"),
            [
                tr("Kept: every zone within one city"),
                tr("Preferred: crossing one costs time"),
                tr("Ignored: best for all together"),
            ],
            defaultValue=2,
        ),
        tr(
            "Kept, each city needs a zone of its own, and the work of a city sets how balanced its zones can be."
        ),
    )
    algorithm.add(
        _number("MAX_MINUTES", tr("Longest travel from the base (min)"), 30.0, 1, 600),
        tr("By the speeds of the classes times 1.3. What is further is named; no zone is bent to hide it."),
    )
    algorithm.add(
        QgsProcessingParameterBoolean("ATTACH_ISLANDS", tr("Attach islands to the nearest zone"), False),
        tr("Sections that no road connects with a zone have none and are named. On: they join the nearest one, and are"
           " named too."),
    )  # fmt: skip


def _wishes(algorithm) -> None:
    any_layer = [QgsProcessing.SourceType.TypeVector]
    matrix = QgsProcessingParameterMatrix
    algorithm.add(
        matrix("SHARES", tr("Shares of the zones"), 2, False, [tr("Zone or contractor"), tr("Share")], None, True),
        tr("Any positive numbers, e.g. what each contractor can do. Zones that are not named get the mean, or what is"
           " left of 1. In a batch: east,2,west,1."),
    )  # fmt: skip
    algorithm.add(
        matrix("LOCKS", tr("Fixed roads"), 2, False, [tr("Section, route or through route"), tr("Zone")], None, True),
        tr("One row a road; all sections of a route stay in the zone."), advanced=True,
    )  # fmt: skip
    algorithm.add(
        QgsProcessingParameterFeatureSource("LOCK_LAYER", tr("Fixed roads as a layer"), any_layer, optional=True),
        tr("With zone_id, and section, route_key or through_id."), advanced=True,
    )  # fmt: skip
    algorithm.add(
        QgsProcessingParameterFeatureSource("CURRENT", tr("Existing zones of the sections"), any_layer, optional=True),
        tr("A layer with section and zone_id (a former result “Sections with zones”): for what changes, and for the"
           " price of changes."),
    )  # fmt: skip
    for name, title, default, low, high, whole, help_text in (
        ("CHANGE_PENALTY", tr("Price of a change (min)"), 0.0, 0, 600, False,
         tr("Minutes of travel that must be saved for a section to leave its existing zone.")),
        ("BORDER_MINUTES", tr("Price of a border, where preferred (min)"), 3.0, 0, 600, False,
         tr("Minutes of travel that must be saved for a section to be looked after from another city.")),
        ("KMIN", tr("Fewest zones, where the program chooses"), 2, 1, 12, True,
         tr("Counts where the number of zones is empty and no bases or shares name them.")),
        ("KMAX", tr("Most zones, where the program chooses"), 8, 1, 12, True, tr("See the fewest zones.")),
        ("TIME_LIMIT", tr("Time limit (s)"), None, 0, 86400, False,
         tr("The best found so far is taken. Without a limit the result is the same on any machine.")),
        ("SEED", tr("Seed"), 1, 0, 2**31 - 1, True,
         tr("Another seed, another search; the same seed, the same result.")),
    ):  # fmt: skip
        algorithm.add(_number(name, title, default, low, high, whole), help_text, advanced=True)
    algorithm.add(
        QgsProcessingParameterBoolean("KEEP_ROUTES", tr("Through routes stay whole"), False),
        tr("Each through route of the network is in one zone (in one a city where borders are kept)."),
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterEnum(
            "EXCLUDE", tr("Roads that the cities do not maintain, by class"), _class_names(), allowMultiple=True,
            defaultValue=EXCLUDED, optional=True,
        ),
        tr("They are no work, but zones hang together and crews travel over them."),
        advanced=True,
    )  # fmt: skip


def _class_names() -> list[str]:
    labels = model_codes("RC")
    return [f"{code} {labels[code]}" for code in CLASSES]


def model_codes(name: str) -> dict[str, str]:
    from ...schema import model

    codes = model().code_lists[name].codes
    return {code: entry.ja if language() == "ja" else entry.en for code, entry in codes.items()}


def _workload(algorithm) -> None:
    for name, title, default in (
        ("WEIGHT_LENGTH", tr("Weight of the length"), 0.5), ("WEIGHT_REQUESTS", tr("Weight of the requests"), 0.3),
        ("WEIGHT_FACILITIES", tr("Weight of the facilities"), 0.2),
        ("WEIGHT_REPAIR", tr("Weight of the expected repairs"), 0.0),
    ):  # fmt: skip
        algorithm.add(
            _number(name, title, default, 0, 1000),
            tr(
                "Parts of the workload, as shares of their sum. What nothing is known of moves to the length."
            ),
            advanced=True,
        )
    algorithm.add(
        QgsProcessingParameterMatrix(
            "CLASS_WEIGHTS", tr("Weight of a kilometre by road class"), 4, False, [tr("Class"), tr("Weight")],
            ["C1", 1.5, "C2", 1.2, "C3", 1.0, "*", 0.5], True,
        ),
        tr("* stands for all other classes."), advanced=True,
    )  # fmt: skip
    algorithm.add(
        QgsProcessingParameterMatrix(
            "SEASONAL", tr("Seasonal work (snow, mowing)"), 2, False, [tr("Field of the network"), tr("Weight")],
            None, True,
        ),
        tr("A number of each section in any unit, and its weight in the workload."), advanced=True,
    )  # fmt: skip
    algorithm.add(
        QgsProcessingParameterDateTime(
            "AS_OF", tr("Requests up to"), QgsProcessingParameterDateTime.Type.Date, optional=True
        ),
        tr("The three fiscal years end with this day. Empty: the day of the latest request."),
        advanced=True,
    )
    for name, title, help_text in (
        ("EFFORTS", tr("Crew-hours by kind of damage (xlsx or csv)"),
         tr("Empty: an invented example, which every result says. “Example of a table of crew-hours” gives the"
            " form.")),
        ("PRICES", tr("Unit prices (xlsx or csv)"), tr("Empty: no yen are told.")),
    ):  # fmt: skip
        table = QgsProcessingParameterFile(
            name, title, optional=True, fileFilter=tr("Tables (*.xlsx *.csv);;All files (*)")
        )
        algorithm.add(table, help_text, advanced=True)


def _outputs(algorithm) -> None:
    line, table = QgsProcessing.SourceType.TypeVectorLine, QgsProcessing.SourceType.TypeVector
    for name, title, kind, help_text in (
        ("SECTIONS", tr("Sections with zones"), line,
         tr("The network, each piece with its zone, its work, the travel from the base, and the reason.")),
        ("ZONES", tr("Zones"), QgsProcessing.SourceType.TypeVectorPolygon,
         tr("Outlines half-way between the zones' roads, without gaps or overlaps, with the figures.")),
        ("TABLE", tr("Zones in figures"), table,
         tr("One row a zone, and all: km by class and city, requests, facilities, hours, yen, balance, travel.")),
        ("ISSUES", tr("What could not be met"), line,
         tr("One row a section or zone: without connection, over the time limit, out of balance, locks.")),
    ):  # fmt: skip
        algorithm.add(
            QgsProcessingParameterFeatureSink(name, title, kind, optional=name != "SECTIONS"), help_text
        )
    algorithm.add(
        QgsProcessingParameterFileDestination(
            "REPORT",
            tr("Report of the zones"),
            tr("HTML files (*.html)"),
            optional=True,
            createByDefault=False,
        ),
        tr("Figures of each zone, a map, what could not be met, and how good the answer is."),
    )


def titles() -> dict[str, str]:
    return {
        "zone_id": tr("Zone"), "contractor": tr("Contractor"), "workload": tr("Share of all work"),
        "travel_min": tr("Travel from the base (min)"), "maintained": tr("Maintained by the cities"),
        "current": tr("Existing zone"), "colour": tr("Colour number"), "reason": tr("In words"), "name": tr("Name"),
        "con_id": tr("Contractor's id"), "n_sections": tr("Sections"), "road_km": tr("Roads (km)"),
        "share": tr("Share (%)"), "target": tr("Wanted share (%)"), "balance_dev": tr("Off the wanted share (%)"),
        "state": tr("State"), "compact_pp": tr("Compactness"), "max_min": tr("Longest travel (min)"),
        "mean_min": tr("Mean travel (min)"), "cities": tr("Cities"), "parts": tr("Connected parts"),
        "code": tr("Kind"), "severity": tr("Severity"), "feature": tr("What"), "section": tr("Section"),
        "city_code": tr("City code"), "km_C1": tr("Class 1 roads (km)"), "km_C2": tr("Class 2 roads (km)"),
        "km_C3": tr("Class 3 roads (km)"), "km_other": tr("Other roads (km)"), "requests": tr("Requests"),
        "facilities": tr("Facilities"), "hours": tr("Repairs (h)"), "yen": tr("Repairs (yen)"),
    }  # fmt: skip


def table_spec(table, names: dict[str, str]):
    """(column, kind, title) of the summary: its columns follow from the cities."""
    known, spec = titles(), []
    for column in table.columns:
        city = column[3:] if column.startswith("km_") and column not in known else None
        title = tr("{city} (km)", city=names.get(city, city)) if city else known.get(column, column)
        kind = (
            "string"
            if column in ("zone_id", "name", "contractor", "state")
            else "integer"
            if column == "n_sections"
            else "double"
        )
        spec.append((column, kind, title))
    return spec
