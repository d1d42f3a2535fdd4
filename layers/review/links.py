"""Possible links across borders as items (T22, 連結候補), and what people decided on them, for the next linking run.

An item is a pair of section ends. Its id follows from the two (section and end), whichever comes first, so that a
second run makes no second item. What is no longer found and not yet decided is withdrawn; what is decided stays, and
``link_decisions`` hands it to ``link_roads``. ``row_uuid`` and ``other_uuid`` are the sections' uuids.

``detail``: ``title``, ``text`` (the reason), ``a`` and ``b`` (section, section_id, end, route_key, name, city,
city_name), ``gap_m``, ``bearing_diff``, ``class_diff``, ``score``, ``alternatives`` (like ``b``, with ``keep``: which
of the item's ends they would be joined with, and their own figures).
"""

from __future__ import annotations

import json
from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from ...i18n import tr
from ..coordinates.crs import transformer
from ..identity import row_uuids
from ..store import Store, ddl, friendly, now_utc
from ..store.geometry_blob import decode, encode
from .queue import ACCEPTED, CORRECTED, DRAWN_KIND, LINK_KIND, REJECTED, UNDECIDED

MINE = "linkborders|"  # how the source key of an item of this module begins
START, END = "始点", "終点"  # code list LINKEND
FIGURES = ("gap_m", "bearing_diff", "class_diff", "score")
NEEDED = ("section_a", "section_b", "end_a", "end_b")
DECISIONS = ("section_a", "end_a", "section_b", "end_b", "state", "decision", "redrawn", "item", "decided_at")
WORDS = {ACCEPTED: "accept", REJECTED: "reject"}


@dataclass
class Counts:
    """Items added, there before, withdrawn; ``decided``: found again though decided; ``unknown``: of sections that
    the store lacks."""

    added: int = 0
    kept: int = 0
    withdrawn: int = 0
    decided: int = 0
    unknown: int = 0


def add_links(store: Store, rows: pd.DataFrame | None, *, cities=None, crs: str | None = None) -> Counts:
    """``bring_up_to_date`` in a transaction of its own."""
    with store.transaction(tr("what waits for a person")):
        return bring_up_to_date(store, rows, cities=cities, crs=crs)


def bring_up_to_date(
    store: Store, rows: pd.DataFrame | None, *, cities=None, crs: str | None = None
) -> Counts:
    """Make the open items those of ``rows``, in the caller's transaction.

    ``rows``: ``kind`` (連結候補, or 二重描画: sections that may be one road, without ends), section_a, section_b (uuid
    or section_id), end_a, end_b (LINKEND; one of them may be empty, where an end meets the middle of the other
    section), and where known the figures, ``score``, ``reason``, ``alternatives`` (a list, or one as JSON) and ``geom``
    (the link; store's CRS or ``crs``). An alternative is a dict with ``section``, ``end`` and ``keep`` ("a" or "b",
    else "a"), or with section_a, section_b, end_a, end_b (one of the ends being the item's own). ``cities``: withdraw
    only items between these (None: all).
    """
    counts = Counts()
    con = store.con
    if rows is not None and len(rows):
        lacking = [name for name in NEEDED if name not in rows]
        if lacking:
            raise ValueError(lacking[0])
    known = {
        key: (fid, decision, detail, city, other)
        for fid, key, decision, detail, city, other in con.execute(
            "SELECT fid, src_key, coalesce(decision, ?), detail, json_extract(detail, '$.a.city'),"
            " json_extract(detail, '$.b.city') FROM review_item WHERE kind IN (?, ?) AND src_key LIKE ?",
            (UNDECIDED, LINK_KIND, DRAWN_KIND, MINE + "%"),
        )
    }
    new, changed, found = [], [], set()
    for item in _items(store, rows, crs, counts):
        if item["key"] in found:
            continue
        found.add(item["key"])
        if item["key"] not in known:
            new.append(item)
            continue
        fid, decision, detail, *_ = known[item["key"]]
        if decision != UNDECIDED:
            counts.decided += 1
            continue
        counts.kept += 1
        if detail != item["detail"]:
            changed.append((fid, item))
    within = None if cities is None else set(cities)
    stale = [
        fid
        for key, (fid, decision, _, city, other) in known.items()
        if key not in found and decision == UNDECIDED and (within is None or {city, other} <= within)
    ]
    counts.added, counts.withdrawn = len(new), len(stale)
    if new or stale or changed:
        _write(store, new, changed, stale)
    return counts


