"""Gunmane Roads / 群マネ道路: a QGIS plugin for managing several cities' roads together."""


def classFactory(iface):
    """What QGIS calls to load the plugin; nothing is imported before."""
    from .plugin import GunmanePlugin

    return GunmanePlugin()
