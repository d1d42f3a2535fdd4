"""OGR through pyogrio or fiona, whichever is there, behind four questions."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from ...dependencies import isolated
from ...i18n import tr
from ..errors import GunmaneError


@dataclass
class Info:
    driver: str
    n: int  # -1 where the driver does not know
    crs: str | None
    fields: list[str]
    geometry_type: str | None


@dataclass
class Chunk:
    """Features ``start`` (0-based) and following: attributes column by column, geometry as WKB."""

    start: int
    n: int
    fids: np.ndarray
    columns: list[np.ndarray]
    wkb: np.ndarray


@lru_cache(maxsize=1)
def engine():
    """The way to OGR. Raises GunmaneError E-NOLIBRARY where there is none."""
    for make in (Pyogrio, Fiona):
        try:
            return make()
        except ImportError:
            continue
    raise GunmaneError(
        tr("Reading map files needs pyogrio or fiona."),
        code="E-NOLIBRARY",
        remedy=tr("Install QGIS's full package, or pyogrio for QGIS's Python."),
    )


def _options(source) -> dict:
    """Texts that look like dates stay texts; our own reader sees to a .dbf's texts, so OGR must not judge them."""
    if str(source).lower().endswith(".shp"):
        return {"encoding": "ISO-8859-1"}
    json_like = isinstance(source, bytes) or str(source).lower().endswith((".geojson", ".json"))
    return {"DATE_AS_STRING": "YES"} if json_like else {}


class Pyogrio:
    def __init__(self):
        with isolated():
            import pyogrio
            import pyogrio.raw

        self._module = pyogrio

    def layers(self, source) -> list[tuple[str, str | None]]:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return [(name, kind) for name, kind in self._module.list_layers(source)]

    def info(self, source, layer) -> Info:
        layer = None if isinstance(source, bytes) else layer  # in memory its name changes at each opening
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = self._module.read_info(source, layer=layer, force_feature_count=True, **_options(source))
        return Info(
            found["driver"], found["features"], found["crs"], list(found["fields"]), found["geometry_type"]
        )

    def read(self, source, layer, start: int, n: int, attributes: bool = True) -> Chunk:
        layer = None if isinstance(source, bytes) else layer
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            kwargs = {} if attributes else {"columns": []}
            meta, fids, wkb, data = self._module.raw.read(
                source,
                layer=layer,
                skip_features=start,
                max_features=n,
                return_fids=True,
                force_2d=True,
                datetime_as_string=True,
                **kwargs,
                **_options(source),
            )
        count = len(fids)
        wkb = np.full(count, None, dtype=object) if wkb is None else wkb
        return Chunk(start, count, np.asarray(fids), list(data), wkb)

    def restore_index(self, path) -> None:
        self._module.set_gdal_config_options({"SHAPE_RESTORE_SHX": True})
        try:
            self._module.read_info(path, **_options(path))
        finally:
            self._module.set_gdal_config_options({"SHAPE_RESTORE_SHX": None})


class Fiona:
    def __init__(self):
        with isolated():
            import fiona

        self._module = fiona

    def _open(self, source, layer):
        if isinstance(source, bytes):
            return self._module.BytesCollection(source, **_options(source))
        return self._module.open(source, layer=layer, **_options(source))

    def layers(self, source) -> list[tuple[str, str | None]]:
        if isinstance(source, bytes):
            with self._open(source, None) as opened:
                return [(opened.name, opened.schema["geometry"])]
        found = []
        for name in self._module.listlayers(source):
            with self._open(source, name) as opened:
                kind = opened.schema["geometry"]
            found.append((name, None if kind == "None" else kind))
        return found

    def info(self, source, layer) -> Info:
        with self._open(source, layer) as opened:
            kind = opened.schema["geometry"]
            crs = opened.crs_wkt or None
            return Info(
                opened.driver,
                len(opened),
                crs,
                list(opened.schema["properties"]),
                None if kind == "None" else kind,
            )

    def read(self, source, layer, start: int, n: int, attributes: bool = True) -> Chunk:
        import shapely
        from shapely.geometry import shape

        fids, wkb, rows = [], [], []
        with self._open(source, layer) as opened:
            fields = list(opened.schema["properties"])
            for feature in opened.filter(start, start + n):
                fids.append(int(feature.id))
                geometry = feature.geometry
                wkb.append(shapely.to_wkb(shape(geometry)) if geometry is not None else None)
                rows.append([feature.properties[name] for name in fields] if attributes else [])
        columns = []
        for i in range(len(fields) if attributes else 0):
            column = np.empty(len(rows), dtype=object)
            column[:] = [row[i] for row in rows]
            columns.append(column)
        geometries = np.empty(len(wkb), dtype=object)
        geometries[:] = wkb
        return Chunk(start, len(fids), np.asarray(fids, dtype=np.int64), columns, geometries)

    def restore_index(self, path) -> None:
        with self._module.Env(SHAPE_RESTORE_SHX="YES"), self._module.open(path, **_options(path)) as opened:
            len(opened)