def link_decisions(store: Store) -> pd.DataFrame:
    """What people decided on links: one row a pair of ends, the columns of ``DECISIONS``.

    ``state`` is 採用 or 却下, ``decision`` the same as accept or reject. A redrawn link is two rows: the proposed pair
    rejected, the chosen one accepted (``redrawn`` true in both). Sections by uuid. Of several decisions on one pair the
    last one holds. Both ends are empty where it was about one road drawn twice.
    """
    with friendly(store.path):
        rows = store.con.execute(
            "SELECT r.uuid, r.decision, r.detail, r.decided_at, (SELECT d.after FROM decision d WHERE d.subject ="
            " r.uuid AND d.undone_at IS NULL ORDER BY d.fid DESC LIMIT 1) FROM review_item r WHERE r.kind IN"
            " (?, ?) AND r.decision IN (?, ?, ?) ORDER BY r.decided_at, r.src_key",
            (LINK_KIND, DRAWN_KIND, ACCEPTED, REJECTED, CORRECTED),
        ).fetchall()
    found: dict[frozenset, tuple] = {}

    def put(pair, state, redrawn, item, at):
        ends = frozenset(((pair[0], pair[1]), (pair[2], pair[3])))
        found.pop(ends, None)
        found[ends] = (*pair, state, WORDS[state], redrawn, item, at)

    for item, decision, detail, at, after in rows:
        proposed = pair_of(json.loads(detail or "{}"))
        if proposed is None:
            continue
        chosen = pair_of(json.loads(after or "{}").get("link") or {}) if decision == CORRECTED else None
        put(proposed, ACCEPTED if decision == ACCEPTED else REJECTED, chosen is not None, item, at)
        if chosen is not None:
            put(chosen, ACCEPTED, True, item, at)
    return pd.DataFrame(list(found.values()), columns=list(DECISIONS))


def joined_ends(store: Store) -> dict[tuple[str, str], str]:
    """(section uuid, end) -> the item by which a person joined it."""
    taken = link_decisions(store)
    taken = taken[taken["state"] == ACCEPTED]
    ends = [*zip(taken["section_a"], taken["end_a"]), *zip(taken["section_b"], taken["end_b"])]
    return {at: item for at, item in zip(ends, [*taken["item"], *taken["item"]]) if at[1]}


def pair_of(detail: dict) -> tuple[str, str | None, str, str | None] | None:
    """(section, end, section, end) of an item's detail or a decision's link; the end None: the section's middle."""
    sides = [detail.get(side) for side in ("a", "b")]
    if not all(isinstance(said, dict) and isinstance(said.get("section"), str) for said in sides):
        return None
    return (sides[0]["section"], sides[0].get("end"), sides[1]["section"], sides[1].get("end"))


def link_key(section_a: str, end_a: str | None, section_b: str, end_b: str | None) -> str:
    """One text for a pair of ends, whichever comes first."""
    return MINE + "|".join(sorted((f"{section_a}#{end_a or ''}", f"{section_b}#{end_b or ''}")))


