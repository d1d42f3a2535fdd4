"""What groups hold to: every road once, connected, in bounds or named, the same in any order."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from gunmane.analysis.groups import GroupingError, GroupOptions, Locks, Weights, group_routes
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from streets_for_groups import cut_streets, degrees_even, grid, largest_part, parts_of, pieces_m

WHOLE = GroupOptions(mode="whole", min_km=8, max_km=25, link_m=0, compare=False)
CORRIDORS = GroupOptions(min_km=4, max_km=20, corridor_m=0, link_m=0, compare=False)
few = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def groups_of(answer) -> set:
    rows = answer.sections.dropna(subset=["group_id"])
    return {frozenset(part["section"]) for _, part in rows.groupby("group_id")}


def with_options(base: GroupOptions, **changes) -> GroupOptions:
    return GroupOptions(**{**vars(base), **changes})


@few
@given(st.integers(0, 1000), st.floats(0, 0.5), st.sampled_from(["whole", "corridors"]), st.booleans())
def test_every_road_once_connected_in_bounds_or_named_and_the_bound_holds(seed, share, mode, attach):
    network, routes = grid(11, 9, borders=(4, 8))
    network = cut_streets(network, share, seed)
    options = with_options(WHOLE if mode == "whole" else CORRIDORS, attach_islands=attach, attach_m=600)
    answer = group_routes(network, routes, options)
    rows, groups = answer.sections, answer.groups.set_index("group_id")
    assert sorted(rows["section"]) == sorted(network["section"].unique())
    assert (rows["reason"] != "").all()
    length = network.groupby("section")["length_m"].sum()
    if mode == "whole":  # in no group are islands alone, and those only where none is near
        left = network[network["section"].isin(rows.loc[rows["group_id"].isna(), "section"])]
        lengths = pieces_m(network)
        assert (lengths[left["section"]] < 1000 * options.island_km).all()
        assert set(left["section"]) == set(lengths.index[lengths < 1000 * options.island_km]) or attach
    grouped = rows[rows["group_id"].notna()]
    assert attach or grouped["attached_m"].isna().all()
    assert (grouped["attached_m"].dropna() <= options.attach_m).all()
    for g, part in grouped.groupby("group_id"):
        put = part["attached_m"].notna()
        assert parts_of(network, part.loc[~put, "section"]) == 1 == groups.loc[g, "own_parts"]
        assert put.sum() == groups.loc[g, "attached"]
        km = length[part["section"]].sum() / 1000
        assert km == pytest.approx(groups.loc[g, "length_km"])
        inside = options.min_km - 1e-9 <= km <= options.max_km + 1e-9
        assert inside == (groups.loc[g, "status"] == "within")
        assert inside or groups.loc[g, "status_text"] in groups.loc[g, "reason"]
    city = network[network["section"].isin(grouped["section"])].groupby("city_code")["length_m"].sum() / 1000
    assert answer.required_m == pytest.approx(1000 * city.sum())
    told = pd.DataFrame(list(groups["length_by_city"])).sum()
    assert told.to_dict() == pytest.approx(city.to_dict())
    assert degrees_even(network, answer)
    driven = (answer.driving["length_m"] * answer.driving["times"]).sum()
    assert driven == pytest.approx(answer.dead_m)
    assert answer.dead_m >= answer.bound_m - 1e-3


@few
@given(st.integers(0, 1000), st.sampled_from(["whole", "corridors"]))
def test_the_order_of_the_input_does_not_show(seed, mode):
    network, routes = grid(9, 8, borders=(5,))
    network = cut_streets(network, 0.2, 3)
    options = WHOLE if mode == "whole" else CORRIDORS
    first = group_routes(network, routes, options)
    shuffled = network.sample(frac=1, random_state=seed)
    again = group_routes(shuffled, routes.sample(frac=1, random_state=seed), options)
    pd.testing.assert_frame_equal(
        first.groups.drop(columns=["geom", "lines"]), again.groups.drop(columns=["geom", "lines"])
    )
    assert dict(zip(first.sections["section"], first.sections["group_id"])) == dict(
        zip(again.sections["section"], again.sections["group_id"])
    )
    assert again.sections["section"].tolist() == shuffled["section"].drop_duplicates().tolist()
    assert first.dead_m == again.dead_m


@few
@given(st.integers(0, 1000), st.sampled_from(["whole", "corridors"]))
def test_a_city_that_shares_no_border_changes_nothing_elsewhere(seed, mode):
    network, routes = grid(9, 8, borders=(5,))
    network = cut_streets(network, 0.25, seed)
    far, far_routes = grid(7, 6, borders=(3,), x0=50_000.0, prefix="z", city0=10)
    options = WHOLE if mode == "whole" else CORRIDORS
    alone = groups_of(group_routes(network, routes, options))
    both = groups_of(group_routes(pd.concat([far, network]), pd.concat([far_routes, routes]), options))
    assert alone == {g for g in both if not any(s.startswith("z") for s in g)}


@few
@given(st.integers(0, 1000))
def test_where_bounds_can_be_met_they_are_and_no_move_tears_a_group(seed):
    """A search that is free to wander (no price on shape or balance) keeps groups whole and in tight bounds."""
    network, routes = grid(12, 10, borders=(6,))
    network = cut_streets(network, 0.15, seed)
    network = network[network["section"].isin(largest_part(network))]
    free = Weights(compact=0, balance=0, crossing=0, city=0)
    answer = group_routes(
        network, routes, with_options(WHOLE, min_km=9, max_km=16, weights=free, seed=seed + 1)
    )
    assert (answer.groups["status"] == "within").all()
    for _, part in answer.sections.groupby("group_id"):
        assert parts_of(network, part["section"]) == 1


@few
@given(st.integers(0, 1000), st.floats(0.1, 0.45))
def test_the_bound_is_close_where_there_is_one_tour_only(seed, share):
    """Many dead ends and no bounds on length: the bound is not far below the tour of everything, never above it."""
    network, routes = grid(12, 10)
    network = cut_streets(network, share, seed)
    network = network[network["section"].isin(largest_part(network))]
    answer = group_routes(network, routes, with_options(WHOLE, min_km=0, max_km=1000, target_km=500))
    assert len(answer.groups) == 1
    assert 0.75 * answer.dead_m <= answer.bound_m <= answer.dead_m + 1e-3


def test_corridors_hold_the_roads_that_cross_and_leave_the_rest_to_each_city():
    network, routes = grid(9, 6, borders=(5,))
    answer = group_routes(network, routes, with_options(CORRIDORS, min_km=1, max_km=60))
    grouped = set(answer.sections.dropna(subset=["group_id"])["section"])
    rows = set(network.loc[network["section"].str.contains("h"), "section"])
    assert grouped == rows  # every row crosses the border; columns stay
    assert (
        len(answer.crossings) == 6
        and answer.groups["crossings"].sum() == (answer.crossings["group_id"].notna()).sum()
    )


def test_what_lies_within_the_distance_of_a_corridor_comes_along():
    network, routes = grid(9, 6, borders=(5,), step=100.0)
    near = group_routes(network, routes, with_options(CORRIDORS, min_km=0, corridor_m=60))
    assert (
        near.sections["group_id"].notna().all()
    )  # a street of 100 m between two rows is never over 50 m away


def test_joint_tours_never_need_more_bound_than_separate_ones_and_totals_agree():
    network, routes = grid(12, 9, borders=(4, 8))
    answer = group_routes(cut_streets(network, 0.2, 5), routes, with_options(WHOLE, compare=True))
    table = answer.comparison
    total = table[table["city_code"].isna()].iloc[0]
    cities = table[table["city_code"].notna()]
    assert (
        cities["joint_dead_km"].sum()
        == pytest.approx(total["joint_dead_km"])
        == pytest.approx(answer.dead_m / 1000)
    )
    assert total["separate_dead_km"] == pytest.approx(answer.separate_dead_m / 1000)
    assert answer.separate_dead_m >= answer.bound_m
    assert (answer.separate["cities"].map(len) == 1).all()
    assert total["gain_km"] > 0 and bool(total["yen_is_example"])
    assert any("example" in m or "例" in m for m in answer.messages)


def test_an_island_below_the_minimum_is_a_group_of_its_own_and_named():
    network, routes = grid(9, 8)
    island, _ = grid(3, 2, x0=90_000.0, prefix="i")
    answer = group_routes(pd.concat([network, island]), routes, with_options(WHOLE, link_m=1000))
    row = answer.groups[answer.groups["status"] == "below"]
    assert len(row) == 1 and row["length_km"].iloc[0] == pytest.approx(3.5)
    assert row["status_text"].iloc[0] in row["reason"].iloc[0]


def test_an_island_goes_to_the_nearest_group_and_it_is_said_once():
    network, routes = grid(9, 8)
    island, _ = grid(2, 1, x0=4200.0, prefix="i")
    far, _ = grid(2, 1, x0=90_000.0, prefix="f")
    options = with_options(WHOLE, link_m=3000)
    before = group_routes(network, routes, options)
    answer = group_routes(pd.concat([network, island, far]), routes, options)
    rows = answer.sections.set_index("section")
    name = island["section"].iloc[0]
    assert rows.loc[name, "attached_m"] == pytest.approx(200.0) and "200 m" in rows.loc[name, "reason"]
    assert rows.loc[name, "group_id"] == rows.loc["s007h000", "group_id"]  # it ends at (4000, 0)
    lost = rows.loc[far["section"].iloc[0]]
    assert lost["group_id"] is None and "1000 m" in lost["reason"]
    assert sum("0.5 km" in message for message in answer.messages) == 2  # one for each kind
    row = answer.groups[answer.groups["attached"] > 0].iloc[0]
    assert row["attached_km"] == 0.5 and row["own_parts"] == 1 and not row["scattered"]
    assert answer.groups["compact_pp"].tolist() == pytest.approx(before.groups["compact_pp"].tolist())
    import shapely

    assert shapely.covers(row["geom"], island["geom"].iloc[0]) and shapely.covers(row["geom"], row["lines"])
    assert len(answer.groups) == len(before.groups) and answer.required_m == before.required_m + 500.0
    assert answer.dead_m == pytest.approx(before.dead_m + 500.0)  # there and back on the island itself


def test_islands_that_are_not_attached_are_one_listing():
    network, routes = grid(9, 8)
    islands = [grid(2, 1, x0=4200.0 + 600 * k, prefix=f"i{k}")[0] for k in range(9)]
    big, _ = grid(3, 2, x0=60_000.0, prefix="b")
    options = with_options(WHOLE, attach_islands=False, compare=True)
    answer = group_routes(pd.concat([network, *islands, big]), routes, options)
    out = answer.sections[answer.sections["section"].str.startswith("i")]
    assert out["group_id"].isna().all() and out["reason"].nunique() == 1 and out["reason"].iloc[0]
    assert (answer.groups["status"] == "below").sum() == 1  # the one that is long enough for a group
    assert len(answer.messages) <= 15
    assert answer.required_m == pytest.approx(network["length_m"].sum() + big["length_m"].sum())
    assert answer.separate["length_km"].sum() == pytest.approx(answer.required_m / 1000)


def test_an_island_passes_a_full_group_and_only_exceeds_where_none_has_room():
    full, routes = grid(5, 5)  # 20 km
    other, _ = grid(4, 4, x0=3000.0, prefix="o")
    island, _ = grid(2, 1, x0=2100.0, prefix="i")
    network = pd.concat([full, other, island])
    options = with_options(WHOLE, max_km=20)
    answer = group_routes(network, routes, options)
    assert (answer.groups["status"] == "within").all()
    assert answer.sections["attached_m"].dropna().tolist() == [pytest.approx(400.0)]
    answer = group_routes(network, routes, with_options(options, attach_m=300))
    over = answer.groups[answer.groups["status"] == "above"]
    assert over["length_km"].tolist() == [20.5] and over["status_text"].iloc[0] in over["reason"].iloc[0]


def test_islands_take_no_group_from_a_number_asked_for():
    network, routes = grid(9, 8)
    islands = [grid(2, 1, x0=4200.0 + 600 * k, prefix=f"i{k}")[0] for k in range(4)]
    options = with_options(WHOLE, n_groups=5, attach_m=3000)
    answer = group_routes(pd.concat([network, *islands]), routes, options)
    assert len(answer.groups) == 5 and answer.groups["attached"].sum() == 4


def test_other_roads_hold_a_small_piece_and_it_is_said():
    """The only street to a hamlet is the prefecture's: the hamlet joins, and its way is counted as dead running."""
    network, routes = grid(9, 8)
    hamlet, _ = grid(3, 2, x0=4800.0, prefix="i")
    corner = 1 + 8 * 8  # the junction at (4000, 0)
    road = hamlet.iloc[:1].assign(
        section="pref", rc="P1", node_from=corner, node_to=hamlet["node_from"].min(), length_m=800.0
    )
    everything = pd.concat([network, hamlet, road])
    answer = group_routes(everything, routes, with_options(WHOLE, link_m=1000))
    assert (answer.groups["status"] == "within").all()
    held = answer.groups[answer.groups["own_parts"] > 1]
    assert len(held) == 1 and held["link_km"].iloc[0] == pytest.approx(0.8) and not held["scattered"].any()
    assert degrees_even(everything, answer)
    apart = group_routes(everything, routes, with_options(WHOLE, link_m=500, attach_islands=False))
    assert (apart.groups["status"] == "below").sum() == 1


