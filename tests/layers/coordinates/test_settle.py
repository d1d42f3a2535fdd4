"""Axis order and datum by the whole file: section 1's points, V093, V102 to V106, votes and their limits."""

from __future__ import annotations

import dataclasses
import json

import numpy as np
import pytest
import shapely
from gunmane.layers.coordinates.boundary import boundaries
from gunmane.layers.coordinates.crs import transformer
from gunmane.layers.coordinates.settle import Survey, check_geometries, explain, place, place_geometries
from gunmane.layers.coordinates.vote import Sample, route_offset, winner
from gunmane.layers.errors import GunmaneError
from hypothesis import given, settings
from hypothesis import strategies as st

STORE = "EPSG:6677"
MORIYA, JOSO, BANDO, TSUKUBAMIRAI = "082244", "082112", "082287", "082350"
# Section 1's table: (north, east) in EPSG:6677.
HALL_MORIYA = (-5380.5, 12817.6)
HALL_TSUKUBAMIRAI = (-4079.2, 18372.8)
HALL_BANDO = (5373.5, 4990.3)
ISHIGE = (12346.2, 12303.8)


def city(code):
    return boundaries()[code]


def settle(code, pairs, crs=STORE, order="auto", kind="xy", routes=None, keys=None, **more):
    survey = Survey(city(code) if code else None, crs, order, kind, routes, **more)
    pairs = np.array(pairs, dtype=float).reshape(-1, 2)
    survey.add(pairs[:, 0], pairs[:, 1], keys)
    return survey.decide()


def points_in(code, count, seed=1, margin=0.0):
    """(east, north) arrays of random points inside a city, ``margin`` metres from its border."""
    area = city(code).projected(STORE).buffer(-margin)
    shapely.prepare(area)
    random = np.random.default_rng(seed)
    west, south, east, north = area.bounds
    x, y = random.uniform(west, east, 60 * count), random.uniform(south, north, 60 * count)
    inside = shapely.contains_xy(area, x, y)
    return x[inside][:count], y[inside][:count]


def roads_in(code, count=30, each=10, spread=8.0, seed=2):
    """Straight routes of all directions in a city, with points scattered along them: (routes, x, y, keys)."""
    random = np.random.default_rng(seed)
    routes, xs, ys, keys = {}, [], [], []
    for number, (x, y) in enumerate(zip(*points_in(code, count, seed, 1500))):
        angle = random.uniform(0, np.pi)
        dx, dy = 1400 * np.cos(angle), 1400 * np.sin(angle)
        key = f"{code}-C1-{number:04d}"
        routes[key] = shapely.LineString([(x - dx, y - dy), (x + dx, y + dy)])
        along = random.uniform(-1, 1, each)
        xs.append(x + along * dx + random.normal(0, spread, each))
        ys.append(y + along * dy + random.normal(0, spread, each))
        keys += [key] * each
    return routes, np.concatenate(xs), np.concatenate(ys), np.array(keys, dtype=object)


# --- section 1's table -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "code,point",
    [(MORIYA, HALL_MORIYA), (TSUKUBAMIRAI, HALL_TSUKUBAMIRAI)],
    ids=["守谷市役所", "つくばみらい市役所"],
)
def test_clear_points_settle_alone(code, point):
    decision = settle(code, [point])
    assert (decision.order, decision.method, decision.error) == ("yx", "polygon", None)
    assert decision.rules == ()
    swapped = settle(code, [point[::-1]])
    assert (swapped.order, swapped.error) == ("xy", None)
    assert swapped.rules == ("R-XYSWAP",)


@pytest.mark.parametrize("code,point", [(BANDO, HALL_BANDO), (JOSO, ISHIGE)], ids=["坂東市役所", "石下付近"])
def test_ambiguous_points_stop_and_show_both(code, point):
    decision = settle(code, [point])
    assert decision.error == "E-XYAMBIG"
    assert decision.evidence["polygon"] == {"yx": 1, "xy": 1}
    (shown,) = decision.evidence["samples"]
    assert shown["yx"] == {"xy": [point[1], point[0]], "in_city": True}
    assert shown["xy"] == {"xy": [point[0], point[1]], "in_city": True}
    json.dumps(decision.evidence)
    with pytest.raises(GunmaneError) as caught:
        place([point[0]], [point[1]], decision, STORE, city(code))
    assert caught.value.code == "E-XYAMBIG" and caught.value.remedy


