"""Decisions last: every later import puts them in their place, and says so where the source disagrees."""

import pytest
from city_fixture import ROWS
from gunmane.layers.review.decide import redo, undo
from gunmane.schema import model
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from review_city import LEDGER, NO_PLACE, ODD_KIND, ODD_TOO, OUTSIDE, SAME_KEY, ReviewCity


@pytest.fixture
def city(tmp_path):
    found = ReviewCity(tmp_path)
    found.again()
    return found


def decide_all(city):
    city.take(city.item("位置未特定"), "place", point=city.point())
    city.take(city.item("コード不明"), "correct", values={"kd": "通報"}, standing=True)
    city.take(city.item(code="E-OUTSIDE"), "correct", values={"緯度": "35.9530"})
    city.take(city.item(code="E-DUPKEY"), "accept")


def request(city, key, columns):
    return city.rows("request", columns, f"src_key = '{key}'")


def test_importing_again_changes_nothing_once_the_rows_set_aside_have_landed(city):
    decide_all(city)
    assert city.again().changed
    before = city.content(but=())
    account = city.again()
    assert not account.changed and city.content(but=()) == before
    assert city.items() == []


def test_decisions_on_stored_rows_leave_the_next_import_without_a_change(city):
    city.take(city.item("位置未特定"), "place", point=city.point())
    city.take(city.item("コード不明"), "correct", values={"kd": "通報"}, standing=True)
    before = city.content(but=())
    assert not city.again().changed
    assert city.content(but=()) == before


def test_a_changed_row_brings_its_other_fields_and_keeps_what_was_decided(city):
    decide_all(city)
    city.again()
    place = request(city, "R7-2", "geom")
    city.requests(
        [
            ROWS[0],
            NO_PLACE.replace("草が", "枝が"),
            ODD_KIND.replace("街灯", "信号"),
            ODD_TOO,
            OUTSIDE,
            SAME_KEY,
        ]
    )
    account = city.again()
    assert (account.total("updated"), account.total("conflicts")) == (2, 0)
    assert (
        request(city, "R7-2", "body, gl") == [("枝が伸びている", "1")]
        and request(city, "R7-2", "geom") == place
    )
    assert request(city, "R7-3", "body, kd, flags") == [("信号が消えている", "K1", None)]
    assert city.items() == [] and city.edited() == []
    assert not city.again().changed


def disputed(city):
    """Decide a code, then let the source say another."""
    city.take(city.item("コード不明", row=4), "correct", values={"kd": "通報"})
    city.requests(
        [
            ROWS[0],
            NO_PLACE,
            ODD_KIND.replace("なぞの種別", "要望").replace("街灯", "信号"),
            ODD_TOO,
            OUTSIDE,
            SAME_KEY,
        ]
    )
    city.again()
    assert request(city, "R7-3", "body, kd") == [("信号が消えている", "K1")]
    return city.item("値の衝突")


def test_a_changed_value_of_the_source_waits_against_the_decided_one(city):
    values = disputed(city).detail["values"]["kd"]
    assert (values["store"], values["file"], values["raw"]) == ("K1", code_of("要望"), "要望")
    assert not city.again().changed


def code_of(label):
    return model().code_lists["KD"].find(label).code


def test_another_unknown_text_is_another_value_though_both_read_as_unknown(city):
    city.take(city.item("コード不明", row=4), "correct", values={"kd": "通報"})
    city.requests([*LEDGER[:2], ODD_KIND.replace("なぞの種別", "別のなぞ"), *LEDGER[3:]])
    city.again()
    values = city.item("値の衝突").detail["values"]["kd"]
    assert (values["store"], values["file"], values["raw"]) == ("K1", "K9", "別のなぞ")
    assert request(city, "R7-3", "kd, flags") == [("K1", None)]


def test_a_decision_is_not_undone_over_a_dispute(city):
    item = city.item("コード不明", row=4)
    batch = city.take(item, "correct", values={"kd": "通報"})
    city.requests([*LEDGER[:2], ODD_KIND.replace("なぞの種別", "要望"), *LEDGER[3:]])
    city.again()
    outcome = undo(city.store, batch, "係員")
    assert outcome.done == 0 and outcome.refused[0][0] == item.id
    assert request(city, "R7-3", "kd") == [("K1",)]


