"""Plans of the network on the map: the adopted run alone, a theme of its own, styles for stores and for results."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely
from gunmane.layers import planning
from gunmane.layers.project import build_project
from gunmane.layers.project.styling import STYLES
from gunmane.layers.store import open_store
from qgis.core import QgsFeature, QgsGeometry, QgsRenderContext, QgsVectorLayer

sys.path.insert(0, str(Path(__file__).parents[1]))
import network_store as net
from network_store import A, B

THEME = ("路線網", "Road network")
KEYS = {"border_link", "through_route", "route_group", "boundary_agreement"}


@pytest.fixture
def store(tmp_path, qgis_app):
    return net.make(tmp_path / "store.gpkg")


def links(path, print_, *pairs, agreements=()):
    tables = {"border_link": net.border_links(*pairs), "boundary_agreement": pd.DataFrame(list(agreements))}
    return planning.write_network_plan(path, planning.LINKING, tables, {}, print_).plan_id


def others(path):
    """A through route, two groups and a zone; the runs' ids."""
    line, area = shapely.LineString([(-100, 0), (100, 0)]), shapely.box(-100, -50, 100, 50)
    route = pd.DataFrame([{"through_id": "T1", "routes": [f"{A}-A-1", f"{B}-B-1"], "cities": [A, B], "bd": "B1",
                           "name": "a1号線 ～ b1号線", "geom": line}])  # fmt: skip
    group = pd.DataFrame({"group_id": ["G1", "G2"], "geom": [area, shapely.box(90, -50, 200, 50)]})
    zone = pd.DataFrame({"zone_id": ["Z1"], "geom": [area]})
    write = planning.write_network_plan
    return [
        write(path, planning.THROUGH, {"through_route": route}, {}, "p").plan_id,
        write(path, planning.GROUPING, {"route_group": group}, {}, "p").plan_id,
        write(path, planning.ZONING, {"zone": zone}, {}, "p").plan_id,
    ]


def made(path):
    project = build_project(str(path), str(path.with_suffix(".qgz")), language="ja")
    return project, {layer.customProperty("gunmane/key"): layer for layer in project.mapLayers().values()}


def rows(layer, name):
    return sorted(feature[name] for feature in layer.getFeatures())


def test_the_map_shows_the_adopted_run_of_each_kind_and_follows_another_adoption(store):
    one, two = links(store, "p1", ("a1", "b1")), links(store, "p2", ("a2", "b2"), ("a1", "b1"))
    for plan in (one, *others(store)[:2]):
        planning.adopt(store, plan)
    _, layers = made(store)
    assert rows(layers["border_link"], "plan_id") == [one]
    assert rows(layers["through_route"], "through_id") == ["T1"] and rows(layers["zone"], "zone_id") == []
    assert rows(layers["route_group"], "colour") == [1, 2]
    planning.adopt(store, two)
    layers["border_link"].dataProvider().reloadData()
    assert rows(layers["border_link"], "plan_id") == [two, two]


def test_candidates_of_other_runs_stay_out_of_the_map_and_cities_agreements_stay_in(store):
    from gunmane.layers.planning.network_rows import put

    with open_store(store) as opened, opened.transaction():
        put(opened, "boundary_agreement", {
            "uuid": ["00000000-0000-0000-0000-000000000001", "00000000-0000-0000-0000-000000000002"],
            "city_code": [A, A], "src_file": ["協定.xlsx"] * 2, "src_row": [1, 2], "agr_id": ["X1", "X2"],
            "city_a": [A] * 2, "city_b": [B] * 2, "vanished_at": [None, "2026-01-01T00:00:00.000Z"],
        }, np.array([None, None], object))  # fmt: skip
    one = links(store, "p1", agreements=[net.candidate("K1")])
    links(store, "p2", agreements=[net.candidate("K2", "A-2", "B-2")])
    planning.adopt(store, one)
    _, layers = made(store)
    assert rows(layers["boundary_agreement"], "agr_id") == ["K1", "X1", "X2"]  # X2: drawn as vanished
    assert not layers["boundary_agreement"].readOnly()


def test_a_theme_shows_the_network_over_roads_and_borders(store):
    links(store, "p1", agreements=[net.candidate()])
    others(store)
    project, _ = made(store)
    themes = project.mapThemeCollection()
    (name,) = [n for n in themes.mapThemes() if n in THEME]
    keys = {layer.customProperty("gunmane/key") for layer in themes.mapThemeVisibleLayers(name)}
    assert keys >= KEYS | {"boundary", "road_main", "road_other", "city"}
    assert not {key for key in keys if key.startswith(("damage", "request"))} and "zone" not in keys
    for layer in themes.mapThemeVisibleLayers("すべて"):
        assert layer.customProperty("gunmane/key") not in KEYS


def test_a_store_without_plans_has_neither(store):
    project, layers = made(store)
    assert not set(THEME) & set(project.mapThemeCollection().mapThemes()) and not KEYS & set(layers)


