"""How long the map's project takes to build, to open and to draw for the first time.

    QT_QPA_PLATFORM=offscreen PYTHONPATH=.build/plugins .venv/bin/python -m gunmane.benchmarks.draw

with ``--sections 60000`` and the like for other sizes, or ``--store`` for a store of your own. Prints one line
a step, in seconds. Caches of the operating system are warm; QGIS's own are not.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QSize


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name, size in (
        ("sections", 60_000),
        ("facilities", 100_000),
        ("damages", 50_000),
        ("requests", 30_000),
    ):
        parser.add_argument(f"--{name}", type=int, default=size)
    parser.add_argument("--store", help="draw this store instead of a synthetic one")
    options = parser.parse_args()
    application = QgsApplication([], True)
    application.initQgis()
    with tempfile.TemporaryDirectory() as folder:
        run(options, Path(folder))
    QgsProject.instance().clear()
    application.exitQgis()


def run(options, folder: Path) -> None:
    from ..documents.layout import export_map
    from ..documents.map_project import build_project
    from .synthetic_store import write_store

    store = options.store
    if not store:
        store = folder / "gunmane.gpkg"
        sizes = {name: getattr(options, name) for name in ("sections", "facilities", "damages", "requests")}
        _timed("write the synthetic store", write_store, store, **sizes)
    path = folder / "gunmane.qgz"
    _timed("build the project", build_project, str(store), str(path))
    project = QgsProject.instance()
    _timed("open the project", project.read, str(path))
    whole = QgsRectangle(project.viewSettings().fullExtent())
    for scale in (None, 25_000, 10_000, 2_500):
        name = "draw the whole area" if scale is None else f"draw 1:{scale:,}"
        _timed(name, draw, project, whole, scale)
    _timed("export the A3 sheet as PDF", export_map, project, folder / "map.pdf")


def draw(project: QgsProject, whole: QgsRectangle, scale: int | None) -> QgsMapRendererParallelJob:
    """One picture of 1,600 x 1,000 pixels at 96 dpi, as Desktop's canvas asks for; waits until it is done."""
    settings = QgsMapSettings()
    settings.setDestinationCrs(project.crs())
    settings.setTransformContext(project.transformContext())
    settings.setOutputSize(QSize(1600, 1000))
    settings.setOutputDpi(96)
    settings.setExtent(whole)
    if scale:
        centre, factor = whole.center(), 0.0254 / 96 * scale / 2
        settings.setExtent(
            QgsRectangle(
                centre.x() - 1600 * factor,
                centre.y() - 1000 * factor,
                centre.x() + 1600 * factor,
                centre.y() + 1000 * factor,
            )
        )
    nodes = project.layerTreeRoot().findLayers()
    settings.setLayers([node.layer() for node in nodes if node.isVisible() and node.layer().isSpatial()])
    for flag in ("Antialiasing", "UseRenderingOptimization", "DrawLabeling"):
        settings.setFlag(getattr(Qgis.MapSettingsFlag, flag), True)
    settings.setExpressionContext(project.createExpressionContext())
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return job


def _timed(name: str, call, *values, **options):
    start = time.perf_counter()
    result = call(*values, **options)
    print(f"{time.perf_counter() - start:7.2f} s  {name}", flush=True)
    return result


if __name__ == "__main__":
    main()
