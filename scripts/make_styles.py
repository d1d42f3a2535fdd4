"""Draw styles/*.qml and styles/svg/*.svg for the first time, or again after an edit of styles/palette.toml.

The .qml files are what the project loads: GIS staff may edit them in QGIS instead of running this. Needs QGIS:
``QT_QPA_PLATFORM=offscreen .venv/bin/python scripts/make_styles.py [name ...]``
"""

from __future__ import annotations

import json
import os
import re
import sys
import uuid
from pathlib import Path

os.environ["QT_HASH_SEED"] = "0"  # else Qt writes attributes in another order on every run

from qgis.core import (
    QgsApplication,
    QgsMapLayer,
    QgsRuleBasedLabeling,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsVectorSimplifyMethod,
)

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / ".build" / "plugins")]

from styling import events, judged, network, planned, ranked, roads, things  # noqa: E402
from styling.icons import write_icons  # noqa: E402
from styling.sheet import write_sheet  # noqa: E402
from styling.symbols import LABELS, STYLES, reach  # noqa: E402

SAVED = (
    QgsMapLayer.StyleCategory.Symbology
    | QgsMapLayer.StyleCategory.Labeling
    | QgsMapLayer.StyleCategory.Rendering
)


def main(names: list[str]) -> None:
    write_icons(STYLES / "svg")
    makers = {
        **roads.MAKERS,
        **events.MAKERS,
        **things.MAKERS,
        **judged.MAKERS,
        **ranked.MAKERS,
        **planned.MAKERS,
        **network.MAKERS,
    }
    for name in names or makers:
        write_style(name, makers[name]())
    write_sheet(STYLES / "a3_landscape.qpt")
    _tidy(STYLES / "a3_landscape.qpt")
    labels = STYLES / "labels_en.json"
    if names:  # the other styles keep their labels
        LABELS.update({**json.loads(labels.read_text("utf-8")), **LABELS})
    labels.write_text(
        json.dumps(dict(sorted(LABELS.items())), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )


def write_style(name: str, spec: dict) -> None:
    """One .qml: renderer, labels, scale range, simplification."""
    layer = QgsVectorLayer(f"{spec['type']}?crs=EPSG:6677", name, "memory")
    layer.setRenderer(spec["renderer"])
    _label(layer, spec)
    farthest, nearest = reach(spec.get("scales", (0, 0)))
    layer.setScaleBasedVisibility(bool(farthest or nearest))
    layer.setMinimumScale(farthest)
    layer.setMaximumScale(nearest)
    simplify = layer.simplifyMethod()
    simplify.setSimplifyHints(QgsVectorSimplifyMethod.SimplifyHint.FullSimplification)
    simplify.setThreshold(1.0)
    simplify.setForceLocalOptimization(True)
    layer.setSimplifyMethod(simplify)
    path = STYLES / f"{name}.qml"
    message, good = layer.saveNamedStyle(str(path), SAVED)
    if not good:
        raise SystemExit(message)
    path.write_text(_settled(path.read_text(encoding="utf-8"), name), encoding="utf-8")


def _label(layer, spec: dict) -> None:
    if "labels" in spec:
        layer.setLabeling(QgsVectorLayerSimpleLabeling(_merged(spec["labels"])))
    elif "rule_labels" in spec:
        root = QgsRuleBasedLabeling.Rule(None)
        for filter_, settings in spec["rule_labels"]:
            root.appendChild(QgsRuleBasedLabeling.Rule(_merged(settings), 0, 0, filter_))
        layer.setLabeling(QgsRuleBasedLabeling(root))
    else:
        layer.setLabelsEnabled(False)
        return
    layer.setLabelsEnabled(True)


def _merged(settings):
    """Lines with one text are labelled as one, so that a name does not stand on every section."""
    lines = settings.lineSettings()
    lines.setMergeLines(True)
    settings.setLineSettings(lines)
    return settings


def _tidy(path: Path) -> None:
    path.write_text(_settled(path.read_text(encoding="utf-8"), path.stem), encoding="utf-8")


def _settled(xml: str, name: str) -> str:
    """Random ids -> ids from the style's name, the same on every run; icons by file name alone."""
    seen: dict[str, str] = {}

    def settle(match):
        old = match.group(0)
        if old not in seen:
            seen[old] = "{" + str(uuid.uuid5(uuid.NAMESPACE_URL, f"gunmane/{name}/{len(seen)}")) + "}"
        return seen[old]

    xml = re.sub(r"\{[0-9a-f]{8}-[0-9a-f-]{27}\}", settle, xml)
    return re.sub(r'value="[^"]*?([A-Za-z0-9_]+\.svg)"', r'value="\1"', xml)


if __name__ == "__main__":
    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], True)
    application.initQgis()
    main(sys.argv[1:])
