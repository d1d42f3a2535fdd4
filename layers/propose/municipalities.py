"""Tables of several municipalities: which column tells them apart, so that others' rows never become this city's.

Public: ``tell_cities_apart``. A name that is not known is another city's as well (the normaliser says so); only
where a table tells them apart in a way that cannot be relied on is it refused, in words.
"""

from __future__ import annotations

import re

from ...i18n import tr
from ..coordinates.boundary import complete_city_code, is_foreign
from ..normalise.codes import PREFECTURES
from .city import NAME_COLUMNS, CityFound, city_names
from .labels import dictionary, plain

_PREFECTURE_COLUMNS = {
    plain(w) for w in ("都道府県コード", "都道府県", "都道府県名", "所在地_都道府県", "pref")
}
_SHORT = {name.rstrip("都府県") if name != "北海道" else name: n for n, name in enumerate(PREFECTURES, 1)}
_SHORT["京都"] = 26  # rstrip would leave 京
_MOST = 0.95


def tell_cities_apart(source, city: CityFound) -> None:
    """Give the column that names the municipality its field; ``source``: SourceProposal, changed in place."""
    if source.refusal or "city_code" in source.assignment.fields or is_foreign(city.code):
        return
    if city.code[2:5] == "000":
        source.warnings.append(
            tr("a whole prefecture is taken: rows of all its municipalities come in together")
        )
        return
    if not _by_code(source, city):
        _by_name(source, city)


def _by_code(source, city: CityFound) -> bool:
    """A column of municipal codes of five, six or (within the prefecture) three digits."""
    for label in source.ledger.columns:
        column = source.ledger.evidence[label]
        if column.empty or not _means_city_code(label, source):
            continue
        if max(column.share("citycode"), column.share("citycode5")) >= _MOST:
            codes = {complete_city_code(t[:5]) for t, _ in column.texts if re.fullmatch(r"\d{5,6}", t)}
        elif column.share("citycode3") >= _MOST:
            if not _own_prefecture(source, city):
                if column.distinct > 1:
                    source.refusal = tr(
                        "the column {column} has codes of three digits, and not every row is of the prefecture of"
                        " {city}: they cannot be told apart", column=label, city=city.name,
                    )  # fmt: skip
                return True
            codes = {
                complete_city_code(city.code[:2] + t) for t, _ in column.texts if re.fullmatch(r"\d{3}", t)
            }
        else:
            continue
        if city.code not in codes:
            source.refusal = tr("the column {column} has no row of {city}", column=label, city=city.name)
            return True
        _take(source, label, len(codes))
        return True
    return False


def _own_prefecture(source, city: CityFound) -> bool:
    """Whether no column says that rows are of another prefecture; numbers of another system say nothing."""
    for label in source.ledger.columns:
        if plain(label) not in _PREFECTURE_COLUMNS:
            continue
        stated = {_prefecture(t) for t, _ in source.ledger.evidence[label].texts}
        if stated != {int(city.code[:2])}:
            return False
    return True


def _prefecture(text: str) -> int | None:
    if text.isdigit():
        return int(text) if len(text) <= 2 else int(text[:2])
    return _SHORT.get(text) or (PREFECTURES.index(text) + 1 if text in PREFECTURES else None)


def _by_name(source, city: CityFound) -> None:
    for label in source.ledger.columns:
        names = city_names(source.ledger.evidence[label]) if label in NAME_COLUMNS else None
        if not names:
            continue
        own = {n for n in names if _short(n) == _short(city.name)}
        if set(names) == own:
            continue
        if not own:
            source.refusal = tr(
                "the column {column} names other cities ({cities}), not {city}",
                column=label, cities=", ".join(list(names)[:5]), city=city.name,
            )  # fmt: skip
        else:
            _take(source, label, len(names))
        return


def _short(name: str) -> str:
    """Without its district: 結城郡八千代町 and 八千代町 are one."""
    return re.sub(r"^[一-龠ヶケノ]{1,5}郡(?=.+[町村]$)", "", name)


def _take(source, label: str, count: int) -> None:
    choice = source.choices[label]
    choice.role, choice.confidence, choice.targets = "field", 0.85, [{"field": "city_code"}]
    choice.reason, choice.unread = None, []
    choice.reasons = [
        tr("{count} municipalities: the rows of others are set aside. To take them all on purpose, ignore this column",
           count=count) if count > 1 else tr("the city's own code")
    ]  # fmt: skip


def _means_city_code(label: str, source) -> bool:
    found = dictionary().meanings(label, "reference", source.ledger.cut)
    return any(m.field == "city_code" and m.likeness >= 0.95 for m in found)
