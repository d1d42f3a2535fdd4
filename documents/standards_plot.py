"""The report's first chart and its curves as one picture, where matplotlib is installed."""

from __future__ import annotations

from pathlib import Path

from .. import i18n
from ..analysis.standards import ALL
from ..analysis.standards.agreement import Agreement
from ..i18n import tr
from . import standards_words as say
from .standards_charts import LINES
from .standards_content import Setting, content, invented

FONTS = (
    "Noto Sans CJK JP",
    "Noto Sans JP",
    "BIZ UDPGothic",
    "Yu Gothic",
    "Meiryo",
    "Hiragino Sans",
    "MS Gothic",
)


def write_plot(found: Agreement, setting: Setting, path: str | Path, language: str = "ja") -> str | None:
    """Repairs by city and the curves as a picture (.png, .svg, .pdf); None where matplotlib is not installed."""
    try:
        from matplotlib import font_manager
        from matplotlib.figure import Figure
    except ImportError:
        return None
    import matplotlib

    known = {font.name for font in font_manager.fontManager.ttflist}
    family = [name for name in FONTS if name in known] + ["DejaVu Sans"]
    with i18n.speaking(language), matplotlib.rc_context({"font.family": family, "svg.fonttype": "path"}):
        parts = content(found, setting)
        figure = Figure(figsize=(16, 9), dpi=120, layout="constrained")
        axes = figure.subplots(1, 1 + len(found.curves), squeeze=False)[0]
        _plot_cities(axes[0], parts)
        for axis, curve in zip(axes[1:], found.curves):
            _plot_curve(axis, curve, setting)
        remarks = [invented() if parts["invented"] else ""]
        remarks.append(tr("Yen: example prices, invented.") if parts["example_prices"] else "")
        remark = " ".join(filter(None, remarks))
        figure.suptitle(f"{parts['before']} → {parts['after']}\n{remark}", fontsize=16)
        path = Path(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        figure.savefig(path)
    return str(path)


def _plot_cities(axis, parts: dict) -> None:
    rows = [row for row in parts.get("rows", []) if not row["total"]][::-1]
    places = list(range(len(rows)))
    axis.barh([p + 0.2 for p in places], [r["before"] for r in rows], 0.36, color="#e4e8ec", edgecolor="#4d5761",
              hatch="///", label=tr("now"))  # fmt: skip
    axis.barh(
        [p - 0.2 for p in places], [r["after"] for r in rows], 0.36, color="#005aff", label=tr("agreed")
    )
    for place, row in zip(places, rows):
        axis.annotate(f" {row['before_text']}", (row["before"], place + 0.2), va="center", fontsize=13)
        axis.annotate(
            f" {row['after_text']} ({row['signed']})", (row["after"], place - 0.2), va="center", fontsize=13
        )
    axis.set_yticks(places, [row["name"] for row in rows], fontsize=16)
    axis.set_title(tr("Repairs a year") if parts.get("dated") else tr("Repairs in all records"), fontsize=16)
    axis.margins(x=0.3)
    if rows:
        axis.legend(fontsize=13, loc="upper center", bbox_to_anchor=(0.5, -0.06), ncols=2)


def _plot_curve(axis, curve, setting: Setting) -> None:
    for n, (code, own) in enumerate(curve.table[curve.table["city_code"] != ALL].groupby("city_code")):
        colour = LINES[n % len(LINES)]
        axis.plot(own["value"], own["repairs_y"], color=colour, marker="os^DPv"[n % 6],
                  linestyle=("-", "--", ":", "-.")[n % 4], linewidth=2.5,
                  label=setting.names.get(code, code))  # fmt: skip
        here = own[own["value"] == curve.now.get(code)]
        axis.plot(here["value"], here["repairs_y"], "o", markersize=18, markerfacecolor="none", color=colour)
    for value in sorted(set(curve.then.values())):
        axis.axvline(value, color="#f6aa00", linewidth=8, alpha=0.35, zorder=0)
    axis.set_title(
        f"{say.title_of(setting.titles, curve.std_id, None)}: {say.cell_label(curve.cell)}", fontsize=16
    )
    axis.set_xlabel(say.unit_of(curve.measure), fontsize=13)
    axis.set_ylim(bottom=0)
    axis.margins(x=0.08)
    axis.legend(fontsize=13, loc="upper center", bbox_to_anchor=(0.5, -0.1), ncols=2)
