"""What planners wish for their groups: routes together or apart, and a grouping to begin with."""

from __future__ import annotations

import re

from qgis.core import NULL

from ...i18n import tr
from ...layers.errors import GunmaneError
from .progress import first_of


def read_locks(algorithm, parameters, context):
    """What is to stay together and what apart; None without wishes. Raises GunmaneError for a row that says nothing."""
    from ...analysis.groups import Locks

    sets = {
        name: [keys_in(cell) for cell in algorithm.parameterAsMatrix(parameters, name, context)]
        for name in ("TOGETHER", "APART")
    }
    together, apart = (tuple(tuple(own) for own in sets[name] if own) for name in ("TOGETHER", "APART"))
    for (key,) in (own for own in apart if len(own) == 1):
        raise GunmaneError(
            f"APART: {tr('{key} stands alone in its row: from what is it to be kept apart?', key=key)}",
            remedy=tr("One row a wish, with commas between its routes."),
        )
    return Locks(together, apart) if together or apart else None


def read_start(algorithm, parameters, context, frame, feedback):
    """Section -> group of an existing grouping; warns of sections that the network does not have."""
    source = algorithm.parameterAsSource(parameters, "START", context)
    if source is None:
        return None
    from ..frames import attributes, missing_column

    table = attributes(source, ("section", "group_id"), feedback)
    for name in ("section", "group_id"):
        if name not in table:
            raise GunmaneError(f"START: {missing_column(name)}")
    table = table.dropna()
    table = table.assign(section=table["section"].map(str)).drop_duplicates("section")
    strange = ~table["section"].isin(frame["section"])
    if strange.any():
        feedback.pushWarning(
            tr("{n} of {all} sections of the existing grouping are not in the network: {which}.",
               n=f"{int(strange.sum()):,}", all=f"{len(table):,}",
               which=first_of(table.loc[strange, "section"]))
        )  # fmt: skip
    return table[~strange].set_index("section")["group_id"]


def tell_idle(locks, frame, routes, answer, feedback) -> None:
    """Wishes for roads that are in no group: they hold for nothing."""
    if locks is None:
        return
    import pandas as pd

    rows = answer.sections.drop_duplicates("section").set_index("section")
    names = [frame[["section"]].assign(key=frame["section"])]
    if "route_key" in frame:
        names.append(frame[["section"]].assign(key=frame["route_key"]))
    names.append(routes[["section"]].assign(key=routes["through_id"]))
    names = pd.concat(names).astype(str)
    for key in sorted({key for own in (*locks.together, *locks.apart) for key in own}):
        own = rows.loc[rows.index.isin(names.loc[names["key"] == key, "section"])]
        if len(own) and own["group_id"].isna().all():
            feedback.pushWarning(
                tr("The wish for {key} holds for nothing, because it is in no group: {why}", key=key,
                   why=own["reason"].iloc[0])
            )  # fmt: skip


def keys_in(text) -> list[str]:
    """Keys with commas of any script between them."""
    if text is None or text == NULL:
        return []
    return [key.strip() for key in re.split("[,，、]", str(text)) if key.strip()]
