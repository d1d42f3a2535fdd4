"""Styles by name from ``styles/*.qml``, made independent of this machine and put into the wanted language.

The .qml files name an icon by its file alone (``F16.svg``). Icons are embedded as base64 while a style is
loaded, so that a project opened on a computer without the plugin still draws them.
"""

from __future__ import annotations

import base64
import functools
import json
import re
import xml.etree.ElementTree as ElementTree  # nosec B405: reads only the styles shipped with the plugin
from pathlib import Path

from qgis.core import QgsNullSymbolRenderer, QgsRendererCategory, QgsVectorLayer
from qgis.PyQt.QtXml import QDomDocument

from ...i18n import tr
from ..errors import GunmaneError

STYLES = Path(__file__).resolve().parents[2] / "styles"


def apply_style(layer: QgsVectorLayer, spec, store, language: str) -> None:
    """Give the layer its style; a table, or the whole of a mixed table, is not drawn at all."""
    if not spec.drawn or not spec.style:
        if layer.isSpatial():
            layer.setRenderer(QgsNullSymbolRenderer())
        return
    document = QDomDocument()
    document.setContent(style_xml(spec.style, language))
    good, message = layer.importNamedStyle(document)
    if not good:
        raise GunmaneError(
            tr("The style {name} cannot be loaded: {reason}", name=spec.style, reason=message), code="E-STYLE"
        )
    if spec.key == "city":
        _cities(layer, store, language)


def style_path(name: str) -> Path:
    return STYLES / f"{name}.qml"


@functools.lru_cache(maxsize=128)
def style_xml(name: str, language: str) -> str:
    """The style as text: icons embedded, legend texts in ``language`` where they are known."""
    path = style_path(name)
    if not path.exists():
        raise GunmaneError(tr("The style {name} is missing.", name=name), code="E-STYLE", file=str(path))
    text = path.read_text(encoding="utf-8")
    text = re.sub(
        r'value="(?:[^"]*[/\\])?([A-Za-z0-9_]+)\.svg"', lambda m: f'value="{icon(m.group(1))}"', text
    )
    if language == "ja":
        return text
    words = _english()
    root = ElementTree.fromstring(text)  # nosec B314
    for element in root.iter():
        if element.tag in ("rule", "category") and element.get("label") in words:
            element.set("label", words[element.get("label")])
    return "<!DOCTYPE qgis>\n" + ElementTree.tostring(root, encoding="unicode")


@functools.lru_cache(maxsize=128)
def icon(name: str) -> str:
    """An SVG of ours as QGIS keeps embedded files: ``base64:...``."""
    data = (STYLES / "svg" / f"{name}.svg").read_bytes()
    return "base64:" + base64.b64encode(data).decode("ascii")


@functools.lru_cache(maxsize=1)
def _english() -> dict[str, str]:
    return json.loads((STYLES / "labels_en.json").read_text(encoding="utf-8"))


def _cities(layer: QgsVectorLayer, store, language: str) -> None:
    """The style holds patterns 1, 2, ...: cities take them in the order of their codes, over and over."""
    renderer = layer.renderer().clone()
    patterns = {c.value(): c for c in renderer.categories()}
    slots = sorted((value for value in patterns if str(value).isdigit()), key=int)
    renderer.deleteAllCategories()
    for number, city in enumerate(store.cities):
        symbol = patterns[slots[number % len(slots)]].symbol().clone()
        name = city.name_ja if language == "ja" else city.name_en
        renderer.addCategory(QgsRendererCategory(city.code, symbol, name))
    layer.setRenderer(renderer)
