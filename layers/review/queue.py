"""What waits for a person: review items and rows set aside, in one list, with what was decided on them.

Reads only. ``waiting`` and ``counts`` are single queries; nothing here looks at rows one by one.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field

from ...schema import model
from ..store import Store, friendly
from ..store.geometry_blob import decode

UNDECIDED, ACCEPTED, REJECTED, CORRECTED = "未定", "採用", "却下", "修正"  # code list RVDEC
ASIDE_KIND, LINK_KIND, DRAWN_KIND = "保留行", "連結候補", "二重描画"
CONFLICT_KIND, DUPLICATE_KIND, PLACE_KIND, CODE_KIND = "値の衝突", "重複候補", "位置未特定", "コード不明"
OPEN, DONE, OUT_OF_SCOPE = "未対応", "対応済", "対象外"  # code list SASTATE
DECISION_OF = {
    "place": CORRECTED, "choose": ACCEPTED, "correct": CORRECTED, "accept": ACCEPTED, "reject": REJECTED,
}  # fmt: skip


@dataclass(frozen=True)
class Item:
    """One thing that waits for a person, or was decided by one.

    ``raw`` is the source's text with personal data replaced, ``value`` what the store holds now, ``point`` the
    row's own place in the store's CRS. ``pending``: decided, but it takes effect only with the next import.
    """

    id: str
    origin: str  # "review" or "set_aside"
    city_code: str
    kind: str  # a code of RVKIND, or 保留行
    code: str  # the rule that spoke ("" if none)
    table: str
    row_uuid: str | None
    other_uuid: str | None
    field: str | None
    raw: str | None
    value: object | None
    detail: dict
    file: str
    sheet: str | None
    row: int
    point: tuple[float, float] | None
    decision: str = UNDECIDED  # a code of RVDEC
    decided_by: str | None = None
    decided_at: str | None = None
    pending: bool = False
    cells: dict = field(default_factory=dict, compare=False)  # of a row set aside: column -> text


def waiting(
    store: Store,
    *,
    cities=None,
    kinds=None,
    decided: bool | None = False,
    text: str | None = None,
    limit: int | None = None,
) -> list[Item]:
    """Items in a stable order: city, kind, file, row.

    ``cities``, ``kinds``: only these (codes). ``decided``: False what is open, True what was decided, None both.
    ``text``: only what holds it in its file name, raw text, values or reason.
    """
    with friendly(store.path):
        found = []
        if kinds is None or set(kinds) - {ASIDE_KIND}:
            found += _reviews(store, *_review_filter(cities, kinds, decided, text), limit)
        if kinds is None or ASIDE_KIND in kinds:
            found += _aside(store, *_aside_filter(cities, decided, text), limit)
    found.sort(
        key=lambda item: (
            item.city_code,
            _KIND_ORDER.get(item.kind, 99),
            item.file,
            item.sheet or "",
            item.row,
        )
    )
    return found if limit is None else found[:limit]


def counts(store: Store) -> dict[tuple[str, str], tuple[int, int]]:
    """(city code, kind) -> (open, decided)."""
    open_, decided = (
        f"coalesce(decision, '{UNDECIDED}') = '{UNDECIDED}'",
        f"NOT ({_ASIDE_OPEN}) AND {_ASIDE_DECIDED}",
    )
    with friendly(store.path):
        rows = store.con.execute(
            f"SELECT city_code, kind, sum({open_}), sum(NOT ({open_})) FROM review_item GROUP BY 1, 2"  # nosec B608
        ).fetchall()
        rows += store.con.execute(
            f"SELECT city_code, '{ASIDE_KIND}', sum({_ASIDE_OPEN}), sum({decided}) FROM set_aside s GROUP BY 1"  # nosec B608
        ).fetchall()
    return {(city, kind): (int(a or 0), int(b or 0)) for city, kind, a, b in rows if a or b}


def alike(store: Store, item: Item) -> list[Item]:
    """Open items with the same city, kind, table, field and source text (the item itself among them); of rows
    set aside, those of the same table, reason and field."""
    if item.origin == "set_aside":
        where, values = _aside_filter([item.city_code], False, None)
        where += " AND s.target IS ? AND s.field IS ? AND (s.reason = ? OR substr(s.reason, 1, ?) = ?)"
        code = f"{item.code} "
        values += [item.table or None, item.field, item.code, len(code), code]
        with friendly(store.path):
            return _aside(store, where, values, None)
    where, values = _review_filter([item.city_code], [item.kind], False, None)
    where += ' AND r."table" IS ?'
    values.append(item.table or None)
    for name, value in (("code", item.code), ("field", item.field), ("raw", item.raw)):
        where += f" AND coalesce(json_extract(r.detail, '$.{name}'), '') = ?"
        values.append(value or "")
    with friendly(store.path):
        return _reviews(store, where, values, None)


def by_ids(store: Store, ids: list[str], *, present: bool = True) -> dict[str, Item]:
    """Items by their ids, open or decided; ids that are not there are left out. Without ``present`` their
    ``value`` is that of when they came up, which spares a look at every row."""
    wanted = json.dumps(list(dict.fromkeys(ids)))
    with friendly(store.path):
        found = _reviews(store, "r.uuid IN (SELECT value FROM json_each(?))", [wanted], None, present)
        if len(found) < len(ids):
            found += _aside(store, "s.uuid IN (SELECT value FROM json_each(?))", [wanted], None)
    return {item.id: item for item in found}


_KIND_ORDER = {kind: n for n, kind in enumerate([*model().code_lists["RVKIND"].codes, ASIDE_KIND])}
_ASIDE_OPEN = f"(s.state IS NULL OR s.state = '{OPEN}') AND s.vanished_at IS NULL"
# What the source has mended by itself needs no one's decision: it is in neither list.
_HAS_DECISION = "EXISTS (SELECT 1 FROM decision d WHERE d.subject = s.uuid AND d.undone_at IS NULL)"
_ASIDE_DECIDED = f"s.state IS NOT NULL AND s.state <> '{OPEN}' AND (s.vanished_at IS NULL OR {_HAS_DECISION})"


def _review_filter(cities, kinds, decided, text) -> tuple[str, list]:
    where, values = ["1"], []
    _among(where, values, "r.city_code", cities)
    _among(where, values, "r.kind", kinds)
    if decided is not None:
        open_ = f"coalesce(r.decision, '{UNDECIDED}') = '{UNDECIDED}'"
        where.append(f"NOT ({open_})" if decided else open_)
    _holding(where, values, ("r.src_file", "r.detail"), text)
    return " AND ".join(where), values


def _aside_filter(cities, decided, text) -> tuple[str, list]:
    where, values = ["1"], []
    _among(where, values, "s.city_code", cities)
    if decided is not None:
        where.append(_ASIDE_DECIDED if decided else _ASIDE_OPEN)
    else:
        where.append(f"(({_ASIDE_DECIDED}) OR ({_ASIDE_OPEN}))")
    _holding(where, values, ("s.src_file", "s.reason", "s.value", "s.raw_json"), text)
    return " AND ".join(where), values


def _among(where: list[str], values: list, column: str, wanted) -> None:
    if wanted is not None:
        where.append(f"{column} IN (SELECT value FROM json_each(?))")  # nosec B608: names of columns
        values.append(json.dumps(list(wanted), ensure_ascii=False))


def _holding(where: list[str], values: list, columns, text: str | None) -> None:
    if text:
        pattern = "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        where.append("(" + " OR ".join(f"{c} LIKE ? ESCAPE '\\'" for c in columns) + ")")
        values += [pattern] * len(columns)


def _reviews(store: Store, where: str, values: list, limit: int | None, present: bool = True) -> list[Item]:
    kinds = " ".join(f"WHEN '{kind}' THEN {n}" for kind, n in _KIND_ORDER.items())
    rows = store.con.execute(
        'SELECT r.uuid, r.city_code, r.kind, r."table", r.row_uuid, r.other_uuid, r.detail, r.src_file, r.src_row,'  # nosec B608
        " r.decision, r.decided_by, r.decided_at, r.geom FROM review_item r"
        f" WHERE {where} ORDER BY r.city_code, CASE r.kind {kinds} ELSE 99 END, r.src_file, r.src_row, r.fid"
        + (f" LIMIT {int(limit)}" if limit is not None else ""),
        values,
    ).fetchall()
    details = [_json(row[6]) for row in rows]
    held = (
        {}
        if not present
        else _stored_values(store, [(row[3], d.get("field"), row[4]) for row, d in zip(rows, details)])
    )
    geoms = decode([row[12] for row in rows])
    found = []
    for n, (row, detail) in enumerate(zip(rows, details)):
        uuid, city, kind, table, row_uuid, other, _, src_file, src_row, decision, by, at, _ = row
        name = detail.get("field")
        file, _, sheet = (src_file or "").partition("|")
        raw = detail.get("raw")
        found.append(
            Item(
                uuid, "review", city, kind, detail.get("code") or "", table or "", row_uuid, other, name,
                raw if raw is None or isinstance(raw, str) else str(raw),
                held.get((table, name, row_uuid), detail.get("value")), detail, file, sheet or None, src_row or 0,
                point_of(geoms[n]), decision or UNDECIDED, by, at,
            )
        )  # fmt: skip
    return found


def _stored_values(store: Store, wanted: list[tuple]) -> dict[tuple, object]:
    """(table, field, row) -> the store's present value, one query for each table and field."""
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for table, name, uuid in wanted:
        entry = model().tables.get(table)
        if entry is not None and uuid and any(column.name == name for column in entry.columns):
            groups[table, name].append(uuid)
    found = {}
    for (table, name), uuids in groups.items():
        for uuid, value in store.con.execute(
            f'SELECT uuid, "{name}" FROM "{table}" WHERE uuid IN (SELECT value FROM json_each(?))',  # nosec B608
            (json.dumps(uuids),),
        ):
            found[table, name, uuid] = value
    return found


