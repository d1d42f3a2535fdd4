"""Real road networks as if several cities had drawn them: cut at borders, ends moved, numbers by a rule.

    liechtenstein(root, seed=1, misfit_m=8)   # 5,736 sections, 11 communes
    ube(root, seed=1, misfit_m=8)             # 11,507 sections, a bent grid of cities
    gridded(path, crs, seed=1, misfit_m=8)    # any file of lines with a highway column

``root`` is the folder of road files (``roads_folder()``: $GUNMANE_ROADS, or ../shared/data/roads beside the
checkout; None where absent). © OpenStreetMap contributors, ODbL. Truth: the cuts. Roads that cross a border at an
existing node (a real junction on the border) are right to be joined but only the straight ones are demanded.
"""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pandas as pd
import pyogrio
import pyproj
import shapely
from shapely.ops import linemerge

from .areas_base import smooth_field
from .areas_drawing import Area, Extra, cut, finish, shake

RANK_OF_HIGHWAY = {
    "motorway": 0, "trunk": 0, "primary": 1, "secondary": 2, "tertiary": 3, "unclassified": 4, "residential": 4,
    "living_street": 4, "service": 4, "pedestrian": 4, "busway": 4, "track": 5, "path": 5, "footway": 5,
}  # fmt: skip
CRS = {"liechtenstein": "EPSG:2056", "ube": "EPSG:6671"}
GRID = (4, 3)  # cities over Ube


def roads_folder() -> Path | None:
    """Where the real networks lie, or None."""
    places = [Path(os.environ["GUNMANE_ROADS"])] if "GUNMANE_ROADS" in os.environ else []
    root = Path(__file__).resolve().parents[1]
    places += [root.parent / "shared" / "data" / "roads", root / "shared" / "data" / "roads"]
    return next((place for place in places if (place / "liechtenstein_roads.gpkg").exists()), None)


def liechtenstein(root: Path, seed: int, misfit_m: float) -> Area:
    """The country cut at its communes' borders."""
    path = root / "liechtenstein_roads.gpkg"
    edges = _edges(path, "roads", CRS["liechtenstein"])
    communes = _read(path, "communes", CRS["liechtenstein"])
    return _as_cities(edges, communes["geom"].to_numpy(), seed, misfit_m)


def ube(root: Path, seed: int, misfit_m: float) -> Area:
    """The city cut by a bent grid of twelve."""
    return gridded(root / "ube_roads.gpkg", CRS["ube"], seed, misfit_m)


def gridded(path: Path, crs: str, seed: int, misfit_m: float, layer: str = "roads") -> Area:
    """A network cut by a bent grid of twelve cities; ``crs``: the projected CRS to work in."""
    edges = _edges(path, layer, crs)
    x0, y0, x1, y1 = shapely.total_bounds(edges["geom"].to_numpy())
    rng = np.random.default_rng([seed, 77])
    x, y = (np.linspace(a - 300, b + 300, n + 1) for a, b, n in ((x0, x1, GRID[0]), (y0, y1, GRID[1])))
    boxes = np.array(
        [shapely.box(x[i], y[j], x[i + 1], y[j + 1]) for i in range(GRID[0]) for j in range(GRID[1])]
    )
    net = shapely.segmentize(shapely.union_all(shapely.boundary(boxes)), 50.0)
    warp = smooth_field(rng)
    net = shapely.union_all(shapely.transform(net, lambda xy: np.round(xy + warp(xy), 3)))
    cells = shapely.get_parts(shapely.polygonize(shapely.get_parts(net)))
    return _as_cities(edges, cells, seed, misfit_m)


def _read(path, layer, crs) -> pd.DataFrame:
    meta, _, geometry, fields = pyogrio.raw.read(path, layer=layer)
    table = pd.DataFrame(dict(zip(meta["fields"], fields)))
    move = pyproj.Transformer.from_crs(meta["crs"], crs, always_xy=True)
    geoms = shapely.force_2d(shapely.from_wkb(geometry))
    table["geom"] = shapely.transform(geoms, lambda xy: np.column_stack(move.transform(xy[:, 0], xy[:, 1])))
    return table


def _edges(path, layer, crs) -> pd.DataFrame:
    """Edges with attributes of our schema from OpenStreetMap's tags; u, v by coordinates of the ends."""
    table = _read(path, layer, crs)
    table["geom"] = [linemerge(g) if g.geom_type != "LineString" else g for g in table["geom"]]
    table = table[[g.geom_type == "LineString" and g.length > 0 for g in table["geom"]]].reset_index(
        drop=True
    )
    ends = np.vstack(
        [shapely.get_coordinates(shapely.get_point(table["geom"].to_numpy(), k)) for k in (0, -1)]
    )
    _, node = np.unique(np.round(ends, 2), axis=0, return_inverse=True)
    n = len(table)
    highway = table["highway"].astype(str).str.split(",").str[0].str.replace("_link", "", regex=False)
    name, ref = (table[c] if c in table else pd.Series([None] * n) for c in ("name", "ref"))
    label = name.where(name.notna(), ref)
    lone = pd.Series(np.arange(n).astype(str)).radd("#")
    rank = highway.map(RANK_OF_HIGHWAY).fillna(4).astype(int)
    way = table["oneway"].astype(str).str.lower() if "oneway" in table else pd.Series([""] * n)
    bridge = table["bridge"].notna().to_numpy() if "bridge" in table else np.zeros(n, bool)
    tunnel = table["tunnel"].notna().to_numpy() if "tunnel" in table else np.zeros(n, bool)
    return pd.DataFrame(
        {
            "u": node[:n], "v": node[n:], "geom": table["geom"],
            "road": pd.factorize(label.where(label.notna(), lone).astype(str) + "|" + rank.astype(str))[0],
            "rank": rank,
            "oneway": np.select([way.isin(["yes", "true", "1.0"]), way == "-1"], [1.0, -1.0], np.nan),
            "grade": np.where(bridge, 1.0, np.where(tunnel, -1.0, 0.0)), "bridge": bridge,
        }
    )  # fmt: skip


def _as_cities(edges, cells, seed, misfit_m) -> Area:
    rng = np.random.default_rng([seed, len(edges)])
    drawn, cuts = cut(edges, cells, next_place=int(edges[["u", "v"]].to_numpy().max()) + 1)
    drawn["geom"] = shake(drawn, cuts, misfit_m, rng)
    return finish(
        drawn, np.asarray(cells, dtype=object), Extra(turns=dict(zip(cuts["place"], cuts["turn"]))), rng
    )
