"""Which characters do these bytes mean? (unified model, section 3.3)

Order: byte order mark, strict UTF-8, then a score of cp932 against EUC-JP. The answer always says how it was
found and how sure it is; a declared encoding that does not fit is an error, never a table of rubbish.
"""

from __future__ import annotations

import codecs
import re
import threading
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from ...i18n import tr
from ..errors import GunmaneError

SAMPLE = 1 << 20  # bytes looked at
SCORED = 1 << 15  # bytes scored
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# shift_jis lacks what Windows adds (circled digits, 髙): always cp932.
_NAMES = {
    "cp932": "shift_jis shiftjis sjis s_jis ms932 windows_31j x_sjis ms_kanji 932 cp932 ansi_932 csshiftjis",
    "euc_jp": "euc_jp eucjp ujis euc 51932 20932",
    "utf-8": "utf_8 utf8 65001 u8",
    "utf-8-sig": "utf_8_sig utf8_sig utf_8_bom",
    "iso2022_jp": "iso_2022_jp iso2022jp jis 50220",
}
ALIASES = {alias: name for name, aliases in _NAMES.items() for alias in aliases.split()}
# Words that stand in the headers of such ledgers anywhere in Japan.
_WORDS = """
    番号 路線 市道 道路 受付 年月日 日付 日時 所在 住所 地番 氏名 電話 緯度 経度 座標 種別 種類 名称 内容 備考 延長
    幅員 舗装 損傷 施設 状態 状況 対応 完了 担当 管理 起点 終点 区分 年度 数量 単位 区間 箇所 場所 現地 要望 申出
    補修 工事 業者 点検 巡視 設置 材質 位置 面積 コード 方法 件名 結果 市町村 都道府県 ひび わだち 深さ 高さ
"""
WORDS = tuple(_WORDS.split())
SURE = 0.8  # below this a person is asked to look


@dataclass
class Guess:
    """What was decided: ``confidence`` 0-1, ``how`` one of declared, bom, utf-8, ascii, utf-16, jis, score."""

    encoding: str
    confidence: float
    how: str
    note: str
    bom: int = 0  # bytes to skip
    first_bad: int | None = None  # offset of the first byte that does not decode
    scores: dict = field(default_factory=dict)


def canonical(name: str) -> str:
    """Python's name of an encoding however it was spelt; GunmaneError E-ENCODING for an unknown one."""
    key = re.sub(r"[\s\-]+", "_", name.strip().lower())
    if key in ALIASES:
        return ALIASES[key]
    try:
        found = codecs.lookup(name.strip()).name
        if "".encode(found) not in (b"", codecs.BOM_UTF16, codecs.BOM_UTF32):
            raise LookupError
    except (LookupError, UnicodeError, TypeError, AssertionError, ValueError):
        raise GunmaneError(
            tr("The encoding “{name}” is not known.", name=name),
            code="E-ENCODING",
            remedy=tr("Use utf-8, cp932, euc_jp, utf-16 or auto."),
        ) from None
    return ALIASES.get(found.replace("-", "_"), found)


def settle(path, declared: str = "auto", words=(), file: str | None = None) -> Guess:
    """Decide the encoding of a text file: ``declared`` if it fits, else by the bytes.

    Reads the file once while it is valid UTF-8, otherwise only samples. Raises GunmaneError E-ENCODING with
    the byte offset and what would fit.
    """
    sample, bad_utf8 = _sample(path)
    guess = detect(sample.data, words, bad_utf8=bad_utf8, offset_of=sample.offset_of)
    if declared in ("", "auto", None):
        if guess is None:
            raise _nothing_fits(sample.data, words, file)
        return guess
    return _declared(declared, guess, sample, words, file)


def detect(data: bytes, words=(), *, bad_utf8: int | None = -1, offset_of=None) -> Guess | None:
    """The encoding of ``data``, or None where nothing fits. Pure function of the bytes."""
    offset_of = offset_of or (lambda position: position)
    for bom, name in BOMS:
        if data.startswith(bom):
            first = first_error(data[len(bom) :], name.replace("-sig", ""))
            return Guess(
                name,
                1.0,
                "bom",
                tr("{encoding}: the file says so by its byte order mark.", encoding=name),
                len(bom),
                None if first is None else offset_of(first + len(bom)),
            )
    if b"\x00" in data and (wide := utf16(data)):
        return wide
    if bad_utf8 == -1:
        bad_utf8 = first_error(data, "utf-8")
    if re.search(rb"\x1b\$[@B]|\x1b\([JI]", data) and first_error(data, "iso2022_jp") is None:
        return Guess("iso2022_jp", 1.0, "jis", tr("iso2022_jp: it has that encoding's escape sequences."))
    if bad_utf8 is None:
        if data.isascii():
            return Guess("utf-8", 1.0, "ascii", tr("utf-8: only ASCII characters, any encoding reads it."))
        return Guess("utf-8", 1.0, "utf-8", tr("utf-8: every byte is valid UTF-8."))
    return _by_score(data, words, offset_of)


