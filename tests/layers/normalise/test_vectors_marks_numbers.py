"""Test vectors of the unified model, sections 3.4 (marks), 3.6 (angles) and 3.10 (numbers); ids as there."""

import math

import pytest
from gunmane.layers.normalise import Context, normalise

MARKS = [
    ("V059", ["○", "〇", "◯"], True),
    ("V060", ["×", "✕", "x"], False),
    ("V061", ["有", "有り", "あり", "済"], True),
    ("V062", ["無", "無し", "なし", "未"], False),
    ("V063a", ["1"], True),
    ("V063b", ["0"], False),
    ("V064", ["レ", "✓", "●"], True),
    ("V066", ["-", "－", "", "　", None], None),
    ("V067", ["不明", "対象外"], None),
]


@pytest.mark.parametrize(("texts", "value"), [v[1:] for v in MARKS], ids=[v[0] for v in MARKS])
def test_marks(texts, value):
    for text in texts:
        result = normalise("mark", text)
        assert result.value is value, text
        assert result.flags == ()


def test_v065_triangle_says_nothing_clear():
    assert normalise("mark", "△")[:4] == (None, None, None, ("W-MARK",))


def test_v067_reason_is_kept():
    assert normalise("mark", "対象外").extra == {"reason": "対象外"}


def test_v068_mark_with_count():
    result = normalise("mark", "有(2箇所)")
    assert result.value is True
    assert result.extra["count"] == 2


ANGLES = [
    ("V083", "36°00'12.3\"", 36.003417),
    ("V084", "36.0.12.3", 36.003417),
    ("V085", "360012.3", 36.003417),
    ("V086", "36度0分12.3秒", 36.003417),
    ("V087", "N36°00′12.3″", 36.003417),
    ("V088", "3600.205", 36.003417),
    ("V089", "139°58'31.5\"", 139.975417),
    ("V090", "1395831.5", 139.975417),
    ("V091", "139.975417", 139.975417),
    ("wide", "３６°００′１２．３″", 36.003417),
    ("words", "北緯36度00分12.3秒", 36.003417),
    ("east", "東経139度58分31.5秒", 139.975417),
    ("hyphens", "36-00-12.3", 36.003417),
    ("colons", "36:00:12.3", 36.003417),
]


@pytest.mark.parametrize(("text", "value"), [v[1:] for v in ANGLES], ids=[v[0] for v in ANGLES])
def test_angles(text, value):
    result = normalise("angle", text)
    assert result.value == pytest.approx(value, abs=5e-7)
    assert result.flags == ()


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("36.75.10", "E-DMS"),
        ("36.0012.3", "E-AMBIG"),
        ("95.5", "E-ANGLE"),
        ("南緯36度", "E-ANGLE"),
        ("36003417", "E-AMBIG"),
    ],
    ids=["V092", "V094", "range", "south", "microdegrees"],
)
def test_no_angles(text, flag):
    assert normalise("angle", text)[:4] == (None, None, None, (flag,))


def test_v093_swapped_pair():
    result = normalise("angle", "lat=139.97,lon=35.95")
    assert (result.extra["lat"], result.extra["lon"]) == (35.95, 139.97)
    assert result.flags == ("W-LATLON",)
    assert normalise("angle", "lat=139.97,lon=35.95", Context(part="lon")).value == 139.97