class Register:
    """What an item says of the sections that are named: by uuid or section_id."""

    def __init__(self, store: Store, wanted):
        self.by: dict[str, dict] = {}
        named = json.dumps(sorted({name for name in wanted if isinstance(name, str)}))
        names = dict(store.con.execute("SELECT city_code, name_ja FROM city"))
        roads = dict(store.con.execute("SELECT route_key, name_ja FROM route ORDER BY fid DESC"))
        for uuid, section_id, route_key, city in store.con.execute(
            "SELECT uuid, section_id, route_key, city_code FROM section WHERE fid IN"
            " (SELECT fid FROM section WHERE uuid IN (SELECT value FROM json_each(:named)) UNION"
            " SELECT fid FROM section WHERE section_id IN (SELECT value FROM json_each(:named))) ORDER BY fid DESC",
            {"named": named},
        ):
            said = {
                "section": uuid, "section_id": section_id, "route_key": route_key, "name": roads.get(route_key),
                "city": city, "city_name": names.get(city),
            }  # fmt: skip
            self.by[uuid] = said
            if section_id:
                self.by.setdefault(section_id, said)

    def end(self, section, end) -> dict | None:
        said = self.by.get(section)
        end = end if isinstance(end, str) and end else None
        return None if said is None or end not in (START, END, None) else {**said, "end": end}


def road_name(said: dict) -> str:
    """A road as people name it: its city and its name, else its key."""
    road = said.get("name") or said.get("route_key") or said.get("section_id") or "?"
    return f"{said.get('city_name') or said.get('city') or ''} {road}".strip()


def _items(store: Store, rows: pd.DataFrame | None, crs, counts: Counts):
    """The rows as items, with the end whose key is lower as ``a``."""
    if rows is None or not len(rows):
        return
    records = rows.to_dict("records")
    for row in records:
        row["alternatives"] = [entry for entry in _list(row.get("alternatives")) if isinstance(entry, dict)]
    entries = [entry for row in records for entry in (row, *row["alternatives"])]
    register = Register(
        store, (entry.get(n) for entry in entries for n in ("section_a", "section_b", "section"))
    )
    places, lengths = _places(store, rows, crs)
    for n, row in enumerate(records):
        kind = DRAWN_KIND if row.get("kind") == DRAWN_KIND else LINK_KIND
        if kind == LINK_KIND and pd.isna(row.get("gap_m")):
            row["gap_m"] = float(lengths[n])
        a, b = register.end(row["section_a"], row["end_a"]), register.end(row["section_b"], row["end_b"])
        if a is None or b is None or (kind == LINK_KIND and not (a["end"] or b["end"])):
            counts.unknown += 1
            continue
        turned = (b["section"], b["end"] or "") < (a["section"], a["end"] or "")
        others = [_alternative(entry, a, b, register) for entry in row["alternatives"]]
        others = [entry for entry in others if entry is not None]
        if turned:
            a, b = b, a
            others = [{**entry, "keep": "b" if entry["keep"] == "a" else "a"} for entry in others]
        others.sort(key=lambda entry: (-(entry.get("score") or 0.0), entry["section"], entry["end"] or ""))
        detail = {
            "code": "", "field": None, **_words(kind),
            "text": row.get("reason") if isinstance(row.get("reason"), str) else None,
            "a": a, "b": b, **_figures(row), "alternatives": others,
        }  # fmt: skip
        detail = {key: value for key, value in detail.items() if value is not None}
        yield {
            "key": link_key(a["section"], a["end"], b["section"], b["end"]), "city": a["city"], "a": a["section"],
            "b": b["section"], "detail": json.dumps(detail, ensure_ascii=False), "place": places[n], "kind": kind,
        }  # fmt: skip


def _words(kind: str) -> dict:
    if kind == DRAWN_KIND:
        return {
            "title": tr("Possibly one road, drawn by both cities"),
            "remedy": tr("Say whether it is one road or two. It counts from the next linking run on."),
        }
    return {
        "title": tr("Possible link across the border"),
        "remedy": tr("Accept it, reject it, or choose another end. It counts from the next linking run on."),
    }


def _alternative(entry, a: dict, b: dict, register: Register) -> dict | None:
    keep, section, end = entry.get("keep", "a"), entry.get("section"), entry.get("end")
    if section is None and "section_a" in entry:
        sides = [register.end(entry.get(f"section_{s}"), entry.get(f"end_{s}")) for s in ("a", "b")]
        own = [(said["section"], said["end"]) for said in (a, b)]
        at = [(said["section"], said["end"]) if said else None for said in sides]
        match = next(((k, 1 - i) for i in (0, 1) for k, mine in zip("ab", own) if at[i] == mine), None)
        if match is None or sides[match[1]] is None:
            return None
        return {**sides[match[1]], "keep": match[0], **_figures(entry)}
    said = register.end(section, end)
    return None if said is None or keep not in ("a", "b") else {**said, "keep": keep, **_figures(entry)}


