"""What decisions did at the imports since, taken back when they are undone.

A row that was set aside and came in as corrected or accepted leaves again (it is marked, as a row that vanished
from its source); texts that were read by a standing decision are unknown codes again, and wait.
"""

from __future__ import annotations

import json

from ..account import Review
from ..importing.followup import ReviewWriter
from ..store import Store
from ..store.geometry_blob import decode
from .queue import CODE_KIND, point_of
from .replay import treated_hash
from .rows import Rows, cell_print, flags_of, flags_text


def take_out(store: Store, city_code: str, table: str, action: str, after: dict, stamp: str) -> bool:
    """Mark the row that came in by a decision on a row set aside; whether there was one."""
    print_ = treated_hash(after["content"], action, after.get("cells"))
    uuids = [
        uuid
        for (uuid,) in store.con.execute(
            f'SELECT uuid FROM "{table}" WHERE city_code = ? AND row_hash = ? AND vanished_at IS NULL',  # nosec B608
            (city_code, print_),
        )
    ]
    rows = Rows(store)
    rows.load([(table, uuid) for uuid in uuids])
    for uuid in uuids:
        rows.get(table, uuid).set("vanished_at", stamp)
    rows.write()
    return bool(uuids)


def unread(
    store: Store, city_code: str, table: str, name: str, raw: str, source: dict, before: dict, after: dict
) -> None:
    """Rows that a standing decision alone gave their code (they have no decision of their own) wait again."""
    code, unknown = after["values"][name], before["values"][name]
    labels = [label for label, print_ in (source.get("cells") or {}).items() if print_ == cell_print(raw)]
    lost = [f for f in flags_of(before.get("flags")) if f.get("field") == name]
    if not labels or not lost or code == unknown:
        return
    found = store.con.execute(
        f'SELECT uuid, raw_json, import_id FROM "{table}" WHERE city_code = ? AND "{name}" = ? AND edited_at IS NULL'  # nosec B608
        " AND vanished_at IS NULL AND instr(raw_json, ?) AND uuid NOT IN (SELECT row_uuid FROM decision WHERE"
        " row_uuid IS NOT NULL AND undone_at IS NULL AND json_type(after, ?) IS NOT NULL)",
        (city_code, code, json.dumps(raw, ensure_ascii=False), f'$.values."{name}"'),
    ).fetchall()
    hits = {}
    for uuid, raw_json, import_id in found:
        cells = json.loads(raw_json)
        if any(cells.get(label) == raw for label in labels):
            hits[uuid] = import_id
    rows = Rows(store)
    rows.load([(table, uuid) for uuid in hits])
    for import_id in sorted(set(hits.values()), key=str):
        writer = ReviewWriter(store, city_code, import_id)
        for uuid in (u for u, own in hits.items() if own == import_id):
            row = rows.get(table, uuid)
            row.set(name, unknown)
            row.set("flags", flags_text([*flags_of(row.values["flags"]), *lost]))
            point = point_of(decode([row.geom])[0])
            detail = {"raw": raw, "value": unknown}
            writer.add(
                Review(CODE_KIND, table, uuid, lost[0]["code"], name, detail, point, row.values["src_file"],
                       row.values["src_row"])
            )  # fmt: skip
        writer.flush()
    rows.write()
