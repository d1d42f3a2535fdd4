"""QGIS's side of ``benchmarks/priority.py``: the same list by its native tools, and ranking as users run it, from layer
to layer, in the same process.

The chain is what an engineer would build in the model designer today: the nearest section, school, bus and emergency
line and place are joined one after the other (join attributes by nearest), the score is a field-calculator expression,
the rank an incremental field in its order. Repeated requests have no tool there and count 0; what is overdue, the
levels and the responses are given to it as fields. No bands, no reasons, no order among equals.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import numpy as np

from .standards_qgis import application

PLANE = "EPSG:6677"
# (prefix, layer, fields, metres): one join each.
JOINS = (
    ("s_", "section", ["em", "adt", "speed_kmh", "is_school", "is_bus"], 20),
    ("sr_", "SR", ["kind"], 10),
    ("br_", "BR", ["kind"], 10),
    ("er_", "ER", ["em"], 10),
    ("poi_", "POI", ["kind"], 300),
)
SCORE = """
with_variable('adt', coalesce("s_adt", 2000),
with_variable('em', min(coalesce(to_int(nullif(coalesce("em", "s_em"), '0')), 9),
    coalesce(to_int(nullif("er_em", '0')), 9)),
with_variable('school', coalesce("s_is_school", 0) = 1 OR "sr_kind" IS NOT NULL,
with_variable('base', CASE
    WHEN "dt" IN ('D06', 'D12', 'D17') OR ("dt" = 'D08' AND "ft" IN ('F05', 'F08')) THEN 4
    WHEN "dt" IN ('D01', 'D05', 'D07', 'D18', 'D22') OR ("dt" = 'D08' AND "ft" IN ('F07', 'F16', 'F19')) THEN 3
    WHEN "dt" IN ('D02', 'D03', 'D04', 'D08', 'D09', 'D10', 'D11', 'D13', 'D14', 'D16') THEN 2 ELSE 1 END,
with_variable('i', max(1, min(5, @base + if("judge" = 'L3', 1, 0) - if("judge" = 'L0', 1, 0)
    + if(coalesce("s_speed_kmh", 0) >= 50 OR @em < 9, 1, 0))),
with_variable('p0', max(1, min(5, CASE WHEN @adt >= 10000 THEN 5 WHEN @adt >= 5000 THEN 4 WHEN @adt >= 2000 THEN 3
    WHEN @adt >= 500 THEN 2 ELSE 1 END + if("position" IN ('車輪通過部', '歩道'), 1, 0) - if("position" = '路肩', 1, 0)
    + if("judge" = 'L3', 1, 0))),
with_variable('p', if(@school AND "ft" IN ('F02', 'F04', 'F05', 'F12', 'F15', 'F19'), max(3, @p0), @p0),
round(60 * sqrt(@i * @p / 25) + 40 * (20 * @school
    + 15 * CASE WHEN @em = 1 THEN 1 WHEN @em = 2 THEN 0.7 WHEN @em = 3 THEN 0.4 ELSE 0 END
    + 15 * min(1, @adt / 10000) + 15 * "overdue"
    + 10 * (coalesce("s_is_bus", 0) = 1 OR "br_kind" IS NOT NULL) + 10 * ("poi_kind" IS NOT NULL)) / 100, 2))))))))
