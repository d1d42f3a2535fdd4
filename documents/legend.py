"""The sheet's legend: what is visible at its scale, compact enough for its column."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsLayoutItemLegend,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayerLegendUtils,
    QgsProject,
    QgsRectangle,
    QgsRenderContext,
)

FEW, MANY = 27, 52  # rows that fit the column in one and in two columns
LOOKED_AT = 30_000  # rows of a layer that are asked for their class; beyond that every class is named


def fill_legend(legend: QgsLayoutItemLegend, project: QgsProject, scale: float, extent: QgsRectangle) -> None:
    """Rows for what the ticked vector layers draw inside ``extent`` at ``scale``, in the order of the layer tree.

    A layer with kinds inside states (damages, requests) shows all kinds once, then one row a state, instead of
    every pair. Nothing is updated by itself afterwards: a legend must not change between check and print.
    """
    legend.setAutoUpdateModel(False)
    root = legend.model().rootGroup()
    root.clear()
    rows = 0
    for node in project.layerTreeRoot().findLayers():
        layer = node.layer()
        if layer is None or not node.isVisible() or not layer.isSpatial() or not layer.isInScaleRange(scale):
            continue
        indexes, labels = _chosen(layer, scale, extent)
        if not indexes:
            continue
        entry = root.addLayer(layer)
        QgsMapLayerLegendUtils.setLegendNodeOrder(entry, indexes)
        for index, words in labels.items():
            QgsMapLayerLegendUtils.setLegendNodeUserLabel(entry, index, words)
        single = len(indexes) == 1
        if single and _is_done(layer):
            QgsMapLayerLegendUtils.setLegendNodeUserLabel(entry, indexes[0], layer.name())
        entry.setCustomProperty("legend/title-label", _heading(layer))
        style = QgsLegendStyle.Style.Hidden if single else QgsLegendStyle.Style.Subgroup
        QgsLegendRenderer.setNodeLegendStyle(entry, style)
        rows += len(indexes) + (0 if single else 1)
        legend.model().refreshLayerLegend(entry)
    legend.setColumnCount(1 if rows <= FEW else 2)
    legend.setSplitLayer(rows > FEW)
    legend.setSymbolWidth(10 if rows <= FEW else 6)
    legend.setSymbolHeight(4.6 if rows <= FEW else 4.0)
    _shrink(legend, rows)
    legend.refresh()


def _chosen(layer, scale: float, extent: QgsRectangle) -> tuple[list[int], dict[int, str]]:
    """Indexes of the renderer's legend rows to show, and texts that replace their own."""
    items = layer.renderer().legendSymbolItems()
    drawn = _drawn(layer, scale, extent)
    children: dict[str, list[int]] = {}
    keys = {item.ruleKey() for item in items}  # the rule above all others is not among them
    for index, item in enumerate(items):
        if item.parentRuleKey() in keys:
            children.setdefault(item.parentRuleKey(), []).append(index)
    kept, labels = [], {}
    below_some = {index for part in children.values() for index in part}
    parents = [index for index, item in enumerate(items) if children.get(item.ruleKey())]
    for index, item in enumerate(items):
        if (
            _unseen(item.symbol())
            or not _in_range(item, scale)
            or index in below_some
            or item.ruleKey() not in drawn
        ):
            continue
        kept.append(index)
    return [*_kinds_then_states(layer, items, parents, children, drawn, labels), *kept], labels


def _heading(layer) -> str:
    """The layer's name; where kinds stand inside states, with the state whose colour the kinds' rows show."""
    items = layer.renderer().legendSymbolItems()
    inside = {item.parentRuleKey() for item in items}
    state = next((item.label() for item in items if item.ruleKey() in inside), "")
    if not state or _is_done(layer):
        return layer.name()
    return f"{layer.name()}({state})"


def _is_done(layer) -> bool:
    """Layers of what is done show states only: their kinds stand beside what is open."""
    return str(layer.customProperty("gunmane/key")).endswith("_done")


def _unseen(symbol) -> bool:
    """A mark that only carries a label (names of towns) needs no row."""
    return symbol is None or (symbol.type() == Qgis.SymbolType.Marker and symbol.size() < 0.05)


def _kinds_then_states(layer, items, parents, children, drawn, labels) -> list[int]:
    """The first state's row for every kind that occurs in any state, then one row for each other state."""
    if not parents:
        return []
    first = children[items[parents[0]].ruleKey()]
    used = {
        place
        for parent in parents
        for place, index in enumerate(children[items[parent].ruleKey()])
        if items[index].ruleKey() in drawn
    }
    kinds = not _is_done(layer)
    kept = [index for place, index in enumerate(first) if place in used] if kinds else []
    for parent in parents[1:] if kinds else parents:
        there = [index for index in children[items[parent].ruleKey()] if items[index].ruleKey() in drawn]
        if there:
            kept.append(there[0])
            labels[there[0]] = items[parent].label()
    return kept


def _drawn(layer, scale: float, extent: QgsRectangle) -> set[str]:
    """Keys of the legend rows that some feature inside ``extent`` takes at ``scale``."""
    renderer = layer.renderer().clone()
    renderer = renderer.embeddedRenderer().clone() if renderer.type() == "pointCluster" else renderer
    keys = {item.ruleKey() for item in renderer.legendSymbolItems()}
    context = QgsRenderContext()
    context.setRendererScale(scale)
    scopes = QgsExpressionContextUtils.globalProjectLayerScopes(layer)
    context.setExpressionContext(QgsExpressionContext(scopes))
    request = QgsFeatureRequest().setFilterRect(extent).setLimit(LOOKED_AT)
    found: set[str] = set()
    renderer.startRender(context, layer.fields())
    request.setSubsetOfAttributes(renderer.usedAttributes(context), layer.fields())
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    count = 0
    for feature in layer.getFeatures(request):
        count += 1
        context.expressionContext().setFeature(feature)
        found |= set(renderer.legendKeysForFeature(feature, context))
        if found >= keys:
            break
    renderer.stopRender(context)
    return keys if count >= LOOKED_AT else found


def _in_range(item, scale: float) -> bool:
    near, far = item.scaleMinDenom(), item.scaleMaxDenom()  # 0 or -1: no limit
    return not ((far > 0 and scale > far) or (near > 0 and scale < near))


def _shrink(legend: QgsLayoutItemLegend, rows: int) -> None:
    """Many rows: smaller letters and less air, never under the 8 points that are the least on paper."""
    tight = rows > MANY
    two = rows > FEW
    for part, loose, close in (
        (QgsLegendStyle.Style.SymbolLabel, 8.4 if two else 9.0, 8.0),
        (QgsLegendStyle.Style.Subgroup, 9.0 if two else 9.5, 8.5),
    ):
        style = legend.style(part)
        form = style.textFormat()
        form.setSize(close if tight else loose)
        style.setTextFormat(form)
        if part == QgsLegendStyle.Style.SymbolLabel:
            style.setMargin(QgsLegendStyle.Side.Left, 3.0)  # broad lines reach beyond their box
            style.setMargin(QgsLegendStyle.Side.Top, 0.5 if tight else 1.2)
        legend.setStyle(part, style)
    symbol = legend.style(QgsLegendStyle.Style.Symbol)
    symbol.setMargin(QgsLegendStyle.Side.Top, 0.5 if tight else 1.2)
    legend.setStyle(QgsLegendStyle.Style.Symbol, symbol)
