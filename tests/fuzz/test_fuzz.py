"""Damaged ledgers through the real engine: a seeded selection of ``make fuzz`` (docs/reliability.md)."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
from fuzz import base, pool
from fuzz.kinds import KINDS

SEED, CASES, SLICES = 20261122, 168, 4


@pytest.fixture(scope="module")
def ledgers(tmp_path_factory):
    folder = tmp_path_factory.mktemp("fuzz") / "base"
    base.make(folder)
    return folder


@pytest.fixture(scope="module")
def results(ledgers):
    from fuzz import case  # noqa: F401 - registers the kinds of damage

    assert len(KINDS) * 2 >= CASES
    return list(pool.run(ledgers, SEED, list(range(CASES)), workers=2))


def test_every_case_has_an_answer(results):
    assert sorted(r["number"] for r in results) == list(range(CASES))


@pytest.mark.parametrize("part", range(SLICES))
def test_no_damage_brings_the_import_down_or_changes_anything_silently(results, part):
    failed = [
        f"make fuzz SEED={SEED} ONLY={r['number']} ({r['kind']}, {r.get('file')}): {wrong}"
        for r in results
        if r["number"] % SLICES == part
        for wrong in r["wrong"]
    ]
    assert not failed, "\n".join(failed)


def test_the_selection_meets_every_outcome(results):
    from fuzz.case import OUTCOMES

    assert {r["outcome"] for r in results} == set(OUTCOMES)


def test_the_judge_sees_a_silent_change(ledgers, monkeypatch):
    """An engine that changes one value without a word is found out."""
    from fuzz.case import Bench
    from gunmane.layers.unify import unifier

    bench = Bench(ledgers)
    try:
        group = next(g for g in bench.groups if g.id == "mini-utf-8")
        bench.groups = [group]
        bench.prepare(group)
        plain = unifier.Unifier._keys

        def lying(self, cells, raw_json, state):
            if self.table.name == "request" and "body" in state.values:
                state.values["body"][1] = "別の内容"
            return plain(self, cells, raw_json, state)

        monkeypatch.setattr(unifier.Unifier, "_keys", lying)
        found = [w for n in range(6) for w in bench.run(1, n, kind="rows: shuffled").wrong]
    finally:
        bench.close()
    assert any("body" in w for w in found)
