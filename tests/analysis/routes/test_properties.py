"""Laws that hold for any network."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely
from gunmane.analysis.routes import RouteOptions, build_routes
from gunmane.analysis.routes.pieces import bearings, deflection
from hypothesis import given, settings
from hypothesis import strategies as some

sys.path.insert(0, str(Path(__file__).parent))
from routes_small import A, B, C, grid, partition, road, with_nodes

GEOMETRY = RouteOptions(numbers=False)
seeds = some.integers(0, 10_000)
modes = some.sampled_from([RouteOptions(), GEOMETRY, RouteOptions(bearing_m=0, roundabout_m=0)])


def plain(routes) -> list[pd.DataFrame]:
    """Everything that a user sees, in an order of its own, without indexes."""
    tables = []
    for table in (routes.routes, routes.crossings, routes.borders, routes.sections, routes.pairs):
        if "geom" in table:
            table = table.assign(
                geom=[None if g is None else shapely.normalize(g).wkt for g in table["geom"]]
            )
        table = table.astype(str)
        tables.append(table.sort_values(list(table.columns)).reset_index(drop=True))
    return tables


@settings(max_examples=25, deadline=None)
@given(seeds, modes)
def test_the_order_of_the_rows_changes_nothing(seed, options):
    rng = np.random.default_rng(seed)
    frame = grid(6, rng)
    shuffled = frame.iloc[rng.permutation(len(frame))].reset_index(drop=True)
    for one, two in zip(
        plain(build_routes(frame, None, options)), plain(build_routes(shuffled, None, options))
    ):
        pd.testing.assert_frame_equal(one, two)


@settings(max_examples=25, deadline=None)
@given(seeds, modes)
def test_which_way_lines_were_drawn_changes_nothing(seed, options):
    rng = np.random.default_rng(seed)
    frame = grid(6, rng)
    back = rng.random(len(frame)) < 0.5
    turned = frame.assign(
        geom=np.where(back, shapely.reverse(frame["geom"].to_numpy()), frame["geom"].to_numpy()),
        oneway=np.where(back, -frame["oneway"], frame["oneway"]),
        node_from=np.where(back, frame["node_to"], frame["node_from"]),
        node_to=np.where(back, frame["node_from"], frame["node_to"]),
    )
    a, b = build_routes(frame, None, options), build_routes(turned, None, options)
    assert partition(a) == partition(b)
    pd.testing.assert_frame_equal(a.routes.drop(columns="geom"), b.routes.drop(columns="geom"))
    pd.testing.assert_frame_equal(a.crossings.drop(columns="geom"), b.crossings.drop(columns="geom"))


@settings(max_examples=25, deadline=None)
@given(seeds, modes)
def test_nothing_is_lost_or_counted_twice(seed, options):
    frame = grid(6, np.random.default_rng(seed))
    found = build_routes(frame, None, options)
    assert found.sections["section"].tolist() == frame["section"].tolist()
    assert found.sections.groupby("section")["through_id"].nunique().max() == 1
    assert found.routes["through_id"].is_unique
    by_city = pd.DataFrame(found.routes["length_by_city"].tolist()).sum()
    expected = frame.groupby("city_code")["length_m"].sum()
    for code, metres in expected.items():
        assert by_city[code] == pytest.approx(metres, abs=0.01 * len(frame))
    assert found.routes["length_m"].sum() == pytest.approx(expected.sum(), abs=0.01 * len(frame))
    assert shapely.length(found.routes["geom"].to_numpy()).sum() == pytest.approx(expected.sum())


@settings(max_examples=25, deadline=None)
@given(seeds, modes)
def test_an_end_continues_at_most_once_and_pairs_meet_at_their_node(seed, options):
    frame = grid(6, np.random.default_rng(seed))
    found = build_routes(frame, None, options)
    pairs = found.pairs
    ends = [*zip(pairs["section_a"], pairs["end_a"]), *zip(pairs["section_b"], pairs["end_b"])]
    assert len(set(ends)) == len(ends)
    node = frame.set_index("section")[["node_from", "node_to"]].to_dict("index")
    route = found.sections.set_index("section")["through_id"]
    for row in pairs.to_dict("records"):
        at = [node[row[f"section_{s}"]][("node_from", "node_to")[row[f"end_{s}"]]] for s in "ab"]
        assert at[0] == at[1] == row["node"]
        assert route[row["section_a"]] == route[row["section_b"]]
        assert row["level"] > 0 or row["deflection"] <= options.angle


@settings(max_examples=25, deadline=None)
@given(seeds)
def test_a_route_is_connected_and_a_number_that_touches_itself_is_one_route(seed):
    frame = grid(6, np.random.default_rng(seed))
    found = build_routes(frame)
    by = frame.merge(found.sections, on="section")
    for _, group in by.groupby("through_id"):
        reached, left = set(), group[["node_from", "node_to"]].values.tolist()
        reached.update(left.pop(0))
        while left:
            near = [edge for edge in left if reached & set(edge)]
            assert near, "a route in two pieces"
            left = [edge for edge in left if edge not in near]
            reached.update(node for edge in near for node in edge)
    for _, group in by[by["route_key"].notna()].groupby("route_key"):
        ends = pd.concat([group.assign(n=group["node_from"]), group.assign(n=group["node_to"])])
        assert ends.groupby("n")["through_id"].nunique().max() == 1


@settings(max_examples=25, deadline=None)
@given(seeds)
def test_crossings_are_where_a_route_has_two_cities_at_a_node(seed):
    frame = grid(6, np.random.default_rng(seed))
    found = build_routes(frame)
    by = frame.merge(found.sections, on="section")
    ends = pd.concat([by.assign(n=by["node_from"]), by.assign(n=by["node_to"])])
    cities = ends.groupby(["through_id", "n"])["city_code"].nunique()
    expected = int((cities * (cities - 1) // 2).sum())
    assert len(found.crossings) == found.routes["crossings"].sum() == expected
    assert found.crossings["gap_m"].max() < 1e-9 or not len(found.crossings)


@settings(max_examples=15, deadline=None)
@given(seeds, modes)
def test_a_city_that_shares_no_border_changes_nothing_elsewhere(seed, options):
    rng = np.random.default_rng(seed)
    frame = grid(5, rng, cities=(A, B))
    far = grid(4, rng, cities=(C,))
    moved = shapely.transform(far["geom"].to_numpy(), lambda xy: xy + rng.choice([-1, 1]) * 5000.0)
    far = far.assign(section="far" + far["section"], geom=moved)
    both = with_nodes(pd.concat([frame, far], ignore_index=True).drop(columns=["node_from", "node_to"]))
    alone, together = build_routes(frame, None, options), build_routes(both, None, options)
    here = together.routes[together.routes["cities"].map(lambda codes: C not in codes)].reset_index(drop=True)
    pd.testing.assert_frame_equal(alone.routes.drop(columns="geom"), here.drop(columns="geom"))


def strokes(frame, angle):
    """Strokes by the book, an end at a time: at each node mutual best, then the best of what is left."""
    ends = {}
    for n, row in enumerate(frame.itertuples()):
        xy = shapely.get_coordinates(row.geom)
        for node, one, two, end in ((row.node_from, xy[0], xy[1], 0), (row.node_to, xy[-1], xy[-2], 1)):
            ends.setdefault(node, []).append((n, end, np.degrees(np.arctan2(*(two - one)))))
    parent = list(range(len(frame)))

    def root(n):
        while parent[n] != n:
            n = parent[n]
        return n

    for here in ends.values():
        turns = sorted(
            (abs((a[2] - b[2]) % 360 - 180), i, j)
            for i, a in enumerate(here) for j, b in enumerate(here) if i < j and a[0] != b[0]
        )  # fmt: skip
        used = set()
        for turn, i, j in turns:
            if turn <= angle and not {i, j} & used:
                used |= {i, j}
                parent[root(here[i][0])] = root(here[j][0])
    groups = {}
    for n, section in enumerate(frame["section"]):
        groups.setdefault(root(n), set()).add(section)
    return {frozenset(group) for group in groups.values()}


def test_geometry_alone_gives_the_strokes_that_a_plain_loop_gives():
    same = total = 0
    for seed in range(5):
        frame = grid(12, np.random.default_rng(seed), spread=20.0)
        ours = partition(build_routes(frame, None, RouteOptions(numbers=False, bearing_m=0)))
        theirs = strokes(frame, 60.0)
        same, total = same + len(ours & theirs), total + len(theirs)
    assert same / total > 0.9  # junctions weighed as a whole differ a little, on purpose


def test_no_junction_continues_fewer_roads_than_mutual_best_choices_do():
    """COINS as momepy has it: two ends continue each other where each is the other's straightest, and nothing else."""
    more = 0
    for seed in range(5):
        frame = grid(12, np.random.default_rng(seed), spread=20.0)
        bearing = bearings(frame["geom"].to_numpy(), 0.0)
        node = frame[["node_from", "node_to"]].to_numpy().ravel()
        ours = (
            build_routes(frame, None, RouteOptions(numbers=False, bearing_m=0)).pairs.groupby("node").size()
        )
        for place in np.unique(node):
            ends = np.flatnonzero(node == place)
            turn = deflection(bearing[ends][:, None], bearing[ends][None, :])
            np.fill_diagonal(turn, 181.0)
            best = turn.argmin(axis=1)
            mutual = (best[best] == np.arange(len(ends))) & (turn.min(axis=1) <= 60.0)
            assert ours.get(place, 0) >= mutual.sum() // 2
            more += ours.get(place, 0) > mutual.sum() // 2
    assert more > 0


