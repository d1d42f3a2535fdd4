"""Plan runs of the network: links at borders, through routes, route groups, zones (T13, T14, T15, T22 to T25, T27).

One run is one transaction: its row of T19 and its rows of the other tables, all with the run's ``plan_id``, so that
runs stand beside each other and nothing is overwritten. Which run is the adopted one of its kind stands in T19 alone
(``planning.adopt``): maps show its rows by that. Two tables are not a run's own: review items (T22) and candidates
for agreements (T15); see ``layers.review.links`` and ``candidates``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
import pandas as pd

from ...i18n import tr
from ...schema import Table, model
from ..errors import GunmaneError
from ..frames import _column as frame_column
from ..review import links
from ..review.links import link_decisions
from ..store import Store, friendly, open_store
from ..store.geometry_blob import decode
from . import candidates
from .network_rows import Sections, insert, prepared
from .runs import Plan, Written, _insert_run, find_plan, has_plan, plan_id_of, plans

__all__ = [
    "GROUPING",
    "LINKING",
    "TABLES",
    "THROUGH",
    "ZONING",
    "adopted",
    "latest",
    "link_decisions",
    "read_plan_table",
    "remove_rows",
    "write_network_plan",
]

LINKING, THROUGH, GROUPING, ZONING = "連結", "連続路線", "路線群", "工区"  # PLANKIND
CANDIDATES, REVIEW = "boundary_agreement", "review_item"
TABLES = {
    LINKING: ("border_link", "section_duplicate", CANDIDATES, REVIEW, "plan_section"),
    THROUGH: ("through_route", "plan_section"),
    GROUPING: ("route_group", "plan_section"),
    ZONING: ("zone", "plan_section"),
}
OWN = tuple(dict.fromkeys(t for own in TABLES.values() for t in own if t not in (CANDIDATES, REVIEW)))


def write_network_plan(
    path: str | Path,
    kind: str,
    tables: Mapping[str, pd.DataFrame],
    params: Mapping,
    input_hash: str,
    *,
    author: str | None = None,
    name: str | None = None,
    seed: int | None = None,
    note: str | None = None,
    result: Mapping | None = None,
    crs: str | None = None,
    cities: Iterable[str] | None = None,
) -> Written:
    """Keep a run of ``kind`` with its tables, in one transaction; the same run twice is kept once.

    ``tables``: table name -> DataFrame (those of ``TABLES[kind]``; empty and missing ones are alike). Columns that
    the table does not have are left out. Sections are named by uuid or ``section_id``; rows of sections that the
    store lacks are left out and counted in ``unknown``. ``plan_section`` may hold several pieces of a section
    (column ``part``): they become one row from the first node to the last. ``geom``: shapely, in the store's CRS or
    in ``crs``. ``params``, ``input_hash``: as of ``write_plan``; the id follows from them. ``cities``: those that a
    linking run looked at (None: those of its ``plan_section``; all, where it has none): only their open review items
    are withdrawn where they are not found again.

    Review items are brought up to date even where the run was kept before: another run may have withdrawn them.

    Raises GunmaneError: E-PLANROWS (a table that the kind has not, a column that is missing, a key twice, an unknown
    code, no section of the store among the rows), and those of ``open_store``.
    """
    if kind not in TABLES or set(tables) - set(TABLES[kind]):
        raise GunmaneError(
            tr("A plan of {kind} has no table {table}.", kind=kind,
               table=", ".join(sorted(set(tables) - set(TABLES.get(kind, ()))) or ["-"])),
            code="E-PLANROWS",
        )  # fmt: skip
    given = {table: frame for table, frame in tables.items() if frame is not None and len(frame)}
    plan_id = plan_id_of(kind, params, input_hash)
    with open_store(path) as store, store.transaction(tr("keeping a plan run")) as con:
        before = con.total_changes
        if REVIEW in tables:
            cities = cities or _cities(store, given.get("plan_section"))
            links.bring_up_to_date(store, given.get(REVIEW), cities=cities, crs=crs)
        if has_plan(store, plan_id):
            if con.total_changes == before:
                con.execute("ROLLBACK")
            return Written(plan_id, False, find_plan(store, plan_id).n_items, 0)
        rows, unknown, said = _write(store, plan_id, given, crs)
        _insert_run(
            store, plan_id, kind, params, input_hash, n=rows, std_ver=None, author=author, name=name, seed=seed,
            note=note, result={**(result or {}), **said, **({"unknown": unknown} if unknown else {})},
        )  # fmt: skip
    return Written(plan_id, True, rows, unknown)


def latest(store: Store, kind: str) -> Plan | None:
    """The newest run of a kind."""
    return next(iter(plans(store, kind)), None)


def adopted(store: Store, kind: str) -> Plan | None:
    """The adopted run of a kind."""
    return next((plan for plan in plans(store, kind) if plan.adopted), None)


def read_plan_table(store: Store, plan_id: str, table: str) -> pd.DataFrame:
    """Rows of one table of a run, in the order in which they were kept.

    Columns: uuid, city_code, the table's own fields (JSON decoded), ``geom`` (shapely, store's CRS) where it has one.
    ``boundary_agreement``: the run's candidates that no person has touched. Raises GunmaneError E-NOTABLE, E-NOPLAN.
    """
    entry = model().tables.get(table)
    if entry is None or table not in (*OWN, CANDIDATES, "judgement"):
        raise GunmaneError(tr("There is no table {table} in the store.", table=table), code="E-NOTABLE")
    find_plan(store, plan_id)
    names = ["uuid", "city_code", *(own.name for own in entry.fields)]
    select = ", ".join(f'"{name}"' for name in [*names, *(["geom"] if entry.geometry else [])])
    where, values = ("plan_id = ?", (plan_id,)) if table != CANDIDATES else candidates.of_plan(plan_id)
    with friendly(store.path):
        rows = store.con.execute(
            f'SELECT {select} FROM "{table}" WHERE {where} ORDER BY fid',  # nosec B608: names of the model
            values,
        ).fetchall()
    return _frame(entry, names, rows)


def remove_rows(store: Store, plan_id: str) -> int:
    """Delete a run's rows of all tables of this module, in the caller's transaction; returns how many."""
    from ..store import ddl

    removed = candidates.remove(store, plan_id)
    for table in OWN:
        if model().tables[table].geometry:
            for statement in ddl.rtree_triggers_drop(table):
                store.con.execute(statement)
            store.con.execute(
                f'DELETE FROM "rtree_{table}_geom" WHERE id IN (SELECT fid FROM "{table}" WHERE plan_id = ?)',  # nosec B608
                (plan_id,),
            )
        removed += store.con.execute(f'DELETE FROM "{table}" WHERE plan_id = ?', (plan_id,)).rowcount  # nosec B608
        if model().tables[table].geometry:
            for statement in ddl.rtree_triggers_create(table):
                store.con.execute(statement)
    return removed


def _write(store: Store, plan_id: str, given: Mapping[str, pd.DataFrame], crs) -> tuple[int, int, dict]:
    """(rows kept, rows of sections that the store lacks, what else the run's row says)."""
    sections = Sections(store)
    rows = unknown = 0
    said = {}
    for table, frame in given.items():
        if table == REVIEW:
            continue
        if table == CANDIDATES:
            kept, left = candidates.keep(store, plan_id, frame, crs)
            rows += kept
            if left:
                said["candidates_known"] = left
            continue
        ready = prepared(store, table, frame, sections, crs)
        insert(store, table, plan_id, ready)
        rows, unknown = rows + len(ready.rows), unknown + ready.unknown
    if unknown and not rows:
        raise GunmaneError(
            tr("None of the sections of the plan stands in the store."),
            code="E-PLANROWS",
            remedy=tr("Plan with the sections of this store: their field uuid tells which they are."),
        )
    return rows, unknown, said


def _cities(store: Store, frame: pd.DataFrame | None) -> set[str] | None:
    """The cities whose sections a run looked at."""
    if frame is None:
        return None
    sections = Sections(store)
    return {sections.city_of[section] for section in frame["section"].map(sections.id_of).dropna().unique()}


def _frame(entry: Table, names: list[str], rows: list[tuple]) -> pd.DataFrame:
    cells = list(zip(*rows)) if rows else [()] * (len(names) + 1)
    data = {}
    for name, cell in zip(names, cells):
        kind = entry.field(name).type
        data[name] = (
            frame_column("text", [_decoded(c) for c in cell]) if kind == "json" else frame_column(kind, cell)
        )
    if entry.geometry:
        geoms = np.empty(len(rows), dtype=object)
        if len(rows):
            geoms[:] = decode(cells[len(names)])
        data["geom"] = geoms
    return pd.DataFrame(data)


def _decoded(text):
    try:
        return None if text is None else json.loads(text)
    except ValueError:
        return text
