"""Candidates for agreements on boundary roads (T15) that a linking run proposes, beside the agreements of cities.

T15 is a table of cities and people. A candidate is a row of its own for each run (``src_file`` "plan", ``src_key``
"<plan>|<agreement>"), and **is never written where the table has an agreement on the same pair of roads already**:
imported, made by hand, or once a candidate that a person has changed since. So nothing is ever overwritten.

Candidates of runs that are not adopted are marked as vanished, as rows are that their source does not have any more:
maps, counts and analyses pass over them. Adopting a run brings its candidates up and withdraws the others, but for
those that a person touched: from then on these are people's, whatever runs propose, adopt or remove. A person who
does not want a candidate sets its state (C0): it is then not proposed again.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import numpy as np
import pandas as pd

from ...i18n import tr
from ...schema import model
from ..errors import GunmaneError
from ..identity import COMMON_CITY, row_uuids
from ..store import Store, ddl, now_utc
from .network_rows import Ready, _complete, geometries, own_columns, put
from .runs import SOURCE

TABLE = "boundary_agreement"
CANDIDATE = "C1"  # code list CT
UNTOUCHED = f"src_file = '{SOURCE}' AND edited_at IS NULL"
PAIR = ("city_a", "route_a", "city_b", "route_b")


def keep(store: Store, plan_id: str, frame: pd.DataFrame, crs: str | None = None) -> tuple[int, int]:
    """Write a run's candidates; returns (written, left out for an agreement that is there). See ``networks``."""
    entry = model().tables[TABLE]
    frame = frame.reset_index(drop=True)
    if "ct" not in frame:
        frame = frame.assign(ct=CANDIDATE)
    _complete(entry, frame)
    if frame["agr_id"].duplicated().any():
        twice = frame["agr_id"][frame["agr_id"].duplicated()].unique()
        raise GunmaneError(
            tr("{table}: these stand there twice: {rows}.", table=TABLE, rows=", ".join(map(str, twice[:5]))),
            code="E-PLANROWS",
        )
    frame = frame.sort_values("agr_id", kind="stable", ignore_index=True)
    settled = _settled(store)
    new = np.array([pair not in settled for pair in _pairs(frame)], dtype=bool)
    left, frame = int((~new).sum()), frame[new].reset_index(drop=True)
    if len(frame):
        names = [own.name for own in entry.fields if own.name in frame]
        keys = [f"{plan_id}|{agr}" for agr in frame["agr_id"]]
        ready = Ready(
            frame[names], frame["city_a"].astype(str).tolist(), geometries(frame, entry, store, crs)
        )
        columns = own_columns(TABLE, ready, keys, row_uuids(COMMON_CITY, TABLE, keys))
        columns["vanished_at"] = [now_utc()] * len(frame)  # until the run is adopted
        put(store, TABLE, columns, ready.geom)
    return len(frame), left


def show(store: Store, plan_id: str | None) -> int:
    """Bring up the candidates of one run (none: of no run), withdraw the other untouched ones; rows changed."""
    with _quiet(store):
        mine, values = of_plan(plan_id or "")
        stamp = now_utc()
        withdrawn = store.con.execute(
            f"UPDATE {TABLE} SET vanished_at = ? WHERE {UNTOUCHED} AND vanished_at IS NULL AND NOT ({mine})",  # nosec B608
            (stamp, *values),
        ).rowcount
        settled = _settled(store)
        rows = store.con.execute(
            f"SELECT fid, {', '.join(PAIR)} FROM {TABLE} WHERE {mine} AND vanished_at IS NOT NULL",  # nosec B608
            values,
        ).fetchall()
        up = [(fid,) for fid, *cells in rows if _pair(*cells) not in settled]
        store.con.executemany(f"UPDATE {TABLE} SET vanished_at = NULL WHERE fid = ?", up)  # nosec B608
    return withdrawn + len(up)


def remove(store: Store, plan_id: str) -> int:
    """Delete a run's untouched candidates; rows deleted."""
    mine, values = of_plan(plan_id)
    with _quiet(store):
        store.con.execute(
            f'DELETE FROM "rtree_{TABLE}_geom" WHERE id IN (SELECT fid FROM {TABLE} WHERE {mine})',  # nosec B608
            values,
        )
        return store.con.execute(f"DELETE FROM {TABLE} WHERE {mine}", values).rowcount  # nosec B608


def of_plan(plan_id: str) -> tuple[str, tuple]:
    """(condition, values) of the untouched candidates of a run."""
    head = f"{plan_id}|"
    return f"{UNTOUCHED} AND substr(src_key, 1, ?) = ?", (len(head), head)


@contextlib.contextmanager
def _quiet(store: Store) -> Iterator[None]:
    """The table without its triggers: they call functions of spatial libraries, and one stamps hand edits. Within
    the transaction, so that a failure brings them back."""
    entry = model().tables[TABLE]
    for statement in ddl.rtree_triggers_drop(TABLE) + ddl.edit_trigger_drop(entry):
        store.con.execute(statement)
    yield
    for statement in ddl.rtree_triggers_create(TABLE) + ddl.edit_trigger_create(entry):
        store.con.execute(statement)


def _settled(store: Store) -> set:
    """Pairs of roads with a living agreement that is no untouched candidate."""
    return {
        _pair(*cells)
        for cells in store.con.execute(
            f"SELECT {', '.join(PAIR)} FROM {TABLE} WHERE vanished_at IS NULL AND NOT ({UNTOUCHED})"  # nosec B608
        )
    }


def _pairs(frame: pd.DataFrame) -> list:
    empty = [None] * len(frame)
    columns = [frame[name].tolist() if name in frame else empty for name in PAIR]
    return [_pair(*cells) for cells in zip(*columns)]


def _pair(city_a, route_a, city_b, route_b) -> frozenset:
    """The same whichever city comes first."""
    return frozenset(((city_a, _said(route_a)), (city_b, _said(route_b))))


def _said(route) -> str:
    return route if isinstance(route, str) else ""
