"""The store's tables as GeoPackage 1.3 statements, made from the unified model.

Only texts are made here: whoever holds a connection runs them, in one transaction, in the order given. Source:
OGC 12-128r17 (GeoPackage 1.3.0) with its extensions R-tree (annex F.3) and schema (annex F.9); unified model,
section 2. The schema extension carries the Japanese labels and the code lists, so that any GIS shows them.

The R-tree's triggers call ``ST_IsEmpty`` and ``ST_MinX``..., which spatial programs register and plain
``sqlite3`` does not have: a bulk writer drops them, fills the index itself and makes them again, inside its one
transaction. SQLite looks for the functions at any UPDATE of such a table, also of a column without geometry.
"""

from __future__ import annotations

from collections.abc import Iterable

from ...schema import Code, Field, Model, Table

GEOMETRY = "geom"
_SQL_TYPES = {
    "text": "TEXT",
    "int": "INTEGER",
    "real": "REAL",
    "date": "DATE",
    "datetime": "DATETIME",  # local times are texts with +09:00, times of the machine are UTC with Z
    "bool": "BOOLEAN",
    "json": "TEXT",
}
# For rows that a person adds. There is none for uuid: OGR takes an SQL expression for a literal text, so the
# forms of the project fill it.
_DEFAULTS = {"src_file": "''", "src_row": "0"}
_NOT_NULL = ("uuid", "city_code", "src_file", "src_row")
_WGS84 = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],'
    'AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],'
    'UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],'
    'AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]'
)


def store_ddl(model: Model, srs_id: int, srs_name: str, srs_wkt: str) -> list[str]:
    """Statements that make an empty store.

    ``srs_id`` is the EPSG code of the store's CRS, ``srs_wkt`` its WKT1 (GDAL flavour). The two PRAGMAs at the
    head also work inside a transaction.
    """
    tables = [table for table in model.tables.values() if table.store == "main"]
    statements = _core()
    if srs_id != 4326:
        statements.append(_srs_row(srs_name, srs_id, "EPSG", srs_id, srs_wkt))
    for table in tables:
        statements += table_ddl(table, srs_id)
    statements += _key_value_table("settings")
    statements.append(_contents_row("settings", "attributes", "設定", "Settings of the store", None))
    return statements + _schema_extension(model, tables)


def petitioner_ddl(model: Model) -> list[str]:
    """Statements that make the petitioners' file: their table, and ``secret``, which no program lists."""
    tables = [table for table in model.tables.values() if table.store == "petitioner"]
    statements = _core()
    for table in tables:
        statements += table_ddl(table, None)
    statements += _key_value_table("secret")
    return statements + _schema_extension(model, tables)


def table_ddl(table: Table, srs_id: int | None) -> list[str]:
    """One table with its registration, spatial index, indexes and the trigger that stamps hand edits."""
    geometry = [f"{_name(GEOMETRY)} {table.geometry.upper()}"] if table.geometry else []
    columns = ["fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL", *geometry, *map(_column, table.columns)]
    statements = [f"CREATE TABLE {_name(table.name)} (\n  " + ",\n  ".join(columns) + "\n)"]
    kind = "features" if table.geometry else "attributes"
    about = ". ".join(part for part in (f"{table.number} {table.en}", table.note_en, table.note) if part)
    statements.append(_contents_row(table.name, kind, table.ja, about, srs_id if table.geometry else None))
    if table.geometry:
        statements.append(
            "INSERT INTO gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m) VALUES "  # nosec B608
            f"({_text(table.name)}, {_text(GEOMETRY)}, {_text(table.geometry.upper())}, {srs_id}, 0, 0)"
        )
        statements.append(
            _extension_row(
                table.name,
                GEOMETRY,
                "gpkg_rtree_index",
                "http://www.geopackage.org/spec120/#extension_rtree",
                "write-only",
            )
        )
        statements += rtree_create(table.name) + rtree_triggers_create(table.name)
    return statements + _indexes(table) + edit_trigger_create(table)


def rtree_create(table: str) -> list[str]:
    """The empty spatial index of a table."""
    return [f"CREATE VIRTUAL TABLE {_rtree(table)} USING rtree(id, minx, maxx, miny, maxy)"]


