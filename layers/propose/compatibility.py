"""Whether a column's cells can be what a field holds. Public: ``fits``, ``is_identifier``."""

from __future__ import annotations

from ...schema import Field, Table
from ..unify.columns import FREE_TEXT
from .evidence import Evidence

NEUTRAL = 0.9  # a text can be anything
EMPTY = 0.85
_ENOUGH = 0.7  # ledgers are dirty: so many readable cells are as good as all
_IDENTIFIERS = {"section_id", "fac_id", "req_no", "dmg_id", "work_id", "pat_id", "con_id", "photo_id", "ref_id",
                "std_id"}  # fmt: skip


def is_identifier(field: Field, table: Table) -> bool:
    return field.name in _IDENTIFIERS and field.name in table.key


def fits(field: Field, table: Table, column: Evidence) -> float:
    """0 (cannot be) to 1 (reads as that)."""
    if column.empty:
        return EMPTY
    share = _share(field, table, column)
    return 1.0 if share >= _ENOUGH else share


def _share(field: Field, table: Table, column: Evidence) -> float:
    if column.share("url") > 0.5 and field.name != "path":
        return 0.0
    if field.name == "city_code":
        return max(column.share("citycode"), column.share("citycode5"))
    if field.codes:
        return _code(field, column)
    if field.name == "route_key":
        routes = column.share("route")
        return routes if routes >= 0.5 else max(routes, 0.6 * column.share("id"), 0.4)
    if is_identifier(field, table):
        return 1.0 if column.uniqueness >= 0.9 and column.fill > 0.5 else 0.5 * column.uniqueness
    if field.type in ("date", "datetime"):
        return _date(field, column)
    if field.type == "bool":
        return column.share("mark")
    if field.type == "int" and field.name.endswith("_year"):
        return max(column.share("fy"), 0.9 * column.share("date"))
    if field.type in ("int", "real"):
        dates = column.share("date")
        return 0.0 if dates > 0.8 and column.share("plain") < 0.5 else column.share("number")
    if field.name in ("address", "address_raw"):
        return max(NEUTRAL if not _numeric(column) else 0.1, column.share("address"))
    if field.ref or field.name in _IDENTIFIERS:
        return NEUTRAL
    if field.name in FREE_TEXT or field.name.endswith("_ja") or field.name in ("name", "fac_name"):
        return 0.2 if _numeric(column) else NEUTRAL
    return NEUTRAL


def _code(field: Field, column: Evidence) -> float:
    """Codes and words of the list; words that it does not know may still be mapped, mere numbers hardly."""
    read = column.code_share(field.codes)
    few = column.distinct <= 60 and not column.many and column.share("date") < 0.5
    if read >= 0.5:
        return read
    return max(read, 0.75 if few and read > 0 else 0.6 if few else 0.0)


def _date(field: Field, column: Evidence) -> float:
    read = max(column.share("date"), column.share("wareki_date"), column.share("monthday"))
    if column.date_form in ("mdy", "dmy", "foreign"):
        read = max(read, column.share("dmy" if column.date_form == "dmy" else "mdy"))
    if column.share("plain") > 0.8 and column.share("date") < 0.8:
        return 0.0
    if field.type == "datetime":
        return max(read, 0.8 * column.share("time"))
    return read


def _numeric(column: Evidence) -> bool:
    return column.share("plain") > 0.8
