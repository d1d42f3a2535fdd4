"""The surroundings of damages (routes, places) from one layer or several, as the engine takes them."""

from __future__ import annotations

import re

from ...i18n import tr
from ...layers.errors import GunmaneError
from ..frames import attributes, missing_column
from ..places import is_spatial, read
from ..standards.common import calendars_of

# Parameter -> kind of reference; POI may hold several kinds.
KINDS = {"SCHOOLROUTES": "SR", "EMERGENCYROUTES": "ER", "BUSROUTES": "BR", "POI": None}
# Factor -> parameters that it may come from, as far as places decide.
FACTOR_LAYERS = {
    "school": ("SCHOOLROUTES", "REFERENCE"),
    "emergency": ("EMERGENCYROUTES", "REFERENCE"),
    "bus": ("BUSROUTES", "REFERENCE"),
    "poi": ("POI", "REFERENCE"),
    "repeat": ("REQUESTS",),
}
_CLASS = re.compile(r"(第?[一二三1-3１-３]次)(?=緊急輸送)")
PLACE = "HO"  # a place that does not say its kind


def references(algorithm, parameters, context, plane: str | None, feedback):
    """(T28-like table or None, names of the layers that were given, names of those without places): the layers of
    routes and places as one."""
    import pandas as pd

    given, bare, parts = [], [], []
    for name, kind in {"REFERENCE": None, **KINDS}.items():
        source = algorithm.parameterAsSource(parameters, name, context)
        if source is None:
            continue
        given.append(name)
        if not is_spatial(source):
            bare.append(name)
            feedback.pushWarning(
                tr("{title}: {name} is a table without places on the map; nothing can be near it.",
                   title=algorithm.parameterDefinition(name).description(), name=source.sourceName())
            )  # fmt: skip
        if name == "REFERENCE":
            table = read(source, ("kind", "em", "name_ja", "detail"), plane, feedback)
            if "kind" not in table:
                raise GunmaneError(f"REFERENCE: {missing_column('kind')}")
            parts.append(_with_classes(table))
            continue
        field = algorithm.parameterAsString(parameters, "EM_FIELD", context) if kind == "ER" else ""
        if field and source.fields().indexOf(field) < 0:
            raise GunmaneError(f"{name}: {missing_column(field)}")
        table = read(source, ("kind", field or "em", "name_ja", "detail"), plane, feedback)
        if field and field in table:
            table = table.assign(em=table[field])
        parts.append(_with_classes(_of_kind(table, kind)))
    return (pd.concat(parts, ignore_index=True) if parts else None), given, bare


def why_absent(absent: dict, given: list[str], bare: list[str], plane: str | None) -> dict[str, str]:
    """Factor -> a better reason than the engine's, which does not know which layers it was given."""
    from ...analysis.priority import gathering as why

    found = {}
    for factor, layers in FACTOR_LAYERS.items():
        if factor not in absent:
            continue
        own = [name for name in given if name in layers]
        if not own:
            found[factor] = why.NO_LAYER
        elif all(name in bare for name in own):
            found[factor] = why.NO_PLACES
        elif plane is None:
            found[factor] = why.BARE_DAMAGES
        else:
            found[factor] = why.EMPTY_LAYER
    return found


def calendars(algorithm, parameters, context, store: str | None, feedback):
    """(office days, what of them belongs into a run's parameters): of CITIES, else of the store, else nobody's."""
    from ...analysis.standards import CalendarError, Calendars

    names = ("city_code", "office_calendar", "office_hours")
    source = algorithm.parameterAsSource(parameters, "CITIES", context)
    try:
        if source is None:
            if not store:
                feedback.pushInfo(
                    tr("No table of cities and no store is given: their own closing days are not known. Deadlines by"
                       " category count weekdays without holidays and the turn of the year.")
                )  # fmt: skip
            return calendars_of(store)
        table = attributes(source, names, feedback)
        if "city_code" not in table:
            raise GunmaneError(f"CITIES: {missing_column('city_code')}")
        rows = table.reindex(columns=list(names)).astype(object).sort_values("city_code")
        rows = rows.where(rows.notna(), None)
        return Calendars.of(rows.to_dict("records")), rows.to_numpy().tolist()
    except CalendarError as error:
        raise GunmaneError(str(error)) from error


def _with_classes(table):
    """Emergency roads that say their class in words (name or details) instead of in a field of its own."""
    import json

    from ...schema import model

    known = model().code_lists["EM"]
    if "kind" not in table or not (table["kind"] == "ER").any():
        return table.drop(columns=["name_ja", "detail"], errors="ignore")
    em = table["em"].astype(object).tolist() if "em" in table else [None] * len(table)
    for row in (table["kind"] == "ER").to_numpy().nonzero()[0]:
        if em[row] not in (None, "") and em[row] == em[row]:
            continue
        texts = [table[name].iat[row] for name in ("name_ja", "detail") if name in table]
        try:
            detail = json.loads(texts[-1]) if isinstance(texts[-1:], list) and texts else None
        except (TypeError, ValueError):
            detail = None
        words = [*texts, *(detail.values() if isinstance(detail, dict) else ())]
        words = [word for word in words if isinstance(word, str)]
        exact = [code.code for code in map(known.find, words) if code is not None]
        found = exact or [match.group(1) for match in map(_CLASS.search, words) if match]
        em[row] = found[0] if found else None
    return table.assign(em=em).drop(columns=["name_ja", "detail"], errors="ignore")


def _of_kind(table, kind: str | None):
    """A layer's rows as that kind; where it says kinds of its own (the store's table), only the rows that are."""
    from ...schema import model

    own = table.get("kind")
    known = own is not None and own.isin(model().code_lists["RK"].codes).any()
    if kind is None:
        return table.assign(kind=own.fillna(PLACE)) if known else table.assign(kind=PLACE)
    if known:
        table = table[(own == kind) | own.isna()]
    return table.assign(kind=kind)
