"""What an import leaves for people: rows set aside, items to review, the map of columns, the run itself.

Every record has an id that follows from its content, so a second import of the same files writes nothing, a
decision that a person took survives, and what the source has mended is closed by itself.
"""

from __future__ import annotations

import json
from collections import Counter

from ...schema import model
from ..account import CityAccount, Review, SetAside, SourceAccount
from ..identity import row_uuids
from ..profile import Profile, Source
from ..store import Store, now_utc
from ..store.geometry_blob import encode

OPEN, DONE = "未対応", "対応済"
UNDECIDED = "未定"


def write_set_aside(store: Store, city_code: str, import_id: str, rows: list[SetAside], src_files: list[str]):
    """Bring table set_aside up to date for the files read; returns (changed, uuids in the order of ``rows``).

    A row that is no longer set aside (mended at the source) becomes 対応済; one that only moved gets its new row
    number.
    """
    again: Counter = Counter()
    keys = []
    for row in rows:
        key = f"{row.file}|{row.sheet or ''}|{row.table}|{row.code}|{row.content}"
        again[key] += 1
        keys.append(key if again[key] == 1 else f"{key}#{again[key]}")
    uuids = row_uuids(city_code, "set_aside", keys)
    before = store.con.total_changes
    stamp = now_utc()
    store.con.executemany(
        "INSERT INTO set_aside (uuid, city_code, src_file, src_row, imported_at, raw_json, src_key, import_id, sheet,"
        ' target, field, value, reason, state) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(uuid) DO UPDATE SET'
        " src_row = excluded.src_row, import_id = excluded.import_id, reason = excluded.reason,"
        " state = CASE WHEN set_aside.vanished_at IS NULL THEN set_aside.state ELSE excluded.state END,"
        " vanished_at = NULL"
        " WHERE set_aside.src_row <> excluded.src_row OR set_aside.vanished_at IS NOT NULL",
        [
            (
                uuid, city_code, row.file, row.row, stamp, row.raw_json, key, import_id, row.sheet, row.table,
                row.field, row.value, reason_text(row.code, row.detail), OPEN,
            )
            for uuid, key, row in zip(uuids, keys, rows)
        ],
    )  # fmt: skip
    current = set(uuids)
    for name in src_files:
        gone = [
            (DONE, stamp, import_id, fid)
            for fid, uuid in store.con.execute(
                "SELECT fid, uuid FROM set_aside WHERE city_code = ? AND src_file = ? AND vanished_at IS NULL",
                (city_code, name),
            )
            if uuid not in current
        ]
        store.con.executemany(
            "UPDATE set_aside SET state = ?, vanished_at = ?, import_id = ? WHERE fid = ?", gone
        )
    return store.con.total_changes != before, uuids


def reopen(store: Store, uuids: list[str]) -> int:
    """What a person decided on these rows did not help: they wait again. Returns rows changed."""
    before = store.con.total_changes
    store.con.executemany(
        "UPDATE set_aside SET state = ? WHERE uuid = ? AND state = ?", [(OPEN, uuid, DONE) for uuid in uuids]
    )
    return store.con.total_changes - before


def reason_text(code: str, detail: str = "") -> str:
    """Code and words, in Japanese: the table is read by clerks."""
    rule = model().rules.get(code)
    words = rule.ja if rule else code
    return f"{code} {words}" + (f" ({detail})" if detail else "")


