"""Standards as cities write them (unified model, sections 3.10 and 4)."""

from __future__ import annotations

import pytest
from gunmane.layers.written import read_response, read_standard
from hypothesis import given
from hypothesis import strategies as some


@pytest.mark.parametrize(
    ("text", "measure", "op", "threshold", "side"),
    [
        ("深さ約５ｃｍ以上", "depth_cm", ">=", 5, ">="),
        ("5〜10cm", None, ">=", 5, "range"),
        ("5～10cm", None, ">=", 5, "range"),
        ("概ね20cm未満", None, "<=", 20, "<"),
        ("直径２０センチ", "dia_cm", ">=", 20, "="),
        ("段差３ｃｍ以上", "step_mm", ">=", 30, ">="),
        ("深さ50mmを超える", "depth_cm", ">=", 5, ">"),
        ("建築限界4.5m以下", "clear_m", "<=", 4.5, "<="),
        ("建築限界4.5〜5.0m", "clear_m", "<=", 5.0, "range"),
        ("ＭＣＩ ３．０以下", "mci", "<=", 3, "<="),
        ("ひび割れ率４０％以上", "ratio_pct", ">=", 40, ">="),
        ("わだち掘れ 40mm", "rut_mm", ">=", 40, "="),
        ("草丈がおおむね60cm以上", "height_cm", ">=", 60, ">="),
        ("φ20cm", "dia_cm", ">=", 20, "="),
        ("5cm以上10cm未満", None, ">=", 5, "range"),
        ("枚数2枚以上", "count", ">=", 2, ">="),
        ("0.5m3以上", "volume_m3", ">=", 0.5, ">="),
    ],
)
def test_conditions(text, measure, op, threshold, side):
    found = read_standard(text)
    assert [(c.measure, c.op, c.threshold, c.side) for c in found.conditions] == [
        (measure, op, threshold, side)
    ]
    assert found.flags == ()


def test_about_is_kept_as_such():
    assert read_standard("深さ約５ｃｍ以上").conditions[0].approx
    assert read_standard("概ね20cm未満").conditions[0].approx
    assert not read_standard("深さ5cm以上").conditions[0].approx


@pytest.mark.parametrize(
    ("text", "code", "flags"),
    [
        ("すみやかに", "R1", ("W-STDWORD",)),
        ("速やかに補修", "R1", ("W-STDWORD",)),
        ("３開庁日以内", "R2", ()),
        ("三開庁日以内", "R2", ()),
        ("５開庁日以内に対応", "R3", ()),
        ("4営業日以内", "R2", ("W-STDNEAREST",)),
        ("24時間以内", "R1", ()),
        ("2時間以内", "R0", ()),
        ("48時間以内", "R1", ("W-STDNEAREST",)),
        ("28日以内", "R4", ()),
        ("４週間以内", "R4", ()),
        ("1ヶ月以内", "R4", ("W-STDNEAREST",)),
        ("2〜5日以内", "R1", ("W-STDNEAREST",)),
        ("直ちに", "R0", ()),
        ("年度計画で対応", "R5", ()),
        ("経過観察", "R9", ()),
        ("R3", "R3", ()),
        ("Ｒ４", "R4", ()),
        ("なるべく", None, ("E-STDTEXT",)),
        ("", None, ()),
        (None, None, ()),
        ("－", None, ()),
    ],
)
def test_responses(text, code, flags):
    found = read_response(text)
    assert (found.response, found.flags) == (code, flags)


def test_a_sentence_with_two_conditions_and_a_term():
    found = read_standard("深さ5cm以上または直径20cm以上は24時間以内に応急措置")
    assert [(c.measure, c.threshold) for c in found.conditions] == [("depth_cm", 5), ("dia_cm", 20)]
    assert (found.any_of, found.response) == (True, "R1")
    assert not read_standard("深さ5cm以上かつ直径20cm以上").any_of


def test_what_the_column_is_about_and_its_unit_help_a_bare_text():
    found = read_standard("5〜10", measure="depth_cm", unit="cm")
    assert found.conditions[0][:5] == ("depth_cm", "range", 5, 10, "cm") and found.flags == ()
    assert read_standard("深さ 5").flags == ("W-NOUNIT",)
    assert read_standard("30mm", measure="depth_cm").conditions[0].threshold == 3
    assert "E-UNIT" in read_standard("深さ 5kg以上").flags


@pytest.mark.parametrize(("text", "flag"), [("数cm以上", "W-VAGUE"), ("ひどいとき", "E-STDTEXT")])
def test_what_is_no_number_is_flagged(text, flag):
    assert flag in read_standard(text).flags


@given(some.text(max_size=40))
def test_no_text_raises(text):
    read_standard(text)
    read_response(text)


@given(
    some.integers(1, 999), some.sampled_from(["cm", "ｃｍ", "センチ"]), some.sampled_from(["", "約", "概ね"])
)
def test_widths_and_spellings_do_not_matter(n, unit, about):
    wide = str(n).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    texts = [f"深さ{about}{number}{unit}以上" for number in (str(n), wide)]
    assert {read_standard(text).conditions[0].threshold for text in texts} == {float(n)}
