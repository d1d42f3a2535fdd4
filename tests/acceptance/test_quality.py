"""gunmane:checkdata on the imported sample, held to the generator's own list of faults (samples/quality.json).

Precision and recall by kind. Where the generator's truth cannot define a fault (two requests for one lamp within
a month may be one event or two; streets that chance drew on each other), the kind is held to hand-made stores in
tests/analysis/quality instead.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
import quality_score
from quality_score import EVENTS, FIELDS, KINDS, ORDERS, PAIRS, ROWS

LEAST = 0.98


@pytest.fixture(scope="module")
def truth(samples):
    """samples/quality.json with rows as (city, table, key, more...), pairs and events as tuples of them."""
    return quality_score.load_truth(samples / "quality.json")


@pytest.fixture(scope="module")
def found(samples, truth, tmp_path_factory):
    """The findings of a fresh import."""
    path = tmp_path_factory.mktemp("quality") / "gunmane.gpkg"
    quality_score.import_sample(samples, path, truth)
    return quality_score.check_store(path, truth["as_of"])


def test_every_kind_is_held_to_the_manifest(truth):
    """No kind of finding without a truth, and none of the manifest that is not looked at."""
    from gunmane.analysis.quality.catalogue import kinds

    assert len(KINDS) == len(set(KINDS))
    assert set(kinds()) == set(KINDS) == set(truth["kinds"])


@pytest.mark.parametrize("kind", [*ROWS, *PAIRS, *FIELDS, *ORDERS, *EVENTS])
def test_what_is_told_is_true_and_what_is_true_is_told(found, truth, kind):
    """Of requests and damages of one event a finding is right if both rows are of one event; every later row of an
    event must be found, unless the city itself has written whose duplicate it is.

    The generator draws places at random, so that now and then two open requests hit one lamp within weeks: these
    count against precision, although no one could tell them from one event.
    """
    score = quality_score.score(kind, found, truth)
    print(f"{kind}: {score}")
    assert score.true, f"{kind}: the manifest lists none"
    assert score.precision >= LEAST and score.recall >= LEAST, f"{kind}: {score}"


def test_what_only_looks_like_a_fault_is_not_told(found, truth):
    """Near misses: like texts at two places, two lamps side by side, carriageways, bridges, roads along a border."""
    looked, told = quality_score.near_misses_told(found, truth)
    assert looked > 250
    assert not told, told


def test_a_score_counts_what_is_wrong_and_what_is_missed():
    """Otherwise all of the above could pass for nothing."""
    import pandas as pd

    names = {n: ("082244", "section", n) for n in "abcd"}
    kind = "line_crossing"
    rows = pd.DataFrame({"kind": kind, "uuid": ["a", "a"], "other_uuid": ["b", "c"]})
    pair = [(names["a"], names["b"]), (names["c"], names["d"])]
    truth = {"kinds": {kind: {"pairs": pair, "unsure": []}}}
    score = quality_score.score(kind, quality_score.Found(rows, names, {}, set()), truth)
    assert (score.right, score.found, score.hit, score.true) == (1, 2, 1, 2)
    assert score.precision == score.recall == 0.5
    assert (score + score).found == 4
    truth["kinds"][kind]["unsure"] = [(names["a"], names["c"])]
    score = quality_score.score(kind, quality_score.Found(rows, names, {}, set()), truth)
    assert score.precision == 1.0 and score.missed == [frozenset(pair[1])]
