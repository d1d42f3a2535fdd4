"""Test vectors of the unified model, sections 3.5 (addresses), 3.9 (routes) and city codes; ids as there."""

import pytest
from gunmane.layers.normalise import Context, normalise

CITIES = {"082244": "守谷市", "082112": "常総市", "082287": "坂東市", "082350": "つくばみらい市"}
TOWNS = {
    "082244": {"大柏", "本町", "けやき台五丁目", "けやき台一丁目", "御所ケ丘", "中央一丁目"},
    "082112": {"水海道諏訪町", "本町", "内守谷町"},
    "082287": {"岩井", "辺田"},
    "082350": {"福田", "小絹"},
}


def at(city, **more):
    return Context(city_code=city, cities=CITIES, towns=TOWNS, **more)


MORIYA, JOSO, BANDO, MIRAI = (at(code) for code in CITIES)
ADDRESSES = [
    ("V069", "〒302-0116 茨城県守谷市大柏950番地の1", MORIYA, "守谷市大柏950-1", "2", ()),
    ("V070", "大柏９５０－１", MORIYA, "守谷市大柏950-1", "2", ()),
    ("V071", "大柏950番地1地先", MORIYA, "守谷市大柏950-1", "5", ()),
    ("V072", "岩井4365番地先", BANDO, "坂東市岩井4365", "5", ()),
    ("V073", "水海道諏訪町3222番地3", JOSO, "常総市水海道諏訪町3222-3", "2", ()),
    ("V074", "大柏地内", MORIYA, "守谷市大柏", "6", ()),
    ("V075", "福田195付近", MIRAI, "つくばみらい市福田195", "5", ()),
    ("V077", "市内一円", MORIYA, "守谷市", "8", ()),
    ("V081", "大字福田字上195", MIRAI, "つくばみらい市福田字上195", "2", ()),
    ("V081 no city", "大字福田字上195", Context(), "福田字上195", "2", ()),
    ("other city", "岩井4365番地先", MORIYA, "坂東市岩井4365", "5", ("W-CITY",)),
    ("city stated", "常総市本町12", MORIYA, "常総市本町12", "2", ("W-CITY",)),
    ("own town first", "本町12", MORIYA, "守谷市本町12", "2", ()),
    ("chome kanji", "けやき台五丁目21番地1", MORIYA, "守谷市けやき台五丁目21-1", "2", ()),
    ("chome digit", "けやき台５丁目２１－１", MORIYA, "守谷市けやき台五丁目21-1", "2", ()),
    ("chome hyphen", "けやき台5-21-1", MORIYA, "守谷市けやき台五丁目21-1", "2", ()),
    ("house number", "中央1丁目2番3号", MORIYA, "守谷市中央一丁目2-3", "3", ()),
    ("small ke", "御所ヶ丘12番地", MORIYA, "守谷市御所ケ丘12", "2", ()),
    ("spaces", "守谷市　大柏　950番地1", MORIYA, "守谷市大柏950-1", "2", ()),
    ("kanji parcel", "大柏九百五十番地一地先", MORIYA, "守谷市大柏950-1", "5", ()),
    ("unknown town", "架空町12-3", MORIYA, "守谷市架空町12-3", "2", ("W-TOWN",)),
    ("no towns known", "大柏950-1", Context(city_code="082244", cities=CITIES), "守谷市大柏950-1", "2", ()),
    ("long parcel", "大柏1234番地5678", MORIYA, "守谷市大柏1234-5678", "2", ()),
    ("in front", "大柏950-1 前", MORIYA, "守谷市大柏950-1", "5", ()),
    ("nothing usable", "あのあたり", MORIYA, None, "9", ("W-ADDRESS",)),
    ("phone", "大柏950-1 0297-00-0000", MORIYA, "守谷市大柏950-1", "2", ("W-PII",)),
]


