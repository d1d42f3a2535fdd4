"""Run cases and publish the counts: ``make fuzz``, ``make fuzz SEED=2 CASES=5000``, ``make fuzz ONLY=1234``.

Results are kept under ``.build/fuzz``; a run that was stopped goes on where it was (``--again`` starts anew). With
``--only`` one case runs in this process and leaves its ledgers, store and report in a folder to look at.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path

from . import base, case, page, pool
from .kinds import KINDS

STATE = base.ROOT / ".build" / "fuzz"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cases", type=int, default=3000)
    parser.add_argument("--only", type=int, help="the number of one case")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--minutes", type=float, help="stop after so long; the next call goes on")
    parser.add_argument("--again", action="store_true", help="forget earlier results of this seed")
    parser.add_argument("--page", type=Path, default=base.ROOT / "docs" / "reliability.md")
    given = parser.parse_args(arguments)
    folder = STATE / "base"
    if given.again or not folder.exists():
        _cut(folder)
    if given.only is not None:
        return _one(folder, given.seed, given.only)
    known = STATE / f"results-{given.seed}.jsonl"
    if given.again:
        known.unlink(missing_ok=True)
    results = {r["number"]: r for r in _lines(known) if r["number"] < given.cases and not r["wrong"]}
    numbers = [n for n in range(given.cases) if n not in results]
    until = None if given.minutes is None else time.monotonic() + 60 * given.minutes
    with known.open("a", encoding="utf-8") as out:
        for result in pool.run(folder, given.seed, numbers, given.workers, until):
            result["kind"] = result["kind"] or list(KINDS)[result["number"] % len(KINDS)]
            results[result["number"]] = result
            out.write(json.dumps(result, ensure_ascii=False) + "\n")
            out.flush()
            for wrong in result["wrong"]:
                place = f"{result.get('group')} {result.get('file')} {result.get('mode')} {result.get('said', '')[:60]}"
                print(f"case {result['number']} ({result['kind']}; {place}): {wrong}", flush=True)
    page.replace(given.page, "fuzz", published(given.seed, list(results.values())))
    failed = sum(bool(r["wrong"]) for r in results.values())
    print(f"{len(results)} of {given.cases} cases, {failed} failed: {dict(_count(results.values()))}")
    return 1 if failed else 0


def _cut(folder: Path) -> None:
    import shutil

    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    base.make(folder)


def _lines(path: Path) -> list[dict]:
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _one(folder: Path, seed: int, number: int) -> int:
    import shutil

    keep = STATE / f"case-{seed}-{number}"
    shutil.rmtree(keep, ignore_errors=True)
    keep.mkdir(parents=True)
    bench = case.Bench(folder)
    try:
        result = bench.run(seed, number, keep=keep)
    finally:
        bench.close()
    json.dump(case.as_line(result), sys.stdout, ensure_ascii=False, indent=1)
    print(f"\n{keep}")
    return 1 if result.wrong else 0


def _count(results) -> Counter:
    return Counter(r["outcome"] if not r["wrong"] else "FAILED" for r in results)


def published(seed: int, results: list[dict]) -> str:
    """The table of docs/reliability.md."""
    names = [*case.OUTCOMES, "FAILED"]
    rows, whole = [], Counter()
    for name in KINDS:
        counts = _count(r for r in results if r["kind"] == name)
        whole.update(counts)
        if counts:
            rows.append([name, sum(counts.values()), *(counts[n] for n in names)])
    rows.append(["**all**", f"**{len(results)}**", *(f"**{whole[n]}**" for n in names)])
    head = f"Seed {seed}, {len(results)} cases, {whole['FAILED']} of them failed.\n\n"
    return head + page.table(["damage", "cases", *(n if n != "FAILED" else "failed" for n in names)], rows)


if __name__ == "__main__":
    raise SystemExit(main())
