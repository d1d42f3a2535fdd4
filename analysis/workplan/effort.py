"""How much work a repair is: crew-hours by kind of damage and quantity, or yen; and the list that a plan is made of."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from ...i18n import tr
from ..priority import Ranking
from ..priority.catalogue import read
from ..standards import Costs, Prices, columns, costs
from .capacity import HOURS, YEN, PlanError

REPAIR = ("L2", "L3")


def builtin_efforts() -> Prices:
    """The crew-hours that ship (an invented example), in the form of a price table: ``yen`` holds hours."""
    entry = read("effort")
    rows = [
        {**{k: v for k, v in row.items() if k != "hours"}, "yen": row["hours"]} for row in entry["efforts"]
    ]
    return Prices.of(rows, example=bool(entry.get("example")))


def efforts(ranking: Ranking, unit: str = HOURS, table: Prices | None = None) -> Costs:
    """Work of every damage in ``Costs.yen``: crew-hours, or yen of the table of unit prices."""
    if unit not in (HOURS, YEN):
        raise PlanError(tr("The unit must be hours or yen, not {unit}.", unit=unit))
    table = table or (builtin_efforts() if unit == HOURS else None)
    return costs(ranking.judged.prepared, table)


def jobs_of(ranking: Ranking, work: Iterable[float], levels: Iterable[str] = REPAIR) -> pd.DataFrame:
    """What a plan is made of: the ranked damages of these levels, first to last; the index says which row of the
    input each is. ``work``: one a damage of the input; where it is NaN the median of its kind of damage (of all, if
    that has none) is taken and ``assumed`` says so. Raises PlanError where nothing is known at all."""
    frame, ready = ranking.frame, ranking.judged.prepared
    wanted = (frame["rank"] > 0) & frame["level"].isin(list(levels))
    work = pd.Series(np.asarray(work, float), index=frame.index)
    known = work.where(np.isfinite(work) & (work >= 0))
    if wanted.any() and known[wanted].isna().all():
        raise PlanError(
            tr("Nobody has said how much work any of these repairs is. Enter it in a column or a table.")
        )
    kind = pd.Series([f"{ft} {dt}" for ft, dt in zip(ready.ft, ready.dt)], index=frame.index)
    typical = known[wanted].groupby(kind[wanted]).median()
    filled = known.fillna(kind.map(typical)).fillna(known[wanted].median())
    names = columns.texts(ready.frame, "uuid")
    numbers = columns.texts(ready.frame, "dmg_id")
    table = pd.DataFrame(
        {
            "uuid": np.where(names == None, numbers, names),  # noqa: E711 elementwise
            "city_code": ready.city,
            "rank": frame["rank"],
            "band": frame["band"],
            "top": frame["top"],
            "due": frame["due"],
            "work": filled,
            "assumed": known.isna(),
        }
    )
    return table[wanted].sort_values("rank")
