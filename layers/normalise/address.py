"""Addresses: city, town, aza and parcel, or what a text says of a place instead. Unified model, section 3.5."""

from __future__ import annotations

import re

from .core import Context, Result, reader
from .gazetteer import Gazetteer, place_names, spelled
from .null_words import is_null
from .pii import PHONE, redact
from .routes import find_route_text
from .text import KANJI

PARCEL, BUILDING, JUNCTION, VICINITY, TOWN, ROUTE, CITY, NOWHERE = "2", "3", "4", "5", "6", "7", "8", "9"
LANDMARK_RADIUS_M = 50
HOME = "[個人宅]"
_POSTCODE = re.compile(r"^\d{3}-\d{4}(?![\d-]) ?(?=\D)|〒 ?\d{3}-?\d{4}(?!\d) ?")
_PREFECTURE = re.compile(r"(?:東京都|北海道|(?:京都|大阪)府|[^\d\s]{2,3}県(?!道))")
_HOME = re.compile(r"\[氏名\] ?(?:様|さま|さん|氏|殿)?(?:宅|方|邸|家)?")
_LOT = re.compile(
    r"(?P<a>\d{1,5})(?!\d)(?: ?(?:番地の?|番町?の?|-|の) ?(?P<b>\d{1,5})(?!\d))?(?P<go> ?号|番地(?!先)|番(?!地))?"
    r"(?:(?:-|の)(?P<c>\d{1,5})(?!\d)号?)?(?P<banchi> ?番地?(?=先| |$))?"
)
_NEAR = re.compile(
    r"^ ?(?:の)?(?:地先|先|付近|近く|近辺|周辺|そば|側|傍|隣|脇|横|前"
    r"|裏|向かい|手前|沿い|地内|外|ほか|他|から|東側|西側|南側|北側)"
)
_TOWN_ONLY = re.compile(r"^(?:地内|内|地先|付近|周辺|一円|全域|地区|区内|)$")
_JUNCTION = re.compile(r"(?P<name>.*?(?:交差点|十字路|三叉路|丁字路|T字路|Y字路))(?P<rest>.*)", re.DOTALL)
_FACILITY = (
    "小学校|小学|中学校|中学|高等学校|高校|学校|大学|幼稚園|保育[園所]|こども園|公園|広場|神社|寺|院|教会|駅|郵便局|病院|クリニック|医院|公民館|集会所|自治会館|会館|消防署|"
    "消防|警察署|交番|駐在所|橋|トンネル|市役所|役所|役場|支所|庁舎|センター|工場|団地|マンション|アパート|スーパー|コンビニ|薬局|銀行|体育館|図書館|"
    "浄水場|処理場|踏切|墓地|霊園|バス停|停留所|スタンド|インター|IC|店|商店街|プール|グラウンド|球場|ゴルフ場|ポンプ場|水門|アンダーパス|歩道橋|地下道"
)
_LANDMARK = re.compile(
    rf"(?P<name>.*?(?:{_FACILITY}))(?P<rest>(?:の)?(?:前|付近|横|脇|裏|隣|北側|南側|東側|西側|入口|出口|そば|周辺|近く|向かい|地先|内)*.*)",
    re.DOTALL,
)
_CITYWIDE = re.compile(r"^(?:市?内)?(?:一円|全域|全体|各所|各地|市?内|地内|市全域|全市)$")
_OUTSIDE = re.compile(
    r"^(?P<city>[^\d\s]{1,6}?市(?![道内役民営立街境])|[^\d\s]{1,5}郡[^\d\s]{1,5}[町村]|[^\d\s]{1,4}区)"
)
_TOWN_NAME = rf"(?:(?![様氏宅])[{KANJI}ぁ-んァ-ヺ])(?:(?![様氏宅])[{KANJI}ぁ-んァ-ヺー]){{0,11}}"
_BEFORE_NUMBER = re.compile(rf"(?P<town>{_TOWN_NAME}) ?(?=\d)")
_BESIDE = re.compile(r"^[ 、,の(]*(?:沿い|上|脇|付近)?[ 、,の(]*")
_UNKNOWN_TOWN = re.compile(rf"{_TOWN_NAME}(?:地内|地先)")