def first_error(data: bytes, encoding: str, complete: bool = False) -> int | None:
    """Offset of the first byte that does not decode; a character cut by the end of a sample is no error."""
    found = None
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(data, complete)
    except UnicodeDecodeError as error:
        found = error.start
        text = data[:found].decode(encoding, "replace") if encoding == "cp932" else ""
    except UnicodeError:
        return 0
    if encoding == "cp932" and (match := _UNDEFINED.search(text)):
        return len(text[: match.start()].encode(encoding, "replace"))
    return found


def plausibility(text: str, words=()) -> float:
    """0-1: how much ``text`` looks like Japanese that someone wrote (ASCII does not count)."""
    total = weight = 0.0
    for char, count in Counter(text).items():
        if char < "\x80" and char not in _CONTROLS:
            continue
        total += count
        weight += count * _weight(char)
    if not total:
        return 0.5
    hits = sum(1 for word in (*words, *WORDS) if word in text and not word.isascii())
    return max(0.0, min(1.0, weight / total)) * 0.9 + min(hits, 5) * 0.02


_CONTROLS = frozenset(chr(i) for i in range(32) if chr(i) not in "\t\r\n\x1a\x00")


@lru_cache(maxsize=20_000)
def _weight(char: str) -> float:
    code = ord(char)
    if 0xDC00 <= code <= 0xDCFF:  # an undecodable byte (see BadBytes)
        return -2.0
    if 0xFF61 <= code <= 0xFF9F:  # half-width katakana: real ledgers have some, never all
        return 0.3
    if 0x3040 <= code <= 0x30FF or 0xFF01 <= code <= 0xFF5E or 0x3000 <= code <= 0x301F:
        return 1.0
    if code < 0x20 or 0x80 <= code < 0xA0 or 0xE000 <= code <= 0xF8FF:
        return -2.0
    try:
        lead = char.encode("euc_jp")
    except UnicodeEncodeError:
        return 0.6 if 0x4E00 <= code <= 0x9FFF or 0x2100 <= code <= 0x33FF else 0.0
    if len(lead) == 2 and 0xB0 <= lead[0] <= 0xCF:  # JIS level 1: what texts are written with
        return 1.0
    if len(lead) == 2 and lead[0] <= 0xA8:
        return 0.7
    return -0.3  # level 2 and beyond: rare, but what a wrong decoding is full of


_UNDEFINED = re.compile("[\x80\uf8f0-\uf8f3]")  # in a text decoded as cp932


class BadBytes:
    """An error handler that keeps each undecodable byte as a lone surrogate and remembers its offset.

    One byte at a time: the next byte may be a comma or a line end, which must not be swallowed.
    """

    NAME = "gunmane_bad_bytes"
    _local = threading.local()  # the registry of handlers is global, so the handler must find its keeper

    def __init__(self):
        self.base = 0
        self.offsets: list[int] = []

    def decode(self, data: bytes, encoding: str) -> str:
        try:
            text = data.decode(encoding)
            if encoding != "cp932" or not _UNDEFINED.search(text):
                return text
        except UnicodeError:
            pass
        self._step = 4 if encoding.startswith("utf-32") else 2 if encoding.startswith("utf-16") else 1
        BadBytes._local.keeper = self
        before = len(self.offsets)
        text = data.decode(encoding, self.NAME)
        if encoding == "cp932" and _UNDEFINED.search(text):
            del self.offsets[before:]
            text = self._without_undefined(text)
        return text

    def _without_undefined(self, text: str) -> str:
        """Bytes that Windows maps to private characters (80, A0, FD-FF) mean nothing: bad bytes as well."""
        text = _UNDEFINED.sub(lambda match: chr(0xDC00 + match[0].encode("cp932")[0]), text)
        at = last = 0
        for match in BAD.finditer(text):
            at += len(text[last : match.start()].encode("cp932"))
            self.offsets.append(self.base + at)
            at, last = at + 1, match.end()
        return text

    @staticmethod
    def _handler(error):
        keeper = BadBytes._local.keeper
        keeper.offsets.append(keeper.base + error.start)
        return chr(0xDC00 + error.object[error.start]), min(error.start + keeper._step, len(error.object))


