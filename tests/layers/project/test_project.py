"""The project made from a store: whole, movable, in Japanese, and without personal data."""

from __future__ import annotations

import re
import shutil
import zipfile

import pytest
from gunmane.layers.errors import GunmaneError
from gunmane.layers.project import build_project
from gunmane.schema import common_fields, model
from qgis.core import Qgis, QgsProject

SPATIAL_AND_ALWAYS = {
    "request", "request_overview", "damage", "damage_overview", "damage_urgent", "bridge", "facility_point",
    "facility_linestring", "facility_polygon", "boundary", "section", "route", "road_main", "road_other",
    "reference_point", "reference_linestring", "city", "work_point", "patrol", "contractor", "photo",
}  # fmt: skip


def kana_or_kanji(text: str) -> bool:
    return bool(re.search("[\u3040-\u30ff\u4e00-\u9fff]", text))


def test_every_layer_is_valid_after_the_folder_moves(folder, tmp_path):
    moved = tmp_path / "別の場所"
    shutil.copytree(folder, moved)
    project = QgsProject()
    assert project.read(str(moved / "gunmane.qgz"))
    assert project.mapLayers()
    for layer in project.mapLayers().values():
        assert layer.isValid(), layer.name()
        assert str(moved) in layer.source()


def test_it_has_every_layer_that_the_map_promises(layers):
    assert set(layers) >= SPATIAL_AND_ALWAYS
    assert set(layers) >= {"set_aside", "standard", "code_list", "import_run", "request_damage", "facility"}


def test_tables_that_only_a_plan_fills_wait_for_rows(layers):
    assert not {"zone", "judgement", "plan_section", "border_link"} & set(layers)


def test_it_is_in_the_crs_of_the_store(project):
    assert project.crs().authid() == "EPSG:6677"


def test_another_area_takes_its_own_zone(tmp_path, qgis_app):
    from gunmane.benchmarks.synthetic_store import write_store

    store = write_store(tmp_path / "s.gpkg", sections=60, facilities=20, damages=10, requests=10, srs=6678)
    assert build_project(str(store), str(tmp_path / "p.qgz")).crs().authid() == "EPSG:6678"


@pytest.mark.parametrize("key", ["request", "damage", "facility_point", "section", "city", "standard"])
def test_layers_and_fields_have_japanese_names(layers, key):
    layer = layers[key]
    assert kana_or_kanji(layer.name())
    named = [layer.attributeAlias(i) for i, f in enumerate(layer.fields()) if f.name() != "fid"]
    latin = [alias for alias in named if not kana_or_kanji(alias)]
    assert latin == []


def test_english_names_when_asked(folder, tmp_path):
    project = build_project(str(folder / "gunmane.gpkg"), str(tmp_path / "en.qgz"), language="en")
    for layer in project.mapLayers().values():
        assert not kana_or_kanji(layer.name()), layer.name()
        if layer.isSpatial() and layer.customProperty("gunmane/key") not in ("city", "boundary"):
            labels = [item.label() for item in layer.renderer().legendSymbolItems()]
            assert not [label for label in labels if kana_or_kanji(label)], layer.name()


def test_every_coded_field_has_a_value_map_of_its_whole_list(layers):
    seen = 0
    for key, layer in layers.items():
        table = model().tables[layer.source().split("layername=")[1].split("|")[0]]
        for field in table.columns:
            index = layer.fields().indexOf(field.name)
            if not field.codes or index < 0:
                continue
            setup = layer.editorWidgetSetup(index)
            assert setup.type() == "ValueMap", (key, field.name)
            values = {value for entry in setup.config()["map"] for value in entry.values()}
            assert values == set(model().code_lists[field.codes].codes), (key, field.name)
            seen += 1
    assert seen > 60


def test_no_layer_opens_or_shows_petitioners(folder, layers):
    assert not [key for key, layer in layers.items() if "petitioner" in layer.source().lower()]
    index = layers["request"].fields().indexOf("petitioner_ref")
    assert layers["request"].editorWidgetSetup(index).type() == "Hidden"
    tips = " ".join(layer.mapTipTemplate() for layer in layers.values())
    assert not re.search("petitioner|body|title|assigned_to", tips)
    with zipfile.ZipFile(folder / "gunmane.qgz") as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist()).decode("utf-8", "replace")
    assert "petitioner.gpkg" not in whole
    assert "個人 花子" not in whole


def test_relations_are_valid_and_join_whole_tables(project, layers):
    relations = project.relationManager().relations()
    assert {"gunmane_section_route_key", "gunmane_facility_section_id", "gunmane_damage_fac_id"} <= set(
        relations
    )
    assert {
        "gunmane_request_damage_req_uuid",
        "gunmane_request_damage_dmg_uuid",
        "gunmane_work_dmg_uuid",
    } <= set(relations)
    for relation in relations.values():
        assert relation.isValid(), relation.id()
        assert relation.referencedLayer().subsetString() == ""
    fid = next(layers["section"].getFeatures())
    inside = list(relations["gunmane_facility_section_id"].getRelatedFeatures(fid))
    assert all(row["section_id"] == fid["section_id"] for row in inside)


def test_a_number_that_two_cities_use_joins_within_its_city(project):
    pairs = project.relationManager().relation("gunmane_damage_fac_id").fieldPairs()
    assert pairs == {"fac_id": "fac_id", "city_code": "city_code"}


