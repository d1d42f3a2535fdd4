"""Rows as they come (pieces, second drawings, names of any kind) -> sections, junctions and codes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely
from scipy import sparse
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from ...i18n import tr
from ..zones.options import MAINTAINED_NOT
from .options import Scenario, ScenarioError

SNAP_M = 1.0  # ends as near as this meet (unified model, section 8.4)


def whole_sections(pieces: pd.DataFrame) -> pd.DataFrame:
    """One row a section from rows of pieces: lengths summed, second drawings (``twin_of``) left out of them.

    ``pieces``: ``section``, ``length_m`` (metres) or ``geom`` (plane CRS, metres), any of zone_id, workload,
    travel_min, city_code, rc, through_id, con_id, yen, part. A section whose pieces stand in two zones is an error.
    Workloads are shares of one whole: where the rows' sum is 1, each piece has its own part of the section's, else
    each row says the whole section's. Travel of a section: the mean of its pieces. Raises ScenarioError.
    """
    if "section" not in pieces or pieces["section"].isna().any():
        raise ScenarioError(tr("A row has no section."))
    frame = pieces.assign(section=pieces["section"].astype(str))
    if "length_m" not in frame:
        frame["length_m"] = shapely.length(frame["geom"].to_numpy(object))
    frame["length_m"] = pd.to_numeric(frame["length_m"], errors="coerce").fillna(0.0)
    twin = frame["twin_of"].map(_said) if "twin_of" in frame else pd.Series(False, frame.index)
    frame["length_m"] = frame["length_m"].where(~twin, 0.0)
    frame["twin"] = twin
    order = [name for name in ("section", "part", "length_m") if name in frame]
    frame = frame.sort_values(order, kind="stable", ignore_index=True)
    how: dict = {"length_m": "sum", "twin": "all"}
    if "maintained" in frame:
        frame["maintained"] = pd.to_numeric(frame["maintained"], errors="coerce").fillna(0) > 0
        how["maintained"] = "any"
    for name in frame.columns:
        if name not in ("section", "geom", "part", "workload", "travel_min", "twin_of", *how):
            how[name] = "first"
    grouped = frame.groupby("section", sort=True)
    if "zone_id" in frame:
        torn = grouped["zone_id"].nunique()
        if (torn > 1).any():
            names = ", ".join(torn.index[torn > 1][:5])
            raise ScenarioError(tr("Sections that stand in two zones at once: {names}.", names=names))
    whole = grouped.agg(how).reset_index()
    if "workload" in frame:
        whole["workload"] = _work(pd.to_numeric(frame["workload"], errors="coerce"), grouped.ngroup())
    if "travel_min" in frame:
        minutes = pd.to_numeric(frame["travel_min"], errors="coerce")
        whole["travel_min"] = minutes.groupby(frame["section"]).mean().to_numpy()
    if "geom" in frame:
        at = np.unique(frame["section"].to_numpy(str), return_inverse=True)[1]
        whole["geom"] = _joined(frame["geom"].to_numpy(object), at, len(whole))
    return whole


def _work(values: pd.Series, of: pd.Series) -> np.ndarray:
    """Work of each section from its pieces, which may each carry a part or the whole."""
    grouped = values.groupby(of)
    parts, first = grouped.sum(), grouped.first()
    # Layers may hold rounded numbers, whose sum is off 1 by much more than a computer's own rounding.
    if abs(parts.sum() - 1) < 0.2 or abs(first.sum() - 1) < 0.2:
        split = abs(parts.sum() - 1) <= abs(first.sum() - 1)
    else:  # in a unit of its own: alike on all pieces is the whole section's
        split = not np.allclose(grouped.max(), grouped.min(), equal_nan=True)
    return (parts if split else first).to_numpy()


def junctions(pieces: pd.DataFrame) -> pd.DataFrame:
    """Which section touches which junction: section, node. By node_from and node_to, else by ends within a metre."""
    name = pieces["section"].astype(str).to_numpy(object)
    if "node_from" in pieces and pieces["node_from"].notna().all() and pieces["node_to"].notna().all():
        node = np.concatenate([pieces["node_from"].to_numpy(int), pieces["node_to"].to_numpy(int)])
        return pd.DataFrame({"section": np.concatenate([name, name]), "node": node}).drop_duplicates()
    if "geom" not in pieces:
        return pd.DataFrame({"section": np.array([], object), "node": np.array([], int)})
    parts, of = shapely.get_parts(pieces["geom"].to_numpy(object), return_index=True)
    fine = (shapely.get_type_id(parts) == 1) & ~shapely.is_empty(parts)
    parts, of = parts[fine], of[fine]
    ends = np.concatenate([shapely.get_point(parts, 0), shapely.get_point(parts, -1)])
    xy = shapely.get_coordinates(ends)
    pairs = cKDTree(xy).query_pairs(SNAP_M, output_type="ndarray") if len(xy) else np.zeros((0, 2), int)
    met = sparse.coo_matrix((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), (len(xy), len(xy)))
    node = connected_components(met, directed=False)[1] if len(xy) else np.zeros(0, int)
    return pd.DataFrame({"section": np.concatenate([name[of], name[of]]), "node": node}).drop_duplicates()


@dataclass
class Read:
    """Plans as arrays over all sections, sorted by name. ``zone``: plans x sections, number of the plan's zone or -1;
    ``there``: whether the plan has the section; ``work``: in parts of the first plan's whole; ``minutes``."""

    roads: pd.DataFrame
    counted: np.ndarray
    km: np.ndarray
    city: np.ndarray  # code of each section in ``cities``
    cities: list[str]
    zones: list[list[str]]
    zone: np.ndarray
    there: np.ndarray
    work: np.ndarray
    minutes: np.ndarray
    like: list[bool]  # whether a plan gives the sections it shares with the first one the same work


