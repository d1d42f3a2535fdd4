"""One cell of a standard as people write it, read and shown: the same for the workbook and for the editor.

"5cm以上", "深さ約５ｃｍ以上", "３開庁日以内", "F01 車道", "–" (there is no such level) and plain values are understood.
"""

from __future__ import annotations

import datetime
import math
import re

from ...i18n import language, tr
from ...schema import Field, model
from ..normalise import Context, normalise
from ..written import read_response
from .table import THRESHOLDS

NEVER = "–"  # in a cell of a city: the level of the common row does not exist here
RESPONSES = ("rs_tmp_c1", "rs_tmp_c2", "rs_tmp_c3", "rs_perm_c1", "rs_perm_c2", "rs_perm_c3")
_NO_LEVEL = ("-", "–", "—", "－", "ー", "なし")


def read_cell(own: Field, value, unit: str | None, op: str | None):
    """One cell's value; ValueError with words where it cannot be read."""
    text = text_of(value)
    if text.startswith("#") or (isinstance(value, str) and value.startswith("=")):
        raise ValueError(tr("“{text}” is a formula or its error; write the value itself.", text=text))
    if own.name in THRESHOLDS:
        return _threshold(value, text, unit, op)
    if own.name in RESPONSES and text in _NO_LEVEL:
        return "-"
    if own.codes:
        return _code(own, text)
    if own.type == "date":
        return _date(value, text)
    if own.name == "measure":
        return text.split()[0]
    return text


def _threshold(value, text: str, unit: str | None, op: str | None):
    if isinstance(value, bool):
        raise ValueError(tr("“{text}” is no number.", text=text))
    if isinstance(value, (int, float)):
        number = float(value)
    elif text in _NO_LEVEL:
        return math.inf
    else:
        found = normalise("number", text, Context(unit=unit, source_unit=unit))
        extra = found.extra or {}
        if found.value is None or any(flag.startswith("E-") or flag == "W-NOUNIT" for flag in found.flags):
            raise ValueError(tr("“{text}” is no number in {unit}.", text=text, unit=unit or "-"))
        bound = extra.get("open")
        if bound is None and extra.get("min") != extra.get("max"):
            raise ValueError(tr("“{text}” is a range; a level has one value.", text=text))
        if bound in ("gt", "lt"):
            raise ValueError(
                tr("“{text}” excludes the value itself; a level includes it (以上, 以下).", text=text)
            )
        if bound is not None and op is not None and {"ge": ">=", "le": "<="}[bound] != op:
            raise ValueError(tr("“{text}” contradicts the row's comparison.", text=text))
        number = float({"ge": extra.get("min"), "le": extra.get("max")}.get(bound, found.value))
    if not math.isfinite(number) or number < 0:
        raise ValueError(tr("“{text}” is no number in {unit}.", text=text, unit=unit or "-"))
    return number


def _code(own: Field, text: str) -> str:
    codes = model().code_lists[own.codes]
    found = codes.find(text) or codes.find(re.split(r"[\s:：.]", text, maxsplit=1)[0])
    if found is None and own.name in RESPONSES:
        written = read_response(text)
        if written.response and not written.flags:  # a doubtful one is the caller's to ask about
            return written.response
    if found is None:
        raise ValueError(tr("“{text}” is not in the list {label}.", text=text, label=own.label(language())))
    return found.code


def _date(value, text: str) -> str:
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    found = normalise("date", text)
    if found.value is None:
        raise ValueError(tr("“{text}” is no date.", text=text))
    return found.value


def show_cell(own: Field, value):
    if own.name in THRESHOLDS:
        return NEVER if math.isinf(value) else value
    if own.codes in ("FT", "DT"):
        code = model().code_lists[own.codes].codes.get(value)
        return f"{value} {code.ja}" if code else value
    if own.name in RESPONSES and value == "-":
        return NEVER
    if own.name == "op":
        return {">=": "≧", "<=": "≦"}.get(value, value)
    return value


def text_of(value) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()