def _aside(store: Store, where: str, values: list, limit: int | None) -> list[Item]:
    rows = store.con.execute(
        "SELECT s.uuid, s.city_code, s.target, s.field, s.value, s.reason, s.src_file, s.sheet, s.src_row, s.state,"  # nosec B608
        " s.vanished_at, s.raw_json FROM set_aside s"
        f" WHERE {where} ORDER BY s.city_code, s.src_file, s.sheet, s.src_row, s.fid"
        + (f" LIMIT {int(limit)}" if limit is not None else ""),
        values,
    ).fetchall()
    latest = {}
    if any(row[9] not in (None, OPEN) for row in rows):
        latest = {
            subject: entry
            for subject, *entry in store.con.execute(
                "SELECT subject, action, decided_by, decided_at FROM decision WHERE origin = 'set_aside' AND"
                " undone_at IS NULL ORDER BY fid"
            )
        }
    found = []
    for uuid, city, table, name, value, reason, file, sheet, row, state, vanished, cells in rows:
        code, _, words = (reason or "").partition(" ")
        action, by, at = latest.get(uuid, (None, None, None))
        decision = UNDECIDED
        if state == OUT_OF_SCOPE:
            decision = REJECTED
        elif state == DONE:
            decision = DECISION_OF.get(action, CORRECTED)
        decided = decision != UNDECIDED
        found.append(
            Item(
                uuid, "set_aside", city, ASIDE_KIND, code, table or "", None, None, name, value, None,
                {"reason": words, "state": state}, file or "", sheet, row or 0, None, decision,
                by if decided else None, at if decided else None,
                decided and action in ("correct", "accept") and vanished is None, _json(cells),
            )
        )  # fmt: skip
    return found


def point_of(geom) -> tuple[float, float] | None:
    if geom is None or geom.is_empty:
        return None
    centre = geom if geom.geom_type == "Point" else geom.representative_point()
    return (centre.x, centre.y)


def _json(text: str | None) -> dict:
    try:
        found = json.loads(text) if text else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


# The view of one item stands in a module of its own; callers find everything about the queue here.
from .subject import FieldView, Hint, Subject, subject  # noqa: E402

__all__ = ["FieldView", "Hint", "Item", "Subject", "alike", "by_ids", "counts", "subject", "waiting"]
