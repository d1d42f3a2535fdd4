"""Which faults of the unified data are really there: ``samples/quality.json``, beside the rows' own ``expected.json``.

What the generator planted or knows (events, dangling numbers, dates, places, roads along borders) is listed from
its own records; how lines lie to each other is measured on its true lines, by other means than any checker's
(buffers and pairwise distances). ``unsure``: rows of which nothing is said, because their truth is open or a
measure lies at the very limit.

Rows are named [city, table, src_key].
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import shapely

from .ledger import UNCHECKED

LAST_DAY = "2026-03-31"
GAP, GAP_MAX, STUB, BORDER, OWN_OVERLAP, OVERLAP = 1.0, 5.0, 8.0, 20.0, 3.0, 10.0
EDGE = 0.15  # metres: cities' files round coordinates
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


def write(out: Path, world: dict, made: dict, seed: int) -> None:
    """``made``: city code -> ledgers as written, dirt and all."""
    truth = _Truth(world, made)
    body = {
        "version": 1,
        "seed": seed,
        "as_of": LAST_DAY,
        "kinds": {
            "duplicate_request": truth.events(),
            "border_section": truth.border_roads(),
            "dangling_reference": truth.references(),
            "date_future": truth.future(),
            "date_order": truth.orders(),
            "missing_location": truth.unplaced(),
            **truth.outside(),
            **truth.managers(),
            **truth.lines(),
        },
    }
    (out / "quality.json").write_text(_text(body), encoding="utf-8")


def _text(body: dict) -> str:
    """One fault a line, so that changes can be read."""
    head = {k: v for k, v in body.items() if k != "kinds"}
    parts = []
    for kind, entry in body["kinds"].items():
        lists = []
        for name, items in entry.items():
            lines = ",\n".join(json.dumps(i, ensure_ascii=False, separators=(",", ":")) for i in items)
            lists.append(f'"{name}": [\n{lines}\n]' if items else f'"{name}": []')
        parts.append(f'"{kind}": {{\n' + ",\n".join(lists) + "\n}")
    return json.dumps(head, ensure_ascii=False)[:-1] + ',\n"kinds": {\n' + ",\n".join(parts) + "\n}}\n"


def _key(item, name: str):
    return item[name] if item else None


class _Truth:
    def __init__(self, world: dict, made: dict):
        self.world = world["cities"]
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

    def events(self) -> dict:
        """Requests of one event, as far as they have place and date; each list is one event."""
        by_number, root = {}, {}
        for city, row in self.rows["request"]:
            source = row.source_row
            root[source["req_no"]] = source.get("dup_of")
            by_number[source["req_no"]] = (city, row)
        for city in self.world.values():
            for source in city["requests"]:
                root.setdefault(source["req_no"], source["dup_of"])

        def first(number):
            while root.get(number):
                number = root[number]
            return number

        groups, unsure = {}, []
        for number, (city, row) in by_number.items():
            if any(row.truth.get(n) == UNCHECKED for n in ("received_at", "ft", "dt")):
                unsure.append(self.name("request", city, row))
            groups.setdefault(first(number), []).append((city, row))
        real = [
            [self.name("request", c, r) for c, r in group if r.xy is not None and r.truth.get("received_at")]
            for group in groups.values()
            if len(group) > 1
        ]
        return {"events": [g for g in real if len(g) > 1], "unsure": unsure}

    def border_roads(self) -> dict:
        """Pairs of sections that are one road along a border, drawn by both cities."""
        drawn: dict = {}
        for city, row in self.rows["section"]:
            number = row.source_row["_route"].get("_border")
            if number is not None:
                drawn.setdefault(number, []).append((city, row))
        pairs = [
            [self.name("section", *one), self.name("section", *two)]
            for group in drawn.values()
            for n, one in enumerate(group)
            for two in group[n + 1 :]
            if one[0] != two[0]
        ]
        return {"pairs": pairs, "unsure": []}

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
            for table in ("facility", "request", "damage")
            for city, row in self.rows[table]
            if row.xy is None
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

    # -- measured on the true lines --------------------------------------------------------------------------

    def lines(self) -> dict:
        found: dict = {
            name: {"rows" if name in ("line_stub", "line_loose_end") else "pairs": [], "unsure": []}
            for name in (
                "line_stub",
                "duplicate_section",
                "line_undershoot",
                "line_crossing",
                "line_loose_end",
            )
        }
        for city in self.world:
            rows = [row for c, row in self.rows["section"] if c == city]
            lines = [row.source_row["_geom"] for row in rows]
            tree = shapely.STRtree(lines)
            names = [self.name("section", city, row) for row in rows]
            for name, line in zip(names, lines):
                if line.length < STUB:
                    found["line_stub"]["rows"].append(name)
            self._doubles(names, lines, tree, found["duplicate_section"])
            self._ends(rows, names, lines, tree, found)
            self._crossings(names, lines, tree, found["line_crossing"])
        return found

    def _doubles(self, names, lines, tree, entry) -> None:
        """Pairs of which the shorter lies in a band of 3 m about the other for 70 % of its length."""
        for i, line in enumerate(lines):
            for j in tree.query(line, predicate="dwithin", distance=OWN_OVERLAP):
                if j == i or (line.length, i) > (lines[j].length, j) or line.length < 20:
                    continue
                share = [
                    line.intersection(lines[j].buffer(OWN_OVERLAP + d, cap_style="flat")).length / line.length
                    for d in (-0.2, 0, 0.2)
                ]
                if share[0] >= 0.75:
                    entry["pairs"].append([names[i], names[int(j)]])
                elif share[2] >= 0.65:
                    entry["unsure"].append([names[i], names[int(j)]])

    def _ends(self, rows, names, lines, tree, found) -> None:
        """Ends that stop 1 to 5 m before another road's line; and the ends of border roads that join nothing."""
        ends = np.array([line.coords[k] for line in lines for k in (0, -1)])
        for n, end in enumerate(ends):
            i = n // 2
            apart = np.hypot(*(ends - end).T)
            apart[[2 * i, 2 * i + 1]] = np.inf
            if apart.min() <= GAP - EDGE:
                continue
            point = shapely.Point(end)
            near = sorted(
                (lines[j].distance(point), int(j))
                for j in tree.query(point, predicate="dwithin", distance=GAP_MAX + EDGE)
                if j != i
            )
            if rows[i].source_row["_route"].get("_border") is not None and near and apart.min() > GAP + EDGE:
                found["line_loose_end"]["rows"].append([*names[i], round(end[0], 1), round(end[1], 1)])
            if not near:
                continue
            distance, j = near[0]
            same_road = rows[i].source_row["_route"] is rows[j].source_row["_route"]
            pair = [names[i], names[j]]
            margin = min(abs(distance - GAP), abs(distance - GAP_MAX), abs(apart.min() - GAP)) < EDGE
            margin |= len(near) > 1 and near[1][0] - distance < EDGE  # which of the two is nearest is open
            if same_road or margin or lines[i].crosses(lines[j]):
                found["line_undershoot"]["unsure"].append(pair)
            elif GAP < distance <= GAP_MAX:
                found["line_undershoot"]["pairs"].append(pair)

    def _crossings(self, names, lines, tree, entry) -> None:
        """Lines that cross more than 5 m from all their ends."""
        for i, line in enumerate(lines):
            for j in tree.query(line, predicate="crosses"):
                if j <= i:
                    continue
                met = line.intersection(lines[j])
                tails = []
                for spot in getattr(met, "geoms", [met]):
                    if spot.geom_type == "Point":
                        at = [one.project(spot) for one in (line, lines[j])]
                        tails.append(min(min(a, one.length - a) for a, one in zip(at, (line, lines[j]))))
                if any(t > GAP_MAX + EDGE for t in tails):
                    entry["pairs"].append([names[i], names[int(j)]])
                elif tails:
                    entry["unsure"].append([names[i], names[int(j)]])