codecs.register_error(BadBytes.NAME, BadBytes._handler)
BAD = re.compile("[\udc00-\udcff]")


def show_bad(text: str | None) -> str | None:
    """A cell for the report: bytes that could not be read as ``\\x8f``."""
    return text and BAD.sub(lambda match: f"\\x{ord(match[0]) - 0xDC00:02x}", text)


class _Sample:
    """The head of the file and, where UTF-8 first fails further on, a window there."""

    def __init__(self, head: bytes, window: bytes = b"", at: int = 0):
        self.data = head + window
        self._split, self._at = len(head), at

    def offset_of(self, position: int) -> int:
        return position if position < self._split else position - self._split + self._at


def _sample(path) -> tuple[_Sample, int | None]:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with open(path, "rb") as stream:
        head = stream.read(SAMPLE)
        chunk, start = head, 0
        while True:
            # The decoder holds back up to 3 bytes of an unfinished character: its offsets count from there.
            held = len(decoder.getstate()[0])
            try:
                decoder.decode(chunk, not chunk)
            except UnicodeDecodeError as error:
                bad = max(0, start - held + error.start)
                break
            if not chunk:
                return _Sample(head), None
            start += len(chunk)
            chunk = stream.read(SAMPLE)
        if len(head) == SAMPLE and b"\n" in head:
            head = head[: head.rindex(b"\n") + 1]
        if bad < len(head):
            return _Sample(head), bad
        stream.seek(max(len(head), bad - 4096))
        at = stream.tell()
        window = stream.read(SAMPLE)
        cut = window.find(b"\n") + 1 if at > len(head) else 0
        if cut + at > bad:
            cut = bad - at
        return _Sample(head, window[cut:], at + cut), bad


