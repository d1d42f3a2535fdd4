"""Every text that a user sees has its Japanese."""

from __future__ import annotations

import importlib.util

import pytest
from gunmane import i18n


@pytest.fixture(scope="module")
def tool(root):
    spec = importlib.util.spec_from_file_location("i18n_tool", root / "scripts" / "i18n.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def package(folder, code, ts=None):
    (folder / "layers").mkdir()
    (folder / "layers" / "a.py").write_text(code, "utf-8")
    path = folder / "gunmane_ja.ts"
    if ts is not None:
        path.write_text(ts, "utf-8")
    return path


def test_every_text_of_the_plugin_has_its_japanese(tool):
    assert tool.check() == []


def test_a_text_without_japanese_is_found(tool, tmp_path):
    ts = package(tmp_path, 'tr("Nothing was {verb}.", verb=1)\n')
    assert tool.check(tmp_path, ts) == ["layers/a.py: no Japanese for 'Nothing was {verb}.'"]


def test_a_lost_placeholder_is_found(tool, tmp_path):
    texts = {("Gunmane", "Row {row}"): ["layers/a.py"]}
    ts = package(tmp_path, 'tr("Row {row}", row=1)\n', tool.to_ts(texts, {("Gunmane", "Row {row}"): "行"}))
    assert "placeholders differ" in tool.check(tmp_path, ts)[0]


def test_a_stale_entry_is_found(tool, tmp_path):
    key = ("Gunmane", "Gone")
    ts = package(tmp_path, "", tool.to_ts({key: ["layers/b.py"]}, {key: "なし"}))
    assert tool.check(tmp_path, ts) == ["gunmane_ja.ts: stale: 'Gone'"]


def test_tr_of_a_variable_is_found(tool, tmp_path):
    ts = package(tmp_path, "text = 1\ntr(text)\n")
    assert "layers/a.py:2: tr() without a literal" in tool.check(tmp_path, ts)[0]


def test_texts_of_forms_are_collected(tool, tmp_path):
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "zones.ui").write_text(
        '<ui version="4.0"><class>ZoneDialog</class><widget class="QDialog"><property name="windowTitle">'
        '<string>Zones</string></property><property name="x"><string notr="true">key</string></property>'
        "</widget></ui>",
        "utf-8",
    )
    texts, _ = tool.extract(tmp_path)
    assert texts == {("ZoneDialog", "Zones"): ["ui/zones.ui"]}


def test_merging_a_table_keeps_markup_and_line_breaks(tool, tmp_path, monkeypatch):
    ts = package(tmp_path, 'tr("<b>A</b> & B\\nC")\n')
    table = tmp_path / "ja.tsv"
    table.write_text("<b>A</b> & B\\nC\t<b>あ</b> & い\\nう\n", "utf-8")
    monkeypatch.setattr(tool, "ROOT", tmp_path)
    monkeypatch.setattr(tool, "TS", ts)
    assert tool.update([table]) == 0
    assert tool.read_ts(ts) == {("Gunmane", "<b>A</b> & B\nC"): "<b>あ</b> & い\nう"}
    assert tool.check(tmp_path, ts) == []


def test_a_text_is_shown_in_japanese_where_the_language_is_japanese():
    i18n.set_language("ja")
    assert i18n.tr("Gunmane Roads") == "群マネ道路"
    i18n.set_language("en")
    assert i18n.tr("Gunmane Roads") == "Gunmane Roads"


def test_a_text_without_translation_is_shown_in_english_and_filled():
    i18n.set_language("ja")
    assert i18n.translate("No such text {n}", n=3) == "No such text 3"


def test_an_unknown_language_is_refused():
    with pytest.raises(ValueError):
        i18n.set_language("fr")
