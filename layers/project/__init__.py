"""The one map: a QGIS project made from a store.

``build_project`` writes a ``.qgz``; ``fill_project`` puts the same layers into a project that is open. Both
touch a QgsProject, so call them on the main thread (``FlagNoThreading``). The print layout belongs to another
room: ``documents.map_project`` has the same two functions with it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import Qgis, QgsProject

from ... import i18n
from ...i18n import tr
from ..errors import GunmaneError
from . import sources
from .catalogue import plan
from .forms import dress
from .furniture import furnish
from .relations import join_route_names, relate
from .styling import apply_style
from .tree import place


def build_project(
    store_path: str,
    project_path: str,
    feedback=None,
    language: str = "ja",
    finish: Callable[[QgsProject], None] | None = None,
) -> QgsProject:
    """Write the project of a store to ``project_path`` (.qgz or .qgs) with relative paths, and return it.

    ``finish`` may add to the project before it is written, in ``language``. Raises GunmaneError E-NOSTORE where
    there is no store, E-NOTSTORE where the file is not one, E-WRITE where the project cannot be written.
    """
    project = QgsProject()
    project.setFileName(str(project_path))
    fill_project(project, store_path, feedback, language, finish)
    Path(project_path).parent.mkdir(parents=True, exist_ok=True)
    if not project.write(str(project_path)):
        raise GunmaneError(
            tr("The project cannot be written: {reason}", reason=project.error() or str(project_path)),
            code="E-WRITE",
            file=str(project_path),
            remedy=tr(
                "Choose a folder that you may write to, and close the project if it is open elsewhere."
            ),
        )
    return project


def fill_project(
    project: QgsProject,
    store_path: str,
    feedback=None,
    language: str = "ja",
    finish: Callable[[QgsProject], None] | None = None,
) -> QgsProject:
    """Put the store's layers, styles, forms, relations, bookmarks and themes into ``project``.

    Every layer opens the store itself; nothing is copied, and the petitioners' file is never opened.
    """
    with i18n.speaking(language):
        store = sources.survey(store_path)
        project.setFilePathStorage(Qgis.FilePathType.Relative)
        project.setCrs(store.crs)
        made = []
        specs = plan(store)
        for number, spec in enumerate(specs):
            if feedback is not None:
                if feedback.isCanceled():
                    return project
                feedback.setProgress(80.0 * number / len(specs))
            layer = sources.open_layer(store, spec)
            apply_style(layer, spec, store, language)
            made.append((spec, layer))
        place(project, made)
        relations = relate(project, made)
        join_route_names(made)
        for spec, layer in made:
            dress(layer, spec, store, made, relations, language)
        furnish(project, made, store, language)
        if finish is not None:
            finish(project)
        if feedback is not None:
            feedback.setProgress(100)
    return project
