"""The A3 sheet in a project, and its export.

The sheet is ``styles/a3_landscape.qpt``; its texts are variables of the layout. A sheet that lacks a piece which
a council's map must carry is not exported (unified model, section 9).
"""

from __future__ import annotations

import datetime
import math
import re
import unicodedata
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsExpressionContextUtils,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
)
from qgis.PyQt.QtXml import QDomDocument

from ..i18n import tr
from ..layers.errors import GunmaneError
from ..layers.project.styling import STYLES, icon
from .legend import fill_legend

SCALES = (2_500, 5_000, 10_000, 25_000, 50_000, 80_000, 125_000, 250_000, 500_000, 1_000_000)
FURNITURE = (
    "map",
    "title",
    "legend",
    "north_arrow",
    "scale_bar",
    "scale_text",
    "as_of",
    "department",
    "source",
    "page",
    "mark",
    "footer",
)
TEMPLATE = STYLES / "a3_landscape.qpt"
ERAS = (  # first day, Japanese, English
    (datetime.date(2019, 5, 1), "令和", "Reiwa"),
    (datetime.date(1989, 1, 8), "平成", "Heisei"),
    (datetime.date(1926, 12, 25), "昭和", "Showa"),
)


def add_layout(
    project: QgsProject,
    *,
    name: str | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    as_of: datetime.date | None = None,
    department: str | None = None,
    source: str | None = None,
    plan_id: str = "",
    std_ver: str = "",
    adopted: bool = False,
    page: tuple[int, int] = (1, 1),
    extent: QgsRectangle | None = None,
    scale: int | None = None,
    language: str = "ja",
) -> QgsPrintLayout:
    """Put the A3 sheet into ``project`` under ``name`` (an older sheet of that name is replaced) and return it.

    ``extent`` in the project's CRS (default: the project's full extent), ``scale`` a denominator (default: the
    nearest listed step that shows all of ``extent``). ``adopted`` drops the mark 参考図; ``plan_id`` and
    ``std_ver`` stand in the footer where the map shows a plan.
    """
    layout = QgsPrintLayout(project)
    document = QDomDocument()
    document.setContent(TEMPLATE.read_text(encoding="utf-8"))
    _items, good = layout.loadFromTemplate(document, QgsReadWriteContext(), True)
    if not good:
        raise GunmaneError(
            tr("The style {name} cannot be loaded: {reason}", name=TEMPLATE.name, reason=""), code="E-STYLE"
        )
    layout.setName(name or tr("Whole area A3"))
    values = {
        "title": title or tr("Joint road maintenance map: whole area"),
        "subtitle": tr("A figure in a disc or square counts what lies together.")
        if subtitle is None
        else subtitle,
        "mark": tr("Adopted plan") if adopted else tr("Reference"),
        "scale_word": tr("Scale"),
        "as_of": as_of_text(as_of or datetime.date.today(), language),
        "department": department or _department(project),
        "source": tr(
            "Source: {origin}", origin=source or project.customVariables().get("gunmane_source", "")
        ),
        "footer": _footer(plan_id, std_ver, language),
        "page": page[0],
        "pages": page[1],
    }
    for key in ("source", "department"):
        values[key] = wrapped(values[key], 31)
    for key, value in values.items():
        QgsExpressionContextUtils.setLayoutVariable(layout, f"gunmane_{key}", value)
    picture = layout.itemById("north_arrow")
    if isinstance(picture, QgsLayoutItemPicture):
        picture.setPicturePath(icon("north_arrow"), Qgis.PictureFormat.SVG)
    legend = layout.itemById("legend")
    if isinstance(legend, QgsLayoutItemLegend):
        legend.setTitle(tr("Legend"))
    show(layout, extent or _full_extent(project), scale)
    manager = project.layoutManager()
    old = manager.layoutByName(layout.name())
    if old is not None:
        manager.removeLayout(old)
    manager.addLayout(layout)
    return layout


def show(layout: QgsPrintLayout, extent: QgsRectangle, scale: int | None = None) -> int:
    """Centre the sheet's map on ``extent``, at ``scale`` or the nearest listed step; returns the denominator.

    The legend follows: it names what is visible at that scale and nothing else.
    """
    sheet = _map(layout)
    size = sheet.sizeWithUnits()
    scale = scale or fitting_scale(extent, size.width() - 6, size.height() - 6)
    width, height = size.width() * scale / 1000, size.height() * scale / 1000
    centre = extent.center()
    sheet.setCrs(layout.project().crs())
    sheet.setExtent(
        QgsRectangle(
            centre.x() - width / 2, centre.y() - height / 2, centre.x() + width / 2, centre.y() + height / 2
        )
    )
    bar = layout.itemById("scale_bar")
    if bar is not None:
        bar.setLinkedMap(sheet)
        bar.setUnitsPerSegment(_round_km(scale * 22 / 1e6))
    legend = layout.itemById("legend")
    if isinstance(legend, QgsLayoutItemLegend):
        legend.setLinkedMap(sheet)
        fill_legend(legend, layout.project(), scale, sheet.extent())
    return scale


