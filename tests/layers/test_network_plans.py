"""Plans of the network in the store: kept once, side by side, adopted without copying, removed without a trace."""

from __future__ import annotations

import os
import sqlite3
import sys
import time

import numpy as np
import pandas as pd
import pytest
import shapely
from gunmane.layers import planning
from gunmane.layers.errors import GunmaneError
from gunmane.layers.planning.colours import colour_numbers
from gunmane.layers.planning.network_rows import as_type
from gunmane.layers.store import open_store

sys.path.insert(0, os.path.dirname(__file__))
import network_store as net
from network_store import A, B, C

ALL_TABLES = (
    "border_link",
    "section_duplicate",
    "plan_section",
    "through_route",
    "route_group",
    "zone",
    "plan_run",
)


@pytest.fixture
def store(tmp_path):
    return net.make(tmp_path / "store.gpkg")


def sections(**more):
    named = [net.uuid_of("a1"), net.id_of("b1")]
    return pd.DataFrame({"section": named, "node_from": [1, 3], "node_to": [2, 2], **more})


def keep_links(path, tables=None, print_="p", **more):
    tables = tables or {"border_link": net.border_links(), "plan_section": sections()}
    return planning.write_network_plan(path, planning.LINKING, tables, {"gap": 15}, print_, **more)


def keep_groups(path, print_="p", geoms=None, **more):
    geoms = [shapely.box(0, 0, 50, 50), shapely.box(40, 0, 90, 50)] if geoms is None else geoms
    n = len(geoms)
    groups = pd.DataFrame({
        "group_id": [f"G{i}" for i in range(n)], "name": ["北", "南"][:n], "mode": ["全域"] * n, "length_km": [1.0] * n,
        "length_by_city": [{A: 0.4, B: 0.6}] * n, "cities": [[A, B]] * n, "geom": geoms,
    })  # fmt: skip
    kept = sections(group_id=["G0", "G1"])
    return planning.write_network_plan(
        path, planning.GROUPING, {"route_group": groups, "plan_section": kept}, {"size": 20}, print_, **more
    )


def whole(path):
    con = sqlite3.connect(path)
    try:
        names = [
            r[0] for r in con.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        ]
        skip = ("rtree_", "sqlite_sequence", "gpkg_ogr")
        found = {n: con.execute(f'SELECT * FROM "{n}"').fetchall() for n in names if not n.startswith(skip)}
        for name in names:
            if name.startswith("rtree_") and name.endswith("_geom"):
                found[name] = sorted(con.execute(f'SELECT * FROM "{name}"').fetchall())
        kinds = con.execute(
            "SELECT type, name, sql FROM sqlite_master WHERE type IN ('trigger', 'index')"
        ).fetchall()
        found["made"] = sorted(map(str, kinds))
        return found
    finally:
        con.close()


def test_a_run_is_kept_with_its_tables_and_the_same_run_changes_nothing(store):
    first = keep_links(store, author="係長", name="6月", result={"links": 1})
    assert first.new and first.rows == 3 and first.unknown == 0 and first.plan_id.startswith("link-")
    assert net.rows(store, "border_link", "section_a, section_b, city_code, plan_id") == [
        (net.id_of("a1"), net.id_of("b1"), A, first.plan_id)
    ]  # whether named by uuid or by number
    before = whole(store)
    assert keep_links(store, author="別の人") == (first.plan_id, False, 3, 0)
    assert whole(store) == before


def test_runs_stand_side_by_side_and_one_of_a_kind_is_adopted_without_copying(store):
    one, two = keep_groups(store, "p1"), keep_groups(store, "p2")
    assert len(net.rows(store, "route_group")) == 4
    planning.adopt(store, one.plan_id)
    roads = net.rows(store, "section"), net.rows(store, "route_group"), net.rows(store, "plan_section")
    done = planning.adopt(store, two.plan_id, "係長")
    assert done.former == [one.plan_id]
    assert (
        net.rows(store, "section"),
        net.rows(store, "route_group"),
        net.rows(store, "plan_section"),
    ) == roads
    with open_store(store, readonly=True) as open_:
        assert planning.adopted(open_, planning.GROUPING).plan_id == two.plan_id
        assert planning.latest(open_, planning.GROUPING).plan_id == two.plan_id
        assert planning.adopted(open_, planning.LINKING) is None


