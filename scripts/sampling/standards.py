"""The 38 rows of the proposed common standard and each city's own cells (unified model, sections 4 and 4.2)."""

from __future__ import annotations

# id, ft, dt, measure, unit, op, watch, repair, repair_c1, emerg, rs_tmp (C1/C2/C3), rs_perm
ROWS = """
S01 F01 D01 depth_cm cm >= 2 5 4 10 R1/R1/R2 R3/R4/R4
S02 F01 D01 dia_cm cm >= 10 20 - 50 R1/R2/R2 R3/R4/R4
S03 F01 D02 ratio_pct % >= 20 40 - - - R5/R5/R5
S04 F01 D03 rut_mm mm >= 20 40 - 60 R3/R3/R3 R5/R5/R5
S05 F01 D04 iri mm/m >= 3 8 - - - R5/R5/R5
S06 F01 D04 mci 点 <= 4 3 - - - R5/R5/R5
S07 F01 D05 step_mm mm >= 20 30 - 60 R1/R2/R3 R4/R4/R4
S08 F01 D06 depth_cm cm >= 1 3 - 10 R0/R1/R1 R3/R3/R4
S09 F03 D01 depth_cm cm >= 5 10 - 20 R3/R3/R3 R4/R4/R4
S10 F02 D05 step_mm mm >= 10 20 - 40 R1/R2/R3 R4/R4/R4
S11 F02 D07 step_mm mm >= 5 15 - 30 R2/R3/R3 R4/R4/R5
S12 F19 D08 count 枚 >= 1 2 - 5 R2/R3/R3 R4/R4/R4
S13 F07 D05 step_mm mm >= 10 20 - 40 R1/R2/R3 R4/R4/R4
S14 F07 D08 level 段階 >= 1 2 - 3 R1/R1/R2 R3/R3/R4
S15 F05 D08 count 枚 >= 1 2 - 3 R1/R2/R2 R4/R4/R4
S16 F05 D08 count 枚 >= - - - 1 R0/R0/R0 R2/R3/R3
S17 F04 D11 ratio_pct % >= 30 50 - 80 R3/R4/R4 R4/R4/R5
S18 F04 D09 step_mm mm >= 15 30 - 60 R2/R3/R3 R4/R4/R4
S19 F06 D11 level 段階 >= 1 2 - 3 R2/R3/R3 R4/R4/R4
S20 F01 D12 depth_cm cm >= 3 10 - 20 R0/R0/R1 R4/R5/R5
S21 F08 D09 depth_cm cm >= 5 15 - 30 R2/R3/R3 R4/R4/R5
S22 F08 D08 length_m m >= 0.1 0.5 - 2 R1/R1/R2 R4/R4/R4
S23 F08 D10 ratio_pct % >= 10 30 - 50 R3/R3/R3 R5/R5/R5
S24 F09 D09 angle_deg 度 >= 5 15 - 45 R2/R3/R3 R3/R4/R4
S25 F09 D08 ratio_pct % >= 5 20 - 60 R2/R3/R3 R4/R4/R4
S26 F10 D13 count 灯 >= - 1 - 3 R3/R3/R3 R4/R4/R4
S27 F10 D09 angle_deg 度 >= 2 5 - 10 R1/R1/R2 R4/R4/R4
S28 F11 D09 level 段階 >= 1 2 - 3 R1/R2/R2 R4/R4/R4
S29 F12 D14 ratio_pct % >= 30 50 - 80 - R5/R5/R5
S30 F13 D08 count 本 >= 1 2 - 5 R3/R3/R3 R4/R4/R5
S31 F15 D15 height_cm cm >= 30 60 - 100 R3/R3/R3 R4/R4/R4
S32 F14 D16 clear_m m <= 5.0 4.5 - 3.8 R1/R2/R2 R4/R4/R4
S33 F14 D16 clear_m m <= 3.0 2.5 - 2.0 R2/R3/R3 R4/R4/R4
S34 F14 D17 level 段階 >= 1 2 - 3 R0/R1/R1 R4/R4/R4
S35 F20 D18 size_cm cm >= 10 30 - 50 R0/R1/R1 -
S36 F20 D19 count 体 >= - 1 - 3 R1/R1/R1 -
S37 F20 D20 volume_m3 m3 >= 0.1 0.5 - 2 R2/R3/R3 R4/R4/R4
S38 F16 D05 step_mm mm >= 10 20 - 40 R1/R2/R2 R4/R4/R5
"""
MEASURE_JA = {
    "depth_cm": "深さ",
    "dia_cm": "直径",
    "ratio_pct": "割合",
    "rut_mm": "わだち掘れ量",
    "iri": "IRI",
    "mci": "MCI",
    "step_mm": "段差量",
    "count": "数量",
    "level": "程度",
    "length_m": "延長",
    "angle_deg": "角度",
    "height_cm": "草丈",
    "clear_m": "建築限界",
    "size_cm": "最大寸法",
    "volume_m3": "体積",
}
# Differences invented for the comparison view; not the cities' real practice.
VARIANTS = {
    "082244": {
        "S01.repair": 4,
        "S01.repair_c1": 3,
        "S02.repair": 15,
        "S10.repair": 15,
        "S12.repair": 1,
        "S13.repair": 15,
        "S26.rs_tmp_c1": "R2",
        "S31.repair": 50,
        "S33.repair": 2.6,
        "S36.rs_tmp_c1": "R0",
    },
    "082112": {
        "S01.watch": 3,
        "S09.repair": 8,
        "S17.repair": 40,
        "S19.rs_tmp_c1": "R1",
        "S20.watch": 5,
        "S20.repair": 8,
        "S20.rs_tmp_c3": "R0",
        "S31.repair": 80,
        "S37.repair": 1.0,
    },
    "082287": {
        "S01.repair": 6,
        "S01.rs_tmp_c3": "R3",
        "S02.repair": 25,
        "S03.repair": 50,
        "S09.repair": 12,
        "S17.repair": 60,
        "S26.rs_perm_c3": "R5",
        "S29.repair": 60,
        "S31.repair": 80,
        "S32.watch": 4.8,
    },
    "082350": {
        "S01.rs_tmp_c2": "R2",
        "S07.repair": 25,
        "S13.repair": 25,
        "S18.repair": 40,
        "S24.repair": 20,
        "S31.emerg": 120,
        "S35.repair": 40,
        "S38.repair": 15,
    },
}


