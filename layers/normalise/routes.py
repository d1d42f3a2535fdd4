"""Route keys from the ways in which ledgers name roads. Source: unified model, sections 1 and 3.9."""

from __future__ import annotations

import re

from .core import Context, Result, reader
from .kanji_numbers import RUN, kanji_number
from .null_words import is_null

_KEY = re.compile(r"(\d{6})-([NPCX]\d)-(\d{4,6})(?:-([0-9A-Za-z]+))?")
_CLASS = {"1": "C1", "2": "C2", "3": "C3", "I": "C1", "II": "C2", "III": "C3"}
_NO = r"(?:第|No\.?)? ?(?P<no>\d{1,5})"
_BRANCH = r"(?:(?: ?\(? ?(?:枝線?|支線?|枝番)? ?[-の]? ?(?P<b>\d{1,3}) ?\)?)| ?\((?P<b2>[A-Za-z])\))?"
_TAIL = rf" ?(?:号線?|路線|線)?{_BRANCH}"
_CITY = re.compile(
    rf"(?:市道|町道|村道|市町村道)?[ (]*(?:幹線)?(?P<c>[123]|I{{1,3}}) ?級 ?\)?(?:市道|町道|幹線|路線)? ?{_NO}{_TAIL}",
    re.I,
)
_OTHER = re.compile(rf"(?:市道|町道)?[ (]*その他 ?\)?の?(?:市道|路線)? ?{_NO}{_TAIL}")
_HYPHENED = re.compile(
    r"(?:市道|路線)? ?(?P<c>[123]|I{1,3}) ?[-_] ?(?P<no>\d{1,5})(?: ?[-の] ?(?P<b>\d{1,3}))?(?:号線?)?"
)
_CODED = re.compile(r"(?P<c>[NPC]\d) ?[-_]? ?(?P<no>\d{1,5})(?:-(?P<b>\d{1,3}))?")
_ROAD = re.compile(
    rf"(?P<kind>国道|一般国道|直轄国道|主要地方道|一般県道|主要県道|県道|都道|府道|市道|町道|村道)[^\d()]{{0,20}}?{_NO}{_TAIL}"
)
_BARE = re.compile(r"(?P<no>\d{1,6})(?:号線?)?")
_NAMED_KIND = {"主要地方道": "P1", "主要県道": "P1", "一般県道": "P2",
    "直轄国道": "N1", "県道": "P", "国道": "N", "一般国道": "N",
               "市道": "C", "町道": "C", "村道": "C", "都道": "P", "府道": "P"}  # fmt: skip
_KEYLESS = ((re.compile("無名道路?|赤道|里道|認定外|法定外"),
    "X3"), (re.compile("農道"), "X1"), (re.compile("林道"), "X2"),
            (re.compile("私道|位置指定道路"), "X4"))  # fmt: skip
_KANJI_NO = re.compile(f"{RUN}+(?=級|号|路線)|(?<=第){RUN}+")
_NOTE = re.compile(r" ?\([^()\d]*\)$")


@reader("route")
def read_route(text: str, context: Context) -> Result:
    """The route key; ``extra``: rc (a class or its first letter), no, branch as far as the text says."""
    key = _KEY.fullmatch(text)
    if key:
        return Result(
            text if len(key[3]) == 4 or key[3][0] != "0" else None, extra=_extra(key[2], int(key[3]), key[4])
        )
    if is_null(text):
        return Result()
    named = _by_name(text, context)
    if named:
        return _only(named, {"name": text}, ("C-ROUTENAME",))
    city, rest = _without_city(_KANJI_NO.sub(lambda m: str(kanji_number(m.group())), text), context)
    found = _parts(rest) or _parts(_NOTE.sub("", rest))
    if found is None:
        return _unnumbered(rest, context)
    rc, number, branch, exact = found
    if number == 0:
        return Result(flags=("E-ROUTE",))
    extra = _extra(rc, number, branch)
    if rc is not None and len(rc) == 2 and city:
        tail = f"-{branch}" if branch else ""
        return Result(f"{city}-{rc}-{number:04d}{tail}", None, None, (), ("C-ROUTE",), extra)
    keys = [] if context.routes is None else list(context.routes.find(rc, number, branch))
    if not exact and context.routes is not None:
        keys += _hidden_class(rest, context)
    if not exact and _TWO_WAYS.fullmatch(rest):
        # The register cannot help: the city may number either way, and its register may lack the other road.
        return Result(flags=("E-RTAMBIG",), extra={**extra, "candidates": list(dict.fromkeys(keys))})
    return _only(keys, extra, ("C-ROUTE",))


