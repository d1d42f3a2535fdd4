"""What belongs to the project and not to one layer: bookmarks, time, snapping, sources, metadata."""

from __future__ import annotations

import datetime

from qgis.core import (
    Qgis,
    QgsBookmark,
    QgsCoordinateReferenceSystem,
    QgsLayerMetadata,
    QgsMapThemeCollection,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsSnappingConfig,
    QgsTolerance,
)
from qgis.PyQt.QtCore import QDateTime

from ...i18n import tr
from ..boundaries import attribution as credit

MARGIN = 1.04
NAVIGATION_OFF = 0  # Qgis.TemporalNavigationMode.Disabled, which QGIS 3.34 has elsewhere
JUDGED = "damage_judged"
NETWORK = ("border_link", "through_route", "route_group", "boundary_agreement")
LITTLE = 0.4  # of the borders: less than this is a part of a city, shown for itself


def furnish(project: QgsProject, made: list, store, language: str) -> None:
    """Everything but layers and layouts."""
    project.setTitle(tr("Gunmane Roads"))
    whole = whole_extent(made, store)
    if not whole.isEmpty():
        box = QgsReferencedRectangle(whole.scaled(MARGIN), project.crs())
        project.viewSettings().setDefaultViewExtent(box)
        project.viewSettings().setPresetFullExtent(box)
        _bookmarks(project, store, box, language)
    _time(project, made)
    _snap(project, made)
    _sources(project, made, store, language)
    _themes(project, made)
    variables = {"gunmane_store": store.path.name, "gunmane_source": attribution(store, language)}
    project.setCustomVariables({**project.customVariables(), **variables})


def whole_extent(made: list, store) -> QgsRectangle:
    """The cities' borders together; the rows, where there are no borders or the rows fill little of them."""
    borders, rows = QgsRectangle(), QgsRectangle()
    for city in store.cities:
        if city.extent is not None:
            borders.combineExtentWith(city.extent)
    for spec, layer in made:
        if spec.drawn and spec.table.name != "city" and layer.isSpatial() and layer.featureCount() > 0:
            rows.combineExtentWith(layer.extent())
    if borders.isEmpty() or (not rows.isEmpty() and rows.area() < LITTLE * borders.area()):
        return rows
    return borders


def _bookmarks(project: QgsProject, store, box: QgsReferencedRectangle, language: str) -> None:
    def add(number, name, extent):
        mark = QgsBookmark()
        mark.setId(f"gunmane_{number}")
        mark.setName(name)
        mark.setGroup(tr("Cities"))
        mark.setExtent(extent)
        project.bookmarkManager().addBookmark(mark)

    add("whole", tr("Whole area"), box)
    for city in store.cities:
        if city.extent is not None:
            extent = QgsReferencedRectangle(city.extent.scaled(MARGIN), project.crs())
            add(city.code, city.name_ja if language == "ja" else city.name_en, extent)


def _time(project: QgsProject, made: list) -> None:
    """The time controller plays requests as they came in, damages as they were found."""
    for spec, layer in made:
        if not spec.start:
            continue
        properties = layer.temporalProperties()
        properties.setMode(Qgis.VectorTemporalMode.FeatureDateTimeInstantFromField)
        properties.setStartField(spec.start)
        properties.setLimitMode(Qgis.VectorTemporalLimitMode.IncludeBeginExcludeEnd)
        properties.setIsActive(True)
    # The project itself gets no range and no step: with one, QGIS 3.40 shows a single frame as soon as it opens
    # the project, although the time controller is off, and hides every other request (seen in Desktop). The
    # controller takes the range from the layers.
    project.writeEntry("TemporalControllerWidget", "/NavigationMode", NAVIGATION_OFF)


