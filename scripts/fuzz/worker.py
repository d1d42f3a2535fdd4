"""A process that runs cases and tells of each on one line: ``python -m fuzz.worker BASE SEED FIRST,SECOND,...``.

Whatever brings the process down (native code) or hangs concerns the case that was begun last.
"""

from __future__ import annotations

import faulthandler
import json
import resource
import sys
import traceback
from pathlib import Path

from . import case

MEMORY = 6 << 30


def main(arguments: list[str]) -> int:
    faulthandler.enable()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    folder, seed, numbers = Path(arguments[0]), int(arguments[1]), arguments[2].split(",")
    bench = case.Bench(folder)
    try:
        for number in map(int, numbers):
            print(f"begin {number}", flush=True)
            try:
                result = bench.run(seed, number)
            except Exception:
                traceback.print_exc()
                result = case.Result(number, wrong=["the tool itself: " + traceback.format_exc()[-600:]])
            print(json.dumps(case.as_line(result), ensure_ascii=False), flush=True)
    finally:
        bench.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
