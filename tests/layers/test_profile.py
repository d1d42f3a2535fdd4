"""A profile's mistakes are reported all at once, each with its line and what is expected there."""

import pytest
from gunmane.layers.errors import GunmaneError
from gunmane.layers.profile import load_profile, load_profiles, resolve_profile, source_files

GOOD = """format = 1
id = "x"
city_code = "082244"
name_ja = "甲市"

[[source]]
id = "requests"
table = "request"
files = ["要望*.csv"]
key = ["番号"]

  [source.columns]
  "番号" = "req_no"
  "氏名" = { personal = "name" }
"""


def write(tmp_path, text):
    path = tmp_path / "x.toml"
    path.write_text(text, encoding="utf-8")
    return path


def problems(tmp_path, text):
    with pytest.raises(GunmaneError) as caught:
        load_profile(write(tmp_path, text))
    assert caught.value.code == "E-PROFILE" and caught.value.file == "x.toml"
    return str(caught.value)


def test_the_shipped_profiles_are_right_and_of_four_cities():
    assert [p.city_code for p in load_profiles()] == ["082112", "082244", "082287", "082350"]


def test_a_good_profile_is_read(tmp_path):
    profile = load_profile(write(tmp_path, GOOD))
    source = profile.sources[0]
    assert source.columns["番号"][0].field == "req_no"
    assert source.columns["氏名"][0].personal == "name"


def test_broken_toml_names_the_line(tmp_path):
    assert "x.toml / 3" in problems(tmp_path, GOOD.replace('city_code = "082244"', "city_code = "))


def test_a_misspelt_field_is_named_with_its_line_and_a_suggestion(tmp_path):
    text = problems(tmp_path, GOOD.replace('"req_no"', '"reqno"'))
    assert "line 13" in text and "reqno" in text and "req_no" in text


def test_all_mistakes_come_at_once(tmp_path):
    text = problems(
        tmp_path, GOOD.replace('"req_no"', '"reqno"').replace('"082244"', '"8224"').replace('"name"', '"nam"')
    )
    assert "3 mistakes" in text


@pytest.mark.parametrize(
    "old, new, expected",
    [
        ('table = "request"', 'table = "requests"', "did you mean “request”"),
        ('key = ["番号"]', 'key = ["番号2"]', "番号2"),
        ('key = ["番号"]', 'key = ["氏名"]', "personal"),
        ('"番号" = "req_no"', '"番号" = { field = "req_no", ignore = "x" }', "exactly one"),
        (
            '"番号" = "req_no"',
            '"番号" = "req_no"\n  "種別" = { field = "kd", codes = { "通報" = "ZZ" } }',
            "ZZ",
        ),
        ('key = ["番号"]', 'key = ["番号"]\nskip = ["("]', "not a valid pattern"),
    ],
)
def test_each_kind_of_mistake_is_explained(tmp_path, old, new, expected):
    assert expected in problems(tmp_path, GOOD.replace(old, new))


def test_a_profile_is_found_by_name_code_or_path(tmp_path):
    assert resolve_profile("082244").stem == resolve_profile("08224").stem == resolve_profile("moriya").stem
    with pytest.raises(GunmaneError, match="moriya"):
        resolve_profile("nowhere")


def test_office_lock_files_and_hidden_files_are_not_ledgers(tmp_path):
    profile = load_profile(write(tmp_path, GOOD))
    folder = tmp_path / "city"
    (folder / "sub").mkdir(parents=True)
    for name in ("要望1.csv", "sub/要望2.csv", "~$要望3.csv", ".要望4.csv"):
        (folder / name).write_text("番号\n")
    assert [p.name for p in source_files(profile.sources[0], folder)] == ["要望2.csv", "要望1.csv"]
