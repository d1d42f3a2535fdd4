"""Layers into groups: order, what is ticked, what is folded."""

from __future__ import annotations

from qgis.core import QgsProject

from ...i18n import tr
from ..errors import GunmaneError


def place(project: QgsProject, made: list) -> None:
    """``made``: (spec, layer) from the top to the bottom. Feature counts stay off: they read whole tables."""
    root = project.layerTreeRoot()
    groups = {}
    for spec, layer in made:
        if project.addMapLayer(layer, False) is None:
            raise GunmaneError(tr("QGIS does not take the layer {name}.", name=spec.name), code="E-LAYER")
        layer.setCustomProperty("gunmane/key", spec.key)
        if spec.group not in groups:
            groups[spec.group] = root.addGroup(spec.group)
        node = groups[spec.group].addLayer(layer)
        node.setItemVisibilityChecked(spec.visible and spec.drawn)
        node.setExpanded(False)
    folded = {
        tr("To check"),
        tr("Ledgers"),
        tr("Background"),
        tr("Works and patrols"),
        tr("Plans and agreements"),
    }
    for name, group in groups.items():
        group.setExpanded(name not in folded)
