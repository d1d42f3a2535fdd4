"""Words that stand for "nothing is known" or "there is none": never a value, never zero."""

from __future__ import annotations

import re

_WORDS = re.compile(
    r"(?:未定|不明|不詳|未詳|未確認|未調査|調査中|確認中|検討中|未測定|計測不能|測定不能|未記入|未入力|記入なし|記載なし|"
    r"空欄|空白|該当な[しし]|該当無し?|対象外|非該当|な[しし]|無し?|ナシ|未|未了|未完了|未実施|未着手|未対応|未回答|未施工|"
    r"未処理|未設置|不要|保留|継続中|対応中|施工中|作業中|なし。|nan|null|none|n/a|na|nil|#n/a|#value!|#ref!|"
    r"unknown|nat|[?*・/.…。、,_=]+|同上なし)",
    re.IGNORECASE,
)


def is_null(text: str) -> bool:
    """Whether a cleaned text only says that there is nothing to say."""
    if "0" <= text[:1] <= "9":
        return False  # no such word begins with a digit
    return _WORDS.fullmatch(text.strip("()[]【】「」 ")) is not None
