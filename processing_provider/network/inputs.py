"""Layers of roads, areas, rivers and bridges as the frames that ``analysis.network`` takes, in one plane CRS."""

from __future__ import annotations

from typing import NamedTuple

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)

from ...i18n import tr
from ...layers.errors import GunmaneError
from ..frames import attributes, missing_column
from ..places import is_spatial, plane_of
from ..places import read as _read
from .progress import Cancelled

# The frame's column -> (parameter of the field, the model's name of it).
FIELDS = {
    "section": ("SECTION_FIELD", "uuid"),
    "section_id": ("SECTION_ID_FIELD", "section_id"),
    "city_code": ("CITY_FIELD", "city_code"),
    "route_key": ("ROUTE_FIELD", "route_key"),
    "rc": ("CLASS_FIELD", "rc"),
    "name": ("NAME_FIELD", "name_ja"),
    "width_m": ("WIDTH_FIELD", "width_m"),
    "oneway": ("ONEWAY_FIELD", "oneway"),
    "grade": ("GRADE_FIELD", "grade"),
    "bridge": ("BRIDGE_FIELD", "bridge"),
}
MORE = ("ln", "pt", "adt", "speed_kmh", "ap", "em", "ad")  # of the model; read where the layer has them
NUMBERS = ("width_m", "adt", "speed_kmh", "grade")
BRIDGE_TYPES = ("F16",)  # of the facilities' list: a road goes over what lies below
RIVER = "RV"
GONE = "vanished_at"
AREAS = {3, 6, 7}  # shapely's numbers of polygons and collections
_REGISTER = ("rc", "ad", "width_m", "ln", "pt", "adt", "speed_kmh")  # what a route says for its sections


class Roads(NamedTuple):
    """``frame``: the roads as ``analysis.network`` takes them, its index says which feature of the layer each is;
    ``plane``: the CRS of its geometries; ``source``: the layer."""

    frame: object
    plane: str
    source: object


def declare_roads(algorithm) -> None:
    line = [QgsProcessing.SourceType.TypeVectorLine]
    algorithm.add(
        QgsProcessingParameterFeatureSource("SECTIONS", tr("Road sections of all cities"), line),
        tr("Lines of all cities in one layer, with a field that says whose each is. Any coordinate system: distances"
           " are measured in a plane zone. Merge the cities' layers first where they are several."),
    )  # fmt: skip
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            "ROUTES", tr("Route register"), [QgsProcessing.SourceType.TypeVector], optional=True
        ),
        tr("Names, classes and widths of the routes (route_key), where the section says nothing."),
    )


def declare_fields(algorithm) -> None:
    """Which field says what, for layers that are not the unified model's."""
    text = tr("Empty: the unified model's name ({name}), where the layer has it.")
    for name, (parameter, usual) in FIELDS.items():
        algorithm.add(
            QgsProcessingParameterField(parameter, _title(name), None, "SECTIONS", optional=True),
            text.replace("{name}", usual),
            advanced=True,
        )


def _title(name: str) -> str:
    return {
        "section": tr("Field that tells sections apart"),
        "section_id": tr("Field with the section's number"),
        "city_code": tr("Field with the city's code"),
        "route_key": tr("Field with the route's number"),
        "rc": tr("Field with the road class"),
        "name": tr("Field with the road's name"),
        "width_m": tr("Field with the width (m)"),
        "oneway": tr("Field with the one-way direction (1 as drawn, -1 against)"),
        "grade": tr("Field with the level (0 ground, above it bridges, below it tunnels)"),
        "bridge": tr("Field that marks bridges"),
    }[name]


