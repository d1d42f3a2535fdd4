"""Little layers for the network's algorithms: two cities, A west of x = 0 and B east of it; metres of EPSG:6677."""

from __future__ import annotations

import math

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

PLANE = "EPSG:6677"
A, B, C = "082244", "082287", "082112"
FIELDS = ("uuid", "section_id", "city_code", "route_key", "rc", "name_ja", "width_m", "vanished_at")
KINDS = {"width_m": "double", "grade": "double", "bridge": "integer", "load": "double"}
TEMP = "TEMPORARY_OUTPUT"


class Listener(QgsProcessingFeedback):
    """Keeps what an algorithm says; cancels once it says ``stop_at``, or reaches so many percent."""

    def __init__(self, stop_at: str | float | None = None):
        super().__init__(False)
        self.said: list[str] = []
        self.values: list[float] = []
        self.stop_at = stop_at
        self.progressChanged.connect(self._reach)

    def _hear(self, text):
        self.said.append(text)
        if isinstance(self.stop_at, str) and self.stop_at in text:
            self.cancel()

    def _reach(self, percent):
        self.values.append(percent)
        if not isinstance(self.stop_at, str) and self.stop_at is not None and percent >= self.stop_at:
            self.cancel()

    def pushInfo(self, text):
        self._hear(text)

    def pushWarning(self, text):
        self._hear(text)

    def setProgressText(self, text):
        self._hear(text)

    def reportError(self, text, fatalError=False):
        self._hear(text)


def layer(rows, kind="LineString", crs=PLANE, fields=FIELDS):
    """A memory layer of dicts; ``geom``: WKT in metres of the plane, whatever the layer's CRS."""
    text = "&".join(f"field={name}:{KINDS.get(name, 'string')}" for name in fields)
    made = QgsVectorLayer(f"{kind}?{'crs=' + crs + '&' if kind != 'None' else ''}{text}", "scene", "memory")
    move = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem(PLANE), QgsCoordinateReferenceSystem(crs), QgsProject.instance()
    )
    for row in rows:
        feature = QgsFeature(made.fields())
        for name in fields:
            if row.get(name) is not None:
                feature.setAttribute(name, row[name])
        if row.get("geom") and kind != "None":
            shape = QgsGeometry.fromWkt(row["geom"])
            shape.transform(move)
            feature.setGeometry(shape)
        assert made.dataProvider().addFeature(feature)
    return made


def line(*points) -> str:
    return f"LineString ({', '.join(f'{x:.12g} {y:.12g}' for x, y in points)})"


def road(name, city, points, rc="C1", number=1, **more) -> dict:
    geom = points if isinstance(points, str) else line(*points)
    return {
        "uuid": name, "section_id": name, "city_code": city, "rc": rc, "name_ja": None,
        "route_key": f"{city}-{rc}-{number:04d}", "geom": geom, **more,
    }  # fmt: skip


def cities(crs=PLANE, size=6000):
    rows = [
        {"city_code": A, "name_ja": "守谷市", "geom": box(-size, -size, 0, size)},
        {"city_code": B, "name_ja": "坂東市", "geom": box(0, -size, size, size)},
    ]
    return layer(rows, "Polygon", crs, ("city_code", "name_ja"))


def box(x0, y0, x1, y1) -> str:
    return f"Polygon (({x0} {y0}, {x1} {y0}, {x1} {y1}, {x0} {y1}, {x0} {y0}))"


def facing(gap, turn=0.0, rc_a="C1", rc_b="C1", city_b=B):
    """A road of A that ends at the border, and one that begins ``gap`` metres farther, turned by ``turn`` degrees."""
    x, r = gap / 2, math.radians(turn)
    return [
        road("a", A, [(-x - 300, 0), (-x, 0)], rc_a, 1),
        road("b", city_b, [(x, 0), (x + 300 * math.cos(r), 300 * math.sin(r))], rc_b, 2),
    ]


def ring(gap=10.0):
    """A road of three sections in each city; across the border both make one ring.

    In each city 995 + 1,000 + 995 m from the border and back to it: alone, a crew has to come back the same way.
    """
    x, roads = gap / 2, []
    for city, side in ((A, -1), (B, 1)):
        corners = [(side * x, 0), (side * 1000, 0), (side * 1000, 1000), (side * x, 1000)]
        name = "a" if city == A else "b"
        roads += [road(f"{name}{n + 1}", city, corners[n : n + 2]) for n in range(3)]
    return roads


def run(name, feedback=None, **parameters):
    from qgis import processing

    return processing.run(f"gunmane:{name}", {"LANGUAGE": 1, **parameters}, feedback=feedback or Listener())


def link(roads, feedback=None, outputs=("LINKS", "REVIEW", "DUPLICATES", "CANDIDATES", "ISSUES"), **more):
    """linkborders on rows or a layer, with the cities' areas."""
    sections = roads if isinstance(roads, QgsVectorLayer) else layer(roads)
    wanted = {
        "SECTIONS": sections,
        "CITIES": cities(),
        "NETWORK": TEMP,
        **dict.fromkeys(outputs, TEMP),
        **more,
    }
    return run("linkborders", feedback, **wanted)


def rows(made, key=None):
    if isinstance(made, str):
        made = QgsVectorLayer(made, "made", "ogr")
    names = made.fields().names()
    found = [
        {**dict(zip(names, [None if str(v) == "NULL" else v for v in f.attributes()])), "geom": f.geometry()}
        for f in made.getFeatures()
    ]
    return {row[key]: row for row in found} if key else found