@pytest.mark.parametrize(
    ("text", "context", "value", "gl", "flags"), [v[1:] for v in ADDRESSES], ids=[v[0] for v in ADDRESSES]
)
def test_addresses(text, context, value, gl, flags):
    result = normalise("address", text, context)
    assert (result.value, result.extra["gl"], result.flags) == (value, gl, flags)


def test_v076_route_only():
    result = normalise("address", "市道12号線沿い", MORIYA)
    assert (result.extra["gl"], result.extra["route_text"]) == ("7", "市道12号線")


def test_v078_junction():
    result = normalise("address", "大柏○○交差点", MORIYA)
    result = normalise("address", "○○交差点", MORIYA)
    assert (result.extra["gl"], result.extra["landmark"]) == ("4", "○○交差点")


def test_v079_school():
    result = normalise("address", "○○小学校前", MORIYA)
    assert (result.extra["gl"], result.extra["landmark"], result.extra["radius_m"]) == ("3", "○○小学校", 50)


def test_v080_outside_the_area():
    result = normalise("address", "取手市寺田5139", MORIYA)
    assert result.extra["ad"] == "A2"
    assert result.flags == ("W-OUTAREA",)


def test_v082_private_house_is_no_landmark_with_a_name():
    result = normalise("address", "山田様宅前", MORIYA)
    assert (result.extra["landmark"], result.extra["gl"], result.flags) == ("[個人宅]前", "9", ("W-PII",))
    assert result.extra["tokens"] == [("[氏名]", "山田")]


@pytest.mark.parametrize("text", ["大柏 山田様宅前", "大柏950 山田宅前", "守谷市大柏950 山田太郎様方"])
def test_no_name_stays_in_an_address(text):
    result = normalise("address", text, MORIYA)
    assert "山田" not in str(result._replace(extra={**result.extra, "tokens": None}))
    assert result.value.startswith("守谷市大柏")
    assert result.flags == ("W-PII",)


class Register:
    """A route register in the shape that the importer hands over."""

    def __init__(self, *keys, names=None):
        self.keys, self.names = keys, names or {}

    def find(self, rc=None, no=None, branch=None):
        split = [(key, *key.split("-")[1:]) for key in self.keys]
        return [
            s[0] for s in split
            if int(s[2]) == no and (s[3] if len(s) > 3 else None) == branch and (rc is None or s[1].startswith(rc))
        ]  # fmt: skip

    def find_name(self, name):
        return self.names.get(name, [])

    def __contains__(self, key):
        return key in self.keys


REGISTER = Register(
    "082244-C1-0012", "082244-C2-0003", "082244-C3-0112", "082244-N2-0294", "082244-C2-0050", "082244-C3-0050",
    "082244-P1-0046", names={"郷州小山線": ["082244-C2-0003"]},
)  # fmt: skip
ROUTES = [
    ("V115", "１級１２号線", "082244-C1-0012", ()),
    ("V116", "1-0012", "082244-C1-0012", ()),
    ("V117", "市道12号線", "082244-C1-0012", ()),
    ("V117 two", "市道50号線", None, ("E-RTAMBIG",)),
    ("V117 none", "市道51号線", None, ("E-RTAMBIG",)),
    ("V118", "一級十二号線", "082244-C1-0012", ()),
    ("V119", "2級市道第3号線", "082244-C2-0003", ()),
    ("V120", "その他1045号線", "082244-C3-1045", ()),
    ("V121", "3-1045-2", "082244-C3-1045-2", ()),
    ("V122", "Ⅰ-12", "082244-C1-0012", ()),
    ("V123", "国道294号", "082244-N2-0294", ()),
    ("V124", "0112", None, ("E-RTAMBIG",)),
    ("V125", "市道1級12号線(枝2)", "082244-C1-0012-2", ()),
    ("canonical", "082244-C1-0012-2", "082244-C1-0012-2", ()),
    ("city before", "守谷市道1級12号線", "082244-C1-0012", ()),
    ("other city", "常総市道1級12号線", "082112-C1-0012", ()),
    ("kana two", "ニ級市道第三号線", "082244-C2-0003", ("W-KANJI2",)),
    ("named", "郷州小山線", "082244-C2-0003", ()),
    ("bare", "市道 1級 12号", "082244-C1-0012", ()),
    ("major", "主要地方道46号", "082244-P1-0046", ()),
    ("prefectural", "県道46号線", "082244-P1-0046", ()),
    ("unheard of", "謎の道", None, ("E-ROUTE",)),
    ("unknown", "不明", None, ()),
]


