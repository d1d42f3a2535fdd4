"""Layers as DataFrames and back: what algorithms that take any layer hand to ``analysis``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from qgis.core import (
    QgsExpression,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsFields,
    QgsProcessingException,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)

from ..i18n import tr

if TYPE_CHECKING:  # the plugin loads without them; each function takes them when it is called
    import numpy as np
    import pandas as pd

EVERY = 2000  # features between two looks at the cancel button
# So few columns alone a database may answer from an index that holds them all, in the order of that index; no index
# holds geometries.
_COVERED = 6


def attributes(source, names=None, feedback=None) -> pd.DataFrame:
    """Attributes of a feature source in its order (columns: those of ``names`` that it has; default all).

    Dates and times become ISO texts; NULL and empty text become None. The index is 0, 1, 2, ...

    QGIS itself writes each feature as one JSON text: to hand over every cell to Python takes three times as long.
    """
    wanted = positions(source.fields(), names)
    request = QgsFeatureRequest().setSubsetOfAttributes(wanted)
    if len(wanted) > _COVERED:
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    return values(source.materialize(request, feedback), source.fields(), wanted, feedback)


def positions(fields: QgsFields, names=None) -> list[int]:
    """Where the fields of these names (default: all) stand."""
    chosen = None if names is None else set(names)
    return [n for n, field in enumerate(fields) if chosen is None or field.name() in chosen]


def values(table, fields: QgsFields, wanted: list[int], feedback=None) -> pd.DataFrame:
    """The wanted attributes of a layer that ``materialize`` has made (None: it was cancelled)."""
    import numpy as np
    import pandas as pd

    if table is None or not wanted:  # cancelled, or nothing to read
        count = 0 if table is None else table.featureCount()
        return pd.DataFrame(index=range(count), columns=[fields[n].name() for n in wanted], dtype=object)
    # An array knows no NULL: it would turn into 0 or "" by the field's type.
    parts = (f"coalesce({QgsExpression.quotedColumnRef(fields[n].name())}, '')" for n in wanted)
    texts, good = QgsVectorLayerUtils.getValues(table, f"to_json(array({', '.join(parts)}))", False, feedback)
    if not good:
        raise QgsProcessingException(tr("The attributes of the layer cannot be read."))
    rows = json.loads(f"[{','.join(texts)}]")
    data = {}
    for n, column in zip(wanted, zip(*rows) if rows else [()] * len(wanted)):
        found = np.empty(len(rows), object)
        found[:] = column
        found[found == ""] = None
        data[fields[n].name()] = _times(found) if fields[n].isDateOrTime() else found
    return pd.DataFrame(data)


def _times(column: np.ndarray) -> np.ndarray:
    """Moments without their milliseconds where these are zero, as everything else here writes them."""
    import numpy as np
    import pandas as pd

    codes, distinct = pd.factorize(column)
    short = np.array([*(str(text).replace(".000", "", 1) for text in distinct), None], object)
    return short[codes]


def fields_of(spec) -> QgsFields:
    """QgsFields of (name, kind, alias) with the kinds of memory layers: string, double, integer, datetime, date, and
    ``exact``: a number that is not rounded to five decimals (shares of which thousands add up).

    By way of a memory layer, because QgsField's own constructor differs between the versions of QGIS. Texts are as
    long as they are: without a length a memory layer would allow 255 characters, and a longer sentence fail the run.
    """
    kinds = {"string": "string(0)", "exact": "double(0,0)"}
    text = "&".join(f"field={name}:{kinds.get(kind, kind)}" for name, kind, *_ in spec)
    fields = QgsVectorLayer(f"None?{text}", "", "memory").fields()
    for n, (_, _, *alias) in enumerate(spec):
        if alias:
            fields[n].setAlias(alias[0])
    return fields


def cells(frame: pd.DataFrame, spec) -> list[tuple]:
    """The rows of a table as attributes for fields of ``spec``, None where empty."""
    columns = []
    for name, kind, *_ in spec:
        column = frame[name].astype(object).where(frame[name].notna(), None)
        if kind == "integer":
            column = [None if v is None else int(v) for v in column]
        elif kind in ("double", "exact"):
            column = [None if v is None else float(v) for v in column]
        columns.append(list(column))
    return list(zip(*columns)) if columns else [()] * len(frame)


def write_rows(sink, fields: QgsFields, rows, feedback) -> int:
    """A table without places: ``rows`` are attributes for ``fields``. Returns how many were written."""
    written, batch = 0, []
    for n, row in enumerate(rows, 1):
        feature = QgsFeature(fields)
        feature.setAttributes(list(row))
        batch.append(feature)
        if n % EVERY == 0 or n == len(rows):
            if feedback.isCanceled() or not sink.addFeatures(batch, QgsFeatureSink.Flag.FastInsert):
                break
            written, batch = n, []
    return written


def write_beside(source, sink, fields: QgsFields, more: list[tuple], feedback, share=(0.0, 100.0)) -> int:
    """Every feature of ``source`` with its own attributes (as far as ``fields`` has them) and those of ``more``.

    ``fields`` ends with the added ones; before them stand fields of the source in its order. Returns how many were
    written; stops where the user cancels. Own attributes stay on QGIS's side: to hand them over costs far more
    than the rest.
    """
    added = len(more[0]) if more else 0
    own = {fields[n].name() for n in range(len(fields) - added)}
    dropped = [n for n, field in enumerate(source.fields()) if field.name() not in own][::-1]
    first, written, batch = len(fields) - added, 0, []

    def flush() -> bool:
        nonlocal written, batch
        good = not batch or sink.addFeatures(batch, QgsFeatureSink.Flag.FastInsert)
        written += len(batch) if good else 0
        batch = []
        return good

    for n, (feature, cells_added) in enumerate(zip(source.getFeatures(), more), 1):
        for index in dropped:
            feature.deleteAttribute(index)
        feature.padAttributes(added)
        for index, value in enumerate(cells_added, first):
            if value is not None:
                feature.setAttribute(index, value)
        feature.setFields(fields, False)
        batch.append(feature)
        if n % EVERY == 0:
            if feedback.isCanceled() or not flush():
                return written
            feedback.setProgress(share[0] + (share[1] - share[0]) * n / max(len(more), 1))
    flush()
    return written


def without(fields: QgsFields, names) -> QgsFields:
    """A copy of the fields without these: results that are made anew replace older ones of the same name."""
    kept = QgsFields()
    for field in fields:
        if field.name() not in set(names):
            kept.append(field)
    return kept


def missing_column(name: str) -> str:
    return tr("The layer has no field {name}.", name=name)
