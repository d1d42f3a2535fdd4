"""Parameters and result fields of ``gunmane:grouproutes``, with their titles."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMatrix,
    QgsProcessingParameterString,
)

from ...i18n import tr
from .parameters import number

MODES = ("corridors", "whole")
CLASSES = ("N1", "N2", "P1", "P2", "C1", "C2", "C3", "X1", "X2", "X3", "X4", "X9")
EXCLUDED = [0, 1, 2, 3, 10]  # the state's, the prefecture's and private roads are not the cities' to group
IN_GROUP = (
    ("through_id", "string"),
    ("group_id", "string"),
    ("colour", "integer"),
    ("group_reason", "string"),
)
GROUPS = (
    ("group_id", "string"), ("name", "string"), ("mode", "string"), ("length_km", "double"), ("cities", "string"),
    ("length_by_city", "string"), ("length_by_class", "string"), ("sections", "integer"), ("crossings", "integer"),
    ("crossings_cut", "integer"), ("dead_running_km", "double"), ("dead_running_pct", "double"),
    ("dead_running_h", "double"), ("bound_pct", "double"), ("std_breaks", "integer"), ("requests_year", "double"),
    ("damages_year", "double"), ("compact_pp", "double"), ("own_parts", "integer"), ("link_km", "double"),
    ("attached", "integer"), ("attached_km", "double"),
    ("status", "string"), ("status_text", "string"), ("colour", "integer"), ("reason", "string"),
)  # fmt: skip
DRIVING = (
    ("group_id", "string"), ("section", "string"), ("part", "integer"), ("times", "integer"), ("length_m", "double"),
)  # fmt: skip
CROSSINGS = (
    ("group_id", "string"), ("group_a", "string"), ("group_b", "string"), ("through_id", "string"),
    ("city_a", "string"), ("city_b", "string"), ("section_a", "string"), ("section_b", "string"),
    ("std_breaks", "integer"),
)  # fmt: skip
COMPARISON = (
    ("city_code", "string"), ("city", "string"), ("length_km", "double"), ("work_h", "double"),
    ("separate_groups", "integer"), ("joint_groups", "integer"), ("separate_dead_km", "double"),
    ("joint_dead_km", "double"), ("separate_dead_pct", "double"), ("joint_dead_pct", "double"),
    ("separate_dead_h_year", "double"), ("joint_dead_h_year", "double"), ("gain_km", "double"),
    ("gain_h_year", "double"), ("gain_yen_year", "double"), ("yen_is_example", "integer"),
)  # fmt: skip


def declare(algorithm) -> None:
    _main(algorithm)
    _wishes(algorithm)
    _figures(algorithm)
    _outputs(algorithm)


def _main(algorithm) -> None:
    algorithm.add(
        QgsProcessingParameterEnum(
            "MODE", tr("What is grouped"), [tr("Routes along the borders"), tr("The whole area")], defaultValue=0
        ),
        tr("Along the borders: through routes that cross or run along one, with what lies beside them; the rest stays"
           " with each city. Whole area: every section is in exactly one group."),
    )  # fmt: skip
    algorithm.add(
        number("MIN_KM", tr("Shortest group (km)"), 20.0, 0, 10000),
        tr("Roads that no group within the bounds can hold become groups of their own and are named."),
    )
    algorithm.add(number("MAX_KM", tr("Longest group (km)"), 60.0, 0.1, 10000), tr("See the shortest group."))
    algorithm.add(number("N_GROUPS", tr("Number of groups"), None, 1, 10000, whole=True),
                  tr("Empty: as many as the bounds suggest."))  # fmt: skip
    algorithm.add(number("CORRIDOR", tr("Along the borders: with what lies within (m)"), 500.0, 0, 10000),
                  tr("Sections that lie wholly within this distance of such a route belong to it."))  # fmt: skip


def _wishes(algorithm) -> None:
    from ...schema import model

    labels = model().code_lists["RC"].codes
    from ...i18n import language

    names = [f"{code} {labels[code].label(language())}" if hasattr(labels[code], "label") else
             f"{code} {labels[code].ja if language() == 'ja' else labels[code].en}" for code in CLASSES]  # fmt: skip
    algorithm.add(
        QgsProcessingParameterEnum(
            "EXCLUDE",
            tr("Roads left out, by class"),
            names,
            allowMultiple=True,
            defaultValue=EXCLUDED,
            optional=True,
        ),
        tr("They are in no group; crews may drive on them, but for private roads."),
    )
    algorithm.add(
        QgsProcessingParameterString("ONLY_CITIES", tr("Only these cities"), optional=True),
        tr("Codes or names with commas between them. Empty: all."),
        advanced=True,
    )
    for name, title, help_text in (
        ("TOGETHER", tr("Routes to stay together"),
         tr("One row a wish: numbers of routes, through routes or sections, with commas between them.")),
        ("APART", tr("Routes to be kept apart"), tr("One row a wish; no two of its routes share a group.")),
    ):  # fmt: skip
        algorithm.add(
            QgsProcessingParameterMatrix(name, title, 1, False, [tr("Routes")], None, True),
            help_text,
            advanced=True,
        )
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            "START", tr("An existing grouping"), [QgsProcessing.SourceType.TypeVector], optional=True
        ),
        tr(
            "A layer with section and group_id (a former result “Sections with groups”): the search begins there."
        ),
        advanced=True,
    )
    algorithm.add(number("CHANGE_PENALTY", tr("Price of a change"), 0.0, 0, 1000),
                  tr("Metres of dead running that must be saved for each metre of road that leaves its former group."),
                  advanced=True)  # fmt: skip
    _islands(algorithm)
    algorithm.add(
        QgsProcessingParameterField(
            "BALANCE_FIELD", tr("Groups are balanced by"), None, "NETWORK",
            QgsProcessingParameterField.DataType.Numeric, optional=True,
        ),
        tr("A number of each section, such as its workload. Empty: the length."),
        advanced=True,
    )  # fmt: skip
    algorithm.add(number("TIME_LIMIT", tr("Time limit (s)"), None, 0, 86400),
                  tr("The best found so far is taken. Without a limit the result is the same on any machine."),
                  advanced=True)  # fmt: skip
    algorithm.add(number("SEED", tr("Seed"), 1, 0, 2**31 - 1, whole=True),
                  tr("Another seed, another search; the same seed, the same result."), advanced=True)  # fmt: skip


def _islands(algorithm) -> None:
    algorithm.add(
        number("LINK", tr("Ways over other roads inside a group (m)"), 3000.0, 0, 100000),
        tr(
            "Pieces that are too short may share a group if the crew has at most this far to drive between them."
        ),
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterBoolean("ATTACH", tr("Islands go to the nearest group"), True),
        tr("Roads that no way joins to the rest are put to the nearest group; off: they stay by themselves."),
        advanced=True,
    )
    algorithm.add(
        number("ATTACH_M", tr("Islands: distance to that group (m)"), 1000.0, 0, 100000),
        tr("As the crow flies."),
        advanced=True,
    )
    algorithm.add(
        number("ISLAND_KM", tr("Islands: least length of a group of their own (km)"), 1.0, 0, 10000),
        tr("Shorter ones without a group near them are in no group, but listed."),
        advanced=True,
    )


def _figures(algorithm) -> None:
    any_layer = [QgsProcessing.SourceType.TypeVector]
    for name, title, help_text in (
        ("CITIES", tr("Areas of the cities"), tr("For their names (city_code, name_ja).")),
        (
            "REQUESTS",
            tr("Requests"),
            tr("Those of the last three years within 30 m of its roads, a year and group."),
        ),
        (
            "DAMAGES",
            tr("Damages"),
            tr("Those of the last three years within 30 m of its roads, a year and group."),
        ),
    ):
        algorithm.add(QgsProcessingParameterFeatureSource(name, title, any_layer, optional=True), help_text)
    algorithm.add(
        QgsProcessingParameterFile(
            "STANDARDS", tr("Standards (store or workbook)"), optional=True,
            fileFilter=tr("Store or workbook (*.gpkg *.xlsx);;All files (*)"),
        ),
        tr("For the values that differ between the cities of a group. Empty: not known."),
        advanced=True,
    )  # fmt: skip
    algorithm.add(
        QgsProcessingParameterBoolean("COMPARE", tr("Compare with each city by itself"), True),
        tr("The same search with every border closed: what joint management gains."),
        advanced=True,
    )
    algorithm.add(number("PASSES", tr("Passes a year"), 12.0, 0, 10000),
                  tr("How often a crew drives its group, for hours and yen a year."), advanced=True)  # fmt: skip
    algorithm.add(number("YEN_PER_HOUR", tr("Yen an hour of a crew"), None, 0, 10000000),
                  tr("Empty: an example, and every result says so."), advanced=True)  # fmt: skip


def _outputs(algorithm) -> None:
    line, table = QgsProcessing.SourceType.TypeVectorLine, QgsProcessing.SourceType.TypeVector
    for name, title, kind, help_text, usual in (
        ("SECTIONS", tr("Sections with groups"), line, tr("The network, each piece with its group and the reason."),
         True),
        ("GROUPS", tr("Route groups"), QgsProcessing.SourceType.TypeVectorPolygon,
         tr("Outlines with figures and one sentence each: why together, what was cut and why."), True),
        ("TABLE", tr("Joint against each city by itself"), table, tr("One row a city, and all."), True),
        ("CROSSINGS", tr("Border crossings by group"), QgsProcessing.SourceType.TypeVectorPoint,
         tr("Which group joins which crossing, and which crossings are cut."), False),
        ("DRIVING", tr("Dead running on the roads"), line, tr("Which roads a crew drives without work, or twice."),
         False),
    ):  # fmt: skip
        sink = QgsProcessingParameterFeatureSink(
            name, title, kind, optional=name != "SECTIONS", createByDefault=usual
        )
        algorithm.add(sink, help_text)
    algorithm.add(
        QgsProcessingParameterFileDestination(
            "REPORT",
            tr("Report of the groups"),
            tr("HTML files (*.html)"),
            optional=True,
            createByDefault=False,
        ),
        tr("Groups, sentences, and what joining gains, to print on A4 or to project."),
    )


def titles() -> dict[str, str]:
    return {
        "group_id": tr("Route group"), "through_id": tr("Through route"), "colour": tr("Colour number"),
        "group_reason": tr("Why in this group"), "name": tr("Name"), "mode": tr("What is grouped"),
        "length_km": tr("Length (km)"), "cities": tr("Cities"), "length_by_city": tr("Length by city (km)"),
        "length_by_class": tr("Length by class (km)"), "sections": tr("Sections"),
        "crossings": tr("Border crossings joined"), "crossings_cut": tr("Border crossings cut"),
        "dead_running_km": tr("Dead running (km)"), "dead_running_pct": tr("Dead running (%)"),
        "dead_running_h": tr("Dead running (h)"), "bound_pct": tr("Whole plan above the bound (%)"),
        "std_breaks": tr("Breaks in standard"), "requests_year": tr("Requests a year"),
        "damages_year": tr("Damages a year"), "compact_pp": tr("Compactness"), "own_parts": tr("Pieces of its roads"),
        "link_km": tr("Other roads between them (km)"),
        "attached": tr("Sections of islands put to it"), "attached_km": tr("Islands put to it (km)"),
        "status": tr("State"), "status_text": tr("State in words"),
        "reason": tr("In words"), "section": tr("Section"), "part": tr("Piece"), "times": tr("Times"),
        "length_m": tr("Length (m)"), "group_a": tr("Group of side A"), "group_b": tr("Group of side B"),
        "city_a": tr("City A"), "city_b": tr("City B"), "section_a": tr("Section A"), "section_b": tr("Section B"),
        "city_code": tr("City code"), "city": tr("City"), "work_h": tr("Driving while working (h a pass)"),
        "separate_groups": tr("Groups, by itself"), "joint_groups": tr("Groups, joint"),
        "separate_dead_km": tr("Dead running by itself (km)"), "joint_dead_km": tr("Dead running joint (km)"),
        "separate_dead_pct": tr("Dead running by itself (%)"), "joint_dead_pct": tr("Dead running joint (%)"),
        "separate_dead_h_year": tr("Dead running by itself (h a year)"),
        "joint_dead_h_year": tr("Dead running joint (h a year)"), "gain_km": tr("Gain (km a pass)"),
        "gain_h_year": tr("Gain (h a year)"), "gain_yen_year": tr("Gain (yen a year)"),
        "yen_is_example": tr("Yen by an example price"),
    }  # fmt: skip
