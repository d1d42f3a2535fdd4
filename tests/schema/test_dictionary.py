"""The data dictionary is written from the model, never by hand."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from gunmane.schema import common_fields, model

ROOT = Path(__file__).resolve().parents[2]


def dictionary():
    spec = importlib.util.spec_from_file_location("make_dictionary", ROOT / "scripts" / "make_dictionary.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_committed_page_is_up_to_date():
    committed = (ROOT / "docs" / "data-dictionary.md").read_text(encoding="utf-8")
    assert committed == dictionary().render(model(), common_fields()), "run scripts/make_dictionary.py"


def test_the_page_names_every_field_and_code():
    page = dictionary().render(model(), common_fields())
    for table in model().tables.values():
        assert f"`{table.name}`" in page
        for field in table.fields:
            assert f"| `{field.name}` | {field.ja} | {field.en} |" in page
    for code_list in model().code_lists.values():
        for code in code_list.codes.values():
            assert f"| `{code.code}` | {code.ja} | {code.en} |" in page
