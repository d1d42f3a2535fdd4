"""The stored row itself: selected in its layer, so that map and attribute table show it; its form."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsFeatureRequest
from qgis.PyQt import sip
from qgis.utils import iface

from . import stores


class RowsOnMap:
    """Selects rows in the project's layer of their table; takes back only its own selection."""

    def __init__(self):
        self._layer = None
        self._ids: list[int] = []

    def show(self, path: Path, table: str, uuids: list[str]) -> None:
        self.clear()
        layer = main_layer(path, table)
        if layer is None or not uuids:
            return
        ids = [feature.id() for feature in layer.getFeatures(_request(uuids))]
        if ids and not layer.selectedFeatureIds():  # a person's own selection is left alone
            self._layer, self._ids = layer, sorted(ids)
            layer.selectByIds(ids)

    def clear(self) -> None:
        layer, self._layer = self._layer, None
        if layer is None or sip.isdeleted(layer):
            return
        if sorted(layer.selectedFeatureIds()) == self._ids:
            layer.removeSelection()

    def open_form(self, path: Path, table: str, uuid: str) -> bool:
        """The form of a row, as QGIS shows it; False where the map has no layer of that table."""
        layer = main_layer(path, table)
        if layer is None:
            return False
        for feature in layer.getFeatures(_request([uuid])):
            iface.openFeatureForm(layer, feature, False, False)
            return True
        return False


def main_layer(path: Path, table: str):
    """The layer that forms and relations use, else any layer of that table."""
    layers = stores.layers_of(path, {table})
    return next(
        (la for la in layers if la.customProperty("gunmane/key") == table), layers[0] if layers else None
    )


def _request(uuids: list[str]) -> QgsFeatureRequest:
    listed = ", ".join("'" + uuid.replace("'", "''") + "'" for uuid in uuids)
    return QgsFeatureRequest().setFilterExpression(f'"uuid" IN ({listed})')
