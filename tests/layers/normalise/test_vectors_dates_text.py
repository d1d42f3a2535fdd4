"""Test vectors of the unified model, sections 3.1 (dates) and 3.2 (characters); ids as there."""

import pytest
from gunmane.layers.normalise import Context, normalise

NO = Context()
WAREKI = Context(wareki=True)
JST = ":00+09:00"

# id, text, context, value of kind datetime where a time is given else of kind date, precision, end, flags
DATES = [
    ("V001", "令和元年5月1日", NO, "2019-05-01", "day", None, ()),
    ("V002", "R8.3.5", NO, "2026-03-05", "day", None, ()),
    ("V003", "H31.4.30", NO, "2019-04-30", "day", None, ()),
    ("V004", "令和8年3月5日", NO, "2026-03-05", "day", None, ()),
    ("V005", "46086", NO, "2026-03-05", "day", None, ()),
    ("V006", "46086.5", NO, "2026-03-05T12:00", "minute", None, ()),
    ("V007", "44624", Context(date1904=True), "2026-03-05", "day", None, ()),
    ("V008", "43585", NO, "2019-04-30", "day", None, ()),
    ("V009", "令８．３．５", NO, "2026-03-05", "day", None, ()),
    ("V010", "㋿8年3月5日", NO, "2026-03-05", "day", None, ()),
    ("V011", "R080305", NO, "2026-03-05", "day", None, ()),
    ("V012", "20260305", NO, "2026-03-05", "day", None, ()),
    ("V013", "2026/3/5 9:05", NO, "2026-03-05T09:05", "minute", None, ()),
    ("V014", "R8/3/5 午後3時30分", NO, "2026-03-05T15:30", "minute", None, ()),
    ("V015", "S64.1.7", NO, "1989-01-07", "day", None, ()),
    ("V016", "平成元年1月8日", NO, "1989-01-08", "day", None, ()),
    ("V017", "平成32年3月1日", NO, "2020-03-01", "day", None, ("W-ERAEND",)),
    ("V018", "H31.5.1", NO, "2019-05-01", "day", None, ("W-ERAEND",)),
    ("V019", "R1.4.30", NO, "2019-04-30", "day", None, ("W-ERASTART",)),
    ("V020", "R8.2.30", NO, None, None, None, ("E-DATE",)),
    ("V021", "令和7年度", NO, "2025-04-01", "FY", "2026-03-31", ()),
    ("V022", "H30年度", NO, "2018-04-01", "FY", "2019-03-31", ()),
    ("V023", "令和8年3月", NO, "2026-03-01", "month", "2026-03-31", ()),
    ("V024", "R8.3上旬", NO, "2026-03-01", "part", "2026-03-10", ()),
    ("V025", "8.3.5", WAREKI, "2026-03-05", "day", None, ("W-NOERA",)),
    ("V026", "8.3.5", NO, None, None, None, ("E-AMBIG",)),
    ("V027", "26.3.5", NO, None, None, None, ("E-AMBIG",)),
    ("V028", "未定", NO, None, None, None, ()),
    ("V029", "2026年3月5日(木)", NO, "2026-03-05", "day", None, ()),
    ("V030", "2026年3月5日(金)", NO, "2026-03-05", "day", None, ("W-DOW",)),
    ("V031", "3/5", Context(fy=2025), "2026-03-05", "day", None, ("W-YEAR",)),
    ("V032", "令和〇年〇月", NO, None, None, None, ("E-DATE",)),
]


@pytest.mark.parametrize(
    ("text", "context", "value", "precision", "end", "flags"),
    [v[1:] for v in DATES],
    ids=[v[0] for v in DATES],
)
def test_dates(text, context, value, precision, end, flags):
    timed = value is not None and "T" in value
    result = normalise("datetime" if timed else "date", text, context)
    assert result.value == (value + JST if timed else value)
    assert result.precision == precision
    assert (result.extra or {}).get("end") == end
    assert result.flags == flags


TEXTS = [
    ("V033", "１２３", "123", ()),
    ("V034", "ｶﾞｰﾄﾞﾚｰﾙ", "ガードレール", ()),
    ("V035", "ガ‐ドレ‐ル", "ガードレール", ()),
    ("V036", "ミラ\u2212", "ミラー", ()),
    ("V037", "９５０ー１", "950-1", ()),
    ("V038", "950\u22121", "950-1", ()),
    ("V039", "ＬＥＤ灯", "LED灯", ()),
    ("V040", "12㎡", "12m2", ()),
    ("V041", "5～10", "5〜10", ()),
    ("V042", "　守谷市　大柏 ", "守谷市 大柏", ()),
    ("V043", "路線ー覧", "路線一覧", ("W-KANJI1",)),
    ("V044", "ニ級市道", "二級市道", ("W-KANJI2",)),
    ("V045", "―", None, ()),
    ("V046", "髙橋", "髙橋", ()),
    ("V047", "①舗装②側溝", "①舗装②側溝", ()),
    ("V048", "㈱守谷建設", "(株)守谷建設", ()),
]


@pytest.mark.parametrize("kind", ["text", "freetext"])
@pytest.mark.parametrize(("text", "value", "flags"), [v[1:] for v in TEXTS], ids=[v[0] for v in TEXTS])
def test_characters(kind, text, value, flags):
    result = normalise(kind, text)
    assert (result.value, result.flags) == (value, flags)


