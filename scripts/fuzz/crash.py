"""SIGKILL at random moments of an import, spread over its whole duration; what stands on the disk afterwards.

``python -m fuzz.crash`` (see ``make crashtest``). The moments are drawn from the seed as shares of the time that an
uninterrupted run takes here, one in each equal part of it.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from . import base, page
from . import ledger as ledgers

CITY = "bando"
JOBS = {"fresh": 20, "again": 20, "undo": 10}
SAY = {
    "fresh": "first import of a city", "again": "import of changed ledgers over it", "undo": "undoing that import",
}  # fmt: skip
SCRIPT = """
import sys
from pathlib import Path
from gunmane.layers.profile import load_profile, resolve_profile
job, city, folder, store = sys.argv[1:]
profile = load_profile(resolve_profile(city))
if job == "undo":
    from gunmane.layers.importing.undo import undo_import
else:
    from gunmane.layers.importing import import_cities
    import gunmane.layers.readers.workbook, gunmane.layers.readers.vector
print("begin", flush=True)
if job == "undo":
    undo_import(store, profile.city_code)
else:
    account = import_cities([(profile, Path(folder))], store).cities[0]
    assert not account.problem, account.problem
print("end", flush=True)
"""
# What differs between two runs that do the same: moments, random names, prints keyed by a random secret.
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
_RANDOM = re.compile(r"\b[0-9a-f]{16,64}\b")


def has_undo() -> bool:
    try:
        from gunmane.layers.importing.undo import undo_import
    except ImportError:
        return False
    return callable(undo_import)


class Crashes:
    """The folders of a run: ledgers as they were, changed ledgers, stores."""

    def __init__(self, scratch: Path, rng: random.Random, every: int = 1):
        self.scratch, self.rng = scratch, rng
        folder = next(f for f in (base.ROOT / "samples").iterdir() if f.name.endswith(_folder_name()))
        self.old, self.new = scratch / "old", scratch / "new"
        shutil.copytree(folder, self.old)
        if every > 1:
            for path in self.old.glob("*.csv"):
                ledger = ledgers.load(path)
                ledger.sheets[0].rows = ledger.sheets[0].rows[::every]
                ledger.save()
        shutil.copytree(self.old, self.new)
        self._change(self.new)
        self.states: dict[str, list] = {}

    def _change(self, folder: Path) -> None:
        """A tenth of the rows of each csv gone, another tenth with other cells."""
        for path in sorted(folder.glob("*.csv")):
            ledger = ledgers.load(path)
            (sheet,) = ledger.sheets
            sheet.rows = [row for row in sheet.rows if self.rng.random() > 0.1]
            for row in sheet.rows:
                if self.rng.random() < 0.1 and len(row) > 3:
                    row[self.rng.randrange(2, len(row))] = str(self.rng.randrange(100))
            ledger.save()

    def start(self, job: str, store: Path) -> subprocess.Popen:
        folder = self.old if job == "fresh" else self.new
        process = subprocess.Popen(
            [sys.executable, "-c", SCRIPT, job, CITY, str(folder), str(store)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert process.stdout.readline().strip() == "begin", process.communicate()[1][-2000:]
        return process

    def whole(self, job: str, store: Path) -> float:
        """Run it to the end; returns the seconds it took."""
        process = self.start(job, store)
        began = time.monotonic()
        said, errors = process.communicate()
        assert said.strip() == "end", errors[-2000:]
        return time.monotonic() - began

    def prepare(self, job: str) -> tuple[Path, float]:
        """The folder that the job starts from, and how long it takes; its states before and after are kept."""
        start = self.scratch / f"start-{job}"
        start.mkdir()
        store = start / "gunmane.gpkg"
        # The same secret in all runs: ids of rows set aside with personal data follow from it.
        if "petitioner" not in self.states:
            from gunmane.layers.store.petitioners import PetitionerFile

            PetitionerFile(self.scratch / "gunmane.gpkg").close()
            self.states["petitioner"] = []
        shutil.copyfile(self.scratch / "petitioner.gpkg", start / "petitioner.gpkg")
        if job in ("again", "undo"):
            self.whole("fresh", store)
        if job == "undo":
            self.whole("again", store)
        copy = self.scratch / f"whole-{job}"
        times = []
        for _ in range(2):
            shutil.rmtree(copy, ignore_errors=True)
            shutil.copytree(start, copy)
            times.append(self.whole(job, copy / store.name))
        self.states[job] = [state(start), state(copy)]
        return start, min(times)

    def once(self, job: str, start: Path, after: float) -> tuple[str, list[str]]:
        """Kill at ``after`` seconds: (what was found, what is wrong)."""
        folder = self.scratch / "killed"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(start, folder)
        store = folder / "gunmane.gpkg"
        process = self.start(job, store)
        time.sleep(after)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        found, wrong = self.judge(job, folder)
        if job == "undo" and found.startswith("complete"):
            return found, wrong  # nothing is left to take back
        self.whole(job, store)
        if state(folder) != self.states[job][1]:
            wrong.append("the next run does not end as an uninterrupted one")
        return found, wrong

    def judge(self, job: str, folder: Path) -> tuple[str, list[str]]:
        before, complete = self.states[job]
        wrong = []
        for path in folder.glob("*.gpkg"):
            with contextlib.closing(sqlite3.connect(path)) as con:
                (said,) = con.execute("PRAGMA integrity_check").fetchone()
                if said != "ok":
                    wrong.append(f"{path.name}: {said}")
        now = state(folder)
        if now == before:
            return "as before", wrong
        if now == complete:
            return "complete", wrong
        if _nothing(now[0]) and job == "fresh":
            return "empty store", wrong
        if now[0] == before[0] and now[1] == complete[1]:
            return "as before, petitioners ahead", wrong
        if now[0] == complete[0]:
            return "complete, petitioners to be tidied", wrong
        return "neither", [*wrong, "the store is neither as before nor complete"]


def _folder_name() -> str:
    from gunmane.layers.profile import load_profile, resolve_profile

    return load_profile(resolve_profile(CITY)).name_ja


def state(folder: Path) -> tuple:
    """Full dumps of both files, without what no two runs share."""
    return tuple(_dump(folder / name) for name in ("gunmane.gpkg", "petitioner.gpkg"))


def _dump(path: Path):
    if not path.exists():
        return None
    with contextlib.closing(sqlite3.connect(path)) as con:
        lines = [_RANDOM.sub("#", _MOMENT.sub("T", line)) for line in con.iterdump()]
    return sorted(line for line in lines if line.startswith("INSERT") and "sqlite_sequence" not in line)


def _nothing(lines) -> bool:
    """A store without a single row from a ledger."""
    own = ("city", "route", "section", "facility", "request", "damage", "work", "import_run")
    return not any(line.startswith(tuple(f'INSERT INTO "{t}"' for t in own)) for line in lines or ())


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--every", type=int, default=1, help="take only each n-th row of the csv ledgers")
    parser.add_argument("--page", type=Path, default=base.ROOT / "docs" / "reliability.md")
    given = parser.parse_args(arguments)
    rng = random.Random(given.seed)
    jobs = dict(JOBS) if has_undo() else {"fresh": 25, "again": 25}
    scale = given.kills / sum(jobs.values())
    rows, bad = [], 0
    with tempfile.TemporaryDirectory(prefix="crash-") as scratch:
        os.chmod(scratch, 0o700)
        crashes = Crashes(Path(scratch), rng, given.every)
        for job, count in jobs.items():
            count = max(1, round(count * scale))
            start, seconds = crashes.prepare(job)
            outcomes: Counter = Counter()
            for n in range(count):
                share = (n + rng.random()) / count
                found, wrong = crashes.once(job, start, share * seconds)
                outcomes[found] += 1
                bad += bool(wrong)
                print(
                    f"{SAY[job]}: killed at {share:.0%} of {seconds:.1f} s: {found} {'; '.join(wrong)}",
                    flush=True,
                )
            rows.append((SAY[job], count, f"{seconds:.1f} s", outcomes))
            _publish(given, rows, bad)
    return 1 if bad else 0


def _publish(given, rows: list, bad: int) -> None:
    names = sorted({name for *_, outcomes in rows for name in outcomes} - {"neither"})
    table = page.table(
        ["job", "kills", "uninterrupted", *names, "neither"],
        [
            [job, count, seconds, *(found[n] for n in names), found["neither"]]
            for job, count, seconds, found in rows
        ],
    )
    part = f", each {given.every}th row of its csv ledgers" if given.every > 1 else ""
    note = f"Seed {given.seed}; city: the sample's `{CITY}`{part}; {bad} kills left something wrong behind."
    page.replace(given.page, "crash", f"{note}\n\n{table}")


if __name__ == "__main__":
    raise SystemExit(main())