"""


def compare(damages, judged, ranking, layers, as_of: str) -> dict[str, float]:
    """CPU seconds of the chain's steps and of our algorithm from layer to layer; ``rows``: how many the chain has (ties
    double them), ``same``: share of scores that agree where the chain could know everything."""
    from qgis import processing

    application()
    with tempfile.TemporaryDirectory() as folder:
        paths = _files(damages, judged, ranking, layers, Path(folder))
        taken = {}
        current = paths["damage"]
        for prefix, name, fields, metres in JOINS:
            wanted = {"INPUT": current, "INPUT_2": paths[name], "FIELDS_TO_COPY": fields, "PREFIX": prefix,
                      "NEIGHBORS": 1, "MAX_DISTANCE": metres, "OUTPUT": "memory:"}  # fmt: skip
            taken[f"join {name}"], found = _timed(lambda w=wanted: processing.run("native:joinbynearest", w))
            current = found["OUTPUT"]
        wanted = {
            "INPUT": current,
            "FIELD_NAME": "score",
            "FIELD_TYPE": 0,
            "FORMULA": SCORE,
            "OUTPUT": "memory:",
        }
        taken["score"], found = _timed(lambda: processing.run("native:fieldcalculator", wanted))
        current = found["OUTPUT"]
        order = {"INPUT": current, "FIELD_NAME": "rank", "START": 1, "GROUP_FIELDS": [], "OUTPUT": "memory:",
                 "SORT_EXPRESSION": '"score"', "SORT_ASCENDING": False}  # fmt: skip
        taken["rank"], found = _timed(lambda: processing.run("native:addautoincrementalfield", order))
        chain = sum(taken.values())
        same, rows = _agreement(found["OUTPUT"], ranking)
        ours = {"INPUT": paths["damage"], "SECTIONS": paths["section"], "REFERENCE": paths["reference"],
                "REQUESTS": paths["request"], "AS_OF": as_of[:10], "OUTPUT": "memory:"}  # fmt: skip
        prioritize, _ = _timed(lambda: processing.run("gunmane:prioritize", ours))
    return {**taken, "chain": chain, "prioritize": prioritize, "same": same, "rows": rows}


def _agreement(layer, ranking) -> tuple[float, int]:
    """Of the damages without repeats whose traffic is known, whether the chain's score is ours."""
    from qgis.core import QgsVectorLayerUtils

    uuids = QgsVectorLayerUtils.getValues(layer, "uuid")[0]
    scores = dict(zip(uuids, QgsVectorLayerUtils.getValues(layer, "score")[0]))
    frame = ranking.frame
    names = ranking.judged.prepared.frame["uuid"].to_numpy()
    plain = ((frame["rank"] > 0) & (frame["repeats"] == 0) & ~frame["p_assumed"]).to_numpy()
    own = frame["score"].to_numpy()[plain]
    theirs = np.array([scores.get(name, np.nan) for name in names[plain]], float)
    return float((np.abs(own - theirs) < 0.011).mean()), len(uuids)


def _files(damages, judged, ranking, layers, folder: Path) -> dict[str, str]:
    """GeoPackages of the judged damages, sections, requests and every layer of surroundings."""
    import geopandas
    import pandas as pd

    from ..analysis.standards import columns

    own = damages.drop(columns="geom").reset_index(drop=True)
    head = judged.frame[["level", "std_id", "measure", "value", "threshold", "rs_tmp", "rs_perm", "transfer"]]
    own = own.drop(columns=[name for name in head if name in own]).join(
        head.rename(columns={"level": "judge"})
    )
    for name in ("due_tmp", "due_perm"):
        own[name] = columns.iso(judged.frame[name].to_numpy(columns.SECOND))
    own["overdue"] = ranking.basis.factors[4]
    own["transfer"] = own["transfer"].astype(int)
    for name in own:
        if own[name].dtype.kind == "M":
            own[name] = columns.iso(own[name].to_numpy(columns.SECOND))
    references = layers.references
    tables = {
        "damage": own.assign(geom=damages["geom"].to_numpy()),
        "section": layers.sections,
        "reference": references,
        "request": layers.requests.assign(
            received_at=columns.iso(layers.requests["received_at"].to_numpy(columns.SECOND))
        ),
        **{kind: references[references["kind"] == kind] for kind in ("SR", "BR", "ER")},
        "POI": references[references["kind"].isin(["HO", "SH", "SC"])],
    }
    paths = {}
    for name, table in tables.items():
        path = folder / f"{name}.gpkg"
        table = pd.DataFrame(table)
        made = geopandas.GeoDataFrame(
            table.drop(columns="geom"), geometry=table["geom"].to_numpy(), crs=PLANE
        )
        made.to_file(path, layer=name, engine="pyogrio")
        paths[name] = f"{path}|layername={name}"
    return paths


def _timed(job):
    start = time.process_time()
    result = job()
    return time.process_time() - start, result
