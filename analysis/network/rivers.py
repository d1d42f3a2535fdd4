"""Water between two ends, and the bridges that carry a road over it."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely

from .neighbours import measurable
from .options import Options
from .reading import Strands


class Water:
    """Rivers (lines or polygons) and bridges: the given ones, and sections that are bridges themselves."""

    def __init__(self, rivers, bridges: pd.DataFrame | None, strands: Strands, options: Options):
        self.options = options
        if isinstance(rivers, pd.DataFrame):
            rivers = rivers["geom"].to_numpy(dtype=object)
        given = np.asarray(list(rivers) if rivers is not None else [], dtype=object)
        given = given[~shapely.is_missing(given)] if len(given) else given
        given = shapely.force_2d(given[~shapely.is_empty(given)]) if len(given) else given
        given = shapely.make_valid(given) if len(given) else given
        self.rivers = shapely.get_parts(given) if len(given) else given
        self.tree = shapely.STRtree(self.rivers) if len(self.rivers) else None
        geoms, names = np.empty(0, dtype=object), np.empty(0, dtype=object)
        if bridges is not None and len(bridges):
            geoms = bridges["geom"].to_numpy(dtype=object)
            names = bridges["bridge_id"].to_numpy(dtype=object)
            there = ~shapely.is_missing(geoms) & ~shapely.is_empty(geoms)
            geoms, names = shapely.force_2d(geoms[there]), names[there]
        self.given = geoms
        own = np.flatnonzero(strands.bridge)
        # Given bridges come first: their id is a facility's, while a section is only the road on it.
        order = np.argsort(names.astype(str), kind="stable")
        self.bridges = np.concatenate([geoms[order], strands.geom[own]])
        self.names = np.concatenate([names[order], strands.section[strands.row[own]]])
        self.sections = strands.section[strands.row[own]].astype(str)
        self.at = dict(zip(self.names[::-1], self.bridges[::-1]))
        self.rank = np.arange(len(self.names))
        self.bridge_tree = shapely.STRtree(self.bridges) if len(self.bridges) else None

    def between(self, links: np.ndarray) -> np.ndarray:
        """Whether a river crosses, touches or holds each link."""
        wet = np.zeros(len(links), dtype=bool)
        if self.tree is not None and len(links):
            wet[self.tree.query(links, predicate="intersects")[0]] = True
        return wet

    def second_users(self, rows: np.ndarray, bridge: np.ndarray, links: np.ndarray) -> np.ndarray:
        """Of links ``rows`` over bridges those that are not the nearest to theirs: a bridge carries one road, and
        whether it is wide enough for the one beside it a person knows.
        """
        rows = rows[[bridge[r] is not None for r in rows]] if len(rows) else rows
        names = bridge[rows].astype(str)
        away = np.round(
            shapely.distance(
                measurable(links[rows]), np.array([self.at[bridge[r]] for r in rows], dtype=object)
            ),
            3,
        )
        order = np.lexsort((rows, away, names))
        again = np.r_[False, names[order][1:] == names[order][:-1]][: len(rows)]
        return rows[order][again]

    def other_road(self, strands: Strands, tree, rows, bridge, links, a, b) -> np.ndarray:
        """Of links ``rows`` over bridges those whose bridge lies nearer to another road that crosses the river."""
        rows = rows[[bridge[r] is not None for r in rows]] if len(rows) else rows
        if not len(rows):
            return rows
        spans = np.array([self.at[bridge[r]] for r in rows], dtype=object)
        row, line = tree.query(spans, predicate="dwithin", distance=self.options.bridge_m)
        nearer = (
            shapely.distance(spans[row], strands.geom[line])
            < shapely.distance(spans, measurable(links[rows]))[row] - 1.0
        )
        nearer &= (line != a[rows[row]]) & (line != b[rows[row]])
        row, line = row[nearer], line[nearer]
        wet = self.between(strands.geom[line])
        return rows[np.unique(row[wet])]

    def bridge(self, one: np.ndarray, two: np.ndarray) -> np.ndarray:
        """The bridge within ``bridge_m`` of both points of each pair, None where there is none."""
        found = np.full(len(one), None, dtype=object)
        if self.bridge_tree is None or not len(one):
            return found
        row, bridge = self.bridge_tree.query(one, predicate="dwithin", distance=self.options.bridge_m)
        near = shapely.distance(two[row], self.bridges[bridge]) <= self.options.bridge_m
        row, bridge = row[near], bridge[near]
        order = np.lexsort((self.rank[bridge], row))
        row, bridge = row[order], bridge[order]
        first = np.r_[True, row[1:] != row[:-1]][: len(row)]
        found[row[first]] = self.names[bridge[first]]
        return found
