"""The joined network and its links as layers, back as the frames that the analyses take."""

from __future__ import annotations

from typing import NamedTuple

from qgis.core import QgsProcessing, QgsProcessingParameterFeatureSource

from ...i18n import tr
from ...layers.errors import GunmaneError
from ..frames import missing_column
from ..places import plane_of
from .inputs import NUMBERS, code_texts, read

NEEDED = ("section", "node_from", "node_to", "city_code")
COLUMNS = (
    *NEEDED, "part", "from_m", "to_m", "length_m", "comp", "twin_of", "section_id", "route_key", "rc", "name",
    "width_m", "oneway", "grade", "ln", "pt", "adt", "speed_kmh", "ad", "through_id", "bd", "group_id",
)  # fmt: skip
WHOLE = ("part", "node_from", "node_to", "comp")
LINKS = (
    "link_id", "section_a", "section_b", "end_a", "end_b", "city_a", "city_b", "gap_m", "bearing_diff", "class_diff",
    "score", "bd", "bridge_id", "state",
)  # fmt: skip


class Network(NamedTuple):
    """``frame``: a row a piece, its index says which feature of the layer it is; ``plane``: CRS of its geometries."""

    frame: object
    plane: str
    source: object


def declare_network(algorithm) -> None:
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            "NETWORK", tr("Network"), [QgsProcessing.SourceType.TypeVectorLine]
        ),
        tr(
            "The result “Network” of “Join the cities' roads into one network” (or of “Build through routes”)."
        ),
    )


def read_network(algorithm, parameters, context, feedback, more=()) -> Network:
    """The network. ``more``: other columns wanted, where the layer has them."""
    import pandas as pd

    source = algorithm.parameterAsSource(parameters, "NETWORK", context)
    if source is None:
        raise GunmaneError(algorithm.invalidSourceError(parameters, "NETWORK"))
    plane = plane_of(source, context)
    table = read(source, {*COLUMNS, *more}, plane, context, feedback)
    for name in NEEDED:
        if name not in table:
            raise GunmaneError(
                f"NETWORK: {missing_column(name)}",
                remedy=tr(
                    "Run “Join the cities' roads into one network” first and give its result “Network”."
                ),
            )
    for name in (*WHOLE, *NUMBERS, "from_m", "to_m", "length_m", "oneway", "adt"):
        if name in table:
            table[name] = pd.to_numeric(table[name], errors="coerce")
    if "part" not in table:
        table["part"] = table.groupby("section", sort=False, dropna=False).cumcount() + 1
    bad = table[["node_from", "node_to"]].isna().any(axis=1) | table["section"].isna()
    if bad.any():
        feedback.pushWarning(
            tr("{n} rows without a section or node numbers cannot be used.", n=f"{int(bad.sum()):,}")
        )
        table = table[~bad]
    table["section"], table["city_code"] = table["section"].map(str), code_texts(table["city_code"])
    for name in ("part", "node_from", "node_to"):
        table[name] = table[name].fillna(1).astype("int64")
    return Network(table, plane, source)


def read_links(algorithm, parameters, context, plane, feedback):
    """The links across borders, or None where none are given."""
    import pandas as pd

    source = algorithm.parameterAsSource(parameters, "LINKS", context)
    if source is None:
        return None
    table = read(source, LINKS, plane, context, feedback)
    for name in ("section_a", "section_b", "end_a", "end_b"):
        if name not in table:
            raise GunmaneError(f"LINKS: {missing_column(name)}")
    for name in ("gap_m", "bearing_diff", "class_diff", "score"):
        if name in table:
            table[name] = pd.to_numeric(table[name], errors="coerce")
    return table


def read_points(algorithm, parameters, context, name, plane, columns, feedback):
    """Requests or damages with places, or None where none are given."""
    source = algorithm.parameterAsSource(parameters, name, context)
    if source is None:
        return None
    table = read(source, (*columns, "vanished_at"), plane, context, feedback, points=True)
    if "vanished_at" in table:
        table = table[table["vanished_at"].isna()]
    if "geom" not in table:
        raise GunmaneError(f"{name}: {tr('The layer has no geometry.')}")
    return table.reset_index(drop=True)


def read_areas(algorithm, parameters, context, plane, feedback):
    """Areas of cities with their names, or None where none are given."""
    source = algorithm.parameterAsSource(parameters, "CITIES", context)
    if source is None:
        return None
    table = read(source, ("city_code", "name_ja"), plane, context, feedback)
    if "city_code" not in table:
        raise GunmaneError(f"CITIES: {missing_column('city_code')}")
    return table.assign(city_code=code_texts(table["city_code"]))


__all__ = ["Network", "declare_network", "read_areas", "read_links", "read_network", "read_points"]
