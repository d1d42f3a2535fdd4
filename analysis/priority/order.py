"""What decides between equal scores: due, receipt, route, name. Fixed for a list, whatever the weights."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...i18n import tr
from ..standards import columns


class OrderError(ValueError):
    """Damages that cannot be told apart, so that no order of them would be the same tomorrow."""


def names(frame: pd.DataFrame) -> np.ndarray:
    """A name a damage that no other has: ``uuid``, else city and number. Raises OrderError with the rows."""
    found = columns.texts(frame, "uuid")
    empty = found == None  # noqa: E711 elementwise
    if empty.any():
        city, number = columns.texts(frame, "city_code"), columns.texts(frame, "dmg_id")
        bare = np.flatnonzero(empty & (number == None))  # noqa: E711 elementwise
        if len(bare):
            raise OrderError(
                tr(
                    "{n} damages have neither a uuid nor a damage number (rows {rows}): they could not be ranked the"
                    " same way twice. Give each one a number.",
                    n=len(bare),
                    rows=_some(bare),
                )
            )
        found = found.copy()
        rows = np.flatnonzero(empty)
        found[rows] = [f"{c or ''}/{n}" for c, n in zip(city[rows], number[rows])]
    twice = pd.Series(found).duplicated(keep=False).to_numpy()
    if twice.any():
        raise OrderError(
            tr(
                "{n} damages share their uuid or number with another one (rows {rows}). Import them anew, or take out"
                " the copies.",
                n=int(twice.sum()),
                rows=_some(np.flatnonzero(twice)),
            )
        )
    return found


def static(due: np.ndarray, received: np.ndarray, route: np.ndarray, name: np.ndarray) -> np.ndarray:
    """Each damage's place among all in the order due, receipt, route, name; what is missing comes last."""
    late = np.iinfo(np.int64).max
    moments = [
        np.where(np.isnat(part), late, part.astype("datetime64[s]").astype(np.int64))
        for part in (received, due)
    ]
    sequence = np.lexsort(moments)
    received, due = (part[sequence] for part in moments)
    new = (
        np.append(True, (received[1:] != received[:-1]) | (due[1:] != due[:-1]))
        if len(due)
        else np.zeros(0, bool)
    )
    # Texts are dear to compare: only where the moments are equal.
    tied = ~new | ~np.append(new[1:], True)
    group = np.cumsum(new)
    at = np.flatnonzero(tied)
    rows = sequence[at]
    keys = [(g, r is None, r or "", n) for g, r, n in zip(group[at].tolist(), route[rows], name[rows])]
    sequence[at] = rows[sorted(range(len(keys)), key=keys.__getitem__)]
    place = np.empty(len(sequence), np.int64)
    place[sequence] = np.arange(len(sequence))
    return place


def _some(rows: np.ndarray) -> str:
    return ", ".join(str(row + 1) for row in rows[:5]) + (" ..." if len(rows) > 5 else "")
