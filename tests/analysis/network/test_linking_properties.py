"""What must hold for any input: order, direction, place and far cities change nothing; nothing is lost."""

import numpy as np
import pandas as pd
import shapely
from gunmane.analysis.network import link_roads
from hypothesis import given, settings
from hypothesis import strategies as st

OTHER = {"始点": "終点", "終点": "始点", None: None}


@st.composite
def areas(draw):
    """Roads of three cities around their borders, on a coarse grid so that ends meet, miss and lie on each other."""
    rng = np.random.default_rng(draw(st.integers(0, 10**6)))
    rows = []
    for n in range(draw(st.integers(2, 24))):
        city = int(rng.integers(3))
        start = (
            np.array([[-40, 0], [40, 20], [0, -60]][city])
            + rng.integers(-6, 7, 2) * 20
            + rng.integers(-6, 7, 2)
        )
        size = rng.choice([5, 20, 60, 100])
        turn = rng.integers(0, 8) * np.pi / 4 + rng.normal(0, 0.1)
        middle = start + size / 2 * np.array([np.cos(turn), np.sin(turn)]) + rng.normal(0, 1, 2)
        end = np.round(start + size * np.array([np.cos(turn), np.sin(turn)]))
        rows.append(
            {"section": f"s{n:02d}", "city_code": "ABC"[city], "geom": shapely.LineString([start, middle, end]),
             "rc": rng.choice(["C1", "C2", "C3", "P2", None]), "oneway": rng.choice([0, 0, 0, 1, -1]),
             "width_m": rng.choice([4.0, 6.0, np.nan]), "name": rng.choice(["Mill Road", None])}
        )  # fmt: skip
    return pd.DataFrame(rows)


CITIES = pd.DataFrame(
    {"city_code": list("ABC"), "geom": [
        shapely.box(-200, -30, 0, 200), shapely.box(0, -30, 200, 200), shapely.box(-200, -200, 200, -30)]}
)  # fmt: skip


def flat(frame, leave=("geom",)):
    return list(
        map(
            repr,
            frame.drop(columns=[c for c in leave if c in frame]).round(6).itertuples(index=False, name=None),
        )
    )


def same(one, two):
    for name in ("network", "links", "duplicates", "candidates", "review", "findings"):
        a, b = getattr(one, name), getattr(two, name)
        keys = [c for c in a.columns if c not in ("geom", "sections")]
        rows = [sorted(map(repr, f[keys].round(6).itertuples(index=False, name=None))) for f in (a, b)]
        assert rows[0] == rows[1], name


@given(areas(), st.randoms(use_true_random=False))
@settings(deadline=None)
def test_the_order_of_rows_changes_nothing(roads, random):
    order = list(range(len(roads)))
    random.shuffle(order)
    same(link_roads(roads, CITIES), link_roads(roads.iloc[order], CITIES.iloc[::-1]))


@given(areas(), st.sets(st.integers(0, 23)))
@settings(deadline=None)
def test_the_direction_of_a_line_changes_only_the_names_of_its_ends(roads, turned):
    turned = sorted(n for n in turned if n < len(roads))
    other = roads.copy()
    other.loc[turned, "geom"] = shapely.reverse(roads.loc[turned, "geom"].to_numpy())
    other.loc[turned, "oneway"] = -other.loc[turned, "oneway"]
    keys = set(roads.loc[turned, "section"])
    one, two = link_roads(roads, CITIES), link_roads(other, CITIES)

    def ends(links, swap):
        rows = links[["section_a", "end_a", "section_b", "end_b", "state"]].itertuples(index=False, name=None)
        turn = lambda s, e: OTHER[e] if swap and s in keys else e  # noqa: E731
        return {(frozenset([(a, turn(a, x)), (b, turn(b, y))]), state) for a, x, b, y, state in rows}

    assert ends(one.links, True) == ends(two.links, False)
    assert set(zip(one.duplicates["kept"], one.duplicates["other"])) == set(
        zip(two.duplicates["kept"], two.duplicates["other"])
    )
    count = [r.network.groupby("section").size().to_dict() for r in (one, two)]
    assert count[0] == count[1]


@given(areas(), st.sampled_from([(1000.0, -2000.0), (-30_000.0, 4096.0)]))
@settings(deadline=None)
def test_the_place_changes_nothing(roads, by):
    def moved(frame):
        return frame.assign(geom=shapely.transform(frame["geom"].to_numpy(), lambda xy: xy + by))

    one, two = link_roads(roads, CITIES), link_roads(moved(roads), moved(CITIES))
    keys = ["section", "part", "node_from", "node_to", "comp", "twin_of"]
    assert flat(one.network[keys]) == flat(two.network[keys])
    assert flat(one.links[["link_id", "state"]]) == flat(two.links[["link_id", "state"]])


@given(areas())
@settings(deadline=None)
def test_a_far_city_changes_nothing_elsewhere(roads):
    far = pd.DataFrame(
        {"section": ["x1", "x2"], "city_code": "D",
         "geom": [shapely.LineString([(5000, 5000 + k), (5100, 5000)]) for k in (0, 40)]}
    )  # fmt: skip
    cities = pd.concat(
        [CITIES, pd.DataFrame({"city_code": ["D"], "geom": [shapely.box(4900, 4900, 5200, 5200)]})]
    )
    one = link_roads(roads, CITIES)
    two = link_roads(pd.concat([roads, far], ignore_index=True), cities)
    assert flat(one.links) == flat(two.links) and flat(one.review) == flat(two.review)
    assert flat(one.duplicates) == flat(two.duplicates)
    keys = ["section", "part", "length_m", "twin_of"]
    rest = two.network[~two.network["section"].isin(["x1", "x2"])]
    assert flat(one.network[keys]) == flat(rest[keys])


@given(areas())
@settings(deadline=None)
def test_every_end_is_in_one_link_at_most_and_nothing_is_lost(roads):
    result = link_roads(roads, CITIES)
    links = result.links[result.links["state"] == "自動"]
    links = links[links["end_a"].notna() & links["end_b"].notna()]  # many may meet one section's middle
    both = [*zip(links["section_a"], links["end_a"]), *zip(links["section_b"], links["end_b"])]
    assert len(both) == len(set(both))
    net = result.network
    total = net.groupby("section")["length_m"].sum()
    assert np.allclose(total, shapely.length(roads.set_index("section").loc[total.index, "geom"].to_numpy()))
    assert set(total.index) == set(roads["section"])
    assert np.allclose(shapely.length(net["geom"].to_numpy()), net["length_m"])
    for _, part in net.groupby("section"):
        assert part["part"].tolist() == list(range(1, len(part) + 1))
        assert np.allclose(part["from_m"].iloc[1:], part["to_m"].iloc[:-1])
    assert (net["node_from"] >= 1).all() and set(net["node_from"]) | set(net["node_to"]) == set(
        range(1, int(max(net["node_from"].max(), net["node_to"].max())) + 1)
    )