# --- styles: the store's rows and the results of algorithms, which lack fields ---------------------------------------

SHAPES = {
    "border_link": "LineString", "through_route": "MultiLineString", "boundary_agreement": "MultiLineString",
    "network": "LineString", "group_section": "LineString", "route_group": "MultiPolygon", "zone": "MultiPolygon",
    "crossing": "Point",
}  # fmt: skip
PLACES = {"L": "LineString (0 0, 5 5)", "P": "Polygon ((0 0, 1 0, 1 1, 0 0))", "C": "Point (1 1)"}


def labels_of(style, scale=2_000, fields="", **values):
    """Legend texts of the symbols that a row gets."""
    kind = SHAPES[style]
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:6677&field=fid:integer{fields}", "x", "memory")
    assert layer.loadNamedStyle(str(STYLES / f"{style}.qml"))[1]
    feature = QgsFeature(layer.fields())
    for name, value in values.items():
        feature[name] = value
    feature.setGeometry(
        QgsGeometry.fromWkt(PLACES["C" if kind == "Point" else "P" if "Polygon" in kind else "L"])
    )
    context = QgsRenderContext()
    context.setRendererScale(scale)
    context.setExpressionContext(layer.createExpressionContext())
    context.expressionContext().setFields(layer.fields())
    context.expressionContext().setFeature(feature)
    renderer = layer.renderer().clone()
    renderer.startRender(context, layer.fields())
    found = [r.label() for r in renderer.rootRule().rulesForFeature(feature, context)] if renderer else []
    renderer.stopRender(context)
    return found


@pytest.mark.parametrize("style", sorted(SHAPES))
def test_a_row_without_any_of_the_fields_is_drawn_too(style):
    assert labels_of(style)


TEXTS = "&field=state:string&field=bd:string&field=status:string&field=ct:string&field=vanished_at:string"


@pytest.mark.parametrize(
    "style, values, word",
    [
        ("border_link", {"state": "自動", "bd": "B1"}, "市境の連結"),
        ("border_link", {"state": "採用", "bd": "B3"}, "橋で連結"),
        ("border_link", {"state": "要確認", "bd": "B3"}, "要確認の連結"),
        ("border_link", {"state": "却下", "bd": "B1"}, "却下した連結"),
        ("through_route", {"bd": "B1"}, "市境をまたぐ連続路線"),
        ("through_route", {"bd": "B2", "status": "確認"}, "市境に沿う連続路線"),
        ("through_route", {"bd": "B0"}, "市内の連続路線"),
        ("through_route", {"bd": "B3", "status": "却下"}, "却下した連続路線"),
        ("boundary_agreement", {"ct": "C3"}, "境界協定(締結)"),
        ("boundary_agreement", {"ct": "C5"}, "境界協定(更新要・失効)"),
        ("boundary_agreement", {"ct": "C0"}, "協定なし"),
        ("boundary_agreement", {"ct": "C3", "vanished_at": "2026"}, "元データから消えた行"),
    ],
)
def test_every_state_has_one_symbol(style, values, word):
    assert labels_of(style, fields=TEXTS, **values) == [word]


CROSSING = "&field=severity:double&field=std_breaks:string&field=changes:string"


@pytest.mark.parametrize(
    "values, word",
    [
        ({"severity": 2.0, "changes": '["幅員"]'}, "管理水準が変わる市境"),
        ({"std_breaks": '[{"std_id": "x"}]'}, "管理水準が変わる市境"),
        ({"severity": 0.0, "std_breaks": "[]", "changes": '["幅員"]'}, "道路の規格が変わる市境"),
        ({"severity": 0.0, "std_breaks": "[]", "changes": "[]"}, "同じまま続く市境"),
    ],
)
def test_crossings_tell_whether_the_standard_or_the_road_changes(values, word):
    assert labels_of("crossing", fields=CROSSING, **values) == [word]


def test_groups_take_their_colour_else_one_by_their_number():
    fields = "&field=group_id:string"
    assert labels_of("route_group", fields=fields, group_id="G07") == ["路線群の色8"]
    with_colour = fields + "&field=colour:integer"
    assert labels_of("route_group", fields=with_colour, group_id="G07", colour=3) == ["路線群の色3"]
    assert labels_of("group_section", fields=fields, group_id="G08") == ["路線群の色1"]
    assert labels_of("group_section", fields=fields) == ["路線群に入らない区間"]


def test_links_are_marks_where_a_line_of_some_metres_could_not_be_seen():
    layer = QgsVectorLayer("LineString?crs=EPSG:6677", "x", "memory")
    layer.loadNamedStyle(str(STYLES / "border_link.qml"))
    for rule in layer.renderer().rootRule().children():
        kinds = [s.layerType() for s in rule.symbol().symbolLayers()]
        assert "GeometryGenerator" in kinds, rule.label()
        (mark,) = [s for s in rule.symbol().symbolLayers() if s.layerType() == "GeometryGenerator"]
        assert mark.subSymbol().size() >= 2.5, rule.label()
