"""Rows of a network plan made ready for the store and written in bulk: keys, codes, geometry, spatial index."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
import shapely

from ...i18n import tr
from ...schema import Table, model
from ..coordinates.crs import transformer
from ..errors import GunmaneError
from ..identity import COMMON_CITY, row_uuids
from ..store import Store, ddl, now_utc, rtree_pack
from ..store.geometry_blob import encode
from .colours import colour_numbers
from .runs import SOURCE, _insert, _values

SECTIONS = {
    "border_link": ("section_a", "section_b"),
    "section_duplicate": ("kept", "other"),
    "plan_section": ("section",),
}
SUMMED = ("workload",)
_PARTS = {"LineString": 1, "MultiLineString": 1, "MultiPolygon": 3}


class Sections:
    """The store's sections by uuid or ``section_id``."""

    def __init__(self, store: Store):
        found = store.con.execute(
            "SELECT uuid, section_id, city_code FROM section ORDER BY fid DESC"
        ).fetchall()
        self.id_of = {section_id: section_id for _, section_id, _ in found if section_id}
        self.id_of.update({uuid: section_id for uuid, section_id, _ in found if section_id})
        self.city_of = {section_id: city for _, section_id, city in found}


@dataclass
class Ready:
    """``rows``: columns of the table alone; ``geom`` apart; ``unknown``: rows left out."""

    rows: pd.DataFrame
    city: list[str]
    geom: np.ndarray | None = None
    unknown: int = 0
    keys: list[str] = field(default_factory=list)


def prepared(
    store: Store, table: str, frame: pd.DataFrame, sections: Sections, crs: str | None = None
) -> Ready:
    """Check and complete the rows of one table. Raises GunmaneError E-PLANROWS."""
    entry = model().tables[table]
    frame = frame.reset_index(drop=True)
    frame, unknown = _known(table, frame, sections)
    if table == "plan_section":
        frame = whole_sections(frame)
    _complete(entry, frame)
    key = [name for name in entry.key if name != "plan_id"]
    twice = frame[frame.duplicated(key)][key]
    if len(twice):
        named = ", ".join(" / ".join(map(str, row)) for row in twice.head(5).itertuples(index=False))
        raise GunmaneError(
            tr("{table}: these stand there twice: {rows}.", table=table, rows=named), code="E-PLANROWS"
        )
    frame = frame.sort_values(key, kind="stable", ignore_index=True)  # the order of the input never shows
    keys = ["|".join(map(str, row)) for row in zip(*(frame[name].tolist() for name in key))]
    geom = geometries(frame, entry, store, crs)
    if table == "route_group" and "colour" not in frame:
        frame = frame.assign(colour=colour_numbers(geom))
    names = [own.name for own in entry.fields if own.name != "plan_id" and own.name in frame]
    return Ready(frame[names], _cities(table, frame, sections), geom, unknown, keys)


def insert(store: Store, table: str, plan_id: str, ready: Ready) -> None:
    """Write within the caller's transaction."""
    keys = [f"{plan_id}|{key}" for key in ready.keys]
    columns = own_columns(table, ready, keys, row_uuids(COMMON_CITY, table, keys))
    columns["plan_id"] = [plan_id] * len(keys)
    put(store, table, columns, ready.geom)


def own_columns(table: str, ready: Ready, keys: list[str], uuids: list[str]) -> dict[str, list]:
    """Common columns and those of the rows, as the store takes them."""
    n = len(ready.rows)
    columns = {
        "uuid": uuids, "city_code": ready.city, "src_file": [SOURCE] * n, "src_row": list(range(1, n + 1)),
        "imported_at": [now_utc()] * n, "src_key": keys,
    }  # fmt: skip
    types = {own.name: own.type for own in model().tables[table].fields}
    for name in ready.rows.columns:
        cells = ready.rows[name]
        columns[name] = [as_json(v) for v in cells] if types[name] == "json" else _values(cells, types[name])
    return columns


def put(store: Store, table: str, columns: dict[str, list], geom: np.ndarray | None) -> None:
    """Insert rows and their entries in the spatial index, whose triggers rest meanwhile."""
    con, n = store.con, len(columns["uuid"])
    if geom is None:
        emptied = con.execute(f'SELECT 1 FROM "{table}" LIMIT 1').fetchone() is None  # nosec B608
        with_indexes = _without_indexes(store, table) if emptied and n > rtree_pack.PACKED_FROM else []
        _insert(store, table, columns.keys(), zip(*columns.values()))
        for statement in with_indexes:
            con.execute(statement)
        return
    entry = model().tables[table]
    (last,) = con.execute(f'SELECT coalesce(max(fid), 0) FROM "{table}"').fetchone()  # nosec B608
    fids = range(last + 1, last + 1 + n)
    for statement in ddl.rtree_triggers_drop(table) + ddl.edit_trigger_drop(entry):
        con.execute(statement)
    columns = {"fid": list(fids), **columns, "geom": encode(geom, store.srs_id)}
    _insert(store, table, columns.keys(), zip(*columns.values()))
    ids, boxes = rtree_pack.entries(fids, geom)
    rtree_pack.replace(con, f"rtree_{table}_geom", np.empty(0, np.int64), ids, boxes)
    for statement in ddl.rtree_triggers_create(table) + ddl.edit_trigger_create(entry):
        con.execute(statement)


