"""``proposeprofile`` on real tables that no one here wrote: what each file is, then an import without hand work.

The table below was made by looking at the files themselves, not at the proposals.
"""

import json

import pytest
from gunmane.layers.errors import GunmaneError
from gunmane.layers.importing import Progress, import_cities
from gunmane.layers.profile import load_profile
from gunmane.layers.propose import propose, write_profile

# file -> encoding, table, kind of reference feature, places, CRS, fields that must be there, key
LATLON, FILE = "latlon", "file"
YAIZU = {
    "222127_nouen.csv": ("cp932", "reference", "X9", LATLON, "EPSG:6668", {"name_ja": "農園名"}, None),
    "222127_aed.csv": ("utf-8", "reference", "AE", LATLON, "EPSG:6668", {"name_ja": "名称"}, ["NO"]),
    "アンダーパス.csv": ("utf-8-sig", "reference", "UP", LATLON, "EPSG:6668", {"name_ja": "名称"}, ["ID"]),
    "急ブレーキ.csv": ("utf-8", "reference", "X9", LATLON, "EPSG:6668", {}, ["@row_content"]),
    "222127_traffic_accident_2022.csv": ("utf-8-sig", "reference", "AC", LATLON, "EPSG:6668", {}, ["@row_content"]),
    "222127_park_info.csv": ("utf-8", "reference", "PK", LATLON, "EPSG:6668", {"name_ja": "公園名"}, ["ID"]),
    "222127_dono_station.csv": (
        "utf-8", "reference", "X9", LATLON, "EPSG:6668", {"name_ja": "土のうステーション置き場"}, ["No."],
    ),
    "222127_fire_hydrant.csv": (
        "utf-8", "reference", "HY", LATLON, "EPSG:6668", {"city_code": "全国地方公共団体コード"}, ["ID"],
    ),
    "yohairyosya.csv": (
        "cp932", "reference", "X9", LATLON, "EPSG:6668", {"name_ja": "要配慮者利用施設名称"}, ["№"],
    ),
    "浸水履歴_令和4年.shp": ("utf-8", "reference", "FL", FILE, "EPSG:4326", {"ref_id": "OBJECTID"}, ["OBJECTID"]),
    "浸水履歴_令和元年.shp": ("cp932", "reference", "FL", FILE, "EPSG:4326", {"ref_id": "OBJECTID"}, ["OBJECTID"]),
    "浸水履歴_平成26年.shp": ("cp932", "reference", "FL", FILE, "EPSG:4612", {"ref_id": "OBJECTID"}, ["OBJECTID"]),
    "浸水履歴_平成16年.shp": ("cp932", "reference", "FL", FILE, "EPSG:4612", {"ref_id": "OBJECTID"}, ["OBJECTID"]),
    "一次緊急輸送路.shp": ("cp932", "reference", "ER", FILE, "EPSG:6668", {"name_ja": "item3"}, ["item1"]),
    "二次緊急輸送路.shp": ("cp932", "reference", "ER", FILE, "EPSG:6668", {"name_ja": "item3"}, ["item1"]),
    "三次輸送路.shp": ("cp932", "reference", "ER", FILE, "EPSG:6668", {"name_ja": "item3"}, ["item1"]),
    "豊田小学校.shp": ("cp932", "reference", "SR", FILE, "EPSG:6668", {"name_ja": "item2"}, ["item1"]),
    "自主防災会区域更新.shp": ("cp932", "reference", "X9", FILE, "EPSG:2450", {"name_ja": "SAFIELD001"}, ["SAUID"]),
    "自治会区域.shp": ("cp932", "reference", "X9", FILE, "EPSG:2450", {"name_ja": "SAFIELD000"}, ["SAUID"]),
    "都市計画道路.shp": ("cp932", "reference", "X9", FILE, "EPSG:2450", {}, ["FID"]),
    "農道.shp": ("cp932", "section", None, FILE, "EPSG:6668", {"section_id": "item1"}, ["item1"]),
}  # fmt: skip


def need(path):
    if not path.exists():
        pytest.skip(f"{path} is not here")
    return path


