"""Real road networks cut at borders, shaken and named anew: linking must find the cuts.

Liechtenstein with its 11 communes, and Ube cut by a bent grid of twelve. © OpenStreetMap contributors, ODbL.
"""

from __future__ import annotations

import pytest
from gunmane.benchmarks import cutting
from gunmane.benchmarks.network_score import AUTOMATIC, judge, line, link

ROADS = cutting.roads_folder()
pytestmark = pytest.mark.skipif(ROADS is None, reason="../shared/data/roads is absent (or set GUNMANE_ROADS)")
# misfit -> least precision, recall, and recall with what a person is asked
TARGETS = {0.0: (0.995, 0.99, 0.995), 8.0: (0.99, 0.97, 0.99), 12.0: (0.98, 0.945, 0.965)}


@pytest.mark.parametrize("misfit", TARGETS)
@pytest.mark.parametrize("network", [cutting.liechtenstein, cutting.ube], ids=["liechtenstein", "ube"])
def test_cuts_are_found(network, misfit):
    case = network(ROADS, 1, misfit)
    total = judge(case, link(case), f"{network.__name__} {misfit:g} m")
    told = line(f"{network.__name__} {misfit:g} m", total) + "\n" + "\n".join(total.worst[:15])
    precision, recall, seen = TARGETS[misfit]
    assert total.counts["must"] > 150
    assert total.precision >= precision, told
    assert total.recall >= recall, told
    assert total.found_or_asked >= seen, told


@pytest.mark.parametrize("network", [cutting.liechtenstein, cutting.ube], ids=["liechtenstein", "ube"])
def test_roads_stay_whole(network):
    case = network(ROADS, 2, 6.0)
    pieces = link(case).network
    assert set(pieces["section"]) == set(case.roads["section"])
    length = sum(g.length for g in case.roads["geom"])
    assert pieces["length_m"].sum() == pytest.approx(length, abs=0.01)


@pytest.mark.parametrize("misfit", [0.0, 8.0])
@pytest.mark.parametrize("network", [cutting.liechtenstein, cutting.ube], ids=["liechtenstein", "ube"])
def test_two_sections_are_not_linked_at_both_ends(network, misfit):
    """Where the road was cut once; a ring cut twice may be."""
    case = network(ROADS, 1, misfit)
    links = link(case).links
    links = links[(links["state"] == AUTOMATIC) & links["end_b"].notna() & (links["end_b"] != "")]
    often = links.groupby(["section_a", "section_b"]).size()
    often = [pair for pair in often[often > 1].index if not _cut_twice(case.truth.joins, pair)]
    assert len(links) > 150 and not often, often


def _cut_twice(joins, pair):
    same = joins["section_a"].isin(pair) & joins["section_b"].isin(pair)
    return joins.loc[same, "place"].nunique() > 1
