"""Zones of a real country: Liechtenstein, its 11 communes as cities, joined and shared out through Processing.

© OpenStreetMap contributors, ODbL.
"""

from __future__ import annotations

import time

import numpy as np
import pytest
import shapely
from gunmane.benchmarks import cutting
from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer
from scipy import sparse
from scipy.sparse import csgraph

ROADS = cutting.roads_folder()
pytestmark = pytest.mark.skipif(ROADS is None, reason="../shared/data/roads is absent (or set GUNMANE_ROADS)")
SECONDS = 40
CRS = cutting.CRS["liechtenstein"]
TEMP = "TEMPORARY_OUTPUT"


def layer(kind, rows, fields):
    made = QgsVectorLayer(
        f"{kind}?crs={CRS}&" + "&".join(f"field={f}:string" for f in fields), kind, "memory"
    )
    features = []
    for row in rows:
        feature = QgsFeature(made.fields())
        feature.setAttributes([row[name] for name in fields])
        feature.setGeometry(QgsGeometry.fromWkt(row["geom"].wkt))
        features.append(feature)
    assert made.dataProvider().addFeatures(features)[0]
    return made


def run(name, **parameters):
    from qgis import processing

    return processing.run(f"gunmane:{name}", {**parameters, "LANGUAGE": 1})


def rows(made):
    names = made.fields().names()
    return [dict(zip(names, f.attributes())) | {"geom": f.geometry()} for f in made.getFeatures()]


@pytest.fixture(scope="module")
def joined(provider):
    case = cutting.liechtenstein(ROADS, 1, 0.0)
    roads = case.roads.assign(section_id=case.roads["section"])
    sections = layer("LineString", roads.to_dict("records"), ["section_id", "city_code", "rc", "route_key"])
    parts = case.cities.assign(geom=[list(shapely.get_parts(g)) for g in case.cities["geom"]]).explode("geom")
    cities = layer("Polygon", parts.to_dict("records"), ["city_code"])
    made = run("linkborders", SECTIONS=sections, CITIES=cities, NETWORK=TEMP, LINKS=TEMP)
    return made["NETWORK"], cities, len(roads)


def connected(pieces) -> bool:
    ends = np.array([[p["node_from"], p["node_to"]] for p in pieces])
    _, ends = np.unique(ends, return_inverse=True)
    a, b = ends.reshape(-1, 2).T
    n = ends.max() + 1
    return csgraph.connected_components(sparse.coo_matrix((np.ones(len(a)), (a, b)), (n, n)))[0] == 1


@pytest.mark.parametrize(("borders", "k"), [(2, 4), (1, 8), (0, 12)], ids=["ignored", "preferred", "kept"])
def test_zones_of_liechtenstein(joined, borders, k):
    network, cities, count = joined
    begin = time.monotonic()
    found = run("assignzones", NETWORK=network, CITIES=cities, K=k, BORDERS=borders,
                **dict.fromkeys(("SECTIONS", "ZONES", "TABLE", "ISSUES"), TEMP))  # fmt: skip
    assert time.monotonic() - begin < SECONDS
    pieces, zones, issues = rows(found["SECTIONS"]), rows(found["ZONES"]), rows(found["ISSUES"])
    assert len(zones) == k and len({p["section"] for p in pieces}) == count
    named = {row["section"] for row in issues if row["code"] == "CONTINUITY"}
    own, cities_of, work = {}, {}, {}
    for piece in pieces:
        zone = piece["zone_id"] or None
        assert own.setdefault(piece["section"], zone) == zone  # one zone a section
        assert (zone is None) == (piece["section"] in named)  # or named as without connection
        cities_of.setdefault(zone, set()).add(piece["city_code"])
        work[piece["section"]] = work.get(piece["section"], 0) + piece["workload"]
    for zone in zones:
        assert zone["parts"] == 1
        assert connected([p for p in pieces if p["zone_id"] == zone["zone_id"]]), zone["zone_id"]
        if borders == 0:
            assert len(cities_of[zone["zone_id"]]) == 1
    assert sum(work.values()) == pytest.approx(1, abs=1e-9)
    if borders == 0:
        assert {
            row["zone_id"] for row in issues if row["code"] == "BALANCE"
        }  # named: communes differ in size
    else:
        heaviest = 100 * max(work.values()) * k
        assert found["BALANCE_PCT"] <= max(0.5, heaviest)
        assert found["GAP_PCT"] <= (1.0 if borders == 2 else 15)
    area = sum(shape["geom"].area() for shape in zones)
    whole = sum(shape["geom"].area() for shape in rows(cities))
    assert area == pytest.approx(whole, rel=1e-4)
