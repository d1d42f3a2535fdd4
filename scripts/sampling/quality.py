"""Which faults of the unified data are really there: ``samples/quality.json``, beside the rows' own ``expected.json``.

What the generator planted or knows (events, things entered twice, dangling numbers, dates, places, roads along
borders) is listed from its own records; how lines lie to each other is measured on its true lines, by other means
than any checker's (``quality_lines``). ``unsure``: rows of which nothing is said, because their truth is open or a
measure lies at the very limit. ``chance``: two things that chance put where and when one thing told twice would be;
whoever looks at the data can but suspect them. ``near``: rows and pairs that only look like the fault and must not
be told. ``edits``: geometries that no file can bring in, only a hand in the store: what to write there, as WKB.

Rows are named by city, table and src_key.
"""

from __future__ import annotations

import json
from pathlib import Path

import shapely
import shapely.affinity

from . import quality_events, quality_lines
from .ledger import UNCHECKED

LAST_DAY = "2026-03-31"
BORDER = 20.0
MAY_BE_FUTURE = {"planned_on", "valid_from", "valid_to"}
DATES = {
    "route": ["certified_on"],
    "section": ["insp_date"],
    "facility": ["insp_date"],
    "request": ["received_at", "first_visit_at", "transferred_at", "replied_at", "closed_at"],
    "damage": ["found_at", "measured_on"],
    "work": ["ordered_at", "started_at", "finished_at", "inspected_at", "report_at"],
    "patrol": ["date", "start_at", "end_at"],
}
ORDERS = [
    ("request", "received_at", "first_visit_at"),
    ("request", "received_at", "transferred_at"),
    ("request", "received_at", "replied_at"),
    ("request", "received_at", "closed_at"),
    ("damage", "found_at", "measured_on"),
    ("work", "ordered_at", "started_at"),
    ("work", "started_at", "finished_at"),
    ("work", "finished_at", "inspected_at"),
    ("work", "finished_at", "report_at"),
    ("patrol", "start_at", "end_at"),
]
CITY_OWNED_ANYWHERE = {"F09", "F10", "F11"}  # lights, mirrors, signs that cities put up on others' roads
LINK_DIRT = {
    "facility_dangling": "fac_id",
    "request_dangling": "req_uuid",
    "damage_dangling": "dmg_uuid",
    "contractor_dangling": "con_id",
}


def write(out: Path, world: dict, made: dict, record, seed: int) -> None:
    """``made``: city code -> ledgers as written, dirt and all. ``record``: what ``plant`` planted."""
    truth = _Truth(world, made)
    planted = _Planted(truth, record)
    kinds = {
        "duplicate_request": quality_events.requests(truth),
        "duplicate_damage": quality_events.damages(truth, planted),
        "dangling_reference": truth.references(),
        "date_future": truth.future(),
        "date_order": truth.orders(),
        "missing_location": truth.unplaced(),
        **truth.outside(),
        **truth.managers(),
        **quality_lines.measured(truth, planted),
    }
    for kind, pairs in planted.pairs.items():
        kinds.setdefault(kind, {"pairs": pairs, "unsure": []})
    for kind, rows in planted.rows.items():
        kinds.setdefault(kind, {"rows": rows, "unsure": []})
    for kind, near in planted.near.items():
        kinds[kind]["near"] = near
    edits = truth.edits()
    for kind in ("geometry_unreadable", "geometry_empty", "geometry_invalid"):
        kinds[kind] = {"rows": [e[1:4] for e in edits if e[0] == kind], "unsure": []}
    body = {
        "version": 1,
        "seed": seed,
        "as_of": LAST_DAY,
        "edits": edits,
        "kinds": kinds,
    }
    (out / "quality.json").write_text(_text(body), encoding="utf-8")


def _text(body: dict) -> str:
    """One fault a line, under its city and table, so that changes can be read and the file stays small."""
    head = {k: v for k, v in body.items() if k != "kinds"}
    parts = []
    for kind, entry in body["kinds"].items():
        lists = []
        for name, items in entry.items():
            groups: dict = {}
            for item in items:
                group, short = _short(item)
                groups.setdefault(group, []).append(
                    json.dumps(short, ensure_ascii=False, separators=(",", ":"))
                )
            texts = (f'"{group}": [\n' + ",\n".join(lines) + "\n]" for group, lines in groups.items())
            lists.append(f'"{name}": {{' + ",\n".join(texts) + "}")
        parts.append(f'"{kind}": {{\n' + ",\n".join(lists) + "\n}")
    return json.dumps(head, ensure_ascii=False)[:-1] + ',\n"kinds": {\n' + ",\n".join(parts) + "\n}}\n"


