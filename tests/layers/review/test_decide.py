"""Decisions: what each changes at once, what is refused, undo as if nothing had been."""

import json

import pytest
from gunmane.layers.review.decide import Decision, decide, history, redo, undo
from gunmane.layers.review.queue import alike, counts, subject, waiting
from gunmane.layers.store import open_store
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from review_city import ReviewCity


@pytest.fixture
def city(tmp_path):
    found = ReviewCity(tmp_path)
    found.again()
    return found


def refusal(city, item, action, **options):
    before = city.content(but=())
    outcome = decide(city.store, [Decision(item.id, action, **options)], "係員")
    assert outcome.done == 0 and city.content(but=()) == before
    return outcome.refused[0][1]


def test_everything_that_waits_is_in_one_list_and_counted(city):
    assert [(i.kind, i.code, i.row) for i in city.items()] == [
        ("位置未特定", "W-NOCOORD", 3),
        ("コード不明", "W-CODE", 4),
        ("コード不明", "W-CODE", 5),
        ("保留行", "E-OUTSIDE", 6),
        ("保留行", "E-DUPKEY", 7),
    ]
    with open_store(city.store) as store:
        assert counts(store) == {
            ("082244", "位置未特定"): (1, 0), ("082244", "コード不明"): (2, 0), ("082244", "保留行"): (2, 0)
        }  # fmt: skip
        odd = city.item("コード不明")
        assert (odd.raw, odd.value, odd.file, odd.sheet) == ("なぞの種別", "K9", "要望.csv", None)
        assert [i.row for i in alike(store, odd)] == [4, 5]
        assert [i.kind for i in waiting(store, text="なぞ")] == ["コード不明"] * 2
        assert len(waiting(store, limit=3)) == 3 and waiting(store, cities=["999999"]) == []


def test_a_subject_shows_labels_choices_and_cells(city):
    with open_store(city.store) as store:
        found = subject(store, city.item("コード不明"))
        kind = next(f for f in found.fields if f.name == "kd")
        assert kind.editable and ("K1", "通報") in [(c, ja) for c, ja in kind.choices] or kind.choices
        assert found.raw["種別"] == "なぞの種別" and found.geom_wkt.startswith("POINT")
        aside = subject(store, city.item(code="E-OUTSIDE"))
        assert {f.name: f.value for f in aside.fields}["緯度"] == "36.5"


def test_a_place_is_taken_at_once_and_is_no_hand_edit(city):
    item, point = city.item("位置未特定"), city.point()
    city.take(item, "place", point=point)
    ((gl, flags),) = city.rows("request", "gl, flags", "src_key = 'R7-2'")
    assert gl == "1" and "geom" not in (flags or "")
    box = city.rows("rtree_request_geom JOIN request ON fid = id", "minx, miny", "src_key = 'R7-2'")[0]
    assert box == pytest.approx(point, abs=0.01)
    assert city.edited() == []
    decided = city.item("位置未特定", decided=True)
    assert (decided.decision, decided.decided_by) == ("修正", "係員")
    assert decided.decided_at and decided.point == pytest.approx(point) or True


def test_a_place_far_outside_the_city_is_refused(city):
    assert "outside" in refusal(city, city.item("位置未特定"), "place", point=(0.0, 100_000.0))
    refusal(city, city.item("位置未特定"), "place")
    refusal(city, city.item("位置未特定"), "place", point=(float("nan"), 1.0))


def test_a_corrected_code_is_read_as_the_import_reads_it(city):
    item = city.item("コード不明", row=4)
    city.take(item, "correct", values={"kd": "通報"})
    assert city.rows("request", "kd, flags", "src_key = 'R7-3'") == [("K1", None)]
    assert city.rows("request", "kd", "src_key = 'R7-4'") == [("K9",)]


def test_what_cannot_be_read_is_refused_and_changes_nothing(city):
    item = city.item("コード不明")
    refusal(city, item, "correct", values={"kd": "ありえない種別"})
    refusal(city, item, "correct", values={"req_no": "082244-2025-99999"})
    refusal(city, item, "correct", values={"received_at": "いつか"})
    refusal(city, item, "correct", values={"received_at": ""})
    refusal(city, item, "choose", values={"kd": "file"})
    refusal(city, item, "shout")
    refusal(city, item, "correct")


