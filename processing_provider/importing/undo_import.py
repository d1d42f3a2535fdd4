"""``gunmane:undoimport``: the last import of a city taken back as a whole."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingParameterBoolean, QgsProcessingParameterString, QgsProject
from qgis.utils import iface

from ...i18n import language, tr
from ..base import GunmaneAlgorithm, _setting

LISTED = 50  # rows named one by one in the log


class UndoImport(GunmaneAlgorithm):
    ID = "undoimport"
    NEEDS = ("numpy", "shapely", "pyproj")
    GROUP_ID = "data"

    def title(self):
        return tr("Undo the last import of a city")

    def group_title(self):
        return tr("1 Data: several cities, one map")

    def keywords(self):
        return ["取消", "取り消し", "元に戻す", "取込", "undo", "revert", "import"]

    def declare(self):
        self.add_store_to_read()
        self.add(
            QgsProcessingParameterString("CITY", tr("City"), optional=True),
            tr("Code or name of the city, e.g. 082244 or 守谷市. May be empty where only one city has an import"
               " that can be undone, and for a try, which then lists them all."),
        )  # fmt: skip
        self.add(
            QgsProcessingParameterBoolean("FORCE", tr("Also rows that a person worked on since"), False),
            tr("Otherwise rows that were edited, decided on, deleted or referred to after the import stay as they"
               " are, and are listed."),
        )  # fmt: skip
        self.add(
            QgsProcessingParameterBoolean("DRY_RUN", tr("Only try (write nothing)"), False),
            tr("Says what would be taken back. The store is not touched."),
        )
        self.add_numbers(
            NEW=tr("New rows removed"),
            UPDATED=tr("Changed rows put back"),
            VANISHED=tr("Marks of vanished rows taken off"),
            SET_ASIDE=tr("Set-aside rows put back"),
            REVIEWS=tr("Review items put back"),
            LINKS=tr("Links between requests and damage put back"),
            PETITIONERS=tr("Petitioners put back"),
            TOUCHED=tr("Rows that a person worked on since"),
            KEPT=tr("Of these, rows that stayed"),
        )

    def work(self, parameters, context, feedback):
        from ...layers.importing import Cancelled, Progress
        from ...layers.importing.undo import undo_import
        from ...layers.store import open_store

        self.store = self.parameterAsFile(parameters, "STORE", context)
        self.written = False
        trial = self.parameterAsBool(parameters, "DRY_RUN", context)
        with open_store(self.store, readonly=True) as store:
            code, name = self._city(
                store, self.parameterAsString(parameters, "CITY", context), trial, feedback
            )
        if code is None:
            return {}
        progress = Progress(
            lambda share: feedback.setProgress(100 * share),
            feedback.pushInfo,
            feedback.pushWarning,
            feedback.isCanceled,
        )
        force = self.parameterAsBool(parameters, "FORCE", context)
        try:
            undone = undo_import(
                self.store, code, force=force, progress=progress, who=_setting("user_name"), trial=trial
            )
        except Cancelled:
            feedback.pushWarning(tr("Cancelled; nothing was taken back."))
            return {}
        self.written = undone.done
        counts = undone.counts
        self._tell(name, undone, force, feedback)
        return {**{key.upper(): count for key, count in counts.items() if key != "others"},
                "TOUCHED": len(undone.touched)}  # fmt: skip

    def postProcessAlgorithm(self, context, feedback):
        """The map of an open project shows the store as it is now."""
        if iface is not None and getattr(self, "written", False):
            for layer in QgsProject.instance().mapLayers().values():
                if Path(layer.source().partition("|")[0]) == Path(self.store):
                    layer.reload()
                    layer.triggerRepaint()
        return {}

    def _city(self, store, asked: str, trial: bool, feedback) -> tuple[str | None, str]:
        """(code, name) of the city meant; (None, "") where everything was only listed."""
        from ...layers.errors import GunmaneError
        from ...layers.importing.undo import undoable

        names = dict(store.con.execute("SELECT city_code, name_ja FROM city"))
        found = undoable(store)
        asked = (asked or "").strip()
        if asked:
            code = next((code for code, name in names.items() if asked in (code, code[:5], name)), asked)
            return code, names.get(code) or code
        for code, _, when, counts in found:
            feedback.pushInfo(
                tr("{city} ({code}): import of {when} (UTC): new {new}, changed {updated}, vanished {vanished}.",
                   city=names.get(code) or code, code=code, when=(when or "")[:16].replace("T", " "),
                   new=counts.get("new", 0), updated=counts.get("updated", 0), vanished=counts.get("vanished", 0))
            )  # fmt: skip
        if not found:
            raise GunmaneError(tr("The store has no import that can be undone."), code="E-NOUNDO")
        if len(found) == 1:
            return found[0][0], names.get(found[0][0]) or found[0][0]
        if trial:
            return None, ""
        raise GunmaneError(
            tr("Several cities have an import that can be undone: {cities}.",
               cities=", ".join(f"{names.get(entry[0]) or ''} {entry[0]}" for entry in found)),
            remedy=tr("Name the city."),
        )  # fmt: skip

    def _tell(self, name: str, undone, force: bool, feedback) -> None:
        from ...schema import model

        text = (
            tr("{city}: taken back: new rows {new}, changed rows {updated}, vanished {vanished}, set aside"
               " {set_aside}, review items {reviews}, links {links}.", city=name, **_numbers(undone))
            if undone.done
            else tr("{city}: would be taken back: new rows {new}, changed rows {updated}, vanished {vanished}, set"
                    " aside {set_aside}, review items {reviews}, links {links}.", city=name, **_numbers(undone))
        )  # fmt: skip
        feedback.pushInfo(text)
        if not undone.touched:
            return
        feedback.pushWarning(
            tr("{count} rows that a person worked on since are taken back too:", count=len(undone.touched))
            if force
            else tr("{count} rows stay, because a person worked on them since:", count=len(undone.touched))
        )
        for row in undone.touched[:LISTED]:
            table = model().tables.get(row.table)
            label = table.label(language()) if table else row.table
            feedback.pushWarning(f"  {label} {row.place or row.uuid}: {row.reason()}")
        if len(undone.touched) > LISTED:
            feedback.pushWarning(tr("  ... and {count} more", count=len(undone.touched) - LISTED))


def _numbers(undone) -> dict[str, int]:
    return {k: undone.counts[k] for k in ("new", "updated", "vanished", "set_aside", "reviews", "links")}