@pytest.fixture(scope="module")
def yaizu(shared_data):
    return propose([need(shared_data / "tables" / "yaizu")])


def by_file(proposal) -> dict:
    return {p.name: s for s in proposal.sources for p in s.ledger.paths}


def test_yaizu_is_known_by_its_codes_and_every_file_is_dealt_with(yaizu):
    assert (yaizu.city.code, yaizu.city.name, yaizu.city.boundary) == ("222127", "焼津市", None)
    assert set(by_file(yaizu)) == {*YAIZU, "行政区域界.shp"}
    assert [p.name for s in yaizu.refused for p in s.ledger.paths] == ["行政区域界.shp"]


@pytest.mark.parametrize("name", sorted(YAIZU))
def test_each_file_of_yaizu(yaizu, name):
    encoding, table, kind, places, crs, fields, key = YAIZU[name]
    source = by_file(yaizu)[name]
    assert source.refusal is None
    raw, place = source.ledger.raw, source.place
    assert (raw.encoding, source.table.name, source.constants.get("kind")) == (encoding, table, kind)
    assert raw.header_row == (1 if name.endswith(".csv") else None)
    assert (place.kind, place.crs or place.stated) == (places, crs)
    if places == LATLON:
        assert (place.a, place.b) == ("緯度", "経度")
    assert not place.checked and "W-UNCHECKED" in place.flags
    found = source.assignment.fields
    assert {f: found.get(f) for f in fields} == fields
    assert key is None or source.key == key
    assert source.date_forms == ({"日付": "western"} if name.startswith("浸水") else source.date_forms)
    assert not source.wareki
    assert not any(c.personal for c in source.choices.values())  # offices' telephones are no persons'


def test_the_proposal_for_yaizu_imports_every_row(yaizu, tmp_path, shared_data):
    profile = load_profile(write_profile(yaizu, tmp_path / "焼津.toml"))
    progress = Progress(lambda share: None, lambda text: None, lambda text: None, lambda: False)
    folder = shared_data / "tables" / "yaizu"
    account = import_cities(
        [(profile, str(folder))], str(tmp_path / "s.gpkg"), crs="EPSG:6676", progress=progress
    )
    rows = sum(s.ledger.rows for s in yaizu.kept)
    assert rows == 2772
    assert (account.total("read"), account.total("kept"), account.total("set_aside")) == (rows, rows, 0)
    assert not any(s.problem for c in account.cities for s in c.sources)


def test_accidents_of_the_police(shared_data):
    folder = need(shared_data / "tables" / "police")
    with pytest.raises(GunmaneError, match="E-CITY"):
        propose([folder / "fukui_accidents.csv"])
    files = by_file(propose([folder], "18201"))
    fukui, highway = files["fukui_accidents.csv"], files["kosokuhyo_2021.csv"]
    assert len(fukui.ledger.columns) == 68 and fukui.ledger.raw.encoding == "utf-8-sig"
    assert (fukui.table.name, fukui.constants["kind"], fukui.place.kind) == ("reference", "AC", LATLON)
    assert (fukui.place.a, fukui.place.b) == ("緯度", "経度") and fukui.refusal is None
    assert fukui.choices["市区町村コード"].targets == [
        {"field": "city_code"}
    ]  # three digits within the prefecture
    whole = by_file(propose([folder], "18000 福井県"))["fukui_accidents.csv"]  # all of them, on purpose
    assert "city_code" not in whole.assignment.fields and any("whole prefecture" in w for w in whole.warnings)
    assert fukui.date_forms["発生日"] == "western"
    assert highway.ledger.raw.encoding == "cp932" and len(highway.ledger.columns) == 17
    assert highway.place.kind == "none" and "no places" in highway.refusal


def test_heritage_sites_of_many_cities(shared_data, tmp_path):
    folder = need(shared_data / "tables" / "heritage")
    with pytest.raises(GunmaneError, match="several cities"):
        propose([folder])
    assert propose([folder], "守谷市").sources[0].choices["municipality"].field == "city_code"
    assert "names other cities" in propose([folder], "222127 焼津市").sources[0].refusal
    areas = need(shared_data / "boundaries" / "ibaraki_municipalities.geojson")
    source = propose([folder], "守谷市", areas).kept[0]
    assert source.ledger.raw.encoding == "utf-8-sig" and source.key == ["jmh_id"]
    assert {"city_code": "municipality", "name_ja": "name"}.items() <= source.assignment.fields.items()
    assert source.date_forms["designated_date"] == "western"


