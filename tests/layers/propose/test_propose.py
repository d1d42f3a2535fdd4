"""Proposals on small made-up ledgers: what must be found, and what must never be mapped."""

import json
import sqlite3

import numpy as np
import pytest
from gunmane.layers.errors import GunmaneError
from gunmane.layers.profile import load_profile
from gunmane.layers.propose import profile_text, propose, write_profile
from gunmane.layers.propose.evidence import Evidence
from gunmane.layers.propose.labels import dictionary, read_label
from gunmane.layers.propose.toml_text import comment, quoted

CITY = "082244"  # ships with its area
LAT, LON = 35.951, 139.975


def write(path, header, rows, encoding="utf-8"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes("\r\n".join([header, *rows]).encode(encoding))
    return path


def requests(path, n=30, **kw):
    """A ledger with persons, dates of an era without its letter, places in degrees."""
    rows = [
        f"R7-{k:04d},7.{k % 12 + 1}.{k % 27 + 1},{'電話' if k % 3 else '窓口'},{'苦情' if k % 2 else '要望(改善)'},"
        f"道路に穴がある{k},佐藤 花子,0297-00-{1000 + k},守谷市本町{k + 1}番地,"
        f"{LAT + k * 1e-4:.6f},{LON + k * 1e-4:.6f}"
        for k in range(n)
    ]
    return write(path, "受付番号,受付日,受付方法,区分,内容,申出者氏名,電話番号,場所,緯度,経度", rows, **kw)


def only(proposal):
    assert len(proposal.kept) == 1, [s.refusal for s in proposal.sources]
    return proposal.kept[0]


def fields(source):
    return {c.label: c.field for c in source.choices.values() if c.field}


def test_a_ledger_of_requests_is_recognised_and_loads(tmp_path):
    file = requests(tmp_path / "in" / "要望一覧.csv", encoding="cp932")
    proposal = propose([file], CITY)
    source = only(proposal)
    assert source.table.name == "request" and source.table.confidence > 0.8
    assert source.ledger.raw.encoding == "cp932" and source.key == ["受付番号"] and source.wareki
    assert fields(source) == {
        "受付番号": "req_no", "受付日": "received_at", "受付方法": "ch", "区分": "kd", "内容": "body",
        "場所": "address_raw",
    }  # fmt: skip
    assert {c.label: c.personal for c in source.choices.values() if c.personal} == {
        "申出者氏名": "name",
        "電話番号": "phone",
    }
    place = source.place
    assert (place.kind, place.a, place.b, place.crs, place.checked, place.inside) == (
        "latlon", "緯度", "経度", "EPSG:6668", True, 1.0,
    )  # fmt: skip
    profile = load_profile(write_profile(proposal, tmp_path / "p.toml"))
    assert profile.city_code == CITY and profile.sources[0].wareki
    assert [t.field or t.personal for t in profile.sources[0].columns["場所"]] == ["address_raw", "address"]


def test_personal_cells_never_reach_a_public_field_whatever_the_label(tmp_path):
    names = ["山田 太郎", "佐藤 花子", "鈴木 一郎", "高橋 美咲"]
    rows = [
        f"F{k:03d},街路灯,{names[k % 4]},090-1234-{1000 + k},user{k}@example.jp,{LAT},{LON + k * 1e-4}"
        for k in range(20)
    ]
    file = write(tmp_path / "施設台帳.csv", "施設番号,施設種別,名称,管理番号,材質,緯度,経度", rows)
    source = only(propose([file], CITY))
    for label in ("名称", "管理番号", "材質"):
        assert source.choices[label].role in ("personal", "ignore"), label
    assert "名称" not in fields(source) and source.choices["名称"].personal == "name"


def test_what_is_not_sure_is_left_to_a_person_with_its_candidates(tmp_path):
    rows = [f"{k},街路灯,{k % 7 + 3},{LAT},{LON + k * 1e-4}" for k in range(20)]
    file = write(tmp_path / "施設.csv", "施設番号,施設種別,灯高さ関係値,緯度,経度", rows)
    proposal = propose([file], CITY)
    choice = only(proposal).choices["灯高さ関係値"]
    assert choice.role in ("undecided", "ignore") and not choice.targets
    text = profile_text(proposal)
    for source in proposal.kept:
        for label, c in source.choices.items():
            if c.role == "undecided":
                assert c.confidence < 0.6 and f'"{label}" = {{ ignore = "Undecided' in text
            if c.role == "field":
                assert c.confidence >= 0.6


def test_swapped_labels_of_degrees_are_taken_by_the_cells(tmp_path):
    rows = [f"{k},穴,2025/4/{k + 1},{LON + k * 1e-4},{LAT}" for k in range(20)]
    file = write(tmp_path / "公園.csv", "ID,名称,日付,緯度,経度", rows)
    place = only(propose([file], CITY)).place
    assert (place.a, place.b) == ("経度", "緯度") and any("swapped" in r for r in place.reasons)


def test_places_outside_japan_are_refused_in_words(tmp_path):
    rows = [f"{k},x,{43 + k * 1e-3},{-76.1}" for k in range(20)]
    file = write(tmp_path / "公園.csv", "ID,名称,緯度,経度", rows)
    source = propose([file], CITY).sources[0]
    assert "no places in Japan" in source.refusal and source.place.kind == "none"


@pytest.mark.parametrize("first_is_north", [True, False])
def test_plane_coordinates_get_their_zone_from_the_boundary(tmp_path, first_is_north):
    from gunmane.layers.coordinates.crs import transformer

    east, north = transformer("EPSG:6668", "EPSG:6677")(LON + np.arange(20) * 1e-3, np.full(20, LAT))
    pairs = zip(north, east) if first_is_north else zip(east, north)
    rows = [f"F{k:03d},街路灯,{a:.2f},{b:.2f}" for k, (a, b) in enumerate(pairs)]
    file = write(tmp_path / "施設.csv", "施設番号,施設種別,X座標,Y座標", rows)
    place = only(propose([file], CITY)).place
    assert (place.kind, place.crs, place.a, place.order) == ("xy", "EPSG:6677", "X座標", "auto")
    assert place.inside == 1.0


def test_plane_coordinates_without_a_boundary_are_not_guessed(tmp_path):
    rows = [f"F{k:03d},街路灯,{-5000 + k},{12000 + k}" for k in range(20)]
    file = write(tmp_path / "施設.csv", "施設番号,施設種別,X座標,Y座標", rows)
    source = propose([file], "352021").sources[0]
    assert source.place.kind == "none" and "zone cannot be known" in source.refusal


def test_the_old_datum_is_taken_where_the_file_says_so(tmp_path):
    rows = [f"{k},第{k}公園,{LAT},{LON + k * 1e-4}" for k in range(20)]
    file = write(tmp_path / "公園_日本測地系.csv", "ID,公園名,緯度,経度", rows)
    assert only(propose([file], CITY)).place.crs == "EPSG:4301"


def test_codes_of_two_digits_and_near_words_are_mapped(tmp_path):
    rows = [f"{k},{k % 9 + 1:02d},{LAT},{LON + k * 1e-4}" for k in range(40)]
    file = write(tmp_path / "施設.csv", "施設番号,種別コード,緯度,経度", rows)
    target = only(propose([file], CITY)).choices["種別コード"].targets[0]
    assert target["field"] == "ft" and target["codes"]["03"] == "F03"


def test_the_city_is_asked_for_where_nothing_tells_it(tmp_path):
    file = write(tmp_path / "公園.csv", "ID,公園名", ["1,a", "2,b"])
    with pytest.raises(GunmaneError, match="E-CITY"):
        propose([file])


FOREIGN = "990001 Springfield"


@pytest.mark.parametrize("swapped", [False, True])
def test_a_city_outside_japan_gets_a_code_of_its_own_and_keeps_its_places(tmp_path, swapped):
    rows = [
        f"{'-76.1' if swapped else 43 + k * 1e-3},{43 + k * 1e-3 if swapped else '-76.1'},4/{k + 1}/2016 7:54,12 OAK ST"
        for k in range(20)
    ]
    file = write(tmp_path / "potholes.csv", "Latitude,Longitude,dtTime,strLocation", rows)
    proposal = propose([file], FOREIGN)
    source = only(proposal)
    assert (proposal.city.code, proposal.city.name) == ("990001", "Springfield")
    east = ("Latitude", "Longitude") if swapped else ("Longitude", "Latitude")
    assert (source.place.kind, source.place.a, source.place.b, source.place.crs) == ("xy", *east, "EPSG:4326")
    assert "W-UNCHECKED" in source.place.flags and source.constants == {"dt": "D01", "ft": "F01"}
    assert source.choices["dtTime"].targets == [{"field": "found_at", "kind": "datetime_mdy"}]
    assert source.choices["strLocation"].targets == [{"field": "address", "kind": "freetext"}]
    assert any("EPSG:32618" in w for w in source.warnings)
    profile = load_profile(write_profile(proposal, tmp_path / "p.toml"))
    assert profile.city_code == "990001"
    from gunmane.layers.importing import import_cities

    account = import_cities([(profile, tmp_path)], tmp_path / "s.gpkg", crs="EPSG:32618")
    assert (account.total("kept"), account.total("set_aside")) == (20, 0)
    with sqlite3.connect(tmp_path / "s.gpkg") as con:
        blobs = [g for (g,) in con.execute("SELECT geom FROM damage")]
    from gunmane.layers.store.geometry_blob import decode

    east = [p.x for p in decode(blobs)]
    assert min(east) > 400_000 and max(east) < 450_000  # 76.1 W in zone 18
    japan = import_cities([(profile, tmp_path)], tmp_path / "j.gpkg")
    assert "outside Japan" in japan.cities[0].problem and japan.total("kept") == 0


@pytest.mark.parametrize(
    ("dates", "form"),
    [
        (["4/13/2016", "5/2/2016"], "mdy"),
        (["13/4/2016", "2/5/2016"], "dmy"),
        (["4/5/2016", "6/7/2016"], "foreign"),
    ],
)
def test_the_order_of_day_and_month_is_that_of_the_whole_column_or_nobodys(tmp_path, dates, form):
    rows = [f"D{k:03d},{dates[k % 2]},穴,{LAT},{LON + k * 1e-4}" for k in range(20)]
    source = only(propose([write(tmp_path / "損傷.csv", "損傷番号,発見日,損傷種別,緯度,経度", rows)], CITY))
    choice = source.choices["発見日"]
    assert source.date_forms["発見日"] == form
    if form == "foreign":
        assert choice.role == "undecided" and choice.reason and not choice.targets
    else:
        assert choice.targets == [{"field": "found_at", "kind": f"datetime_{form}"}]


def test_days_without_a_year_are_left_to_a_person(tmp_path):
    rows = [f"D{k:03d},4/{k % 27 + 1},穴,{LAT},{LON + k * 1e-4}" for k in range(20)]
    source = only(propose([write(tmp_path / "損傷.csv", "損傷番号,発見日,損傷種別,緯度,経度", rows)], CITY))
    assert source.choices["発見日"].role == "undecided" and "year" in source.choices["発見日"].reason


@pytest.mark.parametrize(
    ("more", "cells", "role", "target"),
    [
        ("氏名", "佐藤 花子", "personal", {"personal": "address"}),
        ("電話", "0297-45-1111", "personal", {"personal": "address"}),
        ("件名", "舗装", "field", {"field": "address_raw"}),  # nothing else tells the place
        ("要望箇所", "本町2番地先", "undecided", {"personal": "address"}),  # both are possible
    ],
)
def test_whose_address_a_ledger_of_requests_holds(tmp_path, more, cells, role, target):
    rows = [f"{k},R7.4.{k % 27 + 1},道路に穴がある{k},守谷市本町{k + 1}番地,{cells}" for k in range(20)]
    file = write(tmp_path / "要望.csv", f"受付番号,受付日,内容,住所,{more}", rows)
    proposal = propose([file], CITY)
    choice = only(proposal).choices["住所"]
    assert (choice.role, choice.targets[0]) == (role, target)
    profile = load_profile(write_profile(proposal, tmp_path / "p.toml")).sources[0]
    kept = profile.columns["住所"][0]
    assert (kept.personal == "address") == (role != "field")  # in doubt it stays out of the public store
    if role == "undecided":
        assert choice.confidence < 0.6 and "petitioner" in choice.reason


def accidents(folder, prefecture):
    rows = [f"{prefecture(k)},{(224, 201)[k % 2]},{k:04d},人対車両,{LAT},{LON + k * 1e-4}" for k in range(20)]
    return write(folder / "交通事故.csv", "都道府県コード,市区町村コード,本票番号,事故類型,緯度,経度", rows)


def test_codes_of_three_digits_are_those_of_the_citys_prefecture(tmp_path):
    from gunmane.layers.importing import import_cities

    proposal = propose([accidents(tmp_path / "in", lambda k: "茨城")], CITY)
    assert only(proposal).choices["市区町村コード"].targets == [{"field": "city_code"}]
    profile = load_profile(write_profile(proposal, tmp_path / "p.toml"))
    account = import_cities([(profile, tmp_path / "in")], tmp_path / "s.gpkg")
    assert (account.total("read"), account.total("kept"), account.total("set_aside")) == (20, 10, 10)
    whole = only(propose([accidents(tmp_path / "in", lambda k: "茨城")], "08000 茨城県"))
    assert "city_code" not in whole.assignment.fields and "whole prefecture" in whole.warnings[0]


@pytest.mark.parametrize("prefecture", [lambda k: ("茨城", "福井")[k % 2], lambda k: "30"])
def test_codes_of_three_digits_mean_nothing_without_their_prefecture(tmp_path, prefecture):
    source = propose([accidents(tmp_path / "in", prefecture)], CITY).sources[0]
    assert "three digits" in source.refusal


def test_rows_that_name_an_unknown_municipality_are_set_aside(tmp_path):
    from gunmane.layers.importing import import_cities

    names = ["守谷市", "茨城県守谷市", "八千代町", "結城郡八千代町"]
    rows = [f"{names[k % 4]},{k},第{k}公園,{LAT},{LON + k * 1e-4}" for k in range(20)]
    file = write(tmp_path / "in" / "公園.csv", "市区町村名,ID,公園名,緯度,経度", rows)
    profile = load_profile(write_profile(propose([file], CITY), tmp_path / "p.toml"))
    account = import_cities([(profile, tmp_path / "in")], tmp_path / "s.gpkg")
    assert (account.total("kept"), account.total("set_aside")) == (10, 10)


def test_files_of_several_cities_are_not_made_one_city(tmp_path):
    rows = [f"{'守谷市' if k % 2 else '水戸市'},{k},第{k}公園,{LAT},{LON}" for k in range(20)]
    file = write(tmp_path / "公園.csv", "市区町村名,ID,公園名,緯度,経度", rows)
    with pytest.raises(GunmaneError, match="several cities"):
        propose([file])
    choice = only(propose([file], CITY)).choices["市区町村名"]  # the other city's rows are set aside
    assert choice.targets == [{"field": "city_code"}] and choice.confidence > 0.8
    assert "names other cities" in propose([file], "082236").sources[0].refusal


def test_the_city_is_read_from_a_code_column(tmp_path):
    rows = [f"082244,{k},第{k}公園,{LAT},{LON + k * 1e-4}" for k in range(10)]
    file = write(tmp_path / "x.csv", "全国地方公共団体コード,ID,公園名,緯度,経度", rows)
    proposal = propose([file])
    assert (proposal.city.code, proposal.city.name) == (CITY, "守谷市")
    assert fields(only(proposal))["全国地方公共団体コード"] == "city_code"


def test_ledgers_that_both_count_from_one_are_kept_apart_and_copies_are_not_taken_twice(tmp_path):
    parks = [f"{k},第{k}公園,{LAT},{LON + k * 1e-4}" for k in range(10)]
    write(tmp_path / "in" / "公園.csv", "ID,公園名,緯度,経度", parks)
    write(tmp_path / "in" / "公園の写し.csv", "ID,公園名,緯度,経度", parks)
    write(tmp_path / "in" / "AED.csv", "ID,名称,緯度,経度", [p.replace("公園", "庁舎") for p in parks])
    proposal = propose([tmp_path / "in"], CITY)
    assert len(proposal.kept) == 2 and "same rows" in proposal.refused[0].refusal
    assert sorted(s.constants["kind"] for s in proposal.kept) == ["AE", "PK"]
    assert len({s.key_prefix for s in proposal.kept}) == 2


def test_yearly_files_are_one_ledger(tmp_path):
    for year in ("R5", "R6"):
        requests(tmp_path / "in" / f"要望_{year}.csv", n=12)
    source = propose([tmp_path / "in"], CITY).sources[0]
    assert len(source.files) == 2 and source.ledger.rows == 24


def test_a_data_dictionary_beside_the_file_gives_the_labels(tmp_path):
    rows = [f"{k},第{k}公園,{LAT},{LON + k * 1e-4}" for k in range(10)]
    file = write(tmp_path / "公園.csv", "c1,c2,緯度,経度", rows)
    write(tmp_path / "attributes.csv", "original_name,display_name", ["c1,ID", "c2,公園名"])
    assert fields(only(propose([tmp_path], CITY)))["c2"] == "name_ja"
    assert file.exists()


def test_an_unreadable_file_is_reported_and_the_others_go_on(tmp_path):
    requests(tmp_path / "in" / "要望.csv")
    (tmp_path / "in" / "壊れた.xlsx").write_bytes(b"PK\x03\x04 broken")
    proposal = propose([tmp_path / "in"], CITY)
    assert len(proposal.kept) == 1 and "E-" in proposal.refused[0].refusal


def test_nothing_with_a_place_is_an_error_that_says_why(tmp_path):
    file = write(tmp_path / "給食献立.csv", "日,主食,副菜", ["1,ごはん,煮物", "2,パン,サラダ"])
    with pytest.raises(GunmaneError, match="E-NOPLACE"):
        write_profile(propose([file], CITY), tmp_path / "p.toml")
    assert not (tmp_path / "p.toml").exists()


def test_odd_labels_survive_the_toml(tmp_path):
    label = 'ID "番号"\\x'
    rows = [f"{k},第{k}公園,{LAT},{LON + k * 1e-4}" for k in range(10)]
    header = '"' + label.replace('"', '""') + '","公園\n名",緯度,経度'
    file = write(tmp_path / "公園.csv", header, rows)
    proposal = propose([file], CITY)
    profile = load_profile(write_profile(proposal, tmp_path / "p.toml"))
    assert set(proposal.kept[0].ledger.columns) == set(profile.sources[0].columns)
    assert "\n" not in comment("a\nb\x00\x7f") and json.loads(quoted('\x01あ"\\')) == '\x01あ"\\'


def test_a_column_of_feet_is_not_taken_for_metres():
    from gunmane.layers.propose.labels import read_label

    assert read_label("延長(m)").unit == "m" and read_label("草丈ｃｍ").unit == "cm"
    assert read_label("金額(千円)").unit == "千円" and read_label("延長").unit is None


def test_labels_are_compared_without_width_brackets_and_units():
    words = dictionary()
    best = words.meanings("金額（千円）", "work")[0]
    assert best.field == "cost_yen" and best.likeness > 0.9
    assert words.meanings("道路種別区", "route", True)[0].field == "rc"
    assert not words.meanings("給食", "route")
    assert words.personal_field("要望者の電話番号")[0] in ("phone", None)
    assert words.personal_field("申出人住所") == ("address", True)
    assert read_label("№").key == "no"


@pytest.mark.parametrize(
    ("texts", "kind", "share"),
    [
        (["0297-45-1111", "090-1234-5678", "x"], "phone", 2 / 3),
        (["0000000001", "0000000002"], "phone", 0.0),
        (["山田 太郎", "本町 "], "person", 0.5),
        (["2025/4/1", "R7.4.1", "abc", "20250401"], "date", 0.75),
        (["35.95", "36.0", "36"], "lat", 2 / 3),
        (["守谷市本町1-2", "大字高野12番地"], "address", 1.0),
        (["082244", "082245"], "citycode", 0.5),
    ],
)
def test_shares_of_kinds(texts, kind, share):
    column = Evidence("x", rows=len(texts), filled=len(texts))
    column.counts.update(texts)
    assert column.share(kind) == pytest.approx(share)
