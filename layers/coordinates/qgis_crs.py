"""The same promise inside QGIS: no transformation that shifts nothing between different datums.

Public: ``safe_qgis_transform``, ``pin_operation``. Unified model, section 3.7. QGIS takes PROJ's ballpark
operation from Tokyo datum to JGD2011 without a word (461 m off), also when it draws a layer in a project of
another CRS. So a known chain by way of JGD2000 or WGS 84 is composed and put into the transform context.
"""

from __future__ import annotations

from ...i18n import tr
from ..errors import GunmaneError
from .crs import GEOGRAPHIC, accepted, friendly_name

# Tried in this order: JGD2000 has the only operation from Tokyo datum that needs no grid file.
_BY_WAY_OF = ("JGD2000", "WGS 84", "JGD2011")


def safe_qgis_transform(source, target, context=None):
    """A QgsCoordinateTransform that uses a known operation only.

    ``source``, ``target``: QgsCoordinateReferenceSystem or text; ``context``: QgsCoordinateTransformContext
    (left as it is) or None. Raises GunmaneError E-BALLPARK where no operation is known, E-CRS for a CRS that
    cannot be read.
    """
    from qgis.core import QgsCoordinateTransform, QgsCoordinateTransformContext

    context = QgsCoordinateTransformContext(context or QgsCoordinateTransformContext())
    source, target = _crs(source), _crs(target)
    pin_operation(source, target, context)
    return QgsCoordinateTransform(source, target, context)


def pin_operation(source, target, context) -> float:
    """Make ``context`` use a known operation from source to target; returns its accuracy in metres.

    Nothing is pinned where QGIS's own choice is known to be right. A project that shows a layer on Tokyo
    datum needs this in its transform context. Raises as ``safe_qgis_transform``.
    """
    from qgis.core import QgsCoordinateTransform

    source, target = _crs(source), _crs(target)
    if source == target or source.toGeographicCrs() == target.toGeographicCrs():
        return 0.0
    chosen = QgsCoordinateTransform(source, target, context)
    details = chosen.instantiatedCoordinateOperationDetails()
    if _known(details):
        return details.accuracy
    best = _direct(source, target)
    for datum in _BY_WAY_OF:
        middle = _crs(f"EPSG:{GEOGRAPHIC[datum]}")
        first, second = _direct(source, middle), _direct(middle, target)
        if first is None or second is None:
            continue
        accuracy = max(first[1], second[1])
        if best is None or accuracy < best[1]:
            best = (_joined(first[0], second[0]), accuracy)
    if best is None or not context.addCoordinateOperation(source, target, best[0], False):
        raise GunmaneError(
            tr(
                "QGIS knows no reliable transformation from {start} to {end}; a rough one would move "
                "everything by hundreds of metres without a word.",
                start=_name(source),
                end=_name(target),
            ),
            code="E-BALLPARK",
            remedy=tr("State the coordinate system in the profile, or convert the file in another program."),
        )
    return best[1]


def _direct(source, target) -> tuple[str, float] | None:
    """(pipeline, accuracy) of the best operation that this machine can carry out, or None."""
    from qgis.core import QgsCoordinateTransform, QgsCoordinateTransformContext, QgsDatumTransform

    if source == target:
        return "+proj=noop", 0.0
    if source.toGeographicCrs() == target.toGeographicCrs():
        plain = QgsCoordinateTransform(source, target, QgsCoordinateTransformContext())
        return plain.instantiatedCoordinateOperationDetails().proj, 0.0
    # QGIS lists the operation that suits the whole area first; a better figure may belong to another country.
    for details in QgsDatumTransform.operations(source, target):
        if details.isAvailable and _known(details):
            return details.proj, details.accuracy
    return None


def _known(details) -> bool:
    return details.accuracy >= 0 and "ballpark" not in details.name.lower()


def _joined(first: str, second: str) -> str:
    steps = [_steps(pipeline) for pipeline in (first, second)]
    return " ".join(["+proj=pipeline", *(step for step in steps if step)]) if any(steps) else "+proj=noop"


def _steps(pipeline: str) -> str:
    if pipeline.strip() == "+proj=noop":
        return ""
    if pipeline.startswith("+proj=pipeline"):
        return pipeline[len("+proj=pipeline") :].strip()
    return f"+step {pipeline}"


def _crs(crs):
    from qgis.core import QgsCoordinateReferenceSystem

    if isinstance(crs, QgsCoordinateReferenceSystem):
        found = crs
    else:
        info = accepted(crs)
        found = (
            QgsCoordinateReferenceSystem(info.code)
            if info.code.startswith("EPSG:")
            else QgsCoordinateReferenceSystem.fromWkt(info.code)
        )
    if not found.isValid():
        raise GunmaneError(
            tr("QGIS cannot read this coordinate system: {text}", text=str(crs)[:80]), code="E-CRS"
        )
    return found


def _name(crs) -> str:
    return friendly_name(crs.authid() or crs.toWkt())
