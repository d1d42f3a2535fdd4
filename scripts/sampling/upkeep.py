"""What happens after a request: damages with their measures, contractors, works, patrols."""

from __future__ import annotations

import datetime as dt

import numpy as np

from . import people, standards
from .events import FIRST_FY, LAST_DAY, LAST_FY, City, fy_of, later, some_day, stamp_of

WORK_OF = {
    "D01": ("W01", "W02"),
    "D02": ("W03", "W03"),
    "D03": ("W03", "W03"),
    "D04": ("W03", "W03"),
    "D05": ("W04", "W02"),
    "D06": ("W17", "W20"),
    "D07": ("W99", "W99"),
    "D08": ("W17", "W06"),
    "D09": ("W17", "W99"),
    "D10": ("W07", "W07"),
    "D11": ("W05", "W05"),
    "D12": ("W18", "W05"),
    "D13": ("W09", "W09"),
    "D14": ("W11", "W11"),
    "D15": ("W12", "W12"),
    "D16": ("W13", "W13"),
    "D17": ("W13", "W13"),
    "D18": ("W14", None),
    "D19": ("W15", None),
    "D20": ("W16", "W16"),
    "D22": ("W99", None),
    "D21": ("W99", "W99"),
    "D99": ("W99", None),
}


WORK_OF_FT = {
    "F08": "W07",
    "F09": "W08",
    "F10": "W09",
    "F11": "W10",
    "F13": "W07",
    "F16": "W19",
    "F07": "W06",
    "F05": "W06",
}


def damages(city: City, reqs, facs, rng) -> list:
    """Damages found after requests and on patrols, with the measures their standard reads, some missing."""
    rules: dict = {}
    for rule in standards.common():
        rules.setdefault((rule["ft"], rule["dt"]), []).append(rule)
    by_ft: dict = {}
    for f in facs:
        by_ft.setdefault(f["ft"], []).append(f)
    found = []
    for r in reqs:
        ours = r["ad"] == "A1" and r["dup_of"] is None and (r["ft"], r["dt"]) in rules and r["first_visit_at"]
        if ours and rng.random() < (0.25 if r["dt"] in ("D19", "D18") else 0.6):
            found.append((r["first_visit_at"], r["ft"], r["dt"], r, "通報"))
    pairs = sorted(rules)
    for _ in range(int(len(found) * 0.28)):
        ft, damage = pairs[int(rng.integers(len(pairs)))]
        found.append(
            (
                stamp_of(
                    dt.date.fromisoformat(some_day(rng, FIRST_FY, LAST_FY - 1)),
                    int(rng.integers(110, 190)) * 5,
                ),
                ft,
                damage,
                None,
                str(rng.choice(["巡視", "点検", "MCR"], p=[0.7, 0.2, 0.1])),
            )
        )
    rows = []
    for n, (stamp, ft, damage, req, by) in enumerate(sorted(found, key=lambda f: (f[0], f[1], f[2])), 1):
        facility = req["_facility"] if req else None
        if req:
            section, x, y = req["_section"], req["_x"], req["_y"]
        else:
            if ft in by_ft and rng.random() < 0.6:
                facility = by_ft[ft][int(rng.integers(len(by_ft[ft])))]
                section, x, y = facility["_section"], facility["_x"], facility["_y"]
            else:
                spot = None
                while spot is None:
                    section = city.sections[int(rng.choice(len(city.heat), p=city.heat))]
                    spot = city.spot(section, rng)
                x, y = spot[0], spot[1]
        row = {
            "dmg_id": f"{fy_of(stamp)}-{n:05d}",
            "found_at": stamp,
            "found_by": by,
            "ft": ft,
            "dt": damage,
            "route_key": section["route_key"],
            "fac_id": facility["fac_id"] if facility else None,
            "position": str(rng.choice(["車輪通過部", "中央", "路肩", "歩道"])),
            "_x": x,
            "_y": y,
            "_req": req,
            "_section": section,
            "measured_on": stamp[:10],
            "measurer": str(rng.choice(["直営班1", "直営班2", "委託A"])),
            "cavity": None,
            "large": None,
            "_town": section["_town"],
            "cause": str(rng.choice(["老朽化", "交通荷重", "雨水", "車両衝突", "根上り"]))
            if rng.random() < 0.4
            else None,
        }
        _measures(row, rules[ft, damage], rng)
        age = (LAST_DAY - dt.date.fromisoformat(stamp[:10])).days
        row["st"] = (
            ("S99" if req["st"] in ("S99", "S95", "S90") else "S60")
            if req
            else (
                str(rng.choice(["S99", "S80", "S45"], p=[0.85, 0.08, 0.07]))
                if age > 90
                else str(rng.choice(["S30", "S40", "S50", "S60"]))
            )
        )
        rows.append(row)
    return rows


