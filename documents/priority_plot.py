"""The range of rank of the first damages as a picture, where matplotlib is installed."""

from __future__ import annotations

from pathlib import Path

from .. import i18n
from ..analysis.priority import Ranking, Sensitivity
from ..analysis.standards import columns
from ..i18n import language, tr
from .standards_plot import FONTS

SHOWN = 40
COLOURS = {"A": "#ff4b00", "B": "#f6aa00", "C": "#84919e"}
MARKERS = {"A": "*", "B": "D", "C": "o"}


def write_plot(ranking: Ranking, found: Sensitivity, path: str | Path) -> str | None:
    """The first ``SHOWN`` damages from best to worst rank (.png, .svg, .pdf), in the language that is spoken; None
    where matplotlib is not installed."""
    try:
        from matplotlib import font_manager
        from matplotlib.figure import Figure
    except ImportError:
        return None
    import matplotlib

    known = {font.name for font in font_manager.fontManager.ttflist}
    family = [name for name in FONTS if name in known] + ["DejaVu Sans"]
    first = found.frame.sort_values("rank").head(SHOWN)
    frame = ranking.judged.prepared.frame
    number, uuid = columns.texts(frame, "dmg_id"), columns.texts(frame, "uuid")
    with i18n.speaking(language()), matplotlib.rc_context({"font.family": family, "svg.fonttype": "path"}):
        figure = Figure(figsize=(11, 1.5 + 0.24 * max(len(first), 4)), dpi=120, layout="constrained")
        axis = figure.subplots()
        bands = ranking.frame["band"].to_numpy(object)
        for place, (row, entry) in enumerate(first.iterrows()):
            band = bands[row]
            axis.plot(
                [entry["best"], entry["worst"]], [place, place], color="#4d5761", linewidth=3, alpha=0.5
            )
            axis.plot(entry["rank"], place, MARKERS[band], color=COLOURS[band], markeredgecolor="black")
        axis.set_yticks(range(len(first)), [f"{number[row] or uuid[row]}" for row in first.index])
        axis.invert_yaxis()
        axis.set_xlim(left=0.5)
        axis.grid(axis="x", alpha=0.4)
        axis.set_xlabel(tr("Rank"))
        axis.set_title(tr("Range of the rank in {n} random sets of weights", n=f"{len(found.draws):,}"))
        path = Path(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        figure.savefig(path)
    return str(path)