def test_a_run_of_another_kind_stays_adopted(store):
    one, two = keep_links(store), keep_groups(store)
    planning.adopt(store, one.plan_id)
    planning.adopt(store, two.plan_id)
    with open_store(store, readonly=True) as open_:
        assert planning.adopted(open_, planning.LINKING).plan_id == one.plan_id


def test_what_was_kept_is_read_back(store):
    plan = keep_groups(store)
    with open_store(store, readonly=True) as open_:
        groups = planning.read_plan_table(open_, plan.plan_id, "route_group")
        kept = planning.read_plan_table(open_, plan.plan_id, "plan_section")
        with pytest.raises(GunmaneError) as error:
            planning.read_plan_table(open_, "group-none", "route_group")
        assert error.value.code == "E-NOPLAN"
        with pytest.raises(GunmaneError) as error:
            planning.read_plan_table(open_, plan.plan_id, "section")
        assert error.value.code == "E-NOTABLE"
    assert groups["length_by_city"][0] == {A: 0.4, B: 0.6} and groups["cities"][1] == [A, B]
    assert [g.geom_type for g in groups["geom"]] == ["MultiPolygon"] * 2
    assert groups["geom"][0].area == 2500 and sorted(groups["colour"]) == [1, 2]  # they touch
    assert dict(zip(kept["section"], kept["group_id"])) == {net.id_of("a1"): "G0", net.id_of("b1"): "G1"}
    assert kept["node_from"].tolist() == [3, 1] and kept["city_code"].tolist() == [B, A]


def test_pieces_become_one_row_a_section_in_the_order_of_their_parts(store):
    pieces = pd.DataFrame({
        "section": ["a1", "a1", "a1", "b1"], "part": [3, 1, 2, 1], "node_from": [7, 5, 6, 8], "node_to": [9, 6, 7, 9],
        "workload": [1.0, 2.0, np.nan, np.nan],
    })  # fmt: skip
    pieces["section"] = pieces["section"].map(net.uuid_of)
    keep_links(store, {"plan_section": pieces})
    assert net.rows(store, "plan_section", "section, node_from, node_to, workload") == [
        (net.id_of("b1"), 8, 9, None), (net.id_of("a1"), 5, 9, 3.0)
    ]  # fmt: skip


def test_the_order_of_the_rows_does_not_show(store, tmp_path):
    other = net.make(tmp_path / "other.gpkg")
    two = net.border_links(("a1", "b1"), ("a2", "b2"))
    keep_links(store, {"border_link": two, "plan_section": sections()})
    keep_links(other, {"border_link": two[::-1], "plan_section": sections()[::-1]})
    for table in ("border_link", "plan_section"):
        columns = "uuid, src_row, src_key"
        assert net.rows(store, table, columns) == net.rows(other, table, columns)


def test_the_spatial_index_and_the_triggers_are_whole_afterwards(store):
    made = whole(store)["made"]
    keep_links(store)
    keep_groups(store)
    found = whole(store)
    assert found["made"] == made
    assert [row[1:] for row in found["rtree_border_link_geom"]] == [(-2.0, 2.0, 0.0, 0.0)]
    assert len(found["rtree_route_group_geom"]) == 2
    from osgeo import ogr

    source = ogr.Open(str(store))
    layer = source.GetLayerByName("route_group")
    layer.SetSpatialFilterRect(60, 10, 61, 11)
    assert [f["group_id"] for f in layer] == ["G1"]


def test_a_removed_run_leaves_no_trace_but_an_adopted_one_is_refused(store):
    before = whole(store)
    links, groups = keep_links(store, candidates()), keep_groups(store)
    planning.adopt(store, groups.plan_id)
    with pytest.raises(GunmaneError) as error:
        planning.remove_plan(store, groups.plan_id)
    assert error.value.code == "E-PLANADOPTED"
    assert planning.remove_plan(store, groups.plan_id, even_adopted=True) == 4
    assert planning.remove_plan(store, links.plan_id) == 1
    assert whole(store) == before


