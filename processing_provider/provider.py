"""The provider under which QGIS lists the algorithms."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..i18n import tr
from .check_data import CheckData
from .compare_standards import CompareStandards
from .coverage_matrix import CoverageMatrix
from .export_unified import ExportUnified
from .import_city import ImportCity
from .judge_standards import JudgeStandards
from .load_unified_map import LoadUnifiedMap
from .prioritize import Prioritize
from .priority_sensitivity import PrioritySensitivity
from .propose_profile import ProposeProfile
from .standards_exchange import ExportStandards, ImportStandards
from .undo_import import UndoImport
from .unify_cities import UnifyCities
from .update_store import UpdateStore

ICON = Path(__file__).parent.parent / "styles" / "icon.svg"


class GunmaneProvider(QgsProcessingProvider):
    """Id ``gunmane``; ids of algorithms, once published, never change."""

    def id(self):
        return "gunmane"

    def name(self):
        return tr("Gunmane Roads")

    def longName(self):
        return tr("Gunmane Roads: joint road maintenance of several cities")

    def icon(self):
        return QIcon(str(ICON))

    def loadAlgorithms(self):
        for algorithm in (
            ImportCity,
            UnifyCities,
            LoadUnifiedMap,
            UpdateStore,
            UndoImport,
            CheckData,
            CoverageMatrix,
            ExportUnified,
            ProposeProfile,
            ImportStandards,
            ExportStandards,
            JudgeStandards,
            CompareStandards,
            Prioritize,
            PrioritySensitivity,
        ):
            self.addAlgorithm(algorithm())
