"""A judge in plain Python, a record at a time, written from section 4 alone: the oracle of the vectorised one.

Knows nothing of numpy nor of the code that it checks; takes records and rows of T11 as dicts.
"""

from __future__ import annotations

import math

ORDER = ["L0", "L1", "NJ", "L2", "L3"]
CODES = ["R0", "R1", "R2", "R3", "R4", "R5", "R9"]
FASTER = {"R5": "R4", "R4": "R3", "R3": "R2", "R2": "R1"}
CELLS = ["watch", "repair", "emerg", "repair_c1"]
CELLS += [f"rs_{clock}_c{n}" for clock in ("tmp", "perm") for n in (1, 2, 3)]
MEASURED_ON_SECTIONS = {"ratio_pct": {"D02": "crack_pct"}}


def judge(record, rows, on, sections=()):
    """{"level", "rs_tmp", "rs_perm", "needs", "hits": {std_id: level}} or {"transfer": True}."""
    rc = (record.get("route_key") or "--").split("-")[1] or "X9"
    if rc in ("N1", "N2", "P1", "P2", "X1", "X2", "X3", "X4") and record.get("ad") != "A1":
        return {"transfer": True}
    column = {"C1": 1, "C2": 2}.get(rc, 3)
    if rc not in ("C1", "C2", "C3", "N1", "N2", "P1", "P2", "X1", "X2", "X3", "X4"):
        column = 1
    section = next((s for s in sections if s["section_id"] == record.get("section_id")), {})
    if (record.get("em") or section.get("em")) in ("1", "2", "3", "C"):
        column = 1
    hits, tmps, perms, needs = {}, [], [], False
    for std_id in sorted({row["std_id"] for row in rows}):
        row = in_force(rows, std_id, record.get("city_code"), record.get("route_key"), on)
        if row is None or (row["ft"], row["dt"]) != (record.get("ft"), record.get("dt")):
            continue
        if std_id == "S33" and record.get("position") not in (None, "歩道"):
            continue
        if std_id == "S32" and record.get("position") == "歩道":
            continue
        level, incomplete = one(record, section, row, column)
        hits[std_id] = level
        needs = needs or incomplete
        tmp, perm = row[f"rs_tmp_c{column}"], row[f"rs_perm_c{column}"]
        if level == "L3":
            tmps.append("R0")
            perms.append(FASTER.get(perm, perm))
        elif level == "L2":
            tmps.append(tmp)
            perms.append(perm)
    if not hits:
        unknown = record.get("ft") in (None, "F99") or record.get("dt") in (None, "D99")
        return {"level": "NJ", "rs_tmp": None, "rs_perm": None, "needs": unknown, "hits": {}}
    level = max(hits.values(), key=ORDER.index)
    if level in ("L0", "L1"):
        return {"level": level, "rs_tmp": None, "rs_perm": "R9", "needs": needs, "hits": hits}
    return {"level": level, "rs_tmp": fastest(tmps), "rs_perm": fastest(perms), "needs": needs, "hits": hits}


def one(record, section, row, column):
    """(level, whether it needs measuring) of one row."""
    if (row["ft"], row["dt"]) == ("F01", "D06") and record.get("cavity"):
        return "L3", False
    if (row["ft"], row["dt"]) == ("F20", "D19") and record.get("large"):
        return "L3", False
    measure = row["measure"]
    value = record.get(measure)
    if value is None:
        own = measure if measure in ("iri", "rut_mm", "mci") else None
        value = section.get(MEASURED_ON_SECTIONS.get(measure, {}).get(record["dt"], own))
    if value is None or math.isnan(value) or math.isinf(value) or value < 0:
        return "NJ", True
    if ["W-NOUNIT", measure] in record.get("flags", []):
        return "NJ", True
    repair = row["repair"]
    if column == 1 and row["repair_c1"] is not None:
        repair = row["repair_c1"]

    def reached(limit):
        if limit is None or math.isinf(limit):
            return False
        return value <= limit if row["op"] == "<=" else value >= limit

    level = "L0"
    for name, limit in (("L1", row["watch"]), ("L2", repair), ("L3", row["emerg"])):
        if reached(limit):
            level = name
    if ["W-OPEN", measure] in record.get("flags", []):
        if level in ("L0", "L1"):
            return "NJ", True
        return level, level == "L2" and row["emerg"] is not None
    return level, False


def in_force(rows, std_id, city, route, on):
    """The cells in force: route over city over common, cell by cell; None where nobody has the standard."""
    found = {}
    for scope, key in (("common", ""), ("city", city), ("route", route)):
        mine = [
            r
            for r in rows
            if r["std_id"] == std_id and r["scope"] == scope and (scope == "common" or r["scope_key"] == key)
        ]
        mine = [
            r for r in mine if r["valid_from"] <= on and (r.get("valid_to") is None or on <= r["valid_to"])
        ]
        if not mine or (scope != "common" and not key):
            continue
        row = max(mine, key=lambda r: (r["valid_from"], r["ver"]))
        for cell in ["ft", "dt", "measure", "op", *CELLS]:
            if row.get(cell) is not None:
                found[cell] = row[cell]
    if not found or any(found.get(cell) is None for cell in ("ft", "dt", "measure", "op")):
        return None
    return {cell: found.get(cell) for cell in ["ft", "dt", "measure", "op", *CELLS]}


def fastest(codes):
    known = [code for code in codes if code in CODES]
    return min(known, key=CODES.index) if known else None
