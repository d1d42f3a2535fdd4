"""Test vectors of the unified model, sections 3.8 (DBF names) and 3.11 (personal data); ids as there."""

import pytest
from gunmane.layers.normalise import Context, normalise
from gunmane.layers.normalise.labels import cut_label, match_labels
from gunmane.layers.normalise.pii import may_hold_personal


def cut(label, encoding):
    return label.encode(encoding)[:10]


@pytest.mark.parametrize(
    ("label", "encoding", "name"),
    [
        ("道路種別区分", "utf-8", "道路種".encode() + b"\xe5"),
        ("道路種別区分", "cp932", "道路種別区".encode("cp932")),
        ("路線番号", "utf-8", "路線番".encode() + b"\xe5"),
        ("路線番号", "cp932", "路線番号".encode("cp932")),
        ("補修完了年月日", "cp932", "補修完了年".encode("cp932")),
        ("受付年月日", "utf-8", "受付年".encode() + b"\xe6"),
        ("受付年月日", "cp932", "受付年月日".encode("cp932")),
    ],
    ids=["V107", "V108", "V109", "V110", "V112", "V113", "V113b"],
)
@pytest.mark.parametrize("errors", ["ignore", "replace", "surrogateescape"])
def test_cut_names_find_their_label(label, encoding, name, errors):
    assert cut(label, encoding) == name
    shown = name.decode(encoding, errors)
    assert match_labels([shown], [label, "備考"]) == {shown: (label, None)}


def test_v111_two_labels_with_one_prefix_must_be_asked():
    assert match_labels(["路線番"], ["路線番号", "路線番号名称"], ("utf-8",)) == {
        "路線番": (None, "W-DBFDUP")
    }
    assert cut_label("路線番号", "utf-8") == cut_label("路線番号名称", "utf-8")


def test_v111_in_cp932_both_are_told_apart():
    names = ["路線番号", "路線番号名"]
    assert match_labels(names, ["路線番号", "路線番号名称"]) == {
        "路線番号": ("路線番号", None), "路線番号名": ("路線番号名称", None),
    }  # fmt: skip


def test_v114_gdal_suffix_is_stripped_then_asked():
    found = match_labels(["路線番", "路線番_1"], ["路線番号", "路線番号名称"], ("utf-8",))
    assert found == {"路線番": (None, "W-DBFDUP"), "路線番_1": (None, "W-DBFDUP")}


def test_name_that_is_no_cut_label():
    assert match_labels(["ほか"], ["路線番号"]) == {"ほか": (None, None)}


PII = [
    ("V143", "090-0000-0000に連絡", "[電話]に連絡"),
    ("V144", "０９０００００００００", "[電話]"),
    ("V145", "山田様より", "[氏名]様より"),
    ("V146", "a@example.com", "[メール]"),
    ("V148", "つくば500あ12-34", "[車両番号]"),
    ("paren", "電話(0297)45-1111まで", "電話[電話]まで"),
    ("inner paren", "0297(45)1111", "[電話]"),
    ("spaces", "TEL 090 1234 5678", "TEL [電話]"),
    ("wide dash", "０９０ー１２３４ー５６７８", "[電話]"),
    ("free call", "0120-000-000", "[電話]"),
    ("in brackets", "本人(090-1234-5678)へ", "本人([電話])へ"),
    ("lost zero", "90-1234-5678", "[電話]"),
    ("abroad", "+81-90-1234-5678", "[電話]"),
    ("full name", "山田 太郎様から", "[氏名]様から"),
    ("san", "近所の鈴木さんが転倒", "近所の[氏名]さんが転倒"),
    ("house", "佐藤宅の前", "[氏名]宅の前"),
    ("shi", "高橋氏より", "[氏名]氏より"),
    ("role before", "申出者山田様より", "申出者[氏名]様より"),
    ("kana", "スズキ様", "[氏名]様"),
    ("hiragana", "のやまださん", "の[氏名]さん"),
    ("labelled", "氏名:山田太郎", "氏名:[氏名]"),
    ("plate kanji", "水戸300さ1234", "[車両番号]"),
]


@pytest.mark.parametrize(("text", "value"), [v[1:] for v in PII], ids=[v[0] for v in PII])
def test_personal_data_is_replaced(text, value):
    assert may_hold_personal(text)
    assert may_hold_personal(f"舗装\n{text}\n側溝")
    result = normalise("freetext", text)
    assert result.value == value
    assert result.extra["tokens"]


KEPT = [
    ("V149", "950-1"), ("parcel", "大柏950番地1"), ("date", "2025-04-01"),
    ("date2", "令和7年4月1日"), ("route", "082244-C1-0012"),
    ("request", "082244-2025-00123"), ("amount", "1,200,000円"), ("coordinates", "36.0034171234,139.9754171234"),
    ("all", "住民の皆さん"), ("many", "たくさん"), ("customer", "お客様"),
    ("house", "自宅前の側溝"), ("home", "住宅地"), ("dwelling", "住宅"),
    ("spec", "仕様書"), ("same", "同様に"), ("look", "路面の模様"),
    ("various", "多様"), ("state", "道路の様子"), ("back", "帰宅途中"),
    ("next", "隣宅"), ("firm house", "社宅前"), ("wife", "奥様"),
    ("each", "各位様"), ("parcel land", "宅地造成"), ("delivery", "宅配業者"),
    ("owner", "土地所有者様"), ("head", "区長さん"), ("name of", "氏名不詳"),
    ("join", "さんか"), ("firm", "(株)守谷建設様"), ("shrine", "神殿"),
    ("neighbours", "近隣住民様"), ("postcode", "302-0116"),
    ("serial", "No.123456"), ("size", "30×40cm"), ("weekday", "3/5 9:05"),
]  # fmt: skip


@pytest.mark.parametrize("text", [v[1] for v in KEPT], ids=[v[0] for v in KEPT])
def test_what_is_not_personal_is_kept(text):
    result = normalise("freetext", text)
    assert (result.value, result.extra) == (text, None)


def test_v147_numbers_of_the_office_are_kept():
    result = normalise("freetext", "0297-45-1111", Context(allow_phones={"0297-45-1111"}))
    assert (result.value, result.extra) == ("0297-45-1111", None)
    assert normalise("freetext", "0297-45-1112", Context(allow_phones={"0297-45-1111"})).value == "[電話]"