class ReviewWriter:
    """Writes review items within the city's transaction, bypassing the index triggers in bulk."""

    def __init__(self, store: Store, city_code: str, import_id: str):
        self.store, self.city_code, self.import_id = store, city_code, import_id
        self._pending: list[Review] = []
        self._rewritten: list[tuple[str, str]] = []
        self.changes = 0  # items written

    def rewritten(self, table: str, uuid: str) -> None:
        """A stored row was written anew: its open items are stale; those decided stay."""
        self._rewritten.append((table, uuid))

    def add(self, review: Review) -> None:
        self._pending.append(review)

    def flush(self) -> None:
        from ..store import ddl

        con = self.store.con
        if not self._pending and not self._rewritten:
            return
        for statement in ddl.rtree_triggers_drop("review_item"):
            con.execute(statement)
        if self._rewritten:
            self._forget()
        if self._pending:
            self._insert()
        for statement in ddl.rtree_triggers_create("review_item"):
            con.execute(statement)

    def _forget(self) -> None:
        con = self.store.con
        con.execute("CREATE TEMP TABLE IF NOT EXISTS rewritten (uuid TEXT PRIMARY KEY) WITHOUT ROWID")
        con.execute("DELETE FROM temp.rewritten")
        con.executemany("INSERT OR IGNORE INTO temp.rewritten VALUES (?)", [(u,) for _, u in self._rewritten])
        stale = (
            "SELECT r.fid FROM review_item r JOIN temp.rewritten w ON r.row_uuid = w.uuid"
            " WHERE r.decision IS NULL OR r.decision = ?"
        )
        con.execute(f"DELETE FROM rtree_review_item_geom WHERE id IN ({stale})", (UNDECIDED,))  # nosec B608
        con.execute(f"DELETE FROM review_item WHERE fid IN ({stale})", (UNDECIDED,))  # nosec B608

    def _insert(self) -> None:
        import numpy as np
        import shapely

        con = self.store.con
        keys = [
            f"{r.table}|{r.uuid}|{r.kind}|{r.field or ''}|{r.code}|"
            + json.dumps(r.detail.get("raw", r.detail.get("row_hash", "")), ensure_ascii=False, default=str)
            + (f"|{r.other}" if r.other else "")
            for r in self._pending
        ]
        uuids = row_uuids(self.city_code, "review_item", keys)
        geoms = np.array([shapely.Point(r.point) if r.point else None for r in self._pending], dtype=object)
        blobs = encode(geoms, self.store.srs_id)
        fid = (con.execute("SELECT max(fid) FROM review_item").fetchone()[0] or 0) + 1
        stamp = now_utc()
        known = self._known(uuids)
        raised = self._raised(uuids)
        for key, uuid, review, blob in zip(keys, uuids, self._pending, blobs):
            detail = {"code": review.code, "field": review.field, **review.detail}
            text = json.dumps(detail, ensure_ascii=False, default=str)
            if uuid in known:
                self._raise_again(uuid, raised.get(uuid), text)
                continue
            known.add(uuid)
            self.changes += 1
            con.execute(
                "INSERT INTO review_item (fid, uuid, city_code, src_file, src_row, imported_at, src_key, import_id,"
                ' kind, "table", row_uuid, other_uuid, detail, decision, geom)'
                " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                (
                    fid, uuid, self.city_code, review.file, review.row, stamp, key, self.import_id, review.kind,
                    review.table, review.uuid, review.other, text, UNDECIDED, blob,
                ),
            )  # fmt: skip
            if review.point:
                x, y = review.point
                con.execute("INSERT INTO rtree_review_item_geom VALUES (?,?,?,?,?)", (fid, x, x, y, y))
            fid += 1

    def _raised(self, uuids: list[str]) -> dict[str, tuple]:
        """Conflicts among these that were raised before: uuid -> (decision, detail)."""
        wanted = json.dumps(
            [uuid for uuid, review in zip(uuids, self._pending) if review.code == "W-CONFLICT"]
        )
        return {
            uuid: (decision, detail)
            for uuid, decision, detail in self.store.con.execute(
                "SELECT uuid, decision, detail FROM review_item WHERE uuid IN (SELECT value FROM json_each(?))",
                (wanted,),
            )
        }

    def _raise_again(self, uuid: str, raised: tuple | None, detail: str) -> None:
        """A conflict that was settled and is there again (the source went back and forth) waits again; one that
        waits shows the values as they are now."""
        if raised is None or raised == (UNDECIDED, detail):
            return
        self.changes += 1
        self.store.con.execute(
            "UPDATE review_item SET decision = ?, decided_by = NULL, decided_at = NULL, detail = ? WHERE uuid = ?",
            (UNDECIDED, detail, uuid),
        )

    def _known(self, uuids: list[str]) -> set[str]:
        known: set[str] = set()
        for start in range(0, len(uuids), 500):
            part = uuids[start : start + 500]
            marks = ",".join("?" * len(part))
            known.update(
                row[0]
                for row in self.store.con.execute(
                    f"SELECT uuid FROM review_item WHERE uuid IN ({marks})",  # nosec B608
                    part,
                )  # nosec B608
            )
        return known


