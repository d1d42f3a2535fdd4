"""Make the four-city sample: ``python scripts/make_samples.py [--data DIR] [--out DIR] [--seed N]``.

Reads the public boundaries, towns and shelters (default: ../shared/data, else samples/source), writes one folder a
city, ``expected.json``, ``quality.json`` and ``truth/``. The same seed and the same library versions give the same
bytes.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from sampling import cities, dirt, manifest, plant, quality  # noqa: E402
from sampling.area import CITY_NAMES  # noqa: E402
from sampling.world import make_world  # noqa: E402

SEED = 20260331
INPUTS = ("cities.geojson", "four_cities_towns.geojson", "four_cities_shelters.geojson")


def main(arguments: list[str] | None = None) -> int:
    root = HERE.parent
    parser = argparse.ArgumentParser(description=__doc__)
    source = root / "samples" / "source"
    default = root.parent / "shared" / "data"
    parser.add_argument("--data", type=Path, default=default if default.exists() else source)
    parser.add_argument("--out", type=Path, default=root / "samples")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--clean", action="store_true", help="no dirt (to look at the ledgers' own forms)")
    given = parser.parse_args(arguments)
    generate(given.data, given.out, given.seed, not given.clean)
    return 0


def generate(data: Path, out: Path, seed: int = SEED, dirty: bool = True) -> None:
    """All files under ``out``."""
    world = make_world(data, seed)
    made = {}
    for n, code in enumerate(CITY_NAMES):
        rng = np.random.default_rng([seed, n])
        made[code] = cities.ledgers(code, world["cities"][code], rng)
        if dirty:
            dirt.spoil_city(code, made[code], world["cities"][code], np.random.default_rng([seed, n, 1]))
    record = plant.plant(world, made, seed)
    for code in CITY_NAMES:
        folder = out / f"{code}_{CITY_NAMES[code]}"
        if folder.exists():
            shutil.rmtree(folder)
        cities.write(code, folder, made[code])
    manifest.write(out, made, seed)
    quality.write(out, world, made, record, seed)


if __name__ == "__main__":
    raise SystemExit(main())
