"""``gunmane:importstandards`` and ``gunmane:exportstandards``: maintenance standards into the store and out of it."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingException,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ...i18n import language, tr
from ..base import GunmaneAlgorithm, usual_store
from .common import GROUP_ID, builtin_rows, city_names, set_of, standards_group, titles_of

SOURCES = ("workbook", "common", "examples")


class ImportStandards(GunmaneAlgorithm):
    ID = "importstandards"
    ICON = "icons/standards-import.svg"
    NEEDS = ("numpy", "pandas", "openpyxl")
    GROUP_ID = GROUP_ID

    def title(self):
        return tr("Load maintenance standards into the store")

    def group_title(self):
        return standards_group()

    def keywords(self):
        return ["維持管理水準", "基準", "Excel", "standard", "threshold", "workbook"]

    def declare(self):
        self.add(
            QgsProcessingParameterEnum(
                "SOURCE",
                tr("Where from"),
                [
                    tr("A workbook (xlsx)"),
                    tr("The common standard that ships with the plugin (a proposal)"),
                    tr("The common standard and invented examples of four cities"),
                ],
                defaultValue=0,
            ),
            tr("A workbook has the form that “Write maintenance standards as a workbook” gives."),
        )
        self.add(
            QgsProcessingParameterFile(
                "FILE", tr("Workbook"), optional=True, fileFilter=tr("Workbooks (*.xlsx);;All files (*)")
            ),
            tr("Only for the first choice. Cells that cannot be read are named, and nothing is taken then."),
        )
        self.add_store_to_write()
        self.add(
            QgsProcessingParameterString("AUTHOR", tr("Author"), optional=True),
            tr("Kept with rows that name no author; empty: the user's name of the settings."),
        )
        self.add(
            QgsProcessingParameterBoolean(
                "REPLACE", tr("Replace versions that the store already has"), defaultValue=False
            ),
            tr(
                "A version may be part of past judgements; otherwise other values under the same version are refused."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBoolean("DRY_RUN", tr("Only try (write nothing)"), defaultValue=False),
            tr("Lists what would change. The store is not touched."),
        )
        self.add_numbers(
            NEW=tr("Rows added"), CHANGED=tr("Rows changed"), SAME=tr("Rows unchanged"), DOUBTS=tr("Doubts")
        )

    def checkParameterValues(self, parameters, context):
        if self.parameterAsEnum(parameters, "SOURCE", context) == 0 and not self.parameterAsFile(
            parameters, "FILE", context
        ):
            return False, tr("Name the workbook.")
        return super().checkParameterValues(parameters, context)

    def work(self, parameters, context, feedback):
        from pathlib import Path

        from ...analysis.standards import check
        from ...layers.standards import changes, read_standards, read_workbook, write_standards
        from ...layers.store import open_or_create, open_store
        from ...ui import settings

        source = SOURCES[self.parameterAsEnum(parameters, "SOURCE", context)]
        if source == "workbook":
            rows = read_workbook(self.parameterAsFile(parameters, "FILE", context))
        else:
            rows = builtin_rows(examples=source == "examples")
        if not rows:
            raise QgsProcessingException(tr("The workbook holds no row of a standard."))
        store = self.parameterAsFileOutput(parameters, "STORE", context)
        dry = self.parameterAsBool(parameters, "DRY_RUN", context)
        held: list[dict] = []
        if Path(store).exists():
            with open_store(store, readonly=True) as opened:
                held = read_standards(opened)
        elif not dry:
            open_or_create(store, settings.value("store_crs")).close()
        together = {
            tuple(row.get(k) or "" for k in ("std_id", "ver", "scope", "scope_key")): row
            for row in [*held, *rows]
        }
        doubts = check(set_of(list(together.values())))
        self._tell(doubts, feedback)
        author = self.parameterAsString(parameters, "AUTHOR", context).strip() or settings.value("user_name")
        if dry:
            found = changes(held, rows)
        else:
            found = write_standards(
                store, rows, author, replace=self.parameterAsBool(parameters, "REPLACE", context)
            )
        for change in found[:200]:
            cells = ", ".join(
                f"{name} {shown(old)} → {shown(new)}" for name, (old, new) in change.cells.items()
            )
            feedback.pushInfo(
                f"{' '.join(filter(None, change.key))}: {cells if change.kind == 'changed' else tr('new')}"
            )
        kinds = [change.kind for change in found]
        return {
            "STORE": store,
            "NEW": kinds.count("new"),
            "CHANGED": kinds.count("changed"),
            "SAME": len(rows) - len(found),
            "DOUBTS": len(doubts),
        }

    def _tell(self, doubts, feedback) -> None:
        from ...schema import model

        for doubt in doubts[:100]:
            rule = model().rules.get(doubt.code)
            words = (rule.ja if language() == "ja" else rule.en) if rule else doubt.code
            where = " ".join(filter(None, (doubt.std_id, doubt.scope_key, doubt.ver, doubt.cell)))
            feedback.pushWarning(f"{where}: {words} {doubt.detail}".rstrip())


class ExportStandards(GunmaneAlgorithm):
    ID = "exportstandards"
    ICON = "icons/standards-export.svg"
    NEEDS = ("numpy", "pandas", "openpyxl")
    GROUP_ID = GROUP_ID

    def title(self):
        return tr("Write maintenance standards as a workbook")

    def group_title(self):
        return standards_group()

    def keywords(self):
        return ["維持管理水準", "基準", "Excel", "standard", "workbook"]

    def declare(self):
        self.add(
            QgsProcessingParameterFile(
                "STORE", tr("Unified store"), extension="gpkg", optional=True, defaultValue=usual_store(existing=True)
            ),
            tr("Whose standards are written, all versions. Empty: those that ship with the plugin."),
        )  # fmt: skip
        self.add(
            QgsProcessingParameterFileDestination("OUTPUT", tr("Workbook"), tr("Workbooks (*.xlsx)")),
            tr("One sheet for the common standard, one for each city or route; made to be edited in Excel and loaded"
               " again."),
        )  # fmt: skip
        self.add_language()
        self.add_numbers(ROWS=tr("Rows written"))

    def work(self, parameters, context, feedback):
        from ... import i18n
        from ...layers.standards import read_standards, write_workbook
        from ...layers.store import open_store

        store = self.parameterAsFile(parameters, "STORE", context)
        rows, names = [], {}
        if store:
            with open_store(store, readonly=True) as opened:
                rows, names = read_standards(opened), city_names(opened)
            if not rows:
                feedback.pushWarning(
                    tr("The store has no standards yet; those that ship with the plugin are written.")
                )
        builtin = not rows
        rows = rows or builtin_rows()
        titles, examples = titles_of()
        with i18n.speaking(self.chosen_language(parameters, context)):
            output = write_workbook(
                rows, self.parameterAsFileOutput(parameters, "OUTPUT", context), names=names or city_names(None),
                titles=titles, examples=examples if builtin else (),
            )  # fmt: skip
        return {"OUTPUT": output, "ROWS": len(rows)}


def shown(value) -> str:
    return (
        "–" if value is None or value != value else f"{value:g}" if isinstance(value, float) else str(value)
    )