def rtree_triggers_create(table: str) -> list[str]:
    """The triggers that keep the spatial index true, word for word those of the standard (annex F.3)."""
    t, g, index = _name(table), _name(GEOMETRY), _rtree(table)
    full = f"(NEW.{g} NOTNULL AND NOT ST_IsEmpty(NEW.{g}))"
    empty = f"(NEW.{g} ISNULL OR ST_IsEmpty(NEW.{g}))"
    put = (
        f"INSERT OR REPLACE INTO {index} VALUES (NEW.fid, ST_MinX(NEW.{g}), ST_MaxX(NEW.{g}),"
        f" ST_MinY(NEW.{g}), ST_MaxY(NEW.{g}));"
    )
    drop_old = f"DELETE FROM {index} WHERE id = OLD.fid;"  # nosec B608
    bodies = {
        "insert": f"AFTER INSERT ON {t} WHEN {full} BEGIN {put} END",
        "update1": f"AFTER UPDATE OF {g} ON {t} WHEN OLD.fid = NEW.fid AND {full} BEGIN {put} END",
        "update2": f"AFTER UPDATE OF {g} ON {t} WHEN OLD.fid = NEW.fid AND {empty} BEGIN {drop_old} END",
        "update3": f"AFTER UPDATE ON {t} WHEN OLD.fid != NEW.fid AND {full} BEGIN {drop_old} {put} END",
        "update4": f"AFTER UPDATE ON {t} WHEN OLD.fid != NEW.fid AND {empty} BEGIN"  # nosec B608
        f" DELETE FROM {index} WHERE id IN (OLD.fid, NEW.fid); END",
        "delete": f"AFTER DELETE ON {t} WHEN OLD.{g} NOT NULL BEGIN {drop_old} END",
    }
    return [f"CREATE TRIGGER {_rtree(table, suffix)} {body}" for suffix, body in bodies.items()]


def rtree_triggers_drop(table: str) -> list[str]:
    """Removes the triggers of ``rtree_triggers_create``, and those that newer versions of GDAL write instead."""
    suffixes = ("insert", *(f"update{n}" for n in range(1, 8)), "delete")
    return [f"DROP TRIGGER IF EXISTS {_rtree(table, suffix)}" for suffix in suffixes]


def edit_trigger_create(table: Table) -> list[str]:
    """The trigger that stamps ``edited_at`` when a person changes what came from a source, in any program.

    An import sets another ``import_id`` in the same statement, which keeps the trigger silent. Values are
    compared, because OGR writes all columns of a row when one has changed; and datetimes by the moment they
    mean, because it writes them in its own way (09:15:00+09:00 becomes 09:15:00.000+09:00).
    """
    if not table.importable:
        return []
    watched = [field for field in table.fields if field.origin == "source"]
    names = [_name(field.name) for field in watched] + ([_name(GEOMETRY)] if table.geometry else [])
    moments = {_name(field.name) for field in watched if field.type == "datetime"}
    untouched = (
        "NEW.import_id IS OLD.import_id AND NEW.row_hash IS OLD.row_hash"
        " AND datetime(NEW.edited_at) IS datetime(OLD.edited_at)"
    )
    changed = " OR ".join(
        f"datetime(NEW.{n}) IS NOT datetime(OLD.{n})" if n in moments else f"NEW.{n} IS NOT OLD.{n}"
        for n in names
    )
    return [
        f"CREATE TRIGGER {_name(f'edited_{table.name}')} AFTER UPDATE OF {', '.join(names)} ON"  # nosec B608
        f" {_name(table.name)} WHEN {untouched} AND ({changed}) BEGIN UPDATE {_name(table.name)} SET"
        " edited_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE fid = NEW.fid; END"
    ]


def edit_trigger_drop(table: Table) -> list[str]:
    """Removes the trigger of ``edit_trigger_create``."""
    return [f"DROP TRIGGER IF EXISTS {_name(f'edited_{table.name}')}"] if table.importable else []


def _core() -> list[str]:
    """The GeoPackage's own tables (clause 2, tables 'gpkg_*') and its identification."""
    undefined = "undefined"
    return [
        f"PRAGMA application_id = {0x47504B47}",
        "PRAGMA user_version = 10300",
        "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY,"
        " organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL,"
        " description TEXT)",
        "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,"
        " identifier TEXT UNIQUE, description TEXT DEFAULT '',"
        " last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),"
        " min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,"
        " CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))",
        "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,"
        " geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,"
        " CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),"
        " CONSTRAINT uk_gc_table_name UNIQUE (table_name),"
        " CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),"
        " CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))",
        "CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL,"
        " definition TEXT NOT NULL, scope TEXT NOT NULL,"
        " CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))",
        "CREATE TABLE gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT,"
        " title TEXT, description TEXT, mime_type TEXT, constraint_name TEXT,"
        " CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),"
        " CONSTRAINT gdc_tn UNIQUE (table_name, name))",
        "CREATE TABLE gpkg_data_column_constraints (constraint_name TEXT NOT NULL,"
        " constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN, max NUMERIC,"
        " max_is_inclusive BOOLEAN, description TEXT,"
        " CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value))",
        _srs_row("Undefined cartesian SRS", -1, "NONE", -1, undefined),
        _srs_row("Undefined geographic SRS", 0, "NONE", 0, undefined),
        _srs_row("WGS 84 geodetic", 4326, "EPSG", 4326, _WGS84),
    ]