def whole_sections(frame: pd.DataFrame) -> pd.DataFrame:
    """One row a section from its pieces: from the first node to the last, sums of work, else the first that is said.

    Pieces are ordered by ``part``. Without that column every section may stand there once only.
    """
    if not frame["section"].duplicated().any():
        return frame
    if "part" not in frame:
        return frame  # the check of keys names them
    frame = frame.sort_values(["section", "part"], kind="stable")
    grouped = frame.groupby("section", sort=True)
    how = {name: "first" for name in frame.columns if name not in ("section", "geom")}
    how.update({name: "sum" for name in SUMMED if name in frame})
    if "node_to" in frame:
        how["node_to"] = "last"
    whole = grouped.agg(how).reset_index()
    for name in SUMMED:
        if name in frame:  # nothing said is nothing, not 0
            whole.loc[~grouped[name].count().gt(0).to_numpy(), name] = np.nan
    return whole


def geometries(frame: pd.DataFrame, entry: Table, store: Store, crs: str | None) -> np.ndarray | None:
    """``geom`` as the table wants it (single or multi; points and slivers of a collection go), in the store's CRS."""
    if not entry.geometry:
        return None
    geoms = np.full(len(frame), None, dtype=object)
    if "geom" in frame:
        geoms[:] = frame["geom"].to_numpy(dtype=object)
    if crs is not None and crs.upper() != store.crs:
        geoms = transformer(crs, store.crs).transform_geometries(geoms)
    geoms = as_type(geoms, entry.geometry)
    if entry.geometry_required and shapely.is_missing(geoms).any():
        raise GunmaneError(tr("{table}: a row has no geometry.", table=entry.name), code="E-PLANROWS")
    return geoms


def as_type(geoms: np.ndarray, wanted: str) -> np.ndarray:
    """Geometries as one GeoPackage type (LineString, MultiLineString, MultiPolygon); None where nothing is left."""
    geoms = np.asarray(geoms, dtype=object)
    parts, at = shapely.get_parts(geoms, return_index=True)
    inner, again = shapely.get_parts(parts, return_index=True)  # collections hold multis
    at = at[again]
    fit = shapely.get_type_id(inner) == _PARTS[wanted]
    fit &= ~shapely.is_empty(inner)
    inner, at = shapely.force_2d(inner[fit]), at[fit]
    made = np.full(len(geoms), None, dtype=object)
    if not len(inner):
        return made
    if wanted == "LineString":
        merged = np.full(len(geoms), None, dtype=object)
        shapely.multilinestrings(inner, indices=at, out=merged)
        merged = shapely.line_merge(merged)
        single = shapely.get_type_id(merged) == 1
        made[single] = merged[single]
        first, n = np.unique(at, return_index=True)
        rest = ~single[first]  # several lines, or one of no length: the first
        made[first[rest]] = inner[n[rest]]
        return made
    build = shapely.multilinestrings if wanted == "MultiLineString" else shapely.multipolygons
    build(inner, indices=at, out=made)
    return made


def as_json(value) -> str | None:
    """JSON of lists, dicts, arrays and sets; a text is taken for JSON already."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, default=_plain)


def _plain(value):
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    return value.tolist() if hasattr(value, "tolist") else str(value)


def _known(table: str, frame: pd.DataFrame, sections: Sections) -> tuple[pd.DataFrame, int]:
    """Sections by their ``section_id``; rows of others are left out."""
    names = SECTIONS.get(table, ())
    lacking = [name for name in names if name not in frame]
    if lacking:
        raise GunmaneError(
            tr("The field {name} is missing, which tells the rows apart.", name=lacking[0]), code="E-PLANROWS"
        )
    there = np.ones(len(frame), dtype=bool)
    changed = {}
    for name in names:
        changed[name] = frame[name].map(sections.id_of)
        there &= changed[name].notna().to_numpy()
    frame = frame.assign(**changed)
    return (frame, 0) if there.all() else (frame[there].reset_index(drop=True), int((~there).sum()))


def _complete(entry: Table, frame: pd.DataFrame) -> None:
    for own in entry.fields:
        if own.name == "plan_id":
            continue
        if own.required and (own.name not in frame or frame[own.name].isna().any()):
            raise GunmaneError(
                tr("{table}: {column} is missing.", table=entry.name, column=own.name), code="E-PLANROWS"
            )
        if own.codes and own.name in frame:
            strange = set(frame[own.name].dropna().unique()) - set(model().code_lists[own.codes].codes)
            if strange:
                raise GunmaneError(
                    tr("{table}: {column} has no code {codes}.", table=entry.name, column=own.name,
                       codes=", ".join(sorted(map(str, strange)))),
                    code="E-PLANROWS",
                )  # fmt: skip


def _cities(table: str, frame: pd.DataFrame, sections: Sections) -> list[str]:
    """Whose row it is: the first section's city; of what belongs to several cities, nobody's."""
    if table in SECTIONS:
        return [sections.city_of[section] for section in frame[SECTIONS[table][0]]]
    if "cities" not in frame:
        return [COMMON_CITY] * len(frame)
    return [_only(cell) for cell in frame["cities"]]


def _only(cell) -> str:
    if isinstance(cell, str):
        try:
            cell = json.loads(cell)
        except ValueError:
            return COMMON_CITY
    cities = list(cell) if isinstance(cell, (list, tuple, set, dict, np.ndarray)) else []
    return str(cities[0]) if len(cities) == 1 and len(str(cities[0])) == 6 else COMMON_CITY


def _without_indexes(store: Store, table: str) -> list[str]:
    """Take the plain indexes off an empty table; returns the statements that make them again (sorting once)."""
    found = store.con.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql LIKE 'CREATE INDEX %'",
        (table,),
    ).fetchall()
    for name, _ in found:
        store.con.execute(f'DROP INDEX "{name}"')
    return [statement for _, statement in found]
