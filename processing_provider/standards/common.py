"""What the algorithms about maintenance standards share: where the standards come from, names of cities."""

from __future__ import annotations

from pathlib import Path

from ...i18n import tr
from ...layers.errors import GunmaneError

GROUP_ID = "standards"


def standards_group() -> str:
    return tr("2 Standards: judging and agreeing")


def builtin_rows(examples: bool = True) -> list[dict]:
    """The standards that ship with the plugin as rows of T11."""
    from ...analysis.standards import builtin

    frame = builtin(examples=examples).rows
    return frame.astype(object).where(frame.notna(), None).to_dict("records")


def set_of(rows: list[dict]):
    """Rows of T11 as analysis takes them; with the titles of standards that the plugin knows."""
    from ...analysis.standards import StandardSet

    titles, _ = titles_of()
    return StandardSet.of(rows, titles)


def titles_of() -> tuple[dict, frozenset]:
    """(std_id -> {"ja", "en"}, scope keys whose built-in rows are invented)."""
    from ...analysis.standards import builtin

    shipped = builtin()
    return dict(shipped.titles), shipped.examples


def city_names(store) -> dict[str, str]:
    """City code -> Japanese name: those of the store, and of the boundaries that ship with the plugin."""
    from ...layers.coordinates.boundary import boundaries

    names = {code: area.name_ja for code, area in boundaries().items()}
    if store is not None:
        names.update(store.con.execute("SELECT city_code, name_ja FROM city WHERE name_ja IS NOT NULL"))
    return names


def load_standards(path: str | None, feedback):
    """(StandardSet, where it is from in words) of a store, a workbook, or None for what ships with the plugin.

    A store without standards falls back to the common standard that ships with the plugin, and says so.
    """
    from ...analysis.standards import builtin
    from ...layers.standards import read_standards, read_workbook
    from ...layers.store import open_store

    if path and not Path(path).is_file():
        raise GunmaneError(tr("There is no file {path}.", path=path), code="E-NOFILE")
    if path and path.lower().endswith((".xlsx", ".xlsm")):
        return set_of(read_workbook(path)), path
    if path:
        with open_store(path, readonly=True) as store:
            rows = read_standards(store)
        if rows:
            return set_of(rows), path
        feedback.pushWarning(
            tr("The store has no standards yet; the common standard that ships with the plugin is used.")
        )
    return builtin(examples=False), tr("the common standard that ships with the plugin (a proposal)")


def calendars_of(path: str | None):
    """(office days of the cities of a store, or of nobody's own; what of it belongs into a run's parameters)."""
    from ...analysis.standards import Calendars
    from ...layers.store import open_store

    if not path or not path.lower().endswith(".gpkg"):
        return Calendars(), []
    names = ("city_code", "office_calendar", "office_hours")
    with open_store(path, readonly=True) as store:
        rows = store.con.execute(f"SELECT {', '.join(names)} FROM city ORDER BY city_code").fetchall()  # nosec B608
    return Calendars.of([dict(zip(names, row)) for row in rows]), [list(row) for row in rows]


def wanted_columns(city_field: str | None = None) -> list[str]:
    """The fields of damages that judging may read, and those that name a damage; a layer may have many others.

    Reading is what takes the time, and what a run's print of its inputs is made of: nothing more than is used.
    """
    from ...analysis.standards import catalogue

    special = [entry["field"] for entry in (*catalogue.immediate(), *catalogue.cases().values())]
    return [*_READ, *catalogue.measures(), *special, *filter(None, [city_field])]


def section_columns() -> list[str]:
    """The fields of sections that judging may read: what stands in for measures, and the emergency class."""
    from ...analysis.standards import measures

    stand_in = {name for measure in measures().values() for name in measure.section.values()}
    return ["section_id", "em", *sorted(stand_in | {"mci", "crack_pct", "rut_mm", "sigma_mm"})]


ROUTE_COLUMNS = ("route_key", "rc", "ad", "em")
_READ = (
    "uuid", "dmg_id", "city_code", "route_key", "section_id", "ft", "dt", "found_at", "received_at", "rc", "ad", "em",
    "measures", "flags",
)  # fmt: skip


def set_city(damages, field: str | None, city: str) -> None:
    """Whose each damage is: by the field, else all of one city's; QgsProcessingException for an unknown field."""
    from qgis.core import QgsProcessingException

    from ..frames import missing_column

    if field and field in damages:
        damages["city_code"] = damages[field]
    elif city:
        damages["city_code"] = city
    elif field and field != "city_code":
        raise QgsProcessingException(missing_column(field))


def name_fields(identity: str | None, titles: dict[str, str], context):
    """Give a result's fields their titles, and return the layer: sinks of some providers drop aliases."""
    from qgis.core import QgsProcessingUtils

    layer = QgsProcessingUtils.mapLayerFromString(identity, context) if identity else None
    if layer is not None:
        for name, title in titles.items():
            at = layer.fields().lookupField(name)
            if at >= 0 and not layer.attributeAlias(at):
                layer.setFieldAlias(at, title)
    return layer
