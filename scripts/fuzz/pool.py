"""Cases in worker processes: a batch each, so that a crash or a hang costs one case."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue

BATCH, PATIENCE = 300, 60.0  # cases; seconds without an answer (the first also imports undamaged ledgers)


def run(
    folder: Path, seed: int, numbers: list[int], workers: int = 1, until: float | None = None
) -> Iterator[dict]:
    """Results as they come. ``until``: a moment (time.monotonic) after which no batch is begun."""
    todo: Queue = Queue()
    for start in range(0, len(numbers), BATCH):
        todo.put(numbers[start : start + BATCH])
    answers: Queue = Queue()
    threads = [
        threading.Thread(target=_serve, args=(folder, seed, todo, answers, until)) for _ in range(workers)
    ]
    for thread in threads:
        thread.start()
    while any(t.is_alive() for t in threads) or not answers.empty():
        try:
            yield answers.get(timeout=0.2)
        except Empty:
            continue


def _serve(folder, seed, todo: Queue, answers: Queue, until) -> None:
    while until is None or time.monotonic() < until:
        try:
            batch = todo.get_nowait()
        except Empty:
            return
        while batch:
            batch = _batch(folder, seed, batch, answers, until)


def _batch(folder, seed, batch: list[int], answers: Queue, until) -> list[int]:
    """Run a batch; returns what is left of it after a crash or a hang."""
    scripts = str(Path(__file__).resolve().parents[1])
    path = os.pathsep.join([scripts, os.environ.get("PYTHONPATH", "")])
    command = [sys.executable, "-m", "fuzz.worker", str(folder), str(seed), ",".join(map(str, batch))]
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
    )
    lines: Queue = Queue()
    threading.Thread(target=_pump, args=(process.stdout, lines), daemon=True).start()
    errors: list[str] = []
    threading.Thread(target=lambda: errors.extend(process.stderr), daemon=True).start()
    begun, left = None, list(batch)
    while True:
        try:
            line = lines.get(timeout=PATIENCE)
        except Empty:
            process.kill()
            wrong = f"no end after {PATIENCE:.0f} s"
            break
        if line is None:
            if process.wait() == 0 and not left:
                return []
            wrong = f"the process ended with {process.returncode}: {''.join(errors)[-1500:]}"
            break
        if line.startswith("begin "):
            begun = int(line.split()[1])
        elif line.startswith("{"):
            answers.put(json.loads(line))
            left.remove(begun)
            if until is not None and time.monotonic() > until:
                process.kill()
                return []
    if begun in left:
        left.remove(begun)
        answers.put(
            {"number": begun, "kind": "", "outcome": "crash", "wrong": [wrong], "seconds": 0, "warned": []}
        )
        return left
    answers.put(
        {"number": batch[0], "kind": "", "outcome": "crash", "wrong": [wrong], "seconds": 0, "warned": []}
    )
    return []


def _pump(stream, lines: Queue) -> None:
    for line in stream:
        lines.put(line.rstrip("\n"))
    lines.put(None)