def test_a_river_without_a_bridge_is_never_crossed():
    drop = {f"s004h{j:03d}" for j in range(8)}
    network, routes = grid(10, 8, drop=drop)
    answer = group_routes(network, routes, with_options(WHOLE, link_m=5000))
    west = set(
        network.loc[
            [g.coords[0][0] <= 4 * 500 and g.coords[-1][0] <= 4 * 500 for g in network["geom"]], "section"
        ]
    )
    assert all(g <= west or not (g & west) for g in groups_of(answer))


def test_excluded_roads_are_driven_but_not_grouped():
    network, routes = grid(9, 8)
    network.loc[network["section"].str.endswith("h004"), "rc"] = "P1"
    network["ad"] = np.where(network["section"].str.endswith("v000"), "A3", "A1")
    answer = group_routes(network, routes, WHOLE)
    out = answer.sections["section"].str.endswith(("h004", "v000"))
    assert (
        answer.sections.loc[out, "group_id"].isna().all() and (answer.sections.loc[out, "reason"] != "").all()
    )
    assert answer.sections.loc[~out, "group_id"].notna().all()


def test_only_the_cities_that_take_part():
    network, routes = grid(12, 6, borders=(4, 8))
    answer = group_routes(network, routes, with_options(WHOLE, cities=["990000", "990001"]))
    city = network.set_index("section")["city_code"]
    assert set(city[answer.sections.dropna(subset=["group_id"])["section"]]) == {"990000", "990001"}


