"""What the cells of a column can be: shares readable as each kind, by trying the normalisers on distinct texts.

Public: ``Evidence``, ``Tally`` (accumulates over blocks, memory flat), ``PERSONAL_KINDS``.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field

from ...schema import model
from ..normalise import Context, normalise
from ..normalise.null_words import is_null

TRIED = 250  # distinct texts that are tried; the most frequent first
KEPT = 60_000  # distinct texts that are counted; beyond it a column is only known to have many
PERSONAL_KINDS = ("phone", "email", "postal", "person", "kana")

_PHONE = re.compile(r"\(?0[1-9]\d{0,3}\)?[-() ]?\d{1,4}[-() ]?\d{3,4}")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
_POSTAL = re.compile(r"〒? ?\d{3}-\d{4}")
_URL = re.compile(r"(?i)https?://.+")
_TIME = re.compile(r"([01]?\d|2[0-4]):[0-5]\d(:[0-5]\d)?|(午前|午後)?\d{1,2}時(\d{1,2}分)?")
_PERSON = re.compile(r"[一-龠々ヶ]{1,4} [一-龠々ぁ-んァ-ヶ]{1,4}( ?[様氏])?")
_KANA = re.compile(r"[ァ-ヶー]{2,8} [ァ-ヶー]{2,8}")
_ADDRESS = re.compile(
    r"(?:..{1,2}[都道府県])?[^\d市区町村]{1,7}[市区町村郡][^\d]{2,}|.*(?:[都道府県市区町村郡]|大字|丁目|地内|地先|字).*(?:\d|丁目|番|地内|地先).*|[一-龠ヶ]{1,8}\d{1,5}(?:番地?|-\d+).*"
)
_ERA = re.compile(r"(?:明治|大正|昭和|平成|令和|[MTSHRmtshr])[. ]?(?:\d{1,2}|元)[年./-]")
_BARE_ERA = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{1,2}")
_YEAR_LAST = re.compile(r"\d{1,2}([/.-])\d{1,2}\1\d{4}( .*)?")
_MONTH_DAY = re.compile(r"\d{1,2}[/月]\d{1,2}日?")
_ROUTE = re.compile(
    r"(?:国道|県道|市道|町道|農道|[12一二]級|その他).*\d+|.*\d+号(?:線)?|[CNPX1-3][1-9]?-0*\d+(-\d+)?|\d{6}-[A-Z]\d-\d{4}.*"
)
_NUMERIC = re.compile(r"[-+]?[\d,]+(\.\d+)?")
_SIZES = re.compile(r".*\d.*[×xX*].*\d.*|.*[WwＷ][=＝]?\d.*[LlＬ][=＝]?\d.*")


@dataclass
class Evidence:
    """One column's cells. Shares are of the filled rows (by the texts tried)."""

    label: str
    rows: int = 0
    filled: int = 0
    counts: Counter = field(default_factory=Counter)
    many: bool = False

    @property
    def fill(self) -> float:
        return self.filled / self.rows if self.rows else 0.0

    @property
    def distinct(self) -> int:
        return len(self.counts)

    @property
    def empty(self) -> bool:
        return self.filled == 0

    @property
    def constant(self) -> str | None:
        return next(iter(self.counts)) if len(self.counts) == 1 and self.fill > 0.99 else None

    @property
    def uniqueness(self) -> float:
        """Distinct texts per filled row: 1.0 where no text occurs twice."""
        return 1.0 if self.many else (len(self.counts) / self.filled if self.filled else 0.0)

    @functools.cached_property
    def texts(self) -> list[tuple[str, int]]:
        """The texts tried (NFKC, trimmed) with their counts."""
        found: Counter = Counter()
        for text, count in self.counts.most_common(TRIED):
            plain = unicodedata.normalize("NFKC", text).strip()
            if plain and not is_null(plain):
                found[plain] += count
        return list(found.items())

    def share(self, kind: str) -> float:
        found = self._shares.get(kind)
        if found is None:  # each kind is tried once: a normaliser on some hundred texts is not free
            found = self._shares[kind] = self._measure(kind)
        return found

    def code_share(self, name: str) -> float:
        """The share of rows that a code list reads, its word for "unknown" included."""
        return self.share(f"code:{name}")

    def code_words(self, name: str) -> int:
        """How many different codes of a list the words (not mere numbers) of the column mean."""
        codes = model().code_lists[name]
        found = {codes.find(t).code for t, _ in self.texts if codes.find(t) and not t.isdigit()}
        return len(found)

    @property
    def mean_length(self) -> float:
        total = sum(count for _, count in self.texts)
        return sum(len(t) * count for t, count in self.texts) / total if total else 0.0

    @functools.cached_property
    def date_form(self) -> str:
        """How dates are written: "" (no dates), "western", "wareki", "bare" (8.3.5 without era), "monthday".

        "mdy" and "dmy" are other countries' orders (4/12/2016), "foreign" where no cell tells which of the two.
        """
        if self.share("yearlast") >= 0.5:
            months, days = self.share("mdy"), self.share("dmy")
            if days < 0.99 * months or months < 0.99 * days:
                return "mdy" if months > days else "dmy"
            return "foreign"
        if max(self.share("date"), self.share("bareera"), self.share("monthday")) < 0.5:
            return ""
        if self.share("monthday") >= 0.5:
            return "monthday"
        if self.share("bareera") > 0.05 and self.share("wareki_date") >= 0.5:
            return "bare"
        return "wareki" if self.share("era") >= 0.3 else "western"

    @property
    def personal(self) -> str | None:
        """What private contact most of the cells are, by their form alone."""
        for kind in PERSONAL_KINDS:
            if self.share(kind) >= 0.5:
                return kind
        return None

    @functools.cached_property
    def _shares(self) -> dict[str, float]:
        return {}

    def _measure(self, kind: str) -> float:
        test = _test(kind)
        total = sum(count for _, count in self.texts)
        return sum(count for text, count in self.texts if test(text)) / total if total else 0.0


