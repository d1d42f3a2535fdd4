"""The provider under which QGIS lists the algorithms."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..i18n import tr
from .checking.check_data import CheckData
from .checking.coverage_matrix import CoverageMatrix
from .checking.export_unified import ExportUnified
from .importing.import_city import ImportCity
from .importing.load_unified_map import LoadUnifiedMap
from .importing.propose_profile import ProposeProfile
from .importing.undo_import import UndoImport
from .importing.unify_cities import UnifyCities
from .importing.update_store import UpdateStore
from .network.build_routes import BuildRoutes
from .network.group_routes import GroupRoutes
from .network.link_borders import LinkBorders
from .priority.prioritize import Prioritize
from .priority.sensitivity import PrioritySensitivity
from .priority.work_plan import WorkPlan
from .standards.compare_standards import CompareStandards
from .standards.exchange import ExportStandards, ImportStandards
from .standards.judge_standards import JudgeStandards
from .zones.assign_zones import AssignZones
from .zones.compare_scenarios import CompareScenarios

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
            WorkPlan,
            LinkBorders,
            BuildRoutes,
            GroupRoutes,
            AssignZones,
            CompareScenarios,
        ):
            self.addAlgorithm(algorithm())