@pytest.mark.parametrize("side", ["store", "file"])
def test_a_chosen_value_is_not_asked_for_again(city, side):
    item = disputed(city)
    batch = city.take(item, "choose", values={"kd": side})
    wanted = "K1" if side == "store" else code_of("要望")
    for text in ("信号", "電灯"):
        city.requests(
            [
                ROWS[0],
                NO_PLACE,
                ODD_KIND.replace("なぞの種別", "要望").replace("街灯", text),
                ODD_TOO,
                OUTSIDE,
                SAME_KEY,
            ]
        )
        city.again()
        assert request(city, "R7-3", "body, kd") == [(f"{text}が消えている", wanted)]
        assert not [i for i in city.items() if i.kind == "値の衝突"]
        assert not city.again().changed
    if side == "file":  # from now on the source rules again
        city.requests([ROWS[0], NO_PLACE, ODD_KIND.replace("なぞの種別", "通報"), ODD_TOO, OUTSIDE, SAME_KEY])
        city.again()
        assert request(city, "R7-3", "kd") == [("K1",)]
    assert batch


def test_another_spelling_of_the_same_is_no_conflict(city):
    item = city.item("コード不明", row=4)
    city.take(item, "correct", values={"received_at": "2025-04-09T10:00:00+09:00"})
    city.requests([*LEDGER[:2], ODD_KIND.replace("R7.4.3", "令和7年4月3日"), *LEDGER[3:]])
    city.again()
    assert request(city, "R7-3", "received_at") == [("2025-04-09T10:00:00+09:00",)]
    assert [i.kind for i in city.items() if i.kind == "値の衝突"] == []


def test_a_hand_edited_row_is_settled_by_choosing(city):
    city.edit("UPDATE request SET body = '手で直した' WHERE src_key = 'R7-1'")
    city.requests([ROWS[0].replace("穴があいて", "陥没して"), *LEDGER[1:]])
    city.again()
    item = city.item("値の衝突")
    before = city.content()
    batch = city.take(item, "choose", values={"body": "store"})
    assert request(city, "R7-1", "body") == [("手で直した",)] and city.edited() == [("R7-1",)]
    assert not city.again().changed
    assert undo(city.store, batch, "係員").done == 1 and city.content() == before
    city.take(item, "choose", values={"body": "file"})
    assert request(city, "R7-1", "body")[0][0].startswith("陥没して")
    assert not city.again().changed


def test_a_standing_code_is_read_in_rows_to_come(city):
    batch = city.take(city.item("コード不明"), "correct", values={"kd": "通報"}, standing=True)
    city.requests([*LEDGER, "R7-8,R7.4.9,電話,なぞの種別,新しい件,,,,35.9524,139.9764,"])
    account = city.again()
    assert request(city, "R7-8", "kd, flags") == [("K1", None)]
    assert account.sources[0].rules["C-DECIDED"] == 3 and "W-CODE" not in account.sources[0].rules
    undo(city.store, batch, "係員")
    assert request(city, "R7-8", "kd") == [("K9",)]
    assert [i.row for i in city.items(kinds=["コード不明"])] == [4, 5, 8]
    assert not city.again().changed
    redo(city.store, batch, "係員")
    assert request(city, "R7-8", "kd") == [("K1",)] and city.items(kinds=["コード不明"]) == []


def test_a_row_set_aside_is_recognised_though_the_rows_shift(city):
    item = city.item(code="E-OUTSIDE")
    city.take(item, "correct", values={"緯度": "35.9530"})
    assert city.item("保留行", decided=True).pending
    city.requests(["R7-0,R7.3.1,電話,通報,前に入った件,,,,35.9525,139.9765,", *LEDGER])
    account = city.again()
    assert request(city, "R7-5", "src_row, body") == [(7, "市の外の件")]
    assert '"36.5"' in request(city, "R7-5", "raw_json")[0][0]  # the cells as they stand in the file
    total = account.total
    assert total("read") == total("kept") + total("set_aside")
    decided = city.item("保留行", decided=True)
    assert (decided.decision, decided.pending) == ("修正", False)
    assert not city.again().changed


def test_a_place_outside_is_accepted_as_it_is(city):
    city.take(city.item(code="E-OUTSIDE"), "accept")
    city.again()
    assert request(city, "R7-5", "geom IS NOT NULL") == [(1,)]
    assert not city.again().changed


def test_a_rejected_row_stays_out(city):
    city.take(city.item(code="E-OUTSIDE"), "reject")
    assert not city.again().changed
    assert request(city, "R7-5", "1") == [] and city.item("保留行", decided=True).decision == "却下"


def test_a_second_row_under_a_number_gets_one_of_its_own(city):
    city.take(city.item(code="E-DUPKEY"), "accept")
    city.again()
    (first, second) = city.rows("request", "req_no, body", "src_key LIKE 'R7-1%'")
    assert second[1] == "別の件" and second[0].startswith(first[0] + "#")
    city.requests([SAME_KEY, *LEDGER[:-1]])  # whatever the order, the accepted row is the one with the ending
    city.again()
    assert [r[0] for r in city.rows("request", "body", f"req_no = '{first[0]}'")] == [first[1]]
    assert len(city.rows("request", "1", "src_key LIKE 'R7-1%' AND vanished_at IS NULL")) == 2