def test_a_road_drawn_twice_follows_its_reference_and_is_not_counted_again():
    network, routes = grid(9, 8)
    network["twin_of"] = None
    twin = network.iloc[[10]].assign(section="twin", twin_of=network["section"].iloc[10])
    answer = group_routes(pd.concat([network, twin]), routes, WHOLE)
    of = answer.sections.set_index("section")["group_id"]
    assert of["twin"] == of[network["section"].iloc[10]]
    assert answer.required_m == pytest.approx(network["length_m"].sum())


def test_a_section_of_several_pieces_stays_in_one_group():
    network, routes = grid(9, 8)
    pair = network["section"].isin(["s003h002", "s004h002"])
    network.loc[pair, "part"] = [1, 2]
    network.loc[pair, "section"] = "long"
    answer = group_routes(network, routes, WHOLE)
    assert (answer.sections["section"] == "long").sum() == 1


@few
@given(st.integers(0, 500))
def test_locks_are_kept(seed):
    network, routes = grid(10, 8, borders=(5,))
    rng = np.random.default_rng(seed)
    one, two, three, four = rng.choice(network["section"].to_numpy(), 4, replace=False)
    answer = group_routes(network, routes, WHOLE, Locks(together=[[one, two]], apart=[[three, four]]))
    of = answer.sections.set_index("section")["group_id"]
    assert of[one] == of[two]
    assert of[three] != of[four]


