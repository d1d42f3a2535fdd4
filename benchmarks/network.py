"""How fast borders are linked and through routes built, beside momepy's strokes and QGIS's own tools in the same run.

    PYTHONPATH=.build/plugins .venv/bin/python -m gunmane.benchmarks.network [--sizes 6000,60000,600000]
        [--real liechtenstein,ube,liege_1656,slc_4881] [--momepy python-of-an-environment-with-momepy-and-pyarrow]
        [--momepy-cases 6000,liechtenstein] [--qgis 6000]

CPU seconds of all threads apart from reading and writing (peers: the same, of their own process), megabytes at the
peak of a process of its own, a log-log fit of the growth, and how often momepy continues the same pairs at a node.
Peers get the joined network (momepy) or the roads as drawn (QGIS: ends snapped to ends within 15 m, then split with
themselves). momepy wants numpy 2, so it lives in an environment of its own (``--momepy``, or $GUNMANE_MOMEPY); without
one its columns stay empty. Exit code 1 where a target is missed: 60,000 in 1 s, 600,000 in 15 s and 4 GB.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd
import pyogrio
import shapely

from . import cutting
from .areas import area

CRS = "EPSG:6677"
REAL_CRS = {
    "liechtenstein": "EPSG:2056",
    "ube": "EPSG:6671",
    "liege_1656": "EPSG:32631",
    "slc_4881": "EPSG:32612",
}
MISFIT_M = 8.0
TARGETS = {60_000: (1.0, None), 600_000: (15.0, 4096)}  # CPU seconds of linking and routes, MB
LIMIT_S = 600  # of a peer

MOMEPY = """
import json, sys, time, warnings
warnings.simplefilter("ignore")
import geopandas, momepy
lines = geopandas.read_file(sys.argv[1])
begin, clock = time.process_time(), time.time()
coins = momepy.COINS(lines, angle_threshold=120)
labels = coins.stroke_attribute()
print(json.dumps({"s": time.process_time() - begin, "wall": time.time() - clock, "strokes": int(labels.nunique()),
                  "piece": [int(v) for v in lines["piece"]], "label": [int(v) for v in labels]}))
"""
PARQUET = """
import sys, geopandas
lines = geopandas.read_parquet(sys.argv[1])
lines["highway"] = [v[0] if isinstance(v, (list, tuple)) or hasattr(v, "tolist") else v for v in lines["highway"]]
lines[["highway", lines.geometry.name]].to_file(sys.argv[2], layer="roads", driver="GPKG")
"""
QGIS = """
import json, sys, time
from qgis.core import QgsApplication, QgsVectorLayer
app = QgsApplication([], False)
app.initQgis()
sys.path += [QgsApplication.pkgDataPath() + "/python/plugins", "/usr/share/qgis/python/plugins"]
from processing.core.Processing import Processing
import processing
from qgis.core import QgsFeatureRequest, QgsProcessingContext
Processing.initialize()
context = QgsProcessingContext()
context.setInvalidGeometryCheck(QgsFeatureRequest.GeometryNoCheck)  # it makes zero-length lines of short ones
roads = QgsVectorLayer(sys.argv[1], "roads", "ogr")
begin = time.process_time()
snapped = processing.run("native:snapgeometries", {"INPUT": roads, "REFERENCE_LAYER": roads, "TOLERANCE": 15,
                         "BEHAVIOR": 6, "OUTPUT": "TEMPORARY_OUTPUT"}, context=context)["OUTPUT"]
middle = time.process_time()
split = processing.run("native:splitwithlines", {"INPUT": snapped, "LINES": snapped, "OUTPUT": "TEMPORARY_OUTPUT"},
                       context=context)
done = time.process_time()
ends = {}
for feature in snapped.getFeatures():
    line = feature.geometry()
    line = line.asMultiPolyline()[0] if line.isMultipart() else line.asPolyline()
    ends[feature["section"]] = [line[0].x(), line[0].y(), line[-1].x(), line[-1].y()] if line else None
