"""Closed lists, the profile's own maps, and the file that explains every code that the normalisers give out."""

import re
from pathlib import Path

import pytest
from gunmane import schema
from gunmane.layers import normalise as package
from gunmane.layers.normalise import Context, normalise
from gunmane.schema import Code, CodeList

PAVEMENT = CodeList(
    "PT", "舗装種別", "Pavement",
    {"P1": Code("P1", "アスファルト", "Asphalt", ("As", "AS舗装")),
        "P2": Code("P2", "コンクリート", "Concrete"), "X9": Code("X9", "不明", "Unknown")},
    "X9",
)  # fmt: skip
CLOSED = CodeList("SIDE", "左右", "Side", {"L": Code("L", "左", "Left"), "R": Code("R", "右", "Right")})


@pytest.mark.parametrize(
    ("text", "value", "flags"),
    [
        ("P1", "P1", ()), ("アスファルト", "P1", ()), ("ｱｽﾌｧﾙﾄ", "P1", ()),
        ("ａｓ", "P1", ()), ("P1:アスファルト", "P1", ()), ("1 コンクリート", "P2", ()),
        ("アスファルト(P1)", "P1", ()), ("P1:コンクリート", "X9", ("W-CODE",)),
        ("木", "X9", ("W-CODE",)), ("不明", "X9", ()), ("砕石", "P2", ()),
        ("", None, ()), ("未入力", None, ()),
    ],
)  # fmt: skip
def test_codes(text, value, flags):
    result = normalise("code", text, Context(code_list=PAVEMENT, code_map={"砕石": "P2"}))
    assert (result.value, result.flags) == (value, flags)


def test_list_without_unknown_gives_an_error():
    assert normalise("code", "上", Context(code_list=CLOSED))[:4] == (None, None, None, ("E-CODE",))
    assert normalise("code", "右", Context(code_list=CLOSED)).value == "R"


def test_every_code_given_out_is_explained():
    folder = Path(package.__file__).parent
    given = {
        code
        for path in folder.glob("*.py")
        for code in re.findall(r'"([WECR]-[A-Z0-9]+)"', path.read_text(encoding="utf-8"))
    }
    explained = schema._read(Path(schema.__file__).parent / "rules" / "normalise.toml")
    assert set(explained) <= given
    assert given <= set(schema.model().rules)  # one code that others give out too is explained in their file
    classes = {"C": "conversion", "R": "repair", "W": "warning", "E": "error"}
    for code, entry in explained.items():
        assert entry["class"] == classes[code[0]], code
        assert set(entry) == {"class", "ja", "en", "remedy_ja", "remedy_en"}
        assert entry["ja"] and entry["en"]
        if code[0] in "WE":
            assert entry["remedy_ja"] and entry["remedy_en"], code