def _measures(row, rules, rng):
    for rule in rules:
        field = rule["measure"]
        if field in ("rut_mm", "iri", "mci") or row.get(field) is not None or rng.random() < 0.14:
            continue
        steps = [v for v in (rule["watch"], rule["repair"], rule["emerg"]) if v is not None]
        if rule["op"] == "<=":
            value = float(rng.uniform(min(steps) * 0.8, max(steps) * 1.15))
        else:
            value = float(np.exp(rng.uniform(np.log(min(steps) * 0.4), np.log(max(steps) * 1.4))))
        if field in ("count", "level"):
            value = float(max(1, round(value)))
            value = min(value, 3.0) if field == "level" else value
        else:
            value = round(
                value, 2 if field in ("volume_m3",) else 1 if field in ("length_m", "clear_m") else 0
            )
            value = max(value, 0.1 if field in ("volume_m3", "length_m") else 1.0)
        row[field] = value
    if row["dt"] == "D06":
        row["cavity"] = bool(rng.random() < 0.15)
    if row["dt"] == "D19":
        row["large"] = bool(rng.random() < 0.1)
    if row["dt"] == "D01" and rng.random() < 0.5:
        row["width_cm"] = float(rng.integers(10, 60))
        row["length_m"] = round(float(rng.uniform(0.2, 1.5)), 1)


def contractors(city: City, city_name: str, rng) -> list:
    kinds = ["建設", "建設", "建設", "舗装", "舗装", "造園", "造園", "電気", "電気", "清掃", "建設", "JV"]
    works = {
        "建設": "W01、W02、W04、W05、W06",
        "舗装": "W01、W02、W03",
        "造園": "W12、W13",
        "電気": "W09",
        "清掃": "W05、W14、W15、W16",
        "JV": "W01、W05、W12",
    }
    firsts = ["見本", "例示", "架空", "試行", "仮想", "模擬", "想定", "雛形", "標本", "参考", "例題", "共同"]
    rows = []
    for n, (kind, first) in enumerate(zip(kinds, firsts), 1):
        name = f"{first}{kind if kind != 'JV' else '維持共同体'}{'(株)' if n % 3 else '(有)'}"
        rows.append(
            {
                "con_id": f"{city.code[2:5]}-{n:02d}",
                "name": name,
                "kind": kind,
                "city_base": city_name,
                "wk_codes": works[kind],
                "contract_no": f"R7-{n:03d}",
                "valid_from": "2025-04-01",
                "valid_to": "2026-03-31",
                "uses_system": bool(n % 4 == 0),
                "night": bool(n % 3 == 0),
                "_phone": f"0297-00-{7000 + n * 7:04d}",
                "_chief": f"{people.SURNAMES[(n * 5) % 24][0]} {people.GIVEN[n % 12][0]}",
            }
        )
    return rows


