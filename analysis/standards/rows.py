"""The standards as rows of T11, and what is in force for a city or a route on a day (unified model, 4 and 4.1).

A cell that is empty inherits: route, else city, else common, cell by cell. A level that a row is meant not to have,
though the row above it has one, is written as ``NEVER`` (thresholds) or ``NO_RESPONSE`` (responses), not left empty.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ...schema import model
from . import catalogue

THRESHOLDS = ("watch", "repair", "emerg", "repair_c1")
RESPONSES = ("rs_tmp_c1", "rs_tmp_c2", "rs_tmp_c3", "rs_perm_c1", "rs_perm_c2", "rs_perm_c3")
IDENTITY = ("ft", "dt", "measure", "unit", "op")
CELLS = (*IDENTITY, *THRESHOLDS, *RESPONSES)
SCOPES = ("common", "city", "route")
NEVER = math.inf
NO_RESPONSE = "-"
_NONE_WORDS = ("-", "–", "—", "－", "ー", "なし")


@dataclass(frozen=True)
class StandardSet:
    """Rows of T11 of any scopes and versions; a value object, changed by making another one.

    ``rows``: the columns of T11; thresholds float64 with NaN where empty, all else text or None, dates ISO texts.
    ``titles``: std_id -> {"ja", "en"}; ``examples``: scope keys whose rows are invented.
    """

    rows: pd.DataFrame
    titles: Mapping[str, dict] = field(default_factory=dict)
    examples: frozenset = frozenset()

    @classmethod
    def of(cls, rows: Iterable[Mapping] | pd.DataFrame, titles=None, examples=()) -> StandardSet:
        """From dicts or a table as the store gives it; columns that T11 does not have are left out."""
        columns = [f.name for f in model().tables["standard"].fields]
        frame = pd.DataFrame(rows if isinstance(rows, pd.DataFrame) else list(rows)).reset_index(drop=True)
        frame = frame.reindex(columns=columns)
        for name in columns:
            frame[name] = _numbers(frame[name]) if name in THRESHOLDS else _texts(frame[name])
        frame["scope_key"] = frame["scope_key"].where(frame["scope"] != "common", "").fillna("")
        return cls(frame, dict(titles or {}), frozenset(examples))

    def __add__(self, other: StandardSet) -> StandardSet:
        rows = pd.concat([self.rows, other.rows], ignore_index=True)
        return StandardSet(rows, {**self.titles, **other.titles}, self.examples | other.examples)

    def keys(self, scope: str) -> list[str]:
        """The cities or routes that have rows of their own."""
        return sorted(set(self.rows["scope_key"][self.rows["scope"] == scope]) - {""})

    def only(self, *cities: str) -> StandardSet:
        """The common rows with those of these cities (and of routes in them): one city's standard, or none's."""
        rows = self.rows
        prefix = rows["scope_key"].str[:6].isin(cities)
        return StandardSet(rows[(rows["scope"] == "common") | prefix], self.titles, self.examples)

    def with_cell(
        self, std_id: str, cell: str, value, *, scope: str = "common", scope_key: str = "", on=None
    ) -> StandardSet:
        """The same set with one cell changed in the version in force ``on`` a day: the editor's what-if.

        A scope that has no row of that standard gets one. None empties the cell: it inherits again.
        """
        if cell not in CELLS or scope not in SCOPES:
            raise KeyError(cell if cell not in CELLS else scope)
        day = iso(on)
        rows = self.rows.copy()
        there = _in_force(rows, day)
        here = there[
            (there["std_id"] == std_id) & (there["scope"] == scope) & (there["scope_key"] == scope_key)
        ]
        if len(here):
            at = _newest(here).index[0]
        else:
            at = len(rows)
            rows.index = range(at)
            rows.loc[at] = {"std_id": std_id, "ver": f"{day}*", "scope": scope, "scope_key": scope_key,
                            "valid_from": day, **dict.fromkeys(THRESHOLDS, np.nan)}  # fmt: skip
        rows.loc[at, cell] = number(value) if cell in THRESHOLDS else value
        return StandardSet(rows, self.titles, self.examples)


@dataclass(frozen=True)
class Effective:
    """What is in force in one place on one day.

    ``cells``: index std_id in order, columns ``CELLS``; ``origin``: the same shape, the scope each cell comes from
    ("" where none has it); ``versions``: std_id -> the versions that it was made of; ``key``: route or city or "".
    """

    cells: pd.DataFrame
    origin: pd.DataFrame
    versions: dict[str, str]
    key: str
    on: str


@dataclass(frozen=True)
class Problem:
    """What is wrong with a row; ``code`` is one of schema/rules/standards.toml."""

    code: str
    std_id: str
    scope: str
    scope_key: str
    ver: str
    cell: str
    detail: str = ""


def builtin(*, examples: bool = True) -> StandardSet:
    """The common standard and, with ``examples``, the invented variants of the cities that ship with it."""
    rows, titles, invented = [], {}, []
    for name in catalogue.set_files():
        entry = catalogue.read(name)
        head = entry["set"]
        if head.get("example") and not examples:
            continue
        if head.get("example"):
            invented.append(head["scope_key"])
        shared = {key: head.get(key) for key in ("ver", "scope", "scope_key", "basis")}
        shared["valid_from"] = head["valid_from"].isoformat()
        for std_id, row in {**entry.get("rows", {}), **entry.get("cells", {})}.items():
            if "title_ja" in row:
                titles[std_id] = {"ja": row["title_ja"], "en": row["title_en"]}
            rows.append({**shared, "std_id": std_id, **_flat(row)})
    return StandardSet.of(rows, titles, invented)


def effective(
    standards: StandardSet, city: str | None = None, route: str | None = None, on=None
) -> Effective:
    """What is in force on a day (default: today): route row over city row over common row, cell by cell.

    Of several versions valid on the day the one with the latest ``valid_from`` counts (then the greater ``ver``);
    ``check`` reports the overlap. A standard that only a city has is in force there only.
    """
    day = iso(on)
    chain = [("common", ""), ("city", city or ""), ("route", route or "")]
    rows = _newest(_in_force(standards.rows, day))
    by_key = {(r["scope"], r["scope_key"], r["std_id"]): r for r in rows.to_dict("records")}
    known = sorted({std for scope, key, std in by_key if (scope, key) in chain})
    cells, origin, versions = {}, {}, {}
    for std_id in known:
        values, sources, made_of = dict.fromkeys(CELLS), dict.fromkeys(CELLS, ""), []
        for scope, key in chain:
            row = by_key.get((scope, key, std_id))
            if row is None or (scope != "common" and not key):
                continue
            own = [cell for cell in CELLS if not _empty(row[cell])]
            values.update({cell: row[cell] for cell in own})
            sources.update(dict.fromkeys(own, scope))
            made_of.append(str(row["ver"]) if scope == "common" else f"{key}/{row['ver']}")
        cells[std_id], origin[std_id], versions[std_id] = values, sources, "+".join(made_of)
    frame = pd.DataFrame.from_dict(cells, orient="index", columns=CELLS)
    for name in THRESHOLDS:
        frame[name] = frame[name].astype(float)
    shape = pd.DataFrame.from_dict(origin, orient="index", columns=CELLS)
    return Effective(frame, shape, versions, route or city or "", day)


def check(standards: StandardSet) -> list[Problem]:
    """Everything that makes a set say something other than its author meant; none stops a judgement."""
    found = []
    rows = standards.rows
    for row in rows.to_dict("records"):
        found += _row_problems(row)
    dated = rows[rows["valid_from"].notna()]
    for _, group in dated.groupby(["std_id", "scope", "scope_key"], sort=True):
        group = group.sort_values(["valid_from", "ver"])
        ends = group["valid_to"].fillna("9999-12-31").to_numpy()
        for n in range(1, len(group)):
            # An open end is closed by the next version: that is how versions are kept.
            if ends[n - 1] >= group["valid_from"].iloc[n] and ends[n - 1] != "9999-12-31":
                found.append(_problem("W-STDOVERLAP", group.iloc[n].to_dict(), "valid_from"))
    found += _order_problems(standards)
    return found


def number(value) -> float:
    """A threshold: NaN where empty, ``NEVER`` for the dash that means that there is no such level."""
    if isinstance(value, str):
        text = value.strip()
        if text in _NONE_WORDS:
            return NEVER
        value = text or None
    try:
        return math.nan if value is None else abs(v) if math.isinf(v := float(value)) else v
    except (TypeError, ValueError):
        return math.nan


def iso(on) -> str:
    """A day as ISO text; None is today."""
    if on is None:
        return datetime.date.today().isoformat()
    return str(np.datetime64(on, "D")) if not isinstance(on, str) else on[:10]


def _flat(row: Mapping) -> dict:
    """TOML's ``rs_tmp = ["R1", "R1", "R2"]`` as the three columns of T11."""
    flat = {key: value for key, value in row.items() if not key.startswith("title_")}
    for name in ("rs_tmp", "rs_perm"):
        for n, code in enumerate(flat.pop(name, ()), 1):
            flat[f"{name}_c{n}"] = code
    return flat


