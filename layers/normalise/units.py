"""Units of ledgers: spelling -> (dimension, factor to the dimension's base, name). Unified model, section 3.10."""

from __future__ import annotations

import re
from decimal import Decimal

_COUNTERS = (
    "本 基 枚 灯 件 台 人 名 個 株 橋 棟 回 組 セット 面 脚 束 袋 頭 匹 羽 戸 世帯 路線 区間 "
    "車線 行 式 条 列 段 つ ヶ"
)


def _table() -> dict[str, tuple[str, Decimal, str]]:
    table: dict[str, tuple[str, Decimal, str]] = {}

    def add(dimension: str, name: str, factor: str, spellings: str = "") -> None:
        for spelling in (name, *spellings.split()):
            table[spelling] = (dimension, Decimal(factor), name)

    add("length", "m", "1", "メートル メーター メータ M")
    add("length", "cm", "0.01", "センチ センチメートル CM ㎝")
    add("length", "mm", "0.001", "ミリ ミリメートル MM ㍉")
    add("length", "km", "1000", "キロメートル キロ KM Km")
    add("length", "ft", "0.3048", "フィート")
    add("length", "インチ", "0.0254", "inch in")
    add("length", "尺", "0.303030303")
    add("length", "間", "1.818181818")
    add("area", "m2", "1", "㎡ m^2 平米 平方メートル M2 へいべい")
    add("area", "cm2", "0.0001", "cm^2 平方センチ 平方センチメートル")
    add("area", "km2", "1000000", "km^2 平方キロ 平方キロメートル")
    add("area", "ha", "10000", "ヘクタール")
    add("area", "坪", "3.305785124")
    add("area", "反", "991.7355372")
    add("volume", "m3", "1", "m^3 立米 立方メートル M3 リューベ")
    add("volume", "L", "0.001", "l リットル ℓ")
    add("volume", "cm3", "0.000001", "cm^3 cc")
    add("ratio", "%", "1", "パーセント ％ pct")
    add("ratio", "割", "10")
    add("angle", "度", "1", "° º")
    add("money", "円", "1", "¥ 圓 yen")
    add("traffic", "台/日", "1", "台/24h 台/24時間")
    add("traffic12", "台/12h", "1", "台/12時間")
    add("speed", "km/h", "1", "キロ/時 km/時 Km/h KM/H")
    add("mass", "kg", "1", "キログラム KG")
    add("mass", "t", "1000", "トン")
    add("iri", "mm/m", "1", "m/km")
    add("year", "年", "1")
    add("month", "ヶ月", "1", "か月 カ月 ケ月 ヵ月 箇月")
    add("day", "日", "1", "日間")
    add("hour", "時間", "1")
    add("minute", "分", "1")
    add("watt", "W", "1", "ワット")
    add("point", "点", "1")
    add("px", "px", "1")
    add("count", "箇所", "1", "ヶ所 か所 カ所 ケ所 ヵ所 個所 ヶ処 ｹ所")
    for counter in _COUNTERS.split():
        add("count", counter, "1")
    return table


UNITS = _table()
PATTERN = "|".join(re.escape(unit) for unit in sorted(UNITS, key=len, reverse=True))
_SCALED = re.compile(r"(千|万|百万|億|十億)(.+)")
_SCALES = {"千": 1000, "万": 10_000, "百万": 1_000_000, "億": 100_000_000, "十億": 1_000_000_000}


def unit_of(spelling: str | None) -> tuple[str, Decimal, str] | None:
    """(dimension, factor, name) of a unit; a unit that nobody knows is a dimension of its own."""
    if not spelling:
        return None
    if spelling in UNITS:
        return UNITS[spelling]
    scaled = _SCALED.fullmatch(spelling)
    if scaled and scaled[2] in UNITS:
        dimension, factor, _ = UNITS[scaled[2]]
        return dimension, factor * _SCALES[scaled[1]], spelling
    return f"other {spelling}", Decimal(1), spelling
