"""Damages by judgement: a layer and a map theme of their own, once something is judged."""

from __future__ import annotations

import sqlite3

from gunmane.benchmarks.synthetic_store import write_store
from gunmane.layers.project import build_project
from gunmane.layers.project.catalogue import NOT_DONE
from qgis.core import QgsFeatureRequest


def shown(project, theme: str) -> set[str]:
    return {
        layer.customProperty("gunmane/key")
        for layer in project.mapThemeCollection().mapThemeVisibleLayers(theme)
    }


def test_a_theme_shows_the_judgement_alone_over_roads_and_borders(project, layers):
    names = project.mapThemeCollection().mapThemes()
    assert "判定" in names
    keys = shown(project, "判定")
    assert {"damage_judged", "road_main", "road_other", "boundary", "city"} <= keys
    assert not {key for key in keys if key.startswith(("damage", "request")) and key != "damage_judged"}
    assert all("damage_judged" not in shown(project, name) for name in names if name != "判定")
    assert not project.layerTreeRoot().findLayer(layers["damage_judged"].id()).itemVisibilityChecked()


def test_its_layer_holds_what_is_judged_and_not_done_and_each_has_a_symbol(folder, layers):
    layer = layers["damage_judged"]
    with sqlite3.connect(folder / "gunmane.gpkg") as con:
        where = f"(judge IS NOT NULL OR transfer = 1) AND {NOT_DONE}"
        (count,) = con.execute(f"SELECT count(*) FROM damage WHERE {where}").fetchone()
    found = list(layer.getFeatures(QgsFeatureRequest()))
    assert len(found) == count > 0 and layer.readOnly()
    rules = [rule.filterExpression() for rule in layer.renderer().rootRule().children()]
    for level in {feature["judge"] for feature in found}:
        assert any(f"'{level}'" in text for text in rules), level


def test_a_store_without_judgements_has_neither(tmp_path, qgis_app):
    store = write_store(tmp_path / "s.gpkg", sections=60, facilities=20, damages=10, requests=10)
    con = sqlite3.connect(store)
    for (name,) in con.execute(
        "SELECT name FROM sqlite_master WHERE type='trigger' AND tbl_name='damage'"
    ).fetchall():
        con.execute(f'DROP TRIGGER "{name}"')
    con.execute("UPDATE damage SET judge = NULL")
    con.commit()
    con.close()
    project = build_project(str(store), str(tmp_path / "p.qgz"), language="ja")
    assert "判定" not in project.mapThemeCollection().mapThemes()
    assert not [x for x in project.mapLayers().values() if x.customProperty("gunmane/key") == "damage_judged"]


def test_the_ring_of_what_is_to_be_measured_knows_yes_as_stores_and_results_write_it(layers):
    """A store has true and false there, a result of judging 1 and 0; an expression tells them apart."""
    from qgis.core import QgsExpression, QgsExpressionContext, QgsFeature, QgsVectorLayer

    rules = layers["damage_judged"].renderer().rootRule().children()
    (ring,) = [rule.filterExpression() for rule in rules if "needs_measure" in rule.filterExpression()]
    for kind in ("boolean", "integer"):
        layer = QgsVectorLayer(f"None?field=judge:string&field=needs_measure:{kind}", "x", "memory")
        for value, wanted in ((True, True), (False, False), (None, False)):
            feature = QgsFeature(layer.fields())
            feature.setAttributes(["L2", value if value is None or kind == "boolean" else int(value)])
            context = QgsExpressionContext()
            context.setFeature(feature)
            assert bool(QgsExpression(ring).evaluate(context)) is wanted, (kind, value)
