"""The unified model as data: complete, bilingual, consistent, quick to load."""

from __future__ import annotations

import shutil
import time
from collections import Counter
from pathlib import Path

import gunmane.schema
import pytest
from gunmane.schema import GROUPS, ModelError, common_fields, load, model, spelling_key

TABLES = model().tables
LISTS = model().code_lists
FOLDER = Path(gunmane.schema.__file__).parent
IN_ORDER = [
    "city",
    "route",
    "section",
    "facility",
    "request",
    "petitioner",
    "damage",
    "request_damage",
    "work",
    "patrol",
    "standard",
    "contractor",
    "zone",
    "through_route",
    "boundary_agreement",
    "photo",
    "field_map",
    "code_list",
    "workflow_profile",
    "plan_run",
    "import_run",
    "set_aside",
    "review_item",
    "border_link",
    "section_duplicate",
    "plan_section",
    "judgement",
    "route_group",
    "reference",
    "decision",
]


@pytest.fixture
def copy(tmp_path):
    """A copy of the model's files that a test may break."""
    shutil.copytree(FOLDER / "tables", tmp_path / "tables")
    shutil.copy(FOLDER / "codes.toml", tmp_path)
    (tmp_path / "rules").mkdir()
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_tables_stand_in_the_order_of_their_numbers():
    assert list(TABLES) == IN_ORDER
    numbers = [table.number for table in TABLES.values()]
    assert numbers == sorted(numbers)
    assert numbers[0] == "T01" and numbers[-1] == "T29"


def test_every_table_has_the_common_columns_once():
    common = [field.name for field in common_fields()]
    assert common[:4] == ["uuid", "city_code", "src_file", "src_row"]
    for table in TABLES.values():
        counts = Counter(field.name for field in table.columns)
        assert set(common) <= set(counts)
        assert set(counts.values()) == {1}, table.name


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_labels_are_there_and_differ_within_a_table(lang):
    for table in TABLES.values():
        labels = [field.label(lang) for field in table.columns]
        assert all(labels)
        assert [label for label, n in Counter(labels).items() if n > 1] == [], table.name
        assert table.label(lang)


def test_notes_are_in_both_languages():
    for table in TABLES.values():
        for item in (table, *table.columns):
            assert bool(item.help("ja")) == bool(item.help("en")), item
            assert item.help("en") is None or item.help("en").isascii(), item


def test_japanese_labels_are_japanese_and_english_ones_english():
    for table in TABLES.values():
        for field in table.columns:
            assert field.en.isascii(), f"{table.name}.{field.name}"
            assert not field.ja.isascii() or field.ja in ("JSON",), f"{table.name}.{field.name}"


def test_no_table_field_or_column_name_needs_more_than_ascii_snake_case():
    for table in TABLES.values():
        for name in (table.name, *(field.name for field in table.columns)):
            assert name.isascii() and name == name.lower() and name.isidentifier(), name


def test_petitioners_are_the_only_table_outside_the_store():
    assert [table.name for table in TABLES.values() if table.store != "main"] == ["petitioner"]


def test_the_map_groups_are_known_and_bilingual():
    assert {table.group for table in TABLES.values()} == set(GROUPS)


def test_what_analysis_fills_is_not_a_source_field():
    damage = TABLES["damage"]
    plan = {field.name for field in damage.fields if field.origin == "plan"}
    assert plan == {
        "std_id", "std_ver", "judge", "judge_at", "judge_reason", "rs_tmp", "rs_perm", "due_tmp", "due_perm",
        "visit_due", "needs_measure", "transfer", "judge_plan",
        "risk_i", "risk_p", "risk", "rank_cat", "score", "band",
    }  # fmt: skip
    assert TABLES["section"].field("mci").origin == "source"
    assert {field.origin for field in TABLES["zone"].fields} == {"plan"}


def test_fields_carry_the_models_types_units_and_codes():
    depth = TABLES["damage"].field("depth_cm")
    assert (depth.type, depth.unit, depth.required, depth.ja) == ("real", "cm", False, "深さ")
    received = TABLES["request"].field("received_at")
    assert (received.type, received.required, received.ja) == ("datetime", True, "受付日時")
    assert TABLES["facility"].field("owner").codes == "AD"
    assert TABLES["damage"].field("judge").codes == TABLES["judgement"].field("level").codes == "JUDGE"
    assert TABLES["section"].field("route_key").ref == "route.route_key"


