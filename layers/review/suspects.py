"""What the check of the data suspects, for people to decide: possible duplicates, dangling references, rows of
others' roads.

``add_suspects`` brings the queue up to date with the findings of ``gunmane:checkdata``: what is new is added, what
is no longer found and not yet decided is withdrawn, and what a person has decided is never asked again.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

import numpy as np
import shapely

from ..identity import row_uuids
from ..store import Store, ddl, now_utc
from ..store.geometry_blob import encode

UNDECIDED = "未定"  # code list RVDEC
DUPLICATE, OTHER = "重複候補", "その他"  # code list RVKIND
# Kind of finding -> kind of review. Lines are not here: which of two drawings counts is settled in the source.
KINDS = {
    "duplicate_request": DUPLICATE,
    "duplicate_damage": DUPLICATE,
    "duplicate_facility_place": DUPLICATE,
    "duplicate_facility_number": DUPLICATE,
    "border_request": DUPLICATE,
    "border_damage": DUPLICATE,
    "border_facility": DUPLICATE,
    "dangling_reference": OTHER,
    "manager_request": OTHER,
    "manager_facility": OTHER,
    "manager_damage": OTHER,
}
MINE = "checkdata|"  # how the source key of an item of this module begins
TOLD = ("distance", "days", "number", "route", "manager", "target")  # values of a finding that are kept


@dataclass
class Counts:
    """What ``add_suspects`` did: items added, there before, withdrawn, and findings that were decided earlier."""

    added: int = 0
    kept: int = 0
    withdrawn: int = 0
    decided: int = 0


def add_suspects(store: Store, findings, kinds=None) -> Counts:
    """Write suspects into ``review_item`` in one transaction of their own.

    ``findings``: DataFrame of ``analysis.quality.findings.in_words`` of the whole store. ``kinds``: only these kinds
    of findings are added or withdrawn (all of ``KINDS``). Ids follow from the rows concerned, so that a second run
    adds nothing. Raises as ``Store.transaction`` does.
    """
    wanted = set(KINDS) if kinds is None else set(KINDS) & set(kinds)
    rows = findings[findings["kind"].isin(wanted) & findings["uuid"].notna()]
    rows = rows.astype(object).where(rows.notna(), None)
    keys = [
        _key(*cells)
        for cells in rows[["kind", "table", "uuid", "other_uuid", "field"]].itertuples(index=False)
    ]
    counts = Counts()
    with store.transaction() as con:
        known, pairs, fields = _present(con)
        new, found = [], set()
        for n, (key, row) in enumerate(zip(keys, rows.itertuples(index=False))):
            pair = _pair(row)
            if key in found or (pair is None and key not in known and (row.uuid, row.field) in fields):
                continue  # the import asks about this cell already
            found.add(key)
            decision = known[key][2] if key in known else UNDECIDED
            decided = decision != UNDECIDED or (pair is not None and pairs.get(pair, UNDECIDED) != UNDECIDED)
            if decided:
                counts.decided += 1
            elif key in known or pair in pairs:
                counts.kept += 1
            else:
                new.append(n)
        stale = [
            (fid, key)
            for key, (fid, kind, decision) in known.items()
            if kind in wanted and key not in found and decision == UNDECIDED
        ]
        if not new and not stale:
            return counts
        for statement in ddl.rtree_triggers_drop("review_item"):
            con.execute(statement)
        con.executemany("DELETE FROM rtree_review_item_geom WHERE id = ?", [(fid,) for fid, _ in stale])
        con.executemany("DELETE FROM review_item WHERE fid = ?", [(fid,) for fid, _ in stale])
        _insert(store, con, rows.iloc[new], [keys[n] for n in new])
        for statement in ddl.rtree_triggers_create("review_item"):
            con.execute(statement)
    counts.added, counts.withdrawn = len(new), len(stale)
    return counts


def _key(kind, table, uuid, other, field) -> str:
    """One text for a suspect, whichever of its two rows comes first."""
    rows = sorted(u for u in (uuid, other) if isinstance(u, str))
    return f"{MINE}{kind}|{table}|{'|'.join(rows)}|{field if isinstance(field, str) else ''}"


def _pair(row) -> frozenset | None:
    return frozenset((row.uuid, row.other_uuid)) if KINDS[row.kind] == DUPLICATE else None


def _present(con):
    """(own items: key -> (fid, kind of finding, decision), pairs -> decision, cells that the import asks about)."""
    known, pairs, fields = {}, {}, set()
    for fid, key, kind, uuid, other, decision, field in con.execute(
        "SELECT fid, src_key, kind, row_uuid, other_uuid, coalesce(decision, ?), json_extract(detail, '$.field')"
        " FROM review_item",
        (UNDECIDED,),
    ):
        if (key or "").startswith(MINE):
            known[key] = (fid, key.split("|")[1], decision)
        elif field and decision == UNDECIDED:
            fields.add((uuid, field))
        if kind == DUPLICATE and uuid and other:
            pair = frozenset((uuid, other))
            if pairs.get(pair, UNDECIDED) == UNDECIDED:  # one decision settles the pair
                pairs[pair] = decision
    return known, pairs, fields


def _insert(store: Store, con, rows, keys: list[str]) -> None:
    if not len(rows):
        return
    there = (rows["x"].notna() & rows["y"].notna()).to_numpy(dtype=bool)
    there &= rows["located"].isin(("finding", "row", "linked")).to_numpy()
    geoms = np.full(len(rows), None, dtype=object)
    geoms[there] = shapely.points(rows[["x", "y"]].to_numpy(dtype=float)[there])
    blobs = encode(geoms, store.srs_id)
    fid = (con.execute("SELECT max(fid) FROM review_item").fetchone()[0] or 0) + 1
    stamp = now_utc()
    for n, (key, row, blob, placed) in enumerate(
        zip(keys, rows.itertuples(index=False), blobs, there), start=fid
    ):
        con.execute(
            "INSERT INTO review_item (fid, uuid, city_code, src_file, src_row, imported_at, src_key, kind,"
            ' "table", row_uuid, other_uuid, detail, decision, geom) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)',
            (
                n, row_uuids(row.city, "review_item", [key])[0], row.city, row.src_file or "", _number(row.src_row),
                stamp, key, KINDS[row.kind], row.table, row.uuid, row.other_uuid, _detail(row), UNDECIDED, blob,
            ),
        )  # fmt: skip
        if placed:
            con.execute(
                "INSERT INTO rtree_review_item_geom VALUES (?,?,?,?,?)", (n, row.x, row.x, row.y, row.y)
            )


def _detail(row) -> str:
    values = {k: v for k, v in row.values.items() if k in TOLD} if isinstance(row.values, dict) else {}
    detail = {
        "code": row.kind,
        "field": row.field,
        "raw": row.values.get("value") if row.kind == "dangling_reference" else None,
        "title": row.title,
        "text": row.text,
        "remedy": row.remedy,
        "other_table": row.other_table,
        "other_city": row.other_city,
        **{k: round(v, 2) if isinstance(v, float) else v for k, v in values.items()},
    }
    return json.dumps(
        {k: v for k, v in detail.items() if v is not None or k == "field"}, ensure_ascii=False, default=_plain
    )


def _plain(value):
    return value.item() if hasattr(value, "item") else str(value)


def _number(value) -> int:
    return int(value) if value is not None else 0
