"""How fast damages are judged, beside a plain pandas apply of the same rules and QGIS's field calculator.

    . .venv/bin/activate; PYTHONPATH=.build/plugins QT_QPA_PLATFORM=offscreen python -m gunmane.benchmarks.standards

``--sizes 100000,1000000``; ``--no-qgis`` leaves out what needs QGIS.

Synthetic damages of all kinds in four cities. Prints CPU seconds: reading and writing layers apart, holidays
already worked out apart from ``first run``. Exit code 1 where 100,000 judged with both clocks take over ``--limit``.
"""

from __future__ import annotations

import argparse
import sys
import time

import numpy as np
import pandas as pd

CITIES = ("082244", "082112", "082287", "082350")
AS_OF = "2026-06-10T09:00:00+09:00"
SWEEP = np.arange(2, 10.5, 0.5)
QGIS_UP_TO = 200_000
APPLIED = 5_000  # rows that the plain apply is timed on


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default="100000,1000000")
    parser.add_argument("--limit", type=float, default=0.5)
    parser.add_argument("--no-qgis", action="store_true")
    options = parser.parse_args()
    taken = {}
    for size in (int(text) for text in options.sizes.split(",")):
        taken[size] = run(size)
        if not options.no_qgis and size <= QGIS_UP_TO:
            beside_qgis(size, taken[size])
    return 1 if taken.get(100_000, 0) > options.limit else 0


def run(size: int) -> float:
    """CPU seconds of one judgement of ``size`` damages with both clocks."""
    from ..analysis.standards import builtin, differences, judge, prepare, sentences, states, sweep, what_if

    damages, standards = synthetic(size), builtin()
    first, _ = _timed(lambda: judge(damages, standards, as_of=AS_OF))
    whole, judged = _timed(lambda: judge(damages, standards, as_of=AS_OF))
    reading, ready = _timed(lambda: prepare(damages, as_of=AS_OF))
    again, _ = _timed(lambda: judge(ready, standards, clocks=False))
    hits, _ = _timed(judged.table)
    words, _ = _timed(lambda: sentences(judged))
    curve, _ = _timed(lambda: sweep(ready, standards, "S01", "repair", SWEEP))
    after = standards.with_cell("S01", "repair", 4.0, on=AS_OF)
    moved, _ = _timed(lambda: what_if(ready, standards, after))
    differ, _ = _timed(lambda: differences(states(standards, CITIES, AS_OF)))
    plain, same = _timed(lambda: plain_apply(damages.head(APPLIED), standards))
    agree = (same.to_numpy() == judged.frame["level"].head(APPLIED).to_numpy(object)).mean()
    plain *= size / min(size, APPLIED)
    print(
        f"{size:,} damages: judged with both clocks {whole:.3f} s CPU (first run, with holidays {first:.3f} s)"
    )
    print(f"  once prepared ({reading:.3f} s): judged again {again:.3f} s")
    print(f"  columns of T26 with hits {hits:.3f} s; words {words:.3f} s")
    print(
        f"  sweep of {len(SWEEP)} values {curve:.3f} s; what-if {moved:.3f} s; differing cells {differ:.3f} s"
    )
    times, share = plain / whole, f"{agree:.2%}"
    print(
        f"  plain apply, levels only {plain:.1f} s (from {min(size, APPLIED):,} rows): x{times:.0f}; same {share}"
    )
    return whole


def beside_qgis(size: int, ours: float) -> None:
    """Prints what QGIS takes for one rule of the 38, and our algorithm from layer to layer."""
    from .standards_qgis import SECTIONS, compare

    taken = compare(synthetic(size), AS_OF)
    print(
        f"  QGIS, the pothole rule alone, levels only: expression {taken['expression']:.2f} s, field calculator"
    )
    print(
        f"    {taken['fieldcalculator']:.2f} s from layer to layer: x{taken['expression'] / ours:.1f} and"
        f" x{taken['fieldcalculator'] / ours:.1f} of all 38 rows with both clocks; same {taken['same']:.2%}"
    )
    print(
        f"  gunmane:judgestandards from layer to layer, with {SECTIONS:,} sections: {taken['judgestandards']:.2f} s"
        f" (reading the layer once in Python without attributes: {taken['read']:.2f} s)"
    )