def test_v054_utf8_read_as_cp932_is_decoded_again():
    result = normalise("text", "蟶る％…")
    assert result.value == "市道..."  # NFKC of …
    assert result.flags == ("W-MOJIBAKE",)
    assert "R-MOJIBAKE" in result.rules


def test_v055_text_that_lost_a_byte_is_flagged_and_left():
    result = normalise("text", "å¸‚é“")
    assert result.value == "å¸‚é“"
    assert result.flags == ("W-MOJIBAKE",)
    assert "R-MOJIBAKE" not in result.rules


MORE_DATES = [
    ("令和7年4月1日(火) 10:30", "2025-04-01T10:30:00+09:00", ()),
    ("R7/4/1", "2025-04-01T00:00:00+09:00", ()),
    ("Ｒ７．４．１", "2025-04-01T00:00:00+09:00", ()),
    ("2025-04-01T09:00:00+09:00", "2025-04-01T09:00:00+09:00", ()),
    ("2025-04-01T00:00:00Z", "2025-04-01T09:00:00+09:00", ()),
    ("2025/04/01 0:00:00", "2025-04-01T00:00:00+09:00", ()),
    ("令和七年四月一日 午前九時", "2025-04-01T09:00:00+09:00", ()),
    ("R7.4.1 9時頃", "2025-04-01T09:00:00+09:00", ()),
    ("R7.4.1 9時半", "2025-04-01T09:30:00+09:00", ()),
    ("R7.4.1 正午", "2025-04-01T12:00:00+09:00", ()),
    ("R7.4.1 24:00", "2025-04-02T00:00:00+09:00", ()),
    ("R7.4.1 25:00", None, ("E-DATE",)),
    ("R7.4.1 12:30 PM", "2025-04-01T12:30:00+09:00", ()),
    ("45748.4375", "2025-04-01T10:30:00+09:00", ()),
    ("202504011030", "2025-04-01T10:30:00+09:00", ()),
]


@pytest.mark.parametrize(("text", "value", "flags"), MORE_DATES)
def test_more_moments(text, value, flags):
    result = normalise("datetime", text)
    assert (result.value, result.flags) == (value, flags)


MORE_DAYS = [
    ("H31.4.1", "2019-04-01", "day", ()),
    ("令 和 7 年 4 月 1 日", "2025-04-01", "day", ()),
    ("令和7年(2025年)4月1日", "2025-04-01", "day", ()),
    ("2025(R7)年4月1日", "2025-04-01", "day", ()),
    ("令和7年(2024年)4月1日", None, None, ("E-AMBIG",)),
    ("S60年度", "1985-04-01", "FY", ()),
    ("令和元年度", "2019-04-01", "FY", ()),
    ("H31年度", "2019-04-01", "FY", ()),
    ("平成元年", "1989-01-01", "year", ()),
    ("2025", "2025-01-01", "year", ()),
    ("2025-02", "2025-02-01", "month", ()),
    ("令和7年4月1日頃", "2025-04-01", "day", ()),
    ("R7.4.1〜R7.4.5", "2025-04-01", "part", ()),
    ("R7・4・1", "2025-04-01", "day", ()),
    ("R7.4.1-R7.4.3", "2025-04-01", "part", ()),
    ("2025/04/01(Tue)", "2025-04-01", "day", ()),
    ("2025/04/01(Wed)", "2025-04-01", "day", ("W-DOW",)),
    ("R7.4.1 予定", "2025-04-01", "day", ("W-REST",)),
    ("R7.4.1、R7.5.2", None, None, ("E-DATE",)),
    ("1867/1/1", None, None, ("E-DATE",)),
    ("2101/1/1", None, None, ("E-DATE",)),
    ("60", None, None, ("E-DATE",)),
    ("3/5", None, None, ("E-AMBIG",)),
    ("午前9時", None, None, ("E-AMBIG",)),
    ("舗装", None, None, ("E-DATE",)),
    ("R7.13.1", None, None, ("E-DATE",)),
    ("R0.4.1", None, None, ("E-DATE",)),
    ("R8.2.29", None, None, ("E-DATE",)),
    ("R6.2.29", "2024-02-29", "day", ()),
]


@pytest.mark.parametrize(("text", "value", "precision", "flags"), MORE_DAYS)
def test_more_days(text, value, precision, flags):
    result = normalise("date", text)
    assert (result.value, result.precision, result.flags) == (value, precision, flags)


def test_day_for_a_datetime_says_so():
    result = normalise("datetime", "R8.3.5")
    assert result.precision == "day"
    assert "C-DATEONLY" in result.rules


@pytest.mark.parametrize(
    ("text", "context", "value", "flags"),
    [
        ("令和7年度", NO, 2025, ()),
        ("R7", NO, 2025, ()),
        ("2025", NO, 2025, ()),
        ("2025.0", NO, 2025, ()),
        ("7", WAREKI, 2025, ("W-NOERA",)),
        ("7", NO, None, ("E-AMBIG",)),
        ("R8.3.5", NO, 2025, ()),
        ("平成元年", NO, 1989, ()),
        ("不明", NO, None, ()),
    ],
)
def test_fiscal_years(text, context, value, flags):
    result = normalise("fy", text, context)
    assert (result.value, result.flags) == (value, flags)