def test_of_two_rows_alike_in_every_cell_the_second_is_the_accepted_one(city):
    city.requests([*LEDGER[:-1], ROWS[0]])
    city.again()
    city.take(city.item(code="E-DUPKEY"), "accept")
    city.again()
    assert len(city.rows("request", "1", "src_key LIKE 'R7-1%' AND vanished_at IS NULL")) == 2
    assert not city.again().changed


def test_a_correction_that_does_not_help_waits_again(city):
    city.take(city.item(code="E-OUTSIDE"), "correct", values={"緯度": "36.6"})
    city.again()
    item = city.item(code="E-OUTSIDE")
    assert (item.decision, item.pending) == ("未定", False)
    assert not city.again().changed
    city.take(item, "correct", values={"緯度": "35.9530"})
    city.again()
    assert len(request(city, "R7-5", "1")) == 1


def test_undoing_a_correction_takes_its_row_out_again(city):
    batch = city.take(city.item(code="E-OUTSIDE"), "correct", values={"緯度": "35.9530"})
    city.again()
    assert undo(city.store, batch, "係員").done == 1
    assert request(city, "R7-5", "vanished_at IS NOT NULL") == [(1,)]
    assert city.item(code="E-OUTSIDE").decision == "未定"
    city.again()
    assert request(city, "R7-5", "vanished_at IS NOT NULL") == [(1,)]
    city.take(city.item(code="E-OUTSIDE"), "accept")
    city.again()
    assert request(city, "R7-5", "vanished_at") == [(None,)]


def test_a_row_without_a_number_can_be_taken_as_it_is(city):
    city.requests([*LEDGER, ",R7.4.9,電話,通報,番号のない件,,,,35.9524,139.9764,"])
    city.again()
    city.take(city.item(code="E-NOKEY"), "accept")
    city.again()
    assert city.rows("request", "body", "src_key LIKE '@%'") == [("番号のない件",)]
    assert not city.again().changed


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_whatever_was_decided_and_changed_the_next_import_settles_it(tmp_path_factory, data):
    """Decided values stay, the counts add up, and a second import of the same file changes nothing."""
    city = ReviewCity(tmp_path_factory.mktemp("city"))
    city.again()
    options = {
        "位置未特定": [None, ("place", {"point": city.point()}), ("reject", {})],
        "コード不明": [None, ("correct", {"values": {"kd": "通報"}}), ("accept", {}),
                   ("correct", {"values": {"kd": "通報"}, "standing": True})],
        "保留行": [None, ("accept", {}), ("reject", {}), ("correct", {"values": {"緯度": "35.9530", "番号": "R7-77"}})],
    }  # fmt: skip
    placed, coded = False, set()
    for item in city.items():
        now = {i.id for i in city.items()}
        open_rows = {i.row for i in city.items(kinds=["コード不明"])}
        picked = data.draw(st.sampled_from(options[item.kind]))
        if picked is None or item.id not in now:
            continue
        city.take(item, picked[0], **picked[1])
        placed = placed or picked[0] == "place"
        if item.field == "kd" and picked[0] == "correct":
            coded |= open_rows if picked[1].get("standing") else {item.row}
    rows = [
        data.draw(st.sampled_from([row, row.replace("いる", "います").replace("い件", "い案件")]))
        for row in LEDGER
    ]
    city.requests(data.draw(st.permutations(rows)))
    account = city.again()
    assert account.total("read") == account.total("kept") + account.total("set_aside") == len(LEDGER) + 2
    if placed:
        assert request(city, "R7-2", "geom IS NOT NULL, gl") == [(1, "1")]
    for row in coded:
        assert request(city, {4: "R7-3", 5: "R7-4"}[row], "kd") == [("K1",)]
    before = city.content(but=())
    assert not city.again().changed and city.content(but=()) == before


def test_personal_data_of_a_decided_row_goes_to_the_petitioners(city):
    city.requests(["R7-1,R7.4.1,電話,通報,x,試験太郎,0297-00-0001,大柏,36.9,139.9,"])
    city.again()
    city.take(city.item(code="E-OUTSIDE"), "correct", values={"緯度": "35.9520", "経度": "139.9760"})
    city.again()
    import sqlite3

    con = sqlite3.connect(city.petitioners)
    owner = city.rows("request", "uuid", "src_key = 'R7-1' AND vanished_at IS NULL")[0]
    assert con.execute("SELECT name FROM petitioner WHERE owner_uuid = ?", owner).fetchall() == [
        ("試験太郎",)
    ]
    con.close()
