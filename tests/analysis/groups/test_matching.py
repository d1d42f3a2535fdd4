"""Pairs of odd junctions: near the best there is, and what a change of them costs."""

from __future__ import annotations

import numpy as np
import pytest
from gunmane.analysis.groups.matching import _all_pairings, pair_up
from gunmane.analysis.groups.program import pair_exactly, pairing_program
from gunmane.analysis.groups.tours import Tour
from hypothesis import given, settings
from hypothesis import strategies as st


def streets(n: int, seed: int) -> np.ndarray:
    """City-block distances between crossings of a grid, some of them equal."""
    at = np.random.default_rng(seed).integers(0, 12, (n, 2)) * 100.0
    return np.abs(at[:, None] - at[None]).sum(axis=2) + 1.0 - np.eye(n)


def best(metres: np.ndarray) -> float:
    every = _all_pairings(len(metres))
    return float(metres[every[:, 0::2], every[:, 1::2]].sum(axis=1).min())


def test_all_pairings_are_all():
    assert [len(_all_pairings(n)) for n in (2, 4, 6, 8)] == [1, 3, 15, 105]
    assert len({frozenset(map(frozenset, p.reshape(-1, 2).tolist())) for p in _all_pairings(8)}) == 105


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 5), st.integers(0, 10_000))
def test_ten_ends_are_paired_as_well_as_by_trying_everything(half, seed):
    metres = streets(2 * half, seed)
    a, b, cost = pair_up(metres)
    assert sorted(np.r_[a, b].tolist()) == list(range(2 * half))
    assert cost == pytest.approx(best(metres))


@settings(max_examples=30, deadline=None)
@given(st.integers(2, 30), st.integers(0, 10_000))
def test_the_program_is_exact_or_leaves_the_pairs_and_its_dual_is_a_bound(half, seed):
    metres = streets(2 * half, seed)
    a, b, cost = pair_up(metres)
    ((c, d),) = pair_exactly([(metres, a, b)])
    exact = metres[c, d].sum()
    assert sorted(np.r_[c, d].tolist()) == list(range(2 * half))
    i, j = np.triu_indices(2 * half, 1)
    _, radii, _, heights = pairing_program(i, j, metres[i, j], np.full(2 * half, np.inf))
    bound = radii.sum() + sum(heights)
    assert bound <= exact + 1e-6 <= cost + 2e-6
    assert exact <= 1.05 * bound + 1e-6


def test_against_networkx():
    networkx = pytest.importorskip("networkx")
    ratios = []
    for seed in range(6):
        metres = streets(60, seed)
        graph = networkx.Graph()
        graph.add_weighted_edges_from((i, j, metres[i, j]) for i in range(60) for j in range(i))
        exact = sum(metres[i, j] for i, j in networkx.min_weight_matching(graph))
        a, b, cost = pair_up(metres)
        ((c, d),) = pair_exactly([(metres, a, b)])
        assert exact <= metres[c, d].sum() + 1e-6
        ratios.append((cost / exact, metres[c, d].sum() / exact))
    assert max(r for r, _ in ratios) <= 1.06
    assert np.mean([r for _, r in ratios]) <= 1.005


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 5), st.integers(0, 10_000))
def test_what_a_change_is_said_to_cost_can_be_had(half, seed):
    """``changes`` and ``try_flip`` promise a pairing: never less than the best one of the changed set."""
    n = 2 * half + 3
    metres = streets(n, seed)
    tour = Tour(np.arange(n), metres)
    a, b, cost = pair_up(metres[: 2 * half, : 2 * half])
    tour.partner[a], tour.partner[b] = b, a
    rng = np.random.default_rng(seed)
    p, q = rng.choice(n, 2, replace=False)
    quick = tour.changes(np.array([p]), np.array([q]))[0]
    exact, partner = tour.try_flip([p, q])
    odd = sorted(set(range(2 * half)) ^ {int(p), int(q)})
    assert np.flatnonzero(partner >= 0).tolist() == odd
    ends = np.flatnonzero(partner >= 0)
    assert (partner[partner[ends]] == ends).all()
    assert metres[ends, partner[ends]].sum() / 2 == pytest.approx(cost + exact)
    least = best(metres[np.ix_(odd, odd)]) if odd else 0.0
    assert least - 1e-6 <= cost + exact <= cost + quick + 1e-6