@reader("address")
def read_address(text: str, context: Context) -> Result:
    """ "{city}{town}{parcel}"; ``extra``: gl (code list GL), landmark, ad, route_text, city_code, radius_m."""
    if is_null(text):
        return Result()
    text, tokens = _without_persons(text, context)
    flags = ["W-PII"] if tokens else []
    extra: dict = {"tokens": tokens} if tokens else {}
    rest = _POSTCODE.sub("", text, count=1).strip()
    prefecture = _PREFECTURE.match(rest)
    if prefecture:
        rest = rest[prefecture.end() :].strip()
    return _located(rest, context, flags, extra)


def canonical(result: Result) -> str:
    """The address, or what it is known by; its precision reads back as well."""
    extra = result.extra or {}
    if result.value is None:
        return extra.get("landmark") or ""
    if extra.get("ad"):
        return result.value
    if extra.get("gl") == ROUTE:
        return f"{result.value}{extra['route_text']}"
    if extra.get("gl") == CITY:
        return f"{result.value}一円"
    if extra.get("landmark"):
        return f"{result.value} {extra['landmark']}{extra.get('where', '')}".strip()
    return result.value + {VICINITY: "地先", TOWN: "地内"}.get(extra.get("gl"), "")


def _without_persons(text: str, context: Context) -> tuple[str, list]:
    """Names before 宅 and the like become [個人宅], phones and mails go."""
    redacted, tokens = redact(text, context.allow_phones, place_names(context))
    if not tokens:
        return text, []
    redacted = _HOME.sub(HOME, redacted)
    return re.sub(rf" ?\(?(?:TEL:?)? ?{re.escape(PHONE)}\)?", "", redacted), tokens


def _located(rest: str, context: Context, flags: list[str], extra: dict) -> Result:
    gazetteer = Gazetteer.of(context)
    code, name, rest = gazetteer.take_city(rest)
    stated = code is not None
    if not stated and not gazetteer.starts_with_town(rest):
        outside = _OUTSIDE.match(rest)
        if outside and gazetteer.knows_cities and not _JUNCTION.match(rest):
            return _result(
                rest.replace(" ", ""), [*flags, "W-OUTAREA"], {**extra, "ad": "A2", "gl": _level(rest)}
            )
    city_code, city = (code, name) if stated else (context.city_code, gazetteer.name(context.city_code))
    if stated and context.city_code and code != context.city_code:
        flags.append("W-CITY")
        extra["city_code"] = code
    if not rest:
        return _result(city, flags, {**extra, "gl": CITY}) if city else _result(None, flags, extra)
    if _CITYWIDE.fullmatch(rest):
        return _result(city, flags, {**extra, "gl": CITY})
    if HOME in rest and rest.startswith(HOME):
        return _result(None, flags, {**extra, "gl": NOWHERE, "landmark": rest})
    special = _junction(rest, city, flags, extra)
    if special:
        return special
    route = find_route_text(rest)
    if route and rest.startswith(route):
        beside = _BESIDE.sub("", rest[len(route) :])
        town = gazetteer.take_town(beside, city_code)
        if town is not None:
            return _in_town(city or "", town[0], town[1].strip("() "), flags, {**extra, "route_text": route})
        return _result(city, flags, {**extra, "gl": ROUTE, "route_text": route})
    town = gazetteer.take_town(rest, city_code)
    if town is None and not stated:
        elsewhere = gazetteer.take_town_elsewhere(rest, city_code)
        if elsewhere is not None:
            city_code, city, town = elsewhere
            flags.append("W-CITY")
            extra["city_code"] = city_code
    if town is not None:
        return _in_town(city or "", town[0], town[1], flags, extra)
    landmark = _landmark(rest, city, flags, extra)
    if landmark:
        return landmark
    shape = _BEFORE_NUMBER.match(spelled(rest))
    if shape and _LOT.match(spelled(rest)[shape.end() :]):
        if gazetteer.has_towns(city_code):
            flags.append("W-TOWN")
        return _in_town(city or "", shape["town"], spelled(rest)[shape.end() :], flags, extra)
    if _UNKNOWN_TOWN.fullmatch(rest):
        if gazetteer.has_towns(city_code):
            flags.append("W-TOWN")
        return _in_town(city or "", rest[:-2], rest[-2:], flags, extra)
    return _result(None, [*flags, "W-ADDRESS"], {**extra, "gl": NOWHERE, "landmark": rest})


