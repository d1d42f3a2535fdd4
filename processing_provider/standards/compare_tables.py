"""The tables that ``gunmane:comparestandards`` hands over, made from what the engine found."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...analysis.standards import ALL
from ...analysis.standards.agreement import Agreement
from ...analysis.standards.effects import by
from ...documents import standards_words as say
from ...i18n import language, tr
from ...schema import model

# Fields of the outputs: (name, kind of a memory layer's field).
TABLE = (
    ("std_id", "string"), ("title", "string"), ("cell", "string"), ("city_code", "string"), ("city", "string"),
    ("before", "string"), ("after", "string"), ("direction", "string"), ("distance", "double"),
)  # fmt: skip
MOVED = (
    ("uuid", "string"), ("dmg_id", "string"), ("city_code", "string"), ("route_key", "string"), ("road", "string"),
    ("ft", "string"), ("dt", "string"), ("level_before", "string"), ("level_after", "string"), ("work", "integer"),
    ("std_before", "string"), ("measure_before", "string"), ("value_before", "double"), ("threshold_before", "double"),
    ("std_after", "string"), ("measure_after", "string"), ("value_after", "double"), ("threshold_after", "double"),
)  # fmt: skip
SUMMARY = (
    ("by", "string"), ("city_code", "string"), ("road", "string"), ("ft", "string"), ("dt", "string"),
    ("years", "double"), ("n", "integer"), ("both", "integer"), ("moved", "integer"), ("repairs_before", "integer"),
    ("repairs_after", "integer"), ("newly", "integer"), ("released", "integer"), ("emergencies_before", "integer"),
    ("emergencies_after", "integer"), ("nj_both", "integer"), ("nj_before", "integer"), ("nj_after", "integer"),
    ("repairs_before_y", "double"), ("repairs_after_y", "double"), ("yen_before_y", "double"),
    ("yen_after_y", "double"), ("unpriced", "integer"), ("assumed", "integer"), ("transfer", "integer"),
    ("example_prices", "integer"),
)  # fmt: skip
SWEEP = (
    ("std_id", "string"), ("cell", "string"), ("value", "double"), ("city_code", "string"), ("now", "double"),
    ("then", "double"), ("l0", "integer"), ("l1", "integer"), ("nj", "integer"), ("l2", "integer"), ("l3", "integer"),
    ("repairs", "integer"), ("moved", "integer"), ("repairs_y", "double"), ("nj_y", "double"),
    ("quantity_y", "double"), ("unit", "string"), ("yen_y", "double"), ("example_prices", "integer"),
)  # fmt: skip
_GROUPS = (
    ("class", ("road",)), ("kind", ("ft", "dt")), ("city and kind", ("city_code", "ft", "dt")),
    ("all", ("city_code", "road", "ft", "dt")),
)  # fmt: skip


def numbers(found: Agreement) -> dict:
    """The algorithm's outputs that are numbers."""
    results = {"CELLS": len(found.cells), "COUNT": 0, "MOVES": 0}
    if found.effects is not None:
        whole = found.effects.cities.iloc[-1]
        results |= {
            "COUNT": int(whole["n"]), "MOVES": int(whole["moved"]), "REPAIRS_BEFORE": int(whole["repairs_before"]),
            "REPAIRS_AFTER": int(whole["repairs_after"]),
            "UNJUDGED": int(whole["nj_both"] + whole["nj_before"] + whole["nj_after"]),
            "YEN_CHANGE": float(whole["yen_after_y"] - whole["yen_before_y"]),
        }  # fmt: skip
    return results