def _snap(project: QgsProject, made: list) -> None:
    """Ready for drawing on sections and facilities; off until a person switches it on."""
    config = QgsSnappingConfig(project)
    config.setEnabled(False)
    config.setMode(Qgis.SnappingMode.AdvancedConfiguration)
    kinds = Qgis.SnappingTypes(Qgis.SnappingType.Vertex | Qgis.SnappingType.Segment)
    for spec, layer in made:
        if layer.isSpatial():
            settings = QgsSnappingConfig.IndividualLayerSettings(
                spec.snap, kinds, 12, QgsTolerance.UnitType.Pixels
            )
            config.setIndividualLayerSettings(layer, settings)
    project.setSnappingConfig(config)


def attribution(store, language: str) -> str:
    """出典: whose ledgers, from which day, and the borders' source. (Section 9: printed on every map.)"""
    names = {city.code: city.name_ja if language == "ja" else city.name_en for city in store.cities}
    by_day: dict[str, list[str]] = {}
    for code, _profile, finished in store.runs:
        if code not in store.credits:
            by_day.setdefault(str(finished)[:10], []).append(names.get(code, code))
    ledgers = [
        tr("ledgers of {city} (imported {day})", city=tr(", ").join(cities), day=day)
        for day, cities in sorted(by_day.items())
    ]
    borders = [credit()] if any(city.extent is not None for city in store.cities) else []
    return tr("; ").join([*ledgers, *store.credits.values(), *borders])


def _sources(project: QgsProject, made: list, store, language: str) -> None:
    source = attribution(store, language)
    for spec, layer in made:
        data = QgsLayerMetadata()
        data.setIdentifier(f"gunmane/{spec.key}")
        data.setTitle(spec.name)
        data.setAbstract(f"{spec.table.number} {spec.table.label(language)}. {spec.table.note or ''}".strip())
        data.setLanguage("ja" if language == "ja" else "en")
        data.setType("dataset")
        data.setRights([source])
        data.setCrs(layer.crs() if layer.isSpatial() else QgsCoordinateReferenceSystem())
        layer.setMetadata(data)
        server = layer.serverProperties()
        (server if hasattr(server, "setAttribution") else layer).setAttribution(source)  # moved in QGIS 3.38
    about = project.metadata()
    about.setTitle(project.title())
    about.setAuthor(tr("Gunmane Roads"))
    about.setAbstract(
        tr("Roads, facilities, damages and requests of several cities on one map.") + "\n" + source
    )
    about.setCreationDateTime(QDateTime(datetime.datetime.now().replace(microsecond=0)))
    project.setMetadata(about)


def _themes(project: QgsProject, made: list) -> None:
    """Ready sets of visible layers: everything, damages or requests only, the register, what was judged how, the
    network across borders (links, through routes, groups)."""
    themes = {
        tr("Everything"): lambda spec: spec.visible and spec.drawn,
        tr("Damages only"): lambda spec: spec.drawn
        and spec.key != JUDGED
        and spec.table.name in {"damage", "city", "section", "reference"},
        tr("Requests only"): lambda spec: spec.drawn
        and spec.table.name in {"request", "city", "section", "reference"},
        tr("Road register"): lambda spec: spec.drawn
        and spec.table.name in {"city", "section", "route", "facility", "reference"},
    }
    if any(spec.key == JUDGED for spec, _ in made):
        themes[tr("Judgement")] = lambda spec: spec.key == JUDGED or (
            spec.drawn and spec.table.name in {"city", "section", "reference"}
        )
    if any(spec.key in NETWORK for spec, _ in made):
        themes[tr("Road network")] = lambda spec: spec.key in NETWORK or (
            spec.drawn and spec.table.name in {"city", "section", "reference"}
        )
    for name, wanted in themes.items():
        record = QgsMapThemeCollection.MapThemeRecord()
        for spec, layer in made:
            if wanted(spec):
                item = QgsMapThemeCollection.MapThemeLayerRecord(layer)
                item.isVisible = True
                item.usingCurrentStyle = True
                item.currentStyle = layer.styleManager().currentStyle()
                record.addLayerRecord(item)
        project.mapThemeCollection().insert(name, record)