@dataclass
class Tally:
    """Counts the cells of all columns, block by block."""

    columns: dict[str, Evidence] = field(default_factory=dict)
    rows: int = 0

    def add(self, cells) -> None:
        """``cells``: a block's DataFrame (text or None)."""
        self.rows += len(cells)
        for label in cells.columns:
            found = self.columns.setdefault(label, Evidence(label))
            found.rows += len(cells)
            texts = cells[label]
            texts = texts[texts.notna()]
            texts = texts[texts.astype(str).str.strip() != ""]
            found.filled += len(texts)
            if not found.many:
                found.counts.update(texts.value_counts().to_dict())
                found.many = len(found.counts) > KEPT
            if found.many:
                found.counts = Counter(dict(found.counts.most_common(TRIED)))


def _test(kind: str):
    if kind.startswith("code:"):
        codes = model().code_lists[kind[5:]]
        context = Context(code_list=codes)
        return lambda text: not any(f in ("W-CODE", "E-CODE") for f in normalise("code", text, context).flags)
    return _TESTS[kind]


def _full(pattern: re.Pattern):
    return lambda text: pattern.fullmatch(text) is not None


def _reads(kind: str, **context):
    known = Context(**context)
    return lambda text: normalise(kind, text, known).value is not None


def _date(text: str) -> bool:
    return not _only_year(text) and normalise("date", text).value is not None


def _only_year(text: str) -> bool:
    return text.isdigit() and len(text) != 8  # a bare year, a serial number: numbers first


def _datetime(text: str) -> bool:
    result = normalise("datetime", text)
    return (
        not _only_year(text) and result.value is not None and result.precision not in ("FY", "year", "month")
    )


def _timed(text: str) -> bool:
    return ("時" in text or ":" in text) and _datetime(text)


def _year(text: str) -> bool:
    value = normalise("fy", text).value
    return value is not None and 1868 <= value <= 2100 and len(text) <= 8


def _measure(text: str) -> bool:
    result = normalise("number", text, Context())
    return result.value is not None and any(c.isdigit() for c in text)


def _mark(text: str) -> bool:
    result = normalise("mark", text)
    return result.value is not None or (not result.flags and result.extra is not None)


def _place(low: float, high: float):
    def test(text: str) -> bool:
        value = normalise("angle", text).value
        # A whole number is no place: a count of 36 or a speed of 40 would be one too.
        return value is not None and low <= value <= high and not text.isdigit()

    return test


_TESTS = {
    "phone": lambda t: _PHONE.fullmatch(t) is not None and 9 <= sum(c.isdigit() for c in t) <= 11,
    "email": _full(_MAIL),
    "postal": _full(_POSTAL),
    "url": _full(_URL),
    "time": _full(_TIME),
    "person": _full(_PERSON),
    "kana": _full(_KANA),
    "address": _full(_ADDRESS),
    "era": lambda t: _ERA.match(t) is not None,
    "bareera": _full(_BARE_ERA),
    "monthday": _full(_MONTH_DAY),
    "wareki_date": _reads("date", wareki=True),
    "date": _date,
    "datetime": _datetime,
    "timed": _timed,
    "fy": _year,
    "number": _measure,
    "plain": _full(_NUMERIC),
    "int": lambda t: t.isdigit() or (re.fullmatch(r"\d+\.0+", t) is not None),
    "mark": _mark,
    "lat": _place(20.0, 46.0),
    "lon": _place(122.0, 154.0),
    "route": _full(_ROUTE),
    "citycode": lambda t: re.fullmatch(r"\d{6}", t) is not None and not normalise("citycode", t).flags,
    "citycode3": lambda t: re.fullmatch(r"[1-7]\d\d", t) is not None,
    "yearlast": _full(_YEAR_LAST),
    "mdy": _reads("date_mdy"),
    "dmy": _reads("date_dmy"),
    "citycode5": lambda t: re.fullmatch(r"\d{5}", t) is not None,
    "sizes": _full(_SIZES),
    "id": lambda t: re.fullmatch(r"[A-Za-z]{0,4}[-_]?\d[\dA-Za-z_-]*|[A-Z]{1,4}\d{2}-?\d{2,4}-.*", t)
    is not None,
}
