"""A small city whose ledgers hold what needs deciding, and short words for deciding it."""

from __future__ import annotations

import sqlite3

from city_fixture import ROWS, City
from gunmane.layers.review.decide import Decision, decide
from gunmane.layers.review.queue import waiting
from gunmane.layers.store import open_store

NO_PLACE = "R7-2,R7.4.2,窓口,要望,草が伸びている,試験花子,0297-00-0002,大柏地内,,,082244"
ODD_KIND = "R7-3,R7.4.3,電話,なぞの種別,街灯が消えている,,,,35.9520,139.9760,"
ODD_TOO = "R7-4,R7.4.4,電話,なぞの種別,側溝のふたがない,,,,35.9521,139.9761,"
OUTSIDE = "R7-5,R7.4.5,電話,通報,市の外の件,,,,36.5,139.9760,"
SAME_KEY = "R7-1,R7.4.6,電話,通報,別の件,,,,35.9522,139.9762,"
LEDGER = [ROWS[0], NO_PLACE, ODD_KIND, ODD_TOO, OUTSIDE, SAME_KEY]


class ReviewCity(City):
    def __init__(self, tmp_path):
        super().__init__(tmp_path)
        self.requests(LEDGER)

    def items(self, **options):
        with open_store(self.store) as store:
            return waiting(store, **options)

    def item(self, kind=None, code=None, field=None, row=None, decided=False):
        found = [
            i
            for i in self.items(decided=decided)
            if kind in (None, i.kind)
            and code in (None, i.code)
            and field in (None, i.field)
            and row in (None, i.row)
        ]
        assert found, (kind, code, field, row)
        return found[0]

    def take(self, item, action, **options):
        """One decision that must be taken; returns the batch."""
        outcome = decide(self.store, [Decision(item.id, action, **options)], "係員")
        assert outcome.refused == []
        return outcome.batch

    def again(self):
        """Import once more; the account. Nothing may fail."""
        account = self.run()
        assert account.problem is None and all(s.problem is None for s in account.sources)
        return account

    def point(self, number="R7-1"):
        """A place near that of another row, in the store's CRS."""
        (x, y), *_ = self.rows(
            "rtree_request_geom JOIN request ON fid = id", "minx, miny", f"src_key = '{number}'"
        )
        return (x + 5, y + 5)

    def rows(self, table, columns="*", where="1"):  # table: also a join
        con = sqlite3.connect(self.store)
        try:
            return con.execute(f"SELECT {columns} FROM {table} WHERE {where} ORDER BY fid").fetchall()
        finally:
            con.close()

    def content(self, but=("decision",)):
        """Everything in the store, the spatial index too, but some tables and SQLite's own books."""
        con = sqlite3.connect(self.store)
        try:
            names = [
                r[0] for r in con.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            ]
            skip = {*but, "sqlite_sequence", "gpkg_ogr_contents"}
            found = {
                name: con.execute(f'SELECT * FROM "{name}"').fetchall()
                for name in names
                if name not in skip and not name.startswith(("rtree_", "journal"))
            }
            for name in names:
                if name.startswith("rtree_") and name.endswith("_geom"):
                    found[name] = sorted(
                        con.execute(f'SELECT id, minx, maxx, miny, maxy FROM "{name}"').fetchall()
                    )
            found["triggers"] = sorted(
                con.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            )
            return found
        finally:
            con.close()

    def edited(self):
        return self.rows("request", "src_key", "edited_at IS NOT NULL")
