"""Cities and their towns (町字), for addresses. Source: unified model, section 3.5."""

from __future__ import annotations

import functools
import re

from .core import Context
from .kanji_numbers import RUN, kanji_number

_CHOME = re.compile(r"(\d{1,2}) ?丁目|([一二三四五六七八九十]{1,3}) ?丁目")
_KANJI_LOT = re.compile(rf"{RUN}+(?=番地|番(?!町)|号)|(?<=番地){RUN}+|(?<=番地の){RUN}+")
_KANJI = "〇一二三四五六七八九"


class Gazetteer:
    """The towns of each city by their spelling; one is kept for the tables in use."""

    _last: tuple[object, object, Gazetteer] | None = None

    def __init__(self, cities, towns):
        self._names = dict(cities or {})
        self._by_name = sorted(((n, c) for c, n in self._names.items()), key=lambda item: -len(item[0]))
        self._towns = {
            code: {_key(spelled(name)): name for name in names} for code, names in (towns or {}).items()
        }
        self.places = frozenset(self._names.values()).union(*(set(names) for names in (towns or {}).values()))
        self._lengths = {
            code: sorted({len(key) for key in keys}, reverse=True) for code, keys in self._towns.items()
        }
        self._longest = max((len(key) for keys in self._towns.values() for key in keys), default=0)

    @classmethod
    def of(cls, context: Context) -> Gazetteer:
        last = cls._last
        if last is None or last[0] is not context.cities or last[1] is not context.towns:
            last = cls._last = (context.cities, context.towns, cls(context.cities, context.towns))
        return last[2]

    @property
    def knows_cities(self) -> bool:
        return bool(self._names)

    def name(self, code: str | None) -> str | None:
        return self._names.get(code)

    def has_towns(self, code: str | None) -> bool:
        return bool(self._towns.get(code))

    def take_city(self, text: str) -> tuple[str | None, str | None, str]:
        """(code, name, what follows) of the city that the text starts with."""
        for name, code in self._by_name:
            if text.startswith(name) and text[len(name) : len(name) + 1] not in (
                "道",
                "役",
                "民",
                "立",
                "街",
            ):
                rest = text[len(name) :].strip()
                return code, name, rest
        return None, None, text

    def starts_with_town(self, text: str) -> bool:
        return any(self.take_town(text, code) for code in self._towns)

    def take_town(self, text: str, code: str | None) -> tuple[str, str] | None:
        """(official name, what follows), the longest town of the city that the text starts with."""
        towns = self._towns.get(code)
        if not towns:
            return None
        text = spelled(text)
        compact = re.sub(r"(?<=[^\d]) (?=[^\d])", "", text[: self._longest + 3]) + text[self._longest + 3 :]
        key = _key(compact)
        for size in self._lengths[code]:
            if key[:size] in towns and size <= len(key):
                return self._block(towns, key, compact, size)
        return self._blocks_only(towns, compact)

    def take_town_elsewhere(self, text: str, code: str | None):
        """(city code, city name, (town, rest)) if the town is in exactly one other city; a short name is no proof."""
        found = [
            (c, self.name(c), t)
            for c in self._towns
            if c != code and (t := self.take_town(text, c)) and len(t[0]) > 1
        ]
        if not found:
            return None
        longest = max(len(t[0]) for _, _, t in found)
        found = [item for item in found if len(item[2][0]) == longest]
        return found[0] if len(found) == 1 and found[0][1] else None

    def _block(self, towns: dict, key: str, text: str, size: int) -> tuple[str, str]:
        return towns[key[:size]], text[size:].strip()

    def _blocks_only(self, towns: dict, text: str) -> tuple[str, str] | None:
        """ "けやき台5-21-1" for けやき台五丁目21-1: a name that exists in 丁目 alone."""
        match = re.match(r"([^\d\s]{1,15}) ?(\d{1,2})(?:-| |$)", text)
        if match is None:
            return None
        name = towns.get(_key(f"{match[1]}{_in_kanji(int(match[2]))}丁目"))
        return (name, text[match.end() :].strip()) if name else None


def place_names(context: Context) -> frozenset[str]:
    """All names of cities and towns that are known: they stand before names, and are none."""
    return Gazetteer.of(context).places if context.towns or context.cities else frozenset()


@functools.lru_cache(maxsize=256)
def spelled(text: str) -> str:
    """大字 dropped, block numbers in kanji (official names), parcel numbers in digits."""
    if "大字" in text:
        text = re.sub("^大字|(?<=[市町村])大字", "", text)
    if "丁目" in text:
        text = _CHOME.sub(lambda m: _in_kanji(int(m[1]) if m[1] else kanji_number(m[2])) + "丁目", text)
    if "番" not in text and "号" not in text:
        return text
    return _KANJI_LOT.sub(lambda m: str(kanji_number(m.group())), text)


def _key(text: str) -> str:
    """Small and large ケ, ノ and の, old and new forms count as one; the length does not change."""
    return text.translate(_SAME)


_SAME = str.maketrans(
    {"ケ": "ヶ", "ヵ": "ヶ", "ノ": "の", "之": "の", "乃": "の", "ヱ": "エ", "澤": "沢", "ﾉ": "の"}
)


def _in_kanji(number: int) -> str:
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else _KANJI[tens] + "十") + (
        "" if ones == 0 else _KANJI[ones]
    )
