"""schema/rules/readers.toml and the code name the same codes."""

from __future__ import annotations

import re
from pathlib import Path

import gunmane.layers.readers as readers

try:
    import tomllib
except ImportError:
    import tomli as tomllib

FOLDER = Path(readers.__file__).parent
CODE = re.compile(r'"([CRWES]-[A-Z0-9]+)"')


def emitted() -> set:
    return {code for path in FOLDER.glob("*.py") for code in CODE.findall(path.read_text(encoding="utf-8"))}


def declared() -> dict:
    path = FOLDER.parents[1] / "schema" / "rules" / "readers.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def test_every_code_that_is_emitted_is_declared_and_every_declared_one_emitted():
    assert emitted() == set(declared())


def test_every_rule_is_complete():
    kinds = {
        "C": {"conversion"},
        "R": {"repair"},
        "W": {"warning"},
        "E": {"error", "set_aside"},
        "S": {"skipped"},
    }
    for code, rule in declared().items():
        assert rule["class"] in kinds[code[0]], code
        assert all(rule[key].strip() for key in ("ja", "en", "remedy_ja", "remedy_en")), code
