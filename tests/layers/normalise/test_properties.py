"""What holds for every text: nothing raises, values read back, unknown is never zero, codes are well formed."""

import numpy as np
import pandas as pd
import pytest
from gunmane.layers.normalise import Context, canonical, normalise, normalise_column
from gunmane.layers.normalise.pii import may_hold_personal
from hypothesis import example, given, settings
from hypothesis import strategies as st

KINDS = (
    "text", "freetext", "date", "datetime", "fy", "mark", "number", "int", "code", "address", "route", "req_no",
    "angle", "citycode",
)  # fmt: skip
CITIES = {"082244": "守谷市", "082112": "常総市"}
TOWNS = {"082244": {"大柏", "けやき台五丁目"}, "082112": {"水海道諏訪町"}}
CONTEXTS = (
    Context(),
    Context(
        city_code="082244", cities=CITIES, towns=TOWNS, wareki=True, fy=2025, unit="cm", source_unit="mm"
    ),
    Context(city_code="082244", cities=CITIES, towns=TOWNS, unit="m", part="length", date1904=True),
)
_PIECES = (
    "令和 平成 昭和 R H S 元 7 31 年 月 日 年度 . / - : 〜 ～ ー － 午前 "
    "午後 時 分 頃 (火) 2025 4 1 46086 0.5 約 5 10 , 000 cm mm m ㎡ × "
    "φ W L = 以上 未満 程度 数 箇所 △ 円 万 千 億 % 大柏 けやき台 五丁目 "
    "番地 の 先 地内 付近 守谷市 常総市 〒302-0116 市道 1級 号線 枝 県道 "
    "国道 交差点 山田 様 さん 宅 氏 090 0000 @ example .com つくば 500 あ "
    "12-34 36 ° ' \" N lat lon ① ㈱ ｶﾞ ニ級 一 ○ × 有 無 不明 ＋ \u3000 \n"
)
PIECES = _PIECES.split(" ")
ANY_TEXT = st.text(alphabet=st.characters(), max_size=30)
LEDGER_TEXT = st.lists(st.sampled_from(PIECES), max_size=9).map("".join)


@settings(max_examples=150, deadline=None)
@given(st.one_of(ANY_TEXT, LEDGER_TEXT, st.text(alphabet="0123456789.-/,: ", max_size=24)))
@example("\ud800\x00\x07")
@example("9" * 5000)
@example("1e999")
@example("R99.99.99")
@example("2100年度")
@example("9999/12/31 24:00")
@example("令和守谷市")
def test_no_text_raises_and_values_read_back(text):
    for kind in KINDS:
        for context in CONTEXTS:
            result = normalise(kind, text, context)
            assert all(flag[:2] in ("W-", "E-") for flag in result.flags)
            assert all(rule[:2] in ("C-", "R-") for rule in result.rules)
            if any(flag.startswith("E-") for flag in result.flags):
                # An unknown municipality's name stays, so that its row is seen to be another city's.
                named = kind == "citycode" and str(result.value).endswith(("市", "区", "町", "村"))
                assert result.value is None or named
            if isinstance(result.value, str):
                result.value.encode("utf-8")
            if result.value is None:
                continue
            again = normalise(kind, canonical(kind, result), context)
            assert again.value == result.value, (kind, text, canonical(kind, result), result, again)
            if kind in ("number", "int", "date"):
                assert (again.unit, again.precision) == (result.unit, result.precision)


@settings(max_examples=200, deadline=None)
@given(st.one_of(ANY_TEXT, LEDGER_TEXT))
def test_the_fast_test_for_personal_data_misses_nothing(text):
    if normalise("freetext", text).extra:
        assert may_hold_personal(text)
        assert may_hold_personal(f"側溝\n{text}\n舗装")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "text", [None, "", " ", "　", "-", "－", "―", "ー", "---", "\ufeff", float("nan"), pd.NA, pd.NaT]
)
def test_nothing_is_null_without_a_flag(kind, text):
    assert normalise(kind, text)[:4] == (None, None, None, ())


@pytest.mark.parametrize(
    "kind", ["date", "datetime", "fy", "number", "int", "mark", "route", "address", "angle", "req_no"]
)
@pytest.mark.parametrize("text", ["不明", "未定"])
def test_unknown_is_null_without_a_flag(kind, text):
    assert normalise(kind, text)[:4] == (None, None, None, ())


@pytest.mark.parametrize(
    "make",
    [
        list,
        lambda t: np.array(t, dtype=object),
        lambda t: pd.Series(t, dtype=object, index=range(5, 5 + len(t))),
    ],
)
def test_a_column_is_read_by_its_distinct_texts(make):
    column = normalise_column("number", make(["5cm", None, "５ｃｍ", "5cm", "", "なし"]), Context(unit="cm"))
    assert list(column.values) == [5.0, None, 5.0, 5.0, None, None]
    assert len(column.texts) == len(column.results) == 5
    assert [column.texts[c] for c in column.codes] == ["5cm", None, "５ｃｍ", "5cm", "", "なし"]


def test_a_column_with_a_year_for_each_row():
    column = normalise_column(
        "date", ["3/5", "3/5", "4/1", None, "3/5"], Context(fy=[2024, 2025, 2025, None, None])
    )
    assert list(column.values) == ["2025-03-05", "2026-03-05", "2025-04-01", None, None]
    assert column.results[column.codes[4]].flags == ("E-AMBIG",)
    assert column.texts[column.codes[1]] == "3/5"


def test_an_empty_column():
    assert list(normalise_column("date", []).values) == []
    assert list(normalise_column("date", [], Context(fy=[])).values) == []


def test_there_is_no_such_kind():
    with pytest.raises(KeyError):
        normalise("poem", "春はあけぼの")