def canonical(result: Result) -> str:
    return "" if result.value is None else str(result.value)


def find_route_text(text: str) -> str | None:
    """The part of a text that names a numbered road ("市道12号線沿い" -> "市道12号線")."""
    if "号" not in text:
        return None
    match = _IN_TEXT.search(text)
    return match.group() if match else None


_IN_TEXT = re.compile(
    rf"(?:国道|主要地方道|一般県道|県道|市道|町道|農道)[^\d、。 ]{{0,12}}?(?:第)?(?:\d{{1,5}}"
    rf"|{RUN}{{1,5}})(?:級[^\d]{{0,4}}(?:\d{{1,5}}|{RUN}{{1,5}}))?号(?:線)?"
    rf"|(?<!\d)(?:[12一二]級|その他)(?:市道|幹線|路線)?(?:第)?(?:\d{{1,5}}|{RUN}{{1,5}})号線?"
)


_TWO_WAYS = re.compile(r"0[123]\d{2,4}")


def _extra(rc: str | None, number: int | None, branch: str | None) -> dict:
    return {"rc": rc, "no": number, "branch": branch}


def _parts(text: str) -> tuple[str | None, int, str | None, bool] | None:
    """(class or its first letter, number, branch, whether the number says all); None if the text has no form."""
    for pattern in (_CITY, _HYPHENED):
        match = pattern.fullmatch(text)
        if match:
            return _CLASS[match["c"].upper()], int(match["no"]), _branch(match), True
    match = _OTHER.fullmatch(text)
    if match:
        return "C3", int(match["no"]), _branch(match), True
    match = _CODED.fullmatch(text)
    if match:
        return match["c"], int(match["no"]), _branch(match), True
    match = _ROAD.fullmatch(text)
    if match:
        return _NAMED_KIND[match["kind"]], int(match["no"]), _branch(match), True
    match = _BARE.fullmatch(text)
    if match:
        return None, int(match["no"]), None, False
    return None


def _branch(match: re.Match) -> str | None:
    groups = match.groupdict()
    found = groups.get("b") or groups.get("b2")
    return found.lstrip("0") or None if found else None


def _hidden_class(text: str, context: Context) -> list[str]:
    """0112 may be number 112, or class 1 and number 12."""
    match = re.fullmatch(r"0?([123])(\d{2,4})", text)
    return list(context.routes.find(f"C{match[1]}", int(match[2]), None)) if match else []


def _only(keys: list[str], extra: dict, rules: tuple[str, ...]) -> Result:
    distinct = list(dict.fromkeys(keys))
    if len(distinct) == 1:
        return Result(distinct[0], None, None, (), rules, extra)
    return Result(flags=("E-RTAMBIG",), extra={**extra, "candidates": distinct} if distinct else extra)


def _unnumbered(text: str, context: Context) -> Result:
    for pattern, rc in _KEYLESS:
        if pattern.search(text):
            return Result(extra=_extra(rc, None, None))
    stem = re.sub(r"(沿い|付近|地内|地先|の一部)$", "", text)
    named = _by_name(stem, context) or _by_name(re.sub(r"^(市道|県道|国道)", "", stem), context)
    if named:
        return _only(named, {"name": stem}, ("C-ROUTENAME",))
    return Result(flags=("E-ROUTE",))


def _by_name(text: str, context: Context) -> list[str]:
    return list(context.routes.find_name(text)) if context.routes is not None and text else []


def _without_city(text: str, context: Context) -> tuple[str | None, str]:
    for code, name in (context.cities or {}).items():
        if text.startswith(name):
            rest = text[len(name) :].strip()
            return code, "市" + rest if rest.startswith("道") else rest
    return context.city_code, text