@pytest.mark.parametrize("code_list", LISTS.values(), ids=lambda code_list: code_list.name)
def test_a_spelling_means_one_code_only(code_list):
    meanings: dict[str, str] = {}
    for code in code_list.codes.values():
        for spelling in (code.code, code.ja, code.en, *code.aliases):
            other = meanings.setdefault(spelling_key(spelling), code.code)
            assert other == code.code, f"{spelling} means {other} and {code.code}"


def test_aliases_add_something():
    for code_list in LISTS.values():
        for code in code_list.codes.values():
            keys = [spelling_key(spelling) for spelling in (code.code, *code.aliases)]
            assert len(keys) == len(set(keys)), f"{code_list.name}/{code.code}"
            assert not {spelling_key(code.ja), spelling_key(code.en)} & set(keys[1:]), code


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("FT", "カーブミラー", "F09"),
        ("FT", "道路反射鏡", "F09"),
        ("FT", "ｶﾞｰﾄﾞﾚｰﾙ", "F08"),
        ("DT", "穴ぼこ", "D01"),
        ("DT", "くぼみ", "D01"),
        ("DT", "球切れ", "D13"),
        ("CH", "ＴＥＬ", "T1"),
        ("CH", "℡", "T1"),
        ("ST", "受付済", "S00"),
        ("ST", "対応中", "S70"),
        ("ST", "完了", "S99"),
        ("PT", "Ａｓ", "AS"),
        ("PT", "アス", "AS"),
        ("HL", "ＬＥＤ灯", "LE"),
        ("RC", "一級市道", "C1"),
        ("GRADE", "Ⅲ", "III"),
        ("JUDGE", "判定不能", "NJ"),
        ("KD", "問い合わせ", "K5"),
    ],
)
def test_spellings_of_city_ledgers_are_known(name, text, code):
    assert LISTS[name].find(text).code == code


def test_an_unknown_spelling_is_not_guessed():
    assert LISTS["FT"].find("宇宙船") is None
    assert LISTS["FT"].unknown == "F99"
    assert LISTS["RS"].unknown is None  # R9 means "watch", not "unknown"


def test_the_model_loads_in_a_moment():
    def once() -> float:
        start = time.perf_counter()
        load(FOLDER)
        return time.perf_counter() - start

    assert min(once() for _ in range(3)) < 0.06


def test_a_reference_to_nowhere_is_an_error(copy):
    change(copy / "tables" / "t03_section.toml", 'ref = "route.route_key"', 'ref = "route.number"')
    with pytest.raises(ModelError, match=r"section\.route_key: there is no route\.number"):
        load(copy)


def test_a_code_list_that_is_missing_is_an_error(copy):
    change(copy / "tables" / "t02_route.toml", 'codes = "RC"', 'codes = "ZZ"')
    with pytest.raises(ModelError, match=r"route\.rc: there is no code list ZZ"):
        load(copy)


def test_a_misspelt_attribute_names_the_file(copy):
    change(copy / "tables" / "t02_route.toml", "required = true", "requierd = true")
    with pytest.raises(ModelError, match="t02_route.toml"):
        load(copy)


def test_no_rules_yet_is_no_error_and_rule_files_are_merged(copy):
    assert load(copy).rules == {}
    entry = (
        '[{}]\nclass = "warning"\nja = "上限のない値"\nen = "Open value"\n'
        'remedy_ja = "測る"\nremedy_en = "Measure"\n'
    )
    (copy / "rules" / "a.toml").write_text(entry.format("W-OPEN"), encoding="utf-8")
    (copy / "rules" / "b.toml").write_text(entry.format("W-OTHER"), encoding="utf-8")
    rules = load(copy).rules
    assert list(rules) == ["W-OPEN", "W-OTHER"]
    assert (rules["W-OPEN"].cls, rules["W-OPEN"].label("ja"), rules["W-OPEN"].remedy("en")) == (
        "warning",
        "上限のない値",
        "Measure",
    )


def test_a_rule_defined_twice_is_an_error(copy):
    for name in ("a.toml", "b.toml"):
        (copy / "rules" / name).write_text(
            '["W-X"]\nclass = "warning"\nja = "あ"\nen = "a"\n', encoding="utf-8"
        )
    with pytest.raises(ModelError, match="W-X is defined twice"):
        load(copy)


def test_the_committed_rules_are_bilingual():
    for rule in model().rules.values():
        assert rule.ja and rule.en, rule.code