print(json.dumps({"snap": middle - begin, "split": done - middle, "pieces": split["OUTPUT"].featureCount(),
                  "ends": ends}))
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default="6000,60000,600000")
    parser.add_argument("--real", default="liechtenstein,ube,liege_1656,slc_4881")
    parser.add_argument("--momepy", default=os.environ.get("GUNMANE_MOMEPY", ""))
    parser.add_argument("--momepy-cases", default="6000,60000,liechtenstein,ube")
    parser.add_argument("--qgis", default="6000", help="cases that QGIS's tools run on")
    parser.add_argument("--one", help=argparse.SUPPRESS)  # a case, in a process of its own
    options = parser.parse_args()
    if options.one:
        print(json.dumps(_one(options)))
        return 0
    rows = []
    print(
        "| case | sections | linking s | routes s | both s | MB | momepy s | times | same pairs | QGIS snap s "
        "| split s |"
    )
    print("|---" * 11 + "|")
    for case in [*_list(options.sizes), *_list(options.real)]:
        command = [sys.executable, "-W", "ignore", "-m", "gunmane.benchmarks.network", "--one", case]
        command += [
            "--momepy",
            options.momepy,
            "--momepy-cases",
            options.momepy_cases,
            "--qgis",
            options.qgis,
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            print(f"| {case} | {(done.stderr.strip().splitlines() or ['failed'])[-1]} |")
            continue
        row = json.loads(done.stdout.strip().splitlines()[-1])
        rows.append(row)
        print(_line(row), flush=True)
    _growth([row for row in rows if row["case"].isdigit()])
    return int(any(_missed(row) for row in rows))


def _list(text):
    return [part for part in text.split(",") if part]


def _one(options) -> dict:
    from ..analysis.routes import RouteOptions, build_routes
    from .network_score import judge, link

    build_routes(link(area(20, 1, 4.0, "dual")).network)  # everything is imported and warm
    case = _case(options.one, options.momepy)
    joined, linking = _timed(lambda: link(case))
    _, routing = _timed(lambda: build_routes(joined.network, joined.links, cities=case.cities))
    out = {"case": options.one, "sections": len(case.roads), "link": linking, "routes": routing}
    out["mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # before any peer's data
    score = judge(case, joined)
    out |= {"precision": score.precision, "recall": score.recall}
    crs = REAL_CRS.get(options.one, CRS)
    with tempfile.TemporaryDirectory() as folder:
        if options.momepy and options.one in _list(options.momepy_cases):
            plain = build_routes(
                joined.network, options=RouteOptions(numbers=False, keep_sections=False, bearing_m=0.0)
            )
            out |= _momepy(joined.network, plain, options.momepy, Path(folder), crs)
        if options.one in _list(options.qgis):
            out |= _qgis(case, Path(folder), crs)
    return out


def _case(name, python):
    if name.isdigit():
        return area(int(name), 1, MISFIT_M)
    root = cutting.roads_folder()
    if root is None:
        raise SystemExit("the real networks are absent")
    if name in ("liechtenstein", "ube"):
        return getattr(cutting, name)(root, 1, MISFIT_M)
    with tempfile.TemporaryDirectory() as folder:  # parquet is read where there is pyarrow
        target = Path(folder) / f"{name}.gpkg"
        subprocess.run(
            [python or sys.executable, "-c", PARQUET, str(root / f"{name}.parquet"), str(target)], check=True
        )
        return cutting.gridded(target, REAL_CRS[name], 1, MISFIT_M)


def _timed(job):
    begin = time.process_time()
    result = job()
    return result, time.process_time() - begin


def _write(path, geoms, columns, crs):
    pyogrio.raw.write(
        path, shapely.to_wkb(geoms), list(columns.values()), list(columns), layer="lines", driver="GPKG",
        geometry_type="LineString", crs=crs,
    )  # fmt: skip


def _momepy(network, plain, python, folder, crs) -> dict:
    """momepy's strokes on the joined network, whose ends stand at their nodes; how many pairs are the same."""
    own = network[network["twin_of"].isna()].reset_index(drop=True)
    place = _node_places(own)
    geoms = [
        _between(g, place[a], place[b]) for g, a, b in zip(own["geom"], own["node_from"], own["node_to"])
    ]
    _write(folder / "joined.gpkg", np.array(geoms, dtype=object), {"piece": np.arange(len(own))}, crs)
    try:
        done = subprocess.run(
            [python, "-c", MOMEPY, str(folder / "joined.gpkg")],
            capture_output=True,
            text=True,
            timeout=LIMIT_S,
            check=True,
        )
    except subprocess.TimeoutExpired:
        return {"momepy": None}
    except subprocess.CalledProcessError as error:
        return {"momepy_error": error.stderr.strip().splitlines()[-1]}
    told = json.loads(done.stdout.strip().splitlines()[-1])
    label = pd.Series(told["label"], index=told["piece"]).reindex(range(len(own))).to_numpy()
    theirs = _pairs_of_labels(own, label)
    ours = _pairs_of(own, plain.pairs)
    both = len(ours & theirs)
    return {
        "momepy": told["s"],
        "same": both / max(len(ours | theirs), 1),
        "pairs": [len(ours), len(theirs), both],
    }


def _node_places(network):
    ends = {}
    for column, k in (("node_to", -1), ("node_from", 0)):
        xy = shapely.get_coordinates(shapely.get_point(network["geom"].to_numpy(), k))
        ends.update(zip(network[column], map(tuple, xy)))
    return ends


def _between(line, start, end):
    xy = shapely.get_coordinates(line).copy()
    xy[0], xy[-1] = start, end
    return shapely.linestrings(xy)


def _pairs_of_labels(network, label):
    """Pairs of pieces of one stroke at a node, where just two of its ends meet there."""
    ends = pd.DataFrame(
        {
            "piece": np.tile(np.arange(len(network)), 2),
            "node": np.concatenate([network["node_from"], network["node_to"]]),
            "label": np.tile(label, 2),
        }
    )
    group = ends.groupby(["node", "label"])["piece"]
    table = group.agg(["min", "max", "size"])
    table = table[(table["size"] == 2) & (table["min"] != table["max"])].reset_index()
    return set(zip(table["node"].astype(int), table["min"], table["max"]))


def _pairs_of(network, pairs):
    number = {key: k for k, key in enumerate(zip(network["section"], network["part"]))}
    a = [number.get(key, -1) for key in zip(pairs["section_a"], pairs["part_a"])]
    b = [number.get(key, -1) for key in zip(pairs["section_b"], pairs["part_b"])]
    return {
        (int(n), min(x, y), max(x, y)) for n, x, y in zip(pairs["node"], a, b) if x != y and min(x, y) >= 0
    }


def _qgis(case, folder, crs) -> dict:
    """QGIS's snapping and splitting on the roads as drawn; the share of demanded pairs whose ends then coincide."""
    roads = case.roads
    _write(
        folder / "roads.gpkg", roads["geom"].to_numpy(), {"section": roads["section"].to_numpy(object)}, crs
    )
    try:
        done = subprocess.run(
            [sys.executable, "-c", QGIS, str(folder / "roads.gpkg")],
            capture_output=True, text=True, timeout=LIMIT_S, check=True,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return {"snap": None}
    except subprocess.CalledProcessError as error:
        return {"qgis_error": (error.stderr.strip().splitlines() or [str(error.returncode)])[-1]}
    told = json.loads(next(t for t in reversed(done.stdout.splitlines()) if t.startswith("{")))
    spot = {}
    for section, xy in told["ends"].items():
        if xy:
            spot[section, "始点"], spot[section, "終点"] = (
                tuple(np.round(xy[:2], 6)),
                tuple(np.round(xy[2:], 6)),
            )
    must = case.truth.joins[case.truth.joins["must"]]
    met = [
        spot.get((a, ea)) == spot.get((b, eb), 0) for a, ea, b, eb in must.iloc[:, :4].itertuples(index=False)
    ]
    apart = case.truth.apart.iloc[:, :4].itertuples(index=False)
    over = sum(spot.get((a, ea)) == spot.get((b, eb), 0) for a, ea, b, eb in apart)
    return {
        "snap": told["snap"],
        "split": told["split"],
        "snap_recall": float(np.mean(met)),
        "snap_over_river": int(over),
    }


def _line(row) -> str:
    both = row["link"] + row["routes"]
    cells = [
        row["case"],
        f"{row['sections']:,}",
        f"{row['link']:.2f}",
        f"{row['routes']:.2f}",
        f"{both:.2f}",
        f"{row['mb']:.0f}",
    ]
    if row.get("momepy"):
        cells += [
            f"{row['momepy']:.1f}",
            f"{row['momepy'] / row['routes']:.0f} / {row['momepy'] / both:.0f}",
            f"{row['same']:.3f}",
        ]
    else:
        cells += [row.get("momepy_error", "> 600" if "momepy" in row else "–"), "–", "–"]
    if row.get("snap"):
        cells += [
            f"{row['snap']:.1f} (joins {row['snap_recall']:.3f}, over a river {row['snap_over_river']})",
            f"{row['split']:.1f}",
        ]
    else:
        cells += [row.get("qgis_error", "> 600" if "snap" in row else "–"), "–"]
    return "| " + " | ".join(cells) + " |"


def _growth(rows):
    if len(rows) < 2:
        return
    n = np.log([row["sections"] for row in rows])
    for name in ("link", "routes"):
        slope = np.polyfit(n, np.log([row[name] for row in rows]), 1)[0]
        print(f"\n{name}: grows as n^{slope:.2f}")


def _missed(row) -> bool:
    seconds, most = TARGETS.get(int(row["case"]) if row["case"].isdigit() else 0, (None, None))
    return bool(
        (seconds is not None and row["link"] + row["routes"] > seconds)
        or (most is not None and row["mb"] > most)
    )


if __name__ == "__main__":
    sys.exit(main())