def read(roads: pd.DataFrame, scenarios: list[Scenario]) -> Read:
    """Raises ScenarioError: no plan, a section twice, no section in common."""
    if len(scenarios) < 1:
        raise ScenarioError(tr("There is no plan to compare."))
    if roads["section"].duplicated().any():
        names = ", ".join(roads["section"][roads["section"].duplicated()].astype(str)[:5])
        raise ScenarioError(tr("Sections that stand there twice: {names}.", names=names))
    roads = roads.assign(section=roads["section"].astype(str)).sort_values("section", ignore_index=True)
    names = pd.Index(roads["section"])
    n, m = len(scenarios), len(roads)
    zone, there = np.full((n, m), -1), np.zeros((n, m), bool)
    work, minutes, zones = np.zeros((n, m)), np.full((n, m), np.nan), []
    for p, plan in enumerate(scenarios):
        table = plan.sections
        at = names.get_indexer(table["section"].astype(str))
        twice = table["section"].duplicated()
        if twice.any():
            some = ", ".join(table["section"][twice].astype(str)[:5])
            raise ScenarioError(
                tr("{plan}: sections that stand there twice: {names}.", plan=plan.name, names=some)
            )
        if len(at) and (at < 0).all():
            raise ScenarioError(tr("{plan}: none of its sections is known.", plan=plan.name))
        known = at >= 0
        own = table["zone_id"].map(lambda v: str(v) if _said(v) else None).to_numpy(object)
        ids = sorted({v for v in own if v is not None})
        zones.append(ids)
        number = {v: k for k, v in enumerate(ids)}
        zone[p, at[known]] = [number.get(v, -1) for v in own[known]]
        there[p, at[known]] = True
        load = _numbers(table, "workload", 0.0)
        if (load < 0).any():
            raise ScenarioError(tr("{plan}: a section has a workload below 0.", plan=plan.name))
        work[p, at[known]] = load[known]
        minutes[p, at[known]] = _numbers(table, "travel_min", np.nan)[known]
        if not (zone[p] >= 0).any():
            raise ScenarioError(tr("{plan}: no section is in a zone.", plan=plan.name))
    if n > 1 and not (there[0] & there[1:]).any(axis=1).all():
        lost = [plan.name for p, plan in enumerate(scenarios) if p and not (there[0] & there[p]).any()]
        raise ScenarioError(
            tr("These plans have no section in common with the first one: {names}.", names=", ".join(lost))
        )
    rc = roads["rc"].astype(object) if "rc" in roads else pd.Series(None, roads.index, dtype=object)
    twin = roads["twin"].astype(bool).to_numpy() if "twin" in roads else np.zeros(m, bool)
    kept = ~rc.isin(MAINTAINED_NOT).to_numpy()
    if "maintained" in roads:
        kept = np.where(
            roads["maintained"].isna(), kept, roads["maintained"].map(lambda v: v == v and bool(v))
        )
    counted = (kept & ~twin) | (work > 0).any(axis=0)
    km = np.where(counted, roads["length_m"].to_numpy(float) / 1000, 0.0)
    code = roads["city_code"].map(lambda v: str(v) if _said(v) else "").to_numpy(object)
    cities, city = np.unique(code.astype(str), return_inverse=True)
    work, like = _scaled(work, there)
    return Read(roads, counted, km, city, cities.tolist(), zones, zone, there, work, minutes, like)


def _scaled(work: np.ndarray, there: np.ndarray) -> tuple[np.ndarray, list[bool]]:
    """Workloads in parts of the first plan's whole.

    A plan's workloads sum to 1 over its own sections, so that one with fewer partners would seem to give each of the
    others more work. Over the sections that both plans have, the work is made the same.
    """
    made, like = np.zeros_like(work), []
    whole = work[0].sum()
    made[0] = work[0] / whole if whole > 0 else 0.0
    for p in range(len(work)):
        both = there[0] & there[p]
        own = work[p][both].sum()
        if p:
            made[p] = work[p] * (made[0][both].sum() / own) if own > 0 else 0.0
        like.append(bool(np.allclose(made[p][both], made[0][both], rtol=1e-6, atol=1e-9)))
    return made, like


def _numbers(table, name, empty) -> np.ndarray:
    if name not in table:
        return np.full(len(table), empty)
    return pd.to_numeric(table[name], errors="coerce").fillna(empty).to_numpy(float)


def _joined(geoms, at, n) -> np.ndarray:
    """Lines of each section as one geometry; None where there is none."""
    parts, of = shapely.get_parts(geoms, return_index=True)
    of = at[of]
    fine = shapely.get_type_id(parts) == 1
    parts, of = parts[fine], of[fine]
    order = np.argsort(of, kind="stable")
    made = np.full(n, None, object)
    if len(order):
        shapely.multilinestrings(parts[order], indices=of[order], out=made)
    return made


def _said(value) -> bool:
    return value is not None and value == value and value != ""