def export_map(
    project: QgsProject,
    path: str | Path,
    *,
    dpi: int = 300,
    extent: QgsRectangle | None = None,
    scale: int | None = None,
    layout_name: str | None = None,
) -> str:
    """Write the sheet as PDF (text as text, fonts embedded) or PNG, by the ending of ``path``; returns the path.

    ``extent`` and ``scale`` change what the sheet shows. Raises GunmaneError E-NOLAYOUT (no such sheet),
    E-FURNITURE (a required piece is missing or empty; the message names it), E-WRITE.
    """
    path = Path(path)
    layouts = project.layoutManager().printLayouts()
    layout = (
        project.layoutManager().layoutByName(layout_name)
        if layout_name
        else (layouts[0] if layouts else None)
    )
    if layout is None:
        raise GunmaneError(
            tr("The project has no print layout {name}.", name=layout_name or ""),
            code="E-NOLAYOUT",
            remedy=tr("Load the unified map again: it brings its layout."),
        )
    if extent is not None or scale is not None:
        show(layout, extent or _map(layout).extent(), scale)
    check_furniture(layout)
    path.parent.mkdir(parents=True, exist_ok=True)
    exporter = QgsLayoutExporter(layout)
    if path.suffix.lower() == ".pdf":
        settings = QgsLayoutExporter.PdfExportSettings()
        settings.dpi = dpi
        settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
        settings.exportMetadata = True
        result = exporter.exportToPdf(str(path), settings)
    else:
        settings = QgsLayoutExporter.ImageExportSettings()
        settings.dpi = dpi
        result = exporter.exportToImage(str(path), settings)
    if result != QgsLayoutExporter.ExportResult.Success:
        raise GunmaneError(
            tr("The map cannot be written: {reason}", reason=exporter.errorMessage() or str(result)),
            code="E-WRITE",
            file=str(path),
            remedy=tr("Choose a folder that you may write to, and close the file if it is open elsewhere."),
        )
    return str(path)


def check_furniture(layout: QgsPrintLayout) -> None:
    """Raise GunmaneError E-FURNITURE with the names of the required pieces that are missing, hidden or empty.

    The footer may be empty: a plan's id stands there only where there is a plan.
    """
    lacking = []
    for name in FURNITURE:
        item = layout.itemById(name)
        label = isinstance(item, QgsLayoutItemLabel) and name != "footer"
        if item is None or not item.isVisible() or (label and not item.currentText().strip()):
            lacking.append(name)
    if lacking:
        raise GunmaneError(
            tr("The layout {layout} lacks: {pieces}", layout=layout.name(), pieces=", ".join(lacking)),
            code="E-FURNITURE",
            remedy=tr(
                "Put the named items back (their ids stand in the layout's list of items), or load the map again."
            ),
        )


def fitting_scale(extent: QgsRectangle, width_mm: float, height_mm: float) -> int:
    """The largest listed scale at which ``extent`` (metres) fits into a frame of millimetres."""
    needed = max(extent.width() / width_mm, extent.height() / height_mm) * 1000
    return next(
        (step for step in SCALES if step >= needed), max(SCALES[-1], int(math.ceil(needed / 1e6) * 1e6))
    )


def as_of_text(day: datetime.date, language: str = "ja") -> str:
    """``令和8年3月5日現在`` (the first year of an era is 元年); in English the date with the era's year."""
    for start, ja, en in ERAS:
        if day >= start:
            year = day.year - start.year + 1
            if language == "ja":
                return f"{ja}{'元' if year == 1 else year}年{day.month}月{day.day}日現在"
            return f"As of {day.isoformat()} ({en} {year})"
    return f"{day.year}年{day.month}月{day.day}日現在" if language == "ja" else f"As of {day.isoformat()}"


def wrapped(text: str, width: int) -> str:
    """Lines of at most ``width`` full-width characters: layout labels break at spaces only, Japanese has none.

    Figures and Latin words stay whole, closing marks do not begin a line.
    """
    lines, used = [""], 0.0
    for piece in re.findall(r"[\x21-\x7e]+|.", text):
        step = sum(1.0 if unicodedata.east_asian_width(letter) in "WFA" else 0.55 for letter in piece)
        if used + step > width and piece[0] not in "、。)」】":
            lines.append("")
            used = 0.0
        lines[-1] += piece
        used += step
    return "\n".join(lines)


def _map(layout: QgsPrintLayout) -> QgsLayoutItemMap:
    item = layout.itemById("map")
    if not isinstance(item, QgsLayoutItemMap):
        raise GunmaneError(
            tr("The layout {layout} lacks: {pieces}", layout=layout.name(), pieces="map"), code="E-FURNITURE"
        )
    return item


def _full_extent(project: QgsProject) -> QgsRectangle:
    extent = project.viewSettings().fullExtent()
    return QgsRectangle(0, 0, 1000, 1000) if extent.isEmpty() else QgsRectangle(extent)


def _department(project: QgsProject) -> str:
    """From the cities' rows: each city with the department that it names; a gap is written out, never guessed."""
    for layer in project.mapLayers().values():
        if layer.customProperty("gunmane/key") == "city":
            rows = sorted(layer.getFeatures(), key=lambda row: row["city_code"])
            parts = [" ".join(str(row[n]) for n in ("name_ja", "dept_ja") if row[n]) for row in rows]
            if any(row["dept_ja"] for row in rows):
                return tr("Made by: {department}", department="、".join(parts))
            return tr("Made by: {department} [department to be filled in]", department="・".join(parts))
    return tr("Made by: {department}", department=tr("[to be filled in]"))


def _footer(plan_id: str, std_ver: str, language: str) -> str:
    parts = [tr("Made with Gunmane Roads. Roads and places are drawn from the cities' ledgers.")]
    if plan_id:
        parts.append(tr("Plan {plan_id}", plan_id=plan_id))
    if std_ver:
        parts.append(tr("Standards {std_ver}", std_ver=std_ver))
    return "  ".join(parts)


def _round_km(value: float) -> float:
    """1, 2, 2.5 or 5 times a power of ten, at most ``value``."""
    power = 10 ** math.floor(math.log10(value))
    return max(step for step in (1, 2, 2.5, 5) if step * power <= value * 1.0001) * power
