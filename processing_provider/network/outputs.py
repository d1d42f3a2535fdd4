"""Frames with shapely geometry as layers: the results of the network's analyses."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsGeometry,
    QgsProcessingException,
)

from ..base import ICONS
from ..frames import EVERY, fields_of
from ..standards.common import name_fields
from .progress import Cancelled

ROW_NUMBERS = {"fid", "ogc_fid"}  # made anew by each file


class Sinks:
    """The outputs of one run: written one after the other; styled and titled when QGIS takes them into a project."""

    def __init__(
        self, algorithm, parameters, context, feedback, plane: str, crs: QgsCoordinateReferenceSystem
    ):
        self._algorithm, self._parameters = algorithm, parameters
        self._context, self._feedback = context, feedback
        self._plane, self.crs = plane, crs
        self.results: dict[str, str] = {}
        self._begun: list[str] = []
        self._dress: list[tuple[str, dict, str | None]] = []

    def write(self, name: str, frame, spec, wkb, style: str | None = None) -> None:
        """One output. ``spec``: (column, kind, title) of the fields; ``frame["geom"]``: geometries in the plane."""
        fields = fields_of(spec)
        sink, identity = self._sink(name, fields, wkb)
        if sink is None:
            return  # an optional output that nobody wants
        self._add(sink, fields, rows_of(frame, spec), self.blobs(frame), name)
        self._done(name, identity, spec, style)

    def write_beside(self, name: str, frame, spec, wkb, source, whole=None, style: str | None = None) -> None:
        """One output whose rows carry the attributes of a feature of ``source`` too.

        ``frame["feature"]``: its place in the layer; ``whole`` (bool a row): takes that feature's own geometry, to
        the last digit, instead of ``geom``.
        """
        import numpy as np

        # Files do not tell Part from part, and a field of the row's number would be written twice.
        own = {column.lower() for column, *_ in spec} | ROW_NUMBERS
        keep = [n for n, field in enumerate(source.fields()) if field.name().lower() not in own]
        fields = QgsFields()
        for field in [*(source.fields()[n] for n in keep), *fields_of(spec)]:
            fields.append(field)
        sink, identity = self._sink(name, fields, wkb)
        if sink is None:
            return
        where = frame["feature"].to_numpy()
        wanted, originals = np.zeros(int(where.max(initial=-1)) + 1, bool), {}
        wanted[where] = True
        for n, feature in enumerate(source.getFeatures()):
            if n < len(wanted) and wanted[n]:
                cells = feature.attributes()
                originals[n] = ([cells[index] for index in keep], feature.geometry())
        blobs, cells = self.blobs(frame), rows_of(frame, spec)
        whole = np.zeros(len(frame), bool) if whole is None else np.asarray(whole)
        rows, shapes = [], []
        for feature, more, blob, same in zip(where.tolist(), cells, blobs, whole.tolist()):
            attributes, geometry = originals[feature]
            rows.append([*attributes, *more])
            shapes.append(geometry if same and _one_part(geometry) else blob)
        self._add(sink, fields, rows, shapes, name)
        self._done(name, identity, spec, style)

    def blobs(self, frame) -> list:
        """WKB in the result's CRS; None where there is no geometry."""
        import shapely

        from ...layers.coordinates.crs import transformer

        if "geom" not in frame:
            return [None] * len(frame)
        moved = transformer(self._plane, code_of(self.crs)).transform_geometries(
            frame["geom"].to_numpy(object)
        )
        return shapely.to_wkb(moved).tolist()

    def _add(self, sink, fields, rows, shapes, name) -> None:
        batch, last = [], len(rows)
        for n, (cells, shape) in enumerate(zip(rows, shapes), 1):
            feature = QgsFeature(fields)
            feature.setAttributes(list(cells))
            if isinstance(shape, QgsGeometry):
                feature.setGeometry(_flat(shape))
            elif shape is not None:
                geometry = QgsGeometry()
                geometry.fromWkb(shape)
                feature.setGeometry(geometry)
            batch.append(feature)
            if n % EVERY == 0 or n == last:
                if self._feedback.isCanceled():
                    raise Cancelled
                if not sink.addFeatures(batch, QgsFeatureSink.Flag.FastInsert):
                    raise QgsProcessingException(
                        f"{self._algorithm.writeFeatureError(sink, self._parameters, name)} {sink.lastError()}"
                    )
                batch = []

    def _done(self, name, identity, spec, style) -> None:
        self.results[name] = identity
        self._dress.append((identity, {column: title for column, _, title in spec if title}, style))

    def _sink(self, name, fields, wkb):
        """(sink, identity); (None, None) where nobody wants this output. Raises Cancelled."""
        if self._feedback.isCanceled():
            raise Cancelled
        sink, identity = self._algorithm.parameterAsSink(
            self._parameters, name, self._context, fields, wkb, self.crs
        )
        wanted = self._parameters.get(name)
        if sink is None and wanted not in (None, "") and getattr(wanted, "sink", True):
            raise QgsProcessingException(self._algorithm.invalidSinkError(self._parameters, name))
        if sink is not None:
            self._begun.append(identity)
        return sink, identity

    def discard(self) -> None:
        """After a cancel: half a result must not be taken for a whole one. Files that this run made are removed;
        a table inside another database is left, because the rest of it is not ours."""
        for identity in self._begun:
            path = Path(identity.split("|")[0])
            self._context.takeResultLayer(identity)
            waiting = self._context.layersToLoadOnCompletion()
            waiting.pop(identity, None)
            self._context.setLayersToLoadOnCompletion(waiting)
            if path.is_file() and "|" not in identity:
                beside = [path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal")]
                if path.suffix.lower() == ".shp":  # several files are one layer
                    beside += [path.with_suffix(end) for end in (".shx", ".dbf", ".prj", ".cpg", ".qix")]
                for file in (path, *beside):
                    with contextlib.suppress(OSError):
                        file.unlink()
        self._begun, self._dress, self.results = [], [], {}

    def dress(self, context) -> None:
        """To be called by postProcessAlgorithm, in the main thread."""
        for identity, titles, style in self._dress:
            layer = name_fields(identity, titles, context)
            path = ICONS / f"{style}.qml"
            if layer is not None and layer.isSpatial() and style and path.exists():
                layer.loadNamedStyle(str(path))


def _one_part(geometry: QgsGeometry) -> bool:
    """Whether a piece of the whole section is this very line: parts that the analysis joined are another one."""
    shape = geometry.constGet()
    return shape is not None and shape.partCount() == 1


def _flat(geometry: QgsGeometry) -> QgsGeometry:
    """A line of one part as such, without heights: what the sink is made for."""
    geometry.convertToSingleType()
    shape = geometry.get()
    if shape is not None:
        shape.dropZValue()
        shape.dropMValue()
    return geometry


def rows_of(frame, spec) -> list[tuple]:
    """The rows as attributes: None where empty; lists and dicts as JSON texts."""
    columns = []
    for name, kind, *_ in spec:
        if name not in frame:
            columns.append([None] * len(frame))
            continue
        cells = frame[name].astype(object)
        cells = cells.where(frame[name].notna(), None).tolist()
        if kind == "integer":
            cells = [None if v is None else int(v) for v in cells]
        elif kind in ("double", "exact"):
            cells = [None if v is None else float(v) for v in cells]
        else:
            cells = [v if v is None or isinstance(v, str) else _text(v) for v in cells]
        columns.append(cells)
    return list(zip(*columns)) if columns else [()] * len(frame)


def titles_of(table: str, spec, own: dict[str, str] | None = None):
    """(column, kind, title): titles of the model's table, or one's own."""
    from ...i18n import language
    from ...schema import model

    labels = {field.name: field.label(language()) for field in model().tables[table].columns}
    labels |= own or {}
    return [(name, kind, labels.get(name, "")) for name, kind in spec]


def _text(value) -> str:
    if isinstance(value, (dict, list, tuple)):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def code_of(crs: QgsCoordinateReferenceSystem) -> str:
    return crs.authid() if crs.authid().startswith("EPSG:") else crs.toWkt()
