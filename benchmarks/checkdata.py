"""How long gunmane:checkdata's work takes on a large store, and how it grows.

    PYTHONPATH=.build/plugins .venv/bin/python -m gunmane.benchmarks.checkdata

Synthetic stores of 100,000 facilities, 50,000 damages and 60,000 sections, and of half and twice that. Prints
seconds for reading, for the checks and for the words, and the exponent of growth between the two largest
(1 is linear), of processor time, which other work on the machine disturbs less. Exit code 1 where the middle one takes
more than ``--limit`` seconds (30) by the clock.
"""

from __future__ import annotations

import argparse
import datetime
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

SIZES = {"sections": 60_000, "facilities": 100_000, "damages": 50_000, "requests": 30_000}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--limit", type=float, default=30.0)
    parser.add_argument("--steps", default="0.5,1,2", help="sizes as shares of the full one")
    options = parser.parse_args()
    shares = [float(text) for text in options.steps.split(",")]
    totals = {}
    with tempfile.TemporaryDirectory() as folder:
        for share in shares:
            totals[share] = run(share, Path(folder) / f"store_{share}.gpkg")
    if len(shares) > 1:
        small, large = shares[-2:]
        growth = np.log(totals[large][1] / totals[small][1]) / np.log(large / small)
        print(f"growth from x{small:g} to x{large:g}: exponent {growth:.2f}")
    return 1 if totals.get(1.0, (0, 0))[0] > options.limit else 0


def run(share: float, path: Path) -> tuple[float, float]:
    """Seconds of the whole check of one store: by the clock, and of the processor."""
    from ..analysis import quality
    from ..analysis.quality import findings
    from ..layers.frames import read_table, table_names
    from ..layers.store import open_store
    from .synthetic_store import write_store

    write_store(path, **{name: int(size * share) for name, size in SIZES.items()})
    _as_store(path)
    clock, spent = [time.perf_counter()], time.process_time()
    with open_store(path, readonly=True) as store:
        there = set(table_names(store))
        frames = {n: read_table(store, n, c) for n, c in quality.needed().items() if n in there}
    quality.add_names(frames)
    clock.append(time.perf_counter())
    found = quality.check(frames, quality.Options(as_of=datetime.date(2026, 3, 31)))
    clock.append(time.perf_counter())
    findings.in_words(found, frames, "ja")
    clock.append(time.perf_counter())
    steps, spent = np.diff(clock), time.process_time() - spent
    rows = sum(len(frame) for frame in frames.values())
    print(
        f"x{share:g}: {rows:,} rows, {len(found):,} findings: read {steps[0]:.1f} s, check {steps[1]:.1f} s,"
        f" words {steps[2]:.1f} s, together {sum(steps):.1f} s"
        f" ({spent:.1f} s of the processor)",
        flush=True,
    )
    return float(sum(steps)), float(spent)


def _as_store(path: Path) -> None:
    """What an import would note in the store, so that it can be opened as one."""
    import sqlite3

    from ..schema import model

    with sqlite3.connect(path) as con:
        for key, value in (("schema_version", str(model().version)), ("crs", "EPSG:6677")):
            con.execute("INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)", (key, value))
    con.close()


if __name__ == "__main__":
    sys.exit(main())