@pytest.mark.parametrize(("text", "value", "flags"), [v[1:] for v in ROUTES], ids=[v[0] for v in ROUTES])
def test_routes(text, value, flags):
    result = normalise("route", text, at("082244", routes=REGISTER))
    assert (result.value, result.flags) == (value, flags)


@pytest.mark.parametrize("text", ["無名道路", "赤道"])
def test_v126_roads_without_a_key(text):
    result = normalise("route", text, MORIYA)
    assert (result.value, result.flags, result.extra["rc"]) == (None, (), "X3")


@pytest.mark.parametrize(
    ("text", "value", "flags"),
    [
        ("08224", "082244", ()),
        ("8224", "082244", ()),
        ("082244", "082244", ()),
        ("082245", None, ("E-CITYCD",)),
        ("守谷市", "082244", ()),
        ("茨城県守谷市", "082244", ()),
        ("08235", "082350", ()),
        ("82350", "082350", ()),
        ("取手", None, ("E-CITYCD",)),
        ("", None, ()),
    ],
)
def test_city_codes(text, value, flags):
    result = normalise("citycode", text, MORIYA)
    assert (result.value, result.flags) == (value, flags)


@pytest.mark.parametrize(
    ("text", "value", "flags"),
    [
        ("八千代町", "085219", ()),  # without, with its district, with its prefecture
        ("結城郡八千代町", "085219", ()),
        ("茨城県結城郡八千代町", "085219", ()),
        ("守谷 市", "082244", ()),
        ("埼玉県守谷市", "埼玉県守谷市", ("E-CITYCD",)),  # of that name, but of another prefecture
        ("久慈郡八千代町", "久慈郡八千代町", ("E-CITYCD",)),
        ("水戸市", "水戸市", ("E-CITYCD",)),  # not known here, so another's: its row must not stay
        ("郡山市", "郡山市", ("E-CITYCD",)),
        ("市外", None, ("E-CITYCD",)),
        ("224", "082244", ()),  # within the prefecture
        ("521", "085219", ()),
        ("990001", "990001", ()),  # a person's own code, for a city outside Japan
    ],
)
def test_names_of_other_municipalities_and_short_codes(text, value, flags):
    known = Context(city_code="082244", cities={"082244": "守谷市", "085219": "結城郡八千代町"})
    result = normalise("citycode", text, known)
    assert (result.value, result.flags) == (value, flags)


def test_without_the_own_citys_name_no_name_is_anothers():
    result = normalise("citycode", "水戸市", Context(city_code="082244", cities={}))
    assert (result.value, result.flags) == (None, ("E-CITYCD",))


@pytest.mark.parametrize(
    ("text", "value", "flags"),
    [
        ("R7-0123", "082244-2025-00123", ()),
        ("令和7-123", "082244-2025-00123", ()),
        ("2025-00123", "082244-2025-00123", ()),
        ("Ｒ７－０１２３", "082244-2025-00123", ()),
        ("令和7年度第123号", "082244-2025-00123", ()),
        ("082112-2025-00123", "082112-2025-00123", ()),
        ("7-123", None, ("E-AMBIG",)),
        ("R70123", None, ("E-REQNO",)),
        ("123", None, ("E-REQNO",)),
        ("", None, ()),
    ],
)
def test_request_numbers(text, value, flags):
    result = normalise("req_no", text, MORIYA)
    assert (result.value, result.flags) == (value, flags)
