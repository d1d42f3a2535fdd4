"""Every code that this package can give has its explanation, and the other way round."""

from __future__ import annotations

import re
from pathlib import Path

import gunmane.layers.coordinates.settle as settle
import pytest

try:
    import tomllib
except ModuleNotFoundError:
    import tomli as tomllib

PACKAGE = Path(settle.__file__).parent
RULES = PACKAGE.parents[1] / "schema" / "rules"
CLASSES = {"C": {"conversion"}, "R": {"repair"}, "W": {"warning"}, "E": {"error"}}
ELSEWHERE = {"E-CITYCD"}  # explained by the room that reads city codes


def _given():
    text = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.glob("*.py"))
    return set(re.findall(r'"([CRWE]-[A-Z]+)"', text))


def _explained():
    return tomllib.loads((RULES / "coordinates.toml").read_text(encoding="utf-8"))


def test_codes_and_explanations_match():
    assert _given() - ELSEWHERE == set(_explained())


@pytest.mark.parametrize("code", sorted(_explained()))
def test_explanation_is_complete(code):
    rule = _explained()[code]
    assert set(rule) == {"class", "ja", "en", "remedy_ja", "remedy_en"}
    assert rule["class"] in CLASSES[code[0]]
    assert all(rule.values())
    assert re.search("[ぁ-ん]", rule["ja"]) and rule["en"].isascii() and rule["remedy_en"].isascii()