def test_contradicting_locks_are_refused_by_name():
    network, routes = grid(6, 6)
    with pytest.raises(GroupingError) as error:
        group_routes(
            network,
            routes,
            WHOLE,
            Locks([["srow1", "srow2"], ["nobody"]], [["srow2", "srow1"], ["srow1", "s000h001"]]),
        )
    text = "\n".join(error.value.conflicts)
    assert "srow1" in text and "srow2" in text and "nobody" in text and "s000h001" in text
    assert len(error.value.conflicts) == 3


@pytest.mark.parametrize("wrong", [{"mode": "all"}, {"min_km": 30}, {"n_groups": 0}, {"link_m": -1}, {"target_km": 100},
                                   {"weights": Weights(dead=-1)}, {"starts": 0}, {"attach_m": -1}])  # fmt: skip
def test_options_that_cannot_be_met_are_refused(wrong):
    with pytest.raises(GroupingError):
        group_routes(*grid(3, 3), with_options(WHOLE, **wrong))


def test_bounds_that_no_cut_can_meet_are_named_and_nothing_is_relaxed():
    network, routes = grid(3, 2)  # 3.5 km
    answer = group_routes(network, routes, with_options(WHOLE, min_km=2.0, max_km=3.0))
    assert (answer.groups["status"] != "within").any()
    assert answer.groups["length_km"].max() <= 3.0 or (answer.groups["status"] == "above").any()


def test_a_number_of_groups_is_kept():
    network, routes = grid(11, 9)
    answer = group_routes(network, routes, with_options(WHOLE, n_groups=6, min_km=1, max_km=60))
    assert len(answer.groups) == 6