def _figures(row: dict) -> dict:
    found = {}
    for name in FIGURES:
        value = row.get(name)
        if value is not None and not isinstance(value, str) and value == value:
            found[name] = int(value) if name == "class_diff" else round(float(value), 3)
    return found


def _list(value) -> list:
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            return []
    return list(value) if isinstance(value, (list, tuple, np.ndarray)) else []


def _places(store: Store, rows: pd.DataFrame, crs) -> tuple[np.ndarray, np.ndarray]:
    """(the middle of each link as a point in the store's CRS: the map of what waits shows marks; its length)."""
    geoms = np.full(len(rows), None, dtype=object)
    if "geom" in rows:
        geoms[:] = rows["geom"].to_numpy(dtype=object)
    if crs is not None and crs.upper() != store.crs:
        geoms = transformer(crs, store.crs).transform_geometries(geoms)
    boxes = shapely.bounds(geoms)
    there = np.isfinite(boxes).all(axis=1)
    places = np.full(len(rows), None, dtype=object)
    middle = (boxes[there, :2] + boxes[there, 2:]) / 2
    places[there] = shapely.points(middle)
    return places, shapely.length(geoms)


def _write(store: Store, new: list[dict], changed: list[tuple[int, dict]], stale: list[int]) -> None:
    con = store.con
    for statement in ddl.rtree_triggers_drop("review_item"):
        con.execute(statement)
    con.executemany(
        "DELETE FROM rtree_review_item_geom WHERE id = ?",
        [(fid,) for fid in [*stale, *(f for f, _ in changed)]],
    )
    con.executemany("DELETE FROM review_item WHERE fid = ?", [(fid,) for fid in stale])
    blobs = encode(np.array([item["place"] for _, item in changed] or [None], object), store.srs_id)
    con.executemany(
        "UPDATE review_item SET detail = ?, geom = ? WHERE fid = ?",
        [(item["detail"], blob, fid) for (fid, item), blob in zip(changed, blobs)],
    )
    first = (con.execute("SELECT max(fid) FROM review_item").fetchone()[0] or 0) + 1
    stamp = now_utc()
    blobs = encode(np.array([item["place"] for item in new] or [None], object), store.srs_id)
    con.executemany(
        "INSERT INTO review_item (fid, uuid, city_code, src_file, src_row, imported_at, src_key, kind, \"table\","
        " row_uuid, other_uuid, detail, decision, geom) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        [
            (
                fid, row_uuids(item["city"], "review_item", [item["key"]])[0], item["city"], "", 0, stamp, item["key"],
                item["kind"], "section", item["a"], item["b"], item["detail"], UNDECIDED, blob,
            )
            for fid, (item, blob) in enumerate(zip(new, blobs), first)
        ],
    )  # fmt: skip
    placed = [*changed, *enumerate(new, first)]
    con.executemany(
        "INSERT INTO rtree_review_item_geom VALUES (?,?,?,?,?)",
        [
            (fid, p.x, p.x, p.y, p.y)
            for fid, p in ((fid, item["place"]) for fid, item in placed)
            if p is not None
        ],
    )
    for statement in ddl.rtree_triggers_create("review_item"):
        con.execute(statement)


def ends_of(blobs) -> np.ndarray:
    """First and last point of section geometries: (n, 2, 2), NaN where there is none."""
    geoms = decode(blobs)
    found = np.full((len(geoms), 2, 2), np.nan)
    for n, geom in enumerate(geoms):
        if geom is not None and not geom.is_empty:
            points = shapely.get_coordinates(geom)
            found[n] = points[0], points[-1]
    return found