def test_forms_have_tabs_and_leave_origin_alone(layers):
    layer = layers["damage"]
    form = layer.editFormConfig()
    assert form.layout() == Qgis.AttributeFormLayout.DragAndDrop
    assert len(form.tabs()) >= 6
    for field in common_fields():
        assert form.readOnly(layer.fields().indexOf(field.name)), field.name
    assert form.readOnly(layer.fields().indexOf("judge"))
    assert not form.readOnly(layer.fields().indexOf("depth_cm"))


def test_every_field_stands_in_exactly_one_tab(layers):
    for key in ("damage", "section", "facility", "request", "work"):
        layer = layers[key]
        placed = [
            child.name()
            for tab in layer.editFormConfig().tabs()
            for child in tab.children()
            if child.type() == Qgis.AttributeEditorType.Field
        ]
        assert sorted(placed) == sorted(f.name() for f in layer.fields() if f.name() != "fid"), key


def test_a_row_added_by_hand_carries_what_the_store_needs(folder, tmp_path):
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayerUtils

    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    project = QgsProject.instance()
    assert project.read(str(copy / "gunmane.qgz"))
    layer = next(x for x in project.mapLayers().values() if x.customProperty("gunmane/key") == "request")
    city = next(x for x in project.mapLayers().values() if x.customProperty("gunmane/key") == "city")
    where = next(f for f in city.getFeatures() if f["city_code"] == "082244")
    point = where.geometry().pointOnSurface()
    row = QgsVectorLayerUtils.createFeature(layer, QgsGeometry(point), {}, layer.createExpressionContext())
    assert isinstance(row, QgsFeature)
    assert layer.startEditing() and layer.addFeature(row)
    assert layer.commitChanges(), layer.commitErrors()
    added = max(layer.getFeatures(), key=lambda f: f.id())
    assert re.fullmatch("[0-9a-f-]{36}", added["uuid"])
    assert added["city_code"] == "082244"
    assert added["src_row"] == 0 and added["src_file"]
    assert added["edited_at"]
    project.clear()


def test_twins_for_drawing_cannot_be_edited(layers):
    for key in ("road_main", "road_other", "bridge", "boundary", "damage_overview", "request_overview"):
        assert layers[key].readOnly(), key
    assert not layers["damage"].readOnly()


def test_the_two_drawing_layers_share_all_sections_between_them(layers):
    main, other, whole = (
        sorted(row["section_id"] for row in layers[key].getFeatures())
        for key in ("road_main", "road_other", "section")
    )
    assert sorted(main + other) == whole
    assert main and not [name for name in main if "-C3-" in name]


def test_the_time_controller_plays_requests_and_damages(layers):
    from qgis.core import QgsDateTimeRange, QgsVectorLayerTemporalContext
    from qgis.PyQt.QtCore import QDateTime, Qt

    for key, field in (("request", "received_at"), ("damage", "found_at")):
        properties = layers[key].temporalProperties()
        assert properties.isActive() and properties.startField() == field
    first, last = (
        QDateTime.fromString(d, Qt.DateFormat.ISODate) for d in ("2020-04-01T00:00:00", "2021-04-01T00:00:00")
    )
    context = QgsVectorLayerTemporalContext()
    context.setLayer(layers["request"])
    text = layers["request"].temporalProperties().createFilterString(context, QgsDateTimeRange(first, last))
    shown = [str(f["received_at"].toString("yyyy-MM")) for f in layers["request"].getFeatures(text)]
    assert 10 < len(shown) < 60  # a tenth of 300
    assert min(shown) >= "2020-04" and max(shown) <= "2021-03"


def test_the_film_does_not_run_when_the_project_opens(project):
    """A range or a step in the project makes QGIS 3.40 show one frame and hide the rest (seen in Desktop)."""
    assert project.readNumEntry("TemporalControllerWidget", "/NavigationMode", 99) == (0, True)
    assert project.timeSettings().temporalRange().isInfinite()
    assert project.timeSettings().timeStepUnit() == QgsProject().timeSettings().timeStepUnit()


def test_bookmarks_for_the_whole_and_every_city(project):
    names = {mark.name() for mark in project.bookmarkManager().bookmarks()}
    assert {"守谷市", "常総市", "坂東市", "つくばみらい市"} <= names
    assert len(names) == 5


def test_every_layer_states_its_source(layers):
    for key, layer in layers.items():
        assert any("国土数値情報" in right for right in layer.metadata().rights()), key


def test_no_layer_counts_its_features_in_the_tree(project):
    for node in project.layerTreeRoot().findLayers():
        assert not node.customProperty("showFeatureCount")


def test_a_missing_store_is_named(tmp_path):
    with pytest.raises(GunmaneError) as caught:
        build_project(str(tmp_path / "none.gpkg"), str(tmp_path / "p.qgz"))
    assert caught.value.code == "E-NOSTORE" and "none.gpkg" in str(caught.value)


def test_another_geopackage_is_refused(tmp_path):
    import sqlite3

    with sqlite3.connect(tmp_path / "other.gpkg") as con:
        con.execute("CREATE TABLE x (a)")
    with pytest.raises(GunmaneError) as caught:
        build_project(str(tmp_path / "other.gpkg"), str(tmp_path / "p.qgz"))
    assert caught.value.code == "E-NOTSTORE"