def utf16(data: bytes) -> Guess | None:
    """UTF-16 without a byte order mark, by the zero bytes of its ASCII characters; None if it is not that."""
    sample = data[: len(data) // 2 * 2][:65536]
    if len(sample) < 2:
        return None
    high_le, high_be = sample[1::2].count(0), sample[0::2].count(0)
    name = "utf-16-le" if high_le >= high_be else "utf-16-be"
    zeros, other = max(high_le, high_be), min(high_le, high_be)
    if zeros < len(sample) * 0.01 or other > zeros * 0.1:
        return None
    text = sample.decode(name, "replace")
    odd = sum(1 for char in text if char in "\ufffd\x00" or char in _CONTROLS)
    if odd > len(text) * 0.02 or first_error(data, name) is not None:
        return None
    likely = plausibility(text)
    if zeros < 0.3 * len(sample) and likely < 0.7:
        return None
    sure = round(min(0.99, 0.85 + 0.14 * max(likely, zeros / len(sample))), 2)
    return Guess(name, sure, "utf-16", tr("{encoding}: zero bytes at every second place.", encoding=name))


def _by_score(data: bytes, words, offset_of) -> Guess | None:
    lines = [line for line in re.split(rb"[\r\n]+", data) if line and not line.isascii()]
    whole = data
    data, lines = _enough(data, lines)
    fits, half = {}, False
    for name in ("utf-8", "cp932", "euc_jp"):
        keeper = BadBytes()
        text = keeper.decode(data, name)
        score = plausibility(text, words)
        bad_lines = (
            sum(1 for line in lines if first_error(line, name, True) is not None) if keeper.offsets else 0
        )
        share = bad_lines / max(1, len(lines))
        if name == "utf-8":
            # A broken byte in a UTF-8 file is a broken byte; mostly valid sequences cannot be chance.
            valid = sum(1 for char in text if char > "\x7f" and not BAD.match(char))
            share = max(share, 1.0 if valid < 10 * len(keeper.offsets) else 0.0)
        if name == "cp932":
            half = _only_half_kana(text)
        if name == "utf-8" and share <= 0.5:
            score = 0.9 + 0.1 * score
        fits[name] = (score * (1 - share), share)
    if half:  # rejected where the bytes are good EUC-JP as well; else an old system's half-width file
        good = fits["euc_jp"][1] == 0 and fits["euc_jp"][0] >= 0.75
        fits["cp932"] = ((0.1 if good else 0.7) * (1 - fits["cp932"][1]), fits["cp932"][1])
    ranked = sorted(fits, key=lambda name: -fits[name][0])
    best, second = ranked[0], ranked[1]
    quality, share = fits[best]
    if share > 0.5 or quality <= 0.0:
        return None
    first = first_error(whole, best)
    confidence = round(
        min(1.0, (quality - fits[second][0]) / max(quality, 0.01)) * min(1.0, 0.5 + quality), 2
    )
    scores = {name: round(fits[name][0], 2) for name in ranked}
    note = tr(
        "{encoding}: by score ({scores}), confidence {confidence}.",
        encoding=best,
        scores=", ".join(f"{name} {score}" for name, score in scores.items()),
        confidence=confidence,
    )
    return Guess(best, confidence, "score", note, 0, None if first is None else offset_of(first), scores)


def _enough(data: bytes, lines: list[bytes]) -> tuple[bytes, list[bytes]]:
    """The score needs some thousand characters: lines with any beyond ASCII, from all over the sample."""
    if len(data) <= SCORED:
        return data, lines
    step = max(1, sum(map(len, lines)) // SCORED)
    lines = lines[:20] + lines[20::step]
    return b"\n".join(lines)[: 4 * SCORED], lines


def _only_half_kana(text: str) -> bool:
    wide = [char for char in text if char > "\x7f" and not BAD.match(char)]
    return bool(wide) and all("｡" <= char <= "ﾟ" for char in wide)


def _declared(declared: str, guess: Guess | None, sample: _Sample, words, file) -> Guess:
    name = canonical(declared)
    data, bom = sample.data, 0
    for mark, marked in BOMS:
        if data.startswith(mark):
            if marked.split("-")[:2] == name.replace("utf-16", "utf-16-x").split("-")[:2] or (
                name in ("utf-16", "utf-32") and marked.startswith(name)
            ):
                name, bom = marked, len(mark)
            break
    if name in ("utf-16", "utf-32"):  # without a mark: as Windows writes it, unless the zeros say otherwise
        name = guess.encoding if guess and guess.encoding.startswith(name) else f"{name}-le"
    codec = name.replace("-sig", "")
    body = data[bom:]
    first = first_error(body, codec)
    better = guess.encoding if guess else None
    if first is not None:
        lines = [line for line in re.split(rb"[\r\n]+", body) if line and not line.isascii()]
        bad = sum(1 for line in lines if first_error(line, codec, True) is not None)
        rival = guess is not None and _family(better) != _family(name)
        if bad * 2 > len(lines) or (rival and (guess.first_bad is None or guess.confidence >= 0.5)):
            raise _does_not_fit(name, sample.offset_of(first + bom), better, file)
    ours = plausibility(body[:SAMPLE].decode(codec, "replace"), words)
    note = tr("{encoding}: declared.", encoding=name)
    sure = 1.0
    other = guess is not None and guess.how != "ascii" and _family(better) != _family(name)
    if other and guess.confidence >= 0.5:
        sure = 0.2
        note = tr(
            "{encoding}: declared and readable, but the bytes look like {better}: “{mine}” against “{theirs}”.",
            encoding=name,
            better=better,
            mine=_excerpt(body, codec),
            theirs=_excerpt(data[guess.bom :], better.replace("-sig", "")),
        )
    found = None if first is None else sample.offset_of(first + bom)
    return Guess(name, sure, "declared", note, bom, found, {name: round(ours, 2)})


def _family(name: str | None) -> str:
    return (name or "").replace("-sig", "")


def _excerpt(data: bytes, encoding: str) -> str:
    text = data[:4096].decode(encoding, "replace")
    found = re.search(r"[^\x00-\x7f]{1,12}", text)
    return found[0] if found else text[:12]


def _does_not_fit(name: str, offset: int, better: str | None, file) -> GunmaneError:
    remedy = (
        tr("Read it as {better}: set the encoding in the profile, or auto.", better=better)
        if better and _family(better) != _family(name)
        else tr("Save the file again as UTF-8 or cp932 (Shift_JIS).")
    )
    return GunmaneError(
        tr("The file is not {encoding}: byte {offset} does not fit.", encoding=name, offset=offset),
        code="E-ENCODING",
        file=file,
        remedy=remedy,
    )


def _nothing_fits(data: bytes, words, file) -> GunmaneError:
    offsets = {name: first_error(data, name) for name in ("utf-8", "cp932", "euc_jp")}
    text = ", ".join(f"{name}: {offset}" for name, offset in offsets.items() if offset is not None)
    return GunmaneError(
        tr("The file is text of no known encoding (first byte that does not fit: {offsets}).", offsets=text),
        code="E-ENCODING",
        file=file,
        remedy=tr("Save the file again as UTF-8 or cp932 (Shift_JIS)."),
    )
