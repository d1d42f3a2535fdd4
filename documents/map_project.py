"""The map's project with its print layout: what ``gunmane:loadunifiedmap`` and the menu make."""

from __future__ import annotations

import datetime

from qgis.core import QgsProject

from ..layers import project as layer_tree
from .layout import add_layout


def build_project(
    store_path: str,
    project_path: str,
    feedback=None,
    language: str = "ja",
    as_of: datetime.date | None = None,
) -> QgsProject:
    """``layers.project.build_project`` with the A3 sheet inside; ``as_of`` is the day that the sheet states."""

    def finish(project: QgsProject) -> None:
        add_layout(project, as_of=as_of, language=language)

    return layer_tree.build_project(store_path, project_path, feedback, language, finish)


def fill_project(
    project: QgsProject,
    store_path: str,
    feedback=None,
    language: str = "ja",
    as_of: datetime.date | None = None,
) -> QgsProject:
    """The same into an open project."""

    def finish(filled: QgsProject) -> None:
        add_layout(filled, as_of=as_of, language=language)

    return layer_tree.fill_project(project, store_path, feedback, language, finish)
