"""One event entered twice, as the generator knows it: requests that tell of one thing, damages found again."""

from __future__ import annotations

import datetime as dt
from itertools import combinations

from scipy.spatial import cKDTree

from .ledger import UNCHECKED

LIKE = [("D01", "D06"), ("D03", "D04"), ("D11", "D12"), ("D15", "D16"), ("D18", "D20")]  # words for one thing
ONE_PLACE = 15.0  # metres


def requests(truth) -> dict:
    """Requests of one event, as far as they have place and date; each list is one event."""
    by_number, root = {}, {}
    for city, row in truth.rows["request"]:
        source = row.source_row
        root[source["req_no"]] = source.get("dup_of") or source.get("_same")
        by_number[source["req_no"]] = (city, row)
    for city in truth.world.values():
        for source in city["requests"]:
            root.setdefault(source["req_no"], source["dup_of"])

    def first(number):
        while root.get(number):
            number = root[number]
        return number

    groups, unsure = {}, []
    for number, (city, row) in by_number.items():
        if any(row.truth.get(n) == UNCHECKED for n in ("received_at", "ft", "dt")):
            unsure.append(truth.name("request", city, row))
        groups.setdefault(first(number), []).append((city, row))
    real = [
        [truth.name("request", c, r) for c, r in group if r.xy is not None and r.truth.get("received_at")]
        for group in groups.values()
        if len(group) > 1
    ]
    at_facility: dict = {}
    for city, row in by_number.values():
        if row.xy is not None and row.truth.get("received_at") and row.source_row["_facility"]:
            at_facility.setdefault(id(row.source_row["_facility"]), []).append((city, row))
    for group in at_facility.values():  # told again while the first case was open: the thing is the same
        group.sort(key=lambda g: g[1].source_row["received_at"])
        for n, (city, late) in enumerate(group):
            for _, early in group[:n]:
                pair = [truth.name("request", city, late), truth.name("request", city, early)]
                state = _same_case(
                    late, early, ("received_at", "dt", "closed_at"), early.truth.get("closed_at")
                )
                if state == "same":
                    real.append(pair)
                elif state == "open":
                    unsure.append(pair)
    return {"events": [g for g in real if len(g) > 1], "unsure": unsure}


def damages(truth, planted) -> dict:
    """Damages entered again before they were repaired: those planted, and those of one kind at one facility.

    A damage is over when all its works are finished. Where another word is used for the kind, or months lie
    between, nothing is said. Few are planted, so ``chance`` is told apart: two open damages of one kind at one place.
    """
    works: dict = {}
    for _, row in truth.rows["work"]:
        works.setdefault(id(row.source_row["_dmg"]), []).append(row.truth.get("finished_at"))
    ordered: dict = {}
    for city in truth.world.values():
        for work in city["works"]:
            ordered[id(work["_dmg"])] = ordered.get(id(work["_dmg"]), 0) + 1

    def over(row):
        ends = works.get(id(row.source_row), [])
        known = len(ends) == ordered.get(id(row.source_row), 0) and UNCHECKED not in ends
        return UNCHECKED if not known else None if not ends or None in ends else max(ends)

    found = {"events": [*planted.pairs["duplicate_damage"]], "unsure": [], "chance": []}
    by_city: dict = {}
    for city, row in truth.rows["damage"]:
        if row.xy is not None:
            by_city.setdefault(city, []).append(row)
    for city, rows in by_city.items():
        rows.sort(key=lambda row: row.source_row["found_at"])
        at_facility: dict = {}
        for n, row in enumerate(rows):
            if row.source_row["fac_id"]:
                at_facility.setdefault(row.source_row["fac_id"], []).append(n)
        pairs = {(a, b): True for group in at_facility.values() for a, b in combinations(group, 2)}
        for a, b in sorted(cKDTree([row.xy for row in rows]).query_pairs(ONE_PLACE)):
            things = {rows[n].source_row["fac_id"] for n in (a, b)} - {None}
            if len(things) < 2:
                pairs.setdefault((a, b), False)
        planted_here = {frozenset(map(tuple, pair)) for pair in planted.pairs["duplicate_damage"]}
        for (a, b), one_thing in pairs.items():
            pair = [truth.name("damage", city, rows[n]) for n in (b, a)]
            state = _same_case(rows[b], rows[a], ("found_at", "dt"), over(rows[a]))
            if one_thing and state != "other":
                found["events" if state == "same" else "unsure"].append(pair)
            elif state != "other" and frozenset(map(tuple, pair)) not in planted_here:
                found["chance"].append(pair)
    return found


def _same_case(late, early, fields, end) -> str:
    """Of two cases at one facility: "same" if the earlier was not over when the later came; "open" where another word
    is used for the kind, months lie between or a cell is dirty; else "other".
    """
    a, b = late.source_row, early.source_row
    when, before = a[fields[0]], b[fields[0]]
    days = (dt.date.fromisoformat(when[:10]) - dt.date.fromisoformat(before[:10])).days
    if days > 120 or a["ft"] != b["ft"] or end not in (None, UNCHECKED) and end < when:
        return "other"
    if a["dt"] != b["dt"]:
        return "open" if any({a["dt"], b["dt"]} <= set(group) for group in LIKE) else "other"
    dirty = end == UNCHECKED or any(
        row.truth.get(name) == UNCHECKED for row in (late, early) for name in fields
    )
    return "open" if dirty or days > 60 else "same"
