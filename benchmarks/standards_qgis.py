"""QGIS's side of ``benchmarks/standards.py``: the pothole rule as a field-calculator expression, and judging as users
run it, from layer to layer, in the same process.

The expression is what an engineer would write in the field calculator today: one row of the standards (S01), the
level only, no deadlines, no inheritance.
"""

from __future__ import annotations

import functools
import sys
import tempfile
import time
import uuid
from pathlib import Path

import numpy as np
import pandas as pd

POTHOLE = """
CASE WHEN "ft" <> 'F01' OR "dt" <> 'D01' THEN NULL
     WHEN substr("route_key", 8, 2) NOT IN ('C1', 'C2', 'C3', 'X9') THEN NULL
     WHEN "depth_cm" IS NULL THEN 'NJ'
     WHEN "depth_cm" >= 10 THEN 'L3'
     WHEN "depth_cm" >= if(substr("route_key", 8, 2) IN ('C1', 'X9') OR "em" = '1', 4, 5) THEN 'L2'
     WHEN "depth_cm" >= 2 THEN 'L1'
     ELSE 'L0' END
"""
SECTIONS = 60_000


@functools.lru_cache(maxsize=1)
def application():
    """QGIS without a window, Processing, and our provider."""
    from qgis.core import QgsApplication

    QgsApplication.setPrefixPath("/usr", True)
    found = QgsApplication([], True)
    found.initQgis()
    sys.path.append(str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins"))
    from processing.core.Processing import Processing

    Processing.initialize()
    from ..processing_provider.provider import GunmaneProvider

    provider = GunmaneProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    return found, provider


def compare(damages: pd.DataFrame, as_of: str) -> dict[str, float]:
    """CPU seconds of: the expression alone, the field calculator, our algorithm from layer to layer."""
    from qgis import processing

    application()
    with tempfile.TemporaryDirectory() as folder:
        inputs, sections = _files(damages, Path(folder))
        layer = f"{inputs}|layername=damage"
        taken = {"read": _timed(lambda: sum(1 for _ in _layer(layer).getFeatures()))[0]}
        taken["expression"], levels = _timed(lambda: _evaluate(_layer(layer)))
        taken["fieldcalculator"], _ = _timed(
            lambda: processing.run(
                "native:fieldcalculator",
                {
                    "INPUT": layer,
                    "FIELD_NAME": "judge",
                    "FIELD_TYPE": 2,
                    "FORMULA": POTHOLE,
                    "OUTPUT": "memory:",
                },
            )
        )
        taken["judgestandards"], result = _timed(
            lambda: processing.run(
                "gunmane:judgestandards",
                {"INPUT": layer, "SECTIONS": f"{sections}|layername=section", "AS_OF": as_of[:19],
                 "OUTPUT": "memory:"},
            )
        )  # fmt: skip
        taken["same"] = _agreement(levels, result["OUTPUT"])
    return taken


def _evaluate(layer) -> list:
    """The levels by the expression, without writing any."""
    from qgis.core import QgsVectorLayerUtils

    return QgsVectorLayerUtils.getValues(layer, POTHOLE)[0]


def _agreement(levels: list, judged) -> float:
    """Share of the potholes with a depth that S01 alone decided, which the expression judges as we do."""
    from qgis.core import QgsVectorLayerUtils

    def get(name):
        return QgsVectorLayerUtils.getValues(judged, name)[0]

    pairs = [(a, b) for a, b, std in zip(levels, get("judge"), get("std_id")) if std == "S01" and a != "NJ"]
    return sum(a == b for a, b in pairs) / max(len(pairs), 1)


def _layer(source: str):
    from qgis.core import QgsVectorLayer

    return QgsVectorLayer(source, "", "ogr")


def _files(damages: pd.DataFrame, folder: Path) -> tuple[Path, Path]:
    """The damages with all columns of T07, and 60,000 sections of T03, as GeoPackages."""
    import geopandas
    import shapely

    from ..schema import model

    rng = np.random.default_rng(7)
    found = damages.copy()
    count = len(found)
    found["section_id"] = (
        found["route_key"] + ":" + pd.Series(rng.integers(1, 20, count)).astype(str).str.zfill(3)
    )
    found["uuid"] = [str(uuid.UUID(int=n)) for n in range(count)]
    found["raw_json"] = (
        '{"番号": "D1", "発見日": "令和7年4月1日", "施設": "車道", "損傷": "穴", "深さ": "5cm"}'
    )
    ids = found["section_id"].drop_duplicates().head(SECTIONS).to_numpy()
    sections = pd.DataFrame({"section_id": ids, "em": np.where(rng.random(len(ids)) < 0.05, "1", "0")})
    sections["route_key"] = sections["section_id"].str.partition(":")[0]
    for name, top in (("crack_pct", 50), ("rut_mm", 60), ("sigma_mm", 8), ("iri", 9)):
        sections[name] = rng.random(len(ids)) * top
    paths = []
    for name, frame, shapes in (
        ("damage", found, shapely.points(rng.random((count, 2)) * 3e4)),
        ("section", sections, _lines(rng.random((len(ids), 2)) * 3e4)),
    ):
        for own in model().tables[name].columns:
            if own.name not in frame:
                frame[own.name] = None
        path = folder / f"{name}.gpkg"
        table = geopandas.GeoDataFrame(frame, geometry=shapes, crs="EPSG:6677")
        table.to_file(path, layer=name, engine="pyogrio")
        paths.append(path)
    return paths[0], paths[1]


def _lines(starts: np.ndarray):
    import shapely

    return shapely.linestrings(np.stack([starts, starts + (50, 20), starts + (90, 0)], axis=1))


def _timed(job):
    start = time.process_time()
    result = job()
    return time.process_time() - start, result