# --- vectors -----------------------------------------------------------------------------------------------


def test_v093_pair_of_degrees_is_swapped():
    decision = settle(MORIYA, [(139.975417, 35.951417)], "EPSG:6668", kind="latlon")
    assert decision.flags == ("W-LATLON",) and decision.error is None
    placed = place([139.975417], [35.951417], decision, STORE, city(MORIYA))
    assert placed.flags[0] == ("W-LATLON",)
    assert (placed.y[0], placed.x[0]) == pytest.approx((-5380.9, 12817.3), abs=0.5)


def test_v102_old_datum_read_as_new_is_proposed_and_not_converted():
    routes, x, y, keys = roads_in(MORIYA)
    old_x, old_y = transformer(STORE, "EPSG:30169")(x, y)
    off = np.hypot(13110.9 - 12817.6, -5736.1 + 5380.5)
    assert off == pytest.approx(461, abs=1)
    decision = settle(MORIYA, np.column_stack([old_y, old_x]), routes=routes, keys=keys)
    assert decision.flags == ("W-TOKYO",)
    assert decision.needs_confirmation and decision.proposed_crs == "EPSG:30169"
    assert decision.crs == STORE and decision.error is None
    assert decision.evidence["datum"]["offset_m"] == pytest.approx([294, -355], abs=5)
    placed = place(old_y, old_x, decision, STORE, city(MORIYA))
    assert np.allclose(placed.x, old_x)  # as declared, until a person confirms
    confirmed = settle(MORIYA, np.column_stack([old_y, old_x]), "EPSG:30169", routes=routes, keys=keys)
    assert not confirmed.needs_confirmation and confirmed.flags == ()
    assert confirmed.rules == ("C-DATUM",)
    right = place(old_y, old_x, confirmed, STORE, city(MORIYA))
    assert np.hypot(right.x - x, right.y - y).max() < 10 and 0 < right.accuracy_m <= 9


def test_v103_swapped_columns_are_detected():
    north, east = HALL_MORIYA
    decision = settle(MORIYA, [(east, north)] * 3)
    assert decision.order == "xy" and decision.rules == ("R-XYSWAP",)
    placed = place([12817.6], [-5380.5], decision, STORE, city(MORIYA))
    assert (placed.x[0], placed.y[0]) == (12817.6, -5380.5)
    assert placed.flags[0] == () and placed.outside_m[0] == 0


def test_v104_is_ambiguous():
    assert settle(BANDO, [(5373.5, 4990.3)]).error == "E-XYAMBIG"


@pytest.mark.parametrize("kind,crs", [("xy", STORE), ("xy", "EPSG:30169"), ("latlon", "EPSG:6668")])
def test_v105_zero_is_missing_data(kind, crs):
    decision = settle(MORIYA, [(0, 0), (0, 0)], crs, kind=kind)
    assert decision.method == "empty" and decision.error is None and decision.evidence["null_points"] == 2
    placed = place([0.0], [0.0], decision, STORE, city(MORIYA))
    assert np.isnan([placed.x[0], placed.y[0], placed.outside_m[0]]).all()
    assert placed.flags[0] == ("E-NULLGEOM",)


@pytest.mark.parametrize("longitude", [139.8333, 139.833333, 139.8333333333, 139 + 50 / 60, 139.833])
def test_v106_exactly_the_origin_is_a_default(longitude):
    for pair in ((36.0, longitude), (longitude, 36.0)):
        decision = settle(BANDO, [pair], "EPSG:6668", kind="latlon")
        placed = place([pair[0]], [pair[1]], decision, STORE, city(BANDO))
        assert placed.flags[0] == ("W-DEFAULTPT",) and np.isnan(placed.x[0])


