"""Standards side by side, what a change moves and costs, proposals; versions and their faults."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from gunmane.analysis import standards as st

ON = "2026-06-10"
ALL = st.builtin()
COMMON = st.builtin(examples=False)
NAMES = ["082112", "082244", "082287", "082350"]


def potholes(*depths, city="082244", road="C3"):
    return pd.DataFrame(
        {
            "city_code": city,
            "ft": "F01",
            "dt": "D01",
            "route_key": f"{city}-{road}-0001",
            "depth_cm": depths,
            "dia_cm": 5.0,
            "found_at": "2026-06-01T10:00:00+09:00",
        }  # fmt: skip
    )


def test_differing_cells_are_marked_stricter_or_looser_whatever_the_comparison():
    found = st.differences(st.states(ALL, NAMES, ON)).set_index(["std_id", "cell"])
    assert found.loc[("S01", "repair"), ["common", "082244", "082287"]].tolist() == [5, 4, 6]
    assert found.loc[("S01", "repair"), ["082244 vs", "082287 vs", "082350 vs"]].tolist() == [1, -1, 0]
    assert found.at[("S33", "repair"), "082244 vs"] == 1  # 2.6 m where 2.5 m was asked for
    assert found.at[("S32", "watch"), "082287 vs"] == -1
    assert found.at[("S36", "rs_tmp_c1"), "082244 vs"] == 1  # R1 -> R0
    assert found.at[("S26", "rs_tmp_c1"), "082244 vs"] == 1  # R3 -> R2
    assert found.at[("S01", "rs_tmp_c3"), "082287 vs"] == -1


def test_city_against_city_and_old_against_new():
    two = {"守谷": st.effective(ALL, "082244", on=ON), "常総": st.effective(ALL, "082112", on=ON)}
    found = st.differences(two)
    assert len(found) == 18 and ("S31", "repair") in set(zip(found["std_id"], found["cell"]))
    new = COMMON.with_cell("S16", "emerg", st.NEVER, on=ON)
    found = st.differences({"old": st.effective(COMMON, on=ON), "new": st.effective(new, on=ON)})
    assert found[["std_id", "cell", "new vs"]].to_numpy().tolist() == [["S16", "emerg", -1]]
    assert not len(st.differences({"a": two["守谷"], "b": two["守谷"]}))


def test_a_change_is_counted_by_city_class_type_and_priced():
    damages = pd.concat(
        [potholes(4.5, 4.5, 9.0, 1.0), potholes(4.5, city="082112"), potholes(4.5, road="C1")]
    )
    ready = st.prepare(damages, as_of=ON)
    change = st.what_if(ready, COMMON, COMMON.with_cell("S01", "repair", 4.0, on=ON))
    cities = change.cities.set_index("city_code")
    assert cities.loc["082244", ["n", "moved", "harder", "softer"]].tolist() == [5, 2, 2, 0]
    assert cities.loc["all", ["n", "moved", "repairs_before", "repairs_after", "unpriced"]].tolist() == [
        6,
        3,
        2,
        5,
        0,
    ]
    assert change.moves["n"].sum() == 6
    moved = change.moves[change.moves["before"] != change.moves["after"]]
    assert moved[["city_code", "road", "ft", "before", "after", "n"]].to_numpy().tolist() == [
        ["082112", "C3", "F01", "L1", "L2", 1],
        ["082244", "C3", "F01", "L1", "L2", 2],
    ]
    # A hole of 5 cm across is paid as the least area of 0.1 m2.
    one = 6000 + 0.1 * 12000
    assert cities.loc["all", ["yen_before", "yen_after"]].tolist() == [2 * one, 5 * one]
    assert change.quantities.to_numpy().tolist() == [
        ["F01", "D01", "m2", pytest.approx(0.2), pytest.approx(0.5)]
    ]
    assert change.years == 1.0 and change.example
    again = st.what_if(ready, st.levels(ready, COMMON), COMMON)
    assert again.cities["moved"].tolist() == [0, 0, 0]


def test_yen_are_per_year_of_what_was_found_until_now():
    damages = potholes(9.0, 9.0, 9.0)
    damages["found_at"] = ["2024-06-10", "2026-06-09", "2066-01-01"]
    ready = st.prepare(damages, as_of=ON)
    assert st.span_years(ready) == pytest.approx(2.0, abs=0.01)
    all_of_it = st.what_if(ready, COMMON, COMMON, years=1).cities["yen_after"].iloc[-1]
    assert st.what_if(ready, COMMON, COMMON).cities["yen_after"].iloc[-1] == pytest.approx(
        all_of_it / 2, rel=0.01
    )


def test_quantities_come_from_what_was_measured_else_are_assumed():
    damages = pd.DataFrame(
        {
            "ft": ["F01", "F01", "F01", "F01", "F15", "F99"],
            "dt": ["D01", "D01", "D01", "D01", "D15", "D99"],
            "area_m2": [2.0, np.nan, np.nan, np.nan, np.nan, 1.0],
            "width_cm": [100, 50.0, np.nan, np.nan, np.nan, 1.0],
            "length_m": [9.0, 3.0, np.nan, np.nan, np.nan, 1.0],
            "dia_cm": [9.0, 9.0, 100.0, np.nan, np.nan, 1.0],
        }
    )
    found = st.costs(st.prepare(damages, as_of=ON))
    expected = [2.0, 1.5, np.pi / 4, 0.2, 200.0]
    assert found.quantity[:5] == pytest.approx(expected) and np.isnan(found.quantity[5])
    assert found.assumed.tolist() == [False, False, False, True, True, False]
    assert found.yen[0] == 6000 + 2 * 12000


def test_a_price_table_of_ones_own_and_its_faults():
    row = {"ft": "F01", "dt": "D01", "wk": "W01", "unit": "m2", "quantity": "one", "yen": 7}
    prices = st.Prices.of([row])
    assert not prices.example
    assert st.costs(st.prepare(potholes(9.0), as_of=ON), prices).yen.tolist() == [7]
    for bad in ([row, row], [{**row, "quantity": "weight"}], [{**row, "yen": -1}]):
        with pytest.raises(ValueError):
            st.Prices.of(bad)


def test_shipped_prices_cover_every_kind_that_the_common_standard_speaks_of():
    cells = st.effective(COMMON, on=ON).cells
    priced = set(zip(st.builtin_prices().rows["ft"], st.builtin_prices().rows["dt"]))
    assert set(zip(cells["ft"], cells["dt"])) == priced


def test_a_sweep_names_what_is_no_threshold_or_no_standard():
    ready = st.prepare(potholes(4.0), as_of=ON)
    for std_id, cell in (("S01", "rs_tmp_c1"), ("S99", "repair")):
        with pytest.raises(KeyError):
            st.sweep(ready, COMMON, std_id, cell, [4])


def test_the_workload_falls_as_the_threshold_rises():
    from gunmane.benchmarks.standards import synthetic

    ready = st.prepare(synthetic(3000), as_of=ON)
    curve = st.sweep(ready, ALL, "S01", "repair", np.arange(2, 10.5, 0.5))
    whole = curve[curve["city_code"] == "all"]
    assert len(whole) == 17 and (np.diff(whole["repairs"]) <= 0).all() and (np.diff(whole["yen"]) <= 0).all()
    assert set(curve["city_code"]) == {*NAMES, "all"}


def test_proposals_round_to_the_stricter_measurable_step():
    def between(std_id, cell, *values):
        standards = COMMON
        for city, value in zip(NAMES, values):
            standards = standards.with_cell(std_id, cell, value, scope="city", scope_key=city, on=ON)
        found = st.propose_unified(standards, NAMES[: len(values)], ON)
        return found.set_index(["std_id", "cell"]).loc[(std_id, cell), "proposal"]

    assert between("S01", "repair", 4.0, 5.0) == 4.0
    assert between("S02", "repair", 20.0, 25.0) == 20.0
    assert between("S32", "repair", 4.5, 4.6) == 4.6  # more room is stricter
    assert between("S01", "rs_tmp_c3", "R1", "R3") == "R1"
    assert between("S01", "rs_tmp_c3", "R1", "R3", "R3") == "R3"
    assert between("S01", "emerg", st.NEVER, 12.0) == 12.0
    assert between("S01", "emerg", st.NEVER, st.NEVER, 12.0) == st.NEVER


def test_what_is_adopted_is_in_force_in_every_city():
    found = st.propose_unified(ALL, NAMES, ON)
    chosen = {(row["std_id"], row["cell"]): row["proposal"] for row in found.to_dict("records")}
    agreed = st.adopt(ALL, chosen, ON, ver="2026-10")
    assert agreed.keys("city") == [] and set(agreed.rows["ver"]) == {"2026-10"}
    state = st.effective(agreed, "082287", on=ON).cells
    assert state.at["S01", "repair"] == 5 and state.at["S31", "repair"] == 70
    assert st.effective(st.unified(ALL, "082287", ON), on=ON).cells.at["S01", "repair"] == 6


def test_versions_follow_their_dates_and_ids_stay():
    old = st.StandardSet.of(COMMON.rows.assign(valid_to="2026-03-31"))
    new = st.StandardSet.of(COMMON.rows.assign(ver="2026-04", valid_from="2026-04-01", repair=1.0))
    both = old + new
    assert st.effective(both, on="2026-03-31").versions["S01"] == "2025-04"
    after = st.effective(both, on="2026-04-01")
    assert after.versions["S01"] == "2026-04" and after.cells.at["S02", "repair"] == 1.0
    ready = [st.prepare(potholes(2.5), as_of=day) for day in ("2026-03-31", "2026-04-01")]
    assert [st.judge(r, both).frame["level"][0] for r in ready] == ["L1", "L2"]
    assert not len(st.effective(both, on="2020-01-01").cells)


def test_a_new_version_replaces_an_open_ended_one_and_an_overlap_is_reported():
    newer = st.StandardSet.of([{"std_id": "S01", "ver": "2026-04", "scope": "common", "valid_from": "2026-04-01",
                                "repair": 3.0}])  # fmt: skip
    assert st.effective(COMMON + newer, on=ON).cells.at["S01", "repair"] == 3.0
    closed = st.StandardSet.of(COMMON.rows.assign(valid_to="2026-12-31"))
    assert "W-STDOVERLAP" in {p.code for p in st.check(closed + newer)}


def test_the_version_names_every_scope_that_took_part():
    found = st.judge(st.prepare(potholes(4.5), as_of=ON), ALL)
    assert found.frame.loc[0, ["std_id", "std_ver"]].tolist() == ["S01", "2025-04+082244/2025-04"]
    assert st.effective(ALL, "082244", on=ON).origin.loc["S01", ["watch", "repair"]].tolist() == [
        "common",
        "city",
    ]


def test_a_standard_that_only_one_city_has_speaks_there_only():
    own = {
        **{"std_id": "S90", "ver": "1", "scope": "city", "scope_key": "082244", "valid_from": "2026-01-01"},
        **{"ft": "F01", "dt": "D20", "op": ">=", "measure": "volume_m3", "unit": "m3"},
        **{"repair": 1.0, "rs_tmp_c3": "R2"},
    }
    damages = pd.concat([potholes(1.0), potholes(1.0, city="082112")]).assign(dt="D20", volume_m3=2.0)
    found = st.judge(damages, COMMON + st.StandardSet.of([own]), as_of=ON)
    assert found.frame["level"].tolist() == ["L2", "NJ"]
    assert found.frame["why"].tolist() == ["", "no_standard"]


def test_a_route_row_goes_before_the_citys():
    route = ALL.with_cell("S01", "repair", 2.5, scope="route", scope_key="082244-C3-0001", on=ON)
    damages = pd.concat([potholes(3.0), potholes(3.0).assign(route_key="082244-C3-0002")])
    assert st.judge(damages, route, as_of=ON).frame["level"].tolist() == ["L2", "L1"]


@pytest.mark.parametrize(
    ("cell", "value", "code"),
    [
        ("repair", 1.0, "E-STDORDER"),
        ("repair_c1", 6.0, "W-STDC1"),
        ("repair", -1.0, "E-STDNEGATIVE"),
        ("rs_tmp_c1", "R7", "E-STDCODE"),
        ("ft", "F77", "E-STDCODE"),
        ("measure", "colour", "E-STDMEASURE"),
        ("unit", "inch", "E-STDUNIT"),
        ("op", None, "E-STDKEY"),
    ],
)
def test_what_is_wrong_with_a_standard_is_named_with_its_cell(cell, value, code):
    found = st.check(COMMON.with_cell("S01", cell, value, on=ON))
    assert (code, "S01") in {(p.code, p.std_id) for p in found}
    assert cell in {p.cell for p in found if p.code == code}


def test_a_dash_in_a_threshold_switches_a_level_off_and_an_empty_cell_inherits():
    for value in ("–", "-", st.NEVER, -np.inf):
        off = ALL.with_cell("S01", "emerg", value, scope="city", scope_key="082244", on=ON)
        assert st.judge(potholes(50.0), off, as_of=ON).frame["level"][0] == "L2"
    back = off.with_cell("S01", "emerg", None, scope="city", scope_key="082244", on=ON)
    assert st.judge(potholes(50.0), back, as_of=ON).frame["level"][0] == "L3"
    read = st.StandardSet.of(
        [{"std_id": "S01", "watch": "2.5", "repair": "–", "emerg": "", "rs_tmp_c1": "－"}]
    )
    assert read.rows.loc[0, ["watch", "repair", "rs_tmp_c1"]].tolist() == [2.5, st.NEVER, "-"]
    assert np.isnan(read.rows.loc[0, "emerg"])