def read_roads(algorithm, parameters, context, feedback, plane: str | None = None) -> Roads:
    """The sections as the analyses take them. Raises GunmaneError where the layer does not say whose the roads are."""
    import pandas as pd

    source = algorithm.parameterAsSource(parameters, "SECTIONS", context)
    if source is None:
        raise GunmaneError(algorithm.invalidSourceError(parameters, "SECTIONS"))
    chosen = _chosen(algorithm, parameters, context, source)
    plane = plane or plane_of(source, context)
    table = read(source, {*chosen.values(), *MORE, GONE}, plane, context, feedback)
    if GONE in table and table[GONE].notna().any():
        feedback.pushInfo(
            tr(
                "{n} sections that have vanished from their source are left out.",
                n=int(table[GONE].notna().sum()),
            )
        )
        table = table[table[GONE].isna()]
    frame = pd.DataFrame({name: table[own] for name, own in chosen.items()}, index=table.index)
    for name in MORE:
        if name in table and name not in frame:
            frame[name] = table[name]
    frame["city_code"] = code_texts(frame["city_code"])
    nobody = int(frame["city_code"].isna().sum())
    if nobody:
        feedback.pushWarning(
            tr("{n} sections have no city code; they are taken as roads of one more city.", n=f"{nobody:,}")
        )
    if "geom" not in table:
        raise GunmaneError(f"SECTIONS: {tr('The layer has no geometry.')}")
    frame["geom"] = table["geom"]
    frame["section"] = _keys(frame)
    _from_register(frame, algorithm, parameters, context, feedback)
    for name in NUMBERS:
        if name in frame:
            frame[name] = pd.to_numeric(frame[name], errors="coerce")
    if "oneway" in frame:
        frame["oneway"] = _directions(frame["oneway"], feedback)
    if "bridge" in frame:
        frame["bridge"] = frame["bridge"].map(_yes)
    if "rc" not in frame and "route_key" in frame:
        frame["rc"] = class_of_key(frame["route_key"])
    elif "rc" in frame and "route_key" in frame:
        frame["rc"] = frame["rc"].where(frame["rc"].notna(), class_of_key(frame["route_key"]))
    return Roads(frame, plane, source)


def read(source, names, plane, context, feedback, points: bool = False):
    """``places.read``; raises Cancelled."""
    table = _read(source, names, plane, feedback, points)
    if feedback.isCanceled():
        raise Cancelled
    return table


def _chosen(algorithm, parameters, context, source) -> dict[str, str]:
    chosen, there = {}, set(source.fields().names())
    for name, (parameter, usual) in FIELDS.items():
        given = algorithm.parameterAsString(parameters, parameter, context).strip()
        if given and given not in there:
            raise GunmaneError(missing_column(given))
        if given or usual in there:
            chosen[name] = given or usual
    if "city_code" not in chosen:
        raise GunmaneError(
            missing_column("city_code"),
            remedy=tr("Choose the field that says which city each road belongs to (advanced parameters)."),
        )
    return chosen


def _keys(frame):
    """A text for each section that no other has: its uuid, else its number, else its place in the layer."""
    import numpy as np
    import pandas as pd

    keys = np.full(len(frame), None, object)
    for name in ("section", "section_id"):
        if name in frame:
            own = frame[name].map(lambda v: None if v is None else str(v)).to_numpy(object)
            keys = np.where(pd.isna(keys), own, keys)
    keys = pd.Series(keys, index=frame.index)
    bare = keys.isna() | keys.duplicated(keep=False)
    keys[bare] = [f"{'' if v is None else v}#{n}" for n, v in zip(np.flatnonzero(bare) + 1, keys[bare])]
    return keys


def _from_register(frame, algorithm, parameters, context, feedback) -> None:
    """Name, class and so on of the route, where the section has none."""
    register = algorithm.parameterAsSource(parameters, "ROUTES", context)
    if register is None:
        return
    table = attributes(register, ("route_key", "name_ja", *_REGISTER), feedback)
    if "route_key" not in table:
        raise GunmaneError(f"ROUTES: {missing_column('route_key')}")
    if "route_key" not in frame:
        feedback.pushWarning(tr("The sections have no route numbers; the register cannot be used."))
        return
    table = table.dropna(subset="route_key").drop_duplicates("route_key").set_index("route_key")
    for own, theirs in (("name", "name_ja"), *((n, n) for n in _REGISTER)):
        if theirs in table:
            found = frame["route_key"].map(table[theirs])
            frame[own] = found if own not in frame else frame[own].where(frame[own].notna(), found)


