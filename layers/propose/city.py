"""Whose files these are. Public: ``CityFound``, ``find_city``. Nothing is assumed: it is told, read or asked for."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from ...i18n import tr
from ..coordinates.boundary import Boundary, boundaries, complete_city_code, is_foreign
from ..errors import GunmaneError
from ..normalise import normalise
from .labels import Dictionary
from .ledgers import Ledger

_MOST = 0.8
NAME_COLUMNS = (
    "市区町村名",
    "市町村名",
    "市区町村",
    "地方公共団体名",
    "自治体名",
    "city_name",
    "都道府県名及び市町村名",
    "municipality",
    "所在地_市区町村",
)
_ADDRESS = re.compile(r"^(?:東京都|北海道|(?:京都|大阪)府|[一-龠]{2,3}県)([一-龠ぁ-んァ-ヶ]{1,8}?[市区町村])")
_CODE_AND_NAME = re.compile(r"(\d{5,6})(?:[\s:=、,]+(.*\S))?")
_CODE_IN_NAME = re.compile(r"(?<!\d)(\d{6}|\d{5})(?!\d)")


@dataclass
class CityFound:
    """``boundary`` is None where no file of areas has the city; ``reasons`` say how it was found."""

    code: str
    name: str
    boundary: Boundary | None
    confidence: float
    reasons: list[str]


def find_city(ledgers: list[Ledger], words: Dictionary, given: str | None, boundary_file) -> CityFound:
    """Raises GunmaneError E-CITY where neither the caller nor the files tell one city."""
    shipped = boundaries()
    extra = boundaries(boundary_file) if boundary_file else {}
    areas = {**shipped, **extra}
    ledgers = [x for x in ledgers if x.problem is None]
    codes, names = _codes(ledgers, words), _names(ledgers)
    if given:
        code, name, why = _given(str(given).strip(), areas, codes, names)
        return _found(code, areas, names, 1.0, [why], name)
    told = _most(codes)
    if told:
        return _found(told, areas, names, 0.95, [tr("by the city codes in the files")])
    if codes:
        listed = ", ".join(code for code, _ in codes.most_common(8))
        raise _ask(tr("The files name several cities: {cities}.", cities=listed))
    in_names = Counter(code for x in ledgers for p in x.paths for code in _codes_in_name(p))
    told = _most(in_names)
    if told:
        return _found(told, areas, names, 0.8, [tr("by the code in the names of files and folders")])
    by_name = Counter({code: names[b.name_ja] for code, b in areas.items() if names.get(b.name_ja)})
    if by_name and len(names) == 1:
        return _found(
            by_name.most_common(1)[0][0], areas, names, 0.8, [tr("by the city's name in the files")]
        )
    if len(names) > 1:
        listed = ", ".join(n for n, _ in names.most_common(8))
        raise _ask(tr("The files name several cities: {cities}.", cities=listed))
    if len(extra) == 1:
        return _found(next(iter(extra)), areas, names, 0.75, [tr("the boundary file holds one city")])
    placed = _by_places(ledgers, words, extra or shipped)
    if placed:
        return _found(placed, areas, names, 0.75, [tr("most points lie in this city's area")])
    raise _ask(tr("The files do not tell which city they belong to."))


def _ask(text: str) -> GunmaneError:
    return GunmaneError(
        text,
        code="E-CITY",
        remedy=tr(
            "Give the city's code (5 or 6 digits), or its name together with a boundary file. A city outside Japan"
            " gets six digits of your choice that begin with 9, and its name: 990001 Springfield."
        ),
    )


def _found(
    code: str, areas: dict, names: Counter, confidence: float, reasons: list[str], called: str | None = None
) -> CityFound:
    area = areas.get(code)
    known = len(names) == 1 and not is_foreign(code)  # of several names none is this city's for sure
    name = called or (area.name_ja if area else next(iter(names)) if known else code)
    return CityFound(code, name, area, confidence, reasons)


def _given(text: str, areas: dict, codes: Counter, names: Counter) -> tuple[str, str | None, str]:
    """(code, name where one was given, why): "08224", "990001 Springfield", or the name of a known city."""
    match = _CODE_AND_NAME.fullmatch(unicodedata.normalize("NFKC", text))
    if match:
        return complete_city_code(match[1]), match[2], tr("as given")
    for code, area in areas.items():
        if area.name_ja == text or area.name_ja.endswith(f"郡{text}"):
            return code, None, tr("as given, code by the boundary file")
    told = _most(codes)
    if told and text in names:
        return told, None, tr("as given, code by the files")
    raise _ask(tr("There is no city “{name}” in the boundary file or in the files.", name=text))


def _most(counts: Counter) -> str | None:
    total = sum(counts.values())
    if not total:
        return None
    code, count = counts.most_common(1)[0]
    return code if count >= _MOST * total else None


def _codes(ledgers: list[Ledger], words: Dictionary) -> Counter:
    """City codes with their rows, of columns that are called so and hold nothing else."""
    found: Counter = Counter()
    for ledger in ledgers:
        for label, column in ledger.evidence.items():
            meanings = words.meanings(ledger.spoken(label), "reference", ledger.cut)
            called = any(m.field == "city_code" and m.likeness >= 0.9 for m in meanings)
            if called and max(column.share("citycode"), column.share("citycode5")) >= 0.9:
                for text, count in column.texts:
                    value = normalise("citycode", text).value
                    if value:
                        found[value] += count
                break
    return found


def _codes_in_name(path) -> list[str]:
    found = []
    for part in (path.stem, path.parent.name):
        for digits in _CODE_IN_NAME.findall(part):
            try:
                if len(digits) == 6 or digits[:2] <= "47":
                    code = complete_city_code(digits)
                    if "01" <= code[:2] <= "47" and len(digits) == 6:
                        found.append(code)
            except GunmaneError:
                continue
    return found


def _names(ledgers: list[Ledger]) -> Counter:
    """Cities' names: of columns called so, and at the head of full addresses."""
    found: Counter = Counter()
    for ledger in ledgers:
        for label, column in ledger.evidence.items():
            if label in NAME_COLUMNS:
                found += city_names(column)
            elif column.share("address") > 0.6:
                for text, count in column.texts:
                    name = _ADDRESS.match(text)
                    if name:
                        found[name[1]] += count
    names = Counter({n: c for n, c in found.items() if n.endswith(("市", "区", "町", "村"))})
    total = sum(names.values())
    return Counter({n: c for n, c in names.items() if c >= 0.02 * total})


def city_names(column) -> Counter:
    """The cities that a column names, without their prefecture."""
    found: Counter = Counter()
    for text, count in column.texts:
        name = _ADDRESS.match(text)
        found[name[1] if name else text] += count
    return found


def _by_places(ledgers: list[Ledger], words: Dictionary, areas: dict) -> str | None:
    """The city in whose area most points lie, whichever of the file's statements they follow."""
    from .coordinates import propose_place

    votes: Counter = Counter()
    for ledger in ledgers:
        for code, area in areas.items():
            try:
                inside = propose_place(ledger, words, area).inside
            except GunmaneError:
                continue
            if inside is not None and inside >= _MOST:
                votes[code] += 1
    return _most(votes)
