"""What ``gunmane:comparestandards`` compares: two standards chosen by the user, damages, unit prices."""

from __future__ import annotations

from dataclasses import dataclass

from ...i18n import tr
from ...layers.errors import GunmaneError
from ..frames import attributes, missing_column
from .common import ROUTE_COLUMNS, section_columns, set_city, set_of, wanted_columns

SOURCES = ("store", "file", "shipped")
KINDS = ("own", "common", "city", "proposed")


@dataclass
class Damages:
    """Tables that judging takes, where they are from, and geometries (in the layer's order) with their CRS."""

    frame: object
    sections: object
    routes: object
    origin: str
    source: object = None  # the layer, if the damages are of one


def standard_rows(choice: str, store: str | None, path: str | None, feedback):
    """(StandardSet, where from in words) for one side."""
    from ...analysis.standards import builtin
    from ...layers.standards import read_standards, read_workbook
    from ...layers.store import open_store

    shipped = tr("shipped with the plugin (a proposal; the cities' rows are invented)")
    if choice == "file":
        if not path:
            raise GunmaneError(tr("Name the store or workbook with the standards."), code="E-NOFILE")
        if path.lower().endswith((".xlsx", ".xlsm")):
            rows = read_workbook(path)
        else:
            with open_store(path, readonly=True) as opened:
                rows = read_standards(opened)
        if not rows:
            raise GunmaneError(tr("There are no standards in it."), file=path)
        return set_of(rows), _name(path)
    if choice == "store" and store:
        with open_store(store, readonly=True) as opened:
            rows = read_standards(opened)
        if rows:
            return set_of(rows), _name(store)
        feedback.pushWarning(
            tr("The store has no standards yet; those that ship with the plugin are compared.")
        )
    return builtin(), shipped


def store_damages(store: str) -> Damages:
    from ...layers.frames import read_table
    from ...layers.store import open_store
    from ...schema import model

    fields = [f.name for f in model().tables["damage"].fields if f.name not in ("note", "address")]
    with open_store(store, readonly=True) as opened:
        frame = read_table(opened, "damage", [*fields, "flags"])
        frame.attrs["crs"] = opened.crs
        sections = read_table(opened, "section", geometry=False)
        routes = read_table(opened, "route", list(ROUTE_COLUMNS), geometry=False)
    return Damages(frame, sections, routes, tr("{store}, table of damages", store=_name(store)))


def layer_damages(algorithm, source, parameters, context, feedback) -> Damages:
    """Damages of a layer; sections and routes come from their own layers or not at all."""
    from qgis.core import QgsProcessingException

    field = algorithm.parameterAsString(parameters, "CITY_FIELD", context)
    frame = attributes(source, wanted_columns(field), feedback)
    set_city(frame, field, algorithm.parameterAsString(parameters, "CITY", context).strip())
    others = {}
    for name, wanted in (("SECTIONS", section_columns()), ("ROUTES", ROUTE_COLUMNS)):
        layer, key = algorithm.parameterAsSource(parameters, name, context), wanted[0]
        others[name] = None if layer is None else attributes(layer, wanted, feedback)
        if others[name] is not None and key not in others[name]:
            raise QgsProcessingException(f"{name}: {missing_column(key)}")
    origin = tr("layer {layer}", layer=source.sourceName())
    return Damages(frame, others["SECTIONS"], others["ROUTES"], origin, source)


def price_table(path: str | None):
    """(Prices, where from in words): the user's table, else the invented one that ships."""
    from ...analysis.standards import Prices, builtin_prices
    from ...layers.standards.prices import read_prices

    if not path:
        return builtin_prices(), tr("example that ships with the plugin, invented values")
    rows, example = read_prices(path)
    name = _name(path)
    if example:
        name = tr("{file} (still with example prices, invented)", file=name)
    try:
        return Prices.of(rows, example=example), name
    except ValueError as error:
        raise GunmaneError(str(error), code="E-PRICES", file=path) from error


def _name(path: str) -> str:
    from pathlib import Path

    return Path(path).name