def test_v106_beside_the_origin_is_a_place_and_other_zones_have_their_own():
    decision = settle(None, [(36.0, 139.8334), (36.0001, 139.8333)], "EPSG:6668", kind="latlon")
    placed = place([36.0, 36.0001], [139.8334, 139.8333], decision, STORE)
    assert placed.flags.tolist() == [(), ()]
    other = settle(None, [(36.0, 138.5)], "EPSG:6668", kind="latlon", target_crs="EPSG:6676")
    assert place([36.0], [138.5], other, "EPSG:6676").flags[0] == ("W-DEFAULTPT",)
    assert place([36.0], [138.5], other, STORE).flags[0] == ()


# --- the vote ----------------------------------------------------------------------------------------------


@settings(max_examples=25, deadline=None)
@given(
    code=st.sampled_from([MORIYA, TSUKUBAMIRAI]),
    count=st.integers(1, 40),
    seed=st.integers(0, 2**31),
    swapped=st.booleans(),
    dirt=st.integers(0, 30),
)
def test_points_far_from_the_diagonal_always_recover_the_order(code, count, seed, swapped, dirt):
    x, y = points_in(code, count, seed)
    lost = np.full(dirt, 900_000.0)  # in the city in neither order: no vote
    pairs = np.column_stack([np.append(y, lost), np.append(x, lost)])
    decision = settle(code, pairs[:, ::-1] if swapped else pairs)
    assert decision.error is None
    assert decision.order == ("xy" if swapped else "yx")


@settings(max_examples=60, deadline=None)
@given(north=st.integers(0, 400), east=st.integers(0, 400), both=st.integers(0, 400))
def test_no_winner_below_the_thresholds(north, east, both):
    voters = north + east + both
    hits = {"yx": north + both, "xy": east + both}
    won = winner(hits, voters)
    if won is None:
        for mine, other in ((hits["yx"], hits["xy"]), (hits["xy"], hits["yx"])):
            assert voters == 0 or 100 * mine < 95 * voters or 100 * (mine - other) < 20 * voters
    else:
        other = hits["xy" if won == "yx" else "yx"]
        assert 100 * hits[won] >= 95 * voters and 100 * (hits[won] - other) >= 20 * voters


@pytest.mark.parametrize(
    "ambiguous,clear,against,expected",
    [
        (80, 20, 0, None),  # 100 % to 80 %: exactly 20 points ahead
        (81, 19, 0, "E-XYAMBIG"),  # 100 % to 81 %
        (0, 95, 5, None),  # 95 %
        (0, 94, 6, "E-XYAMBIG"),
    ],
)
def test_thresholds_of_the_vote(ambiguous, clear, against, expected):
    """坂東's hall is in its city both ways; of two more places there, one only as north, east, one only swapped."""
    area = city(BANDO)
    x, y = points_in(BANDO, 400, margin=100)
    only = np.flatnonzero(~area.contains(y, x, STORE, 50))[0]
    place_clear = (y[only], x[only])
    pairs = [HALL_BANDO] * ambiguous + [place_clear] * clear + [place_clear[::-1]] * against
    decision = settle(BANDO, pairs)
    assert decision.error == expected
    if not expected:
        assert decision.order == "yx"


def test_blocks_do_not_matter():
    x, y = points_in(JOSO, 5000)
    whole = settle(JOSO, np.column_stack([y, x]))
    survey = Survey(city(JOSO), STORE)
    for start in range(0, 5000, 700):
        survey.add(y[start : start + 700], x[start : start + 700])
    parts = survey.decide()
    assert parts.evidence["polygon"] == whole.evidence["polygon"] and parts.order == whole.order


def test_memory_stays_flat():
    survey = Survey(city(MORIYA), STORE, routes={"r": shapely.LineString([(0, 0), (1, 1)])})
    for seed in range(30):
        x, y = points_in(MORIYA, 1000, seed)
        survey.add(y, x, np.full(len(x), "r", dtype=object))
    assert len(survey._sample) <= 4000 and len(survey._routed) <= 4000
    assert survey.decide().evidence["points"] == 30_000


