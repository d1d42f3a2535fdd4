"""``gunmane:updatestore``: a store of an older version brought up to date, with a copy kept."""

from __future__ import annotations

from qgis.core import QgsProcessingOutputFile

from ...i18n import tr
from ..base import GunmaneAlgorithm


class UpdateStore(GunmaneAlgorithm):
    ID = "updatestore"
    NEEDS = ("pyproj",)
    GROUP_ID = "data"

    def title(self):
        return tr("Update an older store")

    def group_title(self):
        return tr("1 Data: several cities, one map")

    def keywords(self):
        return ["移行", "更新", "migrate", "version"]

    def declare(self):
        self.add_store_to_read()
        self.addOutput(QgsProcessingOutputFile("COPY", tr("Copy of the store as it was")))
        self.addOutput(QgsProcessingOutputFile("STORE", tr("Unified store")))

    def work(self, parameters, context, feedback):
        from ...layers.store.migrate import migrate_store

        store = self.parameterAsFile(parameters, "STORE", context)
        copy, done = migrate_store(store)
        if copy is None:
            feedback.pushInfo(tr("The store is of the present version; nothing was done."))
        for line in done:
            feedback.pushInfo(line)
        return {"STORE": store, "COPY": str(copy) if copy else None}