def _level(rest: str) -> str:
    return PARCEL if re.search(r"\d", rest) else TOWN


def _result(value: str | None, flags: list[str], extra: dict) -> Result:
    return Result(
        value or None, None, None, tuple(dict.fromkeys(flags)), ("C-ADDRESS",) if extra else (), extra or None
    )


def _junction(rest: str, city: str | None, flags: list[str], extra: dict) -> Result | None:
    if "路" not in rest and "交差点" not in rest:
        return None
    match = _JUNCTION.fullmatch(rest)
    if match is None or re.search(r"\d[-番]", rest):
        return None
    landmark = match["name"].strip()
    route = find_route_text(landmark)
    if route and landmark.startswith(route):
        extra, landmark = {**extra, "route_text": route}, landmark[len(route) :].strip(" の")
    return _result(city, flags, {**extra, "gl": JUNCTION, "landmark": landmark}) if landmark else None


def _landmark(rest: str, city: str | None, flags: list[str], extra: dict) -> Result | None:
    match = _LANDMARK.fullmatch(rest)
    if match is None or len(match["name"]) < 2 or any(char.isdigit() for char in match["rest"]):
        return None
    return _result(city, flags, {**extra, **_around(match)})


def _around(match: re.Match) -> dict:
    name = re.sub("^(?:地内|付近)", "", match["name"]).strip()
    found = {"gl": BUILDING, "landmark": name, "radius_m": LANDMARK_RADIUS_M}
    where = match["rest"].strip()
    return {**found, "where": where} if where else found


def _in_town(city: str, town: str, rest: str, flags: list[str], extra: dict) -> Result:
    rest = rest.strip()
    base = f"{city}{town}"
    aza = re.match(r"(?:小?字)(?P<aza>[^\d\s]{1,8}?)(?=\d|地内|地先|付近|$)", rest)
    if aza:
        base += "字" + aza["aza"]
        rest = rest[aza.end() :].strip()
    match = _LOT.match(rest)
    if match is None:
        return _town_without_lot(base, rest, flags, extra)
    lot = "-".join(str(int(n)) for n in (match["a"], match["b"], match["c"]) if n)
    value, after = f"{base}{lot}", rest[match.end() :].strip(" 、,のに")
    if not after:
        level = BUILDING if (match["go"] or "").strip() == "号" else PARCEL
        return _result(value, flags, {**extra, "gl": level})
    found = {**extra, "gl": VICINITY if _NEAR.match(after) else PARCEL}
    near = _NEAR.match(after)
    landmark = after[near.end() :].strip("()、 ") if near else after.strip("()、 ")
    if HOME in after:
        landmark, found["gl"] = after, VICINITY
    if landmark:
        found["landmark"] = landmark
    return _result(value, flags, found)


def _town_without_lot(base: str, rest: str, flags: list[str], extra: dict) -> Result:
    if _TOWN_ONLY.fullmatch(rest):
        return _result(base, flags, {**extra, "gl": TOWN})
    if HOME in rest:
        return _result(base, flags, {**extra, "gl": TOWN, "landmark": rest})
    junction = _JUNCTION.fullmatch(rest)
    if junction:
        return _result(base, flags, {**extra, "gl": JUNCTION, "landmark": junction["name"].strip()})
    route = find_route_text(rest)
    if route:
        return _result(base, flags, {**extra, "gl": TOWN, "route_text": route})
    match = _LANDMARK.fullmatch(rest)
    if match:
        return _result(base, flags, {**extra, **_around(match)})
    landmark = rest.strip("()、 ")
    return _result(base, flags, {**extra, "gl": TOWN, **({"landmark": landmark} if landmark else {})})