def test_routes_settle_what_the_polygon_cannot():
    line = shapely.LineString([(4990.3 - 300, 5373.5 - 5), (4990.3 + 100, 5373.5 + 5)])
    routes, keys = {"a": line}, np.array(["a", "unknown", None], dtype=object)
    pairs = [HALL_BANDO] * 3
    decision = settle(BANDO, pairs, routes=routes, keys=keys)
    assert (decision.order, decision.method, decision.error) == ("yx", "routes", None)
    assert decision.evidence["routes"] == {"yx": 1, "xy": 0}
    far = {"a": shapely.LineString([(0, 20_000), (1, 20_000)])}
    assert settle(BANDO, pairs, routes=far, keys=keys).error == "E-XYAMBIG"


def test_a_persons_order_settles_ambiguity_but_never_contradicts_the_vote():
    for order, expected in (("survey", "yx"), ("math", "xy")):
        decision = settle(BANDO, [HALL_BANDO], order=order)
        assert (decision.order, decision.error, decision.method) == (expected, None, "declared")
    decision = settle(MORIYA, [HALL_MORIYA], order="math")
    assert decision.error == "E-XYORDER"
    assert "1" in explain(decision)
    with pytest.raises(GunmaneError):
        settle(MORIYA, [HALL_MORIYA], order="sideways")


def test_without_a_polygon_the_statement_is_taken_unchecked():
    for crs, order in ((STORE, "yx"), ("EPSG:32654", "xy")):
        decision = settle(None, [(5000.0, 4000.0)], crs)
        assert (decision.order, decision.method, decision.flags) == (order, "convention", ("W-UNCHECKED",))
    placed = place([5000.0], [4000.0], settle(None, [(5000.0, 4000.0)]), STORE)
    assert (placed.x[0], placed.y[0]) == (4000.0, 5000.0) and np.isnan(placed.outside_m[0])


def test_no_crs_for_plane_coordinates_is_an_error():
    with pytest.raises(GunmaneError) as caught:
        Survey(city(MORIYA), None)
    assert caught.value.code == "E-CRS"


def test_wrong_zone_and_degrees_in_metres_are_named():
    x, y = points_in(MORIYA, 50, margin=1000)
    zone = settle(MORIYA, np.column_stack([y, x]), "EPSG:6676")
    assert (zone.error, zone.proposed_crs) == ("E-DATUM", STORE)
    longitude, latitude = transformer(STORE, "EPSG:6668")(x, y)
    # Read as metres these would all lie at the zone's origin, near the cities.
    degrees = settle(MORIYA, np.column_stack([latitude, longitude]), STORE)
    assert (degrees.error, degrees.proposed_crs) == ("E-DATUM", "EPSG:6668")
    metres = settle(MORIYA, np.column_stack([y, x]), "EPSG:6668", kind="latlon")
    assert (metres.error, metres.proposed_crs) == ("E-DATUM", STORE)


def test_declared_plane_zone_gives_degrees_its_datum():
    assert settle(MORIYA, [(35.948205, 139.978683)], "EPSG:30169", kind="latlon").crs == "EPSG:4301"


# --- the datum ---------------------------------------------------------------------------------------------


def test_new_datum_declared_as_old_is_noticed():
    routes, x, y, keys = roads_in(MORIYA)
    decision = settle(MORIYA, np.column_stack([y, x]), "EPSG:30169", routes=routes, keys=keys)
    assert decision.flags == ("W-NOTTOKYO",) and decision.proposed_crs == STORE


@pytest.mark.parametrize("kind", ["latlon", "xy"])
def test_right_datum_proposes_nothing(kind):
    routes, x, y, keys = roads_in(JOSO, spread=15)
    crs = STORE if kind == "xy" else "EPSG:4326"
    first, second = transformer(STORE, crs)(x, y)
    decision = settle(JOSO, np.column_stack([second, first]), crs, kind=kind, routes=routes, keys=keys)
    assert decision.flags == () and not decision.needs_confirmation


