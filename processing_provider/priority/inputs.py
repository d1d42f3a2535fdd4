"""What a ranking follows from, as parameters: layers, preset, day, weights; and the preset that they make."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...i18n import tr
from ...layers.errors import GunmaneError


def declare_inputs(algorithm) -> None:
    """The parameters that ranking and its sensitivity share."""
    any_layer = [QgsProcessing.SourceType.TypeVector]
    algorithm.add(
        QgsProcessingParameterFeatureSource("INPUT", tr("Judged damages"), any_layer),
        tr("The result of the judgement, or the store's damages with an adopted judgement. Any coordinate system."),
    )  # fmt: skip
    for name, title, help_text, advanced in (
        ("SECTIONS", tr("Road sections"), tr("For traffic, speed limit, and where the record says so school, bus"
                                             " and emergency route. A damage without a section takes the"
                                             " nearest one."),
         False),
        ("ROUTES", tr("Route register"), tr("The same of whole routes, where the section says nothing."), False),
        ("REFERENCE", tr("Reference features of the store"),
         tr("The store's table with kinds: school, bus and emergency routes, hospitals, shelters, schools. Or give"
            " them one by one below; both together are joined."), False),
        ("SCHOOLROUTES", tr("School routes"), tr("Lines; a damage within 10 m of one lies on a school route."),
         False),
        ("EMERGENCYROUTES", tr("Emergency roads"), tr("Lines; a field “em” says the class (1, 2, 3, C, or as cities"
                                                      " write it). Without it class 3 is taken, and flagged."), False),
        ("BUSROUTES", tr("Bus routes"), tr("Lines; a damage within 10 m of one lies on a bus route."), False),
        ("POI", tr("Hospitals, shelters and schools"),
         tr("Points or areas within 300 m (straight line) count. A field “kind” with the model's codes is obeyed."),
         False),
        ("REQUESTS", tr("Requests"), tr("Other requests of the same kind within 15 m and 90 days count as"
                                        " repeated."), False),
        ("LINKS", tr("Links between requests and damages"),
         tr("Which request reported a damage itself: that one does not count as repeated, and its receipt starts"
            " the clock."), True),
        ("CITIES", tr("Cities with their office days"),
         tr("Fields city_code, office_calendar and office_hours as in the store's table of cities. Empty: those of"
            " the store, if one is given; else weekends, holidays and the turn of the year alone are closed."), True),
    ):  # fmt: skip
        algorithm.add(
            QgsProcessingParameterFeatureSource(name, title, any_layer, optional=True),
            help_text,
            advanced=advanced,
        )
    algorithm.add(
        QgsProcessingParameterField(
            "EM_FIELD", tr("Field with the class of emergency roads"), None, "EMERGENCYROUTES", optional=True
        ),
        tr("Where the layer of emergency roads calls it otherwise than “em”."),
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterFile(
            "PRESET", tr("Preset of the ranking"), optional=True,
            fileFilter=tr("Presets (*.toml *.json);;All files (*)"),
        ),
        tr("The name of a preset that is saved in the store, or a TOML or JSON file with what is to differ from the"
           " common preset: points, weights, limits. Every number can be set. Empty: the common preset (a proposal)."),
    )  # fmt: skip
    algorithm.add(
        QgsProcessingParameterDateTime(
            "AS_OF", tr("Day of the list"), QgsProcessingParameterDateTime.Type.Date, optional=True
        ),
        tr("The list as it was on that day: later damages and requests do not count. Empty: today."),
    )
    _declare_weights(algorithm)


def declare_saving(algorithm) -> None:
    """SAVEPRESET and REPLACEPRESET, of the ranking alone: the sensitivity changes nothing in the store."""
    algorithm.add(
        QgsProcessingParameterString("SAVEPRESET", tr("Save the preset under this name"), optional=True),
        tr("Keeps the preset, with the weights given here, in the store, so that colleagues choose it by its name."
           " Another one of that name is not replaced unasked."),
        advanced=True,
    )  # fmt: skip
    algorithm.add(
        QgsProcessingParameterBoolean(
            "REPLACEPRESET", tr("Replace the saved preset of that name"), defaultValue=False
        ),
        tr("Lists made with the former one keep its numbers: every plan run has its own."),
        advanced=True,
    )


def _declare_weights(algorithm) -> None:
    help_text = tr("Empty: the preset's. Weights are shared out in proportion; 0 leaves the factor out.")
    for name, title in (
        ("SCHOOL", tr("Weight of school routes")),
        ("EMERGENCY", tr("Weight of emergency roads")),
        ("TRAFFIC", tr("Weight of traffic")),
        ("REPEAT", tr("Weight of repeated requests")),
        ("OVERDUE", tr("Weight of what is overdue")),
        ("BUS", tr("Weight of bus routes")),
        ("POI", tr("Weight of hospitals, shelters and schools")),
    ):
        _number(algorithm, f"W_{name}", title, 1000, help_text)
    _number(algorithm, "RISK_SHARE", tr("Share of the risk in the score"), 100,
            tr("The rest is the factors'. Empty: the preset's (60)."))  # fmt: skip


def _number(algorithm, name: str, title: str, most: float, help_text: str) -> None:
    kind = QgsProcessingParameterNumber.Type.Double
    number = QgsProcessingParameterNumber(
        name, title, kind, defaultValue=None, optional=True, minValue=0, maxValue=most
    )
    algorithm.add(number, help_text, advanced=True)


def chosen_preset(algorithm, parameters, context, store: str | None):
    """(the preset with the weights of the dialog, the name or file that it is of; None: the common one)."""
    from ...analysis.priority import FACTORS

    name = algorithm.parameterAsString(parameters, "PRESET", context).strip()
    preset = _read(name, store)
    paths = {f"W_{factor.upper()}": f"factors.{factor}.weight" for factor in FACTORS}
    given = {}
    for parameter, path in {**paths, "RISK_SHARE": "score.risk_share"}.items():
        if parameters.get(parameter) is not None:
            given[path] = algorithm.parameterAsDouble(parameters, parameter, context)
    title = Path(name).name if name else None
    if title and given:
        title = tr("{preset}, changed in the dialog", preset=title)
    return preset.with_values(given), title


def save_preset(algorithm, parameters, context, store: str | None, preset, author, feedback) -> None:
    """Keep the preset under the name of SAVEPRESET, where one is given, and say so."""
    from ...layers import planning

    name = algorithm.parameterAsString(parameters, "SAVEPRESET", context).strip()
    if not name:
        return
    replace = algorithm.parameterAsBool(parameters, "REPLACEPRESET", context)
    if planning.save_preset(store, name, preset.changed, author, replace):
        feedback.pushInfo(tr("The preset is saved in the store as “{name}”.", name=name))
    else:
        feedback.pushInfo(tr("The store has this preset already: “{name}”.", name=name))


def check_saving(algorithm, parameters, context, store: str | None) -> None:
    """Before anything is worked out: a name that can be saved, and a store to save it in. Raises GunmaneError."""
    name = algorithm.parameterAsString(parameters, "SAVEPRESET", context).strip()
    if name:
        from ...layers.planning import preset_name

        preset_name(name)
        if not store:
            raise GunmaneError(
                tr("Without a store the preset “{name}” cannot be saved.", name=name),
                remedy=tr("Give the store (advanced), or leave the name empty."),
            )


def _read(name: str, store: str | None):
    """The preset of a name in the store, or of a file."""
    from ...analysis.priority import Preset, PresetError

    if not name:
        return Preset.of()
    path = Path(name)
    if store and path.name == name:  # no folder: it may be a name
        from ...layers.planning import find_preset, presets
        from ...layers.store import open_store

        with open_store(store, readonly=True) as opened:
            if name in presets(opened) or not path.exists():
                return Preset.of(find_preset(opened, name).values)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise PresetError(
            tr("The preset {path} cannot be read: {detail}", path=name, detail=error)
        ) from error
    return Preset.of(text)
