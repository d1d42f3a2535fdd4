"""The A3 sheet: all that a council's map must carry, at a listed scale, exported with its fonts."""

from __future__ import annotations

import datetime
import re

import pytest
from gunmane import i18n
from gunmane.benchmarks.synthetic_store import write_store
from gunmane.documents.layout import (
    FURNITURE,
    SCALES,
    add_layout,
    as_of_text,
    check_furniture,
    export_map,
    fitting_scale,
    show,
)
from gunmane.documents.map_project import build_project
from gunmane.layers.errors import GunmaneError
from qgis.core import QgsLayoutItemLabel, QgsProject, QgsRectangle

DAY = datetime.date(2026, 3, 5)


@pytest.fixture(scope="module")
def built(tmp_path_factory, qgis_app):
    place = tmp_path_factory.mktemp("sheet")
    store = write_store(place / "gunmane.gpkg", sections=600, facilities=400, damages=200, requests=200)
    project = build_project(str(store), str(place / "gunmane.qgz"), language="ja", as_of=DAY)
    i18n.set_language("en")
    yield project
    project.clear()


@pytest.fixture
def layout(built):
    return add_layout(built, name="test", as_of=DAY, language="ja")


def text(layout, name):
    return layout.itemById(name).currentText()


def test_the_saved_project_carries_the_sheet(built):
    again = QgsProject()
    assert again.read(built.fileName())
    layouts = again.layoutManager().printLayouts()
    assert len(layouts) == 1
    check_furniture(layouts[0])
    again.clear()


def test_it_is_a3_landscape_with_a_margin_of_10_mm(layout):
    size = layout.pageCollection().page(0).pageSize()
    assert (size.width(), size.height()) == (420, 297)
    for name in FURNITURE:
        box = layout.itemById(name).sceneBoundingRect()
        assert box.left() >= 9.5 and box.top() >= 9.5, name
        assert box.right() <= 410.5 and box.bottom() <= 287.5, name


def test_it_has_all_the_furniture(layout):
    check_furniture(layout)
    assert text(layout, "as_of") == "令和8年3月5日現在"
    assert text(layout, "page") == "1/1"
    assert "国土数値情報" in text(layout, "source")
    assert "守谷市" in text(layout, "department")
    assert text(layout, "mark") == "Reference"
    assert re.search(r"1:125,000 \(A3\)", text(layout, "scale_text"))


@pytest.mark.parametrize("name", [n for n in FURNITURE if n != "map"])
def test_a_missing_piece_is_named_and_nothing_is_exported(built, layout, name, tmp_path):
    layout.removeLayoutItem(layout.itemById(name))
    with pytest.raises(GunmaneError) as caught:
        export_map(built, tmp_path / "map.pdf", layout_name="test")
    assert caught.value.code == "E-FURNITURE" and name in str(caught.value)
    assert not (tmp_path / "map.pdf").exists()


def test_an_empty_title_is_a_missing_piece(built, layout, tmp_path):
    layout.itemById("title").setText(" ")
    with pytest.raises(GunmaneError, match="title"):
        export_map(built, tmp_path / "map.pdf", layout_name="test")


def test_an_adopted_plan_is_no_reference_map(built):
    sheet = add_layout(built, name="adopted", adopted=True, plan_id="P-12", std_ver="2026-04", language="ja")
    assert text(sheet, "mark") == "Adopted plan"
    assert "P-12" in text(sheet, "footer") and "2026-04" in text(sheet, "footer")


def test_without_a_plan_the_footer_names_none(layout):
    assert "Plan" not in text(layout, "footer")


def test_the_whole_area_goes_to_1_125000(built, layout):
    assert round(layout.itemById("map").scale(), -2) == 125_000


@pytest.mark.parametrize(("km", "scale"), [(0.5, 2_500), (2.4, 10_000), (36.9, 125_000), (38.0, 250_000)])
def test_the_scale_is_the_nearest_listed_step_that_fits(km, scale):
    assert fitting_scale(QgsRectangle(0, 0, km * 1000, 100), 296, 249) == scale


def test_a_larger_area_still_gets_a_round_scale():
    assert fitting_scale(QgsRectangle(0, 0, 900_000, 1), 300, 200) == 3_000_000


@pytest.mark.parametrize("scale", SCALES)
def test_the_scale_bar_is_round_and_fits_its_place(built, layout, scale):
    show(layout, layout.itemById("map").extent(), scale)
    bar = layout.itemById("scale_bar")
    step = bar.unitsPerSegment()
    assert str(step).replace(".", "").strip("0") in ("1", "2", "25", "5")
    assert 2 * step * 1e6 / scale <= 60  # mm


@pytest.mark.parametrize("scale", [2_500, 10_000, 25_000, 125_000])
def test_the_legend_stays_inside_its_column(built, layout, scale):
    from qgis.core import QgsLayoutItemLegend, QgsLegendRenderer, QgsRenderContext

    legend = layout.itemById("legend")
    assert isinstance(legend, QgsLayoutItemLegend)
    show(layout, layout.itemById("map").extent(), scale)
    settings = legend.legendSettings()
    context = QgsRenderContext()
    context.setScaleFactor(96 / 25.4)
    context.setRendererScale(scale)
    needed = QgsLegendRenderer(legend.model(), settings).minimumSize(context)
    assert needed.width() <= legend.rect().width() + 1
    assert needed.height() <= legend.rect().height() + 1
    assert needed.height() > 20


def test_the_legend_names_what_is_drawn_and_nothing_else(built, layout):
    show(layout, layout.itemById("map").extent(), 125_000)
    rows = [
        layer.layer().customProperty("gunmane/key")
        for layer in layout.itemById("legend").model().rootGroup().findLayers()
    ]
    assert {"road_main", "city", "boundary", "damage_overview"} <= set(rows)
    assert not {"facility_point", "damage", "road_other"} & set(rows)


def test_letters_are_at_least_8_points(layout):
    for item in layout.items():
        if isinstance(item, QgsLayoutItemLabel):
            assert item.textFormat().size() >= 8, item.id()


def test_the_pdf_embeds_its_fonts_and_stays_vector(built, layout, tmp_path):
    path = export_map(built, tmp_path / "地図 1.pdf", layout_name="test", dpi=150)
    data = (tmp_path / "地図 1.pdf").read_bytes()
    assert path.endswith("地図 1.pdf") and data.startswith(b"%PDF")
    assert b"/FontFile" in data
    assert len(data) < 5_000_000


def test_a_picture_has_the_size_of_its_dpi(built, layout, tmp_path):
    from qgis.PyQt.QtGui import QImage

    export_map(built, tmp_path / "map.png", layout_name="test", dpi=50)
    picture = QImage(str(tmp_path / "map.png"))
    assert abs(picture.width() - 420 / 25.4 * 50) < 3


def test_a_project_without_a_sheet_says_so(tmp_path, qgis_app):
    with pytest.raises(GunmaneError) as caught:
        export_map(QgsProject(), tmp_path / "map.pdf")
    assert caught.value.code == "E-NOLAYOUT"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ((2026, 3, 5), "令和8年3月5日現在"),
        ((2019, 5, 1), "令和元年5月1日現在"),
        ((2019, 4, 30), "平成31年4月30日現在"),
        ((1989, 1, 7), "昭和64年1月7日現在"),
    ],
)
def test_the_day_is_in_the_japanese_era(day, words):
    assert as_of_text(datetime.date(*day), "ja") == words