CM, M, YEN = Context(unit="cm"), Context(unit="m"), Context(unit="円")
NUMBERS = [
    # id, text, context, value, unit, min, max, approx, flags
    ("V127", "約５ｃｍ", CM, 5, "cm", 5, 5, True, ()),
    ("V128", "5〜10", CM, 10, "cm", 5, 10, None, ()),
    ("V129", "5cm以上", CM, 5, "cm", 5, math.inf, None, ("W-OPEN",)),
    ("V130", "L=12.5m", M, 12.5, "m", None, None, None, ()),
    ("V131", "3箇所", Context(), 3, "箇所", None, None, None, ()),
    ("V132", "50mm", CM, 5, "cm", None, None, None, ()),
    ("V133w", "W0.3×L1.2m", Context(unit="m", part="width"), 0.3, "m", None, None, None, ()),
    ("V133l", "W0.3×L1.2m", Context(unit="m", part="length"), 1.2, "m", None, None, None, ()),
    ("V134", "30×40cm", CM, 40, "cm", 30, 40, None, ()),
    ("V134dia", "30×40cm", Context(unit="cm", part="dia"), 40, "cm", 30, 40, None, ()),
    ("V135", "1,200", YEN, 1200, "円", None, None, None, ()),
    ("V137", "数箇所", Context(), None, None, None, None, None, ("W-VAGUE",)),
    ("V138", "なし", CM, None, None, None, None, None, ()),
    ("V139", "△5", CM, -5, "cm", None, None, None, ()),
    ("V140", "12万円", YEN, 120000, "円", None, None, None, ()),
    ("V140b", "12万円", Context(), 120000, "円", None, None, None, ()),
    ("V141", "φ20", CM, 20, "cm", None, None, None, ()),
    ("V142", "5", Context(), 5, None, None, None, None, ("W-NOUNIT",)),
    ("wide", "１，２００円", YEN, 1200, "円", None, None, None, ()),
    ("thousand yen", "1,200", Context(unit="円", source_unit="千円"), 1200000, "円", None, None, None, ()),
    ("oku", "1億2,000万円", YEN, 120000000, "円", None, None, None, ()),
    ("yen sign", "¥1,200-", YEN, 1200, "円", None, None, None, ()),
    ("kanji", "三箇所", Context(unit="箇所"), 3, "箇所", None, None, None, ()),
    ("two units", "50mm〜10cm", CM, 10, "cm", 5, 10, None, ()),
    ("hyphen range", "5-10cm", CM, 10, "cm", 5, 10, None, ()),
    ("bad range", "950-1", CM, None, None, None, None, None, ("E-AMBIG",)),
    ("to", "5から10cm", CM, 10, "cm", 5, 10, None, ()),
    ("at most", "5cm以下", CM, 5, "cm", 0, 5, None, ("W-OPEN",)),
    ("open range", "5cm〜", CM, 5, "cm", 5, math.inf, None, ("W-OPEN",)),
    ("other dimension", "5kg", CM, None, None, None, None, None, ("E-UNIT",)),
    ("count for length", "3箇所", CM, None, None, None, None, None, ("E-UNIT",)),
    ("about", "5cm程度", CM, 5, "cm", 5, 5, True, ()),
    ("sentence", "深さ約5cm", CM, 5, "cm", 5, 5, True, ()),
    ("area", "2×3m", Context(unit="m2"), 6, "m2", None, None, None, ()),
    ("traffic", "1,234台/日", Context(unit="台/日"), 1234, "台/日", None, None, None, ()),
    ("percent", "35.5％", Context(unit="%"), 35.5, "%", None, None, None, ()),
    ("words", "大きい", CM, None, None, None, None, None, ("W-VAGUE",)),
    ("three points", "1.2.3", CM, None, None, None, None, None, ("E-AMBIG",)),
    ("two bounds", "5cm以上10cm以下", CM, 10, "cm", 5, 10, None, ("W-OPEN",)),
    ("label twice", "延長L=12.5m", M, 12.5, "m", None, None, None, ()),
    ("area of bare", "2×3", Context(unit="m2", source_unit="m"), 6, "m2", None, None, None, ()),
    ("some tens", "数十cm", CM, None, None, None, None, None, ("W-VAGUE",)),
    ("of a part", "5m", Context(unit="cm", part="width"), 500, "cm", None, None, None, ("W-PART",)),
    ("in rest", "5cm くらいの穴", CM, 5, "cm", 5, 5, True, ("W-REST",)),
]


@pytest.mark.parametrize(
    ("text", "context", "value", "unit", "low", "high", "approx", "flags"),
    [v[1:] for v in NUMBERS],
    ids=[v[0] for v in NUMBERS],
)
def test_numbers(text, context, value, unit, low, high, approx, flags):
    result = normalise("number", text, context)
    assert result.value == (None if value is None else pytest.approx(value))
    assert (result.unit, result.flags) == (unit, flags)
    extra = result.extra or {}
    assert (extra.get("min"), extra.get("max"), extra.get("approx")) == (low, high, approx)


def test_v133_parts():
    assert normalise("number", "W0.3×L1.2m", M).extra["parts"] == {"width": 0.3, "length": 1.2}
    assert normalise("number", "W0.3×L1.2m", M).flags == ("E-AMBIG",)


def test_v136_below_is_judged_just_below():
    result = normalise("number", "5cm未満", CM)
    assert 4.999999 < result.value < 5
    assert (result.extra["min"], result.extra["max"], result.extra["open"]) == (0, 5, "lt")
    assert result.flags == ("W-OPEN",)


@pytest.mark.parametrize(
    ("text", "value", "flags"),
    [
        ("3", 3, ()),
        ("3.0", 3, ()),
        ("3.5", None, ("E-INT",)),
        ("１２", 12, ()),
        ("5未満", 4, ("W-OPEN",)),
        ("9" * 30, None, ("E-NUMBER",)),
        ("", None, ()),
    ],
)
def test_whole_numbers(text, value, flags):
    result = normalise("int", text)
    assert (result.value, result.flags) == (value, flags)
    assert value is None or isinstance(result.value, int)
