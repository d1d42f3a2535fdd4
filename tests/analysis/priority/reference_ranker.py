"""A ranker in plain Python, a damage at a time, written from section 5 of the model alone: the oracle of the other.

Takes judged damages and facts as dicts, with both clocks' deadlines as datetimes; scores are exact decimals. Knows
nothing of numpy nor of the code that it checks.
"""

from __future__ import annotations

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal, getcontext
from functools import cmp_to_key

getcontext().prec = 50
WEIGHTS = {"school": 20, "emergency": 15, "traffic": 15, "repeat": 15, "overdue": 15, "bus": 10, "poi": 10}
LIMITS = {"R0": 1, "R1": 1, "R2": 3, "R3": 5, "R4": 28, "R5": 365}
CATEGORY_CODE = {"1": "R0", "2H": "R2", "2M": "R4", "2L": "R5", "W": None}


def rank(damages, as_of, due_of, absent=(), weights=WEIGHTS, split=60):
    """uuid -> {rank, score, band, ...}. ``due_of(code, damage)``: the deadline of a response code."""
    found = [one(d, as_of, due_of, absent, weights, split) for d in damages]
    found.sort(key=cmp_to_key(before))
    return {row["uuid"]: {**row, "rank": n} for n, row in enumerate(found, 1)}


def one(d, as_of, due_of, absent, weights, split):
    i, p = impact(d), probability(d)
    risk = i * p
    category = next(
        c for c, least in (("1", 20), ("2H", 12), ("2M", 6), ("2L", 3), ("W", 1)) if risk >= least
    )
    first, due, code = deadline(d, category, due_of)
    over = max(0, (as_of - due.date()).days) if due else 0
    adt = (
        d["adt"] if d["adt"] is not None else {"C2": 500, "C3": 0, "N1": 5000, "P2": 5000}.get(d["rc"], 2000)
    )
    f = {
        "school": Decimal(1 if d["school"] else 0),
        "emergency": Decimal({"1": "1", "2": "0.7", "3": "0.4", "C": "0.4"}.get(d["em"], "0")),
        "traffic": min(Decimal(1), Decimal(str(adt)) / 10000),
        "repeat": min(Decimal(1), Decimal(d["repeats"]) / 3),
        "overdue": min(Decimal(1), Decimal(over) / LIMITS[code]) if due else Decimal(0),
        "bus": Decimal(1 if d["bus"] else 0),
        "poi": Decimal(1 if d["poi"] else 0),
    }
    there = [name for name in weights if name not in absent]
    total = sum(Decimal(str(weights[name])) for name in there)
    wf = sum(Decimal(str(weights[name])) * f[name] for name in there) * 100 / total
    score = Decimal(split) * (Decimal(risk) / 25).sqrt() + (100 - Decimal(split)) * wf / 100
    score = score.quantize(Decimal("0.01"), ROUND_HALF_UP)
    band = "A" if score >= 50 else "B" if score >= 35 else "C"
    if d["level"] == "NJ" and band == "C":
        band = "B"
    return {"uuid": d["uuid"], "risk": risk, "category": category, "due": due, "code": code, "over": over,
            "score": score, "band": band, "top": category == "1" or first == "R0", "received": d["received"],
            "route": d["route"]}  # fmt: skip


def impact(d):
    kind, ft = d["dt"], d["ft"]
    if kind in ("D06", "D12", "D17") or (kind == "D08" and ft in ("F05", "F08")):
        base = 4
    elif kind in ("D01", "D05", "D07", "D18", "D22") or (kind == "D08" and ft in ("F07", "F16", "F19")):
        base = 3
    elif kind in ("D02", "D03", "D04", "D08", "D09", "D10", "D11", "D13", "D14", "D16"):
        base = 2
    else:
        base = 1
    base += {"L3": 1, "L0": -1}.get(d["level"], 0)
    if (d["speed"] or 0) >= 50 or d["em"] in ("1", "2", "3", "C"):
        base += 1
    return max(1, min(5, base))


def probability(d):
    adt = d["adt"]
    if adt is None:
        p = {"C1": 3, "C2": 2, "C3": 1, "N1": 4, "P2": 4}.get(d["rc"], 3)
    else:
        p = 1 if adt < 500 else 2 if adt < 2000 else 3 if adt < 5000 else 4 if adt < 10000 else 5
    p += {"車輪通過部": 1, "歩道": 1, "路肩": -1}.get(d["position"], 0)
    p += d["level"] == "L3"
    p = max(1, min(5, p))
    if d["school"] and d["ft"] in ("F02", "F04", "F05", "F12", "F15", "F19"):
        p = max(3, p)
    return p


def deadline(d, category, due_of):
    """(code of the first action, deadline, code that set it)."""
    if d["level"] in ("L0", "L1"):
        return "R9", None, None
    if d["level"] == "NJ":
        first, due = "R2", due_of("R2", d)
    elif d["rs_tmp"]:
        first, due = d["rs_tmp"], d["due_tmp"]
    else:
        first, due = d["rs_perm"], d["due_perm"]
    other = CATEGORY_CODE[category]
    if other:
        term = due_of(other, d)
        if term and (due is None or term.date() < due.date()):
            return first, term, other
    return first, due, first if due else None


def before(a, b):
    """-1 where a comes first; each key of section 5 in its turn."""
    for x, y in ((not a["top"], not b["top"]), (a["band"], b["band"]), (-a["score"], -b["score"])):
        if x != y:
            return -1 if x < y else 1
    for name in ("due", "received", "route", "uuid"):
        x, y = a[name], b[name]
        if x != y:
            if x is None or y is None:
                return 1 if x is None else -1
            return -1 if x < y else 1
    return 0


def moment(value):
    """A numpy moment as a datetime; None for NaT."""
    text = str(value)[:19]
    return None if text == "NaT" else dt.datetime.fromisoformat(text)