def test_old_degrees_are_noticed_also_without_a_stated_datum():
    routes, x, y, keys = roads_in(JOSO)
    longitude, latitude = transformer(STORE, "EPSG:4301")(x, y)
    pairs = np.column_stack([latitude, longitude])
    decision = settle(JOSO, pairs, None, kind="latlon", routes=routes, keys=keys)
    assert set(decision.flags) == {"W-TOKYO", "W-UNCHECKED"} and decision.proposed_crs == "EPSG:4301"


def test_another_offset_is_not_called_old_datum():
    routes, x, y, keys = roads_in(MORIYA)
    for dx, dy in ((-294, 355), (294, 355), (150, -170), (0, 500)):
        pairs = np.column_stack([y + dy, x + dx])
        decision = settle(MORIYA, pairs, routes=routes, keys=keys)
        assert "W-TOKYO" not in decision.flags and not decision.needs_confirmation
    confirmed = settle(MORIYA, np.column_stack([y - 355, x + 294]), routes=routes, keys=keys, confirmed=True)
    assert not confirmed.needs_confirmation


def test_without_routes_the_datum_is_evidence_only():
    x, y = points_in(MORIYA, 300)
    decision = settle(MORIYA, np.column_stack([y, x]))
    assert decision.flags == () and not decision.needs_confirmation
    assert decision.evidence["datum"]["share_declared"] == 1.0
    assert decision.evidence["datum"]["share_twin"] < 1.0


def test_offset_is_recovered_although_nearest_points_understate_it():
    routes, x, y, keys = roads_in(MORIYA, seed=5)
    lines = np.array([routes[key] for key in keys], dtype=object)
    east, north, rest = route_offset(x + 294, y - 355, lines, (250.0, -330.0))
    assert (east, north) == pytest.approx((294, -355), abs=4) and rest < 15


# --- placing -----------------------------------------------------------------------------------------------


def test_every_kind_of_row_in_one_file():
    longitude, latitude = transformer(STORE, "EPSG:6668")([12817.6], [-5380.5])
    lat, lon = latitude[0], longitude[0]
    a = np.array([lat, lon, 0, 36.0, np.nan, lat, -76.1, lat])
    b = np.array([lon, lat, 0, 139.8333, np.nan, np.nan, 43.0, lon])
    decision = settle(MORIYA, np.column_stack([a, b]), "EPSG:6668", kind="latlon")
    placed = place(a, b, decision, STORE, city(MORIYA))
    assert placed.flags.tolist() == [
        (),
        ("W-LATLON",),
        ("E-NULLGEOM",),
        ("W-DEFAULTPT",),
        (),
        ("E-HALFXY",),
        ("E-NOTJAPAN",),
        (),
    ]
    assert np.isfinite(placed.x).tolist() == [True, True, False, False, False, False, False, True]
    assert placed.outside_m[[0, 1, 7]].tolist() == [0, 0, 0]


def test_points_outside_are_measured():
    area = city(MORIYA)
    x, y = points_in(MORIYA, 40, margin=500)
    edge = area.projected(STORE)
    west = edge.bounds[0]
    on = shapely.get_coordinates(edge)[np.argmin(shapely.get_coordinates(edge)[:, 0])]
    for metres, flags in ((30, ()), (120, ("W-OUTNEAR",)), (400, ())):
        decision = settle(MORIYA, np.column_stack([y, x]))
        placed = place([on[1]], [west - metres], decision, STORE, area)
        assert placed.outside_m[0] == pytest.approx(metres, abs=0.01)
        assert placed.flags[0] == flags


def test_evidence_and_story_are_for_people():
    from gunmane.i18n import set_language

    set_language("en")
    try:
        assert "settled by the city's area" in explain(settle(MORIYA, [HALL_MORIYA]))
        assert "cannot be settled" in explain(settle(BANDO, [HALL_BANDO]))
        assert explain(settle(MORIYA, [(np.nan, np.nan)]))
    finally:
        set_language(None)


