"""Plan runs in the store: T19 says what was run, T26 what came out for every damage."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

from ...i18n import tr
from ...schema import model
from ..errors import GunmaneError
from ..identity import COMMON_CITY, row_uuid, row_uuids
from ..store import Store, now_utc, open_store
from .marks import marks as current_marks

JUDGING = "水準判定"  # PLANKIND: the kinds of plans, and what their ids begin with
RANKING = "優先度"
PREFIX = {
    JUDGING: "judge",
    RANKING: "priority",
    "作業計画": "work",
    "連結": "link",
    "連続路線": "through",
    "路線群": "group",
    "工区": "zone",
    "比較": "compare",
}
SOURCE = "plan"  # where rows come from that no city's ledger gave
_JST = timezone(timedelta(hours=9))


@dataclass(frozen=True)
class Plan:
    """One run as T19 has it. ``params`` and ``result`` are decoded."""

    plan_id: str
    kind: str
    name: str
    adopted: bool
    run_at: str
    params: dict
    input_hash: str
    std_ver: str | None
    n_items: int
    result: dict
    app_ver: str
    author: str | None
    note: str | None


class Written(NamedTuple):
    """``new``: False where the same run stands in the store already; ``unknown``: rows of damages that it lacks."""

    plan_id: str
    new: bool
    rows: int
    unknown: int


def write_plan(
    path: str | Path,
    kind: str,
    rows: pd.DataFrame,
    params: Mapping,
    input_hash: str,
    std_ver: str | None = None,
    author: str | None = None,
    name: str | None = None,
    *,
    marks: Mapping[str, str] | None = None,
    seed: int | None = None,
    note: str | None = None,
) -> Written:
    """Keep a run and its rows of T26 in one transaction.

    ``rows``: columns of T26; ``damage`` (uuid of T07) is obligatory, NaN and None are empty. ``params``: everything
    that the result depends on beside the inputs; ``as_of`` in it is the moment of judging. ``input_hash``: see
    ``input_hash``. The id follows from kind, inputs, parameters and the program's version, so that the same run
    twice is kept once, whatever its name. ``marks``: prints of the damages as they were read (``planning.marks``,
    taken before reading them); without it those of now.

    Raises GunmaneError: E-PLANROWS (no damage of the store among the rows, one twice, or an unknown column).
    """
    plan_id = plan_id_of(kind, params, input_hash)
    _check(rows)
    with open_store(path) as store:
        if has_plan(store, plan_id):
            n, unknown = find_plan(store, plan_id).n_items, 0
            return Written(plan_id, False, n, unknown)
        with store.transaction(tr("keeping a plan run")):
            prints = current_marks(store) if marks is None else marks
            found = dict(store.con.execute("SELECT uuid, city_code FROM damage"))
            known = rows["damage"].isin(found).to_numpy()
            if len(rows) and not known.any():
                raise GunmaneError(
                    tr("None of the judged damages stands in the store."),
                    code="E-PLANROWS",
                    remedy=tr("Judge the damages of this store: their field uuid tells which they are."),
                )
            kept = rows[known]
            _insert_run(
                store, plan_id, kind, params, input_hash, n=len(kept), std_ver=std_ver, author=author,
                name=name, seed=seed, note=note, result={"unknown": int((~known).sum())} if not known.all() else {},
            )  # fmt: skip
            _insert_rows(store, plan_id, kept, found, prints)
    return Written(plan_id, True, len(kept), int((~known).sum()))


def plan_id_of(kind: str, params: Mapping, input_hash: str) -> str:
    """The id of a run: the same for the same kind, inputs, parameters and program version."""
    text = json.dumps([kind, dict(params), input_hash, app_version()], ensure_ascii=False, sort_keys=True)
    return f"{PREFIX.get(kind, 'plan')}-{hashlib.blake2b(text.encode(), digest_size=6).hexdigest()}"


def input_hash(*tables: pd.DataFrame | None) -> str:
    """A print of the contents of tables; the order of rows and columns does not count, that of tables does."""
    digest = hashlib.blake2b(digest_size=16)
    for table in tables:
        digest.update(b"|")
        if table is None or not len(table.columns):
            continue
        names = sorted(table.columns)
        digest.update("\x1f".join(names).encode())
        prints = np.zeros(len(table), np.uint64)
        for n, name in enumerate(names, 1):
            codes, distinct = pd.factorize(table[name].to_numpy())
            texts = np.array([*map(_cell, distinct), "\x00"], object)
            own = pd.util.hash_array(texts, categorize=False)[codes]
            prints = (prints ^ own) * np.uint64(0x9E3779B97F4A7C15) + np.uint64(n)
        prints.sort()
        digest.update(prints.tobytes())
    return digest.hexdigest()


def plans(store: Store, kind: str | None = None) -> list[Plan]:
    """The runs in the store, the newest first; of one kind or of all."""
    names = [own for own in Plan.__dataclass_fields__]
    select = ", ".join(f'"{name}"' for name in names)
    found = store.con.execute(
        f"SELECT {select} FROM plan_run WHERE vanished_at IS NULL AND (? IS NULL OR kind = ?)"  # nosec B608
        " ORDER BY datetime(run_at) DESC, fid DESC",
        (kind, kind),
    )
    return [_plan(dict(zip(names, row))) for row in found]


def has_plan(store: Store, plan_id: str) -> bool:
    return (
        store.con.execute("SELECT 1 FROM plan_run WHERE plan_id = ? LIMIT 1", (plan_id,)).fetchone()
        is not None
    )


def find_plan(store: Store, plan_id: str) -> Plan:
    """One run. Raises GunmaneError E-NOPLAN, which names those that are there."""
    there = plans(store)
    for plan in there:
        if plan.plan_id == plan_id:
            return plan
    raise GunmaneError(
        tr("The store has no plan run {plan}.", plan=plan_id),
        code="E-NOPLAN",
        remedy=tr("Those that it has: {plans}.", plans=", ".join(plan.plan_id for plan in there) or "-"),
    )


def app_version() -> str:
    """The version of the program, as imports record it."""
    from ..importing.version import (
        app_version as version,
    )  # the import engine is much to load: only when needed

    return version()


def moment() -> str:
    """Now, as the model writes moments (Japanese time)."""
    return datetime.now(_JST).isoformat(timespec="milliseconds")


def _plan(row: dict) -> Plan:
    for name in ("params", "result"):
        try:
            row[name] = json.loads(row[name] or "{}")
        except ValueError:
            row[name] = {}
    row["adopted"], row["n_items"] = bool(row["adopted"]), row["n_items"] or 0
    return Plan(**row)


def _check(rows: pd.DataFrame) -> None:
    fields = {own.name for own in model().tables["judgement"].fields} - {"plan_id"}
    strange = sorted(set(rows.columns) - fields)
    if strange or "damage" not in rows:
        raise GunmaneError(
            tr("A plan run has no column {column}.", column=", ".join(strange))
            if strange
            else tr("The field {name} is missing, which tells the damages apart.", name="damage"),
            code="E-PLANROWS",
        )
    twice = rows["damage"].dropna()
    twice = twice[twice.duplicated()].unique()
    if len(twice):
        raise GunmaneError(
            tr("These damages stand there twice: {rows}.", rows=", ".join(map(str, twice[:5]))),
            code="E-PLANROWS",
        )


def _insert_run(store: Store, plan_id, kind, params, print_, *, n, std_ver, author, name, seed, note, result):
    values = {
        "uuid": row_uuid(COMMON_CITY, "plan_run", plan_id), "city_code": COMMON_CITY, "src_file": SOURCE, "src_row": 0,
        "src_key": plan_id, "imported_at": now_utc(), "plan_id": plan_id, "kind": kind, "name": name or plan_id,
        "adopted": 0, "run_at": moment(), "params": json.dumps(dict(params), ensure_ascii=False, sort_keys=True),
        "input_hash": print_, "std_ver": std_ver, "n_items": n, "seed": seed, "app_ver": app_version(),
        "author": author, "note": note, "result": json.dumps(result, ensure_ascii=False) if result else None,
    }  # fmt: skip
    _insert(store, "plan_run", values.keys(), [tuple(values.values())])


def _insert_rows(store: Store, plan_id: str, rows: pd.DataFrame, cities: Mapping, prints: Mapping) -> None:
    uuids = rows["damage"].tolist()
    stamp, n = now_utc(), len(uuids)
    columns: dict[str, Iterable] = {
        # Not of the damages' cities: their rows are removed with the run, never with a city's import.
        "uuid": row_uuids(COMMON_CITY, "judgement", [f"{plan_id}|{uuid}" for uuid in uuids]),
        "city_code": [cities[uuid] for uuid in uuids],
        "src_file": [SOURCE] * n,
        "src_row": range(n),
        "imported_at": [stamp] * n,
        "row_hash": [prints.get(uuid) for uuid in uuids],  # of the damage as it was judged: see ``outdated``
        "plan_id": [plan_id] * n,
    }
    types = {own.name: own.type for own in model().tables["judgement"].fields}
    for name in rows.columns:
        columns[name] = _values(rows[name], types[name])
    _insert(store, "judgement", columns.keys(), zip(*columns.values()))


def _insert(store: Store, table: str, names, rows) -> None:
    select = ", ".join(f'"{name}"' for name in names)
    store.con.executemany(
        f'INSERT INTO "{table}" ({select}) VALUES ({", ".join("?" * len(names))})',  # nosec B608
        rows,
    )


def _values(cells: pd.Series, kind: str) -> list:
    """Python's own values, None where empty."""
    if cells.dtype.kind in "fiub":
        values = cells.astype(float)
        if kind in ("int", "bool"):
            return [None if v != v else int(v) for v in values.tolist()]
        return [None if v != v else v for v in values.tolist()]
    values = cells.tolist()
    if kind in ("int", "bool"):
        return [None if _empty(v) else int(v) for v in values]
    if kind == "real":
        return [None if _empty(v) else float(v) for v in values]
    return [None if _empty(v) else v if isinstance(v, str) else _text(v) for v in values]


def _text(value) -> str:
    if isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def _cell(value) -> str:
    """3.0 and 3 are the same cell."""
    whole = isinstance(value, float) and value.is_integer()
    return str(int(value) if whole or isinstance(value, bool) else value)


def _empty(value) -> bool:
    return value is None or value is pd.NaT or (isinstance(value, float) and math.isnan(value))