def _key_value_table(name: str) -> list[str]:
    # An integer primary key of its own: the standard asks it of every table that is listed.
    return [
        f"CREATE TABLE {_name(name)} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, key TEXT NOT NULL UNIQUE,"
        " value TEXT)"
    ]


def _column(field: Field) -> str:
    parts = [_name(field.name), _SQL_TYPES[field.type]]
    if field.name in _NOT_NULL:
        parts.append("NOT NULL")
    if field.name in _DEFAULTS:
        parts.append(f"DEFAULT {_DEFAULTS[field.name]}")
    if field.name == "uuid":
        parts.append("UNIQUE CHECK (length(uuid) = 36)")
    if field.type == "bool":
        parts.append(f"CHECK ({_name(field.name)} IN (0, 1))")
    return " ".join(parts)


def _indexes(table: Table) -> list[str]:
    """Indexes on the city, the natural key and the references."""
    wanted = [("city_code",), table.key]
    wanted += [(field.name,) for field in table.columns if field.ref and field.name != "import_id"]
    wanted += [(name,) for name in ("row_uuid", "owner_uuid") if any(f.name == name for f in table.fields)]
    kept: list[tuple[str, ...]] = []
    for columns in sorted({tuple(w) for w in wanted if w}, key=lambda w: (-len(w), w)):
        # An index on (a, b) serves searches for a alone.
        if not any(longer[: len(columns)] == columns for longer in kept):
            kept.append(columns)
    return [
        f"CREATE INDEX {_name('_'.join(('idx', table.name, *columns)))} ON {_name(table.name)}"
        f" ({', '.join(map(_name, columns))})"
        for columns in sorted(kept)
    ]


def _schema_extension(model: Model, tables: list[Table]) -> list[str]:
    definition = "http://www.geopackage.org/spec121/#extension_schema"
    statements = [
        _extension_row(name, None, "gpkg_schema", definition, "read-write")
        for name in ("gpkg_data_columns", "gpkg_data_column_constraints")
    ]
    used = {field.codes for table in tables for field in table.fields if field.codes}
    for name in sorted(used):
        statements.append(_enumeration(name, model.code_lists[name].codes.values()))
    for table in tables:
        rows = ",\n  ".join(_data_column(table, field) for field in table.columns)
        statements.append(
            "INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description, constraint_name)"  # nosec B608
            f" VALUES\n  {rows}"
        )
    return statements


def _enumeration(name: str, codes: Iterable[Code]) -> str:
    rows = ",\n  ".join(f"({_text(name)}, 'enum', {_text(code.code)}, {_text(code.ja)})" for code in codes)
    return (
        "INSERT INTO gpkg_data_column_constraints (constraint_name, constraint_type, value, description)"  # nosec B608
        f" VALUES\n  {rows}"
    )


def _data_column(table: Table, field: Field) -> str:
    unit = f"[{field.unit}]" if field.unit else None
    about = " ".join(part for part in (unit, field.note, field.note_en) if part)
    values = (table.name, field.name, field.ja, field.en, about or None, field.codes)
    return f"({', '.join(map(_text, values))})"


def _srs_row(name: str, srs_id: int, organization: str, code: int, definition: str) -> str:
    return (
        "INSERT INTO gpkg_spatial_ref_sys (srs_name, srs_id, organization, organization_coordsys_id, definition)"  # nosec B608
        f" VALUES ({_text(name)}, {srs_id}, {_text(organization)}, {code}, {_text(definition)})"
    )


def _contents_row(table: str, kind: str, identifier: str, description: str, srs_id: int | None) -> str:
    return (
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES"  # nosec B608
        f" ({_text(table)}, {_text(kind)}, {_text(identifier)}, {_text(description)},"
        f" {'NULL' if srs_id is None else srs_id})"
    )


def _extension_row(table: str, column: str | None, name: str, definition: str, scope: str) -> str:
    values = ", ".join(map(_text, (table, column, name, definition, scope)))
    return (
        "INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope)"  # nosec B608
        f" VALUES ({values})"
    )


def _rtree(table: str, suffix: str = "") -> str:
    return _name("_".join(part for part in ("rtree", table, GEOMETRY, suffix) if part))


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(value: str | None) -> str:
    return "NULL" if value is None else "'" + value.replace("'", "''") + "'"


def added_column(field: Field) -> str:
    """The definition of a column that an older store lacks (SQLite adds only columns that may be null)."""
    return _column(field).replace(" NOT NULL", "").replace(" UNIQUE", "")


def refresh_labels_ddl(model: Model) -> list[str]:
    """Statements that write the labels and code lists of the schema extension anew."""
    tables = [table for table in model.tables.values() if table.store == "main"]
    statements = _schema_extension(model, tables)
    kept = [statement for statement in statements if "gpkg_extensions" not in statement]
    return ["DELETE FROM gpkg_data_columns", "DELETE FROM gpkg_data_column_constraints", *kept]
