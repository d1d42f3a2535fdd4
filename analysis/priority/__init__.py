"""One list for several cities: ``prioritize`` judged damages, say why, and how solid the ranks are.

Pure functions on DataFrames and arrays; no QGIS, no files beside ``schema/priority``. Source: unified model, section
5. Order of use: ``with_sections`` (damages without a section), ``standards.judge``, ``prioritize``, then ``reasons``
and ``sensitivity``.
"""

from __future__ import annotations

from .catalogue import FACTORS
from .gathering import Facts, Layers, gather, with_sections
from .order import OrderError
from .preset import BANDS, Preset, PresetError
from .ranking import prioritize
from .rebuilding import judgements_of
from .results import Ranking
from .sensitivity import Sensitivity, sensitivity
from .words import absences, reason, reasons

__all__ = [
    "BANDS",
    "FACTORS",
    "Facts",
    "Layers",
    "OrderError",
    "Preset",
    "PresetError",
    "Ranking",
    "Sensitivity",
    "absences",
    "gather",
    "judgements_of",
    "prioritize",
    "reason",
    "reasons",
    "sensitivity",
    "with_sections",
]
