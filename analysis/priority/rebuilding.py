"""Judgements read back from a layer that judging wrote, or from damages with an adopted judgement (T07)."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pandas as pd

from ..standards import LEVELS, Judgements, builtin, columns, prepare
from ..standards.catalogue import immediate

# Of the judgement; beside them, what ``prepare`` and ranking read of damages.
COLUMNS = ("judge", "std_id", "std_ver", "measure", "value", "threshold", "rs_tmp", "rs_perm", "due_tmp", "due_perm",
           "needs_measure", "transfer")  # fmt: skip
DAMAGE_COLUMNS = ("uuid", "dmg_id", "city_code", "route_key", "section_id", "ft", "dt", "found_at", "received_at",
                  "closed_at", "found_by", "st", "position", "rc", "ad", "em", "adt", "speed_kmh", "is_school",
                  "is_bus")  # fmt: skip
UNJUDGED = "NJ"


def judgements_of(
    damages: pd.DataFrame,
    sections: pd.DataFrame | None = None,
    routes: pd.DataFrame | None = None,
    as_of=None,
) -> tuple[Judgements, np.ndarray]:
    """(what judging had said, the rows that nobody has judged).

    ``damages``: T07 with the columns of ``COLUMNS`` as far as they are there; ``judge`` is obligatory (KeyError).
    Rows without a level that are no other administrator's count as not judged (NJ): somebody has to go and look.
    Without any deadline in the table there are no clocks, and overdue is an absent factor.
    """
    if "judge" not in damages:
        raise KeyError("judge")
    ready = prepare(damages, sections, routes, as_of)
    own = ready.frame
    level = columns.texts(own, "judge")
    said = columns.truths(own, "transfer")
    transfer = np.where(said < 0, ready.transfer & (level == None), said == 1)  # noqa: E711 elementwise
    bare = ~transfer & ~np.isin(level.astype(str), LEVELS)
    level = np.where(transfer, None, np.where(bare, UNJUDGED, level))
    value, threshold = (columns.numbers(own, name)[0] for name in ("value", "threshold"))
    measure = columns.texts(own, "measure")
    if "measure" not in own:
        measure, value = _measured(own, level)
    needs = columns.truths(own, "needs_measure") == 1
    frame = pd.DataFrame(
        {
            "level": level,
            "std_id": columns.texts(own, "std_id"),
            "std_ver": columns.texts(own, "std_ver"),
            "measure": measure,
            "value": value,
            "threshold": threshold,
            "rs_tmp": columns.texts(own, "rs_tmp"),
            "rs_perm": columns.texts(own, "rs_perm"),
            "needs_measure": needs,
            "transfer": transfer,
            "why": _why(ready, level, measure, value, needs),
        }
    )
    due = {name: columns.moments(own, name) for name in ("due_tmp", "due_perm")}
    wanted = np.isin(level.astype(str), ("L2", "L3"))
    if not wanted.any() or any((~np.isnat(moment)).any() for moment in due.values()):
        frame = frame.assign(**due)
    hits = pd.DataFrame({"row": np.zeros(0, int)})
    flags = pd.DataFrame({"row": np.zeros(0, int), "code": [], "field": []})
    states = [SimpleNamespace(cells=_comparisons(frame))]
    return Judgements(frame, hits, flags, ready.judged, ready, states), np.flatnonzero(bare)


def measure_columns() -> list[str]:
    """The measures of damages that the standards ask for: read where the judgement's own columns are not there."""
    return sorted(builtin(examples=False).rows["measure"].dropna().unique())


def _measured(own: pd.DataFrame, level: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(measure, value) of damages that only know their standard, as far as they have that measure themselves. The
    threshold stays unknown: it is the standard's of that day."""
    rows = builtin(examples=False).rows[["std_id", "measure"]].dropna().drop_duplicates()
    rows = rows[~rows["std_id"].duplicated(keep=False)]
    codes, found = columns.distinct(columns.texts(own, "std_id"))
    by_standard = dict(zip(rows["std_id"], rows["measure"]))
    measure = np.array([*(by_standard.get(std) for std in found), None], object)[codes]
    value = np.full(len(own), np.nan)
    for name in {name for name in measure if name is not None and name in own}:
        here = measure == name
        value[here] = columns.numbers(own, name)[0][here]
    judged = np.isin(level.astype(str), LEVELS) & (level != UNJUDGED)
    return np.where(judged & np.isnan(value), None, measure), value


def _why(ready, level, measure, value, needs) -> np.ndarray:
    """The word for what decided, as far as the columns let it be known."""
    why = np.full(len(level), "", object)
    codes, kinds = columns.distinct(np.array([f"{f}\t{d}" for f, d in zip(ready.ft, ready.dt)], object))
    at_once = {f"{entry['ft']}\t{entry['dt']}" for entry in immediate()}
    here = np.array([*(kind in at_once for kind in kinds), False])[codes]
    why[here & (level == "L3") & np.isnan(value)] = "immediate"
    why[needs & (level == UNJUDGED) & (measure != None)] = "missing"  # noqa: E711 elementwise
    return why


def _comparisons(frame: pd.DataFrame) -> pd.DataFrame:
    """std_id -> measure, op: which side of the threshold is bad. What the values show goes before what ships."""
    cells = builtin(examples=False).rows[["std_id", "measure", "op"]].dropna().drop_duplicates("std_id")
    cells = cells.set_index("std_id")
    seen = frame[frame["level"].isin(("L1", "L2", "L3")) & (frame["value"] != frame["threshold"])]
    seen = seen.dropna(subset=["std_id", "measure", "value", "threshold"])
    op = np.where(seen["value"].to_numpy() < seen["threshold"].to_numpy(), "<=", ">=")
    shown = pd.DataFrame({"std_id": seen["std_id"], "measure": seen["measure"], "op": op})
    shown = shown.drop_duplicates("std_id").set_index("std_id")
    return pd.concat([shown, cells[~cells.index.isin(shown.index)]])
