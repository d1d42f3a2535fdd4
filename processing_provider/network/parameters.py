"""Parameters that the network's algorithms make alike."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterNumber


def number(name: str, title: str, default, low: float, high: float, whole: bool = False):
    """A number between ``low`` and ``high``; optional where it has no default. Two decimals: metres, km, degrees."""
    kind = QgsProcessingParameterNumber.Type.Integer if whole else QgsProcessingParameterNumber.Type.Double
    made = QgsProcessingParameterNumber(name, title, kind, default, default is None, low, high)
    if not whole:
        made.setMetadata({"widget_wrapper": {"decimals": 2}})
    return made
