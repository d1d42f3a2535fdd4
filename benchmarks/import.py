"""How fast and in how much memory ledgers are imported, beside ``ogr2ogr`` copying the same rows.

    . .venv/bin/activate; PYTHONPATH=.build/plugins python -m gunmane.benchmarks.import --runs 3

with ``--scale 10`` for ten times the rows, ``--only facilities`` for one ledger, ``--flat`` for memory at one
and ten times the rows of a csv. Synthetic ledgers go into a temporary folder. Every import runs in a process of
its own, in turns with ``ogr2ogr`` (each file as it is into one GeoPackage table, with points and spatial index;
csv in UTF-8, which spares it the decoding). Figures are medians. Prints a table and writes it as JSON to
``out/``. Needs the programme ``ogr2ogr``.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess  # nosec B404: starts itself and ogr2ogr
import sys
import tempfile
import time
from pathlib import Path

from .synthetic import SIZES, write_ledgers, write_profile

OUT = Path(__file__).resolve().parent.parent / "out"
TARGET = 2.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", nargs="*", choices=list(SIZES))
    parser.add_argument("--flat", action="store_true", help="memory at 1 and 10 times the rows, nothing else")
    parser.add_argument("--folder", help="keep the synthetic ledgers here and use them again")
    parser.add_argument("--output", type=Path, help="JSON file (default: out/benchmark_import.json)")
    parser.add_argument("--child", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        return _child(*options.child)
    if shutil.which("ogr2ogr") is None:
        raise SystemExit("ogr2ogr was not found; it is in gdal-bin, and in QGIS's own folder on Windows.")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(options.folder or temporary)
        result = (
            _flatness(folder, options.only or ["facilities"]) if options.flat else _compare(folder, options)
        )
    path = options.output or OUT / ("benchmark_import_flat.json" if options.flat else "benchmark_import.json")
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _compare(folder: Path, options) -> dict:
    ledgers = _prepare(folder, options.scale, options.only)
    names = list(ledgers)
    jobs = [(name, [name]) for name in names] + ([("total", names)] if len(names) > 1 else [])
    ours: dict[str, list] = {job: [] for job, _ in jobs}
    theirs: dict[str, list] = {name: [] for name in names}
    for _ in range(options.runs):
        for job, members in jobs:
            ours[job].append(_import(folder, job, members))
            if job in ledgers:
                theirs[job].append(_copy(folder, ledgers[job]))
    rows = []
    for job, members in jobs:
        copied = [theirs[name] for name in members]
        rows.append(_line(job, sum(ledgers[n].rows for n in members), ours[job], copied))
    tables = [n for n in names if ledgers[n].is_csv]
    if tables:
        found = [[sum(r[k] for r in run) for run in zip(*(ours[n] for n in tables))] for k in ("cpu", "wall")]
        summed = [{"cpu": c, "wall": w, "mb": max(r["mb"] for n in tables for r in ours[n]), "start": 0.0}
                  for c, w in zip(*found)]  # fmt: skip
        rows.append(_line("csv", sum(ledgers[n].rows for n in tables), summed, [theirs[n] for n in tables]))
    _print(rows)
    return {"scale": options.scale, "runs": options.runs, "target": TARGET, "ledgers": rows}


def _line(name: str, count: int, ours: list[dict], theirs: list[list[dict]]) -> dict:
    """Medians, and the ratio as the median over the runs, each with its neighbour in time."""
    line = {"ledger": name, "rows": count}
    for key in ("cpu", "wall"):
        copied = [sum(run[key] for run in runs) for runs in zip(*theirs)]
        line[key] = round(statistics.median(run[key] for run in ours), 2)
        line[f"ogr2ogr_{key}"] = round(statistics.median(copied), 2)
        line[f"ratio_{key}"] = round(statistics.median(a[key] / b for a, b in zip(ours, copied)), 2)
    line["start"] = round(statistics.median(run["start"] for run in ours), 2)
    line["rows_per_s"] = round(count / line["wall"])
    line["mb"] = round(statistics.median(run["mb"] for run in ours))
    return line


def _print(rows: list[dict]) -> None:
    columns = [("ledger", 11), ("rows", 9), ("rows_per_s", 11), ("wall", 7), ("cpu", 7), ("ogr2ogr_wall", 13),
               ("ogr2ogr_cpu", 12), ("ratio_wall", 11), ("ratio_cpu", 10), ("mb", 6), ("start", 6)]  # fmt: skip
    print("".join(f"{name:>{width}}" for name, width in columns))
    for row in rows:
        print("".join(f"{row[name]:>{width}}" for name, width in columns))
    done = next((row for row in rows if row["ledger"] == "csv"), None)
    if done:
        verdict = "met" if done["ratio_cpu"] < TARGET and done["ratio_wall"] < TARGET else "NOT met"
        print(
            f"csv: {done['ratio_wall']} times ogr2ogr (cpu {done['ratio_cpu']}), target < {TARGET}: {verdict}"
        )


def _flatness(folder: Path, names: list[str]) -> dict:
    """Peak memory at 1 and at 10 times the rows."""
    rows = []
    for name in names:
        for scale in (1, 10):
            part = folder / f"x{scale}"
            ledgers = _prepare(part, scale, [name])
            run = _import(part, name, [name])
            shutil.rmtree(part)
            rows.append({"ledger": name, "rows": ledgers[name].rows, "mb": round(run["mb"]),
                         "mb_before": round(run["mb_before"]), "wall": round(run["wall"], 2),
                         "cpu": round(run["cpu"], 2)})  # fmt: skip
            print(rows[-1], flush=True)
    return {"flatness": rows}


def _prepare(folder: Path, scale: float, only) -> dict:
    started = time.perf_counter()
    ledgers = write_ledgers(folder / "ledgers", scale, only=only)
    for ledger in ledgers.values():
        if ledger.is_csv:
            text = ledger.path.read_text(encoding="cp932")
            (folder / f"{ledger.name}.csv").write_text(text, encoding="utf-8")
            continue
        target = ledger.path.with_name("道路区間.gpkg")
        target.unlink(missing_ok=True)
        _run(["ogr2ogr", "-f", "GPKG", str(target), str(ledger.path), "-nln", "区間", "-a_srs", ledger.crs])
        ledger.path.unlink()
        ledger.path = target
    print(
        f"{sum(x.rows for x in ledgers.values())} rows in {time.perf_counter() - started:.0f} s", flush=True
    )
    return ledgers


# -- runs -----------------------------------------------------------------------------------------------


def _import(folder: Path, job: str, members: list[str]) -> dict:
    """One import in a process of its own."""
    profile = write_profile(folder / f"profile_{job}.toml", members)
    target = folder / "imported"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    command = [sys.executable, "-m", "gunmane.benchmarks.import", "--child", str(profile),
               str(folder / "ledgers"), str(target / "gunmane.gpkg")]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True)  # nosec B603
    shutil.rmtree(target, ignore_errors=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    return json.loads(done.stdout.splitlines()[-1])


def _child(profile: str, folder: str, store: str) -> None:
    begun = time.perf_counter()
    from ..i18n import language
    from ..layers.importing import import_cities
    from ..layers.profile import load_profile

    language()  # loads QGIS's libraries, which are there already where the plugin runs
    start = time.perf_counter() - begun
    before, wall, cpu = _peak_mb(), time.perf_counter(), time.process_time()
    account = import_cities([(load_profile(profile), Path(folder))], store)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    for city in account.cities:
        if city.problem or any(source.problem for source in city.sources):
            raise SystemExit(f"{city.problem} {[s.problem for s in city.sources]}")
    counts = {name: account.total(name) for name in ("read", "kept", "set_aside", "repaired")}
    found = {"wall": wall, "cpu": cpu, "start": start, "mb": _peak_mb(), "mb_before": before, **counts}
    print(json.dumps(found))


def _copy(folder: Path, ledger) -> dict:
    target = folder / "copied.gpkg"
    target.unlink(missing_ok=True)
    command = ["ogr2ogr", "-f", "GPKG", str(target), "-nln", ledger.name]
    if ledger.is_csv:
        x, y = ledger.place
        command += [str(folder / f"{ledger.name}.csv"), "-oo", f"X_POSSIBLE_NAMES={x}"]
        command += ["-oo", f"Y_POSSIBLE_NAMES={y}", "-a_srs", ledger.crs]
    else:
        command.append(str(ledger.path))
    wall = time.perf_counter()
    used = _run(command)
    wall = time.perf_counter() - wall
    target.unlink()
    return {"wall": wall, "cpu": used}


def _run(command: list[str]) -> float:
    """CPU seconds of a command. (Its peak memory would be that of this process, from before the exec.)"""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)  # nosec B603
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]}: {errors}")
    return usage.ru_utime + usage.ru_stime


def _peak_mb() -> float:
    """Peak memory of this process. ``ru_maxrss`` would count its parent's before the exec as well."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(x for x in status.read_text().splitlines() if x.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1024 if sys.platform != "darwin" else 1 << 20
    )


if __name__ == "__main__":
    main()