def test_sections_of_other_stores_are_left_out_and_counted(store):
    strange = pd.DataFrame({"section": ["zz", net.uuid_of("a1")], "node_from": [1, 2], "node_to": [2, 3]})
    assert keep_links(store, {"plan_section": strange}, "p1").unknown == 1
    before = whole(store)
    with pytest.raises(GunmaneError) as error:
        keep_links(store, {"plan_section": strange[:1]}, "p2")
    assert error.value.code == "E-PLANROWS" and whole(store) == before


@pytest.mark.parametrize(
    "tables",
    [
        {"zone": pd.DataFrame({"zone_id": ["Z"]})},
        {"border_link": net.border_links().drop(columns="link_id")},
        {"border_link": net.border_links().assign(end_a="まんなか")},
        {"border_link": pd.concat([net.border_links()] * 2)},
        {"plan_section": pd.concat([sections()] * 2)},
        {"border_link": net.border_links(), "boundary_agreement": pd.DataFrame([net.candidate()] * 2)},
    ],
    ids=["not of the kind", "no key", "code", "twice", "sections twice", "candidates twice"],
)
def test_rows_that_are_wrong_are_refused_and_nothing_is_written(store, tables):
    before = whole(store)
    with pytest.raises(GunmaneError) as error:
        keep_links(store, tables)
    assert error.value.code == "E-PLANROWS" and whole(store) == before


def test_a_zone_needs_its_area(store):
    zone = pd.DataFrame({"zone_id": ["Z"], "geom": [None]})
    with pytest.raises(GunmaneError):
        planning.write_network_plan(store, planning.ZONING, {"zone": zone}, {}, "p")
    zone["geom"] = [shapely.box(0, 0, 1, 1)]
    assert planning.write_network_plan(store, planning.ZONING, {"zone": zone}, {}, "p").rows == 1


def test_geometries_are_moved_from_the_working_crs(store):
    links = net.border_links()
    links["geom"] = [shapely.LineString([(139.8333333, 36.0), (139.8344444, 36.0)])]  # the zone's origin
    keep_links(store, {"border_link": links}, crs="EPSG:6668")
    with open_store(store, readonly=True) as open_:
        plan = planning.latest(open_, planning.LINKING)
        (geom,) = planning.read_plan_table(open_, plan.plan_id, "border_link")["geom"]
    assert abs(shapely.get_coordinates(geom)[0]).max() < 0.1 and 95 < geom.length < 105


def test_geometries_become_what_the_table_holds():
    line, other = shapely.LineString([(0, 0), (1, 0)]), shapely.LineString([(1, 0), (2, 0)])
    area = shapely.box(0, 0, 1, 1)
    mixed = shapely.GeometryCollection([area, line, shapely.Point(0, 0)])
    zero = shapely.LineString([(3, 3), (3, 3)])
    multi = as_type(np.array([line, mixed, None, shapely.Point(1, 1)], object), "MultiLineString")
    assert [g and g.geom_type for g in multi] == ["MultiLineString", "MultiLineString", None, None]
    assert as_type(np.array([mixed], object), "MultiPolygon")[0].area == 1
    single = as_type(np.array([shapely.MultiLineString([line, other]), zero, line], object), "LineString")
    assert (
        [g.geom_type for g in single] == ["LineString"] * 3
        and single[0].length == 2
        and single[1].length == 0
    )


# --- candidates for agreements (T15) -----------------------------------------------------------------------------


def candidates(*rows):
    return {"boundary_agreement": pd.DataFrame(list(rows) or [net.candidate()])}


def agreement(path, route_a="A-1", route_b="B-1", turned=False):
    """An agreement as a city's file brings it."""
    from gunmane.layers.planning.network_rows import put

    row = net.candidate("082244-1", route_a, route_b, ct="C3", manager=A)
    row.pop("geom"), row.pop("reason")
    if turned:
        row.update(city_a=row["city_b"], city_b=row["city_a"], route_a=row["route_b"], route_b=row["route_a"])
    with open_store(path) as store, store.transaction():
        columns = {name: [value] for name, value in row.items()}
        uuid = "00000000-0000-0000-0000-000000000001"
        common = {
            "uuid": [uuid],
            "city_code": [A],
            "src_file": ["協定.xlsx"],
            "src_row": [3],
            "src_key": ["1"],
        }
        put(store, "boundary_agreement", {**common, **columns}, np.array([None], object))


