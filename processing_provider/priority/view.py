"""How a ranked layer opens: its style on the map, and an attribute table that reads like the list.

The fields of the input are not known beforehand, so the table is set up here and not in the .qml: order, widths,
hidden columns, codes as words, colours of bands. A GeoPackage gets all of it as its default style and takes it along.
"""

from __future__ import annotations

from qgis.core import QgsAttributeTableConfig, QgsConditionalStyle, QgsEditorWidgetSetup
from qgis.PyQt.QtGui import QColor
from qgis.utils import iface

from ... import i18n
from ...i18n import tr
from ..base import ICONS

# Columns from left to right: (field, width in pixels).
_HEAD = (("rank", 55), ("band", 60), ("score", 65))
_DAMAGE = (("dmg_id", 135), ("city_code", 95), ("route_key", 130), ("address", 170), ("ft", 105), ("dt", 115),
           ("judge", 90))  # fmt: skip
RANKED = (
    *_HEAD, ("on_top", 70), ("category", 75), ("risk", 65), ("reason", 560), ("due", 210), ("days_over", 85), *_DAMAGE,
    ("first_response", 90), ("due_code", 90), ("risk_i", 60), ("risk_p", 60), ("f_school", 75), ("f_emergency", 75),
    ("f_traffic", 75), ("f_repeat", 75), ("f_overdue", 75), ("f_bus", 75), ("f_poi", 75), ("factors", 90),
    ("repeats", 75), ("not_ranked", 190), ("prio_flags", 170),
)  # fmt: skip
RANGES = (
    *_HEAD, ("rank_best", 80), ("rank_worst", 80), ("in_band", 165), ("in_top", 120), ("moves", 90), ("solid", 90),
    ("border", 90), *_DAMAGE, ("judge_reason", 420),
)  # fmt: skip
# Field -> code list whose words the table shows.
_CODES = {"ft": "FT", "dt": "DT", "judge": "JUDGE", "category": "PR", "first_response": "RS", "due_code": "RS",
          "st": "ST"}  # fmt: skip
# Band -> (background, text): colours for all eyes, as on the map and in the workbook; the letter says it too.
_BANDS = {"A": ("#ffcabf", "#1a1a1a"), "B": ("#ffe3b0", "#1a1a1a"), "C": ("#e8edf3", "#1a1a1a")}


def dress(layer, style: str, titles: dict[str, str], language: str | None = None) -> None:
    """Give a result layer its style (``styles/<style>.qml``, where it has places) and its table."""
    path = ICONS / f"{style}.qml"
    if layer.isSpatial() and path.exists():
        layer.loadNamedStyle(str(path))
    with i18n.speaking(language or i18n.language()):
        _name(layer, titles)
        _words(layer)
        _table(layer, RANGES if "rank_best" in layer.fields().names() else RANKED, titles)
        _colours(layer)
    if layer.providerType() == "ogr" and layer.storageType() == "GPKG":
        layer.saveStyleToDatabase("gunmane", tr("Made by the ranking"), True, "")


def _name(layer, titles: dict[str, str]) -> None:
    """Titles: of the added fields, and of the model's for damages that have none."""
    from ...schema import model

    own = {field.name: field.label(i18n.language()) for field in model().tables["damage"].columns}
    for at, field in enumerate(layer.fields()):
        title = titles.get(field.name()) or own.get(field.name())
        if title and (field.name() in titles or not layer.attributeAlias(at)):
            layer.setFieldAlias(at, title)


def _words(layer) -> None:
    """Codes are shown as words; the cells stay codes."""
    from ...schema import model
    from ..standards.common import city_names

    names = layer.fields().names()
    lists = {field: {code.label(i18n.language()): code.code for code in model().code_lists[name].codes.values()}
             for field, name in _CODES.items()}  # fmt: skip
    if i18n.language() == "ja":
        lists["city_code"] = {name: code for code, name in city_names(None).items()}
    yes, no = tr("yes"), "-"
    lists |= {field: {yes: "1", no: "0"} for field in ("on_top", "solid", "border", "p_assumed")}
    for name in ("score", "factors", "in_band", "in_top", *(name for name in names if name[:2] == "f_")):
        if name in names:
            setup = QgsEditorWidgetSetup("Range", {"Precision": 2, "Style": "SpinBox", "AllowNull": True})
            layer.setEditorWidgetSetup(names.index(name), setup)
    for field, words in lists.items():
        if field in names:
            shown = [{label: code} for label, code in words.items()]
            layer.setEditorWidgetSetup(names.index(field), QgsEditorWidgetSetup("ValueMap", {"map": shown}))


def _table(layer, wanted, titles: dict[str, str]) -> None:
    """The columns in order, by rank; the model's other fields are there but hidden, a layer's own ones stand last."""
    from ...schema import model

    names = layer.fields().names()
    order = [(name, width) for name, width in wanted if name in names]
    placed = {name for name, _ in order}
    quiet = {field.name for field in model().tables["damage"].columns} | set(titles) | {"fid", "judge_flags"}
    quiet |= {"measure", "value", "threshold", "road_class", "transfer", "visit_due", "needs_measure"}
    columns = [_column(name, width) for name, width in order]
    columns += [_column(name, -1, name in quiet) for name in names if name not in placed]
    config = QgsAttributeTableConfig()
    config.setColumns(columns)
    config.setSortExpression('coalesce("rank", 1e9)')  # what is not ranked comes last
    layer.setAttributeTableConfig(config)


def _column(name: str, width: int, hidden: bool = False):
    column = QgsAttributeTableConfig.ColumnConfig()
    column.type, column.name, column.width, column.hidden = (
        QgsAttributeTableConfig.Type.Field,
        name,
        width,
        hidden,
    )
    return column


def _colours(layer) -> None:
    styles = layer.conditionalStyles()
    bands = [_style(f"@value = '{band}'", *colours) for band, colours in _BANDS.items()]
    styles.setFieldStyles("band", bands)
    names = layer.fields().names()
    if "on_top" in names:
        styles.setFieldStyles("rank", [_style('"on_top" = 1', "#ff4b00", "#ffffff", bold=True)])
    if "days_over" in names:
        styles.setFieldStyles("days_over", [_style("@value > 0", None, "#b3000c", bold=True)])
    if "border" in names:
        styles.setFieldStyles("border", [_style("@value = 1", "#ffe3b0", "#1a1a1a", bold=True)])
    if "solid" in names:
        styles.setFieldStyles("solid", [_style("@value = 1", "#bfe4ff", "#1a1a1a")])
    styles.setRowStyles([_style('"rank" IS NULL', None, "#84919e")])


def _style(rule: str, background: str | None, text: str, bold: bool = False) -> QgsConditionalStyle:
    style = QgsConditionalStyle(rule)
    if background:
        style.setBackgroundColor(QColor(background))
    style.setTextColor(QColor(text))
    font = style.font()
    font.setBold(bold)
    if iface is None:  # a batch knows no desktop's font: its own would stand out among the other cells
        font.setPointSize(9)
    style.setFont(font)
    return style