def _numbers(column: pd.Series) -> pd.Series:
    return pd.Series([number(value) for value in column], index=column.index, dtype=float)


def _texts(column: pd.Series) -> pd.Series:
    """Trimmed texts or None; dates of any kind as ISO texts."""

    def text(value):
        if value is None or value is pd.NaT or value != value:
            return None
        if isinstance(value, (datetime.date, np.datetime64)):
            return str(np.datetime64(value, "D"))
        text = str(value).strip()
        if not text:
            return None
        return NO_RESPONSE if column.name in RESPONSES and text in _NONE_WORDS else text

    return pd.Series([text(v) for v in column], index=column.index, dtype=object)


def _in_force(rows: pd.DataFrame, day: str) -> pd.DataFrame:
    start, end = rows["valid_from"].fillna("9999"), rows["valid_to"].fillna("9999-12-31")
    return rows[(start.str[:10] <= day) & (day <= end.str[:10]) & rows["std_id"].notna()]


def _newest(rows: pd.DataFrame) -> pd.DataFrame:
    ordered = rows.assign(_v=rows["ver"].fillna("")).sort_values(["valid_from", "_v"], kind="stable")
    return ordered.drop_duplicates(["std_id", "scope", "scope_key"], keep="last").drop(columns="_v")


def _empty(value) -> bool:
    return value is None or value != value