def test_links_carry_over_for_any_order_of_the_links_and_of_their_sides():
    frame = pd.DataFrame([
        road("a", (-100, 0), (0, 0)), road("b", (5, 0), (60, 70), city_code=B),
        road("c", (5, 0), (100, 0), city_code=B), road("d", (60, 76), (60, 200), city_code=A),
    ])  # fmt: skip
    frame = with_nodes(frame, join=[((0, 0), (5, 0)), ((60, 70), (60, 76))])
    one = {
        "link_id": "1",
        "section_a": "a",
        "end_a": "終点",
        "section_b": "b",
        "end_b": "始点",
        "state": "採用",
    }
    two = {
        "link_id": "2",
        "section_a": "d",
        "end_a": "始点",
        "section_b": "b",
        "end_b": "終点",
        "state": "自動",
    }
    turned = {**two, "section_a": "b", "end_a": "終点", "section_b": "d", "end_b": "始点"}
    first = build_routes(frame, pd.DataFrame([one, two]))
    assert frozenset("abd") in partition(first)
    assert sorted(first.crossings["link_id"]) == ["1", "2"]
    second = build_routes(frame, pd.DataFrame([turned, one]))
    for left, right in zip(plain(first), plain(second)):
        pd.testing.assert_frame_equal(left, right)