def write_field_map(
    store: Store, profile: Profile, import_id: str, source: Source, account: SourceAccount
) -> None:
    """Which column of the source feeds which field, and how full it is: the base of the coverage matrix."""
    rows, keys = [], []
    for label, targets in source.columns.items():
        for target in targets:
            if target.field:
                table, column = source.table, target.field
                rate = (
                    round(100 * account.filled[column] / account.filled["*"], 1)
                    if account.filled["*"]
                    else None
                )
            elif target.personal:
                table, column, rate = "petitioner", target.personal, None
            else:
                continue
            keys.append(f"{source.id}|{label}|{table}.{column}")
            rows.append(
                (
                    profile.city_code, profile.path.name, 0, now_utc(), keys[-1], import_id, keys[-1], source.title,
                    label, table, column, target.kind, json.dumps(target.codes, ensure_ascii=False) or None, rate,
                    profile.version,
                )
            )  # fmt: skip
    uuids = row_uuids(profile.city_code, "field_map", keys)
    before = store.con.total_changes
    store.con.executemany(
        "INSERT INTO field_map (uuid, city_code, src_file, src_row, imported_at, src_key, import_id, map_id, system,"
        " src_col, dst_table, dst_col, transform, code_map, fill_rate, ver)"
        " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(uuid) DO UPDATE SET imported_at = excluded.imported_at,"
        " import_id = excluded.import_id, transform = excluded.transform, code_map = excluded.code_map,"
        " fill_rate = excluded.fill_rate, ver = excluded.ver"
        " WHERE field_map.fill_rate IS NOT excluded.fill_rate OR field_map.code_map IS NOT excluded.code_map"
        " OR field_map.ver IS NOT excluded.ver OR field_map.transform IS NOT excluded.transform",
        [(uuid, *row) for uuid, row in zip(uuids, rows)],
    )
    return store.con.total_changes - before


def write_import_run(store: Store, account: CityAccount, app_version: str) -> None:
    """The run itself, once it changed something."""
    files = [
        {
            "name": facts.file, "sheet": facts.sheet, "sha256": facts.sha256, "encoding": facts.encoding,
            "rows": facts.rows, "crs": facts.crs,
        }
        for source in account.sources
        for facts in source.files
    ]  # fmt: skip
    uuid = row_uuids(account.city_code, "import_run", [account.import_id])[0]
    store.con.execute(
        "INSERT INTO import_run (uuid, city_code, src_file, src_row, imported_at, import_id, profile, files,"
        " started_at, finished_at, n_read, n_kept, n_repaired, n_set_aside, n_skipped, app_ver)"
        " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(uuid) DO UPDATE SET started_at = excluded.started_at,"
        " finished_at = excluded.finished_at, n_read = excluded.n_read, n_kept = excluded.n_kept,"
        " n_repaired = excluded.n_repaired, n_set_aside = excluded.n_set_aside, n_skipped = excluded.n_skipped,"
        " files = excluded.files, app_ver = excluded.app_ver",
        (
            uuid, account.city_code, account.profile, 0, account.finished_at, account.import_id, account.profile,
            json.dumps(files, ensure_ascii=False), account.started_at, account.finished_at, account.total("read"),
            account.total("kept"), account.total("repaired"), account.total("set_aside"), account.total("skipped"),
            app_version,
        ),
    )  # fmt: skip