def _problem(code: str, row: Mapping, cell: str, detail: str = "") -> Problem:
    text = {
        key: "" if _empty(row.get(key)) else str(row[key]) for key in ("std_id", "scope", "scope_key", "ver")
    }
    return Problem(code, **text, cell=cell, detail=detail)


def _row_problems(row: Mapping) -> list[Problem]:
    lists, known = model().code_lists, catalogue.measures()
    found = [_problem("E-STDKEY", row, c) for c in ("std_id", "ver", "scope", "valid_from") if _empty(row[c])]
    if row["scope"] in ("city", "route") and not row["scope_key"]:
        found.append(_problem("E-STDKEY", row, "scope_key"))
    for cell, codes in (
        ("scope", "SCOPE"),
        ("ft", "FT"),
        ("dt", "DT"),
        ("op", "OP"),
        *((c, "RS") for c in RESPONSES),
    ):
        value = row[cell]
        if not _empty(value) and value != NO_RESPONSE and value not in lists[codes].codes:
            found.append(_problem("E-STDCODE", row, cell, str(value)))
    for cell in THRESHOLDS:
        if not _empty(row[cell]) and row[cell] < 0:
            found.append(_problem("E-STDNEGATIVE", row, cell, f"{row[cell]:g}"))
    if not _empty(row["measure"]):
        measure = known.get(row["measure"])
        if measure is None:
            found.append(_problem("E-STDMEASURE", row, "measure", row["measure"]))
        elif not _empty(row["unit"]) and not measure.takes(row["unit"]):
            found.append(_problem("E-STDUNIT", row, "unit", f"{row['unit']} ≠ {measure.unit}"))
    return found


def _order_problems(standards: StandardSet) -> list[Problem]:
    """Levels out of order and a class-1 value laxer than the general one, in what is in force for each scope key."""
    found, told = [], set()
    rows = standards.rows
    days = sorted({d[:10] for d in rows["valid_from"].dropna()})
    places = [(None, None), *((key, None) for key in standards.keys("city"))]
    places += [(key[:6], key) for key in standards.keys("route")]
    for day in days:
        for city, route in places:
            state = effective(standards, city, route, day)
            for std_id, row in zip(state.cells.index, state.cells.to_dict("records")):
                for code, cell in _disorder(row):
                    source = state.origin.at[std_id, cell] or "common"
                    key = {"common": "", "city": city, "route": route}[source]
                    entry = {
                        "std_id": std_id,
                        "scope": source,
                        "scope_key": key,
                        "ver": state.versions[std_id],
                    }
                    if (code, cell, *entry.values()) not in told:
                        told.add((code, cell, *entry.values()))
                        found.append(_problem(code, entry, cell))
    return found


def _disorder(row: Mapping) -> list[tuple[str, str]]:
    sign = -1 if row["op"] == "<=" else 1
    value = {c: math.inf if _empty(row[c]) or math.isinf(row[c]) else sign * row[c] for c in THRESHOLDS}
    there = [c for c in ("watch", "repair", "emerg") if value[c] != math.inf]
    wrong = [("E-STDORDER", b) for a, b in zip(there, there[1:]) if value[a] > value[b]]
    if not _empty(row["repair_c1"]) and value["repair_c1"] > value["repair"]:
        wrong.append(("W-STDC1", "repair_c1"))
    missing = [cell for cell in IDENTITY if _empty(row[cell])]
    return wrong + [("E-STDKEY", cell) for cell in missing]
