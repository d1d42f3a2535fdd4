"""Styles: one for every layer, drawn without the plugin, safe for colour-blind readers, vanished rows in view."""

from __future__ import annotations

import base64
import re
import zipfile

import pytest
from gunmane.layers.project.styling import STYLES, style_xml
from gunmane.schema import model
from qgis.core import QgsRenderContext, QgsSymbol, QgsVectorLayer

ALL = sorted(path.stem for path in STYLES.glob("*.qml"))


@pytest.mark.parametrize("name", ALL)
def test_a_style_loads_by_itself(name, qgis_app):
    """As GIS staff load it in the style dialog, without our code."""
    text = (STYLES / f"{name}.qml").read_text(encoding="utf-8")
    shape = ("Point", "LineString", "Polygon")[int(re.search(r"<layerGeometryType>(\d)", text).group(1))]
    layer = QgsVectorLayer(f"{shape}?crs=EPSG:6677", "x", "memory")
    message, good = layer.loadNamedStyle(str(STYLES / f"{name}.qml"))
    assert good, message
    assert f'type="{layer.renderer().type()}"' in re.search("<renderer-v2[^>]*>", text).group(0)


@pytest.mark.parametrize("name", ALL)
def test_a_style_names_only_icons_that_are_there(name):
    text = (STYLES / f"{name}.qml").read_text(encoding="utf-8")
    for icon in re.findall(r'value="([^"]+\.svg)"', text):
        assert (STYLES / "svg" / icon).is_file(), icon
    assert "/home/" not in text and "/work/" not in text


@pytest.mark.parametrize("name", ALL)
def test_letters_are_gothic_with_fallbacks_and_a_halo(name):
    text = (STYLES / f"{name}.qml").read_text(encoding="utf-8")
    for style in re.findall(r"<text-style .*?</text-style>", text, re.DOTALL):
        assert re.findall(r'<family name="([^"]+)"', style)[0] == "Noto Sans CJK JP"
        assert "Yu Gothic" in style and "Meiryo" in style
        assert 'bufferDraw="1"' in style
        assert float(re.search(r'fontSize="([\d.]+)"', style).group(1)) >= 8


def test_the_project_embeds_its_icons(folder):
    with zipfile.ZipFile(folder / "gunmane.qgz") as archive:
        text = archive.read(next(n for n in archive.namelist() if n.endswith(".qgs"))).decode("utf-8")
    assert not re.findall(r'value="[^"]*\.svg"', text)
    embedded = set(re.findall(r'value="base64:([A-Za-z0-9+/=]+)"', text))
    assert len(embedded) > 40
    for data in embedded:
        assert b"<svg" in base64.b64decode(data)


def test_every_facility_type_has_an_icon_of_its_own(layers):
    renderer = layers["facility_point"].renderer().embeddedRenderer()
    icons = {c.value(): c.symbol().symbolLayer(0).path() for c in renderer.categories()}
    kinds = set(model().code_lists["FT"].codes)
    assert kinds <= set(icons)
    assert len({icons[kind] for kind in kinds}) == len(kinds)


def test_facility_types_are_named_in_the_legend(layers):
    labels = {
        c.value(): c.label() for c in layers["facility_point"].renderer().embeddedRenderer().categories()
    }
    assert {code: labels[code] for code in model().code_lists["FT"].codes} == {
        code: entry.ja for code, entry in model().code_lists["FT"].codes.items()
    }


def _symbol(layer, feature) -> QgsSymbol | None:
    renderer = layer.renderer()
    renderer = renderer.embeddedRenderer().clone() if renderer.type() == "pointCluster" else renderer.clone()
    context = QgsRenderContext()
    context.setRendererScale(2_000)
    context.expressionContext().setFields(layer.fields())
    context.expressionContext().setFeature(feature)
    renderer.startRender(context, layer.fields())
    symbols = [symbol.clone() for symbol in renderer.symbolsForFeature(feature, context)]
    renderer.stopRender(context)
    return symbols[0] if symbols else None


@pytest.mark.parametrize(
    "keys",
    [
        ("request", "request_done"),
        ("damage", "damage_done"),
        ("facility_point",),
        ("road_main",),
        ("section",),
    ],
    ids=lambda keys: keys[0],
)
def test_every_row_is_drawn_once_vanished_ones_too(layers, keys):
    rows = list(layers[keys[0]].getFeatures())
    assert any(row["vanished_at"] for row in rows)
    there = {key: {row["uuid"] for row in layers[key].getFeatures()} for key in keys}
    for row in rows:
        drawn = [key for key in keys if row["uuid"] in there[key] and _symbol(layers[key], row) is not None]
        assert len(drawn) == 1, row.attributes()


def test_a_vanished_row_looks_muted(layers):
    gone = next(row for row in layers["damage"].getFeatures() if row["vanished_at"])
    there = next(
        row for row in layers["damage"].getFeatures() if not row["vanished_at"] and row["st"] == "S00"
    )
    muted, strong = _symbol(layers["damage_done"], gone), _symbol(layers["damage"], there)
    assert muted.symbolLayer(0).fillColor() != strong.symbolLayer(0).fillColor()
    assert muted.size() < strong.size()


def test_unknown_codes_are_drawn_as_well(layers):
    row = next(layers["damage"].getFeatures())
    row["dt"], row["st"], row["vanished_at"] = "D??", None, None
    assert _symbol(layers["damage"], row) is not None


def test_states_differ_in_lightness_not_only_in_hue(layers):
    """Open, in hand and done must keep apart in grey print."""
    rows = {}
    for row in layers["damage"].getFeatures():
        if not row["vanished_at"]:
            rows.setdefault(row["st"], row)
    grey = []
    for key, state in (("damage", "S00"), ("damage", "S60"), ("damage_done", "S99")):
        symbol = _symbol(layers[key], rows[state])  # keeps its layers alive
        fill = symbol.symbolLayer(0).fillColor()
        grey.append(0.2126 * fill.red() + 0.7152 * fill.green() + 0.0722 * fill.blue())
    assert abs(grey[0] - grey[1]) > 60
    assert grey[2] > 250 and grey[1] < 240


def test_cities_take_patterns_in_the_order_of_their_codes(layers):
    categories = layers["city"].renderer().categories()
    codes = [category.value() for category in categories]
    assert codes == sorted(codes) and len(codes) == 4
    kinds = [
        tuple(
            (layer.layerType(), getattr(layer, "lineAngle", lambda: 0)())
            for layer in c.symbol().symbolLayers()
        )
        for c in categories
    ]
    assert len(set(kinds)) == 4  # hatching tells them apart without colour


def test_far_away_only_main_roads_and_counts_are_drawn(layers):
    visible = {key for key, layer in layers.items() if layer.isSpatial() and layer.isInScaleRange(125_000)}
    assert {"road_main", "city", "boundary", "damage_overview", "request_overview"} <= visible
    assert not {"road_other", "facility_point", "damage", "request", "section", "bridge"} & visible


@pytest.mark.parametrize("scale", [2_500, 5_000, 10_000, 25_000, 50_000, 80_000, 125_000, 250_000])
def test_damages_are_drawn_once_at_every_listed_scale(layers, scale):
    shown = [key for key in ("damage", "damage_overview") if layers[key].isInScaleRange(scale)]
    assert len(shown) == 1


def test_english_labels_are_known_for_every_japanese_one():
    for name in ALL:
        japanese = re.findall(r'label="([^"]*[぀-ヿ一-鿿][^"]*)"', style_xml(name, "en"))
        assert japanese == [], name
