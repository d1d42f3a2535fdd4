"""Parameters and result fields of ``gunmane:workplan``, with their titles."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputString,
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
    QgsProcessingParameterString,
)

from ...i18n import tr

UNITS = ("hours", "yen")
LEVELS = ("L3", "L2", "NJ", "L1")
WORK = {"hours": "work_h", "yen": "work_yen"}
# What is added to each damage beside the amount of work: (name, kind of a memory layer's field).
ADDED = (
    ("month", "string"), ("done_on", "string"), ("place", "integer"), ("crew", "string"), ("state", "string"),
    ("plan_due", "string"), ("assumed", "integer"), ("overdue", "integer"), ("other_on", "string"),
    ("plan_text", "string"),
)  # fmt: skip
TABLE = (
    ("plan", "string"), ("month", "string"), ("city_code", "string"), ("city", "string"), ("capacity", "double"),
    ("work", "double"), ("jobs", "integer"), ("met", "integer"), ("late", "integer"),
)  # fmt: skip


def declare_inputs(algorithm) -> None:
    """The list, what can be done, for how long, how much work repairs are, and how is chosen."""
    number, real = QgsProcessingParameterNumber, QgsProcessingParameterNumber.Type.Double
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            "INPUT", tr("Ranked damages"), [QgsProcessing.SourceType.TypeVector]
        ),
        tr("The result of “Rank damages in one list”. Any coordinate system."),
    )
    algorithm.add(
        QgsProcessingParameterEnum("UNIT", tr("Planned by"), [tr("crew-hours"), tr("yen")], defaultValue=0),
        tr("What is scarce: hours of the crews, or money."),
    )
    algorithm.add(
        QgsProcessingParameterMatrix(
            "CAPACITY", tr("What each city can do in a month"), 4, False,
            [tr("City (code or name)"), tr("Hours or yen a month")], None, True,
        ),
        tr("One row a city; * stands for every city that is not named. In a batch: 082112,320,082244,160."),
    )  # fmt: skip
    algorithm.add(
        QgsProcessingParameterFile("CAPACITYFILE", tr("The same as a table, by month (xlsx or csv)"), optional=True,
                                   fileFilter=tr("Tables (*.xlsx *.csv);;All files (*)")),
        tr("Columns city, month (2026-06, 令和8年6月; empty: every month) and amount. It goes before the"
               " rows above."),
    )  # fmt: skip
    algorithm.add(
        number("SHARE", tr("Or assume: enough for this share of the listed work (%)"), real, None, True, 0.1, 1000),
        tr("Where nobody knows yet what can be done: this share of each city's listed work, spread evenly over the"
           " months. Every result says that it is an assumption."),
    )  # fmt: skip
    algorithm.add(
        QgsProcessingParameterDateTime(
            "START", tr("First day of the plan"), QgsProcessingParameterDateTime.Type.Date, optional=True
        ),
        tr("Empty: the day of the list, where its overdue damages tell it; else today."),
    )
    algorithm.add(number("MONTHS", tr("Months"), defaultValue=12, minValue=1, maxValue=120),
             tr("The first month is that of the first day."))  # fmt: skip
    algorithm.add(
        QgsProcessingParameterBoolean("RENEW", tr("Deadlines that have passed count anew"), defaultValue=False),
        tr("For a backlog: what is overdue gets the same response time again, counted from the first day of the plan."
           " Off: it cannot be kept any more, and is done by rank."),
    )  # fmt: skip
    algorithm.add(
        QgsProcessingParameterBoolean("POOLED", tr("The layer shows the joint plan"), defaultValue=True),
        tr("Both plans are always made and compared. Off: the layer shows each city by itself."),
    )
    _declare_work(algorithm)
    _declare_how(algorithm, number, real)


def _declare_work(algorithm) -> None:
    algorithm.add(
        QgsProcessingParameterField(
            "WORK_FIELD", tr("Field with the amount of work"), None, "INPUT",
            QgsProcessingParameterField.DataType.Any, optional=True,
        ),
        tr("Hours (or yen) of each repair. Where it is empty, the table counts."),
    )  # fmt: skip
    for name, title, help_text in (
        ("EFFORTS", tr("Crew-hours by kind of damage (xlsx or csv)"),
         tr("Empty: an invented example, which every result says. “Example of a table of crew-hours” gives the"
            " form.")),
        ("PRICES", tr("Unit prices (xlsx or csv)"),
         tr("For yen. Empty: an invented example, which every result says. “Compare standards” writes the form.")),
    ):  # fmt: skip
        algorithm.add(
            QgsProcessingParameterFile(name, title, optional=True,
                                       fileFilter=tr("Tables (*.xlsx *.csv);;All files (*)")),
            help_text,
        )  # fmt: skip


def _declare_how(algorithm, number, real) -> None:
    algorithm.add(
        QgsProcessingParameterEnum(
            "LEVELS", tr("Levels that are planned"), list(LEVELS), allowMultiple=True, defaultValue=[0, 1]
        ),
        tr("Others stay in the layer, without a plan."),
        advanced=True,
    )
    for band, weight in (("A", 4), ("B", 2), ("C", 1)):
        algorithm.add(
            number(f"WEIGHT_{band}", tr("Weight of a deadline in band {band}", band=band), defaultValue=weight,
                   minValue=1, maxValue=1_000_000),
            tr("Where not all deadlines can be kept, the sum of these weights is to be as large as possible."),
            advanced=True,
        )  # fmt: skip
    algorithm.add(
        number("EXACT_UP_TO", tr("Deadlines that are chosen exactly"), defaultValue=2000, minValue=0,
               maxValue=100_000),
        tr("Up to so many the best choice is proven; for more it comes close, and the distance is told."),
        advanced=True,
    )  # fmt: skip
    algorithm.add(
        number("TIME_LIMIT", tr("Seconds for each choice at most"), real, 20, False, 0.1, 3600),
        tr("When they are over, the best plan so far is taken, with its distance from the bound."),
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterFile(
            "STORE", tr("Keep the result in the store as a plan run"), extension="gpkg", optional=True
        ),
        tr("The store whose damages these are. Its cities' office days count, and the plan is kept beside former"
           " ones."),
        advanced=True,
    )  # fmt: skip
    for name, title, help_text in (
        (
            "NAME",
            tr("Name of the plan run"),
            tr("For lists and maps, e.g. “Council of June”. Empty: its id."),
        ),
        ("AUTHOR", tr("Author"), tr("Kept with the plan run; empty: the user's name of the settings.")),
    ):
        algorithm.add(QgsProcessingParameterString(name, title, optional=True), help_text, advanced=True)


def declare_results(algorithm) -> None:
    """Layer, table, report and numbers."""
    algorithm.add(
        QgsProcessingParameterFeatureSink("OUTPUT", tr("Planned damages")),
        tr("All damages, with month, day, crew, state, amount of work, the day in the other plan, and a sentence."
           " What is not planned is there without them."),
    )  # fmt: skip
    algorithm.add(
        QgsProcessingParameterFeatureSink(
            "TABLE", tr("Month by month and city by city"), QgsProcessing.SourceType.TypeVector, optional=True,
            createByDefault=False,
        ),
        tr("A table of both plans: capacity, work and repairs done, deadlines kept and late."),
    )  # fmt: skip
    pages, books, any_table = (
        tr("HTML files (*.html)"),
        tr("Excel workbooks (*.xlsx)"),
        tr("Tables (*.xlsx *.csv)"),
    )
    for name, title, mask, default, help_text in (
        ("REPORT", tr("Report of the plan"), pages, True,
         tr("What joint work gains, city by city and month by month, and what misses its deadline and why.")),
        ("XLSX", tr("Workbook"), books, False, tr("All numbers of the report, and every repair in both plans.")),
        ("EFFORTS_TABLE", tr("Example of a table of crew-hours"), any_table, False,
         tr("The crew-hours that were used, to put your own into.")),
    ):  # fmt: skip
        algorithm.add(
            QgsProcessingParameterFileDestination(name, title, mask, optional=True, createByDefault=default),
            help_text,
        )
    algorithm.add_language()
    algorithm.addOutput(QgsProcessingOutputString("PLAN", tr("Id of the plan run")))
    algorithm.add_numbers(
        COUNT=tr("Damages"), PLANNED=tr("Planned repairs"), DONE=tr("Repairs done"), MET=tr("Deadlines kept"),
        LATE=tr("Done late"), MISSED=tr("Missed, not done"), MET_SEPARATE=tr("Deadlines kept, each by itself"),
        MET_POOLED=tr("Deadlines kept, joint"), GAIN=tr("Deadlines that joint work gains"),
        VALUE=tr("Weight of kept deadlines"), BOUND=tr("Weight that no plan exceeds"), GAP=tr("Gap in %"),
        ASSUMED=tr("Amounts of work that are assumed"),
    )  # fmt: skip


def titles(pooled: bool) -> dict[str, str]:
    """The titles of the added fields."""
    return {
        "month": tr("Month"), "done_on": tr("Done on"), "place": tr("Order of working"), "crew": tr("Crew"),
        "state": tr("State of the plan"),
        "plan_due": tr("Deadline in the plan"), "work_h": tr("Work (h)"), "work_yen": tr("Work (yen)"),
        "assumed": tr("Amount of work assumed"), "overdue": tr("Overdue before the plan"),
        "other_on": tr("Done on, each city by itself") if pooled else tr("Done on, all together"),
        "plan_text": tr("Plan in words"),
    }  # fmt: skip


def table_titles() -> dict[str, str]:
    return {
        "plan": tr("Plan"), "month": tr("Month"), "city_code": tr("City (code)"), "city": tr("City"),
        "capacity": tr("Can be done"), "work": tr("Work done"), "jobs": tr("Repairs done"), "met": tr("Deadlines kept"),
        "late": tr("Done late"),
    }  # fmt: skip