def test_an_existing_grouping_stays_where_change_is_dear():
    network, routes = grid(10, 8)
    start = {s: "west" if int(s[1:4]) < 5 else "east" for s in network["section"]}
    options = with_options(WHOLE, max_km=60, change_penalty=1000.0)
    answer = group_routes(network, routes, options, start=start)
    of = answer.sections.set_index("section")["group_id"]
    assert len({(start[s], of[s]) for s in start}) == 2
    loose = group_routes(network, routes, with_options(options, change_penalty=0.0), start=start)
    assert loose.dead_m <= answer.dead_m
    assert any("km" in m for m in answer.messages)


def test_a_time_limit_gives_the_best_so_far_and_says_so():
    network, routes = grid(20, 20)
    answer = group_routes(network, routes, with_options(WHOLE, time_limit_s=1e-6))
    assert answer.cut_short and answer.sections["group_id"].notna().all()
    assert (answer.groups["own_parts"] == 1).all() and answer.messages
    assert answer.dead_m >= answer.bound_m


def test_what_progress_raises_ends_the_run():
    class CancelledError(Exception):
        pass

    def progress(share, text):
        if share > 0.3:
            raise CancelledError

    with pytest.raises(CancelledError):
        group_routes(*grid(8, 8), WHOLE, progress=progress)


def test_breaks_of_standard_are_counted_where_cities_join():
    network, routes = grid(9, 6, borders=(5,))
    options = with_options(CORRIDORS, min_km=1, max_km=60, breaks_by_cities={("990000", "990001"): 4})
    answer = group_routes(network, routes, options)
    assert answer.groups["std_breaks"].sum() == 4 * answer.groups["crossings"].sum()


def test_balance_by_another_column():
    network, routes = grid(12, 8)
    network["facilities"] = np.where(network["section"].str[1:4].astype(int) < 3, 10, 1)
    options = with_options(WHOLE, min_km=2, max_km=60, n_groups=4, balance_by="facilities",
                           weights=Weights(balance=1.0))  # fmt: skip
    answer = group_routes(network, routes, options)
    of = answer.sections.set_index("section")["group_id"]
    load = network.set_index("section")["facilities"].groupby(of).sum()
    assert load.max() / load.mean() < 1.5


@pytest.mark.parametrize("mode", ["whole", "corridors"])
def test_nothing_to_group_is_an_answer(mode):
    network, routes = grid(4, 4)
    answer = group_routes(network.assign(rc="P1"), routes, with_options(WHOLE, mode=mode, compare=True))
    assert len(answer.groups) == 0 and answer.dead_m == 0 and answer.messages


def test_rings_loops_zero_length_and_missing_attributes_do_not_stop_it():
    network, routes = grid(6, 6)
    network.loc[0, "length_m"] = 0.0
    network.loc[1, "length_m"] = np.nan
    ring = network.iloc[[5]].assign(
        section="ring", node_to=network["node_from"].iloc[5], length_m=300.0, rc=None
    )
    same = network.iloc[[6]].assign(section="same")
    import shapely

    empty = network.iloc[[7]].assign(section="empty", geom=shapely.LineString())
    answer = group_routes(pd.concat([network, ring, same, empty]), routes, WHOLE)
    of = answer.sections.set_index("section")
    assert of.loc[["ring", "same", "empty"], "group_id"].notna().all()
    assert (
        pd.isna(of.loc[network["section"].iloc[1], "group_id"])
        and of.loc[network["section"].iloc[1], "reason"]
    )


def test_missing_columns_and_double_rows_are_named():
    network, routes = grid(3, 3)
    with pytest.raises(ValueError, match="node_from"):
        group_routes(network.drop(columns="node_from"), routes, WHOLE)
    with pytest.raises(ValueError, match=network["section"].iloc[0]):
        group_routes(pd.concat([network, network.iloc[:1]]), routes, WHOLE)


def test_outlines_hold_their_roads_and_have_no_small_holes():
    import shapely

    network, routes = grid(8, 8, step=200.0)
    answer = group_routes(network, routes, with_options(WHOLE, min_km=5))
    for shape, lines in zip(answer.groups["geom"], answer.groups["lines"]):
        assert shape.geom_type == "MultiPolygon" and shapely.covers(shape, lines)
        assert not any(len(p.interiors) for p in shape.geoms)
    assert answer.groups["compact_pp"].between(0.05, 1).all()


def test_warm_search_beats_the_start_and_stays_near_the_bound():
    from gunmane.benchmarks.groups import area

    network, routes = area(1500, seed=4)
    options = GroupOptions(mode="whole", min_km=10, max_km=40, compare=False)
    rough = group_routes(network, routes, with_options(options, sweeps=0))
    fine = group_routes(network, routes, options)
    assert fine.dead_m < 0.96 * rough.dead_m
    assert fine.gap < 0.10
