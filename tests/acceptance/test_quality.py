"""gunmane:checkdata on the imported sample, held to the generator's own list of faults (samples/quality.json).

Precision and recall by kind. Where the generator's truth cannot define a fault (two requests for one lamp within
a month may be one event or two; streets that chance drew on each other), the kind is held to hand-made stores in
tests/analysis/quality instead.
"""

from __future__ import annotations

import datetime
import json

import pytest

LEAST = 0.98


@pytest.fixture(scope="module")
def truth(samples):
    return json.loads((samples / "quality.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def found(samples, truth, tmp_path_factory):
    """Findings of a fresh import: (DataFrame, uuid -> (city, table, src_key))."""
    from gunmane.analysis import quality
    from gunmane.layers.frames import read_table
    from gunmane.layers.importing import import_cities
    from gunmane.layers.profile import load_profiles
    from gunmane.layers.store import open_store

    path = tmp_path_factory.mktemp("quality") / "gunmane.gpkg"
    jobs = [
        (profile, folder)
        for profile in load_profiles()
        for folder in sorted(samples.iterdir())
        if folder.is_dir() and profile.matches_folder(folder.name)
    ]
    import_cities(jobs, path)
    with open_store(path, readonly=True) as store:
        frames = {n: read_table(store, n, [*c, "src_key"]) for n, c in quality.needed().items()}
    as_of = datetime.date.fromisoformat(truth["as_of"])
    rows = quality.check(frames, quality.Options(as_of=as_of))
    names = {}
    for table, frame in frames.items():
        for uuid, city, key in zip(frame["uuid"], frame["city_code"], frame["src_key"]):
            names[uuid] = (city, table, key)
    damage_of = dict(zip(frames["request_damage"]["uuid"], frames["request_damage"]["dmg_uuid"]))
    return rows, names, damage_of


def score(got: set, want: set, unsure=frozenset()) -> tuple[float, float, str]:
    """(precision, recall, what is wrong) of sets; what is unsure counts for neither."""
    got, want = got - unsure, want - unsure
    right = len(got & want)
    precision = right / len(got) if got else 1.0
    recall = right / len(want) if want else 1.0
    text = f"{right} right, {len(got)} found, {len(want)} true;"
    text += f" not true: {sorted(map(str, got - want))[:4]}; missed: {sorted(map(str, want - got))[:4]}"
    return precision, recall, text


def hold(kind, got, want, unsure=frozenset(), least=LEAST):
    precision, recall, text = score(got, want, unsure)
    line = f"{kind}: precision {precision:.3f}, recall {recall:.3f}; {text}"
    print(line)
    assert want, f"{kind}: the manifest lists none"
    assert precision >= least and recall >= least, line


def tuples(items):
    return {tuple(item) for item in items}


def pairs(items):
    return {frozenset(tuple(row) for row in pair) for pair in items}


def own(found, kind):
    rows, names, _ = found
    return rows[rows["kind"] == kind], names


@pytest.mark.parametrize(
    "kind",
    ["missing_location", "place_other_city", "place_outside", "line_stub", "manager_damage"],
)
def test_rows(found, truth, kind):
    rows, names = own(found, kind)
    entry = truth["kinds"][kind]
    hold(kind, {names[u] for u in rows["uuid"]}, tuples(entry["rows"]), tuples(entry["unsure"]))


@pytest.mark.parametrize("kind", ["manager_facility", "manager_request"])
def test_rows_of_others_roads(found, truth, kind):
    """The sample has next to none: none may be invented, and none of the true ones missed."""
    rows, names = own(found, kind)
    entry = truth["kinds"][kind]
    got = {names[u] for u in rows["uuid"]} - tuples(entry["unsure"])
    assert got == tuples(entry["rows"]) - tuples(entry["unsure"])


@pytest.mark.parametrize("kind", ["date_future", "dangling_reference"])
def test_fields(found, truth, kind):
    rows, names, damage_of = found
    rows = rows[rows["kind"] == kind]
    got = set()
    for uuid, table, field in zip(rows["uuid"], rows["table"], rows["field"]):
        if table == "request_damage":  # the ledgers write the link into the damage
            uuid = damage_of[uuid]
        got.add((*names[uuid], field))
    entry = truth["kinds"][kind]
    hold(kind, got, tuples(entry["rows"]), tuples(entry["unsure"]))


def test_orders_of_dates(found, truth):
    rows, names = own(found, "date_order")
    got = {
        (*names[u], first, values["later_field"])
        for u, first, values in zip(rows["uuid"], rows["field"], rows["values"])
    }
    entry = truth["kinds"]["date_order"]
    hold("date_order", got, tuples(entry["rows"]), tuples(entry["unsure"]))


@pytest.mark.parametrize("kind", ["border_section", "line_undershoot", "duplicate_section"])
def test_pairs(found, truth, kind):
    rows, names = own(found, kind)
    got = {frozenset((names[a], names[b])) for a, b in zip(rows["uuid"], rows["other_uuid"])}
    entry = truth["kinds"][kind]
    unsure = pairs(entry["unsure"])
    if kind == "line_undershoot":  # roads that lie on each other are told once, as drawn twice
        unsure |= twice(found)
    hold(kind, got, pairs(entry["pairs"]), unsure)


def twice(found):
    rows, names = own(found, "duplicate_section")
    return {frozenset((names[a], names[b])) for a, b in zip(rows["uuid"], rows["other_uuid"])}


def test_crossings(found, truth):
    """Few enough in the sample that all must be right."""
    rows, names = own(found, "line_crossing")
    entry = truth["kinds"]["line_crossing"]
    unsure = pairs(entry["unsure"]) | twice(found)
    got = {frozenset((names[a], names[b])) for a, b in zip(rows["uuid"], rows["other_uuid"])} - unsure
    assert got == pairs(entry["pairs"]) - unsure


def test_ends_of_border_roads_that_join_nothing(found, truth):
    """Recall alone, of faults planted by construction: each such end has some finding of its topology."""
    rows, names, _ = found
    lines = rows[rows["kind"].isin(["line_undershoot", "line_overshoot", "line_no_node", "line_crossing"])]
    spots: dict = {}
    for one, two, x, y in zip(lines["uuid"], lines["other_uuid"], lines["x"], lines["y"]):
        for uuid in (one, two):
            spots.setdefault(names[uuid], []).append((x, y))
    wanted = truth["kinds"]["line_loose_end"]["rows"]
    told = [
        any((x - a) ** 2 + (y - b) ** 2 < 36 for a, b in spots.get((city, table, key), ()))
        for city, table, key, x, y in wanted
    ]
    print(f"line_loose_end: recall {sum(told) / len(told):.3f} of {len(told)}")
    assert wanted and sum(told) >= LEAST * len(told), [w for w, t in zip(wanted, told) if not t][:5]


def test_requests_of_one_event(found, truth):
    """A finding is right if both requests are of one event; every later request of an event must be found.

    The generator draws places at random, so that now and then two open events hit one lamp within weeks: these
    count against precision, although no one could tell them from one event.
    """
    rows, names = own(found, "duplicate_request")
    entry = truth["kinds"]["duplicate_request"]
    event = {tuple(row): n for n, group in enumerate(entry["events"]) for row in group}
    unsure = tuples(entry["unsure"])
    got, right = 0, 0
    chance = []
    for a, b in zip(rows["uuid"], rows["other_uuid"]):
        one, two = names[a], names[b]
        if one in unsure or two in unsure:
            continue
        got += 1
        if one in event and event[one] == event.get(two):
            right += 1
        else:
            chance.append((one, two))
    late = {names[u] for u in rows["uuid"]}
    wanted = sum(len(group) - 1 for group in entry["events"])
    hit = sum(sum(tuple(row) in late for row in group) for group in entry["events"])
    recall, precision = min(hit, wanted) / wanted, right / got
    print(
        f"duplicate_request: precision {precision:.3f} ({right}/{got}), recall {recall:.3f} ({hit}/{wanted})"
    )
    assert recall >= LEAST and precision >= LEAST, chance[:5]