def test_sample_is_bounded_and_repeatable():
    rows = np.arange(20_000, dtype=float).reshape(-1, 2)
    samples = [Sample(100, 2), Sample(100, 2)]
    for sample in samples:
        for block in np.array_split(rows, 13):
            sample.add(block, np.array([str(v) for v in block[:, 0]], dtype=object))
    assert len(samples[0]) == 100 and (samples[0].rows == samples[1].rows).all()
    assert [str(v) for v in samples[0].rows[:, 0]] == samples[0].labels.tolist()
    assert samples[0].rows[:, 0].max() > 15_000  # late rows have their chance


# --- file geometry -----------------------------------------------------------------------------------------


def _swap(geometries):
    return shapely.transform(geometries, lambda points: points[:, ::-1])


@pytest.mark.parametrize("crs", [STORE, "EPSG:6668", "EPSG:30169", "EPSG:2451"])
@pytest.mark.parametrize("shape", ["point", "line", "area"])
def test_swapped_file_geometry_is_turned(crs, shape):
    x, y = points_in(MORIYA, 60, margin=300)
    points = shapely.points(x, y)
    made = {
        "point": points,
        "line": shapely.linestrings(
            np.stack([np.column_stack([x, y]), np.column_stack([x + 90, y])], axis=1)
        ),
        "area": shapely.buffer(points, 40),
    }[shape]
    source = transformer(STORE, crs).transform_geometries(made)
    for given_shapes, swapped in ((source, False), (_swap(source), True)):
        decision = check_geometries(given_shapes, crs, None, city(MORIYA))
        assert decision.error is None
        assert bool(decision.rules.count("R-XYSWAP") or decision.flags.count("W-LATLON")) == swapped
        placed = place_geometries(given_shapes, decision, STORE, city(MORIYA))
        assert shapely.hausdorff_distance(placed.geometries, made).max() < 0.01
        assert (placed.outside_m == 0).all()


def test_ambiguous_file_geometry_keeps_the_formats_order_unchecked():
    decision = check_geometries([shapely.Point(4990.3, 5373.5)], STORE, None, city(BANDO))
    assert (decision.order, decision.method, decision.flags) == ("xy", "convention", ("W-UNCHECKED",))


def test_missing_geometry_stays_missing():
    shapes = np.array(
        [None, shapely.Point(), shapely.Point(0, 0), shapely.Point(12817.6, -5380.5, 20.0)], dtype=object
    )
    decision = check_geometries(shapes, STORE, None, city(MORIYA))
    placed = place_geometries(shapes, decision, STORE, city(MORIYA))
    assert placed.geometries[:3].tolist() == [None, None, None]
    assert placed.flags.tolist() == [(), (), ("E-NULLGEOM",), ()]
    assert placed.outside_m[3] == 0 and np.isnan(placed.outside_m[:3]).all()
    assert shapes[3].has_z  # the caller's own are not touched


def test_file_and_profile_disagree():
    x, y = points_in(MORIYA, 60, margin=300)
    points = shapely.points(x, y)
    degrees = transformer(STORE, "EPSG:4612").transform_geometries(points)
    stated = check_geometries(degrees, "EPSG:4612", STORE, city(MORIYA))
    assert stated.crs == "EPSG:4612" and stated.flags == ("W-CRSDIFF",)
    # Numbers that are plainly metres under a .prj that says degrees.
    declared = check_geometries(points, "EPSG:4326", STORE, city(MORIYA))
    assert declared.crs == STORE and declared.flags == ("W-CRSDIFF",)
    # Both datums fit the polygon: whoever declared it knows more than the .prj.
    old = transformer(STORE, "EPSG:30169").transform_geometries(points)
    confirmed = check_geometries(old, STORE, "EPSG:30169", city(MORIYA))
    assert confirmed.crs == "EPSG:30169" and confirmed.flags == ("W-CRSDIFF",)
    wrong = check_geometries(points, STORE, "EPSG:6676", city(MORIYA))
    assert wrong.crs == STORE
    nobody = check_geometries(points, STORE, "EPSG:6676", None)
    assert nobody.crs == STORE and set(nobody.flags) == {"W-CRSDIFF", "W-UNCHECKED"}
    assert check_geometries(points, "EPSG:2451", STORE, city(MORIYA)).flags == ()


def test_decision_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        settle(MORIYA, [HALL_MORIYA]).order = "xy"
