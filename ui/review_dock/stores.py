"""Which store the dock works on, and the layers of the project that show it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from qgis.core import QgsProject, QgsProviderRegistry, QgsRectangle, QgsVectorLayer

from .. import settings

REVIEW_TABLES = ("review_item", "set_aside", "decision")


@dataclass
class StoreFacts:
    """What the dock knows of a store besides its items. ``crs``: authority code; extents in the store's CRS."""

    path: Path
    crs: str
    names: dict[str, str] = field(default_factory=dict)  # city code -> name in the user's language
    extents: dict[str, QgsRectangle] = field(default_factory=dict)


def facts_of(path: str | Path) -> StoreFacts:
    """Cities and CRS of a store. Raises GunmaneError where it is none."""
    from ...i18n import language
    from ...layers.project import sources

    found = sources.survey(path)
    return StoreFacts(
        Path(path),
        found.crs.authid(),
        {c.code: c.name_ja if language() == "ja" else c.name_en for c in found.cities},
        {c.code: c.extent for c in found.cities if c.extent is not None},
    )


def find_store(project: QgsProject | None = None) -> Path | None:
    """The store of the open map; else the store of the settings; None where there is neither."""
    project = project or QgsProject.instance()
    counted: dict[Path, int] = {}
    for layer in project.mapLayers().values():
        path, table = source_of(layer)
        if path is not None and (table in REVIEW_TABLES or layer.customProperty("gunmane/key")):
            counted[path] = counted.get(path, 0) + 1
    if counted:
        return max(counted, key=counted.get)
    chosen = settings.value("store")
    return Path(chosen) if chosen and Path(chosen).is_file() else None


def layers_of(path: Path, tables=None, project: QgsProject | None = None) -> list[QgsVectorLayer]:
    """The project's layers that open this store; only those of ``tables`` where given."""
    found = []
    for layer in (project or QgsProject.instance()).mapLayers().values():
        own, table = source_of(layer)
        if own is not None and same_file(own, path) and (tables is None or table in tables):
            found.append(layer)
    return found


def in_edit_mode(path: Path) -> list[QgsVectorLayer]:
    """Layers of the store that a person is editing: their buffers would meet with what the dock writes."""
    return [layer for layer in layers_of(path) if layer.isEditable()]


def refresh(path: Path, tables: set[str]) -> None:
    """Read anew and draw again the layers of these tables, and of no others."""
    for layer in layers_of(path, tables):
        layer.dataProvider().reloadData()
        layer.triggerRepaint()


def source_of(layer) -> tuple[Path | None, str]:
    """(file, table) of an OGR layer in a GeoPackage; (None, "") for anything else."""
    if not isinstance(layer, QgsVectorLayer) or layer.providerType() != "ogr":
        return None, ""
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    path = parts.get("path") or ""
    if not path.lower().endswith(".gpkg"):
        return None, ""
    return Path(path), parts.get("layerName") or ""


def same_file(one: Path, other: Path) -> bool:
    try:
        return one.resolve() == other.resolve()
    except OSError:
        return one == other