def works(city: City, dmgs, cons, rng) -> list:
    rows = []
    by_wk: dict = {}
    for c in cons:
        for wk in c["wk_codes"].split("、"):
            by_wk.setdefault(wk, []).append(c)
    for d in dmgs:
        if d["st"] in ("S30", "S40", "S45"):
            continue
        tmp, perm = WORK_OF[d["dt"]]
        perm = WORK_OF_FT.get(d["ft"], perm) if perm and d["dt"] in ("D08", "D09", "D05", "D10") else perm
        plan = [("応急", tmp, 0.2, 3)] if rng.random() < 0.55 or perm is None else []
        if perm and (rng.random() < 0.75 or not plan):
            plan.append(("本復旧", perm, 3, 28))
        for phase, wk, a, b in plan:
            ordered = later(d["found_at"], float(rng.uniform(a, b)) * 0.5)
            if ordered is None:
                continue
            started = later(ordered, float(rng.uniform(0.1, b)))
            finished = later(started, float(rng.uniform(0.05, 2))) if started else None
            of = (
                "O1"
                if phase == "応急" and rng.random() < 0.5
                else str(rng.choice(["O2", "O3", "O5"], p=[0.7, 0.2, 0.1]))
            )
            con = None
            if of != "O1":
                choices = by_wk.get(wk) or cons[:4]
                con = choices[int(rng.integers(len(choices)))]
            qty = round(float(rng.uniform(0.5, 30)), 1)
            cost = int(float(np.exp(rng.normal(10.6, 0.9))) // 1000 * 1000 + 4000) if of != "O1" else None
            rows.append(
                {
                    "work_id": f"{fy_of(ordered)}-{len(rows) + 1:05d}",
                    "_dmg": d,
                    "phase": phase,
                    "wk": wk,
                    "_con": con,
                    "of": of,
                    "ordered_at": ordered[:10],
                    "planned_on": (later(ordered, 3) or ordered)[:10],
                    "started_at": started,
                    "finished_at": finished,
                    "qty": qty,
                    "qty_unit": str(rng.choice(["m2", "m", "箇所", "kg"])),
                    "cost_yen": cost,
                    "cost_kind": None if cost is None else "精算" if finished else "見積",
                    "fd": "D1" if rng.random() < 0.9 else "D2",
                    "po": "Y1" if of == "O2" else "Y2" if cost else "Y5",
                    "material": {
                        "W01": "常温合材",
                        "W02": "加熱合材",
                        "W06": "コンクリート蓋",
                        "W09": "LED灯具",
                    }.get(wk),
                    "inspected_at": later(finished, 2) if finished else None,
                    "inspector": "維持係",
                    "fs": ("A" if rng.random() < 0.93 else "B") if finished else "N",
                    "report_no": f"H{len(rows) + 1:05d}" if finished else None,
                    "report_at": later(finished, 4) if finished else None,
                    "note": str(rng.choice(["交通誘導員2名", "片側交互通行", "夜間施工", "地元調整済"]))
                    if rng.random() < 0.25
                    else None,
                    "_x": d["_x"],
                    "_y": d["_y"],
                }
            )
    return rows


def patrols(city: City, dmgs, cons, rng) -> list:
    per_day: dict = {}
    for d in dmgs:
        if d["found_by"] == "巡視":
            per_day[d["found_at"][:10]] = per_day.get(d["found_at"][:10], 0) + 1
    days = set(per_day)
    day = dt.date(FIRST_FY, 4, 4)
    while day <= LAST_DAY:
        days.add(day.isoformat())
        day += dt.timedelta(days=int(rng.choice([7, 7, 14])))
    rows = []
    for n, text in enumerate(sorted(days), 1):
        start = int(rng.integers(108, 130)) * 5
        date = dt.date.fromisoformat(text)
        kind = str(rng.choice(["通常", "定期", "異常時", "夜間"], p=[0.75, 0.18, 0.04, 0.03]))
        rows.append(
            {
                "pat_id": f"P{fy_of(text)}-{n:04d}",
                "pat_type": kind,
                "date": text,
                "start_at": stamp_of(date, start),
                "end_at": stamp_of(date, start + int(rng.integers(12, 70)) * 5),
                "crew": str(rng.choice(["直営班1", "直営班2", "委託班"])),
                "vehicle": str(rng.choice(["1号車", "2号車", "3号車"])),
                "_con": cons[0] if rng.random() < 0.2 else None,
                "weather": str(rng.choice(["晴", "曇", "雨", "雪"], p=[0.55, 0.3, 0.14, 0.01])),
                "dist_km": round(float(rng.uniform(8, 70)), 1),
                "found_n": per_day.get(text, 0),
                "note": str(rng.choice(["異常なし", "要観察箇所あり", "草の繁茂が目立つ"]))
                if rng.random() < 0.4
                else None,
            }
        )
    return rows
