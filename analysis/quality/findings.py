"""The one form in which every check hands over what it found, and how it becomes words."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...schema import model
from .catalogue import kinds, settings

COLUMNS = (
    "kind", "table", "uuid", "other_table", "other_uuid", "city", "other_city", "field", "x", "y", "located",
    "values",
)  # fmt: skip


def make(kind: str, table: str, uuid, city, *, other_uuid=None, other_table=None, other_city=None,
         field=None, x=None, y=None, **values) -> pd.DataFrame:  # fmt: skip
    """Findings of one kind: arrays (or one value for all) per column.

    ``x``, ``y``: metres in the store's CRS, where the check itself knows the place; else ``locate`` adds them.
    ``values``: what the kind's text names in braces.
    """
    uuid = np.asarray(uuid, dtype=object)
    size = len(uuid)
    if size == 0:
        return empty()
    names = list(values)
    columns = [_column(values[name], size) for name in names]
    known = x is not None
    return pd.DataFrame(
        {
            "kind": kind,
            "table": table,
            "uuid": uuid,
            "other_table": other_table if other_table or other_uuid is None else table,
            "other_uuid": _column(other_uuid, size),
            "city": _column(city, size),
            "other_city": _column(other_city, size),
            "field": _column(field, size),
            "x": np.asarray(x, dtype=float) if known else np.full(size, np.nan),
            "y": np.asarray(y, dtype=float) if known else np.full(size, np.nan),
            "located": "finding" if known else None,
            "values": [dict(zip(names, row)) for row in zip(*columns)] if names else [{}] * size,
        },
        columns=list(COLUMNS),
    )


def empty() -> pd.DataFrame:
    return pd.DataFrame({name: np.empty(0, float if name in "xy" else object) for name in COLUMNS})


def joined(parts) -> pd.DataFrame:
    """All findings in the order of the kinds, then of cities and rows."""
    parts = [part for part in parts if len(part)]
    if not parts:
        return empty()
    found = pd.concat(parts, ignore_index=True)
    order = {kind: n for n, kind in enumerate(kinds())}
    found["_order"] = found["kind"].map(order)
    found = found.sort_values(["_order", "city", "table", "uuid"], kind="stable")
    return found.drop(columns="_order").reset_index(drop=True)


def in_words(found: pd.DataFrame, frames: dict, lang: str) -> pd.DataFrame:
    """The findings with ``severity``, ``title``, ``text``, ``remedy``, names and the source's file and row.

    ``frames``: the tables that were checked (uuid, name, src_file, src_row). Returns a new DataFrame.
    """
    found = found.copy()
    catalogue = kinds()
    for new, attribute in (("severity", "severity"), ("group", "group")):
        found[new] = found["kind"].map({k: getattr(v, attribute) for k, v in catalogue.items()})
    found["title"] = found["kind"].map({k: v.label(lang) for k, v in catalogue.items()})
    found["remedy"] = found["kind"].map({k: v.remedy(lang) for k, v in catalogue.items()})
    _add_names(found, frames)
    cities = frames.get("city")
    city_names = dict(zip(cities["city_code"], cities["name_ja"])) if cities is not None else {}
    for new, code in (("city_name", "city"), ("other_city_name", "other_city")):
        found[new] = found[code].map(lambda c: city_names.get(c) or c, na_action="ignore")
        found[new] = found[new].astype(object).where(found[new].notna(), None)
    found["text"] = [
        _text(catalogue[row.kind], row, lang)
        for row in found[
            ["kind", "table", "field", "values", "name", "other_name", "other_city_name"]
        ].itertuples()
    ]
    return found


def _add_names(found: pd.DataFrame, frames: dict) -> None:
    for name in ("name", "src_file", "src_row", "other_name"):
        found[name] = None
    for prefix, wanted in (("", ("name", "src_file", "src_row")), ("other_", ("name",))):
        tables, uuids = found[f"{prefix}table"], found[f"{prefix}uuid"]
        for table in tables.dropna().unique():
            if table not in frames:
                continue
            here = np.flatnonzero((tables == table).to_numpy() & uuids.notna().to_numpy())
            frame = frames[table]
            at = pd.Index(frame["uuid"]).get_indexer(uuids.iloc[here])
            for name in wanted:
                column = found[f"{prefix}{name}"].to_numpy(dtype=object, copy=True)
                source = frame[name].to_numpy(dtype=object)
                column[here] = np.where(at >= 0, source[at], None)
                found[f"{prefix}{name}"] = column
    for name in ("name", "other_name"):
        lacking = found[name].isna() & found[name.replace("name", "uuid")].notna()
        found.loc[lacking, name] = found.loc[lacking, name.replace("name", "uuid")]


def _text(kind, row, lang: str) -> str:
    tables = model().tables
    values = dict(row.values)
    table = tables.get(row.table)
    values.update(
        name=row.name,
        other_name=row.other_name,
        other_city_name=row.other_city_name,
        table=table.label(lang) if table else row.table,
        field=_label(table, row.field, lang),
    )
    if "later_field" in values:
        values["later_field"] = _label(table, values["later_field"], lang)
    if "target" in values:
        values["target"] = tables[values["target"]].label(lang)
    if "manager" in values:
        code = model().code_lists["AD"].codes.get(values["manager"])
        values["manager"] = code.label(lang) if code else values["manager"]
    if "marked" in values:
        values["marked"] = settings()["marked"][lang] if values["marked"] else ""
    if "reason" in values and lang == "ja":
        values["reason"] = _reason(values["reason"])
    return kind.text(lang).format_map(values)


def _reason(text: str) -> str:
    """What GEOS says of an invalid geometry, in Japanese, with its coordinates as they are."""
    for english, japanese in settings()["reasons"].items():
        if text.startswith(english):
            spot = text.find("[")
            return japanese + (f" {text[spot:]}" if spot >= 0 else "")
    return text


def _label(table, name, lang: str) -> str:
    try:
        return table.field(name).label(lang)
    except (KeyError, AttributeError):
        return name or ""


def _column(value, size: int) -> list:
    if value is None or isinstance(value, (str, int, float)):
        return [value] * size
    return value.tolist() if hasattr(value, "tolist") else list(value)
