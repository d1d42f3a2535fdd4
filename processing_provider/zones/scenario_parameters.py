"""Parameters and result fields of ``gunmane:comparescenarios``, with their titles."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMatrix,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...i18n import tr
from ..base import usual_store

FIGURES = (
    ("zones", "integer"), ("sections", "integer"), ("km", "double"), ("work_pct", "double"), ("share_pct", "double"),
    ("target_pct", "double"), ("balance_dev", "double"), ("mean_min", "double"), ("max_min", "double"),
    ("late_km", "double"), ("hours", "double"), ("crews_exact", "double"), ("crews", "integer"),
    ("yen", "double"), ("yen_contracts", "double"), ("yen_paid", "double"), ("routes_cut", "integer"),
    ("borders_inside", "integer"), ("borders", "integer"), ("joint_zones", "integer"), ("cities", "string"),
    ("shared_km", "double"), ("km_C1", "double"), ("km_C2", "double"), ("km_C3", "double"), ("km_other", "double"),
    ("km_by_city", "string"), ("unassigned_km", "double"), ("changed", "integer"), ("changed_km", "double"),
    ("changed_work_pct", "double"), ("in_words", "string"),
)  # fmt: skip
TABLE = (
    ("plan_id", "string"), ("plan", "string"), ("base", "integer"), ("scope", "string"), ("city_code", "string"),
    ("city", "string"), ("zone_id", "string"), ("base_zone", "string"), ("contractor", "string"), *FIGURES,
)  # fmt: skip
DIFFERENCE = (
    ("plan_id", "string"), ("plan", "string"), ("section", "string"), ("city_code", "string"), ("city", "string"),
    ("route_key", "string"), ("rc", "string"), ("kind", "string"), ("zone_from", "string"), ("zone_to", "string"),
    ("base_to", "string"), ("con_from", "string"), ("con_to", "string"), ("km", "double"), ("work_pct", "double"),
    ("min_from", "double"), ("min_to", "double"), ("min_diff", "double"), ("in_words", "string"),
)  # fmt: skip


def declare(algorithm) -> None:
    _plans(algorithm)
    _figures(algorithm)
    _outputs(algorithm)


def _plans(algorithm) -> None:
    algorithm.add(
        QgsProcessingParameterFile(
            "STORE",
            tr("Unified store"),
            extension="gpkg",
            optional=True,
            defaultValue=usual_store(existing=True),
        ),
        tr(
            "The store that holds the zone plans (“Draw contractors' zones” keeps them there). Not needed for layers."
        ),
    )
    algorithm.add(
        QgsProcessingParameterMatrix("PLANS", tr("Zone plans to compare"), 1, False, [tr("Id or name")], None, True),
        tr("One row a plan; in a batch with commas between them. The first is what the others are measured against."
           " Empty: all zone plans of the store, the adopted one first."),
    )  # fmt: skip
    algorithm.add(
        QgsProcessingParameterMultipleLayers(
            "LAYERS", tr("Zone plans as layers"), QgsProcessing.SourceType.TypeVectorLine, optional=True
        ),
        tr("Results “Sections with zones”: with section, zone_id, workload and travel_min. Without rows above, these"
           " alone are compared; else they come after the store's plans."),
    )  # fmt: skip
    algorithm.add(
        QgsProcessingParameterMatrix(
            "NAMES", tr("What the plans are called"), 1, False, [tr("Name")], None, True
        ),
        tr(
            "One row a plan in their order, e.g. “Each city by itself”. Empty: the plans' or layers' own names."
        ),
    )
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            "CITIES", tr("Areas of the cities"), [QgsProcessing.SourceType.TypeVectorPolygon], optional=True
        ),
        tr("With city_code and name_ja, for the maps of the report. Empty: those of the store."),
        advanced=True,
    )


def _figures(algorithm) -> None:
    for name, title, low, help_text in (
        ("HOURS", tr("Working hours a year"), 0.01,
         tr("On all roads of the first plan, without travel. Empty: an assumption by length, which every result"
            " says.")),
        ("CREW_HOURS", tr("Hours a crew works a year"), 0.01, tr("Empty: an assumption, which every result says.")),
        ("JOURNEYS", tr("Journeys to work a year"), 0,
         tr("In the whole area; there and back each, by the mean travel of the zone. Empty: travel is in no hours.")),
        ("YEN_PER_HOUR", tr("Yen for an hour of a crew"), 0, tr("Empty: no yen of the work; nothing is invented.")),
    ):  # fmt: skip
        algorithm.add(
            QgsProcessingParameterNumber(
                name, title, QgsProcessingParameterNumber.Type.Double, None, True, low, 1e12
            ),
            help_text,
        )
    algorithm.add(
        QgsProcessingParameterNumber(
            "MAX_MINUTES", tr("Minutes that count as too far"), QgsProcessingParameterNumber.Type.Double, 30.0, False,
            0.1, 600,
        ),
        tr("Roads of each city that are farther from their base are counted."),
        advanced=True,
    )  # fmt: skip
    algorithm.add(
        QgsProcessingParameterString("WORKPLAN", tr("Work plan for the deadlines"), optional=True),
        tr("Id or name of a work plan in the store, whose figures on deadlines are quoted. Empty: the adopted one, else"
           " the newest."),
        advanced=True,
    )  # fmt: skip
    algorithm.add(
        QgsProcessingParameterBoolean("KEEP", tr("Keep the comparison in the store"), True),
        tr("As a plan run of its own, with what it says in short. Layers alone are not kept."),
        advanced=True,
    )


def _outputs(algorithm) -> None:
    table, line = QgsProcessing.SourceType.TypeVector, QgsProcessing.SourceType.TypeVectorLine
    algorithm.addParameter(_sink("TABLE", tr("Plans in figures"), table,
                                 tr("One row a plan, a plan and city, a plan and zone (field scope).")))  # fmt: skip
    words = tr("One row a section and plan: from whom to whom, against the first plan.")
    algorithm.addParameter(_sink("DIFFERENCE", tr("Sections that change hands"), line, words))
    for name, title, kinds, help_text in (
        ("REPORT", tr("Report of the comparison"), tr("HTML files (*.html)"),
         tr("Side by side with maps, and for each city what it gains and loses: to project or print.")),
        ("XLSX", tr("Workbook"), tr("Excel workbooks (*.xlsx)"), tr("All figures of the report.")),
    ):  # fmt: skip
        algorithm.add(
            QgsProcessingParameterFileDestination(name, title, kinds, optional=True, createByDefault=False),
            help_text,
        )
    algorithm.addOutput(QgsProcessingOutputString("PLAN", tr("Id of the plan run")))


def _sink(name, title, kind, help_text):
    sink = QgsProcessingParameterFeatureSink(name, title, kind, optional=True)
    sink.setHelp(help_text)
    return sink


def titles() -> dict[str, str]:
    return {
        "plan_id": tr("Plan run"), "plan": tr("Plan"), "base": tr("Is what others are measured against"),
        "scope": tr("What the row is of"), "city_code": tr("City code"), "city": tr("City"), "zone_id": tr("Zone"),
        "base_zone": tr("Zone that it continues"), "contractor": tr("Contractor"), "zones": tr("Zones"),
        "sections": tr("Sections"), "km": tr("Length (km)"), "work_pct": tr("Work (% of the first plan's)"),
        "share_pct": tr("Share of the plan's work (%)"), "target_pct": tr("Wanted share (%)"),
        "balance_dev": tr("Off the wanted share (%)"), "mean_min": tr("Mean travel (min)"),
        "max_min": tr("Longest travel (min)"), "late_km": tr("Too far (km)"), "hours": tr("Hours a year"),
        "crews_exact": tr("Crews, by hours alone"), "crews": tr("Crews needed"), "yen": tr("Yen a year (work)"),
        "yen_contracts": tr("Yen a year (contracts)"), "yen_paid": tr("Yen a year (paid so far)"),
        "routes_cut": tr("Through routes cut"), "borders_inside": tr("Border crossings inside a zone"),
        "borders": tr("Border crossings in all"), "joint_zones": tr("Zones of several cities"),
        "cities": tr("Cities"), "shared_km": tr("In one zone with another city (km)"),
        "km_C1": tr("Class 1 roads (km)"), "km_C2": tr("Class 2 roads (km)"), "km_C3": tr("Class 3 roads (km)"),
        "km_other": tr("Other roads (km)"), "km_by_city": tr("Length by city (km)"),
        "unassigned_km": tr("In no zone (km)"), "changed": tr("Sections that change hands"),
        "changed_km": tr("Change hands (km)"), "changed_work_pct": tr("Change hands (% of all work)"),
        "in_words": tr("In words"), "section": tr("Section"), "route_key": tr("Route"), "rc": tr("Road class"),
        "kind": tr("Kind of change"), "zone_from": tr("From zone"), "zone_to": tr("To zone"), 
        "base_to": tr("To zone, as it was called"),
        "con_from": tr("From contractor"), "con_to": tr("To contractor"), "min_from": tr("Travel before (min)"),
        "min_to": tr("Travel after (min)"), "min_diff": tr("Travel, change (min)"),
    }  # fmt: skip