def _number(text):
    return None if text == "-" else float(text)


def common() -> list:
    """The common rows as dicts of T11 fields."""
    rows = []
    for line in ROWS.strip().splitlines():
        sid, ft, dt, measure, unit, op, watch, repair, repair_c1, emerg, tmp, perm = line.split()
        row = {
            "std_id": sid,
            "ft": ft,
            "dt": dt,
            "measure": measure,
            "unit": unit,
            "op": op,
            "watch": _number(watch),
            "repair": _number(repair),
            "repair_c1": _number(repair_c1),
            "emerg": _number(emerg),
        }
        for name, text in (("rs_tmp", tmp), ("rs_perm", perm)):
            for n, code in enumerate(text.split("/") if text != "-" else [None] * 3, 1):
                row[f"{name}_c{n}"] = code
        rows.append(row)
    return rows


def of_city(city: str) -> list:
    """The city's own rows: those of the common rows in which it differs, whole rows with its cells put in."""
    changed = VARIANTS[city]
    touched = {key.split(".")[0] for key in changed}
    rows = []
    for row in common():
        if row["std_id"] in touched:
            row = dict(row)
            for key, value in changed.items():
                sid, field = key.split(".")
                if sid == row["std_id"]:
                    row[field] = value if isinstance(value, str) else float(value)
            rows.append(row)
    return rows