def synthetic(size: int, seed: int = 4) -> pd.DataFrame:
    """Damages with the columns of T07 that judging reads; 15 % of the measures missing, all kinds of roads."""
    from ..analysis.standards import builtin, effective

    rng = np.random.default_rng(seed)
    cells = effective(builtin(), on=AS_OF).cells
    kinds = cells[["ft", "dt"]].drop_duplicates().to_numpy()
    kind = rng.integers(0, len(kinds), size)
    kind[rng.random(size) < 0.15] = 0  # potholes are what there is most of
    rc = np.array(["C1", "C2", "C3", "C3", "C3", "P2", "X9"], object)[rng.integers(0, 7, size)]
    city = np.array(CITIES, object)[rng.integers(0, 4, size)]
    number = rng.integers(1, 3000, size)
    minutes = rng.integers(0, 365 * 24 * 60, size)
    found = np.datetime64("2025-06-10T00:00") + minutes.astype("timedelta64[m]")
    frame = {
        "city_code": city,
        "route_key": np.array([f"{a}-{b}-{n:04d}" for a, b, n in zip(city, rc, number)], object),
        "ft": kinds[kind, 0],
        "dt": kinds[kind, 1],
        "found_at": np.char.add(np.datetime_as_string(found, "s"), "+09:00").astype(object),
        "em": np.where(rng.random(size) < 0.05, "1", "0").astype(object),
    }
    for measure, group in cells.groupby("measure"):
        top = np.nanmax(group[["watch", "repair", "emerg"]].to_numpy(float)) * 1.3
        values = np.round(rng.random(size) * top, 1)
        values = np.ceil(values) if measure in ("count", "level") else values
        read = {tuple(pair) for pair in group[["ft", "dt"]].to_numpy()}
        here = np.array([tuple(pair) in read for pair in kinds])[kind] & (rng.random(size) > 0.15)
        frame[measure] = np.where(here, values, np.nan)
    frame["position"] = np.where(rng.random(size) < 0.3, "歩道", "中央").astype(object)
    return pd.DataFrame(frame)


def plain_apply(damages: pd.DataFrame, standards) -> pd.Series:
    """The levels by a function a row, as one would write it first."""
    from ..analysis.standards import effective

    tables = {city: effective(standards, city, on=AS_OF).cells.to_dict("records") for city in CITIES}

    def level(row):
        rc = row["route_key"].split("-")[1]
        if rc not in ("C1", "C2", "C3", "X9"):
            return None
        levels = []
        for n, rule in enumerate(tables[row["city_code"]], 1):
            if (rule["ft"], rule["dt"]) != (row["ft"], row["dt"]):
                continue
            if (n == 32 and row["position"] == "歩道") or (n == 33 and row["position"] != "歩道"):
                continue
            value, sign = row[rule["measure"]], -1 if rule["op"] == "<=" else 1
            first = rc in ("C1", "X9") or row["em"] == "1"
            repair = rule["repair_c1"] if first and rule["repair_c1"] == rule["repair_c1"] else rule["repair"]
            if value != value:
                levels.append(2)
            else:
                limits = ((rule["emerg"], 4), (repair, 3), (rule["watch"], 1))
                levels.append(next((k for limit, k in limits if sign * value >= sign * limit), 0))
        return ("L0", "L1", "NJ", "L2", "L3")[max(levels)]

    return damages.apply(level, axis=1)


def _timed(job):
    start = time.process_time()
    result = job()
    return time.process_time() - start, result


if __name__ == "__main__":
    sys.exit(main())
