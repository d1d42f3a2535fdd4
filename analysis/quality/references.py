"""References that name no row: every field of the model with a ``ref``, by natural key or by uuid."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...schema import Field, Table, model
from . import findings


def dangling(frames: dict) -> pd.DataFrame:
    """Findings for ``frames``: table -> DataFrame with uuid, city_code and the reference columns.

    A reference to a table that is not in ``frames`` cannot be judged and is left out.
    """
    parts = []
    for table, field in reference_fields():
        frame = frames.get(table.name)
        target, _, column = field.ref.partition(".")
        goal = frames.get(target)
        if frame is None or goal is None or field.name not in frame or not len(frame):
            continue
        codes, distinct = pd.factorize(frame[field.name].to_numpy(dtype=object))
        there = np.append(pd.Index(distinct).isin(goal[column or "uuid"]), True)  # the last: empty cells
        lost = np.flatnonzero(~there[codes])
        parts.append(
            findings.make(
                "dangling_reference",
                table.name,
                frame["uuid"].to_numpy()[lost],
                frame["city_code"].to_numpy()[lost],
                field=field.name,
                value=np.asarray(distinct, dtype=object)[codes[lost]],
                target=target,
            )
        )
    return findings.joined(parts)


def reference_fields() -> list[tuple[Table, Field]]:
    """All fields of the main store that refer to another row."""
    return [
        (table, field)
        for table in model().tables.values()
        if table.store == "main"
        for field in table.columns
        if field.ref
    ]
