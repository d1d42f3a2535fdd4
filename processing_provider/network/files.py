"""Whether an output would be written over an input, or over another output."""

from __future__ import annotations

import os
from typing import NamedTuple

from qgis.core import (
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingUtils,
    QgsProperty,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ...i18n import tr


class _Place(NamedTuple):
    """``table``: of a database; None: the whole file."""

    name: str
    path: str
    table: str | None


def overwriting(algorithm, parameters, context) -> str | None:
    """What is wrong, in words; None where every output has a place of its own.

    An output file is made anew before the first row is written: an input in it, such as the whole store, is lost.
    """
    inputs, outputs = [], []
    for definition in algorithm.parameterDefinitions():
        value = _static(parameters.get(definition.name()))
        if value is None or value == "":
            continue
        if definition.isDestination():
            outputs += _written(definition, value)
        elif isinstance(definition, QgsProcessingParameterFeatureSource):
            inputs += _layer(definition, value, context)
        elif isinstance(definition, QgsProcessingParameterFile):
            inputs.append(_Place(definition.description(), _file(str(value)), ""))
    for n, output in enumerate(outputs):
        for other in (*inputs, *outputs[:n]):
            whole = output.table is None or (other in outputs and other.table is None)
            if output.path == other.path and (whole or output.table == other.table):
                return tr(
                    "“{output}” would be written over “{other}” ({file}). Choose another file for it.",
                    output=output.name,
                    other=other.name,
                    file=output.path,
                )
    return None


def _static(value):
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source
    elif isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink
    if isinstance(value, QgsProperty):  # an expression is known only when it runs
        value = value.staticValue()
    return value


def _written(definition, value) -> list[_Place]:
    """The file of an output; none where QGIS finds one itself, or the output is no file."""
    text, table = str(value), None
    if text.startswith("ogr:"):
        uri = QgsProviderRegistry.instance().decodeUri("postgres", text[4:])  # the same syntax
        text, table = uri.get("dbname") or "", (uri.get("table") or "").lower()
    return [_Place(definition.description(), _file(text), table)] if os.path.isabs(text) else []


def _layer(definition, value, context) -> list[_Place]:
    layer = value
    if not isinstance(value, QgsVectorLayer):
        layer = QgsProcessingUtils.mapLayerFromString(str(value), context)
    if layer is None or layer.providerType() not in ("ogr", "delimitedtext", "spatialite", "gpx"):
        return []
    uri = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    table = (uri.get("layerName") or "").lower()
    return [_Place(definition.description(), _file(uri["path"]), table)] if uri.get("path") else []


def _file(path: str) -> str:
    return os.path.normcase(os.path.realpath(path))
