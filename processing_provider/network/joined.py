"""The joined network and its links as layers, back as the frames that the analyses take."""

from __future__ import annotations

from typing import NamedTuple

from qgis.core import QgsProcessing, QgsProcessingParameterFeatureSource

from ...i18n import tr
from ...layers.errors import GunmaneError
from ..frames import missing_column
from ..places import plane_of
from .inputs import NUMBERS, code_texts, read
from .progress import first_of

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
    import shapely

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
    if "geom" not in table:
        raise GunmaneError(f"NETWORK: {tr('The layer has no geometry.')}")
    table["geom"] = _lines(table["geom"].to_numpy(object))
    for name in (*WHOLE, *NUMBERS, "from_m", "to_m", "length_m", "oneway", "adt"):
        if name in table:
            table[name] = pd.to_numeric(table[name], errors="coerce")
    if "part" not in table:
        table["part"] = table.groupby("section", sort=False, dropna=False).cumcount() + 1
    bad = table[["node_from", "node_to"]].isna().any(axis=1) | table["section"].isna()
    if bad.any():
        feedback.pushWarning(
            tr("{n} rows without a section or node numbers cannot be used: {which}.", n=f"{int(bad.sum()):,}",
               which=first_of(tr("row {row} ({section})", row=row + 1, section=table["section"][row] or "-")
                              for row in table.index[bad]))
        )  # fmt: skip
        table = table[~bad]
    table["section"], table["city_code"] = table["section"].map(str), code_texts(table["city_code"])
    for name in ("part", "node_from", "node_to"):
        table[name] = table[name].fillna(1).astype("int64")
    length = table["length_m"] if "length_m" in table else pd.Series(float("nan"), index=table.index)
    table["length_m"] = length.where(length > 0, shapely.length(table["geom"].to_numpy(object)))
    return Network(table, plane, source)


def _lines(shapes):
    """Lines of one part: some formats and databases hold every line as a collection of one."""
    import shapely

    many = shapely.get_type_id(shapes) == 5
    one = many & (shapely.get_num_geometries(shapes) == 1)
    shapes[one] = shapely.get_geometry(shapes[one], 0)
    shapes[many & ~one] = shapely.line_merge(shapes[many & ~one])
    return shapes


def read_links(algorithm, parameters, context, network: Network, feedback):
    """The links across borders, or None where none are given; warns of those that are of another network."""
    import pandas as pd

    source = algorithm.parameterAsSource(parameters, "LINKS", context)
    if source is None:
        return None
    table = read(source, LINKS, network.plane, context, feedback)
    for name in ("section_a", "section_b", "end_a", "end_b"):
        if name not in table:
            raise GunmaneError(f"LINKS: {missing_column(name)}")
    for name in ("section_a", "section_b"):  # keys of digits alone come back from some files as numbers
        table[name] = table[name].map(str, na_action="ignore")
    known = network.frame["section"]
    strange = ~(table["section_a"].isin(known) & table["section_b"].isin(known))
    if strange.any():
        feedback.pushWarning(
            tr("{n} of {all} links are of sections that the network does not have, and count for nothing: {which}."
               " Give the links of the same run.", n=f"{int(strange.sum()):,}", all=f"{len(table):,}",
               which=first_of(f"{a} – {b}" for a, b in table.loc[strange, ["section_a", "section_b"]].to_numpy()))
        )  # fmt: skip
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