def code_texts(codes):
    """City codes as texts; numbers of five digits have lost a zero. None where there is none."""
    return codes.map(_code_text).astype(object).where(codes.notna(), None)


def _code_text(code) -> str | None:
    if isinstance(code, (int, float)) and code == code:
        text = f"{code:.0f}"
        return text.zfill(6) if len(text) == 5 else text
    return None if code is None or code != code else str(code).strip()


def class_of_key(keys):
    """RC of route keys as the model writes them (city-class-number); None where they are others."""
    from ...schema import model

    found = keys.astype("string").str.extract(r"^\d{6}-([A-Z]\d)-", expand=False)
    found = found.where(found.isin(list(model().code_lists["RC"].codes)))
    return found.astype(object).where(found.notna(), None)


def _directions(column, feedback):
    """-1, 0, 1 of the usual ways to write a one-way direction; None where it says nothing. Says what it cannot read."""
    words = column.dropna().map(lambda value: str(value).strip().lower())
    found = words.map(_DIRECTIONS)
    strange = words[found.isna()]
    if len(strange):
        feedback.pushWarning(
            tr("{n} sections have a one-way direction that cannot be read, such as “{text}”: taken as two-way.",
               n=f"{len(strange):,}", text=strange.iloc[0])
        )  # fmt: skip
    return found.reindex(column.index).astype(object).where(column.notna(), None)


_DIRECTIONS = {
    **dict.fromkeys(("1", "1.0", "yes", "y", "true", "t"), 1),
    **dict.fromkeys(("-1", "-1.0", "reverse"), -1),
    **dict.fromkeys(("0", "0.0", "no", "n", "false", "f"), 0),
}


def _yes(value) -> bool:
    return str(value).strip().lower() not in ("", "0", "0.0", "no", "false", "none", "nan")


def read_cities(algorithm, parameters, context, plane, feedback):
    """(city_code, geom) of the areas, or None where none are given."""
    import shapely

    source = algorithm.parameterAsSource(parameters, "CITIES", context)
    if source is None:
        return None
    table = read(source, ("city_code",), plane, context, feedback)
    if "city_code" not in table:
        raise GunmaneError(f"CITIES: {missing_column('city_code')}")
    if "geom" not in table:
        raise GunmaneError(f"CITIES: {tr('The layer has no geometry.')}")
    table = table[["city_code", "geom"]].dropna().reset_index(drop=True)
    if len(table) and not set(shapely.get_type_id(table["geom"].to_numpy(object))) & AREAS:
        raise GunmaneError(f"CITIES: {tr('The layer has no areas.')}")
    return table.assign(city_code=code_texts(table["city_code"]))


def read_rivers(algorithm, parameters, context, plane, feedback):
    """Geometries of rivers, or None; of a layer of reference features only the rivers."""
    source = algorithm.parameterAsSource(parameters, "RIVERS", context)
    if source is None or not is_spatial(source):
        return None
    table = read(source, ("kind",), plane, context, feedback)
    if "kind" in table and (table["kind"] == RIVER).any():
        table = table[table["kind"] == RIVER]
    return table["geom"].dropna().to_numpy(object)


def read_bridges(algorithm, parameters, context, plane, feedback):
    """(bridge_id, geom) of bridges, or None; of a layer of facilities only the bridges."""
    source = algorithm.parameterAsSource(parameters, "BRIDGES", context)
    if source is None or not is_spatial(source):
        return None
    table = read(source, ("ft", "fac_id", "uuid", "bridge_id"), plane, context, feedback)
    if "ft" in table and table["ft"].isin(BRIDGE_TYPES).any():
        table = table[table["ft"].isin(BRIDGE_TYPES)]
    key = next((name for name in ("bridge_id", "fac_id", "uuid") if name in table), None)
    names = table[key] if key else [str(n + 1) for n in table.index]
    found = table.assign(bridge_id=names)[["bridge_id", "geom"]]
    return found[found["geom"].notna()].reset_index(drop=True)


__all__ = [
    "Roads",
    "class_of_key",
    "declare_fields",
    "declare_roads",
    "read_bridges",
    "read_cities",
    "read_rivers",
    "read_roads",
]