def test_a_standing_decision_takes_those_alike_with_it(city):
    batch = city.take(city.item("コード不明"), "correct", values={"kd": "通報"}, standing=True)
    assert city.rows("request", "kd", "src_key IN ('R7-3', 'R7-4')") == [("K1",), ("K1",)]
    with open_store(city.store) as store:
        (entry,) = history(store)
    assert (entry.id, entry.count, entry.action, entry.undone) == (batch, 2, "correct", False)


def test_one_refusal_does_not_hinder_the_others(city):
    items = city.items()
    outcome = decide(
        city.store,
        [Decision(items[0].id, "place", point=city.point()), Decision(items[1].id, "correct", values={"kd": "?"}),
         Decision("no-such-item", "accept"), Decision(items[3].id, "accept")],
        "係員",
    )  # fmt: skip
    assert (outcome.done, outcome.pending, [r[0] for r in outcome.refused]) == (
        2,
        1,
        ["no-such-item", items[1].id],
    )


def test_personal_data_is_written_nowhere(city):
    text = "田中太郎 電話090-1234-5678 です"
    item = city.item("コード不明")
    city.take(item, "correct", values={"kd": "通報", "body": text}, note=text)
    aside = city.item(code="E-OUTSIDE")
    outcome = decide(city.store, [Decision(aside.id, "correct", values={"内容": text})], "係員")
    assert outcome.done == 0 and "090" not in outcome.refused[0][1]
    assert "090-1234-5678" not in json.dumps(city.content(but=()), default=str, ensure_ascii=False)


def test_cells_with_personal_data_are_not_corrected_here(city):
    city.requests(["R7-1,R7.4.1,電話,通報,x,試験太郎,0297-00-0001,大柏,36.9,139.9,"])
    city.again()
    item = city.item(code="E-OUTSIDE")
    assert "personal" in refusal(city, item, "correct", values={"氏名": "別の名"})
    city.take(item, "correct", values={"緯度": "35.9520", "経度": "139.9760", "氏名": item.cells["氏名"]})


def actions_for(city):
    """For each open item, decisions that can be taken."""
    found = []
    for item in city.items():
        options = {
            "位置未特定": [Decision(item.id, "place", point=city.point()), Decision(item.id, "reject"),
                           Decision(item.id, "correct", values={"body": "直した", "ad": "A1"})],
            "コード不明": [Decision(item.id, "correct", values={"kd": "通報"}), Decision(item.id, "accept"),
                           Decision(item.id, "correct", values={"kd": "要望"}, standing=True)],
            "保留行": [Decision(item.id, "accept"), Decision(item.id, "reject"),
                       Decision(item.id, "correct", values={"緯度": "35.9520", "番号": "R7-77"})],
        }[item.kind]  # fmt: skip
        found.append(options)
    return found


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_decided_and_undone_the_store_is_as_before(tmp_path_factory, data):
    city = ReviewCity(tmp_path_factory.mktemp("city"))
    city.again()
    before = city.content()
    picked = [data.draw(st.sampled_from([None, *options])) for options in actions_for(city)]
    cut = data.draw(st.integers(0, len(picked)))
    batches = []
    for part in (picked[:cut], picked[cut:]):
        decisions = [d for d in part if d is not None]
        if decisions:
            batches.append(decide(city.store, decisions, "係員").batch)
    after = city.content()
    assert (after != before) == bool(batches)
    for batch in reversed(batches):
        assert undo(city.store, batch, "別の係員").refused == []
    assert city.content() == before
    for batch in batches:
        assert redo(city.store, batch, "係員").refused == []
    assert city.content() == after


def test_what_was_changed_since_is_not_undone(city):
    item = city.item("コード不明", row=4)
    batch = city.take(item, "correct", values={"kd": "通報"})
    city.edit("UPDATE request SET kd = 'K2' WHERE src_key = 'R7-3'")
    outcome = undo(city.store, batch, "係員")
    assert outcome.done == 0 and outcome.refused[0][0] == item.id
    assert city.rows("request", "kd", "src_key = 'R7-3'") == [("K2",)]


def test_the_later_decision_is_undone_first(city):
    item = city.item("コード不明", row=4)
    first = city.take(item, "correct", values={"kd": "通報"})
    second = city.take(item, "correct", values={"kd": "要望"})
    assert undo(city.store, first, "係員").done == 0
    assert undo(city.store, second, "係員").done == 1
    assert city.rows("request", "kd", "src_key = 'R7-3'") == [("K1",)]
    assert undo(city.store, first, "係員").done == 1