def titles() -> dict[str, str]:
    """Field -> title, for all outputs; fields of the unified model have its labels."""
    known = {
        own.name: own.label(language())
        for name in ("damage", "standard")
        for own in model().tables[name].columns
    }
    year = {
        "repairs_before_y": tr("Repairs a year, now"), "repairs_after_y": tr("Repairs a year, agreed"),
        "yen_before_y": tr("Yen a year, now"), "yen_after_y": tr("Yen a year, agreed"), "yen_y": tr("Yen a year"),
        "repairs_y": tr("Repairs a year"), "quantity_y": tr("Quantity a year"), "nj_y": tr("NJ a year"),
    }  # fmt: skip
    return {
        **known, **year, "title": tr("Title"), "cell": tr("Cell"), "city": tr("City"), "before": tr("Now"),
        "after": tr("Agreed"), "direction": tr("City now, against agreed"), "distance": tr("Distance"),
        "road": tr("Class"), "level_before": tr("Level now"), "level_after": tr("Level if agreed"),
        "work": tr("Repair: 1 newly, -1 no longer"), "std_before": tr("Standard now"),
        "std_after": tr("Standard if agreed"), "measure_before": tr("Measure now"),
        "measure_after": tr("Measure if agreed"), "value_before": tr("Measured, now"),
        "value_after": tr("Measured, agreed"), "threshold_before": tr("Threshold now"),
        "threshold_after": tr("Threshold if agreed"), "by": tr("Summed up by"), "years": tr("Years"),
        "n": tr("Damages"), "both": tr("Judged by both"), "moved": tr("Judgement changes"),
        "repairs_before": tr("Repairs now"), "repairs_after": tr("Repairs if agreed"), "newly": tr("Newly"),
        "released": tr("No longer"), "emergencies_before": tr("Emergencies now"),
        "emergencies_after": tr("Emergencies if agreed"), "nj_both": tr("NJ both"), "nj_before": tr("NJ only now"),
        "nj_after": tr("NJ only agreed"), "unpriced": tr("Repairs without a price (not in the yen)"),
        "assumed": tr("Repairs with an assumed quantity"), "transfer": tr("Other administrators' roads (not counted)"),
        "example_prices": tr("Example prices (1 = invented)"), "value": tr("Value"), "now": tr("Now"),
        "then": tr("Agreed"), "repairs": tr("Repairs in the records"),
    }  # fmt: skip


def value_table(found: Agreement, setting) -> pd.DataFrame:
    """One row a value and city that would change. direction: the city's value before, against after."""
    table = found.cells.copy()
    table["title"] = [setting.titles.get(std, {}).get(language(), std) for std in table["std_id"]]
    table["city"] = [setting.names.get(code, code) for code in table["city_code"]]
    for name in ("before", "after"):
        table[name] = [_plain(value) for value in found.cells[name]]
    table["direction"] = table["direction"].map({1: "stricter", -1: "looser", 0: "other"})
    return table


def summary_table(found: Agreement) -> pd.DataFrame:
    if found.effects is None:
        return pd.DataFrame(columns=_columns())
    parts = [found.effects.cities.assign(by="city")]
    for name, keys in _GROUPS:
        parts.append(by(found.effects.groups, *keys).assign(by=name))
    table = pd.concat(parts, ignore_index=True)
    table.loc[(table["by"] == "city") & (table["city_code"] == ALL), "by"] = "total"
    table.loc[table["by"] == "total", "city_code"] = None
    table["example_prices"] = int(found.effects.example)
    return table.reindex(columns=_columns())


def sweep_table(found: Agreement) -> pd.DataFrame:
    parts = []
    for curve in found.curves:
        part = curve.table.rename(
            columns={"L0": "l0", "L1": "l1", "NJ": "nj", "L2": "l2", "L3": "l3", "NJ_y": "nj_y"}
        )
        codes = part["city_code"]
        part = part.assign(std_id=curve.std_id, cell=curve.cell, now=codes.map(curve.now), then=codes.map(curve.then),
                           city_code=codes.where(codes != ALL), example_prices=int(found.effects.example))  # fmt: skip
        parts.append(part)
    names = [name for name, *_ in SWEEP]
    return (
        pd.concat(parts, ignore_index=True).reindex(columns=names) if parts else pd.DataFrame(columns=names)
    )


def moved_table(found: Agreement) -> pd.DataFrame:
    names = [name for name, *_ in MOVED]
    if found.moved is None:
        return pd.DataFrame(columns=names)
    table = found.moved.rename(
        columns={
            "before": "level_before",
            "after": "level_after",
            "std_id_before": "std_before",
            "std_id_after": "std_after",
        }
    )
    source = found.ready.frame
    for name in ("uuid", "dmg_id"):
        table[name] = source[name].to_numpy(object)[table["row"]] if name in source else None
    table["route_key"] = found.ready.route[table["row"].to_numpy(int)]
    worse = {"L2", "L3"}
    change = [(b in worse) - (a in worse) for a, b in zip(table["level_before"], table["level_after"])]
    undecided = (table["level_before"] == "NJ") | (table["level_after"] == "NJ")
    table["work"] = np.where(undecided, np.nan, change) if len(table) else []
    return table.reindex(columns=names)


def _columns() -> list[str]:
    return [name for name, *_ in SUMMARY]


def _plain(value) -> str | None:
    return None if value is None else say.cell_value("", value)