def shown(path):
    return net.rows(path, "boundary_agreement", "agr_id", "vanished_at IS NULL")


def test_candidates_wait_for_adoption_and_leave_with_another_run(store):
    one = keep_links(store, candidates(), "p1")
    two = keep_links(store, candidates(net.candidate("K2", "A-2", "B-2")), "p2")
    assert shown(store) == []
    assert planning.adopt(store, one.plan_id).changed == 1
    assert shown(store) == [("K1",)]
    assert planning.adopt(store, one.plan_id).changed == 0
    planning.adopt(store, two.plan_id)
    assert shown(store) == [("K2",)]
    assert net.rows(store, "boundary_agreement", "edited_at") == [(None,), (None,)]
    with open_store(store, readonly=True) as open_:
        assert planning.read_plan_table(open_, one.plan_id, "boundary_agreement")["agr_id"].tolist() == ["K1"]


@pytest.mark.parametrize("turned", [False, True])
def test_what_cities_agreed_on_is_neither_doubled_nor_overwritten(store, turned):
    agreement(store, turned=turned)
    before = net.rows(store, "boundary_agreement")
    plan = keep_links(store, candidates(net.candidate(), net.candidate("K2", "A-2", "B-2")))
    planning.adopt(store, plan.plan_id)
    assert shown(store) == [("082244-1",), ("K2",)]
    assert net.rows(store, "boundary_agreement")[:1] == before


def test_an_agreement_that_came_since_keeps_the_candidate_away(store):
    plan = keep_links(store, candidates())
    agreement(store)
    planning.adopt(store, plan.plan_id)
    assert shown(store) == [("082244-1",)]


def test_a_candidate_that_a_person_changed_is_theirs_from_then_on(store):
    one = keep_links(store, candidates(), "p1")
    planning.adopt(store, one.plan_id)
    from osgeo import ogr

    source = ogr.Open(str(store), 1)
    source.ExecuteSQL("UPDATE boundary_agreement SET ct = 'C2'")
    source = None
    two = keep_links(store, candidates(), "p2")  # the same pair again: it is there
    planning.adopt(store, two.plan_id)
    assert net.rows(store, "boundary_agreement", "agr_id, ct, vanished_at IS NULL") == [("K1", "C2", 1)]
    planning.remove_plan(store, one.plan_id)
    assert shown(store) == [("K1",)]


# --- size ----------------------------------------------------------------------------------------------------------


def test_sixty_thousand_sections_are_kept_in_seconds(store):
    n = 60_000
    with open_store(store) as open_, open_.transaction() as con:
        triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'section'"
        for (name,) in con.execute(triggers).fetchall():
            con.execute(f'DROP TRIGGER "{name}"')
        con.executemany(
            "INSERT INTO section (uuid, city_code, src_file, src_row, section_id) VALUES (?, ?, 'x', 1, ?)",
            [(f"{i:036d}", (A, B, C)[i % 3], f"s{i}") for i in range(n)],
        )
    named = [f"{i:036d}" for i in range(n)]
    frame = pd.DataFrame({"section": named, "node_from": range(n), "node_to": range(1, n + 1)})
    start = time.process_time()
    assert keep_links(store, {"plan_section": frame}).rows == n
    first = time.process_time() - start
    start = time.process_time()
    keep_links(store, {"plan_section": frame}, "p2")
    print("first", first, "second", time.process_time() - start)
    assert first < 8  # about one second; a loaded machine takes longer


def test_areas_side_by_side_have_different_colours():
    steps = range(0, 8000, 1000)
    cells = np.array([shapely.box(x, y, x + 1000, y + 1000) for x in steps for y in steps])
    numbers = colour_numbers(cells)
    assert set(numbers) <= set(range(1, 9))
    beside = shapely.STRtree(cells).query(cells, predicate="intersects")
    pairs = beside[:, beside[0] < beside[1]]
    assert (numbers[pairs[0]] != numbers[pairs[1]]).all()
    assert (
        colour_numbers(np.array([None, None], object)).tolist() == [1, 2]
        and len(colour_numbers(cells[:0])) == 0
    )
