"""Presence marks: ○ × 有 無 済 未 and their kin. Source: unified model, section 3.4."""

from __future__ import annotations

import re

from .core import Context, Result, reader
from .null_words import is_null
from .pii_words import words

YES = words(
    "○ 〇 ◯ ◎ ● ⚫ ⚪ レ ✓ ✔ ☑ ✅ ■ v 1 有 有り あり アリ 在 済 済み 完了 要 必要 該当 該当あり "
    "はい 可 実施 実施済 実施済み 対応済 対応済み 設置済 設置済み 設置 yes y true t on ok 1.0"
)
NO = words(
    "× ✕ ✖ ╳ ☓ x 無 無し なし ナシ 0 未 未済 未了 未実施 未対応 未設置 未完了 不要 必要なし "
    "必要無し 該当なし 該当無し 非該当 いいえ 否 不可 □ ☐ no n false f off ng 0.0"
)
UNSAID = words("不明 対象外 未定 未確認 調査中 確認中 未調査 不詳 保留 検討中 空欄")
_NOTED = re.compile(r"([^()]+?)[ ]?\((.*)\)", re.DOTALL)
_COUNT = re.compile(r"(\d{1,6}) ?(?:箇所|[かカヶケヵ]所|個所|個|本|基|枚|灯|件|台|名|人)")
_COUNTED = re.compile(r"(有り?|あり)[ 、,:]?(\d{1,6} ?\D{0,3})")


@reader("mark")
def read_mark(text: str, context: Context) -> Result:
    """True, False or None; ``extra``: count ("有(2箇所)"), note (what stands in brackets), reason (why None)."""
    for spelling, value in (context.code_map or {}).items():
        if isinstance(value, bool) and spelling.strip() == text:
            return Result(value, rules=("C-CODE",))
    word, note = text, None
    noted = _NOTED.fullmatch(text) or _COUNTED.fullmatch(text)
    if noted:
        word, note = noted.group(1).strip(), noted.group(2).strip()
    key = word.casefold()
    value = True if key in YES else False if key in NO else None
    if value is None:
        if key in UNSAID or is_null(key):
            return Result(extra={"reason": text})
        return Result(flags=("W-MARK",))
    extra = {}
    if note:
        count = _COUNT.match(note)
        extra = {"count": int(count.group(1))} if count else {"note": note}
    return Result(value, rules=("C-MARK",), extra=extra or None)


def canonical(result: Result) -> str:
    return "" if result.value is None else "有" if result.value else "無"
