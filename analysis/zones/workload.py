"""How much work a section is: class-weighted length, requests, facilities; repair and seasonal work where wanted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ...i18n import tr
from ..locating import LineIndex, points_of
from .options import CLASS_WEIGHT, CLASS_WEIGHT_OTHER, MAINTAINED_NOT, Message, ZoneError, some

NEAREST_M = 30.0
YEARS = 3  # fiscal years of requests that count, the current one included
FISCAL_MONTH = 4


@dataclass(frozen=True)
class Weights:
    """Parts of the workload (any non-negative numbers; scaled to 1). ``seasonal``: numeric columns of the network (a
    section's snow or mowing work, any unit) -> weight. Unified model, section 8.4."""

    length: float = 0.5
    requests: float = 0.3
    facilities: float = 0.2
    repair: float = 0.0
    seasonal: Mapping[str, float] = field(default_factory=dict)
    classes: Mapping[str, float] = field(default_factory=lambda: dict(CLASS_WEIGHT))
    other_class: float = CLASS_WEIGHT_OTHER
    not_maintained: tuple[str, ...] = MAINTAINED_NOT


def workloads(
    network: pd.DataFrame,
    requests=None,
    facilities=None,
    repair=None,
    weights: Weights | None = None,
    as_of=None,
) -> tuple[pd.DataFrame, list[Message]]:
    """Share of the whole work that each section is.

    ``network``: contract NETWORK (section, length_m, rc, twin_of, geom in metres). ``requests``, ``facilities``: one
    row each with ``section``, else ``geom``: then the nearest section within 30 m. Of ``requests`` with
    ``received_at``, those of the last three fiscal years before ``as_of`` count (all where it is None).
    ``repair``: one row a job with ``section`` and ``amount`` (any unit), or ``yen`` or ``hours``.

    Returns one row a section (index ``section``, sorted): length_m, len_w, requests, facilities, repair_yen,
    repair_hours, workload (sum 1); and messages. Roads that the cities do not maintain, and second drawings of a
    road (``twin_of``), have none. The weight of a part whose sum is 0 moves to length. Raises ZoneError.
    """
    weights = weights or Weights()
    rest = {"length": weights.length, "requests": weights.requests, "facilities": weights.facilities,
            "repair": weights.repair, **weights.seasonal}  # fmt: skip
    if any(not value >= 0 for value in rest.values()) or not sum(rest.values()) > 0:
        raise ZoneError(tr("The weights of the workload must be 0 or more, and not all 0."))
    wrong = [name for name, value in {**weights.classes, "*": weights.other_class}.items() if not value >= 0]
    if wrong:
        raise ZoneError(
            tr("The weight of a road class must be a number of 0 or more: {names}.", names=some(wrong))
        )
    messages: list[Message] = []
    table = _sections(network, weights, messages)
    index = None
    for name, given in (("requests", _recent(requests, as_of)), ("facilities", facilities)):
        if given is None or not len(given):
            table[name] = 0.0
            continue
        if "section" not in given and index is None:
            index = LineIndex.of(network["geom"].to_numpy(object), network["section"].astype(str).tolist())
        table[name] = _counted(given, network, table, index)
    jobs = {"repair_yen": "yen", "repair_hours": "hours", "_repair": "amount"}
    for name, column in jobs.items():
        table[name] = _summed(repair, column, table)
    if not table["_repair"].any():
        table["_repair"] = table["repair_yen"] if table["repair_yen"].any() else table["repair_hours"]
    leader = table.pop("_leader")
    moved = leader.ne(table.index)
    for name in (
        ("requests", "facilities", *jobs) if moved.any() else ()
    ):  # a second drawing's work is the road's own
        table[name] = table[name].groupby(leader).sum().reindex(table.index).fillna(0.0).where(~moved, 0.0)
    for name in weights.seasonal:
        values = _seasonal(network, name)
        table[f"_{name}"] = (
            values.groupby(network["section"].astype(str)).sum().reindex(table.index).where(~moved, 0.0)
        )
        table[f"_{name}"] = table[f"_{name}"].fillna(0.0)
    parts = {"length": "len_w", "requests": "requests", "facilities": "facilities", "repair": "_repair",
             **{name: f"_{name}" for name in weights.seasonal}}  # fmt: skip
    maintained = table.pop("_maintained")
    work = pd.Series(0.0, table.index)
    share = {name: rest[name] for name in parts}
    sums = {name: float(table[column].where(maintained, 0.0).sum()) for name, column in parts.items()}
    empty = [name for name in parts if name != "length" and share[name] > 0 and not sums[name] > 0]
    for name in empty:
        share["length"] += share.pop(name)
    if empty:
        words = {"requests": tr("requests"), "facilities": tr("facilities"), "repair": tr("expected repairs")}
        names = ", ".join(words.get(name, name) for name in empty)
        text = tr("There are no {names} on the sections: their weight moved to length.", names=names)
        messages.append(Message("WEIGHT_MOVED", text, tuple(empty)))
    whole = sum(value for name, value in share.items() if sums[name] > 0)
    if not whole > 0:
        raise ZoneError(tr("No section has any work: there is nothing to share out."))
    for name, value in share.items():
        if value > 0 and sums[name] > 0:
            work += value / whole * table[parts[name]].where(maintained, 0.0) / sums[name]
    table["workload"] = work
    table = table.drop(columns=[name for name in table if name.startswith("_")])
    return table, messages


def _seasonal(network, name) -> pd.Series:
    """A column of seasonal work. Raises ZoneError for text and numbers below 0; an empty cell is no work."""
    if name not in network:
        return pd.Series(0.0, network.index)
    given = network[name]
    values = pd.to_numeric(given, errors="coerce")
    said = given.notna() & given.astype(str).str.strip().ne("")
    bad = said & ~((values >= 0) & np.isfinite(values))
    if bad.any():
        names = sorted(set(network["section"].astype(str)[bad]))
        raise ZoneError(
            tr("{field}: seasonal work must be a number of 0 or more, but is not on {n} sections: {names}.",
               field=name, n=len(names), names=some(names))
        )  # fmt: skip
    return values


def _sections(network, weights: Weights, messages) -> pd.DataFrame:
    name = network["section"].astype(str)
    rc = network["rc"] if "rc" in network else pd.Series(None, network.index, dtype=object)
    twin = network["twin_of"].notna() if "twin_of" in network else pd.Series(False, network.index)
    length = network["length_m"].astype(float)
    bad = ~(length >= 0)
    if bad.any():
        raise ZoneError(tr("Sections without a usable length: {names}.", names=some(sorted(set(name[bad])))))
    known = rc.notna() & rc.ne("")
    if not known.all():
        lacking = sorted(set(name[~known]))
        text = tr(
            "{n} sections have no road class; they count as other roads (weight {weight}): {names}.",
            n=len(lacking), weight=weights.other_class, names=some(lacking),
        )  # fmt: skip
        messages.append(Message("NO_CLASS", text, tuple(lacking)))
    keys, code = np.unique(name.to_numpy(object).astype(str), return_inverse=True)
    keys = keys.astype(object)
    factor = rc.map(dict(weights.classes)).astype(float).fillna(weights.other_class).to_numpy()
    metres = np.where(twin, 0.0, length)
    order = np.lexsort((metres, code))  # the same sums whatever the order of the rows
    sums = [np.bincount(code[order], values[order], len(keys)) for values in (metres, metres * factor)]
    worked = np.bincount(code, (~rc.isin(weights.not_maintained) & ~twin).to_numpy(), len(keys)) > 0
    leader = keys.copy()
    if twin.any():  # a section all of whose pieces are twins follows the section that they are drawn beside
        followed = ~(np.bincount(code, ~twin.to_numpy(), len(keys)) > 0)
        rows = np.flatnonzero(twin.to_numpy() & followed[code])
        to = network["twin_of"].astype(str).to_numpy(object)[rows]
        rows, to = rows[np.isin(to, keys)], to[np.isin(to, keys)]
        for row, where in sorted(zip(code[rows], to), reverse=True):
            leader[row] = where
    return pd.DataFrame(
        {
            "length_m": sums[0],
            "len_w": np.where(worked, sums[1], 0.0),
            "_maintained": worked,
            "_leader": leader,
        },
        index=pd.Index(keys, name="section"),
    )


def _recent(requests, as_of):
    if requests is None or as_of is None or "received_at" not in requests:
        return requests
    day = pd.Timestamp(as_of)
    day = day.tz_localize(None) if day.tzinfo else day
    year = day.year - (day.month < FISCAL_MONTH)
    begin = pd.Timestamp(year - YEARS + 1, FISCAL_MONTH, 1)
    when = pd.to_datetime(requests["received_at"].astype(str).str[:10], errors="coerce")
    return requests[(when >= begin) & (when <= day)]


def _counted(given, network, table, index) -> pd.Series:
    if "section" in given:
        names = given["section"].dropna().astype(str)
    else:
        x, y = points_of(given["geom"].to_numpy(object))
        line = index.locate(x, y, NEAREST_M).line
        names = network["section"].astype(str).iloc[line[line >= 0]]
    return names.value_counts().reindex(table.index).fillna(0.0).astype(float)


def _summed(repair, column, table) -> pd.Series:
    if repair is None or column not in repair:
        return pd.Series(0.0, table.index)
    values = pd.to_numeric(repair[column], errors="coerce").fillna(0.0)
    return values.groupby(repair["section"].astype(str)).sum().reindex(table.index).fillna(0.0)
