"""checkdata on samples of fresh seeds: ``python scripts/quality_seeds.py [--seeds 101,102] [--work DIR] [--write]``.

Makes each sample anew, imports it, checks it and pools the counts of all seeds by kind (kinds are small, so that one
seed says little). ``--write`` puts the table into docs/reliability.md between its marks.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import make_samples  # noqa: E402
import quality_score  # noqa: E402

SEEDS = (1009, 2027, 3041, 5003, 6007, 8111)
LEAST = 0.98
PAGE = HERE.parent / "docs" / "reliability.md"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", default=",".join(map(str, SEEDS)))
    parser.add_argument("--work", type=Path, help="keep samples and stores here, and use what is there")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args(arguments)
    seeds = [int(seed) for seed in given.seeds.split(",")]
    pooled = {kind: quality_score.Score() for kind in quality_score.KINDS}
    looked, told = 0, []
    for seed in seeds:
        with tempfile.TemporaryDirectory() as folder:
            found, truth = of_seed(seed, given.work or Path(folder))
        for kind in quality_score.KINDS:
            one = quality_score.score(kind, found, truth)
            pooled[kind] += one
            if one.wrong or one.missed:
                print(f"{seed} {kind}: {one}", flush=True)
        more, again = quality_score.near_misses_told(found, truth)
        looked, told = looked + more, told + again
        print(f"seed {seed} done", flush=True)
    text = page(seeds, pooled, looked, told)
    print(text)
    if given.write:
        old = PAGE.read_text(encoding="utf-8")
        new = re.sub(r"(?s)(<!-- seeds -->\n).*?(<!-- /seeds -->)", lambda m: m[1] + text + m[2], old)
        PAGE.write_text(new, encoding="utf-8")
    low = [k for k, s in pooled.items() if min(s.precision, s.recall) < LEAST]
    print("below 0.98:", low or "none", "- near misses told:", told or "none")
    return 1 if low or told else 0


def of_seed(seed: int, work: Path):
    """(findings, truth) of the sample of one seed. Files and store that are in ``work`` already are used."""
    folder, store = work / str(seed), work / f"{seed}.gpkg"
    if not (folder / "quality.json").exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        make_samples.generate(HERE.parent / "samples" / "source", folder, seed)
    truth = quality_score.load_truth(folder / "quality.json")
    if not store.exists():
        quality_score.import_sample(folder, store, truth)
    return quality_score.check_store(store, truth["as_of"]), truth


def page(seeds, pooled, looked, told) -> str:
    """The table of docs/reliability.md."""
    lines = [
        f"Seeds {', '.join(map(str, seeds))}; {looked} near misses, {len(told)} of them told.",
        "",
        "| kind | right of told | precision | told of true | recall | chance |",
        "|---|---|---|---|---|---|",
    ]
    for kind, s in sorted(pooled.items()):
        told_of = f"{s.right} / {s.found} | {s.precision:.3f} | {s.hit} / {s.true} | {s.recall:.3f}"
        lines.append(f"| {kind} | {told_of} | {s.chance or '·'} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    raise SystemExit(main())