def test_a_foreign_city_is_placed_as_stated_or_refused_in_words(shared_data):
    folder = need(shared_data / "tables" / "syracuse")
    with pytest.raises(GunmaneError, match="E-CITY"):
        propose([folder])
    csv, streets, potholes = propose([folder], "222127").sources
    assert "swapped" in csv.refusal and "no places in Japan" in csv.refusal
    assert streets.place.kind == "file" and "ftUS" in streets.place.stated
    assert "width_m" not in streets.assignment.fields and streets.choices["width"].role == "undecided"
    assert "crack_pct" not in streets.assignment.fields  # a rating from 0 to 5, no percentage
    assert potholes.place.stated == "EPSG:4326"
    for source in propose([folder], "守谷市").sources:  # with an area to check against
        assert source.refusal


def test_a_foreign_city_with_its_boundary_is_checked(shared_data, tmp_path):
    import geopandas

    folder = need(shared_data / "tables" / "syracuse")
    streets = geopandas.read_file(folder / "syracuse_streets_ratings2015.gpkg", layer="streets").to_crs(4326)
    hull = streets.geometry.union_all().convex_hull
    area = tmp_path / "area.geojson"
    feature = {"type": "Feature", "properties": {"city_code": "990001", "name_ja": "Syracuse"},
               "geometry": json.loads(json.dumps(hull.__geo_interface__))}  # fmt: skip
    area.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    proposal = propose([folder], None, area)
    assert (proposal.city.code, proposal.city.name) == ("990001", "Syracuse")
    csv, roads = proposal.kept
    assert (csv.place.kind, csv.place.a, csv.place.b, csv.place.crs) == (
        "xy",
        "Latitude",
        "Longitude",
        "EPSG:4326",
    )
    for source in (csv, roads):
        assert source.place.checked and source.place.inside > 0.99 and "W-UNCHECKED" not in source.place.flags
    profile = load_profile(write_profile(proposal, tmp_path / "p.toml"))
    progress = Progress(lambda share: None, lambda text: None, lambda text: None, lambda: False)
    account = import_cities(
        [(profile, str(folder))], str(tmp_path / "s.gpkg"), crs="EPSG:32618", progress=progress
    )
    assert (account.total("read"), account.total("kept"), account.total("set_aside")) == (14363, 14363, 0)


def test_roads_of_ube(shared_data):
    file = need(shared_data / "roads" / "ube_roads.gpkg")
    areas = need(shared_data / "boundaries" / "ube_area_municipalities.geojson")
    proposal = propose([file], None, areas)
    assert proposal.city.code == "352021"
    roads = proposal.kept[0]
    assert roads.ledger.raw.sheet == "roads" and "same rows" in proposal.refused[0].refusal
    assert roads.table.name == "section" and roads.key == ["u", "v", "key"]
    assert roads.place.stated == "EPSG:6668" and roads.place.checked and roads.place.inside == 1.0
    assert {
        "length_m": "length",
        "ln": "lanes",
        "speed_kmh": "maxspeed",
    }.items() <= roads.assignment.fields.items()


@pytest.mark.parametrize(("name", "kind"), [("four_cities_towns", "TW"), ("four_cities_shelters", "SH")])
def test_towns_and_shelters_of_four_cities(shared_data, name, kind):
    file = need(shared_data / "places" / f"{name}.geojson")
    codes = {f["properties"]["city_code"] for f in json.loads(file.read_text("utf-8"))["features"]}
    with pytest.raises(GunmaneError, match="several cities"):
        propose([file])
    source = propose([file], "守谷市").kept[0]
    assert len(codes) == 4 and source.assignment.fields["city_code"] == "city_code"
    assert (source.table.name, source.constants.get("kind")) == ("reference", kind)
    assert source.place.kind == "file" and source.place.checked