def _short(item: list) -> tuple[str, object]:
    """("city/table", key or [key, more]) of a row; of rows that go together ("city/table together", [key, key]), or
    ("city/table city/table", [key, key]) where they are of two cities."""
    if isinstance(item[0], str):
        city, table, *key = item
        return f"{city}/{table}", key if len(key) > 1 else key[0]
    owners = [f"{city}/{table}" for city, table, _ in item]
    return (f"{owners[0]} together" if len(set(owners)) == 1 else " ".join(owners)), [
        key for _, _, key in item
    ]


def _key(item, name: str):
    return item[name] if item else None


class _Planted:
    """The record of ``plant`` in the names of rows."""

    def __init__(self, truth, record):
        self.named = {
            id(row.source_row): truth.name(table, city, row)
            for table, rows in truth.rows.items()
            for city, row in rows
        }
        self.pairs = {kind: [self.names(pair) for pair in pairs] for kind, pairs in record.pairs.items()}
        self.rows = {kind: [self.named[id(item)] for item in rows] for kind, rows in record.rows.items()}
        self.near = {kind: [self.names(items) for items in near] for kind, near in record.near.items()}

    def names(self, items) -> list:
        return [self.named[id(item)] for item in items]


class _Truth:
    def __init__(self, world: dict, made: dict):
        self.world, self.cuts = world["cities"], world["network"].cuts
        self.rows: dict = {}  # table -> [(city, row)] that must be kept
        for city, ledgers in made.items():
            for ledger in ledgers:
                for row in ledger.rows:
                    if row.outcome == "kept":
                        self.rows.setdefault(ledger.table, []).append((city, row))
        self.routes = {
            (c, r.truth.get("route_key") or r.source_row["route_key"]): r for c, r in self.rows["route"]
        }

    def name(self, table: str, city: str, row, *more) -> list:
        return [city, table, row.key, *more]

    # -- from the generator's own records ------------------------------------------------------------------

    def border_roads(self) -> list:
        """Pairs of sections that are one road along a border, drawn by both cities."""
        drawn: dict = {}
        for city, row in self.rows["section"]:
            number = row.source_row["_route"].get("_border")
            if number is not None:
                drawn.setdefault(number, []).append((city, row))
        return [
            [self.name("section", *one), self.name("section", *two)]
            for group in drawn.values()
            for n, one in enumerate(group)
            for two in group[n + 1 :]
            if one[0] != two[0]
        ]

    def references(self) -> dict:
        """Cells that name a row which is not among those kept."""
        kept = {
            "fac_id": {(c, r.source_row["fac_id"]) for c, r in self.rows["facility"]},
            "req_uuid": {(c, r.source_row["req_no"]) for c, r in self.rows["request"]},
            "dmg_uuid": {(c, r.source_row["dmg_id"]) for c, r in self.rows["damage"]},
            "con_id": {(c, r.source_row["con_id"]) for c, r in self.rows["contractor"]},
        }
        ours = {
            "damage": [("fac_id", lambda s: s["fac_id"]), ("req_uuid", lambda s: _key(s["_req"], "req_no"))],
            "work": [("dmg_uuid", lambda s: s["_dmg"]["dmg_id"]), ("con_id", lambda s: _key(s["_con"], "con_id"))],
            "patrol": [("con_id", lambda s: _key(s["_con"], "con_id"))],
        }  # fmt: skip
        found, unsure = [], []
        for table, rows in self.rows.items():
            for city, row in rows:
                dirt = {LINK_DIRT[d["kind"]] for d in row.dirt if d["kind"] in LINK_DIRT}
                for field, wanted in ours.get(table, ()):
                    value = wanted(row.source_row)
                    if field in dirt or value and (city, value) not in kept[field]:
                        found.append(self.name(table, city, row, field))
                key = row.truth.get("route_key")
                if table == "route" or not key:
                    continue
                if key == UNCHECKED:
                    unsure.append(self.name(table, city, row, "route_key"))
                elif (city, key) not in self.routes:
                    found.append(self.name(table, city, row, "route_key"))
                earlier = (
                    row.source_row.get("dup_of") if row.cells.get("重複元") else None
                )  # one city notes it
                if earlier and (city, earlier) not in kept["req_uuid"]:
                    found.append(self.name(table, city, row, "dup_of"))
        return {"rows": found, "unsure": unsure}

    def future(self) -> dict:
        found, unsure = [], []
        for table, fields in DATES.items():
            for city, row in self.rows.get(table, ()):
                for field in fields:
                    value = row.truth.get(field)
                    if value == UNCHECKED:
                        unsure.append(self.name(table, city, row, field))
                    elif value and str(value)[:10] > LAST_DAY and field not in MAY_BE_FUTURE:
                        found.append(self.name(table, city, row, field))
        return {"rows": found, "unsure": unsure}

    def orders(self) -> dict:
        """A later step before an earlier one; days are compared where one of the two has no time."""
        found, unsure = [], []
        for table, first, second in ORDERS:
            for city, row in self.rows.get(table, ()):
                a, b = row.truth.get(first), row.truth.get(second)
                if UNCHECKED in (a, b):
                    unsure.append(self.name(table, city, row, first, second))
                elif a and b:
                    long = "T" in a and "T" in b and "T00:00:00" not in a and "T00:00:00" not in b
                    if (b < a) if long else (b[:10] < a[:10]):
                        found.append(self.name(table, city, row, first, second))
        return {"rows": found, "unsure": unsure}

    def unplaced(self) -> dict:
        rows = [
            self.name(table, city, row)
            for table in ("facility", "request", "damage", "section")
            for city, row in self.rows[table]
            if (row.geom is None if table == "section" else row.xy is None)
        ]
        return {"rows": rows, "unsure": []}

    def outside(self) -> dict:
        """Places more than 20 m outside their own city: in another one of the four, or in none."""
        areas = {code: city["polygon"] for code, city in self.world.items()}
        inside, beyond, unsure = [], [], []
        for table in ("facility", "request", "damage"):
            for city, row in self.rows[table]:
                if row.xy is None:
                    continue
                point = shapely.Point(*row.xy)
                distance = areas[city].distance(point)
                if abs(distance - BORDER) < 12:  # the old-datum lights may be 10 m off
                    unsure.append(self.name(table, city, row))
                elif distance > BORDER:
                    there = any(a.intersects(point) for a in areas.values())
                    (inside if there else beyond).append(self.name(table, city, row))
        return {
            "place_other_city": {"rows": inside, "unsure": unsure},
            "place_outside": {"rows": beyond, "unsure": unsure},
        }

    def managers(self) -> dict:
        """Rows that the city keeps as its own on roads of the prefecture and others."""
        found: dict = {t: {"rows": [], "unsure": []} for t in ("request", "facility", "damage")}
        owner = {}
        for city, row in self.rows["facility"]:
            owner[city, row.source_row["fac_id"]] = row.truth.get("owner", UNCHECKED)
        for table, entry in found.items():
            for city, row in self.rows[table]:
                route = self.routes.get((city, row.truth.get("route_key")))
                manager = route.truth.get("ad") if route else None
                ft = row.truth.get("ft")
                if table == "request":
                    state = row.truth.get("ad", UNCHECKED)
                elif table == "facility":
                    state = "A3" if ft in CITY_OWNED_ANYWHERE else row.truth.get("owner", UNCHECKED)
                else:
                    name = row.source_row["fac_id"]
                    dirty = any(d["kind"] == "facility_dangling" for d in row.dirt)
                    has = owner.get((city, name)) if name and not dirty else None
                    state = UNCHECKED if has == UNCHECKED else "A3" if has == "A1" else "A1"
                    state = "A3" if ft in CITY_OWNED_ANYWHERE else state
                if UNCHECKED in (state, manager, ft, row.truth.get("route_key")):
                    entry["unsure"].append(self.name(table, city, row))
                elif state == "A1" and manager not in (None, "A1", "AX"):
                    entry["rows"].append(self.name(table, city, row))
        return {f"manager_{table}": entry for table, entry in found.items()}

    def edits(self) -> list:
        """[kind, city, table, key, WKB in hex] for reference features, which no other check reads."""
        bow = shapely.Polygon([(0, 0), (40, 40), (40, 0), (0, 40)])
        wrong = {
            "geometry_unreadable": lambda p: "0102000000ff",
            "geometry_empty": lambda p: shapely.to_wkb(shapely.LineString(), hex=True),
            "geometry_invalid": lambda p: shapely.to_wkb(shapely.affinity.translate(bow, p.x, p.y), hex=True),
        }
        rows = self.rows["reference"]
        found = []
        for n, (kind, write_wkb) in enumerate(wrong.items()):
            for city, row in rows[n :: max(3, len(rows) // 6)][:6]:
                found.append(
                    [kind, *self.name("reference", city, row), write_wkb(row.source_row["_geom"].centroid)]
                )
        return found
